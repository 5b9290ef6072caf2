import { type FieldTable, fields, keyedObjects, type Rule, scalar, textMap } from "./rules.ts";

const EFS: FieldTable = {
  fileSystemId: scalar(),
  // "If this parameter is omitted, the root of the Amazon EFS volume will be used"; ECS stores "/".
  rootDirectory: scalar("/", ""),
  // "If this parameter is omitted, the default value of DISABLED is used."
  transitEncryption: scalar("DISABLED"),
  // 0 and absent both leave the port to the EFS mount helper.
  transitEncryptionPort: scalar(0),
  authorizationConfig: fields({
    accessPointId: scalar(),
    // "If this parameter is omitted, the default value of DISABLED is used."
    iam: scalar("DISABLED"),
  }),
};

const DOCKER: FieldTable = {
  // A volume that is not said to be shared lives as long as its task.
  scope: scalar("task"),
  autoprovision: scalar(false),
  // Docker's own driver.
  driver: scalar("local"),
  driverOpts: textMap(),
  labels: textMap(),
};

/** Volume of the ECS API as of @aws-sdk/client-ecs 3.1164.0, complete; `name` is the key. */
const VOLUME: FieldTable = {
  // ECS stores an empty host for a volume that is nothing but a name.
  host: fields({ sourcePath: scalar() }),
  // Unlike an empty host, an empty Docker configuration says something: a Docker volume instead of a bind mount.
  dockerVolumeConfiguration: fields(DOCKER, "kept"),
  efsVolumeConfiguration: fields(EFS),
  s3filesVolumeConfiguration: fields({
    fileSystemArn: scalar(),
    rootDirectory: scalar("/", ""),
    transitEncryptionPort: scalar(0),
    accessPointArn: scalar(),
  }),
  fsxWindowsFileServerVolumeConfiguration: fields({
    fileSystemId: scalar(),
    rootDirectory: scalar(),
    authorizationConfig: fields({ credentialsParameter: scalar(), domain: scalar() }),
  }),
  configuredAtLaunch: scalar(false),
};

/** `volumes` as a map by volume name. */
export const volumes: Rule = keyedObjects((volume) => volume.name, VOLUME);
