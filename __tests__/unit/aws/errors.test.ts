import { describe, expect, it } from "vitest";
import { type FailedCall, hideTexts, toActionError } from "../../../src/aws/errors.ts";
import { ActionError } from "../../../src/errors.ts";
import { isAccessDenied, isCredentialsError } from "../../../src/model/aws-error-codes.ts";

const CALL: FailedCall = { action: "ecs:DescribeServices", region: "us-west-2", resource: "etl", cluster: "main" };

/** An error as the SDK throws one for what a service said. */
function serviceError(name: string, message: string, members: object = {}): Error {
  const error = new Error(message);
  return Object.assign(error, { name, $fault: "client", $metadata: { requestId: "r-1" }, ...members });
}

describe("toActionError", () => {
  it("keeps the service's own name as the code, and gives the request id", () => {
    const error = toActionError(serviceError("InvalidParameterException", "TaskDefinition is\n inactive"), CALL);
    expect(error).toMatchObject({ code: "InvalidParameterException", source: "aws" });
    expect(error.message).toBe(
      "ecs:DescribeServices (etl) failed: InvalidParameterException: TaskDefinition is inactive (request id r-1)",
    );
  });

  it.each([
    ["AccessDeniedException", "AccessDeniedException"],
    ["AccessDenied", "AccessDenied"],
    ["UnauthorizedOperation", "UnauthorizedOperation"],
  ])("names action and resource for %s", (name, code) => {
    const error = toActionError(serviceError(name, "Access denied"), CALL);
    expect(error.code).toBe(code);
    expect(error.message).toBe("The role of this run has no permission for ecs:DescribeServices on etl.");
    expect(error.hint).toContain("Allow ecs:DescribeServices in the IAM policy");
    expect(isAccessDenied(error)).toBe(true);
  });

  it("names the permission AWS says is missing, which need not be that of the call", () => {
    const message =
      "User: arn:aws:sts::123456789012:assumed-role/deploy/run is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/exec because no identity-based policy allows the iam:PassRole action";
    const error = toActionError(serviceError("AccessDeniedException", message), {
      ...CALL,
      action: "ecs:RegisterTaskDefinition",
    });
    expect(error.message).toBe(
      "arn:aws:sts::123456789012:assumed-role/deploy/run has no permission for iam:PassRole on arn:aws:iam::123456789012:role/exec (needed by ecs:RegisterTaskDefinition).",
    );
  });

  it("cuts EC2's encoded block", () => {
    const error = toActionError(
      serviceError("DryRunOperation", "You are not authorized. Encoded authorization failure message: AbC-dEf_123"),
      CALL,
    );
    expect(error.message).not.toContain("AbC-dEf_123");
  });

  it.each(["ExpiredTokenException", "ExpiredToken", "RequestExpired"])("tells what to raise for %s", (name) => {
    const error = toActionError(serviceError(name, "The security token is expired"), { ...CALL, inWorkflow: true });
    expect(error.hint).toContain("role-duration-seconds");
    expect(isCredentialsError(error)).toBe(true);
  });

  it("points to the step that gets credentials", () => {
    const missing = Object.assign(new Error("Could not load credentials from any providers"), {
      name: "CredentialsProviderError",
    });
    const error = toActionError(missing, { ...CALL, inWorkflow: true });
    expect(error.code).toBe("aws-credentials-missing");
    expect(error.hint).toContain("aws-actions/configure-aws-credentials");
    expect(isCredentialsError(error)).toBe(true);
    expect(toActionError(missing, CALL).hint).toContain("AWS_PROFILE");
  });

  it("names cluster and region", () => {
    const error = toActionError(serviceError("ClusterNotFoundException", "Cluster not found."), CALL);
    expect(error.message).toBe("There is no ECS cluster main in us-west-2.");
  });

  it.each([
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("getaddrinfo ENOTFOUND ecs.us-wset-2.amazonaws.com"), { code: "ENOTFOUND" }),
    Object.assign(new Error("Request did not complete"), { name: "TimeoutError" }),
  ])("says that AWS could not be reached: $message", (thrown) => {
    expect(toActionError(thrown, CALL)).toMatchObject({ code: "aws-unreachable", source: "aws" });
  });

  it("recognises an answer that is not from AWS, without quoting it", () => {
    const thrown = Object.assign(
      new SyntaxError(
        "Unexpected token '<' Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.",
      ),
      { $response: { body: "<html>" } },
    );
    const error = toActionError(thrown, CALL);
    expect(error.code).toBe("aws-answer-unreadable");
    expect(error.message).not.toContain("$response");
  });

  it("carries no cause, because the SDK's error holds the response", () => {
    expect(toActionError(serviceError("ClientException", "no"), CALL).cause).toBeUndefined();
  });

  it("leaves an ActionError as it is", () => {
    const error = new ActionError("x", "y", { source: "internal" });
    expect(toActionError(error, CALL)).toBe(error);
  });

  it("hides texts that AWS echoes, also when it changes their line breaks", () => {
    const error = toActionError(serviceError("ClientException", "bad value: one\n  two, and s3cret"), {
      ...CALL,
      hidden: ["one\n  two", "s3cret"],
    });
    expect(error.message).toContain("bad value: (hidden), and (hidden)");
  });
});

describe("hideTexts", () => {
  it.each([
    ["a long one before its part", "key=hunter2-long", ["hunter2", "hunter2-long"], "key=(hidden)"],
    ["as JSON writes it", String.raw`{"v":"say \"hi\""}`, ['say "hi"'], `{"v":"(hidden)"}`],
    ["not what is too short to be a secret", "exit 1 of 12", ["1", "12"], "exit 1 of 12"],
    ["every occurrence", "abcd abcd", ["abcd"], "(hidden) (hidden)"],
  ])("replaces %s", (_, message, hidden, expected) => {
    expect(hideTexts(message, hidden)).toBe(expected);
  });
});
