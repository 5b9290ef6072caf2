export const id = 162;
export const ids = [162];
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
/* harmony export */   IN: () => (/* binding */ isReservedKey),
/* harmony export */   K_: () => (/* binding */ userTagsValue),
/* harmony export */   L$: () => (/* binding */ TAG_PULL_REQUEST),
/* harmony export */   M9: () => (/* binding */ isRollbackTo),
/* harmony export */   Nz: () => (/* binding */ isOfDeployment),
/* harmony export */   PR: () => (/* binding */ TAG_SETTINGS),
/* harmony export */   Pc: () => (/* binding */ fromEcsTags),
/* harmony export */   Ph: () => (/* binding */ TAG_SOURCE),
/* harmony export */   Ru: () => (/* binding */ TAG_RUN),
/* harmony export */   UJ: () => (/* binding */ TAG_ROLLBACK),
/* harmony export */   _W: () => (/* binding */ TAG_REMOVAL),
/* harmony export */   _z: () => (/* binding */ identityTags),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   dc: () => (/* binding */ branchOwnerOf),
/* harmony export */   j5: () => (/* binding */ TAG_REGISTRATION),
/* harmony export */   kr: () => (/* binding */ TAG_FINGERPRINT),
/* harmony export */   nr: () => (/* binding */ revisionTags),
/* harmony export */   q5: () => (/* binding */ rollbackValue),
/* harmony export */   rJ: () => (/* binding */ TAG_COMMIT),
/* harmony export */   tQ: () => (/* binding */ isFormerUserTag),
/* harmony export */   tj: () => (/* binding */ TAG_LOCATION),
/* harmony export */   vO: () => (/* binding */ TAG_RUN_ID),
/* harmony export */   wf: () => (/* binding */ isOfOtherCluster)
/* harmony export */ });
/* unused harmony export TAG_CLUSTER */
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
/**
 * Name of the cluster a revision was registered for; on task definitions only. Families are of the account, and the
 * services of one cluster do not tell what those of another run.
 */
const TAG_CLUSTER = "dagster-ecs-deploy/cluster";
/** The fingerprint of a service that is about to be deleted, also to be made anew: it names no revision. */
const BEING_REMOVED = "removing";
/**
 * Which run is about to delete the service, for as long as it is there. Other than the tags that say which run wrote
 * last, it is not covered by those of a run that writes in between.
 */
