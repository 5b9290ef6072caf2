import type { ProblemEntries } from "./entry.ts";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf";

/** Variables, secrets, roles and tags. */
export const ENVIRONMENT_PROBLEMS = {
  "variable-name-spaces": {
    title: "A variable with a space in its name",
    in: "ecs",
    bad: "env_vars: [STAGE = prod]",
    good: "env_vars: [STAGE=prod]",
  },
  "variable-without-name": {
    title: "A variable without a name",
    in: "ecs",
    bad: 'env_vars: ["=prod"]',
    good: "env_vars: [STAGE=prod]",
  },
  "duplicate-variable": {
    title: "A variable twice in one list",
    in: "ecs",
    bad: "env_vars: [STAGE=test, STAGE=prod]",
    good: "env_vars: [STAGE=prod]",
  },
  "shared-variables": {
    title: "Variables of all platforms",
    in: "location",
    bad: "container_context: {env_vars: [STAGE=prod]}",
    good: "container_context: {ecs: {env_vars: [STAGE=prod]}}",
  },
  "shared-value-wins": {
    title: "A variable for ECS and for all platforms",
    also: ["shared-variables"],
    in: "location",
    bad: "container_context:\n  ecs: {env_vars: [STAGE=test]}\n  env_vars: [STAGE=prod]",
    good: "container_context: {ecs: {env_vars: [STAGE=prod]}}",
  },
  "deployment-value-wins": {
    title: "The deployment overrides the location",
    in: "ecs",
    launcher: "env_vars: [STAGE=prod]",
    bad: "env_vars: [STAGE=test]",
    good: "env_vars: [REGION=eu]",
  },
  "injected-variable": {
    title: "A variable that the action sets itself",
    in: "ecs",
    bad: "env_vars: [DAGSTER_LOCATION_NAME=other]",
    good: "env_vars: [STAGE=prod]",
  },
  "injected-secret": {
    title: "A secret with the name of a variable the action sets",
    in: "ecs",
    bad: `secrets: [{name: DAGSTER_LOCATION_NAME, valueFrom: ${SECRET}}]`,
    good: `secrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
  },
  "variable-and-secret": {
    title: "A name that is both variable and secret",
    in: "ecs",
    bad: `env_vars: [API_KEY=none]\nsecrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
    good: `secrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
  },
  "duplicate-secret": {
    title: "A secret twice",
    in: "ecs",
    bad: `secrets:\n  - {name: API_KEY, valueFrom: ${SECRET}}\n  - {name: API_KEY, valueFrom: ${SECRET}}`,
    good: `secrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
  },
  "secrets-of-two-forms": {
    title: "Secrets as ARNs and as mappings in one list",
    in: "launcher",
    bad: `secrets:\n  - ${SECRET}\n  - {name: API_KEY, valueFrom: ${SECRET}}`,
    good: `secrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
  },
  "secret-in-plain-text": {
    title: "What looks like a secret in plain text",
    in: "ecs",
    bad: "env_vars: [DATABASE_PASSWORD=correct-horse]",
    good: `secrets: [{name: DATABASE_PASSWORD, valueFrom: ${SECRET}}]`,
  },
  "secret-arn-invalid": {
    title: "Not the ARN of a secret or parameter",
    in: "ecs",
    bad: "secrets: [{name: API_KEY, valueFrom: arn:aws:s3:us-east-1:123456789012:bucket}]",
    good: `secrets: [{name: API_KEY, valueFrom: ${SECRET}}]`,
  },
  "secret-arn-parts": {
    title: "Colons missing behind the ARN of a secret",
    in: "ecs",
    bad: `secrets: [{name: API_KEY, valueFrom: "${SECRET}:key"}]`,
    good: `secrets: [{name: API_KEY, valueFrom: "${SECRET}:key::"}]`,
  },
  "role-arn-invalid": {
    title: "Not the ARN of a role",
    in: "ecs",
    bad: "task_role_arn: arn:aws:iam::123456789012:user/etl",
    good: "task_role_arn: arn:aws:iam::123456789012:role/etl",
  },
  "arn-partition": {
    title: "An ARN whose partition is not that of its region",
    in: "ecs",
    bad: "secrets: [{name: API_KEY, valueFrom: arn:aws:secretsmanager:cn-north-1:123456789012:secret:api-AbCdEf}]",
    good: "secrets: [{name: API_KEY, valueFrom: arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:api-AbCdEf}]",
  },
  "other-account": {
    title: "A role or secret in another account than the others",
    in: "ecs",
    bad: "execution_role_arn: arn:aws:iam::123456789012:role/execution\ntask_role_arn: arn:aws:iam::210987654321:role/etl",
    good: "execution_role_arn: arn:aws:iam::123456789012:role/execution\ntask_role_arn: arn:aws:iam::123456789012:role/etl",
  },
  "other-region": {
    title: "A secret in another region than the others",
    in: "ecs",
    bad: `secrets:\n  - {name: API_KEY, valueFrom: ${SECRET}}\n  - {name: API_USER, valueFrom: ${SECRET.replace("us-east-1", "eu-west-1")}}`,
    good: `secrets:\n  - {name: API_KEY, valueFrom: ${SECRET}}\n  - {name: API_USER, valueFrom: ${SECRET}}`,
  },
  "unexpanded-variable": {
    title: "A variable in a form that nothing replaces",
    in: "ecs",
    bad: "task_role_arn: $TASK_ROLE",
    good: "task_role_arn: arn:aws:iam::123456789012:role/etl",
  },
  "credentials-for-ecr": {
    title: "Registry credentials for an image in Amazon ECR",
    in: "location",
    bad: `image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.0\ncontainer_context: {ecs: {repository_credentials: ${SECRET}}}`,
    good: `image: registry.example.com/etl:1.0\ncontainer_context: {ecs: {repository_credentials: ${SECRET}}}`,
  },
  "role-not-allowed": {
    title: "A role that the step does not allow",
    in: "ecs",
    launcher: "execution_role_arn: arn:aws:iam::123456789012:role/dagster-execution",
    inputs: { "allowed-role-arns": "arn:aws:iam::123456789012:role/dagster-*" },
    bad: "task_role_arn: arn:aws:iam::123456789012:role/admin",
    good: "task_role_arn: arn:aws:iam::123456789012:role/dagster-etl",
  },
  "reserved-tag": {
    title: "A tag key that others act upon",
    in: "ecs",
    bad: "server_ecs_tags: [{key: dagster/location_name, value: etl}]",
    good: "server_ecs_tags: [{key: team, value: data}]",
  },
  "tag-without-key": {
    title: "A tag with an empty key",
    in: "ecs",
    bad: 'server_ecs_tags: [{key: "", value: data}]',
    good: "server_ecs_tags: [{key: team, value: data}]",
  },
  "tag-without-value": {
    title: "A tag without a value",
    in: "ecs",
    bad: "server_ecs_tags: [{key: team}]",
    good: 'server_ecs_tags: [{key: team, value: ""}]',
  },
  "duplicate-tag": {
    title: "A tag key twice",
    in: "ecs",
    bad: "server_ecs_tags:\n  - {key: team, value: data}\n  - {key: team, value: ops}",
    good: "server_ecs_tags: [{key: team, value: data}]",
  },
  "tag-too-long": {
    title: "A tag that is too long",
    in: "ecs",
    bad: `server_ecs_tags: [{key: ${"k".repeat(129)}, value: data}]`,
    good: "server_ecs_tags: [{key: team, value: data}]",
  },
  "tag-characters": {
    title: "A character that tags cannot have",
    in: "ecs",
    bad: "server_ecs_tags: [{key: team, value: data & ops}]",
    good: "server_ecs_tags: [{key: team, value: data and ops}]",
  },
  "too-many-tags": {
    title: "More tags than ECS takes",
    in: "ecs",
    bad: `server_ecs_tags:\n${Array.from({ length: 43 }, (_, index) => `  - {key: tag-${index + 1}, value: x}`).join("\n")}`,
    good: "server_ecs_tags: [{key: team, value: data}]",
  },
} as const satisfies ProblemEntries;
