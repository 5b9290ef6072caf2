import type { LocationOutcome, OutcomeStatus } from "../model/outcome.ts";
import type { RunningStep, StepWork } from "./begin-step.ts";
import { beginStep, type ContestedWork, writeAgain } from "./contested-steps.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { type Expected, judgeLastLook } from "./last-look.ts";
import { outcomeOf } from "./location-outcome.ts";
import { finishRollout } from "./rollout-outcome.ts";

/** Outcomes that say that a location runs what was asked. */
const GREEN: ReadonlySet<OutcomeStatus> = new Set(["succeeded", "unchanged", "started"]);

/** What a look says that has to be done about. */
interface Findings {
  /** To be written again. */
  readonly lost: readonly RunningStep[];
  /** To be watched again. */
  readonly down: readonly RunningStep[];
}

const NOTHING_FOUND: Findings = { lost: [], down: [] };

/**
 * Looks whether every location still is what this run made of it or found, writes again what an older run has written
 * over, and watches again what does not run any more. One batched look, and one more after each round of that.
 * `outcomes` are by service; what changes is in the answer. Never rejects.
 */
export async function settle(
  outcomes: ReadonlyMap<string, LocationOutcome>,
  work: StepWork,
  contested: ContestedWork,
): Promise<ReadonlyMap<string, LocationOutcome>> {
  const settled = new Map(outcomes);
  const watchedAgain = new Set<string>();
  for (;;) {
    const { lost, down } = work.input.signal.aborted ? NOTHING_FOUND : await lookOnce(settled, work, contested);
    // One that comes up and goes down again and again is not waited for for ever.
    const fallen = down.filter(({ step }) => !watchedAgain.has(step.service));
    for (const { step } of fallen) watchedAgain.add(step.service);
    for (const running of down.filter((each) => !fallen.includes(each))) {
      settled.set(running.step.service, outcomeOf(running.step, "failed", "none of its tasks stays up"));
    }
    if (lost.length + fallen.length === 0) return settled;
    const again = await Promise.all([
      ...lost.map(async (running) => {
        const rewritten = await writeAgain(running.step, work, contested);
        const outcome = rewritten === undefined ? givenUp(running) : await rewritten.ended;
        return [running.step.service, outcome] as const;
      }),
      ...fallen.map(async (running) => {
        const { service } = running.step;
        const outcome = await watchAgain(running, work);
        return [service, outcome.status === "succeeded" ? settled.get(service) : outcome] as const;
      }),
    ]);
    for (const [service, outcome] of again) if (outcome !== undefined) settled.set(service, outcome);
  }
}

/** Watches a rollout that had ended well, from now on. */
async function watchAgain({ step, begun: before }: RunningStep, work: StepWork): Promise<LocationOutcome> {
  const { input, ports, watcher, whenTaken } = work;
  const desired = input.desired.get(step.location);
  const { ecsDeploymentId = step.base.ecsDeploymentId, taskDefinitionArn = step.base.taskDefinitionArn } = before ?? {};
  if (desired === undefined || ecsDeploymentId === undefined || taskDefinitionArn === undefined) {
    return outcomeOf(step, "failed", "none of its tasks runs any more");
  }
  const begun = { ecsDeploymentId, taskDefinitionArn };
  return finishRollout(step, desired, begun, ports.clock.now(), input, ports, watcher, whenTaken);
}

/** Removes, with `prune`, what an older run has made since the plan and this run's configuration does not have. */
export async function removeNewlyAbandoned(
  work: StepWork,
  contested: ContestedWork,
): Promise<ReadonlyMap<string, LocationOutcome>> {
  const { contest, turn, current } = contested;
  if (turn.newer !== undefined || work.input.signal.aborted) return new Map();
  const found = (await contest.findAbandoned?.().catch(() => [])) ?? [];
  const steps = found.filter(({ service }) => (current.get(service)?.step.action ?? "delete") === "delete");
  return new Map(
    await Promise.all(
      steps.map(async (step) => [step.service, await (await beginStep(step, work, contested)).ended] as const),
    ),
  );
}

/** The locations to do something about; what a look says of the others is put into `settled`. */
async function lookOnce(
  settled: Map<string, LocationOutcome>,
  { input, ports }: StepWork,
  { turn, current }: ContestedWork,
): Promise<Findings> {
  const looked = [...current.values()].filter(({ step }) => GREEN.has(settled.get(step.service)?.status ?? "failed"));
  if (looked.length === 0) return NOTHING_FOUND;
  // The rollouts were watched on their own: a look that cannot be had takes nothing from what they have shown.
  const found = await ports.ecs
    .describeServices(
      input.plan.request.cluster,
      looked.map(({ step }) => step.service),
    )
    .catch(() => undefined);
  if (found === undefined) return NOTHING_FOUND;
  // A Cloud Map service without an ECS service may have been on its way out when this run took it.
  const isTaken = looked.some(({ step }) => step.action === "create" && input.registries.has(step.location));
  const registries = isTaken || turn.rivalSeen ? await readRegistries(input, ports) : undefined;
  const byName = new Map(found.map((service) => [service.serviceName, service]));
  const lost: RunningStep[] = [];
  const down: RunningStep[] = [];
  for (const running of looked) {
    const { step } = running;
    const outcome = settled.get(step.service);
    const expected = expectedOf(running, outcome?.status);
    const finding = judgeLastLook(expected, byName.get(step.service), turn, registries);
    if (finding.kind === "superseded") {
      settled.set(step.service, outcomeOf(step, "superseded", turn.explain(finding.by)));
    } else if (finding.kind === "changed") {
      const message = `somebody else has changed it while this run was at work: ${finding.text}`;
      settled.set(step.service, { ...outcome, ...outcomeOf(step, "failed", message) });
    }
    if (finding.kind === "overwritten") lost.push(running);
    if (finding.kind === "down" && input.wait) down.push(running);
  }
  return { lost, down };
}

async function readRegistries(input: ApplyInput, ports: ApplyPorts): Promise<ReadonlySet<string> | undefined> {
  const services = await ports.discovery.listServices(input.namespaceId).catch(() => undefined);
  return services && new Set([...services.values()].map(({ arn }) => arn));
}

function expectedOf({ step, begun }: RunningStep, status: OutcomeStatus | undefined): Expected {
  if (step.action === "delete") return { kind: "removed" };
  const { taskDefinitionArn, ecsDeploymentId } = step.base;
  return {
    kind: "there",
    taskDefinitionArn: begun?.taskDefinitionArn ?? taskDefinitionArn,
    ecsDeploymentId: begun?.ecsDeploymentId ?? ecsDeploymentId,
    isVisible: status !== "started",
  };
}

function givenUp({ step }: RunningStep): LocationOutcome {
  return outcomeOf(step, "failed", "an older run keeps writing over it: cancel that run, then run again");
}
