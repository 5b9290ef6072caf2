export const id = 583;
export const ids = [583];
export const modules = {

/***/ 4583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/aws-error-codes.js
var aws_error_codes = __webpack_require__(5459);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/apply/guess.js
/** Exit code of a container that the kernel killed: 128 + SIGKILL. */
const KILLED = 137;
/** The well-known ways a code server fails to start; the first that matches is the guess. */
const KNOWN_CAUSES = [
    {
        matches: ({ reasons }) => /CannotPullContainerError|CannotPullImage|pull image manifest/i.test(reasons),
        guess: "ECS could not pull the image: check that the tag exists, that the execution role may read the registry, and that the subnets reach it.",
    },
    {
        matches: ({ reasons, log }) => /exec format error/i.test(reasons + log),
        guess: "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
    },
    {
        matches: ({ reasons }) => /secret|ssm|parameter/i.test(reasons) && /ResourceInitializationError/i.test(reasons),
        guess: "ECS could not fetch a secret: check that it exists, with its JSON key, and that the execution role may read it.",
    },
    {
        matches: ({ reasons }) => /log group|CreateLogStream|awslogs/i.test(reasons),
        guess: "ECS could not write the log: check that the log group exists and that the execution role may write to it.",
    },
    {
        matches: ({ reasons, exitCodes }) => /OutOfMemory/i.test(reasons) || exitCodes.includes(KILLED),
        guess: "The container ran out of memory: raise `server_resources.memory`.",
    },
    {
        matches: ({ log }) => /address already in use|failed to bind|Errno 98/i.test(log),
        guess: "The code server could not open its port: another process or container of the task uses it already.",
    },
    {
        matches: ({ log }) => /No such command '?(definitions|validate)/.test(log),
        guess: "The image's Dagster has no `dagster definitions validate`: use Dagster 1.8 or newer in the image, or turn `load-check` off.",
    },
    {
        matches: ({ log }) => /ModuleNotFoundError|ImportError|No module named/.test(log),
        guess: "Python could not import the code: check `code_source`, `working_directory` and that the image has the dependency installed.",
    },
    {
        matches: ({ reasons }) => /health check/i.test(reasons),
        guess: "The container health check failed: run its command in the image, or give the server more time with `startPeriod`.",
    },
    {
        matches: ({ log }) => /(^|\n)Traceback \(most recent call last\)|(^|\n)\w+Error: /.test(log),
        guess: "The process ended with a Python error: see the last log lines.",
    },
];
/** A first guess in plain words at why tasks stopped; undefined when nothing well known matches. */
function guessCause(stoppedTasks, events) {
    const containers = stoppedTasks.flatMap((task) => task.containers);
    const evidence = {
        reasons: [
            ...stoppedTasks.flatMap((task) => [task.stoppedReason ?? "", task.stopCode ?? ""]),
            ...containers.map((container) => container.reason ?? ""),
            ...events,
        ].join("\n"),
        log: containers.flatMap((container) => container.logLines).join("\n"),
        exitCodes: containers.flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])),
    };
    return KNOWN_CAUSES.find((cause) => cause.matches(evidence))?.guess;
}

;// CONCATENATED MODULE: ./build/apply/explain.js





/** Enough to see a crash loop; more says the same again. */
const TASKS_SHOWN = 3;
/** A Python traceback through Dagster is long, and its beginning says where. */
const LOG_LINES_SHOWN = 40;
const EVENTS_SHOWN = 10;
/** Why a rollout failed, in what ECS and CloudWatch Logs say. Never rejects: an explanation is extra. */
async function explainFailure(input, ports) {
    const { desired, service } = input;
    const tasks = await ports.ecs.describeStoppedTasks(desired.service.cluster, desired.service.name).catch(() => []);
    const ours = tellingTasks(tasks.filter((task) => task.startedBy === input.ecsDeploymentId)).slice(0, TASKS_SHOWN);
    const stoppedTasks = await (0,concurrency/* mapConcurrently */.X)(ours, TASKS_SHOWN, (task) => describeTask(task, input, ports.logs));
    const events = (service?.events ?? [])
        .filter(({ createdAt }) => createdAt === undefined || createdAt.getTime() >= input.startedAt)
        .slice(0, EVENTS_SHOWN)
        .map(({ message }) => input.redact(message ?? ""));
    const guess = guessCause(stoppedTasks, events);
    return {
        phase: input.phase,
        events,
        stoppedTasks,
        image: desired.image.reference,
        taskDefinitionArn: input.taskDefinitionArn,
        leftState: describeLeftState(input),
        ...(guess !== undefined && { guess }),
    };
}
/**
 * One task for each way of stopping, the newest first. Tasks that ECS stopped itself, for example to roll back, tell
 * nothing, unless there is no other.
 */
