import { any, boolean, type Field, type Fields, listOf, type ShapeSchema, text } from "../schema.ts";

// dg refuses keys it does not know, but knows more with every version: they are told and left alone.
function tolerant(fields: Fields): ShapeSchema {
  return { kind: "shape", fields, unknown: "warn" };
}

const requiredText = { kind: "text", nonEmpty: true } as const;

const project: Field = {
  schema: tolerant({
    root_module: {
      schema: requiredText,
      description: "Python module of the project.",
      required: true,
      example: 'root_module = "my_project"',
    },
    code_location_name: { schema: requiredText, description: "Name of the code location; else that of the folder." },
    code_location_target_module: { schema: requiredText, description: "Module with the definitions." },
    defs_module: { schema: requiredText, description: "Module whose submodules have the definitions." },
    autoload_defs: { schema: boolean, description: "Whether the definitions are searched for in defs_module." },
    agent_queue: { schema: text, description: "Queue of the agent that serves the location." },
    image: { schema: text, description: "Image of the code server." },
    registry_modules: { schema: any, description: "Not used here." },
    python_environment: { schema: any, description: "Not used here." },
  }),
  description: "A project: one code location.",
  example: 'project.root_module = "my_project"',
};

const workspace: Field = {
  schema: tolerant({
    projects: {
      schema: listOf(
        tolerant({
          path: {
            schema: requiredText,
            description: "Folder of a project, from that of the workspace.",
            required: true,
            example: 'path = "projects/my-project"',
          },
        }),
      ),
      description: "The projects of the workspace.",
      example: 'projects = [{path = "projects/my-project"}]',
    },
    scaffold_project_options: { schema: any, description: "Not used here." },
  }),
  description: "A workspace: several projects.",
  example: 'workspace.projects = [{path = "projects/my-project"}]',
};

const cli: Field = { schema: any, description: "Not used here." };

const directoryType: Field = {
  schema: { kind: "choice", values: ["workspace", "project"] },
  description: "What the folder is.",
  required: true,
  example: 'directory_type = "project"',
};

/** `[tool.dg]` of a project (reference of the dg command line: configuration files). */
export const projectSettings: ShapeSchema = tolerant({
  directory_type: directoryType,
  project: { ...project, required: true },
  cli,
});

/** `[tool.dg]` of a workspace. */
export const workspaceSettings: ShapeSchema = tolerant({ directory_type: directoryType, workspace, cli });
