import { describe, expect, test } from "vitest";
import { RollbackWatch } from "../../../src/apply/rollback-watch.ts";
import type { EcsDeployment, EcsService } from "../../../src/model/aws-shapes.ts";

const td = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;

function service(primary: Partial<EcsDeployment>, status = "ACTIVE"): EcsService {
  return { status, deployments: [{ status: "PRIMARY", desiredCount: 1, runningCount: 0, ...primary }] };
}

const failed = service({ id: "ours", rolloutState: "FAILED" });
const back = (rolloutState: "IN_PROGRESS" | "COMPLETED" | "FAILED") =>
  service({ id: "old", rolloutState, taskDefinition: td("etl:1") });

describe("RollbackWatch", () => {
  test("waits for ECS to begin, then to end", () => {
    const watch = new RollbackWatch("ours", 0);
    expect(watch.look(failed, 5_000)).toEqual({ kind: "going-on", progress: "waiting for ECS to roll back" });
    expect(watch.look(back("IN_PROGRESS"), 10_000)).toEqual({
      kind: "going-on",
      progress: "rolling back to etl:1: 0 of 1 tasks running",
    });
    // It has begun: the short time to begin does not count any more.
    expect(watch.look(back("IN_PROGRESS"), 100_000).kind).toBe("going-on");
    expect(watch.look(back("COMPLETED"), 105_000)).toEqual({ kind: "over", rollback: "done" });
  });

  test.each<[string, EcsService | undefined, number, string]>([
    ["there is nothing to go back to", failed, 30_000, "none"],
    ["the rollback fails, too", back("FAILED"), 5_000, "failed"],
    ["the rollback takes too long", back("IN_PROGRESS"), 300_000, "unfinished"],
    ["the service is deleted meanwhile", undefined, 5_000, "none"],
    ["the service is being deleted", service({ id: "old" }, "DRAINING"), 5_000, "none"],
  ])("%s", (_name, seen, now, rollback) => {
    expect(new RollbackWatch("ours", 0).look(seen, now)).toEqual({ kind: "over", rollback });
  });

  test("a deployment that takes the rollback's place is somebody else's", () => {
    const watch = new RollbackWatch("ours", 0);
    watch.look(back("IN_PROGRESS"), 5_000);
    const newer = service({ id: "newer", rolloutState: "COMPLETED", taskDefinition: td("etl:3") });
    expect(watch.look(newer, 10_000)).toEqual({ kind: "over", rollback: "none" });
  });
});
