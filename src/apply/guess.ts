import type { StoppedTaskReport } from "../model/outcome.ts";

/** Exit code of a container that the kernel killed: 128 + SIGKILL. */
const KILLED = 137;

interface KnownCause {
  readonly matches: (evidence: Evidence) => boolean;
  readonly guess: string;
}

interface Evidence {
  /** Stop reasons of tasks and containers. */
  readonly reasons: string;
  readonly log: string;
  readonly exitCodes: readonly number[];
}

/** The well-known ways a code server fails to start; the first that matches is the guess. */
const KNOWN_CAUSES: readonly KnownCause[] = [
  {
    matches: ({ reasons }) => /CannotPullContainerError|CannotPullImage|pull image manifest/i.test(reasons),
    guess:
      "ECS could not pull the image: check that the tag exists, that the execution role may read the registry, and that the subnets reach it.",
  },
  {
    matches: ({ reasons, log }) => /exec format error/i.test(reasons + log),
    guess:
      "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
  },
  {
    matches: ({ reasons }) => /secret|ssm|parameter/i.test(reasons) && /ResourceInitializationError/i.test(reasons),
    guess:
      "ECS could not fetch a secret: check that it exists, with its JSON key, and that the execution role may read it.",
  },
  {
    matches: ({ reasons }) => /log group|CreateLogStream|awslogs/i.test(reasons),
    guess: "ECS could not write the log: check that the log group exists and that the execution role may write to it.",
  },
  {
    matches: ({ reasons, exitCodes }) => /OutOfMemory/i.test(reasons) || exitCodes.includes(KILLED),
    guess: "The container ran out of memory: raise `server_resources.memory`.",
  },
  {
    matches: ({ log }) => /address already in use|failed to bind|Errno 98/i.test(log),
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
    matches: ({ reasons }) => /health check/i.test(reasons),
    guess:
      "The container health check failed: run its command in the image, or give the server more time with `startPeriod`.",
  },
  {
    matches: ({ log }) => /(^|\n)Traceback \(most recent call last\)|(^|\n)\w+Error: /.test(log),
    guess: "The process ended with a Python error: see the last log lines.",
  },
];

/** A first guess in plain words at why tasks stopped; undefined when nothing well known matches. */
export function guessCause(stoppedTasks: readonly StoppedTaskReport[], events: readonly string[]): string | undefined {
  const containers = stoppedTasks.flatMap((task) => task.containers);
  const evidence: Evidence = {
    reasons: [
      ...stoppedTasks.flatMap((task) => [task.stoppedReason ?? "", task.stopCode ?? ""]),
      ...containers.map((container) => container.reason ?? ""),
      ...events,
    ].join("\n"),
    log: containers.flatMap((container) => container.logLines).join("\n"),
    exitCodes: containers.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])),
  };
  return KNOWN_CAUSES.find((cause) => cause.matches(evidence))?.guess;
}
