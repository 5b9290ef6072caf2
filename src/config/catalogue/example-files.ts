/** A workspace file and an agent's file that are right. */
export const LOCATIONS =
  "locations:\n  - location_name: etl\n    image: registry.example.com/etl:1.0\n    code_source: {package_name: etl}";
export const AGENT_FILE =
  "user_code_launcher:\n  module: dagster_cloud.workspace.ecs\n  class: EcsUserCodeLauncher\n  config:\n    cluster: main\n    subnets: [subnet-0123456789abcdef0]\n    service_discovery_namespace_id: ns-abcdefgh12345678\n    log_group: /dagster\n    execution_role_arn: arn:aws:iam::123456789012:role/execution";
