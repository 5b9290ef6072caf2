export const id = 559;
export const ids = [559];
export const modules = {

/***/ 7018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ describePythonValue),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   fE: () => (/* binding */ toText)
/* harmony export */ });
/* harmony import */ var _model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2142);
/* harmony import */ var _model_shown_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7435);


const UNKNOWN = { type: "unknown" };
/** The value as JSON has it; undefined when it is not known or has no such form. */
function toJson(value) {
    switch (value.type) {
        case "text":
        case "boolean":
            return value.value;
        case "integer":
        case "float": {
            const number = Number(value.value);
            return Number.isFinite(number) ? number : undefined;
        }
        case "none":
            return null;
        case "collection":
            return value.json;
        case "other":
        case "unknown":
            return undefined;
    }
}
/** What Python's `str()` makes of it; undefined when that is not plain. */
function toText(value) {
    switch (value.type) {
        case "text":
        case "integer":
            return value.value;
        case "boolean":
            return value.value ? "True" : "False";
        case "none":
            return "None";
        case "float":
        case "collection":
        case "other":
        case "unknown":
            return undefined;
    }
}
/** How a message names it: `the number 256`, `the text "1 GB"`. */
function describePythonValue(value) {
    switch (value.type) {
        case "text":
            return value.value === "" ? "an empty text" : `the text ${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteText */ .ol)((0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hideSecrets */ .s0)(value.value))}`;
        case "integer":
        case "float":
            return `the number ${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_1__/* .clipText */ .gL)(value.value)}`;
        case "boolean":
            return value.value ? "True" : "False";
        case "none":
            return "None";
        case "collection":
            return "a list or dictionary";
        case "other":
            if (value.value.startsWith("{"))
                return "a set";
            if (value.value.startsWith("("))
                return "a tuple";
            return /^\w*['"]/.test(value.value) ? "bytes" : "a value that JSON has no form for";
        case "unknown":
            return "a value that is known only when the code runs";
    }
}


/***/ }),

/***/ 559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readJobTags: () => (/* binding */ readJobTags)
});

