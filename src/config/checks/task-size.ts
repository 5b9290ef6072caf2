import type { Problem } from "../../errors.ts";
import type { DeploymentDocument, LocationDocument } from "../documents.ts";
import { makeReport } from "../report.ts";
import { childAt, makeView, tellAtKey } from "./view.ts";

/** Bytes of a task definition (Amazon ECS service quotas, "Task definition size"). */
export const MOST_TASK_DEFINITION_BYTES = 65_536;

/** Sizes in bytes. */
export interface TaskSize {
  readonly total: number;
  /** Of the copy of `container_context` for the run launcher. */
  readonly containerContext: number;
  /** By the key of `container_context.ecs` it comes from. */
  readonly parts: ReadonlyMap<string, number>;
}

/** A problem at what takes most of the room, when the whole is larger than ECS takes. */
export function describeTooLarge(
  location: LocationDocument,
  deployment: DeploymentDocument | undefined,
  { total, containerContext, parts }: TaskSize,
): readonly Problem[] {
  if (total <= MOST_TASK_DEFINITION_BYTES) return [];
  const report = makeReport();
  const view = makeView(location, deployment);
  const ordered = [...parts].filter(([, bytes]) => bytes > 2).toSorted(([, left], [, right]) => right - left);
  const places = ordered.flatMap(([key]) => childAt(view.ecs, key) ?? childAt(view.launcher, key) ?? []);
  const largest = ordered.slice(0, 3).map(([key, bytes]) => `${key} ${bytes}`);
  tellAtKey(report, places[0] ?? view.location, {
    code: "task-definition-too-large",
    message: `The task definition has ${total} bytes and ECS takes at most ${MOST_TASK_DEFINITION_BYTES}; most of it is ${[...largest, `and the copy of container_context for runs ${containerContext}`].join(", ")}.`,
    hint: "Move long values into secrets, a file of the image or a parameter; what stands in container_context counts twice.",
  });
  return report.problems;
}
