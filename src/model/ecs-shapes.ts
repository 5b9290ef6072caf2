// Written by scripts/generate-ecs-shapes.mjs from the installed AWS SDK; do not edit.

export type EcsStructureName =
  | "ContainerDefinition"
  | "ContainerDependency"
  | "ContainerRestartPolicy"
  | "Device"
  | "DockerVolumeConfiguration"
  | "EFSAuthorizationConfig"
  | "EFSVolumeConfiguration"
  | "EnvironmentFile"
  | "FSxWindowsFileServerAuthorizationConfig"
  | "FSxWindowsFileServerVolumeConfiguration"
  | "FirelensConfiguration"
  | "HealthCheck"
  | "HostEntry"
  | "HostVolumeProperties"
  | "KernelCapabilities"
  | "KeyValuePair"
  | "LinuxParameters"
  | "LogConfiguration"
  | "MountPoint"
  | "NvidiaMpsAllocation"
  | "PortMapping"
  | "RepositoryCredentials"
  | "ResourceRequirement"
  | "RuntimePlatform"
  | "S3FilesVolumeConfiguration"
  | "Secret"
  | "SharingStrategy"
  | "SystemControl"
  | "Tmpfs"
  | "Ulimit"
  | "Volume"
  | "VolumeFrom";

/** A type of the ECS API. `known`: text, with the values the SDK has names for. */
export type EcsType =
  | "text"
  | "integer"
  | "boolean"
  | { readonly known: readonly string[] }
  | { readonly list: EcsType }
  | { readonly map: EcsType }
  | { readonly structure: EcsStructureName };

export interface EcsStructure {
  /** Exactly one of the members is given. */
  readonly exactlyOne?: boolean;
  readonly required: readonly string[];
  readonly members: Readonly<Record<string, EcsType>>;
}

