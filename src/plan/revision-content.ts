import { CODE_SERVER_CONTAINER, CURRENT_IMAGE_VARIABLE } from "../model/code-server.ts";
import type { DesiredTaskDefinition } from "../model/desired.ts";
import { type EnvironmentVariable, HiddenText } from "../model/environment.ts";
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from "../model/json.ts";
import type { LiveTaskDefinition } from "../model/live-state.ts";
import { isOfOtherCluster } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { normalizeDesiredTaskDefinition, normalizeTaskDefinition } from "../normalize/task-definition.ts";
import { taskDefinitionsAgree } from "./field-changes.ts";

/**
 * What RegisterTaskDefinition takes, as of @aws-sdk/client-ecs 3.1164.0, without `tags`. Whatever else
 * DescribeTaskDefinition answers, ECS has added.
 */
const REGISTERED_MEMBERS: readonly string[] = [
  "family",
  "taskRoleArn",
  "executionRoleArn",
  "networkMode",
  "containerDefinitions",
  "volumes",
  "placementConstraints",
  "requiresCompatibilities",
  "cpu",
  "memory",
  "pidMode",
  "ipcMode",
  "proxyConfiguration",
  "inferenceAccelerators",
  "ephemeralStorage",
  "runtimePlatform",
  "enableFaultInjection",
];

/** What may be known of the environment of a registered revision, which does not say where its values came from. */
export interface KnownEnvironment {
  /** Names that this action sets itself, to what the configuration says: their values are no secrets. */
  readonly injected: ReadonlySet<string>;
  /** True when the repository's YAML of now has the variable with just this text. */
  readonly isSpelledOut: (container: string, name: string, text: string) => boolean;
}

/**
 * A registered revision as something to register anew: the content, and the environment of the code server apart.
 * Undefined when it has no code server's container.
 */
export function readRevision(
  { arn, family, description }: LiveTaskDefinition,
  known: KnownEnvironment,
): DesiredTaskDefinition | undefined {
  const containers = containersOf(description);
  const codeServer = containers.find(({ name }) => name === CODE_SERVER_CONTAINER);
  if (codeServer === undefined) return undefined;
  const { environment, ...container } = codeServer;
  const members = Object.entries(description).filter(([member]) => REGISTERED_MEMBERS.includes(member));
  return {
    family,
    body: {
      ...Object.fromEntries(members),
      containerDefinitions: [container, ...containers.filter((each) => each !== codeServer)],
    },
    environment: pairsOf(environment)
      .map(({ name, text }) => ({ name, value: originate(name, text, arn, known) }))
      .toSorted((left, right) => compareCodePoints(left.name, right.name)),
  };
}

function originate(name: string, text: string, arn: string, known: KnownEnvironment): EnvironmentVariable["value"] {
  if (known.isSpelledOut(CODE_SERVER_CONTAINER, name, text)) return { origin: "literal", text };
  if (known.injected.has(name)) return { origin: "injected", text };
  return { origin: "revision", hidden: new HiddenText(text), from: arn };
}

/** The texts in the environment of a revision that no report may show. */
export function hiddenTextsOfRevision(content: DesiredTaskDefinition, known: KnownEnvironment): readonly string[] {
  const [, ...sidecars] = containersOf(content.body);
  return [
    ...content.environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : [])),
    ...sidecars.flatMap((sidecar) =>
      pairsOf(sidecar.environment)
        .filter(({ name, text }) => !known.isSpelledOut(String(sidecar.name), name, text))
        .map(({ text }) => text),
    ),
  ];
}

/** The image of the code server; the empty text where a revision names none. */
export function imageOfRevision({ body }: DesiredTaskDefinition): string {
  const image = containersOf(body)[0]?.image;
  return typeof image === "string" ? image : "";
}

/** The same revision with another image, which its environment names once more for the runs. */
export function withImage(content: DesiredTaskDefinition, image: string): DesiredTaskDefinition {
  const [codeServer, ...others] = containersOf(content.body);
  return {
    ...content,
    body: { ...content.body, containerDefinitions: [{ ...codeServer, image }, ...others] },
    environment: content.environment.map((variable) =>
      variable.name === CURRENT_IMAGE_VARIABLE
        ? { name: variable.name, value: { origin: "injected", text: image } }
        : variable,
    ),
  };
}

/** True when a registered revision, with its tags, can be used as it is where this content is wanted. */
export function isUsableFor(revision: LiveTaskDefinition, content: DesiredTaskDefinition, cluster: string): boolean {
  if (revision.status !== "ACTIVE" || isOfOtherCluster(revision.tags, cluster)) return false;
  return taskDefinitionsAgree(normalizeTaskDefinition(revision.description), normalizeDesiredTaskDefinition(content));
}

function containersOf(body: JsonObject): readonly JsonObject[] {
  return isJsonList(body.containerDefinitions) ? body.containerDefinitions.filter(isJsonObject) : [];
}

function pairsOf(environment: JsonValue | undefined): readonly { readonly name: string; readonly text: string }[] {
  if (!isJsonList(environment)) return [];
  return environment.filter(isJsonObject).flatMap(({ name, value }) => {
    if (typeof name !== "string") return [];
    return [{ name, text: typeof value === "string" ? value : "" }];
  });
}
