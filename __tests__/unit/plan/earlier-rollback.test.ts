import { expect, test } from "vitest";
import type { LiveService, TagMap } from "../../../src/model/live-state.ts";
import { rollbackValue, TAG_ROLLBACK, TAG_RUN, TAG_RUN_ID } from "../../../src/model/tags.ts";
import { findEarlierRollback } from "../../../src/plan/earlier-rollback.ts";

type State = "IN_PROGRESS" | "COMPLETED" | "FAILED";

/** A service on revision 1. */
function service(rolloutState: State, tags: TagMap): LiveService {
  return {
    arn: "arn:service/etl",
    name: "etl",
    status: "ACTIVE",
    taskDefinitionArn: "arn:td/etl:1",
    tags,
    description: { deployments: [{ id: "ecs-svc/1", status: "PRIMARY", rolloutState }] },
  };
}

const PUT_BACK = rollbackValue("arn:td/etl:1", "arn:td/etl:2");
const ANOTHER = rollbackValue("arn:td/etl:11", "arn:td/etl:12");
const SECOND_ATTEMPT = { runId: 1_007, runNumber: 7, runAttempt: 2 };

test.each<[string, State, string | undefined, string, typeof SECOND_ATTEMPT | undefined, string | undefined]>([
  ["still rolling out", "IN_PROGRESS", PUT_BACK, "6.1", SECOND_ATTEMPT, "going-on"],
  ["still rolling out, asked for by hand", "IN_PROGRESS", PUT_BACK, "6.1", undefined, "going-on"],
  ["some other change still rolling out", "IN_PROGRESS", ANOTHER, "6.1", SECOND_ATTEMPT, undefined],
  ["a change without any rollback", "IN_PROGRESS", undefined, "6.1", SECOND_ATTEMPT, undefined],
  ["the first attempt was done", "COMPLETED", PUT_BACK, "7.1", SECOND_ATTEMPT, "done"],
  ["the first attempt failed and was left", "FAILED", PUT_BACK, "7.1", SECOND_ATTEMPT, "failed"],
  ["the same attempt", "COMPLETED", PUT_BACK, "7.2", SECOND_ATTEMPT, undefined],
  ["an earlier run", "COMPLETED", PUT_BACK, "6.1", SECOND_ATTEMPT, undefined],
  ["by hand", "COMPLETED", PUT_BACK, "7.1", undefined, undefined],
  ["the first attempt went elsewhere", "COMPLETED", ANOTHER, "7.1", SECOND_ATTEMPT, undefined],
])("%s", (_name, state, rollback, run, event, expected) => {
  const tags = { [TAG_RUN]: run, ...(rollback !== undefined && { [TAG_ROLLBACK]: rollback }) };
  expect(findEarlierRollback(service(state, tags), event)).toBe(expected);
});

test.each([
  ["1007", "done"],
  // Run numbers count per workflow.
  ["1006", undefined],
])("an attempt 1 of a run 7 with the id %s", (runId, expected) => {
  const tags = { [TAG_RUN]: "7.1", [TAG_RUN_ID]: runId, [TAG_ROLLBACK]: PUT_BACK };
  expect(findEarlierRollback(service("COMPLETED", tags), SECOND_ATTEMPT)).toBe(expected);
});
