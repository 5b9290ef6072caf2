export const id = 198;
export const ids = [198];
export const modules = {

/***/ 8198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAwsPorts: () => (/* binding */ createAwsPorts)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-cloudwatch-logs/dist-cjs/index.js
var dist_cjs = __webpack_require__(2684);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ec2/dist-cjs/index.js
var client_ec2_dist_cjs = __webpack_require__(5193);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecr/dist-cjs/index.js
var client_ecr_dist_cjs = __webpack_require__(8249);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-ecs/dist-cjs/index.js
var client_ecs_dist_cjs = __webpack_require__(212);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-iam/dist-cjs/index.js
var client_iam_dist_cjs = __webpack_require__(6764);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-secrets-manager/dist-cjs/index.js
var client_secrets_manager_dist_cjs = __webpack_require__(2994);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-servicediscovery/dist-cjs/index.js
var client_servicediscovery_dist_cjs = __webpack_require__(948);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-sts/dist-cjs/index.js
var client_sts_dist_cjs = __webpack_require__(1695);
// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __webpack_require__(3943);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/model/aws-error-codes.js
var aws_error_codes = __webpack_require__(5459);
;// CONCATENATED MODULE: ./build/aws/attempt-failure.js


/**
 * The services' names for "too fast" ("Error retries" in the API references; the SDK's own list, without
 * LimitExceededException, which is a quota of Amazon ECS and Amazon ECR and does not pass).
 */
const THROTTLING_CODES = new Set([
    "ThrottlingException",
    "Throttling",
    "ThrottledException",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "EC2ThrottledException",
    "BandwidthLimitExceeded",
    "PriorRequestNotComplete",
    "SlowDown",
]);
/** Node's names for a connection that did not come about. */
const NO_CONNECTION = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH"]);
/** Node's and the SDK's names for one that did not last, or whose answer did not come. */
const LOST = new Set([
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "EAI_AGAIN",
    "TimeoutError",
    "NetworkingError",
    "RequestTimeout",
    "RequestTimeoutException",
]);
const SERVER_ERRORS = new Set([500, 502, 503, 504]);
/** True for Node's and the SDK's names of a connection that did not come about or did not last. */
function isNetworkFailure(thrown) {
    return namesOf(thrown).some((name) => NO_CONNECTION.has(name) || LOST.has(name));
}
/** Reads what the SDK threw. `passing`: a refusal of this call that passes, told by its text only. */
function classifyFailure(thrown, passing) {
    // One of ours was tried again already, where that made sense.
    if (!(thrown instanceof Error) || thrown instanceof errors/* ActionError */.lZ)
        return { kind: "final" };
    const names = namesOf(thrown);
    const { status, clockCorrected } = metadataOf(thrown);
    if (clockCorrected)
        return { kind: "clock-corrected" };
    if (names.some((name) => THROTTLING_CODES.has(name)) || status === 429 || isThrottlingByTrait(thrown)) {
        return { kind: "throttled", retryAfter: retryAfterOf(thrown) };
    }
    if (passing?.test(thrown.message))
        return { kind: "passing" };
    if (names.some((name) => NO_CONNECTION.has(name)))
        return { kind: "unreachable" };
    const isExpired = names.some((name) => aws_error_codes/* EXPIRED_CODES */.Nr.has(name));
    if (!isExpired && (names.some((name) => LOST.has(name)) || (status !== undefined && SERVER_ERRORS.has(status)))) {
        return { kind: "unanswered", retryAfter: retryAfterOf(thrown) };
    }
    return { kind: "final" };
}
function namesOf(thrown) {
    if (!(thrown instanceof Error))
        return [];
    return "code" in thrown ? [String(thrown.code), thrown.name] : [thrown.name];
}
// The SDK's errors are read by their shape: each client package has a class of its own for them.
function metadataOf(error) {
    const metadata = memberOf(error, "$metadata");
    const status = memberOf(metadata, "httpStatusCode") ?? memberOf(memberOf(error, "$response"), "statusCode");
    return {
        status: typeof status === "number" ? status : undefined,
        clockCorrected: memberOf(metadata, "clockSkewCorrected") === true,
    };
}
function isThrottlingByTrait(error) {
    return memberOf(memberOf(error, "$retryable"), "throttling") === true;
}
/** Milliseconds a service asked to be left alone for: `Retry-After` in seconds, or AWS's own header. */
function retryAfterOf(error) {
    const headers = memberOf(memberOf(error, "$response"), "headers");
    const asked = [memberOf(headers, "retry-after"), memberOf(headers, "x-amz-retry-after")].map((value) => typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined);
    const [seconds, milliseconds] = asked;
    return seconds === undefined ? milliseconds : seconds * 1_000;
}
function memberOf(value, key) {
    return typeof value === "object" && value !== null ? value[key] : undefined;
}

// EXTERNAL MODULE: ./build/model/environment.js
var model_environment = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/model/secret-text.js
var secret_text = __webpack_require__(2142);
;// CONCATENATED MODULE: ./build/aws/errors.js





const UNREACHABLE_CODE = "aws-unreachable";
const UNREADABLE_CODE = "aws-answer-unreadable";
const SHORTEST_HIDDEN = 4;
/** Names of credentials that AWS does not know or whose signature it refuses. */
const INVALID_CREDENTIALS_CODES = new Set([
    "InvalidClientTokenId",
    "UnrecognizedClientException",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "AuthFailure",
    "IncompleteSignature",
]);
/**
 * Anything the SDK throws, as an error for a person. It carries no `cause`: the SDK's exceptions hold the
 * response, and a response may repeat what the request said.
 */
function toActionError(thrown, call) {
    if (thrown instanceof errors/* ActionError */.lZ)
        return thrown;
    const name = thrown instanceof Error ? thrown.name : "Error";
    const message = tidyMessage((0,errors/* messageOf */.bD)(thrown), call.hidden ?? []);
    const about = call.resource === undefined ? "" : ` (${call.resource})`;
    if (aws_error_codes/* ACCESS_DENIED_CODES */.sQ.has(name))
        return describeDenial(name, message, call);
    if (aws_error_codes/* EXPIRED_CODES */.Nr.has(name)) {
        return awsError(name, `The AWS credentials expired before ${call.action} could be called.`, call.inWorkflow
            ? "Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the time this job takes."
            : "Log in again; in a workflow, raise `role-duration-seconds` of aws-actions/configure-aws-credentials.");
    }
    if (name === "CredentialsProviderError") {
        return awsError(aws_error_codes/* NO_CREDENTIALS_CODE */.PX, `There are no AWS credentials for ${call.action}: ${message}`, call.inWorkflow
            ? "Add a step with aws-actions/configure-aws-credentials before this one, and `permissions: id-token: write` to the job."
            : "Log in with the AWS CLI, or set AWS_PROFILE; in a workflow, use aws-actions/configure-aws-credentials.");
    }
    if (INVALID_CREDENTIALS_CODES.has(name)) {
        return awsError(name, `AWS does not accept the credentials for ${call.action} in ${call.region}: ${message}`, "Check that the credentials are complete, belong to this AWS partition, and that the region is enabled in the account.");
    }
    if (name === "ClusterNotFoundException") {
        return awsError(name, `There is no ECS cluster ${call.cluster ?? "of that name"} in ${call.region}.`, "Check the input `cluster`, `cluster` in dagster.yaml, the region, and the account of the credentials.");
    }
    if (isNetworkFailure(thrown)) {
        return awsError(UNREACHABLE_CODE, `AWS could not be reached for ${call.action} in ${call.region}${triedOften(call)}: ${message}`, "Check the region's name, the runner's network and proxy, and AWS_ENDPOINT_URL if it is set; then run again.");
    }
    if (isUnreadableAnswer(thrown)) {
        return awsError(UNREADABLE_CODE, `${call.action}${about} was not answered as AWS answers: ${message.replace(/ ?Deserialization error: .*$/, "")}`, "Something between the runner and AWS may have answered instead: check the proxy, and AWS_ENDPOINT_URL if it is set.");
    }
    const hint = THROTTLING_CODES.has(name)
        ? "The account's request rate is used up by this run or another one: run again in a few minutes."
        : undefined;
    return awsError(name, `${call.action}${about} failed${triedOften(call)}: ${name}: ${message}${requestIdOf(thrown)}`, hint);
}
function awsError(code, message, hint) {
    return new errors/* ActionError */.lZ(code, message, { source: "aws", ...(hint === undefined ? {} : { hint }) });
}
/** The permission that is missing need not be that of the call: CreateService may lack iam:PassRole. */
function describeDenial(code, message, call) {
    const action = /not authorized to perform:? ([\w-]+:\w+)/.exec(message)?.[1] ?? call.action;
    const resource = /on resource:? (\S+?)[.,]?(?:\s|$)/.exec(message)?.[1] ?? call.resource;
    const caller = /User:? (arn:\S+) is not/.exec(message)?.[1];
    const where = resource === undefined ? "" : ` on ${resource}`;
    const during = action === call.action ? "" : ` (needed by ${call.action})`;
    return awsError(code, `${caller ?? "The role of this run"} has no permission for ${action}${where}${during}.`, `Allow ${action} in the IAM policy of the role; the policies this action needs are in its documentation.`);
}
/** One line, without EC2's encoded block, and without what must stay hidden. */
function tidyMessage(message, hidden) {
    const line = oneLine(hideTexts(message, hidden))
        .replace(/ ?Encoded authorization failure message: \S+/g, "")
        // What was signed has the session token in it.
        .replace(/ ?The Canonical String for this request should have been.*$/, "");
    return (0,secret_text/* hideMarkedSecrets */.QE)(hideTexts(line, hidden.map(oneLine)));
}
function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
}
/** Replaces each of the texts, the longest first, so that one that is part of another leaves no rest of it. */
function hideTexts(message, hidden) {
    return hidden
        .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
        .filter((text) => text.length >= SHORTEST_HIDDEN)
        .sort((left, right) => right.length - left.length)
        .reduce((line, text) => line.replaceAll(text, model_environment/* HIDDEN_PLACEHOLDER */.ne), message);
}
/** The SDK keeps the answer with the error, and marks what a service itself said with whose fault it is. */
function isUnreadableAnswer(thrown) {
    return thrown instanceof Error && "$response" in thrown && !("$fault" in thrown);
}
function triedOften({ attempts = 1 }) {
    return attempts > 1 ? `, ${attempts} times` : "";
}
function requestIdOf(thrown) {
    if (!(thrown instanceof Error) || !("$metadata" in thrown))
        return "";
    const metadata = thrown.$metadata;
    if (typeof metadata !== "object" || metadata === null || !("requestId" in metadata))
        return "";
    return typeof metadata.requestId === "string" ? ` (request id ${metadata.requestId})` : "";
}

