import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cpuFor,
  FARGATE_EPHEMERAL_STORAGE,
  type FargateSystem,
  isFargatePair,
  listFargateSizes,
  memoryFor,
  nearestPairs,
  parseCpu,
  parseMemory,
  systemOf,
} from "../../../src/model/fargate-sizes.ts";

/** Amazon ECS Developer Guide, "Task CPU and memory", in GB. */
const GUIDE: readonly (readonly [cpu: number, gigabytes: readonly number[], windows: boolean])[] = [
  [256, [0.5, 1, 2], false],
  [512, [1, 2, 3, 4], false],
  [1024, [2, 3, 4, 5, 6, 7, 8], true],
  [2048, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], true],
  [4096, [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30], true],
  [8192, [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60], false],
  [16_384, [32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120], false],
];
const PAIRS = GUIDE.flatMap(([cpu, gigabytes, windows]) =>
  gigabytes.map((one) => ({ cpu, memory: one * 1024, windows })),
);

const system = fc.constantFrom<FargateSystem>("LINUX", "WINDOWS");
const anySize = fc.oneof(
  fc.integer({ min: -10, max: 200_000 }),
  fc.constantFrom(...PAIRS.flatMap(({ cpu, memory }) => [cpu, memory, memory - 1, memory + 1, memory + 1024])),
);

describe("the sizes of Fargate tasks", () => {
  it("are those of the guide, for each system", () => {
    const sizes = PAIRS.map(({ cpu, memory }) => ({ cpu, memory }));
    expect(listFargateSizes()).toEqual(sizes);
    expect(listFargateSizes()).toHaveLength(74);
    const windows = PAIRS.filter((pair) => pair.windows).map(({ cpu, memory }) => ({ cpu, memory }));
    expect(listFargateSizes("WINDOWS")).toEqual(windows);
  });

  it.each(PAIRS)("have $cpu with $memory", ({ cpu, memory, windows }) => {
    expect(isFargatePair(cpu, memory)).toBe(true);
    expect(isFargatePair(cpu, memory, "WINDOWS")).toBe(windows);
    expect(memoryFor(cpu)).toContain(memory);
    expect(cpuFor(memory)).toContain(cpu);
  });

  it("have nothing one MiB beside a size", () => {
    for (const { cpu, memory } of PAIRS) {
      expect([isFargatePair(cpu, memory - 1), isFargatePair(cpu, memory + 1)]).toEqual([false, false]);
      expect([isFargatePair(cpu - 1, memory), isFargatePair(cpu + 1, memory)]).toEqual([false, false]);
    }
  });

  it.each([
    [256, 256],
    [256, 3072],
    [256, 4096],
    [512, 512],
    [512, 5120],
    [1024, 1024],
    [1024, 9216],
    [2048, 3072],
    [2048, 17_408],
    [4096, 7168],
    [4096, 31_744],
    [8192, 15_360],
    [8192, 17_408],
    [8192, 65_536],
    [16_384, 30_720],
    [16_384, 36_864],
    [16_384, 131_072],
    [128, 512],
    [32_768, 122_880],
    [0, 0],
  ])("do not have %i with %i", (cpu, memory) => {
    expect(isFargatePair(cpu, memory)).toBe(false);
  });

  it("are found the same in every way", () => {
    fc.assert(
      fc.property(anySize, anySize, system, (cpu, memory, on) => {
        const isListed = listFargateSizes(on).some((size) => size.cpu === cpu && size.memory === memory);
        expect(isFargatePair(cpu, memory, on)).toBe(isListed);
        expect(memoryFor(cpu, on).includes(memory)).toBe(isListed);
        expect(cpuFor(memory, on).includes(cpu)).toBe(isListed);
      }),
    );
  });

  it("have 21 to 200 GiB of storage", () => {
    expect(FARGATE_EPHEMERAL_STORAGE).toEqual({ minimum: 21, maximum: 200 });
  });
});

