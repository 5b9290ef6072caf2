export const id = 261;
export const ids = [261,996];
export const modules = {

/***/ 5431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ applyPlan)
});

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/aws-error-codes.js
var aws_error_codes = __webpack_require__(5459);
// EXTERNAL MODULE: ./build/model/task-definition-arn.js
var task_definition_arn = __webpack_require__(4137);
// EXTERNAL MODULE: ./build/model/kept-settings.js
var kept_settings = __webpack_require__(5520);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
;// CONCATENATED MODULE: ./build/apply/service-tags.js

/** The tags of a Cloud Map service: the user's, and whose it is. What changes with each run is told by its ECS service. */
function registryTags({ userTags, identityTags }) {
    return { ...userTags, ...identityTags, [model_tags/* TAG_USER_TAGS */.F_]: (0,model_tags/* userTagsValue */.K_)(Object.keys(userTags)) };
}
/** The tags of a service: those of its Cloud Map service, which run wrote it last, and what it was to be. */
function serviceTags(desired, taskDefinitionArn, step, input) {
    const fingerprint = step.fingerprints && input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
    return {
        ...registryTags(desired),
        ...input.runTags,
        ...(fingerprint !== undefined && { [model_tags/* TAG_FINGERPRINT */.kr]: fingerprint }),
        ...(step.fingerprints?.settings !== undefined && { [model_tags/* TAG_SETTINGS */.PR]: step.fingerprints.settings }),
    };
}
/**
 * Writes the tags of a service that exists and, where they change or it is registered in another one, those of its
 * Cloud Map service. What is left to do is told by the tags of the ECS service: they come last. And the tag that says
 * which tags were the user's comes after the removal of those that no longer are.
 */
async function writeTags(step, desired, tags, input, ports) {
    const { serviceArn } = step.base;
    if (serviceArn === undefined)
        return;
    const changes = step.changes.filter(({ resource }) => resource === "tags");
    const removed = changes.filter(({ change }) => change === "removed").map(({ path }) => path);
    const registryArn = input.registries.get(step.location);
    if (registryArn !== undefined && isRegisteredAnew(step)) {
        // It may be one that nobody's tags were on: with `adopt` it is ours from now on.
        await retagRegistry(registryArn, registryTags(desired), ports);
    }
    else if (registryArn !== undefined && changes.length > 0) {
        await ports.discovery.untagResource(registryArn, removed);
        await ports.discovery.tagResource(registryArn, registryTags(desired));
    }
    await ports.ecs.untagResource(serviceArn, removed);
    await ports.ecs.tagResource(serviceArn, tags);
}
/** True when an update registers the service in a Cloud Map service that it was not registered in. */
function isRegisteredAnew({ changes }) {
    return changes.some(({ resource, path }) => resource === "cloud-map" || (resource === "service" && /^serviceRegistries\b/.test(path)));
}
/** Gives a Cloud Map service that outlived its ECS service the tags of the new one; what it had is the result. */
async function retagRegistry(registryArn, tags, { discovery }) {
    const found = await discovery.tagsOf(registryArn);
    const removed = Object.keys(found).filter((key) => !Object.hasOwn(tags, key) && (0,model_tags/* isFormerUserTag */.tQ)(key, found[model_tags/* TAG_USER_TAGS */.F_]));
    await discovery.untagResource(registryArn, removed);
    await discovery.tagResource(registryArn, tags);
    return found;
}

;// CONCATENATED MODULE: ./build/apply/kept-settings.js




/**
 * Notes what others have set on a service that is about to be deleted, so that it outlives this run. The mark on the
 * service comes first: where a note is left on a service that runs, it says so.
 */
async function noteSettings(service, registryArn, desired, { ecs, discovery }) {
    const kept = (0,kept_settings/* settingsOfOthers */.KH)(service);
    const note = (0,kept_settings/* writeNote */.IP)(kept, Object.keys(registryTags(desired)).length);
    if (service.serviceArn === undefined || Object.keys(note).length === 0)
        return kept;
    await ecs.tagResource(service.serviceArn, NOTED);
    // Policies may ask whose it is in every request that writes tags.
    await discovery.tagResource(registryArn, { ...desired.identityTags, ...note });
    return kept;
}
/** Tags of a service whose Cloud Map service may hold a note. */
const NOTED = { [kept_settings/* TAG_KEPT */.qk]: "noted" };
/** Removes a note that has done its work; where that fails the service is none the worse, and the next apply does it. */
async function forgetSettings(serviceArn, registryArn, { ecs, discovery }) {
    if (serviceArn === undefined)
        return;
    try {
        await discovery.untagResource(registryArn, (0,kept_settings/* noteKeysOf */.Kw)(await discovery.tagsOf(registryArn)));
        await ecs.untagResource(serviceArn, [kept_settings/* TAG_KEPT */.qk]);
    }
    catch {
        // The mark on the service stays.
    }
}
/** Removes what a run that was cut short before or after a deletion has left on a service that runs: marks, a note. */
async function clearMarks(step, input, ports) {
    const registryArn = input.registries.get(step.location);
    const { arn, tags = {} } = input.services?.get(step.service) ?? {};
    if (tags[kept_settings/* TAG_KEPT */.qk] !== undefined && registryArn !== undefined)
        await forgetSettings(arn, registryArn, ports);
    if (arn === undefined || tags[model_tags/* TAG_REMOVAL */._W] === undefined)
        return;
    // The service is none the worse with it.
    await ports.ecs.untagResource(arn, [model_tags/* TAG_REMOVAL */._W]).catch(() => undefined);
}
/** What ECS refuses may be what others had set, which nobody finds in the configuration. */
function explainRefusal(error, kept, cloudMapName) {
    if (!(error instanceof errors/* ActionError */.lZ) || error.code !== "InvalidParameterException")
        return error;
    const names = (0,kept_settings/* describeSettings */.TR)(kept);
    if (names.length === 0)
        return error;
    const hint = `The service gets what others had set on the one it replaces (${names.join(", ")}). If that is what ECS refuses, remove the tag ${kept_settings/* FIRST_NOTE_KEY */.Qs} of the Cloud Map service ${cloudMapName}: then it is made from the configuration alone.`;
    const { code, message, source } = error;
    return new errors/* ActionError */.lZ(code, message, {
        source,
        hint: error.hint === undefined ? hint : `${error.hint} ${hint}`,
        cause: error,
    });
}

// EXTERNAL MODULE: ./build/apply/location-outcome.js
var location_outcome = __webpack_require__(7521);
// EXTERNAL MODULE: ./build/model/plan.js
var plan = __webpack_require__(4519);
// EXTERNAL MODULE: ./build/apply/drain.js
var drain = __webpack_require__(2985);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __webpack_require__(8105);
// EXTERNAL MODULE: ./build/apply/load-check-report.js
var load_check_report = __webpack_require__(8073);
// EXTERNAL MODULE: ./build/apply/load-check-tasks.js
var load_check_tasks = __webpack_require__(1);
// EXTERNAL MODULE: ./build/apply/stop-reasons.js
var stop_reasons = __webpack_require__(1899);
// EXTERNAL MODULE: ./build/apply/turn.js
var apply_turn = __webpack_require__(8000);
// EXTERNAL MODULE: ./build/apply/used-revisions.js
var used_revisions = __webpack_require__(1809);
;// CONCATENATED MODULE: ./build/apply/load-check.js










/** Milliseconds before a task that found no room is started again; the emptier the region, the longer it takes. */
const CAPACITY_PAUSE_MS = 15_000;
/**
 * Runs the new revision once with `dagster definitions validate` in place of the code server: a code server that loads
 * lazily stays up with code that cannot be imported, so ECS would call that rollout completed. Rejects unless it ends
 * with 0 within the location's rollout timeout. Nothing of it is left: a task that still runs is stopped.
 */
async function checkThatCodeLoads(step, desired, taskDefinitionArn, input, tools) {
    const startedAt = tools.clock.now();
    const timeoutMs = input.rolloutTimeoutMs ?? desired.rolloutTimeout * 1_000;
    const check = { step, desired, taskDefinitionArn, timeoutMs };
    await stopForgotten(check, startedAt - timeoutMs, input, tools);
    const end = await runUntilItEnds(step, desired, taskDefinitionArn, startedAt + timeoutMs, input, tools).catch((error) => {
        throw isItsOwn(error) ? (0,load_check_report/* explainRefusedCheck */.S8)(error, check) : error;
    });
    if (end.kind === "stopped" && (0,load_check_report/* exitCodeOf */.FO)(end.task) === 0) {
        const seconds = Math.round((tools.clock.now() - startedAt) / 1_000);
        input.onProgress(step.location, `load check passed in ${seconds} s`);
        return;
    }
    throw await (0,load_check_report/* explainCheckEnd */.Vs)(end, check, input, tools);
}
/** A run that was killed in a load check could not stop its task, which goes on where the code does not end. */
async function stopForgotten({ step, taskDefinitionArn }, before, input, { ecs }) {
    const family = (0,task_definition_arn/* parseTaskDefinitionArn */.t)(taskDefinitionArn)?.family;
    if (family === undefined)
        return;
    const count = await (0,load_check_tasks/* stopForgottenLoadChecks */.uk)({ cluster: step.cluster, family, before }, ecs);
    if (count > 0)
        input.onProgress(step.location, "stopped a load check that was left behind");
}
/** What ends the whole run, or gives way to another one, says nothing of the load check. */
function isItsOwn(error) {
    return error instanceof errors/* ActionError */.lZ && !OF_THE_RUN.has(error.code);
}
const OF_THE_RUN = new Set([apply_turn/* SUPERSEDED */.l, aws_error_codes/* INTERRUPTED_CODE */.r2, aws_error_codes/* NOT_SENT_CODE */.zg]);
/** A task that AWS could not start, for a reason that passes, is started again while there is time. */
async function runUntilItEnds(step, desired, taskDefinitionArn, deadline, input, tools) {
    const tags = { ...desired.userTags, ...desired.identityTags, ...input.runTags };
    const request = loadCheckRequest(step, desired, taskDefinitionArn);
    let hasWaited = false;
    for (;;) {
        const task = await tools.ecs.runTask(request, tags).catch((error) => {
            if (!isOutOfCapacity(error) || tools.clock.now() + CAPACITY_PAUSE_MS >= deadline)
                throw error;
            if (!hasWaited)
                input.onProgress(step.location, `load check waits for capacity: ${error.message}`);
            hasWaited = true;
        });
        if (task !== undefined) {
            const arn = task.taskArn ?? "";
            input.onProgress(step.location, `load check started (task ${(0,model_arn/* lastSegment */.mp)(arn)})`);
            const end = await tools.tasks.untilStopped(arn, deadline);
            if (end.kind !== "stopped") {
                const why = await (0,load_check_tasks/* stopLoadCheck */.BX)(step.cluster, arn, tools.ecs);
                return why === undefined ? end : { ...end, stillRuns: { taskId: (0,model_arn/* lastSegment */.mp)(arn), why } };
            }
            if ((0,stop_reasons/* classifyStop */.dZ)(end.task) !== "transient" || tools.clock.now() >= deadline)
                return end;
            input.onProgress(step.location, `load check starts again: ${input.redact(end.task.stoppedReason ?? "no reason given")}`);
        }
        await tools.clock.sleep(CAPACITY_PAUSE_MS, input.signal);
        if (input.signal.aborted)
            return { kind: "interrupted", reason: "the run was interrupted" };
    }
}
/** RunTask API reference, `failures`: reasons that begin so, and Fargate's own sentence. */
function isOutOfCapacity(error) {
    return error instanceof errors/* ActionError */.lZ && /^RESOURCE:|capacity is unavailable/i.test(`${error.code}\n${error.message}`);
}
function loadCheckRequest(step, desired, taskDefinitionArn) {
    const { launchType, networkConfiguration } = desired.service.createRequest;
    return {
        cluster: step.cluster,
        taskDefinition: taskDefinitionArn,
        ...(launchType !== undefined && { launchType }),
        ...(networkConfiguration !== undefined && { networkConfiguration }),
        overrides: { containerOverrides: [{ name: code_server/* CODE_SERVER_CONTAINER */.ke, command: desired.loadCheckCommand }] },
        startedBy: load_check_tasks/* LOAD_CHECK */.ks,
    };
}
/**
 * A revision that this run registered and that does not load is of no use to anybody, unless another run has put the
 * service on it meanwhile. Never rejects.
 */
async function withdrawRevision(taskDefinitionArn, { cluster, service: name }, input, { ecs }) {
    try {
        const services = await ecs.describeServices(cluster, [name]);
        if (services.flatMap(used_revisions/* revisionsOf */.Ow).includes(taskDefinitionArn))
            return;
        await ecs.deregisterTaskDefinition(taskDefinitionArn);
    }
    catch (error) {
        input.onProgress((0,model_arn/* lastSegment */.mp)(taskDefinitionArn), `the revision was not deregistered: ${(0,errors/* explainError */.UW)(error)}`);
    }
}

// EXTERNAL MODULE: ./build/apply/service-removal.js
var service_removal = __webpack_require__(9657);
;// CONCATENATED MODULE: ./build/apply/steps.js










