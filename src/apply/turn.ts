import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { LiveService, TagMap } from "../model/live-state.ts";
import { compareRuns, describeRun, isSameRun, type RunMark, readRemovalMark, readRunMark } from "../model/run-order.ts";
import { fromEcsTags, TAG_DEPLOYMENT, TAG_SOURCE, tagValue } from "../model/tags.ts";

/** Code of the error that ends a step because a newer run deploys. */
export const SUPERSEDED = "superseded";

/** What a run must know to tell who else is at work. */
export interface TurnFacts {
  readonly own: RunMark;
  readonly source: string;
  /** Name of the Dagster deployment. */
  readonly deployment: string;
  /** The services as the plan saw them, by name. */
  readonly services: ReadonlyMap<string, LiveService>;
  /** True when the plan has seen traces of a run that may be at work still. */
  readonly rivalSeen: boolean;
}

/**
 * Whose turn it is to write to a deployment. ECS has no compare-and-set, so runs go by the marks they leave in the
 * services' tags: whoever sees the mark of a newer run stops writing, for good and everywhere.
 */
export class Turn {
  readonly #facts: TurnFacts;
  #newer: RunMark | undefined;
  #rivalSeen: boolean;

  constructor(facts: TurnFacts) {
    this.#facts = facts;
    this.#rivalSeen = facts.rivalSeen;
  }

  /** The newer run that has taken over, as far as anybody has looked. */
  get newer(): RunMark | undefined {
    return this.#newer;
  }

  /** True when an older run has written since the plan, or may have been about to. */
  get rivalSeen(): boolean {
    return this.#rivalSeen;
  }

  /** Takes notice of services as ECS describes them, with their tags; those of other sources or deployments are none of ours. */
  observe(services: readonly EcsService[]): void {
    for (const service of services) {
      const tags = fromEcsTags(service.tags);
      if (!this.#isOurs(tags)) continue;
      const atPlan = this.#tagsAtPlan(service.serviceName);
      this.#take(readRunMark(tags), readRunMark(atPlan));
      this.#take(readRemovalMark(tags), readRemovalMark(atPlan));
    }
  }

  #take(mark: RunMark | undefined, atPlan: RunMark | undefined): void {
    if (mark === undefined) return;
    const order = compareRuns(mark, this.#facts.own);
    if (order > 0 && (this.#newer === undefined || compareRuns(mark, this.#newer) > 0)) this.#newer = mark;
    if (order < 0 && !isSameRun(mark, atPlan)) this.#rivalSeen = true;
  }

  #isOurs(tags: TagMap): boolean {
    const { source, deployment } = this.#facts;
    return tags[TAG_SOURCE] === tagValue(source) && tags[TAG_DEPLOYMENT] === tagValue(deployment);
  }

  /** The run that wrote a service last, when the service is of this source and deployment. */
  markOf(service: EcsService): RunMark | undefined {
    return this.markIn(fromEcsTags(service.tags));
  }

  /** The run that wrote such tags, when they are of this source and deployment. */
  markIn(tags: TagMap): RunMark | undefined {
    return this.#isOurs(tags) ? readRunMark(tags) : undefined;
  }

  /** The run that had written a service last when the plan was made. */
  markAtPlan(name: string | undefined): RunMark | undefined {
    return readRunMark(this.#tagsAtPlan(name));
  }

  #tagsAtPlan(name = ""): TagMap {
    return this.#facts.services.get(name)?.tags ?? {};
  }

  /** Below zero when the run is older than this one, zero for this one. */
  orderOf(mark: RunMark): number {
    return compareRuns(mark, this.#facts.own);
  }

  /** Throws when a newer run has taken over. */
  check(): void {
    if (this.#newer === undefined) return;
    throw new ActionError(SUPERSEDED, this.explain(this.#newer), { source: "user" });
  }

  /** What to tell of a newer run. */
  explain(newer: RunMark): string {
    return `${describeRun(newer)} has taken over; this is ${describeRun(this.#facts.own)}, which writes nothing more`;
  }
}
