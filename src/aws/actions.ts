/** Token buckets of the Amazon ECS API, per account and region. */
export type Bucket =
  | "task-definition-registration"
  | "task-definition-read"
  | "service-modify"
  | "service-read"
  | "cluster-read"
  | "tag"
  | "task-read"
  | "task-modify";

/** What an IAM action does and which ECS bucket a call of it takes a token from. */
export interface ActionTraits {
  readonly access: "read" | "write";
  readonly bucket?: Bucket;
}

/**
 * Every IAM action this program needs of its own role, each named like the API call it allows. What AWS checks
 * beside the call itself (iam:PassRole, ecs:TagResource at creation, route53) is in the documents, not here.
 */
export const AWS_ACTIONS = {
  "ecs:DescribeClusters": { access: "read", bucket: "cluster-read" },
  "ecs:DescribeServices": { access: "read", bucket: "service-read" },
  "ecs:ListServices": { access: "read", bucket: "service-read" },
  "ecs:ListServiceDeployments": { access: "read", bucket: "service-read" },
  "ecs:DescribeServiceDeployments": { access: "read", bucket: "service-read" },
  "ecs:DescribeServiceRevisions": { access: "read", bucket: "service-read" },
  "ecs:StopServiceDeployment": { access: "write", bucket: "service-modify" },
  "ecs:DescribeTaskDefinition": { access: "read", bucket: "task-definition-read" },
  "ecs:ListTaskDefinitions": { access: "read", bucket: "task-definition-read" },
  "ecs:ListTaskDefinitionFamilies": { access: "read", bucket: "task-definition-read" },
  "ecs:ListTasks": { access: "read", bucket: "task-read" },
  "ecs:DescribeTasks": { access: "read", bucket: "task-read" },
  "ecs:RegisterTaskDefinition": { access: "write", bucket: "task-definition-registration" },
  "ecs:DeregisterTaskDefinition": { access: "write", bucket: "task-definition-registration" },
  "ecs:RunTask": { access: "write", bucket: "task-modify" },
  "ecs:StopTask": { access: "write", bucket: "task-modify" },
  "ecs:CreateService": { access: "write", bucket: "service-modify" },
  "ecs:UpdateService": { access: "write", bucket: "service-modify" },
  "ecs:DeleteService": { access: "write", bucket: "service-modify" },
  "ecs:TagResource": { access: "write", bucket: "tag" },
  "ecs:UntagResource": { access: "write", bucket: "tag" },
  "ecr:BatchGetImage": { access: "read" },
  "servicediscovery:ListServices": { access: "read" },
  "servicediscovery:GetNamespace": { access: "read" },
  "servicediscovery:ListTagsForResource": { access: "read" },
  "servicediscovery:ListInstances": { access: "read" },
  "servicediscovery:GetOperation": { access: "read" },
  "servicediscovery:CreateService": { access: "write" },
  "servicediscovery:DeregisterInstance": { access: "write" },
  "servicediscovery:DeleteService": { access: "write" },
  "servicediscovery:TagResource": { access: "write" },
  "servicediscovery:UntagResource": { access: "write" },
  "secretsmanager:ListSecrets": { access: "read" },
  "secretsmanager:DescribeSecret": { access: "read" },
  "logs:GetLogEvents": { access: "read" },
  "logs:DescribeLogGroups": { access: "read" },
  "ec2:DescribeRouteTables": { access: "read" },
  "ec2:DescribeSubnets": { access: "read" },
  "ec2:DescribeSecurityGroups": { access: "read" },
  "sts:GetCallerIdentity": { access: "read" },
  "sts:AssumeRole": { access: "read" },
  "iam:GetRole": { access: "read" },
} as const satisfies Record<string, ActionTraits>;

/** The name of an IAM action this program uses. */
export type AwsAction = keyof typeof AWS_ACTIONS;

/** The bucket of an action, for those of Amazon ECS. */
export function bucketOf(action: AwsAction): Bucket | undefined {
  const traits: ActionTraits = AWS_ACTIONS[action];
  return traits.bucket;
}
