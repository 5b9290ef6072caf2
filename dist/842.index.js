export const id = 842;
export const ids = [842];
export const modules = {

/***/ 6246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ obtainContent),
/* harmony export */   b: () => (/* binding */ obtainRevision)
/* harmony export */ });
/* harmony import */ var _plan_revision_content_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(569);

/** How a service of this cluster gets a revision with this content: one that is there already, or a new one. */
async function obtainContent(family, content, cluster, ecs) {
    // A run that was interrupted may have registered it.
    const latest = await ecs.describeTaskDefinition(family, { withTags: true });
    return latest !== undefined && (0,_plan_revision_content_js__WEBPACK_IMPORTED_MODULE_0__/* .isUsableFor */ .E5)(latest, content, cluster)
        ? { register: false, reuse: latest.arn }
        : { register: true };
}
/** The same for a revision; ECS starts no task of one that is not ACTIVE, so its content is registered anew. */
async function obtainRevision(target, content, cluster, ecs) {
    if (target.status === "ACTIVE")
        return { register: false, reuse: target.arn };
    return obtainContent(target.family, content, cluster, ecs);
}


/***/ }),

/***/ 1865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ changeRevisions)
});

// EXTERNAL MODULE: ./build/apply/apply-plan.js + 24 modules
var apply_plan = __webpack_require__(5431);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/run-order.js
var run_order = __webpack_require__(9154);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/plan/downgrade.js
var downgrade = __webpack_require__(5513);
// EXTERNAL MODULE: ./build/commands/agent-configuration.js + 14 modules
var agent_configuration = __webpack_require__(2491);
// EXTERNAL MODULE: ./build/commands/apply.js + 2 modules
var apply = __webpack_require__(261);
// EXTERNAL MODULE: ./build/commands/aws-connection.js
var aws_connection = __webpack_require__(139);
// EXTERNAL MODULE: ./build/commands/carry-out-input.js + 1 modules
var carry_out_input = __webpack_require__(8934);
// EXTERNAL MODULE: ./build/commands/load-configuration.js + 54 modules
var load_configuration = __webpack_require__(4599);
// EXTERNAL MODULE: ./build/commands/own-run.js
var own_run = __webpack_require__(8643);
// EXTERNAL MODULE: ./build/commands/plan.js
var plan = __webpack_require__(3996);
// EXTERNAL MODULE: ./build/live/verify.js + 3 modules
var verify = __webpack_require__(672);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
// EXTERNAL MODULE: ./build/plan/hide-values.js
var hide_values = __webpack_require__(9547);
// EXTERNAL MODULE: ./build/plan/revision-content.js
var revision_content = __webpack_require__(569);
// EXTERNAL MODULE: ./build/model/plan.js
var model_plan = __webpack_require__(4519);
// EXTERNAL MODULE: ./build/model/task-definition-arn.js
var task_definition_arn = __webpack_require__(4137);
// EXTERNAL MODULE: ./build/plan/decision.js + 2 modules
var decision = __webpack_require__(3548);
// EXTERNAL MODULE: ./build/plan/fingerprint.js
var fingerprint = __webpack_require__(802);
// EXTERNAL MODULE: ./build/plan/impact.js
var impact = __webpack_require__(8686);
// EXTERNAL MODULE: ./build/plan/make-plan.js
var make_plan = __webpack_require__(5680);
// EXTERNAL MODULE: ./build/plan/ownership.js
var plan_ownership = __webpack_require__(959);
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/normalize/container-definition.js
var container_definition = __webpack_require__(865);
// EXTERNAL MODULE: ./build/normalize/task-definition.js + 1 modules
var task_definition = __webpack_require__(147);
// EXTERNAL MODULE: ./build/plan/container-context-changes.js
var container_context_changes = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/plan/diff.js
var diff = __webpack_require__(1432);
// EXTERNAL MODULE: ./build/plan/environment-visibility.js
var environment_visibility = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/plan/field-changes.js + 1 modules
var field_changes = __webpack_require__(8184);
// EXTERNAL MODULE: ./build/plan/sensitivity.js
var sensitivity = __webpack_require__(7621);
;// CONCATENATED MODULE: ./build/plan/revision-changes.js








/**
 * What differs between two registered revisions. Neither says which of its values came out of somebody's environment,
 * so only what cannot have been a secret is shown; of all else it is said where it is.
 */
