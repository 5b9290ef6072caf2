import { RegisterTaskDefinitionCommand, type RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { ECS, refusalOf, sendJson, startAccount } from "./account.ts";
import { CONTAINER, FARGATE, withContainer } from "./task-definition-samples.ts";

const REGISTER = `${ECS}.RegisterTaskDefinition`;
describe("a request is checked against the schema", () => {
  it.each([
    ["a member nobody knows", { ...FARGATE, colour: "red" }, "ClientException", "colour"],
    [
      "a member nobody knows, deep inside",
      { ...FARGATE, containerDefinitions: [{ ...CONTAINER, environment: [{ Name: "A", value: "1" }] }] },
      "ClientException",
      "containerDefinitions[0].environment[0].Name",
    ],
    ["a number for a text", { ...FARGATE, cpu: 256 }, "SerializationException", "NUMBER_VALUE"],
    [
      "a boolean for a text",
      { ...FARGATE, containerDefinitions: [{ ...CONTAINER, environment: [{ name: "A", value: true }] }] },
      "SerializationException",
      "TRUE_VALUE can not be converted to a String",
    ],
    ["a text for a list", { ...FARGATE, containerDefinitions: "app" }, "SerializationException", "Unexpected field"],
    ["a list for a text", { ...FARGATE, family: ["app"] }, "SerializationException", "not expected"],
    ["a network mode there is not", { ...FARGATE, networkMode: "vpc" }, "ClientException", "enum value set: [awsvpc"],
    [
      "a launch type there is not",
      { ...FARGATE, requiresCompatibilities: ["FARGAT"] },
      "ClientException",
      "Value 'FARGAT' at 'requiresCompatibilities'",
    ],
    [
      "a log driver there is not",
      { ...FARGATE, containerDefinitions: [{ ...CONTAINER, logConfiguration: { logDriver: "cloudwatch" } }] },
      "ClientException",
      "'containerDefinitions.1.member.logConfiguration.logDriver'",
    ],
    ["no family", { ...FARGATE, family: undefined }, "ClientException", "family"],
    ["what is not JSON", "{", "SerializationException", "JSON"],
  ])("%s is refused", async (_what, body, type, part) => {
    const account = await startAccount();
    const answer = await sendJson(account, REGISTER, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ __type: type, message: expect.stringContaining(part) });
  });

  it("null counts as absent", async () => {
    const account = await startAccount();
    const answer = await sendJson(account, REGISTER, { ...FARGATE, taskRoleArn: null });
    expect(answer.status).toBe(200);
    expect(answer.body.taskDefinition).not.toHaveProperty("taskRoleArn");
  });

  it("an operation that does not exist, and a request without signature, are refused", async () => {
    const account = await startAccount();
    expect((await sendJson(account, `${ECS}.RegisterEverything`, {})).body).toMatchObject({
      __type: "UnknownOperationException",
    });
    const unsigned = await sendJson(account, REGISTER, FARGATE, {});
    expect(unsigned).toMatchObject({ status: 403, body: { __type: "MissingAuthenticationTokenException" } });
  });
});

const volume = (name: string, efs: object): RegisterTaskDefinitionCommandInput => ({
  ...FARGATE,
  volumes: [{ name, efsVolumeConfiguration: { fileSystemId: "fs-1", ...efs } }],
});
const containers = (count: number) => Array.from({ length: count }, (_, i) => ({ ...CONTAINER, name: `c${i}` }));

