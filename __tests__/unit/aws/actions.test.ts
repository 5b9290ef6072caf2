import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AWS_ACTIONS, bucketOf } from "../../../src/aws/actions.ts";

const ROOM = new URL("../../../src/aws/", import.meta.url);
const SOURCES = readdirSync(ROOM)
  .filter((name) => name !== "actions.ts")
  .map((name) => readFileSync(new URL(name, ROOM), "utf8"));

const sortedSet = (texts: Iterable<string>) => [...new Set(texts)].sort();

describe("AWS_ACTIONS", () => {
  it("are the actions the adapters name, no more and no fewer", () => {
    const named = SOURCES.flatMap((source) =>
      [...source.matchAll(/"([a-z0-9]+:[A-Z]\w+)"/g)].map(([, name]) => name ?? ""),
    );
    expect(sortedSet(named)).toEqual(sortedSet(Object.keys(AWS_ACTIONS)));
  });

  it("are the commands the adapters send", () => {
    const sent = SOURCES.flatMap((source) => [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name ?? ""));
    expect(sortedSet(sent)).toEqual(sortedSet(Object.keys(AWS_ACTIONS).map((name) => name.split(":")[1] ?? "")));
  });

  it("take a token from a bucket if they are of Amazon ECS", () => {
    const paced = Object.keys(AWS_ACTIONS).filter((name) => bucketOf(name as keyof typeof AWS_ACTIONS) !== undefined);
    expect(paced).toEqual(Object.keys(AWS_ACTIONS).filter((name) => name.startsWith("ecs:")));
  });
});
