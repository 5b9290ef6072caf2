export const id = 123;
export const ids = [123];
export const modules = {

/***/ 2526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ withoutBystanders)
/* harmony export */ });
/** The containers of a task but those that AWS has put beside them. */
function withoutBystanders(containers = []) {
    return containers.filter(({ name }) => !isBystander(name));
}
/**
 * True for a container that AWS puts into a task beside those of its task definition, and that the task lives without:
 * the agent of GuardDuty's Runtime Monitoring (Amazon GuardDuty user guide, "How Runtime Monitoring works with Fargate").
 */
function isBystander(containerName) {
    return /^aws-guardduty-agent\b/.test(containerName ?? "");
}


/***/ }),

/***/ 2985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ waitUntilGone),
/* harmony export */   Vr: () => (/* binding */ CREATED_ANEW),
/* harmony export */   WC: () => (/* binding */ createdAnew),
/* harmony export */   YE: () => (/* binding */ createdTooEarly),
/* harmony export */   jW: () => (/* binding */ DrainWatcher)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);


/** Services take a while to stop their tasks; looking more often does not make it faster. */
const DRAIN_POLL_INTERVAL_MS = 5_000;
/** One poller for all services of a cluster that are on their way out. */
class DrainWatcher {
    #waits = new Set();
    #dependencies;
    #polling = false;
    constructor(dependencies) {
        this.#dependencies = dependencies;
    }
    /**
     * Resolves when ECS does not know the service any more (INACTIVE counts as gone). Rejects when it takes longer than
     * `timeoutMs`, when somebody creates it anew, when the run is interrupted, or when nobody can look any more.
     */
    waitUntilGone(service, timeoutMs) {
        return new Promise((resolve, reject) => {
            this.#waits.add({ service, deadline: this.#dependencies.clock.now() + timeoutMs, resolve, reject });
            if (this.#polling)
                return;
            this.#polling = true;
            void this.#poll();
        });
    }
    async #poll() {
        const { clock, signal } = this.#dependencies;
        while (this.#waits.size > 0) {
            await this.#lookOnce();
            if (this.#waits.size === 0)
                break;
            await clock.sleep(DRAIN_POLL_INTERVAL_MS, signal);
            if (signal.aborted) {
                for (const wait of [...this.#waits])
                    this.#fail(wait, interruptedWhileDraining(wait.service.name));
            }
        }
        this.#polling = false;
    }
    async #lookOnce() {
        const { cluster, ecs } = this.#dependencies;
        const waits = [...this.#waits];
        try {
            const services = await ecs.describeServices(cluster, waits.map(({ service }) => service.name));
            const byName = new Map(services.map((service) => [service.serviceName, service]));
            for (const wait of waits)
                this.#judge(wait, byName.get(wait.service.name));
        }
        catch (error) {
            // Without credentials or permission no later look can succeed; whatever else went wrong may pass.
            const isFinal = (0,_model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .isCredentialsError */ .B_)(error) || (0,_model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .isAccessDenied */ .w7)(error);
            for (const wait of waits)
                if (isFinal || this.#isOverdue(wait))
                    this.#fail(wait, error);
        }
    }
    #judge(wait, found) {
        const { name, createdAt } = wait.service;
        if (found === undefined) {
            this.#waits.delete(wait);
            wait.resolve();
        }
        else if (found.status === "ACTIVE" && createdAt !== undefined && isAfter(found.createdAt, createdAt)) {
            this.#fail(wait, createdAnew(name));
        }
        else if (this.#isOverdue(wait)) {
            this.#fail(wait, stillDraining(name));
        }
    }
    #isOverdue({ deadline }) {
        return this.#dependencies.clock.now() >= deadline;
    }
    #fail(wait, error) {
        this.#waits.delete(wait);
        wait.reject(error);
    }
}
/** Waits for one service (see `DrainWatcher`). */
function waitUntilGone(service, timeoutMs, { ecs, clock }, signal) {
    return new DrainWatcher({ cluster: service.cluster, ecs, clock, signal }).waitUntilGone(service, timeoutMs);
}
function isAfter(one, other) {
    return one !== undefined && one.getTime() > other.getTime();
}
function stillDraining(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("service-still-draining", `The ECS service ${name} was deleted but still stops its tasks.`, {
        source: "aws",
        hint: "Run again when the service is INACTIVE.",
    });
}
/** Code of the error for a service that another run has created while it was waited for to go. */
const CREATED_ANEW = "service-created-anew";
/** For whoever finds a service of the name that another run has created meanwhile. */
function createdAnew(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(CREATED_ANEW, `The ECS service ${name} was created anew while this run waited for it to go.`, {
        source: "user",
        hint: "Another run uses it now: nothing more was done to it. Run again if it should not stay as it is.",
    });
}
/** For a service of the name that came into being when parts of the one before were removed already. */
function createdTooEarly(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(CREATED_ANEW, `The ECS service ${name} was created anew while this run removed the rest of it.`, {
        source: "user",
        hint: "Its host name or its revision may be gone: apply again, or run this again if it should not stay.",
    });
}
function interruptedWhileDraining(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("interrupted", `The run was interrupted while the ECS service ${name} stopped its tasks.`, {
        source: "user",
        hint: "The next run goes on from there.",
    });
}


/***/ }),

/***/ 8688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ STOPPED_ALONG),
/* harmony export */   HA: () => (/* binding */ COMMAND_NOT_FOUND),
/* harmony export */   W4: () => (/* binding */ KILLED),
/* harmony export */   WC: () => (/* binding */ tellingExitCodes)
/* harmony export */ });
/** Exit code of a container that the kernel killed: 128 + SIGKILL. */
const KILLED = 137;
/** Exit code of a container that was asked to stop: 128 + SIGTERM. */
const STOPPED_ALONG = 143;
/** Exit code of a shell that does not find its command. */
const COMMAND_NOT_FOUND = 127;
/**
 * Those exit codes of the containers of one task that tell why it ended: when one container has failed, the others are
 * asked to stop, and killed if they do not.
 */
function tellingExitCodes(codes) {
    const own = codes.filter((code) => code !== STOPPED_ALONG);
    const hasFailed = own.some((code) => code !== 0 && code !== KILLED);
    return hasFailed ? own.filter((code) => code !== KILLED) : own;
}


/***/ }),

/***/ 3927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ guessCause)
});

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/apply/bystanders.js
var bystanders = __webpack_require__(2526);
// EXTERNAL MODULE: ./build/apply/exit-codes.js
var exit_codes = __webpack_require__(8688);
;// CONCATENATED MODULE: ./build/apply/known-causes.js

const PULL = /CannotPull|pull image manifest/i;
const INITIALIZATION = /ResourceInitializationError/i;
/** On Fargate; on EC2 the agent says it with other words. */
const SECRET = /ResourceInitializationError.*(secret|\bssm\b|parameter)|Fetching secret data/is;
/** Ways of saying that nobody answered; the longer ones are cut off in the middle. */
const NO_ANSWER = /connection issue between the task and|i\/o timeout|context deadli|TLS handshake|signal: killed|connection re(set|fused)|no such host|request ?cancel|send request failed|StatusCode: 0\b/i;
/**
 * The well-known ways a code server fails to start, the most certain first; the first that matches is the guess. Words
 * of AWS: Amazon ECS developer guide, "Amazon ECS stopped task error messages" and "Service event messages", and stop
 * reasons that users quote in bug reports.
 */
