// Fails when the committed bundle is not what the source builds to: changed, missing and surplus files all count.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { buildInto } from "./build-dist.mjs";

const fresh = mkdtempSync(join(tmpdir(), "dist-"));
const built = buildInto(fresh);
const committed = readdirSync("dist").sort();
const names = [...new Set([...built, ...committed])].sort();
const stale = names.filter((name) => !built.includes(name) || !committed.includes(name) || differs(name));
rmSync(fresh, { recursive: true, force: true });
if (stale.length > 0) {
  process.stderr.write(`dist is not what the source builds to: ${stale.join(", ")}\nrun: npm run build\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`dist matches the source: ${built.length} files\n`);
}

function differs(name) {
  return !readFileSync(join("dist", name)).equals(readFileSync(join(fresh, name)));
}
