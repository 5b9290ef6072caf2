import { posix } from "node:path";
import { entryOf, getValue, type Located, type LocatedEntry, type LocatedMap, textOf } from "../located.ts";
import { locationSchema } from "../location-schema.ts";
import { describeValue, quote, type Report } from "../report.ts";
import type { ConfigFile } from "../yaml-text.ts";
import { readYaml } from "../yaml-tree.ts";

/** What a folder of dg has beside its settings. */
interface BuildFiles {
  readonly path: string;
  readonly build: ConfigFile | undefined;
  readonly containerContext: ConfigFile | undefined;
}

/** `build` and `container_context` of one level. */
export function readParts({ path, build, containerContext }: BuildFiles, report: Report): readonly LocatedEntry[] {
  const buildRoot = build && readPart(build, report);
  const context = containerContext && readPart(containerContext, report);
  return [
    ...(buildRoot ? [entryAt("build", readBuild(buildRoot, path, report))] : []),
    ...(context ? [entryAt("container_context", context)] : []),
  ];
}

/** A file with nothing but comments is what dg writes to begin with. */
function readPart(file: ConfigFile, report: Report): LocatedMap | undefined {
  const lines = new TextDecoder().decode(file.bytes).split("\n");
  if (lines.every((line) => /^\s*(#.*|---\s*)?$/.test(line))) return undefined;
  const root = readYaml(file, report);
  if (!root || root.kind === "map") return root;
  report.add(
    root.at,
    { root: "", parts: [] },
    {
      code: "not-a-mapping",
      message: `${file.path} is ${describeValue(root)}, but must be a mapping.`,
      hint: "Write its keys, one per line.",
    },
  );
  return undefined;
}

/** Only what is known: other keys are for the tool that builds the image. Directories are told from the checkout. */
function readBuild(root: LocatedMap, folder: string, report: Report): LocatedMap {
  const schema = locationSchema.fields.build?.schema;
  const known = schema?.kind === "shape" ? Object.keys(schema.fields) : [];
  const entries = root.entries.flatMap((entry) => {
    if (known.includes(entry.key)) return [entry];
    report.add(
      entry.keyAt,
      { root: "", parts: [entry.key] },
      {
        code: "unknown-key",
        severity: "warning",
        message: `${quote(entry.key)} is not a key of build.yaml and is ignored.`,
        hint: `Known keys: ${known.toSorted().join(", ")}.`,
      },
    );
    return [];
  });
  return {
    ...root,
    entries: entries.map((entry) => {
      const directory = entry.key === "directory" ? textOf(entry.value) : undefined;
      if (directory === undefined || posix.isAbsolute(directory)) return entry;
      return { ...entry, value: textAt(posix.join(folder, directory), entry.value) };
    }),
  };
}

/** Without a directory at either level the image is built from the project's folder. */
export function withDirectory(
  own: readonly LocatedEntry[],
  shared: readonly LocatedEntry[],
  folder: string,
): readonly LocatedEntry[] {
  const builds = [own, shared].flatMap((entries) => entries.filter(({ key }) => key === "build"));
  const [nearest] = builds;
  if (!nearest || builds.some(({ value }) => entryOf(value, "directory"))) return own;
  const directory: LocatedEntry = { key: "directory", keyAt: nearest.value.at, value: textAt(folder, nearest.value) };
  const ownBuild = getValue({ kind: "map", entries: own, at: nearest.keyAt }, "build");
  const entries = [...(ownBuild?.kind === "map" ? ownBuild.entries : []), directory];
  return [
    entryAt("build", { kind: "map", entries, at: nearest.value.at }),
    ...own.filter(({ key }) => key !== "build"),
  ];
}

function entryAt(key: string, value: LocatedMap): LocatedEntry {
  return { key, keyAt: value.at, value };
}

/** A text that no file has, at the place of what it is made of. */
export function textAt(value: string, { at }: Located): Located {
  return { kind: "scalar", type: "text", value, written: value, at };
}
