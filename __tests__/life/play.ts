import { CreateServiceCommand, RegisterTaskDefinitionCommand, type Service } from "@aws-sdk/client-ecs";
import { expect } from "vitest";
import type { CommandResult } from "../../src/commands/result.ts";
import { findService, isClaimed, OTHER_SOURCE, OUR_SOURCE, SOURCE_TAG } from "./outside.ts";
import { NAMES, type Name, renderWorkspace, type Wanted, type Workspace } from "./workspace.ts";
import { describeResult, killed, type LifeWorld, type Run, startLife } from "./world.ts";

/** How an apply is called, and how it ends. */
export interface ApplyChoice {
  readonly prune: boolean;
  /** Undefined: all. */
  readonly selected: readonly Name[] | undefined;
  readonly keepRevisions: number | undefined;
  /** Undefined: it comes to its end. `at`: the call of a port at which it does not. */
  readonly interruption:
    | { readonly how: "cancelled" | "killed-before" | "killed-after"; readonly at: number }
    | undefined;
}

/** A life that goes on: what is configured, and what others have in the same account. */
export interface Play {
  readonly life: LifeWorld;
  workspace: Workspace;
  nextRunId: number;
  /** Services that an interrupted apply has deleted and not made anew yet, as they were. */
  readonly owed: Map<Name, Service>;
}

/** An account in which others live, too; nothing of ours yet. */
export async function startPlay(workspace: Workspace): Promise<Play> {
  const life = await startLife();
  life.emulator.seed({ kind: "image", repository: "broken", tags: ["1"], content: "broken" });
  life.emulator.behave({ image: "*/broken@*", behaviour: { kind: "exit", exitCode: 1 } });
  const play: Play = { life, workspace, nextRunId: 1_001, owed: new Map() };
  const one = renderWorkspace({ ...workspace, locations: { a: OTHERS } }, repositoryOf(play));
  for (const others of [
    { repository: "example/other", inputs: { deployment: "tools" } },
    { inputs: { deployment: "staging" } },
  ]) {
    const run = await life.run({ command: "apply", workspace: one, runId: takeRunId(play), ...others });
    expect(describeResult(run)).toContain("a: create succeeded");
  }
  await createByHand(life);
  return play;
}

const OTHERS = { tag: "1", level: "info", cpu: "256", replicas: undefined, sidecar: false, team: "data" } as const;

async function createByHand({ ecs, account, clock }: LifeWorld): Promise<void> {
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: "web",
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      executionRoleArn: account.executionRoleArn,
      containerDefinitions: [{ name: "web", image: `${account.repositoryUris.code}:3` }],
    }),
  );
  await ecs.send(
    new CreateServiceCommand({
      cluster: account.cluster,
      serviceName: "web",
      taskDefinition: "web",
      desiredCount: 1,
      launchType: "FARGATE",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [...account.privateSubnets], securityGroups: [account.securityGroup] },
      },
      tags: [{ key: "owner", value: "web team" }],
    }),
  );
  clock.advance(120);
}

function takeRunId(play: Play): number {
  play.nextRunId += 1;
  return play.nextRunId - 1;
}

function repositoryOf({ life }: Play): string {
  return life.account.repositoryUris.code ?? "";
}

