import { mapConcurrently } from "../concurrency.ts";
import { buildEnvironment } from "../desired/environment.ts";
import { serviceName } from "../desired/names.ts";
import { readLiveServices } from "../live/services.ts";
import type { DagsterDeployment, DesiredTaskDefinition } from "../model/desired.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";
import type { LiveService, LiveTaskDefinition, TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { identityTags, TAG_KIND, TAG_PULL_REQUEST } from "../model/tags.ts";
import type { CodeLocation } from "../model/workspace.ts";
import { imageOfRevision, type KnownEnvironment, readRevision } from "../plan/revision-content.ts";
import { refuseService } from "../plan/revision-step.ts";
import type { EcsPort } from "../ports.ts";
import { fullDeployment } from "./deployment.ts";
import type { ConfiguredLocation } from "./load-configuration.ts";

const LOCATIONS_AT_ONCE = 8;

/** A location that runs, and what its service runs. */
export interface RunningLocation {
  readonly configured: ConfiguredLocation;
  readonly deployment: DagsterDeployment;
  readonly service: LiveService;
  readonly running: LiveTaskDefinition;
  /** Of the running revision. */
  readonly content: DesiredTaskDefinition;
  readonly image: string;
  /** What the environment of its revisions may show. */
  readonly known: KnownEnvironment;
  /** As the service carries them. */
  readonly identityTags: TagMap;
}

/** A location that cannot be redeployed or put back. */
export interface RefusedLocation {
  readonly configured: ConfiguredLocation;
  readonly serviceName: string;
  readonly service: LiveService | undefined;
  readonly reason: Step["reason"];
}

/** Reads what runs for each location, or why that is not ours to change. */
export async function readRunningLocations(
  selected: readonly ConfiguredLocation[],
  where: { readonly deployment: string; readonly source: string; readonly cluster: string },
  ecs: EcsPort,
): Promise<readonly (RunningLocation | RefusedLocation)[]> {
  const nameOf = ({ location }: ConfiguredLocation): string => serviceName(where.deployment, location.name);
  const services = await readLiveServices(where.cluster, selected.map(nameOf), { ecs });
  return mapConcurrently(selected, LOCATIONS_AT_ONCE, async (configured) => {
    const name = nameOf(configured);
    const service = services.get(name);
    const refuse = (reason: Step["reason"]): RefusedLocation => ({ configured, serviceName: name, service, reason });
    const tags = identityTags({
      deployment: fullDeployment(where.deployment),
      location: configured.location.name,
      source: where.source,
    });
    // `deployment` may name a branch deployment, too: its own tags say of which kind it is.
    const refusal = refuseService(name, service, { ...tags, ...kindTags(service?.tags ?? {}) });
    if (refusal !== undefined) return refuse(refusal);
    if (service === undefined) return refuse({ code: "no-service", text: `There is no ECS service "${name}".` });
    const running = await ecs.describeTaskDefinition(service.taskDefinitionArn, { withTags: true });
    const deployment = deploymentOf(service, where.deployment);
    const known = knownEnvironment(configured, deployment);
    const content = running && readRevision(running, known);
    if (running === undefined || content === undefined) return refuse(explainUnreadable(service));
    return {
      configured,
      deployment,
      service,
      running,
      content,
      image: imageOfRevision(content),
      known,
      identityTags: { ...tags, ...kindTags(service.tags) },
    };
  });
}

function explainUnreadable({ name, taskDefinitionArn }: LiveService): Step["reason"] {
  const text = `The ECS service "${name}" runs ${taskDefinitionArn}, which is gone or has no code server in it: apply brings it back to the configuration.`;
  return { code: "revision-unreadable", text };
}

/** By its tags: `deployment` may name a branch deployment, too. */
function deploymentOf({ tags }: LiveService, name: string): DagsterDeployment {
  return { name, kind: tags[TAG_KIND] === "branch" ? "branch" : "full" };
}

function kindTags(tags: TagMap): TagMap {
  const kept = [TAG_KIND, TAG_PULL_REQUEST].flatMap((key): [string, string][] => {
    const value = tags[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(kept);
}

/** What the configuration of now says of the environment: what it spells out, and what this action sets. */
function knownEnvironment({ location, settings }: ConfiguredLocation, deployment: DagsterDeployment): KnownEnvironment {
  return {
    injected: injectedNames(location, deployment),
    isSpelledOut: (container, name, text) => {
      const sidecar = settings?.serverSidecarContainers.find((each) => each.name === container);
      if (sidecar !== undefined)
        return environmentOf(sidecar).some((each) => each.name === name && each.value === text);
      const value = settings?.environment.find((variable) => variable.name === name)?.value;
      return value?.origin === "literal" && value.text === text;
    },
  };
}

const CODE_SOURCES = ["python_file", "module_name", "package_name", "autoload_defs_module_name"] as const;
/** Any text: a setting that is there brings its variable along. */
const SET = "set";

/** The names of all variables that this action sets itself, for an earlier form of the location, too. */
function injectedNames(location: CodeLocation, deployment: DagsterDeployment): ReadonlySet<string> {
  const branch = {
    pullRequest: 0,
    pullRequestStatus: SET,
    baseDeployment: SET,
    gitBranch: SET,
    gitRepository: SET,
    gitSha: SET,
  };
  const variables = CODE_SOURCES.flatMap((kind) =>
    buildEnvironment({
      user: [],
      location: {
        ...location,
        codeSource: { kind, value: SET },
        workingDirectory: SET,
        executablePath: SET,
        attribute: SET,
      },
      containerContext: {},
      deployment: deployment.kind === "branch" ? { ...deployment, branch } : deployment,
      image: SET,
      port: 0,
      maxWorkers: undefined,
    }),
  );
  return new Set(variables.map(({ name }) => name));
}

function environmentOf(container: JsonObject): readonly JsonObject[] {
  return isJsonList(container.environment) ? container.environment.filter(isJsonObject) : [];
}
