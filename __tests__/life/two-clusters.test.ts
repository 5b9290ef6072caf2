import { afterEach, beforeEach, expect, test } from "vitest";
import { describeResult, type LifeWorld, type Run, startLife } from "./world.ts";

/** The same deployment from the same file in two clusters of an account: their services share a family. */
let life: LifeWorld;
beforeEach(async () => {
  life = await startLife();
  life.emulator.seed({ kind: "cluster", name: "second" });
  life.emulator.seed({ kind: "namespace", name: "second.internal", id: "ns-second" });
});
afterEach(() => life.close());

let runId = 1_000;

async function run(cluster: "first" | "second", value: string, more: Partial<Run> = {}): Promise<string> {
  runId += 1;
  const { account, deploymentFile } = life;
  const workspace = `locations:
  - location_name: etl
    image: ${account.repositoryUris.code}:1
    code_source: { module_name: etl }
    container_context: { ecs: { env_vars: ["VALUE=${value}"] } }
`;
  const second = deploymentFile
    .replace(`cluster: ${account.cluster}`, "cluster: second")
    .replace(account.namespaceId, "ns-second");
  const file = cluster === "first" ? deploymentFile : second;
  return describeResult(await life.run({ command: "apply", workspace, runId, deploymentFile: file, ...more }));
}

const revisions = () =>
  life.emulator
    .inventory()
    .taskDefinitions.filter(({ status, family }) => status === "ACTIVE" && family?.startsWith("server_") === true)
    .map(({ revision, tags }) => `${revision} ${tags.find(({ key }) => key?.endsWith("/cluster"))?.value}`);

test("each registers its own revisions, and keep-revisions of one leaves those of the other", async () => {
  for (const value of ["1", "2", "3"]) {
    expect(await run("first", value)).toContain("succeeded");
    expect(await run("second", value)).toContain("succeeded");
  }
  expect(revisions()).toEqual(["1 dagster", "2 second", "3 dagster", "4 second", "5 dagster", "6 second"]);
  expect(await run("second", "4", { inputs: { "keep-revisions": "1" } })).toContain("; 2 old revisions deregistered");
  expect(revisions()).toEqual(["1 dagster", "3 dagster", "5 dagster", "6 second", "7 second"]);
  expect(await run("first", "3")).toContain("etl: none unchanged");
});

test("prune of one leaves what the other runs, and its revisions", async () => {
  await run("first", "1");
  await run("second", "1");
  await run("first", "2");
  const workspace = `locations:
  - { location_name: other, image: "${life.account.repositoryUris.code}:1", code_source: { module_name: other } }
`;
  const pruned = await run("second", "", { workspace, inputs: { prune: "true" } });
  expect(pruned).toContain("etl: delete succeeded: removed the ECS service, its Cloud Map service, 1 task definition");
  expect(revisions().sort()).toEqual(["1 dagster", "1 second", "3 dagster"]);
  expect(await run("second", "", { workspace, inputs: { prune: "true" } })).toBe(
    "other: none unchanged: nothing to do",
  );
  expect(await run("first", "2")).toContain("etl: none unchanged");
});

test("rollback and redeploy take none of the other's", async () => {
  await run("first", "1");
  await run("second", "2");
  await run("first", "3");
  expect(await run("first", "3", { command: "rollback" })).toContain("etl: rollback succeeded: runs server_acme");
  const [first] = life.emulator.inventory().services;
  expect(first?.taskDefinition).toMatch(/:1$/);
});
