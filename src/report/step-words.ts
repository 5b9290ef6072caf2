import type { FieldChange, Step } from "../model/plan.ts";
import { groupByTopic, TOPICS, type Topic } from "./change-topics.ts";
import { countOf, describeImpact } from "./wording.ts";
import { sensitiveChanges, shownChanges } from "./worth-showing.ts";

/** Reasons that say no more than what changes. */
const SAID_BY_CHANGES: ReadonlySet<string> = new Set(["image", "task-definition", "service", "tags"]);

/** What a step changes and why, in a few words: `image, 2 variables`. A sentence where that says more. */
export function describeWhat(step: Step): string {
  const { ours, outside } = shownChanges(step);
  const back = outside.length === 0 ? "" : `puts back ${countOf(outside.length, "change")} from outside`;
  const what = step.action === "create" || step.action === "replace" ? "" : listTopics(ours);
  const isSaid = SAID_BY_CHANGES.has(step.reason.code) && (what !== "" || back !== "");
  const more = [what, back].filter((part) => part !== "").join("; ");
  if (isSaid) return more;
  return more === "" ? step.reason.text : `${step.reason.text} Changes: ${more}`;
}

function listTopics(changes: readonly FieldChange[]): string {
  return groupByTopic(changes)
    .map(([topic, members]) => describeTopic(topic, [...new Set(members.map(({ name }) => name))]))
    .join(", ");
}

/** More names than these tell less than their number. */
const MOST_NAMES = 2;

function describeTopic(topic: Topic, names: readonly string[]): string {
  const { one, several } = TOPICS[topic];
  if (several === undefined) return one;
  if (names.length > MOST_NAMES) return countOf(names.length, one, several);
  const list = names.map((name) => `\`${name}\``).join(", ");
  return `${names.length === 1 ? one : several} ${list}`;
}

/** What a step means for the code server, and what of it a reviewer must look at twice. */
export function describeRisk(step: Step): { readonly consequence: string; readonly lookTwice: string } {
  const consequence = describeImpact(step.impact, step.action);
  // Everything of a new code server is new: that it has roles says nothing.
  if (step.action === "create") return { consequence, lookTwice: "" };
  const topics = groupByTopic(sensitiveChanges(step)).map(([topic]) => SENSITIVE_WORDS[topic] ?? TOPICS[topic].one);
  return { consequence, lookTwice: topics.join(", ") };
}

const SENSITIVE_WORDS: Partial<Readonly<Record<Topic, string>>> = {
  image: "registry",
  secrets: "secrets",
  runs: "rights of runs",
  service: "access",
};
