import { applyPlan } from "../apply/apply-plan.ts";
import { ActionError, type Problem } from "../errors.ts";
import type { Outcome } from "../model/outcome.ts";
import { runTags } from "../model/run-order.ts";
import { TAG_COMMIT } from "../model/tags.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { refuseLateChange } from "../plan/downgrade.ts";
import type { AwsPorts } from "../ports.ts";
import { readAgentConfiguration } from "./agent-configuration.ts";
import { missingImages } from "./apply.ts";
import { connectAws } from "./aws-connection.ts";
import { carryOutInput } from "./carry-out-input.ts";
import type { CommandContext } from "./context.ts";
import { type Configuration, loadConfiguration } from "./load-configuration.ts";
import { ownRun } from "./own-run.ts";
import { blockedSteps, failedChecks } from "./plan.ts";
import { type DecideRevisions, prepareRevisions } from "./prepare-revisions.ts";
import type { CommandResult, Findings, PlannedRun } from "./result.ts";
import { refuseUntrusted } from "./trusted-event.ts";
import { hasErrors } from "./validate.ts";

/**
 * Plans what is decided for each selected location, checks that its tasks can start, carries the plan out and watches
 * it to its end. Nothing is written before every location has passed. The configuration is read for names, cluster and
 * timeouts; nothing of it is rendered.
 */
export async function changeRevisions(context: CommandContext, decide: DecideRevisions): Promise<CommandResult> {
  const { inputs } = context;
  refuseUntrusted(context.event, inputs.command === "rollback" ? "rollback" : "redeploy");
  refusePlanFile(context);
  const agent = await readAgentConfiguration(context);
  const configuration = await loadConfiguration(context, { missingSeverity: "warning", needsDeployment: true, agent });
  const findings = neededFindings(configuration, context);
  const launcher = configuration.deploymentConfig?.launcher;
  if (hasErrors(findings) || launcher === undefined) return { kind: "invalid", findings };
  const ports = await connectAws(context, launcher);
  const { run, notAllowed, services } = await prepareRevisions({ context, configuration, launcher, ports, decide });
  const reasons = [
    ...failedChecks(run.preflight),
    // With `verify` the checks have said so already.
    ...(inputs.verify ? [] : missingImages(run.desired)),
    ...blockedSteps(run.plan),
    ...notAllowed,
    ...(inputs.allowDowngrade ? [] : refuseLateChange(run.plan, services, ownRun(context))),
  ];
  if (reasons.length > 0) return { kind: "refused", findings, run, reasons: [...new Set(reasons)] };
  await context.onApply(run);
  return { kind: "applied", findings, run, outcome: await carryOut(run, launcher, context, ports) };
}

function refusePlanFile({ inputs }: CommandContext): void {
  if (inputs.planFile === undefined) return;
  throw new ActionError("plan-file-not-supported", "plan-file is given, but this command makes its own plan.", {
    source: "user",
    hint: "Remove plan-file here; it is for the commands plan and apply.",
  });
}

/** What a file must say for the services to be found and watched. */
const NEEDED_SETTING = /\b(?:cluster|service_discovery_\w+|\w+_timeout|ecs_grace_period|registry)$/;

/** What a warning is about does not come into play here; but a variable that is not set may be needed. */
function neededFindings({ problems, sources }: Configuration, { inputs }: CommandContext): Findings {
  const isNeeded = ({ severity, code, path }: Problem): boolean => {
    if (severity === "error") return true;
    const setting = code === "variable-not-set" ? NEEDED_SETTING.exec(path)?.[0] : undefined;
    return setting !== undefined && !(setting === "cluster" && inputs.cluster !== undefined);
  };
  return { sources, problems: problems.filter(isNeeded).map((problem) => ({ ...problem, severity: "error" })) };
}

async function carryOut(
  run: PlannedRun,
  launcher: LauncherConfig,
  context: CommandContext,
  ports: AwsPorts,
): Promise<Outcome> {
  // The commit of this run says nothing of the revisions: each brings its own.
  const { [TAG_COMMIT]: _commit, ...tags } = runTags(context.event);
  return applyPlan(
    {
      ...carryOutInput(run, launcher, context),
      runTags: tags,
      revisionsOnly: true,
    },
    { ...ports, clock: context.clock },
  );
}
