import { parseImageReference } from "../../model/image-reference.ts";
import { isTemplate } from "../../model/template.ts";
import { quote, type Report } from "../report.ts";
import { childAt, knownText, type MergedView, type Sited, tell, textAt } from "./view.ts";

/** Images of all locations. `overridden`: names of the locations whose image an input gives. */
export function checkImages(views: readonly MergedView[], overridden: ReadonlySet<string>, report: Report): void {
  const own = views.filter(({ name }) => !overridden.has(name));
  for (const view of own) checkReference(view, report);
  checkSharedRegistries(own, report);
}

/** An image that is none, or may be another one tomorrow. White space around it is told as such (config/rules.ts). */
function checkReference(view: MergedView, report: Report): void {
  const node = childAt(view.location, "image");
  const text = knownText(node?.node);
  if (!node || text === undefined || text === "" || text !== text.trim()) return;
  const parsed = parseImageReference(text);
  if (parsed.status === "invalid") {
    tell(report, node, {
      code: "image-reference-invalid",
      message: `The image ${quote(text)} ${parsed.reason}.`,
      hint: isTemplate(text)
        ? "Fill variables in before this step, or write build.registry instead of image and give the tag with the input image-tag."
        : "Write registry/repository:tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.4.2.",
    });
    return;
  }
  if (parsed.reference.digest !== undefined) return;
  const { tag } = parsed.reference;
  if (tag !== undefined && tag !== "latest") return;
  tell(report, node, {
    code: "image-not-fixed",
    severity: "warning",
    message: `The image ${quote(text)} has ${tag === undefined ? "no tag, which means latest" : "the tag latest"}: what runs depends on when a task starts.`,
    hint: "Write a tag of its own for each build, for example a version or the commit.",
  });
}

/** Locations of one registry get one tag, so that builds of different directories overwrite each other. */
function checkSharedRegistries(views: readonly MergedView[], report: Report): void {
  const users = new Map<string, RegistryUser[]>();
  for (const view of views) {
    const registry = childAt(view.location, "build", "registry");
    const text = knownText(registry?.node);
    const directory = textAt(childAt(view.location, "build"), "directory");
    // With an image of its own, a location does not use the registry.
    const hasImage = textAt(view.location, "image") !== undefined;
    if (!registry || text === undefined || directory === undefined || hasImage) continue;
    users.set(text, [...(users.get(text) ?? []), { name: view.name, registry, directory: normalize(directory) }]);
  }
  for (const [text, [first, ...others]] of users) {
    const other = others.find(({ directory }) => directory !== first?.directory);
    if (first && other) tellShared(text, first, other, others.length - 1, report);
  }
}

interface RegistryUser {
  readonly name: string;
  readonly registry: Sited;
  readonly directory: string;
}

function tellShared(text: string, first: RegistryUser, other: RegistryUser, more: number, report: Report): void {
  const rest = more === 0 ? "" : ` (and ${more} more)`;
  tell(report, other.registry, {
    code: "shared-registry",
    severity: "warning",
    message: `The locations ${quote(first.name)} and ${quote(other.name)}${rest} are built from different directories, but push to the same ${quote(text)}: with one tag, the later build replaces the earlier.`,
    hint: "Give each its own registry, or each its own tag by the input images.",
  });
}

/** `./etl/` and `etl` are the same directory. */
function normalize(directory: string): string {
  const parts = directory.split("/").filter((part) => part !== "" && part !== ".");
  return `${directory.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
