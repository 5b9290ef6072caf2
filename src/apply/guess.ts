import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { StoppedTaskReport } from "../model/outcome.ts";
import { withoutBystanders } from "./bystanders.ts";
import { STOPPED_ALONG, tellingExitCodes } from "./exit-codes.ts";
import { type Evidence, KNOWN_CAUSES } from "./known-causes.ts";
import type { RolloutPhase } from "./rollout-phase.ts";

/** What a guess is made from. */
export interface GuessInput {
  readonly stoppedTasks: readonly StoppedTaskReport[];
  readonly events: readonly string[];
  /** Where a rollout stood that ran out of time. */
  readonly timedOut?: RolloutPhase;
}

const NOT_CHECKED_YET =
  "The health check has neither passed nor failed yet: its `startPeriod` and `interval` may be longer than the code server is waited for.";

/**
 * A first guess in plain words at why a rollout failed; undefined when nothing well known matches. Events are asked
 * where the tasks tell nothing: ECS writes there what keeps it from starting any.
 */
export function guessCause({ stoppedTasks, events, timedOut }: GuessInput): string | undefined {
  return (
    guessFrom(evidenceOf(stoppedTasks)) ??
    guessFrom({ reasons: events.join("\n"), log: "", exitCodes: [], hasOtherEndedFirst: false }) ??
    (timedOut === "health-check" ? NOT_CHECKED_YET : undefined)
  );
}

function guessFrom(evidence: Evidence): string | undefined {
  return KNOWN_CAUSES.find((cause) => cause.matches(evidence))?.guess;
}

function evidenceOf(stoppedTasks: readonly StoppedTaskReport[]): Evidence {
  const containers = stoppedTasks.flatMap((task) => withoutBystanders(task.containers));
  const ended = stoppedTasks.filter(
    ({ stopCode }) => stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated",
  );
  return {
    reasons: [
      ...stoppedTasks.map(({ stoppedReason }) => stoppedReason ?? ""),
      ...containers.map(({ reason }) => reason ?? ""),
    ].join("\n"),
    log: containers.flatMap(({ logLines }) => logLines).join("\n"),
    exitCodes: ended.flatMap((task) =>
      tellingExitCodes(
        withoutBystanders(task.containers).flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])),
      ),
    ),
    hasOtherEndedFirst: ended.some(hasOtherEndedFirst),
  };
}

/** A code server that is asked to stop ends with 143, or with 0. */
function hasOtherEndedFirst(task: StoppedTaskReport): boolean {
  const server = task.containers.find(({ name }) => name === CODE_SERVER_CONTAINER)?.exitCode;
  const others = withoutBystanders(task.containers).filter(({ name }) => name !== CODE_SERVER_CONTAINER);
  const ends = others.flatMap(({ exitCode }) => (exitCode === undefined || exitCode === STOPPED_ALONG ? [] : exitCode));
  return (server === STOPPED_ALONG && ends.length > 0) || (server === 0 && ends.some((code) => code !== 0));
}
