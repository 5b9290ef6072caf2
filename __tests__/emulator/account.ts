import {
  type CreateServiceCommandInput,
  DescribeServicesCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type Service,
} from "@aws-sdk/client-ecs";
import { afterEach } from "vitest";
import {
  createManualClock,
  type DagsterAccount,
  type Emulator,
  type EmulatorOptions,
  type ManualClock,
  startEmulator,
} from "../../emulator/index.ts";

export const START = Date.parse("2026-01-02T03:04:05Z");

/** What an AWS SDK client needs to talk to an emulator; no retries, so that every answer is seen. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
}

/** An emulator on a clock that stands still until it is moved, with everything a code server refers to. */
export interface Account {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  readonly names: DagsterAccount;
  readonly settings: ClientSettings;
  readonly ecs: ECSClient;
}

const running: Emulator[] = [];

afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.close();
});

/** Starts an emulator that is closed when the test ends. */
export async function startAccount(options: EmulatorOptions = {}): Promise<Account> {
  const clock = createManualClock(START);
  const emulator = await startEmulator({ clock, ...options });
  running.push(emulator);
  const settings: ClientSettings = {
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" },
    maxAttempts: 1,
  };
  return { emulator, clock, settings, names: emulator.seedDagsterAccount(), ecs: new ECSClient(settings) };
}

/** Name, message and HTTP status of the error a call fails with. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
}

/** The error of a call that must fail. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
    return { name: error.name, message: error.message, status: $metadata?.httpStatusCode };
  }
  throw new Error("the call was not refused");
}

/** Sends a JSON body as it is: an SDK client would leave out what its schema does not have. */
export async function sendJson(
  account: Account,
  target: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = { authorization: "AWS4-HMAC-SHA256 Credential=x" },
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(account.emulator.url, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export const ECS = "AmazonEC2ContainerServiceV20141113";

/** A task definition of a code server: Fargate, one container that logs. */
export function codeServer(
  { names }: Account,
  changes: Partial<RegisterTaskDefinitionCommandInput> = {},
): RegisterTaskDefinitionCommandInput {
  return {
    family: "server",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: names.executionRoleArn,
    containerDefinitions: [
      {
        name: "dagster",
        image: `${names.repositoryUris["dagster-code"]}:latest`,
        logConfiguration: {
          logDriver: "awslogs",
          options: {
            "awslogs-group": names.logGroup,
            "awslogs-region": names.region,
            "awslogs-stream-prefix": "server",
          },
        },
      },
    ],
    ...changes,
  };
}

/** As {@link codeServer}, with a container health check of the default intervals. */
export function checkedCodeServer(account: Account): RegisterTaskDefinitionCommandInput {
  const { containerDefinitions = [], ...rest } = codeServer(account);
  return {
    ...rest,
    containerDefinitions: containerDefinitions.map((container) => ({
      ...container,
      healthCheck: { command: ["CMD-SHELL", "true"] },
    })),
  };
}

/** Registers a revision and answers its ARN. */
export async function register(account: Account, request = codeServer(account)): Promise<string> {
  const { taskDefinition } = await account.ecs.send(new RegisterTaskDefinitionCommand(request));
  return taskDefinition?.taskDefinitionArn ?? "";
}

/** A request for a service of one code server with a circuit breaker that rolls back. */
export function serviceRequest(
  { names }: Account,
  changes: Partial<CreateServiceCommandInput> = {},
): CreateServiceCommandInput {
  return {
    cluster: names.cluster,
    serviceName: "location",
    taskDefinition: "server",
    desiredCount: 1,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [...names.privateSubnets], securityGroups: [names.securityGroup] },
    },
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    ...changes,
  };
}

/** The service as DescribeServices shows it now. */
export async function describeService(account: Account, name = "location"): Promise<Service> {
  const { services } = await account.ecs.send(
    new DescribeServicesCommand({ cluster: account.names.cluster, services: [name], include: ["TAGS"] }),
  );
  const [service] = services ?? [];
  if (service === undefined) throw new Error(`${name} is MISSING`);
  return service;
}

/** All items of a list that comes in pages, and how many pages it took. */
export async function readPages<T>(
  list: (nextToken: string | undefined) => Promise<{ items: readonly T[] | undefined; nextToken: string | undefined }>,
): Promise<{ items: T[]; pages: number }> {
  const items: T[] = [];
  let pages = 0;
  let nextToken: string | undefined;
  do {
    const page = await list(nextToken);
    items.push(...(page.items ?? []));
    nextToken = page.nextToken;
    pages += 1;
  } while (nextToken !== undefined);
  return { items, pages };
}
