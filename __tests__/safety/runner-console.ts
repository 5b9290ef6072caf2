/** Commands that the runner knows (actions/runner, src/Runner.Worker/ActionCommandManager.cs). */
const REGISTERED: ReadonlySet<string> = new Set([
  "internal-set-repo-path",
  "set-env",
  "set-output",
  "save-state",
  "add-path",
  "add-mask",
  "add-matcher",
  "remove-matcher",
  "warning",
  "error",
  "notice",
  "debug",
  "group",
  "endgroup",
  "echo",
  "stop-commands",
]);

/** White space as .NET trims it, and what a comparison by culture overlooks: rather too much. */
const TRIMMED = /^[\s\u0085\p{Cf}\p{Cc}\p{Mn}]+/u;
const OVERLOOKED = /[\p{Cf}\p{Cc}\p{Mn}]/gu;

/**
 * The commands in a console, as the runner reads them (actions/runner, src/Runner.Common/ActionCommand.cs): `::` where
 * a line begins after white space, with a second `::`; else `##[` anywhere with a `]` behind it. Lines end where .NET's
 * StreamReader ends them.
 */
export function commandsIn(console: string): readonly { readonly name: string; readonly line: string }[] {
  return console.split(/\r\n|\r|\n/).flatMap((line) => {
    const name =
      nameOfNewer(line.replace(TRIMMED, "").replace(OVERLOOKED, "")) ?? nameOfOlder(line.replace(OVERLOOKED, ""));
    return name === undefined ? [] : [{ name, line }];
  });
}

function nameOfNewer(line: string): string | undefined {
  if (!line.startsWith("::")) return undefined;
  const end = line.indexOf("::", 2);
  return end === -1 ? undefined : registered(line.slice(2, end));
}

function nameOfOlder(line: string): string | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  return start === -1 || end === -1 ? undefined : registered(line.slice(start + 3, end));
}

function registered(info: string): string | undefined {
  const [name = ""] = info.split(" ");
  return REGISTERED.has(name) ? name : undefined;
}