const TAG_REMOVAL = "dagster-ecs-deploy/removal";
/** `<revision>:<revision before>`: the last rollback went to the first from the second. */
const TAG_ROLLBACK = "dagster-ecs-deploy/rollback";
/** Hash of the settings and user tags of the service that were last wanted: what differs though it fits, others changed. */
const TAG_SETTINGS = "dagster-ecs-deploy/settings";
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
/** Our tags of a revision that stay the same from run to run. */
function revisionTags(identity, cluster) {
    return { ...identity, [TAG_CLUSTER]: tagValue(cluster) };
}
/** True when the tags of a revision say that services of another cluster may run it. */
function isOfOtherCluster(tags, cluster) {
    const found = tags?.[TAG_CLUSTER];
    return found !== undefined && found !== tagValue(cluster);
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
/** Tags as Amazon ECS answers them; one without a key, which only the SDK's type allows, is left out. */
function fromEcsTags(tags) {
    return Object.fromEntries((tags ?? []).flatMap(({ key, value }) => (key === undefined ? [] : [[key, value ?? ""]])));
}
/** Keys that no user may write: ours, the agent's, which it would act upon, and AWS's, which cannot be written. */
const RESERVED_KEY = new RegExp(`^(?:${TAG_PREFIX}|dagster/|aws:)`, "i");
/** True for the key of a tag that is never the user's own. */
function isReservedKey(key) {
    return RESERVED_KEY.test(key);
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
// EXTERNAL MODULE: ./build/report/change-topics.js
var change_topics = __webpack_require__(4164);
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
/** Groups changes by what they are about, and turns each into lines. */
function groupChanges(changes) {
    return (0,change_topics/* groupByTopic */.OS)(changes).map(([topic, members]) => ({
        title: change_topics/* TOPICS */.pO[topic].title,
        lines: members.flatMap(({ name, change }) => renderChange(name, change)),
    }));
}
function splitContainer(path) {
    const [, container, field = ""] = /^containerDefinitions\.([^.]+)\.?(.*)$/.exec(path) ?? [];
    return container === undefined ? { field: path } : { container, field };
}
/** The field of a change where its resource is not named: `taskRoleArn`, `secrets.TOKEN`, `sidecar: image`. */
function nameField(change) {
    const path = (0,report_escape/* showInvisible */.jQ)(change.path).replace(/^container context › (?:ecs\.)?/, "");
    const { container, field } = splitContainer(path);
    if (container === undefined)
        return change.resource === "task-definition" ? path : `${RESOURCE_TITLES[change.resource]}: ${path}`;
    return container === code_server/* CODE_SERVER_CONTAINER */.ke ? field : `sidecar ${container}${field && `: ${field}`}`;
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

/***/ 4164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OS: () => (/* binding */ groupByTopic),
/* harmony export */   iI: () => (/* binding */ placeChange),
/* harmony export */   pO: () => (/* binding */ TOPICS)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);


/** In the order in which changes are shown. */
const TOPICS = {
    image: { title: "Image", one: "image" },
    environment: { title: "Environment", one: "variable", several: "variables" },
    secrets: { title: "Secrets", one: "secret", several: "secrets" },
    resources: { title: "Resources of the code server", one: "resources" },
    runs: { title: "What a run gets", one: "what runs get" },
    sidecars: { title: "Sidecars", one: "sidecars" },
    volumes: { title: "Volumes", one: "volumes" },
    roles: { title: "Roles and rights", one: "roles" },
    network: { title: "Network", one: "network" },
    start: { title: "Start, health check and logs", one: "start and health check" },
    service: { title: "Service", one: "service settings" },
    tags: { title: "Tags", one: "tag", several: "tags" },
};
/** The topic of a change, and what its field is called within it. */
function placeChange({ resource, path }) {
    const name = (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisible */ .jQ)(path);
    switch (resource) {
        case "tags":
            return { topic: "tags", name };
        case "cloud-map":
            return { topic: "network", name: "Cloud Map service" };
        case "service":
            return placeServiceField(name);
        case "task-definition":
            return placeTaskField(name);
    }
}
function placeServiceField(name) {
    if (name === "desiredCount")
        return { topic: "resources", name: "number of tasks (desiredCount)" };
    const [, setting] = /^networkConfiguration\.(?:awsvpcConfiguration\.)?(.+)$/.exec(name) ?? [];
    if (setting !== undefined)
        return { topic: "network", name: setting };
    return { topic: name.startsWith("serviceRegistries") ? "network" : "service", name };
}
const TASK_TOPICS = {
    cpu: "resources",
    memory: "resources",
    ephemeralStorage: "resources",
    runtimePlatform: "resources",
    volumes: "volumes",
    taskRoleArn: "roles",
    executionRoleArn: "roles",
    networkMode: "network",
    pidMode: "roles",
    ipcMode: "roles",
};
function placeTaskField(name) {
    const [, setting] = /^container context › (.+)$/s.exec(name) ?? [];
    if (setting !== undefined)
        return placeContextSetting(setting.replace(/^ecs\./, ""));
    const [, container, field = ""] = /^containerDefinitions\.([^.]+)\.?(.*)$/s.exec(name) ?? [];
    if (container === undefined)
        return { topic: TASK_TOPICS[firstOf(name)] ?? "service", name };
    if (container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke)
        return { topic: "sidecars", name: field ? `${container}: ${field}` : container };
    return placeContainerField(field);
}
/** What only the container context has is for runs, unless it says that it is of the server. */
function placeContextSetting(setting) {
    return { topic: setting.startsWith("server_") ? "service" : "runs", name: setting };
}
const CONTAINER_TOPICS = {
    image: "image",
    environment: "environment",
    secrets: "secrets",
    cpu: "resources",
    memory: "resources",
    memoryReservation: "resources",
    mountPoints: "volumes",
    volumesFrom: "volumes",
    repositoryCredentials: "roles",
    privileged: "roles",
    linuxParameters: "roles",
    user: "roles",
    portMappings: "network",
};
function placeContainerField(field) {
    const first = firstOf(field);
    const topic = CONTAINER_TOPICS[first] ?? "start";
    const isNamed = topic === "environment" || topic === "secrets";
    const name = isNamed ? field.slice(first.length + 1) : field;
    return { topic, name: name || field || "(the whole container)" };
}
function firstOf(path) {
    return path.split(".", 1)[0] ?? "";
}
/** Changes by topic, in the order of the topics. */
function groupByTopic(changes) {
    const placed = changes.map((change) => ({ ...placeChange(change), change }));
    return Object.keys(TOPICS)
        .map((topic) => [topic, placed.filter((each) => each.topic === topic)])
        .filter(([, members]) => members.length > 0);
}


/***/ }),

/***/ 7173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ unfold),
/* harmony export */   x: () => (/* binding */ joinBlocks)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);

