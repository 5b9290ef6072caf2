import { secret, sharedEcsFields } from "./ecs-schema.ts";
import { checkMixedSecrets } from "./rules.ts";
import {
  any,
  boolean,
  booleanSource,
  type Fields,
  integerSource,
  listOf,
  nullable,
  permissive,
  type Schema,
  type ShapeSchema,
  shape,
  text,
  textSource,
} from "./schema.ts";

/** The agent puts the prefix into names of limited length and refuses longer ones (docs/agent.md, Naming). */
const familyPrefix: Schema = { kind: "text", maximumLength: 16 };

const metrics = shape({ enabled: { schema: boolean, description: "Whether they are collected." } });

const ttl: Fields = {
  enabled: { schema: booleanSource, description: "Whether servers without requests are shut down.", required: true },
  ttl_seconds: { schema: integerSource, description: "How long such a server is left running." },
};

/** Settings of the agent itself, which do not reach the code servers. */
const agentOnlyFields: Fields = {
  agent_metrics: {
    schema: metrics,
    description: "Metrics of the agent.",
    example: "agent_metrics: {enabled: true}",
  },
  server_ttl: {
    schema: shape({
      full_deployments: { schema: shape(ttl), description: "For full deployments." },
      branch_deployments: {
        schema: shape({ ttl_seconds: { schema: integerSource, description: "How long a server is left running." } }),
        description: "For branch deployments.",
      },
      max_servers: { schema: integerSource, description: "Most servers that run without requests." },
      enabled: { schema: booleanSource, description: "Older form of full_deployments.enabled." },
      ttl_seconds: { schema: integerSource, description: "Older form of full_deployments.ttl_seconds." },
    }),
    description: "When the agent shuts servers down that serve no requests.",
    example: "server_ttl: {full_deployments: {enabled: true, ttl_seconds: 7200}}",
  },
  defer_job_snapshots: { schema: booleanSource, description: "How the agent uploads snapshots of jobs." },
  direct_snapshot_uploads: { schema: booleanSource, description: "Where the agent uploads snapshots to." },
  upload_snapshots_on_startup: {
    schema: booleanSource,
    description: "Whether the agent uploads snapshots at its start.",
  },
  requires_healthcheck: { schema: booleanSource, description: "Whether the agent writes a file when it is ready." },
  run_task_definition_prefix: { schema: familyPrefix, description: "Start of the task definition family of runs." },
};

/** `user_code_launcher.config` of the ECS launcher (reference: user_code_launcher properties). */
export const launcherConfigSchema: ShapeSchema = shape(
  {
    cluster: {
      schema: textSource,
      description: "ECS cluster, by name or ARN.",
      required: true,
      example: "cluster: my-cluster",
    },
    subnets: {
      schema: { kind: "list", items: textSource, minimumLength: 1 },
      description: "Subnets of the code servers.",
      required: true,
      example: "subnets: [subnet-0123456789abcdef0]",
    },
    security_group_ids: {
      schema: listOf(textSource),
      description: "Security groups of the code servers.",
      example: "security_group_ids: [sg-0123456789abcdef0]",
    },
    service_discovery_namespace_id: {
      schema: textSource,
      description: "Id of the Cloud Map namespace.",
      required: true,
      example: "service_discovery_namespace_id: ns-abcdefgh12345678",
    },
    service_discovery_role_arn: { schema: textSource, description: "Role to assume for Cloud Map." },
    log_group: {
      schema: textSource,
      description: "CloudWatch log group.",
      required: true,
      example: "log_group: /dagster/code",
    },
    launch_type: { schema: { kind: "choice", values: ["FARGATE", "EC2"] }, description: "FARGATE or EC2." },
    assign_public_ip: {
      schema: nullable(boolean),
      description: "Whether tasks get a public IP; found out when absent.",
    },
    server_process_startup_timeout: { schema: integerSource, description: "Seconds for the code to load." },
    ecs_timeout: { schema: integerSource, description: "Seconds for ECS to start a service." },
    ecs_grace_period: { schema: integerSource, description: "Seconds in which failing calls to ECS are tried again." },
    enable_ecs_exec: { schema: boolean, description: "Whether ECS Exec can open a shell in the tasks." },
    code_server_metrics: {
      schema: metrics,
      description: "Metrics of the code servers.",
      example: "code_server_metrics: {enabled: true}",
    },
    server_task_definition_prefix: { schema: familyPrefix, description: "Start of the task definition family." },
    secrets: {
      schema: listOf({ kind: "text-or-shape", text, shape: secret }),
      description: "Secrets as environment variables: ARNs, or entries with name and valueFrom.",
      example: "secrets: [{name: API_TOKEN, valueFrom: arn:aws:secretsmanager:...}]",
      rules: [checkMixedSecrets],
    },
    secrets_tag: {
      schema: nullable(textSource),
      description: "Every Secrets Manager secret with this tag key becomes an environment variable.",
      example: "secrets_tag: dagster",
    },
    ...sharedEcsFields,
    execution_role_arn: {
      schema: textSource,
      description: "Role ECS uses to pull the image, read secrets and write logs.",
      required: true,
      example: "execution_role_arn: arn:aws:iam::123456789012:role/execution",
    },
    ...agentOnlyFields,
  },
  {
    secrets_tags: "Write secrets_tag: name; secrets_tags is a location's key.",
    isolated_agents: "Move it to the top of dagster.yaml.",
    agent_queues: "Move it to the top of dagster.yaml.",
    dagster_cloud_api: "Move it to the top of dagster.yaml.",
    cpu: 'Move it into server_resources: {cpu: "256"}.',
    memory: 'Move it into server_resources: {memory: "512"}.',
    task_definition_arn: "Remove it: task definitions are rendered from this configuration.",
  },
);

