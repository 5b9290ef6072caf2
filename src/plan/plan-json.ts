import type { JsonValue } from "../model/json.ts";
import type { Plan } from "../model/plan.ts";
import { canonicalJson } from "../normalize/canonical-json.ts";

/** The plan as a file: the same bytes for the same plan. */
export function serializePlan(plan: Plan): string {
  // A plan holds nothing that JSON cannot carry, but its optional members keep it from being a JsonObject.
  return `${canonicalJson(plan as unknown as JsonValue, 2)}\n`;
}
