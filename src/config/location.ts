import type { SourcePosition } from "../errors.ts";
import type { CodeLocation, CodeSource } from "../model/workspace.ts";
import { readCheckedVariables, readEcsSettings, readText } from "./ecs-settings.ts";
import { getValue, type Located, textOf, toJsonObject } from "./located.ts";
import type { VariableSources } from "./variable-sources.ts";

const KINDS = ["package_name", "module_name", "python_file", "autoload_defs_module_name"] as const;

/** The typed form of a location that passed the check; undefined when it did not. */
export function readLocation(node: Located, sources: VariableSources): CodeLocation | undefined {
  const nameNode = getValue(node, "location_name");
  const name = textOf(nameNode);
  const codeSource = readCodeSource(getValue(node, "code_source"));
  if (!nameNode || name === undefined || !codeSource) return undefined;
  const context = getValue(node, "container_context");
  const ecs = getValue(context, "ecs");
  const git = getValue(node, "git");
  const build = getValue(node, "build");
  return {
    name,
    ...optional("image", readText(node, "image")),
    ...(build && {
      build: {
        ...optional("registry", readText(build, "registry")),
        ...optional("directory", readText(build, "directory")),
      },
    }),
    codeSource,
    ...optional("workingDirectory", readText(node, "working_directory")),
    ...optional("executablePath", readText(node, "executable_path")),
    ...optional("attribute", readText(node, "attribute")),
    ...optional("agentQueue", readText(node, "agent_queue")),
    ...(git && {
      git: { ...optional("commitHash", readText(git, "commit_hash")), ...optional("url", readText(git, "url")) },
    }),
    containerContext: context?.kind === "map" ? toJsonObject(context, "written") : {},
    // The shared variables come last and so win over those of the platform (docs/agent.md, Environment).
    ecs: readEcsSettings(ecs, [
      ...readCheckedVariables(getValue(ecs, "env_vars"), sources),
      ...readCheckedVariables(getValue(context, "env_vars"), sources),
    ]),
    position: nameNode.at,
    places: readPlaces(node),
  };
}

/** Values that checks of later stages look at. */
const PLACES = [
  ["image"],
  ["build", "registry"],
  ["container_context", "ecs", "execution_role_arn"],
  ["container_context", "ecs", "task_role_arn"],
] as const;

function readPlaces(node: Located): ReadonlyMap<string, SourcePosition> {
  const found = PLACES.flatMap((keys) => {
    const value = keys.reduce<Located | undefined>((parent, key) => getValue(parent, key), node);
    return value ? [[keys.join("."), value.at] as const] : [];
  });
  return new Map(found);
}

function readCodeSource(node: Located | undefined): CodeSource | undefined {
  for (const kind of KINDS) {
    const value = textOf(getValue(node, kind));
    if (value) return { kind, value };
  }
  return undefined;
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  // The computed key is the type parameter, which TypeScript widens to string.
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: string };
}
