export const id = 972;
export const ids = [972];
export const modules = {

/***/ 741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ TAG_DEPLOYMENT),
/* harmony export */   $s: () => (/* binding */ BEING_REMOVED),
/* harmony export */   B2: () => (/* binding */ isSameIdentity),
/* harmony export */   C_: () => (/* binding */ TAG_PREFIX),
/* harmony export */   EZ: () => (/* binding */ tagValue),
/* harmony export */   F_: () => (/* binding */ TAG_USER_TAGS),
/* harmony export */   GR: () => (/* binding */ TAG_KIND),
/* harmony export */   K_: () => (/* binding */ userTagsValue),
/* harmony export */   L$: () => (/* binding */ TAG_PULL_REQUEST),
/* harmony export */   M9: () => (/* binding */ isRollbackTo),
/* harmony export */   Nz: () => (/* binding */ isOfDeployment),
/* harmony export */   Ph: () => (/* binding */ TAG_SOURCE),
/* harmony export */   Ru: () => (/* binding */ TAG_RUN),
/* harmony export */   UJ: () => (/* binding */ TAG_ROLLBACK),
/* harmony export */   _z: () => (/* binding */ identityTags),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   dc: () => (/* binding */ branchOwnerOf),
/* harmony export */   j5: () => (/* binding */ TAG_REGISTRATION),
/* harmony export */   kr: () => (/* binding */ TAG_FINGERPRINT),
/* harmony export */   q5: () => (/* binding */ rollbackValue),
/* harmony export */   rJ: () => (/* binding */ TAG_COMMIT),
/* harmony export */   tQ: () => (/* binding */ isFormerUserTag),
/* harmony export */   tj: () => (/* binding */ TAG_LOCATION),
/* harmony export */   vO: () => (/* binding */ TAG_RUN_ID)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Every tag key of ours starts with this; no key of ours starts with `dagster/`, which live agents act upon. */
const TAG_PREFIX = "dagster-ecs-deploy/";
/** Name of the Dagster deployment. */
const TAG_DEPLOYMENT = "dagster-ecs-deploy/deployment";
/** Name of the code location. */
const TAG_LOCATION = "dagster-ecs-deploy/location";
/** `owner/repo:path` of the configuration. */
const TAG_SOURCE = "dagster-ecs-deploy/source";
/** `full` or `branch`. */
const TAG_KIND = "dagster-ecs-deploy/kind";
/** Number of the pull request; branch deployments only. */
const TAG_PULL_REQUEST = "dagster-ecs-deploy/pull-request";
/** Commit of the last change. */
const TAG_COMMIT = "dagster-ecs-deploy/commit";
/** Run number and attempt of the last change. */
const TAG_RUN = "dagster-ecs-deploy/run";
/** GitHub's id of that run: tells the order of runs of different workflows, whose numbers do not compare. */
const TAG_RUN_ID = "dagster-ecs-deploy/run-id";
/** `<revision>:<hash of the desired task definition>`. */
const TAG_FINGERPRINT = "dagster-ecs-deploy/fingerprint";
/**
 * Which request registered a revision; on task definitions only. ECS takes no client token for a registration: when
 * its answer is lost, this tag tells whether it was carried out.
 */
