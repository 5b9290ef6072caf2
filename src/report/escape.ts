// The only place where text is made harmless. Text from users, branches, AWS and logs is data: in a report it
// cannot become markup, a link, a mention, an issue reference or a workflow command.

const ZERO_WIDTH_SPACE = "\u200b";
// Controls, format characters (bidi overrides, zero-width ones), line separators, lone surrogates.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** Makes every invisible character readable (`\n`, `\u{202E}`), except the ones in `keep`. The result is one line unless `keep` has a newline. */
export function showInvisible(text: string, keep = ""): string {
  return text.replace(INVISIBLE, (character) => {
    if (keep.includes(character)) return character;
    return SHORT_ESCAPES.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
  });
}

/** Text with line breaks as `\n` and everything else invisible shown; tabs stay. */
export function showInvisibleInLines(text: string): string {
  return showInvisible(text.replaceAll("\r\n", "\n"), "\n\t");
}

/** Plain text inside Markdown: no markup, HTML, link, mention, issue reference or formula comes of it. */
export function escapeMarkdown(text: string): string {
  return escapeMarkup(breakEmojis(breakReferences(showInvisible(text).trim())).replace(COMMIT, divideCommit));
}

function escapeMarkup(text: string): string {
  return (
    text
      .replace(/[\\*_[\]~$]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("`", "&#96;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("|", "&#124;")
      // A list, a heading or a rule begins only at the start of a line.
      .replace(/^[#+=-]/, "\\$&")
      .replace(/^(\d+)([.)])/, "$1\\$2")
  );
}

// GitHub looks for these in the rendered text, where entities and backslashes are gone: only a character helps.
function breakReferences(text: string): string {
  return (
    text
      // On both sides: before it for mail addresses, behind it for mentions.
      .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${ZERO_WIDTH_SPACE}`)
      .replace(/(?<=[\w.+-])@/g, `${ZERO_WIDTH_SPACE}@`)
      .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
      .replace(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`)
      .replaceAll("://", `:${ZERO_WIDTH_SPACE}//`)
      .replace(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`)
  );
}

function breakEmojis(text: string): string {
  return text.replace(ARN_OR_EMOJI, (_found, arn?: string) => arn ?? `:${ZERO_WIDTH_SPACE}`);
}

/**
 * What GitHub takes for a commit when there is one. A number alone is left as it is, as accounts are numbers, and so is
 * the tag of an image in Amazon ECR: people copy both.
 */
const COMMIT = /(?<!\w)(?<!\.amazonaws\.com(?:\.cn)?\/[\w./-]{1,255}:)(?=\d*[a-f])[0-9a-f]{7,40}(?!\w)/g;

function divideCommit(hash: string): string {
  return hash.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`);
}

/** The beginning of an ARN, which people copy, stays whole; another `:name:` could be an emoji. */
const ARN_OR_EMOJI =
  /(\barn:aws[a-z-]{0,10}:(?:ec[2rs]|iam|kms|logs|s3|secretsmanager|servicediscovery|ssm|sts):(?:[a-z]{2}(?:-[a-z]+)+-\d)?:\d*)|:(?=(?!\d+:)[a-z0-9_+-]+:|100:|1234:)/gi;

/** A sentence in which pairs of backticks mark code. Both the code and the rest are data. */
export function renderProse(text: string): string {
  return renderPieces(text, inlineCode);
}

/** `renderProse` for a cell of a table. */
export function renderProseCell(text: string): string {
  return renderPieces(text, cellCode);
}

function renderPieces(text: string, renderCode: (code: string) => string): string {
  const pieces = showInvisible(text)
    .trim()
    .split(/`([^`]+)`/);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 1) return renderCode(piece);
      // Two pieces of code side by side would read as one.
      const isBetween = index > 0 && index < pieces.length - 1;
      return piece === "" && isBetween ? " " : escapeKeepingSpaces(piece);
    })
    .join("");
}

function escapeKeepingSpaces(piece: string): string {
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  return `${before && " "}${escapeMarkdown(middle)}${after && " "}`;
}

/** Text as inline code, whatever backticks it contains. */
export function inlineCode(text: string): string {
  const visible = showInvisible(text);
  if (visible.trim() === "") return `\`"${visible}"\``;
  const ticks = "`".repeat(longestRun(visible) + 1);
  const padding = /^[` ]|[` ]$/.test(visible) ? " " : "";
  return `${ticks}${padding}${visible}${padding}${ticks}`;
}

/** Inline code inside a table, where a `|` would end the cell even in code. */
export function cellCode(text: string): string {
  return text.includes("|") ? encodedCode(text) : inlineCode(text);
}

/** Text as `<code>` inside a block of HTML (a `<summary>`), where no Markdown is read. */
export function htmlCode(text: string): string {
  const escaped = breakReferences(showInvisible(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
  return `<code>${escaped}</code>`;
}

// Every character that Markdown could read becomes an entity: correct both as Markdown and as HTML.
function encodedCode(text: string): string {
  const encoded = showInvisible(text).replace(/[^\p{L}\p{N} ./=-]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${encoded}</code>`;
}

/** A fenced block that nothing inside can close. */
export function fencedBlock(text: string, language: string): string {
  const visible = showInvisibleInLines(text);
  const fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
  return `${fence}${language}\n${visible}\n${fence}`;
}

/** A link to a page of GitHub or AWS; only the label when the address is not http(s). */
export function renderLink(label: string, address: string): string {
  // GitHub looks for no commits in a link.
  const inLink = escapeMarkup(breakEmojis(breakReferences(showInvisible(label).trim())));
  return linkTo(inLink, address) ?? escapeMarkdown(label);
}

/** The same with a label that is code: it stays as it is, also when it is copied. Fits into a cell. */
export function renderCodeLink(label: string, address: string): string {
  const code = cellCode(label);
  return linkTo(code, address) ?? code;
}

/** `label`: Markdown. Undefined when the address is not http(s). */
function linkTo(label: string, address: string): string | undefined {
  if (!/^https?:\/\/[^\s<>]+$/.test(address)) return undefined;
  const safe = address.replace(/[()\\`*_[\]|]/g, (character) =>
    character === "_" ? "_" : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${label}](${safe})`;
}

/** What .NET trims before a command, or overlooks in a comparison, as the runner may. */
const OVERLOOKED = String.raw`\p{Cf}\p{Cc}\p{Mn}`;
const NEWER_COMMAND = new RegExp(`^([\\s${OVERLOOKED}]*:)(?=[${OVERLOOKED}]*:)`, "u");
const OLDER_COMMAND = new RegExp(`(#[${OVERLOOKED}]*#)(?=[${OVERLOOKED}]*\\[)`, "gu");

/**
 * Console text in which no line can be a workflow command. The runner reads `::name::` at the start of a line
 * (after white space) and the older `##[name]` anywhere in it (actions/runner, ActionCommand.cs).
 */
export function defuseWorkflowCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(NEWER_COMMAND, "$1 ").replace(OLDER_COMMAND, "$1 "))
    .join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}
