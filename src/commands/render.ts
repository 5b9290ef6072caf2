import { resolveImage } from "../desired/image.ts";
import type { DesiredLocation } from "../model/desired.ts";
import { type EnvironmentVariable, HIDDEN_PLACEHOLDER } from "../model/environment.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import { revisionTags } from "../model/tags.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { refuseAgentService } from "./agent-configuration.ts";
import { configuredRegion } from "./aws-connection.ts";
import type { CommandContext } from "./context.ts";
import { type ConfiguredLocation, loadConfiguration } from "./load-configuration.ts";
import { configuredPublicIp, renderConfigured, type SecretsFromAws } from "./rendering.ts";
import type { CommandResult } from "./result.ts";
import { configurationSource } from "./source.ts";
import { findingsOf, hasErrors } from "./validate.ts";

/** Prints what would be sent to AWS, without asking AWS: what only AWS knows is marked in round brackets. */
export async function render(context: CommandContext): Promise<CommandResult> {
  refuseAgentService(context, "render");
  const configuration = await loadConfiguration(context, { missingSeverity: "error", needsDeployment: true });
  const findings = findingsOf(configuration, context.inputs.strict);
  const launcher = configuration.deploymentConfig?.launcher;
  if (hasErrors(findings) || launcher === undefined) return { kind: "invalid", findings };
  const settings = {
    launcher,
    deployment: context.deployment,
    region: configuredRegion(context) ?? "(the AWS region)",
    source: await configurationSource(context, configuration.workspacePath),
    environment: context.environment,
    rollbackOnFailure: context.inputs.onFailure === "rollback",
    assignPublicIp: configuredPublicIp(launcher) ?? "(ENABLED or DISABLED, by the route tables of the subnets)",
  };
  const locations = configuration.selected.map((configured) => {
    const requested = configured.imageReference ?? "";
    const image = resolveImage({ requested, fact: undefined, pin: false, runningImage: undefined });
    return describeRequests(renderConfigured(configured, image, markedSecrets(configured, launcher), settings));
  });
  return { kind: "rendered", findings, document: { locations } };
}

/** Which secrets carry a tag, and what a secret is called, is known to Secrets Manager only. */
function markedSecrets(configured: ConfiguredLocation, launcher: LauncherConfig): SecretsFromAws {
  return {
    taggedSecrets: (configured.settings?.secretsTags ?? []).map((tag) => ({
      name: `(names of the secrets tagged ${tag})`,
      valueFrom: `(ARNs of the secrets tagged ${tag})`,
    })),
    namedSecrets: launcher.secretArns.map((arn) => ({ name: `(name of the secret ${arn})`, valueFrom: arn })),
  };
}

function describeRequests(desired: DesiredLocation): JsonObject {
  const serviceTags = { ...desired.userTags, ...desired.identityTags };
  return {
    name: desired.name,
    registerTaskDefinition: {
      ...withShownEnvironment(desired),
      tags: lowerCaseTags(revisionTags(desired.identityTags, desired.service.cluster)),
    },
    createCloudMapService: {
      ...desired.cloudMapService.createRequest,
      Tags: Object.entries(serviceTags).map(([Key, Value]) => ({ Key, Value })),
    },
    createService: {
      ...desired.service.createRequest,
      taskDefinition: desired.taskDefinition.family,
      serviceRegistries: [{ registryArn: "(ARN of the Cloud Map service)" }],
      tags: lowerCaseTags(serviceTags),
    },
  };
}

/** The body with the environment in the code server's container, the first one. */
function withShownEnvironment(desired: DesiredLocation): JsonObject {
  const { body, environment } = desired.taskDefinition;
  const [codeServer, ...sidecars] = body.containerDefinitions as readonly JsonObject[];
  return {
    ...body,
    containerDefinitions: [{ ...codeServer, environment: environment.map(shownVariable) }, ...sidecars],
  };
}

function shownVariable({ name, value }: EnvironmentVariable): JsonObject {
  const shown = value.origin === "literal" || value.origin === "injected" ? value.text : undefined;
  return { name, value: shown ?? `${HIDDEN_PLACEHOLDER.slice(0, -1)}: ${hiddenFrom(value)})` };
}

function hiddenFrom(value: EnvironmentVariable["value"]): string {
  return "hidden" in value ? value.from : "";
}

function lowerCaseTags(tags: Readonly<Record<string, string>>): JsonValue {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
