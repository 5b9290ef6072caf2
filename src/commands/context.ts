import type { Inputs } from "../inputs.ts";
import type { DagsterDeployment } from "../model/desired.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { AwsPorts, Clock, Files, PullRequestPort } from "../ports.ts";
import type { PlannedRun } from "./result.ts";

/** What every command works with. */
export interface CommandContext {
  readonly inputs: Inputs;
  /** Undefined on a terminal. */
  readonly event: GitHubEvent | undefined;
  /** The Dagster deployment that is worked on. */
  readonly deployment: DagsterDeployment;
  readonly environment: ReadonlyMap<string, string>;
  readonly files: Files;
  readonly clock: Clock;
  readonly connectAws: (options: { region: string; serviceDiscoveryRoleArn?: string }) => Promise<AwsPorts>;
  readonly connectPullRequests: (options: { token: string; repository: string }) => Promise<PullRequestPort>;
  /** Hides texts that have become known from now on, unless the public texts or the run itself have them. */
  readonly hide: (texts: Iterable<string>, publicTexts?: readonly string[]) => void;
  /** One line about what goes on. */
  readonly onProgress: (text: string) => void;
  /** The plan that is about to be carried out. */
  readonly onApply: (run: PlannedRun) => Promise<void>;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}