function compareRevisions(before, after) {
    const { left, right } = (0,task_definition/* alignRoles */.th)((0,task_definition/* normalizeDesiredTaskDefinition */.aB)(before), (0,task_definition/* normalizeDesiredTaskDefinition */.aB)(after));
    const sides = { before: { content: before, tree: left }, after: { content: after, tree: right } };
    const changes = (0,diff/* diffTrees */.j)(left, right).flatMap((leaf) => isContainerContext(leaf.path) ? explainContext(leaf, sides) : [describe(leaf, sides)]);
    return (0,field_changes/* sortChanges */.gQ)(joinSamePath(changes));
}
function describe(leaf, sides) {
    return {
        resource: "task-definition",
        path: (0,diff/* dottedPath */.w)(telling(leaf.path)),
        change: leaf.change,
        ...(leaf.before !== undefined && { before: show(leaf.path, leaf.before, sides.before) }),
        ...(leaf.after !== undefined && { after: show(leaf.path, leaf.after, sides.after) }),
        impact: "rollout",
        sensitive: (0,sensitivity/* isSensitiveTaskChange */.f)(sides.before.tree, leaf),
    };
}
/** Fields of a task definition, and of a container, that hold sizes, names of images and ARNs. */
const SHOWN_FIELDS = new Set([
    "family",
    "cpu",
    "memory",
    "networkMode",
    "pidMode",
    "ipcMode",
    "requiresCompatibilities",
    "runtimePlatform",
    "ephemeralStorage",
    "enableFaultInjection",
    "taskRoleArn",
    "executionRoleArn",
]);
const SHOWN_CONTAINER_FIELDS = new Set([
    "image",
    "cpu",
    "memory",
    "memoryReservation",
    "essential",
    "privileged",
    "readonlyRootFilesystem",
    "portMappings",
    "secrets",
    "repositoryCredentials",
]);
const SHOWN_HEALTH_CHECK_FIELDS = new Set(["interval", "timeout", "retries", "startPeriod"]);
/** The part of a path that may be shown: names of volumes and labels may have come out of an environment, too. */
function telling(path) {
    const [field = "", , containerField] = path;
    if (field !== "containerDefinitions")
        return isShown(path) ? path : [field];
    return isShown(path) || containerField === "environment" ? path : path.slice(0, 3);
}
function isShown([field = "", , containerField = "", part = ""]) {
    if (field !== "containerDefinitions")
        return SHOWN_FIELDS.has(field);
    return (SHOWN_CONTAINER_FIELDS.has(containerField) ||
        (containerField === "healthCheck" && SHOWN_HEALTH_CHECK_FIELDS.has(part)));
}
const HIDDEN = { kind: "hidden", why: "value of a registered revision" };
function show(path, value, side) {
    const [, container = "", containerField, name = ""] = path;
    const isPublic = containerField === "environment" ? isPublicVariable(container, name, value, side) : isShown(path);
    return isPublic ? { kind: "shown", value } : HIDDEN;
}
/** Spelled out in the repository's YAML, or the image, which is a field of the container as well. */
function isPublicVariable(container, name, text, { content, tree }) {
    if (container !== code_server/* CODE_SERVER_CONTAINER */.ke)
        return false;
    if (name === code_server/* CURRENT_IMAGE_VARIABLE */.bx && (0,container_definition/* containerOf */.t8)(tree, container)?.image === text)
        return true;
    const value = content.environment.find((variable) => variable.name === name)?.value;
    return value?.origin === "literal" && value.text === text;
}
function isContainerContext([field, container, containerField, name]) {
    return (field === "containerDefinitions" &&
        container === code_server/* CODE_SERVER_CONTAINER */.ke &&
        containerField === "environment" &&
        name === code_server/* CONTAINER_CONTEXT_VARIABLE */.rl);
}
/** Which settings of the container context differ; of the values only sizes are shown. */
function explainContext(leaf, sides) {
    const inside = (0,container_context_changes/* diffContainerContexts */.Nw)((0,environment_visibility/* containerContextOf */.Cv)(sides.before.tree), (0,environment_visibility/* containerContextOf */.Cv)(sides.after.tree));
    if (inside.length === 0)
        return [describe(leaf, sides)];
    return inside.map(({ path, change, before, after }) => {
        const isSize = path[0] === "ecs" && /^(?:server|run)_resources$/.test(path[1] ?? "");
        const shown = (value) => (isSize ? { kind: "shown", value } : HIDDEN);
        return {
            resource: "task-definition",
            path: (0,container_context_changes/* containerContextPath */.yc)(path.slice(0, isSize ? 3 : 2)),
            change,
            ...(before !== undefined && { before: shown(before) }),
            ...(after !== undefined && { after: shown(after) }),
            impact: "rollout",
            sensitive: (0,container_context_changes/* isSensitiveSetting */.bn)(path),
        };
    });
}
/** Changes that are told by the same path become one: more would say the same again. */
function joinSamePath(changes) {
    const joined = new Map();
    for (const change of changes) {
        const other = joined.get(change.path);
        joined.set(change.path, other === undefined ? change : join(other, change));
    }
    return [...joined.values()];
}
function join(one, other) {
    const sensitive = one.sensitive || other.sensitive;
    if (one.change === other.change)
        return { ...one, sensitive };
    return { ...one, change: "changed", before: HIDDEN, after: HIDDEN, sensitive };
}

