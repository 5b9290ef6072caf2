import { ActionError } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { JsonObject } from "../model/json.ts";
import type { TagMap } from "../model/live-state.ts";
import { movesRevision, type Step } from "../model/plan.ts";
import { rollbackValue, TAG_COMMIT, TAG_FINGERPRINT, TAG_ROLLBACK } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts, StepTools } from "./context.ts";
import { movedService } from "./location-outcome.ts";
import { type BegunStep, ensureLoadable, primaryDeploymentId } from "./steps.ts";

/**
 * Puts a service on another revision, or gives it new tasks of the one it runs; everything else of the service stays.
 * What an earlier run has begun (`unfinished`) is not begun again.
 * Rejects when ECS starts no deployment: then nothing was done of what was asked.
 */
export async function beginRevision(
  step: Step,
  desired: DesiredLocation,
  input: ApplyInput,
  tools: StepTools,
): Promise<BegunStep> {
  const { taskDefinitionArn, ecsDeploymentId: begunBefore } = step.base;
  if (begunBefore !== undefined && input.unfinished.has(step.location)) {
    return { taskDefinitionArn, ecsDeploymentId: begunBefore };
  }
  const taskDefinition = await ensureLoadable(step, desired, input, tools);
  if (movesRevision(step)) await refuseWhenMoved(step, tools);
  // Tags first, as in an update: a run that dies in between leaves a fingerprint that is not believed.
  await writeRevisionTags(step, desired, taskDefinition, input, tools);
  const service = await tools.ecs.updateService(updateRequest(step, desired, taskDefinition));
  const ecsDeploymentId = primaryDeploymentId(service);
  if (ecsDeploymentId === undefined || ecsDeploymentId === step.base.ecsDeploymentId) {
    throw new ActionError("no-ecs-deployment", `ECS started no deployment of the service ${step.service}.`, {
      source: "aws",
      hint: "Run again.",
    });
  }
  return { taskDefinitionArn: service.taskDefinition ?? taskDefinition, ecsDeploymentId };
}

/** Which revision to go to was decided on what ran then; another run may have put the service on another one since. */
async function refuseWhenMoved(step: Step, { ecs }: Pick<ApplyPorts, "ecs">): Promise<void> {
  const { cluster, service: name, base } = step;
  const [service] = await ecs.describeServices(cluster, [name]);
  const now = service?.taskDefinition;
  if (now === undefined || base.taskDefinitionArn === undefined || now === base.taskDefinitionArn) return;
  throw movedService(step, now, "Nothing was written to it.");
}

function updateRequest(step: Step, desired: DesiredLocation, taskDefinition: string): JsonObject {
  const { propagateTags } = desired.service.createRequest;
  return {
    cluster: step.cluster,
    service: step.service,
    // Left out, ECS may stop propagating tags: the documentation can be read either way.
    ...(propagateTags !== undefined && { propagateTags }),
    // Another revision starts a deployment by itself, and only once if the request is repeated. New tasks of the same
    // one are of whatever the service runs by then.
    ...(movesRevision(step) ? { taskDefinition } : { forceNewDeployment: true }),
  };
}

async function writeRevisionTags(
  step: Step,
  desired: DesiredLocation,
  taskDefinition: string,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<void> {
  const { serviceArn, taskDefinitionArn: before } = step.base;
  if (serviceArn === undefined) return;
  const tags: TagMap = {
    // Those it has already: policies may ask for the source in every request that writes tags.
    ...desired.identityTags,
    ...input.runTags,
    ...(movesRevision(step) &&
      step.fingerprints !== undefined && {
        [TAG_FINGERPRINT]: input.formatFingerprint(taskDefinition, step.fingerprints.full),
      }),
    ...(movesRevision(step) &&
      step.action === "rollback" &&
      before !== undefined && { [TAG_ROLLBACK]: rollbackValue(taskDefinition, before) }),
  };
  await ports.ecs.tagResource(serviceArn, tags);
  if (step.action !== "rollback" || desired.identityTags[TAG_COMMIT] !== undefined) return;
  // Nobody knows the commit of this revision: that of the one before it would be untrue.
  await ports.ecs.untagResource(serviceArn, [TAG_COMMIT]);
}
