import type { World } from "../world/world.ts";

/** What is in the account, short enough to print. */
export function viewState(world: World): Readonly<Record<string, unknown>> {
  return {
    now: new Date(world.timeline.now).toISOString(),
    services: world.ecs.services.map((service) => ({
      name: service.name,
      status: service.status,
      taskDefinition: service.configuration.taskDefinitionArn,
      desiredCount: service.desiredCount,
      deployments: service.deployments.map((deployment) => ({
        id: deployment.id,
        status: deployment.status,
        rolloutState: deployment.rolloutState,
        failedTasks: deployment.failedTasks,
      })),
      tags: service.tags.current,
    })),
    tasks: [...world.ecs.tasks.values()].map((task) => ({
      id: task.id,
      group: task.group,
      lastStatus: task.lastStatus,
      stoppedReason: task.stoppedReason,
    })),
    taskDefinitions: [...world.ecs.families.values()].flat().map(({ arn, status }) => ({ arn, status })),
    discoveryServices: [...world.discovery.services.values()].map((service) => ({
      id: service.id,
      name: service.name,
      instances: [...service.instances.keys()],
      tags: service.tags,
    })),
    comments: [...world.github.repositories.values()].flatMap((repository) =>
      repository.comments.map(({ id, issue, login, body }) => ({
        repository: repository.fullName,
        id,
        issue,
        login,
        body,
      })),
    ),
  };
}
