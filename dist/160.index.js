export const id = 160;
export const ids = [160];
export const modules = {

/***/ 1967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HY: () => (/* binding */ preparePlan),
  In: () => (/* binding */ redactCheck),
  t_: () => (/* binding */ refuseOtherCluster),
  wP: () => (/* binding */ withoutPermission)
});

// EXTERNAL MODULE: ./build/desired/image.js
var desired_image = __webpack_require__(3744);
// EXTERNAL MODULE: ./build/desired/names.js
var names = __webpack_require__(3077);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
;// CONCATENATED MODULE: ./build/live/facts.js

const SECRETS_AT_ONCE = 8;
/** Reads the facts the desired state depends on, all at once, and none that is not needed. */
async function readAwsFacts(wanted, ports) {
    const { publicIpFor } = wanted;
    const [images, taggedSecrets, secretNames, assignPublicIp] = await Promise.all([
        wanted.pinImages && wanted.images.length > 0 ? ports.registry.resolveImages(wanted.images) : new Map(),
        readEach(wanted.secretsTags, (tag) => ports.secrets.secretsWithTag(tag)),
        readEach(wanted.secretArns, (arn) => ports.secrets.nameOf(arn)),
        publicIpFor === undefined ? undefined : ports.network.inferPublicIp(publicIpFor),
    ]);
    return { images, taggedSecrets, secretNames, ...(assignPublicIp === undefined ? {} : { assignPublicIp }) };
}
/** One answer for each distinct key; keys without an answer are left out. */
async function readEach(keys, read) {
    const distinct = [...new Set(keys)];
    const answers = await (0,concurrency/* mapConcurrently */.X2)(distinct, SECRETS_AT_ONCE, read);
    return new Map(distinct.flatMap((key, index) => {
        const answer = answers[index];
        return answer === undefined ? [] : [[key, answer]];
    }));
}

// EXTERNAL MODULE: ./build/live/services.js
var live_services = __webpack_require__(1404);
// EXTERNAL MODULE: ./build/model/aws-error-codes.js
var aws_error_codes = __webpack_require__(5459);
// EXTERNAL MODULE: ./build/live/remains.js
var remains = __webpack_require__(9174);
;// CONCATENATED MODULE: ./build/live/state.js



const LOCATIONS_AT_ONCE = 8;
/** ListTaskDefinitionFamilies API reference: at most 100. */
const FAMILIES_PER_PAGE = 100;
/** Reads what exists for each location, and what exists beside them for `prune`. */
async function readLiveState(wanted, ports) {
    const isNeeded = wanted.locations.length > 0 || wanted.prune !== undefined;
    const cloudMap = isNeeded
        ? await ports.discovery.listServices(wanted.namespaceId)
        : new Map();
    const families = await readFamilies(wanted, ports);
    const locations = await (0,concurrency/* mapConcurrently */.X2)(wanted.locations, LOCATIONS_AT_ONCE, async (location) => {
        const [definitions, registration] = await Promise.all([
            readTaskDefinitions(location, families, wanted, ports),
            readRegistration(location, wanted, cloudMap, ports),
        ]);
        const service = wanted.services.get(location.serviceName);
        const live = { ...(service === undefined ? {} : { service }), ...definitions, ...registration };
        return [location.name, live];
    });
    const remains = await readRemains(wanted, cloudMap, families, ports);
    return { live: { locations: new Map(locations), ...(remains !== undefined && { remains }) }, cloudMap };
}
/**
 * The families that exist, where that saves asking for each new location's: a first deployment has none of them.
 * Undefined when they were not read.
 */
async function readFamilies({ locations, services, familyPrefix, prune }, { ecs }) {
    if (prune !== undefined)
        return ecs.listTaskDefinitionFamilies(familyPrefix);
    const added = locations.filter(({ serviceName }) => !services.has(serviceName));
    const pages = 1 + Math.floor(services.size / FAMILIES_PER_PAGE);
    if (added.length <= pages)
        return undefined;
    try {
        return await ecs.listTaskDefinitionFamilies(familyPrefix);
    }
    catch (error) {
        if ((0,aws_error_codes/* isAccessDenied */.w7)(error))
            return undefined;
        throw error;
    }
}
/** The newest revision of the family, and what runs if that is another one; nothing when the fingerprint answers. */
async function readTaskDefinitions(location, families, wanted, ports) {
    const service = wanted.services.get(location.serviceName);
    if (service === undefined && families?.includes(location.family) === false)
        return {};
    if (service !== undefined && wanted.fingerprintAnswers(service, location))
        return {};
    const latest = await ports.ecs.describeTaskDefinition(location.family, { withTags: true });
    const running = service && (await readRunning(service.taskDefinitionArn, latest, wanted, ports));
    const overridden = service && wanted.overriddenRevision?.(service);
    // It only explains: without it a plan says less, and does the same.
    const lastWanted = overridden && (await ports.ecs.describeTaskDefinition(overridden).catch(() => undefined));
    return {
        ...(running && { running }),
        ...(latest && { latest }),
        ...(lastWanted && { lastWanted }),
    };
}
async function readRunning(arn, latest, wanted, ports) {
    if (arn === "")
        return undefined;
    if (latest?.arn === arn)
        return latest;
    return wanted.alreadyDescribed?.get(arn) ?? (await ports.ecs.describeTaskDefinition(arn));
}
/** The tags decide whose a Cloud Map service is when no ECS service that is registered there does. */
async function readRegistration(location, wanted, cloudMap, ports) {
    const cloudMapService = cloudMap.get(location.cloudMapName);
    if (cloudMapService === undefined)
        return {};
    const service = wanted.services.get(location.serviceName);
    const registries = service?.description.serviceRegistries;
    const isElsewhere = registries?.some(({ registryArn }) => registryArn === cloudMapService.arn) === false;
    if (service?.status === "ACTIVE" && !isElsewhere)
        return { cloudMapService };
    return { cloudMapService, cloudMapTags: await ports.discovery.tagsOf(cloudMapService.arn) };
}
async function readRemains({ prune, cluster, namespaceId, locations, services, familyPrefix }, cloudMap, families, ports) {
    if (prune === undefined)
        return undefined;
    const keep = new Set([...locations.map(({ serviceName }) => serviceName), ...prune.keep]);
    const read = { services, cloudMap: [...cloudMap.values()], ...(families && { families }) };
    return (0,remains/* findRemains */.f)({ ...prune, ...read, cluster, namespaceId, familyPrefix, keep }, ports);
}

// EXTERNAL MODULE: ./build/live/verify.js + 3 modules
var verify = __webpack_require__(672);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/plan/decision.js + 2 modules
var decision = __webpack_require__(3548);
// EXTERNAL MODULE: ./build/plan/fingerprint.js
var fingerprint = __webpack_require__(802);
// EXTERNAL MODULE: ./build/plan/make-plan.js
var make_plan = __webpack_require__(5680);
// EXTERNAL MODULE: ./build/plan/outside.js
var outside = __webpack_require__(4117);
// EXTERNAL MODULE: ./build/report/redact.js + 1 modules
var report_redact = __webpack_require__(1725);
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
;// CONCATENATED MODULE: ./build/commands/kept-images.js


const kept_images_LOCATIONS_AT_ONCE = 8;
/** Nothing is kept. */
const NO_KEPT_IMAGES = { images: new Map(), described: new Map() };
/** Reads the image that runs now of every location whose tag is not in ECR. */
async function readKeptImages(selected, facts, serviceOf, ecs, 
/** Somebody else may have given the service an image that the inputs do not allow. */
isAllowed) {
    const missing = selected.filter(({ imageReference = "" }) => facts.images.get(imageReference)?.status === "missing");
    const found = await (0,concurrency/* mapConcurrently */.X2)(missing, kept_images_LOCATIONS_AT_ONCE, async (configured) => {
        const arn = serviceOf(configured)?.taskDefinitionArn;
        const definition = arn === undefined ? undefined : await ecs.describeTaskDefinition(arn);
        return { name: configured.location.name, definition };
    });
    const images = new Map();
    const described = new Map();
    for (const { name, definition } of found) {
        if (definition === undefined)
            continue;
        described.set(definition.arn, definition);
        const image = codeServerImage(definition);
        if (image !== undefined && isAllowed(image))
            images.set(name, image);
    }
    return { images, described };
}
function codeServerImage({ description }) {
    const containers = description.containerDefinitions;
    return containers?.find(({ name }) => name === code_server/* CODE_SERVER_CONTAINER */.ke)?.image;
}

// EXTERNAL MODULE: ./build/commands/location-checks.js
var location_checks = __webpack_require__(8760);
// EXTERNAL MODULE: ./build/commands/redaction.js
var redaction = __webpack_require__(866);
// EXTERNAL MODULE: ./build/commands/rendering.js + 1 modules
var rendering = __webpack_require__(3969);
// EXTERNAL MODULE: ./build/plan/environment-visibility.js
var environment_visibility = __webpack_require__(5056);
;// CONCATENATED MODULE: ./build/commands/running-values.js

/** The texts of the environment values that run now and that nobody knows to be public. */
function hiddenTextsOfRunning({ locations }) {
    const revisions = [...locations.values()].flatMap(({ running, latest }) => [running ?? [], latest ?? []].flat());
    return [...new Set(revisions.flatMap(environment_visibility/* hiddenTextsOfLive */.EH))];
}

// EXTERNAL MODULE: ./build/commands/source.js
var commands_source = __webpack_require__(4266);
;// CONCATENATED MODULE: ./build/commands/prepare.js





















/** Reads AWS, renders what should exist and makes the plan. What AWS says no to is in the preflight checks. */
async function preparePlan(request) {
    const { context, configuration, launcher, ports } = request;
    const { inputs } = context;
    const { deployment } = context;
    const source = await (0,commands_source/* configurationSource */.q)(context, configuration.workspacePath);
    const nameOf = ({ location }) => (0,names/* serviceName */.fe)(deployment.name, location.name);
    const [caller, namespace, facts, services] = await Promise.all([
        ports.identity.callerIdentity(),
        ports.discovery.describeNamespace(launcher.serviceDiscoveryNamespaceId).catch(withoutPermission),
        readFacts(request),
        (0,live_services/* readLiveServices */.z)(launcher.cluster, configuration.selected.map(nameOf), ports),
    ]);
    refuseOtherCluster(inputs.cluster, ports.region, caller.account);
    const kept = await readKept(request, facts, (configured) => services.get(nameOf(configured)));
    const desired = renderAll(request, facts, kept, {
        launcher,
        deployment,
        region: ports.region,
        source,
        environment: context.environment,
        rollbackOnFailure: inputs.onFailure === "rollback",
        assignPublicIp: (0,rendering/* configuredPublicIp */.n)(launcher) ?? facts.assignPublicIp,
    });
    const live = await readLive(request, desired, services, kept, source);
    const planInput = {
        request: {
            deployment: deployment.name,
            kind: deployment.kind,
            ...(deployment.branch !== undefined && { pullRequest: deployment.branch.pullRequest }),
            organization: configuration.organization ?? null,
            cluster: launcher.cluster,
            region: ports.region,
            account: caller.account,
            source,
            commit: context.event?.headSha ?? null,
        },
        desired,
        live,
        environmentTexts: configuration.environmentTexts,
        options: { prune: inputs.prune, adopt: inputs.adopt, notSelected: configuration.notSelected, mode: request.mode },
    };
    context.hide([...(0,redaction/* hiddenTextsOf */.mD)(desired), ...hiddenTextsOfRunning(live)], (0,redaction/* publicTextsOf */.V0)(configuration.sources));
    const plan = (0,make_plan/* makePlan */.Cs)(planInput);
    const redact = (0,report_redact/* createRedactor */.lY)([...(0,redaction/* hiddenTextsOf */.mD)(desired), ...configuration.environmentTexts]);
    return {
        plan,
        preflight: (await prepare_verify(request, desired, facts, caller)).map((check) => redactCheck(check, redact)),
        desired,
        namespaceName: namespace?.name,
        unfinished: namesWhere(live, ({ service }) => isUnfinished(service)),
        unmarked: namesWhere(live, ({ running }) => running !== undefined),
        registries: new Map([...live.locations].flatMap(([name, { cloudMapService }]) => cloudMapService ? [[name, cloudMapService.arn]] : [])),
        base: {
            services: new Map([
                ...services,
                ...(live.remains ?? []).flatMap(({ service }) => service === undefined ? [] : [[service.name, service]]),
            ]),
            replan: (name) => replanLocation(name, planInput, request),
            ...(inputs.prune && {
                findAbandoned: async () => {
                    const now = await readLive(request, [], new Map(), NO_KEPT_IMAGES, source, desired);
                    const { steps } = (0,make_plan/* makePlan */.Cs)({ ...planInput, live: { ...now, locations: live.locations } });
                    return steps.filter(({ action }) => action === "delete");
                },
            }),
        },
        redact,
    };
}
/** The same location on what is there now; undefined when it is none of the configuration's. */
async function replanLocation(name, planned, request) {
    const desired = planned.desired.filter((location) => location.name === name);
    const [location] = desired;
    if (location === undefined)
        return undefined;
    const services = await (0,live_services/* readLiveServices */.z)(location.service.cluster, [location.service.name], request.ports);
    const live = await readLive(request, desired, services, NO_KEPT_IMAGES, undefined);
    const found = live.locations.get(name);
    const [step] = (0,make_plan/* makePlan */.Cs)({ ...planned, desired, live, options: { ...planned.options, prune: false } }).steps;
    return step && { step, isUnfinished: isUnfinished(found?.service), registryArn: found?.cloudMapService?.arn };
}
/** A cluster given by ARN says where it is: one of the same name elsewhere is another one. */
function refuseOtherCluster(cluster, region, account) {
    const arn = cluster === undefined ? undefined : (0,model_arn/* parseArn */.Lw)(cluster);
    if (arn === undefined || (arn.region === region && arn.account === account))
        return;
    throw new errors/* ActionError */.lZ("cluster-elsewhere", `The cluster ${cluster} is in account ${arn.account} and region ${arn.region}; this run is in ${account} and ${region}.`, { source: "user", hint: "Correct `cluster`, `aws-region`, or the role that the credentials are for." });
}
/** Without the permission there are no host names in the outputs; the preflight says so. */
function withoutPermission(error) {
    if (!(0,aws_error_codes/* isAccessDenied */.w7)(error))
        throw error;
}
async function readFacts({ context, configuration, launcher, ports }) {
    const { inputs } = context;
    const needsPublicIp = launcher.launchType === "FARGATE" && launcher.assignPublicIp === undefined;
    return readAwsFacts({
        images: configuration.selected.flatMap(({ imageReference }) => imageReference ?? []),
        secretsTags: configuration.selected.flatMap(({ settings }) => settings?.secretsTags ?? []),
        secretArns: launcher.secretArns,
        pinImages: inputs.pinImages || inputs.verify || inputs.missingImage === "keep",
        ...(needsPublicIp && { publicIpFor: launcher.subnets }),
    }, ports);
}
function readKept({ context: { inputs }, configuration, ports }, facts, serviceOf) {
    if (inputs.missingImage !== "keep")
        return NO_KEPT_IMAGES;
    const isAllowed = (image) => (0,location_checks/* isAllowedReference */.Eh)(image, inputs);
    return readKeptImages(configuration.selected, facts, serviceOf, ports.ecs, isAllowed);
}
function renderAll({ context, configuration, launcher }, facts, kept, settings) {
    return configuration.selected.map((configured) => {
        const requested = configured.imageReference ?? "";
        const image = (0,desired_image/* resolveImage */.A)({
            requested,
            fact: facts.images.get(requested),
            pin: context.inputs.pinImages,
            runningImage: kept.images.get(configured.location.name),
        });
        return (0,rendering/* renderConfigured */.f)(configured, image, secretsFromAws(configured, launcher, facts), settings);
    });
}
function secretsFromAws(configured, launcher, facts) {
    const taggedSecrets = (configured.settings?.secretsTags ?? []).flatMap((tag) => facts.taggedSecrets.get(tag) ?? []);
    const namedSecrets = launcher.secretArns.map((arn) => {
        const name = facts.secretNames.get(arn);
        if (name === undefined) {
            throw new errors/* ActionError */.lZ("secret-missing", `Secrets Manager has no secret ${arn}.`, {
                source: "user",
                hint: "Correct `secrets` in the per-deployment configuration.",
            });
        }
        return { name, valueFrom: arn };
    });
    return { taggedSecrets, namedSecrets };
}
async function readLive({ context, configuration, launcher, ports }, desired, services, kept, 
/** Whose abandoned services to look for with `prune`; undefined: none. */
source, 
/** All locations of the run, also those whose state is not read now. */
known = desired) {
    const { inputs, deployment } = context;
    const { live } = await readLiveState({
        cluster: launcher.cluster,
        namespaceId: launcher.serviceDiscoveryNamespaceId,
        familyPrefix: (0,names/* familyPrefixOf */.y8)({
            prefix: launcher.serverTaskDefinitionPrefix,
            organization: configuration.organization,
            deployment: deployment.name,
        }),
        services,
        alreadyDescribed: kept.described,
        locations: desired.map((location) => ({
            name: location.name,
            serviceName: location.service.name,
            cloudMapName: location.cloudMapService.name,
            family: location.taskDefinition.family,
            fingerprint: (0,fingerprint/* fingerprintOf */.ax)(location).full,
        })),
        overriddenRevision: outside/* overriddenRevision */.a,
        fingerprintAnswers: (service, location) => (0,fingerprint/* fingerprintAnswers */.Uy)(service, location.fingerprint, location.family),
        ...(inputs.prune && source !== undefined && { prune: pruneWanted(configuration, known, { deployment, source }) }),
    }, ports);
    return live;
}
function pruneWanted({ notSelected }, desired, owner) {
    const { name } = owner.deployment;
    const families = new Set(desired.map(({ taskDefinition }) => taskDefinition.family));
    return {
        isWanted: (tags) => (0,model_tags/* isOfDeployment */.Nz)(tags, owner),
        keep: notSelected.map((location) => (0,names/* serviceName */.fe)(name, location)),
        serviceNameOf: names/* serviceName */.fe,
        mayBeWanted: (family) => !families.has(family),
    };
}
async function prepare_verify({ context, launcher, ports, mode }, desired, facts, caller) {
    if (!context.inputs.verify)
        return [];
    const role = launcher.serviceDiscoveryRoleArn;
    const checks = await (0,verify/* verifyPreconditions */.p)({ locations: desired, facts, caller, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) }, ports);
    return mode === "plan" ? checks.filter((check) => !isMissingImage(check, facts)) : checks;
}
/** In a plan an image may not be pushed yet: the step warns of it, and it is no failure. */
function isMissingImage(check, facts) {
    return check.subject === "image" && facts.images.get(check.target)?.status === "missing";
}
/** A check of something whose name came out of `{env: NAME}` must not show it. */
function redactCheck(check, redact) {
    const { message, hint } = check;
    return {
        ...check,
        target: redact(check.target),
        ...(message !== undefined && { message: redact(message) }),
        ...(hint !== undefined && { hint: redact(hint) }),
    };
}
function namesWhere(live, holds) {
    return new Set([...live.locations].filter(([, location]) => holds(location)).map(([name]) => name));
}
/** A rollout goes on, or one that completed does not have the tasks it should have: a crash loop looks like that. */
function isUnfinished(service) {
    if (service === undefined)
        return false;
    const { desiredCount, runningCount } = service.description;
    const lacksTasks = desiredCount !== undefined && runningCount !== undefined && runningCount < desiredCount;
    return lacksTasks || (0,decision/* primaryDeploymentOf */.b8)(service)?.rolloutState === "IN_PROGRESS";
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

/***/ 8607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OK: () => (/* binding */ OK),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   Qi: () => (/* binding */ checkEach),
/* harmony export */   k_: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3298);



