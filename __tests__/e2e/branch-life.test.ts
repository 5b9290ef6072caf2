import { afterEach, expect, test } from "vitest";
import type { FaultRule } from "../../emulator/index.ts";
import { type BranchWorld, startBranchWorld } from "./branch-world.ts";

let world: BranchWorld;
afterEach(() => world.emulator.close());

const sha = (digit: string): string => digit.repeat(40);

interface KilledStep extends Pick<FaultRule, "service" | "operation" | "nth"> {
  /** Seconds Cloud Map takes for what is begun from here on. */
  readonly operationSeconds?: number;
}

/** Every step of a removal, in its order: what asks, what waits and what writes. */
const STEPS: readonly KilledStep[] = [
  { service: "ecs", operation: "ListServices" },
  { service: "ecs", operation: "UpdateService" },
  { service: "ecs", operation: "DeleteService" },
  { service: "ecs", operation: "DescribeServices", nth: 6 },
  // Instances are there as long as the operation takes: the next run finds them again.
  { service: "servicediscovery", operation: "ListInstances", operationSeconds: 36_000 },
  { service: "servicediscovery", operation: "DeregisterInstance" },
  { service: "servicediscovery", operation: "GetOperation" },
  { service: "servicediscovery", operation: "DeleteService", operationSeconds: 5 },
  { service: "ecs", operation: "ListTaskDefinitions" },
  { service: "ecs", operation: "DeregisterTaskDefinition" },
];

/** A read changes nothing: killed before or after it is the same. */
const KILLS = STEPS.flatMap((step) =>
  (/^(?:List|Get|Describe)/.test(step.operation ?? "") ? (["before"] as const) : (["before", "after"] as const)).map(
    (when) => ({ ...step, when, name: `${when} ${step.service} ${step.operation}` }),
  ),
);

/** Runs `closed` again and again, each time killed one step further on; names the steps where that happened. */
async function closeWithKills(): Promise<readonly string[]> {
  const killed: string[] = [];
  for (const { name, operationSeconds, ...rule } of KILLS) {
    if (operationSeconds !== undefined) world.emulator.configure({ operationSeconds });
    const run = await world.pull("closed", { killWhen: world.killAt(rule) });
    world.emulator.clearFaults();
    if (run.exitCode === null) killed.push(name);
    expect(run.log).not.toContain("internal error");
  }
  return killed;
}

test("from opened to closed to reopened to closed, killed in every step of the removal: nothing is left", async () => {
  world = await startBranchWorld({ lingeringInstanceSeconds: 36_000 });
  const before = await world.rest();

  const opened = await world.pull("opened", { headSha: sha("1") });
  expect(opened.log).not.toContain("::error");
  expect(opened.exitCode).toBe(0);
  expect(world.left()).toHaveLength(6);

  const pushed = await world.pull("synchronize", { headSha: sha("2") });
  expect(pushed.exitCode).toBe(0);
  expect(JSON.parse(pushed.outputs.summary ?? "")).toMatchObject({ update: 2 });
  expect(world.left().filter((one) => one.startsWith("revision"))).toHaveLength(4);

  // Half removed: one service gone, its host name left with the address of a task that is no more.
  const half = await world.pull("closed", {
    killWhen: world.killAt({ service: "servicediscovery", operation: "DeleteService", when: "before" }),
  });
  expect(half.exitCode).toBeNull();
  world.emulator.clearFaults();
  expect(world.left().filter((one) => one.startsWith("host"))).toHaveLength(2);

  const reopened = await world.pull("reopened", { headSha: sha("2") });
  expect(reopened.log).not.toContain("::error");
  expect(reopened.exitCode).toBe(0);
  const { services, discoveryServices, tasks } = world.account();
  const running = tasks.filter(({ group, lastStatus }) => group.includes("pr-7") && lastStatus === "RUNNING");
  expect(services.filter(({ name, status }) => name.includes("pr-7") && status === "ACTIVE")).toHaveLength(2);
  // No host name leads to a task that is gone.
  const addresses = discoveryServices.filter(({ name }) => name.includes("pr-7")).flatMap(({ instances }) => instances);
  expect(addresses.toSorted()).toEqual(running.map(({ id }) => id).toSorted());

  expect(await closeWithKills()).toEqual(KILLS.map(({ name }) => name));
  expect(world.left()).not.toEqual([]);

  const swept = await world.sweep();
  expect(swept.log).not.toContain("::error");
  expect(swept.exitCode).toBe(0);
  expect(world.left()).toEqual([]);
  expect(await world.rest()).toBe(before);

  const again = await world.sweep();
  expect(again.exitCode).toBe(0);
  expect(again.log).toContain("There is no branch deployment of this repository: nothing to sweep.");
}, 600_000);
