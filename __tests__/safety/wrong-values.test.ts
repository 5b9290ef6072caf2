import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentFileOf, oneLocationFile } from "../account-files.ts";
import { leaksOf } from "./secrets.ts";
import { plant, plantWord } from "./taint.ts";
import { type SafetyWorld, startSafetyWorld } from "./world.ts";

// A value from the step's environment where it is none that fits: what is said of it must not say it.

const SECRETS = [plant("any text"), plantWord("a word"), plant("a list")];
const ENVIRONMENT = {
  TEXT: SECRETS[0]?.text ?? "",
  WORD: SECRETS[1]?.text ?? "",
  LINES: `${SECRETS[2]?.text}\n${SECRETS[2]?.text}`,
  ADDRESS: `https://etl:${SECRETS[1]?.text}@example.com/x`,
  ARN: `arn:aws:iam::12345:role/${SECRETS[1]?.text}`,
};
const NAMES = Object.keys(ENVIRONMENT);

let world: SafetyWorld;
beforeAll(async () => {
  world = await startSafetyWorld(ENVIRONMENT, "ghs_x");
});
afterAll(() => world.close());

function everywhere(name: string): { readonly ecs: object; readonly launcher: object } {
  const value = { env: name };
  const shared = {
    env_vars: [value, name],
    secrets: [{ name: value, valueFrom: value }],
    secrets_tags: [value],
    server_resources: { cpu: value, memory: value, ephemeral_storage: value, replica_count: value },
    run_resources: { cpu: value, memory: value },
    execution_role_arn: value,
    task_role_arn: value,
    mount_points: [{ sourceVolume: value, containerPath: value, readOnly: value }],
    volumes: [{ name: value, efsVolumeConfiguration: { fileSystemId: value, rootDirectory: value } }],
    server_sidecar_containers: [{ name: value, image: value, environment: [{ name: value, value }] }],
    run_sidecar_containers: [{ name: value, image: value }],
    server_ecs_tags: [{ key: value, value }],
    run_ecs_tags: [{ key: value, value }],
    repository_credentials: value,
    runtime_platform: { cpuArchitecture: value, operatingSystemFamily: value },
    server_health_check: { command: [value], interval: value },
  };
  return {
    ecs: shared,
    launcher: {
      ...shared,
      cluster: value,
      subnets: [value],
      security_group_ids: [value],
      service_discovery_namespace_id: value,
      service_discovery_role_arn: value,
      log_group: value,
      launch_type: value,
      assign_public_ip: value,
      enable_ecs_exec: value,
      server_task_definition_prefix: value,
      server_process_startup_timeout: value,
      ecs_timeout: value,
      agent_queue: value,
      no_such_key: value,
    },
  };
}

async function write(ecs: object, launcher: object): Promise<void> {
  const { account } = world;
  await world.write("dagster.yaml", deploymentFileOf(account, { launcher }));
  await world.write("dagster_cloud.yaml", oneLocationFile(account, {}, ecs));
}

const CASES = NAMES.flatMap((name) => {
  const { ecs, launcher } = everywhere(name);
  const one = (where: "ecs" | "launcher", settings: object) =>
    Object.entries(settings).map(
      ([setting, value]) => [`${where}.${setting}: ${name}`, where, { [setting]: value }] as const,
    );
  return [
    [`all of ecs: ${name}`, "ecs", ecs] as const,
    [`all of the launcher: ${name}`, "launcher", launcher] as const,
    ...one("ecs", ecs),
    ...one("launcher", launcher),
  ];
});

const RAILS = { "allowed-role-arns": "arn:aws:iam::1:role/x", "allowed-registries": "x/*" };

describe.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ["validate", {}, /./],
  ["plan", {}, /^all|: (?:TEXT|WORD|ARN)$/],
  ["plan", RAILS, /^all|(?:role|sidecar).*: ARN$/],
])("a value that does not fit is not shown by %s %j", (command, inputs, chosen) => {
  let refused = 0;

  it.each(CASES.filter(([name]) => chosen.test(name)))("%s", async (name, where, settings) => {
    await world.write("plan.json", "");
    await write(where === "ecs" ? settings : {}, where === "launcher" ? settings : {});
    const shown = await world.step({
      event: { name: "pull_request", action: "opened", pullRequest: 1, pullRequestState: "open" },
      inputs: { command, organization: "acme", comment: "always", "plan-file": "plan.json", ...inputs },
    });
    if (shown.isGreen !== true) refused += 1;
    const leaks = leaksOf(shown, SECRETS).filter((leak) => !(leak.startsWith("file:") && isPlannedBy(name)));
    expect(leaks, shown.console).toEqual([]);
  });

  it("and most of them are refused", () => expect(refused).toBeGreaterThan(10));
});

/** The plan file has to say in which cluster and of which family: an apply must find what it was made for. */
function isPlannedBy(name: string): boolean {
  return /^(?:launcher\.(?:cluster|server_task_definition_prefix)|all of the launcher):/.test(name);
}
