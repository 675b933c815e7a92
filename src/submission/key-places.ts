import { placeIn, type JsonNode } from './json-node.js';
import { parseJson } from './parse-json.js';

type Place = { readonly line?: number; readonly column?: number };

/** Where the key at a path stands. Reads the text again, once, when first asked: this is the rare case. */
export const createPlaces = (text: string | undefined): ((path: readonly string[]) => Place) => {
  let root: JsonNode | undefined;
  return (path) => {
    if (text === undefined) return {};
    let node = (root ??= rootOf(text));
    let at = 0;
    for (const step of path) {
      const field: { readonly at: number; readonly node: JsonNode } | undefined =
        node?.kind === 'object' ? node.fields.find(({ key }) => key === step) : undefined;
      if (field === undefined) return {};
      at = field.at;
      node = field.node;
    }
    return placeIn(text, at);
  };
};

const rootOf = (text: string): JsonNode | undefined => {
  const json = parseJson(text);
  return json.kind === 'broken' ? undefined : json.root;
};
