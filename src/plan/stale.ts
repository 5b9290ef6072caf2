import type { JsonValue } from "../model/json.ts";
import type { FieldChange, Plan, Step } from "../model/plan.ts";
import { canonicalJson } from "../normalize/canonical-json.ts";

/**
 * Why a saved plan must not be carried out now: one sentence for each difference between what it was made on and
 * what is there. Empty when both would do the same.
 */
export function comparePlans(saved: Plan, current: Plan): readonly string[] {
  const request = (["deployment", "kind", "cluster", "region", "account", "source", "organization"] as const)
    .filter((key) => saved.request[key] !== current.request[key])
    .map((key) => `the saved plan is for ${key} ${saved.request[key]}, this run for ${current.request[key]}`);
  const currentSteps = new Map(current.steps.map((step) => [step.location, step]));
  const savedNames = new Set(saved.steps.map(({ location }) => location));
  return [
    ...request,
    ...saved.steps.flatMap((step) => compareSteps(step, currentSteps.get(step.location), current.notSelected)),
    ...current.steps
      .filter(({ location }) => !savedNames.has(location))
      .map(({ location }) => `"${location}" is not in the saved plan`),
  ];
}

function compareSteps(saved: Step, current: Step | undefined, notSelected: readonly string[]): readonly string[] {
  const name = `"${saved.location}"`;
  if (notSelected.includes(saved.location)) return [`${name} is in the saved plan, but is not selected in this run`];
  if (current === undefined) return [`${name} is in the saved plan, but not in the configuration any more`];
  const moved = (["serviceArn", "taskDefinitionArn", "ecsDeploymentId"] as const).filter(
    (key) => saved.base[key] !== current.base[key],
  );
  if (moved.length > 0) {
    const facts = moved.map((key) => `${key} was ${saved.base[key] ?? "none"}, is ${current.base[key] ?? "none"}`);
    return [`${name} has moved since the plan: ${facts.join("; ")}`];
  }
  const otherAction = `${name} would be "${current.action}" now, not "${saved.action}"`;
  // What is to be removed has no configuration to compare.
  if ((saved.action === "delete") !== (current.action === "delete")) return [otherAction];
  if (saved.fingerprints?.configuration !== current.fingerprints?.configuration) {
    return [`${name} is configured differently from what was planned`];
  }
  if (saved.fingerprints?.full !== current.fingerprints?.full) {
    return [
      `${name} has another image than was planned: ${saved.image?.reference} then, ${current.image?.reference} now`,
    ];
  }
  if (saved.action !== current.action) return [otherAction];
  return compareChanges(name, saved.changes, current.changes);
}

/** What differs is as much part of a plan as what is done: somebody may have changed the service in between. */
function compareChanges(
  name: string,
  saved: readonly FieldChange[],
  current: readonly FieldChange[],
): readonly string[] {
  const keyOf = ({ resource, path }: FieldChange): string => `${resource} ${path}`;
  const planned = new Map(saved.map((change) => [keyOf(change), change]));
  const found = new Map(current.map((change) => [keyOf(change), change]));
  const kept = current.filter((change) => planned.has(keyOf(change)));
  return [
    ...current
      .filter((change) => !planned.has(keyOf(change)))
      .map(({ path }) => `${name} would change ${path}, which the saved plan does not`),
    ...kept
      .filter((change) => textOf(change) !== textOf(planned.get(keyOf(change))))
      .map(({ path }) => `${name} would change ${path} otherwise than the saved plan does`),
    ...saved
      .filter((change) => !found.has(keyOf(change)))
      .map(({ path }) => `${name} would not change ${path} any more, as the saved plan does`),
  ];
}

function textOf(change: FieldChange | undefined): string {
  // A change holds nothing that JSON cannot carry, but its optional members keep it from being a JsonValue.
  return canonicalJson((change ?? null) as unknown as JsonValue);
}
