import { expect } from "vitest";
import type { FaultRule } from "../../../emulator/index.ts";
import type { OutcomeStatus } from "../../../src/model/outcome.ts";
import { outside, type RolloutWorld, type ShownRun, type WorldSettings } from "./rollout-world.ts";

/** One way a rollout can go, and what the user reads of it. */
export interface Way {
  readonly name: string;
  readonly settings?: WorldSettings;
  /** True for the location's first deployment; else `v1` runs already. */
  readonly isFirst?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Image tag the judged run deploys; `v2` unless said. */
  readonly tag?: string;
  /** What is different this time. */
  readonly arrange?: (world: RolloutWorld) => unknown;
  readonly isGreen: boolean;
  readonly status: OutcomeStatus;
  /**
   * The message, then the lines of the explanation; `etl:2` stands for the second revision. A line of the user's words,
   * to the letter.
   */
  readonly words: readonly string[];
  /** Seconds the run waited, at least and at most. */
  readonly takes?: readonly [least: number, most: number];
  /** Texts of the whole report, and calls that were made or not. */
  readonly also?: (run: ShownRun, world: RolloutWorld) => void;
}

const HEALTH_CHECK = `server_health_check:
  command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]
  interval: 30
  retries: 3`;

const sidecar = (name: string, essential: boolean): string => `server_sidecar_containers:
  - name: ${name}
    image: public.ecr.aws/example/${name}:1
    essential: ${essential}`;

const CHECKED_SIDECAR = `${sidecar("proxy", true)}
    healthCheck: { command: ["CMD-SHELL", "true"], interval: 5 }`;

const PULL_TIMEOUT =
  'pull image manifest has been retried 7 time(s): Get "https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/": dial tcp 52.46.1.2:443: i/o timeout';

const denied = (operation: string): FaultRule => ({ service: "ecs", operation, effect: { kind: "accessDenied" } });

/** Not one of the codes the SDK tries again by itself. */
const OUTAGE: FaultRule["effect"] = {
  kind: "error",
  code: "ServerException",
  message: "We are not well.",
  status: 400,
};

const outage = (times: number): FaultRule => ({
  service: "ecs",
  operation: "DescribeServices",
  times,
  effect: OUTAGE,
});

const askedOnce =
  (operation: string): NonNullable<Way["also"]> =>
  (_run, { emulator }) =>
    expect(emulator.calls({ operation })).toHaveLength(1);