/** `dagster_cloud_api` (reference: dagster_cloud_api properties). Nothing here is needed to deploy code servers. */
export const apiSchema: ShapeSchema = {
  kind: "shape",
  unknown: "warn",
  fields: {
    url: { schema: textSource, description: "Address of the organization in Dagster+." },
    // Never checked and never shown: the CI step that reads this file need not have the agent's token.
    agent_token: { schema: any, description: "Token of the agent." },
    agent_label: { schema: any, description: "Name of the agent in the Dagster+ UI." },
    deployment: { schema: any, description: "Full deployment the agent serves." },
    deployments: { schema: listOf(textSource), description: "Full deployments the agent serves." },
    branch_deployments: { schema: booleanSource, description: "Whether the agent serves all branch deployments." },
    all_serverless_deployments: { schema: any, description: "Not used here." },
    timeout: { schema: any, description: "Seconds a request to Dagster+ may take." },
    retries: { schema: any, description: "How often such a request is tried again." },
    backoff_factor: { schema: any, description: "How the waits between tries grow." },
    method: { schema: any, description: "HTTP method." },
    verify: { schema: any, description: "Whether certificates are verified." },
    headers: { schema: any, description: "Additional HTTP headers." },
    cookies: { schema: any, description: "Additional cookies." },
    proxies: { schema: any, description: "HTTP proxies." },
    socket_options: { schema: any, description: "Socket options." },
  },
};

/** The parts of the agent's `dagster.yaml` that matter here; other blocks of a Dagster instance are ignored. */
export const agentFileSchema: ShapeSchema = permissive({
  dagster_cloud_api: { schema: any, description: "How the agent reaches Dagster+.", ignoresNull: true },
  user_code_launcher: {
    schema: shape({
      module: { schema: text, description: "dagster_cloud.workspace.ecs" },
      class: {
        schema: text,
        description: "EcsUserCodeLauncher",
        required: true,
        example: "class: EcsUserCodeLauncher",
      },
      config: { schema: any, description: "Configuration of the launcher.", required: true },
    }),
    description: "What launches code servers.",
    required: true,
    example: "user_code_launcher: {module: dagster_cloud.workspace.ecs, class: EcsUserCodeLauncher, config: {...}}",
  },
  isolated_agents: {
    schema: shape({ enabled: { schema: booleanSource, description: "Whether agents see only their own resources." } }),
    description: "Several agents that do not share resources.",
    example: "isolated_agents: {enabled: true}",
    ignoresNull: true,
  },
  agent_queues: {
    schema: shape({
      include_default_queue: { schema: booleanSource, description: "Whether requests without a queue are served." },
      additional_queues: { schema: listOf(textSource), description: "Queues that are served.", ignoresNull: true },
    }),
    description: "Queues the agent serves.",
    example: "agent_queues: {include_default_queue: true, additional_queues: [heavy]}",
    ignoresNull: true,
  },
});
