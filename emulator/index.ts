import type { AddressInfo } from "node:net";
import { type Controls, createControls } from "./control/controls.ts";
import { createRuntime } from "./runtime.ts";
import { createEmulatorServer } from "./server.ts";
import { type Clock, createScaledClock } from "./world/clock.ts";
import { DEFAULT_SETTINGS, type Settings } from "./world/settings.ts";

export type { Controls } from "./control/controls.ts";
export type { DagsterAccount, DagsterAccountOptions } from "./control/dagster-account.ts";
export type { Inventory } from "./control/inventory.ts";
export type { Seeded, SeedItem } from "./control/seed.ts";
export type { BehaviourRule, ContainerBehaviour } from "./ecs/behaviours.ts";
export type { Call, CallFilter } from "./world/calls.ts";
export { type Clock, createManualClock, type ManualClock } from "./world/clock.ts";
export type { FaultEffect, FaultRule } from "./world/faults.ts";
export type { HeldCall } from "./world/holds.ts";
export type { ConsistencySettings, Lag, Settings } from "./world/settings.ts";

export interface EmulatorOptions extends Partial<Settings> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Emulated seconds per real second; 200 unless said. Not with `clock`. */
  readonly timeScale?: number;
  /** Emulated time of one's own, e.g. from `createManualClock`. */
  readonly clock?: Clock;
}

export interface Emulator extends Controls {
  /** For both `AWS_ENDPOINT_URL` and `GITHUB_API_URL`. */
  readonly url: string;
  /** Environment variables with which a program talks to this emulator and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** Emulated milliseconds since 1970. */
  now(): number;
  close(): Promise<void>;
}

const DEFAULT_TIME_SCALE = 200;

/** Starts an emulator with an empty account. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, timeScale = DEFAULT_TIME_SCALE, clock: ownClock, ...settings } = options;
  const clock = ownClock ?? createScaledClock(timeScale, Date.now());
  const runtime = createRuntime(clock, { ...DEFAULT_SETTINGS, ...settings });
  const server = createEmulatorServer(runtime);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}`;
  runtime.world.url = url;
  return {
    ...createControls(runtime),
    url,
    environment: {
      AWS_ENDPOINT_URL: url,
      GITHUB_API_URL: url,
      AWS_REGION: runtime.world.settings.region,
      AWS_ACCESS_KEY_ID: "AKIAEMULATED00000000",
      AWS_SECRET_ACCESS_KEY: "emulated-secret-access-key",
      AWS_EC2_METADATA_DISABLED: "true",
    },
    now: () => clock.now(),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
