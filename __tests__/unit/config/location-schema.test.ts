import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../src/model/json.ts";
import { errorsOf, expectKnownNames, readLocationVector, readVectors } from "./vectors.ts";

const vectors = readVectors("location_schema");

/** The agent refuses these, we accept them. */
const ACCEPTED: Readonly<Record<string, string>> = {
  "cpu number": "the reference's own example writes it; accepted with a warning",
  "memory number": "the reference's own example writes it; accepted with a warning",
};

/** The agent accepts these, we refuse them. */
const REFUSED: Readonly<Record<string, string>> = {
  "every allowed top-level key": "pex_metadata: a PEX deploy needs a Dagster+ agent",
  "unknown top-level key": "the file model refuses it before an agent sees it",
  "two unknown top-level keys": "the file model refuses them before an agent sees them",
  "location_name missing": "the file model refuses it",
  "location_name null": "the file model refuses it",
  "location_name empty string": "nothing can be named after it",
  "agent_queue number": "the file model refuses it",
  "container_context list": "the agent takes it for nothing, which cannot have been meant",
  "container_context unknown platform": "the agent ignores it, which cannot have been meant",
  "volumes unknown nested keys": "boto refuses them when the agent registers the task definition",
  "ecs list": "the agent takes it for nothing, which cannot have been meant",
};

/** The problem each refusal must be, where the agent says more than yes or no. */
const CODE_OF_REASON: Readonly<Record<string, readonly string[]>> = {
  FIELD_NOT_DEFINED: ["unknown-key", "not-text"],
  FIELDS_NOT_DEFINED: ["unknown-key"],
  // A key that was probably meant is not reported as missing beside the misspelled one.
  MISSING_REQUIRED_FIELD: ["missing-key", "unknown-key"],
  MISSING_REQUIRED_FIELDS: ["missing-key"],
  RUNTIME_TYPE_MISMATCH: ["not-text", "not-integer", "not-boolean", "not-a-list", "not-a-mapping", "no-value"],
  SELECTOR_FIELD_ERROR: ["not-text"],
  FAILED_POST_PROCESSING: ["variable-not-set", "variable-not-integer"],
};

describe("acceptance of one location", () => {
  it("lists only existing recordings as exceptions", () => {
    expectKnownNames({ ...ACCEPTED, ...REFUSED }, vectors);
  });

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (name, vector) => {
    const agent = ((vector.expected ?? vector.error) as { agent: JsonObject }).agent;
    const { workspace, problems } = readLocationVector(vector);
    const accepted = name in ACCEPTED || (agent.accepted === true && !(name in REFUSED));
    // An exception that says what the recording says is none.
    expect(name in ACCEPTED && agent.accepted).toBe(false);
    expect(name in REFUSED && !agent.accepted).toBe(false);
    expect({ errors: errorsOf(problems), locations: workspace?.locations.length }).toEqual(
      accepted ? { errors: [], locations: 1 } : { errors: expect.arrayContaining([expect.anything()]), locations: 0 },
    );
    if (!accepted && Array.isArray(agent.errors)) expectSamePlaces(agent.errors as AgentError[], problems);
    for (const { line, column } of problems) expect(line >= 1 && column >= 1).toBe(true);
  });
});

interface AgentError {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

/** Every place the agent complains about has a problem of that kind at or below it. */
function expectSamePlaces(errors: readonly AgentError[], problems: ReturnType<typeof readLocationVector>["problems"]) {
  for (const { path, reason } of errors) {
    const place = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
    const sizes = /server_resources\.(cpu|memory)$/.test(place);
    const matching = problems.filter(
      (problem) =>
        problem.path.includes(`container_context.ecs${place}`) || problem.path.includes(`container_context${place}`),
    );
    const codes = matching.map(({ code }) => code);
    const wanted = sizes ? [...(CODE_OF_REASON[reason] ?? []), "number-as-text"] : (CODE_OF_REASON[reason] ?? []);
    expect(
      codes.some((code) => wanted.includes(code)),
      `${reason} at ${place}: ${codes.join(", ")}`,
    ).toBe(true);
  }
}
