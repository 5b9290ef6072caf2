import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentFileOf } from "../account-files.ts";
import { renderAsGitHub } from "./github-markdown.ts";
import { HOSTILE } from "./hostile.ts";
import { commandsIn } from "./runner-console.ts";
import { type SafetyWorld, type Shown, type Step, startSafetyWorld } from "./world.ts";

const TOKEN = "ghs_emulated-token";
const CHUNK = 45;
const CHUNKS = Array.from({ length: Math.ceil(HOSTILE.length / CHUNK) }, (_, index) =>
  HOSTILE.slice(index * CHUNK, (index + 1) * CHUNK).map((text) => text.slice(0, 300)),
);
/** As the action itself writes them: nothing a hostile text could be. */
const OWN_COMMAND =
  /^::(?:(?:error|warning|notice) (?:title|file)=|debug::[a-z0-9]+:[A-Z]\w+|add-mask::|group::\W{1,3}loc\d|endgroup::$)/;
const HOSTILE_COMMANDS = new Set(
  HOSTILE.flatMap((text) => commandsIn(text).map(({ line }) => line.trim())).filter((line) => line !== "::endgroup::"),
);

/** Everything in the workspace file that may be any text, whatever is thought of it. */
function everywhere(texts: readonly string[]): string {
  const locations = texts.map((text, index) => ({
    location_name: index % 2 === 0 ? `${text}-${index}` : text,
    image: index % 3 === 0 ? text : `registry.example.com/code:${text}`,
    code_source: { module_name: text },
    working_directory: text,
    git: { commit_hash: text, url: text },
    [text.slice(0, 40)]: text,
    container_context: {
      ecs: {
        env_vars: [`LEVEL=${text}`, text, `${text}=x`],
        secrets: [{ name: text, valueFrom: text }],
        server_ecs_tags: [{ key: text, value: text }],
        task_role_arn: text,
        server_resources: { cpu: text, [text.slice(0, 20)]: "1" },
        volumes: [{ name: text, host: { sourcePath: text } }],
      },
    },
  }));
  return JSON.stringify({ locations, "@octocat <b>": 1 });
}

/** The same, only what ECS takes: this one is planned and applied. */
function inValues(texts: readonly string[], image: string): string {
  const locations = texts.map((text, index) => ({
    location_name: `loc${index}`,
    image,
    code_source: { module_name: text.trim() || "x" },
    working_directory: text,
    container_context: { ecs: { env_vars: [`LEVEL=${text}`, `OTHER=${text}`] } },
  }));
  return JSON.stringify({ locations });
}

function pullRequest(text: string): NonNullable<Step["event"]> {
  return {
    name: "pull_request",
    action: "synchronize",
    pullRequest: 1,
    pullRequestState: "open",
    headRef: text,
    baseRef: text,
    headSha: text,
    ref: text,
    actor: text,
  };
}

