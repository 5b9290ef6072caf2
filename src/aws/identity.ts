import { GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";
import { ActionError } from "../errors.ts";
import { lastSegment, parseArn } from "../model/arn.ts";
import type { IdentityPort } from "../ports.ts";
import type { Call } from "./calls.ts";
import { requireMember } from "./missing-answer.ts";
import { trustsEcsTasks } from "./trust-policy.ts";

/** AWS STS and IAM behind their port. */
export function createIdentityPort(sts: () => STSClient, iam: () => IAMClient, call: Call): IdentityPort {
  return {
    async callerIdentity() {
      const action = "sts:GetCallerIdentity";
      const answer = await call({ action }, () => sts().send(new GetCallerIdentityCommand({})));
      const arn = requireMember(answer.Arn, action, "Arn");
      return {
        account: requireMember(answer.Account, action, "Account"),
        arn,
        partition: requireMember(parseArn(arn)?.partition, action, "an ARN"),
      };
    },

    async checkTaskRole(arn) {
      try {
        const answer = await call({ action: "iam:GetRole", resource: arn }, () =>
          iam().send(new GetRoleCommand({ RoleName: lastSegment(arn) })),
        );
        const policy = answer.Role?.AssumeRolePolicyDocument;
        return policy !== undefined && trustsEcsTasks(policy) ? "ok" : "untrusted";
      } catch (error) {
        if (error instanceof ActionError && NO_ROLE_CODES.has(error.code)) return "missing";
        throw error;
      }
    },
  };
}

/** IAM's wire name and the SDK's name for it. */
const NO_ROLE_CODES = new Set(["NoSuchEntity", "NoSuchEntityException"]);
