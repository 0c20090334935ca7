const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * The least of the medians of five stretches, in the unit of the values. What slows a relay down
 * slows all of them; what else the machine happens to do, not.
 */
export function calmest(values: readonly number[]): number {
  const size = Math.max(1, Math.floor(values.length / 5));
  const stretches = Array.from({ length: Math.ceil(values.length / size) }, (_, n) =>
    values.slice(n * size, (n + 1) * size),
  );
  return Math.min(...stretches.map(median));
}
