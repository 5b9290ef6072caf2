import { ActionError } from "../errors.ts";
import type { ApplyPorts } from "./context.ts";

/** Services take a while to stop their tasks; looking more often does not make it faster. */
const DRAIN_POLL_INTERVAL_MS = 5_000;

/**
 * Waits until ECS does not know a service any more (INACTIVE counts as gone). Rejects when it takes too long, or when
 * the run is interrupted.
 */
export async function waitUntilGone(
  service: { readonly cluster: string; readonly name: string },
  timeoutMs: number,
  ports: ApplyPorts,
  signal: AbortSignal,
): Promise<void> {
  const deadline = ports.clock.now() + timeoutMs;
  for (;;) {
    const [found] = await ports.ecs.describeServices(service.cluster, [service.name]);
    if (found === undefined) return;
    if (ports.clock.now() >= deadline) {
      throw new ActionError(
        "service-still-draining",
        `The ECS service ${service.name} was deleted but still stops its tasks.`,
        { source: "aws", hint: "Run again when the service is INACTIVE." },
      );
    }
    await ports.clock.sleep(DRAIN_POLL_INTERVAL_MS, signal);
    if (signal.aborted) throw interruptedWhileDraining(service.name);
  }
}

function interruptedWhileDraining(name: string): ActionError {
  return new ActionError("interrupted", `The run was interrupted while the ECS service ${name} stopped its tasks.`, {
    source: "user",
    hint: "The next run goes on from there.",
  });
}