;// CONCATENATED MODULE: ./build/plan/revision-step.js








/** The step that puts a location on another revision, or gives it new tasks. `desired`: as it is to run. */
function planRevisionChange(desired, { service, running, content, image }, { action, reason, taskDefinition, warnings }) {
    const moves = (0,model_plan/* movesRevision */.M)({ taskDefinition });
    return {
        location: desired.name,
        action,
        reason,
        ...(0,make_plan/* subjectOf */.et)(desired, image),
        taskDefinition,
        base: (0,make_plan/* baseOf */.bx)(service),
        changes: moves ? compareRevisions(content, desired.taskDefinition) : [],
        impact: (0,impact/* impactOfAction */.mA)(action) ?? "rollout",
        warnings: [...(0,decision/* warnAboutLive */.ec)({ service, running }), ...warnings],
        // What is in a revision is what it was made from. The tag of a service that stays on its revision stays, too.
        ...(moves && { fingerprints: (0,fingerprint/* fingerprintOf */.ax)(desired) }),
    };
}
/** The step of a location that must not be touched, or cannot be. */
function planRefusal(location, live, reason) {
    return {
        location: location.name,
        action: "blocked",
        reason,
        service: location.service,
        cluster: location.cluster,
        family: (live && (0,task_definition_arn/* parseTaskDefinitionArn */.t)(live.taskDefinitionArn)?.family) ?? "",
        taskDefinition: { register: false },
        base: live === undefined ? {} : (0,make_plan/* baseOf */.bx)(live),
        changes: [],
        impact: "none",
        warnings: [],
    };
}
/** Why the service of a location is none that could be redeployed or put back; undefined when it is. */
function refuseService(name, service, identityTags) {
    if (service === undefined) {
        return { code: "no-service", text: `Nothing runs this location yet: apply creates its ECS service "${name}".` };
    }
    const ownership = (0,plan_ownership/* ownershipOf */.VL)(service.tags, identityTags);
    if (ownership.owner === "other") {
        return { code: "other-owner", text: (0,plan_ownership/* nameOwners */.OZ)(`The ECS service "${name}"`, ownership.tags, identityTags) };
    }
    if (ownership.owner === "nobody") {
        return { code: "not-ours", text: `The ECS service "${name}" carries no tags of this action.` };
    }
    if (service.status !== "ACTIVE") {
        return { code: "no-service", text: `The ECS service "${name}" is being deleted: apply creates a new one.` };
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/report/redact.js + 1 modules
var report_redact = __webpack_require__(1725);
// EXTERNAL MODULE: ./build/commands/code-server-port.js
var code_server_port = __webpack_require__(9882);
// EXTERNAL MODULE: ./build/desired/load-check.js
var load_check = __webpack_require__(6336);
// EXTERNAL MODULE: ./build/model/environment.js
var model_environment = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/desired/environment.js + 1 modules
var environment = __webpack_require__(2291);
;// CONCATENATED MODULE: ./build/desired/revision-code.js



/**
 * The location with the code that a registered revision serves: since it was registered, the configuration may have
 * got another code source. As the configuration has it where the revision does not say.
 */
function withCodeOfRevision(location, revision) {
    const codeSource = codeSourceOf(revision);
    if (codeSource === undefined)
        return location;
    const { workingDirectory: _directory, attribute: _attribute, executablePath: _path, ...rest } = location;
    const workingDirectory = textOf(revision, "DAGSTER_CLI_API_GRPC_WORKING_DIRECTORY");
    const attribute = textOf(revision, "DAGSTER_CLI_API_GRPC_ATTRIBUTE");
    const executablePath = executableOf(revision);
    return {
        ...rest,
        codeSource,
        ...(workingDirectory !== undefined && { workingDirectory }),
        ...(attribute !== undefined && { attribute }),
        ...(executablePath !== undefined && { executablePath }),
    };
}
function codeSourceOf(revision) {
    const kinds = Object.keys(environment/* CODE_SOURCE_VARIABLES */.KD);
    for (const kind of kinds) {
        const value = textOf(revision, environment/* CODE_SOURCE_VARIABLES */.KD[kind]);
        if (value !== undefined)
            return { kind, value };
    }
    return undefined;
}
function textOf({ environment }, name) {
    const value = environment.find((variable) => variable.name === name)?.value;
    return value === undefined ? undefined : (0,model_environment/* revealValue */.JW)(value) || undefined;
}
/** The command is `<executable> -m dagster api grpc` where a location has an executable, else `dagster api grpc`. */
function executableOf({ body }) {
    const [codeServer] = (0,json/* isJsonList */.P)(body.containerDefinitions) ? body.containerDefinitions : [];
    const command = (0,json/* isJsonObject */.O)(codeServer) && (0,json/* isJsonList */.P)(codeServer.command) ? codeServer.command : [];
    const [program, flag, module] = command;
    return typeof program === "string" && flag === "-m" && module === "dagster" ? program : undefined;
}

// EXTERNAL MODULE: ./build/desired/service.js
var desired_service = __webpack_require__(974);
;// CONCATENATED MODULE: ./build/commands/live-location.js





const PORT_VARIABLE = "DAGSTER_CLI_API_GRPC_PORT";
/** A location with the service it has, on this revision: of the configuration there are only the timeouts. */
function locationOnRevision(next) {
    const { configured, launcher, service, taskDefinition } = next;
    return {
        name: configured.location.name,
        deployment: next.deployment,
        image: next.image,
        taskDefinition,
        service: describeService(service, launcher.cluster),
        cloudMapService: (0,desired_service/* renderCloudMapService */.B)(service.name, launcher.serviceDiscoveryNamespaceId),
        userTags: {},
        identityTags: next.identityTags,
        loadCheckCommand: (0,load_check/* loadCheckCommand */.g)(withCodeOfRevision(configured.location, taskDefinition)),
        port: portOf(taskDefinition) ?? next.defaultPort,
        rolloutTimeout: launcher.ecsTimeout + launcher.serverProcessStartupTimeout,
        taskStartTimeout: launcher.ecsTimeout,
        healthCheckTimeout: launcher.serverProcessStartupTimeout,
        gracePeriod: launcher.ecsGracePeriod,
        logGroup: logGroupOf(taskDefinition) ?? launcher.logGroup,
        position: configured.location.position,
    };
}
function describeService({ name, description }, cluster) {
    const { networkConfiguration, deploymentConfiguration, desiredCount, enableExecuteCommand, propagateTags } = description;
    const { subnets = [], securityGroups = [], assignPublicIp } = networkConfiguration?.awsvpcConfiguration ?? {};
    const launchType = runsOnFargate(description) ? "FARGATE" : "EC2";
    const request = {
        cluster,
        serviceName: name,
        launchType,
        desiredCount,
        enableExecuteCommand,
        propagateTags,
        networkConfiguration,
        deploymentConfiguration,
    };
    return {
        name,
        cluster,
        launchType,
        ...(desiredCount !== undefined && { desiredCount }),
        enableExecuteCommand: enableExecuteCommand === true,
        subnets,
        securityGroups,
        ...(assignPublicIp !== undefined && { assignPublicIp }),
        rollbackOnFailure: deploymentConfiguration?.deploymentCircuitBreaker?.rollback === true,
        // As JSON, what the description does not tell is absent.
        createRequest: JSON.parse(JSON.stringify(request)),
    };
}
/** Where a capacity provider strategy stands in place of a launch type, its providers say. */
function runsOnFargate({ launchType, capacityProviderStrategy = [] }) {
    if (launchType !== undefined)
        return launchType === "FARGATE";
    return capacityProviderStrategy.every(({ capacityProvider }) => capacityProvider?.startsWith("FARGATE"));
}
function portOf({ environment }) {
    const value = environment.find(({ name }) => name === PORT_VARIABLE)?.value;
    const text = value === undefined ? "" : (0,model_environment/* revealValue */.JW)(value);
    return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}
function logGroupOf({ body }) {
    const [codeServer] = (0,json/* isJsonList */.P)(body.containerDefinitions) ? body.containerDefinitions : [];
    const configuration = (0,json/* isJsonObject */.O)(codeServer) ? codeServer.logConfiguration : undefined;
    const options = (0,json/* isJsonObject */.O)(configuration) ? configuration.options : undefined;
    const group = (0,json/* isJsonObject */.O)(options) ? options["awslogs-group"] : undefined;
    return typeof group === "string" ? group : undefined;
}

// EXTERNAL MODULE: ./build/commands/location-checks.js
var location_checks = __webpack_require__(8760);
// EXTERNAL MODULE: ./build/commands/prepare.js + 4 modules
var prepare = __webpack_require__(1967);
// EXTERNAL MODULE: ./build/commands/redaction.js
var redaction = __webpack_require__(866);
// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/desired/names.js
var names = __webpack_require__(3077);
// EXTERNAL MODULE: ./build/live/services.js
var live_services = __webpack_require__(1404);
// EXTERNAL MODULE: ./build/commands/deployment.js + 1 modules
var commands_deployment = __webpack_require__(9553);
;// CONCATENATED MODULE: ./build/commands/running-locations.js









const LOCATIONS_AT_ONCE = 8;
/** Reads what runs for each location, or why that is not ours to change. */
async function readRunningLocations(selected, where, ecs) {
    const nameOf = ({ location }) => (0,names/* serviceName */.fe)(where.deployment, location.name);
    const services = await (0,live_services/* readLiveServices */.z)(where.cluster, selected.map(nameOf), { ecs });
    return (0,concurrency/* mapConcurrently */.X2)(selected, LOCATIONS_AT_ONCE, async (configured) => {
        const name = nameOf(configured);
        const service = services.get(name);
        const refuse = (reason) => ({ configured, serviceName: name, service, reason });
        const tags = (0,model_tags/* identityTags */._z)({
            deployment: (0,commands_deployment/* fullDeployment */.r8)(where.deployment),
            location: configured.location.name,
            source: where.source,
        });
        // `deployment` may name a branch deployment, too: its own tags say of which kind it is.
        const refusal = refuseService(name, service, { ...tags, ...kindTags(service?.tags ?? {}) });
        if (refusal !== undefined)
            return refuse(refusal);
        if (service === undefined)
            return refuse({ code: "no-service", text: `There is no ECS service "${name}".` });
        const running = await ecs.describeTaskDefinition(service.taskDefinitionArn, { withTags: true });
        const deployment = deploymentOf(service, where.deployment);
        const known = knownEnvironment(configured, deployment);
        const content = running && (0,revision_content/* readRevision */.M7)(running, known);
        if (running === undefined || content === undefined)
            return refuse(explainUnreadable(service));
        return {
            configured,
            deployment,
            service,
            running,
            content,
            image: (0,revision_content/* imageOfRevision */.G9)(content),
            known,
            identityTags: { ...tags, ...kindTags(service.tags) },
        };
    });
}
function explainUnreadable({ name, taskDefinitionArn }) {
    const text = `The ECS service "${name}" runs ${taskDefinitionArn}, which is gone or has no code server in it: apply brings it back to the configuration.`;
    return { code: "revision-unreadable", text };
}
/** By its tags: `deployment` may name a branch deployment, too. */
function deploymentOf({ tags }, name) {
    return { name, kind: tags[model_tags/* TAG_KIND */.GR] === "branch" ? "branch" : "full" };
}
function kindTags(tags) {
    const kept = [model_tags/* TAG_KIND */.GR, model_tags/* TAG_PULL_REQUEST */.L$].flatMap((key) => {
        const value = tags[key];
        return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(kept);
}
/** What the configuration of now says of the environment: what it spells out, and what this action sets. */
function knownEnvironment({ location, settings }, deployment) {
    return {
        injected: injectedNames(location, deployment),
        isSpelledOut: (container, name, text) => {
            const sidecar = settings?.serverSidecarContainers.find((each) => each.name === container);
            if (sidecar !== undefined)
                return environmentOf(sidecar).some((each) => each.name === name && each.value === text);
            const value = settings?.environment.find((variable) => variable.name === name)?.value;
            return value?.origin === "literal" && value.text === text;
        },
    };
}
const CODE_SOURCES = ["python_file", "module_name", "package_name", "autoload_defs_module_name"];
/** Any text: a setting that is there brings its variable along. */
const SET = "set";
/** The names of all variables that this action sets itself, for an earlier form of the location, too. */
function injectedNames(location, deployment) {
    const branch = {
        pullRequest: 0,
        pullRequestStatus: SET,
        baseDeployment: SET,
        gitBranch: SET,
        gitRepository: SET,
        gitSha: SET,
    };
    const variables = CODE_SOURCES.flatMap((kind) => (0,environment/* buildEnvironment */.AF)({
        user: [],
        location: {
            ...location,
            codeSource: { kind, value: SET },
            workingDirectory: SET,
            executablePath: SET,
            attribute: SET,
        },
        containerContext: {},
        deployment: deployment.kind === "branch" ? { ...deployment, branch } : deployment,
        image: SET,
        port: 0,
        maxWorkers: undefined,
    }));
    return new Set(variables.map(({ name }) => name));
}
function environmentOf(container) {
    return (0,json/* isJsonList */.P)(container.environment) ? container.environment.filter(json/* isJsonObject */.O) : [];
}

// EXTERNAL MODULE: ./build/commands/source.js
var commands_source = __webpack_require__(4266);
;// CONCATENATED MODULE: ./build/commands/prepare-revisions.js















/** By the tags of a service: its deployment may be a branch deployment. */
function kindOf(location) {
    const pullRequest = location?.identityTags[model_tags/* TAG_PULL_REQUEST */.L$];
    return {
        kind: location?.deployment.kind ?? "full",
        ...(pullRequest !== undefined && { pullRequest: Number(pullRequest) }),
    };
}
/** Reads what runs, makes the plan, and checks that the tasks it starts can start. */
async function prepareRevisions(request) {
    const { context, configuration, launcher, ports } = request;
    const { inputs } = context;
    const { cluster } = launcher;
    const source = await (0,commands_source/* configurationSource */.q)(context, configuration.workspacePath);
    const [caller, namespace, found] = await Promise.all([
        ports.identity.callerIdentity(),
        ports.discovery.describeNamespace(launcher.serviceDiscoveryNamespaceId).catch(prepare/* withoutPermission */.wP),
        readRunningLocations(configuration.selected, { deployment: context.deployment.name, source, cluster }, ports.ecs),
    ]);
    (0,prepare/* refuseOtherCluster */.t_)(inputs.cluster, ports.region, caller.account);
    const located = found.filter(isRunning);
    const { decisions, images } = await request.decide(located, ports, cluster);
    const planned = [
        ...found.filter(isRefused).map((location) => planUnfit(location, cluster)),
        ...located.flatMap((location, index) => {
            const decision = decisions[index];
            return decision === undefined ? [] : [planDecision(location, decision, request)];
        }),
    ];
    const desired = planned.flatMap((one) => one.desired);
    const toStart = planned.filter(({ step, isGoingOn }) => step.action !== "none" && !isGoingOn);
    const hidden = [...planned.flatMap((one) => one.hidden), ...configuration.environmentTexts];
    context.hide(hidden, (0,redaction/* publicTextsOf */.V0)(configuration.sources));
    const redact = (0,report_redact/* createRedactor */.lY)(hidden);
    const plan = {
        formatVersion: 1,
        request: {
            deployment: context.deployment.name,
            ...kindOf(located[0]),
            organization: configuration.organization ?? null,
            cluster,
            region: ports.region,
            account: caller.account,
            source,
            commit: context.event?.headSha ?? null,
        },
        steps: planned
            .map(({ step }) => hideTexts(step, configuration.environmentTexts))
            .toSorted((left, right) => (0,text_order/* compareCodePoints */.O)(left.location, right.location)),
        notSelected: configuration.notSelected.toSorted(text_order/* compareCodePoints */.O),
    };
    const run = {
        plan,
        preflight: (await prepare_revisions_verify(request, toStart, images, caller)).map((check) => (0,prepare/* redactCheck */.In)(check, redact)),
        desired,
        namespaceName: namespace?.name,
        unfinished: new Set(planned.filter(({ isGoingOn }) => isGoingOn).map(({ step }) => step.location)),
        unmarked: new Set(),
        registries: new Map(located.flatMap(registryOf)),
        redact,
    };
    const services = located.map(({ service }) => service);
    return { run, notAllowed: toStart.flatMap((one) => one.notAllowed), services };
}
function isRunning(location) {
    return "running" in location;
}
function isRefused(location) {
    return !isRunning(location);
}
function planUnfit({ configured, serviceName, service, reason }, cluster) {
    const names = { name: configured.location.name, service: serviceName, cluster };
    return { step: planRefusal(names, service, reason), desired: [], hidden: [], notAllowed: [], isGoingOn: false };
}
function planDecision(location, decision, request) {
    const { configured, service, known } = location;
    const hidden = (0,revision_content/* hiddenTextsOfRevision */.JJ)(location.content, known);
    if (decision.kind === "refused") {
        const refused = { configured, serviceName: service.name, service, reason: decision.reason };
        return { ...planUnfit(refused, request.launcher.cluster), hidden };
    }
    const desired = locationOnRevision({
        configured,
        deployment: location.deployment,
        service,
        taskDefinition: decision.content,
        image: decision.image,
        identityTags: {
            ...location.identityTags,
            ...(decision.commit !== undefined && { [model_tags/* TAG_COMMIT */.rJ]: decision.commit }),
        },
        launcher: request.launcher,
        defaultPort: (0,code_server_port/* codeServerPort */.y)(request.context.environment),
    });
    const warnings = [...decision.change.warnings, ...warnAboutFailure(desired, request.context.inputs.onFailure)];
    return {
        step: planRevisionChange(desired, location, { ...decision.change, warnings }),
        desired: [desired],
        hidden: [...hidden, ...(0,revision_content/* hiddenTextsOfRevision */.JJ)(decision.content, known)],
        notAllowed: checkAllowed(location, desired, request),
        isGoingOn: decision.isGoingOn === true,
    };
}
/** What ECS does with a rollout that fails is a setting of the service, and stays as it is. */
function warnAboutFailure({ service }, onFailure) {
    if (service.rollbackOnFailure === (onFailure === "rollback"))
        return [];
    const what = service.rollbackOnFailure ? "goes back to what runs now" : "leaves it as it is";
    return [
        `If this rollout fails, ECS ${what}: on-failure differs from the setting of the service, which apply changes.`,
    ];
}
/** What the inputs allow holds for what is deployed again, too. */
function checkAllowed({ configured }, { image, taskDefinition }, { context, configuration }) {
    const { inputs } = context;
    const { location, settings } = configured;
    const options = {
        ...inputs,
        images: new Map([[location.name, image.reference]]),
        organization: configuration.organization,
        missingSeverity: "error",
    };
    const { executionRoleArn, taskRoleArn } = taskDefinition.body;
    const roles = settings && {
        ...withoutRoles(settings),
        executionRoleArn: typeof executionRoleArn === "string" ? executionRoleArn : "",
        ...(typeof taskRoleArn === "string" && { taskRoleArn }),
    };
    const { containerDefinitions } = taskDefinition.body;
    const [, ...sidecars] = (0,json/* isJsonList */.P)(containerDefinitions) ? containerDefinitions.filter(json/* isJsonObject */.O) : [];
    const problems = [
        ...(0,location_checks/* checkImage */.cd)(location, options).problems,
        ...(roles === undefined ? [] : (0,location_checks/* checkRoles */._6)(location, roles, options)),
        ...(0,location_checks/* checkSidecarImages */.qE)(location, { server_sidecar_containers: sidecars, run_sidecar_containers: [] }, options),
    ];
    return problems.map(({ message, hint }) => `"${location.name}": ${message} ${hint}`);
}
function withoutRoles(settings) {
    const { taskRoleArn: _taskRoleArn, ...rest } = settings;
    return rest;
}
function hideTexts(step, texts) {
    return { ...step, changes: step.changes.map((change) => (0,hide_values/* hideEnvironmentTexts */.s)(change, texts)) };
}
async function prepare_revisions_verify({ context, launcher, ports }, planned, images, caller) {
    const locations = planned.flatMap(({ desired }) => desired);
    if (!context.inputs.verify || locations.length === 0)
        return [];
    const role = launcher.serviceDiscoveryRoleArn;
    const facts = { images, taggedSecrets: new Map(), secretNames: new Map() };
    const checks = await (0,verify/* verifyPreconditions */.p)({ locations, facts, caller, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) }, ports);
    return checks.map((check) => check.subject === "image" && check.status === "FAIL" && !images.has(check.target)
        ? { ...check, hint: "No task of this revision can start without it: push it again, or deploy another image." }
        : check);
}
function registryOf({ configured, service }) {
    const arn = service.description.serviceRegistries?.[0]?.registryArn;
    return arn === undefined ? [] : [[configured.location.name, arn]];
}

// EXTERNAL MODULE: ./build/commands/trusted-event.js
var trusted_event = __webpack_require__(2381);
// EXTERNAL MODULE: ./build/commands/validate.js
var validate = __webpack_require__(7541);
;// CONCATENATED MODULE: ./build/commands/revision-run.js















/**
 * Plans what is decided for each selected location, checks that its tasks can start, carries the plan out and watches
 * it to its end. Nothing is written before every location has passed. The configuration is read for names, cluster and
 * timeouts; nothing of it is rendered.
 */
async function changeRevisions(context, decide) {
    const { inputs } = context;
    (0,trusted_event/* refuseUntrusted */.zd)(context.event, inputs.command === "rollback" ? "rollback" : "redeploy");
    refusePlanFile(context);
    const agent = await (0,agent_configuration/* readAgentConfiguration */.A)(context);
    const configuration = await (0,load_configuration/* loadConfiguration */.vF)(context, { missingSeverity: "warning", needsDeployment: true, agent });
    const findings = neededFindings(configuration, context);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,validate/* hasErrors */.Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const ports = await (0,aws_connection/* connectAws */.o)(context, launcher);
    const { run, notAllowed, services } = await prepareRevisions({ context, configuration, launcher, ports, decide });
    const reasons = [
        ...(0,plan/* failedChecks */.H)(run.preflight),
        // With `verify` the checks have said so already.
        ...(inputs.verify ? [] : (0,apply/* missingImages */.f)(run.desired)),
        ...(0,plan/* blockedSteps */.e)(run.plan),
        ...notAllowed,
        ...(inputs.allowDowngrade ? [] : (0,downgrade/* refuseLateChange */.LL)(run.plan, services, (0,own_run/* ownRun */.S)(context))),
    ];
    if (reasons.length > 0)
        return { kind: "refused", findings, run, reasons: [...new Set(reasons)] };
    await context.onApply(run);
    return { kind: "applied", findings, run, outcome: await carryOut(run, launcher, context, ports) };
}
function refusePlanFile({ inputs }) {
    if (inputs.planFile === undefined)
        return;
    throw new errors/* ActionError */.lZ("plan-file-not-supported", "plan-file is given, but this command makes its own plan.", {
        source: "user",
        hint: "Remove plan-file here; it is for the commands plan and apply.",
    });
}
/** What a file must say for the services to be found and watched. */
const NEEDED_SETTING = /\b(?:cluster|service_discovery_\w+|\w+_timeout|ecs_grace_period|registry)$/;
/** What a warning is about does not come into play here; but a variable that is not set may be needed. */
function neededFindings({ problems, sources }, { inputs }) {
    const isNeeded = ({ severity, code, path }) => {
        if (severity === "error")
            return true;
        const setting = code === "variable-not-set" ? NEEDED_SETTING.exec(path)?.[0] : undefined;
        return setting !== undefined && !(setting === "cluster" && inputs.cluster !== undefined);
    };
    return { sources, problems: problems.filter(isNeeded).map((problem) => ({ ...problem, severity: "error" })) };
}
async function carryOut(run, launcher, context, ports) {
    // The commit of this run says nothing of the revisions: each brings its own.
    const { [model_tags/* TAG_COMMIT */.rJ]: _commit, ...tags } = (0,run_order/* runTags */.He)(context.event);
    return (0,apply_plan/* applyPlan */.g)({
        ...(0,carry_out_input/* carryOutInput */.w)(run, launcher, context),
        runTags: tags,
        revisionsOnly: true,
    }, { ...ports, clock: context.clock });
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E5: () => (/* binding */ isUsableFor),
/* harmony export */   G9: () => (/* binding */ imageOfRevision),
/* harmony export */   JJ: () => (/* binding */ hiddenTextsOfRevision),
/* harmony export */   M7: () => (/* binding */ readRevision),
/* harmony export */   Mo: () => (/* binding */ withImage)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8105);
/* harmony import */ var _model_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2103);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9598);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3298);
/* harmony import */ var _normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(147);
/* harmony import */ var _field_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8184);







