import type { Page } from '@playwright/test';

/**
 * What does not fit on the screen: words or controls that are cut off (unless they end in dots, or
 * one scrolls down to them), that lie outside of the window or upon one another, and whatever
 * scrolls sideways but code. One line for each, none where all fits.
 */
export const unfit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SLACK = 1.5;
    const told = new Set<string>();
    const words = (text: string | null | undefined): string =>
      (text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 60);
    const place = (element: Element): string =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;

    const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

    // Most elements are asked for again by all that they hold.
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };

    /** Words for screen readers alone, and what is not drawn at all. */
    const unseen = (element: Element): boolean => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clipPath, width } = styleOf(at);
        if (clipPath !== 'none' || width === '1px') return true;
      }
      return false;
    };

    /** Why a box is not all there; null where it is, or where one can scroll down to it. */
    const lost = (box: DOMRect, element: Element): string | null => {
      let across = true;
      let down = true;
      let innermost = true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const style = styleOf(at);
        const inner = at.getBoundingClientRect();
        if (style.display !== 'inline' && at !== document.body && at !== document.documentElement) {
          const outX = box.right > inner.right + SLACK || box.left < inner.left - SLACK;
          const outY = box.bottom > inner.bottom + 4 || box.top < inner.top - 4;
          if (across && scrolls(style.overflowX) && !at.matches('pre, code, textarea, input')) {
            if (outX) return 'one must scroll sideways to';
            across = false;
          }
          if (scrolls(style.overflowX)) across = false;
          if (across && outX && cuts(style.overflowX)) {
            if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return null;
            return 'cut off';
          }
          if (across && outX && innermost && style.overflowX === 'visible') return 'spills out of';
          innermost = false;
          if (scrolls(style.overflowY)) down = false;
          if (down && outY && cuts(style.overflowY)) {
            return style.webkitLineClamp === 'none' ? 'cut off below' : null;
          }
        }
        if (style.position === 'fixed') break;
      }
      if (across && (box.right > innerWidth + SLACK || box.left < -SLACK))
        return 'beside the window';
      if (down && (box.bottom > innerHeight + SLACK || box.top < -SLACK)) return 'below the window';
      return null;
    };

    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) told.add(`the page scrolls sideways by ${wide} px`);

    interface Line {
      readonly box: DOMRect;
      readonly text: string;
      readonly layer: Element;
      readonly node: Node;
    }
    const lines: Line[] = [];
    /** What is left of a box within all that scrolls around it. */
    const seenPart = (box: DOMRect, element: Element): DOMRect => {
      let { left, right, top, bottom } = box;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (styleOf(at).overflowY === 'visible') continue;
        const around = at.getBoundingClientRect();
        left = Math.max(left, around.left);
        right = Math.min(right, around.right);
        top = Math.max(top, around.top);
        bottom = Math.min(bottom, around.bottom);
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const layerOf = (element: Element): Element => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (['absolute', 'fixed', 'sticky'].includes(styleOf(at).position)) return at;
      }
      return document.body;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const element = node.parentElement;
      if (element === null || words(node.textContent) === '' || unseen(element)) continue;
      const layer = layerOf(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        const why = lost(box, element);
        if (why !== null) told.add(`${why}: ${place(element)} ${words(node.textContent)}`);
        lines.push({ box: seenPart(box, element), text: words(node.textContent), layer, node });
      }
    }
    const CONTROLS = 'button, a[href], input, textarea, select, [role=menuitem], [role=option]';
    for (const control of document.querySelectorAll(CONTROLS)) {
      if (unseen(control) || styleOf(control).display === 'inline') continue;
      const box = control.getBoundingClientRect();
      if (box.width === 0 || control.closest('pre, code') !== null) continue;
      const why = lost(box, control);
      const name = control.getAttribute('aria-label') ?? control.textContent;
      if (why !== null) told.add(`${why}: ${place(control)} ${words(name)}`);
    }
    // A line's box is taller than its letters.
    const middle = (box: DOMRect): [number, number] => [
      box.top + box.height * 0.3,
      box.bottom - box.height * 0.3,
    ];
    for (const [n, one] of lines.entries()) {
      const [top, bottom] = middle(one.box);
      for (const other of lines.slice(n + 1)) {
        if (one.layer !== other.layer || one.node === other.node) continue;
        const [otherTop, otherBottom] = middle(other.box);
        const high = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
        const broad =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        if (high > 1 && broad > 3) told.add(`upon one another: "${one.text}", "${other.text}"`);
      }
    }
    return [...told];
  });
