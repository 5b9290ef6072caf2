import { describe, expect, test } from "vitest";
import { mergeEcsSettings } from "../../../src/config/merge-levels.ts";
import { renderLocation } from "../../../src/desired/location.ts";
import { serviceName, taskDefinitionFamily } from "../../../src/desired/names.ts";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import { revealValue } from "../../../src/model/environment.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import {
  errorsOf,
  expectKnownNames,
  readConfigVector,
  readLocationVector,
  readVectors,
  type Vector,
} from "../config/vectors.ts";

const GROUPS = [
  "code_source",
  "env_vars",
  "secrets",
  "resources",
  "roles_platform_credentials",
  "volumes_mounts",
  "sidecars_health",
  "tags",
  "deployment_config",
  "merge_levels",
  "spinup_errors",
];

const PEX = "PEX deploys are served by the agent's multipex server";
const REPLICAS = "the agent loses the deployment's replica_count here; the evident right thing is to keep it";

/** Recordings that cannot or must not come out the same without an agent, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "pex location (multipex server)": PEX,
  "pex location with user env and sidecar": PEX,
  "code_server_metrics enabled, pex": PEX,
  "pex with replica_count 1": PEX,
  "pex with replica_count 2": PEX,
  "pex with deployment-level replica_count 2 is not caught": PEX,
  "ecs null on a pex location": PEX,
  "dagster/grpc_server is allowed on a pex location": PEX,
  "dagster/multipex_server is allowed on a non-pex location":
    "a live agent deletes services that carry dagster/ tags: no such tag is accepted",
  "cloud_context_env wins over both levels": "the control plane's environment is not known here",
  "replica_count at deployment level, location with an ecs block without it": REPLICAS,
  "replica_count at deployment level, location sets cpu only": REPLICAS,
  "replica_count negative is sent": "ECS refuses a negative number of tasks: an error here",
  "tag without value": "the agent fails on it by accident; ECS stores an empty value",
  "deployment secrets ARN that does not exist": "only Secrets Manager knows; an error when the plan is made",
  "deployment secrets mixing ARN strings and objects": "the agent crashes on it; both kinds work here",
  "sidecar named dagster": "ECS refuses two containers of one name",
  "empty sidecar object": "ECS refuses a container without name and image",
  "sidecar without image when a different task definition exists": "ECS refuses a container without image",
  "aws: prefixed and long tags are not checked": "ECS refuses tags that begin with aws:",
  "account without long ARN setting: no tags on the ECS service": "without tags nothing would say whose a service is",
  "no image": "the image may come from the inputs: checked by the commands",
  "image null": "the image may come from the inputs: checked by the commands",
  "container_context is a list": "a list is no container context: an error that says so",
  "family longer than 255 characters before sanitising": "checked by the commands",
};

interface Rendered {
  readonly desired: DesiredLocation | undefined;
  readonly errors: readonly string[];
}

function render({ input, expected }: Vector): Rendered {
  const { workspace, problems } = readLocationVector({ name: "", input });
  const { config, problems: configProblems } = readConfigVector(input.agentConfig, input.agentEnv);
  const [location] = workspace?.locations ?? [];
  const errors = [...errorsOf(problems), ...errorsOf(configProblems)];
  if (location === undefined || config === undefined) return { desired: undefined, errors };
  const { settings, problems: mergeProblems } = mergeEcsSettings(location, config.launcher);
  const { launcher } = config;
  const environment = new Map(Object.entries((input.agentEnv ?? {}) as Record<string, string>));
  const deployment = String(input.deployment);
  const secrets = (input.secretsManager ?? []) as unknown as readonly { name: string; arn: string; tags: string[] }[];
  const network = (expected?.createService as JsonObject | undefined)?.networkConfiguration as JsonObject | undefined;
  const assignPublicIp = (network?.awsvpcConfiguration as JsonObject | undefined)?.assignPublicIp;
  const family = taskDefinitionFamily({
    prefix: launcher.serverTaskDefinitionPrefix,
    organization: (input.organization ?? undefined) as string | undefined,
    deployment,
    location: location.name,
  });
  const image = location.image ?? "";
  const desired = renderLocation({
    location,
    launcher,
    settings,
    deployment: { name: deployment, kind: "full" },
    family: family ?? "",
    image: { requested: image, reference: image, status: "as-written" },
    region: "us-west-2",
    taggedSecrets: settings.secretsTags.flatMap((tag) =>
      secrets.filter(({ tags }) => tags.includes(tag)).map(({ name, arn }) => ({ name, valueFrom: arn })),
    ),
    namedSecrets: launcher.secretArns.map((arn) => ({
      name: secrets.find((secret) => secret.arn === arn)?.name ?? "",
      valueFrom: arn,
    })),
    assignPublicIp: assignPublicIp as string | undefined,
    rollbackOnFailure: true,
    port: Number(environment.get("DAGSTER_CLOUD_CODE_SERVER_PORT") ?? 4000),
    maxWorkers: environment.get("DAGSTER_GRPC_MAX_WORKERS"),
    identityTags: {},
  });
  return { desired, errors: [...errors, ...errorsOf(mergeProblems)] };
}

/** RegisterTaskDefinition as the agent would have sent it: with the environment, without what is only ours. */
function registerRequest(desired: DesiredLocation): JsonObject {
  const { body, environment } = desired.taskDefinition;
  const [codeServer, ...sidecars] = body.containerDefinitions as unknown as JsonObject[];
  const variables = environment
    .filter(({ name }) => name !== "DAGSTER_CLOUD_DEPLOYMENT_NAME" && name !== "DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT")
    .map(({ name, value }) => ({ name, value: revealValue(value) }));
  return { ...body, containerDefinitions: [{ ...codeServer, environment: variables }, ...sidecars] };
}

