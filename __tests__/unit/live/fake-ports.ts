import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { LiveTaskDefinition, TagMap } from "../../../src/model/live-state.ts";
import type { AwsPorts } from "../../../src/ports.ts";

/** A port method that the test did not expect to be called. */
const refuse = (name: string) => () => Promise.reject(new Error(`${name} was not expected`));

const METHODS = {
  ecs: [
    "describeServices",
    "listServices",
    "listServiceDeployments",
    "describeServiceDeployments",
    "describeServiceRevisions",
    "rollBackServiceDeployment",
    "describeTaskDefinition",
    "listTaskDefinitions",
    "listTaskDefinitionFamilies",
    "deregisterTaskDefinition",
    "registerTaskDefinition",
    "createService",
    "updateService",
    "deleteService",
    "tagResource",
    "untagResource",
    "describeStoppedTasks",
    "describeRunningTasks",
    "describeTasksOfFamily",
    "describeTasks",
    "runTask",
    "stopTask",
    "clusterIsActive",
  ],
  registry: ["resolveImages"],
  discovery: [
    "listServices",
    "listAllServices",
    "createService",
    "deleteService",
    "deregisterInstances",
    "tagsOf",
    "tagResource",
    "untagResource",
    "describeNamespace",
  ],
  secrets: ["secretsWithTag", "nameOf"],
  logs: ["lastLines", "groupExists"],
  network: ["inferPublicIp", "missingSubnets", "missingSecurityGroups"],
  identity: ["callerIdentity", "checkTaskRole"],
} as const satisfies { [Port in Exclude<keyof AwsPorts, "region">]: readonly (keyof AwsPorts[Port])[] };

type Overrides = { readonly [Port in keyof typeof METHODS]?: Partial<AwsPorts[Port]> };

/** Ports that answer only what the test gives, and record every call as `port.method(arguments)`. */
export function createFakePorts(overrides: Overrides) {
  const calls: string[] = [];
  const build = (port: keyof typeof METHODS) => {
    const given = new Map(Object.entries(overrides[port] ?? {}));
    return Object.fromEntries(
      METHODS[port].map((method) => {
        const name = `${port}.${method}`;
        const answer: unknown = given.get(method) ?? refuse(name);
        return [
          method,
          async (...values: unknown[]) => {
            calls.push(`${name}(${JSON.stringify(values).slice(1, -1)})`);
            return typeof answer === "function" ? answer(...values) : undefined;
          },
        ];
      }),
    );
  };
  // Built by name from METHODS, which the compiler checks against AwsPorts.
  const ports = {
    region: "us-west-2",
    ...Object.fromEntries(Object.keys(METHODS).map((port) => [port, build(port as keyof typeof METHODS)])),
  } as unknown as AwsPorts;
  return { ports, calls };
}

/** What an adapter throws for a missing permission. */
export function accessDenied(action: string): ActionError {
  return new ActionError("AccessDeniedException", `The role of this run has no permission for ${action}.`, {
    source: "aws",
    hint: `Allow ${action} in the IAM policy of the role.`,
  });
}

export const ACCOUNT = "123456789012";

/** A service as ECS describes it. */
export function describedService(serviceName: string, revision = 1, tags: TagMap = {}): EcsService {
  return {
    serviceName,
    serviceArn: `arn:aws:ecs:us-west-2:${ACCOUNT}:service/main/${serviceName}`,
    status: "ACTIVE",
    taskDefinition: `arn:td/${serviceName}:${revision}`,
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
}

/** A registered task definition. */
export function registered(family: string, revision: number): LiveTaskDefinition {
  return { arn: `arn:td/${family}:${revision}`, family, revision, status: "ACTIVE", description: {} };
}

/** A location as the `desired` room makes one; `body` is merged into the task definition. */
export function desiredLocation(
  name: string,
  overrides: Partial<Omit<DesiredLocation, "service">> & {
    body?: JsonObject;
    service?: Partial<DesiredLocation["service"]>;
  } = {},
): DesiredLocation {
  const { body, service, ...rest } = overrides;
  return {
    name,
    deployment: { name: "prod", kind: "full" },
    image: { requested: "ecr/etl:1", reference: "ecr/etl@sha256:1", status: "pinned" },
    taskDefinition: {
      family: name,
      body: {
        executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/exec`,
        taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/task`,
        containerDefinitions: [{ name: "dagster", image: "etl" }],
        ...body,
      },
      environment: [],
    },
    service: {
      name,
      cluster: "main",
      launchType: "FARGATE",
      enableExecuteCommand: false,
      subnets: ["subnet-b", "subnet-a"],
      securityGroups: ["sg-1"],
      rollbackOnFailure: true,
      createRequest: {},
      ...service,
    },
    cloudMapService: { name, namespaceId: "ns-1", createRequest: {} },
    userTags: {},
    identityTags: {},
    loadCheckCommand: ["dagster", "definitions", "validate", "--module-name", "etl"],
    port: 4000,
    rolloutTimeout: 480,
    taskStartTimeout: 300,
    healthCheckTimeout: 180,
    gracePeriod: 30,
    logGroup: "/dagster",
    position: { file: "dagster_cloud.yaml", line: 1, column: 1 },
    ...rest,
  };
}
