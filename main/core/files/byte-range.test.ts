import { expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

it.each([
  [null, null],
  ['', null],
  ['bytes=-', null],
  ['items=0-5', null],
  ['bytes=0-4,6-9', null],
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=10-19', { from: 10, to: 20 }],
  ['bytes=90-900', { from: 90, to: 100 }],
  ['bytes=-10', { from: 90, to: 100 }],
  ['bytes=-900', { from: 0, to: 100 }],
  ['bytes=100-', undefined],
  ['bytes=20-10', undefined],
  ['bytes=-0', undefined],
])('%s of 100 bytes', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
