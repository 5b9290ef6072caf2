import { describe, expect, test } from "vitest";
import { HiddenText } from "../../../src/model/environment.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import type { LiveTaskDefinition } from "../../../src/model/live-state.ts";
import { TAG_CLUSTER } from "../../../src/model/tags.ts";
import { fingerprintOf } from "../../../src/plan/fingerprint.ts";
import {
  hiddenTextsOfRevision,
  imageOfRevision,
  isUsableFor,
  type KnownEnvironment,
  readRevision,
  withImage,
} from "../../../src/plan/revision-content.ts";
import { registered, sampleLocation } from "./sample-location.ts";

const SECRET = "s3cret-of-the-old-step";

const LOCATION = sampleLocation({
  image: "acme/etl:1",
  environment: [
    { name: "LOG_LEVEL", value: { origin: "literal", text: "info" } },
    { name: "PASSWORD", value: { origin: "step", hidden: new HiddenText(SECRET), from: "the step" } },
  ],
  sidecars: [{ name: "agent", image: "agent:7", environment: [{ name: "KEY", value: "key-of-the-sidecar" }] }],
});

const KNOWN: KnownEnvironment = {
  injected: new Set(["DAGSTER_CONTAINER_CONTEXT", "DAGSTER_CURRENT_IMAGE"]),
  isSpelledOut: (container, name, text) => container === "dagster" && name === "LOG_LEVEL" && text === "info",
};

function contentOf(body: JsonObject = {}) {
  const content = readRevision(registered(LOCATION, 3, body), KNOWN);
  if (content === undefined) throw new Error("there is a code server in it");
  return content;
}

describe("readRevision", () => {
  test("keeps what was registered and drops what ECS added", () => {
    const { body, family } = contentOf({ registeredBy: "arn:someone", requiresAttributes: [{ name: "x" }] });
    expect(family).toBe(LOCATION.taskDefinition.family);
    expect(Object.keys(body).sort()).toEqual([
      "containerDefinitions",
      "cpu",
      "executionRoleArn",
      "family",
      "memory",
      "networkMode",
      "placementConstraints",
      "requiresCompatibilities",
      "volumes",
    ]);
  });

  test("takes the environment out of the code server, wherever that stands, and leaves the sidecars' in", () => {
    const [codeServer, ...others] = registered(LOCATION, 3).description.containerDefinitions as readonly JsonObject[];
    const { body, environment } = contentOf({ containerDefinitions: [...others, codeServer ?? {}] });
    const containers = body.containerDefinitions as readonly JsonObject[];
    expect(containers.map(({ name }) => name)).toEqual(["dagster", "agent"]);
    expect(containers[0]).not.toHaveProperty("environment");
    expect(containers[1]).toHaveProperty("environment");
    expect(environment.map(({ name, value }) => `${name} ${value.origin}`)).toEqual([
      "DAGSTER_CONTAINER_CONTEXT injected",
      "DAGSTER_CURRENT_IMAGE injected",
      "LOG_LEVEL literal",
      "PASSWORD revision",
    ]);
  });

  test("a value that the YAML of now does not spell out cannot be printed", () => {
    const content = readRevision(registered(LOCATION, 3), { ...KNOWN, isSpelledOut: () => false });
    expect(JSON.stringify(content?.environment)).not.toContain(SECRET);
    expect(JSON.stringify(content?.environment)).not.toContain('"info"');
  });

  test("is nothing without a code server", () => {
    expect(readRevision(registered(LOCATION, 3, { containerDefinitions: [{ name: "web" }] }), KNOWN)).toBeUndefined();
  });

  test("registered anew it is the same: equal fingerprint, and usable", () => {
    const content = contentOf();
    expect(fingerprintOf({ ...LOCATION, taskDefinition: content })).toEqual(fingerprintOf(LOCATION));
    const isUsable = (revision: LiveTaskDefinition): boolean => isUsableFor(revision, content, "dagster");
    expect(isUsable(registered(LOCATION, 9))).toBe(true);
    expect(isUsable({ ...registered(LOCATION, 9), tags: { [TAG_CLUSTER]: "dagster" } })).toBe(true);
    expect(isUsable({ ...registered(LOCATION, 9), tags: { [TAG_CLUSTER]: "second" } })).toBe(false);
    expect(isUsable({ ...registered(LOCATION, 9), status: "INACTIVE" })).toBe(false);
    expect(isUsable(registered(LOCATION, 9, { memory: "1024" }))).toBe(false);
  });
});

test("the hidden texts are those of the environment that nobody spelled out, sidecars included", () => {
  expect(hiddenTextsOfRevision(contentOf(), KNOWN)).toEqual([SECRET, "key-of-the-sidecar"]);
});

test("another image is in the container and in the environment, and nothing else changes", () => {
  const before = contentOf();
  const after = withImage(before, "acme/etl:2");
  expect([imageOfRevision(before), imageOfRevision(after)]).toEqual(["acme/etl:1", "acme/etl:2"]);
  const text = (content: typeof before): string =>
    JSON.stringify([content.body, content.environment.map(({ name, value }) => [name, value])]);
  expect(text(after)).not.toContain("acme/etl:1");
  expect(text(after).replaceAll("acme/etl:2", "acme/etl:1")).toBe(text(before));
});
