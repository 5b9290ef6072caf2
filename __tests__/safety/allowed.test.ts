import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploymentFileOf, oneLocationFile } from "../account-files.ts";
import { type SafetyWorld, type Shown, startSafetyWorld } from "./world.ts";

const HOME = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
const ROLE = "arn:aws:iam::123456789012:role";
const RAILS = {
  "allowed-registries": `${HOME}/*, *.dkr.ecr.*.amazonaws.com/proxy`,
  "allowed-role-arns": `${ROLE}/dagster-*`,
};
const WRITES = /^(?:Create|Update|Delete|RunTask|Register)/;

let world: SafetyWorld;
beforeAll(async () => {
  world = await startSafetyWorld({ ROLE_OF_STEP: `${ROLE}/admin-of-the-step` }, "ghs_x");
  for (const name of ["admin", "admin-of-the-step"]) world.emulator.seed({ kind: "role", name });
});
afterAll(() => world.close());

async function write(location: object, ecs: object = {}, launcher: object = {}): Promise<void> {
  const { account } = world;
  await world.write("dagster.yaml", deploymentFileOf(account, { launcher }));
  await world.write("dagster_cloud.yaml", oneLocationFile(account, location, ecs));
}

function apply(inputs: Readonly<Record<string, string>> = {}): Promise<Shown> {
  return world.step({ inputs: { command: "apply", organization: "acme", ...RAILS, ...inputs } });
}

const sidecar = (image: unknown): object => ({ name: "proxy", image, essential: false });

describe("what the guard rails do not allow", () => {
  it.each<[string, () => Promise<void>, Readonly<Record<string, string>>, string]>([
    ["the image", () => write({ image: "evil.example/x:1" }), {}, "evil.example/x"],
    ["an image of Docker Hub", () => write({ image: "x:1" }), {}, '"x"'],
    [
      "a registry with a tag",
      () => write({ image: undefined, build: { registry: "evil.example/x" } }),
      {},
      "evil.example/x",
    ],
    ["images", () => write({}), { images: "etl=evil.example/y:2" }, "evil.example/y"],
    [
      "a host with a star in its path",
      () => write({ image: "1.dkr.ecr.evil.example/a.amazonaws.com/proxy:1" }),
      {},
      "1.dkr.ecr.evil.example/a.amazonaws.com/proxy",
    ],
    ["a sidecar", () => write({}, { server_sidecar_containers: [sidecar("evil.example/s:1")] }), {}, "evil.example/s"],
    [
      "a sidecar of the deployment",
      () => write({}, {}, { server_sidecar_containers: [sidecar("evil.example/d:1")] }),
      {},
      "evil.example/d",
    ],
    [
      "a sidecar of its runs",
      () => write({}, { run_sidecar_containers: [sidecar("evil.example/r:1")] }),
      {},
      "evil.example/r",
    ],
    [
      "a sidecar of all runs",
      () => write({}, {}, { run_sidecar_containers: [sidecar("evil.example/e:1")] }),
      {},
      "evil.example/e",
    ],
    ["the task role", () => write({}, { task_role_arn: `${ROLE}/admin` }), {}, `${ROLE}/admin`],
    ["a role by its name", () => write({}, { task_role_arn: "admin" }), {}, '"admin"'],
    ["the execution role", () => write({}, { execution_role_arn: `${ROLE}/admin` }), {}, `${ROLE}/admin`],
    ["a role of the deployment", () => write({}, {}, { task_role_arn: `${ROLE}/admin` }), {}, `${ROLE}/admin`],
    ["a role by {env: NAME}", () => write({}, { task_role_arn: { env: "ROLE_OF_STEP" } }), {}, "(hidden)"],
  ])("is refused before anything is written: %s", async (_name, prepare, inputs, named) => {
    await prepare();
    const shown = await apply(inputs);
    expect(shown.isGreen).toBe(false);
    expect(shown.console).toMatch(/is not one that (?:may be deployed|tasks may use)/);
    expect(shown.console.replace(/^::add-mask::.*$/gm, "")).toContain(named);
    expect(shown.console.replace(/^::add-mask::.*$/gm, "")).not.toMatch(/of-the-step/);
    expect(shown.requests.filter((request) => WRITES.test(request))).toEqual([]);
    const plan = await world.step({ inputs: { command: "plan", organization: "acme", ...RAILS, ...inputs } });
    expect(plan.isGreen).toBe(false);
  });

  it("and nothing else", async () => {
    await write(
      {},
      { server_sidecar_containers: [sidecar(`${HOME}/code:1`)], run_sidecar_containers: [sidecar(`${HOME}/code:1`)] },
    );
    expect((await apply()).console).toContain("1 succeeded");
  });
});

/** Somebody else gives the service a revision with other images. */
async function changeByHand(change: (image: string, name: string) => string): Promise<void> {
  const { emulator, account } = world;
  const ecs = new ECSClient({
    endpoint: emulator.url,
    region: account.region,
    credentials: { accessKeyId: "AKIAOUTSIDE", secretAccessKey: "outside" },
  });
  const [service] = emulator.inventory().services;
  const { taskDefinition } = await ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: service?.taskDefinition }),
  );
  const { family, containerDefinitions = [], cpu, memory, executionRoleArn, taskRoleArn } = taskDefinition ?? {};
  const registered = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      containerDefinitions: containerDefinitions.map((one) => ({
        ...one,
        image: change(one.image ?? "", one.name ?? ""),
      })),
      cpu,
      memory,
      executionRoleArn,
      taskRoleArn,
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
    }),
  );
  await ecs.send(
    new UpdateServiceCommand({
      cluster: account.cluster,
      service: service?.serviceName,
      taskDefinition: registered.taskDefinition?.taskDefinitionArn,
    }),
  );
  world.advance(600);
}

describe("what runs already, by somebody else's hand", () => {
  it("is not deployed again", async () => {
    await changeByHand((image, name) => (name === "proxy" ? "evil.example/p:1" : image));
    const redeploy = await world.step({ inputs: { command: "redeploy", organization: "acme", ...RAILS } });
    expect(redeploy.isGreen).toBe(false);
    expect(redeploy.console).toContain("evil.example/p");
    expect(redeploy.requests.filter((request) => WRITES.test(request))).toEqual([]);
  });

  it("is not kept where an image is missing", async () => {
    await changeByHand((image, name) => (name === "dagster" ? "evil.example/k:1" : image));
    await write({ image: `${HOME}/code:not-there` });
    const kept = await apply({ "missing-image": "keep" });
    expect(kept.isGreen).toBe(false);
    expect(kept.requests.filter((request) => WRITES.test(request))).toEqual([]);
  });

  it("may be put back to what is allowed", async () => {
    await write({}, { server_sidecar_containers: [sidecar(`${HOME}/code:1`)] });
    expect((await apply()).console).toContain("1 succeeded");
  });
});
