export const id = 664;
export const ids = [664];
export const modules = {

/***/ 5283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/plan/summary.js
var summary = __webpack_require__(10);
// EXTERNAL MODULE: ./build/report/branch-report.js
var branch_report = __webpack_require__(2974);
// EXTERNAL MODULE: ./build/report/outcome-console.js
var outcome_console = __webpack_require__(3403);
// EXTERNAL MODULE: ./build/report/outcome-markdown.js
var outcome_markdown = __webpack_require__(3693);
// EXTERNAL MODULE: ./build/report/plan-console.js
var plan_console = __webpack_require__(7972);
// EXTERNAL MODULE: ./build/report/plan-markdown.js + 2 modules
var plan_markdown = __webpack_require__(7664);
// EXTERNAL MODULE: ./build/report/problems.js
var report_problems = __webpack_require__(5567);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/commands/comment.js

/** Names the comment with the plan of a configuration. */
function planCommentKey({ inputs, event }) {
    return [inputs.deployment, `${event?.repository}:${inputs.configFile ?? ""}`, inputs.commentKey ?? ""].join("|");
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
            message: `The comment was not written: ${(0,errors/* explainError */.UW)(error)}`,
        });
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/commands/outputs.js + 1 modules
var outputs = __webpack_require__(3391);
;// CONCATENATED MODULE: ./build/commands/publish-removals.js





