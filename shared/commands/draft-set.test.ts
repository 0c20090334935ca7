import { describe, expect, it } from 'vitest';
import { draftId, MAX_DRAFT } from '../domain/kinds/draft.ts';
import { MAX_TEXT } from '../domain/kinds/message.ts';
import type { MessageId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { anId, nothing, Office, people } from '../testing/office.ts';
import { draftSet } from './draft-set.ts';

const channelId = nothing;
const rootId = anId(0x55) as MessageId;
const mine = userScope(people.ayu);

describe('draft.set', () => {
  it('keeps one text for a channel and one for each thread in it', () => {
    const office = new Office();
    office.did('ayu', 'draft.set', { channelId, rootId: null, text: 'Halo' });
    office.did('ayu', 'draft.set', { channelId, rootId, text: 'Balasan' });
    office.did('ayu', 'draft.set', { channelId, rootId: null, text: 'Halo semua' });
    expect(office.work.all(mine, 'draft').map(({ id, text }) => [id, text])).toEqual([
      [draftId(channelId, rootId), 'Balasan'],
      [draftId(channelId, null), 'Halo semua'],
    ]);
  });

  it('forgets it by an empty text, once', () => {
    const office = new Office();
    office.did('ayu', 'draft.set', { channelId, rootId: null, text: 'Halo' });
    office.did('ayu', 'draft.set', { channelId, rootId: null, text: ' \n' });
    expect(office.work.isTombstone(mine, 'draft', draftId(channelId, null))).toBe(true);
    const again = office.do('ayu', 'draft.set', { channelId, rootId: null, text: '' });
    expect(again).toEqual({ refusal: undefined, wrote: [] });
  });

  it('keeps what is too long to be sent, up to a bound', () => {
    const text = (length: number): boolean =>
      draftSet.args.safeParse({ channelId, rootId: null, text: 'a'.repeat(length) }).success;
    expect([text(MAX_TEXT + 1), text(MAX_DRAFT), text(MAX_DRAFT + 1)]).toEqual([true, true, false]);
  });

  it('takes the place of an unsent one for the same place only', () => {
    const key = (root: MessageId | null, text: string) =>
      draftSet.supersedes?.({ channelId, rootId: root, text });
    expect(key(null, 'a')).toBe(key(null, 'b'));
    expect(key(null, 'a')).not.toBe(key(rootId, 'a'));
  });
});
