import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActionRun, type ActionStep, runAction } from "../../demo/runner.ts";
import { type Call, type Emulator, type Inventory, type SeedItem, startEmulator } from "../../emulator/index.ts";
import type { CommandResult } from "../../src/commands/result.ts";
import { createClock } from "../../src/system.ts";
import { applyInProcess } from "./in-process.ts";
import { SHA, seedWhatIsNamed } from "./world.ts";

/** A run is mostly the start of its process; what it waits for passes quickly. */
const TIME_SCALE = 1_000;

/** Files of a checkout, by name. */
export type Checkout = Readonly<Record<string, string>>;

/** An account of its own for a run that may be killed. */
export interface KillWorld {
  readonly emulator: Emulator;
  /** Runs the bundle. */
  readonly run: (checkout: Checkout, step?: Partial<ActionStep>) => Promise<ActionRun>;
  /** Runs the source in this process, which takes a fraction of the time. */
  readonly runHere: (
    checkout: Checkout,
    step: { readonly inputs: Readonly<Record<string, string>>; readonly runNumber: number },
  ) => Promise<CommandResult>;
  /** Lets everything come to rest. */
  readonly settle: () => void;
}

/** Starts one with what the checkouts name, and what was there before. */
export async function startKillWorld(checkouts: readonly Checkout[], deployed: readonly Call[]): Promise<KillWorld> {
  const begun = performance.now();
  const startAt = Date.now();
  let skipped = 0;
  const clock = { now: () => startAt + (performance.now() - begun) * TIME_SCALE + skipped };
  const emulator = await startEmulator({ clock, pageSize: 100, drainingSeconds: 20 });
  for (const checkout of checkouts) for (const text of Object.values(checkout)) seedWhatIsNamed(emulator, text);
  deploy(emulator, deployed);
  const settle = (): void => {
    skipped += 600_000;
    emulator.state();
  };
  settle();
  emulator.clearCalls();
  return {
    emulator,
    settle,
    run: async (checkout, step = {}) =>
      runAction({
        workspace: await writeCheckout(checkout),
        event: { name: "push" },
        sha: SHA,
        ...step,
        environment: {
          ...emulator.environment,
          DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / TIME_SCALE),
        },
      }),
    runHere: async (checkout, { inputs, runNumber }) => {
      const workspace = await writeCheckout(checkout);
      return inTurn(() =>
        applyInProcess({ emulator, clock: createClock(1 / TIME_SCALE), workspace, inputs, runNumber }),
      );
    },
  };
}

async function writeCheckout(checkout: Checkout): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), "checkout-"));
  await Promise.all(Object.entries(checkout).map(([name, text]) => writeFile(join(workspace, name), text)));
  return workspace;
}

let last: Promise<unknown> = Promise.resolve();

function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const turn = last.then(task);
  last = turn.catch(() => undefined);
  return turn;
}

/** Does again what other runs did in another account: the writes that make a deployment, in their order. */
function deploy(emulator: Emulator, calls: readonly Call[]): void {
  /** ARNs of there and of here. */
  const registries = new Map<string, string>();
  for (const call of calls) {
    const item = toSeed(call, registries);
    if (item === undefined) continue;
    const { arn = "" } = emulator.seed(item);
    if (item.kind === "discoveryService") registries.set(registryArnOf(call), arn);
  }
}

function toSeed({ service, operation, request }: Call, registries: ReadonlyMap<string, string>): SeedItem | undefined {
  // What came in over HTTP has been checked against the schema of the operation.
  const known = request as never;
  switch (`${service}.${operation}`) {
    case "ecs.RegisterTaskDefinition":
      return { kind: "taskDefinition", request: known };
    case "servicediscovery.CreateService":
      return {
        kind: "discoveryService",
        namespaceId: (request as { NamespaceId: string }).NamespaceId,
        request: known,
      };
    case "ecs.CreateService": {
      const text = JSON.stringify(request);
      const translated = [...registries].reduce((rest, [there, here]) => rest.replaceAll(there, here), text);
      return { kind: "service", request: JSON.parse(translated) };
    }
    default:
      return undefined;
  }
}

function registryArnOf({ response }: Call): string {
  return (response as { Service: { Arn: string } }).Service.Arn;
}

/** Tags that name the run which wrote, or the request: they may differ between one run and two. */
const OF_A_RUN = /^dagster-ecs-deploy\/(run|run-id|commit|registration)$/;

/** What must be the same however often a run was begun anew: everything but ids, times and addresses. */
export function comparable({ services, tasks, taskDefinitions, discoveryServices }: Inventory): unknown {
  const registries = new Map(discoveryServices.map(({ Arn, Name }) => [Arn, Name]));
  return {
    services: services
      .map((service) => ({
        name: service.serviceName,
        status: service.status,
        taskDefinition: service.taskDefinition,
        launchType: service.launchType,
        desiredCount: service.desiredCount,
        network: service.networkConfiguration,
        deploymentConfiguration: service.deploymentConfiguration,
        propagateTags: service.propagateTags,
        rebalancing: service.availabilityZoneRebalancing,
        loadBalancers: service.loadBalancers,
        registries: service.serviceRegistries?.map(({ registryArn }) => registries.get(registryArn ?? "")),
        deployments: service.deployments?.map(({ status, rolloutState, taskDefinition, runningCount }) => ({
          status,
          rolloutState,
          taskDefinition,
          runningCount,
        })),
        tags: lasting((service.tags ?? []).map(({ key, value }) => [key, value])),
      }))
      .toSorted((left, right) => compare(left.name, right.name)),
    tasks: tasks
      .map(({ group, lastStatus, taskDefinitionArn, launchType }) => ({
        group,
        lastStatus,
        taskDefinitionArn,
        launchType,
      }))
      .toSorted((left, right) => compare(left.group, right.group)),
    taskDefinitions: taskDefinitions
      .map(({ registeredAt: _at, deregisteredAt: _off, tags, ...definition }) => ({
        ...definition,
        tags: lasting(tags.map(({ key, value }) => [key, value])),
      }))
      .toSorted((left, right) => compare(left.taskDefinitionArn, right.taskDefinitionArn)),
    discoveryServices: discoveryServices
      .map(({ Name, DnsConfig, namespace, tags, instances }) => ({
        name: Name,
        dns: DnsConfig,
        namespace,
        tags: lasting(tags.map(({ Key, Value }) => [Key, Value])),
        instances: Object.values(instances).map(({ ECS_SERVICE_NAME, ECS_TASK_DEFINITION_FAMILY }) => ({
          ECS_SERVICE_NAME,
          ECS_TASK_DEFINITION_FAMILY,
        })),
      }))
      .toSorted((left, right) => compare(left.name, right.name)),
  };
}

function lasting(tags: readonly (readonly [string | undefined, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(
    tags.flatMap(([key = "", value = ""]): [string, string][] => (OF_A_RUN.test(key) ? [] : [[key, value]])).toSorted(),
  );
}

function compare(left = "", right = ""): number {
  return left < right ? -1 : Number(left > right);
}
