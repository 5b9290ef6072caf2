import { describe, expect, it } from "vitest";
import { checkLocations } from "../../../src/config/checks/check-locations.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { CHECK_OPTIONS } from "./examples.ts";
import { expectKnownNames, fileOf, optionsOf, readConfigVector, readVectors, type Vector } from "./vectors.ts";

const GROUPS = [
  "location_schema",
  "env_vars",
  "secrets",
  "tags",
  "resources",
  "roles_platform_credentials",
  "volumes_mounts",
  "sidecars_health",
  "merge_levels",
  "code_source",
  "deployment_config",
  "naming",
];

/** The agent takes these and sends them to ECS, which refuses them: the agent does not check what ECS checks. */
const REFUSED_BY_ECS: Readonly<Record<string, string>> = {
  "same name as env var and secret: both are sent": "variable-and-secret: ECS takes a name once per container",
  "only cpu": "fargate-size: 1024 CPU units with the default of 512 MiB",
  "empty string cpu is kept as given": "cpu-not-a-size, memory-not-a-size: empty texts",
  "replica_count at deployment level, location sets cpu only":
    "fargate-size: 1024 CPU units with the deployment's 1024 MiB",
  "aws: prefixed and long tags are not checked": "tag-too-long: 300 characters",
  "EFS volume and mount point": "efs-root-with-access-point: /data beside an access point",
  "FSx Windows volume": "volume-not-on-fargate",
  "S3 files / configuredAtLaunch volume":
    "volume-configured-at-launch: the agent sends no volume configuration with the service",
  "both levels: location first, then deployment, no dedupe by name": "duplicate-volume: ECS takes a name once",
  "runtime_platform partial at location replaces the whole deployment value":
    "fargate-size: Windows with the default of 256 CPU units",
  "empty mount point": "mount-without-volume, mount-without-path",
  "readOnly via {env: NAME}: any non-empty value is True": "unknown-volume: the recording has no volume of that name",
};

function isAccepted({ expected, error }: Vector): boolean {
  if (error || !expected) return false;
  const agent = expected.agent as { readonly accepted?: boolean } | undefined;
  return agent?.accepted ?? true;
}

const vectors = GROUPS.flatMap((group) =>
  readVectors(group).filter((vector) => vector.input.location && isAccepted(vector)),
);

describe("what the agent accepts", () => {
  it("lists only existing recordings as exceptions", () => {
    expectKnownNames(REFUSED_BY_ECS, vectors);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, { input }) => {
    const { documents } = readWorkspace([fileOf({ locations: [input.location] })], optionsOf(input.agentEnv));
    const deployment = input.agentConfig && readConfigVector(input.agentConfig, input.agentEnv).document;
    const problems = checkLocations(documents, deployment || undefined, CHECK_OPTIONS);
    const errors = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
    const wanted = REFUSED_BY_ECS[name]?.split(":")[0]?.split(", ") ?? [];
    expect(errors).toEqual(wanted);
  });
});
