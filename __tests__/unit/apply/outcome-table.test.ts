import { describe, expect, test } from "vitest";
import { findLies, startRolloutWorld } from "./rollout-world.ts";
import { BAD_WAYS, GOOD_WAYS, type Way } from "./ways.ts";

/** Runs one way from an account where `v1` runs, or where nothing does. */
async function go(way: Way) {
  const world = await startRolloutWorld(way.settings);
  if (way.isFirst !== true) {
    const before = await world.deploy("v1");
    expect(before.log).toContain("1 succeeded.");
    // A run that follows at once would find the first rollout's steady time still running.
    world.advance(60);
  }
  await way.arrange?.(world);
  return { world, run: await world.deploy(way.tag ?? "v2", way.inputs) };
}

/** What the user reads first: how it ended, and of a failure the lines that explain it. */
function wordsOf(log: string): readonly string[] {
  const lines = log.replaceAll(/server_acme_prod_etl_[0-9a-f]{8}/g, "etl").split("\n");
  // Columns are two spaces apart: the sign and the name, what was done, how long it took, how it ended.
  const row = lines.find((line) => /^ {2}[✓✗] etl {2}/.test(line)) ?? "";
  const [, , , ...message] = row.trim().split(/ {2,}/);
  const explained = lines.filter((line) => /^ {2}(Likely cause|Phase|Service now|The tasks could not)/.test(line));
  return [message.join("  "), ...explained.map((line) => line.trim())].map(withoutRequestId);
}

function withoutRequestId(text: string): string {
  return text.replace(/request id [0-9a-f-]{36}/, "request id …");
}

describe("no green run for a location that is not running what was asked", () => {
  test("there are ways enough, each with its words", () => {
    const ways = [...GOOD_WAYS, ...BAD_WAYS];
    expect(ways.length).toBeGreaterThanOrEqual(25);
    expect(new Set(ways.map(({ name }) => name)).size).toBe(ways.length);
    expect(ways.filter(({ words }) => words.length === 0)).toEqual([]);
    expect(GOOD_WAYS.every(({ isGreen }) => isGreen)).toBe(true);
    expect(BAD_WAYS.some(({ isGreen }) => isGreen)).toBe(false);
  });

  test.each([...GOOD_WAYS, ...BAD_WAYS])("$name", async (way) => {
    const { run, world } = await go(way);
    expect({ isGreen: run.isGreen, status: run.location.status, words: wordsOf(run.log) }).toEqual({
      isGreen: way.isGreen,
      status: way.status,
      words: way.words,
    });
    if (way.takes !== undefined) {
      expect(world.duration()).toBeGreaterThanOrEqual(way.takes[0]);
      expect(world.duration()).toBeLessThanOrEqual(way.takes[1]);
    }
    way.also?.(run, world);
    // Last, as it is among the calls as well.
    if (run.location.status === "succeeded") expect(await findLies(world, way.tag ?? "v2")).toEqual([]);
  });
});
