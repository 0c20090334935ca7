/** ms that `run` takes. */
export function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** Times of `run`, ms; what it gives back undoes it, untimed. */
export function repeat(times: number, run: () => () => void): number[] {
  return Array.from({ length: times }, () => {
    const began = performance.now();
    const undo = run();
    const ms = performance.now() - began;
    undo();
    return ms;
  });
}
