import { quote, type Report } from "../report.ts";
import { childAt, type MergedView, type Sited, tell } from "./view.ts";

/** Locations whose names become the same name in AWS. `serviceNameOf`: the ECS service of a location. */
export function checkNames(
  views: readonly MergedView[],
  serviceNameOf: (location: string) => string,
  report: Report,
): void {
  const services = new Map<string, string>();
  const cleaned = new Map<string, string>();
  for (const view of views) {
    const node = childAt(view.location, "location_name");
    if (!node || view.name === "") continue;
    const service = serviceNameOf(view.name);
    const plain = view.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const sameService = services.get(service);
    const similar = cleaned.get(plain);
    if (sameService !== undefined && sameService !== view.name) tellSame(node, view.name, sameService, service, report);
    else if (similar !== undefined && similar !== view.name) tellSimilar(node, view.name, similar, report);
    if (sameService === undefined) services.set(service, view.name);
    if (similar === undefined) cleaned.set(plain, view.name);
  }
}

function tellSame(node: Sited, name: string, other: string, service: string, report: Report): void {
  tell(report, node, {
    code: "same-service-name",
    message: `The locations ${quote(other)} and ${quote(name)} get the same ECS service name, ${quote(service)}.`,
    hint: "Rename one of the two.",
  });
}

function tellSimilar(node: Sited, name: string, other: string, report: Report): void {
  tell(report, node, {
    code: "similar-location-names",
    severity: "warning",
    message: `The locations ${quote(other)} and ${quote(name)} differ only in characters that AWS names cannot have, so their services are hard to tell apart.`,
    hint: "Give them names that differ in letters or digits.",
  });
}
