import type { FaultEffect } from "./faults.ts";

/** One request the emulator served, in the order of arrival. */
export interface Call {
  readonly index: number;
  /** `ecs`, `ecr`, `secretsmanager`, `servicediscovery`, `ec2`, `logs`, `sts`, `iam`, `github`, `registry`. */
  readonly service: string;
  /** AWS: the operation's name. GitHub: method and route, e.g. `GET /repos/{owner}/{repo}/pulls/{number}`. */
  readonly operation: string;
  readonly request: unknown;
  /** Whose signature it had; absent without one. */
  readonly accessKeyId?: string;
  readonly status: number;
  readonly response?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
  /** What a fault did to it, when one hit it: the error above may be that fault's and not the service's own. */
  readonly fault?: FaultEffect["kind"];
  /** Emulated milliseconds since 1970. */
  readonly at: number;
}

export interface CallFilter {
  readonly service?: string;
  readonly operation?: string;
}

export class CallLog {
  #calls: Call[] = [];

  add(call: Omit<Call, "index">): void {
    this.#calls.push({ index: this.#calls.length, ...call });
  }

  list(filter: CallFilter = {}): readonly Call[] {
    return this.#calls.filter(
      (call) =>
        (filter.service === undefined || call.service === filter.service) &&
        (filter.operation === undefined || call.operation === filter.operation),
    );
  }

  clear(): void {
    this.#calls = [];
  }
}
