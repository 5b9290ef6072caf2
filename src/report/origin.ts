import { cellCode, inlineCode, renderCodeLink, renderLink } from "./escape.ts";
import { shortenHash } from "./image-text.ts";

/** Where a report comes from. */
export interface ReportOrigin {
  /** The commit to name: on a pull request its head, where GitHub's own SHA is a merge nobody knows. */
  readonly headSha?: string;
  /** Page of the workflow run. */
  readonly runUrl?: string;
}

/** Commit and run, each with a link where there is a page. */
export function renderOrigin(origin: ReportOrigin, commit: string | null = null): readonly string[] {
  const sha = origin.headSha ?? commit ?? undefined;
  const { runUrl } = origin;
  const repository = repositoryUrl(origin);
  return [
    ...(sha === undefined ? [] : [`commit ${renderCommit(sha, repository)}`]),
    ...(runUrl === undefined ? [] : [renderLink("workflow run", runUrl)]),
  ];
}

function renderCommit(sha: string, repository: string | undefined): string {
  const isHash = /^[0-9a-f]{7,64}$/.test(sha);
  return repository !== undefined && isHash
    ? renderCodeLink(shortenHash(sha), `${repository}/commit/${sha}`)
    : inlineCode(shortenHash(sha));
}

/** `file:line`, as a link to that line at the commit where there is a page of it. */
export function renderPlace(file: string, line: number, origin: ReportOrigin): string {
  const repository = repositoryUrl(origin);
  const { headSha = "" } = origin;
  // What is not in the checkout has no page.
  const isInside = !file.startsWith("/") && !file.split("/").includes("..");
  if (repository === undefined || !/^[0-9a-f]{7,64}$/.test(headSha) || !isInside) return cellCode(`${file}:${line}`);
  const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return renderCodeLink(`${file}:${line}`, `${repository}/blob/${headSha}/${path}#L${line}`);
}

/** `https://github.com/owner/repo`, from the page of the run. */
function repositoryUrl({ runUrl }: ReportOrigin): string | undefined {
  return /^(https?:\/\/[^\s?#]+)\/actions\/runs\/\d+$/.exec(runUrl ?? "")?.[1];
}
