/**
 * What an example is a part of: `file`: a whole dagster_cloud.yaml; `location`: keys of a location; `ecs`: keys of its
 * `container_context.ecs`; `agent-file`: a whole dagster.yaml; `launcher`: keys of its `user_code_launcher.config`;
 * `python`: a module of the location's code; `project-file`: a whole pyproject.toml, without a dagster_cloud.yaml.
 */
export type ExamplePlace = "file" | "location" | "ecs" | "agent-file" | "launcher" | "python" | "project-file";

/** One kind of problem, for the page that lists them all. Its code is its key in the catalogue. */
export interface ProblemEntry {
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly in: ExamplePlace;
  readonly bad: string;
  readonly good: string;
  /** Keys of `user_code_launcher.config` both examples are merged with. */
  readonly launcher?: string;
  /** Other keys of the `dagster.yaml` both examples are merged with. */
  readonly agent?: string;
  /** Inputs of the step, by name. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** The code comes only when an image and a deploy are wanted. */
  readonly deploy?: true;
  /** The code comes only for a branch deployment. */
  readonly branch?: true;
  /** The bad example repeated, because one of it is no problem. */
  readonly times?: number;
  /** Codes that the bad example cannot be without. */
  readonly also?: readonly string[];
  /** How the bad example is saved. */
  readonly encoding?: "latin1" | "utf16le";
}

export type ProblemEntries = Readonly<Record<string, ProblemEntry>>;
