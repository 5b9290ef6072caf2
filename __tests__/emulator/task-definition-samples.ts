import type { RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";

/** The least a container has. */
export const CONTAINER = { name: "app", image: "public.example/app:1" };

/** The least a task definition for Fargate has. */
export const FARGATE: RegisterTaskDefinitionCommandInput = {
  family: "app",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  containerDefinitions: [CONTAINER],
};

/** {@link FARGATE} with more on its container. */
export const withContainer = (container: object): RegisterTaskDefinitionCommandInput => ({
  ...FARGATE,
  containerDefinitions: [{ ...CONTAINER, ...container }],
});
