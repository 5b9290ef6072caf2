import { isTemplate } from "../../model/template.ts";
import { getValue, type Located } from "../located.ts";
import { quote, type Report } from "../report.ts";
import {
  childAt,
  itemsAt,
  joinedItems,
  knownText,
  type Sited,
  showText,
  tell,
  textAt,
  type ViewCheck,
} from "./view.ts";

/** Tags of a resource (Tag in the ECS API), and how many of them this action writes itself (docs/interface: Tags we write). */
const MOST_TAGS = 50;
const OWN_TAGS = 11;
const LONGEST = { key: 128, value: 256 } as const;
const ACCEPTED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Number, length and characters of tags, after the merge. */
export const checkTags: ViewCheck = (view, report) => {
  for (const list of ["server_ecs_tags", "run_ecs_tags"] as const) {
    const tags = joinedItems(view, list);
    for (const tag of tags) checkTag(tag, report);
    checkCount(tags, list === "server_ecs_tags" ? MOST_TAGS - OWN_TAGS : MOST_TAGS, report);
  }
  for (const tag of itemsAt(view.ecs, "run_ecs_tags"))
    tellOverridden(tag, itemsAt(view.launcher, "run_ecs_tags"), report);
};

function checkTag(tag: Sited, report: Report): void {
  for (const part of ["key", "value"] as const) {
    const node = childAt(tag, part);
    const text = knownText(node?.node);
    if (!node || text === undefined) continue;
    const shown = showText(node.node);
    const hidden = isHidden(node.node);
    if ([...text].length > LONGEST[part]) {
      tell(report, node, {
        code: "tag-too-long",
        message: `The ${part} of a tag has ${[...text].length} characters; ECS takes at most ${LONGEST[part]}.`,
        hint: `Write a shorter ${part}.`,
      });
    } else if (!ACCEPTED.test(text)) {
      const [character] = [...text].filter((one) => !ACCEPTED.test(one));
      tell(report, node, {
        code: "tag-characters",
        message: `The ${part} of a tag, ${shown}, has ${hidden ? "a character" : `the character ${JSON.stringify(character)}`} that ECS does not take.`,
        hint: isTemplate(text)
          ? "Write {env: NAME} to take it from the step's environment, or the text itself: nothing fills in a variable of this form."
          : "Use letters, digits, spaces and _ . : / = + - @ only.",
      });
    } else if (part === "value" && /^aws:/i.test(text)) {
      tell(report, node, {
        code: "tag-characters",
        message: `The value of a tag, ${shown}, starts with aws:, which AWS keeps for itself.`,
        hint: "Write another value.",
      });
    }
  }
}

function isHidden(node: Located): boolean {
  return node.kind === "scalar" && (node.fromVariable !== undefined || node.secret === true);
}

function checkCount(tags: readonly Sited[], most: number, report: Report): void {
  const keys = new Map(tags.map((tag) => [textAt(tag, "key") ?? tag, tag]));
  const extra = [...keys.values()][most];
  if (!extra) return;
  const own = MOST_TAGS - most;
  tell(report, extra, {
    code: "too-many-tags",
    message: `There are ${keys.size} tags${own > 0 ? `, and this action adds ${own}` : ""}; ECS takes at most ${MOST_TAGS}.`,
    hint: `Keep at most ${most}; those of the deployment count too.`,
  });
}

/** As with the tags of servers, the deployment's value is used (docs/agent.md, Merge of the two levels). */
function tellOverridden(tag: Sited, deployment: readonly Sited[], report: Report): void {
  const node = childAt(tag, "key");
  const key = textAt(tag, "key");
  const other = deployment.find((one) => key !== undefined && textAt(one, "key") === key);
  if (!node || key === undefined || !other) return;
  if ((knownText(getValue(tag.node, "value")) ?? "") === (textAt(other, "value") ?? "")) return;
  tell(report, node, {
    code: "deployment-value-wins",
    severity: "warning",
    message: `${isHidden(node.node) ? "A tag" : quote(key)} of run_ecs_tags is also set by the deployment (${other.node.at.file} line ${other.node.at.line}); the deployment's value is used.`,
    hint: "Remove it at one of the two levels.",
  });
}
