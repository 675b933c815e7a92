/** A JSON value that remembers where it stood. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly fields: readonly JsonField[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  /** Digits as written. */
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'literal'; readonly at: number; readonly value: true | false | null };

export type JsonField = { readonly key: string; readonly at: number; readonly node: JsonNode };

/** What is wrong with a JSON text, and where (offset in UTF-16 units). */
export type JsonProblem = {
  readonly code: string;
  readonly at: number;
  readonly message: string;
  readonly fix?: string;
};

/** Line and column, both from 1, of an offset into a text. */
export const placeIn = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const line = before.split(/\r\n|\r|\n/);
  return { line: line.length, column: (line.at(-1)?.length ?? 0) + 1 };
};
