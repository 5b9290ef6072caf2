import { describe, expect, test } from "vitest";
import { resolveImage } from "../../../src/desired/image.ts";
import type { ImageFact } from "../../../src/model/live-state.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const FOUND: ImageFact = { status: "found", digest: DIGEST, platforms: [] };
const MISSING: ImageFact = { status: "missing", reason: "" };

function resolve(requested: string, fact: ImageFact | undefined, rest: { pin?: boolean; runningImage?: string } = {}) {
  return resolveImage({ requested, fact, pin: rest.pin ?? true, runningImage: rest.runningImage });
}

describe("resolveImage", () => {
  test.each([
    ["repo/x:1", `repo/x@${DIGEST}`],
    ["localhost:5000/x", `localhost:5000/x@${DIGEST}`],
    ["localhost:5000/x:1", `localhost:5000/x@${DIGEST}`],
    [`repo/x:1@${DIGEST}`, `repo/x@${DIGEST}`],
  ])("pins %s without its tag, so that the same content under a new tag is no change", (requested, reference) => {
    expect(resolve(requested, FOUND)).toEqual({ requested, reference, status: "pinned" });
  });

  test("leaves the tag without pinning, and what was not looked up as it is written", () => {
    expect(resolve("x:1", FOUND, { pin: false })).toMatchObject({ reference: "x:1", status: "as-written" });
    expect(resolve("x:1", { status: "not-checked", reason: "" })).toMatchObject({
      reference: "x:1",
      status: "as-written",
    });
    expect(resolve("x:1", undefined)).toMatchObject({ reference: "x:1", status: "unresolved" });
  });

  test("a missing image is missing, or what runs now is kept", () => {
    expect(resolve("x:1", MISSING)).toMatchObject({ reference: "x:1", status: "missing" });
    expect(resolve("x:1", MISSING, { runningImage: "x@old" })).toEqual({
      requested: "x:1",
      reference: "x@old",
      status: "kept",
    });
  });
});
