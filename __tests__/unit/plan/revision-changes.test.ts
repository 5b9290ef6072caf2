import { describe, expect, test } from "vitest";
import { HiddenText } from "../../../src/model/environment.ts";
import type { FieldChange } from "../../../src/model/plan.ts";
import { compareRevisions } from "../../../src/plan/revision-changes.ts";
import { type Sample, sampleLocation } from "./sample-location.ts";

const compare = (before: Sample, after: Sample): readonly FieldChange[] =>
  compareRevisions(sampleLocation(before).taskDefinition, sampleLocation(after).taskDefinition);

const hidden = (text: string) => ({ origin: "revision", hidden: new HiddenText(text), from: "server:1" }) as const;

function lines(changes: readonly FieldChange[]): readonly string[] {
  const value = (side: FieldChange["before"]): string =>
    side === undefined ? "-" : side.kind === "shown" ? JSON.stringify(side.value) : "(hidden)";
  return changes.map(({ path, before, after }) => `${path}: ${value(before)} ${value(after)}`);
}

describe("compareRevisions", () => {
  test("shows images, sizes, roles and names of secrets", () => {
    const changes = compare(
      { image: "acme/etl:1", body: { memory: "512", taskRoleArn: "arn:aws:iam::1:role/a" } },
      {
        image: "acme/etl:2",
        body: { memory: "1024", taskRoleArn: "arn:aws:iam::1:role/b" },
        container: { secrets: [{ name: "TOKEN", valueFrom: "arn:token" }] },
      },
    );
    expect(lines(changes)).toEqual([
      'containerDefinitions.dagster.environment.DAGSTER_CURRENT_IMAGE: "acme/etl:1" "acme/etl:2"',
      'containerDefinitions.dagster.image: "acme/etl:1" "acme/etl:2"',
      'containerDefinitions.dagster.secrets.TOKEN: - "arn:token"',
      'memory: "512" "1024"',
      'taskRoleArn: "arn:aws:iam::1:role/a" "arn:aws:iam::1:role/b"',
    ]);
    expect(changes.filter(({ sensitive }) => sensitive).map(({ path }) => path)).toEqual([
      "containerDefinitions.dagster.secrets.TOKEN",
      "taskRoleArn",
    ]);
    expect(new Set(changes.map(({ impact }) => impact))).toEqual(new Set(["rollout"]));
  });

  test("shows a variable only where the YAML of now spells it out", () => {
    const changes = compare(
      {
        environment: [
          { name: "LEVEL", value: { origin: "literal", text: "info" } },
          { name: "OLD", value: hidden("a") },
        ],
      },
      {
        environment: [
          { name: "LEVEL", value: hidden("debug") },
          { name: "SET_BY_US", value: { origin: "injected", text: "/opt/code" } },
        ],
      },
    );
    expect(lines(changes)).toEqual([
      'containerDefinitions.dagster.environment.LEVEL: "info" (hidden)',
      "containerDefinitions.dagster.environment.OLD: (hidden) -",
      "containerDefinitions.dagster.environment.SET_BY_US: - (hidden)",
    ]);
  });

  test("says which settings of the container context differ, and shows sizes of them only", () => {
    const changes = compare(
      { containerContext: { ecs: { run_resources: { cpu: "256" }, env_vars: ["A=1", "B=1"] } } },
      { containerContext: { ecs: { run_resources: { cpu: "512" }, env_vars: ["A=2", "B=2"] } } },
    );
    expect(lines(changes)).toEqual([
      "container context › ecs.env_vars: (hidden) (hidden)",
      'container context › ecs.run_resources.cpu: "256" "512"',
    ]);
  });

  test("a secret shows nowhere, whatever field it came into", () => {
    const secret = "v3ry-secret-text";
    const before: Sample = {
      environment: [
        { name: "PASSWORD", value: hidden(secret) },
        { name: "PATH_OF_CODE", value: { origin: "injected", text: secret } },
      ],
      containerContext: {
        env_vars: [`SHARED=${secret}`],
        ecs: {
          env_vars: [`OWN=${secret}`],
          server_ecs_tags: [{ key: secret, value: secret }],
          mount_points: [{ sourceVolume: secret, containerPath: `/${secret}` }],
          run_sidecar_containers: [{ name: "sidecar", environment: [{ name: "X", value: secret }] }],
        },
      },
      container: {
        command: ["dagster", secret],
        mountPoints: [{ sourceVolume: secret, containerPath: `/${secret}` }],
        dockerLabels: { [secret]: secret },
        healthCheck: { command: ["CMD", secret], interval: 10 },
        logConfiguration: { logDriver: "splunk", options: { [secret]: secret } },
        user: secret,
      },
      sidecars: [{ name: "agent", image: "agent:7", environment: [{ name: "KEY", value: secret }], command: [secret] }],
      body: { volumes: [{ name: secret, host: { sourcePath: secret } }] },
    };
    const after: Sample = { containerContext: {} };
    for (const changes of [compare(before, after), compare(after, before)]) {
      expect(changes.length).toBeGreaterThan(10);
      expect(JSON.stringify(changes)).not.toContain(secret);
    }
  });

  test("of equal revisions nothing differs", () => {
    expect(
      compare(
        { environment: [{ name: "A", value: hidden("x") }] },
        { environment: [{ name: "A", value: hidden("x") }] },
      ),
    ).toEqual([]);
  });
});
