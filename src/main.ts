import { type ChosenCommand, chooseCommands } from "./commands/choose.ts";
import type { CommandContext } from "./commands/context.ts";
import { fullDeployment } from "./commands/deployment.ts";
import { type ConnectDeploymentRecords, createDeploymentRecorder } from "./commands/deployment-record.ts";
import { credentialsOf, publicTextsOfRun, withoutHidden, withoutHiddenInComments } from "./commands/redaction.ts";
import type { CommandResult } from "./commands/result.ts";
import { findOutWhoseCode } from "./commands/trusted-event.ts";
import { validate } from "./commands/validate.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import type { GitHubEvent } from "./model/github-event.ts";
import type { Clock, Files, Io, PullRequestPort } from "./ports.ts";
import type { Concealment } from "./report/concealment.ts";
import { showInvisible } from "./report/escape.ts";

/** Everything a run touches. Tests inject their own. */
export interface Dependencies {
  readonly io: Io;
  readonly files: Files;
  readonly clock: Clock;
  readonly environment: ReadonlyMap<string, string>;
  /** The text of an input by its name. */
  readonly readInput: (name: string) => string | undefined;
  /** Undefined on a terminal. */
  readonly readEvent: () => Promise<GitHubEvent | undefined>;
  readonly connectAws: CommandContext["connectAws"];
  readonly connectPullRequests: (options: { token: string; repository: string }) => Promise<PullRequestPort>;
  readonly connectDeploymentRecords: ConnectDeploymentRecords;
  readonly signal: AbortSignal;
  /** What must not be written: grows while the run reads. */
  readonly concealment: Concealment;
}

/** Runs the action once: reads the inputs, runs the command, reports. True when the step is to be green. */
export async function run(given: Dependencies): Promise<boolean> {
  const dependencies = hideCredentials(given);
  const { io } = dependencies;
  const [{ publish }, { publishCommandError, publishError }] = await Promise.all([
    import("./commands/publish.ts"),
    import("./commands/publish-error.ts"),
  ]);
  try {
    const inputs = readInputs(dependencies.readInput);
    const event = await findOutWhoseCode(await dependencies.readEvent(), inputs, dependencies.connectPullRequests);
    let succeeded = true;
    for (const [index, chosen] of chooseCommands(inputs, event).entries()) {
      // A plan file is of the first command's deployment.
      const own = index === 0 ? inputs : { ...inputs, planFile: undefined };
      const publication = { ...dependencies, inputs: own, event, command: chosen.command };
      let result: CommandResult;
      try {
        result = await runRecorded(chosen, own, event, dependencies);
      } catch (error) {
        await publishCommandError(error, chosen, publication);
        return false;
      }
      succeeded = (await publish(result, publication)) && succeeded;
      // The other command would find the same mistakes.
      if (result.kind === "invalid") break;
    }
    return succeeded;
  } catch (error) {
    await publishError(error, io);
    return false;
  }
}

/** The same, with an end for everything that is hidden; what is known of it already is masked before all else. */
function hideCredentials(given: Dependencies): Dependencies {
  const { concealment, environment, readInput, connectPullRequests } = given;
  const credentials = [...credentialsOf(environment), readInput("github-token") ?? ""];
  for (const text of concealment.hide(credentials)) given.io.mask(text);
  // One for the run: what GitHub has said of its token need not be asked for each comment.
  const connections = new Map<string, Promise<PullRequestPort>>();
  return {
    ...given,
    io: withoutHidden(given.io, concealment.redact),
    connectPullRequests: (options) => {
      const key = JSON.stringify([options.token, options.repository]);
      const connection =
        connections.get(key) ??
        connectPullRequests(options).then((port) => withoutHiddenInComments(port, concealment.redact));
      connections.set(key, connection);
      return connection;
    },
  };
}

/** Runs one command; with `github-deployments`, GitHub is told when it begins to change something, and how it ended. */
async function runRecorded(
  chosen: ChosenCommand,
  inputs: Inputs,
  event: GitHubEvent | undefined,
  dependencies: Dependencies,
): Promise<CommandResult> {
  const { io, connectDeploymentRecords } = dependencies;
  const { command } = chosen;
  const recorder = createDeploymentRecorder({ io, inputs, event, command, connectDeploymentRecords });
  const context = makeContext(inputs, event, dependencies);
  let result: CommandResult | undefined;
  try {
    result = await runCommand(chosen, {
      ...context,
      onApply: (run) => {
        recorder.begin(run);
        return context.onApply(run);
      },
    });
    return result;
  } finally {
    await recorder.end(result);
  }
}

/** What a command works with. */
export function makeContext(
  inputs: Inputs,
  event: GitHubEvent | undefined,
  dependencies: Pick<
    Dependencies,
    "environment" | "files" | "clock" | "connectAws" | "connectPullRequests" | "signal" | "io" | "concealment"
  >,
): CommandContext {
  const { io, concealment, environment } = dependencies;
  const ofRun = publicTextsOfRun(environment, inputs);
  return {
    ...dependencies,
    inputs,
    event,
    deployment: fullDeployment(inputs.deployment),
    hide: (texts, publicTexts = []) => {
      for (const text of concealment.hide(texts, [...publicTexts, ...ofRun])) io.mask(text);
    },
    onProgress: (text) => io.info(showInvisible(text)),
    onApply: async ({ plan, preflight }) => {
      const { printPlan } = await import("./commands/print-report.ts");
      printPlan({ plan, preflight, problems: [] }, io);
    },
  };
}

/**
 * Runs one command on the deployment it was chosen for. Each brings its own code along: a check of the configuration
 * starts without what plans, writes and reports on plans.
 */
export async function runCommand(
  chosen: ChosenCommand | { readonly command: "render" },
  context: CommandContext,
): Promise<CommandResult> {
  const own = "deployment" in chosen ? { ...context, deployment: chosen.deployment } : context;
  switch (chosen.command) {
    case "validate":
      return validate(own);
    case "render": {
      const { render } = await import("./commands/render.ts");
      return render(own);
    }
    case "plan": {
      const { plan } = await import("./commands/plan.ts");
      return plan(own);
    }
    case "apply": {
      const { apply } = await import("./commands/apply.ts");
      const { refuseLateApply } = await import("./commands/late-run.ts");
      return (await refuseLateApply(own)) ?? apply(own);
    }
    case "destroy": {
      const { destroy } = await import("./commands/destroy.ts");
      return destroy(own);
    }
    case "sweep": {
      const { sweep } = await import("./commands/sweep.ts");
      return sweep(own);
    }
    case "redeploy": {
      const { redeploy } = await import("./commands/redeploy.ts");
      return redeploy(own);
    }
    case "rollback": {
      const { rollback } = await import("./commands/rollback.ts");
      return rollback(own);
    }
    case "nothing":
      return { kind: "nothing", message: chosen.message };
  }
}
