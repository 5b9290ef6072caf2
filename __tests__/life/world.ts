import { ECSClient } from "@aws-sdk/client-ecs";
import { vi } from "vitest";
import {
  createManualClock,
  type DagsterAccount,
  type Emulator,
  type EmulatorOptions,
  type ManualClock,
  startEmulator,
} from "../../emulator/index.ts";
import { createAwsPorts } from "../../src/aws/index.ts";
import { apply } from "../../src/commands/apply.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import { fullDeployment } from "../../src/commands/deployment.ts";
import { plan } from "../../src/commands/plan.ts";
import { redeploy } from "../../src/commands/redeploy.ts";
import type { CommandResult } from "../../src/commands/result.ts";
import { rollback } from "../../src/commands/rollback.ts";
import { ActionError } from "../../src/errors.ts";
import { readInputs } from "../../src/inputs.ts";
import type { GitHubEvent } from "../../src/model/github-event.ts";
import type { AwsPorts, Files } from "../../src/ports.ts";
import { ACME_API, deploymentFileOf } from "../account-files.ts";
import { createSleepingClock } from "../sleeping-clock.ts";

export const REPOSITORY = "example/data";
const START = Date.parse("2026-01-02T03:04:05Z");

const COMMANDS = { plan, apply, redeploy, rollback };

/** Decides about one call of a port: may wait before it, fail instead of it, or fail after it. */
export type AroundCall = <Result>(method: string, call: () => Promise<Result>) => Promise<Result>;

/** One run of a command. */
export interface Run {
  readonly command: keyof typeof COMMANDS;
  /** Text of dagster_cloud.yaml. */
  readonly workspace: string;
  /** Text of dagster.yaml, instead of the account's own. */
  readonly deploymentFile?: string;
  /** Instead of FARGATE. */
  readonly launchType?: "FARGATE" | "EC2";
  readonly inputs?: Readonly<Record<string, string>>;
  /** GitHub's run id; the run number is 1,000 less. Undefined: on a terminal. */
  readonly runId?: number;
  readonly attempt?: number;
  readonly repository?: string;
  readonly signal?: AbortSignal;
  readonly around?: AroundCall;
}

/** Whole commands in one process, with the real adapters, against an emulator on a clock that only sleeping moves. */
export interface LifeWorld {
  readonly emulator: Emulator;
  readonly account: DagsterAccount;
  readonly clock: ManualClock;
  /** What somebody else changes in the account. */
  readonly ecs: ECSClient;
  /** ARNs of the revisions that were deregistered from outside. */
  readonly deregistered: Set<string>;
  /** Text of dagster.yaml. */
  readonly deploymentFile: string;
  readonly run: (run: Run) => Promise<CommandResult>;
  readonly close: () => Promise<void>;
}

/** Starts an emulator with everything that a configuration of `workspaceFile` names. */
export async function startLife(options: EmulatorOptions = {}): Promise<LifeWorld> {
  const clock = createManualClock(START);
  const emulator = await startEmulator({ clock, pageSize: 100, ...options });
  const written = new Map<string, string>();
  for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
  const account = emulator.seedDagsterAccount({ repositories: ["code"], imageTags: ["1", "2", "3"] });
  const deploymentFile = deploymentFileOf(account, { api: ACME_API });
  return {
    emulator,
    account,
    clock,
    deploymentFile,
    ecs: new ECSClient({
      endpoint: emulator.url,
      region: account.region,
      credentials: { accessKeyId: "AKIAOUTSIDE", secretAccessKey: "outside" },
    }),
    deregistered: new Set(),
    run: (run) => runCommand(run, { emulator, clock, deploymentFile, written }),
    close: async () => {
      vi.unstubAllEnvs();
      await emulator.close();
    },
  };
}

