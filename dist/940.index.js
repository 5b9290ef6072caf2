export const id = 940;
export const ids = [940];
export const modules = {

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   presentRun: () => (/* binding */ presentRun)
/* harmony export */ });
/* harmony import */ var _plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6662);
/* harmony import */ var _report_branch_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2974);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _report_outcome_console_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3403);
/* harmony import */ var _report_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3693);
/* harmony import */ var _report_plan_console_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7972);
/* harmony import */ var _report_plan_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6053);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7781);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3391);









/** The result of a command that planned something, or did it, for a terminal. */
function presentRun(result, format, style) {
    switch (result.kind) {
        case "planned":
        case "refused":
            return presentPlan(result, format, style);
        case "applied":
            return presentOutcome(result, format, style);
        case "removed":
            return presentRemovals(result, format, style);
    }
}
function presentPlan(result, format, style) {
    const { run, findings } = result;
    if (format === "json")
        return (0,_plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__/* .serializePlan */ .S)(run.plan).trimEnd();
    const input = report(run, findings, result.kind === "refused" ? result.reasons : []);
    return format === "markdown" ? (0,_report_plan_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .renderPlanMarkdown */ .d)(input).trimEnd() : (0,_report_plan_console_js__WEBPACK_IMPORTED_MODULE_4__/* .renderPlanConsole */ .v)(input, style);
}
function presentOutcome(result, format, style) {
    const { run, outcome } = result;
    const input = { outcome, deployment: run.plan.request.deployment };
    if (format === "json") {
        return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatJson */ .I)({ succeeded: outcome.succeeded, locations: (0,_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .describeLocations */ .e0)(run, outcome).map(_json_text_js__WEBPACK_IMPORTED_MODULE_8__/* .asJson */ .v) });
    }
    return format === "markdown" ? (0,_report_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderOutcomeMarkdown */ .S5)(input).trimEnd() : (0,_report_outcome_console_js__WEBPACK_IMPORTED_MODULE_2__/* .renderOutcomeConsole */ .u)(input, style);
}
function presentRemovals({ removals, leftAlone, message }, format, style) {
    const reports = removals.map(({ run: { plan }, outcome }) => (0,_report_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .branchRemoval */ .Vj)({ request: plan.request, outcome }));
    switch (format) {
        case "json":
            return (0,_json_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatJson */ .I)({
                message,
                leftAlone: [...leftAlone],
                branchDeployments: removals.map(({ run, outcome }) => ({
                    deployment: run.plan.request.deployment,
                    pullRequest: run.plan.request.pullRequest ?? null,
                    succeeded: outcome.succeeded,
                    locations: (0,_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .describeLocations */ .e0)(run, outcome).map(_json_text_js__WEBPACK_IMPORTED_MODULE_8__/* .asJson */ .v),
                })),
            });
        case "markdown":
            return [...reports.map((one) => (0,_report_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .renderOutcomeMarkdown */ .S5)(one)), (0,_report_branch_report_js__WEBPACK_IMPORTED_MODULE_0__/* .renderLeftAlone */ .XQ)(message, leftAlone)]
                .join("\n")
                .trimEnd();
        case "text":
            return [
                ...reports.map((one) => (0,_report_outcome_console_js__WEBPACK_IMPORTED_MODULE_2__/* .renderOutcomeConsole */ .u)(one, style)),
                [...leftAlone.map((why) => `left alone: ${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(why)}`), message].join("\n"),
            ].join("\n\n");
    }
}
function report(run, findings, reasons) {
    // Problems were printed with their source lines already.
    return {
        plan: run.plan,
        preflight: run.preflight,
        problems: findings.problems,
        ...(reasons.length > 0 && { refusedBecause: reasons.map(run.redact) }),
    };
}


/***/ }),

/***/ 9769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   z2: () => (/* binding */ sortedObject)
/* harmony export */ });
/* unused harmony export sortKeys */
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3298);


/** The same value with the keys of every object in code point order. */
function sortKeys(value) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonList */ .P)(value))
        return value.map(sortKeys);
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
        return value;
    return sortedObject(Object.entries(value).map(([key, member]) => [key, sortKeys(member)]));
}
/** An object with its keys in code point order. Without a prototype setter: a key may be `__proto__`. */
function sortedObject(entries) {
    return Object.fromEntries(entries.toSorted(([left], [right]) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareCodePoints */ .O)(left, right)));
}
/** JSON text that is the same for equal values, whatever the order of their keys. */
function canonicalJson(value, indent = 0) {
    return JSON.stringify(sortKeys(value), null, indent);
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


/***/ })

};
