import { HIDDEN_PLACEHOLDER } from "./environment.ts";

/** A part of a text, by offsets; the end is the first character behind it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Names whose values are secrets. The end decides: DB_PASSWORD_FILE and TOKEN_URL are none. */
const SECRET_NAME =
  /(?:^|_|^PG)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|CLIENT_SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ENCRYPTION_KEY|WEBHOOK_SECRET|CREDENTIALS_JSON)$/i;

/** What may be a secret's name as well: not worth a warning, but not to be shown either. */
const DOUBTFUL_NAME =
  /(?:password|passwd|passphrase|token|secret|api_?key)$|(?:^|_)(?:access_?key|authorization|cookies?|credentials?)$/i;

/** Longer names are none; the end of one decides. */
const LONGEST_NAME = 80;

/** Values that issuers mark, and what they are. Where there is a group, it is the secret. */
const MARKED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/dg, "an AWS access key"],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,})/dg, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/dg, "a GitLab token"],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/dg, "a Slack token"],
  [/\bhooks\.slack\.com\/services\/(\w+\/\w+\/\w{16,})/dg, "the address of a Slack webhook"],
  [/\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/dg, "an API key"],
  [/\b[rs]k_live_[A-Za-z0-9]{16,}/dg, "a Stripe key"],
  [/\bAIza[A-Za-z0-9_-]{35}/dg, "a Google API key"],
  [/\bdapi[0-9a-f]{32}\b/dg, "a Databricks token"],
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----(?:[^-]*)(?:-----END [A-Z0-9 ]*-----)?/dg, "a private key"],
  [/(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/dg, "a signed token (JWT)"],
  [/\bagent:[\w-]+:([0-9a-f]{32})\b/dg, "a Dagster+ agent token"],
  [
    /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@$<{]*:((?!\*+@)[^\s@/$<{]{4,})@/dgi,
    "an address with a password",
  ],
];

/** A start of each of them: most texts have none. */
const MARKS =
  /A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|hooks\.slack|sk-|k_live_|AIza|dapi|-----BEGIN|eyJ|(?:agent|user):|:\/\//i;

/** A token of Dagster+ or of one of its users, whatever its secret part looks like. */
const DAGSTER_TOKEN = /(?<![\w/-])(?:agent|user):[\w.-]+:([^\s"'`,;\]}]+)/dg;

/** Values under such names that are no secrets: references, switches, numbers, placeholders. */
const HARMLESS =
  /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|\d{1,3}|arn:.*|\/[\w./-]*|https?:\/\/.*|[\w.-]+\.(?:json|pem|key|txt|ya?ml)|[$<{*%].*|x+|\.+|(?:change|replace)[-_ ]?me|your[-_].*|example.*|dummy|placeholder|todo)$/i;

/** Longer texts are no switches and no file names. */
const LONGEST_HARMLESS = 2_048;

/** A part of every name that may be that of a secret. */
const NAME_PARTS = /pass|pwd|secret|token|key|auth|cookie|credential/i;

/** Whether there can be a secret in a text at all: most have none, and a look is cheaper than a search. */
export function mayHaveSecrets(text: string): boolean {
  return NAME_PARTS.test(text) || MARKS.test(text);
}

/** What a value is by the mark of its issuer; undefined for one without a mark. */
export function kindOfSecret(value: string): string | undefined {
  if (!MARKS.test(value)) return undefined;
  return MARKED.find(([pattern]) => value.search(pattern) !== -1)?.[1];
}

/** Whether a variable of this name is meant to hold a secret: sure enough for a warning. */
export function namesSecret(name: string): boolean {
  return SECRET_NAME.test(name.slice(-LONGEST_NAME));
}

/** Whether what stands under this name is not to be shown, to be on the safe side. */
export function mayNameSecret(name: string): boolean {
  const end = name.trim().slice(-LONGEST_NAME);
  if (DOUBTFUL_NAME.test(end)) return true;
  const words = end.replace(/([a-z0-9])(?=[A-Z])/g, "$1_").replace(/[-. ]/g, "_");
  return SECRET_NAME.test(words) || DOUBTFUL_NAME.test(words);
}

/** Whether a value is none for all its name says: a reference, a switch, a placeholder. */
export function isHarmlessValue(value: string): boolean {
  const text = value.trim();
  return text.length <= LONGEST_HARMLESS && HARMLESS.test(text);
}

/** The parts of any text that issuers mark as secrets. */
export function findMarkedSecrets(text: string): readonly TextSpan[] {
  if (!MARKS.test(text)) return [];
  return [...MARKED.map(([pattern]) => pattern), DAGSTER_TOKEN].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ indices }) => {
      const [start = 0, end = 0] = indices?.[1] ?? indices?.[0] ?? [];
      return { start, end };
    }),
  );
}

/** `NAME=`, `NAME: ` or `"NAME":`; a name begins where nothing that belongs to one stands before. */
const ASSIGNMENT =
  /(?<![\w.-])["']?(-{0,2}[A-Za-z_][\w.-]*)(?:["']?[ \t]*=[ \t]*|["'][ \t]*:[ \t]*|[ \t]*:(?:[ \t]+|(?=[\r\n])))/g;

/** Where the values of secret-looking names begin in a text. */
export function findSecretAssignments(text: string): readonly number[] {
  return Array.from(text.matchAll(ASSIGNMENT)).flatMap(({ 0: whole, 1: name = "", index }) =>
    mayNameSecret(name) ? [index + whole.length] : [],
  );
}

/** The value in `NAME=VALUE` or `NAME: VALUE`, to the end of the text, where the name is that of a secret. */
export function findAssignedSecret(text: string): TextSpan | undefined {
  if (!/[=:]/.test(text) || !NAME_PARTS.test(text)) return undefined;
  const start = findSecretAssignments(text).find((offset) => !isHarmlessValue(text.slice(offset)));
  return start === undefined ? undefined : { start, end: text.length };
}

/** How much of a long value is searched: no more of it is shown. */
const MOST_SEARCHED = 4_096;

/** A value as messages may show it: without what looks like a secret in it. */
export function hideSecrets(value: string): string {
  const text = value.length > MOST_SEARCHED ? value.slice(0, MOST_SEARCHED) : value;
  if (!mayHaveSecrets(text)) return value;
  const assigned = findAssignedSecret(text);
  const spans = joinSpans([...findMarkedSecrets(text), ...(assigned ? [assigned] : [])]);
  return spans.length === 0 ? value : replaceSpans(text, spans) + (assigned ? "" : value.slice(MOST_SEARCHED));
}

/** A sentence without what issuers mark as secrets. */
export function hideMarkedSecrets(text: string): string {
  return !MARKS.test(text) ? text : replaceSpans(text, joinSpans(findMarkedSecrets(text)));
}

/** In the order of the text, those that touch as one. */
export function joinSpans(spans: readonly TextSpan[]): readonly TextSpan[] {
  const joined: TextSpan[] = [];
  for (const span of spans.toSorted((left, right) => left.start - right.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else if (span.end > span.start) joined.push(span);
  }
  return joined;
}

function replaceSpans(text: string, spans: readonly TextSpan[]): string {
  let shown = "";
  let from = 0;
  for (const { start, end } of spans) {
    shown += text.slice(from, start) + HIDDEN_PLACEHOLDER;
    from = end;
  }
  return shown + text.slice(from);
}
