import type { BehaviourRule } from "../ecs/behaviours.ts";
import { isRecord } from "../protocol/check.ts";
import { ServiceError } from "../protocol/errors.ts";
import type { Answer } from "../protocol/json.ts";
import type { Runtime } from "../runtime.ts";
import type { RawRequest } from "../server.ts";
import type { FaultRule } from "../world/faults.ts";
import { createControls } from "./controls.ts";
import type { SeedItem } from "./seed.ts";

/**
 * The control interface for other processes: the same as `Controls` but for `nextHeld`, as JSON under `/_emulator/`.
 * Lists may be given as one item or as an array.
 */
export function serveControl(runtime: Runtime, request: RawRequest): Answer {
  const controls = createControls(runtime);
  const route = `${request.method} ${request.url.pathname.replace("/_emulator", "")}`;
  const { searchParams } = request.url;
  try {
    const body: unknown = request.body === "" ? undefined : JSON.parse(request.body);
    // The control interface is the tests' own: its bodies are trusted to be what the types say.
    const items = Array.isArray(body) ? body : body === undefined ? [] : [body];
    switch (route) {
      case "POST /seed":
        return answer(controls.seed(...(items as SeedItem[])));
      case "POST /seed-dagster-account":
        return answer(controls.seedDagsterAccount(isRecord(body) ? body : {}));
      case "POST /behaviours":
        return answer(controls.behave(...(items as BehaviourRule[])));
      case "DELETE /behaviours":
        return answer(controls.clearBehaviours());
      case "POST /faults":
        return answer(controls.fail(...(items as FaultRule[])));
      case "DELETE /faults":
        return answer(controls.clearFaults());
      case "GET /held":
        return answer(controls.held());
      case "DELETE /held":
        return answer(controls.release());
      case "GET /calls": {
        const service = searchParams.get("service");
        const operation = searchParams.get("operation");
        return answer(
          controls.calls({
            ...(service === null ? {} : { service }),
            ...(operation === null ? {} : { operation }),
          }),
        );
      }
      case "DELETE /calls":
        return answer(controls.clearCalls());
      case "POST /settings":
        return answer(controls.configure(isRecord(body) ? body : {}));
      case "GET /state":
        return answer(controls.state());
      case "GET /inventory":
        return answer(controls.inventory());
      case "POST /reset":
        return answer(controls.reset());
      default:
        return answer({ error: `no such control: ${route}` }, 404);
    }
  } catch (error) {
    if (error instanceof ServiceError) {
      return answer({ error: `${error.code}: ${error.message}` }, 400);
    }
    return answer({ error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

function answer(value: unknown, status = 200): Answer {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value ?? {}),
  };
}
