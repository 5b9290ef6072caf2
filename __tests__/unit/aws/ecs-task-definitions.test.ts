import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type EnvironmentVariable, HiddenText } from "../../../src/model/environment.ts";
import { answer, connectFakeAws, failure, LOST } from "./fake-aws.ts";

const BODY = {
  family: "server_acme_prod_etl",
  containerDefinitions: [
    { name: "dagster", image: "etl:1" },
    { name: "sidecar", image: "agent:2", environment: [] },
  ],
};
const SECRET = "p4ssw0rd-of-the-step";
const ENVIRONMENT: readonly EnvironmentVariable[] = [
  { name: "LITERAL", value: { origin: "literal", text: "shown" } },
  { name: "SECRET", value: { origin: "step", hidden: new HiddenText(SECRET), from: "SECRET" } },
];
const REGISTERED = answer({ taskDefinition: { taskDefinitionArn: "arn:td:1" } });
const CONCURRENT = failure(
  "ClientException",
  "Too many concurrent attempts to create a new revision of the specified family.",
);

describe("describeTaskDefinition", () => {
  it("keeps every field, with dates as text", async () => {
    const description = {
      taskDefinitionArn: "arn:td:3",
      family: "etl",
      revision: 3,
      status: "ACTIVE",
      containerDefinitions: [{ name: "dagster", environment: [], cpu: 0 }],
      enableFaultInjection: false,
      registeredAt: 1_700_000_000,
    };
    const { ports, calls } = await connectFakeAws({
      DescribeTaskDefinition: () => answer({ taskDefinition: description }),
    });
    await expect(ports.ecs.describeTaskDefinition("etl")).resolves.toEqual({
      arn: "arn:td:3",
      family: "etl",
      revision: 3,
      status: "ACTIVE",
      description: { ...description, registeredAt: "2023-11-14T22:13:20.000Z" },
    });
    expect(calls[0]?.body).toEqual({ taskDefinition: "etl" });
  });

  it("is undefined when ECS cannot find it", async () => {
    const { ports } = await connectFakeAws({
      DescribeTaskDefinition: () => failure("ClientException", "Unable to describe task definition."),
    });
    await expect(ports.ecs.describeTaskDefinition("etl")).resolves.toBeUndefined();
  });

  it.each([
    ["AccessDeniedException", "User is not authorized to perform: ecs:DescribeTaskDefinition"],
    ["ClientException", "Something else"],
  ])("does not take %s (%s) for absence", async (code, message) => {
    const { ports } = await connectFakeAws({ DescribeTaskDefinition: () => failure(code, message) });
    await expect(ports.ecs.describeTaskDefinition("etl")).rejects.toMatchObject({ code });
  });
});

