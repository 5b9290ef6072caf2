import { describe, expect, it } from "vitest";
import { classifyFailure } from "../../../src/aws/attempt-failure.ts";
import { ActionError } from "../../../src/errors.ts";

/** What the SDK throws, as far as it is looked at. */
function thrown(name: string, members: object = {}): Error {
  return Object.assign(new Error(`${name} happened`), { name, ...members });
}

describe("classifyFailure", () => {
  it.each<[string, Error, string]>([
    ["a throttled call", thrown("ThrottlingException"), "throttled"],
    ["a throttled call of EC2", thrown("RequestLimitExceeded", { $metadata: { httpStatusCode: 503 } }), "throttled"],
    ["what the SDK knows as throttling", thrown("Busy", { $retryable: { throttling: true } }), "throttled"],
    ["status 429", thrown("Unknown", { $metadata: { httpStatusCode: 429 } }), "throttled"],
    ["a quota of ECS", thrown("LimitExceededException"), "final"],
    ["a server error", thrown("ServerException", { $metadata: { httpStatusCode: 500 } }), "unanswered"],
    ["a proxy's page", thrown("SyntaxError", { $response: { statusCode: 502 } }), "unanswered"],
    ["a timeout", thrown("TimeoutError"), "unanswered"],
    ["a reset", thrown("TimeoutError", { code: "ECONNRESET" }), "unanswered"],
    ["a refused connection", thrown("TimeoutError", { code: "ECONNREFUSED" }), "unreachable"],
    ["a host that is not there", thrown("Error", { code: "ENOTFOUND" }), "unreachable"],
    ["an invalid parameter", thrown("InvalidParameterException", { $metadata: { httpStatusCode: 400 } }), "final"],
    ["expired credentials", thrown("ExpiredToken", { $metadata: { httpStatusCode: 503 } }), "final"],
    [
      "a signature of another time, once the SDK knows",
      thrown("InvalidSignatureException", { $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }),
      "clock-corrected",
    ],
    ["one of ours", new ActionError("ThrottlingException", "no", { source: "aws" }), "final"],
  ])("takes %s for what it is", (_, error, kind) => {
    expect(classifyFailure(error).kind).toBe(kind);
  });

  it("knows a refusal that passes by the text the call is known for", () => {
    const refusal = Object.assign(new Error("Too many concurrent attempts"), { name: "ClientException" });
    expect(classifyFailure(refusal, /too many concurrent/i).kind).toBe("passing");
    expect(classifyFailure(refusal).kind).toBe("final");
  });

  it("does not trip over what is no error", () => {
    expect(classifyFailure("no").kind).toBe("final");
  });
});
