import { verifyPreconditions } from "../live/verify.ts";
import type { DesiredImage, DesiredLocation, DesiredTaskDefinition } from "../model/desired.ts";
import { isJsonList, isJsonObject } from "../model/json.ts";
import type { CallerIdentity, ImageFact, LiveService } from "../model/live-state.ts";
import type { Plan, Step } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { TAG_COMMIT, TAG_PULL_REQUEST } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { hideEnvironmentTexts } from "../plan/hide-values.ts";
import { hiddenTextsOfRevision } from "../plan/revision-content.ts";
import { planRefusal, planRevisionChange, type RevisionChange } from "../plan/revision-step.ts";
import type { AwsPorts } from "../ports.ts";
import { createRedactor } from "../report/redact.ts";
import { codeServerPort } from "./code-server-port.ts";
import type { CommandContext } from "./context.ts";
import { locationOnRevision } from "./live-location.ts";
import type { Configuration } from "./load-configuration.ts";
import { checkImage, checkRoles, checkSidecarImages } from "./location-checks.ts";
import { redactCheck, refuseOtherCluster, withoutPermission } from "./prepare.ts";
import { publicTextsOf } from "./redaction.ts";
import type { PlannedRun } from "./result.ts";
import { type RefusedLocation, type RunningLocation, readRunningLocations } from "./running-locations.ts";
import { configurationSource } from "./source.ts";

/** What a location is to run, or why nothing can be done for it. */
export type RevisionDecision =
  | {
      readonly kind: "change";
      readonly change: RevisionChange;
      readonly content: DesiredTaskDefinition;
      readonly image: DesiredImage;
      /** Of the configuration the revision was made from; undefined when nobody knows. */
      readonly commit: string | undefined;
      /** An earlier run has begun it: it is only watched to its end. */
      readonly isGoingOn?: boolean;
    }
  | { readonly kind: "refused"; readonly reason: Step["reason"] };

/** What is decided for each location, in their order, and what ECR said of the images that were asked for. */
export interface RevisionDecisions {
  readonly decisions: readonly RevisionDecision[];
  readonly images: ReadonlyMap<string, ImageFact>;
}

/** Decides what each location is to run. */
export type DecideRevisions = (
  locations: readonly RunningLocation[],
  ports: AwsPorts,
  cluster: string,
) => Promise<RevisionDecisions>;

/** What a redeploy or rollback is prepared from. */
export interface RevisionRequest {
  readonly context: CommandContext;
  /** Without errors in what is needed. */
  readonly configuration: Configuration;
  readonly launcher: LauncherConfig;
  readonly ports: AwsPorts;
  readonly decide: DecideRevisions;
}

/** A planned redeploy or rollback. */
export interface RevisionRun {
  readonly run: PlannedRun;
  /** Images and roles that the inputs do not allow. */
  readonly notAllowed: readonly string[];
  /** What runs, of the locations that do. */
  readonly services: readonly LiveService[];
}

/** A step with what it brings about; a refused one brings about nothing. */
interface Planned {
  readonly step: Step;
  readonly desired: readonly DesiredLocation[];
  readonly hidden: readonly string[];
  readonly notAllowed: readonly string[];
  readonly isGoingOn: boolean;
}

/** By the tags of a service: its deployment may be a branch deployment. */
function kindOf(location: RunningLocation | undefined): Pick<Plan["request"], "kind" | "pullRequest"> {
  const pullRequest = location?.identityTags[TAG_PULL_REQUEST];
  return {
    kind: location?.deployment.kind ?? "full",
    ...(pullRequest !== undefined && { pullRequest: Number(pullRequest) }),
  };
}

/** Reads what runs, makes the plan, and checks that the tasks it starts can start. */
export async function prepareRevisions(request: RevisionRequest): Promise<RevisionRun> {
  const { context, configuration, launcher, ports } = request;
  const { inputs } = context;
  const { cluster } = launcher;
  const source = await configurationSource(context, configuration.workspacePath);
  const [caller, namespace, found] = await Promise.all([
    ports.identity.callerIdentity(),
    ports.discovery.describeNamespace(launcher.serviceDiscoveryNamespaceId).catch(withoutPermission),
    readRunningLocations(configuration.selected, { deployment: context.deployment.name, source, cluster }, ports.ecs),
  ]);
  refuseOtherCluster(inputs.cluster, ports.region, caller.account);
  const located = found.filter(isRunning);
  const { decisions, images } = await request.decide(located, ports, cluster);
  const planned = [
    ...found.filter(isRefused).map((location) => planUnfit(location, cluster)),
    ...located.flatMap((location, index) => {
      const decision = decisions[index];
      return decision === undefined ? [] : [planDecision(location, decision, request)];
    }),
  ];
  const desired = planned.flatMap((one) => one.desired);
  const toStart = planned.filter(({ step, isGoingOn }) => step.action !== "none" && !isGoingOn);
  const hidden = [...planned.flatMap((one) => one.hidden), ...configuration.environmentTexts];
  context.hide(hidden, publicTextsOf(configuration.sources));
  const redact = createRedactor(hidden);
  const plan: Plan = {
    formatVersion: 1,
    request: {
      deployment: context.deployment.name,
      ...kindOf(located[0]),
      organization: configuration.organization ?? null,
      cluster,
      region: ports.region,
      account: caller.account,
      source,
      commit: context.event?.headSha ?? null,
    },
    steps: planned
      .map(({ step }) => hideTexts(step, configuration.environmentTexts))
      .toSorted((left, right) => compareCodePoints(left.location, right.location)),
    notSelected: configuration.notSelected.toSorted(compareCodePoints),
  };
  const run: PlannedRun = {
    plan,
    preflight: (await verify(request, toStart, images, caller)).map((check) => redactCheck(check, redact)),
    desired,
    namespaceName: namespace?.name,
    unfinished: new Set(planned.filter(({ isGoingOn }) => isGoingOn).map(({ step }) => step.location)),
    unmarked: new Set(),
    registries: new Map(located.flatMap(registryOf)),
    redact,
  };
  const services = located.map(({ service }) => service);
  return { run, notAllowed: toStart.flatMap((one) => one.notAllowed), services };
}