describe("registerTaskDefinition", () => {
  it("puts the environment into the first container only", async () => {
    const { ports, calls, logged } = await connectFakeAws({ RegisterTaskDefinition: () => REGISTERED });
    await expect(ports.ecs.registerTaskDefinition(BODY, ENVIRONMENT, { team: "data" })).resolves.toBe("arn:td:1");
    expect(calls[0]?.body).toEqual({
      family: "server_acme_prod_etl",
      containerDefinitions: [
        {
          name: "dagster",
          image: "etl:1",
          environment: [
            { name: "LITERAL", value: "shown" },
            { name: "SECRET", value: SECRET },
          ],
        },
        { name: "sidecar", image: "agent:2", environment: [] },
      ],
      tags: [
        { key: "team", value: "data" },
        { key: "dagster-ecs-deploy/registration", value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      ],
    });
    expect(logged.join()).not.toContain(SECRET);
  });

  it("lets no hidden value out through an error", async () => {
    const { ports } = await connectFakeAws({
      RegisterTaskDefinition: () => failure("ClientException", `Invalid value ${SECRET} for SECRET`),
    });
    const error: unknown = await ports.ecs.registerTaskDefinition(BODY, ENVIRONMENT, {}).catch((thrown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining("Invalid value (hidden) for SECRET") });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(SECRET);
  });

  it("tries again when another revision of the family is being made", async () => {
    const { ports, calls, clock } = await connectFakeAws({
      RegisterTaskDefinition: (_, nth) => (nth < 3 ? CONCURRENT : REGISTERED),
    });
    await expect(ports.ecs.registerTaskDefinition(BODY, [], {})).resolves.toBe("arn:td:1");
    expect(calls).toHaveLength(4);
    expect(clock.slept).toHaveLength(3);
  });

  it("gives up after a while, with ECS's own words", async () => {
    const { ports, calls } = await connectFakeAws({ RegisterTaskDefinition: () => CONCURRENT });
    await expect(ports.ecs.registerTaskDefinition(BODY, [], {})).rejects.toThrow("Too many concurrent attempts");
    expect(calls).toHaveLength(12);
  });

  describe("whose answer is lost", () => {
    const latest = (registration: unknown) =>
      answer({
        taskDefinition: { taskDefinitionArn: "arn:td:1", family: "etl", revision: 1, status: "ACTIVE" },
        tags: [{ key: "dagster-ecs-deploy/registration", value: registration }],
      });
    const registrationOf = ({ body }: { readonly body: Record<string, unknown> }) =>
      (body.tags as { key: string; value: string }[]).find(({ key }) => key.endsWith("/registration"))?.value;

    it("is not sent again when the newest revision is the one that was sent", async () => {
      let sent: unknown;
      const { ports, actions } = await connectFakeAws({
        RegisterTaskDefinition: (call) => {
          sent = registrationOf(call);
          return LOST;
        },
        // Reads lag behind writes.
        DescribeTaskDefinition: (_, nth) => latest(nth === 0 ? "of another run" : sent),
      });
      await expect(ports.ecs.registerTaskDefinition(BODY, [], {})).resolves.toBe("arn:td:1");
      expect(actions()).toEqual(["RegisterTaskDefinition", "DescribeTaskDefinition", "DescribeTaskDefinition"]);
    });

    it("is sent again, as the same one, when it is not", async () => {
      const { ports, calls, actions } = await connectFakeAws({
        RegisterTaskDefinition: (_, nth) => (nth === 0 ? { status: 500, body: "{}" } : REGISTERED),
        DescribeTaskDefinition: () => failure("ClientException", "Unable to describe task definition."),
      });
      await expect(ports.ecs.registerTaskDefinition(BODY, [], {})).resolves.toBe("arn:td:1");
      expect(actions().filter((action) => action === "RegisterTaskDefinition")).toHaveLength(2);
      const [first, second] = calls.filter(({ action }) => action === "RegisterTaskDefinition").map(registrationOf);
      expect(first).toBeDefined();
      expect(second).toBe(first);
    });

    it("is not sent again when nobody can tell", async () => {
      const { ports, actions } = await connectFakeAws({
        RegisterTaskDefinition: () => LOST,
        DescribeTaskDefinition: () => failure("AccessDeniedException", "User is not authorized"),
      });
      await expect(ports.ecs.registerTaskDefinition(BODY, [], {})).rejects.toMatchObject({
        code: "AccessDeniedException",
      });
      expect(actions()).toEqual(["RegisterTaskDefinition", "DescribeTaskDefinition"]);
    });
  });

  it("registers one revision of a family at a time, also after a failure", async () => {
    let underWay = 0;
    const { ports, calls } = await connectFakeAws({
      RegisterTaskDefinition: (_, nth) => {
        underWay += 1;
        return nth === 0 ? failure("ClientException", "No") : REGISTERED;
      },
    });
    const first = ports.ecs.registerTaskDefinition(BODY, [], {}).finally(() => {
      expect(underWay).toBe(1);
    });
    const second = ports.ecs.registerTaskDefinition(BODY, [], {});
    await expect(first).rejects.toMatchObject({ code: "ClientException" });
    await expect(second).resolves.toBe("arn:td:1");
    expect(calls).toHaveLength(2);
  });
});

describe("listTaskDefinitions", () => {
  it("asks for a family by its whole name, the newest first, over pages", async () => {
    const { ports, calls } = await connectFakeAws({
      ListTaskDefinitions: ({ body }) =>
        body.nextToken === undefined
          ? answer({ taskDefinitionArns: ["server:12"], nextToken: "more" })
          : answer({ taskDefinitionArns: ["server:11"] }),
    });
    await expect(ports.ecs.listTaskDefinitions("server", "ACTIVE")).resolves.toEqual(["server:12", "server:11"]);
    expect(calls[0]?.body).toMatchObject({ familyPrefix: "server", status: "ACTIVE", sort: "DESC" });
  });
});

describe("deregisterTaskDefinition", () => {
  it("takes a revision that is INACTIVE already for deregistered", async () => {
    const { ports } = await connectFakeAws({
      DeregisterTaskDefinition: () => failure("ClientException", "The specified task definition is inactive."),
    });
    await expect(ports.ecs.deregisterTaskDefinition("server:1")).resolves.toBeUndefined();
  });

  it("does not hide another refusal", async () => {
    const { ports } = await connectFakeAws({
      DeregisterTaskDefinition: () => failure("ClientException", "Invalid revision number."),
    });
    await expect(ports.ecs.deregisterTaskDefinition("server:x")).rejects.toMatchObject({ code: "ClientException" });
  });
});

describe("describeTaskDefinition with tags", () => {
  it("asks for them and gives them as a map", async () => {
    const { ports, calls } = await connectFakeAws({
      DescribeTaskDefinition: () =>
        answer({
          taskDefinition: { taskDefinitionArn: "arn:server:1", family: "server", revision: 1, status: "ACTIVE" },
          tags: [{ key: "team", value: "data" }, { key: "empty" }],
        }),
    });
    const found = await ports.ecs.describeTaskDefinition("server", { withTags: true });
    expect(found?.tags).toEqual({ team: "data", empty: "" });
    expect(calls[0]?.body).toEqual({ taskDefinition: "server", include: ["TAGS"] });
  });
});