/** Blocks of lines with an empty line between them; empty blocks are left out. */
function joinBlocks(blocks) {
    const texts = blocks.filter((block) => block.length > 0).map((block) => block.join("\n"));
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .defuseWorkflowCommands */ .yg)(texts.join("\n\n"));
}
/** A report for a console that folds nothing. */
function unfold({ before, groups, after }) {
    return joinBlocks([
        ...(before === "" ? [] : [[before]]),
        ...groups.map(({ title, lines }) => [title, ...lines]),
        ...(after === "" ? [] : [[after]]),
    ]);
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
/* harmony export */   C: () => (/* binding */ outcomeConsoleParts),
/* harmony export */   u: () => (/* binding */ renderOutcomeConsole)
/* harmony export */ });
/* harmony import */ var _console_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7173);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9924);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(897);
/* harmony import */ var _outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3693);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8495);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7556);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2867);







/** What an apply did, for a console that folds nothing. */
function renderOutcomeConsole(input, style) {
    return (0,_console_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .unfold */ .t)(outcomeConsoleParts(input, style));
}
/**
 * What an apply did, for a console: where the time of each location went, failures explained, then one line per location,
 * then the counts.
 */
function outcomeConsoleParts({ outcome }, style) {
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .makePaint */ .i)(style);
    const touched = outcome.locations.filter((location) => location.status !== "unchanged");
    return {
        before: "",
        groups: touched.filter(({ phases = [] }) => phases.length > 0).map((location) => renderTimes(location, paint)),
        after: (0,_console_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .joinBlocks */ .x)([
            ...touched.filter(_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .isFailure */ .N6).map((location) => [(0,_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .renderFailureText */ .S)(location, style)]),
            renderRows(touched, paint),
            [paint.bold((0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .describeOutcomeVerdict */ .bz)(outcome.locations))],
        ]),
    };
}
function renderTimes(location, paint) {
    const { phases = [], duration = 0 } = location;
    const rows = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .alignColumns */ .R)(phases.map(({ name, from, to }) => [_timeline_js__WEBPACK_IMPORTED_MODULE_4__/* .PHASE_WORDS */ .gC[name], (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDuration */ .MB)((to - from) / 1_000)]));
    return {
        title: `${markOf(location, paint)} ${paint.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(location.location))}  ${(0,_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDone */ .AT)(location)}  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDuration */ .MB)(duration)}`,
        lines: [...rows.map((cells) => `    ${cells.join("  ")}`), `    ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(location.message)}`],
    };
}
function renderRows(touched, paint) {
    const rows = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .alignColumns */ .R)(touched.map((location) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(location.location),
        (0,_outcome_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .describeDone */ .AT)(location),
        location.duration === undefined ? "" : (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .describeDuration */ .MB)(location.duration),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(location.message),
    ]));
    return rows.map((cells, index) => {
        const location = touched[index];
        return location === undefined ? "" : `  ${markOf(location, paint)} ${cells.join("  ")}`;
    });
}
function markOf({ status }, paint) {
    return _wording_js__WEBPACK_IMPORTED_MODULE_5__/* .STATUSES */ .f[status].bad ? paint.red("✗") : paint.green("✓");
}


/***/ }),

/***/ 3693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ describeDone),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Oc: () => (/* binding */ renderOutcomeComment),
/* harmony export */   S5: () => (/* binding */ renderOutcomeMarkdown)
/* harmony export */ });
/* harmony import */ var _model_comment_marker_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3478);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(897);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6409);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3297);
/* harmony import */ var _plan_input_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1573);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5999);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4737);
/* harmony import */ var _timeline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7556);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2867);










