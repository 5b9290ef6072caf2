import { carryOutRemovals } from "../apply/carry-out-removals.ts";
import { serviceName } from "../desired/names.ts";
import { findRemains } from "../live/remains.ts";
import type { Plan, Step } from "../model/plan.ts";
import type { Remains } from "../model/remains.ts";
import { type BranchOwner, branchOwnerOf } from "../model/tags.ts";
import { compareCodePoints } from "../model/text-order.ts";
import { planRemoval } from "../plan/removal.ts";
import { createRedactor } from "../report/redact.ts";
import type { BranchSite } from "./branch-site.ts";
import type { CommandContext } from "./context.ts";
import type { CarriedOut, PlannedRun } from "./result.ts";

/** What AWS has of one branch deployment of one configuration. */
export interface BranchDeploymentFound {
  readonly owner: BranchOwner;
  readonly remains: readonly Remains[];
}

/**
 * The branch deployments of the repository, by their tags alone, whole or what an interrupted removal left: by pull
 * request, then name. Those of one pull request only, where it is given.
 */
export async function findBranchDeployments(
  site: BranchSite,
  wanted: {
    readonly pullRequest?: number;
    /** The name of the branch deployment, where it is known: fewer families are asked about. */
    readonly name?: string | undefined;
  },
): Promise<readonly BranchDeploymentFound[]> {
  const { name, pullRequest } = wanted;
  const isWanted = (owner: BranchOwner | undefined): owner is BranchOwner =>
    owner !== undefined &&
    owner.repository.toLowerCase() === site.repository.toLowerCase() &&
    (pullRequest === undefined || owner.pullRequest === pullRequest);
  const found = await findRemains(
    {
      cluster: site.cluster,
      namespaceId: site.namespaceId,
      isWanted: (tags) => isWanted(branchOwnerOf(tags)),
      serviceNameOf: serviceName,
      familyPrefix: site.familyPrefix,
      ...(name !== undefined && { mayBeWanted: (family) => family.includes(`_${name}_`) }),
    },
    site.ports,
  );
  const byOwner = new Map<string, BranchDeploymentFound>();
  for (const remains of found) {
    const owner = branchOwnerOf(remains.identity);
    if (!isWanted(owner)) continue;
    const key = JSON.stringify(owner);
    byOwner.set(key, { owner, remains: [...(byOwner.get(key)?.remains ?? []), remains] });
  }
  return [...byOwner.values()].sort(
    ({ owner: one }, { owner: other }) =>
      one.pullRequest - other.pullRequest ||
      compareCodePoints(one.deployment, other.deployment) ||
      compareCodePoints(one.source, other.source),
  );
}

/** Plans the removal of branch deployments, tells the plans, and carries them out. */
export async function removeBranchDeployments(
  found: readonly (BranchDeploymentFound & { readonly reason: Step["reason"] })[],
  site: BranchSite,
  context: CommandContext,
): Promise<readonly CarriedOut[]> {
  const { cluster, ports } = site;
  const runs = found.map(({ owner, remains, reason }) =>
    toRun(
      requestOf(owner, site),
      remains.map((one) => planRemoval(one, cluster, reason)),
      createRedactor([...site.environmentTexts]),
    ),
  );
  for (const run of runs) await context.onApply(run);
  const outcomes = await carryOutRemovals(
    cluster,
    runs.map(({ plan }) => plan),
    {
      signal: context.signal,
      redact: createRedactor([...site.environmentTexts]),
      onProgress: (location, text) => context.onProgress(`${location}: ${text}`),
    },
    { ...ports, clock: context.clock },
  );
  return runs.map((run, index) => ({ run, outcome: outcomes[index] ?? { locations: [], succeeded: false } }));
}

function requestOf({ deployment, pullRequest, source }: BranchOwner, site: BranchSite): Plan["request"] {
  return {
    deployment,
    kind: "branch",
    pullRequest,
    organization: null,
    cluster: site.cluster,
    region: site.ports.region,
    account: site.account,
    source,
    commit: null,
  };
}

function toRun(request: Plan["request"], steps: readonly Step[], redact: PlannedRun["redact"]): PlannedRun {
  return {
    plan: {
      formatVersion: 1,
      request,
      steps: steps.toSorted(
        (one, other) =>
          compareCodePoints(one.location, other.location) || compareCodePoints(one.service, other.service),
      ),
      notSelected: [],
    },
    preflight: [],
    desired: [],
    namespaceName: undefined,
    unfinished: new Set(),
    unmarked: new Set(),
    registries: new Map(),
    redact,
  };
}
