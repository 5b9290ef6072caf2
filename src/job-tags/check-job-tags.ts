import type { Problem, Severity } from "../errors.ts";
import { FARGATE_EPHEMERAL_STORAGE, parseCpu, parseMemory } from "../model/fargate-sizes.ts";
import { clipText, quoteText } from "../model/shown-text.ts";
import { checkRunSize, launchTypeOf, type RunSettings } from "./check-run-size.ts";
import { readEcsNumber, readJsonObject, readWholeNumber, storedText } from "./launch-values.ts";
import { describePythonValue } from "./python-value.ts";
import type { JobTag, JobTags } from "./read-job-tags.ts";
import { isJobTagKey, suggestJobTagKey } from "./tag-keys.ts";
import { makeTagFindings, type TagFindings } from "./tag-problems.ts";

/** The tags of one code location's Python files and what else decides the size of its runs. */
export interface JobTagsInput extends RunSettings {
  readonly jobTags: readonly JobTags[];
  /** Whether its code uses `ecs_executor`, the only reader of the tags of a step; not known when absent. */
  readonly usesEcsExecutor?: boolean;
  /** Whether some of its code may start runs elsewhere than `launchType` says, by tags; not known when absent. */
  readonly redirectsRuns?: boolean;
}

const NUMBERS = {
  "ecs/cpu": { unit: "CPU units", example: "1024" },
  "ecs/memory": { unit: "MiB", example: "2048" },
  "ecs/ephemeral_storage": { unit: "GiB", example: "50" },
} as const;

type NumberKey = keyof typeof NUMBERS;

/**
 * What the run launcher, Dagster or Fargate would refuse in the tags of a location's definitions, definition by
 * definition. Values that are known only when the code runs are never reported.
 */
export function checkJobTags(input: JobTagsInput): readonly Problem[] {
  const findings = makeTagFindings();
  const isSupplemented = input.jobTags.some(({ role }) => role === "request" || role === "uncertain");
  for (const tags of input.jobTags) {
    if (tags.role === "label" || (tags.role === "step" && input.usesEcsExecutor === false)) {
      checkLabels(tags, findings);
      continue;
    }
    checkKeys(tags, findings);
    checkNumber(tags, "ecs/cpu", findings);
    checkNumber(tags, "ecs/memory", findings);
    checkStorage(tags, input, findings);
    checkJson(tags, "ecs/task_overrides", findings);
    checkJson(tags, "ecs/run_task_kwargs", findings);
    checkRunSize(tags, { ...input, isSupplemented }, fargateSeverityOf(tags, input), findings);
  }
  return findings.problems;
}

/** Whether a Python file names the executor that reads the tags of steps. */
export function mentionsEcsExecutor(text: string): boolean {
  return /\becs_executor\b/.test(text);
}

/** Whether a Python file names a tag that can start a run with another launch type or size. */
export function mentionsRedirection(text: string): boolean {
  return /\b(?:run_task_kwargs|task_overrides)\b/.test(text);
}

/** Tags that may reach no run at all are not worth stopping for. */
function severityOf({ role, isCertain }: JobTags): Severity {
  return isCertain && (role === "run" || role === "request") ? "error" : "warning";
}

/** What starts a run does not say where the job runs: its own tags may. */
function fargateSeverityOf(tags: JobTags, { redirectsRuns }: JobTagsInput): Severity {
  return tags.role === "request" && redirectsRuns !== false ? "warning" : severityOf(tags);
}

function checkLabels(tags: JobTags, findings: TagFindings): void {
  for (const tag of tags.tags.filter(({ key }) => isJobTagKey(key))) {
    // Tags of assets are strict, others are kept as JSON (Dagster's definitions/utils.py).
    const isKnown = tags.isCertain && tag.value.type !== "unknown";
    const isRefused = tags.kind === "asset" && tags.role === "label" && isKnown;
    if (isRefused && tag.value.type !== "text") {
      reportRefused(tags, tag, "error", findings);
      continue;
    }
    findings.add(tags, {
      code: "job-tag-without-effect",
      severity: "warning",
      at: tag.keyPosition,
      key: tag.key,
      message: (name) => `${tag.key} is among the ${tags.keyword} of ${name}, ${whyWithoutEffect(tags)}.`,
      hint:
        tags.kind === "job"
          ? "Move it to run_tags."
          : "Put it into the tags of the job, for example with define_asset_job, or use run_resources of the location.",
    });
  }
}

function whyWithoutEffect({ kind, role }: JobTags): string {
  if (role === "step") return "which only ecs_executor reads, and the code does not use it";
  return kind === "job" ? "which reach no run when there are run_tags" : "which reach no run";
}

function checkKeys(tags: JobTags, findings: TagFindings): void {
  for (const { key, keyPosition } of tags.tags) {
    const meant = suggestJobTagKey(key);
    if (meant === undefined) continue;
    findings.add(tags, {
      code: "job-tag-unknown",
      severity: "warning",
      at: keyPosition,
      key,
      message: (name) => `${quoteText(key)} of ${name} is no tag that Dagster's run launcher reads.`,
      hint: `Did you mean ${JSON.stringify(meant)}?`,
    });
  }
}