;// CONCATENATED MODULE: ./build/aws/interruption.js


/**
 * Milliseconds a call that is under way may still take once the run is interrupted. The runner waits 7.5 seconds
 * before it gets rough, and the report has to be written, too.
 */
const GRACE = 2_000;
/** Calls that clean up after an interruption. */
const STILL_MADE = new Set(["ecs:StopTask"]);
const HINT = "The next run goes on from there.";
/** Without a signal a run is never interrupted. */
function createInterruption(clock, signal) {
    return {
        check(action, resource, sent) {
            if (!signal?.aborted || STILL_MADE.has(action))
                return;
            throw sent ? unanswered(action, resource) : notSent(action, resource);
        },
        async bound(action, resource, answer) {
            if (signal === undefined)
                return answer;
            const settled = new AbortController();
            const givenUp = async () => {
                await untilAborted(signal, settled.signal);
                await clock.sleep(GRACE, settled.signal);
                throw unanswered(action, resource);
            };
            try {
                return await Promise.race([answer, givenUp()]);
            }
            finally {
                settled.abort();
            }
        },
    };
}
/** Resolves when either is aborted. */
function untilAborted(signal, other) {
    return new Promise((resolve) => {
        const done = () => {
            signal.removeEventListener("abort", done);
            resolve();
        };
        if (signal.aborted)
            return done();
        signal.addEventListener("abort", done);
        other.addEventListener("abort", done, { once: true });
    });
}
function notSent(action, resource) {
    return new errors/* ActionError */.lZ(aws_error_codes/* NOT_SENT_CODE */.zg, `The run was interrupted before ${nameCall(action, resource)}.`, {
        source: "user",
        hint: HINT,
    });
}
function unanswered(action, resource) {
    return new errors/* ActionError */.lZ(aws_error_codes/* INTERRUPTED_CODE */.r2, `The run was interrupted before AWS answered ${nameCall(action, resource)}.`, { source: "user", hint: HINT });
}
function nameCall(action, resource) {
    return resource === undefined ? action : `${action} (${resource})`;
}

;// CONCATENATED MODULE: ./build/aws/actions.js
/**
 * Every IAM action this program needs of its own role, each named like the API call it allows. What AWS checks
 * beside the call itself (iam:PassRole, ecs:TagResource at creation, route53) is in the documents, not here.
 */
const AWS_ACTIONS = {
    "ecs:DescribeClusters": { access: "read", bucket: "cluster-read" },
    "ecs:DescribeServices": { access: "read", bucket: "service-read" },
    "ecs:ListServices": { access: "read", bucket: "service-read" },
    "ecs:ListServiceDeployments": { access: "read", bucket: "service-read" },
    "ecs:DescribeServiceDeployments": { access: "read", bucket: "service-read" },
    "ecs:DescribeServiceRevisions": { access: "read", bucket: "service-read" },
    "ecs:StopServiceDeployment": { access: "write", bucket: "service-modify" },
    "ecs:DescribeTaskDefinition": { access: "read", bucket: "task-definition-read" },
    "ecs:ListTaskDefinitions": { access: "read", bucket: "task-definition-read" },
    "ecs:ListTaskDefinitionFamilies": { access: "read", bucket: "task-definition-read" },
    "ecs:ListTasks": { access: "read", bucket: "task-read" },
    "ecs:DescribeTasks": { access: "read", bucket: "task-read" },
    "ecs:RegisterTaskDefinition": { access: "write", bucket: "task-definition-registration" },
    "ecs:DeregisterTaskDefinition": { access: "write", bucket: "task-definition-registration" },
    "ecs:RunTask": { access: "write", bucket: "task-modify" },
    "ecs:StopTask": { access: "write", bucket: "task-modify" },
    "ecs:CreateService": { access: "write", bucket: "service-modify" },
    "ecs:UpdateService": { access: "write", bucket: "service-modify" },
    "ecs:DeleteService": { access: "write", bucket: "service-modify" },
    "ecs:TagResource": { access: "write", bucket: "tag" },
    "ecs:UntagResource": { access: "write", bucket: "tag" },
    "ecr:BatchGetImage": { access: "read" },
    "servicediscovery:ListServices": { access: "read" },
    "servicediscovery:GetNamespace": { access: "read" },
    "servicediscovery:ListTagsForResource": { access: "read" },
    "servicediscovery:ListInstances": { access: "read" },
    "servicediscovery:GetOperation": { access: "read" },
    "servicediscovery:CreateService": { access: "write" },
    "servicediscovery:DeregisterInstance": { access: "write" },
    "servicediscovery:DeleteService": { access: "write" },
    "servicediscovery:TagResource": { access: "write" },
    "servicediscovery:UntagResource": { access: "write" },
    "secretsmanager:ListSecrets": { access: "read" },
    "secretsmanager:DescribeSecret": { access: "read" },
    "logs:GetLogEvents": { access: "read" },
    "logs:DescribeLogGroups": { access: "read" },
    "ec2:DescribeRouteTables": { access: "read" },
    "ec2:DescribeSubnets": { access: "read" },
    "ec2:DescribeSecurityGroups": { access: "read" },
    "sts:GetCallerIdentity": { access: "read" },
    "sts:AssumeRole": { access: "read" },
    "iam:GetRole": { access: "read" },
};
/** The bucket of an action, for those of Amazon ECS. */
function bucketOf(action) {
    const traits = AWS_ACTIONS[action];
    return traits.bucket;
}

;// CONCATENATED MODULE: ./build/aws/pacing.js

/** Amazon ECS Developer Guide, "Request throttling for the Amazon ECS API". */
const BUCKET_RATES = {
    "task-definition-registration": { burst: 20, perSecond: 1 },
    "task-definition-read": { burst: 50, perSecond: 20 },
    "service-modify": { burst: 50, perSecond: 5 },
    "service-read": { burst: 100, perSecond: 20 },
    "cluster-read": { burst: 50, perSecond: 20 },
    tag: { burst: 20, perSecond: 10 },
    "task-read": { burst: 100, perSecond: 20 },
    // RunTask and StopTask of the page: for tasks on Fargate the launch rate of the account comes on top.
    "task-modify": { burst: 100, perSecond: 40 },
};
/** Services that publish no rate are called as fast as may be, until one of them says that it is too fast. */
const UNPUBLISHED = { burst: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
/** What is not used of a burst: two requests may take different times to arrive, and so come closer together. */
const HEADROOM = 0.1;
/** Milliseconds, the upper end of the pause after the first refusal; it doubles with each one that follows. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 20_000;
/** The lane of an action. */
function laneOf(action) {
    return bucketOf(action) ?? `service ${action.split(":", 1)[0]}`;
}
/** The rate a lane keeps to. */
function rateOf(lane) {
    const published = Object.entries(BUCKET_RATES).find(([bucket]) => bucket === lane)?.[1];
    if (published === undefined)
        return UNPUBLISHED;
    return { ...published, burst: Math.floor(published.burst * (1 - HEADROOM)) };
}
/** A lane nobody has used. */
function openLane(rate, now) {
    const never = Number.NEGATIVE_INFINITY;
    return { tokens: rate.burst, at: now, pausedUntil: never, refusals: 0, refusedAt: never };
}
/** Takes a token, or says in how many milliseconds there will be one. */
function takeToken(state, rate, now) {
    // A pause that would be longer than any is one whose clock was put back.
    const pause = state.pausedUntil - now <= LONGEST_PAUSE ? Math.max(0, state.pausedUntil - now) : 0;
    const elapsed = now - Math.max(state.at, Math.min(state.pausedUntil, now));
    const gained = elapsed > 0 ? (elapsed / 1_000) * rate.perSecond : 0;
    const tokens = Math.min(rate.burst, state.tokens + gained);
    const wait = pause + Math.ceil((Math.max(0, 1 - tokens) / rate.perSecond) * 1_000);
    return { state: { ...state, tokens: wait > 0 ? tokens : tokens - 1, at: now }, wait };
}
/**
 * Somebody else takes from the same bucket: whatever we thought was in it is gone, and all calls of the lane wait.
 * Calls that were under way together count as one refusal.
 */
function slowDown(state, sentAt, now, random) {
    const tokens = Math.min(0, state.tokens);
    if (sentAt < state.refusedAt)
        return { ...state, tokens, at: now };
    const pause = random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** state.refusals);
    return { tokens, at: now, pausedUntil: now + pause, refusals: state.refusals + 1, refusedAt: now };
}
/** A call was let through: the next refusal is not one more in a row. */
function speedUp(state, sentAt) {
    return state.refusals > 0 && sentAt >= state.refusedAt ? { ...state, refusals: state.refusals - 1 } : state;
}
/** `random`: from 0 to 1. */
function createPace(clock, random, signal) {
    const lanes = new Map();
    const queues = new Map();
    const stateOf = (lane) => lanes.get(lane) ?? openLane(rateOf(lane), clock.now());
    const waitForToken = async (lane) => {
        while (!signal?.aborted) {
            const { state, wait } = takeToken(stateOf(lane), rateOf(lane), clock.now());
            lanes.set(lane, state);
            if (wait === 0)
                return;
            await clock.sleep(wait, signal);
        }
    };
    return {
        take(lane) {
            // One at a time, so that a pause that begins meanwhile holds for all that are waiting.
            const turn = (queues.get(lane) ?? Promise.resolve()).then(() => waitForToken(lane));
            queues.set(lane, turn);
            return turn;
        },
        refused: (lane, sentAt) => lanes.set(lane, slowDown(stateOf(lane), sentAt, clock.now(), random)),
        answered: (lane, sentAt) => lanes.set(lane, speedUp(stateOf(lane), sentAt)),
    };
}