/** Applies what is configured, and checks all that must be true afterwards. */
export async function applyAndCheck(play: Play, choice: ApplyChoice): Promise<void> {
  const { life, workspace } = play;
  const inputs = {
    prune: String(choice.prune),
    ...(choice.keepRevisions !== undefined && { "keep-revisions": String(choice.keepRevisions) }),
    ...(choice.selected !== undefined && { locations: choice.selected.join(",") }),
  };
  const run: Omit<Run, "command"> = {
    workspace: renderWorkspace(workspace, repositoryOf(play)),
    launchType: workspace.launchType,
    inputs,
  };
  letOthersSettle(life);
  const before = life.emulator.inventory();
  const result = await runInterrupted({ ...run, command: "apply", runId: takeRunId(play) }, life, choice);
  const after = life.emulator.inventory();
  const text = result === undefined ? "killed" : describeResult(result);
  expect(othersOf(after), text).toEqual(othersOf(before));
  expect(revisionsInUse(play), text).toEqual([]);
  for (const service of before.services) checkKept(service, play, choice, text);
  for (const name of NAMES) checkOwed(name, before.services, play, choice, text);
  const touched = selectedOf(play, choice);
  const claimed = touched.filter((location) => isClaimedNow(play, location));
  if (claimed.length > 0 && choice.interruption === undefined) {
    if (result?.kind !== "refused") expect.fail(text);
    expect(after.services.map(withoutTime), text).toEqual(before.services.map(withoutTime));
    expect(text).toContain(`from "${OTHER_SOURCE}"`);
    expect(text).toContain(`from "${OUR_SOURCE}"`);
    return;
  }
  const isBroken = touched.some((location) => workspace.locations[location]?.tag === "broken");
  if (choice.interruption !== undefined || isBroken) return;
  if (result?.kind !== "applied") expect.fail(text);
  expect(result.outcome.succeeded, text).toBe(true);
  for (const location of touched) expect(findService(life, location)?.serviceName, text).toBeDefined();
  const plan = await life.run({ ...run, command: "plan", runId: takeRunId(play) });
  if (plan.kind !== "planned") expect.fail(describeResult(plan));
  expect(
    plan.run.plan.steps.filter(({ action }) => action !== "none"),
    `${text}\n${describeResult(plan)}`,
  ).toEqual([]);
}

function isClaimedNow({ life }: Play, location: Name): boolean {
  const service = findService(life, location);
  return service !== undefined && isClaimed(service);
}

/** Names of the configured locations that an apply is about. */
function selectedOf({ workspace }: Play, { selected }: ApplyChoice): readonly Name[] {
  return NAMES.filter((one) => workspace.locations[one] !== undefined && (selected?.includes(one) ?? true));
}

/** The result; undefined when the process was killed before it had one. */
async function runInterrupted(
  run: Run,
  life: LifeWorld,
  { interruption }: ApplyChoice,
): Promise<CommandResult | undefined> {
  if (interruption === undefined) return life.run(run);
  const { how, at } = interruption;
  const cancellation = new AbortController();
  let calls = 0;
  const around: Run["around"] = async (_method, call) => {
    calls += 1;
    const position = calls;
    if (position >= at && how === "cancelled") cancellation.abort();
    if (position > at && how !== "cancelled") throw killed();
    if (position === at && how === "killed-before") throw killed();
    const answer = await call();
    // An answer that comes after the process has died is nobody's.
    if (calls >= at && how === "killed-after") throw killed();
    return answer;
  };
  try {
    return await life.run({ ...run, around, signal: cancellation.signal });
  } catch (error) {
    if (cancellation.signal.aborted || (error as { code?: string }).code === "killed") return undefined;
    throw error;
  }
}

const DEPLOYMENT_TAG = "dagster-ecs-deploy/deployment";

type Tags = Service["tags"];

function isOurs(tags: Tags): boolean {
  const tagOf = (key: string) => tags?.find((tag) => tag.key === key)?.value;
  return tagOf(SOURCE_TAG) === OUR_SOURCE && tagOf(DEPLOYMENT_TAG) === "prod";
}

/** Everything in the account that is not this deployment's, without what changes by itself. */
function othersOf(inventory: ReturnType<LifeWorld["emulator"]["inventory"]>): object {
  return {
    services: inventory.services.filter(({ tags }) => !isOurs(tags)).map(withoutTime),
    taskDefinitions: inventory.taskDefinitions.filter(({ tags }) => !isOurs([...tags])),
    discoveryServices: inventory.discoveryServices.filter(
      ({ tags }) => !isOurs(tags.map(({ Key, Value }) => ({ key: Key, value: Value }))),
    ),
  };
}

