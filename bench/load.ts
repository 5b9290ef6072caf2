import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { runAction } from "../demo/runner.ts";
import { startEmulator } from "../emulator/index.ts";

/** The run's clock and the emulator's go this much faster than the machine's. */
const TIME_SCALE = 20;
const LOCATIONS = Number(process.argv[2] ?? 100);
/** What the bucket of RegisterTaskDefinition dictates: twenty at once, then one a second. */
const DICTATED = Math.max(0, LOCATIONS - 20);

/** Deploys many locations with the bundle against an emulator that enforces the buckets, and says how long it takes. */
async function main(): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), "bench-"));
  const dagsterYaml = await readFile(new URL("../examples/dagster.yaml", import.meta.url), "utf8");
  await writeFile(join(workspace, "dagster.yaml"), dagsterYaml);
  const emulator = await startEmulator({ timeScale: TIME_SCALE, throttling: true, pageSize: 100 });
  seed(emulator);
  console.log(`${LOCATIONS} locations; registering their revisions takes ${DICTATED} s at least.`);
  console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}, clock x${TIME_SCALE}\n`);
  console.log("| run | emulated s | over the bucket's | wall s | calls | refused as too fast |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const [title, version, wait] of [
    ["first deployment, watched", "1", "true"],
    ["nothing changed", "1", "true"],
    ["all changed, not watched", "2", "false"],
    ["all changed, watched", "3", "true"],
  ] as const) {
    await writeFile(join(workspace, "dagster_cloud.yaml"), locations(version));
    // The buckets fill up, and rollouts come to their end.
    await new Promise((resolve) => setTimeout(resolve, (120 / TIME_SCALE) * 1_000));
    emulator.clearCalls();
    const begun = performance.now();
    const run = await runAction({
      workspace,
      event: { name: "push" },
      inputs: { wait },
      environment: { ...emulator.environment, DAGSTER_ECS_DEPLOY_CLOCK_SCALE: String(1 / TIME_SCALE) },
    });
    if (run.exitCode !== 0) throw new Error(run.log);
    const wall = (performance.now() - begun) / 1_000;
    const calls = emulator.calls();
    const throttled = calls.filter(({ error }) => error?.code === "ThrottlingException").length;
    const over = DICTATED === 0 ? "" : `${Math.round(((wall * TIME_SCALE) / DICTATED - 1) * 100)} %`;
    console.log(
      `| ${title} | ${(wall * TIME_SCALE).toFixed(0)} | ${over} | ${wall.toFixed(1)} | ${calls.length} | ${throttled} |`,
    );
  }
  await emulator.close();
}

function locations(version: string): string {
  const entries = Array.from(
    { length: LOCATIONS },
    (_, index) => `  - location_name: location-${index}
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shared:${version}
    code_source: { module_name: module_${index} }`,
  );
  return `locations:\n${entries.join("\n")}\n`;
}

/** What `examples/dagster.yaml` names, and the images. */
function seed(emulator: Awaited<ReturnType<typeof startEmulator>>): void {
  emulator.seedDagsterAccount();
  for (const version of ["1", "2", "3"]) {
    emulator.seed({ kind: "image", repository: "shared", tags: [version], content: version });
  }
}

await main();
