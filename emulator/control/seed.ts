import type { CreateServiceRequest, RegisterTaskDefinitionRequest } from "@aws-sdk/client-ecs";
import type { CreateServiceRequest as CreateDiscoveryServiceRequest } from "@aws-sdk/client-servicediscovery";
import { addDiscoveryService } from "../aws/cloud-map.ts";
import { addRepository } from "../aws/ecr.ts";
import { addRole } from "../aws/iam.ts";
import { type ImageSeed, pushImage } from "../aws/images.ts";
import { addLogGroup } from "../aws/logs.ts";
import type { RouteTableRecord, SecurityGroupRecord, SubnetRecord } from "../aws/network.ts";
import { addCluster } from "../ecs/clusters.ts";
import { createService } from "../ecs/services.ts";
import { registerTaskDefinition } from "../ecs/task-definitions.ts";
import { addGitHubRepository, type PullRequestRecord } from "../github/state.ts";
import { makeArn, type World } from "../world/world.ts";

/** Something to put into the account, past the API's permissions but with its rules. */
export type SeedItem =
  | { readonly kind: "cluster"; readonly name: string }
  | ({ readonly kind: "subnet" } & Pick<SubnetRecord, "id"> & Partial<SubnetRecord>)
  | ({ readonly kind: "securityGroup" } & Pick<SecurityGroupRecord, "id"> & Partial<SecurityGroupRecord>)
  | ({ readonly kind: "routeTable" } & Pick<RouteTableRecord, "id"> & Partial<RouteTableRecord>)
  | {
      readonly kind: "role";
      readonly name: string;
      readonly path?: string;
      readonly trustedServices?: readonly string[];
    }
  | { readonly kind: "namespace"; readonly name: string; readonly id?: string; readonly type?: "DNS_PRIVATE" | "HTTP" }
  | {
      readonly kind: "discoveryService";
      readonly namespaceId: string;
      readonly request: CreateDiscoveryServiceRequest;
    }
  | { readonly kind: "logGroup"; readonly name: string }
  | { readonly kind: "repository"; readonly name: string }
  | ({ readonly kind: "image" } & ImageSeed)
  | {
      readonly kind: "secret";
      readonly name: string;
      /** The whole ARN, when a test needs a certain one. */
      readonly arn?: string;
      readonly description?: string;
      readonly tags?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "taskDefinition"; readonly request: RegisterTaskDefinitionRequest }
  | { readonly kind: "service"; readonly request: CreateServiceRequest }
  | { readonly kind: "accountSetting"; readonly name: string; readonly value: string }
  | ({
      readonly kind: "pullRequest";
      /** `owner/name`. */
      readonly repository: string;
      readonly number: number;
    } & Partial<Omit<PullRequestRecord, "number">>)
  | {
      readonly kind: "comment";
      readonly repository: string;
      readonly issue: number;
      readonly body: string;
      readonly login?: string;
    };

/** What came of it: the identifiers a test goes on with. */
export interface Seeded {
  readonly id?: string;
  readonly arn?: string;
  readonly digest?: string;
}

const VPC = "vpc-0a1b2c3d4e5f60718";

export function seedItem(world: World, item: SeedItem): Seeded {
  switch (item.kind) {
    case "cluster":
      return { arn: addCluster(world, item.name).arn };
    case "subnet":
    case "securityGroup":
    case "routeTable":
      return seedNetwork(world, item);
    case "role":
      return { arn: addRole(world, item.name, item).arn };
    case "namespace":
    case "discoveryService":
      return seedDiscovery(world, item);
    case "logGroup":
      addLogGroup(world, item.name);
      return {};
    case "repository":
      return { arn: addRepository(world, item.name).arn };
    case "image":
      return pushImage(world, item);
    case "secret":
      return seedSecret(world, item);
    case "taskDefinition":
      return {
        arn: registerTaskDefinition(item.request, world).taskDefinition?.taskDefinitionArn ?? "",
      };
    case "service":
      return { arn: createService(item.request, world).service?.serviceArn ?? "" };
    case "accountSetting":
      world.ecs.accountSettings.set(item.name, item.value);
      return {};
    case "pullRequest":
    case "comment":
      return seedGitHub(world, item);
    default:
      // Over HTTP anything may come.
      throw new Error(`there is nothing to seed of this kind: ${JSON.stringify(item satisfies never)}`);
  }
}

