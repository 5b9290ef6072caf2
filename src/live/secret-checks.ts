import { parseArn, secretArnOf } from "../model/arn.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { AwsFacts } from "../model/live-state.ts";
import type { AwsPorts } from "../ports.ts";
import { type Check, checkEach, type Finding, OK } from "./check.ts";
import { secretsOf } from "./requirements.ts";

/** Checks that the secrets the containers name exist. Values are never read. */
export function checkSecrets(
  locations: readonly DesiredLocation[],
  facts: AwsFacts,
  home: { readonly account: string; readonly region: string },
  ports: Pick<AwsPorts, "secrets">,
): readonly Check[] {
  const known = new Set([
    ...facts.secretNames.keys(),
    ...[...facts.taggedSecrets.values()].flat().map(({ valueFrom }) => valueFrom),
  ]);
  // Several keys of one secret are one check.
  const targetsOf = (location: DesiredLocation) =>
    secretsOf(location).map((secret) => (isSecretsManager(secret) ? secretArnOf(secret) : secret));
  return checkEach("secret", locations, targetsOf, async (secret) => {
    if (known.has(secret)) return OK;
    const reason = reasonToSkip(secret, home);
    if (reason !== undefined) return { status: "SKIP", message: `The secret ${secret} was not checked: ${reason}.` };
    return (await ports.secrets.nameOf(secret)) === undefined ? explainMissing(secret) : OK;
  });
}

function isSecretsManager(secret: string): boolean {
  return parseArn(secret)?.service === "secretsmanager";
}

function reasonToSkip(secret: string, home: { account: string; region: string }): string | undefined {
  const arn = parseArn(secret);
  if (arn?.service !== "secretsmanager") return "it is not in AWS Secrets Manager";
  if (arn.region !== home.region) return `it is in ${arn.region}`;
  return arn.account === home.account ? undefined : `it belongs to account ${arn.account}`;
}

function explainMissing(secret: string): Finding {
  return {
    status: "FAIL",
    message: `The secret ${secret} does not exist or is about to be deleted, and tasks do not start without it.`,
    hint: "Create or restore the secret, or correct the ARN.",
  };
}
