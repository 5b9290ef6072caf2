import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { BehaviourRule, FaultRule, SeedItem } from "../../emulator/index.ts";

/** The folder of the scenarios, each of which is a folder in it. */
export const GALLERY = new URL("./", import.meta.url).pathname;

/** Files a scenario's run leaves behind, which are compared. */
export const GOLDEN_FILES = ["comment.md", "summary.md", "console.txt"] as const;

/** What a run leaves behind. */
export interface Shown {
  readonly comment: string;
  readonly summary: string;
  readonly console: string;
}

/** Something that somebody does to a location's service, past the action. */
const OUTSIDE = z.strictObject({
  location: z.string(),
  /** Members of UpdateService. */
  update: z.record(z.string(), z.json()).optional(),
  /** Environment of a revision that is registered from the running one, and set. */
  environment: z.record(z.string(), z.string()).optional(),
  /** Members of the revision, likewise. */
  revision: z.record(z.string(), z.json()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  untag: z.array(z.string()).optional(),
});

const STEP = z.strictObject({
  event: z.enum(["pull_request", "pull_request_target", "push", "schedule"]).optional(),
  action: z.string().optional(),
  fork: z.boolean().optional(),
  inputs: z.record(z.string(), z.string()).optional(),
});

const SCENARIO = z.strictObject({
  title: z.string(),
  /** What the scenario is to show, for whoever looks at it. */
  shows: z.string(),
  ...STEP.shape,
  /** How often each location of the files is there, with `{n}` in it for its number. */
  repeat: z.number().int().optional(),
  /** The same in `before.yaml`. */
  repeatBefore: z.number().int().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  headRef: z.string().optional(),
  pullRequestTitle: z.string().optional(),
  /** Repositories whose image of the new commit is not pushed, and those where it has the old content. */
  unpushed: z.array(z.string()).optional(),
  sameContent: z.array(z.string()).optional(),
  /** More for the account, before anything runs. */
  seed: z.array(z.json()).optional(),
  /** An apply of `before.yaml`. */
  before: STEP.optional(),
  /** Between that and what is shown. */
  behave: z.array(z.json()).optional(),
  fail: z.array(z.json()).optional(),
  outside: z.array(OUTSIDE).optional(),
});

/** What somebody does to a service past the action. */
export type OutsideChange = z.infer<typeof OUTSIDE>;
/** How one run is started. */
export type RunStep = z.infer<typeof STEP>;

/** A scenario with its inputs. */
export interface Scenario extends Omit<z.infer<typeof SCENARIO>, "seed" | "behave" | "fail"> {
  readonly name: string;
  /** Texts of the checkout's files. */
  readonly files: Readonly<Record<string, string>>;
  /** The same before the change; undefined when nothing was deployed. */
  readonly filesBefore: Readonly<Record<string, string>> | undefined;
  readonly seed: readonly SeedItem[];
  readonly behave: readonly BehaviourRule[];
  readonly fail: readonly FaultRule[];
}

/** Names of all scenarios, in order. */
export async function scenarioNames(): Promise<readonly string[]> {
  const entries = await readdir(GALLERY, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads a scenario's folder. */
export async function readScenario(name: string): Promise<Scenario> {
  const read = (file: string): Promise<string | undefined> =>
    readFile(join(GALLERY, name, file), "utf8").catch(() => undefined);
  const settings = SCENARIO.parse(JSON.parse((await read("scenario.json")) ?? "{}"));
  const shared = await readFile(join(GALLERY, "dagster.yaml"), "utf8");
  const deployment = (await read("dagster.yaml")) ?? shared;
  const before = await read("before.yaml");
  return {
    ...settings,
    // The emulator checks what it is given.
    seed: (settings.seed ?? []) as unknown as readonly SeedItem[],
    behave: (settings.behave ?? []) as unknown as readonly BehaviourRule[],
    fail: (settings.fail ?? []) as unknown as readonly FaultRule[],
    name,
    files: {
      "dagster.yaml": deployment,
      "dagster_cloud.yaml": repeatLocations((await read("dagster_cloud.yaml")) ?? "", settings.repeat),
    },
    filesBefore:
      before === undefined
        ? undefined
        : {
            "dagster.yaml": (await read("dagster-before.yaml")) ?? deployment,
            "dagster_cloud.yaml": repeatLocations(before, settings.repeatBefore),
          },
  };
}

/** What a scenario's run has left behind, as it was last written down. */
export async function readShown(name: string): Promise<Shown> {
  const [comment = "", summary = "", console = ""] = await Promise.all(
    GOLDEN_FILES.map((file) => readFile(join(GALLERY, name, file), "utf8")),
  );
  return { comment, summary, console };
}

/** Every entry of `locations` as often as said, `{n}` replaced by its number. */
function repeatLocations(text: string, count: number | undefined): string {
  if (count === undefined) return text;
  const [head = "", list = ""] = text.split(/(?<=^locations:\n)/m);
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(3, "0"));
  return head + numbers.map((number) => list.replaceAll("{n}", number)).join("");
}