const TAG_REGISTRATION = "dagster-ecs-deploy/registration";
/** The fingerprint of a service that is about to be deleted, also to be made anew: it names no revision. */
const BEING_REMOVED = "removing";
/** `<revision>:<revision before>`: the last rollback went to the first from the second. */
const TAG_ROLLBACK = "dagster-ecs-deploy/rollback";
/** Which user tags were written: short hashes of their keys, so that one that leaves the configuration is removed. */
const TAG_USER_TAGS = "dagster-ecs-deploy/user-tags";
/** Longest tag value (Tag in the ECS and Cloud Map APIs). */
const LONGEST_VALUE = 256;
/** What the tag APIs accept in a value. */
const REFUSED_CHARACTER = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
/** Neither keys nor values may begin so, in any case (Tag in the ECS API). */
const RESERVED_PREFIX = /^aws:/i;
const HASH_LENGTH = 12;
/** Our tags that stay the same from run to run, as they are written: values AWS would refuse are made acceptable. */
function identityTags(identity) {
    const { deployment, location, source } = identity;
    return {
        [TAG_DEPLOYMENT]: tagValue(deployment.name),
        [TAG_LOCATION]: tagValue(location),
        [TAG_SOURCE]: tagValue(source),
        [TAG_KIND]: deployment.kind,
        ...(deployment.branch === undefined ? {} : { [TAG_PULL_REQUEST]: String(deployment.branch.pullRequest) }),
    };
}
const IDENTITY_KEYS = [TAG_DEPLOYMENT, TAG_LOCATION, TAG_SOURCE, TAG_KIND, TAG_PULL_REQUEST];
/** Those of the tags that say whose a thing is; in the same order always. */
function identityOf(tags) {
    return Object.fromEntries(IDENTITY_KEYS.flatMap((key) => (tags[key] === undefined ? [] : [[key, tags[key]]])));
}
/** True when the tags say that two things are of the same location, deployment, source, kind and pull request. */
function isSameIdentity(one, other) {
    return IDENTITY_KEYS.every((key) => one[key] === other[key]);
}
/** True when the tags say that a thing is of this source and deployment, whatever its location. */
function isOfDeployment(tags, wanted) {
    return isSameIdentity({ ...tags, [TAG_LOCATION]: "" }, identityTags({ ...wanted, location: "" }));
}
/** By the tags of a thing; undefined when they do not say completely that it is of a branch deployment. */
function branchOwnerOf(tags) {
    const { [TAG_SOURCE]: source, [TAG_DEPLOYMENT]: deployment, [TAG_PULL_REQUEST]: number = "" } = tags;
    const repository = /^([^:/]+\/[^:/]+):/.exec(source ?? "")?.[1];
    if (tags[TAG_KIND] !== "branch" || source === undefined || repository === undefined)
        return undefined;
    if (!deployment || !tags[TAG_LOCATION] || !/^[1-9]\d*$/.test(number))
        return undefined;
    return { repository, source, deployment, pullRequest: Number(number) };
}
/**
 * A text as a tag value. What AWS would refuse gets other characters, is cut, and ends in a hash of the raw text:
 * to recognise a name, compute its tag value and compare.
 */
function tagValue(raw) {
    const accepted = raw.replace(REFUSED_CHARACTER, "_").replace(RESERVED_PREFIX, "aws_");
    if (accepted === raw && raw.length <= LONGEST_VALUE)
        return raw;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(raw, "utf8").digest("hex").slice(0, HASH_LENGTH);
    return `${cutAtCodePoint(accepted, LONGEST_VALUE - HASH_LENGTH - 1)}-${hash}`;
}
/** At most this many UTF-16 units (AWS does not say which unit it counts), never half a surrogate pair. */
function cutAtCodePoint(text, limit) {
    let cut = "";
    for (const character of text) {
        if (cut.length + character.length > limit)
            break;
        cut += character;
    }
    return cut;
}
/** The value of the tag `/rollback`, from ARNs of task definitions. */
function rollbackValue(target, before) {
    return `${revisionOf(target)}:${revisionOf(before)}`;
}
/** True when the tag `/rollback` says that a rollback put the service on this revision. */
function isRollbackTo(tag, taskDefinitionArn) {
    return tag?.split(":")[0] === revisionOf(taskDefinitionArn);
}
function revisionOf(taskDefinitionArn) {
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf(":") + 1);
}
const KEY_HASH_LENGTH = 6;
/** The value of the tag `/user-tags`. Of more than 36 keys the last ones are left out: they would not be removed. */
function userTagsValue(keys) {
    const most = Math.floor((LONGEST_VALUE + 1) / (KEY_HASH_LENGTH + 1));
    return keys.map(hashKey).sort().slice(0, most).join(".");
}
/** True when the tag `/user-tags` says that we wrote this key. */
function isFormerUserTag(key, userTags) {
    return userTags?.split(".").includes(hashKey(key)) ?? false;
}
function hashKey(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(key, "utf8").digest("hex").slice(0, KEY_HASH_LENGTH);
}


