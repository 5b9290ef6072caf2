import { describe, expect, it } from "vitest";
import { decodePython } from "../../../src/job-tags/python-encoding.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("decodePython", () => {
  it.each([
    ["UTF-8", utf8("x = 'é'"), "x = 'é'"],
    ["a byte order mark", utf8("\uFEFFx = 'é'"), "x = 'é'"],
    ["UTF-8 by name", utf8("# -*- coding: utf-8 -*-\nx = 'é'"), "# -*- coding: utf-8 -*-\nx = 'é'"],
    ["UTF-8 by another name", utf8("# coding=UTF8\nx = 'é'"), "# coding=UTF8\nx = 'é'"],
    ["Latin-1", bytesOf("# -*- coding: latin-1 -*-\nx = '\xc3\xa9'"), "# -*- coding: latin-1 -*-\nx = 'Ã©'"],
    ["Latin-1 in the second line", bytesOf("#!/usr/bin/python\n# vim: set fileencoding=iso_8859_1 :\n'\xe9'"), "é"],
    ["an editor's words for a code page", bytesOf("#coding:cp1252\r\n'\x80'"), "€"],
    ["a name in the second line that is no comment", utf8("x = 1\n# coding: latin-1\n'é'"), "'é'"],
    ["a name in the second line behind code", utf8("x = 1\n# coding: none\n"), "x = 1"],
    ["a name in the third line", utf8("#\n#\n# coding: latin-1\n'é'"), "'é'"],
    ["a name in a text", utf8('x = "# coding: latin-1"\n"é"'), '"é"'],
  ])("reads %s", (_title, bytes, part) => {
    expect(decodePython(bytes)).toContain(part);
  });

  it.each([
    ["bytes that are no UTF-8", bytesOf("x = '\xe9'")],
    ["an encoding that is not known", utf8("# coding: mac-roman\n")],
    ["an encoding that Python has no files in", utf8("# coding: utf-16\n")],
  ])("does not read %s, and neither does Python", (_title, bytes) => {
    expect(decodePython(bytes)).toBeUndefined();
  });
});
