import { mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { LiveCloudMapService, LiveService, TagMap } from "../model/live-state.ts";
import type { Remains } from "../model/remains.ts";
import { identityOf, isOfOtherCluster, isSameIdentity, TAG_DEPLOYMENT, TAG_LOCATION } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { AwsPorts } from "../ports.ts";
import { readLiveServices } from "./services.ts";

const READS_AT_ONCE = 8;

/** Which remains to look for. */
export interface RemainsWanted {
  readonly cluster: string;
  /** Where the Cloud Map services are; undefined: anywhere in the account. */
  readonly namespaceId: string | undefined;
  /** Whether tags say that a thing is to go. */
  readonly isWanted: (tags: TagMap) => boolean;
  /** The name a code server has, for what is found without one. */
  readonly serviceNameOf: (deployment: string, location: string) => string;
  /** How the families of code servers begin. */
  readonly familyPrefix: string;
  /** False for families that cannot be wanted, by their name; a question saved each. */
  readonly mayBeWanted?: (family: string) => boolean;
  /** Services already read, by name. */
  readonly services?: ReadonlyMap<string, LiveService>;
  /** Names of services that must stay. */
  readonly keep?: ReadonlySet<string>;
  /** The families that begin so, where they were read already. */
  readonly families?: readonly string[];
  /** The Cloud Map services, where they were read already. */
  readonly cloudMap?: readonly LiveCloudMapService[];
}

type ReadPorts = Pick<AwsPorts, "ecs" | "discovery">;

/** All ends in `-` and six hex digits, or is nothing else (names of code servers). */
const OUR_NAME = /(?:^|-)[0-9a-f]{6}$/;

/**
 * Everything of the wanted owner, by tags alone: the services of the cluster, then the Cloud Map services that no
 * other ECS service uses, then the families that no other service of the cluster runs.
 */
export async function findRemains(wanted: RemainsWanted, ports: ReadPorts): Promise<readonly Remains[]> {
  const [names, cloudMap, families] = await Promise.all([
    ports.ecs.listServices(wanted.cluster),
    wanted.cloudMap ?? listCloudMap(wanted.namespaceId, ports),
    wanted.families ?? ports.ecs.listTaskDefinitionFamilies(wanted.familyPrefix),
  ]);
  const known = wanted.services ?? new Map<string, LiveService>();
  const unread = names.filter((name) => !known.has(name) && wanted.keep?.has(name) !== true);
  const all = [...known.values(), ...(await readLiveServices(wanted.cluster, unread, ports)).values()];
  const listed = all.filter((service) => isWantedService(service, wanted));
  const others = all.filter((service) => !isWantedService(service, wanted));
  const [registrations, orphans] = await Promise.all([
    findRegistrations(cloudMap, { listed, others }, wanted, ports),
    findOrphanFamilies(families, all, wanted, ports),
  ]);
  // ECS does not list a service that drains; what it leaves behind tells its name.
  const left = assemble([], registrations, orphans, wanted).map(({ name }) => name);
  const hidden = left.filter((name) => !all.some((service) => service.name === name));
  const draining = [...(await readLiveServices(wanted.cluster, hidden, ports)).values()];
  const services = [...listed, ...draining.filter((service) => isWantedService(service, wanted))];
  return assemble(services, registrations, orphans, wanted).map((remains) => ({
    ...remains,
    usedElsewhere: others.flatMap(revisionsOf).filter((arn) => remains.families.includes(familyOf(arn))),
  }));
}

function isWantedService({ name, tags }: LiveService, { isWanted, keep }: RemainsWanted): boolean {
  return keep?.has(name) !== true && isWanted(tags);
}

async function listCloudMap(
  namespaceId: string | undefined,
  { discovery }: ReadPorts,
): Promise<readonly LiveCloudMapService[]> {
  if (namespaceId === undefined) return discovery.listAllServices();
  return [...(await discovery.listServices(namespaceId)).values()];
}

interface Registration {
  readonly service: LiveCloudMapService;
  readonly tags: TagMap;
}

interface EcsServices {
  readonly listed: readonly LiveService[];
  readonly others: readonly LiveService[];
}

/** What another ECS service uses is not asked about, nor what cannot be ours by its name. */
async function findRegistrations(
  cloudMap: readonly LiveCloudMapService[],
  { listed, others }: EcsServices,
  wanted: RemainsWanted,
  ports: ReadPorts,
): Promise<readonly Registration[]> {
  const ours = new Set(listed.flatMap(registriesOf));
  const theirs = new Set(others.flatMap(registriesOf));
  const candidates = cloudMap.filter(
    ({ arn, name }) => wanted.keep?.has(name) !== true && (ours.has(arn) || (!theirs.has(arn) && OUR_NAME.test(name))),
  );
  const read = await mapConcurrently(candidates, READS_AT_ONCE, async (service) => ({
    service,
    tags: await tagsOf(service, ports),
  }));
  return read.filter(({ tags }) => wanted.isWanted(tags));
}

/** None when somebody has deleted it since it was listed. */
async function tagsOf({ arn }: LiveCloudMapService, { discovery }: ReadPorts): Promise<TagMap> {
  try {
    return await discovery.tagsOf(arn);
  } catch (error) {
    if (error instanceof ActionError && GONE_CODES.has(error.code)) return {};
    throw error;
  }
}

const GONE_CODES: ReadonlySet<string> = new Set(["ResourceNotFoundException", "ServiceNotFound"]);

interface OrphanFamily {
  readonly family: string;
  readonly tags: TagMap;
}

/** Families that no service answers for: the tags of the newest revision say whose they are. */
async function findOrphanFamilies(
  families: readonly string[],
  services: readonly LiveService[],
  wanted: RemainsWanted,
  ports: ReadPorts,
): Promise<readonly OrphanFamily[]> {
  const answered = new Set(services.flatMap(revisionsOf).map(familyOf));
  const candidates = families.filter((family) => !answered.has(family) && wanted.mayBeWanted?.(family) !== false);
  const read = await mapConcurrently(candidates, READS_AT_ONCE, async (family) => ({
    family,
    tags: (await ports.ecs.describeTaskDefinition(family, { withTags: true }))?.tags ?? {},
  }));
  return read.filter(({ tags }) => wanted.isWanted(tags) && !isOfOtherCluster(tags, wanted.cluster));
}

type Found = Omit<Remains, "usedElsewhere">;

/** One entry for each code server, whatever of it was found. */
function assemble(
  services: readonly LiveService[],
  registrations: readonly Registration[],
  orphans: readonly OrphanFamily[],
  wanted: RemainsWanted,
): readonly Found[] {
  const found = new Map<string, Found>();
  const add = (tags: TagMap, name: string, more: Partial<Found>): void => {
    const identity = identityOf(tags);
    const key = JSON.stringify([identity, name]);
    const before = found.get(key) ?? { identity, name, families: [] };
    const families = [...new Set([...before.families, ...(more.families ?? [])])].sort(compareCodePoints);
    found.set(key, { ...before, ...more, families });
  };
  for (const service of services) {
    add(service.tags, service.name, { service, families: revisionsOf(service).map(familyOf) });
  }
  for (const { service, tags } of registrations) add(tags, service.name, { cloudMapService: service });
  for (const { family, tags } of orphans) {
    const server = [...found.values()].find(({ identity }) => isSameIdentity(identity, tags));
    const name = server?.name ?? wanted.serviceNameOf(tags[TAG_DEPLOYMENT] ?? "", tags[TAG_LOCATION] ?? "");
    if (wanted.keep?.has(name) !== true) add(tags, name, { families: [family] });
  }
  return [...found.values()].sort((one, other) => compareCodePoints(one.name, other.name));
}

function registriesOf({ description }: LiveService): readonly string[] {
  return (description.serviceRegistries ?? []).flatMap(({ registryArn }) => registryArn ?? []);
}

function revisionsOf({ taskDefinitionArn, description }: LiveService): readonly string[] {
  const ofDeployments = (description.deployments ?? []).flatMap(({ taskDefinition }) => taskDefinition ?? []);
  return [...new Set([taskDefinitionArn, ...ofDeployments])].filter((arn) => arn !== "");
}

function familyOf(taskDefinitionArn: string): string {
  return lastSegment(taskDefinitionArn).replace(/:\d+$/, "");
}
