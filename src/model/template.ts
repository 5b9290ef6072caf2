/** What is left of a template that nothing has filled in: of a shell, Terraform, GitHub, Jinja or Helm. */
const TEMPLATE = /\$\{[^}]*\}|\$[A-Z_][A-Z0-9_]*|\{\{.*\}\}|\{%.*%\}/;

/** Whether a value is, or has in it, a variable of a template. */
export function isTemplate(text: string): boolean {
  return TEMPLATE.test(text.slice(0, LONGEST));
}

/** Longer values are looked at so far. */
const LONGEST = 10_000;
