import { posix } from "node:path";
import type { RepositoryFile } from "./repository.ts";

/** One import of a source file. */
export interface Import {
  readonly specifier: string;
  /** True when nothing is loaded: the whole statement is about types. */
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^;"']*?\bfrom\s*)?"([^"]+)"/gm;
const CALL = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** Everything a source file imports or exports from elsewhere, `import()` included. */
export function importsOf(source: string): readonly Import[] {
  const statements = [...source.matchAll(STATEMENT)].map(([, type, specifier = ""]) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const calls = [...source.matchAll(CALL)].map(([, specifier = ""]) => ({ specifier, typeOnly: false }));
  return [...statements, ...calls];
}

/** The files that one of them loads, directly or through others, itself included; types are not loaded. */
export function filesReachedFrom(path: string, files: readonly RepositoryFile[]): readonly RepositoryFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map<string, RepositoryFile>();
  const follow = (target: string): void => {
    const file = byPath.get(target);
    if (file === undefined || reached.has(target)) return;
    reached.set(target, file);
    for (const { specifier, typeOnly } of importsOf(file.text)) {
      if (!typeOnly && specifier.startsWith(".")) follow(posix.join(posix.dirname(target), specifier));
    }
  };
  follow(path);
  return [...reached.values()];
}

/** The room a file of `src` is in: its folder, or the name of a file beside the folders. */
export function roomOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.ts$/, "");
}

/** What each room may import. */
export type RoomTable = ReadonlyMap<string, readonly string[]>;

/** One sentence for each import that the table does not allow. */
export function forbiddenImports(files: readonly RepositoryFile[], table: RoomTable): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const room = roomOf(path);
    const allowed = table.get(room);
    if (allowed === undefined) return [`${path} is in the room ${room}, which the table does not have`];
    return importsOf(text)
      .filter((one) => !isAllowed(one, path, room, allowed))
      .map(({ specifier }) => `${path} imports ${specifier}, which ${room} may not`);
  });
}

function isAllowed({ specifier, typeOnly }: Import, path: string, room: string, allowed: readonly string[]): boolean {
  const target = specifier.startsWith(".")
    ? roomOf(posix.join(posix.dirname(path), specifier))
    : specifier.replace(/^(@[\w-]+)\/.*$/, "$1/*");
  return target === room || allowed.includes(target) || (typeOnly && allowed.includes(`type ${target}`));
}
