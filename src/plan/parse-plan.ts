import { z } from "zod";
import { ActionError } from "../errors.ts";
import type { JsonValue } from "../model/json.ts";
import type { Plan } from "../model/plan.ts";

/** The version of the plan's form that this program writes and reads. */
const FORMAT_VERSION = 1;

/** A plan from its file. Throws an ActionError (source user) when it is no plan, or one of another version. */
export function parsePlan(text: string): Plan {
  const value = parseJson(text);
  const version = z.looseObject({ formatVersion: z.unknown() }).safeParse(value);
  if (version.success && version.data.formatVersion !== FORMAT_VERSION) {
    throw new ActionError(
      "plan-version",
      `The plan has format version ${JSON.stringify(version.data.formatVersion)}, and this program reads version ${FORMAT_VERSION}.`,
      { source: "user", hint: "Make the plan and apply it with the same version of the action." },
    );
  }
  const plan = PLAN.safeParse(value);
  if (plan.success) return plan.data;
  const [issue] = plan.error.issues;
  throw notAPlan(`${issue?.path.join(".") || "the file"}: ${issue?.message ?? "unreadable"}`, plan.error);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notAPlan("it is not JSON", error);
  }
}

function notAPlan(why: string, cause: unknown): ActionError {
  return new ActionError("plan-invalid", `The plan file is not a plan (${why}).`, {
    source: "user",
    hint: "Give `plan-file` the file that the plan command wrote, unchanged.",
    cause,
  });
}

const JSON_VALUE: z.ZodType<JsonValue> = z.json();

const SHOWN_VALUE = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("shown"), value: JSON_VALUE }),
  z.strictObject({ kind: z.literal("hidden"), why: z.string() }),
]);

const IMPACT = z.enum(["none", "in-place", "rollout", "downtime", "removal"]);

const FIELD_CHANGE = z.strictObject({
  resource: z.enum(["task-definition", "service", "cloud-map", "tags"]),
  path: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  before: SHOWN_VALUE.exactOptional(),
  after: SHOWN_VALUE.exactOptional(),
  impact: IMPACT,
  sensitive: z.boolean(),
  outside: z.boolean().exactOptional(),
});

const STEP = z.strictObject({
  location: z.string(),
  action: z.enum(["create", "update", "replace", "redeploy", "rollback", "delete", "none", "blocked"]),
  reason: z.strictObject({ code: z.string(), text: z.string() }),
  service: z.string(),
  cluster: z.string(),
  family: z.string(),
  image: z
    .strictObject({
      requested: z.string(),
      reference: z.string(),
      previous: z.string().exactOptional(),
      status: z.string(),
    })
    .exactOptional(),
  taskDefinition: z.strictObject({ register: z.boolean(), reuse: z.string().exactOptional() }),
  base: z.strictObject({
    serviceArn: z.string().exactOptional(),
    taskDefinitionArn: z.string().exactOptional(),
    ecsDeploymentId: z.string().exactOptional(),
  }),
  changes: z.array(FIELD_CHANGE),
  impact: IMPACT,
  warnings: z.array(z.string()),
  fingerprints: z
    .strictObject({ configuration: z.string(), full: z.string(), settings: z.string().exactOptional() })
    .exactOptional(),
  removal: z
    .strictObject({
      identity: z.record(z.string(), z.string()),
      cloudMapService: z.strictObject({ id: z.string(), arn: z.string(), name: z.string() }).exactOptional(),
      families: z.array(z.string()),
      usedElsewhere: z.array(z.string()),
    })
    .exactOptional(),
});

const PLAN: z.ZodType<Plan> = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  request: z.strictObject({
    deployment: z.string(),
    kind: z.enum(["full", "branch"]),
    pullRequest: z.number().exactOptional(),
    organization: z.string().nullable(),
    cluster: z.string(),
    region: z.string(),
    account: z.string(),
    source: z.string(),
    commit: z.string().nullable(),
  }),
  steps: z.array(STEP),
  notSelected: z.array(z.string()),
});
