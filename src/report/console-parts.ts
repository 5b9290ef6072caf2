import { defuseWorkflowCommands } from "./escape.ts";

/** What a console may fold: GitHub shows a title, and the lines when somebody asks for them. */
export interface ConsoleGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A report for a console. No line of it can be a workflow command. */
export interface ConsoleParts {
  readonly before: string;
  readonly groups: readonly ConsoleGroup[];
  /** The end is what stays in sight: warnings, and the verdict. */
  readonly after: string;
}

/** Blocks of lines with an empty line between them; empty blocks are left out. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const texts = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
  return defuseWorkflowCommands(texts.join("\n\n"));
}

/** A report for a console that folds nothing. */
export function unfold({ before, groups, after }: ConsoleParts): string {
  return joinBlocks([
    ...(before === "" ? [] : [[before]]),
    ...groups.map(({ title, lines }) => [title, ...lines]),
    ...(after === "" ? [] : [[after]]),
  ]);
}
