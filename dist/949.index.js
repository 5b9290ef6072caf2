export const id = 949;
export const ids = [949,823];
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

/***/ 823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ printFindings),
/* harmony export */   i: () => (/* binding */ printOutcome),
/* harmony export */   printPlan: () => (/* binding */ printPlan)
/* harmony export */ });
/* harmony import */ var _report_outcome_console_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3403);
/* harmony import */ var _report_plan_console_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7972);
/* harmony import */ var _report_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5567);



/** The runner's console does not show colours well in annotations, but does in the log. */
const STYLE = { colors: false };
/** Prints what is wrong with the files or doubtful, with the lines; nothing where nothing is. */
function printFindings({ problems, sources }, io) {
    if (problems.length > 0)
        io.info((0,_report_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .renderProblemsConsole */ .Gn)(problems, STYLE, sources));
}
/** Prints a plan, the changes of each location folded. */
function printPlan(input, io) {
    print((0,_report_plan_console_js__WEBPACK_IMPORTED_MODULE_1__/* .planConsoleParts */ .P)(input, STYLE), io);
}
/** Prints how an apply ended, the times of each location folded; nothing where nothing was to be done, as its plan has said. */
function printOutcome(input, io) {
    const { locations } = input.outcome;
    if (locations.length > 0 && locations.every(({ status }) => status === "unchanged"))
        return;
    print((0,_report_outcome_console_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomeConsoleParts */ .C)(input, STYLE), io);
}
function print({ before, groups, after }, io) {
    if (before !== "")
        io.info(`${before}\n`);
    for (const { title, lines } of groups)
        io.group(title, lines);
    io.info(groups.length === 0 ? after : `\n${after}`);
}


/***/ }),

/***/ 949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/plan/summary.js
var summary = __webpack_require__(10);
// EXTERNAL MODULE: ./build/report/branch-report.js
var branch_report = __webpack_require__(2974);
// EXTERNAL MODULE: ./build/report/outcome-markdown.js
var outcome_markdown = __webpack_require__(3693);
// EXTERNAL MODULE: ./build/report/plan-markdown.js + 3 modules
var plan_markdown = __webpack_require__(6053);
// EXTERNAL MODULE: ./build/report/problems.js
var report_problems = __webpack_require__(5567);
// EXTERNAL MODULE: ./build/report/warnings.js
var warnings = __webpack_require__(3786);
// EXTERNAL MODULE: ./build/commands/comment.js
var comment = __webpack_require__(186);
// EXTERNAL MODULE: ./build/commands/outputs.js + 1 modules
var outputs = __webpack_require__(3391);
// EXTERNAL MODULE: ./build/commands/print-report.js
var print_report = __webpack_require__(823);
;// CONCATENATED MODULE: ./build/commands/publish-removals.js





