import { describe, expect, it } from "vitest";
import { lastSegment, parseArn, secretArnOf } from "../../../src/model/arn.ts";

describe("parseArn", () => {
  it("takes an ARN apart; the resource may hold colons", () => {
    expect(parseArn("arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:a-b")).toEqual({
      partition: "aws-cn",
      service: "secretsmanager",
      region: "cn-north-1",
      account: "123456789012",
      resource: "secret:a-b",
    });
  });

  it("allows an ARN without a region", () => {
    expect(parseArn("arn:aws:iam::123456789012:role/x")).toMatchObject({ region: "", resource: "role/x" });
  });

  it.each(["", "role/x", "arn:aws:iam", "arn:aws:iam::123456789012"])("refuses %j", (text) => {
    expect(parseArn(text)).toBeUndefined();
  });
});

describe("secretArnOf", () => {
  const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:FOO-AbCdEf";
  it.each([secret, `${secret}:token::`, `${secret}::AWSPREVIOUS:`, `${secret}:::`])(
    "finds the secret of %s",
    (text) => {
      expect(secretArnOf(text)).toBe(secret);
    },
  );
});

describe("lastSegment", () => {
  it.each([
    ["arn:aws:iam::123456789012:role/path/Name", "Name"],
    ["Name", "Name"],
  ])("of %s is %s", (text, expected) => {
    expect(lastSegment(text)).toBe(expected);
  });
});
