/** Points are shares of whole points; rounding hides what binary fractions add, so that thirds sum to one. */

const round = (value: number, digits: number): number =>
  (Number.isInteger(value) ? value : Number(value.toFixed(digits))) + 0;

/** Points of one question. */
export const pointsOf = (share: number, points: number): number => round(share * points, 9);

/** A total of points of questions. */
export const totalOf = (points: readonly number[]): number =>
  round(
    points.reduce((sum, value) => sum + value, 0),
    6,
  );
