import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { INPUTS } from "../../src/inputs.ts";
import { readFiles } from "./repository.ts";

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly environment?: string;
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, unknown>>;
        }[];
      }
    >
  >;
}

const WORKFLOWS = readFiles("examples/workflows").map(({ path, text }) => ({
  path,
  text,
  workflow: parse(text) as Workflow,
}));
const EXPRESSION = "$" + "{{";

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

function workflowAt(path: string): Workflow {
  const found = WORKFLOWS.find((each) => each.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found.workflow;
}

describe.each(WORKFLOWS)("$path", ({ workflow, text }) => {
  it("gets no permission it does not name, and says what each is for", () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of Object.values(workflow.jobs)) {
      for (const [name, access] of Object.entries(permissions ?? {})) {
        expect(text).toMatch(new RegExp(`^ +${name}: ${access} # \\w`, "m"));
      }
    }
  });

  it("puts nothing that others write into a shell", () => {
    const scripts = stepsOf(workflow).flatMap(({ run }) => run ?? []);
    expect(scripts.filter((script) => script.includes(EXPRESSION))).toEqual([]);
  });

  it("gives the action inputs that it has", () => {
    const ours = stepsOf(workflow).filter(({ uses }) => uses?.startsWith("OWNER/dagster-ecs-deploy@"));
    const names = Object.values(INPUTS).map(({ name }) => name) as readonly string[];
    expect(ours.length).toBeGreaterThan(0);
    for (const step of ours) {
      for (const [name, value] of Object.entries(step.with ?? {})) {
        expect(names).toContain(name);
        const input = Object.values(INPUTS).find((each) => each.name === name);
        const text = String(value);
        if (!text.includes(EXPRESSION)) expect(() => input?.parse(text)).not.toThrow();
      }
    }
  });
});

describe("examples/workflows/redeploy.yml", () => {
  const workflow = workflowAt("examples/workflows/redeploy.yml");
  const { inputs } = (workflow.on as { workflow_dispatch: { inputs: Record<string, { options?: string[] }> } })
    .workflow_dispatch;

  it("offers what the action can do by hand, and hands every input on", () => {
    expect(inputs.command?.options).toEqual(["redeploy", "rollback"]);
    for (const command of inputs.command?.options ?? []) expect(INPUTS.command.parse(command)).toBe(command);
    const handedOn = stepsOf(workflow).at(-1)?.with;
    expect(handedOn).toEqual(
      Object.fromEntries(Object.keys(inputs).map((name) => [name, `${EXPRESSION} inputs.${name} }}`])),
    );
  });

  it("waits for deploys, and is guarded like them", () => {
    const apply = workflowAt("examples/workflows/apply.yml");
    expect(workflow.concurrency).toEqual(apply.concurrency);
    const [redeploy, deploy] = [workflow, apply].map(({ jobs }) => Object.values(jobs)[0]);
    expect(redeploy?.environment).toBe(deploy?.environment);
    expect(redeploy?.permissions).toEqual(deploy?.permissions);
  });
});
