import { describe, expect, test } from "vitest";
import { DeploymentRecords, type RecordQuery } from "../../../src/apply/deployment-records.ts";
import type { EcsServiceDeploymentBrief } from "../../../src/model/aws-shapes.ts";
import { accessDenied, createFakePorts } from "../live/fake-ports.ts";

const CREATED = new Date("2026-01-02T03:04:05Z");
const QUERY: RecordQuery = {
  cluster: "data",
  service: "etl",
  ecsDeploymentId: "ecs-svc/42",
  taskDefinitionArn: "arn:td/etl:2",
  createdAt: CREATED,
};

function brief(id: string, rest: Partial<EcsServiceDeploymentBrief> = {}): EcsServiceDeploymentBrief {
  return {
    serviceDeploymentArn: `arn:deployment/${id}`,
    targetServiceRevisionArn: `arn:revision/${id}`,
    status: "IN_PROGRESS",
    createdAt: CREATED,
    ...rest,
  };
}

const seconds = (count: number): Date => new Date(CREATED.getTime() + count * 1_000);

describe("DeploymentRecords", () => {
  test("finds the record by the digits of the ECS deployment, and describes it", async () => {
    const { ports, calls } = createFakePorts({
      ecs: {
        listServiceDeployments: async () => [brief("142"), brief("42")],
        describeServiceDeployments: async ([arn]) => [{ serviceDeploymentArn: arn ?? "", statusReason: "described" }],
      },
    });
    const found = await new DeploymentRecords(ports.ecs).find(QUERY);
    expect(found).toEqual({ serviceDeploymentArn: "arn:deployment/42", statusReason: "described" });
    // From before ECS created it, by its own clock: ours may be ahead.
    expect(calls[0]).toBe('ecs.listServiceDeployments("data","etl",{"createdAfter":"2026-01-02T03:03:05.000Z"})');
  });

  test("a success needs no second question", async () => {
    const { ports, calls } = createFakePorts({
      ecs: { listServiceDeployments: async () => [brief("42", { status: "SUCCESSFUL" })] },
    });
    expect(await new DeploymentRecords(ports.ecs).find(QUERY)).toMatchObject({ status: "SUCCESSFUL" });
    expect(calls).toHaveLength(1);
  });

  test("should the digits differ: the one record of the same moment with the same task definition", async () => {
    const { ports } = createFakePorts({
      ecs: {
        listServiceDeployments: async () => [
          brief("1", { createdAt: seconds(90) }),
          brief("2", { createdAt: seconds(1), status: "SUCCESSFUL" }),
          brief("3", { createdAt: seconds(2) }),
        ],
        describeServiceRevisions: async (arns) =>
          arns.map((serviceRevisionArn) => ({
            serviceRevisionArn,
            taskDefinition: serviceRevisionArn === "arn:revision/3" ? "arn:td/etl:9" : "arn:td/etl:2",
          })),
      },
    });
    expect(await new DeploymentRecords(ports.ecs).find(QUERY)).toMatchObject({
      serviceDeploymentArn: "arn:deployment/2",
    });
  });

  test("two that fit are none", async () => {
    const { ports } = createFakePorts({
      ecs: {
        listServiceDeployments: async () => [brief("2"), brief("3")],
        describeServiceRevisions: async (arns) =>
          arns.map((serviceRevisionArn) => ({ serviceRevisionArn, taskDefinition: "arn:td/etl:2" })),
      },
    });
    expect(await new DeploymentRecords(ports.ecs).find(QUERY)).toBeUndefined();
  });

  test("a deployment that was never shown is found by its id alone, among all there are", async () => {
    const { ports, calls } = createFakePorts({
      ecs: { listServiceDeployments: async () => [brief("41", { status: "SUCCESSFUL" })] },
    });
    expect(await new DeploymentRecords(ports.ecs).find({ ...QUERY, createdAt: undefined })).toBeUndefined();
    expect(calls).toEqual(['ecs.listServiceDeployments("data","etl",{})']);
  });

  test("what is denied is asked once, however many ask at the same time", async () => {
    const { ports, calls } = createFakePorts({
      ecs: { listServiceDeployments: async () => Promise.reject(accessDenied("ecs:ListServiceDeployments")) },
    });
    const records = new DeploymentRecords(ports.ecs);
    const answers = await Promise.all([records.find(QUERY), records.find(QUERY), records.find(QUERY)]);
    expect(answers).toEqual([undefined, undefined, undefined]);
    expect(await records.find(QUERY)).toBeUndefined();
    expect([calls.length, records.deniedAction]).toEqual([1, "ecs:ListServiceDeployments"]);
  });

  test("an outage is not a denial", async () => {
    let isWell = false;
    const { ports } = createFakePorts({
      ecs: {
        listServiceDeployments: async () => {
          if (isWell) return [brief("42", { status: "SUCCESSFUL" })];
          throw new Error("ECS is not well.");
        },
      },
    });
    const records = new DeploymentRecords(ports.ecs);
    await expect(records.find(QUERY)).rejects.toThrow("not well");
    isWell = true;
    expect(await records.find(QUERY)).toMatchObject({ status: "SUCCESSFUL" });
  });
});
