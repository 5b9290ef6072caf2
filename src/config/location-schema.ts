import { secret, sharedEcsFields, variables } from "./ecs-schema.ts";
import { checkImage } from "./rules.ts";
import { any, type Field, type Fields, listOf, nullable, shape, text, textSource } from "./schema.ts";

const NO_EFFECT_IN_ECS = {
  severity: "warning",
  message: "The agent accepts this key, but it has no effect on code servers.",
  hint: "Remove it.",
} as const;

/** Keys that only a deployment has. */
const LAUNCHER_KEYS = [
  "cluster",
  "subnets",
  "security_group_ids",
  "service_discovery_namespace_id",
  "log_group",
  "launch_type",
  "assign_public_ip",
  "enable_ecs_exec",
  "server_process_startup_timeout",
  "ecs_timeout",
  "ecs_grace_period",
];
const LAUNCHER_HINT = "It is the deployment's: write it in user_code_launcher.config of the agent's dagster.yaml.";

const ecs: Field = {
  schema: shape(
    {
      ...sharedEcsFields,
      secrets: {
        schema: nullable(listOf(secret)),
        description: "Secrets as environment variables, as in the ECS API.",
        example: "secrets: [{name: API_TOKEN, valueFrom: arn:aws:secretsmanager:...}]",
      },
      secrets_tags: {
        schema: nullable(listOf(textSource)),
        description: "Every Secrets Manager secret with one of these tag keys becomes an environment variable.",
        example: "secrets_tags: [dagster]",
      },
      task_definition_arn: {
        schema: textSource,
        description: "Has no effect.",
        notice: { ...NO_EFFECT_IN_ECS, code: "no-effect" },
      },
      container_name: {
        schema: textSource,
        description: "Has no effect.",
        notice: { ...NO_EFFECT_IN_ECS, code: "no-effect" },
      },
    },
    {
      cpu: 'Move it into server_resources: {cpu: "256"}.',
      memory: 'Move it into server_resources: {memory: "512"}.',
      replica_count: "Move it into server_resources: {replica_count: 2}.",
      ephemeral_storage: "Move it into server_resources: {ephemeral_storage: 50}.",
      secrets_tag: "Write secrets_tags: [name]; secrets_tag is the deployment's key.",
      tags: "Write server_ecs_tags, run_ecs_tags or both.",
      resources: "Write server_resources, run_resources or both.",
      sidecar_containers: "Write server_sidecar_containers, run_sidecar_containers or both.",
      environment: 'Write env_vars: ["KEY=VALUE"].',
      env: 'Write env_vars: ["KEY=VALUE"].',
      ...Object.fromEntries(LAUNCHER_KEYS.map((key) => [key, LAUNCHER_HINT])),
    },
  ),
  description: "Settings for Amazon ECS.",
  ignoresNull: "keeps",
};

const ECS_HINTS = Object.fromEntries(
  [...Object.keys(sharedEcsFields), "ecs", "secrets", "secrets_tags"].map((key) => [
    key,
    key === "ecs" ? "Move it under container_context." : "Move it under container_context.ecs.",
  ]),
);

const containerContext: Field = {
  schema: shape(
    {
      ecs,
      k8s: { schema: any, description: "Settings for Kubernetes; not used here." },
      docker: { schema: any, description: "Settings for Docker; not used here." },
      aca: { schema: any, description: "Settings for Azure Container Apps; not used here." },
      env_vars: {
        ...variables,
        description: "Environment variables of all platforms; they win over ecs.env_vars.",
        notice: {
          code: "shared-variables",
          severity: "warning",
          message:
            "container_context.env_vars is documented, and the agent takes it, but Dagster+'s schema of locations lacks it and may refuse it.",
          hint: "Move the entries to container_context.ecs.env_vars.",
        },
      },
    },
    ECS_HINTS,
  ),
  description: "Settings of the platform the location runs on.",
  example: "container_context: {ecs: {...}}",
  ignoresNull: true,
};

const codeSourceFields: Fields = {
  package_name: { schema: { kind: "text", nonEmpty: true }, description: "Python package with the definitions." },
  module_name: { schema: { kind: "text", nonEmpty: true }, description: "Python module with the definitions." },
  python_file: { schema: { kind: "text", nonEmpty: true }, description: "Python file with the definitions." },
  autoload_defs_module_name: {
    schema: { kind: "text", nonEmpty: true },
    description: "Python module whose submodules are searched for definitions.",
  },
};

