import { refuseAgentService } from "./agent-configuration.ts";
import type { CommandContext } from "./context.ts";
import { type Configuration, loadConfiguration } from "./load-configuration.ts";
import type { CommandResult, Findings } from "./result.ts";

/** Reads and checks the configuration: no network, no credentials. */
export async function validate(context: CommandContext): Promise<CommandResult> {
  refuseAgentService(context, "validate");
  const configuration = await loadConfiguration(context, { missingSeverity: "warning", needsDeployment: false });
  const findings = findingsOf(configuration, context.inputs.strict);
  return hasErrors(findings)
    ? { kind: "invalid", findings }
    : { kind: "validated", findings, locations: configuration.selected.length };
}

/** The problems of a configuration; with `strict`, warnings count as errors. */
export function findingsOf(configuration: Configuration, strict: boolean): Findings {
  const { problems, sources } = configuration;
  return { sources, problems: strict ? problems.map((problem) => ({ ...problem, severity: "error" })) : problems };
}

/** True when the run must stop. */
export function hasErrors(findings: Findings): boolean {
  return findings.problems.some(({ severity }) => severity === "error");
}
