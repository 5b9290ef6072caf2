import { COMMAND_NOT_FOUND, KILLED } from "./exit-codes.ts";

/** What a guess at a cause is made from. */
export interface Evidence {
  /** Stop reasons of tasks and containers, or what the events of a service say. */
  readonly reasons: string;
  readonly log: string;
  /** Exit codes of containers that ended by themselves, in tasks that ended because of it. */
  readonly exitCodes: readonly number[];
  /** True when a container beside the code server ended by itself, and the code server because of that. */
  readonly hasOtherEndedFirst: boolean;
}

/** A well-known way to fail. */
export interface KnownCause {
  readonly matches: (evidence: Evidence) => boolean;
  /** A sentence or two, for people. */
  readonly guess: string;
}

const PULL = /CannotPull|pull image manifest/i;
const INITIALIZATION = /ResourceInitializationError/i;
/** On Fargate; on EC2 the agent says it with other words. */
const SECRET = /ResourceInitializationError.*(secret|\bssm\b|parameter)|Fetching secret data/is;

/** Ways of saying that nobody answered; the longer ones are cut off in the middle. */
const NO_ANSWER =
  /connection issue between the task and|i\/o timeout|context deadli|TLS handshake|signal: killed|connection re(set|fused)|no such host|request ?cancel|send request failed|StatusCode: 0\b/i;

/**
 * The well-known ways a code server fails to start, the most certain first; the first that matches is the guess. Words
 * of AWS: Amazon ECS developer guide, "Amazon ECS stopped task error messages" and "Service event messages", and stop
 * reasons that users quote in bug reports.
 */
