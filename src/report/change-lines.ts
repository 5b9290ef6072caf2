import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { JsonValue } from "../model/json.ts";
import type { FieldChange, ShownValue } from "../model/plan.ts";
import { groupByTopic, TOPICS } from "./change-topics.ts";
import { showInvisible } from "./escape.ts";
import { type DiffLine, diffLines } from "./line-diff.ts";

/** The changes of one topic, as lines of a diff. */
export interface ChangeGroup {
  /** For example `Environment`. */
  readonly title: string;
  readonly lines: readonly DiffLine[];
}

const RESOURCE_TITLES: Readonly<Record<FieldChange["resource"], string>> = {
  "task-definition": "task definition",
  service: "service",
  "cloud-map": "Cloud Map service",
  tags: "tags",
};

/** Longer values on one line are cut around what differs. */
const LONGEST_VALUE = 140;
/** How much of a cut value is shown before the first difference. */
const LEAD = 40;

/** Groups changes by what they are about, and turns each into lines. */
export function groupChanges(changes: readonly FieldChange[]): readonly ChangeGroup[] {
  return groupByTopic(changes).map(([topic, members]) => ({
    title: TOPICS[topic].title,
    lines: members.flatMap(({ name, change }) => renderChange(name, change)),
  }));
}

function splitContainer(path: string): { readonly container?: string; readonly field: string } {
  const [, container, field = ""] = /^containerDefinitions\.([^.]+)\.?(.*)$/.exec(path) ?? [];
  return container === undefined ? { field: path } : { container, field };
}

/** The field of a change where its resource is not named: `taskRoleArn`, `secrets.TOKEN`, `sidecar: image`. */
export function nameField(change: FieldChange): string {
  const path = showInvisible(change.path).replace(/^container context › (?:ecs\.)?/, "");
  const { container, field } = splitContainer(path);
  if (container === undefined)
    return change.resource === "task-definition" ? path : `${RESOURCE_TITLES[change.resource]}: ${path}`;
  return container === CODE_SERVER_CONTAINER ? field : `sidecar ${container}${field && `: ${field}`}`;
}

/** A value in one line of at most 140 characters, a text without quotes; undefined for a structure. */
export function renderPlainValue(value: ShownValue | undefined): string | undefined {
  if (value?.kind === "shown" && typeof value.value === "string")
    return cut(shortenDigests(showInvisible(value.value)));
  const isStructure = value?.kind === "shown" && typeof value.value === "object" && value.value !== null;
  return isStructure ? undefined : renderValue(value);
}

function renderChange(path: string, change: FieldChange): readonly DiffLine[] {
  const before = change.change === "added" ? undefined : change.before;
  const after = change.change === "removed" ? undefined : change.after;
  const blocks = [asLines(before), asLines(after)] as const;
  const lines = blocks[0].length > 1 || blocks[1].length > 1 ? diffLines(...blocks) : [];
  // Without any sign the two differ in a way that the lines do not show, such as the blanks of embedded JSON.
  if (lines.some((line) => line.sign !== " ")) return renderBlock(path, lines);
  if (before?.kind === "hidden" && after?.kind === "hidden") {
    return [{ sign: "!", text: `${path}: changed ${renderValue(after)}` }];
  }
  const [was, becomes] = cutPair(renderValue(before), renderValue(after));
  return [
    ...(change.change === "added" ? [] : [{ sign: "-", text: `${path}: ${was}` } as const]),
    ...(change.change === "removed" ? [] : [{ sign: "+", text: `${path}: ${becomes}` } as const]),
  ];
}

function renderBlock(path: string, lines: readonly DiffLine[]): readonly DiffLine[] {
  const signs = new Set(lines.map((line) => line.sign));
  const only = signs.size === 1 ? lines[0]?.sign : undefined;
  return [
    { sign: only ?? " ", text: `${path}:` },
    ...lines.map((line) => ({ ...line, text: `    ${cut(line.text)}` })),
  ];
}

function renderValue(value: ShownValue | undefined): string {
  if (value === undefined) return "(not set)";
  if (value.kind === "hidden")
    return showInvisible(/hidden/.test(value.why) ? `(${value.why})` : `(hidden: ${value.why})`);
  return shortenDigests(showInvisible(JSON.stringify(value.value)));
}

// Objects, lists, texts of several lines, and texts that are JSON themselves (DAGSTER_CONTAINER_CONTEXT) read
// better line by line. A short list or object stays on one line.
function asLines(value: ShownValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value.kind === "hidden") return [renderValue(value)];
  const content = parseEmbeddedJson(value.value);
  if (typeof content === "string" && content.includes("\n"))
    return content.split(/\r?\n/).map((line) => showInvisible(line));
  const isStructure = typeof content === "object" && content !== null;
  if (!isStructure || (content === value.value && JSON.stringify(content).length <= LONGEST_VALUE / 2))
    return [renderValue(value)];
  return JSON.stringify(content, null, 2)
    .split("\n")
    .map((line) => showInvisible(line));
}

function parseEmbeddedJson(value: JsonValue): JsonValue {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return value;
  }
}

function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…`;
}

// Two long values are cut so that the place where they differ is in sight.
function cutPair(before: string, after: string): readonly [string, string] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const longest = Math.max(before.length, after.length);
  const start = longest <= LONGEST_VALUE || same <= LEAD * 2 ? 0 : same - LEAD;
  return [cutFrom(before, start), cutFrom(after, start)];
}

function cutFrom(text: string, start: number): string {
  return start === 0 ? cut(text) : cut(`…${text.slice(start).toWellFormed()}`);
}

// Twelve digits tell two images apart, and 64 would push everything else out of sight.
function shortenDigests(text: string): string {
  return text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, "$1…");
}