/** The agent's request without what only a live agent knows. */
function withoutLiveAgent(request: JsonObject): JsonObject {
  const [codeServer, ...sidecars] = request.containerDefinitions as unknown as JsonObject[];
  const environment = ((codeServer?.environment ?? []) as unknown as { name: string }[]).filter(
    ({ name }) => name !== "DAGSTER_INSTANCE_REF" && name !== "DAGSTER_INJECT_ENV_VARS_FROM_INSTANCE",
  );
  return { ...request, containerDefinitions: [{ ...codeServer, environment }, ...sidecars] } as JsonObject;
}

function userTagsOf(tags: unknown): Record<string, string> {
  const all = (tags ?? []) as readonly { key: string; value: string }[];
  return Object.fromEntries(all.filter(({ key }) => !key.startsWith("dagster/")).map(({ key, value }) => [key, value]));
}

describe.each(GROUPS)("as the agent renders it: %s", (group) => {
  const vectors = readVectors(group);
  const applicable = vectors.filter(({ name }) => !(name in EXCEPTIONS));

  test.each(applicable.filter(({ expected }) => expected).map((vector) => [vector.name, vector] as const))(
    "%s",
    (_name, vector) => {
      const { desired, errors } = render(vector);
      expect(errors).toEqual([]);
      const expected = vector.expected as Record<string, JsonObject>;
      expect(desired && registerRequest(desired)).toEqual(withoutLiveAgent(expected.registerTaskDefinition ?? {}));
      expect(desired?.taskDefinition.family).toBe(expected.family);
      expect(desired?.port).toBe(expected.port);
      const {
        serviceName: _service,
        taskDefinition,
        clientToken,
        serviceRegistries,
        tags,
        ...service
      } = expected.createService ?? {};
      expect(desired?.service.createRequest).toMatchObject(service);
      expect(desired?.userTags).toEqual(userTagsOf(tags));
      const { Name: _cloudMap, Tags, ...cloudMap } = expected.createServiceDiscovery ?? {};
      expect(desired?.cloudMapService.createRequest).toMatchObject(cloudMap);
    },
  );

  const refused = applicable.filter(({ error }) => error);
  test.runIf(refused.length > 0).each(refused.map((vector) => [vector.name, vector] as const))(
    "refused: %s",
    (_name, vector) => {
      expect(render(vector).errors).not.toEqual([]);
    },
  );
});

test("the exceptions are recordings that exist", () => {
  expectKnownNames(EXCEPTIONS, GROUPS.flatMap(readVectors));
});

describe("naming", () => {
  const vectors = readVectors("naming").filter(({ expected }) => expected);
  test.each(vectors.map((vector) => [vector.name, vector] as const))("family of %s", (_name, { input, expected }) => {
    const family = taskDefinitionFamily({
      prefix: String(input.serverTaskDefinitionPrefix),
      organization: (input.organization ?? undefined) as string | undefined,
      deployment: String(input.deployment),
      location: String(input.locationName),
    });
    expect(family).toBe(expected?.family);
  });

  test.each(vectors.map(({ input }) => [String(input.locationName), String(input.deployment)] as const))(
    "service name of location %j in deployment %j is a DNS label",
    (location, deployment) => {
      expect(serviceName(deployment, location)).toMatch(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/);
      expect(serviceName(deployment, location)).toBe(serviceName(deployment, location));
    },
  );

  test("service name: slug of location and deployment, and a hash", () => {
    expect(serviceName("prod", "My_Location")).toBe("my-location-prod-8ce390");
    expect(serviceName("prod", "日本語")).toMatch(/^prod-[0-9a-f]{6}$/);
    expect(serviceName("日", "本")).toMatch(/^[0-9a-f]{6}$/);
  });
});
