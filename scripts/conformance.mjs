// Runs the bundle against moto_server, a third-party AWS emulator (pip install 'moto[server]'), where it is installed.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import process from "node:process";

const STARTUP_ATTEMPTS = 120;
const STARTUP_PAUSE_MS = 250;

const probe = spawnSync("moto_server", ["--help"], { stdio: "ignore" });
if (probe.error !== undefined || probe.status !== 0) {
  process.stdout.write("\n*** CONFORMANCE NOT RUN: moto_server is not installed (pip install 'moto[server]') ***\n\n");
  process.exit(0);
}

const port = await freePort();
const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
  stdio: "ignore",
  env: { ...process.env, MOTO_ECS_SERVICE_RUNNING: "1" },
});
try {
  const url = `http://127.0.0.1:${port}`;
  await waitForServer(url);
  const { status } = spawnSync(
    join("node_modules", ".bin", "vitest"),
    ["run", "--config", "vitest.conformance.config.ts"],
    { stdio: "inherit", env: { ...process.env, MOTO_URL: url } },
  );
  process.exitCode = status ?? 1;
} finally {
  server.kill();
}

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const { port: free } = listener.address();
      listener.close(() => resolve(free));
    });
  });
}

async function waitForServer(url) {
  for (let attempt = 0; attempt < STARTUP_ATTEMPTS; attempt++) {
    const answered = await fetch(`${url}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((wake) => setTimeout(wake, STARTUP_PAUSE_MS));
  }
  throw new Error(`moto_server did not answer at ${url}`);
}