/** The finding of a check that has nothing to complain about. */
const OK = { status: "OK" };
/** One check for each distinct thing the locations need, in code point order. */
function checkEach(subject, locations, needsOf, find) {
    const needs = locations.flatMap((location) => [...new Set(needsOf(location))].map((target) => ({ target, name: location.name })));
    return [...Map.groupBy(needs, ({ target }) => target)]
        .sort(([left], [right]) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCodePoints */ .O)(left, right))
        .map(([target, group]) => ({
        subject,
        target,
        locations: group.map(({ name }) => name).sort(_model_text_order_js__WEBPACK_IMPORTED_MODULE_2__/* .compareCodePoints */ .O),
        find: () => find(target),
    }));
}
/** Carries out a check. What AWS refuses to tell is skipped; any other error of AWS is a failure of the check. */
async function runCheck(check) {
    const { subject, target, locations } = check;
    return { ...(await settle(check)), subject, target, locations };
}
async function settle(check) {
    try {
        return await check.find();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ))
            throw error;
        const hint = error.hint === undefined ? {} : { hint: error.hint };
        return { status: (0,_model_aws_error_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .isAccessDenied */ .w7)(error) ? "SKIP" : "FAIL", message: error.message, ...hint };
    }
}
/** Reads when it is first asked, once for all checks that share the answer. */
function once(read) {
    let answer;
    return () => {
        answer ??= read();
        return answer;
    };
}


/***/ }),

/***/ 9174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findRemains)
/* harmony export */ });
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3943);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5909);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3298);
/* harmony import */ var _services_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1404);






const READS_AT_ONCE = 8;
/** All ends in `-` and six hex digits, or is nothing else (names of code servers). */
const OUR_NAME = /(?:^|-)[0-9a-f]{6}$/;
/**
 * Everything of the wanted owner, by tags alone: the services of the cluster, then the Cloud Map services that no
 * other ECS service uses, then the families that no other service of the cluster runs.
 */
async function findRemains(wanted, ports) {
    const [names, cloudMap, families] = await Promise.all([
        ports.ecs.listServices(wanted.cluster),
        wanted.cloudMap ?? listCloudMap(wanted.namespaceId, ports),
        wanted.families ?? ports.ecs.listTaskDefinitionFamilies(wanted.familyPrefix),
    ]);
    const known = wanted.services ?? new Map();
    const unread = names.filter((name) => !known.has(name) && wanted.keep?.has(name) !== true);
    const all = [...known.values(), ...(await (0,_services_js__WEBPACK_IMPORTED_MODULE_2__/* .readLiveServices */ .z)(wanted.cluster, unread, ports)).values()];
    const listed = all.filter((service) => isWantedService(service, wanted));
    const others = all.filter((service) => !isWantedService(service, wanted));
    const [registrations, orphans] = await Promise.all([
        findRegistrations(cloudMap, { listed, others }, wanted, ports),
        findOrphanFamilies(families, all, wanted, ports),
    ]);
    // ECS does not list a service that drains; what it leaves behind tells its name.
    const left = assemble([], registrations, orphans, wanted).map(({ name }) => name);
    const hidden = left.filter((name) => !all.some((service) => service.name === name));
    const draining = [...(await (0,_services_js__WEBPACK_IMPORTED_MODULE_2__/* .readLiveServices */ .z)(wanted.cluster, hidden, ports)).values()];
    const services = [...listed, ...draining.filter((service) => isWantedService(service, wanted))];
    return assemble(services, registrations, orphans, wanted).map((remains) => ({
        ...remains,
        usedElsewhere: others.flatMap(revisionsOf).filter((arn) => remains.families.includes(familyOf(arn))),
    }));
}
function isWantedService({ name, tags }, { isWanted, keep }) {
    return keep?.has(name) !== true && isWanted(tags);
}
async function listCloudMap(namespaceId, { discovery }) {
    if (namespaceId === undefined)
        return discovery.listAllServices();
    return [...(await discovery.listServices(namespaceId)).values()];
}
/** What another ECS service uses is not asked about, nor what cannot be ours by its name. */
async function findRegistrations(cloudMap, { listed, others }, wanted, ports) {
    const ours = new Set(listed.flatMap(registriesOf));
    const theirs = new Set(others.flatMap(registriesOf));
    const candidates = cloudMap.filter(({ arn, name }) => wanted.keep?.has(name) !== true && (ours.has(arn) || (!theirs.has(arn) && OUR_NAME.test(name))));
    const read = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrently */ .X2)(candidates, READS_AT_ONCE, async (service) => ({
        service,
        tags: await tagsOf(service, ports),
    }));
    return read.filter(({ tags }) => wanted.isWanted(tags));
}
/** None when somebody has deleted it since it was listed. */
async function tagsOf({ arn }, { discovery }) {
    try {
        return await discovery.tagsOf(arn);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && GONE_CODES.has(error.code))
            return {};
        throw error;
    }
}
const GONE_CODES = new Set(["ResourceNotFoundException", "ServiceNotFound"]);
/** Families that no service answers for: the tags of the newest revision say whose they are. */
async function findOrphanFamilies(families, services, wanted, ports) {
    const answered = new Set(services.flatMap(revisionsOf).map(familyOf));
    const candidates = families.filter((family) => !answered.has(family) && wanted.mayBeWanted?.(family) !== false);
    const read = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrently */ .X2)(candidates, READS_AT_ONCE, async (family) => ({
        family,
        tags: (await ports.ecs.describeTaskDefinition(family, { withTags: true }))?.tags ?? {},
    }));
    return read.filter(({ tags }) => wanted.isWanted(tags) && !(0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfOtherCluster */ .wf)(tags, wanted.cluster));
}
/** One entry for each code server, whatever of it was found. */
function assemble(services, registrations, orphans, wanted) {
    const found = new Map();
    const add = (tags, name, more) => {
        const identity = (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .identityOf */ .cu)(tags);
        const key = JSON.stringify([identity, name]);
        const before = found.get(key) ?? { identity, name, families: [] };
        const families = [...new Set([...before.families, ...(more.families ?? [])])].sort(_model_text_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareCodePoints */ .O);
        found.set(key, { ...before, ...more, families });
    };
    for (const service of services) {
        add(service.tags, service.name, { service, families: revisionsOf(service).map(familyOf) });
    }
    for (const { service, tags } of registrations)
        add(tags, service.name, { cloudMapService: service });
    for (const { family, tags } of orphans) {
        const server = [...found.values()].find(({ identity }) => (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameIdentity */ .B2)(identity, tags));
        const name = server?.name ?? wanted.serviceNameOf(tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_DEPLOYMENT */ .$c] ?? "", tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_LOCATION */ .tj] ?? "");
        if (wanted.keep?.has(name) !== true)
            add(tags, name, { families: [family] });
    }
    return [...found.values()].sort((one, other) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareCodePoints */ .O)(one.name, other.name));
}
function registriesOf({ description }) {
    return (description.serviceRegistries ?? []).flatMap(({ registryArn }) => registryArn ?? []);
}
function revisionsOf({ taskDefinitionArn, description }) {
    const ofDeployments = (description.deployments ?? []).flatMap(({ taskDefinition }) => taskDefinition ?? []);
    return [...new Set([taskDefinitionArn, ...ofDeployments])].filter((arn) => arn !== "");
}
function familyOf(taskDefinitionArn) {
    return (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .lastSegment */ .mp)(taskDefinitionArn).replace(/:\d+$/, "");
}


/***/ }),

/***/ 1404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readLiveServices)
/* harmony export */ });
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

/** Services by name, in one request of the port; what does not exist is not in the map. */
async function readLiveServices(cluster, names, ports) {
    if (names.length === 0)
        return new Map();
    const services = await ports.ecs.describeServices(cluster, names);
    return new Map(services.flatMap(toLiveService).map((service) => [service.name, service]));
}
/** A service as ECS describes it; none when it is INACTIVE. */
function toLiveService(description) {
    const { serviceArn, serviceName, status, taskDefinition, tags } = description;
    if (serviceArn === undefined || serviceName === undefined)
        return [];
    if (status !== "ACTIVE" && status !== "DRAINING")
        return [];
    return [
        {
            arn: serviceArn,
            name: serviceName,
            status,
            // Absent only with another deployment controller than ECS, and nothing of ours has one.
            taskDefinitionArn: taskDefinition ?? "",
            tags: (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .fromEcsTags */ .Pc)(tags),
            description,
        },
    ];
}


/***/ }),

/***/ 672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ verifyPreconditions)
});

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/live/check.js
var check = __webpack_require__(8607);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/live/requirements.js

/**
 * The platform an image must have (`linux/amd64`); undefined for EC2 without `runtime_platform`, where the
 * instances decide. Fargate takes X86_64 and Linux when nothing is said (RuntimePlatform, ECS API reference).
 */
function wantedPlatform(location) {
    const { runtimePlatform } = location.taskDefinition.body;
    const platform = (0,json/* isJsonObject */.O)(runtimePlatform) ? runtimePlatform : {};
    const { cpuArchitecture, operatingSystemFamily } = platform;
    if (cpuArchitecture === undefined && location.service.launchType === "EC2")
        return undefined;
    const isWindows = typeof operatingSystemFamily === "string" && operatingSystemFamily.startsWith("WINDOWS");
    return `${isWindows ? "windows" : "linux"}/${cpuArchitecture === "ARM64" ? "arm64" : "amd64"}`;
}
/** The secrets the containers of a task definition name, registry credentials included. */
function secretsOf(location) {
    const containers = location.taskDefinition.body.containerDefinitions;
    if (!(0,json/* isJsonList */.P)(containers))
        return [];
    return containers.filter(json/* isJsonObject */.O).flatMap(({ secrets, repositoryCredentials }) => {
        const named = (0,json/* isJsonList */.P)(secrets) ? secrets.filter(json/* isJsonObject */.O).map(({ valueFrom }) => valueFrom) : [];
        const credentials = (0,json/* isJsonObject */.O)(repositoryCredentials) ? [repositoryCredentials.credentialsParameter] : [];
        return [...named, ...credentials].filter((value) => typeof value === "string");
    });
}

;// CONCATENATED MODULE: ./build/live/image-checks.js



/** Checks that each image is in its registry and made for the platform of the tasks that will run it. */
function checkImages(locations, facts, ports) {
    const unknown = [...new Set(locations.map(imageOf))].filter((image) => !facts.images.has(image));
    const readUnknown = (0,check/* once */.Oo)(() => ports.registry.resolveImages(unknown));
    // One image for two platforms is two checks.
    const byPlatform = Map.groupBy(locations, wantedPlatform);
    const platforms = [...byPlatform.keys()].sort();
    return platforms
        .flatMap((platform) => (0,check/* checkEach */.Qi)("image", byPlatform.get(platform) ?? [], (location) => [imageOf(location)], async (image) => explainImage(facts.images.get(image) ?? (await readUnknown()).get(image), image, platform)))
        .sort((left, right) => (0,text_order/* compareCodePoints */.O)(left.target, right.target));
}
/** With `missing-image: keep`, what matters is what runs now. */
function imageOf({ image }) {
    return image.status === "kept" ? image.reference : image.requested;
}
function explainImage(fact, image, platform) {
    switch (fact?.status) {
        case undefined:
            return { status: "SKIP", message: `Nothing is known of the image ${image}.` };
        case "not-checked":
            return { status: "SKIP", message: `The image ${image} was not checked: ${fact.reason}.` };
        case "missing":
            return {
                status: "FAIL",
                message: `The image ${image} is not there: ${fact.reason}.`,
                hint: "Push the image in a step before this one, or correct the reference; `missing-image: keep` goes on with the image that runs now.",
            };
        case "found":
            return explainPlatform(fact.platforms, image, platform);
    }
}
/** No platforms: an image for one platform, which only its configuration blob names. */
function explainPlatform(platforms, image, platform) {
    if (platform === undefined || platforms.length === 0 || platforms.includes(platform))
        return check.OK;
    return {
        status: "FAIL",
        message: `The image ${image} is for ${platforms.join(", ")}, but the tasks run on ${platform}.`,
        hint: `Build it with \`docker buildx build --platform ${platform}\`, or set \`runtime_platform\` to what the image is for.`,
    };
}

