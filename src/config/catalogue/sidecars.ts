/** A list with one sidecar that has these lines. */
export function sidecars(...lines: readonly string[]): string {
  return [
    "server_sidecar_containers:",
    "  - name: agent",
    "    image: agent:1",
    ...lines.map((line) => `    ${line}`),
  ].join("\n");
}
