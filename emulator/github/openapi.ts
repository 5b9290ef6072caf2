import { Ajv, type ValidateFunction } from "ajv";
import { isRecord } from "../protocol/check.ts";
import { ServiceError } from "../protocol/errors.ts";
import type { GitHubRequest } from "./calls.ts";
import description from "./openapi.json" with { type: "json" };

/** A JSON schema as OpenAPI 3.0 writes it. */
export type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly schema: Schema;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  /** By status; null where GitHub sends no body. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

const OPERATIONS = description.operations as unknown as Readonly<Record<string, Operation>>;
const SCHEMAS = description.schemas as unknown as Readonly<Record<string, Schema>>;

/** What the emulator serves without a description: GraphQL is no part of it, and /app is refused always. */
const UNDESCRIBED: ReadonlySet<string> = new Set(["POST /graphql", "GET /app"]);

const FORMATS = {
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
  // GitHub answers the empty text for an address that nobody gave, and the description names it as a default.
  uri: /^(?:https?:\/\/\S+)?$/,
  "uri-template": true,
  email: true,
  int64: true,
} as const;

const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
/** What comes in a path or query is text. */
const coercing = new Ajv({ strict: false, allErrors: true, formats: FORMATS, coerceTypes: true });
const compiled = new WeakMap<object, ValidateFunction>();

function validatorOf(schema: Schema, by: Ajv): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = by.compile({ ...schema, schemas: SCHEMAS });
  compiled.set(schema, made);
  return made;
}

/** The schema a reference names, or the schema itself. */
export function resolveSchema(schema: Schema): Schema {
  const { $ref: reference } = schema;
  return typeof reference === "string" ? (SCHEMAS[reference.split("/").at(-1) ?? ""] ?? {}) : schema;
}

/** The schema of an answer with this status; undefined where GitHub describes none. */
export function answerSchema(operation: string, status: number): Schema | null | undefined {
  return OPERATIONS[operation]?.responses[String(status)];
}

/**
 * Refuses (422) a request that does not fit GitHub's description. What is not in it is refused, too, although GitHub
 * ignores it: what a caller sends in vain must show.
 */
export function checkGitHubRequest(
  operation: string,
  params: Readonly<Record<string, string>>,
  request: GitHubRequest,
): void {
  if (UNDESCRIBED.has(operation)) return;
  const described = OPERATIONS[operation];
  if (described === undefined) throw new Error(`${operation} is not in ${description.source.file}`);
  const query = Object.fromEntries(request.query);
  for (const { name, in: place, schema } of described.parameters) {
    const value = place === "path" ? params[name] : query[name];
    if (value !== undefined) refuseUnfit(validatorOf(parameterSchema(schema), coercing), { value }, `${place} ${name}`);
  }
  const inQuery = described.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  refuseUnknown(Object.keys(query), inQuery, "query");
  const properties = described.body?.properties;
  refuseUnknown(Object.keys(request.body), isRecord(properties) ? Object.keys(properties) : [], "body");
  if (described.body !== undefined) refuseUnfit(validatorOf(described.body, ajv), request.body, "body");
}

const parameterSchemas = new WeakMap<Schema, Schema>();

/** Only a member can be coerced in place. */
function parameterSchema(schema: Schema): Schema {
  const made = parameterSchemas.get(schema) ?? { type: "object", properties: { value: schema } };
  parameterSchemas.set(schema, made);
  return made;
}

/** Throws (an error 500 of the emulator) for an answer that does not fit GitHub's description. */
export function checkGitHubAnswer(operation: string, status: number, body: unknown): void {
  const schema = answerSchema(operation, status);
  if (schema === undefined) {
    if (UNDESCRIBED.has(operation)) return;
    throw new Error(`GitHub's description has no answer ${status} to ${operation}`);
  }
  if (schema === null) {
    if (body !== undefined) throw new Error(`${operation} answers ${status} without a body`);
    return;
  }
  const validate = validatorOf(schema, ajv);
  if (!validate(body)) throw new Error(`the answer to ${operation} does not fit: ${describeErrors(validate)}`);
}

function refuseUnfit(validate: ValidateFunction, value: unknown, place: string): void {
  if (!validate(value)) refuse(`${place}: ${describeErrors(validate)}`);
}

function refuseUnknown(given: readonly string[], known: readonly string[], place: string): void {
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) refuse(`${place}: ${unknown.join(", ")} is not in GitHub's description`);
}

function refuse(why: string): never {
  throw new ServiceError("Invalid request", `Invalid request.\n\nFor ${why}`, { status: 422 });
}

function describeErrors({ errors }: ValidateFunction): string {
  return (errors ?? []).map(({ instancePath, message }) => `'${instancePath}' ${message}`).join("; ");
}