/** Ways that end well. */
export const GOOD_WAYS: readonly Way[] = [
  { name: "a first deployment that works", isFirst: true, isGreen: true, status: "succeeded", words: ["runs etl:1"] },
  {
    name: "an update that works",
    isGreen: true,
    status: "succeeded",
    also: (run, world) => {
      for (const operation of ["ListTasks", "DescribeTasks", "ListServiceDeployments"])
        askedOnce(operation)(run, world);
      expect(world.emulator.calls({ operation: "DescribeServiceDeployments" })).toEqual([]);
    },
    words: ["runs etl:2"],
  },
  {
    name: "an update with a health check that passes",
    settings: { ecs: HEALTH_CHECK },
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a health check that passes late, but in time",
    settings: { ecs: HEALTH_CHECK.replace("interval: 30", "interval: 150") },
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a service that was scaled to nothing",
    arrange: (world) => outside.scale(world, 0),
    isGreen: true,
    status: "succeeded",
    words: ["is on etl:2, with no task: the service's desired count is 0"],
  },
  {
    name: "an update that starts no ECS deployment",
    settings: { ecs: "server_resources:\n  replica_count: 2" },
    tag: "v1",
    arrange: (world) => outside.scale(world, 1),
    isGreen: true,
    status: "succeeded",
    words: ["updated without a rollout"],
  },
  {
    name: "a task that crashes once",
    arrange: ({ behave }) =>
      behave("v2", { kind: "transient", times: 1, first: { kind: "exit", exitCode: 1, afterSeconds: 5 } }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a pull that times out twice",
    arrange: ({ behave }) =>
      behave("v2", { kind: "transient", times: 2, first: { kind: "cannotPull", message: PULL_TIMEOUT } }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a network interface that comes late, more often than failures are borne",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave }) =>
      behave("v2", {
        kind: "transient",
        times: 4,
        first: {
          kind: "failsToStart",
          reason: "Timeout waiting for network interface provisioning to complete.",
          afterSeconds: 30,
        },
      }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "no capacity at first",
    arrange: ({ behave }) => behave("v2", { kind: "transient", times: 4, first: { kind: "noCapacity" } }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a sidecar that is not essential stops",
    settings: { ecs: sidecar("metrics", false) },
    arrange: ({ emulator }) =>
      emulator.behave({ container: "metrics", behaviour: { kind: "exit", exitCode: 1, afterSeconds: 5 } }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a new service that ECS does not show at first",
    isFirst: true,
    settings: { emulator: { consistency: { newServices: { seconds: 25 } } } },
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:1"],
  },
  {
    name: "an outage of ECS that passes",
    arrange: ({ emulator, at }) => at(12, () => emulator.fail(outage(10))),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "no permission for the service deployments API",
    arrange: ({ emulator }) => emulator.fail(denied("ListServiceDeployments")),
    isGreen: true,
    status: "succeeded",
    also: (run, world) => {
      askedOnce("ListServiceDeployments")(run, world);
      expect(run.log).toContain("etl: this role may not read ECS's records of deployments");
    },
    words: ["runs etl:2"],
  },
  {
    name: "a task that stops once right after ECS called the deployment completed",
    arrange: ({ behave }) =>
      behave("v2", { kind: "transient", times: 1, first: { kind: "exit", exitCode: 1, afterSeconds: 28 } }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "tasks that a person stops do not count",
    arrange: (world) => {
      for (const seconds of [10, 30, 50, 70]) world.at(seconds, () => outside.stopTasks(world));
    },
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "an earlier run's rollout that still goes on",
    arrange: (world) => world.deploy("v2", { wait: "false" }),
    isGreen: true,
    status: "succeeded",
    words: ["runs etl:2"],
  },
  {
    name: "a rollout that is not waited for",
    inputs: { wait: "false" },
    isGreen: true,
    status: "started",
    words: ["the ECS deployment was started and is not watched"],
  },
];

/** Ways that end badly. */
export const BAD_WAYS: readonly Way[] = [
  {
    name: "a crash loop, an import error",
    arrange: ({ behave }) =>
      behave("v2", {
        kind: "exit",
        exitCode: 1,
        afterSeconds: 3,
        logs: ["Traceback (most recent call last):", "ModuleNotFoundError: No module named 'etl.definitions'"],
      }),
    isGreen: false,
    status: "rolled-back",
    also: (run) => {
      for (const shown of [run.log, run.summary]) {
        expect(shown).toContain("ModuleNotFoundError: No module named 'etl.definitions'");
        expect(shown).toContain("and 2 more tasks in the same way");
        expect(shown).toContain("deployment failed: tasks failed to start.");
        expect(shown).toContain("exited with code 1");
      }
    },
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: Python could not import the code: check `code_source`, `working_directory` and that the image has the dependency installed.",
      "Phase: keeping the tasks running",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "the same where ECS goes back under the earlier deployment's own id",
    settings: { emulator: { rollbackDeployment: "previous" } },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "the same without permission for the service deployments API",
    settings: { emulator: { rollbackDeployment: "previous" } },
    arrange: ({ behave, emulator }) => {
      emulator.fail(denied("ListServiceDeployments"));
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment: tasks failed to start; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a crash loop that the circuit breaker is slow to end",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "rolled-back",
    takes: [80, 130],
    also: (_run, { emulator }) => expect(emulator.calls({ operation: "StopServiceDeployment" })).toHaveLength(1),
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): the deployment was stopped; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "the same where the role may not stop the deployment",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave, emulator }) => {
      emulator.fail(denied("StopServiceDeployment"));
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS goes on starting tasks until its circuit breaker rolls back; this role lacks `ecs:StopServiceDeployment` to have it done now",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "the same without permission for the service deployments API, slowly",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave, emulator }) => {
      emulator.fail(denied("ListServiceDeployments"));
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "failed",
    also: askedOnce("ListServiceDeployments"),
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS goes on starting tasks until its circuit breaker rolls back; this role lacks `ecs:ListServiceDeployments` to have it done now",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "the same without permission to read the records one by one",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave, emulator }) => {
      emulator.fail(denied("DescribeServiceDeployments"));
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "failed",
    also: (run) => expect(run.log).toContain("records of deployments (ecs:DescribeServiceDeployments)"),
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS goes on starting tasks until its circuit breaker rolls back; this role lacks `ecs:DescribeServiceDeployments` to have it done now",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "ECS has given up, and does not answer for its record of that",
    arrange: ({ behave, emulator }) => {
      emulator.fail({ operation: "ListServiceDeployments", effect: OUTAGE });
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "rolled-back",
    takes: [80, 130],
    words: [
      "ECS's circuit breaker gave up on the deployment: tasks failed to start; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "ECS has given up, and the credentials expire before more is asked",
    arrange: ({ behave, emulator }) => {
      emulator.fail({ operation: "ListServiceDeployments", effect: { kind: "expiredCredentials" } });
      behave("v2", { kind: "exit", exitCode: 1 });
      // From then on nothing is answered.
      emulator.fail({ service: "logs", effect: { kind: "expiredCredentials" } });
    },
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment: tasks failed to start; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "tasks keep failing, and the credentials expire before ECS can be asked to roll back",
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave, emulator }) => {
      emulator.fail({ operation: "ListServiceDeployments", effect: { kind: "expiredCredentials" } });
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1); the rollout could not be watched: The AWS credentials expired before ecs:ListServiceDeployments could be called. Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the time this job takes.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: when last seen: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "the same with on-failure: leave",
    settings: { emulator: { breakerSeconds: 900 } },
    inputs: { "on-failure": "leave" },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS goes on starting tasks until its circuit breaker ends the deployment (`on-failure: leave`)",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "on-failure: leave, ended by the circuit breaker",
    inputs: { "on-failure": "leave" },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "failed",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS starts no more tasks, and nothing was rolled back; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "a first deployment that fails has nothing to go back to",
    isFirst: true,
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "failed",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:1 (0 of 1 tasks running); ECS starts no more tasks: there was no earlier revision that worked to go back to",
    ],
  },
  {
    name: "a crash whose log comes a moment after it",
    isFirst: true,
    arrange: ({ behave, emulator }) => {
      const effect: FaultRule["effect"] = {
        kind: "error",
        code: "ResourceNotFoundException",
        message: "The specified log stream does not exist.",
        status: 400,
      };
      emulator.fail({ service: "logs", operation: "GetLogEvents", times: 1, effect });
      behave("v2", { kind: "exit", exitCode: 1, logs: ["ImportError: libpq.so.5: cannot open shared object file"] });
    },
    isGreen: false,
    status: "failed",
    also: (run) => expect(run.log).toContain("| ImportError: libpq.so.5"),
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks",
      "Likely cause: Python could not import the code: check `code_source`, `working_directory` and that the image has the dependency installed.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:1 (0 of 1 tasks running); ECS starts no more tasks: there was no earlier revision that worked to go back to",
    ],
  },
  {
    name: "a first deployment that fails slowly",
    isFirst: true,
    settings: { emulator: { breakerSeconds: 900 } },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1 }),
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:1 have failed (the last: Essential container in task exited, dagster with exit code 1): there is no earlier revision to go back to, and ECS goes on starting tasks until its circuit breaker ends the deployment",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:1 (0 of 1 tasks running); ECS goes on with the deployment",
    ],
  },
  {
    name: "a rollback that fails, too",
    arrange: ({ behave }) => {
      behave("v1", { kind: "exit", exitCode: 1 });
      behave("v2", { kind: "exit", exitCode: 1 });
    },
    isGreen: false,
    status: "failed",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the rollback to etl:1 failed, too",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: the rollback to etl:1 failed, too (0 of 1 tasks running); ECS starts no more tasks; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "out of memory",
    arrange: ({ behave }) => behave("v2", { kind: "outOfMemory" }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The container ran out of memory: raise `server_resources.memory`.",
      "Phase: keeping the tasks running",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "an image that is not there",
    arrange: ({ behave }) => behave("v2", { kind: "cannotPull" }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The registry has no image of this name and tag: push it, or correct the image that is asked for.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "an image for another processor",
    arrange: ({ behave }) => behave("v2", { kind: "execFormat" }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a secret that is not there",
    settings: {
      ecs: 'secrets:\n  - { name: TOKEN, valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf" }',
    },
    isFirst: true,
    isGreen: false,
    status: "failed",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks",
      "Likely cause: ECS could not fetch a secret: there is none of this name or ARN in this region, or it has no value yet.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:1 (0 of 1 tasks running); ECS starts no more tasks: there was no earlier revision that worked to go back to",
    ],
  },
  {
    name: "a log group that is not there",
    arrange: ({ behave }) =>
      behave("v2", {
        kind: "resourceInitialization",
        message:
          "failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1",
      }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: ECS could not write the log: check that the log group exists and that the execution role may write to it.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a port that is taken",
    arrange: ({ behave }) =>
      behave("v2", { kind: "exit", exitCode: 1, logs: ["OSError: [Errno 98] Address already in use"] }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The code server could not open its port: another process or container of the task uses it already.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a server that ends without an error",
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 0, logs: ["bye"] }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The process ended by itself without an error, which a server must not: check the command of the image.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a health check that fails",
    settings: { ecs: HEALTH_CHECK },
    arrange: ({ behave }) => behave("v2", { kind: "unhealthy" }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Likely cause: The container health check failed: run its command in the image, or give the server more time with `startPeriod`.",
      "Phase: keeping the tasks running",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "a health check that takes too long",
    settings: { ecs: HEALTH_CHECK.replace("interval: 30", "interval: 300") },
    isFirst: true,
    isGreen: false,
    status: "failed",
    takes: [195, 205],
    words: [
      "the tasks started, but were not HEALTHY within 180 seconds (`server_process_startup_timeout`): 0 of 1 tasks HEALTHY: the container dagster is UNKNOWN. Raise `server_process_startup_timeout` if the code takes longer to load.",
      "Likely cause: The health check has neither passed nor failed yet: its `startPeriod` and `interval` may be longer than the code server is waited for.",
      "Phase: waiting for the tasks to be HEALTHY",
      "Service now: still on etl:1 (1 of 1 tasks running); ECS goes on with the deployment",
    ],
  },
  {
    name: "a task that never starts",
    arrange: ({ behave }) => behave("v2", { kind: "neverStarts" }),
    isGreen: false,
    status: "failed",
    words: [
      "the tasks did not start within 600 seconds (`ecs_timeout`): 0 of 1 tasks running: a task is PENDING. Raise `ecs_timeout` if pulling the image or placing the task takes longer.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "an image that takes too long to pull",
    settings: { ecsTimeout: 120 },
    arrange: ({ behave }) => behave("v2", { kind: "run", startSeconds: 600 }),
    isGreen: false,
    status: "failed",
    takes: [120, 120],
    words: [
      "the tasks did not start within 120 seconds (`ecs_timeout`): 0 of 1 tasks running: a task is PENDING and pulls its image. Raise `ecs_timeout` if pulling the image or placing the task takes longer.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "wait-timeout-minutes runs out",
    inputs: { "wait-timeout-minutes": "2" },
    arrange: ({ behave }) => behave("v2", { kind: "run", startSeconds: 600 }),
    isGreen: false,
    status: "failed",
    words: [
      "the tasks did not start within 2 minutes (`wait-timeout-minutes`): 0 of 1 tasks running: a task is PENDING and pulls its image. Raise `wait-timeout-minutes` if pulling the image or placing the task takes longer.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "no capacity for ever",
    arrange: ({ behave }) => behave("v2", { kind: "noCapacity" }),
    isGreen: false,
    status: "failed",
    takes: [600, 600],
    words: [
      "the tasks did not start within 600 seconds (`ecs_timeout`): 0 of 1 tasks running: ECS has started no task. Raise `ecs_timeout` if pulling the image or placing the task takes longer.",
      "Likely cause: AWS has no Fargate capacity for the task now: try again later, or add subnets of other availability zones.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "a task that gets HEALTHY and crashes, again and again",
    settings: { ecs: HEALTH_CHECK },
    arrange: ({ behave }) =>
      behave("v2", {
        kind: "exit",
        exitCode: 139,
        afterSeconds: 30.5,
        logs: ["Fatal Python error: Segmentation fault"],
      }),
    isGreen: false,
    status: "rolled-back",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 139): the deployment was stopped; the service is back on etl:1",
      "Phase: keeping the tasks running",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "the same after ECS called the deployment completed",
    settings: { ecs: HEALTH_CHECK },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 139, afterSeconds: 37 }),
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 139): ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back",
      "Phase: keeping the tasks running",
      "Service now: still on etl:2; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "a task that crashes again and again after ECS called the deployment completed",
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1, afterSeconds: 28 }),
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back",
      "Phase: keeping the tasks running",
      "Service now: still on etl:2; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "the same where an outage of ECS hides that a task crashed and another one took its place",
    arrange: ({ behave, emulator, at }) => {
      behave("v2", { kind: "exit", exitCode: 1, afterSeconds: 28 });
      at(45, () => emulator.fail(outage(6)));
    },
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back",
      "Phase: keeping the tasks running",
      "Service now: still on etl:2; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "a code server that crashes while only its sidecar has a health check",
    settings: { ecs: CHECKED_SIDECAR },
    arrange: ({ behave }) => behave("v2", { kind: "exit", exitCode: 1, afterSeconds: 28 }),
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:2 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back",
      "Phase: keeping the tasks running",
      "Service now: still on etl:2; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "an essential sidecar has stopped while the task is RUNNING",
    settings: { ecs: sidecar("proxy", true), ecsTimeout: 120, startupTimeout: 60 },
    arrange: ({ emulator }) =>
      emulator.behave({
        container: "proxy",
        behaviour: { kind: "exit", exitCode: 2, afterSeconds: 1, noticedAfterSeconds: 3_600 },
      }),
    isGreen: false,
    status: "failed",
    also: (run) => expect(run.log).toContain("container proxy exited with code 2"),
    words: [
      "the tasks did not stay up: after 180 seconds (`ecs_timeout` and `server_process_startup_timeout`) 0 of 1 tasks running: the essential container proxy has stopped with exit code 2",
      "Phase: keeping the tasks running",
      "Service now: still on etl:2; ECS calls the deployment completed, with 1 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "somebody stops the deployment with a rollback",
    arrange: (world) => {
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(30, () => outside.stopDeployment(world, "ROLLBACK"));
    },
    isGreen: false,
    status: "rolled-back",
    words: [
      "the ECS deployment was stopped from outside: Service deployment rolled back because of a user request; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "somebody stops the deployment for good",
    arrange: (world) => {
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(30, () => outside.stopDeployment(world, "ABORT"));
    },
    isGreen: false,
    status: "failed",
    words: [
      "the ECS deployment was stopped from outside",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: still on etl:2 (0 of 1 tasks running); ECS starts no more tasks, and nothing was rolled back; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "another revision takes its place",
    arrange: (world) => {
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(30, () => outside.deployOther(world));
    },
    isGreen: false,
    status: "failed",
    words: [
      "another ECS deployment of hotfix:1 took its place",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: on hotfix:1 of another ECS deployment (0 of 1 tasks running); 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "another deployment of the same revision takes its place",
    arrange: (world) => {
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(30, () => outside.redeploy(world));
    },
    isGreen: false,
    status: "failed",
    words: [
      "another ECS deployment of the same revision took its place",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: on etl:2 of another ECS deployment (0 of 1 tasks running); 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "another revision takes its place before it is first looked at",
    arrange: (world) => world.at(1, () => outside.deployOther(world)),
    isGreen: false,
    status: "failed",
    words: [
      "another ECS deployment of hotfix:1 took its place",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: on hotfix:1 of another ECS deployment (0 of 1 tasks running); 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "the same without permission for the service deployments API: replaced",
    arrange: (world) => {
      world.emulator.fail(denied("ListServiceDeployments"));
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(30, () => outside.deployOther(world));
    },
    isGreen: false,
    status: "failed",
    words: [
      "another ECS deployment of hotfix:1 took its place",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: on hotfix:1 of another ECS deployment (0 of 1 tasks running); 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "it completes, and another one takes its place before that is seen",
    arrange: (world) => world.at(47, () => outside.deployOther(world)),
    isGreen: false,
    status: "failed",
    words: [
      "it completed, and then another ECS deployment of hotfix:1 took its place",
      "Phase: waiting for ECS to complete the deployment",
      "Service now: on hotfix:1 of another ECS deployment (0 of 1 tasks running); 1 task of etl:2 still runs beside it",
    ],
  },
  {
    name: "the service is deleted",
    arrange: (world) => {
      world.behave("v2", { kind: "run", startSeconds: 120 });
      world.at(40, () => outside.deleteService(world));
    },
    isGreen: false,
    status: "failed",
    words: [
      "the ECS service was deleted during its rollout",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: being deleted",
    ],
  },
  {
    name: "ECS does not show a new service within the grace period",
    isFirst: true,
    settings: { emulator: { consistency: { newServices: { seconds: 600 } } } },
    isGreen: false,
    status: "failed",
    takes: [30, 30],
    words: [
      "ECS did not show the service within 30 seconds (`ecs_grace_period`). Raise it if ECS takes longer to know a new service.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: ECS shows no such service",
    ],
  },
  {
    name: "the credentials expire",
    arrange: ({ emulator, at }) => at(12, () => emulator.fail({ effect: { kind: "expiredCredentials" } })),
    isGreen: false,
    status: "failed",
    takes: [15, 15],
    also: (run, { emulator }) => {
      const asked = emulator.calls({ service: "ecs" }).map(({ operation }) => operation);
      expect(asked.slice(asked.lastIndexOf("UpdateService"))).toEqual([
        "UpdateService",
        "DescribeServices",
        "DescribeServices",
        "DescribeServices",
      ]);
      expect(run.annotations.at(-1)?.message).toContain("role-duration-seconds");
    },
    words: [
      "the rollout could not be watched: The AWS credentials expired before ecs:DescribeServices could be called. Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the time this job takes.",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: when last seen: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "an outage of ECS that lasts",
    settings: { ecsTimeout: 120 },
    arrange: ({ emulator, at }) => at(12, () => emulator.fail(outage(10_000))),
    isGreen: false,
    status: "failed",
    words: [
      "the rollout could not be watched: ecs:DescribeServices (dagster) failed: ServerException: We are not well. (request id …)",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: when last seen: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
  {
    name: "no permission to look at the tasks",
    arrange: ({ emulator }) => emulator.fail(denied("ListTasks")),
    isGreen: false,
    status: "failed",
    words: [
      "the rollout could not be watched: arn:aws:sts::123456789012:assumed-role/deploy/session has no permission for ecs:ListTasks on *. Allow ecs:ListTasks in the IAM policy of the role; the policies this action needs are in its documentation.",
      "Phase: waiting for ECS to complete the deployment",
      "Service now: when last seen: still on etl:2; ECS calls the deployment completed, with 1 of 1 tasks running, and restarts those that stop",
      "The tasks could not be read: arn:aws:sts::123456789012:assumed-role/deploy/session has no permission for ecs:ListTasks on *.",
    ],
  },
  {
    name: "an earlier run's rollout that still goes on, and fails",
    arrange: async (world) => {
      world.behave("v2", { kind: "exit", exitCode: 1 });
      await world.deploy("v2", { wait: "false" });
      world.advance(30);
    },
    isGreen: false,
    status: "rolled-back",
    words: [
      "ECS's circuit breaker gave up on the deployment after 3 failed tasks; the service is back on etl:1",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: rolled back to etl:1 (1 of 1 tasks running)",
    ],
  },
  {
    name: "nothing has changed, but what was completed does not stay up",
    tag: "v1",
    arrange: async (world) => {
      world.behave("v1", { kind: "exit", exitCode: 1, afterSeconds: 20 });
      await outside.stopTasks(world);
      world.advance(10);
    },
    isGreen: false,
    status: "failed",
    words: [
      "3 tasks of etl:1 have failed (the last: Essential container in task exited, dagster with exit code 1): ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back",
      "Phase: keeping the tasks running",
      "Service now: still on etl:1; ECS calls the deployment completed, with 0 of 1 tasks running, and restarts those that stop",
    ],
  },
  {
    name: "the run is cancelled",
    arrange: (world) => world.at(12, () => world.cancel()),
    isGreen: false,
    status: "failed",
    takes: [12, 15],
    also: askedOnce("UpdateService"),
    words: [
      "the run was interrupted while the rollout was going on; ECS goes on with it, and the next run waits for its end",
      "Phase: starting the tasks (pulling the image included)",
      "Service now: when last seen: still on etl:2 (0 of 1 tasks running); ECS goes on with the deployment; 1 task of etl:1 still runs beside it",
    ],
  },
];
