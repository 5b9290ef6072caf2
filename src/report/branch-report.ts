import type { Outcome } from "../model/outcome.ts";
import type { Plan, Step } from "../model/plan.ts";
import { cellCode, inlineCode, renderProse } from "./escape.ts";
import { renderTable } from "./markdown-blocks.ts";
import type { OutcomeReportInput } from "./outcome-markdown.ts";
import type { Section } from "./sections.ts";
import { countOf, takeFirst } from "./wording.ts";

/** Where a code server answers. */
export interface HostShown {
  readonly name: string;
  readonly hostname: string | null;
  readonly port: number | null;
}

/** What a report about a branch deployment is made of. */
export interface BranchReportInput {
  readonly request: Plan["request"];
  readonly outcome: Outcome;
  readonly steps?: readonly Step[];
  readonly headSha?: string;
  readonly runUrl?: string;
}

/** After an apply: how it went, where the branch deployment runs, and its hosts. */
export function branchOutcome(input: BranchReportInput, hosts: readonly HostShown[]): OutcomeReportInput {
  const { request, ...rest } = input;
  const { deployment } = request;
  return { ...rest, deployment, title: `Dagster branch deployment ${deployment}`, extra: whereItRuns(request, hosts) };
}

/** After a removal: how that went. */
export function branchRemoval(input: BranchReportInput): OutcomeReportInput {
  const { request, outcome, ...rest } = input;
  const { deployment } = request;
  const end = outcome.succeeded ? "is removed" : "is not removed completely";
  return { ...rest, outcome, deployment, title: `Dagster branch deployment ${deployment} ${end}` };
}

/** What a sweep left alone, and why, for the job summary. */
export function renderLeftAlone(message: string, leftAlone: readonly string[]): string {
  return [`**${renderProse(message)}**`, "", ...leftAlone.map((why) => `- ⚠️ ${renderProse(why)}`)].join("\n");
}

function whereItRuns({ cluster, region, account }: Plan["request"], hosts: readonly HostShown[]): Section {
  const place = `Runs in cluster ${inlineCode(cluster)} in ${inlineCode(region)}, account ${inlineCode(account)}.`;
  const named = hosts.filter(({ hostname }) => hostname !== null);
  const render = (most: number): string => {
    const { shown, more } = takeFirst(named, most);
    const table = renderTable(
      ["Code location", "Host"],
      shown.map(({ name, hostname, port }) => [cellCode(name), cellCode(`${hostname}:${port}`)]),
    );
    return [place, table, ...(more > 0 ? [`… and ${countOf(more, "more host")}.`] : [])].join("\n\n");
  };
  return { importance: 1, variants: named.length === 0 ? [place] : [1_000, 100, 10].map(render) };
}
