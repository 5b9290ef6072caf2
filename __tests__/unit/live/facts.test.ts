import { describe, expect, it } from "vitest";
import { readAwsFacts } from "../../../src/live/facts.ts";
import { accessDenied, createFakePorts } from "./fake-ports.ts";

const NOTHING = { images: [], secretsTags: [], secretArns: [], pinImages: true };

describe("readAwsFacts", () => {
  it("asks nobody when nothing is wanted", async () => {
    const { ports, calls } = createFakePorts({});
    const facts = await readAwsFacts(NOTHING, ports);
    expect(calls).toEqual([]);
    expect(facts).toEqual({ images: new Map(), taggedSecrets: new Map(), secretNames: new Map() });
  });

  it("does not ask ECR when tags are not pinned", async () => {
    const { ports, calls } = createFakePorts({});
    await readAwsFacts({ ...NOTHING, images: ["ecr/etl:1"], pinImages: false }, ports);
    expect(calls).toEqual([]);
  });

  it("reads everything that is wanted, each key once", async () => {
    const image = { status: "found", digest: "sha256:1", platforms: [] } as const;
    const { ports, calls } = createFakePorts({
      registry: { resolveImages: async (references) => new Map(references.map((reference) => [reference, image])) },
      secrets: {
        secretsWithTag: async (tag) => [{ name: tag.toUpperCase(), valueFrom: `arn:${tag}` }],
        nameOf: async (arn) => (arn === "arn:gone" ? undefined : "FOO"),
      },
      network: { inferPublicIp: async () => "DISABLED" },
    });
    const facts = await readAwsFacts(
      {
        images: ["ecr/etl:1"],
        secretsTags: ["b", "a", "b"],
        secretArns: ["arn:foo", "arn:gone", "arn:foo"],
        publicIpFor: ["subnet-a"],
        pinImages: true,
      },
      ports,
    );
    expect(facts).toEqual({
      images: new Map([["ecr/etl:1", image]]),
      taggedSecrets: new Map([
        ["b", [{ name: "B", valueFrom: "arn:b" }]],
        ["a", [{ name: "A", valueFrom: "arn:a" }]],
      ]),
      secretNames: new Map([["arn:foo", "FOO"]]),
      assignPublicIp: "DISABLED",
    });
    expect(calls).toHaveLength(6);
  });

  it("fails when AWS refuses", async () => {
    const { ports } = createFakePorts({
      secrets: { secretsWithTag: () => Promise.reject(accessDenied("secretsmanager:ListSecrets")) },
    });
    await expect(readAwsFacts({ ...NOTHING, secretsTags: ["a"] }, ports)).rejects.toThrow("secretsmanager:ListSecrets");
  });
});
