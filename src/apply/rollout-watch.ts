import type { EcsDeployment, EcsService, EcsServiceDeployment, EcsTask } from "../model/aws-shapes.ts";
import type { Clock, EcsPort } from "../ports.ts";
import { type DeploymentRecords, describeDenial } from "./deployment-records.ts";
import { FailedStops } from "./failed-stops.ts";
import { askForRollback } from "./rollback-request.ts";
import { RollbackWatch } from "./rollback-watch.ts";
import { describeTimeout, firstPhase, nextPhase, type PhaseState, phaseDeadline } from "./rollout-phase.ts";
import type { ReachedPhase, RolloutEnd, RolloutEndKind, RolloutTarget } from "./rollout-target.ts";
import { steadyAfter } from "./steadiness.ts";
import { describeCrash, stopsThatEndTheWait } from "./stop-reasons.ts";
import { judgeTasks, type TasksVerdict } from "./task-health.ts";
import {
  describeProgress,
  judgeEnd,
  missingIn,
  type RolloutEndView,
  tellsByItself,
  viewRollout,
  weighRecord,
} from "./verdict.ts";

/** How often tasks and record are looked at again when ECS says COMPLETED and they do not. */
const CONFIRM_INTERVAL_MS = 15_000;
/** A deployment that one read does not list may be there in the next. */
const MISSING_MS = 15_000;

/** A rollout that has failed, and ECS's way back from it. */
interface Settling {
  readonly kind: RolloutEndKind;
  readonly reason: string;
  readonly rollback: RollbackWatch;
}

/** What a watch needs of the world. */
export interface WatchDependencies {
  readonly ecs: EcsPort;
  readonly records: DeploymentRecords;
  readonly clock: Clock;
  readonly onProgress: (location: string, progress: string) => void;
  /** Whoever has this hears of all rollouts at once. */
  readonly onWaiting?: unknown;
}

/**
 * One rollout from ECS's answer to its end. It lives on looks at its service, which a poller shares out, and asks for
 * more (tasks, ECS's record) only when the answer decides something.
 */
export class RolloutWatch {
  readonly target: RolloutTarget;
  readonly #to: WatchDependencies;
  readonly #stops: FailedStops;
  #phase: PhaseState;
  readonly #reached: ReachedPhase[] = [];
  #createdAt: Date | undefined;
  #lastSeen: EcsService | undefined;
  #isSeen = false;
  #missingSince: number | undefined;
  /** Since when all tasks are running, and none has failed, by the looks so far. */
  #runningSince: number | undefined;
  #failures = 0;
  #confirmAt = 0;
  #progress = "";
  #settling: Settling | undefined;
  /** That its tasks keep failing, once they have failed too often. */
  #crash: string | undefined;

  constructor(target: RolloutTarget, dependencies: WatchDependencies) {
    this.target = target;
    this.#to = dependencies;
    this.#stops = new FailedStops(dependencies.ecs, target);
    this.#phase = firstPhase(target.begunAt);
    this.#reach(this.#phase.phase, target.begunAt);
  }

  /** What the rollout is at, for people; empty before the first look. */
  get progress(): string {
    return this.#progress;
  }

  /** When the wait is over, whatever the next look shows; milliseconds since the epoch. */
  get deadline(): number {
    const { limits, begunAt } = this.target;
    return this.#settling?.rollback.deadline ?? phaseDeadline(this.#phase, limits, begunAt);
  }