;// CONCATENATED MODULE: ./build/live/secret-checks.js



/** Checks that the secrets the containers name exist. Values are never read. */
function checkSecrets(locations, facts, home, ports) {
    const known = new Set([
        ...facts.secretNames.keys(),
        ...[...facts.taggedSecrets.values()].flat().map(({ valueFrom }) => valueFrom),
    ]);
    // Several keys of one secret are one check.
    const targetsOf = (location) => secretsOf(location).map((secret) => (isSecretsManager(secret) ? (0,model_arn/* secretArnOf */.BG)(secret) : secret));
    return (0,check/* checkEach */.Qi)("secret", locations, targetsOf, async (secret) => {
        if (known.has(secret))
            return check.OK;
        const reason = reasonToSkip(secret, home);
        if (reason !== undefined)
            return { status: "SKIP", message: `The secret ${secret} was not checked: ${reason}.` };
        return (await ports.secrets.nameOf(secret)) === undefined ? explainMissing(secret) : check.OK;
    });
}
function isSecretsManager(secret) {
    return (0,model_arn/* parseArn */.Lw)(secret)?.service === "secretsmanager";
}
function reasonToSkip(secret, home) {
    const arn = (0,model_arn/* parseArn */.Lw)(secret);
    if (arn?.service !== "secretsmanager")
        return "it is not in AWS Secrets Manager";
    if (arn.region !== home.region)
        return `it is in ${arn.region}`;
    return arn.account === home.account ? undefined : `it belongs to account ${arn.account}`;
}
function explainMissing(secret) {
    return {
        status: "FAIL",
        message: `The secret ${secret} does not exist or is about to be deleted, and tasks do not start without it.`,
        hint: "Create or restore the secret, or correct the ARN.",
    };
}

;// CONCATENATED MODULE: ./build/live/verify.js





const CHECKS_AT_ONCE = 8;
/**
 * Checks that what the locations rely on is there: each thing once, however many locations need it. An error of
 * AWS becomes a finding. In the order cluster, namespace, network, logs, roles, secrets, images; then by target.
 */
async function verifyPreconditions(preconditions, ports) {
    const { locations, caller } = preconditions;
    const checks = [
        ...(0,check/* checkEach */.Qi)("cluster", locations, ({ service }) => [service.cluster], (cluster) => findCluster(cluster, ports)),
        ...(0,check/* checkEach */.Qi)("namespace", locations, ({ cloudMapService }) => [cloudMapService.namespaceId], (id) => findNamespace(id, preconditions, ports)),
        ...checkNetwork(locations, ports),
        ...(0,check/* checkEach */.Qi)("log group", locations, ({ logGroup }) => [logGroup], (group) => findLogGroup(group, ports)),
        ...checkRoles("execution role", "executionRoleArn", preconditions, ports),
        ...checkRoles("task role", "taskRoleArn", preconditions, ports),
        ...checkSecrets(locations, preconditions.facts, { account: caller.account, region: ports.region }, ports),
        ...checkImages(locations, preconditions.facts, ports),
    ];
    return (0,concurrency/* mapConcurrently */.X2)(checks, CHECKS_AT_ONCE, check/* runCheck */.k_);
}
async function findCluster(cluster, ports) {
    if (await ports.ecs.clusterIsActive(cluster))
        return check.OK;
    return {
        status: "FAIL",
        message: `There is no active ECS cluster ${cluster} in ${ports.region}.`,
        hint: "Check the input `cluster`, `cluster` in dagster.yaml, the region, and the account of the credentials.",
    };
}
/** ECS cannot register tasks in a namespace of another account (docs/agent.md, Network). */
async function findNamespace(id, preconditions, ports) {
    const namespace = await ports.discovery.describeNamespace(id);
    if (namespace === undefined) {
        return {
            status: "FAIL",
            message: `There is no Cloud Map namespace ${id} in ${ports.region}.`,
            hint: "Write the id of a private DNS namespace as `service_discovery_namespace_id` in dagster.yaml.",
        };
    }
    const account = (0,model_arn/* parseArn */.Lw)(namespace.arn)?.account;
    if (account === preconditions.caller.account)
        return check.OK;
    if (preconditions.serviceDiscoveryRoleArn !== undefined) {
        return {
            status: "SKIP",
            message: `The Cloud Map namespace ${id} belongs to account ${account}: whether ECS may use it cannot be checked.`,
        };
    }
    return {
        status: "FAIL",
        message: `The Cloud Map namespace ${id} belongs to account ${account}, but ECS runs in account ${preconditions.caller.account} and cannot register tasks in another account.`,
        hint: "Use a namespace of the account the cluster is in.",
    };
}
/** One request answers for all subnets, another for all security groups. */
function checkNetwork(locations, ports) {
    const kinds = [
        {
            subject: "subnet",
            needsOf: ({ service }) => service.subnets,
            missing: (ids) => ports.network.missingSubnets(ids),
            option: "subnets",
        },
        {
            subject: "security group",
            needsOf: ({ service }) => service.securityGroups,
            missing: (ids) => ports.network.missingSecurityGroups(ids),
            option: "security_group_ids",
        },
    ];
    return kinds.flatMap(({ subject, needsOf, missing, option }) => {
        const readMissing = (0,check/* once */.Oo)(() => missing([...new Set(locations.flatMap(needsOf))].sort()));
        return (0,check/* checkEach */.Qi)(subject, locations, needsOf, async (id) => {
            if (!(await readMissing()).includes(id))
                return check.OK;
            return {
                status: "FAIL",
                message: `There is no ${subject} ${id} in ${ports.region}.`,
                hint: `Correct \`${option}\` in dagster.yaml, or the region and account of the credentials.`,
            };
        });
    });
}
async function findLogGroup(group, ports) {
    if (await ports.logs.groupExists(group))
        return check.OK;
    return {
        status: "FAIL",
        message: `There is no log group ${group} in ${ports.region}, and tasks do not start without it.`,
        hint: "Create the log group, or correct `log_group` in dagster.yaml.",
    };
}
function checkRoles(subject, member, { locations, caller }, ports) {
    const rolesOf = ({ taskDefinition }) => {
        const role = taskDefinition.body[member];
        return typeof role === "string" && role !== "" ? [role] : [];
    };
    return (0,check/* checkEach */.Qi)(subject, locations, rolesOf, async (role) => {
        const account = (0,model_arn/* parseArn */.Lw)(role)?.account ?? caller.account;
        if (account !== caller.account) {
            return {
                status: "FAIL",
                message: `The ${subject} ${role} belongs to account ${account}, but ECS runs in account ${caller.account} and cannot pass it to a task.`,
                hint: "Use a role of the account the cluster is in.",
            };
        }
        return explainRole(await ports.identity.checkTaskRole(role), subject, role);
    });
}
function explainRole(state, subject, role) {
    switch (state) {
        case "ok":
            return check.OK;
        case "missing":
            return {
                status: "FAIL",
                message: `There is no ${subject} ${role}.`,
                hint: `Create the role, or correct \`${subject.replace(" ", "_")}_arn\`.`,
            };
        case "untrusted":
            return {
                status: "FAIL",
                message: `ECS tasks may not assume the ${subject} ${role}.`,
                hint: "Allow sts:AssumeRole to the service ecs-tasks.amazonaws.com in the trust policy of the role.",
            };
    }
}


/***/ }),

/***/ 5459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B_: () => (/* binding */ isCredentialsError),
/* harmony export */   L7: () => (/* binding */ isInactiveRevision),
/* harmony export */   Nr: () => (/* binding */ EXPIRED_CODES),
/* harmony export */   PX: () => (/* binding */ NO_CREDENTIALS_CODE),
/* harmony export */   r2: () => (/* binding */ INTERRUPTED_CODE),
/* harmony export */   sQ: () => (/* binding */ ACCESS_DENIED_CODES),
/* harmony export */   w7: () => (/* binding */ isAccessDenied),
/* harmony export */   zg: () => (/* binding */ NOT_SENT_CODE)
/* harmony export */ });
/* unused harmony export isInterrupted */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Names AWS services give to a missing permission: JSON services, IAM and STS, EC2. */
const ACCESS_DENIED_CODES = new Set([
    "AccessDeniedException",
    "AccessDenied",
    "UnauthorizedOperation",
    "NotAuthorized",
]);
/** Names AWS services give to a session that has ended. */
const EXPIRED_CODES = new Set([
    "ExpiredTokenException",
    "ExpiredToken",
    "RequestExpired",
    "TokenRefreshRequired",
]);
/** Our own code for a run without credentials: the services never see such a call. */
const NO_CREDENTIALS_CODE = "aws-credentials-missing";
/** True for an error of a port that says a permission is missing. */
function isAccessDenied(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && ACCESS_DENIED_CODES.has(error.code);
}
/** True when no further call of this run can succeed: the credentials are gone or were never there. */
function isCredentialsError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && (EXPIRED_CODES.has(error.code) || error.code === NO_CREDENTIALS_CODE);
}
/** Our own codes for what an interrupted run left undone: a call under way, and one that was not sent any more. */
const INTERRUPTED_CODE = "interrupted";
const NOT_SENT_CODE = "interrupted-before-call";
/** True when nothing failed but the run was interrupted. */
function isInterrupted(error) {
    return error instanceof ActionError && (error.code === INTERRUPTED_CODE || error.code === NOT_SENT_CODE);
}
/** True when ECS refuses a task definition because it is deregistered; said in the text of a general ClientException. */
function isInactiveRevision(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && /task ?definition is inactive/i.test(error.message);
}


/***/ }),

/***/ 5520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ writeNote),
/* harmony export */   KH: () => (/* binding */ settingsOfOthers),
/* harmony export */   Kw: () => (/* binding */ noteKeysOf),
/* harmony export */   Qs: () => (/* binding */ FIRST_NOTE_KEY),
/* harmony export */   TR: () => (/* binding */ describeSettings),
/* harmony export */   VC: () => (/* binding */ readNote),
/* harmony export */   qk: () => (/* binding */ TAG_KEPT),
/* harmony export */   zc: () => (/* binding */ settingsFor)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);


/**
 * Settings of CreateService that nobody can configure here, with the number of tasks, which may be left to a scaler.
 * What goes with a launch type (capacity providers, placement, platform versions) cannot be handed on.
 */
const FOREIGN_SETTINGS = [
    "availabilityZoneRebalancing",
    "desiredCount",
    "enableECSManagedTags",
    "healthCheckGracePeriodSeconds",
    "loadBalancers",
];
/** What others have set on a service, for the one that is made in its place. */
function settingsOfOthers(service) {
    const tags = (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .fromEcsTags */ .Pc)(service.tags);
    // As ECS described it, which is what it takes.
    const description = JSON.parse(JSON.stringify(service));
    const isUsers = (key) => (0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isFormerUserTag */ .tQ)(key, tags[_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_USER_TAGS */ .F_]);
    const foreign = Object.entries(tags).filter(([key]) => !isUsers(key));
    return onlyForeign({ request: description, tags: Object.fromEntries(foreign) });
}
/** Those that a new service gets: the number of tasks only where none is configured. */
function settingsFor(kept, desired) {
    if (desired.service.desiredCount === undefined)
        return kept;
    const { desiredCount: _configured, ...request } = kept.request;
    return { ...kept, request };
}
/** As a person is told of them; of tags the keys. */
function describeSettings({ request, tags }) {
    const settings = Object.entries(request).map(([name, value]) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonList */ .P)(value) ? `${name} ${value.map(describeLoadBalancer).join(" and ")}` : `${name} ${String(value)}`);
    return [...settings, ...Object.keys(tags).map((key) => `tag ${key}`)];
}
/** Traffic goes there: who reads a plan should see where. */
function describeLoadBalancer(value) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value))
        return String(value);
    const { targetGroupArn, loadBalancerName, containerName, containerPort } = value;
    const target = typeof targetGroupArn === "string" ? targetGroupArn.split(":").at(-1) : loadBalancerName;
    return `${target} to ${containerName}:${containerPort}`;
}
function onlyForeign({ request, tags }) {
    const settings = FOREIGN_SETTINGS.flatMap((name) => {
        const value = request[name];
        return value !== undefined && isSet(name, value) ? [[name, value]] : [];
    });
    const foreign = Object.entries(tags).filter(([key]) => !(0,_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .isReservedKey */ .IN)(key));
    return { request: Object.fromEntries(settings), tags: Object.fromEntries(foreign) };
}
function isSet(name, value) {
    // A grace period is refused without a load balancer, its default excepted.
    if (name === "healthCheckGracePeriodSeconds")
        return value !== 0;
    return !(Array.isArray(value) && value.length === 0);
}
/**
 * On an ECS service: its Cloud Map service holds settings for a successor, or may do so still. On a service that runs
 * they are of no use any more.
 */
const TAG_KEPT = `${_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_}kept`;
/** `<how many>.<part>` in the first, parts in the others: tag values are short, and hold no JSON. */
const NOTE_PREFIX = `${TAG_KEPT}-`;
/** Without it there is no note. */
const FIRST_NOTE_KEY = `${NOTE_PREFIX}1`;
const PART_LENGTH = 250;
/** Tag quota of a Cloud Map service (AWS General Reference), and what is kept free of it for tags of others. */
const MOST_TAGS = 50;
const SPARE_TAGS = 5;
const MOST_PARTS = 16;
/**
 * The settings as tags of a Cloud Map service, which outlives the ECS service, beside so many other tags. Where tags
 * of others are too much for that, they are left out; without any room, all.
 */
function writeNote(kept, otherTags = 0) {
    const room = Math.min(MOST_PARTS, MOST_TAGS - SPARE_TAGS - otherTags);
    const parts = partsOf(kept);
    const fitting = parts.length <= room ? parts : partsOf({ ...kept, tags: {} });
    if (fitting.length > room)
        return {};
    return Object.fromEntries(fitting.map((part, index) => [`${NOTE_PREFIX}${index + 1}`, index === 0 ? `${fitting.length}.${part}` : part]));
}
function partsOf({ request, tags }) {
    const text = Buffer.from(JSON.stringify({ request, tags }), "utf8").toString("base64url");
    return text.match(new RegExp(`.{1,${PART_LENGTH}}`, "g")) ?? [];
}
/** Keys of the tags that hold settings. */
function noteKeysOf(tags) {
    return Object.keys(tags).filter((key) => key.startsWith(NOTE_PREFIX));
}
/** The settings in the tags of a Cloud Map service; undefined when there are none, or not all of them. */
function readNote(tags) {
    const [, count, first] = /^(\d{1,2})\.(.+)$/.exec(tags[FIRST_NOTE_KEY] ?? "") ?? [];
    const others = Array.from({ length: Math.max(Number(count ?? 0) - 1, 0) }, (_, index) => tags[`${NOTE_PREFIX}${index + 2}`]);
    if (first === undefined || others.includes(undefined))
        return undefined;
    return parseSettings(Buffer.from([first, ...others].join(""), "base64url").toString("utf8"));
}
/** Tags can be written by others: nothing is believed that would not have been noted. */
function parseSettings(text) {
    try {
        const value = JSON.parse(text);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value))
            return undefined;
        const { request, tags } = value;
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(request) || !(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(tags))
            return undefined;
        const isText = (entry) => typeof entry[1] === "string";
        return onlyForeign({ request, tags: Object.fromEntries(Object.entries(tags).filter(isText)) });
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ runTags),
/* harmony export */   Mf: () => (/* binding */ isSameRun),
/* harmony export */   _7: () => (/* binding */ readRemovalMark),
/* harmony export */   qB: () => (/* binding */ compareRuns),
/* harmony export */   rK: () => (/* binding */ readRunMark),
/* harmony export */   tU: () => (/* binding */ removalTag),
/* harmony export */   vZ: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

