import type { Tag } from "@aws-sdk/client-ecs";
import { mergeTags } from "./references.ts";
import type { ServiceRecord, TaskDefinitionRecord } from "./state.ts";

/** The tags of a service's new task: managed ones when they are on, and those that are propagated. */
export function taskTagsOf(service: ServiceRecord, definition: TaskDefinitionRecord): Tag[] {
  const managed: Tag[] = service.enableECSManagedTags
    ? [
        { key: "aws:ecs:serviceName", value: service.name },
        { key: "aws:ecs:clusterName", value: service.cluster.name },
      ]
    : [];
  switch (service.propagateTags) {
    case "SERVICE":
      return mergeTags(managed, service.tags.current);
    case "TASK_DEFINITION":
      return mergeTags(managed, definition.tags.current);
    case "NONE":
      return managed;
  }
}
