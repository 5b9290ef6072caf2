import type { Replanned } from "../apply/context.ts";
import { resolveImage } from "../desired/image.ts";
import { familyPrefixOf, serviceName } from "../desired/names.ts";
import { ActionError } from "../errors.ts";
import { readAwsFacts } from "../live/facts.ts";
import { readLiveServices } from "../live/services.ts";
import { type LiveStateWanted, readLiveState } from "../live/state.ts";
import { verifyPreconditions } from "../live/verify.ts";
import { parseArn } from "../model/arn.ts";
import { isAccessDenied } from "../model/aws-error-codes.ts";
import type { DagsterDeployment, DesiredLocation } from "../model/desired.ts";
import type { AwsFacts, CallerIdentity, LiveLocation, LiveService, LiveState } from "../model/live-state.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { isOfDeployment } from "../model/tags.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { primaryDeploymentOf } from "../plan/decision.ts";
import { fingerprintAnswers, fingerprintOf } from "../plan/fingerprint.ts";
import { makePlan, type PlanInput } from "../plan/make-plan.ts";
import { overriddenRevision } from "../plan/outside.ts";
import type { AwsPorts } from "../ports.ts";
import { createRedactor } from "../report/redact.ts";
import type { CommandContext } from "./context.ts";
import { type KeptImages, NO_KEPT_IMAGES, readKeptImages } from "./kept-images.ts";
import type { Configuration, ConfiguredLocation } from "./load-configuration.ts";
import { isAllowedReference } from "./location-checks.ts";
import { hiddenTextsOf, publicTextsOf } from "./redaction.ts";
import { configuredPublicIp, type RenderSettings, renderConfigured, type SecretsFromAws } from "./rendering.ts";
import type { PlannedRun } from "./result.ts";
import { hiddenTextsOfRunning } from "./running-values.ts";
import { configurationSource } from "./source.ts";

/** What a plan is prepared from. */
export interface PlanRequest {
  readonly context: CommandContext;
  /** Without errors. */
  readonly configuration: Configuration;
  readonly launcher: LauncherConfig;
  readonly ports: AwsPorts;
  /** In a plan an image may still be missing. */
  readonly mode: "plan" | "apply";
}

/** Reads AWS, renders what should exist and makes the plan. What AWS says no to is in the preflight checks. */
export async function preparePlan(request: PlanRequest): Promise<PlannedRun> {
  const { context, configuration, launcher, ports } = request;
  const { inputs } = context;
  const { deployment } = context;
  const source = await configurationSource(context, configuration.workspacePath);
  const nameOf = ({ location }: ConfiguredLocation): string => serviceName(deployment.name, location.name);
  const [caller, namespace, facts, services] = await Promise.all([
    ports.identity.callerIdentity(),
    ports.discovery.describeNamespace(launcher.serviceDiscoveryNamespaceId).catch(withoutPermission),
    readFacts(request),
    readLiveServices(launcher.cluster, configuration.selected.map(nameOf), ports),
  ]);
  refuseOtherCluster(inputs.cluster, ports.region, caller.account);
  const kept = await readKept(request, facts, (configured) => services.get(nameOf(configured)));
  const desired = renderAll(request, facts, kept, {
    launcher,
    deployment,
    region: ports.region,
    source,
    environment: context.environment,
    rollbackOnFailure: inputs.onFailure === "rollback",
    assignPublicIp: configuredPublicIp(launcher) ?? facts.assignPublicIp,
  });
  const live = await readLive(request, desired, services, kept, source);
  const planInput: PlanInput = {
    request: {
      deployment: deployment.name,
      kind: deployment.kind,
      ...(deployment.branch !== undefined && { pullRequest: deployment.branch.pullRequest }),
      organization: configuration.organization ?? null,
      cluster: launcher.cluster,
      region: ports.region,
      account: caller.account,
      source,
      commit: context.event?.headSha ?? null,
    },
    desired,
    live,
    environmentTexts: configuration.environmentTexts,
    options: { prune: inputs.prune, adopt: inputs.adopt, notSelected: configuration.notSelected, mode: request.mode },
  };
  context.hide([...hiddenTextsOf(desired), ...hiddenTextsOfRunning(live)], publicTextsOf(configuration.sources));
  const plan = makePlan(planInput);
  const redact = createRedactor([...hiddenTextsOf(desired), ...configuration.environmentTexts]);
  return {
    plan,
    preflight: (await verify(request, desired, facts, caller)).map((check) => redactCheck(check, redact)),
    desired,
    namespaceName: namespace?.name,
    unfinished: namesWhere(live, ({ service }) => isUnfinished(service)),
    unmarked: namesWhere(live, ({ running }) => running !== undefined),
    registries: new Map(
      [...live.locations].flatMap(([name, { cloudMapService }]) =>
        cloudMapService ? [[name, cloudMapService.arn]] : [],
      ),
    ),
    base: {
      services: new Map([
        ...services,
        ...(live.remains ?? []).flatMap(({ service }) =>
          service === undefined ? [] : [[service.name, service] as const],
        ),
      ]),
      replan: (name) => replanLocation(name, planInput, request),
      ...(inputs.prune && {
        findAbandoned: async () => {
          const now = await readLive(request, [], new Map(), NO_KEPT_IMAGES, source, desired);
          const { steps } = makePlan({ ...planInput, live: { ...now, locations: live.locations } });
          return steps.filter(({ action }) => action === "delete");
        },
      }),
    },
    redact,
  };
}

