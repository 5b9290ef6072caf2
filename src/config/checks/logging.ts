import { entryOf } from "../located.ts";
import { quote, type Report } from "../report.ts";
import { type TaskView, tasksOf } from "./tasks.ts";
import {
  childAt,
  fargateSeverity,
  knownText,
  type MergedView,
  mergedSeverity,
  type Sited,
  tell,
  tellAtKey,
  type ViewCheck,
} from "./view.ts";

/** LogConfiguration of the ECS API, logDriver. */
const FARGATE_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
const EC2_DRIVERS = [...FARGATE_DRIVERS, "fluentd", "gelf", "json-file", "journald", "syslog"];

/** Log drivers, their options, and the FireLens router of a task. */
export const checkLogging: ViewCheck = (view, report) => {
  for (const task of tasksOf(view)) {
    for (const sidecar of task.sidecars) {
      const configuration = childAt(sidecar, "logConfiguration");
      if (configuration) checkConfiguration(configuration, view, report);
    }
    checkRouter(task, view, report);
  }
};

function driverOf(sidecar: Sited): string | undefined {
  return knownText(childAt(sidecar, "logConfiguration", "logDriver")?.node);
}

function checkConfiguration(configuration: Sited, view: MergedView, report: Report): void {
  const node = childAt(configuration, "logDriver");
  const driver = knownText(node?.node);
  if (!node || driver === undefined) return;
  if (view.launchType !== "EC2" && EC2_DRIVERS.includes(driver) && !FARGATE_DRIVERS.includes(driver)) {
    tell(report, node, {
      code: "log-driver-not-on-fargate",
      severity: fargateSeverity(view),
      message: `The log driver ${quote(driver)} is not possible on Fargate.`,
      hint: `Use one of ${FARGATE_DRIVERS.join(", ")}.`,
    });
  }
  if (driver !== "awslogs") return;
  const options = childAt(configuration, "options");
  for (const [option, isNeeded] of [
    ["awslogs-group", true],
    ["awslogs-region", true],
    ["awslogs-stream-prefix", view.launchType !== "EC2"],
  ] as const) {
    if (!isNeeded || entryOf(options?.node, option)) continue;
    const isForFargate = option === "awslogs-stream-prefix";
    tellAtKey(report, options ?? node, {
      code: "log-option-missing",
      severity: isForFargate ? fargateSeverity(view) : "error",
      message: `The log driver awslogs has no option ${option}${isForFargate ? ", which it needs on Fargate" : ""}.`,
      hint: `Add it under options, for example ${option}: ${OPTION_EXAMPLES[option]}.`,
    });
  }
}

const OPTION_EXAMPLES = {
  "awslogs-group": "/dagster/sidecars",
  "awslogs-region": "us-east-1",
  "awslogs-stream-prefix": "agent",
} as const;

/** ECS wants a router and at least one container that logs through it, or neither. */
function checkRouter(task: TaskView, view: MergedView, report: Report): void {
  const routers = task.sidecars.flatMap((sidecar) => childAt(sidecar, "firelensConfiguration") ?? []);
  const users = task.sidecars.filter((sidecar) => driverOf(sidecar) === "awsfirelens");
  const [router, second] = routers;
  const [user] = users;
  if (router && !user) {
    tellAtKey(report, router, {
      code: "firelens-unused",
      severity: mergedSeverity(view),
      message:
        "firelensConfiguration is given, but no sidecar logs through it; the container that Dagster adds uses awslogs.",
      hint: "Remove it, or give another sidecar logConfiguration: {logDriver: awsfirelens}.",
    });
  }
  if (second) {
    tellAtKey(report, second, {
      code: "firelens-twice",
      message: "Two containers of the task have firelensConfiguration; ECS takes one.",
      hint: "Remove it from one of the two.",
    });
  }
  const driver = user && childAt(user, "logConfiguration", "logDriver");
  if (driver && !router) {
    tell(report, driver, {
      code: "firelens-missing",
      severity: mergedSeverity(view),
      message: "The log driver is awsfirelens, but no container of the task has firelensConfiguration.",
      hint: "Add a sidecar with firelensConfiguration: {type: fluentbit}, or use the log driver awslogs.",
    });
  }
}