/** The tags that say which run wrote last; none for a run by hand, which has no place among the others. */
function runTags(run) {
    if (run === undefined)
        return {};
    return {
        [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ]: run.headSha,
        [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN */ .Ru]: `${run.runNumber}.${run.runAttempt}`,
        [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN_ID */ .vO]: String(run.runId),
    };
}
/** The run that tags name; undefined when they name none. */
function readRunMark(tags) {
    const [, runNumber, attempt] = /^(\d{1,15})\.(\d{1,9})$/.exec(tags[_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN */ .Ru] ?? "") ?? [];
    if (runNumber === undefined || attempt === undefined)
        return undefined;
    const runId = /^\d{1,15}$/.test(tags[_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN_ID */ .vO] ?? "") ? Number(tags[_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN_ID */ .vO]) : undefined;
    return { runId, runNumber: Number(runNumber), attempt: Number(attempt), commit: tags[_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ] };
}
/** The tag that says which run is about to delete a service, from that run's own tags. */
function removalTag({ [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN */ .Ru]: run, [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN_ID */ .vO]: runId, [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ]: commit }) {
    return run === undefined ? {} : { [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_REMOVAL */ ._W]: [run, runId, commit].join("/") };
}
/** The run that is about to delete a service with such tags; undefined when none is. */
function readRemovalMark({ [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_REMOVAL */ ._W]: value }) {
    const [run = "", runId = "", commit = ""] = value?.split("/") ?? [];
    return readRunMark({ [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN */ .Ru]: run, [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_RUN_ID */ .vO]: runId, ...(commit !== "" && { [_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ]: commit }) });
}
/**
 * Below zero when the left run is the older one. Run numbers count per workflow, so they decide only where an id is
 * missing; a further attempt of a run is newer than the one before.
 */
function compareRuns(left, right) {
    if (left.runId !== undefined && right.runId !== undefined && left.runId !== right.runId) {
        return left.runId - right.runId;
    }
    return left.runNumber - right.runNumber || left.attempt - right.attempt;
}
/** True when both name the same attempt of the same run. */
function isSameRun(left, right) {
    return left === undefined || right === undefined ? left === right : compareRuns(left, right) === 0;
}
/** For example `run 12 (attempt 2) of commit 0123456789ab`. */
function describeRun({ runNumber, attempt, commit }) {
    const ofCommit = commit === undefined ? "" : ` of commit ${commit.slice(0, 12)}`;
    return `run ${runNumber}${attempt > 1 ? ` (attempt ${attempt})` : ""}${ofCommit}`;
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


/***/ }),

/***/ 4137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ parseTaskDefinitionArn)
/* harmony export */ });
/* harmony import */ var _arn_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5909);

/** Family and revision of a task definition ARN (or `family:revision`); undefined when it is neither. */
function parseTaskDefinitionArn(arn) {
    const [, family, revision] = /^([^:]+):(\d+)$/.exec((0,_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .lastSegment */ .mp)(arn)) ?? [];
    return family === undefined || revision === undefined ? undefined : { family, revision: Number(revision) };
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

/***/ 6781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ normalizeContainerContext),
/* harmony export */   r: () => (/* binding */ parseContainerContext)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9769);


/** The container context as JSON text that does not depend on the order of its keys; other text as it is. */
function normalizeContainerContext(text) {
    const parsed = parseJson(text);
    return parsed === undefined ? text : (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(parsed);
}
/** The container context as an object; undefined when the text is none. */
function parseContainerContext(text) {
    const parsed = text === undefined ? undefined : parseJson(text);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(parsed) ? parsed : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mD: () => (/* binding */ containerDefinitions),
/* harmony export */   t8: () => (/* binding */ containerOf),
/* harmony export */   wX: () => (/* binding */ environmentTextOf)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _container_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6781);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5579);



/** Name and ARN pairs, of `secrets` and `secretOptions`. */
const SECRETS = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS)("name", "valueFrom");
const PORT_MAPPING = {
    hostPort: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    name: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    appProtocol: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
};
const HEALTH_CHECK = {
    command: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)(),
    // "The default value is 30 seconds."
    interval: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(30),
    // "The default value is 5."
    timeout: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(5),
    // "The default value is 3."
    retries: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(3),
    // "By default, the startPeriod is off."
    startPeriod: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(0),
};
const LINUX_PARAMETERS = {
    capabilities: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ add: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(), drop: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)() }),
    devices: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((device) => device.hostPath, {
        containerPath: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
        permissions: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
    }),
    // Docker runs no init process unless asked to.
    initProcessEnabled: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    sharedMemorySize: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    tmpfs: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((mount) => mount.containerPath, { size: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(), mountOptions: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)() }),
    maxSwap: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    swappiness: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
};
const RESTART_POLICY = {
    // No restart policy is a disabled one.
    enabled: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    ignoredExitCodes: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
    // "If a restartAttemptPeriod isn't defined, the default is 300 seconds."
    restartAttemptPeriod: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(300),
};
/**
 * ContainerDefinition of the ECS API as of @aws-sdk/client-ecs 3.1164.0, complete; `name` is the key. The quotations
 * are of its documentation. A field that is not here is one that ECS made up later: it never counts as a change.
 */
const CONTAINER_DEFINITION = {
    image: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    repositoryCredentials: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ credentialsParameter: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)() }),
    // ECS stores 0 where no CPU units are asked for.
    cpu: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(0),
    memory: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    memoryReservation: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    links: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
    portMappings: portMappings(),
    // ECS stores true where nothing is said ("all containers are assumed to be essential").
    essential: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(true),
    restartPolicy: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(RESTART_POLICY),
    entryPoint: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)(),
    command: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)(),
    environment: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS)("name", "value", refineEnvironment),
    // "They're processed from the top down": the order matters.
    environmentFiles: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)((0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ value: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(), type: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)() })),
    mountPoints: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((mount) => mount.containerPath, {
        sourceVolume: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
        // "The default value is false."
        readOnly: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    }),
    volumesFrom: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((volume) => volume.sourceContainer, {
        // "The default value is false."
        readOnly: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    }),
    linuxParameters: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(LINUX_PARAMETERS),
    secrets: SECRETS,
    dependsOn: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((dependency) => dependency.containerName, { condition: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)() }),
    startTimeout: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    stopTimeout: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    // "By default, the value is enabled."
    versionConsistency: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)("enabled"),
    hostname: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    user: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    workingDirectory: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    // Booleans that Docker takes for false when they are not given.
    disableNetworking: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    privileged: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    readonlyRootFilesystem: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    interactive: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    pseudoTerminal: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(false),
    dnsServers: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)(),
    dnsSearchDomains: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .ordered */ .Sj)(),
    extraHosts: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS)("hostname", "ipAddress"),
    dockerSecurityOptions: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
    dockerLabels: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(),
    ulimits: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((limit) => limit.name, { softLimit: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(), hardLimit: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)() }),
    logConfiguration: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ logDriver: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(), options: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)(), secretOptions: SECRETS }),
    healthCheck: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(HEALTH_CHECK),
    systemControls: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .pairs */ .AS)("namespace", "value"),
    resourceRequirements: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((requirement) => requirement.type, {
        value: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
        sharingStrategy: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    }),
    firelensConfiguration: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ type: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(), options: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .textMap */ .sP)() }),
    credentialSpecs: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
};
/** `containerDefinitions` as a map by container name. */
const containerDefinitions = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyedObjects */ .Pi)((container) => container.name, CONTAINER_DEFINITION, true);
/** Port mappings by container port (or range) and protocol: one port may be mapped once per protocol. */
function portMappings() {
    const mapping = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(PORT_MAPPING, "kept");
    return (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .keyed */ .Dh)({
        keyOf: (entry) => {
            const port = entry.containerPortRange ?? entry.containerPort ?? "";
            // "The default is tcp."
            return `${String(port)}/${String(entry.protocol ?? "tcp")}`;
        },
        valueOf: (entry, context) => mapping(withoutDefaultHostPort(entry, context), context) ?? {},
        again: (value, context) => mapping(value, context) ?? {},
    });
}
function withoutDefaultHostPort(entry, { networkMode }) {
    // awsvpc, host: "the hostPort must be the same as the containerPort"; ECS fills it in.
    // bridge: 0 and absent both mean a port of Docker's choice.
    const filledIn = networkMode === "awsvpc" || networkMode === "host" ? entry.containerPort : 0;
    return entry.hostPort === filledIn ? { ...entry, hostPort: null } : entry;
}
/** The container context is JSON from a YAML document, whose key order says nothing. */
function refineEnvironment(text, name, context) {
    return name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTAINER_CONTEXT_VARIABLE */ .rl && context.container === _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke
        ? (0,_container_context_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeContainerContext */ .K)(text)
        : text;
}
/** A container of a normal task definition. */
function containerOf(tree, name) {
    return memberObject(memberObject(tree, "containerDefinitions"), name);
}
/** The text of an environment variable in a normal task definition. */
function environmentTextOf(tree, container, name) {
    const text = memberObject(containerOf(tree, container), "environment")?.[name];
    return typeof text === "string" ? text : undefined;
}
function memberObject(parent, name) {
    const member = parent?.[name];
    return typeof member === "object" && member !== null && !Array.isArray(member) ? member : undefined;
}


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ pairs),
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   IQ: () => (/* binding */ withDefault),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Pi: () => (/* binding */ keyedObjects),
/* harmony export */   Sj: () => (/* binding */ ordered),
/* harmony export */   bC: () => (/* binding */ unordered),
/* harmony export */   d_: () => (/* binding */ scalar),
/* harmony export */   sP: () => (/* binding */ textMap)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9769);


/** Where an entry stands that is no object and so has no key. */
const MALFORMED_KEY = "(malformed)";
/** A value as it stands; absent when it is what ECS takes for absent. */
function scalar(...absentForms) {
    return (value) => (value === null || value === undefined || absentForms.includes(value) ? undefined : value);
}
/** A value that stands for an absent field, where leaving it out would hide from a report what really applies. */
function withDefault(value, rule = scalar()) {
    return (given, context) => rule(given, context) ?? value;
}
/** A list whose order matters (arguments, search paths). Empty is absent. */
function ordered(element = scalar()) {
    return (value, context) => {
        if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonList */ .P)(value))
            return scalar()(value, context);
        const elements = value.map((each) => element(each, context)).filter((each) => each !== undefined);
        return elements.length === 0 ? undefined : elements;
    };
}
/** A list whose order does not matter. Empty is absent. */
function unordered() {
    return (value, context) => {
        const elements = ordered()(value, context);
        return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonList */ .P)(elements) ? sortByContent(elements) : elements;
    };
}
/** A map from text to text. Empty is absent. */
function textMap() {
    return (value, context) => {
        if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
            return scalar()(value, context);
        const entries = Object.entries(value).flatMap(([key, member]) => member === null || member === undefined ? [] : [[key, asText(member)]]);
        return entries.length === 0 ? undefined : (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedObject */ .z2)(entries);
    };
}
/** An object with known fields. `empty`: what it means when nothing is left of it. */
function fields(table, empty = "absent") {
    return (value, context) => {
        if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
            return scalar()(value, context);
        const entries = Object.entries(table).flatMap(([name, rule]) => {
            const normal = rule(value[name], context);
            return normal === undefined ? [] : [[name, normal]];
        });
        return entries.length === 0 && empty === "absent" ? undefined : (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedObject */ .z2)(entries);
    };
}
/** A list that is a set by one of its entries' fields becomes a map. A repeated key gets `#2`, `#3`, ... */
function keyed(keying) {
    return (value, context) => {
        if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
            return keyedAgain(value, context, keying);
        if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonList */ .P)(value))
            return scalar()(value, context);
        const present = value.filter((entry) => entry !== null && entry !== undefined);
        if (present.length === 0)
            return undefined;
        return (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedObject */ .z2)(nameDuplicates(present.map((entry) => keyEntry(entry, context, keying))));
    };
}
/** A keyed list of objects: the rest of the fields stands under the key. */
function keyedObjects(keyOf, table, named = false) {
    const rest = fields(table, "kept");
    const normalize = (value, context, key) => rest(value, named ? { ...context, container: key } : context) ?? {};
    return keyed({ keyOf, valueOf: normalize, again: normalize });
}
/** A keyed list of pairs: the value's text stands under the key. */
function pairs(keyField, valueField, refine = (text) => text) {
    return keyed({
        keyOf: (entry) => entry[keyField],
        valueOf: (entry, context, key) => refine(asText(entry[valueField]), key, context),
        again: (value, context, key) => refine(asText(value), key, context),
    });
}
/** A missing value and an empty text are the same to ECS in a key-value pair. */
function asText(value) {
    if (value === null || value === undefined)
        return "";
    return typeof value === "string" ? value : (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(value);
}
function keyedAgain(value, context, keying) {
    const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
    if (entries.length === 0)
        return undefined;
    return (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sortedObject */ .z2)(entries.map(([key, member]) => [key, keying.again(member, context, key)]));
}
function keyEntry(entry, context, keying) {
    // The content must not become a key: keys are shown in reports, values are judged first.
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(entry))
        return [MALFORMED_KEY, keying.again(entry, context, MALFORMED_KEY)];
    const key = asText(keying.keyOf(entry));
    return [key, keying.valueOf(entry, context, key)];
}
/** The numbers follow the content, so that they do not depend on the order of the list. */
function nameDuplicates(entries) {
    const taken = new Set(entries.map(([key]) => key));
    const seen = new Set();
    const byContent = entries.toSorted(([, left], [, right]) => compareContent(left, right));
    return byContent.map(([key, value]) => {
        if (!seen.has(key)) {
            seen.add(key);
            return [key, value];
        }
        let number = 2;
        while (taken.has(`${key}#${number}`))
            number += 1;
        taken.add(`${key}#${number}`);
        return [`${key}#${number}`, value];
    });
}
function sortByContent(elements) {
    return elements.toSorted(compareContent);
}
function compareContent(left, right) {
    const [leftText, rightText] = [(0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(left), (0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(right)];
    return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}


/***/ }),

/***/ 9319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ normalizeDesiredService),
/* harmony export */   z: () => (/* binding */ normalizeService)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5579);


/**
 * The fields of Service and CreateService that we own, with the defaults of CreateService (API reference). All else,
 * for example availability-zone rebalancing or alarms, is left as it is.
 */
