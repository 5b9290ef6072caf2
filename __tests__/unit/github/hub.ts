import { afterEach } from "vitest";
import { createManualClock, type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator/index.ts";
import { createPace } from "../../../src/github/octokit.ts";
import { createPullRequestPort } from "../../../src/github/pull-request-port.ts";
import { renderCommentMarker } from "../../../src/model/comment-marker.ts";
import type { Clock, PullRequestPort } from "../../../src/ports.ts";

export const KEY = "prod|acme/data:dagster_cloud.yaml|";
export const PULLS = "/repos/{owner}/{repo}/pulls";
export const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
export const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

/** A comment of ours, as a run would write it. */
export function bodyOf(text: string, runId?: number, key = KEY): string {
  return `${renderCommentMarker({ key, ...(runId !== undefined && { runId }) })}\n${text}`;
}

/** GitHub with pull request 7, and what a run sees of it. */
export interface Hub {
  readonly emulator: Emulator;
  /** Milliseconds of every wait, in their order; time passes while one waits, and only then. */
  readonly pauses: readonly number[];
  readonly clock: Clock;
  /** Connects as another run. */
  readonly connect: (options?: { token?: string; repository?: string }) => PullRequestPort;
  readonly upsert: (text: string, options?: { runId?: number; onlyUpdate?: boolean; number?: number }) => Upserted;
  /** Puts comments there: of the job's own app unless said. */
  readonly place: (...comments: readonly { body: string; login?: string }[]) => void;
  /** The last lines of the comments, oldest first. */
  readonly texts: () => readonly string[];
  /** Method and route of every call since the last look, without the question who asks. */
  readonly takeCalls: () => readonly string[];
}

type Upserted = ReturnType<PullRequestPort["upsertComment"]>;

const running: Emulator[] = [];

afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

/** Starts an emulator that is closed when the test ends. */
export async function startHub(options: EmulatorOptions = {}): Promise<Hub> {
  const manual = createManualClock(Date.now());
  const emulator = await startEmulator({ clock: manual, ...options });
  running.push(emulator);
  emulator.seed({ kind: "pullRequest", repository: "acme/data", number: 7 });
  const pauses: number[] = [];
  const clock: Clock = {
    now: () => manual.now(),
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      manual.advance(milliseconds / 1_000);
    },
  };
  const connect: Hub["connect"] = ({ token = "ghs_token", repository = "acme/data" } = {}) =>
    createPullRequestPort({ token, repository, apiUrl: emulator.url, pace: createPace(clock) });
  return {
    emulator,
    pauses,
    clock,
    connect,
    upsert: (text, { runId, onlyUpdate = false, number = 7 } = {}) =>
      connect().upsertComment(number, KEY, bodyOf(text, runId), { onlyUpdate }),
    place: (...comments) => {
      for (const { body, login = "github-actions[bot]" } of comments) {
        emulator.seed({ kind: "comment", repository: "acme/data", issue: 7, body, login });
      }
    },
    texts: () => {
      const { comments } = emulator.state() as { comments: readonly { body: string }[] };
      return comments.map(({ body }) => body.split("\n").at(-1) ?? "");
    },
    takeCalls: () => {
      const calls = emulator.calls({ service: "github" }).map(({ operation }) => operation);
      emulator.clearCalls();
      return calls.filter((operation) => operation !== "POST /graphql");
    },
  };
}
