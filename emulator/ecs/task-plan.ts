import { findImage, parseRegistryReference } from "../aws/ecr.ts";
import { findSecret } from "../aws/secrets.ts";
import type { World } from "../world/world.ts";
import type { ContainerBehaviour } from "./behaviours.ts";
import { toShortName } from "./references.ts";
import type { ContainerRecord, TaskRecord } from "./state.ts";

/** A task that never gets as far as running its containers. */
export interface StartFailure {
  readonly stoppedReason: string;
  /** Emulated seconds from launch until it is given up. */
  readonly afterSeconds: number;
  /** The container it is about, when it is about one. */
  readonly container?: string;
}

export interface TaskPlan {
  readonly startFailure?: StartFailure;
  readonly neverStarts: boolean;
  readonly startSeconds: number;
  readonly containers: readonly { record: ContainerRecord; behaviour: ContainerBehaviour }[];
}

const DEFAULT_START_SECONDS = 15;
const PULL_SECONDS = 20;
const INITIALIZATION_SECONDS = 8;

/** Decides how a task is going to go: from the behaviour table, and from what the task refers to. */
export function planTask(world: World, task: TaskRecord): TaskPlan {
  const containers = task.containers.map((record) => ({
    record,
    behaviour: decide(world, task, record),
  }));
  const startFailure =
    containers
      .map(({ record, behaviour }) => toStartFailure(record, behaviour))
      .find((failure) => failure !== undefined) ??
    (world.settings.strictReferences ? findBrokenReference(world, task) : undefined);
  return {
    ...(startFailure === undefined ? {} : { startFailure }),
    neverStarts: containers.some(({ behaviour }) => behaviour.kind === "neverStarts"),
    startSeconds: Math.max(
      ...containers.map(({ behaviour }) =>
        behaviour.kind === "run" ? (behaviour.startSeconds ?? DEFAULT_START_SECONDS) : DEFAULT_START_SECONDS,
      ),
    ),
    containers,
  };
}

function decide(world: World, task: TaskRecord, record: ContainerRecord): ContainerBehaviour {
  const launchedBy = task.service === undefined ? "run" : "service";
  return (
    world.behaviours.decide({
      image: record.definition.image ?? "",
      family: task.taskDefinition.family,
      container: record.definition.name ?? "",
      launchedBy,
    }) ??
    // A task of RunTask is a job that ends well; a service's containers stay up.
    (launchedBy === "run" ? { kind: "exit", exitCode: 0, afterSeconds: 10 } : { kind: "run" })
  );
}

function toStartFailure(record: ContainerRecord, behaviour: ContainerBehaviour): StartFailure | undefined {
  if (behaviour.kind === "cannotPull") {
    const image = record.definition.image ?? "";
    return {
      stoppedReason: `CannotPullContainerError: ${behaviour.message ?? describePullFailure(image)}`,
      afterSeconds: PULL_SECONDS,
      container: record.definition.name ?? "",
    };
  }
  if (behaviour.kind === "resourceInitialization") {
    const message =
      behaviour.message ??
      "unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s)";
    return {
      stoppedReason: `ResourceInitializationError: ${message}`,
      afterSeconds: INITIALIZATION_SECONDS,
    };
  }
  if (behaviour.kind === "failsToStart") {
    return { stoppedReason: behaviour.reason, afterSeconds: behaviour.afterSeconds ?? INITIALIZATION_SECONDS };
  }
  return undefined;
}

function describePullFailure(image: string): string {
  return `pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: ${image}: not found`;
}

/** What of this account the task names that is not there. Things of other accounts are taken as given. */
function findBrokenReference(world: World, task: TaskRecord): StartFailure | undefined {
  const definition = task.taskDefinition.definition;
  for (const record of task.containers) {
    const container = record.definition;
    for (const { valueFrom } of container.secrets ?? []) {
      const missing = describeMissingSecret(world, valueFrom ?? "");
      if (missing !== undefined) {
        return {
          stoppedReason: `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${missing} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
          afterSeconds: INITIALIZATION_SECONDS,
        };
      }
    }
    const options = container.logConfiguration?.options ?? {};
    const group = options["awslogs-group"];
    if (
      container.logConfiguration?.logDriver === "awslogs" &&
      group !== undefined &&
      options["awslogs-create-group"] !== "true" &&
      (options["awslogs-region"] ?? world.settings.region) === world.settings.region &&
      !world.logGroups.has(group)
    ) {
      return {
        stoppedReason:
          "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1",
        afterSeconds: INITIALIZATION_SECONDS,
      };
    }
  }
  const role = definition.executionRoleArn;
  if (role !== undefined && isOwnRole(world, role) && !world.roles.has(toShortName(role))) {
    return {
      stoppedReason: `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to get execution role credentials: ECS was unable to assume the role '${role}'`,
      afterSeconds: INITIALIZATION_SECONDS,
    };
  }
  return findMissingImage(world, task);
}

function isOwnRole(world: World, arn: string): boolean {
  return arn.startsWith(`arn:aws:iam::${world.settings.account}:role/`);
}

function describeMissingSecret(world: World, valueFrom: string): string | undefined {
  const { region, account } = world.settings;
  if (!valueFrom.startsWith(`arn:aws:secretsmanager:${region}:${account}:secret:`)) {
    return undefined;
  }
  const arn = valueFrom.split(":").slice(0, 7).join(":");
  return findSecret(world, arn) === undefined ? arn : undefined;
}

function findMissingImage(world: World, task: TaskRecord): StartFailure | undefined {
  for (const record of task.containers) {
    const image = record.definition.image ?? "";
    const reference = parseRegistryReference(image);
    if (
      reference !== undefined &&
      reference.account === world.settings.account &&
      reference.region === world.settings.region &&
      findImage(world, reference) === undefined
    ) {
      return {
        stoppedReason: `CannotPullContainerError: ${describePullFailure(image)}`,
        afterSeconds: PULL_SECONDS,
        container: record.definition.name ?? "",
      };
    }
  }
  return undefined;
}
