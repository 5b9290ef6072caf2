export const id = 188;
export const ids = [188,987];
export const modules = {

/***/ 188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createDeploymentRecordPort: () => (/* binding */ createDeploymentRecordPort)
/* harmony export */ });
/* harmony import */ var _octokit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(987);
/* harmony import */ var _requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5298);


/** Characters of a description; GitHub refuses longer ones. */
const MOST_OF_DESCRIPTION = 140;
/** Marks the records that are ours: other tools record deployments to environments of the same name. */
const MARK = "dagster-ecs-deploy";
/** The records are listed newest first; those of a branch deployment that were put to rest are the older ones. */
const PAGE = 100;
/** GitHub's deployment records, through its REST API. */
function createDeploymentRecordPort({ repository, ...settings }) {
    const [owner = "", repo = ""] = repository.split("/");
    const connect = (0,_octokit_js__WEBPACK_IMPORTED_MODULE_0__.connectOnce)(settings);
    return {
        async begin({ commit, environment, task, isTransient, runUrl }) {
            const octokit = await connect();
            const { data } = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .requestGitHub */ .PZ)("record the deployment", _requests_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITE_DEPLOYMENTS */ .zO, () => octokit.rest.repos.createDeployment({
                owner,
                repo,
                ref: commit,
                environment,
                task,
                payload: { by: MARK },
                transient_environment: isTransient,
                // The workflow has decided already that this commit is deployed.
                auto_merge: false,
                required_contexts: [],
            }));
            if (!("id" in data))
                throw new Error("GitHub did not record the deployment.");
            await setStatus(octokit, { owner, repo, deployment_id: data.id }, { state: "in_progress", runUrl });
            return data.id;
        },
        async end(id, { state, description, runUrl }) {
            const octokit = await connect();
            await setStatus(octokit, { owner, repo, deployment_id: id }, { state, description, runUrl });
        },
        async retire(environment, { except, runUrl }) {
            const octokit = await connect();
            const { data } = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .requestGitHub */ .PZ)("read the recorded deployments", _requests_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITE_DEPLOYMENTS */ .zO, () => octokit.rest.repos.listDeployments({ owner, repo, environment, per_page: PAGE }));
            for (const { id, payload } of data) {
                if (id === except || !isOurs(payload))
                    continue;
                const address = { owner, repo, deployment_id: id };
                if (await isInactive(octokit, address))
                    return;
                await setStatus(octokit, address, { state: "inactive", runUrl });
            }
        },
    };
}
async function setStatus(octokit, address, status) {
    const { state, description = "", runUrl } = status;
    await (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .requestGitHub */ .PZ)(`record that the deployment is ${state}`, _requests_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITE_DEPLOYMENTS */ .zO, () => octokit.rest.repos.createDeploymentStatus({
        ...address,
        state,
        log_url: runUrl,
        description: description.slice(0, MOST_OF_DESCRIPTION),
    }));
}
async function isInactive(octokit, address) {
    const { data } = await (0,_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .requestGitHub */ .PZ)("read the status of a deployment", _requests_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITE_DEPLOYMENTS */ .zO, () => octokit.rest.repos.listDeploymentStatuses({ ...address, per_page: 1 }));
    return data[0]?.state === "inactive";
}
function isOurs(payload) {
    return typeof payload === "object" && payload !== null && "by" in payload && payload.by === MARK;
}


/***/ }),

