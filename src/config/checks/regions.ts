import { nameOf, quote, type Report } from "../report.ts";
import type { PlacedArn } from "./arns.ts";
import { hiddenBehind, tell } from "./view.ts";

/** Starts of region names that belong to another partition than `aws` (AWS General Reference, ARN format). */
const PARTITIONS: readonly (readonly [string, string])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
  ["eusc-", "aws-eusc"],
];

/** The partition a region belongs to. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? "aws";
}

/**
 * Warns of roles and secrets in another account, and of secrets in another region, than most of the others. AWS
 * allows both, with policies that say so.
 */
export function tellStrangers(all: readonly PlacedArn[], report: Report): void {
  const arns = withoutForeigners(all, report);
  for (const part of ["account", "region"] as const) {
    const common = mostCommon(arns.map(({ arn }) => arn[part]).filter((value) => value !== ""));
    if (common === undefined) continue;
    for (const { arn, at, what } of arns) {
      if (arn[part] === "" || arn[part] === common) continue;
      const found = hiddenBehind(at.node) === undefined ? `the ${part} ${quote(arn[part])}` : `another ${part}`;
      const others = arns.some((one) => one.arn[part] === common && hiddenBehind(one.at.node) === undefined);
      tell(report, at, {
        code: part === "account" ? "other-account" : "other-region",
        severity: "warning",
        message: `${nameOf(at.path)} is a ${what} in ${found}${others ? `, but the others are in ${quote(common)}` : " than the others"}.`,
        hint:
          part === "account"
            ? `Check the account; ${what === "role" ? "ECS takes only roles of the account it runs in" : "a secret of another account needs a policy that allows this one"}.`
            : "Check the region; ECS reads the value from there at every start of a task.",
      });
    }
  }
}

/** Without those of another partition than most, which is told: all that a task uses is in one. */
function withoutForeigners(arns: readonly PlacedArn[], report: Report): readonly PlacedArn[] {
  const common = mostCommon(arns.map(({ arn }) => arn.partition));
  if (common === undefined) return arns;
  return arns.filter(({ arn, at }) => {
    if (arn.partition === common) return true;
    const found =
      hiddenBehind(at.node) === undefined
        ? `the partition ${quote(arn.partition)}, but the others are in ${quote(common)}`
        : "another partition than the others";
    tell(report, at, {
      code: "arn-partition",
      message: `${nameOf(at.path)} is in ${found}; a task reaches nothing of another partition.`,
      hint: `Begin it with arn:${common}:.`,
    });
    return false;
  });
}

/** The value that more than half of them have, when there are at least two of it or it is the first of two. */
function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([, left], [, right]) => right - left);
  return best && counts.size > 1 && best[1] >= values.length / 2 ? best[0] : undefined;
}
