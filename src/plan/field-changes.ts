import { CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE } from "../model/code-server.ts";
import type { DesiredTaskDefinition } from "../model/desired.ts";
import { isJsonObject, type JsonValue } from "../model/json.ts";
import type { FieldChange, Impact, ShownValue } from "../model/plan.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { NormalService } from "../normalize/service.ts";
import { alignRoles, type NormalTaskDefinition, normalizeDesiredTaskDefinition } from "../normalize/task-definition.ts";
import { containerContextPath, diffContainerContexts, isSensitiveSetting } from "./container-context-changes.ts";
import { diffTrees, dottedPath, type LeafChange } from "./diff.ts";
import { containerContextOf, PREVIOUS_HIDDEN, showDesired, showPrevious } from "./environment-visibility.ts";
import { impactOfServiceField } from "./impact.ts";
import { isSensitiveServiceChange, isSensitiveTaskChange } from "./sensitivity.ts";
import { isShownInContainer } from "./text-visibility.ts";

type ShownSides = Pick<FieldChange, "before" | "after">;

/** Field changes in the order of a plan: by resource, then by path. */
export function sortChanges(changes: readonly FieldChange[]): readonly FieldChange[] {
  return changes.toSorted(
    (left, right) => compareCodePoints(left.resource, right.resource) || compareCodePoints(left.path, right.path),
  );
}

/** True when a registered revision is what is desired. */
export function taskDefinitionsAgree(live: NormalTaskDefinition, desired: NormalTaskDefinition): boolean {
  const { left, right } = alignRoles(live, desired);
  return diffTrees(left, right).length === 0;
}

/**
 * What differs between a live revision and the desired task definition, with what must not be shown left out.
 * `live`: in its normal form; an empty object when there is none.
 */
export function compareTaskDefinitions(
  live: NormalTaskDefinition,
  desired: DesiredTaskDefinition,
  impact: Impact,
): readonly FieldChange[] {
  const { left: before, right: after } = alignRoles(live, normalizeDesiredTaskDefinition(desired));
  return diffTrees(before, after).flatMap((leaf) => {
    if (isContainerContext(leaf)) return explainContainerContext(before, after, leaf, impact);
    return [
      {
        resource: "task-definition" as const,
        path: dottedPath(leaf.path),
        change: leaf.change,
        ...showValues(leaf, before, desired),
        impact,
        sensitive: isSensitiveTaskChange(before, leaf),
      },
    ];
  });
}

/** What differs between a service and its desired form. `impact` overrides what its fields' changes do. */
export function compareServices(before: NormalService, after: NormalService, impact?: Impact): readonly FieldChange[] {
  return diffTrees(before, after).map((leaf) => ({
    resource: "service",
    path: dottedPath(leaf.path),
    change: leaf.change,
    ...shownAsIs(leaf),
    impact: impact ?? impactOfServiceField(leaf.path),
    sensitive: isSensitiveServiceChange(leaf),
  }));
}

function isContainerContext({ path }: LeafChange): boolean {
  const [field, container, containerField, name] = path;
  return (
    field === "containerDefinitions" &&
    container === CODE_SERVER_CONTAINER &&
    containerField === "environment" &&
    name === CONTAINER_CONTEXT_VARIABLE
  );
}

/** The container context is YAML of the repository, or was: its content is shown, never its text. */
function explainContainerContext(
  before: NormalTaskDefinition,
  after: NormalTaskDefinition,
  leaf: LeafChange,
  impact: Impact,
): readonly FieldChange[] {
  const [old, wanted] = [containerContextOf(before), containerContextOf(after)];
  const unreadable = (leaf.change !== "added" && !old) || (leaf.change !== "removed" && !wanted);
  const inside = unreadable ? [] : diffContainerContexts(old, wanted);
  if (inside.length === 0) return [hideContainerContext(leaf, impact)];
  return inside.map((change) => ({
    resource: "task-definition",
    path: containerContextPath(change.path),
    change: change.change,
    ...shownAsIs(change),
    impact,
    sensitive: isSensitiveSetting(change.path),
  }));
}

function hideContainerContext(leaf: LeafChange, impact: Impact): FieldChange {
  return {
    resource: "task-definition",
    path: dottedPath(leaf.path),
    change: leaf.change,
    ...bothSides(
      leaf,
      () => ({ kind: "hidden", why: "previous value hidden" }),
      () => ({ kind: "hidden", why: "set by this action" }),
    ),
    impact,
    sensitive: false,
  };
}

function showValues(leaf: LeafChange, live: NormalTaskDefinition, desired: DesiredTaskDefinition): ShownSides {
  const [field, container = "", containerField, name] = leaf.path;
  if (field !== "containerDefinitions") return shownAsIs(leaf);
  if (containerField !== "environment" && containerField !== undefined) {
    return bothSides(
      leaf,
      (value) => (isShownInContainer(live, leaf.path, value) ? shown(value) : PREVIOUS_HIDDEN),
      shown,
    );
  }
  if (name === undefined) return bothSides(leaf, showIfEmpty, showIfEmpty);
  return bothSides(
    leaf,
    (text) => showPrevious(live, container, name, text),
    (text) => showDesired(desired, container, name, text),
  );
}

/** A value where a map should be may hold anything, also environment values. */
function showIfEmpty(value: JsonValue): ShownValue {
  return isJsonObject(value) && Object.keys(value).length === 0
    ? { kind: "shown", value }
    : { kind: "hidden", why: "not in a form that can be shown" };
}

function shownAsIs(leaf: LeafChange): ShownSides {
  return bothSides(leaf, shown, shown);
}

function shown(value: JsonValue): ShownValue {
  return { kind: "shown", value };
}

function bothSides(
  { before, after }: LeafChange,
  showBefore: (value: JsonValue) => ShownValue,
  showAfter: (value: JsonValue) => ShownValue,
): ShownSides {
  return {
    ...(before === undefined ? {} : { before: showBefore(before) }),
    ...(after === undefined ? {} : { after: showAfter(after) }),
  };
}
