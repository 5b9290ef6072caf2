export const id = 541;
export const ids = [541];
export const modules = {

/***/ 3391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ describeLocations),
  n: () => (/* binding */ setOutputs)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/summary.js
var summary = __webpack_require__(10);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/report/workspace-file.js

/** A `workspace.yaml` of Dagster OSS that names every code server, in the order given. */
function renderWorkspaceFile(locations) {
    const servers = locations.map(({ name, host, port }) => ({ grpc_server: { host, port, location_name: name } }));
    // Dagster reads YAML 1.1, in which words such as `no` and `on` are booleans unless quoted.
    return (0,dist/* stringify */.As)({ load_from: servers }, { version: "1.1", lineWidth: 0 });
}

;// CONCATENATED MODULE: ./build/commands/outputs.js



const WORKSPACE_FILE = "dagster-ecs-deploy-workspace.yaml";
/** Sets the outputs of action.yml. `outcome` is undefined for a plan. */
async function setOutputs(where, run, outcome, more) {
    const { io, files, environment } = where;
    const locations = describeLocations(run, outcome);
    io.setOutput("has-changes", String((0,summary/* hasChanges */.i)(run.plan)));
    io.setOutput("summary", JSON.stringify((0,summary/* summarizePlan */.P)(run.plan)));
    io.setOutput("deployment", run.plan.request.deployment);
    io.setOutput("locations", JSON.stringify(locations));
    if (more.planFile !== undefined)
        io.setOutput("plan-file", more.planFile);
    if (more.commentUrl !== undefined)
        io.setOutput("comment-url", more.commentUrl);
    const folder = environment.get("RUNNER_TEMP");
    if (folder === undefined || folder === "")
        return;
    const path = `${folder}/${WORKSPACE_FILE}`;
    const addresses = locations.flatMap(({ name, hostname, port }) => hostname === null || port === null ? [] : [{ name, host: hostname, port }]);
    try {
        await files.write(path, renderWorkspaceFile(addresses));
        io.setOutput("workspace-file", path);
    }
    catch (error) {
        // What was deployed is deployed: a file beside it must not turn the run red.
        io.annotate({ level: "warning", title: "no workspace-file", message: (0,errors/* explainError */.UW)(error) });
    }
}
/** Every location of the plan, with what an apply made of it. */
function describeLocations(run, outcome) {
    const desired = new Map(run.desired.map((location) => [location.name, location]));
    // By service too: a sweep has the same location of several branch deployments.
    const keyOf = (one) => `${one.service} ${one.location}`;
    const outcomes = new Map(outcome?.locations.map((location) => [keyOf(location), location]));
    return run.plan.steps.map((step) => {
        const wanted = desired.get(step.location);
        const ended = outcomes.get(keyOf(step));
        const isNamed = wanted !== undefined && run.namespaceName !== undefined;
        return {
            name: step.location,
            action: step.action,
            status: ended?.status ?? "planned",
            service: step.service,
            taskDefinitionArn: ended?.taskDefinitionArn ?? step.taskDefinition.reuse ?? step.base.taskDefinitionArn ?? null,
            image: step.image?.reference ?? null,
            hostname: isNamed ? `${wanted.cloudMapService.name}.${run.namespaceName}` : null,
            port: wanted?.port ?? null,
        };
    });
}


/***/ }),

/***/ 10:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ summarizePlan),
/* harmony export */   i: () => (/* binding */ hasChanges)
/* harmony export */ });
/** Counts the steps of a plan by action. */
function summarizePlan(plan) {
    const counts = {
        create: 0,
        update: 0,
        replace: 0,
        redeploy: 0,
        rollback: 0,
        delete: 0,
        none: 0,
        blocked: 0,
    };
    for (const { action } of plan.steps)
        counts[action] += 1;
    return counts;
}
/** True when a plan is not empty. A blocked step counts: what should exist does not. */
function hasChanges(plan) {
    return plan.steps.some(({ action }) => action !== "none");
}


/***/ }),

