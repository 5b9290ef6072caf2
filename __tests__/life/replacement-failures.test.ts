import { afterEach, beforeEach, expect, test } from "vitest";
import type { FaultRule } from "../../emulator/index.ts";
import { describeResult, type LifeWorld, startLife } from "./world.ts";

let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
});
afterEach(() => life.close());

/** A service that must be made anew for its launch type. */
async function replace(fault: FaultRule): Promise<string> {
  const workspace = `locations:
  - { location_name: etl, image: "${life.account.repositoryUris.code}:1", code_source: { module_name: etl } }
`;
  await life.run({ command: "apply", workspace, runId: 1_001 });
  life.clock.advance(60);
  life.emulator.fail({ service: "ecs", ...fault });
  return describeResult(await life.run({ command: "apply", workspace, runId: 1_002, launchType: "EC2" }));
}

const GONE = "The service was deleted before, to be made anew: nothing serves this location until a run makes it.";

test.each<[string, FaultRule, string]>([
  [
    "a permission is missing",
    { operation: "CreateService", effect: { kind: "accessDenied" } },
    `has no permission for ecs:CreateService on *. ${GONE} Allow ecs:CreateService`,
  ],
  [
    "the credentials expire",
    { operation: "CreateService", effect: { kind: "expiredCredentials" } },
    `The AWS credentials expired before ecs:CreateService could be called. ${GONE} Log in again`,
  ],
])("whoever replaces a service hears that it is gone when %s in between", async (_name, fault, words) => {
  const said = await replace(fault);
  expect(said).toContain(words);
  expect(life.emulator.inventory().services).toEqual([]);
});

test("and nothing of that where it was not deleted", async () => {
  const said = await replace({ operation: "DeleteService", effect: { kind: "accessDenied" } });
  expect(said).toContain("no permission for ecs:DeleteService");
  expect(said).not.toContain("was deleted");
  expect(life.emulator.inventory().services).toMatchObject([{ status: "ACTIVE", runningCount: 1 }]);
});
