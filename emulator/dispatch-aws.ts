import { findShapeFault, isRecord, type ShapeFault } from "./protocol/check.ts";
import { findEnumFault } from "./protocol/enums.ts";
import { ServiceError } from "./protocol/errors.ts";
import { writeJsonAnswer, writeJsonError } from "./protocol/json.ts";
import { type QueryDialect, readQueryInput, writeQueryAnswer, writeQueryError } from "./protocol/query.ts";
import type { OperationShape } from "./protocol/shapes.ts";
import type { Runtime } from "./runtime.ts";
import type { PendingCall, RawRequest } from "./server.ts";
import {
  findServiceByTarget,
  findServiceByVersion,
  loadModel,
  type ServiceDefinition,
  type ServiceModel,
} from "./services.ts";

/** Recognises an AWS request: by `X-Amz-Target`, or by the form body's `Action` and `Version`. */
export async function readAwsCall(runtime: Runtime, request: RawRequest): Promise<PendingCall> {
  const target = request.headers["x-amz-target"];
  return target === undefined ? readQueryCall(runtime, request) : readJsonCall(runtime, request, target);
}

async function readJsonCall(runtime: Runtime, request: RawRequest, target: string): Promise<PendingCall> {
  const dot = target.lastIndexOf(".");
  const operation = target.slice(dot + 1);
  const service = findServiceByTarget(target.slice(0, dot));
  const model = service === undefined ? undefined : await loadModel(service);
  const shape = model?.operations.get(operation);
  const { world } = runtime;
  const requestId = world.ids.uuid();
  const input = parseJson(request.body);
  return {
    service: service?.name ?? "unknown",
    operation,
    request: input,
    accessKeyId: accessKeyOf(request),
    xml: false,
    writeError: (error) => writeJsonError(error, requestId),
    serve: () => {
      checkSigned(request, "MissingAuthenticationTokenException");
      if (service === undefined || model === undefined || shape === undefined) {
        throw new ServiceError("UnknownOperationException", `Unknown operation ${target}`);
      }
      if (input === undefined || !isRecord(input)) {
        throw new ServiceError("SerializationException", "The request is not valid JSON.");
      }
      const output = runHandler(runtime, { service, model, shape }, withoutNulls(input));
      return { answer: writeJsonAnswer(output, requestId), output };
    },
  };
}

async function readQueryCall(runtime: Runtime, request: RawRequest): Promise<PendingCall> {
  const form = new URLSearchParams(request.body);
  const operation = form.get("Action") ?? "";
  const service = findServiceByVersion(form.get("Version") ?? "");
  const model = service === undefined ? undefined : await loadModel(service);
  const shape = model?.operations.get(operation);
  const dialect: QueryDialect = service?.protocol.kind === "query" ? service.protocol.dialect : "query";
  const requestId = runtime.world.ids.uuid();
  return {
    service: service?.name ?? "unknown",
    operation,
    request: Object.fromEntries(form),
    accessKeyId: accessKeyOf(request),
    xml: true,
    writeError: (error) => writeQueryError(error, dialect, requestId),
    serve: () => {
      checkSigned(request, "MissingAuthenticationToken");
      if (service === undefined || model === undefined || shape === undefined) {
        throw new ServiceError("InvalidAction", `The action ${operation} is not valid`);
      }
      const input = readQueryInput(shape, form, dialect);
      const output = runHandler(runtime, { service, model, shape }, input);
      return { answer: writeQueryAnswer(shape, output, dialect, requestId), output };
    },
  };
}

/** `AWS4-HMAC-SHA256 Credential=<access key>/<date>/<region>/<service>/aws4_request, ...` */
function accessKeyOf(request: RawRequest): string | undefined {
  return /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? "")?.[1];
}

/** Signatures are not verified, but a request without one is refused: it would be by AWS. */
function checkSigned(request: RawRequest, code: string): void {
  if (!(request.headers.authorization ?? "").startsWith("AWS4-")) {
    throw new ServiceError(code, "Request is missing Authentication Token", { status: 403 });
  }
}

interface KnownOperation {
  readonly service: ServiceDefinition;
  readonly model: ServiceModel;
  readonly shape: OperationShape;
}

function runHandler(
  runtime: Runtime,
  { service, model, shape }: KnownOperation,
  input: Readonly<Record<string, unknown>>,
): unknown {
  const fault = findShapeFault(shape.input, input);
  if (fault !== undefined) {
    throw toServiceError(service, shape.name, fault);
  }
  const enumFault = findEnumFault(model.enums, input);
  if (enumFault !== undefined) {
    throw new ServiceError(service.invalidCode(shape.name), enumFault);
  }
  const handler = service.handlers[shape.name];
  if (handler === undefined) {
    throw new ServiceError(
      service.protocol.kind === "json" ? "UnknownOperationException" : "InvalidAction",
      `The emulator does not have ${service.name}:${shape.name}.`,
    );
  }
  const output = handler(input, runtime.world);
  const wrong = findShapeFault(shape.output, output ?? {});
  if (wrong !== undefined) {
    throw new Error(`the emulator's answer to ${shape.name} does not fit its schema: ${JSON.stringify(wrong)}`);
  }
  return output;
}

function toServiceError(service: ServiceDefinition, operation: string, fault: ShapeFault): ServiceError {
  switch (fault.kind) {
    case "type":
      return new ServiceError("SerializationException", fault.message);
    case "unknown":
      return new ServiceError(
        service.invalidCode(operation),
        `Unknown parameter in input: "${fault.member}" at ${fault.path}.`,
      );
    case "missing":
      return new ServiceError(
        service.invalidCode(operation),
        `${fault.path === "" ? "" : `${fault.path}: `}${fault.member} should not be null or empty.`,
      );
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body === "" ? "{}" : body);
  } catch {
    return undefined;
  }
}

/** For the JSON services null is the same as absent. */
function withoutNulls(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const clean = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(clean) : isRecord(value) ? withoutNulls(value) : value;
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, clean(value)]),
  );
}
