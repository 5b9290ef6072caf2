import { CreateServiceCommand, DeleteServiceCommand, DescribeServicesCommand, ECSClient } from "@aws-sdk/client-ecs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BranchWorld, startBranchWorld } from "./branch-world.ts";
import { countCalls, writesOf } from "./world.ts";

const GET = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
const LIST = "GET /repos/{owner}/{repo}/pulls";

let world: BranchWorld;
beforeAll(async () => {
  world = await startBranchWorld({ lingeringInstanceSeconds: 36_000 });
});
afterEach(() => {
  world.emulator.clearFaults();
  world.emulator.configure({ operationSeconds: 5 });
});
afterAll(() => world.emulator.close());

/** One code server is enough. */
const deploy = async (...numbers: readonly number[]): Promise<void> => {
  for (const number of numbers) {
    const run = await world.pull("opened", { number, inputs: { command: "apply", locations: "etl" } });
    expect(run.log).not.toContain("::error");
    expect(run.exitCode).toBe(0);
  }
};

const servicesOf = (number: number): readonly string[] =>
  world
    .account()
    .services.filter(({ name, status }) => status === "ACTIVE" && name.includes(`-pr-${number}-`))
    .map(({ name }) => name);

const isClosed = (number: number): void => {
  world.emulator.seed({ kind: "pullRequest", repository: "example/data", number, state: "closed" });
};

/** Somebody else's service that is put on a revision of ours. */
function borrower({ emulator }: BranchWorld) {
  const ecs = new ECSClient({
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAEMULATED00000000", secretAccessKey: "emulated" },
  });
  const [cluster, serviceName] = ["dagster", "borrower"];
  return {
    async borrow(service: string): Promise<void> {
      const { services } = await ecs.send(new DescribeServicesCommand({ cluster, services: [service] }));
      const { taskDefinition, networkConfiguration } = services?.[0] ?? {};
      const request = { cluster, serviceName, taskDefinition, networkConfiguration, desiredCount: 0 };
      await ecs.send(new CreateServiceCommand({ ...request, launchType: "FARGATE" }));
    },
    giveBack: () => ecs.send(new DeleteServiceCommand({ cluster, service: serviceName, force: true })),
  };
}

describe("a removal", { timeout: 240_000 }, () => {
  test("that is cancelled says where it is, and the next one goes on", async () => {
    await deploy(7);
    const draining = await world.pull("closed", { cancelWhen: /the ECS service stops its tasks/ });
    expect(draining.exitCode).toBe(1);
    expect(draining.log).toMatch(/interrupted while the ECS service etl-pr-7-[0-9a-f]{6} stopped its tasks/);
    expect(draining.summary).toContain("is not removed completely");
    expect(world.commentsOn(7).at(-1)).toContain("is not removed completely");

    world.emulator.configure({ operationSeconds: 36_000 });
    const waiting = await world.pull("closed", { cancelWhen: /the Cloud Map service is removed/ });
    expect(waiting.exitCode).toBe(1);
    expect(waiting.log).toMatch(/The run was interrupted (?:while|before)/);

    world.emulator.configure({ operationSeconds: 5 });
    const finished = await world.pull("closed");
    expect(finished.log).not.toContain("::error");
    expect(finished.log).toContain("An interrupted removal left");
    expect(finished.exitCode).toBe(0);
    expect(world.left()).toEqual([]);
    expect(world.commentsOn(7)).toHaveLength(1);
    expect(world.commentsOn(7)[0]).toContain("Dagster branch deployment pr-7 is removed");
  });

  test("does not wait for ever for Cloud Map, and tries again while it says that instances are left", async () => {
    await deploy(7);
    world.emulator.configure({ operationSeconds: 36_000 });
    const hanging = await world.pull("closed");
    expect(hanging.exitCode).toBe(1);
    expect(hanging.log).toContain(
      "still has registered instances after 120 seconds. Run again: it goes on from there.",
    );
    expect(world.left()).toHaveLength(2);

    world.emulator.configure({ operationSeconds: 5 });
    world.emulator.fail({
      service: "servicediscovery",
      operation: "DeleteService",
      times: 3,
      effect: { kind: "error", code: "ResourceInUse", message: "Service contains registered instances" },
    });
    const patient = await world.pull("closed");
    world.emulator.clearFaults();
    expect(patient.exitCode).toBe(0);
    expect(world.left()).toEqual([]);
  });

  test("works from a terminal", async () => {
    await deploy(7);
    const run = await world.terminal("destroy", "--pull-request", "7", "--cluster", "dagster", "--format", "json");
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      message: "Nothing is left of the branch deployment of pull request 7.",
      branchDeployments: [{ deployment: "pr-7", pullRequest: 7, succeeded: true, locations: [{ name: "etl" }] }],
    });
    expect(world.left()).toEqual([]);
    const nothing = await world.terminal("destroy", "--pull-request", "7", "--cluster", "dagster");
    expect(nothing.exitCode).toBe(0);
    expect(nothing.stdout).toContain("nothing to remove");
  });

  test("does not say that nothing is left while something else uses a revision", async () => {
    await deploy(7);
    const { borrow, giveBack } = borrower(world);
    await borrow(`${servicesOf(7)[0]}`);
    const kept = await world.terminal("destroy", "--pull-request", "7", "--cluster", "dagster");
    expect(kept.exitCode).toBe(0);
    expect(kept.stdout).toContain("1 revision stays, because something still uses it");
    expect(kept.stdout).toContain(
      "All that is left of the branch deployment of pull request 7 are revisions that something still uses",
    );
    await giveBack();
    const run = await world.terminal("destroy", "--pull-request", "7", "--cluster", "dagster");
    expect(run.stdout).toContain("Nothing is left of the branch deployment of pull request 7.");
    expect(world.left()).toEqual([]);
  });

  test("needs to know the cluster, and does with a configuration that is broken otherwise", async () => {
    const nowhere = await world.pull("closed", { inputs: { cluster: "" } });
    expect(nowhere.exitCode).toBe(1);
    expect(nowhere.log).toContain("Nothing says in which ECS cluster the branch deployments are.");
    const elsewhere = await world.pull("closed", {
      inputs: { cluster: "arn:aws:ecs:eu-west-1:123456789012:cluster/dagster" },
    });
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.log).toContain("region eu-west-1");
    await world.write("broken.yaml", "user_code_launcher: {class: EcsUserCodeLauncher, config: {clutser: dagster}}\n");
    const broken = { checkout: true, inputs: { "dagster-yaml": "broken.yaml" } };
    const known = await world.pull("closed", broken);
    expect(known.log).toContain("::warning");
    expect(known.exitCode).toBe(0);
    const unknown = await world.pull("closed", { ...broken, inputs: { ...broken.inputs, cluster: "" } });
    expect(unknown.log).toContain("::error");
    expect(unknown.exitCode).toBe(1);
  });
});

