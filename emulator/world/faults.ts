import { ServiceError } from "../protocol/errors.ts";
import type { Random } from "./random.ts";

/** What a fault does to the call it hits. */
export type FaultEffect =
  | {
      readonly kind: "error";
      readonly code: string;
      readonly message?: string;
      /** HTTP status, 400 unless said. */
      readonly status?: number;
    }
  /** The credentials were good and have expired. */
  | { readonly kind: "expiredCredentials" }
  /** IAM refuses the operation. */
  | { readonly kind: "accessDenied" }
  | { readonly kind: "throttle" }
  /** GitHub's limit on too much at a time; without seconds it does not say how long it lasts. AWS: as `throttle`. */
  | { readonly kind: "secondaryRateLimit"; readonly retryAfterSeconds?: number }
  /** The connection is closed without an answer. */
  | { readonly kind: "reset" }
  /** Real milliseconds before the call is served as usual. */
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** The call waits, and is served as usual once `release` lets it go. */
  | { readonly kind: "hold" };

export interface FaultRule {
  readonly service?: string;
  readonly operation?: string;
  /** Only calls whose request, as JSON, contains this text. */
  readonly contains?: string;
  /** Only calls signed with this access key: tells apart programs that use the emulator at the same time. */
  readonly accessKeyId?: string;
  /** Only the nth matching call, counted from 1 since the rule was set. */
  readonly nth?: number;
  /** At most this many times. */
  readonly times?: number;
  /** 0 to 1, from the seeded generator. */
  readonly probability?: number;
  /** `after`: the call has its effect and the answer is lost. Default `before`. */
  readonly when?: "before" | "after";
  readonly effect: FaultEffect;
}

/** What rules choose calls by. */
export interface FaultedCall {
  readonly service: string;
  readonly operation: string;
  readonly request: unknown;
  /** Undefined for a request without a signature. */
  readonly accessKeyId: string | undefined;
}

interface ActiveRule {
  readonly rule: FaultRule;
  seen: number;
  fired: number;
}

/** The switches that make calls fail. */
export class Faults {
  #rules: ActiveRule[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  add(rule: FaultRule): void {
    this.#rules.push({ rule, seen: 0, fired: 0 });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rules that hit this call. Counts the call. */
  take({ service, operation, request, accessKeyId }: FaultedCall): readonly FaultRule[] {
    const text = JSON.stringify(request ?? {});
    const hits: FaultRule[] = [];
    for (const active of this.#rules) {
      const { rule } = active;
      if (
        (rule.service !== undefined && rule.service !== service) ||
        (rule.operation !== undefined && rule.operation !== operation) ||
        (rule.accessKeyId !== undefined && rule.accessKeyId !== accessKeyId) ||
        (rule.contains !== undefined && !text.includes(rule.contains))
      ) {
        continue;
      }
      active.seen += 1;
      const due =
        (rule.nth === undefined || rule.nth === active.seen) &&
        (rule.times === undefined || active.fired < rule.times) &&
        (rule.probability === undefined || this.#random() < rule.probability);
      if (due) {
        active.fired += 1;
        hits.push(rule);
      }
    }
    return hits;
  }
}

const SECONDARY_LIMIT = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

/** The error an effect stands for, in the words of the family of services; undefined when it is none. */
export function toFaultError(
  effect: FaultEffect,
  { service, operation, xml }: { readonly service: string; readonly operation: string; readonly xml: boolean },
  account: string,
): ServiceError | undefined {
  switch (effect.kind) {
    case "error":
      return new ServiceError(effect.code, effect.message ?? "Emulated failure", {
        status: effect.status ?? 400,
      });
    case "expiredCredentials":
      return new ServiceError(
        xml ? "ExpiredToken" : "ExpiredTokenException",
        "The security token included in the request is expired",
        { status: xml ? 403 : 400 },
      );
    case "accessDenied":
      return new ServiceError(
        xml ? (service === "ec2" ? "UnauthorizedOperation" : "AccessDenied") : "AccessDeniedException",
        `User: arn:aws:sts::${account}:assumed-role/deploy/session is not authorized to perform: ${service}:${operation} on resource: * because no identity-based policy allows the ${service}:${operation} action`,
        { status: xml ? 403 : 400 },
      );
    case "secondaryRateLimit":
      if (service === "github") {
        return new ServiceError("SecondaryRateLimit", SECONDARY_LIMIT, {
          status: 403,
          fields: { retryAfterSeconds: effect.retryAfterSeconds },
        });
      }
      return new ServiceError(xml ? "Throttling" : "ThrottlingException", "Rate exceeded");
    case "throttle":
      return service === "ec2"
        ? new ServiceError("RequestLimitExceeded", "Request limit exceeded.", { status: 503 })
        : new ServiceError(xml ? "Throttling" : "ThrottlingException", "Rate exceeded");
    case "reset":
    case "delay":
    case "hold":
      return undefined;
  }
}
