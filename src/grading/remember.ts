/** A bounded memory of decisions: a class writes the same few answers, and each is decided once. */

/** Looks a decision up, or makes and keeps it. The oldest is forgotten when `limit` is reached: only time depends on that. */
export type Memory<Decision> = (key: string, decide: () => Decision) => Decision;

export const createMemory = <Decision extends object>(limit: number): Memory<Decision> => {
  const kept = new Map<string, Decision>();
  return (key, decide) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const decision = decide();
    if (kept.size >= limit) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    kept.set(key, decision);
    return decision;
  };
};