/** What an apply did, for the job summary, within `limit` bytes: with a timeline. */
function renderOutcomeMarkdown(input, limit = _plan_input_js__WEBPACK_IMPORTED_MODULE_7__/* .SUMMARY_LIMIT */ .J) {
    const timeline = { importance: 2, variants: [(0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .renderTimeline */ .s8)(input.outcome.locations)] };
    return renderWithin(input, limit, [timeline]);
}
/** What an apply did, as a comment that is found again by its marker. */
function renderOutcomeComment(input, marker) {
    const head = (0,_model_comment_marker_js__WEBPACK_IMPORTED_MODULE_8__/* .renderCommentMarker */ .W)(marker);
    return `${head}\n${renderWithin(input, _plan_input_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMENT_LIMIT */ .W - Buffer.byteLength(head, "utf8") - 1, [])}`;
}
function renderWithin(input, limit, more) {
    const { locations } = input.outcome;
    const touched = locations.filter((location) => location.status !== "unchanged");
    const failed = touched.filter(isFailure);
    const sections = [
        { importance: 0, variants: [renderHead(input, locations)] },
        ...(touched.length === 0
            ? []
            : [
                {
                    importance: 0,
                    variants: [1_000, 200, 50, 10].map((most) => renderOutcomeTable(touched, input.steps ?? [], most)),
                },
            ]),
        ...(input.extra === undefined ? [] : [input.extra]),
        ...failed.map((location) => ({
            importance: 1,
            isDetail: true,
            variants: [200, 20].map((mostLogLines) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .renderFailureMarkdown */ .o)(location, mostLogLines)),
        })),
        ...more,
        { importance: 2, variants: [1_000, 50].map((most) => renderUnchanged(locations, most)) },
    ];
    const text = (0,_sections_js__WEBPACK_IMPORTED_MODULE_9__/* .fitSections */ .W)(sections, limit - 1, (omitted, total) => (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderAlert */ .$1)("NOTE", [
        omitted === 0
            ? "Log lines are shortened below; the log of this step has more."
            : `The explanation of ${omitted} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .countOf */ .pq)(total, "failure")} is omitted below; the log of this step has it.`,
    ]));
    return `${text}\n`;
}
/** True for an outcome that needs an explanation. */
function isFailure(location) {
    return location.status === "failed" || location.status === "rolled-back" || location.failure !== undefined;
}
function renderHead(input, locations) {
    const { deployment, title, outcome } = input;
    const heading = title === undefined ? `Dagster code locations: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(deployment)}` : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProse */ .E9)(title);
    const [verdict = "", rest = ""] = (0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .describeOutcomeVerdict */ .bz)(locations).split(/(?<=\.) /, 2);
    const seconds = (0,_timeline_js__WEBPACK_IMPORTED_MODULE_5__/* .totalDuration */ .Hn)(locations);
    const from = [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(deployment),
        ...(0,_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .renderOrigin */ .r)(input),
        ...(seconds === undefined ? [] : [(0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .describeDuration */ .MB)(seconds)]),
    ].join(" · ");
    return `## ${outcome.succeeded ? "✅" : "❌"} ${heading}\n\n**${verdict}**${rest && ` ${rest}`} ${from}`;
}
function renderOutcomeTable(locations, steps, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .takeFirst */ .SG)(locations, most);
    const byLocation = new Map(steps.map((step) => [step.location, step]));
    const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .bo)(["Code location", "What was done", "How it ended", "Time"], shown.map((location) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(location.location),
        renderDoneCell(location, byLocation.get(location.location)),
        `${_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .STATUSES */ .f[location.status].mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProseCell */ .gl)(location.message)}`,
        location.duration === undefined ? "" : (0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .describeDuration */ .MB)(location.duration).replaceAll(" ", "&nbsp;"),
    ]));
    return more === 0 ? table : `${table}\n\n… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_6__/* .countOf */ .pq)(more, "more code location")}.`;
}
/** What was done for a location, in a word or two; in the present tense when it did not come to its end. */
function describeDone({ action, status }) {
    if (status === "skipped")
        return "nothing yet";
    if (status === "blocked")
        return "not touched";
    if (status === "superseded")
        return "given up";
    return status === "failed" || status === "rolled-back" ? _wording_js__WEBPACK_IMPORTED_MODULE_6__/* .ACTIONS */ .kl[action].word : _wording_js__WEBPACK_IMPORTED_MODULE_6__/* .ACTIONS */ .kl[action].done;
}
/** A removal, a new location and what was not begun say all there is to say by themselves. */
function renderDoneCell(location, step) {
    const done = describeDone(location);
    if (step === undefined || !TELLING.has(step.action) || _wording_js__WEBPACK_IMPORTED_MODULE_6__/* .STATUSES */ .f[location.status].bad !== isFailure(location))
        return done;
    return `${done}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProseCell */ .gl)((0,_step_words_js__WEBPACK_IMPORTED_MODULE_4__/* .describeWhat */ .m)(step))}`;
}
const TELLING = new Set(["update", "replace", "redeploy"]);
function renderUnchanged(locations, most) {
    const unchanged = locations
        .filter((location) => location.status === "unchanged")
        .map((location) => location.location);
    return unchanged.length === 0 ? "" : (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderDetails */ .PL)(`⚪ ${unchanged.length} unchanged`, (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderNames */ .pj)(unchanged, most));
}


/***/ }),

/***/ 7972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planConsoleParts),
/* harmony export */   v: () => (/* binding */ renderPlanConsole)
/* harmony export */ });
/* harmony import */ var _change_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3519);
/* harmony import */ var _console_parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7173);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8495);
/* harmony import */ var _plan_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6853);
/* harmony import */ var _sensitive_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3187);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4737);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3786);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2867);
/* harmony import */ var _worth_showing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8581);










/** The groups show the rest of the locations with a change. */
const MOST_NAMES = 5;
/** The plan for a console that folds nothing. */
function renderPlanConsole(input, style) {
    return (0,_console_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .unfold */ .t)(planConsoleParts(input, style));
}
/**
 * The plan for a console: what changes, then warnings, then the counts, since the end is what stays in sight. Problems
 * of the configuration are left to `renderProblemsConsole`, which can show their lines.
 */
