import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import { HiddenText } from "../../../src/model/environment.ts";
import type { LiveLocation, LiveService, TagMap } from "../../../src/model/live-state.ts";
import type { Step } from "../../../src/model/plan.ts";
import type { Remains } from "../../../src/model/remains.ts";
import {
  TAG_DEPLOYMENT,
  TAG_FINGERPRINT,
  TAG_KIND,
  TAG_LOCATION,
  TAG_PULL_REQUEST,
  TAG_SOURCE,
  TAG_USER_TAGS,
  tagValue,
  userTagsValue,
} from "../../../src/model/tags.ts";
import { makePlan, type PlanOptions } from "../../../src/plan/make-plan.ts";
import { serializePlan } from "../../../src/plan/plan-json.ts";
import { hasChanges, summarizePlan } from "../../../src/plan/summary.ts";
import {
  applied,
  cloudMapOf,
  liveState,
  REQUEST,
  registered,
  remainsOf,
  running,
  type Sample,
  sampleLocation,
  taskDefinitionArn,
} from "./sample-location.ts";

const OPTIONS: PlanOptions = { prune: false, adopt: false, notSelected: [], mode: "plan" };

function planOne(desired: DesiredLocation, live: LiveLocation, options: Partial<PlanOptions> = {}): Step {
  const plan = makePlan({
    request: REQUEST,
    desired: [desired],
    live: liveState({ [desired.name]: live }),
    options: { ...OPTIONS, ...options },
  });
  const [step] = plan.steps;
  if (step === undefined) throw new Error("a plan has one step per location");
  return step;
}

function paths(step: Step): readonly string[] {
  return step.changes.map(({ resource, path, change }) => `${change} ${resource} ${path}`);
}

describe("a location that nothing runs", () => {
  const desired = sampleLocation({ userTags: { team: "data" } });

  test("is created, with everything it gets, disturbing nothing", () => {
    const step = planOne(desired, {});
    expect(step).toMatchObject({
      action: "create",
      reason: { code: "new" },
      impact: "none",
      taskDefinition: { register: true },
      base: {},
      service: "etl-prod-abc123",
      cluster: "data",
    });
    expect(paths(step)).toContain("added tags team");
    expect(paths(step)).toContain("added cloud-map name");
    expect(paths(step)).toContain("added service launchType");
    expect(paths(step)).toContain("added task-definition containerDefinitions.dagster.image");
  });

  test("reuses the revision that an interrupted run has registered", () => {
    const latest = registered(desired, 8);
    expect(planOne(desired, { latest }).taskDefinition).toEqual({ register: false, reuse: latest.arn });
  });

  test("registers when the newest revision is another one", () => {
    const latest = registered(sampleLocation({ image: "acme/etl:0" }), 8);
    expect(planOne(desired, { latest }).taskDefinition).toEqual({ register: true });
  });

  test("is created while its previous service drains", () => {
    const live = applied(desired, { status: "DRAINING" });
    expect(planOne(desired, live)).toMatchObject({ action: "create", reason: { code: "draining" } });
  });

  test("is created with its own Cloud Map service left from an interrupted run", () => {
    const live = { cloudMapService: cloudMapOf(desired), cloudMapTags: desired.identityTags };
    expect(planOne(desired, live)).toMatchObject({ action: "create" });
  });
});