;// CONCATENATED MODULE: ./build/job-tags/ascending.js
/** How many items, in ascending order of a number that each has, have at most `limit`. */
function countUpTo(items, limit, numberOf) {
    let low = 0;
    let high = items.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        const item = items[middle];
        if (item !== undefined && numberOf(item) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/job-tags/definitions.js
const JOB = { kind: "job", keywords: { tags: "run", run_tags: "run" } };
const OP = { kind: "op", keywords: { tags: "step" } };
const ASSET = { kind: "asset", keywords: { tags: "label", op_tags: "step" } };
const SCHEDULE = { kind: "schedule", keywords: { tags: "request" } };
const SENSOR = { kind: "sensor", keywords: { tags: "label", run_tags: "request" } };
const RUN_REQUEST = { kind: "run request", keywords: { tags: "request" } };
/**
 * By name (docs.dagster.io, API reference). With `run_tags` of a job, its `tags` reach no run (Dagster 1.8.10). A
 * function under `@schedule` mostly returns run requests, which have their own tags.
 */
const TAGGED_DEFINITIONS = new Map([
    ["job", JOB],
    ["JobDefinition", { ...JOB, graph: true }],
    ["define_asset_job", JOB],
    ["op", OP],
    ["OpDefinition", OP],
    ["graph", { kind: "graph", keywords: { tags: "uncertain" } }],
    ["GraphDefinition", { kind: "graph", keywords: { tags: "uncertain" } }],
    ["asset", ASSET],
    ["multi_asset", ASSET],
    ["graph_asset", ASSET],
    ["graph_multi_asset", ASSET],
    ["observable_source_asset", ASSET],
    ["multi_observable_source_asset", ASSET],
    ["dbt_assets", { ...ASSET, library: "dagster_dbt" }],
    ["AssetSpec", ASSET],
    ["AssetOut", ASSET],
    ["SourceAsset", ASSET],
    ["ScheduleDefinition", SCHEDULE],
    ["schedule", { kind: "schedule", keywords: { tags: "uncertain" } }],
    ["build_schedule_from_partitioned_job", SCHEDULE],
    // It makes a job of assets and gives the tags to that (dagster_dbt's asset_utils.py).
    ["build_schedule_from_dbt_selection", { kind: "schedule", keywords: { tags: "run" }, library: "dagster_dbt" }],
    ["sensor", SENSOR],
    ["asset_sensor", SENSOR],
    ["multi_asset_sensor", SENSOR],
    ["run_status_sensor", SENSOR],
    ["SensorDefinition", SENSOR],
    ["AutomationConditionSensorDefinition", SENSOR],
    ["RunRequest", RUN_REQUEST],
]);
/** Methods that take tags, and what they are methods of. */
const METHODS = new Map([
    ["to_job", { receiver: "graph", definition: { ...JOB, graph: true } }],
    // The tags of the partition are over these (Dagster's unresolved_asset_job_definition.py).
    [
        "run_request_for_partition",
        { receiver: "job", definition: { kind: "run request", keywords: { tags: "uncertain" } } },
    ],
]);

// EXTERNAL MODULE: ./node_modules/@lezer/python/dist/index.js + 3 modules
var dist = __webpack_require__(1283);
;// CONCATENATED MODULE: ./build/job-tags/python-depth.js
/** Python's own limit for brackets in brackets (MAXLEVEL of its tokenizer). */
const MOST_BRACKETS = 200;
/** Comments and strings, in which brackets mean nothing, and brackets. */
const TOKENS = /#[^\n]*|'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^\\\n']|\\[\s\S])*'|"(?:[^\\\n"]|\\[\s\S])*"|[([{]|[)\]}]/g;
/**
 * Whether Python refuses the text for the depth of its brackets. The parser takes time that grows with the square of
 * the depth, and from a certain depth on builds trees that cannot be walked.
 */
function isTooDeep(text) {
    let depth = 0;
    for (const [token] of text.matchAll(TOKENS)) {
        if ("([{".includes(token))
            depth += 1;
        else if (")]}".includes(token))
            depth = Math.max(0, depth - 1);
        if (depth > MOST_BRACKETS)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/job-tags/python-module.js



/** More places that are not Python than any real file has, even one in a Python that the parser does not know yet. */
const MOST_ERRORS = 500;
/** Undefined for what is no Python: too deep, or with too many errors. */
function parsePython(path, written) {
    const { text, removed } = removeFormFeeds(written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
    const tree = isTooDeep(text) ? undefined : parseWithin(text);
    if (tree === undefined)
        return undefined;
    const lineStarts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
        lineStarts.push(at + 1);
    const errors = [];
    tree.iterate({
        enter: (node) => {
            if (node.type.isError)
                errors.push(node.from);
        },
    });
    return {
        path,
        tree,
        hasErrors: errors.length > 0,
        textOf: (node) => text.slice(node.from, node.to),
        positionOf: (offset) => {
            const line = countUpTo(lineStarts, offset, Number);
            return { file: path, line, column: offset - (lineStarts[line - 1] ?? 0) + (removed.get(line) ?? 0) + 1 };
        },
        hasErrorIn: (node) => {
            const next = errors[countUpTo(errors, node.from - 1, Number)];
            return next !== undefined && next <= node.to;
        },
    };
}
/** For Python a line begins behind a form feed; for the parser it is no space. `removed` has how many, by line. */
function removeFormFeeds(text) {
    const removed = new Map();
    if (!text.includes("\f"))
        return { text, removed };
    const lines = text.split("\n").map((line, index) => {
        const [before = ""] = /^[ \t\f]*\f/.exec(line) ?? [];
        if (before !== "")
            removed.set(index + 1, before.length);
        return line.slice(before.length);
    });
    return { text: lines.join("\n"), removed };
}
/** The children that mean something: no brackets, commas or comments. */
function listChildren(node) {
    const children = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
        if (!"()[]{},".includes(child.name) && child.name !== "Comment")
            children.push(child);
    }
    return children;
}
/** The parser guesses at length after each error: a text that is all errors would take minutes. */
function parseWithin(text) {
    const parse = dist/* parser */.K.startParse(text);
    let errors = 0;
    let wasRecovering = false;
    for (;;) {
        const tree = parse.advance();
        if (tree)
            return tree;
        const isRecovering = (parse.recovering ?? 0) > 0;
        if (isRecovering && !wasRecovering)
            errors += 1;
        if (errors > MOST_ERRORS)
            return undefined;
        wasRecovering = isRecovering;
    }
}

;// CONCATENATED MODULE: ./build/job-tags/python-scopes.js

/** More meanings of one name, or more loops, than a person writes; looking through them again and again takes long. */
const MANY = 200;
const ANYTHING = {
    source: { kind: "unknown" },
    from: 0,
    isConditional: true,
    isDeferred: true,
    tries: [],
    handles: [],
};
/** What a name means at an offset, by Python's rules of scope and by the order of the statements. */
function findMeaning(tree, name, offset) {
    const start = innermostScope(tree.scopes, offset);
    let isLater = false;
    for (let scope = start;; scope = scope.parent) {
        // The names of a class are not seen in its methods.
        const own = scope.kind !== "class" || scope === start ? scope.bindings.get(name) : undefined;
        const at = isLater ? undefined : offset;
        if (scope.parent === undefined)
            return choose(scope, own ?? [], tree.stars, at);
        const meaning = own && choose(scope, own, [], at);
        // A class uses what is around it until it has the name itself.
        if (meaning && scope.kind !== "class")
            return meaning;
        if (meaning && meaning.bindings.length > 0)
            return isSure(meaning) ? meaning : { ...meaning, bindings: [ANYTHING] };
        // A function runs at a time of its own, and so does a generator.
        if (scope.kind !== "class")
            isLater = true;
    }
}
function isSure({ bindings }) {
    return bindings.some(({ isConditional }) => !isConditional);
}
/** Whether an offset is in code that never runs on import. */
function isDeadCode(tree, offset) {
    const before = tree.dead[countUpTo(tree.dead, offset, ({ from }) => from) - 1];
    return before !== undefined && offset < before.to;
}
/** The bindings that can hold at an offset of the same scope; at any time when there is no offset. */
function choose(scope, all, allStars, place) {
    const offset = scope.loops.length > MANY ? undefined : place;
    const candidates = all.length > MANY ? [ANYTHING] : withoutFallbacks(all);
    if (offset === undefined)
        return { scope, bindings: candidates, stars: starsOver(candidates, allStars) };
    const loops = scope.loops.filter((loop) => isIn(loop, offset));
    const isAgain = ({ from }) => loops.some((loop) => loop.from <= from && from <= loop.to);
    const last = candidates.findLastIndex(({ isConditional, from }) => !isConditional && from <= offset);
    const bindings = candidates.filter((binding, index) => binding.isDeferred || isAgain(binding) || (index >= last && binding.from <= offset));
    const stars = allStars.filter((star) => star.from <= offset || isAgain(star));
    return { scope, bindings, stars: starsOver(bindings, stars) };
}
/** A star import before what certainly binds the name has no say. */
function starsOver(bindings, stars) {
    const sure = bindings.find(({ isConditional }) => !isConditional);
    return sure ? stars.filter(({ from }) => from >= sure.from) : stars;
}
/** `except ImportError: job = None` is for where there is no Dagster. */
function withoutFallbacks(bindings) {
    const tried = bindings.flatMap(({ source, tries }) => (isDagster(source) ? tries : []));
    return tried.length === 0 ? bindings : bindings.filter(({ handles }) => !handles.some((at) => tried.includes(at)));
}
function isDagster(source) {
    return source.kind === "import" && /^dagster(?:\.|$)/.test(source.path);
}
function isIn({ from, to }, offset) {
    return from <= offset && offset < to;
}
function innermostScope(scopes, offset) {
    let scope = scopes[countUpTo(scopes, offset, ({ from }) => from) - 1] ?? scopes[0];
    while (offset >= scope.to && scope.parent)
        scope = scope.parent;
    return scope;
}

;// CONCATENATED MODULE: ./build/job-tags/python-branches.js
/** How each `Body` of an `IfStatement` is reached, as far as the conditions before it are known; by its start. */
function readReaches(statement, textOf) {
    const reaches = [];
    let rest = "always";
    let truth = true;
    for (let child = statement.firstChild; child; child = child.nextSibling) {
        if (child.name === "if" || child.name === "elif") {
            truth = child.nextSibling ? truthOf(textOf(child.nextSibling)) : undefined;
        }
        else if (child.name === "else")
            truth = true;
        else if (child.name === "Body") {
            reaches.push([child.from, reachWith(rest, truth)]);
            rest = reachWith(rest, truth === undefined ? undefined : !truth);
        }
    }
    return reaches;
}
function reachWith(reach, truth) {
    if (reach === "never" || truth === false)
        return "never";
    return truth === undefined ? "maybe" : reach;
}
/** What is known of a condition when a module is imported, neither run as a script nor read by a type checker. */
function truthOf(condition) {
    if (condition.length > 80)
        return undefined;
    const text = condition.replace(/\s+/g, " ").trim();
    const [, negated] = /^not (.*)$/.exec(text) ?? [];
    if (negated !== undefined) {
        const truth = truthOf(negated);
        return truth === undefined ? undefined : !truth;
    }
    if (/^(?:(?:\w+\.)?TYPE_CHECKING|False|0)$/.test(text))
        return false;
    if (/^(?:True|1)$/.test(text))
        return true;
    const [, operator] = /^__name__ ?(==|!=) ?(?:"__main__"|'__main__')$/.exec(text) ?? [];
    return operator === undefined ? undefined : operator === "!=";
}

;// CONCATENATED MODULE: ./build/job-tags/python-imports.js
/** Reads an `ImportStatement`. What is not well-formed in it brings nothing. */
function readImport(node, textOf) {
    const words = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
        if (!"()".includes(child.name) && child.name !== "Comment")
            words.push(textOf(child));
    }
    if (words[0] !== "from")
        return { names: readModules(words.slice(1)) };
    const at = words.indexOf("import");
    const module = words.slice(1, at).join("");
    const listed = words.slice(at + 1);
    if (listed[0] === "*")
        return { names: [], star: module };
    const names = splitList(listed).flatMap(([member, as, name]) => {
        const bound = as === "as" ? name : member;
        return member && bound ? [{ name: bound, path: `${module}.${member}` }] : [];
    });
    return { names };
}
/** `import a.b` makes a name of `a` only; `import a.b as c` one of all of it. */
function readModules(words) {
    return splitList(words).flatMap((item) => {
        const as = item.indexOf("as");
        const name = as === -1 ? item[0] : item[as + 1];
        const path = as === -1 ? item[0] : item.slice(0, as).join("");
        return name && path ? [{ name, path }] : [];
    });
}
function splitList(words) {
    const items = [[]];
    for (const word of words) {
        if (word === ",")
            items.push([]);
        else
            items.at(-1)?.push(word);
    }
    return items;
}

;// CONCATENATED MODULE: ./build/job-tags/scope-stack.js
/** The scopes and blocks around a place while a tree is walked through, and what each scope's names are bound to. */
class ScopeStack {
    #top = makeScope("module", { from: 0, to: Number.POSITIVE_INFINITY }, undefined);
    #scopes = [];
    #frames = [];
    get current() {
        return this.#frames.findLast(({ scope }) => scope !== undefined)?.scope ?? this.#top;
    }
    /** All scopes in the order of their starts, and the bindings of each in the order of their offsets. */
    finish() {
        for (const scope of [this.#top, ...this.#scopes]) {
            for (const bindings of scope.bindings.values())
                bindings.sort((left, right) => left.from - right.from);
        }
        return [this.#top, ...this.#scopes.sort((left, right) => left.from - right.from)];
    }
    openScope(kind, node, from = node.from) {
        const scope = makeScope(kind, { from, to: node.to }, this.current);
        this.#scopes.push(scope);
        this.#frames.push({ name: node.name, from: node.from, to: node.to, scope });
    }
    /** A block that need not run when what is around it does. */
    openBlock({ name, from, to }, tried) {
        this.#frames.push({ name, from, to, ...(tried && { tried }) });
    }
    leave({ name, from, to }) {
        const frame = this.#frames.at(-1);
        if (frame?.from === from && frame.to === to && frame.name === name)
            this.#frames.pop();
    }
    add(scope, name, source, from, isDeferred = false) {
        if (scope.outer.has(name))
            return;
        const inside = this.#frames.slice(this.#frames.findLastIndex((frame) => frame.scope === scope) + 1);
        const tried = inside.flatMap((frame) => frame.tried ?? []);
        const at = (part) => tried.flatMap((one) => (one.part === part ? [one.at] : []));
        const isConditional = isDeferred || inside.length > 0;
        const binding = { source, from, isConditional, isDeferred, tries: at("try"), handles: at("except") };
        const bindings = scope.bindings.get(name);
        if (bindings)
            bindings.push(binding);
        else
            scope.bindings.set(name, [binding]);
    }
    /** Whoever says `global` or `nonlocal` can set the name at any time, in any scope around. */
    addOuter(name, source, from) {
        const own = this.current;
        for (let scope = own.parent; scope; scope = scope.parent)
            this.add(scope, name, source, from, true);
        own.outer.add(name);
    }
}
function makeScope(kind, { from, to }, parent) {
    return { kind, from, to, parent, bindings: new Map(), loops: [], outer: new Set() };
}

;// CONCATENATED MODULE: ./build/job-tags/read-scopes.js




/** The nodes that give names or begin something: asking each node of a large file would take long. */
const RELEVANT = new Set([
    ...["AssignStatement", "UpdateStatement", "DeleteStatement", "ScopeStatement", "ImportStatement", "TypeDefinition"],
    ...[
        "ForStatement",
        "WhileStatement",
        "WithStatement",
        "TryStatement",
        "NamedExpression",
        "ArgList",
        "Body",
        "IfStatement",
    ],
    ...["FunctionDefinition", "ClassDefinition", "LambdaExpression", "CapturePattern", "AsPattern", "CallExpression"],
    ...["ComprehensionExpression", "ArrayComprehensionExpression", "DictionaryComprehensionExpression"],
    "SetComprehensionExpression",
]);
/** Built-in functions that can change a name without writing it. */
const DYNAMIC_CALLS = new Set(["exec", "eval", "execfile", "globals", "locals", "vars", "setattr", "delattr"]);
const DYNAMIC_TEXT = /\bsys\s*\.\s*modules\b|\b__(?:dict|builtins)__\b/;
/** With more star imports than a person writes, nobody knows what a name means. */
const MOST_STARS = 100;
const UNKNOWN = { kind: "unknown" };
/** Nobody nests targets deeper. */
const DEEPEST_TARGET = 10;
/** Finds the scopes of a module and what gives names a meaning in each. */
function readScopes(module) {
    const reader = new ScopeReader(module);
    module.tree.iterate({
        enter: (node) => !RELEVANT.has(node.name) || reader.enter(node.node),
        leave: (node) => reader.leave(node),
    });
    return reader.finish();
}
class ScopeReader {
    #module;
    #stack = new ScopeStack();
    #stars = [];
    #reaches = new Map();
    #dead = [];
    #changedAttributes = [];
    #isDynamic;
    constructor(module) {
        this.#module = module;
        this.#isDynamic = DYNAMIC_TEXT.test(module.textOf(module.tree.topNode));
    }
    finish() {
        return {
            scopes: this.#stack.finish(),
            stars: this.#stars.slice(0, MOST_STARS),
            dead: this.#dead,
            changedAttributes: this.#changedAttributes,
            isDynamic: this.#isDynamic || this.#stars.length > MOST_STARS,
        };
    }
    /** False when what is in the node never runs. */
    enter(node) {
        switch (node.name) {
            case "Body":
                return this.#enterBody(node);
            case "FunctionDefinition":
            case "ClassDefinition":
                this.#bind(node.getChild("VariableName"), node.name === "FunctionDefinition" ? { kind: "function", node } : UNKNOWN, node.to);
                return true;
            case "LambdaExpression":
                this.#enterLambda(node);
                return true;
            case "IfStatement":
                for (const [from, reach] of readReaches(node, this.#module.textOf))
                    this.#reaches.set(from, reach);
                return true;
            case "ForStatement":
            case "WhileStatement":
                this.#scope.loops.push(node);
                this.#bindBetween(node);
                return true;
            case "ArgList":
                this.#enterArguments(node);
                return true;
            default:
                if (node.name.endsWith("ComprehensionExpression"))
                    this.#enterComprehension(node);
                else
                    this.#record(node);
                return true;
        }
    }
    leave(node) {
        this.#stack.leave(node);
    }
    get #scope() {
        return this.#stack.current;
    }
    #enterBody(node) {
        const owner = node.parent;
        if (owner?.name === "FunctionDefinition") {
            this.#stack.openScope("function", node);
            this.#bindParameters(owner.getChild("ParamList"));
            this.#bindParameters(owner.getChild("TypeParamList"));
        }
        else if (owner?.name === "ClassDefinition")
            this.#stack.openScope("class", node);
        else if (owner?.name === "IfStatement") {
            const reach = this.#reaches.get(node.from) ?? "maybe";
            if (reach === "never")
                this.#dead.push({ from: node.from, to: node.to });
            if (reach === "maybe")
                this.#stack.openBlock(node);
            return reach !== "never";
        }
        else if (owner?.name === "TryStatement")
            this.#stack.openBlock(node, { at: owner.from, part: tryPartOf(node) });
        else
            this.#stack.openBlock(node);
        return true;
    }
    #enterLambda(node) {
        // What a parameter defaults to is outside.
        this.#stack.openScope("function", node, node.lastChild?.from);
        this.#bindParameters(node.getChild("ParamList"));
    }
    #enterComprehension(node) {
        this.#stack.openScope("comprehension", node);
        this.#bindBetween(node);
    }
    #enterArguments(node) {
        // A generator can be an argument without brackets of its own.
        if (node.getChild("for"))
            this.#enterComprehension(node);
        for (const operator of node.getChildren("AssignOp")) {
            if (this.#module.textOf(operator) === ":=")
                this.#bindNamed(operator.prevSibling);
        }
    }
    #record(node) {
        switch (node.name) {
            case "AssignStatement":
                this.#recordAssignment(node);
                break;
            case "UpdateStatement":
                this.#bind(node.firstChild, UNKNOWN, node.to);
                break;
            case "DeleteStatement":
                for (let child = node.firstChild; child; child = child.nextSibling)
                    this.#bind(child, UNKNOWN, node.to);
                break;
            case "ScopeStatement":
                for (const child of node.getChildren("VariableName")) {
                    this.#stack.addOuter(this.#module.textOf(child), UNKNOWN, node.to);
                }
                break;
            case "ImportStatement":
                this.#recordImport(node);
                break;
            case "NamedExpression":
                this.#bindNamed(node.firstChild);
                break;
            case "TypeDefinition":
                this.#bind(node.getChild("VariableName"), UNKNOWN, node.to);
                break;
            case "CapturePattern":
                this.#bind(node.firstChild, UNKNOWN, node.from);
                break;
            case "CallExpression":
                if (this.#isDynamicCall(node))
                    this.#isDynamic = true;
                break;
            default:
                this.#bindBetween(node);
        }
    }
    #isDynamicCall({ firstChild: callee, lastChild: list }) {
        if (callee?.name !== "VariableName" || !DYNAMIC_CALLS.has(this.#module.textOf(callee)))
            return false;
        const [first] = list ? listChildren(list) : [];
        // What an object does with its own attributes is no concern of the names of the module.
        return first === undefined || !/^(?:self|cls)$/.test(this.#module.textOf(first));
    }
    #recordAssignment(node) {
        const parts = [];
        for (let child = node.firstChild; child; child = child.nextSibling) {
            if (child.name !== "Comment" && child.name !== "TypeDef")
                parts.push(child);
        }
        const last = parts.findLastIndex(({ name }) => name === "AssignOp");
        // `name: type` alone gives no value, but makes the name one of the function.
        if (last === -1 && this.#scope.kind !== "function")
            return;
        const [value, ...more] = parts.slice(last + 1);
        const isPlain = last === 1 && value !== undefined && more.length === 0;
        const source = isPlain ? { kind: "value", value } : UNKNOWN;
        for (const target of last === -1 ? parts : parts.slice(0, last))
            this.#bind(target, source, node.to);
    }
    #recordImport(node) {
        const { names, star } = readImport(node, this.#module.textOf);
        if (star !== undefined)
            this.#stars.push({ path: star, from: node.to });
        for (const { name, path } of names)
            this.#stack.add(this.#scope, name, { kind: "import", path }, node.to);
    }
    #bindParameters(list) {
        for (const child of list?.getChildren("VariableName") ?? [])
            this.#bind(child, UNKNOWN, this.#scope.from);
        for (const child of list?.getChildren("TypeParam") ?? []) {
            this.#bind(child.getChild("VariableName"), UNKNOWN, this.#scope.from);
        }
    }
    /** The targets of `for x, y in`, `with … as x`, `except … as x`. */
    #bindBetween(node) {
        let isTarget = false;
        for (let child = node.firstChild; child; child = child.nextSibling) {
            if (child.name === "for" || child.name === "as")
                isTarget = true;
            else if (child.name === "in" || child.name === "Body" || (child.name === "," && node.name === "WithStatement")) {
                isTarget = false;
            }
            else if (isTarget)
                this.#bind(child, UNKNOWN, child.from);
        }
    }
    /** `name := value`, which a comprehension does outside of itself. */
    #bindNamed(target) {
        if (target?.name !== "VariableName")
            return;
        let scope = this.#scope;
        while (scope.kind === "comprehension" && scope.parent)
            scope = scope.parent;
        this.#stack.add(scope, this.#module.textOf(target), UNKNOWN, target.from, true);
    }
    #bind(target, source, from, depth = 0) {
        if (target?.name === "VariableName")
            this.#stack.add(this.#scope, this.#module.textOf(target), source, from);
        else if (target?.name === "MemberExpression")
            this.#recordAttribute(target);
        else if (target && /^(?:Tuple|Array|Parenthesized)/.test(target.name) && depth < DEEPEST_TARGET) {
            for (let child = target.firstChild; child; child = child.nextSibling)
                this.#bind(child, UNKNOWN, from, depth + 1);
        }
    }
    #recordAttribute(target) {
        const { firstChild: owner, lastChild: property } = target;
        if (owner === null || property?.name !== "PropertyName")
            return;
        this.#changedAttributes.push({ owner, attribute: this.#module.textOf(property) });
    }
}
function tryPartOf(body) {
    for (let node = body.prevSibling; node; node = node.prevSibling) {
        if (node.name === "try" || node.name === "except")
            return node.name;
        if (node.name === "else" || node.name === "finally")
            return "other";
    }
    return "other";
}

