import { makeArn, type World } from "../world/world.ts";
import { seedItem } from "./seed.ts";

export interface DagsterAccountOptions {
  /** Default `dagster`. */
  readonly cluster?: string;
  /** ECR repositories to make; each gets the image tags below. Default `dagster-code`. */
  readonly repositories?: readonly string[];
  /** Tags every repository has. Default `latest`. */
  readonly imageTags?: readonly string[];
  /** Default `agent.dagster.internal`. */
  readonly namespaceName?: string;
  /** Default `/ecs/dagster`. */
  readonly logGroup?: string;
  /** `owner/name` on GitHub with pull request 1. Default `example/data`. */
  readonly githubRepository?: string;
}

/** Names of what was put there. */
export interface DagsterAccount {
  readonly account: string;
  readonly region: string;
  readonly cluster: string;
  readonly clusterArn: string;
  readonly vpcId: string;
  /** Two subnets whose route leads to a NAT gateway. */
  readonly privateSubnets: readonly string[];
  /** Two subnets whose route leads to an internet gateway. */
  readonly publicSubnets: readonly string[];
  readonly securityGroup: string;
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
  readonly namespaceId: string;
  readonly namespaceName: string;
  readonly logGroup: string;
  /** Without tag, by repository name. */
  readonly repositoryUris: Readonly<Record<string, string>>;
  readonly githubRepository: string;
  readonly pullRequest: number;
}

const PRIVATE_SUBNETS = ["subnet-0aaa1111bbbb2222c", "subnet-0aaa1111bbbb2222d"] as const;
const PUBLIC_SUBNETS = ["subnet-0eee3333ffff4444a", "subnet-0eee3333ffff4444b"] as const;
const SECURITY_GROUP = "sg-0abc1234def56789a";
const VPC = "vpc-0a1b2c3d4e5f60718";
const NAMESPACE = "ns-dagsterabcdefghi";

/** An account as one finds it before the first deployment: everything but the code servers. */
export function seedDagsterAccount(world: World, options: DagsterAccountOptions = {}): DagsterAccount {
  const { account, region } = world.settings;
  const cluster = options.cluster ?? "dagster";
  const repositories = options.repositories ?? ["dagster-code"];
  const namespaceName = options.namespaceName ?? "agent.dagster.internal";
  const logGroup = options.logGroup ?? "/ecs/dagster";
  const githubRepository = options.githubRepository ?? "example/data";
  seedItem(world, { kind: "cluster", name: cluster });
  seedDagsterNetwork(world);
  seedItem(world, { kind: "role", name: "dagster-execution" });
  seedItem(world, { kind: "role", name: "dagster-task" });
  seedItem(world, { kind: "namespace", name: namespaceName, id: NAMESPACE });
  seedItem(world, { kind: "logGroup", name: logGroup });
  for (const repository of repositories) {
    for (const tag of options.imageTags ?? ["latest"]) {
      seedItem(world, { kind: "image", repository, tags: [tag], content: `${repository} ${tag}` });
    }
  }
  seedItem(world, { kind: "pullRequest", repository: githubRepository, number: 1 });
  const host = `${account}.dkr.ecr.${region}.amazonaws.com`;
  return {
    account,
    region,
    cluster,
    clusterArn: makeArn(world, "ecs", `cluster/${cluster}`),
    vpcId: VPC,
    privateSubnets: PRIVATE_SUBNETS,
    publicSubnets: PUBLIC_SUBNETS,
    securityGroup: SECURITY_GROUP,
    executionRoleArn: makeArn(world, "iam", "role/dagster-execution"),
    taskRoleArn: makeArn(world, "iam", "role/dagster-task"),
    namespaceId: NAMESPACE,
    namespaceName,
    logGroup,
    repositoryUris: Object.fromEntries(repositories.map((name) => [name, `${host}/${name}`])),
    githubRepository,
    pullRequest: 1,
  };
}

function seedDagsterNetwork(world: World): void {
  const zones = ["a", "b"] as const;
  for (const [index, zone] of zones.entries()) {
    for (const id of [PRIVATE_SUBNETS[index], PUBLIC_SUBNETS[index]]) {
      if (id !== undefined) {
        seedItem(world, {
          kind: "subnet",
          id,
          vpcId: VPC,
          availabilityZone: `${world.settings.region}${zone}`,
        });
      }
    }
  }
  seedItem(world, { kind: "securityGroup", id: SECURITY_GROUP, vpcId: VPC, name: "dagster" });
  const local = { destination: "10.0.0.0/16", target: "local" };
  // The private subnets have no table of their own: the VPC's main one counts for them.
  seedItem(world, {
    kind: "routeTable",
    id: "rtb-0main00000000000a",
    vpcId: VPC,
    main: true,
    routes: [local, { destination: "0.0.0.0/0", target: "nat-0123456789abcdef0" }],
  });
  seedItem(world, {
    kind: "routeTable",
    id: "rtb-0public0000000000",
    vpcId: VPC,
    subnetIds: PUBLIC_SUBNETS,
    routes: [local, { destination: "0.0.0.0/0", target: "igw-0123456789abcdef0" }],
  });
}
