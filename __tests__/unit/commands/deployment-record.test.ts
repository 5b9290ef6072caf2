import { expect, it } from "vitest";
import { createDeploymentRecorder } from "../../../src/commands/deployment-record.ts";
import type { CommandResult, PlannedRun } from "../../../src/commands/result.ts";
import type { GitHubEvent } from "../../../src/model/github-event.ts";
import type { Annotation, DeploymentRecordPort } from "../../../src/ports.ts";

const EVENT = {
  name: "push",
  repository: "acme/data",
  headSha: "c0ffee",
  runUrl: "https://github.com/acme/data/actions/runs/1",
} as GitHubEvent;

const RUN = { plan: { request: { deployment: "prod", kind: "full" } } } as Pick<PlannedRun, "plan">;
const INPUTS = { githubDeployments: true, githubToken: "ghs_x" };

/** What is said to GitHub, one line for each call. */
function record(changes: Partial<Parameters<typeof createDeploymentRecorder>[0]> = {}, port: object = {}) {
  const said: string[] = [];
  const annotations: Annotation[] = [];
  const records: DeploymentRecordPort = {
    begin: async ({ commit, environment, task }) => {
      said.push(`begin ${task} of ${commit} to ${environment}`);
      return 7;
    },
    end: async (id, { state, description }) => void said.push(`${id} ${state}: ${description}`),
    retire: async (environment, { except }) => void said.push(`retire ${environment} but ${except}`),
    ...port,
  };
  const recorder = createDeploymentRecorder({
    io: { annotate: (annotation: Annotation) => annotations.push(annotation) } as never,
    inputs: INPUTS,
    event: EVENT,
    command: "apply",
    connectDeploymentRecords: async () => records,
    ...changes,
  });
  return { recorder, said, annotations };
}

it("a run that ends with an error after it began is a failure", async () => {
  const { recorder, said } = record();
  recorder.begin(RUN);
  await recorder.end(undefined);
  expect(said).toEqual(["begin deploy of c0ffee to prod", "7 failure: The run ended before the deployment did."]);
});

it("a run that never began to change anything is not recorded", async () => {
  const { recorder, said } = record();
  await recorder.end({ kind: "nothing", message: "" });
  await recorder.end(undefined);
  expect(said).toEqual([]);
});

it("only some of the code locations fail, and it says how many", async () => {
  const { recorder, said } = record({ command: "rollback" });
  recorder.begin(RUN);
  const statuses = ["succeeded", "unchanged", "failed", "rolled-back", "skipped"];
  const outcome = { succeeded: false, locations: statuses.map((status) => ({ status })) };
  await recorder.end({ kind: "applied", outcome } as unknown as CommandResult);
  expect(said).toEqual(["begin rollback of c0ffee to prod", "7 failure: 3 of 5 code locations failed"]);
});

it("of branch deployments those are retired of which nothing is left, each once", async () => {
  const { recorder, said } = record({ command: "sweep" });
  const removal = (deployment: string, succeeded: boolean) => ({
    run: { plan: { request: { deployment } } },
    outcome: { succeeded, locations: [] },
  });
  const removals = [removal("pr-1", true), removal("pr-1", true), removal("pr-2", true), removal("pr-2", false)];
  recorder.begin(RUN);
  await recorder.end({ kind: "removed", removals } as unknown as CommandResult);
  expect(said).toEqual(["retire pr-1 but undefined"]);
});

it.each([
  ["nobody asks for it", { inputs: { ...INPUTS, githubDeployments: false } }],
  ["there is no token", { inputs: { githubDeployments: true, githubToken: undefined } }],
  ["there is no event", { event: undefined }],
  ["it is a plan", { command: "plan" }],
])("nothing is recorded when %s", async (_, changes) => {
  const { recorder, said, annotations } = record(changes);
  recorder.begin(RUN);
  await recorder.end(undefined);
  expect({ said, annotations }).toEqual({ said: [], annotations: [] });
});

it("a failure of GitHub is one warning, at the beginning or at the end, and never rejects", async () => {
  const fails = () => Promise.reject(new Error("GitHub is away."));
  for (const port of [{ begin: fails }, { end: fails }]) {
    const { recorder, annotations } = record({}, port);
    recorder.begin(RUN);
    await recorder.end(undefined);
    expect(annotations).toEqual([{ level: "warning", title: "no deployment record", message: "GitHub is away." }]);
  }
});
