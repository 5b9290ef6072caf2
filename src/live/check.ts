import { ActionError } from "../errors.ts";
import { isAccessDenied } from "../model/aws-error-codes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import { compareCodePoints } from "../model/text-order.ts";

/** What a check found out. */
export type Finding =
  | { readonly status: "OK" }
  | { readonly status: "FAIL" | "SKIP"; readonly message: string; readonly hint?: string };

/** The finding of a check that has nothing to complain about. */
export const OK: Finding = { status: "OK" };

/** One thing to find out, for all locations that need it. */
export interface Check {
  readonly subject: string;
  readonly target: string;
  readonly locations: readonly string[];
  readonly find: () => Promise<Finding>;
}

/** One check for each distinct thing the locations need, in code point order. */
export function checkEach(
  subject: string,
  locations: readonly DesiredLocation[],
  needsOf: (location: DesiredLocation) => readonly string[],
  find: (target: string) => Promise<Finding>,
): readonly Check[] {
  const needs = locations.flatMap((location) =>
    [...new Set(needsOf(location))].map((target) => ({ target, name: location.name })),
  );
  return [...Map.groupBy(needs, ({ target }) => target)]
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([target, group]) => ({
      subject,
      target,
      locations: group.map(({ name }) => name).sort(compareCodePoints),
      find: () => find(target),
    }));
}

/** Carries out a check. What AWS refuses to tell is skipped; any other error of AWS is a failure of the check. */
export async function runCheck(check: Check): Promise<PreflightCheck> {
  const { subject, target, locations } = check;
  return { ...(await settle(check)), subject, target, locations };
}

async function settle(check: Check): Promise<Finding> {
  try {
    return await check.find();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return { status: isAccessDenied(error) ? "SKIP" : "FAIL", message: error.message, ...hint };
  }
}

/** Reads when it is first asked, once for all checks that share the answer. */
export function once<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= read();
    return answer;
  };
}
