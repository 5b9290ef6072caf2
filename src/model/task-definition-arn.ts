import { lastSegment } from "./arn.ts";

/** Family and revision of a task definition ARN (or `family:revision`); undefined when it is neither. */
export function parseTaskDefinitionArn(
  arn: string,
): { readonly family: string; readonly revision: number } | undefined {
  const [, family, revision] = /^([^:]+):(\d+)$/.exec(lastSegment(arn)) ?? [];
  return family === undefined || revision === undefined ? undefined : { family, revision: Number(revision) };
}
