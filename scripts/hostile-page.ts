import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { HOSTILE, harmlessTwin } from "../__tests__/safety/hostile.ts";
import { PLACES } from "../__tests__/safety/places.ts";

// Looks in a browser whether hostile texts make anything of a report that harmless ones do not:
// node scripts/hostile-page.ts [PATH OF CHROMIUM]

const browser = process.argv[2] ?? "chromium";

function render(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const pairs = Object.entries(PLACES).flatMap(([place, show]) =>
  HOSTILE.map((text) => ({ place, text, hostile: render(show(text)), harmless: render(show(harmlessTwin(text))) })),
);

/** In the page: each report in a document of its own, with scripts off, and then all hostile ones once more, with them on. */
const LOOK = `
const count = (html) => {
  const counts = {};
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const one of page.body.querySelectorAll("*")) {
    if (one.tagName === "CODE") continue;
    const kind = [one.tagName, ...one.getAttributeNames().sort(), one.getAttribute("href") ?? ""].join(" ");
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return JSON.stringify(Object.entries(counts).sort());
};
const different = pairs.filter(({ hostile, harmless }) => count(hostile) !== count(harmless));
let alerts = 0;
window.alert = () => { alerts += 1; };
const asked = [];
new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name))).observe({ type: "resource" });
for (const { hostile } of pairs) {
  const box = document.createElement("div");
  box.append(document.createRange().createContextualFragment(hostile));
  document.body.append(box);
  box.remove();
}
setTimeout(() => {
  const result = { looked: pairs.length, different: different.map(({ place, text }) => [place, text]), alerts, asked };
  document.body.textContent = "RESULT" + encodeURIComponent(JSON.stringify(result)) + "END";
}, 1000);
`;

const folder = await mkdtemp(join(tmpdir(), "hostile-"));
const data = JSON.stringify(pairs)
  .replaceAll("<", "\\u003c")
  .replaceAll("\u2028", "\\u2028")
  .replaceAll("\u2029", "\\u2029");
await writeFile(
  join(folder, "page.html"),
  `<!DOCTYPE html><meta charset="utf-8"><body><script>const pairs = ${data};\n${LOOK}</script>`,
);
const { stdout } = await promisify(execFile)(
  browser,
  [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--virtual-time-budget=20000",
    "--dump-dom",
    pathToFileURL(join(folder, "page.html")).href,
  ],
  { maxBuffer: 100_000_000 },
);
const [, encoded = ""] = /RESULT(.*?)END/s.exec(stdout) ?? [];
const result = JSON.parse(decodeURIComponent(encoded)) as {
  looked: number;
  different: readonly unknown[];
  alerts: number;
  asked: readonly string[];
};
console.log(JSON.stringify(result, null, 2));
process.exitCode = result.different.length + result.alerts + result.asked.length === 0 && result.looked > 1_000 ? 0 : 1;
