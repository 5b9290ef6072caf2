import { ServiceError } from "./errors.ts";
import type { Answer } from "./json.ts";
import type { Member, OperationShape, Shape } from "./shapes.ts";

/** The two XML protocols: EC2's has no result wrapper and capitalises member names. */
export type QueryDialect = "query" | "ec2";

/** Reads a form body into the operation's input; a parameter the operation does not have is refused. */
export function readQueryInput(
  operation: OperationShape,
  form: URLSearchParams,
  dialect: QueryDialect,
): Record<string, unknown> {
  const entries = new Map([...form].filter(([key]) => key !== "Action" && key !== "Version"));
  const used = new Set<string>();
  const input = readValue(operation.input, entries, "", dialect, used);
  const unknown = [...entries.keys()].find((key) => !used.has(key));
  if (unknown !== undefined) {
    throw new ServiceError(
      dialect === "ec2" ? "UnknownParameter" : "ValidationError",
      `The parameter ${unknown} is not recognized`,
    );
  }
  return (input ?? {}) as Record<string, unknown>;
}

function readValue(
  shape: Shape,
  entries: ReadonlyMap<string, string>,
  prefix: string,
  dialect: QueryDialect,
  used: Set<string>,
): unknown {
  switch (shape.kind) {
    case "structure": {
      const result: Record<string, unknown> = {};
      for (const [name, read] of shape.members) {
        const member = read();
        const key = prefix + queryName(name, member, dialect);
        const value = readValue(member.shape, entries, withDot(member.shape, key), dialect, used);
        if (value !== undefined) {
          result[name] = value;
        }
      }
      return Object.keys(result).length > 0 ? result : undefined;
    }
    case "list":
      return readList(shape.member(), entries, prefix, dialect, used);
    case "map":
    case "unit":
    case "document":
      return undefined;
    default:
      return readScalar(shape.kind, entries, prefix, used);
  }
}

function readList(
  member: Member,
  entries: ReadonlyMap<string, string>,
  prefix: string,
  dialect: QueryDialect,
  used: Set<string>,
): unknown[] | undefined {
  const base = dialect === "ec2" ? prefix : `${prefix}${member.xmlName ?? "member"}.`;
  const items: unknown[] = [];
  for (let index = 1; ; index += 1) {
    const value = readValue(member.shape, entries, withDot(member.shape, `${base}${index}`), dialect, used);
    if (value === undefined) {
      return items.length > 0 ? items : undefined;
    }
    items.push(value);
  }
}

function readScalar(
  kind: "string" | "number" | "boolean" | "timestamp" | "blob",
  entries: ReadonlyMap<string, string>,
  key: string,
  used: Set<string>,
): unknown {
  const text = entries.get(key);
  if (text === undefined) {
    return undefined;
  }
  used.add(key);
  switch (kind) {
    case "number":
      return Number(text);
    case "boolean":
      return text === "true";
    default:
      return text;
  }
}

function withDot(shape: Shape, key: string): string {
  return shape.kind === "structure" || shape.kind === "list" ? `${key}.` : key;
}

function queryName(name: string, member: Member, dialect: QueryDialect): string {
  if (dialect === "ec2") {
    const key = member.ec2QueryName ?? member.xmlName ?? name;
    return key.charAt(0).toUpperCase() + key.slice(1);
  }
  return member.xmlName ?? name;
}

/** The XML answer of an operation. */
export function writeQueryAnswer(
  operation: OperationShape,
  output: unknown,
  dialect: QueryDialect,
  requestId: string,
): Answer {
  const inner = operation.output.kind === "unit" ? "" : writeMembers(operation.output, output);
  const body =
    dialect === "ec2"
      ? `<${operation.name}Response><requestId>${requestId}</requestId>${inner}</${operation.name}Response>`
      : `<${operation.name}Response><${operation.name}Result>${inner}</${operation.name}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation.name}Response>`;
  return {
    status: 200,
    headers: { "content-type": "text/xml", "x-amzn-requestid": requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
  };
}

export function writeQueryError(error: ServiceError, dialect: QueryDialect, requestId: string): Answer {
  const detail = `<Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
  const body =
    dialect === "ec2"
      ? `<Response><Errors><Error>${detail}</Error></Errors><RequestID>${requestId}</RequestID></Response>`
      : `<ErrorResponse><Error><Type>Sender</Type>${detail}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return {
    status: error.status,
    headers: { "content-type": "text/xml", "x-amzn-requestid": requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
  };
}

function writeMembers(shape: Shape, value: unknown): string {
  if (shape.kind !== "structure" || typeof value !== "object" || value === null) {
    return "";
  }
  const record = value as Record<string, unknown>;
  let text = "";
  for (const [name, read] of shape.members) {
    const item = record[name];
    if (item !== undefined && item !== null) {
      const member = read();
      text += writeElement(member.xmlName ?? name, member, item);
    }
  }
  return text;
}

function writeElement(tag: string, member: Member, value: unknown): string {
  const { shape } = member;
  if (shape.kind === "list") {
    const inner = shape.member();
    const items = value as readonly unknown[];
    return member.flattened
      ? items.map((item) => writeElement(tag, inner, item)).join("")
      : `<${tag}>${items.map((item) => writeElement(inner.xmlName ?? "member", inner, item)).join("")}</${tag}>`;
  }
  if (shape.kind === "structure") {
    return `<${tag}>${writeMembers(shape, value)}</${tag}>`;
  }
  const text = value instanceof Date ? value.toISOString() : String(value);
  return `<${tag}>${escapeXml(text)}</${tag}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
