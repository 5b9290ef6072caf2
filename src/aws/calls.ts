import { createSlots, type Slots } from "../concurrency.ts";
import type { Clock } from "../ports.ts";
import type { AwsAction } from "./actions.ts";
import { type AttemptFailure, classifyFailure } from "./attempt-failure.ts";
import { type FailedCall, toActionError } from "./errors.ts";
import { createInterruption, type Interruption } from "./interruption.ts";
import { createPace, laneOf, type Pace } from "./pacing.ts";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";

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

/** How a call is tried again. Without these it is repeated as it is: it must be safe to repeat. */
export interface RetryOptions<Answer> {
  /** A refusal that passes by itself, told by its text: to the SDK it is the caller's mistake. */
  readonly passing?: RegExp;
  /** Asked after an attempt whose answer was lost, before the next one: what it has done; undefined when nothing. */
  readonly findEffect?: () => Promise<Answer | undefined>;
}

/**
 * Makes a call of an AWS API: waits for its turn, tries again what may pass, and turns what the SDK throws into an
 * ActionError. `send` makes one attempt.
 */
export type Call = <Answer>(
  description: CallDescription,
  send: () => Promise<Answer>,
  retry?: RetryOptions<Answer>,
) => Promise<Answer>;

/** What calls are made with. */
export interface CallDependencies {
  readonly region: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly clock: Clock;
  /** Aborted when the run is interrupted. */
  readonly signal?: AbortSignal;
  /** From 0 to 1, for jitter; Math.random if not given. */
  readonly random?: () => number;
  /** Gets the names of actions only, never a resource or a request. */
  log(text: string): void;
}

/** Requests under way at once. Below the 50 sockets of an SDK client: a request's time runs while it waits for one. */
const REQUESTS_AT_ONCE = 40;

interface Caller {
  readonly dependencies: CallDependencies;
  readonly pace: Pace;
  readonly budget: RetryBudget;
  readonly interruption: Interruption;
  readonly slots: Slots;
}

/** One for a run: pace, budget and slots are shared by all its calls. */
export function createCall(dependencies: CallDependencies): Call {
  const { clock, signal, random = Math.random } = dependencies;
  const caller: Caller = {
    dependencies,
    pace: createPace(clock, random, signal),
    budget: createRetryBudget(random),
    interruption: createInterruption(clock, signal),
    slots: createSlots(REQUESTS_AT_ONCE),
  };
  return (description, send, retry) => callUntilAnswered(caller, description, send, retry ?? {});
}

async function callUntilAnswered<Answer>(
  caller: Caller,
  description: CallDescription,
  send: () => Promise<Answer>,
  retry: RetryOptions<Answer>,
): Promise<Answer> {
  const { dependencies, budget, interruption } = caller;
  const { action, resource } = description;
  let sent = false;
  for (let attempt = 1; ; attempt += 1) {
    interruption.check(action, resource, sent);
    const result: AttemptResult<Answer> = await makeAttempt(caller, description, send, retry, sent);
    if (result.kind === "answered") return result.answer;
    const { failure, thrown }: { failure: AttemptFailure; thrown: unknown } = result;
    sent ||= failure.kind === "unanswered";
    const wait = budget.nextWait(failure, attempt);
    if (wait === undefined) throw toActionError(thrown, describeFailure(dependencies, description, attempt));
    dependencies.log(`${action}: ${failure.kind}, attempt ${attempt + 1} follows`);
    await dependencies.clock.sleep(wait, dependencies.signal);
    interruption.check(action, resource, sent);
    if (sent && retry.findEffect !== undefined) {
      const effect = await retry.findEffect();
      if (effect !== undefined) return effect;
    }
  }
}

type AttemptResult<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly failure: AttemptFailure; readonly thrown: unknown };

async function makeAttempt<Answer>(
  { dependencies, pace, budget, interruption, slots }: Caller,
  { action, resource }: CallDescription,
  send: () => Promise<Answer>,
  { passing }: RetryOptions<Answer>,
  sent: boolean,
): Promise<AttemptResult<Answer>> {
  const lane = laneOf(action);
  await pace.take(lane);
  interruption.check(action, resource, sent);
  // Not what it is about: a name may have come out of the step's environment.
  dependencies.log(action);
  const sentAt = dependencies.clock.now();
  try {
    // Other calls wait for the credentials this one fetches, each in a slot of its own.
    const request = action === "sts:AssumeRole" ? send() : slots.run(send);
    const answer = await interruption.bound(action, resource, request);
    pace.answered(lane, sentAt);
    budget.succeeded();
    return { kind: "answered", answer };
  } catch (thrown) {
    const failure = classifyFailure(thrown, passing);
    if (failure.kind === "throttled") pace.refused(lane, sentAt);
    return { kind: "failed", failure, thrown };
  }
}

function describeFailure(
  { region, environment }: CallDependencies,
  description: CallDescription,
  attempts: number,
): FailedCall {
  return { ...description, region, attempts, inWorkflow: environment.get("GITHUB_ACTIONS") === "true" };
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
