import { describe, expect, it } from "vitest";
import { answer, connectFakeAws, failure, type ReceivedCall } from "./fake-aws.ts";

const REGISTRY = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
const DIGEST = `sha256:${"a".repeat(64)}`;
const INDEX = JSON.stringify({
  schemaVersion: 2,
  manifests: [
    { platform: { os: "linux", architecture: "arm64", variant: "v8" } },
    { platform: { os: "linux", architecture: "amd64" } },
    { platform: { os: "unknown", architecture: "unknown" } },
  ],
});

interface Identifier {
  readonly imageTag?: string;
  readonly imageDigest?: string;
}

const idsOf = ({ body }: ReceivedCall) => body.imageIds as Identifier[];

/** Has every image except those tagged `gone`. */
function serveImages(call: ReceivedCall) {
  const [gone, there] = [true, false].map((isGone) => idsOf(call).filter((id) => (id.imageTag === "gone") === isGone));
  return answer({
    images: there?.map((id) => ({ imageId: { imageDigest: DIGEST, ...id }, imageManifest: INDEX })),
    failures: gone?.map((imageId) => ({
      imageId,
      failureCode: "ImageNotFound",
      failureReason: "Requested image not found.",
    })),
  });
}

describe("resolveImages", () => {
  it("finds digest and platforms, the latter without attestations", async () => {
    const { ports, calls } = await connectFakeAws({ BatchGetImage: serveImages });
    const facts = await ports.registry.resolveImages([`${REGISTRY}/team/etl:v1`]);
    expect([...facts]).toEqual([
      [`${REGISTRY}/team/etl:v1`, { status: "found", digest: DIGEST, platforms: ["linux/amd64", "linux/arm64"] }],
    ]);
    expect(calls[0]?.body).toMatchObject({
      registryId: "123456789012",
      repositoryName: "team/etl",
      imageIds: [{ imageTag: "v1" }],
      acceptedMediaTypes: expect.arrayContaining(["application/vnd.oci.image.index.v1+json"]),
    });
  });

  it("asks once per repository, and once for each image that several references name", async () => {
    const { ports, calls } = await connectFakeAws({ BatchGetImage: serveImages });
    const references = [
      `${REGISTRY}/etl`,
      `${REGISTRY}/etl:latest`,
      `${REGISTRY}/etl:gone`,
      `${REGISTRY}/ml:v1`,
      `${REGISTRY}/etl:v1@${DIGEST}`,
    ];
    const facts = await ports.registry.resolveImages([...references, ...references]);
    expect([...facts.keys()]).toEqual(references);
    expect([...facts.values()].map(({ status }) => status)).toEqual(["found", "found", "missing", "found", "found"]);
    const asked = Object.fromEntries(calls.map((call) => [call.body.repositoryName, idsOf(call)]));
    expect(asked).toEqual({
      etl: [{ imageTag: "latest" }, { imageTag: "gone" }, { imageDigest: DIGEST }],
      ml: [{ imageTag: "v1" }],
    });
  });

  it("asks for at most a hundred images at a time", async () => {
    const { ports, calls } = await connectFakeAws({ BatchGetImage: serveImages });
    const facts = await ports.registry.resolveImages(
      Array.from({ length: 101 }, (_, index) => `${REGISTRY}/etl:v${index}`),
    );
    expect(facts.size).toBe(101);
    expect(calls.map((call) => idsOf(call).length).sort()).toEqual([1, 100]);
  });

  it("asks a registry in its own region and account", async () => {
    const { ports, calls } = await connectFakeAws({ BatchGetImage: serveImages });
    await ports.registry.resolveImages(["210987654321.dkr.ecr.eu-west-1.amazonaws.com/etl:v1"]);
    expect(calls[0]?.body.registryId).toBe("210987654321");
    expect(calls[0]?.headers.authorization).toContain("/eu-west-1/ecr/");
  });

  it("says why an image is missing", async () => {
    const { ports } = await connectFakeAws({
      BatchGetImage: (call) =>
        call.body.repositoryName === "etl" ? serveImages(call) : failure("RepositoryNotFoundException", "not found"),
    });
    const facts = await ports.registry.resolveImages([`${REGISTRY}/etl:gone`, `${REGISTRY}/nope:v1`]);
    expect([...facts.values()]).toEqual([
      { status: "missing", reason: "the ECR repository `etl` has no tag `gone` (Requested image not found)" },
      { status: "missing", reason: "the ECR registry of account 123456789012 in us-west-2 has no repository `nope`" },
    ]);
  });

  it("does not take a refused or inconclusive answer for absence", async () => {
    const { ports } = await connectFakeAws({
      BatchGetImage: (call) =>
        call.body.repositoryName === "etl"
          ? failure(
              "AccessDeniedException",
              "User is not authorized to perform: ecr:BatchGetImage on resource: arn:etl",
            )
          : answer({ images: [], failures: [{ imageId: { imageTag: "v1" }, failureCode: "KmsError" }] }),
    });
    const facts = await ports.registry.resolveImages([`${REGISTRY}/etl:v1`, `${REGISTRY}/ml:v1`]);
    expect([...facts.values()]).toEqual([
      { status: "not-checked", reason: expect.stringContaining("ecr:BatchGetImage on arn:etl") },
      { status: "not-checked", reason: "ECR could not read it: KmsError" },
    ]);
  });

  it("calls nobody for references outside ECR", async () => {
    const { ports, calls } = await connectFakeAws({});
    const facts = await ports.registry.resolveImages(["python:3", "ghcr.io/org/etl:1", "NOT VALID"]);
    expect([...facts.values()].map((fact) => "reason" in fact && fact.reason)).toEqual([
      "not an ECR image",
      "not an ECR image",
      "the reference contains white space",
    ]);
    expect(calls).toEqual([]);
  });

  it("fails for any other error", async () => {
    const { ports } = await connectFakeAws({ BatchGetImage: () => failure("ExpiredTokenException", "expired") });
    await expect(ports.registry.resolveImages([`${REGISTRY}/etl:v1`])).rejects.toMatchObject({
      code: "ExpiredTokenException",
    });
  });
});