/** Creates the service, with everything it needs. */
async function beginCreate(step, desired, input, tools) {
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    return createWith(taskDefinition, step, desired, input, tools);
}
async function createWith(taskDefinition, step, desired, input, ports, noted) {
    const ours = serviceTags(desired, taskDefinition, step, input);
    const registry = await createRegistry(desired, ports);
    let kept = noted;
    // Another run may have made the service by now: then its tasks are registered there, and ECS refuses a second one.
    if (input.registries.has(step.location) && !(await isActive(step, ports))) {
        // Without an ECS service, what is still registered are the addresses of tasks that are gone or on their way out.
        await ports.discovery.deregisterInstances(registry.id, input.signal);
        const found = await retagRegistry(registry.arn, registryTags(desired), ports);
        // A run that was to make the service anew may have been cut short.
        kept ??= (0,kept_settings/* readNote */.VC)(found);
    }
    const { request: more, tags } = kept === undefined ? NOTHING_KEPT : (0,kept_settings/* settingsFor */.zc)(kept, desired);
    const request = {
        ...desired.service.createRequest,
        ...more,
        taskDefinition,
        serviceRegistries: [{ registryArn: registry.arn }],
    };
    const allTags = { ...tags, ...ours, ...(kept !== undefined && NOTED) };
    const service = await createWhenNameIsFree(request, allTags, desired, input, ports).catch((error) => {
        throw explainRefusal(error, { request: more, tags }, registry.name);
    });
    if (kept !== undefined)
        await forgetSettings(service.serviceArn, registry.arn, ports);
    return { taskDefinitionArn: taskDefinition, ecsDeploymentId: primaryDeploymentId(service) };
}
const NOTHING_KEPT = { request: {}, tags: {} };
async function isActive({ cluster, service: name }, { ecs }) {
    const [service] = await ecs.describeServices(cluster, [name]);
    return service?.status === "ACTIVE";
}
/** A service of the same name may still be draining: ECS gives the name free when it is INACTIVE. */
async function createWhenNameIsFree(request, tags, desired, input, ports) {
    try {
        return await ports.ecs.createService(request, tags);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !/draining/i.test(error.message))
            throw error;
        const { cluster, name } = desired.service;
        const createdAt = input.services?.get(name)?.description.createdAt;
        await (0,drain/* waitUntilGone */.Ly)({ cluster, name, createdAt }, desired.rolloutTimeout * 1_000, ports, input.signal);
        return ports.ecs.createService(request, tags);
    }
}
/** Brings an existing service to what the plan wants. `redeploy` is an update that forces new tasks. */
async function beginUpdate(step, desired, input, tools) {
    const { register, reuse } = step.taskDefinition;
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    // Tags first: when the run dies in between, the fingerprint names a revision the service does not run, and the
    // next run looks closer. The other way round it would take an old revision for the wanted one.
    const tags = serviceTags(desired, taskDefinition, step, input);
    await writeTags(step, desired, tags, input, tools);
    await clearMarks(step, input, tools);
    const revision = register || reuse !== undefined ? taskDefinition : undefined;
    const request = await updateRequest(step, desired, revision, tools);
    if (request === undefined)
        return { taskDefinitionArn: taskDefinition, ecsDeploymentId: undefined };
    const service = await tools.ecs.updateService(request);
    // Without a revision in the request, the deployment in the answer may be of somebody who was faster.
    const now = service.taskDefinition ?? taskDefinition;
    if (now !== taskDefinition)
        throw (0,location_outcome/* movedService */.vU)(step, now, "Only other settings of it were written.");
    const ecsDeploymentId = primaryDeploymentId(service);
    return {
        taskDefinitionArn: taskDefinition,
        ecsDeploymentId: ecsDeploymentId === step.base.ecsDeploymentId ? undefined : ecsDeploymentId,
    };
}
/** Removes the service and creates it anew, for what UpdateService cannot change. */
async function beginReplace(step, desired, input, tools) {
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    const registryArn = input.registries.get(step.location) ?? (await createRegistry(desired, tools)).arn;
    let noted;
    const removal = {
        untagged: true,
        timeoutMs: desired.rolloutTimeout * 1_000,
        beforeDeletion: async (service) => {
            noted = await noteSettings(service, registryArn, desired, tools);
        },
    };
    await (0,service_removal/* removeEcsService */.R)(step, removal, input, tools);
    return createWith(taskDefinition, step, desired, input, tools, noted).catch((error) => {
        throw (0,location_outcome/* afterDeletion */.Tw)(error);
    });
}
/** The revision for the step and, with `load-check`, one whose code has been loaded once. */
async function ensureLoadable(step, desired, input, tools) {
    const { register, reuse } = step.taskDefinition;
    const taskDefinition = await ensureTaskDefinition(step, desired, input, tools);
    const isNew = register || reuse !== undefined || step.base.taskDefinitionArn === undefined;
    if (!input.loadCheck || !isNew)
        return taskDefinition;
    try {
        await checkThatCodeLoads(step, desired, taskDefinition, input, tools);
    }
    catch (error) {
        if (register && !input.signal.aborted)
            await withdrawRevision(taskDefinition, step, input, tools);
        throw error;
    }
    return taskDefinition;
}
/** A new revision, one the plan found, or the one that runs. */
async function ensureTaskDefinition(step, desired, input, ports) {
    const existing = step.taskDefinition.register
        ? undefined
        : (step.taskDefinition.reuse ?? step.base.taskDefinitionArn);
    if (existing !== undefined)
        return existing;
    const { body, environment } = desired.taskDefinition;
    const tags = { ...(0,model_tags/* revisionTags */.nr)(desired.identityTags, step.cluster), ...input.runTags };
    return ports.ecs.registerTaskDefinition(body, environment, tags).catch((error) => {
        // Most of a large deployment waits here: what an interruption finds waiting has written nothing yet.
        throw error instanceof errors/* ActionError */.lZ && error.code === aws_error_codes/* NOT_SENT_CODE */.zg ? new location_outcome/* NotBegun */.TI() : error;
    });
}
/** Says by tag which revision the service runs and what it was made from; `more` goes with it. */
async function markFingerprint(step, input, ports, more = {}) {
    const { serviceArn, taskDefinitionArn } = step.base;
    if (serviceArn === undefined || taskDefinitionArn === undefined || step.fingerprints === undefined)
        return;
    const fingerprint = input.formatFingerprint(taskDefinitionArn, step.fingerprints.full);
    await ports.ecs.tagResource(serviceArn, { ...more, [model_tags/* TAG_FINGERPRINT */.kr]: fingerprint });
}
/** The fields of UpdateService that differ; undefined when there is nothing to send. */
async function updateRequest(step, desired, taskDefinition, ports) {
    const changed = new Set(step.changes.filter(({ resource }) => resource === "service").map(({ path }) => path.split(/[.[]/, 1)[0] ?? ""));
    const wanted = desired.service.createRequest;
    const fields = Object.fromEntries(["desiredCount", "networkConfiguration", "deploymentConfiguration", "enableExecuteCommand"]
        .filter((field) => changed.has(field))
        .flatMap((field) => (wanted[field] === undefined ? [] : [[field, wanted[field]]])));
    const registry = isRegisteredAnew(step)
        ? { serviceRegistries: [{ registryArn: (await createRegistry(desired, ports)).arn }] }
        : {};
    const request = {
        ...fields,
        ...registry,
        ...(taskDefinition !== undefined && { taskDefinition }),
        ...(step.action === "redeploy" && { forceNewDeployment: true }),
    };
    if (Object.keys(request).length === 0 && !changed.has("propagateTags"))
        return undefined;
    // Left out, ECS may stop propagating tags: the documentation can be read either way, so it is always said.
    return { cluster: step.cluster, service: step.service, propagateTags: "SERVICE", ...request };
}
/** The Cloud Map service, which may be there already. */
function createRegistry(desired, { discovery }) {
    return discovery.createService(desired.cloudMapService.createRequest, registryTags(desired));
}
/** The ECS deployment that a request made, or the one there was if it made none. */
function primaryDeploymentId(service) {
    return service.deployments?.find(({ status }) => status === "PRIMARY")?.id;
}

;// CONCATENATED MODULE: ./build/apply/revision-step.js





/**
 * Puts a service on another revision, or gives it new tasks of the one it runs; everything else of the service stays.
 * What an earlier run has begun (`unfinished`) is not begun again.
 * Rejects when ECS starts no deployment: then nothing was done of what was asked.
 */
async function beginRevision(step, desired, input, tools) {
    const { taskDefinitionArn, ecsDeploymentId: begunBefore } = step.base;
    if (begunBefore !== undefined && input.unfinished.has(step.location)) {
        return { taskDefinitionArn, ecsDeploymentId: begunBefore };
    }
    const taskDefinition = await ensureLoadable(step, desired, input, tools);
    if ((0,plan/* movesRevision */.M)(step))
        await refuseWhenMoved(step, tools);
    // Tags first, as in an update: a run that dies in between leaves a fingerprint that is not believed.
    await writeRevisionTags(step, desired, taskDefinition, input, tools);
    const service = await tools.ecs.updateService(revision_step_updateRequest(step, desired, taskDefinition));
    const ecsDeploymentId = primaryDeploymentId(service);
    if (ecsDeploymentId === undefined || ecsDeploymentId === step.base.ecsDeploymentId) {
        throw new errors/* ActionError */.lZ("no-ecs-deployment", `ECS started no deployment of the service ${step.service}.`, {
            source: "aws",
            hint: "Run again.",
        });
    }
    return { taskDefinitionArn: service.taskDefinition ?? taskDefinition, ecsDeploymentId };
}
/** Which revision to go to was decided on what ran then; another run may have put the service on another one since. */
async function refuseWhenMoved(step, { ecs }) {
    const { cluster, service: name, base } = step;
    const [service] = await ecs.describeServices(cluster, [name]);
    const now = service?.taskDefinition;
    if (now === undefined || base.taskDefinitionArn === undefined || now === base.taskDefinitionArn)
        return;
    throw (0,location_outcome/* movedService */.vU)(step, now, "Nothing was written to it.");
}
function revision_step_updateRequest(step, desired, taskDefinition) {
    const { propagateTags } = desired.service.createRequest;
    return {
        cluster: step.cluster,
        service: step.service,
        // Left out, ECS may stop propagating tags: the documentation can be read either way.
        ...(propagateTags !== undefined && { propagateTags }),
        // Another revision starts a deployment by itself, and only once if the request is repeated. New tasks of the same
        // one are of whatever the service runs by then.
        ...((0,plan/* movesRevision */.M)(step) ? { taskDefinition } : { forceNewDeployment: true }),
    };
}
async function writeRevisionTags(step, desired, taskDefinition, input, ports) {
    const { serviceArn, taskDefinitionArn: before } = step.base;
    if (serviceArn === undefined)
        return;
    const tags = {
        // Those it has already: policies may ask for the source in every request that writes tags.
        ...desired.identityTags,
        ...input.runTags,
        ...((0,plan/* movesRevision */.M)(step) &&
            step.fingerprints !== undefined && {
            [model_tags/* TAG_FINGERPRINT */.kr]: input.formatFingerprint(taskDefinition, step.fingerprints.full),
        }),
        ...((0,plan/* movesRevision */.M)(step) &&
            step.action === "rollback" &&
            before !== undefined && { [model_tags/* TAG_ROLLBACK */.UJ]: (0,model_tags/* rollbackValue */.q5)(taskDefinition, before) }),
    };
    await ports.ecs.tagResource(serviceArn, tags);
    if (step.action !== "rollback" || desired.identityTags[model_tags/* TAG_COMMIT */.rJ] !== undefined)
        return;
    // Nobody knows the commit of this revision: that of the one before it would be untrue.
    await ports.ecs.untagResource(serviceArn, [model_tags/* TAG_COMMIT */.rJ]);
}

// EXTERNAL MODULE: ./build/apply/guess.js + 1 modules
var apply_guess = __webpack_require__(3927);
// EXTERNAL MODULE: ./build/apply/verdict.js
var apply_verdict = __webpack_require__(454);
;// CONCATENATED MODULE: ./build/apply/left-state.js


/** On which revision a service was left after a rollout that failed, and what ECS goes on doing. */
function describeLeftState(input) {
    const { service, isCurrent } = input.end;
    if (service === undefined) {
        return isCurrent ? "ECS shows no such service" : "unknown: the service could not be read";
    }
    const state = service.status === "DRAINING" ? "being deleted" : describeService(input, service);
    return isCurrent ? state : `when last seen: ${state}`;
}
function describeService(input, service) {
    const deployments = service.deployments ?? [];
    const primary = deployments.find(({ status }) => status === "PRIMARY");
    if (primary === undefined)
        return "without an ECS deployment";
    const counts = `${primary.runningCount ?? 0} of ${service.desiredCount ?? primary.desiredCount ?? 0} tasks running`;
    const others = describeOthers(deployments.filter((other) => other !== primary));
    const state = primary.id === input.ecsDeploymentId
        ? describeOurs(input, primary, counts)
        : describeOther(primary, counts, input.end.rollback);
    return `${state}${others}`;
}
function describeOurs(input, ours, counts) {
    const on = `still on ${(0,apply_verdict/* revisionOf */.DT)(ours)} (${counts})`;
    switch (ours.rolloutState) {
        case "FAILED":
            return input.rollbackOnFailure && input.end.kind !== "stopped"
                ? `${on}; ECS starts no more tasks: there was no earlier revision that worked to go back to`
                : `${on}; ECS starts no more tasks, and nothing was rolled back`;
        case "COMPLETED":
            return `still on ${(0,apply_verdict/* revisionOf */.DT)(ours)}; ECS calls the deployment completed, with ${counts}, and restarts those that stop`;
        default:
            return `${on}; ECS goes on with the deployment`;
    }
}
function describeOther(primary, counts, rollback) {
    const revision = (0,apply_verdict/* revisionOf */.DT)(primary);
    switch (rollback) {
        case "none":
            return `on ${revision} of another ECS deployment (${counts})`;
        case "failed":
            return `the rollback to ${revision} failed, too (${counts}); ECS starts no more tasks`;
        case "done":
            return `rolled back to ${revision} (${counts})`;
        case "unfinished":
            return `being rolled back to ${revision} (${counts})`;
    }
}
/** Tasks of other deployments that still run: with them the code server still answers. */
function describeOthers(others) {
    const running = others.filter(({ runningCount = 0 }) => runningCount > 0);
    return running
        .map(({ runningCount = 0, taskDefinition = "" }) => {
        const [tasks, run] = runningCount === 1 ? ["task", "runs"] : ["tasks", "run"];
        return `; ${runningCount} ${tasks} of ${(0,model_arn/* lastSegment */.mp)(taskDefinition)} still ${run} beside it`;
    })
        .join("");
}

// EXTERNAL MODULE: ./build/apply/rollout-phase.js
var rollout_phase = __webpack_require__(2104);
// EXTERNAL MODULE: ./build/apply/stopped-tasks.js + 1 modules
var stopped_tasks = __webpack_require__(4299);
// EXTERNAL MODULE: ./build/model/json.js
var json = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build/apply/task-health.js

/** From RegisterTaskDefinition: a container is essential unless it says otherwise (ContainerDefinition API). */
function watchedContainers(body) {
    const definitions = Array.isArray(body.containerDefinitions) ? body.containerDefinitions.filter(json/* isJsonObject */.O) : [];
    const essential = definitions.filter((definition) => definition.essential !== false);
    return { essential: namesOf(essential), checked: namesOf(essential.filter(hasHealthCheck)) };
}
function namesOf(definitions) {
    return definitions.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}
/** The command `["NONE"]` turns a health check of the image off (HealthCheck API). */
function hasHealthCheck({ healthCheck }) {
    const command = (0,json/* isJsonObject */.O)(healthCheck) && Array.isArray(healthCheck.command) ? healthCheck.command : [];
    return command.length > 0 && command[0] !== "NONE";
}
/**
 * Judges the tasks themselves: for a moment ECS calls a task RUNNING whose essential container has stopped already
 * (the Dagster+ agent guards against the same).
 */
function judgeTasks(tasks, desiredCount, watched) {
    const started = tasks.filter(({ lastStatus, desiredStatus }) => lastStatus === "RUNNING" && desiredStatus !== "STOPPED");
    const running = started.filter((task) => idleContainer(task, watched) === undefined);
    const broken = started.map((task) => idleContainer(task, watched)).find((container) => container !== undefined);
    if (running.length < desiredCount) {
        const why = broken === undefined ? describeUnstarted(tasks) : broken;
        return { kind: "not-running", reason: `${running.length} of ${desiredCount} tasks running${why && `: ${why}`}` };
    }
    const unchecked = running.flatMap((task) => uncheckedContainer(task, watched) ?? []);
    if (running.length - unchecked.length < desiredCount) {
        const healthy = running.length - unchecked.length;
        return { kind: "unhealthy", reason: `${healthy} of ${desiredCount} tasks HEALTHY: ${unchecked[0]}` };
    }
    return { kind: "running" };
}
/** Names the essential container that does not run although its task is RUNNING. */
function idleContainer(task, { essential }) {
    const idle = task.containers?.find(({ name, lastStatus }) => name !== undefined && essential.includes(name) && lastStatus !== "RUNNING");
    if (idle === undefined)
        return undefined;
    const exit = idle.exitCode === undefined ? "" : ` with exit code ${idle.exitCode}`;
    const state = idle.lastStatus === "STOPPED" ? `has stopped${exit}` : `is ${idle.lastStatus ?? "UNKNOWN"}`;
    return `the essential container ${idle.name} ${state}`;
}
function uncheckedContainer(task, { checked }) {
    const container = task.containers?.find(({ name, healthStatus }) => name !== undefined && checked.includes(name) && healthStatus !== "HEALTHY");
    return container && `the container ${container.name} is ${container.healthStatus ?? "UNKNOWN"}`;
}
/** What the tasks that do not run yet are doing; an image is pulled while the task is PENDING. */
function describeUnstarted(tasks) {
    const waiting = tasks.find(({ lastStatus }) => lastStatus !== "RUNNING" && lastStatus !== "STOPPED");
    if (waiting?.lastStatus === undefined)
        return tasks.length === 0 ? "ECS has started no task" : "";
    const isPulling = waiting.pullStartedAt !== undefined && waiting.pullStoppedAt === undefined;
    return `a task is ${waiting.lastStatus}${isPulling ? " and pulls its image" : ""}`;
}

;// CONCATENATED MODULE: ./build/apply/explain.js






/** Enough to see a crash loop; more says the same again. */
const TASKS_SHOWN = 3;
const EVENTS_SHOWN = 10;
/** Ends that others brought about: what ECS says of the service then need not be about this rollout. */
const NOT_ITS_OWN_END = new Set(["stopped", "replaced", "gone", "interrupted"]);
/** Why a rollout failed, in what ECS and CloudWatch Logs say. Never rejects: an explanation is extra. */
async function explainFailure(input, ports) {
    const { desired, end, redact } = input;
    const { stoppedTasks, notes } = canStillAsk(end) ? await readTasks(input, ports) : NOTHING;
    const events = eventsSince(input).map(redact);
    const tellsOfCause = !NOT_ITS_OWN_END.has(end.kind);
    // A task that is waited for says more of the cause than one that stopped, and was replaced, before it.
    const waiting = stoppedTasks.filter(({ lastStatus }) => lastStatus !== undefined);
    const evidence = waiting.length > 0 ? waiting : stoppedTasks;
    const guess = (0,apply_guess/* guessCause */.J)({
        stoppedTasks: evidence,
        events: tellsOfCause ? beforeRollback(events) : [],
        ...(end.kind === "timed-out" && { timedOut: end.phase.phase }),
    });
    const { rollbackOnFailure } = desired.service;
    return {
        phase: (0,rollout_phase/* describePhase */.$8)(end.phase),
        events: events.slice(0, EVENTS_SHOWN),
        stoppedTasks,
        image: desired.image.reference,
        taskDefinitionArn: input.taskDefinitionArn,
        leftState: redact(describeLeftState({ end, ecsDeploymentId: input.ecsDeploymentId, rollbackOnFailure })),
        ...(guess !== undefined && { guess }),
        ...(notes.length > 0 && { notes: notes.map(redact) }),
    };
}
/** A run that is cancelled has seconds left for its report; one whose credentials have expired gets no answers. */
function canStillAsk(end) {
    return end.canAsk && end.kind !== "interrupted";
}
const NOTHING = { stoppedTasks: [], notes: [] };
async function readTasks(input, ports) {
    const { desired, redact } = input;
    const { body } = desired.taskDefinition;
    try {
        const telling = [...(await findWaitingTasks(input, ports.ecs)), ...(await findStoppedTasks(input, ports.ecs))];
        const shown = telling.slice(0, TASKS_SHOWN);
        return {
            stoppedTasks: await (0,stopped_tasks/* describeTasks */.yz)(shown, { body, redact }, { ...ports, signal: input.signal }),
            notes: [],
        };
    }
    catch (error) {
        return { stoppedTasks: [], notes: [`The tasks could not be read: ${(0,errors/* messageOf */.bD)(error)}`] };
    }
}
async function findStoppedTasks({ desired, ecsDeploymentId }, ecs) {
    const tasks = await ecs.describeStoppedTasks(desired.service.cluster, desired.service.name);
    return (0,stopped_tasks/* tellingTasks */.EZ)(tasks.filter(({ startedBy }) => startedBy === ecsDeploymentId));
}
/** Where the time ran out, the task that was waited for says more than those that stopped before it. */
async function findWaitingTasks({ desired, ecsDeploymentId, end }, ecs) {
    if (end.kind !== "timed-out")
        return [];
    const tasks = await ecs.describeRunningTasks(desired.service.cluster, desired.service.name);
    const watched = watchedContainers(desired.taskDefinition.body);
    const waiting = tasks.find((task) => task.startedBy === ecsDeploymentId && judgeTasks([task], 1, watched).kind !== "running");
    return waiting === undefined ? [] : [{ task: waiting, alike: 0 }];
}
/** By ECS's own clock where it says when it created the deployment: ours may be minutes ahead. */
function eventsSince({ end, startedAt }) {
    const since = Math.min(end.createdAt?.getTime() ?? Number.POSITIVE_INFINITY, startedAt);
    return (end.service?.events ?? [])
        .filter(({ createdAt }) => createdAt === undefined || createdAt.getTime() >= since)
        .map(({ message }) => message ?? "");
}
/** What ECS said of the rollout itself: what it said after it went back is about other tasks. The newest first. */
function beforeRollback(events) {
    const wentBack = events.findIndex((message) => /\brolling back to deployment\b/i.test(message));
    return events.slice(wentBack + 1);
}

;// CONCATENATED MODULE: ./build/apply/rollout-outcome.js





/** Watches what a step began to its end, and says how it ended. Never rejects. */
async function finishRollout(step, desired, begun, startedAt, input, ports, watcher, whenTaken = async () => undefined) {
    // Draining and pacing may have come first: ECS's time begins with its answer.
    const begunAt = ports.clock.now();
    const done = (status, message, reached = []) => ({
        ...(0,location_outcome/* outcomeOf */.sG)(step, status, message),
        ...(0,location_outcome/* addressOf */.ci)(desired, input),
        ...(begun.taskDefinitionArn !== undefined && { taskDefinitionArn: begun.taskDefinitionArn }),
        duration: Math.round((ports.clock.now() - startedAt) / 1_000),
        phases: phasesOf([{ name: "prepare", since: startedAt }, ...reached], ports.clock.now()),
    });
    const { taskDefinitionArn = "" } = begun;
    // What starts no rollout of its own is only as good as the one that is still going on.
    const goingOn = input.unfinished.has(step.location) ? step.base.ecsDeploymentId : undefined;
    const ecsDeploymentId = begun.ecsDeploymentId ?? goingOn;
    if (ecsDeploymentId === undefined)
        return done("succeeded", "updated without a rollout");
    if (!input.wait) {
        const what = ecsDeploymentId === goingOn ? "an ECS deployment is still going on" : "the ECS deployment was started";
        return done("started", `${what} and is not watched`);
    }
    const end = await watcher.watch({
        location: step.location,
        cluster: step.cluster,
        service: step.service,
        ecsDeploymentId,
        taskDefinitionArn,
        containers: watchedContainers(desired.taskDefinition.body),
        rollbackOnFailure: desired.service.rollbackOnFailure,
        begunAt,
        limits: {
            taskStart: desired.taskStartTimeout * 1_000,
            healthCheck: desired.healthCheckTimeout * 1_000,
            ...(input.rolloutTimeoutMs !== undefined && { total: input.rolloutTimeoutMs }),
        },
        gracePeriod: desired.gracePeriod * 1_000,
    });
    if (end.kind === "succeeded")
        return done("succeeded", describeSuccess(taskDefinitionArn, end.service), end.reached);
    const decided = await whenTaken(step, end);
    if (decided !== undefined)
        return { ...done(decided.status, decided.message, end.reached), ...decided };
    const failure = await explainFailure({ desired, end, taskDefinitionArn, ecsDeploymentId, startedAt, redact: input.redact, signal: input.signal }, ports);
    return { ...done(statusOf(end), input.redact(describeFailure(end)), end.reached), failure };
}
/** Each phase goes on until the next begins. */
function phasesOf(reached, endedAt) {
    return reached.map(({ name, since }, index) => ({ name, from: since, to: reached[index + 1]?.since ?? endedAt }));
}
/** A failure is told with the revision it leaves the service on, where that is not the one that was asked for. */
function describeFailure({ reason, rollback, service }) {
    const revision = (0,apply_verdict/* revisionOf */.DT)(service?.deployments?.find(({ status }) => status === "PRIMARY"));
    switch (rollback) {
        case "none":
            return reason;
        case "done":
            return `${reason}; the service is back on ${revision}`;
        case "unfinished":
            return `${reason}; the service goes back to ${revision}`;
        case "failed":
            return `${reason}; the rollback to ${revision} failed, too`;
    }
}
/** ECS calls a rollout of no tasks completed, too. */
function describeSuccess(taskDefinitionArn, service) {
    const revision = (0,model_arn/* lastSegment */.mp)(taskDefinitionArn);
    return service?.desiredCount === 0
        ? `is on ${revision}, with no task: the service's desired count is 0`
        : `runs ${revision}`;
}
/** Rolled back is what has an earlier revision to show for it; all else that is no success has failed. */
function statusOf({ rollback }) {
    return rollback === "done" || rollback === "unfinished" ? "rolled-back" : "failed";
}

;// CONCATENATED MODULE: ./build/apply/begin-step.js







/** Writes what a step is to write. Rejects when something of that fails; how a rollout ends is in `ended`. */
async function carryOut(step, work) {
    const { input, ports } = work;
    const startedAt = ports.clock.now();
    if (step.action === "blocked")
        return endedStep(step, (0,location_outcome/* outcomeOf */.sG)(step, "blocked", step.reason.text));
    if (step.action === "delete") {
        const { ended } = await ports.remover.begin(step);
        return { step, begun: undefined, isWatched: true, ended };
    }
    const desired = input.desired.get(step.location);
    if (desired === undefined) {
        throw new errors/* ActionError */.lZ("plan-without-location", `The plan names "${step.location}", which was not rendered.`, {
            source: "internal",
        });
    }
    if (step.action === "none")
        return leaveAlone(step, desired, startedAt, work);
    const begin = {
        create: beginCreate,
        update: beginUpdate,
        // Only the revision is another one, or the tasks are: what else the service has is not looked at.
        redeploy: input.revisionsOnly === true ? beginRevision : beginUpdate,
        rollback: beginRevision,
        replace: beginReplace,
    }[step.action];
    const begun = await begin(step, desired, input, ports).catch((error) => {
        // Whoever cleans up revisions may have deregistered it, unseen by the plan: ECS starts nothing of it any more.
        if (!(0,aws_error_codes/* isInactiveRevision */.L7)(error))
            throw error;
        input.onProgress(step.location, "its task definition revision was deregistered: it is registered anew");
        return begin({ ...step, taskDefinition: { register: true } }, desired, input, ports);
    });
    input.onProgress(step.location, begun.ecsDeploymentId === undefined ? "updated" : "ECS deployment started");
    return watchStep(step, desired, begun, startedAt, work);
}
/** A step whose end is known already. */
function endedStep(step, outcome, begun) {
    return { step, begun, isWatched: false, ended: Promise.resolve(outcome) };
}
function watchStep(step, desired, begun, startedAt, { input, ports, watcher, whenTaken }) {
    return {
        step,
        begun,
        isWatched: input.wait && begun.ecsDeploymentId !== undefined,
        ended: finishRollout(step, desired, begun, startedAt, input, ports, watcher, whenTaken),
    };
}
/** Nothing changes; but a rollout that an earlier run began may still fail. */
async function leaveAlone(step, desired, startedAt, work) {
    const { input, ports } = work;
    if (input.unmarked.has(step.location))
        await markFingerprint(step, input, ports);
    await clearMarks(step, input, ports);
    const { taskDefinitionArn, ecsDeploymentId } = step.base;
    if (ecsDeploymentId !== undefined && input.unfinished.has(step.location)) {
        return watchStep(step, desired, { taskDefinitionArn, ecsDeploymentId }, startedAt, work);
    }
    const message = step.warnings[0] ?? "nothing to do";
    return endedStep(step, { ...(0,location_outcome/* outcomeOf */.sG)(step, "unchanged", message), ...(0,location_outcome/* addressOf */.ci)(desired, input) });
}

;// CONCATENATED MODULE: ./build/apply/contested-steps.js







/** How often one location is written again before this run gives it up. */
const MOST_REWRITES = 3;
/** Begins a step, whatever happens; a race that was lost to another run is run again. Never rejects. */
async function beginStep(step, work, contested) {
    const running = await attemptStep(step, work, contested);
    contested?.current.set(step.service, running);
    return running;
}
async function attemptStep(step, work, contested) {
    if (work.input.signal.aborted && step.action !== "none") {
        return endedStep(step, (0,location_outcome/* outcomeOf */.sG)(step, "skipped", "not begun: the run was interrupted"));
    }
    try {
        const running = await carryOut(step, work);
        if (contested === undefined || step.action !== "delete")
            return running;
        return { ...running, ended: running.ended.then((outcome) => giveWay(step, outcome, contested.turn)) };
    }
    catch (error) {
        return endLost(step, error, work, contested);
    }
}
/** A removal that a newer run has come between has not failed: what is left belongs to that run. */
function giveWay(step, outcome, turn) {
    if (outcome.status !== "failed" || turn.newer === undefined)
        return outcome;
    return { ...(0,location_outcome/* outcomeOf */.sG)(step, "superseded", turn.explain(turn.newer)), warnings: [outcome.message] };
}
/** What lost a race is superseded by a newer run, or begun anew after an older one; anything else has failed. */
async function endLost(step, error, work, contested) {
    const failed = () => endedStep(step, (0,location_outcome/* failedOutcome */.iS)(step, error, work.input));
    if (contested === undefined || !isLostRace(error))
        return failed();
    const isMoved = error instanceof errors/* ActionError */.lZ && error.code === location_outcome/* SERVICE_MOVED */.EH;
    // Whose doing it was, the marks say that are there now.
    if (isMoved)
        await work.ports.ecs.describeServices(step.cluster, [step.service]).catch(() => undefined);
    const { newer, rivalSeen } = contested.turn;
    if (newer !== undefined)
        return endedStep(step, (0,location_outcome/* outcomeOf */.sG)(step, "superseded", contested.turn.explain(newer)));
    if (isMoved && !rivalSeen)
        return failed();
    return (await writeAgain(step, work, contested)) ?? failed();
}
/** What ECS and Cloud Map answer when somebody has created or deleted in between what a step was to write. */
function isLostRace(error) {
    if (!(error instanceof errors/* ActionError */.lZ))
        return false;
    return LOST_CODES.has(error.code) || LOST_WORDS.test(error.message) || (0,aws_error_codes/* isInactiveRevision */.L7)(error);
}
const LOST_WORDS = /service registry|still draining/i;
const LOST_CODES = new Set([
    location_outcome/* SERVICE_MOVED */.EH,
    "service-name-taken",
    drain/* CREATED_ANEW */.Vr,
    "ServiceNotFoundException",
    "ServiceNotActiveException",
    "ResourceNotFoundException",
]);
/**
 * Plans a location anew and begins that: another run has written over it. Undefined when that has been done too often.
 * Never rejects.
 */
async function writeAgain(step, work, contested) {
    const count = contested.rewrites.get(step.service) ?? 0;
    if (count >= MOST_REWRITES)
        return undefined;
    contested.rewrites.set(step.service, count + 1);
    if (step.action === "delete")
        return beginStep(step, work, contested);
    const { input, ports } = work;
    try {
        const replanned = await contested.contest.replan(step.location);
        if (replanned === undefined)
            return undefined;
        const { step: next, registryArn } = replanned;
        const registries = new Map(input.registries);
        if (registryArn === undefined)
            registries.delete(step.location);
        else
            registries.set(step.location, registryArn);
        const unfinished = new Set(replanned.isUnfinished ? [step.location] : []);
        const nextInput = { ...input, registries, unfinished, unmarked: new Set() };
        // Nothing but the tags may be left of what the other run wrote.
        if (next.action === "none")
            await markFingerprint(next, nextInput, ports, input.runTags);
        return asOf(step, await beginStep(next, { ...work, input: nextInput }, contested));
    }
    catch (error) {
        // The other run has removed something between two reads of this plan.
        return endLost(step, error, work, contested);
    }
}
/** What a location was to get is what the plan said, also when less was left to do in the end. */
function asOf(step, running) {
    if (step.action === "none" || running.step.action !== "none")
        return running;
    const ended = running.ended.then((outcome) => ({
        ...outcome,
        action: step.action,
        ...(outcome.status === "unchanged" && { status: "succeeded", message: "is as planned" }),
    }));
    return { ...running, ended };
}
/** Decides about a rollout that ended because another ECS deployment took its place, or its service is gone. */
function decideTaken(work, contested) {
    return async (step, { kind }) => {
        if (kind !== "replaced" && kind !== "gone")
            return undefined;
        const { newer, rivalSeen } = contested.turn;
        if (newer !== undefined)
            return (0,location_outcome/* outcomeOf */.sG)(step, "superseded", contested.turn.explain(newer));
        if (!rivalSeen && !(await runsRevisionOfOlderRun(step, work().ports, contested.turn)))
            return undefined;
        const again = await writeAgain(step, work(), contested);
        return again?.ended;
    };
}
/**
 * True when an older run has put a revision of its own in place since the plan. The tags of two runs may come in the
 * other order than their updates: then the service carries this run's, and only the revision tells whose it is.
 */
async function runsRevisionOfOlderRun({ cluster, service: name, base }, { ecs }, turn) {
    try {
        const [service] = await ecs.describeServices(cluster, [name]);
        if (service?.taskDefinition === undefined)
            return false;
        const found = await ecs.describeTaskDefinition(service.taskDefinition, { withTags: true });
        const mark = turn.markIn(found?.tags ?? {});
        // What was there before the plan, somebody has put back on purpose.
        const before = (0,task_definition_arn/* parseTaskDefinitionArn */.t)(base.taskDefinitionArn ?? "")?.revision ?? 0;
        const isNew = (found?.revision ?? 0) > before;
        return isNew && mark !== undefined && turn.orderOf(mark) < 0;
    }
    catch {
        // Nothing says so: then it stays what it looks like, somebody else's doing.
        return false;
    }
}

// EXTERNAL MODULE: ./build/model/run-order.js
var run_order = __webpack_require__(9154);
;// CONCATENATED MODULE: ./build/apply/lookout.js

/** DescribeServices API reference: as many services in one call as cost the same as one. */
const SERVICES_PER_LOOK = 10;
/**
 * Looks at services before they are written. All who ask while a look is under way share the next one: what they are
 * told was read after they asked, and ten cost one call. Where a call has room for more, the others of `names` take
 * turns in it.
 */
function createLookout(names, describe) {
    const others = [...names];
    let queue = [];
    let isLooking = false;
    /** Those asked for and as many others as there is room for; whoever was looked at goes to the end of the line. */
    const choose = () => {
        const own = new Set(queue.flatMap(({ name }) => name ?? []));
        const chosen = [...own, ...others.filter((other) => !own.has(other))].slice(0, SERVICES_PER_LOOK);
        for (const name of chosen) {
            const index = others.indexOf(name);
            if (index >= 0)
                others.push(...others.splice(index, 1));
        }
        return chosen;
    };
    const lookOnce = async () => {
        const chosen = choose();
        const answered = queue.filter(({ name }) => name === undefined || chosen.includes(name));
        queue = queue.filter((asked) => !answered.includes(asked));
        try {
            const found = await describe(chosen);
            for (const { name, resolve } of answered)
                resolve(found.find(({ serviceName }) => serviceName === name));
        }
        catch (error) {
            // An outage of reads is no sign of another run; what cannot be written either, the write will say.
            const isFinal = (0,aws_error_codes/* isCredentialsError */.B_)(error) || (0,aws_error_codes/* isAccessDenied */.w7)(error);
            for (const { resolve, reject } of answered) {
                if (isFinal)
                    reject(error);
                else
                    resolve(undefined);
            }
        }
    };
    const lookForAll = async () => {
        isLooking = true;
        // Those who ask at the same moment are heard together.
        await Promise.resolve();
        while (queue.length > 0)
            await lookOnce();
        isLooking = false;
    };
    return (name) => new Promise((resolve, reject) => {
        queue = [...queue, { name, resolve, reject }];
        if (!isLooking)
            void lookForAll();
    });
}

;// CONCATENATED MODULE: ./build/apply/guarded-ports.js





/** ECS takes five changes of services a second: more at once would only wait for their turn. */
const WRITES_AT_ONCE = 8;
/**
 * Ports that write only while no newer run is seen. Right before each write to a service a look reads the
 * marks of that service and of others (see `createLookout`); every other description that passes through
 * is looked at too. What is not a service's own needs no look of its own.
 */
function guardPorts(ports, turn, { cluster, names, registries = new Map(), marks }) {
    const { ecs, discovery } = ports;
    // Who waits for the pace of AWS waits before he looks, not between look and write.
    const slots = (0,concurrency/* createSlots */.eX)(WRITES_AT_ONCE);
    let hasWritten = false;
    const describeServices = async (inCluster, asked) => {
        const services = await ecs.describeServices(inCluster, asked);
        turn.observe(services);
        return services;
    };
    const look = createLookout(names, (looked) => describeServices(cluster, looked));
    /** The service that is to be written, if there is one, as it is now and can be read. */
    const confirm = async (name) => {
        turn.check();
        const service = await look(name);
        turn.check();
        hasWritten ||= name !== undefined;
        return service;
    };
    /** Refuses once a newer run is known, without looking. */
    const whileOurs = (write) => async (...args) => {
        turn.check();
        return write(...args);
    };
    return {
        hasWritten: () => hasWritten,
        ports: {
            ...ports,
            ecs: {
                ...ecs,
                describeServices,
                createService: (request, tags) => slots.run(async () => {
                    await confirm(String(request.serviceName));
                    return ecs.createService(request, tags);
                }),
                updateService: (request) => slots.run(async () => {
                    await confirm(String(request.service));
                    return ecs.updateService(request);
                }),
                deleteService: (inCluster, name) => slots.run(async () => {
                    const { serviceArn } = (await confirm(name)) ?? {};
                    if (serviceArn !== undefined) {
                        // A service that drains still shows its tags: others see who has deleted it.
                        await ecs.tagResource(serviceArn, { ...marks, ...(0,run_order/* removalTag */.tU)(marks), [model_tags/* TAG_FINGERPRINT */.kr]: model_tags/* BEING_REMOVED */.$s });
                        await confirm(name);
                    }
                    return ecs.deleteService(inCluster, name);
                }),
                tagResource: (arn, tags) => slots.run(async () => {
                    await confirm((0,model_arn/* lastSegment */.mp)(arn));
                    return ecs.tagResource(arn, tags);
                }),
                untagResource: whileOurs(ecs.untagResource),
                // It belongs to no service yet, but nobody would miss it later either: the location may be gone by now.
                registerTaskDefinition: async (...args) => {
                    await confirm();
                    return ecs.registerTaskDefinition(...args);
                },
                // Of a location that this run removes; a newer one may have just registered it.
                deregisterTaskDefinition: async (arn) => {
                    await confirm();
                    return ecs.deregisterTaskDefinition(arn);
                },
                runTask: whileOurs(ecs.runTask),
            },
            discovery: guardDiscovery(discovery, { turn, slots, confirm, registries }),
        },
    };
}
/** A Cloud Map service has the name of its ECS service, which is looked at in its place. */
function guardDiscovery(discovery, { turn, slots, confirm, registries }) {
    const nameOfRegistry = new Map();
    const confirmRegistry = async (arn) => {
        const name = registries.get(arn);
        if (name === undefined)
            turn.check();
        else
            await confirm(name);
    };
    return {
        ...discovery,
        createService: async (...args) => {
            turn.check();
            return discovery.createService(...args);
        },
        listServices: async (namespaceId) => {
            const services = await discovery.listServices(namespaceId);
            for (const [name, { id }] of services)
                nameOfRegistry.set(id, name);
            return services;
        },
        deleteService: async (...args) => {
            // Somebody may have made its ECS service anew by now.
            const name = nameOfRegistry.get(args[0]);
            if (name !== undefined)
                await confirm(name);
            turn.check();
            return discovery.deleteService(...args);
        },
        // The tags of a Cloud Map service are written before those of its ECS service.
        tagResource: (arn, tags) => slots.run(async () => {
            await confirmRegistry(arn);
            return discovery.tagResource(arn, tags);
        }),
        untagResource: (arn, keys) => slots.run(async () => {
            if (keys.length > 0)
                await confirmRegistry(arn);
            return discovery.untagResource(arn, keys);
        }),
    };
}

// EXTERNAL MODULE: ./build/apply/removal.js + 1 modules
var removal = __webpack_require__(7123);
;// CONCATENATED MODULE: ./build/apply/revision-cleanup.js



/** Deregistrations share the rate of registrations, one a second: more would keep the next deploy waiting. */
const MOST_DEREGISTERED = 20;
/** Reads of revisions that may turn out to be somebody else's. */
const MOST_DESCRIBED = 100;
/**
 * Deregisters, for locations whose rollout has succeeded, revisions older than the newest `keep` that nothing uses:
 * no service of the cluster, none of its deployments, no task of the family; and only what carries our tags for the
 * location and was registered for this cluster. At most twenty in a run, the oldest first. The outcomes say what was
 * done, and what was left; not being able to is a warning. Never rejects.
 */
async function cleanUpRevisions(proven, keep, input, ports) {
    const budget = { deregistrations: MOST_DEREGISTERED, descriptions: MOST_DESCRIBED };
    let usedByCluster;
    const readUsed = () => {
        usedByCluster ??= readUsedRevisions(input.plan.request.cluster, ports);
        return usedByCluster;
    };
    const outcomes = [];
    for (const { step, outcome } of proven) {
        if (input.signal.aborted)
            break;
        try {
            const text = await cleanUpLocation(step, keep, budget, readUsed, input, ports);
            if (text !== undefined)
                outcomes.push({ ...outcome, message: `${outcome.message}; ${text}` });
        }
        catch (error) {
            const warning = `old revisions of ${step.family} could not be deregistered: ${input.redact((0,errors/* explainError */.UW)(error))}`;
            outcomes.push({ ...outcome, message: `${outcome.message}; ${warning}`, warnings: [warning] });
        }
    }
    return outcomes;
}
/** One sentence about what was done; undefined when there was nothing to do. */
async function cleanUpLocation(step, keep, budget, readUsed, input, ports) {
    const revisions = await ports.ecs.listTaskDefinitions(step.family, "ACTIVE");
    const old = revisions.slice(keep).toReversed();
    if (old.length === 0)
        return undefined;
    const used = await readUsed();
    // What ran before this change is what `rollback` goes back to.
    const unused = old.filter((arn) => !used.has(arn) && arn !== step.base.taskDefinitionArn);
    const { chosen, left } = await chooseOurs(unused, step, budget, input, ports);
    // Read last, right before the first revision goes.
    const usedNow = chosen.length === 0 ? used : await (0,used_revisions/* readUsedByLocation */.q$)(step, step.family, ports.ecs);
    let deregistered = 0;
    for (const arn of chosen) {
        if (usedNow.has(arn))
            continue;
        if (input.signal.aborted)
            break;
        await ports.ecs.deregisterTaskDefinition(arn);
        budget.deregistrations -= 1;
        deregistered += 1;
    }
    const parts = [
        ...(deregistered > 0 ? [`${deregistered} old revision${deregistered === 1 ? "" : "s"} deregistered`] : []),
        ...(left > 0 ? [`up to ${left} more are left for later runs`] : []),
    ];
    return parts.length === 0 ? undefined : parts.join(", ");
}
/** As many of these as the budget allows, without those that are not ours: an agent uses the same family. */
async function chooseOurs(arns, step, budget, input, ports) {
    const wanted = input.desired.get(step.location)?.identityTags;
    const chosen = [];
    let considered = 0;
    for (const arn of arns) {
        if (chosen.length >= budget.deregistrations || budget.descriptions === 0)
            break;
        budget.descriptions -= 1;
        considered += 1;
        const revision = await ports.ecs.describeTaskDefinition(arn, { withTags: true });
        const { status, tags = {} } = revision ?? {};
        if (status === "ACTIVE" && carriesAll(tags, wanted) && !(0,model_tags/* isOfOtherCluster */.wf)(tags, step.cluster))
            chosen.push(arn);
    }
    return { chosen, left: arns.length - considered };
}
function carriesAll(tags, wanted) {
    return wanted !== undefined && Object.entries(wanted).every(([key, value]) => tags[key] === value);
}
/** The revisions that any service of the cluster, or any of its ECS deployments, is on. */
async function readUsedRevisions(cluster, { ecs }) {
    const services = await ecs.describeServices(cluster, await ecs.listServices(cluster));
    return new Set(services.flatMap(used_revisions/* revisionsOf */.Ow));
}

// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
;// CONCATENATED MODULE: ./build/apply/deployment-records.js

/** Clocks of two AWS systems may differ a little; ours is not asked. */
const SKEW_MS = 60_000;
/** The record and the deployment come from one request. */
const SAME_REQUEST_MS = 5_000;
/**
 * ECS's own records of rollouts (the service deployments API), by ECS deployment id. A role that may not read them is
 * asked once: from then on every answer is undefined.
 */
class DeploymentRecords {
    #ecs;
    #deniedAction;
    #firstAnswer;
    constructor(ecs) {
        this.#ecs = ecs;
    }
    /** The permission whose lack keeps the records from this run, once ECS has refused one; for example `ecs:X`. */
    get deniedAction() {
        return this.#deniedAction;
    }
    /** Undefined when there is none, or none may be read. Rejects when ECS does not answer. */
    async find(query) {
        if (this.#firstAnswer === undefined) {
            const answer = this.#ask(query);
            this.#firstAnswer = answer;
            return answer;
        }
        // Several rollouts may end at once: what the first one is refused, the others need not ask for.
        await this.#firstAnswer.catch(() => undefined);
        return this.#deniedAction === undefined ? this.#ask(query) : undefined;
    }
    async #ask(query) {
        try {
            return await this.#read(query);
        }
        catch (error) {
            if (!(0,aws_error_codes/* isAccessDenied */.w7)(error))
                throw error;
            return undefined;
        }
    }
    async #allowed(action, answer) {
        try {
            return await answer;
        }
        catch (error) {
            if ((0,aws_error_codes/* isAccessDenied */.w7)(error))
                this.#deniedAction = action;
            throw error;
        }
    }
    async #read(query) {
        const { cluster, service, createdAt } = query;
        const since = createdAt === undefined ? {} : { createdAfter: new Date(createdAt.getTime() - SKEW_MS) };
        const briefs = await this.#allowed("ecs:ListServiceDeployments", this.#ecs.listServiceDeployments(cluster, service, since));
        const brief = findByRevision(briefs, query.ecsDeploymentId) ?? (await this.#findByTime(briefs, query));
        // The short form of a success says all there is to know.
        if (brief?.status === "SUCCESSFUL" || brief?.serviceDeploymentArn === undefined)
            return brief;
        const [record] = await this.#allowed("ecs:DescribeServiceDeployments", this.#ecs.describeServiceDeployments([brief.serviceDeploymentArn]));
        return record ?? brief;
    }
    /** Should the digits not be the same: the only record of the same moment whose revision has our task definition. */
    async #findByTime(briefs, { createdAt, taskDefinitionArn }) {
        if (createdAt === undefined)
            return undefined;
        const near = briefs.filter((brief) => Math.abs((brief.createdAt?.getTime() ?? 0) - createdAt.getTime()) <= SAME_REQUEST_MS);
        const arns = near.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? []);
        if (arns.length === 0)
            return undefined;
        const revisions = await this.#allowed("ecs:DescribeServiceRevisions", this.#ecs.describeServiceRevisions(arns));
        const ours = new Set(revisions
            .filter(({ taskDefinition }) => taskDefinition === taskDefinitionArn)
            .map(({ serviceRevisionArn }) => serviceRevisionArn));
        const fitting = near.filter(({ targetServiceRevisionArn }) => ours.has(targetServiceRevisionArn));
        return fitting.length === 1 ? fitting[0] : undefined;
    }
}
/**
 * The digits of `ecs-svc/<digits>` are those of the service revision the deployment brings (`deployments` and
 * `currentServiceRevisions` of real answers; the API reference does not promise it). A service deployment has a name
 * of its own and tells its target revision.
 */
