export const id = 698;
export const ids = [698];
export const modules = {

/***/ 186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ writeComment),
/* harmony export */   LF: () => (/* binding */ branchCommentKey),
/* harmony export */   NR: () => (/* binding */ outcomeCommentKey),
/* harmony export */   e1: () => (/* binding */ planCommentKey)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Names the comment with the plan of a configuration. */
function planCommentKey({ inputs, event }) {
    return [inputs.deployment, `${event?.repository}:${inputs.configFile ?? ""}`, inputs.commentKey ?? ""].join("|");
}
/** Names the comment with what an apply of a configuration came to: the plan's stays beside it. */
function outcomeCommentKey(settings) {
    return `outcome|${planCommentKey(settings)}`;
}
/** Names the comment about a branch deployment, which its tags alone have to tell: a sweep knows nothing else. */
function branchCommentKey({ deployment, source }, inputs) {
    return ["branch", deployment, source, inputs.commentKey ?? ""].join("|");
}
/**
 * Writes a comment on the pull request and gives its address; undefined when there is none. A comment that cannot be
 * written is a warning: what it says is in the job summary, too.
 */
async function writeComment(settings, wanted) {
    const { io, inputs, event } = settings;
    const { key, isNews, render } = wanted;
    const pullRequest = wanted.pullRequest ?? inputs.pullRequest ?? event?.pullRequest;
    if (inputs.comment === "never" || pullRequest === undefined || event === undefined)
        return undefined;
    if (inputs.githubToken === undefined) {
        io.annotate({ level: "warning", title: "no comment", message: "There is no github-token to comment with." });
        return undefined;
    }
    try {
        const { githubToken: token } = inputs;
        const pullRequests = await settings.connectPullRequests({ token, repository: event.repository });
        const options = { onlyUpdate: inputs.comment === "auto" && !isNews };
        const written = await pullRequests.upsertComment(pullRequest, key, render({ key, runId: event.runId }), options);
        if (written !== undefined)
            io.info(`Comment ${written.change}: ${written.url}`);
        return written?.url;
    }
    catch (error) {
        io.annotate({
            level: "warning",
            title: "no comment",
            message: `The comment was not written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .UW)(error)}`,
        });
        return undefined;
    }
}


/***/ }),

/***/ 1698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishCommandError: () => (/* binding */ publishCommandError),
  publishError: () => (/* binding */ publishError)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/comment-marker.js
var comment_marker = __webpack_require__(3478);
// EXTERNAL MODULE: ./build/model/shown-text.js
var shown_text = __webpack_require__(7435);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/markdown-blocks.js
var markdown_blocks = __webpack_require__(6409);
// EXTERNAL MODULE: ./build/report/origin.js
var report_origin = __webpack_require__(3297);
;// CONCATENATED MODULE: ./build/report/run-error.js



/** An error for the job summary, or in place of what a comment said before. */
function renderRunError({ code, lines, deployment, isPlan = false, ...origin }) {
    const name = deployment === undefined ? "" : `: ${isPlan ? "no plan for " : ""}${(0,report_escape/* inlineCode */.ti)(deployment)}`;
    const from = (0,report_origin/* renderOrigin */.r)(origin);
    return `${[
        `## ❌ Dagster code locations${name}`,
        ["**The run ended with an error.**", from.join(" · ")].join(" ").trim(),
        (0,markdown_blocks/* renderAlert */.$1)("CAUTION", [(0,report_escape/* inlineCode */.ti)(code), ...lines.map(report_escape/* renderProse */.E9)]),
    ].join("\n\n")}\n`;
}

// EXTERNAL MODULE: ./build/commands/comment.js
var comment = __webpack_require__(186);
// EXTERNAL MODULE: ./build/commands/trusted-event.js
var trusted_event = __webpack_require__(2381);
;// CONCATENATED MODULE: ./build/commands/publish-error.js






/** Annotates what ended a run, and writes it into the summary. */
async function publishError(error, io, about = {}) {
    const { code, lines } = describeError(error);
    io.annotate({ level: "error", title: code, message: lines.join("\n") });
    if (!isExpected(error) && error instanceof Error && error.stack !== undefined)
        io.info(error.stack);
    await io.writeSummary(renderRunError({ ...about, code, lines }));
}
/** The same for a command; what an earlier run has said of it in a comment must not stand there as if it were of this one. */
async function publishCommandError(error, chosen, settings) {
    const { inputs, event } = settings;
    const isPlan = chosen.command === "plan";
    const origin = event && { headSha: event.headSha, runUrl: event.runUrl };
    const about = { ...origin, deployment: inputs.deployment, isPlan };
    const ofFull = "deployment" in chosen && chosen.deployment.kind === "full" && REPORTED.has(chosen.command);
    if (!ofFull)
        return publishError(error, settings.io);
    await publishError(error, settings.io, about);
    // The token of a fork's run can only read.
    if (event === undefined || (0,trusted_event/* isUntrusted */.fb)(event))
        return;
    await (0,comment/* writeComment */.HF)(settings, {
        key: isPlan ? (0,comment/* planCommentKey */.e1)(settings) : (0,comment/* outcomeCommentKey */.NR)(settings),
        isNews: false,
        render: (marker) => `${(0,comment_marker/* renderCommentMarker */.W)(marker)}\n${renderRunError({ ...about, ...describeError(error) })}`,
    });
}
/** Commands that have a comment about the full deployment. */
const REPORTED = new Set(["plan", "apply", "redeploy", "rollback"]);
function isExpected(error) {
    return error instanceof errors/* ActionError */.lZ && error.source !== "internal";
}
function describeError(error) {
    const isOurs = isExpected(error);
    const texts = isOurs ? [error.message, error.hint ?? ""] : [(0,errors/* messageOf */.bD)(error), "Please report this."];
    const lines = texts.flatMap((text) => (0,shown_text/* clipSentence */.ud)(text).split("\n")).filter((line) => line !== "");
    return { code: isOurs ? error.code : "internal error", lines };
}


/***/ })

};
