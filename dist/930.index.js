export const id = 930;
export const ids = [930];
export const modules = {

/***/ 7018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ describePythonValue),
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   fE: () => (/* binding */ toText)
/* harmony export */ });
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
            return value.value === "" ? "an empty text" : `the text ${JSON.stringify(shorten(value.value))}`;
        case "integer":
        case "float":
            return `the number ${shorten(value.value)}`;
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
function shorten(text) {
    return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}


/***/ }),

/***/ 5930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readJobTags: () => (/* binding */ readJobTags)
});

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
    ["JobDefinition", JOB],
    ["define_asset_job", JOB],
    ["to_job", JOB],
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
    ["dbt_assets", ASSET],
    ["AssetSpec", ASSET],
    ["AssetOut", ASSET],
    ["SourceAsset", ASSET],
    ["ScheduleDefinition", SCHEDULE],
    ["schedule", { kind: "schedule", keywords: { tags: "uncertain" } }],
    ["build_schedule_from_partitioned_job", SCHEDULE],
    ["build_schedule_from_dbt_selection", SCHEDULE],
    ["sensor", SENSOR],
    ["asset_sensor", SENSOR],
    ["multi_asset_sensor", SENSOR],
    ["run_status_sensor", SENSOR],
    ["SensorDefinition", SENSOR],
    ["AutomationConditionSensorDefinition", SENSOR],
    ["RunRequest", RUN_REQUEST],
    ["run_request_for_partition", RUN_REQUEST],
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
    const text = written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
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
        textOf: (node) => text.slice(node.from, node.to),
        wordBefore: (offset) => /(\w*)[ \t]*$/.exec(text.slice(Math.max(0, offset - 80), offset))?.[1] ?? "",
        positionOf: (offset) => {
            const line = countUpTo(lineStarts, offset);
            return { file: path, line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
        },
        hasErrorIn: (node) => {
            const next = errors[countUpTo(errors, node.from - 1)];
            return next !== undefined && next <= node.to;
        },
    };
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
/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending, limit) {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/job-tags/module-constants.js

const SCOPES = new Set(["FunctionDefinition", "LambdaExpression", "ClassDefinition"]);
/** The nodes that give or change a name: asking each node of a large file would take long. */
const NAMING = new Set([
    ...["AssignStatement", "UpdateStatement", "DeleteStatement", "ScopeStatement", "ImportStatement"],
    ...["ForStatement", "WithStatement", "TryStatement", "MatchStatement", "NamedExpression", "CallExpression"],
    ...["FunctionDefinition", "ClassDefinition", "ParamList", "CapturePattern", "AsPattern", "ComprehensionExpression"],
    ...["ArrayComprehensionExpression", "DictionaryComprehensionExpression", "SetComprehensionExpression"],
]);
const CHANGING_METHODS = new Set(["update", "pop", "popitem", "setdefault", "clear", "__setitem__", "__delitem__"]);
/** More local variables of one name than a person writes; looking through them all would take too long. */
const MANY = 200;
function findConstants(module) {
    // Few files name their tags, and looking for what happens to a name goes through the whole file.
    let read;
    return {
        find(name, offset) {
            read ??= readNames(module);
            const [only, ...more] = read.module.get(name) ?? [];
            const locals = read.local.get(name) ?? [];
            if (only === undefined || more.length > 0 || read.changed.has(name) || locals.length > MANY)
                return undefined;
            return locals.some(({ from, to }) => from <= offset && offset < to) ? undefined : only.value;
        },
    };
}
function readNames(module) {
    const names = { module: new Map(), local: new Map(), changed: new Set(), aliases: new Map() };
    const scopes = [];
    module.tree.iterate({
        enter: (node) => {
            if (NAMING.has(node.name))
                recordNames(module, node.node, scopes.at(-1), names);
            if (SCOPES.has(node.name))
                scopes.push({ from: node.from, to: node.to });
        },
        leave: (node) => {
            if (SCOPES.has(node.name))
                scopes.pop();
        },
    });
    spreadChanges(names);
    return names;
}
function recordNames(module, node, scope, names) {
    const bind = (target, value, inside = scope) => {
        if (target)
            bindTarget(module, target, value, inside, names);
    };
    switch (node.name) {
        case "AssignStatement":
            recordAssignment(module, node, scope, names);
            break;
        case "UpdateStatement":
            if (node.firstChild)
                markChanged(module, node.firstChild, names);
            break;
        case "DeleteStatement":
            for (const child of listChildren(node))
                markChanged(module, child, names);
            break;
        case "ScopeStatement":
            for (const child of node.getChildren("VariableName"))
                names.changed.add(module.textOf(child));
            break;
        case "NamedExpression":
        case "CapturePattern":
            bind(node.firstChild);
            break;
        case "FunctionDefinition":
        case "ClassDefinition":
            bind(node.getChild("VariableName"));
            break;
        case "ParamList":
            for (const child of node.getChildren("VariableName"))
                bind(child, undefined, scope);
            break;
        case "ImportStatement":
            for (const child of node.getChildren("VariableName"))
                bind(child);
            break;
        case "CallExpression":
            recordCall(module, node, names);
            break;
        default:
            bindBetween(node, bind);
    }
}
/** The targets of `for x, y in`, `with … as x`, `except … as x`. */
function bindBetween(node, bind) {
    let isTarget = false;
    for (const child of listChildren(node)) {
        if (child.name === "for" || child.name === "as")
            isTarget = true;
        else if (child.name === "in" || child.name === "Body")
            isTarget = false;
        else if (isTarget)
            bind(child);
    }
}
function recordAssignment(module, node, scope, names) {
    const children = listChildren(node).filter(({ name }) => name !== "TypeDef");
    const last = children.findLastIndex(({ name }) => name === "AssignOp");
    const targets = children.slice(0, last).filter(({ name }) => name !== "AssignOp");
    const values = children.slice(last + 1);
    const [value] = values;
    const block = node.parent?.name === "StatementGroup" ? node.parent.parent : node.parent;
    // In a branch or a loop it may be set to something else, or not at all.
    const isPlain = last === 1 && values.length === 1 && block?.name === "Script";
    for (const target of targets)
        bindTarget(module, target, isPlain ? value : undefined, scope, names);
    if (value?.name !== "VariableName")
        return;
    for (const target of targets.filter(({ name }) => name === "VariableName")) {
        append(names.aliases, module.textOf(target), module.textOf(value));
    }
}
function bindTarget(module, target, value, scope, names, depth = 0) {
    if (target.name === "VariableName") {
        const name = module.textOf(target);
        if (scope === undefined)
            append(names.module, name, { value });
        else
            append(names.local, name, scope);
    }
    else if (target.name === "MemberExpression") {
        markChanged(module, target, names);
    }
    else if (/^(?:Tuple|Array|Parenthesized)/.test(target.name) && depth < 10) {
        for (const child of listChildren(target))
            bindTarget(module, child, undefined, scope, names, depth + 1);
    }
}
/** The name at the start of `TAGS["a"]`, `TAGS.update` or `TAGS`. */
function markChanged(module, node, names) {
    let start = node;
    while (start?.name === "MemberExpression")
        start = start.firstChild;
    if (start?.name === "VariableName")
        names.changed.add(module.textOf(start));
}
function recordCall(module, node, names) {
    const callee = node.firstChild;
    if (callee?.name !== "MemberExpression" || callee.lastChild?.name !== "PropertyName")
        return;
    if (CHANGING_METHODS.has(module.textOf(callee.lastChild)))
        markChanged(module, callee, names);
}
/** `OTHER = TAGS` followed by `OTHER.update(…)` changes TAGS. */
function spreadChanges(names) {
    const open = [...names.changed];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const other of names.aliases.get(name) ?? []) {
            if (names.changed.has(other))
                continue;
            names.changed.add(other);
            open.push(other);
        }
    }
}
function append(map, key, value) {
    const values = map.get(key);
    if (values)
        values.push(value);
    else
        map.set(key, [value]);
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
/** The value of a string literal, which must be written without placeholders; bytes are not text. */
function readString(written) {
    const [, prefix = "", quotes] = /^([a-z]*)('''|"""|'|")/i.exec(written) ?? [];
    const isClosed = quotes !== undefined && written.length >= prefix.length + 2 * quotes.length;
    if (!isClosed || !written.endsWith(quotes) || /t/i.test(prefix))
        return python_value/* UNKNOWN */.HV;
    if (/b/i.test(prefix))
        return { type: "other", value: written };
    const body = written.slice(prefix.length + quotes.length, -quotes.length);
    const text = /f/i.test(prefix) ? body.replaceAll("{{", "{").replaceAll("}}", "}") : body;
    if (/r/i.test(prefix))
        return { type: "text", value: text };
    const value = readEscapes(text);
    return value === undefined ? python_value/* UNKNOWN */.HV : { type: "text", value };
}
/** The value of a number literal. */
function readNumber(written) {
    const digits = written.replaceAll("_", "");
    // Longer ones are no setting of a task, and slow to convert.
    if (digits.length > 60)
        return python_value/* UNKNOWN */.HV;
    if (/^(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|\d+)$/i.test(digits)) {
        return { type: "integer", value: String(BigInt(digits.toLowerCase())) };
    }
    if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits))
        return { type: "float", value: digits };
    return { type: "other", value: written };
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

// EXTERNAL MODULE: ./build/job-tags/tag-keys.js
var tag_keys = __webpack_require__(9671);
;// CONCATENATED MODULE: ./build/job-tags/tag-dictionary.js




const NOTHING_KNOWN = { entries: new Map(), isPartial: true };
const EMPTY = { entries: new Map(), isPartial: false };
/** Deeper ones are no dictionary of tags, and would use up the stack. */
const DEEPEST = 40;
function makeExpressionReader(module, constants) {
    const reader = new Reader(module, constants);
    return { readDictionary: (node) => reader.readDictionary(node, 0), readValue: (node) => reader.readValue(node, 0) };
}
class Reader {
    #module;
    #constants;
    // A constant can be used many times, and constants can build on each other.
    #dictionaries = new Map();
    #values = new Map();
    constructor(module, constants) {
        this.#module = module;
        this.#constants = constants;
    }
    readDictionary(node, depth) {
        if (depth > DEEPEST || this.#module.hasErrorIn(node))
            return NOTHING_KNOWN;
        switch (node.name) {
            case "DictionaryExpression":
                return this.#readEntries(node, depth);
            case "ParenthesizedExpression": {
                const [inner] = listChildren(node);
                return inner ? this.readDictionary(inner, depth + 1) : NOTHING_KNOWN;
            }
            case "BinaryExpression": {
                const [left, operator, right] = listChildren(node);
                if (!left || !right || operator?.name !== "BitOp" || this.#module.textOf(operator) !== "|")
                    return NOTHING_KNOWN;
                return mergeOver(this.readDictionary(left, depth + 1), this.readDictionary(right, depth + 1));
            }
            case "VariableName": {
                const value = this.#constants.find(this.#module.textOf(node), node.from);
                if (!value)
                    return NOTHING_KNOWN;
                return remember(this.#dictionaries, value.from, NOTHING_KNOWN, () => this.readDictionary(value, depth + 1));
            }
            case "CallExpression":
                return this.#readDictCall(node, depth);
            case "None":
                return EMPTY;
            default:
                return NOTHING_KNOWN;
        }
    }
    readValue(node, depth) {
        if (depth > DEEPEST || this.#module.hasErrorIn(node))
            return python_value/* UNKNOWN */.HV;
        switch (node.name) {
            case "String":
                return readString(this.#module.textOf(node));
            case "FormatString":
                return node.getChild("FormatReplacement") ? python_value/* UNKNOWN */.HV : readString(this.#module.textOf(node));
            case "ContinuedString":
                return this.#readJoined(node, depth);
            case "Number":
                return readNumber(this.#module.textOf(node));
            case "Boolean":
                return { type: "boolean", value: this.#module.textOf(node) === "True" };
            case "None":
                return { type: "none" };
            case "ParenthesizedExpression":
                return this.#readOnly(node, depth);
            case "UnaryExpression":
                return this.#readSigned(node, depth);
            case "VariableName": {
                const value = this.#constants.find(this.#module.textOf(node), node.from);
                if (!value)
                    return python_value/* UNKNOWN */.HV;
                return remember(this.#values, value.from, python_value/* UNKNOWN */.HV, () => this.readValue(value, depth + 1));
            }
            case "ArrayExpression":
            case "DictionaryExpression":
                return this.#readCollection(node, depth);
            case "SetExpression":
            case "TupleExpression":
            case "Ellipsis":
                return { type: "other", value: this.#module.textOf(node) };
            case "CallExpression":
                return this.#readConversion(node, depth);
            default:
                return python_value/* UNKNOWN */.HV;
        }
    }
    #readEntries(node, depth) {
        let read = { entries: new Map(), isPartial: false };
        for (const entry of splitEntries(node)) {
            if (entry.kind === "spread") {
                const merged = mergeOver(read, this.readDictionary(entry.value, depth + 1));
                read = { entries: new Map(merged.entries), isPartial: merged.isPartial };
                continue;
            }
            const key = this.readValue(entry.key, depth + 1);
            if (key.type === "unknown")
                read.isPartial = true;
            if (key.type !== "text" || !((0,tag_keys/* isJobTagKey */.Nt)(key.value) || (0,tag_keys/* suggestJobTagKey */.Nl)(key.value)))
                continue;
            read.entries.set(key.value, {
                key: key.value,
                value: this.readValue(entry.value, depth + 1),
                keyOffset: entry.key.from,
                valueOffset: entry.value.from,
            });
        }
        return read;
    }
    /** `dict(team="data")`, `dict(TAGS)`, `dict({…}, team="data")`: a keyword cannot have a slash, so it is no ECS tag. */
    #readDictCall(node, depth) {
        const [callee, list] = listChildren(node);
        if (!callee || !list || this.#module.textOf(callee) !== "dict")
            return NOTHING_KNOWN;
        const { positional, spreads } = splitArguments(this.#module, list);
        const [first, ...more] = positional;
        if (more.length > 0)
            return NOTHING_KNOWN;
        const start = first ? this.readDictionary(first, depth + 1) : EMPTY;
        return spreads.reduce((merged, spread) => mergeOver(merged, this.readDictionary(spread, depth + 1)), start);
    }
    #readJoined(node, depth) {
        const parts = listChildren(node).map((part) => this.readValue(part, depth + 1));
        const texts = parts.flatMap((part) => (part.type === "text" ? [part.value] : []));
        if (texts.length === parts.length)
            return { type: "text", value: texts.join("") };
        return parts.every(({ type }) => type === "other") ? { type: "other", value: this.#module.textOf(node) } : python_value/* UNKNOWN */.HV;
    }
    #readOnly(node, depth) {
        const [inner, ...more] = listChildren(node);
        return inner && more.length === 0 ? this.readValue(inner, depth + 1) : python_value/* UNKNOWN */.HV;
    }
    #readSigned(node, depth) {
        const [operator, operand] = listChildren(node);
        if (!operator || !operand)
            return python_value/* UNKNOWN */.HV;
        const sign = this.#module.textOf(operator);
        const value = this.readValue(operand, depth + 1);
        if ((value.type !== "integer" && value.type !== "float") || (sign !== "-" && sign !== "+"))
            return python_value/* UNKNOWN */.HV;
        return sign === "-" && !/^[-0]/.test(value.value) ? { type: value.type, value: `-${value.value}` } : python_value/* UNKNOWN */.HV;
    }
    #readCollection(node, depth) {
        const json = node.name === "ArrayExpression" ? this.#readList(node, depth) : this.#readObject(node, depth);
        return json === undefined ? { type: "collection" } : { type: "collection", json };
    }
    #readList(node, depth) {
        const items = [];
        for (const child of listChildren(node)) {
            const item = (0,python_value/* toJson */.aB)(this.readValue(child, depth + 1));
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
            const key = this.readValue(entry.key, depth + 1);
            const value = (0,python_value/* toJson */.aB)(this.readValue(entry.value, depth + 1));
            if (key.type !== "text" || value === undefined)
                return undefined;
            entries.push([key.value, value]);
        }
        return Object.fromEntries(entries);
    }
    /** `str(256)` and `json.dumps({…})`. */
    #readConversion(node, depth) {
        const [callee, list] = listChildren(node);
        if (!callee || !list)
            return python_value/* UNKNOWN */.HV;
        const { positional, keywords, spreads } = splitArguments(this.#module, list);
        const [only, ...more] = positional;
        if (!only || more.length > 0 || keywords.size > 0 || spreads.length > 0)
            return python_value/* UNKNOWN */.HV;
        const name = this.#module.textOf(callee);
        if (name !== "str" && name !== "json.dumps" && name !== "dumps")
            return python_value/* UNKNOWN */.HV;
        const value = this.readValue(only, depth + 1);
        if (name === "str") {
            const text = (0,python_value/* toText */.fE)(value);
            return text === undefined ? python_value/* UNKNOWN */.HV : { type: "text", value: text };
        }
        const json = (0,python_value/* toJson */.aB)(value);
        return json === undefined ? python_value/* UNKNOWN */.HV : { type: "text", value: JSON.stringify(json) };
    }
}
function splitEntries(node) {
    const children = listChildren(node);
    const entries = [];
    for (const [index, child] of children.entries()) {
        const [before, after] = [children[index - 1], children[index + 1]];
        if (child.name === ":" && before && after)
            entries.push({ kind: "pair", key: before, value: after });
        if (child.name === "**" && after)
            entries.push({ kind: "spread", value: after });
    }
    return entries;
}
/** The arguments of a call. A `*list` counts as two positional ones, so that nobody takes it for the only one. */
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
            if (name)
                keywords.set(module.textOf(name), child);
        }
        else if (before?.name === "**")
            spreads.push(child);
        else
            positional.push(child);
    });
    return { positional, keywords, spreads };
}
/** Python's `{**left, **right}`. What is unknown of the right side may replace anything of the left. */
function mergeOver(left, right) {
    const kept = [...left.entries].map(([key, entry]) => [key, right.isPartial ? { ...entry, value: python_value/* UNKNOWN */.HV } : entry]);
    return { entries: new Map([...kept, ...right.entries]), isPartial: left.isPartial || right.isPartial };
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

;// CONCATENATED MODULE: ./build/job-tags/read-job-tags.js




/** How far to look around a call for the variable it is assigned to. */
const NEAR = 6;
/**
 * The literal tags for ECS that a Python file gives to its Dagster definitions, in the order of the file. Takes any
 * text and never throws; what is not literal is left out or has an unknown value.
 */
function readJobTags(file) {
    // Most files have none, and parsing takes a while.
    if (!/ecs[/._:-]/i.test(file.text))
        return [];
    const module = parsePython(file.path, file.text);
    if (module === undefined)
        return [];
    const reading = {
        module,
        expressions: makeExpressionReader(module, findConstants(module)),
        calls: callsOf(readImportedNames(file.text), readForeignNames(file.text)),
        found: [],
    };
    const functions = [];
    module.tree.iterate({
        enter: (node) => {
            if (node.name === "FunctionDefinition")
                functions.push(nameIn(module, node.node) ?? "");
            else if (node.name === "ArgList")
                readArguments(reading, node, functions.at(-1));
        },
        leave: (node) => {
            if (node.name === "FunctionDefinition")
                functions.pop();
        },
    });
    return reading.found;
}
/** What `from dagster import job as dagster_job` calls things, each with Dagster's own name. */
function readImportedNames(text) {
    const imports = text.matchAll(/^[ \t]*from[ \t]+dagster[\w.]*[ \t]+import[ \t]+(?:\(([^)]*)\)|(.*))/gm);
    const names = [...imports].flatMap(([, inside = "", line = ""]) => [
        ...`${inside}${line}`.matchAll(/(\w+)[ \t]+as[ \t]+(\w+)/g),
    ]);
    return new Map(names.map(([, original = "", name = ""]) => [name, original]));
}
/** Names that this file defines itself or imports from elsewhere: `job` is Dagster's only where nobody else's is. */
function readForeignNames(text) {
    const defined = text.matchAll(/^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/gm);
    const imports = text.matchAll(/^[ \t]*from[ \t]+(?!dagster)[\w.]+[ \t]+import[ \t]+(?:\(([^)]*)\)|(.*))/gm);
    const imported = [...imports].flatMap(([, inside = "", line = ""]) => [...`${inside}${line}`.matchAll(/(\w+)/g)]);
    return new Set([...defined, ...imported].map(([, name = ""]) => name));
}
function callsOf(imported, foreign) {
    const calls = new Map([...TAGGED_DEFINITIONS].filter(([name]) => !foreign.has(name)));
    for (const [name, original] of imported) {
        const definition = TAGGED_DEFINITIONS.get(original);
        if (definition)
            calls.set(name, definition);
    }
    return calls;
}
function readArguments(reading, list, enclosing) {
    const { module, calls } = reading;
    // Most calls are of something else; the word before the bracket tells without building a node.
    const definition = calls.get(module.wordBefore(list.from));
    if (!definition)
        return;
    const node = list.node;
    const owner = node.parent;
    if (owner?.name === "Decorator") {
        const decorated = owner.parent?.lastChild;
        readTags(reading, definition, node, () => (decorated ? nameIn(module, decorated) : undefined));
    }
    else if (owner?.name === "CallExpression") {
        readTags(reading, definition, node, () => {
            const variable = variableOf(module, owner);
            return definition.kind === "run request" ? (enclosing ?? variable) : (variable ?? enclosing);
        });
    }
}
function readTags(reading, { kind, keywords }, list, nearName) {
    const { module, expressions, found } = reading;
    const given = splitArguments(module, list);
    const runTags = given.keywords.get("run_tags");
    for (const [keyword, role] of Object.entries(keywords)) {
        const node = given.keywords.get(keyword);
        // With `run_tags` of its own, a job's `tags` are labels.
        const hasRunTags = kind === "job" && keyword === "tags" && runTags !== undefined && runTags.name !== "None";
        if (!node || module.hasErrorIn(list))
            continue;
        const { entries, isPartial } = expressions.readDictionary(node);
        if (entries.size === 0)
            continue;
        const tags = [...entries.values()].map(({ key, value, keyOffset, valueOffset }) => ({
            key,
            value,
            keyPosition: module.positionOf(keyOffset),
            valuePosition: module.positionOf(valueOffset),
        }));
        const name = writtenName(reading, kind, given) ?? nearName() ?? "";
        found.push({ kind, name, keyword, role: hasRunTags ? "label" : role, tags, isPartial });
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