function findByRevision(briefs, ecsDeploymentId) {
    const digits = ecsDeploymentId.slice(ecsDeploymentId.lastIndexOf("/") + 1);
    return briefs.find(({ targetServiceRevisionArn }) => targetServiceRevisionArn?.endsWith(`/${digits}`));
}
/** What it means for a run that one of its permissions is missing, in one line. */
function describeDenial(action = "") {
    return `this role may not read ECS's records of deployments (${action}): what DescribeServices shows has to do`;
}

;// CONCATENATED MODULE: ./build/apply/failed-stops.js

/**
 * The failed tasks of one ECS deployment. Stopped tasks are asked for only when a look at the service gives a reason
 * to: most rollouts never do.
 */
class FailedStops {
    #ecs;
    #target;
    #counts = { failed: 0, running: 0, started: 0 };
    /** A task that is still stopping counts once it has stopped, and that changes no number of the service. */
    #isOneStopping = false;
    #tasks = [];
    constructor(ecs, target) {
        this.#ecs = ecs;
        this.#target = target;
    }
    /** The tasks that failed, the newest first; transient stops and those that ECS or a person chose are left out. */
    async look(ours, service) {
        const { cluster, service: name, ecsDeploymentId } = this.#target;
        const counts = {
            failed: ours.failedTasks ?? 0,
            running: ours.runningCount ?? 0,
            started: countStarted(service, ours),
        };
        const isReason = this.#isOneStopping || isReasonToLook(this.#counts, counts, ours.desiredCount ?? 0);
        if (isReason) {
            const stopped = await this.#ecs.describeStoppedTasks(cluster, name);
            const own = stopped.filter(({ startedBy }) => startedBy === ecsDeploymentId);
            const failed = own.filter((task) => task.lastStatus === "STOPPED" && (0,stop_reasons/* classifyStop */.dZ)(task) === "failure");
            this.#tasks = failed;
            this.#isOneStopping = own.some(({ lastStatus }) => lastStatus !== "STOPPED");
        }
        this.#counts = counts;
        return this.#tasks;
    }
}
function isReasonToLook(before, now, desiredCount) {
    return (now.failed > before.failed ||
        now.running < before.running ||
        // ECS does not count a task that ran for a while as failed; that it started another one shows it.
        (now.started > before.started && now.started > desiredCount));
}
/** `(service x) has started 2 tasks: (task a) (task b).`, since the deployment began; by ECS's own clock. */
function countStarted(service, ours) {
    const since = ours.createdAt?.getTime() ?? Number.POSITIVE_INFINITY;
    return (service.events ?? [])
        .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since)
        .reduce((sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message ?? "")?.[1] ?? 0), 0);
}

