import { parseArgs } from "node:util";
import { startEmulator } from "./index.ts";

const USAGE =
  "node emulator/main.ts [--port N] [--time-scale N] [--page-size N] [--throttling] [--seed-dagster-account]";

/** Prints the URL, runs until ended. */
const values = readOptions();
const emulator = await startEmulator({
  port: readNumber("port", 0),
  timeScale: readNumber("time-scale", 0.001),
  pageSize: readNumber("page-size", 1),
  throttling: values.throttling,
});
if (values["seed-dagster-account"]) {
  emulator.seedDagsterAccount();
}
console.log(emulator.url);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void emulator.close();
  });
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "0" },
        "time-scale": { type: "string", default: "200" },
        "page-size": { type: "string", default: "10" },
        throttling: { type: "boolean", default: false },
        "seed-dagster-account": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function readNumber(option: "port" | "time-scale" | "page-size", least: number): number {
  const value = Number(values[option]);
  return value >= least ? value : refuse(`--${option} ${values[option]} is not a number of ${least} or more.`);
}

function refuse(message: string): never {
  console.error(`${message}\nUsage: ${USAGE}`);
  process.exit(2);
}
