import { CODE_SERVER_CONTAINER } from "../../model/code-server.ts";
import { listTexts } from "../../model/shown-text.ts";
import { entryOf } from "../located.ts";
import { quote, type Report, shorten } from "../report.ts";
import { suggestName } from "../suggestion.ts";
import { containerName, containerNames, type TaskView, taskName, tasksOf } from "./tasks.ts";
import {
  booleanAt,
  childAt,
  itemsAt,
  knownText,
  type MergedView,
  mergedSeverity,
  type Sited,
  tell,
  type ViewCheck,
} from "./view.ts";

/** `dependsOn` and `volumesFrom` of the sidecars of a task. */
export const checkDependencies: ViewCheck = (view, report) => {
  for (const task of tasksOf(view)) {
    const edges = task.sidecars.flatMap((sidecar) => edgesOf(sidecar));
    if (task.sidecars.length === 0) continue;
    const containers: Containers = { task, names: containerNames(task), sidecars: sidecarsByName(task) };
    for (const edge of edges) checkEdge(edge, containers, view, report);
    tellCycles(edges, report);
    for (const sidecar of task.sidecars) {
      for (const source of itemsAt(sidecar, "volumesFrom")) {
        checkName(childAt(source, "sourceContainer"), containers, view, report);
      }
    }
  }
};

/** The containers of a task, found by their names. */
interface Containers {
  readonly task: TaskView;
  readonly names: readonly string[];
  /** Of two with one name, the first. */
  readonly sidecars: ReadonlyMap<string, Sited>;
}

function sidecarsByName({ sidecars }: TaskView): ReadonlyMap<string, Sited> {
  return new Map(
    sidecars.toReversed().flatMap((sidecar) => {
      const name = containerName(sidecar);
      return name === undefined ? [] : [[name, sidecar] as const];
    }),
  );
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly target: Sited;
  readonly condition: Sited | undefined;
}

function edgesOf(sidecar: Sited): readonly Edge[] {
  const from = containerName(sidecar);
  return itemsAt(sidecar, "dependsOn").flatMap((dependency) => {
    const target = childAt(dependency, "containerName");
    const to = knownText(target?.node);
    if (from === undefined || !target || to === undefined) return [];
    return { from, to, target, condition: childAt(dependency, "condition") };
  });
}

function checkName(
  node: Sited | undefined,
  { task, names, sidecars }: Containers,
  view: MergedView,
  report: Report,
): boolean {
  const name = knownText(node?.node);
  if (!node || name === undefined || name === CODE_SERVER_CONTAINER || sidecars.has(name)) return true;
  const suggestion = suggestName(name, names);
  const without = view.launcher === undefined ? ", and no dagster.yaml is given that may have it" : "";
  tell(report, node, {
    code: "unknown-container",
    severity: mergedSeverity(view),
    message: `${quote(name)} is no container of ${taskName(task)}${without}.`,
    hint: suggestion ? `Did you mean ${suggestion}?` : `Its containers are: ${listTexts(names)}.`,
  });
  return false;
}

function checkEdge(edge: Edge, containers: Containers, view: MergedView, report: Report): void {
  const { task } = containers;
  if (!checkName(edge.target, containers, view, report) || edge.from === edge.to || !edge.condition) return;
  const condition = knownText(edge.condition.node);
  const sidecar = containers.sidecars.get(edge.to);
  if (condition === "HEALTHY") {
    const check = edge.to === CODE_SERVER_CONTAINER ? task.healthCheck : childAt(sidecar, "healthCheck");
    if (check) return;
    const isOpen = edge.to === CODE_SERVER_CONTAINER && task.kind === "server";
    tell(report, edge.condition, {
      code: "healthy-without-check",
      severity: isOpen ? mergedSeverity(view) : "error",
      message: `${quote(edge.from)} waits until ${quote(edge.to)} is HEALTHY, but ${quote(edge.to)} has no health check.`,
      hint: isOpen
        ? "Add server_health_check, or write condition: START."
        : "Give that container a healthCheck, or write condition: START.",
    });
  } else if (condition === "COMPLETE" || condition === "SUCCESS") {
    const isEssential = sidecar === undefined || booleanAt(sidecar, "essential") !== false;
    if (!isEssential || entryOf(sidecar?.node, "essential")?.value.kind === "map") return;
    tell(report, edge.condition, {
      code: "essential-container-ends",
      message: `${quote(edge.from)} waits until ${quote(edge.to)} has ended (${condition}), but that container is essential: the task ends with it.`,
      hint:
        sidecar === undefined
          ? "Write condition: START."
          : `Add essential: false to ${quote(edge.to)}, or write condition: START.`,
    });
  }
}

/** Each cycle is told once, at the dependency that closes it. Without recursion: a chain may be as long as a file. */
function tellCycles(edges: readonly Edge[], report: Report): void {
  const edgesFrom = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = edgesFrom.get(edge.from);
    if (others) others.push(edge);
    else edgesFrom.set(edge.from, [edge]);
  }
  const done = new Set<string>();
  for (const root of edgesFrom.keys()) {
    const trail = done.has(root) ? [] : [{ name: root, next: 0 }];
    const places = new Map([[root, 0]]);
    for (let last = trail.at(-1); last !== undefined; last = trail.at(-1)) {
      const edge = edgesFrom.get(last.name)?.[last.next];
      last.next += 1;
      if (edge === undefined) {
        done.add(last.name);
        places.delete(last.name);
        trail.pop();
        continue;
      }
      const start = places.get(edge.to);
      if (start !== undefined) tellCycle(trail.slice(start, start + MOST_OF_CYCLE + 1), edge, report);
      else if (!done.has(edge.to)) {
        places.set(edge.to, trail.length);
        trail.push({ name: edge.to, next: 0 });
      }
    }
  }
}

/** Containers of a cycle that a message names. */
const MOST_OF_CYCLE = 10;

function tellCycle(cycle: readonly { readonly name: string }[], { target, from, to }: Edge, report: Report): void {
  const isItself = from === to;
  const shown = cycle.map(({ name }, index) => (index < MOST_OF_CYCLE ? shorten(name) : "…"));
  tell(report, target, {
    code: "dependency-cycle",
    message: isItself
      ? `${quote(from)} depends on itself.`
      : `The containers wait for each other in a circle: ${[...shown, shorten(to)].join(" → ")}.`,
    hint: "Remove this dependency.",
  });
}
