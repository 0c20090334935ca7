import { expect, it } from 'vitest';
import { orgScope, type Scope } from '../../../shared/domain/scope.ts';
import { RowMap } from './row-map.ts';

const other: Scope = 'channel:01990000-0000-7000-8000-000000000001';

it('keeps one value for each scope, kind and id, and counts them', () => {
  const map = new RowMap<number>();
  map.set(orgScope, 'channel', 'a', 1);
  map.set(orgScope, 'user', 'a', 2);
  map.set(other, 'channel', 'a', 3);
  map.set(orgScope, 'channel', 'a', 4);
  expect(map.get(orgScope, 'channel', 'a')).toBe(4);
  expect(map.get(orgScope, 'user', 'a')).toBe(2);
  expect(map.get(other, 'channel', 'a')).toBe(3);
  expect(map.get(other, 'user', 'a')).toBeUndefined();
  expect(map.size).toBe(3);
  const values: number[] = [];
  map.forEach((value) => values.push(value));
  expect(values.toSorted()).toEqual([2, 3, 4]);
  map.clear();
  expect(map.size).toBe(0);
  expect(map.get(other, 'channel', 'a')).toBeUndefined();
});