const KNOWN_CAUSES = [
    {
        matches: ({ reasons }) => /exec format error|descriptor matching platform|no match(ing manifest| for platform)/i.test(reasons),
        guess: "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
    },
    {
        matches: ({ reasons }) => PULL.test(reasons) && /toomanyrequests|too many requests|rate limit/i.test(reasons),
        guess: "The registry refused the pull because of its rate limit: set `repository_credentials`, or bring the image to ECR.",
    },
    {
        matches: ({ reasons }) => /CannotCreateVolume|\bEFS (utils|volumes?)\b|\bmount\.nfs/i.test(reasons),
        guess: "ECS could not mount a volume: check the EFS file system, its mount targets and security groups, and the task role.",
    },
    {
        matches: ({ reasons }) => /no space left on device/i.test(reasons),
        guess: "The disk of the task is full: make the image smaller, or raise `server_resources.ephemeral_storage` (on EC2, the disk of the instances).",
    },
    {
        matches: ({ reasons }) => (PULL.test(reasons) || INITIALIZATION.test(reasons)) && NO_ANSWER.test(reasons),
        guess: "The task does not reach AWS or the registry: its subnets need a NAT gateway, a public IP address or VPC endpoints, and its security groups must let it out.",
    },
    {
        matches: ({ reasons }) => (PULL.test(reasons) &&
            /denied|forbidden|\b403\b|no basic auth|unauthorized|not authorized|authorization failed/i.test(reasons)) ||
            /ecr:\w+|ecr registry auth/i.test(reasons),
        guess: "ECS may not pull the image: allow the execution role to read the repository, or set `repository_credentials` for a private registry elsewhere.",
    },
    {
        matches: ({ reasons }) => PULL.test(reasons) && /: not found|(manifest|name) unknown|does not exist/i.test(reasons),
        guess: "The registry has no image of this name and tag: push it, or correct the image that is asked for.",
    },
    {
        matches: ({ reasons }) => PULL.test(reasons),
        guess: "ECS could not pull the image: check that the tag exists, that the execution role may read the registry, and that the subnets reach it.",
    },
    {
        matches: ({ reasons }) => /unable to assume|execution role credentials|is not authorized to assume/i.test(reasons),
        guess: "ECS could not take on the execution role or the task role: check that it exists and that its trust policy names ecs-tasks.amazonaws.com.",
    },
    {
        matches: ({ reasons }) => /log group|log stream|CreateLogStream|awslogs|logger args/i.test(reasons),
        guess: "ECS could not write the log: check that the log group exists and that the execution role may write to it.",
    },
    {
        matches: ({ reasons }) => INITIALIZATION.test(reasons) && /Rate exceeded|ThrottlingException/i.test(reasons),
        guess: "AWS was asked too often at once for what the tasks need to start, such as their secrets: run again, perhaps with fewer `locations` at a time.",
    },
    {
        matches: ({ reasons }) => SECRET.test(reasons) && /did not contain json key|invalid character/i.test(reasons),
        guess: "ECS could not fetch a secret: it is no JSON object with the key that its `valueFrom` names.",
    },
    {
        matches: ({ reasons }) => SECRET.test(reasons) && /AccessDenied|not authorized|\bKMS\b/i.test(reasons),
        guess: "ECS may not fetch a secret: allow the execution role `secretsmanager:GetSecretValue` (for a parameter `ssm:GetParameters`) on it, and `kms:Decrypt` where it is encrypted with a key of your own.",
    },
    {
        matches: ({ reasons }) => SECRET.test(reasons) && /ResourceNotFound|can't find|invalid( ssm)? parameters/i.test(reasons),
        guess: "ECS could not fetch a secret: there is none of this name or ARN in this region, or it has no value yet.",
    },
    {
        matches: ({ reasons }) => SECRET.test(reasons),
        guess: "ECS could not fetch a secret: check that it exists, with its JSON key, and that the execution role may read it.",
    },
    {
        matches: ({ reasons, log, exitCodes }) => /executable file not found|no such file or directory: unknown|command not found/i.test(reasons + log) ||
            /No module named '?dagster'?\s*$/m.test(log) ||
            exitCodes.includes(exit_codes/* COMMAND_NOT_FOUND */.HA),
        guess: "The image lacks Dagster, or the command that starts it: install Dagster in the image, or set `executable_path`.",
    },
    {
        matches: ({ reasons }) => /OutOfMemory/i.test(reasons),
        guess: "The container ran out of memory: raise `server_resources.memory`.",
    },
    {
        matches: ({ reasons }) => /free ?addresses/i.test(reasons),
        guess: "The subnets have no free IP address left: add larger ones, or stop tasks that are not needed.",
    },
    {
        matches: ({ log }) => /exec format error/i.test(log),
        guess: "The image was built for another processor than the task runs on: build it for the platform of `runtime_platform` (X86_64 unless it says ARM64).",
    },
    {
        matches: ({ log }) => /address already in use|failed to bind|Errno 98|could not bind/i.test(log),
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
        matches: ({ reasons }) => /ELB health checks?/i.test(reasons),
        guess: "The health check of a load balancer failed: check the port and the protocol of its target group, and that its security group reaches the task.",
    },
    {
        matches: ({ reasons }) => /health checks?/i.test(reasons),
        guess: "The container health check failed: run its command in the image, or give the server more time with `startPeriod`.",
    },
    {
        matches: ({ log }) => /(^|\n)Traceback \(most recent call last\)|(^|\n)[\w.]+(Error|Exception): /.test(log),
        guess: "The process ended with a Python error: see the last log lines.",
    },
    {
        matches: ({ exitCodes }) => exitCodes.includes(exit_codes/* KILLED */.W4),
        guess: "The container was killed, most likely because it ran out of memory: raise `server_resources.memory`.",
    },
    {
        matches: ({ hasOtherEndedFirst }) => hasOtherEndedFirst,
        guess: "Another container of the task ended first, and ECS stops a task when one of its essential containers ends: see its exit code and log, or give it `essential: false` if the code server can do without it.",
    },
    {
        matches: ({ reasons, exitCodes }) => /Essential container/i.test(reasons) && exitCodes.length > 0 && exitCodes.every((code) => code === 0),
        guess: "The process ended by itself without an error, which a server must not: check the command of the image.",
    },
    {
        matches: ({ reasons }) => /capacity is unavailable/i.test(reasons),
        guess: "AWS has no Fargate capacity for the task now: try again later, or add subnets of other availability zones.",
    },
    {
        matches: ({ reasons }) => /reached the limit on the number|above your limit/i.test(reasons),
        guess: "The account's quota of Fargate tasks in this region is used up: have it raised in Service Quotas, or stop tasks that are not needed.",
    },
    {
        matches: ({ reasons }) => /unable to place a task/i.test(reasons) && /container instances?\b|\bRESOURCE:|insufficient/i.test(reasons),
        guess: "ECS found no place for the task: the cluster lacks instances with enough free CPU, memory or network interfaces.",
    },
];

;// CONCATENATED MODULE: ./build/apply/guess.js




const NOT_CHECKED_YET = "The health check has neither passed nor failed yet: its `startPeriod` and `interval` may be longer than the code server is waited for.";
/**
 * A first guess in plain words at why a rollout failed; undefined when nothing well known matches. Events are asked
 * where the tasks tell nothing: ECS writes there what keeps it from starting any.
 */
function guessCause({ stoppedTasks, events, timedOut }) {
    return (guessFrom(evidenceOf(stoppedTasks)) ??
        guessFrom({ reasons: events.join("\n"), log: "", exitCodes: [], hasOtherEndedFirst: false }) ??
        (timedOut === "health-check" ? NOT_CHECKED_YET : undefined));
}
function guessFrom(evidence) {
    return KNOWN_CAUSES.find((cause) => cause.matches(evidence))?.guess;
}
function evidenceOf(stoppedTasks) {
    const containers = stoppedTasks.flatMap((task) => (0,bystanders/* withoutBystanders */.C)(task.containers));
    const ended = stoppedTasks.filter(({ stopCode }) => stopCode !== "ServiceSchedulerInitiated" && stopCode !== "UserInitiated");
    return {
        reasons: [
            ...stoppedTasks.map(({ stoppedReason }) => stoppedReason ?? ""),
            ...containers.map(({ reason }) => reason ?? ""),
        ].join("\n"),
        log: containers.flatMap(({ logLines }) => logLines).join("\n"),
        exitCodes: ended.flatMap((task) => (0,exit_codes/* tellingExitCodes */.WC)((0,bystanders/* withoutBystanders */.C)(task.containers).flatMap(({ exitCode }) => (exitCode === undefined ? [] : [exitCode])))),
        hasOtherEndedFirst: ended.some(hasOtherEndedFirst),
    };
}
/** A code server that is asked to stop ends with 143, or with 0. */
function hasOtherEndedFirst(task) {
    const server = task.containers.find(({ name }) => name === code_server/* CODE_SERVER_CONTAINER */.ke)?.exitCode;
    const others = (0,bystanders/* withoutBystanders */.C)(task.containers).filter(({ name }) => name !== code_server/* CODE_SERVER_CONTAINER */.ke);
    const ends = others.flatMap(({ exitCode }) => (exitCode === undefined || exitCode === exit_codes/* STOPPED_ALONG */.AP ? [] : exitCode));
    return (server === exit_codes/* STOPPED_ALONG */.AP && ends.length > 0) || (server === 0 && ends.some((code) => code !== 0));
}


/***/ }),

/***/ 8073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   S8: () => (/* binding */ explainRefusedCheck),
/* harmony export */   Vs: () => (/* binding */ explainCheckEnd),
/* harmony export */   Vt: () => (/* binding */ LoadCheckFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5909);
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8105);
/* harmony import */ var _bystanders_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2526);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8688);
/* harmony import */ var _guess_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3927);
/* harmony import */ var _rollout_phase_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2104);
/* harmony import */ var _stop_reasons_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1899);
/* harmony import */ var _stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4299);









