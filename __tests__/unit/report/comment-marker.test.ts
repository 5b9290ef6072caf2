import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCommentMarker, renderCommentMarker } from "../../../src/model/comment-marker.ts";
import { anyText } from "../../any-text.ts";

describe("comment marker", () => {
  it("comes back from a body, whatever the key", () => {
    fc.assert(
      fc.property(anyText(), fc.option(fc.nat(), { nil: undefined }), (key, runId) => {
        const marker = { key, ...(runId !== undefined && { runId }) };
        const text = renderCommentMarker(marker);
        expect(text.slice(4, -3)).not.toMatch(/[<>@]|--/);
        expect(readCommentMarker(`${text}\n## Plan`)).toEqual(marker);
      }),
    );
  });

  it.each([
    ["", "nothing"],
    [`\n${renderCommentMarker({ key: "a" })}`, "a marker further down"],
    ["<!-- dagster-ecs-deploy {broken -->", "a broken marker"],
    ['<!-- dagster-ecs-deploy {"version":99,"key":"a"} -->', "a later version"],
    ['<!-- dagster-ecs-deploy {"version":1} -->', "no key"],
  ])("%j has none: %s", (body) => expect(readCommentMarker(body)).toBeUndefined());
});
