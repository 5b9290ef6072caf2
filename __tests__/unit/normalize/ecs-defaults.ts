import fc from "fast-check";
import type { JsonObject, JsonValue } from "../../../src/model/json.ts";

/** Any register-able task definition, in the parts that matter here. */
export function anyTaskDefinition(): fc.Arbitrary<JsonObject> {
  return fc
    .record(
      {
        family: name(),
        networkMode: fc.constantFrom("awsvpc", "bridge", "host"),
        cpu: fc.constantFrom("256", "0.25 vCPU", "1 vCPU", "4096"),
        memory: fc.constantFrom("512", "1 GB", "2048"),
        taskRoleArn: fc.constantFrom("arn:aws:iam::1:role/a", "a"),
        requiresCompatibilities: fc.uniqueArray(fc.constantFrom("EC2", "FARGATE")),
        runtimePlatform: fc.record({ cpuArchitecture: fc.constantFrom("X86_64", "ARM64") }, { requiredKeys: [] }),
        ephemeralStorage: fc.record({ sizeInGiB: fc.integer({ min: 21, max: 200 }) }),
        containerDefinitions: byName(container(), { minLength: 1 }),
        volumes: byName(volume()),
      },
      { requiredKeys: ["family", "containerDefinitions", "networkMode"] },
    )
    .map(asJson);
}

/** What ECS describes when this was registered (developer guide and API reference; see also the corpus). */
export function describe(registered: JsonObject): JsonObject {
  const networkMode = registered.networkMode;
  return {
    ...registered,
    cpu: units(registered.cpu, "vCPU"),
    memory: units(registered.memory, "GB"),
    taskDefinitionArn: "arn:aws:ecs:eu-west-1:1:task-definition/f:3",
    revision: 3,
    status: "ACTIVE",
    requiresAttributes: [{ name: "ecs.capability.task-eni" }],
    compatibilities: ["EC2", "FARGATE"],
    placementConstraints: [],
    registeredAt: "2024-01-01T00:00:00Z",
    registeredBy: "arn:aws:iam::1:user/x",
    volumes: objects(registered.volumes).map(describeVolume),
    containerDefinitions: objects(registered.containerDefinitions).map((each) => describeContainer(each, networkMode)),
  };
}

/** The same JSON with every list that is a set in another order. */
export function shuffleSets(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const members = (value as readonly JsonValue[]).map(shuffleSets);
    return members.every((each) => typeof each === "object") ? members.toReversed() : members;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shuffleSets(member)]));
}

function describeContainer(container: JsonObject, networkMode: JsonValue | undefined): JsonObject {
  const healthCheck = container.healthCheck as JsonObject | undefined;
  return {
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    portMappings: [],
    volumesFrom: [],
    systemControls: [],
    ulimits: [],
    ...container,
    ...(container.portMappings && {
      portMappings: objects(container.portMappings).map((port) => ({
        protocol: "tcp",
        hostPort: networkMode === "bridge" ? 0 : (port.containerPort ?? 0),
        ...port,
      })),
    }),
    ...(container.mountPoints && {
      mountPoints: objects(container.mountPoints).map((mount) => ({ readOnly: false, ...mount })),
    }),
    ...(healthCheck && { healthCheck: { interval: 30, timeout: 5, retries: 3, ...healthCheck } }),
    ...(container.logConfiguration && {
      logConfiguration: { secretOptions: [], ...(container.logConfiguration as JsonObject) },
    }),
  };
}

function describeVolume(volume: JsonObject): JsonObject {
  const efs = volume.efsVolumeConfiguration as JsonObject | undefined;
  if (!efs) return { host: {}, ...volume };
  const access = efs.authorizationConfig as JsonObject | undefined;
  return {
    ...volume,
    efsVolumeConfiguration: {
      rootDirectory: "/",
      ...efs,
      ...(access && { authorizationConfig: { iam: "DISABLED", ...access } }),
    },
  };
}

function units(value: JsonValue | undefined, unit: string): JsonValue {
  const text = String(value ?? "");
  if (value === undefined) return null;
  return text.endsWith(unit) ? String(Number.parseFloat(text) * 1024) : text;
}

function container(): fc.Arbitrary<object> {
  return fc.record(
    {
      image: fc.constantFrom("a:1", "b:2"),
      cpu: fc.integer({ min: 0, max: 4 }),
      essential: fc.boolean(),
      command: fc.array(name()),
      environment: byName(fc.record({ value: fc.string() }, { requiredKeys: [] })),
      secrets: byName(fc.record({ valueFrom: name() })),
      mountPoints: fc.uniqueArray(
        fc.record(
          { containerPath: name(), sourceVolume: name(), readOnly: fc.boolean() },
          { requiredKeys: ["containerPath", "sourceVolume"] },
        ),
        { selector: ({ containerPath }) => containerPath },
      ),
      portMappings: fc.uniqueArray(
        fc.record(
          { containerPort: fc.integer({ min: 1, max: 9 }), protocol: fc.constantFrom("tcp", "udp") },
          { requiredKeys: ["containerPort"] },
        ),
        { selector: ({ containerPort }) => containerPort },
      ),
      healthCheck: fc.record(
        {
          command: fc.array(name(), { minLength: 1 }),
          interval: fc.integer({ min: 5, max: 60 }),
          startPeriod: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: ["command"] },
      ),
      logConfiguration: fc.record(
        { logDriver: fc.constant("awslogs"), options: fc.dictionary(name(), name()) },
        { requiredKeys: ["logDriver"] },
      ),
      ulimits: byName(fc.record({ softLimit: fc.nat(), hardLimit: fc.nat() })),
    },
    { requiredKeys: ["image"] },
  );
}

function volume(): fc.Arbitrary<object> {
  const efs = fc.record(
    {
      fileSystemId: name(),
      rootDirectory: fc.constantFrom("/", "/data"),
      transitEncryption: fc.constantFrom("ENABLED", "DISABLED"),
      authorizationConfig: fc.record({ accessPointId: name() }, { requiredKeys: [] }),
    },
    { requiredKeys: ["fileSystemId"] },
  );
  return fc.oneof(
    fc.constant({}),
    fc.record({ host: fc.record({ sourcePath: name() }) }),
    fc.record({ efsVolumeConfiguration: efs }),
  );
}

function byName(rest: fc.Arbitrary<object>, constraints: { minLength?: number } = {}): fc.Arbitrary<object[]> {
  return fc.uniqueArray(
    fc.tuple(name(), rest).map(([each, fields]) => ({ name: each, ...fields })),
    { selector: (entry) => entry.name, maxLength: 4, ...constraints },
  );
}

function name(): fc.Arbitrary<string> {
  return fc.constantFrom("a", "b", "dagster", "A#2", "x.y", "__proto__", "ü");
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
}

/** Records of fast-check have no prototype; what came over the network has one. */
function asJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