export const KNOWN_CAUSES: readonly KnownCause[] = [
  {
    matches: ({ reasons }) =>
      /exec format error|descriptor matching platform|no match(ing manifest| for platform)/i.test(reasons),
    guess:
      "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
  },
  {
    matches: ({ reasons }) => PULL.test(reasons) && /toomanyrequests|too many requests|rate limit/i.test(reasons),
    guess:
      "The registry refused the pull because of its rate limit: set `repository_credentials`, or bring the image to ECR.",
  },
  {
    matches: ({ reasons }) => /CannotCreateVolume|\bEFS (utils|volumes?)\b|\bmount\.nfs/i.test(reasons),
    guess:
      "ECS could not mount a volume: check the EFS file system, its mount targets and security groups, and the task role.",
  },
  {
    matches: ({ reasons }) => /no space left on device/i.test(reasons),
    guess:
      "The disk of the task is full: make the image smaller, or raise `server_resources.ephemeral_storage` (on EC2, the disk of the instances).",
  },
  {
    matches: ({ reasons }) => (PULL.test(reasons) || INITIALIZATION.test(reasons)) && NO_ANSWER.test(reasons),
    guess:
      "The task does not reach AWS or the registry: its subnets need a NAT gateway, a public IP address or VPC endpoints, and its security groups must let it out.",
  },
  {
    matches: ({ reasons }) =>
      (PULL.test(reasons) &&
        /denied|forbidden|\b403\b|no basic auth|unauthorized|not authorized|authorization failed/i.test(reasons)) ||
      /ecr:\w+|ecr registry auth/i.test(reasons),
    guess:
      "ECS may not pull the image: allow the execution role to read the repository, or set `repository_credentials` for a private registry elsewhere.",
  },
  {
    matches: ({ reasons }) => PULL.test(reasons) && /: not found|(manifest|name) unknown|does not exist/i.test(reasons),
    guess: "The registry has no image of this name and tag: push it, or correct the image that is asked for.",
  },
  {
    matches: ({ reasons }) => PULL.test(reasons),
    guess:
      "ECS could not pull the image: check that the tag exists, that the execution role may read the registry, and that the subnets reach it.",
  },
  {
    matches: ({ reasons }) => /unable to assume|execution role credentials|is not authorized to assume/i.test(reasons),
    guess:
      "ECS could not take on the execution role or the task role: check that it exists and that its trust policy names ecs-tasks.amazonaws.com.",
  },
  {
    matches: ({ reasons }) => /log group|log stream|CreateLogStream|awslogs|logger args/i.test(reasons),
    guess: "ECS could not write the log: check that the log group exists and that the execution role may write to it.",
  },
  {
    matches: ({ reasons }) => INITIALIZATION.test(reasons) && /Rate exceeded|ThrottlingException/i.test(reasons),
    guess:
      "AWS was asked too often at once for what the tasks need to start, such as their secrets: run again, perhaps with fewer `locations` at a time.",
  },
  {
    matches: ({ reasons }) => SECRET.test(reasons) && /did not contain json key|invalid character/i.test(reasons),
    guess: "ECS could not fetch a secret: it is no JSON object with the key that its `valueFrom` names.",
  },
  {
    matches: ({ reasons }) => SECRET.test(reasons) && /AccessDenied|not authorized|\bKMS\b/i.test(reasons),
    guess:
      "ECS may not fetch a secret: allow the execution role `secretsmanager:GetSecretValue` (for a parameter `ssm:GetParameters`) on it, and `kms:Decrypt` where it is encrypted with a key of your own.",
  },
  {
    matches: ({ reasons }) =>
      SECRET.test(reasons) && /ResourceNotFound|can't find|invalid( ssm)? parameters/i.test(reasons),
    guess: "ECS could not fetch a secret: there is none of this name or ARN in this region, or it has no value yet.",
  },
  {
    matches: ({ reasons }) => SECRET.test(reasons),
    guess:
      "ECS could not fetch a secret: check that it exists, with its JSON key, and that the execution role may read it.",
  },
  {
    matches: ({ reasons, log, exitCodes }) =>
      /executable file not found|no such file or directory: unknown|command not found/i.test(reasons + log) ||
      /No module named '?dagster'?\s*$/m.test(log) ||
      exitCodes.includes(COMMAND_NOT_FOUND),
    guess:
      "The image lacks Dagster, or the command that starts it: install Dagster in the image, or set `executable_path`.",
  },
  {
    matches: ({ reasons }) => /OutOfMemory/i.test(reasons),
    guess: "The container ran out of memory: raise `server_resources.memory`.",
  },
  {
    matches: ({ reasons }) => /free ?addresses/i.test(reasons),
    guess: "The subnets have no free IP address left: add larger ones, or stop tasks that are not needed.",
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
    matches: ({ reasons }) => /ELB health checks?/i.test(reasons),
    guess:
      "The health check of a load balancer failed: check the port and the protocol of its target group, and that its security group reaches the task.",
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
    matches: ({ hasOtherEndedFirst }) => hasOtherEndedFirst,
    guess:
      "Another container of the task ended first, and ECS stops a task when one of its essential containers ends: see its exit code and log, or give it `essential: false` if the code server can do without it.",
  },
  {
    matches: ({ reasons, exitCodes }) =>
      /Essential container/i.test(reasons) && exitCodes.length > 0 && exitCodes.every((code) => code === 0),
    guess: "The process ended by itself without an error, which a server must not: check the command of the image.",
  },
  {
    matches: ({ reasons }) => /capacity is unavailable/i.test(reasons),
    guess: "AWS has no Fargate capacity for the task now: try again later, or add subnets of other availability zones.",
  },
  {
    matches: ({ reasons }) => /reached the limit on the number|above your limit/i.test(reasons),
    guess:
      "The account's quota of Fargate tasks in this region is used up: have it raised in Service Quotas, or stop tasks that are not needed.",
  },
  {
    matches: ({ reasons }) =>
      /unable to place a task/i.test(reasons) && /container instances?\b|\bRESOURCE:|insufficient/i.test(reasons),
    guess:
      "ECS found no place for the task: the cluster lacks instances with enough free CPU, memory or network interfaces.",
  },
];
