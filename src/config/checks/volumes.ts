import { entryOf, getValue } from "../located.ts";
import { quote, type Report, shorten } from "../report.ts";
import { suggestName } from "../suggestion.ts";
import { type TaskView, tasksOf } from "./tasks.ts";
import {
  booleanAt,
  childAt,
  fargateSeverity,
  hiddenBehind,
  isWindows,
  itemsAt,
  joinedItems,
  knownInteger,
  knownText,
  type MergedView,
  mergedSeverity,
  type Sited,
  showText,
  tell,
  tellAtKey,
  textAt,
  type ViewCheck,
} from "./view.ts";

/** Volume.name of the ECS API. */
const VOLUME_NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** Kinds of volumes; a volume is of one of them. */
const KINDS = [
  "host",
  "dockerVolumeConfiguration",
  "efsVolumeConfiguration",
  "s3filesVolumeConfiguration",
  "fsxWindowsFileServerVolumeConfiguration",
] as const;

/** Volumes and mount points fit each other, and each volume is one that ECS takes. */
export const checkVolumes: ViewCheck = (view, report) => {
  const volumes = joinedItems(view, "volumes");
  checkNames(volumes, report);
  for (const volume of volumes) {
    checkKind(volume, view, report);
    checkEfs(volume, report);
  }
  const tasks = tasksOf(view);
  for (const task of tasks) checkMounts(task, volumes, view, report);
  tellUnused(volumes, tasks, report);
};

function nameOfVolume(volume: Sited): string | undefined {
  return knownText(getValue(volume.node, "name"));
}

function checkNames(volumes: readonly Sited[], report: Report): void {
  const earlier = new Map<string, Sited>();
  for (const volume of volumes) {
    const name = nameOfVolume(volume);
    const node = childAt(volume, "name");
    if (volume.node.kind === "map" && (!entryOf(volume.node, "name") || name === "")) {
      tell(report, node ?? volume, {
        code: "volume-without-name",
        message: "A volume has no name, so nothing can mount it and ECS refuses it.",
        hint: "Add it, for example name: data.",
      });
    }
    if (!node || name === undefined || name === "") continue;
    const other = earlier.get(name);
    if (other) {
      const { at, elsewhere } = pointAt(node, other);
      tell(report, at, {
        code: "duplicate-volume",
        message: `The volume name ${showText(node.node)} is also used in ${elsewhere}; ECS takes only one volume of a name.`,
        hint: "Rename or remove one of the two; volumes of the deployment and of the location are joined.",
      });
    } else if (!VOLUME_NAME.test(name)) {
      tell(report, node, {
        code: "volume-name-characters",
        message: `The volume name ${showText(node.node)} is not one that ECS accepts.`,
        hint: "Use up to 255 letters, digits, hyphens and underscores, for example name: data.",
      });
    }
    earlier.set(name, node);
  }
}

/** Where to report two values that exclude each other: the second one, but rather the location's than the deployment's. */
function pointAt(second: Sited, first: Sited): { readonly at: Sited; readonly elsewhere: string } {
  const [at, other] = second.level === first.level ? [second, first] : [first, second];
  return { at, elsewhere: `${other.node.at.file} line ${other.node.at.line}` };
}

function checkKind(volume: Sited, view: MergedView, report: Report): void {
  const kinds = KINDS.flatMap((key) => {
    const kind = childAt(volume, key);
    // An empty host is what ECS itself shows for a volume without one.
    return kind && !(key === "host" && kind.node.kind === "map" && kind.node.entries.length === 0) ? [kind] : [];
  });
  const [first, second] = kinds;
  if (first && second) {
    tellAtKey(report, second, {
      code: "volume-of-two-kinds",
      message: `The volume has ${String(first.path.parts.at(-1))} and ${String(second.path.parts.at(-1))}; a volume is of one kind.`,
      hint: "Keep one of the two, or make it two volumes.",
    });
  }
  if (booleanAt(volume, "configuredAtLaunch") === true) {
    const member = childAt(volume, "configuredAtLaunch") ?? volume;
    tellAtKey(report, member, {
      code: "volume-configured-at-launch",
      message: "configuredAtLaunch is true, but Dagster+ gives a service no volume configuration, so ECS refuses it.",
      hint: "Remove it, and use efsVolumeConfiguration for a volume that outlives the task.",
    });
  }
  if (view.launchType !== "EC2") for (const kind of kinds) checkKindOnFargate(kind, view, report);
  const efs = childAt(volume, "efsVolumeConfiguration");
  if (efs && isWindows(view)) {
    tellAtKey(report, efs, {
      code: "efs-on-windows",
      severity: "warning",
      message: "efsVolumeConfiguration is given, but Windows containers cannot mount EFS.",
      hint: "Use fsxWindowsFileServerVolumeConfiguration on EC2, or a Linux platform.",
    });
  }
}

