import type { CommandContext } from "../../../src/commands/context.ts";
import { loadConfiguration } from "../../../src/commands/load-configuration.ts";
import type { ProblemEntry } from "../../../src/config/catalogue/entry.ts";
import { checkLocations, type LocationCheckOptions } from "../../../src/config/checks/check-locations.ts";
import { readDeploymentConfig } from "../../../src/config/deployment-config.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import type { Problem } from "../../../src/errors.ts";
import { readInputs } from "../../../src/inputs.ts";

/** Keys of a location that is right; an example replaces those it names. */
const LOCATION = ["location_name: etl", "image: registry.example.com/etl:1.0", "code_source: {package_name: etl}"];

/** Keys of `user_code_launcher.config` that are right. */
const LAUNCHER = [
  "cluster: main",
  "subnets: [subnet-0123456789abcdef0]",
  "security_group_ids: [sg-0123456789abcdef0]",
  "service_discovery_namespace_id: ns-abcdefgh12345678",
  "log_group: /dagster",
  "execution_role_arn: arn:aws:iam::123456789012:role/execution",
];

/** A fragment as it stands in its file, with everything around it that it needs. */
export function filesOf(fragment: string, entry: Partial<ProblemEntry>): ReadonlyMap<string, Uint8Array> {
  const { launcher, agent } = entry;
  const place = entry.in ?? "file";
  const files = new Map<string, string>();
  const context = place === "ecs" ? `container_context:\n  ecs:\n${indent(fragment, 4)}` : "";
  const own = place === "location" ? fragment : context;
  files.set(
    "dagster_cloud.yaml",
    place === "file" ? fragment : `locations:\n  - ${indent(withOthers(own, LOCATION), 4).slice(4)}`,
  );
  if (place === "project-file") {
    files.delete("dagster_cloud.yaml");
    files.set("pyproject.toml", fragment);
  }
  if (place === "python") files.set("jobs.py", fragment);
  if (place === "agent-file") files.set("dagster.yaml", fragment);
  const config = place === "launcher" ? fragment : launcher;
  if (config !== undefined) {
    const text = indent(withOthers(config, LAUNCHER), 4);
    files.set(
      "dagster.yaml",
      `user_code_launcher:\n  module: dagster_cloud.workspace.ecs\n  class: EcsUserCodeLauncher\n  config:\n${text}\n${agent ?? ""}`,
    );
  }
  return new Map(Array.from(files, ([name, text]) => [name, encode(text, entry, name)]));
}

function encode(text: string, { encoding, in: place }: Partial<ProblemEntry>, name: string): Uint8Array {
  const isOwn = (place === "agent-file") === (name === "dagster.yaml");
  return encoding && isOwn ? encodeAs(encoding, text) : new TextEncoder().encode(text);
}

/** UTF-16 begins with a byte order mark. */
export function encodeAs(encoding: NonNullable<ProblemEntry["encoding"]>, text: string): Uint8Array {
  return Buffer.from(encoding === "utf16le" ? `\ufeff${text}` : text, encoding);
}

function withOthers(own: string, others: readonly string[]): string {
  const keys = own.split("\n").map((line) => line.split(":", 1)[0]);
  const missing = others.filter((line) => !keys.includes(line.split(":", 1)[0]));
  return [...missing, ...(own === "" ? [] : [own])].join("\n");
}

function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, " ".repeat(spaces));
}

/** The lines of a YAML file as PyYAML counts them. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).split(/\r\n|[\n\r\u0085\u2028\u2029]/);
}

const ENVIRONMENT = new Map([["STAGE", "prod"]]);

/** All problems of the files, as `validate` finds them (or `apply`, when a deploy is wanted). */
export async function problemsOf(
  files: ReadonlyMap<string, Uint8Array>,
  {
    inputs = {},
    deploy = false,
    branch = false,
  }: { inputs?: Readonly<Record<string, string>>; deploy?: boolean; branch?: boolean } = {},
): Promise<readonly Problem[]> {
  // An example of an agent's file is looked at whatever it is.
  const named: Readonly<Record<string, string>> = files.has("dagster.yaml") ? { "dagster-yaml": "dagster.yaml" } : {};
  const context: Pick<CommandContext, "inputs" | "event" | "deployment" | "environment" | "files" | "hide"> = {
    inputs: readInputs((name) => ({ organization: "acme", ...named, ...inputs })[name]),
    event: undefined,
    deployment: { name: "prod", kind: "full" },
    environment: ENVIRONMENT,
    hide: () => undefined,
    files: {
      root: "/checkouts/etl",
      read: async (path) => files.get(path),
      list: async () => [...files].map(([path, { length }]) => ({ path, size: length })),
      glob: async () => [],
      write: async () => {},
    },
  };
  if (branch) return problemsOfBranch(files);
  const { problems } = await loadConfiguration(context as CommandContext, {
    missingSeverity: deploy ? "error" : "warning",
    needsDeployment: false,
  });
  return problems;
}

function problemsOfBranch(files: ReadonlyMap<string, Uint8Array>): readonly Problem[] {
  const options = { stepEnvironment: ENVIRONMENT, unresolved: "warning" } as const;
  const { documents } = readWorkspace([fileNamed("dagster_cloud.yaml", files)], options);
  const { document } = readDeploymentConfig(fileNamed("dagster.yaml", files), options);
  return checkLocations(documents, document, { ...CHECK_OPTIONS, deployment: { name: "pr-1", isBranch: true } });
}

/** What the files do not say, for checks of files alone. */
export const CHECK_OPTIONS: LocationCheckOptions = {
  deployment: { name: "prod", isBranch: false },
  overriddenImages: new Set(),
  codeServerPort: 4000,
  injectedNames: () => ["DAGSTER_LOCATION_NAME", "DAGSTER_CURRENT_IMAGE"],
  serviceNameOf: (name) => name,
};

export function fileNamed(path: string, files: ReadonlyMap<string, Uint8Array>): { path: string; bytes: Uint8Array } {
  return { path, bytes: files.get(path) ?? new Uint8Array() };
}
