import { isAccessDenied, isCredentialsError } from "../model/aws-error-codes.ts";
import type { EcsService } from "../model/aws-shapes.ts";

/** DescribeServices API reference: as many services in one call as cost the same as one. */
const SERVICES_PER_LOOK = 10;

/** Looks at a service, if one is named, and at others; what ECS says of it now, undefined when that cannot be read. */
export type Look = (name?: string) => Promise<EcsService | undefined>;

interface Asked {
  readonly name: string | undefined;
  readonly resolve: (service: EcsService | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Looks at services before they are written. All who ask while a look is under way share the next one: what they are
 * told was read after they asked, and ten cost one call. Where a call has room for more, the others of `names` take
 * turns in it.
 */
export function createLookout(
  names: readonly string[],
  describe: (names: readonly string[]) => Promise<readonly EcsService[]>,
): Look {
  const others = [...names];
  let queue: readonly Asked[] = [];
  let isLooking = false;

  /** Those asked for and as many others as there is room for; whoever was looked at goes to the end of the line. */
  const choose = (): readonly string[] => {
    const own = new Set(queue.flatMap(({ name }) => name ?? []));
    const chosen = [...own, ...others.filter((other) => !own.has(other))].slice(0, SERVICES_PER_LOOK);
    for (const name of chosen) {
      const index = others.indexOf(name);
      if (index >= 0) others.push(...others.splice(index, 1));
    }
    return chosen;
  };

  const lookOnce = async (): Promise<void> => {
    const chosen = choose();
    const answered = queue.filter(({ name }) => name === undefined || chosen.includes(name));
    queue = queue.filter((asked) => !answered.includes(asked));
    try {
      const found = await describe(chosen);
      for (const { name, resolve } of answered) resolve(found.find(({ serviceName }) => serviceName === name));
    } catch (error) {
      // An outage of reads is no sign of another run; what cannot be written either, the write will say.
      const isFinal = isCredentialsError(error) || isAccessDenied(error);
      for (const { resolve, reject } of answered) {
        if (isFinal) reject(error);
        else resolve(undefined);
      }
    }
  };

  const lookForAll = async (): Promise<void> => {
    isLooking = true;
    // Those who ask at the same moment are heard together.
    await Promise.resolve();
    while (queue.length > 0) await lookOnce();
    isLooking = false;
  };

  return (name) =>
    new Promise((resolve, reject) => {
      queue = [...queue, { name, resolve, reject }];
      if (!isLooking) void lookForAll();
    });
}
