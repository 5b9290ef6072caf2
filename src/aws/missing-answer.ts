import { ActionError } from "../errors.ts";
import type { AwsAction } from "./actions.ts";

/** A member every real answer has, though the SDK's types leave it open. */
export function requireMember<Value>(value: Value | undefined, action: AwsAction, member: string): Value {
  if (value !== undefined) return value;
  throw new ActionError("incomplete-answer", `${action} answered without ${member}.`, { source: "aws" });
}
