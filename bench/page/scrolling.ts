import type { Page } from 'playwright-core';

/** Without having moved for so long the list is at its end, ms. */
const AT_END_MS = 3_000;

export interface Scrolled {
  /** ms between frames in which the list moved; a frame in which it waits for messages is none. */
  readonly gaps: number[];
  /** Messages that were drawn on the way. */
  readonly seen: number;
}

/**
 * Scrolls what is in the page's first element that matches, a step (px) in each frame, until so
 * many messages have been drawn or the list is at its end.
 */
export function scrollDown(
  page: Page,
  { of, step, messages }: { of: string; step: number; messages: number },
): Promise<Scrolled> {
  return page.evaluate(scrolling, { of, step, messages, atEndMs: AT_END_MS });
}

interface Scrolling {
  readonly of: string;
  readonly step: number;
  readonly messages: number;
  readonly atEndMs: number;
}

/** Runs in the page. */
function scrolling({ of, step, messages, atEndMs }: Scrolling): Promise<Scrolled> {
  const scroller = document.querySelector(of);
  if (scroller === null) throw new Error(`nothing to scroll: ${of}`);
  const seen = new Set<string>();
  const look = (within: ParentNode): void => {
    for (const row of within.querySelectorAll<HTMLElement>('[data-message]')) {
      seen.add(row.dataset['message']!);
    }
  };
  look(scroller);
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        const id = node.dataset['message'];
        if (id !== undefined) seen.add(id);
        look(node);
      }
    }
  });
  watch.observe(scroller, { childList: true, subtree: true });
  const gaps: number[] = [];
  let last: number | null = null;
  return new Promise((resolve) => {
    const frame = (now: number): void => {
      const before = scroller.scrollTop;
      scroller.scrollTop = before + step;
      if (scroller.scrollTop !== before) {
        if (last !== null) gaps.push(now - last);
        last = now;
      }
      if (seen.size < messages && now - (last ?? now) < atEndMs) {
        requestAnimationFrame(frame);
      } else {
        watch.disconnect();
        resolve({ gaps, seen: seen.size });
      }
    };
    requestAnimationFrame(frame);
  });
}