/** What a volume is on Fargate: bind mounts without a path of the host, and EFS (Volume of the ECS API). */
function checkKindOnFargate(kind: Sited, view: MergedView, report: Report): void {
  const key = String(kind.path.parts.at(-1));
  const refused = {
    host: childAt(kind, "sourcePath"),
    dockerVolumeConfiguration: kind,
    fsxWindowsFileServerVolumeConfiguration: kind,
  }[key];
  if (!refused) return;
  const shown = key === "host" ? "host.sourcePath" : key;
  tellAtKey(report, refused, {
    code: "volume-not-on-fargate",
    severity: fargateSeverity(view),
    message: `${shown} is not possible on Fargate.`,
    hint:
      key === "host"
        ? "Remove host for an empty volume that lives as long as the task, or use efsVolumeConfiguration."
        : "Use efsVolumeConfiguration, or launch_type: EC2 in dagster.yaml.",
  });
}

/** EFSVolumeConfiguration and EFSAuthorizationConfig of the ECS API. */
function checkEfs(volume: Sited, report: Report): void {
  const efs = childAt(volume, "efsVolumeConfiguration");
  if (!efs) return;
  const authorization = childAt(efs, "authorizationConfig");
  const accessPoint = childAt(authorization, "accessPointId");
  const root = childAt(efs, "rootDirectory");
  const rootText = knownText(root?.node);
  if (accessPoint && root && rootText !== undefined && rootText !== "/" && rootText !== "") {
    tell(report, root, {
      code: "efs-root-with-access-point",
      message: `rootDirectory is ${quote(rootText)}, but an access point has a root directory of its own.`,
      hint: 'Remove rootDirectory, or write rootDirectory: "/".',
    });
  }
  const needsEncryption = textAt(authorization, "iam") === "ENABLED" ? childAt(authorization, "iam") : accessPoint;
  const encryption = childAt(efs, "transitEncryption");
  const isUnknown = encryption !== undefined && knownText(encryption.node) === undefined;
  if (needsEncryption && !isUnknown && knownText(encryption?.node) !== "ENABLED") {
    const why = needsEncryption === accessPoint ? "an access point" : "IAM authorization";
    tell(report, encryption ?? needsEncryption, {
      code: "efs-without-encryption",
      message: `${why === "an access point" ? "An access point" : why} of EFS needs transitEncryption ENABLED, which is ${encryption ? quote(textAt(efs, "transitEncryption") ?? "") : "not set"}.`,
      hint: "Write transitEncryption: ENABLED in efsVolumeConfiguration.",
    });
  }
  const port = childAt(efs, "transitEncryptionPort");
  const number = knownInteger(port?.node);
  if (port && number !== undefined && (number < 0 || number > 65_535)) {
    tell(report, port, {
      code: "efs-port-range",
      message: `transitEncryptionPort is ${number}, which is no port.`,
      hint: "Write a port from 1 to 65535, or remove the key.",
    });
  }
}

