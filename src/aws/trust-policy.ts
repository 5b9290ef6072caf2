/** The service that starts ECS tasks, the same in every partition. */
const TASKS_SERVICE = "ecs-tasks.amazonaws.com";
const ASSUME_ACTIONS = new Set(["sts:assumerole", "sts:*", "*"]);

/**
 * Whether a role's trust policy, as IAM returns it (URL-encoded JSON), lets ECS tasks assume the role. Conditions
 * are not judged: they depend on the task.
 */
export function trustsEcsTasks(encodedPolicy: string): boolean {
  const policy: unknown = JSON.parse(decodeURIComponent(encodedPolicy));
  return listOf(membersOf(policy).Statement).some((statement) => {
    const { Effect, Action, Principal } = membersOf(statement);
    return (
      Effect === "Allow" &&
      listOf(Action).some((action) => typeof action === "string" && ASSUME_ACTIONS.has(action.toLowerCase())) &&
      (Principal === "*" || listOf(membersOf(Principal).Service).includes(TASKS_SERVICE))
    );
  });
}

/** IAM lets a list of one be written without the list. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
