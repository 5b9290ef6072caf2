import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AWS_ACTIONS, type AwsAction } from "../../src/aws/actions.ts";
import { type E2eWorld, EXAMPLES, pullRequestEvent, SHA, startWorld } from "../e2e/world.ts";
import { filesReachedFrom } from "./imports.ts";
import { readFiles, readText } from "./repository.ts";

interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

const readPolicy = (name: string): Policy => JSON.parse(readText(`examples/iam/${name}.json`)) as Policy;
const actionsOf = ({ Statement }: Policy): readonly string[] =>
  [...new Set(Statement.flatMap(({ Action }) => Action))].sort();

const PLAN = readPolicy("plan");
const APPLY = readPolicy("apply");
const NEXT = "2222222222222222222222222222222222222222";
const CALLED = Object.keys(AWS_ACTIONS) as AwsAction[];

/** What AWS checks beside the calls themselves. */
const BESIDE_THE_CALLS = ["iam:PassRole", "route53:ChangeResourceRecordSets", "route53:GetHostedZone"];

/** Reads that only the commands make which write (apply, redeploy, rollback), by the methods of the ports that make them. */
const READS_OF_AN_APPLY: Partial<Record<AwsAction, readonly string[]>> = {
  "ecs:ListServiceDeployments": ["listServiceDeployments"],
  "ecs:DescribeServiceDeployments": ["describeServiceDeployments"],
  "ecs:DescribeServiceRevisions": ["describeServiceRevisions"],
  "ecs:ListTaskDefinitions": ["listTaskDefinitions"],
  "ecs:ListTasks": ["describeStoppedTasks", "describeRunningTasks", "describeTasksOfFamily"],
  "ecs:DescribeTasks": ["describeStoppedTasks", "describeRunningTasks", "describeTasksOfFamily", "describeTasks"],
  "logs:GetLogEvents": ["lastLines"],
  "servicediscovery:ListInstances": ["discovery.deleteService"],
  "servicediscovery:GetOperation": ["discovery.deleteService"],
};

describe("the policy of an apply", () => {
  it("allows every action the adapters call, what AWS checks beside them, and nothing else", () => {
    expect([...new Set(actionsOf(APPLY))]).toEqual([...CALLED, ...BESIDE_THE_CALLS].sort());
  });

  it("passes roles to tasks only, and changes and deletes only services with this source's tag", () => {
    const conditionOf = (action: string): unknown =>
      APPLY.Statement.find(({ Action }) => [Action].flat().includes(action))?.Condition;
    expect(conditionOf("iam:PassRole")).toEqual({ StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } });
    for (const action of ["ecs:UpdateService", "ecs:DeleteService", "ecs:UntagResource"]) {
      expect(conditionOf(action)).toHaveProperty(["StringLike", "aws:ResourceTag/dagster-ecs-deploy/source"]);
    }
  });
});

describe("the policy of a plan", () => {
  it("allows reads only", () => {
    const access: Readonly<Record<string, { readonly access: string } | undefined>> = AWS_ACTIONS;
    expect(actionsOf(PLAN).filter((action) => access[action]?.access !== "read")).toEqual([]);
  });

  it("allows every read but those only an apply makes", () => {
    const reads = CALLED.filter((action) => AWS_ACTIONS[action].access === "read");
    expect(actionsOf(PLAN)).toEqual(reads.filter((action) => READS_OF_AN_APPLY[action] === undefined).sort());
  });

  it("lacks nothing a plan could reach: no file it loads names the methods of an apply", () => {
    const reached = filesReachedFrom("src/commands/plan.ts", readFiles("src"));
    const paths = reached.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["src/live/state.ts", "src/live/verify.ts", "src/commands/prepare.ts"]),
    );
    const source = reached.map(({ text }) => text).join("\n");
    const named = Object.values(READS_OF_AN_APPLY)
      .flat()
      .filter((method) => source.includes(`${method}(`));
    expect(named).toEqual([]);
  });

  it("would be found lacking by the commands that write", () => {
    const reached = filesReachedFrom("src/commands/rollback.ts", readFiles("src"));
    expect(
      reached
        .filter(({ text }) => text.includes("listServiceDeployments("))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(["src/apply/deployment-records.ts", "src/live/service-history.ts"]);
  });
});

