import { describe, expect, it } from "vitest";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import type { LiveLocation, LiveService, LiveTaskDefinition } from "../../../src/model/live-state.ts";
import { TAG_DEPLOYMENT, TAG_FINGERPRINT, TAG_SETTINGS } from "../../../src/model/tags.ts";
import { fingerprintOf, formatFingerprintTag } from "../../../src/plan/fingerprint.ts";
import { compareLocation, type LocationComparison } from "../../../src/plan/location-comparison.ts";
import { overriddenRevision } from "../../../src/plan/outside.ts";
import { applied, registered, running, type Sample, sampleLocation } from "./sample-location.ts";

const WANTED: Sample = {
  environment: [
    { name: "BUCKET", value: { origin: "literal", text: "raw" } },
    { name: "LEVEL", value: { origin: "literal", text: "info" } },
  ],
  replicaCount: 3,
};

/** The service as this action wrote it, with the tags it writes. */
function written(desired: DesiredLocation, revision: number, tags: Readonly<Record<string, string>> = {}): LiveService {
  const service = running(desired, { revision });
  const { full, settings } = fingerprintOf(desired);
  const ours = { [TAG_FINGERPRINT]: formatFingerprintTag(7, full), [TAG_SETTINGS]: settings };
  return { ...service, tags: { ...service.tags, ...ours, ...tags } };
}

function paths(comparison: LocationComparison, outside: boolean): readonly string[] {
  const { taskDefinition, service, cloudMap, tags } = comparison;
  return [...taskDefinition, ...service, ...cloudMap, ...tags]
    .filter((change) => (change.outside === true) === outside)
    .map(({ path }) => path);
}

function compare(wanted: Sample, live: LiveLocation & { service: LiveService }): LocationComparison {
  const desired = sampleLocation(wanted);
  return compareLocation(desired, { ...applied(desired), ...live }, fingerprintOf(desired));
}

describe("what was changed outside", () => {
  const before = sampleLocation(WANTED);
  const [, level] = WANTED.environment ?? [];
  const other = sampleLocation({
    ...WANTED,
    environment: [{ name: "BUCKET", value: { origin: "literal", text: "scratch" } }, ...(level ? [level] : [])],
  });
  const drifted: LiveTaskDefinition = registered(other, 9);

  it("is all of a newer revision where the configuration is what it was", () => {
    const comparison = compare(WANTED, { service: written(before, 9), running: drifted });
    expect(paths(comparison, true)).toEqual(["containerDefinitions.dagster.environment.BUCKET"]);
    expect(paths(comparison, false)).toEqual([]);
  });

  it("is told from what the configuration changes by the revision that was wanted before", () => {
    const changed = { ...WANTED, body: { cpu: "512", memory: "1024" } };
    const comparison = compare(changed, {
      service: written(before, 9),
      running: drifted,
      lastWanted: registered(before, 7),
    });
    expect(paths(comparison, true)).toEqual(["containerDefinitions.dagster.environment.BUCKET"]);
    expect(paths(comparison, false)).toEqual(["cpu", "memory"]);
  });

  it("is not said of a field that the configuration changes, too", () => {
    const changed: Sample = {
      ...WANTED,
      environment: [{ name: "BUCKET", value: { origin: "literal", text: "clean" } }, ...(level ? [level] : [])],
    };
    const comparison = compare(changed, {
      service: written(before, 9),
      running: drifted,
      lastWanted: registered(before, 7),
    });
    expect(paths(comparison, true)).toEqual([]);
    expect(paths(comparison, false)).toEqual(["containerDefinitions.dagster.environment.BUCKET"]);
  });

  it("is nothing of an older revision, which ECS may have gone back to", () => {
    const comparison = compare(WANTED, { service: written(before, 5), running: registered(other, 5) });
    expect(paths(comparison, true)).toEqual([]);
    expect(paths(comparison, false)).toEqual(["containerDefinitions.dagster.environment.BUCKET"]);
  });

  it("is the number of tasks where the wanted settings are what they were", () => {
    const service = written(before, 7);
    const scaled = { ...service, description: { ...service.description, desiredCount: 5 } };
    expect(paths(compare(WANTED, { service: scaled }), true)).toEqual(["desiredCount"]);
    expect(paths(compare({ ...WANTED, replicaCount: 2 }, { service: scaled }), false)).toEqual(["desiredCount"]);
  });

  it("is one of our own tags that has gone, whatever the settings", () => {
    const { [TAG_DEPLOYMENT]: _gone, [TAG_SETTINGS]: _unknown, ...tags } = written(before, 7).tags;
    expect(paths(compare(WANTED, { service: { ...written(before, 7), tags } }), true)).toContain(TAG_DEPLOYMENT);
  });

  it("is nothing of a service that this action has never written", () => {
    const service = { ...written(before, 9), tags: {} };
    expect(paths(compare(WANTED, { service, running: drifted }), true)).toEqual([]);
  });
});

describe("overriddenRevision", () => {
  const desired = sampleLocation(WANTED);

  it.each([
    ["a newer one", 9, 7],
    ["the same", 7, undefined],
    ["an older one", 5, undefined],
  ])("of a service that runs %s", (_name, revision, expected) => {
    expect(overriddenRevision(written(desired, revision))?.replace(/^.*:/, "")).toBe(expected?.toString());
  });

  it("is none where the tag does not say", () => {
    expect(overriddenRevision({ ...written(desired, 9), tags: { [TAG_FINGERPRINT]: "removing" } })).toBeUndefined();
  });
});
