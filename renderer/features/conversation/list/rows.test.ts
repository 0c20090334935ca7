import { describe, expect, it } from 'vitest';
import { FIRST_UNSENT } from '../../../../shared/domain/position.ts';
import type { HoleView } from '../../../../shared/rpc/views.ts';
import { message } from '../../../testing/messages.ts';
import { layRows, type Rows } from './rows.ts';

const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, day, hour, minute).getTime();
const hole = (after: number, before: number): HoleView => ({
  after,
  before,
  missing: null,
  progress: null,
});

/** `4`: a message with its author; `+4`: of a run. */
const drawn = ({ before, days }: Rows): string =>
  [
    ...before.map(() => 'hole'),
    ...days.map(({ key, rows }) =>
      [
        `[${key.split('-').at(-1)}]`,
        ...rows.map((row) =>
          row.kind === 'message' ? `${row.run ? '+' : ''}${row.message.position}` : row.kind,
        ),
      ].join(' '),
    ),
  ].join(' ');

describe('the rows of a channel', () => {
  it('shows a person once for a run within five minutes', () => {
    const rows = layRows(
      [
        message({ position: 1, authorId: 'a', createdAt: at(3, 8, 0) }),
        message({ position: 2, authorId: 'a', createdAt: at(3, 8, 4) }),
        message({ position: 3, authorId: 'a', createdAt: at(3, 8, 10) }),
        message({ position: 4, authorId: 'b', createdAt: at(3, 8, 11) }),
        message({
          position: 5,
          authorId: 'b',
          createdAt: at(3, 8, 12),
          system: { type: 'joined' },
        }),
        message({ position: 6, authorId: 'b', createdAt: at(3, 8, 12) }),
      ],
      [],
      null,
    );
    expect(drawn(rows)).toBe('[3] 1 +2 3 4 5 6');
  });

  it('draws nothing of what is gone without a mark, and goes on with a run over it', () => {
    const rows = layRows(
      [
        message({ position: 1, authorId: 'a', createdAt: at(3, 8, 0) }),
        message({ position: 2, authorId: 'b', createdAt: at(3, 8, 1), deleted: true, gone: true }),
        message({ position: 3, authorId: 'a', createdAt: at(3, 8, 2) }),
        message({ position: 4, authorId: 'b', createdAt: at(3, 8, 3), deleted: true }),
      ],
      [],
      null,
    );
    expect(drawn(rows)).toBe('[3] 1 +3 4');
  });

  it('begins a day with its date and its author', () => {
    const rows = layRows(
      [
        message({ position: 1, createdAt: at(3, 23, 59) }),
        message({ position: 2, createdAt: at(4, 0, 1) }),
      ],
      [],
      null,
    );
    expect(drawn(rows)).toBe('[3] 1 [4] 2');
  });

  it('S15: a clock that was wrong makes no second day of one', () => {
    const rows = layRows(
      [
        message({ position: 1, createdAt: at(4, 8) }),
        message({ position: 2, createdAt: at(2, 8) }),
        message({ position: 3, createdAt: at(4, 9) }),
      ],
      [],
      null,
    );
    expect(drawn(rows)).toBe('[4] 1 +2 3');
  });

  it('draws "New" once, before the first message after what was read', () => {
    const messages = [1, 2, 3].map((position) => message({ position, createdAt: at(3, 8) }));
    expect(drawn(layRows(messages, [], 1))).toBe('[3] 1 new 2 +3');
    expect(drawn(layRows(messages, [], 0))).toBe('[3] new 1 +2 +3');
    expect(drawn(layRows(messages, [], 3))).toBe('[3] 1 +2 +3');
    expect(drawn(layRows(messages, [], null))).toBe('[3] 1 +2 +3');
  });

  it('S6: never makes neighbours of two messages across a hole', () => {
    const messages = [5, 9].map((position) => message({ position, createdAt: at(3, 8) }));
    expect(drawn(layRows(messages, [hole(0, 5), hole(5, 9), hole(9, 20)], null))).toBe(
      'hole [3] 5 hole 9 hole',
    );
  });

  it('S5: keeps what is not sent after all others', () => {
    const rows = layRows(
      [
        message({ position: 7, createdAt: at(3, 8) }),
        message({ position: FIRST_UNSENT, createdAt: at(3, 8, 1), state: 'waiting' }),
      ],
      [hole(7, 12)],
      null,
    );
    expect(drawn(rows)).toBe(`[3] 7 hole ${FIRST_UNSENT}`);
  });

  it('says of an empty channel only what is missing', () => {
    expect(drawn(layRows([], [hole(0, 9)], null))).toBe('hole');
  });
});