/** The same location on what is there now; undefined when it is none of the configuration's. */
async function replanLocation(name: string, planned: PlanInput, request: PlanRequest): Promise<Replanned | undefined> {
  const desired = planned.desired.filter((location) => location.name === name);
  const [location] = desired;
  if (location === undefined) return undefined;
  const services = await readLiveServices(location.service.cluster, [location.service.name], request.ports);
  const live = await readLive(request, desired, services, NO_KEPT_IMAGES, undefined);
  const found = live.locations.get(name);
  const [step] = makePlan({ ...planned, desired, live, options: { ...planned.options, prune: false } }).steps;
  return step && { step, isUnfinished: isUnfinished(found?.service), registryArn: found?.cloudMapService?.arn };
}

/** A cluster given by ARN says where it is: one of the same name elsewhere is another one. */
export function refuseOtherCluster(cluster: string | undefined, region: string, account: string): void {
  const arn = cluster === undefined ? undefined : parseArn(cluster);
  if (arn === undefined || (arn.region === region && arn.account === account)) return;
  throw new ActionError(
    "cluster-elsewhere",
    `The cluster ${cluster} is in account ${arn.account} and region ${arn.region}; this run is in ${account} and ${region}.`,
    { source: "user", hint: "Correct `cluster`, `aws-region`, or the role that the credentials are for." },
  );
}

/** Without the permission there are no host names in the outputs; the preflight says so. */
export function withoutPermission(error: unknown): undefined {
  if (!isAccessDenied(error)) throw error;
}

async function readFacts({ context, configuration, launcher, ports }: PlanRequest): Promise<AwsFacts> {
  const { inputs } = context;
  const needsPublicIp = launcher.launchType === "FARGATE" && launcher.assignPublicIp === undefined;
  return readAwsFacts(
    {
      images: configuration.selected.flatMap(({ imageReference }) => imageReference ?? []),
      secretsTags: configuration.selected.flatMap(({ settings }) => settings?.secretsTags ?? []),
      secretArns: launcher.secretArns,
      pinImages: inputs.pinImages || inputs.verify || inputs.missingImage === "keep",
      ...(needsPublicIp && { publicIpFor: launcher.subnets }),
    },
    ports,
  );
}

function readKept(
  { context: { inputs }, configuration, ports }: PlanRequest,
  facts: AwsFacts,
  serviceOf: (configured: ConfiguredLocation) => LiveService | undefined,
): KeptImages | Promise<KeptImages> {
  if (inputs.missingImage !== "keep") return NO_KEPT_IMAGES;
  const isAllowed = (image: string): boolean => isAllowedReference(image, inputs);
  return readKeptImages(configuration.selected, facts, serviceOf, ports.ecs, isAllowed);
}

function renderAll(
  { context, configuration, launcher }: PlanRequest,
  facts: AwsFacts,
  kept: KeptImages,
  settings: RenderSettings,
): readonly DesiredLocation[] {
  return configuration.selected.map((configured) => {
    const requested = configured.imageReference ?? "";
    const image = resolveImage({
      requested,
      fact: facts.images.get(requested),
      pin: context.inputs.pinImages,
      runningImage: kept.images.get(configured.location.name),
    });
    return renderConfigured(configured, image, secretsFromAws(configured, launcher, facts), settings);
  });
}