function withoutTime({ deployments = [], ...service }: Service): object {
  const { serviceName, status, availabilityZoneRebalancing } = service;
  const ids = deployments.map(({ id }) => id);
  return { serviceName, status, availabilityZoneRebalancing, ids, ...settingsOf(service) };
}

/** What others have under way comes to its end first: it would change by itself. */
function letOthersSettle({ emulator, clock }: LifeWorld): void {
  const isUnderWay = ({ tags, deployments = [] }: Service): boolean =>
    !isOurs(tags) && deployments.some(({ rolloutState }) => rolloutState === "IN_PROGRESS");
  for (let round = 0; round < 5 && emulator.inventory().services.some(isUnderWay); round += 1) clock.advance(300);
}

/** What an apply must leave as it is on a service that was there before. */
function checkKept(before: Service, play: Play, choice: ApplyChoice, text: string): void {
  const location = NAMES.find((one) => isServiceOf(one, before.serviceName));
  if (location === undefined || before.status !== "ACTIVE") return;
  const after = findService(play.life, location);
  const wanted = play.workspace.locations[location];
  if (wanted !== undefined && choice.selected !== undefined && !choice.selected.includes(location)) {
    expect(after && settingsOf(after), text).toEqual(settingsOf(before));
  }
  if (wanted === undefined && !choice.prune) expect(after && settingsOf(after), text).toEqual(settingsOf(before));
  if (wanted === undefined || after === undefined) return;
  checkSettingsOfOthers(before, after, wanted, text);
}

/** What an interrupted apply has deleted to make it anew comes back with what others had set on it. */
function checkOwed(name: Name, before: readonly Service[], play: Play, { prune }: ApplyChoice, text: string): void {
  const deleted = before.find(({ serviceName, status }) => isServiceOf(name, serviceName) && status === "ACTIVE");
  const owed = deleted ?? play.owed.get(name);
  const wanted = play.workspace.locations[name];
  const after = findService(play.life, name);
  play.owed.delete(name);
  if (owed === undefined || (wanted === undefined && prune)) return;
  if (after === undefined) play.owed.set(name, owed);
  else if (deleted === undefined && wanted !== undefined) checkSettingsOfOthers(owed, after, wanted, text);
}

function isServiceOf(name: Name, serviceName: string | undefined): boolean {
  return serviceName?.startsWith(`${name}-prod-`) === true;
}

function checkSettingsOfOthers(before: Service, after: Service, wanted: Wanted, text: string): void {
  expect(after.availabilityZoneRebalancing, text).toBe(before.availabilityZoneRebalancing);
  expect(costCenterOf(after), text).toBe(costCenterOf(before));
  if (wanted.replicas === undefined) expect(after.desiredCount, text).toBe(before.desiredCount);
}

function costCenterOf({ tags }: Service): string | undefined {
  return tags?.find(({ key }) => key === "cost-center")?.value;
}

function settingsOf(service: Service): object {
  const { taskDefinition, desiredCount, tags, networkConfiguration, serviceRegistries, createdAt } = service;
  return { taskDefinition, desiredCount, tags, networkConfiguration, serviceRegistries, createdAt };
}

/** Revisions that something runs and that are deregistered, though nobody outside has done that. */
function revisionsInUse({ life }: Play): readonly string[] {
  const { services, tasks, taskDefinitions } = life.emulator.inventory();
  const used = new Set([
    ...services.flatMap(({ deployments = [], taskDefinition }) => [
      taskDefinition,
      ...deployments.map((deployment) => deployment.taskDefinition),
    ]),
    ...tasks.map(({ taskDefinitionArn }) => taskDefinitionArn),
  ]);
  return taskDefinitions
    .filter(({ taskDefinitionArn, status }) => status !== "ACTIVE" && used.has(taskDefinitionArn))
    .flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? [])
    .filter((arn) => !life.deregistered.has(arn));
}
