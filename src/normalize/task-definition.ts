import type { DesiredTaskDefinition } from "../model/desired.ts";
import { revealValue } from "../model/environment.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import { containerDefinitions } from "./container-definition.ts";
import {
  type FieldTable,
  fields,
  keyed,
  keyedObjects,
  pairs,
  type Rule,
  type RuleContext,
  scalar,
  unordered,
} from "./rules.ts";
import { volumes } from "./volume.ts";

/**
 * A task definition in its only form: lists that are sets are maps, defaults are left out. Carries environment
 * values that must not be shown.
 */
export type NormalTaskDefinition = JsonObject;

/** "0.25 vCPU" is stored as "256" (RegisterTaskDefinition, `cpu`). */
const CPU_UNIT = { pattern: /^(\d*\.?\d+)\s*vcpus?$/i, factor: 1024 };

/** "1 GB" is stored as "1024" (RegisterTaskDefinition, `memory`). */
const MEMORY_UNIT = { pattern: /^(\d*\.?\d+)\s*gb$/i, factor: 1024 };

/**
 * What RegisterTaskDefinition takes, as of @aws-sdk/client-ecs 3.1164.0. Left out on purpose: what only
 * DescribeTaskDefinition has (taskDefinitionArn, revision, status, requiresAttributes, compatibilities, registeredAt,
 * registeredBy, deregisteredAt, deleteRequestedAt), and `tags`, which say who registered it, not what runs.
 */
const TASK_DEFINITION: FieldTable = {
  family: scalar(),
  taskRoleArn: scalar(),
  executionRoleArn: scalar(),
  // "The default Docker network mode is bridge"; ECS stores it.
  networkMode: scalar("bridge"),
  containerDefinitions,
  volumes,
  placementConstraints: keyed({
    keyOf: (constraint) => `${String(constraint.type ?? "memberOf")}:${String(constraint.expression ?? "")}`,
    valueOf: () => ({}),
    again: () => ({}),
  }),
  requiresCompatibilities: unordered(),
  cpu: quantity(CPU_UNIT),
  memory: quantity(MEMORY_UNIT),
  // No value is a private namespace (pidMode) or the Docker daemon's setting (ipcMode); neither has a name.
  pidMode: scalar(),
  ipcMode: scalar(),
  proxyConfiguration: fields({
    // "The only supported value is APPMESH."
    type: scalar("APPMESH"),
    containerName: scalar(),
    properties: pairs("name", "value"),
  }),
  inferenceAccelerators: keyedObjects((accelerator) => accelerator.deviceName, { deviceType: scalar() }),
  ephemeralStorage: fields({ sizeInGiB: scalar() }),
  runtimePlatform: fields({
    // Fargate runs Linux on X86_64 where nothing is said, and ECS stores nothing then.
    cpuArchitecture: scalar("X86_64"),
    operatingSystemFamily: scalar("LINUX"),
  }),
  // "The default value is false."
  enableFaultInjection: scalar(false),
};

const normalize = fields(TASK_DEFINITION);

/** The normal form of what RegisterTaskDefinition takes or DescribeTaskDefinition returned. */
export function normalizeTaskDefinition(body: JsonObject): NormalTaskDefinition {
  const networkMode = typeof body.networkMode === "string" ? body.networkMode : "bridge";
  const context: RuleContext = { networkMode };
  const normal = normalize(body, context);
  return isJsonObject(normal) ? normal : {};
}

/** The normal form of a desired task definition, with the text of its environment. */
export function normalizeDesiredTaskDefinition(desired: DesiredTaskDefinition): NormalTaskDefinition {
  const [codeServer, ...sidecars] = isJsonList(desired.body.containerDefinitions)
    ? desired.body.containerDefinitions
    : [];
  if (!isJsonObject(codeServer)) return normalizeTaskDefinition({ ...desired.body, family: desired.family });
  const environment = desired.environment.map(({ name, value }) => ({ name, value: revealValue(value) }));
  return normalizeTaskDefinition({
    ...desired.body,
    family: desired.family,
    containerDefinitions: [{ ...codeServer, environment }, ...sidecars],
  });
}

/**
 * A role may be registered by its bare name. Which ARN it stands for only the other side can tell: where one side has
 * a bare name and the other an ARN of that name, both get the ARN.
 */
export function alignRoles(
  left: NormalTaskDefinition,
  right: NormalTaskDefinition,
): { readonly left: NormalTaskDefinition; readonly right: NormalTaskDefinition } {
  let aligned = { left, right };
  for (const field of ["taskRoleArn", "executionRoleArn"]) {
    const [leftRole, rightRole] = [left[field], right[field]];
    if (namesRole(leftRole, rightRole)) aligned = { ...aligned, left: withField(aligned.left, field, rightRole) };
    if (namesRole(rightRole, leftRole)) aligned = { ...aligned, right: withField(aligned.right, field, leftRole) };
  }
  return aligned;
}

function namesRole(bare: JsonValue | undefined, arn: JsonValue | undefined): boolean {
  if (typeof bare !== "string" || typeof arn !== "string" || bare.includes(":")) return false;
  return arn.startsWith("arn:") && arn.endsWith(`/${bare}`);
}

function withField(tree: JsonObject, field: string, value: JsonValue | undefined): JsonObject {
  return value === undefined ? tree : { ...tree, [field]: value };
}

function quantity(unit: { readonly pattern: RegExp; readonly factor: number }): Rule {
  return (value) => {
    if (typeof value === "number") return String(value);
    if (typeof value !== "string") return undefined;
    const text = value.trim();
    const [, amount] = unit.pattern.exec(text) ?? [];
    return amount === undefined ? text : String(Math.round(Number(amount) * unit.factor));
  };
}
