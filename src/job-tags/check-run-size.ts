import type { Severity } from "../errors.ts";
import {
  cpuFor,
  DEFAULT_RUN_SIZES,
  type FargateSystem,
  isFargatePair,
  listFargateSizes,
  memoryFor,
  nearestPairs,
  parseCpu,
  parseMemory,
} from "../model/fargate-sizes.ts";
import type { JsonObject } from "../model/json.ts";
import type { Resources } from "../model/workspace.ts";
import { findTag, readEcsNumber, readJsonObject, readWholeNumber } from "./launch-values.ts";
import type { JobTag, JobTags } from "./read-job-tags.ts";
import type { TagFindings } from "./tag-problems.ts";

/** What a run has besides its tags. */
export interface RunSettings {
  /** The location's `run_resources`, merged over the deployment's. */
  readonly runResources: Resources;
  /** Whether the deployment's are not known: it may have what `runResources` lacks. */
  readonly lacksDeployment?: boolean;
  readonly launchType: "FARGATE" | "EC2";
  /** `LINUX` when absent. */
  readonly system?: FargateSystem;
  /** Whether what starts the runs of jobs gives them tags for ECS too. */
  readonly isSupplemented?: boolean;
}

type Dimension = "cpu" | "memory";

/** CPU or memory of a run, where it comes from, and the tag if it is one. */
interface Share {
  readonly value: number;
  readonly phrase: string;
  readonly tag?: JobTag;
}

/** Where the run's task starts; undefined when the tags may send it elsewhere. */
export function launchTypeOf(tags: JobTags, settings: RunSettings): "FARGATE" | "EC2" | undefined {
  const reading = readJsonObject(tags, "ecs/run_task_kwargs");
  if (reading.kind === "unknown" && findTag(tags, "ecs/run_task_kwargs")) return undefined;
  if (reading.kind !== "value") return settings.launchType;
  const { launchType, capacityProviderStrategy: strategy, overrides, taskDefinition } = reading.value;
  if (overrides !== undefined || taskDefinition !== undefined) return undefined;
  if (Array.isArray(strategy) && strategy.length > 0) {
    const isFargate = strategy.every((one) =>
      /^FARGATE(?:_SPOT)?$/.test(String((one as JsonObject | null)?.capacityProvider)),
    );
    return isFargate ? "FARGATE" : undefined;
  }
  if (launchType === undefined) return settings.launchType;
  return launchType === "FARGATE" || launchType === "EC2" ? launchType : undefined;
}

/** Whether Fargate has a task of the size that the tags and `run_resources` ask for together. */
export function checkRunSize(tags: JobTags, settings: RunSettings, severity: Severity, findings: TagFindings): void {
  if (launchTypeOf(tags, settings) !== "FARGATE") return;
  const { system = "LINUX" } = settings;
  const cpu = readShare(tags, settings, "cpu");
  const memory = readShare(tags, settings, "memory");
  const code = "job-tag-fargate-size";
  if (cpu && memory) {
    if (isFargatePair(cpu.value, memory.value, system)) return;
    const isCpuWrong = memoryFor(cpu.value, system).length === 0;
    const tag = isCpuWrong ? (cpu.tag ?? memory.tag) : (memory.tag ?? cpu.tag);
    if (!tag) return;
    // What one of the two lacks may come with the request for the run.
    const isLacking = settings.isSupplemented === true && !(cpu.tag && memory.tag);
    findings.add(tags, {
      code,
      severity: tags.isPartial || isLacking ? "warning" : severity,
      at: tag.valuePosition,
      key: tag.key,
      message: (name) =>
        `${capitalize(name)} asks for ${cpu.phrase} and ${memory.phrase}, which is no size that Fargate has${forSystem(system)}.`,
      hint: suggestPairs(cpu, memory, system),
    });
    return;
  }
  for (const [share, dimension] of [
    [cpu, "cpu"],
    [memory, "memory"],
  ] as const) {
    if (!share?.tag || isSizeOf(dimension, share.value, system)) continue;
    findings.add(tags, {
      code,
      severity: tags.isPartial ? "warning" : severity,
      at: share.tag.valuePosition,
      key: share.tag.key,
      message: (name) =>
        `${capitalize(name)} asks for ${share.phrase}, which is no ${dimension === "cpu" ? "CPU" : "memory"} size that Fargate has${forSystem(system)}.`,
      hint: suggestSizes(dimension, share, system),
    });
  }
}

/** Undefined when it is not known: then nothing is said of the pair. */
function readShare(tags: JobTags, settings: RunSettings, dimension: Dimension): Share | undefined {
  const overrides = readJsonObject(tags, "ecs/task_overrides");
  if (overrides.kind === "unknown" && findTag(tags, "ecs/task_overrides")) return undefined;
  const parse = dimension === "cpu" ? parseCpu : parseMemory;
  if (overrides.kind === "value" && overrides.value[dimension] !== undefined) {
    const value = parse(String(overrides.value[dimension]));
    if (value === undefined) return undefined;
    return { value, phrase: `${dimension} ${value} in ecs/task_overrides`, tag: overrides.tag };
  }
  const key = `ecs/${dimension}` as const;
  const reading = tags.role === "step" ? readEcsNumber(tags, key) : readWholeNumber(tags, key);
  if (reading.kind === "value") return { value: reading.value, phrase: `${key} ${reading.value}`, tag: reading.tag };
  // What starts a run, or a step of it, takes what it does not say from a job that is not known here.
  if (reading.kind !== "absent" || tags.role !== "run" || !tags.isCertain) return undefined;
  const written = settings.runResources[dimension];
  if (!written) {
    if (settings.lacksDeployment === true) return undefined;
    const value = DEFAULT_RUN_SIZES[settings.system ?? "LINUX"][dimension];
    return { value, phrase: `the default ${dimension} ${value}` };
  }
  const value = parse(written);
  // A size that Fargate has for nothing is a problem of run_resources, not of the tags.
  if (value === undefined || !isSizeOf(dimension, value, settings.system ?? "LINUX")) return undefined;
  return { value, phrase: `${dimension} ${value} of run_resources` };
}

function isSizeOf(dimension: Dimension, value: number, system: FargateSystem): boolean {
  return (dimension === "cpu" ? memoryFor(value, system) : cpuFor(value, system)).length > 0;
}

function suggestPairs(cpu: Share, memory: Share, system: FargateSystem): string {
  const pairs = nearestPairs(guessUnits("cpu", cpu), guessUnits("memory", memory), system);
  return `Write ${pairs.map((pair) => `"ecs/cpu": "${pair.cpu}" with "ecs/memory": "${pair.memory}"`).join(", or ")}.`;
}

function suggestSizes(dimension: Dimension, share: Share, system: FargateSystem): string {
  const wanted = guessUnits(dimension, share);
  const sizes = [...new Set(listFargateSizes(system).map((size) => size[dimension]))].sort(
    (left, right) => left - right,
  );
  const near = [sizes.findLast((size) => size <= wanted), sizes.find((size) => size >= wanted)];
  const distinct = [...new Set(near.filter((size) => size !== undefined))];
  return `Write ${distinct.map((size) => `"ecs/${dimension}": "${size}"`).join(" or ")}.`;
}

/** Someone who writes 4 for a CPU or 16 for memory means vCPU and GB. */
function guessUnits(dimension: Dimension, { value, tag }: Share): number {
  const [largest, smallest] = dimension === "cpu" ? [16, 1] : [120, 1];
  return tag && value >= smallest && value <= largest ? value * 1024 : value;
}

function forSystem(system: FargateSystem): string {
  return system === "WINDOWS" ? " for Windows" : "";
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