;// CONCATENATED MODULE: ./build/job-tags/python-names.js


/** A name for a name for a name: nobody goes further. */
const MOST_ALIASES = 5;
/** Longer than any chain of modules. */
const MOST_PARTS = 10;
function readNames(module) {
    const scopes = readScopes(module);
    const finder = new ImportFinder(module, scopes);
    return {
        scopes,
        findMeaning: (name, offset) => findMeaning(scopes, name, offset),
        findImport: (name) => finder.find(name),
        isBuiltin(name, offset) {
            const { bindings, stars } = findMeaning(scopes, name, offset);
            return bindings.length === 0 && stars.every(({ path }) => isOfDagster(path)) && !scopes.isDynamic;
        },
        findOnly(name, offset) {
            const { bindings, stars, scope } = findMeaning(scopes, name, offset);
            const [only, ...others] = bindings;
            const isOnly = others.length === 0 && stars.length === 0 && scope.bindings.get(name)?.length === 1;
            return only && isOnly && !only.isConditional && !scopes.isDynamic ? only : undefined;
        },
        isDead: (offset) => isDeadCode(scopes, offset),
    };
}
/** The parts of `a.b.c`; undefined for any other expression. */
function readDottedName(module, node) {
    const parts = [];
    let base = node;
    while (base?.name === "MemberExpression" && parts.length < MOST_PARTS) {
        if (base.lastChild?.name !== "PropertyName")
            return undefined;
        parts.push(module.textOf(base.lastChild));
        base = base.firstChild;
    }
    if (base?.name !== "VariableName")
        return undefined;
    return { parts: [module.textOf(base), ...parts.reverse()], offset: base.from };
}
/** Whether a module or something in it is Dagster's own; packages such as `dagster_aws` are not meant. */
function isOfDagster(path) {
    return /^dagster(?:\.|$)/.test(path);
}
class ImportFinder {
    #module;
    #scopes;
    #replaced;
    constructor(module, scopes) {
        this.#module = module;
        this.#scopes = scopes;
    }
    find(name) {
        const thing = this.#resolve(name, 0);
        if (thing === undefined || !isOfDagster(thing.path))
            return thing;
        this.#replaced ??= this.#findReplaced();
        return this.#replaced.has(lastOf(thing.path)) ? undefined : thing;
    }
    /** `dagster.job = …` makes something else of it, in this file and in others. */
    #findReplaced() {
        const replaced = this.#scopes.changedAttributes.filter(({ owner }) => {
            const name = readDottedName(this.#module, owner);
            const thing = name && this.#resolve(name, 0);
            return thing !== undefined && isOfDagster(thing.path);
        });
        return new Set(replaced.map(({ attribute }) => attribute));
    }
    #resolve({ parts, offset }, depth) {
        const [name = "", ...attributes] = parts;
        const { bindings, stars } = findMeaning(this.#scopes, name, offset);
        const foreign = stars.filter(({ path }) => !isOfDagster(path));
        const found = bindings.map((binding) => this.#resolveBinding(binding, depth));
        if (bindings.length === 0 && stars.length > foreign.length) {
            found.push({ path: `dagster.${name}`, isCertain: true });
        }
        const [first] = found;
        if (!first || found.some((one) => one === undefined || !isSame(one.path, first.path)))
            return undefined;
        const isCertain = found.every((one) => one?.isCertain) && foreign.length === 0 && !this.#scopes.isDynamic;
        return { path: [first.path, ...attributes].join("."), isCertain };
    }
    #resolveBinding({ source }, depth) {
        if (source.kind === "import")
            return { path: source.path, isCertain: true };
        if (source.kind !== "value" || depth >= MOST_ALIASES)
            return undefined;
        const name = readDottedName(this.#module, source.value);
        return name && this.#resolve(name, depth + 1);
    }
}
/** Dagster has its things in several of its modules. */
function isSame(left, right) {
    return left === right || (isOfDagster(left) && isOfDagster(right) && lastOf(left) === lastOf(right));
}
function lastOf(path) {
    return path.slice(path.lastIndexOf(".") + 1);
}

