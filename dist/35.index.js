export const id = 35;
export const ids = [35];
export const modules = {

/***/ 2631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ findBranchSite)
/* harmony export */ });
/* harmony import */ var _config_agent_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1261);
/* harmony import */ var _config_agent_literals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6647);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);
/* harmony import */ var _model_arn_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5909);
/* harmony import */ var _agent_configuration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2491);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(139);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4599);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1967);
/* harmony import */ var _redaction_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(866);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4266);










/** Default of `server_task_definition_prefix`, for where no configuration says otherwise. */
const FAMILY_PREFIX = "server";
/**
 * Finds out where to look. The pull request that closes has no checkout: `cluster` and a region are enough, and a
 * configuration only adds to it. Findings with errors when that is not enough.
 */
async function findBranchSite(context) {
    const { inputs } = context;
    const repository = await (0,_source_js__WEBPACK_IMPORTED_MODULE_8__/* .repositoryOf */ ._)(context);
    if (repository === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("repository-missing", "Nothing says which repository the branch deployments are of.", {
            source: "user",
            hint: "Run in a clone with a remote `origin`, or set GITHUB_REPOSITORY to owner/repo.",
        });
    }
    const configuration = await readConfiguration(context);
    const { launcher, findings } = configuration;
    const cluster = inputs.cluster === undefined ? launcher?.cluster : (0,_model_arn_js__WEBPACK_IMPORTED_MODULE_9__/* .lastSegment */ .mp)(inputs.cluster);
    if (cluster === undefined) {
        if (findings.problems.length > 0)
            return findings;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("cluster-missing", "Nothing says in which ECS cluster the branch deployments are.", {
            source: "user",
            hint: "Give `cluster`, or the per-deployment configuration (`dagster-yaml` or `agent-service`).",
        });
    }
    const ports = await (0,_aws_connection_js__WEBPACK_IMPORTED_MODULE_4__/* .connectAws */ .o)(context, launcher);
    const { account } = await ports.identity.callerIdentity();
    (0,_prepare_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseOtherCluster */ .t_)(inputs.cluster, ports.region, account);
    return {
        repository,
        cluster,
        account,
        ports,
        namespaceId: launcher?.serviceDiscoveryNamespaceId,
        familyPrefix: `${launcher?.serverTaskDefinitionPrefix ?? FAMILY_PREFIX}_`,
        environmentTexts: configuration.environmentTexts,
        // What is wrong with a file that is not needed does not stop a removal.
        findings: { ...findings, problems: findings.problems.map((problem) => ({ ...problem, severity: "warning" })) },
    };
}
async function readConfiguration(context) {
    const { inputs, files, environment } = context;
    const agent = await (0,_agent_configuration_js__WEBPACK_IMPORTED_MODULE_3__/* .readAgentConfiguration */ .A)(context);
    const path = inputs.dagsterYaml ?? _load_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .DEPLOYMENT_FILE */ .zf;
    const found = agent === undefined ? await files.read(path) : undefined;
    const isMeant = found !== undefined && (inputs.dagsterYaml !== undefined || (0,_config_agent_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isMeantForEcsAgent */ .v)({ path, bytes: found }));
    const bytes = isMeant ? found : undefined;
    const { config, environmentTexts, literals, problems, sources } = (0,_load_configuration_js__WEBPACK_IMPORTED_MODULE_5__/* .readDeployment */ .iJ)(agent ?? (bytes && { path, bytes }), {
        stepEnvironment: environment,
        unresolved: "warning",
        agent: agent?.environment,
    });
    const shown = bytes === undefined ? new Map() : sources;
    context.hide([...environmentTexts, ...(0,_redaction_js__WEBPACK_IMPORTED_MODULE_7__/* .hiddenValuesOf */ .kA)(config?.launcher.envVars ?? [])], (0,_redaction_js__WEBPACK_IMPORTED_MODULE_7__/* .publicTextsOf */ .V0)(shown));
    const hide = (problem) => problem.file === agent?.path ? (0,_config_agent_literals_js__WEBPACK_IMPORTED_MODULE_1__/* .hideLiterals */ .l)(problem, literals) : problem;
    return { launcher: config?.launcher, environmentTexts, findings: { problems: problems.map(hide), sources: shown } };
}


/***/ }),

/***/ 3814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ findBranchDeployments),
  v: () => (/* binding */ removeBranchDeployments)
});

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/apply/location-outcome.js
var location_outcome = __webpack_require__(7521);
// EXTERNAL MODULE: ./build/apply/removal.js + 1 modules
var removal = __webpack_require__(7123);
;// CONCATENATED MODULE: ./build/apply/carry-out-removals.js