function tellingTasks(tasks) {
    const failed = tasks.filter(({ stopCode }) => stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated");
    const byWay = new Map();
    for (const task of failed.length > 0 ? failed : tasks) {
        const containers = (task.containers ?? []).map(({ name, exitCode, reason }) => [name, exitCode, reason]);
        const way = JSON.stringify([task.stopCode, task.stoppedReason, containers]);
        if (!byWay.has(way))
            byWay.set(way, task);
    }
    return [...byWay.values()];
}
/** A stopped task as a report shows it, with the last log lines of the containers that failed. */
async function describeTask(task, input, logs) {
    const taskId = task.taskArn === undefined ? "unknown" : (0,model_arn/* lastSegment */.mp)(task.taskArn);
    const containers = await (0,concurrency/* mapConcurrently */.X)(task.containers ?? [], 2, async (container) => ({
        name: container.name ?? "unknown",
        ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
        ...(container.reason !== undefined && { reason: input.redact(container.reason) }),
        logLines: hasFailed(container) ? await readLog(container, taskId, input, logs) : [],
    }));
    return {
        taskId,
        ...(task.stopCode !== undefined && { stopCode: task.stopCode }),
        ...(task.stoppedReason !== undefined && { stoppedReason: input.redact(task.stoppedReason) }),
        containers,
    };
}
/** A container that ECS stopped because another one failed has exit code 143 or 137 too, but its log costs little. */
function hasFailed(container) {
    return container.exitCode !== 0;
}
async function readLog(container, taskId, input, logs) {
    const options = logOptions(input.desired.taskDefinition.body, container.name);
    const group = options?.["awslogs-group"];
    const prefix = options?.["awslogs-stream-prefix"];
    if (typeof group !== "string" || typeof prefix !== "string")
        return [];
    const lines = await logs.lastLines(group, `${prefix}/${container.name}/${taskId}`, LOG_LINES_SHOWN).catch(() => []);
    // Before redaction: a colour in the middle of a value would hide the value from it.
    return lines.map(external_node_util_.stripVTControlCharacters).map(input.redact);
}
function logOptions(body, containerName) {
    const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(json/* isJsonObject */.O) : [];
    const configuration = definitions.find(({ name }) => name === containerName)?.logConfiguration;
    if (!(0,json/* isJsonObject */.O)(configuration) || configuration.logDriver !== "awslogs")
        return undefined;
    return (0,json/* isJsonObject */.O)(configuration.options) ? configuration.options : undefined;
}
function describeLeftState(input) {
    const primary = input.service?.deployments?.find(({ status }) => status === "PRIMARY");
    if (primary === undefined)
        return "unknown: the service was not seen at the end";
    const revision = primary.taskDefinition === undefined ? "an unknown revision" : (0,model_arn/* lastSegment */.mp)(primary.taskDefinition);
    const running = `${primary.runningCount ?? 0} of ${primary.desiredCount ?? 0} tasks running`;
    if (primary.id !== input.ecsDeploymentId) {
        const state = primary.rolloutState === "COMPLETED" ? "rolled back to" : "being rolled back to";
        return `${state} ${revision} (${running})`;
    }
    const others = primary.rolloutState === "FAILED" ? "there was no earlier revision that worked to go back to" : "";
    return `still on ${revision} (${running})${others && `; ${others}`}`;
}

;// CONCATENATED MODULE: ./build/apply/load-check.js






/** Who started the task: letters, digits, hyphens and slashes, 128 at most (RunTask API reference, `startedBy`). */
const STARTED_BY = "dagster-ecs-deploy/load-check";
/** CloudWatch Logs shows the last lines of a container some seconds after it has ended. */
const LOG_DELAY_MS = 5_000;
/** ECS stops a task within two minutes, but its answer to StopTask comes at once. */
const STOP_REASON = "dagster-ecs-deploy: the load check has ended";
/** The code of a location could not be loaded; its service has not been touched. */
class LoadCheckFailure extends errors/* ActionError */.lZ {
    failure;
    constructor(message, failure) {
        super("load-check", message, { source: "user" });
        this.failure = failure;
    }
}
/**
 * Runs the new revision once with `dagster definitions validate` in place of the code server: a code server that loads
 * lazily stays up with code that cannot be imported, so ECS would call that rollout completed. Rejects unless it ends
 * with 0 within the location's rollout timeout. Nothing of it is left: a task that still runs is stopped.
 */
async function checkThatCodeLoads(step, desired, taskDefinitionArn, input, tools) {
    const startedAt = tools.clock.now();
    const task = await tools.ecs.runTask(loadCheckRequest(step, desired, taskDefinitionArn, input), {
        ...desired.userTags,
        ...desired.identityTags,
        ...input.runTags,
    });
    const arn = task.taskArn ?? "";
    input.onProgress(step.location, `load check started (task ${(0,model_arn/* lastSegment */.mp)(arn)})`);
    const timeout = input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000;
    const end = await tools.tasks.untilStopped(arn, startedAt + timeout);
    if (end.kind !== "stopped")
        await tools.ecs.stopTask(step.cluster, arn, STOP_REASON).catch(() => undefined);
    if (end.kind === "stopped" && exitCodeOf(end.task) === 0) {
        const seconds = Math.round((tools.clock.now() - startedAt) / 1_000);
        input.onProgress(step.location, `load check passed in ${seconds} s`);
        return;
    }
    throw new LoadCheckFailure(describeEnd(end), await explain(end, step, desired, taskDefinitionArn, input, tools));
}
function loadCheckRequest(step, desired, taskDefinitionArn, input) {
    const { launchType, networkConfiguration } = desired.service.createRequest;
    return {
        cluster: step.cluster,
        taskDefinition: taskDefinitionArn,
        ...(launchType !== undefined && { launchType }),
        ...(networkConfiguration !== undefined && { networkConfiguration }),
        overrides: { containerOverrides: [{ name: code_server/* CODE_SERVER_CONTAINER */.ke, command: desired.loadCheckCommand }] },
        startedBy: STARTED_BY,
        // Repeating a request whose answer was lost must not start a second task.
        clientToken: (0,external_node_crypto_.createHash)("sha256").update(`${input.runKey}\n${taskDefinitionArn}`).digest("hex").slice(0, 32),
    };
}
function exitCodeOf(task) {
    return task.containers?.find(({ name }) => name === code_server/* CODE_SERVER_CONTAINER */.ke)?.exitCode;
}
function describeEnd(end) {
    if (end.kind !== "stopped")
        return `The load check did not end: ${end.reason}. The service was not touched.`;
    const exitCode = exitCodeOf(end.task);
    return exitCode === undefined
        ? "The load check could not start. The service was not touched."
        : `The code could not be loaded (\`dagster definitions validate\` exited with ${exitCode}). The service was not touched.`;
}
async function explain(end, step, desired, taskDefinitionArn, input, { clock, logs }) {
    const stoppedTasks = end.kind === "stopped" ? [await readTask(end.task)] : [];
    const guess = guessCause(stoppedTasks, []);
    const running = step.base.taskDefinitionArn;
    return {
        phase: "load check, before the service is touched",
        events: [],
        stoppedTasks,
        image: desired.image.reference,
        taskDefinitionArn,
        leftState: running === undefined ? "not created" : `untouched, on ${(0,model_arn/* lastSegment */.mp)(running)} (the revision it ran before)`,
        ...(guess !== undefined && { guess }),
    };
    async function readTask(task) {
        const described = await describeTask(task, { desired, redact: input.redact }, logs);
        const hasLog = described.containers.some(({ logLines }) => logLines.length > 0);
        if (hasLog || input.signal.aborted)
            return described;
        await clock.sleep(LOG_DELAY_MS, input.signal);
        return describeTask(task, { desired, redact: input.redact }, logs);
    }
}
/** A revision that this run registered and that does not load is of no use to anybody. Never rejects. */
async function withdrawRevision(taskDefinitionArn, input, tools) {
    try {
        await tools.ecs.deregisterTaskDefinition(taskDefinitionArn);
    }
    catch (error) {
        input.onProgress((0,model_arn/* lastSegment */.mp)(taskDefinitionArn), `the revision was not deregistered: ${(0,errors/* explainError */.UW)(error)}`);
    }
}

;// CONCATENATED MODULE: ./build/apply/location-outcome.js



/** How a step ended, with what the plan says of it. */
function outcomeOf(step, status, message) {
    return {
        location: step.location,
        action: step.action,
        status,
        message,
        service: step.service,
        ...(step.image !== undefined && { image: step.image.reference }),
    };
}
/** A step whose first write was not sent any more. */
class NotBegun extends errors/* ActionError */.lZ {
    constructor() {
        super(aws_error_codes/* NOT_SENT_CODE */.zg, "not begun: the run was interrupted", { source: "user" });
    }
}
/** A step that ended with an error. */
function failedOutcome(step, error, input) {
    if (error instanceof NotBegun)
        return outcomeOf(step, "skipped", error.message);
    const failed = outcomeOf(step, "failed", input.redact((0,errors/* explainError */.UW)(error)));
    return error instanceof LoadCheckFailure ? { ...failed, failure: error.failure } : failed;
}
/** Where the code server answers. */
function addressOf(desired, input) {
    return {
        port: desired.port,
        ...(input.namespaceName !== undefined && { hostname: `${desired.cloudMapService.name}.${input.namespaceName}` }),
    };
}

// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
;// CONCATENATED MODULE: ./build/apply/drain.js

/** Services take a while to stop their tasks; looking more often does not make it faster. */
const DRAIN_POLL_INTERVAL_MS = 5_000;
/**
 * Waits until ECS does not know a service any more (INACTIVE counts as gone). Rejects when it takes too long, or when
 * the run is interrupted.
 */
async function waitUntilGone(service, timeoutMs, ports, signal) {
    const deadline = ports.clock.now() + timeoutMs;
    for (;;) {
        const [found] = await ports.ecs.describeServices(service.cluster, [service.name]);
        if (found === undefined)
            return;
        if (ports.clock.now() >= deadline) {
            throw new errors/* ActionError */.lZ("service-still-draining", `The ECS service ${service.name} was deleted but still stops its tasks.`, { source: "aws", hint: "Run again when the service is INACTIVE." });
        }
        await ports.clock.sleep(DRAIN_POLL_INTERVAL_MS, signal);
        if (signal.aborted)
            throw interruptedWhileDraining(service.name);
    }
}
function interruptedWhileDraining(name) {
    return new errors/* ActionError */.lZ("interrupted", `The run was interrupted while the ECS service ${name} stopped its tasks.`, {
        source: "user",
        hint: "The next run goes on from there.",
    });
}

;// CONCATENATED MODULE: ./build/apply/removal.js



/** ECS stops a task within its stop timeout of at most two minutes, then forgets the service. */
const DRAIN_TIMEOUT_MS = 300_000;
/**
 * Removes a service whose location is gone, in the order ECS and Cloud Map need: the ECS service, its tasks, the
 * instances, the Cloud Map service. Every part is safe to repeat. The task definition revisions stay.
 */
async function removeService(step, input, ports) {
    await removeEcsService(step, { untagged: false, timeoutMs: DRAIN_TIMEOUT_MS }, input, ports);
    // By name: an earlier run may have got as far as here, and no ECS service tells the id any more.
    const registration = (await ports.discovery.listServices(input.namespaceId)).get(step.service);
    if (registration === undefined)
        return;
    const tags = await ports.discovery.tagsOf(registration.arn);
    if (tags[model_tags/* TAG_SOURCE */.Ph] === (0,model_tags/* tagValue */.EZ)(input.plan.request.source))
        await ports.discovery.deleteService(registration.id);
}
/** Deletes the ECS service, if it is there, and waits until it is gone. Rejects when it is not ours. */
async function removeEcsService(step, 
/** `untagged`: also when it carries no source at all (a service that is being adopted). */
options, input, ports) {
    const [service] = await ports.ecs.describeServices(step.cluster, [step.service]);
    if (service === undefined)
        return;
    refuseForeign(service, input.plan.request.source, options.untagged);
    await ports.ecs.deleteService(step.cluster, step.service);
    await waitUntilGone({ cluster: step.cluster, name: step.service }, options.timeoutMs, ports, input.signal);
}
/** The plan chose it by its tags, but somebody may have taken it over since. */
function refuseForeign(service, source, mayBeUntagged) {
    const owner = service.tags?.find(({ key }) => key === model_tags/* TAG_SOURCE */.Ph)?.value;
    if (owner === undefined ? mayBeUntagged : owner === (0,model_tags/* tagValue */.EZ)(source))
        return;
    throw new errors/* ActionError */.lZ("service-not-ours", `The ECS service ${service.serviceName} does not carry this source's tag any more (found: ${owner ?? "none"}).`, { source: "user", hint: "Nothing was deleted. Plan again." });
}

;// CONCATENATED MODULE: ./build/apply/rollout-outcome.js



/** Watches what a step began to its end, and says how it ended. Never rejects. */
async function finishRollout(step, desired, begun, startedAt, input, ports, watcher) {
    const done = (status, message) => ({
        ...outcomeOf(step, status, message),
        ...addressOf(desired, input),
        ...(begun.taskDefinitionArn !== undefined && { taskDefinitionArn: begun.taskDefinitionArn }),
        duration: Math.round((ports.clock.now() - startedAt) / 1_000),
    });
    const { ecsDeploymentId, taskDefinitionArn = "" } = begun;
    // Draining and pacing may have come first: ECS's time begins with its answer.
    const answeredAt = ports.clock.now();
    if (ecsDeploymentId === undefined)
        return done("succeeded", "updated without a rollout");
    if (!input.wait)
        return done("started", "the ECS deployment was started and is not watched");
    const end = await watcher.watch({
        location: step.location,
        service: step.service,
        ecsDeploymentId,
        taskDefinitionArn,
        deadline: answeredAt + (input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000),
        graceEnd: answeredAt + desired.gracePeriod * 1_000,
    });
    if (end.verdict.kind === "succeeded") {
        return done("succeeded", describeSuccess(taskDefinitionArn, end.service));
    }
    const failure = await explainFailure({
        desired,
        phase: PHASES[end.verdict.kind],
        taskDefinitionArn,
        ecsDeploymentId,
        startedAt,
        service: end.service,
        redact: input.redact,
    }, ports);
    return { ...done(STATUS_OF_END[end.verdict.kind], input.redact(end.verdict.reason)), failure };
}
/** ECS calls a rollout of no tasks completed, too. */
function describeSuccess(taskDefinitionArn, service) {
    const revision = (0,model_arn/* lastSegment */.mp)(taskDefinitionArn);
    return service?.desiredCount === 0
        ? `is on ${revision}, with no task: the service's desired count is 0`
        : `runs ${revision}`;
}
const STATUS_OF_END = {
    failed: "failed",
    "rolled-back": "rolled-back",
    replaced: "failed",
    gone: "failed",
    "timed-out": "failed",
    unknown: "failed",
    interrupted: "failed",
};
const PHASES = {
    failed: "starting tasks of the new revision",
    "rolled-back": "starting tasks of the new revision",
    replaced: "watching the ECS deployment",
    gone: "watching the ECS deployment",
    "timed-out": "waiting for the ECS deployment to complete",
    unknown: "watching the ECS deployment",
    interrupted: "watching the ECS deployment",
};

;// CONCATENATED MODULE: ./build/apply/verdict.js

/**
 * Judges a rollout by the id of its ECS deployment, never by "the service is stable": a service that was rolled
 * back is stable too. `service` is undefined when DescribeServices does not know it.
 */
function judgeRollout(rollout, service) {
    const deployments = service?.deployments ?? [];
    const ours = deployments.find(({ id }) => id === rollout.ecsDeploymentId);
    const primary = deployments.find(({ status }) => status === "PRIMARY");
    if (service === undefined || service.status === "INACTIVE") {
        return rollout.seen
            ? { kind: "gone", reason: "the service was deleted while its rollout was watched" }
            : { kind: "waiting", progress: "ECS does not show the service yet", seen: false };
    }
    if (ours === undefined)
        return judgeMissing(rollout, primary);
    if (ours.rolloutState === "FAILED")
        return judgeFailed(ours, primary);
    if (ours.status !== "PRIMARY") {
        return primary?.taskDefinition === ours.taskDefinition || primary === undefined
            ? { kind: "replaced", reason: "another ECS deployment of the same revision took its place" }
            : { kind: "replaced", reason: `another ECS deployment took its place (${revisionOf(primary)})` };
    }
    if (isCompleted(ours, deployments))
        return { kind: "succeeded" };
    return { kind: "waiting", progress: describeProgress(ours), seen: true };
}
function judgeMissing(rollout, primary) {
    // Right after UpdateService a read may still show the time before it.
    if (!rollout.seen)
        return { kind: "waiting", progress: "ECS does not show the deployment yet", seen: false };
    if (isRollback(primary)) {
        return { kind: "rolled-back", reason: primary?.rolloutStateReason ?? "ECS rolled the service back" };
    }
    return { kind: "replaced", reason: `the ECS deployment is gone; the service runs ${revisionOf(primary)}` };
}
function judgeFailed(ours, primary) {
    const reason = ours.rolloutStateReason ?? "ECS says that the deployment failed";
    return primary !== undefined && primary.id !== ours.id ? { kind: "rolled-back", reason } : { kind: "failed", reason };
}
/**
 * `rolloutState` is absent for services of other deployment controllers and in emulators; then a single deployment
 * with all its tasks running is the best there is to know.
 */
function isCompleted(ours, deployments) {
    if (ours.rolloutState !== undefined)
        return ours.rolloutState === "COMPLETED";
    return deployments.length === 1 && ours.runningCount === ours.desiredCount;
}
function isRollback(deployment) {
    return /rolling back|rolled back|rollback/i.test(deployment?.rolloutStateReason ?? "");
}
function describeProgress(deployment) {
    const { runningCount = 0, desiredCount = 0, pendingCount = 0, failedTasks = 0 } = deployment;
    const parts = [`${runningCount} of ${desiredCount} tasks running`];
    if (pendingCount > 0)
        parts.push(`${pendingCount} starting`);
    if (failedTasks > 0)
        parts.push(`${failedTasks} failed`);
    return parts.join(", ");
}
function revisionOf(deployment) {
    return deployment?.taskDefinition === undefined ? "no revision" : (0,model_arn/* lastSegment */.mp)(deployment.taskDefinition);
}

;// CONCATENATED MODULE: ./build/apply/rollout-watcher.js



/** How often the services are looked at. The SDK's own waiters back off to ten minutes. */
const POLL_INTERVAL_MS = 5_000;
/**
 * One poller for all services of a cluster: every rollout that is being watched is looked at in the same batched
 * DescribeServices calls, however many there are.
 */
class RolloutWatcher {
    #watches = new Set();
    #polling = false;
    #dependencies;
    constructor(dependencies) {
        this.#dependencies = dependencies;
    }
    /** Resolves when the rollout has ended one way or another; never rejects. */
    watch(target) {
        return new Promise((finish) => {
            const { ecsDeploymentId, taskDefinitionArn } = target;
            this.#watches.add({ target, finish, progress: "", rollout: { ecsDeploymentId, taskDefinitionArn, seen: false } });
            if (!this.#polling) {
                this.#polling = true;
                void this.#poll();
            }
        });
    }
    async #poll() {
        const { clock, signal } = this.#dependencies;
        while (this.#watches.size > 0) {
            await clock.sleep(POLL_INTERVAL_MS, signal);
            if (signal.aborted) {
                this.#endAll({ kind: "interrupted", reason: "the run was interrupted while the rollout was going on" });
                break;
            }
            await this.#lookOnce();
        }
        this.#polling = false;
    }
    async #lookOnce() {
        const { ecs, cluster } = this.#dependencies;
        const watches = [...this.#watches];
        try {
            const services = await ecs.describeServices(cluster, watches.map(({ target }) => target.service));
            const byName = new Map(services.map((service) => [service.serviceName, service]));
            for (const watch of watches)
                this.#judge(watch, byName.get(watch.target.service));
        }
        catch (error) {
            this.#bear(error);
        }
    }
    /** Without credentials or permission no later look can succeed; whatever else went wrong may pass. */
    #bear(error) {
        const reason = `the rollout could not be watched: ${(0,errors/* explainError */.UW)(error)}`;
        if ((0,aws_error_codes/* isCredentialsError */.B_)(error) || (0,aws_error_codes/* isAccessDenied */.w7)(error))
            this.#endAll({ kind: "unknown", reason });
        const now = this.#dependencies.clock.now();
        for (const watch of [...this.#watches]) {
            if (now >= watch.target.deadline)
                this.#end(watch, { verdict: { kind: "unknown", reason }, service: undefined });
        }
    }
    #judge(watch, service) {
        const now = this.#dependencies.clock.now();
        const { target } = watch;
        const verdict = judgeRollout(watch.rollout, service);
        if (verdict.kind !== "waiting") {
            this.#end(watch, { verdict, service });
            return;
        }
        watch.rollout = { ...watch.rollout, seen: watch.rollout.seen || verdict.seen };
        if (!watch.rollout.seen && now >= target.graceEnd) {
            this.#end(watch, { verdict: { kind: "gone", reason: `after the grace period, ${verdict.progress}` }, service });
        }
        else if (now >= target.deadline) {
            this.#end(watch, {
                verdict: { kind: "timed-out", reason: `the rollout did not end in time (${verdict.progress})` },
                service,
            });
        }
        else if (verdict.progress !== watch.progress) {
            watch.progress = verdict.progress;
            this.#dependencies.onProgress(target.location, verdict.progress);
        }
    }
    #endAll(verdict) {
        for (const watch of [...this.#watches])
            this.#end(watch, { verdict, service: undefined });
    }
    #end(watch, end) {
        this.#watches.delete(watch);
        watch.finish(end);
    }
}