;// CONCATENATED MODULE: ./build/job-tags/dagster-calls.js



/** A graph is not made by a method of a thing that is made by a method. */
const MOST_METHODS = 3;
/** What an argument list belongs to; undefined when its name does not mean something of Dagster's. */
function findDagsterCall(module, names, list, depth = 0) {
    const callee = calleeOf(module, list);
    if (callee === undefined || names.isDead(list.from))
        return undefined;
    const thing = names.findImport(callee);
    if (thing === undefined)
        return findMethodCall(module, names, callee, depth);
    const definition = findDefinition(thing.path);
    if (definition === undefined)
        return undefined;
    return { definition, isCertain: thing.isCertain, isOnGraph: definition.graph === true };
}
/** Whether a call is one of Dagster's, whatever it is for. */
function isCallOfDagster(module, names, list) {
    const callee = calleeOf(module, list);
    if (callee === undefined)
        return false;
    const thing = names.findImport(callee);
    if (thing === undefined)
        return findMethodCall(module, names, callee, 0) !== undefined;
    return thing.isCertain && (isOfDagster(thing.path) || findDefinition(thing.path) !== undefined);
}
/** The dotted name before an argument list, in a call or after `@`; undefined for any other expression. */
function calleeOf(module, list) {
    const owner = list.parent;
    if (owner?.name === "CallExpression")
        return owner.firstChild ? readDottedName(module, owner.firstChild) : undefined;
    return owner?.name === "Decorator" ? readDecoratorName(module, owner) : undefined;
}
function readDecoratorName(module, decorator) {
    const parts = decorator.getChildren("VariableName");
    return parts[0] && { parts: parts.map((part) => module.textOf(part)), offset: parts[0].from };
}
/** By the full name; Dagster's own modules are written in small letters. */
function findDefinition(path) {
    const [, library, name = ""] = /^(\w+)(?:\.[a-z_][a-z0-9_]*)*\.(\w+)$/.exec(path) ?? [];
    const definition = TAGGED_DEFINITIONS.get(name);
    return definition && library === (definition.library ?? "dagster") ? definition : undefined;
}
/** `g.to_job(…)`, where `g` is certainly a graph of Dagster's. */
function findMethodCall(module, names, callee, depth) {
    const [receiver = "", method = "", ...more] = callee.parts;
    const of = METHODS.get(method);
    const isMethod = of !== undefined && more.length === 0 && depth < MOST_METHODS;
    const binding = isMethod ? names.findOnly(receiver, callee.offset) : undefined;
    if (!of || !binding)
        return undefined;
    const maker = makerOf(module, names, binding, depth);
    if (maker === undefined || maker.kind !== of.receiver)
        return undefined;
    return { definition: of.definition, isCertain: true, isOnGraph: maker.hasTags };
}
/** What makes the thing that a name is bound to: a decorator, or the call that returns it. */
function makerOf(module, names, { source }, depth) {
    if (source.kind === "value") {
        const list = source.value.name === "CallExpression" ? source.value.lastChild : null;
        const call = list?.name === "ArgList" ? findDagsterCall(module, names, list, depth + 1) : undefined;
        return call?.isCertain ? { kind: call.definition.kind, hasTags: true } : undefined;
    }
    if (source.kind !== "function")
        return undefined;
    const decorators = source.node.parent?.getChildren("Decorator") ?? [];
    // What a decorator above makes of it is not known.
    const [only, ...others] = decorators;
    const name = only && others.length === 0 ? readDecoratorName(module, only) : undefined;
    const thing = name && names.findImport(name);
    const definition = thing?.isCertain ? findDefinition(thing.path) : undefined;
    return definition && only && { kind: definition.kind, hasTags: mayHaveTags(module, only) };
}
function mayHaveTags(module, decorator) {
    const list = decorator.getChild("ArgList");
    return list !== null && listChildren(list).some((child) => child.name === "**" || module.textOf(child) === "tags");
}

;// CONCATENATED MODULE: ./build/job-tags/constant-uses.js

