import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { Step } from "../model/plan.ts";
import { TAG_SOURCE, tagValue } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { waitUntilGone } from "./drain.ts";

/** ECS stops a task within its stop timeout of at most two minutes, then forgets the service. */
const DRAIN_TIMEOUT_MS = 300_000;

/**
 * Removes a service whose location is gone, in the order ECS and Cloud Map need: the ECS service, its tasks, the
 * instances, the Cloud Map service. Every part is safe to repeat. The task definition revisions stay.
 */
export async function removeService(step: Step, input: ApplyInput, ports: ApplyPorts): Promise<void> {
  await removeEcsService(step, { untagged: false, timeoutMs: DRAIN_TIMEOUT_MS }, input, ports);
  // By name: an earlier run may have got as far as here, and no ECS service tells the id any more.
  const registration = (await ports.discovery.listServices(input.namespaceId)).get(step.service);
  if (registration === undefined) return;
  const tags = await ports.discovery.tagsOf(registration.arn);
  if (tags[TAG_SOURCE] === tagValue(input.plan.request.source)) await ports.discovery.deleteService(registration.id);
}

/** Deletes the ECS service, if it is there, and waits until it is gone. Rejects when it is not ours. */
export async function removeEcsService(
  step: Step,
  /** `untagged`: also when it carries no source at all (a service that is being adopted). */
  options: { readonly untagged: boolean; readonly timeoutMs: number },
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<void> {
  const [service] = await ports.ecs.describeServices(step.cluster, [step.service]);
  if (service === undefined) return;
  refuseForeign(service, input.plan.request.source, options.untagged);
  await ports.ecs.deleteService(step.cluster, step.service);
  await waitUntilGone({ cluster: step.cluster, name: step.service }, options.timeoutMs, ports, input.signal);
}

/** The plan chose it by its tags, but somebody may have taken it over since. */
function refuseForeign(service: EcsService, source: string, mayBeUntagged: boolean): void {
  const owner = service.tags?.find(({ key }) => key === TAG_SOURCE)?.value;
  if (owner === undefined ? mayBeUntagged : owner === tagValue(source)) return;
  throw new ActionError(
    "service-not-ours",
    `The ECS service ${service.serviceName} does not carry this source's tag any more (found: ${owner ?? "none"}).`,
    { source: "user", hint: "Nothing was deleted. Plan again." },
  );
}
