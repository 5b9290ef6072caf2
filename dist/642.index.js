export const id = 642;
export const ids = [642];
export const modules = {

/***/ 7642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createActionsIo: () => (/* binding */ createActionsIo)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6421);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** GitHub shows this many annotations of each level for a step. */
const MOST_ANNOTATIONS = 10;
/** Bytes that GitHub accepts as a step's summary; a larger one is refused as a whole. */
const SUMMARY_LIMIT = 1_048_576;
const EMITTERS = { error: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm };
/** Shorter texts are parts of ordinary words; masking them would make the log unreadable. */
const SHORTEST_MASK = 4;
/** The step's console, annotations, outputs and summary, through the runner's commands and files. */
function createActionsIo({ workspace, defuse }) {
    const annotated = { error: 0, warning: 0, notice: 0 };
    let summaryBytes = 0;
    const info = (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(defuse(text));
    return {
        info,
        debug: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(text),
        group(title, lines) {
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(title);
            for (const line of lines)
                info(line);
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
        },
        annotate(annotation) {
            annotated[annotation.level] += 1;
            // Beyond the limit GitHub would not show it, but the log still does.
            if (annotated[annotation.level] > MOST_ANNOTATIONS)
                info(describeAnnotation(annotation, workspace));
            else
                emitAnnotation(annotation, workspace);
        },
        setOutput: (name, value) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value),
        async writeSummary(markdown) {
            // Without an empty line between them, the next part would go on with a table or with HTML.
            const text = `${summaryBytes === 0 ? "" : "\n"}${markdown}${markdown.endsWith("\n") ? "" : "\n"}`;
            const bytes = Buffer.byteLength(text, "utf8");
            if (summaryBytes + bytes > SUMMARY_LIMIT)
                return info("The job summary has no room left for this part of the report.");
            summaryBytes += bytes;
            try {
                await _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(text).write();
            }
            catch (thrown) {
                // A report must not decide how a run ends; runners without job summaries exist.
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.emptyBuffer();
                info(`The job summary could not be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(thrown)}`);
            }
        },
        mask(text) {
            if (text.trim().length >= SHORTEST_MASK)
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq(text);
        },
    };
}
function emitAnnotation(annotation, workspace) {
    const { level, title, message, file, line, column } = annotation;
    const properties = {
        title,
        ...(file !== undefined && { file: relativeTo(workspace, file) }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
    };
    EMITTERS[level](message, properties);
}
function describeAnnotation({ level, title, message, file, line, column }, workspace) {
    const place = file === undefined
        ? ""
        : `${[relativeTo(workspace, file), line, column].filter((part) => part !== undefined).join(":")} `;
    return `${level}: ${place}${title}: ${message}`;
}
// GitHub finds the line in the diff only by a path relative to the checkout, with slashes.
function relativeTo(workspace, file) {
    return ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(file) ? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, file) : file).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_0__.sep, "/");
}


/***/ })

};
