import { describe, expect, it } from "vitest";
import { defuseWorkflowCommands, escapeMarkdown } from "../../src/report/escape.ts";
import { whatIsAdded } from "./github-markdown.ts";
import { HOSTILE, harmlessTwin } from "./hostile.ts";
import { PLACES } from "./places.ts";
import { commandsIn } from "./runner-console.ts";

describe("the corpus", () => {
  it("is large, and works: as it is, most of it does something", () => {
    expect(HOSTILE.length).toBeGreaterThan(200);
    const acting = HOSTILE.filter(
      (text) => commandsIn(text).length > 0 || whatIsAdded(`a ${text}`, `a ${harmlessTwin(text)}`).length > 0,
    );
    expect(acting.length).toBeGreaterThan(130);
  });
});

describe.each(Object.entries(PLACES))("in %s", (_place, render) => {
  it("no text makes an element, a link or a mention that a harmless one does not", () => {
    const failures = HOSTILE.flatMap((text) => {
      const added = whatIsAdded(render(text), render(harmlessTwin(text)));
      return added.length === 0 ? [] : [{ text: text.slice(0, 80), added }];
    });
    expect(failures).toEqual([]);
  });
});

describe("on the console", () => {
  it("no line is a command", () => {
    const failures = HOSTILE.flatMap((text) =>
      commandsIn(defuseWorkflowCommands(`${text}\n  ${text}\n  | ${text}`)).map(({ line }) => line),
    );
    expect(failures).toEqual([]);
  });
});

describe("what people copy", () => {
  it.each([
    "arn:aws:iam::123456789012:role/dagster-task",
    "arn:aws:ecs:us-east-1:123456789012:task-definition/etl:1",
    "arn:aws-us-gov:logs:us-gov-west-1:123456789012:x",
    "2026-01-02T03:04:05Z",
    "account 123456789012",
    "cpu: 256, memory: 512",
    "image 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:9a8b7c6d5e4f30211203f4e5d6c7b8a990817263",
  ])("stays as it is: %s", (text) => expect(escapeMarkdown(text)).toBe(text));
});
