/** What a Fargate task runs on. X86_64 and ARM64 have the same sizes. */
export type FargateSystem = "LINUX" | "WINDOWS";

/** A size of a Fargate task: CPU units (1024 are one vCPU) and MiB. */
export interface FargateSize {
  readonly cpu: number;
  readonly memory: number;
}

/** The memory (MiB, ascending) that one CPU size can have. */
interface MemoryRange {
  readonly cpu: number;
  readonly memory: readonly number[];
  readonly systems: readonly FargateSystem[];
}

const BOTH: readonly FargateSystem[] = ["LINUX", "WINDOWS"];

/** Amazon ECS Developer Guide, "Task CPU and memory": eight and sixteen vCPU are for Linux only, as is less than one. */
const SIZES: readonly MemoryRange[] = [
  { cpu: 256, memory: [512, 1024, 2048], systems: ["LINUX"] },
  { cpu: 512, memory: listSteps(1024, 4096, 1024), systems: ["LINUX"] },
  { cpu: 1024, memory: listSteps(2048, 8192, 1024), systems: BOTH },
  { cpu: 2048, memory: listSteps(4096, 16_384, 1024), systems: BOTH },
  { cpu: 4096, memory: listSteps(8192, 30_720, 1024), systems: BOTH },
  { cpu: 8192, memory: listSteps(16_384, 61_440, 4096), systems: ["LINUX"] },
  { cpu: 16_384, memory: listSteps(32_768, 122_880, 8192), systems: ["LINUX"] },
];

/** What the run launcher registers when nobody names a size (`dagster_aws/ecs/launcher.py`). */
export const DEFAULT_RUN_SIZES: Readonly<Record<FargateSystem, FargateSize>> = {
  LINUX: { cpu: 256, memory: 512 },
  WINDOWS: { cpu: 1024, memory: 2048 },
};

/** GiB of ephemeral storage that a Fargate task can ask for (ECS API, EphemeralStorage). */
export const FARGATE_EPHEMERAL_STORAGE = { minimum: 21, maximum: 200 } as const;

/** All sizes, by CPU, then memory. */
export function listFargateSizes(system: FargateSystem = "LINUX"): readonly FargateSize[] {
  return rangesOf(system).flatMap(({ cpu, memory }) => memory.map((one) => ({ cpu, memory: one })));
}

/** Whether Fargate has a task of this size. CPU in units, memory in MiB. */
export function isFargatePair(cpu: number, memory: number, system: FargateSystem = "LINUX"): boolean {
  return memoryFor(cpu, system).includes(memory);
}

/** The memory sizes (MiB) for a CPU size, ascending; empty when Fargate has no such CPU size. */
export function memoryFor(cpu: number, system: FargateSystem = "LINUX"): readonly number[] {
  return rangesOf(system).find((range) => range.cpu === cpu)?.memory ?? [];
}

/** The CPU sizes (units) for a memory size, ascending; empty when Fargate has no such memory size. */
export function cpuFor(memory: number, system: FargateSystem = "LINUX"): readonly number[] {
  return rangesOf(system)
    .filter((range) => range.memory.includes(memory))
    .map(({ cpu }) => cpu);
}

/**
 * Up to three sizes to write instead, best first: the same CPU with the nearest memory, the same memory with the
 * nearest CPU, the smallest size that has at least both, and the largest that has at most both. For a size that
 * Fargate has, only that.
 */
export function nearestPairs(cpu: number, memory: number, system: FargateSystem = "LINUX"): readonly FargateSize[] {
  if (isFargatePair(cpu, memory, system)) return [{ cpu, memory }];
  const sizes = listFargateSizes(system);
  const sameCpu = nearest(memoryFor(cpu, system), memory);
  const sameMemory = nearest(cpuFor(memory, system), cpu);
  const candidates = [
    sameCpu === undefined ? undefined : { cpu, memory: sameCpu },
    sameMemory === undefined ? undefined : { cpu: sameMemory, memory },
    sizes.find((size) => size.cpu >= cpu && size.memory >= memory),
    sizes.findLast((size) => size.cpu <= cpu && size.memory <= memory),
  ].filter((size) => size !== undefined);
  const found = candidates.length === 0 ? sizes.slice(0, 1) : candidates;
  return found
    .filter((size, index) => found.findIndex((one) => one.cpu === size.cpu && one.memory === size.memory) === index)
    .slice(0, 3);
}

/**
 * CPU units of a task's `cpu` as ECS reads it: units ("1024") or vCPU ("1 vCPU", ".25 vcpu"); undefined for anything
 * else (ECS API, RegisterTaskDefinition).
 */
export function parseCpu(text: string): number | undefined {
  return parseWhole(text) ?? parseUnits(text, /^\s*(\d+|\d*\.\d+)\s*vcpu\s*$/i);
}

/**
 * MiB of a task's `memory` as ECS reads it: MiB ("1024") or GB ("1 GB", "0.5GB"); undefined for anything else (ECS
 * API, RegisterTaskDefinition).
 */
export function parseMemory(text: string): number | undefined {
  return parseWhole(text) ?? parseUnits(text, /^\s*(\d+|\d*\.\d+)\s*gb\s*$/i);
}

/** The system of a task with this `runtime_platform.operatingSystemFamily`; Linux when it names none. */
export function systemOf(operatingSystemFamily: string | undefined): FargateSystem {
  return /^windows/i.test(operatingSystemFamily ?? "") ? "WINDOWS" : "LINUX";
}

function rangesOf(system: FargateSystem): readonly MemoryRange[] {
  return SIZES.filter(({ systems }) => systems.includes(system));
}

/** The nearest of ascending numbers; of two equally near ones the larger, as too little is worse than too much. */
function nearest(numbers: readonly number[], wanted: number): number | undefined {
  return numbers.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - wanted) <= Math.abs(best - wanted) ? one : best),
    undefined,
  );
}

function listSteps(minimum: number, maximum: number, step: number): readonly number[] {
  return Array.from({ length: (maximum - minimum) / step + 1 }, (_, index) => minimum + index * step);
}

function parseWhole(text: string): number | undefined {
  return /^\s*\d+\s*$/.test(text) ? wholeOnly(Number(text)) : undefined;
}

function parseUnits(text: string, form: RegExp): number | undefined {
  const [, amount] = form.exec(text) ?? [];
  return amount === undefined ? undefined : wholeOnly(Number(amount) * 1024);
}

function wholeOnly(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined;
}
