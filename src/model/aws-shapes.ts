// The shapes of the AWS APIs, as types only: rooms other than `aws` must not load the SDK.
export type {
  ContainerDefinition,
  CreateServiceCommandInput,
  Deployment as EcsDeployment,
  NetworkConfiguration,
  RegisterTaskDefinitionCommandInput,
  Service as EcsService,
  ServiceDeployment as EcsServiceDeployment,
  ServiceDeploymentBrief as EcsServiceDeploymentBrief,
  ServiceEvent,
  ServiceRevision as EcsServiceRevision,
  Tag as EcsTag,
  Task as EcsTask,
  TaskDefinition,
  UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
export type { CreateServiceCommandInput as CreateCloudMapServiceInput } from "@aws-sdk/client-servicediscovery";
