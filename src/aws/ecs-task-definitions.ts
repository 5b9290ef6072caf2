import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  type ECSClient,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from "@aws-sdk/client-ecs";
import { ActionError } from "../errors.ts";
import { type EnvironmentVariable, revealValue } from "../model/environment.ts";
import type { JsonObject, JsonValue } from "../model/json.ts";
import type { LiveTaskDefinition, TagMap } from "../model/live-state.ts";
import { fromEcsTags, TAG_REGISTRATION } from "../model/tags.ts";
import type { Clock, EcsPort } from "../ports.ts";
import { type Call, readAllPages } from "./calls.ts";
import { requireMember } from "./missing-answer.ts";
import { toEcsTags } from "./tags.ts";

/** ECS names a definition that is not there only in the text of a general ClientException. */
const NOT_THERE = /unable to describe task definition/i;
/** A ClientException too, told by its text only: the SDK takes it for no throttling and does not try again. */
const CONCURRENT_REVISION = /too many concurrent attempts to create a new revision/i;
/** How often, and every how many milliseconds, a revision is looked for whose registration was not answered. */
const MOST_LOOKS = 2;
const LOOK_INTERVAL = 2_000;

/** DeregisterTaskDefinition of a revision that is INACTIVE already, by its text: a ClientException, too. */
const NOT_ACTIVE = /is inactive|not active|in the process of being deleted/i;
/** ListTaskDefinitions and ListTaskDefinitionFamilies API references: at most 100. */
const NAMES_PER_PAGE = 100;

type TaskDefinitionCalls = Pick<
  EcsPort,
  | "describeTaskDefinition"
  | "registerTaskDefinition"
  | "listTaskDefinitions"
  | "listTaskDefinitionFamilies"
  | "deregisterTaskDefinition"
>;

/** The calls about task definitions. */
export function createTaskDefinitionCalls(client: () => ECSClient, call: Call, clock: Clock): TaskDefinitionCalls {
  const takeTurn = createTurns();

  const describe = async (name: string, withTags: boolean): Promise<LiveTaskDefinition | undefined> => {
    try {
      const answer = await call({ action: "ecs:DescribeTaskDefinition", resource: name }, () =>
        client().send(
          new DescribeTaskDefinitionCommand({ taskDefinition: name, ...(withTags && { include: ["TAGS"] }) }),
        ),
      );
      const live = toLiveTaskDefinition(
        requireMember(answer.taskDefinition, "ecs:DescribeTaskDefinition", "taskDefinition"),
      );
      return withTags ? { ...live, tags: fromEcsTags(answer.tags) } : live;
    } catch (error) {
      if (isClientException(error, NOT_THERE)) return undefined;
      throw error;
    }
  };

  /** There is no client token for a registration: the tag says whether the newest revision is the one sent. */
  const findRegistered = async (family: string, registration: string): Promise<string | undefined> => {
    for (let look = 1; ; look += 1) {
      const latest = await describe(family, true);
      if (latest?.tags?.[TAG_REGISTRATION] === registration) return latest.arn;
      if (look === MOST_LOOKS) return undefined;
      await clock.sleep(LOOK_INTERVAL);
    }
  };

  return {
    describeTaskDefinition: (name, { withTags = false } = {}) => describe(name, withTags),

    registerTaskDefinition(body, environment, tags) {
      const registration = crypto.randomUUID();
      const input = assembleRegistration(body, environment, { ...tags, [TAG_REGISTRATION]: registration });
      const family = input.family ?? "";
      return takeTurn(family, () =>
        call(
          { action: "ecs:RegisterTaskDefinition", resource: family, hidden: hiddenTextsOf(environment) },
          async () => {
            const answer = await client().send(new RegisterTaskDefinitionCommand(input));
            const arn = answer.taskDefinition?.taskDefinitionArn;
            return requireMember(arn, "ecs:RegisterTaskDefinition", "taskDefinitionArn");
          },
          { passing: CONCURRENT_REVISION, findEffect: () => findRegistered(family, registration) },
        ),
      );
    },

    listTaskDefinitions: (family, status) =>
      readAllPages(async (nextToken) => {
        const answer = await call({ action: "ecs:ListTaskDefinitions", resource: family }, () =>
          client().send(
            // The SDK calls it a prefix; the API reference says that it is the whole name of the family.
            new ListTaskDefinitionsCommand({
              familyPrefix: family,
              status,
              sort: "DESC",
              maxResults: NAMES_PER_PAGE,
              nextToken,
            }),
          ),
        );
        return { items: answer.taskDefinitionArns ?? [], next: answer.nextToken };
      }),

    listTaskDefinitionFamilies: (prefix) =>
      readAllPages(async (nextToken) => {
        const answer = await call({ action: "ecs:ListTaskDefinitionFamilies", resource: prefix }, () =>
          client().send(
            new ListTaskDefinitionFamiliesCommand({
              familyPrefix: prefix,
              status: "ACTIVE",
              maxResults: NAMES_PER_PAGE,
              nextToken,
            }),
          ),
        );
        return { items: answer.families ?? [], next: answer.nextToken };
      }),

    async deregisterTaskDefinition(arn) {
      try {
        await call({ action: "ecs:DeregisterTaskDefinition", resource: arn }, () =>
          client().send(new DeregisterTaskDefinitionCommand({ taskDefinition: arn })),
        );
      } catch (error) {
        if (!isClientException(error, NOT_ACTIVE)) throw error;
      }
    },
  };
}

/** RegisterTaskDefinition with the environment in its place: the first container. Secret values are in it. */
function assembleRegistration(
  body: JsonObject,
  environment: readonly EnvironmentVariable[],
  tags: TagMap,
): RegisterTaskDefinitionCommandInput {
  const containers = body.containerDefinitions;
  const [codeServer, ...sidecars]: readonly JsonValue[] = Array.isArray(containers) ? containers : [];
  if (codeServer === null || typeof codeServer !== "object" || !("name" in codeServer)) {
    throw new ActionError("no-code-server-container", "A task definition to register has no container.", {
      source: "internal",
    });
  }
  const variables = environment.map(({ name, value }) => ({ name, value: revealValue(value) }));
  const assembled = {
    ...body,
    containerDefinitions: [{ ...codeServer, environment: variables }, ...sidecars],
    tags: toEcsTags(tags),
  };
  // The body is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
  return assembled as unknown as RegisterTaskDefinitionCommandInput;
}

function hiddenTextsOf(environment: readonly EnvironmentVariable[]): readonly string[] {
  return environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : []));
}

function toLiveTaskDefinition(answer: {
  taskDefinitionArn?: string | undefined;
  family?: string | undefined;
  revision?: number | undefined;
  status?: LiveTaskDefinition["status"] | undefined;
}): LiveTaskDefinition {
  const action = "ecs:DescribeTaskDefinition";
  return {
    arn: requireMember(answer.taskDefinitionArn, action, "taskDefinitionArn"),
    family: requireMember(answer.family, action, "family"),
    revision: requireMember(answer.revision, action, "revision"),
    status: requireMember(answer.status, action, "status"),
    // Through text: dates become ISO text, and members that are undefined are gone.
    description: JSON.parse(JSON.stringify(answer)) as JsonObject,
  };
}

function isClientException(error: unknown, message: RegExp): boolean {
  return error instanceof ActionError && error.code === "ClientException" && message.test(error.message);
}

/** Runs the tasks of one key one after another: ECS refuses two new revisions of a family at once. */
function createTurns(): <Result>(key: string, task: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, turn);
    return turn;
  };
}