/***/ 987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectOnce: () => (/* binding */ connectOnce),
/* harmony export */   createPace: () => (/* binding */ createPace)
/* harmony export */ });
/** Of what may pass: a 5xx, or no answer. */
const RETRIES = 3;
/** Milliseconds before the first attempt that is made again; then twice as many, and so on. */
const FIRST_PAUSE = 1_000;
/** What is no passing failure, or is waited for by the throttling plugin (429). */
const FINAL = [400, 401, 403, 404, 405, 406, 409, 410, 413, 422, 429, 451];
/** Milliseconds a single request may take. GitHub itself ends what takes more than ten seconds. */
const REQUEST_TIMEOUT = 30_000;
/** Milliseconds: GitHub asks for a second between writes, and is stricter with what sends mail to people. */
const BETWEEN_WRITES = 1_000;
const BETWEEN_NOTIFICATIONS = 3_000;
/** Milliseconds a run waits for rate limits in all, and how often for the same request. */
const PATIENCE = 180_000;
const LIMIT_RETRIES = 2;
/** The pace of a run; `signal` is aborted when it waits for no answer any more. */
function createPace(clock, signal) {
    let patience = PATIENCE;
    return {
        clock,
        signal,
        writes: createLine(clock, BETWEEN_WRITES),
        notifications: createLine(clock, BETWEEN_NOTIFICATIONS),
        async waitForLimit(seconds, retries) {
            const pause = seconds * 1_000;
            if (retries >= LIMIT_RETRIES || pause > patience)
                return false;
            patience -= pause;
            await clock.sleep(pause);
            return true;
        },
    };
}
function createLine(clock, pause) {
    let free = Number.NEGATIVE_INFINITY;
    return {
        key: () => ({
            async schedule(_options, job) {
                const now = clock.now();
                const turn = Math.max(now, free);
                free = turn + pause;
                if (turn > now)
                    await clock.sleep(turn - now);
                return job();
            },
        }),
    };
}
/** Connects to GitHub when it is first asked for. */
function connectOnce(settings) {
    let connected;
    return () => {
        connected ??= createOctokit(settings);
        return connected;
    };
}
async function createOctokit({ token, apiUrl, pace }) {
    // Loaded here: @actions/github reads the event file when it is loaded, and fails on a broken one.
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(758)]).then(__webpack_require__.bind(__webpack_require__, 1758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 6856)),
    ]);
    const options = {
        baseUrl: apiUrl.replace(/\/+$/, ""),
        // What GitHub says in headers and bodies goes into no log unseen.
        log: SILENCE,
        // The plugins wait with timers of their own; here all waiting is done by the clock of the run.
        retry: { retries: RETRIES, doNotRetry: FINAL, retryAfterBaseValue: 0 },
        throttle: throttleOptions(pace),
    };
    return getOctokit(token, options, boundAttempts(pace), retry, throttling);
}
function throttleOptions(pace) {
    const onLimit = (retryAfter, _options, _octokit, retries) => pace.waitForLimit(retryAfter, retries);
    const { writes, notifications } = pace;
    const lines = { write: writes, notifications };
    return { ...lines, retryAfterBaseValue: 0, onRateLimit: onLimit, onSecondaryRateLimit: onLimit };
}
const SILENCE = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore() { }
/** Runs at every attempt, as the plugins that come after it are around it. */
function boundAttempts({ clock, signal }) {
    return (octokit) => {
        octokit.hook.before("request", (options) => {
            const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
            options.request.signal = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
            options.request.log = SILENCE;
        });
        octokit.hook.error("request", async (error, options) => {
            const attempts = options.request.retryCount;
            const made = typeof attempts === "number" ? attempts : 0;
            const status = "status" in error && typeof error.status === "number" ? error.status : 500;
            if (!FINAL.includes(status) && made < RETRIES)
                await clock.sleep(FIRST_PAUSE * 2 ** made);
            throw error;
        });
        return {};
    };
}


/***/ }),

/***/ 5298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ requestGitHub),
/* harmony export */   bV: () => (/* binding */ WRITE_PULL_REQUESTS),
/* harmony export */   kT: () => (/* binding */ READ_PULL_REQUESTS),
/* harmony export */   zO: () => (/* binding */ WRITE_DEPLOYMENTS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7435);


/** What reading or writing comments of pull requests takes. */
const READ_PULL_REQUESTS = { name: "pull-requests", access: "read" };
const WRITE_PULL_REQUESTS = { name: "pull-requests", access: "write" };
const WRITE_DEPLOYMENTS = { name: "deployments", access: "write" };
/**
 * Makes a request to GitHub. What remains after Octokit has tried again what may pass becomes an ActionError (source
 * `github`). `what` completes the sentence "GitHub did not let us …".
 */
async function requestGitHub(what, needs, send) {
    try {
        return await send();
    }
    catch (thrown) {
        const failure = describeFailure(thrown);
        const { status, message } = failure;
        const said = status === 0 ? `no answer (${message})` : `${status} (${message})`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ(codeFor(failure), `GitHub did not let us ${what}: ${said}.`, {
            source: "github",
            hint: hintFor(failure, needs),
            cause: thrown,
        });
    }
}
// Octokit's RequestError, read by its shape: there is no need to load its class.
function describeFailure(thrown) {
    const { status, response } = (typeof thrown === "object" && thrown !== null ? thrown : {});
    const isAnswered = typeof status === "number" && response !== undefined;
    // A proxy's answer may be a whole page.
    const [firstLine = ""] = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown).split("\n");
    const message = (0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clipText */ .gL)(firstLine);
    const isLimit = status === 429 ||
        (status === 403 && (/rate limit/i.test(message) || response?.headers?.["x-ratelimit-remaining"] === "0"));
    return { status: isAnswered ? status : 0, message, isLimit };
}
function codeFor({ status, message, isLimit }) {
    if (isLimit)
        return "github-rate-limit";
    if (status === 401)
        return "github-unauthorized";
    if (status === 403)
        return isLocked(message) ? "github-locked" : "github-forbidden";
    if (status === 404)
        return "github-not-found";
    return status === 0 || status >= 500 ? "github-unavailable" : "github-refused";
}
function hintFor({ status, message, isLimit }, { name, access }) {
    if (isLimit)
        return "The token has made too many requests: run the job again in an hour, or give it a token of its own.";
    if (status === 401)
        return "Give a valid token as `github-token`, or leave it out: the default is the token of the job.";
    if (status === 403 && isLocked(message))
        return "The conversation is locked: unlock it, or see the job summary instead.";
    // A token without the permission may be told 404 instead of 403.
    if (status === 403 || status === 404) {
        const forks = access === "write" ? " On a pull request from a fork the token can only read: see the job summary instead." : "";
        return `Add \`permissions: ${name}: ${access}\` to the job.${forks}`;
    }
    return status === 0 || status >= 500
        ? "GitHub may be having a bad moment: run the job again."
        : "The job summary has the report.";
}
function isLocked(message) {
    return /\blocked\b/i.test(message);
}


/***/ })

};
