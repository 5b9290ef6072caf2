import { BatchDeleteImageCommand, ECRClient } from "@aws-sdk/client-ecr";
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListServicesCommand,
  type Service,
  type TaskDefinition,
} from "@aws-sdk/client-ecs";
import type { E2eWorld } from "./world.ts";

const cluster = "dagster";

/** What somebody else sees in the account, and does to it. */
export interface LiveAccount {
  /** The ACTIVE service whose name begins so. */
  readonly service: (prefix: string) => Promise<Service>;
  readonly tags: (prefix: string) => Promise<Readonly<Record<string, string>>>;
  readonly taskDefinition: (arn: string) => Promise<TaskDefinition>;
  readonly deregister: (arn: string) => Promise<void>;
  readonly deleteRevision: (arn: string) => Promise<void>;
  readonly deleteImage: (repository: string, digest: string) => Promise<void>;
}

/** The account behind the action's back. */
export function openAccount({ emulator }: E2eWorld): LiveAccount {
  const settings = {
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIAEMULATED00000000", secretAccessKey: "emulated" },
  };
  const ecs = new ECSClient(settings);
  const ecr = new ECRClient(settings);
  const service = async (prefix: string): Promise<Service> => {
    const { serviceArns = [] } = await ecs.send(new ListServicesCommand({ cluster, maxResults: 100 }));
    const arn = serviceArns.find((each) => each.includes(`/${prefix}-`));
    const { services } = await ecs.send(
      new DescribeServicesCommand({ cluster, services: [arn ?? prefix], include: ["TAGS"] }),
    );
    const [found] = services ?? [];
    if (found === undefined) throw new Error(`there is no service ${prefix}`);
    return found;
  };
  return {
    service,
    tags: async (prefix) =>
      Object.fromEntries(
        ((await service(prefix)).tags ?? []).map(({ key = "", value = "" }) => [
          key.replace("dagster-ecs-deploy/", ""),
          value,
        ]),
      ),
    taskDefinition: async (taskDefinition) => {
      const answer = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
      if (answer.taskDefinition === undefined) throw new Error(`there is no revision ${taskDefinition}`);
      return answer.taskDefinition;
    },
    deregister: async (taskDefinition) => {
      await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition }));
    },
    deleteRevision: async (arn) => {
      await ecs.send(new DeleteTaskDefinitionsCommand({ taskDefinitions: [arn] }));
    },
    deleteImage: async (repositoryName, imageDigest) => {
      await ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest }] }));
    },
  };
}
