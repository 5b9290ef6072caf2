import type { ProblemEntries } from "./entry.ts";

const ASSET_JOB = 'from dagster import define_asset_job\n\njob = define_asset_job("nightly", tags=';

function jobWith(tags: string): string {
  return `${ASSET_JOB}${tags})`;
}

/** Tags for ECS in the Python of a location. The check of them (src/job-tags) knows the codes as texts. */
export const JOB_TAG_PROBLEMS = {
  "job-tag-fargate-size": {
    title: "Tags that ask for a size that Fargate does not have",
    in: "python",
    launcher: "launch_type: FARGATE",
    bad: jobWith('{"ecs/cpu": "256", "ecs/memory": "4096"}'),
    good: jobWith('{"ecs/cpu": "512", "ecs/memory": "4096"}'),
  },
  "job-tag-not-number": {
    title: "A tag that is no whole number",
    in: "python",
    bad: jobWith('{"ecs/memory": "4 GB"}'),
    good: jobWith('{"ecs/memory": "4096", "ecs/cpu": "1024"}'),
  },
  "job-tag-not-text": {
    title: "Another type where Dagster takes text only",
    in: "python",
    bad: 'from dagster import asset\n\n@asset(tags={"ecs/cpu": 512})\ndef orders(): ...',
    good: jobWith('{"ecs/cpu": "512", "ecs/memory": "1024"}'),
  },
  "job-tag-not-json": {
    title: "A tag that is no JSON object",
    in: "python",
    bad: jobWith('{"ecs/task_overrides": "cpu=512"}'),
    good: jobWith('{"ecs/task_overrides": {"taskRoleArn": "arn:aws:iam::123456789012:role/nightly"}}'),
  },
  "job-tag-ephemeral-storage": {
    title: "A tag with ephemeral storage that Fargate does not have",
    in: "python",
    launcher: "launch_type: FARGATE",
    bad: jobWith('{"ecs/ephemeral_storage": "500"}'),
    good: jobWith('{"ecs/ephemeral_storage": "200"}'),
  },
  "job-tag-unknown": {
    title: "A tag that the run launcher does not read",
    in: "python",
    bad: jobWith('{"ecs/mem": "4096"}'),
    good: jobWith('{"ecs/memory": "4096", "ecs/cpu": "1024"}'),
  },
  "job-tag-without-effect": {
    title: "A tag where no run gets it",
    in: "python",
    bad: 'from dagster import asset\n\n@asset(tags={"ecs/cpu": "512"})\ndef orders(): ...',
    good: jobWith('{"ecs/cpu": "512", "ecs/memory": "1024"}'),
  },
} as const satisfies ProblemEntries;
