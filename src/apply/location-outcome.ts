import { explainError } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { LocationOutcome, OutcomeStatus } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput } from "./context.ts";
import { LoadCheckFailure } from "./load-check.ts";

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

/** A step that ended with an error. */
export function failedOutcome(step: Step, error: unknown, input: ApplyInput): LocationOutcome {
  const failed = outcomeOf(step, "failed", input.redact(explainError(error)));
  return error instanceof LoadCheckFailure ? { ...failed, failure: error.failure } : failed;
}

/** Where the code server answers. */
export function addressOf(desired: DesiredLocation, input: ApplyInput): { hostname?: string; port: number } {
  return {
    port: desired.port,
    ...(input.namespaceName !== undefined && { hostname: `${desired.cloudMapService.name}.${input.namespaceName}` }),
  };
}
