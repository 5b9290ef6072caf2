import type { DesiredLocation } from "../model/desired.ts";
import { redactText } from "../report/redact.ts";

/** The texts of all environment values that must not be shown. */
export function hiddenTextsOf(desired: readonly DesiredLocation[]): readonly string[] {
  const texts = desired.flatMap(({ taskDefinition }) =>
    taskDefinition.environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : [])),
  );
  return [...new Set(texts)];
}

/** A function that takes these texts out of what AWS and user code wrote. */
export function redactor(hiddenTexts: readonly string[]): (text: string) => string {
  return (text) => redactText(text, hiddenTexts);
}
