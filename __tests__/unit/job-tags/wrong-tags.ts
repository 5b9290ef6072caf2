import type { JobTagsInput } from "../../../src/job-tags/check-job-tags.ts";

/** What a location has besides its tags; on Fargate without run_resources when absent. */
export type Settings = Partial<Omit<JobTagsInput, "jobTags">>;

/** One definition, `etl`, with these entries. */
export const job = (entries: string) => `etl = job(tags={${entries}})`;
export const cpu = (value: string) => `"ecs/cpu": ${value}`;
export const memory = (value: string) => `"ecs/memory": ${value}`;
export const storage = (value: string) => `"ecs/ephemeral_storage": ${value}`;

/** Python, and each problem as `line:column severity code: message hint`. */
export interface Case {
  readonly title: string;
  readonly python: string;
  readonly settings?: Settings;
  readonly found: readonly string[];
}

export const SIZES: readonly Case[] = [
  {
    title: "a pair of tags",
    python: job(`${cpu('"1024"')}, ${memory('"512"')}`),
    found: [
      '1:50 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 1024 and ecs/memory 512, which is no size that Fargate has. Write "ecs/cpu": "1024" with "ecs/memory": "2048", or "ecs/cpu": "256" with "ecs/memory": "512".',
    ],
  },
  {
    title: "a CPU with the default memory",
    python: job(cpu('"1024"')),
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 1024 and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "1024" with "ecs/memory": "2048", or "ecs/cpu": "256" with "ecs/memory": "512".',
    ],
  },
  {
    title: "memory with the default CPU",
    python: job(memory('"4096"')),
    found: [
      '1:31 error job-tag-fargate-size: The job "etl" asks for the default cpu 256 and ecs/memory 4096, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "2048", or "ecs/cpu": "512" with "ecs/memory": "4096".',
    ],
  },
  {
    title: "a CPU against memory of run_resources",
    python: job(cpu('"256"')),
    settings: { runResources: { memory: "8 GB" } },
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 256 and memory 8192 of run_resources, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "2048", or "ecs/cpu": "1024" with "ecs/memory": "8192".',
    ],
  },
  {
    title: "memory against a CPU of run_resources",
    python: job(memory('"1024"')),
    settings: { runResources: { cpu: "1 vCPU" } },
    found: [
      '1:31 error job-tag-fargate-size: The job "etl" asks for cpu 1024 of run_resources and ecs/memory 1024, which is no size that Fargate has. Write "ecs/cpu": "1024" with "ecs/memory": "2048", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
  {
    title: "a CPU size that nobody has",
    python: job(`${cpu('"300"')}, ${memory('"512"')}`),
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 300 and ecs/memory 512, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "512", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
  {
    title: "vCPU and GB without a unit",
    python: job(`${cpu('"4"')}, ${memory('"16"')}`),
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 4 and ecs/memory 16, which is no size that Fargate has. Write "ecs/cpu": "4096" with "ecs/memory": "16384".',
    ],
  },
  {
    title: "Windows",
    python: job(`${cpu('"512"')}, ${memory('"1024"')}`),
    settings: { system: "WINDOWS" },
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 512 and ecs/memory 1024, which is no size that Fargate has for Windows. Write "ecs/cpu": "1024" with "ecs/memory": "2048".',
    ],
  },
  {
    title: "Windows' default memory",
    python: job(cpu('"4096"')),
    settings: { system: "WINDOWS" },
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 4096 and the default memory 2048, which is no size that Fargate has for Windows. Write "ecs/cpu": "4096" with "ecs/memory": "8192", or "ecs/cpu": "1024" with "ecs/memory": "2048".',
    ],
  },
  {
    title: "a size of task_overrides",
    python: job(`${cpu('"256"')}, "ecs/task_overrides": {"cpu": "300"}`),
    found: [
      '1:57 error job-tag-fargate-size: The job "etl" asks for cpu 300 in ecs/task_overrides and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "512", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
  {
    title: "a pair beside unknown tags",
    python: job(`**base, ${cpu('"256"')}, ${memory('"8192"')}`),
    found: [
      '1:57 warning job-tag-fargate-size: The job "etl" asks for ecs/cpu 256 and ecs/memory 8192, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "2048", or "ecs/cpu": "1024" with "ecs/memory": "8192".',
    ],
  },
  {
    title: "a CPU beside unknown tags",
    python: job(`**base, ${cpu('"300"')}`),
    found: [
      '1:36 warning job-tag-fargate-size: The job "etl" asks for ecs/cpu 300, which is no CPU size that Fargate has. Write "ecs/cpu": "256" or "ecs/cpu": "512".',
    ],
  },
  {
    title: "a pair of a run request",
    python: `r = RunRequest(tags={${cpu('"256"')}, ${memory('"8192"')}})`,
    settings: { redirectsRuns: false },
    found: [
      '1:54 error job-tag-fargate-size: The run request in "r" asks for ecs/cpu 256 and ecs/memory 8192, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "2048", or "ecs/cpu": "1024" with "ecs/memory": "8192".',
    ],
  },
  {
    title: "a CPU of a run request",
    python: `r = RunRequest(tags={${cpu('"300"')}})`,
    settings: { redirectsRuns: false },
    found: [
      '1:33 error job-tag-fargate-size: The run request in "r" asks for ecs/cpu 300, which is no CPU size that Fargate has. Write "ecs/cpu": "256" or "ecs/cpu": "512".',
    ],
  },
  {
    title: "memory of a run request",
    python: `def sense():\n    yield RunRequest(tags={${memory('"1000"')}})`,
    settings: { redirectsRuns: false },
    found: [
      '2:42 error job-tag-fargate-size: The run request in "sense" asks for ecs/memory 1000, which is no memory size that Fargate has. Write "ecs/memory": "512" or "ecs/memory": "1024".',
    ],
  },
  {
    title: "a run request that may be of a job on EC2",
    python: `r = RunRequest(tags={${cpu('"300"')}})`,
    found: [
      '1:33 warning job-tag-fargate-size: The run request in "r" asks for ecs/cpu 300, which is no CPU size that Fargate has. Write "ecs/cpu": "256" or "ecs/cpu": "512".',
    ],
  },
  {
    title: "a CPU of a job whose memory may come with a run request",
    python: `${job(cpu('"4096"'))}\nr = RunRequest(tags={${memory('"8192"')}})`,
    found: [
      '1:28 warning job-tag-fargate-size: The job "etl" asks for ecs/cpu 4096 and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "4096" with "ecs/memory": "8192", or "ecs/cpu": "256" with "ecs/memory": "512".',
    ],
  },
  {
    title: "a pair of a job that something else starts with tags",
    python: `${job(`${cpu('"4096"')}, ${memory('"512"')}`)}\nr = RunRequest(tags={${storage('"50"')}})`,
    found: [
      '1:50 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 4096 and ecs/memory 512, which is no size that Fargate has. Write "ecs/cpu": "4096" with "ecs/memory": "8192", or "ecs/cpu": "256" with "ecs/memory": "512".',
    ],
  },
  {
    title: "a pair of an op",
    python: `@op(tags={${cpu('"256"')}, ${memory('"8192"')}})\ndef load(): ...`,
    found: [
      '1:43 warning job-tag-fargate-size: The op "load" asks for ecs/cpu 256 and ecs/memory 8192, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "2048", or "ecs/cpu": "1024" with "ecs/memory": "8192".',
    ],
  },
  {
    title: "an EC2 location that starts one run on Fargate",
    python: job(`${cpu('"300"')}, "ecs/run_task_kwargs": {"launchType": "FARGATE"}`),
    settings: { launchType: "EC2" },
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 300 and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "512", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
  {
    title: "capacity providers of Fargate",
    python: job(
      `${cpu('"300"')}, "ecs/run_task_kwargs": {"capacityProviderStrategy": [{"capacityProvider": "FARGATE_SPOT"}]}`,
    ),
    found: [
      '1:28 error job-tag-fargate-size: The job "etl" asks for ecs/cpu 300 and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "512", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
  {
    title: "a dictionary that several share, once",
    python: `TAGS = {${cpu('"300"')}}\na = job(tags=TAGS)\nb = job(tags=TAGS)\nc = job(tags=TAGS)`,
    found: [
      '1:20 error job-tag-fargate-size: The job "a" (and 2 more) asks for ecs/cpu 300 and the default memory 512, which is no size that Fargate has. Write "ecs/cpu": "256" with "ecs/memory": "512", or "ecs/cpu": "512" with "ecs/memory": "1024".',
    ],
  },
];

export const VALUES: readonly Case[] = [
  {
    title: "vCPU",
    python: job(`${cpu('"0.25 vCPU"')}, ${memory('"512"')}`),
    found: [
      '1:28 error job-tag-not-number: ecs/cpu of the job "etl" is the text "0.25 vCPU", but Dagster\'s run launcher takes a whole number of CPU units. Write "ecs/cpu": "256".',
    ],
  },
  {
    title: "GB",
    python: job(`${cpu('"256"')}, ${memory('"1 GB"')}`),
    found: [
      '1:49 error job-tag-not-number: ecs/memory of the job "etl" is the text "1 GB", but Dagster\'s run launcher takes a whole number of MiB. Write "ecs/memory": "1024".',
    ],
  },
  {
    title: "MiB",
    python: job(memory('"512MiB"')),
    found: [
      '1:31 error job-tag-not-number: ecs/memory of the job "etl" is the text "512MiB", but Dagster\'s run launcher takes a whole number of MiB. Write "ecs/memory": "512".',
    ],
  },
  {
    title: "a fraction",
    python: job(cpu("0.5")),
    found: [
      '1:28 error job-tag-not-number: ecs/cpu of the job "etl" is the number 0.5, but Dagster\'s run launcher takes a whole number of CPU units. Write "ecs/cpu": "512".',
    ],
  },
  {
    title: "words",
    python: job(cpu('"small"')),
    found: [
      '1:28 error job-tag-not-number: ecs/cpu of the job "etl" is the text "small", but Dagster\'s run launcher takes a whole number of CPU units. Write it in digits, for example "ecs/cpu": "1024".',
    ],
  },
  {
    title: "None",
    python: job(memory("None")),
    found: [
      '1:31 error job-tag-not-number: ecs/memory of the job "etl" is None, but Dagster\'s run launcher takes a whole number of MiB. Write it in digits, for example "ecs/memory": "2048".',
    ],
  },
  {
    title: "a boolean",
    python: job(cpu("True")),
    found: [
      '1:28 error job-tag-not-number: ecs/cpu of the job "etl" is True, but Dagster\'s run launcher takes a whole number of CPU units. Write it in digits, for example "ecs/cpu": "1024".',
    ],
  },
  {
    title: "a list",
    python: job(cpu('["256"]')),
    found: [
      '1:28 error job-tag-not-number: ecs/cpu of the job "etl" is a list or dictionary, but Dagster\'s run launcher takes a whole number of CPU units. Write it in digits, for example "ecs/cpu": "1024".',
    ],
  },
  {
    title: "bytes",
    python: job(cpu('b"256"')),
    found: [
      '1:28 error job-tag-not-text: ecs/cpu of the job "etl" is bytes, but Dagster takes only text and what JSON can hold. Write it as text in quotes.',
    ],
  },
  {
    title: "a number in a run request",
    python: `r = RunRequest(tags={${cpu("256")}})`,
    found: [
      '1:33 warning job-tag-not-text: ecs/cpu of the run request in "r" is the number 256, but older releases of Dagster take only text here. Put quotes around it: "ecs/cpu": "256".',
    ],
  },
  {
    title: "GB of an op, which ECS reads",
    python: `@op(tags={${memory('"one"')}})\ndef load(): ...`,
    found: [
      '1:25 warning job-tag-not-number: ecs/memory of the op "load" is the text "one", but ECS takes a whole number of MiB. Write it in digits, for example "ecs/memory": "2048".',
    ],
  },
  {
    title: "too little storage",
    python: job(storage('"20"')),
    found: [
      '1:42 error job-tag-ephemeral-storage: ecs/ephemeral_storage of the job "etl" is 20, but Fargate takes 21 to 200 GiB. Write "ecs/ephemeral_storage": "21", or remove it for the 20 GiB that every task has.',
    ],
  },
  {
    title: "too much storage",
    python: job(storage("201")),
    found: [
      '1:42 error job-tag-ephemeral-storage: ecs/ephemeral_storage of the job "etl" is 201, but Fargate takes 21 to 200 GiB. Write "ecs/ephemeral_storage": "200", or use a volume.',
    ],
  },
  {
    title: "storage with a unit",
    python: job(storage('"50 GiB"')),
    found: [
      '1:42 error job-tag-not-number: ecs/ephemeral_storage of the job "etl" is the text "50 GiB", but Dagster\'s run launcher takes a whole number of GiB. Write "ecs/ephemeral_storage": "50".',
    ],
  },
  {
    title: "JSON that is Python",
    python: job(`"ecs/run_task_kwargs": "{'launchType': 'EC2'}"`),
    found: [
      '1:40 error job-tag-not-json: ecs/run_task_kwargs of the job "etl" is not a JSON object, so the run launcher fails on it. Write a dictionary, "ecs/run_task_kwargs": {…}, or json.dumps of one.',
    ],
  },
  {
    title: "JSON that is a list",
    python: job(`"ecs/task_overrides": [{"cpu": "256"}]`),
    found: [
      '1:39 error job-tag-not-json: ecs/task_overrides of the job "etl" is not a JSON object, so the run launcher fails on it. Write a dictionary, "ecs/task_overrides": {…}, or json.dumps of one.',
    ],
  },
  {
    title: "a set for JSON",
    python: job(`"ecs/task_overrides": {1, 2}`),
    found: [
      '1:39 error job-tag-not-text: ecs/task_overrides of the job "etl" is a set, but Dagster takes only text and what JSON can hold. Write it as text in quotes.',
    ],
  },
  {
    title: "a key that looks like another",
    python: job('"ecs/mem": "512"'),
    found: [
      '1:17 warning job-tag-unknown: "ecs/mem" of the job "etl" is no tag that Dagster\'s run launcher reads. Did you mean "ecs/memory"?',
    ],
  },
  {
    title: "a key in camel case",
    python: job('"ecs/ephemeralStorage": "50"'),
    found: [
      '1:17 warning job-tag-unknown: "ecs/ephemeralStorage" of the job "etl" is no tag that Dagster\'s run launcher reads. Did you mean "ecs/ephemeral_storage"?',
    ],
  },
  {
    title: "tags of an asset",
    python: `@asset(tags={${cpu('"256"')}})\ndef table(): ...`,
    found: [
      '1:14 warning job-tag-without-effect: ecs/cpu is among the tags of the asset "table", which reach no run. Put it into the tags of the job, for example with define_asset_job, or use run_resources of the location.',
    ],
  },
  {
    title: "a number among the tags of an asset",
    python: `@asset(tags={${cpu("256")}})\ndef table(): ...`,
    found: [
      '1:25 error job-tag-not-text: ecs/cpu of the asset "table" is the number 256, but Dagster takes only text here. Put quotes around it: "ecs/cpu": "256".',
    ],
  },
  {
    title: "tags of a sensor",
    python: `@sensor(job=j, tags={${cpu('"256"')}})\ndef watch(): ...`,
    found: [
      '1:22 warning job-tag-without-effect: ecs/cpu is among the tags of the sensor "watch", which reach no run. Put it into the tags of the job, for example with define_asset_job, or use run_resources of the location.',
    ],
  },
  {
    title: "tags of a job with run_tags",
    python: `j = job(tags={${cpu('"256"')}}, run_tags={})`,
    found: [
      '1:15 warning job-tag-without-effect: ecs/cpu is among the tags of the job "j", which reach no run when there are run_tags. Move it to run_tags.',
    ],
  },
  {
    title: "tags of an op that nobody reads",
    python: `@op(tags={${cpu('"256"')}})\ndef load(): ...`,
    settings: { usesEcsExecutor: false },
    found: [
      '1:11 warning job-tag-without-effect: ecs/cpu is among the tags of the op "load", which only ecs_executor reads, and the code does not use it. Put it into the tags of the job, for example with define_asset_job, or use run_resources of the location.',
    ],
  },
];
