import { getValue, textOf } from "./located.ts";
import { makeReport } from "./report.ts";
import { suggestName } from "./suggestion.ts";
import type { ConfigFile } from "./yaml-text.ts";
import { readYaml } from "./yaml-tree.ts";

/** Keys that only files of this deployment have, or by which somebody mistook one for another. */
const TELLING_KEYS = ["cluster", "subnets", "locations"];

/**
 * Whether a `dagster.yaml` that nobody named is meant for an Amazon ECS agent. Instances of Dagster OSS, local ones
 * and other agents have a file of that name as well, often beside a `dagster_cloud.yaml`. One that cannot be read
 * counts when it looks so.
 */
export function isMeantForEcsAgent(file: ConfigFile): boolean {
  const root = readYaml(file, makeReport());
  if (!root) return /^user_code_launcher\b/m.test(new TextDecoder().decode(file.bytes));
  if (root.kind !== "map") return false;
  const launcher = root.entries.find(({ key }) => suggestName(key, ["user_code_launcher"]))?.value;
  if (!launcher) return root.entries.some(({ key }) => TELLING_KEYS.includes(key));
  const names = ["class", "module"].flatMap((key) => textOf(getValue(launcher, key)) ?? []);
  return names.length === 0 || names.some((name) => /ecs/i.test(name));
}