/***/ 2974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ branchOutcome),
/* harmony export */   A0: () => (/* binding */ renderBranchComment),
/* harmony export */   Vj: () => (/* binding */ branchRemoval),
/* harmony export */   XQ: () => (/* binding */ renderLeftAlone)
/* harmony export */ });
/* harmony import */ var _model_comment_marker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3478);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _outcome_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3693);
/* harmony import */ var _plan_input_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1573);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2867);






/** After an apply: how it went, where the branch deployment runs, and its hosts. */
function branchOutcome(input, hosts) {
    const { request, ...rest } = input;
    const { deployment } = request;
    return { ...rest, deployment, title: `Dagster branch deployment ${deployment}`, extra: whereItRuns(request, hosts) };
}
/** After a removal: how that went. */
function branchRemoval(input) {
    const { request, outcome, ...rest } = input;
    const { deployment } = request;
    const end = outcome.succeeded ? "is removed" : "is not removed completely";
    return { ...rest, outcome, deployment, title: `Dagster branch deployment ${deployment} ${end}` };
}
/** A report about a branch deployment as the comment that stays the same from its first apply to its removal. */
function renderBranchComment(report, marker) {
    const head = (0,_model_comment_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .renderCommentMarker */ .W)(marker);
    return `${head}\n${(0,_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .renderOutcomeMarkdown */ .S5)(report, _plan_input_js__WEBPACK_IMPORTED_MODULE_5__/* .COMMENT_LIMIT */ .W - Buffer.byteLength(head, "utf8") - 1)}`;
}
/** What a sweep left alone, and why, for the job summary. */
function renderLeftAlone(message, leftAlone) {
    return [`**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(message)}**`, "", ...leftAlone.map((why) => `- ⚠️ ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(why)}`)].join("\n");
}
function whereItRuns({ cluster, region, account }, hosts) {
    const place = `Runs in cluster ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(cluster)} in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(region)}, account ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(account)}.`;
    const named = hosts.filter(({ hostname }) => hostname !== null);
    const render = (most) => {
        const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .takeFirst */ .SG)(named, most);
        const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .bo)(["Code location", "Host"], shown.map(({ name, hostname, port }) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name), (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(`${hostname}:${port}`)]));
        return [place, table, ...(more > 0 ? [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(more, "more host")}.`] : [])].join("\n\n");
    };
    return { importance: 1, variants: named.length === 0 ? [place] : [1_000, 100, 10].map(render) };
}


/***/ }),

/***/ 897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderFailureText),
/* harmony export */   o: () => (/* binding */ renderFailureMarkdown)
/* harmony export */ });
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5909);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8495);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2867);





/** Tasks of one rollout mostly stop for the same reason. */
const MOST_TASKS = 3;
const MOST_EVENTS = 10;
/** Why a location failed, as a block of Markdown: the guess first, then the evidence. */
function renderFailureMarkdown(outcome, mostLogLines) {
    const { mark, word } = _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUSES */ .f[outcome.status];
    const head = [`### ${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(outcome.location)} ${word}`, (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(outcome.message)];
    const { failure } = outcome;
    if (failure === undefined)
        return head.join("\n\n");
    const tasks = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .takeFirst */ .SG)(failure.stoppedTasks, MOST_TASKS);
    return [
        ...head,
        ...(failure.guess === undefined ? [] : [`**Likely cause:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(failure.guess)}`]),
        listFacts(failure)
            .map(([name, value, isCode]) => `- ${name}: ${isCode ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(value) : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(value)}`)
            .join("\n"),
        ...tasks.shown.map((task) => renderTask(task, mostLogLines)),
        ...(tasks.more > 0 ? [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(tasks.more, "more stopped task", "more stopped tasks")}.`] : []),
        ...(failure.notes ?? []).map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9),
        ...renderEvents(failure.events),
    ].join("\n\n");
}
/** The same block for a console. No line of it can be a workflow command. */
function renderFailureText(outcome, style) {
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_3__/* .makePaint */ .i)(style);
    const { failure } = outcome;
    const { word } = _wording_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUSES */ .f[outcome.status];
    const lines = [
        `${paint.red("✗")} ${paint.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(outcome.location))} ${paint.red(word)}`,
        `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(outcome.message)}`,
    ];
    if (failure !== undefined) {
        if (failure.guess !== undefined)
            lines.push(`  ${paint.bold("Likely cause:")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(failure.guess)}`);
        lines.push(...listFacts(failure).map(([name, value]) => `  ${name}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(value)}`));
        lines.push(...failure.stoppedTasks.slice(0, MOST_TASKS).flatMap(listTaskText));
        const more = failure.stoppedTasks.length - MOST_TASKS;
        if (more > 0)
            lines.push(`  … and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(more, "more stopped task", "more stopped tasks")}`);
        lines.push(...(failure.notes ?? []).map((note) => `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(note)}`));
        if (failure.events.length > 0)
            lines.push("  Service events, the newest first:");
        lines.push(...failure.events.slice(0, MOST_EVENTS).map((event) => `    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(event)}`));
    }
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .defuseWorkflowCommands */ .yg)(lines.join("\n"));
}
function listFacts(failure) {
    return [
        ["Phase", failure.phase, false],
        ["Image", failure.image, true],
        ["Task definition", (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .lastSegment */ .mp)(failure.taskDefinitionArn), true],
        ["Service now", failure.leftState, false],
    ];
}
function renderTask(task, mostLogLines) {
    const stopCode = task.stopCode === undefined ? "" : ` ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(task.stopCode)}`;
    const reason = task.stoppedReason === undefined ? "" : `: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(task.stoppedReason)}`;
    const alike = task.alike === undefined ? "" : ` (${describeAlike(task.alike)})`;
    const blocks = [`**${nameTask(task)}** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(task.taskId)}${stopCode}${reason}${alike}`];
    for (const container of task.containers) {
        const log = container.logLines.length > 0 ? "; its last log lines:" : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(describeMissingLog(container));
        blocks.push(`Container ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(container.name)} ${describeExit(container)}${renderReason(container, task)}${log}`);
        if (container.logLines.length > 0)
            blocks.push((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedBlock */ .zW)(container.logLines.slice(-mostLogLines).join("\n"), "text"));
    }
    return blocks.join("\n\n");
}
function renderReason({ reason }, task) {
    return reason === undefined || reason === task.stoppedReason ? "" : ` (${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(reason)})`;
}
function listTaskText(task) {
    const stopCode = task.stopCode === undefined ? "" : ` ${task.stopCode}`;
    const reason = task.stoppedReason === undefined ? "" : `: ${task.stoppedReason}`;
    const alike = task.alike === undefined ? "" : ` (${describeAlike(task.alike)})`;
    return [
        `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(`${nameTask(task)} ${task.taskId}${stopCode}${reason}${alike}`)}`,
        ...task.containers.flatMap((container) => [
            `    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(describeContainer(container, task))}`,
            ...listLog(container),
        ]),
    ];
}
function describeContainer(container, task) {
    const { name, reason } = container;
    // What the task says of itself need not be said of its container once more.
    const why = reason === undefined || reason === task.stoppedReason ? "" : ` (${reason})`;
    const log = container.logLines.length > 0 ? "" : describeMissingLog(container);
    return `container ${name} ${describeExit(container)}${why}${log}`;
}
function listLog({ logLines }) {
    return logLines.map((line) => `      | ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(line, "\t")}`);
}
function describeMissingLog({ logProblem }) {
    return logProblem === undefined ? "." : `; ${logProblem}.`;
}
function describeAlike(count) {
    return `and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(count, "more task", "more tasks")} in the same way`;
}
function describeExit({ exitCode, state }) {
    if (exitCode !== undefined)
        return `exited with code ${exitCode}`;
    return state === undefined ? "did not run" : `is ${state}`;
}
function nameTask({ lastStatus }) {
    return lastStatus === undefined ? "Stopped task" : `Task that is ${lastStatus}`;
}
function renderEvents(events) {
    if (events.length === 0)
        return [];
    const shown = events.slice(0, MOST_EVENTS);
    return [
        (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDetails */ .PL)(`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(shown.length, "service event")}, the newest first`, (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedBlock */ .zW)(shown.map((event) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(event)).join("\n"), "text")),
    ];
}


/***/ }),

/***/ 3403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ renderOutcomeConsole)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(897);
/* harmony import */ var _outcome_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3693);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8495);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2867);





/** What an apply did, for a console: failures explained, then one line per location, then the counts. */
function renderOutcomeConsole(input, style) {
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_4__/* .makePaint */ .i)(style);
    const { locations } = input.outcome;
    const touched = locations.filter((location) => location.status !== "unchanged");
    const rows = (0,_paint_js__WEBPACK_IMPORTED_MODULE_4__/* .alignColumns */ .R)(touched.map((location) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(location.location),
        (0,_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDone */ .AT)(location),
        location.duration === undefined ? "" : (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDuration */ .MB)(location.duration),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(location.message),
    ])).map((cells, index) => {
        const isBad = _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES */ .f[touched[index]?.status ?? "failed"].bad;
        return `  ${isBad ? paint.red("✗") : paint.green("✓")} ${cells.join("  ")}`;
    });
    const blocks = [
        ...touched.filter(_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .isFailure */ .N6).map((location) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailureText */ .S)(location, style)),
        rows.join("\n"),
        paint.bold((0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutcomeVerdict */ .bz)(locations)),
    ];
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .defuseWorkflowCommands */ .yg)(blocks.filter((block) => block !== "").join("\n\n"));
}


/***/ }),

/***/ 3693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ describeDone),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   S5: () => (/* binding */ renderOutcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(897);
/* harmony import */ var _image_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3488);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6409);
/* harmony import */ var _plan_input_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1573);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5999);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2867);







/** What an apply did, for the job summary, within `limit` bytes. */
function renderOutcomeMarkdown(input, limit = _plan_input_js__WEBPACK_IMPORTED_MODULE_4__/* .SUMMARY_LIMIT */ .J) {
    const { locations } = input.outcome;
    const touched = locations.filter((location) => location.status !== "unchanged");
    const failed = touched.filter(isFailure);
    const sections = [
        { importance: 0, variants: [renderHead(input, locations)] },
        ...(touched.length === 0
            ? []
            : [{ importance: 0, variants: [1_000, 200, 50, 10].map((most) => renderOutcomeTable(touched, most)) }]),
        ...(input.extra === undefined ? [] : [input.extra]),
        ...failed.map((location) => ({
            importance: 1,
            isDetail: true,
            variants: [200, 20].map((mostLogLines) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailureMarkdown */ .o)(location, mostLogLines)),
        })),
        { importance: 2, variants: [1_000, 50].map((most) => renderUnchanged(locations, most)) },
        { importance: 0, variants: [renderFooter(input)] },
    ];
    const text = (0,_sections_js__WEBPACK_IMPORTED_MODULE_5__/* .fitSections */ .W)(sections, limit - 1, (omitted, total) => (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderAlert */ .$1)("NOTE", [
        omitted === 0
            ? "Log lines are shortened below; the log of this step has more."
            : `The explanation of ${omitted} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(total, "failure")} is omitted below; the log of this step has it.`,
    ]));
    return `${text}\n`;
}
/** True for an outcome that needs an explanation. */
function isFailure(location) {
    return location.status === "failed" || location.status === "rolled-back" || location.failure !== undefined;
}
function renderHead({ deployment, title, outcome }, locations) {
    const heading = title === undefined ? `Dagster code locations: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(deployment)}` : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(title);
    return `## ${outcome.succeeded ? "✅" : "❌"} ${heading}\n\n**${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutcomeVerdict */ .bz)(locations)}**`;
}
function renderOutcomeTable(locations, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .takeFirst */ .SG)(locations, most);
    const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .bo)(["Code location", "Action", "How it ended", "Time"], shown.map((location) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(location.location),
        describeDone(location),
        `${_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUSES */ .f[location.status].mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProseCell */ .gl)(location.message)}`,
        location.duration === undefined ? "" : (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDuration */ .MB)(location.duration).replaceAll(" ", "&nbsp;"),
    ]));
    return more === 0 ? table : `${table}\n\n… and ${more} more code locations.`;
}
/** What was done for a location, in a word or two; in the present tense when it did not come to its end. */
function describeDone({ action, status }) {
    if (status === "skipped")
        return "nothing yet";
    if (status === "blocked")
        return "not touched";
    if (status === "superseded")
        return "given up";
    return status === "failed" || status === "rolled-back" ? _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[action].word : _wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[action].done;
}
function renderUnchanged(locations, most) {
    const unchanged = locations
        .filter((location) => location.status === "unchanged")
        .map((location) => location.location);
    return unchanged.length === 0 ? "" : (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderDetails */ .PL)(`⚪ ${unchanged.length} unchanged`, (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderNames */ .pj)(unchanged, most));
}
function renderFooter({ headSha, runUrl }) {
    const parts = [
        ...(headSha === undefined ? [] : [`Commit ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)((0,_image_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shortenHash */ .Mo)(headSha))}`]),
        ...(runUrl === undefined ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderLink */ .BK)("workflow run", runUrl)]),
    ];
    return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
}


