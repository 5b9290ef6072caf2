import { afterEach, expect, test } from "vitest";
import { killAt, leftBehind } from "./killing.ts";
import { describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

let life: LifeWorld;
afterEach(() => life.close());

function runOf(runId: number, tag: string, more: Partial<Run> = {}): Run {
  const image = `${life.account.repositoryUris.code}:${tag}`;
  const workspace = `locations:\n  - { location_name: a, image: "${image}", code_source: { module_name: a } }\n`;
  return { command: "apply", workspace, runId, ...more };
}

/** Two revisions, the second of which runs. */
async function start(): Promise<void> {
  life = await startLife();
  for (const [runId, tag] of [
    [1_001, "1"],
    [1_002, "2"],
  ] as const) {
    const result = await life.run(runOf(runId, tag));
    expect(result.kind === "applied" && result.outcome.succeeded, describeResult(result)).toBe(true);
  }
}

const COMMANDS: Readonly<Record<string, () => Partial<Run>>> = {
  "a rollback": () => ({ command: "rollback" }),
  "a redeploy": () => ({ command: "redeploy" }),
  "a redeploy of another image": () => ({
    command: "redeploy",
    inputs: { images: `a=${life.account.repositoryUris.code}:3` },
  }),
};

async function finish(runId: number, more: Partial<Run>): Promise<void> {
  const result = await life.run(runOf(runId, "2", more));
  expect(result.kind === "applied" && result.outcome.succeeded, describeResult(result)).toBe(true);
}

test.each(Object.entries(COMMANDS))(
  "%s that is killed at any of its writes: one more ends where one that nobody disturbs does",
  async (_name, makeRun) => {
    await start();
    const undisturbed = killAt(Number.POSITIVE_INFINITY, "after");
    await finish(1_003, { ...makeRun(), around: undisturbed.around });
    const wanted = leftBehind(life);
    await life.close();
    expect(undisturbed.writes()).toBeGreaterThanOrEqual(2);
    for (let nth = 1; nth <= undisturbed.writes(); nth += 1) {
      for (const when of ["before", "after"] as const) {
        await start();
        const cut = await life.run(runOf(1_003, "2", { ...makeRun(), around: killAt(nth, when).around }));
        expect(cut.kind === "applied" && cut.outcome.succeeded).toBe(false);
        await finish(1_004, makeRun());
        expect(leftBehind(life), `killed ${when} write ${nth}`).toEqual(wanted);
        await life.close();
      }
    }
  },
);
