export const id = 745;
export const ids = [745];
export const modules = {

/***/ 3745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/live/check.js
var check = __webpack_require__(8607);
;// CONCATENATED MODULE: ./build/live/earlier-revision.js
/** Revisions of one family are mostly of one owner: the first is the one, or something is amiss. */
const MOST_LOOKED_AT = 20;
/**
 * The newest revision of the same family below this one whose tags say that it is ours: an ACTIVE one before any
 * INACTIVE one. Whether it ever worked, nobody knows.
 */
async function findEarlierRevision(running, isOurs, ecs) {
    for (const status of ["ACTIVE", "INACTIVE"]) {
        const arns = await ecs.listTaskDefinitions(running.family, status);
        const earlier = arns
            .map((arn) => ({ arn, revision: revisionOf(arn) }))
            .filter(({ revision }) => revision < running.revision)
            .toSorted((one, other) => other.revision - one.revision);
        for (const { arn } of earlier.slice(0, MOST_LOOKED_AT)) {
            const definition = await ecs.describeTaskDefinition(arn, { withTags: true });
            if (definition !== undefined && isOurs(definition.tags ?? {}))
                return definition;
        }
    }
    return undefined;
}
function revisionOf(arn) {
    return Number(arn.slice(arn.lastIndexOf(":") + 1));
}

// EXTERNAL MODULE: ./build/model/aws-error-codes.js
var aws_error_codes = __webpack_require__(5459);
;// CONCATENATED MODULE: ./build/live/service-history.js


/** As many service revisions as one call describes; the wanted one is mostly among the newest. */
const ROLLOUTS_AT_ONCE = 20;
/** ECS makes the first rollout of a service with the service itself. */
const FIRST_ROLLOUT_WITHIN_MS = 60 * 60 * 1_000;
/** A first rollout may bear a time a little before its service's. */
const CLOCK_TOLERANCE_MS = 60 * 1_000;
/**
 * What ECS remembers of the rollouts of a service, from the newest back to the first successful one of another
 * revision than the one that runs. A missing permission is no error; any other is.
 */
async function readServiceHistory(cluster, service, ecs) {
    try {
        const createdAt = service.description.createdAt?.getTime();
        const briefs = await ecs.listServiceDeployments(cluster, service.name, 
        // A service of this name that was deleted is another one.
        createdAt === undefined ? {} : { createdAfter: new Date(createdAt - CLOCK_TOLERANCE_MS) });
        const newestFirst = briefs.toSorted((one, other) => timeOf(other) - timeOf(one));
        const oldest = newestFirst.at(-1);
        const isComplete = oldest !== undefined && createdAt !== undefined && timeOf(oldest) - createdAt < FIRST_ROLLOUT_WITHIN_MS;
        const rollouts = await readRollouts(newestFirst, service.taskDefinitionArn, ecs);
        return { kind: "read", history: { rollouts, isComplete } };
    }
    catch (error) {
        if (!(0,aws_error_codes/* isAccessDenied */.w7)(error))
            throw error;
        return { kind: "denied", reason: error.message };
    }
}
async function readRollouts(newestFirst, runningArn, ecs) {
    const rollouts = [];
    for (const briefs of (0,concurrency/* chunk */.iv)(newestFirst, ROLLOUTS_AT_ONCE)) {
        const revisions = await ecs.describeServiceRevisions([
            ...new Set(briefs.flatMap(({ targetServiceRevisionArn }) => targetServiceRevisionArn ?? [])),
        ]);
        const definitions = new Map(revisions.map((revision) => [revision.serviceRevisionArn, revision.taskDefinition]));
        rollouts.push(...briefs.map((brief) => toRollout(brief, definitions.get(brief.targetServiceRevisionArn))));
        const isFound = rollouts.some(({ status, taskDefinitionArn }) => status === "SUCCESSFUL" && taskDefinitionArn !== runningArn);
        if (isFound)
            break;
    }
    return rollouts;
}
function toRollout(brief, taskDefinitionArn) {
    return {
        status: brief.status ?? "",
        createdAt: timeOf(brief),
        ...(taskDefinitionArn !== undefined && { taskDefinitionArn }),
    };
}
function timeOf({ createdAt }) {
    return createdAt?.getTime() ?? 0;
}

// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/model/run-order.js
var run_order = __webpack_require__(9154);
// EXTERNAL MODULE: ./build/plan/decision.js + 2 modules
var decision = __webpack_require__(3548);
;// CONCATENATED MODULE: ./build/plan/earlier-rollback.js



/**
 * After an interruption the last change is the rollback itself, and going back from there would undo it: what still
 * goes on is watched instead, and a further attempt of one run repeats nothing that was done. Undefined when there is
 * nothing of the kind.
 */
function findEarlierRollback(service, run) {
    if (!(0,model_tags/* isRollbackTo */.M9)(service.tags[model_tags/* TAG_ROLLBACK */.UJ], service.taskDefinitionArn))
        return undefined;
    const state = (0,decision/* primaryDeploymentOf */.b8)(service)?.rolloutState;
    if (state === "IN_PROGRESS")
        return "going-on";
    if (!isEarlierAttempt(service, run))
        return undefined;
    return state === "FAILED" ? "failed" : "done";
}
/** True when an earlier attempt of the run wrote the service last. Runs of other workflows may have its number. */
function isEarlierAttempt({ tags }, run) {
    const mark = (0,run_order/* readRunMark */.rK)(tags);
    if (mark === undefined || run === undefined)
        return false;
    const isSame = mark.runId === undefined ? mark.runNumber === run.runNumber : mark.runId === run.runId;
    return isSame && mark.attempt < run.runAttempt;
}

// EXTERNAL MODULE: ./build/plan/ownership.js
var ownership = __webpack_require__(959);
;// CONCATENATED MODULE: ./build/plan/previous-revision.js
/**
 * The revision of the newest successful rollout of another revision than the one that runs. A rollout that failed,
 * was stopped or was undone does not count, nor do new tasks of the same revision. A rollback is a change like any
 * other: after one, this is what it was a rollback of.
 */
function choosePreviousRevision(runningArn, history) {
    const newestFirst = history.rollouts.toSorted((one, other) => other.createdAt - one.createdAt);
    const undone = [];
    let sawRunning = false;
    for (const rollout of newestFirst) {
        const { taskDefinitionArn: arn } = rollout;
        if (arn === runningArn)
            sawRunning = true;
        else if (rollout.status === "SUCCESSFUL") {
            return arn === undefined ? { kind: "unknown", undone } : { kind: "found", taskDefinitionArn: arn, undone };
        }
        else if (!sawRunning && arn !== undefined && wasUndone(rollout))
            undone.push(arn);
    }
    return { kind: history.isComplete ? "none" : "unknown", undone };
}
/**
 * True when the running revision has been rolled out successfully since any other was: what is still rolled out of it
 * are new tasks.
 */
function isRolledOut(runningArn, { rollouts }) {
    const newestFirst = rollouts.toSorted((one, other) => other.createdAt - one.createdAt);
    const decisive = newestFirst.find(({ taskDefinitionArn, status }) => taskDefinitionArn !== runningArn || status === "SUCCESSFUL");
    return decisive?.taskDefinitionArn === runningArn;
}
function wasUndone({ status }) {
    return status.startsWith("ROLLBACK_");
}

// EXTERNAL MODULE: ./build/plan/revision-content.js
var revision_content = __webpack_require__(569);
// EXTERNAL MODULE: ./build/report/image-text.js
var image_text = __webpack_require__(3488);
// EXTERNAL MODULE: ./build/commands/obtain-revision.js
var obtain_revision = __webpack_require__(6246);
// EXTERNAL MODULE: ./build/commands/revision-run.js + 6 modules
var revision_run = __webpack_require__(1865);
;// CONCATENATED MODULE: ./build/commands/rollback.js














const LOCATIONS_AT_ONCE = 8;
/** Puts each selected location back on the revision it ran before its last change. */
async function rollback(context) {
    const { imageTag, images } = context.inputs;
    if (imageTag !== undefined || images.size > 0) {
        throw new errors/* ActionError */.lZ("rollback-with-image", "An image is given, but a rollback takes that of the old revision.", {
            source: "user",
            hint: "Remove image-tag and images, or use `command: redeploy` to run another image.",
        });
    }
    return (0,revision_run/* changeRevisions */.n)(context, async (locations, { ecs }, cluster) => ({
        decisions: await (0,concurrency/* mapConcurrently */.X2)(locations, LOCATIONS_AT_ONCE, (location) => decide(location, { cluster, event: context.event, ecs })),
        images: new Map(),
    }));
}
async function decide(location, { cluster, event, ecs }) {
    const earlier = findEarlierRollback(location.service, event);
    const readHistory = (0,check/* once */.Oo)(() => readServiceHistory(cluster, location.service, ecs));
    const begun = await goOnFromEarlier(location, earlier, readHistory);
    if (begun !== undefined)
        return begun;
    const found = await findPrevious(location, await readHistory(), cluster, ecs);
    if (found.kind === "refused")
        return found;
    const { target, warnings } = found;
    const name = nameOf(target);
    if (target.status === "DELETE_IN_PROGRESS")
        return targetGone(name, "is being deleted");
    const content = (0,revision_content/* readRevision */.M7)(target, location.known);
    if (content === undefined)
        return refused("no-code-server", `The revision ${name} has no code server in it.`);
    const image = (0,revision_content/* imageOfRevision */.G9)(content);
    const taskDefinition = await (0,obtain_revision/* obtainRevision */.b)(target, content, cluster, ecs);
    if (taskDefinition.reuse === location.running.arn) {
        return nothingToGoBackTo(`Before the last change it ran ${name}, which is the same as ${nameOf(location.running)}.`);
    }
    return {
        kind: "change",
        change: {
            action: "rollback",
            reason: explain(location, target),
            taskDefinition,
            warnings,
        },
        content,
        image: { requested: image, reference: image, status: "registered" },
        commit: target.tags?.[model_tags/* TAG_COMMIT */.rJ],
    };
}
async function goOnFromEarlier(location, earlier, readHistory) {
    const name = nameOf(location.running);
    switch (earlier) {
        case undefined:
            return undefined;
        case "going-on": {
            const read = await readHistory();
            if (read.kind === "read" && isRolledOut(location.running.arn, read.history))
                return undefined;
            const text = `A rollback to ${name} is going on already: it is watched to its end.`;
            return stayOn(location, { action: "rollback", reason: { code: "rollback-going-on", text }, isGoingOn: true });
        }
        case "done": {
            const text = `This run has put it back on ${name} already.`;
            return stayOn(location, { action: "none", reason: { code: "rollback-done", text } });
        }
        case "failed": {
            const text = `The rollback of this run to ${name} failed: it is started again.`;
            return stayOn(location, { action: "rollback", reason: { code: "rollback-failed", text } });
        }
    }
}
function stayOn({ content, image, service }, how) {
    const { action, reason, isGoingOn } = how;
    return {
        kind: "change",
        change: {
            action,
            reason,
            taskDefinition: { register: false },
            // What nothing is done about is told as a warning only.
            warnings: action === "none" ? [reason.text] : [],
        },
        content,
        image: { requested: image, reference: image, status: "registered" },
        commit: service.tags[model_tags/* TAG_COMMIT */.rJ],
        ...(isGoingOn === true && { isGoingOn }),
    };
}
async function findPrevious(location, read, cluster, ecs) {
    const { service, running } = location;
    if (read.kind === "denied") {
        return findByNumber(location, `cannot be read: ${read.reason.replace(/\.$/, "")}`, cluster, ecs);
    }
    const previous = choosePreviousRevision(service.taskDefinitionArn, read.history);
    const [undone] = previous.undone;
    switch (previous.kind) {
        case "unknown":
            return findByNumber(location, "does not go back to the last change", cluster, ecs);
        case "none": {
            const last = undone === undefined ? "" : ` ECS has undone the change to ${(0,model_arn/* lastSegment */.mp)(undone)} already.`;
            return nothingToGoBackTo(`It has never run another revision than ${nameOf(running)} successfully.${last}`);
        }
        case "found": {
            const arn = previous.taskDefinitionArn;
            const target = await ecs.describeTaskDefinition(arn, { withTags: true });
            if (target === undefined)
                return targetGone((0,model_arn/* lastSegment */.mp)(arn), "does not exist any more");
            return { kind: "found", target, warnings: undone === undefined ? [] : [warnAboutUndone(undone, arn)] };
        }
    }
}
function warnAboutUndone(undone, target) {
    const name = (0,model_arn/* lastSegment */.mp)(undone);
    return undone === target
        ? `A rollback to ${name} failed already, and ECS has undone it: this tries it again.`
        : `The last change, to ${name}, failed and ECS has undone it already: this goes back one change further.`;
}
/** Without ECS's record the number of a revision is all there is: nobody knows which of them worked. */
async function findByNumber(location, why, cluster, ecs) {
    const { running, identityTags } = location;
    const isOurs = (tags) => (0,ownership/* ownershipOf */.VL)(tags, identityTags).owner === "us" && !(0,model_tags/* isOfOtherCluster */.wf)(tags, cluster);
    const target = await findEarlierRevision(running, isOurs, ecs);
    if (target === undefined) {
        return nothingToGoBackTo(`ECS's record of its rollouts ${why}, and no revision before ${nameOf(running)} is ours.`);
    }
    const warning = `ECS's record of its rollouts ${why}. ${nameOf(target)} is the revision before by its number; whether it ever worked is not known.`;
    return { kind: "found", target, warnings: [warning] };
}
function explain({ running, service }, target) {
    const commit = target.tags?.[model_tags/* TAG_COMMIT */.rJ];
    const of = commit === undefined ? "" : ` (commit ${(0,image_text/* shortenHash */.Mo)(commit)})`;
    const anew = target.status === "ACTIVE" ? "" : " It is deregistered: its content is registered anew.";
    const isForward = (0,model_tags/* isRollbackTo */.M9)(service.tags[model_tags/* TAG_ROLLBACK */.UJ], running.arn) ||
        (target.family === running.family && target.revision > running.revision);
    return isForward
        ? {
            code: "rollback-forward",
            text: `The last change went back to ${nameOf(running)}: this goes forward again, to ${nameOf(target)}${of}.${anew}`,
        }
        : { code: "rollback", text: `Back to ${nameOf(target)}${of}, which it ran before the last change.${anew}` };
}
function nameOf({ family, revision }) {
    return `${family}:${revision}`;
}
function refused(code, text) {
    return { kind: "refused", reason: { code, text } };
}
function nothingToGoBackTo(why) {
    return refused("nothing-to-go-back-to", `There is nothing to go back to. ${why}`);
}
function targetGone(name, how) {
    return refused("previous-revision-gone", `It ran ${name} before the last change, but that revision ${how}: apply the configuration of then instead.`);
}


/***/ })

};
