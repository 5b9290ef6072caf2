import { CODE_SERVER_CONTAINER } from "../../model/code-server.ts";
import { listTexts } from "../../model/shown-text.ts";
import { entryOf } from "../located.ts";
import { quote, type Report } from "../report.ts";
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
    for (const edge of edges) checkEdge(edge, task, view, report);
    tellCycles(edges, report);
    for (const sidecar of task.sidecars) {
      for (const source of itemsAt(sidecar, "volumesFrom")) {
        checkName(childAt(source, "sourceContainer"), task, view, report);
      }
    }
  }
};

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

function checkName(node: Sited | undefined, task: TaskView, view: MergedView, report: Report): boolean {
  const name = knownText(node?.node);
  if (!node || name === undefined) return true;
  const names = containerNames(task);
  if (names.includes(name)) return true;
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

function checkEdge(edge: Edge, task: TaskView, view: MergedView, report: Report): void {
  if (!checkName(edge.target, task, view, report) || edge.from === edge.to || !edge.condition) return;
  const condition = knownText(edge.condition.node);
  const sidecar = task.sidecars.find((one) => containerName(one) === edge.to);
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

/** Each cycle is told once, at the dependency that closes it. */
function tellCycles(edges: readonly Edge[], report: Report): void {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    if (done.has(name)) return;
    for (const edge of edges) {
      if (edge.from !== name) continue;
      const start = [...trail, name].indexOf(edge.to);
      if (start === -1) visit(edge.to, [...trail, name]);
      else tellCycle([...trail, name].slice(start), edge, report);
    }
    done.add(name);
  };
  for (const { from } of edges) visit(from, []);
}

function tellCycle(cycle: readonly string[], { target, from, to }: Edge, report: Report): void {
  const isItself = from === to;
  tell(report, target, {
    code: "dependency-cycle",
    message: isItself
      ? `${quote(from)} depends on itself.`
      : `The containers wait for each other in a circle: ${[...cycle, to].join(" → ")}.`,
    hint: "Remove this dependency.",
  });
}
