import type { Model } from '../types.js';

/** K, as the start or the given responsibilities of a model have it; nothing for a model with neither. */
export const componentCount = ({ start, responsibilities }: Model): number | undefined =>
  start?.weights.length ?? responsibilities?.[0]?.length;
