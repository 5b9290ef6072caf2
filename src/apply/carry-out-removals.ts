import { mapConcurrently } from "../concurrency.ts";
import type { LocationOutcome, Outcome } from "../model/outcome.ts";
import type { Plan, Step } from "../model/plan.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { failedOutcome, outcomeOf } from "./location-outcome.ts";
import { Remover } from "./removal.ts";

/** Code servers that ECS is told of at the same time; the adapter paces the calls themselves. */
const CONCURRENT_STEPS = 8;

/**
 * Carries out plans that only delete, all of one cluster: one outcome for each. One code server that cannot be removed
 * does not stop the others. Never rejects.
 */
export async function carryOutRemovals(
  cluster: string,
  plans: readonly Plan[],
  input: Pick<ApplyInput, "signal" | "onProgress" | "redact">,
  ports: Pick<ApplyPorts, "ecs" | "discovery" | "clock">,
): Promise<readonly Outcome[]> {
  const remover = new Remover(cluster, input, ports);
  const begin = async (step: Step): Promise<{ readonly ended: Promise<LocationOutcome> }> => {
    if (input.signal.aborted) {
      return { ended: Promise.resolve(outcomeOf(step, "skipped", "not begun: the run was interrupted")) };
    }
    try {
      return await remover.begin(step);
    } catch (error) {
      return { ended: Promise.resolve(failedOutcome(step, error, input)) };
    }
  };
  const begun = await mapConcurrently(
    plans.flatMap((plan) => plan.steps.map((step) => ({ plan, step }))),
    CONCURRENT_STEPS,
    async ({ plan, step }) => ({ plan, ...(await begin(step)) }),
  );
  return Promise.all(
    plans.map(async (plan) => {
      const locations = await Promise.all(begun.filter((one) => one.plan === plan).map(({ ended }) => ended));
      return { locations, succeeded: locations.every(({ status }) => status === "succeeded") };
    }),
  );
}
