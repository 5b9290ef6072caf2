import type { Plan } from "../model/plan.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { warnOfNewerRuns } from "../plan/downgrade.ts";
import { serializePlan } from "../plan/plan-json.ts";
import { readAgentConfiguration } from "./agent-configuration.ts";
import { connectAws } from "./aws-connection.ts";
import type { CommandContext } from "./context.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { ownRun } from "./own-run.ts";
import { preparePlan } from "./prepare.ts";
import type { CommandResult, PlannedRun } from "./result.ts";
import { findingsOf, hasErrors } from "./validate.ts";

/** Reports what an apply would do. Writes nothing to AWS. */
export async function plan(context: CommandContext): Promise<CommandResult> {
  const agent = await readAgentConfiguration(context);
  const configuration = await loadConfiguration(context, { missingSeverity: "error", needsDeployment: true, agent });
  const findings = findingsOf(configuration, context.inputs.strict);
  const launcher = configuration.deploymentConfig?.launcher;
  if (hasErrors(findings) || launcher === undefined) return { kind: "invalid", findings };
  const ports = await connectAws(context, launcher);
  const prepared = await preparePlan({ context, configuration, launcher, ports, mode: "plan" });
  const run = { ...prepared, plan: warnOfDowngrade(prepared, context) };
  if (context.inputs.planFile !== undefined)
    await context.files.write(context.inputs.planFile, serializePlan(run.plan));
  return { kind: "planned", findings, run, failures: [...failedChecks(run.preflight), ...blockedSteps(run.plan)] };
}

/** What a pull request's run plans another run will apply. */
function warnOfDowngrade({ plan, base }: PlannedRun, context: CommandContext): Plan {
  if (base === undefined || context.event?.pullRequest !== undefined) return plan;
  return warnOfNewerRuns(plan, base.services, ownRun(context));
}

/** One sentence per location that must not be touched. */
export function blockedSteps(plan: Plan): readonly string[] {
  return plan.steps
    .filter(({ action }) => action === "blocked")
    .map(({ location, reason }) => `"${location}": ${reason.text}`);
}

/** One sentence per check that failed. */
export function failedChecks(preflight: readonly PreflightCheck[]): readonly string[] {
  return preflight
    .filter(({ status }) => status === "FAIL")
    .map(({ subject, target, message }) => `${subject} ${target}: ${message ?? "failed"}`);
}
