import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { Step } from "../model/plan.ts";
import { TAG_SOURCE } from "../model/tags.ts";
import type { ApplyPorts } from "./context.ts";
import { waitUntilGone } from "./drain.ts";

/** ECS stops a task within its stop timeout of at most two minutes, then forgets the service. */
const DRAIN_TIMEOUT_MS = 300_000;

/**
 * Removes a service whose location is gone, in the order ECS and Cloud Map need: the ECS service, its tasks, the
 * instances, the Cloud Map service. Every part is safe to repeat. The task definition revisions stay.
 */
export async function removeService(step: Step, source: string, ports: ApplyPorts): Promise<void> {
  const [service] = await ports.ecs.describeServices(step.cluster, [step.service]);
  if (service === undefined) return;
  refuseForeign(service, source);
  await ports.ecs.deleteService(step.cluster, step.service);
  await waitUntilGone({ cluster: step.cluster, name: step.service }, DRAIN_TIMEOUT_MS, ports);
  for (const { registryArn } of service.serviceRegistries ?? []) {
    const id = registryArn?.split("/").at(-1);
    if (id !== undefined) await ports.discovery.deleteService(id);
  }
}

/** The plan chose it by its tags, but somebody may have taken it over since. */
function refuseForeign(service: EcsService, source: string): void {
  const owner = service.tags?.find(({ key }) => key === TAG_SOURCE)?.value;
  if (owner === source) return;
  throw new ActionError(
    "service-not-ours",
    `The ECS service ${service.serviceName} does not carry this source's tag any more (found: ${owner ?? "none"}).`,
    { source: "user", hint: "Nothing was deleted. Plan again." },
  );
}