;// CONCATENATED MODULE: ./build/aws/retry-budget.js
/**
 * Attempts for one call, the first one included. Where AWS answered or may have, they last for about a minute; a host
 * that does not exist will not exist soon.
 */
const MOST_ATTEMPTS = {
    throttled: 12,
    passing: 12,
    unanswered: 12,
    unreachable: 5,
    "clock-corrected": 3,
};
/** Milliseconds, the upper end of the first wait; it doubles with each attempt. */
const FIRST_WAIT = {
    throttled: 500,
    passing: 500,
    unanswered: 200,
    unreachable: 200,
    "clock-corrected": 0,
};
const LONGEST_WAIT = 20_000;
/** A service that asks for more is left alone for this long, then asked again. */
const LONGEST_RETRY_AFTER = 60_000;
/**
 * What a run may spend on trying again: an outage must not make each of a thousand calls wait for a minute. Each
 * success earns back what a retry costs, so a run whose calls fail less often than they succeed is never short of it.
 * Being throttled costs little: AWS is there, and the pace slows down by itself.
 */
const BUDGET = 500;
const COST = {
    throttled: 1,
    passing: 1,
    unanswered: 5,
    unreachable: 5,
    "clock-corrected": 0,
};
const EARNED_BY_SUCCESS = 5;
/** `random`: from 0 to 1, for full jitter. */
function createRetryBudget(random) {
    let left = BUDGET;
    return {
        nextWait(failure, attempt) {
            if (failure.kind === "final" || attempt >= MOST_ATTEMPTS[failure.kind] || left < COST[failure.kind]) {
                return undefined;
            }
            left -= COST[failure.kind];
            const asked = "retryAfter" in failure ? Math.min(LONGEST_RETRY_AFTER, failure.retryAfter ?? 0) : 0;
            const most = Math.min(LONGEST_WAIT, FIRST_WAIT[failure.kind] * 2 ** (attempt - 1));
            return asked + random() * most;
        },
        succeeded() {
            left = Math.min(BUDGET, left + EARNED_BY_SUCCESS);
        },
    };
}

;// CONCATENATED MODULE: ./build/aws/calls.js






/** Requests under way at once. Below the 50 sockets of an SDK client: a request's time runs while it waits for one. */
const REQUESTS_AT_ONCE = 40;
/** One for a run: pace, budget and slots are shared by all its calls. */
function createCall(dependencies) {
    const { clock, signal, random = Math.random } = dependencies;
    const caller = {
        dependencies,
        pace: createPace(clock, random, signal),
        budget: createRetryBudget(random),
        interruption: createInterruption(clock, signal),
        slots: (0,concurrency/* createSlots */.eX)(REQUESTS_AT_ONCE),
    };
    return (description, send, retry) => callUntilAnswered(caller, description, send, retry ?? {});
}
async function callUntilAnswered(caller, description, send, retry) {
    const { dependencies, budget, interruption } = caller;
    const { action, resource } = description;
    let sent = false;
    for (let attempt = 1;; attempt += 1) {
        interruption.check(action, resource, sent);
        const result = await makeAttempt(caller, description, send, retry, sent);
        if (result.kind === "answered")
            return result.answer;
        const { failure, thrown } = result;
        sent ||= failure.kind === "unanswered";
        const wait = budget.nextWait(failure, attempt);
        if (wait === undefined)
            throw toActionError(thrown, describeFailure(dependencies, description, attempt));
        dependencies.log(`${action}: ${failure.kind}, attempt ${attempt + 1} follows`);
        await dependencies.clock.sleep(wait, dependencies.signal);
        interruption.check(action, resource, sent);
        if (sent && retry.findEffect !== undefined) {
            const effect = await retry.findEffect();
            if (effect !== undefined)
                return effect;
        }
    }
}
async function makeAttempt({ dependencies, pace, budget, interruption, slots }, { action, resource }, send, { passing }, sent) {
    const lane = laneOf(action);
    await pace.take(lane);
    interruption.check(action, resource, sent);
    // Not what it is about: a name may have come out of the step's environment.
    dependencies.log(action);
    const sentAt = dependencies.clock.now();
    try {
        // Other calls wait for the credentials this one fetches, each in a slot of its own.
        const request = action === "sts:AssumeRole" ? send() : slots.run(send);
        const answer = await interruption.bound(action, resource, request);
        pace.answered(lane, sentAt);
        budget.succeeded();
        return { kind: "answered", answer };
    }
    catch (thrown) {
        const failure = classifyFailure(thrown, passing);
        if (failure.kind === "throttled")
            pace.refused(lane, sentAt);
        return { kind: "failed", failure, thrown };
    }
}
function describeFailure({ region, environment }, description, attempts) {
    return { ...description, region, attempts, inWorkflow: environment.get("GITHUB_ACTIONS") === "true" };
}
/** Reads a list to its end. */
async function readAllPages(readPage) {
    const items = [];
    let token;
    do {
        const page = await readPage(token);
        items.push(...page.items);
        // Some services end a list with an empty token instead of none.
        token = page.next || undefined;
    } while (token !== undefined);
    return items;
}

;// CONCATENATED MODULE: ./build/aws/client-options.js


/** Our name in CloudTrail: user agent and role session. */
const PROGRAM = "dagster-ecs-deploy";
/** Milliseconds. A hanging connection must fail while the job's token is still good. */
const CONNECTION_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 30_000;
/** Options every client gets. Credentials and AWS_ENDPOINT_URL are the SDK's own business. */
function clientOptions(region) {
    return {
        region,
        // calls.ts tries again: the SDK knows nothing of the buckets, nor which calls must not be repeated blindly.
        maxAttempts: 1,
        customUserAgent: PROGRAM,
        requestHandler: {
            connectionTimeout: CONNECTION_TIMEOUT,
            requestTimeout: REQUEST_TIMEOUT,
            throwOnRequestTimeout: true,
        },
    };
}
/** Credentials of another role (`service_discovery_role_arn`), like the agent's. */
function assumeRole(arn, sts, call) {
    return async () => {
        const answer = await call({ action: "sts:AssumeRole", resource: arn }, () => sts().send(new client_sts_dist_cjs/* AssumeRoleCommand */.QL({ RoleArn: arn, RoleSessionName: PROGRAM })));
        const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
        if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
            throw new errors/* ActionError */.lZ("assume-role-incomplete", `sts:AssumeRole gave no credentials for ${arn}.`, {
                source: "aws",
            });
        }
        return {
            accessKeyId: AccessKeyId,
            secretAccessKey: SecretAccessKey,
            sessionToken: SessionToken,
            ...(Expiration === undefined ? {} : { expiration: Expiration }),
        };
    };
}
/** Makes a client when it is first used. */
function lazily(create) {
    let client;
    return () => {
        client ??= create();
        return client;
    };
}

;// CONCATENATED MODULE: ./build/aws/discovery-deletion.js




/**
 * Milliseconds the removal of what a service still holds may take: on AWS an operation that changes DNS records mostly
 * takes less than a minute.
 */
const DEADLINE = 120_000;
const POLL_INTERVAL = 2_000;
const DEREGISTRATIONS_AT_ONCE = 4;
/** ListInstances API reference. */
const INSTANCES_PER_PAGE = 100;
/**
 * Deletes a Cloud Map service with what is registered in it. ECS deregisters the tasks it stops by itself and
 * later, so both may happen at once: each step takes "not there" for done, and the deletion is tried again while
 * Cloud Map says that instances are left.
 */
