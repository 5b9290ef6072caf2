import type { BehaviourRule } from "../ecs/behaviours.ts";
import { catchUp, type Runtime, resetRuntime } from "../runtime.ts";
import type { Call, CallFilter } from "../world/calls.ts";
import type { FaultRule } from "../world/faults.ts";
import type { HeldCall } from "../world/holds.ts";
import type { Settings } from "../world/settings.ts";
import { type DagsterAccount, type DagsterAccountOptions, seedDagsterAccount } from "./dagster-account.ts";
import { type Inventory, takeInventory } from "./inventory.ts";
import { type Seeded, type SeedItem, seedItem } from "./seed.ts";
import { viewState } from "./state-view.ts";

/** Everything a test or the demo can do to the emulator besides calling the services. */
export interface Controls {
  /** Puts things into the account; answers what came of the last one. */
  seed(...items: readonly SeedItem[]): Seeded;
  seedDagsterAccount(options?: DagsterAccountOptions): DagsterAccount;
  /** Says what containers do from now on. The rule added last wins. */
  behave(...rules: readonly BehaviourRule[]): void;
  clearBehaviours(): void;
  /** Makes calls fail. */
  fail(...rules: readonly FaultRule[]): void;
  clearFaults(): void;
  /** Resolves when a call is being held (effect `hold`), at once when one is already. */
  nextHeld(): Promise<HeldCall>;
  /** The calls that faults of kind `hold` have stopped, in the order in which they came. */
  held(): readonly HeldCall[];
  /** Lets all of them go. */
  release(): void;
  calls(filter?: CallFilter): readonly Call[];
  clearCalls(): void;
  /** Changes settings of the running emulator. */
  configure(settings: Partial<Settings>): void;
  /** An overview of what is there: services with their deployments and tasks, comments, Cloud Map. */
  state(): Readonly<Record<string, unknown>>;
  /** All services, running tasks, task definitions and Cloud Map services in full: to compare two states. */
  inventory(): Inventory;
  /** Empties the account and the log, and puts the settings back. */
  reset(): void;
}

export function createControls(runtime: Runtime): Controls {
  return {
    seed: (...items) => {
      catchUp(runtime);
      let last: Seeded = {};
      for (const item of items) {
        last = seedItem(runtime.world, item);
      }
      return last;
    },
    seedDagsterAccount: (options) => {
      catchUp(runtime);
      return seedDagsterAccount(runtime.world, options);
    },
    // What is due by now still follows the rules and settings of before.
    behave: (...rules) => {
      catchUp(runtime);
      for (const rule of rules) {
        runtime.world.behaviours.add(rule);
      }
    },
    clearBehaviours: () => {
      catchUp(runtime);
      runtime.world.behaviours.clear();
    },
    fail: (...rules) => {
      for (const rule of rules) {
        runtime.faults.add(rule);
      }
    },
    clearFaults: () => runtime.faults.clear(),
    nextHeld: () => runtime.holds.next(),
    held: () => runtime.holds.list(),
    release: () => runtime.holds.release(),
    calls: (filter) => runtime.calls.list(filter),
    clearCalls: () => runtime.calls.clear(),
    configure: (settings) => {
      catchUp(runtime);
      runtime.world.settings = { ...runtime.world.settings, ...settings };
    },
    state: () => {
      catchUp(runtime);
      return viewState(runtime.world);
    },
    inventory: () => {
      catchUp(runtime);
      return takeInventory(runtime.world);
    },
    reset: () => resetRuntime(runtime),
  };
}
