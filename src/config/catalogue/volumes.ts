import type { ProblemEntries } from "./entry.ts";

const MOUNT = "mount_points: [{sourceVolume: data, containerPath: /data}]";

function efs(...lines: readonly string[]): string {
  const configuration = ["fileSystemId: fs-0123456789abcdef0", ...lines].map((line) => `      ${line}`);
  return ["volumes:", "  - name: data", "    efsVolumeConfiguration:", ...configuration, MOUNT].join("\n");
}

/** Volumes and mount points. */
export const VOLUME_PROBLEMS = {
  "volume-without-name": {
    title: "A volume without a name",
    in: "ecs",
    bad: "volumes: [{host: {}}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "volume-name-characters": {
    title: "A volume name that ECS does not take",
    in: "ecs",
    bad: "volumes: [{name: my data}]\nmount_points: [{sourceVolume: my data, containerPath: /data}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "duplicate-volume": {
    title: "Two volumes of one name",
    in: "ecs",
    launcher: "volumes: [{name: data}]",
    bad: `volumes: [{name: data}]\n${MOUNT}`,
    good: MOUNT,
  },
  "unused-volume": {
    title: "A volume that nothing mounts",
    in: "ecs",
    bad: "volumes: [{name: data}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "unknown-volume": {
    title: "A mount point of a volume that does not exist",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: MOUNT,
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "mount-without-volume": {
    title: "A mount point without a volume",
    in: "ecs",
    bad: "mount_points: [{containerPath: /data}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "mount-without-path": {
    title: "A mount point without a path",
    in: "ecs",
    bad: "volumes: [{name: data}]\nmount_points: [{sourceVolume: data}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "mount-path-relative": {
    title: "A mount point at a relative path",
    in: "ecs",
    bad: "volumes: [{name: data}]\nmount_points: [{sourceVolume: data, containerPath: data}]",
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "duplicate-mount-path": {
    title: "Two volumes at one path",
    in: "ecs",
    bad: "volumes: [{name: data}, {name: cache}]\nmount_points:\n  - {sourceVolume: data, containerPath: /data}\n  - {sourceVolume: cache, containerPath: /data}",
    good: "volumes: [{name: data}, {name: cache}]\nmount_points:\n  - {sourceVolume: data, containerPath: /data}\n  - {sourceVolume: cache, containerPath: /cache}",
  },
  "volume-of-two-kinds": {
    title: "A volume of two kinds",
    in: "ecs",
    launcher: "launch_type: EC2",
    bad: `volumes:\n  - name: data\n    host: {sourcePath: /data}\n    efsVolumeConfiguration: {fileSystemId: fs-0123456789abcdef0}\n${MOUNT}`,
    good: `volumes:\n  - name: data\n    efsVolumeConfiguration: {fileSystemId: fs-0123456789abcdef0}\n${MOUNT}`,
  },
  "volume-configured-at-launch": {
    title: "A volume that is configured at launch",
    in: "ecs",
    bad: `volumes: [{name: data, configuredAtLaunch: true}]\n${MOUNT}`,
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "volume-not-on-fargate": {
    title: "A volume that Fargate does not have",
    in: "ecs",
    launcher: "launch_type: FARGATE",
    bad: `volumes: [{name: data, host: {sourcePath: /data}}]\n${MOUNT}`,
    good: `volumes: [{name: data}]\n${MOUNT}`,
  },
  "efs-on-windows": {
    title: "EFS on Windows",
    in: "ecs",
    bad: `${efs()}\nruntime_platform: {operatingSystemFamily: WINDOWS_SERVER_2022_CORE}`,
    good: efs(),
  },
  "efs-root-with-access-point": {
    title: "A root directory beside an access point",
    in: "ecs",
    bad: efs(
      "rootDirectory: /etl",
      "transitEncryption: ENABLED",
      "authorizationConfig: {accessPointId: fsap-0123456789abcdef0}",
    ),
    good: efs("transitEncryption: ENABLED", "authorizationConfig: {accessPointId: fsap-0123456789abcdef0}"),
  },
  "efs-without-encryption": {
    title: "An access point or IAM without encryption",
    in: "ecs",
    bad: efs("authorizationConfig: {iam: ENABLED}"),
    good: efs("transitEncryption: ENABLED", "authorizationConfig: {iam: ENABLED}"),
  },
  "efs-port-range": {
    title: "Not a port",
    in: "ecs",
    bad: efs("transitEncryption: ENABLED", "transitEncryptionPort: 99999"),
    good: efs("transitEncryption: ENABLED", "transitEncryptionPort: 2999"),
  },
} as const satisfies ProblemEntries;