describe("what is not ours", () => {
  const desired = sampleLocation();
  const other = { ...desired.identityTags, [TAG_SOURCE]: "acme/other:dagster_cloud.yaml" };

  test.each<{ name: string; live: LiveLocation; adopt?: boolean; code: string }>([
    { name: "a service without tags", live: applied(desired, { tags: { Name: "x" } }), code: "not-ours" },
    { name: "a service of another source", live: applied(desired, { tags: other }), code: "other-owner" },
    {
      name: "a service of another source, to adopt",
      live: applied(desired, { tags: other }),
      adopt: true,
      code: "other-owner",
    },
    {
      name: "a service of another location",
      live: applied(desired, { tags: { ...desired.identityTags, [TAG_LOCATION]: "elt" } }),
      adopt: true,
      code: "other-owner",
    },
    {
      name: "a service of another deployment",
      live: applied(desired, { tags: { ...desired.identityTags, [TAG_DEPLOYMENT]: "staging" } }),
      code: "other-owner",
    },
    {
      name: "a branch deployment's service of the same name",
      live: applied(desired, { tags: { ...desired.identityTags, [TAG_KIND]: "branch" } }),
      adopt: true,
      code: "other-owner",
    },
    {
      name: "a service of a pull request",
      live: applied(desired, { tags: { ...desired.identityTags, [TAG_PULL_REQUEST]: "7" } }),
      adopt: true,
      code: "other-owner",
    },
    {
      name: "a Cloud Map service whose tags nobody read",
      live: { cloudMapService: cloudMapOf(desired) },
      code: "cloud-map-not-ours",
    },
    {
      name: "a Cloud Map service without tags",
      live: { cloudMapService: cloudMapOf(desired), cloudMapTags: {} },
      code: "cloud-map-not-ours",
    },
    {
      name: "a Cloud Map service of another source beside a service of ours that is not registered there",
      live: { ...applied(desired), cloudMapTags: other },
      code: "cloud-map-other-owner",
    },
    {
      name: "a Cloud Map service of another source",
      live: { cloudMapService: cloudMapOf(desired), cloudMapTags: other },
      adopt: true,
      code: "cloud-map-other-owner",
    },
  ])("$name is left alone", ({ live, adopt = false, code }) => {
    const step = planOne(desired, live, { adopt });
    expect(step).toMatchObject({ action: "blocked", reason: { code }, impact: "none", changes: [] });
    expect(step.taskDefinition.register).toBe(false);
  });

  test("both owners are named", () => {
    const { reason } = planOne(desired, applied(desired, { tags: other }));
    expect(reason.text).toContain("acme/other:dagster_cloud.yaml");
    expect(reason.text).toContain("acme/pipelines:dagster_cloud.yaml");
  });

  test("adopt takes over a service without our tags, and a Cloud Map service", () => {
    const step = planOne(
      desired,
      { ...applied(desired, { tags: { Name: "x" } }), running: registered(desired, 7) },
      { adopt: true },
    );
    expect(step).toMatchObject({ action: "update", reason: { code: "adopt" }, taskDefinition: { register: false } });
    expect(paths(step)).toContain(`added tags ${TAG_SOURCE}`);
    expect(paths(step)).not.toContain("removed tags Name");
    const cloudMap = { cloudMapService: cloudMapOf(desired), cloudMapTags: {} };
    expect(planOne(desired, cloudMap, { adopt: true }).action).toBe("create");
  });
});