;// CONCATENATED MODULE: ./build/apply/rollback-request.js

/**
 * Has ECS roll back what its circuit breaker has not ended yet, so that the run can say where the service is left.
 * Without that, a task that starts and crashes is started anew for ever: the breaker counts from zero after each start.
 */
async function askForRollback(ours, record, context, ecs) {
    if (!context.rollbackOnFailure) {
        return left("ECS goes on starting tasks until its circuit breaker ends the deployment (`on-failure: leave`)");
    }
    if (ours.rolloutState === "COMPLETED") {
        return left("ECS had called the deployment completed: it goes on restarting them, and nothing rolls it back");
    }
    if (context.deniedAction !== undefined)
        return left(without(context.deniedAction));
    if (record?.serviceDeploymentArn === undefined) {
        return left("ECS goes on starting tasks until its circuit breaker ends the deployment");
    }
    if ((record.sourceServiceRevisions ?? []).length === 0) {
        return left("there is no earlier revision to go back to, and ECS goes on starting tasks until its circuit breaker ends the deployment");
    }
    try {
        await ecs.rollBackServiceDeployment(record.serviceDeploymentArn);
        // Had it ended already, ECS has done the same of its own accord: watching on shows it.
        return { isRequested: true, consequence: "the deployment was stopped" };
    }
    catch (error) {
        if (!(0,aws_error_codes/* isAccessDenied */.w7)(error))
            throw error;
        return left(without("ecs:StopServiceDeployment"));
    }
}
function left(consequence) {
    return { isRequested: false, consequence };
}
function without(action) {
    return `ECS goes on starting tasks until its circuit breaker rolls back; this role lacks \`${action}\` to have it done now`;
}

