import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** What a reader's browser makes of a report. */
export interface Rendered {
  /** How many elements there are of each tag with the names of its attributes. */
  readonly elements: ReadonlyMap<string, number>;
  /** Addresses of links, images and everything else that is fetched or followed. */
  readonly addresses: readonly string[];
  /** What GitHub would turn into links, pictures or notifications in the text outside of code. */
  readonly references: readonly string[];
  /** HTML comments. */
  readonly comments: readonly string[];
  /** True when everything that can be unfolded is closed, and nothing is closed that was not opened. */
  readonly isNested: boolean;
}

const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "srcset", "action", "cite", "data", "poster", "style"]);
/** GitHub looks into none of these for references. */
const NOT_SEARCHED: ReadonlySet<string> = new Set(["code", "pre", "a", "script", "style", "tt"]);

/**
 * What GitHub's own filters look for in text nodes. After its documentation, "Autolinked references and URLs", "Mention
 * people and teams", "Using emojis" and "Writing mathematical expressions"; rather too wide than too narrow. A number
 * alone is no commit here: GitHub would link one only if a commit began with it.
 */
const REFERENCES: readonly RegExp[] = [
  /(?<![\w/`])@[A-Za-z0-9][A-Za-z0-9-]*(?:\/[\w-]+)?/g,
  /#\d+/g,
  /\bGH-\d+/gi,
  /\b(?=[0-9]*[a-f])[0-9a-f]{7,40}\b/g,
  /\b(?:https?|ftp):\/\/[^\s<]+/gi,
  /\bwww\.[^\s<]+/gi,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /:(?!\d+:)[a-z0-9_+-]+:|:100:|:1234:/g,
];

/** Parses Markdown as GitHub does, with HTML let through, since what gets that far is already too far. */
export function renderAsGitHub(markdown: string): Rendered {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const elements = new Map<string, number>();
  const addresses: string[] = [];
  const references: string[] = [];
  const comments: string[] = [];
  const visit = (node: Node, isSearched: boolean): void => {
    if (node.nodeName === "#comment" && "data" in node) comments.push(node.data);
    if (node.nodeName === "#text" && "value" in node && isSearched) references.push(...referencesIn(node.value));
    if ("tagName" in node) {
      const names = node.attrs.map(({ name }) => name).sort();
      const kind = [node.tagName, ...names].join(" ");
      elements.set(kind, (elements.get(kind) ?? 0) + 1);
      addresses.push(...node.attrs.filter(({ name }) => ADDRESSES.has(name)).map(({ value }) => value));
    }
    if ("childNodes" in node) {
      const isInside = isSearched && !("tagName" in node && NOT_SEARCHED.has(node.tagName));
      for (const child of node.childNodes) visit(child, isInside);
    }
  };
  visit(parseFragment(html), true);
  references.push(...formulasIn(markdown));
  return { elements, addresses: addresses.sort(), references: references.sort(), comments, isNested: isNested(html) };
}

function isNested(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?)(details|summary)\b/g)) {
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

function referencesIn(text: string): readonly string[] {
  return REFERENCES.flatMap((pattern) => Array.from(text.matchAll(pattern), ([found]) => found));
}

/** Dollars that begin or end a formula: not escaped and not in code, whatever is between them. */
function formulasIn(markdown: string): readonly string[] {
  const text = markdown
    .replace(/^ *(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ *\1`*~* *$/gm, "")
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "")
    .replace(/<code>.*?<\/code>/g, "")
    .replace(/\\[!-/:-@[-`{-~]/g, "");
  return text.match(/\$/g) ?? [];
}

/** What the hostile report has that its harmless twin has not. Text as code is still nothing but text. */
export function whatIsAdded(hostile: string, harmless: string): readonly string[] {
  const [there, here] = [renderAsGitHub(hostile), renderOnce(harmless)];
  const elements = [...there.elements].flatMap(([kind, count]) =>
    kind === "code" || count === (here.elements.get(kind) ?? 0)
      ? []
      : [`${kind}: ${here.elements.get(kind) ?? 0} -> ${count}`],
  );
  const gone = [...here.elements.keys()]
    .filter((kind) => kind !== "code" && !there.elements.has(kind))
    .map((kind) => `no ${kind}`);
  return [
    ...elements,
    ...gone,
    ...surplus(there.addresses, here.addresses).map((address) => `address ${address}`),
    ...surplus(there.references, here.references).map((reference) => `reference ${reference}`),
    ...(there.isNested === here.isNested ? [] : ["not nested"]),
    ...(there.comments.length === here.comments.length ? [] : [`comments: ${there.comments.join(" | ")}`]),
  ];
}

const rendered = new Map<string, Rendered>();

/** Many texts have the same harmless twin. */
function renderOnce(markdown: string): Rendered {
  const known = rendered.get(markdown) ?? renderAsGitHub(markdown);
  rendered.set(markdown, known);
  return known;
}

function surplus(these: readonly string[], those: readonly string[]): readonly string[] {
  const left = [...those];
  return these.filter((one) => {
    const index = left.indexOf(one);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}
