import type { GetRoleRequest, GetRoleResponse } from "@aws-sdk/client-iam";
import type {
  AssumeRoleRequest,
  AssumeRoleResponse,
  GetCallerIdentityRequest,
  GetCallerIdentityResponse,
} from "@aws-sdk/client-sts";
import { ServiceError } from "../protocol/errors.ts";
import { type HandlerTable, handle } from "../world/handlers.ts";
import { makeArn, toDate, type World } from "../world/world.ts";

export interface RoleRecord {
  readonly name: string;
  /** `/`, or `/path/`. */
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly createdAt: number;
  /** Services that may assume it, e.g. `ecs-tasks.amazonaws.com`. */
  readonly trustedServices: readonly string[];
}

export const iamHandlers: HandlerTable = { GetRole: handle(getRole) };

export const stsHandlers: HandlerTable = {
  GetCallerIdentity: handle(getCallerIdentity),
  AssumeRole: handle(assumeRole),
};

/** The trust policy comes URL-encoded (RFC 3986), as the IAM API reference says. */
function getRole(request: GetRoleRequest, world: World): GetRoleResponse {
  const role = world.roles.get(request.RoleName ?? "");
  if (role === undefined) {
    throw new ServiceError("NoSuchEntity", `The role with name ${request.RoleName ?? ""} cannot be found.`, {
      status: 404,
    });
  }
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: role.trustedServices },
        Action: "sts:AssumeRole",
      },
    ],
  };
  return {
    Role: {
      Path: role.path,
      RoleName: role.name,
      RoleId: role.id,
      Arn: role.arn,
      CreateDate: toDate(role.createdAt),
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
      MaxSessionDuration: 3600,
    },
  };
}

function getCallerIdentity(_request: GetCallerIdentityRequest, world: World): GetCallerIdentityResponse {
  return {
    UserId: "AROAEXAMPLEEXAMPLE:session",
    Account: world.settings.account,
    Arn: `arn:aws:sts::${world.settings.account}:assumed-role/deploy/session`,
  };
}

function assumeRole(request: AssumeRoleRequest, world: World): AssumeRoleResponse {
  const name = (request.RoleArn ?? "").replace(/^.*\//, "");
  const role = world.roles.get(name);
  if (role === undefined || role.arn !== request.RoleArn) {
    throw new ServiceError(
      "AccessDenied",
      `User: arn:aws:sts::${world.settings.account}:assumed-role/deploy/session is not authorized to perform: sts:AssumeRole on resource: ${request.RoleArn ?? ""}`,
      { status: 403 },
    );
  }
  const session = request.RoleSessionName ?? "session";
  return {
    Credentials: {
      AccessKeyId: "ASIAEXAMPLEEXAMPLE00",
      SecretAccessKey: "emulated-secret-access-key",
      SessionToken: "emulated-session-token",
      Expiration: toDate(world.timeline.now + (request.DurationSeconds ?? 3600) * 1000),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${role.id}:${session}`,
      Arn: `arn:aws:sts::${world.settings.account}:assumed-role/${name}/${session}`,
    },
  };
}

/** Adds a role; `trustedServices` says who may assume it. */
export function addRole(
  world: World,
  name: string,
  options: { path?: string; trustedServices?: readonly string[] } = {},
): RoleRecord {
  const path = options.path ?? "/";
  const role: RoleRecord = {
    name,
    path,
    id: `AROA${world.ids.hex(16).toUpperCase()}`,
    arn: makeArn(world, "iam", `role${path}${name}`),
    createdAt: world.timeline.now,
    trustedServices: options.trustedServices ?? ["ecs-tasks.amazonaws.com"],
  };
  world.roles.set(name, role);
  return role;
}
