import { ActionError, explainError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import { INTERRUPTED_CODE, NOT_SENT_CODE } from "../model/aws-error-codes.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { Step } from "../model/plan.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import type { ApplyInput, StepTools } from "./context.ts";
import {
  type CheckEnd,
  exitCodeOf,
  explainCheckEnd,
  explainRefusedCheck,
  type LoadCheck,
} from "./load-check-report.ts";
import { LOAD_CHECK, stopForgottenLoadChecks, stopLoadCheck } from "./load-check-tasks.ts";
import { classifyStop } from "./stop-reasons.ts";
import { SUPERSEDED } from "./turn.ts";
import { revisionsOf } from "./used-revisions.ts";

/** Milliseconds before a task that found no room is started again; the emptier the region, the longer it takes. */
const CAPACITY_PAUSE_MS = 15_000;

/**
 * Runs the new revision once with `dagster definitions validate` in place of the code server: a code server that loads
 * lazily stays up with code that cannot be imported, so ECS would call that rollout completed. Rejects unless it ends
 * with 0 within the location's rollout timeout. Nothing of it is left: a task that still runs is stopped.
 */
export async function checkThatCodeLoads(
  step: Step,
  desired: DesiredLocation,
  taskDefinitionArn: string,
  input: ApplyInput,
  tools: StepTools,
): Promise<void> {
  const startedAt = tools.clock.now();
  const timeoutMs = input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000;
  const check = { step, desired, taskDefinitionArn, timeoutMs };
  await stopForgotten(check, startedAt - timeoutMs, input, tools);
  const end = await runUntilItEnds(step, desired, taskDefinitionArn, startedAt + timeoutMs, input, tools).catch(
    (error: unknown) => {
      throw isItsOwn(error) ? explainRefusedCheck(error, check) : error;
    },
  );
  if (end.kind === "stopped" && exitCodeOf(end.task) === 0) {
    const seconds = Math.round((tools.clock.now() - startedAt) / 1_000);
    input.onProgress(step.location, `load check passed in ${seconds} s`);
    return;
  }
  throw await explainCheckEnd(end, check, input, tools);
}

/** A run that was killed in a load check could not stop its task, which goes on where the code does not end. */
async function stopForgotten(
  { step, taskDefinitionArn }: LoadCheck,
  before: number,
  input: ApplyInput,
  { ecs }: StepTools,
): Promise<void> {
  const family = parseTaskDefinitionArn(taskDefinitionArn)?.family;
  if (family === undefined) return;
  const count = await stopForgottenLoadChecks({ cluster: step.cluster, family, before }, ecs);
  if (count > 0) input.onProgress(step.location, "stopped a load check that was left behind");
}

/** What ends the whole run, or gives way to another one, says nothing of the load check. */
function isItsOwn(error: unknown): error is ActionError {
  return error instanceof ActionError && !OF_THE_RUN.has(error.code);
}

const OF_THE_RUN: ReadonlySet<string> = new Set([SUPERSEDED, INTERRUPTED_CODE, NOT_SENT_CODE]);

/** A task that AWS could not start, for a reason that passes, is started again while there is time. */
async function runUntilItEnds(
  step: Step,
  desired: DesiredLocation,
  taskDefinitionArn: string,
  deadline: number,
  input: ApplyInput,
  tools: StepTools,
): Promise<CheckEnd> {
  const tags = { ...desired.userTags, ...desired.identityTags, ...input.runTags };
  const request = loadCheckRequest(step, desired, taskDefinitionArn);
  let hasWaited = false;
  for (;;) {
    const task = await tools.ecs.runTask(request, tags).catch((error: unknown) => {
      if (!isOutOfCapacity(error) || tools.clock.now() + CAPACITY_PAUSE_MS >= deadline) throw error;
      if (!hasWaited) input.onProgress(step.location, `load check waits for capacity: ${error.message}`);
      hasWaited = true;
    });
    if (task !== undefined) {
      const arn = task.taskArn ?? "";
      input.onProgress(step.location, `load check started (task ${lastSegment(arn)})`);
      const end = await tools.tasks.untilStopped(arn, deadline);
      if (end.kind !== "stopped") {
        const why = await stopLoadCheck(step.cluster, arn, tools.ecs);
        return why === undefined ? end : { ...end, stillRuns: { taskId: lastSegment(arn), why } };
      }
      if (classifyStop(end.task) !== "transient" || tools.clock.now() >= deadline) return end;
      input.onProgress(
        step.location,
        `load check starts again: ${input.redact(end.task.stoppedReason ?? "no reason given")}`,
      );
    }
    await tools.clock.sleep(CAPACITY_PAUSE_MS, input.signal);
    if (input.signal.aborted) return { kind: "interrupted", reason: "the run was interrupted" };
  }
}

/** RunTask API reference, `failures`: reasons that begin so, and Fargate's own sentence. */
function isOutOfCapacity(error: unknown): error is ActionError {
  return error instanceof ActionError && /^RESOURCE:|capacity is unavailable/i.test(`${error.code}\n${error.message}`);
}

function loadCheckRequest(step: Step, desired: DesiredLocation, taskDefinitionArn: string) {
  const { launchType, networkConfiguration } = desired.service.createRequest;
  return {
    cluster: step.cluster,
    taskDefinition: taskDefinitionArn,
    ...(launchType !== undefined && { launchType }),
    ...(networkConfiguration !== undefined && { networkConfiguration }),
    overrides: { containerOverrides: [{ name: CODE_SERVER_CONTAINER, command: desired.loadCheckCommand }] },
    startedBy: LOAD_CHECK,
  };
}

/**
 * A revision that this run registered and that does not load is of no use to anybody, unless another run has put the
 * service on it meanwhile. Never rejects.
 */
export async function withdrawRevision(
  taskDefinitionArn: string,
  { cluster, service: name }: Step,
  input: ApplyInput,
  { ecs }: StepTools,
): Promise<void> {
  try {
    const services = await ecs.describeServices(cluster, [name]);
    if (services.flatMap(revisionsOf).includes(taskDefinitionArn)) return;
    await ecs.deregisterTaskDefinition(taskDefinitionArn);
  } catch (error) {
    input.onProgress(lastSegment(taskDefinitionArn), `the revision was not deregistered: ${explainError(error)}`);
  }
}