/** The code of a location could not be loaded, or nobody could find out; its service has not been touched. */
class LoadCheckFailure extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    failure;
    constructor(message, failure, cause) {
        super(cause?.code ?? "load-check", message, {
            source: cause?.source ?? "user",
            ...(cause?.hint !== undefined && { hint: cause.hint }),
            cause,
        });
        this.failure = failure;
    }
}
/** Exit code of the container that loads the code; undefined when it has not ended by itself. */
function exitCodeOf(task) {
    return task.containers?.find(({ name }) => name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_3__/* .CODE_SERVER_CONTAINER */ .ke)?.exitCode;
}
/** For a load check whose task ECS would not run. Its code and hint are those of the refusal. */
function explainRefusedCheck(refusal, check) {
    const message = `The load check could not start: ${asSentence(refusal.message)} ${UNTOUCHED}`;
    return new LoadCheckFailure(message, report(check, []), refusal);
}
/** For a load check that did not end well: what was said, and the log. */
async function explainCheckEnd(end, check, input, { clock, logs }) {
    const task = end.kind === "stopped" || end.kind === "timed-out" ? end.task : undefined;
    const telling = task === undefined ? [] : [{ task, alike: 0 }];
    const context = { body: check.desired.taskDefinition.body, redact: input.redact };
    const tasks = await (0,_stopped_tasks_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTasks */ .yz)(telling, context, { logs, clock, signal: input.signal });
    return new LoadCheckFailure(describeEnd(end, check, input), report(check, tasks));
}
const UNTOUCHED = "The service was not touched.";
/** How it ended, without what was found out about it: for that there is the report. */
function describeEnd(end, check, input) {
    const { stillRuns } = end;
    const left = stillRuns === undefined
        ? ""
        : ` Its task ${stillRuns.taskId} may still run, because it could not be stopped: ${stillRuns.why}`;
    return `${asSentence(describeKind(end, check, input))} ${UNTOUCHED}${left}`;
}
function describeKind(end, check, input) {
    switch (end.kind) {
        case "stopped":
            return describeStopped(end.task);
        case "timed-out":
            return describeTimeout(end.task?.lastStatus, check, input);
        case "interrupted":
        case "lost":
            return `The load check did not end: ${end.reason}`;
    }
}
/** What ran out, what the task was doing, and which setting gives it more time. */
function describeTimeout(status, { timeoutMs }, { rolloutTimeoutMs }) {
    const doing = status === undefined ? "ECS does not show its task" : `its task is ${status}`;
    const [setting, cause] = status === undefined || NOT_RUN_YET.has(status)
        ? ["`ecs_timeout`", "pulling the image or placing the task takes longer"]
        : ["`server_process_startup_timeout`", "the code takes longer to load"];
    return rolloutTimeoutMs === undefined
        ? `The load check did not end within ${timeoutMs / 1_000} seconds (\`ecs_timeout\` and \`server_process_startup_timeout\`): ${doing}. Raise ${setting} if ${cause}`
        : `The load check did not end within ${(0,_rollout_phase_js__WEBPACK_IMPORTED_MODULE_4__/* .describeTotal */ .MW)(timeoutMs)}: ${doing}. Raise \`wait-timeout-minutes\` if ${cause}`;
}
/** Amazon ECS developer guide, "Amazon ECS task lifecycle". */
const NOT_RUN_YET = new Set(["PROVISIONING", "PENDING", "ACTIVATING"]);
function describeStopped(task) {
    const exitCode = exitCodeOf(task);
    if ((0,_stop_reasons_js__WEBPACK_IMPORTED_MODULE_5__/* .classifyStop */ .dZ)(task) === "intended") {
        const why = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
        return `The load check was cut short: its task was stopped from outside${why}`;
    }
    if (exitCode === undefined)
        return "The load check could not start";
    const first = exitCode === _exit_codes_js__WEBPACK_IMPORTED_MODULE_6__/* .STOPPED_ALONG */ .AP ? (0,_bystanders_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutBystanders */ .C)(task.containers).find(endedByItself) : undefined;
    return first === undefined
        ? `The code could not be loaded (\`dagster definitions validate\` exited with ${exitCode})`
        : `The load check was cut short: the container ${first.name} ended first, with exit code ${first.exitCode}`;
}
function endedByItself({ exitCode }) {
    return exitCode !== undefined && exitCode !== _exit_codes_js__WEBPACK_IMPORTED_MODULE_6__/* .STOPPED_ALONG */ .AP;
}
function asSentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
function report({ step, desired, taskDefinitionArn }, stoppedTasks) {
    const guess = (0,_guess_js__WEBPACK_IMPORTED_MODULE_1__/* .guessCause */ .J)({ stoppedTasks, events: [] });
    const running = step.base.taskDefinitionArn;
    return {
        phase: "load check, before the service is touched",
        events: [],
        stoppedTasks,
        image: desired.image.reference,
        taskDefinitionArn,
        leftState: running === undefined ? "not created" : `untouched, on ${(0,_model_arn_js__WEBPACK_IMPORTED_MODULE_8__/* .lastSegment */ .mp)(running)} (the revision it ran before)`,
        ...(guess !== undefined && { guess }),
    };
}


/***/ }),

/***/ 1:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ stopLoadCheck),
/* harmony export */   ks: () => (/* binding */ LOAD_CHECK),
/* harmony export */   nU: () => (/* binding */ isLoadCheck),
/* harmony export */   uk: () => (/* binding */ stopForgottenLoadChecks)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Who started the task: letters, digits, hyphens and slashes, 128 at most (RunTask API reference, `startedBy`). */
const LOAD_CHECK = "dagster-ecs-deploy/load-check";
/** ECS stops a task within two minutes, but its answer to StopTask comes at once. */
const STOP_REASON = "dagster-ecs-deploy: the load check has ended";
/** True for the task of a load check, be it of another run. */
function isLoadCheck({ startedBy }) {
    return startedBy === LOAD_CHECK;
}
/** Stops the task of a load check. Never rejects: says why it could not be stopped. */
async function stopLoadCheck(cluster, arn, ecs) {
    try {
        await ecs.stopTask(cluster, arn, STOP_REASON);
        return undefined;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .UW)(error);
    }
}
/**
 * Stops load checks of a family that nobody waits for any more: their run is gone, and their code does not end. Gives
 * how many. `before`: when the latest of them was started, in milliseconds. Never rejects.
 */
async function stopForgottenLoadChecks(where, ecs) {
    const { cluster, family, before } = where;
    const tasks = await ecs.describeTasksOfFamily(cluster, family).catch(() => []);
    const forgotten = tasks.filter((task) => isLoadCheck(task) && task.createdAt !== undefined && task.createdAt.getTime() < before);
    const problems = await Promise.all(forgotten.map(({ taskArn = "" }) => stopLoadCheck(cluster, taskArn, ecs)));
    return problems.filter((problem) => problem === undefined).length;
}


/***/ }),

/***/ 7521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ SERVICE_MOVED),
/* harmony export */   TI: () => (/* binding */ NotBegun),
/* harmony export */   Tw: () => (/* binding */ afterDeletion),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   iS: () => (/* binding */ failedOutcome),
/* harmony export */   nc: () => (/* binding */ interruptedRemoval),
/* harmony export */   sG: () => (/* binding */ outcomeOf),
/* harmony export */   vU: () => (/* binding */ movedService)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5909);
/* harmony import */ var _model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);
/* harmony import */ var _load_check_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8073);
/* harmony import */ var _turn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8000);





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
class NotBegun extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
    constructor() {
        super(_model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_SENT_CODE */ .zg, "not begun: the run was interrupted", { source: "user" });
    }
}
/** A step that ended with an error. */
function failedOutcome(step, error, input) {
    if (error instanceof NotBegun)
        return outcomeOf(step, "skipped", error.message);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && error.code === _turn_js__WEBPACK_IMPORTED_MODULE_3__/* .SUPERSEDED */ .l)
        return outcomeOf(step, "superseded", error.message);
    const failed = outcomeOf(step, "failed", input.redact((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .UW)(error)));
    return error instanceof _load_check_report_js__WEBPACK_IMPORTED_MODULE_2__/* .LoadCheckFailure */ .Vt ? { ...failed, failure: error.failure } : failed;
}
/** What keeps a service from being made anew, with what that means: the one before it is gone. */
function afterDeletion(error) {
    // A call that was cut off may have made it, and a newer run is about to.
    const isOpen = !(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || error.code === _model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .INTERRUPTED_CODE */ .r2 || error.code === _turn_js__WEBPACK_IMPORTED_MODULE_3__/* .SUPERSEDED */ .l;
    if (isOpen)
        return error;
    const { code, message, source, hint } = error;
    const gone = "The service was deleted before, to be made anew: nothing serves this location until a run makes it.";
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(code, `${message} ${gone}`, { source, ...(hint !== undefined && { hint }), cause: error });
}
/** Where the code server answers. */
function addressOf(desired, input) {
    return {
        port: desired.port,
        ...(input.namespaceName !== undefined && { hostname: `${desired.cloudMapService.name}.${input.namespaceName}` }),
    };
}
/** For a removal that ends between two of its parts because the run is cancelled. */
function interruptedRemoval(location) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("interrupted", `The run was interrupted while "${location}" was removed.`, {
        source: "user",
        hint: "The next run goes on from there.",
    });
}
/** Code of the error that ends a step whose service is on another revision than the plan was made on. */
const SERVICE_MOVED = "service-moved";
/** For a service that somebody has put on another revision since the plan. `written`: what was written nevertheless. */
function movedService(step, now, written) {
    const before = step.base.taskDefinitionArn ?? "no known revision";
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(SERVICE_MOVED, `The service ${step.service} runs ${(0,_model_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .lastSegment */ .mp)(now)} by now; it ran ${(0,_model_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .lastSegment */ .mp)(before)} when this was planned, and somebody else, or a rollback of ECS, has changed it since. ${written}`, { source: "user", hint: "Look whether what runs now is what you want; if not, run again." });
}


