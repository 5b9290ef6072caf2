import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { defaultsSchema, fileFields, locationByNameFields, locationSchema } from "./location-schema.ts";
import { checkHealthCheck, checkImage, checkRunTags, checkServerTags, checkSidecars } from "./rules.ts";
import type { Field, Fields, Rule, Schema, ShapeSchema, TextSchema } from "./schema.ts";

/** Keywords of JSON Schema, apart: an object literal with a member `then` could be taken for a promise. */
const CONDITIONAL = { condition: "if", consequence: "then", alternative: "else" } as const;

/** Draft 7 is what the YAML language server knows best. */
const DRAFT = "http://json-schema.org/draft-07/schema#";

/** What a JSON Schema can say of the rules beyond types; the others are for `validate`. */
const RULES: ReadonlyMap<Rule, JsonObject> = new Map<Rule, JsonObject>([
  [checkImage, { pattern: "^\\S(?:[\\s\\S]*\\S)?$" }],
  [checkHealthCheck, when({ minProperties: 1 }, { required: ["command"] })],
  [checkSidecars, { items: { properties: { name: { not: { const: CODE_SERVER_CONTAINER } } } } }],
  [checkServerTags, { items: { properties: { key: { not: { const: "" } } } } }],
  [checkRunTags, { items: { properties: { key: { not: { const: "" } } } } }],
]);

/** Larger subschemas get a name of their own, as people and editors see it. */
const LARGE = 300;
const NULL: JsonObject = { type: "null" };
/** `{env: NAME}` in place of a value. */
const VARIABLE = "environmentVariable";

interface Drawing {
  /** In `defaults` nothing is missing yet, no rule applies, and what has no value is left out. */
  readonly isPartial: boolean;
  readonly definitions: Map<string, JsonObject>;
}

const IS_ONE_LOCATION: JsonObject = {
  required: ["location_name"],
  not: { anyOf: [{ required: ["locations"] }, { required: ["defaults"] }] },
};
const IS_BY_NAME: JsonObject = { type: "object" };

/**
 * The JSON Schema of `dagster_cloud.yaml`, of the definitions that the check reads, older forms included. It refuses
 * nothing that the check accepts, but for what only a merge can tell: with a `defaults` block, a key without a value
 * counts as absent in locations too, and entries may be completed by those of the defaults.
 */
export function makeJsonSchema(): JsonObject {
  const definitions = new Map<string, JsonObject>([[VARIABLE, variableReference()]]);
  const location = drawShape(locationSchema, { isPartial: false, definitions });
  const defaults = drawShape(defaultsSchema, { isPartial: true, definitions });
  const locationByName = drawLocationByName({ isPartial: false, definitions });
  return {
    $schema: DRAFT,
    title: "dagster_cloud.yaml",
    description: "Code locations of Dagster on Amazon ECS.",
    type: "object",
    ...when(IS_ONE_LOCATION, { $ref: "#/definitions/location" }, drawFile()),
    definitions: { location, defaults, locationByName, ...Object.fromEntries(definitions) },
  };
}

/** The file as it is documented, and its older form in which `locations` is a mapping of names. */
function drawFile(): JsonObject {
  const describe = (key: string): JsonObject => ({ description: fileFields[key]?.description ?? "" });
  return {
    properties: {
      locations: {
        ...describe("locations"),
        ...when(
          IS_BY_NAME,
          { propertyNames: { minLength: 1 }, additionalProperties: { $ref: "#/definitions/locationByName" } },
          { type: "array", items: { $ref: "#/definitions/location" } },
        ),
      },
      defaults: { ...describe("defaults"), anyOf: [{ $ref: "#/definitions/defaults" }, NULL] },
    },
    required: Object.keys(fileFields).filter((key) => fileFields[key]?.required),
    additionalProperties: false,
  };
}

function drawLocationByName(drawing: Drawing): JsonObject {
  const { sources, others } = locationByNameFields;
  const selector = drawSelector(sources, drawing);
  return {
    description: "A location in the older form, without code_source; better write locations as a list.",
    ...selector,
    properties: { ...(selector.properties as JsonObject), ...drawFields(others, drawing) },
  };
}

/** Better than `anyOf` where one can tell what is meant: an editor then speaks of that. */
function when(condition: JsonObject, consequence: JsonObject, alternative?: JsonObject): JsonObject {
  const { condition: when, consequence: so, alternative: otherwise } = CONDITIONAL;
  return Object.fromEntries([[when, condition], [so, consequence], ...(alternative ? [[otherwise, alternative]] : [])]);
}

function variableReference(): JsonObject {
  return {
    description: "The value of an environment variable.",
    type: "object",
    properties: { env: { type: "string", description: "Name of the variable." } },
    required: ["env"],
    additionalProperties: false,
  };
}

function drawShape({ fields, unknown }: ShapeSchema, drawing: Drawing): JsonObject {
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    type: "object",
    properties: drawFields(fields, drawing),
    ...(required.length > 0 && !drawing.isPartial && { required }),
    ...(unknown === "refuse" && { additionalProperties: false }),
  };
}

