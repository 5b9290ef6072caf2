export const id = 823;
export const ids = [823];
export const modules = {

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


/***/ })

};
