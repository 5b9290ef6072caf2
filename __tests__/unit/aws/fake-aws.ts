import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { createAwsPorts } from "../../../src/aws/index.ts";
import type { AwsPorts, Clock } from "../../../src/ports.ts";

/** One call as it came over HTTP. */
export interface ReceivedCall {
  readonly action: string;
  /** The JSON body, or the form of the query protocol. */
  readonly body: Record<string, unknown>;
  readonly headers: IncomingMessage["headers"];
}

/** What the fake answers: JSON text or XML with a status. */
export interface Answer {
  readonly status?: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection is closed instead. */
  readonly lost?: boolean;
  /** It never comes, though the connection stays. */
  readonly late?: boolean;
}

/** The call may have had its effect; its answer does not arrive. */
export const LOST: Answer = { body: "", lost: true };

/** Answers a call; the second argument counts the calls of the same action, from 0. */
export type Responder = (call: ReceivedCall, nth: number) => Answer;

/** The services' way to say that a call failed (AWS JSON 1.1). */
export function failure(code: string, message: string, members: Record<string, unknown> = {}): Answer {
  return { status: 400, body: JSON.stringify({ __type: code, message, ...members }) };
}

/** A JSON answer. */
export function answer(body: unknown): Answer {
  return { body: JSON.stringify(body) };
}

/** A clock that does not wait: sleeping moves the time. */
export function createFakeClock(start = 0) {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    async sleep(milliseconds: number) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** Ports that talk to an HTTP server of the test, which ends with it. */
export async function connectFakeAws(
  responders: Readonly<Record<string, Responder>>,
  options: { serviceDiscoveryRoleArn?: string; signal?: AbortSignal; random?: () => number; realClock?: Clock } = {},
) {
  const calls: ReceivedCall[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    const nth = calls.filter(({ action }) => action === call.action).length;
    calls.push(call);
    const {
      status = 200,
      body,
      headers,
      lost,
      late,
    } = responders[call.action]?.(call, nth) ?? failure("UnknownOperation", call.action);
    if (late) return;
    if (lost) {
      request.socket.destroy();
      return;
    }
    const contentType = body.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1";
    response.writeHead(status, { "content-type": contentType, "x-amzn-requestid": "request-1", ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("AWS_ENDPOINT_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv("AWS_ACCESS_KEY_ID", "key-of-the-step");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret-of-the-step");
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const clock = createFakeClock();
  const logged: string[] = [];
  const ports: AwsPorts = await createAwsPorts({
    region: "us-west-2",
    environment: new Map([["GITHUB_ACTIONS", "true"]]),
    clock: options.realClock ?? clock,
    log: (text) => logged.push(text),
    ...options,
  });
  const actions = () => calls.map(({ action }) => action);
  return { ports, calls, actions, clock, logged };
}

async function readCall(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = [];
  for await (const part of request) chunks.push(part as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const target = request.headers["x-amz-target"];
  if (typeof target === "string") {
    return { action: target.split(".")[1] ?? "", body: JSON.parse(text || "{}"), headers: request.headers };
  }
  const form = new URLSearchParams(text);
  return { action: form.get("Action") ?? "", body: Object.fromEntries(form), headers: request.headers };
}
