import { isHarmlessValue, kindOfSecret, namesSecret } from "../../model/secret-text.ts";
import { getValue } from "../located.ts";
import { quote, type Report, shorten } from "../report.ts";
import { type SitedVariable, variablesOf } from "./environment.ts";
import { tasksOf } from "./tasks.ts";
import { childAt, itemsAt, knownText, type Sited, tell, type ViewCheck } from "./view.ts";

/** Shorter values under a secret's name are switches and numbers more often than secrets. */
const SHORTEST = 6;

/** What looks like a secret in plain text. The value is never shown. */
export const checkSecretLiterals: ViewCheck = (view, report) => {
  for (const variable of variablesOf(view)) checkVariable(variable, report);
  for (const { sidecars } of tasksOf(view)) {
    for (const sidecar of sidecars) {
      for (const entry of itemsAt(sidecar, "environment")) checkEntry(entry, report);
      checkLogOptions(sidecar, report);
    }
  }
};

function checkEntry(entry: Sited, report: Report): void {
  const value = childAt(entry, "value");
  const name = knownText(getValue(entry.node, "name"));
  const literal = knownText(value?.node);
  if (!value || name === undefined || literal === undefined) return;
  if (value.node.kind === "scalar" && value.node.fromVariable !== undefined) return;
  checkVariable({ ...value, name, literal, isValueless: false }, report);
}

/** Options of log drivers: the key of Datadog, the token of Splunk. */
function checkLogOptions(sidecar: Sited, report: Report): void {
  const options = childAt(sidecar, "logConfiguration", "options");
  if (options?.node.kind !== "map") return;
  for (const { key } of options.node.entries) {
    const value = childAt(options, key);
    const literal = knownText(value?.node);
    if (value && literal !== undefined) checkLiteral({ ...value, name: key, literal }, "secretOptions", report);
  }
}

function checkVariable(variable: SitedVariable, report: Report): void {
  const { literal } = variable;
  if (literal !== undefined) checkLiteral({ ...variable, literal }, "secrets", report);
}

function checkLiteral(
  found: Sited & { readonly name: string; readonly literal: string },
  place: "secrets" | "secretOptions",
  report: Report,
): void {
  const { name, literal } = found;
  const marked = kindOfSecret(literal);
  const isNamed = namesSecret(name.replaceAll("-", "_")) && literal.length >= SHORTEST && !isHarmlessValue(literal);
  if (marked === undefined && !isNamed) return;
  const why = marked === undefined ? "which its name calls a secret" : `with what looks like ${marked}`;
  tell(report, found, {
    code: "secret-in-plain-text",
    severity: "warning",
    message: `The value of ${quote(name)} is written in plain text, ${why}; everybody who can read the repository or the task definition sees it.`,
    hint: `Put it into Secrets Manager and write ${place}: [{name: ${shorten(name)}, valueFrom: <ARN of the secret>}].`,
  });
}
