import { expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

it.each([
  ['bytes=0-', { start: 0, end: 9 }],
  ['bytes=3-5', { start: 3, end: 5 }],
  ['bytes=3-500', { start: 3, end: 9 }],
  ['bytes=9-9', { start: 9, end: 9 }],
  ['bytes=-4', { start: 6, end: 9 }],
  ['bytes=-400', { start: 0, end: 9 }],
  ['bytes=10-', null],
  ['bytes=-0', null],
  ['bytes=5-3', 'whole'],
  ['bytes=0-1,3-4', 'whole'],
  ['bytes=-', 'whole'],
  ['lines=0-1', 'whole'],
  [`bytes=${'9'.repeat(40)}-`, 'whole'],
  [undefined, 'whole'],
])('%s of ten bytes', (header, expected) => expect(byteRange(header, 10)).toEqual(expected));

it('has no range of an empty file', () => {
  expect(byteRange('bytes=0-', 0)).toBe(null);
  expect(byteRange('bytes=-1', 0)).toBe(null);
  expect(byteRange(undefined, 0)).toBe('whole');
});