/***/ }),

/***/ 7123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ Remover)
});

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/apply/drain.js
var drain = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/apply/location-outcome.js
var location_outcome = __webpack_require__(7521);
// EXTERNAL MODULE: ./build/model/arn.js
var arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/apply/load-check-tasks.js
var load_check_tasks = __webpack_require__(1);
// EXTERNAL MODULE: ./build/apply/used-revisions.js
var used_revisions = __webpack_require__(1809);
;// CONCATENATED MODULE: ./build/apply/revision-removal.js






/**
 * Deregisters the revisions of a code server that carry its tags, the oldest first, so that the newest, by which the
 * family is found again, goes last; those of other clusters are left alone. Those that a service, one of its
 * deployments or a running task uses are kept; load checks that were left behind are stopped. Stops early when the run
 * is interrupted.
 */
async function deregisterRevisions(step, { families, identity, usedElsewhere }, input, ecs) {
    let deregistered = 0;
    let kept = 0;
    let unread;
    for (const family of families) {
        const revisions = (await ecs.listTaskDefinitions(family, "ACTIVE")).toReversed();
        const { used, loadChecks } = await (0,used_revisions/* readUse */.UT)(step, family, ecs);
        const stays = async (revision) => used.has(revision) ||
            usedElsewhere.includes(revision) ||
            (revision === revisions.at(-1) && (await isTakenUp(step, revision, ecs))) ||
            !(await stopLoadChecks(step, revision, loadChecks, ecs));
        if (revisions.length > 0)
            input.onProgress(step.location, `revisions of ${family} are deregistered`);
        for (const revision of revisions) {
            if (input.signal.aborted)
                throw (0,location_outcome/* interruptedRemoval */.nc)(step.location);
            const found = await ecs.describeTaskDefinition(revision, { withTags: true });
            if (found === undefined)
                unread = revision;
            const tags = found?.tags;
            if (tags === undefined || !(0,model_tags/* isSameIdentity */.B2)(tags, identity) || (0,model_tags/* isOfOtherCluster */.wf)(tags, step.cluster))
                continue;
            if (await stays(revision))
                kept += 1;
            else {
                await ecs.deregisterTaskDefinition(revision);
                deregistered += 1;
            }
        }
    }
    if (unread !== undefined)
        throw notShown(unread);
    return { deregistered, kept };
}
/** What was registered a moment ago may be listed before it can be read. */
function notShown(revision) {
    return new errors/* ActionError */.lZ("revision-not-shown", `ECS lists the revision ${(0,arn/* lastSegment */.mp)(revision)}, but does not show it.`, { source: "aws", hint: "Run again: it goes on from there." });
}
/** A service that is made anew meanwhile takes up the newest revision. */
async function isTakenUp({ cluster, service }, revision, ecs) {
    const services = await ecs.describeServices(cluster, [service]);
    return services.some((found) => found.status === "ACTIVE" && (0,used_revisions/* revisionsOf */.Ow)(found).includes(revision));
}
/** False when one of them goes on. */
async function stopLoadChecks({ cluster }, revision, loadChecks, ecs) {
    const own = loadChecks.filter(({ taskDefinitionArn }) => taskDefinitionArn === revision);
    const problems = await Promise.all(own.map(({ taskArn = "" }) => (0,load_check_tasks/* stopLoadCheck */.BX)(cluster, taskArn, ecs)));
    return problems.every((problem) => problem === undefined);
}

// EXTERNAL MODULE: ./build/apply/service-removal.js
var service_removal = __webpack_require__(9657);
;// CONCATENATED MODULE: ./build/apply/removal.js







/** ECS stops a task within its stop timeout of at most two minutes, then forgets the service. */
const DRAIN_TIMEOUT_MS = 300_000;
/** Code servers whose host names and revisions are removed at the same time. */
const REMOVALS_AT_ONCE = 8;
/**
 * Removes code servers, in the order ECS and Cloud Map need: no task is wanted any more, the ECS service, its tasks,
 * the instances, the Cloud Map service, the task definition revisions. Every part is safe to repeat, touches only what
 * carries the step's tags at that moment, and takes "not there" for done: an interrupted removal is simply begun again.
 */
class Remover {
    #input;
    #ports;
    #drains;
    #slots = (0,concurrency/* createSlots */.eX)(REMOVALS_AT_ONCE);
    constructor(cluster, input, ports) {
        this.#input = input;
        this.#ports = ports;
        this.#drains = new drain/* DrainWatcher */.jW({ cluster, ...ports, signal: input.signal });
    }
    /** Resolves when ECS has been told. How it ends comes later; neither rejects once ECS was told. */
    async begin(step) {
        const { removal } = step;
        if (removal === undefined) {
            throw new errors/* ActionError */.lZ("removal-without-tags", `The plan does not say whose "${step.location}" is.`, {
                source: "internal",
            });
        }
        const startedAt = this.#ports.clock.now();
        const service = await (0,service_removal/* beginServiceRemoval */.d)({
            cluster: step.cluster,
            name: step.service,
            mayRemove: (tags) => (0,model_tags/* isSameIdentity */.B2)(tags, removal.identity),
            scaleDown: removal.identity[model_tags/* TAG_KIND */.GR] === "branch",
        }, this.#ports.ecs);
        return { ended: this.#finish(step, removal, service, startedAt) };
    }
    async #finish(step, removal, service, startedAt) {
        const done = (outcome) => {
            const endedAt = this.#ports.clock.now();
            return {
                ...outcome,
                duration: Math.round((endedAt - startedAt) / 1_000),
                phases: [{ name: "removal", from: startedAt, to: endedAt }],
            };
        };
        try {
            const removed = [];
            if (service !== undefined) {
                this.#input.onProgress(step.location, "the ECS service stops its tasks");
                await this.#drains.waitUntilGone({ name: step.service, createdAt: service.createdAt }, DRAIN_TIMEOUT_MS);
                removed.push("the ECS service");
            }
            const rest = await this.#slots.run(() => this.#removeRest(step, removal, service));
            return done(describeRemoval(step, [...removed, ...rest.removed], rest.kept));
        }
        catch (error) {
            return done((0,location_outcome/* failedOutcome */.iS)(step, error, this.#input));
        }
    }
    async #removeRest(step, removal, service) {
        const removed = [];
        this.#stopWhenInterrupted(step);
        if (await this.#removeCloudMapService(step, removal, service))
            removed.push("its Cloud Map service");
        this.#stopWhenInterrupted(step);
        const revisions = await deregisterRevisions(step, removal, this.#input, this.#ports.ecs);
        if (revisions.deregistered > 0) {
            removed.push(`${revisions.deregistered} task definition revision${revisions.deregistered === 1 ? "" : "s"}`);
        }
        if (await this.#isAnew(step, service))
            throw (0,drain/* createdTooEarly */.YE)(step.service);
        return { removed, kept: revisions.kept };
    }
    /** True when there was one. */
    async #removeCloudMapService(step, { cloudMapService, identity }, removed) {
        const { discovery } = this.#ports;
        if (cloudMapService === undefined)
            return false;
        if (!(0,model_tags/* isSameIdentity */.B2)(await tagsOf(cloudMapService.arn, discovery), identity))
            return false;
        // Its instances would be those of the new service.
        if (await this.#isAnew(step, removed))
            throw (0,drain/* createdAnew */.WC)(step.service);
        this.#input.onProgress(step.location, "the Cloud Map service is removed");
        await discovery.deleteService(cloudMapService.id, this.#input.signal);
        return true;
    }
    /** Whether there is a service of the name again. What was removed may be shown by a read that is not up to date. */
    async #isAnew({ cluster, service: name }, removed) {
        const [service] = await this.#ports.ecs.describeServices(cluster, [name]);
        return service?.status === "ACTIVE" && service.createdAt?.getTime() !== removed?.createdAt?.getTime();
    }
    #stopWhenInterrupted({ location }) {
        if (this.#input.signal.aborted)
            throw (0,location_outcome/* interruptedRemoval */.nc)(location);
    }
}
/** None when somebody else has deleted it. */
async function tagsOf(arn, discovery) {
    try {
        return await discovery.tagsOf(arn);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.code === "ResourceNotFoundException")
            return {};
        throw error;
    }
}
/** What stays is told as a warning, too: who reads that something was removed takes it for all. */
function describeRemoval(step, removed, kept) {
    const done = removed.length === 0 ? "nothing was left" : `removed ${removed.join(", ")}`;
    if (kept === 0)
        return (0,location_outcome/* outcomeOf */.sG)(step, "succeeded", done);
    const rest = `${kept} ${kept === 1 ? "revision stays, because something still uses it" : "revisions stay, because something still uses them"}`;
    return {
        ...(0,location_outcome/* outcomeOf */.sG)(step, "succeeded", removed.length === 0 ? rest : `${done}; ${rest}`),
        warnings: [rest],
    };
}


/***/ }),

/***/ 2104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $8: () => (/* binding */ describePhase),
/* harmony export */   A3: () => (/* binding */ phaseDeadline),
/* harmony export */   EL: () => (/* binding */ firstPhase),
/* harmony export */   MW: () => (/* binding */ describeTotal),
/* harmony export */   by: () => (/* binding */ describeTimeout),
/* harmony export */   ll: () => (/* binding */ nextPhase)
/* harmony export */ });
/**
 * Old tasks may take their `stopTimeout` to end (120 seconds at most on Fargate, ContainerDefinition API), and ECS a
 * moment to notice: a rollout whose tasks run is not given up before that.
 */
