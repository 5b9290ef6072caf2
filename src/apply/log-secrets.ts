import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";
import { hideMarkedSecrets } from "../model/secret-text.ts";

/** What stands between a variable's name and its value where a program prints its environment. */
const SEPARATOR = String.raw`\\?["']?\s*(?:=>?|:|,)\s*(?:b(?=["']))?`;

/** Names of a container's variables whose values are in Secrets Manager or SSM: nobody here knows them. */
export function secretNamesOf(definition: JsonObject | undefined): readonly string[] {
  const secrets = isJsonList(definition?.secrets) ? definition.secrets.filter(isJsonObject) : [];
  return secrets.flatMap(({ name }) => (typeof name === "string" && name !== "" ? [name] : []));
}

/**
 * A line of a log without the values of these variables where it names them, and without what issuers mark as secrets.
 * A value that is printed without its name cannot be told from other text.
 */
export function hideNamedValues(line: string, names: readonly string[]): string {
  const hidden = names.reduce(hideValuesOf, line);
  return hideMarkedSecrets(hidden);
}

function hideValuesOf(line: string, name: string): string {
  if (!line.includes(name)) return line;
  const assignment = new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${SEPARATOR}`, "g");
  let shown = "";
  let from = 0;
  for (let found = assignment.exec(line); found !== null; found = assignment.exec(line)) {
    const start = found.index + found[0].length;
    const end = endOfValue(line, start);
    if (end === start) continue;
    shown += line.slice(from, start) + HIDDEN_PLACEHOLDER;
    from = end;
    assignment.lastIndex = end;
  }
  return shown + line.slice(from);
}

/** Behind the closing quote that something else follows; to the end of the line where there is none. */
function endOfValue(line: string, start: number): number {
  const [quote = ""] = /^\\?["']/.exec(line.slice(start, start + 2)) ?? [];
  if (quote === "") return line.length;
  for (let at = line.indexOf(quote, start + quote.length); at !== -1; at = line.indexOf(quote, at + 1)) {
    const isEscaped = quote.length === 1 && line[at - 1] === "\\";
    const after = line.slice(at + quote.length, at + quote.length + 1);
    if (!isEscaped && /^[\s,;:)}\]]?$/.test(after)) return at + quote.length;
  }
  return line.length;
}
