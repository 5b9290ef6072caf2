import type { CommandContext } from "./context.ts";

/**
 * Where a configuration comes from, as `owner/repo:path`: what tags say whose a service is. On a terminal the
 * repository is that of the remote `origin`, so that a run by hand and a run of the workflow are the same source.
 */
export async function configurationSource(context: CommandContext, path: string): Promise<string> {
  return `${(await repositoryOf(context)) ?? "local"}:${path.replace(/^\.\//, "")}`;
}

/** `owner/repo`; undefined when nothing says it. */
export async function repositoryOf(context: CommandContext): Promise<string | undefined> {
  return context.event?.repository ?? context.environment.get("GITHUB_REPOSITORY") ?? (await originRepository(context));
}

async function originRepository(context: CommandContext): Promise<string | undefined> {
  const bytes = await context.files.read(".git/config");
  if (bytes === undefined) return undefined;
  const origin = /\[remote "origin"\]([^[]*)/.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
  return /url\s*=\s*\S*?[/:]([^/:\s]+\/[^/\s]+?)(?:\.git)?\s*$/m.exec(origin)?.[1];
}
