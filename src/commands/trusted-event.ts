import { ActionError } from "../errors.ts";
import type { GitHubEvent } from "../model/github-event.ts";

/** Code of a fork must not reach AWS, and pull_request_target runs with the base's credentials on it. */
export function isUntrusted(event: GitHubEvent): boolean {
  return event.name === "pull_request_target" || event.headIsFork;
}

/** Ends a run (ActionError, source `user`) that would write to AWS for an event that may only plan. */
export function refuseUntrusted(event: GitHubEvent | undefined, command: keyof typeof HINTS): void {
  if (event === undefined || !isUntrusted(event)) return;
  throw new ActionError(
    "untrusted-event",
    event.headIsFork
      ? `This event comes from a fork: it may plan, but not ${command}.`
      : `The event pull_request_target may plan, but not ${command}.`,
    { source: "user", hint: HINTS[command] },
  );
}

const HINTS = {
  apply: "Apply on `push` to the branch you deploy from.",
  destroy: "Run `destroy` on `pull_request`, for branches of this repository.",
  sweep: "Run `sweep` on `schedule`.",
  redeploy: "Run `redeploy` on `workflow_dispatch`.",
  rollback: "Run `rollback` on `workflow_dispatch`.",
} as const;
