import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkVerdict, schemaVerdict } from "../unit/config/schema-verdicts.ts";

const CORPUS = new URL("../../../shared/corpus/dagster_cloud/", import.meta.url);

function corpusFiles(): readonly string[] {
  if (existsSync(CORPUS)) return readdirSync(CORPUS).filter((name) => name.endsWith(".yaml"));
  process.stderr.write("SKIPPED: the corpus is not there; schema and check are not compared on real files.\n");
  return [];
}

const files = corpusFiles();
describe.skipIf(files.length === 0)("JSON Schema and check say the same of real files", () => {
  it.each(files)("%s", (name) => {
    const text = readFileSync(new URL(name, CORPUS), "utf8");
    expect(schemaVerdict(text)).toBe(checkVerdict(text));
  });
});
