import type { SyntaxNode } from "@lezer/common";

/** What an import statement brings: names, each with what it stands for in full, or everything of a module. */
export interface ImportedNames {
  /** `dagster.job` for `from dagster import job`; what comes from the project itself begins with a dot. */
  readonly names: readonly { readonly name: string; readonly path: string }[];
  /** The module of `from … import *`. */
  readonly star?: string;
}

/** Reads an `ImportStatement`. What is not well-formed in it brings nothing. */
export function readImport(node: SyntaxNode, textOf: (node: SyntaxNode) => string): ImportedNames {
  const words: string[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!"()".includes(child.name) && child.name !== "Comment") words.push(textOf(child));
  }
  if (words[0] !== "from") return { names: readModules(words.slice(1)) };
  const at = words.indexOf("import");
  const module = words.slice(1, at).join("");
  const listed = words.slice(at + 1);
  if (listed[0] === "*") return { names: [], star: module };
  const names = splitList(listed).flatMap(([member, as, name]) => {
    const bound = as === "as" ? name : member;
    return member && bound ? [{ name: bound, path: `${module}.${member}` }] : [];
  });
  return { names };
}

/** `import a.b` makes a name of `a` only; `import a.b as c` one of all of it. */
function readModules(words: readonly string[]): ImportedNames["names"] {
  return splitList(words).flatMap((item) => {
    const as = item.indexOf("as");
    const name = as === -1 ? item[0] : item[as + 1];
    const path = as === -1 ? item[0] : item.slice(0, as).join("");
    return name && path ? [{ name, path }] : [];
  });
}

function splitList(words: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [[]];
  for (const word of words) {
    if (word === ",") items.push([]);
    else items.at(-1)?.push(word);
  }
  return items;
}