describe("a location that runs", () => {
  const desired = sampleLocation({ userTags: { team: "data" } });

  test("needs nothing when the fingerprint answers", () => {
    const step = planOne(desired, applied(desired));
    expect(step).toMatchObject({
      action: "none",
      reason: { code: "unchanged" },
      changes: [],
      impact: "none",
      warnings: [],
    });
    expect(step.base).toEqual({
      serviceArn: "arn:aws:ecs:us-west-2:123456789012:service/data/etl-prod-abc123",
      taskDefinitionArn: taskDefinitionArn(desired.taskDefinition.family, 7),
      ecsDeploymentId: "ecs-svc/1",
    });
  });

  test("needs nothing when what was read is the desired one, whatever the tag says", () => {
    const { [TAG_FINGERPRINT]: _lost, ...tags } = applied(desired).service.tags;
    expect(planOne(desired, { ...applied(desired, { tags }), running: registered(desired, 7) }).action).toBe("none");
  });

  test("gets a new revision for a new image", () => {
    const before = sampleLocation({ image: "acme/etl:0", userTags: { team: "data" } });
    const step = planOne(desired, { ...applied(before), running: registered(before, 7) });
    expect(step).toMatchObject({
      action: "update",
      reason: { code: "image" },
      impact: "rollout",
      taskDefinition: { register: true },
      image: { reference: "acme/etl:1", previous: "acme/etl:0" },
    });
    expect(paths(step)).toEqual([
      "changed task-definition containerDefinitions.dagster.environment.DAGSTER_CURRENT_IMAGE",
      "changed task-definition containerDefinitions.dagster.image",
    ]);
  });

  test("goes back to the newest revision after a rollback, without registering it again", () => {
    const before = sampleLocation({ image: "acme/etl:0" });
    const latest = registered(desired, 8);
    const step = planOne(desired, { ...applied(before), running: registered(before, 7), latest });
    expect(step).toMatchObject({ action: "update", taskDefinition: { register: false, reuse: latest.arn } });
  });

  test("is updated when its revision cannot be read", () => {
    const live = applied(desired, { family: "someone-elses" });
    expect(planOne(desired, live)).toMatchObject({ action: "update", taskDefinition: { register: true } });
  });

  test.each<{ name: string; description: LiveService["description"]; path: string; impact: string }>([
    {
      name: "subnets",
      description: {
        networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-a"], securityGroups: ["sg-a"] } },
      },
      path: "changed service networkConfiguration.awsvpcConfiguration.subnets",
      impact: "rollout",
    },
    {
      name: "a Cloud Map registration",
      description: { serviceRegistries: [] },
      path: "changed service serviceRegistries",
      impact: "rollout",
    },
    {
      name: "propagated tags",
      description: { propagateTags: "NONE" },
      path: "changed service propagateTags",
      impact: "in-place",
    },
    {
      name: "ECS Exec",
      description: { enableExecuteCommand: true },
      path: "changed service enableExecuteCommand",
      impact: "in-place",
    },
    {
      name: "the circuit breaker",
      description: { deploymentConfiguration: {} },
      path: "changed service deploymentConfiguration.deploymentCircuitBreaker.enable",
      impact: "in-place",
    },
  ])("is updated without registering when only $name differs", ({ description, path, impact }) => {
    const step = planOne(desired, applied(desired, { description }));
    expect(step).toMatchObject({
      action: "update",
      reason: { code: "service" },
      taskDefinition: { register: false },
      impact,
    });
    expect(step.taskDefinition.reuse).toBeUndefined();
    expect(paths(step)).toContain(path);
  });

  test("is updated when its Cloud Map service is gone", () => {
    const step = planOne(desired, { service: applied(desired).service });
    expect(step).toMatchObject({ action: "update", reason: { code: "cloud-map" }, impact: "rollout" });
  });

  test("keeps the number of tasks unless it is configured", () => {
    expect(planOne(desired, applied(desired, { description: { desiredCount: 9 } })).action).toBe("none");
    const configured = sampleLocation({ replicaCount: 2 });
    const step = planOne(configured, applied(configured, { description: { desiredCount: 9 } }));
    expect(step).toMatchObject({ action: "update", impact: "in-place" });
    expect(paths(step)).toEqual(["changed service desiredCount"]);
  });

  test("is started again when nothing of it runs, in an ECS deployment that can be watched", () => {
    const configured = sampleLocation({ replicaCount: 1 });
    const step = planOne(configured, applied(configured, { description: { desiredCount: 0 } }));
    expect(step).toMatchObject({ action: "redeploy", reason: { code: "scaled-to-zero" }, impact: "rollout" });
    expect(paths(step)).toEqual(["changed service desiredCount"]);
    expect(planOne(desired, applied(desired, { description: { desiredCount: 0 } })).action).toBe("none");
  });

  test.each<{ name: string; description: LiveService["description"] }>([
    { name: "launch type", description: { launchType: "EC2" } },
    { name: "scheduling strategy", description: { schedulingStrategy: "DAEMON" } },
    { name: "deployment controller", description: { deploymentController: { type: "EXTERNAL" } } },
  ])("is replaced when its $name differs", ({ description }) => {
    const step = planOne(desired, applied(desired, { description }));
    expect(step).toMatchObject({
      action: "replace",
      reason: { code: "immutable-field" },
      impact: "downtime",
      taskDefinition: { register: false, reuse: applied(desired).service.taskDefinitionArn },
    });
  });

  test("is not replaced for a Fargate capacity provider", () => {
    const { launchType: _launchType, ...description } = applied(desired).service.description;
    const service = {
      ...applied(desired).service,
      description: { ...description, capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] },
    };
    expect(planOne(desired, { ...applied(desired), service }).action).toBe("none");
  });

  test("is started again when its last rollout failed", () => {
    const step = planOne(desired, applied(desired, { rolloutState: "FAILED" }));
    expect(step).toMatchObject({ action: "redeploy", reason: { code: "rollout-failed" }, impact: "rollout" });
  });

  test("is left to a rollout that is on its way", () => {
    const step = planOne(desired, applied(desired, { rolloutState: "IN_PROGRESS" }));
    expect(step).toMatchObject({ action: "none", warnings: ["A rollout of this service is still in progress."] });
  });

  test("is left alone when ECS says nothing about rollouts", () => {
    expect(planOne(desired, applied(desired, { rolloutState: undefined })).action).toBe("none");
  });
});

describe("tags", () => {
  test("are added and changed; foreign ones stay", () => {
    const desired = sampleLocation({ userTags: { team: "data", tier: "1" } });
    const before = applied(desired);
    const { tier: _tier, ...kept } = before.service.tags;
    const tags = { ...kept, team: "old", "cost-centre": "7" };
    const step = planOne(desired, { ...before, service: { ...before.service, tags } });
    expect(step).toMatchObject({ action: "update", reason: { code: "tags" }, impact: "in-place" });
    expect(paths(step)).toEqual(["changed tags team", "added tags tier"]);
  });

  test("that the old YAML had are removed, and only those", () => {
    const before = sampleLocation({
      containerContext: { ecs: { server_ecs_tags: [{ key: "old", value: "1" }, { key: "dagster/x" }] } },
      userTags: { old: "1", "dagster/x": "", foreign: "1" },
    });
    const step = planOne(sampleLocation(), { ...applied(before), running: registered(before, 7) });
    expect(paths(step).filter((path) => path.includes("tags "))).toEqual(["removed tags old"]);
  });
});

