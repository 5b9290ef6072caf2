import { mapConcurrently } from "../concurrency.ts";
import { isAccessDenied } from "../model/aws-error-codes.ts";
import type {
  LiveCloudMapService,
  LiveLocation,
  LiveService,
  LiveState,
  LiveTaskDefinition,
} from "../model/live-state.ts";
import type { Remains } from "../model/remains.ts";
import type { AwsPorts } from "../ports.ts";
import { findRemains, type RemainsWanted } from "./remains.ts";

const LOCATIONS_AT_ONCE = 8;
/** ListTaskDefinitionFamilies API reference: at most 100. */
const FAMILIES_PER_PAGE = 100;

/** A location whose live state is wanted. */
export interface WantedLocation {
  readonly name: string;
  readonly serviceName: string;
  readonly family: string;
  /** Hex hash of the desired task definition. */
  readonly fingerprint: string;
  readonly cloudMapName: string;
}

/** Which live state to read. */
export interface LiveStateWanted {
  readonly cluster: string;
  readonly namespaceId: string;
  readonly locations: readonly WantedLocation[];
  /** How the families of the deployment's code servers begin. */
  readonly familyPrefix: string;
  /** Already read, by name (`readLiveServices`). */
  readonly services: ReadonlyMap<string, LiveService>;
  /** Task definitions already read, by ARN. */
  readonly alreadyDescribed?: ReadonlyMap<string, LiveTaskDefinition>;
  /** Whose remains to look for, of locations that are not in the file any more; absent: not looked for. */
  readonly prune?: Pick<RemainsWanted, "isWanted" | "serviceNameOf" | "mayBeWanted"> & {
    /** Names of services whose location is in the file but not wanted here. */
    readonly keep: readonly string[];
  };
  /** Whether the tags of a service say that it runs the desired task definition. */
  readonly fingerprintAnswers: (service: LiveService, location: WantedLocation) => boolean;
  /** ARN of the revision this action last put a service on, where somebody else has put it on a newer one since. */
  readonly overriddenRevision?: (service: LiveService) => string | undefined;
}

type ReadPorts = Pick<AwsPorts, "ecs" | "discovery">;

/** Reads what exists for each location, and what exists beside them for `prune`. */
export async function readLiveState(
  wanted: LiveStateWanted,
  ports: ReadPorts,
): Promise<{ readonly live: LiveState; readonly cloudMap: ReadonlyMap<string, LiveCloudMapService> }> {
  const isNeeded = wanted.locations.length > 0 || wanted.prune !== undefined;
  const cloudMap = isNeeded
    ? await ports.discovery.listServices(wanted.namespaceId)
    : new Map<string, LiveCloudMapService>();
  const families = await readFamilies(wanted, ports);
  const locations = await mapConcurrently(wanted.locations, LOCATIONS_AT_ONCE, async (location) => {
    const [definitions, registration] = await Promise.all([
      readTaskDefinitions(location, families, wanted, ports),
      readRegistration(location, wanted, cloudMap, ports),
    ]);
    const service = wanted.services.get(location.serviceName);
    const live: LiveLocation = { ...(service === undefined ? {} : { service }), ...definitions, ...registration };
    return [location.name, live] as const;
  });
  const remains = await readRemains(wanted, cloudMap, families, ports);
  return { live: { locations: new Map(locations), ...(remains !== undefined && { remains }) }, cloudMap };
}

/**
 * The families that exist, where that saves asking for each new location's: a first deployment has none of them.
 * Undefined when they were not read.
 */
async function readFamilies(
  { locations, services, familyPrefix, prune }: LiveStateWanted,
  { ecs }: ReadPorts,
): Promise<readonly string[] | undefined> {
  if (prune !== undefined) return ecs.listTaskDefinitionFamilies(familyPrefix);
  const added = locations.filter(({ serviceName }) => !services.has(serviceName));
  const pages = 1 + Math.floor(services.size / FAMILIES_PER_PAGE);
  if (added.length <= pages) return undefined;
  try {
    return await ecs.listTaskDefinitionFamilies(familyPrefix);
  } catch (error) {
    if (isAccessDenied(error)) return undefined;
    throw error;
  }
}

/** The newest revision of the family, and what runs if that is another one; nothing when the fingerprint answers. */
async function readTaskDefinitions(
  location: WantedLocation,
  families: readonly string[] | undefined,
  wanted: LiveStateWanted,
  ports: ReadPorts,
): Promise<Pick<LiveLocation, "running" | "latest" | "lastWanted">> {
  const service = wanted.services.get(location.serviceName);
  if (service === undefined && families?.includes(location.family) === false) return {};
  if (service !== undefined && wanted.fingerprintAnswers(service, location)) return {};
  const latest = await ports.ecs.describeTaskDefinition(location.family, { withTags: true });
  const running = service && (await readRunning(service.taskDefinitionArn, latest, wanted, ports));
  const overridden = service && wanted.overriddenRevision?.(service);
  // It only explains: without it a plan says less, and does the same.
  const lastWanted = overridden && (await ports.ecs.describeTaskDefinition(overridden).catch(() => undefined));
  return {
    ...(running && { running }),
    ...(latest && { latest }),
    ...(lastWanted && { lastWanted }),
  };
}

async function readRunning(
  arn: string,
  latest: LiveTaskDefinition | undefined,
  wanted: LiveStateWanted,
  ports: ReadPorts,
): Promise<LiveTaskDefinition | undefined> {
  if (arn === "") return undefined;
  if (latest?.arn === arn) return latest;
  return wanted.alreadyDescribed?.get(arn) ?? (await ports.ecs.describeTaskDefinition(arn));
}

/** The tags decide whose a Cloud Map service is when no ECS service that is registered there does. */
async function readRegistration(
  location: WantedLocation,
  wanted: LiveStateWanted,
  cloudMap: ReadonlyMap<string, LiveCloudMapService>,
  ports: ReadPorts,
): Promise<Pick<LiveLocation, "cloudMapService" | "cloudMapTags">> {
  const cloudMapService = cloudMap.get(location.cloudMapName);
  if (cloudMapService === undefined) return {};
  const service = wanted.services.get(location.serviceName);
  const registries = service?.description.serviceRegistries;
  const isElsewhere = registries?.some(({ registryArn }) => registryArn === cloudMapService.arn) === false;
  if (service?.status === "ACTIVE" && !isElsewhere) return { cloudMapService };
  return { cloudMapService, cloudMapTags: await ports.discovery.tagsOf(cloudMapService.arn) };
}

async function readRemains(
  { prune, cluster, namespaceId, locations, services, familyPrefix }: LiveStateWanted,
  cloudMap: ReadonlyMap<string, LiveCloudMapService>,
  families: readonly string[] | undefined,
  ports: ReadPorts,
): Promise<readonly Remains[] | undefined> {
  if (prune === undefined) return undefined;
  const keep = new Set([...locations.map(({ serviceName }) => serviceName), ...prune.keep]);
  const read = { services, cloudMap: [...cloudMap.values()], ...(families && { families }) };
  return findRemains({ ...prune, ...read, cluster, namespaceId, familyPrefix, keep }, ports);
}
