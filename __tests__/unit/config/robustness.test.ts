import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDeploymentConfig } from "../../../src/config/deployment-config.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import type { Problem } from "../../../src/errors.ts";
import { linesOf } from "./examples.ts";
import { optionsOf, readVectors } from "./vectors.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/reference/${name}`, import.meta.url), "utf8");
const vectorFiles = readVectors("defaults_merge").map(({ input }) => String(input.yaml));
const files = [fixture("dagster_cloud.yaml"), fixture("dagster.yaml"), ...vectorFiles];

function expectPlacesInside(problems: readonly Problem[], bytes: Uint8Array): void {
  const lines = linesOf(bytes);
  for (const { line, column, message, hint, path, code } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
    for (const text of [message, hint, path, code]) expect(text).not.toBe("");
  }
}

function readBoth(bytes: Uint8Array): void {
  for (const unresolved of ["error", "warning"] as const) {
    const options = optionsOf({ A: "1" }, unresolved);
    const workspace = readWorkspace([{ path: "f.yaml", bytes }], options);
    expectPlacesInside(workspace.problems, bytes);
    if (!workspace.workspace) expect(workspace.problems).not.toEqual([]);
    const deployment = readDeploymentConfig({ path: "f.yaml", bytes }, options);
    expectPlacesInside(deployment.problems, bytes);
    if (!deployment.config) expect(deployment.problems).not.toEqual([]);
  }
}

/** A real file with pieces cut out, doubled or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(
      fc.record({
        at: fc.nat(3000),
        cut: fc.nat(30),
        put: fc.oneof(
          fc.constantFrom(
            " ",
            "\n",
            "\t",
            ":",
            "- ",
            "null",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "<<: ",
            "!!str ",
            "---\n",
            '"',
            "'",
            "1",
            "yes",
            "{env: A}",
            "{env: B}",
            "~",
            "__proto__: {}\n",
            "? ",
          ),
          fc.string({ maxLength: 5 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((current, { at, cut, put }) => {
      const start = at % (current.length + 1);
      return current.slice(0, start) + put + current.slice(start + cut);
    }, text),
  );

describe("whatever the file holds", () => {
  it("arbitrary bytes are a problem, never a crash", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readBoth), { numRuns: 300 });
  });

  it("damaged files give problems with a place inside the file", () => {
    fc.assert(
      fc.property(mutated, (text) => readBoth(new TextEncoder().encode(text))),
      { numRuns: 1500 },
    );
  });

  it("any JSON value in place of any key is survived", () => {
    const keys = ["defaults", "locations", "container_context", "ecs", "env_vars", "secrets", "server_ecs_tags"];
    const anything = fc.jsonValue({ maxDepth: 3 });
    const location = fc.record(
      { location_name: anything, code_source: anything, container_context: anything },
      { requiredKeys: [] },
    );
    const file = fc.oneof(
      fc.dictionary(fc.constantFrom(...keys), anything),
      fc.record({ defaults: fc.option(location), locations: fc.array(location) }),
    );
    fc.assert(
      fc.property(file, (value) => readBoth(new TextEncoder().encode(JSON.stringify(value, null, 1)))),
      { numRuns: 500 },
    );
  });
});
