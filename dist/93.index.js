export const id = 93;
export const ids = [93];
export const modules = {

/***/ 9093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkJobTags: () => (/* binding */ checkJobTags),
  mentionsEcsExecutor: () => (/* binding */ mentionsEcsExecutor),
  mentionsRedirection: () => (/* binding */ mentionsRedirection)
});

// EXTERNAL MODULE: ./build/model/fargate-sizes.js
var fargate_sizes = __webpack_require__(7399);
// EXTERNAL MODULE: ./build/model/shown-text.js
var shown_text = __webpack_require__(7435);
// EXTERNAL MODULE: ./build/job-tags/python-value.js
var python_value = __webpack_require__(7018);
;// CONCATENATED MODULE: ./build/job-tags/launch-values.js


/** The text that Dagster keeps: another value than text is kept as its JSON. Undefined when it is refused. */
function storedText(value) {
    // A float keeps its point or exponent in Python's JSON.
    if (value.type === "text" || value.type === "integer" || value.type === "float")
        return value.value;
    const json = (0,python_value/* toJson */.aB)(value);
    return json === undefined ? undefined : JSON.stringify(json);
}
/** A number as Python's `int()` reads it, which the launcher calls for the container's share of CPU and memory. */
function readWholeNumber(tags, key) {
    return readTag(tags, key, (text) => {
        if (!/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text))
            return undefined;
        return Number(text.replaceAll("_", ""));
    });
}
/** A number as ECS reads it: the executor of steps passes it on as it is. */
function readEcsNumber(tags, key) {
    return readTag(tags, key, key === "ecs/cpu" ? fargate_sizes/* parseCpu */.Oh : fargate_sizes/* parseMemory */.Pw);
}
/** An object as `json.loads` reads it. */
function readJsonObject(tags, key) {
    return readTag(tags, key, (text) => {
        try {
            const json = JSON.parse(text);
            return typeof json === "object" && json !== null && !Array.isArray(json) ? json : undefined;
        }
        catch {
            // Python's JSON also has these numbers.
            return /\b(?:NaN|Infinity)\b/.test(text) ? "unknown" : undefined;
        }
    });
}
function findTag(tags, key) {
    return tags.tags.find((tag) => tag.key === key);
}
function readTag(tags, key, read) {
    const tag = findTag(tags, key);
    if (tag === undefined)
        return tags.isPartial ? { kind: "unknown" } : { kind: "absent" };
    if (tag.value.type === "unknown" || (tag.value.type === "collection" && tag.value.json === undefined)) {
        return { kind: "unknown" };
    }
    const text = storedText(tag.value);
    if (text === undefined)
        return { kind: "invalid", tag };
    if (text === "")
        return { kind: "absent" };
    // Python also knows digits of other scripts.
    if (/\p{Nd}/u.test(text.replace(/[0-9]/g, "")))
        return { kind: "unknown" };
    const value = read(text);
    if (value === "unknown")
        return { kind: "unknown" };
    return value === undefined ? { kind: "invalid", tag } : { kind: "value", value, tag };
}

;// CONCATENATED MODULE: ./build/job-tags/check-run-size.js


