import { DEFAULT_PORT } from "../desired/environment.ts";
import { ActionError } from "../errors.ts";

/** The port of the code servers: DAGSTER_CLOUD_CODE_SERVER_PORT of the step's environment, as in the agent. */
export function codeServerPort(environment: ReadonlyMap<string, string>): number {
  const given = environment.get("DAGSTER_CLOUD_CODE_SERVER_PORT");
  if (given === undefined || given === "") return DEFAULT_PORT;
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port >= 1 && port <= 65_535) return port;
  throw new ActionError("bad-port", "DAGSTER_CLOUD_CODE_SERVER_PORT of the step's environment is not a port.", {
    source: "user",
    hint: "Write a number from 1 to 65535, or remove it: then it is 4000.",
  });
}
