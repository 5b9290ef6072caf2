import { variableNameOf } from "../environment-entries.ts";
import { getValue } from "../located.ts";
import { quote, type Report } from "../report.ts";
import { tasksOf } from "./tasks.ts";
import {
  childAt,
  itemsAt,
  joinedItems,
  knownText,
  type MergedView,
  type Sited,
  showText,
  tell,
  type ViewCheck,
} from "./view.ts";

/** A variable of `env_vars` with its name. */
export interface SitedVariable extends Sited {
  readonly name: string;
  /** The value where the file itself has it. */
  readonly literal: string | undefined;
  /** A name only. */
  readonly isValueless: boolean;
}

/** All `env_vars` that reach the code server, in the agent's order: the last of a name wins. */
export function variablesOf(view: MergedView): readonly SitedVariable[] {
  return [...joinedItems({ ...view, launcher: undefined }, "env_vars"), ...sharedVariables(view)]
    .concat(itemsAt(view.launcher, "env_vars"))
    .flatMap(readVariable);
}

function sharedVariables(view: MergedView): readonly Sited[] {
  return itemsAt(view.context, "env_vars");
}

function readVariable(entry: Sited): readonly SitedVariable[] {
  const text = knownText(entry.node);
  if (text === undefined) return [];
  const name = variableNameOf(text);
  const isVariable = entry.node.kind === "scalar" && entry.node.fromVariable !== undefined;
  // The value of a variable without an equals sign is no name to show.
  if (name === "" || (isVariable && name === text)) return [];
  const literal = name === text || isVariable ? undefined : text.slice(name.length + 1);
  return [{ ...entry, name, literal, isValueless: name === text }];
}

/**
 * Names that are given twice: to ECS, or to this action. `injectedNames`: what the action sets itself;
 * `agentSecrets`: names of variables that become secrets when they have no value.
 */
export function checkEnvironment(
  injectedNames: readonly string[],
  agentSecrets: ReadonlySet<string> = new Set(),
): ViewCheck {
  return (view, report) => {
    const variables = variablesOf(view);
    const secrets = joinedItems(view, "secrets");
    const plain = variables.filter(({ name, isValueless }) => !(isValueless && agentSecrets.has(name)));
    tellBoth(plain, secrets, report);
    tellInjected(variables, secrets, injectedNames, report);
    tellShared(view, variables, report);
    tellDuplicates(itemsAt(view.ecs, "secrets"), "warning", report);
    tellDuplicates(itemsAt(view.launcher, "secrets"), "warning", report);
    for (const { sidecars } of tasksOf(view)) for (const sidecar of sidecars) checkSidecar(sidecar, report);
  };
}

function nameNode(entry: Sited): Sited | undefined {
  const node = childAt(entry, "name");
  return knownText(node?.node) ? node : undefined;
}

/** ECS takes a name as a variable or as a secret of a container, not as both (ContainerDefinition.secrets). */
function tellBoth(
  variables: readonly Pick<SitedVariable, "name" | "node" | "level">[],
  secrets: readonly Sited[],
  report: Report,
): void {
  const variableOf = new Map(variables.map((variable) => [variable.name, variable]));
  for (const secret of secrets) {
    const node = nameNode(secret);
    const name = knownText(node?.node);
    const variable = variableOf.get(name ?? "");
    if (!node || name === undefined || !variable) continue;
    tell(report, node, {
      code: "variable-and-secret",
      message: `The name ${showText(node.node)} is a secret here and an environment variable in ${variable.node.at.file} line ${variable.node.at.line}; ECS refuses a name that is both.`,
      hint: "Remove one of the two.",
    });
  }
}

function tellInjected(
  variables: readonly SitedVariable[],
  secrets: readonly Sited[],
  injectedNames: readonly string[],
  report: Report,
): void {
  for (const variable of variables) {
    if (!injectedNames.includes(variable.name)) continue;
    tell(report, variable, {
      code: "injected-variable",
      severity: "warning",
      message: `${quote(variable.name)} is set by this action itself, and its value is used instead of this one.`,
      hint: "Remove the entry.",
    });
  }
  for (const secret of secrets) {
    const node = nameNode(secret);
    const name = knownText(node?.node);
    if (!node || name === undefined || !injectedNames.includes(name)) continue;
    tell(report, node, {
      code: "injected-secret",
      message: `The name ${showText(node.node)} is that of an environment variable that this action sets itself; ECS refuses it for a secret.`,
      hint: "Give the secret another name.",
    });
  }
}

/** `container_context.env_vars` comes after `ecs.env_vars` (docs/agent.md, Environment). */
function tellShared(view: MergedView, variables: readonly SitedVariable[], report: Report): void {
  const shared = sharedVariables(view).flatMap(readVariable);
  const winners = new Map(shared.map((variable) => [variable.name, variable]));
  const sharedNodes = new Set(shared.map(({ node }) => node));
  for (const variable of variables) {
    const winner = winners.get(variable.name);
    const isOwn = variable.level === "location" && !sharedNodes.has(variable.node);
    if (!isOwn || !winner || winner.literal === variable.literal) continue;
    tell(report, variable, {
      code: "shared-value-wins",
      severity: "warning",
      message: `${quote(variable.name)} is also in container_context.env_vars (line ${winner.node.at.line}), and that value is used.`,
      hint: "Remove one of the two.",
    });
  }
}

function tellDuplicates(secrets: readonly Sited[], severity: "error" | "warning", report: Report): void {
  const lines = new Map<string, number>();
  for (const secret of secrets) {
    const node = nameNode(secret);
    const name = knownText(node?.node);
    if (!node || name === undefined) continue;
    const earlier = lines.get(name);
    if (earlier !== undefined) {
      tell(report, node, {
        code: "duplicate-secret",
        severity,
        message: `The name ${showText(node.node)} is already that of the secret on line ${earlier}${severity === "error" ? "; ECS takes only one" : "; the last one is used"}.`,
        hint: "Remove one of the two, or give it another name.",
      });
    }
    lines.set(name, node.node.at.line);
  }
}

function checkSidecar(sidecar: Sited, report: Report): void {
  const secrets = itemsAt(sidecar, "secrets");
  const variables = itemsAt(sidecar, "environment").flatMap((entry) => {
    const name = knownText(getValue(entry.node, "name"));
    return name ? [{ ...entry, name }] : [];
  });
  tellBoth(variables, secrets, report);
  tellDuplicates(secrets, "error", report);
  const lines = new Map<string, number>();
  for (const variable of variables) {
    const earlier = lines.get(variable.name);
    if (earlier !== undefined) {
      tell(report, childAt(variable, "name") ?? variable, {
        code: "duplicate-variable",
        severity: "warning",
        message: `${quote(variable.name)} is already on line ${earlier} of this list; the last one is used.`,
        hint: "Remove one of the two.",
      });
    }
    lines.set(variable.name, variable.node.at.line);
  }
}