/***/ }),

/***/ 7664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ renderPlanComment),
  d: () => (/* binding */ renderPlanMarkdown)
});

// EXTERNAL MODULE: ./build/model/comment-marker.js
var comment_marker = __webpack_require__(3478);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/image-text.js
var image_text = __webpack_require__(3488);
// EXTERNAL MODULE: ./build/report/markdown-blocks.js
var markdown_blocks = __webpack_require__(6409);
// EXTERNAL MODULE: ./build/report/sensitive.js
var sensitive = __webpack_require__(3187);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/plan-alerts.js




/** What a reviewer must see before the table: why nothing will happen, and what hurts. */
function renderAlerts({ plan, preflight, refusedBecause }, most) {
    // A refusal names the blocked locations and the failed checks already.
    const dangers = renderDangers(plan.steps, most);
    const alerts = refusedBecause === undefined
        ? [dangers, renderFailedChecks(preflight, most), renderBlocked(plan.steps, most)]
        : [renderRefusal(refusedBecause, most), dangers];
    return alerts.filter((alert) => alert !== undefined);
}
function renderRefusal(reasons, most) {
    return (0,markdown_blocks/* renderAlert */.$1)("CAUTION", [
        "**Refused: nothing was written to AWS.**",
        ...(0,markdown_blocks/* renderList */.pI)(reasons.map(report_escape/* renderProse */.E9), most),
    ]);
}
function renderDangers(steps, most) {
    const dangerous = steps.filter(wording/* isDangerous */.F$);
    if (dangerous.length === 0)
        return undefined;
    const removed = dangerous.filter((step) => step.action === "delete").length;
    const interrupted = dangerous.length - removed;
    const facts = [
        ...(removed > 0 ? [`removes ${(0,wording/* countOf */.pq)(removed, "code server")}`] : []),
        ...(interrupted > 0 ? [`takes ${(0,wording/* countOf */.pq)(interrupted, "code server")} down for a while`] : []),
    ];
    const items = dangerous.map((step) => `${(0,report_escape/* inlineCode */.ti)(step.location)} (${wording/* ACTIONS */.kl[step.action].word}): ${(0,report_escape/* renderProse */.E9)(step.reason.text)}`);
    return (0,markdown_blocks/* renderAlert */.$1)("CAUTION", [`**This plan ${facts.join(" and ")}.**`, ...(0,markdown_blocks/* renderList */.pI)(items, most)]);
}
function renderBlocked(steps, most) {
    const blocked = steps.filter((step) => step.action === "blocked");
    if (blocked.length === 0)
        return undefined;
    const items = blocked.map((step) => `${(0,report_escape/* inlineCode */.ti)(step.location)}: ${(0,report_escape/* renderProse */.E9)(step.reason.text)}`);
    const verb = blocked.length === 1 ? "is" : "are";
    return (0,markdown_blocks/* renderAlert */.$1)("WARNING", [
        `**${(0,wording/* countOf */.pq)(blocked.length, "code location")} ${verb} blocked and will not be touched.**`,
        ...(0,markdown_blocks/* renderList */.pI)(items, most),
    ]);
}
function renderFailedChecks(preflight, most) {
    const failed = preflight.filter((check) => check.status === "FAIL");
    if (failed.length === 0)
        return undefined;
    return (0,markdown_blocks/* renderAlert */.$1)("CAUTION", [
        `**${(0,wording/* countOf */.pq)(failed.length, "preflight check")} failed: an apply would stop before it writes anything.**`,
        ...(0,markdown_blocks/* renderList */.pI)(failed.map(renderCheck), most),
    ]);
}
/** A check as one line: subject, target, why, what to do, who needs it. */
function renderCheck(check) {
    const why = [check.message, check.hint]
        .filter((text) => text !== undefined && text !== "")
        .map((text) => ` ${(0,report_escape/* renderProse */.E9)(text ?? "")}`);
    const needed = check.locations.length === 0 ? "" : ` Needed by ${(0,markdown_blocks/* renderNames */.pj)(check.locations, 5)}.`;
    return `${(0,report_escape/* renderProse */.E9)(check.subject)} ${(0,report_escape/* inlineCode */.ti)(check.target)}:${why.join("")}${needed}`;
}
/** What a reviewer must look at twice: roles, secrets, registries, access. Empty when there is nothing. */
function renderSensitive(steps, most) {
    const changes = (0,sensitive/* collectSensitiveChanges */.u)(steps);
    if (changes.length === 0)
        return "";
    return (0,markdown_blocks/* renderAlert */.$1)("IMPORTANT", [
        `**Look twice: ${(0,wording/* countOf */.pq)(changes.length, "change")} to roles, secrets, registries or access.**`,
        ...(0,markdown_blocks/* renderList */.pI)(changes.map(renderSensitiveChange), most),
    ]);
}
function renderSensitiveChange({ field, change, before, after, locations }) {
    return `${(0,markdown_blocks/* renderNames */.pj)(locations, 5)}: ${(0,report_escape/* inlineCode */.ti)(field)} ${describeValues(change, before, after)}`;
}
function describeValues(change, before, after) {
    switch (change) {
        case "added":
            return after === undefined ? "is added" : `is added: ${(0,report_escape/* inlineCode */.ti)(after)}`;
        case "removed":
            return before === undefined ? "is removed" : `is removed: ${(0,report_escape/* inlineCode */.ti)(before)}`;
        case "changed":
            return before === undefined || after === undefined
                ? "changes (see the details)"
                : `${(0,report_escape/* inlineCode */.ti)(before)} → ${(0,report_escape/* inlineCode */.ti)(after)}`;
    }
}

