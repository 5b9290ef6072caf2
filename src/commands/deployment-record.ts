import { explainError } from "../errors.ts";
import type { Inputs } from "../inputs.ts";
import type { GitHubEvent } from "../model/github-event.ts";
import type { DeploymentRecordPort, Io } from "../ports.ts";
import { countOf } from "../report/wording.ts";
import type { CommandResult, PlannedRun } from "./result.ts";

/** What recording takes. */
export interface RecorderSettings {
  readonly io: Io;
  readonly inputs: Pick<Inputs, "githubDeployments" | "githubToken">;
  readonly event: GitHubEvent | undefined;
  readonly command: string;
  readonly connectDeploymentRecords: ConnectDeploymentRecords;
}

/** Connects to GitHub's deployment records. */
export type ConnectDeploymentRecords = (options: {
  token: string;
  repository: string;
}) => Promise<DeploymentRecordPort>;

/** Follows one command. Nothing here rejects, nor decides how a run ends: what cannot be recorded is a warning. */
export interface DeploymentRecorder {
  /** Called when a plan is about to be carried out. Does not keep it waiting. */
  readonly begin: (run: Pick<PlannedRun, "plan">) => void;
  /** Called with what came of it; undefined when it ended with an error. */
  readonly end: (result: CommandResult | undefined) => Promise<void>;
}

/** What GitHub calls the commands that change what runs; `deploy` is its own word. */
const TASKS: ReadonlyMap<string, string> = new Map([
  ["apply", "deploy"],
  ["redeploy", "redeploy"],
  ["rollback", "rollback"],
]);

/** Records on GitHub that a deployment goes on, how it ended, and that one is gone, when `github-deployments` asks. */
export function createDeploymentRecorder(settings: RecorderSettings): DeploymentRecorder {
  const { io, inputs, event, command } = settings;
  const { githubToken: token } = inputs;
  if (!inputs.githubDeployments || event === undefined || token === undefined) return IDLE;
  const { repository, runUrl, headSha: commit } = event;
  const warn = (error: unknown): undefined => {
    io.annotate({ level: "warning", title: "no deployment record", message: explainError(error) });
  };
  const connect = (): Promise<DeploymentRecordPort> => settings.connectDeploymentRecords({ token, repository });
  const task = TASKS.get(command);
  let begun: Promise<{ readonly records: DeploymentRecordPort; readonly id: number } | undefined> | undefined;
  let environment = "";
  let isTransient = false;
  return {
    begin({ plan: { request } }) {
      if (task === undefined || begun !== undefined) return;
      environment = request.deployment;
      isTransient = request.kind === "branch";
      begun = connect()
        .then(async (records) => ({
          records,
          id: await records.begin({ commit, environment, task, isTransient, runUrl }),
        }))
        .catch(warn);
    },

    async end(result) {
      try {
        if (result?.kind === "removed") {
          const gone = environmentsGone(result);
          const records = gone.length === 0 ? undefined : await connect();
          for (const name of gone) await records?.retire(name, { runUrl });
        }
        const record = await begun;
        if (record === undefined) return;
        const { records, id } = record;
        await records.end(id, { ...describeEnd(result), runUrl });
        // GitHub does that by itself only for environments that stay.
        if (isTransient) await records.retire(environment, { except: id, runUrl });
      } catch (error) {
        warn(error);
      }
    },
  };
}

const IDLE: DeploymentRecorder = { begin: () => undefined, end: async () => undefined };

/** Branch deployments of which nothing is left. */
function environmentsGone({ removals }: Extract<CommandResult, { kind: "removed" }>): readonly string[] {
  const nameOf = ({ run }: (typeof removals)[number]): string => run.plan.request.deployment;
  const left = new Set(removals.filter(({ outcome }) => !outcome.succeeded).map(nameOf));
  return [...new Set(removals.map(nameOf))].filter((name) => !left.has(name));
}

function describeEnd(result: CommandResult | undefined): {
  readonly state: "success" | "failure";
  readonly description: string;
} {
  if (result?.kind !== "applied") return { state: "failure", description: "The run ended before the deployment did." };
  const { succeeded, locations } = result.outcome;
  if (succeeded) return { state: "success", description: countOf(locations.length, "code location") };
  const well = locations.filter(({ status }) => ["succeeded", "unchanged", "started"].includes(status)).length;
  return {
    state: "failure",
    description: `${locations.length - well} of ${countOf(locations.length, "code location")} failed`,
  };
}
