import { type Finding, quote } from "../config/report.ts";
import { type RequestedImage, requestedImage } from "../desired/image.ts";
import { isAcceptedFamily, taskDefinitionFamily } from "../desired/names.ts";
import type { Problem, Severity } from "../errors.ts";
import { type ImageReference, parseImageReference } from "../model/image-reference.ts";
import type { JsonObject } from "../model/json.ts";
import { listTexts } from "../model/shown-text.ts";
import { isTemplate } from "../model/template.ts";
import type { CodeLocation, LauncherConfig, MergedEcsSettings } from "../model/workspace.ts";
import { matchesGlob } from "./glob-text.ts";

/** What the checks compare with. */
export interface CheckOptions {
  readonly images: ReadonlyMap<string, string>;
  readonly imageTag: string | undefined;
  readonly allowedRegistries: readonly string[];
  readonly allowedRoleArns: readonly string[];
  readonly organization: string | undefined;
  readonly deployment: string;
  /** Of what only a deploy needs and a check of the files cannot know: an image, a family ECS accepts. */
  readonly missingSeverity: Severity;
}

/** The image the location asks for, or why it asks for none. What is wrong with the file's own is told with the file. */
export function checkImage(
  location: CodeLocation,
  options: CheckOptions,
): { readonly reference: string | undefined; readonly problems: readonly Problem[] } {
  const requested = requestedImage(location, options);
  // A check of the files need not know the tag: the workflow gives it.
  if (requested.kind === "no-tag" && options.missingSeverity === "warning")
    return { reference: undefined, problems: checkRegistry(location, requested.registry, options) };
  if (requested.kind !== "reference") {
    return { reference: undefined, problems: [imageMissing(location, requested, options.missingSeverity)] };
  }
  const { reference } = requested;
  const parsed = parseImageReference(reference);
  if (parsed.status === "invalid") {
    if (!options.images.has(location.name) && location.image !== undefined) return { reference, problems: [] };
    return {
      reference,
      problems: [
        problem(location, "image", {
          code: "image-reference-invalid",
          severity: "error",
          message: `The image ${quote(reference)} ${parsed.reason}.`,
          hint: "Write registry/repository:tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.4.2.",
        }),
      ],
    };
  }
  return {
    reference,
    problems: isAllowedImage(parsed.reference, options)
      ? []
      : [registryNotAllowed(location, "image", parsed.reference, options)],
  };
}

/** The images of containers beside the code server and beside the runs. What is no image reference is none that is allowed. */
export function checkSidecarImages(
  location: CodeLocation,
  sidecars: { readonly [setting in SidecarSetting]: readonly JsonObject[] },
  options: CheckOptions,
): readonly Problem[] {
  if (options.allowedRegistries.length === 0) return [];
  return Object.entries(sidecars).flatMap(([setting, containers]) =>
    containers.flatMap(({ name, image }) => {
      const parsed = typeof image === "string" ? parseImageReference(image) : undefined;
      if (parsed === undefined || (parsed.status === "valid" && isAllowedImage(parsed.reference, options))) return [];
      const reference = parsed.status === "valid" ? parsed.reference : { repository: String(image) };
      const found = registryNotAllowed(location, `container_context.ecs.${setting}`, reference, options);
      return [{ ...found, ...location.ecs?.sources?.get(`${setting}.${String(name)}`) }];
    }),
  );
}

type SidecarSetting = "server_sidecar_containers" | "run_sidecar_containers";

/** Whether the input `allowed-registries` has the repository of an image that is used without being asked for. */
export function isAllowedReference(image: string, options: Pick<CheckOptions, "allowedRegistries">): boolean {
  const parsed = parseImageReference(image);
  return parsed.status === "valid" ? isAllowedImage(parsed.reference, options) : options.allowedRegistries.length === 0;
}

/** A star in the name of a host stays in it: `*.example.com/x` must not let in `evil.io/a.example.com/x`. */
function isAllowedImage(
  image: ImageReference,
  { allowedRegistries }: Pick<CheckOptions, "allowedRegistries">,
): boolean {
  const { registry, repository } = image;
  return (
    allowedRegistries.length === 0 ||
    allowedRegistries.some((glob) => {
      const slash = glob.indexOf("/");
      if (registry === undefined) return matchesGlob(repository, glob);
      // Without a host of its own a glob is about Docker Hub, unless it lets in everything.
      if (slash === -1) return glob === "*";
      return matchesGlob(registry, glob.slice(0, slash)) && matchesGlob(repository, glob.slice(slash + 1));
    })
  );
}

