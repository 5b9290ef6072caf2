import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call } from "../../emulator/index.ts";
import { AWS_ACTIONS } from "../../src/aws/actions.ts";
import { type E2eWorld, EXAMPLES, pullRequestEvent, SHA, startWorld } from "../e2e/world.ts";
import { readText } from "./repository.ts";

type Tags = Readonly<Record<string, string>>;
type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Condition?: Conditions;
  }[];
}

const readPolicy = (name: string): Policy => JSON.parse(readText(`examples/iam/${name}.json`)) as Policy;
const BRANCH = readPolicy("branch");
const actionsOf = ({ Statement }: Policy): readonly string[] =>
  [...new Set(Statement.flatMap(({ Action }) => Action))].sort();
const statementsFor = (action: string) => BRANCH.Statement.filter(({ Action }) => [Action].flat().includes(action));

const KIND = "dagster-ecs-deploy/kind";
const WRITES = Object.entries(AWS_ACTIONS).flatMap(([action, { access }]) => (access === "write" ? [action] : []));

/** IAM knows no tags where it decides about these (Service Authorization Reference). */
const WITHOUT_TAGS = ["ecs:DeregisterTaskDefinition"];

/**
 * IAM knows no tags of a service deployment: a role that may stop those of branches may stop the full deployment's.
 * Without it ECS's own circuit breaker ends a rollout whose tasks keep failing.
 */
const NOT_FOR_BRANCHES = ["ecs:StopServiceDeployment"];

/** One request to AWS with the tags IAM would see. */
interface Attempt {
  readonly action: string;
  readonly requestTags: Tags;
  readonly resourceTags: Tags;
  readonly createAction?: string;
}

/** As IAM decides, for the operators and keys this policy has; the cluster is taken for the right one. */
function allows({ action, ...attempt }: Attempt): boolean {
  return statementsFor(action).some(({ Effect, Condition = {} }) => {
    const holds = Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => satisfies(operator, valueOfKey(key, attempt), [wanted].flat())),
    );
    return Effect === "Allow" && holds;
  });
}

function valueOfKey(key: string, attempt: Omit<Attempt, "action">): string | undefined {
  const [, where, tag = ""] = /^aws:(Request|Resource)Tag\/(.+)$/.exec(key) ?? [];
  if (where === "Request") return attempt.requestTags[tag];
  if (where === "Resource") return attempt.resourceTags[tag];
  if (key === "ecs:CreateAction") return attempt.createAction;
  if (key === "ecs:cluster") return "arn:aws:ecs:us-east-1:123456789012:cluster/dagster";
  if (key === "iam:PassedToService") return "ecs-tasks.amazonaws.com";
  throw new Error(`the test does not know the key ${key}`);
}

function satisfies(operator: string, value: string | undefined, wanted: readonly string[]): boolean {
  const isLike = (pattern: string): boolean =>
    pattern.endsWith("*") ? (value?.startsWith(pattern.slice(0, -1)) ?? false) : value === pattern;
  switch (operator) {
    case "StringEquals":
    case "StringLike":
    case "ArnEquals":
      return wanted.some(isLike);
    case "StringEqualsIfExists":
      return value === undefined || wanted.some(isLike);
    case "StringNotEqualsIfExists":
      return value === undefined || !wanted.some(isLike);
    default:
      throw new Error(`the test does not know the operator ${operator}`);
  }
}

describe("the policy of branch deployments", () => {
  it("has the actions of an apply, and fits into a managed policy", () => {
    const ofApply = actionsOf(readPolicy("apply")).filter((action) => !NOT_FOR_BRANCHES.includes(action));
    expect([...new Set(actionsOf(BRANCH))]).toEqual([...new Set(ofApply)]);
    expect(JSON.stringify(BRANCH).length).toBeLessThan(6_144);
    expect(new Set(BRANCH.Statement.map(({ Sid }) => Sid)).size).toBe(BRANCH.Statement.length);
  });

  const source = { "dagster-ecs-deploy/source": "acme/data-platform:dagster_cloud.yaml" };
  const full: Tags = { ...source, [KIND]: "full" };
  const branch: Tags = { ...source, [KIND]: "branch" };

  it.each(WRITES.filter((action) => !WITHOUT_TAGS.includes(action)))("%s: never on a full deployment", (action) => {
    for (const requestTags of [{}, full, branch]) {
      expect(allows({ action, requestTags, resourceTags: full })).toBe(isCreation(action) && requestTags === branch);
    }
    // A request to take tags away has none.
    if (!action.endsWith(":UntagResource")) {
      expect(allows({ action, requestTags: full, resourceTags: {} })).toBe(false);
    }
  });

  it("does not let a full deployment be tagged as a branch's, nor the other way round", () => {
    for (const action of ["ecs:TagResource", "servicediscovery:TagResource"]) {
      expect(allows({ action, requestTags: branch, resourceTags: full })).toBe(false);
      expect(allows({ action, requestTags: full, resourceTags: branch })).toBe(false);
      expect(allows({ action, requestTags: branch, resourceTags: branch })).toBe(true);
    }
  });

  it("is for one repository", () => {
    const other = { ...branch, "dagster-ecs-deploy/source": "acme/other:dagster_cloud.yaml" };
    for (const action of ["ecs:CreateService", "ecs:DeleteService", "servicediscovery:DeleteService"]) {
      expect(allows({ action, requestTags: other, resourceTags: other })).toBe(false);
    }
  });
});

