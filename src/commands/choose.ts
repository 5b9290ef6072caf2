import { ActionError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { DagsterDeployment } from "../model/desired.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import { branchDeployment, fullDeployment } from "./deployment.ts";
import { isUntrusted } from "./trusted-event.ts";

/** One thing to do, or why there is nothing to do. */
export type ChosenCommand =
  | {
      readonly command: Exclude<Inputs["command"], "auto">;
      /** The Dagster deployment it is done to. */
      readonly deployment: DagsterDeployment;
    }
  | { readonly command: "nothing"; readonly message: string };

/** What the choice depends on. */
export type ChoiceInputs = Pick<Inputs, "command" | "branchDeployments" | "branchDeploymentName" | "deployment">;

const APPLYING_EVENTS = new Set(["push", "release", "workflow_dispatch", "repository_dispatch", "workflow_call"]);

/** Commands that change what a deployment runs. */
const CHANGING: ReadonlySet<Inputs["command"]> = new Set(["apply", "redeploy", "rollback"]);

/** Activities of a pull request after which its branch deployment may have to change. */
const DEPLOYING_ACTIONS = new Set(["opened", "synchronize", "reopened", "ready_for_review", "edited", "labeled"]);

/**
 * The commands of a run, in their order: that of the inputs, or what `auto` chooses from the event. Whatever could
 * change AWS for a fork only plans. Throws an ActionError (source `user`) for what can never be right.
 */
export function chooseCommands(inputs: ChoiceInputs, event: GitHubEvent | undefined): readonly ChosenCommand[] {
  const { command } = inputs;
  if (command !== "auto" && CHANGING.has(command)) return [{ command, deployment: deploymentToChange(inputs, event) }];
  const deployment = fullDeployment(inputs.deployment);
  if (command !== "auto") return [{ command, deployment }];
  if (event?.name === "pull_request") return chooseForPullRequest(inputs, event);
  const applies = event !== undefined && APPLYING_EVENTS.has(event.name) && !event.headIsFork;
  return [{ command: applies ? "apply" : "plan", deployment }];
}

function chooseForPullRequest(inputs: ChoiceInputs, event: GitHubEvent): readonly ChosenCommand[] {
  const plan: ChosenCommand = { command: "plan", deployment: fullDeployment(inputs.deployment) };
  if (event.action === "closed") return [chooseForClosed(inputs, event)];
  if (!inputs.branchDeployments || !DEPLOYING_ACTIONS.has(event.action ?? "")) return [plan];
  if (event.headIsFork) return [plan, nothing("The pull request comes from a fork: it gets no branch deployment.")];
  if (event.pullRequestState === "closed") {
    return [plan, nothing("The pull request is closed: it gets no branch deployment.")];
  }
  return [plan, { command: "apply", deployment: branchDeployment(inputs, event) }];
}

function chooseForClosed(inputs: ChoiceInputs, event: GitHubEvent): ChosenCommand {
  if (!inputs.branchDeployments) return nothing("The pull request is closed: there is nothing to do.");
  if (event.headIsFork) return nothing("The pull request came from a fork: it has no branch deployment.");
  return { command: "destroy", deployment: fullDeployment(inputs.deployment) };
}

/** With branch deployments, what a pull request started goes to its branch deployment and nowhere else. */
function deploymentToChange(inputs: ChoiceInputs, event: GitHubEvent | undefined): DagsterDeployment {
  const full = fullDeployment(inputs.deployment);
  // The command itself refuses what may only plan.
  if (!inputs.branchDeployments || (event !== undefined && isUntrusted(event))) return full;
  if (event === undefined) {
    throw new ActionError("no-pull-request-event", "A branch deployment is changed by the event of its pull request.", {
      source: "user",
      hint: "Leave `branch-deployments` out: then `deployment` says which one.",
    });
  }
  if (event.pullRequest === undefined) return full;
  if (event.action === "closed" || event.pullRequestState === "closed") {
    throw new ActionError(
      "pull-request-closed",
      `Pull request ${event.pullRequest} is closed: it gets no branch deployment.`,
      {
        source: "user",
        hint: "Leave `command` out: `auto` removes the branch deployment of a pull request that closes.",
      },
    );
  }
  return branchDeployment(inputs, event);
}

function nothing(message: string): ChosenCommand {
  return { command: "nothing", message };
}
