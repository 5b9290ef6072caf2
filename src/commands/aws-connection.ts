import { ActionError } from "../errors.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import type { AwsPorts } from "../ports.ts";
import type { CommandContext } from "./context.ts";

/** The region of the inputs or of the environment, as the AWS SDKs read it. */
export function configuredRegion(context: CommandContext): string | undefined {
  const { inputs, environment } = context;
  return inputs.awsRegion ?? (environment.get("AWS_REGION") || environment.get("AWS_DEFAULT_REGION") || undefined);
}

/**
 * Connects to AWS; a missing region is an error here, before the first call. Without a `launcher` Cloud Map is called
 * with the step's own credentials.
 */
export async function connectAws(context: CommandContext, launcher?: LauncherConfig): Promise<AwsPorts> {
  const region = configuredRegion(context);
  if (region === undefined) {
    throw new ActionError("region-missing", "No AWS region is known.", {
      source: "user",
      hint: "Give `aws-region`, or run aws-actions/configure-aws-credentials before this step.",
    });
  }
  const role = launcher?.serviceDiscoveryRoleArn;
  return context.connectAws({ region, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) });
}