/** Prints what was removed, annotates, writes the summary, sets the outputs, and then comments. */
async function publishRemovals(result, publication) {
    const { io } = publication;
    for (const removal of result.removals)
        await publishRemoval(removal, publication);
    for (const why of result.leftAlone)
        io.annotate({ level: "error", title: "left alone", message: why });
    io.info(result.message);
    await io.writeSummary((0,branch_report/* renderLeftAlone */.XQ)(result.message, result.leftAlone));
    const all = joinRemovals(result.removals);
    // There is no code server left to name in a workspace file.
    if (all !== undefined)
        await (0,outputs/* setOutputs */.n0)({ ...publication, environment: new Map() }, all.run, all.outcome, {});
    for (const removal of result.removals) {
        if (removal.pullRequestIsGone !== true)
            await commentOn(removal, publication);
    }
}
async function publishRemoval(removal, publication) {
    const { io } = publication;
    const report = reportOf(removal, publication);
    (0,print_report/* printOutcome */.i)(report, io);
    await io.writeSummary((0,outcome_markdown/* renderOutcomeMarkdown */.S5)(report));
    annotate(removal, io);
}
async function commentOn(removal, publication) {
    const { request } = removal.run.plan;
    await (0,comment/* writeComment */.HF)(publication, {
        key: (0,comment/* branchCommentKey */.LF)(request, publication.inputs),
        pullRequest: request.pullRequest,
        isNews: !removal.outcome.succeeded,
        render: (marker) => (0,outcome_markdown/* renderOutcomeComment */.Oc)(reportOf(removal, publication), marker),
    });
}
function reportOf({ run, outcome }, { event }) {
    const { request } = run.plan;
    return (0,branch_report/* branchRemoval */.Vj)({ request, outcome, ...(event !== undefined && { runUrl: event.runUrl }) });
}
function annotate({ run, outcome }, io) {
    for (const { location, status, message, warnings = [] } of outcome.locations) {
        const title = `${run.plan.request.deployment}, ${location}`;
        for (const warning of warnings)
            io.annotate({ level: "warning", title, message: warning });
        if (status !== "succeeded")
            io.annotate({ level: "error", title: `${title}: ${status}`, message });
    }
}
/** One for the outputs, which name all branch deployments; undefined when there is none. */
function joinRemovals(removals) {
    const [first] = removals;
    if (first === undefined)
        return undefined;
    const { plan } = first.run;
    const deployment = [...new Set(removals.map(({ run }) => run.plan.request.deployment))].join(",");
    const steps = removals.flatMap(({ run }) => run.plan.steps);
    return {
        run: { ...first.run, plan: { ...plan, request: { ...plan.request, deployment }, steps } },
        outcome: {
            locations: removals.flatMap(({ outcome }) => outcome.locations),
            succeeded: removals.every(({ outcome }) => outcome.succeeded),
        },
    };
}

;// CONCATENATED MODULE: ./build/commands/publish.js










/**
 * Prints a result, annotates, writes the summary, sets the outputs, and then comments. True when the step is to be
 * green, which is decided before GitHub is asked for anything.
 */
