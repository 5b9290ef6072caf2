import { ActionError } from "../errors.ts";
import { NOT_SENT_CODE } from "../model/aws-error-codes.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { type KeptSettings, readNote, settingsFor } from "../model/kept-settings.ts";
import type { LiveCloudMapService, TagMap } from "../model/live-state.ts";
import type { Step } from "../model/plan.ts";
import { revisionTags, TAG_FINGERPRINT } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts, StepTools } from "./context.ts";
import { waitUntilGone } from "./drain.ts";
import { clearMarks, explainRefusal, forgetSettings, NOTED, noteSettings } from "./kept-settings.ts";
import { checkThatCodeLoads, withdrawRevision } from "./load-check.ts";
import { afterDeletion, movedService, NotBegun } from "./location-outcome.ts";
import { removeEcsService } from "./service-removal.ts";
import { isRegisteredAnew, registryTags, retagRegistry, serviceTags, writeTags } from "./service-tags.ts";

/** A step that has written what it had to write. */
export interface BegunStep {
  readonly taskDefinitionArn: string | undefined;
  /** The ECS deployment this run created; undefined when ECS had no reason to start one. */
  readonly ecsDeploymentId: string | undefined;
}

/** Creates the service, with everything it needs. */
export async function beginCreate(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  tools: StepTools,
): Promise<BegunStep> {
  const taskDefinition = await ensureLoadable(step, desired, input, tools);
  return createWith(taskDefinition, step, desired, input, tools);
}

async function createWith(
  taskDefinition: string,
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  ports: ApplyPorts,
  noted?: KeptSettings,
): Promise<BegunStep> {
  const ours = serviceTags(desired, taskDefinition, step, input);
  const registry = await createRegistry(desired, ports);
  let kept = noted;
  // Another run may have made the service by now: then its tasks are registered there, and ECS refuses a second one.
  if (input.registries.has(step.location) && !(await isActive(step, ports))) {
    // Without an ECS service, what is still registered are the addresses of tasks that are gone or on their way out.
    await ports.discovery.deregisterInstances(registry.id, input.signal);
    const found = await retagRegistry(registry.arn, registryTags(desired), ports);
    // A run that was to make the service anew may have been cut short.
    kept ??= readNote(found);
  }
  const { request: more, tags } = kept === undefined ? NOTHING_KEPT : settingsFor(kept, desired);
  const request = {
    ...desired.service.createRequest,
    ...more,
    taskDefinition,
    serviceRegistries: [{ registryArn: registry.arn }],
  };
  const allTags = { ...tags, ...ours, ...(kept !== undefined && NOTED) };
  const service = await createWhenNameIsFree(request, allTags, desired, input, ports).catch((error: unknown) => {
    throw explainRefusal(error, { request: more, tags }, registry.name);
  });
  if (kept !== undefined) await forgetSettings(service.serviceArn, registry.arn, ports);
  return { taskDefinitionArn: taskDefinition, ecsDeploymentId: primaryDeploymentId(service) };
}

const NOTHING_KEPT: KeptSettings = { request: {}, tags: {} };

async function isActive({ cluster, service: name }: Step, { ecs }: ApplyPorts): Promise<boolean> {
  const [service] = await ecs.describeServices(cluster, [name]);
  return service?.status === "ACTIVE";
}