function drawFields(fields: Fields, drawing: Drawing, draw = drawField): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, share(key, draw(field, drawing), drawing)]),
  );
}

function drawField(field: Field, drawing: Drawing): JsonObject {
  const { description, example, notice, ignoresNull, schema } = field;
  const isRefused = notice !== undefined && notice.severity !== "warning";
  const texts = [
    description,
    ...(notice ? [notice.message, notice.hint] : []),
    ...(example ? [`Example: ${example}`] : []),
  ];
  const about = { description: texts.join("\n\n") };
  if (isRefused) return { ...about, ...(ignoresNull || drawing.isPartial ? NULL : { not: {} }) };
  const rules = drawing.isPartial ? [] : (field.rules ?? []).flatMap((rule) => RULES.get(rule) ?? []);
  const drawn = drawSchema(schema, drawing);
  const value = rules.length > 0 ? { ...drawn, allOf: rules } : drawn;
  return { ...about, ...(ignoresNull ? allowNull(value) : value) };
}

/** A schema without description. In a partial value nothing needs a value. */
function drawSchema(schema: Schema, drawing: Drawing): JsonObject {
  const drawn = drawWanted(schema, drawing);
  return drawing.isPartial ? allowNull(drawn) : drawn;
}

function drawWanted(schema: Schema, drawing: Drawing): JsonObject {
  switch (schema.kind) {
    case "any":
      return {};
    case "nullable":
      return allowNull(drawSchema(schema.inner, drawing));
    case "text":
      return withVariable(drawText(schema), schema.source);
    case "integer":
      return withVariable(
        { type: "integer", ...(schema.minimum !== undefined && { minimum: schema.minimum }) },
        schema.source,
      );
    case "boolean":
      return withVariable({ type: "boolean" }, schema.source);
    case "choice":
      return { enum: schema.values };
    case "list": {
      const { minimumLength } = schema;
      const items = drawSchema(schema.items, drawing);
      return { type: "array", items, ...(minimumLength !== undefined && { minItems: minimumLength }) };
    }
    case "map":
      return { type: "object", additionalProperties: drawSchema(schema.values, drawing) };
    case "shape":
      return drawShape(schema, drawing);
    case "selector":
      return drawSelector(schema.fields, drawing);
    case "text-or-shape":
      return { anyOf: [drawSchema(schema.text, drawing), drawShape(schema.shape, drawing)] };
  }
}

const TEXT_TYPES = {
  integer: ["string", "integer"],
  scalar: ["string", "number", "boolean"],
} as const satisfies Record<NonNullable<TextSchema["tolerates"]>, readonly string[]>;

function drawText({ tolerates, nonEmpty, maximumLength, known }: TextSchema): JsonObject {
  const text: JsonObject = {
    type: tolerates ? TEXT_TYPES[tolerates] : "string",
    ...(nonEmpty && { minLength: 1 }),
    ...(maximumLength !== undefined && { maxLength: maximumLength }),
  };
  // Editors offer the known values; AWS may know more.
  return known ? { anyOf: [{ enum: known }, text] } : text;
}

/** Exactly one key with a value. */
function drawSelector(fields: Fields, drawing: Drawing): JsonObject {
  return {
    type: "object",
    properties: drawFields(fields, drawing, (field) => allowNull(drawField(field, drawing))),
    additionalProperties: false,
    oneOf: Object.keys(fields).map((key) => ({ required: [key], properties: { [key]: { not: NULL } } })),
  };
}

function withVariable(schema: JsonObject, hasSource: boolean | undefined): JsonObject {
  if (!hasSource) return schema;
  const variable = { $ref: `#/definitions/${VARIABLE}` };
  return { anyOf: [...(Array.isArray(schema.anyOf) ? (schema.anyOf as JsonValue[]) : [schema]), variable] };
}

function allowNull(schema: JsonObject): JsonObject {
  const { description, type, ...rest } = schema;
  const about: JsonObject = description === undefined ? {} : { description };
  if (type === undefined) return Object.keys(rest).length === 0 ? schema : { ...about, anyOf: [rest, NULL] };
  const types = [type].flat() as readonly JsonValue[];
  return types.includes("null") ? schema : { ...about, type: [...types, "null"], ...rest };
}

/** A reference to the definition with this content, which is made when there is none; small ones stay where they are. */
function share(name: string, schema: JsonObject, { definitions, isPartial }: Drawing): JsonObject {
  const text = JSON.stringify(schema);
  if (text.length < LARGE) return schema;
  const known = [...definitions].find(([, definition]) => JSON.stringify(definition) === text);
  if (known) return { $ref: `#/definitions/${known[0]}` };
  const names = [name, ...(isPartial ? [`defaults.${name}`] : [])];
  let free = names.find((one) => !definitions.has(one));
  for (let number = 2; free === undefined; number += 1) {
    const next = `${names.at(-1)}${number}`;
    if (!definitions.has(next)) free = next;
  }
  definitions.set(free, schema);
  return { $ref: `#/definitions/${free}` };
}
