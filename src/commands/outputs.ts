import { explainError } from "../errors.ts";
import type { LocationOutcome, Outcome } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { hasChanges, summarizePlan } from "../plan/summary.ts";
import type { Files, Io } from "../ports.ts";
import { renderWorkspaceFile } from "../report/workspace-file.ts";
import type { PlannedRun } from "./result.ts";

const WORKSPACE_FILE = "dagster-ecs-deploy-workspace.yaml";

/** One entry of the output `locations`. */
export interface LocationOutput {
  readonly name: string;
  readonly action: Step["action"];
  readonly status: LocationOutcome["status"] | "planned";
  readonly service: string;
  readonly taskDefinitionArn: string | null;
  readonly image: string | null;
  readonly hostname: string | null;
  readonly port: number | null;
}

/** Sets the outputs of action.yml. `outcome` is undefined for a plan. */
export async function setOutputs(
  where: { readonly io: Io; readonly files: Files; readonly environment: ReadonlyMap<string, string> },
  run: PlannedRun,
  outcome: Outcome | undefined,
  more: { readonly planFile?: string },
): Promise<void> {
  const { io, files, environment } = where;
  const locations = describeLocations(run, outcome);
  io.setOutput("has-changes", String(hasChanges(run.plan)));
  io.setOutput("summary", JSON.stringify(summarizePlan(run.plan)));
  io.setOutput("deployment", run.plan.request.deployment);
  io.setOutput("locations", JSON.stringify(locations));
  if (more.planFile !== undefined) io.setOutput("plan-file", more.planFile);
  const folder = environment.get("RUNNER_TEMP");
  if (folder === undefined || folder === "") return;
  const path = `${folder}/${WORKSPACE_FILE}`;
  const addresses = locations.flatMap(({ name, hostname, port }) =>
    hostname === null || port === null ? [] : [{ name, host: hostname, port }],
  );
  try {
    await files.write(path, renderWorkspaceFile(addresses));
    io.setOutput("workspace-file", path);
  } catch (error) {
    // What was deployed is deployed: a file beside it must not turn the run red.
    io.annotate({ level: "warning", title: "no workspace-file", message: explainError(error) });
  }
}

/** Sets the output with the address of a comment, when there is one. */
export function setCommentUrl(io: Io, url: string | undefined): void {
  if (url !== undefined) io.setOutput("comment-url", url);
}

/** Every location of the plan, with what an apply made of it. */
export function describeLocations(run: PlannedRun, outcome: Outcome | undefined): readonly LocationOutput[] {
  const desired = new Map(run.desired.map((location) => [location.name, location]));
  // By service too: a sweep has the same location of several branch deployments.
  const keyOf = (one: { location: string; service: string }): string => `${one.service} ${one.location}`;
  const outcomes = new Map(outcome?.locations.map((location) => [keyOf(location), location]));
  return run.plan.steps.map((step) => {
    const wanted = desired.get(step.location);
    const ended = outcomes.get(keyOf(step));
    const isNamed = wanted !== undefined && run.namespaceName !== undefined;
    return {
      name: step.location,
      action: step.action,
      status: ended?.status ?? "planned",
      service: step.service,
      taskDefinitionArn: ended?.taskDefinitionArn ?? step.taskDefinition.reuse ?? step.base.taskDefinitionArn ?? null,
      image: step.image?.reference ?? null,
      hostname: isNamed ? `${wanted.cloudMapService.name}.${run.namespaceName}` : null,
      port: wanted?.port ?? null,
    };
  });
}
