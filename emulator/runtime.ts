import { CallLog } from "./world/calls.ts";
import type { Clock } from "./world/clock.ts";
import { Faults } from "./world/faults.ts";
import { Holds } from "./world/holds.ts";
import { createRandom } from "./world/random.ts";
import type { Settings } from "./world/settings.ts";
import { Throttle } from "./world/throttle.ts";
import { createWorld, type World } from "./world/world.ts";

/** Everything one running emulator has. `reset` replaces the parts that hold state. */
export interface Runtime {
  readonly clock: Clock;
  readonly initialSettings: Settings;
  world: World;
  calls: CallLog;
  faults: Faults;
  readonly holds: Holds;
  throttle: Throttle;
}

export function createRuntime(clock: Clock, settings: Settings): Runtime {
  return {
    clock,
    initialSettings: settings,
    world: createWorld(settings, clock.now(), ""),
    calls: new CallLog(),
    faults: new Faults(createRandom(settings.seed + 1)),
    holds: new Holds(),
    throttle: new Throttle(),
  };
}

/** Back to an empty account and the settings of the start. */
export function resetRuntime(runtime: Runtime): void {
  const fresh = createRuntime(runtime.clock, runtime.initialSettings);
  fresh.world.url = runtime.world.url;
  runtime.world = fresh.world;
  runtime.calls = fresh.calls;
  runtime.faults = fresh.faults;
  runtime.holds.release();
  runtime.throttle = fresh.throttle;
}

/** Lets everything happen that is due by now. */
export function catchUp(runtime: Runtime): void {
  runtime.world.timeline.catchUp(runtime.clock.now());
}
