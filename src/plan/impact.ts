import type { Impact, StepAction } from "../model/plan.ts";

/** From least to most. */
const ORDER: readonly Impact[] = ["none", "in-place", "rollout", "downtime", "removal"];

/**
 * Fields of a service that are not changed in place: UpdateService knows no launch type or scheduling strategy, and
 * another deployment controller is another way of deploying altogether.
 */
export const IMMUTABLE_SERVICE_FIELDS: readonly string[] = ["launchType", "schedulingStrategy", "deploymentController"];

/**
 * Whether UpdateService starts a deployment (UpdateServiceRequest of the API reference says for each parameter
 * "triggers" or "doesn't trigger a new service deployment").
 */
const SERVICE_FIELD_IMPACT: Readonly<Record<string, Impact>> = {
  taskDefinition: "rollout",
  networkConfiguration: "rollout",
  serviceRegistries: "rollout",
  desiredCount: "in-place",
  deploymentConfiguration: "in-place",
  enableExecuteCommand: "in-place",
  propagateTags: "in-place",
};

/** What a change of this field of a service does. A field nobody thought of counts as a rollout. */
export function impactOfServiceField(path: readonly string[]): Impact {
  const field = path[0] ?? "";
  return IMMUTABLE_SERVICE_FIELDS.includes(field) ? "downtime" : (SERVICE_FIELD_IMPACT[field] ?? "rollout");
}

/** The worst of several. */
export function worstImpact(impacts: readonly Impact[]): Impact {
  return ORDER[Math.max(0, ...impacts.map((impact) => ORDER.indexOf(impact)))] ?? "none";
}

/** What an action does whatever changes. Undefined: its changes say. */
export function impactOfAction(action: StepAction): Impact | undefined {
  switch (action) {
    case "none":
    case "blocked":
    // Nothing runs yet that could be disturbed.
    case "create":
      return "none";
    case "redeploy":
    case "rollback":
      return "rollout";
    case "replace":
      return "downtime";
    case "delete":
      return "removal";
    case "update":
      return undefined;
  }
}
