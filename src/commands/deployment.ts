import type { DagsterDeployment } from "../model/desired.ts";

/** The full deployment of this name. */
export function fullDeployment(name: string): DagsterDeployment {
  return { name, kind: "full" };
}
