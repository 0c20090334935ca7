import { expect, it } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { MOST_SEEN } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { actor, anId } from '../../../shared/testing/office.ts';
import type { Store } from '../../store/port.ts';
import { counted, wantsCount } from './counted.ts';
import { submitted } from './submitted.ts';

const small = anId(0xa) as ChannelId;
const large = anId(0xb) as ChannelId;

it('puts the relay’s own count in place of what the sender said, once for each channel', async () => {
  const asked: unknown[] = [];
  const list: Store['list'] = async (scope, kind, _after, limit) => {
    asked.push([scope, kind, limit]);
    const members = scope === channelScope(small) ? 3 : 10_000;
    const row = (n: number) => ({ scope, kind, id: anId(n), version: n, json: '' });
    return Array.from({ length: Math.min(members, limit) }, (_, n) => row(n));
  };
  const seen = (channelId: ChannelId, members?: number) =>
    submitted(actor('budi'), {
      ...{ op: anId(1) as OpId, name: 'seen.set' },
      args: { channelId, position: 7, ...(members === undefined ? {} : { members }) },
    });
  const group = [
    seen(small, 2),
    seen(large, 2),
    seen(small, 50),
    seen(large),
    // Malformed: it only refuses.
    seen(small, MOST_SEEN + 2),
    submitted(actor('budi'), { op: anId(2) as OpId, name: 'channel.join', args: {} }),
  ];
  expect(group.map(wantsCount)).toEqual([true, true, true, false, false, false]);
  const after = await counted(group, { list });
  expect(after.map(({ args }) => (args as { members?: number } | undefined)?.members)).toEqual([
    ...[3, MOST_SEEN + 1, 3],
    ...[undefined, undefined, undefined],
  ]);
  expect(asked).toEqual([
    [channelScope(small), 'member', MOST_SEEN + 1],
    [channelScope(large), 'member', MOST_SEEN + 1],
  ]);
  expect(after[3]).toBe(group[3]);
});