;// CONCATENATED MODULE: ./build/apply/steps.js








/** Creates the service, with everything it needs. */
async function beginCreate(step, desired, input, tools) {
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    return createWith(taskDefinition, step, desired, input, tools);
}
async function createWith(taskDefinition, step, desired, input, ports) {
    const tags = serviceTags(desired, taskDefinition, step, input);
    const registry = await ports.discovery.createService(desired.cloudMapService.createRequest, tags);
    const request = {
        ...desired.service.createRequest,
        taskDefinition,
        serviceRegistries: [{ registryArn: registry.arn }],
        // Repeating a request whose answer was lost must not make a second service.
        clientToken: (0,external_node_crypto_.createHash)("sha256").update(`${input.runKey}\n${desired.service.name}`).digest("hex").slice(0, 32),
    };
    const service = await createWhenNameIsFree(request, tags, desired, input, ports);
    return { taskDefinitionArn: taskDefinition, ecsDeploymentId: primaryDeploymentId(service) };
}
/** A service of the same name may still be draining: ECS gives the name free when it is INACTIVE. */
async function createWhenNameIsFree(request, tags, desired, input, ports) {
    try {
        return await ports.ecs.createService(request, tags);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !/draining/i.test(error.message))
            throw error;
        await waitUntilGone(desired.service, desired.rolloutTimeout * 1_000, ports, input.signal);
        return ports.ecs.createService(request, tags);
    }
}
/** Brings an existing service to what the plan wants. `redeploy` is an update that forces new tasks. */
async function beginUpdate(step, desired, input, tools) {
    const { register, reuse } = step.taskDefinition;
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    // Tags first: when the run dies in between, the fingerprint names a revision the service does not run, and the
    // next run looks closer. The other way round it would take an old revision for the wanted one.
    await writeTags(step, serviceTags(desired, taskDefinition, step, input), input, tools);
    const request = await updateRequest(step, desired, register || reuse !== undefined ? taskDefinition : undefined, input, tools);
    if (request === undefined)
        return { taskDefinitionArn: taskDefinition, ecsDeploymentId: undefined };
    const service = await tools.ecs.updateService(request);
    const ecsDeploymentId = primaryDeploymentId(service);
    return {
        taskDefinitionArn: taskDefinition,
        ecsDeploymentId: ecsDeploymentId === step.base.ecsDeploymentId ? undefined : ecsDeploymentId,
    };
}
/** Removes the service and creates it anew, for what UpdateService cannot change. */
async function beginReplace(step, desired, input, tools) {
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    await removeEcsService(step, { untagged: true, timeoutMs: desired.rolloutTimeout * 1_000 }, input, tools);
    return createWith(taskDefinition, step, desired, input, tools);
}
/** The revision for the step and, with `load-check`, one whose code has been loaded once. */
async function ensureLoadable(step, desired, input, tools) {
    const { register, reuse } = step.taskDefinition;
    const taskDefinition = await ensureTaskDefinition(step, desired, input, tools);
    const isNew = register || reuse !== undefined || step.base.taskDefinitionArn === undefined;
    if (!input.loadCheck || !isNew)
        return taskDefinition;
    try {
        await checkThatCodeLoads(step, desired, taskDefinition, input, tools);
    }
    catch (error) {
        if (register && !input.signal.aborted)
            await withdrawRevision(taskDefinition, input, tools);
        throw error;
    }
    return taskDefinition;
}
/** A new revision, one the plan found, or the one that runs. */
async function ensureTaskDefinition(step, desired, input, ports) {
    const existing = step.taskDefinition.register
        ? undefined
        : (step.taskDefinition.reuse ?? step.base.taskDefinitionArn);
    if (existing !== undefined)
        return existing;
    const { body, environment } = desired.taskDefinition;
    const tags = { ...desired.identityTags, ...input.runTags };
    return ports.ecs.registerTaskDefinition(body, environment, tags).catch((error) => {
        // Most of a large deployment waits here: what an interruption finds waiting has written nothing yet.
        throw error instanceof errors/* ActionError */.lZ && error.code === aws_error_codes/* NOT_SENT_CODE */.zg ? new NotBegun() : error;
    });
}
/** Says by tag which revision the service runs and what it was made from. */
async function markFingerprint(step, input, ports) {
    const { serviceArn, taskDefinitionArn } = step.base;
    if (serviceArn === undefined || taskDefinitionArn === undefined || step.fingerprints === undefined)
        return;
    const fingerprint = input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
    await ports.ecs.tagResource(serviceArn, { [model_tags/* TAG_FINGERPRINT */.kr]: fingerprint });
}
function serviceTags(desired, taskDefinitionArn, step, input) {
    const fingerprint = step.fingerprints && input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
    return {
        ...desired.userTags,
        ...desired.identityTags,
        ...input.runTags,
        [model_tags/* TAG_USER_TAGS */.F_]: (0,model_tags/* userTagsValue */.K_)(Object.keys(desired.userTags)),
        ...(fingerprint !== undefined && { [model_tags/* TAG_FINGERPRINT */.kr]: fingerprint }),
    };
}
/** On the ECS service and on its Cloud Map service, which say the same. */
async function writeTags(step, tags, input, ports) {
    const serviceArn = step.base.serviceArn;
    if (serviceArn === undefined)
        return;
    const registryArn = input.registries.get(step.location);
    await ports.ecs.tagResource(serviceArn, tags);
    if (registryArn !== undefined)
        await ports.discovery.tagResource(registryArn, tags);
    const removed = step.changes
        .filter(({ resource, change }) => resource === "tags" && change === "removed")
        .map(({ path }) => path);
    if (removed.length === 0)
        return;
    await ports.ecs.untagResource(serviceArn, removed);
    if (registryArn !== undefined)
        await ports.discovery.untagResource(registryArn, removed);
}
/** The fields of UpdateService that differ; undefined when there is nothing to send. */
async function updateRequest(step, desired, taskDefinition, input, ports) {
    const changed = new Set(step.changes.filter(({ resource }) => resource === "service").map(({ path }) => path.split(/[.[]/, 1)[0] ?? ""));
    const wanted = desired.service.createRequest;
    const fields = Object.fromEntries(["desiredCount", "networkConfiguration", "deploymentConfiguration", "enableExecuteCommand"]
        .filter((field) => changed.has(field))
        .flatMap((field) => (wanted[field] === undefined ? [] : [[field, wanted[field]]])));
    const isUnregistered = step.changes.some(({ resource }) => resource === "cloud-map");
    const registry = changed.has("serviceRegistries") || isUnregistered ? await ensureRegistry(desired, input, ports) : {};
    const request = {
        ...fields,
        ...registry,
        ...(taskDefinition !== undefined && { taskDefinition }),
        ...(step.action === "redeploy" && { forceNewDeployment: true }),
    };
    if (Object.keys(request).length === 0 && !changed.has("propagateTags"))
        return undefined;
    // Left out, ECS may stop propagating tags: the documentation can be read either way, so it is always said.
    return { cluster: step.cluster, service: step.service, propagateTags: "SERVICE", ...request };
}
async function ensureRegistry(desired, input, ports) {
    const tags = { ...desired.userTags, ...desired.identityTags, ...input.runTags };
    const registry = await ports.discovery.createService(desired.cloudMapService.createRequest, tags);
    return { serviceRegistries: [{ registryArn: registry.arn }] };
}
function primaryDeploymentId(service) {
    return service.deployments?.find(({ status }) => status === "PRIMARY")?.id;
}

;// CONCATENATED MODULE: ./build/apply/task-watcher.js


/** Milliseconds. Code loads in seconds to minutes: looking more often would not end sooner. */
const task_watcher_POLL_INTERVAL_MS = 5_000;
/** One poller for all one-off tasks of a cluster: however many there are, they are described together. */
class TaskWatcher {
    #watches = new Map();
    #polling = false;
    #dependencies;
    constructor(dependencies) {
        this.#dependencies = dependencies;
    }
    /** Resolves when the task has stopped, or when it no longer makes sense to wait. `deadline` in milliseconds. */
    untilStopped(arn, deadline) {
        return new Promise((finish) => {
            this.#watches.set(arn, { deadline, finish, seen: undefined });
            if (!this.#polling)
                void this.#poll();
        });
    }
    async #poll() {
        const { clock, signal } = this.#dependencies;
        this.#polling = true;
        while (this.#watches.size > 0) {
            await clock.sleep(task_watcher_POLL_INTERVAL_MS, signal);
            if (signal.aborted)
                this.#endAll({ kind: "interrupted", reason: "the run was interrupted" });
            else
                await this.#lookOnce();
        }
        this.#polling = false;
    }
    async #lookOnce() {
        const { ecs, cluster } = this.#dependencies;
        try {
            const tasks = await ecs.describeTasks(cluster, [...this.#watches.keys()]);
            const byArn = new Map(tasks.map((task) => [task.taskArn, task]));
            for (const [arn, watch] of this.#watches)
                this.#judge(arn, watch, byArn.get(arn));
        }
        catch (error) {
            const reason = `the task could not be watched: ${(0,errors/* explainError */.UW)(error)}`;
            if ((0,aws_error_codes/* isCredentialsError */.B_)(error) || (0,aws_error_codes/* isAccessDenied */.w7)(error))
                this.#endAll({ kind: "lost", reason });
            for (const [arn, watch] of this.#watches)
                this.#endIfLate(arn, watch, { kind: "lost", reason });
        }
    }
    /** ECS may not show a task right after RunTask; one that it has shown before has been forgotten. */
    #judge(arn, watch, task) {
        if (task?.lastStatus === "STOPPED") {
            this.#end(arn, watch, { kind: "stopped", task });
            return;
        }
        if (task === undefined && watch.seen !== undefined) {
            this.#end(arn, watch, { kind: "lost", reason: "ECS does not know the task any more" });
            return;
        }
        watch.seen = task;
        const status = task?.lastStatus ?? "not shown by ECS yet";
        this.#endIfLate(arn, watch, { kind: "timed-out", reason: `the task did not end in time (${status})` });
    }
    #endIfLate(arn, watch, end) {
        if (this.#dependencies.clock.now() >= watch.deadline)
            this.#end(arn, watch, end);
    }
    #endAll(end) {
        for (const [arn, watch] of this.#watches)
            this.#end(arn, watch, end);
    }
    #end(arn, watch, end) {
        this.#watches.delete(arn);
        watch.finish(end);
    }
}

;// CONCATENATED MODULE: ./build/apply/apply-plan.js








/**
 * Locations that are written at the same time. Many, because AWS registers one revision a second and everything else
 * (services that drain, load checks) is to happen meanwhile; the adapter paces the calls themselves.
 */
const CONCURRENT_STEPS = 200;
/**
 * Carries out a plan: every location on its own, one failing does not stop the others. Writes nothing when a step
 * is blocked. Never rejects: whatever happens is in the outcome, in the order of the plan.
 */
async function applyPlan(input, ports) {
    const blocked = input.plan.steps.some(({ action }) => action === "blocked");
    const watcher = new RolloutWatcher({
        cluster: input.plan.request.cluster,
        ecs: ports.ecs,
        clock: ports.clock,
        signal: input.signal,
        onProgress: input.onProgress,
    });
    const tools = {
        ...ports,
        tasks: new TaskWatcher({
            cluster: input.plan.request.cluster,
            ecs: ports.ecs,
            clock: ports.clock,
            signal: input.signal,
        }),
    };
    // Beginning is bounded, watching is not: otherwise eight slow rollouts would hold up all others.
    const running = await (0,concurrency/* mapConcurrently */.X)(input.plan.steps, CONCURRENT_STEPS, async (step) => blocked ? { ended: Promise.resolve(outcomeOfBlockedPlan(step)) } : beginStep(step, input, tools, watcher));
    const locations = await Promise.all(running.map(({ ended }) => ended));
    return { locations, succeeded: locations.every(({ status }) => SUCCESSFUL.has(status)) };
}
const SUCCESSFUL = new Set(["succeeded", "unchanged", "started"]);
function outcomeOfBlockedPlan(step) {
    if (step.action === "blocked")
        return outcomeOf(step, "blocked", step.reason.text);
    if (step.action === "none")
        return outcomeOf(step, "unchanged", "nothing to do");
    return outcomeOf(step, "skipped", "not begun: another location of the plan is blocked");
}
async function beginStep(step, input, tools, watcher) {
    if (input.signal.aborted && step.action !== "none") {
        return { ended: Promise.resolve(outcomeOf(step, "skipped", "not begun: the run was interrupted")) };
    }
    const startedAt = tools.clock.now();
    try {
        return await carryOut(step, startedAt, input, tools, watcher);
    }
    catch (error) {
        return { ended: Promise.resolve(failedOutcome(step, error, input)) };
    }
}
async function carryOut(step, startedAt, input, tools, watcher) {
    if (step.action === "blocked")
        return { ended: Promise.resolve(outcomeOf(step, "blocked", step.reason.text)) };
    if (step.action === "delete") {
        await removeService(step, input, tools);
        return {
            ended: Promise.resolve(outcomeOf(step, "succeeded", "the ECS service and its Cloud Map service are removed")),
        };
    }
    const desired = input.desired.get(step.location);
    if (desired === undefined) {
        throw new errors/* ActionError */.lZ("plan-without-location", `The plan names "${step.location}", which was not rendered.`, {
            source: "internal",
        });
    }
    if (step.action === "none")
        return leaveAlone(step, desired, startedAt, input, tools, watcher);
    const begin = { create: beginCreate, update: beginUpdate, redeploy: beginUpdate, replace: beginReplace }[step.action];
    const begun = await begin(step, desired, input, tools);
    input.onProgress(step.location, begun.ecsDeploymentId === undefined ? "updated" : "ECS deployment started");
    return { ended: finishRollout(step, desired, begun, startedAt, input, tools, watcher) };
}
/** Nothing changes; but a rollout that an earlier run began may still fail. */
async function leaveAlone(step, desired, startedAt, input, ports, watcher) {
    if (input.unmarked.has(step.location))
        await markFingerprint(step, input, ports);
    const { taskDefinitionArn, ecsDeploymentId } = step.base;
    if (ecsDeploymentId !== undefined && input.unfinished.has(step.location)) {
        return {
            ended: finishRollout(step, desired, { taskDefinitionArn, ecsDeploymentId }, startedAt, input, ports, watcher),
        };
    }
    const message = step.warnings[0] ?? "nothing to do";
    return { ended: Promise.resolve({ ...outcomeOf(step, "unchanged", message), ...addressOf(desired, input) }) };
}

// EXTERNAL MODULE: ./build/plan/fingerprint.js
var fingerprint = __webpack_require__(802);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./build/plan/parse-plan.js


/** The version of the plan's form that this program writes and reads. */
const FORMAT_VERSION = 1;
/** A plan from its file. Throws an ActionError (source user) when it is no plan, or one of another version. */
function parsePlan(text) {
    const value = parseJson(text);
    const version = schemas/* looseObject */._H3({ formatVersion: schemas/* unknown */.L5J() }).safeParse(value);
    if (version.success && version.data.formatVersion !== FORMAT_VERSION) {
        throw new errors/* ActionError */.lZ("plan-version", `The plan has format version ${JSON.stringify(version.data.formatVersion)}, and this program reads version ${FORMAT_VERSION}.`, { source: "user", hint: "Make the plan and apply it with the same version of the action." });
    }
    const plan = PLAN.safeParse(value);
    if (plan.success)
        return plan.data;
    const [issue] = plan.error.issues;
    throw notAPlan(`${issue?.path.join(".") || "the file"}: ${issue?.message ?? "unreadable"}`, plan.error);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw notAPlan("it is not JSON", error);
    }
}
function notAPlan(why, cause) {
    return new errors/* ActionError */.lZ("plan-invalid", `The plan file is not a plan (${why}).`, {
        source: "user",
        hint: "Give `plan-file` the file that the plan command wrote, unchanged.",
        cause,
    });
}
const JSON_VALUE = schemas/* json */.Pq9();
const SHOWN_VALUE = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("shown"), value: JSON_VALUE }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("hidden"), why: schemas/* string */.YjP() }),
]);
const IMPACT = schemas/* enum */.k5n(["none", "in-place", "rollout", "downtime", "removal"]);
const FIELD_CHANGE = schemas/* strictObject */.rej({
    resource: schemas/* enum */.k5n(["task-definition", "service", "cloud-map", "tags"]),
    path: schemas/* string */.YjP(),
    change: schemas/* enum */.k5n(["added", "removed", "changed"]),
    before: SHOWN_VALUE.exactOptional(),
    after: SHOWN_VALUE.exactOptional(),
    impact: IMPACT,
    sensitive: schemas/* boolean */.zMY(),
});
const STEP = schemas/* strictObject */.rej({
    location: schemas/* string */.YjP(),
    action: schemas/* enum */.k5n(["create", "update", "replace", "redeploy", "delete", "none", "blocked"]),
    reason: schemas/* strictObject */.rej({ code: schemas/* string */.YjP(), text: schemas/* string */.YjP() }),
    service: schemas/* string */.YjP(),
    cluster: schemas/* string */.YjP(),
    family: schemas/* string */.YjP(),
    image: schemas/* strictObject */.rej({
        requested: schemas/* string */.YjP(),
        reference: schemas/* string */.YjP(),
        previous: schemas/* string */.YjP().exactOptional(),
        status: schemas/* string */.YjP(),
    })
        .exactOptional(),
    taskDefinition: schemas/* strictObject */.rej({ register: schemas/* boolean */.zMY(), reuse: schemas/* string */.YjP().exactOptional() }),
    base: schemas/* strictObject */.rej({
        serviceArn: schemas/* string */.YjP().exactOptional(),
        taskDefinitionArn: schemas/* string */.YjP().exactOptional(),
        ecsDeploymentId: schemas/* string */.YjP().exactOptional(),
    }),
    changes: schemas/* array */.YOg(FIELD_CHANGE),
    impact: IMPACT,
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    fingerprints: schemas/* strictObject */.rej({ configuration: schemas/* string */.YjP(), full: schemas/* string */.YjP() }).exactOptional(),
});
const PLAN = schemas/* strictObject */.rej({
    formatVersion: schemas/* literal */.euz(FORMAT_VERSION),
    request: schemas/* strictObject */.rej({
        deployment: schemas/* string */.YjP(),
        kind: schemas/* enum */.k5n(["full", "branch"]),
        organization: schemas/* string */.YjP().nullable(),
        cluster: schemas/* string */.YjP(),
        region: schemas/* string */.YjP(),
        account: schemas/* string */.YjP(),
        source: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP().nullable(),
    }),
    steps: schemas/* array */.YOg(STEP),
    notSelected: schemas/* array */.YOg(schemas/* string */.YjP()),
});

