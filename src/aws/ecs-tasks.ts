import {
  DescribeTasksCommand,
  type DesiredStatus,
  type ECSClient,
  ListTasksCommand,
  RunTaskCommand,
  type RunTaskCommandInput,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import { chunk, mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";
import { requireMember } from "./missing-answer.ts";
import { toEcsTags } from "./tags.ts";

/** DescribeTasks and ListTasks API references: at most 100. */
const TASKS_PER_CALL = 100;
const BATCHES_AT_ONCE = 4;

type TaskCalls = Pick<
  EcsPort,
  "describeStoppedTasks" | "describeRunningTasks" | "describeTasksOfFamily" | "describeTasks" | "runTask" | "stopTask"
>;

/** Which tasks of a cluster: those of a service, or those of a family. */
type TaskFilter = { readonly serviceName: string } | { readonly family: string };

/** The calls about tasks. */
export function createTaskCalls(client: () => ECSClient, call: Call): TaskCalls {
  const describeTasks = async (cluster: string, arns: readonly string[], resource: string) => {
    const answers = await mapConcurrently(chunk(arns, TASKS_PER_CALL), BATCHES_AT_ONCE, (batch) =>
      call({ action: "ecs:DescribeTasks", resource, cluster }, () =>
        client().send(new DescribeTasksCommand({ cluster, tasks: [...batch] })),
      ),
    );
    // A task that ECS has forgotten since ListTasks is among the failures of the answer: it explains nothing.
    return answers.flatMap(({ tasks }) => tasks ?? []);
  };

  const findTasks = async (cluster: string, filter: TaskFilter, desiredStatus: DesiredStatus) => {
    const resource = "family" in filter ? filter.family : filter.serviceName;
    const arns = await readAllPages(async (nextToken) => {
      const answer = await call({ action: "ecs:ListTasks", resource, cluster }, () =>
        client().send(
          new ListTasksCommand({ cluster, ...filter, desiredStatus, maxResults: TASKS_PER_CALL, nextToken }),
        ),
      );
      return { items: answer.taskArns ?? [], next: answer.nextToken };
    });
    return describeTasks(cluster, arns, resource);
  };

  return {
    async describeStoppedTasks(cluster, serviceName) {
      const tasks = await findTasks(cluster, { serviceName }, "STOPPED");
      return tasks.sort((left, right) => stopTimeOf(right) - stopTimeOf(left));
    },

    describeRunningTasks: (cluster, serviceName) => findTasks(cluster, { serviceName }, "RUNNING"),

    describeTasksOfFamily: (cluster, family) => findTasks(cluster, { family }, "RUNNING"),

    describeTasks: (cluster, arns) => describeTasks(cluster, arns, cluster),

    async runTask(request, tags) {
      const { cluster, taskDefinition } = request;
      // Without a token of ours the SDK makes one for each attempt, and a lost answer a second task.
      const clientToken = request.clientToken ?? crypto.randomUUID();
      const input = { ...request, clientToken, count: 1, tags: toEcsTags(tags) } as unknown as RunTaskCommandInput;
      const answer = await call(
        {
          action: "ecs:RunTask",
          ...(typeof taskDefinition === "string" && { resource: taskDefinition }),
          ...(typeof cluster === "string" && { cluster }),
        },
        () => client().send(new RunTaskCommand(input)),
      );
      const failure = answer.failures?.[0];
      if (failure !== undefined) {
        const detail = failure.detail === undefined ? "" : ` (${failure.detail})`;
        throw new ActionError(
          failure.reason ?? "RunTaskFailure",
          `ECS could not place the task: ${failure.reason?.replace(/\.$/, "") ?? "no reason given"}${detail}.`,
          { source: "aws" },
        );
      }
      return requireMember(answer.tasks?.[0], "ecs:RunTask", "tasks");
    },

    async stopTask(cluster, arn, reason) {
      try {
        await call({ action: "ecs:StopTask", resource: arn, cluster }, () =>
          client().send(new StopTaskCommand({ cluster, task: arn, reason })),
        );
      } catch (error) {
        if (!isForgotten(error)) throw error;
      }
    },
  };
}

/** StopTask names a task ECS no longer knows only in the text of an InvalidParameterException. */
function isForgotten(error: unknown): boolean {
  return (
    error instanceof ActionError &&
    error.code === "InvalidParameterException" &&
    /task was not found/i.test(error.message)
  );
}

/** A task that is still stopping has no time yet: it is the newest. */
function stopTimeOf(task: EcsTask): number {
  return (task.stoppedAt ?? task.stoppingAt)?.getTime() ?? Number.POSITIVE_INFINITY;
}
