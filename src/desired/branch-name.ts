import { createHash } from "node:crypto";

/** What a name of a branch deployment is made of; nothing here that Dagster, ECS or a tag would write differently. */
const ACCEPTED = /^[A-Za-z0-9_-]*$/;

/** So that deployment and location still fit into a task definition family, which has 255 characters. */
const LONGEST_BRANCH = 40;
const HASH_LENGTH = 8;

/** An unchanged branch name must not look like a changed one, or two branches could get one name. */
const LOOKS_HASHED = new RegExp(`(?:^|-)[0-9a-f]{${HASH_LENGTH}}$`);

/**
 * The name of a pull request's branch deployment. A branch whose name cannot be part of it gets other characters, is
 * cut, and ends in a hash of its name. Undefined when the template has the branch and it is not known.
 */
export function branchDeploymentName(
  template: string,
  pullRequest: { readonly number: number; readonly branch: string | undefined },
): string | undefined {
  const { number, branch } = pullRequest;
  if (branch === undefined && template.includes("{branch}")) return undefined;
  return template.replaceAll("{number}", String(number)).replaceAll("{branch}", safeBranch(branch ?? ""));
}

function safeBranch(branch: string): string {
  const isFine =
    branch !== "" && ACCEPTED.test(branch) && branch.length <= LONGEST_BRANCH && !LOOKS_HASHED.test(branch);
  if (isFine) return branch;
  const hash = createHash("sha1").update(branch, "utf8").digest("hex").slice(0, HASH_LENGTH);
  const kept = branch
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .slice(0, LONGEST_BRANCH - HASH_LENGTH - 1)
    .replace(/^-+|-+$/g, "");
  return kept === "" ? hash : `${kept}-${hash}`;
}