function seedNetwork(
  world: World,
  item: Extract<SeedItem, { kind: "subnet" | "securityGroup" | "routeTable" }>,
): Seeded {
  const { network, settings } = world;
  switch (item.kind) {
    case "subnet":
      network.subnets.set(item.id, {
        vpcId: VPC,
        availabilityZone: `${settings.region}a`,
        cidrBlock: `10.0.${network.subnets.size}.0/24`,
        ...item,
      });
      break;
    case "securityGroup":
      network.securityGroups.set(item.id, { vpcId: VPC, name: item.id, ...item });
      break;
    case "routeTable":
      network.routeTables.set(item.id, {
        vpcId: VPC,
        main: false,
        subnetIds: [],
        routes: [{ destination: "10.0.0.0/16", target: "local" }],
        ...item,
      });
      break;
  }
  return { id: item.id };
}

function seedDiscovery(world: World, item: Extract<SeedItem, { kind: "namespace" | "discoveryService" }>): Seeded {
  const { discovery } = world;
  if (item.kind === "namespace") {
    const id = item.id ?? `ns-${world.ids.letters(16)}`;
    const arn = makeArn(world, "servicediscovery", `namespace/${id}`);
    discovery.namespaces.set(id, {
      id,
      arn,
      name: item.name,
      type: item.type ?? "DNS_PRIVATE",
      createdAt: world.timeline.now,
      hostedZoneId: `Z${world.ids.hex(20).toUpperCase()}`,
      tags: [],
    });
    return { id, arn };
  }
  const namespace = discovery.namespaces.get(item.namespaceId);
  if (namespace === undefined) {
    throw new Error(`no namespace ${item.namespaceId} to put a service into`);
  }
  const { id, arn } = addDiscoveryService(world, namespace, item.request.Name ?? "", item.request);
  return { id, arn };
}

function seedSecret(world: World, item: Extract<SeedItem, { kind: "secret" }>): Seeded {
  const random = world.ids.letters(6);
  const arn = item.arn ?? makeArn(world, "secretsmanager", `secret:${item.name}-${random}`);
  world.secrets.set(arn, {
    arn,
    name: item.name,
    description: item.description ?? "",
    tags: Object.entries(item.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    createdAt: world.timeline.now,
  });
  return { arn };
}

function seedGitHub(world: World, item: Extract<SeedItem, { kind: "pullRequest" | "comment" }>): Seeded {
  const { github, timeline } = world;
  const repository = addGitHubRepository(github, item.repository);
  if (item.kind === "pullRequest") {
    const { kind: _kind, repository: _repository, ...given } = item;
    repository.pullRequests.set(item.number, {
      title: `Pull request ${item.number}`,
      state: "open",
      merged: false,
      headRef: `branch-${item.number}`,
      headSha: item.number.toString(16).padStart(40, "a"),
      headRepository: item.repository,
      baseRef: "main",
      login: "octocat",
      draft: false,
      locked: false,
      labels: [],
      createdAt: timeline.now,
      updatedAt: timeline.now,
      ...given,
    });
    return { id: String(item.number) };
  }
  const id = github.nextCommentId;
  github.nextCommentId += 1;
  repository.comments.push({
    id,
    issue: item.issue,
    login: item.login ?? "octocat",
    body: item.body,
    earlier: [],
    createdAt: timeline.now,
    updatedAt: timeline.now,
  });
  return { id: String(id) };
}