/** Code servers that ECS is told of at the same time; the adapter paces the calls themselves. */
const CONCURRENT_STEPS = 8;
/**
 * Carries out plans that only delete, all of one cluster: one outcome for each. One code server that cannot be removed
 * does not stop the others. Never rejects.
 */
async function carryOutRemovals(cluster, plans, input, ports) {
    const remover = new removal/* Remover */.t(cluster, input, ports);
    const begin = async (step) => {
        if (input.signal.aborted) {
            return { ended: Promise.resolve((0,location_outcome/* outcomeOf */.sG)(step, "skipped", "not begun: the run was interrupted")) };
        }
        try {
            return await remover.begin(step);
        }
        catch (error) {
            return { ended: Promise.resolve((0,location_outcome/* failedOutcome */.iS)(step, error, input)) };
        }
    };
    const begun = await (0,concurrency/* mapConcurrently */.X2)(plans.flatMap((plan) => plan.steps.map((step) => ({ plan, step }))), CONCURRENT_STEPS, async ({ plan, step }) => ({ plan, ...(await begin(step)) }));
    return Promise.all(plans.map(async (plan) => {
        const locations = await Promise.all(begun.filter((one) => one.plan === plan).map(({ ended }) => ended));
        return { locations, succeeded: locations.every(({ status }) => status === "succeeded") };
    }));
}

// EXTERNAL MODULE: ./build/desired/names.js
var names = __webpack_require__(3077);
// EXTERNAL MODULE: ./build/live/remains.js
var remains = __webpack_require__(9174);
// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
// EXTERNAL MODULE: ./build/plan/removal.js
var plan_removal = __webpack_require__(8394);
// EXTERNAL MODULE: ./build/report/redact.js + 1 modules
var redact = __webpack_require__(1725);
;// CONCATENATED MODULE: ./build/commands/remove-branches.js







/**
 * The branch deployments of the repository, by their tags alone, whole or what an interrupted removal left: by pull
 * request, then name. Those of one pull request only, where it is given.
 */
async function findBranchDeployments(site, wanted) {
    const { name, pullRequest } = wanted;
    const isWanted = (owner) => owner !== undefined &&
        owner.repository.toLowerCase() === site.repository.toLowerCase() &&
        (pullRequest === undefined || owner.pullRequest === pullRequest);
    const found = await (0,remains/* findRemains */.f)({
        cluster: site.cluster,
        namespaceId: site.namespaceId,
        isWanted: (tags) => isWanted((0,model_tags/* branchOwnerOf */.dc)(tags)),
        serviceNameOf: names/* serviceName */.fe,
        familyPrefix: site.familyPrefix,
        ...(name !== undefined && { mayBeWanted: (family) => family.includes(`_${name}_`) }),
    }, site.ports);
    const byOwner = new Map();
    for (const remains of found) {
        const owner = (0,model_tags/* branchOwnerOf */.dc)(remains.identity);
        if (!isWanted(owner))
            continue;
        const key = JSON.stringify(owner);
        byOwner.set(key, { owner, remains: [...(byOwner.get(key)?.remains ?? []), remains] });
    }
    return [...byOwner.values()].sort(({ owner: one }, { owner: other }) => one.pullRequest - other.pullRequest ||
        (0,text_order/* compareCodePoints */.O)(one.deployment, other.deployment) ||
        (0,text_order/* compareCodePoints */.O)(one.source, other.source));
}
/** Plans the removal of branch deployments, tells the plans, and carries them out. */
async function removeBranchDeployments(found, site, context) {
    const { cluster, ports } = site;
    const runs = found.map(({ owner, remains, reason }) => toRun(requestOf(owner, site), remains.map((one) => (0,plan_removal/* planRemoval */.A)(one, cluster, reason)), (0,redact/* createRedactor */.lY)([...site.environmentTexts])));
    for (const run of runs)
        await context.onApply(run);
    const outcomes = await carryOutRemovals(cluster, runs.map(({ plan }) => plan), {
        signal: context.signal,
        redact: (0,redact/* createRedactor */.lY)([...site.environmentTexts]),
        onProgress: (location, text) => context.onProgress(`${location}: ${text}`),
    }, { ...ports, clock: context.clock });
    return runs.map((run, index) => ({ run, outcome: outcomes[index] ?? { locations: [], succeeded: false } }));
}
function requestOf({ deployment, pullRequest, source }, site) {
    return {
        deployment,
        kind: "branch",
        pullRequest,
        organization: null,
        cluster: site.cluster,
        region: site.ports.region,
        account: site.account,
        source,
        commit: null,
    };
}
function toRun(request, steps, redact) {
    return {
        plan: {
            formatVersion: 1,
            request,
            steps: steps.toSorted((one, other) => (0,text_order/* compareCodePoints */.O)(one.location, other.location) || (0,text_order/* compareCodePoints */.O)(one.service, other.service)),
            notSelected: [],
        },
        preflight: [],
        desired: [],
        namespaceName: undefined,
        unfinished: new Set(),
        unmarked: new Set(),
        registries: new Map(),
        redact,
    };
}


