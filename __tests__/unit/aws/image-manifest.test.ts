import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { platformsOf } from "../../../src/aws/image-manifest.ts";

describe("platformsOf", () => {
  it.each([
    ["a single image", '{"schemaVersion":2,"config":{},"layers":[]}', []],
    ["no manifest", undefined, []],
    ["text that is no JSON", "<html>", []],
    ["an index without platforms", '{"manifests":[{"digest":"sha256:a"},null,1]}', []],
    [
      "an index",
      '{"manifests":[{"platform":{"os":"windows","architecture":"amd64"}},{"platform":{"os":"linux","architecture":"arm64"}},{"platform":{"os":"linux","architecture":"arm64"}}]}',
      ["linux/arm64", "windows/amd64"],
    ],
  ])("of %s", (_, manifest, expected) => {
    expect(platformsOf(manifest)).toEqual(expected);
  });

  it("reads any JSON", () => {
    fc.assert(
      fc.property(fc.json(), (manifest) => {
        expect(Array.isArray(platformsOf(manifest))).toBe(true);
      }),
    );
  });
});