/***/ }),

/***/ 3519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tw: () => (/* binding */ groupChanges),
  yD: () => (/* binding */ nameField),
  Wc: () => (/* binding */ renderPlainValue)
});

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/report/line-diff.js
const CONTEXT = 2;
/** Longer texts are not compared line by line. */
const MOST_LINES = 1_000;
/** The difference of two texts by their longest common subsequence of lines, with two lines of context. */
function diffLines(before, after) {
    if (before.length > MOST_LINES || after.length > MOST_LINES) {
        return [...before.map((text) => line("-", text)), ...after.map((text) => line("+", text))];
    }
    return foldContext(alignLines(before, after));
}
function line(sign, text) {
    return { sign, text };
}
function alignLines(before, after) {
    const lengths = measureCommonTails(before, after);
    const lines = [];
    let left = 0;
    let right = 0;
    while (left < before.length || right < after.length) {
        const removed = before[left];
        const added = after[right];
        if (removed !== undefined && removed === added) {
            lines.push(line(" ", removed));
            left += 1;
            right += 1;
        }
        else if (added === undefined ||
            (removed !== undefined && lengthAt(lengths, left + 1, right) >= lengthAt(lengths, left, right + 1))) {
            lines.push(line("-", removed ?? ""));
            left += 1;
        }
        else {
            lines.push(line("+", added));
            right += 1;
        }
    }
    return lines;
}
// lengths[i][j]: how many lines before[i..] and after[j..] have in common.
function measureCommonTails(before, after) {
    const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
    for (let left = before.length - 1; left >= 0; left -= 1) {
        for (let right = after.length - 1; right >= 0; right -= 1) {
            const row = lengths[left];
            if (row === undefined)
                continue;
            row[right] =
                before[left] === after[right]
                    ? lengthAt(lengths, left + 1, right + 1) + 1
                    : Math.max(lengthAt(lengths, left + 1, right), lengthAt(lengths, left, right + 1));
        }
    }
    return lengths;
}
function lengthAt(lengths, left, right) {
    return lengths[left]?.[right] ?? 0;
}
function foldContext(lines) {
    const isNearChange = lines.map((_, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((near) => near.sign !== " "));
    return lines.flatMap((current, index) => {
        if (isNearChange[index])
            return [current];
        return index === 0 || isNearChange[index - 1] ? [line(" ", "…")] : [];
    });
}

;// CONCATENATED MODULE: ./build/report/change-lines.js



const RESOURCE_TITLES = {
    "task-definition": "task definition",
    service: "service",
    "cloud-map": "Cloud Map service",
    tags: "tags",
};
/** Longer values on one line are cut around what differs. */
const LONGEST_VALUE = 140;
/** How much of a cut value is shown before the first difference. */
const LEAD = 40;
/** Groups changes by resource and container, in the order given, and turns each into lines. */
function groupChanges(changes) {
    const groups = new Map();
    for (const change of changes) {
        const { title, path } = splitPath(change);
        const lines = groups.get(title) ?? [];
        groups.set(title, lines);
        lines.push(...renderChange(path, change));
    }
    return Array.from(groups, ([title, lines]) => ({ title, lines }));
}
// Where a change is, in words: the container, or the container context, leaves the path and joins the resource.
function splitPath(change) {
    const path = (0,report_escape/* showInvisible */.jQ)(change.path);
    const [, setting] = /^container context › (.+)$/.exec(path) ?? [];
    if (setting !== undefined)
        return { title: "container context (what runs are launched with)", path: setting };
    const { container, field } = splitContainer(path);
    const resource = RESOURCE_TITLES[change.resource];
    if (container === undefined)
        return { title: resource, path };
    return { title: `${resource}, container ${container}`, path: field || "(the whole container)" };
}
function splitContainer(path) {
    const [, container, field = ""] = /^containerDefinitions\.([^.]+)\.?(.*)$/.exec(path) ?? [];
    return container === undefined ? { field: path } : { container, field };
}
/** The field of a change where its resource is not named: `taskRoleArn`, `secrets.TOKEN`, `sidecar: image`. */
function nameField(change) {
    const path = (0,report_escape/* showInvisible */.jQ)(change.path);
    const { container, field } = splitContainer(path);
    if (container === undefined)
        return change.resource === "task-definition" ? path : `${RESOURCE_TITLES[change.resource]}: ${path}`;
    return container === code_server/* CODE_SERVER_CONTAINER */.ke ? field : `container ${container}${field && `: ${field}`}`;
}
/** A value in one line of at most 140 characters, a text without quotes; undefined for a structure. */
function renderPlainValue(value) {
    if (value?.kind === "shown" && typeof value.value === "string")
        return cut(shortenDigests((0,report_escape/* showInvisible */.jQ)(value.value)));
    const isStructure = value?.kind === "shown" && typeof value.value === "object" && value.value !== null;
    return isStructure ? undefined : renderValue(value);
}
function renderChange(path, change) {
    const before = change.change === "added" ? undefined : change.before;
    const after = change.change === "removed" ? undefined : change.after;
    const blocks = [asLines(before), asLines(after)];
    const lines = blocks[0].length > 1 || blocks[1].length > 1 ? diffLines(...blocks) : [];
    // Without any sign the two differ in a way that the lines do not show, such as the blanks of embedded JSON.
    if (lines.some((line) => line.sign !== " "))
        return renderBlock(path, lines);
    if (before?.kind === "hidden" && after?.kind === "hidden") {
        return [{ sign: "!", text: `${path}: changed ${renderValue(after)}` }];
    }
    const [was, becomes] = cutPair(renderValue(before), renderValue(after));
    return [
        ...(change.change === "added" ? [] : [{ sign: "-", text: `${path}: ${was}` }]),
        ...(change.change === "removed" ? [] : [{ sign: "+", text: `${path}: ${becomes}` }]),
    ];
}
function renderBlock(path, lines) {
    const signs = new Set(lines.map((line) => line.sign));
    const only = signs.size === 1 ? lines[0]?.sign : undefined;
    return [
        { sign: only ?? " ", text: `${path}:` },
        ...lines.map((line) => ({ ...line, text: `    ${cut(line.text)}` })),
    ];
}
function renderValue(value) {
    if (value === undefined)
        return "(not set)";
    if (value.kind === "hidden")
        return (0,report_escape/* showInvisible */.jQ)(/hidden/.test(value.why) ? `(${value.why})` : `(hidden: ${value.why})`);
    return shortenDigests((0,report_escape/* showInvisible */.jQ)(JSON.stringify(value.value)));
}
// Objects, lists, texts of several lines, and texts that are JSON themselves (DAGSTER_CONTAINER_CONTEXT) read
// better line by line. A short list or object stays on one line.
function asLines(value) {
    if (value === undefined)
        return [];
    if (value.kind === "hidden")
        return [renderValue(value)];
    const content = parseEmbeddedJson(value.value);
    if (typeof content === "string" && content.includes("\n"))
        return content.split(/\r?\n/).map((line) => (0,report_escape/* showInvisible */.jQ)(line));
    const isStructure = typeof content === "object" && content !== null;
    if (!isStructure || (content === value.value && JSON.stringify(content).length <= LONGEST_VALUE / 2))
        return [renderValue(value)];
    return JSON.stringify(content, null, 2)
        .split("\n")
        .map((line) => (0,report_escape/* showInvisible */.jQ)(line));
}
function parseEmbeddedJson(value) {
    if (typeof value !== "string" || !/^\s*[[{]/.test(value))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
function cut(text) {
    return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…`;
}
// Two long values are cut so that the place where they differ is in sight.
function cutPair(before, after) {
    let same = 0;
    while (same < before.length && before[same] === after[same])
        same += 1;
    const longest = Math.max(before.length, after.length);
    const start = longest <= LONGEST_VALUE || same <= LEAD * 2 ? 0 : same - LEAD;
    return [cutFrom(before, start), cutFrom(after, start)];
}
function cutFrom(text, start) {
    return start === 0 ? cut(text) : cut(`…${text.slice(start).toWellFormed()}`);
}
// Twelve digits tell two images apart, and 64 would push everything else out of sight.
function shortenDigests(text) {
    return text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, "$1…");
}


/***/ }),

/***/ 3488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ shortenImage),
/* harmony export */   Mo: () => (/* binding */ shortenHash),
/* harmony export */   g$: () => (/* binding */ shortDigestOf)
/* harmony export */ });
/* harmony import */ var _model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3863);

const FULL_COMMIT = /^[0-9a-f]{40}$/;
/** As many digits of a hash as container tools show. */
const SHORT_HASH = 12;
/** `repository:tag` without registry and path; a commit as tag is shortened; the digest when there is no tag. */
function shortenImage(reference) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(reference);
    if (parsed.status === "invalid")
        return reference;
    const { repository, tag, digest } = parsed.reference;
    const name = repository.slice(repository.lastIndexOf("/") + 1);
    if (tag !== undefined)
        return `${name}:${shortenHash(tag)}`;
    return digest === undefined ? name : `${name}@${shortenDigest(digest)}`;
}
/** The short digest of a reference, such as `sha256:9b1c2d3e4f5a`; undefined when it has none. */
function shortDigestOf(reference) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(reference);
    if (parsed.status === "invalid" || parsed.reference.digest === undefined)
        return undefined;
    return shortenDigest(parsed.reference.digest);
}
function shortenDigest(digest) {
    return digest.slice(0, digest.indexOf(":") + 1 + SHORT_HASH);
}
/** A full commit hash becomes a short one; any other text stays. */
function shortenHash(text) {
    return FULL_COMMIT.test(text) ? text.slice(0, SHORT_HASH) : text;
}


/***/ }),

/***/ 7972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderPlanConsole: () => (/* binding */ renderPlanConsole)
/* harmony export */ });
/* harmony import */ var _change_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3519);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8495);
/* harmony import */ var _plan_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6853);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3187);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3786);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2867);
/* harmony import */ var _worth_showing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8581);








/**
 * The plan for a console: what changes, then warnings, then the counts, since the end is what stays in sight. Problems
 * of the configuration are left to `renderProblemsConsole`, which can show their lines.
 */
function renderPlanConsole(input, style) {
    const { plan, preflight } = input;
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .makePaint */ .i)(style);
    const changed = plan.steps.filter((step) => step.action !== "none");
    const blocks = [
        [renderTitle(plan, paint)],
        renderRows(changed, paint),
        ...changed.filter((step) => (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_5__/* .changesWorthShowing */ .n)(step).length > 0).map((step) => renderStep(step, paint)),
        (0,_sensitive_js__WEBPACK_IMPORTED_MODULE_3__/* .collectSensitiveChanges */ .u)(changed).map(({ field, locations }) => `${paint.yellow("look twice")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(`${locations.join(", ")}: ${field}`)}`),
        renderChecks(preflight, paint),
        (input.refusedBecause ?? []).map((reason) => `${paint.red("refused")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(reason)}`),
        (0,_warnings_js__WEBPACK_IMPORTED_MODULE_7__/* .collectWarnings */ ._)(plan, []).map(({ text, locations }) => `${paint.yellow("warning")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(`${locations.join(", ")}: ${text}`)}`),
        [
            paint.bold((0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .describeVerdict */ .XZ)(plan)),
            ...(plan.notSelected.length > 0
                ? [paint.dim(`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(plan.notSelected.length, "code location")} not selected.`)]
                : []),
        ],
    ];
    const text = blocks
        .filter((block) => block.length > 0)
        .map((block) => block.join("\n"))
        .join("\n\n");
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .defuseWorkflowCommands */ .yg)(text);
}
function renderTitle(plan, paint) {
    const { deployment, kind, cluster, region, account } = plan.request;
    const name = kind === "branch" ? `branch deployment ${deployment}` : deployment;
    return ((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(`Plan for ${name}`) + paint.dim((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(` (cluster ${cluster}, ${region}, account ${account})`)));
}
function renderRows(steps, paint) {
    const rows = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .alignColumns */ .R)(steps.map((step) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(step.location),
        _wording_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .kl[step.action].word,
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .describeImpact */ .an)(step.impact, step.action),
        step.image === undefined ? "" : describeImageText(step.image),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(step.reason.text),
    ]));
    return rows.map((cells, index) => {
        const step = steps[index];
        if (step === undefined)
            return "";
        const [location = "", action = "", impact = "", ...rest] = cells;
        const color = colorOf(step.action, paint);
        const loud = (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .isDangerous */ .F$)(step) ? paint.red(impact) : impact;
        return `  ${color(_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .kl[step.action].sign)} ${paint.bold(location)}  ${color(action)}  ${loud}  ${rest.join("  ")}`.trimEnd();
    });
}
function describeImageText(image) {
    const { name, note } = (0,_plan_table_js__WEBPACK_IMPORTED_MODULE_2__/* .describeImage */ .h)(image);
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(note === "" ? name : `${name} (${note})`);
}
function colorOf(action, paint) {
    switch (action) {
        case "create":
            return paint.green;
        case "update":
        case "replace":
            return paint.yellow;
        case "redeploy":
        case "rollback":
            return paint.cyan;
        case "delete":
        case "blocked":
            return paint.red;
        case "none":
            return paint.dim;
    }
}
function renderStep(step, paint) {
    const signs = { "+": paint.green, "-": paint.red, "!": paint.yellow, " ": paint.dim };
    const { sign } = _wording_js__WEBPACK_IMPORTED_MODULE_4__/* .ACTIONS */ .kl[step.action];
    return [
        `${colorOf(step.action, paint)(sign)} ${paint.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(step.location))}`,
        ...(0,_change_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .groupChanges */ .tw)((0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_5__/* .changesWorthShowing */ .n)(step)).flatMap(({ title, lines }) => [
            `    ${paint.cyan(title)}`,
            ...lines.map((line) => `      ${signs[line.sign](`${line.sign} ${line.text}`)}`),
        ]),
    ];
}
function renderChecks(preflight, paint) {
    const unclear = preflight.filter((check) => check.status !== "OK");
    const rows = unclear.map((check) => {
        const mark = check.status === "FAIL" ? paint.red("FAIL") : paint.yellow("SKIP");
        const needed = check.locations.length === 0 ? "" : `(needed by ${check.locations.join(", ")})`;
        const text = [check.message, check.hint, needed].filter((part) => part !== undefined && part !== "").join(" ");
        return `  ${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(`${check.subject} ${check.target}: ${text}`)}`;
    });
    if (preflight.length === 0)
        return [];
    return [`Preflight: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(preflight.length - unclear.length, "check")} OK`, ...rows];
}


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ renderPlanTable),
/* harmony export */   h: () => (/* binding */ describeImage)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _image_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3488);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2867);




/** The steps that do something, one row each, cut after `most` rows, visibly. */
function renderPlanTable(steps, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .takeFirst */ .SG)(steps, most);
    const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .bo)(["Code location", "Action", "Why", "Image", "Impact"], shown.map((step) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(step.location),
        `${_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl[step.action].mark}&nbsp;${_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .ACTIONS */ .kl[step.action].word}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProseCell */ .gl)(step.reason.text),
        renderImageCell(step.image),
        renderImpactCell(step),
    ]));
    return more === 0 ? table : `${table}\n\n… and ${more} more code locations with changes.`;
}
function renderImpactCell(step) {
    const words = (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .describeImpact */ .an)(step.impact, step.action);
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .isDangerous */ .F$)(step) ? `**${words}**` : words;
}
/** What was asked for and what it stands for, in as few words as possible. */
function describeImage(image) {
    switch (image.status) {
        case "pinned":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(image.requested), note: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigestOf */ .g$)(image.reference) ?? "" };
        case "missing":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(image.requested), note: "not in the registry yet" };
        case "kept":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(image.reference), note: "kept as it runs" };
        case "unresolved":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(image.requested), note: "digest not known" };
        case "registered":
            return describeRegistered(image);
        default:
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(image.reference), note: "" };
    }
}
/** Nobody asked for this image by name: what tells is what it takes the place of. */
function describeRegistered({ reference, previous }) {
    const name = (0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(reference);
    return { name, note: previous === undefined || previous === reference ? "" : `instead of ${(0,_image_text_js__WEBPACK_IMPORTED_MODULE_3__/* .shortenImage */ .F1)(previous)}` };
}
function renderImageCell(image) {
    if (image === undefined)
        return "";
    const { name, note } = describeImage(image);
    if (note === "")
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name);
    return image.status === "pinned" ? `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name)} → ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(note)}` : `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name)} ${note}`;
}


