import type { Clock } from "../ports.ts";
import { type AwsAction, bucketOf } from "./actions.ts";
import { toActionError } from "./errors.ts";
import { createPace } from "./pacing.ts";

/** What a call is, for pacing and for the message when it fails. */
export interface CallDescription {
  readonly action: AwsAction;
  /** What it is about: a name or an ARN. */
  readonly resource?: string;
  /** The cluster it names, for calls of Amazon ECS. */
  readonly cluster?: string;
  /** Texts in the request that must not appear in an error. */
  readonly hidden?: readonly string[];
}

/** Makes one call of an AWS API: waits for its turn, and turns what the SDK throws into an ActionError. */
export type Call = <Output>(description: CallDescription, send: () => Promise<Output>) => Promise<Output>;

/** `log` gets the names of actions only, never a resource or a request. */
export function createCall(options: {
  region: string;
  environment: ReadonlyMap<string, string>;
  clock: Clock;
  log(text: string): void;
}): Call {
  const pace = createPace(options.clock);
  const inWorkflow = options.environment.get("GITHUB_ACTIONS") === "true";
  return async (description, send) => {
    const { action } = description;
    const bucket = bucketOf(action);
    if (bucket !== undefined) await pace(bucket);
    // Not what it is about: a name may have come out of the step's environment.
    options.log(action);
    try {
      return await send();
    } catch (thrown) {
      throw toActionError(thrown, { ...description, region: options.region, inWorkflow });
    }
  };
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/** Reads a list to its end. */
export async function readAllPages<Item>(
  readPage: (token: string | undefined) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const page = await readPage(token);
    items.push(...page.items);
    // Some services end a list with an empty token instead of none.
    token = page.next || undefined;
  } while (token !== undefined);
  return items;
}
