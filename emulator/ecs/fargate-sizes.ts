/** Task memory (MiB) that Fargate offers per CPU units: Amazon ECS developer guide, "Task CPU and memory". */
const RANGES: ReadonlyMap<number, { from: number; to: number; step: number }> = new Map([
  [512, { from: 1024, to: 4096, step: 1024 }],
  [1024, { from: 2048, to: 8192, step: 1024 }],
  [2048, { from: 4096, to: 16384, step: 1024 }],
  [4096, { from: 8192, to: 30720, step: 1024 }],
  [8192, { from: 16384, to: 61440, step: 4096 }],
  [16384, { from: 32768, to: 122880, step: 8192 }],
]);

export function isFargateSize(cpu: number, memory: number): boolean {
  if (cpu === 256) {
    return memory === 512 || memory === 1024 || memory === 2048;
  }
  const range = RANGES.get(cpu);
  return range !== undefined && memory >= range.from && memory <= range.to && (memory - range.from) % range.step === 0;
}

/** CPU units of `256`, `.25 vCPU`, `1 vCPU`; undefined when it is none of these. */
export function parseCpu(text: string): number | undefined {
  return parseSize(text, /^vcpus?$/i);
}

/** MiB of `512`, `0.5 GB`, `1GB`. */
export function parseMemory(text: string): number | undefined {
  return parseSize(text, /^gb$/i);
}

function parseSize(text: string, unit: RegExp): number | undefined {
  const match = /^\s*(\d+|\d*\.\d+)\s*([a-z]*)\s*$/i.exec(text);
  if (match?.[1] === undefined) {
    return undefined;
  }
  if (match[2] === "" || match[2] === undefined) {
    return /^\d+$/.test(match[1]) ? Number(match[1]) : undefined;
  }
  return unit.test(match[2]) ? Math.round(Number(match[1]) * 1024) : undefined;
}
