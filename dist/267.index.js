export const id = 267;
export const ids = [267];
export const modules = {

/***/ 7267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   render: () => (/* binding */ render)
/* harmony export */ });
/* harmony import */ var _desired_image_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3744);
/* harmony import */ var _model_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2103);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _agent_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2491);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(139);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4599);
/* harmony import */ var _rendering_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3969);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4266);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7541);









/** Prints what would be sent to AWS, without asking AWS: what only AWS knows is marked in round brackets. */
async function render(context) {
    (0,_agent_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseAgentService */ .r)(context, "render");
    const configuration = await (0,_load_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .loadConfiguration */ .vF)(context, { missingSeverity: "error", needsDeployment: true });
    const findings = (0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsOf */ .WX)(configuration, context.inputs.strict);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const settings = {
        launcher,
        deployment: context.deployment,
        region: (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .configuredRegion */ .R)(context) ?? "(the AWS region)",
        source: await (0,_source_js__WEBPACK_IMPORTED_MODULE_7__/* .configurationSource */ .q)(context, configuration.workspacePath),
        environment: context.environment,
        rollbackOnFailure: context.inputs.onFailure === "rollback",
        assignPublicIp: (0,_rendering_js__WEBPACK_IMPORTED_MODULE_5__/* .configuredPublicIp */ .n)(launcher) ?? "(ENABLED or DISABLED, by the route tables of the subnets)",
    };
    const locations = configuration.selected.map((configured) => {
        const requested = configured.imageReference ?? "";
        const image = (0,_desired_image_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveImage */ .A)({ requested, fact: undefined, pin: false, runningImage: undefined });
        return describeRequests((0,_rendering_js__WEBPACK_IMPORTED_MODULE_5__/* .renderConfigured */ .f)(configured, image, markedSecrets(configured, launcher), settings));
    });
    return { kind: "rendered", findings, document: { locations } };
}
/** Which secrets carry a tag, and what a secret is called, is known to Secrets Manager only. */
function markedSecrets(configured, launcher) {
    return {
        taggedSecrets: (configured.settings?.secretsTags ?? []).map((tag) => ({
            name: `(names of the secrets tagged ${tag})`,
            valueFrom: `(ARNs of the secrets tagged ${tag})`,
        })),
        namedSecrets: launcher.secretArns.map((arn) => ({ name: `(name of the secret ${arn})`, valueFrom: arn })),
    };
}
function describeRequests(desired) {
    const serviceTags = { ...desired.userTags, ...desired.identityTags };
    return {
        name: desired.name,
        registerTaskDefinition: {
            ...withShownEnvironment(desired),
            tags: lowerCaseTags((0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .revisionTags */ .nr)(desired.identityTags, desired.service.cluster)),
        },
        createCloudMapService: {
            ...desired.cloudMapService.createRequest,
            Tags: Object.entries(serviceTags).map(([Key, Value]) => ({ Key, Value })),
        },
        createService: {
            ...desired.service.createRequest,
            taskDefinition: desired.taskDefinition.family,
            serviceRegistries: [{ registryArn: "(ARN of the Cloud Map service)" }],
            tags: lowerCaseTags(serviceTags),
        },
    };
}
/** The body with the environment in the code server's container, the first one. */
function withShownEnvironment(desired) {
    const { body, environment } = desired.taskDefinition;
    const [codeServer, ...sidecars] = body.containerDefinitions;
    return {
        ...body,
        containerDefinitions: [{ ...codeServer, environment: environment.map(shownVariable) }, ...sidecars],
    };
}
function shownVariable({ name, value }) {
    const shown = value.origin === "literal" || value.origin === "injected" ? value.text : undefined;
    return { name, value: shown ?? `${_model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne.slice(0, -1)}: ${hiddenFrom(value)})` };
}
function hiddenFrom(value) {
    return "hidden" in value ? value.from : "";
}
function lowerCaseTags(tags) {
    return Object.entries(tags).map(([key, value]) => ({ key, value }));
}


/***/ }),

/***/ 3969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ configuredPublicIp),
  f: () => (/* binding */ renderConfigured)
});

