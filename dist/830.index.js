export const id = 830;
export const ids = [830];
export const modules = {

/***/ 6830:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8816);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


const repositorySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const pullRequestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["open", "closed"]).optional(),
    merged: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().nullish(),
    head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repo: repositorySchema.nullish() }),
    base: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repo: repositorySchema }),
});
// Only what is read; the payloads have hundreds of other members.
const payloadSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    action: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().optional(),
    pull_request: pullRequestSchema.nullish(),
    issue: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(), pull_request: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional() }).nullish(),
    merge_group: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), head_ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), base_ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }).nullish(),
    workflow_run: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        head_sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        head_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
        head_repository: repositorySchema.nullish(),
        pull_requests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int() })).nullish(),
    })
        .nullish(),
});
/**
 * The event that started this run, from the runner's variables and the payload file they name; undefined outside of
 * GitHub Actions (no `GITHUB_EVENT_NAME`). Throws an ActionError (source `github`) for a payload that cannot be read.
 */
async function readEvent(environment, files) {
    const name = environment.get("GITHUB_EVENT_NAME");
    if (name === undefined || name === "")
        return undefined;
    const payload = await readPayload(requireVariable(environment, "GITHUB_EVENT_PATH"), files);
    refuseHeadless(name, payload);
    const repository = requireVariable(environment, "GITHUB_REPOSITORY");
    const sha = requireVariable(environment, "GITHUB_SHA");
    const runId = readNumber(environment, "GITHUB_RUN_ID");
    const server = (environment.get("GITHUB_SERVER_URL") || "https://github.com").replace(/\/+$/, "");
    return {
        name,
        ...(payload.action !== undefined && { action: payload.action }),
        repository,
        sha,
        ref: environment.get("GITHUB_REF") ?? "",
        ...describeHead(payload, repository, sha),
        actor: environment.get("GITHUB_ACTOR") ?? "",
        runUrl: `${server}/${repository}/actions/runs/${runId}`,
        runId,
        runNumber: readNumber(environment, "GITHUB_RUN_NUMBER"),
        runAttempt: readNumber(environment, "GITHUB_RUN_ATTEMPT"),
    };
}
async function readPayload(path, files) {
    const bytes = await files.read(path);
    if (bytes === undefined)
        throw unreadable(`The event file ${path} does not exist.`);
    let json;
    try {
        json = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch (thrown) {
        throw unreadable(`The event file ${path} is not JSON: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
    const parsed = payloadSchema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw unreadable(`The event file ${path} has an unexpected ${issue?.path.join(".") || "shape"}: ${issue?.message ?? ""}`);
}
/** Without it nobody could say whether the code is of a fork. */
function refuseHeadless(name, { pull_request: pull, workflow_run: run }) {
    const missing = name.startsWith("pull_request") ? !pull && "pull_request" : name === "workflow_run" && !run && name;
    if (missing)
        throw unreadable(`The event file of ${name} has no ${missing}.`);
}
function unreadable(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("event-unreadable", message, {
        source: "github",
        hint: "The runner writes this file and names it in GITHUB_EVENT_PATH; run inside GitHub Actions, or give a command instead of `auto`.",
    });
}
// A pull request from a repository that is gone counts as a fork: nobody can say it is ours.
function describeHead(payload, repository, sha) {
    const { pull_request: pull, merge_group: group, workflow_run: run, issue } = payload;
    if (pull) {
        return {
            headSha: pull.head.sha,
            headIsFork: !isSameRepository(pull.head.repo?.full_name, pull.base.repo.full_name),
            pullRequest: pull.number,
            baseRef: pull.base.ref,
            headRef: pull.head.ref,
            ...(pull.state !== undefined && { pullRequestState: pull.state }),
            ...(typeof pull.merged === "boolean" && { merged: pull.merged }),
        };
    }
    if (group) {
        return { headSha: group.head_sha, headIsFork: false, headRef: group.head_ref, baseRef: group.base_ref };
    }
    if (run) {
        const number = run.pull_requests?.[0]?.number;
        return {
            headSha: run.head_sha,
            headIsFork: !isSameRepository(run.head_repository?.full_name, repository),
            ...(number !== undefined && { pullRequest: number }),
            ...(typeof run.head_branch === "string" && { headRef: run.head_branch }),
        };
    }
    const isOnPullRequest = issue?.pull_request !== undefined && issue.pull_request !== null;
    return { headSha: sha, headIsFork: false, ...(issue && isOnPullRequest && { pullRequest: issue.number }) };
}
function isSameRepository(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}
function requireVariable(environment, name) {
    const value = environment.get(name);
    if (value !== undefined && value !== "")
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("event-incomplete", `The runner's variable ${name} is not set.`, {
        source: "github",
        hint: "GitHub Actions sets it for every step; a step's `env:` or a container may have cleared it.",
    });
}
/** 1 when it is not set, as in programs that imitate the runner: it only tells runs apart. */
function readNumber(environment, name) {
    const text = environment.get(name) || "1";
    const number = Number(text);
    if (Number.isSafeInteger(number) && number > 0)
        return number;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("event-incomplete", `The runner's variable ${name} is "${text}", which is not a whole number.`, {
        source: "github",
        hint: "GitHub Actions sets it for every step.",
    });
}


/***/ })

};
