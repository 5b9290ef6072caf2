import { extractDagsterYaml } from "../config/agent-command.ts";
import { ActionError } from "../errors.ts";
import { readAgentService } from "../live/agent-service.ts";
import type { AgentConfiguration } from "../model/agent-task.ts";
import { scanForSecrets } from "../model/secret-scan.ts";
import { connectAws } from "./aws-connection.ts";
import type { CommandContext } from "./context.ts";

/** The configuration of the running agent that `agent-service` names; undefined without that input. */
export async function readAgentConfiguration(context: CommandContext): Promise<AgentConfiguration | undefined> {
  const { agentService: service, dagsterYaml, cluster } = context.inputs;
  if (service === undefined) return undefined;
  if (dagsterYaml !== undefined) {
    throw new ActionError("agent-service-and-file", "Both agent-service and dagster-yaml are given.", {
      source: "user",
      hint: "Keep one of them: the per-deployment configuration is read either from the running agent or from a file.",
    });
  }
  const ports = await connectAws(context);
  const agent = await readAgentService({ service, cluster, extract: extractDagsterYaml }, ports);
  const { text, environment } = agent;
  context.hide([
    ...[...environment.values.values()].map((value) => value.reveal()),
    ...scanForSecrets(text).map(({ start, end }) => text.slice(start, end)),
  ]);
  return agent;
}

/** For the commands that ask nothing of AWS. */
export function refuseAgentService({ inputs }: CommandContext, command: "validate" | "render"): void {
  if (inputs.agentService === undefined) return;
  throw new ActionError(
    "agent-service-offline",
    `agent-service is given, but ${command} works offline and cannot read the agent's service.`,
    {
      source: "user",
      hint: `Remove agent-service here (and give the agent's configuration with dagster-yaml), or use plan instead of ${command}.`,
    },
  );
}
