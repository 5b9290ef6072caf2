import { CODE_SERVER_CONTAINER, CONTAINER_CONTEXT_VARIABLE } from "../model/code-server.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { normalizeContainerContext } from "./container-context.ts";
import {
  type FieldTable,
  fields,
  keyed,
  keyedObjects,
  ordered,
  pairs,
  type Rule,
  type RuleContext,
  scalar,
  textMap,
  unordered,
  withDefault,
} from "./rules.ts";

/** Name and ARN pairs, of `secrets` and `secretOptions`. */
const SECRETS = pairs("name", "valueFrom");

const PORT_MAPPING: FieldTable = {
  hostPort: scalar(),
  name: scalar(),
  appProtocol: scalar(),
};

const HEALTH_CHECK: FieldTable = {
  command: ordered(),
  // "The default value is 30 seconds."
  interval: withDefault(30),
  // "The default value is 5."
  timeout: withDefault(5),
  // "The default value is 3."
  retries: withDefault(3),
  // "By default, the startPeriod is off."
  startPeriod: withDefault(0),
};

const LINUX_PARAMETERS: FieldTable = {
  capabilities: fields({ add: unordered(), drop: unordered() }),
  devices: keyedObjects((device) => device.hostPath, {
    containerPath: scalar(),
    permissions: unordered(),
  }),
  // Docker runs no init process unless asked to.
  initProcessEnabled: scalar(false),
  sharedMemorySize: scalar(),
  tmpfs: keyedObjects((mount) => mount.containerPath, { size: scalar(), mountOptions: unordered() }),
  maxSwap: scalar(),
  swappiness: scalar(),
};

const RESTART_POLICY: FieldTable = {
  // No restart policy is a disabled one.
  enabled: scalar(false),
  ignoredExitCodes: unordered(),
  // "If a restartAttemptPeriod isn't defined, the default is 300 seconds."
  restartAttemptPeriod: scalar(300),
};

/**
 * ContainerDefinition of the ECS API as of @aws-sdk/client-ecs 3.1164.0, complete; `name` is the key. The quotations
 * are of its documentation. A field that is not here is one that ECS made up later: it never counts as a change.
 */
const CONTAINER_DEFINITION: FieldTable = {
  image: scalar(),
  repositoryCredentials: fields({ credentialsParameter: scalar() }),
  // ECS stores 0 where no CPU units are asked for.
  cpu: scalar(0),
  memory: scalar(),
  memoryReservation: scalar(),
  links: unordered(),
  portMappings: portMappings(),
  // ECS stores true where nothing is said ("all containers are assumed to be essential").
  essential: scalar(true),
  restartPolicy: fields(RESTART_POLICY),
  entryPoint: ordered(),
  command: ordered(),
  environment: pairs("name", "value", refineEnvironment),
  // "They're processed from the top down": the order matters.
  environmentFiles: ordered(fields({ value: scalar(), type: scalar() })),
  mountPoints: keyedObjects((mount) => mount.containerPath, {
    sourceVolume: scalar(),
    // "The default value is false."
    readOnly: scalar(false),
  }),
  volumesFrom: keyedObjects((volume) => volume.sourceContainer, {
    // "The default value is false."
    readOnly: scalar(false),
  }),
  linuxParameters: fields(LINUX_PARAMETERS),
  secrets: SECRETS,
  dependsOn: keyedObjects((dependency) => dependency.containerName, { condition: scalar() }),
  startTimeout: scalar(),
  stopTimeout: scalar(),
  // "By default, the value is enabled."
  versionConsistency: scalar("enabled"),
  hostname: scalar(),
  user: scalar(),
  workingDirectory: scalar(),
  // Booleans that Docker takes for false when they are not given.
  disableNetworking: scalar(false),
  privileged: scalar(false),
  readonlyRootFilesystem: scalar(false),
  interactive: scalar(false),
  pseudoTerminal: scalar(false),
  dnsServers: ordered(),
  dnsSearchDomains: ordered(),
  extraHosts: pairs("hostname", "ipAddress"),
  dockerSecurityOptions: unordered(),
  dockerLabels: textMap(),
  ulimits: keyedObjects((limit) => limit.name, { softLimit: scalar(), hardLimit: scalar() }),
  logConfiguration: fields({ logDriver: scalar(), options: textMap(), secretOptions: SECRETS }),
  healthCheck: fields(HEALTH_CHECK),
  systemControls: pairs("namespace", "value"),
  resourceRequirements: keyedObjects((requirement) => requirement.type, {
    value: scalar(),
    sharingStrategy: scalar(),
  }),
  firelensConfiguration: fields({ type: scalar(), options: textMap() }),
  credentialSpecs: unordered(),
};

/** `containerDefinitions` as a map by container name. */
export const containerDefinitions: Rule = keyedObjects((container) => container.name, CONTAINER_DEFINITION, true);

/** Port mappings by container port (or range) and protocol: one port may be mapped once per protocol. */
function portMappings(): Rule {
  const mapping = fields(PORT_MAPPING, "kept");
  return keyed({
    keyOf: (entry) => {
      const port = entry.containerPortRange ?? entry.containerPort ?? "";
      // "The default is tcp."
      return `${String(port)}/${String(entry.protocol ?? "tcp")}`;
    },
    valueOf: (entry, context) => mapping(withoutDefaultHostPort(entry, context), context) ?? {},
    again: (value, context) => mapping(value, context) ?? {},
  });
}

function withoutDefaultHostPort(entry: JsonObject, { networkMode }: RuleContext): JsonObject {
  // awsvpc, host: "the hostPort must be the same as the containerPort"; ECS fills it in.
  // bridge: 0 and absent both mean a port of Docker's choice.
  const filledIn = networkMode === "awsvpc" || networkMode === "host" ? entry.containerPort : 0;
  return entry.hostPort === filledIn ? { ...entry, hostPort: null } : entry;
}

/** The container context is JSON from a YAML document, whose key order says nothing. */
function refineEnvironment(text: string, name: string, context: RuleContext): string {
  return name === CONTAINER_CONTEXT_VARIABLE && context.container === CODE_SERVER_CONTAINER
    ? normalizeContainerContext(text)
    : text;
}

/** A container of a normal task definition. */
export function containerOf(tree: JsonObject, name: string): JsonObject | undefined {
  return memberObject(memberObject(tree, "containerDefinitions"), name);
}

/** The text of an environment variable in a normal task definition. */
export function environmentTextOf(tree: JsonObject, container: string, name: string): string | undefined {
  const text = memberObject(containerOf(tree, container), "environment")?.[name];
  return typeof text === "string" ? text : undefined;
}

function memberObject(parent: JsonObject | undefined, name: string): JsonObject | undefined {
  const member: JsonValue | undefined = parent?.[name];
  return typeof member === "object" && member !== null && !Array.isArray(member) ? (member as JsonObject) : undefined;
}