const SERVICE = {
    // "The default is EC2", unless a capacity provider strategy says where tasks run.
    launchType: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)("EC2"),
    desiredCount: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(),
    enableExecuteCommand: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(false),
    // "The default is NONE."
    propagateTags: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)("NONE"),
    networkConfiguration: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
        awsvpcConfiguration: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
            subnets: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
            securityGroups: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)(),
            // "The default value is DISABLED" (CreateService API).
            assignPublicIp: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)("DISABLED"),
        }),
    }),
    deploymentConfiguration: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({
        // REPLICA services with rolling updates: 200 and 100 percent.
        maximumPercent: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(200),
        minimumHealthyPercent: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(100),
        deploymentCircuitBreaker: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ enable: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(false), rollback: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)(false) }),
    }),
    serviceRegistries: registryArns(),
    // "REPLICA" is the default scheduling strategy.
    schedulingStrategy: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)("REPLICA"),
    // The default deployment controller is ECS (rolling update).
    deploymentController: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)({ type: (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withDefault */ .IQ)("ECS") }),
};
const normalize = (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(SERVICE);
/** The normal form of a service as DescribeServices returned it. */
function normalizeService(description, owned) {
    return normalizeFields({
        launchType: description.launchType ?? launchTypeOf(description.capacityProviderStrategy ?? []),
        desiredCount: owned.desiredCount ? description.desiredCount : undefined,
        enableExecuteCommand: description.enableExecuteCommand,
        propagateTags: description.propagateTags,
        networkConfiguration: description.networkConfiguration,
        deploymentConfiguration: description.deploymentConfiguration,
        serviceRegistries: description.serviceRegistries,
        schedulingStrategy: description.schedulingStrategy,
        deploymentController: description.deploymentController,
    });
}
/** The normal form of a desired service. `registryArn`: of its Cloud Map service, absent while there is none. */
function normalizeDesiredService(desired, registryArn) {
    return normalizeFields({
        ...desired.createRequest,
        // Not what it is created with: what it is kept at.
        desiredCount: desired.desiredCount,
        serviceRegistries: registryArn === undefined ? [] : [{ registryArn }],
    });
}
function normalizeFields(given) {
    // A description may hold dates and undefined: as JSON it holds neither.
    const body = JSON.parse(JSON.stringify(given));
    const deploymentConfiguration = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(body.deploymentConfiguration) ? body.deploymentConfiguration : {};
    const normal = normalize({
        ...body,
        deploymentController: body.deploymentController ?? {},
        // ECS always tells it; an answer without it is no answer, and says nothing of how the service is deployed.
        ...(body.deploymentConfiguration !== undefined && {
            deploymentConfiguration: {
                ...deploymentConfiguration,
                deploymentCircuitBreaker: deploymentConfiguration.deploymentCircuitBreaker ?? {},
            },
        }),
    }, { networkMode: "awsvpc" });
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(normal) ? normal : {};
}
/** Where tasks run when a capacity provider strategy stands in place of a launch type. */
function launchTypeOf(strategy) {
    if (strategy.length === 0)
        return undefined;
    return strategy.every(({ capacityProvider }) => capacityProvider?.startsWith("FARGATE")) ? "FARGATE" : "EC2";
}
/** Only the ARNs: ports and container names belong to SRV records, which ours have not. */
function registryArns() {
    return (value, context) => {
        const arns = ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonList */ .P)(value) ? value : []).map((each) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(each) ? (each.registryArn ?? null) : each);
        return (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .unordered */ .bC)()(arns, context) ?? [];
    };
}


/***/ }),

/***/ 147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  th: () => (/* binding */ alignRoles),
  aB: () => (/* binding */ normalizeDesiredTaskDefinition),
  mu: () => (/* binding */ normalizeTaskDefinition)
});

// EXTERNAL MODULE: ./build/model/environment.js
var model_environment = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
// EXTERNAL MODULE: ./build/normalize/container-definition.js
var container_definition = __webpack_require__(865);
// EXTERNAL MODULE: ./build/normalize/rules.js
var rules = __webpack_require__(5579);
;// CONCATENATED MODULE: ./build/normalize/volume.js

const EFS = {
    fileSystemId: (0,rules/* scalar */.d_)(),
    // "If this parameter is omitted, the root of the Amazon EFS volume will be used"; ECS stores "/".
    rootDirectory: (0,rules/* scalar */.d_)("/", ""),
    // "If this parameter is omitted, the default value of DISABLED is used."
    transitEncryption: (0,rules/* scalar */.d_)("DISABLED"),
    // 0 and absent both leave the port to the EFS mount helper.
    transitEncryptionPort: (0,rules/* scalar */.d_)(0),
    authorizationConfig: (0,rules/* fields */.OA)({
        accessPointId: (0,rules/* scalar */.d_)(),
        // "If this parameter is omitted, the default value of DISABLED is used."
        iam: (0,rules/* scalar */.d_)("DISABLED"),
    }),
};
const DOCKER = {
    // A volume that is not said to be shared lives as long as its task.
    scope: (0,rules/* scalar */.d_)("task"),
    autoprovision: (0,rules/* scalar */.d_)(false),
    // Docker's own driver.
    driver: (0,rules/* scalar */.d_)("local"),
    driverOpts: (0,rules/* textMap */.sP)(),
    labels: (0,rules/* textMap */.sP)(),
};
/** Volume of the ECS API as of @aws-sdk/client-ecs 3.1164.0, complete; `name` is the key. */
const VOLUME = {
    // ECS stores an empty host for a volume that is nothing but a name.
    host: (0,rules/* fields */.OA)({ sourcePath: (0,rules/* scalar */.d_)() }),
    // Unlike an empty host, an empty Docker configuration says something: a Docker volume instead of a bind mount.
    dockerVolumeConfiguration: (0,rules/* fields */.OA)(DOCKER, "kept"),
    efsVolumeConfiguration: (0,rules/* fields */.OA)(EFS),
    s3filesVolumeConfiguration: (0,rules/* fields */.OA)({
        fileSystemArn: (0,rules/* scalar */.d_)(),
        rootDirectory: (0,rules/* scalar */.d_)("/", ""),
        transitEncryptionPort: (0,rules/* scalar */.d_)(0),
        accessPointArn: (0,rules/* scalar */.d_)(),
    }),
    fsxWindowsFileServerVolumeConfiguration: (0,rules/* fields */.OA)({
        fileSystemId: (0,rules/* scalar */.d_)(),
        rootDirectory: (0,rules/* scalar */.d_)(),
        authorizationConfig: (0,rules/* fields */.OA)({ credentialsParameter: (0,rules/* scalar */.d_)(), domain: (0,rules/* scalar */.d_)() }),
    }),
    configuredAtLaunch: (0,rules/* scalar */.d_)(false),
};
/** `volumes` as a map by volume name. */
const volumes = (0,rules/* keyedObjects */.Pi)((volume) => volume.name, VOLUME);

;// CONCATENATED MODULE: ./build/normalize/task-definition.js





/** "0.25 vCPU" is stored as "256" (RegisterTaskDefinition, `cpu`). */
const CPU_UNIT = { pattern: /^(\d*\.?\d+)\s*vcpus?$/i, factor: 1024 };
/** "1 GB" is stored as "1024" (RegisterTaskDefinition, `memory`). */
const MEMORY_UNIT = { pattern: /^(\d*\.?\d+)\s*gb$/i, factor: 1024 };
/**
 * What RegisterTaskDefinition takes, as of @aws-sdk/client-ecs 3.1164.0. Left out on purpose: what only
 * DescribeTaskDefinition has (taskDefinitionArn, revision, status, requiresAttributes, compatibilities, registeredAt,
 * registeredBy, deregisteredAt, deleteRequestedAt), and `tags`, which say who registered it, not what runs.
 */
const TASK_DEFINITION = {
    family: (0,rules/* scalar */.d_)(),
    taskRoleArn: (0,rules/* scalar */.d_)(),
    executionRoleArn: (0,rules/* scalar */.d_)(),
    // "The default Docker network mode is bridge"; ECS stores it.
    networkMode: (0,rules/* scalar */.d_)("bridge"),
    containerDefinitions: container_definition/* containerDefinitions */.mD,
    volumes: volumes,
    placementConstraints: (0,rules/* keyed */.Dh)({
        keyOf: (constraint) => `${String(constraint.type ?? "memberOf")}:${String(constraint.expression ?? "")}`,
        valueOf: () => ({}),
        again: () => ({}),
    }),
    requiresCompatibilities: (0,rules/* unordered */.bC)(),
    cpu: quantity(CPU_UNIT),
    memory: quantity(MEMORY_UNIT),
    // No value is a private namespace (pidMode) or the Docker daemon's setting (ipcMode); neither has a name.
    pidMode: (0,rules/* scalar */.d_)(),
    ipcMode: (0,rules/* scalar */.d_)(),
    proxyConfiguration: (0,rules/* fields */.OA)({
        // "The only supported value is APPMESH."
        type: (0,rules/* scalar */.d_)("APPMESH"),
        containerName: (0,rules/* scalar */.d_)(),
        properties: (0,rules/* pairs */.AS)("name", "value"),
    }),
    inferenceAccelerators: (0,rules/* keyedObjects */.Pi)((accelerator) => accelerator.deviceName, { deviceType: (0,rules/* scalar */.d_)() }),
    ephemeralStorage: (0,rules/* fields */.OA)({ sizeInGiB: (0,rules/* scalar */.d_)() }),
    runtimePlatform: (0,rules/* fields */.OA)({
        // Fargate runs Linux on X86_64 where nothing is said, and ECS stores nothing then.
        cpuArchitecture: (0,rules/* scalar */.d_)("X86_64"),
        operatingSystemFamily: (0,rules/* scalar */.d_)("LINUX"),
    }),
    // "The default value is false."
    enableFaultInjection: (0,rules/* scalar */.d_)(false),
};
const normalize = (0,rules/* fields */.OA)(TASK_DEFINITION);
/** The normal form of what RegisterTaskDefinition takes or DescribeTaskDefinition returned. */
function normalizeTaskDefinition(body) {
    const networkMode = typeof body.networkMode === "string" ? body.networkMode : "bridge";
    const context = { networkMode };
    const normal = normalize(body, context);
    return (0,json/* isJsonObject */.O)(normal) ? normal : {};
}
/** The normal form of a desired task definition, with the text of its environment. */
function normalizeDesiredTaskDefinition(desired) {
    const [codeServer, ...sidecars] = (0,json/* isJsonList */.P)(desired.body.containerDefinitions)
        ? desired.body.containerDefinitions
        : [];
    if (!(0,json/* isJsonObject */.O)(codeServer))
        return normalizeTaskDefinition({ ...desired.body, family: desired.family });
    const environment = desired.environment.map(({ name, value }) => ({ name, value: (0,model_environment/* revealValue */.JW)(value) }));
    return normalizeTaskDefinition({
        ...desired.body,
        family: desired.family,
        containerDefinitions: [{ ...codeServer, environment }, ...sidecars],
    });
}
/**
 * A role may be registered by its bare name. Which ARN it stands for only the other side can tell: where one side has
 * a bare name and the other an ARN of that name, both get the ARN.
 */
function alignRoles(left, right) {
    let aligned = { left, right };
    for (const field of ["taskRoleArn", "executionRoleArn"]) {
        const [leftRole, rightRole] = [left[field], right[field]];
        if (namesRole(leftRole, rightRole))
            aligned = { ...aligned, left: withField(aligned.left, field, rightRole) };
        if (namesRole(rightRole, leftRole))
            aligned = { ...aligned, right: withField(aligned.right, field, leftRole) };
    }
    return aligned;
}
function namesRole(bare, arn) {
    if (typeof bare !== "string" || typeof arn !== "string" || bare.includes(":"))
        return false;
    return arn.startsWith("arn:") && arn.endsWith(`/${bare}`);
}
function withField(tree, field, value) {
    return value === undefined ? tree : { ...tree, [field]: value };
}
function quantity(unit) {
    return (value) => {
        if (typeof value === "number")
            return String(value);
        if (typeof value !== "string")
            return undefined;
        const text = value.trim();
        const [, amount] = unit.pattern.exec(text) ?? [];
        return amount === undefined ? text : String(Math.round(Number(amount) * unit.factor));
    };
}


/***/ }),

/***/ 5723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nw: () => (/* binding */ diffContainerContexts),
/* harmony export */   bn: () => (/* binding */ isSensitiveSetting),
/* harmony export */   lE: () => (/* binding */ CONTAINER_CONTEXT_TITLE),
/* harmony export */   yc: () => (/* binding */ containerContextPath)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9598);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1432);


/** First part of the path of a change inside the container context. */
const CONTAINER_CONTEXT_TITLE = "container context";
/**
 * The differences between two container contexts. Lists of variables, secrets, tags, volumes and containers are
 * compared entry by entry; where only the order of such a list differs, as a whole.
 */
function diffContainerContexts(before, after) {
    const byEntry = (0,_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffTrees */ .j)(keyLists(before), keyLists(after));
    return byEntry.length > 0 ? byEntry : (0,_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .diffTrees */ .j)(before, after);
}
/** `container context › ecs.run_resources.cpu` */
function containerContextPath(path) {
    return path.length === 0 ? CONTAINER_CONTEXT_TITLE : `${CONTAINER_CONTEXT_TITLE} › ${path.join(".")}`;
}
/** Parts of `container_context.ecs` that give runs or the code server rights, or code of others. */
const SENSITIVE_SETTINGS = [
    "task_role_arn",
    "execution_role_arn",
    "secrets",
    "secrets_tags",
    "repository_credentials",
    "server_sidecar_containers",
    "run_sidecar_containers",
];
/** True for what a reviewer must look at twice. */
function isSensitiveSetting(path) {
    return path[0] === "ecs" && SENSITIVE_SETTINGS.includes(path[1] ?? "");
}
function keyLists(value, name) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(value)) {
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, keyLists(member, key) ?? null]));
    }
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonList */ .P)(value) ? (keyList(value, name) ?? value) : value;
}
/** A list as an object by its entries' names; undefined when its entries have none, or share one. */
function keyList(list, name) {
    const keys = list.map((entry) => (typeof entry === "string" ? variableName(entry, name) : nameOf(entry)));
    const unique = new Set(keys);
    if (list.length === 0 || unique.has(undefined) || unique.size < list.length)
        return undefined;
    return Object.fromEntries(list.map((entry, index) => [keys[index] ?? "", keyLists(entry) ?? null]));
}
/** `KEY` of the entries `KEY=VALUE` and `KEY`. Other lists of texts, such as a command, stay whole. */
function variableName(entry, list) {
    return list === "env_vars" ? entry.split("=", 1)[0] : undefined;
}
function nameOf(entry) {
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .O)(entry))
        return undefined;
    const name = entry.name ?? entry.key;
    return typeof name === "string" ? name : undefined;
}


/***/ }),

/***/ 3548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jO: () => (/* binding */ decideAction),
  b8: () => (/* binding */ primaryDeploymentOf),
  ec: () => (/* binding */ warnAboutLive)
});

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/model/kept-settings.js
var kept_settings = __webpack_require__(5520);
// EXTERNAL MODULE: ./build/plan/diff.js
var diff = __webpack_require__(1432);
// EXTERNAL MODULE: ./build/plan/impact.js
var plan_impact = __webpack_require__(8686);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/normalize/container-definition.js
var container_definition = __webpack_require__(865);
// EXTERNAL MODULE: ./build/normalize/service.js
var normalize_service = __webpack_require__(9319);
// EXTERNAL MODULE: ./build/normalize/task-definition.js + 1 modules
var task_definition = __webpack_require__(147);
// EXTERNAL MODULE: ./build/plan/environment-visibility.js
var environment_visibility = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/plan/field-changes.js + 1 modules
var field_changes = __webpack_require__(8184);
// EXTERNAL MODULE: ./build/plan/fingerprint.js
var fingerprint = __webpack_require__(802);
// EXTERNAL MODULE: ./build/plan/outside.js
var outside = __webpack_require__(4117);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/plan/tag-changes.js



/**
 * What differs between the tags of a service and the tags it should have. A tag that nobody wants is left alone,
 * unless the tag `/user-tags` or the container context of the running revision says that it was the user's: then it is
 * removed.
 */
