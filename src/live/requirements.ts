import type { DesiredLocation } from "../model/desired.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";

/**
 * The platform an image must have (`linux/amd64`); undefined for EC2 without `runtime_platform`, where the
 * instances decide. Fargate takes X86_64 and Linux when nothing is said (RuntimePlatform, ECS API reference).
 */
export function wantedPlatform(location: DesiredLocation): string | undefined {
  const platform = location.taskDefinition.body.runtimePlatform;
  const { cpuArchitecture, operatingSystemFamily } = membersOf(platform);
  if (cpuArchitecture === undefined && location.service.launchType === "EC2") return undefined;
  const isWindows = typeof operatingSystemFamily === "string" && operatingSystemFamily.startsWith("WINDOWS");
  return `${isWindows ? "windows" : "linux"}/${cpuArchitecture === "ARM64" ? "arm64" : "amd64"}`;
}

/** The secrets the containers of a task definition name, registry credentials included. */
export function secretsOf(location: DesiredLocation): readonly string[] {
  const containers = location.taskDefinition.body.containerDefinitions;
  return listOf(containers).flatMap((container) => {
    const { secrets, repositoryCredentials } = membersOf(container);
    return [
      ...listOf(secrets).map((secret) => membersOf(secret).valueFrom),
      membersOf(repositoryCredentials).credentialsParameter,
    ].filter((value) => typeof value === "string");
  });
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: JsonValue | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
