import fc from "fast-check";

export const NAMES = ["a", "b", "c"] as const;
export type Name = (typeof NAMES)[number];

/** What a configuration says of one location. */
export interface Wanted {
  /** Of the image; `broken` does not start. */
  readonly tag: "1" | "2" | "3" | "broken";
  readonly level: "info" | "debug";
  readonly cpu: "256" | "512";
  readonly replicas: 1 | 2 | undefined;
  readonly sidecar: boolean;
  /** Value of the tag `team`; undefined: no tag. */
  readonly team: "data" | "core" | undefined;
}

/** A configuration: its locations, and what the launcher says of all. */
export interface Workspace {
  readonly locations: Readonly<Partial<Record<Name, Wanted>>>;
  readonly launchType: "FARGATE" | "EC2";
}

export const name: fc.Arbitrary<Name> = fc.constantFrom(...NAMES);

export const wanted: fc.Arbitrary<Wanted> = fc.record({
  tag: fc.constantFrom("1", "1", "2", "2", "3", "3", "broken"),
  level: fc.constantFrom("info", "debug"),
  cpu: fc.constantFrom("256", "512"),
  replicas: fc.constantFrom(undefined, undefined, 1, 2),
  sidecar: fc.boolean(),
  team: fc.constantFrom(undefined, "data", "core"),
});

/** Text of dagster_cloud.yaml. */
export function renderWorkspace({ locations }: Workspace, repository: string): string {
  const entries = Object.entries(locations).map(([location, one]) => renderLocation(location, one, repository));
  return entries.length === 0 ? "locations: []\n" : `locations:\n${entries.join("")}`;
}

function renderLocation(location: string, one: Wanted, repository: string): string {
  const resources = {
    cpu: one.cpu,
    memory: "1024",
    ...(one.replicas !== undefined && { replica_count: one.replicas }),
  };
  const ecs = {
    env_vars: [`LOG_LEVEL=${one.level}`],
    server_resources: resources,
    ...(one.team !== undefined && { server_ecs_tags: [{ key: "team", value: one.team }] }),
    ...(one.sidecar && {
      server_sidecar_containers: [{ name: "helper", image: "public.ecr.aws/helper/helper:1", essential: false }],
    }),
  };
  const document = {
    location_name: location,
    image: one.tag === "broken" ? `${repository.replace(/code$/, "broken")}:1` : `${repository}:${one.tag}`,
    code_source: { module_name: location },
    container_context: { ecs },
  };
  // JSON is YAML, too.
  return `  - ${JSON.stringify(document)}\n`;
}
