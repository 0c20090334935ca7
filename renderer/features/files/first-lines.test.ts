import { expect, it } from 'vitest';
import { firstLines } from './first-lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('gives the first six lines, and says whether there are more', () => {
  expect(firstLines(bytes('a\r\nb\nc'))).toEqual({ lines: 'a\nb\nc', more: false });
  expect(firstLines(bytes('1\n2\n3\n4\n5\n6\n7'))).toEqual({
    lines: '1\n2\n3\n4\n5\n6',
    more: true,
  });
});

it('cuts a line that goes on for ever', () => {
  const start = firstLines(bytes('x'.repeat(4_000)));
  expect(start?.lines).toHaveLength(160);
  expect(start?.more).toBe(true);
});

it('shows nothing of what holds no words', () => {
  expect(firstLines(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
  expect(firstLines(bytes(' \n '))).toBeNull();
});
