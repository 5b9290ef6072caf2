import type { CommandContext } from "../../../src/commands/context.ts";
import { presentResult } from "../../../src/commands/present.ts";
import { validate } from "../../../src/commands/validate.ts";
import type { Problem } from "../../../src/errors.ts";
import { readInputs } from "../../../src/inputs.ts";
import { problemAnnotations, renderProblemsConsole, renderProblemsMarkdown } from "../../../src/report/problems.ts";
import { filesOf } from "../config/examples.ts";

/** What `validate` says of files. */
export interface Shown {
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
  readonly console: string;
  readonly all: string;
}

/** Everything `validate` prints of these files, in every form. */
export async function show(texts: Readonly<Record<string, string | Uint8Array>>): Promise<Shown> {
  const files = new Map(
    Object.entries(texts).map(([path, text]) => [path, typeof text === "string" ? Buffer.from(text) : text]),
  );
  const context: Pick<CommandContext, "inputs" | "event" | "environment" | "files" | "hide" | "deployment"> = {
    inputs: readInputs((name) => ({ organization: "acme" })[name]),
    event: undefined,
    deployment: { name: "prod", kind: "full" },
    environment: new Map(),
    hide: () => undefined,
    files: {
      root: "/checkout",
      read: async (path) => files.get(path),
      list: async () => [...files].map(([path, { length }]) => ({ path, size: length })),
      glob: async () => [],
      write: async () => {},
    },
  };
  const result = await validate(context as CommandContext);
  if (result.kind === "nothing") throw new Error(result.message);
  const { problems, sources } = result.findings;
  const console = renderProblemsConsole(problems, { colors: false }, sources);
  const all = [
    console,
    renderProblemsMarkdown(problems),
    JSON.stringify(problemAnnotations(problems)),
    await presentResult(result, "json", { colors: false }),
    await presentResult(result, "markdown", { colors: false }),
  ].join("\n");
  return { problems, codes: problems.map(({ code }) => code), console, all };
}

/** Keys of `container_context.ecs`, as the whole file. */
export function ecs(fragment: string): Readonly<Record<string, string>> {
  const [[path, bytes] = ["", new Uint8Array()]] = filesOf(fragment, { in: "ecs" });
  return { [path]: new TextDecoder().decode(bytes) };
}

/** Keys of a sidecar, as the whole file. */
export function sidecar(...lines: readonly string[]): Readonly<Record<string, string>> {
  const keys = ["server_sidecar_containers:", "  - name: agent", "    image: agent:1"];
  return ecs([...keys, ...lines.map((line) => `    ${line}`)].join("\n"));
}
