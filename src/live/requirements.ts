import type { DesiredLocation } from "../model/desired.ts";
import { isJsonList, isJsonObject, type JsonObject } from "../model/json.ts";

/**
 * The platform an image must have (`linux/amd64`); undefined for EC2 without `runtime_platform`, where the
 * instances decide. Fargate takes X86_64 and Linux when nothing is said (RuntimePlatform, ECS API reference).
 */
export function wantedPlatform(location: DesiredLocation): string | undefined {
  const { runtimePlatform } = location.taskDefinition.body;
  const platform: JsonObject = isJsonObject(runtimePlatform) ? runtimePlatform : {};
  const { cpuArchitecture, operatingSystemFamily } = platform;
  if (cpuArchitecture === undefined && location.service.launchType === "EC2") return undefined;
  const isWindows = typeof operatingSystemFamily === "string" && operatingSystemFamily.startsWith("WINDOWS");
  return `${isWindows ? "windows" : "linux"}/${cpuArchitecture === "ARM64" ? "arm64" : "amd64"}`;
}

/** The secrets the containers of a task definition name, registry credentials included. */
export function secretsOf(location: DesiredLocation): readonly string[] {
  const containers = location.taskDefinition.body.containerDefinitions;
  if (!isJsonList(containers)) return [];
  return containers.filter(isJsonObject).flatMap(({ secrets, repositoryCredentials }) => {
    const named = isJsonList(secrets) ? secrets.filter(isJsonObject).map(({ valueFrom }) => valueFrom) : [];
    const credentials = isJsonObject(repositoryCredentials) ? [repositoryCredentials.credentialsParameter] : [];
    return [...named, ...credentials].filter((value) => typeof value === "string");
  });
}
