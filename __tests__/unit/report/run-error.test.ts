import { describe, expect, it } from "vitest";
import { publishError } from "../../../src/commands/publish-error.ts";
import { ActionError } from "../../../src/errors.ts";
import type { Io } from "../../../src/ports.ts";

/** The job summary of a run that ends with this error. */
async function summaryOf(error: unknown): Promise<string> {
  let summary = "";
  const ignore = (): void => undefined;
  const io: Io = {
    info: ignore,
    debug: ignore,
    group: ignore,
    annotate: ignore,
    setOutput: ignore,
    mask: ignore,
    writeSummary: async (markdown) => {
      summary += markdown;
    },
  };
  await publishError(error, io);
  return summary;
}

describe("an error that ends a run", () => {
  it("has each of its lines, and the hint", async () => {
    const error = new ActionError("bad-input", "wait: no\nprune: no", { source: "user", hint: "Correct `with:`." });
    expect(await summaryOf(error)).toBe(`## ❌ Dagster code locations

**The run ended with an error.**

> [!CAUTION]
> \`bad-input\`
> wait: no
> prune: no
> Correct \`with:\`.
`);
  });

  it("is short whatever was thrown", async () => {
    const long = "x".repeat(70_000);
    for (const error of [new Error(long), new ActionError("a", `${long}\n`.repeat(99), { source: "aws", hint: long })])
      expect((await summaryOf(error)).length).toBeLessThan(65_000);
  });
});