/***/ }),

/***/ 3187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ collectSensitiveChanges)
/* harmony export */ });
/* harmony import */ var _change_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3519);
/* harmony import */ var _worth_showing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8581);


/** The sensitive changes of a plan; the same one of several locations only once. */
function collectSensitiveChanges(steps) {
    const found = new Map();
    for (const step of steps) {
        for (const change of (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .sensitiveChanges */ .K)(step)) {
            const [before, after] = [(0,_change_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPlainValue */ .Wc)(change.before), (0,_change_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .renderPlainValue */ .Wc)(change.after)];
            const identity = JSON.stringify([change.resource, change.path, change.change, change.before, change.after]);
            found.set(identity, {
                field: (0,_change_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .nameField */ .yD)(change),
                change: change.change,
                ...(before !== undefined && { before }),
                ...(after !== undefined && { after }),
                locations: [...(found.get(identity)?.locations ?? []), step.location],
            });
        }
    }
    return [...found.values()];
}


/***/ }),

/***/ 3786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ collectWarnings)
/* harmony export */ });
/** All warnings of a plan and its configuration; the same one of several locations only once. */
function collectWarnings(plan, problems) {
    const locationsByText = new Map();
    for (const step of plan.steps) {
        for (const text of new Set(step.warnings))
            locationsByText.set(text, [...(locationsByText.get(text) ?? []), step.location]);
    }
    return [
        ...Array.from(locationsByText, ([text, locations]) => ({ text, locations })),
        ...problems.map((problem) => ({
            text: problem.message,
            hint: problem.hint,
            place: `${problem.file}:${problem.line}`,
            locations: [],
        })),
    ];
}


