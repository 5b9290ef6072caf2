import type { LiveState } from "../model/live-state.ts";
import { hiddenTextsOfLive } from "../plan/environment-visibility.ts";

/** The texts of the environment values that run now and that nobody knows to be public. */
export function hiddenTextsOfRunning({ locations }: LiveState): readonly string[] {
  const revisions = [...locations.values()].flatMap(({ running, latest }) => [running ?? [], latest ?? []].flat());
  return [...new Set(revisions.flatMap(hiddenTextsOfLive))];
}
