import { describe, expect, test } from "vitest";
import { HiddenText } from "../../../src/model/environment.ts";
import {
  fingerprintAnswers,
  fingerprintOf,
  formatFingerprintTag,
  parseFingerprintTag,
} from "../../../src/plan/fingerprint.ts";
import { running, type Sample, sampleLocation } from "./sample-location.ts";

const BASE = fingerprintOf(sampleLocation());

describe("the fingerprint of a desired state", () => {
  test("is SHA-256 hashes", () => {
    expect(BASE).toEqual({
      configuration: expect.stringMatching(/^[0-9a-f]{64}$/),
      full: expect.stringMatching(/^[0-9a-f]{64}$/),
      settings: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("of another image differs in full only", () => {
    const other = fingerprintOf(sampleLocation({ image: "acme/etl:2" }));
    expect(other.configuration).toBe(BASE.configuration);
    expect(other.full).not.toBe(BASE.full);
  });

  test.each<{ name: string; sample: Sample }>([
    { name: "a size", sample: { body: { cpu: "512" } } },
    {
      name: "a hidden value",
      sample: { environment: [{ name: "K", value: { origin: "step", hidden: new HiddenText("v"), from: "K" } }] },
    },
    { name: "the container context", sample: { containerContext: { ecs: { run_resources: { cpu: "512" } } } } },
    { name: "a sidecar's image", sample: { sidecars: [{ name: "s", image: "s:1" }] } },
  ])("of $name differs in both", ({ sample }) => {
    const other = fingerprintOf(sampleLocation(sample));
    expect(other.configuration).not.toBe(BASE.configuration);
    expect(other.full).not.toBe(BASE.full);
  });

  test.each<{ name: string; sample: Sample }>([
    { name: "a default spelled out", sample: { container: { cpu: 0, essential: true, mountPoints: [] } } },
    { name: "a size in other words", sample: { body: { cpu: ".25 vCPU", memory: "0.5 GB" } } },
  ])("does not depend on $name", ({ sample }) => {
    expect(fingerprintOf(sampleLocation(sample))).toEqual(BASE);
  });

  test.each<{ name: string; sample: Sample }>([
    { name: "tags", sample: { userTags: { a: "b" } } },
    { name: "the number of tasks", sample: { replicaCount: 3 } },
  ])("of $name differs in the settings only", ({ sample }) => {
    const { settings, ...task } = fingerprintOf(sampleLocation(sample));
    expect(settings).not.toBe(BASE.settings);
    expect({ ...task, settings: BASE.settings }).toEqual(BASE);
  });
});

describe("the fingerprint tag", () => {
  test("is read as it was written", () => {
    expect(parseFingerprintTag(formatFingerprintTag(12, BASE.full))).toEqual({ revision: 12, full: BASE.full });
  });

  test.each([
    "",
    "12",
    BASE.full,
    `0:${BASE.full}`,
    `x:${BASE.full}`,
    `1:${BASE.full}0`,
    `1:${BASE.full.toUpperCase()}`,
  ])("is not %j", (text) => {
    expect(parseFingerprintTag(text)).toBeUndefined();
  });

  const desired = sampleLocation();
  const { family } = desired.taskDefinition;
  const tags = { "dagster-ecs-deploy/fingerprint": formatFingerprintTag(7, BASE.full) };
  test.each([
    {
      name: "answers for the revision the service runs",
      service: running(desired, { tags }),
      full: BASE.full,
      answer: true,
    },
    {
      name: "says nothing of another revision",
      service: running(desired, { tags, revision: 8 }),
      full: BASE.full,
      answer: false,
    },
    {
      name: "says nothing of another family",
      service: running(desired, { tags, family: "other" }),
      full: BASE.full,
      answer: false,
    },
    {
      name: "says no to another desired state",
      service: running(desired, { tags }),
      full: BASE.configuration,
      answer: false,
    },
    { name: "is not there", service: running(desired, { tags: {} }), full: BASE.full, answer: false },
  ])("$name", ({ service, full, answer }) => {
    expect(fingerprintAnswers(service, full, family)).toBe(answer);
  });
});
