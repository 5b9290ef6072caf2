import { ActionError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { FailureReport, StoppedTaskReport } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { withoutBystanders } from "./bystanders.ts";
import type { ApplyInput, StepTools } from "./context.ts";
import { STOPPED_ALONG } from "./exit-codes.ts";
import { guessCause } from "./guess.ts";
import { describeTotal } from "./rollout-phase.ts";
import { classifyStop } from "./stop-reasons.ts";
import { describeTasks } from "./stopped-tasks.ts";
import type { TaskEnd } from "./task-watcher.ts";

/** The code of a location could not be loaded, or nobody could find out; its service has not been touched. */
export class LoadCheckFailure extends ActionError {
  readonly failure: FailureReport;

  constructor(message: string, failure: FailureReport, cause?: ActionError) {
    super(cause?.code ?? "load-check", message, {
      source: cause?.source ?? "user",
      ...(cause?.hint !== undefined && { hint: cause.hint }),
      cause,
    });
    this.failure = failure;
  }
}

/** What is checked. */
export interface LoadCheck {
  readonly step: Step;
  readonly desired: DesiredLocation;
  readonly taskDefinitionArn: string;
  readonly timeoutMs: number;
}

/** How the task of a load check ended; `stillRuns`: why it could not be stopped. */
export type CheckEnd = TaskEnd & { readonly stillRuns?: { readonly taskId: string; readonly why: string } };

/** Exit code of the container that loads the code; undefined when it has not ended by itself. */
export function exitCodeOf(task: EcsTask): number | undefined {
  return task.containers?.find(({ name }) => name === CODE_SERVER_CONTAINER)?.exitCode;
}

/** For a load check whose task ECS would not run. Its code and hint are those of the refusal. */
export function explainRefusedCheck(refusal: ActionError, check: LoadCheck): LoadCheckFailure {
  const message = `The load check could not start: ${asSentence(refusal.message)} ${UNTOUCHED}`;
  return new LoadCheckFailure(message, report(check, []), refusal);
}

/** For a load check that did not end well: what was said, and the log. */
export async function explainCheckEnd(
  end: CheckEnd,
  check: LoadCheck,
  input: ApplyInput,
  { clock, logs }: StepTools,
): Promise<LoadCheckFailure> {
  const task = end.kind === "stopped" || end.kind === "timed-out" ? end.task : undefined;
  const telling = task === undefined ? [] : [{ task, alike: 0 }];
  const context = { body: check.desired.taskDefinition.body, redact: input.redact };
  const tasks = await describeTasks(telling, context, { logs, clock, signal: input.signal });
  return new LoadCheckFailure(describeEnd(end, check, input), report(check, tasks));
}

const UNTOUCHED = "The service was not touched.";

/** How it ended, without what was found out about it: for that there is the report. */
function describeEnd(end: CheckEnd, check: LoadCheck, input: ApplyInput): string {
  const { stillRuns } = end;
  const left =
    stillRuns === undefined
      ? ""
      : ` Its task ${stillRuns.taskId} may still run, because it could not be stopped: ${stillRuns.why}`;
  return `${asSentence(describeKind(end, check, input))} ${UNTOUCHED}${left}`;
}

function describeKind(end: CheckEnd, check: LoadCheck, input: ApplyInput): string {
  switch (end.kind) {
    case "stopped":
      return describeStopped(end.task);
    case "timed-out":
      return describeTimeout(end.task?.lastStatus, check, input);
    case "interrupted":
    case "lost":
      return `The load check did not end: ${end.reason}`;
  }
}

/** What ran out, what the task was doing, and which setting gives it more time. */
function describeTimeout(
  status: string | undefined,
  { timeoutMs }: LoadCheck,
  { rolloutTimeoutMs }: ApplyInput,
): string {
  const doing = status === undefined ? "ECS does not show its task" : `its task is ${status}`;
  const [setting, cause] =
    status === undefined || NOT_RUN_YET.has(status)
      ? ["`ecs_timeout`", "pulling the image or placing the task takes longer"]
      : ["`server_process_startup_timeout`", "the code takes longer to load"];
  return rolloutTimeoutMs === undefined
    ? `The load check did not end within ${timeoutMs / 1_000} seconds (\`ecs_timeout\` and \`server_process_startup_timeout\`): ${doing}. Raise ${setting} if ${cause}`
    : `The load check did not end within ${describeTotal(timeoutMs)}: ${doing}. Raise \`wait-timeout-minutes\` if ${cause}`;
}

/** Amazon ECS developer guide, "Amazon ECS task lifecycle". */
const NOT_RUN_YET: ReadonlySet<string> = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);

function describeStopped(task: EcsTask): string {
  const exitCode = exitCodeOf(task);
  if (classifyStop(task) === "intended") {
    const why = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
    return `The load check was cut short: its task was stopped from outside${why}`;
  }
  if (exitCode === undefined) return "The load check could not start";
  const first = exitCode === STOPPED_ALONG ? withoutBystanders(task.containers).find(endedByItself) : undefined;
  return first === undefined
    ? `The code could not be loaded (\`dagster definitions validate\` exited with ${exitCode})`
    : `The load check was cut short: the container ${first.name} ended first, with exit code ${first.exitCode}`;
}

function endedByItself({ exitCode }: NonNullable<EcsTask["containers"]>[number]): boolean {
  return exitCode !== undefined && exitCode !== STOPPED_ALONG;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function report(
  { step, desired, taskDefinitionArn }: LoadCheck,
  stoppedTasks: readonly StoppedTaskReport[],
): FailureReport {
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
