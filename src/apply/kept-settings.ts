import { ActionError } from "../errors.ts";
import type { EcsService } from "../model/aws-shapes.ts";
import type { DesiredLocation } from "../model/desired.ts";
import {
  describeSettings,
  FIRST_NOTE_KEY,
  type KeptSettings,
  noteKeysOf,
  settingsOfOthers,
  TAG_KEPT,
  writeNote,
} from "../model/kept-settings.ts";
import type { Step } from "../model/plan.ts";
import { TAG_REMOVAL } from "../model/tags.ts";
import type { ApplyInput, ApplyPorts } from "./context.ts";
import { registryTags } from "./service-tags.ts";

/**
 * Notes what others have set on a service that is about to be deleted, so that it outlives this run. The mark on the
 * service comes first: where a note is left on a service that runs, it says so.
 */
export async function noteSettings(
  service: EcsService,
  registryArn: string,
  desired: DesiredLocation,
  { ecs, discovery }: Pick<ApplyPorts, "ecs" | "discovery">,
): Promise<KeptSettings> {
  const kept = settingsOfOthers(service);
  const note = writeNote(kept, Object.keys(registryTags(desired)).length);
  if (service.serviceArn === undefined || Object.keys(note).length === 0) return kept;
  await ecs.tagResource(service.serviceArn, NOTED);
  // Policies may ask whose it is in every request that writes tags.
  await discovery.tagResource(registryArn, { ...desired.identityTags, ...note });
  return kept;
}

/** Tags of a service whose Cloud Map service may hold a note. */
export const NOTED = { [TAG_KEPT]: "noted" };

/** Removes a note that has done its work; where that fails the service is none the worse, and the next apply does it. */
export async function forgetSettings(
  serviceArn: string | undefined,
  registryArn: string,
  { ecs, discovery }: Pick<ApplyPorts, "ecs" | "discovery">,
): Promise<void> {
  if (serviceArn === undefined) return;
  try {
    await discovery.untagResource(registryArn, noteKeysOf(await discovery.tagsOf(registryArn)));
    await ecs.untagResource(serviceArn, [TAG_KEPT]);
  } catch {
    // The mark on the service stays.
  }
}

/** Removes what a run that was cut short before or after a deletion has left on a service that runs: marks, a note. */
export async function clearMarks(step: Step, input: ApplyInput, ports: ApplyPorts): Promise<void> {
  const registryArn = input.registries.get(step.location);
  const { arn, tags = {} } = input.services?.get(step.service) ?? {};
  if (tags[TAG_KEPT] !== undefined && registryArn !== undefined) await forgetSettings(arn, registryArn, ports);
  if (arn === undefined || tags[TAG_REMOVAL] === undefined) return;
  // The service is none the worse with it.
  await ports.ecs.untagResource(arn, [TAG_REMOVAL]).catch(() => undefined);
}

/** What ECS refuses may be what others had set, which nobody finds in the configuration. */
export function explainRefusal(error: unknown, kept: KeptSettings, cloudMapName: string): unknown {
  if (!(error instanceof ActionError) || error.code !== "InvalidParameterException") return error;
  const names = describeSettings(kept);
  if (names.length === 0) return error;
  const hint = `The service gets what others had set on the one it replaces (${names.join(", ")}). If that is what ECS refuses, remove the tag ${FIRST_NOTE_KEY} of the Cloud Map service ${cloudMapName}: then it is made from the configuration alone.`;
  const { code, message, source } = error;
  return new ActionError(code, message, {
    source,
    hint: error.hint === undefined ? hint : `${error.hint} ${hint}`,
    cause: error,
  });
}
