import { expect, it } from "vitest";
import { checkLocations } from "../../../src/config/checks/check-locations.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { CHECK_OPTIONS } from "./examples.ts";
import { fileOf, optionsOf, readConfigVector } from "./vectors.ts";

const HIDDEN = "Hidden:value/of*a variable";
const variable = { env: "X" };

it("no check shows the value of a variable of the step", () => {
  const location = {
    location_name: "etl",
    image: "etl:1",
    code_source: { package_name: "etl" },
    container_context: {
      ecs: {
        env_vars: [variable, { env: "ASSIGNMENT" }],
        secrets: [
          { name: variable, valueFrom: variable },
          { name: variable, valueFrom: { env: "ARN" } },
        ],
        execution_role_arn: variable,
        task_role_arn: { env: "ARN" },
        repository_credentials: { env: "ARN" },
        server_ecs_tags: [{ key: variable, value: variable }],
        run_ecs_tags: [{ key: variable, value: variable }],
        runtime_platform: { cpuArchitecture: variable, operatingSystemFamily: variable },
        volumes: [{ name: variable }, { name: variable }],
        mount_points: [
          { sourceVolume: variable, containerPath: variable },
          { sourceVolume: { env: "ARN" }, containerPath: variable },
        ],
      },
    },
  };
  const environment = {
    X: HIDDEN,
    ASSIGNMENT: `DB_PASSWORD=${HIDDEN}`,
    ARN: "arn:aws-hidden:secretsmanager:cn-hidden-1:999999999999:secret:hidden:hidden",
  };
  const { documents } = readWorkspace([fileOf({ locations: [location] })], optionsOf(environment));
  const launcher = {
    cluster: "main",
    subnets: ["subnet-1"],
    service_discovery_namespace_id: "ns-1",
    log_group: "/dagster",
    execution_role_arn: "arn:aws:iam::123456789012:role/execution",
    run_ecs_tags: [{ key: variable, value: "other" }],
    volumes: [{ name: variable }],
  };
  const { document } = readConfigVector(launcher, environment);
  const problems = checkLocations(documents, document, CHECK_OPTIONS);
  expect(problems.length).toBeGreaterThan(10);
  const shown = JSON.stringify(problems);
  for (const text of [HIDDEN, JSON.stringify(HIDDEN).slice(1, -1), "999999999999", "cn-hidden-1", "secret:hidden"]) {
    expect(shown).not.toContain(text);
  }
});
