import { describe, expect, it } from "vitest";
import { trustsEcsTasks } from "../../../src/aws/trust-policy.ts";
import { connectFakeAws } from "./fake-aws.ts";

const TRUSTING = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

const encode = (policy: unknown) => encodeURIComponent(JSON.stringify(policy));

const roleAnswer = (policy: unknown) => ({
  body: `<GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role><Path>/</Path><RoleName>r</RoleName><RoleId>i</RoleId><Arn>a</Arn><CreateDate>2024-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${encode(policy)}</AssumeRolePolicyDocument></Role></GetRoleResult></GetRoleResponse>`,
});

describe("trustsEcsTasks", () => {
  const statement = (members: object) => ({ Statement: { ...TRUSTING.Statement[0], ...members } });
  it.each<[string, unknown, boolean]>([
    ["the usual policy", TRUSTING, true],
    ["one statement without a list", statement({}), true],
    ["several services", statement({ Principal: { Service: ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] } }), true],
    ["several actions", statement({ Action: ["sts:TagSession", "sts:AssumeRole"] }), true],
    ["any action of STS", statement({ Action: "sts:*" }), true],
    ["anyone", statement({ Principal: "*" }), true],
    ["a condition", statement({ Condition: { StringEquals: { "aws:SourceAccount": "1" } } }), true],
    ["another service", statement({ Principal: { Service: "ec2.amazonaws.com" } }), false],
    ["an account", statement({ Principal: { AWS: "arn:aws:iam::1:root" } }), false],
    ["another action", statement({ Action: "sts:AssumeRoleWithWebIdentity" }), false],
    ["a denial", statement({ Effect: "Deny" }), false],
    ["no statement", {}, false],
  ])("%s", (_, policy, expected) => {
    expect(trustsEcsTasks(encode(policy))).toBe(expected);
  });
});

describe("checkTaskRole", () => {
  it.each([
    ["ok", TRUSTING],
    ["untrusted", {}],
  ])("is %s for %j", async (expected, policy) => {
    const { ports, calls } = await connectFakeAws({ GetRole: () => roleAnswer(policy) });
    await expect(ports.identity.checkTaskRole("arn:aws:iam::123456789012:role/team/etl")).resolves.toBe(expected);
    expect(calls[0]?.body.RoleName).toBe("etl");
  });

  it("is missing when IAM has no such role", async () => {
    const { ports } = await connectFakeAws({
      GetRole: () => ({
        status: 404,
        body: "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>",
      }),
    });
    await expect(ports.identity.checkTaskRole("arn:aws:iam::123456789012:role/etl")).resolves.toBe("missing");
  });
});

describe("callerIdentity", () => {
  it("says who we are and in which partition", async () => {
    const arn = "arn:aws-us-gov:sts::123456789012:assumed-role/deploy/run";
    const { ports } = await connectFakeAws({
      GetCallerIdentity: () => ({
        body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>u</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      }),
    });
    await expect(ports.identity.callerIdentity()).resolves.toEqual({
      account: "123456789012",
      arn,
      partition: "aws-us-gov",
    });
  });
});