/** The structures of the ECS API that volumes, mount points, containers, health checks and platforms consist of. */
export const ECS_STRUCTURES: Readonly<Record<EcsStructureName, EcsStructure>> = {
  ContainerDefinition: {
    required: [],
    members: {
      name: "text",
      image: "text",
      repositoryCredentials: { structure: "RepositoryCredentials" },
      cpu: "integer",
      memory: "integer",
      memoryReservation: "integer",
      links: { list: "text" },
      portMappings: { list: { structure: "PortMapping" } },
      essential: "boolean",
      restartPolicy: { structure: "ContainerRestartPolicy" },
      entryPoint: { list: "text" },
      command: { list: "text" },
      environment: { list: { structure: "KeyValuePair" } },
      environmentFiles: { list: { structure: "EnvironmentFile" } },
      mountPoints: { list: { structure: "MountPoint" } },
      volumesFrom: { list: { structure: "VolumeFrom" } },
      linuxParameters: { structure: "LinuxParameters" },
      secrets: { list: { structure: "Secret" } },
      dependsOn: { list: { structure: "ContainerDependency" } },
      startTimeout: "integer",
      stopTimeout: "integer",
      versionConsistency: { known: ["disabled", "enabled"] },
      hostname: "text",
      user: "text",
      workingDirectory: "text",
      disableNetworking: "boolean",
      privileged: "boolean",
      readonlyRootFilesystem: "boolean",
      dnsServers: { list: "text" },
      dnsSearchDomains: { list: "text" },
      extraHosts: { list: { structure: "HostEntry" } },
      dockerSecurityOptions: { list: "text" },
      interactive: "boolean",
      pseudoTerminal: "boolean",
      dockerLabels: { map: "text" },
      ulimits: { list: { structure: "Ulimit" } },
      logConfiguration: { structure: "LogConfiguration" },
      healthCheck: { structure: "HealthCheck" },
      systemControls: { list: { structure: "SystemControl" } },
      resourceRequirements: { list: { structure: "ResourceRequirement" } },
      firelensConfiguration: { structure: "FirelensConfiguration" },
      credentialSpecs: { list: "text" },
    },
  },
  ContainerDependency: {
    required: ["containerName", "condition"],
    members: { containerName: "text", condition: { known: ["COMPLETE", "HEALTHY", "START", "SUCCESS"] } },
  },
  ContainerRestartPolicy: {
    required: ["enabled"],
    members: { enabled: "boolean", ignoredExitCodes: { list: "integer" }, restartAttemptPeriod: "integer" },
  },
  Device: {
    required: ["hostPath"],
    members: { hostPath: "text", containerPath: "text", permissions: { list: { known: ["mknod", "read", "write"] } } },
  },
  DockerVolumeConfiguration: {
    required: [],
    members: {
      scope: { known: ["shared", "task"] },
      autoprovision: "boolean",
      driver: "text",
      driverOpts: { map: "text" },
      labels: { map: "text" },
    },
  },
  EFSAuthorizationConfig: { required: [], members: { accessPointId: "text", iam: { known: ["DISABLED", "ENABLED"] } } },
  EFSVolumeConfiguration: {
    required: ["fileSystemId"],
    members: {
      fileSystemId: "text",
      rootDirectory: "text",
      transitEncryption: { known: ["DISABLED", "ENABLED"] },
      transitEncryptionPort: "integer",
      authorizationConfig: { structure: "EFSAuthorizationConfig" },
    },
  },
  EnvironmentFile: { required: ["value", "type"], members: { value: "text", type: { known: ["s3"] } } },
  FSxWindowsFileServerAuthorizationConfig: {
    required: ["credentialsParameter", "domain"],
    members: { credentialsParameter: "text", domain: "text" },
  },
  FSxWindowsFileServerVolumeConfiguration: {
    required: ["fileSystemId", "rootDirectory", "authorizationConfig"],
    members: {
      fileSystemId: "text",
      rootDirectory: "text",
      authorizationConfig: { structure: "FSxWindowsFileServerAuthorizationConfig" },
    },
  },
  FirelensConfiguration: {
    required: ["type"],
    members: { type: { known: ["fluentbit", "fluentd"] }, options: { map: "text" } },
  },
  HealthCheck: {
    required: ["command"],
    members: {
      command: { list: "text" },
      interval: "integer",
      timeout: "integer",
      retries: "integer",
      startPeriod: "integer",
    },
  },
  HostEntry: { required: ["hostname", "ipAddress"], members: { hostname: "text", ipAddress: "text" } },
  HostVolumeProperties: { required: [], members: { sourcePath: "text" } },
  KernelCapabilities: { required: [], members: { add: { list: "text" }, drop: { list: "text" } } },
  KeyValuePair: { required: [], members: { name: "text", value: "text" } },
  LinuxParameters: {
    required: [],
    members: {
      capabilities: { structure: "KernelCapabilities" },
      devices: { list: { structure: "Device" } },
      initProcessEnabled: "boolean",
      sharedMemorySize: "integer",
      tmpfs: { list: { structure: "Tmpfs" } },
      maxSwap: "integer",
      swappiness: "integer",
    },
  },
  LogConfiguration: {
    required: ["logDriver"],
    members: {
      logDriver: { known: ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"] },
      options: { map: "text" },
      secretOptions: { list: { structure: "Secret" } },
    },
  },
  MountPoint: { required: [], members: { sourceVolume: "text", containerPath: "text", readOnly: "boolean" } },
  NvidiaMpsAllocation: { required: ["memory"], members: { memory: "integer", maxComputePercent: "integer" } },
  PortMapping: {
    required: [],
    members: {
      containerPort: "integer",
      hostPort: "integer",
      protocol: { known: ["tcp", "udp"] },
      name: "text",
      appProtocol: { known: ["grpc", "http", "http2"] },
      containerPortRange: "text",
    },
  },
  RepositoryCredentials: { required: ["credentialsParameter"], members: { credentialsParameter: "text" } },
  ResourceRequirement: {
    required: ["type"],
    members: {
      type: { known: ["GPU", "InferenceAccelerator", "NeuronDevice"] },
      value: "text",
      sharingStrategy: { structure: "SharingStrategy" },
    },
  },
  RuntimePlatform: {
    required: [],
    members: {
      cpuArchitecture: { known: ["ARM64", "X86_64"] },
      operatingSystemFamily: {
        known: [
          "LINUX",
          "WINDOWS_SERVER_2004_CORE",
          "WINDOWS_SERVER_2016_FULL",
          "WINDOWS_SERVER_2019_CORE",
          "WINDOWS_SERVER_2019_FULL",
          "WINDOWS_SERVER_2022_CORE",
          "WINDOWS_SERVER_2022_FULL",
          "WINDOWS_SERVER_2025_CORE",
          "WINDOWS_SERVER_2025_FULL",
          "WINDOWS_SERVER_20H2_CORE",
        ],
      },
    },
  },
  S3FilesVolumeConfiguration: {
    required: ["fileSystemArn"],
    members: { fileSystemArn: "text", rootDirectory: "text", transitEncryptionPort: "integer", accessPointArn: "text" },
  },
  Secret: { required: ["name", "valueFrom"], members: { name: "text", valueFrom: "text" } },
  SharingStrategy: { exactlyOne: true, required: [], members: { nvidiaMps: { structure: "NvidiaMpsAllocation" } } },
  SystemControl: { required: [], members: { namespace: "text", value: "text" } },
  Tmpfs: {
    required: ["containerPath", "size"],
    members: { containerPath: "text", size: "integer", mountOptions: { list: "text" } },
  },
  Ulimit: {
    required: ["name", "softLimit", "hardLimit"],
    members: {
      name: {
        known: [
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack",
        ],
      },
      softLimit: "integer",
      hardLimit: "integer",
    },
  },
  Volume: {
    required: [],
    members: {
      name: "text",
      host: { structure: "HostVolumeProperties" },
      dockerVolumeConfiguration: { structure: "DockerVolumeConfiguration" },
      efsVolumeConfiguration: { structure: "EFSVolumeConfiguration" },
      s3filesVolumeConfiguration: { structure: "S3FilesVolumeConfiguration" },
      fsxWindowsFileServerVolumeConfiguration: { structure: "FSxWindowsFileServerVolumeConfiguration" },
      configuredAtLaunch: "boolean",
    },
  },
  VolumeFrom: { required: [], members: { sourceContainer: "text", readOnly: "boolean" } },
};
