import { type Arn, parseArn } from "../../model/arn.ts";
import { parseImageReference } from "../../model/image-reference.ts";
import { isTemplate } from "../../model/template.ts";
import type { ProblemCode } from "../problem-catalogue.ts";
import { describeValue, nameOf, quote, type Report } from "../report.ts";
import { partitionOf, tellStrangers } from "./regions.ts";
import { tasksOf } from "./tasks.ts";
import { tellTemplate } from "./templates.ts";
import {
  childAt,
  itemsAt,
  joinedItems,
  knownText,
  type MergedView,
  type Sited,
  tell,
  tellAtKey,
  textAt,
  type ViewCheck,
  winner,
} from "./view.ts";

/** An ARN of the configuration that reads as one. */
export interface PlacedArn {
  readonly arn: Arn;
  readonly at: Sited;
  readonly what: "role" | "secret";
}

/** Names IAM gives to roles (CreateRole in the IAM API); a path may be in front. */
const ROLE_RESOURCE = /^role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;
const ROLE_NAME = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
const ACCOUNT = /^\d{12}$/;
/** SSM parameter: a path of letters, digits, `.`, `-` and `_`; a version or label may follow (GetParameters in the SSM API). */
const PARAMETER_NAME = /^\/?[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?$/;
/** Parameters of AWS itself, which are in no account (AWS Systems Manager User Guide, "Public parameters"). */
const PUBLIC_PARAMETER = /^parameter\/aws\/service\//;

/** Syntax of the ARNs of roles and secrets, and whether they belong together. */
export const checkArns: ViewCheck = (view, report) => {
  const roles = ["execution_role_arn", "task_role_arn"].flatMap((key) => winner(view, key) ?? []);
  const discovery = childAt(view.launcher, "service_discovery_role_arn");
  const secrets = secretsOf(view).flatMap((secret) => checkSecret(secret, report));
  const credentials = winner(view, "repository_credentials");
  const found = [
    // A role for Cloud Map in another account is what service_discovery_role_arn is for.
    ...roles.flatMap((role) => checkRole(role, report)),
    ...secrets,
    ...(credentials ? checkCredentials(credentials, view, report) : []),
  ];
  if (discovery) checkRole(discovery, report);
  tellStrangers(found, report);
};

/** Secrets of the Dagster container and of all sidecars. */
function secretsOf(view: MergedView): readonly Sited[] {
  const sidecars = tasksOf(view).flatMap((task) => task.sidecars);
  const entries = [...joinedItems(view, "secrets"), ...sidecars.flatMap((sidecar) => itemsAt(sidecar, "secrets"))];
  return entries.flatMap((entry) => (entry.node.kind === "map" ? (childAt(entry, "valueFrom") ?? []) : entry));
}

/** The parts of an ARN; undefined when it is none, which is then reported under `code`. */
function readArn(value: Sited, text: string, code: ProblemCode, hint: string, report: Report): Arn | undefined {
  const arn = parseArn(text);
  const hasAccount = arn && (ACCOUNT.test(arn.account) || PUBLIC_PARAMETER.test(arn.resource));
  const isFine = hasAccount && arn.partition.startsWith("aws");
  if (!isFine) {
    const why = arn && !hasAccount ? "whose account is no number of 12 digits" : "which is no ARN";
    tell(report, value, { code, message: `${nameOf(value.path)} is ${describeValue(value.node)}, ${why}.`, hint });
    return undefined;
  }
  const partition = partitionOf(arn.region);
  if (arn.region === "" || partition === arn.partition) return arn;
  tell(report, value, {
    code: "arn-partition",
    message: `${nameOf(value.path)} is in the partition ${quote(arn.partition)}, but its region belongs to ${quote(partition)}.`,
    hint: `Begin it with arn:${partition}:.`,
  });
  return undefined;
}

/** ECS takes the ARN or the name of a role (RegisterTaskDefinition in the ECS API). */
function checkRole(value: Sited, report: Report): readonly PlacedArn[] {
  const text = knownText(value.node);
  if (text === undefined || text === "") return [];
  const hint = `Write the ARN of the role, for example ${String(value.path.parts.at(-1))}: arn:aws:iam::123456789012:role/dagster.`;
  if (isTemplate(text)) {
    tellTemplate(value, report);
    return [];
  }
  if (!text.startsWith("arn:")) {
    if (ROLE_NAME.test(text)) return [];
    const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which is neither ARN nor name of a role.`;
    tell(report, value, { code: "role-arn-invalid", message, hint });
    return [];
  }
  const arn = readArn(value, text, "role-arn-invalid", hint, report);
  if (!arn) return [];
  if (arn.region !== "" && arn.service === "iam") {
    const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which has a region, as the ARN of no role has.`;
    tell(report, value, { code: "role-arn-invalid", message, hint });
    return [];
  }
  if (arn.service === "iam" && ROLE_RESOURCE.test(arn.resource)) return [{ arn, at: value, what: "role" }];
  const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which is the ARN of something else than a role.`;
  tell(report, value, { code: "role-arn-invalid", message, hint });
  return [];
}

const SECRET_HINT =
  "Write the ARN of a Secrets Manager secret or SSM parameter, for example arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf.";

/** Secret.valueFrom of the ECS API: ARN of a secret or a parameter, or the name of a parameter. */
function checkSecret(value: Sited, report: Report): readonly PlacedArn[] {
  const text = knownText(value.node);
  if (text === undefined || text === "") return [];
  if (isTemplate(text)) {
    tellTemplate(value, report);
    return [];
  }
  if (!text.startsWith("arn:")) {
    if (PARAMETER_NAME.test(text)) return [];
    const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which is neither an ARN nor the name of an SSM parameter.`;
    tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
    return [];
  }
  const arn = readArn(value, text, "secret-arn-invalid", SECRET_HINT, report);
  if (!arn) return [];
  const kind = `${arn.service}:${arn.resource.split(/[:/]/, 1)[0]}`;
  if (kind === "ssm:parameter") return [{ arn, at: value, what: "secret" }];
  if (kind !== "secretsmanager:secret" || !/^secret:./.test(arn.resource)) {
    const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which is the ARN of something else than a secret or parameter.`;
    tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
    return [];
  }
  checkSecretParts(value, text, report);
  return [{ arn, at: value, what: "secret" }];
}

/** With a JSON key, version stage or version id, all three places must be there, though they may be empty. */
function checkSecretParts(value: Sited, text: string, report: Report): void {
  const parts = text.split(":").length;
  if (parts === 7 || parts === 10) return;
  const hint =
    parts < 10
      ? `Write ${quote(`${text}${":".repeat(10 - parts)}`)}.`
      : "Write the ARN of the secret, and behind it :json-key:version-stage:version-id, each of which may be empty.";
  tell(report, value, {
    code: "secret-arn-parts",
    message: `${nameOf(value.path)} has ${parts - 7} ${parts === 8 ? "part" : "parts"} behind the secret's ARN where ECS wants three (JSON key, version stage, version id), or none.`,
    hint: value.node.kind === "scalar" && value.node.fromVariable ? "Append the missing colons." : hint,
  });
}

/** RepositoryCredentials of the ECS API: ARN or name of a secret. */
function checkCredentials(value: Sited, view: MergedView, report: Report): readonly PlacedArn[] {
  const image = textAt(view.location, "image");
  const parsed = image === undefined ? undefined : parseImageReference(image);
  if (parsed?.status === "valid" && parsed.reference.ecr) {
    tellAtKey(report, value, {
      code: "credentials-for-ecr",
      severity: "warning",
      message: "repository_credentials are given, but the image is in Amazon ECR, where they are not used.",
      hint: "Remove them; the execution role pulls from ECR.",
    });
  }
  const text = knownText(value.node);
  if (text === undefined || text === "" || !text.startsWith("arn:")) return [];
  const arn = readArn(value, text, "secret-arn-invalid", SECRET_HINT, report);
  if (!arn) return [];
  if (arn.service === "secretsmanager" && /^secret:./.test(arn.resource)) return [{ arn, at: value, what: "secret" }];
  const message = `${nameOf(value.path)} is ${describeValue(value.node)}, which is the ARN of something else than a secret.`;
  tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
  return [];
}