const COMPLETION_MS = 180_000;
/** A rollout that has just begun. */
function firstPhase(begunAt) {
    return { phase: "task-start", since: begunAt, hasRun: false };
}
/** Where it stands after a look. `tasks`: what the tasks themselves said, when they were looked at. */
function nextPhase(state, look, now) {
    const phase = phaseOf(state, look);
    return {
        phase,
        since: phase === state.phase ? state.since : now,
        hasRun: state.hasRun || phase !== "task-start",
    };
}
function phaseOf(state, { allRunning, isChecked, tasks }) {
    if (tasks?.kind === "not-running" || !allRunning)
        return "task-start";
    if (!isChecked || tasks?.kind === "running")
        return "completion";
    if (tasks?.kind === "unhealthy")
        return "health-check";
    return state.phase === "task-start" ? "health-check" : state.phase;
}
/** When the phase has taken too long. */
function phaseDeadline({ phase, since, hasRun }, limits, begunAt) {
    if (limits.total !== undefined)
        return begunAt + limits.total;
    const all = begunAt + limits.taskStart + limits.healthCheck;
    switch (phase) {
        case "task-start":
            return hasRun ? all : begunAt + limits.taskStart;
        case "health-check":
            return since + limits.healthCheck;
        case "completion":
            return Math.max(all, since + COMPLETION_MS);
    }
}
/** What a rollout is at, as a report names it. */
function describePhase({ phase, hasRun }) {
    switch (phase) {
        case "task-start":
            return hasRun ? "keeping the tasks running" : "starting the tasks (pulling the image included)";
        case "health-check":
            return "waiting for the tasks to be HEALTHY";
        case "completion":
            return "waiting for ECS to complete the deployment";
    }
}
/** What ran out, how far the rollout had come, and which setting gives it more time. */
function describeTimeout(state, limits, begunAt, progress) {
    const { bound, raise } = boundOf(state, limits, begunAt);
    switch (state.phase) {
        case "task-start":
            return state.hasRun
                ? `the tasks did not stay up: after ${bound} ${progress}`
                : `the tasks did not start within ${bound}: ${progress}. ${raise} if pulling the image or placing the task takes longer.`;
        case "health-check":
            return `the tasks started, but were not HEALTHY within ${bound}: ${progress}. ${raise} if the code takes longer to load.`;
        case "completion":
            return `the tasks run, but ECS did not complete the deployment within ${bound}: ${progress}. ${raise} if replacing the tasks takes longer.`;
    }
}
function boundOf(state, limits, begunAt) {
    if (limits.total !== undefined) {
        return { bound: describeTotal(limits.total), raise: "Raise `wait-timeout-minutes`" };
    }
    if (state.phase === "task-start" && !state.hasRun) {
        return { bound: `${limits.taskStart / 1_000} seconds (\`ecs_timeout\`)`, raise: "Raise `ecs_timeout`" };
    }
    if (state.phase === "health-check") {
        const setting = "`server_process_startup_timeout`";
        return { bound: `${limits.healthCheck / 1_000} seconds (${setting})`, raise: `Raise ${setting}` };
    }
    const seconds = Math.round((phaseDeadline(state, limits, begunAt) - begunAt) / 1_000);
    return {
        bound: `${seconds} seconds (\`ecs_timeout\` and \`server_process_startup_timeout\`)`,
        raise: "Raise `ecs_timeout`, or set `wait-timeout-minutes`,",
    };
}
/** `wait-timeout-minutes`, for people. */
function describeTotal(milliseconds) {
    const minutes = milliseconds / 60_000;
    return `${minutes} ${minutes === 1 ? "minute" : "minutes"} (\`wait-timeout-minutes\`)`;
}


/***/ }),

/***/ 9657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ removeEcsService),
/* harmony export */   d: () => (/* binding */ beginServiceRemoval)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _drain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2985);



/**
 * Has ECS begin to remove a service, and gives it as it was; undefined when there is none. Rejects when it is not ours
 * (any more): the plan chose it by its tags, but somebody may have taken it over since.
 */
async function beginServiceRemoval(removal, ecs) {
    const { cluster, name } = removal;
    const [service] = await ecs.describeServices(cluster, [name]);
    if (service === undefined)
        return undefined;
    const tags = (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .fromEcsTags */ .Pc)(service.tags);
    if (!removal.mayRemove(tags))
        throw notOurs(name);
    if (service.status !== "ACTIVE")
        return service;
    await removal.beforeDeletion?.(service);
    if (removal.scaleDown && service.desiredCount !== 0)
        await scaleDown(cluster, name, ecs);
    await ecs.deleteService(cluster, name);
    return service;
}
/** Removes the service of a step and waits until it is gone. Rejects when it is of another source. */
async function removeEcsService(step, 
/** `untagged`: also when it carries no source at all (a service that is being adopted). */
options, input, ports) {
    const { cluster, service: name } = step;
    const source = (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(input.plan.request.source);
    const removed = await beginServiceRemoval({
        cluster,
        name,
        mayRemove: ({ [_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_SOURCE */ .Ph]: owner }) => (owner === undefined ? options.untagged : owner === source),
        scaleDown: false,
        ...(options.beforeDeletion && { beforeDeletion: options.beforeDeletion }),
    }, ports.ecs);
    if (removed === undefined)
        return;
    await (0,_drain_js__WEBPACK_IMPORTED_MODULE_2__/* .waitUntilGone */ .Ly)({ cluster, name, createdAt: removed.createdAt }, options.timeoutMs, ports, input.signal);
}
async function scaleDown(cluster, service, ecs) {
    try {
        await ecs.updateService({ cluster, service, desiredCount: 0 });
    }
    catch (error) {
        // Another run was faster: it drains, or is gone.
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ) || !NOT_ACTIVE_CODES.has(error.code))
            throw error;
    }
}
const NOT_ACTIVE_CODES = new Set(["ServiceNotActiveException", "ServiceNotFoundException"]);
function notOurs(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("service-not-ours", `The ECS service ${name} does not carry the tags it was chosen by any more.`, { source: "user", hint: "Nothing of it was removed. Plan again." });
}


/***/ }),

/***/ 1899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dZ: () => (/* binding */ classifyStop),
/* harmony export */   e3: () => (/* binding */ stopsThatEndTheWait),
/* harmony export */   p7: () => (/* binding */ describeCrash)
/* harmony export */ });
/* unused harmony export describeStop */
/* harmony import */ var _bystanders_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2526);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8688);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(454);



