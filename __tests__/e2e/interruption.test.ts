import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { ActionRun, ActionStep } from "../../demo/runner.ts";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { type E2eWorld, EXAMPLES, startWorld, writesOf } from "./world.ts";

/** The runner sends SIGINT, after 7.5 seconds SIGTERM, and 2.5 seconds later it kills. */
const SOON = 5;

let world: E2eWorld;
afterEach(() => world.emulator.close());

interface Location {
  readonly name: string;
  readonly action: string;
  readonly status: string;
}

const locationsOf = (run: ActionRun) => JSON.parse(run.outputs.locations ?? "[]") as readonly Location[];

test("a cancelled run says what it did, and the next run goes on from there", async () => {
  world = await startWorld(EXAMPLES, { timeScale: 20 });
  // So long that they still start when the next run comes to look, however slow the machine is.
  world.emulator.behave({ behaviour: { kind: "run", startSeconds: 300 } });
  const cancelled = await world.action({ cancelWhen: /0 of 1 tasks running/ });
  expect(cancelled.exitCode).toBe(1);
  expect(cancelled.log).toContain("the run was interrupted while the rollout was going on");
  expect(cancelled.summary).toContain("interrupted");
  world.emulator.clearCalls();
  const next = await world.action({ runNumber: 2 });
  expect(next.log).not.toContain("::error");
  expect(next.exitCode).toBe(0);
  expect(writesOf(world.emulator)).toEqual([]);
  // The rollouts of the cancelled run were waited for: their end is what this run is green for.
  expect(locationsOf(next).map(({ action, status }) => `${action} ${status}`)).toEqual(Array(3).fill("none succeeded"));
});

describe("a cancelled run ends soon, with a report, whatever it is waiting for", () => {
  /** The run's clock is the machine's, so that what it waits for lasts; the emulator's is fast. */
  async function cancel(step: Partial<ActionStep>): Promise<ActionRun> {
    const run = await world.action({
      ...step,
      environment: { ...world.environment, DAGSTER_ECS_DEPLOY_CLOCK_SCALE: "1" },
    });
    expect(run.log).not.toMatch(/internal error|Warning/);
    expect(run.secondsAfterCancel, run.log).toBeLessThan(SOON);
    expect(run.exitCode, run.log).toBe(1);
    return run;
  }

  /** One more run does what is left to do. */
  async function finish(): Promise<ActionRun> {
    world.emulator.clearFaults();
    world.emulator.release();
    const run = await world.action({ runNumber: 9 });
    expect(run.exitCode, run.log).toBe(0);
    return run;
  }

  const startExamples = async (options: EmulatorOptions = {}) => {
    world = await startWorld(EXAMPLES, options);
  };

  test.each(["SIGINT", "SIGTERM"] as const)("for its turn to register a revision (%s)", async (cancelWith) => {
    const names = Array.from({ length: 30 }, (_, index) => `location-${String(index).padStart(2, "0")}`);
    const entries = names.map(
      (name) => `  - location_name: ${name}
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shared:1.0
    code_source: { module_name: a }`,
    );
    const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
    world = await startWorld({
      "dagster.yaml": dagsterYaml,
      "dagster_cloud.yaml": `locations:\n${entries.join("\n")}`,
    });
    const run = await cancel({ cancelWith, cancelWhen: /ECS deployment started/ });
    expect(run.summary).toContain("not begun: the run was interrupted");
    const statuses = Map.groupBy(locationsOf(run), ({ status }) => status);
    // Those that had their turn are being rolled out; eighteen at once, and hardly one more since.
    expect(statuses.get("skipped")?.length).toBeGreaterThan(5);
    expect([...statuses.keys()].sort()).toEqual(["failed", "skipped"]);
    expect(locationsOf(await finish())).toHaveLength(30);
    const { taskDefinitions } = world.emulator.state() as { taskDefinitions: unknown[] };
    expect(taskDefinitions).toHaveLength(30);
  });

  test("before it tries a call again", async () => {
    await startExamples();
    const effect = { kind: "error", code: "ServerException", message: "We are not well.", status: 500 } as const;
    world.emulator.fail({ service: "ecs", operation: "CreateService", effect });
    const run = await cancel({ cancelWhen: /ecs:CreateService: unanswered, attempt 4 follows/ });
    expect(run.summary).toContain("The run was interrupted before AWS answered ecs:CreateService");
    expect(locationsOf(run).map(({ status }) => status)).toEqual(Array(3).fill("failed"));
    await finish();
  });

  test("for an answer that does not come", async () => {
    await startExamples();
    world.emulator.fail({ service: "ecs", operation: "CreateService", effect: { kind: "hold" } });
    const run = await cancel({ cancelWhen: /debug::ecs:CreateService/ });
    expect(run.summary).toContain("The run was interrupted before AWS answered ecs:CreateService");
    await finish();
  });

  test("for a service that drains", async () => {
    await startExamples({ drainingSeconds: 3_600 });
    const reporting = { locations: "reporting" };
    expect((await world.action({ inputs: reporting })).exitCode).toBe(0);
    const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
    await world.write("dagster.yaml", dagsterYaml.replace("launch_type: FARGATE", "launch_type: EC2"));
    const run = await cancel({ runNumber: 2, inputs: reporting, cancelWhen: /debug::ecs:DeleteService/ });
    expect(run.summary).toMatch(/The run was interrupted (while|before)/);
  });

  test("for GitHub, which does not answer", async () => {
    await startExamples();
    world.emulator.fail({ service: "github", effect: { kind: "hold" } });
    const inputs = { "github-deployments": "true" };
    const run = await cancel({ inputs, cancelWhen: /3 to create/ });
    expect(run.summary).toContain("The run was interrupted before");
    expect(run.log).toContain("::warning title=no deployment record::");
    await finish();
  });

  test("before it has planned anything", async () => {
    await startExamples();
    world.emulator.fail({ service: "ecs", operation: "DescribeServices", effect: { kind: "hold" } });
    const run = await cancel({ cancelWhen: /debug::ecs:DescribeServices/ });
    expect(run.log).toContain("The run was interrupted before AWS answered ecs:DescribeServices");
    expect(writesOf(world.emulator)).toEqual([]);
    await finish();
  });
});
