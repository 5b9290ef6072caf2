import { quote, type Report } from "../report.ts";
import { containerName, type TaskView, tasksOf } from "./tasks.ts";
import { childAt, itemsAt, knownInteger, type Sited, tell, textAt, type ViewCheck } from "./view.ts";

/** Ports of the sidecars: all containers of a task have one address under `awsvpc`. `codeServerPort`: the one Dagster listens at. */
export function checkPorts(codeServerPort: number): ViewCheck {
  return (view, report) => {
    for (const task of tasksOf(view)) {
      const mappings = task.sidecars.flatMap((sidecar) =>
        itemsAt(sidecar, "portMappings").map((mapping) => ({ sidecar, mapping })),
      );
      for (const { mapping } of mappings) checkMapping(mapping, report);
      tellClashes(task, mappings, codeServerPort, report);
    }
  };
}

function checkMapping(mapping: Sited, report: Report): void {
  const container = childAt(mapping, "containerPort");
  const host = childAt(mapping, "hostPort");
  const containerPort = knownInteger(container?.node);
  const hostPort = knownInteger(host?.node);
  if (container && containerPort !== undefined && (containerPort < 1 || containerPort > 65_535)) {
    tell(report, container, {
      code: "port-range",
      message: `containerPort is ${containerPort}, which is no port.`,
      hint: "Write a port from 1 to 65535.",
    });
  } else if (host && containerPort !== undefined && hostPort !== undefined && hostPort !== containerPort) {
    tell(report, host, {
      code: "host-port-differs",
      // 0 means any port in another network mode; whether it means none here, the documentation does not say.
      severity: hostPort === 0 ? "warning" : "error",
      message: `hostPort is ${hostPort}, but under awsvpc it must be the containerPort (${containerPort}).`,
      hint: "Remove hostPort.",
    });
  }
}

interface PlacedMapping {
  readonly sidecar: Sited;
  readonly mapping: Sited;
}

function tellClashes(task: TaskView, mappings: readonly PlacedMapping[], codeServerPort: number, report: Report): void {
  const owners = new Map<string, string>();
  for (const { sidecar, mapping } of mappings) {
    const port = childAt(mapping, "containerPort");
    const number = knownInteger(port?.node);
    if (!port || number === undefined) continue;
    const protocol = textAt(mapping, "protocol") ?? "tcp";
    const owner = containerName(sidecar) ?? "";
    const key = `${number}/${protocol}`;
    const other = owners.get(key);
    if (task.kind === "server" && number === codeServerPort && protocol === "tcp") {
      tell(report, port, {
        code: "port-of-code-server",
        severity: "warning",
        message: `A sidecar uses the port ${number}, at which the code server listens; all containers of a task share their ports.`,
        hint: "Let the sidecar listen at another port.",
      });
    } else if (other !== undefined) {
      tell(report, port, {
        code: "port-clash",
        severity: "warning",
        message: `The port ${key} of ${quote(owner)} is already used by ${quote(other)}; all containers of a task share their ports.`,
        hint: "Let one of the two listen at another port, or remove the mapping.",
      });
    }
    owners.set(key, owner);
  }
}