  /**
   * Takes a look at the service; undefined when DescribeServices does not know it. Resolves with the end, or with
   * undefined while the rollout goes on. Rejects with what a question to AWS failed with; the next look asks again.
   */
  async look(service: EcsService | undefined): Promise<RolloutEnd | undefined> {
    const now = this.#to.clock.now();
    const { ecsDeploymentId, begunAt, gracePeriod } = this.target;
    this.#lastSeen = service ?? this.#lastSeen;
    if (this.#settling !== undefined) return this.#settle(this.#settling, service, now);
    const view = viewRollout(ecsDeploymentId, this.#isSeen, service);
    const isInGrace = now < begunAt + gracePeriod;
    if (view.kind === "not-shown") {
      if (isInGrace) return this.#wait(`ECS does not show the ${view.missing} yet`);
      return view.missing === "service" ? this.#endNeverShown() : this.#judge(missingIn(service), service, now);
    }
    if (view.kind === "deleted" || service === undefined) {
      // A read that is not up to date does not know a service that was just made, or shows the one it replaces.
      if (isInGrace) return this.#wait("ECS does not show the service");
      return this.#end("gone", "the ECS service was deleted during its rollout", service);
    }
    if (view.kind === "ended") return this.#judge(view, service, now);
    return this.#follow(view.ours, view.kind === "completed", service, now);
  }

  /** Ends the watch from outside. A rollout that has failed already ends as that. */
  breakOff(kind: "unknown" | "interrupted", reason: string, canAsk: boolean): RolloutEnd {
    const settling = this.#settling;
    const known = settling?.reason ?? this.#crash;
    return {
      kind: settling?.kind ?? (known === undefined ? kind : "crashing"),
      reason: known === undefined ? reason : `${known}; ${reason}`,
      phase: this.#phase,
      reached: this.#reached,
      service: this.#lastSeen,
      createdAt: this.#createdAt,
      isCurrent: false,
      rollback: settling?.rollback.hasBegun ? "unfinished" : "none",
      canAsk,
    };
  }

  async #follow(
    ours: EcsDeployment,
    isCompleted: boolean,
    service: EcsService,
    now: number,
  ): Promise<RolloutEnd | undefined> {
    this.#isSeen = true;
    this.#createdAt = ours.createdAt;
    this.#missingSince = undefined;
    // A new deployment is shown with a desired count of 0 until the scheduler has looked at it.
    const desiredCount = service.desiredCount ?? ours.desiredCount ?? 1;
    const failed = await this.#stops.look(ours, service);
    if (failed.length >= stopsThatEndTheWait(desiredCount)) return this.#giveUp(failed, ours, now);
    const allRunning = (ours.runningCount ?? 0) >= desiredCount;
    this.#advance(allRunning, undefined, now);
    // A task may fail, and another one take its place, between two looks.
    if (!allRunning || failed.length > this.#failures) this.#runningSince = undefined;
    this.#failures = failed.length;
    if (allRunning) this.#runningSince ??= now;
    const isSteady = desiredCount === 0 || this.#isSteady(failed, now);
    const isToConfirm = isCompleted && isSteady && now >= this.#confirmAt;
    const isOverdue = now >= this.deadline;
    let tasks: TasksVerdict | undefined;
    if (isToConfirm || isOverdue) {
      tasks = await this.#lookAtTasks(desiredCount);
      this.#advance(allRunning, tasks, now);
      this.#confirmAt = now + CONFIRM_INTERVAL_MS;
    }
    if (isToConfirm && tasks?.kind === "running") {
      const end = await this.#confirm(ours, service);
      if (end !== undefined) return end;
    }
    const progress = tasks === undefined || tasks.kind === "running" ? describeProgress(ours) : tasks.reason;
    if (now >= this.deadline) {
      const { limits, begunAt } = this.target;
      return this.#end("timed-out", describeTimeout(this.#phase, limits, begunAt, progress), service);
    }
    return this.#wait(this.#phase.phase === "health-check" ? `${progress}, waiting to be HEALTHY` : progress);
  }

  #advance(allRunning: boolean, tasks: TasksVerdict | undefined, now: number): void {
    const isChecked = this.target.containers.checked.length > 0;
    this.#phase = nextPhase(this.#phase, { allRunning, isChecked, tasks }, now);
    this.#reach(this.#phase.phase, now);
  }

  /** A crash loop comes to the same phases again and again: only the first time tells something. */
  #reach(name: ReachedPhase["name"], since: number): void {
    if (this.#reached.every((phase) => phase.name !== name)) this.#reached.push({ name, since });
  }

  /** Health checks have watched the start; what has none, or where tasks have failed before, time has to. */
  #isSteady(failed: readonly EcsTask[], now: number): boolean {
    if (this.#runningSince === undefined) return false;
    const { essential, checked } = this.target.containers;
    if (essential.every((name) => checked.includes(name)) && failed.length === 0) return true;
    return now - this.#runningSince >= steadyAfter(failed);
  }

  async #lookAtTasks(desiredCount: number): Promise<TasksVerdict> {
    const { cluster, service, ecsDeploymentId, containers } = this.target;
    if (desiredCount === 0) return { kind: "running" };
    const tasks = await this.#to.ecs.describeRunningTasks(cluster, service);
    const own = tasks.filter(({ startedBy }) => startedBy === ecsDeploymentId);
    return judgeTasks(own, desiredCount, containers);
  }

