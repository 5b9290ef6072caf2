import type { ServiceError } from "./errors.ts";

/** One HTTP answer, before it is written. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** AWS JSON 1.1: timestamps are seconds since 1970 with milliseconds as fraction. */
export function writeJsonAnswer(output: unknown, requestId: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId },
    body: JSON.stringify(toWire(output ?? {})),
  };
}

/** `__type` carries the exception's name, as the JSON protocols' clients read it. */
export function writeJsonError(error: ServiceError, requestId: string): Answer {
  return {
    status: error.status,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-requestid": requestId,
      "x-amzn-errortype": error.code,
    },
    body: JSON.stringify({ __type: error.code, message: error.message, ...error.fields }),
  };
}

function toWire(value: unknown): unknown {
  if (value instanceof Date) {
    return value.getTime() / 1000;
  }
  if (Array.isArray(value)) {
    return value.map(toWire);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, toWire(item)]),
    );
  }
  return value;
}
