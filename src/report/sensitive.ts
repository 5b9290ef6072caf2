import type { FieldChange, Step } from "../model/plan.ts";
import { nameField, renderPlainValue } from "./change-lines.ts";
import { sensitiveChanges } from "./worth-showing.ts";

/** A change that a reviewer must look at twice, and the locations that get it. */
export interface SensitiveChange {
  /** For example `secrets.WAREHOUSE_PASSWORD`. */
  readonly field: string;
  readonly change: FieldChange["change"];
  /** Texts in one line; absent for a structure, which only the details can show. */
  readonly before?: string;
  readonly after?: string;
  readonly locations: readonly string[];
}

/** The sensitive changes of a plan; the same one of several locations only once. */
export function collectSensitiveChanges(steps: readonly Step[]): readonly SensitiveChange[] {
  const found = new Map<string, SensitiveChange>();
  for (const step of steps) {
    for (const change of sensitiveChanges(step)) {
      const [before, after] = [renderPlainValue(change.before), renderPlainValue(change.after)];
      const identity = JSON.stringify([change.resource, change.path, change.change, change.before, change.after]);
      found.set(identity, {
        field: nameField(change),
        change: change.change,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        locations: [...(found.get(identity)?.locations ?? []), step.location],
      });
    }
  }
  return [...found.values()];
}