/***/ }),

/***/ 7035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3943);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _branch_site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2631);
/* harmony import */ var _remove_branches_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3814);
/* harmony import */ var _trusted_event_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2381);





const QUESTIONS_AT_ONCE = 4;
/**
 * Removes every branch deployment of the repository whose pull request is closed or gone, and finishes removals that
 * were interrupted. In doubt it leaves a branch deployment alone and says so.
 */
async function sweep(context) {
    (0,_trusted_event_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseUntrusted */ .zd)(context.event, "sweep");
    const site = await (0,_branch_site_js__WEBPACK_IMPORTED_MODULE_1__/* .findBranchSite */ .x)(context);
    if ("problems" in site)
        return { kind: "invalid", findings: site };
    const found = await (0,_remove_branches_js__WEBPACK_IMPORTED_MODULE_2__/* .findBranchDeployments */ .o)(site, {});
    const answers = await askAbout(found, site, context);
    const doubts = found.flatMap(({ owner }) => {
        const why = whyLeftAlone(owner.deployment, answers.get(owner.pullRequest), context);
        return why === undefined ? [] : [`${owner.deployment} (pull request ${owner.pullRequest}): ${why}`];
    });
    const closed = found.flatMap((one) => {
        const { deployment, pullRequest } = one.owner;
        const answer = answers.get(pullRequest);
        if (whyLeftAlone(deployment, answer, context) !== undefined || answer === "open")
            return [];
        return [{ ...one, reason: { code: "closed", text: `Pull request ${pullRequest} is ${String(answer)}.` } }];
    });
    const removals = await (0,_remove_branches_js__WEBPACK_IMPORTED_MODULE_2__/* .removeBranchDeployments */ .v)(closed, site, context);
    return {
        kind: "removed",
        findings: site.findings,
        removals: removals.map((removal, index) => ({
            ...removal,
            pullRequestIsGone: answers.get(closed[index]?.owner.pullRequest ?? 0) === "gone",
        })),
        leftAlone: doubts,
        message: describeEnd(found.length, removals.length, doubts.length),
    };
}
/** One question for each pull request. */
async function askAbout(found, site, context) {
    const numbers = [...new Set(found.map(({ owner }) => owner.pullRequest))];
    if (numbers.length === 0)
        return new Map();
    const pullRequests = await connect(site, context);
    const answers = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X2)(numbers, QUESTIONS_AT_ONCE, (number) => ask(number, pullRequests));
    return new Map(numbers.map((number, index) => [number, answers[index] ?? { unknown: "GitHub was not asked." }]));
}
async function connect({ repository }, context) {
    const { inputs, environment } = context;
    const token = inputs.githubToken ?? (environment.get("GITHUB_TOKEN") || environment.get("GH_TOKEN") || undefined);
    if (token !== undefined)
        return context.connectPullRequests({ token, repository });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("token-missing", "There is no token to ask GitHub which pull requests are closed.", {
        source: "user",
        hint: "Give `github-token`, or set GITHUB_TOKEN, with `pull-requests: read`.",
    });
}
async function ask(number, pullRequests) {
    try {
        return await pullRequests.pullRequestState(number);
    }
    catch (error) {
        return { unknown: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .UW)(error) };
    }
}
/** Undefined when it is plain whether the branch deployment may go. */
function whyLeftAlone(deployment, answer, { inputs }) {
    if (answer === undefined)
        return "GitHub was not asked.";
    if (typeof answer === "object")
        return answer.unknown;
    return deployment.toLowerCase() === inputs.deployment.toLowerCase()
        ? "It is called as the full deployment is."
        : undefined;
}
function describeEnd(found, removed, leftAlone) {
    if (found === 0)
        return "There is no branch deployment of this repository: nothing to sweep.";
    const open = found - removed - leftAlone;
    const parts = [
        `${removed} of ${found} branch deployment${found === 1 ? "" : "s"} swept`,
        ...(open > 0 ? [`${open} of open pull requests`] : []),
        ...(leftAlone > 0 ? [`${leftAlone} left alone`] : []),
    ];
    return `${parts.join(", ")}.`;
}


/***/ })

};