describe("sweep", { timeout: 240_000 }, () => {
  test("removes what GitHub says is closed, and leaves alone what is open or in doubt", async () => {
    await deploy(7, 8, 9, 10);
    for (const number of [8, 9, 10]) isClosed(number);
    world.emulator.fail(
      { operation: GET, contains: '"8"', effect: { kind: "accessDenied" } },
      { operation: GET, contains: '"9"', effect: { kind: "error", code: "Server Error", status: 500 } },
    );
    world.emulator.clearCalls();
    const run = await world.sweep();
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(/::error title=left alone::pr-8 \(pull request 8\): GitHub did not let us read/);
    expect(run.log).toContain("pr-9 (pull request 9)");
    expect(run.summary).toContain("1 of 4 branch deployments swept, 1 of open pull requests, 2 left alone.");
    expect([7, 8, 9, 10].map((number) => servicesOf(number).length)).toEqual([1, 1, 1, 0]);
    const writes = world.emulator.calls().filter(({ operation }) => /^(?:Update|Delete|Deregister)/.test(operation));
    expect(writes.length).toBeGreaterThan(0);
    expect(writes.filter(({ request }) => /pr-[789]/.test(JSON.stringify(request)))).toEqual([]);
    expect(run.outputs.deployment).toBe("pr-10");
  });

  test("takes a 404 for gone only when it may see the others", async () => {
    world.emulator.clearFaults();
    world.emulator.fail(
      { operation: GET, contains: '"8"', effect: { kind: "error", code: "Not Found", status: 404 } },
      { operation: LIST, effect: { kind: "accessDenied" } },
    );
    const blind = await world.sweep();
    expect(blind.exitCode).toBe(1);
    expect(servicesOf(8)).toHaveLength(1);
    expect(servicesOf(9)).toHaveLength(0);

    world.emulator.clearFaults();
    world.emulator.fail({ operation: GET, contains: '"8"', effect: { kind: "error", code: "Not Found", status: 404 } });
    const gone = await world.sweep();
    world.emulator.clearFaults();
    expect(gone.log).toContain("Pull request 8 is gone");
    expect(gone.exitCode).toBe(0);
    expect(servicesOf(8)).toHaveLength(0);
    expect(servicesOf(7)).toHaveLength(1);
  });

  test("asks little when there is nothing to do, and reads no tags of what others use", async () => {
    world.emulator.clearCalls();
    const run = await world.sweep();
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain("0 of 1 branch deployment swept, 1 of open pull requests.");
    expect(writesOf(world.emulator)).toEqual([]);
    // 6 services: two of the full deployment, one of pull request 7, three that only look like it.
    expect(countCalls(world.emulator)).toMatchObject({
      "ecs.ListServices": 1,
      "ecs.DescribeServices": 1,
      "servicediscovery.ListServices": 1,
      "servicediscovery.ListTagsForResource": 4,
      [`github.${GET}`]: 1,
    });
    expect(countCalls(world.emulator)["ecs.DescribeTaskDefinition"]).toBeUndefined();
  });

  test("works from a terminal, with a token", async () => {
    isClosed(7);
    const [args, environment] = [["sweep", "--cluster", "dagster"], { GITHUB_REPOSITORY: "example/data" }] as const;
    const blind = await world.terminalWith(environment, ...args);
    expect(blind.exitCode).toBe(3);
    expect(blind.log).toContain("There is no token to ask GitHub");
    const run = await world.terminalWith({ ...environment, GITHUB_TOKEN: "ghp_emulated" }, ...args);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("1 of 1 branch deployment swept.");
    expect(world.left()).toEqual([]);
  });
});
