import type { Step } from "../model/plan.ts";
import type { Remains } from "../model/remains.ts";
import { TAG_LOCATION } from "../model/tags.ts";
import { primaryDeploymentOf } from "./decision.ts";

/** The step that removes what is there of a code server. `reason` is why it goes as long as its service is there. */
export function planRemoval(remains: Remains, cluster: string, reason: Step["reason"]): Step {
  const { identity, name, service, cloudMapService, families, usedElsewhere } = remains;
  const ecsDeploymentId = service && primaryDeploymentOf(service)?.id;
  return {
    location: identity[TAG_LOCATION] ?? name,
    action: "delete",
    reason: service?.status === "ACTIVE" ? reason : explainLeftover(remains),
    service: name,
    cluster,
    family: families[0] ?? "",
    taskDefinition: { register: false },
    base:
      service === undefined
        ? {}
        : {
            serviceArn: service.arn,
            taskDefinitionArn: service.taskDefinitionArn,
            ...(ecsDeploymentId !== undefined && { ecsDeploymentId }),
          },
    changes: [],
    // Without a service nothing runs that could be missed.
    impact: service === undefined ? "none" : "removal",
    warnings: [],
    removal: {
      identity,
      ...(cloudMapService !== undefined && { cloudMapService }),
      families,
      usedElsewhere,
    },
  };
}

function explainLeftover({ service, cloudMapService }: Remains): Step["reason"] {
  const left =
    service !== undefined
      ? "a service that still stops its tasks"
      : cloudMapService !== undefined
        ? "its Cloud Map service"
        : "task definition revisions";
  return { code: "leftover", text: `An interrupted removal left ${left}.` };
}