;// CONCATENATED MODULE: ./build/plan/stale.js
/**
 * Why a saved plan must not be carried out now: one sentence for each difference between what it was made on and
 * what is there. Empty when both would do the same.
 */
function comparePlans(saved, current) {
    const request = ["deployment", "cluster", "region", "account", "source", "organization"]
        .filter((key) => saved.request[key] !== current.request[key])
        .map((key) => `the saved plan is for ${key} ${saved.request[key]}, this run for ${current.request[key]}`);
    const currentSteps = new Map(current.steps.map((step) => [step.location, step]));
    const savedNames = new Set(saved.steps.map(({ location }) => location));
    return [
        ...request,
        ...saved.steps.flatMap((step) => compareSteps(step, currentSteps.get(step.location), current.notSelected)),
        ...current.steps
            .filter(({ location }) => !savedNames.has(location))
            .map(({ location }) => `"${location}" is not in the saved plan`),
    ];
}
function compareSteps(saved, current, notSelected) {
    const name = `"${saved.location}"`;
    if (notSelected.includes(saved.location))
        return [`${name} is in the saved plan, but is not selected in this run`];
    if (current === undefined)
        return [`${name} is in the saved plan, but not in the configuration any more`];
    const moved = ["serviceArn", "taskDefinitionArn", "ecsDeploymentId"].filter((key) => saved.base[key] !== current.base[key]);
    if (moved.length > 0) {
        const facts = moved.map((key) => `${key} was ${saved.base[key] ?? "none"}, is ${current.base[key] ?? "none"}`);
        return [`${name} has moved since the plan: ${facts.join("; ")}`];
    }
    if (saved.fingerprints?.configuration !== current.fingerprints?.configuration) {
        return [`${name} is configured differently from what was planned`];
    }
    if (saved.fingerprints?.full !== current.fingerprints?.full) {
        return [
            `${name} has another image than was planned: ${saved.image?.reference} then, ${current.image?.reference} now`,
        ];
    }
    return saved.action === current.action ? [] : [`${name} would be "${current.action}" now, not "${saved.action}"`];
}