async function runCommand(
  run: Run,
  life: Pick<LifeWorld, "emulator" | "clock" | "deploymentFile"> & { readonly written: Map<string, string> },
): Promise<CommandResult> {
  const { emulator, deploymentFile, written } = life;
  const clock = createSleepingClock(life.clock);
  const inputs = readInputs((name) => ({ command: run.command, verify: "false", ...run.inputs })[name]);
  const context: CommandContext = {
    inputs,
    event: run.runId === undefined ? undefined : pushOf(run.runId, run),
    environment: new Map(Object.entries({ ...emulator.environment, GITHUB_REPOSITORY: run.repository ?? REPOSITORY })),
    files: filesOf(
      {
        "dagster.yaml": (run.deploymentFile ?? deploymentFile).replace("FARGATE", run.launchType ?? "FARGATE"),
        "dagster_cloud.yaml": run.workspace,
      },
      written,
    ),
    clock,
    connectAws: async ({ region }) => {
      const ports = await createAwsPorts({ region, environment: new Map(), clock, log: () => undefined });
      return run.around === undefined ? ports : wrapPorts(ports, run.around);
    },
    deployment: fullDeployment(inputs.deployment),
    connectPullRequests: () => Promise.reject(new Error("GitHub is not asked here")),
    hide: () => undefined,
    onProgress: () => undefined,
    onApply: async () => undefined,
    signal: run.signal ?? new AbortController().signal,
  };
  return COMMANDS[run.command](context);
}

/** The commit of a run. */
export function commitOf(runId: number): string {
  return String(runId).padEnd(40, "0");
}

function pushOf(runId: number, { attempt = 1, repository = REPOSITORY }: Run): GitHubEvent {
  return {
    name: "push",
    repository,
    sha: commitOf(runId),
    headSha: commitOf(runId),
    ref: "refs/heads/main",
    headIsFork: false,
    actor: "octocat",
    runUrl: `https://github.com/${repository}/actions/runs/${runId}`,
    runId,
    runNumber: runId - 1_000,
    runAttempt: attempt,
  };
}

/** The files of a run; what runs write stays for the next ones. */
function filesOf(texts: Readonly<Record<string, string>>, written: Map<string, string>): Files {
  const given = new Map(Object.entries(texts));
  return {
    root: "/checkout",
    async read(path) {
      const text = given.get(path) ?? written.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: async () => [],
    glob: async () => [],
    async write(path, text) {
      written.set(path, text);
    },
  };
}

/** Every method of every port, through `around`. */
export function wrapPorts(ports: AwsPorts, around: AroundCall): AwsPorts {
  const wrap = <Port extends object>(name: string, port: Port): Port => {
    const methods = Object.entries(port).map(([method, call]: [string, unknown]) => [
      method,
      (...values: readonly unknown[]) =>
        around(`${name}.${method}`, async () => (typeof call === "function" ? call(...values) : undefined)),
    ]);
    // Built by name from the port itself: the same methods with the same types.
    return Object.fromEntries(methods) as Port;
  };
  return {
    region: ports.region,
    ecs: wrap("ecs", ports.ecs),
    registry: wrap("registry", ports.registry),
    discovery: wrap("discovery", ports.discovery),
    secrets: wrap("secrets", ports.secrets),
    logs: wrap("logs", ports.logs),
    network: wrap("network", ports.network),
    identity: wrap("identity", ports.identity),
  };
}

/** A run that must come to an outcome; what it says by location. */
export async function statusesOf(result: Promise<CommandResult>): Promise<Readonly<Record<string, string>>> {
  const ended = await result;
  if (ended.kind !== "applied") throw new Error(`not applied: ${describeResult(ended)}`);
  return Object.fromEntries(ended.outcome.locations.map(({ location, status }) => [location, status]));
}

/** A result in a few words, for the message of an assertion. */
export function describeResult(result: CommandResult): string {
  switch (result.kind) {
    case "refused":
      return `refused: ${result.reasons.join("; ")}`;
    case "invalid":
      return `invalid: ${result.findings.problems.map(({ message }) => message).join("; ")}`;
    case "applied":
      return result.outcome.locations
        .map(({ location, action, status, message }) => `${location}: ${action} ${status}: ${message}`)
        .join("\n");
    case "planned":
      return result.run.plan.steps
        .map(({ location, action, reason }) => `${location}: ${action}: ${reason.text}`)
        .join("\n");
    default:
      return result.kind;
  }
}

/** What a killed process gets from every call. */
export function killed(): ActionError {
  return new ActionError("killed", "the process is dead", { source: "aws" });
}
