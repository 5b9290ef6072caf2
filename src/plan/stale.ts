import type { Plan, Step } from "../model/plan.ts";

/**
 * Why a saved plan must not be carried out now: one sentence for each difference between what it was made on and
 * what is there. Empty when both would do the same.
 */
export function comparePlans(saved: Plan, current: Plan): readonly string[] {
  const request = (["deployment", "cluster", "region", "account", "source", "organization"] as const)
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
  if (saved.fingerprints?.configuration !== current.fingerprints?.configuration) {
    return [`${name} is configured differently from what was planned`];
  }
  if (saved.fingerprints?.full !== current.fingerprints?.full) {
    return [
      `${name} has another image than was planned: ${saved.image?.reference} then, ${current.image?.reference} now`,
    ];
  }
  return saved.action === current.action ? [] : [`${name} would be "${current.action}" now, not "${saved.action}"`];
}
