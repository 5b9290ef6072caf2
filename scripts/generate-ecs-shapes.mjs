/**
 * Writes src/model/ecs-shapes.ts: the structures of the ECS API that a configuration passes through, as the
 * installed @aws-sdk/client-ecs describes them. Members, required members and types come from the runtime
 * schemas; which member takes which enum stands only in the type declarations.
 *
 * node scripts/generate-ecs-shapes.mjs
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as client from "@aws-sdk/client-ecs";
import { readShape } from "../emulator/protocol/shapes.ts";

const SDK = new Map(Object.entries(client));
const ROOTS = ["Volume", "MountPoint", "ContainerDefinition", "HealthCheck", "RuntimePlatform"];
const TARGET = fileURLToPath(new URL("../src/model/ecs-shapes.ts", import.meta.url));
const DECLARATIONS = new URL("../node_modules/@aws-sdk/client-ecs/dist-types/models/", import.meta.url);

/** The structures reached from the roots, by name, in alphabetical order. */
export function readEcsStructures() {
  const enumOf = readEnumMembers();
  const structures = new Map();
  const typeOf = (shape, member) => {
    switch (shape.kind) {
      case "string": {
        const values = enumOf.get(member);
        return values ? { known: values } : "text";
      }
      // The schemas know one kind of number; no member of these structures takes a fraction (ECS API reference).
      case "number":
        return "integer";
      case "boolean":
        return "boolean";
      case "list":
        return { list: typeOf(shape.member().shape, member) };
      case "map":
        return { map: typeOf(shape.value().shape, member) };
      case "structure":
        visit(shape);
        return { structure: shape.name };
      default:
        throw new Error(`${member} is of the kind ${shape.kind}, which this script does not know`);
    }
  };
  const visit = (shape) => {
    if (structures.has(shape.name)) return;
    structures.set(shape.name, undefined);
    const members = [...shape.members].map(([name, member]) => [name, typeOf(member().shape, `${shape.name}.${name}`)]);
    structures.set(shape.name, {
      ...(shape.union && { exactlyOne: true }),
      required: [...shape.required],
      members: Object.fromEntries(members),
    });
  };
  for (const name of ROOTS) visit(readShape(SDK.get(`${name}$`)));
  return Object.fromEntries([...structures].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** The values of each member whose declared type is an enum, or a list of one, by `Structure.member`. */
function readEnumMembers() {
  const found = new Map();
  const files = readdirSync(DECLARATIONS).filter((name) => name.endsWith(".d.ts"));
  const text = files.map((name) => readFileSync(new URL(name, DECLARATIONS), "utf8")).join("\n");
  for (const [, structure, body] of text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)) {
    for (const [, member, type] of body.matchAll(/^ {4}(\w+)\??: (\w+)(?:\[\])? \| undefined;$/gm)) {
      const values = SDK.get(type);
      if (typeof values === "object" && !Array.isArray(values))
        found.set(`${structure}.${member}`, Object.values(values));
    }
  }
  return found;
}

function print(structures) {
  const names = Object.keys(structures).map((name) => `| ${JSON.stringify(name)}`);
  return `// Written by scripts/generate-ecs-shapes.mjs from the installed AWS SDK; do not edit.

export type EcsStructureName = ${names.join(" ")};

/** A type of the ECS API. \`known\`: text, with the values the SDK has names for. */
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
export const ECS_STRUCTURES: Readonly<Record<EcsStructureName, EcsStructure>> = ${JSON.stringify(structures)};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TARGET, print(readEcsStructures()));
  const biome = fileURLToPath(new URL("../node_modules/.bin/biome", import.meta.url));
  process.exitCode = spawnSync(biome, ["check", "--write", TARGET], { stdio: "inherit" }).status ?? 1;
}
