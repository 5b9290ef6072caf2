import { describe, expect, test } from "vitest";
import type { LiveService, TagMap } from "../../../src/model/live-state.ts";
import { type RunMark, runTags } from "../../../src/model/run-order.ts";
import {
  findNewerRun,
  isHalfWritten,
  refuseDowngrade,
  refuseLateChange,
  warnOfNewerRuns,
} from "../../../src/plan/downgrade.ts";
import { makePlan } from "../../../src/plan/make-plan.ts";
import { applied, liveState, REQUEST, running, sampleLocation } from "./sample-location.ts";

const etl = sampleLocation();
const OLD_COMMIT = "a".repeat(40);
const NEW_COMMIT = "b".repeat(40);

const own = (runId: number, attempt = 1): RunMark => ({ runId, runNumber: runId - 1_000, attempt, commit: OLD_COMMIT });

function writtenBy(runId: number, tags: TagMap = {}, attempt = 1): LiveService {
  const marks = runTags({ runId, runNumber: runId - 1_000, runAttempt: attempt, headSha: NEW_COMMIT });
  return running(etl, { tags: { ...etl.identityTags, ...marks, ...tags } });
}

const changed = makePlan({
  request: REQUEST,
  desired: [sampleLocation({ image: "acme/etl:2" })],
  live: liveState({ etl: applied(etl) }),
  options: { prune: false, adopt: false, notSelected: [], mode: "apply" },
});

const unchanged = makePlan({
  request: REQUEST,
  desired: [etl],
  live: liveState({ etl: applied(etl) }),
  options: { prune: false, adopt: false, notSelected: [], mode: "apply" },
});

describe("a newer run", () => {
  test("is the newest one that wrote a service of this source and deployment", () => {
    const services = [writtenBy(1_011), { ...writtenBy(1_012), name: "other" }, writtenBy(1_009)];
    expect(findNewerRun(services, REQUEST, own(1_010))).toMatchObject({ run: { runId: 1_012 }, service: "other" });
  });

  test.each<[string, LiveService, RunMark | undefined]>([
    ["an older run", writtenBy(1_009), own(1_010)],
    ["this run", writtenBy(1_010), own(1_010)],
    ["an earlier attempt of this run", writtenBy(1_010), own(1_010, 2)],
    ["a run of another source", writtenBy(1_011, { "dagster-ecs-deploy/source": "acme/other:x" }), own(1_010)],
    ["a run of another deployment", writtenBy(1_011, { "dagster-ecs-deploy/deployment": "staging" }), own(1_010)],
    ["nobody who says so", running(etl), own(1_010)],
    ["a run, and this is none: it was started by hand", writtenBy(1_011), undefined],
  ])("is not %s", (_name, service, run) => {
    expect(findNewerRun([service], REQUEST, run)).toBeUndefined();
  });

  test("is also a later attempt of this run", () => {
    expect(findNewerRun([writtenBy(1_010, {}, 2)], REQUEST, own(1_010))).toBeDefined();
  });
});

describe("an apply", () => {
  test("of an older run is refused, in a sentence with both runs, both commits and what to do", () => {
    const [reason, ...others] = refuseDowngrade(changed, [writtenBy(1_012)], own(1_010));
    expect(others).toEqual([]);
    expect(reason).toContain("run 12 of commit bbbbbbbbbbbb wrote the service etl-prod-abc123");
    expect(reason).toContain("this is run 10 of commit aaaaaaaaaaaa");
    expect(reason).toContain("`allow-downgrade: true`");
    expect(reason).toContain("`command: rollback`");
  });

  test("that changes nothing goes back on nothing", () => {
    expect(refuseDowngrade(unchanged, [writtenBy(1_012)], own(1_010))).toEqual([]);
  });
});

test("a plan warns at the location that a newer run has written", () => {
  const service = writtenBy(1_012);
  const [step] = warnOfNewerRuns(changed, new Map([[service.name, service]]), own(1_010)).steps;
  expect(step?.warnings.at(-1)).toContain("A newer run has deployed this location: run 12 of commit bbbbbbbbbbbb");
  expect(warnOfNewerRuns(changed, new Map([[service.name, service]]), own(1_013))).toEqual(changed);
  expect(warnOfNewerRuns(changed, new Map(), own(1_010))).toEqual(changed);
});

test("a service is half written when its tags name another revision than it runs, or none", () => {
  expect(isHalfWritten(running(etl, { tags: { "dagster-ecs-deploy/fingerprint": "removing" } }))).toBe(true);
  expect(isHalfWritten(running(etl))).toBe(false);
  expect(isHalfWritten(running(etl, { tags: {} }))).toBe(false);
  const tags = running(etl, { revision: 8 }).tags;
  expect(isHalfWritten(running(etl, { revision: 7, tags }))).toBe(true);
  // Not the 8 at the end of 18.
  expect(isHalfWritten(running(etl, { revision: 18, tags }))).toBe(true);
});

describe("a redeploy or rollback", () => {
  const [step] = changed.steps;
  if (step === undefined) throw new Error("the plan has no step");
  const moving = { ...changed, steps: [{ ...step, taskDefinition: { register: false, reuse: "arn:td/etl:1" } }] };
  const staying = { ...changed, steps: [{ ...step, taskDefinition: { register: false } }] };

  test("that puts a service on another revision is refused after a newer run, with both runs", () => {
    const [reason] = refuseLateChange(moving, [writtenBy(1_012)], own(1_010));
    expect(reason).toContain("run 12 of commit bbbbbbbbbbbb wrote the service etl-prod-abc123");
    expect(reason).toContain("this is run 10 of commit aaaaaaaaaaaa");
  });

  test("may give new tasks to what a newer run has deployed, and follow an older one", () => {
    expect(refuseLateChange(staying, [writtenBy(1_012)], own(1_010))).toEqual([]);
    expect(refuseLateChange(moving, [writtenBy(1_009)], own(1_010))).toEqual([]);
    expect(refuseLateChange(moving, [{ ...writtenBy(1_012), name: "other" }], own(1_010))).toEqual([]);
  });
});
