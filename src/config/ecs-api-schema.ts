import { ECS_STRUCTURES, type EcsStructureName, type EcsType } from "../model/ecs-shapes.ts";
import type { Field, Schema, SelectorSchema, ShapeSchema } from "./schema.ts";
import { boolean, integer, listOf, mapOf, text } from "./schema.ts";

/** What one use of a structure adds to or changes in its members, by `Structure.member`. */
export type Refinements = Readonly<Record<string, Refinement>>;

/** `source` means that Dagster takes `{env: NAME}` there. */
export interface Refinement extends Partial<Field> {
  readonly source?: boolean;
}

/** Lines to copy for members that are often missing or wrong. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "ContainerDefinition.name": "name: datadog-agent",
  "ContainerDefinition.image": "image: public.ecr.aws/datadog/agent:latest",
  "ContainerDefinition.command": 'command: ["sh", "-c", "exec agent"]',
  "ContainerDefinition.entryPoint": 'entryPoint: ["/bin/sh", "-c"]',
  "ContainerDefinition.environment": 'environment: [{name: ECS_FARGATE, value: "true"}]',
  "ContainerDefinition.portMappings": "portMappings: [{containerPort: 8125, protocol: udp}]",
  "ContainerDefinition.dependsOn": "dependsOn: [{containerName: dagster, condition: START}]",
  "ContainerDefinition.secrets": "secrets: [{name: API_KEY, valueFrom: arn:aws:secretsmanager:...}]",
  "EFSVolumeConfiguration.fileSystemId": "fileSystemId: fs-0123456789abcdef0",
  "HealthCheck.command": 'command: ["CMD-SHELL", "exit 0"]',
  "LogConfiguration.logDriver": "logDriver: awslogs",
  "Secret.name": "name: API_KEY",
  "Secret.valueFrom": "valueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf",
};

/** Members people write by another name, or know from another tool. */
const MISPLACED: Partial<Record<EcsStructureName, Readonly<Record<string, string>>>> = {
  ContainerDefinition: {
    env: "Write environment: [{name: KEY, value: VALUE}].",
    env_vars: "Write environment: [{name: KEY, value: VALUE}].",
    ports: "Write portMappings: [{containerPort: 8125}].",
    volumes: "Write mountPoints: [{sourceVolume: data, containerPath: /data}].",
  },
};

/**
 * The check of an object that reaches the ECS API as the file has it. The AWS SDK drops members it does not know and
 * does not look at types, so nothing but this check would find them (docs/agent.md, Schemas).
 */
export function ecsStructure(name: EcsStructureName, refinements: Refinements = {}): ShapeSchema {
  const misplaced = MISPLACED[name];
  const fields = fieldsOf(name, refinements);
  return { kind: "shape", fields, unknown: "refuse", ...(misplaced && { misplaced }) };
}

function fieldsOf(name: EcsStructureName, refinements: Refinements): Readonly<Record<string, Field>> {
  const { members, required } = ECS_STRUCTURES[name];
  const fields = Object.entries(members).map(([member, type]) => {
    const key = `${name}.${member}`;
    const example = EXAMPLES[key];
    const { source = false, ...refinement } = refinements[key] ?? {};
    const field: Field = {
      schema: schemaOf(type, refinements, source),
      description: `${key} of the ECS API.`,
      ...(required.includes(member) && { required: true }),
      ...(example !== undefined && { example }),
      ...refinement,
    };
    return [member, field] as const;
  });
  return Object.fromEntries(fields);
}

function schemaOf(type: EcsType, refinements: Refinements, source = false): Schema {
  if (type === "text") return { ...text, source };
  if (type === "integer") return { ...integer, source };
  if (type === "boolean") return { ...boolean, source };
  if ("known" in type) return { ...text, source, known: type.known };
  if ("list" in type) return listOf(schemaOf(type.list, refinements));
  if ("map" in type) return mapOf(schemaOf(type.map, refinements));
  return ECS_STRUCTURES[type.structure].exactlyOne
    ? selectorOf(type.structure, refinements)
    : ecsStructure(type.structure, refinements);
}

function selectorOf(name: EcsStructureName, refinements: Refinements): SelectorSchema {
  return { kind: "selector", fields: fieldsOf(name, refinements) };
}
