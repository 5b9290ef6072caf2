import { describe, expect, test } from "vitest";
import { type EnvironmentValue, type EnvironmentVariable, HiddenText } from "../../../src/model/environment.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { FieldChange } from "../../../src/model/plan.ts";
import { normalizeDesiredTaskDefinition, normalizeTaskDefinition } from "../../../src/normalize/task-definition.ts";
import { compareServices, compareTaskDefinitions } from "../../../src/plan/field-changes.ts";
import { type Sample, sampleLocation } from "./sample-location.ts";

function compare(before: Sample | undefined, after: Sample): readonly FieldChange[] {
  const live = before === undefined ? {} : normalizeDesiredTaskDefinition(sampleLocation(before).taskDefinition);
  return compareTaskDefinitions(live, sampleLocation(after).taskDefinition, "rollout");
}

function changeAt(changes: readonly FieldChange[], path: string): FieldChange | undefined {
  return changes.find((change) => change.path === path);
}

function variable(name: string, value: EnvironmentValue): readonly EnvironmentVariable[] {
  return [{ name, value }];
}

const literal = (text: string): EnvironmentValue => ({ origin: "literal", text });
const shown = (value: unknown): object => ({ kind: "shown", value });
const hidden = (why: string): object => ({ kind: "hidden", why });
const KEY = "containerDefinitions.dagster.environment.KEY";
const PREVIOUS = hidden("previous value hidden");

describe("the desired value of a variable", () => {
  test.each<{ name: string; value: EnvironmentValue; after: object }>([
    { name: "a literal is shown", value: literal("new"), after: shown("new") },
    {
      name: "what this action made of something is hidden",
      value: { origin: "injected", text: "new" },
      after: hidden("set by this action"),
    },
    {
      name: "what the step knows is hidden",
      value: { origin: "step", hidden: new HiddenText("new"), from: "KEY" },
      after: hidden("from the step's environment"),
    },
    {
      name: "what the agent knows is hidden",
      value: { origin: "agent", hidden: new HiddenText("new"), from: "KEY" },
      after: hidden("from the agent's environment"),
    },
  ])("$name", ({ value, after }) => {
    const changes = compare({ environment: variable("KEY", literal("old")) }, { environment: variable("KEY", value) });
    expect(changes).toHaveLength(1);
    expect(changeAt(changes, KEY)).toMatchObject({ change: "changed", before: PREVIOUS, after });
  });

  test("of Dagster's own that this action sets is shown", () => {
    const port = (text: string): Sample => ({
      environment: variable("DAGSTER_CLI_API_GRPC_PORT", { origin: "injected", text }),
    });
    const path = "containerDefinitions.dagster.environment.DAGSTER_CLI_API_GRPC_PORT";
    expect(changeAt(compare(port("4000"), port("4001")), path)).toMatchObject({
      before: PREVIOUS,
      after: shown("4001"),
    });
  });

  test("that is the same text from another place is no change", () => {
    const step: EnvironmentValue = { origin: "step", hidden: new HiddenText("same"), from: "KEY" };
    expect(compare({ environment: variable("KEY", literal("same")) }, { environment: variable("KEY", step) })).toEqual(
      [],
    );
  });
});

describe("the previous value of a variable", () => {
  const after: Sample = { containerContext: { ecs: {} } };
  test.each<{ name: string; context: JsonObject; before: object }>([
    {
      name: "is shown when the old YAML had it for ECS",
      context: { ecs: { env_vars: ["KEY=old"] } },
      before: shown("old"),
    },
    { name: "is shown when the old YAML had it for all", context: { env_vars: ["KEY=old"] }, before: shown("old") },
    {
      name: "is hidden when the old YAML had another",
      context: { ecs: { env_vars: ["KEY=older"] } },
      before: PREVIOUS,
    },
    {
      name: "is hidden when the old YAML had only the name",
      context: { ecs: { env_vars: ["KEY"] } },
      before: PREVIOUS,
    },
    {
      name: "is hidden when the old YAML had it for Kubernetes",
      context: { k8s: { env_vars: ["KEY=old"] } },
      before: PREVIOUS,
    },
    { name: "is hidden when the old YAML had none", context: {}, before: PREVIOUS },
  ])("$name", ({ context, before }) => {
    const changes = compare({ environment: variable("KEY", literal("old")), containerContext: context }, after);
    expect(changeAt(changes, KEY)).toMatchObject({ change: "removed", before });
    expect(changeAt(changes, KEY)).not.toHaveProperty("after");
  });

  test("is shown of the image, which is shown anyway", () => {
    const path = "containerDefinitions.dagster.environment.DAGSTER_CURRENT_IMAGE";
    expect(changeAt(compare({ image: "a:1" }, { image: "a:2" }), path)).toMatchObject({
      before: shown("a:1"),
      after: shown("a:2"),
    });
  });

  test("is hidden when the container context cannot be read", () => {
    const live = normalizeTaskDefinition({
      containerDefinitions: [
        {
          name: "dagster",
          environment: [
            { name: "DAGSTER_CONTAINER_CONTEXT", value: "KEY=old {" },
            { name: "KEY", value: "old" },
          ],
        },
      ],
    });
    const changes = compareTaskDefinitions(live, sampleLocation().taskDefinition, "rollout");
    expect(changeAt(changes, KEY)).toMatchObject({ before: PREVIOUS });
    expect(changeAt(changes, "containerDefinitions.dagster.environment.DAGSTER_CONTAINER_CONTEXT")).toMatchObject({
      before: PREVIOUS,
      after: hidden("set by this action"),
    });
    expect(JSON.stringify(changes)).not.toContain("old {");
  });
});