const SAFE = { kind: "safe" };
const UNSAFE = { kind: "unsafe" };
/** Built-in functions that read what they are given, and return nothing that it is in. */
const READING = new Set([
    ...["len", "str", "repr", "print", "bool", "any", "all", "isinstance", "type", "id", "format", "int", "float"],
    ...["issubclass", "callable", "hash"],
]);
/** Built-in functions that return what holds the parts of what they are given. */
const COPYING = new Set(["dict", "list", "tuple", "set", "frozenset", "sorted", "min", "max", "enumerate", "iter"]);
const READING_METHODS = new Set(["keys", "__contains__", "__len__"]);
const COPYING_METHODS = new Set(["get", "items", "values", "copy"]);
/** The steps from a name to the statement that uses it; more is no code that a person writes. */
const FARTHEST = 60;
/** What the place of a name does to its value. */
function keepsValue(module, names, place, holdsOthers) {
    let node = place;
    let reading = { module, names, holdsOthers, isInside: false };
    for (let step = 0; step < FARTHEST; step += 1) {
        const next = stepOutwards(reading, node);
        if (next.kind !== "outwards")
            return next;
        node = next.node;
        if (next.isInside)
            reading = { ...reading, holdsOthers: true, isInside: true };
    }
    return UNSAFE;
}
function stepOutwards(reading, node) {
    const { parent, prevSibling: before } = node;
    if (parent === null)
        return UNSAFE;
    switch (parent.name) {
        case "ParenthesizedExpression":
            return { kind: "outwards", node: parent };
        case "ConditionalExpression":
            // The condition is in the middle.
            return before?.name === "if" ? SAFE : { kind: "outwards", node: parent };
        case "BinaryExpression":
            return stepOfOperator(reading, parent);
        case "DictionaryExpression":
            if (before?.name === "**")
                return part(reading, parent);
            return before?.name === ":" ? { kind: "outwards", node: parent, isInside: true } : UNSAFE;
        case "ArgList":
            return stepOfArgument(reading, node, parent);
        case "ParamList":
        case "KeywordPattern":
            // The name of a parameter; what is behind `=` is given to a function.
            return before?.name === "AssignOp" ? UNSAFE : SAFE;
        case "MemberExpression":
            return before === null ? stepOfMember(reading, parent) : SAFE;
        case "AssignStatement":
            return reading.isInside ? UNSAFE : stepOfAssignment(node, parent);
        case "ForStatement":
            return stepOfLoop(reading, node);
        case "UpdateStatement":
            return before?.name === "UpdateOp" && node.nextSibling === null ? part(reading) : UNSAFE;
        case "UnaryExpression":
        case "FormatReplacement":
        case "ExpressionStatement":
        case "AssertStatement":
        case "IfStatement":
        case "WhileStatement":
        case "TypeDef":
        case "ImportStatement":
        case "FunctionDefinition":
        case "ClassDefinition":
            return SAFE;
        default:
            // In a comprehension, what is behind `in` is read.
            return parent.name.endsWith("ComprehensionExpression") && before?.name === "in" ? part(reading) : UNSAFE;
    }
}
/** A copy of it, or a part: that is another thing, unless there is something in it that can be changed. */
function part({ holdsOthers }, node) {
    if (!holdsOthers)
        return SAFE;
    return node ? { kind: "outwards", node } : UNSAFE;
}
function stepOfOperator(reading, expression) {
    for (let child = expression.firstChild; child; child = child.nextSibling) {
        if (child.name === "or" || child.name === "and")
            return { kind: "outwards", node: expression };
        if (child.name === "BitOp" || child.name === "ArithOp")
            return part(reading, expression);
    }
    return SAFE;
}
function stepOfArgument(reading, node, list) {
    const { module, names } = reading;
    const { prevSibling: before, nextSibling: after } = node;
    if (after?.name === "AssignOp" && module.textOf(after) === "=")
        return SAFE;
    if (before?.name === "in")
        return part(reading);
    const call = list.parent;
    if (call === null || list.getChild("for"))
        return UNSAFE;
    if (isCallOfDagster(module, names, list))
        return SAFE;
    if (before?.name === "**" || before?.name === "*")
        return part(reading);
    const callee = calleeOf(module, list);
    if (callee === undefined || before?.name === "AssignOp")
        return UNSAFE;
    if (names.findImport(callee)?.path === "json.dumps")
        return SAFE;
    const [name = "", ...attributes] = callee.parts;
    if (attributes.length > 0 || !names.isBuiltin(name, callee.offset))
        return UNSAFE;
    if (COPYING.has(name))
        return part(reading, call);
    return READING.has(name) ? SAFE : UNSAFE;
}
function stepOfLoop(reading, { prevSibling: before, nextSibling: after }) {
    if (before?.name === "in")
        return after?.name === "Body" ? part(reading) : UNSAFE;
    for (let next = after; next; next = next.nextSibling) {
        // A target: that is another meaning of the name, which is asked elsewhere.
        if (next.name === "in")
            return SAFE;
    }
    return UNSAFE;
}
/** `TAGS["key"]`, `TAGS.get`. */
function stepOfMember(reading, member) {
    const { parent, lastChild: property } = member;
    if (parent === null || isTarget(member))
        return UNSAFE;
    if (property?.name !== "PropertyName") {
        // Something may be done to the part itself.
        return parent.name === "MemberExpression" && reading.holdsOthers ? UNSAFE : part(reading, member);
    }
    const method = reading.module.textOf(property);
    const isCalled = parent.name === "CallExpression" && parent.firstChild?.from === member.from;
    if (!isCalled)
        return UNSAFE;
    if (READING_METHODS.has(method))
        return SAFE;
    return COPYING_METHODS.has(method) ? part(reading, parent) : UNSAFE;
}
/** Whether it is set or deleted, alone or among others. */
function isTarget(member) {
    let node = member;
    while (node.parent && /^(?:Tuple|Array|Parenthesized)Expression$/.test(node.parent.name))
        node = node.parent;
    const { parent, prevSibling: before } = node;
    switch (parent?.name) {
        case "AssignStatement":
            return isBeforeOperator(node);
        case "UpdateStatement":
            return before === null;
        case "ForStatement":
            return before?.name !== "in";
        case "DeleteStatement":
        case "WithStatement":
            return true;
        default:
            return parent?.name.endsWith("ComprehensionExpression") === true && before?.name === "for";
    }
}
function isBeforeOperator(node) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
        if (next.name === "AssignOp")
            return true;
    }
    return false;
}
/** `OTHER = TAGS`; with more than names on the left, nobody knows who has it. */
function stepOfAssignment(node, statement) {
    // A target: what gives the name its value is asked elsewhere.
    if (isBeforeOperator(node))
        return SAFE;
    const names = [];
    for (let child = statement.firstChild; child && child.from < node.from; child = child.nextSibling) {
        if (child.name === "VariableName")
            names.push(child);
        else if (child.name !== "AssignOp" && child.name !== "TypeDef")
            return UNSAFE;
    }
    return { kind: "alias", names, value: node };
}

;// CONCATENATED MODULE: ./build/job-tags/python-syntax.js

/** What is in the brackets of a `DictionaryExpression`, in order. */
function splitEntries(node) {
    const children = listChildren(node);
    const parts = [];
    for (const [index, child] of children.entries()) {
        const [before, after] = [children[index - 1], children[index + 1]];
        if (child.name === ":" && before && after)
            parts.push({ kind: "pair", key: before, value: after });
        if (child.name === "**" && after)
            parts.push({ kind: "spread", value: after });
    }
    return parts;
}
function splitArguments(module, list) {
    const children = listChildren(list);
    const positional = [];
    const keywords = new Map();
    const spreads = [];
    children.forEach((child, index) => {
        const [before, after] = [children[index - 1], children[index + 1]];
        if (child.name === "AssignOp" || after?.name === "AssignOp" || child.name === "**")
            return;
        if (before?.name === "AssignOp") {
            const name = children[index - 2];
            // `name := value` is a positional argument.
            if (module.textOf(before) !== "=")
                positional.push(child);
            else if (name)
                keywords.set(module.textOf(name), child);
        }
        else if (before?.name === "**")
            spreads.push(child);
        else
            positional.push(child);
    });
    return { positional, keywords, spreads };
}

;// CONCATENATED MODULE: ./build/job-tags/holders.js

