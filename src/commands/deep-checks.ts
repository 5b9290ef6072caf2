import { checkLocations } from "../config/checks/check-locations.ts";
import type { DeploymentDocument, LocationDocument } from "../config/documents.ts";
import { buildEnvironment } from "../desired/environment.ts";
import { serviceName } from "../desired/names.ts";
import type { Problem } from "../errors.ts";
import type { CodeLocation } from "../model/workspace.ts";
import type { CommandContext } from "./context.ts";
import { codeServerPort } from "./rendering.ts";

/** The checks beyond shape and types, over every location of the files that was not left out by the input. */
export function checkDeeply(
  documents: readonly LocationDocument[],
  deploymentDocument: DeploymentDocument | undefined,
  selection: { readonly selected: readonly CodeLocation[]; readonly notSelected: readonly string[] },
  { inputs, environment, deployment }: Pick<CommandContext, "inputs" | "environment" | "deployment">,
  agentSecrets: ReadonlySet<string> = new Set(),
): readonly Problem[] {
  const port = codeServerPort(environment);
  const injected = new Map(
    selection.selected.map((location) => {
      const variables = buildEnvironment({
        user: [],
        location,
        containerContext: {},
        deployment,
        image: "",
        port,
        maxWorkers: undefined,
      });
      return [location.name, variables.map(({ name }) => name)];
    }),
  );
  return checkLocations(
    documents.filter(({ name }) => !selection.notSelected.includes(name)),
    deploymentDocument,
    {
      deployment: { name: deployment.name, isBranch: deployment.kind === "branch" },
      overriddenImages: new Set(inputs.images.keys()),
      codeServerPort: port,
      agentSecrets,
      injectedNames: (location) => injected.get(location) ?? [],
      serviceNameOf: (location) => serviceName(deployment.name, location),
    },
  );
}
