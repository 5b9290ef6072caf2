import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudWatchLogsClient, CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateSecurityGroupCommand, CreateSubnetCommand, CreateVpcCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateClusterCommand, DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import {
  CreatePrivateDnsNamespaceCommand,
  GetOperationCommand,
  ServiceDiscoveryClient,
} from "@aws-sdk/client-servicediscovery";
import { beforeAll, describe, expect, test } from "vitest";
import { type ActionRun, runAction } from "../../demo/runner.ts";

const REFERENCE = new URL("../fixtures/reference/", import.meta.url).pathname;
const REGION = "us-east-1";
const url = process.env.MOTO_URL ?? "";
const client = { endpoint: url, region: REGION, credentials: { accessKeyId: "test", secretAccessKey: "test" } };

let workspace: string;
let cluster: string;

/** What the reference's files name, made with the ids that moto gives. */
beforeAll(async () => {
  const ec2 = new EC2Client(client);
  const vpc = (await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }))).Vpc?.VpcId ?? "";
  const subnets = await Promise.all(
    ["10.0.1.0/24", "10.0.2.0/24"].map(
      async (CidrBlock) => (await ec2.send(new CreateSubnetCommand({ VpcId: vpc, CidrBlock }))).Subnet?.SubnetId ?? "",
    ),
  );
  const group = await ec2.send(new CreateSecurityGroupCommand({ VpcId: vpc, GroupName: "code", Description: "code" }));
  const discovery = new ServiceDiscoveryClient(client);
  const { OperationId } = await discovery.send(
    new CreatePrivateDnsNamespaceCommand({ Name: "code.internal", Vpc: vpc }),
  );
  const { Operation } = await discovery.send(new GetOperationCommand({ OperationId }));
  const dagsterYaml = (await readFile(`${REFERENCE}dagster.yaml`, "utf8"))
    .replace(/subnet-0a1b2c3d4e5f60001/, subnets[0] ?? "")
    .replace(/subnet-0a1b2c3d4e5f60002/, subnets[1] ?? "")
    .replace(/sg-0a1b2c3d4e5f60001/, group.GroupId ?? "")
    .replace(/ns-abcdefgh12345678/, Operation?.Targets?.NAMESPACE ?? "");
  const dagsterCloudYaml = await readFile(`${REFERENCE}dagster_cloud.yaml`, "utf8");
  cluster = /cluster: (.+)/.exec(dagsterYaml)?.[1] ?? "";
  await new ECSClient(client).send(new CreateClusterCommand({ clusterName: cluster }));
  const logGroupName = /log_group: (.+)/.exec(dagsterYaml)?.[1] ?? "";
  await new CloudWatchLogsClient(client).send(new CreateLogGroupCommand({ logGroupName }));
  const secrets = new SecretsManagerClient(client);
  const { ARN = "" } = await secrets.send(new CreateSecretCommand({ Name: "FOO", SecretString: "{}" }));
  await secrets.send(
    new CreateSecretCommand({ Name: "TAGGED", SecretString: "x", Tags: [{ Key: "my_tag_name", Value: "" }] }),
  );
  const iam = new IAMClient(client);
  const trust = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" };
  const roles = new Set([...`${dagsterYaml}${dagsterCloudYaml}`.matchAll(/:role\/(\w+)/g)].map(([, name]) => name));
  for (const RoleName of roles) {
    await iam.send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
      }),
    );
  }
  workspace = await mkdtemp(join(tmpdir(), "checkout-"));
  await writeFile(join(workspace, "dagster.yaml"), dagsterYaml);
  await writeFile(
    join(workspace, "dagster_cloud.yaml"),
    dagsterCloudYaml.replaceAll("arn:aws:secretsmanager:us-east-1:123456789012:secret:FOO-AbCdEf", ARN),
  );
});

function act(command: string, more: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  return runAction({
    workspace,
    event: { name: "push" },
    // moto has services and no tasks of theirs: watched to the end, no rollout of its would be a success.
    inputs: { command, wait: "false", ...more },
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      DATABASE_PASSWORD: "a-database-password",
      DAGSTER_ECS_DEPLOY_CLOCK_SCALE: "0.05",
    },
  });
}

describe("the reference's own example against moto_server", () => {
  test("plans a creation", async () => {
    const run = await act("plan");
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ create: 1 });
  });

  test("applies it", async () => {
    const run = await act("apply");
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    const [location] = JSON.parse(run.outputs.locations ?? "") as { service: string; status: string }[];
    expect(location?.status).toBe("started");
    const { services } = await new ECSClient(client).send(
      new DescribeServicesCommand({ cluster, services: [location?.service ?? ""] }),
    );
    expect(services?.[0]?.status).toBe("ACTIVE");
  });

  test("then plans empty, and applies nothing", async () => {
    const plan = await act("plan", { "fail-on-changes": "true" });
    expect(plan.log).not.toContain("::error");
    expect(plan.exitCode).toBe(0);
    expect(plan.outputs["has-changes"]).toBe("false");
    const apply = await act("apply");
    expect(apply.outputs["has-changes"]).toBe("false");
  });

  test("updates what changes", async () => {
    const path = join(workspace, "dagster_cloud.yaml");
    await writeFile(path, (await readFile(path, "utf8")).replace("DATABASE_NAME=staging", "DATABASE_NAME=production"));
    const run = await act("apply");
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.summary ?? "")).toMatchObject({ update: 1 });
    expect((await act("plan")).outputs["has-changes"]).toBe("false");
  });
});
