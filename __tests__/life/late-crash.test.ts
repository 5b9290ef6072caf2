import { UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ContainerBehaviour } from "../../emulator/index.ts";
import { findService } from "./outside.ts";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

// A location has succeeded, and its tasks end while the run still waits for another one.

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

function runOf(runId: number, tags: Readonly<Record<string, string>>) {
  const entries = Object.entries(tags).map(
    ([name, tag]) =>
      `  - { location_name: ${name}, image: "${life.account.repositoryUris.code}:${tag}", code_source: { module_name: ${name} } }\n`,
  );
  return {
    command: "apply" as const,
    workspace: `locations:\n${entries.join("")}`,
    inputs: { "pin-images": "false" },
    runId,
  };
}

function behave(tag: string, behaviour: ContainerBehaviour): void {
  life.emulator.behave({ image: `*:${tag}`, behaviour });
}

/** `quick` is done after a minute, `slow` after five. */
async function deployBoth(quick: string): Promise<string> {
  behave("3", { kind: "run", startSeconds: 300 });
  return describeResult(await life.run(runOf(1_002, { quick, slow: "3" })));
}

async function deployBefore(quick: string): Promise<void> {
  const before = await life.run(runOf(1_001, { quick, slow: "1" }));
  expect(describeResult(before)).toContain("quick: create succeeded");
  life.clock.advance(60);
}

test("what has succeeded and does not run any more at the end is no success", async () => {
  behave("2", {
    kind: "transient",
    times: 1,
    first: { kind: "exit", exitCode: 1, afterSeconds: 100 },
    next: { kind: "failsToStart", reason: "CannotStartContainerError: no such device" },
  });
  await deployBefore("1");
  const said = await deployBoth("2");
  expect(said).toMatch(/quick: update failed: \d+ tasks of \S+:2 have failed/);
  expect(said).toMatch(/slow: update succeeded/);
});

test("nor is what did not change, and ran when the run began", async () => {
  await deployBefore("2");
  behave("2", { kind: "cannotPull" });
  const stop = async () => {
    const target = { cluster: life.account.cluster, service: findService(life, "quick")?.serviceName };
    await life.ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 0 }));
    life.clock.advance(30);
    await life.ecs.send(new UpdateServiceCommand({ ...target, desiredCount: 1 }));
  };
  behave("3", { kind: "run", startSeconds: 300 });
  let hasStopped = false;
  const said = describeResult(
    await life.run({
      ...runOf(1_002, { quick: "2", slow: "3" }),
      around: async (method, call) => {
        const result = await call();
        if (method === "ecs.updateService" && !hasStopped) {
          hasStopped = true;
          await stop();
        }
        return result;
      },
    }),
  );
  expect(said).toMatch(/quick: none failed: /);
});

test("a task that is just being started again is waited for, and the success stays one", async () => {
  // Its second task takes so long to start that the last look finds none.
  behave("2", {
    kind: "transient",
    times: 1,
    first: { kind: "exit", exitCode: 1, afterSeconds: 100 },
    next: { kind: "run", startSeconds: 280 },
  });
  await deployBefore("1");
  const said = await deployBoth("2");
  expect(said).toMatch(/quick: update succeeded: runs/);
});
