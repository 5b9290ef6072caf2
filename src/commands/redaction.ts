import type { Inputs } from "../inputs.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { EnvironmentVariable } from "../model/environment.ts";
import type { SourceText } from "../model/source-text.ts";
import type { Io, PullRequestPort } from "../ports.ts";
import { showInvisibleInLines } from "../report/escape.ts";
import type { Redactor } from "../report/redact.ts";

/** The texts of all environment values that must not be shown. */
export function hiddenTextsOf(desired: readonly DesiredLocation[]): readonly string[] {
  return [...new Set(desired.flatMap(({ taskDefinition }) => hiddenValuesOf(taskDefinition.environment)))];
}

/** The texts of the values that must not be shown. */
export function hiddenValuesOf(environment: readonly EnvironmentVariable[]): readonly string[] {
  return environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : []));
}

/** What everybody who reads the repository can read: the files without what looks like a secret in them. */
export function publicTextsOf(sources: ReadonlyMap<string, SourceText>): readonly string[] {
  return [...sources.values()].map(({ text, hidden }) => {
    let shown = "";
    let from = 0;
    for (const { start, end } of hidden) {
      shown += `${text.slice(from, start)}\n`;
      from = end;
    }
    return shown + text.slice(from);
  });
}

/** Of the step's environment: what lets its holder in. */
const CREDENTIALS: readonly string[] = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "DAGSTER_CLOUD_API_TOKEN",
];

/**
 * What the runner says of the run, and where AWS is: reports are about it, whatever the tasks get of it, too. Each by
 * its name (https://docs.github.com/en/actions/reference/workflows-and-actions/variables), as a workflow may call a
 * secret of its own GITHUB_PAT.
 */
const PUBLIC_VARIABLE = new RegExp(
  `^(?:${[
    "GITHUB_(?:ACTIONS?|ACTION_(?:PATH|REF|REPOSITORY)|ACTOR(?:_ID)?|(?:API|GRAPHQL|SERVER)_URL|(?:BASE|HEAD)_REF)",
    "GITHUB_(?:ENV|EVENT_NAME|EVENT_PATH|JOB|OUTPUT|PATH|REF(?:_NAME|_PROTECTED|_TYPE)?|RETENTION_DAYS)",
    "GITHUB_(?:REPOSITORY(?:_OWNER)?(?:_ID)?|RUN_(?:ATTEMPT|ID|NUMBER)|SHA|STATE|STEP_SUMMARY|TRIGGERING_ACTOR)",
    "GITHUB_(?:WORKFLOW(?:_REF|_SHA)?|WORKSPACE)",
    "RUNNER_(?:ARCH|DEBUG|ENVIRONMENT|NAME|OS|TEMP|TOOL_CACHE|WORKSPACE)",
    "AWS_(?:DEFAULT_)?REGION",
  ].join("|")})$`,
);

/** The credentials in the environment. */
export function credentialsOf(environment: ReadonlyMap<string, string>): readonly string[] {
  return CREDENTIALS.flatMap((name) => environment.get(name) ?? []);
}

/** Texts that the run is about, from the runner and the workflow: they are shown even when a variable repeats them. */
export function publicTextsOfRun(
  environment: ReadonlyMap<string, string>,
  { githubToken: _githubToken, ...inputs }: Inputs,
): readonly string[] {
  const fromRunner = [...environment].flatMap(([name, value]) => (PUBLIC_VARIABLE.test(name) ? [value] : []));
  const fromWorkflow = Object.values(inputs).flatMap((value) =>
    value instanceof Map ? [...value].flat() : Array.isArray(value) ? value : [value],
  );
  return [...fromRunner, ...fromWorkflow.filter((value) => typeof value === "string")];
}

/** The same console, outputs and summary, without what is hidden, and with what would be invisible or act on a terminal shown. */
export function withoutHidden(io: Io, redact: Redactor): Io {
  const show = (text: string): string => showInvisibleInLines(redact(text));
  return {
    info: (text) => io.info(show(text)),
    debug: (text) => io.debug(show(text)),
    group: (title, lines) => io.group(show(title), show(lines.join("\n")).split("\n")),
    annotate: (annotation) =>
      io.annotate({ ...annotation, title: show(annotation.title), message: show(annotation.message) }),
    setOutput: (name, value) => io.setOutput(name, redact(value)),
    writeSummary: (markdown) => io.writeSummary(redact(markdown)),
    mask: (text) => io.mask(text),
  };
}

/** The same pull requests; what is written to them is without what is hidden. */
export function withoutHiddenInComments(port: PullRequestPort, redact: Redactor): PullRequestPort {
  return {
    isFromFork: (pullRequest) => port.isFromFork(pullRequest),
    pullRequestState: (pullRequest) => port.pullRequestState(pullRequest),
    upsertComment: (pullRequest, key, body, options) => port.upsertComment(pullRequest, key, redact(body), options),
  };
}
