import { ActionError } from "../errors.ts";

/** Names AWS services give to a missing permission: JSON services, IAM and STS, EC2. */
export const ACCESS_DENIED_CODES: ReadonlySet<string> = new Set([
  "AccessDeniedException",
  "AccessDenied",
  "UnauthorizedOperation",
  "NotAuthorized",
]);

/** Names AWS services give to a session that has ended. */
export const EXPIRED_CODES: ReadonlySet<string> = new Set([
  "ExpiredTokenException",
  "ExpiredToken",
  "RequestExpired",
  "TokenRefreshRequired",
]);

/** Our own code for a run without credentials: the services never see such a call. */
export const NO_CREDENTIALS_CODE = "aws-credentials-missing";

/** True for an error of a port that says a permission is missing. */
export function isAccessDenied(error: unknown): error is ActionError {
  return error instanceof ActionError && ACCESS_DENIED_CODES.has(error.code);
}

/** True when no further call of this run can succeed: the credentials are gone or were never there. */
export function isCredentialsError(error: unknown): error is ActionError {
  return error instanceof ActionError && (EXPIRED_CODES.has(error.code) || error.code === NO_CREDENTIALS_CODE);
}

/** Our own codes for what an interrupted run left undone: a call under way, and one that was not sent any more. */
export const INTERRUPTED_CODE = "interrupted";
export const NOT_SENT_CODE = "interrupted-before-call";

/** True when nothing failed but the run was interrupted. */
export function isInterrupted(error: unknown): error is ActionError {
  return error instanceof ActionError && (error.code === INTERRUPTED_CODE || error.code === NOT_SENT_CODE);
}

/** True when ECS refuses a task definition because it is deregistered; said in the text of a general ClientException. */
export function isInactiveRevision(error: unknown): boolean {
  return error instanceof ActionError && /task ?definition is inactive/i.test(error.message);
}
