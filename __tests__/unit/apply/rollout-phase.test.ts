import { describe, expect, test } from "vitest";
import {
  describePhase,
  describeTimeout,
  firstPhase,
  nextPhase,
  type PhaseState,
  phaseDeadline,
} from "../../../src/apply/rollout-phase.ts";

const LIMITS = { taskStart: 600_000, healthCheck: 180_000 };

type Look = Parameters<typeof nextPhase>[1];

const look = (allRunning: boolean, isChecked: boolean, tasks?: Look["tasks"]): Look => ({
  allRunning,
  isChecked,
  tasks,
});
const unhealthy = { kind: "unhealthy", reason: "0 of 1 tasks HEALTHY" } as const;
const idle = { kind: "not-running", reason: "0 of 1 tasks running" } as const;

/** The phases after each of some looks, ten seconds apart. */
function phasesOf(...looks: readonly Look[]): readonly PhaseState[] {
  let state = firstPhase(0);
  return looks.map((each, index) => {
    state = nextPhase(state, each, (index + 1) * 10_000);
    return state;
  });
}

describe("nextPhase", () => {
  test("with a health check: start, HEALTHY, completion", () => {
    const states = phasesOf(
      look(false, true),
      look(true, true),
      look(true, true),
      look(true, true, unhealthy),
      look(true, true, { kind: "running" }),
      look(true, true),
    );
    expect(states.map(({ phase, since }) => [phase, since])).toEqual([
      ["task-start", 0],
      ["health-check", 20_000],
      ["health-check", 20_000],
      ["health-check", 20_000],
      ["completion", 50_000],
      ["completion", 50_000],
    ]);
  });

  test("without one: start, completion; and back when a task does not stay up", () => {
    const states = phasesOf(look(false, false), look(true, false), look(true, false, idle), look(true, false));
    expect(states.map(({ phase, hasRun }) => [phase, hasRun])).toEqual([
      ["task-start", false],
      ["completion", true],
      ["task-start", true],
      ["completion", true],
    ]);
  });
});

describe("phaseDeadline", () => {
  const state = (phase: PhaseState["phase"], since: number, hasRun = true): PhaseState => ({ phase, since, hasRun });
  test.each<[string, PhaseState, object, number]>([
    ["the tasks have ecs_timeout", state("task-start", 0, false), LIMITS, 600_000],
    [
      "the health check has server_process_startup_timeout from the start on",
      state("health-check", 500_000),
      LIMITS,
      680_000,
    ],
    ["a task that starts over has what is left of both", state("task-start", 700_000), LIMITS, 780_000],
    ["completion has what is left of both", state("completion", 20_000), LIMITS, 780_000],
    ["but time enough for the old tasks to stop", state("completion", 770_000), LIMITS, 950_000],
    ["wait-timeout-minutes is for the whole", state("health-check", 500_000), { ...LIMITS, total: 60_000 }, 60_000],
  ])("%s", (_name, at, limits, expected) => {
    expect(phaseDeadline(at, limits as typeof LIMITS, 0)).toBe(expected);
  });
});

test("the timeout says what ran out, how far it had come, and which setting to raise", () => {
  const say = (state: PhaseState, limits = {}): string =>
    describeTimeout(state, { ...LIMITS, ...limits }, 0, "0 of 1 tasks running");
  expect([
    say(firstPhase(0)),
    say({ phase: "task-start", since: 700_000, hasRun: true }),
    say({ phase: "health-check", since: 10_000, hasRun: true }),
    say({ phase: "completion", since: 10_000, hasRun: true }),
    say(firstPhase(0), { total: 60_000 }),
  ]).toEqual([
    "the tasks did not start within 600 seconds (`ecs_timeout`): 0 of 1 tasks running. Raise `ecs_timeout` if pulling the image or placing the task takes longer.",
    "the tasks did not stay up: after 780 seconds (`ecs_timeout` and `server_process_startup_timeout`) 0 of 1 tasks running",
    "the tasks started, but were not HEALTHY within 180 seconds (`server_process_startup_timeout`): 0 of 1 tasks running. Raise `server_process_startup_timeout` if the code takes longer to load.",
    "the tasks run, but ECS did not complete the deployment within 780 seconds (`ecs_timeout` and `server_process_startup_timeout`): 0 of 1 tasks running. Raise `ecs_timeout`, or set `wait-timeout-minutes`, if replacing the tasks takes longer.",
    "the tasks did not start within 1 minute (`wait-timeout-minutes`): 0 of 1 tasks running. Raise `wait-timeout-minutes` if pulling the image or placing the task takes longer.",
  ]);
  expect(describePhase({ phase: "task-start", since: 0, hasRun: true })).toBe("keeping the tasks running");
});