;// CONCATENATED MODULE: ./build/apply/rollback-watch.js

/** ECS shows the deployment it goes back to within moments of giving up; where it never does, there is none. */
const TO_BEGIN_MS = 30_000;
/** The old tasks mostly still run, and the new ones take their `stopTimeout` of at most two minutes. */
const TO_END_MS = 300_000;
/**
 * Watches what ECS does after a rollout has failed, for a bounded time: a report must say which revision the service
 * was left on. Times are in milliseconds since the epoch.
 */
class RollbackWatch {
    #failedId;
    #since;
    /** The deployment ECS goes back to; another one that takes its place is somebody else's. */
    #targetId;
    constructor(failedId, since) {
        this.#failedId = failedId;
        this.#since = since;
    }
    /** True once ECS has shown what it goes back to. */
    get hasBegun() {
        return this.#targetId !== undefined;
    }
    /** When it is not waited for any longer. */
    get deadline() {
        return this.#since + (this.#targetId === undefined ? TO_BEGIN_MS : TO_END_MS);
    }
    look(service, now) {
        if (service === undefined || service.status === "DRAINING")
            return over("none");
        const primary = service.deployments?.find(({ status }) => status === "PRIMARY");
        if (primary === undefined || primary.id === this.#failedId) {
            return now < this.deadline ? goingOn("waiting for ECS to roll back") : over("none");
        }
        this.#targetId ??= primary.id;
        if (primary.id !== this.#targetId && !(0,apply_verdict/* isRollback */.z1)(primary))
            return over("none");
        if (primary.rolloutState === "IN_PROGRESS") {
            return now < this.deadline ? goingOn(describeRollback(primary)) : over("unfinished");
        }
        return over(primary.rolloutState === "FAILED" ? "failed" : "done");
    }
}
function goingOn(progress) {
    return { kind: "going-on", progress };
}
function over(rollback) {
    return { kind: "over", rollback };
}
function describeRollback(primary) {
    return `rolling back to ${(0,apply_verdict/* revisionOf */.DT)(primary)}: ${(0,apply_verdict/* describeProgress */.vk)(primary)}`;
}

;// CONCATENATED MODULE: ./build/apply/steadiness.js
/**
 * For so long the tasks must have run without a restart before success is said of a rollout without a health check:
 * ECS calls it completed a few seconds after the start, when a code server has not even imported its code.
 */
const STEADY_MS = 30_000;
/** However long the tasks lived that failed: a rollout is not held up longer. */
const LONGEST_STEADY_MS = 300_000;
/**
 * How many milliseconds tasks must have run without a restart to count as steady. `failed`: tasks of the rollout that
 * failed before; one that crashes after a minute has not worked when the next one has run for half of it.
 */
function steadyAfter(failed) {
    const lives = failed.map(({ startedAt, stoppingAt, stoppedAt }) => {
        const end = stoppingAt ?? stoppedAt;
        return startedAt === undefined || end === undefined ? 0 : end.getTime() - startedAt.getTime();
    });
    return Math.min(LONGEST_STEADY_MS, Math.max(STEADY_MS, ...lives.map((life) => 2 * life)));
}

;// CONCATENATED MODULE: ./build/apply/rollout-watch.js









/** How often tasks and record are looked at again when ECS says COMPLETED and they do not. */
const CONFIRM_INTERVAL_MS = 15_000;
/** A deployment that one read does not list may be there in the next. */
const MISSING_MS = 15_000;
/**
 * One rollout from ECS's answer to its end. It lives on looks at its service, which a poller shares out, and asks for
 * more (tasks, ECS's record) only when the answer decides something.
 */
class RolloutWatch {
    target;
    #to;
    #stops;
    #phase;
    #reached = [];
    #createdAt;
    #lastSeen;
    #isSeen = false;
    #missingSince;
    /** Since when all tasks are running, and none has failed, by the looks so far. */
    #runningSince;
    #failures = 0;
    #confirmAt = 0;
    #progress = "";
    #settling;
    /** That its tasks keep failing, once they have failed too often. */
    #crash;
    constructor(target, dependencies) {
        this.target = target;
        this.#to = dependencies;
        this.#stops = new FailedStops(dependencies.ecs, target);
        this.#phase = (0,rollout_phase/* firstPhase */.EL)(target.begunAt);
        this.#reach(this.#phase.phase, target.begunAt);
    }
    /** What the rollout is at, for people; empty before the first look. */
    get progress() {
        return this.#progress;
    }
    /** When the wait is over, whatever the next look shows; milliseconds since the epoch. */
    get deadline() {
        const { limits, begunAt } = this.target;
        return this.#settling?.rollback.deadline ?? (0,rollout_phase/* phaseDeadline */.A3)(this.#phase, limits, begunAt);
    }
    /**
     * Takes a look at the service; undefined when DescribeServices does not know it. Resolves with the end, or with
     * undefined while the rollout goes on. Rejects with what a question to AWS failed with; the next look asks again.
     */
    async look(service) {
        const now = this.#to.clock.now();
        const { ecsDeploymentId, begunAt, gracePeriod } = this.target;
        this.#lastSeen = service ?? this.#lastSeen;
        if (this.#settling !== undefined)
            return this.#settle(this.#settling, service, now);
        const view = (0,apply_verdict/* viewRollout */.TR)(ecsDeploymentId, this.#isSeen, service);
        const isInGrace = now < begunAt + gracePeriod;
        if (view.kind === "not-shown") {
            if (isInGrace)
                return this.#wait(`ECS does not show the ${view.missing} yet`);
            return view.missing === "service" ? this.#endNeverShown() : this.#judge((0,apply_verdict/* missingIn */.EH)(service), service, now);
        }
        if (view.kind === "deleted" || service === undefined) {
            // A read that is not up to date does not know a service that was just made, or shows the one it replaces.
            if (isInGrace)
                return this.#wait("ECS does not show the service");
            return this.#end("gone", "the ECS service was deleted during its rollout", service);
        }
        if (view.kind === "ended")
            return this.#judge(view, service, now);
        return this.#follow(view.ours, view.kind === "completed", service, now);
    }
    /** Ends the watch from outside. A rollout that has failed already ends as that. */
    breakOff(kind, reason, canAsk) {
        const settling = this.#settling;
        const known = settling?.reason ?? this.#crash;
        return {
            kind: settling?.kind ?? (known === undefined ? kind : "crashing"),
            reason: known === undefined ? reason : `${known}; ${reason}`,
            phase: this.#phase,
            reached: this.#reached,
            service: this.#lastSeen,
            createdAt: this.#createdAt,
            isCurrent: false,
            rollback: settling?.rollback.hasBegun ? "unfinished" : "none",
            canAsk,
        };
    }
    async #follow(ours, isCompleted, service, now) {
        this.#isSeen = true;
        this.#createdAt = ours.createdAt;
        this.#missingSince = undefined;
        // A new deployment is shown with a desired count of 0 until the scheduler has looked at it.
        const desiredCount = service.desiredCount ?? ours.desiredCount ?? 1;
        const failed = await this.#stops.look(ours, service);
        if (failed.length >= (0,stop_reasons/* stopsThatEndTheWait */.e3)(desiredCount))
            return this.#giveUp(failed, ours, now);
        const allRunning = (ours.runningCount ?? 0) >= desiredCount;
        this.#advance(allRunning, undefined, now);
        // A task may fail, and another one take its place, between two looks.
        if (!allRunning || failed.length > this.#failures)
            this.#runningSince = undefined;
        this.#failures = failed.length;
        if (allRunning)
            this.#runningSince ??= now;
        const isSteady = desiredCount === 0 || this.#isSteady(failed, now);
        const isToConfirm = isCompleted && isSteady && now >= this.#confirmAt;
        const isOverdue = now >= this.deadline;
        let tasks;
        if (isToConfirm || isOverdue) {
            tasks = await this.#lookAtTasks(desiredCount);
            this.#advance(allRunning, tasks, now);
            this.#confirmAt = now + CONFIRM_INTERVAL_MS;
        }
        if (isToConfirm && tasks?.kind === "running") {
            const end = await this.#confirm(ours, service);
            if (end !== undefined)
                return end;
        }
        const progress = tasks === undefined || tasks.kind === "running" ? (0,apply_verdict/* describeProgress */.vk)(ours) : tasks.reason;
        if (now >= this.deadline) {
            const { limits, begunAt } = this.target;
            return this.#end("timed-out", (0,rollout_phase/* describeTimeout */.by)(this.#phase, limits, begunAt, progress), service);
        }
        return this.#wait(this.#phase.phase === "health-check" ? `${progress}, waiting to be HEALTHY` : progress);
    }
    #advance(allRunning, tasks, now) {
        const isChecked = this.target.containers.checked.length > 0;
        this.#phase = (0,rollout_phase/* nextPhase */.ll)(this.#phase, { allRunning, isChecked, tasks }, now);
        this.#reach(this.#phase.phase, now);
    }
    /** A crash loop comes to the same phases again and again: only the first time tells something. */
    #reach(name, since) {
        if (this.#reached.every((phase) => phase.name !== name))
            this.#reached.push({ name, since });
    }
    /** Health checks have watched the start; what has none, or where tasks have failed before, time has to. */
    #isSteady(failed, now) {
        if (this.#runningSince === undefined)
            return false;
        const { essential, checked } = this.target.containers;
        if (essential.every((name) => checked.includes(name)) && failed.length === 0)
            return true;
        return now - this.#runningSince >= steadyAfter(failed);
    }
    async #lookAtTasks(desiredCount) {
        const { cluster, service, ecsDeploymentId, containers } = this.target;
        if (desiredCount === 0)
            return { kind: "running" };
        const tasks = await this.#to.ecs.describeRunningTasks(cluster, service);
        const own = tasks.filter(({ startedBy }) => startedBy === ecsDeploymentId);
        return judgeTasks(own, desiredCount, containers);
    }
    /** `deployments[]` and the tasks say that it worked: ECS's record must not contradict. */
    async #confirm(ours, service) {
        const record = await this.#findRecord();
        switch ((0,apply_verdict/* weighRecord */.K5)(record)) {
            case "agrees":
                return this.#end("succeeded", "", service);
            case "contradicts":
                return this.#judgeWith(record, { kind: "ended", how: "displaced", ours }, service);
            case "open":
                return undefined;
        }
    }
    async #judge(view, service, now) {
        this.#missingSince ??= now;
        // What `deployments[]` says by itself is not kept back because its record cannot be read.
        const record = await this.#findRecord().catch((error) => {
            if (!(0,apply_verdict/* tellsByItself */.VS)(view))
                throw error;
            return undefined;
        });
        const mayBeStale = view.how === "missing" && record === undefined && now < this.#missingSince + MISSING_MS;
        const end = mayBeStale ? undefined : this.#judgeWith(record, view, service);
        if (end !== undefined)
            return end;
        if (this.#settling !== undefined)
            return this.#settle(this.#settling, service, now);
        if (now >= this.deadline) {
            return this.#end("unknown", "ECS did not show in time what became of the deployment", service);
        }
        return this.#wait("ECS does not show the deployment");
    }
    #judgeWith(record, view, service) {
        const { taskDefinitionArn, rollbackOnFailure } = this.target;
        const verdict = (0,apply_verdict/* judgeEnd */.d8)(view, record, { taskDefinitionArn, createdAt: this.#createdAt, rollbackOnFailure });
        if (verdict === undefined)
            return undefined;
        if (!verdict.rollsBack)
            return this.#end(verdict.kind, verdict.reason, service);
        this.#awaitRollback(verdict.kind, verdict.reason);
        return undefined;
    }
    async #giveUp(failed, ours, now) {
        this.#crash = (0,stop_reasons/* describeCrash */.p7)(failed, ours, this.target.containers);
        const record = await this.#findRecord();
        const { isRequested, consequence } = await askForRollback(ours, record, { rollbackOnFailure: this.target.rollbackOnFailure, deniedAction: this.#to.records.deniedAction }, this.#to.ecs);
        const reason = `${this.#crash}: ${consequence}`;
        if (!isRequested)
            return this.#end("crashing", reason, this.#lastSeen);
        this.#awaitRollback("crashing", reason);
        return this.#settling && this.#settle(this.#settling, this.#lastSeen, now);
    }
    #awaitRollback(kind, reason) {
        const now = this.#to.clock.now();
        const rollback = new RollbackWatch(this.target.ecsDeploymentId, now);
        this.#reach("rollback", now);
        this.#settling = { kind, reason, rollback };
    }
    #settle({ kind, reason, rollback }, service, now) {
        const view = rollback.look(service, now);
        if (view.kind === "going-on")
            return this.#wait(view.progress);
        return { ...this.#end(kind, reason, service), rollback: view.rollback };
    }
    async #findRecord() {
        const { records, onProgress } = this.#to;
        const before = records.deniedAction;
        const record = await records.find({ ...this.target, createdAt: this.#createdAt });
        if (records.deniedAction !== before)
            onProgress(this.target.location, describeDenial(records.deniedAction));
        return record;
    }
    #endNeverShown() {
        const seconds = this.target.gracePeriod / 1_000;
        const reason = `ECS did not show the service within ${seconds} seconds (\`ecs_grace_period\`). Raise it if ECS takes longer to know a new service.`;
        return this.#end("gone", reason, undefined);
    }
    #end(kind, reason, service) {
        return {
            kind,
            reason,
            phase: this.#phase,
            reached: this.#reached,
            service,
            createdAt: this.#createdAt,
            isCurrent: true,
            rollback: "none",
            canAsk: true,
        };
    }
    #wait(progress) {
        if (progress === this.#progress)
            return;
        this.#progress = progress;
        if (this.#to.onWaiting === undefined)
            this.#to.onProgress(this.target.location, progress);
    }
}

