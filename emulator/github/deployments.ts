import { type GitHubAnswer, listPage, notFound, type RouteCall, requireRepository, requireWriter } from "./calls.ts";
import type { DeploymentRecord, DeploymentStatusRecord, GitHubRepositoryRecord } from "./state.ts";
import { viewDeployment, viewDeploymentStatus } from "./views.ts";

/** Newest first, by sha, ref and environment. */
export function listDeployments(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const { query } = call.request;
  const fits = (name: string, value: string): boolean => [null, value].includes(query.get(name));
  const chosen = repository.deployments
    .filter(({ ref, task }) => fits("ref", ref) && fits("sha", ref) && fits("task", task))
    .filter(({ environment }) => fits("environment", environment))
    .toReversed();
  return listPage(
    call,
    chosen.map((deployment) => viewDeployment(repository, deployment)),
  );
}

export function createDeployment(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const repository = requireRepository(call);
  const { github, settings, timeline } = call.world;
  // The shapes have been checked against GitHub's description.
  const body = call.request.body as {
    readonly ref: string;
    readonly environment?: string;
    readonly task?: string;
    readonly description?: string | null;
    readonly payload?: unknown;
    readonly transient_environment?: boolean;
    readonly production_environment?: boolean;
  };
  const { environment = "production" } = body;
  const deployment: DeploymentRecord = {
    id: github.nextDeploymentId,
    ref: body.ref,
    environment,
    task: body.task ?? "deploy",
    description: body.description ?? null,
    payload: body.payload ?? "",
    transient: body.transient_environment ?? false,
    production: body.production_environment ?? environment === "production",
    login: settings.githubLogin,
    createdAt: timeline.now,
    statuses: [],
  };
  github.nextDeploymentId += 1;
  repository.deployments.push(deployment);
  return { status: 201, body: viewDeployment(repository, deployment) };
}

/** Newest first. */
export function listDeploymentStatuses(call: RouteCall): GitHubAnswer {
  const { deployment } = requireDeployment(call);
  return listPage(
    call,
    deployment.statuses.toReversed().map((status) => viewDeploymentStatus(deployment, status)),
  );
}

export function createDeploymentStatus(call: RouteCall): GitHubAnswer {
  requireWriter(call);
  const { repository, deployment } = requireDeployment(call);
  const { state, auto_inactive: endsOthers = true } = call.request.body;
  const status = addStatus(call, deployment, String(state), call.request.body);
  if (state === "success" && endsOthers === true) {
    for (const prior of priorSuccesses(repository, deployment)) addStatus(call, prior, "inactive", {});
  }
  return { status: 201, body: viewDeploymentStatus(deployment, status) };
}

function addStatus(
  { world }: RouteCall,
  deployment: DeploymentRecord,
  state: string,
  { description, log_url: logUrl, environment_url: environmentUrl }: Readonly<Record<string, unknown>>,
): DeploymentStatusRecord {
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const status: DeploymentStatusRecord = {
    id: world.github.nextDeploymentId,
    state,
    description: text(description),
    logUrl: text(logUrl),
    environmentUrl: text(environmentUrl),
    createdAt: world.timeline.now,
  };
  world.github.nextDeploymentId += 1;
  deployment.statuses.push(status);
  return status;
}

/** Those a success puts to rest: of the same environment, which is neither transient nor production. */
function priorSuccesses(repository: GitHubRepositoryRecord, deployment: DeploymentRecord): readonly DeploymentRecord[] {
  return repository.deployments.filter(
    (prior) =>
      prior.id < deployment.id &&
      prior.environment === deployment.environment &&
      !prior.transient &&
      !prior.production &&
      prior.statuses.at(-1)?.state === "success",
  );
}

function requireDeployment(call: RouteCall): { repository: GitHubRepositoryRecord; deployment: DeploymentRecord } {
  const repository = requireRepository(call);
  const deployment = repository.deployments.find(({ id }) => String(id) === call.params.deployment_id);
  if (deployment === undefined) throw notFound();
  return { repository, deployment };
}
