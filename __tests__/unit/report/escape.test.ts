import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellCode,
  defuseWorkflowCommands,
  escapeMarkdown,
  fencedBlock,
  htmlCode,
  inlineCode,
  renderLink,
  renderProse,
  renderProseCell,
  showInvisible,
} from "../../../src/report/escape.ts";
import { anyText } from "../../any-text.ts";
import { FORBIDDEN, stripCode, stripFences } from "./markdown-text.ts";

const NASTY = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  anyText({ maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "@octocat",
        "@acme/team",
        "#12",
        "GH-7",
        "https://evil.example",
        "www.evil.example",
        "<script>",
        "<img src=x>",
        "`",
        "```",
        "~~~",
        "|",
        "\\",
        "\n",
        "\r\n",
        "::error::",
        "##[error]",
        "[x](http://y)",
        "![x](y)",
        "<!-- -->",
        "*",
        "_",
        "&lt;",
        "$x$",
        "\u202e",
        "\u200b",
        "\ud800",
        " ",
        "- ",
        "1. ",
        "> ",
        "</details>",
        "<br>",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

describe("showInvisible", () => {
  it.each([
    ["a\u202eb", "a\\u{202E}b"],
    ["a\u0007b\u001b[31m", "a\\u{7}b\\u{1B}[31m"],
    ["a\nb\tc\r", "a\\nb\\tc\\r"],
    ["\u200b\ufeff", "\\u{200B}\\u{FEFF}"],
    ["\ud800x", "\\u{D800}x"],
    ["größe 🎉 日本", "größe 🎉 日本"],
  ])("%j becomes %j", (text, expected) => expect(showInvisible(text)).toBe(expected));

  it("changes nothing the second time", () => {
    fc.assert(fc.property(NASTY, (text) => showInvisible(showInvisible(text)) === showInvisible(text)));
  });
});

describe("escapeMarkdown", () => {
  it.each([
    ["@octocat fixed it", "@\u200boctocat fixed it"],
    ["_www.x.y a@b.co", "\\_www\u200b.x.y a\u200b@\u200bb.co"],
    ["see #12 and GH-7", "see #\u200b12 and GH-\u200b7"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["[x](http://y) ![z](w)", "\\[x\\](http:\u200b//y) !\\[z\\](w)"],
    ["*a* _b_ ~c~ `d` \\ |", "\\*a\\* \\_b\\_ \\~c\\~ &#96;d&#96; \\\\ &#124;"],
    ["# heading", "\\# heading"],
    ["1. item", "1\\. item"],
    ["- item", "\\- item"],
    ["&lt;", "&amp;lt;"],
  ])("%j becomes %j", (text, expected) => expect(escapeMarkdown(text)).toBe(expected));
});

describe("renderProse", () => {
  it("shows pairs of backticks as code", () => {
    expect(renderProse('Write `cpu: "256"`, not `256`.')).toBe('Write `cpu: "256"`, not `256`.');
  });
  it("leaves a single backtick as text", () => expect(renderProse("a ` b")).toBe("a &#96; b"));
  it("keeps two pieces of code apart", () => expect(renderProse("`a``b`")).toBe("`a` `b`"));
});

describe("code", () => {
  it.each([
    ["a", "`a`"],
    ["a`b", "``a`b``"],
    ["`a", "`` `a ``"],
    ["a``b`c", "```a``b`c```"],
    ["", '`""`'],
    ["a\nb", "`a\\nb`"],
  ])("inline: %j becomes %s", (text, expected) => expect(inlineCode(text)).toBe(expected));

  it("in a table encodes a pipe", () => expect(cellCode("a|b_`c\\")).toBe("<code>a&#124;b&#95;&#96;c&#92;</code>"));
  it("in HTML escapes tags", () => expect(htmlCode("<b>&")).toBe("<code>&lt;b&gt;&amp;</code>"));
  it("uses a fence longer than any run of backticks inside", () => {
    expect(fencedBlock("a\n````\nb", "text")).toBe("`````text\na\n````\nb\n`````");
  });
});

describe("renderLink", () => {
  it("makes a link to a page", () =>
    expect(renderLink("run", "https://github.com/a/b")).toBe("[run](https://github.com/a/b)"));
  it.each(["javascript:alert(1)", "https://x/ y", "https://x/<b>"])("makes no link of %s", (address) => {
    expect(renderLink("run", address)).toBe("run");
  });
  it("encodes what would end the link", () => expect(renderLink("r", "https://x/a)b")).toBe("[r](https://x/a%29b)"));
});

describe("defuseWorkflowCommands", () => {
  it.each([
    ["::error::x", ": :error::x"],
    ["  \t::set-output name=a::b", "  \t: :set-output name=a::b"],
    ["text\n::add-mask::x", "text\n: :add-mask::x"],
    ["text\r::add-mask::x", "text\n: :add-mask::x"],
    ["log ##[error]x", "log ## [error]x"],
    ["std::vector", "std::vector"],
  ])("%j becomes %j", (text, expected) => expect(defuseWorkflowCommands(text)).toBe(expected));
});

describe("properties", () => {
  it.each([
    ["escapeMarkdown", escapeMarkdown],
    ["renderProse", renderProse],
    ["renderProseCell", renderProseCell],
    ["inlineCode", inlineCode],
    ["cellCode", cellCode],
    ["htmlCode", htmlCode],
  ])("%s: one line, and outside of code nothing but text", (_, render) => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const result = render(text);
        expect(result).not.toMatch(/[\r\n]/);
        for (const forbidden of FORBIDDEN) expect(stripCode(result)).not.toMatch(forbidden);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["renderProseCell", renderProseCell],
    ["cellCode", cellCode],
  ])("%s: no pipe", (_, render) => {
    fc.assert(
      fc.property(NASTY, (text) => !render(text).includes("|")),
      { numRuns: 500 },
    );
  });

  it("fencedBlock: is closed at its end and not before", () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        const { text: outside, isBalanced } = stripFences(`before\n${fencedBlock(text, "text")}\nafter`);
        expect(outside).toBe("before\nafter");
        expect(isBalanced).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("defuseWorkflowCommands: no line is a command for the runner", () => {
    fc.assert(
      fc.property(NASTY, (text) => {
        for (const line of defuseWorkflowCommands(text).split(/\r\n|\r|\n/)) {
          expect(line.trimStart().startsWith("::")).toBe(false);
          expect(line).not.toContain("##[");
        }
      }),
      { numRuns: 500 },
    );
  });
});