function planConsoleParts(input, style) {
    const { plan, preflight } = input;
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_9__/* .makePaint */ .i)(style);
    const changed = plan.steps.filter((step) => step.action !== "none");
    const warnings = [
        (0,_sensitive_js__WEBPACK_IMPORTED_MODULE_4__/* .collectSensitiveChanges */ .u)(changed).map(({ field, locations }) => `${paint.yellow("look twice")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .nameFirst */ .MX)(locations, MOST_NAMES)}: ${field}`)}`),
        renderChecks(preflight, paint),
        (input.refusedBecause ?? []).map((reason) => `${paint.red("refused")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(reason)}`),
        (0,_warnings_js__WEBPACK_IMPORTED_MODULE_6__/* .collectWarnings */ ._)(plan, []).map(({ text, locations }) => `${paint.yellow("warning")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(`${locations.join(", ")}: ${text}`)}`),
        [
            paint.bold((0,_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .describeVerdict */ .XZ)(plan)),
            ...(plan.notSelected.length > 0
                ? [paint.dim(`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .pq)(plan.notSelected.length, "code location")} not selected.`)]
                : []),
        ],
    ];
    return {
        before: (0,_console_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .joinBlocks */ .x)([[renderTitle(plan, paint)], renderRows(changed, paint)]),
        groups: changed.filter((step) => (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_8__/* .changesWorthShowing */ .nr)(step).length > 0).map((step) => renderStep(step, paint)),
        after: (0,_console_parts_js__WEBPACK_IMPORTED_MODULE_1__/* .joinBlocks */ .x)(warnings),
    };
}
function renderTitle(plan, paint) {
    const { deployment, kind, cluster, region, account } = plan.request;
    const name = kind === "branch" ? `branch deployment ${deployment}` : deployment;
    return ((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(`Plan for ${name}`) + paint.dim((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(` (cluster ${cluster}, ${region}, account ${account})`)));
}
function renderRows(steps, paint) {
    const rows = (0,_paint_js__WEBPACK_IMPORTED_MODULE_9__/* .alignColumns */ .R)(steps.map((step) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(step.location),
        _wording_js__WEBPACK_IMPORTED_MODULE_7__/* .ACTIONS */ .kl[step.action].word,
        (0,_step_words_js__WEBPACK_IMPORTED_MODULE_5__/* .describeRisk */ .b)(step).consequence,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)((0,_step_words_js__WEBPACK_IMPORTED_MODULE_5__/* .describeWhat */ .m)(step)),
    ]));
    return rows.map((cells, index) => {
        const step = steps[index];
        if (step === undefined)
            return "";
        const [location = "", action = "", impact = "", what = ""] = cells;
        const color = colorOf(step.action, paint);
        const loud = (0,_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .isDangerous */ .F$)(step) ? paint.red(impact) : impact;
        return `  ${color(_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .ACTIONS */ .kl[step.action].sign)} ${paint.bold(location)}  ${color(action)}  ${loud}  ${what}`.trimEnd();
    });
}
/** `ingest@sha256:5e1af668be25 → ingest:9a8b7c6d5e4f (sha256:0d6e02d9d9bb)` */
function describeImageText(step) {
    const before = (0,_plan_table_js__WEBPACK_IMPORTED_MODULE_3__/* .previousImage */ .h0)(step);
    if (step.image === undefined || before === "same" || step.action === "blocked")
        return "";
    const { name, note } = (0,_plan_table_js__WEBPACK_IMPORTED_MODULE_3__/* .describeImage */ .hu)(step.image);
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(`${before === undefined ? "" : `${before} → `}${name}${note === "" ? "" : ` (${note})`}`);
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
    const { sign } = _wording_js__WEBPACK_IMPORTED_MODULE_7__/* .ACTIONS */ .kl[step.action];
    const { ours, outside } = (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_8__/* .shownChanges */ .ph)(step);
    const image = describeImageText(step);
    return {
        title: `${colorOf(step.action, paint)(sign)} ${paint.bold((0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(step.location))}${image && `  ${paint.dim(image)}`}`,
        lines: [
            ...renderGroups(ours, paint),
            ...(outside.length === 0
                ? []
                : [`    ${paint.yellow("Changed outside this action, and put back:")}`, ...renderGroups(outside, paint)]),
        ],
    };
}
function renderGroups(changes, paint) {
    const signs = { "+": paint.green, "-": paint.red, "!": paint.yellow, " ": paint.dim };
    return (0,_change_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .groupChanges */ .tw)(changes).flatMap(({ title, lines }) => [
        `    ${paint.cyan(title)}`,
        ...lines.map((line) => `      ${signs[line.sign](`${line.sign} ${line.text}`)}`),
    ]);
}
function renderChecks(preflight, paint) {
    const unclear = preflight.filter((check) => check.status !== "OK");
    const rows = unclear.map((check) => {
        const mark = check.status === "FAIL" ? paint.red("FAIL") : paint.yellow("SKIP");
        const needed = check.locations.length === 0 ? "" : `(needed by ${check.locations.join(", ")})`;
        const text = [check.message, check.hint, needed].filter((part) => part !== undefined && part !== "").join(" ");
        return `  ${mark} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .showInvisible */ .jQ)(`${check.subject} ${check.target}: ${text}`)}`;
    });
    if (preflight.length === 0)
        return [];
    return [`Preflight: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .pq)(preflight.length - unclear.length, "check")} OK`, ...rows];
}


/***/ }),

/***/ 6853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ planTableVariants),
/* harmony export */   h0: () => (/* binding */ previousImage),
/* harmony export */   hu: () => (/* binding */ describeImage)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _image_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3488);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _step_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4737);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2867);





/**
 * The steps that do something, from the fullest form to the shortest: every one of them with all there is to say,
 * without its image, by name only; and last not all of them, visibly.
 */
function planTableVariants(steps) {
    return [
        renderPlanTable(steps, true),
        renderPlanTable(steps, false),
        listNames(steps, steps.length),
        ...[300, 50, 10].filter((most) => most < steps.length).map((most) => listNames(steps, most)),
    ];
}
function renderPlanTable(steps, withImages) {
    const hasImages = withImages && steps.some((step) => !["", AS_BEFORE].includes(renderImageCell(step)));
    return (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .bo)(["Code location", "Action", "What and why", ...(hasImages ? ["Image"] : []), "Risk"], steps.map((step) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(step.location),
        `${_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[step.action].mark}&nbsp;${_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[step.action].word}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProseCell */ .gl)((0,_step_words_js__WEBPACK_IMPORTED_MODULE_2__/* .describeWhat */ .m)(step)),
        ...(hasImages ? [renderImageCell(step)] : []),
        renderRiskCell(step),
    ]));
}
/** For so many locations that no table fits: what is done, and to which of them. */
function listNames(steps, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .takeFirst */ .SG)(steps, most);
    const actions = Object.keys(_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl);
    const lines = actions.flatMap((action) => {
        const names = shown.filter((step) => step.action === action).map(({ location }) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)(location));
        return names.length === 0 ? [] : [`${_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[action].mark} **${_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ACTIONS */ .kl[action].word}**: ${names.join(", ")}`];
    });
    const rest = more === 0 ? [] : [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(more, "more code location")} with changes.`];
    return [...lines, ...rest].join("\n\n");
}
function renderRiskCell(step) {
    const { consequence, lookTwice } = (0,_step_words_js__WEBPACK_IMPORTED_MODULE_2__/* .describeRisk */ .b)(step);
    const words = (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .isDangerous */ .F$)(step) ? `**${consequence}**` : consequence;
    return lookTwice === "" ? words : `${words}<br>**look twice:** ${lookTwice}`;
}
/** What was asked for and what it stands for, in as few words as possible. */
function describeImage(image) {
    switch (image.status) {
        case "pinned":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(image.requested), note: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigestOf */ .g$)(image.reference) ?? "" };
        case "missing":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(image.requested), note: "not in the registry yet" };
        case "kept":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(image.reference), note: "kept as it runs" };
        case "unresolved":
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(image.requested), note: "digest not known" };
        default:
            return { name: (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(image.reference), note: "" };
    }
}
/** What the image of a step takes the place of; `same`: it stays; undefined: there is nothing before. */
function previousImage({ image, action, taskDefinition }) {
    if (image === undefined || action === "create")
        return undefined;
    const { previous, reference } = image;
    if (previous === undefined)
        return taskDefinition.register || taskDefinition.reuse !== undefined ? undefined : "same";
    return previous === reference ? "same" : (0,_image_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shortenImage */ .F1)(previous);
}
/** Of the same repository the tag alone tells: the cell is narrow. */
function withoutRepository(name, before) {
    const repository = /^[^:@]+/.exec(before)?.[0];
    return repository !== undefined && name.startsWith(`${repository}:`) ? name.slice(repository.length + 1) : name;
}
const AS_BEFORE = "as before";
function renderImageCell(step) {
    const { image, action } = step;
    if (image === undefined || action === "blocked")
        return "";
    const { name, note } = describeImage(image);
    const before = previousImage(step);
    if (before === "same")
        return AS_BEFORE;
    const shownNote = note === "" ? [] : [image.status === "pinned" ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(note) : note];
    if (before === undefined)
        return [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(name), ...shownNote].join("<br>");
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(before)}<br>→ ${[(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(withoutRepository(name, before)), ...shownNote].join(" ")}`;
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
        for (const change of (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_1__/* .sensitiveChanges */ .Kw)(step)) {
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

/***/ 4737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ describeRisk),
/* harmony export */   m: () => (/* binding */ describeWhat)
/* harmony export */ });
/* harmony import */ var _change_topics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4164);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);
/* harmony import */ var _worth_showing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8581);