;// CONCATENATED MODULE: ./build/apply/rollout-watcher.js





/** How often the services are looked at. The SDK's own waiters back off to ten minutes. */
const POLL_INTERVAL_MS = 5_000;
const INTERRUPTED = "the run was interrupted while the rollout was going on; ECS goes on with it, and the next run waits for its end";
/**
 * One poller for all services of a cluster: every rollout that is being watched is looked at in the same batched
 * DescribeServices calls, however many there are.
 */
class RolloutWatcher {
    #watched = new Set();
    #dependencies;
    #records;
    #isPolling = false;
    #begunAt = 0;
    /** What was said last of what is being waited for. */
    #said = "";
    constructor(dependencies) {
        this.#dependencies = dependencies;
        this.#records = new DeploymentRecords(dependencies.ecs);
    }
    /** Resolves when the rollout has ended one way or another; never rejects. */
    watch(target) {
        const watch = new RolloutWatch(target, { ...this.#dependencies, records: this.#records });
        return new Promise((finish) => {
            this.#watched.add({ watch, finish });
            if (this.#isPolling)
                return;
            this.#isPolling = true;
            this.#begunAt = this.#dependencies.clock.now();
            void this.#poll();
        });
    }
    async #poll() {
        const { clock, signal } = this.#dependencies;
        while (this.#watched.size > 0) {
            await clock.sleep(POLL_INTERVAL_MS, signal);
            if (signal.aborted) {
                this.#breakOffAll("interrupted", INTERRUPTED, true);
                break;
            }
            await this.#lookOnce();
            this.#sayWhatIsWaitedFor();
        }
        this.#isPolling = false;
    }
    /** One line for all of them: hundreds of rollouts would say the same. */
    #sayWhatIsWaitedFor() {
        const { clock, onWaiting } = this.#dependencies;
        const waiting = [...this.#watched]
            .map(({ watch }) => ({ location: watch.target.location, progress: watch.progress }))
            .filter(({ progress }) => progress !== "")
            .sort((one, other) => (0,text_order/* compareCodePoints */.O)(one.location, other.location));
        const said = JSON.stringify(waiting);
        if (onWaiting === undefined || waiting.length === 0 || said === this.#said)
            return;
        this.#said = said;
        onWaiting(waiting, Math.round((clock.now() - this.#begunAt) / 1_000));
    }
    async #lookOnce() {
        const { ecs, cluster } = this.#dependencies;
        const watched = [...this.#watched];
        try {
            const services = await ecs.describeServices(cluster, watched.map(({ watch }) => watch.target.service));
            const byName = new Map(services.map((service) => [service.serviceName, service]));
            await Promise.all(watched.map(async (each) => {
                try {
                    const end = await each.watch.look(byName.get(each.watch.target.service));
                    if (end !== undefined)
                        this.#end(each, end);
                }
                catch (error) {
                    this.#bear(error, [each]);
                }
            }));
        }
        catch (error) {
            this.#bear(error, watched);
        }
    }
    /** Without credentials or permission no later look can succeed; whatever else went wrong may pass. */
    #bear(error, watched) {
        const reason = `the rollout could not be watched: ${(0,errors/* explainError */.UW)(error)}`;
        if ((0,aws_error_codes/* isCredentialsError */.B_)(error)) {
            this.#breakOffAll("unknown", reason, false);
            return;
        }
        const now = this.#dependencies.clock.now();
        for (const each of watched) {
            if ((0,aws_error_codes/* isAccessDenied */.w7)(error) || now >= each.watch.deadline) {
                this.#end(each, each.watch.breakOff("unknown", reason, true));
            }
        }
    }
    #breakOffAll(kind, reason, canAsk) {
        for (const each of [...this.#watched])
            this.#end(each, each.watch.breakOff(kind, reason, canAsk));
    }
    #end(each, end) {
        if (this.#watched.delete(each))
            each.finish(end);
    }
}

;// CONCATENATED MODULE: ./build/apply/last-look.js



const AS_EXPECTED = { kind: "as-expected" };
/**
 * Judges one location. `service` is undefined when ECS does not know it; `registries` are the ARNs of the Cloud Map
 * services there are, undefined when nobody has looked.
 */
function judgeLastLook(expected, service, turn, registries) {
    const live = service?.status === "ACTIVE" ? service : undefined;
    const mark = live && turn.markOf(live);
    const order = mark === undefined ? 0 : turn.orderOf(mark);
    if (mark !== undefined && order > 0)
        return { kind: "superseded", by: mark };
    if (expected.kind === "removed")
        return order < 0 ? { kind: "overwritten" } : AS_EXPECTED;
    if (live === undefined) {
        if (turn.newer !== undefined)
            return { kind: "superseded", by: turn.newer };
        // Whoever removed it left no mark: what should be there is made again.
        return service === undefined && !expected.isVisible ? AS_EXPECTED : { kind: "overwritten" };
    }
    const primary = live.deployments?.find(({ status }) => status === "PRIMARY");
    const runsOther = differs(expected.taskDefinitionArn, live.taskDefinition);
    const isRedeployed = differs(expected.ecsDeploymentId, primary?.id);
    const isSuccessLost = runsOther && expected.isVisible;
    // What ECS does by itself when a rollout fails is nobody's writing; who watches the rollout tells of it. One that has
    // succeeded is not watched any more: nobody else would tell that a later one has failed and ended elsewhere.
    if ((runsOther || isRedeployed) && !isSuccessLost && (0,apply_verdict/* isRollback */.z1)(primary))
        return AS_EXPECTED;
    if (hasLostRegistry(live, registries))
        return { kind: "overwritten" };
    // The mark the plan found may be what a late read still shows.
    if (order < 0 && !(0,run_order/* isSameRun */.Mf)(mark, turn.markAtPlan(live.serviceName)))
        return { kind: "overwritten" };
    // The same revision again, with other settings perhaps: a person may do so, an older run must not.
    if (!runsOther) {
        if (isRedeployed)
            return turn.rivalSeen ? { kind: "overwritten" } : AS_EXPECTED;
        return expected.isVisible && isDown(live, primary) ? { kind: "down" } : AS_EXPECTED;
    }
    if (turn.newer !== undefined)
        return { kind: "superseded", by: turn.newer };
    // Without a mark it is an older run's when there are signs of one, else somebody's.
    if (turn.rivalSeen)
        return { kind: "overwritten" };
    const text = `its service runs ${(0,model_arn/* lastSegment */.mp)(live.taskDefinition ?? "no known revision")} now`;
    return expected.isVisible ? { kind: "changed", text } : AS_EXPECTED;
}
/** Who removes a location removes its Cloud Map service after its ECS service: another may have made that anew by then. */
function hasLostRegistry({ serviceRegistries = [] }, registries) {
    return registries !== undefined && serviceRegistries.some(({ registryArn }) => !registries.has(registryArn ?? ""));
}
/** Fewer tasks than desired may be a scaler's doing, or one that is replaced; none is what nobody wants. */
function isDown({ desiredCount = 0 }, primary) {
    return desiredCount > 0 && primary?.runningCount === 0;
}
function differs(expected, found) {
    return expected !== undefined && found !== expected;
}

;// CONCATENATED MODULE: ./build/apply/settlement.js




/** Outcomes that say that a location runs what was asked. */
const GREEN = new Set(["succeeded", "unchanged", "started"]);
const NOTHING_FOUND = { lost: [], down: [] };
/**
 * Looks whether every location still is what this run made of it or found, writes again what an older run has written
 * over, and watches again what does not run any more. One batched look, and one more after each round of that.
 * `outcomes` are by service; what changes is in the answer. Never rejects.
 */
async function settle(outcomes, work, contested) {
    const settled = new Map(outcomes);
    const watchedAgain = new Set();
    for (;;) {
        const { lost, down } = work.input.signal.aborted ? NOTHING_FOUND : await lookOnce(settled, work, contested);
        // One that comes up and goes down again and again is not waited for for ever.
        const fallen = down.filter(({ step }) => !watchedAgain.has(step.service));
        for (const { step } of fallen)
            watchedAgain.add(step.service);
        for (const running of down.filter((each) => !fallen.includes(each))) {
            settled.set(running.step.service, (0,location_outcome/* outcomeOf */.sG)(running.step, "failed", "none of its tasks stays up"));
        }
        if (lost.length + fallen.length === 0)
            return settled;
        const again = await Promise.all([
            ...lost.map(async (running) => {
                const rewritten = await writeAgain(running.step, work, contested);
                const outcome = rewritten === undefined ? givenUp(running) : await rewritten.ended;
                return [running.step.service, outcome];
            }),
            ...fallen.map(async (running) => {
                const { service } = running.step;
                const outcome = await watchAgain(running, work);
                return [service, outcome.status === "succeeded" ? settled.get(service) : outcome];
            }),
        ]);
        for (const [service, outcome] of again)
            if (outcome !== undefined)
                settled.set(service, outcome);
    }
}
/** Watches a rollout that had ended well, from now on. */
async function watchAgain({ step, begun: before }, work) {
    const { input, ports, watcher, whenTaken } = work;
    const desired = input.desired.get(step.location);
    const { ecsDeploymentId = step.base.ecsDeploymentId, taskDefinitionArn = step.base.taskDefinitionArn } = before ?? {};
    if (desired === undefined || ecsDeploymentId === undefined || taskDefinitionArn === undefined) {
        return (0,location_outcome/* outcomeOf */.sG)(step, "failed", "none of its tasks runs any more");
    }
    const begun = { ecsDeploymentId, taskDefinitionArn };
    return finishRollout(step, desired, begun, ports.clock.now(), input, ports, watcher, whenTaken);
}
/** Removes, with `prune`, what an older run has made since the plan and this run's configuration does not have. */
async function removeNewlyAbandoned(work, contested) {
    const { contest, turn, current } = contested;
    if (turn.newer !== undefined || work.input.signal.aborted)
        return new Map();
    const found = (await contest.findAbandoned?.().catch(() => [])) ?? [];
    const steps = found.filter(({ service }) => (current.get(service)?.step.action ?? "delete") === "delete");
    return new Map(await Promise.all(steps.map(async (step) => [step.service, await (await beginStep(step, work, contested)).ended])));
}
/** The locations to do something about; what a look says of the others is put into `settled`. */
async function lookOnce(settled, { input, ports }, { turn, current }) {
    const looked = [...current.values()].filter(({ step }) => GREEN.has(settled.get(step.service)?.status ?? "failed"));
    if (looked.length === 0)
        return NOTHING_FOUND;
    // The rollouts were watched on their own: a look that cannot be had takes nothing from what they have shown.
    const found = await ports.ecs
        .describeServices(input.plan.request.cluster, looked.map(({ step }) => step.service))
        .catch(() => undefined);
    if (found === undefined)
        return NOTHING_FOUND;
    // A Cloud Map service without an ECS service may have been on its way out when this run took it.
    const isTaken = looked.some(({ step }) => step.action === "create" && input.registries.has(step.location));
    const registries = isTaken || turn.rivalSeen ? await readRegistries(input, ports) : undefined;
    const byName = new Map(found.map((service) => [service.serviceName, service]));
    const lost = [];
    const down = [];
    for (const running of looked) {
        const { step } = running;
        const outcome = settled.get(step.service);
        const expected = expectedOf(running, outcome?.status);
        const finding = judgeLastLook(expected, byName.get(step.service), turn, registries);
        if (finding.kind === "superseded") {
            settled.set(step.service, (0,location_outcome/* outcomeOf */.sG)(step, "superseded", turn.explain(finding.by)));
        }
        else if (finding.kind === "changed") {
            const message = `somebody else has changed it while this run was at work: ${finding.text}`;
            settled.set(step.service, { ...outcome, ...(0,location_outcome/* outcomeOf */.sG)(step, "failed", message) });
        }
        if (finding.kind === "overwritten")
            lost.push(running);
        if (finding.kind === "down" && input.wait)
            down.push(running);
    }
    return { lost, down };
}
async function readRegistries(input, ports) {
    const services = await ports.discovery.listServices(input.namespaceId).catch(() => undefined);
    return services && new Set([...services.values()].map(({ arn }) => arn));
}
function expectedOf({ step, begun }, status) {
    if (step.action === "delete")
        return { kind: "removed" };
    const { taskDefinitionArn, ecsDeploymentId } = step.base;
    return {
        kind: "there",
        taskDefinitionArn: begun?.taskDefinitionArn ?? taskDefinitionArn,
        ecsDeploymentId: begun?.ecsDeploymentId ?? ecsDeploymentId,
        isVisible: status !== "started",
    };
}
function givenUp({ step }) {
    return (0,location_outcome/* outcomeOf */.sG)(step, "failed", "an older run keeps writing over it: cancel that run, then run again");
}

;// CONCATENATED MODULE: ./build/apply/task-watcher.js


/** Milliseconds. Code loads in seconds to minutes: looking more often would not end sooner. */
const task_watcher_POLL_INTERVAL_MS = 5_000;
/** A task that one read does not show may be there in the next. */
const task_watcher_MISSING_MS = 15_000;
/** One poller for all one-off tasks of a cluster: however many there are, they are described together. */
class TaskWatcher {
    #watches = new Map();
    #polling = false;
    #dependencies;
    constructor(dependencies) {
        this.#dependencies = dependencies;
    }
    /** Resolves when the task has stopped, or when it no longer makes sense to wait. `deadline` in milliseconds. */
    untilStopped(arn, deadline) {
        return new Promise((finish) => {
            this.#watches.set(arn, { deadline, finish, seen: undefined, missingSince: undefined });
            if (!this.#polling)
                void this.#poll();
        });
    }
    async #poll() {
        const { clock, signal } = this.#dependencies;
        this.#polling = true;
        while (this.#watches.size > 0) {
            await clock.sleep(task_watcher_POLL_INTERVAL_MS, signal);
            if (signal.aborted)
                this.#endAll({ kind: "interrupted", reason: "the run was interrupted" });
            else
                await this.#lookOnce();
        }
        this.#polling = false;
    }
    async #lookOnce() {
        const { ecs, cluster } = this.#dependencies;
        try {
            const tasks = await ecs.describeTasks(cluster, [...this.#watches.keys()]);
            const byArn = new Map(tasks.map((task) => [task.taskArn, task]));
            for (const [arn, watch] of this.#watches)
                this.#judge(arn, watch, byArn.get(arn));
        }
        catch (error) {
            const reason = `the task could not be watched: ${(0,errors/* explainError */.UW)(error)}`;
            if ((0,aws_error_codes/* isCredentialsError */.B_)(error) || (0,aws_error_codes/* isAccessDenied */.w7)(error))
                this.#endAll({ kind: "lost", reason });
            for (const [arn, watch] of this.#watches)
                this.#endIfLate(arn, watch, { kind: "lost", reason });
        }
    }
    /** ECS may not show a task right after RunTask; one that it has shown before and shows no more has been forgotten. */
    #judge(arn, watch, task) {
        if (task?.lastStatus === "STOPPED") {
            this.#end(arn, watch, { kind: "stopped", task });
            return;
        }
        const now = this.#dependencies.clock.now();
        watch.missingSince = task === undefined ? (watch.missingSince ?? now) : undefined;
        if (watch.seen !== undefined && watch.missingSince !== undefined && now >= watch.missingSince + task_watcher_MISSING_MS) {
            this.#end(arn, watch, { kind: "lost", reason: "ECS does not know the task any more" });
            return;
        }
        watch.seen = task ?? watch.seen;
        this.#endIfLate(arn, watch, { kind: "timed-out", task: watch.seen });
    }
    #endIfLate(arn, watch, end) {
        if (this.#dependencies.clock.now() >= watch.deadline)
            this.#end(arn, watch, end);
    }
    #endAll(end) {
        for (const [arn, watch] of this.#watches)
            this.#end(arn, watch, end);
    }
    #end(arn, watch, end) {
        this.#watches.delete(arn);
        watch.finish(end);
    }
}

;// CONCATENATED MODULE: ./build/apply/apply-plan.js










/**
 * Locations that are written at the same time. Many, because AWS registers one revision a second and everything else
 * (services that drain, load checks) is to happen meanwhile; the adapter paces the calls themselves.
 */
const CONCURRENT_STEPS = 200;
/**
 * Carries out a plan: every location on its own, one failing does not stop the others. Writes nothing when a step
 * is blocked. Never rejects: whatever happens is in the outcome, in the order of the plan.
 */
async function applyPlan(input, ports) {
    const blocked = input.plan.steps.some(({ action }) => action === "blocked");
    if (blocked)
        return summarize(input.plan.steps.map(outcomeOfBlockedPlan));
    const { running, outcomes } = input.contest === undefined
        ? await applySteps(input, makeWork(input, ports))
        : await applyContested(input, ports, input.contest);
    const cleaned = await cleanUp(running, outcomes, input, ports);
    return summarize([...new Map([...outcomes, ...cleaned]).values()]);
}
/** Old revisions go only where the new one is proven; a newer run may be about to use any. */
async function cleanUp(running, outcomes, input, ports) {
    if (input.keepRevisions === undefined || [...outcomes.values()].some(({ status }) => status === "superseded")) {
        return new Map();
    }
    const proven = running.flatMap(({ step, isWatched }) => {
        const outcome = outcomes.get(step.service);
        const isProven = isWatched && step.action !== "delete" && outcome?.status === "succeeded";
        return isProven ? [{ step, outcome }] : [];
    });
    const cleaned = await cleanUpRevisions(proven, input.keepRevisions, input, ports);
    return new Map(cleaned.map((outcome) => [outcome.service, outcome]));
}
function summarize(locations) {
    return { locations, succeeded: locations.every(({ status }) => SUCCESSFUL.has(status)) };
}
const SUCCESSFUL = new Set(["succeeded", "unchanged", "started"]);
function outcomeOfBlockedPlan(step) {
    if (step.action === "blocked")
        return (0,location_outcome/* outcomeOf */.sG)(step, "blocked", step.reason.text);
    if (step.action === "none")
        return (0,location_outcome/* outcomeOf */.sG)(step, "unchanged", "nothing to do");
    return (0,location_outcome/* outcomeOf */.sG)(step, "skipped", "not begun: another location of the plan is blocked");
}
function makeWork(input, ports) {
    const watcher = new RolloutWatcher({
        cluster: input.plan.request.cluster,
        ecs: ports.ecs,
        clock: ports.clock,
        signal: input.signal,
        onProgress: input.onProgress,
        ...(input.onWaiting !== undefined && { onWaiting: input.onWaiting }),
    });
    const tasks = new TaskWatcher({
        cluster: input.plan.request.cluster,
        ecs: ports.ecs,
        clock: ports.clock,
        signal: input.signal,
    });
    const remover = new removal/* Remover */.t(input.plan.request.cluster, input, ports);
    return { input, ports: { ...ports, tasks, remover }, watcher, whenTaken: async () => undefined };
}
async function applySteps(input, work) {
    const running = await beginAll(input, work, undefined);
    return { running, outcomes: await outcomesOf(running) };
}
/** Beginning is bounded, watching is not: otherwise eight slow rollouts would hold up all others. */
function beginAll(input, work, contested) {
    return (0,concurrency/* mapConcurrently */.X2)(input.plan.steps, CONCURRENT_STEPS, (step) => beginStep(step, work, contested));
}
/**
 * The same among other runs: gives way to newer ones before each write, and looks afterwards whether an older one has
 * slipped in: once all is written at what is not watched, and once all rollouts have ended at everything.
 */
async function applyContested(input, ports, contest) {
    const { steps, request } = input.plan;
    const { source, deployment } = request;
    const turn = new apply_turn/* Turn */.u({ ...contest, source, deployment, services: input.services ?? new Map() });
    const guarded = guardPorts(ports, turn, {
        cluster: request.cluster,
        names: steps.map(({ service }) => service),
        registries: new Map(steps.flatMap(({ location, service }) => {
            const arn = input.registries.get(location);
            return arn === undefined ? [] : [[arn, service]];
        })),
        marks: input.runTags,
    });
    const contested = { contest, turn, current: new Map(), rewrites: new Map() };
    const work = {
        ...makeWork(input, guarded.ports),
        whenTaken: decideTaken(() => work, contested),
    };
    await announce(work, turn);
    const running = await beginAll(input, work, contested);
    const isContested = () => guarded.hasWritten() || turn.rivalSeen;
    const unwatched = await outcomesOf(running.filter(({ isWatched }) => !isWatched));
    const settled = isContested() ? await settle(unwatched, work, contested) : unwatched;
    const all = new Map([...(await outcomesOf(running)), ...settled]);
    const removed = isContested() ? await removeNewlyAbandoned(work, contested) : new Map();
    const ended = new Map([...all, ...removed]);
    const isOld = all.size > unwatched.size || removed.size > 0;
    return { running, outcomes: isOld && isContested() ? await settle(ended, work, contested) : ended };
}
/**
 * Marks one service that stays when nothing else of the plan would: what is removed takes its mark along, and an older
 * run would not know that it is one.
 */
async function announce({ input, ports }, turn) {
    const { steps } = input.plan;
    const marking = new Set(["create", "update", "replace", "redeploy"]);
    const removesOnly = steps.some(({ action }) => action === "delete") && !steps.some(({ action }) => marking.has(action));
    const serviceArn = steps.find(({ action }) => action === "none")?.base.serviceArn;
    if (serviceArn === undefined || input.signal.aborted || !(removesOnly || turn.rivalSeen))
        return;
    // What keeps this from being written keeps the steps too, and they say so.
    await ports.ecs.tagResource(serviceArn, input.runTags).catch(() => undefined);
}
async function outcomesOf(running) {
    return new Map(await Promise.all(running.map(async ({ step, ended }) => [step.service, await ended])));
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply),
  f: () => (/* binding */ missingImages)
});

// EXTERNAL MODULE: ./build/apply/apply-plan.js + 24 modules
var apply_plan = __webpack_require__(5431);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/plan/downgrade.js
var downgrade = __webpack_require__(5513);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(8816);
;// CONCATENATED MODULE: ./build/plan/parse-plan.js


/** The version of the plan's form that this program writes and reads. */
const FORMAT_VERSION = 1;
/** A plan from its file. Throws an ActionError (source user) when it is no plan, or one of another version. */
function parsePlan(text) {
    const value = parseJson(text);
    const version = schemas/* looseObject */._H3({ formatVersion: schemas/* unknown */.L5J() }).safeParse(value);
    if (version.success && version.data.formatVersion !== FORMAT_VERSION) {
        throw new errors/* ActionError */.lZ("plan-version", `The plan has format version ${JSON.stringify(version.data.formatVersion)}, and this program reads version ${FORMAT_VERSION}.`, { source: "user", hint: "Make the plan and apply it with the same version of the action." });
    }
    const plan = PLAN.safeParse(value);
    if (plan.success)
        return plan.data;
    const [issue] = plan.error.issues;
    throw notAPlan(`${issue?.path.join(".") || "the file"}: ${issue?.message ?? "unreadable"}`, plan.error);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw notAPlan("it is not JSON", error);
    }
}
function notAPlan(why, cause) {
    return new errors/* ActionError */.lZ("plan-invalid", `The plan file is not a plan (${why}).`, {
        source: "user",
        hint: "Give `plan-file` the file that the plan command wrote, unchanged.",
        cause,
    });
}
const JSON_VALUE = schemas/* json */.Pq9();
const SHOWN_VALUE = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("shown"), value: JSON_VALUE }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("hidden"), why: schemas/* string */.YjP() }),
]);
const IMPACT = schemas/* enum */.k5n(["none", "in-place", "rollout", "downtime", "removal"]);
const FIELD_CHANGE = schemas/* strictObject */.rej({
    resource: schemas/* enum */.k5n(["task-definition", "service", "cloud-map", "tags"]),
    path: schemas/* string */.YjP(),
    change: schemas/* enum */.k5n(["added", "removed", "changed"]),
    before: SHOWN_VALUE.exactOptional(),
    after: SHOWN_VALUE.exactOptional(),
    impact: IMPACT,
    sensitive: schemas/* boolean */.zMY(),
    outside: schemas/* boolean */.zMY().exactOptional(),
});
const STEP = schemas/* strictObject */.rej({
    location: schemas/* string */.YjP(),
    action: schemas/* enum */.k5n(["create", "update", "replace", "redeploy", "rollback", "delete", "none", "blocked"]),
    reason: schemas/* strictObject */.rej({ code: schemas/* string */.YjP(), text: schemas/* string */.YjP() }),
    service: schemas/* string */.YjP(),
    cluster: schemas/* string */.YjP(),
    family: schemas/* string */.YjP(),
    image: schemas/* strictObject */.rej({
        requested: schemas/* string */.YjP(),
        reference: schemas/* string */.YjP(),
        previous: schemas/* string */.YjP().exactOptional(),
        status: schemas/* string */.YjP(),
    })
        .exactOptional(),
    taskDefinition: schemas/* strictObject */.rej({ register: schemas/* boolean */.zMY(), reuse: schemas/* string */.YjP().exactOptional() }),
    base: schemas/* strictObject */.rej({
        serviceArn: schemas/* string */.YjP().exactOptional(),
        taskDefinitionArn: schemas/* string */.YjP().exactOptional(),
        ecsDeploymentId: schemas/* string */.YjP().exactOptional(),
    }),
    changes: schemas/* array */.YOg(FIELD_CHANGE),
    impact: IMPACT,
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()),
    fingerprints: schemas/* strictObject */.rej({ configuration: schemas/* string */.YjP(), full: schemas/* string */.YjP(), settings: schemas/* string */.YjP().exactOptional() })
        .exactOptional(),
    removal: schemas/* strictObject */.rej({
        identity: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()),
        cloudMapService: schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), arn: schemas/* string */.YjP(), name: schemas/* string */.YjP() }).exactOptional(),
        families: schemas/* array */.YOg(schemas/* string */.YjP()),
        usedElsewhere: schemas/* array */.YOg(schemas/* string */.YjP()),
    })
        .exactOptional(),
});
const PLAN = schemas/* strictObject */.rej({
    formatVersion: schemas/* literal */.euz(FORMAT_VERSION),
    request: schemas/* strictObject */.rej({
        deployment: schemas/* string */.YjP(),
        kind: schemas/* enum */.k5n(["full", "branch"]),
        pullRequest: schemas/* number */.aig().exactOptional(),
        organization: schemas/* string */.YjP().nullable(),
        cluster: schemas/* string */.YjP(),
        region: schemas/* string */.YjP(),
        account: schemas/* string */.YjP(),
        source: schemas/* string */.YjP(),
        commit: schemas/* string */.YjP().nullable(),
    }),
    steps: schemas/* array */.YOg(STEP),
    notSelected: schemas/* array */.YOg(schemas/* string */.YjP()),
});

