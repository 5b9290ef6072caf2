import { describe, expect, test } from "vitest";
import { createLookout } from "../../../src/apply/lookout.ts";
import { ActionError } from "../../../src/errors.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";

const NAMES = Array.from({ length: 25 }, (_, index) => `service-${index}`);

/** An ECS whose answers wait until they are let go. */
function createEcs() {
  const looks: string[][] = [];
  let revision = 0;
  const answers: (() => void)[] = [];
  return {
    looks,
    answers,
    change: () => {
      revision += 1;
    },
    describe: (names: readonly string[]): Promise<readonly EcsService[]> => {
      looks.push([...names]);
      const read = names.map((serviceName) => ({ serviceName, taskDefinition: `r${revision}` }));
      return new Promise((resolve) => answers.push(() => resolve(read)));
    },
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("createLookout", () => {
  test("ten that ask at once cost one call, and one more costs another", async () => {
    const ecs = createEcs();
    const look = createLookout(NAMES, ecs.describe);
    const asked = NAMES.slice(0, 11).map((name) => look(name));
    await settle();
    expect(ecs.looks).toEqual([NAMES.slice(0, 10)]);
    ecs.answers[0]?.();
    await settle();
    expect(ecs.looks[1]?.[0]).toBe("service-10");
    ecs.answers[1]?.();
    expect((await Promise.all(asked)).map((service) => service?.serviceName)).toEqual(NAMES.slice(0, 11));
  });

  test("whoever asks while a look is under way is told what was read after he asked", async () => {
    const ecs = createEcs();
    const look = createLookout(NAMES, ecs.describe);
    const early = look("service-0");
    await settle();
    ecs.change();
    const late = look("service-0");
    ecs.answers[0]?.();
    await settle();
    ecs.answers[1]?.();
    expect((await early)?.taskDefinition).toBe("r0");
    expect((await late)?.taskDefinition).toBe("r1");
  });

  test("the room that is left is for the others, in turns", async () => {
    const ecs = createEcs();
    const look = createLookout(NAMES, ecs.describe);
    for (let round = 0; round < 3; round += 1) {
      const asked = look("service-0");
      await settle();
      ecs.answers[round]?.();
      await asked;
    }
    expect(ecs.looks.map((names) => names.length)).toEqual([10, 10, 10]);
    expect(new Set(ecs.looks.flat())).toEqual(new Set(NAMES));
  });

  test("one that names no service looks at others only", async () => {
    const ecs = createEcs();
    const asked = createLookout(["a"], ecs.describe)();
    await settle();
    ecs.answers[0]?.();
    expect(await asked).toBeUndefined();
    expect(ecs.looks).toEqual([["a"]]);
  });

  test.each([
    ["ServerException", false],
    ["AccessDeniedException", true],
    ["ExpiredTokenException", true],
  ])("%s: refused to write: %s", async (code, isFinal) => {
    const failing = () => Promise.reject(new ActionError(code, "no", { source: "aws" }));
    const look = createLookout(NAMES, failing);
    const asked = Promise.allSettled([look("service-0"), look("service-1")]);
    expect((await asked).map(({ status }) => status === "rejected")).toEqual([isFinal, isFinal]);
    // And it goes on looking for those who come later.
    await expect(look("service-2").catch(() => "refused")).resolves.toBe(isFinal ? "refused" : undefined);
  });
});