// EXTERNAL MODULE: ./build/model/arn.js
var arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/report/change-lines.js + 1 modules
var change_lines = __webpack_require__(3519);
// EXTERNAL MODULE: ./build/report/worth-showing.js
var worth_showing = __webpack_require__(8581);
;// CONCATENATED MODULE: ./build/report/plan-details.js






/** What changes for one location: a collapsed section with a diff of at most `mostLines` lines. */
function renderStepDetails(step, mostLines) {
    const { mark, word } = wording/* ACTIONS */.kl[step.action];
    const count = step.action === "create" ? 0 : step.changes.length;
    const changes = count > 0 ? `, ${(0,wording/* countOf */.pq)(count, "change")}` : "";
    const content = [renderFacts(step), ...renderDiff(step, mostLines)].join("\n\n");
    return (0,markdown_blocks/* renderDetails */.PL)(`${mark} ${(0,report_escape/* htmlCode */.h8)(step.location)} ${word}${changes}`, content);
}
function renderFacts(step) {
    const facts = [`Service ${(0,report_escape/* inlineCode */.ti)(step.service)} in cluster ${(0,report_escape/* inlineCode */.ti)(step.cluster)}`];
    const runs = step.base.taskDefinitionArn;
    if (runs !== undefined)
        facts.push(`runs ${(0,report_escape/* inlineCode */.ti)((0,arn/* lastSegment */.mp)(runs))}`);
    if (step.action !== "delete" && step.action !== "blocked")
        facts.push(describeTaskDefinition(step));
    const image = step.image === undefined || step.action === "blocked" ? "" : `<br>\nImage ${(0,report_escape/* inlineCode */.ti)(step.image.reference)}`;
    return `${facts.join(" · ")}${image}`;
}
function describeTaskDefinition(step) {
    if (step.taskDefinition.reuse !== undefined)
        return `uses ${(0,report_escape/* inlineCode */.ti)((0,arn/* lastSegment */.mp)(step.taskDefinition.reuse))}`;
    return step.taskDefinition.register
        ? `registers a new revision of ${(0,report_escape/* inlineCode */.ti)(step.family)}`
        : "keeps its task definition";
}
function renderDiff(step, mostLines) {
    const lines = (0,change_lines/* groupChanges */.tw)((0,worth_showing/* changesWorthShowing */.n)(step)).flatMap(({ title, lines }) => [
        `@@ ${title} @@`,
        ...lines.map(({ sign, text }) => `${sign} ${text}`),
    ]);
    if (lines.length === 0)
        return [];
    const { shown, more } = (0,wording/* takeFirst */.SG)(lines, mostLines);
    const block = (0,report_escape/* fencedBlock */.zW)(shown.join("\n"), "diff");
    return more === 0 ? [block] : [block, `… and ${more} more lines.`];
}