  /** `deployments[]` and the tasks say that it worked: ECS's record must not contradict. */
  async #confirm(ours: EcsDeployment, service: EcsService): Promise<RolloutEnd | undefined> {
    const record = await this.#findRecord();
    switch (weighRecord(record)) {
      case "agrees":
        return this.#end("succeeded", "", service);
      case "contradicts":
        return this.#judgeWith(record, { kind: "ended", how: "displaced", ours }, service);
      case "open":
        return undefined;
    }
  }

  async #judge(view: RolloutEndView, service: EcsService | undefined, now: number): Promise<RolloutEnd | undefined> {
    this.#missingSince ??= now;
    // What `deployments[]` says by itself is not kept back because its record cannot be read.
    const record = await this.#findRecord().catch((error: unknown) => {
      if (!tellsByItself(view)) throw error;
      return undefined;
    });
    const mayBeStale = view.how === "missing" && record === undefined && now < this.#missingSince + MISSING_MS;
    const end = mayBeStale ? undefined : this.#judgeWith(record, view, service);
    if (end !== undefined) return end;
    if (this.#settling !== undefined) return this.#settle(this.#settling, service, now);
    if (now >= this.deadline) {
      return this.#end("unknown", "ECS did not show in time what became of the deployment", service);
    }
    return this.#wait("ECS does not show the deployment");
  }

  #judgeWith(
    record: EcsServiceDeployment | undefined,
    view: RolloutEndView,
    service: EcsService | undefined,
  ): RolloutEnd | undefined {
    const { taskDefinitionArn, rollbackOnFailure } = this.target;
    const verdict = judgeEnd(view, record, { taskDefinitionArn, createdAt: this.#createdAt, rollbackOnFailure });
    if (verdict === undefined) return undefined;
    if (!verdict.rollsBack) return this.#end(verdict.kind, verdict.reason, service);
    this.#awaitRollback(verdict.kind, verdict.reason);
    return undefined;
  }

  async #giveUp(failed: readonly EcsTask[], ours: EcsDeployment, now: number): Promise<RolloutEnd | undefined> {
    this.#crash = describeCrash(failed, ours, this.target.containers);
    const record = await this.#findRecord();
    const { isRequested, consequence } = await askForRollback(
      ours,
      record,
      { rollbackOnFailure: this.target.rollbackOnFailure, deniedAction: this.#to.records.deniedAction },
      this.#to.ecs,
    );
    const reason = `${this.#crash}: ${consequence}`;
    if (!isRequested) return this.#end("crashing", reason, this.#lastSeen);
    this.#awaitRollback("crashing", reason);
    return this.#settling && this.#settle(this.#settling, this.#lastSeen, now);
  }

  #awaitRollback(kind: RolloutEndKind, reason: string): void {
    const now = this.#to.clock.now();
    const rollback = new RollbackWatch(this.target.ecsDeploymentId, now);
    this.#reach("rollback", now);
    this.#settling = { kind, reason, rollback };
  }

  #settle({ kind, reason, rollback }: Settling, service: EcsService | undefined, now: number): RolloutEnd | undefined {
    const view = rollback.look(service, now);
    if (view.kind === "going-on") return this.#wait(view.progress);
    return { ...this.#end(kind, reason, service), rollback: view.rollback };
  }

  async #findRecord(): Promise<EcsServiceDeployment | undefined> {
    const { records, onProgress } = this.#to;
    const before = records.deniedAction;
    const record = await records.find({ ...this.target, createdAt: this.#createdAt });
    if (records.deniedAction !== before) onProgress(this.target.location, describeDenial(records.deniedAction));
    return record;
  }

  #endNeverShown(): RolloutEnd {
    const seconds = this.target.gracePeriod / 1_000;
    const reason = `ECS did not show the service within ${seconds} seconds (\`ecs_grace_period\`). Raise it if ECS takes longer to know a new service.`;
    return this.#end("gone", reason, undefined);
  }

  #end(kind: RolloutEndKind, reason: string, service: EcsService | undefined): RolloutEnd {
    return {
      kind,
      reason,
      phase: this.#phase,
      reached: this.#reached,
      service,
      createdAt: this.#createdAt,
      isCurrent: true,
      rollback: "none",
      canAsk: true,
    };
  }

  #wait(progress: string): undefined {
    if (progress === this.#progress) return;
    this.#progress = progress;
    if (this.#to.onWaiting === undefined) this.#to.onProgress(this.target.location, progress);
  }
}
