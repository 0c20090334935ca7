// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rest } from './use-rest.ts';

const ROW = 30;
const SHOWN = 10 * ROW;

/** A list of rows on the screen, scrolled so far. */
function aList(rows: number, scrollTop: number) {
  const list = document.createElement('div');
  document.body.append(list);
  const rowAt = (at: number): HTMLElement => {
    const row = document.createElement('a');
    row.href = '#';
    vi.spyOn(row, 'offsetHeight', 'get').mockReturnValue(ROW);
    row.getBoundingClientRect = () => new DOMRect(0, at * ROW - list.scrollTop, 200, ROW);
    return row;
  };
  const all = Array.from({ length: rows }, (_, at) => rowAt(at));
  list.append(...all);
  vi.spyOn(list, 'clientHeight', 'get').mockReturnValue(SHOWN);
  list.getBoundingClientRect = () => new DOMRect(0, 0, 200, SHOWN);
  list.scrollTop = scrollTop;
  return { list, all };
}

afterEach(() => document.body.replaceChildren());

describe('a list that nobody scrolled', () => {
  it('goes back to its beginning from less than a row below it', () => {
    const { list } = aList(20, 14);
    rest(list);
    expect(list.scrollTop).toBe(0);
  });

  it('stays where a row was brought into sight far down', () => {
    const { list } = aList(20, 3 * ROW);
    rest(list);
    expect(list.scrollTop).toBe(3 * ROW);
  });

  it('does not move under a pointer', () => {
    const { list } = aList(20, 14);
    vi.spyOn(list, 'matches').mockReturnValue(true);
    rest(list);
    expect(list.scrollTop).toBe(14);
  });

  it('keeps the open row and the focus in sight', () => {
    const { list, all } = aList(20, 14);
    all[9]!.setAttribute('aria-current', 'page');
    list.scrollTop = 20;
    vi.spyOn(window, 'getComputedStyle').mockReturnValue({ paddingBlockEnd: '16px' } as never);
    rest(list);
    expect(list.scrollTop).toBe(20);
    all[9]!.removeAttribute('aria-current');
    all[9]!.focus();
    rest(list);
    expect(list.scrollTop).toBe(20);
    all[2]!.focus();
    rest(list);
    expect(list.scrollTop).toBe(0);
  });
});