/** Where the run's task starts; undefined when the tags may send it elsewhere. */
function launchTypeOf(tags, settings) {
    const reading = readJsonObject(tags, "ecs/run_task_kwargs");
    if (reading.kind === "unknown" && findTag(tags, "ecs/run_task_kwargs"))
        return undefined;
    if (reading.kind !== "value")
        return settings.launchType;
    const { launchType, capacityProviderStrategy: strategy, overrides, taskDefinition } = reading.value;
    if (overrides !== undefined || taskDefinition !== undefined)
        return undefined;
    if (Array.isArray(strategy) && strategy.length > 0) {
        const isFargate = strategy.every((one) => /^FARGATE(?:_SPOT)?$/.test(String(one?.capacityProvider)));
        return isFargate ? "FARGATE" : undefined;
    }
    if (launchType === undefined)
        return settings.launchType;
    return launchType === "FARGATE" || launchType === "EC2" ? launchType : undefined;
}
/** Whether Fargate has a task of the size that the tags and `run_resources` ask for together. */
function checkRunSize(tags, settings, severity, findings) {
    if (launchTypeOf(tags, settings) !== "FARGATE")
        return;
    const { system = "LINUX" } = settings;
    const cpu = readShare(tags, settings, "cpu");
    const memory = readShare(tags, settings, "memory");
    const code = "job-tag-fargate-size";
    if (cpu && memory) {
        if ((0,fargate_sizes/* isFargatePair */.dw)(cpu.value, memory.value, system))
            return;
        const isCpuWrong = (0,fargate_sizes/* memoryFor */.jj)(cpu.value, system).length === 0;
        const tag = isCpuWrong ? (cpu.tag ?? memory.tag) : (memory.tag ?? cpu.tag);
        if (!tag)
            return;
        // What one of the two lacks may come with the request for the run.
        const isLacking = settings.isSupplemented === true && !(cpu.tag && memory.tag);
        findings.add(tags, {
            code,
            severity: tags.isPartial || isLacking ? "warning" : severity,
            at: tag.valuePosition,
            key: tag.key,
            message: (name) => `${capitalize(name)} asks for ${cpu.phrase} and ${memory.phrase}, which is no size that Fargate has${forSystem(system)}.`,
            hint: suggestPairs(cpu, memory, system),
        });
        return;
    }
    for (const [share, dimension] of [
        [cpu, "cpu"],
        [memory, "memory"],
    ]) {
        if (!share?.tag || isSizeOf(dimension, share.value, system))
            continue;
        findings.add(tags, {
            code,
            severity: tags.isPartial ? "warning" : severity,
            at: share.tag.valuePosition,
            key: share.tag.key,
            message: (name) => `${capitalize(name)} asks for ${share.phrase}, which is no ${dimension === "cpu" ? "CPU" : "memory"} size that Fargate has${forSystem(system)}.`,
            hint: suggestSizes(dimension, share, system),
        });
    }
}
/** Undefined when it is not known: then nothing is said of the pair. */
function readShare(tags, settings, dimension) {
    const overrides = readJsonObject(tags, "ecs/task_overrides");
    if (overrides.kind === "unknown" && findTag(tags, "ecs/task_overrides"))
        return undefined;
    const parse = dimension === "cpu" ? fargate_sizes/* parseCpu */.Oh : fargate_sizes/* parseMemory */.Pw;
    if (overrides.kind === "value" && overrides.value[dimension] !== undefined) {
        const value = parse(String(overrides.value[dimension]));
        if (value === undefined)
            return undefined;
        return { value, phrase: `${dimension} ${value} in ecs/task_overrides`, tag: overrides.tag };
    }
    const key = `ecs/${dimension}`;
    const reading = tags.role === "step" ? readEcsNumber(tags, key) : readWholeNumber(tags, key);
    if (reading.kind === "value")
        return { value: reading.value, phrase: `${key} ${reading.value}`, tag: reading.tag };
    // What starts a run, or a step of it, takes what it does not say from a job that is not known here.
    if (reading.kind !== "absent" || tags.role !== "run" || !tags.isCertain)
        return undefined;
    const written = settings.runResources[dimension];
    if (!written) {
        if (settings.lacksDeployment === true)
            return undefined;
        const value = fargate_sizes/* DEFAULT_RUN_SIZES */.Bq[settings.system ?? "LINUX"][dimension];
        return { value, phrase: `the default ${dimension} ${value}` };
    }
    const value = parse(written);
    // A size that Fargate has for nothing is a problem of run_resources, not of the tags.
    if (value === undefined || !isSizeOf(dimension, value, settings.system ?? "LINUX"))
        return undefined;
    return { value, phrase: `${dimension} ${value} of run_resources` };
}
function isSizeOf(dimension, value, system) {
    return (dimension === "cpu" ? (0,fargate_sizes/* memoryFor */.jj)(value, system) : (0,fargate_sizes/* cpuFor */.uq)(value, system)).length > 0;
}
function suggestPairs(cpu, memory, system) {
    const pairs = (0,fargate_sizes/* nearestPairs */.OL)(guessUnits("cpu", cpu), guessUnits("memory", memory), system);
    return `Write ${pairs.map((pair) => `"ecs/cpu": "${pair.cpu}" with "ecs/memory": "${pair.memory}"`).join(", or ")}.`;
}
function suggestSizes(dimension, share, system) {
    const wanted = guessUnits(dimension, share);
    const sizes = [...new Set((0,fargate_sizes/* listFargateSizes */.pu)(system).map((size) => size[dimension]))].sort((left, right) => left - right);
    const near = [sizes.findLast((size) => size <= wanted), sizes.find((size) => size >= wanted)];
    const distinct = [...new Set(near.filter((size) => size !== undefined))];
    return `Write ${distinct.map((size) => `"ecs/${dimension}": "${size}"`).join(" or ")}.`;
}
/** Someone who writes 4 for a CPU or 16 for memory means vCPU and GB. */
function guessUnits(dimension, { value, tag }) {
    const [largest, smallest] = dimension === "cpu" ? [16, 1] : [120, 1];
    return tag && value >= smallest && value <= largest ? value * 1024 : value;
}
function forSystem(system) {
    return system === "WINDOWS" ? " for Windows" : "";
}
function capitalize(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// EXTERNAL MODULE: ./build/job-tags/tag-keys.js
var tag_keys = __webpack_require__(9671);
;// CONCATENATED MODULE: ./build/job-tags/tag-problems.js

function makeTagFindings() {
    const groups = new Map();
    return {
        add(of, finding) {
            const { file, line, column } = finding.at;
            const key = JSON.stringify([file, line, column, finding.code]);
            const group = groups.get(key);
            if (group === undefined) {
                groups.set(key, { of, finding, severity: finding.severity, definitions: new Set([nameDefinition(of)]) });
                return;
            }
            group.definitions.add(nameDefinition(of));
            if (finding.severity === "error")
                group.severity = "error";
        },
        get problems() {
            return [...groups.values()].map(({ of, finding: { code, at, key, message, hint }, severity, definitions }) => ({
                code,
                severity,
                message: message(joinDefinitions([...definitions])),
                hint,
                path: `${labelDefinition(of)} › ${of.keyword}[${(0,shown_text/* quoteText */.ol)(key)}]`,
                ...at,
            }));
        },
    };
}
function joinDefinitions([first = "", ...others]) {
    return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}
function nameDefinition(of) {
    return of.name === "" ? `a ${of.kind}` : `the ${labelDefinition(of)}`;
}
function labelDefinition({ kind, name }) {
    if (name === "")
        return kind;
    return kind === "run request" ? `run request in ${(0,shown_text/* quoteText */.ol)(name)}` : `${kind} ${(0,shown_text/* quoteText */.ol)(name)}`;
}

;// CONCATENATED MODULE: ./build/job-tags/check-job-tags.js







const NUMBERS = {
    "ecs/cpu": { unit: "CPU units", example: "1024" },
    "ecs/memory": { unit: "MiB", example: "2048" },
    "ecs/ephemeral_storage": { unit: "GiB", example: "50" },
};
/**
 * What the run launcher, Dagster or Fargate would refuse in the tags of a location's definitions, definition by
 * definition. Values that are known only when the code runs are never reported.
 */
function checkJobTags(input) {
    const findings = makeTagFindings();
    const isSupplemented = input.jobTags.some(({ role }) => role === "request" || role === "uncertain");
    for (const tags of input.jobTags) {
        if (tags.role === "label" || (tags.role === "step" && input.usesEcsExecutor === false)) {
            checkLabels(tags, findings);
            continue;
        }
        checkKeys(tags, findings);
        checkNumber(tags, "ecs/cpu", findings);
        checkNumber(tags, "ecs/memory", findings);
        checkStorage(tags, input, findings);
        checkJson(tags, "ecs/task_overrides", findings);
        checkJson(tags, "ecs/run_task_kwargs", findings);
        checkRunSize(tags, { ...input, isSupplemented }, fargateSeverityOf(tags, input), findings);
    }
    return findings.problems;
}
/** Whether a Python file names the executor that reads the tags of steps. */
function mentionsEcsExecutor(text) {
    return /\becs_executor\b/.test(text);
}
/** Whether a Python file names a tag that can start a run with another launch type or size. */
function mentionsRedirection(text) {
    return /\b(?:run_task_kwargs|task_overrides)\b/.test(text);
}
/** Tags that may reach no run at all are not worth stopping for. */
function severityOf({ role, isCertain }) {
    return isCertain && (role === "run" || role === "request") ? "error" : "warning";
}
/** What starts a run does not say where the job runs: its own tags may. */
function fargateSeverityOf(tags, { redirectsRuns }) {
    return tags.role === "request" && redirectsRuns !== false ? "warning" : severityOf(tags);
}
function checkLabels(tags, findings) {
    for (const tag of tags.tags.filter(({ key }) => (0,tag_keys/* isJobTagKey */.Nt)(key))) {
        // Tags of assets are strict, others are kept as JSON (Dagster's definitions/utils.py).
        const isKnown = tags.isCertain && tag.value.type !== "unknown";
        const isRefused = tags.kind === "asset" && tags.role === "label" && isKnown;
        if (isRefused && tag.value.type !== "text") {
            reportRefused(tags, tag, "error", findings);
            continue;
        }
        findings.add(tags, {
            code: "job-tag-without-effect",
            severity: "warning",
            at: tag.keyPosition,
            key: tag.key,
            message: (name) => `${tag.key} is among the ${tags.keyword} of ${name}, ${whyWithoutEffect(tags)}.`,
            hint: tags.kind === "job"
                ? "Move it to run_tags."
                : "Put it into the tags of the job, for example with define_asset_job, or use run_resources of the location.",
        });
    }
}
function whyWithoutEffect({ kind, role }) {
    if (role === "step")
        return "which only ecs_executor reads, and the code does not use it";
    return kind === "job" ? "which reach no run when there are run_tags" : "which reach no run";
}
function checkKeys(tags, findings) {
    for (const { key, keyPosition } of tags.tags) {
        const meant = (0,tag_keys/* suggestJobTagKey */.Nl)(key);
        if (meant === undefined)
            continue;
        findings.add(tags, {
            code: "job-tag-unknown",
            severity: "warning",
            at: keyPosition,
            key,
            message: (name) => `${(0,shown_text/* quoteText */.ol)(key)} of ${name} is no tag that Dagster's run launcher reads.`,
            hint: `Did you mean ${JSON.stringify(meant)}?`,
        });
    }
}
function checkNumber(tags, key, findings) {
    const isStepSize = tags.role === "step" && key !== "ecs/ephemeral_storage";
    const reading = isStepSize ? readEcsNumber(tags, key) : readWholeNumber(tags, key);
    const isRequest = tags.role === "request" && tags.kind !== "sensor";
    if (reading.kind === "value" && reading.tag.value.type === "integer" && isRequest) {
        // Since when Dagster takes numbers here differs from release to release; in sensors it always did.
        reportRefused(tags, reading.tag, "warning", findings);
    }
    if (reading.kind !== "invalid")
        return;
    const { tag } = reading;
    const text = storedText(tag.value);
    if (text === undefined) {
        reportRefused(tags, tag, severityOf(tags), findings);
        return;
    }
    const { unit, example } = NUMBERS[key];
    const reader = isStepSize ? "ECS" : "Dagster's run launcher";
    const meant = guessNumber(key, text);
    findings.add(tags, {
        code: "job-tag-not-number",
        severity: severityOf(tags),
        at: tag.valuePosition,
        key,
        message: (name) => `${key} of ${name} is ${(0,python_value/* describePythonValue */.Bz)(tag.value)}, but ${reader} takes a whole number of ${unit}.`,
        hint: meant === undefined ? `Write it in digits, for example "${key}": "${example}".` : `Write "${key}": "${meant}".`,
    });
}
function checkStorage(tags, input, findings) {
    const key = "ecs/ephemeral_storage";
    checkNumber(tags, key, findings);
    const reading = readWholeNumber(tags, key);
    const { minimum, maximum } = fargate_sizes/* FARGATE_EPHEMERAL_STORAGE */.Fj;
    if (reading.kind !== "value" || (reading.value >= minimum && reading.value <= maximum))
        return;
    if (launchTypeOf(tags, input) !== "FARGATE")
        return;
    findings.add(tags, {
        code: "job-tag-ephemeral-storage",
        severity: fargateSeverityOf(tags, input),
        at: reading.tag.valuePosition,
        key,
        message: (name) => `${key} of ${name} is ${reading.value}, but Fargate takes ${minimum} to ${maximum} GiB.`,
        hint: reading.value < minimum
            ? `Write "${key}": "${minimum}", or remove it for the 20 GiB that every task has.`
            : `Write "${key}": "${maximum}", or use a volume.`,
    });
}
function checkJson(tags, key, findings) {
    const reading = readJsonObject(tags, key);
    if (reading.kind !== "invalid")
        return;
    if (storedText(reading.tag.value) === undefined) {
        reportRefused(tags, reading.tag, severityOf(tags), findings);
        return;
    }
    findings.add(tags, {
        code: "job-tag-not-json",
        severity: severityOf(tags),
        at: reading.tag.valuePosition,
        key,
        // The value can hold what is nobody's business.
        message: (name) => `${key} of ${name} is not a JSON object, so the run launcher fails on it.`,
        hint: `Write a dictionary, "${key}": {…}, or json.dumps of one.`,
    });
}
function reportRefused(tags, tag, severity, findings) {
    const text = tag.value.type === "integer" ? tag.value.value : undefined;
    const isSometimes = severity === "warning" && text !== undefined;
    const taken = tag.value.type === "other" && tags.role !== "label" ? "only text and what JSON can hold" : "only text here";
    findings.add(tags, {
        code: "job-tag-not-text",
        severity,
        at: tag.valuePosition,
        key: tag.key,
        message: (name) => `${tag.key} of ${name} is ${(0,python_value/* describePythonValue */.Bz)(tag.value)}, but ${isSometimes ? "older releases of Dagster take" : "Dagster takes"} ${taken}.`,
        hint: text === undefined ? "Write it as text in quotes." : `Put quotes around it: "${tag.key}": "${(0,shown_text/* clipText */.gL)(text)}".`,
    });
}
/** The digits for `1 GB`, `512MiB`, `.5 vCPU` or `0.5`; undefined when it is anybody's guess. */
function guessNumber(key, text) {
    const [, amount, unit = ""] = /^\s*(\d+|\d*\.\d+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
    if (amount === undefined)
        return undefined;
    const isLarge = /^(?:g|gb|gib|gi)?$/i.test(unit);
    switch (key) {
        case "ecs/cpu":
            return /^(?:v?cpus?)?$/i.test(unit) ? (0,fargate_sizes/* parseCpu */.Oh)(`${amount} vCPU`) : undefined;
        case "ecs/memory":
            if (/^(?:m|mb|mib|mi)$/i.test(unit))
                return (0,fargate_sizes/* parseMemory */.Pw)(amount);
            return isLarge ? (0,fargate_sizes/* parseMemory */.Pw)(`${amount} GB`) : undefined;
        case "ecs/ephemeral_storage":
            return isLarge && /^\d+$/.test(amount) ? Number(amount) : undefined;
    }
}


/***/ }),

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
