import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { serveControl } from "./control/http.ts";
import { readAwsCall } from "./dispatch-aws.ts";
import { readGitHubCall } from "./dispatch-github.ts";
import { ServiceError } from "./protocol/errors.ts";
import type { Answer } from "./protocol/json.ts";
import { catchUp, type Runtime } from "./runtime.ts";
import { type FaultRule, toFaultError } from "./world/faults.ts";
import type { HeldCall } from "./world/holds.ts";

/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A call of a service: recognised, not yet served. */
export interface PendingCall {
  readonly service: string;
  readonly operation: string;
  readonly request: unknown;
  readonly accessKeyId: string | undefined;
  readonly xml: boolean;
  /** Serves the call; throws ServiceError. `output` is for the call log. */
  readonly serve: () => { answer: Answer; output: unknown };
  readonly writeError: (error: ServiceError) => Answer;
}

export function createEmulatorServer(runtime: Runtime): Server {
  return createServer((incoming, outgoing) => {
    respond(runtime, incoming, outgoing).catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      outgoing.writeHead(500, { "content-type": "text/plain" }).end(`emulator: ${text}`);
    });
  });
}

async function respond(runtime: Runtime, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  catchUp(runtime);
  const path = request.url.pathname;
  if (path.startsWith("/_emulator/")) {
    send(outgoing, serveControl(runtime, request));
    return;
  }
  if (path.startsWith("/_registry/")) {
    send(outgoing, serveBlob(runtime, path));
    return;
  }
  const call = await readCall(runtime, request);
  const callerGone = new Promise<void>((resolve) => outgoing.once("close", resolve));
  const answer = await serveCall(runtime, call, callerGone);
  if (answer === "reset") {
    incoming.socket.destroy();
    return;
  }
  send(outgoing, answer);
}

async function readRequest(incoming: IncomingMessage): Promise<RawRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
  }
  return {
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", `http://${headers.host ?? "localhost"}`),
    headers,
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function readCall(runtime: Runtime, request: RawRequest): Promise<PendingCall> | PendingCall {
  const isAws =
    request.headers["x-amz-target"] !== undefined ||
    (request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  return isAws ? readAwsCall(runtime, request) : readGitHubCall(runtime, request);
}

/** Serves a call with the faults that hit it, and writes the call log. */
async function serveCall(runtime: Runtime, call: PendingCall, callerGone: Promise<void>): Promise<Answer | "reset"> {
  const rules = runtime.faults.take(call);
  for (const { effect } of rules) {
    if (effect.kind === "delay") {
      await delay(effect.milliseconds);
      catchUp(runtime);
    }
  }
  const held = rules.filter(({ effect }) => effect.kind === "hold");
  if (held.some(({ when }) => when !== "after")) {
    if (!(await runtime.holds.hold({ ...describeCall(call), when: "before" }, callerGone))) {
      logCall(runtime, call, {
        status: 0,
        error: { code: "CallerGone", message: "The caller went away while its call was held." },
        fault: "hold",
      });
      return "reset";
    }
    catchUp(runtime);
  }
  const answer = serveOrFail(runtime, call, rules);
  if (held.some(({ when }) => when === "after")) {
    await runtime.holds.hold({ ...describeCall(call), when: "after" }, callerGone);
  }
  return answer;
}

function describeCall({ service, operation, request }: PendingCall): Omit<HeldCall, "when"> {
  return { service, operation, request };
}

function serveOrFail(runtime: Runtime, call: PendingCall, rules: readonly FaultRule[]): Answer | "reset" {
  const failing = rules.filter(({ effect }) => effect.kind !== "delay" && effect.kind !== "hold");
  const before = failing.find((rule) => rule.when !== "after");
  if (before !== undefined) {
    return failCall(runtime, call, before);
  }
  const after = failing.find((rule) => rule.when === "after");
  try {
    const { answer, output } = serveThrottled(runtime, call);
    if (after !== undefined) {
      return failCall(runtime, call, after);
    }
    logCall(runtime, call, { status: answer.status, response: output });
    return answer;
  } catch (error) {
    if (!(error instanceof ServiceError)) {
      throw error;
    }
    return answerError(runtime, call, error);
  }
}

function serveThrottled(runtime: Runtime, call: PendingCall): { answer: Answer; output: unknown } {
  const { world } = runtime;
  if (
    world.settings.throttling &&
    call.service === "ecs" &&
    !runtime.throttle.take(call.operation, world.timeline.now)
  ) {
    throw new ServiceError("ThrottlingException", "Rate exceeded");
  }
  return call.serve();
}

function failCall(runtime: Runtime, call: PendingCall, rule: FaultRule): Answer | "reset" {
  const error = toFaultError(rule.effect, call, runtime.world.settings.account);
  if (error === undefined) {
    logCall(runtime, call, {
      status: 0,
      error: { code: "ConnectionReset", message: "The connection was closed." },
      fault: rule.effect.kind,
    });
    return "reset";
  }
  return answerError(runtime, call, error, rule.effect.kind);
}

function answerError(
  runtime: Runtime,
  call: PendingCall,
  error: ServiceError,
  fault?: FaultRule["effect"]["kind"],
): Answer {
  logCall(runtime, call, {
    status: error.status,
    error: { code: error.code, message: error.message },
    ...(fault !== undefined && { fault }),
  });
  return call.writeError(error);
}

function logCall(
  runtime: Runtime,
  call: PendingCall,
  result: {
    status: number;
    response?: unknown;
    error?: { code: string; message: string };
    fault?: FaultRule["effect"]["kind"];
  },
): void {
  runtime.calls.add({
    service: call.service,
    operation: call.operation,
    request: call.request,
    ...(call.accessKeyId === undefined ? {} : { accessKeyId: call.accessKeyId }),
    at: runtime.world.timeline.now,
    ...result,
  });
}

/** A layer or configuration blob, at the address GetDownloadUrlForLayer gave. */
function serveBlob(runtime: Runtime, path: string): Answer {
  const [, repository = "", digest = ""] = /^\/_registry\/(.+)\/blobs\/([^/]+)$/.exec(path) ?? [];
  const blob = runtime.world.repositories.get(repository)?.blobs.get(decodeURIComponent(digest));
  runtime.calls.add({
    service: "registry",
    operation: "GetBlob",
    request: { repository, digest },
    status: blob === undefined ? 404 : 200,
    at: runtime.world.timeline.now,
  });
  return {
    status: blob === undefined ? 404 : 200,
    headers: { "content-type": "application/octet-stream" },
    body: blob ?? "",
  };
}

function send(outgoing: ServerResponse, answer: Answer): void {
  outgoing.writeHead(answer.status, answer.headers).end(answer.body);
}
