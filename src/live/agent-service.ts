import { ActionError } from "../errors.ts";
import type { AgentConfiguration, AgentTask, ExtractedDagsterYaml } from "../model/agent-task.ts";
import { lastSegment, parseArn } from "../model/arn.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import { HiddenText } from "../model/environment.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type { AwsPorts } from "../ports.ts";

/** Where the agent runs, and how its file is found in its command. */
export interface AgentServiceRequest {
  /** Name or ARN. */
  readonly service: string;
  /** Name or ARN; not needed with an ARN of the service, which names its own. */
  readonly cluster: string | undefined;
  readonly extract: (task: AgentTask) => ExtractedDagsterYaml;
}

interface AgentContainer {
  readonly task: AgentTask;
  readonly secrets: ReadonlyMap<string, string>;
  readonly isEssential: boolean;
}

const GIVE_FILE = "Put the agent's dagster.yaml into the repository and give it with the input dagster-yaml instead.";

/**
 * The `dagster.yaml` and the environment of a running agent, from the task definition its service runs. What a user
 * can correct ends in an ActionError of source `user`; no message has anything of the command in it.
 */
export async function readAgentService(
  request: AgentServiceRequest,
  { ecs }: { readonly ecs: Pick<AwsPorts["ecs"], "describeServices" | "describeTaskDefinition"> },
): Promise<AgentConfiguration> {
  const { name, cluster } = locateService(request);
  const [service] = await ecs.describeServices(cluster, [name]);
  if (service === undefined) {
    throw userError(
      "agent-service-missing",
      `There is no ECS service ${name} in the cluster ${cluster}.`,
      "Correct the inputs agent-service and cluster, or the region and account of the credentials.",
    );
  }
  const arn = taskDefinitionOf(service);
  const definition = arn === undefined ? undefined : await ecs.describeTaskDefinition(arn);
  const containers = readContainers(definition?.description.containerDefinitions);
  const agent = containers.find(runsAgent) ?? containers.find(({ isEssential }) => isEssential) ?? containers[0];
  if (agent === undefined) {
    throw userError(
      "agent-task-definition-missing",
      `The ECS service ${name} runs no task definition that can be read.`,
      `Check that agent-service names the service of the Dagster+ agent. ${GIVE_FILE}`,
    );
  }
  const { text, unresolved } = extractFile(agent, containers, request, name);
  return {
    path: `agent service ${name}: dagster.yaml`,
    text,
    unresolved,
    environment: {
      service: name,
      values: new Map([...agent.task.environment].map(([key, value]) => [key, new HiddenText(value)])),
      secrets: agent.secrets,
    },
  };
}

/** The cluster is in an ARN of the long form: `service/cluster/name`. */
function locateService({ service, cluster }: AgentServiceRequest): { readonly name: string; readonly cluster: string } {
  const arn = parseArn(service);
  const [kind, ...parts] = arn?.resource.split("/") ?? [];
  if (arn !== undefined && (arn.service !== "ecs" || kind !== "service")) {
    throw userError(
      "agent-service-not-a-service",
      `The input agent-service is ${JSON.stringify(service)}, which is no ARN of an ECS service.`,
      "Write the name of the service, or arn:aws:ecs:<region>:<account>:service/<cluster>/<name>.",
    );
  }
  const where = parts.length === 2 ? parts[0] : cluster;
  if (where !== undefined && where !== "") return { name: lastSegment(service), cluster: lastSegment(where) };
  throw userError(
    "agent-service-without-cluster",
    `The input agent-service is ${JSON.stringify(service)}, and nothing says which cluster the service is in.`,
    "Give the input cluster, or the whole ARN of the service.",
  );
}

/** With CodeDeploy or an external controller the service itself names none. */
function taskDefinitionOf({ taskDefinition, deployments, taskSets }: EcsService): string | undefined {
  const isPrimary = ({ status }: { readonly status?: string | undefined }): boolean => status === "PRIMARY";
  return taskDefinition ?? deployments?.find(isPrimary)?.taskDefinition ?? taskSets?.find(isPrimary)?.taskDefinition;
}

/** From the agent's own container, else from another one that prepares a volume for it. */
function extractFile(
  agent: AgentContainer,
  containers: readonly AgentContainer[],
  { extract }: AgentServiceRequest,
  name: string,
): Extract<ExtractedDagsterYaml, { readonly text: string }> {
  const own = extract(agent.task);
  if ("text" in own) return own;
  for (const container of containers) {
    const other = container === agent ? own : extract(container.task);
    if ("text" in other) return other;
  }
  throw userError("agent-file-not-found", `${own.reason.replace(/\.$/, "")} (ECS service ${name}).`, GIVE_FILE);
}

function runsAgent({ task }: AgentContainer): boolean {
  return /dagster-cloud\s+agent\s+run/.test([...task.entryPoint, ...task.command].join(" "));
}

function readContainers(definitions: JsonValue | undefined): readonly AgentContainer[] {
  return objectsIn(definitions).map((container) => {
    const secrets = readPairs(container.secrets, "valueFrom");
    return {
      task: {
        command: textsIn(container.command),
        entryPoint: textsIn(container.entryPoint),
        environment: readPairs(container.environment, "value"),
        secretNames: new Set(secrets.keys()),
      },
      secrets,
      // ECS: a container is essential unless it says otherwise.
      isEssential: container.essential !== false,
    };
  });
}

function readPairs(list: JsonValue | undefined, member: string): ReadonlyMap<string, string> {
  const pairs = objectsIn(list).flatMap(({ name, [member]: value }) =>
    typeof name === "string" && typeof value === "string" ? [[name, value] as const] : [],
  );
  return new Map(pairs);
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly JsonValue[]).filter(
    (item): item is JsonObject => item !== null && typeof item === "object" && !Array.isArray(item),
  );
}

function textsIn(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function userError(code: string, message: string, hint: string): ActionError {
  return new ActionError(code, message, { source: "user", hint });
}
