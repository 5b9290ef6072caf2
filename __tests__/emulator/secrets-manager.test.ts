import {
  DescribeSecretCommand,
  type Filter,
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { readPages, refusalOf, startAccount } from "./account.ts";

async function start(options: EmulatorOptions = {}) {
  const account = await startAccount(options);
  const client = new SecretsManagerClient(account.settings);
  const list = (Filters: Filter[] = [], request: object = {}) =>
    readPages(async (NextToken) => {
      const page = await client.send(new ListSecretsCommand({ Filters, NextToken, ...request }));
      return { items: page.SecretList?.map(({ Name }) => Name), nextToken: page.NextToken };
    });
  account.emulator.seed(
    { kind: "secret", name: "prod/db", tags: { dagster: "" } },
    { kind: "secret", name: "prod/api", tags: { dagster_other: "x" }, description: "The key of the API" },
    { kind: "secret", name: "Prod/upper", tags: { Dagster: "x", team: "data" } },
    { kind: "secret", name: "untagged" },
  );
  return { ...account, client, list };
}

describe("ListSecrets", () => {
  it.each<[string, Filter[], string[]]>([
    ["a tag key is a prefix, and its case counts", [{ Key: "tag-key", Values: ["dagster"] }], ["prod/api", "prod/db"]],
    ["a tag value too", [{ Key: "tag-value", Values: ["da"] }], ["Prod/upper"]],
    ["a name is a prefix without case", [{ Key: "name", Values: ["prod/"] }], ["Prod/upper", "prod/api", "prod/db"]],
    ["a description too", [{ Key: "description", Values: ["the key"] }], ["prod/api"]],
    ["all looks everywhere", [{ Key: "all", Values: ["team"] }], ["Prod/upper"]],
    ["values are alternatives", [{ Key: "name", Values: ["untagged", "prod/db"] }], ["untagged", "prod/db"]],
    [
      "filters hold together",
      [
        { Key: "name", Values: ["prod"] },
        { Key: "tag-key", Values: ["dagster"] },
      ],
      ["prod/api", "prod/db"],
    ],
    ["an exclamation mark excludes", [{ Key: "tag-key", Values: ["!dagster"] }], ["untagged", "Prod/upper"]],
    ["nothing fits", [{ Key: "tag-key", Values: ["nothing"] }], []],
  ])("%s", async (_what, filters, names) => {
    const { list } = await start();
    expect((await list(filters)).items).toEqual(names);
  });

  it("comes newest first unless asked, in pages", async () => {
    const { list, client } = await start({ pageSize: 3 });
    expect(await list()).toEqual({ items: ["untagged", "Prod/upper", "prod/api", "prod/db"], pages: 2 });
    expect((await list([], { SortOrder: "asc", MaxResults: 1 })).pages).toBe(4);
    const wrong = client.send(new ListSecretsCommand({ MaxResults: 101 }));
    expect((await refusalOf(wrong)).name).toBe("InvalidParameterException");
    const token = client.send(new ListSecretsCommand({ NextToken: "made-up" }));
    expect((await refusalOf(token)).name).toBe("InvalidNextTokenException");
  });

  it("answers ARN and tags", async () => {
    const { client } = await start();
    const { SecretList } = await client.send(
      new ListSecretsCommand({ Filters: [{ Key: "name", Values: ["prod/db"] }] }),
    );
    expect(SecretList).toMatchObject([
      {
        ARN: expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:prod\/db-[A-Za-z0-9]{6}$/),
        Tags: [{ Key: "dagster", Value: "" }],
      },
    ]);
  });
});

describe("DescribeSecret", () => {
  it("finds a secret by name, ARN, and ARN without its random end", async () => {
    const { client, emulator } = await start();
    const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:mine-AbCdEf";
    emulator.seed({ kind: "secret", name: "mine", arn });
    for (const SecretId of ["mine", arn, arn.slice(0, -7)]) {
      expect((await client.send(new DescribeSecretCommand({ SecretId }))).ARN).toBe(arn);
    }
    const lost = client.send(new DescribeSecretCommand({ SecretId: "min" }));
    expect((await refusalOf(lost)).name).toBe("ResourceNotFoundException");
  });
});

it("a secret's value is never given", async () => {
  const { client } = await start();
  const refusal = await refusalOf(client.send(new GetSecretValueCommand({ SecretId: "prod/db" })));
  expect(refusal.name).toBe("AccessDeniedException");
});
