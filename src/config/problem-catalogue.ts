import { CONTAINER_PROBLEMS } from "./catalogue/containers.ts";
import { DEPLOYMENT_PROBLEMS } from "./catalogue/deployment.ts";
import type { ProblemEntry } from "./catalogue/entry.ts";
import { ENVIRONMENT_PROBLEMS } from "./catalogue/environment.ts";
import { FILE_PROBLEMS } from "./catalogue/files.ts";
import { JOB_TAG_PROBLEMS } from "./catalogue/job-tags.ts";
import { SHAPE_PROBLEMS } from "./catalogue/shape.ts";
import { SIZE_PROBLEMS } from "./catalogue/sizes.ts";
import { VOLUME_PROBLEMS } from "./catalogue/volumes.ts";

/** Every problem of a configuration, by its code, in the chapters of docs/problems.md. */
export const PROBLEM_CATALOGUE = {
  "Reading the files": FILE_PROBLEMS,
  "Keys and types": SHAPE_PROBLEMS,
  "Sizes of tasks": SIZE_PROBLEMS,
  "Containers of tasks": CONTAINER_PROBLEMS,
  "Volumes and mount points": VOLUME_PROBLEMS,
  "Variables, secrets, roles and tags": ENVIRONMENT_PROBLEMS,
  "Images, names and the deployment": DEPLOYMENT_PROBLEMS,
  "Tags of jobs in Python": JOB_TAG_PROBLEMS,
} as const;

/** The code of a problem: stable, as people look for it and switch on it. */
export type ProblemCode =
  | keyof typeof FILE_PROBLEMS
  | keyof typeof SHAPE_PROBLEMS
  | keyof typeof SIZE_PROBLEMS
  | keyof typeof CONTAINER_PROBLEMS
  | keyof typeof VOLUME_PROBLEMS
  | keyof typeof ENVIRONMENT_PROBLEMS
  | keyof typeof DEPLOYMENT_PROBLEMS
  | keyof typeof JOB_TAG_PROBLEMS;

/** All entries with their codes. */
export function listProblems(): readonly (readonly [code: string, entry: ProblemEntry])[] {
  return Object.values(PROBLEM_CATALOGUE).flatMap((chapter) => Object.entries(chapter));
}
