/** Six decimals; very large and very small numbers with an exponent; as answers files write them where they are none. */
export const formatNumber = (value: number | null | undefined): string => {
  if (value === null || value === undefined) return '-';
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-5)) return value.toExponential(4);
  return value.toFixed(6).replace(/^-(?=0\.0*$)/, '');
};
