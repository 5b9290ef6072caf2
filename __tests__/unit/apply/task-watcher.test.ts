import { describe, expect, test } from "vitest";
import { TaskWatcher } from "../../../src/apply/task-watcher.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsTask } from "../../../src/model/aws-shapes.ts";
import type { Clock, EcsPort } from "../../../src/ports.ts";

function makeClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  };
}

function watcherOn(describeTasks: EcsPort["describeTasks"], signal = new AbortController().signal) {
  return new TaskWatcher({ cluster: "data", ecs: { describeTasks } as EcsPort, clock: makeClock(), signal });
}

const running = (taskArn: string): EcsTask => ({ taskArn, lastStatus: "RUNNING" });
const stopped = (taskArn: string): EcsTask => ({ taskArn, lastStatus: "STOPPED" });

describe("TaskWatcher", () => {
  test("describes all tasks together, and each ends when it has stopped", async () => {
    const asked: (readonly string[])[] = [];
    const watcher = watcherOn(async (_cluster, arns) => {
      asked.push(arns);
      return arns.map((arn) => (arn === "b" && asked.length === 1 ? running(arn) : stopped(arn)));
    });
    const ends = await Promise.all([watcher.untilStopped("a", 60_000), watcher.untilStopped("b", 60_000)]);
    expect(ends).toEqual([
      { kind: "stopped", task: stopped("a") },
      { kind: "stopped", task: stopped("b") },
    ]);
    expect(asked).toEqual([["a", "b"], ["b"]]);
  });

  test("waits for a task that ECS does not show yet, and loses one that it shows no more", async () => {
    const answers: (readonly EcsTask[])[] = [[], [running("a")], [], [], [], []];
    const watcher = watcherOn(async () => answers.shift() ?? []);
    expect(await watcher.untilStopped("a", 60_000)).toEqual({
      kind: "lost",
      reason: "ECS does not know the task any more",
    });
    expect(answers).toEqual([]);
  });

  test("bears a read that does not show the task", async () => {
    const answers: (readonly EcsTask[])[] = [[running("a")], [], [running("a")], [], [], [], [stopped("a")]];
    const watcher = watcherOn(async () => answers.shift() ?? []);
    expect(await watcher.untilStopped("a", 60_000)).toEqual({ kind: "stopped", task: stopped("a") });
  });

  test("gives up at the deadline and says what the task was doing", async () => {
    const watcher = watcherOn(async () => [{ taskArn: "a", lastStatus: "PENDING" }]);
    expect(await watcher.untilStopped("a", 12_000)).toEqual({
      kind: "timed-out",
      task: { taskArn: "a", lastStatus: "PENDING" },
    });
  });

  test("bears an outage, but not expired credentials", async () => {
    let looks = 0;
    const bears = watcherOn(async () => {
      looks += 1;
      if (looks < 3) throw new ActionError("ServerException", "no", { source: "aws" });
      return [stopped("a")];
    });
    expect(await bears.untilStopped("a", 60_000)).toMatchObject({ kind: "stopped" });
    const expired = watcherOn(async () => {
      throw new ActionError("ExpiredTokenException", "The AWS credentials expired.", { source: "aws" });
    });
    expect(await expired.untilStopped("a", 60_000)).toEqual({
      kind: "lost",
      reason: "the task could not be watched: The AWS credentials expired.",
    });
  });

  test("ends when the run is interrupted", async () => {
    const interruption = new AbortController();
    const watcher = watcherOn(async () => {
      interruption.abort();
      return [running("a")];
    }, interruption.signal);
    expect(await watcher.untilStopped("a", 60_000)).toEqual({ kind: "interrupted", reason: "the run was interrupted" });
  });

  test("starts looking again for a task that comes after all others have ended", async () => {
    const watcher = watcherOn(async (_cluster, arns) => arns.map(stopped));
    await watcher.untilStopped("a", 60_000);
    expect(await watcher.untilStopped("b", 60_000)).toMatchObject({ kind: "stopped" });
  });
});
