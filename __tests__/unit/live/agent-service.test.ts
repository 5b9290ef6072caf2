import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDagsterYaml } from "../../../src/config/agent-command.ts";
import { ActionError } from "../../../src/errors.ts";
import { readAgentService } from "../../../src/live/agent-service.ts";
import type { EcsService } from "../../../src/model/aws-shapes.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { AGENT_FORMS } from "../config/agent-forms.ts";
import { accessDenied, createFakePorts, describedService, registered } from "./fake-ports.ts";

const SCRIPT =
  "echo 'dagster_cloud_api: {agent_token: agent:hooli:0123456789abcdef}' > $DAGSTER_HOME/dagster.yaml && dagster-cloud agent run";
const AGENT: JsonObject = {
  name: "agent",
  essential: true,
  command: ["/bin/sh", "-c", SCRIPT],
  environment: [{ name: "A", value: "top secret" }],
  secrets: [{ name: "S", valueFrom: "arn:aws:ssm:us-west-2:123456789012:parameter/s" }],
};
const TEXT = "dagster_cloud_api: {agent_token: agent:hooli:(hidden)}\n";

function portsWith(containers: readonly JsonObject[], service: EcsService = describedService("agent", 3)) {
  return createFakePorts({
    ecs: {
      describeServices: async () => [service],
      describeTaskDefinition: async () => ({
        ...registered("agent", 3),
        description: { containerDefinitions: containers },
      }),
    },
  });
}

function read(containers: readonly JsonObject[], request: { service?: string; cluster?: string } = {}) {
  const { ports, calls } = portsWith(containers);
  const { service = "agent", cluster = "main" } = request;
  return { calls, result: readAgentService({ service, cluster, extract: extractDagsterYaml }, ports) };
}

describe("the agent's service", () => {
  it("gives its file and its environment, which is not shown", async () => {
    const { calls, result } = read([AGENT]);
    const configuration = await result;
    expect(configuration).toMatchObject({ path: "agent service agent: dagster.yaml", text: TEXT, unresolved: [] });
    expect(configuration.environment.values.get("A")?.reveal()).toBe("top secret");
    expect(configuration.environment.secrets).toEqual(
      new Map([["S", "arn:aws:ssm:us-west-2:123456789012:parameter/s"]]),
    );
    expect(inspect(configuration, { depth: 9 })).not.toContain("top secret");
    expect(calls).toEqual(['ecs.describeServices("main",["agent"])', 'ecs.describeTaskDefinition("arn:td/agent:3")']);
  });

  it.each([
    ["a name", "agent", "main", "main"],
    ["a cluster's ARN", "agent", "arn:aws:ecs:us-west-2:123456789012:cluster/main", "main"],
    ["an ARN, whose own cluster counts", "arn:aws:ecs:us-west-2:123456789012:service/agents/agent", "main", "agents"],
    ["an ARN of the old form", "arn:aws:ecs:us-west-2:123456789012:service/agent", "main", "main"],
  ])("is found by %s", async (_, service, cluster, expected) => {
    const { calls, result } = read([AGENT], { service, cluster });
    await result;
    expect(calls[0]).toBe(`ecs.describeServices("${expected}",["agent"])`);
  });

  it("is read from what is deployed when another controller has the task definition", async () => {
    const { taskDefinition, ...service } = describedService("agent", 3);
    const { ports, calls } = portsWith([AGENT], {
      ...service,
      deployments: [
        { status: "ACTIVE", taskDefinition: "arn:old" },
        { status: "PRIMARY", taskDefinition: "arn:new" },
      ],
    });
    await readAgentService({ service: "agent", cluster: "main", extract: extractDagsterYaml }, ports);
    expect(calls[1]).toBe('ecs.describeTaskDefinition("arn:new")');
  });

  it.each([
    [
      "the container that runs the agent",
      [{ name: "log", command: ["sh", "-c", "echo 'b: 1' > dagster.yaml"] }, AGENT],
    ],
    [
      "a container that prepares a volume",
      [
        { name: "init", essential: false, command: ["sh", "-c", SCRIPT.replace("&& dagster-cloud agent run", "")] },
        { ...AGENT, command: ["dagster-cloud", "agent", "run"] },
      ],
    ],
    [
      "the essential container",
      [
        { name: "log", essential: false },
        { ...AGENT, command: ["sh", "-c", SCRIPT.split(" && ")[0] ?? ""] },
      ],
    ],
  ])("takes the file from %s", async (_, containers) => {
    const configuration = await read(containers).result;
    expect(configuration.text).toBe(TEXT);
    expect(configuration.environment.secrets.size).toBe(1);
  });

  it("passes on what AWS refuses", async () => {
    const { ports } = createFakePorts({
      ecs: { describeServices: () => Promise.reject(accessDenied("ecs:DescribeServices")) },
    });
    await expect(
      readAgentService({ service: "agent", cluster: "main", extract: extractDagsterYaml }, ports),
    ).rejects.toMatchObject({ code: "AccessDeniedException", source: "aws" });
  });

  it("is an error for the user when it is not there", async () => {
    const { ports } = createFakePorts({ ecs: { describeServices: async () => [] } });
    await expect(
      readAgentService({ service: "agnet", cluster: "main", extract: extractDagsterYaml }, ports),
    ).rejects.toMatchObject({
      code: "agent-service-missing",
      source: "user",
      message: "There is no ECS service agnet in the cluster main.",
      hint: expect.stringContaining("agent-service"),
    });
  });

  it.each([
    ["agent-service-without-cluster", { service: "agent", cluster: "" }, [AGENT]],
    ["agent-service-not-a-service", { service: "arn:aws:ecs:us-west-2:1:cluster/main" }, [AGENT]],
    ["agent-task-definition-missing", {}, []],
    ["agent-file-not-found", {}, [{ ...AGENT, command: ["/entrypoint.sh"] }]],
    ["agent-file-not-found", {}, [{ name: "agent" }]],
  ])("is an error for the user: %s", async (code, request, containers) => {
    const error = await read(containers, request).result.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ActionError);
    expect(error).toMatchObject({ code, source: "user", hint: expect.stringMatching(/\w/) });
  });

  it("never gives the token away, neither in a result nor in an error", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...AGENT_FORMS),
        fc.stringMatching(/^[a-f0-9]{32}$/),
        fc.option(fc.nat(1_000), { nil: undefined }),
        async ({ build }, secret, cut) => {
          const { command, environment } = build(`agent:hooli:${secret}`);
          const variables = [...environment].map(([name, value]) => ({ name, value }));
          const container = {
            name: "agent",
            command: command.map((word, index) => (index === command.length - 1 ? word.slice(0, cut) : word)),
            environment: variables,
          };
          const outcome: unknown = await read([container]).result.catch((thrown: unknown) => thrown);
          const shown = [inspect(outcome, { depth: 9 }), JSON.stringify(outcome), String(outcome)].join("\n");
          expect(shown).not.toContain(secret);
        },
      ),
      { numRuns: 300 },
    );
  });
});