async function publish(result, publication) {
    const succeeded = isGreen(result, publication.inputs);
    await publishResult(result, publication);
    return succeeded;
}
function isGreen(result, { failOnChanges }) {
    switch (result.kind) {
        case "nothing":
        case "validated":
        case "rendered":
            return true;
        case "invalid":
        case "refused":
            return false;
        case "planned":
            return result.failures.length === 0 && !(failOnChanges && (0,summary/* hasChanges */.i)(result.run.plan));
        case "applied":
            return result.outcome.succeeded;
        case "removed":
            return result.leftAlone.length === 0 && result.removals.every(({ outcome }) => outcome.succeeded);
    }
}
async function publishResult(result, publication) {
    const { io } = publication;
    if (result.kind === "nothing") {
        io.info(result.message);
        return;
    }
    await publishFindings(result.findings, publication, result.kind === "invalid" || result.kind === "validated");
    switch (result.kind) {
        case "invalid":
            return publishInvalid(result, publication);
        case "validated":
            return io.info(`${result.locations} code location${result.locations === 1 ? "" : "s"}: the configuration is valid.`);
        case "rendered":
            return io.info(JSON.stringify(result.document, null, 2));
        case "planned":
            return publishPlan(result, result.failures, publication);
        case "refused":
            return publishPlan(result, result.reasons, publication);
        case "applied":
            return publishOutcome(result, publication);
        case "removed":
            return publishRemovals(result, publication);
    }
}
/** A plan of an earlier push must not stand there as if it were of this one; an apply says it beside the plan. */
async function publishInvalid({ findings: { problems } }, publication) {
    const { command } = publication;
    // `validate` works offline: it would not take back what it has said, either.
    if (command === "validate" || command === "destroy" || command === "sweep")
        return;
    const isPlan = command === "plan";
    await (0,comment/* writeComment */.HF)(publication, {
        key: isPlan ? (0,comment/* planCommentKey */.e1)(publication) : (0,comment/* outcomeCommentKey */.NR)(publication),
        isNews: !isPlan,
        render: (marker) => (0,report_problems/* renderProblemsComment */._P)(problems, marker, publication.event),
    });
}
async function publishFindings(findings, { io, event }, withSummary) {
    for (const annotation of (0,report_problems/* problemAnnotations */.ur)(findings.problems))
        io.annotate(annotation);
    (0,print_report/* printFindings */.c)(findings, io);
    if (withSummary)
        await io.writeSummary((0,report_problems/* renderProblemsMarkdown */.qE)(findings.problems, event));
}
async function publishPlan(result, reasons, publication) {
    const { io, inputs, event } = publication;
    const { run } = result;
    const report = {
        plan: run.plan,
        preflight: run.preflight,
        problems: result.findings.problems,
        ...(event !== undefined && { headSha: event.headSha, runUrl: event.runUrl }),
        ...(result.kind === "refused" && { refusedBecause: reasons.map(run.redact) }),
    };
    (0,print_report.printPlan)(report, io);
    await io.writeSummary((0,plan_markdown/* renderPlanMarkdown */.d)(report));
    for (const reason of reasons)
        io.annotate({
            level: "error",
            title: result.kind === "refused" ? "refused" : "would be refused",
            message: run.redact(reason),
        });
    await (0,outputs/* setOutputs */.n0)(publication, run, undefined, inputs.planFile === undefined ? {} : { planFile: inputs.planFile });
    const commentUrl = await (0,comment/* writeComment */.HF)(publication, {
        key: keyOfPlan(result, publication),
        isNews: (0,summary/* hasChanges */.i)(run.plan) || reasons.length > 0,
        render: (marker) => (0,plan_markdown/* renderPlanComment */.z)({ ...report, ...marker }),
    });
    (0,outputs/* setCommentUrl */.BA)(io, commentUrl);
}
/** What is refused is no plan: it must not stand where the plan of the full deployment is. */
function keyOfPlan({ kind, run }, where) {
    const { request } = run.plan;
    if (request.kind === "branch")
        return (0,comment/* branchCommentKey */.LF)(request, where.inputs);
    return kind === "refused" ? (0,comment/* outcomeCommentKey */.NR)(where) : (0,comment/* planCommentKey */.e1)(where);
}
async function publishOutcome(result, publication) {
    const { io, inputs } = publication;
    const { run, outcome } = result;
    const { request } = run.plan;
    const report = outcomeReport(result, publication);
    (0,print_report/* printOutcome */.i)(report, io);
    await io.writeSummary((0,outcome_markdown/* renderOutcomeMarkdown */.S5)(report));
    for (const annotation of (0,warnings/* warningAnnotations */.H)(run.plan))
        io.annotate(annotation);
    annotateFailures(outcome, io);
    await (0,outputs/* setOutputs */.n0)(publication, run, outcome, {});
    const isBranch = request.kind === "branch";
    const commentUrl = await (0,comment/* writeComment */.HF)(publication, {
        key: isBranch ? (0,comment/* branchCommentKey */.LF)(request, inputs) : (0,comment/* outcomeCommentKey */.NR)(publication),
        ...(isBranch && { pullRequest: request.pullRequest }),
        isNews: outcome.locations.some(({ status }) => status !== "unchanged"),
        render: (marker) => (0,outcome_markdown/* renderOutcomeComment */.Oc)(report, marker),
    });
    // With branch deployments there is a plan, too, and the output is the address of its comment.
    if (!isBranch)
        (0,outputs/* setCommentUrl */.BA)(io, commentUrl);
}
function outcomeReport({ run, outcome }, { event }) {
    const { request } = run.plan;
    const origin = event !== undefined && { headSha: event.headSha, runUrl: event.runUrl };
    const { steps } = run.plan;
    if (request.kind === "full")
        return { outcome, steps, deployment: request.deployment, ...origin };
    return (0,branch_report/* branchOutcome */.$w)({ request, outcome, steps, ...origin }, (0,outputs/* describeLocations */.e0)(run, outcome));
}
function annotateFailures({ locations }, io) {
    for (const { location, status, message, failure, warnings = [] } of locations) {
        for (const warning of warnings)
            io.annotate({ level: "warning", title: location, message: warning });
        if (status !== "failed" && status !== "rolled-back" && status !== "superseded")
            continue;
        const guess = failure?.guess === undefined ? "" : `\n${failure.guess}`;
        io.annotate({ level: "error", title: `${location}: ${status}`, message: `${message}${guess}` });
    }
}


/***/ })

};
