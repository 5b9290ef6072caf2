import type { StoppedTaskReport } from "../model/outcome.ts";
import type { RolloutPhase } from "./rollout-phase.ts";

/** Exit code of a container that the kernel killed: 128 + SIGKILL. */
const KILLED = 137;

/** What a guess is made from. */
export interface GuessInput {
  readonly stoppedTasks: readonly StoppedTaskReport[];
  /** What ECS said of the service, or of a task it did not start. */
  readonly events: readonly string[];
  /** Where a rollout stood that ran out of time. */
  readonly timedOut?: RolloutPhase;
}

interface KnownCause {
  readonly matches: (evidence: Evidence) => boolean;
  readonly guess: string;
}

interface Evidence {
  /** Stop reasons of tasks and containers. */
  readonly reasons: string;
  readonly events: string;
  readonly log: string;
  /** Exit codes of containers that ended by themselves, in tasks that ended because of it. */
  readonly exitCodes: readonly number[];
  readonly timedOut: RolloutPhase | undefined;
}

/** Of the scheduler of a service, and of RunTask. */
const NO_PLACE = /unable to place a task|could not place the task/i;

/**
 * The well-known ways a code server fails to start, the most certain first; the first that matches is the guess. Words
 * of AWS: Amazon ECS developer guide, "Amazon ECS stopped task error messages".
 */
const KNOWN_CAUSES: readonly KnownCause[] = [
  {
    matches: ({ reasons }) => /exec format error/i.test(reasons),
    guess:
      "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
  },
  {
    matches: ({ reasons }) =>
      /CannotPull|pull image manifest/i.test(reasons) && /toomanyrequests|rate limit/i.test(reasons),
    guess:
      "The registry refused the pull because of its rate limit: set `repository_credentials`, or bring the image to ECR.",
  },
  {
    matches: ({ reasons }) =>
      /CannotPull|pull image manifest|ResourceInitializationError/i.test(reasons) &&
      /i\/o timeout|context deadline exceeded|TLS handshake|signal: killed|connection reset|connection refused|no such host/i.test(
        reasons,
      ),
    guess:
      "The task does not reach AWS or the registry: its subnets need a NAT gateway, a public IP address or VPC endpoints, and its security groups must let it out.",
  },
  {
    matches: ({ reasons }) =>
      (/CannotPull|pull image manifest/i.test(reasons) &&
        /denied|forbidden|403|no basic auth|unauthorized|not authorized/i.test(reasons)) ||
      /ecr:\w+|ecr registry auth/i.test(reasons),
    guess:
      "ECS may not pull the image: allow the execution role to read the repository, or set `repository_credentials` for a private registry elsewhere.",
  },
  {
    matches: ({ reasons }) => /CannotPull|pull image manifest/i.test(reasons),
    guess:
      "ECS could not pull the image: check that the tag exists, that the execution role may read the registry, and that the subnets reach it.",
  },
  {
    matches: ({ reasons }) => /unable to assume|execution role credentials|is not authorized to assume/i.test(reasons),
    guess:
      "ECS could not take on the execution role: check that it exists and that its trust policy names ecs-tasks.amazonaws.com.",
  },
  {
    matches: ({ reasons }) => /log group|log stream|CreateLogStream|awslogs|logger args/i.test(reasons),
    guess: "ECS could not write the log: check that the log group exists and that the execution role may write to it.",
  },
  {
    matches: ({ reasons }) =>
      /EFS|mount|CannotCreateVolume/i.test(reasons) && /ResourceInit|CannotCreateVolume/i.test(reasons),
    guess:
      "ECS could not mount a volume: check the EFS file system, its mount targets and security groups, and the task role.",
  },
  {
    matches: ({ reasons }) => /secret|ssm|parameter/i.test(reasons) && /ResourceInitializationError/i.test(reasons),
    guess:
      "ECS could not fetch a secret: check that it exists, with its JSON key, and that the execution role may read it.",
  },
  {
    matches: ({ reasons, log }) =>
      /executable file not found|no such file or directory: unknown|command not found/i.test(reasons + log),
    guess:
      "The image lacks the command that starts the code server: install Dagster in the image, or set `executable_path`.",
  },
  {
    matches: ({ reasons }) => /OutOfMemory/i.test(reasons),
    guess: "The container ran out of memory: raise `server_resources.memory`.",
  },
  {
    matches: ({ log }) => /exec format error/i.test(log),
    guess:
      "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
  },
  {
    matches: ({ log }) => /address already in use|failed to bind|Errno 98|could not bind/i.test(log),
    guess: "The code server could not open its port: another process or container of the task uses it already.",
  },
  {
    matches: ({ log }) => /No such command '?(definitions|validate)/.test(log),
    guess:
      "The image's Dagster has no `dagster definitions validate`: use Dagster 1.8 or newer in the image, or turn `load-check` off.",
  },
  {
    matches: ({ log }) => /ModuleNotFoundError|ImportError|No module named/.test(log),
    guess:
      "Python could not import the code: check `code_source`, `working_directory` and that the image has the dependency installed.",
  },
  {
    matches: ({ reasons }) => /health checks?/i.test(reasons),
    guess:
      "The container health check failed: run its command in the image, or give the server more time with `startPeriod`.",
  },
  {
    matches: ({ log }) => /(^|\n)Traceback \(most recent call last\)|(^|\n)[\w.]+(Error|Exception): /.test(log),
    guess: "The process ended with a Python error: see the last log lines.",
  },
  {
    matches: ({ exitCodes }) => exitCodes.includes(KILLED),
    guess: "The container was killed, most likely because it ran out of memory: raise `server_resources.memory`.",
  },
  {
    matches: ({ reasons, exitCodes }) => /Essential container/i.test(reasons) && exitCodes.every((code) => code === 0),
    guess: "The process ended by itself without an error, which a server must not: check the command of the image.",
  },
  {
    matches: ({ events }) => NO_PLACE.test(events) && /capacity is unavailable/i.test(events),
    guess: "AWS has no Fargate capacity for the task now: try again later, or add subnets of other availability zones.",
  },
  {
    matches: ({ events }) => NO_PLACE.test(events),
    guess:
      "ECS found no place for the task: the cluster lacks instances with enough free CPU, memory or network interfaces.",
  },
  {
    matches: ({ timedOut }) => timedOut === "health-check",
    guess:
      "The health check has neither passed nor failed yet: its `startPeriod` and `interval` may be longer than the code server is waited for.",
  },
];

/** A first guess in plain words at why a rollout failed; undefined when nothing well known matches. */
export function guessCause({ stoppedTasks, events, timedOut }: GuessInput): string | undefined {
  const containers = stoppedTasks.flatMap((task) => task.containers);
  const ended = stoppedTasks
    .filter(({ stopCode }) => stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated")
    .flatMap((task) => task.containers);
  const evidence: Evidence = {
    reasons: [
      ...stoppedTasks.map(({ stoppedReason }) => stoppedReason ?? ""),
      ...containers.map(({ reason }) => reason ?? ""),
    ].join("\n"),
    events: events.join("\n"),
    log: containers.flatMap(({ logLines }) => logLines).join("\n"),
    exitCodes: ended.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])),
    timedOut,
  };
  return KNOWN_CAUSES.find((cause) => cause.matches(evidence))?.guess;
}
