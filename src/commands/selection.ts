import { ActionError } from "../errors.ts";
import { listTexts } from "../model/shown-text.ts";
import type { CodeLocation } from "../model/workspace.ts";
import { matchesGlob } from "./glob-text.ts";

/** Which locations a run works on. */
export interface Selection {
  readonly selected: readonly CodeLocation[];
  readonly notSelected: readonly string[];
}

/** Picks locations by names or globs; all when there are none. A pattern that matches nothing is an error. */
export function selectLocations(locations: readonly CodeLocation[], patterns: readonly string[]): Selection {
  if (patterns.length === 0) return { selected: locations, notSelected: [] };
  const unknown = patterns.filter((pattern) => !locations.some(({ name }) => matchesGlob(name, pattern)));
  if (unknown.length > 0) throw unknownLocations("locations", unknown, locations);
  const isSelected = ({ name }: CodeLocation): boolean => patterns.some((pattern) => matchesGlob(name, pattern));
  return {
    selected: locations.filter(isSelected),
    notSelected: locations.filter((location) => !isSelected(location)).map(({ name }) => name),
  };
}

/** Refuses names in the `images` input that no location has. */
export function checkImageNames(names: readonly string[], locations: readonly CodeLocation[]): void {
  const known = new Set(locations.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw unknownLocations("images", unknown, locations);
}

function unknownLocations(input: string, unknown: readonly string[], locations: readonly CodeLocation[]): ActionError {
  const known = listTexts(locations.map(({ name }) => `"${name}"`)) || "none";
  return new ActionError(
    "unknown-location",
    `${input}: no code location is called ${listTexts(unknown.map((name) => `"${name}"`))}`,
    { source: "user", hint: `The configuration has: ${known}.` },
  );
}