// EXTERNAL MODULE: ./build/report/plan-input.js
var plan_input = __webpack_require__(1573);
// EXTERNAL MODULE: ./build/report/plan-table.js
var plan_table = __webpack_require__(6853);
// EXTERNAL MODULE: ./build/report/sections.js
var sections = __webpack_require__(5999);
// EXTERNAL MODULE: ./build/report/warnings.js
var warnings = __webpack_require__(3786);
;// CONCATENATED MODULE: ./build/report/plan-markdown.js











/** The plan for the job summary, within `limit` bytes. The same input gives the same text. */
function renderPlanMarkdown(input, limit = plan_input/* SUMMARY_LIMIT */.J) {
    return renderWithin(input, limit, "the log of this step");
}
/** The plan as a comment on a pull request, within `limit`: the summary is always there, details as they fit. */
function renderPlanComment(input, limit = plan_input/* COMMENT_LIMIT */.W) {
    const marker = (0,comment_marker/* renderCommentMarker */.W)({ key: input.key, ...(input.runId !== undefined && { runId: input.runId }) });
    const room = limit - Buffer.byteLength(marker, "utf8") - 1;
    const fullPlan = "the job summary of this run";
    return `${marker}\n${renderWithin(input, room, input.runUrl === undefined ? fullPlan : (0,report_escape/* renderLink */.BK)(fullPlan, input.runUrl))}`;
}
/** `fullPlan`: Markdown that says where to find what is left out. */
function renderWithin(input, limit, fullPlan) {
    const text = (0,sections/* fitSections */.W)(makeSections(input), limit - 1, (omitted, total) => (0,markdown_blocks/* renderAlert */.$1)("NOTE", [
        omitted === 0
            ? `Some details are shortened below; full plan: ${fullPlan}.`
            : `The details of ${omitted} of ${(0,wording/* countOf */.pq)(total, "code location")} are omitted below; full plan: ${fullPlan}.`,
    ]));
    return `${text}\n`;
}
function makeSections(input) {
    const { plan, problems } = input;
    const changed = plan.steps.filter((step) => step.action !== "none");
    return [
        { importance: 0, variants: [renderHead(input)] },
        { importance: 0, variants: [20, 5, 1].map((most) => renderAlerts(input, most).join("\n\n")) },
        ...(changed.length === 0
            ? []
            : [{ importance: 0, variants: [1_000, 200, 50, 10].map((most) => (0,plan_table/* renderPlanTable */.Q)(changed, most)) }]),
        { importance: 0, variants: [30, 10, 3].map((most) => renderSensitive(plan.steps, most)) },
        { importance: 1, variants: [100, 20, 3].map((most) => renderWarnings((0,warnings/* collectWarnings */._)(plan, problems), most)) },
        ...changed.map((step) => ({
            importance: rankDetails(step),
            isDetail: true,
            variants: [2_000, 150, 25].map((mostLines) => renderStepDetails(step, mostLines)),
        })),
        { importance: 1, variants: [100, 10].map((most) => renderPreflight(input, most)) },
        { importance: 5, variants: [1_000, 50].map((most) => renderQuietLocations(plan, most)) },
        { importance: 0, variants: [renderFooter(input)] },
    ];
}
function rankDetails(step) {
    if ((0,wording/* isDangerous */.F$)(step) || step.action === "blocked")
        return 2;
    return step.changes.some((change) => change.sensitive) ? 3 : 4;
}
function renderHead({ plan, title }) {
    const { deployment, kind } = plan.request;
    const name = `${kind === "branch" ? "branch deployment " : ""}${(0,report_escape/* inlineCode */.ti)(deployment)}`;
    const heading = title === undefined ? `Dagster code locations: plan for ${name}` : (0,report_escape/* renderProse */.E9)(title);
    const [verdict = "", rest = ""] = (0,wording/* describeVerdict */.XZ)(plan).split(/(?<=\.) /, 2);
    return `## ${heading}\n\n**${verdict}**${rest && ` ${rest}`}`;
}
function renderWarnings(warnings, most) {
    if (warnings.length === 0)
        return "";
    return [`**⚠️ ${(0,wording/* countOf */.pq)(warnings.length, "warning")}**`, "", ...(0,markdown_blocks/* renderList */.pI)(warnings.map(renderWarning), most)].join("\n");
}
function renderWarning({ text, hint, place, locations }) {
    const where = place === undefined ? (0,markdown_blocks/* renderNames */.pj)(locations, 5) : (0,report_escape/* inlineCode */.ti)(place);
    return `${where}: ${[text, hint]
        .filter((part) => part !== undefined && part !== "")
        .map((part) => (0,report_escape/* renderProse */.E9)(part ?? ""))
        .join(" ")}`;
}
// Failed checks are alerts at the top, with their hints, unless a refusal stands there.
function renderPreflight({ preflight, refusedBecause }, most) {
    if (preflight.length === 0)
        return "";
    const fine = preflight.filter((check) => check.status === "OK");
    const skipped = preflight.filter((check) => check.status === "SKIP");
    const failed = preflight.filter((check) => check.status === "FAIL");
    const counts = [
        `${(0,wording/* countOf */.pq)(fine.length, "check")} OK`,
        ...(failed.length > 0 ? [`${failed.length} failed`] : []),
        ...(skipped.length > 0 ? [`${skipped.length} could not be made`] : []),
    ];
    const title = `Preflight: ${counts.join(", ")}`;
    const listed = [...(refusedBecause === undefined ? [] : failed), ...skipped];
    return listed.length === 0 ? `${title}.` : (0,markdown_blocks/* renderDetails */.PL)(title, (0,markdown_blocks/* renderList */.pI)(listed.map(renderCheck), most).join("\n"));
}
function renderQuietLocations(plan, most) {
    const unchanged = plan.steps.filter((step) => step.action === "none").map((step) => step.location);
    return [
        ...(unchanged.length > 0 ? [(0,markdown_blocks/* renderDetails */.PL)(`⚪ ${unchanged.length} unchanged`, (0,markdown_blocks/* renderNames */.pj)(unchanged, most))] : []),
        ...(plan.notSelected.length > 0
            ? [
                (0,markdown_blocks/* renderDetails */.PL)(`${(0,wording/* countOf */.pq)(plan.notSelected.length, "code location")} not selected`, (0,markdown_blocks/* renderNames */.pj)(plan.notSelected, most)),
            ]
            : []),
    ].join("\n");
}
function renderFooter({ plan, headSha, runUrl }) {
    const { cluster, region, account, source, commit } = plan.request;
    const sha = headSha ?? commit;
    const parts = [
        ...(sha === null ? [] : [`Commit ${(0,report_escape/* inlineCode */.ti)((0,image_text/* shortenHash */.Mo)(sha))}`]),
        `cluster ${(0,report_escape/* inlineCode */.ti)(cluster)} in ${(0,report_escape/* inlineCode */.ti)(region)}, account ${(0,report_escape/* inlineCode */.ti)(account)}`,
        (0,report_escape/* inlineCode */.ti)(source),
        ...(runUrl === undefined ? [] : [(0,report_escape/* renderLink */.BK)("workflow run", runUrl)]),
    ];
    return `<sub>${parts.join(" · ")}</sub>`;
}


/***/ })

};
