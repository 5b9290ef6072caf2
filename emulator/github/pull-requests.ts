import { type GitHubAnswer, listPage, notFound, type RouteCall, requireRepository } from "./calls.ts";
import { viewPullRequest, viewPullRequestBriefly } from "./views.ts";

export function getPullRequest(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const pullRequest = repository.pullRequests.get(Number(call.params.pull_number));
  if (pullRequest === undefined) {
    throw notFound();
  }
  return { status: 200, body: viewPullRequest(repository, pullRequest) };
}

export function listPullRequests(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const { query } = call.request;
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const chosen = [...repository.pullRequests.values()]
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => head === null || head === `${pull.headRepository.split("/")[0]}:${pull.headRef}`)
    .filter((pull) => base === null || base === pull.baseRef)
    .toSorted((a, b) => b.number - a.number);
  return listPage(
    call,
    chosen.map((pull) => viewPullRequestBriefly(repository, pull)),
  );
}

export function listCommitPullRequests(call: RouteCall): GitHubAnswer {
  const repository = requireRepository(call);
  const chosen = [...repository.pullRequests.values()].filter((pull) => pull.headSha === call.params.commit_sha);
  return listPage(
    call,
    chosen.map((pull) => viewPullRequestBriefly(repository, pull)),
  );
}
