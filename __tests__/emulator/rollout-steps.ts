import type { RunTaskCommandInput } from "@aws-sdk/client-ecs";
import {
  CreateServiceCommand,
  type CreateServiceCommandInput,
  DescribeServiceDeploymentsCommand,
  DescribeTasksCommand,
  ListServiceDeploymentsCommand,
  ListTasksCommand,
  type ServiceDeployment,
  type Task,
  type UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { type Account, codeServer, describeService, register, serviceRequest, startAccount } from "./account.ts";
import { update } from "./service-steps.ts";

/** An account with a service whose first deployment has completed. */
export async function startCompleted(
  changes: Partial<CreateServiceCommandInput> = {},
  options: EmulatorOptions = {},
): Promise<Account> {
  const account = await startAccount(options);
  await register(account);
  await account.ecs.send(new CreateServiceCommand(serviceRequest(account, changes)));
  account.clock.advance(60);
  return account;
}

/** Registers a revision whose containers crash, and sets the service to it. Answers the deployment's id. */
export async function deployCrashing(account: Account): Promise<string> {
  const image = `${account.names.repositoryUris["dagster-code"]}:latest`;
  const arn = await register(
    account,
    codeServer(account, { containerDefinitions: [{ name: "dagster", image, command: ["crash"] }] }),
  );
  account.emulator.behave({ launchedBy: "service", container: "dagster", behaviour: { kind: "exit", exitCode: 1 } });
  return deploy(account, { taskDefinition: arn });
}

/** Updates the service; answers the id of its PRIMARY deployment. */
export async function deploy(account: Account, changes: Partial<UpdateServiceCommandInput>): Promise<string> {
  const { service } = await update(account, changes);
  return service?.deployments?.[0]?.id ?? "";
}

/** Lets time pass in small steps until the service fits, and answers how many seconds it took. */
export async function waitUntil(
  account: Account,
  fits: (service: Awaited<ReturnType<typeof describeService>>) => boolean,
  seconds = 1000,
): Promise<number> {
  for (let passed = 0; passed <= seconds; passed += 1) {
    if (fits(await describeService(account))) return passed;
    account.clock.advance(1);
  }
  throw new Error(`not so after ${seconds} seconds: ${JSON.stringify(account.emulator.state(), undefined, 1)}`);
}

/** Every task of the cluster, in the given desired state. */
export async function listTasks(account: Account, desiredStatus: "RUNNING" | "STOPPED"): Promise<readonly Task[]> {
  const { cluster } = account.names;
  const { taskArns = [] } = await account.ecs.send(new ListTasksCommand({ cluster, desiredStatus }));
  if (taskArns.length === 0) return [];
  const { tasks } = await account.ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns, include: ["TAGS"] }));
  return tasks ?? [];
}

/** The service's deployments as the service deployments API tells them, newest first. */
export async function listDeployments(account: Account): Promise<readonly ServiceDeployment[]> {
  const { serviceDeployments = [] } = await account.ecs.send(
    new ListServiceDeploymentsCommand({ cluster: account.names.cluster, service: "location" }),
  );
  const arns = serviceDeployments.map(({ serviceDeploymentArn }) => serviceDeploymentArn ?? "");
  const described = await account.ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns }));
  return described.serviceDeployments ?? [];
}

/** A request for a task of the code server beside any service. */
export function runRequest(account: Account, changes: Partial<RunTaskCommandInput> = {}): RunTaskCommandInput {
  const { cluster, launchType, networkConfiguration } = serviceRequest(account);
  return { cluster, launchType, networkConfiguration, taskDefinition: "server", ...changes };
}
