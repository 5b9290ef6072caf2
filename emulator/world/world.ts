import { createDiscoveryState, type DiscoveryState } from "../aws/discovery-state.ts";
import type { RepositoryRecord } from "../aws/ecr.ts";
import type { RoleRecord } from "../aws/iam.ts";
import type { LogGroupRecord } from "../aws/logs.ts";
import type { NetworkState } from "../aws/network.ts";
import type { SecretRecord } from "../aws/secrets.ts";
import { Behaviours } from "../ecs/behaviours.ts";
import { createEcsState, type EcsState } from "../ecs/state.ts";
import { createGitHubState, type GitHubState } from "../github/state.ts";
import { Timeline } from "./clock.ts";
import { createIds, createRandom, type Ids, type Random } from "./random.ts";
import type { Settings } from "./settings.ts";

/** One account's state, and the time it lives in. Everything a service knows is here. */
export interface World {
  settings: Settings;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly ids: Ids;
  readonly behaviours: Behaviours;
  readonly ecs: EcsState;
  readonly repositories: Map<string, RepositoryRecord>;
  /** By ARN. */
  readonly secrets: Map<string, SecretRecord>;
  readonly discovery: DiscoveryState;
  readonly network: NetworkState;
  readonly logGroups: Map<string, LogGroupRecord>;
  /** By role name, without path. */
  readonly roles: Map<string, RoleRecord>;
  readonly github: GitHubState;
  /** Base URL of this emulator, for the URLs it hands out. */
  url: string;
}

export function createWorld(settings: Settings, startAt: number, url: string): World {
  const random = createRandom(settings.seed);
  return {
    settings,
    timeline: new Timeline(startAt),
    random,
    ids: createIds(random),
    behaviours: new Behaviours(),
    ecs: createEcsState(),
    repositories: new Map(),
    secrets: new Map(),
    discovery: createDiscoveryState(),
    network: { subnets: new Map(), securityGroups: new Map(), routeTables: new Map() },
    logGroups: new Map(),
    roles: new Map(),
    github: createGitHubState(),
    url,
  };
}

/** ARN of a resource in this account and region. */
export function makeArn(world: World, service: string, resource: string): string {
  const { account, region } = world.settings;
  return `arn:aws:${service}:${service === "iam" ? "" : region}:${account}:${resource}`;
}

export function toDate(milliseconds: number): Date {
  return new Date(Math.round(milliseconds));
}
