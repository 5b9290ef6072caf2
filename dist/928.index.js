export const id = 928;
export const ids = [928,987];
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


/***/ }),

/***/ 4928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPullRequestPort: () => (/* binding */ createPullRequestPort)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/comment-marker.js
var comment_marker = __webpack_require__(3478);
// EXTERNAL MODULE: ./build/github/requests.js
var requests = __webpack_require__(5298);
;// CONCATENATED MODULE: ./build/github/comment-life.js



/** How often to begin anew when what was found is gone, or was overwritten by an older run. */
const ROUNDS = 3;
/**
 * Brings the comment with the thread's key to this body: the one that is there, or a new one. GitHub has neither a
 * conditional create nor a conditional update, so this looks again after it wrote: of several comments the oldest
 * stays, with the content of the newest run. Undefined when there is none and `onlyUpdate` holds.
 */
async function upsertComment(thread, body, { onlyUpdate }) {
    const isOurs = await thread.authorship();
    for (let round = 1;; round += 1) {
        const found = await listOurs(thread, isOurs);
        if (found.length === 0 && onlyUpdate)
            return undefined;
        const written = found.length === 0 ? await create(thread, isOurs, body) : await settle(thread, found, body);
        if (written !== "gone")
            return written;
        if (round === ROUNDS)
            throw goneAgain();
    }
}
function goneAgain() {
    return new errors/* ActionError */.lZ("github-refused", "The comment was deleted each time it was to be updated.", {
        source: "github",
        hint: "See the job summary instead, or run the job again.",
    });
}
async function create(thread, isOurs, body) {
    const { octokit, address } = thread;
    const { data } = await (0,requests/* requestGitHub */.PZ)("comment on the pull request", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.rest.issues.createComment({ ...address, body }));
    // Another run may have created one at the same moment, or an attempt whose answer was lost has.
    const now = await listOurs(thread, isOurs);
    const others = now.filter(({ id }) => id !== data.id);
    if (others.length === 0)
        return { url: data.html_url, change: "created" };
    const settled = await settle(thread, now, body);
    return settled !== "gone" && settled?.url === data.html_url ? { ...settled, change: "created" } : settled;
}
/** Gives the oldest comment the newest content, then deletes the others: whoever is killed between loses nothing. */
async function settle(thread, found, body) {
    const [oldest, ...others] = found;
    if (oldest === undefined)
        return "gone";
    const wanted = newestOf([body, ...others.map((comment) => comment.body)]);
    const change = await update(thread, oldest, wanted);
    if (change === "gone")
        return "gone";
    await deleteComments(thread, others);
    return { url: oldest.url, change };
}
/**
 * Looks again after it wrote. An older run that had read the comment before may have written after: then this one
 * writes again. And this one may be that older run: then it puts back what it has overwritten.
 */
async function update(thread, comment, body) {
    if (sameText(comment.body, body) || isNewer(comment.body, body))
        return "unchanged";
    let change = "unchanged";
    let wanted = body;
    for (let round = 1; round <= ROUNDS; round += 1) {
        const history = change === "updated" ? await readHistory(thread, comment) : undefined;
        const now = history?.body ?? (await readBody(thread, comment.id));
        if (now === undefined)
            return "gone";
        wanted = newestOf([wanted, ...(history?.earlier ?? [])].filter((text) => isOf(thread, text)));
        if (sameText(now, wanted) || isNewer(now, wanted))
            return change;
        if (!(await writeBody(thread, comment.id, wanted)))
            return "gone";
        change = "updated";
    }
    return change;
}
function newestOf([first = "", ...others]) {
    return others.reduce((newest, text) => (isNewer(text, newest) ? text : newest), first);
}
function isOf({ key }, text) {
    return (0,comment_marker/* readCommentMarker */.w)(text)?.key === key;
}
/** Enough for what other runs wrote within a few seconds. */
const HISTORY = `query ($id: ID!) {
  node(id: $id) { ... on IssueComment { body userContentEdits(first: 10) { nodes { diff } } } }
}`;
/** Undefined when GitHub does not tell. The `diff` of an edit is the whole text it led to. */
async function readHistory({ octokit }, { nodeId }) {
    try {
        const { node } = await (0,requests/* requestGitHub */.PZ)("read the edits of the comment", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.graphql(HISTORY, { id: nodeId }));
        if (node?.body === undefined)
            return undefined;
        return { body: node.body, earlier: (node.userContentEdits?.nodes ?? []).flatMap(({ diff }) => diff ?? []) };
    }
    catch (thrown) {
        if (!isRefusal(thrown))
            throw thrown;
        return undefined;
    }
}
async function readBody({ octokit, address: { owner, repo } }, id) {
    const answer = await (0,requests/* requestGitHub */.PZ)("read the comment on the pull request", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.rest.issues.getComment({ owner, repo, comment_id: id })).catch(undefinedWhenMissing);
    return answer?.data.body ?? (answer && "");
}
/** False when there is no such comment any more. */
async function writeBody({ octokit, address: { owner, repo } }, id, body) {
    const answer = await (0,requests/* requestGitHub */.PZ)("update the comment on the pull request", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body })).catch(undefinedWhenMissing);
    return answer !== undefined;
}
async function deleteComments({ octokit, address: { owner, repo } }, comments) {
    for (const { id } of comments) {
        await (0,requests/* requestGitHub */.PZ)("delete a second comment of ours", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })).catch(undefinedWhenMissing);
    }
}
// A person, or another run, may have deleted it in the meantime.
function undefinedWhenMissing(thrown) {
    if (!(thrown instanceof errors/* ActionError */.lZ && thrown.code === "github-not-found"))
        throw thrown;
    return undefined;
}
// A run that was overtaken leaves the newer run's comment alone.
function isNewer(one, other) {
    const [left, right] = [one, other].map((text) => (0,comment_marker/* readCommentMarker */.w)(text)?.runId);
    return left !== undefined && right !== undefined && left > right;
}
// GitHub may store other line breaks than it was sent.
function sameText(one, other) {
    return one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
}
/**
 * GraphQL tells every token whose it is; REST does not tell the token of an app (the job's own is one). Where GraphQL
 * does not say it, a bot's comment that begins with our marker counts as ours: people cannot write as a bot.
 */
