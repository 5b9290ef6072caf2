import type { EcsDeployment, EcsService, EcsTask } from "../model/aws-shapes.ts";
import type { EcsPort } from "../ports.ts";
import { classifyStop } from "./stop-reasons.ts";

/** What a look at the service told about the tasks of the deployment. */
interface Counts {
  readonly failed: number;
  readonly running: number;
  readonly started: number;
}

/**
 * The failed tasks of one ECS deployment. Stopped tasks are asked for only when a look at the service gives a reason
 * to: most rollouts never do.
 */
export class FailedStops {
  readonly #ecs: EcsPort;
  readonly #target: { readonly cluster: string; readonly service: string; readonly ecsDeploymentId: string };
  #counts: Counts = { failed: 0, running: 0, started: 0 };
  /** A task that is still stopping counts once it has stopped, and that changes no number of the service. */
  #isOneStopping = false;
  #tasks: readonly EcsTask[] = [];

  constructor(
    ecs: EcsPort,
    target: { readonly cluster: string; readonly service: string; readonly ecsDeploymentId: string },
  ) {
    this.#ecs = ecs;
    this.#target = target;
  }

  /** The tasks that failed, the newest first; transient stops and those that ECS or a person chose are left out. */
  async look(ours: EcsDeployment, service: EcsService): Promise<readonly EcsTask[]> {
    const { cluster, service: name, ecsDeploymentId } = this.#target;
    const counts: Counts = {
      failed: ours.failedTasks ?? 0,
      running: ours.runningCount ?? 0,
      started: countStarted(service, ours),
    };
    const isReason = this.#isOneStopping || isReasonToLook(this.#counts, counts, ours.desiredCount ?? 0);
    if (isReason) {
      const stopped = await this.#ecs.describeStoppedTasks(cluster, name);
      const own = stopped.filter(({ startedBy }) => startedBy === ecsDeploymentId);
      const failed = own.filter((task) => task.lastStatus === "STOPPED" && classifyStop(task) === "failure");
      this.#tasks = failed;
      this.#isOneStopping = own.some(({ lastStatus }) => lastStatus !== "STOPPED");
    }
    this.#counts = counts;
    return this.#tasks;
  }
}

function isReasonToLook(before: Counts, now: Counts, desiredCount: number): boolean {
  return (
    now.failed > before.failed ||
    now.running < before.running ||
    // ECS does not count a task that ran for a while as failed; that it started another one shows it.
    (now.started > before.started && now.started > desiredCount)
  );
}

/** `(service x) has started 2 tasks: (task a) (task b).`, since the deployment began; by ECS's own clock. */
function countStarted(service: EcsService, ours: EcsDeployment): number {
  const since = ours.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return (service.events ?? [])
    .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since)
    .reduce((sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message ?? "")?.[1] ?? 0), 0);
}
