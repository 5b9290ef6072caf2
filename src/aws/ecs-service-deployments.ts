import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  type ECSClient,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
} from "@aws-sdk/client-ecs";
import { chunk, mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import type { EcsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** DescribeServiceDeployments and DescribeServiceRevisions API references: at most 20. */
const ARNS_PER_CALL = 20;
const BATCHES_AT_ONCE = 4;
/** ListServiceDeployments API reference: at most 100. */
const DEPLOYMENTS_PER_PAGE = 100;
/** StopServiceDeployment of one that has ended, or is gone (API reference, Errors). */
const ENDED_CODES: ReadonlySet<string> = new Set(["ConflictException", "ServiceDeploymentNotFoundException"]);

type ServiceDeploymentCalls = Pick<
  EcsPort,
  "listServiceDeployments" | "describeServiceDeployments" | "describeServiceRevisions" | "rollBackServiceDeployment"
>;

/** The calls about service deployments: what ECS itself remembers of each rollout, for 90 days. */
export function createServiceDeploymentCalls(client: () => ECSClient, call: Call): ServiceDeploymentCalls {
  return {
    listServiceDeployments: (cluster, service, { createdAfter } = {}) =>
      readAllPages(async (nextToken) => {
        const answer = await call({ action: "ecs:ListServiceDeployments", resource: service, cluster }, () =>
          client().send(
            new ListServiceDeploymentsCommand({
              cluster,
              service,
              maxResults: DEPLOYMENTS_PER_PAGE,
              nextToken,
              ...(createdAfter !== undefined && { createdAt: { after: createdAfter } }),
            }),
          ),
        );
        return { items: answer.serviceDeployments ?? [], next: answer.nextToken };
      }),

    async describeServiceDeployments(arns) {
      const answers = await mapConcurrently(chunk(arns, ARNS_PER_CALL), BATCHES_AT_ONCE, (batch) =>
        call({ action: "ecs:DescribeServiceDeployments", resource: batch[0] ?? "" }, () =>
          client().send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...batch] })),
        ),
      );
      return answers.flatMap(({ serviceDeployments }) => serviceDeployments ?? []);
    },

    async rollBackServiceDeployment(arn) {
      try {
        await call({ action: "ecs:StopServiceDeployment", resource: arn }, () =>
          client().send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: "ROLLBACK" })),
        );
        return true;
      } catch (error) {
        if (error instanceof ActionError && ENDED_CODES.has(error.code)) return false;
        throw error;
      }
    },

    async describeServiceRevisions(arns) {
      const answers = await mapConcurrently(chunk(arns, ARNS_PER_CALL), BATCHES_AT_ONCE, (batch) =>
        call({ action: "ecs:DescribeServiceRevisions", resource: batch[0] ?? "" }, () =>
          client().send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...batch] })),
        ),
      );
      return answers.flatMap(({ serviceRevisions }) => serviceRevisions ?? []);
    },
  };
}