function isRunning(location: RunningLocation | RefusedLocation): location is RunningLocation {
  return "running" in location;
}

function isRefused(location: RunningLocation | RefusedLocation): location is RefusedLocation {
  return !isRunning(location);
}

function planUnfit({ configured, serviceName, service, reason }: RefusedLocation, cluster: string): Planned {
  const names = { name: configured.location.name, service: serviceName, cluster };
  return { step: planRefusal(names, service, reason), desired: [], hidden: [], notAllowed: [], isGoingOn: false };
}

function planDecision(location: RunningLocation, decision: RevisionDecision, request: RevisionRequest): Planned {
  const { configured, service, known } = location;
  const hidden = hiddenTextsOfRevision(location.content, known);
  if (decision.kind === "refused") {
    const refused = { configured, serviceName: service.name, service, reason: decision.reason };
    return { ...planUnfit(refused, request.launcher.cluster), hidden };
  }
  const desired = locationOnRevision({
    configured,
    deployment: location.deployment,
    service,
    taskDefinition: decision.content,
    image: decision.image,
    identityTags: {
      ...location.identityTags,
      ...(decision.commit !== undefined && { [TAG_COMMIT]: decision.commit }),
    },
    launcher: request.launcher,
    defaultPort: codeServerPort(request.context.environment),
  });
  const warnings = [...decision.change.warnings, ...warnAboutFailure(desired, request.context.inputs.onFailure)];
  return {
    step: planRevisionChange(desired, location, { ...decision.change, warnings }),
    desired: [desired],
    hidden: [...hidden, ...hiddenTextsOfRevision(decision.content, known)],
    notAllowed: checkAllowed(location, desired, request),
    isGoingOn: decision.isGoingOn === true,
  };
}

/** What ECS does with a rollout that fails is a setting of the service, and stays as it is. */
function warnAboutFailure({ service }: DesiredLocation, onFailure: "rollback" | "leave"): readonly string[] {
  if (service.rollbackOnFailure === (onFailure === "rollback")) return [];
  const what = service.rollbackOnFailure ? "goes back to what runs now" : "leaves it as it is";
  return [
    `If this rollout fails, ECS ${what}: on-failure differs from the setting of the service, which apply changes.`,
  ];
}

/** What the inputs allow holds for what is deployed again, too. */
function checkAllowed(
  { configured }: RunningLocation,
  { image, taskDefinition }: DesiredLocation,
  { context, configuration }: RevisionRequest,
): readonly string[] {
  const { inputs } = context;
  const { location, settings } = configured;
  const options = {
    ...inputs,
    images: new Map([[location.name, image.reference]]),
    organization: configuration.organization,
    missingSeverity: "error" as const,
  };
  const { executionRoleArn, taskRoleArn } = taskDefinition.body;
  const roles = settings && {
    ...withoutRoles(settings),
    executionRoleArn: typeof executionRoleArn === "string" ? executionRoleArn : "",
    ...(typeof taskRoleArn === "string" && { taskRoleArn }),
  };
  const { containerDefinitions } = taskDefinition.body;
  const [, ...sidecars] = isJsonList(containerDefinitions) ? containerDefinitions.filter(isJsonObject) : [];
  const problems = [
    ...checkImage(location, options).problems,
    ...(roles === undefined ? [] : checkRoles(location, roles, options)),
    ...checkSidecarImages(location, { server_sidecar_containers: sidecars, run_sidecar_containers: [] }, options),
  ];
  return problems.map(({ message, hint }) => `"${location.name}": ${message} ${hint}`);
}

function withoutRoles<Settings extends { readonly taskRoleArn?: string }>(
  settings: Settings,
): Omit<Settings, "taskRoleArn"> {
  const { taskRoleArn: _taskRoleArn, ...rest } = settings;
  return rest;
}

function hideTexts(step: Step, texts: ReadonlySet<string>): Step {
  return { ...step, changes: step.changes.map((change) => hideEnvironmentTexts(change, texts)) };
}

async function verify(
  { context, launcher, ports }: RevisionRequest,
  planned: readonly Planned[],
  images: ReadonlyMap<string, ImageFact>,
  caller: CallerIdentity,
): Promise<readonly PreflightCheck[]> {
  const locations = planned.flatMap(({ desired }) => desired);
  if (!context.inputs.verify || locations.length === 0) return [];
  const role = launcher.serviceDiscoveryRoleArn;
  const facts = { images, taggedSecrets: new Map(), secretNames: new Map() };
  const checks = await verifyPreconditions(
    { locations, facts, caller, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) },
    ports,
  );
  return checks.map((check) =>
    check.subject === "image" && check.status === "FAIL" && !images.has(check.target)
      ? { ...check, hint: "No task of this revision can start without it: push it again, or deploy another image." }
      : check,
  );
}

function registryOf({ configured, service }: RunningLocation): [string, string][] {
  const arn = service.description.serviceRegistries?.[0]?.registryArn;
  return arn === undefined ? [] : [[configured.location.name, arn]];
}