describe("both policies", () => {
  it.each([
    ["plan", PLAN],
    ["apply", APPLY],
  ])("%s: says what each statement is for, and grants no wildcard", (_name, policy) => {
    const names = policy.Statement.map(({ Sid }) => Sid);
    expect(policy.Version).toBe("2012-10-17");
    expect(new Set(names).size).toBe(names.length);
    expect(policy.Statement.filter(({ Effect }) => Effect !== "Allow")).toEqual([]);
    expect(actionsOf(policy).filter((action) => action.includes("*"))).toEqual([]);
    // A managed policy may have 6,144 characters, not counting white space.
    expect(JSON.stringify(policy).length).toBeLessThan(6_144);
  });
});

describe("what the bundle really calls", () => {
  let world: E2eWorld;
  beforeAll(async () => {
    world = await startWorld(EXAMPLES);
    for (const repository of ["ingest", "transform"]) {
      world.emulator.seed({ kind: "image", repository, tags: [SHA], content: repository });
    }
  });
  afterAll(() => world.emulator.close());

  const newCalls = (seen: number): readonly string[] => {
    const calls = world.emulator.calls().slice(seen);
    const aws = calls.filter(({ service }) => service !== "github" && service !== "registry");
    return [...new Set(aws.map(({ service, operation }) => `${service}:${operation}`))];
  };

  it("is in the policy of its command: first plan, apply, plan of a change, redeploy, rollback, prune", async () => {
    const first = await world.action({ event: pullRequestEvent(), inputs: { prune: "true" } });
    expect(first.exitCode).toBe(0);
    expect(newCalls(0).filter((call) => !actionsOf(PLAN).includes(call))).toEqual([]);

    const beforeApply = world.emulator.calls().length;
    expect((await world.action()).exitCode).toBe(0);
    const applied = newCalls(beforeApply);
    expect(applied).toContain("ecs:CreateService");
    expect(applied.filter((call) => !actionsOf(APPLY).includes(call))).toEqual([]);

    const [defaults = "", locations = ""] = readText("examples/dagster_cloud.yaml").split(/^(?=locations:)/m);
    const [head = "", , ...others] = locations.split(/^(?= {2}- location_name)/m);
    await world.write(
      "dagster_cloud.yaml",
      `${defaults}${head}${others.join("")}`.replace("LOG_LEVEL=info", "LOG_LEVEL=debug"),
    );
    const beforePlan = world.emulator.calls().length;
    const second = await world.action({ event: pullRequestEvent(), inputs: { prune: "true" } });
    expect(JSON.parse(second.outputs.summary ?? "{}")).toMatchObject({ update: 2, delete: 1 });
    const planned = newCalls(beforePlan);
    expect(planned).toContain("ecs:DescribeTaskDefinition");
    expect(planned.filter((call) => !actionsOf(PLAN).includes(call))).toEqual([]);

    world.emulator.seed({ kind: "image", repository: "transform", tags: [NEXT], content: "transform, next" });
    const onTransform = { locations: "transform", "image-tag": NEXT };
    const beforeRedeploy = world.emulator.calls().length;
    expect((await world.action({ inputs: { command: "redeploy", ...onTransform } })).exitCode).toBe(0);
    expect((await world.action({ inputs: { command: "rollback", locations: "transform" } })).exitCode).toBe(0);
    const changed = newCalls(beforeRedeploy);
    expect(changed).toContain("ecs:ListServiceDeployments");
    expect(changed.filter((call) => !actionsOf(APPLY).includes(call))).toEqual([]);

    const beforePrune = world.emulator.calls().length;
    expect((await world.action({ inputs: { prune: "true" } })).exitCode).toBe(0);
    const pruned = newCalls(beforePrune);
    expect(pruned).toContain("servicediscovery:DeleteService");
    expect(pruned.filter((call) => !actionsOf(APPLY).includes(call))).toEqual([]);
  });
});
