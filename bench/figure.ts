/** One measured value beside the floor that the same run measured on the same machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same work without Balai; null where nothing is comparable. */
  readonly floor: number | null;
  /** The size at which it was measured, where one name has several. */
  readonly at?: string;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** One JSON line: `{"name", "value", "unit", "floor", "ratio"}`; ratio = value / floor. */
export function printFigure({ name, value, unit, floor, at }: Figure): void {
  const ratio = floor === null ? null : round(value / floor);
  const line = {
    name,
    value: round(value),
    unit,
    floor: floor === null ? null : round(floor),
    ratio,
    at,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The value below which a share of the samples lies; sorts a copy. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
