import { DescribeSecretCommand, ListSecretsCommand, type SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { ActionError } from "../errors.ts";
import { secretArnOf } from "../model/arn.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { SecretsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** ListSecrets API reference. */
const SECRETS_PER_PAGE = 100;

/** AWS Secrets Manager behind its port. */
export function createSecretsPort(client: () => SecretsManagerClient, call: Call): SecretsPort {
  return {
    async secretsWithTag(tag) {
      const secrets = await readAllPages(async (NextToken) => {
        const answer = await call({ action: "secretsmanager:ListSecrets", resource: `tag ${tag}` }, () =>
          client().send(
            new ListSecretsCommand({
              Filters: [{ Key: "tag-key", Values: [tag] }],
              MaxResults: SECRETS_PER_PAGE,
              NextToken,
            }),
          ),
        );
        return { items: answer.SecretList ?? [], next: answer.NextToken };
      });
      return (
        secrets
          // The service's filter matches the beginning of a key.
          .filter(({ Tags }) => Tags?.some(({ Key }) => Key === tag))
          .flatMap(({ Name, ARN }) => (Name === undefined || ARN === undefined ? [] : [{ name: Name, valueFrom: ARN }]))
          .sort((left, right) => compareCodePoints(left.name, right.name))
      );
    },

    async nameOf(arn) {
      try {
        const answer = await call({ action: "secretsmanager:DescribeSecret", resource: arn }, () =>
          client().send(new DescribeSecretCommand({ SecretId: secretArnOf(arn) })),
        );
        // One that is scheduled for deletion can be described but not read: a task would not start.
        return answer.DeletedDate === undefined ? answer.Name : undefined;
      } catch (error) {
        if (error instanceof ActionError && error.code === "ResourceNotFoundException") return undefined;
        throw error;
      }
    },
  };
}
