import type { Problem, Severity, SourcePosition } from "../errors.ts";
import { quoteText } from "../model/shown-text.ts";
import type { JobTags } from "./read-job-tags.ts";

/** What is wrong with a tag of one definition. */
export interface TagFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly at: SourcePosition;
  readonly key: string;
  /** The sentence, for what the definition is called in it: `the job "etl"`. */
  readonly message: (definition: string) => string;
  readonly hint: string;
}

/** Collects findings. A dictionary that several definitions share is reported once, with the first of them. */
export interface TagFindings {
  add(of: JobTags, finding: TagFinding): void;
  readonly problems: readonly Problem[];
}

interface Group {
  readonly of: JobTags;
  readonly finding: TagFinding;
  severity: Severity;
  readonly definitions: Set<string>;
}

export function makeTagFindings(): TagFindings {
  const groups = new Map<string, Group>();
  return {
    add(of, finding) {
      const { file, line, column } = finding.at;
      const key = JSON.stringify([file, line, column, finding.code]);
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, { of, finding, severity: finding.severity, definitions: new Set([nameDefinition(of)]) });
        return;
      }
      group.definitions.add(nameDefinition(of));
      if (finding.severity === "error") group.severity = "error";
    },
    get problems() {
      return [...groups.values()].map(({ of, finding: { code, at, key, message, hint }, severity, definitions }) => ({
        code,
        severity,
        message: message(joinDefinitions([...definitions])),
        hint,
        path: `${labelDefinition(of)} › ${of.keyword}[${quoteText(key)}]`,
        ...at,
      }));
    },
  };
}

function joinDefinitions([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

function nameDefinition(of: JobTags): string {
  return of.name === "" ? `a ${of.kind}` : `the ${labelDefinition(of)}`;
}

function labelDefinition({ kind, name }: JobTags): string {
  if (name === "") return kind;
  return kind === "run request" ? `run request in ${quoteText(name)}` : `${kind} ${quoteText(name)}`;
}
