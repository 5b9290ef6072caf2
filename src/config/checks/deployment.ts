import { listTexts } from "../../model/shown-text.ts";
import type { DeploymentDocument } from "../documents.ts";
import { quote, type Report, shorten } from "../report.ts";
import { suggestName } from "../suggestion.ts";
import {
  booleanAt,
  childAt,
  itemsAt,
  knownText,
  launcherOf,
  type MergedView,
  type Sited,
  tell,
  tellAtKey,
  textAt,
} from "./view.ts";

/** AwsVpcConfiguration of the ECS API. */
const MOST = { subnets: 16, security_group_ids: 5 } as const;

/** What the agent serves, against what is to be deployed. */
export function checkDeployment(
  views: readonly MergedView[],
  document: DeploymentDocument,
  deployment: { readonly name: string; readonly isBranch: boolean } | undefined,
  report: Report,
): void {
  const root: Sited = {
    node: document.root,
    path: { root: "", parts: [] },
    level: "deployment",
    keyAt: document.root.at,
  };
  const api: Sited | undefined = document.api && {
    node: document.api,
    path: { root: "", parts: ["dagster_cloud_api"] },
    level: "deployment",
    keyAt: document.api.at,
  };
  if (deployment) checkServed(api, deployment, report);
  checkQueues(views, root, report);
  checkNetwork(document, report);
}

function checkServed(
  api: Sited | undefined,
  deployment: { readonly name: string; readonly isBranch: boolean },
  report: Report,
): void {
  if (!api) return;
  const branches = childAt(api, "branch_deployments");
  if (deployment.isBranch) {
    if (!branches || booleanAt(api, "branch_deployments") !== false) return;
    tell(report, branches, {
      code: "branch-deployments-not-served",
      severity: "warning",
      message: "branch_deployments is false: the agent does not serve the branch deployment that is deployed here.",
      hint: "Write branch_deployments: true.",
    });
    return;
  }
  const list = childAt(api, "deployments") ?? childAt(api, "deployment");
  const names = [...itemsAt(api, "deployments"), ...itemsAt(api, "deployment")].map(({ node }) => knownText(node));
  const single = textAt(api, "deployment");
  const served = single === undefined ? names : [...names, single];
  if (!list || served.length === 0 || served.includes(undefined) || served.includes(deployment.name)) return;
  const known = served.filter((name) => name !== undefined);
  const suggestion = suggestName(deployment.name, known);
  tellAtKey(report, list, {
    code: "deployment-not-served",
    severity: "warning",
    message: `The agent serves ${listTexts(known.map(quote))}, but not the deployment ${quote(deployment.name)}, which is deployed here.`,
    hint: `${single === undefined ? `Add ${shorten(deployment.name)} to the list` : `Write deployments: [${shorten(single)}, ${shorten(deployment.name)}] instead`}, or give the input deployment${suggestion ? ` (did you mean ${suggestion}?)` : ""}.`,
  });
}

/** Other agents may serve other queues, so these are warnings. */
function checkQueues(views: readonly MergedView[], root: Sited, report: Report): void {
  const queues = childAt(root, "agent_queues");
  const entries = itemsAt(queues, "additional_queues");
  const names = entries.map(({ node }) => knownText(node));
  const isComplete = !names.includes(undefined);
  const known = names.filter((name) => name !== undefined);
  for (const view of views) {
    const node = childAt(view.location, "agent_queue");
    const queue = knownText(node?.node);
    if (node && queue !== undefined && isComplete && !known.includes(queue))
      tellUnknownQueue(node, queue, known, report);
    const name = childAt(view.location, "location_name");
    if (!node && name && queues && booleanAt(queues, "include_default_queue") === false) {
      tell(report, name, {
        code: "default-queue-not-served",
        severity: "warning",
        message: `The location ${quote(view.name)} has no agent_queue, and include_default_queue is false in dagster.yaml: its agent does not serve it.`,
        hint:
          known.length > 0
            ? `Add agent_queue: ${shorten(known[0] ?? "")}.`
            : "Add agent_queue, or write include_default_queue: true.",
      });
    }
  }
  const additional = childAt(queues, "additional_queues");
  const isolation = childAt(root, "isolated_agents", "enabled");
  if (
    !additional ||
    entries.length === 0 ||
    (isolation && booleanAt(childAt(root, "isolated_agents"), "enabled") !== false)
  ) {
    return;
  }
  tellAtKey(report, additional, {
    code: "queues-without-isolation",
    severity: "warning",
    message:
      "The agent has queues of its own, but isolated_agents is not enabled: agents then expect to reach each other's code servers.",
    hint: "Write isolated_agents: {enabled: true} when the agents run in different clusters or networks.",
  });
}

function tellUnknownQueue(node: Sited, queue: string, known: readonly string[], report: Report): void {
  const suggestion = suggestName(queue, known);
  tell(report, node, {
    code: "unknown-queue",
    severity: "warning",
    message: `agent_queue is ${quote(queue)}, which the agent of dagster.yaml does not serve.`,
    hint: suggestion
      ? `Did you mean ${suggestion}?`
      : `${known.length > 0 ? `It serves ${listTexts(known)}.` : "It serves no additional queue."} Add it to agent_queues.additional_queues, or use the dagster.yaml of the agent that serves it.`,
  });
}

function checkNetwork(document: DeploymentDocument, report: Report): void {
  const launcher = launcherOf(document);
  for (const [key, most] of Object.entries(MOST)) {
    const entries = itemsAt(launcher, key);
    const extra = entries[most];
    if (!extra) continue;
    tell(report, extra, {
      code: "too-many-network-entries",
      message: `${key} has ${entries.length} entries; ECS takes at most ${most}.`,
      hint: `Keep at most ${most}.`,
    });
  }
}