async function deleteCloudMapService(access, id) {
    const emptying = begin(access, id);
    const { client, call, clock } = access;
    for (;;) {
        try {
            await deregisterAll(emptying);
            await call({ action: "servicediscovery:DeleteService", resource: id }, () => client.send(new client_servicediscovery_dist_cjs/* DeleteServiceCommand */.o6q({ Id: id })));
            return;
        }
        catch (error) {
            if (hasCode(error, "ServiceNotFound"))
                return;
            if (!hasCode(error, "ResourceInUse"))
                throw error;
            if (clock.now() >= emptying.deadline)
                throw stillRegistered(id);
            await pause(emptying);
        }
    }
}
/** Deregisters everything that is registered in a Cloud Map service and waits for it; done when the service is gone. */
async function deregisterCloudMapInstances(access, id) {
    try {
        await deregisterAll(begin(access, id));
    }
    catch (error) {
        if (!hasCode(error, "ServiceNotFound"))
            throw error;
    }
}
function begin(access, id) {
    return { ...access, id, deadline: access.clock.now() + DEADLINE };
}
async function deregisterAll(emptying) {
    const { client, call, id } = emptying;
    const instances = await readAllPages(async (NextToken) => {
        const answer = await call({ action: "servicediscovery:ListInstances", resource: id }, () => client.send(new client_servicediscovery_dist_cjs/* ListInstancesCommand */._SW({ ServiceId: id, MaxResults: INSTANCES_PER_PAGE, NextToken })));
        return { items: answer.Instances ?? [], next: answer.NextToken };
    });
    await (0,concurrency/* mapConcurrently */.X2)(instances, DEREGISTRATIONS_AT_ONCE, async ({ Id }) => {
        if (Id === undefined)
            return;
        const operation = await beginDeregistration(emptying, Id);
        if (operation !== undefined)
            await awaitOperation(emptying, operation);
    });
}
/** The operation to wait for; undefined when there is nothing to do or somebody else is at it. */
async function beginDeregistration({ client, call, id }, instance) {
    try {
        const answer = await call({ action: "servicediscovery:DeregisterInstance", resource: `${id}/${instance}` }, () => client.send(new client_servicediscovery_dist_cjs/* DeregisterInstanceCommand */.nH3({ ServiceId: id, InstanceId: instance })));
        return answer.OperationId;
    }
    catch (error) {
        if (hasCode(error, "InstanceNotFound") || hasCode(error, "DuplicateRequest"))
            return undefined;
        throw error;
    }
}
/** Also returns when the operation failed: whether the instance is gone, the deletion itself will say. */
async function awaitOperation(emptying, operation) {
    const { client, call, clock } = emptying;
    for (;;) {
        const answer = await call({ action: "servicediscovery:GetOperation", resource: operation }, () => client.send(new client_servicediscovery_dist_cjs/* GetOperationCommand */.VuR({ OperationId: operation })));
        const status = answer.Operation?.Status;
        if (status === "SUCCESS" || status === "FAIL")
            return;
        if (clock.now() >= emptying.deadline)
            throw stillRegistered(emptying.id);
        await pause(emptying);
    }
}
async function pause({ clock, signal, id }) {
    await clock.sleep(POLL_INTERVAL, signal);
    if (signal?.aborted !== true)
        return;
    throw new errors/* ActionError */.lZ("interrupted", `The run was interrupted while the Cloud Map service ${id} let go of its instances.`, { source: "user", hint: "The next run goes on from there." });
}
function stillRegistered(id) {
    return new errors/* ActionError */.lZ("instances-still-registered", `The Cloud Map service ${id} still has registered instances after ${DEADLINE / 1000} seconds.`, { source: "aws", hint: "Run again: it goes on from there." });
}
function hasCode(error, code) {
    return error instanceof errors/* ActionError */.lZ && error.code === code;
}

;// CONCATENATED MODULE: ./build/aws/missing-answer.js

/** A member every real answer has, though the SDK's types leave it open. */
function requireMember(value, action, member) {
    if (value !== undefined)
        return value;
    throw new errors/* ActionError */.lZ("incomplete-answer", `${action} answered without ${member}.`, { source: "aws" });
}

;// CONCATENATED MODULE: ./build/aws/tags.js
/** Tags in the spelling of Amazon ECS. */
function toEcsTags(tags) {
    return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
/** Tags in the spelling of AWS Cloud Map. */
function toCloudMapTags(tags) {
    return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

;// CONCATENATED MODULE: ./build/aws/discovery.js






/** ListServices API reference. */
const SERVICES_PER_PAGE = 100;
/** How often, and every how many milliseconds, a service that exists is looked for. */
const MOST_LOOKS = 5;
const LOOK_INTERVAL = 2_000;
/** AWS Cloud Map behind its port. */
function createDiscoveryPort(client, call, clock) {
    const listServices = async (namespaceId) => {
        const services = await listAll(client(), call, namespaceId);
        return new Map(services.map((service) => [service.name, service]));
    };
    const namespaces = new Map();
    /** A service that was created a moment ago may not be listed yet. */
    const findCreated = async (request, refusal) => {
        for (let look = 1;; look += 1) {
            const existing = (await listServices(String(request.NamespaceId))).get(String(request.Name));
            if (existing !== undefined)
                return existing;
            if (look === MOST_LOOKS)
                throw refusal;
            await clock.sleep(LOOK_INTERVAL);
        }
    };
    return {
        listServices,
        listAllServices: () => listAll(client(), call, undefined),
        async createService(request, tags) {
            try {
                return await create(client(), call, request, tags);
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ && error.code === "ServiceAlreadyExists"))
                    throw error;
                return await findCreated(request, error);
            }
        },
        deleteService: (id, signal) => deleteCloudMapService({ client: client(), call, clock, signal }, id),
        deregisterInstances: (id, signal) => deregisterCloudMapInstances({ client: client(), call, clock, signal }, id),
        async tagsOf(arn) {
            const answer = await call({ action: "servicediscovery:ListTagsForResource", resource: arn }, () => client().send(new client_servicediscovery_dist_cjs/* ListTagsForResourceCommand */.a_e({ ResourceARN: arn })));
            return Object.fromEntries((answer.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value]));
        },
        async tagResource(arn, tags) {
            if (Object.keys(tags).length === 0)
                return;
            await call({ action: "servicediscovery:TagResource", resource: arn }, () => client().send(new client_servicediscovery_dist_cjs/* TagResourceCommand */.eqU({ ResourceARN: arn, Tags: toCloudMapTags(tags) })));
        },
        async untagResource(arn, keys) {
            if (keys.length === 0)
                return;
            await call({ action: "servicediscovery:UntagResource", resource: arn }, () => client().send(new client_servicediscovery_dist_cjs/* UntagResourceCommand */.RP$({ ResourceARN: arn, TagKeys: [...keys] })));
        },
        describeNamespace(id) {
            // Host names and the preflight both need it, and it does not change while a run lasts.
            const known = namespaces.get(id) ?? findNamespace(client(), call, id);
            namespaces.set(id, known);
            return known;
        },
    };
}
async function findNamespace(client, call, id) {
    const action = "servicediscovery:GetNamespace";
    try {
        const answer = await call({ action, resource: id }, () => client.send(new client_servicediscovery_dist_cjs/* GetNamespaceCommand */.rWA({ Id: id })));
        const namespace = requireMember(answer.Namespace, action, "Namespace");
        return { name: requireMember(namespace.Name, action, "Name"), arn: requireMember(namespace.Arn, action, "Arn") };
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.code === "NamespaceNotFound")
            return undefined;
        throw error;
    }
}
/** The services of a namespace, or of the account. */
async function listAll(client, call, namespaceId) {
    const filters = namespaceId === undefined ? {} : { Filters: [{ Name: "NAMESPACE_ID", Values: [namespaceId], Condition: "EQ" }] };
    const resource = namespaceId === undefined ? {} : { resource: namespaceId };
    const services = await readAllPages(async (NextToken) => {
        const answer = await call({ action: "servicediscovery:ListServices", ...resource }, () => client.send(new client_servicediscovery_dist_cjs/* ListServicesCommand */.qde({ ...filters, MaxResults: SERVICES_PER_PAGE, NextToken })));
        return { items: answer.Services ?? [], next: answer.NextToken };
    });
    return services.flatMap(({ Id, Arn, Name }) => Id === undefined || Arn === undefined || Name === undefined ? [] : [{ id: Id, arn: Arn, name: Name }]);
}
async function create(client, call, request, tags) {
    const action = "servicediscovery:CreateService";
    // The request is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
    const input = {
        ...request,
        // Without an id of ours the SDK makes one for each attempt, and Cloud Map refuses the repetition.
        CreatorRequestId: request.CreatorRequestId ?? crypto.randomUUID(),
        Tags: toCloudMapTags(tags),
    };
    const answer = await call({ action, resource: String(request.Name) }, () => client.send(new client_servicediscovery_dist_cjs/* CreateServiceCommand */.JkR(input)));
    const service = requireMember(answer.Service, action, "Service");
    return {
        id: requireMember(service.Id, action, "Id"),
        arn: requireMember(service.Arn, action, "Arn"),
        name: requireMember(service.Name, action, "Name"),
    };
}

;// CONCATENATED MODULE: ./build/aws/ecs-service-deployments.js




