import { parseArgs } from "node:util";
import { startEmulator } from "./index.ts";

/** `node emulator/main.ts --port N [--time-scale N] [--seed-dagster-account]`: prints the URL, runs until ended. */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    "time-scale": { type: "string", default: "200" },
    "page-size": { type: "string", default: "10" },
    throttling: { type: "boolean", default: false },
    "seed-dagster-account": { type: "boolean", default: false },
  },
});

const emulator = await startEmulator({
  port: Number(values.port),
  timeScale: Number(values["time-scale"]),
  pageSize: Number(values["page-size"]),
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