function compareTags(live, desired, formerContext, impact) {
    const wanted = { ...desired.userTags, ...desired.identityTags };
    const former = formerTagKeys(formerContext);
    const wasOurs = (key) => former.has(key) || (0,model_tags/* isFormerUserTag */.tQ)(key, live[model_tags/* TAG_USER_TAGS */.F_]);
    const considered = Object.entries(live).filter(([key]) => Object.hasOwn(wanted, key) || wasOurs(key));
    const differences = (0,diff/* diffTrees */.j)(Object.fromEntries(considered), wanted);
    return (differences.length > 0 ? differences : diffRecord(live, desired)).map(({ path, change, before, after }) => ({
        resource: "tags",
        path: (0,diff/* dottedPath */.w)(path),
        change,
        ...(before === undefined ? {} : { before: { kind: "shown", value: before } }),
        ...(after === undefined ? {} : { after: { kind: "shown", value: after } }),
        impact,
        sensitive: false,
    }));
}
/** A run that died before its last tag has done everything but to write down which tags are the user's. */
function diffRecord(live, desired) {
    const found = live[model_tags/* TAG_USER_TAGS */.F_];
    if (found === undefined)
        return [];
    return (0,diff/* diffTrees */.j)({ [model_tags/* TAG_USER_TAGS */.F_]: found }, { [model_tags/* TAG_USER_TAGS */.F_]: (0,model_tags/* userTagsValue */.K_)(Object.keys(desired.userTags)) });
}
/** Keys of `server_ecs_tags` in a container context, without those that users cannot have set. */
function formerTagKeys(context) {
    const ecs = (0,json/* isJsonObject */.O)(context?.ecs) ? context.ecs : undefined;
    const tags = (0,json/* isJsonList */.P)(ecs?.server_ecs_tags) ? ecs.server_ecs_tags : [];
    const keys = tags.map((tag) => ((0,json/* isJsonObject */.O)(tag) ? tag.key : undefined));
    return new Set(keys.filter((key) => typeof key === "string").filter((key) => !(0,model_tags/* isReservedKey */.IN)(key)));
}

;// CONCATENATED MODULE: ./build/plan/location-comparison.js










/** Compares a location with the service that runs it. */
function compareLocation(desired, live, fingerprints) {
    const { service } = live;
    const running = live.running && (0,task_definition/* normalizeTaskDefinition */.mu)(live.running.description);
    const taskDefinition = compareRunning(desired, service, running, fingerprints);
    const owned = { desiredCount: desired.service.desiredCount !== undefined };
    const image = running && (0,container_definition/* containerOf */.t8)(running, code_server/* CODE_SERVER_CONTAINER */.ke)?.image;
    return (0,outside/* markOutside */.J)({
        sameTaskDefinition: taskDefinition.length === 0,
        ...reusableRevision(desired, live, taskDefinition.length === 0),
        ...(typeof image === "string" ? { previousImage: image } : {}),
        taskDefinition,
        service: (0,field_changes/* compareServices */.K)((0,normalize_service/* normalizeService */.z)(service.description, owned), withoutUntold((0,normalize_service/* normalizeDesiredService */.N)(desired.service, live.cloudMapService?.arn), service)),
        cloudMap: live.cloudMapService === undefined ? [cloudMapAddition(desired, "rollout")] : [],
        tags: compareTags(service.tags, desired, running && (0,environment_visibility/* containerContextOf */.Cv)(running), "in-place"),
    }, desired, live, fingerprints);
}
/** What DescribeServices does not tell cannot be compared. */
function withoutUntold(wanted, { description }) {
    if (description.deploymentConfiguration !== undefined)
        return wanted;
    const { deploymentConfiguration: _untold, ...told } = wanted;
    return told;
}
/** A location that nothing runs yet: everything is added. */
function describeNewLocation(desired, live) {
    return {
        sameTaskDefinition: false,
        ...reusableRevision(desired, { ...(live.latest === undefined ? {} : { latest: live.latest }) }, false),
        taskDefinition: (0,field_changes/* compareTaskDefinitions */.X9)({}, desired.taskDefinition, "none"),
        service: (0,field_changes/* compareServices */.K)({}, (0,normalize_service/* normalizeDesiredService */.N)(desired.service, live.cloudMapService?.arn), "none"),
        cloudMap: live.cloudMapService === undefined ? [cloudMapAddition(desired, "none")] : [],
        tags: compareTags({}, desired, undefined, "none"),
    };
}
/** What was really read is believed before what a tag says of it. */
function compareRunning(desired, service, running, fingerprints) {
    if (running !== undefined)
        return (0,field_changes/* compareTaskDefinitions */.X9)(running, desired.taskDefinition, "rollout");
    if ((0,fingerprint/* fingerprintAnswers */.Uy)(service, fingerprints.full, desired.taskDefinition.family))
        return [];
    return [
        {
            resource: "task-definition",
            path: "taskDefinition",
            change: "changed",
            before: { kind: "hidden", why: `${service.taskDefinitionArn} cannot be read` },
            after: { kind: "shown", value: desired.taskDefinition.family },
            impact: "rollout",
            sensitive: true,
        },
    ];
}
function reusableRevision(desired, live, sameTaskDefinition) {
    if (sameTaskDefinition) {
        const arn = live.running?.arn ?? live.service?.taskDefinitionArn;
        // A revision that was deregistered runs on, but no service can be put on it.
        if (arn !== undefined && (live.running === undefined || live.running.status === "ACTIVE"))
            return { reusable: arn };
    }
    const { latest } = live;
    if (latest?.status !== "ACTIVE" || (0,model_tags/* isOfOtherCluster */.wf)(latest.tags, desired.service.cluster))
        return {};
    const wanted = (0,task_definition/* normalizeDesiredTaskDefinition */.aB)(desired.taskDefinition);
    return (0,field_changes/* taskDefinitionsAgree */.mj)((0,task_definition/* normalizeTaskDefinition */.mu)(latest.description), wanted) ? { reusable: latest.arn } : {};
}
function cloudMapAddition(desired, impact) {
    return {
        resource: "cloud-map",
        path: "name",
        change: "added",
        after: { kind: "shown", value: desired.cloudMapService.name },
        impact,
        sensitive: false,
    };
}

// EXTERNAL MODULE: ./build/plan/ownership.js
var ownership = __webpack_require__(959);
;// CONCATENATED MODULE: ./build/plan/decision.js






/** Decides what is to be done for a location. */
function decideAction(desired, live, fingerprints, adopt) {
    const refusal = (0,ownership/* refuseForeign */.re)(desired, live, adopt);
    if (refusal !== undefined) {
        return { action: "blocked", reason: refusal, taskDefinition: { register: false }, changes: [], warnings: [] };
    }
    const { service } = live;
    if (service?.status !== "ACTIVE")
        return decideCreation(desired, live);
    return decideUpdate(desired, { ...live, service }, compareLocation(desired, { ...live, service }, fingerprints));
}
function decideCreation(desired, live) {
    const comparison = describeNewLocation(desired, live);
    return decision("create", explainCreation(desired, live), comparison, obtainRevision(comparison));
}
function explainCreation(desired, { service, cloudMapTags }) {
    const noted = (0,kept_settings/* readNote */.VC)(cloudMapTags ?? {});
    if (noted !== undefined) {
        const kept = (0,kept_settings/* describeSettings */.TR)((0,kept_settings/* settingsFor */.zc)(noted, desired)).join(", ");
        const comesBack = kept === "" ? "" : ` It gets back what others had set: ${kept}.`;
        return {
            code: "replacement-cut-short",
            text: `A run was cut short between deleting the service and making it anew.${comesBack}`,
        };
    }
    if (service === undefined)
        return { code: "new", text: "Nothing runs this location yet." };
    return { code: "draining", text: `The previous service "${service.name}" is draining; a new one takes its place.` };
}
function decideUpdate(desired, live, comparison) {
    const warnings = warnAboutLive(live);
    const immutable = findImmutable(comparison.service);
    if (immutable.length > 0) {
        const text = `ECS cannot change ${immutable.join(", ")} of a service: it is deleted and created again.`;
        return decision("replace", { code: "immutable-field", text }, comparison, obtainRevision(comparison), warnings);
    }
    if (!comparison.sameTaskDefinition) {
        const reason = explainAdoption(desired, live.service) ?? explainRevision(comparison);
        return decision("update", reason, comparison, obtainRevision(comparison), warnings);
    }
    const unchanged = { register: false };
    const impact = (0,plan_impact/* worstImpact */.Ox)(allChanges(comparison).map((change) => change.impact));
    const failure = impact === "rollout" ? undefined : (explainStopped(desired, live.service) ?? explainFailedRollout(live.service));
    if (failure !== undefined)
        return decision("redeploy", failure, comparison, unchanged, warnings);
    const reason = explainAdoption(desired, live.service) ?? explainServiceChange(comparison);
    return decision(reason.code === "unchanged" ? "none" : "update", reason, comparison, unchanged, warnings);
}
function decision(action, reason, comparison, taskDefinition, warnings = []) {
    const { previousImage } = comparison;
    return {
        action,
        reason,
        taskDefinition,
        changes: allChanges(comparison),
        ...(previousImage === undefined ? {} : { previousImage }),
        warnings,
    };
}
function allChanges({ taskDefinition, service, cloudMap, tags }) {
    return [...taskDefinition, ...service, ...cloudMap, ...tags];
}
function obtainRevision({ reusable }) {
    return reusable === undefined ? { register: true } : { register: false, reuse: reusable };
}
function findImmutable(changes) {
    const changed = changes.map(({ path }) => path.split(".")[0] ?? "");
    return plan_impact/* IMMUTABLE_SERVICE_FIELDS */.JO.filter((field) => changed.includes(field));
}
/** The image is named where nothing else changes: the most common change of all. */
function explainRevision({ taskDefinition }) {
    const onlyImage = taskDefinition.every(({ path }) => IMAGE_PATHS.includes(path));
    return onlyImage
        ? { code: "image", text: "The image changes." }
        : { code: "task-definition", text: "The task definition changes." };
}
const IMAGE_PATHS = [
    (0,diff/* dottedPath */.w)(["containerDefinitions", code_server/* CODE_SERVER_CONTAINER */.ke, "image"]),
    (0,diff/* dottedPath */.w)(["containerDefinitions", code_server/* CODE_SERVER_CONTAINER */.ke, "environment", code_server/* CURRENT_IMAGE_VARIABLE */.bx]),
];
function explainAdoption(desired, service) {
    if ((0,ownership/* ownershipOf */.VL)(service.tags, desired.identityTags).owner !== "nobody")
        return undefined;
    return { code: "adopt", text: `The service "${service.name}", which carries no tags of this action, is taken over.` };
}
function explainServiceChange(comparison) {
    if (comparison.cloudMap.length > 0)
        return { code: "cloud-map", text: "The Cloud Map service is missing." };
    if (comparison.service.length > 0)
        return { code: "service", text: "Settings of the service change." };
    if (comparison.tags.length > 0)
        return { code: "tags", text: "Tags of the service change." };
    return { code: "unchanged", text: "Nothing has changed." };
}
/** The PRIMARY ECS deployment of a service. */
function primaryDeploymentOf(service) {
    return service.description.deployments?.find(({ status }) => status === "PRIMARY");
}
/** ECS starts no deployment for a changed count: without one, nobody would see whether the code server comes up. */
function explainStopped(desired, { description }) {
    if (description.desiredCount !== 0 || (desired.service.desiredCount ?? 0) === 0)
        return undefined;
    return { code: "scaled-to-zero", text: "The service's desired count is 0: it is started again." };
}
/** A rollout state that is not given says nothing (services with a Classic Load Balancer have none). */
function explainFailedRollout(service) {
    const state = primaryDeploymentOf(service)?.rolloutState;
    if (state === undefined || state === "COMPLETED" || state === "IN_PROGRESS")
        return undefined;
    return { code: "rollout-failed", text: "Nothing has changed, but the last rollout failed: it is started again." };
}
/** What a reader should know of a service as it is now. */
function warnAboutLive(live) {
    const warnings = [];
    if (primaryDeploymentOf(live.service)?.rolloutState === "IN_PROGRESS") {
        warnings.push("A rollout of this service is still in progress.");
    }
    const { desiredCount, runningCount } = live.service.description;
    const isComplete = primaryDeploymentOf(live.service)?.rolloutState === "COMPLETED";
    if (isComplete && desiredCount !== undefined && runningCount !== undefined && runningCount < desiredCount) {
        warnings.push(`Only ${runningCount} of ${desiredCount} tasks are running, although the last rollout completed.`);
    }
    if (desiredCount === 0)
        warnings.push("The service's desired count is 0: nothing runs.");
    if (live.running !== undefined && live.running.status !== "ACTIVE") {
        warnings.push(`The running revision ${live.running.family}:${live.running.revision} is deregistered.`);
    }
    return warnings;
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ diffTrees),
/* harmony export */   w: () => (/* binding */ dottedPath)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9598);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3298);
/* harmony import */ var _normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9769);



/** The path as people read it. Not reversible: keys may hold dots. */
function dottedPath(path) {
    return path.join(".");
}
/**
 * The differences between two trees, leaf by leaf, sorted by path. Objects are compared key by key (an empty one is a
 * leaf), lists as a whole.
 */
function diffTrees(before, after, path = []) {
    if (before === undefined && after === undefined)
        return [];
    const children = childrenOf(before, after);
    if (children !== undefined) {
        return Object.keys({ ...children.before, ...children.after })
            .toSorted(_model_text_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareCodePoints */ .O)
            .flatMap((key) => diffTrees(memberOf(children.before, key), memberOf(children.after, key), [...path, key]));
    }
    if (before === undefined && after !== undefined)
        return [{ path, change: "added", after }];
    if (before !== undefined && after === undefined)
        return [{ path, change: "removed", before }];
    if (before === undefined || after === undefined || (0,_normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(before) === (0,_normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(after))
        return [];
    return [{ path, change: "changed", before, after }];
}
/** The objects to go down into; undefined when this is a leaf on one side or on both. */
function childrenOf(before, after) {
    if ((before !== undefined && !(0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(before)) || (after !== undefined && !(0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .O)(after)))
        return undefined;
    const objects = { before: before ?? {}, after: after ?? {} };
    const oneSided = before === undefined || after === undefined;
    // What is added or removed whole and holds nothing has no leaf below that could tell.
    const holdsNothing = Object.keys(objects.before).length + Object.keys(objects.after).length === 0;
    return oneSided && holdsNothing ? undefined : objects;
}
function memberOf(parent, key) {
    return Object.hasOwn(parent, key) ? parent[key] : undefined;
}


/***/ }),

/***/ 5056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ containerContextOf),
/* harmony export */   EH: () => (/* binding */ hiddenTextsOfLive),
/* harmony export */   _T: () => (/* binding */ showDesired),
/* harmony export */   bR: () => (/* binding */ showPrevious),
/* harmony export */   zd: () => (/* binding */ PREVIOUS_HIDDEN)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8105);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9598);
/* harmony import */ var _model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2142);
/* harmony import */ var _normalize_container_context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6781);
/* harmony import */ var _normalize_container_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(865);
/* harmony import */ var _normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(147);






/** An old value that is not shown: only what the old YAML spelled out may be. */
const PREVIOUS_HIDDEN = { kind: "hidden", why: "previous value hidden" };
/** The container context that a live revision carries; undefined when it carries none. */
function containerContextOf(tree) {
    return (0,_normalize_container_context_js__WEBPACK_IMPORTED_MODULE_3__/* .parseContainerContext */ .r)((0,_normalize_container_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTextOf */ .wX)(tree, _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CODE_SERVER_CONTAINER */ .ke, _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CONTAINER_CONTEXT_VARIABLE */ .rl));
}
/**
 * The desired value of an environment variable, shown only when the repository's YAML spells it out. `text` is what
 * stands in the normal tree: a value is shown only when its origin is known to have produced just that text.
 */
