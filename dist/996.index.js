export const id = 996;
export const ids = [996];
export const modules = {

/***/ 8643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownRun),
/* harmony export */   U: () => (/* binding */ contestOf)
/* harmony export */ });
/* harmony import */ var _model_run_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9154);
/* harmony import */ var _plan_downgrade_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5513);


/** This run's place among all runs; undefined on a terminal. */
function ownRun({ event }) {
    return (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)((0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .runTags */ .He)(event));
}
/** How this run stands to others; nothing for one without a place among them, and for one that may overwrite any. */
function contestOf(run, context) {
    const own = ownRun(context);
    if (own === undefined || run.base === undefined || context.inputs.allowDowngrade)
        return {};
    const { services, ...again } = run.base;
    const rivalSeen = [...services.values()].some((service) => {
        const mark = (0,_plan_downgrade_js__WEBPACK_IMPORTED_MODULE_1__/* .isHalfWritten */ .Hm)(service) ? (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)(service.tags) : undefined;
        return mark !== undefined && (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareRuns */ .qB)(mark, own) < 0;
    });
    return { contest: { own, rivalSeen, ...again } };
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ failedChecks),
/* harmony export */   e: () => (/* binding */ blockedSteps),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _plan_downgrade_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5513);
/* harmony import */ var _plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6662);
/* harmony import */ var _agent_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2491);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(139);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4599);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8643);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1967);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7541);








/** Reports what an apply would do. Writes nothing to AWS. */
async function plan(context) {
    const agent = await (0,_agent_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .readAgentConfiguration */ .A)(context);
    const configuration = await (0,_load_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfiguration */ .vF)(context, { missingSeverity: "error", needsDeployment: true, agent });
    const findings = (0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsOf */ .WX)(configuration, context.inputs.strict);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const ports = await (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectAws */ .o)(context, launcher);
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .preparePlan */ .HY)({ context, configuration, launcher, ports, mode: "plan" });
    const run = { ...prepared, plan: warnOfDowngrade(prepared, context) };
    if (context.inputs.planFile !== undefined)
        await context.files.write(context.inputs.planFile, (0,_plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__/* .serializePlan */ .S)(run.plan));
    return { kind: "planned", findings, run, failures: [...failedChecks(run.preflight), ...blockedSteps(run.plan)] };
}
/** What a pull request's run plans another run will apply. */
function warnOfDowngrade({ plan, base }, context) {
    if (base === undefined || context.event?.pullRequest !== undefined)
        return plan;
    return (0,_plan_downgrade_js__WEBPACK_IMPORTED_MODULE_0__/* .warnOfNewerRuns */ .dv)(plan, base.services, (0,_own_run_js__WEBPACK_IMPORTED_MODULE_4__/* .ownRun */ .S)(context));
}
/** One sentence per location that must not be touched. */
function blockedSteps(plan) {
    return plan.steps
        .filter(({ action }) => action === "blocked")
        .map(({ location, reason }) => `"${location}": ${reason.text}`);
}
/** One sentence per check that failed. */
function failedChecks(preflight) {
    return preflight
        .filter(({ status }) => status === "FAIL")
        .map(({ subject, target, message }) => `${subject} ${target}: ${message ?? "failed"}`);
}


/***/ }),

/***/ 4519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ movesRevision)
/* harmony export */ });
/** True when a step puts the service on another revision than the one it runs. */
function movesRevision({ taskDefinition }) {
    return taskDefinition.register || taskDefinition.reuse !== undefined;
}


/***/ }),

/***/ 5513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ isHalfWritten),
/* harmony export */   Km: () => (/* binding */ refuseDowngrade),
/* harmony export */   LL: () => (/* binding */ refuseLateChange),
/* harmony export */   dv: () => (/* binding */ warnOfNewerRuns)
/* harmony export */ });
/* unused harmony export findNewerRun */
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5909);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4519);
/* harmony import */ var _model_run_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9154);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(802);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10);






/** The newest run that wrote one of the services of this source and deployment, if it is newer than this run. */
function findNewerRun(services, request, own) {
    if (own === undefined)
        return undefined;
    let newest;
    for (const { name, tags } of services) {
        const run = isOf(tags, request) ? (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)(tags) : undefined;
        if (run !== undefined && (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareRuns */ .qB)(run, newest?.run ?? own) > 0)
            newest = { run, service: name };
    }
    return newest;
}
/** Why a plan must not be carried out by this run: one sentence, or none when no newer run has deployed. */
function refuseDowngrade(plan, services, own) {
    const advice = "Run the newest commit again instead; to go back on purpose, use `command: rollback`, or set `allow-downgrade: true`";
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .hasChanges */ .i)(plan) ? refuseAfterNewer(plan, services, own, advice) : [];
}
/**
 * The same for a plan that puts services on another revision, such as a `rollback` that is run again after a newer
 * run has deployed. New tasks of what runs already take nothing back.
 */
function refuseLateChange(plan, services, own) {
    const moved = new Set(plan.steps.flatMap((step) => ((0,_model_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .movesRevision */ .M)(step) ? [step.service] : [])));
    const advice = "Start a new run to change what runs now, or set `allow-downgrade: true`";
    const written = services.filter(({ name }) => moved.has(name));
    return refuseAfterNewer(plan, written, own, advice);
}
function refuseAfterNewer({ request }, services, own, advice) {
    const newer = findNewerRun(services, request, own);
    if (newer === undefined || own === undefined)
        return [];
    return [
        `a newer run has deployed "${request.deployment}" already: ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(newer.run)} wrote the service ${newer.service}, and this is ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(own)}. ${advice}`,
    ];
}
/** The plan with a warning at each location that a newer run has written. */
function warnOfNewerRuns(plan, services, own) {
    const steps = plan.steps.map((step) => {
        const service = services.get(step.service);
        const newer = service && findNewerRun([service], plan.request, own);
        if (newer === undefined)
            return step;
        const warning = `A newer run has deployed this location: ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(newer.run)}. An apply of this run is refused without \`allow-downgrade\`.`;
        return { ...step, warnings: [...step.warnings, warning] };
    });
    return { ...plan, steps };
}
/**
 * True when a run has written the tags of a service but not (yet) done to it what they say: it was cut short, or is at
 * work right now.
 */
function isHalfWritten({ tags, taskDefinitionArn }) {
    const fingerprint = tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_FINGERPRINT */ .kr];
    if (fingerprint === undefined)
        return false;
    const named = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFingerprintTag */ .Yz)(fingerprint);
    return named === undefined || !(0,_model_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .lastSegment */ .mp)(taskDefinitionArn).endsWith(`:${named.revision}`);
}
function isOf(tags, request) {
    return tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_SOURCE */ .Ph] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(request.source) && tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_DEPLOYMENT */ .$c] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(request.deployment);
}


/***/ }),

/***/ 6662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ serializePlan)
/* harmony export */ });
/* harmony import */ var _normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9769);

/** The plan as a file: the same bytes for the same plan. */
function serializePlan(plan) {
    // A plan holds nothing that JSON cannot carry, but its optional members keep it from being a JsonObject.
    return `${(0,_normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(plan, 2)}\n`;
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


/***/ })

};