/**
 * What RegisterTaskDefinition takes, as of @aws-sdk/client-ecs 3.1164.0, without `tags`. Whatever else
 * DescribeTaskDefinition answers, ECS has added.
 */
const REGISTERED_MEMBERS = [
    "family",
    "taskRoleArn",
    "executionRoleArn",
    "networkMode",
    "containerDefinitions",
    "volumes",
    "placementConstraints",
    "requiresCompatibilities",
    "cpu",
    "memory",
    "pidMode",
    "ipcMode",
    "proxyConfiguration",
    "inferenceAccelerators",
    "ephemeralStorage",
    "runtimePlatform",
    "enableFaultInjection",
];
/**
 * A registered revision as something to register anew: the content, and the environment of the code server apart.
 * Undefined when it has no code server's container.
 */
function readRevision({ arn, family, description }, known) {
    const containers = containersOf(description);
    const codeServer = containers.find(({ name }) => name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CODE_SERVER_CONTAINER */ .ke);
    if (codeServer === undefined)
        return undefined;
    const { environment, ...container } = codeServer;
    const members = Object.entries(description).filter(([member]) => REGISTERED_MEMBERS.includes(member));
    return {
        family,
        body: {
            ...Object.fromEntries(members),
            containerDefinitions: [container, ...containers.filter((each) => each !== codeServer)],
        },
        environment: pairsOf(environment)
            .map(({ name, text }) => ({ name, value: originate(name, text, arn, known) }))
            .toSorted((left, right) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareCodePoints */ .O)(left.name, right.name)),
    };
}
function originate(name, text, arn, known) {
    if (known.isSpelledOut(_model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CODE_SERVER_CONTAINER */ .ke, name, text))
        return { origin: "literal", text };
    if (known.injected.has(name))
        return { origin: "injected", text };
    return { origin: "revision", hidden: new _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HiddenText */ .Aw(text), from: arn };
}
/** The texts in the environment of a revision that no report may show. */
function hiddenTextsOfRevision(content, known) {
    const [, ...sidecars] = containersOf(content.body);
    return [
        ...content.environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : [])),
        ...sidecars.flatMap((sidecar) => pairsOf(sidecar.environment)
            .filter(({ name, text }) => !known.isSpelledOut(String(sidecar.name), name, text))
            .map(({ text }) => text)),
    ];
}
/** The image of the code server; the empty text where a revision names none. */
function imageOfRevision({ body }) {
    const image = containersOf(body)[0]?.image;
    return typeof image === "string" ? image : "";
}
/** The same revision with another image, which its environment names once more for the runs. */
function withImage(content, image) {
    const [codeServer, ...others] = containersOf(content.body);
    return {
        ...content,
        body: { ...content.body, containerDefinitions: [{ ...codeServer, image }, ...others] },
        environment: content.environment.map((variable) => variable.name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CURRENT_IMAGE_VARIABLE */ .bx
            ? { name: variable.name, value: { origin: "injected", text: image } }
            : variable),
    };
}
/** True when a registered revision, with its tags, can be used as it is where this content is wanted. */
function isUsableFor(revision, content, cluster) {
    if (revision.status !== "ACTIVE" || (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfOtherCluster */ .wf)(revision.tags, cluster))
        return false;
    return (0,_field_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .taskDefinitionsAgree */ .mj)((0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeTaskDefinition */ .mu)(revision.description), (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeDesiredTaskDefinition */ .aB)(content));
}
function containersOf(body) {
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonList */ .P)(body.containerDefinitions) ? body.containerDefinitions.filter(_model_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .O) : [];
}
function pairsOf(environment) {
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonList */ .P)(environment))
        return [];
    return environment.filter(_model_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .O).flatMap(({ name, value }) => {
        if (typeof name !== "string")
            return [];
        return [{ name, text: typeof value === "string" ? value : "" }];
    });
}


/***/ })

};
