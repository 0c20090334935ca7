/** Less than this is no growth, MB an hour: a working day of it is a few MB. */
const NOTHING = 1;

export interface Growth {
  /** MB an hour, by least squares. */
  readonly slope: number;
  /** What a run that does not grow may show: twice the standard error of the slope, MB an hour. */
  readonly noise: number;
}

/** How fast something grows that was looked at every `hours`. */
export function growth(values: readonly number[], hours: number): Growth {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let across = 0;
  let along = 0;
  values.forEach((value, i) => {
    across += (i - middle) * (value - mean);
    along += (i - middle) ** 2;
  });
  const slope = across / along;
  const left = values.reduce((sum, value, i) => {
    return sum + (value - mean - slope * (i - middle)) ** 2;
  }, 0);
  const error = Math.sqrt(left / (count - 2) / along);
  return { slope: slope / hours, noise: Math.max(NOTHING, (2 * error) / hours) };
}