function showDesired(desired, container, name, text) {
    if (container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CODE_SERVER_CONTAINER */ .ke) {
        const sidecar = namedEntries(desired.body.containerDefinitions, container);
        return sidecar.some((each) => holdsPair(each.environment, name, text))
            ? { kind: "shown", value: text }
            : { kind: "hidden", why: "not a literal" };
    }
    const variable = desired.environment.find((each) => each.name === name);
    return variable === undefined ? { kind: "hidden", why: "not a literal" } : showVariable(variable, text);
}
function showVariable({ name, value }, text) {
    switch (value.origin) {
        case "step":
            return { kind: "hidden", why: "from the step's environment" };
        case "agent":
            return { kind: "hidden", why: "from the agent's environment" };
        case "revision":
            return { kind: "hidden", why: "a registered value" };
        case "injected":
            return name.startsWith("DAGSTER_") && name !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CONTAINER_CONTEXT_VARIABLE */ .rl && value.text === text
                ? { kind: "shown", value: text }
                : { kind: "hidden", why: "set by this action" };
        case "literal":
            return value.text === text ? { kind: "shown", value: text } : { kind: "hidden", why: "not a literal" };
    }
}
/** The old value of an environment variable, shown only when the live revision's own container context spells it out. */
function showPrevious(live, container, name, text) {
    return isPublic(live, container, name, text) ? { kind: "shown", value: text } : PREVIOUS_HIDDEN;
}
/**
 * Values in the environment of a live revision that nobody knows to be public: not spelled out by the container context
 * that it carries, and not under a name that this action sets itself.
 */
function hiddenTextsOfLive({ description }) {
    const live = (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeTaskDefinition */ .mu)(description);
    return membersOf(live.containerDefinitions).flatMap(([container, definition]) => membersOf((0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O)(definition) ? definition.environment : undefined).flatMap(([name, text]) => {
        const isOurs = name.startsWith("DAGSTER_") && !(0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mayNameSecret */ .lS)(name);
        return typeof text !== "string" || isOurs || isPublic(live, container, name, text) ? [] : [text];
    }));
}
function membersOf(value) {
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O)(value) ? Object.entries(value) : [];
}
function isPublic(live, container, name, text) {
    if (typeof text !== "string")
        return false;
    const context = containerContextOf(live);
    const ecs = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O)(context?.ecs) ? context.ecs : undefined;
    if (container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CODE_SERVER_CONTAINER */ .ke) {
        return namedEntries(ecs?.server_sidecar_containers, container).some((each) => holdsPair(each.environment, name, text));
    }
    // The image is a field of the container: the variable tells nothing more.
    if (name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_4__/* .CURRENT_IMAGE_VARIABLE */ .bx && (0,_normalize_container_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .containerOf */ .t8)(live, container)?.image === text)
        return true;
    return [ecs?.env_vars, context?.env_vars].some((entries) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonList */ .P)(entries) && entries.includes(`${name}=${text}`));
}
function namedEntries(list, name) {
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonList */ .P)(list) ? list.filter(_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .O).filter((entry) => entry.name === name) : [];
}
function holdsPair(environment, name, text) {
    return namedEntries(environment, name).some((entry) => (entry.value ?? "") === text);
}


/***/ }),

/***/ 8184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ compareServices),
  X9: () => (/* binding */ compareTaskDefinitions),
  gQ: () => (/* binding */ sortChanges),
  mj: () => (/* binding */ taskDefinitionsAgree)
});

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
// EXTERNAL MODULE: ./build/normalize/task-definition.js + 1 modules
var task_definition = __webpack_require__(147);
// EXTERNAL MODULE: ./build/plan/container-context-changes.js
var container_context_changes = __webpack_require__(5723);
// EXTERNAL MODULE: ./build/plan/diff.js
var diff = __webpack_require__(1432);
// EXTERNAL MODULE: ./build/plan/environment-visibility.js
var environment_visibility = __webpack_require__(5056);
// EXTERNAL MODULE: ./build/plan/impact.js
var plan_impact = __webpack_require__(8686);
// EXTERNAL MODULE: ./build/plan/sensitivity.js
var sensitivity = __webpack_require__(7621);
;// CONCATENATED MODULE: ./build/plan/text-visibility.js



/** Fields of a container that hold whatever somebody writes there, a password on a command line included. */
const FREE_TEXTS = ["command", "entryPoint", "dockerLabels", "extraHosts", "firelensConfiguration"];
/** The command that this action gives a code server (`desired/task-definition`). */
const OWN_COMMAND = /^(?:[\w./-]+ -m )?dagster api grpc(?: --enable-metrics)?$/;
/**
 * Whether an old value of a container's field may be shown: what is free text only where the live revision's own
 * container context, which was YAML of the repository, spells it out, or this action writes it.
 */
function isShownInContainer(live, path, value) {
    const [, container = "", ...rest] = path;
    if (!isFreeText(rest))
        return true;
    const context = (0,environment_visibility/* containerContextOf */.Cv)(live);
    const ecs = (0,json/* isJsonObject */.O)(context?.ecs) ? context.ecs : {};
    if (container !== code_server/* CODE_SERVER_CONTAINER */.ke) {
        return containersOf(ecs.server_sidecar_containers, container).some((one) => isSame(memberAt(one, rest), value));
    }
    if (rest[0] === "command")
        return (0,json/* isJsonList */.P)(value) && OWN_COMMAND.test(value.join(" "));
    return rest[0] === "healthCheck" && isSame(memberAt(ecs.server_health_check, rest.slice(1)), value);
}
function isFreeText([field = "", member, option]) {
    if (FREE_TEXTS.includes(field))
        return true;
    if (field === "healthCheck")
        return member === undefined || member === "command";
    // Those of awslogs are names of log groups and streams.
    return field === "logConfiguration" && member === "options" && option?.startsWith("awslogs-") !== true;
}
function containersOf(list, name) {
    return (0,json/* isJsonList */.P)(list) ? list.filter(json/* isJsonObject */.O).filter((one) => one.name === name) : [];
}
function memberAt(value, [name, ...rest]) {
    if (name === undefined)
        return value;
    return (0,json/* isJsonObject */.O)(value) ? memberAt(value[name], rest) : undefined;
}
function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}

;// CONCATENATED MODULE: ./build/plan/field-changes.js










/** Field changes in the order of a plan: by resource, then by path. */
function sortChanges(changes) {
    return changes.toSorted((left, right) => (0,text_order/* compareCodePoints */.O)(left.resource, right.resource) || (0,text_order/* compareCodePoints */.O)(left.path, right.path));
}
/** True when a registered revision is what is desired. */
function taskDefinitionsAgree(live, desired) {
    const { left, right } = (0,task_definition/* alignRoles */.th)(live, desired);
    return (0,diff/* diffTrees */.j)(left, right).length === 0;
}
/**
 * What differs between a live revision and the desired task definition, with what must not be shown left out.
 * `live`: in its normal form; an empty object when there is none.
 */
function compareTaskDefinitions(live, desired, impact) {
    const { left: before, right: after } = (0,task_definition/* alignRoles */.th)(live, (0,task_definition/* normalizeDesiredTaskDefinition */.aB)(desired));
    return (0,diff/* diffTrees */.j)(before, after).flatMap((leaf) => {
        if (isContainerContext(leaf))
            return explainContainerContext(before, after, leaf, impact);
        return [
            {
                resource: "task-definition",
                path: (0,diff/* dottedPath */.w)(leaf.path),
                change: leaf.change,
                ...showValues(leaf, before, desired),
                impact,
                sensitive: (0,sensitivity/* isSensitiveTaskChange */.f)(before, leaf),
            },
        ];
    });
}
/** What differs between a service and its desired form. `impact` overrides what its fields' changes do. */
function compareServices(before, after, impact) {
    return (0,diff/* diffTrees */.j)(before, after).map((leaf) => ({
        resource: "service",
        path: (0,diff/* dottedPath */.w)(leaf.path),
        change: leaf.change,
        ...shownAsIs(leaf),
        impact: impact ?? (0,plan_impact/* impactOfServiceField */.NV)(leaf.path),
        sensitive: (0,sensitivity/* isSensitiveServiceChange */.y)(leaf),
    }));
}
function isContainerContext({ path }) {
    const [field, container, containerField, name] = path;
    return (field === "containerDefinitions" &&
        container === code_server/* CODE_SERVER_CONTAINER */.ke &&
        containerField === "environment" &&
        name === code_server/* CONTAINER_CONTEXT_VARIABLE */.rl);
}
/** The container context is YAML of the repository, or was: its content is shown, never its text. */
function explainContainerContext(before, after, leaf, impact) {
    const [old, wanted] = [(0,environment_visibility/* containerContextOf */.Cv)(before), (0,environment_visibility/* containerContextOf */.Cv)(after)];
    const unreadable = (leaf.change !== "added" && !old) || (leaf.change !== "removed" && !wanted);
    const inside = unreadable ? [] : (0,container_context_changes/* diffContainerContexts */.Nw)(old, wanted);
    if (inside.length === 0)
        return [hideContainerContext(leaf, impact)];
    return inside.map((change) => ({
        resource: "task-definition",
        path: (0,container_context_changes/* containerContextPath */.yc)(change.path),
        change: change.change,
        ...shownAsIs(change),
        impact,
        sensitive: (0,container_context_changes/* isSensitiveSetting */.bn)(change.path),
    }));
}
function hideContainerContext(leaf, impact) {
    return {
        resource: "task-definition",
        path: (0,diff/* dottedPath */.w)(leaf.path),
        change: leaf.change,
        ...bothSides(leaf, () => ({ kind: "hidden", why: "previous value hidden" }), () => ({ kind: "hidden", why: "set by this action" })),
        impact,
        sensitive: false,
    };
}
function showValues(leaf, live, desired) {
    const [field, container = "", containerField, name] = leaf.path;
    if (field !== "containerDefinitions")
        return shownAsIs(leaf);
    if (containerField !== "environment" && containerField !== undefined) {
        return bothSides(leaf, (value) => (isShownInContainer(live, leaf.path, value) ? shown(value) : environment_visibility/* PREVIOUS_HIDDEN */.zd), shown);
    }
    if (name === undefined)
        return bothSides(leaf, showIfEmpty, showIfEmpty);
    return bothSides(leaf, (text) => (0,environment_visibility/* showPrevious */.bR)(live, container, name, text), (text) => (0,environment_visibility/* showDesired */._T)(desired, container, name, text));
}
/** A value where a map should be may hold anything, also environment values. */
function showIfEmpty(value) {
    return (0,json/* isJsonObject */.O)(value) && Object.keys(value).length === 0
        ? { kind: "shown", value }
        : { kind: "hidden", why: "not in a form that can be shown" };
}
function shownAsIs(leaf) {
    return bothSides(leaf, shown, shown);
}
function shown(value) {
    return { kind: "shown", value };
}
function bothSides({ before, after }, showBefore, showAfter) {
    return {
        ...(before === undefined ? {} : { before: showBefore(before) }),
        ...(after === undefined ? {} : { after: showAfter(after) }),
    };
}


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ formatFingerprintTag),
/* harmony export */   Uy: () => (/* binding */ fingerprintAnswers),
/* harmony export */   Yz: () => (/* binding */ parseFingerprintTag),
/* harmony export */   ax: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8105);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9598);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _model_task_definition_arn_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4137);
/* harmony import */ var _normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9769);
/* harmony import */ var _normalize_service_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9319);
/* harmony import */ var _normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(147);








/** Fingerprints of what should exist; equal for desired states that differ only in form. */
function fingerprintOf(desired) {
    const normal = (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_3__/* .normalizeDesiredTaskDefinition */ .aB)(desired.taskDefinition);
    return {
        configuration: hash(withoutImage(normal)),
        full: hash(normal),
        settings: hash({ service: (0,_normalize_service_js__WEBPACK_IMPORTED_MODULE_2__/* .normalizeDesiredService */ .N)(desired.service, undefined), tags: { ...desired.userTags } }),
    };
}
/** The value of the fingerprint tag. */
function formatFingerprintTag(revision, full) {
    return `${revision}:${full}`;
}
/** Undefined when the text is no fingerprint tag. */
function parseFingerprintTag(text) {
    const [, revision, full] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(text) ?? [];
    return revision === undefined || full === undefined ? undefined : { revision: Number(revision), full };
}
/**
 * True when the service's tag says that the revision it runs is the desired one: revisions are immutable, so nobody
 * need look. The family is asked for because the tag has only the revision's number.
 */
function fingerprintAnswers(service, desiredFull, family) {
    const tag = parseFingerprintTag(service.tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_FINGERPRINT */ .kr] ?? "");
    const running = (0,_model_task_definition_arn_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTaskDefinitionArn */ .t)(service.taskDefinitionArn);
    return tag?.full === desiredFull && running?.family === family && running.revision === tag.revision;
}
function withoutImage(normal) {
    return replaceMember(normal, "containerDefinitions", (containers) => replaceMember(containers, _model_code_server_js__WEBPACK_IMPORTED_MODULE_5__/* .CODE_SERVER_CONTAINER */ .ke, ({ image: _image, ...container }) => replaceMember(container, "environment", ({ [_model_code_server_js__WEBPACK_IMPORTED_MODULE_5__/* .CURRENT_IMAGE_VARIABLE */ .bx]: _current, ...rest }) => rest)));
}
function replaceMember(parent, key, replace) {
    const member = parent[key];
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isJsonObject */ .O)(member) ? { ...parent, [key]: replace(member) } : parent;
}
function hash(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update((0,_normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalJson */ .dj)(value), "utf8").digest("hex");
}


/***/ }),

/***/ 9547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ hideEnvironmentTexts)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9598);

/** Shorter texts (a cluster's name, a stage) are parts of other names: they are hidden only as whole values. */
const SHORTEST_PART = 8;
/**
 * Hides what came out of the step's environment by `{env: NAME}`: only what the YAML itself says may be shown. A
 * text that is a whole value is hidden, and so is a value, or a field's name, that contains a longer one.
 */
function hideEnvironmentTexts(change, texts) {
    if (texts.size === 0)
        return change;
    return {
        ...change,
        // A removed tag keeps its key: the apply finds it by that, and nothing of this run's environment is in it.
        path: isRemovedTag(change) ? change.path : hideInPath(change.path, texts),
        ...(change.before !== undefined && { before: hide(change.before, texts) }),
        ...(change.after !== undefined && { after: hide(change.after, texts) }),
    };
}
function isRemovedTag({ resource, change }) {
    return resource === "tags" && change === "removed";
}
function hide(value, texts) {
    if (value.kind === "hidden")
        return value;
    return textsIn(value.value).some((text) => holds(text, texts))
        ? { kind: "hidden", why: "from the step's environment" }
        : value;
}
/** Every text in a value, names of members included: as JSON they could be written otherwise. */
function textsIn(value) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonList */ .P)(value))
        return value.flatMap(textsIn);
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(value))
        return Object.entries(value).flatMap(([name, member]) => [name, ...textsIn(member)]);
    return [String(value)];
}
function holds(text, texts) {
    if (texts.has(text))
        return true;
    return [...texts].some((hidden) => hidden.length >= SHORTEST_PART && text.includes(hidden));
}
function hideInPath(path, texts) {
    let shown = texts.has(path) ? "(hidden)" : path;
    for (const hidden of texts) {
        if (hidden.length >= SHORTEST_PART)
            shown = shown.replaceAll(hidden, "(hidden)");
    }
    return shown;
}


/***/ }),

/***/ 8686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ IMMUTABLE_SERVICE_FIELDS),
/* harmony export */   NV: () => (/* binding */ impactOfServiceField),
/* harmony export */   Ox: () => (/* binding */ worstImpact),
/* harmony export */   mA: () => (/* binding */ impactOfAction)
/* harmony export */ });
/** From least to most. */
const ORDER = ["none", "in-place", "rollout", "downtime", "removal"];
/**
 * Fields of a service that are not changed in place: UpdateService knows no launch type or scheduling strategy, and
 * another deployment controller is another way of deploying altogether.
 */
const IMMUTABLE_SERVICE_FIELDS = ["launchType", "schedulingStrategy", "deploymentController"];
/**
 * Whether UpdateService starts a deployment (UpdateServiceRequest of the API reference says for each parameter
 * "triggers" or "doesn't trigger a new service deployment").
 */
