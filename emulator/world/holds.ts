/** A call that is being held. */
export interface HeldCall {
  readonly service: string;
  readonly operation: string;
  readonly request: unknown;
  /** `before`: it has had no effect. `after`: it has, and only the answer is held back. */
  readonly when: "before" | "after";
}

/** The calls that a fault of the kind `hold` keeps from being answered. */
export class Holds {
  readonly #held = new Map<HeldCall, () => void>();
  readonly #waiting: ((call: HeldCall) => void)[] = [];

  /** Resolves with the first call that is being held: one that is held already, or the next one. */
  next(): Promise<HeldCall> {
    const [known] = this.#held.keys();
    return known === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(known);
  }

  /** Holds a call until it is released (true), or its caller has gone away (false). */
  async hold(call: HeldCall, callerGone: Promise<void>): Promise<boolean> {
    const released = new Promise<true>((resolve) => this.#held.set(call, () => resolve(true)));
    for (const resolve of this.#waiting.splice(0)) resolve(call);
    const outcome = await Promise.race([released, callerGone.then(() => false as const)]);
    this.#held.delete(call);
    return outcome;
  }

  /** Lets all of them go on. */
  release(): void {
    for (const goOn of this.#held.values()) goOn();
  }
}
