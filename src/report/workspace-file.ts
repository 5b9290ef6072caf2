import { stringify } from "yaml";

/** Where a code server listens. */
export interface CodeServerAddress {
  /** Name of the code location. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
}

/** A `workspace.yaml` of Dagster OSS that names every code server, in the order given. */
export function renderWorkspaceFile(locations: readonly CodeServerAddress[]): string {
  const servers = locations.map(({ name, host, port }) => ({ grpc_server: { host, port, location_name: name } }));
  // Dagster reads YAML 1.1, in which words such as `no` and `on` are booleans unless quoted.
  return stringify({ load_from: servers }, { version: "1.1", lineWidth: 0 });
}
