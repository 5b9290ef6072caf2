import type { GitHubEvent } from "../model/github-event.ts";

/** What `auto` has chosen, or why there is nothing to do. */
export type ChosenCommand =
  | { readonly command: "validate" | "plan" | "apply" | "redeploy" | "rollback" }
  | { readonly command: "nothing"; readonly message: string };

const APPLYING_EVENTS = new Set(["push", "release", "workflow_dispatch", "repository_dispatch", "workflow_call"]);

/** The command of the inputs; `auto` chooses from the event. Whatever could change AWS for a fork only plans. */
export function chooseCommand(
  command: "auto" | "validate" | "plan" | "apply" | "redeploy" | "rollback",
  event: GitHubEvent | undefined,
): ChosenCommand {
  if (command !== "auto") return { command };
  if (event === undefined) return { command: "plan" };
  if (event.name === "pull_request" && event.action === "closed") {
    return { command: "nothing", message: "The pull request is closed: there is nothing to do." };
  }
  return { command: APPLYING_EVENTS.has(event.name) && !event.headIsFork ? "apply" : "plan" };
}
