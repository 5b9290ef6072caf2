import type { Report } from "../report.ts";
import { describeValue, quote } from "../report.ts";
import { tellOutsideRange } from "./containers.ts";
import { tasksOf } from "./tasks.ts";
import { childAt, itemsAt, knownText, type Sited, tell, type ViewCheck, winner } from "./view.ts";

/** Seconds and counts a health check can have (HealthCheck of the ECS API). */
const RANGES = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] } as const;

/** The code server's health check and those of the sidecars. */
export const checkHealthChecks: ViewCheck = (view, report) => {
  const sidecars = tasksOf(view).flatMap((task) => task.sidecars);
  const checks = [winner(view, "server_health_check"), ...sidecars.map((sidecar) => childAt(sidecar, "healthCheck"))];
  for (const check of checks) {
    if (check?.node.kind !== "map") continue;
    for (const [key, range] of Object.entries(RANGES)) {
      tellOutsideRange(childAt(check, key), range, "health-check-range", report);
    }
    checkCommand(check, report);
  }
};

function checkCommand(check: Sited, report: Report): void {
  const command = childAt(check, "command");
  if (command?.node.kind !== "list") return;
  const [form, ...rest] = itemsAt(check, "command");
  if (!form) {
    tell(report, command, {
      code: "health-check-empty",
      message: "The command of a health check is an empty list.",
      hint: 'Write for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].',
    });
    return;
  }
  const first = knownText(form.node);
  if (first === undefined || first === "NONE") return;
  if (first !== "CMD" && first !== "CMD-SHELL") {
    tell(report, form, {
      code: "health-check-form",
      // ECS takes it all the same, and AWS's own collector is documented so (aws-cdk issue 34389).
      severity: "warning",
      message: `The command of a health check begins with ${describeValue(form.node)} where the ECS API wants CMD or CMD-SHELL; other forms may never run.`,
      hint: `Write ${correctForm(first, rest)}.`,
    });
  } else if (rest.length === 0) {
    tell(report, form, {
      code: "health-check-empty",
      severity: "warning",
      message: `The command of a health check is only ${first}, with nothing to run.`,
      hint: `Write for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].`,
    });
  } else if (first === "CMD-SHELL" && rest[1]) {
    tell(report, rest[1], {
      code: "health-check-shell-words",
      severity: "warning",
      message: "A health check of the form CMD-SHELL runs its second entry only; this one is no part of the command.",
      hint: "Write the whole command as one text, or use CMD with one entry per word.",
    });
  }
}

/** The same command in the right form; `cmd-shell` and the like are the form, not the command. */
function correctForm(first: string, rest: readonly Sited[]): string {
  const words = rest.map(({ node }) => knownText(node) ?? "...");
  const form = first.toUpperCase().replaceAll(/[^A-Z]+/g, "-");
  if (form === "CMD" || form === "CMD-SHELL") return commandText([form, ...words]);
  return rest.length === 0 ? commandText(["CMD-SHELL", first]) : commandText(["CMD", first, ...words]);
}

function commandText(words: readonly string[]): string {
  return `command: [${words.map(quote).join(", ")}]`;
}
