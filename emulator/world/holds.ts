/** A call that waits to be let go. */
export interface HeldCall {
  readonly service: string;
  readonly operation: string;
  readonly request: unknown;
  /** `before`: it has had no effect. `after`: it has, and only the answer waits. */
  readonly when: "before" | "after";
}

/** The calls that a fault of kind `hold` has stopped. */
export class Holds {
  readonly #held = new Map<HeldCall, () => void>();
  readonly #awaited: ((call: HeldCall) => void)[] = [];

  /** Stops a call until it is let go (true), or its caller has gone away (false). */
  async hold(call: HeldCall, callerGone: Promise<void>): Promise<boolean> {
    const released = new Promise<boolean>((go) => this.#held.set(call, () => go(true)));
    for (const announce of this.#awaited.splice(0)) {
      announce(call);
    }
    const outcome = await Promise.race([released, callerGone.then(() => false)]);
    this.#held.delete(call);
    return outcome;
  }

  list(): readonly HeldCall[] {
    return [...this.#held.keys()];
  }

  /** Resolves with the first call that is stopped: one that is already, or the next one. */
  next(): Promise<HeldCall> {
    const [known] = this.#held.keys();
    return known === undefined ? new Promise((announce) => this.#awaited.push(announce)) : Promise.resolve(known);
  }

  release(): void {
    const released = [...this.#held.values()];
    this.#held.clear();
    for (const go of released) {
      go();
    }
  }
}
