import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  describeSettings,
  FIRST_NOTE_KEY,
  type KeptSettings,
  noteKeysOf,
  readNote,
  settingsOfOthers,
  writeNote,
} from "../../../src/model/kept-settings.ts";
import { TAG_FINGERPRINT, TAG_USER_TAGS, userTagsValue } from "../../../src/model/tags.ts";

const LOAD_BALANCER = {
  targetGroupArn: "arn:aws:elasticloadbalancing:…",
  containerName: "dagster",
  containerPort: 4000,
};

const aKept: fc.Arbitrary<KeptSettings> = fc.record({
  request: fc.record(
    { desiredCount: fc.nat(50), loadBalancers: fc.constant([LOAD_BALANCER]), enableECSManagedTags: fc.boolean() },
    { requiredKeys: [] },
  ),
  tags: fc.dictionary(
    fc
      .string({ minLength: 1, maxLength: 128, unit: "grapheme" })
      .filter((key) => !/^(?:dagster|aws|__proto__)/i.test(key)),
    fc.string({ maxLength: 256, unit: "grapheme" }),
    { maxKeys: 4 },
  ),
});

describe("the note of what others have set on a service", () => {
  test("is read as it was written, whatever else the Cloud Map service has for tags", () => {
    fc.assert(
      fc.property(aKept, (kept) => {
        const note = writeNote(kept);
        expect(readNote({ team: "data", ...note })).toEqual({ request: kept.request, tags: { ...kept.tags } });
        expect(noteKeysOf({ team: "data", ...note })).toEqual(Object.keys(note));
      }),
    );
  });

  test("keeps to what Cloud Map takes for a tag, and leaves room for others", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 128 }), fc.string({ maxLength: 256 }), { maxKeys: 45 }),
        (tags) => {
          const entries = Object.entries(writeNote({ request: { desiredCount: 2 }, tags }));
          expect(entries.length).toBeGreaterThan(0);
          expect(entries.length).toBeLessThanOrEqual(16);
          for (const [key, value] of entries) {
            expect(key).toMatch(/^dagster-ecs-deploy\/kept-\d+$/);
            expect(value).toMatch(/^[\w.=-]{1,256}$/);
          }
        },
      ),
    );
  });

  test("holds the settings alone where there are too many tags for it", () => {
    const tags = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key-${index}`, "x".repeat(250)]));
    const request = { desiredCount: 7, loadBalancers: [LOAD_BALANCER] };
    expect(readNote(writeNote({ request, tags }))).toEqual({ request, tags: {} });
  });

  test("leaves room for the tags of the configuration", () => {
    const kept = { request: { desiredCount: 7, loadBalancers: [LOAD_BALANCER] }, tags: { long: "x".repeat(256) } };
    expect(readNote(writeNote(kept, 40))).toEqual(kept);
    expect(readNote(writeNote(kept, 44))).toEqual({ ...kept, tags: {} });
    expect(writeNote(kept, 45)).toEqual({});
  });

  test("is none when a part of it is missing or is no note", () => {
    const note = writeNote({ request: { desiredCount: 2 }, tags: { long: "x".repeat(256) } });
    expect(Object.keys(note).length).toBeGreaterThan(1);
    const [first = "", second = ""] = Object.keys(note);
    const { [second]: _lost, ...rest } = note;
    expect(readNote(rest)).toBeUndefined();
    expect(readNote({ ...note, [first]: note[first]?.slice(2) ?? "" })).toBeUndefined();
    expect(readNote({})).toBeUndefined();
    for (const text of ["nothing", "[]", "{}", '{"request":[],"tags":{}}', '{"request":{},"tags":1}']) {
      const part = Buffer.from(text).toString("base64url");
      expect(readNote({ [FIRST_NOTE_KEY]: `1.${part}` }), text).toBeUndefined();
    }
  });

  test("is not believed in what it would not have noted", () => {
    const written = {
      request: {
        taskDefinition: "theirs:1",
        role: "admin",
        networkConfiguration: {},
        desiredCount: 2,
        loadBalancers: [],
      },
      tags: { "dagster/deployment_name": "prod", "AWS:x": "1", [TAG_FINGERPRINT]: "1:x", team: "data", odd: 7 },
    };
    const part = Buffer.from(JSON.stringify(written)).toString("base64url");
    expect(readNote({ [FIRST_NOTE_KEY]: `1.${part}` })).toEqual({
      request: { desiredCount: 2 },
      tags: { team: "data" },
    });
  });
});

test("settings of others are neither ours nor the configuration's, and no defaults", () => {
  const tags = [
    { key: TAG_USER_TAGS, value: userTagsValue(["team"]) },
    { key: "team", value: "data" },
    { key: "dagster/x", value: "1" },
    { key: "cost-center", value: "42" },
  ];
  const kept = settingsOfOthers({
    serviceName: "s",
    launchType: "EC2",
    desiredCount: 0,
    healthCheckGracePeriodSeconds: 0,
    loadBalancers: [],
    tags,
  });
  expect(kept).toEqual({ request: { desiredCount: 0 }, tags: { "cost-center": "42" } });
  expect(describeSettings(kept)).toEqual(["desiredCount 0", "tag cost-center"]);
});
