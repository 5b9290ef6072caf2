import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  type ECSClient,
  ListServicesCommand,
} from "@aws-sdk/client-ecs";
import { chunk, mapConcurrently } from "../concurrency.ts";
import { ActionError } from "../errors.ts";
import { lastSegment } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import { compareCodePoints } from "../model/text-order.ts";
import type { EcsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";

/** DescribeServices API reference: at most ten services in a call. */
const SERVICES_PER_CALL = 10;
const BATCHES_AT_ONCE = 4;
/** ListServices API reference: at most 100; the default is ten. */
const SERVICES_PER_PAGE = 100;

type ServiceReads = Pick<EcsPort, "describeServices" | "listServices" | "clusterIsActive">;

/** The calls that read services and clusters. */
export function createServiceReads(client: () => ECSClient, call: Call): ServiceReads {
  return {
    async describeServices(cluster, names) {
      const batches = chunk([...new Set(names)], SERVICES_PER_CALL);
      const answers = await mapConcurrently(batches, BATCHES_AT_ONCE, (batch) =>
        describeBatch(client(), call, cluster, batch),
      );
      return answers.flat();
    },

    async listServices(cluster) {
      const arns = await readAllPages(async (nextToken) => {
        const answer = await call({ action: "ecs:ListServices", resource: cluster, cluster }, () =>
          client().send(new ListServicesCommand({ cluster, maxResults: SERVICES_PER_PAGE, nextToken })),
        );
        return { items: answer.serviceArns ?? [], next: answer.nextToken };
      });
      return arns.map(lastSegment).sort(compareCodePoints);
    },

    async clusterIsActive(cluster) {
      const answer = await call({ action: "ecs:DescribeClusters", resource: cluster }, () =>
        client().send(new DescribeClustersCommand({ clusters: [cluster] })),
      );
      return answer.clusters?.[0]?.status === "ACTIVE";
    },
  };
}

async function describeBatch(
  client: ECSClient,
  call: Call,
  cluster: string,
  names: readonly string[],
): Promise<readonly EcsService[]> {
  const answer = await call({ action: "ecs:DescribeServices", resource: cluster, cluster }, () =>
    client.send(new DescribeServicesCommand({ cluster, services: [...names], include: ["TAGS"] })),
  );
  const failure = answer.failures?.find(({ reason }) => reason !== "MISSING");
  if (failure !== undefined) {
    const detail = failure.detail === undefined ? "" : ` (${failure.detail})`;
    throw new ActionError(
      failure.reason ?? "DescribeServicesFailure",
      `ECS could not describe the service ${failure.arn ?? names.join(", ")}: ${failure.reason ?? "no reason given"}${detail}.`,
      { source: "aws" },
    );
  }
  const live = (answer.services ?? []).filter(({ status }) => status !== "INACTIVE");
  const position = new Map(names.map((name, index) => [name, index]));
  const positionOf = ({ serviceName = "" }: EcsService) => position.get(serviceName) ?? names.length;
  return live.sort((left, right) => positionOf(left) - positionOf(right));
}
