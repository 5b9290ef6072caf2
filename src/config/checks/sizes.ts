import { DEFAULT_TASK_CPU, DEFAULT_TASK_MEMORY } from "../../model/code-server.ts";
import { DEFAULT_RUN_SIZES, listFargateSizes, parseCpu, parseMemory } from "../../model/fargate-sizes.ts";
import { isTemplate } from "../../model/template.ts";
import type { ProblemCode } from "../problem-catalogue.ts";
import { describeValue, nameOf, quote, type Report } from "../report.ts";
import type { TaskView } from "./tasks.ts";
import { childAt, isWindows, knownText, type MergedView, type Sited, tell } from "./view.ts";

/** The key of a task's resources, at both levels. */
export const RESOURCES_OF = { server: "server_resources", run: "run_resources" } as const;

/** A size that the merge gives: a number in ECS's unit, and where it is written; the agent's default is nowhere. */
export interface Size {
  readonly value: number;
  readonly written: Sited | undefined;
}

interface SizeForm {
  readonly key: "cpu" | "memory";
  readonly code: ProblemCode;
  readonly parse: (text: string) => number | undefined;
  readonly default: string;
  /** The unit of a plain number. */
  readonly unit: string;
  /** The other unit that ECS reads, with an example. */
  readonly largeUnit: string;
  readonly example: string;
  readonly largeExample: string;
  /** The plain number for the forms of Kubernetes and others; undefined when it is anybody's guess. */
  readonly guess: (text: string) => number | undefined;
}

const AMOUNT = /^\s*(\d{1,6}|\d{0,6}\.\d{1,6})\s*([a-z]{0,6})\s*$/i;

function positive(value: number): number | undefined {
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

const CPU: SizeForm = {
  key: "cpu",
  code: "cpu-not-a-size",
  parse: parseCpu,
  default: DEFAULT_TASK_CPU,
  unit: "CPU units",
  largeUnit: "vCPUs",
  example: 'cpu: "1024"',
  largeExample: "cpu: 1 vCPU",
  guess(text) {
    const [, amount, unit = ""] = AMOUNT.exec(text) ?? [];
    if (amount === undefined || !/^(?:m|v?cpus?|cores?|)$/i.test(unit)) return undefined;
    // Some who write millicores count them in ECS's 1024 to the CPU.
    const isUnits = unit === "m" && listFargateSizes("LINUX").some(({ cpu }) => cpu === Number(amount));
    if (isUnits) return Number(amount);
    return positive(Math.round(Number(amount) * (unit === "m" ? 1.024 : 1024)));
  },
};

const MEMORY: SizeForm = {
  key: "memory",
  code: "memory-not-a-size",
  parse: parseMemory,
  default: DEFAULT_TASK_MEMORY,
  unit: "MiB",
  largeUnit: "GB",
  example: 'memory: "2048"',
  largeExample: "memory: 2 GB",
  guess(text) {
    const [, amount, unit = ""] = AMOUNT.exec(text) ?? [];
    if (amount === undefined || !/^(?:[mg]i?b?)$/i.test(unit)) return undefined;
    return positive(Number(amount) * (/^g/i.test(unit) ? 1024 : 1));
  },
};

/** CPU and memory of a task; undefined for what cannot be known, or was reported. */
export function readSizes(
  task: TaskView,
  view: MergedView,
  report: Report,
): { readonly cpu: Size | undefined; readonly memory: Size | undefined } {
  return { cpu: readSize(task, view, report, CPU), memory: readSize(task, view, report, MEMORY) };
}

/** Each key for itself comes from the location, or else from the deployment. */
export function resourceOf({ kind }: TaskView, view: MergedView, key: string): Sited | undefined {
  return childAt(view.ecs, RESOURCES_OF[kind], key) ?? childAt(view.launcher, RESOURCES_OF[kind], key);
}

function readSize(task: TaskView, view: MergedView, report: Report, form: SizeForm): Size | undefined {
  const written = resourceOf(task, view, form.key);
  if (!written) {
    const value = defaultOf(task, view, form);
    return view.launcher === undefined || value === undefined ? undefined : { value, written };
  }
  const text = knownText(written.node);
  if (text === undefined) return undefined;
  const value = form.parse(text);
  if (value === undefined || value <= 0) {
    const isRun = task.kind === "run";
    tell(report, written, {
      code: form.code,
      message: `${nameOf(written.path)} is ${describeValue(written.node)}, which is no number of ${form.unit}${isRun ? "" : ` or ${form.largeUnit}`}.`,
      hint: hintFor(text, form, isRun),
    });
    return undefined;
  }
  if (task.kind === "run" && !isPlainNumber(text)) tellUnit(written, value, form, report);
  return { value, written };
}

/** Code servers have one default, runs one for each system. */
function defaultOf({ kind }: TaskView, view: MergedView, form: SizeForm): number | undefined {
  if (kind === "run") return DEFAULT_RUN_SIZES[isWindows(view) ? "WINDOWS" : "LINUX"][form.key];
  return form.parse(form.default);
}

function hintFor(text: string, form: SizeForm, isRun: boolean): string {
  if (isTemplate(text)) return `Fill the variable in before this step: Dagster takes no {env: NAME} for ${form.key}.`;
  const meant = form.guess(text);
  if (meant !== undefined) return `Write ${form.key}: "${meant}".`;
  return `Write for example ${form.example}${isRun ? "" : ` or ${form.largeExample}`}.`;
}

/** ECS takes units, but the run launcher makes numbers of both sizes first (docs/agent.md, Runs). */
function tellUnit(written: Sited, value: number, { key, unit }: SizeForm, report: Report): void {
  tell(report, written, {
    code: "run-size-with-unit",
    message: `run_resources.${key} is ${describeValue(written.node)}, but Dagster's run launcher takes a plain number of ${unit}: every run without an ecs/${key} tag of its own fails.`,
    hint: `Write ${key}: "${value}".`,
  });
}

function isPlainNumber(text: string): boolean {
  return /^\s*\d+\s*$/.test(text);
}

/** A size as messages name it, with what the file has where that is in another unit. */
export function describeSize({ value, written }: Size, unit: string): string {
  const text = knownText(written?.node) ?? "";
  const isOtherUnit = written?.node.kind === "scalar" && !written.node.fromVariable && !isPlainNumber(text);
  if (!written) return `${value} ${unit} (the default)`;
  const from = written.level === "deployment" ? ", from dagster.yaml" : "";
  const shown = isOtherUnit ? `${quote(text)}${from}` : from.slice(2);
  return shown === "" ? `${value} ${unit}` : `${value} ${unit} (${shown})`;
}
