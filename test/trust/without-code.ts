/** What was tried while code could not be made. */
export type Tried = {
  /** Attempts to make code from text. */
  readonly code: readonly string[];
  /** Sources of regular expressions made from text, and replacements in which `$` has a meaning. */
  readonly patterns: ReadonlySet<string>;
};

class NoCode extends Error {}

const makers: readonly object[] = [function () {}, async function () {}, function* () {}, async function* () {}].map(
  (sample) => Object.getPrototypeOf(sample) as object,
);

/**
 * Does the work while `eval`, `Function` and every constructor of functions throw, and while it is noted which texts become regular
 * expressions or replacements. Puts everything back.
 */
export const withoutCode = async (work: () => void | Promise<void>): Promise<Tried> => {
  const code: string[] = [];
  const patterns = new Set<string>();
  const undo: (() => void)[] = [];
  const put = (on: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(on, name);
    Object.defineProperty(on, name, { configurable: true, enumerable: false, writable: true, value });
    undo.push(() => void (before && Object.defineProperty(on, name, before)));
  };
  const refuse = (...words: readonly unknown[]): never => {
    code.push(words.map(String).join(' '));
    throw new NoCode('no code is made from text');
  };
  // An expression written in the source is not made by this constructor.
  const OwnRegExp = globalThis.RegExp;
  const noting = new Proxy(OwnRegExp, {
    construct: (target, words: [string | RegExp, string?]) => {
      patterns.add(`${words[0]}`);
      return new target(...words);
    },
    apply: (target, _, words: [string | RegExp, string?]) => {
      patterns.add(`${words[0]}`);
      return new target(...words);
    },
  });
  const texts = String.prototype as unknown as { readonly [name: string]: (...words: readonly unknown[]) => unknown };
  try {
    for (const maker of makers) put(maker, 'constructor', refuse);
    put(globalThis, 'Function', refuse);
    put(globalThis, 'eval', refuse);
    put(globalThis, 'RegExp', noting);
    for (const name of ['match', 'matchAll', 'search']) {
      const own = texts[name];
      put(String.prototype, name, function (this: string, pattern: unknown) {
        if (typeof pattern === 'string') patterns.add(pattern);
        return own?.call(this, pattern);
      });
    }
    for (const name of ['replace', 'replaceAll']) {
      const own = texts[name];
      put(String.prototype, name, function (this: string, pattern: unknown, by: unknown) {
        if (typeof by === 'string' && by.includes('$')) patterns.add(by);
        return own?.call(this, pattern, by);
      });
    }
    await work();
  } finally {
    for (const restore of undo.toReversed()) restore();
  }
  return { code, patterns };
};
