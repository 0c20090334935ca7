import type { Page } from '@playwright/test';

/** What moves although the person has asked that nothing does: longer than a hundredth of a second. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.getAnimations().flatMap((one) => {
      // Without its delay: what only comes later does not move.
      const { activeDuration = 0 } = one.effect?.getComputedTiming() ?? {};
      if (one.playState !== 'running' || Number(activeDuration) <= 10) return [];
      const target = (one.effect as KeyframeEffect | null)?.target;
      return [`moves: ${target?.outerHTML.slice(0, 120) ?? 'something'}`];
    }),
  );

/**
 * Where the system gives the colours: what is chosen, on or current, and looks like what is beside
 * it and is not; and fields that have no edge.
 */
export const blended = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const STATES = ['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current'];
    const isOn = (one: Element, state: string): boolean =>
      !['false', null].includes(one.getAttribute(state));
    const looksOf = (one: Element): string => {
      const parts = [one, ...one.querySelectorAll('*')];
      const looks = parts.slice(0, 12).map((part) => {
        const style = getComputedStyle(part);
        const { color, backgroundColor, boxShadow, fontWeight, textDecorationLine } = style;
        // An edge that is not drawn has a colour all the same.
        const edge = style.borderBottomStyle === 'none' ? '' : style.borderBottom;
        const outline = style.outlineStyle === 'none' ? '' : style.outline;
        const ink = [color, backgroundColor, boxShadow, fontWeight, textDecorationLine];
        return [...ink, edge, outline].join(' ');
      });
      return `${looks.join(' | ')} ${one.querySelectorAll('svg').length}`;
    };
    const found: string[] = [];
    for (const state of STATES) {
      for (const on of document.querySelectorAll(`[${state}]:not([${state}=false])`)) {
        const { parentElement } = on;
        const beside = [...(parentElement?.children ?? [])].find(
          (one) => one !== on && one.tagName === on.tagName && !isOn(one, state),
        );
        const role = on.getAttribute('role');
        if (beside === undefined || beside.getAttribute('role') !== role) continue;
        if (looksOf(on) === looksOf(beside)) {
          found.push(`${state} is not seen: ${on.outerHTML.slice(0, 140)}`);
        }
      }
    }
    const PANES = 'main, aside, nav, [role=dialog]';
    const hasEdge = (one: Element | null, up: number): boolean => {
      if (one === null || up === 0 || one.matches(PANES)) return false;
      const style = getComputedStyle(one);
      const edged = style.borderBottomStyle !== 'none' && style.borderBottomWidth !== '0px';
      const drawn = edged || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return drawn || hasEdge(one.parentElement, up - 1);
    };
    // Boxes and switches are drawn by their label.
    for (const field of document.querySelectorAll(
      'input:not([type=checkbox], [type=radio], [type=file]), textarea',
    )) {
      const { width } = field.getBoundingClientRect();
      if (width > 1 && field.closest('[aria-hidden="true"]') === null && !hasEdge(field, 6)) {
        found.push(`a field without an edge: ${field.outerHTML.slice(0, 140)}`);
      }
    }
    return found;
  });
