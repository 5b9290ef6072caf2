import { CODE_SERVER_CONTAINER } from "../model/code-server.ts";
import { readVariables } from "./environment-entries.ts";
import { getValue, type Located, textOf } from "./located.ts";
import { quote, shorten } from "./report.ts";
import type { Rule, RuleScope } from "./schema.ts";

/** Every entry has a name and a value; a name that is given twice is told. */
export const checkVariables: Rule = (node, scope) => {
  readVariables(node, scope);
};

/** White space around an image reference is refused by the agent (docs/agent.md, Schemas). */
export const checkImage: Rule = (node, { report }) => {
  const image = textOf(node);
  if (image === undefined) return;
  if (image.trim() === "") {
    const message = `image is ${quote(image)}.`;
    report(node, { code: "image-empty", message, hint: "Write an image reference, or remove the key." });
  } else if (image !== image.trim()) {
    const message = `image is ${quote(image)}, with white space around the reference.`;
    report(node, { code: "image-with-spaces", message, hint: `Write image: ${shorten(image.trim())}.` });
  }
};

/** ECS knows no health check without a command; an empty one is none (docs/agent.md, Merge of the two levels). */
export const checkHealthCheck: Rule = (node, { report }) => {
  if (node.kind !== "map" || node.entries.length === 0 || getValue(node, "command")) return;
  report(node, {
    code: "health-check-without-command",
    message: "server_health_check has no command.",
    hint: 'Add it, for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].',
  });
};

/** ECS refuses two containers of one name, and both the code server's and a run's have a name already. */
export const checkSidecars: Rule = (node, { report }) => {
  if (node.kind !== "list") return;
  const lines = new Map<string, number>();
  for (const [index, sidecar] of node.items.entries()) {
    const nameNode = getValue(sidecar, "name");
    const name = textOf(nameNode);
    if (!nameNode || name === undefined) continue;
    const earlier = lines.get(name);
    if (name === CODE_SERVER_CONTAINER) {
      const message = `A sidecar is called ${quote(name)}, which is the name of the container it runs beside.`;
      report(nameNode, { code: "reserved-container-name", message, hint: "Choose another name." }, index, "name");
    } else if (earlier !== undefined) {
      const message = `A sidecar is called ${quote(name)}, which is already the name of the one on line ${earlier}.`;
      report(nameNode, { code: "duplicate-sidecar", message, hint: "Give each its own name." }, index, "name");
    }
    lines.set(name, nameNode.at.line);
  }
};

export const checkReplicaCount: Rule = (node, { report }) => {
  if (node.kind !== "scalar" || node.type !== "integer" || node.value !== 0) return;
  report(node, {
    code: "replica-count-zero",
    severity: "warning",
    message: "replica_count is 0, which Dagster takes as 1.",
    hint: "Write replica_count: 1, or remove the key.",
  });
};

/** The agent fails on every deploy when a list of secrets mixes both forms (docs/agent.md, Secrets). */
export const checkMixedSecrets: Rule = (node, { report }) => {
  if (node.kind !== "list") return;
  const kinds = new Set(node.items.map(({ kind }) => kind));
  if (kinds.size < 2) return;
  report(node, {
    code: "secrets-of-two-forms",
    severity: "warning",
    message: "secrets has both ARNs and name/valueFrom entries; a Dagster+ agent fails on that.",
    hint: "Write all entries with name and valueFrom.",
  });
};

/** Starts of tag keys that others act upon, and why a user's tag must not have them. */
const RESERVED_PREFIXES = {
  "dagster/": "a Dagster+ agent takes services with such tags for its own and deletes them",
  "dagster-ecs-deploy/": "this action keeps its own records under such keys",
  "aws:": "AWS allows no such keys",
};

export const checkServerTags: Rule = (node, scope) => checkTags(node, scope, RESERVED_PREFIXES);

/** No agent deletes the tasks of runs, but Dagster tags them itself. */
export const checkRunTags: Rule = (node, scope) =>
  checkTags(node, scope, { ...RESERVED_PREFIXES, "dagster/": "Dagster sets such tags on runs itself" });

function checkTags(node: Located, { report }: RuleScope, reserved: Readonly<Record<string, string>>): void {
  if (node.kind !== "list") return;
  const lines = new Map<string, number>();
  for (const [index, tag] of node.items.entries()) {
    if (tag.kind !== "map") continue;
    const keyNode = getValue(tag, "key") ?? tag;
    const key = textOf(keyNode);
    if (key === undefined || (keyNode.kind === "scalar" && keyNode.unresolved)) continue;
    const prefix = Object.keys(reserved).find((start) => key.toLowerCase().startsWith(start));
    const shown = keyNode.kind === "scalar" && keyNode.fromVariable ? "The tag" : `The tag ${quote(key)}`;
    if (key === "") {
      const message = "A tag has an empty key.";
      report(keyNode, { code: "tag-without-key", message, hint: "Write a key, or remove the tag." }, index, "key");
    } else if (prefix !== undefined) {
      const message = `${shown} starts with ${prefix}, and ${reserved[prefix]}.`;
      report(keyNode, { code: "reserved-tag", message, hint: "Choose another key." }, index, "key");
    }
    const earlier = lines.get(key);
    if (earlier !== undefined) {
      const message = `${shown} is already on line ${earlier}; the last one is used.`;
      report(keyNode, { code: "duplicate-tag", severity: "warning", message, hint: "Remove one of the two." }, index);
    }
    lines.set(key, keyNode.at.line);
    reportMissingValue(tag, shown, index, report);
  }
}

function reportMissingValue(tag: Located, shown: string, index: number, report: RuleScope["report"]): void {
  if (getValue(tag, "value")) return;
  report(
    tag,
    {
      code: "tag-without-value",
      severity: "warning",
      message: `${shown} has no value; ECS stores an empty one, and a Dagster+ agent's deploy fails.`,
      hint: 'Add a value, for example value: "".',
    },
    index,
  );
}
