import { lastSegment } from "../model/arn.ts";
import type { LiveService } from "../model/live-state.ts";
import { movesRevision, type Plan } from "../model/plan.ts";
import { compareRuns, describeRun, type RunMark, readRunMark } from "../model/run-order.ts";
import { TAG_DEPLOYMENT, TAG_FINGERPRINT, TAG_SOURCE, tagValue } from "../model/tags.ts";
import { parseFingerprintTag } from "./fingerprint.ts";
import { hasChanges } from "./summary.ts";

/** A run that has written a service after this run began. */
export interface NewerRun {
  readonly run: RunMark;
  readonly service: string;
}

/** The newest run that wrote one of the services of this source and deployment, if it is newer than this run. */
export function findNewerRun(
  services: Iterable<LiveService>,
  request: Pick<Plan["request"], "source" | "deployment">,
  own: RunMark | undefined,
): NewerRun | undefined {
  if (own === undefined) return undefined;
  let newest: NewerRun | undefined;
  for (const { name, tags } of services) {
    const run = isOf(tags, request) ? readRunMark(tags) : undefined;
    if (run !== undefined && compareRuns(run, newest?.run ?? own) > 0) newest = { run, service: name };
  }
  return newest;
}

/** Why a plan must not be carried out by this run: one sentence, or none when no newer run has deployed. */
export function refuseDowngrade(
  plan: Plan,
  services: Iterable<LiveService>,
  own: RunMark | undefined,
): readonly string[] {
  const advice =
    "Run the newest commit again instead; to go back on purpose, use `command: rollback`, or set `allow-downgrade: true`";
  return hasChanges(plan) ? refuseAfterNewer(plan, services, own, advice) : [];
}

/**
 * The same for a plan that puts services on another revision, such as a `rollback` that is run again after a newer
 * run has deployed. New tasks of what runs already take nothing back.
 */
export function refuseLateChange(
  plan: Plan,
  services: readonly LiveService[],
  own: RunMark | undefined,
): readonly string[] {
  const moved = new Set(plan.steps.flatMap((step) => (movesRevision(step) ? [step.service] : [])));
  const advice = "Start a new run to change what runs now, or set `allow-downgrade: true`";
  const written = services.filter(({ name }) => moved.has(name));
  return refuseAfterNewer(plan, written, own, advice);
}

function refuseAfterNewer(
  { request }: Plan,
  services: Iterable<LiveService>,
  own: RunMark | undefined,
  advice: string,
): readonly string[] {
  const newer = findNewerRun(services, request, own);
  if (newer === undefined || own === undefined) return [];
  return [
    `a newer run has deployed "${request.deployment}" already: ${describeRun(newer.run)} wrote the service ${newer.service}, and this is ${describeRun(own)}. ${advice}`,
  ];
}

/** The plan with a warning at each location that a newer run has written. */
export function warnOfNewerRuns(
  plan: Plan,
  services: ReadonlyMap<string, LiveService>,
  own: RunMark | undefined,
): Plan {
  const steps = plan.steps.map((step) => {
    const service = services.get(step.service);
    const newer = service && findNewerRun([service], plan.request, own);
    if (newer === undefined) return step;
    const warning = `A newer run has deployed this location: ${describeRun(newer.run)}. An apply of this run is refused without \`allow-downgrade\`.`;
    return { ...step, warnings: [...step.warnings, warning] };
  });
  return { ...plan, steps };
}

/**
 * True when a run has written the tags of a service but not (yet) done to it what they say: it was cut short, or is at
 * work right now.
 */
export function isHalfWritten({ tags, taskDefinitionArn }: LiveService): boolean {
  const fingerprint = tags[TAG_FINGERPRINT];
  if (fingerprint === undefined) return false;
  const named = parseFingerprintTag(fingerprint);
  return named === undefined || !lastSegment(taskDefinitionArn).endsWith(`:${named.revision}`);
}

function isOf(tags: LiveService["tags"], request: Pick<Plan["request"], "source" | "deployment">): boolean {
  return tags[TAG_SOURCE] === tagValue(request.source) && tags[TAG_DEPLOYMENT] === tagValue(request.deployment);
}
