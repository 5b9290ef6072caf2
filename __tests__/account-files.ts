import { stringify } from "yaml";
import type { DagsterAccount } from "../emulator/index.ts";

/** Settings beside or instead of those of the account. */
export interface DeploymentFileOptions {
  readonly launcher?: object;
  /** `dagster_cloud_api`, which is left out without it. */
  readonly api?: object;
}

/** The agent of the organization acme, for the deployment prod. */
export const ACME_API = { deployment: "prod", url: "https://acme.agent.dagster.cloud" };

/** Text of the dagster.yaml of an agent in this account. */
export function deploymentFileOf(account: DagsterAccount, { launcher, api }: DeploymentFileOptions = {}): string {
  const config = {
    cluster: account.cluster,
    subnets: account.privateSubnets,
    security_group_ids: [account.securityGroup],
    service_discovery_namespace_id: account.namespaceId,
    execution_role_arn: account.executionRoleArn,
    task_role_arn: account.taskRoleArn,
    log_group: account.logGroup,
    launch_type: "FARGATE",
    ...launcher,
  };
  return stringify({
    ...(api !== undefined && { dagster_cloud_api: api }),
    user_code_launcher: { module: "dagster_cloud.workspace.ecs", class: "EcsUserCodeLauncher", config },
  });
}

/** Text of a dagster_cloud.yaml with one location, "etl", that runs the image `code:1` of the account. */
export function oneLocationFile(account: DagsterAccount, location: object, ecs: object = {}): string {
  const etl = {
    location_name: "etl",
    image: `${account.repositoryUris.code}:1`,
    code_source: { module_name: "etl" },
    ...location,
    container_context: { ecs },
  };
  return stringify({ locations: [etl] });
}
