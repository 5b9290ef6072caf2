import { checkLocations } from "../config/checks/check-locations.ts";
import type { DeploymentDocument, LocationDocument } from "../config/documents.ts";
import { injectedNames } from "../desired/environment.ts";
import { serviceName } from "../desired/names.ts";
import type { Problem } from "../errors.ts";
import type { CodeLocation } from "../model/workspace.ts";
import { codeServerPort } from "./code-server-port.ts";
import type { CommandContext } from "./context.ts";

/** The checks beyond shape and types, over every location of the files that was not left out by the input. */
export function checkDeeply(
  documents: readonly LocationDocument[],
  deploymentDocument: DeploymentDocument | undefined,
  selection: { readonly selected: readonly CodeLocation[]; readonly notSelected: readonly string[] },
  { inputs, environment, deployment }: Pick<CommandContext, "inputs" | "environment" | "deployment">,
  agentSecrets: ReadonlySet<string> = new Set(),
): readonly Problem[] {
  const port = codeServerPort(environment);
  const selected = new Map(selection.selected.map((location) => [location.name, location]));
  const notSelected = new Set(selection.notSelected);
  return checkLocations(
    documents.filter(({ name }) => !notSelected.has(name)),
    deploymentDocument,
    {
      deployment: { name: deployment.name, isBranch: deployment.kind === "branch" },
      overriddenImages: new Set(inputs.images.keys()),
      codeServerPort: port,
      agentSecrets,
      injectedNames: (name) => {
        const location = selected.get(name);
        return location ? injectedNames(location, deployment) : [];
      },
      serviceNameOf: (location) => serviceName(deployment.name, location),
    },
  );
}