function secretsFromAws(configured: ConfiguredLocation, launcher: LauncherConfig, facts: AwsFacts): SecretsFromAws {
  const taggedSecrets = (configured.settings?.secretsTags ?? []).flatMap((tag) => facts.taggedSecrets.get(tag) ?? []);
  const namedSecrets = launcher.secretArns.map((arn) => {
    const name = facts.secretNames.get(arn);
    if (name === undefined) {
      throw new ActionError("secret-missing", `Secrets Manager has no secret ${arn}.`, {
        source: "user",
        hint: "Correct `secrets` in the per-deployment configuration.",
      });
    }
    return { name, valueFrom: arn };
  });
  return { taggedSecrets, namedSecrets };
}

async function readLive(
  { context, configuration, launcher, ports }: PlanRequest,
  desired: readonly DesiredLocation[],
  services: ReadonlyMap<string, LiveService>,
  kept: KeptImages,
  /** Whose abandoned services to look for with `prune`; undefined: none. */
  source: string | undefined,
  /** All locations of the run, also those whose state is not read now. */
  known: readonly DesiredLocation[] = desired,
): Promise<LiveState> {
  const { inputs, deployment } = context;
  const { live } = await readLiveState(
    {
      cluster: launcher.cluster,
      namespaceId: launcher.serviceDiscoveryNamespaceId,
      familyPrefix: familyPrefixOf({
        prefix: launcher.serverTaskDefinitionPrefix,
        organization: configuration.organization,
        deployment: deployment.name,
      }),
      services,
      alreadyDescribed: kept.described,
      locations: desired.map((location) => ({
        name: location.name,
        serviceName: location.service.name,
        cloudMapName: location.cloudMapService.name,
        family: location.taskDefinition.family,
        fingerprint: fingerprintOf(location).full,
      })),
      overriddenRevision,
      fingerprintAnswers: (service, location) => fingerprintAnswers(service, location.fingerprint, location.family),
      ...(inputs.prune && source !== undefined && { prune: pruneWanted(configuration, known, { deployment, source }) }),
    },
    ports,
  );
  return live;
}

function pruneWanted(
  { notSelected }: Configuration,
  desired: readonly DesiredLocation[],
  owner: { readonly deployment: DagsterDeployment; readonly source: string },
): NonNullable<LiveStateWanted["prune"]> {
  const { name } = owner.deployment;
  const families = new Set(desired.map(({ taskDefinition }) => taskDefinition.family));
  return {
    isWanted: (tags) => isOfDeployment(tags, owner),
    keep: notSelected.map((location) => serviceName(name, location)),
    serviceNameOf: serviceName,
    mayBeWanted: (family) => !families.has(family),
  };
}

async function verify(
  { context, launcher, ports, mode }: PlanRequest,
  desired: readonly DesiredLocation[],
  facts: AwsFacts,
  caller: CallerIdentity,
): Promise<readonly PreflightCheck[]> {
  if (!context.inputs.verify) return [];
  const role = launcher.serviceDiscoveryRoleArn;
  const checks = await verifyPreconditions(
    { locations: desired, facts, caller, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) },
    ports,
  );
  return mode === "plan" ? checks.filter((check) => !isMissingImage(check, facts)) : checks;
}

/** In a plan an image may not be pushed yet: the step warns of it, and it is no failure. */
function isMissingImage(check: PreflightCheck, facts: AwsFacts): boolean {
  return check.subject === "image" && facts.images.get(check.target)?.status === "missing";
}

/** A check of something whose name came out of `{env: NAME}` must not show it. */
export function redactCheck(check: PreflightCheck, redact: (text: string) => string): PreflightCheck {
  const { message, hint } = check;
  return {
    ...check,
    target: redact(check.target),
    ...(message !== undefined && { message: redact(message) }),
    ...(hint !== undefined && { hint: redact(hint) }),
  };
}

function namesWhere(live: LiveState, holds: (location: LiveLocation) => boolean): ReadonlySet<string> {
  return new Set([...live.locations].filter(([, location]) => holds(location)).map(([name]) => name));
}

/** A rollout goes on, or one that completed does not have the tasks it should have: a crash loop looks like that. */
function isUnfinished(service: LiveService | undefined): boolean {
  if (service === undefined) return false;
  const { desiredCount, runningCount } = service.description;
  const lacksTasks = desiredCount !== undefined && runningCount !== undefined && runningCount < desiredCount;
  return lacksTasks || primaryDeploymentOf(service)?.rolloutState === "IN_PROGRESS";
}
