import { mapConcurrently } from "../concurrency.ts";
import { resolveImage } from "../desired/image.ts";
import { serviceName } from "../desired/names.ts";
import { ActionError } from "../errors.ts";
import { readAwsFacts } from "../live/facts.ts";
import { readLiveServices } from "../live/services.ts";
import { readLiveState } from "../live/state.ts";
import { verifyPreconditions } from "../live/verify.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { AwsFacts, LiveService, LiveTaskDefinition } from "../model/live-state.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { fingerprintAnswers, fingerprintOf } from "../plan/fingerprint.ts";
import { makePlan } from "../plan/make-plan.ts";
import type { AwsPorts } from "../ports.ts";
import type { CommandContext } from "./context.ts";
import { fullDeployment } from "./deployment.ts";
import type { Configuration, ConfiguredLocation } from "./load-configuration.ts";
import { hiddenTextsOf, redactor } from "./redaction.ts";
import { configuredPublicIp, renderConfigured, type SecretsFromAws } from "./rendering.ts";
import type { PlannedRun } from "./result.ts";
import { configurationSource } from "./source.ts";

/** What is asked of AWS at the same time for several locations. */
const LOCATIONS_AT_ONCE = 8;

/**
 * Reads AWS, renders what should exist and makes the plan. The configuration has no errors at this point; whatever
 * AWS says no to is in the preflight checks, not thrown.
 */
export async function preparePlan(
  context: CommandContext,
  configuration: Configuration,
  launcher: LauncherConfig,
  ports: AwsPorts,
  mode: "plan" | "apply",
): Promise<PlannedRun> {
  const { inputs } = context;
  const deployment = fullDeployment(inputs.deployment);
  const source = await configurationSource(context, configuration.workspacePath);
  const nameOf = ({ location }: ConfiguredLocation): string => serviceName(deployment.name, location.name);
  const [identity, namespace, facts, services] = await Promise.all([
    ports.identity.callerIdentity(),
    ports.discovery.describeNamespace(launcher.serviceDiscoveryNamespaceId),
    readFacts(context, configuration, launcher, ports),
    readLiveServices(launcher.cluster, configuration.selected.map(nameOf), ports),
  ]);
  const kept =
    inputs.missingImage === "keep" ? await readKeptImages(configuration, services, facts, nameOf, ports) : NONE_KEPT;
  const renderSettings = {
    launcher,
    deployment,
    region: ports.region,
    source,
    environment: context.environment,
    rollbackOnFailure: inputs.onFailure === "rollback",
    assignPublicIp: configuredPublicIp(launcher) ?? facts.assignPublicIp,
  };
  const desired = configuration.selected.map((configured) => {
    const requested = configured.imageReference ?? "";
    const image = resolveImage({
      requested,
      fact: facts.images.get(requested),
      pin: inputs.pinImages,
      runningImage: kept.images.get(configured.location.name),
    });
    return renderConfigured(configured, image, secretsFromAws(configured, launcher, facts), renderSettings);
  });
  const { live } = await readLiveState(
    {
      cluster: launcher.cluster,
      namespaceId: launcher.serviceDiscoveryNamespaceId,
      services,
      alreadyDescribed: kept.described,
      locations: desired.map((location) => ({
        name: location.name,
        serviceName: location.service.name,
        cloudMapName: location.cloudMapService.name,
        family: location.taskDefinition.family,
        fingerprint: fingerprintOf(location).full,
      })),
      fingerprintAnswers: (service, location) => fingerprintAnswers(service, location.fingerprint, location.family),
      ...(inputs.prune && {
        prune: {
          source,
          deployment: deployment.name,
          keep: configuration.notSelected.map((name) => serviceName(deployment.name, name)),
        },
      }),
    },
    ports,
  );
  const plan = makePlan({
    request: {
      deployment: deployment.name,
      kind: deployment.kind,
      organization: configuration.organization ?? null,
      cluster: launcher.cluster,
      region: ports.region,
      account: identity.account,
      source,
      commit: context.event?.headSha ?? context.event?.sha ?? null,
    },
    desired,
    live,
    options: { prune: inputs.prune, adopt: inputs.adopt, notSelected: configuration.notSelected, mode },
  });
  const role = launcher.serviceDiscoveryRoleArn;
  const preconditions = {
    locations: desired,
    facts,
    caller: identity,
    ...(role !== undefined && { serviceDiscoveryRoleArn: role }),
  };
  const checks = inputs.verify ? await verifyPreconditions(preconditions, ports) : [];
  const preflight = mode === "plan" ? checks.map((check) => forgiveMissingImage(check, facts)) : checks;
  return { plan, preflight, desired, namespaceName: namespace?.name, redact: redactor(hiddenTextsOf(desired)) };
}

/** In a plan an image may not be pushed yet: that is said, and is no failure. */
function forgiveMissingImage(check: PreflightCheck, facts: AwsFacts): PreflightCheck {
  return check.subject === "image" && facts.images.get(check.target)?.status === "missing"
    ? { ...check, status: "SKIP" }
    : check;
}

async function readFacts(
  context: CommandContext,
  configuration: Configuration,
  launcher: LauncherConfig,
  ports: AwsPorts,
): Promise<AwsFacts> {
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

interface KeptImages {
  /** By location name. */
  readonly images: ReadonlyMap<string, string>;
  /** Task definitions read for it, by ARN. */
  readonly described: ReadonlyMap<string, LiveTaskDefinition>;
}

const NONE_KEPT: KeptImages = { images: new Map(), described: new Map() };

/** With `missing-image: keep`: the image that runs now, of the locations whose tag is not in ECR. */
async function readKeptImages(
  configuration: Configuration,
  services: ReadonlyMap<string, LiveService>,
  facts: AwsFacts,
  nameOf: (configured: ConfiguredLocation) => string,
  ports: AwsPorts,
): Promise<KeptImages> {
  const missing = configuration.selected.filter(
    ({ imageReference }) => facts.images.get(imageReference ?? "")?.status === "missing",
  );
  const found = await mapConcurrently(missing, LOCATIONS_AT_ONCE, async (configured) => {
    const arn = services.get(nameOf(configured))?.taskDefinitionArn;
    const definition = arn === undefined ? undefined : await ports.ecs.describeTaskDefinition(arn);
    return { name: configured.location.name, definition };
  });
  const described = found.flatMap(({ name, definition }) => (definition === undefined ? [] : [{ name, definition }]));
  return {
    described: new Map(described.map(({ definition }) => [definition.arn, definition])),
    images: new Map(
      described.flatMap(({ name, definition }): [string, string][] => {
        const image = codeServerImage(definition);
        return image === undefined ? [] : [[name, image]];
      }),
    ),
  };
}

function codeServerImage(definition: LiveTaskDefinition): string | undefined {
  const containers = definition.description.containerDefinitions as
    | readonly { name?: string; image?: string }[]
    | undefined;
  return containers?.find(({ name }) => name === CODE_SERVER_CONTAINER)?.image;
}

/** The desired locations by name. */
export function byName(desired: readonly DesiredLocation[]): ReadonlyMap<string, DesiredLocation> {
  return new Map(desired.map((location) => [location.name, location]));
}
