import { createHash } from "node:crypto";

/** What a run must not show, with where it was planted. */
export interface Planted {
  readonly place: string;
  readonly text: string;
}

/** A prefix of this length is as good as the secret: nothing else begins like it. */
const TELLING_PREFIX = 12;

/** A unique text for a place: the same on every run, and with what encodings and shells trip over in it. */
export function plant(place: string): Planted {
  const digest = createHash("sha256").update(place).digest("base64url").slice(0, 24);
  return { place, text: `${digest}+/'"&<=> ${digest.slice(3, 9)}%` };
}

/** A unique text of letters and digits only, where a name of AWS must be made of it. */
export function plantWord(place: string): Planted {
  return { place, text: `x${createHash("sha256").update(place).digest("hex").slice(0, 22)}` };
}

/** Every way in which a text gives a secret away, as `place: how`; what a report must never do. */
export function findLeaks(shown: string, planted: readonly Planted[]): readonly string[] {
  const views: readonly (readonly [string, string])[] = [
    ["as it is", shown],
    ["divided", shown.replace(/[\s\\]|\p{Cf}/gu, "")],
    ["with entities", decodeEntities(shown).replace(/[\s\\]|\p{Cf}/gu, "")],
  ];
  return planted.flatMap(({ place, text }) =>
    encodings(text).flatMap(([how, form]) =>
      views.flatMap(([view, seen]) => {
        const wanted = view === "as it is" ? form : form.replace(/[\s\\]/g, "");
        return seen.includes(wanted.slice(0, TELLING_PREFIX)) ? [`${place}: ${how}, ${view}`] : [];
      }),
    ),
  );
}

/** Written apart from the code that hides: what one forgets the other must not. */
function encodings(text: string): readonly (readonly [string, string])[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const code = Buffer.concat([Buffer.alloc(shift, "."), bytes]).toString("base64");
    return code.slice(shift === 0 ? 0 : 4, Math.floor((shift + bytes.length) / 3) * 4);
  });
  const forms: readonly (readonly [string, string])[] = [
    ["whole", text],
    ["reversed", [...text].reverse().join("")],
    ["as JSON", JSON.stringify(text).slice(1, -1)],
    ["in an address", encodeURIComponent(text)],
    ["in a form", new URLSearchParams({ a: text }).toString().slice(2)],
    ["for a shell", text.replaceAll("'", `'\\''`)],
    ["in hex", bytes.toString("hex")],
    ["in HEX", bytes.toString("hex").toUpperCase()],
    ...base64.map((code, shift) => [`base64 at ${shift}`, code] as const),
    ...base64.map((code, shift) => [`base64url at ${shift}`, code.replace(/\+/g, "-").replace(/\//g, "_")] as const),
  ];
  return forms;
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
