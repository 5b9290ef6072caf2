import { expect, it } from "vitest";
import { suggestName } from "../../../src/config/suggestion.ts";

it.each([
  ["envvars", "env_vars"],
  ["secret", "secrets"],
  ["secerts", "secrets"],
  ["serverResources", "server_resources"],
  ["Secrets", "secrets"],
  ["zzz", undefined],
])("%s -> %s", (written, meant) => {
  expect(suggestName(written, ["env_vars", "secrets", "server_resources", "volumes"])).toBe(meant);
});