/** DescribeServiceDeployments and DescribeServiceRevisions API references: at most 20. */
const ARNS_PER_CALL = 20;
const BATCHES_AT_ONCE = 4;
/** ListServiceDeployments API reference: at most 100. */
const DEPLOYMENTS_PER_PAGE = 100;
/** StopServiceDeployment of one that has ended, or is gone (API reference, Errors). */
const ENDED_CODES = new Set(["ConflictException", "ServiceDeploymentNotFoundException"]);
/** The calls about service deployments: what ECS itself remembers of each rollout, for 90 days. */
function createServiceDeploymentCalls(client, call) {
    return {
        listServiceDeployments: (cluster, service, { createdAfter } = {}) => readAllPages(async (nextToken) => {
            const answer = await call({ action: "ecs:ListServiceDeployments", resource: service, cluster }, () => client().send(new client_ecs_dist_cjs/* ListServiceDeploymentsCommand */.jz8({
                cluster,
                service,
                maxResults: DEPLOYMENTS_PER_PAGE,
                nextToken,
                ...(createdAfter !== undefined && { createdAt: { after: createdAfter } }),
            })));
            return { items: answer.serviceDeployments ?? [], next: answer.nextToken };
        }),
        async describeServiceDeployments(arns) {
            const answers = await (0,concurrency/* mapConcurrently */.X2)((0,concurrency/* chunk */.iv)(arns, ARNS_PER_CALL), BATCHES_AT_ONCE, (batch) => call({ action: "ecs:DescribeServiceDeployments", resource: batch[0] ?? "" }, () => client().send(new client_ecs_dist_cjs/* DescribeServiceDeploymentsCommand */.A6p({ serviceDeploymentArns: [...batch] }))));
            return answers.flatMap(({ serviceDeployments }) => serviceDeployments ?? []);
        },
        async rollBackServiceDeployment(arn) {
            try {
                await call({ action: "ecs:StopServiceDeployment", resource: arn }, () => client().send(new client_ecs_dist_cjs/* StopServiceDeploymentCommand */.a8L({ serviceDeploymentArn: arn, stopType: "ROLLBACK" })));
                return true;
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && ENDED_CODES.has(error.code))
                    return false;
                throw error;
            }
        },
        async describeServiceRevisions(arns) {
            const answers = await (0,concurrency/* mapConcurrently */.X2)((0,concurrency/* chunk */.iv)(arns, ARNS_PER_CALL), BATCHES_AT_ONCE, (batch) => call({ action: "ecs:DescribeServiceRevisions", resource: batch[0] ?? "" }, () => client().send(new client_ecs_dist_cjs/* DescribeServiceRevisionsCommand */.oF5({ serviceRevisionArns: [...batch] }))));
            return answers.flatMap(({ serviceRevisions }) => serviceRevisions ?? []);
        },
    };
}

// EXTERNAL MODULE: ./build/model/tags.js
var model_tags = __webpack_require__(741);
;// CONCATENATED MODULE: ./build/aws/ecs-service-writes.js





/** CreateService's way to say that the name is taken (terraform-provider-aws#2283). */
const NAME_TAKEN = /creation of service was not idempotent/i;
/** How often, and every how many milliseconds, a service that exists is looked for: reads lag behind writes. */
const ecs_service_writes_MOST_LOOKS = 5;
const ecs_service_writes_LOOK_INTERVAL = 2_000;
/** The calls that change services. None of them does twice what was asked once, also when an answer is lost. */
function createServiceWrites(client, call, clock, describeServices) {
    const describe = async (request) => {
        const [service] = await describeServices(String(request.cluster), [String(request.service ?? request.serviceName)]);
        return service;
    };
    /** The service that has the name, when it is the one that was asked for here. */
    const findCreated = async (request, tags) => {
        for (let look = 1;; look += 1) {
            const service = await describe(request);
            if (service !== undefined)
                return isAsRequested(service, request, tags) ? service : undefined;
            if (look === ecs_service_writes_MOST_LOOKS)
                return undefined;
            await clock.sleep(ecs_service_writes_LOOK_INTERVAL);
        }
    };
    return {
        async createService(request, tags) {
            // ECS answers the same token and request again.
            const clientToken = request.clientToken ?? crypto.randomUUID();
            // The request is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
            const input = { ...request, clientToken, tags: toEcsTags(tags) };
            const description = describeRequest("ecs:CreateService", request, "serviceName");
            try {
                const answer = await call(description, () => client().send(new client_ecs_dist_cjs/* CreateServiceCommand */.JkR(input)));
                return requireMember(answer.service, "ecs:CreateService", "service");
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ) || !NAME_TAKEN.test(error.message))
                    throw error;
                const service = await findCreated(request, tags);
                if (service === undefined)
                    throw nameTaken(request);
                return service;
            }
        },
        async updateService(request) {
            const input = request;
            // Every other field has the same value the second time, and starts nothing.
            const before = request.forceNewDeployment === true ? await describe(request) : undefined;
            return call(describeRequest("ecs:UpdateService", request, "service"), async () => {
                const answer = await client().send(new client_ecs_dist_cjs/* UpdateServiceCommand */.kZr(input));
                return requireMember(answer.service, "ecs:UpdateService", "service");
            }, before && {
                findEffect: async () => {
                    const now = await describe(request);
                    return primaryIdOf(now) === primaryIdOf(before) ? undefined : now;
                },
            });
        },
        async deleteService(cluster, name) {
            try {
                await call({ action: "ecs:DeleteService", resource: name, cluster }, () => client().send(new client_ecs_dist_cjs/* DeleteServiceCommand */.o6q({ cluster, service: name, force: true })));
            }
            catch (error) {
                if (!isGone(error))
                    throw error;
            }
        },
    };
}
/** By its tags, which name the run, and by the revision it was created with. */
function isAsRequested(service, request, tags) {
    const found = (0,model_tags/* fromEcsTags */.Pc)(service.tags);
    return (service.status === "ACTIVE" &&
        service.taskDefinition === request.taskDefinition &&
        Object.entries(tags).every(([key, value]) => found[key] === value));
}
function nameTaken(request) {
    return new errors/* ActionError */.lZ("service-name-taken", `The ECS service ${String(request.serviceName)} came into being while this run was about to create it.`, { source: "aws", hint: "Somebody else deploys here at the same time. Run again when that has ended." });
}
function primaryIdOf(service) {
    return service?.deployments?.find(({ status }) => status === "PRIMARY")?.id;
}
function describeRequest(action, request, nameMember) {
    const { cluster, [nameMember]: name } = request;
    return {
        action,
        ...(typeof name === "string" ? { resource: name } : {}),
        ...(typeof cluster === "string" ? { cluster } : {}),
    };
}
function isGone(error) {
    return (error instanceof errors/* ActionError */.lZ &&
        (error.code === "ServiceNotFoundException" || error.code === "ServiceNotActiveException"));
}

// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __webpack_require__(3298);
;// CONCATENATED MODULE: ./build/aws/ecs-services.js






/** DescribeServices API reference: at most ten services in a call. */
const SERVICES_PER_CALL = 10;
const ecs_services_BATCHES_AT_ONCE = 4;
/** ListServices API reference: at most 100; the default is ten. */
const ecs_services_SERVICES_PER_PAGE = 100;
/** The calls that read services and clusters. */
function createServiceReads(client, call) {
    return {
        async describeServices(cluster, names) {
            const batches = (0,concurrency/* chunk */.iv)([...new Set(names)], SERVICES_PER_CALL);
            const answers = await (0,concurrency/* mapConcurrently */.X2)(batches, ecs_services_BATCHES_AT_ONCE, (batch) => describeBatch(client(), call, cluster, batch));
            return answers.flat();
        },
        async listServices(cluster) {
            const arns = await readAllPages(async (nextToken) => {
                const answer = await call({ action: "ecs:ListServices", resource: cluster, cluster }, () => client().send(new client_ecs_dist_cjs/* ListServicesCommand */.qde({ cluster, maxResults: ecs_services_SERVICES_PER_PAGE, nextToken })));
                return { items: answer.serviceArns ?? [], next: answer.nextToken };
            });
            return arns.map(model_arn/* lastSegment */.mp).sort(text_order/* compareCodePoints */.O);
        },
        async clusterIsActive(cluster) {
            const answer = await call({ action: "ecs:DescribeClusters", resource: cluster }, () => client().send(new client_ecs_dist_cjs/* DescribeClustersCommand */._2_({ clusters: [cluster] })));
            return answer.clusters?.[0]?.status === "ACTIVE";
        },
    };
}
async function describeBatch(client, call, cluster, names) {
    const answer = await call({ action: "ecs:DescribeServices", resource: cluster, cluster }, () => client.send(new client_ecs_dist_cjs/* DescribeServicesCommand */.H7c({ cluster, services: [...names], include: ["TAGS"] })));
    const failure = answer.failures?.find(({ reason }) => reason !== "MISSING");
    if (failure !== undefined) {
        const detail = failure.detail === undefined ? "" : ` (${failure.detail})`;
        throw new errors/* ActionError */.lZ(failure.reason ?? "DescribeServicesFailure", `ECS could not describe the service ${failure.arn ?? names.join(", ")}: ${failure.reason ?? "no reason given"}${detail}.`, { source: "aws" });
    }
    const live = (answer.services ?? []).filter(({ status }) => status !== "INACTIVE");
    const position = new Map(names.map((name, index) => [name, index]));
    const positionOf = ({ serviceName = "" }) => position.get(serviceName) ?? names.length;
    return live.sort((left, right) => positionOf(left) - positionOf(right));
}

