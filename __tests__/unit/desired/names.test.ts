import fc from "fast-check";
import { expect, test } from "vitest";
import { familyPrefixOf, taskDefinitionFamily } from "../../../src/desired/names.ts";

test("every family of a deployment begins with its prefix", () => {
  const name = fc.stringMatching(/^[a-zA-Z0-9 ._-]{1,20}$/);
  fc.assert(
    fc.property(name, fc.option(name, { nil: undefined }), name, (deployment, organization, location) => {
      const parts = { prefix: "server", organization, deployment };
      expect(taskDefinitionFamily({ ...parts, location })?.startsWith(familyPrefixOf(parts))).toBe(true);
    }),
  );
  expect(familyPrefixOf({ prefix: "server", organization: "acme", deployment: "pr-1" })).toBe("server_acme_pr-1_");
  expect(familyPrefixOf({ prefix: "server", organization: undefined, deployment: "prod" })).toBe("server_None_prod_");
});
