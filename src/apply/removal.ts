import { createSlots } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { LocationOutcome } from "../model/outcome.ts";
import type { Removal, Step } from "../model/plan.ts";
import { isSameIdentity, TAG_KIND } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { createdAnew, createdTooEarly, DrainWatcher } from "./drain.ts";
import { failedOutcome, interruptedRemoval, outcomeOf } from "./location-outcome.ts";
import { deregisterRevisions } from "./revision-removal.ts";
import { beginServiceRemoval } from "./service-removal.ts";

/** ECS stops a task within its stop timeout of at most two minutes, then forgets the service. */
const DRAIN_TIMEOUT_MS = 300_000;
/** Code servers whose host names and revisions are removed at the same time. */
const REMOVALS_AT_ONCE = 8;

type RemovalInput = Pick<ApplyInput, "signal" | "onProgress" | "redact">;
type RemovalPorts = Pick<ApplyPorts, "ecs" | "discovery" | "clock">;

/**
 * Removes code servers, in the order ECS and Cloud Map need: no task is wanted any more, the ECS service, its tasks,
 * the instances, the Cloud Map service, the task definition revisions. Every part is safe to repeat, touches only what
 * carries the step's tags at that moment, and takes "not there" for done: an interrupted removal is simply begun again.
 */
export class Remover {
  readonly #input: RemovalInput;
  readonly #ports: RemovalPorts;
  readonly #drains: DrainWatcher;
  readonly #slots = createSlots(REMOVALS_AT_ONCE);

  constructor(cluster: string, input: RemovalInput, ports: RemovalPorts) {
    this.#input = input;
    this.#ports = ports;
    this.#drains = new DrainWatcher({ cluster, ...ports, signal: input.signal });
  }

  /** Resolves when ECS has been told. How it ends comes later; neither rejects once ECS was told. */
  async begin(step: Step): Promise<{ readonly ended: Promise<LocationOutcome> }> {
    const { removal } = step;
    if (removal === undefined) {
      throw new ActionError("removal-without-tags", `The plan does not say whose "${step.location}" is.`, {
        source: "internal",
      });
    }
    const startedAt = this.#ports.clock.now();
    const service = await beginServiceRemoval(
      {
        cluster: step.cluster,
        name: step.service,
        mayRemove: (tags) => isSameIdentity(tags, removal.identity),
        scaleDown: removal.identity[TAG_KIND] === "branch",
      },
      this.#ports.ecs,
    );
    return { ended: this.#finish(step, removal, service, startedAt) };
  }

  async #finish(
    step: Step,
    removal: Removal,
    service: EcsService | undefined,
    startedAt: number,
  ): Promise<LocationOutcome> {
    const done = (outcome: LocationOutcome): LocationOutcome => {
      const endedAt = this.#ports.clock.now();
      return {
        ...outcome,
        duration: Math.round((endedAt - startedAt) / 1_000),
        phases: [{ name: "removal", from: startedAt, to: endedAt }],
      };
    };
    try {
      const removed: string[] = [];
      if (service !== undefined) {
        this.#input.onProgress(step.location, "the ECS service stops its tasks");
        await this.#drains.waitUntilGone({ name: step.service, createdAt: service.createdAt }, DRAIN_TIMEOUT_MS);
        removed.push("the ECS service");
      }
      const rest = await this.#slots.run(() => this.#removeRest(step, removal, service));
      return done(describeRemoval(step, [...removed, ...rest.removed], rest.kept));
    } catch (error) {
      return done(failedOutcome(step, error, this.#input));
    }
  }

  async #removeRest(
    step: Step,
    removal: Removal,
    service: EcsService | undefined,
  ): Promise<{ readonly removed: readonly string[]; readonly kept: number }> {
    const removed: string[] = [];
    this.#stopWhenInterrupted(step);
    if (await this.#removeCloudMapService(step, removal, service)) removed.push("its Cloud Map service");
    this.#stopWhenInterrupted(step);
    const revisions = await deregisterRevisions(step, removal, this.#input, this.#ports.ecs);
    if (revisions.deregistered > 0) {
      removed.push(`${revisions.deregistered} task definition revision${revisions.deregistered === 1 ? "" : "s"}`);
    }
    if (await this.#isAnew(step, service)) throw createdTooEarly(step.service);
    return { removed, kept: revisions.kept };
  }

  /** True when there was one. */
  async #removeCloudMapService(
    step: Step,
    { cloudMapService, identity }: Removal,
    removed: EcsService | undefined,
  ): Promise<boolean> {
    const { discovery } = this.#ports;
    if (cloudMapService === undefined) return false;
    if (!isSameIdentity(await tagsOf(cloudMapService.arn, discovery), identity)) return false;
    // Its instances would be those of the new service.
    if (await this.#isAnew(step, removed)) throw createdAnew(step.service);
    this.#input.onProgress(step.location, "the Cloud Map service is removed");
    await discovery.deleteService(cloudMapService.id, this.#input.signal);
    return true;
  }

  /** Whether there is a service of the name again. What was removed may be shown by a read that is not up to date. */
  async #isAnew({ cluster, service: name }: Step, removed: EcsService | undefined): Promise<boolean> {
    const [service] = await this.#ports.ecs.describeServices(cluster, [name]);
    return service?.status === "ACTIVE" && service.createdAt?.getTime() !== removed?.createdAt?.getTime();
  }

  #stopWhenInterrupted({ location }: Step): void {
    if (this.#input.signal.aborted) throw interruptedRemoval(location);
  }
}

/** None when somebody else has deleted it. */
async function tagsOf(arn: string, discovery: RemovalPorts["discovery"]): ReturnType<typeof discovery.tagsOf> {
  try {
    return await discovery.tagsOf(arn);
  } catch (error) {
    if (error instanceof ActionError && error.code === "ResourceNotFoundException") return {};
    throw error;
  }
}

/** What stays is told as a warning, too: who reads that something was removed takes it for all. */
function describeRemoval(step: Step, removed: readonly string[], kept: number): LocationOutcome {
  const done = removed.length === 0 ? "nothing was left" : `removed ${removed.join(", ")}`;
  if (kept === 0) return outcomeOf(step, "succeeded", done);
  const rest = `${kept} ${kept === 1 ? "revision stays, because something still uses it" : "revisions stay, because something still uses them"}`;
  return {
    ...outcomeOf(step, "succeeded", removed.length === 0 ? rest : `${done}; ${rest}`),
    warnings: [rest],
  };
}
