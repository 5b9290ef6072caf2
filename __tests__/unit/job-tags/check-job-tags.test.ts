import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkJobTags, mentionsEcsExecutor } from "../../../src/job-tags/check-job-tags.ts";
import { readJobTags } from "../../../src/job-tags/read-job-tags.ts";
import { isFargatePair, listFargateSizes } from "../../../src/model/fargate-sizes.ts";
import { fileOf } from "./snippets.ts";
import { cpu, job, memory, type Settings, SIZES, storage, VALUES } from "./wrong-tags.ts";

function check(python: string, settings: Settings = {}): readonly string[] {
  const jobTags = readJobTags({ path: "jobs.py", text: fileOf(python) });
  return checkJobTags({ jobTags, runResources: {}, launchType: "FARGATE", ...settings }).map(
    ({ code, severity, line, column, message, hint }) =>
      `${line - 1}:${column} ${severity} ${code}: ${message} ${hint}`,
  );
}

const RIGHT: readonly (readonly [title: string, python: string, settings?: Settings])[] = [
  ["the example of the reference", job(`${cpu('"256"')}, ${memory('"512"')}`)],
  ["a number, which Dagster keeps as text", job(`${cpu("1024")}, ${memory("2048")}`)],
  ["a CPU with the default memory", job(cpu('"256"'))],
  ["an empty text, which the launcher takes for none", job(`${cpu('""')}, ${memory('"1024"')}, ${storage('""')}`)],
  ["what Python takes for a number", job(`${cpu('" 1_024 "')}, ${memory('"+2048"')}`)],
  ["digits of another script", job(cpu('"२५६"'))],
  ["a CPU in place of that of run_resources", job(cpu('"256"')), { runResources: { cpu: "4096", memory: "1 GB" } }],
  ["a CPU with memory of run_resources", job(cpu('"1024"')), { runResources: { cpu: "256", memory: "2 GB" } }],
  ["run_resources that are wrong themselves", job(cpu('"1024"')), { runResources: { memory: "lots" } }],
  ["a size of run_resources that Fargate has for nothing", job(memory('"512"')), { runResources: { cpu: "300" } }],
  ["run_resources alone", job(storage('"50"')), { runResources: { cpu: "300" } }],
  ["EC2", job(`${cpu('"300"')}, ${memory('"700"')}, ${storage('"5"')}`), { launchType: "EC2" }],
  ["a run on EC2", job(`${cpu('"300"')}, "ecs/run_task_kwargs": '{"launchType": "EC2"}'`)],
  [
    "a run on a capacity provider",
    job(`${cpu('"300"')}, "ecs/run_task_kwargs": {"capacityProviderStrategy": [{"capacityProvider": "mine"}]}`),
  ],
  ["a run with its own overrides", job(`${cpu('"300"')}, "ecs/run_task_kwargs": {"overrides": {"cpu": "256"}}`)],
  ["a run that starts nobody knows where", job(`${cpu('"300"')}, ${storage('"5"')}, "ecs/run_task_kwargs": KWARGS`)],
  ["overrides that nobody knows", job(`${cpu('"300"')}, "ecs/task_overrides": json.dumps(x)`)],
  ["overrides that make it right", job(`${cpu('"300"')}, "ecs/task_overrides": {"cpu": "256", "memory": "1 GB"}`)],
  ["numbers that only Python's JSON has", job(`"ecs/task_overrides": '{"cpu": NaN}'`)],
  ["values that are known when it runs", job(`${cpu("CPU")}, ${memory('f"{n}"')}, ${storage("n * 2")}`)],
  ["a CPU whose memory may come from unknown tags", job(`**base, ${cpu('"4096"')}`)],
  ["tags that unknown ones may replace", job(`${cpu('"300"')}, ${memory('"1 GB"')}, **base`)],
  ["a CPU of a run request, whose memory is the job's", `r = RunRequest(tags={${cpu('"4096"')}})`],
  ["units of an op, which ECS reads", `@op(tags={${cpu('"1 vCPU"')}, ${memory('"2 GB"')}})\ndef load(): ...`],
  ["a key of the user's own", job('"ecs/team": "data", "ecs/cluster": "x"')],
  ["container overrides", job('"ecs/container_overrides": \'{"resourceRequirements": []}\'')],
  ["16 vCPU", job(`${cpu('"16384"')}, ${memory('"122880"')}`)],
  ["storage at its bounds", `${job(storage('"21"'))}\n${job(storage('"200"'))}`],
];

describe("checkJobTags", () => {
  it.each(SIZES)("compares $title with Fargate's sizes", ({ python, settings, found }) => {
    expect(check(python, settings)).toEqual(found);
  });

  it.each(VALUES)("reports $title", ({ python, settings, found }) => {
    expect(check(python, settings)).toEqual(found);
  });

  it.each(RIGHT.map(([title, python, settings]) => ({ title, python, settings })))(
    "has nothing against $title",
    ({ python, settings }) => {
      expect(check(python, settings)).toEqual([]);
    },
  );

  it("says where in the file and in the definition", () => {
    const [jobTags] = [
      readJobTags({ path: "etl/jobs.py", text: fileOf(`j = job(name="a b",\n  tags={${cpu('"x"')}})`) }),
    ];
    expect(checkJobTags({ jobTags, runResources: {}, launchType: "EC2" })).toEqual([
      expect.objectContaining({ file: "etl/jobs.py", line: 3, column: 20, path: 'job "a b" › tags["ecs/cpu"]' }),
    ]);
  });

  it.each(['"password=hunter2"', '{"hunter2"}', 'b"hunter2"'])("never shows what overrides hold: %s", (value) => {
    expect(check(job(`"ecs/task_overrides": ${value}`)).join()).toMatch(/^(?!.*hunter2).+/);
  });

  it("agrees with the table for every pair of tags, and its advice is right", () => {
    const number = fc.oneof(
      fc.constantFrom(...listFargateSizes().flatMap((size) => [size.cpu, size.memory, size.memory + 1])),
      fc.integer({ min: 0, max: 140_000 }),
    );
    fc.assert(
      fc.property(number, number, (units, mebibytes) => {
        const found = check(job(`${cpu(`"${units}"`)}, ${memory(`"${mebibytes}"`)}`));
        expect(found.length === 0).toBe(isFargatePair(units, mebibytes));
        for (const [, better, memoryOf] of found.join().matchAll(/"ecs\/cpu": "(\d+)" with "ecs\/memory": "(\d+)"/g)) {
          expect(check(job(`${cpu(`"${better}"`)}, ${memory(`"${memoryOf}"`)}`))).toEqual([]);
        }
      }),
    );
  });
});

describe("mentionsEcsExecutor", () => {
  it.each([
    ["from dagster_aws.ecs import ecs_executor", true],
    ["my_ecs_executor_name = 1", false],
    ["", false],
  ])("of %j is %s", (text, expected) => {
    expect(mentionsEcsExecutor(text)).toBe(expected);
  });
});
