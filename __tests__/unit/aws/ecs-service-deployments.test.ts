import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure } from "./fake-aws.ts";

describe("listServiceDeployments", () => {
  it("reads all pages, and asks from a moment on", async () => {
    const { ports, calls } = await connectFakeAws({
      ListServiceDeployments: ({ body }) =>
        body.nextToken === undefined
          ? answer({ serviceDeployments: [{ serviceDeploymentArn: "arn:2" }], nextToken: "more" })
          : answer({ serviceDeployments: [{ serviceDeploymentArn: "arn:1" }] }),
    });
    const found = await ports.ecs.listServiceDeployments("main", "etl", { createdAfter: new Date(1_700_000_000_000) });
    expect(found.map(({ serviceDeploymentArn }) => serviceDeploymentArn)).toEqual(["arn:2", "arn:1"]);
    expect(calls[0]?.body).toMatchObject({ cluster: "main", service: "etl", createdAt: { after: 1_700_000_000 } });
  });

  it("asks for all there are without a moment", async () => {
    const { ports, calls } = await connectFakeAws({ ListServiceDeployments: () => answer({}) });
    await expect(ports.ecs.listServiceDeployments("main", "etl")).resolves.toEqual([]);
    expect(calls[0]?.body).not.toHaveProperty("createdAt");
  });
});

describe.each([
  ["describeServiceDeployments", "DescribeServiceDeployments", "serviceDeploymentArns", "serviceDeployments"],
  ["describeServiceRevisions", "DescribeServiceRevisions", "serviceRevisionArns", "serviceRevisions"],
] as const)("%s", (method, action, request, member) => {
  it("asks for twenty at a time", async () => {
    const { ports, calls } = await connectFakeAws({
      [action]: ({ body }) => answer({ [member]: (body[request] as string[]).map(() => ({})) }),
    });
    const arns = Array.from({ length: 21 }, (_, index) => `arn:${index}`);
    await expect(ports.ecs[method](arns)).resolves.toHaveLength(21);
    expect(calls.map(({ body }) => (body[request] as string[]).length).sort()).toEqual([1, 20]);
  });
});

describe("rollBackServiceDeployment", () => {
  it("asks ECS to roll back, not only to stop", async () => {
    const { ports, calls } = await connectFakeAws({ StopServiceDeployment: () => answer({}) });
    await expect(ports.ecs.rollBackServiceDeployment("arn:1")).resolves.toBe(true);
    expect(calls[0]?.body).toEqual({ serviceDeploymentArn: "arn:1", stopType: "ROLLBACK" });
  });

  it.each(["ConflictException", "ServiceDeploymentNotFoundException"])("%s: it had ended already", async (code) => {
    const { ports } = await connectFakeAws({ StopServiceDeployment: () => failure(code, "It has ended.") });
    await expect(ports.ecs.rollBackServiceDeployment("arn:1")).resolves.toBe(false);
  });

  it("passes on that the role may not", async () => {
    const { ports } = await connectFakeAws({ StopServiceDeployment: () => failure("AccessDeniedException", "No.") });
    await expect(ports.ecs.rollBackServiceDeployment("arn:1")).rejects.toMatchObject({ code: "AccessDeniedException" });
  });
});
