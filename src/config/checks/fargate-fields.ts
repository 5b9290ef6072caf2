import type { Located } from "../located.ts";
import { describeValue, type Report } from "../report.ts";
import { tasksOf } from "./tasks.ts";
import {
  booleanAt,
  childAt,
  fargateSeverity,
  itemsAt,
  knownText,
  type MergedView,
  type Sited,
  showText,
  tell,
  tellAtKey,
  textAt,
  type ViewCheck,
  winner,
} from "./view.ts";

/** Members of `linuxParameters` that Fargate has not (LinuxParameters of the ECS API). */
const LINUX_PARAMETERS = ["devices", "sharedMemorySize", "maxSwap", "swappiness"];

/** The only capability that can be added on Fargate (KernelCapabilities of the ECS API). */
const FARGATE_CAPABILITY = "SYS_PTRACE";

/** Windows releases on Fargate (Amazon ECS Developer Guide, "Amazon ECS task definition differences for Fargate"). */
const FARGATE_WINDOWS = /^WINDOWS_SERVER_20(?:19|22|25)_(?:FULL|CORE)$/;

/** What only EC2 has: of sidecars, and of the platform. */
export const checkFargateFields: ViewCheck = (view, report) => {
  if (view.launchType === "EC2") return;
  for (const { sidecars } of tasksOf(view)) {
    for (const sidecar of sidecars) {
      for (const member of membersOfEc2(sidecar)) tellRefused(member, view, report);
      checkCapabilities(sidecar, view, report);
    }
  }
  checkPlatform(view, report);
};

function membersOfEc2(sidecar: Sited): readonly Sited[] {
  const linux = childAt(sidecar, "linuxParameters");
  const gpu = itemsAt(sidecar, "resourceRequirements").filter((requirement) => textAt(requirement, "type") === "GPU");
  const privileged = booleanAt(sidecar, "privileged") === true ? childAt(sidecar, "privileged") : undefined;
  return [
    privileged,
    childAt(sidecar, "dockerSecurityOptions"),
    ...LINUX_PARAMETERS.map((key) => childAt(linux, key)),
    ...gpu.map((requirement) => childAt(requirement, "type")),
  ].filter((member) => member !== undefined && !isEmptyList(member.node)) as readonly Sited[];
}

function isEmptyList(node: Located): boolean {
  return node.kind === "list" && node.items.length === 0;
}

function tellRefused(member: Sited, view: MergedView, report: Report): void {
  const key = String(member.path.parts.at(-1));
  const what = key === "type" ? "A GPU" : key;
  tellAtKey(report, member, {
    code: "not-on-fargate",
    severity: fargateSeverity(view),
    message: `${what} is not possible on Fargate.`,
    hint: "Remove it; only launch_type: EC2 in dagster.yaml has it.",
  });
}

function checkCapabilities(sidecar: Sited, view: MergedView, report: Report): void {
  for (const capability of itemsAt(childAt(sidecar, "linuxParameters", "capabilities"), "add")) {
    const name = knownText(capability.node);
    if (name === undefined || name === FARGATE_CAPABILITY) continue;
    tell(report, capability, {
      code: "not-on-fargate",
      severity: fargateSeverity(view),
      message: `The capability ${showText(capability.node)} cannot be added on Fargate.`,
      hint: `Remove it; ${FARGATE_CAPABILITY} is the only one there.`,
    });
  }
}

function checkPlatform(view: MergedView, report: Report): void {
  const platform = winner(view, "runtime_platform");
  const family = childAt(platform, "operatingSystemFamily");
  const architecture = childAt(platform, "cpuArchitecture");
  const system = knownText(family?.node);
  if (!family || !system?.startsWith("WINDOWS")) return;
  if (!FARGATE_WINDOWS.test(system)) {
    tell(report, family, {
      code: "platform-not-on-fargate",
      severity: fargateSeverity(view),
      message: `operatingSystemFamily is ${describeValue(family.node)}, which Fargate does not have.`,
      hint: "Write for example operatingSystemFamily: WINDOWS_SERVER_2022_CORE, or LINUX.",
    });
  }
  if (architecture && knownText(architecture.node) === "ARM64") {
    tell(report, architecture, {
      code: "platform-not-on-fargate",
      severity: fargateSeverity(view),
      message: "cpuArchitecture is ARM64, which exists for Linux only.",
      hint: "Write cpuArchitecture: X86_64.",
    });
  }
}
