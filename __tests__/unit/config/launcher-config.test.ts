import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import { errorsOf, expectKnownNames, readConfigVector, readVectors } from "./vectors.ts";

const vectors = readVectors("agent_config");

/** The agent refuses these, we accept them. */
const ACCEPTED: Readonly<Record<string, string>> = {
  "server_resources cpu number": "the same leniency as at a location: accepted with a warning",
};

describe("acceptance of user_code_launcher.config", () => {
  it("lists only existing recordings as exceptions", () => {
    expectKnownNames(ACCEPTED, vectors);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input, expected, error }) => {
    const { config, problems } = readConfigVector(input.config, input.agentEnv);
    if (error && !(name in ACCEPTED)) {
      expect(config).toBeUndefined();
      const [first] = (error.errors ?? []) as { path: string[]; field?: string }[];
      const place = ["user_code_launcher", "config", ...(first?.path ?? []), ...(first?.field ? [first.field] : [])];
      const paths = errorsOf(problems).map((text) => text.replaceAll(/\[(\d+)\]/g, ".$1"));
      expect(paths).toEqual(expect.arrayContaining([expect.stringContaining(place.join("."))]));
      return;
    }
    expect(errorsOf(problems)).toEqual([]);
    if (!expected) return;
    const processed = expected.processed as JsonObject;
    expect(config?.launcher).toMatchObject({
      cluster: processed.cluster,
      subnets: processed.subnets,
      securityGroupIds: processed.security_group_ids ?? [],
      serviceDiscoveryNamespaceId: processed.service_discovery_namespace_id,
      logGroup: processed.log_group,
      serverProcessStartupTimeout: processed.server_process_startup_timeout,
      ecsTimeout: processed.ecs_timeout,
      ecsGracePeriod: processed.ecs_grace_period,
      launchType: processed.launch_type,
      enableEcsExec: processed.enable_ecs_exec,
      serverTaskDefinitionPrefix: processed.server_task_definition_prefix,
    });
  });
});
