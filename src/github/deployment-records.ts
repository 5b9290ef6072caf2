import type { DeploymentRecordPort } from "../ports.ts";
import { connectOnce, type Octokit, type OctokitSettings } from "./octokit.ts";
import { requestGitHub, WRITE_DEPLOYMENTS } from "./requests.ts";

/** Where and as whom deployments are recorded. */
export interface DeploymentRecordOptions extends OctokitSettings {
  /** `owner/repo`. */
  readonly repository: string;
}

/** Characters of a description; GitHub refuses longer ones. */
const MOST_OF_DESCRIPTION = 140;

/** Marks the records that are ours: other tools record deployments to environments of the same name. */
const MARK = "dagster-ecs-deploy";

/** The records are listed newest first; those of a branch deployment that were put to rest are the older ones. */
const PAGE = 100;

/** GitHub's deployment records, through its REST API. */
export function createDeploymentRecordPort({ repository, ...settings }: DeploymentRecordOptions): DeploymentRecordPort {
  const [owner = "", repo = ""] = repository.split("/");
  const connect = connectOnce(settings);
  return {
    async begin({ commit, environment, task, isTransient, runUrl }) {
      const octokit = await connect();
      const { data } = await requestGitHub("record the deployment", WRITE_DEPLOYMENTS, () =>
        octokit.rest.repos.createDeployment({
          owner,
          repo,
          ref: commit,
          environment,
          task,
          payload: { by: MARK },
          transient_environment: isTransient,
          // The workflow has decided already that this commit is deployed.
          auto_merge: false,
          required_contexts: [],
        }),
      );
      if (!("id" in data)) throw new Error("GitHub did not record the deployment.");
      await setStatus(octokit, { owner, repo, deployment_id: data.id }, { state: "in_progress", runUrl });
      return data.id;
    },

    async end(id, { state, description, runUrl }) {
      const octokit = await connect();
      await setStatus(octokit, { owner, repo, deployment_id: id }, { state, description, runUrl });
    },

    async retire(environment, { except, runUrl }) {
      const octokit = await connect();
      const { data } = await requestGitHub("read the recorded deployments", WRITE_DEPLOYMENTS, () =>
        octokit.rest.repos.listDeployments({ owner, repo, environment, per_page: PAGE }),
      );
      for (const { id, payload } of data) {
        if (id === except || !isOurs(payload)) continue;
        const address = { owner, repo, deployment_id: id };
        if (await isInactive(octokit, address)) return;
        await setStatus(octokit, address, { state: "inactive", runUrl });
      }
    },
  };
}

interface Address {
  readonly owner: string;
  readonly repo: string;
  readonly deployment_id: number;
}

async function setStatus(
  octokit: Octokit,
  address: Address,
  status: {
    readonly state: "in_progress" | "success" | "failure" | "inactive";
    readonly description?: string;
    readonly runUrl: string;
  },
): Promise<void> {
  const { state, description = "", runUrl } = status;
  await requestGitHub(`record that the deployment is ${state}`, WRITE_DEPLOYMENTS, () =>
    octokit.rest.repos.createDeploymentStatus({
      ...address,
      state,
      log_url: runUrl,
      description: description.slice(0, MOST_OF_DESCRIPTION),
    }),
  );
}

async function isInactive(octokit: Octokit, address: Address): Promise<boolean> {
  const { data } = await requestGitHub("read the status of a deployment", WRITE_DEPLOYMENTS, () =>
    octokit.rest.repos.listDeploymentStatuses({ ...address, per_page: 1 }),
  );
  return data[0]?.state === "inactive";
}

function isOurs(payload: unknown): boolean {
  return typeof payload === "object" && payload !== null && "by" in payload && payload.by === MARK;
}
