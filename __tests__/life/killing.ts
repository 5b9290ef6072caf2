import { comparable } from "../e2e/kill-world.ts";
import { type AroundCall, killed, type LifeWorld } from "./world.ts";

const WRITE = /\.(?:register|create|update|delete|deregister|tag|untag|run|stop)/;

/** The process is gone with the nth write, before AWS has it or right after: no call of it comes through any more. */
export function killAt(
  nth: number,
  when: "before" | "after",
): { readonly around: AroundCall; readonly writes: () => number } {
  let writes = 0;
  let isDead = false;
  const around: AroundCall = async (method, call) => {
    const isWrite = WRITE.test(method);
    if (isWrite) writes += 1;
    const isLast = isWrite && writes === nth;
    if (isDead || (isLast && when === "before")) {
      isDead = true;
      throw killed();
    }
    const answer = await call();
    isDead ||= isLast;
    if (isDead) throw killed();
    return answer;
  };
  return { around, writes: () => writes };
}

/** What there is once everything has come to rest. */
export function leftBehind({ clock, emulator }: LifeWorld): unknown {
  clock.advance(600);
  emulator.state();
  return comparable(emulator.inventory());
}
