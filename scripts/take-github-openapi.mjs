// Takes the operations the emulator serves out of GitHub's OpenAPI description. The package is several hundred
// megabytes and no dependency: `npm pack @octokit/openapi` somewhere else, unpack it, and give its folder.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const TARGET = "emulator/github/openapi.json";

const COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const COMMENTS = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";
const OPERATIONS = [
  "GET /user",
  "GET /rate_limit",
  "GET /repos/{owner}/{repo}",
  "GET /repos/{owner}/{repo}/pulls",
  "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  `GET ${COMMENTS}`,
  `POST ${COMMENTS}`,
  `GET ${COMMENT}`,
  `PATCH ${COMMENT}`,
  `DELETE ${COMMENT}`,
  `GET ${DEPLOYMENTS}`,
  `POST ${DEPLOYMENTS}`,
  `GET ${DEPLOYMENTS}/{deployment_id}/statuses`,
  `POST ${DEPLOYMENTS}/{deployment_id}/statuses`,
];

/** Prose: nothing is checked against it. */
const PROSE = new Set(["description", "example", "examples", "title", "externalDocs", "summary", "deprecated"]);

/** Takes the operations with everything they refer to; the answers without the members GitHub may leave out. */
function take(document) {
  const schemas = {};
  const resolve = (reference) =>
    reference
      .slice(2)
      .split("/")
      .reduce((place, key) => place[key], document);
  const copy = (value, isNames = false) => {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (typeof value !== "object" || value === null) return value;
    const { $ref: reference } = value;
    if (typeof reference === "string") {
      const name = reference.split("/").at(-1);
      if (!reference.startsWith("#/components/schemas/")) return copy(resolve(reference));
      if (!(name in schemas)) {
        schemas[name] = {};
        schemas[name] = copy(resolve(reference));
      }
      return { $ref: `#/schemas/${name}` };
    }
    const kept = Object.entries(value).filter(([key]) => isNames || !(PROSE.has(key) || key.startsWith("x-")));
    return Object.fromEntries(kept.map(([key, item]) => [key, copy(item, !isNames && key === "properties")]));
  };
  const schemaOf = (part) => part?.content?.["application/json"]?.schema;
  const operations = {};
  for (const name of OPERATIONS) {
    const [verb, path] = name.split(" ");
    const { parameters = [], requestBody, responses } = document.paths[path][verb.toLowerCase()];
    const body = schemaOf(requestBody);
    operations[name] = {
      parameters: parameters.map((parameter) => copy(parameter)),
      ...(body !== undefined && { body: copy(body) }),
      responses: Object.fromEntries(
        Object.entries(responses).map(([status, response]) => [
          status,
          copy(schemaOf(response.$ref === undefined ? response : resolve(response.$ref)) ?? null),
        ]),
      ),
    };
  }
  return { operations, schemas };
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("give the folder of the unpacked package");
const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const document = JSON.parse(readFileSync(join(folder, "generated/api.github.com.json"), "utf8"));
const source = { package: name, version, license, file: "generated/api.github.com.json" };
writeFileSync(TARGET, JSON.stringify({ source, ...take(document) }));
execFileSync(join("node_modules", ".bin", "biome"), ["format", "--write", TARGET], {
  stdio: ["ignore", "ignore", "inherit"],
});