;// CONCATENATED MODULE: ./build/aws/ecs-task-definitions.js







/** ECS names a definition that is not there only in the text of a general ClientException. */
const NOT_THERE = /unable to describe task definition/i;
/** A ClientException too, told by its text only: the SDK takes it for no throttling and does not try again. */
const CONCURRENT_REVISION = /too many concurrent attempts to create a new revision/i;
/** How often, and every how many milliseconds, a revision is looked for whose registration was not answered. */
const ecs_task_definitions_MOST_LOOKS = 2;
const ecs_task_definitions_LOOK_INTERVAL = 2_000;
/** DeregisterTaskDefinition of a revision that is INACTIVE already, by its text: a ClientException, too. */
const NOT_ACTIVE = /is inactive|not active|in the process of being deleted/i;
/** ListTaskDefinitions and ListTaskDefinitionFamilies API references: at most 100. */
const NAMES_PER_PAGE = 100;
/** The calls about task definitions. */
function createTaskDefinitionCalls(client, call, clock) {
    const takeTurn = createTurns();
    const describe = async (name, withTags) => {
        try {
            const answer = await call({ action: "ecs:DescribeTaskDefinition", resource: name }, () => client().send(new client_ecs_dist_cjs/* DescribeTaskDefinitionCommand */.Zy$({ taskDefinition: name, ...(withTags && { include: ["TAGS"] }) })));
            const live = toLiveTaskDefinition(requireMember(answer.taskDefinition, "ecs:DescribeTaskDefinition", "taskDefinition"));
            return withTags ? { ...live, tags: (0,model_tags/* fromEcsTags */.Pc)(answer.tags) } : live;
        }
        catch (error) {
            if (isClientException(error, NOT_THERE))
                return undefined;
            throw error;
        }
    };
    /** There is no client token for a registration: the tag says whether the newest revision is the one sent. */
    const findRegistered = async (family, registration) => {
        for (let look = 1;; look += 1) {
            const latest = await describe(family, true);
            if (latest?.tags?.[model_tags/* TAG_REGISTRATION */.j5] === registration)
                return latest.arn;
            if (look === ecs_task_definitions_MOST_LOOKS)
                return undefined;
            await clock.sleep(ecs_task_definitions_LOOK_INTERVAL);
        }
    };
    return {
        describeTaskDefinition: (name, { withTags = false } = {}) => describe(name, withTags),
        registerTaskDefinition(body, environment, tags) {
            const registration = crypto.randomUUID();
            const input = assembleRegistration(body, environment, { ...tags, [model_tags/* TAG_REGISTRATION */.j5]: registration });
            const family = input.family ?? "";
            return takeTurn(family, () => call({ action: "ecs:RegisterTaskDefinition", resource: family, hidden: hiddenTextsOf(environment) }, async () => {
                const answer = await client().send(new client_ecs_dist_cjs/* RegisterTaskDefinitionCommand */.$Hl(input));
                const arn = answer.taskDefinition?.taskDefinitionArn;
                return requireMember(arn, "ecs:RegisterTaskDefinition", "taskDefinitionArn");
            }, { passing: CONCURRENT_REVISION, findEffect: () => findRegistered(family, registration) }));
        },
        listTaskDefinitions: (family, status) => readAllPages(async (nextToken) => {
            const answer = await call({ action: "ecs:ListTaskDefinitions", resource: family }, () => client().send(
            // The SDK calls it a prefix; the API reference says that it is the whole name of the family.
            new client_ecs_dist_cjs/* ListTaskDefinitionsCommand */.Pse({
                familyPrefix: family,
                status,
                sort: "DESC",
                maxResults: NAMES_PER_PAGE,
                nextToken,
            })));
            return { items: answer.taskDefinitionArns ?? [], next: answer.nextToken };
        }),
        listTaskDefinitionFamilies: (prefix) => readAllPages(async (nextToken) => {
            const answer = await call({ action: "ecs:ListTaskDefinitionFamilies", resource: prefix }, () => client().send(new client_ecs_dist_cjs/* ListTaskDefinitionFamiliesCommand */.cSD({
                familyPrefix: prefix,
                status: "ACTIVE",
                maxResults: NAMES_PER_PAGE,
                nextToken,
            })));
            return { items: answer.families ?? [], next: answer.nextToken };
        }),
        async deregisterTaskDefinition(arn) {
            try {
                await call({ action: "ecs:DeregisterTaskDefinition", resource: arn }, () => client().send(new client_ecs_dist_cjs/* DeregisterTaskDefinitionCommand */.sjB({ taskDefinition: arn })));
            }
            catch (error) {
                if (!isClientException(error, NOT_ACTIVE))
                    throw error;
            }
        },
    };
}
/** RegisterTaskDefinition with the environment in its place: the first container. Secret values are in it. */
function assembleRegistration(body, environment, tags) {
    const containers = body.containerDefinitions;
    const [codeServer, ...sidecars] = Array.isArray(containers) ? containers : [];
    if (codeServer === null || typeof codeServer !== "object" || !("name" in codeServer)) {
        throw new errors/* ActionError */.lZ("no-code-server-container", "A task definition to register has no container.", {
            source: "internal",
        });
    }
    const variables = environment.map(({ name, value }) => ({ name, value: (0,model_environment/* revealValue */.JW)(value) }));
    const assembled = {
        ...body,
        containerDefinitions: [{ ...codeServer, environment: variables }, ...sidecars],
        tags: toEcsTags(tags),
    };
    // The body is built elsewhere in the shape of this API; the SDK's type cannot follow a JSON value.
    return assembled;
}
function hiddenTextsOf(environment) {
    return environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : []));
}
function toLiveTaskDefinition(answer) {
    const action = "ecs:DescribeTaskDefinition";
    return {
        arn: requireMember(answer.taskDefinitionArn, action, "taskDefinitionArn"),
        family: requireMember(answer.family, action, "family"),
        revision: requireMember(answer.revision, action, "revision"),
        status: requireMember(answer.status, action, "status"),
        // Through text: dates become ISO text, and members that are undefined are gone.
        description: JSON.parse(JSON.stringify(answer)),
    };
}
function isClientException(error, message) {
    return error instanceof errors/* ActionError */.lZ && error.code === "ClientException" && message.test(error.message);
}
/** Runs the tasks of one key one after another: ECS refuses two new revisions of a family at once. */
function createTurns() {
    const last = new Map();
    return (key, task) => {
        const turn = (last.get(key) ?? Promise.resolve()).then(task, task);
        last.set(key, turn);
        return turn;
    };
}

;// CONCATENATED MODULE: ./build/aws/ecs-tasks.js






