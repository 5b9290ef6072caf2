import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type ActionRun, type ActionStep, runAction, runTerminal } from "../../demo/runner.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator/index.ts";

export const REFERENCE = new URL("../fixtures/reference/", import.meta.url).pathname;
export const EXAMPLES = new URL("../../examples/", import.meta.url).pathname;
export const SHA = "1111111111111111111111111111111111111111";

/** Emulated time and the action's clock go at the same speed: a rollout of a minute takes half a second. */
const TIME_SCALE = 120;

/** A value no output may ever show. */
export const HIDDEN = "h1dden-valu3-of-the-step";

export interface E2eWorld {
  readonly emulator: Emulator;
  /** The checkout. */
  readonly workspace: string;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly action: (step?: Partial<ActionStep>) => Promise<ActionRun>;
  readonly terminal: (...args: string[]) => ReturnType<typeof runTerminal>;
  readonly environment: Readonly<Record<string, string>>;
}

/** An account with everything a configuration names, and a checkout with its files. */
export async function startWorld(
  folder: string | Readonly<Record<string, string>>,
  options: EmulatorOptions = {},
): Promise<E2eWorld> {
  const workspace = await mkdtemp(join(tmpdir(), "checkout-"));
  if (typeof folder === "string") await cp(folder, workspace, { recursive: true });
  else for (const [path, text] of Object.entries(folder)) await writeFile(join(workspace, path), text);
  const emulator = await startEmulator({ timeScale: TIME_SCALE, ...options });
  seedWhatIsNamed(emulator, await readFile(join(workspace, "dagster.yaml"), "utf8"));
  seedWhatIsNamed(emulator, await readFile(join(workspace, "dagster_cloud.yaml"), "utf8"));
  emulator.seed({ kind: "pullRequest", repository: "example/data", number: 1 });
  const environment = {
    ...emulator.environment,
    DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / (options.timeScale ?? TIME_SCALE)),
    DATABASE_PASSWORD: HIDDEN,
    API_BASE_URL: HIDDEN,
  };
  return {
    emulator,
    workspace,
    environment,
    write: async (path, text) => {
      await mkdir(dirname(join(workspace, path)), { recursive: true });
      await writeFile(join(workspace, path), text);
    },
    action: (step = {}) => runAction({ workspace, event: { name: "push" }, environment, sha: SHA, ...step }),
    terminal: (...args) => runTerminal(args, workspace, environment),
  };
}

/** The event of a pull request, as GitHub sends it, as far as it is read. */
export function pullRequestEvent(
  options: { action?: string; fork?: boolean; name?: string; repository?: string } = {},
): ActionStep["event"] {
  const { repository = "example/data" } = options;
  const repo = (fullName: string) => ({ full_name: fullName });
  return {
    name: options.name ?? "pull_request",
    payload: {
      action: options.action ?? "synchronize",
      number: 1,
      pull_request: {
        number: 1,
        head: { sha: SHA, ref: "feature", repo: repo(options.fork ? "stranger/data" : repository) },
        base: { ref: "main", repo: repo(repository) },
      },
    },
  };
}

/** How often each operation was called, as `service.Operation`. */
export function countCalls(emulator: Emulator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { service, operation } of emulator.calls()) {
    counts[`${service}.${operation}`] = (counts[`${service}.${operation}`] ?? 0) + 1;
  }
  return counts;
}

const WRITES = /^(Create|Update|Delete|Register|Deregister|Tag|Untag|Run|Stop|Put)/;

/** The calls that change something in AWS. */
export function writesOf(emulator: Emulator): readonly string[] {
  return emulator
    .calls()
    .filter(({ service, operation }) => service !== "github" && WRITES.test(operation))
    .map(({ service, operation }) => `${service}.${operation}`);
}

/** Everything a run has shown to anybody: a runner takes the lines that register a mask, and shows them to nobody. */
export function shownBy(run: ActionRun, emulator: Emulator): string {
  const comments = emulator.calls({ service: "github" }).map(({ request }) => JSON.stringify(request));
  const log = run.log.replace(/^::add-mask::.*$/gm, "");
  return [log, run.summary, JSON.stringify(run.outputs), ...comments].join("\n");
}

/** Puts into the account what a configuration file refers to. */
export function seedWhatIsNamed(emulator: Emulator, text: string): void {
  const seen = new Set<string>();
  const once = (id: string, seed: () => void): void => {
    if (!seen.has(id)) seed();
    seen.add(id);
  };
  for (const [, id = ""] of text.matchAll(/\b(subnet-[0-9a-z]+)/g))
    once(id, () => emulator.seed({ kind: "subnet", id }));
  for (const [, id = ""] of text.matchAll(/\b(sg-[0-9a-z]+)/g))
    once(id, () => emulator.seed({ kind: "securityGroup", id }));
  for (const [, name = ""] of text.matchAll(/arn:aws:iam::\d+:role\/([\w-]+)/g)) {
    once(name, () => emulator.seed({ kind: "role", name }));
  }
  for (const [, arn = "", name = ""] of text.matchAll(/(arn:aws:secretsmanager:[\w-]+:\d+:secret:([\w/-]+)-\w{6})/g)) {
    once(arn, () => emulator.seed({ kind: "secret", name, arn }));
  }
  for (const [, repository = "", tag] of text.matchAll(
    /\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com\/([\w/-]+)(?::([\w.-]+))?/g,
  )) {
    const tags = tag === undefined ? [SHA] : [tag];
    once(`${repository}:${tags}`, () =>
      emulator.seed({ kind: "image", repository, tags, content: `${repository} ${tags}` }),
    );
  }
  const config = parse(text)?.user_code_launcher?.config;
  if (config === undefined) return;
  emulator.seed(
    { kind: "cluster", name: config.cluster },
    { kind: "namespace", name: "code.internal", id: config.service_discovery_namespace_id },
    { kind: "logGroup", name: config.log_group },
  );
}
