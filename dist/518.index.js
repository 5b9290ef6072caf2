export const id = 518;
export const ids = [518];
export const modules = {

/***/ 3391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e0: () => (/* binding */ describeLocations),
  BA: () => (/* binding */ setCommentUrl),
  n0: () => (/* binding */ setOutputs)
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
/** Sets the output with the address of a comment, when there is one. */
function setCommentUrl(io, url) {
    if (url !== undefined)
        io.setOutput("comment-url", url);
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
/* harmony export */   Vj: () => (/* binding */ branchRemoval),
/* harmony export */   XQ: () => (/* binding */ renderLeftAlone)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2867);



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
/** What a sweep left alone, and why, for the job summary. */
function renderLeftAlone(message, leftAlone) {
    return [`**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(message)}**`, "", ...leftAlone.map((why) => `- ⚠️ ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(why)}`)].join("\n");
}
function whereItRuns({ cluster, region, account }, hosts) {
    const place = `Runs in cluster ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(cluster)} in ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(region)}, account ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(account)}.`;
    const named = hosts.filter(({ hostname }) => hostname !== null);
    const render = (most) => {
        const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .takeFirst */ .SG)(named, most);
        const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .bo)(["Code location", "Host"], shown.map(({ name, hostname, port }) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name), (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(`${hostname}:${port}`)]));
        return [place, table, ...(more > 0 ? [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .pq)(more, "more host")}.`] : [])].join("\n\n");
    };
    return { importance: 1, variants: named.length === 0 ? [place] : [1_000, 100, 10].map(render) };
}


/***/ }),

/***/ 6053:
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
// EXTERNAL MODULE: ./build/report/markdown-blocks.js
var markdown_blocks = __webpack_require__(6409);
// EXTERNAL MODULE: ./build/report/origin.js
var report_origin = __webpack_require__(3297);
// EXTERNAL MODULE: ./build/report/change-topics.js
var change_topics = __webpack_require__(4164);
// EXTERNAL MODULE: ./build/report/sensitive.js
var sensitive = __webpack_require__(3187);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
// EXTERNAL MODULE: ./build/report/worth-showing.js
var worth_showing = __webpack_require__(8581);
;// CONCATENATED MODULE: ./build/report/plan-alerts.js






/** What a reviewer must see before the table: why nothing will happen, and what hurts. */
function renderAlerts({ plan, preflight, refusedBecause }, most) {
    // A refusal names the blocked locations and the failed checks already.
    const dangers = renderDangers(plan.steps, most);
    const alerts = refusedBecause === undefined
        ? [dangers, renderFailedChecks(preflight, most), renderBlocked(plan.steps, most), renderOutside(plan.steps, most)]
        : [renderRefusal(refusedBecause, most), dangers, renderOutside(plan.steps, most)];
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
/** What this change does not do, but an apply would undo. */
function renderOutside(steps, most) {
    const found = steps.flatMap((step) => {
        const { outside } = (0,worth_showing/* shownChanges */.ph)(step);
        return outside.length === 0 ? [] : [{ step, names: outside.map((change) => (0,change_topics/* placeChange */.iI)(change).name) }];
    });
    if (found.length === 0)
        return undefined;
    const verb = found.length === 1 ? "was" : "were";
    return (0,markdown_blocks/* renderAlert */.$1)("WARNING", [
        `**${(0,wording/* countOf */.pq)(found.length, "code location")} ${verb} changed outside this action.** An apply puts that back.`,
        ...(0,markdown_blocks/* renderList */.pI)(found.map(({ step, names }) => `${(0,report_escape/* inlineCode */.ti)(step.location)}: ${(0,markdown_blocks/* renderNames */.pj)(names, 5)}`), most),
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
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
;// CONCATENATED MODULE: ./build/report/run-words.js


/**
 * Settings of the container context that reach runs, in the order in which they are told: Dagster launches a run with
 * what its code server's container context says.
 */
const RUN_SETTINGS = [
    [/^ecs\.run_resources\b/, "resources"],
    [/^ecs\.run_sidecar_containers\b/, "sidecars"],
    [/^ecs\.run_ecs_tags\b/, "tags"],
    [/^(?:ecs\.)?env_vars\b/, "variables"],
    [/^ecs\.secrets(?:_tags)?\b/, "secrets"],
    [/^ecs\.(?:task|execution)_role_arn\b/, "roles"],
    [/^ecs\.(?:volumes|mount_points)\b/, "volumes"],
    [/^ecs\.repository_credentials\b/, "registry credentials"],
    [/^ecs\.runtime_platform\b/, "platform"],
];
const IMAGE_PATH = `containerDefinitions.${code_server/* CODE_SERVER_CONTAINER */.ke}.image`;
/**
 * What a run of the location will get compared with before, as the end of a sentence; undefined where nothing can be
 * said: a new location, or one whose task definition stays.
 */
function describeRuns({ action, changes }) {
    if (action !== "update" && action !== "replace")
        return undefined;
    if (!changes.some(({ resource }) => resource === "task-definition"))
        return undefined;
    const settings = changes.flatMap(contextSettingOf).filter((setting) => !/^ecs\.server_/.test(setting));
    const words = [
        ...(changes.some(({ path }) => path === IMAGE_PATH) ? ["images"] : []),
        ...RUN_SETTINGS.filter(([pattern]) => settings.some((setting) => pattern.test(setting))).map(([, word]) => word),
        ...(settings.some((setting) => RUN_SETTINGS.every(([pattern]) => !pattern.test(setting))) ? ["settings"] : []),
    ];
    return words.length === 0 ? "what they got before" : `other ${(0,wording/* listWords */.yh)(words)} than before`;
}
function contextSettingOf({ path }) {
    const setting = /^container context › (.+)$/s.exec(path)?.[1];
    return setting === undefined ? [] : [setting];
}

;// CONCATENATED MODULE: ./build/report/plan-details.js







/** What changes for one location: a collapsed section with a diff of at most `mostLines` lines. */
function renderStepDetails(step, mostLines) {
    const { mark, word } = wording/* ACTIONS */.kl[step.action];
    const { ours, outside } = (0,worth_showing/* shownChanges */.ph)(step);
    const counts = [
        ...(ours.length > 0 ? [(0,wording/* countOf */.pq)(ours.length, step.action === "create" ? "setting" : "change")] : []),
        ...(outside.length > 0 ? [`${outside.length} from outside`] : []),
    ];
    const runs = ours.length === 0 ? undefined : describeRuns(step);
    const summary = `${mark} ${(0,report_escape/* htmlCode */.h8)(step.location)} ${word}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
    const blocks = [
        ...renderDiff(ours, mostLines),
        ...(runs === undefined ? [] : [`**Runs** get ${runs}.`]),
        ...(outside.length === 0
            ? []
            : ["**Changed outside this action**, and put back:", ...renderDiff(outside, mostLines)]),
        renderFacts(step),
    ];
    return (0,markdown_blocks/* renderDetails */.PL)(summary, blocks.join("\n\n"));
}
function renderDiff(changes, mostLines) {
    const lines = (0,change_lines/* groupChanges */.tw)(changes).flatMap(({ title, lines }) => [
        `@@ ${title} @@`,
        ...lines.map(({ sign, text }) => `${sign} ${text}`),
    ]);
    if (lines.length === 0)
        return [];
    const { shown, more } = (0,wording/* takeFirst */.SG)(lines, mostLines);
    const block = (0,report_escape/* fencedBlock */.zW)(shown.join("\n"), "diff");
    return more === 0 ? [block] : [block, `… and ${(0,wording/* countOf */.pq)(more, "more line")}.`];
}
function renderFacts(step) {
    const facts = [`Service ${(0,report_escape/* inlineCode */.ti)(step.service)} in cluster ${(0,report_escape/* inlineCode */.ti)(step.cluster)}`];
    const runs = step.base.taskDefinitionArn;
    if (runs !== undefined)
        facts.push(`runs ${(0,report_escape/* inlineCode */.ti)((0,arn/* lastSegment */.mp)(runs))}`);
    if (step.action !== "delete" && step.action !== "blocked")
        facts.push(describeTaskDefinition(step));
    const image = step.image === undefined || step.action === "blocked" ? "" : `<br>\nImage ${(0,report_escape/* inlineCode */.ti)(step.image.reference)}`;
    return `<sub>${facts.join(" · ")}${image}</sub>`;
}
function describeTaskDefinition(step) {
    if (step.taskDefinition.reuse !== undefined)
        return `uses ${(0,report_escape/* inlineCode */.ti)((0,arn/* lastSegment */.mp)(step.taskDefinition.reuse))}`;
    return step.taskDefinition.register
        ? `registers a new revision of ${(0,report_escape/* inlineCode */.ti)(step.family)}`
        : "keeps its task definition";
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
        ...(changed.length === 0 ? [] : [{ importance: 0, variants: (0,plan_table/* planTableVariants */.S8)(changed) }]),
        { importance: 0, variants: [30, 10, 3].map((most) => renderSensitive(plan.steps, most)) },
        {
            importance: 1,
            variants: [100, 20, 3].map((most) => renderWarnings((0,warnings/* collectWarnings */._)(plan, problems), input, most)),
        },
        ...changed.map((step) => ({
            importance: rankDetails(step),
            isDetail: true,
            variants: [2_000, 150, 25].map((mostLines) => renderStepDetails(step, mostLines)),
        })),
        { importance: 1, variants: [100, 10].map((most) => renderPreflight(input, most)) },
        { importance: 6, variants: [1_000, 50].map((most) => renderQuietLocations(plan, most)) },
        { importance: 0, variants: [renderFooter(input)] },
    ];
}
function rankDetails(step) {
    if ((0,wording/* isDangerous */.F$)(step) || step.action === "blocked")
        return 2;
    // Of a new code server everything is new, and mostly the same as of the next one.
    if (step.action === "create")
        return 5;
    return step.changes.some((change) => change.sensitive) ? 3 : 4;
}
function renderHead(input) {
    const { plan, title } = input;
    const { deployment, kind, commit } = plan.request;
    const name = `${kind === "branch" ? "branch deployment " : ""}${(0,report_escape/* inlineCode */.ti)(deployment)}`;
    const heading = title === undefined ? `Dagster code locations: plan for ${name}` : (0,report_escape/* renderProse */.E9)(title);
    const [verdict = "", rest = ""] = (0,wording/* describeVerdict */.XZ)(plan).split(/(?<=\.) /, 2);
    const from = [name, ...(0,report_origin/* renderOrigin */.r)(input, commit)].join(" · ");
    return `## ${heading}\n\n**${verdict}**${rest && ` ${rest}`} ${from}`;
}
function renderWarnings(warnings, origin, most) {
    if (warnings.length === 0)
        return "";
    const items = warnings.map((warning) => renderWarning(warning, origin));
    return [`**⚠️ ${(0,wording/* countOf */.pq)(warnings.length, "warning")}**`, "", ...(0,markdown_blocks/* renderList */.pI)(items, most)].join("\n");
}
function renderWarning({ text, hint, place, locations }, origin) {
    const where = place === undefined ? (0,markdown_blocks/* renderNames */.pj)(locations, 5) : (0,report_origin/* renderPlace */.o)(place.file, place.line, origin);
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
function renderFooter({ plan }) {
    const { cluster, region, account, source } = plan.request;
    const place = `Cluster ${(0,report_escape/* inlineCode */.ti)(cluster)} in ${(0,report_escape/* inlineCode */.ti)(region)}, account ${(0,report_escape/* inlineCode */.ti)(account)}`;
    return `<sub>${place} · configured by ${(0,report_escape/* inlineCode */.ti)(source)}</sub>`;
}


/***/ })

};
