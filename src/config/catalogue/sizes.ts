import type { ProblemEntries } from "./entry.ts";
import { sidecars } from "./sidecars.ts";

/** Sizes of tasks. */
export const SIZE_PROBLEMS = {
  "fargate-size": {
    title: "A size that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: 'server_resources: {cpu: "512", memory: "8192"}',
    good: 'server_resources: {cpu: "1024", memory: "8192"}',
  },
  "cpu-not-a-size": {
    title: "`cpu` is no number of CPU units",
    in: "ecs",
    bad: "server_resources: {cpu: 500m}",
    good: 'server_resources: {cpu: "512"}',
  },
  "memory-not-a-size": {
    title: "`memory` is no number of MiB",
    in: "ecs",
    bad: "server_resources: {memory: 2Gi}",
    good: "server_resources: {memory: 2 GB}",
  },
  "run-size-with-unit": {
    title: "A size of runs that the run launcher cannot read",
    in: "ecs",
    bad: "run_resources: {cpu: 0.25 vCPU}",
    good: 'run_resources: {cpu: "256"}',
  },
  "ec2-size": {
    title: "CPU units that a task on EC2 cannot have",
    in: "ecs",
    launcher: "launch_type: EC2",
    bad: 'server_resources: {cpu: "64", memory: "512"}',
    good: 'server_resources: {cpu: "128", memory: "512"}',
  },
  "container-exceeds-task": {
    title: "Containers larger than their task",
    in: "ecs",
    bad: ['server_resources: {cpu: "256", memory: "512"}', sidecars("memory: 1024")].join("\n"),
    good: ['server_resources: {cpu: "512", memory: "2048"}', sidecars("memory: 1024")].join("\n"),
  },
  "memory-below-reservation": {
    title: "A memory limit below the reservation",
    in: "ecs",
    bad: sidecars("memory: 128", "memoryReservation: 256"),
    good: sidecars("memory: 256", "memoryReservation: 128"),
  },
  "ephemeral-storage-range": {
    title: "Ephemeral storage that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: "server_resources: {ephemeral_storage: 20}",
    good: "server_resources: {ephemeral_storage: 21}",
  },
  "ephemeral-storage-zero": {
    title: "Ephemeral storage of 0",
    in: "ecs",
    bad: "server_resources: {ephemeral_storage: 0}",
    good: "server_resources: {ephemeral_storage: 50}",
  },
  "ephemeral-storage-on-ec2": {
    title: "Ephemeral storage on EC2",
    in: "ecs",
    launcher: "launch_type: EC2",
    bad: "server_resources: {ephemeral_storage: 50}",
    good: 'server_resources: {cpu: "512"}',
  },
  "unknown-resource": {
    title: "A resource that Dagster ignores",
    in: "ecs",
    bad: 'server_resources: {mem: "1024"}',
    good: 'server_resources: {memory: "1024"}',
  },
  "replica-count-zero": {
    title: "No replica at all",
    in: "ecs",
    bad: "server_resources: {replica_count: 0}",
    good: "server_resources: {replica_count: 1}",
  },
  "task-definition-too-large": {
    title: "A task definition larger than 64 KiB",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: `env_vars: ["QUERY=${"select 1; ".repeat(4_000)}"]`,
    good: "env_vars: [QUERY_FILE=queries/all.sql]",
  },
} as const satisfies ProblemEntries;
