import { ActionError } from "../errors.ts";
import { INTERRUPTED_CODE, NOT_SENT_CODE } from "../model/aws-error-codes.ts";
import type { Clock } from "../ports.ts";
import type { AwsAction } from "./actions.ts";

/**
 * Milliseconds a call that is under way may still take once the run is interrupted. The runner waits 7.5 seconds
 * before it gets rough, and the report has to be written, too.
 */
const GRACE = 2_000;

/** Calls that clean up after an interruption. */
const STILL_MADE: ReadonlySet<AwsAction> = new Set(["ecs:StopTask"]);

const HINT = "The next run goes on from there.";

/** What calls do once the run is interrupted: none is begun, and those under way are given up soon. */
export interface Interruption {
  /** Throws when the call must not be made any more. `sent`: an earlier attempt may have had its effect. */
  check(action: AwsAction, resource: string | undefined, sent: boolean): void;
  /** The answer; rejects when it takes too long after the interruption. */
  bound<Answer>(action: AwsAction, resource: string | undefined, answer: Promise<Answer>): Promise<Answer>;
}

/** Without a signal a run is never interrupted. */
export function createInterruption(clock: Clock, signal: AbortSignal | undefined): Interruption {
  return {
    check(action, resource, sent) {
      if (!signal?.aborted || STILL_MADE.has(action)) return;
      throw sent ? unanswered(action, resource) : notSent(action, resource);
    },
    async bound(action, resource, answer) {
      if (signal === undefined) return answer;
      const settled = new AbortController();
      const givenUp = async (): Promise<never> => {
        await untilAborted(signal, settled.signal);
        await clock.sleep(GRACE, settled.signal);
        throw unanswered(action, resource);
      };
      try {
        return await Promise.race([answer, givenUp()]);
      } finally {
        settled.abort();
      }
    },
  };
}

/** Resolves when either is aborted. */
function untilAborted(signal: AbortSignal, other: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener("abort", done);
      resolve();
    };
    if (signal.aborted) return done();
    signal.addEventListener("abort", done);
    other.addEventListener("abort", done, { once: true });
  });
}

function notSent(action: AwsAction, resource: string | undefined): ActionError {
  return new ActionError(NOT_SENT_CODE, `The run was interrupted before ${nameCall(action, resource)}.`, {
    source: "user",
    hint: HINT,
  });
}

function unanswered(action: AwsAction, resource: string | undefined): ActionError {
  return new ActionError(
    INTERRUPTED_CODE,
    `The run was interrupted before AWS answered ${nameCall(action, resource)}.`,
    { source: "user", hint: HINT },
  );
}

function nameCall(action: AwsAction, resource: string | undefined): string {
  return resource === undefined ? action : `${action} (${resource})`;
}