describe("the record of the user's tags", () => {
  const desired = sampleLocation({ userTags: { team: "data" } });
  const withRecord = (record: string) => {
    const live = applied(desired);
    return { ...live, service: { ...live.service, tags: { ...live.service.tags, [TAG_USER_TAGS]: record } } };
  };

  test("is brought up to date when all else is", () => {
    const step = planOne(desired, withRecord(userTagsValue(["team", "former"])));
    expect(step).toMatchObject({ action: "update", reason: { code: "tags" }, impact: "in-place" });
    expect(paths(step)).toEqual([`changed tags ${TAG_USER_TAGS}`]);
    expect(planOne(desired, withRecord(userTagsValue(["team"]))).action).toBe("none");
  });

  test("goes along with other tags without being mentioned", () => {
    const live = withRecord(userTagsValue(["team", "former"]));
    const service = { ...live.service, tags: { ...live.service.tags, former: "1" } };
    expect(paths(planOne(desired, { ...live, service }))).toEqual(["removed tags former"]);
  });
});

describe("images", () => {
  test("a missing one is a warning in a plan", () => {
    const desired = sampleLocation({ imageStatus: "missing" });
    expect(planOne(desired, {}).warnings).toEqual(["The image acme/etl:1 is not in the registry yet."]);
    expect(planOne(desired, {}, { mode: "apply" }).warnings).toEqual([]);
  });

  test("a kept one is said to be kept", () => {
    const [warning] = planOne(sampleLocation({ imageStatus: "kept" }), {}).warnings;
    expect(warning).toContain("is kept");
  });
});

describe("prune", () => {
  const gone = remainsOf(sampleLocation({ name: "gone" }));
  const planWith = (remains: Remains, options: Partial<PlanOptions> = {}) =>
    makePlan({
      request: REQUEST,
      desired: [sampleLocation()],
      live: liveState({ etl: applied(sampleLocation()) }, [remains]),
      options: { ...OPTIONS, prune: true, ...options },
    });

  test("deletes what the configuration no longer has", () => {
    const plan = planWith(gone);
    expect(plan.steps.map(({ location, action, impact }) => [location, action, impact])).toEqual([
      ["etl", "none", "none"],
      ["gone", "delete", "removal"],
    ]);
    expect(plan.steps[1]).toMatchObject({
      reason: { code: "abandoned" },
      family: "server_acme_prod_gone_0a1b2c3d",
      base: { serviceArn: gone.service.arn, taskDefinitionArn: gone.service.taskDefinitionArn },
      removal: {
        identity: gone.identity,
        cloudMapService: { name: gone.name },
        families: ["server_acme_prod_gone_0a1b2c3d"],
      },
    });
    expect(plan.steps[1]).not.toHaveProperty("image");
  });

  test("deletes nothing unless asked to", () => {
    expect(planWith(gone, { prune: false }).steps).toHaveLength(1);
  });

  const { service: _service, cloudMapService: _cloudMapService, ...revisions } = gone;
  test.each<[string, Remains, string]>([
    ["a draining service", { ...gone, service: { ...gone.service, status: "DRAINING" } }, "still stops its tasks"],
    ["a Cloud Map service", { ...revisions, cloudMapService: cloudMapOf(sampleLocation()) }, "its Cloud Map service"],
    ["revisions", revisions, "task definition revisions"],
  ])("goes on with an interrupted removal that left %s", (_, left, words) => {
    const step = planWith(left).steps[1];
    expect(step).toMatchObject({ action: "delete", location: "gone", reason: { code: "leftover" } });
    expect(step?.reason.text).toContain(words);
    expect(step?.impact).toBe(left.service === undefined ? "none" : "removal");
  });

  test.each<{ name: string; tags: TagMap; notSelected: readonly string[] }>([
    { name: "a location that was not selected", tags: {}, notSelected: ["gone"] },
    {
      name: "a location that was not selected, with a name no tag can carry",
      tags: { [TAG_LOCATION]: tagValue("gone!") },
      notSelected: ["gone!"],
    },
    { name: "another source", tags: { [TAG_SOURCE]: "acme/other:x.yaml" }, notSelected: [] },
    { name: "another deployment", tags: { [TAG_DEPLOYMENT]: "staging" }, notSelected: [] },
    { name: "a branch deployment of this name", tags: { [TAG_KIND]: "branch" }, notSelected: [] },
    { name: "a pull request", tags: { [TAG_PULL_REQUEST]: "7" }, notSelected: [] },
  ])("never deletes a service of $name", ({ tags, notSelected }) => {
    const plan = planWith(remainsOf(sampleLocation({ name: "gone" }), tags), { notSelected });
    expect(plan.steps.map(({ action }) => action)).toEqual(["none"]);
  });

  test("never deletes a service of nobody", () => {
    expect(planWith({ ...gone, identity: {} }).steps.map(({ action }) => action)).toEqual(["none"]);
  });

  test("never deletes the service that a location of the configuration needs", () => {
    expect(planWith({ ...gone, name: "etl-prod-abc123" }).steps.map(({ action }) => action)).toEqual(["none"]);
  });
});

