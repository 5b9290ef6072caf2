import type { SourcePosition } from "../../errors.ts";
import type { DeploymentDocument, LocationDocument } from "../documents.ts";
import { entryOf, getValue, isNull, type Located } from "../located.ts";
import { childPath, type Finding, type Path, quote, quoteValue, type Report, shorten } from "../report.ts";

/** A value together with where it is written and at which of the two levels. */
export interface Sited {
  readonly node: Located;
  readonly path: Path;
  readonly level: "location" | "deployment";
  /** Where its key is; the value itself for an entry of a list. */
  readonly keyAt: SourcePosition;
}

/**
 * A location over its deployment, as the agent merges them (docs/agent.md, Merge of the two levels), with every
 * value at its place.
 */
export interface MergedView {
  readonly name: string;
  readonly location: Sited;
  /** `container_context`. */
  readonly context: Sited | undefined;
  /** `container_context.ecs`. */
  readonly ecs: Sited | undefined;
  /** `user_code_launcher.config`; undefined when there is no `dagster.yaml`. */
  readonly launcher: Sited | undefined;
  /** Undefined when there is no `dagster.yaml`. */
  readonly launchType: "FARGATE" | "EC2" | undefined;
}

/** A check of one location. */
export type ViewCheck = (view: MergedView, report: Report) => void;

export function makeView(document: LocationDocument, deployment: DeploymentDocument | undefined): MergedView {
  const { node, path, name } = document;
  const location: Sited = { node, path, level: "location", keyAt: node.at };
  const context = childAt(location, "container_context");
  const launcher = deployment && launcherOf(deployment);
  const isEc2 = textAt(launcher, "launch_type") === "EC2";
  return {
    name,
    location,
    context,
    ecs: childAt(context, "ecs"),
    launcher,
    launchType: launcher && (isEc2 ? "EC2" : "FARGATE"),
  };
}

/** `user_code_launcher.config`. */
export function launcherOf({ launcher }: DeploymentDocument): Sited {
  const path: Path = { root: "", parts: ["user_code_launcher", "config"] };
  return { node: launcher, path, level: "deployment", keyAt: launcher.at };
}

/** The value under a key of a mapping. */
export function childAt(parent: Sited | undefined, ...keys: readonly string[]): Sited | undefined {
  let current = parent;
  for (const key of keys) {
    const entry = entryOf(current?.node, key);
    if (!current || !entry || isNull(entry.value)) return undefined;
    const { level, path } = current;
    current = { node: entry.value, path: childPath(path, key), level, keyAt: entry.keyAt };
  }
  return current;
}

/** The entries of a list under a key of a mapping. */
export function itemsAt(parent: Sited | undefined, key: string): readonly Sited[] {
  const list = childAt(parent, key);
  if (list?.node.kind !== "list") return [];
  const { level, path } = list;
  return list.node.items.map((node, index) => ({ node, path: childPath(path, index), level, keyAt: node.at }));
}

/** The entries of a list that the agent joins: the location's, then the deployment's. */
export function joinedItems(view: MergedView, key: string): readonly Sited[] {
  return [...itemsAt(view.ecs, key), ...itemsAt(view.launcher, key)];
}

/** The location's value, or the deployment's where the location has none or an empty one. */
export function winner(view: MergedView, key: string): Sited | undefined {
  const own = childAt(view.ecs, key);
  if (own && !isEmpty(own.node)) return own;
  const inherited = childAt(view.launcher, key);
  return inherited && !isEmpty(inherited.node) ? inherited : undefined;
}

function isEmpty(node: Located): boolean {
  if (node.kind === "map") return node.entries.length === 0;
  return node.kind === "scalar" && node.type === "text" && node.value === "" && node.unresolved !== true;
}

/** A text that is known: written, or taken from a variable that is set. */
export function textAt(parent: Sited | undefined, key: string): string | undefined {
  return knownText(getValue(parent?.node, key));
}

export function knownText(node: Located | undefined): string | undefined {
  return node?.kind === "scalar" && node.type === "text" && node.unresolved !== true ? node.value : undefined;
}

export function knownInteger(node: Located | undefined): number | undefined {
  return node?.kind === "scalar" && node.type === "integer" && node.unresolved !== true ? node.value : undefined;
}

export function booleanAt(parent: Sited | undefined, key: string): boolean | undefined {
  const node = getValue(parent?.node, key);
  return node?.kind === "scalar" && node.type === "boolean" ? node.value : undefined;
}

/** Set when the value is that of a variable of the step: it is not to be shown. */
export function hiddenBehind(node: Located): string | undefined {
  return node.kind === "scalar" ? node.fromVariable : undefined;
}

/** A text as messages name it. */
export function showText(node: Located): string {
  const variable = hiddenBehind(node);
  if (variable !== undefined) return `from the variable ${shorten(variable)}`;
  return node.kind === "scalar" ? quoteValue(node) : quote("");
}

/** Reports at the value itself. */
export function tell(report: Report, { node, path }: Pick<Sited, "node" | "path">, finding: Finding): void {
  report.add(node.at, path, finding);
}

/** Reports at the key: where it is the key that is wrong. */
export function tellAtKey(report: Report, { keyAt, path }: Sited, finding: Finding): void {
  report.add(keyAt, path, finding);
}

/** Error where the launch type is known to be Fargate; a warning where no `dagster.yaml` says it. */
export function fargateSeverity(view: MergedView): "error" | "warning" {
  return view.launchType === undefined ? "warning" : "error";
}

/** Error where both levels are known; without `dagster.yaml`, what is missing may be there. */
export function mergedSeverity(view: MergedView): "error" | "warning" {
  return view.launcher === undefined ? "warning" : "error";
}

/** Whether the tasks run Windows; `runtime_platform` is taken whole from one level. */
export function isWindows(view: MergedView): boolean {
  return textAt(winner(view, "runtime_platform"), "operatingSystemFamily")?.startsWith("WINDOWS") === true;
}
