import {
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetDownloadUrlForLayerCommand,
  type ImageIdentifier,
} from "@aws-sdk/client-ecr";
import { describe, expect, it } from "vitest";
import type { EmulatorOptions } from "../../emulator/index.ts";
import { readPages, refusalOf, sendJson, startAccount } from "./account.ts";

const repositoryName = "app";
const NO_DIGEST = `sha256:${"0".repeat(64)}`;

async function start(options: EmulatorOptions = {}) {
  const account = await startAccount(options);
  const ecr = new ECRClient(account.settings);
  const push = (tags: string[], more: object = {}): string =>
    account.emulator.seed({ kind: "image", repository: repositoryName, tags, ...more }).digest ?? "";
  const get = (imageIds: ImageIdentifier[], request: object = {}) =>
    ecr.send(new BatchGetImageCommand({ repositoryName, imageIds, ...request }));
  return { ...account, ecr, push, get };
}

describe("BatchGetImage", () => {
  it("resolves tags and digests, each once", async () => {
    const { push, get } = await start();
    const digest = push(["1", "latest"]);
    const { images, failures } = await get([
      { imageTag: "1" },
      { imageTag: "1" },
      { imageDigest: digest },
      { imageTag: "latest", imageDigest: digest },
    ]);
    expect(failures).toEqual([]);
    expect(images?.map(({ imageId }) => imageId)).toEqual([
      { imageDigest: digest, imageTag: "1" },
      { imageDigest: digest },
      { imageDigest: digest, imageTag: "latest" },
    ]);
    expect(images?.[0]).toMatchObject({ registryId: "123456789012", repositoryName });
  });

  it("tells why an image is not there", async () => {
    const { push, get } = await start();
    push(["1"], { content: "one" });
    const other = push(["2"], { content: "two" });
    const { images, failures } = await get([
      { imageTag: "gone" },
      { imageDigest: NO_DIGEST },
      { imageTag: "1", imageDigest: other },
      { imageDigest: "sha256:short" },
      {},
    ]);
    expect(images).toEqual([]);
    expect(failures?.map(({ failureCode }) => failureCode)).toEqual([
      "ImageNotFound",
      "ImageNotFound",
      "ImageTagDoesNotMatchDigest",
      "InvalidImageDigest",
      "MissingDigestAndTag",
    ]);
    expect(failures?.[0]?.imageId).toEqual({ imageTag: "gone" });
  });

  it.each([
    [false, "application/vnd.oci.image.manifest.v1+json", "application/vnd.oci.image.index.v1+json"],
    [
      true,
      "application/vnd.docker.distribution.manifest.v2+json",
      "application/vnd.docker.distribution.manifest.list.v2+json",
    ],
  ])("an image of several platforms is an index (docker: %s)", async (docker, manifestType, indexType) => {
    const { push, get } = await start();
    push(["one"], { docker });
    push(["many"], { docker, architectures: ["amd64", "arm64"] });
    const { images } = await get([{ imageTag: "one" }, { imageTag: "many" }]);
    expect(images?.map(({ imageManifestMediaType }) => imageManifestMediaType)).toEqual([manifestType, indexType]);
    const index = JSON.parse(images?.[1]?.imageManifest ?? "");
    expect(index.manifests).toMatchObject([
      { mediaType: manifestType, platform: { architecture: "amd64", os: "linux" } },
      { mediaType: manifestType, platform: { architecture: "arm64", os: "linux" } },
    ]);
    const inner = await get([{ imageDigest: index.manifests[1].digest }]);
    expect(inner.images?.[0]?.imageManifestMediaType).toBe(manifestType);
  });

  it("the configuration blob says the architecture, at the address of its layer", async () => {
    const { push, get, ecr } = await start();
    push(["arm"], { architectures: ["arm64"] });
    const manifest = JSON.parse((await get([{ imageTag: "arm" }])).images?.[0]?.imageManifest ?? "");
    const { downloadUrl } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: manifest.config.digest }),
    );
    const response = await fetch(downloadUrl ?? "");
    expect(await response.json()).toMatchObject({ architecture: "arm64", os: "linux" });
    const lost = ecr.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: NO_DIGEST }));
    expect((await refusalOf(lost)).name).toBe("LayersNotFoundException");
    expect((await fetch(`${downloadUrl}0`)).status).toBe(404);
  });

  it("a tag that is pushed again means the new image; the old one is there by digest", async () => {
    const { push, get } = await start();
    const first = push(["latest"], { content: "one" });
    const second = push(["latest"], { content: "two" });
    expect(second).not.toBe(first);
    const { images } = await get([{ imageTag: "latest" }, { imageDigest: first }]);
    expect(images?.map(({ imageId }) => imageId?.imageDigest)).toEqual([second, first]);
  });

  it("an image is gone with its last tag, or by its digest with all of them", async () => {
    const { push, get, ecr } = await start();
    const remove = (imageIds: ImageIdentifier[]) => ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds }));
    const digest = push(["1", "latest"]);
    expect(await remove([{ imageTag: "1" }, { imageTag: "gone" }])).toMatchObject({
      imageIds: [{ imageTag: "1", imageDigest: digest }],
      failures: [{ failureCode: "ImageNotFound" }],
    });
    expect((await get([{ imageTag: "1" }, { imageDigest: digest }])).images).toHaveLength(1);
    await remove([{ imageTag: "latest" }]);
    expect((await get([{ imageDigest: digest }])).failures?.[0]?.failureCode).toBe("ImageNotFound");
    const other = push(["2", "3"]);
    await remove([{ imageDigest: other }]);
    expect((await get([{ imageTag: "2" }, { imageTag: "3" }, { imageDigest: other }])).images).toEqual([]);
  });

  it("takes 1 to 100 images of a repository of this registry", async () => {
    const { push, get, emulator } = await start();
    push(["1"]);
    const many = (count: number) => Array.from({ length: count }, (_, i) => ({ imageTag: `t${i}` }));
    expect((await get(many(100))).failures).toHaveLength(100);
    expect((await refusalOf(get(many(101)))).name).toBe("InvalidParameterException");
    expect((await refusalOf(get([]))).name).toBe("InvalidParameterException");
    expect((await refusalOf(get(many(1), { repositoryName: "none" }))).name).toBe("RepositoryNotFoundException");
    expect((await refusalOf(get(many(1), { registryId: "999999999999" }))).name).toBe("RepositoryNotFoundException");
    expect(emulator.calls({ service: "ecr" })).toHaveLength(5);
  });

  it("a request is checked against the schema", async () => {
    const account = await start();
    const answer = await sendJson(account, "AmazonEC2ContainerRegistry_V20150921.BatchGetImage", {
      repositoryName,
      imageIds: [{ tag: "1" }],
    });
    expect(answer.body).toMatchObject({
      __type: "InvalidParameterException",
      message: expect.stringContaining("imageIds[0].tag"),
    });
  });
});

