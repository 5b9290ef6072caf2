import { ActionError, explainError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import { INTERRUPTED_CODE, NOT_SENT_CODE } from "../model/aws-error-codes.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { Step } from "../model/plan.ts";
import type { ApplyInput, StepTools } from "./context.ts";
import { type CheckEnd, exitCodeOf, explainCheckEnd, explainRefusedCheck } from "./load-check-report.ts";
import { classifyStop } from "./stop-reasons.ts";
import { SUPERSEDED } from "./turn.ts";

/** Who started the task: letters, digits, hyphens and slashes, 128 at most (RunTask API reference, `startedBy`). */
const STARTED_BY = "dagster-ecs-deploy/load-check";
/** Milliseconds before a task that found no room is started again; the emptier the region, the longer it takes. */
const CAPACITY_PAUSE_MS = 15_000;
/** ECS stops a task within two minutes, but its answer to StopTask comes at once. */
const STOP_REASON = "dagster-ecs-deploy: the load check has ended";

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
  for (;;) {
    const task = await tools.ecs.runTask(request, tags).catch((error: unknown) => {
      if (!isOutOfCapacity(error) || tools.clock.now() + CAPACITY_PAUSE_MS >= deadline) throw error;
    });
    if (task !== undefined) {
      const arn = task.taskArn ?? "";
      input.onProgress(step.location, `load check started (task ${lastSegment(arn)})`);
      const end = await tools.tasks.untilStopped(arn, deadline);
      if (end.kind !== "stopped") return { ...end, ...(await stop(step.cluster, arn, tools)) };
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

/** Never rejects. */
async function stop(cluster: string, arn: string, { ecs }: StepTools): Promise<Pick<CheckEnd, "stillRuns">> {
  try {
    await ecs.stopTask(cluster, arn, STOP_REASON);
    return {};
  } catch (error) {
    return { stillRuns: { taskId: lastSegment(arn), why: explainError(error) } };
  }
}

/** RunTask API reference, `failures`: reasons that begin so, and Fargate's own sentence. */
function isOutOfCapacity(error: unknown): boolean {
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
    startedBy: STARTED_BY,
  };
}

/** A revision that this run registered and that does not load is of no use to anybody. Never rejects. */
export async function withdrawRevision(taskDefinitionArn: string, input: ApplyInput, tools: StepTools): Promise<void> {
  try {
    await tools.ecs.deregisterTaskDefinition(taskDefinitionArn);
  } catch (error) {
    input.onProgress(lastSegment(taskDefinitionArn), `the revision was not deregistered: ${explainError(error)}`);
  }
}