function nameOf({ registry, repository }: ImageReference): string {
  return [registry, repository].filter(Boolean).join("/");
}

function registryNotAllowed(
  location: CodeLocation,
  path: string,
  image: ImageReference,
  { allowedRegistries }: CheckOptions,
): Problem {
  return problem(location, path, {
    code: "registry-not-allowed",
    severity: "error",
    message: `The image repository ${quote(nameOf(image))} is not one that may be deployed.`,
    hint: `The step's allowed-registries has: ${listTexts(allowedRegistries)}.`,
  });
}

/** A warning, as those who deploy to Dagster+ Serverless leave there what was scaffolded. */
function checkRegistry(location: CodeLocation, registry: string, options: CheckOptions): readonly Problem[] {
  const parsed = parseImageReference(`${registry}:tag`);
  if (parsed.status === "valid") {
    const { reference } = parsed;
    return isAllowedImage(reference, options)
      ? []
      : [registryNotAllowed(location, "build.registry", reference, options)];
  }
  // A variable of a template is told as one.
  if (isTemplate(registry)) return [];
  return [
    problem(location, "build.registry", {
      code: "image-reference-invalid",
      severity: "warning",
      message: `The registry ${quote(registry)} is none that an image can be pushed to: with a tag, it ${parsed.reason}.`,
      hint: "Write registry/repository without a tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl.",
    }),
  ];
}

function imageMissing(
  location: CodeLocation,
  requested: Exclude<RequestedImage, { kind: "reference" }>,
  severity: Severity,
): Problem {
  return requested.kind === "no-tag"
    ? problem(location, "build.registry", {
        code: "image-tag-missing",
        severity,
        message: `The location ${quote(location.name)} has the registry ${quote(requested.registry)} but no tag is known for it.`,
        hint: "Give `image-tag`, or `images` with a line for this location.",
      })
    : problem(location, "image", {
        code: "image-missing",
        severity,
        message: `The location ${quote(location.name)} has neither an image nor a registry.`,
        hint: "Write `image`, or `build.registry` together with the input `image-tag`, or give the input `images`.",
      });
}

/** The family of the location's task definitions; a family ECS would refuse is a problem. */
export function checkFamily(
  location: CodeLocation,
  launcher: LauncherConfig,
  options: CheckOptions,
): { readonly family: string | undefined; readonly problems: readonly Problem[] } {
  const family = taskDefinitionFamily({
    prefix: launcher.serverTaskDefinitionPrefix,
    organization: options.organization,
    deployment: options.deployment,
    location: location.name,
  });
  if (family !== undefined && isAcceptedFamily(family)) return { family, problems: [] };
  const message =
    family === undefined
      ? `The task definition family of ${quote(location.name)} would be longer than 255 characters.`
      : `ECS does not accept the task definition family ${quote(family)} of the location ${quote(location.name)}.`;
  return {
    family,
    problems: [
      problem(location, "location_name", {
        code: "family-not-accepted",
        severity: options.missingSeverity,
        message,
        hint: "Use shorter names made of the letters a to z, digits, - and _ for location, deployment and organization.",
      }),
    ],
  };
}

/** Roles that the guard rail does not allow. */
export function checkRoles(
  location: CodeLocation,
  settings: MergedEcsSettings,
  options: CheckOptions,
): readonly Problem[] {
  const { allowedRoleArns } = options;
  if (allowedRoleArns.length === 0) return [];
  const roles = { execution_role_arn: settings.executionRoleArn, task_role_arn: settings.taskRoleArn };
  return Object.entries(roles)
    .filter(([, arn]) => arn !== undefined && !allowedRoleArns.some((glob) => matchesGlob(arn, glob)))
    .map(([key, arn]) =>
      problem(location, `container_context.ecs.${key}`, {
        code: "role-not-allowed",
        severity: "error",
        message: `The role ${quote(arn ?? "")} is not one that tasks may use.`,
        hint: `The step's allowed-role-arns has: ${listTexts(allowedRoleArns)}.`,
      }),
    );
}

function problem(location: CodeLocation, path: string, rest: Required<Finding>): Problem {
  const { file, line, column } = location.places?.get(path) ?? location.position;
  return { file, line, column, ...rest, path: `location ${quote(location.name)} › ${path}` };
}