/** Words of `stoppedReason` and of a container's `reason` that pass by themselves. */
const TRANSIENT_REASONS = [
    // The list of Dagster's agent and run launcher (dagster_aws.ecs.utils.is_transient_task_stopped_reason).
    /timeout waiting for network interface provisioning to complete/i,
    /timeout waiting for ephemeralstorage provisioning to complete/i,
    /unexpected EC2 error while attempting to create network interface.*AuthFailure/is,
    /the service discovery instance could not be registered/i,
    /CannotPullContainerError.*(i\/o timeout|invalid argument|\bEOF\b)/is,
    // The same timeout for Cloud Map (techservicesillinois/terraform-aws-ecs-service#14).
    /timeout waiting for service discovery instance provisioning to complete/i,
    // Ways a slow or busy registry is told beside `i/o timeout`.
    /CannotPull\w*Error.*(TLS handshake timeout|context deadline exceeded|request canceled|connection reset by peer|50[0234] (internal|bad|service|gateway))/is,
    // Many tasks that start at once use up the request rate of ECR, Secrets Manager or SSM, or find them unwell.
    /(CannotPull\w*Error|ResourceInitializationError).*(Rate exceeded|ThrottlingException|Internal(Service|Server)Error)/is,
    // Amazon ECS developer guide, "Amazon ECS stopped task error messages" and "API failure reasons".
    /capacity is unavailable at this time/i,
    /RESOURCE:(ENI|CPU|MEMORY|GPU|PORTS?)/,
    /insufficient (capacity|\w*resources)/i,
];
/** A stopped or stopping task, by its stop code first: what ECS or a person chose to stop is no failure. */
function classifyStop(task) {
    // ECS stops a task that fails its health check, or that its load balancer finds unhealthy, as the scheduler.
    if (/health checks?/i.test(task.stoppedReason ?? ""))
        return "failure";
    switch (task.stopCode) {
        case "ServiceSchedulerInitiated":
        case "UserInitiated":
        case "TerminationNotice":
            return "intended";
        case "SpotInterruption":
            return "transient";
        case "EssentialContainerExited":
            return "failure";
        default: {
            const words = [task.stoppedReason, ...(0,_bystanders_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutBystanders */ .C)(task.containers).map(({ reason }) => reason)].join("\n");
            return TRANSIENT_REASONS.some((reason) => reason.test(words)) ? "transient" : "failure";
        }
    }
}
/** ECS's circuit breaker: at least 3 tasks, at most 200 (ThresholdConfiguration, BOUNDED_PERCENT of 50). */
const FEWEST_STOPS = 3;
const MOST_STOPS = 200;
/**
 * How many failed tasks end the wait. The number is the circuit breaker's, but they need not follow one another: the
 * breaker begins at zero when a task gets healthy for a moment, and so never ends a task that starts and crashes.
 */
function stopsThatEndTheWait(desiredCount) {
    return Math.min(MOST_STOPS, Math.max(FEWEST_STOPS, Math.ceil(desiredCount / 2)));
}
/** That tasks of a deployment keep failing, and why the last one did. `failed`: the newest first. */
function describeCrash(failed, deployment, { essential }) {
    const [newest] = failed;
    const last = newest === undefined ? "" : ` (the last: ${describeStop(newest, essential)})`;
    return `${failed.length} tasks of ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionOf */ .DT)(deployment)} have failed${last}`;
}
/** Why a task stopped, in one line. `essential`: names of the containers that it cannot live without. */
function describeStop(task, essential = []) {
    const failed = task.stopCode === "ServiceSchedulerInitiated" ? undefined : failedContainer(task, essential);
    const why = task.stoppedReason ?? failed?.reason ?? task.stopCode ?? "no reason given";
    return failed?.exitCode === undefined
        ? why
        : `${why}, ${failed.name ?? "container"} with exit code ${failed.exitCode}`;
}
/** The container that most likely ended the task: an essential one that was not asked to stop because of another. */
function failedContainer(task, essential) {
    const failed = (0,_bystanders_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutBystanders */ .C)(task.containers).filter(({ exitCode, reason }) => (exitCode ?? 0) !== 0 || reason !== undefined);
    const needed = failed.filter(({ name = "" }) => essential.includes(name));
    const candidates = needed.length > 0 ? needed : failed;
    const telling = (0,_exit_codes_js__WEBPACK_IMPORTED_MODULE_2__/* .tellingExitCodes */ .WC)(candidates.flatMap(({ exitCode }) => exitCode ?? []));
    return candidates.find(({ exitCode }) => exitCode === undefined || telling.includes(exitCode)) ?? candidates[0];
}


/***/ }),

/***/ 4299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yz: () => (/* binding */ describeTasks),
  EZ: () => (/* binding */ tellingTasks)
});

// UNUSED EXPORTS: describeTask

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/arn.js
var arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
// EXTERNAL MODULE: ./build/apply/bystanders.js
var bystanders = __webpack_require__(2526);
// EXTERNAL MODULE: ./build/apply/exit-codes.js
var exit_codes = __webpack_require__(8688);
// EXTERNAL MODULE: ./build/model/environment.js
var environment = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/model/secret-text.js
var secret_text = __webpack_require__(2142);
;// CONCATENATED MODULE: ./build/apply/log-secrets.js



/** What stands between a variable's name and its value where a program prints its environment. */
const SEPARATOR = String.raw `\\?["']?\s*(?:=>?|:|,)\s*(?:b(?=["']))?`;
/** Names of a container's variables whose values are in Secrets Manager or SSM: nobody here knows them. */
function secretNamesOf(definition) {
    const secrets = (0,json/* isJsonList */.P)(definition?.secrets) ? definition.secrets.filter(json/* isJsonObject */.O) : [];
    return secrets.flatMap(({ name }) => (typeof name === "string" && name !== "" ? [name] : []));
}
/**
 * A line of a log without the values of these variables where it names them, and without what issuers mark as secrets.
 * A value that is printed without its name cannot be told from other text.
 */