describe("the environment of a sidecar", () => {
  const sidecar = (value: string): JsonObject => ({ name: "s", image: "s:1", environment: [{ name: "KEY", value }] });
  const path = "containerDefinitions.s.environment.KEY";

  test("is shown as the YAML has it; the old one when the old YAML had it", () => {
    const known: Sample = {
      sidecars: [sidecar("old")],
      containerContext: { ecs: { server_sidecar_containers: [sidecar("old")] } },
    };
    expect(changeAt(compare(known, { sidecars: [sidecar("new")] }), path)).toMatchObject({
      before: shown("old"),
      after: shown("new"),
    });
    const unknown: Sample = { sidecars: [sidecar("old")] };
    expect(changeAt(compare(unknown, { sidecars: [sidecar("new")] }), path)).toMatchObject({
      before: PREVIOUS,
      after: shown("new"),
    });
  });

  test("is hidden in a container that pretends to be the code server", () => {
    const secret = new HiddenText("s3cr3t");
    const changes = compare(undefined, {
      environment: variable("KEY", { origin: "step", hidden: secret, from: "KEY" }),
      sidecars: [{ name: "dagster", image: "a", environment: [{ name: "KEY", value: "x" }] }],
    });
    expect(JSON.stringify(changes)).not.toContain("s3cr3t");
  });

  test("is hidden where it has no known form", () => {
    const changes = compare(
      { sidecars: [{ name: "s", image: "s:1", environment: "KEY=old" }] },
      { sidecars: [{ name: "s", image: "s:1" }] },
    );
    expect(changes).toMatchObject([{ path: "containerDefinitions.s.environment", before: { kind: "hidden" } }]);
  });
});

describe("the container context", () => {
  const context = (ecs: JsonObject): Sample => ({ containerContext: { ecs } });

  test("is shown by what changes inside it", () => {
    const changes = compare(
      context({
        run_resources: { cpu: "256" },
        env_vars: ["A=1", "B"],
        run_ecs_tags: [{ key: "t", value: "1" }],
        secrets: [],
      }),
      context({
        run_resources: { cpu: "512" },
        env_vars: ["B", "A=2"],
        run_ecs_tags: [{ key: "t", value: "2" }],
        secrets: [],
      }),
    );
    expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["container context › ecs.env_vars.A", shown("A=1"), shown("A=2")],
      ["container context › ecs.run_ecs_tags.t.value", shown("1"), shown("2")],
      ["container context › ecs.run_resources.cpu", shown("256"), shown("512")],
    ]);
  });

  test("does not change with the order of its keys", () => {
    expect(compare(context({ a: 1, b: { c: 1, d: 2 } }), context({ b: { d: 2, c: 1 }, a: 1 }))).toEqual([]);
  });

  test("changes with the order of a list", () => {
    const changes = compare(context({ env_vars: ["A=1", "A=2"] }), context({ env_vars: ["A=2", "A=1"] }));
    expect(changes.map(({ path }) => path)).toEqual(["container context › ecs.env_vars"]);
    const swapped = compare(context({ env_vars: ["A=1", "B=2"] }), context({ env_vars: ["B=2", "A=1"] }));
    expect(swapped).toMatchObject([{ path: "container context › ecs.env_vars", before: shown(["A=1", "B=2"]) }]);
  });

  test.each(["task_role_arn", "secrets", "run_sidecar_containers", "repository_credentials"])("marks %s", (field) => {
    expect(compare(context({}), context({ [field]: "x" }))).toMatchObject([{ sensitive: true }]);
  });

  test("does not mark the size of a run", () => {
    expect(compare(context({}), context({ run_resources: { cpu: "1" } }))).toMatchObject([{ sensitive: false }]);
  });
});

