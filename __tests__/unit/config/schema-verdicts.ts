import { Ajv } from "ajv";
import { parse } from "yaml";
import { makeJsonSchema } from "../../../src/config/json-schema.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import { fileOf } from "./vectors.ts";

export type Verdict = "accepts" | "refuses";

const matches = new Ajv({ strictTypes: false }).compile(makeJsonSchema());

/** The file as the YAML language server reads it; undefined when it is no YAML. */
function parseFile(text: string): unknown {
  try {
    return parse(text, { merge: true, logLevel: "silent" });
  } catch {
    return undefined;
  }
}

/** What the JSON Schema says of a `dagster_cloud.yaml`. */
export function schemaVerdict(text: string): Verdict {
  return matches(parseFile(text)) ? "accepts" : "refuses";
}

/** What the check says of it, before the checks beyond shape and types. */
export function checkVerdict(text: string): Verdict {
  const { problems } = readWorkspace([fileOf(text)], { stepEnvironment: new Map(), unresolved: "warning" });
  return problems.some(({ severity }) => severity === "error") ? "refuses" : "accepts";
}