function checkMounts(task: TaskView, volumes: readonly Sited[], view: MergedView, report: Report): void {
  const containers = [task.mountPoints, ...task.sidecars.map((sidecar) => itemsAt(sidecar, "mountPoints"))];
  const names = volumes.map(nameOfVolume);
  const known = new Set(names.filter((name) => name !== undefined));
  // A name that a variable gives is not known here.
  const isComplete = names.every((name) => name !== undefined);
  for (const mounts of containers) {
    const earlier = new Map<string, Sited>();
    for (const mount of mounts) {
      if (mount.node.kind !== "map") continue;
      checkMount(mount, isComplete ? known : undefined, view, report);
      const path = childAt(mount, "containerPath");
      const text = knownText(path?.node);
      if (!path || text === undefined) continue;
      const other = earlier.get(text);
      if (other) {
        const { at, elsewhere } = pointAt(path, other);
        tell(report, at, {
          code: "duplicate-mount-path",
          message: `The path ${showText(path.node)} is also mounted in ${elsewhere}.`,
          hint: "Mount each volume at a path of its own; mount points of the deployment and of the location are joined.",
        });
      }
      earlier.set(text, path);
    }
  }
}

const MOUNT_KEYS = ["sourceVolume", "containerPath", "readOnly"];

function checkMount(mount: Sited, known: ReadonlySet<string> | undefined, view: MergedView, report: Report): void {
  const source = childAt(mount, "sourceVolume");
  const name = knownText(source?.node);
  // A misspelled key is already told, and is probably the one that is missing.
  const isSpelled = mount.node.kind === "map" && mount.node.entries.every(({ key }) => MOUNT_KEYS.includes(key));
  if (!source && isSpelled) {
    tell(report, mount, {
      code: "mount-without-volume",
      message: "A mount point names no volume.",
      hint: "Add it, for example sourceVolume: data.",
    });
  } else if (source && name !== undefined && known && !known.has(name)) {
    const suggestion = hiddenBehind(source.node) === undefined ? suggestName(name, [...known]) : undefined;
    const without = view.launcher === undefined ? " in this location, and no dagster.yaml is given" : "";
    tell(report, source, {
      code: "unknown-volume",
      severity: mergedSeverity(view),
      message: `The mount point names the volume ${showText(source.node)}, which does not exist${without}.`,
      hint: suggestion
        ? `Did you mean ${suggestion}?`
        : `Add it: volumes: [{name: ${hiddenBehind(source.node) === undefined ? shorten(name) : "..."}}].`,
    });
  }
  const path = childAt(mount, "containerPath");
  const text = knownText(path?.node);
  if (!path && isSpelled) {
    tell(report, mount, {
      code: "mount-without-path",
      message: "A mount point says no path in the container.",
      hint: "Add it, for example containerPath: /data.",
    });
  } else if (path && text !== undefined && !text.startsWith("/") && !/^[A-Za-z]:(?:[\\/]|$)/.test(text)) {
    tell(report, path, {
      code: "mount-path-relative",
      message: `containerPath is ${showText(path.node)}, which is no absolute path.`,
      hint:
        hiddenBehind(path.node) === undefined
          ? `Write containerPath: ${shorten(`/${text}`)}.`
          : "Write a path that begins with /.",
    });
  }
}

function tellUnused(volumes: readonly Sited[], tasks: readonly TaskView[], report: Report): void {
  const mounts = tasks.flatMap(({ mountPoints, sidecars }) => [
    ...mountPoints,
    ...sidecars.flatMap((sidecar) => itemsAt(sidecar, "mountPoints")),
  ]);
  const used = mounts.map((mount) => textAt(mount, "sourceVolume"));
  if (used.includes(undefined)) return;
  for (const volume of volumes) {
    const name = nameOfVolume(volume);
    const node = childAt(volume, "name");
    // A volume of the deployment may be there for other locations.
    if (!node || name === undefined || name === "" || used.includes(name) || volume.level === "deployment") continue;
    const shown = hiddenBehind(node.node) === undefined ? shorten(name) : "...";
    tell(report, node, {
      code: "unused-volume",
      severity: "warning",
      message: `No container mounts the volume ${showText(node.node)}.`,
      hint: `Add mount_points: [{sourceVolume: ${shown}, containerPath: /${shown}}], or remove the volume.`,
    });
  }
}
