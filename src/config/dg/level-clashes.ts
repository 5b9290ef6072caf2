import { getValue, type Located, type LocatedEntry, textOf } from "../located.ts";
import type { ProblemCode } from "../problem-catalogue.ts";
import { type Path, quote, type Report } from "../report.ts";

/** Lists of which ECS takes a name once. */
const LISTS = [
  { key: "volumes", code: "duplicate-volume", what: "volume" },
  { key: "server_sidecar_containers", code: "duplicate-sidecar", what: "sidecar" },
  { key: "run_sidecar_containers", code: "duplicate-sidecar", what: "sidecar" },
] as const satisfies readonly { readonly key: string; readonly code: ProblemCode; readonly what: string }[];

/**
 * Names that the workspace's and the project's `container_context` both have: dg joins such lists, and ECS then refuses
 * the task definition (docs/agent.md, dg projects and workspaces).
 */
export function tellClashes(shared: readonly LocatedEntry[], own: readonly LocatedEntry[], report: Report): void {
  for (const { key, code, what } of LISTS) {
    const earlier = new Map(namesIn(shared, key).map(({ name, node }) => [name, node]));
    for (const { name, node, index } of namesIn(own, key)) {
      const other = earlier.get(name);
      if (!other) continue;
      const path: Path = { root: "", parts: ["ecs", key, index, "name"] };
      report.add(node.at, path, {
        code,
        severity: "warning",
        message: `The ${what} ${quote(name)} is also in ${other.at.file} line ${other.at.line}: it is replaced here, but dg puts both into the list, and ECS takes a name once.`,
        hint: "Give it a name of its own, or remove it at one of the two levels.",
      });
    }
  }
}

interface NamedNode {
  readonly name: string;
  readonly node: Located;
  readonly index: number;
}

function namesIn(parts: readonly LocatedEntry[], list: string): readonly NamedNode[] {
  const context = parts.find(({ key }) => key === "container_context")?.value;
  const items = getValue(getValue(context, "ecs"), list);
  return (items?.kind === "list" ? items.items : []).flatMap((item, index) => {
    const node = getValue(item, "name");
    const name = textOf(node);
    return node && name !== undefined ? [{ name, node, index }] : [];
  });
}