/** Reasons that say no more than what changes. */
const SAID_BY_CHANGES = new Set(["image", "task-definition", "service", "tags"]);
/** What a step changes and why, in a few words: `image, 2 variables`. A sentence where that says more. */
function describeWhat(step) {
    const { ours, outside } = (0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_2__/* .shownChanges */ .ph)(step);
    const back = outside.length === 0 ? "" : `puts back ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(outside.length, "change")} from outside`;
    const what = step.action === "create" || step.action === "replace" ? "" : listTopics(ours);
    const isSaid = SAID_BY_CHANGES.has(step.reason.code) && (what !== "" || back !== "");
    const more = [what, back].filter((part) => part !== "").join("; ");
    if (isSaid)
        return more;
    return more === "" ? step.reason.text : `${step.reason.text} Changes: ${more}`;
}
function listTopics(changes) {
    return (0,_change_topics_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByTopic */ .OS)(changes)
        .map(([topic, members]) => describeTopic(topic, [...new Set(members.map(({ name }) => name))]))
        .join(", ");
}
/** More names than these tell less than their number. */
const MOST_NAMES = 2;
function describeTopic(topic, names) {
    const { one, several } = _change_topics_js__WEBPACK_IMPORTED_MODULE_0__/* .TOPICS */ .pO[topic];
    if (several === undefined)
        return one;
    if (names.length > MOST_NAMES)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(names.length, one, several);
    const list = names.map((name) => `\`${name}\``).join(", ");
    return `${names.length === 1 ? one : several} ${list}`;
}
/** What a step means for the code server, and what of it a reviewer must look at twice. */
function describeRisk(step) {
    const consequence = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeImpact */ .an)(step.impact, step.action);
    // Everything of a new code server is new: that it has roles says nothing.
    if (step.action === "create")
        return { consequence, lookTwice: "" };
    const topics = (0,_change_topics_js__WEBPACK_IMPORTED_MODULE_0__/* .groupByTopic */ .OS)((0,_worth_showing_js__WEBPACK_IMPORTED_MODULE_2__/* .sensitiveChanges */ .Kw)(step)).map(([topic]) => SENSITIVE_WORDS[topic] ?? _change_topics_js__WEBPACK_IMPORTED_MODULE_0__/* .TOPICS */ .pO[topic].one);
    return { consequence, lookTwice: topics.join(", ") };
}
const SENSITIVE_WORDS = {
    image: "registry",
    secrets: "secrets",
    runs: "rights of runs",
    service: "access",
};


