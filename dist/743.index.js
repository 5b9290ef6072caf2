export const id = 743;
export const ids = [743];
export const modules = {

/***/ 1743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ refuseLateDestroy),
/* harmony export */   refuseLateApply: () => (/* binding */ refuseLateApply)
/* harmony export */ });
/**
 * Undefined when the branch deployment may be applied to. A workflow that is run again, or that waited for its image,
 * may find its pull request closed: what it would create, nobody would remove before the next sweep.
 */
async function refuseLateApply(context) {
    const { deployment } = context;
    const pullRequest = deployment.branch?.pullRequest;
    if (pullRequest === undefined || (await askState(pullRequest, context)) !== "closed")
        return undefined;
    return {
        kind: "nothing",
        message: `Pull request ${pullRequest} is closed by now: its branch deployment ${deployment.name} is not created again.`,
    };
}
/** Undefined when the branch deployment may be destroyed: the pull request whose closing asks for it may be open again. */
async function refuseLateDestroy(pullRequest, context) {
    const { event } = context;
    const isAsked = event?.action === "closed" && event.pullRequest === pullRequest;
    if (!isAsked || (await askState(pullRequest, context)) !== "open")
        return undefined;
    return {
        kind: "nothing",
        message: `Pull request ${pullRequest} is open again by now: its branch deployment stays.`,
    };
}
/** Undefined when GitHub does not say: then the event counts. */
async function askState(pullRequest, context) {
    const { event, inputs } = context;
    if (event === undefined || inputs.githubToken === undefined)
        return undefined;
    try {
        const { githubToken: token } = inputs;
        const pullRequests = await context.connectPullRequests({ token, repository: event.repository });
        return await pullRequests.pullRequestState(pullRequest);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
