import { getValue } from "../located.ts";
import { quote, type Report } from "../report.ts";
import { type SitedVariable, variablesOf } from "./environment.ts";
import { tasksOf } from "./tasks.ts";
import { childAt, itemsAt, knownText, type Sited, tell, type ViewCheck } from "./view.ts";

/** Names whose values are secrets. The end decides: DB_PASSWORD_FILE and TOKEN_URL are none. */
const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|CLIENT_SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ENCRYPTION_KEY|WEBHOOK_SECRET|CREDENTIALS_JSON)$/i;

/** Values that issuers mark, and what they are. */
const SECRET_VALUES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key"],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,})/, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, "a GitLab token"],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/, "an API key"],
  [/\b[rs]k_live_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bAIza[A-Za-z0-9_-]{35}/, "a Google API key"],
  [/\bdapi[0-9a-f]{32}\b/, "a Databricks token"],
  [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/, "a private key"],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a signed token (JWT)"],
  [/\bagent:[\w-]+:[0-9a-f]{32}\b/, "a Dagster+ agent token"],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@$<{]*:(?!\*+@)[^\s@/$<{]{4,}@/i, "an address with a password"],
];

/** Values under such names that are no secrets: references, switches, numbers, placeholders. */
const HARMLESS =
  /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|\d{1,5}|arn:.*|\/[\w./-]*|https?:\/\/.*|[\w.-]+\.(?:json|pem|key|txt|ya?ml)|[$<{*%].*|x+|\.+|(?:change|replace)[-_ ]?me|your[-_].*|example.*|dummy|placeholder|todo)$/i;

/** What looks like a secret in plain text. The value is never shown. */
export const checkSecretLiterals: ViewCheck = (view, report) => {
  for (const variable of variablesOf(view)) checkVariable(variable, report);
  for (const { sidecars } of tasksOf(view)) {
    for (const sidecar of sidecars) {
      for (const entry of itemsAt(sidecar, "environment")) checkEntry(entry, report);
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

function checkVariable(variable: SitedVariable, report: Report): void {
  const { name, literal } = variable;
  if (literal === undefined) return;
  const marked = SECRET_VALUES.find(([pattern]) => pattern.test(literal))?.[1];
  const isNamed = SECRET_NAME.test(name) && literal.length >= 6 && !HARMLESS.test(literal.trim());
  if (marked === undefined && !isNamed) return;
  const why = marked === undefined ? "which its name calls a secret" : `with what looks like ${marked}`;
  tell(report, variable, {
    code: "secret-in-plain-text",
    severity: "warning",
    message: `The value of ${quote(name)} is written in plain text, ${why}; everybody who can read the repository or the task definition sees it.`,
    hint: `Put it into Secrets Manager and write secrets: [{name: ${name}, valueFrom: <ARN of the secret>}].`,
  });
}
