import { expect, test } from "vitest";
import type { ApplyInput, ApplyPorts } from "../../../src/apply/context.ts";
import { retagRegistry, writeTags } from "../../../src/apply/service-tags.ts";
import type { DesiredLocation } from "../../../src/model/desired.ts";
import type { Step } from "../../../src/model/plan.ts";
import { TAG_USER_TAGS, userTagsValue } from "../../../src/model/tags.ts";
import { createFakePorts } from "../live/fake-ports.ts";

const written = async () => undefined;

const DESIRED = { userTags: { team: "data" }, identityTags: { source: "ours" } } as unknown as DesiredLocation;

function connect(found: Readonly<Record<string, string>> = {}) {
  const { ports, calls } = createFakePorts({
    ecs: { tagResource: written, untagResource: written },
    discovery: { tagResource: written, untagResource: written, tagsOf: async () => found },
  });
  // Nothing here looks at the clock.
  return { ports: ports as unknown as ApplyPorts, calls };
}

test("the tags of the ECS service come last, and a removal before what says that it is still to do", async () => {
  const { ports, calls } = connect();
  const step = {
    location: "etl",
    base: { serviceArn: "arn:service" },
    changes: [
      { resource: "tags", path: "former", change: "removed" },
      { resource: "tags", path: "team", change: "changed" },
      { resource: "service", path: "desiredCount", change: "removed" },
    ],
  } as unknown as Step;
  const input = { registries: new Map([["etl", "arn:registry"]]) } as unknown as ApplyInput;
  await writeTags(step, DESIRED, { team: "data", run: "7" }, input, ports);
  expect(calls).toEqual([
    'discovery.untagResource("arn:registry",["former"])',
    `discovery.tagResource("arn:registry",{"team":"data","source":"ours","${TAG_USER_TAGS}":"${userTagsValue(["team"])}"})`,
    'ecs.untagResource("arn:service",["former"])',
    'ecs.tagResource("arn:service",{"team":"data","run":"7"})',
  ]);
});

test("the Cloud Map service is left alone when only its ECS service has something new to tell", async () => {
  const { ports, calls } = connect();
  const changes = [{ resource: "task-definition", path: "cpu", change: "changed" }];
  const step = { location: "etl", base: { serviceArn: "arn:service" }, changes } as unknown as Step;
  const input = { registries: new Map([["etl", "arn:registry"]]) } as unknown as ApplyInput;
  await writeTags(step, DESIRED, { run: "7" }, input, ports);
  expect(calls).toEqual(['ecs.untagResource("arn:service",[])', 'ecs.tagResource("arn:service",{"run":"7"})']);
});

test("a Cloud Map service that stayed loses the user's former tags, and keeps foreign ones", async () => {
  const { ports, calls } = connect({
    former: "1",
    foreign: "1",
    team: "old",
    [TAG_USER_TAGS]: userTagsValue(["former", "team"]),
  });
  await retagRegistry("arn:registry", { team: "data" }, ports);
  expect(calls.slice(1)).toEqual([
    'discovery.untagResource("arn:registry",["former"])',
    'discovery.tagResource("arn:registry",{"team":"data"})',
  ]);
});