describe("a plan", () => {
  const SAMPLES: readonly Sample[] = [
    { name: "a", image: "x:1", userTags: { one: "1", two: "2" } },
    {
      name: "B",
      sidecars: [
        { name: "s", image: "s:1" },
        { name: "r", image: "r:1" },
      ],
    },
    { name: "ä", environment: [{ name: "KEY", value: { origin: "literal", text: "v" } }] },
    { name: "z", body: { volumes: [{ name: "v" }, { name: "w" }] } },
  ];

  test("is the same bytes whatever the order of its inputs", () => {
    const reversed = (sample: Sample): Sample => ({
      ...sample,
      ...(sample.sidecars && { sidecars: sample.sidecars.toReversed() }),
      ...(sample.userTags && { userTags: Object.fromEntries(Object.entries(sample.userTags).toReversed()) }),
    });
    const make = (samples: readonly Sample[], live: readonly number[]): string => {
      const before = sampleLocation({ name: "z", image: "x:0" });
      const entries = live.map(
        (index) =>
          [
            ["a", applied(sampleLocation(SAMPLES[0]))],
            ["z", { ...applied(before), running: registered(before, 3) }],
          ][index] as [string, LiveLocation],
      );
      return serializePlan(
        makePlan({
          request: REQUEST,
          desired: samples.map(sampleLocation),
          live: { locations: new Map(entries) },
          options: { ...OPTIONS, notSelected: ["q", "p"] },
        }),
      );
    };
    const expected = make(SAMPLES, [0, 1]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...SAMPLES], { minLength: SAMPLES.length }),
        fc.boolean(),
        fc.shuffledSubarray([0, 1], { minLength: 2 }),
        (samples, reverse, live) => make(reverse ? samples.map(reversed) : samples, live) === expected,
      ),
    );
    const { steps } = JSON.parse(expected) as { steps: readonly Step[] };
    expect(steps.map(({ location }) => location)).toEqual(["B", "a", "z", "ä"]);
  });

  test("carries no value that is not a literal, anywhere", () => {
    const secret = "s3cr3t-value";
    const hidden = sampleLocation({
      environment: [{ name: "TOKEN", value: { origin: "step", hidden: new HiddenText(secret), from: "TOKEN" } }],
    });
    const without = sampleLocation({ image: "acme/etl:0" });
    const lives: readonly LiveLocation[] = [
      {},
      { ...applied(without), running: registered(without, 7) },
      { ...applied(hidden), running: registered(hidden, 7) },
    ];
    for (const live of lives) expect(JSON.stringify(planOne(hidden, live))).not.toContain(secret);
    const back = planOne(without, { ...applied(hidden), running: registered(hidden, 7) });
    expect(paths(back)).toContain("removed task-definition containerDefinitions.dagster.environment.TOKEN");
    expect(JSON.stringify(back)).not.toContain(secret);
  });

  test("is summed up by action; only a plan of nothing is empty", () => {
    const unchanged = sampleLocation();
    const plan = makePlan({
      request: REQUEST,
      desired: [unchanged, sampleLocation({ name: "new" })],
      live: liveState({ etl: { service: running(unchanged), cloudMapService: cloudMapOf(unchanged) } }),
      options: OPTIONS,
    });
    expect(summarizePlan(plan)).toEqual({
      create: 1,
      update: 0,
      replace: 0,
      redeploy: 0,
      rollback: 0,
      delete: 0,
      none: 1,
      blocked: 0,
    });
    expect(hasChanges(plan)).toBe(true);
    expect(hasChanges({ ...plan, steps: plan.steps.filter(({ action }) => action === "none") })).toBe(false);
  });
});
