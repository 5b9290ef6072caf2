import { DescribeTasksCommand, type DesiredStatus, type ECSClient, ListTasksCommand } from "@aws-sdk/client-ecs";
import { chunk, mapConcurrently } from "../concurrency.ts";
import type { EcsTask } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** DescribeTasks and ListTasks API references: at most 100. */
const TASKS_PER_CALL = 100;
const BATCHES_AT_ONCE = 4;
/** As many stopped tasks as can explain a failure; ECS keeps them for about an hour. */
const STOPPED_TASKS = 10;

type TaskCalls = Pick<EcsPort, "describeStoppedTasks" | "describeRunningTasks">;

/** The calls about the tasks of a service. */
export function createTaskCalls(client: () => ECSClient, call: Call): TaskCalls {
  const describeTasks = async (cluster: string, serviceName: string, desiredStatus: DesiredStatus) => {
    const arns = await readAllPages(async (nextToken) => {
      const answer = await call({ action: "ecs:ListTasks", resource: serviceName, cluster }, () =>
        client().send(
          new ListTasksCommand({ cluster, serviceName, desiredStatus, maxResults: TASKS_PER_CALL, nextToken }),
        ),
      );
      return { items: answer.taskArns ?? [], next: answer.nextToken };
    });
    const answers = await mapConcurrently(chunk(arns, TASKS_PER_CALL), BATCHES_AT_ONCE, (batch) =>
      call({ action: "ecs:DescribeTasks", resource: serviceName, cluster }, () =>
        client().send(new DescribeTasksCommand({ cluster, tasks: [...batch] })),
      ),
    );
    // A task that ECS has forgotten since ListTasks is among the failures of the answer: it explains nothing.
    return answers.flatMap(({ tasks }) => tasks ?? []);
  };

  return {
    async describeStoppedTasks(cluster, service) {
      const tasks = await describeTasks(cluster, service, "STOPPED");
      return tasks.sort((left, right) => stopTimeOf(right) - stopTimeOf(left)).slice(0, STOPPED_TASKS);
    },
    describeRunningTasks: (cluster, service) => describeTasks(cluster, service, "RUNNING"),
  };
}

/** A task that is still stopping has no time yet: it is the newest. */
function stopTimeOf(task: EcsTask): number {
  return (task.stoppedAt ?? task.stoppingAt)?.getTime() ?? Number.POSITIVE_INFINITY;
}