/***/ }),

/***/ 7556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ totalDuration),
/* harmony export */   gC: () => (/* binding */ PHASE_WORDS),
/* harmony export */   s8: () => (/* binding */ renderTimeline)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2867);


/** More rows are no picture any more. */
const MOST_LOCATIONS = 40;
const LONGEST_NAME = 40;
/** The chart counts hours, minutes and seconds from 0. */
const LONGEST_TOTAL_MS = 24 * 60 * 60 * 1_000;
/** What a location is at, in words that fit into a chart. */
const PHASE_WORDS = {
    prepare: "prepare",
    "task-start": "tasks start",
    "health-check": "health check",
    completion: "settle",
    rollback: "roll back",
    removal: "remove",
};
/**
 * When the parts of a rollout happened, as a Gantt chart of Mermaid, which GitHub draws in a job summary
 * (https://mermaid.js.org/syntax/gantt.html); empty where nothing took any time. Of many locations those that failed and
 * those that took longest.
 */
function renderTimeline(locations) {
    const timed = locations.filter((location) => (location.phases ?? []).length > 0);
    const start = Math.min(...timed.flatMap(({ phases }) => phases.map(({ from }) => from)));
    const end = Math.max(...timed.flatMap(({ phases }) => phases.map(({ to }) => to)));
    if (timed.length === 0 || end - start < 1_000 || end - start >= LONGEST_TOTAL_MS)
        return "";
    const chosen = new Set([...timed].sort(byWeight).slice(0, MOST_LOCATIONS));
    const shown = timed.filter((location) => chosen.has(location));
    const isLong = end - start >= 60 * 60 * 1_000;
    const lines = [
        "gantt",
        "    dateFormat HH:mm:ss",
        `    axisFormat ${isLong ? "%H:%M:%S" : "%M:%S"}`,
        "    todayMarker off",
        ...shown.flatMap((location) => renderLocation(location, start)),
    ];
    const which = chosen.size < timed.length ? `, the ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(chosen.size, "longest", "longest")} of ${timed.length}` : "";
    const unit = isLong ? "hours, minutes and seconds" : "minutes and seconds";
    return `**Timeline** (${unit} from the first step${which})\n\n${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .fencedBlock */ .zW)(lines.join("\n"), "mermaid")}`;
}
/** From the first step to the last, in seconds; undefined where nothing took any time. */
function totalDuration(locations) {
    const phases = locations.flatMap((location) => location.phases ?? []);
    if (phases.length === 0)
        return undefined;
    return (Math.max(...phases.map(({ to }) => to)) - Math.min(...phases.map(({ from }) => from))) / 1_000;
}
function byWeight(one, other) {
    const bad = ({ status }) => Number(_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUSES */ .f[status].bad);
    return bad(other) - bad(one) || (other.duration ?? 0) - (one.duration ?? 0);
}
function renderLocation({ location, status, phases }, start) {
    // What is over in the same second is no bar.
    const bars = phases.filter(({ from, to }) => secondsOf(to - start) > secondsOf(from - start));
    const tasks = bars.map(({ name, from, to }, index) => {
        const isBad = name === "rollback" || (_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUSES */ .f[status].bad && index === bars.length - 1);
        const state = isBad ? "crit" : name === "prepare" ? "done" : "active";
        const seconds = secondsOf(to - start) - secondsOf(from - start);
        return `    ${PHASE_WORDS[name]} :${state}, ${formatTime(secondsOf(from - start))}, ${seconds}s`;
    });
    return tasks.length === 0 ? [] : [`    section ${safeLabel(location)}`, ...tasks];
}
/** Letters, digits and a few signs: nothing that Mermaid, or the Markdown around it, could read as its own. */
function safeLabel(name) {
    const safe = name.replace(/[^\p{L}\p{N}_.-]+/gu, " ").trim();
    const short = Array.from(safe).slice(0, LONGEST_NAME).join("").trim();
    return short === "" ? "code location" : short;
}
function secondsOf(milliseconds) {
    return Math.round(milliseconds / 1_000);
}
function formatTime(seconds) {
    const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
}