/***/ }),

/***/ 8581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ sensitiveChanges),
/* harmony export */   n: () => (/* binding */ changesWorthShowing)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);


/**
 * The changes of a step that tell a reader something. A new code server has everything added, most of it the same
 * for every code server: what is left is what the configuration says of this one. The plan itself keeps all.
 */
function changesWorthShowing(step) {
    const paths = step.changes.map(({ path }) => path);
    // The image stands in the environment once more, for the runs.
    const changes = step.changes.filter(({ path }) => path !== CURRENT_IMAGE_PATH && !isSaidElsewhere(path, paths));
    return step.action === "create" ? changes.filter(isOfThisLocation) : changes;
}
/** The sensitive changes of a step; of a new sidecar, its image stands for the whole. */
function sensitiveChanges(step) {
    const isPartOfSidecar = ({ path }) => {
        const [, container, field] = CONTAINER_PATH.exec(path) ?? [];
        return container !== undefined && container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke && field !== "image";
    };
    return changesWorthShowing(step).filter((change) => change.sensitive && !(step.action === "create" && isPartOfSidecar(change)));
}
/**
 * Where a setting of `container_context.ecs` ends up. What changes there is not shown a second time in the container
 * context; what changes only in the context (settings of runs, a value that loses against the deployment's) is.
 */
