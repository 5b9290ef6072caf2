import { describe, expect, test } from "vitest";
import type { ApplyInput } from "../../../src/apply/context.ts";
import { Remover } from "../../../src/apply/removal.ts";
import { beginRevision } from "../../../src/apply/revision-step.ts";
import { TaskWatcher } from "../../../src/apply/task-watcher.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { Plan, Step } from "../../../src/model/plan.ts";
import {
  TAG_CLUSTER,
  TAG_COMMIT,
  TAG_FINGERPRINT,
  TAG_ROLLBACK,
  TAG_RUN,
  TAG_SOURCE,
} from "../../../src/model/tags.ts";
import { createFakePorts, desiredLocation } from "../live/fake-ports.ts";

const RUNS = "arn:td/etl:2";
const BASE = { serviceArn: "arn:service/etl", taskDefinitionArn: RUNS, ecsDeploymentId: "ecs-svc/1" };
const STARTED: EcsService = { taskDefinition: RUNS, deployments: [{ id: "ecs-svc/2", status: "PRIMARY" }] };

function stepOf(action: "redeploy" | "rollback", taskDefinition: Step["taskDefinition"]): Step {
  const moves = taskDefinition.register || taskDefinition.reuse !== undefined;
  return {
    location: "etl",
    action,
    reason: { code: action, text: "" },
    service: "etl",
    cluster: "main",
    family: "etl",
    taskDefinition,
    base: BASE,
    changes: [],
    impact: "rollout",
    warnings: [],
    ...(moves && { fingerprints: { configuration: "c", full: "f" } }),
  };
}

function begin(
  step: Step,
  options: {
    commit?: string;
    answer?: EcsService;
    propagateTags?: string;
    unfinished?: boolean;
    runsNow?: string;
  } = {},
) {
  const { ports, calls } = createFakePorts({
    ecs: {
      registerTaskDefinition: async () => "arn:td/etl:3",
      describeServices: async () => [{ taskDefinition: options.runsNow ?? RUNS }],
      updateService: async () => options.answer ?? STARTED,
      tagResource: async () => undefined,
      untagResource: async () => undefined,
    },
  });
  const input: ApplyInput = {
    plan: { request: { source: "acme/data:dagster_cloud.yaml" } } as Plan,
    desired: new Map(),
    unfinished: new Set(options.unfinished === true ? ["etl"] : []),
    unmarked: new Set(),
    registries: new Map([["etl", "arn:registry/etl"]]),
    runTags: { [TAG_RUN]: "7.1" },
    formatFingerprint: (arn, full) => `${arn.split(":").at(-1)}:${full}`,
    revisionsOnly: true,
    loadCheck: false,
    wait: true,
    rolloutTimeoutMs: undefined,
    namespaceId: "ns-1",
    namespaceName: undefined,
    redact: (text) => text,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
  const desired = desiredLocation("etl", {
    identityTags: { [TAG_SOURCE]: "ours", ...(options.commit !== undefined && { [TAG_COMMIT]: options.commit }) },
    service: { createRequest: options.propagateTags === undefined ? {} : { propagateTags: options.propagateTags } },
  });
  const clock = { now: () => 0, sleep: async () => undefined };
  const tasks = new TaskWatcher({ cluster: "main", ecs: ports.ecs, clock, signal: input.signal });
  const remover = new Remover("main", input, { ...ports, clock });
  return { begun: beginRevision(step, desired, input, { ...ports, clock, tasks, remover }), calls };
}

describe("beginRevision", () => {
  test("new tasks of the same revision: nothing but that is asked of the service, and its fingerprint stays", async () => {
    const { begun, calls } = begin(stepOf("redeploy", { register: false }), { commit: "c0ffee" });
    expect(await begun).toEqual({ taskDefinitionArn: RUNS, ecsDeploymentId: "ecs-svc/2" });
    const tags = `{"${TAG_SOURCE}":"ours","${TAG_COMMIT}":"c0ffee","${TAG_RUN}":"7.1"}`;
    expect(calls).toEqual([
      `ecs.tagResource("arn:service/etl",${tags})`,
      'ecs.updateService({"cluster":"main","service":"etl","forceNewDeployment":true})',
    ]);
  });

  test("another image: registered, tagged with its own fingerprint, and only then used, without force", async () => {
    const answer = { ...STARTED, taskDefinition: "arn:td/etl:3" };
    const { begun, calls } = begin(stepOf("redeploy", { register: true }), { answer, propagateTags: "NONE" });
    expect(await begun).toEqual({ taskDefinitionArn: "arn:td/etl:3", ecsDeploymentId: "ecs-svc/2" });
    expect(calls.map((call) => call.split("(")[0])).toEqual([
      "ecs.registerTaskDefinition",
      "ecs.describeServices",
      "ecs.tagResource",
      "ecs.updateService",
    ]);
    expect(calls[0]).toContain(`{"${TAG_SOURCE}":"ours","${TAG_CLUSTER}":"main","${TAG_RUN}":"7.1"}`);
    expect(calls[2]).toContain(`"${TAG_FINGERPRINT}":"3:f"`);
    expect(calls[3]).toBe(
      'ecs.updateService({"cluster":"main","service":"etl","propagateTags":"NONE","taskDefinition":"arn:td/etl:3"})',
    );
  });

  test("a rollback brings the commit of its revision along, and takes one away that would be untrue", async () => {
    const step = stepOf("rollback", { register: false, reuse: "arn:td/etl:1" });
    const known = begin(step, { commit: "0ld" });
    await known.begun;
    expect(known.calls[1]).toContain(`"${TAG_COMMIT}":"0ld"`);
    expect(known.calls[1]).toContain(`"${TAG_ROLLBACK}":"1:2"`);
    expect(known.calls.join()).not.toContain("untagResource");
    const unknown = begin(step);
    await unknown.begun;
    expect(unknown.calls).toContain(`ecs.untagResource("arn:service/etl",["${TAG_COMMIT}"])`);
    expect(unknown.calls.at(-1)).toContain("ecs.updateService");
  });

  test("what somebody else has put on another revision since the plan is left alone, and both are named", async () => {
    const step = stepOf("rollback", { register: false, reuse: "arn:td/etl:1" });
    const { begun, calls } = begin(step, { runsNow: "arn:td/etl:4" });
    await expect(begun).rejects.toThrow("The service etl runs etl:4 by now; it ran etl:2 when this was planned");
    expect(calls.map((call) => call.split("(")[0])).toEqual(["ecs.describeServices"]);
  });

  test("what an earlier run has begun is not begun again", async () => {
    const { begun, calls } = begin(stepOf("rollback", { register: false }), { unfinished: true });
    expect(await begun).toEqual({ taskDefinitionArn: RUNS, ecsDeploymentId: "ecs-svc/1" });
    expect(calls).toEqual([]);
  });

  test.each([
    ["the one there was", { deployments: [{ id: "ecs-svc/1", status: "PRIMARY" }] }],
    ["none", { deployments: [] }],
  ])("is no success when ECS starts no deployment: %s", async (_name, answer) => {
    await expect(begin(stepOf("redeploy", { register: false }), { answer }).begun).rejects.toMatchObject({
      code: "no-ecs-deployment",
    });
  });
});
