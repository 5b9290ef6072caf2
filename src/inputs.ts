import { ActionError } from "./errors.ts";

/** One input: its name outside, its default, its meaning, and how its text becomes a value. */
interface InputDefinition<T> {
  readonly name: string;
  /** As action.yml states it; the empty text means "not given". */
  readonly default: string;
  readonly description: string;
  /** Throws a RangeError whose message says what would be accepted. */
  readonly parse: (text: string | undefined) => T;
}

/**
 * Every input of the action, and every option of the terminal: one table, from which the names, the defaults
 * and the README's table are checked.
 */
export const INPUTS = {
  command: choice(
    "command",
    ["auto", "validate", "plan", "apply", "redeploy", "rollback", "destroy", "sweep"],
    "auto",
    "what to do; `auto` chooses from the event",
  ),
  configFile: text(
    "config-file",
    "the files with the code locations: paths or globs, one per line or comma separated; else `dagster_cloud.yaml`, else the projects of `dg.toml` or `pyproject.toml`, else `build.yaml`",
  ),
  dagsterYaml: text(
    "dagster-yaml",
    "per-deployment configuration: the agent's `dagster.yaml` with `user_code_launcher.config`; else `dagster.yaml`",
  ),
  agentService: text(
    "agent-service",
    "ECS service of the running agent (name with `cluster`, or ARN): `plan` and `apply` read its `dagster.yaml` from there instead of a file",
  ),
  cluster: text("cluster", "ECS cluster, instead of the one in the per-deployment configuration"),
  awsRegion: text("aws-region", "AWS region; else `AWS_REGION` or `AWS_DEFAULT_REGION` of the environment"),
  organization: text(
    "organization",
    "Dagster+ organization, part of the task definition family; else from `dagster_cloud_api` of `dagster.yaml`",
  ),
  deployment: { ...text("deployment", "the full deployment"), default: "prod", parse: (given) => given ?? "prod" },
  branchDeployments: flag(
    "branch-deployments",
    false,
    "on pull requests: apply to a branch deployment of the pull request's own, and remove it when it closes",
  ),
  branchDeploymentName: branchNameTemplate(
    "branch-deployment-name",
    "name of a branch deployment, with `{number}` or `{branch}` of the pull request in it",
  ),
  locations: list("locations", "names or globs of code locations, one per line or comma separated; else all"),
  imageTag: imageTag("image-tag", "image tag for locations that have `build.registry`; else the commit SHA"),
  images: assignments("images", "`location=image` per line; wins over the configuration files"),
  pinImages: flag("pin-images", true, "resolve tags of ECR images to digests, so that unchanged content is no change"),
  missingImage: choice(
    "missing-image",
    ["error", "keep"],
    "error",
    "when a tag is not in ECR: `error`, or `keep` the image the location runs now",
  ),
  verify: flag(
    "verify",
    true,
    "check images, roles, secrets, log group, cluster and network in AWS before anything else",
  ),
  prune: flag("prune", false, "delete services of this source and deployment whose location is gone"),
  adopt: flag("adopt", false, "take over services of the right name that carry no tags of this action"),
  allowDowngrade: flag("allow-downgrade", false, "apply although a newer run has deployed already"),
  wait: flag("wait", true, "watch each rollout to its end"),
  loadCheck: flag(
    "load-check",
    false,
    "run each new revision once with `dagster definitions validate` before its service is touched",
  ),
  waitTimeoutMinutes: minutes(
    "wait-timeout-minutes",
    "how long to watch one location's rollout; else `ecs_timeout` for its tasks to start, then `server_process_startup_timeout` for its health check",
  ),
  onFailure: choice(
    "on-failure",
    ["rollback", "leave"],
    "rollback",
    "what ECS does when a rollout fails: back to the last revision that worked, or leave it",
  ),
  keepRevisions: wholeNumber(
    "keep-revisions",
    "how many revisions of a location's task definition to keep: older ones that nothing uses are deregistered",
  ),
  planFile: text(
    "plan-file",
    "`plan` writes the plan there as JSON; `apply` carries out that plan, or refuses if it is stale",
  ),
  failOnChanges: flag("fail-on-changes", false, "fail when the plan is not empty"),
  strict: flag("strict", false, "treat warnings as errors"),
  allowedRegistries: list(
    "allowed-registries",
    "globs of image repositories that may be deployed, those of sidecars included; else any",
    refuseHostAlone,
  ),
  allowedRoleArns: list("allowed-role-arns", "globs of IAM roles that tasks may use; else any"),
  comment: choice(
    "comment",
    ["auto", "always", "never"],
    "auto",
    "comment the plan on the pull request; `auto`: on changes, or when a comment is there already",
  ),
  commentKey: text("comment-key", "tells apart several plans on one pull request"),
  pullRequest: wholeNumber(
    "pull-request",
    "number of the pull request to comment on, or whose branch deployment `destroy` removes; else from the event",
  ),
  githubToken: text(
    "github-token",
    "token for the comment, which needs `pull-requests: write`; for `sweep` else GITHUB_TOKEN of the environment",
  ),
  githubDeployments: flag(
    "github-deployments",
    false,
    "record each deployment and its status on GitHub; needs `deployments: write`",
  ),
} as const satisfies Record<string, InputDefinition<unknown>>;

