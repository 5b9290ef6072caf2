import { AssumeRoleCommand, type STSClient } from "@aws-sdk/client-sts";
import { ActionError } from "../errors.ts";
import type { Call } from "./calls.ts";

/** Our name in CloudTrail: user agent and role session. */
const PROGRAM = "dagster-ecs-deploy";

/** Milliseconds. A hanging connection must fail while the job's token is still good. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;

/** Options every client gets. Credentials and AWS_ENDPOINT_URL are the SDK's own business. */
export function clientOptions(region: string) {
  return {
    region,
    // calls.ts tries again: the SDK knows nothing of the buckets, nor which calls must not be repeated blindly.
    maxAttempts: 1,
    customUserAgent: PROGRAM,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT,
      requestTimeout: REQUEST_TIMEOUT,
      throwOnRequestTimeout: true,
    },
  };
}

/** Credentials in the shape the SDK takes; it asks again when they expire. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration?: Date;
}

/** Credentials of another role (`service_discovery_role_arn`), like the agent's. */
export function assumeRole(arn: string, sts: () => STSClient, call: Call): () => Promise<RoleCredentials> {
  return async () => {
    const answer = await call({ action: "sts:AssumeRole", resource: arn }, () =>
      sts().send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: PROGRAM })),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
    if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
      throw new ActionError("assume-role-incomplete", `sts:AssumeRole gave no credentials for ${arn}.`, {
        source: "aws",
      });
    }
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      ...(Expiration === undefined ? {} : { expiration: Expiration }),
    };
  };
}

/** Makes a client when it is first used. */
export function lazily<Client>(create: () => Client): () => Client {
  let client: Client | undefined;
  return () => {
    client ??= create();
    return client;
  };
}