// EXTERNAL MODULE: ./build/normalize/canonical-json.js
var canonical_json = __webpack_require__(9769);
;// CONCATENATED MODULE: ./build/plan/stale.js

/**
 * Why a saved plan must not be carried out now: one sentence for each difference between what it was made on and
 * what is there. Empty when both would do the same.
 */
function comparePlans(saved, current) {
    const request = ["deployment", "kind", "cluster", "region", "account", "source", "organization"]
        .filter((key) => saved.request[key] !== current.request[key])
        .map((key) => `the saved plan is for ${key} ${saved.request[key]}, this run for ${current.request[key]}`);
    const currentSteps = new Map(current.steps.map((step) => [step.location, step]));
    const savedNames = new Set(saved.steps.map(({ location }) => location));
    return [
        ...request,
        ...saved.steps.flatMap((step) => compareSteps(step, currentSteps.get(step.location), current.notSelected)),
        ...current.steps
            .filter(({ location }) => !savedNames.has(location))
            .map(({ location }) => `"${location}" is not in the saved plan`),
    ];
}
function compareSteps(saved, current, notSelected) {
    const name = `"${saved.location}"`;
    if (notSelected.includes(saved.location))
        return [`${name} is in the saved plan, but is not selected in this run`];
    if (current === undefined)
        return [`${name} is in the saved plan, but not in the configuration any more`];
    const moved = ["serviceArn", "taskDefinitionArn", "ecsDeploymentId"].filter((key) => saved.base[key] !== current.base[key]);
    if (moved.length > 0) {
        const facts = moved.map((key) => `${key} was ${saved.base[key] ?? "none"}, is ${current.base[key] ?? "none"}`);
        return [`${name} has moved since the plan: ${facts.join("; ")}`];
    }
    const otherAction = `${name} would be "${current.action}" now, not "${saved.action}"`;
    // What is to be removed has no configuration to compare.
    if ((saved.action === "delete") !== (current.action === "delete"))
        return [otherAction];
    if (saved.fingerprints?.configuration !== current.fingerprints?.configuration) {
        return [`${name} is configured differently from what was planned`];
    }
    if (saved.fingerprints?.full !== current.fingerprints?.full) {
        return [
            `${name} has another image than was planned: ${saved.image?.reference} then, ${current.image?.reference} now`,
        ];
    }
    if (saved.action !== current.action)
        return [otherAction];
    return compareChanges(name, saved.changes, current.changes);
}
/** What differs is as much part of a plan as what is done: somebody may have changed the service in between. */
function compareChanges(name, saved, current) {
    const keyOf = ({ resource, path }) => `${resource} ${path}`;
    const planned = new Map(saved.map((change) => [keyOf(change), change]));
    const found = new Map(current.map((change) => [keyOf(change), change]));
    const kept = current.filter((change) => planned.has(keyOf(change)));
    return [
        ...current
            .filter((change) => !planned.has(keyOf(change)))
            .map(({ path }) => `${name} would change ${path}, which the saved plan does not`),
        ...kept
            .filter((change) => textOf(change) !== textOf(planned.get(keyOf(change))))
            .map(({ path }) => `${name} would change ${path} otherwise than the saved plan does`),
        ...saved
            .filter((change) => !found.has(keyOf(change)))
            .map(({ path }) => `${name} would not change ${path} any more, as the saved plan does`),
    ];
}
function textOf(change) {
    // A change holds nothing that JSON cannot carry, but its optional members keep it from being a JsonValue.
    return (0,canonical_json/* canonicalJson */.dj)((change ?? null));
}