/** All inputs, typed. What was not given and has no default is undefined. */
export type Inputs = { readonly [K in keyof typeof INPUTS]: ReturnType<(typeof INPUTS)[K]["parse"]> };

/**
 * Reads and checks all inputs. `read` gives the text of an input by its name; the empty text counts as not given.
 * Throws one ActionError (source `user`) that lists every bad value with the good ones.
 */
export function readInputs(read: (name: string) => string | undefined): Inputs {
  const mistakes: string[] = [];
  const values = Object.entries(INPUTS).map(([key, definition]) => {
    const given = read(definition.name)?.trim() || undefined;
    try {
      return [key, definition.parse(given)];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      mistakes.push(`${definition.name}: "${given}" is not accepted; ${error.message}`);
      return [key, undefined];
    }
  });
  if (mistakes.length > 0) {
    throw new ActionError("bad-input", mistakes.join("\n"), {
      source: "user",
      hint: "Correct the step's `with:` block, or the option on the command line.",
    });
  }
  return Object.fromEntries(values) as Inputs;
}

function text(name: string, description: string): InputDefinition<string | undefined> {
  return { name, default: "", description, parse: (given) => given };
}

function choice<const T extends readonly string[]>(
  name: string,
  values: T,
  fallback: T[number],
  description: string,
): InputDefinition<T[number]> {
  return {
    name,
    default: fallback,
    description,
    parse: (given = fallback) => {
      const found = values.find((value) => value === given);
      if (found === undefined) throw new RangeError(`write one of: ${values.join(", ")}`);
      return found;
    },
  };
}

function flag(name: string, fallback: boolean, description: string): InputDefinition<boolean> {
  return {
    name,
    default: String(fallback),
    description,
    parse: (given = String(fallback)) => {
      const lowered = given.toLowerCase();
      if (lowered !== "true" && lowered !== "false") throw new RangeError("write true or false");
      return lowered === "true";
    },
  };
}

function wholeNumber(name: string, description: string): InputDefinition<number | undefined> {
  return {
    name,
    default: "",
    description,
    parse: (given) => {
      if (given === undefined) return undefined;
      if (!/^[1-9]\d{0,9}$/.test(given)) throw new RangeError("write a whole number greater than 0");
      return Number(given);
    },
  };
}

/** Both placeholders at most, once each, with something between them that tells where the number ends. */
const BRANCH_NAME_TEMPLATE = /^[\w-]*\{(number|branch)\}(?:[\w-]*[A-Za-z_-][\w-]*\{(?!\1)(?:number|branch)\})?[\w-]*$/;

function branchNameTemplate(name: string, description: string): InputDefinition<string> {
  const fallback = "pr-{number}";
  return {
    name,
    default: fallback,
    description,
    parse: (given = fallback) => {
      if (given.length > 60 || !BRANCH_NAME_TEMPLATE.test(given)) {
        throw new RangeError(
          "write {number} or {branch}, with letters, digits, dashes and underscores around it, at most 60 characters",
        );
      }
      return given;
    },
  };
}

function minutes(name: string, description: string): InputDefinition<number | undefined> {
  return {
    name,
    default: "",
    description,
    parse: (given) => {
      if (given === undefined) return undefined;
      const value = Number(given);
      if (!/^\d+(\.\d+)?$/.test(given) || value <= 0 || value > 360) {
        throw new RangeError("write a number of minutes above 0, at most 360");
      }
      return value;
    },
  };
}

function list(
  name: string,
  description: string,
  check: (item: string) => void = () => undefined,
): InputDefinition<readonly string[]> {
  return {
    name,
    default: "",
    description,
    parse: (given) => {
      const items = given === undefined ? [] : splitItems(given, /[\n,]/);
      items.forEach(check);
      return items;
    },
  };
}

/** `ghcr.io*` would let in `ghcr.io.example.com`, and `ghcr.io` nothing at all. */
function refuseHostAlone(glob: string): void {
  if (glob.includes("/") || !/[.:]/.test(glob)) return;
  const host = glob.replace(/\*+$/, "");
  throw new RangeError(`"${glob}" is a host without a repository: write ${host}/* for all repositories of it`);
}

function imageTag(name: string, description: string): InputDefinition<string | undefined> {
  return {
    name,
    default: "",
    description,
    parse: (given) => {
      // The grammar of a tag in the OCI distribution specification.
      if (given !== undefined && !/^\w[\w.-]{0,127}$/.test(given)) {
        throw new RangeError("write at most 128 letters, digits, dots, dashes and underscores, without a registry");
      }
      return given;
    },
  };
}

function assignments(name: string, description: string): InputDefinition<ReadonlyMap<string, string>> {
  return {
    name,
    default: "",
    description,
    parse: (given) => {
      const pairs = new Map<string, string>();
      for (const line of given === undefined ? [] : splitItems(given, /\n/)) {
        const equals = line.lastIndexOf("=");
        const key = line.slice(0, Math.max(equals, 0)).trim();
        const value = line.slice(equals + 1).trim();
        if (key === "" || value === "") throw new RangeError(`"${line}" is not of the form location=image`);
        if (pairs.has(key)) throw new RangeError(`"${key}" is given twice`);
        pairs.set(key, value);
      }
      return pairs;
    },
  };
}

function splitItems(given: string, separator: RegExp): string[] {
  return given
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
