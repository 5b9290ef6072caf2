import { parseImageReference } from "../../model/image-reference.ts";
import { getValue } from "../located.ts";
import type { ProblemCode } from "../problem-catalogue.ts";
import { type Finding, nameOf, quote, type Report } from "../report.ts";
import { containerName, type TaskView, taskName, tasksOf } from "./tasks.ts";
import {
  childAt,
  fargateSeverity,
  itemsAt,
  knownInteger,
  type MergedView,
  type Sited,
  tell,
  tellAtKey,
  textAt,
  type ViewCheck,
} from "./view.ts";

/** Containers of a task definition (Amazon ECS service quotas). */
const MOST_CONTAINERS = 10;
/** ContainerDefinition.name of the ECS API. */
const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** Number, names, images and limits of the sidecars. */
export const checkContainers: ViewCheck = (view, report) => {
  for (const task of tasksOf(view)) {
    checkCount(task, report);
    for (const sidecar of task.sidecars) {
      checkName(sidecar, report);
      checkImage(sidecar, report);
      checkMemory(sidecar, report);
      checkRestartPolicy(sidecar, report);
      checkStopTimeout(sidecar, view, report);
      checkSystemOf(sidecar, report);
    }
  }
};

function checkCount(task: TaskView, report: Report): void {
  const extra = task.sidecars[MOST_CONTAINERS - 1];
  if (!extra) return;
  const count = task.sidecars.length + 1;
  tell(report, extra, {
    code: "too-many-containers",
    message: `With this sidecar, ${taskName(task)} has more than ${MOST_CONTAINERS} containers (${count} in all, with the one Dagster adds).`,
    hint: `Keep at most ${MOST_CONTAINERS - 1} sidecars; those of the deployment count too.`,
  });
}

function checkName(sidecar: Sited, report: Report): void {
  const node = childAt(sidecar, "name");
  const name = containerName(sidecar);
  if (!node || name === undefined || CONTAINER_NAME.test(name)) return;
  tell(report, node, {
    code: "container-name-characters",
    message: `The container name ${quote(name)} is not one that ECS accepts.`,
    hint: "Use up to 255 letters, digits, hyphens and underscores, for example name: datadog-agent.",
  });
}

function checkImage(sidecar: Sited, report: Report): void {
  const node = childAt(sidecar, "image");
  const image = textAt(sidecar, "image");
  if (!node || image === undefined) return;
  const parsed = parseImageReference(image);
  if (parsed.status === "valid") return;
  tell(report, node, {
    code: "image-reference-invalid",
    message: `The image ${quote(image)} ${parsed.reason}.`,
    hint: "Write registry/repository:tag, for example public.ecr.aws/datadog/agent:7.",
  });
}

function checkMemory(sidecar: Sited, report: Report): void {
  const node = childAt(sidecar, "memory");
  const memory = knownInteger(node?.node);
  const reservation = knownInteger(getValue(sidecar.node, "memoryReservation"));
  if (!node || memory === undefined || reservation === undefined || memory >= reservation) return;
  tell(report, node, {
    code: "memory-below-reservation",
    message: `memory is ${memory} MiB, which is less than memoryReservation (${reservation} MiB).`,
    hint: `Write memory: ${reservation} or more, or lower memoryReservation.`,
  });
}

function checkRestartPolicy(sidecar: Sited, report: Report): void {
  const policy = childAt(sidecar, "restartPolicy");
  tellOutsideRange(childAt(policy, "restartAttemptPeriod"), [60, 1800], "restart-policy-range", report);
}

/** Only the longest is documented, and only for Fargate (ContainerDefinition.stopTimeout). */
function checkStopTimeout(sidecar: Sited, view: MergedView, report: Report): void {
  if (view.launchType === "EC2") return;
  const timeout = childAt(sidecar, "stopTimeout");
  const isShort = (knownInteger(timeout?.node) ?? 0) < 2;
  tellOutsideRange(timeout, [2, 120], "stop-timeout-range", report, isShort ? "warning" : fargateSeverity(view));
}

/** Reports a whole number outside a range. */
export function tellOutsideRange(
  value: Sited | undefined,
  [least, most]: readonly [number, number],
  code: ProblemCode,
  report: Report,
  severity: Finding["severity"] = "error",
): void {
  const number = knownInteger(value?.node);
  if (!value || number === undefined || (number >= least && number <= most)) return;
  const name = nameOf(value.path);
  const nearest = number < least ? least : most;
  tell(report, value, {
    code,
    severity,
    message: `${name} is ${number}; ECS takes ${least} to ${most}.`,
    hint: `Write ${name}: ${nearest}.`,
  });
}

/** What no container can have in the network mode the agent sets (ContainerDefinition of the ECS API). */
const NOT_UNDER_AWSVPC = {
  links: "Remove it: the containers of a task reach each other at localhost.",
  hostname: "Remove it.",
  extraHosts: "Remove it, or resolve the names by DNS.",
} as const;

function checkSystemOf(sidecar: Sited, report: Report): void {
  for (const [key, hint] of Object.entries(NOT_UNDER_AWSVPC)) {
    const member = childAt(sidecar, key);
    if (!member || (member.node.kind === "list" && itemsAt(sidecar, key).length === 0)) continue;
    tellAtKey(report, member, {
      code: "not-under-awsvpc",
      message: `${key} is not possible in the network mode awsvpc, which all tasks of Dagster+ use.`,
      hint,
    });
  }
}
