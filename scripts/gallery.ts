// Draws the gallery (__tests__/gallery) as one page in GitHub's style: npm run gallery -- [light|dark] [FILE]
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { readScenario, readShown, scenarioNames } from "../__tests__/gallery/scenario.ts";
import { type GalleryEntry, renderGalleryPage } from "./gallery-page.ts";

const [theme = "auto", file = "gallery.html"] = process.argv.slice(2);
const sheet = theme === "light" || theme === "dark" ? `github-markdown-${theme}.css` : "github-markdown.css";
const css = await readFile(new URL(import.meta.resolve(`github-markdown-css/${sheet}`)), "utf8");
const entries = await Promise.all(
  (await scenarioNames()).map(async (name): Promise<GalleryEntry> => {
    const { title, shows } = await readScenario(name);
    return { name, title, shows, ...(await readShown(name)) };
  }),
);
const target = resolve(file);
await mkdir(dirname(target), { recursive: true });
await writeFile(target, renderGalleryPage(entries, css, theme));
process.stdout.write(`${entries.length} scenarios in ${target}\n`);
