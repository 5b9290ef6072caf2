import {
  cpuFor,
  FARGATE_EPHEMERAL_STORAGE,
  type FargateSystem,
  isFargatePair,
  listFargateSizes,
  memoryFor,
  nearestPairs,
  systemOf,
} from "../../model/fargate-sizes.ts";
import { describeValue, quote, type Report } from "../report.ts";
import { suggestName } from "../suggestion.ts";
import { describeSize, RESOURCES_OF, readSizes, resourceOf, type Size } from "./sizes.ts";
import { type TaskView, tasksOf } from "./tasks.ts";
import {
  childAt,
  fargateSeverity,
  knownInteger,
  knownText,
  type MergedView,
  type Sited,
  tell,
  tellAtKey,
  type ViewCheck,
  winner,
} from "./view.ts";

/** CPU units a task on EC2 can have (ECS API, RegisterTaskDefinition). */
const EC2_CPU = { minimum: 128, maximum: 196_608 } as const;

const KNOWN_KEYS = ["cpu", "memory", "ephemeral_storage"];

/** Size of the tasks of code servers and runs, after the merge with the deployment's. */
export const checkResources: ViewCheck = (view, report) => {
  for (const task of tasksOf(view)) {
    const { cpu, memory } = readSizes(task, view, report);
    if (view.launchType === "EC2") checkEc2(cpu, report);
    else checkFargate(task, { cpu, memory }, view, report);
    checkReservations(task, cpu, memory, report);
    checkEphemeralStorage(task, view, report);
    tellUnknownKeys(task, view, report);
  }
};

function checkFargate(
  task: TaskView,
  { cpu, memory }: { readonly cpu: Size | undefined; readonly memory: Size | undefined },
  view: MergedView,
  report: Report,
): void {
  const family = childAt(winner(view, "runtime_platform"), "operatingSystemFamily");
  const system = systemOf(knownText(family?.node));
  const place = pointAt(cpu, memory, system) ?? family;
  if (!place) return;
  if (cpu && memory) {
    if (isFargatePair(cpu.value, memory.value, system)) return;
    const pairs = nearestPairs(cpu.value, memory.value, system);
    tell(report, place, {
      code: "fargate-size",
      severity: fargateSeverity(view),
      message: `Fargate has no ${system === "WINDOWS" ? "Windows " : ""}task with ${describeSize(cpu, "CPU units")} and ${describeSize(memory, "MiB of memory")}.`,
      hint:
        place === family
          ? `Write ${RESOURCES_OF[task.kind]}: {${pairs.map((pair) => `cpu: "${pair.cpu}", memory: "${pair.memory}"`).join("}, or {")}}.`
          : `Write ${pairs.map((pair) => `cpu: "${pair.cpu}" and memory: "${pair.memory}"`).join(", or ")}.`,
    });
    return;
  }
  // Only one of the two is known: the other may be anything.
  const only = cpu ?? memory;
  if (!only) return;
  const fits = cpu ? memoryFor(cpu.value, system).length > 0 : cpuFor(only.value, system).length > 0;
  if (fits) return;
  const sizes = listFargateSizes(system).map((size) => (cpu ? size.cpu : size.memory));
  tell(report, place, {
    code: "fargate-size",
    severity: fargateSeverity(view),
    message: `Fargate has no ${system === "WINDOWS" ? "Windows " : ""}task with ${only.value} ${cpu ? "CPU units" : "MiB of memory"}.`,
    hint: `Write ${nearestTwo([...new Set(sizes)], only.value)
      .map((value) => `${cpu ? "cpu" : "memory"}: "${value}"`)
      .join(" or ")}.`,
  });
}

/** Which of the two to change: a CPU size that Fargate does not have at all, else the memory; where it is written. */
function pointAt(
  cpu: Size | undefined,
  memory: Size | undefined,
  system: FargateSystem,
): Pick<Sited, "node" | "path"> | undefined {
  const hasCpu = cpu !== undefined && memoryFor(cpu.value, system).length > 0;
  const order = hasCpu ? [memory, cpu] : [cpu, memory];
  const written = order.flatMap((size) => size?.written ?? []);
  return written.find(({ level }) => level === "location") ?? written[0];
}

function nearestTwo(sizes: readonly number[], wanted: number): readonly number[] {
  return sizes
    .toSorted((left, right) => Math.abs(left - wanted) - Math.abs(right - wanted))
    .slice(0, 2)
    .toSorted((left, right) => left - right);
}

