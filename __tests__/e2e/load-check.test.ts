import { afterEach, describe, expect, test } from "vitest";
import { type E2eWorld, EXAMPLES, HIDDEN, shownBy, startWorld, writesOf } from "./world.ts";

const NEXT = "2222222222222222222222222222222222222222";
const WITH_CHECK = { "load-check": "true" };

/** A Dagster code server stays up with code that cannot be imported; only loading it shows that. */
const TRACEBACK = [
  "\u001b[31mdagster - ERROR\u001b[0m - Validation failed for code location ingest:",
  "",
  `ModuleNotFoundError: No module named 'pandas' (token=${HIDDEN})`,
  "",
  "Stack Trace:",
  '  File "/app/ingest/definitions.py", line 3, in <module>',
  "    import pandas",
];

let world: E2eWorld;
afterEach(() => world.emulator.close());

async function deployedExamples(): Promise<void> {
  world = await startWorld(EXAMPLES);
  expect((await world.action()).exitCode).toBe(0);
  for (const repository of ["ingest", "transform"]) {
    world.emulator.seed({ kind: "image", repository, tags: [NEXT], content: `${repository}, next` });
  }
  world.emulator.clearCalls();
}

/** The parts of the emulator's state that are looked at here. */
interface State {
  readonly services: readonly { readonly name: string }[];
  readonly tasks: readonly { readonly group?: string; readonly lastStatus: string }[];
  readonly taskDefinitions: readonly { readonly arn: string; readonly status: string }[];
}
const stateOf = (): State => world.emulator.state() as unknown as State;
const runTasks = () => world.emulator.calls({ service: "ecs", operation: "RunTask" });
const serviceOf = (location: string) => stateOf().services.find(({ name }) => name.startsWith(location));
const statusesOf = (outputs: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    (JSON.parse(outputs.locations ?? "[]") as { name: string; status: string }[]).map(({ name, status }) => [
      name,
      status,
    ]),
  );

describe("with load-check", () => {
  test("code that cannot be imported never reaches the service, and the traceback is read", async () => {
    await deployedExamples();
    const before = JSON.stringify(serviceOf("ingest"));
    world.emulator.behave({
      image: "*ingest@*",
      launchedBy: "run",
      behaviour: { kind: "exit", exitCode: 1, afterSeconds: 5, logs: TRACEBACK },
    });
    const run = await world.action({ sha: NEXT, runNumber: 2, inputs: WITH_CHECK });
    expect(run.exitCode).toBe(1);
    expect(statusesOf(run.outputs)).toEqual({ ingest: "failed", reporting: "unchanged", transform: "succeeded" });
    for (const text of [run.log, run.summary]) {
      expect(text).toContain("ModuleNotFoundError: No module named 'pandas'");
      expect(text).toContain("import pandas");
      expect(text).toContain("dagster - ERROR - Validation failed");
      expect(text).toContain("The service was not touched.");
      expect(text).toContain("Python could not import the code");
    }
    expect(shownBy(run, world.emulator)).not.toContain(HIDDEN);
    expect(JSON.stringify(serviceOf("ingest"))).toBe(before);
    // Nothing is left: no task that runs, no revision that nobody uses.
    const { tasks, taskDefinitions } = stateOf();
    expect(tasks.filter(({ group, lastStatus }) => group?.startsWith("family:") && lastStatus !== "STOPPED")).toEqual(
      [],
    );
    const active = taskDefinitions.filter(({ arn, status }) => arn.includes("_ingest_") && status === "ACTIVE");
    expect(active).toHaveLength(1);
  });

  test("the task is the new revision in the service's own network, with Dagster's own command", async () => {
    await deployedExamples();
    const run = await world.action({ sha: NEXT, runNumber: 2, inputs: { ...WITH_CHECK, locations: "ingest" } });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    const [call] = runTasks();
    const service = world.emulator
      .calls({ service: "ecs", operation: "UpdateService" })
      .map(({ request }) => request as { taskDefinition: string })[0];
    expect(call?.request).toMatchObject({
      taskDefinition: service?.taskDefinition,
      launchType: "FARGATE",
      count: 1,
      overrides: {
        containerOverrides: [{ name: "dagster", command: expect.arrayContaining(["definitions", "validate"]) }],
      },
    });
    expect(call?.request).toHaveProperty("networkConfiguration.awsvpcConfiguration.subnets");
    expect(run.log).toMatch(/ingest: load check passed in \d+ s/);
  });

  test("what does not change is not checked", async () => {
    await deployedExamples();
    const run = await world.action({ inputs: WITH_CHECK });
    expect(run.exitCode).toBe(0);
    expect(writesOf(world.emulator)).toEqual([]);
  });

  test("a first deployment that does not load creates no service", async () => {
    world = await startWorld(EXAMPLES);
    world.emulator.behave({ image: "*reporting*", launchedBy: "run", behaviour: { kind: "exit", exitCode: 1 } });
    const run = await world.action({ inputs: { ...WITH_CHECK, locations: "reporting" } });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("not created");
    expect(stateOf().services).toEqual([]);
  });

  test("a check that does not end is stopped in time and fails", async () => {
    await deployedExamples();
    world.emulator.behave({ launchedBy: "run", behaviour: { kind: "run" } });
    const run = await world.action({
      sha: NEXT,
      runNumber: 2,
      inputs: { ...WITH_CHECK, locations: "ingest", "wait-timeout-minutes": "1" },
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toContain("its task is RUNNING");
    expect(world.emulator.calls({ service: "ecs", operation: "StopTask" })).toHaveLength(1);
    expect(writesOf(world.emulator)).not.toContain("ecs.UpdateService");
  });

  test("a cancelled run stops its task and says so; the next run goes on from the revision that is there", async () => {
    world = await startWorld(EXAMPLES, { timeScale: 20 });
    world.emulator.behave({ launchedBy: "run", behaviour: { kind: "run" } });
    const inputs = { ...WITH_CHECK, locations: "reporting" };
    const environment = { ...world.environment, DAGSTER_ECS_DEPLOY_CLOCK_SCALE: "0.05" };
    const cancelled = await world.action({ inputs, environment, cancelWhen: /load check started/ });
    expect(cancelled.exitCode).toBe(1);
    expect(cancelled.log).toContain("The load check did not end: the run was interrupted");
    expect(world.emulator.calls({ service: "ecs", operation: "StopTask" })).toHaveLength(1);
    expect(stateOf().services).toEqual([]);
    world.emulator.clearBehaviours();
    world.emulator.clearCalls();
    const next = await world.action({ inputs, environment, runNumber: 2 });
    expect(next.log).not.toContain("::error");
    expect(next.exitCode).toBe(0);
    expect(writesOf(world.emulator)).not.toContain("ecs.RegisterTaskDefinition");
  });
});
