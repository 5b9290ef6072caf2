import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ImageReference, parseImageReference } from "../../../src/model/image-reference.ts";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("parseImageReference", () => {
  it.each<[string, ImageReference]>([
    ["python", { repository: "python" }],
    ["python:3.12-slim", { repository: "python", tag: "3.12-slim" }],
    ["library/python", { repository: "library/python" }],
    ["docker.io/library/python", { registry: "docker.io", repository: "library/python" }],
    [`python@${DIGEST}`, { repository: "python", digest: DIGEST }],
    [`python:3@${DIGEST}`, { repository: "python", tag: "3", digest: DIGEST }],
    ["localhost/x", { registry: "localhost", repository: "x" }],
    ["localhost:5000/x:y", { registry: "localhost:5000", repository: "x", tag: "y" }],
    ["localhost:5000", { repository: "localhost", tag: "5000" }],
    ["registry.example.com:443/a/b/c:v1", { registry: "registry.example.com:443", repository: "a/b/c", tag: "v1" }],
    ["Registry.Example.com/a", { registry: "Registry.Example.com", repository: "a" }],
    ["[::1]:5000/a", { registry: "[::1]:5000", repository: "a" }],
    ["ghcr.io/org/repo.name__x/y--z:A_B", { registry: "ghcr.io", repository: "org/repo.name__x/y--z", tag: "A_B" }],
    [
      "123456789012.dkr.ecr.us-west-2.amazonaws.com/team/etl:abc",
      {
        registry: "123456789012.dkr.ecr.us-west-2.amazonaws.com",
        repository: "team/etl",
        tag: "abc",
        ecr: { account: "123456789012", region: "us-west-2", suffix: "amazonaws.com" },
      },
    ],
    [
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/etl",
      {
        registry: "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
        repository: "etl",
        ecr: { account: "123456789012", region: "cn-north-1", suffix: "amazonaws.com.cn" },
      },
    ],
    [
      "public.ecr.aws/docker/library/python:3",
      { registry: "public.ecr.aws", repository: "docker/library/python", tag: "3" },
    ],
    [
      "12345.dkr.ecr.us-west-2.amazonaws.com/etl",
      { registry: "12345.dkr.ecr.us-west-2.amazonaws.com", repository: "etl" },
    ],
    [
      "123456789012.dkr.ecr.us-west-2.amazonaws.com.evil.example/etl",
      { registry: "123456789012.dkr.ecr.us-west-2.amazonaws.com.evil.example", repository: "etl" },
    ],
  ])("takes %s apart", (text, reference) => {
    expect(parseImageReference(text)).toEqual({ status: "valid", reference });
  });

  it.each([
    ["", "is empty"],
    ["a b", "white space"],
    [DIGEST, "only a digest"],
    [`@${DIGEST}`, "only a digest"],
    ["***.dkr.ecr.us-west-2.amazonaws.com/etl:1", "GitHub masked"],
    ["https://ghcr.io/org/repo", "protocol"],
    [`\${REGISTRY}/etl:1`, `contains \`\${REGISTRY}\``],
    ["$REGISTRY/etl:1", "contains `$REGISTRY`"],
    ["ghcr.io/acme/{{ name }}:1", "contains `{{ name }}`"],
    ["Python", "capital letters"],
    ["ghcr.io/Org/repo", "capital letters"],
    ["ghcr.io/", "no repository"],
    [":tag", "no repository"],
    ["python:", "tag"],
    ["python:-x", "tag"],
    [`python:${"x".repeat(129)}`, "tag"],
    ["python@sha256:abc", "digest"],
    [`python@${DIGEST.toUpperCase()}`, "digest"],
    [`python@${DIGEST}@${DIGEST}`, "more than one `@`"],
    ["ghcr.io//x", "part ``"],
    ["ghcr.io/-x", "part `-x`"],
    ["ghcr.io/x/", "part ``"],
    ["-host.example/x", "no host name"],
    [`ghcr.io/${"x".repeat(256)}`, "characters"],
  ])("refuses %s", (text, reason) => {
    expect(parseImageReference(text)).toEqual({ status: "invalid", reason: expect.stringContaining(reason) });
  });

  it("gives back every part it was put together from", () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    fc.assert(
      fc.property(
        optional(fc.constantFrom("ghcr.io", "localhost", "localhost:5000", "10.0.0.1:80")),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        optional(fc.stringMatching(/^\w[\w.-]{0,20}$/)),
        optional(fc.constant(DIGEST)),
        (registry, path, tag, digest) => {
          // Without a registry, a first part `localhost` would be taken for one.
          fc.pre(registry !== undefined || path[0] !== "localhost");
          const repository = path.join("/");
          const text = [registry && `${registry}/`, repository, tag && `:${tag}`, digest && `@${digest}`].join("");
          expect(parseImageReference(text)).toEqual({
            status: "valid",
            reference: {
              ...(registry && { registry }),
              repository,
              ...(tag && { tag }),
              ...(digest && { digest }),
            },
          });
        },
      ),
    );
  });

  it("says something about any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(["valid", "invalid"]).toContain(parseImageReference(text).status);
      }),
    );
  });
});
