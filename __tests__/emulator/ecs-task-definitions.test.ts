import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { codeServer, readPages, refusalOf, register, startAccount } from "./account.ts";
import { CONTAINER, FARGATE, withContainer } from "./task-definition-samples.ts";

describe("what ECS adds", () => {
  it("to a container and the task, in the forms of real answers", async () => {
    const account = await startAccount();
    const { ecs } = account;
    await ecs.send(
      new RegisterTaskDefinitionCommand({
        ...FARGATE,
        volumes: [{ name: "scratch" }, { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1" } }],
        containerDefinitions: [
          {
            ...CONTAINER,
            portMappings: [{ containerPort: 4000 }],
            healthCheck: { command: ["CMD-SHELL", "true"] },
            mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
          },
        ],
      }),
    );
    const { taskDefinition, tags } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "app" }));
    expect(taskDefinition).toEqual({
      taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/app:1",
      containerDefinitions: [
        {
          ...CONTAINER,
          cpu: 0,
          essential: true,
          environment: [],
          mountPoints: [{ sourceVolume: "data", containerPath: "/data" }],
          volumesFrom: [],
          systemControls: [],
          portMappings: [{ containerPort: 4000, hostPort: 4000, protocol: "tcp" }],
          healthCheck: { command: ["CMD-SHELL", "true"], interval: 30, timeout: 5, retries: 3 },
        },
      ],
      family: "app",
      networkMode: "awsvpc",
      revision: 1,
      volumes: [
        { name: "scratch", host: {} },
        { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-1", rootDirectory: "/" } },
      ],
      status: "ACTIVE",
      requiresAttributes: expect.arrayContaining([{ name: "ecs.capability.task-eni" }, { name: "ecs.capability.efs" }]),
      placementConstraints: [],
      compatibilities: ["EC2", "FARGATE", "MANAGED_INSTANCES"],
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      registeredAt: new Date(account.clock.now()),
      registeredBy: expect.stringContaining(":assumed-role/deploy/"),
      enableFaultInjection: false,
    });
    expect(tags).toEqual([]);
  });

  it("nothing of it to what was given, but variables come back in another order", async () => {
    const { ecs } = await startAccount();
    const environment = [
      { name: "A", value: "1" },
      { name: "B", value: "" },
      { name: "C", value: "3" },
    ];
    const given = { cpu: 10, essential: true, systemControls: [{ namespace: "net.a", value: "1" }], command: [] };
    await ecs.send(new RegisterTaskDefinitionCommand(withContainer({ ...given, environment })));
    const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "app:1" }));
    const [container] = taskDefinition?.containerDefinitions ?? [];
    expect(container).toMatchObject(given);
    expect(container?.environment).toEqual(environment.toReversed());
  });
});

describe("revisions", () => {
  it("go up by one, and go on after a deregistration", async () => {
    const account = await startAccount();
    expect(await register(account)).toMatch(/task-definition\/server:1$/);
    expect(await register(account)).toMatch(/:2$/);
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:2" }));
    expect(await register(account)).toMatch(/:3$/);
  });

  it("an INACTIVE one is described by number only; the family means the newest ACTIVE one", async () => {
    const account = await startAccount();
    await register(account);
    await register(account);
    const gone = await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:2" }));
    expect(gone.taskDefinition).toMatchObject({ status: "INACTIVE", deregisteredAt: new Date(account.clock.now()) });
    const read = async (taskDefinition: string) =>
      (await account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }))).taskDefinition;
    expect(await read("server")).toMatchObject({ revision: 1, status: "ACTIVE" });
    expect(await read("server:2")).toMatchObject({ revision: 2, status: "INACTIVE" });
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:1" }));
    const refusal = await refusalOf(read("server"));
    expect(refusal).toMatchObject({ name: "ClientException", message: "Unable to describe task definition." });
  });

  it("a deregistration needs a revision that exists", async () => {
    const { ecs } = await startAccount();
    const send = (taskDefinition: string) =>
      refusalOf(ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition })));
    expect((await send("server")).message).toBe("Revision is missing.");
    expect((await send("server:9")).name).toBe("ClientException");
  });

  it("are deleted ten at a time, once they are INACTIVE", async () => {
    const account = await startAccount();
    await register(account);
    await register(account);
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:1" }));
    const answer = await account.ecs.send(
      new DeleteTaskDefinitionsCommand({ taskDefinitions: ["server:1", "server:2", "nobody:1"] }),
    );
    expect(answer.taskDefinitions?.map(({ status }) => status)).toEqual(["DELETE_IN_PROGRESS"]);
    expect(answer.failures?.map(({ arn }) => arn)).toEqual([expect.stringMatching(/server:2$/), "nobody:1"]);
    const eleven = Array.from({ length: 11 }, (_, i) => `server:${i}`);
    const refusal = await refusalOf(account.ecs.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: eleven })));
    expect(refusal.name).toBe("InvalidParameterException");
  });
});

describe("lists", () => {
  it("revisions come in pages, in order, by family and status", async () => {
    const account = await startAccount({ pageSize: 2 });
    for (let i = 0; i < 5; i += 1) await register(account);
    await register(account, codeServer(account, { family: "other" }));
    await account.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: "server:3" }));
    const list = (request: object) =>
      readPages(async (nextToken) => {
        const page = await account.ecs.send(new ListTaskDefinitionsCommand({ ...request, nextToken }));
        return { items: page.taskDefinitionArns?.map((arn) => arn.split("/")[1]), nextToken: page.nextToken };
      });
    expect(await list({ familyPrefix: "server" })).toEqual({
      items: ["server:1", "server:2", "server:4", "server:5"],
      pages: 2,
    });
    expect((await list({ familyPrefix: "server", sort: "DESC", maxResults: 1 })).pages).toBe(4);
    expect((await list({ status: "INACTIVE" })).items).toEqual(["server:3"]);
    expect((await list({})).items[0]).toBe("other:1");
    const { name } = await refusalOf(account.ecs.send(new ListTaskDefinitionsCommand({ maxResults: 101 })));
    expect(name).toBe("InvalidParameterException");
    expect((await refusalOf(account.ecs.send(new ListTaskDefinitionsCommand({ nextToken: "made-up" })))).name).toBe(
      "InvalidParameterException",
    );
  });

  it("families come by prefix", async () => {
    const account = await startAccount({ pageSize: 1 });
    for (const family of ["a-1", "a-2", "b"]) await register(account, codeServer(account, { family }));
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await account.ecs.send(new ListTaskDefinitionFamiliesCommand({ familyPrefix: "a", nextToken }));
      return { items: page.families, nextToken: page.nextToken };
    });
    expect({ items, pages }).toEqual({ items: ["a-1", "a-2"], pages: 2 });
  });
});

describe("tags", () => {
  it("are shown only when asked for, with a value always", async () => {
    const account = await startAccount();
    await register(account, codeServer(account, { tags: [{ key: "a" }, { key: "b", value: "1" }] }));
    const describe = (include?: "TAGS"[]) =>
      account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "server", ...(include && { include }) }));
    expect((await describe()).tags).toEqual([]);
    expect((await describe(["TAGS"])).tags).toEqual([
      { key: "a", value: "" },
      { key: "b", value: "1" },
    ]);
  });
});
