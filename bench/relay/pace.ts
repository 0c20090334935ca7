/**
 * Calls `send` with 0, 1, 2, ... at an even pace, never more slowly because of what is answered:
 * who is late catches up. Ends with the last one.
 */
export function evenly(perSecond: number, count: number, send: (n: number) => void): Promise<void> {
  const began = performance.now();
  let sent = 0;
  return new Promise((resolve) => {
    const timer = setInterval(
      () => {
        const due = Math.min(count, ((performance.now() - began) * perSecond) / 1_000);
        while (sent < due) send(sent++);
        if (sent < count) return;
        clearInterval(timer);
        resolve();
      },
      Math.max(1, 1_000 / perSecond),
    );
  });
}
