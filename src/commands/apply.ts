import { applyPlan } from "../apply/apply-plan.ts";
import { ActionError } from "../errors.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { Plan } from "../model/plan.ts";
import { refuseDowngrade } from "../plan/downgrade.ts";
import { parsePlan } from "../plan/parse-plan.ts";
import { comparePlans } from "../plan/stale.ts";
import { readAgentConfiguration } from "./agent-configuration.ts";
import { connectAws } from "./aws-connection.ts";
import { carryOutInput } from "./carry-out-input.ts";
import type { CommandContext } from "./context.ts";
import { loadConfiguration } from "./load-configuration.ts";
import { contestOf, ownRun } from "./own-run.ts";
import { blockedSteps, failedChecks } from "./plan.ts";
import { preparePlan } from "./prepare.ts";
import type { CommandResult } from "./result.ts";
import { refuseUntrusted } from "./trusted-event.ts";
import { findingsOf, hasErrors } from "./validate.ts";

/** Plans, carries the plan out, and watches it to its end. Nothing is written before every location has passed. */
export async function apply(context: CommandContext): Promise<CommandResult> {
  const { inputs } = context;
  refuseUntrusted(context.event, "apply");
  const savedPlan = await readSavedPlan(context);
  const agent = await readAgentConfiguration(context);
  const configuration = await loadConfiguration(context, { missingSeverity: "error", needsDeployment: true, agent });
  const findings = findingsOf(configuration, inputs.strict);
  const launcher = configuration.deploymentConfig?.launcher;
  if (hasErrors(findings) || launcher === undefined) return { kind: "invalid", findings };
  const ports = await connectAws(context, launcher);
  const run = await preparePlan({ context, configuration, launcher, ports, mode: "apply" });
  const reasons = [
    ...failedChecks(run.preflight),
    // With `verify` the checks have said so already.
    ...(inputs.verify ? [] : missingImages(run.desired)),
    ...blockedSteps(run.plan),
    ...(inputs.allowDowngrade ? [] : refuseDowngrade(run.plan, run.base?.services.values() ?? [], ownRun(context))),
    ...(savedPlan === undefined ? [] : comparePlans(savedPlan, run.plan)),
  ];
  if (reasons.length > 0) return { kind: "refused", findings, run, reasons: [...new Set(reasons)] };
  await context.onApply(run);
  const outcome = await applyPlan(
    {
      ...carryOutInput(run, launcher, context),
      services: run.base?.services ?? new Map(),
      ...contestOf(run, context),
      keepRevisions: inputs.keepRevisions,
    },
    { ...ports, clock: context.clock },
  );
  return { kind: "applied", findings, run, outcome };
}

async function readSavedPlan(context: CommandContext): Promise<Plan | undefined> {
  const path = context.inputs.planFile;
  if (path === undefined) return undefined;
  const bytes = await context.files.read(path);
  if (bytes !== undefined) return parsePlan(new TextDecoder().decode(bytes));
  throw new ActionError("plan-file-missing", `There is no plan file ${path}.`, {
    source: "user",
    hint: "Run `command: plan` with the same `plan-file` first, and bring the file along.",
  });
}

/** A missing image is a warning in a plan; an apply needs it now. */
export function missingImages(desired: readonly DesiredLocation[]): readonly string[] {
  return desired
    .filter(({ image }) => image.status === "missing")
    .map(({ name, image }) => `"${name}": the image ${image.requested} is not in ECR; push it before this step`);
}