describe("what ECS refuses to register", () => {
  it.each<[string, RegisterTaskDefinitionCommandInput, string]>([
    ["eleven containers", { ...FARGATE, containerDefinitions: containers(11) }, "at most 10"],
    ["no containers", { ...FARGATE, containerDefinitions: [] }, "cannot be empty"],
    ["more than 64 KiB", withContainer({ environment: [{ name: "A", value: "x".repeat(65_536) }] }), "64 KiB"],
    ["a family with a dot", { ...FARGATE, family: "a.b" }, "Family contains invalid characters"],
    ["two containers of a name", { ...FARGATE, containerDefinitions: [CONTAINER, CONTAINER] }, "unique"],
    ["no image", withContainer({ image: "" }), "Container.image"],
    [
      "a mount of no volume",
      withContainer({ mountPoints: [{ sourceVolume: "x", containerPath: "/x" }] }),
      "Unknown volume",
    ],
    ["no essential container", withContainer({ essential: false }), "essential"],
    [
      "a dependency on nobody",
      withContainer({ dependsOn: [{ containerName: "b", condition: "START" }] }),
      "dependency",
    ],
    ["a health check of no kind", withContainer({ healthCheck: { command: ["curl"] } }), "CMD"],
    ["too many retries", withContainer({ healthCheck: { command: ["CMD", "x"], retries: 11 } }), "retries"],
    [
      "other host ports with awsvpc",
      withContainer({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      "must match",
    ],
    ["a privileged container on Fargate", withContainer({ privileged: true }), "privileged"],
    ["Fargate without cpu", { ...FARGATE, cpu: undefined }, "'cpu'"],
    ["Fargate in bridge mode", { ...FARGATE, networkMode: "bridge" }, "awsvpc"],
    ["20 GiB of storage", { ...FARGATE, ephemeralStorage: { sizeInGiB: 20 } }, "between 21 and 200"],
    ["201 GiB of storage", { ...FARGATE, ephemeralStorage: { sizeInGiB: 201 } }, "between 21 and 200"],
    ["no tags as a list", { ...FARGATE, tags: [] }, "Tags can not be empty"],
    ["an aws: tag", { ...FARGATE, tags: [{ key: "aws:x", value: "" }] }, "aws:"],
    ["a tag with a bracket", { ...FARGATE, tags: [{ key: "a[", value: "" }] }, "invalid characters"],
    ["51 tags", { ...FARGATE, tags: Array.from({ length: 51 }, (_, i) => ({ key: `k${i}`, value: "" })) }, "50 tags"],
    ["secrets without execution role", withContainer({ secrets: [{ name: "A", valueFrom: "a" }] }), "executionRoleArn"],
    [
      "a secret named as a variable",
      withContainer({ environment: [{ name: "A", value: "1" }], secrets: [{ name: "A", valueFrom: "a" }] }),
      "unique",
    ],
    ["awslogs without execution role", withContainer({ logConfiguration: { logDriver: "awslogs" } }), "awslogs"],
    [
      "an ECR image without execution role",
      withContainer({ image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/a" }),
      "execution role",
    ],
    ["an access point in the open", volume("v", { authorizationConfig: { accessPointId: "fsap-1" } }), "ENABLED"],
    [
      "an access point below a directory",
      volume("v", {
        transitEncryption: "ENABLED",
        rootDirectory: "/a",
        authorizationConfig: { accessPointId: "fsap-1" },
      }),
      "root directory",
    ],
    ["no memory on EC2", { family: "app", containerDefinitions: [CONTAINER] }, "memoryReservation"],
  ])("%s", async (_what, request, part) => {
    const { ecs } = await startAccount();
    const { name, message } = await refusalOf(ecs.send(new RegisterTaskDefinitionCommand(request)));
    expect(["ClientException", "InvalidParameterException"]).toContain(name);
    expect(message).toContain(part);
  });

  it("ten containers and a request just below 64 KiB are taken", async () => {
    const { ecs } = await startAccount();
    await ecs.send(new RegisterTaskDefinitionCommand({ ...FARGATE, containerDefinitions: containers(10) }));
    const size = JSON.stringify(withContainer({ environment: [{ name: "A", value: "" }] })).length;
    const request = withContainer({ environment: [{ name: "A", value: "x".repeat(65_536 - size) }] });
    await ecs.send(new RegisterTaskDefinitionCommand(request));
    const above = withContainer({ environment: [{ name: "A", value: "x".repeat(65_537 - size) }] });
    expect((await refusalOf(ecs.send(new RegisterTaskDefinitionCommand(above)))).message).toContain("64 KiB");
  });
});

describe("sizes of Fargate", () => {
  it.each([
    ["256", "512", "256", "512"],
    ["256", "2048", "256", "2048"],
    ["512", "4096", "512", "4096"],
    ["1024", "8192", "1024", "8192"],
    ["4096", "30720", "4096", "30720"],
    ["8192", "20480", "8192", "20480"],
    ["16384", "122880", "16384", "122880"],
    [".25 vCPU", "0.5 GB", "256", "512"],
    ["1 vCPU", "2GB", "1024", "2048"],
  ])("%s CPU and %s memory are stored as %s and %s", async (cpu, memory, storedCpu, storedMemory) => {
    const { ecs } = await startAccount();
    const { taskDefinition } = await ecs.send(new RegisterTaskDefinitionCommand({ ...FARGATE, cpu, memory }));
    expect(taskDefinition).toMatchObject({ cpu: storedCpu, memory: storedMemory });
  });

  it.each([
    ["256", "4096"],
    ["512", "512"],
    ["512", "1536"],
    ["1024", "1024"],
    ["4096", "31744"],
    ["8192", "17408"],
    ["300", "512"],
    ["one", "512"],
    ["256", "512 MB"],
  ])("%s CPU and %s memory are refused", async (cpu, memory) => {
    const { ecs } = await startAccount();
    const { name } = await refusalOf(ecs.send(new RegisterTaskDefinitionCommand({ ...FARGATE, cpu, memory })));
    expect(name).toBe("ClientException");
  });
});