function hideNamedValues(line, names) {
    const hidden = names.reduce(hideValuesOf, line);
    return (0,secret_text/* hideMarkedSecrets */.QE)(hidden);
}
function hideValuesOf(line, name) {
    if (!line.includes(name))
        return line;
    const assignment = new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}${SEPARATOR}`, "g");
    let shown = "";
    let from = 0;
    for (let found = assignment.exec(line); found !== null; found = assignment.exec(line)) {
        const start = found.index + found[0].length;
        const end = endOfValue(line, start);
        if (end === start)
            continue;
        shown += line.slice(from, start) + environment/* HIDDEN_PLACEHOLDER */.ne;
        from = end;
        assignment.lastIndex = end;
    }
    return shown + line.slice(from);
}
/** Behind the closing quote that something else follows; to the end of the line where there is none. */
function endOfValue(line, start) {
    const [quote = ""] = /^\\?["']/.exec(line.slice(start, start + 2)) ?? [];
    if (quote === "")
        return line.length;
    for (let at = line.indexOf(quote, start + quote.length); at !== -1; at = line.indexOf(quote, at + 1)) {
        const isEscaped = quote.length === 1 && line[at - 1] === "\\";
        const after = line.slice(at + quote.length, at + quote.length + 1);
        if (!isEscaped && /^[\s,;:)}\]]?$/.test(after))
            return at + quote.length;
    }
    return line.length;
}

// EXTERNAL MODULE: ./build/apply/stop-reasons.js
var stop_reasons = __webpack_require__(1899);
;// CONCATENATED MODULE: ./build/apply/stopped-tasks.js









/** A Python traceback through Dagster is long, and its beginning says where. */
const LOG_LINES_SHOWN = 40;
/** CloudWatch Logs shows the last lines of a container some seconds after it has ended. Milliseconds. */
const LOG_DELAY_MS = 5_000;
const WROTE_NOTHING = "it wrote nothing to the log group";
/** An event of CloudWatch Logs may have 256 KB: a line of a report need not. */
const LONGEST_LINE = 2_000;
/**
 * One task for each way of stopping, failures before transient stops, the newest first. Tasks that ECS or a person
 * chose to stop tell nothing, and are left out.
 */
function tellingTasks(tasks) {
    const byWay = new Map();
    for (const wanted of ["failure", "transient"]) {
        for (const task of tasks.filter((each) => (0,stop_reasons/* classifyStop */.dZ)(each) === wanted)) {
            const containers = (0,bystanders/* withoutBystanders */.C)(task.containers).map(({ name, exitCode, reason }) => [
                name,
                exitCode,
                withoutNumbers(reason),
            ]);
            const way = JSON.stringify([task.stopCode, withoutNumbers(task.stoppedReason), containers]);
            const known = byWay.get(way);
            byWay.set(way, known === undefined ? { task, alike: 0 } : { ...known, alike: known.alike + 1 });
        }
    }
    return [...byWay.values()];
}
/** A reason without what differs from task to task: ids of requests, addresses, times. */
function withoutNumbers(reason) {
    return reason?.replace(/[\da-f]{8}-[\da-f-]{27}|\d+/gi, "#");
}
/**
 * A task with every container's exit code, and the log of those that failed; of a task that has not stopped, of those
 * that have started. Never rejects.
 */
async function describeTask({ task, alike }, context, logs) {
    const taskId = task.taskArn === undefined ? "unknown" : (0,arn/* lastSegment */.mp)(task.taskArn);
    const isStopped = task.lastStatus === undefined || task.desiredStatus === "STOPPED" || task.lastStatus === "STOPPED";
    const failing = new Set(isStopped ? failingContainers(task, context.body) : startedContainers(task, context.body));
    const containers = await (0,concurrency/* mapConcurrently */.X2)(task.containers ?? [], 2, async (container) => ({
        name: container.name ?? "unknown",
        ...(container.exitCode !== undefined && { exitCode: container.exitCode }),
        ...(container.reason !== undefined && { reason: context.redact(container.reason) }),
        ...(!isStopped && container.exitCode === undefined && { state: describeState(container) }),
        ...(failing.has(container) ? await readLog(container, taskId, context, logs) : { logLines: [] }),
    }));
    return {
        taskId,
        ...(!isStopped && task.lastStatus !== undefined && { lastStatus: task.lastStatus }),
        ...(task.stopCode !== undefined && { stopCode: task.stopCode }),
        ...(task.stoppedReason !== undefined && { stoppedReason: context.redact(task.stoppedReason) }),
        ...(alike > 0 && { alike }),
        containers,
    };
}
/** Tasks as `describeTask` tells them; where a log seems to be empty, it is read once more a moment later. Never rejects. */
async function describeTasks(tasks, context, { logs, clock, signal }) {
    const describeAll = () => (0,concurrency/* mapConcurrently */.X2)(tasks, tasks.length, (task) => describeTask(task, context, logs));
    const described = await describeAll();
    const isEarly = described.some(({ containers }) => containers.some(({ logProblem }) => logProblem?.startsWith(WROTE_NOTHING)));
    if (!isEarly || signal.aborted)
        return described;
    await clock.sleep(LOG_DELAY_MS, signal);
    return signal.aborted ? described : describeAll();
}
/**
 * The containers that made the task stop: those that ended by themselves with an error, or, if none did, the
 * essential ones that ended by themselves. In a task that ECS stopped (its health check failed) all were asked to stop.
 */
function failingContainers({ containers }, body) {
    const ran = (0,bystanders/* withoutBystanders */.C)(containers).filter(({ exitCode }) => exitCode !== undefined);
    const ended = ran.filter(({ exitCode }) => exitCode !== exit_codes/* STOPPED_ALONG */.AP);
    const withError = ended.filter(({ exitCode, reason }) => exitCode !== 0 || reason !== undefined);
    if (withError.length > 0)
        return withError;
    const essential = ended.filter(({ name }) => definitionOf(body, name)?.essential !== false);
    return essential.length > 0 ? essential : ran.filter(({ name }) => definitionOf(body, name)?.essential !== false);
}
/** The essential containers of a task that is waited for, as far as they have started. */
function startedContainers({ containers }, body) {
    return (0,bystanders/* withoutBystanders */.C)(containers).filter(({ name, lastStatus }) => lastStatus !== "PENDING" && definitionOf(body, name)?.essential !== false);
}
function describeState({ lastStatus = "UNKNOWN", healthStatus }) {
    return lastStatus === "RUNNING" && healthStatus !== undefined && healthStatus !== "UNKNOWN"
        ? `${lastStatus}, ${healthStatus}`
        : lastStatus;
}
async function readLog(container, taskId, { body, redact }, logs) {
    const options = logOptions(body, container.name);
    const group = options?.["awslogs-group"];
    const prefix = options?.["awslogs-stream-prefix"];
    if (typeof group !== "string" || typeof prefix !== "string") {
        return { logLines: [], logProblem: "it does not log to CloudWatch Logs" };
    }
    try {
        const lines = await logs.lastLines(group, `${prefix}/${container.name}/${taskId}`, LOG_LINES_SHOWN);
        if (lines.length === 0)
            return { logLines: [], logProblem: `${WROTE_NOTHING} ${group}` };
        // Colours go before redaction: one in the middle of a value would hide the value from it. A value may go over lines.
        const names = secretNamesOf(definitionOf(body, container.name));
        const shown = redact(lines.map((line) => hideNamedValues((0,external_node_util_.stripVTControlCharacters)(line), names)).join("\n"));
        return { logLines: shown.split("\n").map(shorten) };
    }
    catch (error) {
        return { logLines: [], logProblem: redact(`its log could not be read: ${(0,errors/* messageOf */.bD)(error)}`) };
    }
}
function shorten(line) {
    return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}…`;
}
function definitionOf(body, name) {
    const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(json/* isJsonObject */.O) : [];
    return definitions.find((definition) => definition.name === name);
}
function logOptions(body, containerName) {
    const configuration = definitionOf(body, containerName)?.logConfiguration;
    if (!(0,json/* isJsonObject */.O)(configuration) || configuration.logDriver !== "awslogs")
        return undefined;
    return (0,json/* isJsonObject */.O)(configuration.options) ? configuration.options : undefined;
}


/***/ }),

/***/ 8000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ SUPERSEDED),
/* harmony export */   u: () => (/* binding */ Turn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_run_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9154);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(741);



/** Code of the error that ends a step because a newer run deploys. */
const SUPERSEDED = "superseded";
/**
 * Whose turn it is to write to a deployment. ECS has no compare-and-set, so runs go by the marks they leave in the
 * services' tags: whoever sees the mark of a newer run stops writing, for good and everywhere.
 */
class Turn {
    #facts;
    #newer;
    #rivalSeen;
    constructor(facts) {
        this.#facts = facts;
        this.#rivalSeen = facts.rivalSeen;
    }
    /** The newer run that has taken over, as far as anybody has looked. */
    get newer() {
        return this.#newer;
    }
    /** True when an older run has written since the plan, or may have been about to. */
    get rivalSeen() {
        return this.#rivalSeen;
    }
    /** Takes notice of services as ECS describes them, with their tags; those of other sources or deployments are none of ours. */
    observe(services) {
        for (const service of services) {
            const tags = (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .fromEcsTags */ .Pc)(service.tags);
            if (!this.#isOurs(tags))
                continue;
            const atPlan = this.#tagsAtPlan(service.serviceName);
            this.#take((0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunMark */ .rK)(tags), (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunMark */ .rK)(atPlan));
            this.#take((0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRemovalMark */ ._7)(tags), (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRemovalMark */ ._7)(atPlan));
        }
    }
    #take(mark, atPlan) {
        if (mark === undefined)
            return;
        const order = (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareRuns */ .qB)(mark, this.#facts.own);
        if (order > 0 && (this.#newer === undefined || (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareRuns */ .qB)(mark, this.#newer) > 0))
            this.#newer = mark;
        if (order < 0 && !(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameRun */ .Mf)(mark, atPlan))
            this.#rivalSeen = true;
    }
    #isOurs(tags) {
        const { source, deployment } = this.#facts;
        return tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG_SOURCE */ .Ph] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagValue */ .EZ)(source) && tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .TAG_DEPLOYMENT */ .$c] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .tagValue */ .EZ)(deployment);
    }
    /** The run that wrote a service last, when the service is of this source and deployment. */
    markOf(service) {
        return this.markIn((0,_model_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .fromEcsTags */ .Pc)(service.tags));
    }
    /** The run that wrote such tags, when they are of this source and deployment. */
    markIn(tags) {
        return this.#isOurs(tags) ? (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunMark */ .rK)(tags) : undefined;
    }
    /** The run that had written a service last when the plan was made. */
    markAtPlan(name) {
        return (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .readRunMark */ .rK)(this.#tagsAtPlan(name));
    }
    #tagsAtPlan(name = "") {
        return this.#facts.services.get(name)?.tags ?? {};
    }
    /** Below zero when the run is older than this one, zero for this one. */
    orderOf(mark) {
        return (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareRuns */ .qB)(mark, this.#facts.own);
    }
    /** Throws when a newer run has taken over. */
    check() {
        if (this.#newer === undefined)
            return;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(SUPERSEDED, this.explain(this.#newer), { source: "user" });
    }
    /** What to tell of a newer run. */
    explain(newer) {
        return `${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRun */ .vZ)(newer)} has taken over; this is ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRun */ .vZ)(this.#facts.own)}, which writes nothing more`;
    }
}


/***/ }),

/***/ 1809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   UT: () => (/* binding */ readUse),
/* harmony export */   q$: () => (/* binding */ readUsedByLocation)
/* harmony export */ });
/* harmony import */ var _load_check_tasks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1);

/** The revisions that a service or one of its ECS deployments is on. */
function revisionsOf({ taskDefinition, deployments = [] }) {
    return [taskDefinition, ...deployments.map((deployment) => deployment.taskDefinition)].flatMap((arn) => arn ?? []);
}
/** Reads it. */
async function readUse({ cluster, service }, family, ecs) {
    const [services, tasks] = await Promise.all([
        ecs.describeServices(cluster, [service]),
        ecs.describeTasksOfFamily(cluster, family),
    ]);
    const others = tasks.filter((task) => !(0,_load_check_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoadCheck */ .nU)(task));
    return {
        used: new Set([
            ...services.flatMap(revisionsOf),
            ...others.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []),
        ]),
        loadChecks: tasks.filter(_load_check_tasks_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoadCheck */ .nU),
    };
}
/** Those of a family that a step's service or any task, nobody's service among them, uses at this moment. */
async function readUsedByLocation(step, family, ecs) {
    const { used, loadChecks } = await readUse(step, family, ecs);
    return new Set([...used, ...loadChecks.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? [])]);
}


