import { mayNameSecret } from "../model/secret-text.ts";
import { escapeMarkdown, htmlCode } from "./escape.ts";

/** Shorter texts are too likely to be part of ordinary words. */
const SHORTEST = 4;
/** A part of a longer text: logs show a text line by line, and code takes a secret out of a document. */
const SHORTEST_PART = 8;
/** Characters of an encoding that say nothing sure any more. */
const SHORTEST_CODE = 8;

/** How a hidden text may come back in what AWS and user code write: itself, its parts, and both encoded. */
export function formsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed.length < SHORTEST) return [];
  return [trimmed, ...partsOf(trimmed)].flatMap((part) => [part, ...writtenForms(part), ...codedForms(part)]);
}

/** Lines, what a JSON document has under a secret's name, and the password of an address. */
function partsOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const [, password = ""] = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@/i.exec(text) ?? [];
  const inside = [...(lines.length > 1 ? lines : []), ...secretsOfDocument(text), password, unescapeUrl(password)];
  return inside.filter((part) => part.length >= SHORTEST_PART);
}

function secretsOfDocument(text: string): readonly string[] {
  if (!/^[[{]/.test(text)) return [];
  const found: string[] = [];
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (typeof value === "string" && mayNameSecret(key)) found.push(value.trim());
      return value;
    });
  } catch {
    // No document: then it has no members either.
  }
  return found;
}

function unescapeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** As JSON, Markdown, HTML, an address, a shell and a form of a browser write it. */
function writtenForms(text: string): readonly string[] {
  const html = htmlCode(text).slice("<code>".length, -"</code>".length);
  return [
    JSON.stringify(text).slice(1, -1),
    escapeMarkdown(text),
    html,
    html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    ...addressForms(text),
    text.replaceAll("'", "'\\''"),
  ];
}

/** Programs differ in what they escape, in the case of the digits, and in how a space is written. */
function addressForms(text: string): readonly string[] {
  const lax = encodeURIComponent(text.toWellFormed());
  const strict = lax.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return [lax, strict, lax.replaceAll("%20", "+"), strict.replaceAll("%20", "+")].flatMap((form) => [
    form,
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
}

function codedForms(text: string): readonly string[] {
  if (text.length < SHORTEST_PART) return [];
  const bytes = Buffer.from(text, "utf8");
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
  return [
    ...base64,
    ...base64.map((code) => code.replaceAll("+", "-").replaceAll("/", "_")),
    hex,
    hex.toUpperCase(),
    [...text].reverse().join(""),
  ].filter((code) => code.length >= SHORTEST_CODE);
}

/** What base64 makes of these bytes and nothing else, when `offset` others stand before them. */
function base64At(bytes: Buffer, offset: number): string {
  const code = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  const isWhole = (offset + bytes.length) % 3 === 0;
  return code.slice(offset === 0 ? 0 : offset + 1, isWhole ? undefined : -1);
}