// EXTERNAL MODULE: ./build/desired/container-context.js
var container_context = __webpack_require__(2592);
// EXTERNAL MODULE: ./build/desired/environment.js + 1 modules
var desired_environment = __webpack_require__(2291);
// EXTERNAL MODULE: ./build/desired/load-check.js
var load_check = __webpack_require__(6336);
// EXTERNAL MODULE: ./build/desired/names.js
var names = __webpack_require__(3077);
// EXTERNAL MODULE: ./build/desired/service.js
var service = __webpack_require__(974);
// EXTERNAL MODULE: ./build/desired/task-definition.js
var task_definition = __webpack_require__(4264);
;// CONCATENATED MODULE: ./build/desired/location.js






/** Everything that should exist for one code location. */
function renderLocation(input) {
    const { location, launcher, settings, deployment } = input;
    const name = (0,names/* serviceName */.fe)(deployment.name, location.name);
    const environment = (0,desired_environment/* buildEnvironment */.AF)({
        user: settings.environment,
        location,
        containerContext: (0,container_context/* containerContextForRuns */.A)(location, launcher),
        deployment,
        image: input.image.reference,
        port: input.port,
        maxWorkers: input.maxWorkers,
    });
    return {
        name: location.name,
        deployment,
        image: input.image,
        taskDefinition: (0,task_definition/* renderTaskDefinition */.P)({ ...input, image: input.image.reference, environment }),
        service: (0,service/* renderService */.i)({
            name,
            launcher,
            // Nobody scales a branch deployment, and a removal that was interrupted may have left it without a task.
            replicaCount: settings.serverResources.replicaCount ?? (deployment.kind === "branch" ? 1 : undefined),
            assignPublicIp: input.assignPublicIp,
            rollbackOnFailure: input.rollbackOnFailure,
        }),
        cloudMapService: (0,service/* renderCloudMapService */.B)(name, launcher.serviceDiscoveryNamespaceId),
        userTags: Object.fromEntries(settings.serverEcsTags.map(({ key, value }) => [key, value ?? ""])),
        identityTags: input.identityTags,
        loadCheckCommand: (0,load_check/* loadCheckCommand */.g)(location),
        port: input.port,
        rolloutTimeout: launcher.ecsTimeout + launcher.serverProcessStartupTimeout,
        taskStartTimeout: launcher.ecsTimeout,
        healthCheckTimeout: launcher.serverProcessStartupTimeout,
        gracePeriod: launcher.ecsGracePeriod,
        logGroup: launcher.logGroup,
        position: location.position,
    };
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/tags.js
var tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/commands/code-server-port.js
var code_server_port = __webpack_require__(9882);
;// CONCATENATED MODULE: ./build/commands/rendering.js




/** Renders one location that has passed its checks. */
function renderConfigured(configured, image, fromAws, settings) {
    const { location, family } = configured;
    if (configured.settings === undefined || family === undefined) {
        throw new errors/* ActionError */.lZ("location-not-checked", `"${location.name}" was not merged with its deployment.`, {
            source: "internal",
        });
    }
    return renderLocation({
        location,
        launcher: settings.launcher,
        settings: configured.settings,
        deployment: settings.deployment,
        family,
        image,
        region: settings.region,
        ...fromAws,
        assignPublicIp: settings.launcher.launchType === "FARGATE" ? settings.assignPublicIp : undefined,
        rollbackOnFailure: settings.rollbackOnFailure,
        port: (0,code_server_port/* codeServerPort */.y)(settings.environment),
        maxWorkers: settings.environment.get("DAGSTER_GRPC_MAX_WORKERS"),
        identityTags: (0,tags/* identityTags */._z)({
            deployment: settings.deployment,
            location: location.name,
            source: settings.source,
        }),
    });
}
/** What the configuration says of public addresses; undefined when only the route tables can tell. */
function configuredPublicIp(launcher) {
    if (launcher.assignPublicIp === undefined)
        return undefined;
    return launcher.assignPublicIp ? "ENABLED" : "DISABLED";
}


/***/ }),

/***/ 4266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf),
/* harmony export */   q: () => (/* binding */ configurationSource)
/* harmony export */ });
/**
 * Where a configuration comes from, as `owner/repo:path`: what tags say whose a service is. On a terminal the
 * repository is that of the remote `origin`, so that a run by hand and a run of the workflow are the same source.
 */
