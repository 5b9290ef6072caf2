/** Manifest types this program can read: an index of platforms, and a single image of either kind. */
export const MANIFEST_TYPES: readonly string[] = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];

/**
 * The platforms (`linux/amd64`) an image index lists, sorted; empty when the manifest is of a single image, whose
 * platform is only in its configuration blob. Attestations, listed as `unknown/unknown`, are left out.
 */
export function platformsOf(manifest: string | undefined): readonly string[] {
  const entries = membersOf(parseJson(manifest)).manifests;
  if (!Array.isArray(entries)) return [];
  const platforms = entries.flatMap((entry) => {
    const { os, architecture } = membersOf(membersOf(entry).platform);
    return typeof os === "string" && typeof architecture === "string" && os !== "unknown"
      ? [`${os}/${architecture}`]
      : [];
  });
  return [...new Set(platforms)].sort();
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    // Whoever pushed the image chose this text: one that cannot be read tells nothing of platforms.
    return undefined;
  }
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
