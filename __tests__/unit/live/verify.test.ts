import { describe, expect, it } from "vitest";
import { ActionError } from "../../../src/errors.ts";
import { verifyPreconditions } from "../../../src/live/verify.ts";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import type { AwsFacts, ImageFact } from "../../../src/model/live-state.ts";
import { ACCOUNT, accessDenied, createFakePorts, desiredLocation } from "./fake-ports.ts";

type Overrides = Parameters<typeof createFakePorts>[0];

const CALLER = { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:role/deploy`, partition: "aws" };
const FOUND: ImageFact = { status: "found", digest: "sha256:1", platforms: ["linux/amd64"] };
const NO_FACTS: AwsFacts = { images: new Map(), taggedSecrets: new Map(), secretNames: new Map() };
const secretArn = (name: string, account = ACCOUNT, region = "us-west-2") =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${name}`;

const HEALTHY = {
  ecs: { clusterIsActive: async () => true },
  discovery: {
    describeNamespace: async () => ({
      name: "dagster.local",
      arn: `arn:aws:servicediscovery:us-west-2:${ACCOUNT}:namespace/ns-1`,
    }),
  },
  network: { missingSubnets: async () => [], missingSecurityGroups: async () => [] },
  logs: { groupExists: async () => true },
  identity: { checkTaskRole: async () => "ok" },
  secrets: { nameOf: async () => "FOO" },
  registry: { resolveImages: async (references: readonly string[]) => new Map(references.map((key) => [key, FOUND])) },
} as const satisfies Overrides;

async function verify(
  overrides: Overrides,
  locations: readonly DesiredLocation[] = [desiredLocation("etl")],
  options: { facts?: Partial<AwsFacts>; serviceDiscoveryRoleArn?: string } = {},
) {
  const { ports, calls } = createFakePorts({ ...HEALTHY, ...overrides });
  const { facts, ...rest } = options;
  const checks = await verifyPreconditions(
    { locations, facts: { ...NO_FACTS, ...facts }, caller: CALLER, ...rest },
    ports,
  );
  const find = (subject: string) => checks.find((check) => check.subject === subject);
  return { checks, calls, find };
}

describe("verifyPreconditions", () => {
  it("checks everything once, in a fixed order, however many locations need it", async () => {
    const locations = ["ml", "etl"].map((name) => desiredLocation(name));
    const { checks, calls } = await verify({}, locations);
    expect(checks.map(({ status, subject, target }) => `${status} ${subject} ${target}`)).toEqual([
      "OK cluster main",
      "OK namespace ns-1",
      "OK subnet subnet-a",
      "OK subnet subnet-b",
      "OK security group sg-1",
      "OK log group /dagster",
      `OK execution role arn:aws:iam::${ACCOUNT}:role/exec`,
      `OK task role arn:aws:iam::${ACCOUNT}:role/task`,
      "OK image ecr/etl:1",
    ]);
    expect(checks.every(({ locations: names }) => names.join() === "etl,ml")).toBe(true);
    expect(calls.sort()).toEqual([
      'discovery.describeNamespace("ns-1")',
      'ecs.clusterIsActive("main")',
      `identity.checkTaskRole("arn:aws:iam::${ACCOUNT}:role/exec")`,
      `identity.checkTaskRole("arn:aws:iam::${ACCOUNT}:role/task")`,
      'logs.groupExists("/dagster")',
      'network.missingSecurityGroups(["sg-1"])',
      'network.missingSubnets(["subnet-a","subnet-b"])',
      'registry.resolveImages(["ecr/etl:1"])',
    ]);
  });

  it("asks nobody about nothing", async () => {
    const { checks, calls } = await verify({}, []);
    expect(checks).toEqual([]);
    expect(calls).toEqual([]);
  });

  it.each<[string, string, Overrides]>([
    ["cluster", "no active ECS cluster main in us-west-2", { ecs: { clusterIsActive: async () => false } }],
    ["namespace", "no Cloud Map namespace ns-1", { discovery: { describeNamespace: async () => undefined } }],
    ["subnet", "no subnet subnet-a", { network: { ...HEALTHY.network, missingSubnets: async () => ["subnet-a"] } }],
    [
      "security group",
      "no security group sg-1",
      { network: { ...HEALTHY.network, missingSecurityGroups: async () => ["sg-1"] } },
    ],
    ["log group", "no log group /dagster", { logs: { groupExists: async () => false } }],
    ["execution role", "no execution role arn", { identity: { checkTaskRole: async () => "missing" } }],
    ["task role", "may not assume the task role", { identity: { checkTaskRole: async () => "untrusted" } }],
  ])("fails for a %s: %s", async (subject, message, overrides) => {
    const { find } = await verify(overrides);
    expect(find(subject)).toMatchObject({
      status: "FAIL",
      message: expect.stringContaining(message),
      hint: expect.any(String),
    });
  });

  it("skips what it has no permission for, and names the permission", async () => {
    const { checks, find } = await verify({
      identity: { checkTaskRole: () => Promise.reject(accessDenied("iam:GetRole")) },
      network: { ...HEALTHY.network, missingSubnets: () => Promise.reject(accessDenied("ec2:DescribeSubnets")) },
    });
    expect(find("task role")).toMatchObject({ status: "SKIP", message: expect.stringContaining("iam:GetRole") });
    expect(checks.filter(({ subject }) => subject === "subnet").map(({ status }) => status)).toEqual(["SKIP", "SKIP"]);
    expect(find("security group")).toMatchObject({ status: "OK" });
  });

  it("fails the check for any other error of AWS", async () => {
    const broken = new ActionError("aws-unreachable", "AWS could not be reached.", { source: "aws" });
    const { find } = await verify({ logs: { groupExists: () => Promise.reject(broken) } });
    expect(find("log group")).toEqual({
      status: "FAIL",
      subject: "log group",
      target: "/dagster",
      message: "AWS could not be reached.",
      locations: ["etl"],
    });
  });

  it("does not hide a mistake of its own", async () => {
    await expect(verify({ logs: { groupExists: () => Promise.reject(new TypeError("bug")) } })).rejects.toThrow("bug");
  });

  it("fails for a role of another account without asking", async () => {
    const role = "arn:aws:iam::210987654321:role/exec";
    const { find, calls } = await verify({}, [desiredLocation("etl", { body: { executionRoleArn: role } })]);
    expect(find("execution role")).toMatchObject({ status: "FAIL", message: expect.stringContaining("210987654321") });
    expect(calls.filter((call) => call.includes(role))).toEqual([]);
  });

  it("checks no role where none is configured", async () => {
    const location = desiredLocation("etl");
    const { taskRoleArn: _, ...body } = location.taskDefinition.body;
    const { find } = await verify({}, [{ ...location, taskDefinition: { ...location.taskDefinition, body } }]);
    expect(find("task role")).toBeUndefined();
  });
});

describe("namespace of another account", () => {
  const foreign = {
    discovery: {
      describeNamespace: async () => ({
        name: "x",
        arn: "arn:aws:servicediscovery:us-west-2:210987654321:namespace/ns-1",
      }),
    },
  };

  it("fails, because ECS cannot register tasks there", async () => {
    const { find } = await verify(foreign);
    expect(find("namespace")).toMatchObject({ status: "FAIL", message: expect.stringContaining("210987654321") });
  });

  it("is not judged with a role for service discovery", async () => {
    const { find } = await verify(foreign, undefined, { serviceDiscoveryRoleArn: "arn:aws:iam::210987654321:role/sd" });
    expect(find("namespace")).toMatchObject({ status: "SKIP" });
  });
});

describe("secrets", () => {
  const withSecrets = (...values: string[]) =>
    desiredLocation("etl", {
      body: {
        containerDefinitions: [
          { name: "dagster", secrets: values.map((valueFrom, index) => ({ name: `S${index}`, valueFrom })) },
          { name: "sidecar", repositoryCredentials: { credentialsParameter: secretArn("registry-AbCdEf") } },
        ],
      },
    });
  const secretsOf = async (location: DesiredLocation, overrides: Overrides = {}, facts: Partial<AwsFacts> = {}) => {
    const { checks, calls } = await verify(overrides, [location], { facts });
    const asked = calls.filter((call) => call.startsWith("secrets."));
    return { checks: checks.filter(({ subject }) => subject === "secret"), asked };
  };

  it("checks a secret once for all its keys, registry credentials included", async () => {
    const foo = secretArn("FOO-AbCdEf");
    const { checks, asked } = await secretsOf(withSecrets(`${foo}:token::`, `${foo}:password::`));
    expect(checks.map(({ status, target }) => [status, target])).toEqual([
      ["OK", foo],
      ["OK", secretArn("registry-AbCdEf")],
    ]);
    expect(asked).toHaveLength(2);
  });

  it("skips what is not in Secrets Manager of this account and region", async () => {
    const parameter = `arn:aws:ssm:us-west-2:${ACCOUNT}:parameter/x`;
    const { checks, asked } = await secretsOf(
      withSecrets("plain-parameter", parameter, secretArn("A", "210987654321"), secretArn("B", ACCOUNT, "eu-west-1")),
    );
    const skipped = checks.filter(({ status }) => status === "SKIP").map(({ message }) => message?.split(": ").at(-1));
    expect(skipped.sort()).toEqual([
      "it belongs to account 210987654321.",
      "it is in eu-west-1.",
      "it is not in AWS Secrets Manager.",
      "it is not in AWS Secrets Manager.",
    ]);
    expect(asked).toHaveLength(1);
  });

  it("does not ask for what was found by tag or by ARN", async () => {
    const { checks, asked } = await secretsOf(
      withSecrets(secretArn("TAGGED"), secretArn("NAMED")),
      {},
      {
        taggedSecrets: new Map([["dagster", [{ name: "TAGGED", valueFrom: secretArn("TAGGED") }]]]),
        secretNames: new Map([[secretArn("NAMED"), "NAMED"]]),
      },
    );
    expect(checks.map(({ status }) => status)).toEqual(["OK", "OK", "OK"]);
    expect(asked).toEqual([`secrets.nameOf("${secretArn("registry-AbCdEf")}")`]);
  });

  it("fails for a secret that does not exist", async () => {
    const { checks } = await secretsOf(withSecrets(), { secrets: { nameOf: async () => undefined } });
    expect(checks).toMatchObject([{ status: "FAIL", message: expect.stringContaining("does not exist") }]);
  });
});

describe("images", () => {
  const imageChecks = async (
    locations: readonly DesiredLocation[],
    images: ReadonlyMap<string, ImageFact> = new Map(),
    overrides: Overrides = {},
  ) => {
    const { checks, calls } = await verify(overrides, locations, { facts: { images } });
    return {
      checks: checks.filter(({ subject }) => subject === "image"),
      asked: calls.filter((call) => call.startsWith("registry.")),
    };
  };
  const ARM: ImageFact = { status: "found", digest: "sha256:1", platforms: ["linux/arm64"] };

  it("does not ask again for what is known", async () => {
    const { checks, asked } = await imageChecks([desiredLocation("etl")], new Map([["ecr/etl:1", FOUND]]));
    expect(checks).toMatchObject([{ status: "OK", target: "ecr/etl:1" }]);
    expect(asked).toEqual([]);
  });

  it.each<[string, Parameters<typeof desiredLocation>[1], ImageFact, string]>([
    ["an ARM image on the default platform", {}, ARM, "FAIL"],
    ["an ARM image on ARM", { body: { runtimePlatform: { cpuArchitecture: "ARM64" } } }, ARM, "OK"],
    ["an Intel image on ARM", { body: { runtimePlatform: { cpuArchitecture: "ARM64" } } }, FOUND, "FAIL"],
    [
      "a Linux image on Windows",
      { body: { runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } } },
      FOUND,
      "FAIL",
    ],
    ["an image that does not list platforms", {}, { ...FOUND, platforms: [] }, "OK"],
    ["EC2, where the instances decide", { service: { launchType: "EC2" } }, ARM, "OK"],
    ["an image that is not there", {}, { status: "missing", reason: "no tag `1`" }, "FAIL"],
    ["an image that cannot be checked", {}, { status: "not-checked", reason: "not an ECR image" }, "SKIP"],
  ])("%s", async (_, overrides, fact, expected) => {
    const { checks } = await imageChecks([desiredLocation("etl", overrides)], new Map([["ecr/etl:1", fact]]));
    expect(checks.map(({ status }) => status)).toEqual([expected]);
  });

  it("says what the image is for and what runs it", async () => {
    const { checks } = await imageChecks([desiredLocation("etl")], new Map([["ecr/etl:1", ARM]]));
    expect(checks[0]?.message).toBe("The image ecr/etl:1 is for linux/arm64, but the tasks run on linux/amd64.");
    expect(checks[0]?.hint).toContain("--platform linux/amd64");
  });

  it("checks what runs now when that is kept", async () => {
    const kept = { requested: "ecr/etl:2", reference: "ecr/etl@sha256:1", status: "kept" } as const;
    const facts = new Map<string, ImageFact>([["ecr/etl:2", { status: "missing", reason: "no tag `2`" }]]);
    const { checks, asked } = await imageChecks([desiredLocation("etl", { image: kept })], facts);
    expect(checks).toMatchObject([{ status: "OK", target: "ecr/etl@sha256:1" }]);
    expect(asked).toEqual(['registry.resolveImages(["ecr/etl@sha256:1"])']);
  });

  it("checks one image for each platform that runs it, with one request", async () => {
    const arm = { body: { runtimePlatform: { cpuArchitecture: "ARM64" } } };
    const locations = [desiredLocation("a"), desiredLocation("b", arm), desiredLocation("c")];
    const { checks, asked } = await imageChecks(locations);
    expect(checks.map(({ status, locations: names }) => [status, names])).toEqual([
      ["OK", ["a", "c"]],
      ["FAIL", ["b"]],
    ]);
    expect(asked).toHaveLength(1);
  });
});
