export const id = 987;
export const ids = [987];
export const modules = {

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


/***/ })

};