/** DescribeTasks and ListTasks API references: at most 100. */
const TASKS_PER_CALL = 100;
const ecs_tasks_BATCHES_AT_ONCE = 4;
/** The calls about tasks. */
function createTaskCalls(client, call) {
    const describeTasks = async (cluster, arns, resource) => {
        const answers = await (0,concurrency/* mapConcurrently */.X2)((0,concurrency/* chunk */.iv)(arns, TASKS_PER_CALL), ecs_tasks_BATCHES_AT_ONCE, (batch) => call({ action: "ecs:DescribeTasks", resource, cluster }, () => client().send(new client_ecs_dist_cjs/* DescribeTasksCommand */.z8X({ cluster, tasks: [...batch] }))));
        // A task that ECS has forgotten since ListTasks is among the failures of the answer: it explains nothing.
        return answers.flatMap(({ tasks }) => tasks ?? []);
    };
    const findTasks = async (cluster, filter, desiredStatus) => {
        const resource = "family" in filter ? filter.family : filter.serviceName;
        const arns = await readAllPages(async (nextToken) => {
            const answer = await call({ action: "ecs:ListTasks", resource, cluster }, () => client().send(new client_ecs_dist_cjs/* ListTasksCommand */.MYg({ cluster, ...filter, desiredStatus, maxResults: TASKS_PER_CALL, nextToken })));
            return { items: answer.taskArns ?? [], next: answer.nextToken };
        });
        return describeTasks(cluster, arns, resource);
    };
    return {
        async describeStoppedTasks(cluster, serviceName) {
            const tasks = await findTasks(cluster, { serviceName }, "STOPPED");
            return tasks.sort((left, right) => stopTimeOf(right) - stopTimeOf(left));
        },
        describeRunningTasks: (cluster, serviceName) => findTasks(cluster, { serviceName }, "RUNNING"),
        describeTasksOfFamily: (cluster, family) => findTasks(cluster, { family }, "RUNNING"),
        describeTasks: (cluster, arns) => describeTasks(cluster, arns, cluster),
        async runTask(request, tags) {
            const { cluster, taskDefinition } = request;
            // Without a token of ours the SDK makes one for each attempt, and a lost answer a second task.
            const clientToken = request.clientToken ?? crypto.randomUUID();
            const input = { ...request, clientToken, count: 1, tags: toEcsTags(tags) };
            const answer = await call({
                action: "ecs:RunTask",
                ...(typeof taskDefinition === "string" && { resource: taskDefinition }),
                ...(typeof cluster === "string" && { cluster }),
            }, () => client().send(new client_ecs_dist_cjs/* RunTaskCommand */._eD(input)));
            const failure = answer.failures?.[0];
            if (failure !== undefined) {
                const detail = failure.detail === undefined ? "" : ` (${failure.detail})`;
                throw new errors/* ActionError */.lZ(failure.reason ?? "RunTaskFailure", `ECS could not place the task: ${failure.reason?.replace(/\.$/, "") ?? "no reason given"}${detail}.`, { source: "aws" });
            }
            return requireMember(answer.tasks?.[0], "ecs:RunTask", "tasks");
        },
        async stopTask(cluster, arn, reason) {
            try {
                await call({ action: "ecs:StopTask", resource: arn, cluster }, () => client().send(new client_ecs_dist_cjs/* StopTaskCommand */.PP1({ cluster, task: arn, reason })));
            }
            catch (error) {
                if (!isForgotten(error))
                    throw error;
            }
        },
    };
}
/** StopTask names a task ECS no longer knows only in the text of an InvalidParameterException. */
function isForgotten(error) {
    return (error instanceof errors/* ActionError */.lZ &&
        error.code === "InvalidParameterException" &&
        /task was not found/i.test(error.message));
}
/** A task that is still stopping has no time yet: it is the newest. */
function stopTimeOf(task) {
    return (task.stoppedAt ?? task.stoppingAt)?.getTime() ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./build/aws/ecs.js







/** Amazon ECS behind its port. */
function createEcsPort(client, call, clock) {
    const services = createServiceReads(client, call);
    return {
        ...services,
        ...createServiceWrites(client, call, clock, services.describeServices),
        ...createServiceDeploymentCalls(client, call),
        ...createTaskDefinitionCalls(client, call, clock),
        ...createTaskCalls(client, call),
        async tagResource(arn, tags) {
            if (Object.keys(tags).length === 0)
                return;
            await call({ action: "ecs:TagResource", resource: arn }, () => client().send(new client_ecs_dist_cjs/* TagResourceCommand */.eqU({ resourceArn: arn, tags: toEcsTags(tags) })));
        },
        async untagResource(arn, keys) {
            if (keys.length === 0)
                return;
            await call({ action: "ecs:UntagResource", resource: arn }, () => client().send(new client_ecs_dist_cjs/* UntagResourceCommand */.RP$({ resourceArn: arn, tagKeys: [...keys] })));
        },
    };
}

;// CONCATENATED MODULE: ./build/aws/trust-policy.js
/** The service that starts ECS tasks, the same in every partition. */
const TASKS_SERVICE = "ecs-tasks.amazonaws.com";
const ASSUME_ACTIONS = new Set(["sts:assumerole", "sts:*", "*"]);
/**
 * Whether a role's trust policy, as IAM returns it (URL-encoded JSON), lets ECS tasks assume the role. Conditions
 * are not judged: they depend on the task.
 */
function trustsEcsTasks(encodedPolicy) {
    const policy = JSON.parse(decodeURIComponent(encodedPolicy));
    return listOf(membersOf(policy).Statement).some((statement) => {
        const { Effect, Action, Principal } = membersOf(statement);
        return (Effect === "Allow" &&
            listOf(Action).some((action) => typeof action === "string" && ASSUME_ACTIONS.has(action.toLowerCase())) &&
            (Principal === "*" || listOf(membersOf(Principal).Service).includes(TASKS_SERVICE)));
    });
}
/** IAM lets a list of one be written without the list. */
function listOf(value) {
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}
function membersOf(value) {
    return typeof value === "object" && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./build/aws/identity.js






/** AWS STS and IAM behind their port. */
function createIdentityPort(sts, iam, call) {
    return {
        async callerIdentity() {
            const action = "sts:GetCallerIdentity";
            const answer = await call({ action }, () => sts().send(new client_sts_dist_cjs/* GetCallerIdentityCommand */.zI({})));
            const arn = requireMember(answer.Arn, action, "Arn");
            return {
                account: requireMember(answer.Account, action, "Account"),
                arn,
                partition: requireMember((0,model_arn/* parseArn */.Lw)(arn)?.partition, action, "an ARN"),
            };
        },
        async checkTaskRole(arn) {
            try {
                const answer = await call({ action: "iam:GetRole", resource: arn }, () => iam().send(new client_iam_dist_cjs/* GetRoleCommand */.kbp({ RoleName: (0,model_arn/* lastSegment */.mp)(arn) })));
                const policy = answer.Role?.AssumeRolePolicyDocument;
                return policy !== undefined && trustsEcsTasks(policy) ? "ok" : "untrusted";
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && NO_ROLE_CODES.has(error.code))
                    return "missing";
                throw error;
            }
        },
    };
}
/** IAM's wire name and the SDK's name for it. */
const NO_ROLE_CODES = new Set(["NoSuchEntity", "NoSuchEntityException"]);

;// CONCATENATED MODULE: ./build/aws/logs.js



/** GetLogEvents may answer with an empty page although earlier ones hold events; few pages reach them. */
const MOST_PAGES = 5;
/** Amazon CloudWatch Logs behind its port. */
function createLogsPort(client, call) {
    return {
        async lastLines(group, stream, count) {
            try {
                return await readBackwards(client(), call, { group, stream, count });
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && error.code === "ResourceNotFoundException")
                    return [];
                throw error;
            }
        },
        async groupExists(group) {
            const groups = await readAllPages(async (nextToken) => {
                const answer = await call({ action: "logs:DescribeLogGroups", resource: group }, () => client().send(new dist_cjs/* DescribeLogGroupsCommand */.VlF({ logGroupNamePrefix: group, nextToken })));
                const items = answer.logGroups ?? [];
                // The name itself sorts before all names it is the beginning of: no need to read on.
                return { items, next: items.some(({ logGroupName }) => logGroupName === group) ? undefined : answer.nextToken };
            });
            return groups.some(({ logGroupName }) => logGroupName === group);
        },
    };
}
async function readBackwards(client, call, wanted) {
    const { group, stream, count } = wanted;
    let lines = [];
    let token;
    for (let page = 0; page < MOST_PAGES && lines.length < count; page += 1) {
        const answer = await call({ action: "logs:GetLogEvents", resource: `${group}:${stream}` }, () => client.send(new dist_cjs/* GetLogEventsCommand */.h7S({
            logGroupName: group,
            logStreamName: stream,
            limit: count,
            startFromHead: false,
            nextToken: token,
        })));
        lines = [...(answer.events ?? []).map(({ message }) => message ?? ""), ...lines];
        // The same token again means the beginning of the stream.
        if (answer.nextBackwardToken === undefined || answer.nextBackwardToken === token)
            break;
        token = answer.nextBackwardToken;
    }
    return lines.slice(-count);
}

;// CONCATENATED MODULE: ./build/aws/network.js


/** Amazon EC2 behind its port. */
function createNetworkPort(client, call) {
    return {
        /**
         * The agent's rule, except that a NAT route counts wherever it stands in the table: the agent overlooks one
         * that comes after a prefix-list route (docs/agent.md, Network).
         */
        async inferPublicIp(subnets) {
            if (subnets.length === 0)
                return "ENABLED";
            const tables = await readAllPages(async (NextToken) => {
                const filters = [{ Name: "association.subnet-id", Values: [...subnets] }];
                const answer = await call({ action: "ec2:DescribeRouteTables", resource: subnets.join(", ") }, () => client().send(new client_ec2_dist_cjs/* DescribeRouteTablesCommand */.VS8({ Filters: filters, NextToken })));
                return { items: answer.RouteTables ?? [], next: answer.NextToken };
            });
            const hasNat = tables.some(({ Routes }) => Routes?.some(({ NatGatewayId }) => Boolean(NatGatewayId)));
            return hasNat ? "DISABLED" : "ENABLED";
        },
        // By filter instead of by id: an id that is not there would be an error that names only some of them.
        async missingSubnets(subnets) {
            if (subnets.length === 0)
                return [];
            const found = await readAllPages(async (NextToken) => {
                const filters = [{ Name: "subnet-id", Values: [...subnets] }];
                const answer = await call({ action: "ec2:DescribeSubnets", resource: subnets.join(", ") }, () => client().send(new client_ec2_dist_cjs/* DescribeSubnetsCommand */.jSW({ Filters: filters, NextToken })));
                return { items: answer.Subnets ?? [], next: answer.NextToken };
            });
            return subtract(subnets, found.map(({ SubnetId }) => SubnetId));
        },
        async missingSecurityGroups(groups) {
            if (groups.length === 0)
                return [];
            const found = await readAllPages(async (NextToken) => {
                const filters = [{ Name: "group-id", Values: [...groups] }];
                const answer = await call({ action: "ec2:DescribeSecurityGroups", resource: groups.join(", ") }, () => client().send(new client_ec2_dist_cjs/* DescribeSecurityGroupsCommand */.jsQ({ Filters: filters, NextToken })));
                return { items: answer.SecurityGroups ?? [], next: answer.NextToken };
            });
            return subtract(groups, found.map(({ GroupId }) => GroupId));
        },
    };
}
function subtract(wanted, found) {
    return wanted.filter((id) => !found.includes(id));
}

// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __webpack_require__(3863);
;// CONCATENATED MODULE: ./build/aws/image-manifest.js
/** Manifest types this program can read: an index of platforms, and a single image of either kind. */
const MANIFEST_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
/**
 * The platforms (`linux/amd64`) an image index lists, sorted; empty when the manifest is of a single image, whose
 * platform is only in its configuration blob. Attestations, listed as `unknown/unknown`, are left out.
 */