async function findAuthorship(octokit) {
    let login;
    try {
        const { viewer } = await (0,requests/* requestGitHub */.PZ)("ask whose token this is", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.graphql("{ viewer { login } }"));
        login = viewer.login.toLowerCase();
    }
    catch (thrown) {
        if (!isRefusal(thrown))
            throw thrown;
        return (author) => author?.type === "Bot";
    }
    return (author) => author?.login.toLowerCase() === login;
}
/** GraphQL says no, or there is none: not what may be better the next moment. */
function isRefusal(thrown) {
    if (!(thrown instanceof errors/* ActionError */.lZ))
        return false;
    const { cause, code } = thrown;
    const isGraphQlError = cause instanceof Error && cause.name === "GraphqlResponseError";
    return isGraphQlError || ["github-forbidden", "github-not-found", "github-refused"].includes(code);
}
/** Our comments with this key, the oldest first. */
async function listOurs(thread, isOurs) {
    const { octokit, address } = thread;
    const comments = await (0,requests/* requestGitHub */.PZ)("read the comments of the pull request", requests/* WRITE_PULL_REQUESTS */.bV, () => octokit.paginate(octokit.rest.issues.listComments, { ...address, per_page: 100 }));
    return comments
        .filter(({ user }) => isOurs(user))
        .map(({ id, node_id, html_url, body = "" }) => ({ id, nodeId: node_id, url: html_url, body }))
        .filter(({ body }) => isOf(thread, body))
        .sort((one, other) => one.id - other.id);
}

// EXTERNAL MODULE: ./build/github/octokit.js
var octokit = __webpack_require__(987);
;// CONCATENATED MODULE: ./build/github/pull-request-state.js


/**
 * Whether a pull request is open. GitHub answers 404 for one that is not there, but also to a token that may not see
 * it: it is gone only when the same token can list the repository's pull requests.
 */
async function readPullRequestState({ octokit, owner, repo }, number) {
    try {
        const { data } = await (0,requests/* requestGitHub */.PZ)(`read pull request ${number}`, requests/* READ_PULL_REQUESTS */.kT, () => octokit.rest.pulls.get({ owner, repo, pull_number: number }));
        const state = data.state;
        // Whatever stands between here and GitHub may answer, too.
        if (state !== "open" && state !== "closed")
            throw unreadable(number);
        return state;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* ActionError */.lZ) || thrown.code !== "github-not-found")
            throw thrown;
    }
    const { data: others } = await (0,requests/* requestGitHub */.PZ)("list the pull requests of the repository", requests/* READ_PULL_REQUESTS */.kT, () => octokit.rest.pulls.list({ owner, repo, state: "all", per_page: 1 }));
    if (!Array.isArray(others))
        throw unreadable(number);
    return "gone";
}
function unreadable(number) {
    return new errors/* ActionError */.lZ("github-refused", `GitHub did not say whether pull request ${number} is open or closed.`, {
        source: "github",
        hint: "Something between the runner and GitHub may have answered: run the job again.",
    });
}
/** Whether the head of a pull request is in another repository, or in one that is gone. */
async function isFromFork({ octokit, owner, repo }, number) {
    const { data } = await (0,requests/* requestGitHub */.PZ)(`read pull request ${number}`, requests/* READ_PULL_REQUESTS */.kT, () => octokit.rest.pulls.get({ owner, repo, pull_number: number }));
    // The types say that there is always a repository; GitHub sends null for one that was deleted.
    const head = data.head.repo;
    return head?.full_name.toLowerCase() !== data.base.repo.full_name.toLowerCase();
}

;// CONCATENATED MODULE: ./build/github/pull-request-port.js



/** Pull requests and their comments, through GitHub's REST API. */
function createPullRequestPort({ repository, ...settings }) {
    const [owner = "", repo = ""] = repository.split("/");
    const connect = (0,octokit.connectOnce)(settings);
    let known;
    const authorship = async () => {
        known ??= await findAuthorship(await connect());
        return known;
    };
    return {
        pullRequestState: async (pullRequest) => readPullRequestState({ octokit: await connect(), owner, repo }, pullRequest),
        isFromFork: async (pullRequest) => isFromFork({ octokit: await connect(), owner, repo }, pullRequest),
        upsertComment: async (pullRequest, key, body, { onlyUpdate }) => upsertComment({ octokit: await connect(), address: { owner, repo, issue_number: pullRequest }, key, authorship }, body, { onlyUpdate }),
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
