import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure } from "./fake-aws.ts";

const ARN = "arn:aws:secretsmanager:us-west-2:123456789012:secret:FOO-AbCdEf";

describe("secretsWithTag", () => {
  it("keeps secrets with exactly this key, from all pages, sorted by name", async () => {
    const { ports, calls } = await connectFakeAws({
      ListSecrets: ({ body }) =>
        body.NextToken === undefined
          ? answer({
              SecretList: [
                {
                  Name: "b",
                  ARN: "arn:b",
                  Tags: [
                    { Key: "team", Value: "x" },
                    { Key: "dagster", Value: "" },
                  ],
                },
                { Name: "prefix-only", ARN: "arn:p", Tags: [{ Key: "dagster-run", Value: "1" }] },
              ],
              NextToken: "2",
            })
          : answer({
              SecretList: [
                { Name: "a", ARN: "arn:a", Tags: [{ Key: "dagster" }] },
                { Name: "c", ARN: "arn:c" },
              ],
            }),
    });
    await expect(ports.secrets.secretsWithTag("dagster")).resolves.toEqual([
      { name: "a", valueFrom: "arn:a" },
      { name: "b", valueFrom: "arn:b" },
    ]);
    expect(calls[0]?.body).toEqual({ Filters: [{ Key: "tag-key", Values: ["dagster"] }], MaxResults: 100 });
  });
});

describe("nameOf", () => {
  it("asks for the secret itself, without key and version", async () => {
    const { ports, calls } = await connectFakeAws({ DescribeSecret: () => answer({ Name: "FOO", ARN }) });
    await expect(ports.secrets.nameOf(`${ARN}:token::`)).resolves.toBe("FOO");
    expect(calls[0]?.body).toEqual({ SecretId: ARN });
  });

  it.each([
    ["is not there", failure("ResourceNotFoundException", "no")],
    ["is about to be deleted", answer({ Name: "FOO", DeletedDate: 1_700_000_000 })],
  ])("is undefined when the secret %s", async (_, response) => {
    const { ports } = await connectFakeAws({ DescribeSecret: () => response });
    await expect(ports.secrets.nameOf(ARN)).resolves.toBeUndefined();
  });
});
