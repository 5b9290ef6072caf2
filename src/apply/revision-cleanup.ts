import { explainError } from "../errors.ts";
import type { TagMap } from "../model/live-state.ts";
import type { LocationOutcome } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { isOfOtherCluster } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { readUsedByLocation, revisionsOf } from "./used-revisions.ts";

/** Deregistrations share the rate of registrations, one a second: more would keep the next deploy waiting. */
const MOST_DEREGISTERED = 20;
/** Reads of revisions that may turn out to be somebody else's. */
const MOST_DESCRIBED = 100;

/** A location whose rollout was watched and has succeeded. */
export interface ProvenLocation {
  readonly step: Step;
  readonly outcome: LocationOutcome;
}

/** What one run may still do. */
interface Budget {
  deregistrations: number;
  descriptions: number;
}

/**
 * Deregisters, for locations whose rollout has succeeded, revisions older than the newest `keep` that nothing uses:
 * no service of the cluster, none of its deployments, no task of the family; and only what carries our tags for the
 * location and was registered for this cluster. At most twenty in a run, the oldest first. The outcomes say what was
 * done, and what was left; not being able to is a warning. Never rejects.
 */
export async function cleanUpRevisions(
  proven: readonly ProvenLocation[],
  keep: number,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<readonly LocationOutcome[]> {
  const budget: Budget = { deregistrations: MOST_DEREGISTERED, descriptions: MOST_DESCRIBED };
  let usedByCluster: Promise<ReadonlySet<string>> | undefined;
  const readUsed = (): Promise<ReadonlySet<string>> => {
    usedByCluster ??= readUsedRevisions(input.plan.request.cluster, ports);
    return usedByCluster;
  };
  const outcomes: LocationOutcome[] = [];
  for (const { step, outcome } of proven) {
    if (input.signal.aborted) break;
    try {
      const text = await cleanUpLocation(step, keep, budget, readUsed, input, ports);
      if (text !== undefined) outcomes.push({ ...outcome, message: `${outcome.message}; ${text}` });
    } catch (error) {
      const warning = `old revisions of ${step.family} could not be deregistered: ${input.redact(explainError(error))}`;
      outcomes.push({ ...outcome, message: `${outcome.message}; ${warning}`, warnings: [warning] });
    }
  }
  return outcomes;
}

/** One sentence about what was done; undefined when there was nothing to do. */
async function cleanUpLocation(
  step: Step,
  keep: number,
  budget: Budget,
  readUsed: () => Promise<ReadonlySet<string>>,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<string | undefined> {
  const revisions = await ports.ecs.listTaskDefinitions(step.family, "ACTIVE");
  const old = revisions.slice(keep).toReversed();
  if (old.length === 0) return undefined;
  const used = await readUsed();
  // What ran before this change is what `rollback` goes back to.
  const unused = old.filter((arn) => !used.has(arn) && arn !== step.base.taskDefinitionArn);
  const { chosen, left } = await chooseOurs(unused, step, budget, input, ports);
  // Read last, right before the first revision goes.
  const usedNow = chosen.length === 0 ? used : await readUsedByLocation(step, step.family, ports.ecs);
  let deregistered = 0;
  for (const arn of chosen) {
    if (usedNow.has(arn)) continue;
    if (input.signal.aborted) break;
    await ports.ecs.deregisterTaskDefinition(arn);
    budget.deregistrations -= 1;
    deregistered += 1;
  }
  const parts = [
    ...(deregistered > 0 ? [`${deregistered} old revision${deregistered === 1 ? "" : "s"} deregistered`] : []),
    ...(left > 0 ? [`up to ${left} more are left for later runs`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** As many of these as the budget allows, without those that are not ours: an agent uses the same family. */
async function chooseOurs(
  arns: readonly string[],
  step: Step,
  budget: Budget,
  input: ApplyInput,
  ports: ApplyPorts,
): Promise<{ readonly chosen: readonly string[]; readonly left: number }> {
  const wanted = input.desired.get(step.location)?.identityTags;
  const chosen: string[] = [];
  let considered = 0;
  for (const arn of arns) {
    if (chosen.length >= budget.deregistrations || budget.descriptions === 0) break;
    budget.descriptions -= 1;
    considered += 1;
    const revision = await ports.ecs.describeTaskDefinition(arn, { withTags: true });
    const { status, tags = {} } = revision ?? {};
    if (status === "ACTIVE" && carriesAll(tags, wanted) && !isOfOtherCluster(tags, step.cluster)) chosen.push(arn);
  }
  return { chosen, left: arns.length - considered };
}

function carriesAll(tags: TagMap, wanted: TagMap | undefined): boolean {
  return wanted !== undefined && Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

/** The revisions that any service of the cluster, or any of its ECS deployments, is on. */
async function readUsedRevisions(cluster: string, { ecs }: ApplyPorts): Promise<ReadonlySet<string>> {
  const services = await ecs.describeServices(cluster, await ecs.listServices(cluster));
  return new Set(services.flatMap(revisionsOf));
}
