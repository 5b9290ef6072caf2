export const id = 154;
export const ids = [154];
export const modules = {

/***/ 6773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPullRequestPort: () => (/* binding */ createPullRequestPort)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/comment-marker.js
var comment_marker = __webpack_require__(3478);
;// CONCATENATED MODULE: ./build/github/requests.js

const ATTEMPTS = 4;
const FIRST_PAUSE = 1_000;
/** A job should not sleep longer for the sake of a comment. */
const LONGEST_PAUSE = 30_000;
/**
 * Makes a request to GitHub. What may pass (5xx, no response, a rate limit) is tried four times with growing pauses,
 * or as long as `retry-after` says; what remains becomes an ActionError (source `github`).
 * `what` completes the sentence "GitHub did not let us …".
 */
async function requestGitHub(what, clock, send) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await send();
        }
        catch (thrown) {
            const failure = describeFailure(thrown);
            const pause = pauseAfter(failure, attempt);
            if (attempt >= ATTEMPTS || pause === undefined || pause > LONGEST_PAUSE)
                throw toActionError(what, failure, thrown);
            await clock.sleep(pause);
        }
    }
}
// Octokit's RequestError, read by its shape: there is no need to load its class.
function describeFailure(thrown) {
    const { status, response } = (typeof thrown === "object" && thrown !== null ? thrown : {});
    const isAnswered = typeof status === "number" && response !== undefined;
    return { status: isAnswered ? status : 0, message: (0,errors/* messageOf */.bD)(thrown), headers: response?.headers ?? {} };
}
// Undefined: trying again would not help. (GitHub REST API, "Best practices: handle rate limit errors appropriately")
function pauseAfter({ status, message, headers }, attempt) {
    const isLimited = status === 429 ||
        (status === 403 &&
            (headers["retry-after"] !== undefined ||
                headers["x-ratelimit-remaining"] === "0" ||
                /rate limit/i.test(message)));
    const growing = FIRST_PAUSE * 2 ** (attempt - 1);
    if (isLimited)
        return headers["retry-after"] === undefined ? growing * 4 : Number(headers["retry-after"]) * 1_000;
    return status === 0 || status >= 500 ? growing : undefined;
}
function toActionError(what, { status, message }, cause) {
    const said = status === 0 ? `no answer (${message})` : `${status} (${message})`;
    return new errors/* ActionError */.lZ(codeFor(status), `GitHub did not let us ${what}: ${said}.`, {
        source: "github",
        hint: hintFor(status),
        cause,
    });
}
function codeFor(status) {
    if (status === 401)
        return "github-unauthorized";
    if (status === 403)
        return "github-forbidden";
    if (status === 404)
        return "github-not-found";
    return status === 0 || status >= 500 || status === 429 ? "github-unavailable" : "github-refused";
}
function hintFor(status) {
    if (status === 401)
        return "Give a valid token as `github-token`, or leave it out: the default is the token of the job.";
    // A token without the permission may be told 404 instead of 403.
    if (status === 403 || status === 404) {
        return "Add `permissions: pull-requests: write` to the job. On a pull request from a fork the token can only read: see the job summary instead.";
    }
    return status === 0 || status >= 500 || status === 429
        ? "GitHub may be having a bad moment: run the job again."
        : "The job summary has the report.";
}

;// CONCATENATED MODULE: ./build/github/pull-request-port.js



/** Comments on pull requests, through GitHub's REST API. */
function createPullRequestPort({ token, repository, apiUrl, clock }) {
    const [owner = "", repo = ""] = repository.split("/");
    return {
        async upsertComment(pullRequest, key, body, { onlyUpdate }) {
            // Loaded here: the package reads the event file when it is loaded, and fails on a broken one.
            const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
            const octokit = getOctokit(token, { baseUrl: apiUrl });
            const thread = { octokit, clock, address: { owner, repo, issue_number: pullRequest }, key };
            const author = await findAuthor(thread, token);
            const found = await listOurs(thread, author);
            if (found.length > 0)
                return settle(thread, found, body);
            if (onlyUpdate)
                return undefined;
            const created = await createComment(thread, body);
            // Another run may have created one at the same moment. GitHub has no conditional create.
            const now = await listOurs(thread, author);
            const [oldest] = now;
            if (oldest === undefined || oldest.id === created.id) {
                await deleteComments(thread, now.slice(1));
                return { url: created.url, change: "created" };
            }
            return settle(thread, now, body);
        },
    };
}
/** Brings the oldest comment up to date and deletes the others, which lost a race. */
async function settle(thread, [oldest, ...others], body) {
    if (oldest === undefined)
        return undefined;
    await deleteComments(thread, others);
    if (sameText(oldest.body, body) || isNewer(oldest.body, body))
        return { url: oldest.url, change: "unchanged" };
    const { owner, repo } = thread.address;
    await requestGitHub("update the comment on the pull request", thread.clock, () => thread.octokit.rest.issues.updateComment({ owner, repo, comment_id: oldest.id, body }));
    return { url: oldest.url, change: "updated" };
}
// A run that was overtaken leaves the newer run's comment alone.
function isNewer(existing, body) {
    const [theirs, ours] = [existing, body].map((text) => (0,comment_marker/* readCommentMarker */.w)(text));
    return theirs?.runId !== undefined && ours?.runId !== undefined && theirs.runId > ours.runId;
}
// GitHub may store other line breaks than it was sent.
function sameText(one, other) {
    return one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
}
// A token of an app (the job's own is one) may not ask who it is. People cannot write as a bot, so a comment of a
// bot that begins with our marker is ours.
async function findAuthor({ octokit, clock }, token) {
    if (token.startsWith("ghs_"))
        return { kind: "app" };
    try {
        const { data } = await requestGitHub("ask whose token this is", clock, () => octokit.rest.users.getAuthenticated());
        return { kind: "user", login: data.login };
    }
    catch (thrown) {
        const isApp = thrown instanceof errors/* ActionError */.lZ && (thrown.code === "github-forbidden" || thrown.code === "github-not-found");
        if (isApp)
            return { kind: "app" };
        throw thrown;
    }
}
/** Our comments with this key, the oldest first. */
async function listOurs({ octokit, clock, address, key }, author) {
    const comments = await requestGitHub("read the comments of the pull request", clock, () => octokit.paginate(octokit.rest.issues.listComments, { ...address, per_page: 100 }));
    return comments
        .filter(({ user }) => (author.kind === "app" ? user?.type === "Bot" : user?.login === author.login))
        .map(({ id, html_url, body = "" }) => ({ id, url: html_url, body }))
        .filter(({ body }) => (0,comment_marker/* readCommentMarker */.w)(body)?.key === key)
        .sort((one, other) => one.id - other.id);
}
async function createComment({ octokit, clock, address }, body) {
    const { data } = await requestGitHub("comment on the pull request", clock, () => octokit.rest.issues.createComment({ ...address, body }));
    return { id: data.id, url: data.html_url, body: data.body ?? body };
}
async function deleteComments({ octokit, clock, address }, comments) {
    const { owner, repo } = address;
    for (const { id } of comments) {
        await requestGitHub("delete a second comment of ours", clock, () => octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })).catch(ignoreMissing);
    }
}
// Another run may have deleted it in the meantime.
function ignoreMissing(thrown) {
    if (!(thrown instanceof errors/* ActionError */.lZ && thrown.code === "github-not-found"))
        throw thrown;
}


/***/ })

};
