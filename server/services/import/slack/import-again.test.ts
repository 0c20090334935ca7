import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelRemove } from '../../../../shared/commands/channel-remove.ts';
import type { AnySpec } from '../../../../shared/commands/command.ts';
import { channelScope } from '../../../../shared/domain/scope.ts';
import { StoreUnavailable, type Store } from '../../../store/port.ts';
import { channelIdOf, opIdOf, userIdOf } from './ids.ts';
import { importSlack } from './import-slack.ts';
import { parts } from './tally.ts';
import { NOW, says, ts, Workplace } from './testing/exported.ts';
import { expectNothingLost } from './testing/whole.ts';

let at: Workplace;
beforeEach(async () => {
  at = await Workplace.open();
});
afterEach(() => at.close());

describe('running it again', () => {
  const office = () =>
    at.hall(
      Array.from({ length: 1_500 }, (_, i) =>
        says(['A', 'B', 'C'][i % 3] ?? 'A', i, `m${i} <@A>`, {
          ...(i % 7 === 6 ? { thread_ts: ts(i - 6) } : {}),
          ...(i % 5 === 0 ? { reactions: [{ name: 'eyes', users: ['C'], count: 1 }] } : {}),
        }),
      ),
    );

  it('adds nothing', async () => {
    const path = office();
    const first = await at.import(path);
    const before = await at.everything();
    const second = await at.import(path);
    expect(second.imported).toEqual(Object.fromEntries(parts.map((part) => [part, 0])));
    expect(second.already).toEqual(first.imported);
    expectNothingLost(second);
    expect(await at.everything()).toEqual(before);
  });

  it('S1: goes on where it was cut off, and ends as if it had not been', async () => {
    const path = office();
    const other = await Workplace.open();
    await other.import(path);
    const whole = await other.everything();
    await other.close();
    let commits = 0;
    const failing: Store = {
      ...at.store,
      commit: (group, now) => {
        commits += 1;
        if (commits === 3) throw new StoreUnavailable('the disk is full');
        return at.store.commit(group, now);
      },
    };
    await expect(importSlack(failing, path, {}, NOW)).rejects.toThrow(StoreUnavailable);
    expect((await at.messages()).length).toBeGreaterThan(0);
    expect((await at.messages()).length).toBeLessThan(1_500);
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report.already.messages).toBeGreaterThan(0);
    expect(await at.everything()).toEqual(whole);
  });

  it('a later export adds what is new and leaves the rest as it is', async () => {
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two')]));
    const path = at.hall([
      says('A', 0, 'one, changed since'),
      says('B', 1, 'two'),
      says('A', 2, 'three', { thread_ts: ts(0) }),
    ]);
    const report = await at.import(path);
    expectNothingLost(report);
    expect(report).toMatchObject({ imported: { messages: 1 }, already: { messages: 2 } });
    const messages = await at.messages();
    expect(messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(messages[2]?.rootId).toBe(messages[0]?.id);
  });

  it('S11: lets nobody back in who was removed since', async () => {
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two')]));
    const id = channelIdOf('HALL');
    const scopes = () => at.store.scopesOf(userIdOf('B'));
    expect(await scopes()).toContain(channelScope(id));
    await at.store.commit(
      [
        {
          op: opIdOf('test', 'remove'),
          actor: { userId: userIdOf('A'), role: 'owner' },
          spec: channelRemove as unknown as AnySpec,
          args: { channelId: id, userId: userIdOf('B') } as never,
        },
      ],
      NOW,
    );
    expect(await scopes()).not.toContain(channelScope(id));
    await at.import(at.hall([says('A', 0, 'one'), says('B', 1, 'two'), says('B', 2, 'more')]));
    expect(await scopes()).not.toContain(channelScope(id));
  });
});