const DESTINATIONS = [
    [/^(?:ecs\.)?env_vars\.(.+)$/, `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.environment.$1`],
    [/^ecs\.secrets\.(.+?)(?:\.name|\.valueFrom)?$/, `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.secrets.$1`],
    [/^ecs\.server_resources\.(cpu|memory)$/, "$1"],
    [/^ecs\.server_resources\.ephemeral_storage$/, "ephemeralStorage"],
    [/^ecs\.server_resources\.replica_count$/, "desiredCount"],
    [/^ecs\.task_role_arn$/, "taskRoleArn"],
    [/^ecs\.execution_role_arn$/, "executionRoleArn"],
    [/^ecs\.runtime_platform/, "runtimePlatform"],
    [/^ecs\.volumes/, "volumes"],
    [/^ecs\.mount_points/, `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.mountPoints`],
    [/^ecs\.server_health_check/, `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.healthCheck`],
    [/^ecs\.repository_credentials$/, `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.repositoryCredentials`],
    [/^ecs\.server_sidecar_containers\.([^.]+)/, "containerDefinitions.$1"],
    [/^ecs\.server_ecs_tags\.(.+?)(?:\.key|\.value)?$/, "$1"],
];
function isSaidElsewhere(path, paths) {
    const setting = CONTEXT_PATH.exec(path)?.[1];
    if (setting === undefined)
        return false;
    return DESTINATIONS.some(([pattern, destination]) => {
        const match = pattern.exec(setting);
        if (match === null)
            return false;
        const target = destination.replace("$1", () => match[1] ?? "");
        return paths.some((other) => other === target || other.startsWith(`${target}.`));
    });
}
const CONTEXT_PATH = /^container context › (.+)$/s;
const CURRENT_IMAGE_PATH = `containerDefinitions.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke}.environment.${_model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CURRENT_IMAGE_VARIABLE */ .bx}`;
const CONTAINER_PATH = /^containerDefinitions\.([^.]+)\.([^.]+)/;
/** Of the task definition: the same for every location, or said elsewhere in the report. */
const STANDARD_FIELDS = new Set(["family", "networkMode", "requiresCompatibilities"]);
/** Of the code server's container: the same for every location, or said elsewhere in the report. */
const STANDARD_CONTAINER_FIELDS = new Set(["image", "command", "logConfiguration"]);
function isOfThisLocation({ resource, path, after }) {
    switch (resource) {
        case "cloud-map":
            return false;
        case "tags":
            return !path.startsWith(_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_);
        case "service":
            return (path === "desiredCount" || (path === "enableExecuteCommand" && after?.kind === "shown" && after.value === true));
        case "task-definition":
            return isOfThisTaskDefinition(path);
    }
}
function isOfThisTaskDefinition(path) {
    // The rest of the container context is what the task definition is made from.
    if (path.startsWith("container context"))
        return path.includes("ecs.run_");
    const [, container, field = ""] = CONTAINER_PATH.exec(path) ?? [];
    if (container === undefined)
        return !STANDARD_FIELDS.has(path);
    if (container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke)
        return true;
    return !STANDARD_CONTAINER_FIELDS.has(field) && !path.includes(".environment.DAGSTER_");
}


/***/ })

};
