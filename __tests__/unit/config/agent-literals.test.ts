import { describe, expect, it } from "vitest";
import { hideLiterals } from "../../../src/config/agent-literals.ts";
import { quote } from "../../../src/config/report.ts";

function messageWith(value: string, literal: string): string {
  const problem = { code: "x", severity: "error", hint: "", path: "env_vars", file: "f", line: 1, column: 1 } as const;
  return hideLiterals({ ...problem, message: `It is ${quote(value)}.` }, [literal]).message;
}

describe("what a running agent's file spells out", () => {
  it.each([
    ["as it is", "A=swordfish", "swordfish", 'It is "A=(hidden)".'],
    ["with what a message escapes", 'A=sword"\nfish', 'sword"\nfish', 'It is "A=(hidden)".'],
    [
      "where a message has cut it",
      `A=${'sword"fish'.repeat(50)}`,
      'sword"fish'.repeat(50),
      'It is "A=(hidden)…" (502 characters).',
    ],
  ])("is not shown %s", (_, value, literal, message) => {
    expect(messageWith(value, literal)).toBe(message);
  });
});