function checkEc2(cpu: Size | undefined, report: Report): void {
  if (!cpu?.written) return;
  const { minimum, maximum } = EC2_CPU;
  if (cpu.value >= minimum && cpu.value <= maximum) return;
  tell(report, cpu.written, {
    code: "ec2-size",
    message: `cpu is ${describeValue(cpu.written.node)}; on EC2, ECS takes ${minimum} to ${maximum} CPU units.`,
    hint: `Write cpu: "${cpu.value < minimum ? minimum : maximum}".`,
  });
}

/** What the containers reserve must fit into the task (ContainerDefinition of the ECS API, cpu and memory). */
function checkReservations(
  { sidecars }: TaskView,
  cpu: Size | undefined,
  memory: Size | undefined,
  report: Report,
): void {
  for (const [key, size, unit] of [
    ["cpu", cpu, "CPU units"],
    ["memory", memory, "MiB of memory"],
  ] as const) {
    if (!size) continue;
    let total = 0;
    for (const sidecar of sidecars) {
      const hard = childAt(sidecar, key);
      const soft = key === "memory" ? childAt(sidecar, "memoryReservation") : undefined;
      const reserved = knownInteger((soft ?? hard)?.node) ?? 0;
      total += Math.max(0, reserved);
      const largest = Math.max(total, knownInteger(hard?.node) ?? 0);
      const place = soft && total > size.value ? soft : (hard ?? soft);
      if (!place || largest <= size.value) continue;
      tell(report, place, {
        code: "container-exceeds-task",
        message: `The sidecars up to this one take ${largest} ${unit}, but the whole task has ${size.value}${size.written ? "" : " (the default)"}.`,
        hint: `Lower ${String(place.path.parts.at(-1))} of the sidecars, or raise the task's ${key}.`,
      });
      break;
    }
  }
}

function checkEphemeralStorage(task: TaskView, view: MergedView, report: Report): void {
  const value = resourceOf(task, view, "ephemeral_storage");
  const size = knownInteger(value?.node);
  if (!value || size === undefined) return;
  const { minimum, maximum } = FARGATE_EPHEMERAL_STORAGE;
  if (size === 0) {
    tell(report, value, {
      code: "ephemeral-storage-zero",
      severity: "warning",
      message: "ephemeral_storage is 0, which Dagster takes as not given.",
      hint: `Remove the key, or write a size from ${minimum} to ${maximum} (GiB).`,
    });
  } else if (view.launchType === "EC2") {
    tellAtKey(report, value, {
      code: "ephemeral-storage-on-ec2",
      severity: "warning",
      message: "ephemeral_storage is for tasks on Fargate, and dagster.yaml has launch_type: EC2.",
      hint: "Remove the key.",
    });
  } else if (size < minimum || size > maximum) {
    tell(report, value, {
      code: "ephemeral-storage-range",
      severity: fargateSeverity(view),
      message: `ephemeral_storage is ${size}; Fargate takes ${minimum} to ${maximum} (GiB).`,
      hint: `Write ephemeral_storage: ${size < minimum ? minimum : maximum}${size >= 0 && size < minimum ? ", or remove the key: 20 GiB are there without it" : ""}.`,
    });
  }
}

/** Dagster ignores other keys there without a word (docs/agent.md, Schemas). */
function tellUnknownKeys({ kind }: TaskView, view: MergedView, report: Report): void {
  for (const level of [view.ecs, view.launcher]) {
    const resources = childAt(level, RESOURCES_OF[kind]);
    if (resources?.node.kind !== "map") continue;
    const known = kind === "server" ? [...KNOWN_KEYS, "replica_count"] : KNOWN_KEYS;
    for (const { key, keyAt } of resources.node.entries) {
      if (known.includes(key)) continue;
      const suggestion = suggestName(key, known) ?? MEANT[key];
      report.add(
        keyAt,
        { ...resources.path, parts: [...resources.path.parts, key] },
        {
          code: "unknown-resource",
          severity: "warning",
          message: `${quote(key)} is not a key of ${RESOURCES_OF[kind]}; Dagster ignores it.`,
          hint: suggestion ? `Did you mean ${suggestion}?` : `Known keys: ${known.join(", ")}.`,
        },
      );
    }
  }
}

const MEANT: Readonly<Record<string, string>> = {
  mem: "memory",
  disk: "ephemeral_storage",
  storage: "ephemeral_storage",
};
