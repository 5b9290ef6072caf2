import { ActionError, explainError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { FailureReport } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { isBystander } from "./bystanders.ts";
import type { ApplyInput, StepTools } from "./context.ts";
import { STOPPED_ALONG } from "./exit-codes.ts";
import { guessCause } from "./guess.ts";
import { describeTotal } from "./rollout-phase.ts";
import { classifyStop } from "./stop-reasons.ts";
import { describeTasks } from "./stopped-tasks.ts";
import type { TaskEnd } from "./task-watcher.ts";

/** Who started the task: letters, digits, hyphens and slashes, 128 at most (RunTask API reference, `startedBy`). */
const STARTED_BY = "dagster-ecs-deploy/load-check";
/** Milliseconds before a task that found no room is started again; the emptier the region, the longer it takes. */
const CAPACITY_PAUSE_MS = 15_000;
const UNTOUCHED = "The service was not touched.";
/** ECS stops a task within two minutes, but its answer to StopTask comes at once. */
const STOP_REASON = "dagster-ecs-deploy: the load check has ended";

/** The code of a location could not be loaded; its service has not been touched. */
export class LoadCheckFailure extends ActionError {
  readonly failure: FailureReport;

  constructor(message: string, failure: FailureReport) {
    super("load-check", message, { source: "user" });
    this.failure = failure;
  }
}

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
  const deadline = startedAt + (input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000);
  const end = await runUntilItEnds(step, desired, taskDefinitionArn, deadline, input, tools);
  if (end.kind === "stopped" && exitCodeOf(end.task) === 0) {
    const seconds = Math.round((tools.clock.now() - startedAt) / 1_000);
    input.onProgress(step.location, `load check passed in ${seconds} s`);
    return;
  }
  throw new LoadCheckFailure(
    describeEnd(end, desired, input),
    await explain(end, step, desired, taskDefinitionArn, input, tools),
  );
}

/** A task that AWS could not start, for a reason that passes, is started again while there is time. */
async function runUntilItEnds(
  step: Step,
  desired: DesiredLocation,
  taskDefinitionArn: string,
  deadline: number,
  input: ApplyInput,
  tools: StepTools,
): Promise<TaskEnd> {
  const tags = { ...desired.userTags, ...desired.identityTags, ...input.runTags };
  const request = loadCheckRequest(step, desired, taskDefinitionArn);
  let hasWaited = false;
  for (;;) {
    const task = await tools.ecs.runTask(request, tags).catch((error: unknown) => {
      if (!isOutOfCapacity(error)) throw error;
      if (tools.clock.now() + CAPACITY_PAUSE_MS >= deadline) throw withoutCapacity(error);
      if (!hasWaited) input.onProgress(step.location, `load check waits for capacity: ${error.message}`);
      hasWaited = true;
    });
    if (task !== undefined) {
      const arn = task.taskArn ?? "";
      input.onProgress(step.location, `load check started (task ${lastSegment(arn)})`);
      const end = await tools.tasks.untilStopped(arn, deadline);
      if (end.kind !== "stopped") await tools.ecs.stopTask(step.cluster, arn, STOP_REASON).catch(() => undefined);
      const mayPass = end.kind === "stopped" && classifyStop(end.task) === "transient";
      if (!mayPass || tools.clock.now() >= deadline) return end;
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

function withoutCapacity(error: ActionError): ActionError {
  const { code, message, source } = error;
  return new ActionError(code, `The load check could not start: ${message} ${UNTOUCHED}`, { source, cause: error });
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

function exitCodeOf(task: EcsTask): number | undefined {
  return task.containers?.find(({ name }) => name === CODE_SERVER_CONTAINER)?.exitCode;
}

/** How it ended, without what was found out about it: for that there is the report. */
function describeEnd(end: TaskEnd, desired: DesiredLocation, { rolloutTimeoutMs }: ApplyInput): string {
  switch (end.kind) {
    case "stopped":
      return `${describeStopped(end.task)}. ${UNTOUCHED}`;
    case "timed-out":
      return `The load check did not end within ${describeLate(end.task, desired, rolloutTimeoutMs)} ${UNTOUCHED}`;
    case "interrupted":
    case "lost":
      return `The load check did not end: ${end.reason.replace(/\.$/, "")}. ${UNTOUCHED}`;
  }
}

/** What ran out, what the task was doing, and which setting gives it more time. */
function describeLate(task: EcsTask | undefined, desired: DesiredLocation, total: number | undefined): string {
  const status = task?.lastStatus;
  const doing = status === undefined ? "ECS does not show its task" : `its task is ${status}`;
  const [setting, cause] =
    status === "RUNNING"
      ? ["`server_process_startup_timeout`", "the code takes longer to load"]
      : ["`ecs_timeout`", "pulling the image or placing the task takes longer"];
  if (total !== undefined) return `${describeTotal(total)}: ${doing}. Raise \`wait-timeout-minutes\` if ${cause}.`;
  const bound = `${desired.rolloutTimeout} seconds (\`ecs_timeout\` and \`server_process_startup_timeout\`)`;
  return `${bound}: ${doing}. Raise ${setting} if ${cause}.`;
}

function describeStopped(task: EcsTask): string {
  const exitCode = exitCodeOf(task);
  if (exitCode === undefined) return "The load check could not start";
  if (classifyStop(task) === "intended") {
    const why = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
    return `The load check was cut short: its task was stopped from outside${why}`;
  }
  const first = exitCode === STOPPED_ALONG ? task.containers?.find(endedByItself) : undefined;
  return first === undefined
    ? `The code could not be loaded (\`dagster definitions validate\` exited with ${exitCode})`
    : `The load check was cut short: the container ${first.name} ended first, with exit code ${first.exitCode}`;
}

function endedByItself({ name, exitCode }: NonNullable<EcsTask["containers"]>[number]): boolean {
  return exitCode !== undefined && exitCode !== STOPPED_ALONG && !isBystander(name);
}

async function explain(
  end: TaskEnd,
  step: Step,
  desired: DesiredLocation,
  taskDefinitionArn: string,
  input: ApplyInput,
  { clock, logs }: StepTools,
): Promise<FailureReport> {
  const task = end.kind === "stopped" || end.kind === "timed-out" ? end.task : undefined;
  const context = { body: desired.taskDefinition.body, redact: input.redact };
  const telling = task === undefined ? [] : [{ task, alike: 0 }];
  const stoppedTasks = await describeTasks(telling, context, { logs, clock, signal: input.signal });
  const guess = guessCause({ stoppedTasks, events: [] });
  const running = step.base.taskDefinitionArn;
  return {
    phase: "load check, before the service is touched",
    events: [],
    stoppedTasks,
    image: desired.image.reference,
    taskDefinitionArn,
    leftState:
      running === undefined ? "not created" : `untouched, on ${lastSegment(running)} (the revision it ran before)`,
    ...(guess !== undefined && { guess }),
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
