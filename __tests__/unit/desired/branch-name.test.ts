import fc from "fast-check";
import { expect, test } from "vitest";
import { branchDeploymentName } from "../../../src/desired/branch-name.ts";
import { anyText } from "../../any-text.ts";

const named = (branch: string, template = "{branch}"): string =>
  branchDeploymentName(template, { number: 7, branch }) ?? "";

test.each([
  ["pr-{number}", "feature", "pr-7"],
  ["{branch}", "feature_1-a", "feature_1-a"],
  ["dev-{branch}-{number}", "feature", "dev-feature-7"],
  ["{branch}", "feature/New Thing", "feature-New-Thing-"],
  ["{branch}", "ünïcode", "n-code-"],
  ["{branch}", "feature-0123abcd", "feature-0123abcd-"],
  ["{branch}", `${"long-".repeat(30)}`, "long-long-long-long-long-long-l-"],
])("%s for the branch %s begins with %s", (template, branch, expected) => {
  const name = named(branch, template);
  if (expected.endsWith("-")) expect(name).toMatch(new RegExp(`^${expected}[0-9a-f]{8}$`));
  else expect(name).toBe(expected);
});

test("a branch of which nothing can be kept is named by its hash", () => {
  expect(named("日本")).toMatch(/^[0-9a-f]{8}$/);
});

test("without the branch only a template that has it gives no name", () => {
  expect(branchDeploymentName("{branch}", { number: 7, branch: undefined })).toBeUndefined();
  expect(branchDeploymentName("pr-{number}", { number: 7, branch: undefined })).toBe("pr-7");
});

test("any two branches have different names, which every service accepts and no rule changes", () => {
  const branches = fc.oneof(
    anyText({ minLength: 1, maxLength: 80 }),
    fc.stringMatching(/^[a-z/_-]{1,50}$/),
    fc.stringMatching(/^[a-c]-[0-9a-f]{8}$/),
  );
  fc.assert(
    fc.property(branches, branches, (one, other) => {
      const [first, second] = [named(one), named(other)];
      expect(first).toMatch(/^[A-Za-z0-9_-]{1,40}$/);
      expect(first === second).toBe(one === other);
      // A made name as the name of another branch is not that branch's name.
      if (first !== one) expect(named(first)).not.toBe(first);
    }),
  );
});
