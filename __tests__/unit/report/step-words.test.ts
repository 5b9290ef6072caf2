import { describe, expect, it } from "vitest";
import type { FieldChange, Step } from "../../../src/model/plan.ts";
import { describeRuns } from "../../../src/report/run-words.ts";
import { describeRisk, describeWhat } from "../../../src/report/step-words.ts";
import { sampleCreate, sampleStep, shown } from "./samples.ts";

const CONTAINER = "containerDefinitions.dagster";

function change(path: string, different: Partial<FieldChange> = {}): FieldChange {
  const values = { before: shown("a"), after: shown("b") };
  return {
    resource: "task-definition",
    path,
    change: "changed",
    impact: "rollout",
    sensitive: false,
    ...values,
    ...different,
  };
}

function update(changes: readonly FieldChange[], different: Partial<Step> = {}): Step {
  const reason = { code: "task-definition", text: "The task definition changes." };
  return sampleStep("etl", { action: "update", reason, impact: "rollout", changes, ...different });
}

const variable = (name: string): FieldChange => change(`${CONTAINER}.environment.${name}`);

describe("describeWhat", () => {
  it.each<[string, Step, string]>([
    ["one topic", update([change(`${CONTAINER}.image`)]), "image"],
    ["names, while they are few", update([variable("A"), variable("B")]), "variables `A`, `B`"],
    ["their number, when they are many", update(["A", "B", "C"].map(variable)), "3 variables"],
    [
      "topics in the order in which people look",
      update([change("team", { resource: "tags" }), change("cpu"), change(`${CONTAINER}.secrets.S`), variable("A")]),
      "variable `A`, secret `S`, resources, tag `team`",
    ],
    ["what is put back", update([change("cpu", { outside: true })]), "puts back 1 change from outside"],
    [
      "both",
      update([variable("A"), change("cpu", { outside: true }), change("memory", { outside: true })]),
      "variable `A`; puts back 2 changes from outside",
    ],
    [
      "a reason that says more",
      update([change("cpu")], { reason: { code: "adopt", text: "It is taken over." } }),
      "It is taken over. Changes: resources",
    ],
    ["the reason alone of a new location", sampleCreate("etl"), "There is no service for it yet."],
    ["the reason alone where nothing is shown", update([]), "The task definition changes."],
  ])("says %s", (_what, step, expected) => expect(describeWhat(step)).toBe(expected));
});

describe("describeRisk", () => {
  it("names what is to be looked at twice", () => {
    const changes = [
      change("taskRoleArn", { sensitive: true }),
      change(`${CONTAINER}.image`, { sensitive: true }),
      change("networkConfiguration.awsvpcConfiguration.subnets", { resource: "service", sensitive: true }),
      variable("A"),
    ];
    expect(describeRisk(update(changes))).toEqual({
      consequence: "rolling restart",
      lookTwice: "registry, roles, network",
    });
  });

  it("does not name the roles of a new location", () => {
    expect(describeRisk(sampleCreate("etl"))).toEqual({ consequence: "new code server", lookTwice: "" });
  });
});

describe("describeRuns", () => {
  const context = (setting: string): FieldChange => change(`container context › ${setting}`);

  it.each<[string, Step, string | undefined]>([
    ["the image", update([change(`${CONTAINER}.image`)]), "other images than before"],
    [
      "what their own settings say",
      update([
        context("ecs.run_resources.cpu"),
        context("ecs.run_ecs_tags.team.value"),
        context("ecs.run_sidecar_containers.dd.image"),
      ]),
      "other resources, sidecars and tags than before",
    ],
    [
      "what the context shares with the code server",
      update([
        context("ecs.env_vars.A"),
        variable("A"),
        context("ecs.secrets.S.valueFrom"),
        context("ecs.task_role_arn"),
      ]),
      "other variables, secrets and roles than before",
    ],
    [
      "nothing of the code server's own",
      update([change("cpu"), context("ecs.server_resources.cpu")]),
      "what they got before",
    ],
    ["something nobody thought of", update([context("ecs.run_new_setting")]), "other settings than before"],
    ["nothing to say of a service's settings", update([change("desiredCount", { resource: "service" })]), undefined],
    ["nothing to say of a new location", sampleCreate("etl"), undefined],
  ])("tells %s", (_what, step, expected) => expect(describeRuns(step)).toBe(expected));
});