// EXTERNAL MODULE: ./build/commands/agent-configuration.js + 14 modules
var agent_configuration = __webpack_require__(2491);
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
// EXTERNAL MODULE: ./build/commands/prepare.js + 4 modules
var prepare = __webpack_require__(1967);
// EXTERNAL MODULE: ./build/commands/trusted-event.js
var trusted_event = __webpack_require__(2381);
// EXTERNAL MODULE: ./build/commands/validate.js
var validate = __webpack_require__(7541);
;// CONCATENATED MODULE: ./build/commands/apply.js














/** Plans, carries the plan out, and watches it to its end. Nothing is written before every location has passed. */
async function apply(context) {
    const { inputs } = context;
    (0,trusted_event/* refuseUntrusted */.zd)(context.event, "apply");
    const savedPlan = await readSavedPlan(context);
    const agent = await (0,agent_configuration/* readAgentConfiguration */.A)(context);
    const configuration = await (0,load_configuration/* loadConfiguration */.vF)(context, { missingSeverity: "error", needsDeployment: true, agent });
    const findings = (0,validate/* findingsOf */.WX)(configuration, inputs.strict);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,validate/* hasErrors */.Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const ports = await (0,aws_connection/* connectAws */.o)(context, launcher);
    const run = await (0,prepare/* preparePlan */.HY)({ context, configuration, launcher, ports, mode: "apply" });
    const reasons = [
        ...(0,plan/* failedChecks */.H)(run.preflight),
        // With `verify` the checks have said so already.
        ...(inputs.verify ? [] : missingImages(run.desired)),
        ...(0,plan/* blockedSteps */.e)(run.plan),
        ...(inputs.allowDowngrade ? [] : (0,downgrade/* refuseDowngrade */.Km)(run.plan, run.base?.services.values() ?? [], (0,own_run/* ownRun */.S)(context))),
        ...(savedPlan === undefined ? [] : comparePlans(savedPlan, run.plan)),
    ];
    if (reasons.length > 0)
        return { kind: "refused", findings, run, reasons: [...new Set(reasons)] };
    await context.onApply(run);
    const outcome = await (0,apply_plan/* applyPlan */.g)({
        ...(0,carry_out_input/* carryOutInput */.w)(run, launcher, context),
        services: run.base?.services ?? new Map(),
        ...(0,own_run/* contestOf */.U)(run, context),
        keepRevisions: inputs.keepRevisions,
    }, { ...ports, clock: context.clock });
    return { kind: "applied", findings, run, outcome };
}
async function readSavedPlan(context) {
    const path = context.inputs.planFile;
    if (path === undefined)
        return undefined;
    const bytes = await context.files.read(path);
    if (bytes !== undefined)
        return parsePlan(new TextDecoder().decode(bytes));
    throw new errors/* ActionError */.lZ("plan-file-missing", `There is no plan file ${path}.`, {
        source: "user",
        hint: "Run `command: plan` with the same `plan-file` first, and bring the file along.",
    });
}
/** A missing image is a warning in a plan; an apply needs it now. */
function missingImages(desired) {
    return desired
        .filter(({ image }) => image.status === "missing")
        .map(({ name, image }) => `"${name}": the image ${image.requested} is not in ECR; push it before this step`);
}


/***/ }),

/***/ 8934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ carryOutInput)
});

// EXTERNAL MODULE: ./build/model/run-order.js
var run_order = __webpack_require__(9154);
// EXTERNAL MODULE: ./build/model/task-definition-arn.js
var task_definition_arn = __webpack_require__(4137);
// EXTERNAL MODULE: ./build/plan/fingerprint.js
var fingerprint = __webpack_require__(802);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __webpack_require__(2867);
;// CONCATENATED MODULE: ./build/report/waiting.js


/** Names that a line can hold. */
const MOST_NAMES = 4;
/**
 * One line that says what is being waited for, since when in seconds, for example
 * `25 s: waiting for 2 code locations: etl, web (0 of 1 tasks running)`.
 */
function renderWaiting(waiting, seconds) {
    const byProgress = new Map();
    for (const { location, progress } of waiting)
        byProgress.set(progress, [...(byProgress.get(progress) ?? []), location]);
    const groups = Array.from(byProgress, ([progress, names]) => `${(0,wording/* nameFirst */.MX)(names, MOST_NAMES)} (${progress})`);
    const count = waiting.length === 1 ? "" : `${(0,wording/* countOf */.pq)(waiting.length, "code location")}: `;
    return (0,report_escape/* defuseWorkflowCommands */.yg)((0,report_escape/* showInvisible */.jQ)(`${(0,wording/* describeDuration */.MB)(seconds)}: waiting for ${count}${groups.join("; ")}`));
}

;// CONCATENATED MODULE: ./build/commands/carry-out-input.js




/** What carrying out any plan needs of its run: the plan with what it names, the run's marks, how long to wait, where to report. */
function carryOutInput(run, launcher, context) {
    const { inputs } = context;
    return {
        plan: run.plan,
        desired: new Map(run.desired.map((location) => [location.name, location])),
        unfinished: run.unfinished,
        unmarked: run.unmarked,
        registries: run.registries,
        runTags: (0,run_order/* runTags */.He)(context.event),
        formatFingerprint: (arn, full) => (0,fingerprint/* formatFingerprintTag */.C3)((0,task_definition_arn/* parseTaskDefinitionArn */.t)(arn)?.revision ?? 0, full),
        loadCheck: inputs.loadCheck,
        wait: inputs.wait,
        rolloutTimeoutMs: inputs.waitTimeoutMinutes === undefined ? undefined : inputs.waitTimeoutMinutes * 60_000,
        namespaceId: launcher.serviceDiscoveryNamespaceId,
        namespaceName: run.namespaceName,
        redact: run.redact,
        onProgress: (location, text) => context.onProgress(`${location}: ${text}`),
        onWaiting: (waiting, seconds) => context.onProgress(renderWaiting(waiting, seconds)),
        signal: context.signal,
    };
}


/***/ }),

/***/ 8643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownRun),
/* harmony export */   U: () => (/* binding */ contestOf)
/* harmony export */ });
/* harmony import */ var _model_run_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9154);
/* harmony import */ var _plan_downgrade_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5513);


/** This run's place among all runs; undefined on a terminal. */
function ownRun({ event }) {
    return (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)((0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .runTags */ .He)(event));
}
/** How this run stands to others; nothing for one without a place among them, and for one that may overwrite any. */
function contestOf(run, context) {
    const own = ownRun(context);
    if (own === undefined || run.base === undefined || context.inputs.allowDowngrade)
        return {};
    const { services, ...again } = run.base;
    const rivalSeen = [...services.values()].some((service) => {
        const mark = (0,_plan_downgrade_js__WEBPACK_IMPORTED_MODULE_1__/* .isHalfWritten */ .Hm)(service) ? (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)(service.tags) : undefined;
        return mark !== undefined && (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareRuns */ .qB)(mark, own) < 0;
    });
    return { contest: { own, rivalSeen, ...again } };
}


/***/ }),

/***/ 3996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ failedChecks),
/* harmony export */   e: () => (/* binding */ blockedSteps),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _plan_downgrade_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5513);
/* harmony import */ var _plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6662);
/* harmony import */ var _agent_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2491);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(139);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4599);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8643);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1967);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7541);








/** Reports what an apply would do. Writes nothing to AWS. */
async function plan(context) {
    const agent = await (0,_agent_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .readAgentConfiguration */ .A)(context);
    const configuration = await (0,_load_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .loadConfiguration */ .vF)(context, { missingSeverity: "error", needsDeployment: true, agent });
    const findings = (0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsOf */ .WX)(configuration, context.inputs.strict);
    const launcher = configuration.deploymentConfig?.launcher;
    if ((0,_validate_js__WEBPACK_IMPORTED_MODULE_6__/* .hasErrors */ .Cs)(findings) || launcher === undefined)
        return { kind: "invalid", findings };
    const ports = await (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .connectAws */ .o)(context, launcher);
    const prepared = await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_5__/* .preparePlan */ .HY)({ context, configuration, launcher, ports, mode: "plan" });
    const run = { ...prepared, plan: warnOfDowngrade(prepared, context) };
    if (context.inputs.planFile !== undefined)
        await context.files.write(context.inputs.planFile, (0,_plan_plan_json_js__WEBPACK_IMPORTED_MODULE_7__/* .serializePlan */ .S)(run.plan));
    return { kind: "planned", findings, run, failures: [...failedChecks(run.preflight), ...blockedSteps(run.plan)] };
}
/** What a pull request's run plans another run will apply. */
function warnOfDowngrade({ plan, base }, context) {
    if (base === undefined || context.event?.pullRequest !== undefined)
        return plan;
    return (0,_plan_downgrade_js__WEBPACK_IMPORTED_MODULE_0__/* .warnOfNewerRuns */ .dv)(plan, base.services, (0,_own_run_js__WEBPACK_IMPORTED_MODULE_4__/* .ownRun */ .S)(context));
}
/** One sentence per location that must not be touched. */
function blockedSteps(plan) {
    return plan.steps
        .filter(({ action }) => action === "blocked")
        .map(({ location, reason }) => `"${location}": ${reason.text}`);
}
/** One sentence per check that failed. */
function failedChecks(preflight) {
    return preflight
        .filter(({ status }) => status === "FAIL")
        .map(({ subject, target, message }) => `${subject} ${target}: ${message ?? "failed"}`);
}


/***/ }),

/***/ 4519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ movesRevision)
/* harmony export */ });
/** True when a step puts the service on another revision than the one it runs. */
function movesRevision({ taskDefinition }) {
    return taskDefinition.register || taskDefinition.reuse !== undefined;
}


/***/ }),

/***/ 5513:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ isHalfWritten),
/* harmony export */   Km: () => (/* binding */ refuseDowngrade),
/* harmony export */   LL: () => (/* binding */ refuseLateChange),
/* harmony export */   dv: () => (/* binding */ warnOfNewerRuns)
/* harmony export */ });
/* unused harmony export findNewerRun */
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5909);
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4519);
/* harmony import */ var _model_run_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9154);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(741);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(802);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10);






/** The newest run that wrote one of the services of this source and deployment, if it is newer than this run. */
function findNewerRun(services, request, own) {
    if (own === undefined)
        return undefined;
    let newest;
    for (const { name, tags } of services) {
        const run = isOf(tags, request) ? (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .readRunMark */ .rK)(tags) : undefined;
        if (run !== undefined && (0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .compareRuns */ .qB)(run, newest?.run ?? own) > 0)
            newest = { run, service: name };
    }
    return newest;
}
/** Why a plan must not be carried out by this run: one sentence, or none when no newer run has deployed. */
function refuseDowngrade(plan, services, own) {
    const advice = "Run the newest commit again instead; to go back on purpose, use `command: rollback`, or set `allow-downgrade: true`";
    return (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .hasChanges */ .i)(plan) ? refuseAfterNewer(plan, services, own, advice) : [];
}
/**
 * The same for a plan that puts services on another revision, such as a `rollback` that is run again after a newer
 * run has deployed. New tasks of what runs already take nothing back.
 */
function refuseLateChange(plan, services, own) {
    const moved = new Set(plan.steps.flatMap((step) => ((0,_model_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .movesRevision */ .M)(step) ? [step.service] : [])));
    const advice = "Start a new run to change what runs now, or set `allow-downgrade: true`";
    const written = services.filter(({ name }) => moved.has(name));
    return refuseAfterNewer(plan, written, own, advice);
}
function refuseAfterNewer({ request }, services, own, advice) {
    const newer = findNewerRun(services, request, own);
    if (newer === undefined || own === undefined)
        return [];
    return [
        `a newer run has deployed "${request.deployment}" already: ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(newer.run)} wrote the service ${newer.service}, and this is ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(own)}. ${advice}`,
    ];
}
/** The plan with a warning at each location that a newer run has written. */
function warnOfNewerRuns(plan, services, own) {
    const steps = plan.steps.map((step) => {
        const service = services.get(step.service);
        const newer = service && findNewerRun([service], plan.request, own);
        if (newer === undefined)
            return step;
        const warning = `A newer run has deployed this location: ${(0,_model_run_order_js__WEBPACK_IMPORTED_MODULE_0__/* .describeRun */ .vZ)(newer.run)}. An apply of this run is refused without \`allow-downgrade\`.`;
        return { ...step, warnings: [...step.warnings, warning] };
    });
    return { ...plan, steps };
}
/**
 * True when a run has written the tags of a service but not (yet) done to it what they say: it was cut short, or is at
 * work right now.
 */
function isHalfWritten({ tags, taskDefinitionArn }) {
    const fingerprint = tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_FINGERPRINT */ .kr];
    if (fingerprint === undefined)
        return false;
    const named = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFingerprintTag */ .Yz)(fingerprint);
    return named === undefined || !(0,_model_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .lastSegment */ .mp)(taskDefinitionArn).endsWith(`:${named.revision}`);
}
function isOf(tags, request) {
    return tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_SOURCE */ .Ph] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(request.source) && tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .TAG_DEPLOYMENT */ .$c] === (0,_model_tags_js__WEBPACK_IMPORTED_MODULE_1__/* .tagValue */ .EZ)(request.deployment);
}


/***/ }),

/***/ 6662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ serializePlan)
/* harmony export */ });
/* harmony import */ var _normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9769);

/** The plan as a file: the same bytes for the same plan. */
function serializePlan(plan) {
    // A plan holds nothing that JSON cannot carry, but its optional members keep it from being a JsonObject.
    return `${(0,_normalize_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(plan, 2)}\n`;
}


/***/ }),

/***/ 10:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ summarizePlan),
/* harmony export */   i: () => (/* binding */ hasChanges)
/* harmony export */ });
/** Counts the steps of a plan by action. */
function summarizePlan(plan) {
    const counts = {
        create: 0,
        update: 0,
        replace: 0,
        redeploy: 0,
        rollback: 0,
        delete: 0,
        none: 0,
        blocked: 0,
    };
    for (const { action } of plan.steps)
        counts[action] += 1;
    return counts;
}
/** True when a plan is not empty. A blocked step counts: what should exist does not. */
function hasChanges(plan) {
    return plan.steps.some(({ action }) => action !== "none");
}


/***/ })

};
