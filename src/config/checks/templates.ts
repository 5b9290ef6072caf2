import { isTemplate } from "../../model/template.ts";
import type { DeploymentDocument } from "../documents.ts";
import { describeValue, nameOf, quote, type Report, shorten } from "../report.ts";
import { type SitedVariable, variablesOf } from "./environment.ts";
import { childAt, itemsAt, joinedItems, knownText, launcherOf, type Sited, tell, type ViewCheck } from "./view.ts";

/** Values of a location that are names, so that no variable belongs into them. */
const LOCATION_KEYS: readonly (readonly string[])[] = [
  ["location_name"],
  ["agent_queue"],
  ["build", "registry"],
  ["code_source", "package_name"],
  ["code_source", "module_name"],
  ["code_source", "python_file"],
];
const LAUNCHER_KEYS: readonly string[] = ["cluster", "service_discovery_namespace_id", "log_group", "secrets_tag"];
const LAUNCHER_LISTS: readonly string[] = ["subnets", "security_group_ids"];

/** Files that are templates still. Images, sizes and ARNs of that form are refused where they are checked. */
export const checkTemplates: ViewCheck = (view, report) => {
  for (const keys of LOCATION_KEYS) checkValue(childAt(view.location, ...keys), false, report);
  for (const variable of variablesOf(view)) checkVariable(variable, report);
  for (const tag of itemsAt(view.ecs, "secrets_tags")) checkValue(tag, true, report);
  for (const volume of joinedItems(view, "volumes")) {
    const efs = childAt(volume, "efsVolumeConfiguration");
    checkValue(childAt(efs, "fileSystemId"), false, report);
    checkValue(childAt(efs, "authorizationConfig", "accessPointId"), false, report);
  }
};

/** An expression of GitHub, or nothing but a variable: in part of a value, the program itself may replace them. */
const WHOLE_TEMPLATE = /\$\{\{.{1,200}\}\}|^\$\w+$|^\$\{\w+\}$/;

function checkVariable(variable: SitedVariable, report: Report): void {
  const { name, literal, level } = variable;
  if (level !== "location" || literal === undefined || !WHOLE_TEMPLATE.test(literal.trim())) return;
  tell(report, variable, {
    code: "unexpanded-variable",
    severity: "warning",
    message: `The value of ${quote(name)} is the text ${quote(literal)}, and neither Dagster nor this action replaces variables of that form.`,
    hint: `Write - ${shorten(name)} without a value to take it from the environment of the agent's task or of the step, or write the value itself.`,
  });
}

export function checkDeploymentTemplates(document: DeploymentDocument, report: Report): void {
  const launcher = launcherOf(document);
  for (const key of LAUNCHER_KEYS) checkValue(childAt(launcher, key), true, report);
  for (const key of LAUNCHER_LISTS) for (const item of itemsAt(launcher, key)) checkValue(item, true, report);
}

function checkValue(value: Sited | undefined, takesReference: boolean, report: Report): void {
  const text = knownText(value?.node);
  if (!value || text === undefined || !isTemplate(text)) return;
  if (value.node.kind === "scalar" && value.node.fromVariable !== undefined) return;
  tellTemplate(value, report, takesReference);
}

/** `takesReference`: Dagster takes `{env: NAME}` there. */
export function tellTemplate(value: Sited, report: Report, takesReference = true): void {
  tell(report, value, {
    code: "unexpanded-variable",
    severity: "warning",
    message: `${nameOf(value.path)} is ${describeValue(value.node)}, and neither Dagster nor this action replaces variables of that form.`,
    hint: takesReference
      ? "Write {env: NAME} to take the value from the step's environment, or the value itself."
      : "Fill it in before Dagster or this action reads the file, or write the value itself.",
  });
}