async function configurationSource(context, path) {
    return `${(await repositoryOf(context)) ?? "local"}:${path.replace(/^\.\//, "")}`;
}
/** `owner/repo`; undefined when nothing says it. */
async function repositoryOf(context) {
    return context.event?.repository ?? context.environment.get("GITHUB_REPOSITORY") ?? (await originRepository(context));
}
async function originRepository(context) {
    const bytes = await context.files.read(".git/config");
    if (bytes === undefined)
        return undefined;
    const origin = /\[remote "origin"\]([^[]*)/.exec(new TextDecoder().decode(bytes))?.[1] ?? "";
    return /url\s*=\s*\S*?[/:]([^/:\s]+\/[^/\s]+?)(?:\.git)?\s*$/m.exec(origin)?.[1];
}


/***/ }),

/***/ 6336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ loadCheckCommand)
/* harmony export */ });
/** Options of `dagster definitions validate` (Dagster CLI reference); the code server takes the same from its environment. */
const CODE_SOURCE_OPTIONS = {
    python_file: "--python-file",
    module_name: "--module-name",
    package_name: "--package-name",
    autoload_defs_module_name: "--autoload-defs-module-name",
};
/**
 * The command that loads a location's code once and ends: with 0 when it could be loaded, else with 1 and the Python
 * error in its log (Dagster CLI reference, `dagster definitions validate`; there since Dagster 1.8).
 */
function loadCheckCommand(location) {
    const { codeSource, workingDirectory, attribute, executablePath } = location;
    const program = executablePath ? [executablePath, "-m", "dagster"] : ["dagster"];
    return [
        ...program,
        "definitions",
        "validate",
        CODE_SOURCE_OPTIONS[codeSource.kind],
        codeSource.value,
        ...(workingDirectory ? ["--working-directory", workingDirectory] : []),
        ...(attribute ? ["--attribute", attribute] : []),
    ];
}


/***/ }),

/***/ 974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderCloudMapService),
/* harmony export */   i: () => (/* binding */ renderService)
/* harmony export */ });
/** Seconds a resolver may keep an address: the agent's value. */
const DNS_TTL = 60;
/** Tasks a service starts with when `replica_count` is not configured (agent: `replica_count or 1`). */
const DEFAULT_TASK_COUNT = 1;
/** The ECS service of a code server. */
function renderService(input) {
    const { launcher } = input;
    // The agent treats 0 as not configured.
    const desiredCount = input.replicaCount || undefined;
    const awsvpcConfiguration = {
        subnets: launcher.subnets,
        // ECS knows public addresses of task network interfaces for Fargate only.
        ...(launcher.launchType === "FARGATE" && input.assignPublicIp && { assignPublicIp: input.assignPublicIp }),
        ...(launcher.securityGroupIds.length > 0 && { securityGroups: launcher.securityGroupIds }),
    };
    const tasksAtCreation = desiredCount ?? DEFAULT_TASK_COUNT;
    return {
        name: input.name,
        cluster: launcher.cluster,
        launchType: launcher.launchType,
        ...(desiredCount !== undefined && { desiredCount }),
        enableExecuteCommand: launcher.enableEcsExec,
        subnets: launcher.subnets,
        securityGroups: launcher.securityGroupIds,
        ...(awsvpcConfiguration.assignPublicIp && {
            assignPublicIp: awsvpcConfiguration.assignPublicIp === "ENABLED" ? "ENABLED" : "DISABLED",
        }),
        rollbackOnFailure: input.rollbackOnFailure,
        createRequest: {
            cluster: launcher.cluster,
            serviceName: input.name,
            launchType: launcher.launchType,
            desiredCount: tasksAtCreation,
            enableExecuteCommand: launcher.enableEcsExec,
            propagateTags: "SERVICE",
            networkConfiguration: { awsvpcConfiguration },
            deploymentConfiguration: {
                deploymentCircuitBreaker: { enable: true, rollback: input.rollbackOnFailure },
                maximumPercent: 200,
                minimumHealthyPercent: 100,
            },
            // ECS enables rebalancing when it is left out; with one task it only stops and starts the code server.
            ...(tasksAtCreation === 1 && { availabilityZoneRebalancing: "DISABLED" }),
        },
    };
}
/** The Cloud Map service that gives the code server its host name. */
function renderCloudMapService(name, namespaceId) {
    return {
        name,
        namespaceId,
        createRequest: {
            Name: name,
            NamespaceId: namespaceId,
            DnsConfig: { DnsRecords: [{ Type: "A", TTL: DNS_TTL }] },
        },
    };
}


/***/ }),

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


/***/ })

};
