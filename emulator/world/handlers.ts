import type { World } from "./world.ts";

/** Serves one operation. The input has been checked against the SDK's schema before. */
export type Handler = (input: unknown, world: World) => unknown;

export type HandlerTable = Readonly<Record<string, Handler>>;

/**
 * Gives a handler its SDK types. The one cast is sound because requests are checked against the schema
 * the types are generated from, before any handler sees them.
 */
export function handle<Input, Output>(run: (input: Input, world: World) => Output): Handler {
  return (input, world) => run(input as Input, world);
}
