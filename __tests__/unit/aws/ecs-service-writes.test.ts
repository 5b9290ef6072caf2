import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure, LOST } from "./fake-aws.ts";

const serviceOf = (serviceName: string, status = "ACTIVE") => ({ serviceName, status });
const CREATE = { cluster: "main", serviceName: "a", taskDefinition: "arn:td:1" };
const TAGS = { team: "data", empty: "" };
const NOT_IDEMPOTENT = failure("InvalidParameterException", "Creation of service was not idempotent.");

describe("createService", () => {
  it("passes the request through, with its tags", async () => {
    const { ports, calls } = await connectFakeAws({ CreateService: () => answer({ service: serviceOf("a") }) });
    await ports.ecs.createService({ ...CREATE, clientToken: "t" }, TAGS);
    const tags = [
      { key: "team", value: "data" },
      { key: "empty", value: "" },
    ];
    expect(calls.map(({ body }) => body)).toEqual([{ ...CREATE, clientToken: "t", tags }]);
  });

  it("repeats a request whose answer was lost with the same token", async () => {
    const { ports, calls } = await connectFakeAws({
      CreateService: (_, nth) => (nth === 0 ? LOST : answer({ service: serviceOf("a") })),
    });
    await ports.ecs.createService(CREATE, {});
    const [first, second] = calls.map(({ body }) => body.clientToken);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  describe("when the name is taken", () => {
    const found = (changes: object, tags: object = TAGS) =>
      answer({
        services: [
          {
            ...serviceOf("a"),
            taskDefinition: "arn:td:1",
            tags: Object.entries({ ...tags, more: "of ECS" }).map(([key, value]) => ({ key, value })),
            ...changes,
          },
        ],
      });

    it("gives the service that was asked for, as soon as ECS shows it", async () => {
      const { ports, actions, clock } = await connectFakeAws({
        CreateService: () => NOT_IDEMPOTENT,
        DescribeServices: (_, nth) => (nth < 2 ? answer({ services: [] }) : found({})),
      });
      await expect(ports.ecs.createService(CREATE, TAGS)).resolves.toMatchObject({ taskDefinition: "arn:td:1" });
      expect(actions().filter((action) => action === "DescribeServices")).toHaveLength(3);
      expect(clock.slept).toEqual([2_000, 2_000]);
    });

    it.each([
      ["on another revision", found({ taskDefinition: "arn:td:2" })],
      ["of another run", found({}, { ...TAGS, team: "other" })],
      ["on its way out", found({ status: "DRAINING" })],
      ["that is not shown", answer({ services: [] })],
    ])("leaves a service %s alone", async (_, description) => {
      const { ports } = await connectFakeAws({
        CreateService: () => NOT_IDEMPOTENT,
        DescribeServices: () => description,
      });
      await expect(ports.ecs.createService(CREATE, TAGS)).rejects.toMatchObject({
        code: "service-name-taken",
        message: expect.stringContaining("The ECS service a came into being while"),
      });
    });
  });
});

describe("updateService", () => {
  const FORCED = { cluster: "main", service: "a", forceNewDeployment: true };
  const withPrimary = (id: string) => ({
    ...serviceOf("a"),
    deployments: [
      { id, status: "PRIMARY" },
      { id: "ecs-svc/0", status: "ACTIVE" },
    ],
  });

  it("repeats what starts nothing the second time", async () => {
    const { ports, actions } = await connectFakeAws({
      UpdateService: (_, nth) => (nth === 0 ? LOST : answer({ service: withPrimary("ecs-svc/2") })),
    });
    await ports.ecs.updateService({ cluster: "main", service: "a", taskDefinition: "arn:td:2" });
    expect(actions()).toEqual(["UpdateService", "UpdateService"]);
  });

  it("forces one deployment only: a lost answer is looked for in the service", async () => {
    const { ports, actions } = await connectFakeAws({
      DescribeServices: (_, nth) => answer({ services: [withPrimary(nth === 0 ? "ecs-svc/1" : "ecs-svc/2")] }),
      UpdateService: () => LOST,
    });
    await expect(ports.ecs.updateService(FORCED)).resolves.toMatchObject(withPrimary("ecs-svc/2"));
    expect(actions()).toEqual(["DescribeServices", "UpdateService", "DescribeServices"]);
  });

  it("forces again when the first request had no effect", async () => {
    const { ports, actions, calls } = await connectFakeAws({
      DescribeServices: () => answer({ services: [withPrimary("ecs-svc/1")] }),
      UpdateService: (_, nth) => (nth === 0 ? LOST : answer({ service: withPrimary("ecs-svc/2") })),
    });
    await expect(ports.ecs.updateService(FORCED)).resolves.toMatchObject(withPrimary("ecs-svc/2"));
    expect(actions()).toEqual(["DescribeServices", "UpdateService", "DescribeServices", "UpdateService"]);
    expect(calls.at(-1)?.body).toEqual(FORCED);
  });

  it("names the service that failed", async () => {
    const { ports } = await connectFakeAws({
      UpdateService: () => failure("ServiceNotFoundException", "Service not found."),
    });
    await expect(ports.ecs.updateService({ cluster: "main", service: "a" })).rejects.toMatchObject({
      code: "ServiceNotFoundException",
      message: expect.stringContaining("ecs:UpdateService (a) failed"),
    });
  });
});

describe("deleteService", () => {
  it("forces, and takes a service that is gone for deleted", async () => {
    const { ports, calls } = await connectFakeAws({
      DeleteService: (_, nth) =>
        [
          answer({ service: serviceOf("a", "DRAINING") }),
          failure("ServiceNotFoundException", "Service not found."),
          failure("ServiceNotActiveException", "Service was not ACTIVE."),
        ][nth] ?? failure("ClientException", "no"),
    });
    await ports.ecs.deleteService("main", "a");
    await ports.ecs.deleteService("main", "a");
    await ports.ecs.deleteService("main", "a");
    await expect(ports.ecs.deleteService("main", "a")).rejects.toMatchObject({ code: "ClientException" });
    expect(calls[0]?.body).toEqual({ cluster: "main", service: "a", force: true });
  });
});
