import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { refusalOf, startAccount } from "./account.ts";

describe("STS", () => {
  it("tells who calls", async () => {
    const account = await startAccount({ account: "210987654321" });
    const identity = await new STSClient(account.settings).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: "210987654321",
      Arn: "arn:aws:sts::210987654321:assumed-role/deploy/session",
    });
  });

  it("lets a role be assumed that is there", async () => {
    const account = await startAccount();
    const sts = new STSClient(account.settings);
    const assume = (RoleArn: string) =>
      sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "me", DurationSeconds: 900 }));
    const { Credentials, AssumedRoleUser } = await assume(account.names.taskRoleArn);
    expect(Credentials?.Expiration).toEqual(new Date(account.clock.now() + 900_000));
    expect(AssumedRoleUser?.Arn).toBe("arn:aws:sts::123456789012:assumed-role/dagster-task/me");
    expect(await refusalOf(assume(`${account.names.taskRoleArn}x`))).toMatchObject({
      name: "AccessDenied",
      status: 403,
    });
  });

  it("speaks XML, errors too", async () => {
    const { emulator } = await startAccount();
    const send = async (body: string) => {
      const headers = { "content-type": "application/x-www-form-urlencoded", authorization: "AWS4-HMAC-SHA256 x" };
      const response = await fetch(emulator.url, { method: "POST", headers, body });
      return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
    };
    const base = "Action=GetCallerIdentity&Version=2011-06-15";
    const good = await send(base);
    expect(good).toMatchObject({ status: 200, type: "text/xml" });
    expect(good.body).toMatch(/<GetCallerIdentityResult>.*<Account>123456789012<\/Account>.*<RequestId>/);
    const bad = await send(`${base}&Colour=red`);
    expect(bad.status).toBe(400);
    expect(bad.body).toMatch(/<ErrorResponse><Error><Type>Sender<\/Type><Code>ValidationError<\/Code>/);
    expect((await send("Action=AssumeRole&Version=2011-06-15")).body).toContain("<Code>ValidationError</Code>");
  });
});

describe("IAM", () => {
  it("shows a role with its path and its trust policy, URL-encoded", async () => {
    const account = await startAccount();
    const iam = new IAMClient(account.settings);
    account.emulator.seed({ kind: "role", name: "a", path: "/team/", trustedServices: ["lambda.amazonaws.com"] });
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "a" }));
    expect(Role).toMatchObject({ Arn: "arn:aws:iam::123456789012:role/team/a", Path: "/team/", RoleName: "a" });
    expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ""))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: ["lambda.amazonaws.com"] }, Action: "sts:AssumeRole" }],
    });
  });

  it("does not know a role that is not there", async () => {
    const account = await startAccount();
    const refusal = await refusalOf(new IAMClient(account.settings).send(new GetRoleCommand({ RoleName: "nobody" })));
    expect(refusal).toEqual({
      name: "NoSuchEntityException",
      message: "The role with name nobody cannot be found.",
      status: 404,
    });
  });
});