describe("what a reviewer must look at twice", () => {
  test.each<{ name: string; before: Sample; after: Sample; sensitive: boolean }>([
    { name: "a task role", before: {}, after: { body: { taskRoleArn: "arn:aws:iam::1:role/x" } }, sensitive: true },
    {
      name: "an execution role",
      before: {},
      after: { body: { executionRoleArn: "arn:aws:iam::1:role/x" } },
      sensitive: true,
    },
    {
      name: "a secret",
      before: {},
      after: { container: { secrets: [{ name: "S", valueFrom: "arn" }] } },
      sensitive: true,
    },
    {
      name: "a secret of the log driver",
      before: {},
      after: { container: { logConfiguration: { secretOptions: [{ name: "S", valueFrom: "arn" }] } } },
      sensitive: true,
    },
    {
      name: "credentials of a registry",
      before: {},
      after: { container: { repositoryCredentials: { credentialsParameter: "arn" } } },
      sensitive: true,
    },
    { name: "privileges", before: {}, after: { container: { privileged: true } }, sensitive: true },
    {
      name: "capabilities",
      before: {},
      after: { container: { linuxParameters: { capabilities: { add: ["SYS_PTRACE"] } } } },
      sensitive: true,
    },
    { name: "a new sidecar", before: {}, after: { sidecars: [{ name: "s", image: "s:1" }] }, sensitive: true },
    { name: "the network mode", before: {}, after: { body: { networkMode: "host" } }, sensitive: true },
    { name: "a size", before: {}, after: { body: { cpu: "512" } }, sensitive: false },
    {
      name: "a known sidecar's image",
      before: { sidecars: [{ name: "s", image: "s:1" }] },
      after: { sidecars: [{ name: "s", image: "s:2" }] },
      sensitive: false,
    },
    {
      name: "a known sidecar's registry",
      before: { sidecars: [{ name: "s", image: "s:1" }] },
      after: { sidecars: [{ name: "s", image: "evil.example/s:1" }] },
      sensitive: true,
    },
  ])("$name: $sensitive", ({ before, after, sensitive }) => {
    expect(compare(before, after)).toMatchObject([{ sensitive }]);
  });

  test("another registry, but not another tag", () => {
    const path = "containerDefinitions.dagster.image";
    expect(changeAt(compare({ image: "a/b:1" }, { image: "a/b:2" }), path)?.sensitive).toBe(false);
    expect(changeAt(compare({ image: "a/b:1" }, { image: "docker.io/a/b:1" }), path)?.sensitive).toBe(false);
    expect(changeAt(compare({ image: "a/b:1" }, { image: "ghcr.io/a/b:1" }), path)?.sensitive).toBe(true);
  });
});

describe("of a service, a reviewer must look twice at", () => {
  test.each<{ name: string; before: JsonObject; after: JsonObject; sensitive: boolean }>([
    {
      name: "ECS Exec, when it is allowed",
      before: { enableExecuteCommand: false },
      after: { enableExecuteCommand: true },
      sensitive: true,
    },
    {
      name: "ECS Exec, when it is forbidden",
      before: { enableExecuteCommand: true },
      after: { enableExecuteCommand: false },
      sensitive: false,
    },
    {
      name: "the network",
      before: {},
      after: { networkConfiguration: { awsvpcConfiguration: { subnets: ["a"] } } },
      sensitive: true,
    },
    { name: "the number of tasks", before: { desiredCount: 1 }, after: { desiredCount: 2 }, sensitive: false },
  ])("$name: $sensitive", ({ before, after, sensitive }) => {
    expect(compareServices(before, after)).toMatchObject([{ sensitive }]);
  });
});

test("references to secrets are shown", () => {
  const secret = (valueFrom: string): Sample => ({ container: { secrets: [{ name: "S", valueFrom }] } });
  expect(compare(secret("arn:1"), secret("arn:2"))).toMatchObject([
    { path: "containerDefinitions.dagster.secrets.S", before: shown("arn:1"), after: shown("arn:2") },
  ]);
});