describe("images and repositories", () => {
  it("images are described with their tags, in pages", async () => {
    const { push, ecr } = await start({ pageSize: 1 });
    push(["1", "latest"], { content: "one" });
    push(["2"], { content: "two" });
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await ecr.send(new DescribeImagesCommand({ repositoryName, nextToken }));
      return { items: page.imageDetails?.map(({ imageTags }) => imageTags), nextToken: page.nextToken };
    });
    expect({ items, pages }).toEqual({ items: [["1", "latest"], ["2"]], pages: 2 });
    const lost = ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: "3" }] }));
    expect((await refusalOf(lost)).name).toBe("ImageNotFoundException");
  });

  it("repositories are described by name, in pages", async () => {
    const { push, ecr, emulator } = await start({ pageSize: 1 });
    push(["1"]);
    emulator.seed({ kind: "repository", name: "empty" });
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ["empty"] }));
    expect(repositories).toMatchObject([
      {
        repositoryUri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/empty",
        repositoryArn: "arn:aws:ecr:us-east-1:123456789012:repository/empty",
      },
    ]);
    const { items, pages } = await readPages(async (nextToken) => {
      const page = await ecr.send(new DescribeRepositoriesCommand({ nextToken }));
      return { items: page.repositories, nextToken: page.nextToken };
    });
    expect({ count: items.length, pages }).toEqual({ count: 3, pages: 3 });
    const lost = ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ["none"] }));
    expect((await refusalOf(lost)).name).toBe("RepositoryNotFoundException");
  });
});
