import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { renderOrigin, renderPlace } from "../../../src/report/origin.ts";

const SHA = "3f2c1aa90b12c5d6e7f8091a2b3c4d5e6f708192";
const REPOSITORY = "https://ghe.example.com/acme/data";
const ORIGIN = { headSha: SHA, runUrl: `${REPOSITORY}/actions/runs/9` };

describe("renderPlace", () => {
  it("links to the line at the commit, wherever GitHub is", () => {
    expect(renderPlace("teams/a b/dagster_cloud.yaml", 12, ORIGIN)).toBe(
      `[\`teams/a b/dagster_cloud.yaml:12\`](${REPOSITORY}/blob/${SHA}/teams/a%20b/dagster_cloud.yaml#L12)`,
    );
  });

  it.each([
    ["on a terminal", "a.yaml", {}],
    ["of no commit", "a.yaml", { runUrl: ORIGIN.runUrl, headSha: "" }],
    ["of a commit that is none", "a.yaml", { ...ORIGIN, headSha: "main/../../evil" }],
    ["outside of the checkout", "../a.yaml", ORIGIN],
    ["at an absolute path", "/etc/a.yaml", ORIGIN],
    ["of a run without a page", "a.yaml", { ...ORIGIN, runUrl: "javascript:alert(1)" }],
  ])("is code %s", (_where, file, origin) => expect(renderPlace(file, 3, origin)).toBe(`\`${file}:3\``));

  it("cannot be left by what a file is called", () => {
    const link = renderPlace("a](https://evil.example) ![x](y)`|\n.yaml", 1, ORIGIN);
    const html = micromark(link, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    const [address, ...others] = Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, found = ""]) => found);
    expect(address?.startsWith(`${REPOSITORY}/blob/${SHA}/a%5D%28https%3A//`)).toBe(true);
    expect(others).toEqual([]);
    expect(html).not.toContain("<img");
  });
});

describe("renderOrigin", () => {
  it("names commit and run", () => {
    expect(renderOrigin(ORIGIN)).toEqual([
      `commit [\`3f2c1aa90b12\`](${REPOSITORY}/commit/${SHA})`,
      `[workflow run](${REPOSITORY}/actions/runs/9)`,
    ]);
    expect(renderOrigin({}, "abc")).toEqual(["commit `abc`"]);
    expect(renderOrigin({})).toEqual([]);
  });
});