/** A service of the same name may still be draining: ECS gives the name free when it is INACTIVE. */
async function createWhenNameIsFree(
  request: JsonObject,
  tags: TagMap,
  desired: DesiredLocation,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<EcsService> {
  try {
    return await ports.ecs.createService(request, tags);
  } catch (error) {
    if (!(error instanceof ActionError) || !/draining/i.test(error.message)) throw error;
    const { cluster, name } = desired.service;
    const createdAt = input.services?.get(name)?.description.createdAt;
    await waitUntilGone({ cluster, name, createdAt }, desired.rolloutTimeout * 1_000, ports, input.signal);
    return ports.ecs.createService(request, tags);
  }
}

/** Brings an existing service to what the plan wants. `redeploy` is an update that forces new tasks. */
export async function beginUpdate(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  tools: StepTools,
): Promise<BegunStep> {
  const { register, reuse } = step.taskDefinition;
  const taskDefinition = await ensureLoadable(step, desired, input, tools);
  // Tags first: when the run dies in between, the fingerprint names a revision the service does not run, and the
  // next run looks closer. The other way round it would take an old revision for the wanted one.
  const tags = serviceTags(desired, taskDefinition, step, input);
  await writeTags(step, desired, tags, input, tools);
  await clearMarks(step, input, tools);
  const revision = register || reuse !== undefined ? taskDefinition : undefined;
  const request = await updateRequest(step, desired, revision, tools);
  if (request === undefined) return { taskDefinitionArn: taskDefinition, ecsDeploymentId: undefined };
  const service = await tools.ecs.updateService(request);
  // Without a revision in the request, the deployment in the answer may be of somebody who was faster.
  const now = service.taskDefinition ?? taskDefinition;
  if (now !== taskDefinition) throw movedService(step, now, "Only other settings of it were written.");
  const ecsDeploymentId = primaryDeploymentId(service);
  return {
    taskDefinitionArn: taskDefinition,
    ecsDeploymentId: ecsDeploymentId === step.base.ecsDeploymentId ? undefined : ecsDeploymentId,
  };
}

/** Removes the service and creates it anew, for what UpdateService cannot change. */
export async function beginReplace(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  tools: StepTools,
): Promise<BegunStep> {
  const taskDefinition = await ensureLoadable(step, desired, input, tools);
  const registryArn = input.registries.get(step.location) ?? (await createRegistry(desired, tools)).arn;
  let noted: KeptSettings | undefined;
  const removal = {
    untagged: true,
    timeoutMs: desired.rolloutTimeout * 1_000,
    beforeDeletion: async (service: EcsService) => {
      noted = await noteSettings(service, registryArn, desired, tools);
    },
  };
  await removeEcsService(step, removal, input, tools);
  return createWith(taskDefinition, step, desired, input, tools, noted).catch((error: unknown) => {
    throw afterDeletion(error);
  });
}

/** The revision for the step and, with `load-check`, one whose code has been loaded once. */
export async function ensureLoadable(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  tools: StepTools,
): Promise<string> {
  const { register, reuse } = step.taskDefinition;
  const taskDefinition = await ensureTaskDefinition(step, desired, input, tools);
  const isNew = register || reuse !== undefined || step.base.taskDefinitionArn === undefined;
  if (!input.loadCheck || !isNew) return taskDefinition;
  try {
    await checkThatCodeLoads(step, desired, taskDefinition, input, tools);
  } catch (error) {
    if (register && !input.signal.aborted) await withdrawRevision(taskDefinition, step, input, tools);
    throw error;
  }
  return taskDefinition;
}

/** A new revision, one the plan found, or the one that runs. */
async function ensureTaskDefinition(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<string> {
  const existing = step.taskDefinition.register
    ? undefined
    : (step.taskDefinition.reuse ?? step.base.taskDefinitionArn);
  if (existing !== undefined) return existing;
  const { body, environment } = desired.taskDefinition;
  const tags = { ...revisionTags(desired.identityTags, step.cluster), ...input.runTags };
  return ports.ecs.registerTaskDefinition(body, environment, tags).catch((error: unknown) => {
    // Most of a large deployment waits here: what an interruption finds waiting has written nothing yet.
    throw error instanceof ActionError && error.code === NOT_SENT_CODE ? new NotBegun() : error;
  });
}

/** Says by tag which revision the service runs and what it was made from; `more` goes with it. */
export async function markFingerprint(
  step: Step,
  input: ApplyInput,
  ports: ApplyPorts,
  more: TagMap = {},
): Promise<void> {
  const { serviceArn, taskDefinitionArn } = step.base;
  if (serviceArn === undefined || taskDefinitionArn === undefined || step.fingerprints === undefined) return;
  const fingerprint = input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
  await ports.ecs.tagResource(serviceArn, { ...more, [TAG_FINGERPRINT]: fingerprint });
}

/** The fields of UpdateService that differ; undefined when there is nothing to send. */
async function updateRequest(
  step: Step,
  desired: DesiredLocation,
  taskDefinition: string | undefined,
  ports: ApplyPorts,
): Promise<JsonObject | undefined> {
  const changed = new Set(
    step.changes.filter(({ resource }) => resource === "service").map(({ path }) => path.split(/[.[]/, 1)[0] ?? ""),
  );
  const wanted: Readonly<Record<string, JsonValue>> = desired.service.createRequest;
  const fields = Object.fromEntries(
    ["desiredCount", "networkConfiguration", "deploymentConfiguration", "enableExecuteCommand"]
      .filter((field) => changed.has(field))
      .flatMap((field): [string, JsonValue][] => (wanted[field] === undefined ? [] : [[field, wanted[field]]])),
  );
  const registry = isRegisteredAnew(step)
    ? { serviceRegistries: [{ registryArn: (await createRegistry(desired, ports)).arn }] }
    : {};
  const request = {
    ...fields,
    ...registry,
    ...(taskDefinition !== undefined && { taskDefinition }),
    ...(step.action === "redeploy" && { forceNewDeployment: true }),
  };
  if (Object.keys(request).length === 0 && !changed.has("propagateTags")) return undefined;
  // Left out, ECS may stop propagating tags: the documentation can be read either way, so it is always said.
  return { cluster: step.cluster, service: step.service, propagateTags: "SERVICE", ...request };
}

/** The Cloud Map service, which may be there already. */
function createRegistry(desired: DesiredLocation, { discovery }: ApplyPorts): Promise<LiveCloudMapService> {
  return discovery.createService(desired.cloudMapService.createRequest, registryTags(desired));
}

/** The ECS deployment that a request made, or the one there was if it made none. */
export function primaryDeploymentId(service: EcsService): string | undefined {
  return service.deployments?.find(({ status }) => status === "PRIMARY")?.id;
}
