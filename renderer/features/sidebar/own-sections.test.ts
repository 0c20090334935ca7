import { describe, expect, it } from 'vitest';
import type { SectionView } from '../../../shared/rpc/views.ts';
import { lastPlace, placeMoved } from './own-sections.ts';

const three: SectionView[] = [
  { id: 'a', name: 'A', place: 1, collapsed: false },
  { id: 'b', name: 'B', place: 2, collapsed: false },
  { id: 'c', name: 'C', place: 3, collapsed: false },
];
const after = (id: string, by: 1 | -1): string => {
  const place = placeMoved(three, id, by) ?? Number.NaN;
  return three
    .map((one) => (one.id === id ? { ...one, place } : one))
    .sort((a, b) => a.place - b.place)
    .map((one) => one.id)
    .join('');
};

describe('own sections', () => {
  it('move one up or down, and not beyond the ends', () => {
    expect(after('a', 1)).toBe('bac');
    expect(after('b', 1)).toBe('acb');
    expect(after('c', -1)).toBe('acb');
    expect(after('b', -1)).toBe('bac');
    expect(placeMoved(three, 'a', -1)).toBeNull();
    expect(placeMoved(three, 'c', 1)).toBeNull();
    expect(placeMoved(three, 'x', 1)).toBeNull();
  });

  it('are made behind all others', () => {
    expect(lastPlace(three)).toBe(4);
    expect(lastPlace([])).toBe(1);
  });
});