/***/ }),

/***/ 454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ revisionOf),
/* harmony export */   EH: () => (/* binding */ missingIn),
/* harmony export */   K5: () => (/* binding */ weighRecord),
/* harmony export */   TR: () => (/* binding */ viewRollout),
/* harmony export */   VS: () => (/* binding */ tellsByItself),
/* harmony export */   d8: () => (/* binding */ judgeEnd),
/* harmony export */   vk: () => (/* binding */ describeProgress),
/* harmony export */   z1: () => (/* binding */ isRollback)
/* harmony export */ });
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5909);

/**
 * Reads a service by the id of the ECS deployment, never by "the service is stable": a service that was rolled back
 * is stable too. `service` is undefined when DescribeServices does not know it; `seen`: an earlier look has shown the
 * deployment.
 */
function viewRollout(ecsDeploymentId, seen, service) {
    if (service === undefined || service.status === "INACTIVE") {
        return seen ? { kind: "deleted" } : { kind: "not-shown", missing: "service" };
    }
    if (service.status === "DRAINING")
        return { kind: "deleted" };
    const deployments = service.deployments ?? [];
    const ours = deployments.find(({ id }) => id === ecsDeploymentId);
    const primary = deployments.find(({ status }) => status === "PRIMARY");
    const others = primary === undefined ? {} : { primary };
    if (ours === undefined) {
        // Right after UpdateService a read may still show the time before it.
        return seen ? { kind: "ended", how: "missing", ...others } : { kind: "not-shown", missing: "deployment" };
    }
    if (ours.rolloutState === "FAILED")
        return { kind: "ended", how: "failed", ours, ...others };
    if (ours.status !== "PRIMARY")
        return { kind: "ended", how: "displaced", ours, ...others };
    return { kind: isCompleted(ours, deployments) ? "completed" : "in-progress", ours };
}
/** The service is shown, our deployment is not, and never was. */
function missingIn(service) {
    const primary = service?.deployments?.find(({ status }) => status === "PRIMARY");
    return { kind: "ended", how: "missing", ...(primary !== undefined && { primary }) };
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
/**
 * Judges a rollout that has ended, by ECS's own record of it; where that cannot be read (`record` is undefined), by
 * what `deployments[]` shows. Undefined when the two contradict each other in a way that only a stale read can.
 */
function judgeEnd(view, record, created) {
    const successor = describeSuccessor(view.primary, created);
    switch (record?.status) {
        case "ROLLBACK_REQUESTED":
        case "ROLLBACK_IN_PROGRESS":
        case "ROLLBACK_SUCCESSFUL":
        case "ROLLBACK_FAILED":
            return { ...describeRecord(view, record), rollsBack: true };
        case "STOP_REQUESTED":
        case "STOPPED":
            return isSuccessor(view.primary, view.ours)
                ? replaced(successor)
                : { ...describeRecord(view, record), rollsBack: false };
        case "SUCCESSFUL":
            if (isOlder(view.primary, record.createdAt))
                return undefined;
            return view.how === "failed"
                ? judgeByDeployments(view, created)
                : replaced(`it completed, and then ${successor}`);
        case "PENDING":
        case "IN_PROGRESS":
            return view.how === "missing" ? undefined : judgeByDeployments(view, created);
        default:
            return judgeByDeployments(view, created);
    }
}
/**
 * What ECS's record says of a rollout that `deployments[]` calls completed. `open`: not yet, or a status that this code
 * does not know, which is no success.
 */
function weighRecord(record) {
    switch (record?.status) {
        case undefined:
        case "SUCCESSFUL":
            return "agrees";
        case "STOP_REQUESTED":
        case "STOPPED":
        case "ROLLBACK_REQUESTED":
        case "ROLLBACK_IN_PROGRESS":
        case "ROLLBACK_SUCCESSFUL":
        case "ROLLBACK_FAILED":
            return "contradicts";
        default:
            return "open";
    }
}
/** ECS's circuit breaker or an alarm, or somebody who stopped it: the record tells them apart. */
function describeRecord({ ours }, record) {
    const { status, failureCount } = record.deploymentCircuitBreaker ?? {};
    if (status === "TRIGGERED" && failureCount) {
        return {
            kind: "failed",
            reason: `ECS's circuit breaker gave up on the deployment after ${failureCount} failed tasks`,
        };
    }
    const alarms = record.alarms?.triggeredAlarmNames ?? [];
    if (status !== "TRIGGERED" && alarms.length > 0) {
        const reason = `ECS gave up on the deployment because of CloudWatch alarms (${alarms.join(", ")})`;
        return { kind: "failed", reason };
    }
    if (status === "TRIGGERED") {
        const why = ours?.rolloutStateReason ?? record.statusReason ?? record.rollback?.reason;
        return { kind: "failed", reason: describeGivingUp(why) };
    }
    const why = record.rollback?.reason ?? record.statusReason;
    return { kind: "stopped", reason: `the ECS deployment was stopped from outside${because(why)}` };
}
function judgeByDeployments(view, created) {
    const { how, ours, primary } = view;
    const isDisplaced = primary !== undefined && primary.id !== ours?.id;
    if (how === "failed") {
        return {
            kind: "failed",
            reason: describeGivingUp(ours?.rolloutStateReason),
            // Without a rollback to expect, what took its place may as well be somebody's next deployment.
            rollsBack: created.rollbackOnFailure || (isDisplaced && (isRollback(primary) || isOlder(primary, created.createdAt))),
        };
    }
    if (isRollback(primary)) {
        return {
            kind: "failed",
            reason: `ECS rolled the service back${because(primary?.rolloutStateReason)}`,
            rollsBack: true,
        };
    }
    if (how === "missing" && isOlder(primary, created.createdAt)) {
        return { kind: "failed", reason: "the ECS deployment is gone, and an earlier one is back", rollsBack: true };
    }
    return replaced(describeSuccessor(primary, created));
}
function replaced(reason) {
    return { kind: "replaced", reason, rollsBack: false };
}
/** `ECS deployment circuit breaker: tasks failed to start.` is what ECS mostly says. */
function describeGivingUp(reason) {
    const [, breaker] = /^ECS deployment circuit breaker: (.*)$/.exec(reason ?? "") ?? [];
    return breaker === undefined
        ? `ECS gave up on the deployment${because(reason)}`
        : `ECS's circuit breaker gave up on the deployment${because(breaker)}`;
}
function because(reason) {
    return reason === undefined ? "" : `: ${reason.replace(/\.$/, "")}`;
}
/** True when what is shown leaves no doubt about how the rollout ended: a record would only tell more of it. */
function tellsByItself({ how, primary }) {
    return how === "failed" || isRollback(primary);
}
/** A deployment that took the place of ours without being its rollback. */
function isSuccessor(primary, ours) {
    return primary !== undefined && primary.id !== ours?.id && !isRollback(primary);
}
/** True when a deployment says that it brings an earlier one back (`rolloutStateReason`; reports of users quote it). */
function isRollback(deployment) {
    return /rolling back|rolled back|rollback/i.test(deployment?.rolloutStateReason ?? "");
}
/** A PRIMARY deployment from before ours: ECS has gone back to it, or what was read is not up to date. */
function isOlder(primary, createdAt) {
    if (primary?.createdAt === undefined || createdAt === undefined)
        return false;
    return primary.createdAt.getTime() < createdAt.getTime() - CREATION_SKEW_MS;
}
/** The record of a deployment and the deployment are made by the same request, not at the same millisecond. */
const CREATION_SKEW_MS = 1_000;
function describeSuccessor(primary, { taskDefinitionArn }) {
    const what = primary?.taskDefinition === taskDefinitionArn ? "the same revision" : revisionOf(primary);
    return `another ECS deployment of ${what} took its place`;
}
/** How far a deployment has come, for people. */
function describeProgress(deployment) {
    const { runningCount = 0, desiredCount = 0, pendingCount = 0, failedTasks = 0 } = deployment;
    const parts = [`${runningCount} of ${desiredCount} tasks running`];
    if (pendingCount > 0)
        parts.push(`${pendingCount} starting`);
    if (failedTasks > 0)
        parts.push(`${failedTasks} failed`);
    return parts.join(", ");
}
/** `family:revision` of a deployment. */
function revisionOf(deployment) {
    return deployment?.taskDefinition === undefined ? "no revision" : (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .lastSegment */ .mp)(deployment.taskDefinition);
}


/***/ })

};
