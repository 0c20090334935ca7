import { useCallback, useEffect, useRef, type RefCallback } from 'react';

/**
 * Puts a list that nobody has scrolled back to its beginning: rows that went, or a row that was
 * brought into sight, leave it a few pixels down, which looks like a fault. Not while a pointer is
 * on it, and only by less than a row, as far as the row that has the focus stays in sight.
 */
export function rest(list: HTMLElement): void {
  if (list.scrollTop === 0 || list.matches(':hover')) return;
  if (list.scrollTop >= (list.querySelector<HTMLElement>('a')?.offsetHeight ?? 0)) return;
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  for (const one of [focused, list.querySelector('[aria-current="page"]')]) {
    if (one === null) continue;
    const below = one.getBoundingClientRect().bottom - list.getBoundingClientRect().top;
    const room = list.clientHeight - (parseFloat(getComputedStyle(list).paddingBlockEnd) || 0);
    const inSight = below <= list.clientHeight;
    if (inSight && below + list.scrollTop > room) return;
  }
  list.scrollTop = 0;
}

/** For a list that scrolls. Whoever turned a wheel or drew its bar has it where they put it. */
export function useRest(): RefCallback<HTMLElement> {
  const list = useRef<HTMLElement>(null);
  const byHand = useRef(false);
  // After each change of its rows, and of the place that is open.
  useEffect(() => {
    const settle = (): void => {
      if (list.current !== null && !byHand.current) rest(list.current);
    };
    // The browser keeps what is in sight in its place as rows above it go, but only as it paints; and
    // to ask for the place before that would have it laid out once more.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(settle);
    });
    return () => cancelAnimationFrame(frame);
  });
  return useCallback((node) => {
    if (node === null) return undefined;
    list.current = node;
    const gone = new AbortController();
    const on = (type: string, told: (event: Event) => void): void =>
      node.addEventListener(type, told, { passive: true, signal: gone.signal });
    const hand = (): void => {
      byHand.current = true;
    };
    on('wheel', hand);
    on('touchmove', hand);
    // Its bar is none of the rows: what is pressed there is the list itself.
    on('pointerdown', (event) => {
      if (event.target === node) hand();
    });
    on('scroll', () => {
      if (node.scrollTop === 0) byHand.current = false;
    });
    on('pointerleave', () => {
      if (!byHand.current) rest(node);
    });
    return () => {
      gone.abort();
      list.current = null;
    };
  }, []);
}
