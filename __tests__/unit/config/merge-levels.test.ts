import { describe, expect, it } from "vitest";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { revealValue } from "../../../src/model/environment.ts";
import type { JsonObject, JsonValue } from "../../../src/model/json.ts";
import type { MergedEcsSettings } from "../../../src/model/workspace.ts";
import {
  errorsOf,
  expectKnownNames,
  readConfigVector,
  readLocationVector,
  readVectors,
  type Vector,
} from "./vectors.ts";

const GROUPS = [
  "merge_levels",
  "env_vars",
  "secrets",
  "resources",
  "roles_platform_credentials",
  "volumes_mounts",
  "sidecars_health",
  "tags",
  "deployment_config",
];
const vectors = GROUPS.flatMap((group) => readVectors(group).map((vector) => ({ ...vector, group })));

/** Recordings of requests that the two levels of configuration alone cannot give. */
const NOT_APPLICABLE: Readonly<Record<string, string>> = {
  "pex with replica_count 1": "a PEX deploy needs a Dagster+ agent",
  "pex with deployment-level replica_count 2 is not caught": "a PEX deploy needs a Dagster+ agent",
  "pex with replica_count 2": "a PEX deploy needs a Dagster+ agent",
  "dagster/grpc_server is allowed on a pex location": "a PEX deploy needs a Dagster+ agent",
  "code_server_metrics enabled, pex": "a PEX deploy needs a Dagster+ agent",
  "replica_count negative is sent": "refused here: ECS would refuse it",
  "dagster/multipex_server is allowed on a non-pex location":
    "refused here: a live agent deletes services by such tags",
  "aws: prefixed and long tags are not checked": "refused here: ECS would refuse it",
  "replica_count at deployment level, location with an ecs block without it":
    "the agent loses the deployment's 2 by accident; it is kept here",
  "replica_count at deployment level, location sets cpu only":
    "the agent loses the deployment's 2 by accident; it is kept here",
  "tag without value": "the agent's deploy fails; accepted here with a warning",
  "deployment secrets mixing ARN strings and objects": "the agent's deploy fails; accepted here with a warning",
  "deployment secrets ARN that does not exist": "Secrets Manager is asked later",
  "sidecar named dagster": "refused here: ECS takes only one container of a name",
  "empty sidecar object": "refused here: ECS takes no container without name and image",
};

describe("the merge of a location over its deployment", () => {
  it("lists only existing recordings as exceptions", () => {
    expectKnownNames(NOT_APPLICABLE, vectors);
  });

  const applicable = vectors.filter(({ name }) => !(name in NOT_APPLICABLE));
  it.each(applicable.map((vector) => [vector.group, vector.name, vector] as const))(
    "%s: %s",
    (_group, _name, vector) => {
      const { input, expected } = vector;
      const workspace = readLocationVector(vector);
      const deployment = readConfigVector(input.agentConfig, input.agentEnv);
      const errors = [...errorsOf(workspace.problems), ...errorsOf(deployment.problems)];
      if (!expected) {
        expect(errors).not.toEqual([]);
        return;
      }
      expect(errors).toEqual([]);
      const [location] = workspace.workspace?.locations ?? [];
      if (!location || !deployment.config) throw new Error("accepted without a value");
      const { settings } = mergeEcsSettings(location, deployment.config.launcher);
      expectSettings(settings, vector, deployment.config.launcher.secretArns);
      const context = (expected.environment as JsonObject).DAGSTER_CONTAINER_CONTEXT;
      expect(location.containerContext).toEqual(JSON.parse(String(context)));
    },
  );

  it("keeps the deployment's replica_count when the location has none", () => {
    for (const name of Object.keys(NOT_APPLICABLE).filter((text) => text.startsWith("replica_count at deployment"))) {
      const vector = vectors.find((candidate) => candidate.name === name) as Vector;
      const [location] = readLocationVector(vector).workspace?.locations ?? [];
      const { config } = readConfigVector(vector.input.agentConfig, {});
      if (!location || !config) throw new Error("accepted without a value");
      expect(mergeEcsSettings(location, config.launcher).settings.serverResources.replicaCount).toBe(2);
    }
  });
});

function expectSettings(settings: MergedEcsSettings, vector: Vector, secretArns: readonly string[]): void {
  const expected = vector.expected ?? {};
  const request = expected.registerTaskDefinition as JsonObject;
  const [main, ...sidecars] = request.containerDefinitions as JsonObject[];
  const environment = expected.environment as JsonObject;
  // Names Dagster+ and the agent set themselves come later and are not the configuration's.
  const own = settings.environment.filter(({ name }) => !/^DAGSTER_(CLI_API_GRPC_PORT|C|LOCATION)/.test(name));
  for (const { name, value } of own) expect([name, revealValue(value)]).toEqual([name, environment[name]]);
  const known = new Set(settings.environment.map(({ name }) => name));
  expect(Object.keys(environment).filter((name) => !known.has(name) && !name.startsWith("DAGSTER_"))).toEqual([]);
  const secrets = (expected.secrets ?? {}) as JsonObject;
  for (const { name, valueFrom } of settings.secrets) expect(secrets[name]).toBe(valueFrom);
  if (settings.secretsTags.length === 0 && secretArns.length === 0) {
    expect(Object.keys(secrets)).toEqual(settings.secrets.map(({ name }) => name));
  }
  expect(settings.serverResources.cpu ?? "256").toBe(request.cpu);
  expect(settings.serverResources.memory ?? "512").toBe(request.memory);
  const storage = settings.serverResources.ephemeralStorage;
  expect(storage ? { sizeInGiB: storage } : undefined).toEqual(request.ephemeralStorage);
  expect(settings.executionRoleArn).toBe(request.executionRoleArn);
  expect(settings.taskRoleArn).toBe(request.taskRoleArn);
  expect(settings.runtimePlatform).toEqual(request.runtimePlatform);
  expect(settings.volumes).toEqual(request.volumes ?? []);
  expect(settings.mountPoints).toEqual(main?.mountPoints ?? []);
  expect(settings.serverHealthCheck).toEqual(main?.healthCheck);
  expect(settings.serverSidecarContainers).toEqual(sidecars);
  const credentials = main?.repositoryCredentials as JsonObject | undefined;
  expect(settings.repositoryCredentials).toBe(credentials?.credentialsParameter);
  const service = expected.createService as JsonObject;
  expect(settings.serverResources.replicaCount ?? 1).toBe(service.desiredCount);
  const tags = (expected.createServiceDiscovery as JsonObject).Tags as { Key: string; Value: JsonValue }[];
  expect(settings.serverEcsTags.map(({ key, value }) => ({ Key: key, Value: value }))).toEqual(
    tags.filter(({ Key }) => !Key.startsWith("dagster/")),
  );
}
