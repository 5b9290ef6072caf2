import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../../emulator/index.ts";
import { createPace } from "../../../src/github/octokit.ts";
import { createPullRequestPort } from "../../../src/github/pull-request-port.ts";
import type { PullRequestState } from "../../../src/ports.ts";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
  emulator.seed(
    { kind: "pullRequest", repository: "acme/data", number: 1 },
    { kind: "pullRequest", repository: "acme/data", number: 2, state: "closed" },
    { kind: "pullRequest", repository: "acme/data", number: 3, draft: true },
  );
});
afterEach(() => emulator.close());

const GET = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
const LIST = "GET /repos/{owner}/{repo}/pulls";

function stateOf(number: number, repository = "acme/data"): Promise<PullRequestState> {
  const clock = { now: () => 0, sleep: async () => undefined };
  const port = createPullRequestPort({ token: "ghs_token", repository, apiUrl: emulator.url, pace: createPace(clock) });
  return port.pullRequestState(number);
}

describe("pullRequestState", () => {
  it.each([
    [1, "open"],
    [2, "closed"],
    [3, "open"],
    [4, "gone"],
  ])("pull request %i is %s", async (number, state) => {
    expect(await stateOf(number)).toBe(state);
  });

  it("is not known when the token cannot see the pull requests at all", async () => {
    await expect(stateOf(1, "acme/elsewhere")).rejects.toMatchObject({ code: "github-not-found" });
    emulator.fail({ operation: LIST, effect: { kind: "accessDenied" } });
    await expect(stateOf(4)).rejects.toMatchObject({ code: "github-forbidden" });
  });

  it.each([
    [{ kind: "accessDenied" }, "github-forbidden"],
    [{ kind: "throttle" }, "github-rate-limit"],
    [{ kind: "expiredCredentials" }, "github-unauthorized"],
    [{ kind: "error", code: "Server Error", status: 500 }, "github-unavailable"],
    [{ kind: "reset" }, "github-unavailable"],
  ] as const)("is not known after %j", async (effect, code) => {
    emulator.fail({ operation: GET, effect });
    await expect(stateOf(2)).rejects.toMatchObject({ code });
  });

  it("is not known when the answer is none of GitHub's", async () => {
    const moved = { kind: "error", code: "Moved Permanently", status: 301 } as const;
    emulator.fail({ operation: GET, effect: moved });
    await expect(stateOf(2)).rejects.toMatchObject({
      code: "github-refused",
      message: "GitHub did not say whether pull request 2 is open or closed.",
    });
    emulator.clearFaults();
    emulator.fail({ operation: LIST, effect: moved });
    await expect(stateOf(4)).rejects.toMatchObject({ code: "github-refused" });
  });

  it("survives a passing failure, and names the permission that is missing", async () => {
    emulator.fail({ operation: GET, times: 2, effect: { kind: "error", code: "Server Error", status: 502 } });
    expect(await stateOf(2)).toBe("closed");
    emulator.fail({ operation: GET, effect: { kind: "accessDenied" } });
    await expect(stateOf(2)).rejects.toMatchObject({ hint: "Add `permissions: pull-requests: read` to the job." });
  });
});
