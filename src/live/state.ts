import { mapConcurrently } from "../concurrency.ts";
import type {
  LiveCloudMapService,
  LiveLocation,
  LiveService,
  LiveState,
  LiveTaskDefinition,
  TagMap,
} from "../model/live-state.ts";
import { TAG_DEPLOYMENT, TAG_SOURCE, tagValue } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { AwsPorts } from "../ports.ts";
import { readLiveServices } from "./services.ts";

const LOCATIONS_AT_ONCE = 8;

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
  /** Already read, by name (`readLiveServices`). */
  readonly services: ReadonlyMap<string, LiveService>;
  /** Task definitions already read, by ARN. */
  readonly alreadyDescribed?: ReadonlyMap<string, LiveTaskDefinition>;
  /** Whose services to look for that belong to no location any more; absent: not looked for. */
  readonly prune?: {
    readonly source: string;
    /** Name of the Dagster deployment. */
    readonly deployment: string;
    /** Names of services whose location is in the file but not wanted here. */
    readonly keep?: readonly string[];
  };
  /** Whether the tags of a service say that it runs the desired task definition. */
  readonly fingerprintAnswers: (service: LiveService, location: WantedLocation) => boolean;
}

type ReadPorts = Pick<AwsPorts, "ecs" | "discovery">;

/** Reads what exists for each location, and what exists beside them for `prune`. */
export async function readLiveState(
  wanted: LiveStateWanted,
  ports: ReadPorts,
): Promise<{ readonly live: LiveState; readonly cloudMap: ReadonlyMap<string, LiveCloudMapService> }> {
  const isNeeded = wanted.locations.length > 0 || wanted.prune !== undefined;
  const [cloudMap, others] = await Promise.all([
    isNeeded ? ports.discovery.listServices(wanted.namespaceId) : new Map<string, LiveCloudMapService>(),
    readOthers(wanted, ports),
  ]);
  const locations = await mapConcurrently(wanted.locations, LOCATIONS_AT_ONCE, async (location) => {
    const [definitions, registration] = await Promise.all([
      readTaskDefinitions(location, wanted, ports),
      readRegistration(location, wanted, cloudMap, ports),
    ]);
    const service = wanted.services.get(location.serviceName);
    const live: LiveLocation = { ...(service === undefined ? {} : { service }), ...definitions, ...registration };
    return [location.name, live] as const;
  });
  const leftovers = await readLeftovers(wanted, cloudMap, others, ports);
  const abandoned = others.ours;
  return { live: { locations: new Map(locations), abandoned, leftovers }, cloudMap };
}

/** The newest revision of the family, and what runs if that is another one; nothing when the fingerprint answers. */
async function readTaskDefinitions(
  location: WantedLocation,
  wanted: LiveStateWanted,
  ports: ReadPorts,
): Promise<Pick<LiveLocation, "running" | "latest">> {
  const service = wanted.services.get(location.serviceName);
  if (service !== undefined && wanted.fingerprintAnswers(service, location)) return {};
  const latest = await ports.ecs.describeTaskDefinition(location.family);
  const running = service && (await readRunning(service.taskDefinitionArn, latest, wanted, ports));
  return { ...(running === undefined ? {} : { running }), ...(latest === undefined ? {} : { latest }) };
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
  const registries = wanted.services.get(location.serviceName)?.description.serviceRegistries;
  const isElsewhere = registries?.some(({ registryArn }) => registryArn === cloudMapService.arn) === false;
  if (wanted.services.has(location.serviceName) && !isElsewhere) return { cloudMapService };
  return { cloudMapService, cloudMapTags: await ports.discovery.tagsOf(cloudMapService.arn) };
}

/** The ECS services of the cluster that are of no location in the file. */
interface OtherServices {
  readonly names: ReadonlySet<string>;
  /** Those that carry our tags for this source and deployment. */
  readonly ours: readonly LiveService[];
}

async function readOthers(wanted: LiveStateWanted, ports: ReadPorts): Promise<OtherServices> {
  const { prune, cluster } = wanted;
  if (prune === undefined) return { names: new Set(), ours: [] };
  const expected = expectedNames(wanted, prune);
  const others = (await ports.ecs.listServices(cluster)).filter((name) => !expected.has(name));
  const unread = others.filter((name) => !wanted.services.has(name));
  const services = new Map([...wanted.services, ...(await readLiveServices(cluster, unread, ports))]);
  const ours = others
    .flatMap((name) => services.get(name) ?? [])
    .filter(({ tags }) => isOurs(tags, prune))
    .sort((left, right) => compareCodePoints(left.name, right.name));
  return { names: new Set(others), ours };
}

/** Cloud Map services of ours whose ECS service is gone: the removal was interrupted in between. */
async function readLeftovers(
  wanted: LiveStateWanted,
  cloudMap: ReadonlyMap<string, LiveCloudMapService>,
  others: OtherServices,
  ports: ReadPorts,
): Promise<readonly { readonly name: string; readonly tags: TagMap }[]> {
  const { prune } = wanted;
  if (prune === undefined) return [];
  const expected = expectedNames(wanted, prune);
  const alone = [...cloudMap.values()].filter(({ name }) => !expected.has(name) && !others.names.has(name));
  const tagged = await mapConcurrently(alone, LOCATIONS_AT_ONCE, async ({ name, arn }) => ({
    name,
    tags: await ports.discovery.tagsOf(arn),
  }));
  return tagged
    .filter(({ tags }) => isOurs(tags, prune))
    .toSorted((left, right) => compareCodePoints(left.name, right.name));
}

type Prune = NonNullable<LiveStateWanted["prune"]>;

function expectedNames(wanted: LiveStateWanted, prune: Prune): ReadonlySet<string> {
  return new Set([...wanted.locations.map(({ serviceName }) => serviceName), ...(prune.keep ?? [])]);
}

function isOurs(tags: TagMap, prune: Prune): boolean {
  return tags[TAG_SOURCE] === tagValue(prune.source) && tags[TAG_DEPLOYMENT] === tagValue(prune.deployment);
}
