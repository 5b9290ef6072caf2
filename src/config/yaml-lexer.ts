import { Lexer } from "yaml";

/** Parts of the lexer that its types keep private. The package's version is pinned, and tests show what this does. */
interface LexerState {
  readonly flowLevel: number;
  /** Spaces the next line must begin with to belong to the same value. */
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
}

/** A lexer that, like PyYAML, takes no notice of indentation between quotes and between brackets. */
export function makeLexer(): Lexer {
  const lexer = new Lexer();
  const state = lexer as unknown as LexerState;
  const parseQuotedScalar = state.parseQuotedScalar.bind(lexer);
  let indentNext = 0;
  let isQuoted = false;
  Object.defineProperty(state, "indentNext", {
    get: () => (isQuoted || state.flowLevel > 0 ? 0 : indentNext),
    set: (spaces: number) => {
      indentNext = spaces;
    },
  });
  state.parseQuotedScalar = function* () {
    isQuoted = true;
    try {
      return yield* parseQuotedScalar();
    } finally {
      isQuoted = false;
    }
  };
  return lexer;
}