const SERVICE_FIELD_IMPACT = {
    taskDefinition: "rollout",
    networkConfiguration: "rollout",
    serviceRegistries: "rollout",
    desiredCount: "in-place",
    deploymentConfiguration: "in-place",
    enableExecuteCommand: "in-place",
    propagateTags: "in-place",
};
/** What a change of this field of a service does. A field nobody thought of counts as a rollout. */
function impactOfServiceField(path) {
    const field = path[0] ?? "";
    return IMMUTABLE_SERVICE_FIELDS.includes(field) ? "downtime" : (SERVICE_FIELD_IMPACT[field] ?? "rollout");
}
/** The worst of several. */
function worstImpact(impacts) {
    return ORDER[Math.max(0, ...impacts.map((impact) => ORDER.indexOf(impact)))] ?? "none";
}
/** What an action does whatever changes. Undefined: its changes say. */
function impactOfAction(action) {
    switch (action) {
        case "none":
        case "blocked":
        // Nothing runs yet that could be disturbed.
        case "create":
            return "none";
        case "redeploy":
        case "rollback":
            return "rollout";
        case "replace":
            return "downtime";
        case "delete":
            return "removal";
        case "update":
            return undefined;
    }
}


/***/ }),

/***/ 5680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ makePlan),
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   et: () => (/* binding */ subjectOf)
/* harmony export */ });
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3298);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3548);
/* harmony import */ var _field_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8184);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(802);
/* harmony import */ var _hide_values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9547);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8686);
/* harmony import */ var _removal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8394);








/** Compares what should exist with what exists, and decides one step per location. */
function makePlan(input) {
    const { request, desired, live, options } = input;
    const hide = (step) => ({
        ...step,
        changes: step.changes.map((change) => (0,_hide_values_js__WEBPACK_IMPORTED_MODULE_6__/* .hideEnvironmentTexts */ .s)(change, input.environmentTexts ?? new Set())),
    });
    const steps = desired
        .map((location) => planLocation(location, live.locations.get(location.name) ?? {}, options))
        .map(hide);
    const removals = options.prune
        ? (live.remains ?? [])
            .filter((remains) => isAbandoned(remains, input))
            .map((remains) => (0,_removal_js__WEBPACK_IMPORTED_MODULE_5__/* .planRemoval */ .A)(remains, request.cluster, ABANDONED))
        : [];
    return {
        formatVersion: 1,
        request,
        steps: [...steps, ...removals].toSorted((left, right) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareCodePoints */ .O)(left.location, right.location) || (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareCodePoints */ .O)(left.service, right.service)),
        notSelected: options.notSelected.toSorted(_model_text_order_js__WEBPACK_IMPORTED_MODULE_7__/* .compareCodePoints */ .O),
    };
}
/** What a step is about: the service, its family, and the image it gets in place of the previous one. */
function subjectOf({ service, taskDefinition, image }, previousImage) {
    return {
        service: service.name,
        cluster: service.cluster,
        family: taskDefinition.family,
        image: {
            requested: image.requested,
            reference: image.reference,
            ...(previousImage !== undefined && { previous: previousImage }),
            status: image.status,
        },
    };
}
function planLocation(desired, live, options) {
    const fingerprints = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_3__/* .fingerprintOf */ .ax)(desired);
    const { action, reason, taskDefinition, changes, previousImage, warnings } = (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .decideAction */ .jO)(desired, live, fingerprints, options.adopt);
    return {
        location: desired.name,
        action,
        reason,
        ...subjectOf(desired, previousImage),
        taskDefinition,
        base: live.service === undefined ? {} : baseOf(live.service),
        changes: (0,_field_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .sortChanges */ .gQ)(changes),
        impact: (0,_impact_js__WEBPACK_IMPORTED_MODULE_4__/* .impactOfAction */ .mA)(action) ?? (0,_impact_js__WEBPACK_IMPORTED_MODULE_4__/* .worstImpact */ .Ox)(changes.map((change) => change.impact)),
        warnings: [...warnings, ...warnAboutImage(desired, options.mode)],
        fingerprints,
    };
}
/** What a step on this service is computed on. */
function baseOf(service) {
    const ecsDeploymentId = (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryDeploymentOf */ .b8)(service)?.id;
    return {
        serviceArn: service.arn,
        taskDefinitionArn: service.taskDefinitionArn,
        ...(ecsDeploymentId === undefined ? {} : { ecsDeploymentId }),
    };
}
function warnAboutImage({ image }, mode) {
    if (image.status === "missing" && mode === "plan") {
        return [`The image ${image.requested} is not in the registry yet.`];
    }
    if (image.status === "kept") {
        return [`The image ${image.requested} is not in the registry: the one that runs now is kept.`];
    }
    return [];
}
const ABANDONED = { code: "abandoned", text: "The configuration no longer has this location." };
/** By its tags, and never one whose location the configuration still has, selected or not. */
function isAbandoned({ name, identity }, { request, desired, options }) {
    const known = [...desired.map((location) => location.name), ...options.notSelected].map(_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .tagValue */ .EZ);
    return (identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_SOURCE */ .Ph] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .tagValue */ .EZ)(request.source) &&
        identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_DEPLOYMENT */ .$c] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .tagValue */ .EZ)(request.deployment) &&
        identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_KIND */ .GR] === request.kind &&
        identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PULL_REQUEST */ .L$] === request.pullRequest?.toString() &&
        identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_LOCATION */ .tj] !== undefined &&
        !known.includes(identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_LOCATION */ .tj]) &&
        !desired.some((location) => location.service.name === name));
}


/***/ }),

/***/ 4117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ markOutside),
/* harmony export */   a: () => (/* binding */ overriddenRevision)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8105);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _model_task_definition_arn_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4137);
/* harmony import */ var _normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(147);
/* harmony import */ var _container_context_changes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5723);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1432);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(802);







/**
 * ARN of the revision this action last put the service on, where it runs a newer one of the same family. An older one
 * tells nothing: it may be ECS's own rollback, or a run of ours that was cut short.
 */
function overriddenRevision({ tags, taskDefinitionArn }) {
    const named = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFingerprintTag */ .Yz)(tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_FINGERPRINT */ .kr] ?? "");
    const running = (0,_model_task_definition_arn_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTaskDefinitionArn */ .t)(taskDefinitionArn);
    if (named === undefined || running === undefined || running.revision <= named.revision)
        return undefined;
    return taskDefinitionArn.replace(/:\d+$/, `:${named.revision}`);
}
/**
 * Marks the differences that somebody else has made since this action last wrote. The tags `/fingerprint` and
 * `/settings` say what was wanted then: what differs from that and is still wanted, the configuration does not change.
 */
function markOutside(comparison, desired, live, fingerprints) {
    const { tags } = live.service;
    // A service that this action has not written yet has nothing that could have been changed since.
    if ((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFingerprintTag */ .Yz)(tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_FINGERPRINT */ .kr] ?? "") === undefined)
        return comparison;
    const sameSettings = tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_SETTINGS */ .PR] === fingerprints.settings;
    const isTaskOutside = outsideOfTask(desired, live, fingerprints);
    return {
        ...comparison,
        taskDefinition: mark(comparison.taskDefinition, isTaskOutside),
        service: mark(comparison.service, ({ path }) => sameSettings || ALWAYS_THE_SAME.test(path)),
        // It is made with the service, and nothing of ours removes it alone.
        cloudMap: mark(comparison.cloudMap, () => true),
        tags: mark(comparison.tags, ({ path }) => sameSettings || path.startsWith(_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PREFIX */ .C_)),
    };
}
/** What this action sets in every service alike. */
const ALWAYS_THE_SAME = /^(?:serviceRegistries|propagateTags)\b/;
function mark(changes, isOutside) {
    return changes.map((change) => (isOutside(change) ? { ...change, outside: true } : change));
}
function outsideOfTask(desired, { service, running, lastWanted }, fingerprints) {
    if (overriddenRevision(service) === undefined)
        return () => false;
    if ((0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFingerprintTag */ .Yz)(service.tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_FINGERPRINT */ .kr] ?? "")?.full === fingerprints.full)
        return () => true;
    if (running === undefined || lastWanted === undefined)
        return () => false;
    const before = (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeTaskDefinition */ .mu)(lastWanted.description);
    const now = (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeTaskDefinition */ .mu)(running.description);
    const { left, right } = (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .alignRoles */ .th)(before, (0,_normalize_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeDesiredTaskDefinition */ .aB)(desired.taskDefinition));
    const touched = new Set((0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .diffTrees */ .j)(before, now).map(({ path }) => (0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .dottedPath */ .w)(path)));
    const wanted = new Set((0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .diffTrees */ .j)(left, right).map(({ path }) => (0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .dottedPath */ .w)(path)));
    return ({ path }) => {
        const field = path.startsWith(_container_context_changes_js__WEBPACK_IMPORTED_MODULE_5__/* .CONTAINER_CONTEXT_TITLE */ .lE) ? CONTEXT_PATH : path;
        return touched.has(field) && !wanted.has(field);
    };
}
const CONTEXT_PATH = (0,_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .dottedPath */ .w)([
    "containerDefinitions",
    _model_code_server_js__WEBPACK_IMPORTED_MODULE_6__/* .CODE_SERVER_CONTAINER */ .ke,
    "environment",
    _model_code_server_js__WEBPACK_IMPORTED_MODULE_6__/* .CONTAINER_CONTEXT_VARIABLE */ .rl,
]);


/***/ }),

/***/ 959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ nameOwners),
/* harmony export */   VL: () => (/* binding */ ownershipOf),
/* harmony export */   re: () => (/* binding */ refuseForeign)
/* harmony export */ });
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);

const OWNER_TAGS = [_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_SOURCE */ .Ph, _model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_DEPLOYMENT */ .$c, _model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_LOCATION */ .tj, _model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_KIND */ .GR, _model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PULL_REQUEST */ .L$];
/** Whose a resource is. Without a source tag it is nobody's, whatever else it carries of ours. */
function ownershipOf(tags, wanted) {
    const differs = OWNER_TAGS.some((key) => tags[key] !== undefined && tags[key] !== wanted[key]);
    if (differs)
        return { owner: "other", tags };
    return tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_SOURCE */ .Ph] === undefined ? { owner: "nobody" } : { owner: "us" };
}
/** Why the location's ECS service or Cloud Map service must not be touched; undefined when it may be. */
function refuseForeign(desired, live, adopt) {
    const service = live.service;
    const wanted = desired.identityTags;
    if (service?.status === "ACTIVE") {
        const codes = { nobody: "not-ours", other: "other-owner" };
        const owner = ownershipOf(service.tags, wanted);
        const refusal = refuse(owner, `The ECS service "${service.name}"`, desired, adopt, codes);
        if (refusal !== undefined || live.cloudMapTags === undefined)
            return refusal;
    }
    if (live.cloudMapService === undefined)
        return undefined;
    // A service on its way out has a Cloud Map service of the same owner, whose tags were not read.
    const tags = live.cloudMapTags ?? service?.tags ?? {};
    return refuse(ownershipOf(tags, wanted), `The Cloud Map service "${live.cloudMapService.name}"`, desired, adopt, {
        nobody: "cloud-map-not-ours",
        other: "cloud-map-other-owner",
    });
}
function refuse(ownership, subject, desired, adopt, codes) {
    switch (ownership.owner) {
        case "us":
            return undefined;
        case "nobody":
            return adopt
                ? undefined
                : {
                    code: codes.nobody,
                    text: `${subject} has the right name but carries no tags of this action; \`adopt: true\` takes it over.`,
                };
        case "other":
            return {
                code: codes.other,
                text: nameOwners(subject, ownership.tags, desired.identityTags),
            };
    }
}
/** Whose something is, and whose it would have to be. */
function nameOwners(subject, found, wanted) {
    return `${subject} belongs to ${describe(found)}, not to ${describe(wanted)}.`;
}
function describe(tags) {
    const [source, deployment, location] = OWNER_TAGS.map((key) => tags[key] ?? "(no tag)");
    return `location "${location}" of ${describeKind(tags)}deployment "${deployment}" from "${source}"`;
}
function describeKind(tags) {
    const pullRequest = tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_PULL_REQUEST */ .L$];
    if (pullRequest !== undefined)
        return `pull request ${pullRequest}'s branch `;
    return tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_KIND */ .GR] === "branch" ? "branch " : "";
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ planRemoval)
/* harmony export */ });
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3548);


/** The step that removes what is there of a code server. `reason` is why it goes as long as its service is there. */
function planRemoval(remains, cluster, reason) {
    const { identity, name, service, cloudMapService, families, usedElsewhere } = remains;
    const ecsDeploymentId = service && (0,_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .primaryDeploymentOf */ .b8)(service)?.id;
    return {
        location: identity[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_LOCATION */ .tj] ?? name,
        action: "delete",
        reason: service?.status === "ACTIVE" ? reason : explainLeftover(remains),
        service: name,
        cluster,
        family: families[0] ?? "",
        taskDefinition: { register: false },
        base: service === undefined
            ? {}
            : {
                serviceArn: service.arn,
                taskDefinitionArn: service.taskDefinitionArn,
                ...(ecsDeploymentId !== undefined && { ecsDeploymentId }),
            },
        changes: [],
        // Without a service nothing runs that could be missed.
        impact: service === undefined ? "none" : "removal",
        warnings: [],
        removal: {
            identity,
            ...(cloudMapService !== undefined && { cloudMapService }),
            families,
            usedElsewhere,
        },
    };
}
function explainLeftover({ service, cloudMapService }) {
    const left = service !== undefined
        ? "a service that still stops its tasks"
        : cloudMapService !== undefined
            ? "its Cloud Map service"
            : "task definition revisions";
    return { code: "leftover", text: `An interrupted removal left ${left}.` };
}


/***/ }),

/***/ 7621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isSensitiveTaskChange),
/* harmony export */   y: () => (/* binding */ isSensitiveServiceChange)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8105);
/* harmony import */ var _model_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3863);
/* harmony import */ var _normalize_container_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(865);



/** Fields of a task definition that a reviewer must look at twice. */
const SENSITIVE_TASK_FIELDS = [
    "taskRoleArn",
    "executionRoleArn",
    "networkMode",
    "pidMode",
    "ipcMode",
];
/** Fields of a container that a reviewer must look at twice. */
const SENSITIVE_CONTAINER_FIELDS = ["secrets", "repositoryCredentials", "privileged"];
/** True for a change of roles, secrets, registries, sidecars or isolation. */
function isSensitiveTaskChange(before, leaf) {
    const [field = "", container = "", containerField = ""] = leaf.path;
    if (field !== "containerDefinitions")
        return SENSITIVE_TASK_FIELDS.includes(field);
    if (container !== _model_code_server_js__WEBPACK_IMPORTED_MODULE_1__/* .CODE_SERVER_CONTAINER */ .ke && (0,_normalize_container_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .containerOf */ .t8)(before, container) === undefined)
        return true;
    if (SENSITIVE_CONTAINER_FIELDS.includes(containerField) || leaf.path.includes("secretOptions"))
        return true;
    if (containerField === "linuxParameters")
        return leaf.path.includes("capabilities");
    return containerField === "image" && leaf.change === "changed" && registryOf(leaf.before) !== registryOf(leaf.after);
}
/** True for a change of who can reach the code server, and for letting people in (ECS Exec). */
function isSensitiveServiceChange({ path, after }) {
    return path[0] === "networkConfiguration" || (path[0] === "enableExecuteCommand" && after === true);
}
/** What cannot be read as an image reference is its own registry: better one look too many. */
function registryOf(image) {
    const text = typeof image === "string" ? image : "";
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o)(text);
    return parsed.status === "valid" ? (parsed.reference.registry ?? "docker.io") : text;
}


/***/ })

};
