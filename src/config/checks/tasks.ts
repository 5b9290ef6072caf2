import { CODE_SERVER_CONTAINER } from "../../model/code-server.ts";
import { getValue } from "../located.ts";
import { joinedItems, knownText, type MergedView, type Sited, winner } from "./view.ts";

/** The containers of one task: the code server's or a run's. */
export interface TaskView {
  readonly kind: "server" | "run";
  readonly sidecars: readonly Sited[];
  /** Mount points of the container that Dagster adds. */
  readonly mountPoints: readonly Sited[];
  /** Health check of the container that Dagster adds; runs have none. */
  readonly healthCheck: Sited | undefined;
}

/** Both kinds of tasks a location has. They share volumes and mount points (docs/agent.md, Merge of the two levels). */
export function tasksOf(view: MergedView): readonly TaskView[] {
  const tasks = TASKS.get(view) ?? makeTasks(view);
  TASKS.set(view, tasks);
  return tasks;
}

/** Nearly every check asks for them. */
const TASKS = new WeakMap<MergedView, readonly TaskView[]>();

function makeTasks(view: MergedView): readonly TaskView[] {
  const mountPoints = joinedItems(view, "mount_points");
  return [
    {
      kind: "server",
      sidecars: joinedItems(view, "server_sidecar_containers"),
      mountPoints,
      healthCheck: winner(view, "server_health_check"),
    },
    { kind: "run", sidecars: joinedItems(view, "run_sidecar_containers"), mountPoints, healthCheck: undefined },
  ];
}

export function containerName(sidecar: Sited): string | undefined {
  return knownText(getValue(sidecar.node, "name"));
}

/** Names of the containers of a task; the one that Dagster adds comes first. */
export function containerNames({ sidecars }: TaskView): readonly string[] {
  return [CODE_SERVER_CONTAINER, ...sidecars.flatMap((sidecar) => containerName(sidecar) ?? [])];
}

/** How messages name a task. */
export function taskName({ kind }: TaskView): string {
  return kind === "server" ? "the code server's task" : "the run's task";
}
