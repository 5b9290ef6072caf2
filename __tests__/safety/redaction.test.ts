import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createConcealment } from "../../src/report/concealment.ts";
import { escapeMarkdown, inlineCode } from "../../src/report/escape.ts";
import { createRedactor } from "../../src/report/redact.ts";
import { anyText } from "../any-text.ts";
import { findLeaks, plant } from "./taint.ts";

const SECRET = plant("the value of a variable");
const redact = createRedactor([SECRET.text]);

/** What programs, browsers, shells and AWS make of a value. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in JSON": (text) => JSON.stringify({ a: { b: text } }),
  "in JSON in JSON": (text) => JSON.stringify(JSON.stringify({ a: text })),
  "for Python": (text) => `'${text.replaceAll("'", "\\'")}'`,
  "for a shell": (text) => `'${text.replaceAll("'", `'\\''`)}'`,
  "in an address": (text) => `https://example.com/?q=${encodeURIComponent(text)}`,
  "in a form": (text) => new URLSearchParams({ a: text }).toString(),
  "in an address with small escapes": (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  "in base64": (text) => Buffer.from(text).toString("base64"),
  "in base64, second": (text) => Buffer.from(`u:${text}`).toString("base64"),
  "in base64, third": (text) => Buffer.from(`user:${text}, more`).toString("base64"),
  "in base64url": (text) => Buffer.from(`Basic ${text}`).toString("base64url"),
  "in hex": (text) => Buffer.from(`x${text}`).toString("hex"),
  reversed: (text) => [...text].reverse().join(""),
  "over two lines": (text) => `${text.slice(0, 10)}\n    ${text.slice(10)}`,
  "over lines of base64": (text) => Buffer.from(text.repeat(9)).toString("base64").replace(/.{76}/g, "$&\r\n"),
  "letter by letter": (text) => [...text].join("\n"),
  "with zero widths": (text) => [...text].join("\u200b"),
  "in Markdown": escapeMarkdown,
  "in code": inlineCode,
  "cut off": (text) => `${text.slice(0, 20)}…`,
  "cut off with dots": (text) => `The value ${text.slice(0, 20)}... is too long`,
  "at the end": (text) => `what is ${text.slice(0, 14)}`,
};

describe("a hidden text in what others write", () => {
  it.each(Object.keys(WAYS))("goes: %s", (name) => {
    const written = `before ${WAYS[name]?.(SECRET.text)}\nafter`;
    const shown = redact(written);
    expect(findLeaks(shown, [SECRET])).toEqual([]);
    expect(shown).toMatch(/^before .*\(hidden\)/s);
    expect(shown).toMatch(/after$/);
  });

  it.each([
    ["the password of an address", "postgres://etl:s3cr3t-p4ss%21@db.example.com/etl", "login s3cr3t-p4ss! failed"],
    ["a secret of a document", JSON.stringify({ user: "etl", password: "s3cr3t-p4ss!" }), "login s3cr3t-p4ss! failed"],
    ["a line of a key", "-----BEGIN KEY-----\ns3cr3t-p4ss!\n-----END KEY-----", "login s3cr3t-p4ss! failed"],
  ])("goes where it is a part: %s", (_name, hidden, written) => {
    expect(createRedactor([hidden])(written)).toBe("login (hidden) failed");
  });

  it.each([
    ["another account's role", ["arn:aws:iam::123456789012:role/etl"], "arn:aws:iam::123456789012:role/other is fine"],
    ["words with the same letters", ["etl-prod"], "etl -prod and etl- prod"],
    ["a short text in two lines", ["prod"], "pr\nod"],
    ["what only begins alike", [SECRET.text], `${SECRET.text.slice(0, 20)}, and more`],
  ])("stays: %s", (_name, hidden, written) => expect(createRedactor(hidden)(written)).toBe(written));

  it("goes, whatever the texts are and wherever they stand", () => {
    const text = anyText({ minLength: 12, maxLength: 40 }).filter((one) => one.trim().length >= 12);
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (hidden, before, after) => {
        fc.pre(!/[()]/.test(hidden));
        expect(createRedactor([hidden])(before + hidden.trim() + after)).not.toContain(hidden.trim());
      }),
    );
  });
});

describe("what a run hides", () => {
  it("is told once, line by line, as a runner can mask it", () => {
    const concealment = createConcealment();
    expect(concealment.hide(["{\n  line-of-a-key\n}", "another-one", "short"])).toEqual([
      "line-of-a-key",
      "another-one",
    ]);
    expect(concealment.hide(["another-one"])).toEqual([]);
    expect(concealment.redact("another-one, short")).toBe("(hidden), short");
  });

  it("is not what the repository says anyway", () => {
    const concealment = createConcealment();
    expect(concealment.hide(["analytics"], ["location_name: analytics"])).toEqual([]);
    expect(concealment.redact("analytics")).toBe("analytics");
  });
});
