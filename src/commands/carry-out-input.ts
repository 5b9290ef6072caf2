import type { ApplyInput } from "../apply/context.ts";
import { runTags } from "../model/run-order.ts";
import { parseTaskDefinitionArn } from "../model/task-definition-arn.ts";
import type { LauncherConfig } from "../model/workspace.ts";
import { formatFingerprintTag } from "../plan/fingerprint.ts";
import { renderWaiting } from "../report/waiting.ts";
import type { CommandContext } from "./context.ts";
import type { PlannedRun } from "./result.ts";

/** What carrying out any plan needs of its run: the plan with what it names, the run's marks, how long to wait, where to report. */
export function carryOutInput(run: PlannedRun, launcher: LauncherConfig, context: CommandContext): ApplyInput {
  const { inputs } = context;
  return {
    plan: run.plan,
    desired: new Map(run.desired.map((location) => [location.name, location])),
    unfinished: run.unfinished,
    unmarked: run.unmarked,
    registries: run.registries,
    runTags: runTags(context.event),
    formatFingerprint: (arn, full) => formatFingerprintTag(parseTaskDefinitionArn(arn)?.revision ?? 0, full),
    loadCheck: inputs.loadCheck,
    wait: inputs.wait,
    rolloutTimeoutMs: inputs.waitTimeoutMinutes === undefined ? undefined : inputs.waitTimeoutMinutes * 60_000,
    namespaceId: launcher.serviceDiscoveryNamespaceId,
    namespaceName: run.namespaceName,
    redact: run.redact,
    onProgress: (location, text) => context.onProgress(`${location}: ${text}`),
    onWaiting: (waiting, seconds) => context.onProgress(renderWaiting(waiting, seconds)),
    signal: context.signal,
  };
}