/** Prints what was removed, annotates, writes summary, comments and outputs. True when nothing failed or was in doubt. */
async function publishRemovals(result, publication) {
    const { io } = publication;
    for (const removal of result.removals) {
        await publishRemoval(removal, publication);
        if (removal.pullRequestIsGone !== true)
            await commentOn(removal, publication);
    }
    for (const why of result.leftAlone)
        io.annotate({ level: "error", title: "left alone", message: why });
    io.info(result.message);
    await io.writeSummary((0,branch_report/* renderLeftAlone */.XQ)(result.message, result.leftAlone));
    const all = joinRemovals(result.removals);
    // There is no code server left to name in a workspace file.
    if (all !== undefined)
        await (0,outputs/* setOutputs */.n)({ ...publication, environment: new Map() }, all.run, all.outcome, {});
    return result.leftAlone.length === 0 && result.removals.every(({ outcome }) => outcome.succeeded);
}
async function publishRemoval(removal, publication) {
    const { io } = publication;
    const report = reportOf(removal, publication);
    io.info((0,outcome_console/* renderOutcomeConsole */.u)(report, { colors: false }));
    await io.writeSummary((0,outcome_markdown/* renderOutcomeMarkdown */.S5)(report));
    annotate(removal, io);
}
async function commentOn(removal, publication) {
    const { request } = removal.run.plan;
    await writeComment(publication, {
        key: branchCommentKey(request, publication.inputs),
        pullRequest: request.pullRequest,
        isNews: !removal.outcome.succeeded,
        render: (marker) => (0,branch_report/* renderBranchComment */.A0)(reportOf(removal, publication), marker),
    });
}
function reportOf({ run, outcome }, { event }) {
    const { request } = run.plan;
    return (0,branch_report/* branchRemoval */.Vj)({ request, outcome, ...(event !== undefined && { runUrl: event.runUrl }) });
}
function annotate({ run, outcome }, io) {
    for (const { location, status, message } of outcome.locations) {
        if (status === "succeeded")
            continue;
        io.annotate({ level: "error", title: `${run.plan.request.deployment}, ${location}: ${status}`, message });
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










/** The runner's console does not show colours well in annotations, but does in the log. */
const STYLE = { colors: false };
/** Prints a result, annotates, sets the outputs, writes summary and comment. True when the step is to be green. */
async function publish(result, publication) {
    const { io } = publication;
    if (result.kind === "nothing") {
        io.info(result.message);
        return true;
    }
    await publishFindings(result.findings, publication, result.kind === "invalid" || result.kind === "validated");
    switch (result.kind) {
        case "invalid": {
            const { problems } = result.findings;
            // A plan of an earlier push must not stand there as if it were of this one.
            await writeComment(publication, {
                key: planCommentKey(publication),
                isNews: false,
                render: (marker) => (0,report_problems/* renderProblemsComment */._P)(problems, marker),
            });
            return false;
        }
        case "validated":
            io.info(`${result.locations} code location${result.locations === 1 ? "" : "s"}: the configuration is valid.`);
            return true;
        case "rendered":
            io.info(JSON.stringify(result.document, null, 2));
            return true;
        case "planned":
            await publishPlan(result, result.failures, publication);
            return result.failures.length === 0 && !(publication.inputs.failOnChanges && (0,summary/* hasChanges */.i)(result.run.plan));
        case "refused":
            await publishPlan(result, result.reasons, publication);
            return false;
        case "applied":
            await publishOutcome(result, publication);
            return result.outcome.succeeded;
        case "removed":
            return publishRemovals(result, publication);
    }
}
async function publishFindings(findings, { io }, withSummary) {
    for (const annotation of (0,report_problems/* problemAnnotations */.ur)(findings.problems))
        io.annotate(annotation);
    if (findings.problems.length > 0)
        io.info((0,report_problems/* renderProblemsConsole */.Gn)(findings.problems, STYLE, findings.sources));
    if (withSummary)
        await io.writeSummary((0,report_problems/* renderProblemsMarkdown */.qE)(findings.problems));
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
    io.info((0,plan_console.renderPlanConsole)(report, STYLE));
    await io.writeSummary((0,plan_markdown/* renderPlanMarkdown */.d)(report));
    for (const reason of reasons)
        io.annotate({
            level: "error",
            title: result.kind === "refused" ? "refused" : "would be refused",
            message: run.redact(reason),
        });
    const isNews = (0,summary/* hasChanges */.i)(run.plan) || reasons.length > 0;
    const { request } = run.plan;
    const commentUrl = await writeComment(publication, {
        // What is refused of a branch deployment must not stand where the plan of the full one is.
        key: request.kind === "branch" ? branchCommentKey(request, inputs) : planCommentKey(publication),
        isNews,
        render: (marker) => (0,plan_markdown/* renderPlanComment */.z)({ ...report, ...marker }),
    });
    await (0,outputs/* setOutputs */.n)(publication, run, undefined, {
        ...(inputs.planFile !== undefined && { planFile: inputs.planFile }),
        ...(commentUrl !== undefined && { commentUrl }),
    });
}
async function publishOutcome(result, publication) {
    const { io, inputs } = publication;
    const { run, outcome } = result;
    const { request } = run.plan;
    const report = outcomeReport(result, publication);
    io.info((0,outcome_console/* renderOutcomeConsole */.u)(report, STYLE));
    await io.writeSummary((0,outcome_markdown/* renderOutcomeMarkdown */.S5)(report));
    for (const { location, warnings } of run.plan.steps) {
        for (const message of warnings)
            io.annotate({ level: "warning", title: location, message });
    }
    annotateFailures(outcome, io);
    if (request.kind === "branch") {
        await writeComment(publication, {
            key: branchCommentKey(request, inputs),
            pullRequest: request.pullRequest,
            isNews: outcome.locations.some(({ status }) => status !== "unchanged"),
            render: (marker) => (0,branch_report/* renderBranchComment */.A0)(report, marker),
        });
    }
    await (0,outputs/* setOutputs */.n)(publication, run, outcome, {});
}
function outcomeReport({ run, outcome }, { event }) {
    const { request } = run.plan;
    const origin = event !== undefined && { headSha: event.headSha, runUrl: event.runUrl };
    if (request.kind === "full")
        return { outcome, deployment: request.deployment, ...origin };
    return (0,branch_report/* branchOutcome */.$w)({ request, outcome, ...origin }, (0,outputs/* describeLocations */.e)(run, outcome));
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
