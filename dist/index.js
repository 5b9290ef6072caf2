#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return foldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return foldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function foldLines(source) {
    /**
     * The negative lookbehind here and in the `re` RegExp is to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari, which doesn't support this yet:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let first, line;
    try {
        first = new RegExp('(.*?)(?<![ \t])[ \t]*\r?\n', 'sy');
        line = new RegExp('[ \t]*(.*?)(?:(?<![ \t])[ \t]*)?\r?\n', 'sy');
    }
    catch {
        first = /(.*?)[ \t]*\r?\n/sy;
        line = /[ \t]*(.*?)[ \t]*\r?\n/sy;
    }
    let match = first.exec(source);
    if (!match)
        return source;
    let res = match[1];
    let sep = ' ';
    let pos = first.lastIndex;
    line.lastIndex = pos;
    while ((match = line.exec(source))) {
        if (match[1] === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + match[1];
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



exports.Dk = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
exports.XT = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
exports.DB = cst;
exports.JG = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
exports.iX = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
exports.hR = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
exports.As = publicApi.stringify;
exports.YR = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const { anchors, doc, maxAliasCount } = ctx;
        const source = this.resolve(doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        let data = anchors.get(source);
        if (!data) {
            // Resolve anchors for Node.prototype.toJS()
            toJS.toJS(source, null, ctx);
            data = anchors.get(source);
        }
        /* istanbul ignore if */
        if (data?.res === undefined) {
            const msg = 'This should not happen: Alias anchor was not resolved?';
            throw new ReferenceError(msg);
        }
        if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
                data.aliasCount = getAliasCount(doc, source, anchors);
            if (data.count * data.aliasCount > maxAliasCount) {
                const msg = 'Excessive alias count indicates a resource exhaustion attack';
                throw new ReferenceError(msg);
            }
        }
        return data.res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


/***/ }),

/***/ 2356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runTerminal)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/commands/choose.js
var choose = __nccwpck_require__(5238);
// EXTERNAL MODULE: ./build/report/problems.js
var report_problems = __nccwpck_require__(5567);
// EXTERNAL MODULE: ./build/commands/json-text.js
var json_text = __nccwpck_require__(7781);
;// CONCATENATED MODULE: ./build/commands/present.js


/** A result as text for a terminal, as Markdown, or as JSON for a program. */
async function presentResult(result, format, style) {
    switch (result.kind) {
        case "nothing":
            return result.message;
        case "rendered":
            return (0,json_text/* formatJson */.I)(result.document);
        case "invalid":
        case "validated":
            return presentFindings(result, format);
        case "planned":
        case "refused":
        case "applied":
        case "removed": {
            const { presentRun } = await Promise.all(/* import() */[__nccwpck_require__.e(162), __nccwpck_require__.e(518), __nccwpck_require__.e(940)]).then(__nccwpck_require__.bind(__nccwpck_require__, 940));
            return presentRun(result, format, style);
        }
    }
}
function presentFindings(result, format) {
    const { problems } = result.findings;
    if (format === "json")
        return (0,json_text/* formatJson */.I)({ valid: result.kind === "validated", problems: problems.map(json_text/* asJson */.v) });
    if (format === "markdown")
        return (0,report_problems/* renderProblemsMarkdown */.qE)(problems).trimEnd();
    if (result.kind === "invalid")
        return "The configuration is not valid.";
    return `The configuration is valid: ${result.locations} code location${result.locations === 1 ? "" : "s"}.`;
}

// EXTERNAL MODULE: ./build/commands/redaction.js
var redaction = __nccwpck_require__(866);
// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __nccwpck_require__(8105);
// EXTERNAL MODULE: ./build/config/location-schema.js
var location_schema = __nccwpck_require__(7538);
// EXTERNAL MODULE: ./build/config/rules.js
var rules = __nccwpck_require__(2012);
;// CONCATENATED MODULE: ./build/config/json-schema.js



/** Keywords of JSON Schema, apart: an object literal with a member `then` could be taken for a promise. */
const CONDITIONAL = { condition: "if", consequence: "then", alternative: "else" };
/** Draft 7 is what the YAML language server knows best. */
const DRAFT = "http://json-schema.org/draft-07/schema#";
/** What a JSON Schema can say of the rules beyond types; the others are for `validate`. */
const RULES = new Map([
    [rules/* checkImage */.cd, { pattern: "^\\S(?:[\\s\\S]*\\S)?$" }],
    [rules/* checkHealthCheck */.zq, when({ minProperties: 1 }, { required: ["command"] })],
    [rules/* checkSidecars */.b8, { items: { properties: { name: { not: { const: code_server/* CODE_SERVER_CONTAINER */.ke } } } } }],
    [rules/* checkServerTags */.ds, { items: { properties: { key: { not: { const: "" } } } } }],
    [rules/* checkRunTags */.pY, { items: { properties: { key: { not: { const: "" } } } } }],
]);
/** Larger subschemas get a name of their own, as people and editors see it. */
const LARGE = 300;
const NULL = { type: "null" };
/** `{env: NAME}` in place of a value. */
const VARIABLE = "environmentVariable";
const IS_ONE_LOCATION = {
    required: ["location_name"],
    not: { anyOf: [{ required: ["locations"] }, { required: ["defaults"] }] },
};
const IS_BY_NAME = { type: "object" };
/**
 * The JSON Schema of `dagster_cloud.yaml`, of the definitions that the check reads, older forms included. It refuses
 * nothing that the check accepts, but for what only a merge can tell: with a `defaults` block, a key without a value
 * counts as absent in locations too, and entries may be completed by those of the defaults.
 */
function makeJsonSchema() {
    const definitions = new Map([[VARIABLE, variableReference()]]);
    const location = drawShape(location_schema/* locationSchema */.Hd, { isPartial: false, definitions });
    const defaults = drawShape(location_schema/* defaultsSchema */.ms, { isPartial: true, definitions });
    const locationByName = drawLocationByName({ isPartial: false, definitions });
    return {
        $schema: DRAFT,
        title: "dagster_cloud.yaml",
        description: "Code locations of Dagster on Amazon ECS.",
        type: "object",
        ...when(IS_ONE_LOCATION, { $ref: "#/definitions/location" }, drawFile()),
        definitions: { location, defaults, locationByName, ...Object.fromEntries(definitions) },
    };
}
/** The file as it is documented, and its older form in which `locations` is a mapping of names. */
function drawFile() {
    const describe = (key) => ({ description: location_schema/* fileFields */.we[key]?.description ?? "" });
    return {
        properties: {
            locations: {
                ...describe("locations"),
                ...when(IS_BY_NAME, { propertyNames: { minLength: 1 }, additionalProperties: { $ref: "#/definitions/locationByName" } }, { type: "array", items: { $ref: "#/definitions/location" } }),
            },
            defaults: { ...describe("defaults"), anyOf: [{ $ref: "#/definitions/defaults" }, NULL] },
        },
        required: Object.keys(location_schema/* fileFields */.we).filter((key) => location_schema/* fileFields */.we[key]?.required),
        additionalProperties: false,
    };
}
function drawLocationByName(drawing) {
    const { sources, others } = location_schema/* locationByNameFields */.zl;
    const selector = drawSelector(sources, drawing);
    return {
        description: "A location in the older form, without code_source; better write locations as a list.",
        ...selector,
        properties: { ...selector.properties, ...drawFields(others, drawing) },
    };
}
/** Better than `anyOf` where one can tell what is meant: an editor then speaks of that. */
function when(condition, consequence, alternative) {
    const { condition: when, consequence: so, alternative: otherwise } = CONDITIONAL;
    return Object.fromEntries([[when, condition], [so, consequence], ...(alternative ? [[otherwise, alternative]] : [])]);
}
function variableReference() {
    return {
        description: "The value of an environment variable.",
        type: "object",
        properties: { env: { type: "string", description: "Name of the variable." } },
        required: ["env"],
        additionalProperties: false,
    };
}
function drawShape({ fields, unknown }, drawing) {
    const required = Object.keys(fields).filter((key) => fields[key]?.required);
    return {
        type: "object",
        properties: drawFields(fields, drawing),
        ...(required.length > 0 && !drawing.isPartial && { required }),
        ...(unknown === "refuse" && { additionalProperties: false }),
    };
}
function drawFields(fields, drawing, draw = drawField) {
    return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, share(key, draw(field, drawing), drawing)]));
}
function drawField(field, drawing) {
    const { description, example, notice, ignoresNull, schema } = field;
    const isRefused = notice !== undefined && notice.severity !== "warning";
    const texts = [
        description,
        ...(notice ? [notice.message, notice.hint] : []),
        ...(example ? [`Example: ${example}`] : []),
    ];
    const about = { description: texts.join("\n\n") };
    if (isRefused)
        return { ...about, ...(ignoresNull || drawing.isPartial ? NULL : { not: {} }) };
    const rules = drawing.isPartial ? [] : (field.rules ?? []).flatMap((rule) => RULES.get(rule) ?? []);
    const drawn = drawSchema(schema, drawing);
    const value = rules.length > 0 ? { ...drawn, allOf: rules } : drawn;
    return { ...about, ...(ignoresNull ? allowNull(value) : value) };
}
/** A schema without description. In a partial value nothing needs a value. */
function drawSchema(schema, drawing) {
    const drawn = drawWanted(schema, drawing);
    return drawing.isPartial ? allowNull(drawn) : drawn;
}
function drawWanted(schema, drawing) {
    switch (schema.kind) {
        case "any":
            return {};
        case "nullable":
            return allowNull(drawSchema(schema.inner, drawing));
        case "text":
            return withVariable(drawText(schema), schema.source);
        case "integer":
            return withVariable({ type: "integer", ...(schema.minimum !== undefined && { minimum: schema.minimum }) }, schema.source);
        case "boolean":
            return withVariable({ type: "boolean" }, schema.source);
        case "choice":
            return { enum: schema.values };
        case "list": {
            const { minimumLength } = schema;
            const items = drawSchema(schema.items, drawing);
            return { type: "array", items, ...(minimumLength !== undefined && { minItems: minimumLength }) };
        }
        case "map":
            return { type: "object", additionalProperties: drawSchema(schema.values, drawing) };
        case "shape":
            return drawShape(schema, drawing);
        case "selector":
            return drawSelector(schema.fields, drawing);
        case "text-or-shape":
            return { anyOf: [drawSchema(schema.text, drawing), drawShape(schema.shape, drawing)] };
    }
}
const TEXT_TYPES = {
    integer: ["string", "integer"],
    scalar: ["string", "number", "boolean"],
};
function drawText({ tolerates, nonEmpty, maximumLength, known }) {
    const text = {
        type: tolerates ? TEXT_TYPES[tolerates] : "string",
        ...(nonEmpty && { minLength: 1 }),
        ...(maximumLength !== undefined && { maxLength: maximumLength }),
    };
    // Editors offer the known values; AWS may know more.
    return known ? { anyOf: [{ enum: known }, text] } : text;
}
/** Exactly one key with a value. */
function drawSelector(fields, drawing) {
    return {
        type: "object",
        properties: drawFields(fields, drawing, (field) => allowNull(drawField(field, drawing))),
        additionalProperties: false,
        oneOf: Object.keys(fields).map((key) => ({ required: [key], properties: { [key]: { not: NULL } } })),
    };
}
function withVariable(schema, hasSource) {
    if (!hasSource)
        return schema;
    const variable = { $ref: `#/definitions/${VARIABLE}` };
    return { anyOf: [...(Array.isArray(schema.anyOf) ? schema.anyOf : [schema]), variable] };
}
function allowNull(schema) {
    const { description, type, ...rest } = schema;
    const about = description === undefined ? {} : { description };
    if (type === undefined)
        return Object.keys(rest).length === 0 ? schema : { ...about, anyOf: [rest, NULL] };
    const types = [type].flat();
    return types.includes("null") ? schema : { ...about, type: [...types, "null"], ...rest };
}
/** A reference to the definition with this content, which is made when there is none; small ones stay where they are. */
function share(name, schema, { definitions, isPartial }) {
    const text = JSON.stringify(schema);
    if (text.length < LARGE)
        return schema;
    const known = [...definitions].find(([, definition]) => JSON.stringify(definition) === text);
    if (known)
        return { $ref: `#/definitions/${known[0]}` };
    const names = [name, ...(isPartial ? [`defaults.${name}`] : [])];
    let free = names.find((one) => !definitions.has(one));
    for (let number = 2; free === undefined; number += 1) {
        const next = `${names.at(-1)}${number}`;
        if (!definitions.has(next))
            free = next;
    }
    definitions.set(free, schema);
    return { $ref: `#/definitions/${free}` };
}

;// CONCATENATED MODULE: ./build/commands/schema.js

/** The JSON Schema of `dagster_cloud.yaml` as a text, as it is in schema/dagster_cloud.schema.json. */
function renderJsonSchema() {
    return JSON.stringify(makeJsonSchema(), null, 2);
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/inputs.js
var build_inputs = __nccwpck_require__(8175);
// EXTERNAL MODULE: ./build/main.js + 1 modules
var main = __nccwpck_require__(3592);
// EXTERNAL MODULE: ./build/model/shown-text.js
var shown_text = __nccwpck_require__(7435);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __nccwpck_require__(9924);
;// CONCATENATED MODULE: ./build/cli.js











const COMMANDS = ["validate", "render", "plan", "apply", "redeploy", "rollback", "destroy", "sweep"];
const FORMATS = ["text", "markdown", "json"];
/** Exit codes of the command line. */
const EXIT = { done: 0, failed: 1, changes: 2, badUsage: 3 };
/** Runs one command from a terminal and returns the exit code. */
async function runTerminal(argv, dependencies, given) {
    const { concealment, environment } = dependencies;
    const terminal = {
        ...given,
        out: (text) => given.out(concealment.redact(text)),
        err: (text) => given.err(concealment.redact(text)),
    };
    try {
        const invocation = parseInvocation(argv);
        if (invocation === "help") {
            terminal.out(usage());
            return EXIT.done;
        }
        if (invocation === "schema") {
            terminal.out(renderJsonSchema());
            return EXIT.done;
        }
        const inputs = (0,build_inputs/* readInputs */.K)((name) => invocation.options.get(name));
        concealment.hide([...(0,redaction/* credentialsOf */.YN)(environment), inputs.githubToken ?? ""]);
        const context = (0,main/* makeContext */.og)(inputs, undefined, { ...dependencies, io: progressOnly(terminal) });
        const result = await (0,main/* runCommand */.d1)(chooseOnTerminal(invocation.command, inputs), context);
        printFindings(result, invocation.format, terminal);
        const text = await presentResult(result, invocation.format, { colors: terminal.colors });
        if (text !== "")
            terminal.out(text);
        return exitCode(result, inputs.failOnChanges);
    }
    catch (error) {
        return reportError(error, terminal);
    }
}
/** As an input `command` would be understood, without an event. */
function chooseOnTerminal(command, inputs) {
    if (command === "render")
        return { command };
    const [chosen] = (0,choose/* chooseCommands */.u)({ ...inputs, command }, undefined);
    return chosen ?? { command: "nothing", message: "" };
}
function parseInvocation(argv) {
    const options = Object.fromEntries(optionNames().map((name) => [name, { type: "string" }]));
    const { values, positionals } = readArguments(argv, options);
    if (values.help === "true" || positionals[0] === "help")
        return "help";
    const [command, ...surplus] = positionals;
    if (command === "schema" && surplus.length === 0)
        return "schema";
    const known = COMMANDS.find((name) => name === command);
    if (known === undefined || surplus.length > 0) {
        throw badUsage(command === undefined ? "No command is given." : `"${[command, ...surplus].join(" ")}" is not a command.`);
    }
    const format = FORMATS.find((name) => name === (values.format ?? "text"));
    if (format === undefined)
        throw badUsage(`"${values.format}" is not a format; write one of: ${FORMATS.join(", ")}.`);
    return { command: known, format, options: new Map(Object.entries(values)) };
}
function readArguments(argv, options) {
    try {
        const { values, positionals } = (0,external_node_util_.parseArgs)({
            args: spellFlags(argv),
            options,
            allowPositionals: true,
            strict: true,
        });
        const given = Object.entries(values).filter((entry) => typeof entry[1] === "string");
        return { values: Object.fromEntries(given), positionals };
    }
    catch (error) {
        throw badUsage((0,errors/* messageOf */.bD)(error));
    }
}
/** `--prune` means `--prune=true`, `--no-verify` means `--verify=false`; with a value behind it, it stays. */
function spellFlags(argv) {
    const flags = Object.values(build_inputs/* INPUTS */.m).filter((input) => input.default === "true" || input.default === "false");
    const names = new Set([...flags.map(({ name }) => name), "help"]);
    return argv.map((argument, index) => {
        const name = argument.replace(/^--(no-)?/, "");
        if (!argument.startsWith("--") || !names.has(name))
            return argument;
        if (argument.startsWith("--no-"))
            return `--${name}=false`;
        return /^(true|false)$/i.test(argv[index + 1] ?? "") ? argument : `--${name}=true`;
    });
}
function optionNames() {
    return [...Object.values(build_inputs/* INPUTS */.m).map(({ name }) => name), "format", "help"];
}
function usage() {
    const options = Object.values(build_inputs/* INPUTS */.m)
        .filter(({ name }) => name !== "command" && !ONLY_ON_GITHUB.has(name))
        .map(({ name, description }) => `  --${name.padEnd(24)}${description.replaceAll("`", "")}`);
    return [
        "Usage: dagster-ecs-deploy <command> [--option value]",
        "",
        "Commands:",
        "  validate  check the configuration: no network, no credentials",
        "  render    print what would be sent to AWS, without asking AWS",
        "  plan      compare with what runs, and say what apply would do",
        "  apply     plan, carry it out, and watch it to its end",
        "  redeploy  start new tasks of what runs; with --image-tag or --images, of another image",
        "  rollback  go back to the revision that ran before the last change",
        "  destroy   remove the branch deployment of a pull request (--pull-request)",
        "  sweep     remove every branch deployment whose pull request is closed; asks GitHub",
        "  schema    print the JSON Schema of dagster_cloud.yaml, for editors",
        "",
        "Options:",
        `  --${"format".padEnd(24)}text, markdown or json`,
        ...options,
        "",
        "Exit codes: 0 done; 1 failed; 2 the plan has changes (--fail-on-changes); 3 bad usage or invalid configuration",
    ].join("\n");
}
const ONLY_ON_GITHUB = new Set(["comment", "comment-key", "github-deployments"]);
function badUsage(message) {
    return new errors/* ActionError */.lZ("bad-usage", message, { source: "user", hint: "See: dagster-ecs-deploy --help" });
}
/** Problems are the result of `validate`; beside another result they must not disturb what a program reads. */
function printFindings(result, format, terminal) {
    if (result.kind === "nothing" || result.findings.problems.length === 0)
        return;
    const { problems, sources } = result.findings;
    const isResult = result.kind === "invalid" || result.kind === "validated";
    if (isResult && format !== "text")
        return;
    const text = (0,report_problems/* renderProblemsConsole */.Gn)(problems, { colors: terminal.colors }, sources);
    if (isResult)
        terminal.out(text);
    else
        terminal.err(text);
}
function exitCode(result, failOnChanges) {
    switch (result.kind) {
        case "invalid":
            return EXIT.badUsage;
        case "refused":
            return EXIT.failed;
        case "planned":
            if (result.failures.length > 0)
                return EXIT.failed;
            return failOnChanges && result.run.plan.steps.some(({ action }) => action !== "none") ? EXIT.changes : EXIT.done;
        case "applied":
            return result.outcome.succeeded ? EXIT.done : EXIT.failed;
        case "removed":
            return result.leftAlone.length === 0 && result.removals.every(({ outcome }) => outcome.succeeded)
                ? EXIT.done
                : EXIT.failed;
        case "validated":
        case "rendered":
        case "nothing":
            return EXIT.done;
    }
}
function reportError(error, terminal) {
    if (error instanceof errors/* ActionError */.lZ && error.source !== "internal") {
        const lines = [`error: ${error.message}`, ...(error.hint ? [error.hint] : [])];
        terminal.err(lines.map(shown_text/* clipSentence */.ud).map(report_escape/* showInvisibleInLines */.zY).join("\n"));
        return error.source === "user" ? EXIT.badUsage : EXIT.failed;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : (0,errors/* messageOf */.bD)(error);
    terminal.err(`internal error: ${(0,report_escape/* showInvisibleInLines */.zY)(detail)}\nPlease report this.`);
    return EXIT.failed;
}
/** On a terminal only progress goes through the port; everything else is printed at the end. */
function progressOnly(terminal) {
    const nothing = () => undefined;
    return {
        info: terminal.err,
        debug: nothing,
        group: (title, lines) => terminal.err([title, ...lines].join("\n")),
        annotate: nothing,
        setOutput: nothing,
        writeSummary: async () => undefined,
        mask: nothing,
    };
}


/***/ }),

/***/ 2491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ readAgentConfiguration),
  r: () => (/* binding */ refuseAgentService)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
// EXTERNAL MODULE: ./build/model/environment.js
var environment = __nccwpck_require__(2103);
;// CONCATENATED MODULE: ./build/config/agent-token.js


/** A token of Dagster+: `agent:<organization>:<secret>`. Users' own tokens have the same form. */
const TOKEN = /(?<![\w/-])(agent|user):([\w.-]+):([^\s"'`,;\]}]+)/g;
const TOKEN_KEY = /token$/i;
/** For a text that is no YAML: the key and the rest of its line, or the next one. */
const TOKEN_LINE = /(token["']?[ \t]*[:=]\s*(?:[|>][-+\d]*[ \t]*\n\s*)?)([^\n]+)/gi;
/** Shorter secrets are only taken out where they are known to stand. */
const SHORTEST_TO_SEARCH = 6;
/**
 * The text without the secret part of any token; the organization stays. Values of keys that end in `token` are
 * taken out whatever their form, unless `isHarmless` (a stand-in) or `{env: NAME}`.
 */
function hideTokens(text, isHarmless) {
    const secrets = findSecrets(text, isHarmless);
    let hidden = text;
    for (const { start, end, replacement } of secrets.toReversed()) {
        hidden = hidden.slice(0, start) + replacement + hidden.slice(end);
    }
    const values = secrets.flatMap(({ value }) => [value, value.split(":").at(-1) ?? ""]);
    const found = [...text.matchAll(TOKEN)].map(([, , , secret = ""]) => secret);
    for (const value of new Set([...values, ...found])) {
        if (value.length >= SHORTEST_TO_SEARCH)
            hidden = hidden.replaceAll(value, environment/* HIDDEN_PLACEHOLDER */.ne);
    }
    return maskTokens(hidden);
}
/** A message without the secret part of any token in it. */
function maskTokens(text) {
    return text.replace(TOKEN, (_, kind, organization) => tokenOf(kind, organization));
}
function tokenOf(kind, organization) {
    return `${kind}:${organization}:${environment/* HIDDEN_PLACEHOLDER */.ne}`;
}
function maskOf(value) {
    const [, kind, organization] = /^(agent|user):([\w.-]+):/.exec(value) ?? [];
    return kind !== undefined && organization !== undefined ? tokenOf(kind, organization) : environment/* HIDDEN_PLACEHOLDER */.ne;
}
/** Values of token keys, in the order of the text and not inside one another. */
function findSecrets(text, isHarmless) {
    const secrets = findInYaml(text, isHarmless) ?? findInLines(text, isHarmless);
    const ordered = secrets.toSorted((left, right) => left.start - right.start);
    return ordered.filter(({ start }, index) => start >= (ordered[index - 1]?.end ?? 0));
}
/** Undefined when the text is no YAML. */
function findInYaml(text, isHarmless) {
    try {
        const documents = Array.from((0,dist/* parseAllDocuments */.hR)(text, { schema: "failsafe", uniqueKeys: false, prettyErrors: false, logLevel: "silent" }));
        if (documents.some(({ errors }) => errors.length > 0))
            return undefined;
        const secrets = [];
        for (const document of documents) {
            (0,dist/* visit */.YR)(document, {
                Pair(_, pair) {
                    const secret = secretIn(pair, document, text, isHarmless);
                    if (secret)
                        secrets.push(secret);
                },
            });
        }
        return secrets;
    }
    catch {
        return undefined;
    }
}
function secretIn(pair, document, text, isHarmless) {
    const { key } = pair;
    const value = (0,dist/* isAlias */.Vj)(pair.value) ? pair.value.resolve(document) : pair.value;
    if (!(0,dist/* isScalar */.jn)(key) || !TOKEN_KEY.test(String(key.value)))
        return undefined;
    const { range } = (value ?? {});
    if (!range)
        return undefined;
    const [start, end] = range;
    if (!(0,dist/* isScalar */.jn)(value))
        return (0,dist/* isMap */.jh)(value) && isVariable(value.items) ? undefined : secretAt(start, end, text);
    const content = String(value.value ?? "");
    if (content === "" || isHarmless(content))
        return undefined;
    const quote = value.type === "QUOTE_SINGLE" ? "'" : value.type === "PLAIN" ? "" : '"';
    const lastNewline = value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED" ? "\n" : "";
    return { start, end, value: content, replacement: `${quote}${maskOf(content)}${quote}${lastNewline}` };
}
function secretAt(start, end, text) {
    return { start, end, value: text.slice(start, end), replacement: environment/* HIDDEN_PLACEHOLDER */.ne };
}
/** `{env: NAME}` */
function isVariable(items) {
    return items.length === 1 && (0,dist/* isScalar */.jn)(items[0]?.key) && items[0].key.value === "env";
}
function findInLines(text, isHarmless) {
    return [...text.matchAll(TOKEN_LINE)].flatMap(({ index, 1: key = "", 2: rest = "" }) => {
        const value = rest.trim().replace(/^["']|["']$/g, "");
        if (value === "" || isHarmless(value) || /^\{\s*env:\s*\w+\s*\}$/.test(value))
            return [];
        const start = index + key.length;
        return [{ start, end: start + rest.length, value, replacement: maskOf(value) }];
    });
}

;// CONCATENATED MODULE: ./build/config/shell/escapes.js
const SIMPLE = {
    a: "\x07",
    b: "\b",
    e: "\x1b",
    E: "\x1b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
    "\\": "\\",
};
const ESCAPE = /\\(?:((?:x[0-9a-fA-F]{1,2})(?:\\x[0-9a-fA-F]{1,2})*)|[uU]([0-9a-fA-F]{1,8})|(0[0-7]{0,3}|[1-7][0-7]{0,2})|(.))/gs;
/** The text with backslash escapes decoded: `echo -e`, formats of `printf`, and with `quotes` also `$'...'`. */
function decodeEscapes(text, options = { quotes: false }) {
    return text.replace(ESCAPE, (whole, bytes, codePoint, octal, letter = "") => {
        // Several bytes in a row are one UTF-8 character or more.
        if (bytes !== undefined) {
            return Buffer.from(bytes.split("\\").map((byte) => Number.parseInt(byte.slice(1), 16))).toString("utf8");
        }
        if (codePoint !== undefined)
            return characterOf(Number.parseInt(codePoint, 16));
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8) % 256);
        if (options.quotes && (letter === "'" || letter === '"'))
            return letter;
        return SIMPLE[letter] ?? whole;
    });
}
function characterOf(codePoint) {
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
}

;// CONCATENATED MODULE: ./build/config/shell/syntax.js
/** The text is no script this reader follows. The message never has anything of the text in it. */
class ShellError extends Error {
    kind;
    constructor(kind) {
        super(kind);
        this.name = "ShellError";
        this.kind = kind;
    }
}

;// CONCATENATED MODULE: ./build/config/shell/expansion.js

/** Larger than any task definition (64 KiB): keeps texts that double themselves from filling the memory. */
const MAX_LENGTH = 300_000;
/** The text, or a ShellError when it is too long. */
function limited(text) {
    if (text.length > MAX_LENGTH)
        throw new ShellError("too-complex");
    return text;
}
/** A word as one text: in assignments, redirections and heredocs nothing is split. */
function expandText(word, scope) {
    let text = "";
    for (const part of word)
        text = limited(text + expandPart(part, scope));
    return text;
}
/** A word as arguments: what an expansion without quotes gives is split at blanks. File names are not matched. */
function expandFields(word, scope) {
    const fields = [];
    let current;
    const cut = () => {
        if (current !== undefined)
            fields.push(current);
        current = undefined;
    };
    for (const part of word) {
        const pieces = splitPart(part, scope);
        for (const [index, piece] of pieces.entries()) {
            if (index > 0)
                cut();
            if (piece !== "" || part.quoted)
                current = limited((current ?? "") + piece);
        }
    }
    cut();
    return fields;
}
function splitPart(part, scope) {
    if (part.kind === "variable" && part.name === "@" && part.quoted)
        return scope.positional;
    const text = expandPart(part, scope);
    return part.quoted || part.kind === "text" ? [text] : text.split(/[ \t\n]+/);
}
function expandPart(part, scope) {
    switch (part.kind) {
        case "text":
            return part.text;
        case "variable":
            return expandVariable(part, scope);
        case "substitution":
            return withoutLastNewlines(scope.capture(part.script));
        case "unknown":
            return scope.unknowns.mark({ kind: "output" });
    }
}
function expandVariable(part, scope) {
    const { name, fallback } = part;
    const value = scope.lookUp(name);
    const isMissing = value === undefined || (fallback?.colon === true && value === "");
    switch (fallback?.operator) {
        case "+":
            return isMissing ? "" : expandText(fallback.word, scope);
        case "-":
        case "=": {
            if (!isMissing)
                return value;
            const text = expandText(fallback.word, scope);
            if (fallback.operator === "=")
                scope.assign(name, text);
            return text;
        }
        case "?":
        case undefined:
            return value ?? scope.unknowns.mark({ kind: "variable", name });
    }
}
function withoutLastNewlines(text) {
    let end = text.length;
    while (text[end - 1] === "\n")
        end -= 1;
    return text.slice(0, end);
}

;// CONCATENATED MODULE: ./build/config/shell/source.js

/** No command a person wrote is nested like this; deeper ones would exhaust the stack. */
const MAX_DEPTH = 40;
/** Text of a script with a place in it. Every method that needs more text than there is throws a ShellError. */
class Source {
    text;
    at = 0;
    #parse;
    #depth;
    /** `parse` reads a list of commands from a source, up to what cannot be part of it. */
    constructor(text, parse, depth = 0) {
        this.text = text;
        this.#parse = parse;
        this.#depth = depth;
    }
    get done() {
        return this.at >= this.text.length;
    }
    peek() {
        return this.text.charAt(this.at);
    }
    startsWith(text) {
        return this.text.startsWith(text, this.at);
    }
    take() {
        const character = this.peek();
        if (character === "")
            throw new ShellError("syntax");
        this.at += 1;
        return character;
    }
    expect(text) {
        if (!this.startsWith(text))
            throw new ShellError("syntax");
        this.at += text.length;
    }
    /** Takes what a sticky pattern finds here. */
    match(pattern) {
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text) ?? undefined;
        if (found)
            this.at += found[0].length;
        return found;
    }
    /** The text up to this one, which is taken too. */
    takeUntil(end) {
        const index = this.text.indexOf(end, this.at);
        if (index === -1)
            throw new ShellError("syntax");
        const text = this.text.slice(this.at, index);
        this.at = index + end.length;
        return text;
    }
    /** Takes everything from an opening bracket to the one that closes it. */
    skipNested(open, close) {
        let depth = 0;
        do {
            const character = this.take();
            if (character === "\\")
                this.take();
            else if (character === open)
                depth += 1;
            else if (character === close)
                depth -= 1;
        } while (depth > 0);
    }
    /** Reads something that can contain itself. */
    nest(read) {
        this.#depth += 1;
        if (this.#depth > MAX_DEPTH)
            throw new ShellError("too-complex");
        const result = read();
        this.#depth -= 1;
        return result;
    }
    /** The commands from here to what cannot be part of them. */
    parseRest() {
        return this.nest(() => this.#parse(this));
    }
    /** Another text, inside this one. */
    inner(text) {
        return this.nest(() => new Source(text, this.#parse, this.#depth));
    }
    /** The commands of another text, inside this one. */
    parse(text) {
        const inner = this.inner(text);
        const command = inner.parseRest();
        if (!inner.done)
            throw new ShellError("syntax");
        return command;
    }
}

;// CONCATENATED MODULE: ./build/config/shell/words.js


const BREAKS = new Set([" ", "\t", "\r", "\n", ";", "&", "|", "<", ">", "(", ")"]);
const ESCAPABLE = { double: '$`"\\', heredoc: "$`\\" };
const NAME = /[A-Za-z_]\w*/y;
const PARAMETER = /[A-Za-z_]\w*|\d+|[@*#?$!-]/y;
const OPERATOR = /(:?)([-=+?])/y;
/** True for a character that ends an unquoted word. */
function isWordBreak(character) {
    return BREAKS.has(character);
}
/** The word at the cursor; without parts when there is none. */
function readWord(source) {
    return readParts(source, "plain", isWordBreak);
}
/** The whole text as a heredoc without quotes around its delimiter has it. */
function readHeredocText(source) {
    return readParts(source, "heredoc", () => false);
}
function readParts(source, mode, isEnd) {
    const parts = [];
    const quoted = mode !== "plain";
    let text = "";
    const add = (...more) => {
        if (text !== "")
            parts.push({ kind: "text", text, quoted });
        text = "";
        parts.push(...more);
    };
    while (!source.done && !isEnd(source.peek())) {
        const character = source.take();
        if (character === "\\") {
            const escaped = readEscaped(source, mode);
            if (quoted)
                text += escaped;
            else if (escaped !== "")
                add({ kind: "text", text: escaped, quoted: true });
        }
        else if (character === "'" && mode === "plain") {
            add({ kind: "text", text: source.takeUntil("'"), quoted: true });
        }
        else if (character === '"' && mode !== "heredoc") {
            add(...readDoubleQuoted(source));
        }
        else if (character === "$") {
            const expansion = readDollar(source, mode);
            if (expansion === undefined)
                text += "$";
            else
                add(...expansion);
        }
        else if (character === "`") {
            add({ kind: "substitution", script: source.parse(readBackquoted(source)), quoted });
        }
        else
            text += character;
    }
    add();
    return parts;
}
function readEscaped(source, mode) {
    if (source.done)
        return "\\";
    const character = source.take();
    if (character === "\n")
        return "";
    return mode === "plain" || ESCAPABLE[mode].includes(character) ? character : `\\${character}`;
}
function readDoubleQuoted(source) {
    const parts = source.nest(() => readParts(source, "double", (character) => character === '"'));
    source.expect('"');
    // Also an empty pair of quotes makes a word.
    return parts.length === 0 ? [{ kind: "text", text: "", quoted: true }] : parts;
}
/** Behind a `$`; undefined when it is only a dollar sign. */
function readDollar(source, mode) {
    const quoted = mode !== "plain";
    const next = source.peek();
    if (next === "(")
        return [source.nest(() => readSubstitution(source, quoted))];
    if (next === "{")
        return [source.nest(() => readBraced(source, mode))];
    if (!quoted && next === "'")
        return [readAnsiQuoted(source)];
    if (!quoted && next === '"') {
        source.take();
        return readDoubleQuoted(source);
    }
    const name = source.match(NAME) ?? source.match(/[\d@*#?$!-]/y);
    return name && [{ kind: "variable", name: name[0], quoted }];
}
function readSubstitution(source, quoted) {
    source.expect("(");
    if (source.peek() === "(") {
        source.skipNested("(", ")");
        source.expect(")");
        return { kind: "unknown", quoted };
    }
    const script = source.parseRest();
    source.expect(")");
    return { kind: "substitution", script, quoted };
}
function readBraced(source, mode) {
    const quoted = mode !== "plain";
    const start = source.at;
    source.expect("{");
    const name = source.match(PARAMETER)?.[0];
    if (name !== undefined && source.peek() === "}") {
        source.take();
        return { kind: "variable", name, quoted };
    }
    const [operator, colon, sign] = (name !== undefined && source.match(OPERATOR)) || [];
    if (name === undefined || operator === undefined) {
        source.at = start;
        source.skipNested("{", "}");
        return { kind: "unknown", quoted };
    }
    // Quotes count in here also where the text around it has none.
    const inner = mode === "heredoc" ? "double" : mode;
    const word = readParts(source, inner, (character) => character === "}");
    source.expect("}");
    return {
        kind: "variable",
        name,
        quoted,
        fallback: { operator: sign, colon: colon === ":", word },
    };
}
function readAnsiQuoted(source) {
    const body = source.match(/'((?:[^'\\]|\\.)*)'/sy)?.[1];
    if (body === undefined)
        throw new ShellError("syntax");
    return { kind: "text", text: decodeEscapes(body, { quotes: true }), quoted: true };
}
function readBackquoted(source) {
    const body = source.match(/((?:[^`\\]|\\.)*)`/sy)?.[1];
    if (body === undefined)
        throw new ShellError("syntax");
    return body.replace(/\\([$`\\])/g, "$1");
}

;// CONCATENATED MODULE: ./build/config/shell/tokens.js


const BLANK = /(?:[ \t\r]|\\\r?\n)+/y;
const COMMENT = /#[^\n]*/y;
const RESERVED = /(?:if|then|elif|else|fi|for|select|while|until|do|done|case|esac|function|\[\[|[{}!])(?=[\s;&|<>()]|$)/y;
const REDIRECT = /(\d*)(<<<|<<-|<<|<&|<>|<|>>|>&|>\||>)|(&>>|&>)/y;
/** What separates commands without a meaning of its own: not `&&`, `&>` or the `;;` of `case`. */
const SEPARATOR = /;(?!;)|&(?![&>])/y;
/** What stands between the words of a script: blanks, reserved words, redirections and the texts of heredocs. */
class Tokens {
    #source;
    #heredocs = [];
    constructor(source) {
        this.#source = source;
    }
    /** Takes words whose meaning is not followed. */
    readWords() {
        do
            this.skipBlanks();
        while (readWord(this.#source).length > 0);
    }
    /** All redirections here. */
    readRedirects() {
        const redirects = [];
        for (;;) {
            this.skipBlanks();
            const redirect = this.readRedirect();
            if (!redirect)
                return redirects;
            redirects.push(redirect);
        }
    }
    readRedirect() {
        const found = this.#source.match(REDIRECT);
        if (!found)
            return undefined;
        const operator = found[2] ?? found[3] ?? "";
        const descriptor = found[1] ? Number(found[1]) : operator.startsWith("<") ? 0 : 1;
        this.skipBlanks();
        const target = readWord(this.#source);
        if (target.length === 0)
            throw new ShellError("syntax");
        switch (operator) {
            case "<<":
            case "<<-":
                return this.#openHeredoc(descriptor, target, operator === "<<-");
            case "<<<":
                return { descriptor, kind: "here", target: [...target, { kind: "text", text: "\n", quoted: true }] };
            case "<":
            case "<>":
                return { descriptor, kind: "read", target };
            case "<&":
                return { descriptor, kind: "duplicate", target };
            case ">&":
                // With anything but a descriptor behind it, it means the same as `&>`.
                return { descriptor, kind: /^(?:\d+|-)$/.test(plainTextOf(target) ?? "1") ? "duplicate" : "write", target };
            default:
                return { descriptor, kind: operator.includes(">>") ? "append" : "write", target };
        }
    }
    #openHeredoc(descriptor, delimiter, stripsTabs) {
        const expands = delimiter.every((part) => part.kind === "text" && !part.quoted);
        const text = plainTextOf(delimiter);
        if (text === undefined)
            throw new ShellError("syntax");
        // The text follows on the next lines; the redirect is part of the command before they are read.
        const target = [];
        this.#heredocs.push({ delimiter: text, expands, stripsTabs, fill: (body) => target.push(...body) });
        return { descriptor, kind: "here", target };
    }
    #fillHeredocs() {
        const open = this.#heredocs;
        this.#heredocs = [];
        for (const { delimiter, expands, stripsTabs, fill } of open) {
            const lines = [];
            while (!this.#source.done) {
                const found = this.#source.match(/[^\n]*\n?/y)?.[0] ?? "";
                const line = stripsTabs ? found.replace(/^\t+/, "") : found;
                if (line.replace(/\r?\n$/, "") === delimiter)
                    break;
                lines.push(line);
            }
            const body = lines.join("");
            fill(expands ? readHeredocText(this.#source.inner(body)) : [{ kind: "text", text: body, quoted: true }]);
        }
    }
    skipBlanks() {
        this.#source.match(BLANK);
        this.#source.match(COMMENT);
    }
    /** Takes everything up to the next command. */
    skipNewlines() {
        for (;;) {
            this.skipBlanks();
            if (this.#source.match(/\n/y))
                this.#fillHeredocs();
            else if (!this.#source.match(SEPARATOR))
                return;
        }
    }
    /** The reserved word at the cursor, if there is one. */
    peekReserved() {
        const { at } = this.#source;
        const found = this.#source.match(RESERVED);
        this.#source.at = at;
        return found?.[0];
    }
    takeReserved(word) {
        const isThere = this.peekReserved() === word;
        if (isThere)
            this.#source.expect(word);
        return isThere;
    }
    expectReserved(word) {
        if (!this.takeReserved(word))
            throw new ShellError("syntax");
    }
}
/** The text of a word that has nothing to expand. */
function plainTextOf(word) {
    return word.every((part) => part.kind === "text") ? word.map(({ text }) => text).join("") : undefined;
}

;// CONCATENATED MODULE: ./build/config/shell/parser.js




const FUNCTION_HEAD = /([A-Za-z_][\w.-]*)[ \t]*\([ \t]*\)/y;
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?(\+?)=/;
/** Reads a script. Throws a ShellError when it is none. */
function parseScript(text) {
    const source = new Source(text, (inner) => new Parser(inner).parseList());
    const command = source.parseRest();
    if (!source.done)
        throw new ShellError("syntax");
    return command;
}
/** The grammar of POSIX.1-2024, Shell Command Language 2.10, with what bash adds where people use it. */
class Parser {
    #source;
    #tokens;
    constructor(source) {
        this.#source = source;
        this.#tokens = new Tokens(source);
    }
    /** Commands up to the end, a closing bracket, `;;` or one of these reserved words, which is left there. */
    parseList(ends = []) {
        const items = [];
        let connector = ";";
        for (;;) {
            this.#tokens.skipNewlines();
            if (this.#isAtEnd(ends))
                break;
            items.push({ connector, command: this.#parsePipeline() });
            connector = this.#readConnector();
        }
        return { kind: "list", items };
    }
    #isAtEnd(ends) {
        const source = this.#source;
        if (source.done || source.peek() === ")" || source.startsWith(";;"))
            return true;
        return ends.includes(this.#tokens.peekReserved() ?? "");
    }
    #readConnector() {
        const source = this.#source;
        this.#tokens.skipBlanks();
        if (source.startsWith("&&") || source.startsWith("||"))
            return source.take() + source.take() === "&&" ? "&&" : "||";
        if (!source.startsWith(";;") && (source.peek() === ";" || source.peek() === "&"))
            source.take();
        return ";";
    }
    #parsePipeline() {
        const source = this.#source;
        const negated = this.#tokens.takeReserved("!");
        const commands = [this.#parseCommand()];
        for (;;) {
            this.#tokens.skipBlanks();
            if (source.peek() !== "|" || source.startsWith("||"))
                break;
            source.take();
            if (source.peek() === "&")
                source.take();
            this.#tokens.skipNewlines();
            commands.push(this.#parseCommand());
        }
        const [only] = commands;
        return commands.length === 1 && only && !negated ? only : { kind: "pipeline", commands, negated };
    }
    #parseCommand() {
        const source = this.#source;
        this.#tokens.skipBlanks();
        if (source.startsWith("((")) {
            source.skipNested("(", ")");
            return { kind: "simple", assignments: [], words: [], redirects: this.#tokens.readRedirects() };
        }
        if (source.peek() === "(") {
            source.take();
            const body = source.nest(() => this.parseList());
            source.expect(")");
            return { kind: "group", body, isSubshell: true, redirects: this.#tokens.readRedirects() };
        }
        const name = source.match(FUNCTION_HEAD)?.[1];
        if (name !== undefined)
            return this.#parseFunctionBody(name);
        return source.nest(() => this.#parseReserved(this.#tokens.peekReserved()));
    }
    #parseReserved(word) {
        switch (word) {
            case undefined:
            case "[[":
                return this.#parseSimple();
            case "{": {
                const body = this.#parseBlock("{", "}");
                return { kind: "group", body, isSubshell: false, redirects: this.#tokens.readRedirects() };
            }
            case "if":
                return this.#parseIf();
            case "while":
            case "until": {
                const condition = this.#parseBlock(word, "do");
                return this.#finishLoop(undefined, condition);
            }
            case "for":
            case "select":
                return this.#parseFor(word);
            case "case":
                return this.#parseCase();
            case "function": {
                this.#tokens.expectReserved("function");
                const [name] = this.#source.match(/[ \t]+([\w.-]+)[ \t]*(?:\([ \t]*\))?/y)?.slice(1) ?? [];
                if (name === undefined)
                    throw new ShellError("syntax");
                return this.#parseFunctionBody(name);
            }
            default:
                throw new ShellError("syntax");
        }
    }
    /** The list between two reserved words. */
    #parseBlock(open, close) {
        this.#tokens.expectReserved(open);
        const body = this.parseList([close]);
        this.#tokens.expectReserved(close);
        return body;
    }
    #parseIf() {
        const clauses = [];
        this.#tokens.expectReserved("if");
        do {
            const condition = this.parseList(["then"]);
            this.#tokens.expectReserved("then");
            clauses.push({ condition, body: this.parseList(["elif", "else", "fi"]) });
        } while (this.#tokens.takeReserved("elif"));
        if (this.#tokens.takeReserved("else"))
            clauses.push({ body: this.parseList(["fi"]) });
        this.#tokens.expectReserved("fi");
        return { kind: "if", clauses, redirects: this.#tokens.readRedirects() };
    }
    #parseFor(word) {
        const source = this.#source;
        this.#tokens.expectReserved(word);
        this.#tokens.skipBlanks();
        const variable = source.match(/[A-Za-z_]\w*/y)?.[0];
        if (variable === undefined)
            source.skipNested("(", ")");
        this.#tokens.skipNewlines();
        if (source.match(/in(?=[\s;])/y))
            this.#tokens.readWords();
        this.#readConnector();
        this.#tokens.skipNewlines();
        this.#tokens.expectReserved("do");
        return this.#finishLoop(variable, undefined);
    }
    /** Behind `do`. A condition is part of what is repeated. */
    #finishLoop(variable, condition) {
        const body = this.parseList(["done"]);
        this.#tokens.expectReserved("done");
        const items = [condition, body].flatMap((command) => (command ? [{ connector: ";", command }] : []));
        return { kind: "loop", variable, body: { kind: "list", items }, redirects: this.#tokens.readRedirects() };
    }
    #parseCase() {
        const source = this.#source;
        this.#tokens.expectReserved("case");
        this.#tokens.skipBlanks();
        readWord(source);
        this.#tokens.skipNewlines();
        source.expect("in");
        const clauses = [];
        for (;;) {
            this.#tokens.skipNewlines();
            if (this.#tokens.takeReserved("esac"))
                break;
            if (source.peek() === "(")
                source.take();
            do {
                this.#tokens.skipBlanks();
                readWord(source);
                this.#tokens.skipBlanks();
            } while (source.match(/\|/y));
            source.expect(")");
            clauses.push({ body: this.parseList(["esac"]) });
            source.match(/;;&?|;&/y);
        }
        return { kind: "case", clauses, redirects: this.#tokens.readRedirects() };
    }
    #parseFunctionBody(name) {
        this.#tokens.skipNewlines();
        return { kind: "function", name, body: this.#source.nest(() => this.#parseCommand()) };
    }
    #parseSimple() {
        const source = this.#source;
        const assignments = [];
        const words = [];
        const redirects = [];
        const isTest = this.#tokens.peekReserved() === "[[";
        for (;;) {
            this.#tokens.skipBlanks();
            const redirect = isTest ? undefined : this.#tokens.readRedirect();
            if (redirect) {
                redirects.push(redirect);
                continue;
            }
            const word = isTest ? this.#readTestWord() : readWord(source);
            if (word.length === 0)
                break;
            const assignment = words.length === 0 ? toAssignment(word) : undefined;
            if (!assignment)
                words.push(word);
            else
                assignments.push(this.#withArray(assignment));
            if (isTest && isText(word, "]]")) {
                redirects.push(...this.#tokens.readRedirects());
                break;
            }
        }
        if (assignments.length + words.length + redirects.length === 0)
            throw new ShellError("syntax");
        return { kind: "simple", assignments, words, redirects };
    }
    /** Between `[[` and `]]` operators are words. */
    #readTestWord() {
        const operator = this.#source.match(/\s*(&&|\|\||[<>()])/y)?.[1];
        if (operator !== undefined)
            return [{ kind: "text", text: operator, quoted: false }];
        this.#tokens.skipNewlines();
        const word = readWord(this.#source);
        if (word.length === 0)
            throw new ShellError("syntax");
        return word;
    }
    /** `NAME=(a b)`: arrays are not followed. */
    #withArray(assignment) {
        const source = this.#source;
        if (assignment.value.length > 0 || source.peek() !== "(")
            return assignment;
        source.take();
        do
            this.#tokens.skipNewlines();
        while (readWord(source).length > 0);
        source.expect(")");
        return { ...assignment, value: [{ kind: "unknown", quoted: true }] };
    }
}
function toAssignment(word) {
    const [first, ...rest] = word;
    if (first?.kind !== "text" || first.quoted)
        return undefined;
    const found = ASSIGNMENT.exec(first.text);
    if (!found)
        return undefined;
    const [head, name = "", plus] = found;
    const value = first.text.slice(head.length);
    return {
        name,
        appends: plus === "+",
        value: value === "" ? rest : [{ kind: "text", text: value, quoted: false }, ...rest],
    };
}
function isText(word, text) {
    return word.every((part) => part.kind === "text" && !part.quoted) && plainTextOf(word) === text;
}

;// CONCATENATED MODULE: ./build/config/shell/state.js
/** Nothing printed, no error. */
const DONE = { output: "", status: "success" };
/** A state that changes on its own from here. */
function copyState(state) {
    return {
        ...state,
        variables: new Map(state.variables),
        files: new Map(state.files),
        functions: new Map(state.functions),
    };
}
/**
 * The state behind several ways of which one is taken. What only some of them have is taken to be there: a script
 * that runs has what it needs. `conflict` stands for what they do not agree on.
 */
function mergeStates(first, others, conflict) {
    const all = [first, ...others];
    return {
        ...first,
        variables: mergeTexts(all.map(({ variables }) => variables), conflict),
        files: mergeTexts(all.map(({ files }) => files), conflict),
        functions: new Map(all.flatMap(({ functions }) => [...functions])),
    };
}
function mergeTexts(maps, conflict) {
    const merged = new Map();
    for (const [key, text] of maps.flatMap((map) => [...map])) {
        const known = merged.get(key);
        merged.set(key, known === undefined || known === text ? text : conflict);
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/config/shell/unknowns.js

const FIRST = 0xe000;
const LAST = 0xf8ff;
const MARK = /[\ue000-\uf8ff]/;
const MARKS = /[\ue000-\uf8ff]/g;
/**
 * Stand-ins for texts that are not known. Each is one character of Unicode's private use area, so it passes through
 * quoting, splitting and nested scripts like any letter.
 */
class Unknowns {
    #sources = [];
    #marks = new Map();
    /** The same stand-in for the same source. */
    mark(source) {
        const key = JSON.stringify(source);
        const known = this.#marks.get(key);
        if (known !== undefined)
            return known;
        if (FIRST + this.#sources.length > LAST)
            throw new ShellError("too-complex");
        const mark = String.fromCharCode(FIRST + this.#sources.length);
        this.#sources.push(source);
        this.#marks.set(key, mark);
        return mark;
    }
    /** What a character stands for; undefined when it is an ordinary one. */
    sourceOf(character) {
        return this.#sources[character.charCodeAt(0) - FIRST];
    }
}
/** The first stand-in in a text. */
function findMark(text) {
    return MARK.exec(text)?.[0];
}
/** A text from outside, in which nothing may look like a stand-in. */
function withoutMarks(text) {
    return text.replace(MARKS, "\ufffd");
}

;// CONCATENATED MODULE: ./build/config/shell/programs.js





/** Programs that print nothing and change no file's text. */
const QUIET = "cd chmod chown mkdir pushd popd sleep touch trap ulimit umask wait".split(" ");
/** Programs that only read the files they are given. */
const READERS = "awk cut dagster dagster-cloud diff file grep head jq ls md5sum sed sha256sum stat tail tr wc yamllint yq".split(" ");
/** Of these the ones that edit files in place with `-i`. */
const EDITORS = "awk sed yq".split(" ");
/** Programs whose answer decides what runs next. */
const QUESTIONS = "cmp command diff grep pgrep type which".split(" ");
/** Programs that start the one behind them. */
const STARTERS = "builtin command doas dumb-init nice nohup sudo time tini".split(" ");
const DECLARATIONS = "declare export local readonly typeset".split(" ");
const SHELLS = new Set(["ash", "bash", "dash", "ksh", "sh", "zsh"]);
const programs_ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;
const PROGRAMS = new Map([
    ...QUIET.map((name) => [name, () => DONE]),
    ...STARTERS.map((name) => [name, startNext]),
    ...[...SHELLS].map((name) => [name, runShell]),
    ...DECLARATIONS.map((name) => [name, setVariables]),
    ...["test", "[", "[["].map((name) => [name, (call) => ({ output: "", status: answerTest(call) })]),
    ["true", () => DONE],
    [":", () => DONE],
    ["false", () => ({ output: "", status: "failure" })],
    ["echo", ({ args }, shell) => print(echo(args, shell.decodesEcho))],
    ["printf", ({ args }) => print(formatText(args))],
    ["cat", cat],
    ["tee", tee],
    ["base64", decodeBase64],
    ["openssl", decodeBase64],
    ["printenv", ({ args: [name = ""] }, shell) => print(`${readVariable(name, shell)}\n`)],
    ["envsubst", substituteVariables],
    ["cp", (call, shell) => copyFile(call, shell, { removes: false })],
    ["mv", (call, shell) => copyFile(call, shell, { removes: true })],
    ["rm", removeFiles],
    ["set", setPositional],
    ["shift", shiftPositional],
    ["unset", unsetVariables],
    ["read", readVariables],
    ["eval", ({ args, stdin }, shell) => shell.run(parseScript(args.join(" ")), stdin)],
    ["env", ({ args, stdin }, shell) => runWithVariables(args, stdin, shell)],
    ["exec", (call, shell) => endAfter("exit", startNext(call, shell), call, shell)],
    ["exit", (call, shell) => endAfter("exit", DONE, call, shell)],
    ["return", (call, shell) => endAfter("return", DONE, call, shell)],
]);
/** Does what a program would do, as far as it is known. */
function runProgram(call, shell) {
    const known = PROGRAMS.get(call.name);
    const isLookUp = call.name === "command" && call.args[0]?.startsWith("-") === true;
    if (known && !isLookUp)
        return known(call, shell);
    const editsInPlace = EDITORS.includes(call.name) && call.args.some((arg) => /^(?:-\w*i|--in-?place)/.test(arg));
    const output = shell.unknowns.mark({ kind: "output" });
    if (!READERS.includes(call.name) || editsInPlace) {
        const paths = call.args.filter((arg) => /\.ya?ml$/.test(arg) || shell.state.files.has(arg));
        for (const path of paths)
            shell.writeFile(path, output);
    }
    return { output, status: QUESTIONS.includes(call.name) ? "unknown" : "assumed" };
}
/** Where the script is in the words of a command such as `bash -ec script name argument`; undefined without `-c`. */
function findScript(words) {
    let hasScript = false;
    for (let index = 0; index < words.length; index += 1) {
        const word = words[index] ?? "";
        if (!/^[-+]./.test(word)) {
            return hasScript ? { script: word, positional: words.slice(index + 1) } : undefined;
        }
        if (/^-[a-zA-Z]*c/.test(word))
            hasScript = true;
        if (/^[-+][a-zA-Z]*[oO]$/.test(word))
            index += 1;
    }
    return undefined;
}
/** True for a program whose arguments are assignments. */
function declaresVariables(name) {
    return name !== undefined && DECLARATIONS.includes(name);
}
/** True for a program that reads a script. */
function isShell(path) {
    return SHELLS.has(path.slice(path.lastIndexOf("/") + 1));
}
function print(output) {
    return { output: limited(output), status: "success" };
}
function runShell({ name, args, stdin }, shell) {
    const found = findScript(args);
    const isFile = !found && args.some((arg) => !arg.startsWith("-"));
    if (isFile)
        return { output: shell.unknowns.mark({ kind: "output" }), status: "assumed" };
    const { decodesEcho } = shell;
    shell.decodesEcho = name === "sh" || name === "dash";
    const result = shell.runScript(found?.script ?? stdin, found?.positional ?? [name], found ? stdin : "");
    shell.decodesEcho = decodesEcho;
    return result;
}
function startNext({ args, stdin }, shell) {
    const words = args.slice(Math.max(0, args.findIndex((arg) => !arg.startsWith("-"))));
    return words.length === 0 ? DONE : shell.runWords(words, stdin);
}
function runWithVariables(args, stdin, shell) {
    const start = args.findIndex((arg) => !arg.startsWith("-") && !programs_ASSIGNMENT.test(arg));
    const words = start === -1 ? [] : args.slice(start);
    setVariables({ name: "export", args: args.slice(0, start === -1 ? args.length : start), stdin }, shell);
    return words.length === 0 ? print(shell.unknowns.mark({ kind: "output" })) : shell.runWords(words, stdin);
}
/** `exec` with nothing but redirections changes where the shell itself prints. */
function endAfter(kind, result, { name, args }, shell) {
    if (name !== "exec" || args.length > 0)
        shell.state.ended = kind;
    return result;
}
function setVariables({ args }, shell) {
    for (const arg of args) {
        const [, name, value] = programs_ASSIGNMENT.exec(arg) ?? [];
        if (name !== undefined && value !== undefined)
            shell.assign(name, value);
    }
    return DONE;
}
function setPositional({ args }, shell) {
    const start = args.findIndex((arg) => arg === "--" || !/^[-+]/.test(arg));
    const isPlain = args[start] !== "--";
    // `-o pipefail` has no positional parameters behind it.
    if (start === -1 || (isPlain && start > 0))
        return DONE;
    shell.state.positional = [shell.state.positional[0] ?? "", ...args.slice(isPlain ? start : start + 1)];
    return DONE;
}
function shiftPositional({ args: [count = "1"] }, shell) {
    const [zero = "", ...others] = shell.state.positional;
    shell.state.positional = [zero, ...others.slice(Number.parseInt(count, 10) || 0)];
    return DONE;
}
function unsetVariables({ args }, shell) {
    for (const name of args)
        shell.state.variables.delete(name);
    return DONE;
}
function readVariables({ args }, shell) {
    for (const name of args)
        shell.assign(name, shell.unknowns.mark({ kind: "output" }));
    return { output: "", status: "assumed" };
}
function readVariable(name, shell) {
    return shell.state.variables.get(name) ?? shell.unknowns.mark({ kind: "variable", name });
}
function echo(args, decodesEcho) {
    const start = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
    const words = start === -1 ? [] : args.slice(start);
    const options = args.slice(0, args.length - words.length).join("");
    const decodes = options.lastIndexOf("e") > options.lastIndexOf("E") || (decodesEcho && !options.includes("E"));
    const end = options.includes("n") ? "" : "\n";
    const text = words.join(" ");
    if (!decodes)
        return text + end;
    // `\c`: nothing behind it is printed, not even the end of the line.
    const shown = /^((?:[^\\]|\\(?!c).)*)\\c/s.exec(text)?.[1];
    return shown === undefined ? decodeEscapes(text) + end : decodeEscapes(shown);
}
/** printf: the format is used again while there are arguments left. */
function formatText(all) {
    const [format = "", ...args] = all[0] === "--" ? all.slice(1) : all;
    const pieces = format.split(/(%(?:%|[-+ #0]*(?:[1-9]\d*)?(?:\.\d*)?[a-zA-Z]))/);
    const rest = [...args];
    let text = "";
    do {
        const left = rest.length;
        for (const [index, piece] of pieces.entries()) {
            text = limited(text + (index % 2 === 0 ? decodeEscapes(piece) : formatValue(piece, rest)));
        }
        if (rest.length === left)
            break;
    } while (rest.length > 0);
    return text;
}
function formatValue(directive, rest) {
    if (directive === "%%")
        return "%";
    const value = rest.shift() ?? "";
    if (directive.endsWith("b"))
        return decodeEscapes(value);
    return /[di]$/.test(directive) && value === "" ? "0" : value;
}
function cat({ args, stdin }, shell) {
    const paths = args.filter((arg) => arg === "-" || !arg.startsWith("-"));
    return print(paths.length === 0 ? stdin : paths.map((path) => (path === "-" ? stdin : shell.readFile(path))).join(""));
}
function tee({ args, stdin }, shell) {
    const appends = args.some((arg) => arg === "-a" || arg === "--append");
    for (const path of args.filter((arg) => !arg.startsWith("-")))
        shell.writeFile(path, stdin, { appends });
    return print(stdin);
}
function decodeBase64({ name, args, stdin }, shell) {
    const isDecoding = args.some((arg) => (name === "openssl" ? arg === "-d" : /^-[iw]?[dD]i?$|^--decode$/.test(arg)));
    const path = name === "openssl" ? args[args.indexOf("-in") + 1] : args.find((arg) => !arg.startsWith("-"));
    const hasPath = name === "openssl" ? args.includes("-in") : path !== undefined;
    const text = hasPath ? shell.readFile(path ?? "") : stdin;
    if (!isDecoding)
        return print(shell.unknowns.mark({ kind: "output" }));
    return print(findMark(text) ?? withoutMarks(Buffer.from(text, "base64").toString("utf8")));
}
function substituteVariables({ args, stdin }, shell) {
    const wanted = args.length === 0 ? undefined : new Set([...args.join(" ").matchAll(/\w+/g)].map(([name]) => name));
    let text = "";
    for (const [index, piece] of stdin.split(/(\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*)/).entries()) {
        const name = piece.replace(/\W/g, "");
        text = limited(text + (index % 2 === 1 && wanted?.has(name) !== false ? readVariable(name, shell) : piece));
    }
    return print(text);
}
function copyFile({ args }, shell, { removes }) {
    const [from, to, ...more] = args.filter((arg) => !arg.startsWith("-"));
    if (from === undefined || to === undefined || more.length > 0)
        return DONE;
    const base = from.slice(from.lastIndexOf("/") + 1);
    // Into a folder, when the name does not look like that of a file.
    const path = to.endsWith("/") || !to.slice(to.lastIndexOf("/") + 1).includes(".") ? `${to.replace(/\/$/, "")}/${base}` : to;
    shell.writeFile(path, shell.readFile(from));
    if (removes)
        shell.state.files.delete(from);
    return DONE;
}
function removeFiles({ args }, shell) {
    for (const path of args)
        shell.state.files.delete(path);
    return DONE;
}
/** `[ ... ]`: what can be told of texts; files of the container and longer questions cannot. */
function answerTest({ name, args }) {
    const closing = name === "[" ? "]" : name === "[[" ? "]]" : undefined;
    const words = closing !== undefined && args.at(-1) === closing ? args.slice(0, -1) : [...args];
    if (words[0] === "!" && words.length > 1) {
        const answer = answerTest({ name: "test", args: words.slice(1), stdin: "" });
        return answer === "success" ? "failure" : answer === "failure" ? "success" : answer;
    }
    const [first = "", second = "", third = ""] = words;
    const tell = (holds) => (holds ? "success" : "failure");
    if (words.some((word) => findMark(word) !== undefined))
        return "unknown";
    if (words.length === 1)
        return tell(first !== "");
    if (words.length === 2 && first === "-n")
        return tell(second !== "");
    if (words.length === 2 && first === "-z")
        return tell(second === "");
    const isPattern = name === "[[" && /[*?[]/.test(third);
    if (words.length === 3 && !isPattern && /^==?$/.test(second))
        return tell(first === third);
    if (words.length === 3 && !isPattern && second === "!=")
        return tell(first !== third);
    return "unknown";
}

;// CONCATENATED MODULE: ./build/config/shell/shell.js





/** More commands than any agent starts with; keeps functions that call themselves from running on. */
const MAX_STEPS = 3_000;
const shell_MAX_DEPTH = 60;
/**
 * Follows a script without running anything: variables and files are texts in memory, a program is known or its
 * output is not. Throws only ShellErrors.
 */
class Shell {
    unknowns;
    state;
    /** `sh` of Debian, which agents run on, decodes backslashes in every `echo`; bash only with `-e`. */
    decodesEcho;
    #steps = 0;
    #depth = 0;
    constructor(variables, unknowns, options) {
        this.unknowns = unknowns;
        this.decodesEcho = options.decodesEcho;
        this.state = {
            variables: new Map(variables),
            files: new Map(),
            functions: new Map(),
            positional: ["sh"],
            ended: undefined,
        };
    }
    get positional() {
        return this.state.positional.slice(1);
    }
    lookUp(name) {
        if (/^\d+$/.test(name))
            return this.state.positional[Number(name)] ?? "";
        if (name === "@" || name === "*")
            return this.positional.join(" ");
        if (name === "#")
            return String(this.positional.length);
        if (/^\W$/.test(name))
            return this.unknowns.mark({ kind: "output" });
        return this.state.variables.get(name);
    }
    assign(name, value) {
        this.state.variables.set(name, limited(value));
    }
    capture(script) {
        return this.#inSubshell(() => this.run(script, "")).output;
    }
    readFile(path) {
        return this.state.files.get(path) ?? this.unknowns.mark({ kind: "output" });
    }
    writeFile(path, text, options = { appends: false }) {
        const before = options.appends ? (this.state.files.get(path) ?? "") : "";
        this.state.files.delete(path);
        this.state.files.set(path, limited(before + text));
    }
    /** Another script, as a program of its own. */
    runScript(text, positional, stdin) {
        const script = parseScript(text);
        return this.#inSubshell(() => {
            this.state.positional = positional;
            return this.run(script, stdin);
        });
    }
    /** A command whose words are known. */
    runWords(words, stdin) {
        const [name = "", ...args] = words;
        const body = this.state.functions.get(name);
        if (!body)
            return this.#nested(() => runProgram({ name: name.slice(name.lastIndexOf("/") + 1), args, stdin }, this));
        const { positional } = this.state;
        this.state.positional = [positional[0] ?? name, ...args];
        const result = this.run(body, stdin);
        this.state.positional = positional;
        if (this.state.ended === "return")
            this.state.ended = undefined;
        return result;
    }
    run(command, stdin) {
        this.#steps += 1;
        if (this.#steps > MAX_STEPS)
            throw new ShellError("too-complex");
        return this.#nested(() => this.#runCommand(command, stdin));
    }
    #runCommand(command, stdin) {
        switch (command.kind) {
            case "simple":
                return this.#runSimple(command, stdin);
            case "pipeline":
                return this.#runPipeline(command.commands, command.negated, stdin);
            case "list":
                return this.#runList(command.items, stdin);
            case "function":
                this.state.functions.set(command.name, command.body);
                return DONE;
            case "group":
                return this.#redirected(command.redirects, stdin, (input) => command.isSubshell ? this.#inSubshell(() => this.run(command.body, input)) : this.run(command.body, input));
            case "if":
                return this.#redirected(command.redirects, stdin, (input) => this.#runIf(command.clauses, input));
            case "case":
                return this.#redirected(command.redirects, stdin, (input) => this.#runEither([
                    ...command.clauses.map(({ body }) => () => this.run(body, input)),
                    () => DONE,
                ]));
            case "loop":
                return this.#redirected(command.redirects, stdin, (input) => this.#runLoop(command.variable, command.body, input));
        }
    }
    #runSimple({ assignments, words, redirects }, stdin) {
        const fields = this.#expandWords(words);
        const before = new Map(assignments.map(({ name }) => [name, this.state.variables.get(name)]));
        for (const { name, value, appends } of assignments) {
            this.assign(name, (appends ? (this.state.variables.get(name) ?? "") : "") + expandText(value, this));
        }
        if (fields.length === 0)
            return this.#redirected(redirects, stdin, () => DONE);
        const result = this.#redirected(redirects, stdin, (input) => this.runWords(fields, input));
        for (const [name, value] of before) {
            if (value === undefined)
                this.state.variables.delete(name);
            else
                this.state.variables.set(name, value);
        }
        return result;
    }
    /** In `export NAME=$VALUE` the value is not split, as in an assignment. */
    #expandWords(words) {
        const [name, ...others] = words.map((word) => () => expandFields(word, this));
        const first = name?.() ?? [];
        if (!declaresVariables(first[0]))
            return [...first, ...others.flatMap((expand) => expand())];
        return [...first, ...words.slice(1).map((word) => expandText(word, this))];
    }
    #runPipeline(commands, negated, stdin) {
        let result = { output: stdin, status: "success" };
        for (const command of commands) {
            const input = result.output;
            result = commands.length === 1 ? this.run(command, input) : this.#inSubshell(() => this.run(command, input));
        }
        if (!negated || result.status === "unknown")
            return result;
        return { ...result, status: result.status === "failure" ? "success" : "failure" };
    }
    #runList(items, stdin) {
        let output = "";
        let status = "success";
        for (const { connector, command } of items) {
            if (this.state.ended !== undefined)
                break;
            const mayRun = connector === ";" || connector === "&&" ? "success" : "failure";
            const isSure = connector === ";" || status === mayRun || (connector === "&&" && status === "assumed");
            const before = status;
            if (!isSure && (status === "success" || status === "failure"))
                continue;
            const run = () => this.run(command, stdin);
            const result = isSure ? run() : this.#runEither([run, () => ({ output: "", status: before })]);
            output = limited(output + result.output);
            status = result.status;
        }
        return { output, status };
    }
    #runIf(clauses, stdin) {
        const [clause, ...rest] = clauses;
        if (!clause)
            return DONE;
        const question = clause.condition ? this.run(clause.condition, stdin) : DONE;
        if (this.state.ended !== undefined)
            return question;
        const body = () => this.run(clause.body, stdin);
        const others = () => this.#nested(() => this.#runIf(rest, stdin));
        const { output, status } = question.status === "success"
            ? body()
            : question.status === "failure"
                ? others()
                : this.#runEither([body, others]);
        return { output: limited(question.output + output), status };
    }
    /** One of these ways is taken, and nothing tells which; not one that ends the script, for the agent runs. */
    #runEither(ways) {
        const before = this.state;
        const outcomes = ways.map((way) => {
            this.state = copyState(before);
            return { result: way(), state: this.state };
        });
        const going = outcomes.filter(({ state }) => state.ended === undefined);
        const [first, ...others] = going.length > 0 ? going : outcomes;
        if (!first)
            return DONE;
        const conflict = this.unknowns.mark({ kind: "condition" });
        this.state = mergeStates(first.state, others.map(({ state }) => state), conflict);
        return {
            output: others.every(({ result }) => result.output === first.result.output) ? first.result.output : conflict,
            status: others.every(({ result }) => result.status === first.result.status) ? first.result.status : "unknown",
        };
    }
    /** What the second turn leaves as it is, the others do too; the rest depends on how often the loop turns. */
    #runLoop(variable, body, stdin) {
        const mark = this.unknowns.mark({ kind: "loop" });
        const turn = () => {
            if (variable !== undefined)
                this.assign(variable, mark);
            const result = this.run(body, stdin);
            this.state.ended = undefined;
            return result;
        };
        const { output } = turn();
        const { variables, files } = copyState(this.state);
        turn();
        for (const [before, after] of [
            [variables, this.state.variables],
            [files, this.state.files],
        ]) {
            for (const [key, text] of after)
                if (before.get(key) !== text)
                    after.set(key, mark);
        }
        return { output: output === "" ? "" : mark, status: "unknown" };
    }
    #redirected(redirects, stdin, run) {
        let input = stdin;
        let target;
        for (const { kind, descriptor, target: word } of redirects) {
            const text = expandText(word, this);
            if (kind === "here" && descriptor === 0)
                input = text;
            else if (kind === "read" && descriptor === 0)
                input = this.readFile(text);
            else if (descriptor !== 1)
                continue;
            else if (kind === "duplicate")
                target = text === "1" ? target : "elsewhere";
            else if (kind === "write" || kind === "append") {
                target = { path: text, appends: kind === "append" };
                if (kind === "write")
                    this.writeFile(text, "");
            }
        }
        const result = run(input);
        if (target === undefined)
            return result;
        if (target !== "elsewhere")
            this.writeFile(target.path, result.output, target);
        return { ...result, output: "" };
    }
    /** Files stay; variables and the end of the script do not. */
    #inSubshell(run) {
        const before = copyState(this.state);
        const result = run();
        this.state = { ...before, files: this.state.files };
        return result;
    }
    #nested(run) {
        this.#depth += 1;
        if (this.#depth > shell_MAX_DEPTH)
            throw new ShellError("too-complex");
        const result = run();
        this.#depth -= 1;
        return result;
    }
}

;// CONCATENATED MODULE: ./build/config/agent-command.js





const FILE = /dagster\.yaml$/;
/** More than a task definition may have (64 KiB). */
const agent_command_MAX_LENGTH = 200_000;
/**
 * What the agent's container writes to its `dagster.yaml` when it starts, as the shell would write it with the
 * task's environment. Tokens are taken out before anything else sees the text. Never throws; a reason never has
 * anything of the command in it, for that may hold a token.
 */
function extractDagsterYaml(task) {
    const words = [...task.entryPoint, ...task.command];
    if (words.length === 0) {
        return { reason: "The agent's container has no command, so its dagster.yaml is in the image or on a volume." };
    }
    if (words.reduce((length, word) => length + word.length, 0) > agent_command_MAX_LENGTH) {
        return { reason: "The command of the agent's container is too long to be read." };
    }
    const unknowns = new Unknowns();
    try {
        const files = followCommand(words.map(withoutMarks), task, unknowns);
        return readWritten(files, task, unknowns);
    }
    catch (error) {
        if (!(error instanceof ShellError))
            throw error;
        return {
            reason: error.kind === "syntax"
                ? "The command of the agent's container is no shell script that can be followed."
                : "The command of the agent's container is too complex to be followed.",
        };
    }
}
/** The files that the command writes, by path. */
function followCommand(words, task, unknowns) {
    const variables = new Map([
        ...[...task.secretNames].map((name) => [name, unknowns.mark({ kind: "secret", name })]),
        ...[...task.environment].map(([name, value]) => [name, withoutMarks(value)]),
    ]);
    const shell = new Shell(variables, unknowns, { decodesEcho: true });
    const start = words.findIndex((word, index) => isShell(word) && findScript(words.slice(index + 1)) !== undefined);
    if (start !== -1)
        shell.runWords(words.slice(start), "");
    else if (words[0] === "-c")
        shell.runWords(["sh", ...words], "");
    else {
        // Without a shell in sight, the image's own entry point has to be one.
        const scripts = words.length === 1 ? words : words.filter((word) => /\s/.test(word) && word.includes("dagster.yaml"));
        for (const script of scripts)
            shell.runScript(script, [], "");
    }
    return shell.state.files;
}
function readWritten(files, task, unknowns) {
    const home = task.environment.get("DAGSTER_HOME");
    const paths = [...files.keys()].filter((path) => FILE.test(path) && files.get(path) !== "");
    const path = paths.find((one) => home !== undefined && one === `${home}/dagster.yaml`) ?? paths.at(-1);
    const text = files.get(path ?? "");
    if (text === undefined) {
        return {
            reason: "The command of the agent's container does not show what its dagster.yaml says: the file is in the image, on a volume, or made by a program.",
        };
    }
    const unknown = findUnknownLine(text, unknowns);
    if (unknown)
        return { reason: explainUnknown(unknown) };
    const isSecret = (value) => value.length === 1 && unknowns.sourceOf(value)?.kind === "secret";
    return showUnknowns(hideTokens(text, isSecret), unknowns);
}
/** Set when a line is nothing but something unknown: then keys are missing, not only values. */
function findUnknownLine(text, unknowns) {
    const line = text.split("\n").find((one) => one.trim() !== "" && [...one.trim()].every(isMark));
    const mark = findMark(line ?? "");
    return mark === undefined ? undefined : unknowns.sourceOf(mark);
}
function isMark(character) {
    return findMark(character) !== undefined;
}
function explainUnknown(source) {
    switch (source.kind) {
        case "secret":
            return `The agent's dagster.yaml is made from the secret ${source.name} of its task, and values of secrets are not read.`;
        case "variable":
            return "The agent's dagster.yaml is made from an environment variable that its task definition does not set.";
        case "output":
            return "The agent's dagster.yaml is made by a program that runs only in its container.";
        case "condition":
            return "What the agent's dagster.yaml says depends on a condition that only its container can answer.";
        case "loop":
            return "The agent's dagster.yaml is written in a loop, which is not followed.";
    }
}
/**
 * Gives each stand-in a readable form and a place. A placeholder without braces is plain text in YAML wherever it
 * stands, also between brackets.
 */
function showUnknowns(text, unknowns) {
    const unresolved = [];
    let line = 1;
    let shown = "";
    let lineStart = 0;
    for (const character of text) {
        const source = unknowns.sourceOf(character);
        if (source !== undefined) {
            const named = source.kind === "secret" || source.kind === "variable" ? source : undefined;
            const kind = named?.kind ?? "output";
            if (!isTokenLine(shown.slice(lineStart))) {
                unresolved.push({ kind, ...(named && { name: named.name }), line, column: shown.length - lineStart + 1 });
            }
            shown += named ? `$${named.name}` : "$(...)";
        }
        else
            shown += character;
        if (character === "\n") {
            line += 1;
            lineStart = shown.length;
        }
    }
    return { text: shown, unresolved };
}
/** Nothing needs the token itself. */
function isTokenLine(before) {
    return /token["']?\s*:\s*["']?$/i.test(before);
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __nccwpck_require__(5909);
;// CONCATENATED MODULE: ./build/live/agent-service.js



const GIVE_FILE = "Put the agent's dagster.yaml into the repository and give it with the input dagster-yaml instead.";
/**
 * The `dagster.yaml` and the environment of a running agent, from the task definition its service runs. What a user
 * can correct ends in an ActionError of source `user`; no message has anything of the command in it.
 */
async function readAgentService(request, { ecs }) {
    const { name, cluster } = locateService(request);
    const [service] = await ecs.describeServices(cluster, [name]);
    if (service === undefined) {
        throw userError("agent-service-missing", `There is no ECS service ${name} in the cluster ${cluster}.`, "Correct the inputs agent-service and cluster, or the region and account of the credentials.");
    }
    const arn = taskDefinitionOf(service);
    const definition = arn === undefined ? undefined : await ecs.describeTaskDefinition(arn);
    const containers = readContainers(definition?.description.containerDefinitions);
    const agent = containers.find(runsAgent) ?? containers.find(({ isEssential }) => isEssential) ?? containers[0];
    if (agent === undefined) {
        throw userError("agent-task-definition-missing", `The ECS service ${name} runs no task definition that can be read.`, `Check that agent-service names the service of the Dagster+ agent. ${GIVE_FILE}`);
    }
    const { text, unresolved } = extractFile(agent, containers, request, name);
    return {
        path: `agent service ${name}: dagster.yaml`,
        text,
        unresolved,
        environment: {
            service: name,
            values: new Map([...agent.task.environment].map(([key, value]) => [key, new environment/* HiddenText */.Aw(value)])),
            secrets: agent.secrets,
        },
    };
}
/** The cluster is in an ARN of the long form: `service/cluster/name`. */
function locateService({ service, cluster }) {
    const arn = (0,model_arn/* parseArn */.Lw)(service);
    const [kind, ...parts] = arn?.resource.split("/") ?? [];
    if (arn !== undefined && (arn.service !== "ecs" || kind !== "service")) {
        throw userError("agent-service-not-a-service", `The input agent-service is ${JSON.stringify(service)}, which is no ARN of an ECS service.`, "Write the name of the service, or arn:aws:ecs:<region>:<account>:service/<cluster>/<name>.");
    }
    const where = parts.length === 2 ? parts[0] : cluster;
    if (where !== undefined && where !== "")
        return { name: (0,model_arn/* lastSegment */.mp)(service), cluster: (0,model_arn/* lastSegment */.mp)(where) };
    throw userError("agent-service-without-cluster", `The input agent-service is ${JSON.stringify(service)}, and nothing says which cluster the service is in.`, "Give the input cluster, or the whole ARN of the service.");
}
/** With CodeDeploy or an external controller the service itself names none. */
function taskDefinitionOf({ taskDefinition, deployments, taskSets }) {
    const isPrimary = ({ status }) => status === "PRIMARY";
    return taskDefinition ?? deployments?.find(isPrimary)?.taskDefinition ?? taskSets?.find(isPrimary)?.taskDefinition;
}
/** From the agent's own container, else from another one that prepares a volume for it. */
function extractFile(agent, containers, { extract }, name) {
    const own = extract(agent.task);
    if ("text" in own)
        return own;
    for (const container of containers) {
        const other = container === agent ? own : extract(container.task);
        if ("text" in other)
            return other;
    }
    throw userError("agent-file-not-found", `${own.reason.replace(/\.$/, "")} (ECS service ${name}).`, GIVE_FILE);
}
function runsAgent({ task }) {
    return /dagster-cloud\s+agent\s+run/.test([...task.entryPoint, ...task.command].join(" "));
}
function readContainers(definitions) {
    return objectsIn(definitions).map((container) => {
        const secrets = readPairs(container.secrets, "valueFrom");
        return {
            task: {
                command: textsIn(container.command),
                entryPoint: textsIn(container.entryPoint),
                environment: readPairs(container.environment, "value"),
                secretNames: new Set(secrets.keys()),
            },
            secrets,
            // ECS: a container is essential unless it says otherwise.
            isEssential: container.essential !== false,
        };
    });
}
function readPairs(list, member) {
    const pairs = objectsIn(list).flatMap(({ name, [member]: value }) => typeof name === "string" && typeof value === "string" ? [[name, value]] : []);
    return new Map(pairs);
}
function objectsIn(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((item) => item !== null && typeof item === "object" && !Array.isArray(item));
}
function textsIn(value) {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
function userError(code, message, hint) {
    return new errors/* ActionError */.lZ(code, message, { source: "user", hint });
}

// EXTERNAL MODULE: ./build/model/secret-scan.js
var secret_scan = __nccwpck_require__(7696);
// EXTERNAL MODULE: ./build/commands/aws-connection.js
var aws_connection = __nccwpck_require__(139);
;// CONCATENATED MODULE: ./build/commands/agent-configuration.js





/** The configuration of the running agent that `agent-service` names; undefined without that input. */
async function readAgentConfiguration(context) {
    const { agentService: service, dagsterYaml, cluster } = context.inputs;
    if (service === undefined)
        return undefined;
    if (dagsterYaml !== undefined) {
        throw new errors/* ActionError */.lZ("agent-service-and-file", "Both agent-service and dagster-yaml are given.", {
            source: "user",
            hint: "Keep one of them: the per-deployment configuration is read either from the running agent or from a file.",
        });
    }
    const ports = await (0,aws_connection/* connectAws */.o)(context);
    const agent = await readAgentService({ service, cluster, extract: extractDagsterYaml }, ports);
    const { text, environment } = agent;
    context.hide([
        ...[...environment.values.values()].map((value) => value.reveal()),
        ...(0,secret_scan/* scanForSecrets */.I)(text).map(({ start, end }) => text.slice(start, end)),
    ]);
    return agent;
}
/** For the commands that ask nothing of AWS. */
function refuseAgentService({ inputs }, command) {
    if (inputs.agentService === undefined)
        return;
    throw new errors/* ActionError */.lZ("agent-service-offline", `agent-service is given, but ${command} works offline and cannot read the agent's service.`, {
        source: "user",
        hint: `Remove agent-service here (and give the agent's configuration with dagster-yaml), or use plan instead of ${command}.`,
    });
}


/***/ }),

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ configuredRegion),
/* harmony export */   o: () => (/* binding */ connectAws)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);

/** The region of the inputs or of the environment, as the AWS SDKs read it. */
function configuredRegion(context) {
    const { inputs, environment } = context;
    return inputs.awsRegion ?? (environment.get("AWS_REGION") || environment.get("AWS_DEFAULT_REGION") || undefined);
}
/**
 * Connects to AWS; a missing region is an error here, before the first call. Without a `launcher` Cloud Map is called
 * with the step's own credentials.
 */
async function connectAws(context, launcher) {
    const region = configuredRegion(context);
    if (region === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("region-missing", "No AWS region is known.", {
            source: "user",
            hint: "Give `aws-region`, or run aws-actions/configure-aws-credentials before this step.",
        });
    }
    const role = launcher?.serviceDiscoveryRoleArn;
    return context.connectAws({ region, ...(role !== undefined && { serviceDiscoveryRoleArn: role }) });
}


/***/ }),

/***/ 5238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ chooseCommands)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9553);
/* harmony import */ var _trusted_event_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2381);



const APPLYING_EVENTS = new Set(["push", "release", "workflow_dispatch", "repository_dispatch", "workflow_call"]);
/** Commands that change what a deployment runs. */
const CHANGING = new Set(["apply", "redeploy", "rollback"]);
/** Activities of a pull request after which its branch deployment may have to change. */
const DEPLOYING_ACTIONS = new Set(["opened", "synchronize", "reopened", "ready_for_review", "edited", "labeled"]);
/**
 * The commands of a run, in their order: that of the inputs, or what `auto` chooses from the event. Whatever could
 * change AWS for a fork only plans. Throws an ActionError (source `user`) for what can never be right.
 */
function chooseCommands(inputs, event) {
    const { command } = inputs;
    if (command !== "auto" && CHANGING.has(command))
        return [{ command, deployment: deploymentToChange(inputs, event) }];
    const deployment = (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .fullDeployment */ .r8)(inputs.deployment);
    if (command !== "auto")
        return [{ command, deployment }];
    if (event?.name === "pull_request")
        return chooseForPullRequest(inputs, event);
    const applies = event !== undefined && APPLYING_EVENTS.has(event.name) && !event.headIsFork;
    return [{ command: applies ? "apply" : "plan", deployment }];
}
function chooseForPullRequest(inputs, event) {
    const plan = { command: "plan", deployment: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .fullDeployment */ .r8)(inputs.deployment) };
    if (event.action === "closed")
        return [chooseForClosed(inputs, event)];
    if (!inputs.branchDeployments || !DEPLOYING_ACTIONS.has(event.action ?? ""))
        return [plan];
    if (event.headIsFork)
        return [plan, nothing("The pull request comes from a fork: it gets no branch deployment.")];
    if (event.pullRequestState === "closed") {
        return [plan, nothing("The pull request is closed: it gets no branch deployment.")];
    }
    return [plan, { command: "apply", deployment: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .branchDeployment */ .Es)(inputs, event) }];
}
function chooseForClosed(inputs, event) {
    if (!inputs.branchDeployments)
        return nothing("The pull request is closed: there is nothing to do.");
    if (event.headIsFork)
        return nothing("The pull request came from a fork: it has no branch deployment.");
    return { command: "destroy", deployment: (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .fullDeployment */ .r8)(inputs.deployment) };
}
/** With branch deployments, what a pull request started goes to its branch deployment and nowhere else. */
function deploymentToChange(inputs, event) {
    const full = (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .fullDeployment */ .r8)(inputs.deployment);
    // The command itself refuses what may only plan.
    if (!inputs.branchDeployments || (event !== undefined && (0,_trusted_event_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntrusted */ .fb)(event)))
        return full;
    if (event === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("no-pull-request-event", "A branch deployment is changed by the event of its pull request.", {
            source: "user",
            hint: "Leave `branch-deployments` out: then `deployment` says which one.",
        });
    }
    if (event.pullRequest === undefined)
        return full;
    if (event.action === "closed" || event.pullRequestState === "closed") {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("pull-request-closed", `Pull request ${event.pullRequest} is closed: it gets no branch deployment.`, {
            source: "user",
            hint: "Leave `command` out: `auto` removes the branch deployment of a pull request that closes.",
        });
    }
    return (0,_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .branchDeployment */ .Es)(inputs, event);
}
function nothing(message) {
    return { command: "nothing", message };
}


/***/ }),

/***/ 9882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ codeServerPort)
/* harmony export */ });
/* harmony import */ var _desired_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2291);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9473);


/** The port of the code servers: DAGSTER_CLOUD_CODE_SERVER_PORT of the step's environment, as in the agent. */
function codeServerPort(environment) {
    const given = environment.get("DAGSTER_CLOUD_CODE_SERVER_PORT");
    if (given === undefined || given === "")
        return _desired_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_PORT */ .Wg;
    const port = Number(given);
    if (/^\d{1,5}$/.test(given) && port >= 1 && port <= 65_535)
        return port;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ("bad-port", "DAGSTER_CLOUD_CODE_SERVER_PORT of the step's environment is not a port.", {
        source: "user",
        hint: "Write a number from 1 to 65535, or remove it: then it is 4000.",
    });
}


/***/ }),

/***/ 9553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Es: () => (/* binding */ branchDeployment),
  r8: () => (/* binding */ fullDeployment),
  GG: () => (/* binding */ nameOfBranchDeployment),
  xR: () => (/* binding */ refuseFullDeployment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/desired/branch-name.js

/** What a name of a branch deployment is made of; nothing here that Dagster, ECS or a tag would write differently. */
const ACCEPTED = /^[A-Za-z0-9_-]*$/;
/** So that deployment and location still fit into a task definition family, which has 255 characters. */
const LONGEST_BRANCH = 40;
const HASH_LENGTH = 8;
/** An unchanged branch name must not look like a changed one, or two branches could get one name. */
const LOOKS_HASHED = new RegExp(`(?:^|-)[0-9a-f]{${HASH_LENGTH}}$`);
/**
 * The name of a pull request's branch deployment. A branch whose name cannot be part of it gets other characters, is
 * cut, and ends in a hash of its name. Undefined when the template has the branch and it is not known.
 */
function branchDeploymentName(template, pullRequest) {
    const { number, branch } = pullRequest;
    if (branch === undefined && template.includes("{branch}"))
        return undefined;
    return template.replaceAll("{number}", String(number)).replaceAll("{branch}", safeBranch(branch ?? ""));
}
function safeBranch(branch) {
    const isFine = branch !== "" && ACCEPTED.test(branch) && branch.length <= LONGEST_BRANCH && !LOOKS_HASHED.test(branch);
    if (isFine)
        return branch;
    const hash = (0,external_node_crypto_.createHash)("sha1").update(branch, "utf8").digest("hex").slice(0, HASH_LENGTH);
    const kept = branch
        .replace(/[^A-Za-z0-9_-]+/g, "-")
        .slice(0, LONGEST_BRANCH - HASH_LENGTH - 1)
        .replace(/^-+|-+$/g, "");
    return kept === "" ? hash : `${kept}-${hash}`;
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
;// CONCATENATED MODULE: ./build/commands/deployment.js


/** The full deployment of this name. */
function fullDeployment(name) {
    return { name, kind: "full" };
}
/** The branch deployment of the event's pull request. Throws an ActionError (source `user`) when it can have none. */
function branchDeployment(inputs, event) {
    const { pullRequest, headRef } = event;
    if (pullRequest === undefined || headRef === undefined) {
        throw new errors/* ActionError */.lZ("no-pull-request-head", `The event ${event.name} does not say which pull request and branch it is about, and only a pull request has a branch deployment.`, { source: "user", hint: "Deploy branches on `pull_request`, or leave `branch-deployments` out here." });
    }
    const name = nameOfBranchDeployment(inputs, { number: pullRequest, branch: headRef }) ?? "";
    return {
        name,
        kind: "branch",
        branch: {
            pullRequest,
            // Of OPEN, CLOSED and MERGED (Dagster+, "Built-in environment variables"): a closed one is not deployed.
            pullRequestStatus: "OPEN",
            baseDeployment: inputs.deployment,
            gitBranch: headRef,
            gitRepository: event.repository,
            gitSha: event.headSha,
        },
    };
}
/**
 * The name of a pull request's branch deployment; undefined when it has the branch in it and that is not known. Throws
 * an ActionError (source `user`) when it is that of the full deployment: case does not tell two services apart.
 */
function nameOfBranchDeployment(inputs, pullRequest) {
    const name = branchDeploymentName(inputs.branchDeploymentName, pullRequest);
    if (name?.toLowerCase() === inputs.deployment.toLowerCase())
        throw refuseFullDeployment(name);
    return name;
}
/** For a branch deployment that is called as the full deployment is. */
function refuseFullDeployment(name) {
    return new errors/* ActionError */.lZ("branch-deployment-is-full", `The branch deployment would be called "${name}", as the full deployment is.`, { source: "user", hint: "Write another `branch-deployment-name`, for example pr-{number}." });
}


/***/ }),

/***/ 7661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ matchesGlob)
/* harmony export */ });
/** True when a text matches a glob: `*` stands for any characters, `?` for one; everything else for itself. */
function matchesGlob(text, glob) {
    const pattern = glob
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${pattern}$`, "su").test(text);
}


/***/ }),

/***/ 7781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ formatJson),
/* harmony export */   v: () => (/* binding */ asJson)
/* harmony export */ });
/** A record of plain values, as JSON sees it. */
function asJson(value) {
    return JSON.parse(JSON.stringify(value));
}
/** JSON as a person can read it, too. */
function formatJson(value) {
    return JSON.stringify(value, null, 2);
}


/***/ }),

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zf: () => (/* binding */ DEPLOYMENT_FILE),
  vF: () => (/* binding */ loadConfiguration),
  iJ: () => (/* binding */ readDeployment)
});

// EXTERNAL MODULE: ./build/config/agent-environment.js
var agent_environment = __nccwpck_require__(6678);
// EXTERNAL MODULE: ./build/config/agent-file.js
var agent_file = __nccwpck_require__(1261);
// EXTERNAL MODULE: ./build/config/agent-literals.js
var agent_literals = __nccwpck_require__(6647);
// EXTERNAL MODULE: ./build/config/mismatch.js
var mismatch = __nccwpck_require__(4019);
// EXTERNAL MODULE: ./build/config/report.js
var config_report = __nccwpck_require__(93);
;// CONCATENATED MODULE: ./build/config/check-scalar.js


/** The value when it is what the schema wants, corrected where a wrong spelling is tolerated. */
function readScalar(schema, node, path, scope) {
    switch (schema.kind) {
        case "text":
            return node.type === "text" ? checkText(schema, node, path, scope) : tolerate(schema, node, path, scope);
        case "integer":
            if (node.type !== "integer" || (schema.minimum !== undefined && node.value < schema.minimum))
                return undefined;
            tellNotation(node, path, scope);
            return node;
        case "boolean":
            return node.type === "boolean" ? node : undefined;
        case "choice":
            return node.type === "text" && schema.values.includes(node.value) ? node : undefined;
    }
}
function checkText(schema, node, path, scope) {
    const length = String(node.value).length;
    if (schema.nonEmpty && length === 0) {
        tell(node, path, scope, {
            code: "empty-text",
            message: `${(0,config_report/* nameOf */.Vb)(path)} is empty.`,
            hint: `Write a value for ${(0,config_report/* nameOf */.Vb)(path)}.`,
        });
    }
    if (schema.maximumLength !== undefined && length > schema.maximumLength) {
        const message = `${(0,config_report/* nameOf */.Vb)(path)} has ${length} characters; at most ${schema.maximumLength} are allowed.`;
        tell(node, path, scope, { code: "text-too-long", message, hint: "Write a shorter text." });
    }
    if (schema.known && !schema.known.includes(String(node.value))) {
        tell(node, path, scope, (0,mismatch/* explainUnknownValue */.fe)(path, schema.known, node));
    }
    return node;
}
/** Takes a number or a boolean for the text that was meant, with a warning. */
function tolerate(schema, node, path, scope) {
    const isNumber = node.type === "integer" || (node.type === "float" && schema.tolerates === "scalar");
    const isBoolean = node.type === "boolean" && schema.tolerates === "scalar";
    if (schema.tolerates === undefined || !(isNumber || isBoolean))
        return undefined;
    // A number in another notation means its value; a decimal fraction is taken as it is written.
    const value = node.type === "float" ? node.written : String(node.value);
    const text = { ...node, type: "text", value };
    const name = (0,config_report/* nameOf */.Vb)(path);
    tell(node, path, scope, {
        code: isBoolean ? "boolean-as-text" : "number-as-text",
        severity: "warning",
        message: `${name} is ${(0,config_report/* describeValue */.bp)(node)} where Dagster wants text; ${(0,config_report/* quoteValue */.cl)(text)} is used.`,
        hint: hintForQuotes(name.replace(/\[\d+\]$/, ""), node, text),
    });
    return text;
}
function hintForQuotes(key, node, text) {
    const plain = decimalReading(node);
    return plain === undefined || plain === text.value
        ? `Put quotes around it: ${key}: ${(0,config_report/* quoteValue */.cl)(text)}.`
        : `Put quotes around what is meant: ${key}: ${(0,config_report/* quote */.hD)(plain)} or ${key}: ${(0,config_report/* quoteValue */.cl)(text)}.`;
}
/** What a person reads where YAML reads an octal number: 10 for 010. */
function decimalReading({ written }) {
    return /^0+[0-7]+$/.test(written) ? written.replace(/^0+(?=.)/, "") : undefined;
}
/** YAML 1.1 has octal numbers that look like decimal ones, and numbers in sixties that look like times. */
function tellNotation(node, path, scope) {
    const plain = decimalReading(node);
    const isOther = plain === undefined ? node.written.includes(":") : plain !== String(node.value);
    if (!isOther)
        return;
    const name = (0,config_report/* nameOf */.Vb)(path);
    tell(node, path, scope, {
        code: "number-notation",
        severity: "warning",
        message: `${name} is ${(0,config_report/* shorten */.ml)(node.written)}, which YAML reads as ${node.value}.`,
        hint: `Write ${name}: ${node.value}${plain === undefined ? "" : `, or ${(0,config_report/* shorten */.ml)(plain)} if that is meant`}.`,
    });
}
function tell(node, path, scope, finding) {
    scope.report.add(node.at, path, finding);
}

// EXTERNAL MODULE: ./build/config/located.js
var located = __nccwpck_require__(8765);
// EXTERNAL MODULE: ./build/config/suggestion.js
var config_suggestion = __nccwpck_require__(9403);
// EXTERNAL MODULE: ./build/config/variable-reference.js
var variable_reference = __nccwpck_require__(2883);
// EXTERNAL MODULE: ./build/config/variable-sources.js
var variable_sources = __nccwpck_require__(7512);
;// CONCATENATED MODULE: ./build/config/check.js







/**
 * Checks a value against its schema and reports everything that is wrong. The answer is the value with
 * tolerated spellings corrected and `{env: NAME}` resolved; where something was wrong it is the value as found.
 */
function check(schema, node, path, scope, field) {
    if ((0,located/* isNull */.kZ)(node)) {
        if (schema.kind === "nullable" || schema.kind === "any")
            return node;
        return reportAt(node, path, scope, (0,mismatch/* explainNull */.PZ)(path, schema, field));
    }
    if (scope.refusesPlaceholders && schema.kind !== "any" && (0,mismatch/* isPlaceholder */.wK)(node)) {
        return reportAt(node, path, scope, {
            code: "placeholder",
            message: `${(0,config_report/* nameOf */.Vb)(path)} still has the documentation's placeholder ${(0,config_report/* quoteValue */.cl)(node)}.`,
            hint: "Replace it by your own value.",
        });
    }
    switch (schema.kind) {
        case "any":
            return node;
        case "nullable":
            return check(schema.inner, node, path, scope, field);
        case "text":
        case "integer":
        case "boolean":
        case "choice":
            return checkScalar(schema, node, path, scope, field);
        case "list":
            return checkList(schema, node, path, scope, field);
        case "map":
            return checkMap(schema, node, path, scope, field);
        case "shape":
            return node.kind === "map"
                ? checkShape(schema, node, path, scope)
                : reportAt(node, path, scope, (0,mismatch/* explainMismatch */.QH)(path, schema, node, field));
        case "selector":
            return checkSelector(schema, node, path, scope, field);
        case "text-or-shape":
            return check(node.kind === "map" ? schema.shape : schema.text, node, path, scope, field);
    }
}
function checkScalar(schema, found, path, scope, field) {
    const hasSource = schema.kind !== "choice" && schema.source === true;
    const node = hasSource && found.kind === "map" ? (0,variable_reference/* resolveVariable */.F)(schema, found, path, scope) : found;
    if (node === undefined)
        return found;
    if (node.kind === "scalar" && node.unresolved)
        return node;
    const fitting = node.kind === "scalar" ? readScalar(schema, node, path, scope) : undefined;
    if (fitting)
        return fitting;
    return reportAt(node, path, scope, (0,mismatch/* explainMismatch */.QH)(path, schema, node, field));
}
function checkList(schema, node, path, scope, field) {
    if (node.kind !== "list")
        return reportAt(node, path, scope, (0,mismatch/* explainMismatch */.QH)(path, schema, node, field));
    if (schema.minimumLength !== undefined && node.items.length < schema.minimumLength) {
        const hint = field?.example ? `Write for example ${field.example}.` : "Write at least one entry.";
        reportAt(node, path, scope, { code: "empty-list", message: `${(0,config_report/* nameOf */.Vb)(path)} is an empty list.`, hint });
    }
    const items = node.items.map((item, index) => check(schema.items, item, (0,config_report/* childPath */.cm)(path, index), scope, field));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}
function checkMap(schema, node, path, scope, field) {
    if (node.kind !== "map")
        return reportAt(node, path, scope, (0,mismatch/* explainMismatch */.QH)(path, schema, node, field));
    const entries = node.entries.map((entry) => ({
        ...entry,
        value: check(schema.values, entry.value, (0,config_report/* childPath */.cm)(path, entry.key), scope),
    }));
    return { ...node, entries };
}
function checkShape(schema, node, path, scope) {
    const entries = [];
    const meant = new Set();
    for (const entry of node.entries) {
        const field = Object.hasOwn(schema.fields, entry.key) ? schema.fields[entry.key] : undefined;
        if (field === undefined) {
            for (const name of reportUnknownKey(schema, entry, node.entries, path, scope))
                meant.add(name);
            if (pairOf(schema, entry, node.entries) !== undefined)
                for (const name of schema.pair ?? [])
                    meant.add(name);
            entries.push(entry);
            continue;
        }
        const value = checkField(field, entry, (0,config_report/* childPath */.cm)(path, entry.key), scope);
        if (value)
            entries.push(value === entry.value ? entry : { ...entry, value });
    }
    reportMissingKeys(schema.fields, node, meant, path, scope);
    const isSame = entries.length === node.entries.length && entries.every((entry, index) => entry === node.entries[index]);
    return isSame ? node : { ...node, entries };
}
/** The checked value; undefined when the key is to be left out. */
function checkField(field, { keyAt, value }, path, scope) {
    if ((0,located/* isNull */.kZ)(value) && field.ignoresNull) {
        scope.report.add(keyAt, path, {
            code: "null-ignored",
            severity: "warning",
            message: `${(0,config_report/* nameOf */.Vb)(path)} has no value and is ignored.`,
            hint: "Give it a value, or remove the key.",
        });
        return field.ignoresNull === "keeps" ? value : undefined;
    }
    if (field.notice)
        scope.report.add(keyAt, path, field.notice);
    const checked = check(field.schema, value, path, scope, field);
    if (scope.isPartial)
        return checked;
    for (const rule of field.rules ?? [])
        rule(checked, ruleScope(path, scope));
    return checked;
}
function ruleScope(path, scope) {
    const { unresolved, subject } = scope;
    return {
        ...(0,variable_sources/* sourcesOf */.u0)(scope),
        unresolved,
        subject,
        report(node, finding, ...part) {
            const at = "at" in node ? node.at : node;
            scope.report.add(at, { root: path.root, parts: [...path.parts, ...part] }, finding);
        },
    };
}
/** Answers the keys that were probably meant, so that they are not reported as missing as well. */
function reportUnknownKey(schema, entry, siblings, path, scope) {
    const { key, keyAt } = entry;
    if (schema.unknown === "keep")
        return [];
    // Keys that are refused or do nothing are not offered.
    const known = Object.keys(schema.fields).filter((name) => !schema.fields[name]?.notice);
    const misplaced = schema.misplaced && Object.hasOwn(schema.misplaced, key) ? schema.misplaced[key] : pairOf(schema, entry, siblings);
    const suggestion = misplaced === undefined ? (0,config_suggestion/* suggestName */.S)(key, known) : undefined;
    scope.report.add(keyAt, (0,config_report/* childPath */.cm)(path, key), {
        code: "unknown-key",
        severity: schema.unknown === "warn" ? "warning" : "error",
        message: `${(0,config_report/* quote */.hD)(key)} is not a key of ${(0,config_report/* nameOf */.Vb)(path)}.`,
        hint: misplaced ?? (suggestion ? `Did you mean ${suggestion}?` : `Known keys: ${known.toSorted().join(", ")}.`),
    });
    if (misplaced === undefined)
        return suggestion === undefined ? [] : [suggestion];
    // What says where the key belongs names the key that is missing.
    return requiredOf(schema.fields).flatMap(([name]) => (misplaced.match(/\w+/g)?.includes(name) ? [name] : []));
}
/** What to write instead of the only entry, when that is a name with its value. */
function pairOf({ pair }, { key, value }, all) {
    if (!pair || all.length > 1 || value.kind !== "scalar" || (0,config_suggestion/* suggestName */.S)(key, pair) !== undefined)
        return undefined;
    return `Write {${pair[0]}: ${(0,config_report/* shorten */.ml)(key)}, ${pair[1]}: ${(0,config_report/* showWritten */.Br)(value)}}.`;
}
function reportMissingKeys(fields, node, meant, path, scope) {
    if (scope.isPartial)
        return;
    for (const [key, field] of requiredOf(fields)) {
        if ((0,located/* entryOf */.Ms)(node, key) || meant.has(key))
            continue;
        scope.report.add(node.at, (0,config_report/* childPath */.cm)(path, key), {
            code: "missing-key",
            message: `${(0,config_report/* nameOf */.Vb)(path)} has no ${key}.`,
            hint: field.example ? `Add it, for example ${field.example}.` : `Add ${key}.`,
        });
    }
}
const REQUIRED = new WeakMap();
/** Remembered, as most keys are not required, and there are many mappings. */
function requiredOf(fields) {
    const required = REQUIRED.get(fields) ?? Object.entries(fields).filter(([, field]) => field.required);
    REQUIRED.set(fields, required);
    return required;
}
/** Exactly one key; keys without a value do not count. */
function checkSelector(schema, node, path, scope, field) {
    if (node.kind !== "map")
        return reportAt(node, path, scope, (0,mismatch/* explainMismatch */.QH)(path, schema, node, field));
    const given = node.entries.some(({ value }) => (0,located/* isNull */.kZ)(value))
        ? { ...node, entries: node.entries.filter(({ value }) => !(0,located/* isNull */.kZ)(value)) }
        : node;
    const checked = checkShape({ ...schema, kind: "shape", unknown: "refuse" }, given, path, scope);
    const known = given.entries.filter(({ key }) => Object.hasOwn(schema.fields, key));
    if (known.length === 1 || given.entries.length > known.length)
        return checked;
    const names = known.map(({ key }) => key).join(" and ");
    return reportAt(node, path, scope, {
        code: "not-exactly-one",
        message: `${(0,config_report/* nameOf */.Vb)(path)} has ${names === "" ? "no key with a value" : names}; exactly one is wanted.`,
        hint: `Keep one of ${Object.keys(schema.fields).join(", ")}${field?.example ? `, for example ${field.example}` : ""}.`,
    });
}
function reportAt(node, path, scope, finding) {
    scope.report.add(node.at, path, finding);
    return node;
}

// EXTERNAL MODULE: ./build/config/environment-entries.js
var environment_entries = __nccwpck_require__(6675);
;// CONCATENATED MODULE: ./build/config/ecs-settings.js



/** Reads the ECS settings of one level from a checked mapping; `variables` are that level's, in order. */
function readEcsSettings(node, variables) {
    const executionRoleArn = readText(node, "execution_role_arn");
    const taskRoleArn = readText(node, "task_role_arn");
    const repositoryCredentials = readText(node, "repository_credentials");
    const runtimePlatform = readObject(node, "runtime_platform");
    const serverHealthCheck = readObject(node, "server_health_check");
    return {
        ...readEntries(variables),
        secrets: readSecrets(node),
        secretsTags: readTexts(node, "secrets_tags"),
        serverResources: readResources((0,located/* getValue */._W)(node, "server_resources")),
        runResources: readResources((0,located/* getValue */._W)(node, "run_resources")),
        ...(executionRoleArn !== undefined && { executionRoleArn }),
        ...(taskRoleArn !== undefined && { taskRoleArn }),
        mountPoints: readObjects(node, "mount_points"),
        volumes: readObjects(node, "volumes"),
        serverSidecarContainers: readObjects(node, "server_sidecar_containers"),
        runSidecarContainers: readObjects(node, "run_sidecar_containers"),
        serverEcsTags: readTags(node, "server_ecs_tags"),
        runEcsTags: readTags(node, "run_ecs_tags"),
        ...(repositoryCredentials !== undefined && { repositoryCredentials }),
        ...(runtimePlatform && { runtimePlatform }),
        ...(serverHealthCheck && { serverHealthCheck }),
        sources: readSources(node, variables),
    };
}
/** The variables of a list that the check has already reported on. */
function readCheckedVariables(node, sources) {
    const scope = { ...(0,variable_sources/* sourcesOf */.u0)(sources), unresolved: "warning", subject: "", report: () => { } };
    return (0,environment_entries/* readVariables */.C)(node, scope);
}
/** ECS takes a name as a variable or as a secret, and the last entry of a name counts. */
function readEntries(entries) {
    const last = new Map(entries.map((entry) => [entry.name, entry]));
    return {
        envVars: entries.flatMap((entry) => entry.kind === "value" && last.get(entry.name)?.kind === "value" ? { name: entry.name, value: entry.value } : []),
        variableSecrets: [...last.values()].flatMap((entry) => entry.kind === "secret" ? { name: entry.name, valueFrom: entry.valueFrom } : []),
    };
}
/** The text under a key. */
function readText(node, key) {
    return textValue((0,located/* getValue */._W)(node, key));
}
function readTexts(node, key) {
    return itemsOf((0,located/* getValue */._W)(node, key)).flatMap((item) => textValue(item) ?? []);
}
function readInteger(node, key) {
    const value = (0,located/* getValue */._W)(node, key);
    return value?.kind === "scalar" && value.type === "integer" ? value.value : undefined;
}
function readBoolean(node, key) {
    const value = (0,located/* getValue */._W)(node, key);
    return value?.kind === "scalar" && value.type === "boolean" ? value.value : undefined;
}
function textValue(node) {
    if (node?.kind === "scalar" && node.unresolved)
        return (0,located/* unresolvedText */.X7)(node.fromVariable ?? "");
    return (0,located/* textOf */.b6)(node);
}
function itemsOf(node) {
    return node?.kind === "list" ? node.items : [];
}
function readObject(node, key) {
    const value = (0,located/* getValue */._W)(node, key);
    return value?.kind === "map" && value.entries.length > 0 ? (0,located/* toJsonObject */.NK)(value, "resolved") : undefined;
}
function readObjects(node, key) {
    const maps = itemsOf((0,located/* getValue */._W)(node, key)).filter((item) => item.kind === "map");
    return maps.map((item) => (0,located/* toJsonObject */.NK)(item, "resolved"));
}
function readSecrets(node) {
    return itemsOf((0,located/* getValue */._W)(node, "secrets")).flatMap((item) => {
        const name = readText(item, "name");
        const valueFrom = readText(item, "valueFrom");
        return name === undefined || valueFrom === undefined ? [] : { name, valueFrom };
    });
}
function readTags(node, listKey) {
    return itemsOf((0,located/* getValue */._W)(node, listKey)).flatMap((item) => {
        const key = readText(item, "key");
        const value = readText(item, "value");
        if (key === undefined)
            return [];
        return value === undefined ? { key } : { key, value };
    });
}
function readResources(node) {
    const cpu = readText(node, "cpu");
    const memory = readText(node, "memory");
    const ephemeralStorage = readInteger(node, "ephemeral_storage");
    const replicaCount = readInteger(node, "replica_count");
    return {
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
        ...(ephemeralStorage !== undefined && { ephemeralStorage }),
        // Dagster takes 0 for 1 (docs/agent.md, Merge of the two levels).
        ...(replicaCount !== undefined && { replicaCount: replicaCount === 0 ? 1 : replicaCount }),
    };
}
function readSources(node, variables) {
    const sources = new Map();
    for (const { name, at } of variables)
        sources.set(`env_vars.${name}`, at);
    for (const [list, key] of [
        ["secrets", "name"],
        ["server_ecs_tags", "key"],
        ["run_ecs_tags", "key"],
        ["server_sidecar_containers", "name"],
        ["run_sidecar_containers", "name"],
    ]) {
        for (const item of itemsOf((0,located/* getValue */._W)(node, list))) {
            const name = (0,located/* getValue */._W)(item, key);
            const written = (0,located/* textOf */.b6)(name);
            if (name && written !== undefined && !(0,located/* isNull */.kZ)(name))
                sources.set(`${list}.${written}`, name.at);
        }
    }
    return sources;
}

// EXTERNAL MODULE: ./build/config/ecs-schema.js + 2 modules
var ecs_schema = __nccwpck_require__(2283);
// EXTERNAL MODULE: ./build/config/rules.js
var rules = __nccwpck_require__(2012);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __nccwpck_require__(7096);
;// CONCATENATED MODULE: ./build/config/launcher-schema.js



/** The agent puts the prefix into names of limited length and refuses longer ones (docs/agent.md, Naming). */
const familyPrefix = { kind: "text", maximumLength: 16 };
const metrics = (0,schema/* shape */.cW)({ enabled: { schema: schema/* boolean */.zM, description: "Whether they are collected." } });
const ttl = {
    enabled: { schema: schema/* booleanSource */.Ik, description: "Whether servers without requests are shut down.", required: true },
    ttl_seconds: { schema: schema/* integerSource */.qS, description: "How long such a server is left running." },
};
/** Settings of the agent itself, which do not reach the code servers. */
const agentOnlyFields = {
    agent_metrics: {
        schema: metrics,
        description: "Metrics of the agent.",
        example: "agent_metrics: {enabled: true}",
    },
    server_ttl: {
        schema: (0,schema/* shape */.cW)({
            full_deployments: { schema: (0,schema/* shape */.cW)(ttl), description: "For full deployments." },
            branch_deployments: {
                schema: (0,schema/* shape */.cW)({ ttl_seconds: { schema: schema/* integerSource */.qS, description: "How long a server is left running." } }),
                description: "For branch deployments.",
            },
            max_servers: { schema: schema/* integerSource */.qS, description: "Most servers that run without requests." },
            enabled: { schema: schema/* booleanSource */.Ik, description: "Older form of full_deployments.enabled." },
            ttl_seconds: { schema: schema/* integerSource */.qS, description: "Older form of full_deployments.ttl_seconds." },
        }),
        description: "When the agent shuts servers down that serve no requests.",
        example: "server_ttl: {full_deployments: {enabled: true, ttl_seconds: 7200}}",
    },
    defer_job_snapshots: { schema: schema/* booleanSource */.Ik, description: "How the agent uploads snapshots of jobs." },
    direct_snapshot_uploads: { schema: schema/* booleanSource */.Ik, description: "Where the agent uploads snapshots to." },
    upload_snapshots_on_startup: {
        schema: schema/* booleanSource */.Ik,
        description: "Whether the agent uploads snapshots at its start.",
    },
    requires_healthcheck: { schema: schema/* booleanSource */.Ik, description: "Whether the agent writes a file when it is ready." },
    run_task_definition_prefix: { schema: familyPrefix, description: "Start of the task definition family of runs." },
};
/** `user_code_launcher.config` of the ECS launcher (reference: user_code_launcher properties). */
const launcherConfigSchema = (0,schema/* shape */.cW)({
    cluster: {
        schema: schema/* textSource */.rC,
        description: "ECS cluster, by name or ARN.",
        required: true,
        example: "cluster: my-cluster",
    },
    subnets: {
        schema: { kind: "list", items: schema/* textSource */.rC, minimumLength: 1 },
        description: "Subnets of the code servers.",
        required: true,
        example: "subnets: [subnet-0123456789abcdef0]",
    },
    security_group_ids: {
        schema: (0,schema/* listOf */.c3)(schema/* textSource */.rC),
        description: "Security groups of the code servers.",
        example: "security_group_ids: [sg-0123456789abcdef0]",
    },
    service_discovery_namespace_id: {
        schema: schema/* textSource */.rC,
        description: "Id of the Cloud Map namespace.",
        required: true,
        example: "service_discovery_namespace_id: ns-abcdefgh12345678",
    },
    service_discovery_role_arn: { schema: schema/* textSource */.rC, description: "Role to assume for Cloud Map." },
    log_group: {
        schema: schema/* textSource */.rC,
        description: "CloudWatch log group.",
        required: true,
        example: "log_group: /dagster/code",
    },
    launch_type: { schema: { kind: "choice", values: ["FARGATE", "EC2"] }, description: "FARGATE or EC2." },
    assign_public_ip: {
        schema: (0,schema/* nullable */.me)(schema/* boolean */.zM),
        description: "Whether tasks get a public IP; found out when absent.",
    },
    server_process_startup_timeout: { schema: schema/* integerSource */.qS, description: "Seconds for the code to load." },
    ecs_timeout: { schema: schema/* integerSource */.qS, description: "Seconds for ECS to start a service." },
    ecs_grace_period: { schema: schema/* integerSource */.qS, description: "Seconds in which failing calls to ECS are tried again." },
    enable_ecs_exec: { schema: schema/* boolean */.zM, description: "Whether ECS Exec can open a shell in the tasks." },
    code_server_metrics: {
        schema: metrics,
        description: "Metrics of the code servers.",
        example: "code_server_metrics: {enabled: true}",
    },
    server_task_definition_prefix: { schema: familyPrefix, description: "Start of the task definition family." },
    secrets: {
        schema: (0,schema/* listOf */.c3)({ kind: "text-or-shape", text: schema/* text */.Qq, shape: ecs_schema/* secret */.rJ }),
        description: "Secrets as environment variables: ARNs, or entries with name and valueFrom.",
        example: "secrets: [{name: API_TOKEN, valueFrom: arn:aws:secretsmanager:...}]",
        rules: [rules/* checkMixedSecrets */.Pc],
    },
    secrets_tag: {
        schema: (0,schema/* nullable */.me)(schema/* textSource */.rC),
        description: "Every Secrets Manager secret with this tag key becomes an environment variable.",
        example: "secrets_tag: dagster",
    },
    ...ecs_schema/* sharedEcsFields */.yC,
    execution_role_arn: {
        schema: schema/* textSource */.rC,
        description: "Role ECS uses to pull the image, read secrets and write logs.",
        required: true,
        example: "execution_role_arn: arn:aws:iam::123456789012:role/execution",
    },
    ...agentOnlyFields,
}, {
    secrets_tags: "Write secrets_tag: name; secrets_tags is a location's key.",
    isolated_agents: "Move it to the top of dagster.yaml.",
    agent_queues: "Move it to the top of dagster.yaml.",
    dagster_cloud_api: "Move it to the top of dagster.yaml.",
    cpu: 'Move it into server_resources: {cpu: "256"}.',
    memory: 'Move it into server_resources: {memory: "512"}.',
    task_definition_arn: "Remove it: task definitions are rendered from this configuration.",
});
/** `dagster_cloud_api` (reference: dagster_cloud_api properties). Nothing here is needed to deploy code servers. */
const apiSchema = {
    kind: "shape",
    unknown: "warn",
    fields: {
        url: { schema: schema/* textSource */.rC, description: "Address of the organization in Dagster+." },
        // Never checked and never shown: the CI step that reads this file need not have the agent's token.
        agent_token: { schema: schema/* any */.bz, description: "Token of the agent." },
        agent_label: { schema: schema/* any */.bz, description: "Name of the agent in the Dagster+ UI." },
        deployment: { schema: schema/* any */.bz, description: "Full deployment the agent serves." },
        deployments: { schema: (0,schema/* listOf */.c3)(schema/* textSource */.rC), description: "Full deployments the agent serves." },
        branch_deployments: { schema: schema/* booleanSource */.Ik, description: "Whether the agent serves all branch deployments." },
        all_serverless_deployments: { schema: schema/* any */.bz, description: "Not used here." },
        timeout: { schema: schema/* any */.bz, description: "Seconds a request to Dagster+ may take." },
        retries: { schema: schema/* any */.bz, description: "How often such a request is tried again." },
        backoff_factor: { schema: schema/* any */.bz, description: "How the waits between tries grow." },
        method: { schema: schema/* any */.bz, description: "HTTP method." },
        verify: { schema: schema/* any */.bz, description: "Whether certificates are verified." },
        headers: { schema: schema/* any */.bz, description: "Additional HTTP headers." },
        cookies: { schema: schema/* any */.bz, description: "Additional cookies." },
        proxies: { schema: schema/* any */.bz, description: "HTTP proxies." },
        socket_options: { schema: schema/* any */.bz, description: "Socket options." },
    },
};
/** The parts of the agent's `dagster.yaml` that matter here; other blocks of a Dagster instance are ignored. */
const agentFileSchema = (0,schema/* permissive */.I2)({
    dagster_cloud_api: { schema: schema/* any */.bz, description: "How the agent reaches Dagster+.", ignoresNull: true },
    user_code_launcher: {
        schema: (0,schema/* shape */.cW)({
            module: { schema: schema/* text */.Qq, description: "dagster_cloud.workspace.ecs" },
            class: {
                schema: schema/* text */.Qq,
                description: "EcsUserCodeLauncher",
                required: true,
                example: "class: EcsUserCodeLauncher",
            },
            config: { schema: schema/* any */.bz, description: "Configuration of the launcher.", required: true },
        }),
        description: "What launches code servers.",
        required: true,
        example: "user_code_launcher: {module: dagster_cloud.workspace.ecs, class: EcsUserCodeLauncher, config: {...}}",
    },
    isolated_agents: {
        schema: (0,schema/* shape */.cW)({ enabled: { schema: schema/* booleanSource */.Ik, description: "Whether agents see only their own resources." } }),
        description: "Several agents that do not share resources.",
        example: "isolated_agents: {enabled: true}",
        ignoresNull: true,
    },
    agent_queues: {
        schema: (0,schema/* shape */.cW)({
            include_default_queue: { schema: schema/* booleanSource */.Ik, description: "Whether requests without a queue are served." },
            additional_queues: { schema: (0,schema/* listOf */.c3)(schema/* textSource */.rC), description: "Queues that are served.", ignoresNull: true },
        }),
        description: "Queues the agent serves.",
        example: "agent_queues: {include_default_queue: true, additional_queues: [heavy]}",
        ignoresNull: true,
    },
});

// EXTERNAL MODULE: ./build/config/yaml-tree.js + 5 modules
var yaml_tree = __nccwpck_require__(1196);
;// CONCATENATED MODULE: ./build/config/deployment-config.js








const LAUNCHER_CLASS = "EcsUserCodeLauncher";
/** Defaults as the agent fills them in (docs/agent.md, Schemas). The reference says 300 for ecs_timeout. */
const DEFAULTS = {
    launchType: "FARGATE",
    serverTaskDefinitionPrefix: "server",
    serverProcessStartupTimeout: 180,
    ecsTimeout: 600,
    ecsGracePeriod: 30,
};
/**
 * Reads the agent's `dagster.yaml`. Never throws: everything wrong is a problem, and the configuration is
 * undefined when one of them is an error. The agent's token is read for the organization only and never shown.
 */
function readDeploymentConfig(file, options) {
    const report = (0,config_report/* makeReport */.dO)();
    const root = (0,yaml_tree/* readYaml */.g)(file, report);
    const literals = root && options.variablesOf === "agent" ? (0,agent_literals/* findAgentLiterals */.Z)(root) : undefined;
    const read = root && readRoot(root, file.path, options, report);
    // Those of `env_vars` are hidden by their origin; a sidecar is passed through as it is.
    for (const text of literals?.sidecars ?? [])
        report.noteEnvironmentText(text);
    return {
        config: report.errorCount === 0 ? read?.config : undefined,
        document: read?.document,
        environmentTexts: report.environmentTexts,
        literals: literals ? [...literals.variables, ...literals.sidecars] : [],
        sources: report.sources,
        problems: (0,config_report/* inReadingOrder */.g)(report.problems, [file.path]),
    };
}
function readRoot(root, file, options, report) {
    const path = { root: "", parts: [] };
    if (root.kind !== "map") {
        report.add(root.at, path, {
            code: "not-a-mapping",
            message: `${file} is ${(0,config_report/* describeValue */.bp)(root)}, but must be a mapping with the key user_code_launcher.`,
            hint: "Write the dagster.yaml of an Amazon ECS agent.",
        });
        return undefined;
    }
    if (!reportOtherFile(root, file, report))
        return undefined;
    const scope = { ...options, report, subject: "the deployment", refusesPlaceholders: true };
    const checked = check(agentFileSchema, root, path, scope);
    const launcher = readLauncher((0,located/* getValue */._W)(checked, "user_code_launcher"), scope);
    const api = readApi((0,located/* getValue */._W)(checked, "dagster_cloud_api"), scope);
    if (!launcher)
        return undefined;
    const queues = (0,located/* getValue */._W)(checked, "agent_queues");
    const organization = findOrganization(api, options);
    const config = {
        launcher: launcher.config,
        deployments: readDeployments(api),
        branchDeployments: readBoolean(api, "branch_deployments") ?? false,
        ...(organization !== undefined && { organization }),
        isolatedAgents: readBoolean((0,located/* getValue */._W)(checked, "isolated_agents"), "enabled") ?? false,
        agentQueues: {
            includeDefaultQueue: readBoolean(queues, "include_default_queue") ?? true,
            additionalQueues: readTexts(queues, "additional_queues"),
        },
        position: (0,located/* entryOf */.Ms)(checked, "user_code_launcher")?.keyAt ?? root.at,
    };
    return { config, document: { launcher: launcher.document, root: checked, api } };
}
/** False when the file is plainly another one, which is then the only problem told. */
function reportOtherFile(root, file, report) {
    const path = { root: "", parts: [] };
    const has = (key) => (0,located/* entryOf */.Ms)(root, key) !== undefined;
    if (has("user_code_launcher"))
        return true;
    const message = `${file} has no key user_code_launcher.`;
    if (has("locations")) {
        const hint = "This looks like dagster_cloud.yaml: name it in the input config-file instead.";
        report.add(root.at, path, { code: "workspace-file", message, hint });
        return false;
    }
    if (has("cluster") || has("subnets")) {
        const hint = "Put the launcher's configuration under user_code_launcher, below its key config.";
        report.add(root.at, path, { code: "launcher-config-only", message, hint });
        return false;
    }
    return true;
}
function readLauncher(node, scope) {
    const classNode = (0,located/* getValue */._W)(node, "class");
    const path = { root: "", parts: ["user_code_launcher"] };
    const name = (0,located/* textOf */.b6)(classNode);
    if (classNode && name !== undefined && name !== LAUNCHER_CLASS) {
        scope.report.add(classNode.at, (0,config_report/* childPath */.cm)(path, "class"), {
            code: "other-launcher",
            message: `user_code_launcher.class is ${(0,config_report/* quote */.hD)(name)}; only ${LAUNCHER_CLASS} runs code servers on Amazon ECS.`,
            hint: `Name the dagster.yaml of an Amazon ECS agent, with class: ${LAUNCHER_CLASS}.`,
        });
        return undefined;
    }
    const config = (0,located/* getValue */._W)(node, "config");
    if (!config)
        return undefined;
    const checked = check(launcherConfigSchema, config, (0,config_report/* childPath */.cm)(path, "config"), scope);
    return checked.kind === "map" ? { config: readLauncherConfig(checked, scope), document: checked } : undefined;
}
function readLauncherConfig(node, scope) {
    const variables = readCheckedVariables((0,located/* getValue */._W)(node, "env_vars"), scope);
    const secretsTag = readText(node, "secrets_tag");
    const roleArn = readText(node, "service_discovery_role_arn");
    const assignPublicIp = readBoolean(node, "assign_public_ip");
    const cluster = readText(node, "cluster") ?? "";
    return {
        ...readEcsSettings(node, variables),
        secretsTags: secretsTag ? [secretsTag] : [],
        cluster: cluster.slice(cluster.lastIndexOf("/") + 1),
        subnets: readTexts(node, "subnets"),
        securityGroupIds: readTexts(node, "security_group_ids"),
        serviceDiscoveryNamespaceId: readText(node, "service_discovery_namespace_id") ?? "",
        ...(roleArn !== undefined && { serviceDiscoveryRoleArn: roleArn }),
        logGroup: readText(node, "log_group") ?? "",
        launchType: readText(node, "launch_type") === "EC2" ? "EC2" : DEFAULTS.launchType,
        ...(assignPublicIp !== undefined && { assignPublicIp }),
        enableEcsExec: readBoolean(node, "enable_ecs_exec") ?? false,
        serverTaskDefinitionPrefix: readText(node, "server_task_definition_prefix") ?? DEFAULTS.serverTaskDefinitionPrefix,
        codeServerMetricsEnabled: readBoolean((0,located/* getValue */._W)(node, "code_server_metrics"), "enabled") ?? false,
        serverProcessStartupTimeout: readInteger(node, "server_process_startup_timeout") ?? DEFAULTS.serverProcessStartupTimeout,
        ecsTimeout: readInteger(node, "ecs_timeout") ?? DEFAULTS.ecsTimeout,
        ecsGracePeriod: readInteger(node, "ecs_grace_period") ?? DEFAULTS.ecsGracePeriod,
        secretArns: readTexts(node, "secrets"),
        other: Object.fromEntries(node.entries.filter(({ key }) => !USED_KEYS.has(key)).map(({ key, value }) => [key, (0,located/* toJson */.aB)(value, "written")])),
    };
}
/** Keys of `user_code_launcher.config` that do not reach a code server. */
const UNUSED_KEYS = new Set([
    "agent_metrics",
    "server_ttl",
    "defer_job_snapshots",
    "direct_snapshot_uploads",
    "upload_snapshots_on_startup",
    "requires_healthcheck",
    "run_task_definition_prefix",
]);
const USED_KEYS = new Set(Object.keys(launcherConfigSchema.fields).filter((key) => !UNUSED_KEYS.has(key)));
function readApi(node, scope) {
    if (!node)
        return undefined;
    // A variable of the agent's own task, such as its token, need not exist in a workflow step.
    return check(apiSchema, node, { root: "", parts: ["dagster_cloud_api"] }, { ...scope, unresolved: "warning" });
}
function readDeployments(api) {
    const single = readText(api, "deployment");
    return [...(single === undefined ? readTexts(api, "deployment") : [single]), ...readTexts(api, "deployments")];
}
/** From the host of the address, else from the token `agent:<organization>:...`. */
function findOrganization(api, sources) {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(readText(api, "url") ?? "")?.[1]?.toLowerCase();
    const [label] = host?.endsWith(".dagster.cloud") ? host.split(".") : [];
    if (label && label !== "agent")
        return label;
    const token = (0,located/* getValue */._W)(api, "agent_token");
    const variable = (0,located/* textOf */.b6)((0,located/* getValue */._W)(token, "env"));
    const text = variable === undefined ? (0,located/* textOf */.b6)(token) : (0,variable_sources/* lookUpVariable */.LW)(variable, sources);
    const [kind, organization] = text?.split(":") ?? [];
    return kind === "agent" && organization ? organization : undefined;
}

// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __nccwpck_require__(3298);
;// CONCATENATED MODULE: ./build/config/merge-levels.js


/**
 * Merges a location's ECS settings over its deployment's as the agent does (docs/agent.md, Merge of the two
 * levels), except that a location without `replica_count` leaves the deployment's alone. Where the
 * deployment's value wins over the location's, a warning names both. `launcher.secretArns` are left to the
 * caller: they belong to the deployment's secrets, and Secrets Manager has their names.
 */
function mergeEcsSettings(location, launcher) {
    const { ecs } = location;
    const problems = [];
    const tell = (list, name, same) => {
        if (!same)
            problems.push(explainConflict(location, launcher, list, name));
    };
    const taskRoleArn = ecs.taskRoleArn || launcher.taskRoleArn;
    const repositoryCredentials = ecs.repositoryCredentials || launcher.repositoryCredentials;
    const runtimePlatform = ecs.runtimePlatform ?? launcher.runtimePlatform;
    const serverHealthCheck = ecs.serverHealthCheck ?? launcher.serverHealthCheck;
    const settings = {
        ...mergeEntries(ecs, launcher, tell),
        secretsTags: [...ecs.secretsTags, ...launcher.secretsTags],
        serverResources: mergeResources(ecs.serverResources, launcher.serverResources),
        runResources: mergeResources(ecs.runResources, launcher.runResources),
        executionRoleArn: ecs.executionRoleArn || launcher.executionRoleArn || "",
        ...(taskRoleArn && { taskRoleArn }),
        mountPoints: [...ecs.mountPoints, ...launcher.mountPoints],
        volumes: [...ecs.volumes, ...launcher.volumes],
        serverSidecarContainers: [...ecs.serverSidecarContainers, ...launcher.serverSidecarContainers],
        serverEcsTags: mergeTags(ecs, launcher, tell),
        ...(repositoryCredentials && { repositoryCredentials }),
        ...(runtimePlatform && { runtimePlatform }),
        ...(serverHealthCheck && { serverHealthCheck }),
    };
    for (const list of ["server_sidecar_containers", "run_sidecar_containers"]) {
        problems.push(...findSidecarsOfBoth(location, launcher, list));
    }
    return { settings, problems };
}
/**
 * What `env_vars` and `secrets` say. An entry of `env_vars` with a secret of the agent's task behind it takes part in
 * the merge as the variable it is written as; an explicit secret of its name wins.
 */
function mergeEntries(own, deployment, tell) {
    const ownSecrets = own.variableSecrets ?? [];
    const deploymentSecrets = deployment.variableSecrets ?? [];
    const winners = new Set([...deployment.envVars, ...deploymentSecrets].map(({ name }) => name));
    for (const { name, valueFrom } of ownSecrets) {
        const isSame = deploymentSecrets.some((other) => other.name === name && other.valueFrom === valueFrom);
        if (winners.has(name))
            tell("env_vars", name, isSame);
    }
    for (const { name } of deploymentSecrets) {
        if (own.envVars.some((variable) => variable.name === name))
            tell("env_vars", name, false);
    }
    const environment = mergeVariables(own.envVars.filter(({ name }) => !deploymentSecrets.some((secret) => secret.name === name)), deployment.envVars, tell);
    const explicit = mergeSecrets(own.secrets, deployment.secrets, tell);
    const behind = [...ownSecrets.filter(({ name }) => !winners.has(name)), ...deploymentSecrets];
    return {
        environment,
        secrets: [...behind.filter(({ name }) => !explicit.some((secret) => secret.name === name)), ...explicit].toSorted((left, right) => (0,text_order/* compareCodePoints */.O)(left.name, right.name)),
    };
}
function mergeVariables(own, deployment, tell) {
    const merged = new Map(own.map((variable) => [variable.name, variable]));
    for (const [name, variable] of new Map(deployment.map((entry) => [entry.name, entry]))) {
        const overridden = merged.get(name);
        if (overridden)
            tell("env_vars", name, isSameValue(overridden.value, variable.value));
        merged.set(name, variable);
    }
    return [...merged.values()].toSorted((left, right) => (0,text_order/* compareCodePoints */.O)(left.name, right.name));
}
// Hidden values are compared without being shown.
function isSameValue(left, right) {
    if ("text" in left)
        return "text" in right && left.text === right.text;
    return "hidden" in right && left.from === right.from && left.hidden.reveal() === right.hidden.reveal();
}
function mergeSecrets(own, deployment, tell) {
    const merged = new Map(own.map((secret) => [secret.name, secret]));
    for (const secret of new Map(deployment.map((entry) => [entry.name, entry])).values()) {
        const overridden = merged.get(secret.name);
        if (overridden)
            tell("secrets", secret.name, overridden.valueFrom === secret.valueFrom);
        merged.set(secret.name, secret);
    }
    return [...merged.values()].toSorted((left, right) => (0,text_order/* compareCodePoints */.O)(left.name, right.name));
}
/** A tag stays at the place of its first mention (docs/agent.md, Tags). */
function mergeTags(own, deployment, tell) {
    const merged = new Map(own.serverEcsTags.map((tag) => [tag.key, tag]));
    for (const tag of new Map(deployment.serverEcsTags.map((entry) => [entry.key, entry])).values()) {
        const overridden = merged.get(tag.key);
        if (overridden)
            tell("server_ecs_tags", tag.key, (overridden.value ?? "") === (tag.value ?? ""));
        merged.set(tag.key, tag);
    }
    return [...merged.values()];
}
function mergeResources(own, deployment) {
    return { ...deployment, ...own };
}
/** The lists are joined, and ECS refuses two containers of one name. */
function findSidecarsOfBoth(location, launcher, list) {
    const property = list === "server_sidecar_containers" ? "serverSidecarContainers" : "runSidecarContainers";
    const deployment = new Set(launcher[property].map(({ name }) => name));
    return location.ecs[property].flatMap(({ name }) => {
        if (typeof name !== "string" || !deployment.has(name))
            return [];
        const { at, where } = locate(location, launcher, `${list}.${name}`);
        return {
            code: "duplicate-sidecar",
            severity: "error",
            message: `The location ${(0,config_report/* quote */.hD)(location.name)} and the deployment${where} both have a sidecar called ${(0,config_report/* quote */.hD)(name)} in ${list}; ECS takes only one container of a name.`,
            hint: "Rename or remove it at one of the two levels.",
            path: pathOf(location, list),
            ...at,
        };
    });
}
/** Where the location has an entry, and in words where the deployment has it. */
function locate(location, launcher, source) {
    const { file, line, column } = location.ecs.sources?.get(source) ?? location.position;
    const other = launcher.sources?.get(source);
    return { at: { file, line, column }, where: other ? ` (${other.file} line ${other.line})` : "" };
}
function pathOf(location, list) {
    return (0,config_report/* formatPath */.jV)({ root: `location ${(0,config_report/* quote */.hD)(location.name)}`, parts: ["container_context", "ecs", list] });
}
function explainConflict(location, launcher, list, name) {
    const { at, where } = locate(location, launcher, `${list}.${name}`);
    return {
        code: "deployment-value-wins",
        severity: "warning",
        message: `${(0,config_report/* quote */.hD)(name)} of ${list} is set by the location ${(0,config_report/* quote */.hD)(location.name)} and by the deployment${where}; the deployment's value is used.`,
        hint: "Remove it at one of the two levels.",
        path: pathOf(location, list),
        ...at,
    };
}

;// CONCATENATED MODULE: ./build/config/defaults-merge.js



/**
 * Merges the `defaults` block under one location, by the rules of dagster-cloud's merger (docs/agent.md,
 * dagster_cloud.yaml): mappings key by key with the defaults' order first, scalars from the location, known
 * lists by their name, other lists joined without repetitions. Every value keeps its own place.
 */
function mergeDefaults(defaults, location, path, report) {
    return mergeMaps(defaults, location, path, report);
}
/** Without entries that have no value: they neither set a value nor unset a default. */
function stripNulls(node, path, report) {
    const strip = (value, inside) => {
        switch (value.kind) {
            case "scalar":
                return value;
            case "list": {
                const kept = value.items.filter((item, index) => !isStripped(item, item.at, (0,config_report/* childPath */.cm)(inside, index)));
                const items = kept.map((item, index) => strip(item, (0,config_report/* childPath */.cm)(inside, index)));
                return isSameList(items, value.items) ? value : { ...value, items };
            }
            case "map":
                return stripMap(value, inside);
        }
    };
    const stripMap = (map, inside) => {
        const entries = map.entries
            .filter(({ key, keyAt, value }) => !isStripped(value, keyAt, (0,config_report/* childPath */.cm)(inside, key)))
            .map((entry) => {
            const value = strip(entry.value, (0,config_report/* childPath */.cm)(inside, entry.key));
            return value === entry.value ? entry : { ...entry, value };
        });
        return isSameList(entries, map.entries) ? map : { ...map, entries };
    };
    const isStripped = (value, at, inside) => {
        if (!(0,located/* isNull */.kZ)(value))
            return false;
        report.add(at, inside, {
            code: "null-ignored",
            severity: "warning",
            message: `${(0,config_report/* nameOf */.Vb)(inside)} has no value and is ignored; it does not unset a default.`,
            hint: "Give it a value, or remove it.",
        });
        return true;
    };
    return stripMap(node, path);
}
function isSameList(left, right) {
    return left.length === right.length && left.every((one, index) => one === right[index]);
}
function mergeMaps(base, over, path, report) {
    const entries = new Map(base.entries.map((entry) => [entry.key, entry]));
    for (const entry of over.entries) {
        const default_ = entries.get(entry.key);
        const inside = (0,config_report/* childPath */.cm)(path, entry.key);
        entries.set(entry.key, default_ ? { ...entry, value: mergeValues(default_.value, entry, inside, report) } : entry);
    }
    return { kind: "map", entries: [...entries.values()], at: over.at };
}
function mergeValues(base, { key, value }, path, report) {
    // A scalar replaces whatever the default is; the schema then says what it thinks of it.
    if (value.kind === "scalar")
        return value;
    if (value.kind === "map" && base.kind === "map")
        return mergeMaps(base, value, path, report);
    if (value.kind === "list" && base.kind === "list") {
        const identify = IDENTITIES.get(key);
        const items = identify ? mergeByName(base.items, value.items, identify) : joinLists(base.items, value.items);
        return { ...value, items };
    }
    report.add(value.at, path, {
        code: "defaults-mismatch",
        message: `${(0,config_report/* nameOf */.Vb)(path)} is ${(0,config_report/* describeValue */.bp)(value)} here, but ${(0,config_report/* describeValue */.bp)(base)} in defaults (line ${base.at.line}).`,
        hint: "Write both in the same form.",
    });
    return value;
}
const byVariableName = (item) => {
    const entry = (0,located/* textOf */.b6)(item);
    return entry === undefined ? undefined : (0,environment_entries/* variableNameOf */.T)(entry);
};
const byName = (item) => (0,located/* textOf */.b6)((0,located/* getValue */._W)(item, "name"));
const byKey = (item) => (0,located/* textOf */.b6)((0,located/* getValue */._W)(item, "key"));
/** Lists whose entries have a name: an entry of the location replaces the default of the same name whole. */
const IDENTITIES = new Map([
    ["env_vars", byVariableName],
    ["secrets", byName],
    ["volumes", byName],
    ["server_sidecar_containers", byName],
    ["run_sidecar_containers", byName],
    ["server_ecs_tags", byKey],
    ["run_ecs_tags", byKey],
]);
function mergeByName(base, over, identify) {
    const replaced = new Set(over.map(identify));
    const kept = base.filter((item) => {
        const name = identify(item);
        return name === undefined || !replaced.has(name);
    });
    return [...kept, ...over];
}
function joinLists(base, over) {
    const seen = new Set();
    return [...base, ...over].filter((item) => {
        const content = fingerprint(item);
        if (seen.has(content))
            return false;
        seen.add(content);
        return true;
    });
}
/** Equal for values Python calls equal: 1, 1.0 and true are; the order of keys does not matter. */
function fingerprint(node) {
    switch (node.kind) {
        case "scalar":
            return JSON.stringify(node.type === "boolean" ? Number(node.value) : node.value);
        case "list":
            return `[${node.items.map(fingerprint).join(",")}]`;
        case "map": {
            const members = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${fingerprint(value)}`);
            return `{${members.toSorted().join(",")}}`;
        }
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/config/location-schema.js
var location_schema = __nccwpck_require__(7538);
;// CONCATENATED MODULE: ./build/config/dg/build-files.js





/** `build` and `container_context` of one level. */
function readParts({ path, build, containerContext }, report) {
    const buildRoot = build && readPart(build, report);
    const context = containerContext && readPart(containerContext, report);
    return [
        ...(buildRoot ? [entryAt("build", readBuild(buildRoot, path, report))] : []),
        ...(context ? [entryAt("container_context", context)] : []),
    ];
}
/** A file with nothing but comments is what dg writes to begin with. */
function readPart(file, report) {
    const lines = new TextDecoder().decode(file.bytes).split("\n");
    if (lines.every((line) => /^\s*(#.*|---\s*)?$/.test(line)))
        return undefined;
    const root = (0,yaml_tree/* readYaml */.g)(file, report);
    if (!root || root.kind === "map")
        return root;
    report.add(root.at, { root: "", parts: [] }, {
        code: "not-a-mapping",
        message: `${file.path} is ${(0,config_report/* describeValue */.bp)(root)}, but must be a mapping.`,
        hint: "Write its keys, one per line.",
    });
    return undefined;
}
/** Only what is known: other keys are for the tool that builds the image. Directories are told from the checkout. */
function readBuild(root, folder, report) {
    const schema = location_schema/* locationSchema */.Hd.fields.build?.schema;
    const known = schema?.kind === "shape" ? Object.keys(schema.fields) : [];
    const entries = root.entries.flatMap((entry) => {
        if (known.includes(entry.key))
            return [entry];
        report.add(entry.keyAt, { root: "", parts: [entry.key] }, {
            code: "unknown-key",
            severity: "warning",
            message: `${(0,config_report/* quote */.hD)(entry.key)} is not a key of build.yaml and is ignored.`,
            hint: `Known keys: ${known.toSorted().join(", ")}.`,
        });
        return [];
    });
    return {
        ...root,
        entries: entries.map((entry) => {
            const directory = entry.key === "directory" ? (0,located/* textOf */.b6)(entry.value) : undefined;
            if (directory === undefined || external_node_path_.posix.isAbsolute(directory))
                return entry;
            return { ...entry, value: textAt(external_node_path_.posix.join(folder, directory), entry.value) };
        }),
    };
}
/** Without a directory at either level the image is built from the project's folder. */
function withDirectory(own, shared, folder) {
    const builds = [own, shared].flatMap((entries) => entries.filter(({ key }) => key === "build"));
    const [nearest] = builds;
    if (!nearest || builds.some(({ value }) => (0,located/* entryOf */.Ms)(value, "directory")))
        return own;
    const directory = { key: "directory", keyAt: nearest.value.at, value: textAt(folder, nearest.value) };
    const ownBuild = (0,located/* getValue */._W)({ kind: "map", entries: own, at: nearest.keyAt }, "build");
    const entries = [...(ownBuild?.kind === "map" ? ownBuild.entries : []), directory];
    return [
        entryAt("build", { kind: "map", entries, at: nearest.value.at }),
        ...own.filter(({ key }) => key !== "build"),
    ];
}
function entryAt(key, value) {
    return { key, keyAt: value.at, value };
}
/** A text that no file has, at the place of what it is made of. */
function textAt(value, { at }) {
    return { kind: "scalar", type: "text", value, written: value, at };
}

;// CONCATENATED MODULE: ./build/config/dg/level-clashes.js


/** Lists of which ECS takes a name once. */
const LISTS = [
    { key: "volumes", code: "duplicate-volume", what: "volume" },
    { key: "server_sidecar_containers", code: "duplicate-sidecar", what: "sidecar" },
    { key: "run_sidecar_containers", code: "duplicate-sidecar", what: "sidecar" },
];
/**
 * Names that the workspace's and the project's `container_context` both have: dg joins such lists, and ECS then refuses
 * the task definition (docs/agent.md, dg projects and workspaces).
 */
function tellClashes(shared, own, report) {
    for (const { key, code, what } of LISTS) {
        const earlier = new Map(namesIn(shared, key).map(({ name, node }) => [name, node]));
        for (const { name, node, index } of namesIn(own, key)) {
            const other = earlier.get(name);
            if (!other)
                continue;
            const path = { root: "", parts: ["ecs", key, index, "name"] };
            report.add(node.at, path, {
                code,
                severity: "warning",
                message: `The ${what} ${(0,config_report/* quote */.hD)(name)} is also in ${other.at.file} line ${other.at.line}: it is replaced here, but dg puts both into the list, and ECS takes a name once.`,
                hint: "Give it a name of its own, or remove it at one of the two levels.",
            });
        }
    }
}
function namesIn(parts, list) {
    const context = parts.find(({ key }) => key === "container_context")?.value;
    const items = (0,located/* getValue */._W)((0,located/* getValue */._W)(context, "ecs"), list);
    return (items?.kind === "list" ? items.items : []).flatMap((item, index) => {
        const node = (0,located/* getValue */._W)(item, "name");
        const name = (0,located/* textOf */.b6)(node);
        return node && name !== undefined ? [{ name, node, index }] : [];
    });
}

;// CONCATENATED MODULE: ./build/config/dg/settings-schema.js

// dg refuses keys it does not know, but knows more with every version: they are told and left alone.
function tolerant(fields) {
    return { kind: "shape", fields, unknown: "warn" };
}
const requiredText = { kind: "text", nonEmpty: true };
const project = {
    schema: tolerant({
        root_module: {
            schema: requiredText,
            description: "Python module of the project.",
            required: true,
            example: 'root_module = "my_project"',
        },
        code_location_name: { schema: requiredText, description: "Name of the code location; else that of the folder." },
        code_location_target_module: { schema: requiredText, description: "Module with the definitions." },
        defs_module: { schema: requiredText, description: "Module whose submodules have the definitions." },
        autoload_defs: { schema: schema/* boolean */.zM, description: "Whether the definitions are searched for in defs_module." },
        agent_queue: { schema: schema/* text */.Qq, description: "Queue of the agent that serves the location." },
        image: { schema: schema/* text */.Qq, description: "Image of the code server." },
        registry_modules: { schema: schema/* any */.bz, description: "Not used here." },
        python_environment: { schema: schema/* any */.bz, description: "Not used here." },
    }),
    description: "A project: one code location.",
    example: 'project.root_module = "my_project"',
};
const workspace = {
    schema: tolerant({
        projects: {
            schema: (0,schema/* listOf */.c3)(tolerant({
                path: {
                    schema: requiredText,
                    description: "Folder of a project, from that of the workspace.",
                    required: true,
                    example: 'path = "projects/my-project"',
                },
            })),
            description: "The projects of the workspace.",
            example: 'projects = [{path = "projects/my-project"}]',
        },
        scaffold_project_options: { schema: schema/* any */.bz, description: "Not used here." },
    }),
    description: "A workspace: several projects.",
    example: 'workspace.projects = [{path = "projects/my-project"}]',
};
const cli = { schema: schema/* any */.bz, description: "Not used here." };
const directoryType = {
    schema: { kind: "choice", values: ["workspace", "project"] },
    description: "What the folder is.",
    required: true,
    example: 'directory_type = "project"',
};
/** `[tool.dg]` of a project (reference of the dg command line: configuration files). */
const projectSettings = tolerant({
    directory_type: directoryType,
    project: { ...project, required: true },
    cli,
});
/** `[tool.dg]` of a workspace. */
const workspaceSettings = tolerant({ directory_type: directoryType, workspace, cli });

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

// EXTERNAL MODULE: ./build/model/source-text.js
var source_text = __nccwpck_require__(9737);
// EXTERNAL MODULE: ./build/config/yaml-text.js
var yaml_text = __nccwpck_require__(1702);
;// CONCATENATED MODULE: ./build/config/dg/toml.js



/**
 * Reads a TOML file with the place of every key that has a line of its own; what is in an inline table or a list has
 * the place of that. What is wrong goes to the report; undefined then.
 */
function readToml(file, report) {
    const path = { root: "", parts: [] };
    const decoded = (0,yaml_text/* decodeText */.g7)(file);
    report.noteSource(file.path, (0,source_text/* plainSource */.wi)("text" in decoded ? decoded.text : decoded.lossyText));
    if ("finding" in decoded) {
        report.add((0,yaml_text/* makePlaceFinder */.KJ)(file.path, decoded.lossyText, /\n/g).at(decoded.offset), path, decoded.finding);
        return undefined;
    }
    if (decoded.encoding !== "utf-8") {
        report.add({ file: file.path, line: 1, column: 1 }, path, {
            code: "not-utf-8",
            message: "The file is not UTF-8 text.",
            hint: "Save the file as UTF-8.",
        });
        return undefined;
    }
    try {
        const places = findPlaces(file.path, decoded.text);
        return locateTable(parse(decoded.text), "", { file: file.path, line: 1, column: 1 }, places);
    }
    catch (error) {
        if (!(error instanceof TomlError))
            throw error;
        // The first line says what; the rest is a drawing of the place.
        const reason = (error.message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "").replace(/\.$/, "");
        report.add({ file: file.path, line: error.line, column: error.column }, path, {
            code: "toml-syntax",
            message: `The file is not TOML: ${reason}.`,
            hint: "Correct the line; strings stand between quotes, and a table begins with [name].",
        });
        return undefined;
    }
}
const TABLE = /^[ \t]*(\[\[?)([^\]\n]+)\]/;
const ENTRY = /^[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*/;
/** The places of tables and entries by their path: the parser tells only those of mistakes. */
function findPlaces(file, text) {
    const places = new Map();
    const tables = new Map();
    let prefix = "";
    for (const [index, line] of text.split("\n").entries()) {
        const at = (column) => ({ file, line: index + 1, column: column + 1 });
        const note = (path, keyColumn, column) => {
            if (!places.has(path))
                places.set(path, { keyAt: at(keyColumn), at: at(column) });
        };
        const table = TABLE.exec(line);
        const entry = ENTRY.exec(line);
        const start = line.search(/\S/);
        if (table) {
            prefix = toml_pathOf(table[2] ?? "", tables);
            if (table[1] === "[[") {
                const count = tables.get(prefix) ?? 0;
                tables.set(prefix, count + 1);
                note(prefix, start, start);
                prefix = `${prefix}/${count}`;
            }
            note(prefix, start, start);
        }
        else if (entry) {
            note(prefix + toml_pathOf(entry[1] ?? "", new Map()), start, entry[0].length);
        }
    }
    return places;
}
/** `a."b.c"` as `/a/b.c`; a list of tables is meant by its last one. */
function toml_pathOf(written, tables) {
    const keys = [...written.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map((match) => match[1] ?? match[2] ?? match[3]);
    return keys.reduce((parent, key, index) => {
        const path = `${parent}/${key}`;
        const count = tables.get(path);
        return count !== undefined && index < keys.length - 1 ? `${path}/${count - 1}` : path;
    }, "");
}
function locateTable(table, path, at, places) {
    const entries = Object.entries(table).map(([key, value]) => {
        const inside = `${path}/${key}`;
        const place = places.get(inside) ?? { keyAt: at, at };
        return { key, keyAt: place.keyAt, value: toml_locate(value, inside, place.at, places) };
    });
    return { kind: "map", entries, at };
}
function toml_locate(value, path, at, places) {
    if (Array.isArray(value)) {
        const items = value.map((item, index) => {
            const inside = `${path}/${index}`;
            return toml_locate(item, inside, places.get(inside)?.at ?? at, places);
        });
        return { kind: "list", items, at };
    }
    if (typeof value === "object" && !(value instanceof TomlDate))
        return locateTable(value, path, at, places);
    return { kind: "scalar", written: String(value), at, ...scalarOf(value) };
}
function scalarOf(value) {
    switch (typeof value) {
        case "string":
            return { type: "text", value };
        case "boolean":
            return { type: "boolean", value };
        case "number":
        case "bigint":
            return { type: Number.isInteger(Number(value)) ? "integer" : "float", value: Number(value) };
        case "object":
            return { type: "date", value: value.toISOString() };
    }
}

;// CONCATENATED MODULE: ./build/config/dg/projects.js








/** Whether a dg.toml or pyproject.toml has settings of dg. A file that cannot be read counts when it looks so. */
function describesDgDirectory(file) {
    const report = (0,config_report/* makeReport */.dO)();
    const root = readToml(file, report);
    if (root)
        return sectionOf(root, file) !== undefined;
    return isDgToml(file) || /^\s*\[+\s*tool\s*\.\s*dg\b/m.test(new TextDecoder().decode(file.bytes));
}
/** The folders of the projects, from that of the workspace; none for a project or a file that cannot be read. */
function listProjectPaths(file) {
    const section = sectionOf(readToml(file, (0,config_report/* makeReport */.dO)()), file);
    return projectEntries(section).map(({ path }) => path);
}
/** All files of a workspace, in reading order. */
function filesOfDgWorkspace({ root, projects }) {
    return [root, ...projects].flatMap(({ settings, build, containerContext }) => [settings, build, containerContext].filter((file) => file !== undefined));
}
/**
 * The projects as the locations of a `dagster_cloud.yaml`, whose `defaults` are what stands at the workspace's level:
 * dg merges the two by the same rules. A project whose settings are wrong is left out.
 */
function readDgWorkspace({ root, projects }, scope, report) {
    const section = readSection(root.settings, report);
    if (!section)
        return undefined;
    const isWorkspace = (0,located/* textOf */.b6)((0,located/* getValue */._W)(section, "directory_type")) === "workspace";
    const errorsBefore = report.errorCount;
    const subject = isWorkspace ? "the workspace" : "the project";
    check(isWorkspace ? workspaceSettings : projectSettings, section, sectionPath(root.settings), { ...scope, subject });
    if (report.errorCount > errorsBefore)
        return undefined;
    if (!isWorkspace) {
        const location = readProject(root, section, undefined, report);
        return { locations: location ? [location] : [] };
    }
    const shared = readParts(root, report);
    const named = projectEntries(section);
    if (named.length === 0) {
        report.add(section.at, sectionPath(root.settings), {
            code: "no-locations",
            severity: "warning",
            message: "The workspace has no projects.",
            hint: 'Name them, for example workspace.projects = [{path = "projects/my-project"}].',
        });
    }
    const locations = projects.flatMap((project, index) => {
        const at = named[index]?.node ?? section;
        const path = { ...sectionPath(root.settings), parts: ["workspace", "projects"] };
        const location = readMember(project, { at: at.at, path }, shared, scope, report);
        return location ? [location] : [];
    });
    return { locations, defaults: { kind: "map", entries: shared, at: section.at } };
}
/** A project of a workspace. */
function readMember(project, named, shared, scope, report) {
    const section = project.settings && readSection(project.settings, report);
    if (!project.settings || (section && (0,located/* textOf */.b6)((0,located/* getValue */._W)(section, "directory_type")) === "workspace")) {
        report.add(named.at, named.path, {
            code: "dg-project-missing",
            message: `${(0,config_report/* quote */.hD)(project.path)} is named as a project, but ${project.settings ? "is a workspace" : "has no settings of dg"}.`,
            hint: /[*?[]/.test(project.path)
                ? "dg takes no patterns: name each project by its folder."
                : `Correct the path, or add [tool.dg] with directory_type = "project" to ${external_node_path_.posix.join(project.path, "pyproject.toml")}.`,
        });
        return undefined;
    }
    if (!section)
        return undefined;
    const errorsBefore = report.errorCount;
    const subject = `the project ${(0,config_report/* quote */.hD)(project.path)}`;
    check(projectSettings, section, sectionPath(project.settings), { ...scope, subject });
    return report.errorCount > errorsBefore ? undefined : readProject(project, section, shared, report);
}
function readProject(directory, section, shared, report) {
    const { path, settings } = directory;
    const project = (0,located/* getValue */._W)(section, "project");
    const name = project && readName(project, directory, report);
    const source = project && readCodeSource(project, sectionPath(settings), report);
    const parts = readParts(directory, report);
    if (shared)
        tellClashes(shared, parts, report);
    if (project?.kind !== "map" || !name || !source)
        return undefined;
    const others = project.entries.filter(({ key }) => key === "agent_queue" || key === "image");
    const entries = [name, source, ...others, ...withDirectory(parts, shared ?? [], path)];
    return { kind: "map", entries, at: project.at };
}
/** A project is called after its folder (DgContext.code_location_name of dagster-dg-core), whatever its package is called. */
function readName(project, { path, name, settings }, report) {
    const given = (0,located/* entryOf */.Ms)(project, "code_location_name");
    if (given)
        return { ...given, key: "location_name" };
    const at = { ...sectionPath(settings), parts: ["project", "code_location_name"] };
    if (name === "") {
        report.add(project.at, at, {
            code: "missing-key",
            message: "project has no code_location_name, and its folder has no name.",
            hint: 'Add it, for example code_location_name = "my-project".',
        });
        return undefined;
    }
    if ([".", ".."].includes(external_node_path_.posix.basename(path))) {
        report.add(project.at, at, {
            code: "dg-name-from-checkout",
            severity: "warning",
            message: `project has no code_location_name: as dg does it, the location is called ${(0,config_report/* quote */.hD)(name)}, after the folder of the checkout.`,
            hint: `Add code_location_name = ${JSON.stringify(name)}, so that it has that name wherever it is checked out.`,
        });
    }
    return { key: "location_name", keyAt: project.at, value: textAt(name, project) };
}
/** As dg makes it: the target module, or the module whose submodules are searched. */
function readCodeSource(project, path, report) {
    const target = (0,located/* entryOf */.Ms)(project, "code_location_target_module");
    const autoload = (0,located/* entryOf */.Ms)(project, "autoload_defs");
    const isAutoload = autoload?.value.kind === "scalar" && autoload.value.value === true;
    if (isAutoload && target) {
        report.add(target.keyAt, { ...path, parts: ["project", target.key] }, {
            code: "not-exactly-one",
            message: "project has autoload_defs and code_location_target_module; dg takes only one of them.",
            hint: "Remove code_location_target_module, or set autoload_defs = false.",
        });
        return undefined;
    }
    const root = (0,located/* textOf */.b6)((0,located/* getValue */._W)(project, "root_module"));
    const key = isAutoload ? "autoload_defs_module_name" : "module_name";
    const given = isAutoload ? (0,located/* entryOf */.Ms)(project, "defs_module") : target;
    const value = given?.value ??
        textAt(`${root}.${isAutoload ? "defs" : "definitions"}`, (0,located/* getValue */._W)(project, "root_module") ?? project);
    const keyAt = given?.keyAt ?? value.at;
    return { key: "code_source", keyAt, value: { kind: "map", entries: [{ key, keyAt, value }], at: keyAt } };
}
function readSection(file, report) {
    const root = readToml(file, report);
    if (!root)
        return undefined;
    const section = sectionOf(root, file);
    if (section?.kind === "map")
        return section;
    report.add(section?.at ?? root.at, sectionPath(file), {
        code: "missing-key",
        message: `${file.path} has no table tool.dg.`,
        hint: 'Add [tool.dg] with directory_type = "project" or "workspace", or name another file in config-file.',
    });
    return undefined;
}
function projectEntries(section) {
    if ((0,located/* textOf */.b6)((0,located/* getValue */._W)(section, "directory_type")) !== "workspace")
        return [];
    const projects = (0,located/* getValue */._W)((0,located/* getValue */._W)(section, "workspace"), "projects");
    return (projects?.kind === "list" ? projects.items : []).flatMap((item) => {
        const path = (0,located/* getValue */._W)(item, "path");
        const text = (0,located/* textOf */.b6)(path);
        return path && text ? [{ path: text, node: path }] : [];
    });
}
function sectionOf(root, file) {
    return isDgToml(file) ? root : (0,located/* getValue */._W)((0,located/* getValue */._W)(root, "tool"), "dg");
}
function sectionPath(file) {
    return { root: file && isDgToml(file) ? "" : "tool.dg", parts: [] };
}
function isDgToml(file) {
    return external_node_path_.posix.basename(file.path) === "dg.toml";
}

;// CONCATENATED MODULE: ./build/config/location.js


const KINDS = ["package_name", "module_name", "python_file", "autoload_defs_module_name"];
/** The typed form of a location that passed the check; undefined when it did not. */
function readLocation(node, sources) {
    const nameNode = (0,located/* getValue */._W)(node, "location_name");
    const name = (0,located/* textOf */.b6)(nameNode);
    const codeSource = location_readCodeSource((0,located/* getValue */._W)(node, "code_source"));
    if (!nameNode || name === undefined || !codeSource)
        return undefined;
    const context = (0,located/* getValue */._W)(node, "container_context");
    const ecs = (0,located/* getValue */._W)(context, "ecs");
    const git = (0,located/* getValue */._W)(node, "git");
    const build = (0,located/* getValue */._W)(node, "build");
    return {
        name,
        ...optional("image", readText(node, "image")),
        ...(build && {
            build: {
                ...optional("registry", readText(build, "registry")),
                ...optional("directory", readText(build, "directory")),
            },
        }),
        codeSource,
        ...optional("workingDirectory", readText(node, "working_directory")),
        ...optional("executablePath", readText(node, "executable_path")),
        ...optional("attribute", readText(node, "attribute")),
        ...optional("agentQueue", readText(node, "agent_queue")),
        ...(git && {
            git: { ...optional("commitHash", readText(git, "commit_hash")), ...optional("url", readText(git, "url")) },
        }),
        containerContext: context?.kind === "map" ? (0,located/* toJsonObject */.NK)(context, "written") : {},
        // The shared variables come last and so win over those of the platform (docs/agent.md, Environment).
        ecs: readEcsSettings(ecs, [
            ...readCheckedVariables((0,located/* getValue */._W)(ecs, "env_vars"), sources),
            ...readCheckedVariables((0,located/* getValue */._W)(context, "env_vars"), sources),
        ]),
        position: nameNode.at,
        places: readPlaces(node),
    };
}
/** Values that checks of later stages look at. */
const PLACES = [
    ["image"],
    ["build", "registry"],
    ["container_context", "ecs", "execution_role_arn"],
    ["container_context", "ecs", "task_role_arn"],
];
function readPlaces(node) {
    const found = PLACES.flatMap((keys) => {
        const value = keys.reduce((parent, key) => (0,located/* getValue */._W)(parent, key), node);
        return value ? [[keys.join("."), value.at]] : [];
    });
    return new Map(found);
}
function location_readCodeSource(node) {
    for (const kind of KINDS) {
        const value = (0,located/* textOf */.b6)((0,located/* getValue */._W)(node, kind));
        if (value)
            return { kind, value };
    }
    return undefined;
}
function optional(key, value) {
    // The computed key is the type parameter, which TypeScript widens to string.
    return (value === undefined ? {} : { [key]: value });
}

;// CONCATENATED MODULE: ./build/config/locations-by-name.js


/** In the order in which the agent's library looks for them. */
const SOURCE_KEYS = ["python_file", "package_name", "module_name", "autoload_defs_module_name"];
/** Keys of the list form that this form does not have, and what to do. */
const FOREIGN_KEYS = new Map([
    ["location_name", "Remove it: the name is the key above."],
    ["code_source", "Write what is in it one level up, or write locations as a list."],
]);
/**
 * The older form of `locations`, a mapping of names, as the entries of the list form: the name becomes
 * `location_name` and the key of the source `code_source` (dagster-cloud, process_workspace_config). Undefined for a
 * value that is not a mapping.
 */
function readLocationsByName({ keyAt, value }, report) {
    if (value.kind !== "map")
        return undefined;
    const path = { root: "", parts: ["locations"] };
    const [first] = value.entries;
    const name = (0,located/* entryOf */.Ms)(value, "location_name");
    if (name?.value.kind === "scalar") {
        report.add(name.keyAt, path, {
            code: "not-a-list",
            message: "locations is one location, but must be a list of them.",
            hint: `Write "- location_name: ${(0,config_report/* showWritten */.Br)(name.value)}", and the other keys of the location below location_name.`,
        });
        return [value];
    }
    if (first) {
        report.add(keyAt, path, {
            code: "legacy-locations",
            severity: "warning",
            message: "locations is a mapping of names, an older form of dagster_cloud.yaml.",
            hint: `Write a list: "- location_name: ${(0,config_report/* shorten */.ml)(first.key)}", and below it "code_source: {${showSource(first.value)}}".`,
        });
    }
    return value.entries.flatMap((entry) => {
        const location = convert(entry, (0,config_report/* childPath */.cm)(path, entry.key), report);
        return location ? [location] : [];
    });
}
function convert({ key: name, keyAt, value }, path, report) {
    if (value.kind !== "map") {
        report.add((0,located/* isNull */.kZ)(value) ? keyAt : value.at, path, {
            code: "not-a-mapping",
            message: `${(0,config_report/* nameOf */.Vb)(path)} is ${(0,config_report/* describeValue */.bp)(value)}, but must be a mapping.`,
            hint: `Write the keys of the location below it, for example "package_name: my_package".`,
        });
        return undefined;
    }
    const sources = value.entries.filter(({ key }) => SOURCE_KEYS.includes(key));
    for (const entry of value.entries) {
        const hint = FOREIGN_KEYS.get(entry.key);
        if (hint === undefined)
            continue;
        report.add(entry.keyAt, (0,config_report/* childPath */.cm)(path, entry.key), {
            code: "unknown-key",
            message: `${(0,config_report/* quote */.hD)(entry.key)} is not a key of a location in a mapping of names.`,
            hint,
        });
    }
    const others = value.entries.filter(({ key }) => !SOURCE_KEYS.includes(key) && !FOREIGN_KEYS.has(key));
    const sourceAt = sources[0]?.keyAt ?? keyAt;
    // It is refused already; what is in it says what was meant.
    const foreignSource = sources.length === 0 ? (0,located/* entryOf */.Ms)(value, "code_source") : undefined;
    return {
        kind: "map",
        at: value.at,
        entries: [
            ...others,
            foreignSource ?? {
                key: "code_source",
                keyAt: sourceAt,
                value: { kind: "map", entries: sources, at: sourceAt },
            },
            {
                key: "location_name",
                keyAt,
                value: { kind: "scalar", type: "text", value: name, written: name, at: keyAt },
            },
        ],
    };
}
function showSource(location) {
    const entries = location.kind === "map" ? location.entries : [];
    for (const kind of SOURCE_KEYS) {
        const value = entries.find(({ key }) => key === kind)?.value;
        if (value?.kind === "scalar")
            return `${kind}: ${(0,config_report/* showWritten */.Br)(value)}`;
    }
    return "package_name: my_package";
}

;// CONCATENATED MODULE: ./build/config/workspace-file.js





const FILE = { root: "", parts: [] };
const SINGLE_LOCATION_HINT = 'Put "locations:" above it and make the location its first entry, starting with "- location_name: ".';
/** Takes a file apart, or says what it is instead; undefined when it has no list of locations. */
function readWorkspaceFile(root, file, report) {
    if (root.kind !== "map") {
        report.add(root.at, FILE, {
            code: "not-a-mapping",
            message: `${file} is ${(0,config_report/* describeValue */.bp)(root)}, but must be a mapping with the key locations.`,
            hint: 'Write "locations:" and below it one list entry per code location.',
        });
        return undefined;
    }
    const locations = (0,located/* entryOf */.Ms)(root, "locations");
    if (!locations) {
        if (isOneLocation(root))
            return readOneLocation(root, report);
        report.add(root.at, FILE, explainMissingLocations(root, file));
        return undefined;
    }
    const path = { root: "", parts: ["locations"] };
    reportUnknownKeys(root, report);
    const defaults = readDefaults(root, report);
    const items = locations.value.kind === "list" ? locations.value.items : readLocationsByName(locations, report);
    if (items === undefined) {
        report.add(locations.keyAt, path, {
            code: "not-a-list",
            message: `locations is ${(0,config_report/* describeValue */.bp)(locations.value)}, but must be a list.`,
            hint: 'Write one entry per code location, each starting with "- location_name: ".',
        });
        return undefined;
    }
    if (items.length === 0) {
        report.add(locations.keyAt, path, {
            code: "no-locations",
            severity: "warning",
            message: `locations is an empty ${locations.value.kind === "list" ? "list" : "mapping"}.`,
            hint: 'Write one entry per code location, each starting with "- location_name: ".',
        });
    }
    return { locations: items, ...(defaults && { defaults }) };
}
/** `defaults` are for several locations: where they are, somebody meant the list. */
function isOneLocation(root) {
    return (0,located/* entryOf */.Ms)(root, "location_name") !== undefined && (0,located/* entryOf */.Ms)(root, "defaults") === undefined;
}
/** The command line takes a file that is one location (get_location_document of dagster-cloud); so do we. */
function readOneLocation(root, report) {
    report.add(root.at, FILE, {
        code: "single-location-file",
        severity: "warning",
        message: "The file is one location without a list, a form dagster_cloud.yaml is not documented to have.",
        hint: SINGLE_LOCATION_HINT,
    });
    return { locations: [root] };
}
function readDefaults(root, report) {
    const defaults = (0,located/* getValue */._W)(root, "defaults");
    if (!defaults || (0,located/* isNull */.kZ)(defaults))
        return undefined;
    if (defaults.kind === "map")
        return defaults;
    report.add(defaults.at, { root: "", parts: ["defaults"] }, {
        code: "not-a-mapping",
        message: `defaults is ${(0,config_report/* describeValue */.bp)(defaults)}, but must be a mapping.`,
        hint: "Write the keys all locations share below it, for example image or container_context.",
    });
    return undefined;
}
function reportUnknownKeys(root, report) {
    const known = Object.keys(location_schema/* fileFields */.we);
    for (const { key, keyAt } of root.entries) {
        if (known.includes(key))
            continue;
        const suggestion = (0,config_suggestion/* suggestName */.S)(key, known);
        report.add(keyAt, { root: "", parts: [key] }, {
            code: "unknown-key",
            message: `${(0,config_report/* quote */.hD)(key)} is not a key at the top of the file.`,
            hint: suggestion ? `Did you mean ${suggestion}?` : hintForKey(key),
        });
    }
}
/** Other tools take such keys for places to keep anchors at. */
function hintForKey(key) {
    return /^(?:x-|[._])/.test(key)
        ? "Only locations and defaults may stand there: give an anchor (&name) to the first place that uses it."
        : "Only locations and defaults may stand there.";
}
/** Other files people have beside this one, by the keys that give them away. */
const OTHER_FILES = [
    {
        keys: ["location_name", "code_source"],
        code: "single-location-file",
        hint: SINGLE_LOCATION_HINT,
    },
    {
        keys: ["user_code_launcher", "instance_class"],
        code: "agent-file",
        hint: "This looks like the agent's dagster.yaml: name it in the input dagster-yaml instead.",
    },
    {
        keys: ["load_from"],
        code: "open-source-workspace",
        hint: "This looks like a workspace.yaml of Dagster OSS: describe the locations under locations.",
    },
    {
        keys: ["registry", "directory", "ecs", "k8s", "docker"],
        code: "part-of-a-location",
        hint: "This looks like a part of a location (build or container_context): put it into an entry of locations, or name the pyproject.toml or dg.toml of a dg project, beside which it is read.",
    },
];
function explainMissingLocations(root, file) {
    const keys = root.entries.map(({ key }) => key);
    const message = `${file} has no key locations.`;
    const other = OTHER_FILES.find((candidate) => candidate.keys.some((key) => keys.includes(key)));
    if (other)
        return { code: other.code, message, hint: other.hint };
    const meant = keys.find((key) => (0,config_suggestion/* suggestName */.S)(key, ["locations"]));
    const hint = meant
        ? `Write locations instead of ${meant}.`
        : 'Write "locations:" and below it one list entry per code location.';
    return { code: "no-locations-key", message, hint };
}

;// CONCATENATED MODULE: ./build/config/workspace.js









/**
 * Reads the code locations of any number of `dagster_cloud.yaml` files, after the `defaults` merge of each, and of
 * dg workspaces and projects.
 * Never throws: everything wrong is a problem, and a location with an error is left out. The workspace is
 * undefined when no file has locations at all. `documents` has every location, also those with errors.
 */
function readWorkspace(files, options, dgWorkspaces = []) {
    const report = (0,config_report/* makeReport */.dO)();
    const read = files.map((file) => {
        const root = (0,yaml_tree/* readYaml */.g)(file, report);
        return root && readWorkspaceFile(root, file.path, report);
    });
    const dg = dgWorkspaces.map((workspace) => readDgWorkspace(workspace, { ...options, report }, report));
    const known = [...read, ...dg].filter((file) => file !== undefined);
    const documents = known.flatMap((file) => readLocations(file, options, report));
    return {
        workspace: known.length > 0 ? { locations: leaveOutDuplicates(documents, report) } : undefined,
        documents: documents.map(({ document }) => document),
        environmentTexts: report.environmentTexts,
        sources: report.sources,
        problems: (0,config_report/* inReadingOrder */.g)(report.problems, [...files, ...dgWorkspaces.flatMap(filesOfDgWorkspace)].map(({ path }) => path)),
    };
}
function readLocations(file, options, report) {
    const defaults = file.defaults && checkDefaults(file.defaults, options, report);
    return file.locations.flatMap((node, index) => {
        const path = locationPath(node, index);
        const errorsBefore = report.errorCount;
        if (node.kind !== "map") {
            report.add(node.at, path, {
                code: "not-a-mapping",
                message: `locations[${index}] is ${(0,config_report/* describeValue */.bp)(node)}, but must be a mapping.`,
                hint: 'Write "- location_name: my-location" and the other keys of the location below it.',
            });
            return [];
        }
        const name = (0,located/* textOf */.b6)((0,located/* getValue */._W)(node, "location_name"));
        const scope = { ...options, report, subject: name ? `location ${(0,config_report/* quote */.hD)(name)}` : `locations[${index}]` };
        const merged = defaults ? mergeDefaults(defaults, stripNulls(node, path, report), path, report) : node;
        const checked = check(location_schema/* locationSchema */.Hd, merged, path, scope);
        if (checked.kind !== "map")
            return [];
        const document = { name: name ?? "", path, node: checked };
        const hasErrors = report.errorCount > errorsBefore;
        return { document, location: hasErrors ? undefined : readLocation(checked, options) };
    });
}
/** What is wrong in the defaults is told once, there, and not again for every location. */
function checkDefaults(defaults, options, report) {
    const path = { root: "defaults", parts: [] };
    const stripped = stripNulls(defaults, path, report);
    check(location_schema/* defaultsSchema */.ms, stripped, path, { ...options, report, subject: "the defaults", isPartial: true });
    const entries = stripped.entries.filter(({ key }) => Object.hasOwn(location_schema/* defaultsSchema */.ms.fields, key));
    return { ...stripped, entries };
}
function locationPath(node, index) {
    const name = (0,located/* entryOf */.Ms)(node, "location_name")?.value;
    const isNamed = name?.kind === "scalar" && name.type !== "null" && name.value !== "";
    const shown = isNamed ? ` ${name.type === "text" ? (0,config_report/* quoteValue */.cl)(name) : (0,config_report/* quote */.hD)(name.written)}` : "";
    return { root: `locations[${index}]${shown}`, parts: [] };
}
/** A name may stand once, also where the location that has it first is left out for another mistake. */
function leaveOutDuplicates(read, report) {
    const first = new Map();
    return read.flatMap(({ location, document }) => {
        const { name, path, node } = document;
        const position = (0,located/* getValue */._W)(node, "location_name")?.at ?? node.at;
        const earlier = first.get(name);
        if (name === "" || !earlier) {
            first.set(name, position);
            return location ?? [];
        }
        const where = earlier.file === position.file ? "" : `${earlier.file} `;
        report.add(position, (0,config_report/* childPath */.cm)(path, "location_name"), {
            code: "duplicate-location",
            message: `The name ${(0,config_report/* quote */.hD)(name)} is already that of the location in ${where}line ${earlier.line}.`,
            hint: "Give every location a name of its own.",
        });
        return [];
    });
}

// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/model/arn.js
var model_arn = __nccwpck_require__(5909);
// EXTERNAL MODULE: ./build/model/shown-text.js
var shown_text = __nccwpck_require__(7435);
// EXTERNAL MODULE: ./build/model/image-reference.js
var image_reference = __nccwpck_require__(3863);
// EXTERNAL MODULE: ./build/model/template.js
var template = __nccwpck_require__(7054);
;// CONCATENATED MODULE: ./build/config/checks/view.js


function makeView(document, deployment) {
    const { node, path, name } = document;
    const location = { node, path, level: "location", keyAt: node.at };
    const context = childAt(location, "container_context");
    const launcher = deployment && launcherOf(deployment);
    const isEc2 = view_textAt(launcher, "launch_type") === "EC2";
    return {
        name,
        location,
        context,
        ecs: childAt(context, "ecs"),
        launcher,
        launchType: launcher && (isEc2 ? "EC2" : "FARGATE"),
    };
}
/** `user_code_launcher.config`. */
function launcherOf({ launcher }) {
    const path = { root: "", parts: ["user_code_launcher", "config"] };
    return { node: launcher, path, level: "deployment", keyAt: launcher.at };
}
/** The value under a key of a mapping. */
function childAt(parent, ...keys) {
    let current = parent;
    for (const key of keys) {
        const entry = (0,located/* entryOf */.Ms)(current?.node, key);
        if (!current || !entry || (0,located/* isNull */.kZ)(entry.value))
            return undefined;
        const { level, path } = current;
        current = { node: entry.value, path: (0,config_report/* childPath */.cm)(path, key), level, keyAt: entry.keyAt };
    }
    return current;
}
/** The entries of a list under a key of a mapping. */
function itemsAt(parent, key) {
    const list = childAt(parent, key);
    if (list?.node.kind !== "list")
        return [];
    const { level, path } = list;
    return list.node.items.map((node, index) => ({ node, path: (0,config_report/* childPath */.cm)(path, index), level, keyAt: node.at }));
}
/** The entries of a list that the agent joins: the location's, then the deployment's. */
function joinedItems(view, key) {
    return [...itemsAt(view.ecs, key), ...itemsAt(view.launcher, key)];
}
/** The location's value, or the deployment's where the location has none or an empty one. */
function winner(view, key) {
    const own = childAt(view.ecs, key);
    if (own && !isEmpty(own.node))
        return own;
    const inherited = childAt(view.launcher, key);
    return inherited && !isEmpty(inherited.node) ? inherited : undefined;
}
function isEmpty(node) {
    if (node.kind === "map")
        return node.entries.length === 0;
    return node.kind === "scalar" && node.type === "text" && node.value === "" && node.unresolved !== true;
}
/** A text that is known: written, or taken from a variable that is set. */
function view_textAt(parent, key) {
    return knownText((0,located/* getValue */._W)(parent?.node, key));
}
function knownText(node) {
    return node?.kind === "scalar" && node.type === "text" && node.unresolved !== true ? node.value : undefined;
}
function knownInteger(node) {
    return node?.kind === "scalar" && node.type === "integer" && node.unresolved !== true ? node.value : undefined;
}
function booleanAt(parent, key) {
    const node = (0,located/* getValue */._W)(parent?.node, key);
    return node?.kind === "scalar" && node.type === "boolean" ? node.value : undefined;
}
/** Set when the value is that of a variable of the step: it is not to be shown. */
function hiddenBehind(node) {
    return node.kind === "scalar" ? node.fromVariable : undefined;
}
/** A text as messages name it. */
function showText(node) {
    const variable = hiddenBehind(node);
    if (variable !== undefined)
        return `from the variable ${(0,config_report/* shorten */.ml)(variable)}`;
    return node.kind === "scalar" ? (0,config_report/* quoteValue */.cl)(node) : (0,config_report/* quote */.hD)("");
}
/** Reports at the value itself. */
function view_tell(report, { node, path }, finding) {
    report.add(node.at, path, finding);
}
/** Reports at the key: where it is the key that is wrong. */
function tellAtKey(report, { keyAt, path }, finding) {
    report.add(keyAt, path, finding);
}
/** Error where the launch type is known to be Fargate; a warning where no `dagster.yaml` says it. */
function fargateSeverity(view) {
    return view.launchType === undefined ? "warning" : "error";
}
/** Error where both levels are known; without `dagster.yaml`, what is missing may be there. */
function mergedSeverity(view) {
    return view.launcher === undefined ? "warning" : "error";
}
/** Whether the tasks run Windows; `runtime_platform` is taken whole from one level. */
function isWindows(view) {
    return view_textAt(winner(view, "runtime_platform"), "operatingSystemFamily")?.startsWith("WINDOWS") === true;
}

;// CONCATENATED MODULE: ./build/config/checks/regions.js


/** Starts of region names that belong to another partition than `aws` (AWS General Reference, ARN format). */
const PARTITIONS = [
    ["cn-", "aws-cn"],
    ["us-gov-", "aws-us-gov"],
    ["us-iso-", "aws-iso"],
    ["us-isob-", "aws-iso-b"],
    ["eu-isoe-", "aws-iso-e"],
    ["us-isof-", "aws-iso-f"],
    ["eusc-", "aws-eusc"],
];
/** The partition a region belongs to. */
function partitionOf(region) {
    return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? "aws";
}
/**
 * Warns of roles and secrets in another account, and of secrets in another region, than most of the others. AWS
 * allows both, with policies that say so.
 */
function tellStrangers(all, report) {
    const arns = withoutForeigners(all, report);
    for (const part of ["account", "region"]) {
        const common = mostCommon(arns.map(({ arn }) => arn[part]).filter((value) => value !== ""));
        if (common === undefined)
            continue;
        for (const { arn, at, what } of arns) {
            if (arn[part] === "" || arn[part] === common)
                continue;
            const found = hiddenBehind(at.node) === undefined ? `the ${part} ${(0,config_report/* quote */.hD)(arn[part])}` : `another ${part}`;
            const others = arns.some((one) => one.arn[part] === common && hiddenBehind(one.at.node) === undefined);
            view_tell(report, at, {
                code: part === "account" ? "other-account" : "other-region",
                severity: "warning",
                message: `${(0,config_report/* nameOf */.Vb)(at.path)} is a ${what} in ${found}${others ? `, but the others are in ${(0,config_report/* quote */.hD)(common)}` : " than the others"}.`,
                hint: part === "account"
                    ? `Check the account; ${what === "role" ? "ECS takes only roles of the account it runs in" : "a secret of another account needs a policy that allows this one"}.`
                    : "Check the region; ECS reads the value from there at every start of a task.",
            });
        }
    }
}
/** Without those of another partition than most, which is told: all that a task uses is in one. */
function withoutForeigners(arns, report) {
    const common = mostCommon(arns.map(({ arn }) => arn.partition));
    if (common === undefined)
        return arns;
    return arns.filter(({ arn, at }) => {
        if (arn.partition === common)
            return true;
        const found = hiddenBehind(at.node) === undefined
            ? `the partition ${(0,config_report/* quote */.hD)(arn.partition)}, but the others are in ${(0,config_report/* quote */.hD)(common)}`
            : "another partition than the others";
        view_tell(report, at, {
            code: "arn-partition",
            message: `${(0,config_report/* nameOf */.Vb)(at.path)} is in ${found}; a task reaches nothing of another partition.`,
            hint: `Begin it with arn:${common}:.`,
        });
        return false;
    });
}
/** The value that more than half of them have, when there are at least two of it or it is the first of two. */
function mostCommon(values) {
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const [best] = [...counts].toSorted(([, left], [, right]) => right - left);
    return best && counts.size > 1 && best[1] >= values.length / 2 ? best[0] : undefined;
}

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __nccwpck_require__(8105);
;// CONCATENATED MODULE: ./build/config/checks/tasks.js



/** Both kinds of tasks a location has. They share volumes and mount points (docs/agent.md, Merge of the two levels). */
function tasksOf(view) {
    const tasks = TASKS.get(view) ?? makeTasks(view);
    TASKS.set(view, tasks);
    return tasks;
}
/** Nearly every check asks for them. */
const TASKS = new WeakMap();
function makeTasks(view) {
    const mountPoints = joinedItems(view, "mount_points");
    return [
        {
            kind: "server",
            sidecars: joinedItems(view, "server_sidecar_containers"),
            mountPoints,
            healthCheck: winner(view, "server_health_check"),
        },
        { kind: "run", sidecars: joinedItems(view, "run_sidecar_containers"), mountPoints, healthCheck: undefined },
    ];
}
function containerName(sidecar) {
    return knownText((0,located/* getValue */._W)(sidecar.node, "name"));
}
/** Names of the containers of a task; the one that Dagster adds comes first. */
function containerNames({ sidecars }) {
    return [code_server/* CODE_SERVER_CONTAINER */.ke, ...sidecars.flatMap((sidecar) => containerName(sidecar) ?? [])];
}
/** How messages name a task. */
function taskName({ kind }) {
    return kind === "server" ? "the code server's task" : "the run's task";
}

;// CONCATENATED MODULE: ./build/config/checks/environment.js





/** All `env_vars` that reach the code server, in the agent's order: the last of a name wins. */
function variablesOf(view) {
    return [...joinedItems({ ...view, launcher: undefined }, "env_vars"), ...sharedVariables(view)]
        .concat(itemsAt(view.launcher, "env_vars"))
        .flatMap(readVariable);
}
function sharedVariables(view) {
    return itemsAt(view.context, "env_vars");
}
function readVariable(entry) {
    const text = knownText(entry.node);
    if (text === undefined)
        return [];
    const name = (0,environment_entries/* variableNameOf */.T)(text);
    const isVariable = entry.node.kind === "scalar" && entry.node.fromVariable !== undefined;
    // The value of a variable without an equals sign is no name to show.
    if (name === "" || (isVariable && name === text))
        return [];
    const literal = name === text || isVariable ? undefined : text.slice(name.length + 1);
    return [{ ...entry, name, literal, isValueless: name === text }];
}
/**
 * Names that are given twice: to ECS, or to this action. `injectedNames`: what the action sets itself;
 * `agentSecrets`: names of variables that become secrets when they have no value.
 */
function checkEnvironment(injectedNames, agentSecrets = new Set()) {
    return (view, report) => {
        const variables = variablesOf(view);
        const secrets = joinedItems(view, "secrets");
        const plain = variables.filter(({ name, isValueless }) => !(isValueless && agentSecrets.has(name)));
        tellBoth(plain, secrets, report);
        tellInjected(variables, secrets, injectedNames, report);
        tellShared(view, variables, report);
        tellDuplicates(itemsAt(view.ecs, "secrets"), "warning", report);
        tellDuplicates(itemsAt(view.launcher, "secrets"), "warning", report);
        for (const { sidecars } of tasksOf(view))
            for (const sidecar of sidecars)
                checkSidecar(sidecar, report);
    };
}
function nameNode(entry) {
    const node = childAt(entry, "name");
    return knownText(node?.node) ? node : undefined;
}
/** ECS takes a name as a variable or as a secret of a container, not as both (ContainerDefinition.secrets). */
function tellBoth(variables, secrets, report) {
    const variableOf = new Map(variables.map((variable) => [variable.name, variable]));
    for (const secret of secrets) {
        const node = nameNode(secret);
        const name = knownText(node?.node);
        const variable = variableOf.get(name ?? "");
        if (!node || name === undefined || !variable)
            continue;
        view_tell(report, node, {
            code: "variable-and-secret",
            message: `The name ${showText(node.node)} is a secret here and an environment variable in ${variable.node.at.file} line ${variable.node.at.line}; ECS refuses a name that is both.`,
            hint: "Remove one of the two.",
        });
    }
}
function tellInjected(variables, secrets, injectedNames, report) {
    for (const variable of variables) {
        if (!injectedNames.includes(variable.name))
            continue;
        view_tell(report, variable, {
            code: "injected-variable",
            severity: "warning",
            message: `${(0,config_report/* quote */.hD)(variable.name)} is set by this action itself, and its value is used instead of this one.`,
            hint: "Remove the entry.",
        });
    }
    for (const secret of secrets) {
        const node = nameNode(secret);
        const name = knownText(node?.node);
        if (!node || name === undefined || !injectedNames.includes(name))
            continue;
        view_tell(report, node, {
            code: "injected-secret",
            message: `The name ${showText(node.node)} is that of an environment variable that this action sets itself; ECS refuses it for a secret.`,
            hint: "Give the secret another name.",
        });
    }
}
/** `container_context.env_vars` comes after `ecs.env_vars` (docs/agent.md, Environment). */
function tellShared(view, variables, report) {
    const shared = sharedVariables(view).flatMap(readVariable);
    const winners = new Map(shared.map((variable) => [variable.name, variable]));
    const sharedNodes = new Set(shared.map(({ node }) => node));
    for (const variable of variables) {
        const winner = winners.get(variable.name);
        const isOwn = variable.level === "location" && !sharedNodes.has(variable.node);
        if (!isOwn || !winner || winner.literal === variable.literal)
            continue;
        view_tell(report, variable, {
            code: "shared-value-wins",
            severity: "warning",
            message: `${(0,config_report/* quote */.hD)(variable.name)} is also in container_context.env_vars (line ${winner.node.at.line}), and that value is used.`,
            hint: "Remove one of the two.",
        });
    }
}
function tellDuplicates(secrets, severity, report) {
    const lines = new Map();
    for (const secret of secrets) {
        const node = nameNode(secret);
        const name = knownText(node?.node);
        if (!node || name === undefined)
            continue;
        const earlier = lines.get(name);
        if (earlier !== undefined) {
            view_tell(report, node, {
                code: "duplicate-secret",
                severity,
                message: `The name ${showText(node.node)} is already that of the secret on line ${earlier}${severity === "error" ? "; ECS takes only one" : "; the last one is used"}.`,
                hint: "Remove one of the two, or give it another name.",
            });
        }
        lines.set(name, node.node.at.line);
    }
}
function checkSidecar(sidecar, report) {
    const secrets = itemsAt(sidecar, "secrets");
    const variables = itemsAt(sidecar, "environment").flatMap((entry) => {
        const name = knownText((0,located/* getValue */._W)(entry.node, "name"));
        return name ? [{ ...entry, name }] : [];
    });
    tellBoth(variables, secrets, report);
    tellDuplicates(secrets, "error", report);
    const lines = new Map();
    for (const variable of variables) {
        const earlier = lines.get(variable.name);
        if (earlier !== undefined) {
            view_tell(report, childAt(variable, "name") ?? variable, {
                code: "duplicate-variable",
                severity: "warning",
                message: `${(0,config_report/* quote */.hD)(variable.name)} is already on line ${earlier} of this list; the last one is used.`,
                hint: "Remove one of the two.",
            });
        }
        lines.set(variable.name, variable.node.at.line);
    }
}

;// CONCATENATED MODULE: ./build/config/checks/templates.js




/** Values of a location that are names, so that no variable belongs into them. */
const LOCATION_KEYS = [
    ["location_name"],
    ["agent_queue"],
    ["build", "registry"],
    ["code_source", "package_name"],
    ["code_source", "module_name"],
    ["code_source", "python_file"],
];
const LAUNCHER_KEYS = ["cluster", "service_discovery_namespace_id", "log_group", "secrets_tag"];
const LAUNCHER_LISTS = ["subnets", "security_group_ids"];
/** Files that are templates still. Images, sizes and ARNs of that form are refused where they are checked. */
const checkTemplates = (view, report) => {
    for (const keys of LOCATION_KEYS)
        checkValue(childAt(view.location, ...keys), false, report);
    for (const variable of variablesOf(view))
        checkVariable(variable, report);
    for (const tag of itemsAt(view.ecs, "secrets_tags"))
        checkValue(tag, true, report);
    for (const volume of joinedItems(view, "volumes")) {
        const efs = childAt(volume, "efsVolumeConfiguration");
        checkValue(childAt(efs, "fileSystemId"), false, report);
        checkValue(childAt(efs, "authorizationConfig", "accessPointId"), false, report);
    }
};
/** An expression of GitHub, or nothing but a variable: in part of a value, the program itself may replace them. */
const WHOLE_TEMPLATE = /\$\{\{.{1,200}\}\}|^\$\w+$|^\$\{\w+\}$/;
function checkVariable(variable, report) {
    const { name, literal, level } = variable;
    if (level !== "location" || literal === undefined || !WHOLE_TEMPLATE.test(literal.trim()))
        return;
    view_tell(report, variable, {
        code: "unexpanded-variable",
        severity: "warning",
        message: `The value of ${(0,config_report/* quote */.hD)(name)} is the text ${(0,config_report/* quote */.hD)(literal)}, and neither Dagster nor this action replaces variables of that form.`,
        hint: `Write - ${(0,config_report/* shorten */.ml)(name)} without a value to take it from the environment of the agent's task or of the step, or write the value itself.`,
    });
}
function checkDeploymentTemplates(document, report) {
    const launcher = launcherOf(document);
    for (const key of LAUNCHER_KEYS)
        checkValue(childAt(launcher, key), true, report);
    for (const key of LAUNCHER_LISTS)
        for (const item of itemsAt(launcher, key))
            checkValue(item, true, report);
}
function checkValue(value, takesReference, report) {
    const text = knownText(value?.node);
    if (!value || text === undefined || !(0,template/* isTemplate */.F)(text))
        return;
    if (value.node.kind === "scalar" && value.node.fromVariable !== undefined)
        return;
    tellTemplate(value, report, takesReference);
}
/** `takesReference`: Dagster takes `{env: NAME}` there. */
function tellTemplate(value, report, takesReference = true) {
    view_tell(report, value, {
        code: "unexpanded-variable",
        severity: "warning",
        message: `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, and neither Dagster nor this action replaces variables of that form.`,
        hint: takesReference
            ? "Write {env: NAME} to take the value from the step's environment, or the value itself."
            : "Fill it in before Dagster or this action reads the file, or write the value itself.",
    });
}

;// CONCATENATED MODULE: ./build/config/checks/arns.js








/** Names IAM gives to roles (CreateRole in the IAM API); a path may be in front. */
const ROLE_RESOURCE = /^role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;
const ROLE_NAME = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;
const ACCOUNT = /^\d{12}$/;
/** SSM parameter: a path of letters, digits, `.`, `-` and `_`; a version or label may follow (GetParameters in the SSM API). */
const PARAMETER_NAME = /^\/?[\w.-]+(?:\/[\w.-]+)*(?::[\w.-]+)?$/;
/** Parameters of AWS itself, which are in no account (AWS Systems Manager User Guide, "Public parameters"). */
const PUBLIC_PARAMETER = /^parameter\/aws\/service\//;
/** Syntax of the ARNs of roles and secrets, and whether they belong together. */
const checkArns = (view, report) => {
    const roles = ["execution_role_arn", "task_role_arn"].flatMap((key) => winner(view, key) ?? []);
    const discovery = childAt(view.launcher, "service_discovery_role_arn");
    const secrets = secretsOf(view).flatMap((secret) => checkSecret(secret, report));
    const credentials = winner(view, "repository_credentials");
    const found = [
        // A role for Cloud Map in another account is what service_discovery_role_arn is for.
        ...roles.flatMap((role) => checkRole(role, report)),
        ...secrets,
        ...(credentials ? checkCredentials(credentials, view, report) : []),
    ];
    if (discovery)
        checkRole(discovery, report);
    tellStrangers(found, report);
};
/** Secrets of the Dagster container and of all sidecars. */
function secretsOf(view) {
    const sidecars = tasksOf(view).flatMap((task) => task.sidecars);
    const entries = [...joinedItems(view, "secrets"), ...sidecars.flatMap((sidecar) => itemsAt(sidecar, "secrets"))];
    return entries.flatMap((entry) => (entry.node.kind === "map" ? (childAt(entry, "valueFrom") ?? []) : entry));
}
/** The parts of an ARN; undefined when it is none, which is then reported under `code`. */
function readArn(value, text, code, hint, report) {
    const arn = (0,model_arn/* parseArn */.Lw)(text);
    const hasAccount = arn && (ACCOUNT.test(arn.account) || PUBLIC_PARAMETER.test(arn.resource));
    const isFine = hasAccount && arn.partition.startsWith("aws");
    if (!isFine) {
        const why = arn && !hasAccount ? "whose account is no number of 12 digits" : "which is no ARN";
        view_tell(report, value, { code, message: `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, ${why}.`, hint });
        return undefined;
    }
    const partition = partitionOf(arn.region);
    if (arn.region === "" || partition === arn.partition)
        return arn;
    view_tell(report, value, {
        code: "arn-partition",
        message: `${(0,config_report/* nameOf */.Vb)(value.path)} is in the partition ${(0,config_report/* quote */.hD)(arn.partition)}, but its region belongs to ${(0,config_report/* quote */.hD)(partition)}.`,
        hint: `Begin it with arn:${partition}:.`,
    });
    return undefined;
}
/** ECS takes the ARN or the name of a role (RegisterTaskDefinition in the ECS API). */
function checkRole(value, report) {
    const text = knownText(value.node);
    if (text === undefined || text === "")
        return [];
    const hint = `Write the ARN of the role, for example ${String(value.path.parts.at(-1))}: arn:aws:iam::123456789012:role/dagster.`;
    if ((0,template/* isTemplate */.F)(text)) {
        tellTemplate(value, report);
        return [];
    }
    if (!text.startsWith("arn:")) {
        if (ROLE_NAME.test(text))
            return [];
        const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which is neither ARN nor name of a role.`;
        view_tell(report, value, { code: "role-arn-invalid", message, hint });
        return [];
    }
    const arn = readArn(value, text, "role-arn-invalid", hint, report);
    if (!arn)
        return [];
    if (arn.region !== "" && arn.service === "iam") {
        const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which has a region, as the ARN of no role has.`;
        view_tell(report, value, { code: "role-arn-invalid", message, hint });
        return [];
    }
    if (arn.service === "iam" && ROLE_RESOURCE.test(arn.resource))
        return [{ arn, at: value, what: "role" }];
    const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which is the ARN of something else than a role.`;
    view_tell(report, value, { code: "role-arn-invalid", message, hint });
    return [];
}
const SECRET_HINT = "Write the ARN of a Secrets Manager secret or SSM parameter, for example arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf.";
/** Secret.valueFrom of the ECS API: ARN of a secret or a parameter, or the name of a parameter. */
function checkSecret(value, report) {
    const text = knownText(value.node);
    if (text === undefined || text === "")
        return [];
    if ((0,template/* isTemplate */.F)(text)) {
        tellTemplate(value, report);
        return [];
    }
    if (!text.startsWith("arn:")) {
        if (PARAMETER_NAME.test(text))
            return [];
        const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which is neither an ARN nor the name of an SSM parameter.`;
        view_tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
        return [];
    }
    const arn = readArn(value, text, "secret-arn-invalid", SECRET_HINT, report);
    if (!arn)
        return [];
    const kind = `${arn.service}:${arn.resource.split(/[:/]/, 1)[0]}`;
    if (kind === "ssm:parameter")
        return [{ arn, at: value, what: "secret" }];
    if (kind !== "secretsmanager:secret" || !/^secret:./.test(arn.resource)) {
        const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which is the ARN of something else than a secret or parameter.`;
        view_tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
        return [];
    }
    checkSecretParts(value, text, report);
    return [{ arn, at: value, what: "secret" }];
}
/** With a JSON key, version stage or version id, all three places must be there, though they may be empty. */
function checkSecretParts(value, text, report) {
    const parts = text.split(":").length;
    if (parts === 7 || parts === 10)
        return;
    const hint = parts < 10
        ? `Write ${(0,config_report/* quote */.hD)(`${text}${":".repeat(10 - parts)}`)}.`
        : "Write the ARN of the secret, and behind it :json-key:version-stage:version-id, each of which may be empty.";
    view_tell(report, value, {
        code: "secret-arn-parts",
        message: `${(0,config_report/* nameOf */.Vb)(value.path)} has ${parts - 7} ${parts === 8 ? "part" : "parts"} behind the secret's ARN where ECS wants three (JSON key, version stage, version id), or none.`,
        hint: value.node.kind === "scalar" && value.node.fromVariable ? "Append the missing colons." : hint,
    });
}
/** RepositoryCredentials of the ECS API: ARN or name of a secret. */
function checkCredentials(value, view, report) {
    const image = view_textAt(view.location, "image");
    const parsed = image === undefined ? undefined : (0,image_reference/* parseImageReference */.o)(image);
    if (parsed?.status === "valid" && parsed.reference.ecr) {
        tellAtKey(report, value, {
            code: "credentials-for-ecr",
            severity: "warning",
            message: "repository_credentials are given, but the image is in Amazon ECR, where they are not used.",
            hint: "Remove them; the execution role pulls from ECR.",
        });
    }
    const text = knownText(value.node);
    if (text === undefined || text === "" || !text.startsWith("arn:"))
        return [];
    const arn = readArn(value, text, "secret-arn-invalid", SECRET_HINT, report);
    if (!arn)
        return [];
    if (arn.service === "secretsmanager" && /^secret:./.test(arn.resource))
        return [{ arn, at: value, what: "secret" }];
    const message = `${(0,config_report/* nameOf */.Vb)(value.path)} is ${(0,config_report/* describeValue */.bp)(value.node)}, which is the ARN of something else than a secret.`;
    view_tell(report, value, { code: "secret-arn-invalid", message, hint: SECRET_HINT });
    return [];
}

;// CONCATENATED MODULE: ./build/config/checks/containers.js





/** Containers of a task definition (Amazon ECS service quotas). */
const MOST_CONTAINERS = 10;
/** ContainerDefinition.name of the ECS API. */
const CONTAINER_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** Number, names, images and limits of the sidecars. */
const checkContainers = (view, report) => {
    for (const task of tasksOf(view)) {
        checkCount(task, report);
        for (const sidecar of task.sidecars) {
            checkName(sidecar, report);
            checkImage(sidecar, report);
            checkMemory(sidecar, report);
            checkRestartPolicy(sidecar, report);
            checkStopTimeout(sidecar, view, report);
            checkSystemOf(sidecar, report);
        }
    }
};
function checkCount(task, report) {
    const extra = task.sidecars[MOST_CONTAINERS - 1];
    if (!extra)
        return;
    const count = task.sidecars.length + 1;
    view_tell(report, extra, {
        code: "too-many-containers",
        message: `With this sidecar, ${taskName(task)} has more than ${MOST_CONTAINERS} containers (${count} in all, with the one Dagster adds).`,
        hint: `Keep at most ${MOST_CONTAINERS - 1} sidecars; those of the deployment count too.`,
    });
}
function checkName(sidecar, report) {
    const node = childAt(sidecar, "name");
    const name = containerName(sidecar);
    if (!node || name === undefined || CONTAINER_NAME.test(name))
        return;
    view_tell(report, node, {
        code: "container-name-characters",
        message: `The container name ${(0,config_report/* quote */.hD)(name)} is not one that ECS accepts.`,
        hint: "Use up to 255 letters, digits, hyphens and underscores, for example name: datadog-agent.",
    });
}
function checkImage(sidecar, report) {
    const node = childAt(sidecar, "image");
    const image = view_textAt(sidecar, "image");
    if (!node || image === undefined)
        return;
    const parsed = (0,image_reference/* parseImageReference */.o)(image);
    if (parsed.status === "valid")
        return;
    view_tell(report, node, {
        code: "image-reference-invalid",
        message: `The image ${(0,config_report/* quote */.hD)(image)} ${parsed.reason}.`,
        hint: "Write registry/repository:tag, for example public.ecr.aws/datadog/agent:7.",
    });
}
function checkMemory(sidecar, report) {
    const node = childAt(sidecar, "memory");
    const memory = knownInteger(node?.node);
    const reservation = knownInteger((0,located/* getValue */._W)(sidecar.node, "memoryReservation"));
    if (!node || memory === undefined || reservation === undefined || memory >= reservation)
        return;
    view_tell(report, node, {
        code: "memory-below-reservation",
        message: `memory is ${memory} MiB, which is less than memoryReservation (${reservation} MiB).`,
        hint: `Write memory: ${reservation} or more, or lower memoryReservation.`,
    });
}
function checkRestartPolicy(sidecar, report) {
    const policy = childAt(sidecar, "restartPolicy");
    tellOutsideRange(childAt(policy, "restartAttemptPeriod"), [60, 1800], "restart-policy-range", report);
}
/** Only the longest is documented, and only for Fargate (ContainerDefinition.stopTimeout). */
function checkStopTimeout(sidecar, view, report) {
    if (view.launchType === "EC2")
        return;
    const timeout = childAt(sidecar, "stopTimeout");
    const isShort = (knownInteger(timeout?.node) ?? 0) < 2;
    tellOutsideRange(timeout, [2, 120], "stop-timeout-range", report, isShort ? "warning" : fargateSeverity(view));
}
/** Reports a whole number outside a range. */
function tellOutsideRange(value, [least, most], code, report, severity = "error") {
    const number = knownInteger(value?.node);
    if (!value || number === undefined || (number >= least && number <= most))
        return;
    const name = (0,config_report/* nameOf */.Vb)(value.path);
    const nearest = number < least ? least : most;
    view_tell(report, value, {
        code,
        severity,
        message: `${name} is ${number}; ECS takes ${least} to ${most}.`,
        hint: `Write ${name}: ${nearest}.`,
    });
}
/** What no container can have in the network mode the agent sets (ContainerDefinition of the ECS API). */
const NOT_UNDER_AWSVPC = {
    links: "Remove it: the containers of a task reach each other at localhost.",
    hostname: "Remove it.",
    extraHosts: "Remove it, or resolve the names by DNS.",
};
function checkSystemOf(sidecar, report) {
    for (const [key, hint] of Object.entries(NOT_UNDER_AWSVPC)) {
        const member = childAt(sidecar, key);
        if (!member || (member.node.kind === "list" && itemsAt(sidecar, key).length === 0))
            continue;
        tellAtKey(report, member, {
            code: "not-under-awsvpc",
            message: `${key} is not possible in the network mode awsvpc, which all tasks of Dagster+ use.`,
            hint,
        });
    }
}

;// CONCATENATED MODULE: ./build/config/checks/dependencies.js







/** `dependsOn` and `volumesFrom` of the sidecars of a task. */
const checkDependencies = (view, report) => {
    for (const task of tasksOf(view)) {
        const edges = task.sidecars.flatMap((sidecar) => edgesOf(sidecar));
        if (task.sidecars.length === 0)
            continue;
        const containers = { task, names: containerNames(task), sidecars: sidecarsByName(task) };
        for (const edge of edges)
            checkEdge(edge, containers, view, report);
        tellCycles(edges, report);
        for (const sidecar of task.sidecars) {
            for (const source of itemsAt(sidecar, "volumesFrom")) {
                dependencies_checkName(childAt(source, "sourceContainer"), containers, view, report);
            }
        }
    }
};
function sidecarsByName({ sidecars }) {
    return new Map(sidecars.toReversed().flatMap((sidecar) => {
        const name = containerName(sidecar);
        return name === undefined ? [] : [[name, sidecar]];
    }));
}
function edgesOf(sidecar) {
    const from = containerName(sidecar);
    return itemsAt(sidecar, "dependsOn").flatMap((dependency) => {
        const target = childAt(dependency, "containerName");
        const to = knownText(target?.node);
        if (from === undefined || !target || to === undefined)
            return [];
        return { from, to, target, condition: childAt(dependency, "condition") };
    });
}
function dependencies_checkName(node, { task, names, sidecars }, view, report) {
    const name = knownText(node?.node);
    if (!node || name === undefined || name === code_server/* CODE_SERVER_CONTAINER */.ke || sidecars.has(name))
        return true;
    const suggestion = (0,config_suggestion/* suggestName */.S)(name, names);
    const without = view.launcher === undefined ? ", and no dagster.yaml is given that may have it" : "";
    view_tell(report, node, {
        code: "unknown-container",
        severity: mergedSeverity(view),
        message: `${(0,config_report/* quote */.hD)(name)} is no container of ${taskName(task)}${without}.`,
        hint: suggestion ? `Did you mean ${suggestion}?` : `Its containers are: ${(0,shown_text/* listTexts */.fU)(names)}.`,
    });
    return false;
}
function checkEdge(edge, containers, view, report) {
    const { task } = containers;
    if (!dependencies_checkName(edge.target, containers, view, report) || edge.from === edge.to || !edge.condition)
        return;
    const condition = knownText(edge.condition.node);
    const sidecar = containers.sidecars.get(edge.to);
    if (condition === "HEALTHY") {
        const check = edge.to === code_server/* CODE_SERVER_CONTAINER */.ke ? task.healthCheck : childAt(sidecar, "healthCheck");
        if (check)
            return;
        const isOpen = edge.to === code_server/* CODE_SERVER_CONTAINER */.ke && task.kind === "server";
        view_tell(report, edge.condition, {
            code: "healthy-without-check",
            severity: isOpen ? mergedSeverity(view) : "error",
            message: `${(0,config_report/* quote */.hD)(edge.from)} waits until ${(0,config_report/* quote */.hD)(edge.to)} is HEALTHY, but ${(0,config_report/* quote */.hD)(edge.to)} has no health check.`,
            hint: isOpen
                ? "Add server_health_check, or write condition: START."
                : "Give that container a healthCheck, or write condition: START.",
        });
    }
    else if (condition === "COMPLETE" || condition === "SUCCESS") {
        const isEssential = sidecar === undefined || booleanAt(sidecar, "essential") !== false;
        if (!isEssential || (0,located/* entryOf */.Ms)(sidecar?.node, "essential")?.value.kind === "map")
            return;
        view_tell(report, edge.condition, {
            code: "essential-container-ends",
            message: `${(0,config_report/* quote */.hD)(edge.from)} waits until ${(0,config_report/* quote */.hD)(edge.to)} has ended (${condition}), but that container is essential: the task ends with it.`,
            hint: sidecar === undefined
                ? "Write condition: START."
                : `Add essential: false to ${(0,config_report/* quote */.hD)(edge.to)}, or write condition: START.`,
        });
    }
}
/** Each cycle is told once, at the dependency that closes it. Without recursion: a chain may be as long as a file. */
function tellCycles(edges, report) {
    const edgesFrom = new Map();
    for (const edge of edges) {
        const others = edgesFrom.get(edge.from);
        if (others)
            others.push(edge);
        else
            edgesFrom.set(edge.from, [edge]);
    }
    const done = new Set();
    for (const root of edgesFrom.keys()) {
        const trail = done.has(root) ? [] : [{ name: root, next: 0 }];
        const places = new Map([[root, 0]]);
        for (let last = trail.at(-1); last !== undefined; last = trail.at(-1)) {
            const edge = edgesFrom.get(last.name)?.[last.next];
            last.next += 1;
            if (edge === undefined) {
                done.add(last.name);
                places.delete(last.name);
                trail.pop();
                continue;
            }
            const start = places.get(edge.to);
            if (start !== undefined)
                tellCycle(trail.slice(start, start + MOST_OF_CYCLE + 1), edge, report);
            else if (!done.has(edge.to)) {
                places.set(edge.to, trail.length);
                trail.push({ name: edge.to, next: 0 });
            }
        }
    }
}
/** Containers of a cycle that a message names. */
const MOST_OF_CYCLE = 10;
function tellCycle(cycle, { target, from, to }, report) {
    const isItself = from === to;
    const shown = cycle.map(({ name }, index) => (index < MOST_OF_CYCLE ? (0,config_report/* shorten */.ml)(name) : "…"));
    view_tell(report, target, {
        code: "dependency-cycle",
        message: isItself
            ? `${(0,config_report/* quote */.hD)(from)} depends on itself.`
            : `The containers wait for each other in a circle: ${[...shown, (0,config_report/* shorten */.ml)(to)].join(" → ")}.`,
        hint: "Remove this dependency.",
    });
}

;// CONCATENATED MODULE: ./build/config/checks/deployment.js




/** AwsVpcConfiguration of the ECS API. */
const MOST = { subnets: 16, security_group_ids: 5 };
/** What the agent serves, against what is to be deployed. */
function checkDeployment(views, document, deployment, report) {
    const root = {
        node: document.root,
        path: { root: "", parts: [] },
        level: "deployment",
        keyAt: document.root.at,
    };
    const api = document.api && {
        node: document.api,
        path: { root: "", parts: ["dagster_cloud_api"] },
        level: "deployment",
        keyAt: document.api.at,
    };
    if (deployment)
        checkServed(api, deployment, report);
    checkQueues(views, root, report);
    checkNetwork(document, report);
}
function checkServed(api, deployment, report) {
    if (!api)
        return;
    const branches = childAt(api, "branch_deployments");
    if (deployment.isBranch) {
        if (!branches || booleanAt(api, "branch_deployments") !== false)
            return;
        view_tell(report, branches, {
            code: "branch-deployments-not-served",
            severity: "warning",
            message: "branch_deployments is false: the agent does not serve the branch deployment that is deployed here.",
            hint: "Write branch_deployments: true.",
        });
        return;
    }
    const list = childAt(api, "deployments") ?? childAt(api, "deployment");
    const names = [...itemsAt(api, "deployments"), ...itemsAt(api, "deployment")].map(({ node }) => knownText(node));
    const single = view_textAt(api, "deployment");
    const served = single === undefined ? names : [...names, single];
    if (!list || served.length === 0 || served.includes(undefined) || served.includes(deployment.name))
        return;
    const known = served.filter((name) => name !== undefined);
    const suggestion = (0,config_suggestion/* suggestName */.S)(deployment.name, known);
    tellAtKey(report, list, {
        code: "deployment-not-served",
        severity: "warning",
        message: `The agent serves ${(0,shown_text/* listTexts */.fU)(known.map(config_report/* quote */.hD))}, but not the deployment ${(0,config_report/* quote */.hD)(deployment.name)}, which is deployed here.`,
        hint: `${single === undefined ? `Add ${(0,config_report/* shorten */.ml)(deployment.name)} to the list` : `Write deployments: [${(0,config_report/* shorten */.ml)(single)}, ${(0,config_report/* shorten */.ml)(deployment.name)}] instead`}, or give the input deployment${suggestion ? ` (did you mean ${suggestion}?)` : ""}.`,
    });
}
/** Other agents may serve other queues, so these are warnings. */
function checkQueues(views, root, report) {
    const queues = childAt(root, "agent_queues");
    const entries = itemsAt(queues, "additional_queues");
    const names = entries.map(({ node }) => knownText(node));
    const isComplete = !names.includes(undefined);
    const known = names.filter((name) => name !== undefined);
    for (const view of views) {
        const node = childAt(view.location, "agent_queue");
        const queue = knownText(node?.node);
        if (node && queue !== undefined && isComplete && !known.includes(queue))
            tellUnknownQueue(node, queue, known, report);
        const name = childAt(view.location, "location_name");
        if (!node && name && queues && booleanAt(queues, "include_default_queue") === false) {
            view_tell(report, name, {
                code: "default-queue-not-served",
                severity: "warning",
                message: `The location ${(0,config_report/* quote */.hD)(view.name)} has no agent_queue, and include_default_queue is false in dagster.yaml: its agent does not serve it.`,
                hint: known.length > 0
                    ? `Add agent_queue: ${(0,config_report/* shorten */.ml)(known[0] ?? "")}.`
                    : "Add agent_queue, or write include_default_queue: true.",
            });
        }
    }
    const additional = childAt(queues, "additional_queues");
    const isolation = childAt(root, "isolated_agents", "enabled");
    if (!additional ||
        entries.length === 0 ||
        (isolation && booleanAt(childAt(root, "isolated_agents"), "enabled") !== false)) {
        return;
    }
    tellAtKey(report, additional, {
        code: "queues-without-isolation",
        severity: "warning",
        message: "The agent has queues of its own, but isolated_agents is not enabled: agents then expect to reach each other's code servers.",
        hint: "Write isolated_agents: {enabled: true} when the agents run in different clusters or networks.",
    });
}
function tellUnknownQueue(node, queue, known, report) {
    const suggestion = (0,config_suggestion/* suggestName */.S)(queue, known);
    view_tell(report, node, {
        code: "unknown-queue",
        severity: "warning",
        message: `agent_queue is ${(0,config_report/* quote */.hD)(queue)}, which the agent of dagster.yaml does not serve.`,
        hint: suggestion
            ? `Did you mean ${suggestion}?`
            : `${known.length > 0 ? `It serves ${(0,shown_text/* listTexts */.fU)(known)}.` : "It serves no additional queue."} Add it to agent_queues.additional_queues, or use the dagster.yaml of the agent that serves it.`,
    });
}
function checkNetwork(document, report) {
    const launcher = launcherOf(document);
    for (const [key, most] of Object.entries(MOST)) {
        const entries = itemsAt(launcher, key);
        const extra = entries[most];
        if (!extra)
            continue;
        view_tell(report, extra, {
            code: "too-many-network-entries",
            message: `${key} has ${entries.length} entries; ECS takes at most ${most}.`,
            hint: `Keep at most ${most}.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/config/checks/fargate-fields.js



/** Members of `linuxParameters` that Fargate has not (LinuxParameters of the ECS API). */
const LINUX_PARAMETERS = ["devices", "sharedMemorySize", "maxSwap", "swappiness"];
/** The only capability that can be added on Fargate (KernelCapabilities of the ECS API). */
const FARGATE_CAPABILITY = "SYS_PTRACE";
/** Windows releases on Fargate (Amazon ECS Developer Guide, "Amazon ECS task definition differences for Fargate"). */
const FARGATE_WINDOWS = /^WINDOWS_SERVER_20(?:19|22|25)_(?:FULL|CORE)$/;
/** What only EC2 has: of sidecars, and of the platform. */
const checkFargateFields = (view, report) => {
    if (view.launchType === "EC2")
        return;
    for (const { sidecars } of tasksOf(view)) {
        for (const sidecar of sidecars) {
            for (const member of membersOfEc2(sidecar))
                tellRefused(member, view, report);
            checkCapabilities(sidecar, view, report);
        }
    }
    checkPlatform(view, report);
};
function membersOfEc2(sidecar) {
    const linux = childAt(sidecar, "linuxParameters");
    const gpu = itemsAt(sidecar, "resourceRequirements").filter((requirement) => view_textAt(requirement, "type") === "GPU");
    const privileged = booleanAt(sidecar, "privileged") === true ? childAt(sidecar, "privileged") : undefined;
    return [
        privileged,
        childAt(sidecar, "dockerSecurityOptions"),
        ...LINUX_PARAMETERS.map((key) => childAt(linux, key)),
        ...gpu.map((requirement) => childAt(requirement, "type")),
    ].filter((member) => member !== undefined && !isEmptyList(member.node));
}
function isEmptyList(node) {
    return node.kind === "list" && node.items.length === 0;
}
function tellRefused(member, view, report) {
    const key = String(member.path.parts.at(-1));
    const what = key === "type" ? "A GPU" : key;
    tellAtKey(report, member, {
        code: "not-on-fargate",
        severity: fargateSeverity(view),
        message: `${what} is not possible on Fargate.`,
        hint: "Remove it; only launch_type: EC2 in dagster.yaml has it.",
    });
}
function checkCapabilities(sidecar, view, report) {
    for (const capability of itemsAt(childAt(sidecar, "linuxParameters", "capabilities"), "add")) {
        const name = knownText(capability.node);
        if (name === undefined || name === FARGATE_CAPABILITY)
            continue;
        view_tell(report, capability, {
            code: "not-on-fargate",
            severity: fargateSeverity(view),
            message: `The capability ${showText(capability.node)} cannot be added on Fargate.`,
            hint: `Remove it; ${FARGATE_CAPABILITY} is the only one there.`,
        });
    }
}
function checkPlatform(view, report) {
    const platform = winner(view, "runtime_platform");
    const family = childAt(platform, "operatingSystemFamily");
    const architecture = childAt(platform, "cpuArchitecture");
    const system = knownText(family?.node);
    if (!family || !system?.startsWith("WINDOWS"))
        return;
    if (!FARGATE_WINDOWS.test(system)) {
        view_tell(report, family, {
            code: "platform-not-on-fargate",
            severity: fargateSeverity(view),
            message: `operatingSystemFamily is ${(0,config_report/* describeValue */.bp)(family.node)}, which Fargate does not have.`,
            hint: "Write for example operatingSystemFamily: WINDOWS_SERVER_2022_CORE, or LINUX.",
        });
    }
    if (architecture && knownText(architecture.node) === "ARM64") {
        view_tell(report, architecture, {
            code: "platform-not-on-fargate",
            severity: fargateSeverity(view),
            message: "cpuArchitecture is ARM64, which exists for Linux only.",
            hint: "Write cpuArchitecture: X86_64.",
        });
    }
}

;// CONCATENATED MODULE: ./build/config/checks/health-checks.js




/** Seconds and counts a health check can have (HealthCheck of the ECS API). */
const RANGES = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] };
/** The code server's health check and those of the sidecars. */
const checkHealthChecks = (view, report) => {
    const sidecars = tasksOf(view).flatMap((task) => task.sidecars);
    const checks = [winner(view, "server_health_check"), ...sidecars.map((sidecar) => childAt(sidecar, "healthCheck"))];
    for (const check of checks) {
        if (check?.node.kind !== "map")
            continue;
        for (const [key, range] of Object.entries(RANGES)) {
            tellOutsideRange(childAt(check, key), range, "health-check-range", report);
        }
        checkCommand(check, report);
    }
};
function checkCommand(check, report) {
    const command = childAt(check, "command");
    if (command?.node.kind !== "list")
        return;
    const [form, ...rest] = itemsAt(check, "command");
    if (!form) {
        view_tell(report, command, {
            code: "health-check-empty",
            message: "The command of a health check is an empty list.",
            hint: 'Write for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].',
        });
        return;
    }
    const first = knownText(form.node);
    if (first === undefined || first === "NONE")
        return;
    if (first !== "CMD" && first !== "CMD-SHELL") {
        view_tell(report, form, {
            code: "health-check-form",
            // ECS takes it all the same, and AWS's own collector is documented so (aws-cdk issue 34389).
            severity: "warning",
            message: `The command of a health check begins with ${(0,config_report/* describeValue */.bp)(form.node)} where the ECS API wants CMD or CMD-SHELL; other forms may never run.`,
            hint: `Write ${correctForm(first, rest)}.`,
        });
    }
    else if (rest.length === 0) {
        view_tell(report, form, {
            code: "health-check-empty",
            severity: "warning",
            message: `The command of a health check is only ${first}, with nothing to run.`,
            hint: `Write for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].`,
        });
    }
    else if (first === "CMD-SHELL" && rest[1]) {
        view_tell(report, rest[1], {
            code: "health-check-shell-words",
            severity: "warning",
            message: "A health check of the form CMD-SHELL runs its second entry only; this one is no part of the command.",
            hint: "Write the whole command as one text, or use CMD with one entry per word.",
        });
    }
}
/** The same command in the right form; `cmd-shell` and the like are the form, not the command. */
function correctForm(first, rest) {
    const words = rest.map(({ node }) => knownText(node) ?? "...");
    const form = first.toUpperCase().replaceAll(/[^A-Z]+/g, "-");
    if (form === "CMD" || form === "CMD-SHELL")
        return commandText([form, ...words]);
    return rest.length === 0 ? commandText(["CMD-SHELL", first]) : commandText(["CMD", first, ...words]);
}
function commandText(words) {
    return `command: [${words.map(config_report/* quote */.hD).join(", ")}]`;
}

;// CONCATENATED MODULE: ./build/config/checks/images.js




/** Images of all locations. `overridden`: names of the locations whose image an input gives. */
function checkImages(views, overridden, report) {
    const own = views.filter(({ name }) => !overridden.has(name));
    for (const view of own)
        checkReference(view, report);
    checkSharedRegistries(own, report);
}
/** An image that is none, or may be another one tomorrow. White space around it is told as such (config/rules.ts). */
function checkReference(view, report) {
    const node = childAt(view.location, "image");
    const text = knownText(node?.node);
    if (!node || text === undefined || text === "" || text !== text.trim())
        return;
    const parsed = (0,image_reference/* parseImageReference */.o)(text);
    if (parsed.status === "invalid") {
        view_tell(report, node, {
            code: "image-reference-invalid",
            message: `The image ${(0,config_report/* quote */.hD)(text)} ${parsed.reason}.`,
            hint: (0,template/* isTemplate */.F)(text)
                ? "Fill variables in before this step, or write build.registry instead of image and give the tag with the input image-tag."
                : "Write registry/repository:tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.4.2.",
        });
        return;
    }
    if (parsed.reference.digest !== undefined)
        return;
    const { tag } = parsed.reference;
    if (tag !== undefined && tag !== "latest")
        return;
    view_tell(report, node, {
        code: "image-not-fixed",
        severity: "warning",
        message: `The image ${(0,config_report/* quote */.hD)(text)} has ${tag === undefined ? "no tag, which means latest" : "the tag latest"}: what runs depends on when a task starts.`,
        hint: "Write a tag of its own for each build, for example a version or the commit.",
    });
}
/** Locations of one registry get one tag, so that builds of different directories overwrite each other. */
function checkSharedRegistries(views, report) {
    const users = new Map();
    for (const view of views) {
        const registry = childAt(view.location, "build", "registry");
        const text = knownText(registry?.node);
        const directory = view_textAt(childAt(view.location, "build"), "directory");
        // With an image of its own, a location does not use the registry.
        const hasImage = view_textAt(view.location, "image") !== undefined;
        if (!registry || text === undefined || directory === undefined || hasImage)
            continue;
        users.set(text, [...(users.get(text) ?? []), { name: view.name, registry, directory: normalize(directory) }]);
    }
    for (const [text, [first, ...others]] of users) {
        const other = others.find(({ directory }) => directory !== first?.directory);
        if (first && other)
            images_tellShared(text, first, other, others.length - 1, report);
    }
}
function images_tellShared(text, first, other, more, report) {
    const rest = more === 0 ? "" : ` (and ${more} more)`;
    view_tell(report, other.registry, {
        code: "shared-registry",
        severity: "warning",
        message: `The locations ${(0,config_report/* quote */.hD)(first.name)} and ${(0,config_report/* quote */.hD)(other.name)}${rest} are built from different directories, but push to the same ${(0,config_report/* quote */.hD)(text)}: with one tag, the later build replaces the earlier.`,
        hint: "Give each its own registry, or each its own tag by the input images.",
    });
}
/** `./etl/` and `etl` are the same directory. */
function normalize(directory) {
    const parts = directory.split("/").filter((part) => part !== "" && part !== ".");
    return `${directory.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

;// CONCATENATED MODULE: ./build/config/checks/logging.js




/** LogConfiguration of the ECS API, logDriver. */
const FARGATE_DRIVERS = ["awslogs", "splunk", "awsfirelens"];
const EC2_DRIVERS = [...FARGATE_DRIVERS, "fluentd", "gelf", "json-file", "journald", "syslog"];
/** Log drivers, their options, and the FireLens router of a task. */
const checkLogging = (view, report) => {
    for (const task of tasksOf(view)) {
        for (const sidecar of task.sidecars) {
            const configuration = childAt(sidecar, "logConfiguration");
            if (configuration)
                checkConfiguration(configuration, view, report);
        }
        checkRouter(task, view, report);
    }
};
function driverOf(sidecar) {
    return knownText(childAt(sidecar, "logConfiguration", "logDriver")?.node);
}
function checkConfiguration(configuration, view, report) {
    const node = childAt(configuration, "logDriver");
    const driver = knownText(node?.node);
    if (!node || driver === undefined)
        return;
    if (view.launchType !== "EC2" && EC2_DRIVERS.includes(driver) && !FARGATE_DRIVERS.includes(driver)) {
        view_tell(report, node, {
            code: "log-driver-not-on-fargate",
            severity: fargateSeverity(view),
            message: `The log driver ${(0,config_report/* quote */.hD)(driver)} is not possible on Fargate.`,
            hint: `Use one of ${FARGATE_DRIVERS.join(", ")}.`,
        });
    }
    if (driver !== "awslogs")
        return;
    const options = childAt(configuration, "options");
    for (const [option, isNeeded] of [
        ["awslogs-group", true],
        ["awslogs-region", true],
        ["awslogs-stream-prefix", view.launchType !== "EC2"],
    ]) {
        if (!isNeeded || (0,located/* entryOf */.Ms)(options?.node, option))
            continue;
        const isForFargate = option === "awslogs-stream-prefix";
        tellAtKey(report, options ?? node, {
            code: "log-option-missing",
            severity: isForFargate ? fargateSeverity(view) : "error",
            message: `The log driver awslogs has no option ${option}${isForFargate ? ", which it needs on Fargate" : ""}.`,
            hint: `Add it under options, for example ${option}: ${OPTION_EXAMPLES[option]}.`,
        });
    }
}
const OPTION_EXAMPLES = {
    "awslogs-group": "/dagster/sidecars",
    "awslogs-region": "us-east-1",
    "awslogs-stream-prefix": "agent",
};
/** ECS wants a router and at least one container that logs through it, or neither. */
function checkRouter(task, view, report) {
    const routers = task.sidecars.flatMap((sidecar) => childAt(sidecar, "firelensConfiguration") ?? []);
    const users = task.sidecars.filter((sidecar) => driverOf(sidecar) === "awsfirelens");
    const [router, second] = routers;
    const [user] = users;
    if (router && !user) {
        tellAtKey(report, router, {
            code: "firelens-unused",
            severity: mergedSeverity(view),
            message: "firelensConfiguration is given, but no sidecar logs through it; the container that Dagster adds uses awslogs.",
            hint: "Remove it, or give another sidecar logConfiguration: {logDriver: awsfirelens}.",
        });
    }
    if (second) {
        tellAtKey(report, second, {
            code: "firelens-twice",
            message: "Two containers of the task have firelensConfiguration; ECS takes one.",
            hint: "Remove it from one of the two.",
        });
    }
    const driver = user && childAt(user, "logConfiguration", "logDriver");
    if (driver && !router) {
        view_tell(report, driver, {
            code: "firelens-missing",
            severity: mergedSeverity(view),
            message: "The log driver is awsfirelens, but no container of the task has firelensConfiguration.",
            hint: "Add a sidecar with firelensConfiguration: {type: fluentbit}, or use the log driver awslogs.",
        });
    }
}

;// CONCATENATED MODULE: ./build/config/checks/names.js


/** Locations whose names become the same name in AWS. `serviceNameOf`: the ECS service of a location. */
function checkNames(views, serviceNameOf, report) {
    const services = new Map();
    const cleaned = new Map();
    for (const view of views) {
        const node = childAt(view.location, "location_name");
        if (!node || view.name === "")
            continue;
        const service = serviceNameOf(view.name);
        const plain = view.name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
        const sameService = services.get(service);
        const similar = cleaned.get(plain);
        if (sameService !== undefined && sameService !== view.name)
            tellSame(node, view.name, sameService, service, report);
        else if (similar !== undefined && similar !== view.name)
            tellSimilar(node, view.name, similar, report);
        if (sameService === undefined)
            services.set(service, view.name);
        if (similar === undefined)
            cleaned.set(plain, view.name);
    }
}
function tellSame(node, name, other, service, report) {
    view_tell(report, node, {
        code: "same-service-name",
        message: `The locations ${(0,config_report/* quote */.hD)(other)} and ${(0,config_report/* quote */.hD)(name)} get the same ECS service name, ${(0,config_report/* quote */.hD)(service)}.`,
        hint: "Rename one of the two.",
    });
}
function tellSimilar(node, name, other, report) {
    view_tell(report, node, {
        code: "similar-location-names",
        severity: "warning",
        message: `The locations ${(0,config_report/* quote */.hD)(other)} and ${(0,config_report/* quote */.hD)(name)} differ only in characters that AWS names cannot have, so their services are hard to tell apart.`,
        hint: "Give them names that differ in letters or digits.",
    });
}

;// CONCATENATED MODULE: ./build/config/checks/ports.js



/** Ports of the sidecars: all containers of a task have one address under `awsvpc`. `codeServerPort`: the one Dagster listens at. */
function checkPorts(codeServerPort) {
    return (view, report) => {
        for (const task of tasksOf(view)) {
            const mappings = task.sidecars.flatMap((sidecar) => itemsAt(sidecar, "portMappings").map((mapping) => ({ sidecar, mapping })));
            for (const { mapping } of mappings)
                checkMapping(mapping, report);
            ports_tellClashes(task, mappings, codeServerPort, report);
        }
    };
}
function checkMapping(mapping, report) {
    const container = childAt(mapping, "containerPort");
    const host = childAt(mapping, "hostPort");
    const containerPort = knownInteger(container?.node);
    const hostPort = knownInteger(host?.node);
    if (container && containerPort !== undefined && (containerPort < 1 || containerPort > 65_535)) {
        view_tell(report, container, {
            code: "port-range",
            message: `containerPort is ${containerPort}, which is no port.`,
            hint: "Write a port from 1 to 65535.",
        });
    }
    else if (host && containerPort !== undefined && hostPort !== undefined && hostPort !== containerPort) {
        view_tell(report, host, {
            code: "host-port-differs",
            // 0 means any port in another network mode; whether it means none here, the documentation does not say.
            severity: hostPort === 0 ? "warning" : "error",
            message: `hostPort is ${hostPort}, but under awsvpc it must be the containerPort (${containerPort}).`,
            hint: "Remove hostPort.",
        });
    }
}
function ports_tellClashes(task, mappings, codeServerPort, report) {
    const owners = new Map();
    for (const { sidecar, mapping } of mappings) {
        const port = childAt(mapping, "containerPort");
        const number = knownInteger(port?.node);
        if (!port || number === undefined)
            continue;
        const protocol = view_textAt(mapping, "protocol") ?? "tcp";
        const owner = containerName(sidecar) ?? "";
        const key = `${number}/${protocol}`;
        const other = owners.get(key);
        if (task.kind === "server" && number === codeServerPort && protocol === "tcp") {
            view_tell(report, port, {
                code: "port-of-code-server",
                severity: "warning",
                message: `A sidecar uses the port ${number}, at which the code server listens; all containers of a task share their ports.`,
                hint: "Let the sidecar listen at another port.",
            });
        }
        else if (other !== undefined) {
            view_tell(report, port, {
                code: "port-clash",
                severity: "warning",
                message: `The port ${key} of ${(0,config_report/* quote */.hD)(owner)} is already used by ${(0,config_report/* quote */.hD)(other)}; all containers of a task share their ports.`,
                hint: "Let one of the two listen at another port, or remove the mapping.",
            });
        }
        owners.set(key, owner);
    }
}

// EXTERNAL MODULE: ./build/model/fargate-sizes.js
var fargate_sizes = __nccwpck_require__(7399);
;// CONCATENATED MODULE: ./build/config/checks/sizes.js





/** The key of a task's resources, at both levels. */
const RESOURCES_OF = { server: "server_resources", run: "run_resources" };
const AMOUNT = /^\s*(\d{1,6}|\d{0,6}\.\d{1,6})\s*([a-z]{0,6})\s*$/i;
function positive(value) {
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
const CPU = {
    key: "cpu",
    code: "cpu-not-a-size",
    parse: fargate_sizes/* parseCpu */.Oh,
    default: code_server/* DEFAULT_TASK_CPU */.vE,
    unit: "CPU units",
    largeUnit: "vCPUs",
    example: 'cpu: "1024"',
    largeExample: "cpu: 1 vCPU",
    guess(text) {
        const [, amount, unit = ""] = AMOUNT.exec(text) ?? [];
        if (amount === undefined || !/^(?:m|v?cpus?|cores?|)$/i.test(unit))
            return undefined;
        // Some who write millicores count them in ECS's 1024 to the CPU.
        const isUnits = unit === "m" && (0,fargate_sizes/* listFargateSizes */.pu)("LINUX").some(({ cpu }) => cpu === Number(amount));
        if (isUnits)
            return Number(amount);
        return positive(Math.round(Number(amount) * (unit === "m" ? 1.024 : 1024)));
    },
};
const MEMORY = {
    key: "memory",
    code: "memory-not-a-size",
    parse: fargate_sizes/* parseMemory */.Pw,
    default: code_server/* DEFAULT_TASK_MEMORY */.Y1,
    unit: "MiB",
    largeUnit: "GB",
    example: 'memory: "2048"',
    largeExample: "memory: 2 GB",
    guess(text) {
        const [, amount, unit = ""] = AMOUNT.exec(text) ?? [];
        if (amount === undefined || !/^(?:[mg]i?b?)$/i.test(unit))
            return undefined;
        return positive(Number(amount) * (/^g/i.test(unit) ? 1024 : 1));
    },
};
/** CPU and memory of a task; undefined for what cannot be known, or was reported. */
function readSizes(task, view, report) {
    return { cpu: readSize(task, view, report, CPU), memory: readSize(task, view, report, MEMORY) };
}
/** Each key for itself comes from the location, or else from the deployment. */
function resourceOf({ kind }, view, key) {
    return childAt(view.ecs, RESOURCES_OF[kind], key) ?? childAt(view.launcher, RESOURCES_OF[kind], key);
}
function readSize(task, view, report, form) {
    const written = resourceOf(task, view, form.key);
    if (!written) {
        const value = defaultOf(task, view, form);
        return view.launcher === undefined || value === undefined ? undefined : { value, written };
    }
    const text = knownText(written.node);
    if (text === undefined)
        return undefined;
    const value = form.parse(text);
    if (value === undefined || value <= 0) {
        const isRun = task.kind === "run";
        view_tell(report, written, {
            code: form.code,
            message: `${(0,config_report/* nameOf */.Vb)(written.path)} is ${(0,config_report/* describeValue */.bp)(written.node)}, which is no number of ${form.unit}${isRun ? "" : ` or ${form.largeUnit}`}.`,
            hint: hintFor(text, form, isRun),
        });
        return undefined;
    }
    if (task.kind === "run" && !isPlainNumber(text))
        tellUnit(written, value, form, report);
    return { value, written };
}
/** Code servers have one default, runs one for each system. */
function defaultOf({ kind }, view, form) {
    if (kind === "run")
        return fargate_sizes/* DEFAULT_RUN_SIZES */.Bq[isWindows(view) ? "WINDOWS" : "LINUX"][form.key];
    return form.parse(form.default);
}
function hintFor(text, form, isRun) {
    if ((0,template/* isTemplate */.F)(text))
        return `Fill the variable in before this step: Dagster takes no {env: NAME} for ${form.key}.`;
    const meant = form.guess(text);
    if (meant !== undefined)
        return `Write ${form.key}: "${meant}".`;
    return `Write for example ${form.example}${isRun ? "" : ` or ${form.largeExample}`}.`;
}
/** ECS takes units, but the run launcher makes numbers of both sizes first (docs/agent.md, Runs). */
function tellUnit(written, value, { key, unit }, report) {
    view_tell(report, written, {
        code: "run-size-with-unit",
        message: `run_resources.${key} is ${(0,config_report/* describeValue */.bp)(written.node)}, but Dagster's run launcher takes a plain number of ${unit}: every run without an ecs/${key} tag of its own fails.`,
        hint: `Write ${key}: "${value}".`,
    });
}
function isPlainNumber(text) {
    return /^\s*\d+\s*$/.test(text);
}
/** A size as messages name it, with what the file has where that is in another unit. */
function describeSize({ value, written }, unit) {
    const text = knownText(written?.node) ?? "";
    const isOtherUnit = written?.node.kind === "scalar" && !written.node.fromVariable && !isPlainNumber(text);
    if (!written)
        return `${value} ${unit} (the default)`;
    const from = written.level === "deployment" ? ", from dagster.yaml" : "";
    const shown = isOtherUnit ? `${(0,config_report/* quote */.hD)(text)}${from}` : from.slice(2);
    return shown === "" ? `${value} ${unit}` : `${value} ${unit} (${shown})`;
}

;// CONCATENATED MODULE: ./build/config/checks/resources.js






/** CPU units a task on EC2 can have (ECS API, RegisterTaskDefinition). */
const EC2_CPU = { minimum: 128, maximum: 196_608 };
const KNOWN_KEYS = ["cpu", "memory", "ephemeral_storage"];
/** Size of the tasks of code servers and runs, after the merge with the deployment's. */
const checkResources = (view, report) => {
    for (const task of tasksOf(view)) {
        const { cpu, memory } = readSizes(task, view, report);
        if (view.launchType === "EC2")
            checkEc2(cpu, report);
        else
            checkFargate(task, { cpu, memory }, view, report);
        checkReservations(task, cpu, memory, report);
        checkEphemeralStorage(task, view, report);
        tellUnknownKeys(task, view, report);
    }
};
function checkFargate(task, { cpu, memory }, view, report) {
    const family = childAt(winner(view, "runtime_platform"), "operatingSystemFamily");
    const system = (0,fargate_sizes/* systemOf */.br)(knownText(family?.node));
    const place = pointAt(cpu, memory, system) ?? family;
    if (!place)
        return;
    if (cpu && memory) {
        if ((0,fargate_sizes/* isFargatePair */.dw)(cpu.value, memory.value, system))
            return;
        const pairs = (0,fargate_sizes/* nearestPairs */.OL)(cpu.value, memory.value, system);
        view_tell(report, place, {
            code: "fargate-size",
            severity: fargateSeverity(view),
            message: `Fargate has no ${system === "WINDOWS" ? "Windows " : ""}task with ${describeSize(cpu, "CPU units")} and ${describeSize(memory, "MiB of memory")}.`,
            hint: place === family
                ? `Write ${RESOURCES_OF[task.kind]}: {${pairs.map((pair) => `cpu: "${pair.cpu}", memory: "${pair.memory}"`).join("}, or {")}}.`
                : `Write ${pairs.map((pair) => `cpu: "${pair.cpu}" and memory: "${pair.memory}"`).join(", or ")}.`,
        });
        return;
    }
    // Only one of the two is known: the other may be anything.
    const only = cpu ?? memory;
    if (!only)
        return;
    const fits = cpu ? (0,fargate_sizes/* memoryFor */.jj)(cpu.value, system).length > 0 : (0,fargate_sizes/* cpuFor */.uq)(only.value, system).length > 0;
    if (fits)
        return;
    const sizes = (0,fargate_sizes/* listFargateSizes */.pu)(system).map((size) => (cpu ? size.cpu : size.memory));
    view_tell(report, place, {
        code: "fargate-size",
        severity: fargateSeverity(view),
        message: `Fargate has no ${system === "WINDOWS" ? "Windows " : ""}task with ${only.value} ${cpu ? "CPU units" : "MiB of memory"}.`,
        hint: `Write ${nearestTwo([...new Set(sizes)], only.value)
            .map((value) => `${cpu ? "cpu" : "memory"}: "${value}"`)
            .join(" or ")}.`,
    });
}
/** Which of the two to change: a CPU size that Fargate does not have at all, else the memory; where it is written. */
function pointAt(cpu, memory, system) {
    const hasCpu = cpu !== undefined && (0,fargate_sizes/* memoryFor */.jj)(cpu.value, system).length > 0;
    const order = hasCpu ? [memory, cpu] : [cpu, memory];
    const written = order.flatMap((size) => size?.written ?? []);
    return written.find(({ level }) => level === "location") ?? written[0];
}
function nearestTwo(sizes, wanted) {
    return sizes
        .toSorted((left, right) => Math.abs(left - wanted) - Math.abs(right - wanted))
        .slice(0, 2)
        .toSorted((left, right) => left - right);
}
function checkEc2(cpu, report) {
    if (!cpu?.written)
        return;
    const { minimum, maximum } = EC2_CPU;
    if (cpu.value >= minimum && cpu.value <= maximum)
        return;
    view_tell(report, cpu.written, {
        code: "ec2-size",
        message: `cpu is ${(0,config_report/* describeValue */.bp)(cpu.written.node)}; on EC2, ECS takes ${minimum} to ${maximum} CPU units.`,
        hint: `Write cpu: "${cpu.value < minimum ? minimum : maximum}".`,
    });
}
/** What the containers reserve must fit into the task (ContainerDefinition of the ECS API, cpu and memory). */
function checkReservations({ sidecars }, cpu, memory, report) {
    for (const [key, size, unit] of [
        ["cpu", cpu, "CPU units"],
        ["memory", memory, "MiB of memory"],
    ]) {
        if (!size)
            continue;
        let total = 0;
        for (const sidecar of sidecars) {
            const hard = childAt(sidecar, key);
            const soft = key === "memory" ? childAt(sidecar, "memoryReservation") : undefined;
            const reserved = knownInteger((soft ?? hard)?.node) ?? 0;
            total += Math.max(0, reserved);
            const largest = Math.max(total, knownInteger(hard?.node) ?? 0);
            const place = soft && total > size.value ? soft : (hard ?? soft);
            if (!place || largest <= size.value)
                continue;
            view_tell(report, place, {
                code: "container-exceeds-task",
                message: `The sidecars up to this one take ${largest} ${unit}, but the whole task has ${size.value}${size.written ? "" : " (the default)"}.`,
                hint: `Lower ${String(place.path.parts.at(-1))} of the sidecars, or raise the task's ${key}.`,
            });
            break;
        }
    }
}
function checkEphemeralStorage(task, view, report) {
    const value = resourceOf(task, view, "ephemeral_storage");
    const size = knownInteger(value?.node);
    if (!value || size === undefined)
        return;
    const { minimum, maximum } = fargate_sizes/* FARGATE_EPHEMERAL_STORAGE */.Fj;
    if (size === 0) {
        view_tell(report, value, {
            code: "ephemeral-storage-zero",
            severity: "warning",
            message: "ephemeral_storage is 0, which Dagster takes as not given.",
            hint: `Remove the key, or write a size from ${minimum} to ${maximum} (GiB).`,
        });
    }
    else if (view.launchType === "EC2") {
        tellAtKey(report, value, {
            code: "ephemeral-storage-on-ec2",
            severity: "warning",
            message: "ephemeral_storage is for tasks on Fargate, and dagster.yaml has launch_type: EC2.",
            hint: "Remove the key.",
        });
    }
    else if (size < minimum || size > maximum) {
        view_tell(report, value, {
            code: "ephemeral-storage-range",
            severity: fargateSeverity(view),
            message: `ephemeral_storage is ${size}; Fargate takes ${minimum} to ${maximum} (GiB).`,
            hint: `Write ephemeral_storage: ${size < minimum ? minimum : maximum}${size >= 0 && size < minimum ? ", or remove the key: 20 GiB are there without it" : ""}.`,
        });
    }
}
/** Dagster ignores other keys there without a word (docs/agent.md, Schemas). */
function tellUnknownKeys({ kind }, view, report) {
    for (const level of [view.ecs, view.launcher]) {
        const resources = childAt(level, RESOURCES_OF[kind]);
        if (resources?.node.kind !== "map")
            continue;
        const known = kind === "server" ? [...KNOWN_KEYS, "replica_count"] : KNOWN_KEYS;
        for (const { key, keyAt } of resources.node.entries) {
            if (known.includes(key))
                continue;
            const suggestion = (0,config_suggestion/* suggestName */.S)(key, known) ?? MEANT[key];
            report.add(keyAt, { ...resources.path, parts: [...resources.path.parts, key] }, {
                code: "unknown-resource",
                severity: "warning",
                message: `${(0,config_report/* quote */.hD)(key)} is not a key of ${RESOURCES_OF[kind]}; Dagster ignores it.`,
                hint: suggestion ? `Did you mean ${suggestion}?` : `Known keys: ${known.join(", ")}.`,
            });
        }
    }
}
const MEANT = {
    mem: "memory",
    disk: "ephemeral_storage",
    storage: "ephemeral_storage",
};

// EXTERNAL MODULE: ./build/model/secret-text.js
var secret_text = __nccwpck_require__(2142);
;// CONCATENATED MODULE: ./build/config/checks/secret-literals.js






/** Shorter values under a secret's name are switches and numbers more often than secrets. */
const SHORTEST = 6;
/** What looks like a secret in plain text. The value is never shown. */
const checkSecretLiterals = (view, report) => {
    for (const variable of variablesOf(view))
        secret_literals_checkVariable(variable, report);
    for (const { sidecars } of tasksOf(view)) {
        for (const sidecar of sidecars) {
            for (const entry of itemsAt(sidecar, "environment"))
                checkEntry(entry, report);
            checkLogOptions(sidecar, report);
        }
    }
};
function checkEntry(entry, report) {
    const value = childAt(entry, "value");
    const name = knownText((0,located/* getValue */._W)(entry.node, "name"));
    const literal = knownText(value?.node);
    if (!value || name === undefined || literal === undefined)
        return;
    if (value.node.kind === "scalar" && value.node.fromVariable !== undefined)
        return;
    secret_literals_checkVariable({ ...value, name, literal, isValueless: false }, report);
}
/** Options of log drivers: the key of Datadog, the token of Splunk. */
function checkLogOptions(sidecar, report) {
    const options = childAt(sidecar, "logConfiguration", "options");
    if (options?.node.kind !== "map")
        return;
    for (const { key } of options.node.entries) {
        const value = childAt(options, key);
        const literal = knownText(value?.node);
        if (value && literal !== undefined)
            checkLiteral({ ...value, name: key, literal }, "secretOptions", report);
    }
}
function secret_literals_checkVariable(variable, report) {
    const { literal } = variable;
    if (literal !== undefined)
        checkLiteral({ ...variable, literal }, "secrets", report);
}
function checkLiteral(found, place, report) {
    const { name, literal } = found;
    const marked = (0,secret_text/* kindOfSecret */.eP)(literal);
    const isNamed = (0,secret_text/* namesSecret */.L4)(name.replaceAll("-", "_")) && literal.length >= SHORTEST && !(0,secret_text/* isHarmlessValue */.nk)(literal);
    if (marked === undefined && !isNamed)
        return;
    const why = marked === undefined ? "which its name calls a secret" : `with what looks like ${marked}`;
    view_tell(report, found, {
        code: "secret-in-plain-text",
        severity: "warning",
        message: `The value of ${(0,config_report/* quote */.hD)(name)} is written in plain text, ${why}; everybody who can read the repository or the task definition sees it.`,
        hint: `Put it into Secrets Manager and write ${place}: [{name: ${(0,config_report/* shorten */.ml)(name)}, valueFrom: <ARN of the secret>}].`,
    });
}

;// CONCATENATED MODULE: ./build/config/checks/tags.js




/** Tags of a resource (Tag in the ECS API), and how many of them this action writes itself (docs/interface: Tags we write). */
const MOST_TAGS = 50;
const OWN_TAGS = 11;
const LONGEST = { key: 128, value: 256 };
const ACCEPTED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** Number, length and characters of tags, after the merge. */
const checkTags = (view, report) => {
    for (const list of ["server_ecs_tags", "run_ecs_tags"]) {
        const tags = joinedItems(view, list);
        for (const tag of tags)
            checkTag(tag, report);
        tags_checkCount(tags, list === "server_ecs_tags" ? MOST_TAGS - OWN_TAGS : MOST_TAGS, report);
    }
    for (const tag of itemsAt(view.ecs, "run_ecs_tags"))
        tellOverridden(tag, itemsAt(view.launcher, "run_ecs_tags"), report);
};
function checkTag(tag, report) {
    for (const part of ["key", "value"]) {
        const node = childAt(tag, part);
        const text = knownText(node?.node);
        if (!node || text === undefined)
            continue;
        const shown = showText(node.node);
        const hidden = isHidden(node.node);
        if ([...text].length > LONGEST[part]) {
            view_tell(report, node, {
                code: "tag-too-long",
                message: `The ${part} of a tag has ${[...text].length} characters; ECS takes at most ${LONGEST[part]}.`,
                hint: `Write a shorter ${part}.`,
            });
        }
        else if (!ACCEPTED.test(text)) {
            const [character] = [...text].filter((one) => !ACCEPTED.test(one));
            view_tell(report, node, {
                code: "tag-characters",
                message: `The ${part} of a tag, ${shown}, has ${hidden ? "a character" : `the character ${JSON.stringify(character)}`} that ECS does not take.`,
                hint: (0,template/* isTemplate */.F)(text)
                    ? "Write {env: NAME} to take it from the step's environment, or the text itself: nothing fills in a variable of this form."
                    : "Use letters, digits, spaces and _ . : / = + - @ only.",
            });
        }
        else if (part === "value" && /^aws:/i.test(text)) {
            view_tell(report, node, {
                code: "tag-characters",
                message: `The value of a tag, ${shown}, starts with aws:, which AWS keeps for itself.`,
                hint: "Write another value.",
            });
        }
    }
}
function isHidden(node) {
    return node.kind === "scalar" && (node.fromVariable !== undefined || node.secret === true);
}
function tags_checkCount(tags, most, report) {
    const keys = new Map(tags.map((tag) => [view_textAt(tag, "key") ?? tag, tag]));
    const extra = [...keys.values()][most];
    if (!extra)
        return;
    const own = MOST_TAGS - most;
    view_tell(report, extra, {
        code: "too-many-tags",
        message: `There are ${keys.size} tags${own > 0 ? `, and this action adds ${own}` : ""}; ECS takes at most ${MOST_TAGS}.`,
        hint: `Keep at most ${most}; those of the deployment count too.`,
    });
}
/** As with the tags of servers, the deployment's value is used (docs/agent.md, Merge of the two levels). */
function tellOverridden(tag, deployment, report) {
    const node = childAt(tag, "key");
    const key = view_textAt(tag, "key");
    const other = deployment.find((one) => key !== undefined && view_textAt(one, "key") === key);
    if (!node || key === undefined || !other)
        return;
    if ((knownText((0,located/* getValue */._W)(tag.node, "value")) ?? "") === (view_textAt(other, "value") ?? ""))
        return;
    view_tell(report, node, {
        code: "deployment-value-wins",
        severity: "warning",
        message: `${isHidden(node.node) ? "A tag" : (0,config_report/* quote */.hD)(key)} of run_ecs_tags is also set by the deployment (${other.node.at.file} line ${other.node.at.line}); the deployment's value is used.`,
        hint: "Remove it at one of the two levels.",
    });
}

;// CONCATENATED MODULE: ./build/config/checks/volumes.js





/** Volume.name of the ECS API. */
const VOLUME_NAME = /^[A-Za-z0-9_-]{1,255}$/;
/** Kinds of volumes; a volume is of one of them. */
const volumes_KINDS = [
    "host",
    "dockerVolumeConfiguration",
    "efsVolumeConfiguration",
    "s3filesVolumeConfiguration",
    "fsxWindowsFileServerVolumeConfiguration",
];
/** Volumes and mount points fit each other, and each volume is one that ECS takes. */
const checkVolumes = (view, report) => {
    const volumes = joinedItems(view, "volumes");
    volumes_checkNames(volumes, report);
    for (const volume of volumes) {
        checkKind(volume, view, report);
        checkEfs(volume, report);
    }
    const tasks = tasksOf(view);
    for (const task of tasks)
        checkMounts(task, volumes, view, report);
    tellUnused(volumes, tasks, report);
};
function nameOfVolume(volume) {
    return knownText((0,located/* getValue */._W)(volume.node, "name"));
}
function volumes_checkNames(volumes, report) {
    const earlier = new Map();
    for (const volume of volumes) {
        const name = nameOfVolume(volume);
        const node = childAt(volume, "name");
        if (volume.node.kind === "map" && (!(0,located/* entryOf */.Ms)(volume.node, "name") || name === "")) {
            view_tell(report, node ?? volume, {
                code: "volume-without-name",
                message: "A volume has no name, so nothing can mount it and ECS refuses it.",
                hint: "Add it, for example name: data.",
            });
        }
        if (!node || name === undefined || name === "")
            continue;
        const other = earlier.get(name);
        if (other) {
            const { at, elsewhere } = volumes_pointAt(node, other);
            view_tell(report, at, {
                code: "duplicate-volume",
                message: `The volume name ${showText(node.node)} is also used in ${elsewhere}; ECS takes only one volume of a name.`,
                hint: "Rename or remove one of the two; volumes of the deployment and of the location are joined.",
            });
        }
        else if (!VOLUME_NAME.test(name)) {
            view_tell(report, node, {
                code: "volume-name-characters",
                message: `The volume name ${showText(node.node)} is not one that ECS accepts.`,
                hint: "Use up to 255 letters, digits, hyphens and underscores, for example name: data.",
            });
        }
        earlier.set(name, node);
    }
}
/** Where to report two values that exclude each other: the second one, but rather the location's than the deployment's. */
function volumes_pointAt(second, first) {
    const [at, other] = second.level === first.level ? [second, first] : [first, second];
    return { at, elsewhere: `${other.node.at.file} line ${other.node.at.line}` };
}
function checkKind(volume, view, report) {
    const kinds = volumes_KINDS.flatMap((key) => {
        const kind = childAt(volume, key);
        // An empty host is what ECS itself shows for a volume without one.
        return kind && !(key === "host" && kind.node.kind === "map" && kind.node.entries.length === 0) ? [kind] : [];
    });
    const [first, second] = kinds;
    if (first && second) {
        tellAtKey(report, second, {
            code: "volume-of-two-kinds",
            message: `The volume has ${String(first.path.parts.at(-1))} and ${String(second.path.parts.at(-1))}; a volume is of one kind.`,
            hint: "Keep one of the two, or make it two volumes.",
        });
    }
    if (booleanAt(volume, "configuredAtLaunch") === true) {
        const member = childAt(volume, "configuredAtLaunch") ?? volume;
        tellAtKey(report, member, {
            code: "volume-configured-at-launch",
            message: "configuredAtLaunch is true, but Dagster+ gives a service no volume configuration, so ECS refuses it.",
            hint: "Remove it, and use efsVolumeConfiguration for a volume that outlives the task.",
        });
    }
    if (view.launchType !== "EC2")
        for (const kind of kinds)
            checkKindOnFargate(kind, view, report);
    const efs = childAt(volume, "efsVolumeConfiguration");
    if (efs && isWindows(view)) {
        tellAtKey(report, efs, {
            code: "efs-on-windows",
            severity: "warning",
            message: "efsVolumeConfiguration is given, but Windows containers cannot mount EFS.",
            hint: "Use fsxWindowsFileServerVolumeConfiguration on EC2, or a Linux platform.",
        });
    }
}
/** What a volume is on Fargate: bind mounts without a path of the host, and EFS (Volume of the ECS API). */
function checkKindOnFargate(kind, view, report) {
    const key = String(kind.path.parts.at(-1));
    const refused = {
        host: childAt(kind, "sourcePath"),
        dockerVolumeConfiguration: kind,
        fsxWindowsFileServerVolumeConfiguration: kind,
    }[key];
    if (!refused)
        return;
    const shown = key === "host" ? "host.sourcePath" : key;
    tellAtKey(report, refused, {
        code: "volume-not-on-fargate",
        severity: fargateSeverity(view),
        message: `${shown} is not possible on Fargate.`,
        hint: key === "host"
            ? "Remove host for an empty volume that lives as long as the task, or use efsVolumeConfiguration."
            : "Use efsVolumeConfiguration, or launch_type: EC2 in dagster.yaml.",
    });
}
/** EFSVolumeConfiguration and EFSAuthorizationConfig of the ECS API. */
function checkEfs(volume, report) {
    const efs = childAt(volume, "efsVolumeConfiguration");
    if (!efs)
        return;
    const authorization = childAt(efs, "authorizationConfig");
    const accessPoint = childAt(authorization, "accessPointId");
    const root = childAt(efs, "rootDirectory");
    const rootText = knownText(root?.node);
    if (accessPoint && root && rootText !== undefined && rootText !== "/" && rootText !== "") {
        view_tell(report, root, {
            code: "efs-root-with-access-point",
            message: `rootDirectory is ${(0,config_report/* quote */.hD)(rootText)}, but an access point has a root directory of its own.`,
            hint: 'Remove rootDirectory, or write rootDirectory: "/".',
        });
    }
    const needsEncryption = view_textAt(authorization, "iam") === "ENABLED" ? childAt(authorization, "iam") : accessPoint;
    const encryption = childAt(efs, "transitEncryption");
    const isUnknown = encryption !== undefined && knownText(encryption.node) === undefined;
    if (needsEncryption && !isUnknown && knownText(encryption?.node) !== "ENABLED") {
        const why = needsEncryption === accessPoint ? "an access point" : "IAM authorization";
        view_tell(report, encryption ?? needsEncryption, {
            code: "efs-without-encryption",
            message: `${why === "an access point" ? "An access point" : why} of EFS needs transitEncryption ENABLED, which is ${encryption ? (0,config_report/* quote */.hD)(view_textAt(efs, "transitEncryption") ?? "") : "not set"}.`,
            hint: "Write transitEncryption: ENABLED in efsVolumeConfiguration.",
        });
    }
    const port = childAt(efs, "transitEncryptionPort");
    const number = knownInteger(port?.node);
    if (port && number !== undefined && (number < 0 || number > 65_535)) {
        view_tell(report, port, {
            code: "efs-port-range",
            message: `transitEncryptionPort is ${number}, which is no port.`,
            hint: "Write a port from 1 to 65535, or remove the key.",
        });
    }
}
function checkMounts(task, volumes, view, report) {
    const containers = [task.mountPoints, ...task.sidecars.map((sidecar) => itemsAt(sidecar, "mountPoints"))];
    const names = volumes.map(nameOfVolume);
    const known = new Set(names.filter((name) => name !== undefined));
    // A name that a variable gives is not known here.
    const isComplete = names.every((name) => name !== undefined);
    for (const mounts of containers) {
        const earlier = new Map();
        for (const mount of mounts) {
            if (mount.node.kind !== "map")
                continue;
            checkMount(mount, isComplete ? known : undefined, view, report);
            const path = childAt(mount, "containerPath");
            const text = knownText(path?.node);
            if (!path || text === undefined)
                continue;
            const other = earlier.get(text);
            if (other) {
                const { at, elsewhere } = volumes_pointAt(path, other);
                view_tell(report, at, {
                    code: "duplicate-mount-path",
                    message: `The path ${showText(path.node)} is also mounted in ${elsewhere}.`,
                    hint: "Mount each volume at a path of its own; mount points of the deployment and of the location are joined.",
                });
            }
            earlier.set(text, path);
        }
    }
}
const MOUNT_KEYS = ["sourceVolume", "containerPath", "readOnly"];
function checkMount(mount, known, view, report) {
    const source = childAt(mount, "sourceVolume");
    const name = knownText(source?.node);
    // A misspelled key is already told, and is probably the one that is missing.
    const isSpelled = mount.node.kind === "map" && mount.node.entries.every(({ key }) => MOUNT_KEYS.includes(key));
    if (!source && isSpelled) {
        view_tell(report, mount, {
            code: "mount-without-volume",
            message: "A mount point names no volume.",
            hint: "Add it, for example sourceVolume: data.",
        });
    }
    else if (source && name !== undefined && known && !known.has(name)) {
        const suggestion = hiddenBehind(source.node) === undefined ? (0,config_suggestion/* suggestName */.S)(name, [...known]) : undefined;
        const without = view.launcher === undefined ? " in this location, and no dagster.yaml is given" : "";
        view_tell(report, source, {
            code: "unknown-volume",
            severity: mergedSeverity(view),
            message: `The mount point names the volume ${showText(source.node)}, which does not exist${without}.`,
            hint: suggestion
                ? `Did you mean ${suggestion}?`
                : `Add it: volumes: [{name: ${hiddenBehind(source.node) === undefined ? (0,config_report/* shorten */.ml)(name) : "..."}}].`,
        });
    }
    const path = childAt(mount, "containerPath");
    const text = knownText(path?.node);
    if (!path && isSpelled) {
        view_tell(report, mount, {
            code: "mount-without-path",
            message: "A mount point says no path in the container.",
            hint: "Add it, for example containerPath: /data.",
        });
    }
    else if (path && text !== undefined && !text.startsWith("/") && !/^[A-Za-z]:(?:[\\/]|$)/.test(text)) {
        view_tell(report, path, {
            code: "mount-path-relative",
            message: `containerPath is ${showText(path.node)}, which is no absolute path.`,
            hint: hiddenBehind(path.node) === undefined
                ? `Write containerPath: ${(0,config_report/* shorten */.ml)(`/${text}`)}.`
                : "Write a path that begins with /.",
        });
    }
}
function tellUnused(volumes, tasks, report) {
    const mounts = tasks.flatMap(({ mountPoints, sidecars }) => [
        ...mountPoints,
        ...sidecars.flatMap((sidecar) => itemsAt(sidecar, "mountPoints")),
    ]);
    const used = mounts.map((mount) => view_textAt(mount, "sourceVolume"));
    if (used.includes(undefined))
        return;
    for (const volume of volumes) {
        const name = nameOfVolume(volume);
        const node = childAt(volume, "name");
        // A volume of the deployment may be there for other locations.
        if (!node || name === undefined || name === "" || used.includes(name) || volume.level === "deployment")
            continue;
        const shown = hiddenBehind(node.node) === undefined ? (0,config_report/* shorten */.ml)(name) : "...";
        view_tell(report, node, {
            code: "unused-volume",
            severity: "warning",
            message: `No container mounts the volume ${showText(node.node)}.`,
            hint: `Add mount_points: [{sourceVolume: ${shown}, containerPath: /${shown}}], or remove the volume.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/config/checks/check-locations.js


















const VIEW_CHECKS = [
    checkResources,
    checkContainers,
    checkVolumes,
    checkHealthChecks,
    checkDependencies,
    checkLogging,
    checkFargateFields,
    checkTags,
    checkArns,
    checkSecretLiterals,
    checkTemplates,
];
/**
 * Everything ECS or the agent would refuse, or do otherwise than the files let expect, beyond shape and types: over
 * each location as it is after the merge with its deployment. Without the deployment's configuration, what it may
 * decide is a warning, or not told.
 */
function checkLocations(locations, deployment, options) {
    const report = (0,config_report/* makeReport */.dO)();
    const views = locations.map((document) => makeView(document, deployment));
    for (const view of views) {
        for (const check of VIEW_CHECKS)
            check(view, report);
        checkPorts(options.codeServerPort)(view, report);
        checkEnvironment(options.injectedNames(view.name), options.agentSecrets)(view, report);
    }
    checkImages(views, options.overriddenImages, report);
    checkNames(views, options.serviceNameOf, report);
    if (deployment) {
        checkDeployment(views, deployment, options.deployment, report);
        checkDeploymentTemplates(deployment, report);
    }
    return report.problems;
}

// EXTERNAL MODULE: ./build/desired/environment.js + 1 modules
var desired_environment = __nccwpck_require__(2291);
// EXTERNAL MODULE: ./build/desired/names.js
var names = __nccwpck_require__(3077);
// EXTERNAL MODULE: ./build/commands/code-server-port.js
var code_server_port = __nccwpck_require__(9882);
;// CONCATENATED MODULE: ./build/commands/deep-checks.js




/** The checks beyond shape and types, over every location of the files that was not left out by the input. */
function checkDeeply(documents, deploymentDocument, selection, { inputs, environment, deployment }, agentSecrets = new Set()) {
    const port = (0,code_server_port/* codeServerPort */.y)(environment);
    const selected = new Map(selection.selected.map((location) => [location.name, location]));
    const notSelected = new Set(selection.notSelected);
    return checkLocations(documents.filter(({ name }) => !notSelected.has(name)), deploymentDocument, {
        deployment: { name: deployment.name, isBranch: deployment.kind === "branch" },
        overriddenImages: new Set(inputs.images.keys()),
        codeServerPort: port,
        agentSecrets,
        injectedNames: (name) => {
            const location = selected.get(name);
            return location ? (0,desired_environment/* injectedNames */.rk)(location, deployment) : [];
        },
        serviceNameOf: (location) => (0,names/* serviceName */.fe)(deployment.name, location),
    });
}

// EXTERNAL MODULE: ./build/concurrency.js
var concurrency = __nccwpck_require__(3943);
;// CONCATENATED MODULE: ./build/job-tags/python-encoding.js
/** The comment by which a Python file names its encoding; it has to be in one of the first two lines (PEP 263). */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK = /^[ \t\f]*(?:#.*)?$/;
/**
 * The text of a Python file. Undefined when it is not in the encoding that it names, UTF-8 when it names none: Python
 * does not read such a file either. So is a file in an encoding that is not known here.
 */
function decodePython(bytes) {
    try {
        return new TextDecoder(readEncoding(bytes), { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
function readEncoding(bytes) {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (hasMark)
        return "utf-8";
    const [first = "", second = ""] = new TextDecoder("latin1").decode(bytes.subarray(0, 1000)).split(/\r\n?|\n/);
    const [, name] = COOKIE.exec(first) ?? (BLANK.test(first) ? COOKIE.exec(second) : undefined) ?? [];
    return name === undefined ? "utf-8" : nameOnWeb(name);
}
/** Python and the web call some encodings differently. */
function nameOnWeb(name) {
    const plain = name.toLowerCase().replaceAll("_", "-");
    if (/^(?:utf-?8(?:-.*)?|u8)$/.test(plain))
        return "utf-8";
    if (/^(?:latin-?1|iso-8859-1|iso8859-1|l1)(?:-.*)?$/.test(plain))
        return "latin1";
    // Python has no source files in it.
    return /^utf-?(?:16|32)/.test(plain) ? "none" : plain;
}

;// CONCATENATED MODULE: ./build/job-tags/select-python-files.js

/** Bounds on what is read for one location: code that people write stays far below. */
const PYTHON_FILE_LIMITS = { files: 10_000, bytesPerFile: 1_000_000, bytes: 64_000_000 };
/** Folders that hold the code of others, or copies. */
const FOREIGN = /(?:^|\/)(?:\.[^/]+|node_modules|__pycache__|venv|site-packages|dist-packages|dist|build\/lib|[^/]+\.egg-info)\//;
/** Files that only the top of an environment of Python has, whatever its name: `venv`, conda. */
const ENVIRONMENT = new Set(["pyvenv.cfg", "conda-meta"]);
/** Tests try out wrong values on purpose. */
const TESTS = /(?:^|\/)(?:tests?|[^/]+_tests?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;
/** Whether nothing below a folder is the user's own, by its path and the names that are in it. */
function isForeignFolder(path, names) {
    return FOREIGN.test(`${path}/`) || names.some((name) => ENVIRONMENT.has(name));
}
/**
 * The Python files that can hold definitions of a code location: those under `build.directory` (the whole checkout when
 * there is none), first those under `working_directory` when the checkout has it. In code point order.
 */
function selectPythonFiles(files, location) {
    const top = normalizeFolder(location.build?.directory ?? ".");
    if (top === undefined)
        return { paths: [], leftOut: 0 };
    const working = normalizeFolder(`${top}${location.workingDirectory ?? "."}`);
    const own = files.filter(({ path }) => path.startsWith(top) && isOwnPython(path.slice(top.length)));
    const rank = ({ path }) => (working !== undefined && path.startsWith(working) ? 0 : 1);
    const sorted = own.toSorted((left, right) => rank(left) - rank(right) || (0,text_order/* compareCodePoints */.O)(left.path, right.path));
    const paths = [];
    let bytes = 0;
    for (const { path, size = 0 } of sorted) {
        const isTooLarge = size > PYTHON_FILE_LIMITS.bytesPerFile || bytes + size > PYTHON_FILE_LIMITS.bytes;
        if (isTooLarge || paths.length === PYTHON_FILE_LIMITS.files)
            continue;
        bytes += size;
        paths.push(path);
    }
    return { paths, leftOut: own.length - paths.length };
}
function isOwnPython(path) {
    return path.endsWith(".py") && !FOREIGN.test(path) && !TESTS.test(path);
}
/** With a `/` at its end, empty for the top; undefined outside the checkout. An absolute one is a path of the image. */
function normalizeFolder(folder) {
    if (folder.startsWith("/"))
        return undefined;
    const parts = [];
    for (const part of folder.split("/")) {
        if (part === "" || part === ".")
            continue;
        if (part !== "..")
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.map((part) => `${part}/`).join("");
}

;// CONCATENATED MODULE: ./build/commands/job-tag-checks.js




/** A key of a tag for ECS, or what people write for one, in quotes. */
const TAG = /["']ecs[/._:-]/i;
/** Without Dagster, a `job` is somebody else's. */
const hasTags = (text) => TAG.test(text) && /\bdagster/.test(text);
const EXECUTOR = "ecs_executor";
/** Characters of Python that are parsed in one run: a second or so. All the jobs of a large company are less. */
const MOST_PARSED = 4_000_000;
/** Files that are read at a time. */
const AT_ONCE = 16;
/** What is an error only on Fargate. */
const FARGATE_CODES = new Set(["job-tag-fargate-size", "job-tag-ephemeral-storage"]);
/**
 * Checks the tags that the Python of each location gives its jobs against the size of the location's runs. Python is
 * looked for in the checkout below `build.directory`, from the folder of the configuration file on, as the
 * dagster-cloud command line does. Without a per-deployment configuration nobody knows whether runs are on Fargate, so
 * what only Fargate refuses is a warning; so is what only some of the locations that share a file would refuse, for
 * nobody knows which of them has the job.
 */
async function checkJobTagsOf(configured, launcher, files) {
    const locations = await job_tag_checks_readLocations(configured, files);
    const parsed = chooseParsed(locations);
    if (parsed.size === 0)
        return { problems: [], files: [] };
    // The parser takes longer to load than all other checks need, and most checkouts have no such tags.
    const [{ checkJobTags, mentionsEcsExecutor, mentionsRedirection }, { readJobTags }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 93).then(__nccwpck_require__.bind(__nccwpck_require__, 9093)),
        Promise.all(/* import() */[__nccwpck_require__.e(283), __nccwpck_require__.e(559)]).then(__nccwpck_require__.bind(__nccwpck_require__, 559)),
    ]);
    const tagsOf = new Map([...parsed].map((file) => [file, readJobTags(file)]));
    const found = new Map();
    for (const alike of groupAlike(locations)) {
        const [first] = alike;
        if (first === undefined)
            continue;
        const { configured: one, texts, isComplete } = first;
        const { runResources, runtimePlatform } = one.settings ?? one.location.ecs;
        const family = runtimePlatform?.operatingSystemFamily;
        const usesEcsExecutor = texts.some(({ text }) => mentionsEcsExecutor(text));
        const redirectsRuns = texts.some(({ text }) => mentionsRedirection(text));
        const system = (0,fargate_sizes/* systemOf */.br)(typeof family === "string" ? family : undefined);
        const problems = checkJobTags({
            jobTags: texts.flatMap((file) => tagsOf.get(file) ?? []),
            runResources,
            lacksDeployment: launcher === undefined,
            launchType: launcher?.launchType ?? "FARGATE",
            system,
            ...((usesEcsExecutor || isComplete) && { usesEcsExecutor }),
            ...((redirectsRuns || isComplete) && { redirectsRuns }),
        });
        for (const problem of problems)
            addProblem(launcher ? problem : soften(problem), alike.length, found);
    }
    const sharing = countLocations(locations);
    const problems = [...found.values()].map(({ problem, count }) => count < (sharing.get(problem.file) ?? 0) ? { ...problem, severity: "warning" } : problem);
    const reported = new Set(problems.map(({ file }) => file));
    return { problems, files: [...parsed].filter(({ path }) => reported.has(path)) };
}
/** How many locations have each file. */
function countLocations(locations) {
    const counts = new Map();
    for (const alike of groupAlike(locations)) {
        for (const { path } of alike[0]?.texts ?? [])
            counts.set(path, (counts.get(path) ?? 0) + alike.length);
    }
    return counts;
}
/** Locations with the same Python and the same settings have the same problems: they are checked once. */
function groupAlike(locations) {
    const numbers = new Map();
    const groups = new Map();
    for (const location of locations) {
        const { runResources, runtimePlatform } = location.configured.settings ?? location.configured.location.ecs;
        const number = numbers.get(location.texts) ?? numbers.size;
        numbers.set(location.texts, number);
        const key = JSON.stringify([number, location.isComplete, runResources, runtimePlatform]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [location]);
        else
            group.push(location);
    }
    return [...groups.values()];
}
/** Of what two locations that share a file say of one place, the graver is kept. */
function addProblem(problem, locations, found) {
    const { file, line, column, code } = problem;
    const key = JSON.stringify([file, line, column, code]);
    const { problem: before, count = 0 } = found.get(key) ?? {};
    found.set(key, { problem: before?.severity === "error" ? before : problem, count: count + locations });
}
function soften(problem) {
    return FARGATE_CODES.has(problem.code) ? { ...problem, severity: "warning" } : problem;
}
/** The files with tags, as many as do not take long. */
function chooseParsed(locations) {
    let left = MOST_PARSED;
    const texts = new Set(locations.flatMap((location) => location.texts));
    return new Set([...texts].filter(({ text }) => {
        if (!hasTags(text) || text.length > left)
            return false;
        left -= text.length;
        return true;
    }));
}
async function job_tag_checks_readLocations(configured, files) {
    const list = remember((folder) => files.list(folder, { suffix: ".py", leaveOut: isForeignFolder }), (folder) => folder);
    const read = remember((path) => readRelevant(path, files), (path) => path);
    const readFolder = remember(async ({ directory, workingDirectory }) => {
        const { paths, leftOut } = selectPythonFiles(await list(directory), {
            build: { directory },
            ...(workingDirectory !== undefined && { workingDirectory }),
        });
        const texts = await (0,concurrency/* mapConcurrently */.X2)(paths, AT_ONCE, read);
        const readable = texts.filter((text) => text !== UNREADABLE);
        return { texts: readable.flat(), isComplete: leftOut === 0 && readable.length === texts.length };
    }, ({ directory, workingDirectory }) => JSON.stringify([directory, workingDirectory]));
    const found = [];
    for (const one of configured) {
        const folder = folderOf(one);
        const python = folder ? await readFolder(folder) : { texts: [], isComplete: true };
        found.push({ configured: one, ...python });
    }
    return found;
}
/** Undefined when it is on the machine that builds the image. */
function folderOf({ location }) {
    const { build, workingDirectory, position } = location;
    const base = position.file.includes("/") ? position.file.replace(/[^/]*$/, "") : "./";
    if (base.startsWith("/") || build?.directory?.startsWith("/"))
        return undefined;
    return { directory: `${base}${build?.directory ?? "."}`, workingDirectory };
}
/** What cannot be read, such as a pipe or a huge file, is no mistake in the configuration. */
const UNREADABLE = "unreadable";
/** The file, when it has to do with tags for ECS: memory is not for all the code of a checkout. */
async function readRelevant(path, files) {
    const bytes = await files.read(path).catch(() => UNREADABLE);
    if (bytes === UNREADABLE)
        return UNREADABLE;
    const text = bytes && decodePython(bytes);
    if (text === undefined)
        return [];
    return TAG.test(text) || text.includes(EXECUTOR) ? [{ path, text }] : [];
}
/** Does a thing once for each key: locations share folders and files. */
function remember(make, keyOf) {
    const known = new Map();
    return (of) => {
        const key = keyOf(of);
        const result = known.get(key) ?? make(of);
        known.set(key, result);
        return result;
    };
}

// EXTERNAL MODULE: ./build/commands/location-checks.js
var location_checks = __nccwpck_require__(8760);
// EXTERNAL MODULE: ./build/commands/redaction.js
var redaction = __nccwpck_require__(866);
// EXTERNAL MODULE: ./build/commands/glob-text.js
var glob_text = __nccwpck_require__(7661);
;// CONCATENATED MODULE: ./build/commands/selection.js



/** Picks locations by names or globs; all when there are none. A pattern that matches nothing is an error. */
function selectLocations(locations, patterns) {
    if (patterns.length === 0)
        return { selected: locations, notSelected: [] };
    const unknown = patterns.filter((pattern) => !locations.some(({ name }) => (0,glob_text/* matchesGlob */.k)(name, pattern)));
    if (unknown.length > 0)
        throw unknownLocations("locations", unknown, locations);
    const isSelected = ({ name }) => patterns.some((pattern) => (0,glob_text/* matchesGlob */.k)(name, pattern));
    return {
        selected: locations.filter(isSelected),
        notSelected: locations.filter((location) => !isSelected(location)).map(({ name }) => name),
    };
}
/** Refuses names in the `images` input that no location has. */
function checkImageNames(names, locations) {
    const known = new Set(locations.map(({ name }) => name));
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length > 0)
        throw unknownLocations("images", unknown, locations);
}
function unknownLocations(input, unknown, locations) {
    const known = (0,shown_text/* listTexts */.fU)(locations.map(({ name }) => `"${name}"`)) || "none";
    return new errors/* ActionError */.lZ("unknown-location", `${input}: no code location is called ${(0,shown_text/* listTexts */.fU)(unknown.map((name) => `"${name}"`))}`, { source: "user", hint: `The configuration has: ${known}.` });
}

;// CONCATENATED MODULE: ./build/config/checks/task-size.js


/** Bytes of a task definition (Amazon ECS service quotas, "Task definition size"). */
const MOST_TASK_DEFINITION_BYTES = 65_536;
/** A problem at what takes most of the room, when the whole is larger than ECS takes. */
function describeTooLarge(location, deployment, { total, containerContext, parts }) {
    if (total <= MOST_TASK_DEFINITION_BYTES)
        return [];
    const report = (0,config_report/* makeReport */.dO)();
    const view = makeView(location, deployment);
    const ordered = [...parts].filter(([, bytes]) => bytes > 2).toSorted(([, left], [, right]) => right - left);
    const places = ordered.flatMap(([key]) => childAt(view.ecs, key) ?? childAt(view.launcher, key) ?? []);
    const largest = ordered.slice(0, 3).map(([key, bytes]) => `${key} ${bytes}`);
    tellAtKey(report, places[0] ?? view.location, {
        code: "task-definition-too-large",
        message: `The task definition has ${total} bytes and ECS takes at most ${MOST_TASK_DEFINITION_BYTES}; most of it is ${[...largest, `and the copy of container_context for runs ${containerContext}`].join(", ")}.`,
        hint: "Move long values into secrets, a file of the image or a parameter; what stands in container_context counts twice.",
    });
    return report.problems;
}

// EXTERNAL MODULE: ./build/desired/container-context.js
var container_context = __nccwpck_require__(2592);
// EXTERNAL MODULE: ./build/desired/task-definition.js
var task_definition = __nccwpck_require__(4264);
// EXTERNAL MODULE: ./build/model/environment.js
var model_environment = __nccwpck_require__(2103);
;// CONCATENATED MODULE: ./build/commands/task-size.js







/** Bytes that a character can become: non-ASCII is escaped for Python, and its backslash once more for JSON. */
const MOST_BYTES_OF_CHARACTER = 7;
/** Bytes for all that does not depend on the length of what the files say. */
const ROOM_FOR_THE_REST = 8_000;
/**
 * Bytes that a task definition has at most. Rendering one takes longer than all other checks of a location, and few
 * locations come near the limit.
 */
function mostBytesOf({ location, settings, imageReference }, launcher) {
    if (!settings)
        return 0;
    const { environment, secrets, serverSidecarContainers, volumes, mountPoints } = settings;
    const texts = environment.reduce((sum, { name, value }) => sum + name.length + (0,model_environment/* revealValue */.JW)(value).length + 30, 0);
    const copied = [(0,container_context/* containerContextForRuns */.A)(location, launcher), serverSidecarContainers, volumes, mountPoints];
    const structures = JSON.stringify([...copied, secrets]).length;
    const rest = [
        location.name,
        location.workingDirectory,
        location.attribute,
        location.executablePath,
        location.codeSource.value,
        imageReference,
        settings.executionRoleArn,
        settings.taskRoleArn,
        settings.repositoryCredentials,
        JSON.stringify([settings.runtimePlatform, settings.serverHealthCheck, launcher.logGroup]),
    ].reduce((sum, text) => sum + 2 * (text?.length ?? 0), 0);
    return (texts + structures + rest) * MOST_BYTES_OF_CHARACTER + ROOM_FOR_THE_REST;
}
/** Whether the task definition is small enough for ECS; what only AWS knows is not counted. */
function checkTaskSize(configured, launcher, documents, context) {
    if (mostBytesOf(configured, launcher) <= MOST_TASK_DEFINITION_BYTES)
        return [];
    const size = measureTask(configured, launcher, context);
    return size ? describeTooLarge(documents.location, documents.deployment, size) : [];
}
/** Renders the task definition and counts; undefined for a location that was not merged with its deployment. */
function measureTask({ location, settings, family, imageReference }, launcher, { inputs, environment: stepEnvironment, deployment }) {
    if (!settings)
        return undefined;
    const image = imageReference ?? "";
    const environment = (0,desired_environment/* buildEnvironment */.AF)({
        user: settings.environment,
        location,
        containerContext: (0,container_context/* containerContextForRuns */.A)(location, launcher),
        deployment,
        image,
        port: (0,code_server_port/* codeServerPort */.y)(stepEnvironment),
        maxWorkers: undefined,
    });
    const { body } = (0,task_definition/* renderTaskDefinition */.P)({
        family: family ?? "",
        location,
        launcher,
        settings,
        image,
        region: inputs.awsRegion ?? "",
        taggedSecrets: [],
        namedSecrets: [],
        environment,
    });
    const variables = environment.map(({ name, value }) => ({ name, value: (0,model_environment/* revealValue */.JW)(value) }));
    const context = variables.filter(({ name }) => name === code_server/* CONTAINER_CONTEXT_VARIABLE */.rl);
    return {
        total: sizeOf(body) + sizeOf(variables),
        containerContext: sizeOf(context),
        parts: new Map([
            ["env_vars", sizeOf(variables) - sizeOf(context)],
            ["server_sidecar_containers", sizeOf(settings.serverSidecarContainers)],
            ["secrets", sizeOf(settings.secrets.map(({ name, valueFrom }) => ({ name, valueFrom })))],
            ["volumes", sizeOf(settings.volumes)],
            ["mount_points", sizeOf(settings.mountPoints)],
        ]),
    };
}
function sizeOf(value) {
    return Buffer.byteLength(JSON.stringify(value), "utf8");
}

;// CONCATENATED MODULE: ./build/commands/workspace-sources.js





const WORKSPACE_FILES = ["dagster_cloud.yaml", "build.yaml"];
/** A dg.toml makes dg ignore the pyproject.toml beside it. */
const DG_FILES = ["dg.toml", "pyproject.toml"];
/**
 * Finds the files with the code locations: those `config-file` names (paths and globs, one per line or comma
 * separated), else the first that is there of dagster_cloud.yaml, a dg workspace or project, and build.yaml. Ends the
 * run (ActionError, source `user`) when a name or a glob finds none.
 */
async function findWorkspaceSources(given, files) {
    if (given === undefined)
        return findDefaultSources(files);
    const found = new Map();
    for (const pattern of splitPatterns(given)) {
        for (const file of await readPattern(pattern, files))
            found.set(external_node_path_.posix.normalize(file.path), file);
    }
    const isDg = ({ path }) => DG_FILES.includes(external_node_path_.posix.basename(path));
    return {
        name: given,
        files: [...found.values()].filter((file) => !isDg(file)),
        dgWorkspaces: await Promise.all([...found.values()].filter(isDg).map((file) => workspace_sources_readDgWorkspace(file, files))),
    };
}
async function findDefaultSources(files) {
    const [modern, build] = await Promise.all(WORKSPACE_FILES.map((path) => readFile(path, files)));
    if (modern)
        return { name: modern.path, files: [modern], dgWorkspaces: [] };
    // Dagster's documentation called dagster_cloud.yaml build.yaml for some time: then it has locations.
    const decoded = build && (0,yaml_text/* decodeText */.g7)(build);
    const hasLocations = decoded && "text" in decoded && /^["']?locations["']?\s*:/m.test(decoded.text);
    const dg = hasLocations ? undefined : await findDgFile("", files);
    if (dg)
        return { name: dg.path, files: [], dgWorkspaces: [await workspace_sources_readDgWorkspace(dg, files)] };
    if (build)
        return { name: build.path, files: [build], dgWorkspaces: [] };
    throw new errors/* ActionError */.lZ("config-file-missing", `There is no file ${WORKSPACE_FILES.join(" or ")}.`, {
        source: "user",
        hint: "Check the repository out before this step (actions/checkout), or give `config-file`.",
    });
}
/** Commas inside braces belong to a glob: `{a,b}/dagster_cloud.yaml`. */
function splitPatterns(given) {
    return given
        .split(/[\n,](?![^{}\n]*\})/)
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== "");
}
async function readPattern(pattern, files) {
    const named = await readFile(external_node_path_.posix.normalize(pattern), files);
    if (named)
        return [named];
    const isGlob = /[*?[{]/.test(pattern);
    const paths = isGlob ? await files.glob(pattern) : [];
    const found = (await Promise.all(paths.map((path) => readFile(path, files)))).filter((file) => file !== undefined);
    if (found.length > 0)
        return found;
    throw new errors/* ActionError */.lZ("config-file-missing", isGlob ? `No file fits ${(0,shown_text/* clipText */.gL)(pattern)}.` : `There is no file ${(0,shown_text/* clipText */.gL)(pattern)}.`, {
        source: "user",
        hint: "Check the input `config-file`: paths and globs are relative to the repository's root.",
    });
}
async function readFile(path, files) {
    const bytes = await files.read(path);
    return bytes && { path, bytes };
}
async function findDgFile(folder, files) {
    for (const name of DG_FILES) {
        const file = await readFile(external_node_path_.posix.join(folder, name), files);
        if (file && describesDgDirectory(file))
            return file;
    }
    return undefined;
}
async function workspace_sources_readDgWorkspace(file, files) {
    const root = external_node_path_.posix.dirname(file.path);
    const projects = listProjectPaths(file).map(async (path) => {
        const folder = external_node_path_.posix.join(root, path);
        return readDgDirectory(folder, await findDgFile(folder, files), files);
    });
    return {
        root: { ...(await readDgDirectory(root, file, files)), settings: file },
        projects: await Promise.all(projects),
    };
}
async function readDgDirectory(path, settings, files) {
    const [build, containerContext] = await Promise.all(["build.yaml", "container_context.yaml"].map((name) => readFile(external_node_path_.posix.join(path, name), files)));
    const name = external_node_path_.posix.basename(external_node_path_.posix.resolve(files.root, path));
    return { path, name, settings, build, containerContext };
}

;// CONCATENATED MODULE: ./build/commands/load-configuration.js


















/** Where the per-deployment configuration is unless an input says otherwise. */
const DEPLOYMENT_FILE = "dagster.yaml";
/**
 * Reads, checks and merges the configuration. Mistakes in the files are collected in `problems`; a missing file or
 * an unknown location name ends the run (ActionError, source `user`).
 */
async function loadConfiguration(context, options) {
    const { inputs, files, environment } = context;
    const { agent } = options;
    const unresolved = options.missingSeverity;
    const readOptions = { stepEnvironment: environment, unresolved, agent: agent?.environment };
    const sources = await findWorkspaceSources(inputs.configFile, files);
    const deploymentFile = agent === undefined ? await findDeploymentFile(inputs.dagsterYaml, options.needsDeployment, files) : undefined;
    const { workspace, documents, environmentTexts, problems: workspaceProblems, sources: workspaceSources, } = readWorkspace(sources.files, readOptions, sources.dgWorkspaces);
    const { config, document: deploymentDocument, environmentTexts: deploymentTexts, literals, problems: deploymentProblems, sources: deploymentSources, } = readDeployment(agent ?? deploymentFile, readOptions);
    const deploymentConfig = config && withInputs(config, inputs.cluster);
    const organization = inputs.organization ?? deploymentConfig?.organization;
    const locations = workspace?.locations ?? [];
    const texts = new Set([...environmentTexts, ...deploymentTexts].flatMap(withParts));
    const yamlSources = new Map([...workspaceSources, ...(deploymentFile ? deploymentSources : [])]);
    const environments = [...locations.map(({ ecs }) => ecs.envVars), config?.launcher.envVars ?? []];
    context.hide([...texts, ...environments.flatMap(redaction/* hiddenValuesOf */.kA)], (0,redaction/* publicTextsOf */.V0)(yamlSources));
    checkImageNames([...inputs.images.keys()], locations);
    const { selected, notSelected } = selectLocations(locations, inputs.locations);
    const checkOptions = {
        ...inputs,
        deployment: context.deployment.name,
        imageTag: inputs.imageTag ?? context.event?.headSha,
        organization,
        missingSeverity: options.missingSeverity,
    };
    const configured = selected.map((location) => configure(location, deploymentConfig?.launcher, checkOptions));
    const agentSecrets = new Set(agent?.environment.secrets.keys());
    const deepProblems = checkDeeply(documents, deploymentDocument, { selected, notSelected }, context, agentSecrets);
    const documentOf = new Map(documents.toReversed().map((document) => [document.name, document]));
    const configuredLocations = configured.map(({ configured: one }) => one);
    const sizeProblems = configuredLocations.flatMap((one) => {
        const document = documentOf.get(one.location.name);
        if (!document || !deploymentConfig)
            return [];
        const both = { location: document, deployment: deploymentDocument };
        return checkTaskSize(one, deploymentConfig.launcher, both, context);
    });
    const jobTags = await checkJobTagsOf(configuredLocations, deploymentConfig?.launcher, files);
    return {
        workspacePath: sources.name,
        selected: configuredLocations,
        notSelected,
        deploymentConfig,
        organization,
        environmentTexts: texts,
        problems: onceEach([
            ...workspaceProblems,
            ...deploymentProblems,
            ...configured.flatMap(({ problems }) => problems),
            ...deepProblems,
            ...sizeProblems,
            ...jobTags.problems,
        ])
            .map((problem) => (problem.file === agent?.path ? (0,agent_literals/* hideLiterals */.l)(problem, literals) : problem))
            .map(boundProblem),
        sources: new Map([...yamlSources, ...jobTags.files.map(({ path, text }) => [path, (0,source_text/* plainSource */.wi)(text)])]),
    };
}
/** Of an assignment that a variable holds the name is from there, too, and of an ARN what it names; unless it is short. */
function withParts(text) {
    const parts = [(0,environment_entries/* variableNameOf */.T)(text), ...(text.startsWith("arn:") ? [(0,model_arn/* lastSegment */.mp)(text)] : [])];
    return [text, ...parts.filter((part) => part.length >= SHORTEST_PART)];
}
const SHORTEST_PART = 8;
/** What several locations have from one place, such as the build.yaml of a workspace, is told for the first of them. */
function onceEach(problems) {
    const seen = new Set();
    return problems.filter(({ code, file, line, column, message }) => {
        const key = JSON.stringify([code, file, line, column, message]);
        return !seen.has(key) && seen.add(key);
    });
}
/** The per-deployment configuration: the running agent's text, or a file of the checkout; nothing without a source. */
function readDeployment(source, options) {
    if (source === undefined) {
        const nothing = {
            environmentTexts: new Set(),
            literals: [],
            problems: [],
            sources: new Map(),
        };
        return { config: undefined, document: undefined, ...nothing };
    }
    if ("bytes" in source)
        return readDeploymentConfig(source, options);
    const file = { path: source.path, bytes: new TextEncoder().encode(source.text) };
    const read = readDeploymentConfig(file, { ...options, variablesOf: "agent" });
    return { ...read, problems: [...(0,agent_environment/* reportUnresolved */.o)(source), ...read.problems] };
}
/** A safeguard: values in it are cut already where the sentence was made. */
function boundProblem(problem) {
    const { message, hint, path } = problem;
    return { ...problem, message: (0,shown_text/* clipSentence */.ud)(message), hint: (0,shown_text/* clipSentence */.ud)(hint), path: (0,shown_text/* clipSentence */.ud)(path) };
}
function configure(location, launcher, options) {
    const image = (0,location_checks/* checkImage */.cd)(location, options);
    if (launcher === undefined) {
        return {
            configured: { location, settings: undefined, family: undefined, imageReference: image.reference },
            problems: image.problems,
        };
    }
    const merged = mergeEcsSettings(location, launcher);
    const family = (0,location_checks/* checkFamily */.nO)(location, launcher, options);
    return {
        configured: {
            location,
            settings: merged.settings,
            family: family.family,
            imageReference: image.reference,
        },
        problems: [
            ...merged.problems,
            ...image.problems,
            ...family.problems,
            ...(0,location_checks/* checkRoles */._6)(location, merged.settings, options),
            ...(0,location_checks/* checkSidecarImages */.qE)(location, {
                server_sidecar_containers: merged.settings.serverSidecarContainers,
                run_sidecar_containers: [...location.ecs.runSidecarContainers, ...launcher.runSidecarContainers],
            }, options),
        ],
    };
}
function withInputs(config, cluster) {
    return cluster === undefined
        ? config
        : { ...config, launcher: { ...config.launcher, cluster: (0,model_arn/* lastSegment */.mp)(cluster) } };
}
async function findDeploymentFile(given, needed, files) {
    const found = await readSource(given ?? DEPLOYMENT_FILE, files);
    const isWanted = given !== undefined || needed;
    if (found !== undefined && (isWanted || (0,agent_file/* isMeantForEcsAgent */.v)(found)))
        return found;
    if (!isWanted)
        return undefined;
    throw new errors/* ActionError */.lZ("dagster-yaml-missing", `There is no file ${given ?? DEPLOYMENT_FILE}.`, {
        source: "user",
        hint: "Put the agent's dagster.yaml (user_code_launcher.config: cluster, subnets, roles ...) into the repository, or give `dagster-yaml`.",
    });
}
async function readSource(path, files) {
    const bytes = await files.read(path);
    return bytes && { path, bytes };
}


/***/ }),

/***/ 8760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ isAllowedReference),
/* harmony export */   _6: () => (/* binding */ checkRoles),
/* harmony export */   cd: () => (/* binding */ checkImage),
/* harmony export */   nO: () => (/* binding */ checkFamily),
/* harmony export */   qE: () => (/* binding */ checkSidecarImages)
/* harmony export */ });
/* harmony import */ var _config_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(93);
/* harmony import */ var _desired_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3744);
/* harmony import */ var _desired_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3077);
/* harmony import */ var _model_image_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3863);
/* harmony import */ var _model_shown_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7435);
/* harmony import */ var _model_template_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7054);
/* harmony import */ var _glob_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7661);







/** The image the location asks for, or why it asks for none. What is wrong with the file's own is told with the file. */
function checkImage(location, options) {
    const requested = (0,_desired_image_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedImage */ .Y)(location, options);
    // A check of the files need not know the tag: the workflow gives it.
    if (requested.kind === "no-tag" && options.missingSeverity === "warning")
        return { reference: undefined, problems: checkRegistry(location, requested.registry, options) };
    if (requested.kind !== "reference") {
        return { reference: undefined, problems: [imageMissing(location, requested, options.missingSeverity)] };
    }
    const { reference } = requested;
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o)(reference);
    if (parsed.status === "invalid") {
        if (!options.images.has(location.name) && location.image !== undefined)
            return { reference, problems: [] };
        return {
            reference,
            problems: [
                problem(location, "image", {
                    code: "image-reference-invalid",
                    severity: "error",
                    message: `The image ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(reference)} ${parsed.reason}.`,
                    hint: "Write registry/repository:tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl:1.4.2.",
                }),
            ],
        };
    }
    return {
        reference,
        problems: isAllowedImage(parsed.reference, options)
            ? []
            : [registryNotAllowed(location, "image", parsed.reference, options)],
    };
}
/** The images of containers beside the code server and beside the runs. What is no image reference is none that is allowed. */
function checkSidecarImages(location, sidecars, options) {
    if (options.allowedRegistries.length === 0)
        return [];
    return Object.entries(sidecars).flatMap(([setting, containers]) => containers.flatMap(({ name, image }) => {
        const parsed = typeof image === "string" ? (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o)(image) : undefined;
        if (parsed === undefined || (parsed.status === "valid" && isAllowedImage(parsed.reference, options)))
            return [];
        const reference = parsed.status === "valid" ? parsed.reference : { repository: String(image) };
        const found = registryNotAllowed(location, `container_context.ecs.${setting}`, reference, options);
        return [{ ...found, ...location.ecs?.sources?.get(`${setting}.${String(name)}`) }];
    }));
}
/** Whether the input `allowed-registries` has the repository of an image that is used without being asked for. */
function isAllowedReference(image, options) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o)(image);
    return parsed.status === "valid" ? isAllowedImage(parsed.reference, options) : options.allowedRegistries.length === 0;
}
/** A star in the name of a host stays in it: `*.example.com/x` must not let in `evil.io/a.example.com/x`. */
function isAllowedImage(image, { allowedRegistries }) {
    const { registry, repository } = image;
    return (allowedRegistries.length === 0 ||
        allowedRegistries.some((glob) => {
            const slash = glob.indexOf("/");
            if (registry === undefined)
                return (0,_glob_text_js__WEBPACK_IMPORTED_MODULE_4__/* .matchesGlob */ .k)(repository, glob);
            // Without a host of its own a glob is about Docker Hub, unless it lets in everything.
            if (slash === -1)
                return glob === "*";
            return (0,_glob_text_js__WEBPACK_IMPORTED_MODULE_4__/* .matchesGlob */ .k)(registry, glob.slice(0, slash)) && (0,_glob_text_js__WEBPACK_IMPORTED_MODULE_4__/* .matchesGlob */ .k)(repository, glob.slice(slash + 1));
        }));
}
function nameOf({ registry, repository }) {
    return [registry, repository].filter(Boolean).join("/");
}
function registryNotAllowed(location, path, image, { allowedRegistries }) {
    return problem(location, path, {
        code: "registry-not-allowed",
        severity: "error",
        message: `The image repository ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(nameOf(image))} is not one that may be deployed.`,
        hint: `The step's allowed-registries has: ${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .listTexts */ .fU)(allowedRegistries)}.`,
    });
}
/** A warning, as those who deploy to Dagster+ Serverless leave there what was scaffolded. */
function checkRegistry(location, registry, options) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageReference */ .o)(`${registry}:tag`);
    if (parsed.status === "valid") {
        const { reference } = parsed;
        return isAllowedImage(reference, options)
            ? []
            : [registryNotAllowed(location, "build.registry", reference, options)];
    }
    // A variable of a template is told as one.
    if ((0,_model_template_js__WEBPACK_IMPORTED_MODULE_6__/* .isTemplate */ .F)(registry))
        return [];
    return [
        problem(location, "build.registry", {
            code: "image-reference-invalid",
            severity: "warning",
            message: `The registry ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(registry)} is none that an image can be pushed to: with a tag, it ${parsed.reason}.`,
            hint: "Write registry/repository without a tag, for example 123456789012.dkr.ecr.us-east-1.amazonaws.com/etl.",
        }),
    ];
}
function imageMissing(location, requested, severity) {
    return requested.kind === "no-tag"
        ? problem(location, "build.registry", {
            code: "image-tag-missing",
            severity,
            message: `The location ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(location.name)} has the registry ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(requested.registry)} but no tag is known for it.`,
            hint: "Give `image-tag`, or `images` with a line for this location.",
        })
        : problem(location, "image", {
            code: "image-missing",
            severity,
            message: `The location ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(location.name)} has neither an image nor a registry.`,
            hint: "Write `image`, or `build.registry` together with the input `image-tag`, or give the input `images`.",
        });
}
/** The family of the location's task definitions; a family ECS would refuse is a problem. */
function checkFamily(location, launcher, options) {
    const family = (0,_desired_names_js__WEBPACK_IMPORTED_MODULE_1__/* .taskDefinitionFamily */ .dm)({
        prefix: launcher.serverTaskDefinitionPrefix,
        organization: options.organization,
        deployment: options.deployment,
        location: location.name,
    });
    if (family !== undefined && (0,_desired_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isAcceptedFamily */ .YD)(family))
        return { family, problems: [] };
    const message = family === undefined
        ? `The task definition family of ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(location.name)} would be longer than 255 characters.`
        : `ECS does not accept the task definition family ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(family)} of the location ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(location.name)}.`;
    return {
        family,
        problems: [
            problem(location, "location_name", {
                code: "family-not-accepted",
                severity: options.missingSeverity,
                message,
                hint: "Use shorter names made of the letters a to z, digits, - and _ for location, deployment and organization.",
            }),
        ],
    };
}
/** Roles that the guard rail does not allow. */
function checkRoles(location, settings, options) {
    const { allowedRoleArns } = options;
    if (allowedRoleArns.length === 0)
        return [];
    const roles = { execution_role_arn: settings.executionRoleArn, task_role_arn: settings.taskRoleArn };
    return Object.entries(roles)
        .filter(([, arn]) => arn !== undefined && !allowedRoleArns.some((glob) => (0,_glob_text_js__WEBPACK_IMPORTED_MODULE_4__/* .matchesGlob */ .k)(arn, glob)))
        .map(([key, arn]) => problem(location, `container_context.ecs.${key}`, {
        code: "role-not-allowed",
        severity: "error",
        message: `The role ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(arn ?? "")} is not one that tasks may use.`,
        hint: `The step's allowed-role-arns has: ${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_5__/* .listTexts */ .fU)(allowedRoleArns)}.`,
    }));
}
function problem(location, path, rest) {
    const { file, line, column } = location.places?.get(path) ?? location.position;
    return { file, line, column, ...rest, path: `location ${(0,_config_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(location.name)} › ${path}` };
}


/***/ }),

/***/ 866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutHidden),
/* harmony export */   V0: () => (/* binding */ publicTextsOf),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   YU: () => (/* binding */ withoutHiddenInComments),
/* harmony export */   kA: () => (/* binding */ hiddenValuesOf),
/* harmony export */   mD: () => (/* binding */ hiddenTextsOf),
/* harmony export */   sU: () => (/* binding */ publicTextsOfRun)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9924);

/** The texts of all environment values that must not be shown. */
function hiddenTextsOf(desired) {
    return [...new Set(desired.flatMap(({ taskDefinition }) => hiddenValuesOf(taskDefinition.environment)))];
}
/** The texts of the values that must not be shown. */
function hiddenValuesOf(environment) {
    return environment.flatMap(({ value }) => ("hidden" in value ? [value.hidden.reveal()] : []));
}
/** What everybody who reads the repository can read: the files without what looks like a secret in them. */
function publicTextsOf(sources) {
    return [...sources.values()].map(({ text, hidden }) => {
        let shown = "";
        let from = 0;
        for (const { start, end } of hidden) {
            shown += `${text.slice(from, start)}\n`;
            from = end;
        }
        return shown + text.slice(from);
    });
}
/** Of the step's environment: what lets its holder in. */
const CREDENTIALS = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "DAGSTER_CLOUD_API_TOKEN",
];
/**
 * What the runner says of the run, and where AWS is: reports are about it, whatever the tasks get of it, too. Each by
 * its name (https://docs.github.com/en/actions/reference/workflows-and-actions/variables), as a workflow may call a
 * secret of its own GITHUB_PAT.
 */
const PUBLIC_VARIABLE = new RegExp(`^(?:${[
    "GITHUB_(?:ACTIONS?|ACTION_(?:PATH|REF|REPOSITORY)|ACTOR(?:_ID)?|(?:API|GRAPHQL|SERVER)_URL|(?:BASE|HEAD)_REF)",
    "GITHUB_(?:ENV|EVENT_NAME|EVENT_PATH|JOB|OUTPUT|PATH|REF(?:_NAME|_PROTECTED|_TYPE)?|RETENTION_DAYS)",
    "GITHUB_(?:REPOSITORY(?:_OWNER)?(?:_ID)?|RUN_(?:ATTEMPT|ID|NUMBER)|SHA|STATE|STEP_SUMMARY|TRIGGERING_ACTOR)",
    "GITHUB_(?:WORKFLOW(?:_REF|_SHA)?|WORKSPACE)",
    "RUNNER_(?:ARCH|DEBUG|ENVIRONMENT|NAME|OS|TEMP|TOOL_CACHE|WORKSPACE)",
    "AWS_(?:DEFAULT_)?REGION",
].join("|")})$`);
/** The credentials in the environment. */
function credentialsOf(environment) {
    return CREDENTIALS.flatMap((name) => environment.get(name) ?? []);
}
/** Texts that the run is about, from the runner and the workflow: they are shown even when a variable repeats them. */
function publicTextsOfRun(environment, { githubToken: _githubToken, ...inputs }) {
    const fromRunner = [...environment].flatMap(([name, value]) => (PUBLIC_VARIABLE.test(name) ? [value] : []));
    const fromWorkflow = Object.values(inputs).flatMap((value) => value instanceof Map ? [...value].flat() : Array.isArray(value) ? value : [value]);
    return [...fromRunner, ...fromWorkflow.filter((value) => typeof value === "string")];
}
/** The same console, outputs and summary, without what is hidden, and with what would be invisible or act on a terminal shown. */
function withoutHidden(io, redact) {
    const show = (text) => (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .showInvisibleInLines */ .zY)(redact(text));
    return {
        info: (text) => io.info(show(text)),
        debug: (text) => io.debug(show(text)),
        group: (title, lines) => io.group(show(title), show(lines.join("\n")).split("\n")),
        annotate: (annotation) => io.annotate({ ...annotation, title: show(annotation.title), message: show(annotation.message) }),
        setOutput: (name, value) => io.setOutput(name, redact(value)),
        writeSummary: (markdown) => io.writeSummary(redact(markdown)),
        mask: (text) => io.mask(text),
    };
}
/** The same pull requests; what is written to them is without what is hidden. */
function withoutHiddenInComments(port, redact) {
    return {
        isFromFork: (pullRequest) => port.isFromFork(pullRequest),
        pullRequestState: (pullRequest) => port.pullRequestState(pullRequest),
        upsertComment: (pullRequest, key, body, options) => port.upsertComment(pullRequest, key, redact(body), options),
    };
}


/***/ }),

/***/ 2381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   jM: () => (/* binding */ findOutWhoseCode),
/* harmony export */   zd: () => (/* binding */ refuseUntrusted)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);

/** Code of a fork must not reach AWS, and pull_request_target runs with the base's credentials on it. */
function isUntrusted(event) {
    return event.name === "pull_request_target" || event.headIsFork;
}
/** Commands that read what they deploy from the checkout. */
const DEPLOYING = new Set(["apply", "redeploy", "rollback"]);
/**
 * A comment on a pull request starts a run without saying where its code comes from, and the workflow may have checked
 * that code out: GitHub is asked before anything is deployed. Throws (ActionError, source `user`) when it does not say.
 */
async function findOutWhoseCode(event, inputs, connect) {
    const isOpen = event?.pullRequest !== undefined && event.headRef === undefined && !event.headIsFork;
    if (!isOpen || !DEPLOYING.has(inputs.command))
        return event;
    const { pullRequest = 0, repository } = event;
    const { githubToken: token } = inputs;
    try {
        if (token === undefined)
            throw new Error("There is no github-token to ask with.");
        const headIsFork = await (await connect({ token, repository })).isFromFork(pullRequest);
        return { ...event, headIsFork };
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("untrusted-event", `Nothing says whether pull request ${pullRequest} comes from a fork: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explainError */ .UW)(error)}`, { source: "user", hint: HINTS.apply });
    }
}
/** Ends a run (ActionError, source `user`) that would write to AWS for an event that may only plan. */
function refuseUntrusted(event, command) {
    if (event === undefined || !isUntrusted(event))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("untrusted-event", event.headIsFork
        ? `This event comes from a fork: it may plan, but not ${command}.`
        : `The event pull_request_target may plan, but not ${command}.`, { source: "user", hint: HINTS[command] });
}
const HINTS = {
    apply: "Apply on `push` to the branch you deploy from.",
    destroy: "Run `destroy` on `pull_request`, for branches of this repository.",
    sweep: "Run `sweep` on `schedule`.",
    redeploy: "Run `redeploy` on `workflow_dispatch`.",
    rollback: "Run `rollback` on `workflow_dispatch`.",
};


/***/ }),

/***/ 7541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ hasErrors),
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   tf: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _agent_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2491);
/* harmony import */ var _load_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4599);


/** Reads and checks the configuration: no network, no credentials. */
async function validate(context) {
    (0,_agent_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseAgentService */ .r)(context, "validate");
    const configuration = await (0,_load_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfiguration */ .vF)(context, { missingSeverity: "warning", needsDeployment: false });
    const findings = findingsOf(configuration, context.inputs.strict);
    return hasErrors(findings)
        ? { kind: "invalid", findings }
        : { kind: "validated", findings, locations: configuration.selected.length };
}
/** The problems of a configuration; with `strict`, warnings count as errors. */
function findingsOf(configuration, strict) {
    const { problems, sources } = configuration;
    return { sources, problems: strict ? problems.map((problem) => ({ ...problem, severity: "error" })) : problems };
}
/** True when the run must stop. */
function hasErrors(findings) {
    return findings.problems.some(({ severity }) => severity === "error");
}


/***/ }),

/***/ 3943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X2: () => (/* binding */ mapConcurrently),
/* harmony export */   eX: () => (/* binding */ createSlots),
/* harmony export */   iv: () => (/* binding */ chunk)
/* harmony export */ });
/**
 * Runs `task` over all items, at most `limit` at a time; results keep the order of the items. After a failure no
 * further task is begun; those under way are waited for, and the failure of the earliest item is thrown.
 */
async function mapConcurrently(items, limit, task) {
    const results = new Array(items.length);
    const failures = new Map();
    const queue = items.entries();
    const work = async () => {
        // The iterator is shared: each worker takes the next item that nobody has begun.
        for (const [index, item] of queue) {
            try {
                results[index] = await task(item, index);
            }
            catch (failure) {
                failures.set(index, failure);
            }
            if (failures.size > 0)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
    if (failures.size > 0)
        throw failures.get(Math.min(...failures.keys()));
    return results;
}
/** Lists of at most `size` items, in order. */
function chunk(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
/** As many slots as given. */
function createSlots(count) {
    let free = count;
    const waiting = [];
    return {
        async run(task) {
            if (free > 0)
                free -= 1;
            else
                await new Promise((resolve) => waiting.push(resolve));
            try {
                return await task();
            }
            finally {
                const next = waiting.shift();
                if (next === undefined)
                    free += 1;
                else
                    next();
            }
        },
    };
}


/***/ }),

/***/ 6678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findAgentVariable),
/* harmony export */   o: () => (/* binding */ reportUnresolved)
/* harmony export */ });
/** How a valueless entry of `env_vars` is resolved by the agent's own environment; undefined when it has no such name. */
function findAgentVariable(name, agent) {
    const hidden = agent.values.get(name);
    if (hidden !== undefined) {
        return {
            kind: "value",
            value: { origin: "agent", hidden, from: `${name} of the environment of the agent service ${agent.service}` },
        };
    }
    const valueFrom = agent.secrets.get(name);
    return valueFrom === undefined ? undefined : { kind: "secret", name, valueFrom };
}
/** One error for each value of the agent's `dagster.yaml` that only its container knows. */
function reportUnresolved({ path, unresolved, }) {
    return unresolved.map((value) => ({
        code: "agent-value-unknown",
        severity: "error",
        message: explainUnresolved(value),
        hint: "Set the variable in `environment` of the agent's container, or give the configuration with the input dagster-yaml.",
        path: "(file)",
        file: path,
        line: value.line,
        column: value.column,
    }));
}
function explainUnresolved({ kind, name }) {
    switch (kind) {
        case "secret":
            return `The agent's dagster.yaml takes a value from the secret ${name} of its task, and values of secrets are not read.`;
        case "variable":
            return `The agent's dagster.yaml takes a value from the variable ${name}, which the task definition does not set.`;
        case "output":
            return "The agent's dagster.yaml takes a value from something that only its container knows, such as the output of a program.";
    }
}


/***/ }),

/***/ 1261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isMeantForEcsAgent)
/* harmony export */ });
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8765);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(93);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9403);
/* harmony import */ var _yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1196);




/** Keys that only files of this deployment have, or by which somebody mistook one for another. */
const TELLING_KEYS = ["cluster", "subnets", "locations"];
/**
 * Whether a `dagster.yaml` that nobody named is meant for an Amazon ECS agent. Instances of Dagster OSS, local ones
 * and other agents have a file of that name as well, often beside a `dagster_cloud.yaml`. One that cannot be read
 * counts when it looks so.
 */
function isMeantForEcsAgent(file) {
    const root = (0,_yaml_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(file, (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .makeReport */ .dO)());
    if (!root)
        return /^user_code_launcher\b/m.test(new TextDecoder().decode(file.bytes));
    if (root.kind !== "map")
        return false;
    const launcher = root.entries.find(({ key }) => (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestName */ .S)(key, ["user_code_launcher"]))?.value;
    if (!launcher)
        return root.entries.some(({ key }) => TELLING_KEYS.includes(key));
    const names = ["class", "module"].flatMap((key) => (0,_located_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_located_js__WEBPACK_IMPORTED_MODULE_3__/* .getValue */ ._W)(launcher, key)) ?? []);
    return names.length === 0 || names.some((name) => /ecs/i.test(name));
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findAgentLiterals),
/* harmony export */   l: () => (/* binding */ hideLiterals)
/* harmony export */ });
/* harmony import */ var _model_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2103);

/** Finds them whatever form they have, for a list of the wrong form is told with what is in it. */
function findAgentLiterals(root) {
    const variables = [];
    const sidecars = [];
    const visit = (node) => {
        if (node.kind === "list")
            for (const item of node.items)
                visit(item);
        if (node.kind !== "map")
            return;
        for (const { key, value } of node.entries) {
            if (key === "env_vars")
                variables.push(...textsIn(value));
            else if (key === "environment")
                sidecars.push(...textsIn(value));
            else
                visit(value);
        }
    };
    visit(root);
    return { variables, sidecars };
}
/** Shorter texts are parts of ordinary words: they are taken out only where the problem is about variables. */
const SHORTEST = 4;
/** A problem without these texts. The longest goes first, since one may contain another. */
function hideLiterals(problem, literals) {
    const isOfVariables = /\b(env_vars|environment)\b/.test(problem.path);
    const hidden = literals
        .filter((text) => text.length >= SHORTEST || (isOfVariables && text !== ""))
        .toSorted((left, right) => right.length - left.length);
    const forms = hidden.flatMap((literal) => [JSON.stringify(literal).slice(1, -1), literal]);
    const hide = (text) => forms.reduce((rest, form) => hideStart(rest.replaceAll(form, _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne), form), text);
    return { ...problem, message: hide(problem.message), hint: hide(problem.hint) };
}
/** So much of a long text is no coincidence. */
const START = 16;
/** What is left of a long text that a message shows cut. */
function hideStart(text, long) {
    const at = long.length > START ? text.indexOf(long.slice(0, START)) : -1;
    if (at === -1)
        return text;
    let length = START;
    while (length < long.length && text[at + length] === long[length])
        length += 1;
    return text.slice(0, at) + _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne + text.slice(at + length);
}
/** Names of variables are no secret, and so is what stands under `name`. */
function textsIn(node) {
    if (node.kind === "list")
        return node.items.flatMap(textsIn);
    if (node.kind === "map") {
        return node.entries.flatMap(({ key, value }) => (key === "name" || key === "env" ? [] : textsIn(value)));
    }
    const text = node.type === "text" ? node.value : node.written;
    const assigned = text.indexOf("=");
    return assigned === -1 && node.type === "text" ? [text] : [text.slice(assigned + 1)];
}


/***/ }),

/***/ 2283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  rJ: () => (/* binding */ secret),
  yC: () => (/* binding */ sharedEcsFields),
  Ee: () => (/* binding */ variables)
});

;// CONCATENATED MODULE: ./build/model/ecs-shapes.js
// Written by scripts/generate-ecs-shapes.mjs from the installed AWS SDK; do not edit.
/** The structures of the ECS API that volumes, mount points, containers, health checks and platforms consist of. */
const ECS_STRUCTURES = {
    ContainerDefinition: {
        required: [],
        members: {
            name: "text",
            image: "text",
            repositoryCredentials: { structure: "RepositoryCredentials" },
            cpu: "integer",
            memory: "integer",
            memoryReservation: "integer",
            links: { list: "text" },
            portMappings: { list: { structure: "PortMapping" } },
            essential: "boolean",
            restartPolicy: { structure: "ContainerRestartPolicy" },
            entryPoint: { list: "text" },
            command: { list: "text" },
            environment: { list: { structure: "KeyValuePair" } },
            environmentFiles: { list: { structure: "EnvironmentFile" } },
            mountPoints: { list: { structure: "MountPoint" } },
            volumesFrom: { list: { structure: "VolumeFrom" } },
            linuxParameters: { structure: "LinuxParameters" },
            secrets: { list: { structure: "Secret" } },
            dependsOn: { list: { structure: "ContainerDependency" } },
            startTimeout: "integer",
            stopTimeout: "integer",
            versionConsistency: { known: ["disabled", "enabled"] },
            hostname: "text",
            user: "text",
            workingDirectory: "text",
            disableNetworking: "boolean",
            privileged: "boolean",
            readonlyRootFilesystem: "boolean",
            dnsServers: { list: "text" },
            dnsSearchDomains: { list: "text" },
            extraHosts: { list: { structure: "HostEntry" } },
            dockerSecurityOptions: { list: "text" },
            interactive: "boolean",
            pseudoTerminal: "boolean",
            dockerLabels: { map: "text" },
            ulimits: { list: { structure: "Ulimit" } },
            logConfiguration: { structure: "LogConfiguration" },
            healthCheck: { structure: "HealthCheck" },
            systemControls: { list: { structure: "SystemControl" } },
            resourceRequirements: { list: { structure: "ResourceRequirement" } },
            firelensConfiguration: { structure: "FirelensConfiguration" },
            credentialSpecs: { list: "text" },
        },
    },
    ContainerDependency: {
        required: ["containerName", "condition"],
        members: { containerName: "text", condition: { known: ["COMPLETE", "HEALTHY", "START", "SUCCESS"] } },
    },
    ContainerRestartPolicy: {
        required: ["enabled"],
        members: { enabled: "boolean", ignoredExitCodes: { list: "integer" }, restartAttemptPeriod: "integer" },
    },
    Device: {
        required: ["hostPath"],
        members: { hostPath: "text", containerPath: "text", permissions: { list: { known: ["mknod", "read", "write"] } } },
    },
    DockerVolumeConfiguration: {
        required: [],
        members: {
            scope: { known: ["shared", "task"] },
            autoprovision: "boolean",
            driver: "text",
            driverOpts: { map: "text" },
            labels: { map: "text" },
        },
    },
    EFSAuthorizationConfig: { required: [], members: { accessPointId: "text", iam: { known: ["DISABLED", "ENABLED"] } } },
    EFSVolumeConfiguration: {
        required: ["fileSystemId"],
        members: {
            fileSystemId: "text",
            rootDirectory: "text",
            transitEncryption: { known: ["DISABLED", "ENABLED"] },
            transitEncryptionPort: "integer",
            authorizationConfig: { structure: "EFSAuthorizationConfig" },
        },
    },
    EnvironmentFile: { required: ["value", "type"], members: { value: "text", type: { known: ["s3"] } } },
    FSxWindowsFileServerAuthorizationConfig: {
        required: ["credentialsParameter", "domain"],
        members: { credentialsParameter: "text", domain: "text" },
    },
    FSxWindowsFileServerVolumeConfiguration: {
        required: ["fileSystemId", "rootDirectory", "authorizationConfig"],
        members: {
            fileSystemId: "text",
            rootDirectory: "text",
            authorizationConfig: { structure: "FSxWindowsFileServerAuthorizationConfig" },
        },
    },
    FirelensConfiguration: {
        required: ["type"],
        members: { type: { known: ["fluentbit", "fluentd"] }, options: { map: "text" } },
    },
    HealthCheck: {
        required: ["command"],
        members: {
            command: { list: "text" },
            interval: "integer",
            timeout: "integer",
            retries: "integer",
            startPeriod: "integer",
        },
    },
    HostEntry: { required: ["hostname", "ipAddress"], members: { hostname: "text", ipAddress: "text" } },
    HostVolumeProperties: { required: [], members: { sourcePath: "text" } },
    KernelCapabilities: { required: [], members: { add: { list: "text" }, drop: { list: "text" } } },
    KeyValuePair: { required: [], members: { name: "text", value: "text" } },
    LinuxParameters: {
        required: [],
        members: {
            capabilities: { structure: "KernelCapabilities" },
            devices: { list: { structure: "Device" } },
            initProcessEnabled: "boolean",
            sharedMemorySize: "integer",
            tmpfs: { list: { structure: "Tmpfs" } },
            maxSwap: "integer",
            swappiness: "integer",
        },
    },
    LogConfiguration: {
        required: ["logDriver"],
        members: {
            logDriver: { known: ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"] },
            options: { map: "text" },
            secretOptions: { list: { structure: "Secret" } },
        },
    },
    MountPoint: { required: [], members: { sourceVolume: "text", containerPath: "text", readOnly: "boolean" } },
    NvidiaMpsAllocation: { required: ["memory"], members: { memory: "integer", maxComputePercent: "integer" } },
    PortMapping: {
        required: [],
        members: {
            containerPort: "integer",
            hostPort: "integer",
            protocol: { known: ["tcp", "udp"] },
            name: "text",
            appProtocol: { known: ["grpc", "http", "http2"] },
            containerPortRange: "text",
        },
    },
    RepositoryCredentials: { required: ["credentialsParameter"], members: { credentialsParameter: "text" } },
    ResourceRequirement: {
        required: ["type"],
        members: {
            type: { known: ["GPU", "InferenceAccelerator", "NeuronDevice"] },
            value: "text",
            sharingStrategy: { structure: "SharingStrategy" },
        },
    },
    RuntimePlatform: {
        required: [],
        members: {
            cpuArchitecture: { known: ["ARM64", "X86_64"] },
            operatingSystemFamily: {
                known: [
                    "LINUX",
                    "WINDOWS_SERVER_2004_CORE",
                    "WINDOWS_SERVER_2016_FULL",
                    "WINDOWS_SERVER_2019_CORE",
                    "WINDOWS_SERVER_2019_FULL",
                    "WINDOWS_SERVER_2022_CORE",
                    "WINDOWS_SERVER_2022_FULL",
                    "WINDOWS_SERVER_2025_CORE",
                    "WINDOWS_SERVER_2025_FULL",
                    "WINDOWS_SERVER_20H2_CORE",
                ],
            },
        },
    },
    S3FilesVolumeConfiguration: {
        required: ["fileSystemArn"],
        members: { fileSystemArn: "text", rootDirectory: "text", transitEncryptionPort: "integer", accessPointArn: "text" },
    },
    Secret: { required: ["name", "valueFrom"], members: { name: "text", valueFrom: "text" } },
    SharingStrategy: { exactlyOne: true, required: [], members: { nvidiaMps: { structure: "NvidiaMpsAllocation" } } },
    SystemControl: { required: [], members: { namespace: "text", value: "text" } },
    Tmpfs: {
        required: ["containerPath", "size"],
        members: { containerPath: "text", size: "integer", mountOptions: { list: "text" } },
    },
    Ulimit: {
        required: ["name", "softLimit", "hardLimit"],
        members: {
            name: {
                known: [
                    "core",
                    "cpu",
                    "data",
                    "fsize",
                    "locks",
                    "memlock",
                    "msgqueue",
                    "nice",
                    "nofile",
                    "nproc",
                    "rss",
                    "rtprio",
                    "rttime",
                    "sigpending",
                    "stack",
                ],
            },
            softLimit: "integer",
            hardLimit: "integer",
        },
    },
    Volume: {
        required: [],
        members: {
            name: "text",
            host: { structure: "HostVolumeProperties" },
            dockerVolumeConfiguration: { structure: "DockerVolumeConfiguration" },
            efsVolumeConfiguration: { structure: "EFSVolumeConfiguration" },
            s3filesVolumeConfiguration: { structure: "S3FilesVolumeConfiguration" },
            fsxWindowsFileServerVolumeConfiguration: { structure: "FSxWindowsFileServerVolumeConfiguration" },
            configuredAtLaunch: "boolean",
        },
    },
    VolumeFrom: { required: [], members: { sourceContainer: "text", readOnly: "boolean" } },
};

// EXTERNAL MODULE: ./build/config/schema.js
var schema = __nccwpck_require__(7096);
;// CONCATENATED MODULE: ./build/config/ecs-api-schema.js


/** Lines to copy for members that are often missing or wrong. */
const EXAMPLES = {
    "ContainerDefinition.name": "name: datadog-agent",
    "ContainerDefinition.image": "image: public.ecr.aws/datadog/agent:latest",
    "ContainerDefinition.command": 'command: ["sh", "-c", "exec agent"]',
    "ContainerDefinition.entryPoint": 'entryPoint: ["/bin/sh", "-c"]',
    "ContainerDefinition.environment": 'environment: [{name: ECS_FARGATE, value: "true"}]',
    "ContainerDefinition.portMappings": "portMappings: [{containerPort: 8125, protocol: udp}]",
    "ContainerDefinition.dependsOn": "dependsOn: [{containerName: dagster, condition: START}]",
    "ContainerDefinition.secrets": "secrets: [{name: API_KEY, valueFrom: arn:aws:secretsmanager:...}]",
    "EFSVolumeConfiguration.fileSystemId": "fileSystemId: fs-0123456789abcdef0",
    "HealthCheck.command": 'command: ["CMD-SHELL", "exit 0"]',
    "LogConfiguration.logDriver": "logDriver: awslogs",
    "Secret.name": "name: API_KEY",
    "Secret.valueFrom": "valueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf",
};
/** Members people write by another name, or know from another tool. */
const MISPLACED = {
    ContainerDefinition: {
        env: "Write environment: [{name: KEY, value: VALUE}].",
        env_vars: "Write environment: [{name: KEY, value: VALUE}].",
        ports: "Write portMappings: [{containerPort: 8125}].",
        volumes: "Write mountPoints: [{sourceVolume: data, containerPath: /data}].",
    },
};
/**
 * The check of an object that reaches the ECS API as the file has it. The AWS SDK drops members it does not know and
 * does not look at types, so nothing but this check would find them (docs/agent.md, Schemas).
 */
function ecsStructure(name, refinements = {}) {
    const misplaced = MISPLACED[name];
    const fields = fieldsOf(name, refinements);
    return { kind: "shape", fields, unknown: "refuse", ...(misplaced && { misplaced }) };
}
function fieldsOf(name, refinements) {
    const { members, required } = ECS_STRUCTURES[name];
    const fields = Object.entries(members).map(([member, type]) => {
        const key = `${name}.${member}`;
        const example = EXAMPLES[key];
        const { source = false, ...refinement } = refinements[key] ?? {};
        const field = {
            schema: schemaOf(type, refinements, source),
            description: `${key} of the ECS API.`,
            ...(required.includes(member) && { required: true }),
            ...(example !== undefined && { example }),
            ...refinement,
        };
        return [member, field];
    });
    return Object.fromEntries(fields);
}
function schemaOf(type, refinements, source = false) {
    if (type === "text")
        return { ...schema/* text */.Qq, source };
    if (type === "integer")
        return { ...schema/* integer */.nd, source };
    if (type === "boolean")
        return { ...schema/* boolean */.zM, source };
    if ("known" in type)
        return { ...schema/* text */.Qq, source, known: type.known };
    if ("list" in type)
        return (0,schema/* listOf */.c3)(schemaOf(type.list, refinements));
    if ("map" in type)
        return (0,schema/* mapOf */.A7)(schemaOf(type.map, refinements));
    return ECS_STRUCTURES[type.structure].exactlyOne
        ? selectorOf(type.structure, refinements)
        : ecsStructure(type.structure, refinements);
}
function selectorOf(name, refinements) {
    return { kind: "selector", fields: fieldsOf(name, refinements) };
}

// EXTERNAL MODULE: ./build/config/rules.js
var rules = __nccwpck_require__(2012);
;// CONCATENATED MODULE: ./build/config/ecs-schema.js



/** Plain text in Dagster's schema; the reference's own example writes a number (reference: `cpu: 256`). */
const size = { kind: "text", tolerates: "integer" };
const resources = {
    cpu: {
        schema: size,
        description: "CPU units of the task: 1024 is one vCPU.",
        example: 'cpu: "256"',
    },
    memory: {
        schema: size,
        description: "Memory of the task in MiB.",
        example: 'memory: "512"',
    },
    ephemeral_storage: {
        schema: schema/* integer */.nd,
        description: "Ephemeral storage of the task in GiB.",
        example: "ephemeral_storage: 50",
    },
};
const tags = (0,schema/* listOf */.c3)({
    ...(0,schema/* shape */.cW)({
        key: { schema: schema/* textSource */.rC, description: "Key of the tag.", required: true, example: "key: team" },
        value: { schema: schema/* textSource */.rC, description: "Value of the tag.", example: "value: data" },
    }),
    pair: ["key", "value"],
});
/** Containers are the ECS API's own; what the reference writes wrongly in their environment is put right. */
const sidecars = (0,schema/* listOf */.c3)(ecsStructure("ContainerDefinition", {
    // ECS refuses a container without either; the SDK's schema does not say so.
    "ContainerDefinition.name": { required: true },
    "ContainerDefinition.image": { required: true },
    "KeyValuePair.value": { schema: { kind: "text", tolerates: "scalar" } },
}));
/** An empty mapping counts as none, so the command is asked for by a rule. */
const healthCheck = ecsStructure("HealthCheck", {
    "HealthCheck.command": {
        required: false,
        description: "Command that tells whether the code server is healthy.",
        example: 'command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]',
    },
    "HealthCheck.interval": { description: "Seconds between two checks." },
    "HealthCheck.timeout": { description: "Seconds one check may take." },
    "HealthCheck.retries": { description: "Failures in a row that make the container unhealthy." },
    "HealthCheck.startPeriod": { description: "Seconds after the start in which failures do not count." },
});
const secret = {
    ...(0,schema/* shape */.cW)({
        name: {
            schema: schema/* textSource */.rC,
            description: "Name of the environment variable.",
            required: true,
            example: "name: API_TOKEN",
        },
        valueFrom: {
            schema: schema/* textSource */.rC,
            description: "ARN of the Secrets Manager secret or SSM parameter.",
            required: true,
            example: "valueFrom: arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf",
        },
    }),
    pair: ["name", "valueFrom"],
};
const variables = {
    schema: (0,schema/* listOf */.c3)(schema/* textSource */.rC),
    description: "Environment variables: KEY=VALUE, or KEY to take the value from the step's environment.",
    example: 'env_vars: ["KEY=VALUE"]',
    rules: [rules/* checkVariables */.kL],
};
/** What a location's `container_context.ecs` and a deployment's `user_code_launcher.config` have in common. */
const sharedEcsFields = {
    env_vars: variables,
    server_resources: {
        schema: (0,schema/* permissive */.I2)({
            ...resources,
            replica_count: {
                schema: { kind: "integer", minimum: 0 },
                description: "How many copies of the code server run.",
                rules: [rules/* checkReplicaCount */.Sq],
            },
        }),
        description: "Resources of the code servers.",
        example: 'server_resources: {cpu: "256", memory: "512"}',
    },
    run_resources: {
        schema: (0,schema/* permissive */.I2)(resources),
        description: "Resources of the runs.",
        example: 'run_resources: {cpu: "1024", memory: "2048"}',
    },
    execution_role_arn: {
        schema: schema/* textSource */.rC,
        description: "Role ECS uses to pull the image, read secrets and write logs.",
    },
    task_role_arn: { schema: schema/* textSource */.rC, description: "Role the code runs with." },
    runtime_platform: {
        schema: ecsStructure("RuntimePlatform", {
            "RuntimePlatform.cpuArchitecture": { description: "X86_64 or ARM64.", source: true },
            "RuntimePlatform.operatingSystemFamily": { description: "For example LINUX.", source: true },
        }),
        description: "Processor and operating system of the task.",
        example: "runtime_platform: {cpuArchitecture: ARM64}",
    },
    volumes: {
        schema: (0,schema/* listOf */.c3)(ecsStructure("Volume", { "Volume.name": { description: "Name mount points refer to.", source: true } })),
        description: "Volumes of the task, as in the ECS API.",
        example: "volumes: [{name: data}]",
    },
    mount_points: {
        schema: (0,schema/* listOf */.c3)(ecsStructure("MountPoint", {
            "MountPoint.sourceVolume": { description: "Name of the volume.", source: true },
            "MountPoint.containerPath": { description: "Where the container sees it.", source: true },
            "MountPoint.readOnly": { description: "Whether the container may only read.", source: true },
        })),
        description: "Where the code server's container mounts volumes.",
        example: "mount_points: [{sourceVolume: data, containerPath: /data}]",
    },
    server_sidecar_containers: {
        schema: sidecars,
        description: "Containers that run beside the code server, as in the ECS API.",
        example: "server_sidecar_containers: [{name: agent, image: registry/agent:1}]",
        rules: [rules/* checkSidecars */.b8],
    },
    run_sidecar_containers: {
        schema: sidecars,
        description: "Containers that run beside each run, as in the ECS API.",
        example: "run_sidecar_containers: [{name: agent, image: registry/agent:1}]",
        rules: [rules/* checkSidecars */.b8],
    },
    server_ecs_tags: {
        schema: tags,
        description: "Tags of the code server's ECS service and tasks.",
        example: "server_ecs_tags: [{key: team, value: data}]",
        rules: [rules/* checkServerTags */.ds],
    },
    run_ecs_tags: {
        schema: tags,
        description: "Tags of the ECS tasks of runs.",
        example: "run_ecs_tags: [{key: team, value: data}]",
        rules: [rules/* checkRunTags */.pY],
    },
    repository_credentials: {
        schema: schema/* textSource */.rC,
        description: "ARN of the secret with the user and password of a private registry other than ECR.",
        example: "repository_credentials: arn:aws:secretsmanager:us-east-1:123456789012:secret:registry-AbCdEf",
    },
    server_health_check: {
        schema: healthCheck,
        description: "Health check of the code server's container, as in the ECS API.",
        example: 'server_health_check: {command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"]}',
        rules: [rules/* checkHealthCheck */.zq],
    },
};


/***/ }),

/***/ 6675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readVariables),
/* harmony export */   T: () => (/* binding */ variableNameOf)
/* harmony export */ });
/* harmony import */ var _model_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2103);
/* harmony import */ var _agent_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6678);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93);
/* harmony import */ var _variable_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2883);
/* harmony import */ var _variable_sources_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7512);





/** The name of an entry: the text before the first `=`. */
function variableNameOf(entry) {
    const separator = entry.indexOf("=");
    return separator === -1 ? entry : entry.slice(0, separator);
}
/**
 * Reads a checked `env_vars` list by Dagster's rules: `KEY=VALUE`, or `KEY` to take the value from the agent's task
 * where that is known, as the agent does, else from the step's environment. Duplicates are kept in order and told; the last one counts.
 */
function readVariables(node, scope) {
    if (node?.kind !== "list")
        return [];
    const variables = [];
    const lines = new Map();
    for (const [index, item] of node.items.entries()) {
        if (item.kind !== "scalar" || item.type !== "text" || item.unresolved)
            continue;
        const variable = readVariable(item, index, scope);
        if (!variable)
            continue;
        const earlier = lines.get(variable.name);
        if (earlier !== undefined) {
            const finding = {
                code: "duplicate-variable",
                severity: "warning",
                message: `${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(variable.name)} is already on line ${earlier} of this list; the last one is used.`,
                hint: "Remove one of the two.",
            };
            scope.report(item, finding, index);
        }
        lines.set(variable.name, item.at.line);
        variables.push({ ...variable, at: item.at });
    }
    return variables;
}
function readVariable(item, index, scope) {
    const name = variableNameOf(item.value);
    const { fromVariable } = item;
    if (name === "") {
        scope.report(item, {
            code: "variable-without-name",
            severity: "warning",
            message: "An entry of env_vars has no name before the equals sign.",
            hint: "Write NAME=VALUE.",
        }, index);
    }
    if (/\s/.test(name) && fromVariable === undefined && name.length < item.value.length) {
        scope.report(item, nameWithSpaces(name), index);
    }
    if (name.length < item.value.length) {
        const text = item.value.slice(name.length + 1);
        return { kind: "value", name, value: assignedValue(text, fromVariable, scope) };
    }
    const found = scope.agent && (0,_agent_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .findAgentVariable */ .P)(name, scope.agent);
    if (found)
        return { ...found, name };
    const text = scope.stepEnvironment.get(name);
    if (text !== undefined)
        return { kind: "value", name, value: fromStep(text) };
    if (fromVariable !== undefined) {
        // The whole value of the variable would be the name of another one: it must not be shown, nor guessed at.
        const finding = {
            code: "variable-not-an-assignment",
            severity: scope.unresolved,
            message: `${fromVariable} is used as an entry of env_vars, but its value is not of the form KEY=VALUE.`,
            hint: `Set ${fromVariable} to KEY=VALUE in ${(0,_variable_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .placeToSet */ .v2)(scope)}, or write "- ${fromVariable}" to pass the variable itself on.`,
        };
        scope.report(item, finding, index);
        return undefined;
    }
    if (/[\s:$]/.test(name)) {
        scope.report(item, neitherNameNorAssignment(name), index);
        return undefined;
    }
    scope.report(item, (0,_variable_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .variableNotSet */ .E)(name, "entry", scope), index);
    const value = { origin: "step", hidden: new _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HiddenText */ .Aw(""), from: "the step's environment (not set)" };
    return { kind: "value", name, value };
}
/** Dagster takes the name as it is written (docs/agent.md, Environment). */
function nameWithSpaces(name) {
    const [, exported] = /^\s*export\s+(\S+)\s*$/.exec(name) ?? [];
    const meant = exported ?? (/^\s*\S+\s*$/.test(name) ? name.trim() : undefined);
    const why = exported === undefined ? "" : ": export is a word of the shell";
    return {
        code: "variable-name-spaces",
        severity: "warning",
        message: `The name of the variable, ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}, has white space in it, so that no program finds it.`,
        hint: meant === undefined ? "Write KEY=VALUE, without spaces in KEY." : `Write ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(meant)}=VALUE${why}.`,
    };
}
/** `KEY: VALUE`, or something else that no variable is called. */
function neitherNameNorAssignment(entry) {
    const [, key] = /^(\w+):(?:\s|$)/.exec(entry) ?? [];
    const [, variable] = /^\$\{?(\w+)\}?$/.exec(entry) ?? [];
    return {
        code: "variable-not-an-assignment",
        message: `An entry of env_vars is the text ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry)}, which is neither KEY=VALUE nor the name of a variable.`,
        hint: variable === undefined
            ? `Write - ${key === undefined ? "KEY" : (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(key)}=VALUE.`
            : `Write - ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(variable)}: without a value, it is taken from the environment.`,
    };
}
/** The value of an assignment: of the file itself, or of a variable that it names. */
function assignedValue(text, variable, scope) {
    const isOfAgent = scope.variablesOf === "agent";
    if (variable === undefined && !isOfAgent)
        return { origin: "literal", text };
    const from = variable === undefined
        ? `the configuration of the agent service ${scope.agent?.service ?? ""}`
        : `${variable} of ${(0,_variable_sources_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentName */ .VE)(scope)}`;
    return { origin: isOfAgent ? "agent" : "step", hidden: new _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HiddenText */ .Aw(text), from };
}
function fromStep(text) {
    return { origin: "step", hidden: new _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HiddenText */ .Aw(text), from: "the step's environment" };
}


/***/ }),

/***/ 8765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   NK: () => (/* binding */ toJsonObject),
/* harmony export */   X7: () => (/* binding */ unresolvedText),
/* harmony export */   _W: () => (/* binding */ getValue),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   kZ: () => (/* binding */ isNull)
/* harmony export */ });
/** The value under a key of a mapping; undefined for anything that is not a mapping. */
function getValue(node, key) {
    return entryOf(node, key)?.value;
}
/** The entry of a key of a mapping; undefined for anything that is not a mapping. */
function entryOf(node, key) {
    return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}
/** The text of a text scalar. */
function textOf(node) {
    return node?.kind === "scalar" && node.type === "text" ? node.value : undefined;
}
function isNull(node) {
    return node?.kind === "scalar" && node.type === "null";
}
/**
 * The value without its places. `written` gives `{env: NAME}` back as the file has it; `resolved` gives the
 * variable's value.
 */
function toJson(node, view) {
    switch (node.kind) {
        case "scalar":
            if (node.fromVariable === undefined)
                return node.value;
            if (view === "written")
                return { env: node.fromVariable };
            return node.unresolved ? unresolvedText(node.fromVariable) : node.value;
        case "list":
            return node.items.map((item) => toJson(item, view));
        case "map":
            return toJsonObject(node, view);
    }
}
/** Stands for a variable that is not set, where that is only a warning: then nothing is deployed. */
function unresolvedText(variable) {
    return `\${${variable}}`;
}
function toJsonObject(node, view) {
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value, view)]));
}


/***/ }),

/***/ 7538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hd: () => (/* binding */ locationSchema),
/* harmony export */   ms: () => (/* binding */ defaultsSchema),
/* harmony export */   we: () => (/* binding */ fileFields),
/* harmony export */   zl: () => (/* binding */ locationByNameFields)
/* harmony export */ });
/* harmony import */ var _ecs_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2283);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2012);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7096);



const NO_EFFECT_IN_ECS = {
    severity: "warning",
    message: "The agent accepts this key, but it has no effect on code servers.",
    hint: "Remove it.",
};
/** Keys that only a deployment has. */
const LAUNCHER_KEYS = [
    "cluster",
    "subnets",
    "security_group_ids",
    "service_discovery_namespace_id",
    "log_group",
    "launch_type",
    "assign_public_ip",
    "enable_ecs_exec",
    "server_process_startup_timeout",
    "ecs_timeout",
    "ecs_grace_period",
];
const LAUNCHER_HINT = "It is the deployment's: write it in user_code_launcher.config of the agent's dagster.yaml.";
const ecs = {
    schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)({
        ..._ecs_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .sharedEcsFields */ .yC,
        secrets: {
            schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .me)((0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(_ecs_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)),
            description: "Secrets as environment variables, as in the ECS API.",
            example: "secrets: [{name: API_TOKEN, valueFrom: arn:aws:secretsmanager:...}]",
        },
        secrets_tags: {
            schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .me)((0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .rC)),
            description: "Every Secrets Manager secret with one of these tag keys becomes an environment variable.",
            example: "secrets_tags: [dagster]",
        },
        task_definition_arn: {
            schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .rC,
            description: "Has no effect.",
            notice: { ...NO_EFFECT_IN_ECS, code: "no-effect" },
        },
        container_name: {
            schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .textSource */ .rC,
            description: "Has no effect.",
            notice: { ...NO_EFFECT_IN_ECS, code: "no-effect" },
        },
    }, {
        cpu: 'Move it into server_resources: {cpu: "256"}.',
        memory: 'Move it into server_resources: {memory: "512"}.',
        replica_count: "Move it into server_resources: {replica_count: 2}.",
        ephemeral_storage: "Move it into server_resources: {ephemeral_storage: 50}.",
        secrets_tag: "Write secrets_tags: [name]; secrets_tag is the deployment's key.",
        tags: "Write server_ecs_tags, run_ecs_tags or both.",
        resources: "Write server_resources, run_resources or both.",
        sidecar_containers: "Write server_sidecar_containers, run_sidecar_containers or both.",
        environment: 'Write env_vars: ["KEY=VALUE"].',
        env: 'Write env_vars: ["KEY=VALUE"].',
        ...Object.fromEntries(LAUNCHER_KEYS.map((key) => [key, LAUNCHER_HINT])),
    }),
    description: "Settings for Amazon ECS.",
    ignoresNull: "keeps",
};
const ECS_HINTS = Object.fromEntries([...Object.keys(_ecs_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .sharedEcsFields */ .yC), "ecs", "secrets", "secrets_tags"].map((key) => [
    key,
    key === "ecs" ? "Move it under container_context." : "Move it under container_context.ecs.",
]));
const containerContext = {
    schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)({
        ecs,
        k8s: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz, description: "Settings for Kubernetes; not used here." },
        docker: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz, description: "Settings for Docker; not used here." },
        aca: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz, description: "Settings for Azure Container Apps; not used here." },
        env_vars: {
            ..._ecs_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .variables */ .Ee,
            description: "Environment variables of all platforms; they win over ecs.env_vars.",
            notice: {
                code: "shared-variables",
                severity: "warning",
                message: "container_context.env_vars is documented, and the agent takes it, but Dagster+'s schema of locations lacks it and may refuse it.",
                hint: "Move the entries to container_context.ecs.env_vars.",
            },
        },
    }, ECS_HINTS),
    description: "Settings of the platform the location runs on.",
    example: "container_context: {ecs: {...}}",
    ignoresNull: true,
};
const codeSourceFields = {
    package_name: { schema: { kind: "text", nonEmpty: true }, description: "Python package with the definitions." },
    module_name: { schema: { kind: "text", nonEmpty: true }, description: "Python module with the definitions." },
    python_file: { schema: { kind: "text", nonEmpty: true }, description: "Python file with the definitions." },
    autoload_defs_module_name: {
        schema: { kind: "text", nonEmpty: true },
        description: "Python module whose submodules are searched for definitions.",
    },
};
const codeSource = {
    schema: {
        kind: "selector",
        fields: codeSourceFields,
        misplaced: {
            ...Object.fromEntries(["working_directory", "executable_path", "attribute", "image", "build", "git", "container_context"].map((key) => [key, "Move it one level up, beside code_source."])),
            env_vars: "Move it under container_context.ecs.",
            python_module: "Write module_name.",
            python_package: "Write package_name.",
        },
    },
    description: "Where Dagster finds the definitions: exactly one kind.",
    example: "code_source: {package_name: my_package}",
    required: true,
};
/** What a location and the `defaults` block may both have. */
const defaultableFields = {
    build: {
        schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)({
            directory: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Directory the image is built from.", ignoresNull: true },
            registry: {
                schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq,
                description: "Repository of the image, without a tag.",
                example: "registry: 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image",
                ignoresNull: true,
            },
        }),
        description: "Where the image is built and pushed.",
        example: "build: {registry: 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-image}",
        ignoresNull: true,
    },
    image: {
        schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .me)(_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq),
        description: "Image of the code server.",
        example: "image: registry.example.com/my-image:1.0",
        rules: [_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .checkImage */ .cd],
    },
    working_directory: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Directory the code is loaded from.", ignoresNull: true },
    executable_path: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Python interpreter in the image.", ignoresNull: true },
    agent_queue: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Queue of the agent that serves the location.", ignoresNull: true },
    container_context: containerContext,
};
const CODE_SOURCE_HINTS = Object.fromEntries(Object.keys(codeSourceFields).map((kind) => [kind, `Move it under code_source: {${kind}: ...}.`]));
/** One entry of `locations` (reference: Per-location configuration). */
const locationSchema = (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)({
    location_name: {
        schema: { kind: "text", nonEmpty: true },
        description: "Name of the code location.",
        required: true,
        example: "location_name: my-location",
    },
    code_source: codeSource,
    ...defaultableFields,
    attribute: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Attribute that holds the definitions.", ignoresNull: true },
    git: {
        schema: (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)({
            commit_hash: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Commit the code is from.", ignoresNull: true },
            url: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, description: "Where the code can be seen.", ignoresNull: true },
        }),
        description: "Where the code is from.",
        ignoresNull: true,
        notice: {
            code: "git-in-file",
            severity: "warning",
            message: "git is accepted here, but the dagster-cloud command line refuses it in the file.",
            hint: "Remove it.",
        },
    },
    pex_metadata: {
        schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz,
        description: "Not supported.",
        notice: {
            code: "pex-not-supported",
            message: "pex_metadata is given, but PEX deploys need a Dagster+ agent.",
            hint: "Remove it and deploy the location from an image.",
        },
    },
    defs_state_info: {
        schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz,
        description: "Ignored.",
        notice: {
            code: "defs-state-ignored",
            severity: "warning",
            message: "defs_state_info is for Dagster+ and is ignored.",
            hint: "Remove it.",
        },
    },
}, { ...ECS_HINTS, ...CODE_SOURCE_HINTS, name: "Write location_name.", registry: "Move it under build." });
/**
 * A location in the older form of `locations`, a mapping of names (dagster-cloud, LEGACY_CONFIG_SCHEMA_FIELDS): the name
 * is the key above it, and what is in `code_source` stands beside the other keys.
 */
const locationByNameFields = {
    sources: codeSourceFields,
    others: omit(locationSchema.fields, "location_name", "code_source"),
};
function omit(fields, ...keys) {
    return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}
const PER_LOCATION = "Give it in each location; defaults cannot have it.";
/** The `defaults` block (dagster-cloud's file model: no code_source, attribute or git). */
const defaultsSchema = (0,_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .shape */ .cW)(defaultableFields, {
    ...ECS_HINTS,
    code_source: PER_LOCATION,
    attribute: PER_LOCATION,
    git: PER_LOCATION,
    location_name: PER_LOCATION,
});
/** The top of `dagster_cloud.yaml`; what is inside is checked after the merge. */
const fileFields = {
    locations: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz, description: "The code locations.", required: true },
    defaults: { schema: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .any */ .bz, description: "Values for all locations of the file." },
};


/***/ }),

/***/ 4019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PZ: () => (/* binding */ explainNull),
/* harmony export */   QH: () => (/* binding */ explainMismatch),
/* harmony export */   fe: () => (/* binding */ explainUnknownValue),
/* harmony export */   vQ: () => (/* binding */ MISMATCH_OF),
/* harmony export */   wK: () => (/* binding */ isPlaceholder)
/* harmony export */ });
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(93);
/* harmony import */ var _suggestion_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9403);


/** How each type is called, and the code of a problem with it. */
const MISMATCH_OF = {
    text: { code: "not-text", wanted: "text" },
    integer: { code: "not-integer", wanted: "a whole number" },
    boolean: { code: "not-boolean", wanted: "true or false" },
    choice: { code: "not-a-choice", wanted: "one of the allowed values" },
    list: { code: "not-a-list", wanted: "a list" },
    map: { code: "not-a-mapping", wanted: "a mapping" },
    shape: { code: "not-a-mapping", wanted: "a mapping" },
    selector: { code: "not-a-mapping", wanted: "a mapping" },
    "text-or-shape": { code: "not-text", wanted: "text or a mapping" },
};
/** A key without a value where one is wanted. */
function explainNull(path, schema, field) {
    const example = field?.example ? `, for example ${field.example}` : "";
    return {
        code: "no-value",
        message: `${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} has no value, but must be ${wantedOf(schema)}.`,
        hint: field?.required
            ? `Write a value${example}.`
            : `Write a value${example}, or remove ${typeof path.parts.at(-1) === "number" ? "the entry" : "the key"}.`,
    };
}
/** A value of another type than the schema's. */
function explainMismatch(path, schema, node, field) {
    const name = (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path);
    const isSecret = schema.kind === "text" && schema.secret === true;
    const found = isSecret ? "of another type" : (0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(node);
    return {
        code: MISMATCH_OF[schema.kind].code,
        message: `${name} is ${found}, but must be ${wantedOf(schema, node)}.`,
        hint: hintFor(name, schema, node, field, isSecret),
    };
}
/** A text that AWS has no name for, where it names all it takes. */
function explainUnknownValue(path, known, node) {
    const suggestion = node.fromVariable === undefined ? (0,_suggestion_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(String(node.value), known) : undefined;
    return {
        code: "unknown-value",
        severity: "warning",
        message: `${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path)} is ${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .describeValue */ .bp)(node)}, which is none of the values the ECS API names; ECS may refuse it.`,
        hint: suggestion ? `Did you mean ${suggestion}?` : `Known values: ${known.join(", ")}.`,
    };
}
/** What the documentation writes where a user's own value belongs: `<Cluster Name>`. */
function isPlaceholder(node) {
    return node.kind === "scalar" && node.type === "text" && /^<[^<>]+>$/.test(node.value) && !node.fromVariable;
}
function wantedOf(schema, node) {
    if (schema.kind === "choice")
        return schema.values.join(" or ");
    const isTooSmall = node?.kind === "scalar" && node.type === "integer";
    const atLeast = schema.kind === "integer" && isTooSmall ? ` of at least ${schema.minimum}` : "";
    return `${MISMATCH_OF[schema.kind].wanted}${atLeast}`;
}
function hintFor(name, schema, node, field, isSecret) {
    const key = name.replace(/\[\d+\]$/, "");
    const example = field?.example ? `Write for example ${field.example}.` : undefined;
    switch (schema.kind) {
        case "text":
            if (node.kind !== "scalar" || isSecret || (schema.tolerates === "integer" && node.type === "float")) {
                return example ?? `Write ${key} as text.`;
            }
            if (node.secret)
                return `Put quotes around it.`;
            return `Put quotes around it: ${key === name ? `${key}: ` : "- "}${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(node.written)}.`;
        case "integer":
            if (node.kind === "scalar" && /^\d+(?:\.0*)?$/.test(node.written)) {
                return `Write it without quotes and decimals: ${key}: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(node.written.replace(/\..*/, ""))}.`;
            }
            return `Write a whole number: ${key}: ${node.kind === "scalar" ? (numberIn(node.written) ?? 1) : 1}.`;
        case "boolean":
            return `Write true or false, without quotes: ${key}: true.`;
        case "choice":
            return `Write ${schema.values.map((value) => `${key}: ${value}`).join(" or ")}.`;
        case "list":
            return example ?? `Write a list: each entry on a line of its own that starts with "- ".`;
        default:
            return example ?? `Write ${key} as a mapping: its keys on lines of their own, indented below it.`;
    }
}
/** Seconds in the units of time that people write; other units are those that are wanted, `50 GB` for example. */
const SECONDS = { m: 60, min: 60, minutes: 60, h: 3600, hours: 3600 };
function numberIn(text) {
    const [, amount, unit = ""] = /^(\d{1,9})\s*([a-z]{1,8})$/i.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * (SECONDS[unit.toLowerCase()] ?? 1);
}


/***/ }),

/***/ 93:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ showWritten),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   bp: () => (/* binding */ describeValue),
/* harmony export */   cl: () => (/* binding */ quoteValue),
/* harmony export */   cm: () => (/* binding */ childPath),
/* harmony export */   dO: () => (/* binding */ makeReport),
/* harmony export */   g: () => (/* binding */ inReadingOrder),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/* harmony import */ var _model_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2103);
/* harmony import */ var _model_secret_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2142);
/* harmony import */ var _model_shown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7435);



function makeReport() {
    const problems = [];
    const seen = new Set();
    const environmentTexts = new Set();
    const sources = new Map();
    let errorCount = 0;
    return {
        problems,
        environmentTexts,
        sources,
        noteSource(file, source) {
            sources.set(file, source);
        },
        noteEnvironmentText(text) {
            if (text !== "")
                environmentTexts.add(text);
        },
        get errorCount() {
            return errorCount;
        },
        add(at, path, { code, message, hint, severity = "error" }) {
            // A variable that `defaults` names is missing in every location: once is enough.
            const detail = code === "variable-not-set" ? "" : message;
            const key = JSON.stringify([at.file, at.line, at.column, code, detail]);
            if (severity === "error")
                errorCount += 1;
            if (seen.has(key))
                return;
            seen.add(key);
            const { file, line, column } = at;
            problems.push({
                code,
                severity,
                message: (0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hideMarkedSecrets */ .QE)(message),
                hint: (0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hideMarkedSecrets */ .QE)(hint),
                path: formatPath(path),
                file,
                line,
                column,
            });
        },
    };
}
/** In reading order: the files as they were given, then line and column. */
function inReadingOrder(problems, files) {
    return problems.toSorted((left, right) => files.indexOf(left.file) - files.indexOf(right.file) || left.line - right.line || left.column - right.column);
}
function childPath(path, part) {
    return new ChildPath(path, part);
}
/** There is one for every value, but only the few of problems are ever spelled out. */
class ChildPath {
    root;
    #parent;
    #part;
    constructor(parent, part) {
        this.root = parent.root;
        this.#parent = parent;
        this.#part = part;
    }
    get parts() {
        return [...this.#parent.parts, this.#part];
    }
}
/** `locations[2] "etl" › container_context.ecs.env_vars[0]`. */
function formatPath({ root, parts }) {
    const inner = formatParts(parts);
    if (root === "")
        return inner === "" ? "(file)" : inner;
    return inner === "" ? root : `${root} › ${inner}`;
}
/** The last key of a path with the list index behind it: `env_vars[0]`. */
function nameOf(path) {
    const lastKey = path.parts.findLastIndex((part) => typeof part === "string");
    if (lastKey === -1)
        return path.parts.length === 0 ? path.root || "the file" : `${path.root}${formatParts(path.parts)}`;
    return formatParts(path.parts.slice(lastKey));
}
function formatParts(parts) {
    return parts
        .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${shorten(part)}`))
        .join("");
}
/** A value as a message names it: `the number 256`, `the text "abc"`, `a list`. */
function describeValue(node) {
    if (node.kind === "list")
        return node.items.length === 0 ? "an empty list" : "a list";
    if (node.kind === "map")
        return node.entries.length === 0 ? "an empty mapping" : "a mapping";
    if (node.fromVariable !== undefined)
        return `the value of the variable ${shorten(node.fromVariable)}`;
    switch (node.type) {
        case "text":
            return node.value === "" ? "an empty text" : `the text ${quoteValue(node)}`;
        case "integer":
        case "float":
            return `the number ${showWritten(node)}`;
        case "boolean":
            return `the boolean ${showWritten(node)}`;
        case "date":
            return `the date ${showWritten(node)}`;
        case "null":
            return "empty";
    }
}
/** What the file has for a scalar, unless that is a secret. */
function showWritten(node) {
    return node.secret ? _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne : shorten(node.written);
}
/** The value of a scalar between quotes, unless that is a secret. */
function quoteValue(node) {
    return node.secret ? _model_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne : quote(String(node.value));
}
/** A text of the user's between quotes, without what looks like a secret in it, and not longer than people read. */
function quote(text) {
    return (0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteText */ .ol)((0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hideSecrets */ .s0)(text));
}
/** `quote` without quotes. */
function shorten(text) {
    return (0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .clipText */ .gL)((0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hideSecrets */ .s0)(text));
}


/***/ }),

/***/ 2012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pc: () => (/* binding */ checkMixedSecrets),
/* harmony export */   Sq: () => (/* binding */ checkReplicaCount),
/* harmony export */   b8: () => (/* binding */ checkSidecars),
/* harmony export */   cd: () => (/* binding */ checkImage),
/* harmony export */   ds: () => (/* binding */ checkServerTags),
/* harmony export */   kL: () => (/* binding */ checkVariables),
/* harmony export */   pY: () => (/* binding */ checkRunTags),
/* harmony export */   zq: () => (/* binding */ checkHealthCheck)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8105);
/* harmony import */ var _environment_entries_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6675);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8765);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(93);




/** Every entry has a name and a value; a name that is given twice is told. */
const checkVariables = (node, scope) => {
    (0,_environment_entries_js__WEBPACK_IMPORTED_MODULE_0__/* .readVariables */ .C)(node, scope);
};
/** White space around an image reference is refused by the agent (docs/agent.md, Schemas). */
const checkImage = (node, { report }) => {
    const image = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(node);
    if (image === undefined)
        return;
    if (image.trim() === "") {
        const message = `image is ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(image)}.`;
        report(node, { code: "image-empty", message, hint: "Write an image reference, or remove the key." });
    }
    else if (image !== image.trim()) {
        const message = `image is ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(image)}, with white space around the reference.`;
        report(node, { code: "image-with-spaces", message, hint: `Write image: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(image.trim())}.` });
    }
};
/** ECS knows no health check without a command; an empty one is none (docs/agent.md, Merge of the two levels). */
const checkHealthCheck = (node, { report }) => {
    if (node.kind !== "map" || node.entries.length === 0 || (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .getValue */ ._W)(node, "command"))
        return;
    report(node, {
        code: "health-check-without-command",
        message: "server_health_check has no command.",
        hint: 'Add it, for example command: ["CMD-SHELL", "dagster api grpc-health-check -p 4000"].',
    });
};
/** ECS refuses two containers of one name, and both the code server's and a run's have a name already. */
const checkSidecars = (node, { report }) => {
    if (node.kind !== "list")
        return;
    const lines = new Map();
    for (const [index, sidecar] of node.items.entries()) {
        const nameNode = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .getValue */ ._W)(sidecar, "name");
        const name = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(nameNode);
        if (!nameNode || name === undefined)
            continue;
        const earlier = lines.get(name);
        if (name === _model_code_server_js__WEBPACK_IMPORTED_MODULE_3__/* .CODE_SERVER_CONTAINER */ .ke) {
            const message = `A sidecar is called ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}, which is the name of the container it runs beside.`;
            report(nameNode, { code: "reserved-container-name", message, hint: "Choose another name." }, index, "name");
        }
        else if (earlier !== undefined) {
            const message = `A sidecar is called ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}, which is already the name of the one on line ${earlier}.`;
            report(nameNode, { code: "duplicate-sidecar", message, hint: "Give each its own name." }, index, "name");
        }
        lines.set(name, nameNode.at.line);
    }
};
const checkReplicaCount = (node, { report }) => {
    if (node.kind !== "scalar" || node.type !== "integer" || node.value !== 0)
        return;
    report(node, {
        code: "replica-count-zero",
        severity: "warning",
        message: "replica_count is 0, which Dagster takes as 1.",
        hint: "Write replica_count: 1, or remove the key.",
    });
};
/** The agent fails on every deploy when a list of secrets mixes both forms (docs/agent.md, Secrets). */
const checkMixedSecrets = (node, { report }) => {
    if (node.kind !== "list")
        return;
    const kinds = new Set(node.items.map(({ kind }) => kind));
    if (kinds.size < 2)
        return;
    report(node, {
        code: "secrets-of-two-forms",
        severity: "warning",
        message: "secrets has both ARNs and name/valueFrom entries; a Dagster+ agent fails on that.",
        hint: "Write all entries with name and valueFrom.",
    });
};
/** Starts of tag keys that others act upon, and why a user's tag must not have them. */
const RESERVED_PREFIXES = {
    "dagster/": "a Dagster+ agent takes services with such tags for its own and deletes them",
    "dagster-ecs-deploy/": "this action keeps its own records under such keys",
    "aws:": "AWS allows no such keys",
};
const checkServerTags = (node, scope) => checkTags(node, scope, RESERVED_PREFIXES);
/** No agent deletes the tasks of runs, but Dagster tags them itself. */
const checkRunTags = (node, scope) => checkTags(node, scope, { ...RESERVED_PREFIXES, "dagster/": "Dagster sets such tags on runs itself" });
function checkTags(node, { report }, reserved) {
    if (node.kind !== "list")
        return;
    const lines = new Map();
    for (const [index, tag] of node.items.entries()) {
        if (tag.kind !== "map")
            continue;
        const keyNode = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .getValue */ ._W)(tag, "key") ?? tag;
        const key = (0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(keyNode);
        if (key === undefined || (keyNode.kind === "scalar" && keyNode.unresolved))
            continue;
        const prefix = Object.keys(reserved).find((start) => key.toLowerCase().startsWith(start));
        const shown = keyNode.kind === "scalar" && keyNode.fromVariable ? "The tag" : `The tag ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key)}`;
        if (key === "") {
            const message = "A tag has an empty key.";
            report(keyNode, { code: "tag-without-key", message, hint: "Write a key, or remove the tag." }, index, "key");
        }
        else if (prefix !== undefined) {
            const message = `${shown} starts with ${prefix}, and ${reserved[prefix]}.`;
            report(keyNode, { code: "reserved-tag", message, hint: "Choose another key." }, index, "key");
        }
        const earlier = lines.get(key);
        if (earlier !== undefined) {
            const message = `${shown} is already on line ${earlier}; the last one is used.`;
            report(keyNode, { code: "duplicate-tag", severity: "warning", message, hint: "Remove one of the two." }, index);
        }
        lines.set(key, keyNode.at.line);
        reportMissingValue(tag, shown, index, report);
    }
}
function reportMissingValue(tag, shown, index, report) {
    if ((0,_located_js__WEBPACK_IMPORTED_MODULE_2__/* .getValue */ ._W)(tag, "value"))
        return;
    report(tag, {
        code: "tag-without-value",
        severity: "warning",
        message: `${shown} has no value; ECS stores an empty one, and a Dagster+ agent's deploy fails.`,
        hint: 'Add a value, for example value: "".',
    }, index);
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   I2: () => (/* binding */ permissive),
/* harmony export */   Ik: () => (/* binding */ booleanSource),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   bz: () => (/* binding */ any),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cW: () => (/* binding */ shape),
/* harmony export */   me: () => (/* binding */ nullable),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   qS: () => (/* binding */ integerSource),
/* harmony export */   rC: () => (/* binding */ textSource),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
const text = { kind: "text" };
const textSource = { kind: "text", source: true };
const integer = { kind: "integer" };
const integerSource = { kind: "integer", source: true, minimum: 0 };
const boolean = { kind: "boolean" };
const booleanSource = { kind: "boolean", source: true };
const any = { kind: "any" };
function listOf(items) {
    return { kind: "list", items };
}
/** A mapping from names of the user's own. */
function mapOf(values) {
    return { kind: "map", values };
}
function nullable(inner) {
    return { kind: "nullable", inner };
}
/** A mapping with these keys and no others. */
function shape(fields, misplaced) {
    return { kind: "shape", fields, unknown: "refuse", ...(misplaced && { misplaced }) };
}
/** A mapping where other keys are none of our business. */
function permissive(fields) {
    return { kind: "shape", fields, unknown: "keep" };
}


/***/ }),

/***/ 9403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ suggestName)
/* harmony export */ });
/** Nobody chooses from more, and comparing takes its time. */
const MOST_NAMES = 200;
/** The known name that was most likely meant, or undefined when none is close. */
function suggestName(written, known) {
    const wanted = fold(written);
    let best;
    for (const name of known.slice(0, MOST_NAMES)) {
        const folded = fold(name);
        const limit = Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3));
        if (Math.abs(wanted.length - folded.length) > limit)
            continue;
        const distance = editDistance(wanted, folded);
        if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
            best = { name, distance };
    }
    return best?.name;
}
// `containerContext`, `value_from` and `Key` are the right name in another spelling.
function fold(name) {
    return name
        .toLowerCase()
        .replaceAll(/[_\- ]/g, "")
        .slice(0, 64);
}
/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editDistance(left, right) {
    let beforeLast = [];
    let last = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const replaced = cell(last, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1);
            let cost = Math.min(replaced, cell(last, column) + 1, cell(current, column - 1) + 1);
            if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
                cost = Math.min(cost, cell(beforeLast, column - 2) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return cell(last, right.length);
}
function cell(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ variableNotSet),
/* harmony export */   F: () => (/* binding */ resolveVariable)
/* harmony export */ });
/* harmony import */ var _model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2142);
/* harmony import */ var _located_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8765);
/* harmony import */ var _mismatch_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4019);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(93);
/* harmony import */ var _variable_sources_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7512);





/** The value behind `{env: NAME}`; undefined, with a problem, when there is none of the wanted type. */
function resolveVariable(schema, node, path, scope) {
    const name = readReference(schema, node, path, scope);
    if (name === undefined)
        return undefined;
    const base = { kind: "scalar", written: "", at: node.at, fromVariable: name };
    const text = (0,_variable_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .lookUpVariable */ .LW)(name, scope);
    if (text === undefined || scope.isPartial) {
        if (!scope.isPartial)
            scope.report.add(node.at, path, variableNotSet(name, "reference", scope));
        return { ...base, type: "text", value: "", unresolved: true };
    }
    if (schema.kind === "text") {
        scope.report.noteEnvironmentText(text);
        return { ...base, type: "text", value: text };
    }
    // Dagster makes a boolean of any text that is not empty: "false" is true (docs/agent.md, Schemas).
    if (schema.kind === "boolean")
        return { ...base, type: "boolean", value: text !== "" };
    if (/^\s*[-+]?\d+\s*$/.test(text))
        return { ...base, type: "integer", value: Number(text) };
    scope.report.add(node.at, path, {
        code: "variable-not-integer",
        message: `${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(path)} takes its value from the variable ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name)}, which is not a whole number.`,
        hint: `Set ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name)} to a whole number in ${(0,_variable_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .placeToSet */ .v2)(scope)}.`,
    });
    return undefined;
}
/** The name in `{env: NAME}`. */
function readReference(schema, node, path, scope) {
    const { code, wanted } = _mismatch_js__WEBPACK_IMPORTED_MODULE_1__/* .MISMATCH_OF */ .vQ[schema.kind];
    const variable = (0,_located_js__WEBPACK_IMPORTED_MODULE_4__/* .getValue */ ._W)(node, "env");
    const other = node.entries.find(({ key }) => key !== "env");
    if (!variable || other) {
        const keys = node.entries.map(({ key }) => (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(key)).join(", ");
        const found = keys === "" ? "an empty mapping" : `a mapping with ${keys}`;
        const message = `${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(path)} is ${found}, but must be ${wanted} or {env: NAME}.`;
        scope.report.add(other?.keyAt ?? node.at, path, { code, message, hint: explainForm(node, path, scope) });
        return undefined;
    }
    const name = (0,_located_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(variable);
    if (name)
        return name;
    scope.report.add(variable.at, (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .childPath */ .cm)(path, "env"), {
        code: "not-text",
        message: `The variable name in {env: ...} of ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(path)} is not a text.`,
        hint: "Write the name of a variable, for example {env: MY_VARIABLE}.",
    });
    return undefined;
}
function explainForm(node, path, scope) {
    if (path.parts.includes("env_vars"))
        return explainAssignment(node);
    return `Write the value itself, or {env: NAME} to take it from ${(0,_variable_sources_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentName */ .VE)(scope)}.`;
}
/** How the variable that is meant is written; a secret is not repeated, and is no value to write there at all. */
function explainAssignment(node) {
    const [first, second] = node.entries;
    const name = (0,_located_js__WEBPACK_IMPORTED_MODULE_4__/* .getValue */ ._W)(node, "name");
    const isPair = name?.kind === "scalar" && second !== undefined;
    const key = isPair ? name.written : first?.key;
    const value = isPair ? (0,_located_js__WEBPACK_IMPORTED_MODULE_4__/* .getValue */ ._W)(node, "value") : first?.value;
    if (key === undefined || value?.kind !== "scalar" || (!isPair && (second || key === "name"))) {
        return "Write each entry as - KEY=VALUE.";
    }
    // A colon with a space behind it, in the value, made a mapping of the text.
    if (!isPair && key.includes("=")) {
        const isSecret = (0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mayNameSecret */ .lS)(key.split("=", 1)[0] ?? "") || value.secret;
        return `Put quotes around the whole entry${isSecret ? "" : `: - "${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(`${key}: ${value.written}`)}"`}.`;
    }
    if (!(0,_model_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mayNameSecret */ .lS)(key) && !value.secret)
        return `Write - ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(`${key}=${value.written}`)}.`;
    return `Write - ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(key)}=VALUE, or better put it into Secrets Manager and write secrets: [{name: ${(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(key)}, valueFrom: <ARN of the secret>}].`;
}
/**
 * A variable that the configuration takes from an environment is not there. `reference`: `{env: NAME}`; `entry`: a
 * name without a value in `env_vars`, which the agent's own task may have as well.
 */
function variableNotSet(name, use, scope) {
    const { agent, variablesOf, subject } = scope;
    const shown = (0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .ml)(name);
    const needs = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} needs the environment variable ${shown}, which`;
    const finding = { code: "variable-not-set", severity: scope.unresolved };
    const inStep = `in the workflow step: env: { ${shown}: ... }`;
    if (use === "entry" && agent) {
        const message = `${needs} neither the task of the agent service ${agent.service} nor the step sets.`;
        return { ...finding, message, hint: `Set it in \`environment\` of the agent's container, or ${inStep}.` };
    }
    if (variablesOf !== "agent") {
        return { ...finding, message: `${needs} the step does not set.`, hint: `Set it ${inStep}.` };
    }
    return {
        ...finding,
        message: agent?.secrets.has(name)
            ? `${needs} is a secret of the agent's task: values of secrets are not read.`
            : `${needs} the agent's task does not set.`,
        hint: "Set it in `environment` of the agent's container, or give the configuration with the input dagster-yaml.",
    };
}


/***/ }),

/***/ 7512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LW: () => (/* binding */ lookUpVariable),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   u0: () => (/* binding */ sourcesOf),
/* harmony export */   v2: () => (/* binding */ placeToSet)
/* harmony export */ });
/** The value behind `{env: NAME}`. */
function lookUpVariable(name, sources) {
    if (sources.variablesOf !== "agent")
        return sources.stepEnvironment.get(name);
    return sources.agent?.values.get(name)?.reveal();
}
/** Only the sources, out of an object that has more. */
function sourcesOf({ stepEnvironment, agent, variablesOf }) {
    return { stepEnvironment, agent, variablesOf };
}
/** Where a user sets a variable that `{env: NAME}` means, in the words of a hint. */
function placeToSet({ variablesOf }) {
    return variablesOf === "agent" ? "`environment` of the agent's container" : "the step's env";
}
/** Whose environment `{env: NAME}` means, in the words of a message. */
function environmentName({ variablesOf, agent }) {
    return variablesOf === "agent"
        ? `the environment of the agent service ${agent?.service ?? ""}`
        : "the step's environment";
}


/***/ }),

/***/ 1702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ makePlaceFinder),
/* harmony export */   MJ: () => (/* binding */ unifyLineEnds),
/* harmony export */   g7: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _model_source_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9737);

/** Larger than any real workspace; keeps a wrong file from costing minutes. */
const MAX_BYTES = 5_000_000;
// What PyYAML calls printable; it refuses a file with anything else.
const UNPRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/**
 * The text of a file, or why it has none and near which character. A byte order mark is dropped; one of UTF-16 decides
 * the encoding, as in PyYAML.
 */
function decodeText({ bytes }) {
    if (bytes.length > MAX_BYTES) {
        return refuse("", 0, "file-too-large", `The file has ${bytes.length} bytes; at most ${MAX_BYTES} are read.`, {
            hint: "Check that the input names the right file.",
        });
    }
    const encoding = encodingOf(bytes);
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        const offset = text.search(UNPRINTABLE);
        if (offset === -1)
            return { text, encoding };
        const code = (text.codePointAt(offset) ?? 0).toString(16).toUpperCase().padStart(4, "0");
        return refuse(text, offset, "unprintable-character", `The character U+${code} is not allowed in YAML.`, {
            hint: 'Remove it, or write it with an escape between double quotes, for example "\\u0000".',
        });
    }
    catch {
        const lossyText = new TextDecoder(encoding).decode(bytes);
        const offset = Math.max(0, lossyText.indexOf("\ufffd"));
        const message = encoding === "utf-8" ? "The file is not UTF-8 text." : "The file begins as UTF-16, but is none.";
        return refuse(lossyText, offset, "not-utf-8", message, { hint: "Save the file as UTF-8." });
    }
}
function encodingOf([first, second]) {
    if (first === 0xff && second === 0xfe)
        return "utf-16le";
    return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
function refuse(lossyText, offset, code, message, { hint }) {
    return { offset, lossyText, finding: { code, message, hint } };
}
/** What PyYAML calls line ends: more than other readers do. */
const YAML_LINE_ENDS = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/**
 * The text with every line end as a line feed, in the same number of characters. In a block scalar the two separators
 * of Unicode become line feeds, which PyYAML keeps as they are.
 */
function unifyLineEnds(text) {
    return text.replace(/\r(?!\n)|[\u0085\u2028\u2029]/g, "\n");
}
/** An offset at or behind the end of the text gives the end of the last line that has text. */
function makePlaceFinder(file, text, lineEnds = YAML_LINE_ENDS) {
    const starts = (0,_model_source_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findLineStarts */ .jb)(text, lineEnds);
    const end = Math.max(0, text.trimEnd().length - 1);
    let last = 0;
    return {
        lineStarts: starts,
        at(offset) {
            const inside = Math.max(0, offset > end ? end : offset);
            // Most places are asked for in the order of the text.
            let low = (starts[last] ?? 0) <= inside ? last : 0;
            let high = inside < (starts[low + 8] ?? 0) ? low + 7 : starts.length - 1;
            while (low < high) {
                const middle = Math.ceil((low + high) / 2);
                if ((starts[middle] ?? 0) <= inside)
                    low = middle;
                else
                    high = middle - 1;
            }
            last = low;
            return { file, line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
        },
    };
}


/***/ }),

/***/ 1196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
// EXTERNAL MODULE: ./build/model/secret-scan.js
var secret_scan = __nccwpck_require__(7696);
// EXTERNAL MODULE: ./build/model/source-text.js
var source_text = __nccwpck_require__(9737);
// EXTERNAL MODULE: ./build/config/report.js
var report = __nccwpck_require__(93);
;// CONCATENATED MODULE: ./build/config/yaml-scalar.js
// Dagster reads its files with PyYAML: YAML 1.1 with PyYAML's own patterns, which differ from other YAML 1.1
// readers (`y` is text, `1e5` is text, `08` is text). A value must mean here what it means there.
const NULL = /^(?:~|null|Null|NULL|)$/;
const TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const BINARY = /^([-+]?)0b([01_]+)$/;
const OCTAL = /^([-+]?)(0[0-7_]+)$/;
const HEXADECIMAL = /^([-+]?)0x([0-9a-fA-F_]+)$/;
const DECIMAL = /^[-+]?(?:0|[1-9][0-9_]*)$/;
const SEXAGESIMAL = /^([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+)(\.[0-9_]*)?$/;
const FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$/;
const DATE = /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
/** With what each of the patterns can begin; most scalars begin with something else. */
const FIRST = /^[-+.0-9~yYnNtTfFoO]/;
/** What PyYAML makes of a scalar without quotes. */
function resolvePlainScalar(source) {
    if (source !== "" && !FIRST.test(source))
        return { type: "text", value: source };
    if (NULL.test(source))
        return { type: "null", value: null };
    if (TRUE.test(source))
        return { type: "boolean", value: true };
    if (FALSE.test(source))
        return { type: "boolean", value: false };
    const integer = readInteger(source);
    if (integer !== undefined && Number.isFinite(integer))
        return { type: "integer", value: integer };
    // Infinity and not-a-number (`.inf`, `.nan`) have no JSON form; where a number is wanted they are refused like text.
    const float = FLOAT.test(source) ? Number(source.replaceAll("_", "")) : readSexagesimal(source);
    if (float !== undefined)
        return { type: "float", value: float };
    if (DATE.test(source))
        return { type: "date", value: source };
    return { type: "text", value: source };
}
function readInteger(source) {
    for (const [pattern, base] of [
        [BINARY, 2],
        [OCTAL, 8],
        [HEXADECIMAL, 16],
    ]) {
        const match = pattern.exec(source);
        if (match)
            return signed(match[1], Number.parseInt((match[2] ?? "").replaceAll("_", ""), base));
    }
    if (DECIMAL.test(source))
        return Number(source.replaceAll("_", ""));
    // A whole number does not begin with 0, a fraction may.
    return /[.]|^[-+]?0/.test(source) ? undefined : readSexagesimal(source);
}
/** `1:30` are 90: hours and minutes, degrees and minutes. */
function readSexagesimal(source) {
    const [match, sign, whole = "", fraction = ""] = SEXAGESIMAL.exec(source) ?? [];
    if (match === undefined || (fraction === "" && whole.startsWith("0")))
        return undefined;
    const parts = whole.replaceAll("_", "").split(":");
    const total = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
    return signed(sign, total + Number(`0${fraction.replaceAll("_", "")}`));
}
function signed(sign, value) {
    if (Number.isNaN(value))
        return undefined;
    return sign === "-" ? -value : value;
}

;// CONCATENATED MODULE: ./build/config/yaml-lexer.js

/** A lexer that, like PyYAML, takes no notice of indentation between quotes and between brackets. */
function makeLexer() {
    const lexer = new dist/* Lexer */.JG();
    const state = lexer;
    const parseQuotedScalar = state.parseQuotedScalar.bind(lexer);
    let indentNext = 0;
    let isQuoted = false;
    Object.defineProperty(state, "indentNext", {
        get: () => (isQuoted || state.flowLevel > 0 ? 0 : indentNext),
        set: (spaces) => {
            indentNext = spaces;
        },
    });
    state.parseQuotedScalar = function* () {
        isQuoted = true;
        try {
            return yield* parseQuotedScalar();
        }
        finally {
            isQuoted = false;
        }
    };
    return lexer;
}

;// CONCATENATED MODULE: ./build/config/yaml-syntax.js


/** What to try for each kind of syntax error; the parser's own messages name no remedy. */
const HINTS = {
    BAD_INDENT: "Give entries of the same list or mapping the same indentation, and close every bracket.",
    TAB_AS_INDENT: "Use spaces instead: YAML allows tabs only between quotes and in comments.",
    BLOCK_AS_IMPLICIT_KEY: 'Put quotes around a value that contains ": ", or indent the nested keys on lines of their own.',
    BLOCK_IN_FLOW: 'Between "{" and "}" separate entries with commas, and put quotes around a value that contains ": ".',
    BAD_SCALAR_START: "Put quotes around the value.",
    MISSING_CHAR: 'Check that every quote and bracket is closed and every key is followed by ": ".',
    MULTILINE_IMPLICIT_KEY: 'Check the lines above: a key must be on one line and be followed by ": ".',
    UNEXPECTED_TOKEN: "Check the indentation and the quotes of this line and the one above.",
    RESOURCE_EXHAUSTION: "Write plain lists and mappings, a few levels deep.",
};
/** Braces that YAML reads as its own, and statements of Jinja. */
const TEMPLATE = /\{%|\{\{|\$\{|<%/;
/** What to do with a file that is a template still. */
const TEMPLATE_HINT = "This looks like a line of a template: have it filled in before the file is read, and put what stays in braces between quotes.";
/** A YAML syntax error in the words of a problem. `line` is the text of the line it is on. */
function explainYamlError(error, line) {
    const placeholder = /<[A-Za-z][^<>]*>/.exec(line)?.[0];
    const message = error.code === "RESOURCE_EXHAUSTION"
        ? "values are nested too deeply"
        : // Some of the parser's messages end in a piece of the file, however long it is and whatever it holds.
            error.message.replace(/(?<=\S): .*$/s, "").replace(/\.?$/, "");
    return {
        code: "yaml-syntax",
        message: `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`,
        hint: placeholder
            ? `Replace the placeholder ${placeholder} by your own configuration.`
            : TEMPLATE.test(line)
                ? TEMPLATE_HINT
                : (HINTS[error.code] ?? "Check the indentation, the quotes and the brackets of this line and the one above."),
    };
}
/**
 * Offsets of the tabs that PyYAML refuses: outside quotes, comments and blocks of text it knows only spaces. One for
 * each line.
 */
function findRefusedTabs(text) {
    if (!text.includes("\t"))
        return [];
    const found = [];
    for (const { lexeme, offset, kind } of lexemesOf(text)) {
        const tab = kind === "space" || kind === "plain" ? lexeme.indexOf("\t") : -1;
        if (tab !== -1)
            found.push(offset + tab);
    }
    return found;
}
function* lexemesOf(text) {
    let offset = 0;
    let previous = "";
    let header = false;
    for (const lexeme of makeLexer().lex(text)) {
        const isScalar = previous === dist/* CST */.DB.SCALAR;
        const kind = isScalar ? (header ? "block" : "plain") : (dist/* CST */.DB.tokenType(lexeme) ?? "unknown");
        const isMark = !isScalar && [dist/* CST */.DB.SCALAR, dist/* CST */.DB.DOCUMENT, dist/* CST */.DB.FLOW_END].includes(lexeme);
        if (!isMark)
            yield { lexeme, offset, kind };
        if (!isMark)
            offset += lexeme.length;
        if (isScalar)
            header = false;
        else if (kind === "block-scalar-header")
            header = true;
        previous = isScalar ? "" : lexeme;
    }
}
/** Offset of the last tag before a place of a text that can be parsed: the parser tells only where the value behind it is. */
function findTagBefore(text, place) {
    let found;
    for (const { offset, kind } of lexemesOf(text)) {
        if (offset > place)
            break;
        if (kind === "tag")
            found = offset;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/config/tree-builder.js




/** No real configuration is nested like this; deeper files exhaust the stack. */
const MAX_DEPTH = 60;
/** How many values anchors may multiply into before the file is refused. */
const MAX_ALIASED_VALUES = 100_000;
const TYPES_OF_TAG = new Map([
    ["!!int", ["integer"]],
    ["!!float", ["float", "integer"]],
    ["!!bool", ["boolean"]],
    ["!!null", ["null"]],
]);
/** The top of a file, for what is wrong with its text. */
const FILE_PATH = { root: "", parts: [] };
/** Makes values with places of the nodes of a YAML document, as PyYAML would construct them. */
class TreeBuilder {
    #text;
    #places;
    #report;
    /** Scalars that must not be shown. */
    #secrets;
    #anchors = new Map();
    #built = 0;
    #aliased = 0;
    constructor({ places, text, secrets }, report) {
        this.#text = text;
        this.#secrets = secrets;
        this.#places = places;
        this.#report = report;
    }
    build(node, context) {
        const at = this.#placeOf(node, context);
        if (node === null)
            return emptyAt(at);
        if (context.depth > MAX_DEPTH) {
            return this.#refuse(at, "yaml-too-deep", `Values are nested more than ${MAX_DEPTH} levels deep.`, "Flatten them.");
        }
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#follow(node.source, at);
        const anchor = ((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.anchor;
        if (!anchor)
            return this.#buildValue(node, at, context);
        const before = this.#built + this.#aliased;
        this.#anchors.set(anchor, "open");
        const value = this.#buildValue(node, at, context);
        this.#anchors.set(anchor, { value, size: this.#built + this.#aliased - before });
        return value;
    }
    #buildValue(node, at, { depth }) {
        this.#built += 1;
        if ((0,dist/* isScalar */.jn)(node))
            return this.#buildScalar(node, at);
        const expectedTag = (0,dist/* isMap */.jh)(node) ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
        if (node.tag !== undefined && node.tag !== expectedTag && node.tag !== "!")
            return this.#refuseTag(node.tag, node);
        if ((0,dist/* isMap */.jh)(node))
            return this.#buildMap(node, at, depth);
        if (!(0,dist/* isSeq */.oP)(node))
            return emptyAt(at);
        const items = node.items.map((item) => this.build(item, { depth: depth + 1, keyAt: this.#isMissing(item) ? this.#hyphenOf(item, at) : at }));
        return { kind: "list", items, at };
    }
    #buildScalar(node, at) {
        const text = this.#contentOf(node);
        const { type } = node;
        const tag = node.tag?.replace("tag:yaml.org,2002:", "!!");
        if (tag === undefined && type === "PLAIN" && (text === "=" || text === "<<")) {
            return this.#refuse(at, "yaml-syntax", `A bare ${text} is no text in YAML 1.1, and Dagster's YAML reader fails on it.`, `Put quotes around it: "${text}".`);
        }
        const value = resolveScalar(text, tag, type === "PLAIN");
        if (value === undefined)
            return this.#refuseTag(tag ?? "", node);
        const scalar = { kind: "scalar", ...value, written: node.source ?? text, at };
        return this.#secrets.has(node) ? { ...scalar, secret: true } : scalar;
    }
    /** At the end of a file without a line end, a block has none either; the parser adds one. */
    #contentOf({ value, type, range }) {
        const text = String(value ?? "");
        const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
        const isCut = isBlock && range?.[1] === this.#text.length && !this.#text.endsWith("\n");
        return isCut ? text.replace(/\n$/, "") : text;
    }
    #buildMap(node, at, depth) {
        const own = [];
        const merged = [];
        for (const pair of node.items) {
            const keyAt = this.#placeOf(pair.key, { depth, keyAt: at });
            const inside = { depth: depth + 1, keyAt };
            if ((0,dist/* isScalar */.jn)(pair.key) && pair.key.type === "PLAIN" && pair.key.value === "<<") {
                const value = this.build(pair.value, inside);
                for (const entry of this.#mergedEntries(value, pair.value))
                    merged.push(entry);
                continue;
            }
            const start = pair.key?.range?.[0];
            if (!node.flow && start !== undefined && this.#isMissing(pair.key) && this.#text[start] === ":") {
                this.#refuse(this.#places.at(start), "yaml-syntax", "This is not valid YAML: no key stands before a colon.", "Write the key.");
                continue;
            }
            const key = this.#keyOf(pair.key, keyAt, depth);
            if (key !== undefined)
                own.push({ key, keyAt, value: this.build(pair.value, inside) });
        }
        const hasDuplicates = this.#warnOfDuplicates(own);
        const entries = hasDuplicates || merged.length > 0 ? lastOfEachKey([...merged, ...own]) : own;
        return { kind: "map", entries, at };
    }
    /** Of several merged mappings the first one wins, so it comes last. */
    #mergedEntries(value, node) {
        const maps = value.kind === "list" ? value.items.map((map, index) => ({ map, index })) : [{ map: value, index: -1 }];
        return maps.toReversed().flatMap(({ map, index }) => {
            if (map.kind === "map")
                return map.entries;
            // What an alias stands for may be right where it is.
            const own = index === -1 ? node : (0,dist/* isSeq */.oP)(node) ? node.items[index] : null;
            this.#refuse((0,dist/* isAlias */.Vj)(own) ? this.#places.at(own.range?.[0] ?? 0) : map.at, "merge-key-without-mapping", '"<<" merges mappings, and this is none.', 'Write an alias of a mapping behind it, for example "<<: *base".');
            return [];
        });
    }
    #keyOf(node, at, depth) {
        const key = this.build(node, { depth: depth + 1, keyAt: at });
        if (key.kind === "scalar")
            return key.type === "text" ? key.value : String(key.value);
        const start = node?.range?.[0] ?? 0;
        const isTemplate = this.#text.slice(start - 1, start + 1) === "{{";
        this.#refuse(at, "key-not-text", isTemplate
            ? "{{ begins a mapping that is a key, or a template's variable."
            : "A list or a mapping is used as a key.", isTemplate ? TEMPLATE_HINT : "Write a text as the key.");
        return undefined;
    }
    #warnOfDuplicates(entries) {
        const first = new Map();
        for (const entry of entries) {
            const earlier = first.get(entry.key);
            if (earlier) {
                this.#report.add(entry.keyAt, FILE_PATH, {
                    code: "duplicate-key",
                    severity: "warning",
                    message: `The key ${(0,report/* quote */.hD)(entry.key)} is already on line ${earlier.keyAt.line} of this mapping; the last one is used.`,
                    hint: "Remove one of the two.",
                });
            }
            first.set(entry.key, entry);
        }
        return first.size < entries.length;
    }
    #follow(anchor, at) {
        const target = this.#anchors.get(anchor);
        if (target === undefined || target === "open") {
            const what = target === "open" ? "contains itself" : "is not defined above this line";
            return this.#refuse(at, "unknown-alias", `The alias *${(0,report/* shorten */.ml)(anchor)} ${what}.`, `Define it with "&${(0,report/* shorten */.ml)(anchor)}" before.`);
        }
        const wasTooMany = this.#aliased > MAX_ALIASED_VALUES;
        this.#aliased += target.size;
        if (this.#aliased <= MAX_ALIASED_VALUES)
            return target.value;
        if (wasTooMany)
            return emptyAt(at);
        return this.#refuse(at, "too-many-aliases", `Aliases multiply the file into more than ${MAX_ALIASED_VALUES} values.`, "Use fewer aliases of aliases.");
    }
    /** Points at the tag, as the value behind it is fine. */
    #refuseTag(tag, node) {
        const start = node.range?.[0] ?? 0;
        return this.#refuse(this.#places.at(findTagBefore(this.#text, start) ?? start), "unknown-tag", `The tag ${(0,report/* quote */.hD)(tag)} does not fit here.`, "Write the value without a tag.");
    }
    #refuse(at, code, message, hint) {
        this.#report.add(at, FILE_PATH, { code, message, hint });
        return emptyAt(at);
    }
    #isMissing(node) {
        return (node === null || ((0,dist/* isScalar */.jn)(node) && node.type === "PLAIN" && node.source === "" && !node.anchor && !node.tag));
    }
    /** Where an entry without a value begins; the list itself where that has no hyphens. */
    #hyphenOf(entry, list) {
        const before = this.#text.slice(0, entry?.range?.[0] ?? 0).trimEnd();
        return before.endsWith("-") ? this.#places.at(before.length - 1) : list;
    }
    #placeOf(node, { keyAt }) {
        const isEmpty = node === null || ((0,dist/* isScalar */.jn)(node) && node.type === "PLAIN" && node.source === "");
        if (isEmpty && keyAt)
            return keyAt;
        return this.#places.at(node?.range?.[0] ?? 0);
    }
}
/** Undefined for a value that is not of the type its tag says. */
function resolveScalar(text, tag, isPlain) {
    if (tag === "!!str" || tag === "!" || (tag === undefined && !isPlain))
        return { type: "text", value: text };
    const resolved = resolvePlainScalar(text);
    return tag === undefined || TYPES_OF_TAG.get(tag)?.includes(resolved.type) ? resolved : undefined;
}
function emptyAt(at) {
    return { kind: "scalar", type: "null", value: null, written: "", at };
}
/** Later entries win, at the position of the first: what a Python dict makes of repeated keys. */
function lastOfEachKey(entries) {
    const byKey = new Map();
    for (const entry of entries)
        byKey.set(entry.key, entry);
    return [...byKey.values()];
}

// EXTERNAL MODULE: ./build/model/secret-text.js
var secret_text = __nccwpck_require__(2142);
;// CONCATENATED MODULE: ./build/config/yaml-secrets.js



/** Keys that give the value beside them a name: `{name: API_KEY, value: ...}`, `{key: team, value: ...}`. */
const NAME_KEYS = ["name", "key"];
const VALUE_KEYS = ["value", "valueFrom"];
/** A comment, or what looks like one. */
const COMMENT = /(?<=^|[ \t\r\n\u0085\u2028\u2029])#[^\r\n\u0085\u2028\u2029]*/g;
/** Finds them in the documents of a text, by the names they stand under and by the marks of their issuers. */
function findYamlSecrets(documents, text) {
    if (!(0,secret_text/* mayHaveSecrets */.pK)(text))
        return { spans: [], nodes: new Set() };
    const finder = new SecretFinder(text);
    for (const { contents } of documents)
        if (contents)
            finder.visit(contents);
    const comments = Array.from(text.matchAll(COMMENT)).flatMap(({ 0: comment, index }) => (0,secret_scan/* scanForSecrets */.I)(comment).map(({ start, end }) => ({ start: start + index, end: end + index })));
    return { spans: [...finder.spans, ...(0,secret_text/* findMarkedSecrets */.$_)(text), ...comments], nodes: finder.nodes };
}
class SecretFinder {
    spans = [];
    nodes = new Set();
    #text;
    #anchors = new Map();
    #names = new Map();
    constructor(text) {
        this.#text = text;
    }
    /** In the order of the text, without recursion: a file may be nested deeply. */
    visit(root) {
        const waiting = [root];
        // Keys below `locations` are names of the user's own, and not of values.
        const locations = (0,dist/* isMap */.jh)(root)
            ? root.items.find(({ key }) => textOf(key) === "locations")?.value
            : null;
        for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
            if ((0,dist/* isScalar */.jn)(node)) {
                if (node.anchor)
                    this.#anchors.set(node.anchor, node);
                this.#lookInside(node);
            }
            else if ((0,dist/* isMap */.jh)(node)) {
                if (node.anchor)
                    this.#anchors.set(node.anchor, node);
                if (node !== locations)
                    this.#lookAtEntries(node.items);
                for (const { key, value } of node.items.toReversed())
                    waiting.push(value, key);
            }
            else if ((0,dist/* isSeq */.oP)(node)) {
                if (node.anchor)
                    this.#anchors.set(node.anchor, node);
                this.#lookAtItems(node.items);
                for (const item of node.items.toReversed())
                    waiting.push(item);
            }
        }
    }
    #lookAtEntries(entries) {
        let isNamed;
        for (const { key, value } of entries) {
            const name = textOf(key);
            if (this.#mayName(name))
                this.#hide(value);
            if (!VALUE_KEYS.includes(name))
                continue;
            isNamed ??= entries.some((one) => NAME_KEYS.includes(textOf(one.key)) && this.#mayName(textOf(this.#follow(one.value))));
            if (isNamed)
                this.#hide(value);
        }
    }
    /** In a command, a flag names the word behind it. */
    #lookAtItems(items) {
        for (const [index, item] of items.entries()) {
            const text = textOf(item);
            if (text.startsWith("-") && /^--?[\w-]{1,100}$/.test(text) && this.#mayName(text))
                this.#hide(items[index + 1] ?? null);
        }
    }
    /** Names are few and come again and again. */
    #mayName(name) {
        const known = this.#names.get(name);
        if (known !== undefined)
            return known;
        const answer = (0,secret_text/* mayNameSecret */.lS)(name);
        this.#names.set(name, answer);
        return answer;
    }
    /** A whole value, and what is in it. `{env: NAME}` is none. */
    #hide(value) {
        const node = this.#follow(value);
        if ((0,dist/* isScalar */.jn)(node))
            this.#hideScalar(node);
        else if ((0,dist/* isSeq */.oP)(node))
            for (const item of node.items)
                if ((0,dist/* isScalar */.jn)(item))
                    this.#hideScalar(item);
        if (!(0,dist/* isMap */.jh)(node))
            return;
        for (const { key, value: inner } of node.items) {
            if (textOf(key) !== "env" && (0,dist/* isScalar */.jn)(inner))
                this.#hideScalar(inner);
        }
    }
    #hideScalar(node) {
        const content = String(node.value ?? "");
        if ((0,secret_text/* isHarmlessValue */.nk)(content))
            return;
        this.nodes.add(node);
        this.spans.push(this.#contentOf(node));
    }
    /** Part of a scalar: `NAME=VALUE`. */
    #lookInside(node) {
        const content = String(node.value ?? "");
        if (!(0,secret_text/* findAssignedSecret */.eZ)(content))
            return;
        const span = this.#contentOf(node);
        // In the file it may be escaped or broken into lines: then the whole is hidden.
        const found = (0,secret_text/* findAssignedSecret */.eZ)(this.#text.slice(span.start, span.end));
        this.spans.push(found ? { start: span.start + found.start, end: span.end } : span);
    }
    /** Without quotes, and without the first line of a block scalar, which only says how it is written. */
    #contentOf({ range, type }) {
        const [start = 0, end = 0] = range ?? [];
        if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE")
            return { start: start + 1, end: end - 1 };
        if (type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED")
            return { start, end };
        const header = this.#text.slice(start, end).search(/[\r\n\u0085\u2028\u2029]/);
        return { start: header === -1 ? start : start + header, end };
    }
    #follow(node) {
        return (0,dist/* isAlias */.Vj)(node) ? (this.#anchors.get(node.source) ?? null) : node;
    }
}
function textOf(node) {
    return (0,dist/* isScalar */.jn)(node) ? String(node.value ?? "") : "";
}

// EXTERNAL MODULE: ./build/config/yaml-text.js
var yaml_text = __nccwpck_require__(1702);
;// CONCATENATED MODULE: ./build/config/yaml-tree.js








/** One mistake makes a YAML reader stumble over the next lines: more than these tell nothing new. */
const MAX_SYNTAX_ERRORS = 3;
// Scalars stay text here: PyYAML's meaning of them is decided in yaml-scalar.ts.
const OPTIONS = {
    schema: "failsafe",
    version: "1.1",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
};
/**
 * Reads the one YAML document of a file as Dagster does (PyYAML's safe loader). What is wrong goes to the
 * report; undefined when the file gives nothing to look at further.
 */
function readYaml(file, report) {
    const decoded = (0,yaml_text/* decodeText */.g7)(file);
    if ("finding" in decoded) {
        report.noteSource(file.path, (0,source_text/* plainSource */.wi)(decoded.lossyText));
        report.add((0,yaml_text/* makePlaceFinder */.KJ)(file.path, decoded.lossyText).at(decoded.offset), FILE_PATH, decoded.finding);
        return undefined;
    }
    const places = (0,yaml_text/* makePlaceFinder */.KJ)(file.path, decoded.text);
    const note = (hidden) => {
        report.noteSource(file.path, (0,source_text/* makeSourceText */.nX)(decoded.text, places.lineStarts, hidden));
    };
    const refuse = (offset, finding) => {
        report.add(places.at(offset), FILE_PATH, finding);
    };
    if (decoded.encoding !== "utf-8") {
        report.add(places.at(0), FILE_PATH, {
            code: "utf-16",
            severity: "warning",
            message: "The file is UTF-16, which a YAML reader knows by its first two bytes, but Dagster opens its files as UTF-8.",
            hint: "Save the file as UTF-8.",
        });
    }
    const text = (0,yaml_text/* unifyLineEnds */.MJ)(decoded.text);
    const documents = parseDocuments(text, decoded.text);
    if (!Array.isArray(documents)) {
        note((0,secret_scan/* scanForSecrets */.I)(decoded.text));
        return refuse(0, documents);
    }
    const errors = [...documents.flatMap(({ errors }) => errors).filter(isRefusedByPyYaml), ...tabErrors(text)];
    const secrets = findYamlSecrets(documents, decoded.text);
    note(errors.length === 0 ? secrets.spans : [...secrets.spans, ...(0,secret_scan/* scanForSecrets */.I)(decoded.text)]);
    const [document, second] = documents;
    if (!document?.contents) {
        return refuse(0, {
            code: "empty-file",
            message: "The file has no content.",
            hint: "Describe the configuration in it, or correct the input that names the file.",
        });
    }
    if (errors.length > 0) {
        reportSyntaxErrors(text, errors, places, report);
        return undefined;
    }
    if (second) {
        return refuse(second.range[0], {
            code: "several-documents",
            message: "The file has several YAML documents; Dagster reads files with one.",
            hint: 'Remove the lines that are just "---", or split the file.',
        });
    }
    const errorsBefore = report.errorCount;
    const tree = new TreeBuilder({ places, text, secrets: secrets.nodes }, report).build(document.contents, { depth: 0 });
    return report.errorCount > errorsBefore ? undefined : tree;
}
function parseDocuments(text, written) {
    try {
        // The package's own way is faster; it refuses some of what PyYAML takes.
        const strict = Array.from((0,dist/* parseAllDocuments */.hR)(text, OPTIONS));
        const documents = strict.some(({ errors }) => errors.length > 0) ? parse(text) : strict;
        const kept = keepSeparators(documents, text, written);
        return kept === text ? documents : parse(kept);
    }
    catch {
        return {
            code: "yaml-too-deep",
            message: "The file is too deeply nested to be read.",
            hint: "Write plain lists and mappings, a few levels deep.",
        };
    }
}
function parse(text) {
    return Array.from(new dist/* Composer */.Dk(OPTIONS).compose(tokensOf(text)));
}
function* tokensOf(text) {
    const parser = new dist/* Parser */.iX();
    for (const lexeme of makeLexer().lex(text))
        yield* parser.next(lexeme);
    yield* parser.end();
}
/** Between quotes, the separators of Unicode are part of the text, as in PyYAML. */
function keepSeparators(documents, text, written) {
    if (!/[\u2028\u2029]/.test(written))
        return text;
    let kept = text;
    for (const document of documents) {
        (0,dist/* visit */.YR)(document, {
            Scalar(_, { range, type }) {
                if (!range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE"))
                    return;
                const [start, end] = range;
                const inside = written.slice(start, end).replace(/\r(?!\n)|\u0085/g, "\n");
                kept = kept.slice(0, start) + inside + kept.slice(end);
            },
        });
    }
    return kept;
}
/** A comment need not be separated from quotes and brackets before it. */
function isRefusedByPyYaml({ message }) {
    return !/^Comments must be separated/.test(message);
}
function tabErrors(text) {
    return findRefusedTabs(text).map((offset) => new dist/* YAMLParseError */.XT([offset, offset + 1], "TAB_AS_INDENT", "A tab stands where only spaces may stand"));
}
/** The parser may point at the indentation of what is wrong. */
function spacesAt(text, offset) {
    const [spaces = ""] = /^ {1,200}(?=[^ \n])/.exec(text.slice(offset, offset + 300)) ?? [];
    return spaces.length;
}
function reportSyntaxErrors(text, errors, places, report) {
    const lines = new Set();
    for (const error of errors.toSorted((left, right) => left.pos[0] - right.pos[0])) {
        const at = places.at(error.pos[0] + spacesAt(text, error.pos[0]));
        if (lines.has(at.line) || lines.size === MAX_SYNTAX_ERRORS)
            continue;
        lines.add(at.line);
        report.add(at, FILE_PATH, explainYamlError(error, text.split("\n")[at.line - 1] ?? ""));
    }
}


/***/ }),

/***/ 2592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ containerContextForRuns)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9598);

/**
 * The container context that runs are launched with: the location's own, and the deployment's `run_resources`,
 * `run_ecs_tags` and `run_sidecar_containers`, by the agent's rules (docs/agent.md, Merge of the two levels). A live
 * agent gives runs the deployment's part in DAGSTER_INSTANCE_REF, which only it knows; without these keys in the
 * deployment the context is the location's, letter by letter.
 */
function containerContextForRuns(location, launcher) {
    const context = location.containerContext;
    const own = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(context.ecs) ? context.ecs : {};
    const runSettings = {
        ...mergedResources(own.run_resources, launcher.runResources),
        ...joined("run_ecs_tags", own.run_ecs_tags, launcher.runEcsTags.map(toTag)),
        ...joined("run_sidecar_containers", own.run_sidecar_containers, launcher.runSidecarContainers),
    };
    return Object.keys(runSettings).length === 0 ? context : { ...context, ecs: { ...own, ...runSettings } };
}
/** Key by key; the location's win. */
function mergedResources(own, deployment) {
    const { cpu, memory, ephemeralStorage } = deployment;
    const inherited = {
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
        ...(ephemeralStorage !== undefined && { ephemeral_storage: ephemeralStorage }),
    };
    if (Object.keys(inherited).length === 0)
        return {};
    return { run_resources: { ...inherited, ...((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .O)(own) ? own : {}) } };
}
/** The location's entries first, as the agent joins them: of two tags with one key, the deployment's is the last. */
function joined(key, own, deployment) {
    if (deployment.length === 0)
        return {};
    return { [key]: [...(Array.isArray(own) ? own : []), ...deployment] };
}
function toTag({ key, value }) {
    return { key, ...(value !== undefined && { value }) };
}


/***/ }),

/***/ 2291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KD: () => (/* binding */ CODE_SOURCE_VARIABLES),
  Wg: () => (/* binding */ DEFAULT_PORT),
  AF: () => (/* binding */ buildEnvironment),
  rk: () => (/* binding */ injectedNames)
});

// EXTERNAL MODULE: ./build/model/code-server.js
var code_server = __nccwpck_require__(8105);
// EXTERNAL MODULE: ./build/model/environment.js
var environment = __nccwpck_require__(2103);
// EXTERNAL MODULE: ./build/model/text-order.js
var text_order = __nccwpck_require__(3298);
;// CONCATENATED MODULE: ./build/desired/python-json.js
/**
 * JSON as Python's `json.dumps` writes it by default: keys in document order, `, ` and `: ` as separators,
 * everything outside ASCII escaped. The agent sends DAGSTER_CONTAINER_CONTEXT in this form
 * (docs/agent.md, Environment).
 */
function toPythonJson(value) {
    if (value === null || typeof value === "boolean" || typeof value === "number")
        return JSON.stringify(value);
    if (typeof value === "string")
        return quote(value);
    if (Array.isArray(value))
        return `[${value.map(toPythonJson).join(", ")}]`;
    const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${toPythonJson(member)}`);
    return `{${members.join(", ")}}`;
}
function quote(text) {
    // The u flag is left out on purpose: Python escapes each half of a surrogate pair.
    return JSON.stringify(text).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

;// CONCATENATED MODULE: ./build/desired/environment.js




/** Port of a code server when nothing else is said (agent default). */
const DEFAULT_PORT = 4000;
/** Where the code server reads its code source. */
const CODE_SOURCE_VARIABLES = {
    python_file: "DAGSTER_CLI_API_GRPC_PYTHON_FILE",
    module_name: "DAGSTER_CLI_API_GRPC_MODULE_NAME",
    package_name: "DAGSTER_CLI_API_GRPC_PACKAGE_NAME",
    autoload_defs_module_name: "DAGSTER_CLI_API_GRPC_AUTOLOAD_DEFS_MODULE_NAME",
};
/**
 * The environment of the code server's container: the user's variables, then Dagster+'s built-in ones, then
 * what the agent sets; a later one wins (docs/agent.md, Environment). Without DAGSTER_INSTANCE_REF and
 * DAGSTER_INJECT_ENV_VARS_FROM_INSTANCE, which only a live agent knows.
 */
function buildEnvironment(input) {
    const merged = new Map(input.user.map(({ name, value }) => [name, value]));
    for (const [name, text] of Object.entries(builtInVariables(input.deployment)))
        merged.set(name, injected(text));
    for (const [name, text] of Object.entries(codeServerVariables(input)))
        merged.set(name, injected(text));
    if (input.maxWorkers) {
        merged.set("DAGSTER_GRPC_MAX_WORKERS", {
            origin: "step",
            hidden: new environment/* HiddenText */.Aw(input.maxWorkers),
            from: "DAGSTER_GRPC_MAX_WORKERS of the step's environment",
        });
    }
    return [...merged]
        .map(([name, value]) => ({ name, value }))
        .sort((left, right) => (0,text_order/* compareCodePoints */.O)(left.name, right.name));
}
/** Names of the variables of a code server that are not the user's to set. */
function injectedNames(location, deployment) {
    const own = codeServerVariables({ location, containerContext: {}, image: "", port: DEFAULT_PORT });
    return [...Object.keys(builtInVariables(deployment)), ...Object.keys(own)];
}
/**
 * Dagster+'s documented built-in variables (docs: Built-in environment variables). Git and pull request are
 * given to branch deployments only: in a full deployment they would make every commit a change.
 */
function builtInVariables(deployment) {
    const branch = deployment.branch;
    return {
        DAGSTER_CLOUD_DEPLOYMENT_NAME: deployment.name,
        DAGSTER_CLOUD_IS_BRANCH_DEPLOYMENT: deployment.kind === "branch" ? "1" : "0",
        ...(branch && {
            DAGSTER_CLOUD_PULL_REQUEST_ID: String(branch.pullRequest),
            DAGSTER_CLOUD_PULL_REQUEST_STATUS: branch.pullRequestStatus,
        }),
        ...(branch?.gitSha && { DAGSTER_CLOUD_GIT_SHA: branch.gitSha }),
        ...(branch?.gitBranch && { DAGSTER_CLOUD_GIT_BRANCH: branch.gitBranch }),
        ...(branch?.gitRepository && { DAGSTER_CLOUD_GIT_REPO: branch.gitRepository }),
    };
}
function codeServerVariables(input) {
    const { location } = input;
    return {
        DAGSTER_LOCATION_NAME: location.name,
        DAGSTER_CLI_API_GRPC_LAZY_LOAD_USER_CODE: "1",
        DAGSTER_CLI_API_GRPC_HOST: "0.0.0.0",
        DAGSTER_CLI_API_GRPC_PORT: String(input.port),
        [code_server/* CONTAINER_CONTEXT_VARIABLE */.rl]: toPythonJson(input.containerContext),
        [code_server/* CURRENT_IMAGE_VARIABLE */.bx]: input.image,
        [CODE_SOURCE_VARIABLES[location.codeSource.kind]]: location.codeSource.value,
        ...(location.workingDirectory && { DAGSTER_CLI_API_GRPC_WORKING_DIRECTORY: location.workingDirectory }),
        ...(location.attribute && { DAGSTER_CLI_API_GRPC_ATTRIBUTE: location.attribute }),
        ...(location.executablePath && { DAGSTER_CLI_API_GRPC_USE_PYTHON_ENVIRONMENT_ENTRY_POINT: "1" }),
    };
}
function injected(text) {
    return { origin: "injected", text };
}


/***/ }),

/***/ 3744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ resolveImage),
/* harmony export */   Y: () => (/* binding */ requestedImage)
/* harmony export */ });
/** The image reference a location asks for, before ECR was asked. */
function requestedImage(location, inputs) {
    const override = inputs.images.get(location.name);
    if (override !== undefined)
        return { kind: "reference", reference: override };
    if (location.image !== undefined)
        return { kind: "reference", reference: location.image };
    const registry = location.build?.registry;
    if (registry === undefined)
        return { kind: "none" };
    if (inputs.imageTag === undefined)
        return { kind: "no-tag", registry };
    return { kind: "reference", reference: `${registry}:${inputs.imageTag}` };
}
/**
 * The image the task definition gets. With a digest from ECR, the reference is `repository@digest` without the
 * tag, so that a new tag for the same content is no change.
 */
function resolveImage(input) {
    const { requested, fact } = input;
    switch (fact?.status) {
        case undefined:
            return { requested, reference: requested, status: "unresolved" };
        case "not-checked":
            return { requested, reference: requested, status: "as-written" };
        case "missing":
            return input.runningImage === undefined
                ? { requested, reference: requested, status: "missing" }
                : { requested, reference: input.runningImage, status: "kept" };
        case "found":
            return input.pin
                ? { requested, reference: `${withoutTag(requested)}@${fact.digest}`, status: "pinned" }
                : { requested, reference: requested, status: "as-written" };
    }
}
/** The repository of a reference: without tag and digest. A colon before the last slash belongs to a port. */
function withoutTag(reference) {
    const repository = reference.split("@", 1)[0] ?? reference;
    const colon = repository.lastIndexOf(":");
    return colon > repository.lastIndexOf("/") ? repository.slice(0, colon) : repository;
}


/***/ }),

/***/ 3077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YD: () => (/* binding */ isAcceptedFamily),
/* harmony export */   dm: () => (/* binding */ taskDefinitionFamily),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   y8: () => (/* binding */ familyPrefixOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

/** Longest family ECS accepts, and the limit the agent asserts before it cleans the name. */
const FAMILY_LIMIT = 255;
/** A DNS label may have 63 characters; the agent's Cloud Map names stop at 60. */
const SERVICE_NAME_LIMIT = 60;
const HASH_SUFFIX_LENGTH = 6;
/**
 * The task definition family, by the agent's formula, so that a location keeps its family whoever launches it
 * (docs/agent.md, Naming). Undefined when the parts are longer than 255 characters together: the agent fails there.
 */
function taskDefinitionFamily(parts) {
    const shortLocation = [...parts.location].slice(0, 55).join("");
    // Python renders a missing organization as the text None, and so does the agent.
    const organization = parts.organization ?? "None";
    const raw = `${parts.prefix}_${organization}_${parts.deployment}_${shortLocation}_${sha1(parts.location).slice(0, 8)}`;
    if ([...raw].length > FAMILY_LIMIT)
        return undefined;
    return cleanFamily(raw);
}
/** Python's \w: letters, numbers and the underscore of any script. The literal ^ is in the agent's own pattern. */
function cleanFamily(raw) {
    return raw.replace(/[^\p{L}\p{N}_^-]/gu, "");
}
/** How the families of all locations of a deployment begin (see `taskDefinitionFamily`). */
function familyPrefixOf(parts) {
    return `${cleanFamily(`${parts.prefix}_${parts.organization ?? "None"}_${parts.deployment}`)}_`;
}
/** True when ECS accepts the family: ASCII letters, digits, `-` and `_` (API_RegisterTaskDefinition). */
function isAcceptedFamily(family) {
    return /^[A-Za-z0-9_-]{1,255}$/.test(family);
}
/** Name of the ECS service and of the Cloud Map service: a valid DNS label, the same every time. */
function serviceName(deployment, location) {
    const hash = sha1(`${deployment}-${location}`).slice(0, HASH_SUFFIX_LENGTH);
    const slug = `${location}-${deployment}`
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, SERVICE_NAME_LIMIT - HASH_SUFFIX_LENGTH - 1)
        .replace(/^-+|-+$/g, "");
    return slug === "" ? hash : `${slug}-${hash}`;
}
function sha1(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(text, "utf8").digest("hex");
}


/***/ }),

/***/ 4264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ renderTaskDefinition)
/* harmony export */ });
/* harmony import */ var _model_code_server_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8105);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3298);


/** The task definition of a code server, as the agent renders it (docs/agent.md, Environment to Network). */
function renderTaskDefinition(input) {
    const { family, launcher, settings } = input;
    const resources = settings.serverResources;
    const body = withoutEmpty({
        family,
        requiresCompatibilities: [launcher.launchType],
        networkMode: "awsvpc",
        containerDefinitions: [codeServerContainer(input), ...settings.serverSidecarContainers],
        cpu: resources.cpu ?? _model_code_server_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TASK_CPU */ .vE,
        memory: resources.memory ?? _model_code_server_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_TASK_MEMORY */ .Y1,
        executionRoleArn: settings.executionRoleArn,
        taskRoleArn: settings.taskRoleArn,
        runtimePlatform: settings.runtimePlatform,
        // The agent drops a size of 0 as if it were not configured.
        ephemeralStorage: resources.ephemeralStorage ? { sizeInGiB: resources.ephemeralStorage } : undefined,
        volumes: settings.volumes,
    });
    return { family, body, environment: input.environment };
}
function codeServerContainer(input) {
    const { launcher, settings } = input;
    return withoutEmpty({
        name: _model_code_server_js__WEBPACK_IMPORTED_MODULE_0__/* .CODE_SERVER_CONTAINER */ .ke,
        image: input.image,
        logConfiguration: {
            logDriver: "awslogs",
            options: {
                "awslogs-group": launcher.logGroup,
                "awslogs-region": input.region,
                "awslogs-stream-prefix": input.family,
            },
        },
        command: codeServerCommand(input.location, launcher),
        secrets: mergeSecrets([
            ...input.taggedSecrets,
            ...settings.secrets.filter(({ name }) => !isInjected(name, input.environment)),
            ...input.namedSecrets,
        ]),
        mountPoints: settings.mountPoints,
        repositoryCredentials: settings.repositoryCredentials
            ? { credentialsParameter: settings.repositoryCredentials }
            : undefined,
        // ECS Exec needs an init process; SYS_PTRACE lets py-spy look into a hanging server (reference: enable_ecs_exec).
        linuxParameters: launcher.enableEcsExec
            ? { capabilities: { add: ["SYS_PTRACE"] }, initProcessEnabled: true }
            : undefined,
        healthCheck: settings.serverHealthCheck,
    });
}
/** What the action sets itself wins over a secret of the agent's task; ECS takes no name as both. */
function isInjected(name, environment) {
    return environment.some((variable) => variable.name === name && variable.value.origin === "injected");
}
/** Host and port are in the environment, not in the command. */
function codeServerCommand(location, launcher) {
    const program = location.executablePath ? [location.executablePath, "-m", "dagster"] : ["dagster"];
    return [...program, "api", "grpc", ...(launcher.codeServerMetricsEnabled ? ["--enable-metrics"] : [])];
}
/**
 * The last of a name wins: an explicit secret beats a tagged one, a later tag's an earlier one's, the deployment's
 * the location's (docs/agent.md, Secrets).
 */
function mergeSecrets(secrets) {
    const byName = new Map(secrets.map(({ name, valueFrom }) => [name, valueFrom]));
    return [...byName]
        .sort(([left], [right]) => (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compareCodePoints */ .O)(left, right))
        .map(([name, valueFrom]) => ({ name, valueFrom }));
}
/** The agent leaves out what is not set and what is an empty list or an empty object. */
function withoutEmpty(members) {
    return Object.fromEntries(Object.entries(members).filter((entry) => {
        const value = entry[1];
        if (value === undefined)
            return false;
        return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }));
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   lZ: () => (/* binding */ ActionError)
/* harmony export */ });
/** An error that ends a run with a message for a person instead of a stack trace. */
class ActionError extends Error {
    code;
    source;
    hint;
    /** The problems behind it, when it stands for several. */
    problems;
    constructor(code, message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = "ActionError";
        this.code = code;
        this.source = options.source;
        this.hint = options.hint;
        this.problems = options.problems ?? [];
    }
}
/** Message and hint of anything that can be thrown, as one text for a person. */
function explainError(thrown) {
    const hint = thrown instanceof ActionError ? thrown.hint : undefined;
    return hint === undefined ? messageOf(thrown) : `${messageOf(thrown)} ${hint}`;
}
/** The message of anything that can be thrown. */
function messageOf(thrown) {
    if (thrown instanceof Error)
        return thrown.message || thrown.name;
    return typeof thrown === "string" ? thrown : (JSON.stringify(thrown) ?? String(thrown));
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_process__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1708);
/* harmony import */ var _cli_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2356);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9473);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3592);
/* harmony import */ var _report_concealment_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2434);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9924);
/* harmony import */ var _system_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8363);








const environment = new Map(Object.entries(node_process__WEBPACK_IMPORTED_MODULE_1__.env).filter((entry) => entry[1] !== undefined));
const workspace = environment.get("GITHUB_WORKSPACE") || node_process__WEBPACK_IMPORTED_MODULE_1__.cwd();
const clock = (0,_system_js__WEBPACK_IMPORTED_MODULE_7__/* .createClock */ .t)(Number(environment.get("DAGSTER_ECS_DEPLOY_CLOCK_SCALE")) || 1);
const concealment = (0,_report_concealment_js__WEBPACK_IMPORTED_MODULE_5__/* .createConcealment */ .U)();
const interruption = new AbortController();
// Everything that waits listens, and older Node versions take more than ten listeners for a mistake.
(0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, interruption.signal);
/** Aborted when an interrupted run waits for GitHub no longer. */
const endOfPatience = new AbortController();
(0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, endOfPatience.signal);
/** Milliseconds from the first signal on: what GitHub has not answered by then is not waited for. */
const GITHUB_FAREWELL = 3_000;
/** The same for all. The runner sends SIGINT, SIGTERM after 7.5 seconds, and SIGKILL after 10. */
const LONGEST_FAREWELL = 6_000;
// Nothing new is started, and what was done is reported. Should that hang, it ends before the runner gets rough.
for (const signal of ["SIGINT", "SIGTERM"]) {
    node_process__WEBPACK_IMPORTED_MODULE_1__.on(signal, () => {
        if (!interruption.signal.aborted) {
            setTimeout(() => endOfPatience.abort(), GITHUB_FAREWELL).unref();
            setTimeout(() => node_process__WEBPACK_IMPORTED_MODULE_1__.exit(1), LONGEST_FAREWELL).unref();
        }
        interruption.abort();
    });
}
node_process__WEBPACK_IMPORTED_MODULE_1__.on("uncaughtException", crash);
node_process__WEBPACK_IMPORTED_MODULE_1__.on("unhandledRejection", crash);
// An interrupted run does not wait for GitHub to have a better moment.
const impatient = { now: clock.now, sleep: (pause) => clock.sleep(pause, interruption.signal) };
const apiUrl = environment.get("GITHUB_API_URL") || "https://api.github.com";
let pace;
const shared = {
    // The checkout may be of a pull request: it must not point this process at other files.
    files: (0,_system_js__WEBPACK_IMPORTED_MODULE_7__/* .createFiles */ .q)(workspace, { confinedWith: [environment.get("RUNNER_TEMP") ?? ""].filter((one) => one !== "") }),
    clock,
    environment,
    connectPullRequests: async (options) => {
        const [{ createPace }, { createPullRequestPort }] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 987).then(__nccwpck_require__.bind(__nccwpck_require__, 987)),
            __nccwpck_require__.e(/* import() */ 928).then(__nccwpck_require__.bind(__nccwpck_require__, 4928)),
        ]);
        pace ??= createPace(impatient, endOfPatience.signal);
        return createPullRequestPort({ ...options, apiUrl, pace });
    },
    connectDeploymentRecords: async (options) => {
        const [{ createPace }, { createDeploymentRecordPort }] = await Promise.all([
            __nccwpck_require__.e(/* import() */ 987).then(__nccwpck_require__.bind(__nccwpck_require__, 987)),
            __nccwpck_require__.e(/* import() */ 188).then(__nccwpck_require__.bind(__nccwpck_require__, 188)),
        ]);
        pace ??= createPace(impatient, endOfPatience.signal);
        return createDeploymentRecordPort({ ...options, apiUrl, pace });
    },
    signal: interruption.signal,
    concealment,
};
/** The SDKs are most of the bundle; `validate` and `render` never load them. */
function awsConnector(log) {
    return async (options) => {
        const { createAwsPorts } = await Promise.all(/* import() */[__nccwpck_require__.e(517), __nccwpck_require__.e(198)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8198));
        return createAwsPorts({ ...options, environment, clock, signal: interruption.signal, log });
    };
}
const argv = node_process__WEBPACK_IMPORTED_MODULE_1__.argv.slice(2);
node_process__WEBPACK_IMPORTED_MODULE_1__.exitCode = argv.length === 0 && isStep() ? await runAction() : await runOnTerminal(argv);
// Requests that nobody waits for any more would keep the process alive until they time out.
if (interruption.signal.aborted)
    node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.write("", () => node_process__WEBPACK_IMPORTED_MODULE_1__.exit());
/** A step has the runner's variables; the command line always has a command. */
function isStep() {
    const names = [...environment.keys()];
    return environment.has("GITHUB_ACTIONS") || names.some((name) => name.startsWith("INPUT_"));
}
async function runAction() {
    const { createActionsIo } = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(421), __nccwpck_require__.e(642)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7642));
    const { readEvent } = await Promise.all(/* import() */[__nccwpck_require__.e(816), __nccwpck_require__.e(830)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6830));
    const io = createActionsIo({
        workspace,
        defuse: _report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .defuseWorkflowCommands */ .yg,
    });
    const succeeded = await (0,_main_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .eF)({
        ...shared,
        io,
        connectAws: awsConnector((text) => io.debug(text)),
        readInput: (name) => environment.get(`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`),
        readEvent: () => readEvent(environment, (0,_system_js__WEBPACK_IMPORTED_MODULE_7__/* .createFiles */ .q)(workspace)),
    });
    return succeeded ? 0 : 1;
}
async function runOnTerminal(args) {
    // Whoever closes the pipe (`| head`) has read enough: what is begun goes on to its end.
    for (const stream of [node_process__WEBPACK_IMPORTED_MODULE_1__.stdout, node_process__WEBPACK_IMPORTED_MODULE_1__.stderr]) {
        stream.on("error", (error) => {
            if (!("code" in error) || error.code !== "EPIPE")
                crash(error);
        });
    }
    return (0,_cli_js__WEBPACK_IMPORTED_MODULE_2__/* .runTerminal */ .m)(args, { ...shared, files: (0,_system_js__WEBPACK_IMPORTED_MODULE_7__/* .createFiles */ .q)(node_process__WEBPACK_IMPORTED_MODULE_1__.cwd()), connectAws: awsConnector(() => undefined) }, {
        out: (text) => node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.write(`${text}\n`),
        err: (text) => node_process__WEBPACK_IMPORTED_MODULE_1__.stderr.write(`${text}\n`),
        colors: node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.isTTY === true && !environment.get("NO_COLOR"),
    });
}
function crash(thrown) {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(thrown);
    node_process__WEBPACK_IMPORTED_MODULE_1__.stdout.write(`${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .defuseWorkflowCommands */ .yg)(concealment.redact(`internal error: ${detail}`))}\n::error::internal error: please report\n`);
    node_process__WEBPACK_IMPORTED_MODULE_1__.exit(1);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9473);

/**
 * Every input of the action, and every option of the terminal: one table, from which the names, the defaults
 * and the README's table are checked.
 */
const INPUTS = {
    command: choice("command", ["auto", "validate", "plan", "apply", "redeploy", "rollback", "destroy", "sweep"], "auto", "what to do; `auto` chooses from the event"),
    configFile: text("config-file", "the files with the code locations: paths or globs, one per line or comma separated; else `dagster_cloud.yaml`, else the projects of `dg.toml` or `pyproject.toml`, else `build.yaml`"),
    dagsterYaml: text("dagster-yaml", "per-deployment configuration: the agent's `dagster.yaml` with `user_code_launcher.config`; else `dagster.yaml`"),
    agentService: text("agent-service", "ECS service of the running agent (name with `cluster`, or ARN): `plan` and `apply` read its `dagster.yaml` from there instead of a file"),
    cluster: text("cluster", "ECS cluster, instead of the one in the per-deployment configuration"),
    awsRegion: text("aws-region", "AWS region; else `AWS_REGION` or `AWS_DEFAULT_REGION` of the environment"),
    organization: text("organization", "Dagster+ organization, part of the task definition family; else from `dagster_cloud_api` of `dagster.yaml`"),
    deployment: { ...text("deployment", "the full deployment"), default: "prod", parse: (given) => given ?? "prod" },
    branchDeployments: flag("branch-deployments", false, "on pull requests: apply to a branch deployment of the pull request's own, and remove it when it closes"),
    branchDeploymentName: branchNameTemplate("branch-deployment-name", "name of a branch deployment, with `{number}` or `{branch}` of the pull request in it"),
    locations: list("locations", "names or globs of code locations, one per line or comma separated; else all"),
    imageTag: imageTag("image-tag", "image tag for locations that have `build.registry`; else the commit SHA"),
    images: assignments("images", "`location=image` per line; wins over the configuration files"),
    pinImages: flag("pin-images", true, "resolve tags of ECR images to digests, so that unchanged content is no change"),
    missingImage: choice("missing-image", ["error", "keep"], "error", "when a tag is not in ECR: `error`, or `keep` the image the location runs now"),
    verify: flag("verify", true, "check images, roles, secrets, log group, cluster and network in AWS before anything else"),
    prune: flag("prune", false, "delete services of this source and deployment whose location is gone"),
    adopt: flag("adopt", false, "take over services of the right name that carry no tags of this action"),
    allowDowngrade: flag("allow-downgrade", false, "apply although a newer run has deployed already"),
    wait: flag("wait", true, "watch each rollout to its end"),
    loadCheck: flag("load-check", false, "run each new revision once with `dagster definitions validate` before its service is touched"),
    waitTimeoutMinutes: minutes("wait-timeout-minutes", "how long to watch one location's rollout; else `ecs_timeout` for its tasks to start, then `server_process_startup_timeout` for its health check"),
    onFailure: choice("on-failure", ["rollback", "leave"], "rollback", "what ECS does when a rollout fails: back to the last revision that worked, or leave it"),
    keepRevisions: wholeNumber("keep-revisions", "how many revisions of a location's task definition to keep: older ones that nothing uses are deregistered"),
    planFile: text("plan-file", "`plan` writes the plan there as JSON; `apply` carries out that plan, or refuses if it is stale"),
    failOnChanges: flag("fail-on-changes", false, "fail when the plan is not empty"),
    strict: flag("strict", false, "treat warnings as errors"),
    allowedRegistries: list("allowed-registries", "globs of image repositories that may be deployed, those of sidecars included; else any", refuseHostAlone),
    allowedRoleArns: list("allowed-role-arns", "globs of IAM roles that tasks may use; else any"),
    comment: choice("comment", ["auto", "always", "never"], "auto", "comment the plan on the pull request; `auto`: on changes, or when a comment is there already"),
    commentKey: text("comment-key", "tells apart several plans on one pull request"),
    pullRequest: wholeNumber("pull-request", "number of the pull request to comment on, or whose branch deployment `destroy` removes; else from the event"),
    githubToken: text("github-token", "token for the comment, which needs `pull-requests: write`; for `sweep` else GITHUB_TOKEN of the environment"),
    githubDeployments: flag("github-deployments", false, "record each deployment and its status on GitHub; needs `deployments: write`"),
};
/**
 * Reads and checks all inputs. `read` gives the text of an input by its name; the empty text counts as not given.
 * Throws one ActionError (source `user`) that lists every bad value with the good ones.
 */
function readInputs(read) {
    const mistakes = [];
    const values = Object.entries(INPUTS).map(([key, definition]) => {
        const given = read(definition.name)?.trim() || undefined;
        try {
            return [key, definition.parse(given)];
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            mistakes.push(`${definition.name}: "${given}" is not accepted; ${error.message}`);
            return [key, undefined];
        }
    });
    if (mistakes.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ("bad-input", mistakes.join("\n"), {
            source: "user",
            hint: "Correct the step's `with:` block, or the option on the command line.",
        });
    }
    return Object.fromEntries(values);
}
function text(name, description) {
    return { name, default: "", description, parse: (given) => given };
}
function choice(name, values, fallback, description) {
    return {
        name,
        default: fallback,
        description,
        parse: (given = fallback) => {
            const found = values.find((value) => value === given);
            if (found === undefined)
                throw new RangeError(`write one of: ${values.join(", ")}`);
            return found;
        },
    };
}
function flag(name, fallback, description) {
    return {
        name,
        default: String(fallback),
        description,
        parse: (given = String(fallback)) => {
            const lowered = given.toLowerCase();
            if (lowered !== "true" && lowered !== "false")
                throw new RangeError("write true or false");
            return lowered === "true";
        },
    };
}
function wholeNumber(name, description) {
    return {
        name,
        default: "",
        description,
        parse: (given) => {
            if (given === undefined)
                return undefined;
            if (!/^[1-9]\d{0,9}$/.test(given))
                throw new RangeError("write a whole number greater than 0");
            return Number(given);
        },
    };
}
/** Both placeholders at most, once each, with something between them that tells where the number ends. */
const BRANCH_NAME_TEMPLATE = /^[\w-]*\{(number|branch)\}(?:[\w-]*[A-Za-z_-][\w-]*\{(?!\1)(?:number|branch)\})?[\w-]*$/;
function branchNameTemplate(name, description) {
    const fallback = "pr-{number}";
    return {
        name,
        default: fallback,
        description,
        parse: (given = fallback) => {
            if (given.length > 60 || !BRANCH_NAME_TEMPLATE.test(given)) {
                throw new RangeError("write {number} or {branch}, with letters, digits, dashes and underscores around it, at most 60 characters");
            }
            return given;
        },
    };
}
function minutes(name, description) {
    return {
        name,
        default: "",
        description,
        parse: (given) => {
            if (given === undefined)
                return undefined;
            const value = Number(given);
            if (!/^\d+(\.\d+)?$/.test(given) || value <= 0 || value > 360) {
                throw new RangeError("write a number of minutes above 0, at most 360");
            }
            return value;
        },
    };
}
function list(name, description, check = () => undefined) {
    return {
        name,
        default: "",
        description,
        parse: (given) => {
            const items = given === undefined ? [] : splitItems(given, /[\n,]/);
            items.forEach(check);
            return items;
        },
    };
}
/** `ghcr.io*` would let in `ghcr.io.example.com`, and `ghcr.io` nothing at all. */
function refuseHostAlone(glob) {
    if (glob.includes("/") || !/[.:]/.test(glob))
        return;
    const host = glob.replace(/\*+$/, "");
    throw new RangeError(`"${glob}" is a host without a repository: write ${host}/* for all repositories of it`);
}
function imageTag(name, description) {
    return {
        name,
        default: "",
        description,
        parse: (given) => {
            // The grammar of a tag in the OCI distribution specification.
            if (given !== undefined && !/^\w[\w.-]{0,127}$/.test(given)) {
                throw new RangeError("write at most 128 letters, digits, dots, dashes and underscores, without a registry");
            }
            return given;
        },
    };
}
function assignments(name, description) {
    return {
        name,
        default: "",
        description,
        parse: (given) => {
            const pairs = new Map();
            for (const line of given === undefined ? [] : splitItems(given, /\n/)) {
                const equals = line.lastIndexOf("=");
                const key = line.slice(0, Math.max(equals, 0)).trim();
                const value = line.slice(equals + 1).trim();
                if (key === "" || value === "")
                    throw new RangeError(`"${line}" is not of the form location=image`);
                if (pairs.has(key))
                    throw new RangeError(`"${key}" is given twice`);
                pairs.set(key, value);
            }
            return pairs;
        },
    };
}
function splitItems(given, separator) {
    return given
        .split(separator)
        .map((item) => item.trim())
        .filter((item) => item !== "");
}


/***/ }),

/***/ 3592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  og: () => (/* binding */ makeContext),
  eF: () => (/* binding */ run),
  d1: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./build/commands/choose.js
var choose = __nccwpck_require__(5238);
// EXTERNAL MODULE: ./build/commands/deployment.js + 1 modules
var deployment = __nccwpck_require__(9553);
// EXTERNAL MODULE: ./build/errors.js
var errors = __nccwpck_require__(9473);
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __nccwpck_require__(2867);
;// CONCATENATED MODULE: ./build/commands/deployment-record.js


/** What GitHub calls the commands that change what runs; `deploy` is its own word. */
const TASKS = new Map([
    ["apply", "deploy"],
    ["redeploy", "redeploy"],
    ["rollback", "rollback"],
]);
/** Records on GitHub that a deployment goes on, how it ended, and that one is gone, when `github-deployments` asks. */
function createDeploymentRecorder(settings) {
    const { io, inputs, event, command } = settings;
    const { githubToken: token } = inputs;
    if (!inputs.githubDeployments || event === undefined || token === undefined)
        return IDLE;
    const { repository, runUrl, headSha: commit } = event;
    const warn = (error) => {
        io.annotate({ level: "warning", title: "no deployment record", message: (0,errors/* explainError */.UW)(error) });
    };
    const connect = () => settings.connectDeploymentRecords({ token, repository });
    const task = TASKS.get(command);
    let begun;
    let environment = "";
    let isTransient = false;
    return {
        begin({ plan: { request } }) {
            if (task === undefined || begun !== undefined)
                return;
            environment = request.deployment;
            isTransient = request.kind === "branch";
            begun = connect()
                .then(async (records) => ({
                records,
                id: await records.begin({ commit, environment, task, isTransient, runUrl }),
            }))
                .catch(warn);
        },
        async end(result) {
            try {
                if (result?.kind === "removed") {
                    const gone = environmentsGone(result);
                    const records = gone.length === 0 ? undefined : await connect();
                    for (const name of gone)
                        await records?.retire(name, { runUrl });
                }
                const record = await begun;
                if (record === undefined)
                    return;
                const { records, id } = record;
                await records.end(id, { ...describeEnd(result), runUrl });
                // GitHub does that by itself only for environments that stay.
                if (isTransient)
                    await records.retire(environment, { except: id, runUrl });
            }
            catch (error) {
                warn(error);
            }
        },
    };
}
const IDLE = { begin: () => undefined, end: async () => undefined };
/** Branch deployments of which nothing is left. */
function environmentsGone({ removals }) {
    const nameOf = ({ run }) => run.plan.request.deployment;
    const left = new Set(removals.filter(({ outcome }) => !outcome.succeeded).map(nameOf));
    return [...new Set(removals.map(nameOf))].filter((name) => !left.has(name));
}
function describeEnd(result) {
    if (result?.kind !== "applied")
        return { state: "failure", description: "The run ended before the deployment did." };
    const { succeeded, locations } = result.outcome;
    if (succeeded)
        return { state: "success", description: (0,wording/* countOf */.pq)(locations.length, "code location") };
    const well = locations.filter(({ status }) => ["succeeded", "unchanged", "started"].includes(status)).length;
    return {
        state: "failure",
        description: `${locations.length - well} of ${(0,wording/* countOf */.pq)(locations.length, "code location")} failed`,
    };
}

// EXTERNAL MODULE: ./build/commands/redaction.js
var redaction = __nccwpck_require__(866);
// EXTERNAL MODULE: ./build/commands/trusted-event.js
var trusted_event = __nccwpck_require__(2381);
// EXTERNAL MODULE: ./build/commands/validate.js
var validate = __nccwpck_require__(7541);
// EXTERNAL MODULE: ./build/inputs.js
var build_inputs = __nccwpck_require__(8175);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __nccwpck_require__(9924);
;// CONCATENATED MODULE: ./build/main.js








/** Runs the action once: reads the inputs, runs the command, reports. True when the step is to be green. */
async function run(given) {
    const dependencies = hideCredentials(given);
    const { io } = dependencies;
    const [{ publish }, { publishCommandError, publishError }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(162), __nccwpck_require__.e(518), __nccwpck_require__.e(949)]).then(__nccwpck_require__.bind(__nccwpck_require__, 949)),
        __nccwpck_require__.e(/* import() */ 698).then(__nccwpck_require__.bind(__nccwpck_require__, 1698)),
    ]);
    try {
        const inputs = (0,build_inputs/* readInputs */.K)(dependencies.readInput);
        const event = await (0,trusted_event/* findOutWhoseCode */.jM)(await dependencies.readEvent(), inputs, dependencies.connectPullRequests);
        let succeeded = true;
        for (const [index, chosen] of (0,choose/* chooseCommands */.u)(inputs, event).entries()) {
            // A plan file is of the first command's deployment.
            const own = index === 0 ? inputs : { ...inputs, planFile: undefined };
            const publication = { ...dependencies, inputs: own, event, command: chosen.command };
            let result;
            try {
                result = await runRecorded(chosen, own, event, dependencies);
            }
            catch (error) {
                await publishCommandError(error, chosen, publication);
                return false;
            }
            succeeded = (await publish(result, publication)) && succeeded;
            // The other command would find the same mistakes.
            if (result.kind === "invalid")
                break;
        }
        return succeeded;
    }
    catch (error) {
        await publishError(error, io);
        return false;
    }
}
/** The same, with an end for everything that is hidden; what is known of it already is masked before all else. */
function hideCredentials(given) {
    const { concealment, environment, readInput, connectPullRequests } = given;
    const credentials = [...(0,redaction/* credentialsOf */.YN)(environment), readInput("github-token") ?? ""];
    for (const text of concealment.hide(credentials))
        given.io.mask(text);
    // One for the run: what GitHub has said of its token need not be asked for each comment.
    const connections = new Map();
    return {
        ...given,
        io: (0,redaction/* withoutHidden */.P)(given.io, concealment.redact),
        connectPullRequests: (options) => {
            const key = JSON.stringify([options.token, options.repository]);
            const connection = connections.get(key) ??
                connectPullRequests(options).then((port) => (0,redaction/* withoutHiddenInComments */.YU)(port, concealment.redact));
            connections.set(key, connection);
            return connection;
        },
    };
}
/** Runs one command; with `github-deployments`, GitHub is told when it begins to change something, and how it ended. */
async function runRecorded(chosen, inputs, event, dependencies) {
    const { io, connectDeploymentRecords } = dependencies;
    const { command } = chosen;
    const recorder = createDeploymentRecorder({ io, inputs, event, command, connectDeploymentRecords });
    const context = makeContext(inputs, event, dependencies);
    let result;
    try {
        result = await runCommand(chosen, {
            ...context,
            onApply: (run) => {
                recorder.begin(run);
                return context.onApply(run);
            },
        });
        return result;
    }
    finally {
        await recorder.end(result);
    }
}
/** What a command works with. */
function makeContext(inputs, event, dependencies) {
    const { io, concealment, environment } = dependencies;
    const ofRun = (0,redaction/* publicTextsOfRun */.sU)(environment, inputs);
    return {
        ...dependencies,
        inputs,
        event,
        deployment: (0,deployment/* fullDeployment */.r8)(inputs.deployment),
        hide: (texts, publicTexts = []) => {
            for (const text of concealment.hide(texts, [...publicTexts, ...ofRun]))
                io.mask(text);
        },
        onProgress: (text) => io.info((0,report_escape/* showInvisible */.jQ)(text)),
        onApply: async ({ plan, preflight }) => {
            const { printPlan } = await Promise.all(/* import() */[__nccwpck_require__.e(162), __nccwpck_require__.e(823)]).then(__nccwpck_require__.bind(__nccwpck_require__, 823));
            printPlan({ plan, preflight, problems: [] }, io);
        },
    };
}
/**
 * Runs one command on the deployment it was chosen for. Each brings its own code along: a check of the configuration
 * starts without what plans, writes and reports on plans.
 */
async function runCommand(chosen, context) {
    const own = "deployment" in chosen ? { ...context, deployment: chosen.deployment } : context;
    switch (chosen.command) {
        case "validate":
            return (0,validate/* validate */.tf)(own);
        case "render": {
            const { render } = await __nccwpck_require__.e(/* import() */ 267).then(__nccwpck_require__.bind(__nccwpck_require__, 7267));
            return render(own);
        }
        case "plan": {
            const { plan } = await Promise.all(/* import() */[__nccwpck_require__.e(160), __nccwpck_require__.e(996)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3996));
            return plan(own);
        }
        case "apply": {
            const { apply } = await Promise.all(/* import() */[__nccwpck_require__.e(816), __nccwpck_require__.e(160), __nccwpck_require__.e(123), __nccwpck_require__.e(261)]).then(__nccwpck_require__.bind(__nccwpck_require__, 261));
            const { refuseLateApply } = await __nccwpck_require__.e(/* import() */ 743).then(__nccwpck_require__.bind(__nccwpck_require__, 1743));
            return (await refuseLateApply(own)) ?? apply(own);
        }
        case "destroy": {
            const { destroy } = await Promise.all(/* import() */[__nccwpck_require__.e(160), __nccwpck_require__.e(123), __nccwpck_require__.e(9)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1009));
            return destroy(own);
        }
        case "sweep": {
            const { sweep } = await Promise.all(/* import() */[__nccwpck_require__.e(160), __nccwpck_require__.e(123), __nccwpck_require__.e(35)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7035));
            return sweep(own);
        }
        case "redeploy": {
            const { redeploy } = await Promise.all(/* import() */[__nccwpck_require__.e(816), __nccwpck_require__.e(160), __nccwpck_require__.e(123), __nccwpck_require__.e(261), __nccwpck_require__.e(842), __nccwpck_require__.e(369)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1369));
            return redeploy(own);
        }
        case "rollback": {
            const { rollback } = await Promise.all(/* import() */[__nccwpck_require__.e(816), __nccwpck_require__.e(160), __nccwpck_require__.e(123), __nccwpck_require__.e(261), __nccwpck_require__.e(842), __nccwpck_require__.e(745)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3745));
            return rollback(own);
        }
        case "nothing":
            return { kind: "nothing", message: chosen.message };
    }
}


/***/ }),

/***/ 5909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ secretArnOf),
/* harmony export */   Lw: () => (/* binding */ parseArn),
/* harmony export */   mp: () => (/* binding */ lastSegment)
/* harmony export */ });
/** Undefined when the text is no ARN. */
function parseArn(text) {
    const [prefix, partition, service, region, account, ...resource] = text.split(":");
    if (prefix !== "arn" || !partition || !service || region === undefined || account === undefined)
        return undefined;
    return resource.length === 0 ? undefined : { partition, service, region, account, resource: resource.join(":") };
}
/** The part after the last slash: the name in an ARN of a role, service, task or cluster. */
function lastSegment(arn) {
    return arn.slice(arn.lastIndexOf("/") + 1);
}
/**
 * The ARN of a secret itself. In a container's `valueFrom`, JSON key, version stage and version id may follow
 * (Amazon ECS Developer Guide, "Pass Secrets Manager secrets through environment variables").
 */
function secretArnOf(valueFrom) {
    return valueFrom.split(":").slice(0, 7).join(":");
}


/***/ }),

/***/ 8105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y1: () => (/* binding */ DEFAULT_TASK_MEMORY),
/* harmony export */   bx: () => (/* binding */ CURRENT_IMAGE_VARIABLE),
/* harmony export */   ke: () => (/* binding */ CODE_SERVER_CONTAINER),
/* harmony export */   rl: () => (/* binding */ CONTAINER_CONTEXT_VARIABLE),
/* harmony export */   vE: () => (/* binding */ DEFAULT_TASK_CPU)
/* harmony export */ });
/** Name of the code server's container in every task definition (agent: always `dagster`). */
const CODE_SERVER_CONTAINER = "dagster";
/** Environment variable that carries the location's `container_context` as JSON, for the run launcher. */
const CONTAINER_CONTEXT_VARIABLE = "DAGSTER_CONTAINER_CONTEXT";
/** Environment variable that carries the code server's image, for the run launcher. */
const CURRENT_IMAGE_VARIABLE = "DAGSTER_CURRENT_IMAGE";
/** CPU units and MiB of a code server's task where nothing is configured (docs/agent.md, Merge of the two levels). */
const DEFAULT_TASK_CPU = "256";
const DEFAULT_TASK_MEMORY = "512";


/***/ }),

/***/ 3478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ renderCommentMarker),
/* harmony export */   w: () => (/* binding */ readCommentMarker)
/* harmony export */ });
const MARKER_VERSION = 1;
const MARKER_LINE = /^<!-- dagster-ecs-deploy (\{.*\}) -->/;
/** The hidden first line of a comment. */
function renderCommentMarker(marker) {
    const json = JSON.stringify({ version: MARKER_VERSION, ...marker });
    // Inside the JSON texts only: nothing in a key can end the HTML comment.
    return `<!-- dagster-ecs-deploy ${json.replace(/[<>&@\u2028\u2029-]/g, escapeCharacter)} -->`;
}
function escapeCharacter(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/** The marker at the very beginning of a comment, of this or an earlier version; undefined when there is none. */
function readCommentMarker(body) {
    const json = MARKER_LINE.exec(body)?.[1];
    if (json === undefined)
        return undefined;
    try {
        const { version, key, runId } = JSON.parse(json);
        if (typeof version !== "number" || version > MARKER_VERSION || typeof key !== "string")
            return undefined;
        return { key, ...(typeof runId === "number" && { runId }) };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ HiddenText),
/* harmony export */   JW: () => (/* binding */ revealValue),
/* harmony export */   ne: () => (/* binding */ HIDDEN_PLACEHOLDER)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/**
 * A text that must not leave the process except inside RegisterTaskDefinition. Printing, serializing
 * or inspecting it gives a placeholder; only `reveal` gives the text.
 */
class HiddenText {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The text itself: for the AWS request, for comparison and for hashing only. */
    reveal() {
        return this.#text;
    }
    toString() {
        return HIDDEN_PLACEHOLDER;
    }
    toJSON() {
        return HIDDEN_PLACEHOLDER;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return HIDDEN_PLACEHOLDER;
    }
}
/** What stands in reports where a value is not shown. */
const HIDDEN_PLACEHOLDER = "(hidden)";
/** The text of a value, for the AWS request, for comparison and for hashing only: never for a report. */
function revealValue(value) {
    switch (value.origin) {
        case "literal":
        case "injected":
            return value.text;
        case "step":
        case "agent":
        case "revision":
            return value.hidden.reveal();
    }
}


/***/ }),

/***/ 7399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ DEFAULT_RUN_SIZES),
/* harmony export */   Fj: () => (/* binding */ FARGATE_EPHEMERAL_STORAGE),
/* harmony export */   OL: () => (/* binding */ nearestPairs),
/* harmony export */   Oh: () => (/* binding */ parseCpu),
/* harmony export */   Pw: () => (/* binding */ parseMemory),
/* harmony export */   br: () => (/* binding */ systemOf),
/* harmony export */   dw: () => (/* binding */ isFargatePair),
/* harmony export */   jj: () => (/* binding */ memoryFor),
/* harmony export */   pu: () => (/* binding */ listFargateSizes),
/* harmony export */   uq: () => (/* binding */ cpuFor)
/* harmony export */ });
const BOTH = ["LINUX", "WINDOWS"];
/** Amazon ECS Developer Guide, "Task CPU and memory": eight and sixteen vCPU are for Linux only, as is less than one. */
const SIZES = [
    { cpu: 256, memory: [512, 1024, 2048], systems: ["LINUX"] },
    { cpu: 512, memory: listSteps(1024, 4096, 1024), systems: ["LINUX"] },
    { cpu: 1024, memory: listSteps(2048, 8192, 1024), systems: BOTH },
    { cpu: 2048, memory: listSteps(4096, 16_384, 1024), systems: BOTH },
    { cpu: 4096, memory: listSteps(8192, 30_720, 1024), systems: BOTH },
    { cpu: 8192, memory: listSteps(16_384, 61_440, 4096), systems: ["LINUX"] },
    { cpu: 16_384, memory: listSteps(32_768, 122_880, 8192), systems: ["LINUX"] },
];
/** What the run launcher registers when nobody names a size (`dagster_aws/ecs/launcher.py`). */
const DEFAULT_RUN_SIZES = {
    LINUX: { cpu: 256, memory: 512 },
    WINDOWS: { cpu: 1024, memory: 2048 },
};
/** GiB of ephemeral storage that a Fargate task can ask for (ECS API, EphemeralStorage). */
const FARGATE_EPHEMERAL_STORAGE = { minimum: 21, maximum: 200 };
/** All sizes, by CPU, then memory. */
function listFargateSizes(system = "LINUX") {
    return rangesOf(system).flatMap(({ cpu, memory }) => memory.map((one) => ({ cpu, memory: one })));
}
/** Whether Fargate has a task of this size. CPU in units, memory in MiB. */
function isFargatePair(cpu, memory, system = "LINUX") {
    return memoryFor(cpu, system).includes(memory);
}
/** The memory sizes (MiB) for a CPU size, ascending; empty when Fargate has no such CPU size. */
function memoryFor(cpu, system = "LINUX") {
    return rangesOf(system).find((range) => range.cpu === cpu)?.memory ?? [];
}
/** The CPU sizes (units) for a memory size, ascending; empty when Fargate has no such memory size. */
function cpuFor(memory, system = "LINUX") {
    return rangesOf(system)
        .filter((range) => range.memory.includes(memory))
        .map(({ cpu }) => cpu);
}
/**
 * Up to three sizes to write instead, best first: the same CPU with the nearest memory, the same memory with the
 * nearest CPU, the smallest size that has at least both, and the largest that has at most both. For a size that
 * Fargate has, only that.
 */
function nearestPairs(cpu, memory, system = "LINUX") {
    if (isFargatePair(cpu, memory, system))
        return [{ cpu, memory }];
    const sizes = listFargateSizes(system);
    const sameCpu = nearest(memoryFor(cpu, system), memory);
    const sameMemory = nearest(cpuFor(memory, system), cpu);
    const candidates = [
        sameCpu === undefined ? undefined : { cpu, memory: sameCpu },
        sameMemory === undefined ? undefined : { cpu: sameMemory, memory },
        sizes.find((size) => size.cpu >= cpu && size.memory >= memory),
        sizes.findLast((size) => size.cpu <= cpu && size.memory <= memory),
    ].filter((size) => size !== undefined);
    const found = candidates.length === 0 ? sizes.slice(0, 1) : candidates;
    return found
        .filter((size, index) => found.findIndex((one) => one.cpu === size.cpu && one.memory === size.memory) === index)
        .slice(0, 3);
}
/**
 * CPU units of a task's `cpu` as ECS reads it: units ("1024") or vCPU ("1 vCPU", ".25 vcpu"); undefined for anything
 * else (ECS API, RegisterTaskDefinition).
 */
function parseCpu(text) {
    return parseWhole(text) ?? parseUnits(text, /^\s*(\d+|\d*\.\d+)\s*vcpu\s*$/i);
}
/**
 * MiB of a task's `memory` as ECS reads it: MiB ("1024") or GB ("1 GB", "0.5GB"); undefined for anything else (ECS
 * API, RegisterTaskDefinition).
 */
function parseMemory(text) {
    return parseWhole(text) ?? parseUnits(text, /^\s*(\d+|\d*\.\d+)\s*gb\s*$/i);
}
/** The system of a task with this `runtime_platform.operatingSystemFamily`; Linux when it names none. */
function systemOf(operatingSystemFamily) {
    return /^windows/i.test(operatingSystemFamily ?? "") ? "WINDOWS" : "LINUX";
}
function rangesOf(system) {
    return SIZES.filter(({ systems }) => systems.includes(system));
}
/** The nearest of ascending numbers; of two equally near ones the larger, as too little is worse than too much. */
function nearest(numbers, wanted) {
    return numbers.reduce((best, one) => (best === undefined || Math.abs(one - wanted) <= Math.abs(best - wanted) ? one : best), undefined);
}
function listSteps(minimum, maximum, step) {
    return Array.from({ length: (maximum - minimum) / step + 1 }, (_, index) => minimum + index * step);
}
function parseWhole(text) {
    return /^\s*\d+\s*$/.test(text) ? wholeOnly(Number(text)) : undefined;
}
function parseUnits(text, form) {
    const [, amount] = form.exec(text) ?? [];
    return amount === undefined ? undefined : wholeOnly(Number(amount) * 1024);
}
function wholeOnly(value) {
    return Number.isSafeInteger(value) ? value : undefined;
}


/***/ }),

/***/ 3863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7435);

/** The registered algorithms (OCI image specification, "Digests"). */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const TAG = /^\w[\w.-]{0,127}$/;
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const ECR_HOST = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)$/;
const LONGEST_NAME = 255;
/** Takes an image reference apart, or says why it is none. */
function parseImageReference(text) {
    const early = refuseEvidently(text);
    if (early !== undefined)
        return { status: "invalid", reason: early };
    const [beforeDigest = "", digest, ...rest] = text.split("@");
    if (rest.length > 0)
        return { status: "invalid", reason: "has more than one `@`" };
    if (digest !== undefined && !DIGEST.test(digest)) {
        return {
            status: "invalid",
            reason: `has a digest that is none: \`${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clipText */ .gL)(digest)}\` (sha256: and 64 hex digits)`,
        };
    }
    const { name, tag } = splitTag(beforeDigest);
    if (tag !== undefined && !TAG.test(tag)) {
        return { status: "invalid", reason: `has a tag that is none: \`${(0,_shown_text_js__WEBPACK_IMPORTED_MODULE_0__/* .clipText */ .gL)(tag)}\`` };
    }
    const { registry, repository } = splitRegistry(name);
    const refused = refuseName(name, registry, repository);
    if (refused !== undefined)
        return { status: "invalid", reason: refused };
    const ecr = registry === undefined ? undefined : parseEcrRegistry(registry);
    return {
        status: "valid",
        reference: {
            ...(registry === undefined ? {} : { registry }),
            repository,
            ...(tag === undefined ? {} : { tag }),
            ...(digest === undefined ? {} : { digest }),
            ...(ecr === undefined ? {} : { ecr }),
        },
    };
}
/** Mistakes seen in the field, with words of their own. */
function refuseEvidently(text) {
    if (text === "")
        return "is empty";
    const variable = /\$\{[^}]*\}|\$[A-Za-z_]\w*|\{\{.*?\}\}/.exec(text)?.[0];
    if (variable)
        return `contains \`${variable}\`, which neither Dagster nor this action replaces by a value`;
    if (/\s/.test(text))
        return "contains white space";
    if (text.includes("***"))
        return "contains `***`: GitHub masked a part of it because a secret has that value";
    if (/^@?sha(256|512):[0-9a-fA-F]+$/.test(text))
        return "is only a digest, without a repository";
    if (/^[a-z]+:\/\//.test(text))
        return "begins with a protocol";
    return undefined;
}
/** A colon before the last slash belongs to a port. */
function splitTag(text) {
    const colon = text.lastIndexOf(":");
    if (colon <= text.lastIndexOf("/"))
        return { name: text, tag: undefined };
    return { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}
/** The first component is a host only when it looks like one; otherwise the image is on Docker Hub. */
function splitRegistry(name) {
    const slash = name.indexOf("/");
    const first = name.slice(0, Math.max(slash, 0));
    const isHost = first === "localhost" || /[.:[]/.test(first);
    return isHost ? { registry: first, repository: name.slice(slash + 1) } : { registry: undefined, repository: name };
}
function refuseName(name, registry, repository) {
    if (registry !== undefined && !HOST.test(registry))
        return `has a registry that is no host name: \`${registry}\``;
    if (repository === "")
        return "has no repository";
    if (name.length > LONGEST_NAME)
        return `has a name of ${name.length} characters (at most ${LONGEST_NAME})`;
    if (/[A-Z]/.test(repository))
        return `has capital letters in its repository: \`${repository}\``;
    const wrong = repository.split("/").find((component) => !PATH_COMPONENT.test(component));
    return wrong === undefined ? undefined : `has a repository with the part \`${wrong}\`, which no registry accepts`;
}
function parseEcrRegistry(registry) {
    const [, account, region, suffix] = ECR_HOST.exec(registry) ?? [];
    return account === undefined || region === undefined || suffix === undefined
        ? undefined
        : { account, region, suffix };
}


/***/ }),

/***/ 9598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isJsonObject),
/* harmony export */   P: () => (/* binding */ isJsonList)
/* harmony export */ });
/** True for a JSON object, false for lists, scalars and null. */
function isJsonObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** True for a JSON list; `Array.isArray` does not narrow readonly lists. */
function isJsonList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 7696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ scanForSecrets)
/* harmony export */ });
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2142);

/** `name: DB_PASSWORD`, whose value stands beside it. */
const NAME_ENTRY = /(?<![\w-])["']?(?:name|key)["']?[ \t]*[:=][ \t]*["']?([\w.-]+)/g;
const VALUE_ENTRY = /(?<![\w-])["']?value(?:From)?["']?[ \t]*[:=][ \t]*/g;
/** A word of a command, with the next one behind it. */
const FLAG = /(?<![\w-])--?([\w-]{1,80})["']?(?:[ \t]*,|[ \t]*\r?\n[ \t]*-)[ \t]*/g;
/** Characters around a name in which its value is looked for. */
const NEIGHBOURHOOD = 300;
/**
 * What looks like a secret in a text whose structure is not known: a file with syntax errors, Python, TOML. Rather too
 * much than too little: a value goes to its closing quote, else to the end of its line and of the lines that are
 * indented below it.
 */
function scanForSecrets(text) {
    const flags = Array.from(text.matchAll(FLAG)).flatMap(({ 0: whole, 1: name = "", index }) => (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mayNameSecret */ .lS)(name) ? [index + whole.length] : []);
    const starts = [...(0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findSecretAssignments */ .Ah)(text), ...findValuesOfNames(text), ...flags];
    const values = starts.flatMap((start) => valueAt(text, start) ?? []);
    return (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinSpans */ .kU)([...(0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findMarkedSecrets */ .$_)(text), ...values]);
}
function findValuesOfNames(text) {
    return Array.from(text.matchAll(NAME_ENTRY)).flatMap(({ index, 1: name = "" }) => {
        if (!(0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .mayNameSecret */ .lS)(name))
            return [];
        const from = Math.max(0, index - NEIGHBOURHOOD);
        const around = text.slice(from, index + NEIGHBOURHOOD);
        return Array.from(around.matchAll(VALUE_ENTRY), ({ 0: whole, index: at }) => from + at + whole.length);
    });
}
function valueAt(text, start) {
    const [quote = ""] = /^(?:"""|'''|["'])/.exec(text.slice(start, start + 3)) ?? [];
    const inside = start + quote.length;
    const close = quote === "" ? -1 : closingQuote(text, inside, quote);
    const end = close === -1 ? endOfBlock(text, start) : close;
    const span = { start: close === -1 ? start : inside, end };
    const value = text.slice(span.start, end);
    return (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isHarmlessValue */ .nk)(value.replace(/[\s,;)\]}]+$/, "")) ? undefined : span;
}
function closingQuote(text, from, quote) {
    for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
        if (text[at - 1] !== "\\")
            return at;
    }
    return -1;
}
/** The end of the line, and of the lines behind it that are blank or indented more than it. */
function endOfBlock(text, start) {
    const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
    const lines = /[^\r\n]*(\r\n|[\r\n]|$)/y;
    lines.lastIndex = start;
    let end = start;
    for (let line = lines.exec(text); line; line = lines.exec(text)) {
        const isFirst = line.index === start;
        const depth = line[0].search(/[^ \t\r\n]/);
        if (!isFirst && depth !== -1 && depth <= indent)
            return end;
        if (isFirst || depth !== -1)
            end = line.index + line[0].length - (line[1] ?? "").length;
        if (line[1] === "")
            return end;
    }
    return end;
}


/***/ }),

/***/ 2142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ findMarkedSecrets),
/* harmony export */   Ah: () => (/* binding */ findSecretAssignments),
/* harmony export */   L4: () => (/* binding */ namesSecret),
/* harmony export */   QE: () => (/* binding */ hideMarkedSecrets),
/* harmony export */   eP: () => (/* binding */ kindOfSecret),
/* harmony export */   eZ: () => (/* binding */ findAssignedSecret),
/* harmony export */   kU: () => (/* binding */ joinSpans),
/* harmony export */   lS: () => (/* binding */ mayNameSecret),
/* harmony export */   nk: () => (/* binding */ isHarmlessValue),
/* harmony export */   pK: () => (/* binding */ mayHaveSecrets),
/* harmony export */   s0: () => (/* binding */ hideSecrets)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2103);

/** Names whose values are secrets. The end decides: DB_PASSWORD_FILE and TOKEN_URL are none. */
const SECRET_NAME = /(?:^|_|^PG)(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|SECRET_KEY|SECRET_ACCESS_KEY|CLIENT_SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ENCRYPTION_KEY|WEBHOOK_SECRET|CREDENTIALS_JSON)$/i;
/** What may be a secret's name as well: not worth a warning, but not to be shown either. */
const DOUBTFUL_NAME = /(?:password|passwd|passphrase|token|secret|api_?key)$|(?:^|_)(?:access_?key|authorization|cookies?|credentials?)$/i;
/** Longer names are none; the end of one decides. */
const LONGEST_NAME = 80;
/** Values that issuers mark, and what they are. Where there is a group, it is the secret. */
const MARKED = [
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/dg, "an AWS access key"],
    [/\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,})/dg, "a GitHub token"],
    [/\bglpat-[A-Za-z0-9_-]{20,}/dg, "a GitLab token"],
    [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/dg, "a Slack token"],
    [/\bhooks\.slack\.com\/services\/(\w+\/\w+\/\w{16,})/dg, "the address of a Slack webhook"],
    [/\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/dg, "an API key"],
    [/\b[rs]k_live_[A-Za-z0-9]{16,}/dg, "a Stripe key"],
    [/\bAIza[A-Za-z0-9_-]{35}/dg, "a Google API key"],
    [/\bdapi[0-9a-f]{32}\b/dg, "a Databricks token"],
    [/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----(?:[^-]*)(?:-----END [A-Z0-9 ]*-----)?/dg, "a private key"],
    [/(?<![\w-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/dg, "a signed token (JWT)"],
    [/\bagent:[\w-]+:([0-9a-f]{32})\b/dg, "a Dagster+ agent token"],
    [
        /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/@$<{]*:((?!\*+@)[^\s@/$<{]{4,})@/dgi,
        "an address with a password",
    ],
];
/** A start of each of them: most texts have none. */
const MARKS = /A[KS]IA|gh[pousr]_|github_pat_|glpat-|xox|hooks\.slack|sk-|k_live_|AIza|dapi|-----BEGIN|eyJ|(?:agent|user):|:\/\//i;
/** A token of Dagster+ or of one of its users, whatever its secret part looks like. */
const DAGSTER_TOKEN = /(?<![\w/-])(?:agent|user):[\w.-]+:([^\s"'`,;\]}]+)/dg;
/** Values under such names that are no secrets: references, switches, numbers, placeholders. */
const HARMLESS = /^(?:|true|false|yes|no|on|off|none|null|enabled|disabled|\d{1,3}|arn:.*|\/[\w./-]*|https?:\/\/.*|[\w.-]+\.(?:json|pem|key|txt|ya?ml)|[$<{*%].*|x+|\.+|(?:change|replace)[-_ ]?me|your[-_].*|example.*|dummy|placeholder|todo)$/i;
/** Longer texts are no switches and no file names. */
const LONGEST_HARMLESS = 2_048;
/** A part of every name that may be that of a secret. */
const NAME_PARTS = /pass|pwd|secret|token|key|auth|cookie|credential/i;
/** Whether there can be a secret in a text at all: most have none, and a look is cheaper than a search. */
function mayHaveSecrets(text) {
    return NAME_PARTS.test(text) || MARKS.test(text);
}
/** What a value is by the mark of its issuer; undefined for one without a mark. */
function kindOfSecret(value) {
    if (!MARKS.test(value))
        return undefined;
    return MARKED.find(([pattern]) => value.search(pattern) !== -1)?.[1];
}
/** Whether a variable of this name is meant to hold a secret: sure enough for a warning. */
function namesSecret(name) {
    return SECRET_NAME.test(name.slice(-LONGEST_NAME));
}
/** Whether what stands under this name is not to be shown, to be on the safe side. */
function mayNameSecret(name) {
    const end = name.trim().slice(-LONGEST_NAME);
    if (DOUBTFUL_NAME.test(end))
        return true;
    const words = end.replace(/([a-z0-9])(?=[A-Z])/g, "$1_").replace(/[-. ]/g, "_");
    return SECRET_NAME.test(words) || DOUBTFUL_NAME.test(words);
}
/** Whether a value is none for all its name says: a reference, a switch, a placeholder. */
function isHarmlessValue(value) {
    const text = value.trim();
    return text.length <= LONGEST_HARMLESS && HARMLESS.test(text);
}
/** The parts of any text that issuers mark as secrets. */
function findMarkedSecrets(text) {
    if (!MARKS.test(text))
        return [];
    return [...MARKED.map(([pattern]) => pattern), DAGSTER_TOKEN].flatMap((pattern) => Array.from(text.matchAll(pattern), ({ indices }) => {
        const [start = 0, end = 0] = indices?.[1] ?? indices?.[0] ?? [];
        return { start, end };
    }));
}
/** `NAME=`, `NAME: ` or `"NAME":`; a name begins where nothing that belongs to one stands before. */
const ASSIGNMENT = /(?<![\w.-])["']?(-{0,2}[A-Za-z_][\w.-]*)(?:["']?[ \t]*=[ \t]*|["'][ \t]*:[ \t]*|[ \t]*:(?:[ \t]+|(?=[\r\n])))/g;
/** Where the values of secret-looking names begin in a text. */
function findSecretAssignments(text) {
    return Array.from(text.matchAll(ASSIGNMENT)).flatMap(({ 0: whole, 1: name = "", index }) => mayNameSecret(name) ? [index + whole.length] : []);
}
/** The value in `NAME=VALUE` or `NAME: VALUE`, to the end of the text, where the name is that of a secret. */
function findAssignedSecret(text) {
    if (!/[=:]/.test(text) || !NAME_PARTS.test(text))
        return undefined;
    const start = findSecretAssignments(text).find((offset) => !isHarmlessValue(text.slice(offset)));
    return start === undefined ? undefined : { start, end: text.length };
}
/** How much of a long value is searched: no more of it is shown. */
const MOST_SEARCHED = 4_096;
/** A value as messages may show it: without what looks like a secret in it. */
function hideSecrets(value) {
    const text = value.length > MOST_SEARCHED ? value.slice(0, MOST_SEARCHED) : value;
    if (!mayHaveSecrets(text))
        return value;
    const assigned = findAssignedSecret(text);
    const spans = joinSpans([...findMarkedSecrets(text), ...(assigned ? [assigned] : [])]);
    return spans.length === 0 ? value : replaceSpans(text, spans) + (assigned ? "" : value.slice(MOST_SEARCHED));
}
/** A sentence without what issuers mark as secrets. */
function hideMarkedSecrets(text) {
    return !MARKS.test(text) ? text : replaceSpans(text, joinSpans(findMarkedSecrets(text)));
}
/** In the order of the text, those that touch as one. */
function joinSpans(spans) {
    const joined = [];
    for (const span of spans.toSorted((left, right) => left.start - right.start)) {
        const last = joined.at(-1);
        if (last && span.start <= last.end)
            joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
        else if (span.end > span.start)
            joined.push(span);
    }
    return joined;
}
function replaceSpans(text, spans) {
    let shown = "";
    let from = 0;
    for (const { start, end } of spans) {
        shown += text.slice(from, start) + _environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne;
        from = end;
    }
    return shown + text.slice(from);
}


/***/ }),

/***/ 7435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fU: () => (/* binding */ listTexts),
/* harmony export */   gL: () => (/* binding */ clipText),
/* harmony export */   ol: () => (/* binding */ quoteText),
/* harmony export */   ud: () => (/* binding */ clipSentence)
/* harmony export */ });
/** Characters of a value that are shown: an image with its digest and an ARN are shorter. */
const MOST_OF_VALUE = 160;
/** Names that are listed. */
const MOST_IN_LIST = 20;
/** Characters of a whole message, hint or path. */
const MOST_OF_SENTENCE = 1_500;
/** A value as a text for people shows it: cut when it is long, with its length. */
function clipText(text) {
    return text.length <= MOST_OF_VALUE ? text : `${startOf(text, MOST_OF_VALUE)} ${lengthOf(text)}`;
}
/** `clipText` between double quotes, with what cannot be printed escaped. */
function quoteText(text) {
    if (text.length <= MOST_OF_VALUE)
        return JSON.stringify(text);
    return `${JSON.stringify(startOf(text, MOST_OF_VALUE))} ${lengthOf(text)}`;
}
/** Names in a row, as a sentence lists them: a person needs no more than some. */
function listTexts(texts) {
    const shown = texts.slice(0, MOST_IN_LIST).map(clipText).join(", ");
    return texts.length <= MOST_IN_LIST ? shown : `${shown} and ${texts.length - MOST_IN_LIST} more`;
}
/** A whole sentence that has many values in it, or one that nobody cut. */
function clipSentence(text) {
    return text.length <= MOST_OF_SENTENCE ? text : `${startOf(text, MOST_OF_SENTENCE)} ${lengthOf(text)}`;
}
/** Not between the two halves of a character outside the basic plane. */
function startOf(text, most) {
    return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}
function lengthOf(text) {
    return `(${text.length} characters)`;
}


/***/ }),

/***/ 9737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   jb: () => (/* binding */ findLineStarts),
/* harmony export */   kk: () => (/* binding */ lineAround),
/* harmony export */   nX: () => (/* binding */ makeSourceText),
/* harmony export */   wi: () => (/* binding */ plainSource)
/* harmony export */ });
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2103);
/* harmony import */ var _secret_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7696);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2142);



/** What ends a line in most files. */
const LINE_ENDS = /\r\n|[\n\r]/g;
/** A text that is not YAML; what looks like a secret in it is hidden. */
function plainSource(text) {
    return { text, lineStarts: findLineStarts(text, LINE_ENDS), hidden: (0,_secret_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanForSecrets */ .I)(text) };
}
function makeSourceText(text, lineStarts, hidden) {
    return { text, lineStarts, hidden: (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSpans */ .kU)(hidden) };
}
/** Offsets of the first characters of the lines. `lineEnds`: a global pattern. */
function findLineStarts(text, lineEnds) {
    return [0, ...Array.from(text.matchAll(lineEnds), ({ 0: end, index }) => index + end.length)];
}
/** A line cut in two at a column, without what is hidden in it. Line and column start at 1. */
function lineAround(source, line, column) {
    const start = source.lineStarts[line - 1];
    if (start === undefined || source.text === "")
        return undefined;
    const next = source.lineStarts[line] ?? source.text.length;
    const end = start + source.text.slice(start, next).replace(/[\n\r\u0085\u2028\u2029]+$/, "").length;
    const at = Math.min(start + column - 1, end);
    const spans = spansBetween(source.hidden, start, end);
    const inside = spans.find((span) => span.start < at && span.end > at);
    // Within something hidden, the place is where that begins.
    return {
        before: show(source.text, start, inside?.start ?? at, spans),
        after: show(source.text, inside?.start ?? at, end, spans),
    };
}
/** Those that have some of the text between two places: a run of them, as they are in order. */
function spansBetween(spans, start, end) {
    let low = 0;
    let high = spans.length;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((spans[middle]?.end ?? 0) > start)
            high = middle;
        else
            low = middle + 1;
    }
    let last = low;
    while (last < spans.length && (spans[last]?.start ?? end) < end)
        last += 1;
    return spans.slice(low, last);
}
function show(text, from, to, spans) {
    let shown = "";
    let at = from;
    for (const span of spans) {
        const start = Math.max(span.start, at);
        if (start >= to || span.end <= at)
            continue;
        shown += text.slice(at, start) + _environment_js__WEBPACK_IMPORTED_MODULE_0__/* .HIDDEN_PLACEHOLDER */ .ne;
        at = Math.min(span.end, to);
    }
    return shown + text.slice(at, to);
}


/***/ }),

/***/ 7054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isTemplate)
/* harmony export */ });
/** What is left of a template that nothing has filled in: of a shell, Terraform, GitHub, Jinja or Helm. */
const TEMPLATE = /\$\{[^}]*\}|\$[A-Z_][A-Z0-9_]*|\{\{.*\}\}|\{%.*%\}/;
/** Whether a value is, or has in it, a variable of a template. */
function isTemplate(text) {
    return TEMPLATE.test(text.slice(0, LONGEST));
}
/** Longer values are looked at so far. */
const LONGEST = 10_000;


/***/ }),

/***/ 3298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ compareCodePoints)
/* harmony export */ });
/**
 * Order by Unicode code point, as Python sorts text. JavaScript's own order is by UTF-16 unit, and locale orders
 * differ from machine to machine.
 */
function compareCodePoints(left, right) {
    return Buffer.compare(Buffer.from(left, "utf8"), Buffer.from(right, "utf8"));
}


/***/ }),

/***/ 2434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createConcealment)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1725);

/** A shorter text is too often part of a name that a report is about: it is hidden where it would be shown, not everywhere. */
const SHORTEST = 8;
/** Hides nothing yet. */
function createConcealment() {
    const forms = new _redact_js__WEBPACK_IMPORTED_MODULE_0__/* .FormIndex */ .Hj();
    const hidden = new Set();
    return {
        hide(texts, publicTexts = []) {
            // Locations share most of their values, and looking for one in all files takes time.
            const candidates = new Set(Array.from(texts, (text) => text.trim()));
            const added = [...candidates]
                .filter((text) => text.length >= SHORTEST && !hidden.has(text))
                .filter((text) => !publicTexts.some((known) => known.includes(text)));
            for (const text of added) {
                hidden.add(text);
                forms.add(text);
            }
            const lines = added.flatMap((text) => text.split(/\r\n|\r|\n/)).map((line) => line.trim());
            return [...new Set(lines.filter((line) => line.length >= SHORTEST))];
        },
        redact: (text) => forms.redact(text),
    };
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ renderLink),
/* harmony export */   E9: () => (/* binding */ renderProse),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   IJ: () => (/* binding */ renderCodeLink),
/* harmony export */   gl: () => (/* binding */ renderProseCell),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   jQ: () => (/* binding */ showInvisible),
/* harmony export */   ti: () => (/* binding */ inlineCode),
/* harmony export */   yg: () => (/* binding */ defuseWorkflowCommands),
/* harmony export */   zW: () => (/* binding */ fencedBlock),
/* harmony export */   zY: () => (/* binding */ showInvisibleInLines)
/* harmony export */ });
// The only place where text is made harmless. Text from users, branches, AWS and logs is data: in a report it
// cannot become markup, a link, a mention, an issue reference or a workflow command.
const ZERO_WIDTH_SPACE = "\u200b";
// Controls, format characters (bidi overrides, zero-width ones), line separators, lone surrogates.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const SHORT_ESCAPES = new Map([
    ["\n", "\\n"],
    ["\r", "\\r"],
    ["\t", "\\t"],
]);
/** Makes every invisible character readable (`\n`, `\u{202E}`), except the ones in `keep`. The result is one line unless `keep` has a newline. */
function showInvisible(text, keep = "") {
    return text.replace(INVISIBLE, (character) => {
        if (keep.includes(character))
            return character;
        return SHORT_ESCAPES.get(character) ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
    });
}
/** Text with line breaks as `\n` and everything else invisible shown; tabs stay. */
function showInvisibleInLines(text) {
    return showInvisible(text.replaceAll("\r\n", "\n"), "\n\t");
}
/** Plain text inside Markdown: no markup, HTML, link, mention, issue reference or formula comes of it. */
function escapeMarkdown(text) {
    return escapeMarkup(breakEmojis(breakReferences(showInvisible(text).trim())).replace(COMMIT, divideCommit));
}
function escapeMarkup(text) {
    return (text
        .replace(/[\\*_[\]~$]/g, "\\$&")
        .replaceAll("&", "&amp;")
        .replaceAll("`", "&#96;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll("|", "&#124;")
        // A list, a heading or a rule begins only at the start of a line.
        .replace(/^[#+=-]/, "\\$&")
        .replace(/^(\d+)([.)])/, "$1\\$2"));
}
// GitHub looks for these in the rendered text, where entities and backslashes are gone: only a character helps.
function breakReferences(text) {
    return (text
        // On both sides: before it for mail addresses, behind it for mentions.
        .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${ZERO_WIDTH_SPACE}`)
        .replace(/(?<=[\w.+-])@/g, `${ZERO_WIDTH_SPACE}@`)
        .replace(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
        .replace(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1-${ZERO_WIDTH_SPACE}`)
        .replaceAll("://", `:${ZERO_WIDTH_SPACE}//`)
        .replace(/(www)\./gi, `$1${ZERO_WIDTH_SPACE}.`));
}
function breakEmojis(text) {
    return text.replace(ARN_OR_EMOJI, (_found, arn) => arn ?? `:${ZERO_WIDTH_SPACE}`);
}
/**
 * What GitHub takes for a commit when there is one. A number alone is left as it is, as accounts are numbers, and so is
 * the tag of an image in Amazon ECR: people copy both.
 */
const COMMIT = /(?<!\w)(?<!\.amazonaws\.com(?:\.cn)?\/[\w./-]{1,255}:)(?=\d*[a-f])[0-9a-f]{7,40}(?!\w)/g;
function divideCommit(hash) {
    return hash.replace(/.{6}(?=.)/g, `$&${ZERO_WIDTH_SPACE}`);
}
/** The beginning of an ARN, which people copy, stays whole; another `:name:` could be an emoji. */
const ARN_OR_EMOJI = /(\barn:aws[a-z-]{0,10}:(?:ec[2rs]|iam|kms|logs|s3|secretsmanager|servicediscovery|ssm|sts):(?:[a-z]{2}(?:-[a-z]+)+-\d)?:\d*)|:(?=(?!\d+:)[a-z0-9_+-]+:|100:|1234:)/gi;
/** A sentence in which pairs of backticks mark code. Both the code and the rest are data. */
function renderProse(text) {
    return renderPieces(text, inlineCode);
}
/** `renderProse` for a cell of a table. */
function renderProseCell(text) {
    return renderPieces(text, cellCode);
}
function renderPieces(text, renderCode) {
    const pieces = showInvisible(text)
        .trim()
        .split(/`([^`]+)`/);
    return pieces
        .map((piece, index) => {
        if (index % 2 === 1)
            return renderCode(piece);
        // Two pieces of code side by side would read as one.
        const isBetween = index > 0 && index < pieces.length - 1;
        return piece === "" && isBetween ? " " : escapeKeepingSpaces(piece);
    })
        .join("");
}
function escapeKeepingSpaces(piece) {
    const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
    return `${before && " "}${escapeMarkdown(middle)}${after && " "}`;
}
/** Text as inline code, whatever backticks it contains. */
function inlineCode(text) {
    const visible = showInvisible(text);
    if (visible.trim() === "")
        return `\`"${visible}"\``;
    const ticks = "`".repeat(longestRun(visible) + 1);
    const padding = /^[` ]|[` ]$/.test(visible) ? " " : "";
    return `${ticks}${padding}${visible}${padding}${ticks}`;
}
/** Inline code inside a table, where a `|` would end the cell even in code. */
function cellCode(text) {
    return text.includes("|") ? encodedCode(text) : inlineCode(text);
}
/** Text as `<code>` inside a block of HTML (a `<summary>`), where no Markdown is read. */
function htmlCode(text) {
    const escaped = breakReferences(showInvisible(text))
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
    return `<code>${escaped}</code>`;
}
// Every character that Markdown could read becomes an entity: correct both as Markdown and as HTML.
function encodedCode(text) {
    const encoded = showInvisible(text).replace(/[^\p{L}\p{N} ./=-]/gu, (character) => `&#${character.codePointAt(0)};`);
    return `<code>${encoded}</code>`;
}
/** A fenced block that nothing inside can close. */
function fencedBlock(text, language) {
    const visible = showInvisibleInLines(text);
    const fence = "`".repeat(Math.max(3, longestRun(visible) + 1));
    return `${fence}${language}\n${visible}\n${fence}`;
}
/** A link to a page of GitHub or AWS; only the label when the address is not http(s). */
function renderLink(label, address) {
    // GitHub looks for no commits in a link.
    const inLink = escapeMarkup(breakEmojis(breakReferences(showInvisible(label).trim())));
    return linkTo(inLink, address) ?? escapeMarkdown(label);
}
/** The same with a label that is code: it stays as it is, also when it is copied. Fits into a cell. */
function renderCodeLink(label, address) {
    const code = cellCode(label);
    return linkTo(code, address) ?? code;
}
/** `label`: Markdown. Undefined when the address is not http(s). */
function linkTo(label, address) {
    if (!/^https?:\/\/[^\s<>]+$/.test(address))
        return undefined;
    const safe = address.replace(/[()\\`*_[\]|]/g, (character) => character === "_" ? "_" : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
    return `[${label}](${safe})`;
}
/** What .NET trims before a command, or overlooks in a comparison, as the runner may. */
const OVERLOOKED = String.raw `\p{Cf}\p{Cc}\p{Mn}`;
const NEWER_COMMAND = new RegExp(`^([\\s${OVERLOOKED}]*:)(?=[${OVERLOOKED}]*:)`, "u");
const OLDER_COMMAND = new RegExp(`(#[${OVERLOOKED}]*#)(?=[${OVERLOOKED}]*\\[)`, "gu");
/**
 * Console text in which no line can be a workflow command. The runner reads `::name::` at the start of a line
 * (after white space) and the older `##[name]` anywhere in it (actions/runner, ActionCommand.cs).
 */
function defuseWorkflowCommands(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line) => line.replace(NEWER_COMMAND, "$1 ").replace(OLDER_COMMAND, "$1 "))
        .join("\n");
}
function longestRun(text) {
    return Math.max(0, ...Array.from(text.matchAll(/`+/g), (match) => match[0].length));
}


/***/ }),

/***/ 3488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ shortenImage),
/* harmony export */   Mo: () => (/* binding */ shortenHash),
/* harmony export */   g$: () => (/* binding */ shortDigestOf)
/* harmony export */ });
/* harmony import */ var _model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3863);

const FULL_COMMIT = /^[0-9a-f]{40}$/;
/** As many digits of a hash as container tools show. */
const SHORT_HASH = 12;
/** `repository:tag` without registry and path; a commit as tag is shortened; the digest when there is no tag. */
function shortenImage(reference) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(reference);
    if (parsed.status === "invalid")
        return reference;
    const { repository, tag, digest } = parsed.reference;
    const name = repository.slice(repository.lastIndexOf("/") + 1);
    if (tag !== undefined)
        return `${name}:${shortenHash(tag)}`;
    return digest === undefined ? name : `${name}@${shortenDigest(digest)}`;
}
/** The short digest of a reference, such as `sha256:9b1c2d3e4f5a`; undefined when it has none. */
function shortDigestOf(reference) {
    const parsed = (0,_model_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o)(reference);
    if (parsed.status === "invalid" || parsed.reference.digest === undefined)
        return undefined;
    return shortenDigest(parsed.reference.digest);
}
function shortenDigest(digest) {
    return digest.slice(0, digest.indexOf(":") + 1 + SHORT_HASH);
}
/** A full commit hash becomes a short one; any other text stays. */
function shortenHash(text) {
    return FULL_COMMIT.test(text) ? text.slice(0, SHORT_HASH) : text;
}


/***/ }),

/***/ 6409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ renderAlert),
/* harmony export */   PL: () => (/* binding */ renderDetails),
/* harmony export */   bo: () => (/* binding */ renderTable),
/* harmony export */   pI: () => (/* binding */ renderList),
/* harmony export */   pj: () => (/* binding */ renderNames)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9924);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2867);


// Blocks of GitHub's Markdown. What goes in must be escaped already.
/** GitHub's coloured note; elsewhere a quotation. */
function renderAlert(kind, lines) {
    return [`[!${kind}]`, ...lines].map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}
/** A collapsed section. `summary` is HTML. */
function renderDetails(summary, content, isOpen = false) {
    return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
/** A table; no cell may contain a line break or a bare `|`. */
function renderTable(header, rows) {
    const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
    return lines.join("\n");
}
/** A list of items, cut after `most` of them, visibly. */
function renderList(items, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .takeFirst */ .SG)(items, most);
    return [...shown.map((item) => `- ${item}`), ...(more > 0 ? [`- … and ${more} more`] : [])];
}
/** Names as inline code, cut after `most` of them, visibly. */
function renderNames(names, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .takeFirst */ .SG)(names, most);
    return shown.map(_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti).join(", ") + (more > 0 ? ` and ${more} more` : "");
}


/***/ }),

/***/ 3297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ renderPlace),
/* harmony export */   r: () => (/* binding */ renderOrigin)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9924);
/* harmony import */ var _image_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3488);


/** Commit and run, each with a link where there is a page. */
function renderOrigin(origin, commit = null) {
    const sha = origin.headSha ?? commit ?? undefined;
    const { runUrl } = origin;
    const repository = repositoryUrl(origin);
    return [
        ...(sha === undefined ? [] : [`commit ${renderCommit(sha, repository)}`]),
        ...(runUrl === undefined ? [] : [(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderLink */ .BK)("workflow run", runUrl)]),
    ];
}
function renderCommit(sha, repository) {
    const isHash = /^[0-9a-f]{7,64}$/.test(sha);
    return repository !== undefined && isHash
        ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCodeLink */ .IJ)((0,_image_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortenHash */ .Mo)(sha), `${repository}/commit/${sha}`)
        : (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .inlineCode */ .ti)((0,_image_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shortenHash */ .Mo)(sha));
}
/** `file:line`, as a link to that line at the commit where there is a page of it. */
function renderPlace(file, line, origin) {
    const repository = repositoryUrl(origin);
    const { headSha = "" } = origin;
    // What is not in the checkout has no page.
    const isInside = !file.startsWith("/") && !file.split("/").includes("..");
    if (repository === undefined || !/^[0-9a-f]{7,64}$/.test(headSha) || !isInside)
        return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .cellCode */ .GA)(`${file}:${line}`);
    const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .renderCodeLink */ .IJ)(`${file}:${line}`, `${repository}/blob/${headSha}/${path}#L${line}`);
}
/** `https://github.com/owner/repo`, from the page of the run. */
function repositoryUrl({ runUrl }) {
    return /^(https?:\/\/[^\s?#]+)\/actions\/runs\/\d+$/.exec(runUrl ?? "")?.[1];
}


/***/ }),

/***/ 8495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ alignColumns),
/* harmony export */   i: () => (/* binding */ makePaint)
/* harmony export */ });
/** ANSI colours, or none. */
function makePaint({ colors }) {
    const wrap = (open, close) => (text) => colors && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
    return {
        red: wrap(31, 39),
        green: wrap(32, 39),
        yellow: wrap(33, 39),
        cyan: wrap(36, 39),
        bold: wrap(1, 22),
        dim: wrap(2, 22),
    };
}
/** Pads every column to its widest cell. The last one is left as it is. */
function alignColumns(rows) {
    const widths = [];
    for (const row of rows) {
        for (const [column, cell] of row.entries())
            widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
    return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))));
}


/***/ }),

/***/ 1573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   W: () => (/* binding */ COMMENT_LIMIT)
/* harmony export */ });
/** Size of a job summary that GitHub accepts, in bytes. */
const SUMMARY_LIMIT = 1_048_576;
/** Size of a comment that GitHub accepts, in characters. */
const COMMENT_LIMIT = 65_536;


/***/ }),

/***/ 5567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gn: () => (/* binding */ renderProblemsConsole),
/* harmony export */   _P: () => (/* binding */ renderProblemsComment),
/* harmony export */   qE: () => (/* binding */ renderProblemsMarkdown),
/* harmony export */   ur: () => (/* binding */ problemAnnotations)
/* harmony export */ });
/* unused harmony exports orderProblems, describeProblems */
/* harmony import */ var _model_comment_marker_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3478);
/* harmony import */ var _model_source_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9737);
/* harmony import */ var _model_text_order_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3298);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9924);
/* harmony import */ var _markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6409);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3297);
/* harmony import */ var _paint_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8495);
/* harmony import */ var _plan_input_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1573);
/* harmony import */ var _sections_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5999);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2867);










/** GitHub shows ten errors and ten warnings of a step. */
const MOST_ANNOTATIONS = 10;
/** Problems that the last annotation of a level lists. */
const MOST_IN_ANNOTATION = 30;
/** Width of a source line on the console; longer ones are cut around the place. */
const SOURCE_WIDTH = 110;
/** Errors first, then in the order of the files. */
function orderProblems(problems) {
    return [...problems].sort((one, other) => Number(one.severity === "warning") - Number(other.severity === "warning") ||
        (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareCodePoints */ .O)(one.file, other.file) ||
        one.line - other.line ||
        one.column - other.column ||
        (0,_model_text_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareCodePoints */ .O)(one.code, other.code));
}
/** One sentence of counts, for example `2 errors, 1 warning`. */
function describeProblems(problems) {
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const warnings = problems.length - errors;
    if (problems.length === 0)
        return "No problems";
    return [
        ...(errors > 0 ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(errors, "error")] : []),
        ...(warnings > 0 ? [(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(warnings, "warning")] : []),
    ].join(", ");
}
/** All problems for a console, each with its source line and a caret where the text of the file is given. */
function renderProblemsConsole(problems, style, sources = new Map()) {
    const paint = (0,_paint_js__WEBPACK_IMPORTED_MODULE_6__/* .makePaint */ .i)(style);
    const blocks = orderProblems(problems).map((problem) => renderProblem(problem, sources.get(problem.file), paint));
    return (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .defuseWorkflowCommands */ .yg)([...blocks, paint.bold(`${describeProblems(problems)}.`)].join("\n\n"));
}
function renderProblem(problem, source, paint) {
    const color = problem.severity === "error" ? paint.red : paint.yellow;
    const place = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(`${problem.file}:${problem.line}:${problem.column}`);
    const line = source && (0,_model_source_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lineAround */ .kk)(source, problem.line, problem.column);
    return [
        `${color(problem.severity)} ${paint.bold(place)} ${paint.dim((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(problem.code))}`,
        ...(line === undefined ? [] : renderSource(line, problem.line, color, paint)),
        `  ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(problem.message)}`,
        ...(problem.path === "" ? [] : [paint.dim(`  at ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(problem.path)}`)]),
        ...(problem.hint === "" ? [] : [`  ${paint.cyan("hint:")} ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(problem.hint)}`]),
    ].join("\n");
}
function renderSource({ before, after }, line, color, paint) {
    const show = (text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(text.replaceAll("\t", " "));
    const start = Math.max(0, before.length - SOURCE_WIDTH / 2);
    const left = `${start > 0 ? "…" : ""}${show(before.slice(start))}`;
    const end = SOURCE_WIDTH - (before.length - start);
    const right = `${show(after.slice(0, end))}${after.length > end ? "…" : ""}`;
    const gutter = ` ${line} | `;
    return [
        `${paint.dim(gutter)}${left}${right}`,
        `${paint.dim(`${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(widthOf(left))}${color("^")}`,
    ];
}
/** Characters that take two columns of a terminal (Unicode Standard Annex 11: wide and fullwidth), and those that take none. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const WITHOUT_WIDTH = /\p{Mn}|\p{Me}/u;
/** Columns of a terminal. */
function widthOf(text) {
    let width = 0;
    for (const character of text)
        width += WITHOUT_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    return width;
}
/** All problems for the job summary, within `limit` bytes; each with a link to its line where `origin` says which. */
function renderProblemsMarkdown(problems, origin = {}, limit = _plan_input_js__WEBPACK_IMPORTED_MODULE_7__/* .SUMMARY_LIMIT */ .J) {
    const ordered = orderProblems(problems);
    const mark = ordered.some((problem) => problem.severity === "error") ? "❌" : ordered.length > 0 ? "⚠️" : "✅";
    const from = (0,_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .renderOrigin */ .r)(origin);
    const head = `## ${mark} Configuration: ${describeProblems(problems)}${from.length === 0 ? "" : `\n\n${from.join(" · ")}`}`;
    if (ordered.length === 0)
        return `${head}\n`;
    const variants = [5_000, 500, 100, 20].map((most) => renderProblemTable(ordered, origin, most));
    return `${(0,_sections_js__WEBPACK_IMPORTED_MODULE_8__/* .fitSections */ .W)([
        { importance: 0, variants: [head] },
        { importance: 0, variants },
    ], limit - 1, () => "")}\n`;
}
/** All problems as a comment on a pull request, in place of the plan that cannot be made. */
function renderProblemsComment(problems, marker, origin = {}) {
    const head = (0,_model_comment_marker_js__WEBPACK_IMPORTED_MODULE_9__/* .renderCommentMarker */ .W)(marker);
    return `${head}\n${renderProblemsMarkdown(problems, origin, _plan_input_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMENT_LIMIT */ .W - Buffer.byteLength(head, "utf8") - 1)}`;
}
function renderProblemTable(problems, origin, most) {
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .takeFirst */ .SG)(problems, most);
    const table = (0,_markdown_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .renderTable */ .bo)(["", "Where", "What is wrong, and what to write"], shown.map((problem) => [
        problem.severity === "error" ? "❌" : "⚠️",
        `${(0,_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPlace */ .o)(problem.file, problem.line, origin)}<br>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProseCell */ .gl)(problem.path)}`,
        // In one column: two of them beside a long path would be cut off at the page's edge.
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProseCell */ .gl)(problem.message)}<br>→ ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProseCell */ .gl)(problem.hint)}`,
    ]));
    return more === 0
        ? table
        : `${table}\n\n… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .countOf */ .pq)(more, "more problem", "more problems")}; the log of this step has them all.`;
}
/**
 * Problems as annotations: at most ten errors and ten warnings, the most important ones; when there are more, the
 * tenth lists the rest.
 */
function problemAnnotations(problems) {
    const ordered = orderProblems(problems);
    return ["error", "warning"].flatMap((level) => annotateLevel(ordered.filter((problem) => problem.severity === level)));
}
function annotateLevel(problems) {
    if (problems.length <= MOST_ANNOTATIONS)
        return problems.map(annotate);
    const single = problems.slice(0, MOST_ANNOTATIONS - 1).map(annotate);
    const rest = problems.slice(MOST_ANNOTATIONS - 1);
    const [first] = rest.map(annotate);
    if (first === undefined)
        return single;
    const title = first.level === "error" ? `${rest.length} more errors` : `${rest.length} more warnings`;
    const { shown, more } = (0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .takeFirst */ .SG)(rest, MOST_IN_ANNOTATION);
    const lines = shown.map((problem) => `${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
    const end = more === 0 ? [] : [`… and ${more} more; the log of this step has them all.`];
    return [...single, { ...first, title, message: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisibleInLines */ .zY)([...lines, ...end].join("\n")) }];
}
function annotate(problem) {
    const { severity, file, line, column, message, hint, path, code } = problem;
    const lines = [`${message} ${hint}`.trim(), ...(path === "" ? [] : [`at ${path}`])];
    return {
        level: severity,
        title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(code),
        message: lines.map((text) => (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .showInvisible */ .jQ)(text)).join("\n"),
        file,
        line,
        column,
    };
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Hj: () => (/* binding */ FormIndex),
  lY: () => (/* binding */ createRedactor)
});

// UNUSED EXPORTS: redactText

// EXTERNAL MODULE: ./build/model/environment.js
var environment = __nccwpck_require__(2103);
// EXTERNAL MODULE: ./build/model/secret-text.js
var secret_text = __nccwpck_require__(2142);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __nccwpck_require__(9924);
;// CONCATENATED MODULE: ./build/report/hidden-forms.js


/** Shorter texts are too likely to be part of ordinary words. */
const SHORTEST = 4;
/** A part of a longer text: logs show a text line by line, and code takes a secret out of a document. */
const SHORTEST_PART = 8;
/** Characters of an encoding that say nothing sure any more. */
const SHORTEST_CODE = 8;
/** How a hidden text may come back in what AWS and user code write: itself, its parts, and both encoded. */
function formsOf(text) {
    const trimmed = text.trim();
    if (trimmed.length < SHORTEST)
        return [];
    return [trimmed, ...partsOf(trimmed)].flatMap((part) => [part, ...writtenForms(part), ...codedForms(part)]);
}
/** Lines, what a JSON document has under a secret's name, and the password of an address. */
function partsOf(text) {
    const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
    const [, password = ""] = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@/i.exec(text) ?? [];
    const inside = [...(lines.length > 1 ? lines : []), ...secretsOfDocument(text), password, unescapeUrl(password)];
    return inside.filter((part) => part.length >= SHORTEST_PART);
}
function secretsOfDocument(text) {
    if (!/^[[{]/.test(text))
        return [];
    const found = [];
    try {
        JSON.parse(text, (key, value) => {
            if (typeof value === "string" && (0,secret_text/* mayNameSecret */.lS)(key))
                found.push(value.trim());
            return value;
        });
    }
    catch {
        // No document: then it has no members either.
    }
    return found;
}
function unescapeUrl(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return "";
    }
}
/** As JSON, Markdown, HTML, an address, a shell and a form of a browser write it. */
function writtenForms(text) {
    const html = (0,report_escape/* htmlCode */.h8)(text).slice("<code>".length, -"</code>".length);
    return [
        JSON.stringify(text).slice(1, -1),
        (0,report_escape/* escapeMarkdown */.FV)(text),
        html,
        html.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
        ...addressForms(text),
        text.replaceAll("'", "'\\''"),
    ];
}
/** Programs differ in what they escape, in the case of the digits, and in how a space is written. */
function addressForms(text) {
    const lax = encodeURIComponent(text.toWellFormed());
    const strict = lax.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    return [lax, strict, lax.replaceAll("%20", "+"), strict.replaceAll("%20", "+")].flatMap((form) => [
        form,
        form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    ]);
}
function codedForms(text) {
    if (text.length < SHORTEST_PART)
        return [];
    const bytes = Buffer.from(text, "utf8");
    const hex = bytes.toString("hex");
    const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
    return [
        ...base64,
        ...base64.map((code) => code.replaceAll("+", "-").replaceAll("/", "_")),
        hex,
        hex.toUpperCase(),
        [...text].reverse().join(""),
    ].filter((code) => code.length >= SHORTEST_CODE);
}
/** What base64 makes of these bytes and nothing else, when `offset` others stand before them. */
function base64At(bytes, offset) {
    const code = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString("base64")
        .replace(/=+$/, "");
    const isWhole = (offset + bytes.length) % 3 === 0;
    return code.slice(offset === 0 ? 0 : offset + 1, isWhole ? undefined : -1);
}

;// CONCATENATED MODULE: ./build/report/redact.js



/** Shorter forms are found only as they are: with something between their characters they would be ordinary words. */
const SHORTEST_DIVIDED = 8;
/** A form that is cut off is told by this many characters. */
const SHORTEST_CUT = 12;
/** Forms are looked up by so many of their first characters: by more where they have them, as many secrets begin alike. */
const KEY_LENGTHS = [12, 4];
const SHORTEST_KEY = 4;
/** What a reader does not see, an escape adds, or a line that was wrapped has in it. */
const DIVIDERS = /[ \t]*[\r\n][ \t\r\n]*|[\p{Cf}\p{Cc}\\]+/gu;
/** What stands where a text was cut. */
const CUT = /^(?:$|…|\.{3}|[\r\n])/;
/**
 * The last line of defence for text we did not write (messages of AWS, log lines): every hidden text in it is
 * replaced, also one that is encoded, wrapped over lines, or cut off. Texts of fewer than four characters are left
 * alone.
 */
function redactText(text, hiddenTexts) {
    return createRedactor(hiddenTexts)(text);
}
/** `redactText` for many texts: what is hidden is prepared once. */
function createRedactor(hiddenTexts) {
    const forms = new FormIndex();
    for (const text of new Set(hiddenTexts))
        forms.add(text);
    return (text) => forms.redact(text);
}
/** Forms by their first characters: the time to search a text does not grow with the number of what is hidden. */
class FormIndex {
    #byStart = new Map();
    #known = new Set();
    /** As they were written, from their first to their last visible character. */
    #written = new Set();
    /** Those with too few visible characters to be looked up. */
    #bleak = [];
    add(text) {
        for (const form of formsOf(text)) {
            const bare = form.replace(DIVIDERS, "");
            if (bare.length < SHORTEST_KEY && !this.#written.has(form))
                this.#bleak.push(form);
            this.#written.add(bare.length < SHORTEST_KEY ? form : trimDividers(form));
            if (bare.length < SHORTEST_KEY || this.#known.has(bare))
                continue;
            this.#known.add(bare);
            const key = bare.slice(0, KEY_LENGTHS.find((length) => bare.length >= length));
            this.#byStart.set(key, [...(this.#byStart.get(key) ?? []), bare].sort((a, b) => b.length - a.length));
        }
    }
    redact(text) {
        if (this.#written.size === 0)
            return text;
        const found = this.#find(text);
        let shown = "";
        let from = 0;
        for (const { start, end } of found) {
            shown += text.slice(from, start) + environment/* HIDDEN_PLACEHOLDER */.ne;
            from = end;
        }
        return this.#bleak.reduce((rest, form) => rest.replaceAll(form, environment/* HIDDEN_PLACEHOLDER */.ne), shown + text.slice(from));
    }
    #find(text) {
        const { bare, offsets } = stripDividers(text);
        const spans = [];
        for (let at = 0; at + SHORTEST_KEY <= bare.length; at += 1) {
            for (const keyLength of KEY_LENGTHS) {
                const forms = this.#byStart.get(bare.slice(at, at + keyLength));
                const span = forms && this.#spanAt(at, forms, { text, bare, offsets });
                if (span)
                    spans.push(span);
            }
        }
        return (0,secret_text/* joinSpans */.kU)(spans);
    }
    #spanAt(at, forms, { text, bare, offsets }) {
        for (const form of forms) {
            const length = matchedLength(bare, at, form);
            if (length === 0)
                continue;
            const span = { start: offsets(at), end: offsets(at + length - 1) + 1 };
            if (length < SHORTEST_DIVIDED && !this.#written.has(text.slice(span.start, span.end)))
                continue;
            if (length < form.length && !CUT.test(text.slice(span.end, span.end + 3)))
                continue;
            return span;
        }
        return undefined;
    }
}
function trimDividers(form) {
    const { bare, offsets } = stripDividers(form);
    return form.slice(offsets(0), offsets(bare.length - 1) + 1);
}
/** Characters of the form that stand there: all of them, or enough to know it; else 0. */
function matchedLength(text, at, form) {
    if (text.startsWith(form, at))
        return form.length;
    if (form.length <= SHORTEST_CUT || !text.startsWith(form.slice(0, SHORTEST_CUT), at))
        return 0;
    let length = SHORTEST_CUT;
    while (length < form.length && text[at + length] === form[length])
        length += 1;
    return length;
}
/** The text without dividers, and where each of its characters stood. */
function stripDividers(text) {
    const pieces = [{ index: 0, start: 0 }];
    let bare = "";
    let from = 0;
    for (const { 0: divider, index } of text.matchAll(DIVIDERS)) {
        bare += text.slice(from, index);
        from = index + divider.length;
        pieces.push({ index: bare.length, start: from });
    }
    bare += text.slice(from);
    const offsets = (index) => {
        let low = 0;
        let high = pieces.length - 1;
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((pieces[middle]?.index ?? 0) <= index)
                low = middle;
            else
                high = middle - 1;
        }
        const piece = pieces[low] ?? { index: 0, start: 0 };
        return piece.start + index - piece.index;
    };
    return { bare, offsets };
}


/***/ }),

/***/ 5999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fitSections)
/* harmony export */ });
const SEPARATOR = "\n\n";
/**
 * Joins sections in their order within a limit in bytes of UTF-8 (never fewer than the characters GitHub counts).
 * What does not fit is shortened or left out as a whole, the least important first; `describeOmission` then says
 * so, after the first section.
 */
function fitSections(sections, limit, describeOmission) {
    const full = sections.map((section) => section.variants[0] ?? "");
    if (sizeOf(joinTexts(full)) <= limit)
        return joinTexts(full);
    const total = sections.filter((section) => section.isDetail).length;
    const budget = limit - sizeOf(describeOmission(total, total)) - sizeOf(SEPARATOR);
    const chosen = chooseVariants(sections, budget);
    const omitted = sections.filter((section, index) => section.isDetail && chosen[index] === undefined).length;
    const [first = "", ...rest] = chosen;
    return joinTexts([first, describeOmission(omitted, total), ...rest]);
}
// What must be there comes first, in its shortest form and then in the longest that fits. Then the rest in the same
// way, so that many short details are preferred to a few long ones.
function chooseVariants(sections, budget) {
    const chosen = sections.map(() => undefined);
    const order = sections
        .map((section, index) => ({ section, index }))
        .sort((one, other) => one.section.importance - other.section.importance || one.index - other.index);
    const needed = order.filter(({ section }) => section.importance === 0);
    const wished = order.filter(({ section }) => section.importance > 0);
    let room = budget;
    for (const group of [needed, wished]) {
        for (const { section, index } of group) {
            const shortest = section.variants.at(-1) ?? "";
            const size = sizeOf(shortest) + sizeOf(SEPARATOR);
            if (group === wished && size > room)
                continue;
            chosen[index] = shortest;
            room -= size;
        }
        for (const { section, index } of group) {
            const current = chosen[index];
            if (current === undefined)
                continue;
            const longer = section.variants.find((variant) => sizeOf(variant) <= room + sizeOf(current)) ?? current;
            chosen[index] = longer;
            room -= sizeOf(longer) - sizeOf(current);
        }
    }
    return chosen;
}
function joinTexts(texts) {
    return texts.filter((text) => text !== undefined && text !== "").join(SEPARATOR);
}
function sizeOf(text) {
    return Buffer.byteLength(text, "utf8");
}


/***/ }),

/***/ 2867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ isDangerous),
/* harmony export */   MB: () => (/* binding */ describeDuration),
/* harmony export */   MX: () => (/* binding */ nameFirst),
/* harmony export */   SG: () => (/* binding */ takeFirst),
/* harmony export */   XZ: () => (/* binding */ describeVerdict),
/* harmony export */   an: () => (/* binding */ describeImpact),
/* harmony export */   bz: () => (/* binding */ describeOutcomeVerdict),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
/** In the order in which counts are told. */
const ACTIONS = {
    create: { sign: "+", mark: "🟢", word: "create", counted: "to create", done: "created" },
    update: { sign: "~", mark: "🟡", word: "update", counted: "to update", done: "updated" },
    replace: { sign: "±", mark: "🟠", word: "replace", counted: "to replace", done: "replaced" },
    redeploy: { sign: "↻", mark: "🔵", word: "redeploy", counted: "to redeploy", done: "redeployed" },
    rollback: { sign: "↶", mark: "🟣", word: "rollback", counted: "to put back", done: "put back" },
    delete: { sign: "-", mark: "🔴", word: "delete", counted: "to delete", done: "deleted" },
    blocked: { sign: "!", mark: "⛔", word: "blocked", counted: "blocked", done: "not touched" },
    none: { sign: "=", mark: "⚪", word: "unchanged", counted: "unchanged", done: "unchanged" },
};
/** How a step ended, in the order in which counts are told. */
const STATUSES = {
    failed: { mark: "❌", word: "failed", bad: true },
    "rolled-back": { mark: "❌", word: "rolled back", bad: true },
    blocked: { mark: "⛔", word: "blocked", bad: true },
    superseded: { mark: "⏭️", word: "superseded by a newer run", bad: true },
    skipped: { mark: "⏭️", word: "not begun", bad: true },
    succeeded: { mark: "✅", word: "succeeded", bad: false },
    started: { mark: "🔵", word: "started, not watched", bad: false },
    unchanged: { mark: "⚪", word: "unchanged", bad: false },
};
/** The consequence of a change for the code server. */
function describeImpact(impact, action) {
    if (action === "create")
        return "new code server";
    switch (impact) {
        case "none":
            return action === "blocked" ? "not touched" : "none";
        case "in-place":
            return "no restart";
        case "rollout":
            return "rolling restart";
        case "downtime":
            return "downtime";
        case "removal":
            return "code server removed";
    }
}
/** True for what a reviewer must see before anything else. */
function isDangerous(step) {
    return (step.action === "delete" || step.action === "replace" || step.impact === "downtime" || step.impact === "removal");
}
/** `1 code location`, `2 code locations`. */
function countOf(count, one, several = `${one}s`) {
    return `${count} ${count === 1 ? one : several}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listWords(words) {
    return words.join(", ").replace(/, ([^,]+)$/, " and $1");
}
/** One sentence about a plan, for example `3 to create, 1 to update, 12 unchanged.` */
function describeVerdict(plan) {
    const total = plan.steps.length;
    if (total === 0)
        return "No changes. No code location was selected.";
    const counts = countBy(plan.steps.map((step) => step.action));
    if (counts.get("none") === total) {
        return total === 1
            ? "No changes. The code location is as configured."
            : `No changes. All ${total} code locations are as configured.`;
    }
    return `${listCounts(ACTIONS, counts, (action) => ACTIONS[action].counted)}.`;
}
/** One sentence about an outcome, for example `1 failed, 3 succeeded, 12 unchanged.` */
function describeOutcomeVerdict(locations) {
    if (locations.length === 0)
        return "Nothing was done. No code location was selected.";
    const counts = countBy(locations.map((location) => location.status));
    if (counts.get("unchanged") === locations.length)
        return "Nothing to do. Every code location is as configured.";
    return `${listCounts(STATUSES, counts, (status) => STATUSES[status].word)}.`;
}
function countBy(keys) {
    const counts = new Map();
    for (const key of keys)
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}
function listCounts(order, counts, wordFor) {
    return Object.keys(order)
        .filter((key) => counts.has(key))
        .map((key) => `${counts.get(key)} ${wordFor(key)}`)
        .join(", ");
}
/** Seconds as people say them: `8 s`, `1 min 12 s`, `2 h 5 min`. */
function describeDuration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    if (whole < 60)
        return `${whole} s`;
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** The first items of a list that is too long to be read, and how many there are more. */
function takeFirst(items, count) {
    return items.length <= count
        ? { shown: items, more: 0 }
        : { shown: items.slice(0, count), more: items.length - count };
}
/** The first names of many, for example `etl, web and 3 more`. */
function nameFirst(names, count) {
    const { shown, more } = takeFirst(names, count);
    return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}


/***/ }),

/***/ 8363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createFiles),
/* harmony export */   t: () => (/* binding */ createClock)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9473);
/* harmony import */ var _model_shown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7435);




/** The files below a folder; absolute paths are taken as they are. */
function createFiles(folder, { confinedWith } = {}) {
    const roots = confinedWith && [folder, ...confinedWith];
    return {
        root: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/"),
        async read(path) {
            if (roots !== undefined && (await leadsOutside(folder, path, roots)))
                throw outside(path);
            return readRegularFile(folder, path);
        },
        list: (path, options) => listFiles(folder, path, options ?? {}),
        glob: (pattern) => findFiles(folder, pattern),
        async write(path, text) {
            const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, path);
            if (roots !== undefined && !(await isReallyInside(target, roots)))
                throw notToBeWritten(path);
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(target, text, "utf8");
            }
            catch (error) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("file-not-writable", `The file ${path} cannot be written: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
                    source: "user",
                    hint: "Choose a path in a folder that can be written.",
                });
            }
        },
    };
}
/** A path that the workflow does not name outright, and that ends elsewhere. */
async function leadsOutside(folder, path, roots) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, path);
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !roots.some((root) => isBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root), place)))
        return false;
    return !(await isReallyInside(place, roots));
}
/** Whether a path is below one of the roots, once all links are followed; what is not there yet, by its folder. */
async function isReallyInside(place, roots) {
    const real = await realPlace(place);
    const tops = await Promise.all(roots.map((root) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root).catch(() => undefined)));
    return real !== undefined && tops.some((top) => top !== undefined && isBelow(top, real));
}
/** Undefined for a link to nowhere: whoever wrote through it would make a file where it points. */
async function realPlace(place) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(place);
    }
    catch (error) {
        if (!isMissing(error) || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(place).catch(() => undefined)) !== undefined)
            return undefined;
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place);
        const above = parent === place ? undefined : await realPlace(parent);
        return above === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(above, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(place));
    }
}
function isBelow(top, place) {
    return `${place}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`.startsWith(top.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? top : `${top}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
function outside(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("file-outside", `${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clipText */ .gL)(path)} leads out of the checkout.`, {
        source: "user",
        hint: "Name a file of the checkout; a link in it may only lead to another file of it.",
    });
}
function notToBeWritten(path) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("file-outside", `${(0,_model_shown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .clipText */ .gL)(path)} leads out of the checkout: it is not written.`, {
        source: "user",
        hint: "Choose a path in the checkout that is no link, or one in the folder `runner.temp`.",
    });
}
/** Bytes. No file that is read here comes near it, not even the plan of thousands of locations. */
const MOST_BYTES = 64_000_000;
/** A pipe or a device may never end, so only what is a file is opened, and a huge one is not. */
async function readRegularFile(folder, path) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, path);
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place);
        if (!stats.isFile())
            throw notAFile(path, stats);
        if (stats.size > MOST_BYTES) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("file-too-large", `${path} has ${stats.size} bytes; at most ${MOST_BYTES} are read.`, {
                source: "user",
                hint: "Check that the input names the right file.",
            });
        }
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ)
            throw error;
        if (isMissing(error))
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("file-not-readable", `${path} cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}.`, {
            source: "user",
            hint: "Check the path and the permissions of the file.",
        });
    }
}
function notAFile(path, stats) {
    const isPipe = stats.isFIFO();
    const kind = stats.isDirectory() ? "directory" : isPipe ? "named pipe" : stats.isSocket() ? "socket" : "device";
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ("not-a-file", `${path} is a ${kind}, not a file.`, {
        source: "user",
        hint: isPipe ? "Write what comes out of it into a file first." : "Name a file.",
    });
}
async function findFiles(root, pattern) {
    const found = [];
    const options = {
        cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root),
        withFileTypes: true,
        exclude: ({ name }) => name === "node_modules" || (name.startsWith(".") && name.length > 2),
    };
    for await (const entry of (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.glob)(pattern, options)) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(entry.parentPath, entry.name);
        if (entry.isDirectory() || (entry.isSymbolicLink() && (await isDirectory(place))))
            continue;
        found.push((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root), place).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/"));
    }
    return found.sort();
}
/** More is no code that somebody wrote; it bounds the time. */
const MOST_ENTRIES = 100_000;
async function listFiles(root, folder, options) {
    const { suffix = "", leaveOut = () => false } = options;
    const top = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, folder)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join("/");
    if (top.startsWith("..") || !(await isInside(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, folder))))
        return [];
    const found = [];
    const waiting = [top];
    let left = MOST_ENTRIES;
    for (let next = waiting.shift(); next !== undefined && left > 0; next = waiting.shift()) {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, next), { withFileTypes: true }).catch(() => []);
        left -= entries.length;
        const names = entries.map(({ name }) => name);
        if (next !== top && leaveOut(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.relative(top, next), names))
            continue;
        const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith(suffix));
        const measured = await Promise.all(files.map((entry) => measure(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(next, entry.name), entry.isSymbolicLink())));
        found.push(...measured.flat());
        for (const { name } of entries.filter((entry) => entry.isDirectory())) {
            if (!name.startsWith(".") && name !== "node_modules")
                waiting.push(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(next, name));
        }
    }
    return found;
}
/** The file with its size; nothing when it is a link to elsewhere, no file, or gone. */
async function measure(root, path, isLink) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path);
    if (isLink && !(await isInside(root, place)))
        return [];
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined);
    return stats?.isFile() ? [{ path, size: stats.size }] : [];
}
async function isInside(root, place) {
    const [top, real] = await Promise.all([(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(place)]).catch(() => []);
    return top !== undefined && real !== undefined && isBelow(top, real);
}
async function isDirectory(place) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).catch(() => undefined))?.isDirectory() ?? false;
}
/** The machine's clock; with a `scale` below 1, one that goes faster: at 0.01 five seconds take fifty milliseconds. */
function createClock(scale = 1) {
    const start = Date.now();
    return {
        now: () => start + (Date.now() - start) / scale,
        sleep: (milliseconds, signal) => new Promise((wake) => {
            const done = () => {
                clearTimeout(timer);
                signal?.removeEventListener("abort", done);
                wake();
            };
            const timer = setTimeout(done, milliseconds * scale);
            signal?.addEventListener("abort", done);
            if (signal?.aborted)
                done();
        }),
    };
}
function isMissing(error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // A name that is too long, or has a zero byte, is that of no file.
    return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"].includes(String(code));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
