import type { Page } from '@playwright/test';

/**
 * WCAG 2.2, 2.5.8: what can be pressed but is smaller than 24 px by 24, unless it stands in a
 * sentence, or so far from the others that a circle of 24 px around its middle meets neither
 * another target nor the circle of another small one. One line for each, none where all are large
 * enough.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LEAST = 24;
    /** A screen draws a box a hair smaller than it is. */
    const SLACK = 0.1;
    const PRESSED = [
      'button, a[href], input, textarea, select, summary, label:has(input), [contenteditable=true]',
      '[role=button], [role=link], [role=menuitem], [role=menuitemradio], [role=option]',
      '[role=gridcell], [role=tab], [role=switch], [role=checkbox], [role=radio], [role=slider]',
    ].join(',');

    interface Target {
      readonly element: Element;
      readonly box: DOMRect;
      readonly small: boolean;
      readonly middle: readonly [number, number];
    }

    /** What is not drawn, is for screen readers alone, or cannot be pressed now. */
    const away = (element: Element): boolean => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        return true;
      if (element.closest('[inert]') !== null) return true;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clipPath, width } = getComputedStyle(at);
        if (clipPath !== 'none' || width === '1px') return true;
      }
      return element.matches(':disabled, [aria-disabled=true]');
    };

    /** Its height is that of the line, as there are words before or behind it. */
    const inSentence = (element: Element): boolean => {
      if (!getComputedStyle(element).display.startsWith('inline')) return false;
      const block = element.parentElement?.closest('p, li, td, dd, blockquote, div');
      const text = (of: Element | null | undefined): string => (of?.textContent ?? '').trim();
      return text(block).length > text(element).length;
    };

    /** What lies over it is pressed instead. */
    const covered = (element: Element, [x, y]: Target['middle']): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && !element.contains(hit) && !hit.contains(element);
    };

    const over = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')];
    const within = over.at(-1) ?? document.body;
    const targets: Target[] = [];
    for (const element of within.querySelectorAll(PRESSED)) {
      // A switch and a choice are pressed by their label; what is within a button is the button's.
      if (element.parentElement?.closest('button, a[href], label:has(input)') != null) continue;
      if (away(element)) continue;
      const box = element.getBoundingClientRect();
      const { left, top, width, height } = box;
      const middle = [left + width / 2, top + height / 2] as const;
      if (width === 0 || height === 0 || covered(element, middle)) continue;
      const large = width >= LEAST - SLACK && height >= LEAST - SLACK;
      targets.push({ element, box, small: !large && !inSentence(element), middle });
    }

    const distance = ([x, y]: Target['middle'], box: DOMRect): number =>
      Math.hypot(
        Math.max(box.left - x, 0, x - box.right),
        Math.max(box.top - y, 0, y - box.bottom),
      );
    const crowded = (one: Target): Target | undefined =>
      targets.find((other) => {
        if (other === one || other.element.contains(one.element)) return false;
        if (one.element.contains(other.element)) return false;
        if (distance(one.middle, other.box) < LEAST / 2 - SLACK) return true;
        const [x, y] = other.middle;
        const apart = Math.hypot(x - one.middle[0], y - one.middle[1]);
        return other.small && apart < LEAST - SLACK;
      });

    const name = (element: Element): string =>
      (element.getAttribute('aria-label') ?? element.textContent ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, 40);
    const told = new Set<string>();
    for (const one of targets) {
      const near = one.small ? crowded(one) : undefined;
      if (near === undefined) continue;
      const { width, height } = one.box;
      const tag = one.element.tagName.toLowerCase();
      told.add(
        `only ${Math.round(width)} px by ${Math.round(height)}, ` +
          `beside "${name(near.element)}": ` +
          `<${tag} class="${one.element.getAttribute('class') ?? ''}"> ${name(one.element)}`,
      );
    }
    return [...told];
  });