const codeSource: Field = {
  schema: {
    kind: "selector",
    fields: codeSourceFields,
    misplaced: {
      ...Object.fromEntries(
        ["working_directory", "executable_path", "attribute", "image", "build", "git", "container_context"].map(
          (key) => [key, "Move it one level up, beside code_source."],
        ),
      ),
      env_vars: "Move it under container_context.ecs.",
      python_module: "Write module_name.",
      python_package: "Write package_name.",
    },
  },
  description: "Where Dagster finds the definitions: exactly one kind.",
  example: "code_source: {package_name: my_package}",
  required: true,
};

/** What a location and the `defaults` block may both have. */
const defaultableFields: Fields = {
  build: {
    schema: shape({
      directory: { schema: text, description: "Directory the image is built from.", ignoresNull: true },
      registry: {
        schema: text,
        description: "Repository of the image, without a tag.",
        example: "registry: 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image",
        ignoresNull: true,
      },
    }),
    description: "Where the image is built and pushed.",
    example: "build: {registry: 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image}",
    ignoresNull: true,
  },
  image: {
    schema: nullable(text),
    description: "Image of the code server.",
    example: "image: registry.example.com/my-image:1.0",
    rules: [checkImage],
  },
  working_directory: { schema: text, description: "Directory the code is loaded from.", ignoresNull: true },
  executable_path: { schema: text, description: "Python interpreter in the image.", ignoresNull: true },
  agent_queue: { schema: text, description: "Queue of the agent that serves the location.", ignoresNull: true },
  container_context: containerContext,
};

const CODE_SOURCE_HINTS = Object.fromEntries(
  Object.keys(codeSourceFields).map((kind) => [kind, `Move it under code_source: {${kind}: ...}.`]),
);

/** One entry of `locations` (reference: Per-location configuration). */
export const locationSchema = shape(
  {
    location_name: {
      schema: { kind: "text", nonEmpty: true },
      description: "Name of the code location.",
      required: true,
      example: "location_name: my-location",
    },
    code_source: codeSource,
    ...defaultableFields,
    attribute: { schema: text, description: "Attribute that holds the definitions.", ignoresNull: true },
    git: {
      schema: shape({
        commit_hash: { schema: text, description: "Commit the code is from.", ignoresNull: true },
        url: { schema: text, description: "Where the code can be seen.", ignoresNull: true },
      }),
      description: "Where the code is from.",
      ignoresNull: true,
      notice: {
        code: "git-in-file",
        severity: "warning",
        message: "git is accepted here, but the dagster-cloud command line refuses it in the file.",
        hint: "Remove it.",
      },
    },
    pex_metadata: {
      schema: any,
      description: "Not supported.",
      notice: {
        code: "pex-not-supported",
        message: "pex_metadata is given, but PEX deploys need a Dagster+ agent.",
        hint: "Remove it and deploy the location from an image.",
      },
    },
    defs_state_info: {
      schema: any,
      description: "Ignored.",
      notice: {
        code: "defs-state-ignored",
        severity: "warning",
        message: "defs_state_info is for Dagster+ and is ignored.",
        hint: "Remove it.",
      },
    },
  },
  { ...ECS_HINTS, ...CODE_SOURCE_HINTS, name: "Write location_name.", registry: "Move it under build." },
);

/**
 * A location in the older form of `locations`, a mapping of names (dagster-cloud, LEGACY_CONFIG_SCHEMA_FIELDS): the name
 * is the key above it, and what is in `code_source` stands beside the other keys.
 */
export const locationByNameFields: { readonly sources: Fields; readonly others: Fields } = {
  sources: codeSourceFields,
  others: omit(locationSchema.fields, "location_name", "code_source"),
};

function omit(fields: Fields, ...keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

const PER_LOCATION = "Give it in each location; defaults cannot have it.";

/** The `defaults` block (dagster-cloud's file model: no code_source, attribute or git). */
export const defaultsSchema = shape(defaultableFields, {
  ...ECS_HINTS,
  code_source: PER_LOCATION,
  attribute: PER_LOCATION,
  git: PER_LOCATION,
  location_name: PER_LOCATION,
});

/** The top of `dagster_cloud.yaml`; what is inside is checked after the merge. */
export const fileFields: Fields = {
  locations: { schema: any, description: "The code locations.", required: true },
  defaults: { schema: any, description: "Values for all locations of the file." },
};