/** Expressions of what nobody can change. */
const FIXED = /^(?:String|FormatString|ContinuedString|Number|Boolean|None|UnaryExpression)$/;
/** Deeper ones are no dictionary of tags, and would use up the stack. */
const DEEPEST = 40;
function makeHolders(module, names) {
    // Constants can build on each other, and each on one twice.
    const known = new Map();
    const holds = (node, depth) => {
        if (node === null || depth > DEEPEST)
            return true;
        // Two expressions can begin at one place, as in `A | B`.
        const key = `${node.from}-${node.to}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        known.set(key, true);
        const result = read(node, depth + 1);
        known.set(key, result);
        return result;
    };
    const read = (value, depth) => {
        switch (value.name) {
            case "DictionaryExpression":
                return splitEntries(value).some((entry) => entry.kind === "spread" ? holds(entry.value, depth) : !isFixed(entry.value));
            case "BinaryExpression":
                if (value.getChild("BitOp"))
                    return holds(value.firstChild, depth) || holds(value.lastChild, depth);
                return value.getChild("ArithOp") === null;
            case "VariableName": {
                const source = names.findOnly(module.textOf(value), value.from)?.source;
                return source?.kind !== "value" || holds(source.value, depth);
            }
            default:
                return !isFixed(value);
        }
    };
    /** Whether nobody can change it: a text, a number. */
    const isFixed = (value) => {
        if (value.name === "CallExpression") {
            return module.textOf(value.firstChild ?? value) === "str" && names.isBuiltin("str", value.from);
        }
        if (value.name !== "VariableName")
            return FIXED.test(value.name);
        const source = names.findOnly(module.textOf(value), value.from)?.source;
        return source?.kind === "value" && FIXED.test(source.value.name);
    };
    return { mayHoldOthers: (value) => holds(value, 0) };
}

;// CONCATENATED MODULE: ./build/job-tags/constants.js



/** A constant for a constant for a constant: nobody goes further. */
const constants_MOST_ALIASES = 5;
function findConstants(module, names) {
    const known = new Map();
    const holders = makeHolders(module, names);
    let changed;
    let places;
    const isUnchanged = (name, scope, value, depth) => {
        // Anybody can reach into a class, and into a module that is another name.
        if (scope.kind === "class" || depth > constants_MOST_ALIASES || isSetFromOutside(name))
            return false;
        places ??= placesOfNames(module);
        const holdsOthers = holders.mayHoldOthers(value);
        const all = places.get(name) ?? [];
        const inside = all.slice(countUpTo(all, scope.from - 1, Number), countUpTo(all, scope.to - 1, Number));
        return inside.every((offset) => {
            const user = names.findMeaning(name, offset).scope;
            // A class that has the name later uses this one before.
            if (user !== scope && user.kind !== "class")
                return true;
            const node = module.tree.resolveInner(offset, 1);
            return isKept(keepsValue(module, names, node, holdsOthers), depth);
        });
    };
    const isKept = (use, depth) => {
        if (use.kind !== "alias")
            return use.kind === "safe";
        return use.names.every((target) => {
            const name = module.textOf(target);
            const { scope } = names.findMeaning(name, target.from);
            const [only, ...others] = scope.bindings.get(name) ?? [];
            if (only?.source.kind !== "value" || others.length > 0)
                return false;
            return isUnchanged(name, scope, use.value, depth + 1);
        });
    };
    const isSetFromOutside = (name) => {
        changed ??= new Set(names.scopes.changedAttributes.map(({ attribute }) => attribute));
        return changed.has(name);
    };
    return {
        find(name, offset) {
            const source = names.findOnly(name, offset)?.source;
            if (source?.kind !== "value")
                return undefined;
            const { value } = source;
            return {
                value,
                isUnchanged() {
                    const before = known.get(value);
                    if (before !== undefined)
                        return before;
                    known.set(value, false);
                    const unchanged = isUnchanged(name, names.findMeaning(name, offset).scope, value, 0);
                    known.set(value, unchanged);
                    return unchanged;
                },
            };
        },
    };
}
function placesOfNames(module) {
    const places = new Map();
    module.tree.iterate({
        enter: (node) => {
            if (node.name !== "VariableName")
                return;
            const name = module.textOf(node);
            const known = places.get(name);
            if (known)
                known.push(node.from);
            else
                places.set(name, [node.from]);
        },
    });
    return places;
}

// EXTERNAL MODULE: ./build/job-tags/python-value.js
var python_value = __webpack_require__(7018);
;// CONCATENATED MODULE: ./build/job-tags/python-text.js

const SIMPLE_ESCAPES = {
    "\n": "",
    "\\": "\\",
    "'": "'",
    '"': '"',
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
};
/** Backslash sequences of Python: named, numbered in three lengths, octal, and single characters. */
const ESCAPE = /\\(?:(N\{)|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;
/** The value of a string literal, with what its placeholders hold; bytes are not text. */
function readString(written, placeholders = []) {
    const [, prefix = "", quotes] = /^([a-z]*)('''|"""|'|")/i.exec(written) ?? [];
    const isClosed = quotes !== undefined && written.length >= prefix.length + 2 * quotes.length;
    if (!isClosed || !written.endsWith(quotes) || /t/i.test(prefix))
        return python_value/* UNKNOWN */.HV;
    if (/b/i.test(prefix))
        return { type: "other", value: written };
    const parts = [];
    let start = prefix.length + quotes.length;
    for (const { from, to, text } of [...placeholders, { from: written.length - quotes.length, to: 0, text: "" }]) {
        const part = readPart(written.slice(start, from), prefix);
        if (part === undefined)
            return python_value/* UNKNOWN */.HV;
        parts.push(part, text);
        start = to;
    }
    return { type: "text", value: parts.join("") };
}
function readPart(written, prefix) {
    const text = /f/i.test(prefix) ? written.replaceAll("{{", "{").replaceAll("}}", "}") : written;
    return /r/i.test(prefix) ? text : readEscapes(text);
}
/** The value of a number literal. */
function readNumber(written) {
    const digits = written.replaceAll("_", "");
    // Longer ones are no setting of a task, and slow to convert.
    if (digits.length > 60)
        return python_value/* UNKNOWN */.HV;
    // Python 2 read a number that begins with a zero as an octal one.
    if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|[1-9]\d*|0+)$/i.test(digits)) {
        return { type: "integer", value: String(BigInt(digits.toLowerCase())) };
    }
    if (/^(?=.*[.e])(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits))
        return { type: "float", value: digits };
    return /j$/i.test(digits) ? { type: "other", value: written } : python_value/* UNKNOWN */.HV;
}
/** Undefined for what needs Python's table of character names, or stands for no character. */
function readEscapes(text) {
    let isKnown = true;
    const value = text.replace(ESCAPE, (all, named, two, four, eight, octal, single) => {
        if (named !== undefined)
            isKnown = false;
        if (single !== undefined)
            return SIMPLE_ESCAPES[single] ?? all;
        const code = octal === undefined ? Number.parseInt(two ?? four ?? eight, 16) : Number.parseInt(octal, 8);
        if (code <= 0x10ffff)
            return String.fromCodePoint(code);
        isKnown = false;
        return all;
    });
    return isKnown ? value : undefined;
}

;// CONCATENATED MODULE: ./build/job-tags/read-values.js





/** Deeper ones are no dictionary of tags, and would use up the stack. */
const read_values_DEEPEST = 40;
/** A setting of a task has less digits, and longer numbers take long to multiply. */
const MOST_DIGITS = 60;
/** Characters of a text, or of all that is in a list or dictionary: constants that build on each other can double. */
const LARGEST = 100_000;
/** Reads expressions whose value can be known without running the code. */
class ValueReader {
    #known;
    // A constant can be used many times, and constants can build on each other.
    #values = new Map();
    #members = new Map();
    #sizes = new WeakMap();
    constructor(known) {
        this.#known = known;
    }
    read(node, depth = 0) {
        const { module } = this.#known;
        if (depth > read_values_DEEPEST || module.hasErrorIn(node))
            return python_value/* UNKNOWN */.HV;
        switch (node.name) {
            case "String":
                return readString(module.textOf(node));
            case "FormatString":
                return this.#readFormatted(node, depth);
            case "ContinuedString":
                return this.#readJoined(node, depth);
            case "Number":
                return readNumber(module.textOf(node));
            case "Boolean":
                return { type: "boolean", value: module.textOf(node) === "True" };
            case "None":
                return { type: "none" };
            case "ParenthesizedExpression":
                return this.#readOnly(node, depth);
            case "UnaryExpression":
                return this.#readSigned(node, depth);
            case "BinaryExpression":
                return this.#readOperation(node, depth);
            case "VariableName":
                return this.#readConstant(node, depth);
            case "MemberExpression": {
                const value = this.findMember(node, depth);
                return value ? remember(this.#values, value.from, python_value/* UNKNOWN */.HV, () => this.read(value, depth + 1)) : python_value/* UNKNOWN */.HV;
            }
            case "ArrayExpression":
            case "DictionaryExpression":
                return this.#readCollection(node, depth);
            case "SetExpression":
            case "TupleExpression":
            case "Ellipsis":
                return { type: "other", value: module.textOf(node) };
            case "CallExpression":
                return this.#readConversion(node, depth);
            default:
                return python_value/* UNKNOWN */.HV;
        }
    }
    /** The constant that a name is. */
    findConstant(node) {
        return this.#known.constants.find(this.#known.module.textOf(node), node.from);
    }
    /** The expression of `DICTIONARY["key"]`; undefined when something else can be in its place. */
    findMember(node, depth) {
        const [base, key, ...more] = listChildren(node);
        if (!base || !key || more.length > 0 || key.name === "." || key.name === ":")
            return undefined;
        const wanted = this.read(key, depth + 1);
        const dictionary = this.#findDictionary(base, depth + 1);
        if (wanted.type !== "text" || dictionary === undefined)
            return undefined;
        return remember(this.#members, dictionary.from, new Map(), () => this.#readMembers(dictionary, depth + 1)).get(wanted.value);
    }
    /** Those that nothing behind them can replace. */
    #readMembers(dictionary, depth) {
        const members = new Map();
        for (const entry of splitEntries(dictionary)) {
            const key = entry.kind === "pair" ? this.read(entry.key, depth + 1) : python_value/* UNKNOWN */.HV;
            if (entry.kind === "spread" || key.type === "unknown")
                members.clear();
            else if (key.type === "text")
                members.set(key.value, entry.value);
        }
        return members;
    }
    #findDictionary(node, depth) {
        if (depth > read_values_DEEPEST)
            return undefined;
        if (node.name === "DictionaryExpression")
            return this.#known.module.hasErrorIn(node) ? undefined : node;
        if (node.name === "MemberExpression") {
            const value = this.findMember(node, depth);
            return value && this.#findDictionary(value, depth + 1);
        }
        const constant = node.name === "VariableName" ? this.findConstant(node) : undefined;
        return constant?.isUnchanged() ? this.#findDictionary(constant.value, depth + 1) : undefined;
    }
    #readConstant(node, depth) {
        const constant = this.findConstant(node);
        if (!constant)
            return python_value/* UNKNOWN */.HV;
        const value = remember(this.#values, constant.value.from, python_value/* UNKNOWN */.HV, () => this.read(constant.value, depth + 1));
        // A number or a text stays what it is.
        return value.type === "collection" && !constant.isUnchanged() ? python_value/* UNKNOWN */.HV : value;
    }
    #readFormatted(node, depth) {
        const placeholders = [];
        for (const placeholder of node.getChildren("FormatReplacement")) {
            const [expression, ...more] = listChildren(placeholder);
            const text = expression && more.length === 0 ? (0,python_value/* toText */.fE)(this.read(expression, depth + 1)) : undefined;
            if (text === undefined)
                return python_value/* UNKNOWN */.HV;
            placeholders.push({ from: placeholder.from - node.from, to: placeholder.to - node.from, text });
        }
        if (placeholders.reduce((size, { text }) => size + text.length, 0) > LARGEST)
            return python_value/* UNKNOWN */.HV;
        return readString(this.#known.module.textOf(node), placeholders);
    }
    #readJoined(node, depth) {
        const parts = listChildren(node).map((part) => this.read(part, depth + 1));
        const texts = parts.flatMap((part) => (part.type === "text" ? [part.value] : []));
        if (texts.length === parts.length)
            return { type: "text", value: texts.join("") };
        const areBytes = parts.every(({ type }) => type === "other");
        return areBytes ? { type: "other", value: this.#known.module.textOf(node) } : python_value/* UNKNOWN */.HV;
    }
    #readOnly(node, depth) {
        const [inner, ...more] = listChildren(node);
        return inner && more.length === 0 ? this.read(inner, depth + 1) : python_value/* UNKNOWN */.HV;
    }
    #readSigned(node, depth) {
        const [operator, operand] = listChildren(node);
        if (!operator || !operand)
            return python_value/* UNKNOWN */.HV;
        const sign = this.#known.module.textOf(operator);
        const value = this.read(operand, depth + 1);
        if ((value.type !== "integer" && value.type !== "float") || (sign !== "-" && sign !== "+"))
            return python_value/* UNKNOWN */.HV;
        if (sign === "+")
            return value;
        return /^[-0]/.test(value.value) ? python_value/* UNKNOWN */.HV : { type: value.type, value: `-${value.value}` };
    }
    /** `4 * 1024`, `"25" + "6"`. */
    #readOperation(node, depth) {
        const [left, operator, right] = listChildren(node);
        if (!left || !right || operator?.name !== "ArithOp")
            return python_value/* UNKNOWN */.HV;
        const [first, second] = [this.read(left, depth + 1), this.read(right, depth + 1)];
        const sign = this.#known.module.textOf(operator);
        if (first.type === "text" && second.type === "text" && sign === "+") {
            const value = first.value + second.value;
            return value.length > LARGEST ? python_value/* UNKNOWN */.HV : { type: "text", value };
        }
        if (first.type !== "integer" || second.type !== "integer")
            return python_value/* UNKNOWN */.HV;
        return calculate(sign, first.value, second.value);
    }
    #readCollection(node, depth) {
        const json = node.name === "ArrayExpression" ? this.#readList(node, depth) : this.#readObject(node, depth);
        return json === undefined || this.#sizeOf(json) > LARGEST ? { type: "collection" } : { type: "collection", json };
    }
    #sizeOf(json) {
        if (typeof json !== "object" || json === null)
            return String(json).length + 1;
        const known = this.#sizes.get(json);
        if (known !== undefined)
            return known;
        const size = Object.entries(json).reduce((sum, [key, value]) => sum + key.length + this.#sizeOf(value), 2);
        this.#sizes.set(json, size);
        return size;
    }
    #readList(node, depth) {
        const items = [];
        for (const child of listChildren(node)) {
            const item = child.name === "*" ? undefined : (0,python_value/* toJson */.aB)(this.read(child, depth + 1));
            if (item === undefined)
                return undefined;
            items.push(item);
        }
        return items;
    }
    #readObject(node, depth) {
        const entries = [];
        for (const entry of splitEntries(node)) {
            if (entry.kind === "spread")
                return undefined;
            const key = this.read(entry.key, depth + 1);
            const value = (0,python_value/* toJson */.aB)(this.read(entry.value, depth + 1));
            if (key.type !== "text" || value === undefined)
                return undefined;
            entries.push([key.value, value]);
        }
        return Object.fromEntries(entries);
    }
    /** `str(256)` and `json.dumps({…})`. */
    #readConversion(node, depth) {
        const { module, names } = this.#known;
        const list = node.lastChild;
        const callee = list?.name === "ArgList" ? calleeOf(module, list) : undefined;
        if (!list || !callee)
            return python_value/* UNKNOWN */.HV;
        const { positional, keywords, spreads } = splitArguments(module, list);
        const [only, ...more] = positional;
        if (!only || more.length > 0 || keywords.size > 0 || spreads.length > 0)
            return python_value/* UNKNOWN */.HV;
        if (callee.parts.join(".") === "str" && names.isBuiltin("str", callee.offset)) {
            const text = (0,python_value/* toText */.fE)(this.read(only, depth + 1));
            return text === undefined ? python_value/* UNKNOWN */.HV : { type: "text", value: text };
        }
        const thing = names.findImport(callee);
        const json = thing?.isCertain && thing.path === "json.dumps" ? (0,python_value/* toJson */.aB)(this.read(only, depth + 1)) : undefined;
        return json === undefined ? python_value/* UNKNOWN */.HV : { type: "text", value: JSON.stringify(json) };
    }
}
function calculate(operator, left, right) {
    const [first, second] = [BigInt(left), BigInt(right)];
    if (left.length + right.length > MOST_DIGITS)
        return python_value/* UNKNOWN */.HV;
    switch (operator) {
        case "+":
            return { type: "integer", value: String(first + second) };
        case "-":
            return { type: "integer", value: String(first - second) };
        case "*":
            return { type: "integer", value: String(first * second) };
        default:
            return python_value/* UNKNOWN */.HV;
    }
}
/** A constant that is asked for while it is being read refers to itself: that is no literal. */
function remember(known, key, meanwhile, read) {
    const before = known.get(key);
    if (before !== undefined)
        return before;
    known.set(key, meanwhile);
    const value = read();
    known.set(key, value);
    return value;
}

// EXTERNAL MODULE: ./build/job-tags/tag-keys.js
var tag_keys = __webpack_require__(9671);
;// CONCATENATED MODULE: ./build/job-tags/tag-dictionary.js






const NOTHING_KNOWN = { entries: new Map(), isPartial: true };
const EMPTY = { entries: new Map(), isPartial: false };
function makeExpressionReader(known) {
    const values = new ValueReader(known);
    const reader = new DictionaryReader(known, values);
    return { readDictionary: (node) => reader.read(node, 0), readValue: (node) => values.read(node) };
}
class DictionaryReader {
    #known;
    #values;
    // A constant can be used many times, and constants can build on each other.
    #dictionaries = new Map();
    constructor(known, values) {
        this.#known = known;
        this.#values = values;
    }
    read(node, depth) {
        const { module } = this.#known;
        if (depth > read_values_DEEPEST || module.hasErrorIn(node))
            return NOTHING_KNOWN;
        switch (node.name) {
            case "DictionaryExpression":
                return this.#readEntries(node, depth);
            case "ParenthesizedExpression": {
                const [inner, ...more] = listChildren(node);
                return inner && more.length === 0 ? this.read(inner, depth + 1) : NOTHING_KNOWN;
            }
            case "BinaryExpression": {
                const [left, operator, right] = listChildren(node);
                if (!left || !right || operator?.name !== "BitOp" || module.textOf(operator) !== "|")
                    return NOTHING_KNOWN;
                return mergeOver(this.read(left, depth + 1), this.read(right, depth + 1));
            }
            case "VariableName": {
                const constant = this.#values.findConstant(node);
                if (!constant?.isUnchanged())
                    return NOTHING_KNOWN;
                const { value } = constant;
                return remember(this.#dictionaries, value.from, NOTHING_KNOWN, () => this.read(value, depth + 1));
            }
            case "MemberExpression": {
                const value = this.#values.findMember(node, depth);
                return value ? this.read(value, depth + 1) : NOTHING_KNOWN;
            }
            case "CallExpression":
                return this.#readCall(node, depth);
            case "None":
                return EMPTY;
            default:
                return NOTHING_KNOWN;
        }
    }
    #readEntries(node, depth) {
        let read = EMPTY;
        for (const entry of splitEntries(node)) {
            if (entry.kind === "spread") {
                read = mergeOver(read, this.read(entry.value, depth + 1));
                continue;
            }
            const key = this.#values.read(entry.key, depth + 1);
            // It may be any of those before.
            if (key.type === "unknown")
                read = mergeOver(read, NOTHING_KNOWN);
            if (key.type !== "text" || !((0,tag_keys/* isJobTagKey */.Nt)(key.value) || (0,tag_keys/* suggestJobTagKey */.Nl)(key.value)))
                continue;
            const own = {
                key: key.value,
                value: this.#values.read(entry.value, depth + 1),
                keyOffset: entry.key.from,
                valueOffset: entry.value.from,
            };
            read = { ...read, entries: new Map([...read.entries, [key.value, own]]) };
        }
        return read;
    }
    /**
     * `dict(team="data")`, `dict(TAGS)`, `dict({…}, team="data")`, `TAGS.copy()`. A keyword cannot have a slash, so it is
     * no tag for ECS.
     */
    #readCall(node, depth) {
        const { module, names } = this.#known;
        const { firstChild: called, lastChild: list } = node;
        if (called === null || list?.name !== "ArgList")
            return NOTHING_KNOWN;
        const { positional, spreads, keywords } = splitArguments(module, list);
        const [first, ...more] = positional;
        const callee = calleeOf(module, list);
        if (callee?.parts.join(".") === "dict" && names.isBuiltin("dict", callee.offset)) {
            if (more.length > 0 || list.getChild("for"))
                return NOTHING_KNOWN;
            const start = first ? this.read(first, depth + 1) : EMPTY;
            return spreads.reduce((merged, spread) => mergeOver(merged, this.read(spread, depth + 1)), start);
        }
        const isCopy = called.name === "MemberExpression" && called.lastChild?.name === "PropertyName";
        if (!isCopy || positional.length + spreads.length + keywords.size > 0)
            return NOTHING_KNOWN;
        const [base, , method] = listChildren(called);
        // Of something that is no dictionary, nothing is read either.
        return base && method && module.textOf(method) === "copy" ? this.read(base, depth + 1) : NOTHING_KNOWN;
    }
}
/** Python's `{**left, **right}`. What is unknown of the right side may replace anything of the left. */
function mergeOver(left, right) {
    const kept = [...left.entries].map(([key, entry]) => [key, right.isPartial ? { ...entry, value: python_value/* UNKNOWN */.HV } : entry]);
    return { entries: new Map([...kept, ...right.entries]), isPartial: left.isPartial || right.isPartial };
}

;// CONCATENATED MODULE: ./build/job-tags/read-job-tags.js







/** How far to look around a call for the variable it is assigned to. */
const NEAR = 6;
const KEYWORDS = new Set([...TAGGED_DEFINITIONS.values()].flatMap(({ keywords }) => Object.keys(keywords)));
/**
 * The literal tags for ECS that a Python file gives to its Dagster definitions, in the order of the file. Takes any
 * text and never throws; what is not literal is left out or has an unknown value.
 */
function readJobTags(file) {
    // Most files have none, and parsing takes a while.
    if (!/ecs[/._:-]/i.test(file.text))
        return [];
    const module = parsePython(file.path, file.text);
    const lists = module ? listTagged(module) : [];
    // Finding out what names mean goes through the whole file.
    if (module === undefined || lists.length === 0)
        return [];
    const names = readNames(module);
    const known = { module, names, constants: findConstants(module, names) };
    const reading = { ...known, expressions: makeExpressionReader(known), found: [] };
    for (const { list, enclosing } of lists)
        readArguments(reading, list, enclosing);
    return reading.found;
}
/** The argument lists that have a keyword for tags. */
function listTagged(module) {
    const lists = new Map();
    const functions = [];
    module.tree.iterate({
        enter: (ref) => {
            if (ref.name === "FunctionDefinition")
                functions.push(nameIn(module, ref.node) ?? "");
            if (ref.name !== "VariableName" || ref.to - ref.from > 8 || !KEYWORDS.has(module.textOf(ref)))
                return;
            const { parent: list, nextSibling: after } = ref.node;
            const isKeyword = list?.name === "ArgList" && after?.name === "AssignOp";
            if (isKeyword)
                lists.set(list.from, { list, enclosing: functions.at(-1) });
        },
        leave: (node) => {
            if (node.name === "FunctionDefinition")
                functions.pop();
        },
    });
    return [...lists.values()].sort((left, right) => left.list.from - right.list.from);
}
function readArguments(reading, list, enclosing) {
    const { module } = reading;
    const call = module.hasErrorIn(list) ? undefined : findDagsterCall(module, reading.names, list);
    const owner = list.parent;
    if (!call || !owner)
        return;
    if (owner.name === "Decorator") {
        const decorated = owner.parent?.lastChild;
        readTags(reading, call, list, () => (decorated ? nameIn(module, decorated) : undefined));
        return;
    }
    readTags(reading, call, list, () => {
        const variable = variableOf(module, owner);
        return call.definition.kind === "run request" ? (enclosing ?? variable) : (variable ?? enclosing);
    });
}
function readTags(reading, call, list, nearName) {
    const { module, expressions, found } = reading;
    const { kind, keywords } = call.definition;
    const given = splitArguments(module, list);
    const isCertain = call.isCertain && !module.hasErrors && !dependsOnRest(reading, call, given);
    for (const [keyword, role] of Object.entries(keywords)) {
        const node = given.keywords.get(keyword);
        if (!node)
            continue;
        const { entries, isPartial } = expressions.readDictionary(node);
        if (entries.size === 0)
            continue;
        const fate = kind === "job" ? fateOfJobTags(reading, given, keyword) : undefined;
        found.push({
            kind,
            name: writtenName(reading, kind, given) ?? nearName() ?? "",
            keyword,
            role: fate?.role ?? role,
            tags: [...entries.values()].map(({ key, value, keyOffset, valueOffset }) => ({
                key,
                value,
                keyPosition: module.positionOf(keyOffset),
                valuePosition: module.positionOf(valueOffset),
            })),
            isPartial: isPartial || call.isOnGraph || fate?.isPartial === true,
            isCertain,
        });
    }
}
/**
 * With `run_tags` of its own, a job's `tags` are labels. Whether they are below the `run_tags` nevertheless, as those
 * of a graph are, is not certain for every release.
 */
function fateOfJobTags({ expressions }, { keywords }, keyword) {
    const other = keywords.get(keyword === "tags" ? "run_tags" : "tags");
    if (other === undefined || other.name === "None")
        return { role: "run", isPartial: false };
    if (keyword === "tags")
        return { role: other.name === "DictionaryExpression" ? "label" : "uncertain", isPartial: false };
    const { entries, isPartial } = expressions.readDictionary(other);
    return { role: "run", isPartial: isPartial || entries.size > 0 };
}
/** Whether another argument, or one that cannot be seen, can take the tags away or put others in their place. */
function dependsOnRest(reading, { definition: { kind } }, given) {
    if (kind !== "job" && kind !== "schedule")
        return false;
    if (given.spreads.length > 0)
        return true;
    const { keywords } = given;
    if (kind === "schedule")
        return keywords.has("execution_fn") || keywords.has("tags_fn");
    const config = keywords.get("config");
    return config !== undefined && canBePartitioned(reading, config);
}
/** A partitioned configuration can give each partition's runs tags of their own, over those of the job. */
function canBePartitioned(reading, config, depth = 0) {
    const { module, names, constants } = reading;
    switch (config.name) {
        case "None":
        case "DictionaryExpression":
            return false;
        case "CallExpression": {
            const list = config.lastChild;
            const callee = list?.name === "ArgList" ? calleeOf(module, list) : undefined;
            const thing = callee && names.findImport(callee);
            return !thing?.isCertain || !isOfDagster(thing.path) || !thing.path.endsWith(".RunConfig");
        }
        case "VariableName": {
            const constant = constants.find(module.textOf(config), config.from);
            return !constant || depth > 0 || canBePartitioned(reading, constant.value, depth + 1);
        }
        default:
            return true;
    }
}
/** The name that Dagster is given: by `name=`, or first. A run request has none, only the job's. */
function writtenName({ expressions }, kind, given) {
    if (kind === "run request")
        return undefined;
    const node = given.keywords.get("name") ?? given.positional[0];
    const value = node && expressions.readValue(node);
    return value?.type === "text" ? value.value : undefined;
}
function nameIn(module, node) {
    const name = node.getChild("VariableName");
    return name ? module.textOf(name) : undefined;
}
function variableOf(module, call) {
    let node = call.parent;
    for (let step = 0; node && step < NEAR; step += 1, node = node.parent) {
        if (node.name === "AssignStatement")
            return nameIn(module, node);
        if (node.name === "Body" || node.name === "LambdaExpression")
            return undefined;
    }
    return undefined;
}


/***/ }),

/***/ 9671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ suggestJobTagKey),
/* harmony export */   Nt: () => (/* binding */ isJobTagKey)
/* harmony export */ });
/* unused harmony export JOB_TAG_KEYS */
/**
 * The tags that Dagster's run launcher for ECS reads from a run: `dagster_aws/ecs/launcher.py`;
 * `ecs/container_overrides` since Dagster 1.12.0 (its changelog).
 */
const JOB_TAG_KEYS = [
    "ecs/cpu",
    "ecs/memory",
    "ecs/ephemeral_storage",
    "ecs/task_overrides",
    "ecs/run_task_kwargs",
    "ecs/container_overrides",
];
/** What people write for a key, without case and punctuation. */
const LOOKALIKES = {
    cpu: "ecs/cpu",
    cpus: "ecs/cpu",
    vcpu: "ecs/cpu",
    vcpus: "ecs/cpu",
    memory: "ecs/memory",
    mem: "ecs/memory",
    memorymb: "ecs/memory",
    memorymib: "ecs/memory",
    ram: "ecs/memory",
    ephemeralstorage: "ecs/ephemeral_storage",
    storage: "ecs/ephemeral_storage",
    taskoverrides: "ecs/task_overrides",
    taskoverride: "ecs/task_overrides",
    runtaskkwargs: "ecs/run_task_kwargs",
    containeroverrides: "ecs/container_overrides",
    containeroverride: "ecs/container_overrides",
};
function isJobTagKey(key) {
    return JOB_TAG_KEYS.includes(key);
}
/** The key that is meant by one nobody reads; undefined when it is most likely the user's own. */
function suggestJobTagKey(key) {
    if (isJobTagKey(key))
        return undefined;
    const [, word] = /^ecs[/._:-](.{1,40})$/is.exec(key) ?? [];
    if (word === undefined)
        return undefined;
    const plain = word.toLowerCase().replace(/[^a-z]/g, "");
    return Object.hasOwn(LOOKALIKES, plain) ? LOOKALIKES[plain] : undefined;
}


/***/ })

};
