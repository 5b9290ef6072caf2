import { ActionError, messageOf } from "../errors.ts";
import { ACCESS_DENIED_CODES, EXPIRED_CODES, NO_CREDENTIALS_CODE } from "../model/aws-error-codes.ts";
import { HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import { hideMarkedSecrets } from "../model/secret-text.ts";
import type { AwsAction } from "./actions.ts";
import { isNetworkFailure, THROTTLING_CODES } from "./attempt-failure.ts";

/** What an error message needs to know about the call that failed. */
export interface FailedCall {
  readonly action: AwsAction;
  readonly region: string;
  /** What the call was about: a name or an ARN. */
  readonly resource?: string;
  /** The cluster it named, for calls of Amazon ECS. */
  readonly cluster?: string;
  /** Texts AWS may echo and nobody may see. */
  readonly hidden?: readonly string[];
  /** How often it was tried; once if not given. */
  readonly attempts?: number;
  /** True in a GitHub workflow, where credentials come from a step before this one. */
  readonly inWorkflow?: boolean;
}

const UNREACHABLE_CODE = "aws-unreachable";
const UNREADABLE_CODE = "aws-answer-unreadable";
const SHORTEST_HIDDEN = 4;

/** Names of credentials that AWS does not know or whose signature it refuses. */
const INVALID_CREDENTIALS_CODES = new Set([
  "InvalidClientTokenId",
  "UnrecognizedClientException",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
  "AuthFailure",
  "IncompleteSignature",
]);

/**
 * Anything the SDK throws, as an error for a person. It carries no `cause`: the SDK's exceptions hold the
 * response, and a response may repeat what the request said.
 */
export function toActionError(thrown: unknown, call: FailedCall): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const name = thrown instanceof Error ? thrown.name : "Error";
  const message = tidyMessage(messageOf(thrown), call.hidden ?? []);
  const about = call.resource === undefined ? "" : ` (${call.resource})`;
  if (ACCESS_DENIED_CODES.has(name)) return describeDenial(name, message, call);
  if (EXPIRED_CODES.has(name)) {
    return awsError(
      name,
      `The AWS credentials expired before ${call.action} could be called.`,
      call.inWorkflow
        ? "Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the time this job takes."
        : "Log in again; in a workflow, raise `role-duration-seconds` of aws-actions/configure-aws-credentials.",
    );
  }
  if (name === "CredentialsProviderError") {
    return awsError(
      NO_CREDENTIALS_CODE,
      `There are no AWS credentials for ${call.action}: ${message}`,
      call.inWorkflow
        ? "Add a step with aws-actions/configure-aws-credentials before this one, and `permissions: id-token: write` to the job."
        : "Log in with the AWS CLI, or set AWS_PROFILE; in a workflow, use aws-actions/configure-aws-credentials.",
    );
  }
  if (INVALID_CREDENTIALS_CODES.has(name)) {
    return awsError(
      name,
      `AWS does not accept the credentials for ${call.action} in ${call.region}: ${message}`,
      "Check that the credentials are complete, belong to this AWS partition, and that the region is enabled in the account.",
    );
  }
  if (name === "ClusterNotFoundException") {
    return awsError(
      name,
      `There is no ECS cluster ${call.cluster ?? "of that name"} in ${call.region}.`,
      "Check the input `cluster`, `cluster` in dagster.yaml, the region, and the account of the credentials.",
    );
  }
  if (isNetworkFailure(thrown)) {
    return awsError(
      UNREACHABLE_CODE,
      `AWS could not be reached for ${call.action} in ${call.region}${triedOften(call)}: ${message}`,
      "Check the region's name, the runner's network and proxy, and AWS_ENDPOINT_URL if it is set; then run again.",
    );
  }
  if (isUnreadableAnswer(thrown)) {
    return awsError(
      UNREADABLE_CODE,
      `${call.action}${about} was not answered as AWS answers: ${message.replace(/ ?Deserialization error: .*$/, "")}`,
      "Something between the runner and AWS may have answered instead: check the proxy, and AWS_ENDPOINT_URL if it is set.",
    );
  }
  const hint = THROTTLING_CODES.has(name)
    ? "The account's request rate is used up by this run or another one: run again in a few minutes."
    : undefined;
  return awsError(
    name,
    `${call.action}${about} failed${triedOften(call)}: ${name}: ${message}${requestIdOf(thrown)}`,
    hint,
  );
}

function awsError(code: string, message: string, hint: string | undefined): ActionError {
  return new ActionError(code, message, { source: "aws", ...(hint === undefined ? {} : { hint }) });
}

/** The permission that is missing need not be that of the call: CreateService may lack iam:PassRole. */
function describeDenial(code: string, message: string, call: FailedCall): ActionError {
  const action = /not authorized to perform:? ([\w-]+:\w+)/.exec(message)?.[1] ?? call.action;
  const resource = /on resource:? (\S+?)[.,]?(?:\s|$)/.exec(message)?.[1] ?? call.resource;
  const caller = /User:? (arn:\S+) is not/.exec(message)?.[1];
  const where = resource === undefined ? "" : ` on ${resource}`;
  const during = action === call.action ? "" : ` (needed by ${call.action})`;
  return awsError(
    code,
    `${caller ?? "The role of this run"} has no permission for ${action}${where}${during}.`,
    `Allow ${action} in the IAM policy of the role; the policies this action needs are in its documentation.`,
  );
}

/** One line, without EC2's encoded block, and without what must stay hidden. */
function tidyMessage(message: string, hidden: readonly string[]): string {
  const line = oneLine(hideTexts(message, hidden))
    .replace(/ ?Encoded authorization failure message: \S+/g, "")
    // What was signed has the session token in it.
    .replace(/ ?The Canonical String for this request should have been.*$/, "");
  return hideMarkedSecrets(hideTexts(line, hidden.map(oneLine)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Replaces each of the texts, the longest first, so that one that is part of another leaves no rest of it. */
export function hideTexts(message: string, hidden: readonly string[]): string {
  return hidden
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    .filter((text) => text.length >= SHORTEST_HIDDEN)
    .sort((left, right) => right.length - left.length)
    .reduce((line, text) => line.replaceAll(text, HIDDEN_PLACEHOLDER), message);
}

/** The SDK keeps the answer with the error, and marks what a service itself said with whose fault it is. */
function isUnreadableAnswer(thrown: unknown): boolean {
  return thrown instanceof Error && "$response" in thrown && !("$fault" in thrown);
}

function triedOften({ attempts = 1 }: FailedCall): string {
  return attempts > 1 ? `, ${attempts} times` : "";
}

function requestIdOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || !("$metadata" in thrown)) return "";
  const metadata = thrown.$metadata;
  if (typeof metadata !== "object" || metadata === null || !("requestId" in metadata)) return "";
  return typeof metadata.requestId === "string" ? ` (request id ${metadata.requestId})` : "";
}