function platformsOf(manifest) {
    const entries = image_manifest_membersOf(parseJson(manifest)).manifests;
    if (!Array.isArray(entries))
        return [];
    const platforms = entries.flatMap((entry) => {
        const { os, architecture } = image_manifest_membersOf(image_manifest_membersOf(entry).platform);
        return typeof os === "string" && typeof architecture === "string" && os !== "unknown"
            ? [`${os}/${architecture}`]
            : [];
    });
    return [...new Set(platforms)].sort();
}
function parseJson(text) {
    try {
        return JSON.parse(text ?? "");
    }
    catch {
        // Whoever pushed the image chose this text: one that cannot be read tells nothing of platforms.
        return undefined;
    }
}
function image_manifest_membersOf(value) {
    return typeof value === "object" && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./build/aws/registry.js






/** BatchGetImage API reference. */
const IMAGES_PER_CALL = 100;
const REPOSITORIES_AT_ONCE = 8;
/** Failures that say nothing about whether the image is there. */
const INCONCLUSIVE_FAILURES = new Set([
    "KmsError",
    "UnsupportedImageType",
    "UpstreamAccessDenied",
    "UpstreamTooManyRequests",
    "UpstreamUnavailable",
]);
/** Amazon ECR behind its port. `clientFor`: a registry answers only in its own region. */
function createRegistryPort(clientFor, call) {
    return {
        async resolveImages(references) {
            const facts = new Map();
            const lookups = [];
            for (const reference of new Set(references)) {
                const lookup = planLookup(reference);
                if ("status" in lookup)
                    facts.set(reference, lookup);
                else
                    lookups.push(lookup);
            }
            const answers = await (0,concurrency/* mapConcurrently */.X2)(batchByRepository(lookups), REPOSITORIES_AT_ONCE, (batch) => lookUpBatch(clientFor, call, batch));
            for (const [reference, fact] of answers.flat())
                facts.set(reference, fact);
            return new Map([...new Set(references)].flatMap((key) => pairOf(key, facts.get(key))));
        },
    };
}
function pairOf(reference, fact) {
    return fact === undefined ? [] : [[reference, fact]];
}
function planLookup(text) {
    const parsed = (0,image_reference/* parseImageReference */.o)(text);
    if (parsed.status === "invalid")
        return { status: "not-checked", reason: `the reference ${parsed.reason}` };
    const { ecr, repository } = parsed.reference;
    if (ecr === undefined)
        return { status: "not-checked", reason: "not an ECR image" };
    return { reference: text, ecr, repository, id: identify(parsed.reference) };
}
/** A digest says everything: with a tag beside it, ECR would refuse the image once the tag has moved on. */
function identify({ digest, tag }) {
    return digest === undefined ? { imageTag: tag ?? "latest" } : { imageDigest: digest };
}
function keyOf(id) {
    return id?.imageDigest ?? id?.imageTag ?? "";
}
/** Batches that hold each image once, though several references may name it. */
function batchByRepository(lookups) {
    const byRepository = Map.groupBy(lookups, ({ ecr, repository }) => `${ecr.account}/${ecr.region}/${repository}`);
    return [...byRepository.values()].flatMap((ofRepository) => {
        const byImage = [...Map.groupBy(ofRepository, ({ id }) => keyOf(id)).values()];
        return (0,concurrency/* chunk */.iv)(byImage, IMAGES_PER_CALL).map((images) => images.flat());
    });
}
async function lookUpBatch(clientFor, call, batch) {
    const [first] = batch;
    if (first === undefined)
        return [];
    const { ecr, repository } = first;
    const imageIds = [...new Map(batch.map(({ id }) => [keyOf(id), id])).values()];
    try {
        const answer = await call({ action: "ecr:BatchGetImage", resource: repository }, () => clientFor(ecr.region).send(new client_ecr_dist_cjs/* BatchGetImageCommand */.P8n({
            registryId: ecr.account,
            repositoryName: repository,
            imageIds,
            acceptedMediaTypes: [...MANIFEST_TYPES],
        })));
        return batch.map(({ reference, id }) => [reference, findImage(answer, repository, id)]);
    }
    catch (error) {
        const fact = explainFailure(error, first);
        return batch.map(({ reference }) => [reference, fact]);
    }
}
function findImage(answer, repository, id) {
    const image = answer.images?.find(({ imageId }) => id.imageDigest === undefined ? imageId?.imageTag === id.imageTag : imageId?.imageDigest === id.imageDigest);
    const digest = image?.imageId?.imageDigest;
    if (digest !== undefined)
        return { status: "found", digest, platforms: platformsOf(image?.imageManifest) };
    const failure = answer.failures?.find(({ imageId }) => keyOf(imageId) === keyOf(id));
    const said = failure?.failureReason ?? failure?.failureCode;
    const what = id.imageDigest === undefined ? `no tag \`${id.imageTag}\`` : `no image \`${id.imageDigest}\``;
    if (failure?.failureCode !== undefined && INCONCLUSIVE_FAILURES.has(failure.failureCode)) {
        return { status: "not-checked", reason: `ECR could not read it: ${said}` };
    }
    const quote = said === undefined ? "" : ` (${said.replace(/[.\s]+$/, "")})`;
    return { status: "missing", reason: `the ECR repository \`${repository}\` has ${what}${quote}` };
}
function explainFailure(error, { ecr, repository }) {
    if ((0,aws_error_codes/* isAccessDenied */.w7)(error))
        return { status: "not-checked", reason: error.message };
    if (error instanceof errors/* ActionError */.lZ && error.code === "RepositoryNotFoundException") {
        return {
            status: "missing",
            reason: `the ECR registry of account ${ecr.account} in ${ecr.region} has no repository \`${repository}\``,
        };
    }
    throw error;
}

;// CONCATENATED MODULE: ./build/aws/secrets.js





/** ListSecrets API reference. */
const SECRETS_PER_PAGE = 100;
/** AWS Secrets Manager behind its port. */
function createSecretsPort(client, call) {
    return {
        async secretsWithTag(tag) {
            const secrets = await readAllPages(async (NextToken) => {
                const answer = await call({ action: "secretsmanager:ListSecrets", resource: `tag ${tag}` }, () => client().send(new client_secrets_manager_dist_cjs/* ListSecretsCommand */.j({
                    Filters: [{ Key: "tag-key", Values: [tag] }],
                    MaxResults: SECRETS_PER_PAGE,
                    NextToken,
                })));
                return { items: answer.SecretList ?? [], next: answer.NextToken };
            });
            return (secrets
                // The service's filter matches the beginning of a key.
                .filter(({ Tags }) => Tags?.some(({ Key }) => Key === tag))
                .flatMap(({ Name, ARN }) => (Name === undefined || ARN === undefined ? [] : [{ name: Name, valueFrom: ARN }]))
                .sort((left, right) => (0,text_order/* compareCodePoints */.O)(left.name, right.name)));
        },
        async nameOf(arn) {
            try {
                const answer = await call({ action: "secretsmanager:DescribeSecret", resource: arn }, () => client().send(new client_secrets_manager_dist_cjs/* DescribeSecretCommand */.X5({ SecretId: (0,model_arn/* secretArnOf */.BG)(arn) })));
                // One that is scheduled for deletion can be described but not read: a task would not start.
                return answer.DeletedDate === undefined ? answer.Name : undefined;
            }
            catch (error) {
                if (error instanceof errors/* ActionError */.lZ && error.code === "ResourceNotFoundException")
                    return undefined;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/aws/index.js

















/** Everything in AWS behind its ports. Nothing is called, and no client is made, before it is needed. */
async function createAwsPorts(options) {
    const { region, serviceDiscoveryRoleArn, clock } = options;
    const call = createCall(options);
    const configuration = clientOptions(region);
    const sts = lazily(() => new client_sts_dist_cjs/* STSClient */.iM(configuration));
    const ecrOfRegion = new Map();
    const ecr = (ofRegion) => {
        const client = ecrOfRegion.get(ofRegion) ?? lazily(() => new client_ecr_dist_cjs/* ECRClient */.S70(clientOptions(ofRegion)));
        ecrOfRegion.set(ofRegion, client);
        return client();
    };
    const cloudMap = lazily(() => new client_servicediscovery_dist_cjs/* ServiceDiscoveryClient */.rjH({
        ...configuration,
        ...(serviceDiscoveryRoleArn === undefined
            ? {}
            : { credentials: assumeRole(serviceDiscoveryRoleArn, sts, call) }),
    }));
    return {
        region,
        ecs: createEcsPort(lazily(() => new client_ecs_dist_cjs/* ECSClient */.Zgc(configuration)), call, clock),
        registry: createRegistryPort(ecr, call),
        discovery: createDiscoveryPort(cloudMap, call, clock),
        secrets: createSecretsPort(lazily(() => new client_secrets_manager_dist_cjs/* SecretsManagerClient */._H(configuration)), call),
        logs: createLogsPort(lazily(() => new dist_cjs/* CloudWatchLogsClient */.TFr(configuration)), call),
        network: createNetworkPort(lazily(() => new client_ec2_dist_cjs/* EC2Client */.gu5(configuration)), call),
        identity: createIdentityPort(sts, lazily(() => new client_iam_dist_cjs/* IAMClient */.h8v(configuration)), call),
    };
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
