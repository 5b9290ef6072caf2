import { checkHealthCheck, checkReplicaCount, checkRunTags, checkServerTags, checkVariables } from "./rules.ts";
import {
  booleanSource,
  type Field,
  type Fields,
  integer,
  listOf,
  permissive,
  type Schema,
  shape,
  text,
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

const tags: Schema = listOf(
  shape({
    key: { schema: textSource, description: "Key of the tag.", required: true, example: "key: team" },
    value: { schema: textSource, description: "Value of the tag.", example: "value: data" },
  }),
);

/** Containers are the ECS API's own, passed on; only what the reference writes wrongly is put right. */
const sidecars: Schema = listOf(
  permissive({
    environment: {
      schema: listOf(
        permissive({
          name: { schema: text, description: "Name of the variable." },
          value: { schema: { kind: "text", tolerates: "scalar" }, description: "Value of the variable." },
        }),
      ),
      description: "Environment of the sidecar container.",
      example: 'environment: [{name: ECS_FARGATE, value: "true"}]',
    },
  }),
);

const healthCheck: Schema = permissive({
  command: {
    schema: listOf(text),
    description: "Command that tells whether the code server is healthy.",
    example: 'command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]',
  },
  interval: { schema: integer, description: "Seconds between two checks." },
  timeout: { schema: integer, description: "Seconds one check may take." },
  retries: { schema: integer, description: "Failures in a row that make the container unhealthy." },
  startPeriod: { schema: integer, description: "Seconds after the start in which failures do not count." },
});

export const secret = shape({
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
});

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
    schema: shape({
      cpuArchitecture: { schema: textSource, description: "X86_64 or ARM64." },
      operatingSystemFamily: { schema: textSource, description: "For example LINUX." },
    }),
    description: "Processor and operating system of the task.",
    example: "runtime_platform: {cpuArchitecture: ARM64}",
  },
  volumes: {
    schema: listOf(permissive({ name: { schema: textSource, description: "Name mount points refer to." } })),
    description: "Volumes of the task, as in the ECS API.",
    example: "volumes: [{name: data}]",
  },
  mount_points: {
    schema: listOf(
      shape({
        sourceVolume: { schema: textSource, description: "Name of the volume." },
        containerPath: { schema: textSource, description: "Where the container sees it." },
        readOnly: { schema: booleanSource, description: "Whether the container may only read." },
      }),
    ),
    description: "Where the code server's container mounts volumes.",
    example: "mount_points: [{sourceVolume: data, containerPath: /data}]",
  },
  server_sidecar_containers: {
    schema: sidecars,
    description: "Containers that run beside the code server, as in the ECS API.",
    example: "server_sidecar_containers: [{name: agent, image: registry/agent:1}]",
  },
  run_sidecar_containers: {
    schema: sidecars,
    description: "Containers that run beside each run, as in the ECS API.",
    example: "run_sidecar_containers: [{name: agent, image: registry/agent:1}]",
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
