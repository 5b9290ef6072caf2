import type { ScalarValue } from "./located.ts";

// Dagster reads its files with PyYAML: YAML 1.1 with PyYAML's own patterns, which differ from other YAML 1.1
// readers (`y` is text, `1e5` is text, `08` is text). A value must mean here what it means there.
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const BINARY = /^([-+]?)0b([01_]+)$/;
const OCTAL = /^([-+]?)(0[0-7_]+)$/;
const HEXADECIMAL = /^([-+]?)0x([0-9a-fA-F_]+)$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const SEXAGESIMAL = /^([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+)(\.[0-9_]*)?$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
const DATE =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/** With what each of the patterns can begin; most scalars begin with something else. */
const FIRST = /^[-+.0-9~yYnNtTfFoO]/;

/** What PyYAML makes of a scalar without quotes. */
export function resolvePlainScalar(source: string): ScalarValue {
  if (source !== "" && !FIRST.test(source)) return { type: "text", value: source };
  if (NULL.test(source)) return { type: "null", value: null };
  if (TRUE.test(source)) return { type: "boolean", value: true };
  if (FALSE.test(source)) return { type: "boolean", value: false };
  const integer = readInteger(source);
  if (integer !== undefined && Number.isFinite(integer)) return { type: "integer", value: integer };
  // Infinity and not-a-number (`.inf`, `.nan`) have no JSON form; where a number is wanted they are refused like text.
  const float = FLOAT.test(source) ? Number(source.replaceAll("_", "")) : readSexagesimal(source);
  if (float !== undefined) return { type: "float", value: float };
  if (DATE.test(source)) return { type: "date", value: source };
  return { type: "text", value: source };
}

function readInteger(source: string): number | undefined {
  for (const [pattern, base] of [
    [BINARY, 2],
    [OCTAL, 8],
    [HEXADECIMAL, 16],
  ] as const) {
    const match = pattern.exec(source);
    if (match) return signed(match[1], Number.parseInt((match[2] ?? "").replaceAll("_", ""), base));
  }
  if (DECIMAL.test(source)) return Number(source.replaceAll("_", ""));
  // A whole number does not begin with 0, a fraction may.
  return /[.]|^[-+]?0/.test(source) ? undefined : readSexagesimal(source);
}

/** `1:30` are 90: hours and minutes, degrees and minutes. */
function readSexagesimal(source: string): number | undefined {
  const [match, sign, whole = "", fraction = ""] = SEXAGESIMAL.exec(source) ?? [];
  if (match === undefined || (fraction === "" && whole.startsWith("0"))) return undefined;
  const parts = whole.replaceAll("_", "").split(":");
  const total = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
  return signed(sign, total + Number(`0${fraction.replaceAll("_", "")}`));
}

function signed(sign: string | undefined, value: number): number | undefined {
  if (Number.isNaN(value)) return undefined;
  return sign === "-" ? -value : value;
}