/** What is created has no tags yet. */
function isCreation(action: string): boolean {
  return /:(?:Create|Register)/.test(action);
}

describe("each request of a branch deployment's life", () => {
  let world: E2eWorld;
  beforeAll(async () => {
    world = await startWorld(EXAMPLES);
    for (const repository of ["ingest", "transform"]) {
      world.emulator.seed({ kind: "image", repository, tags: [SHA], content: repository });
    }
  });
  afterAll(() => world.emulator.close());

  it("is allowed, with the tags it has", async () => {
    const repository = "acme/data-platform";
    world.emulator.seed({ kind: "pullRequest", repository, number: 1 });
    const run = async (action: string, inputs: Readonly<Record<string, string>> = {}) => {
      const event = pullRequestEvent({ action, repository });
      const { exitCode, log } = await world.action({
        event,
        repository,
        inputs: { "branch-deployments": "true", cluster: "dagster", ...inputs },
      });
      expect(log).not.toContain("::error");
      expect(exitCode).toBe(0);
    };
    await run("opened");
    await run("synchronize", { images: `ingest=123456789012.dkr.ecr.us-east-1.amazonaws.com/transform:${SHA}` });
    // What ECS cannot change: services are made anew, with what others have set on them.
    const dagsterYaml = await readFile(`${EXAMPLES}dagster.yaml`, "utf8");
    await world.write("ec2.yaml", dagsterYaml.replace("launch_type: FARGATE", "launch_type: EC2"));
    await run("synchronize", { "dagster-yaml": "ec2.yaml" });
    world.emulator.seed({ kind: "pullRequest", repository, number: 1, state: "closed" });
    await run("closed");
    const attempts = toAttempts(world.emulator.calls());
    const writes = attempts.filter(({ action }) => WRITES.includes(action));
    for (const action of ["ecs:UpdateService", "ecs:DeleteService", "servicediscovery:TagResource"]) {
      expect(writes.map((attempt) => attempt.action)).toContain(action);
    }
    expect(attempts.filter((attempt) => !allows(attempt))).toEqual([]);
  });
});

/** Follows which resource has which tags, from the requests themselves. */
function toAttempts(calls: readonly Call[]): readonly Attempt[] {
  const tagsOf = new Map<string, Tags>();
  return calls
    .filter(({ service }) => service !== "github" && service !== "registry")
    .flatMap(({ service, operation, request, response }) => {
      const asked = request as Readonly<Record<string, unknown>>;
      const action = `${service}:${operation}`;
      const requestTags = readTags(asked.tags ?? asked.Tags);
      const name = [asked.service, asked.resourceArn, asked.ResourceARN, asked.Id, asked.ServiceId].find(
        (one) => typeof one === "string",
      );
      const resourceTags = tagsOf.get(String(name).split("/").at(-1) ?? "") ?? {};
      if (!isCreation(action)) return [{ action, requestTags, resourceTags }];
      const created = (response as { Service?: { Id?: string } } | undefined)?.Service?.Id ?? String(asked.serviceName);
      tagsOf.set(created, requestTags);
      const attempt = { action, requestTags, resourceTags: {} };
      // ECS asks for the permission to tag as well (developer guide, "Grant permission to tag resources on creation").
      return service === "ecs"
        ? [attempt, { ...attempt, action: "ecs:TagResource", createAction: operation }]
        : [attempt];
    });
}

function readTags(list: unknown): Tags {
  const entries = (Array.isArray(list) ? list : []) as readonly Readonly<Record<string, string>>[];
  return Object.fromEntries(entries.map(({ key, Key, value, Value }) => [key ?? Key ?? "", value ?? Value ?? ""]));
}
