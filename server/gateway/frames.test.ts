import { expect, it } from 'vitest';
import { channelScope } from '../../shared/domain/scope.ts';
import { downFrame } from '../../shared/protocol/down.ts';
import type { StoredRow } from '../store/port.ts';
import { acksText, foundText, historyText, pageText, rowsText, textFrame } from './frames.ts';

const scope = channelScope('01900000-0000-7000-8000-000000000001' as never);
const row = (version: number): StoredRow => {
  const wire = {
    kind: 'thread',
    id: `"${version}"`,
    version,
    replies: 1,
    lastReplyAt: 2,
    participants: [],
  };
  return { scope, kind: 'thread', id: wire.id, version, json: JSON.stringify(wire) };
};
const rows = [row(4), row(5)];
const wire = rows.map(({ json }) => JSON.parse(json) as unknown);
const read = (text: string) => downFrame.parse(JSON.parse(text));

it('frames that are put together from stored text are of the shape that the protocol tells', () => {
  const change = { scope, from: 3, head: 5, count: 2, rows };
  expect(read(rowsText(change))).toEqual({
    t: 'rows',
    scope,
    from: 3,
    to: 5,
    count: 2,
    rows: wire,
  });
  const page = { ...change, from: 1, to: 5, head: 9 };
  const rest = { from: 1, to: 5, head: 9, count: 2, rows: wire };
  expect(read(pageText(7, page))).toEqual({ t: 'page', id: 7, scope, ...rest });
  expect(read(pageText(7, { ...page, rows: [] }))).toMatchObject({ rows: [] });
  const found = wire.map((one) => ({ scope, row: one }));
  expect(read(foundText(7, rows, 'a"b'))).toEqual({ t: 'found', id: 7, rows: found, next: 'a"b' });
  const query = { scope, rootId: null, direction: 'before', position: 9, limit: 2 } as const;
  const result = { from: 4, to: 8, atStart: false, atEnd: true };
  expect(read(historyText(7, query, { ...result, rows }))).toEqual({
    ...{ t: 'history', id: 7, channelId: scope.slice(8), rootId: null, rows: wire },
    ...result,
  });
  const refusal = { code: 'not_member' } as const;
  const acks = [
    { op: 'a', outcome: { ok: true, at: { [scope]: 5 } } },
    { op: 'b', outcome: { ok: false, refusal } },
  ] as const;
  expect(read(acksText(acks))).toEqual({
    t: 'acks',
    acks: [
      { op: 'a', ok: true, at: { [scope]: 5 } },
      { op: 'b', ok: false, refusal },
    ],
  });
});

/** Reads an unmasked frame by the letter of RFC 6455, 5.2. */
function unframe(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1]!;
  const [start, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  expect(frame.length).toBe(start + length);
  return frame.toString('utf8', start);
}

it('frames texts of every length, counted in bytes', () => {
  for (const length of [0, 1, 62, 63, 125, 126, 32_767, 32_768, 65_535, 65_536, 100_000]) {
    for (const letter of ['x', 'é', '👍']) {
      const text = letter.repeat(length);
      expect(unframe(textFrame(text)) === text).toBe(true);
    }
  }
});