function checkNumber(tags: JobTags, key: NumberKey, findings: TagFindings): void {
  const isStepSize = tags.role === "step" && key !== "ecs/ephemeral_storage";
  const reading = isStepSize ? readEcsNumber(tags, key) : readWholeNumber(tags, key);
  const isRequest = tags.role === "request" && tags.kind !== "sensor";
  if (reading.kind === "value" && reading.tag.value.type === "integer" && isRequest) {
    // Since when Dagster takes numbers here differs from release to release; in sensors it always did.
    reportRefused(tags, reading.tag, "warning", findings);
  }
  if (reading.kind !== "invalid") return;
  const { tag } = reading;
  const text = storedText(tag.value);
  if (text === undefined) {
    reportRefused(tags, tag, severityOf(tags), findings);
    return;
  }
  const { unit, example } = NUMBERS[key];
  const reader = isStepSize ? "ECS" : "Dagster's run launcher";
  const meant = guessNumber(key, text);
  findings.add(tags, {
    code: "job-tag-not-number",
    severity: severityOf(tags),
    at: tag.valuePosition,
    key,
    message: (name) =>
      `${key} of ${name} is ${describePythonValue(tag.value)}, but ${reader} takes a whole number of ${unit}.`,
    hint:
      meant === undefined ? `Write it in digits, for example "${key}": "${example}".` : `Write "${key}": "${meant}".`,
  });
}

function checkStorage(tags: JobTags, input: JobTagsInput, findings: TagFindings): void {
  const key = "ecs/ephemeral_storage";
  checkNumber(tags, key, findings);
  const reading = readWholeNumber(tags, key);
  const { minimum, maximum } = FARGATE_EPHEMERAL_STORAGE;
  if (reading.kind !== "value" || (reading.value >= minimum && reading.value <= maximum)) return;
  if (launchTypeOf(tags, input) !== "FARGATE") return;
  findings.add(tags, {
    code: "job-tag-ephemeral-storage",
    severity: fargateSeverityOf(tags, input),
    at: reading.tag.valuePosition,
    key,
    message: (name) => `${key} of ${name} is ${reading.value}, but Fargate takes ${minimum} to ${maximum} GiB.`,
    hint:
      reading.value < minimum
        ? `Write "${key}": "${minimum}", or remove it for the 20 GiB that every task has.`
        : `Write "${key}": "${maximum}", or use a volume.`,
  });
}

function checkJson(tags: JobTags, key: "ecs/task_overrides" | "ecs/run_task_kwargs", findings: TagFindings): void {
  const reading = readJsonObject(tags, key);
  if (reading.kind !== "invalid") return;
  if (storedText(reading.tag.value) === undefined) {
    reportRefused(tags, reading.tag, severityOf(tags), findings);
    return;
  }
  findings.add(tags, {
    code: "job-tag-not-json",
    severity: severityOf(tags),
    at: reading.tag.valuePosition,
    key,
    // The value can hold what is nobody's business.
    message: (name) => `${key} of ${name} is not a JSON object, so the run launcher fails on it.`,
    hint: `Write a dictionary, "${key}": {…}, or json.dumps of one.`,
  });
}

function reportRefused(tags: JobTags, tag: JobTag, severity: Severity, findings: TagFindings): void {
  const text = tag.value.type === "integer" ? tag.value.value : undefined;
  const isSometimes = severity === "warning" && text !== undefined;
  const taken =
    tag.value.type === "other" && tags.role !== "label" ? "only text and what JSON can hold" : "only text here";
  findings.add(tags, {
    code: "job-tag-not-text",
    severity,
    at: tag.valuePosition,
    key: tag.key,
    message: (name) =>
      `${tag.key} of ${name} is ${describePythonValue(tag.value)}, but ${isSometimes ? "older releases of Dagster take" : "Dagster takes"} ${taken}.`,
    hint:
      text === undefined ? "Write it as text in quotes." : `Put quotes around it: "${tag.key}": "${clipText(text)}".`,
  });
}

/** The digits for `1 GB`, `512MiB`, `.5 vCPU` or `0.5`; undefined when it is anybody's guess. */
function guessNumber(key: NumberKey, text: string): number | undefined {
  const [, amount, unit = ""] = /^\s*(\d+|\d*\.\d+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const isLarge = /^(?:g|gb|gib|gi)?$/i.test(unit);
  switch (key) {
    case "ecs/cpu":
      return /^(?:v?cpus?)?$/i.test(unit) ? parseCpu(`${amount} vCPU`) : undefined;
    case "ecs/memory":
      if (/^(?:m|mb|mib|mi)$/i.test(unit)) return parseMemory(amount);
      return isLarge ? parseMemory(`${amount} GB`) : undefined;
    case "ecs/ephemeral_storage":
      return isLarge && /^\d+$/.test(amount) ? Number(amount) : undefined;
  }
}
