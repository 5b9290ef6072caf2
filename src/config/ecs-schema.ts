import { ecsStructure } from "./ecs-api-schema.ts";
import {
  checkHealthCheck,
  checkReplicaCount,
  checkRunTags,
  checkServerTags,
  checkSidecars,
  checkVariables,
} from "./rules.ts";
import {
  type Field,
  type Fields,
  integer,
  listOf,
  permissive,
  type Schema,
  type ShapeSchema,
  shape,
  textSource,
} from "./schema.ts";

/** Plain text in Dagster's schema; the reference's own example writes a number (reference: `cpu: 256`). */
const size: Schema = { kind: "text", tolerates: "integer" };

const resources: Fields = {
  cpu: {
    schema: size,
    description: "CPU units of the task: 1024 is one vCPU.",
    example: 'cpu: "256"',
  },
  memory: {
    schema: size,
    description: "Memory of the task in MiB.",
    example: 'memory: "512"',
  },
  ephemeral_storage: {
    schema: integer,
    description: "Ephemeral storage of the task in GiB.",
    example: "ephemeral_storage: 50",
  },
};

const tags: Schema = listOf({
  ...shape({
    key: { schema: textSource, description: "Key of the tag.", required: true, example: "key: team" },
    value: { schema: textSource, description: "Value of the tag.", example: "value: data" },
  }),
  pair: ["key", "value"],
});

/** Containers are the ECS API's own; what the reference writes wrongly in their environment is put right. */
const sidecars: Schema = listOf(
  ecsStructure("ContainerDefinition", {
    // ECS refuses a container without either; the SDK's schema does not say so.
    "ContainerDefinition.name": { required: true },
    "ContainerDefinition.image": { required: true },
    "KeyValuePair.value": { schema: { kind: "text", tolerates: "scalar" } },
  }),
);

/** An empty mapping counts as none, so the command is asked for by a rule. */
const healthCheck: Schema = ecsStructure("HealthCheck", {
  "HealthCheck.command": {
    required: false,
    description: "Command that tells whether the code server is healthy.",
    example: 'command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]',
  },
  "HealthCheck.interval": { description: "Seconds between two checks." },
  "HealthCheck.timeout": { description: "Seconds one check may take." },
  "HealthCheck.retries": { description: "Failures in a row that make the container unhealthy." },
  "HealthCheck.startPeriod": { description: "Seconds after the start in which failures do not count." },
});

export const secret: ShapeSchema = {
  ...shape({
    name: {
      schema: textSource,
      description: "Name of the environment variable.",
      required: true,
      example: "name: API_TOKEN",
    },
    valueFrom: {
      schema: textSource,
      description: "ARN of the Secrets Manager secret or SSM parameter.",
      required: true,
      example: "valueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf",
    },
  }),
  pair: ["name", "valueFrom"],
};

export const variables: Field = {
  schema: listOf(textSource),
  description: "Environment variables: KEY=VALUE, or KEY to take the value from the step's environment.",
  example: 'env_vars: ["KEY=VALUE"]',
  rules: [checkVariables],
};

/** What a location's `container_context.ecs` and a deployment's `user_code_launcher.config` have in common. */
export const sharedEcsFields: Fields = {
  env_vars: variables,
  server_resources: {
    schema: permissive({
      ...resources,
      replica_count: {
        schema: { kind: "integer", minimum: 0 },
        description: "How many copies of the code server run.",
        rules: [checkReplicaCount],
      },
    }),
    description: "Resources of the code servers.",
    example: 'server_resources: {cpu: "256", memory: "512"}',
  },
  run_resources: {
    schema: permissive(resources),
    description: "Resources of the runs.",
    example: 'run_resources: {cpu: "1024", memory: "2048"}',
  },
  execution_role_arn: {
    schema: textSource,
    description: "Role ECS uses to pull the image, read secrets and write logs.",
  },
  task_role_arn: { schema: textSource, description: "Role the code runs with." },
  runtime_platform: {
    schema: ecsStructure("RuntimePlatform", {
      "RuntimePlatform.cpuArchitecture": { description: "X86_64 or ARM64.", source: true },
      "RuntimePlatform.operatingSystemFamily": { description: "For example LINUX.", source: true },
    }),
    description: "Processor and operating system of the task.",
    example: "runtime_platform: {cpuArchitecture: ARM64}",
  },
  volumes: {
    schema: listOf(
      ecsStructure("Volume", { "Volume.name": { description: "Name mount points refer to.", source: true } }),
    ),
    description: "Volumes of the task, as in the ECS API.",
    example: "volumes: [{name: data}]",
  },
  mount_points: {
    schema: listOf(
      ecsStructure("MountPoint", {
        "MountPoint.sourceVolume": { description: "Name of the volume.", source: true },
        "MountPoint.containerPath": { description: "Where the container sees it.", source: true },
        "MountPoint.readOnly": { description: "Whether the container may only read.", source: true },
      }),
    ),
    description: "Where the code server's container mounts volumes.",
    example: "mount_points: [{sourceVolume: data, containerPath: /data}]",
  },
  server_sidecar_containers: {
    schema: sidecars,
    description: "Containers that run beside the code server, as in the ECS API.",
    example: "server_sidecar_containers: [{name: agent, image: registry/agent:1}]",
    rules: [checkSidecars],
  },
  run_sidecar_containers: {
    schema: sidecars,
    description: "Containers that run beside each run, as in the ECS API.",
    example: "run_sidecar_containers: [{name: agent, image: registry/agent:1}]",
    rules: [checkSidecars],
  },
  server_ecs_tags: {
    schema: tags,
    description: "Tags of the code server's ECS service and tasks.",
    example: "server_ecs_tags: [{key: team, value: data}]",
    rules: [checkServerTags],
  },
  run_ecs_tags: {
    schema: tags,
    description: "Tags of the ECS tasks of runs.",
    example: "run_ecs_tags: [{key: team, value: data}]",
    rules: [checkRunTags],
  },
  repository_credentials: {
    schema: textSource,
    description: "ARN of the secret with the user and password of a private registry other than ECR.",
    example: "repository_credentials: arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf",
  },
  server_health_check: {
    schema: healthCheck,
    description: "Health check of the code server's container, as in the ECS API.",
    example: 'server_health_check: {command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]}',
    rules: [checkHealthCheck],
  },
};
