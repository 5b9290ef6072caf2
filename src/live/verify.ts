import { mapConcurrently } from "../concurrency.ts";
import { parseArn } from "../model/arn.ts";
import type { DesiredLocation } from "../model/desired.ts";
import type { AwsFacts, CallerIdentity } from "../model/live-state.ts";
import type { PreflightCheck } from "../model/preflight.ts";
import type { AwsPorts } from "../ports.ts";
import { type Check, checkEach, type Finding, OK, once, runCheck } from "./check.ts";
import { checkImages } from "./image-checks.ts";
import { checkSecrets } from "./secret-checks.ts";

const CHECKS_AT_ONCE = 8;

/** What to verify before anything is written. */
export interface Preconditions {
  readonly locations: readonly DesiredLocation[];
  /** What was read already is not asked again. */
  readonly facts: AwsFacts;
  readonly caller: CallerIdentity;
  /** `service_discovery_role_arn`: the namespace is reached through another role. */
  readonly serviceDiscoveryRoleArn?: string;
}

/**
 * Checks that what the locations rely on is there: each thing once, however many locations need it. An error of
 * AWS becomes a finding. In the order cluster, namespace, network, logs, roles, secrets, images; then by target.
 */
export async function verifyPreconditions(
  preconditions: Preconditions,
  ports: AwsPorts,
): Promise<readonly PreflightCheck[]> {
  const { locations, caller } = preconditions;
  const checks: readonly Check[] = [
    ...checkEach(
      "cluster",
      locations,
      ({ service }) => [service.cluster],
      (cluster) => findCluster(cluster, ports),
    ),
    ...checkEach(
      "namespace",
      locations,
      ({ cloudMapService }) => [cloudMapService.namespaceId],
      (id) => findNamespace(id, preconditions, ports),
    ),
    ...checkNetwork(locations, ports),
    ...checkEach(
      "log group",
      locations,
      ({ logGroup }) => [logGroup],
      (group) => findLogGroup(group, ports),
    ),
    ...checkRoles("execution role", "executionRoleArn", preconditions, ports),
    ...checkRoles("task role", "taskRoleArn", preconditions, ports),
    ...checkSecrets(locations, preconditions.facts, { account: caller.account, region: ports.region }, ports),
    ...checkImages(locations, preconditions.facts, ports),
  ];
  return mapConcurrently(checks, CHECKS_AT_ONCE, runCheck);
}

async function findCluster(cluster: string, ports: AwsPorts): Promise<Finding> {
  if (await ports.ecs.clusterIsActive(cluster)) return OK;
  return {
    status: "FAIL",
    message: `There is no active ECS cluster ${cluster} in ${ports.region}.`,
    hint: "Check the input `cluster`, `cluster` in dagster.yaml, the region, and the account of the credentials.",
  };
}

/** ECS cannot register tasks in a namespace of another account (docs/agent.md, Network). */
async function findNamespace(id: string, preconditions: Preconditions, ports: AwsPorts): Promise<Finding> {
  const namespace = await ports.discovery.describeNamespace(id);
  if (namespace === undefined) {
    return {
      status: "FAIL",
      message: `There is no Cloud Map namespace ${id} in ${ports.region}.`,
      hint: "Write the id of a private DNS namespace as `service_discovery_namespace_id` in dagster.yaml.",
    };
  }
  const account = parseArn(namespace.arn)?.account;
  if (account === preconditions.caller.account) return OK;
  if (preconditions.serviceDiscoveryRoleArn !== undefined) {
    return {
      status: "SKIP",
      message: `The Cloud Map namespace ${id} belongs to account ${account}: whether ECS may use it cannot be checked.`,
    };
  }
  return {
    status: "FAIL",
    message: `The Cloud Map namespace ${id} belongs to account ${account}, but ECS runs in account ${preconditions.caller.account} and cannot register tasks in another account.`,
    hint: "Use a namespace of the account the cluster is in.",
  };
}

/** One request answers for all subnets, another for all security groups. */
function checkNetwork(locations: readonly DesiredLocation[], ports: AwsPorts): readonly Check[] {
  const kinds = [
    {
      subject: "subnet",
      needsOf: ({ service }: DesiredLocation) => service.subnets,
      missing: (ids: readonly string[]) => ports.network.missingSubnets(ids),
      option: "subnets",
    },
    {
      subject: "security group",
      needsOf: ({ service }: DesiredLocation) => service.securityGroups,
      missing: (ids: readonly string[]) => ports.network.missingSecurityGroups(ids),
      option: "security_group_ids",
    },
  ];
  return kinds.flatMap(({ subject, needsOf, missing, option }) => {
    const readMissing = once(() => missing([...new Set(locations.flatMap(needsOf))].sort()));
    return checkEach(subject, locations, needsOf, async (id) => {
      if (!(await readMissing()).includes(id)) return OK;
      return {
        status: "FAIL",
        message: `There is no ${subject} ${id} in ${ports.region}.`,
        hint: `Correct \`${option}\` in dagster.yaml, or the region and account of the credentials.`,
      };
    });
  });
}

async function findLogGroup(group: string, ports: AwsPorts): Promise<Finding> {
  if (await ports.logs.groupExists(group)) return OK;
  return {
    status: "FAIL",
    message: `There is no log group ${group} in ${ports.region}, and tasks do not start without it.`,
    hint: "Create the log group, or correct `log_group` in dagster.yaml.",
  };
}

function checkRoles(
  subject: string,
  member: "executionRoleArn" | "taskRoleArn",
  { locations, caller }: Preconditions,
  ports: AwsPorts,
): readonly Check[] {
  const rolesOf = ({ taskDefinition }: DesiredLocation) => {
    const role = taskDefinition.body[member];
    return typeof role === "string" && role !== "" ? [role] : [];
  };
  return checkEach(subject, locations, rolesOf, async (role) => {
    const account = parseArn(role)?.account ?? caller.account;
    if (account !== caller.account) {
      return {
        status: "FAIL",
        message: `The ${subject} ${role} belongs to account ${account}, but ECS runs in account ${caller.account} and cannot pass it to a task.`,
        hint: "Use a role of the account the cluster is in.",
      };
    }
    return explainRole(await ports.identity.checkTaskRole(role), subject, role);
  });
}

function explainRole(state: "ok" | "missing" | "untrusted", subject: string, role: string): Finding {
  switch (state) {
    case "ok":
      return OK;
    case "missing":
      return {
        status: "FAIL",
        message: `There is no ${subject} ${role}.`,
        hint: `Create the role, or correct \`${subject.replace(" ", "_")}_arn\`.`,
      };
    case "untrusted":
      return {
        status: "FAIL",
        message: `ECS tasks may not assume the ${subject} ${role}.`,
        hint: "Allow sts:AssumeRole to the service ecs-tasks.amazonaws.com in the trust policy of the role.",
      };
  }
}
