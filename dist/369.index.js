export const id = 369;
export const ids = [369];
export const modules = {

/***/ 1369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   redeploy: () => (/* binding */ redeploy)
/* harmony export */ });
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3943);
/* harmony import */ var _desired_image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3744);
/* harmony import */ var _model_tags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(741);
/* harmony import */ var _plan_revision_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(569);
/* harmony import */ var _obtain_revision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6246);
/* harmony import */ var _revision_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1865);






const LOCATIONS_AT_ONCE = 8;
/**
 * Starts new tasks of the revision that each selected location runs. With `images`, or `image-tag` where the
 * configuration has `build.registry`, of a revision that differs in the image only.
 */
function redeploy(context) {
    const { inputs } = context;
    return (0,_revision_run_js__WEBPACK_IMPORTED_MODULE_3__/* .changeRevisions */ .n)(context, async (locations, { ecs, registry }, cluster) => {
        const where = { cluster, ecs };
        const requested = locations.map((location) => imageGivenFor(location, inputs));
        const asksRegistry = inputs.pinImages || inputs.verify || inputs.missingImage === "keep";
        const references = requested.filter((reference) => reference !== undefined);
        const images = asksRegistry && references.length > 0 ? await registry.resolveImages(references) : new Map();
        const pairs = locations.map((location, index) => ({ location, reference: requested[index] }));
        const decisions = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X2)(pairs, LOCATIONS_AT_ONCE, async ({ location, reference }) => {
            if (reference === undefined)
                return sameRevision(location, undefined, warnAboutUnusedTag(location, inputs), where);
            const image = (0,_desired_image_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveImage */ .A)({
                requested: reference,
                fact: images.get(reference),
                pin: inputs.pinImages,
                runningImage: inputs.missingImage === "keep" ? location.image : undefined,
            });
            return image.reference === location.image
                ? sameRevision(location, image, warnAboutKept(image), where)
                : otherImage(location, image, where);
        });
        return { decisions, images };
    });
}
/** The image that the inputs give for a location; what only the configuration says is for an apply. */
function imageGivenFor({ configured: { location } }, inputs) {
    const isNamed = inputs.images.has(location.name);
    const isTagged = inputs.imageTag !== undefined && location.image === undefined;
    if (!isNamed && !isTagged)
        return undefined;
    const requested = (0,_desired_image_js__WEBPACK_IMPORTED_MODULE_5__/* .requestedImage */ .Y)(location, inputs);
    return requested.kind === "reference" ? requested.reference : undefined;
}
function warnAboutUnusedTag({ configured: { location } }, inputs) {
    if (inputs.imageTag === undefined)
        return [];
    return [
        location.image === undefined
            ? "image-tag has no effect on it: it has no `build.registry`."
            : "image-tag has no effect on it: the configuration names its image. Use `images`.",
    ];
}
function warnAboutKept({ status, requested }) {
    return status === "kept" ? [`The image ${requested} is not in the registry: the one that runs now is kept.`] : [];
}
async function sameRevision({ content, image, running, service }, given, warnings, { cluster, ecs }) {
    const isActive = running.status === "ACTIVE";
    const anew = isActive ? "" : " It is deregistered: its content is registered anew.";
    const reason = given === undefined
        ? { code: "redeploy", text: `New tasks of the revision it runs.${anew}` }
        : { code: "redeploy-same-image", text: `It runs this image already: new tasks of the same revision.${anew}` };
    const taskDefinition = isActive ? { register: false } : await (0,_obtain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainContent */ .X)(running.family, content, cluster, ecs);
    return {
        kind: "change",
        change: { action: "redeploy", reason, taskDefinition, warnings },
        content,
        image: given ?? { requested: image, reference: image, status: "registered" },
        commit: service.tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ],
    };
}
async function otherImage({ content, running, service }, image, { cluster, ecs }) {
    const wanted = (0,_plan_revision_content_js__WEBPACK_IMPORTED_MODULE_1__/* .withImage */ .Mo)(content, image.reference);
    return {
        kind: "change",
        change: {
            action: "redeploy",
            reason: { code: "redeploy-image", text: "Another image; everything else stays as it runs." },
            taskDefinition: await (0,_obtain_revision_js__WEBPACK_IMPORTED_MODULE_2__/* .obtainContent */ .X)(running.family, wanted, cluster, ecs),
            warnings: [],
        },
        content: wanted,
        image,
        // The configuration that it was made from stays the same.
        commit: service.tags[_model_tags_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG_COMMIT */ .rJ],
    };
}


/***/ })

};
