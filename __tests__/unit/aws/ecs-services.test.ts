import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure } from "./fake-aws.ts";

const serviceOf = (serviceName: string, status = "ACTIVE") => ({
  serviceName,
  serviceArn: `arn:aws:ecs:us-west-2:123456789012:service/main/${serviceName}`,
  status,
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `service-${index}`);

describe("describeServices", () => {
  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [200, 20],
  ])("reads %i services in %i calls, with tags, in the order asked for", async (count, expectedCalls) => {
    const { ports, calls } = await connectFakeAws({
      DescribeServices: ({ body }) =>
        answer({ services: [...(body.services as string[])].reverse().map((name) => serviceOf(name)) }),
    });
    const services = await ports.ecs.describeServices("main", names(count));
    expect(services.map(({ serviceName }) => serviceName)).toEqual(names(count));
    expect(calls).toHaveLength(expectedCalls);
    for (const { body } of calls) {
      expect(body).toMatchObject({ cluster: "main", include: ["TAGS"] });
      expect((body.services as string[]).length).toBeLessThanOrEqual(10);
    }
  });

  it("leaves out what is INACTIVE or MISSING, and keeps what is draining", async () => {
    const { ports } = await connectFakeAws({
      DescribeServices: () =>
        answer({
          services: [serviceOf("old", "INACTIVE"), serviceOf("going", "DRAINING")],
          failures: [{ arn: "arn:none", reason: "MISSING" }],
        }),
    });
    const services = await ports.ecs.describeServices("main", ["none", "old", "going"]);
    expect(services.map(({ serviceName }) => serviceName)).toEqual(["going"]);
  });

  it("fails for any other failure", async () => {
    const { ports } = await connectFakeAws({
      DescribeServices: () => answer({ services: [], failures: [{ arn: "arn:a", reason: "ACCESS_DENIED" }] }),
    });
    await expect(ports.ecs.describeServices("main", ["a"])).rejects.toMatchObject({
      code: "ACCESS_DENIED",
      message: "ECS could not describe the service arn:a: ACCESS_DENIED.",
    });
  });

  it("names the cluster that is not there", async () => {
    const { ports } = await connectFakeAws({
      DescribeServices: () => failure("ClusterNotFoundException", "Cluster not found."),
    });
    await expect(ports.ecs.describeServices("mian", ["a"])).rejects.toMatchObject({
      code: "ClusterNotFoundException",
      message: "There is no ECS cluster mian in us-west-2.",
    });
  });

  it("tries again when it is throttled", async () => {
    const { ports, calls } = await connectFakeAws({
      DescribeServices: (_, nth) =>
        nth === 0 ? failure("ThrottlingException", "Rate exceeded") : answer({ services: [serviceOf("a")] }),
    });
    await expect(ports.ecs.describeServices("main", ["a"])).resolves.toHaveLength(1);
    expect(calls).toHaveLength(2);
  });

  it("calls itself by name and never logs a request", async () => {
    const { ports, calls, logged } = await connectFakeAws({ DescribeServices: () => answer({ services: [] }) });
    await ports.ecs.describeServices("main", ["a"]);
    expect(calls[0]?.headers["user-agent"]).toContain("dagster-ecs-deploy");
    expect(logged).toEqual(["ecs:DescribeServices"]);
  });
});

describe("listServices", () => {
  it("reads all pages and gives names, sorted", async () => {
    const { ports, calls } = await connectFakeAws({
      ListServices: ({ body }) =>
        body.nextToken === undefined
          ? answer({ serviceArns: ["arn:aws:ecs:us-west-2:1:service/main/b"], nextToken: "2" })
          : answer({ serviceArns: ["arn:aws:ecs:us-west-2:1:service/a"] }),
    });
    await expect(ports.ecs.listServices("main")).resolves.toEqual(["a", "b"]);
    expect(calls.map(({ body }) => body.maxResults)).toEqual([100, 100]);
  });
});

describe("clusterIsActive", () => {
  it.each([
    [{ clusters: [{ status: "ACTIVE" }] }, true],
    [{ clusters: [{ status: "INACTIVE" }] }, false],
    [{ clusters: [], failures: [{ arn: "arn:c", reason: "MISSING" }] }, false],
  ])("%j is %s", async (body, expected) => {
    const { ports } = await connectFakeAws({ DescribeClusters: () => answer(body) });
    await expect(ports.ecs.clusterIsActive("main")).resolves.toBe(expected);
  });
});

describe("tagResource and untagResource", () => {
  it("write tags, and call nothing for no tags", async () => {
    const { ports, calls } = await connectFakeAws({ TagResource: () => answer({}), UntagResource: () => answer({}) });
    await ports.ecs.tagResource("arn:s", {});
    await ports.ecs.untagResource("arn:s", []);
    await ports.ecs.tagResource("arn:s", { a: "1" });
    await ports.ecs.untagResource("arn:s", ["b"]);
    expect(calls.map(({ body }) => body)).toEqual([
      { resourceArn: "arn:s", tags: [{ key: "a", value: "1" }] },
      { resourceArn: "arn:s", tagKeys: ["b"] },
    ]);
  });
});