/***/ }),

/***/ 3786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ warningAnnotations),
/* harmony export */   _: () => (/* binding */ collectWarnings)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2867);

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
            place: { file: problem.file, line: problem.line },
            locations: [],
        })),
    ];
}
/** Names that the title of an annotation can hold. */
const MOST_NAMES = 5;
/** The warnings of a plan as annotations, without a place: GitHub shows ten, so the same one is there only once. */
function warningAnnotations(plan) {
    return collectWarnings(plan, []).map(({ text, locations }) => ({
        level: "warning",
        title: (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .nameFirst */ .MX)(locations, MOST_NAMES),
        message: text,
    }));
}


/***/ }),

/***/ 8581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ sensitiveChanges),
/* harmony export */   nr: () => (/* binding */ changesWorthShowing),
/* harmony export */   ph: () => (/* binding */ shownChanges)
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
    const changes = step.changes.filter((change) => change.path !== CURRENT_IMAGE_PATH && !isSaidElsewhere(change.path, paths) && !isNameOfEntry(change, paths));
    return step.action === "create" ? changes.filter(isOfThisLocation) : changes;
}
/** The same, apart: what this change does, and what it puts back because somebody else has changed it. */
function shownChanges(step) {
    const shown = changesWorthShowing(step);
    return {
        ours: shown.filter((change) => change.outside !== true),
        outside: shown.filter((change) => change.outside === true),
    };
}
/** The sensitive changes of a step; of a new sidecar, its image stands for the whole. */
function sensitiveChanges(step) {
    const changes = changesWorthShowing(step);
    const added = new Set(changes.filter(({ change }) => change === "added").map(({ path }) => path));
    const isPartOfNewSidecar = ({ path }) => {
        const [, sidecar, field] = SIDECAR_PATH.exec(path) ?? [];
        return field !== undefined && field !== "image" && added.has(`${sidecar}.image`);
    };
    return changes.filter((change) => change.sensitive && !isPartOfNewSidecar(change));
}
/** A field of a container, of the task or of what runs are launched with. */
const SIDECAR_PATH = /^((?:containerDefinitions|container context › ecs\.\w+_sidecar_containers)\.[^.]+)\.(.+)$/s;
/** An entry of a list is told by its name already: `run_ecs_tags.team.key` says nothing beside `run_ecs_tags.team.value`. */
function isNameOfEntry({ path }, paths) {
    const [, entry] = /^(container context › .+)\.(?:key|name)$/s.exec(path) ?? [];
    return entry !== undefined && paths.some((other) => other !== path && other.startsWith(`${entry}.`));
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
