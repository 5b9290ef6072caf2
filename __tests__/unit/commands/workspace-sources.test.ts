import { describe, expect, it } from "vitest";
import { findWorkspaceSources } from "../../../src/commands/workspace-sources.ts";
import { toJson } from "../../../src/config/located.ts";
import { readWorkspace } from "../../../src/config/workspace.ts";
import type { Files } from "../../../src/ports.ts";

const OPTIONS = { stepEnvironment: new Map<string, string>(), unresolved: "error" } as const;

function filesWith(texts: Readonly<Record<string, string>>): Files {
  return {
    root: "/checkouts/my-etl/my-etl",
    read: async (path) => {
      const text = texts[path];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: async () => [],
    glob: async (pattern) => {
      const suffix = pattern.slice(pattern.indexOf("/"));
      return Object.keys(texts).filter((path) => path.endsWith(suffix));
    },
    write: async () => {},
  };
}

async function read(texts: Readonly<Record<string, string>>, given?: string) {
  const sources = await findWorkspaceSources(given, filesWith(texts));
  const {
    documents,
    workspace,
    problems,
    sources: shown,
  } = readWorkspace(sources.files, OPTIONS, sources.dgWorkspaces);
  return {
    name: sources.name,
    paths: [...shown.keys()],
    documents: documents.map(({ node }) => toJson(node, "written")),
    locations: workspace?.locations ?? [],
    problems: problems.map(({ severity, code, file, line, column }) => `${severity} ${code} ${file}:${line}:${column}`),
    messages: problems.map(({ message }) => message),
  };
}

const location = (name: string): string =>
  `locations:\n  - location_name: ${name}\n    image: registry.example.com/${name}:1\n    code_source: {package_name: ${name}}\n`;

describe("several files", () => {
  const texts = {
    "a/dagster_cloud.yaml": location("a"),
    "b/dagster_cloud.yaml": location("b"),
    "c.yaml": location("c"),
  };

  it.each([
    ["c.yaml, a/dagster_cloud.yaml", ["c", "a"]],
    ["*/dagster_cloud.yaml", ["a", "b"]],
    ["c.yaml\n*/dagster_cloud.yaml\n./c.yaml", ["c", "a", "b"]],
    ["{a,b}/dagster_cloud.yaml,c.yaml", ["a", "b", "c"]],
  ])("are read together: %j", async (given, names) => {
    const { name, locations, problems } = await read(texts, given);
    expect(locations.map((one) => one.name)).toEqual(names);
    expect(problems).toEqual([]);
    // Tags name the source as the input has it: it stays the same when a file is added.
    expect(name).toBe(given);
  });

  it("may not have a location twice; the problem names both files", async () => {
    const { locations, problems, messages } = await read(
      { "a/dagster_cloud.yaml": location("a"), "b/dagster_cloud.yaml": location("a") },
      "*/dagster_cloud.yaml",
    );
    expect(locations).toHaveLength(1);
    expect(problems).toEqual(["error duplicate-location b/dagster_cloud.yaml:2:20"]);
    expect(messages[0]).toContain("a/dagster_cloud.yaml");
  });

  it.each([
    ["d.yaml", "There is no file d.yaml."],
    ["c.yaml\n*/none.yaml", "No file fits */none.yaml."],
  ])("end the run when one is not there: %j", async (given, message) => {
    await expect(read(texts, given)).rejects.toMatchObject({ code: "config-file-missing", message });
  });
});

describe("the file without config-file", () => {
  const project =
    '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "m"\ncode_location_name = "m"\n';

  it.each([
    [
      "dagster_cloud.yaml",
      { "dagster_cloud.yaml": location("a"), "pyproject.toml": project, "build.yaml": "registry: r" },
    ],
    ["build.yaml", { "build.yaml": location("a"), "pyproject.toml": project }],
    ["build.yaml", { "build.yaml": "registry: r", "pyproject.toml": '[project]\nname = "m"\n' }],
    ["pyproject.toml", { "build.yaml": "registry: r", "pyproject.toml": project }],
    ["dg.toml", { "dg.toml": 'directory_type = "workspace"\n', "pyproject.toml": project }],
  ])("is %s", async (name, texts) => {
    expect((await read(texts)).name).toBe(name);
  });

  it("is missing when there is none of them", async () => {
    await expect(read({ "pyproject.toml": "[project]\n" })).rejects.toMatchObject({ code: "config-file-missing" });
  });
});

describe("a dg project", () => {
  it("is one location of its three files", async () => {
    const { documents, locations, problems } = await read({
      "pyproject.toml":
        '[project]\nname = "x"\n\n[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "etl"\ncode_location_name = "my-etl"\nagent_queue = "special"\n',
      "build.yaml": "registry: registry.example.com/etl\ndockerfile: Dockerfile.prod\n",
      "container_context.yaml": "ecs:\n  env_vars:\n    - A=1\n",
    });
    expect(documents).toEqual([
      {
        location_name: "my-etl",
        code_source: { module_name: "etl.definitions" },
        agent_queue: "special",
        build: { registry: "registry.example.com/etl", directory: "." },
        container_context: { ecs: { env_vars: ["A=1"] } },
      },
    ]);
    expect(locations[0]?.position).toEqual({ file: "pyproject.toml", line: 9, column: 22 });
    expect(problems).toEqual(["warning unknown-key build.yaml:2:1"]);
  });

  it.each([
    ['code_location_target_module = "etl.all"', { module_name: "etl.all" }],
    ["autoload_defs = true", { autoload_defs_module_name: "etl.defs" }],
    ['autoload_defs = true\ndefs_module = "etl.parts"', { autoload_defs_module_name: "etl.parts" }],
  ])("has the code source dg makes of %j", async (setting, source) => {
    const text = `directory_type = "project"\n[project]\nroot_module = "etl"\n${setting}\n`;
    const { documents, problems } = await read({ "apps/etl/dg.toml": text }, "apps/etl/dg.toml");
    expect(documents).toEqual([{ location_name: "etl", code_source: source }]);
    expect(problems).toEqual([]);
  });
});

describe("a dg project without code_location_name", () => {
  const settings = 'directory_type = "project"\n\n[project]\nroot_module = "etl"\n';

  it.each([
    ["dg.toml", "my-etl"],
    ["./dg.toml", "my-etl"],
    ["../dg.toml", "my-etl"],
    ["../../dg.toml", "checkouts"],
  ])("is called after the folder of the checkout, with a warning: %s", async (path, name) => {
    const { documents, problems, messages } = await read({ [path.replace(/^\.\//, "")]: settings }, path);
    expect(documents.map((document) => (document as { location_name: string }).location_name)).toEqual([name]);
    expect(problems).toEqual([`warning dg-name-from-checkout ${path.replace(/^\.\//, "")}:3:1`]);
    expect(messages).toEqual([
      `project has no code_location_name: as dg does it, the location is called ${JSON.stringify(name)}, after the folder of the checkout.`,
    ]);
  });

  it.each([
    ["apps/etl/dg.toml", "etl"],
    ["../etl/dg.toml", "etl"],
    ["/srv/etl/dg.toml", "etl"],
  ])("is called after its own folder: %s", async (path, name) => {
    const { locations, problems } = await read({ [path]: settings }, path);
    expect(locations.map((location) => location.name)).toEqual([name]);
    expect(problems).toEqual([]);
  });
});

describe("a dg workspace", () => {
  const member = '[tool.dg]\ndirectory_type = "project"\n[tool.dg.project]\nroot_module = "m"\n';
  const workspace =
    'directory_type = "workspace"\n\n[workspace]\n\n[[workspace.projects]]\npath = "projects/one"\n\n[[workspace.projects]]\npath = "projects/two"\n';

  it("is a location for each project, the project's level over the workspace's", async () => {
    const { documents, problems, paths } = await read({
      "dg.toml": workspace,
      "build.yaml": "registry: registry.example.com/all\n",
      "container_context.yaml": "ecs:\n  env_vars: [A=1, B=1]\n",
      "projects/one/pyproject.toml": member,
      "projects/one/build.yaml": "directory: ../..\n",
      "projects/one/container_context.yaml": "# nothing yet\n",
      "projects/two/pyproject.toml": member,
      "projects/two/build.yaml": "registry: registry.example.com/two\n",
      "projects/two/container_context.yaml": "ecs:\n  env_vars: [B=2]\n",
    });
    expect(documents).toEqual([
      {
        location_name: "one",
        code_source: { module_name: "m.definitions" },
        build: { registry: "registry.example.com/all", directory: "." },
        container_context: { ecs: { env_vars: ["A=1", "B=1"] } },
      },
      {
        location_name: "two",
        code_source: { module_name: "m.definitions" },
        build: { registry: "registry.example.com/two", directory: "projects/two" },
        container_context: { ecs: { env_vars: ["A=1", "B=2"] } },
      },
    ]);
    expect(problems).toEqual([]);
    // A file without content has no line to show.
    expect(paths).toHaveLength(8);
    expect(paths).not.toContain("projects/one/container_context.yaml");
  });

  it("warns of volumes and sidecars of one name at both levels, which dg does not merge", async () => {
    const context = (image: string) =>
      `ecs:\n  volumes: [{name: data}]\n  mount_points: [{sourceVolume: data, containerPath: /data}]\n  run_sidecar_containers: [{name: agent, image: "${image}"}]\n`;
    const { documents, problems } = await read({
      "dg.toml": workspace.replace(/\n\[\[workspace.projects\]\]\npath = "projects\/two"/, ""),
      "container_context.yaml": context("agent:1"),
      "projects/one/pyproject.toml": member,
      "projects/one/container_context.yaml": context("agent:2"),
    });
    expect(problems).toEqual([
      "warning duplicate-volume projects/one/container_context.yaml:2:20",
      "warning duplicate-sidecar projects/one/container_context.yaml:4:35",
    ]);
    expect(documents).toMatchObject([
      { container_context: { ecs: { volumes: [{ name: "data" }], run_sidecar_containers: [{ image: "agent:2" }] } } },
    ]);
  });

  it("tells mistakes where they are, in every file", async () => {
    const { problems } = await read({
      "dg.toml": workspace,
      "container_context.yaml": "ecs:\n  server_resource: {}\n",
      "projects/one/pyproject.toml": member,
      "projects/one/container_context.yaml": "ecs:\n  env_vars: {A: 1}\n",
    });
    expect(problems).toEqual([
      "error dg-project-missing dg.toml:9:8",
      "error unknown-key container_context.yaml:2:3",
      "error not-a-list projects/one/container_context.yaml:2:13",
    ]);
  });
});