// EXTERNAL MODULE: ./build/plan/task-definition-arn.js
var task_definition_arn = __webpack_require__(6993);
// EXTERNAL MODULE: ./build/commands/agent-configuration.js + 13 modules
var agent_configuration = __webpack_require__(8436);
// EXTERNAL MODULE: ./build/commands/aws-connection.js
var aws_connection = __webpack_require__(139);
// EXTERNAL MODULE: ./build/commands/load-configuration.js + 55 modules
var load_configuration = __webpack_require__(4056);
// EXTERNAL MODULE: ./build/commands/plan.js
var plan = __webpack_require__(3996);
// EXTERNAL MODULE: ./build/commands/prepare.js + 23 modules
var prepare = __webpack_require__(2523);
// EXTERNAL MODULE: ./build/commands/validate.js
var validate = __webpack_require__(7541);
;// CONCATENATED MODULE: ./build/commands/apply.js














/** Plans, carries the plan out, and watches it to its end. Nothing is written before every location has passed. */
async function apply(context) {
    const { inputs } = context;
    refuseUntrusted(context);
    const savedPlan = await readSavedPlan(context);
    const agent = await (0,agent_configuration/* readAgentConfiguration */.A)(context);
    const configuration = await (0,load_configuration/* loadConfiguration */.v)(context, { missingSeverity: "error", needsDeployment: true, agent });
    const findings = (0,validate/* findingsOf */.WX)(configuration, inputs.strict);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,validate/* hasErrors */.Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const ports = await (0,aws_connection/* connectAws */.o)(context, launcher);
    const run = await (0,prepare/* preparePlan */.H)({ context, configuration, launcher, ports, mode: "apply" });
    const reasons = [
        ...(0,plan/* failedChecks */.HH)(run.preflight),
        // With `verify` the checks have said so already.
        ...(inputs.verify ? [] : missingImages(run.desired)),
        ...(0,plan/* blockedSteps */.eD)(run.plan),
        ...(savedPlan === undefined ? [] : comparePlans(savedPlan, run.plan)),
    ];
    if (reasons.length > 0)
        return { kind: "refused", findings, run, reasons: [...new Set(reasons)] };
    context.onApply(run);
    const outcome = await applyPlan({
        plan: run.plan,
        desired: new Map(run.desired.map((location) => [location.name, location])),
        unfinished: run.unfinished,
        unmarked: run.unmarked,
        registries: run.registries,
        runTags: runTags(context),
        runKey: runKey(context),
        formatFingerprint: (arn, full) => (0,fingerprint/* formatFingerprintTag */.C3)((0,task_definition_arn/* parseTaskDefinitionArn */.t)(arn)?.revision ?? 0, full),
        loadCheck: inputs.loadCheck,
        wait: inputs.wait,
        rolloutTimeoutMs: inputs.waitTimeoutMinutes === undefined ? undefined : inputs.waitTimeoutMinutes * 60_000,
        namespaceId: launcher.serviceDiscoveryNamespaceId,
        namespaceName: run.namespaceName,
        redact: run.redact,
        onProgress: (location, text) => context.onProgress(`${location}: ${text}`),
        signal: context.signal,
    }, { ...ports, clock: context.clock });
    return { kind: "applied", findings, run, outcome };
}
/** Code of a fork must not reach AWS, and pull_request_target runs with the base's credentials on it. */
function refuseUntrusted(context) {
    const { event } = context;
    if (event === undefined || (event.name !== "pull_request_target" && !event.headIsFork))
        return;
    throw new errors/* ActionError */.lZ("untrusted-event", event.headIsFork
        ? "This event comes from a fork: it may plan, but not apply."
        : "The event pull_request_target may plan, but not apply.", { source: "user", hint: "Apply on `push` to the branch you deploy from." });
}
async function readSavedPlan(context) {
    const path = context.inputs.planFile;
    if (path === undefined)
        return undefined;
    const bytes = await context.files.read(path);
    if (bytes !== undefined)
        return parsePlan(new TextDecoder().decode(bytes));
    throw new errors/* ActionError */.lZ("plan-file-missing", `There is no plan file ${path}.`, {
        source: "user",
        hint: "Run `command: plan` with the same `plan-file` first, and bring the file along.",
    });
}
/** A missing image is a warning in a plan; an apply needs it now. */
function missingImages(desired) {
    return desired
        .filter(({ image }) => image.status === "missing")
        .map(({ name, image }) => `"${name}": the image ${image.requested} is not in ECR; push it before this step`);
}
function runTags(context) {
    const { event } = context;
    const commit = event?.headSha;
    return {
        ...(commit !== undefined && { [model_tags/* TAG_COMMIT */.rJ]: commit }),
        ...(event !== undefined && { [model_tags/* TAG_RUN */.Ru]: `${event.runNumber}.${event.runAttempt}` }),
    };
}
/** The same when GitHub repeats nothing but the request, another for every attempt; by hand, every run is its own. */
function runKey(context) {
    const { event } = context;
    return event === undefined
        ? (0,external_node_crypto_.randomUUID)()
        : `${event.repository}/${event.runUrl ?? ""}/${event.runNumber}.${event.runAttempt}`;
}


/***/ })

};
