/** A call that waits to be let go. */
export interface HeldCall {
  readonly service: string;
  readonly operation: string;
  readonly request: unknown;
}

/** The calls that a fault of kind `hold` has stopped. */
export class Holds {
  readonly #waiting = new Map<HeldCall, () => void>();

  /** Resolves when the call is let go. */
  wait({ service, operation, request }: HeldCall): Promise<void> {
    return new Promise((go) => {
      this.#waiting.set({ service, operation, request }, go);
    });
  }

  list(): readonly HeldCall[] {
    return [...this.#waiting.keys()];
  }

  release(): void {
    const released = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const go of released) {
      go();
    }
  }
}
