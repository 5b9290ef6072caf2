import type { Located, LocatedMap } from "./located.ts";
import type { Path } from "./report.ts";

/**
 * A code location as its file has it, after the `defaults` merge, with the place of every value: what the checks
 * beyond shape and types look at. Values of `{env: NAME}` are in it: it must not leave this room's callers.
 */
export interface LocationDocument {
  /** Empty when it has none. */
  readonly name: string;
  readonly path: Path;
  readonly node: LocatedMap;
}

/** The agent's `dagster.yaml`, with the place of every value. */
export interface DeploymentDocument {
  readonly root: Located;
  /** `user_code_launcher.config`. */
  readonly launcher: LocatedMap;
  /** `dagster_cloud_api`. */
  readonly api: Located | undefined;
}