describe("hostile texts in all that a run reads", () => {
  let world: SafetyWorld;
  const seen: Shown[] = [];
  const step = async (what: Step): Promise<Shown> => {
    const shown = await world.step(what);
    seen.push(shown);
    return shown;
  };

  beforeAll(async () => {
    world = await startSafetyWorld({}, TOKEN);
    await world.write("dagster.yaml", deploymentFileOf(world.account));
  });
  afterAll(() => world.close());

  it.each(CHUNKS.map((texts, index) => [index, texts] as const))("chunk %i", async (_index, texts) => {
    const { emulator, account } = world;
    const image = `${account.repositoryUris.code}:1`;
    const [first = ""] = texts;
    await world.write("dagster_cloud.yaml", everywhere(texts));
    await step({ event: pullRequest(first), inputs: { command: "plan", comment: "always", organization: "acme" } });
    await world.write("dagster_cloud.yaml", inValues(texts, image));
    for (const text of texts.slice(0, 3)) {
      await step({
        event: pullRequest(text),
        inputs: { deployment: text, "comment-key": text, organization: "acme", comment: "always" },
      });
    }
    await step({ event: pullRequest(first), inputs: { organization: "acme", locations: "loc?" } });
    emulator.fail({
      operation: "DescribeServices",
      times: 1,
      effect: { kind: "error", code: "ClientException", message: texts.join(" / ") },
    });
    await step({ inputs: { command: "plan", organization: "acme" } });
    emulator.clearFaults();
    emulator.behave({
      container: "dagster",
      behaviour: { kind: "exit", exitCode: 1, logs: texts, reason: texts.join(" / ") },
    });
    await step({ inputs: { command: "apply", organization: "acme", locations: "loc0, loc1" } });
    emulator.clearBehaviours();
    emulator.behave({
      container: "dagster",
      behaviour: { kind: "failsToStart", reason: `Stopped: ${texts.join(" / ")}` },
    });
    await step({ inputs: { command: "apply", organization: "acme", locations: "loc2" } });
    emulator.clearBehaviours();
    for (const text of texts.slice(4, 7)) {
      await step({ inputs: { "config-file": `${text}.yaml`, images: `loc0=${text}`, organization: text } });
      await step({ terminal: ["plan", "--locations", text, "--deployment", text, "--organization", "acme"] });
    }
  });

  it("wrote something", () => {
    expect(seen.length).toBeGreaterThan(50);
    expect(seen.filter(({ summary }) => summary !== "").length).toBeGreaterThan(20);
    expect(seen.flatMap(({ comments }) => comments).filter((body) => body.length > 200).length).toBeGreaterThan(10);
  });

  it("gave the runner no command but the action's own", () => {
    const strange = seen.flatMap(({ console }) =>
      commandsIn(console).filter(({ line }) => !OWN_COMMAND.test(line) || HOSTILE_COMMANDS.has(line.trim())),
    );
    expect(strange).toEqual([]);
    for (const { console } of seen) expect(closesWhatItOpens(console)).toBe(true);
  });

  it("printed nothing that a terminal would act on, or nobody sees", () => {
    const strange = seen
      .flatMap(({ console, isGreen }) => (isGreen === undefined ? stripColors(console) : console).split("\n"))
      .filter((line) => /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\t)\p{Cc}/u.test(line) && !line.startsWith("::add-mask::"));
    expect(strange.slice(0, 10)).toEqual([]);
  });

  it("set no output but its own", () => {
    const names = new Set(seen.flatMap(({ outputs }) => outputNames(outputs)));
    const own = ["has-changes", "summary", "deployment", "locations", "plan-file", "comment-url", "workspace-file"];
    expect([...names].filter((name) => !own.includes(name))).toEqual([]);
  });

  it("made no element, link or mention in Markdown", () => {
    const reports = new Set(seen.flatMap(({ summary, comments }) => [summary, ...comments.filter(isReport)]));
    for (const markdown of reports) {
      const { elements, addresses, references, comments, isNested } = renderAsGitHub(markdown);
      expect([...elements.keys()].filter((kind) => !OWN_ELEMENTS.has(kind))).toEqual([]);
      expect(addresses.filter((address) => !OWN_ADDRESS.test(address))).toEqual([]);
      expect(references.filter((one) => !IN_ARN.test(one))).toEqual([]);
      expect(comments.length).toBeLessThanOrEqual(1);
      expect(isNested).toBe(true);
    }
  });
});

/** What the reports are made of; one of these more or less is for `injection.test.ts` to see. */
const OWN_ELEMENTS = new Set(
  (
    "a href|blockquote|br|code|code class|details|details open|em|h1|h2|h3|h4|hr|li|ol|p|pre|strong|sub|summary|table|" +
    "tbody|td|td align|th|th align|thead|tr|ul|div"
  ).split("|"),
);
const OWN_ADDRESS =
  /^https:\/\/github\.com\/example\/data\/|^https:\/\/(?:[a-z0-9-]+\.)?(?:console\.)?aws\.amazon\.com\//;

/** One group at a time, and none closed that is not open: a text could close the action's own. */
function closesWhatItOpens(console: string): boolean {
  let depth = 0;
  for (const { name } of commandsIn(console)) {
    if (name === "group") depth += 1;
    if (name === "endgroup") depth -= 1;
    if (depth < 0 || depth > 1) return false;
  }
  return depth === 0;
}

/** The beginning of an ARN looks like an emoji that there is none of. */
const IN_ARN = /^:(?:aws|ecs|ecr|iam|us-east-1):$/;

function isReport(body: string): boolean {
  return body.includes("<!-- dagster-ecs-deploy");
}

function stripColors(text: string): string {
  return text
    .replaceAll("\u001b[", "\u0000")
    .replace(/\0[\d;]*m/g, "")
    .replaceAll("\0", "\u001b[");
}

/** As the runner reads its file of outputs. */
function outputNames(text: string): readonly string[] {
  const names: string[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, heredoc, delimiter] = /^(.*?)<<(.*)$/.exec(line) ?? [];
    const [, plain] = /^([^<]*?)=/.exec(line) ?? [];
    if (heredoc !== undefined) {
      names.push(heredoc);
      while (index + 1 < lines.length && lines[index + 1] !== delimiter) index += 1;
      index += 1;
    } else if (plain !== undefined) names.push(plain);
  }
  return names;
}
