import { lastSegment } from "../model/arn.ts";
import type { EcsDeployment, EcsService } from "../model/aws-shapes.ts";
import { isSameRun, type RunMark } from "../model/run-order.ts";
import type { Turn } from "./turn.ts";
import { isRollback } from "./verdict.ts";

/** What a location's service should still be at the end: as this run set it or, where nothing was to change, found it. */
export type Expected =
  | { readonly kind: "removed" }
  | {
      readonly kind: "there";
      /** Undefined: whichever. */
      readonly taskDefinitionArn: string | undefined;
      /** Undefined: whichever. */
      readonly ecsDeploymentId: string | undefined;
      /** False while reads may not show yet what this run has written. */
      readonly isVisible: boolean;
    };

/** What a look at a service says. */
export type Finding =
  | { readonly kind: "as-expected" }
  /** A newer run has it now. */
  | { readonly kind: "superseded"; readonly by: RunMark }
  /** An older run, which did not know of this one yet, has written over it. */
  | { readonly kind: "overwritten" }
  /** It is as this run made it or found it, but none of its tasks runs. */
  | { readonly kind: "down" }
  /** Somebody who is no run of this action has changed it. */
  | { readonly kind: "changed"; readonly text: string };

const AS_EXPECTED: Finding = { kind: "as-expected" };

/**
 * Judges one location. `service` is undefined when ECS does not know it; `registries` are the ARNs of the Cloud Map
 * services there are, undefined when nobody has looked.
 */
export function judgeLastLook(
  expected: Expected,
  service: EcsService | undefined,
  turn: Turn,
  registries?: ReadonlySet<string>,
): Finding {
  const live = service?.status === "ACTIVE" ? service : undefined;
  const mark = live && turn.markOf(live);
  const order = mark === undefined ? 0 : turn.orderOf(mark);
  if (mark !== undefined && order > 0) return { kind: "superseded", by: mark };
  if (expected.kind === "removed") return order < 0 ? { kind: "overwritten" } : AS_EXPECTED;
  if (live === undefined) {
    if (turn.newer !== undefined) return { kind: "superseded", by: turn.newer };
    // Whoever removed it left no mark: what should be there is made again.
    return service === undefined && !expected.isVisible ? AS_EXPECTED : { kind: "overwritten" };
  }
  const primary = live.deployments?.find(({ status }) => status === "PRIMARY");
  const runsOther = differs(expected.taskDefinitionArn, live.taskDefinition);
  const isRedeployed = differs(expected.ecsDeploymentId, primary?.id);
  const isSuccessLost = runsOther && expected.isVisible;
  // What ECS does by itself when a rollout fails is nobody's writing; who watches the rollout tells of it. One that has
  // succeeded is not watched any more: nobody else would tell that a later one has failed and ended elsewhere.
  if ((runsOther || isRedeployed) && !isSuccessLost && isRollback(primary)) return AS_EXPECTED;
  if (hasLostRegistry(live, registries)) return { kind: "overwritten" };
  // The mark the plan found may be what a late read still shows.
  if (order < 0 && !isSameRun(mark, turn.markAtPlan(live.serviceName))) return { kind: "overwritten" };
  // The same revision again, with other settings perhaps: a person may do so, an older run must not.
  if (!runsOther) {
    if (isRedeployed) return turn.rivalSeen ? { kind: "overwritten" } : AS_EXPECTED;
    return expected.isVisible && isDown(live, primary) ? { kind: "down" } : AS_EXPECTED;
  }
  if (turn.newer !== undefined) return { kind: "superseded", by: turn.newer };
  // Without a mark it is an older run's when there are signs of one, else somebody's.
  if (turn.rivalSeen) return { kind: "overwritten" };
  const text = `its service runs ${lastSegment(live.taskDefinition ?? "no known revision")} now`;
  return expected.isVisible ? { kind: "changed", text } : AS_EXPECTED;
}

/** Who removes a location removes its Cloud Map service after its ECS service: another may have made that anew by then. */
function hasLostRegistry({ serviceRegistries = [] }: EcsService, registries: ReadonlySet<string> | undefined): boolean {
  return registries !== undefined && serviceRegistries.some(({ registryArn }) => !registries.has(registryArn ?? ""));
}

/** Fewer tasks than desired may be a scaler's doing, or one that is replaced; none is what nobody wants. */
function isDown({ desiredCount = 0 }: EcsService, primary: EcsDeployment | undefined): boolean {
  return desiredCount > 0 && primary?.runningCount === 0;
}

function differs(expected: string | undefined, found: string | undefined): boolean {
  return expected !== undefined && found !== expected;
}
