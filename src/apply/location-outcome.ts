import { ActionError, explainError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import { INTERRUPTED_CODE, NOT_SENT_CODE } from "../model/aws-error-codes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput } from "./context.ts";
import { LoadCheckFailure } from "./load-check-report.ts";
import { SUPERSEDED } from "./turn.ts";

/** How a step ended, with what the plan says of it. */
export function outcomeOf(step: Step, status: OutcomeStatus, message: string): LocationOutcome {
  return {
    location: step.location,
    action: step.action,
    status,
    message,
    service: step.service,
    ...(step.image !== undefined && { image: step.image.reference }),
  };
}

/** A step whose first write was not sent any more. */
export class NotBegun extends ActionError {
  constructor() {
    super(NOT_SENT_CODE, "not begun: the run was interrupted", { source: "user" });
  }
}

/** A step that ended with an error. */
export function failedOutcome(step: Step, error: unknown, input: Pick<ApplyInput, "redact">): LocationOutcome {
  if (error instanceof NotBegun) return outcomeOf(step, "skipped", error.message);
  if (error instanceof ActionError && error.code === SUPERSEDED) return outcomeOf(step, "superseded", error.message);
  const failed = outcomeOf(step, "failed", input.redact(explainError(error)));
  return error instanceof LoadCheckFailure ? { ...failed, failure: error.failure } : failed;
}

/** What keeps a service from being made anew, with what that means: the one before it is gone. */
export function afterDeletion(error: unknown): unknown {
  // A call that was cut off may have made it, and a newer run is about to.
  const isOpen = !(error instanceof ActionError) || error.code === INTERRUPTED_CODE || error.code === SUPERSEDED;
  if (isOpen) return error;
  const { code, message, source, hint } = error;
  const gone = "The service was deleted before, to be made anew: nothing serves this location until a run makes it.";
  return new ActionError(code, `${message} ${gone}`, { source, ...(hint !== undefined && { hint }), cause: error });
}

/** Where the code server answers. */
export function addressOf(desired: DesiredLocation, input: ApplyInput): { hostname?: string; port: number } {
  return {
    port: desired.port,
    ...(input.namespaceName !== undefined && { hostname: `${desired.cloudMapService.name}.${input.namespaceName}` }),
  };
}

/** For a removal that ends between two of its parts because the run is cancelled. */
export function interruptedRemoval(location: string): ActionError {
  return new ActionError("interrupted", `The run was interrupted while "${location}" was removed.`, {
    source: "user",
    hint: "The next run goes on from there.",
  });
}

/** Code of the error that ends a step whose service is on another revision than the plan was made on. */
export const SERVICE_MOVED = "service-moved";

/** For a service that somebody has put on another revision since the plan. `written`: what was written nevertheless. */
export function movedService(step: Step, now: string, written: string): ActionError {
  const before = step.base.taskDefinitionArn ?? "no known revision";
  return new ActionError(
    SERVICE_MOVED,
    `The service ${step.service} runs ${lastSegment(now)} by now; it ran ${lastSegment(before)} when this was planned, and somebody else, or a rollback of ECS, has changed it since. ${written}`,
    { source: "user", hint: "Look whether what runs now is what you want; if not, run again." },
  );
}