describe("nearestPairs", () => {
  it.each([
    { of: [1024, 512], are: ["1024/2048", "256/512"] },
    { of: [256, 4096], are: ["256/2048", "512/4096"] },
    { of: [256, 8192], are: ["256/2048", "1024/8192"] },
    { of: [512, 512], are: ["512/1024", "256/512"] },
    { of: [256, 700], are: ["256/512", "256/1024"] },
    { of: [256, 768], are: ["256/1024", "256/512"] },
    { of: [300, 512], are: ["256/512", "512/1024"] },
    { of: [300, 700], are: ["512/1024", "256/512"] },
    { of: [3000, 8192], are: ["2048/8192", "4096/8192"] },
    { of: [3072, 8192], are: ["4096/8192", "2048/8192"] },
    { of: [4096, 31_744], are: ["4096/30720", "8192/32768"] },
    { of: [8192, 17_408], are: ["8192/16384", "4096/17408", "8192/20480"] },
    { of: [32_768, 250_000], are: ["16384/122880"] },
    { of: [0, 0], are: ["256/512"] },
    { of: [64, 200_000], are: ["256/512"] },
    { of: [512, 1024], are: ["512/1024"] },
  ])("of $of are $are", ({ of: [cpu = 0, memory = 0], are }) => {
    expect(nearestPairs(cpu, memory).map((pair) => `${pair.cpu}/${pair.memory}`)).toEqual(are);
  });

  it.each([
    { of: [256, 512], are: ["1024/2048"] },
    { of: [512, 4096], are: ["1024/4096"] },
    { of: [8192, 16_384], are: ["4096/16384"] },
    { of: [16_384, 122_880], are: ["4096/30720"] },
  ])("of $of on Windows are $are", ({ of: [cpu = 0, memory = 0], are }) => {
    expect(nearestPairs(cpu, memory, "WINDOWS").map((pair) => `${pair.cpu}/${pair.memory}`)).toEqual(are);
  });

  it("are one to three different sizes that Fargate has, and only itself for such a size", () => {
    fc.assert(
      fc.property(anySize, anySize, system, (cpu, memory, on) => {
        const pairs = nearestPairs(cpu, memory, on);
        expect(pairs.length).toBeGreaterThan(0);
        expect(pairs.length).toBeLessThanOrEqual(3);
        expect(new Set(pairs.map((pair) => `${pair.cpu}/${pair.memory}`)).size).toBe(pairs.length);
        expect(pairs.every((pair) => isFargatePair(pair.cpu, pair.memory, on))).toBe(true);
        if (isFargatePair(cpu, memory, on)) expect(pairs).toEqual([{ cpu, memory }]);
        else if (memoryFor(cpu, on).length > 0) {
          const distances = memoryFor(cpu, on).map((one) => Math.abs(one - memory));
          expect(pairs[0]?.cpu).toBe(cpu);
          expect(Math.abs((pairs[0]?.memory ?? 0) - memory)).toBe(Math.min(...distances));
        }
      }),
    );
  });
});

describe("parseCpu", () => {
  it.each([
    ["256", 256],
    ["1024", 1024],
    [" 512 ", 512],
    ["0", 0],
    ["0.25 vCPU", 256],
    [".25 vcpu", 256],
    [".5vCPU", 512],
    ["1 vCPU", 1024],
    ["1 vcpu", 1024],
    ["16 VCPU", 16_384],
    ["0.1 vCPU", undefined],
    ["0.5", undefined],
    ["1 CPU", undefined],
    ["1.vCPU", undefined],
    ["1GB", undefined],
    ["-256", undefined],
    ["1e3", undefined],
    ["99999999999999999999", undefined],
    ["", undefined],
    ["vCPU", undefined],
  ])("reads %j as %s", (text, units) => {
    expect(parseCpu(text)).toBe(units);
  });
});

describe("parseMemory", () => {
  it.each([
    ["512", 512],
    [" 1024", 1024],
    ["1GB", 1024],
    ["1 GB", 1024],
    ["0.5 GB", 512],
    [".5gb", 512],
    ["120 gb", 122_880],
    ["1.5 GB", 1536],
    ["0.3 GB", undefined],
    ["512 MB", undefined],
    ["1 GiB", undefined],
    ["1 vCPU", undefined],
    ["1.5", undefined],
    ["-1", undefined],
    ["", undefined],
    ["GB", undefined],
  ])("reads %j as %s", (text, mebibytes) => {
    expect(parseMemory(text)).toBe(mebibytes);
  });

  it("reads every size in both forms", () => {
    for (const { cpu, memory } of PAIRS) {
      expect([parseCpu(String(cpu)), parseCpu(`${cpu / 1024} vCPU`)]).toEqual([cpu, cpu]);
      expect([parseMemory(String(memory)), parseMemory(`${memory / 1024} GB`)]).toEqual([memory, memory]);
    }
  });
});

describe("systemOf", () => {
  it.each([
    [undefined, "LINUX"],
    ["LINUX", "LINUX"],
    ["WINDOWS_SERVER_2022_CORE", "WINDOWS"],
    ["WINDOWS_SERVER_2019_FULL", "WINDOWS"],
  ])("takes %s for %s", (family, on) => {
    expect(systemOf(family)).toBe(on);
  });
});
