// Builds the committed bundle: tsc output through ncc, into an empty folder, so that nothing stale stays.
import { execFileSync } from "node:child_process";
import { chmodSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Builds into a folder and returns the names of its files, sorted. */
export function buildInto(folder) {
  rmSync("build", { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  run("tsc", ["-p", "tsconfig.build.json"]);
  run("ncc", ["build", "build/index.js", "--out", folder, "--license", "licenses.txt"]);
  chmodSync(join(folder, "index.js"), 0o755);
  return readdirSync(folder).sort();
}

function run(command, args) {
  execFileSync(join("node_modules", ".bin", command), args, { stdio: ["ignore", "inherit", "inherit"] });
}

if (import.meta.filename === process.argv[1]) {
  const files = buildInto(process.argv[2] ?? "dist");
  process.stdout.write(`built ${files.join(", ")}\n`);
}
