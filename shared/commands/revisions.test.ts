import { describe, expect, it } from 'vitest';
import type { MessageId } from '../domain/ids.ts';
import { MAX_REVISIONS } from '../domain/kinds/revision.ts';
import { channelScope } from '../domain/scope.ts';
import { Office } from '../testing/office.ts';

function said() {
  const office = new Office();
  const channelId = office.channel();
  const scope = channelScope(channelId);
  const messageId: MessageId = office.say('budi', channelId, 'teks 0');
  const edit = (n: number): void => {
    const { op: base } = office.work.get(scope, 'message', messageId)!;
    office.did('budi', 'message.edit', { channelId, messageId, base, text: `teks ${n}` });
  };
  const kept = () =>
    office.work
      .all(scope, 'revision')
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text);
  const edits = () => office.work.get(scope, 'message', messageId)?.edits;
  return { office, channelId, scope, messageId, edit, kept, edits };
}

describe('what a message said before', () => {
  it('is kept with the time at which it was written', () => {
    const { office, scope, messageId, edit, kept, edits } = said();
    const written = office.now;
    edit(1);
    const edited = office.now;
    edit(2);
    expect(kept()).toEqual(['teks 0', 'teks 1']);
    expect(office.work.all(scope, 'revision').map(({ at }) => at)).toEqual([written, edited]);
    expect(office.work.all(scope, 'revision').every((one) => one.messageId === messageId)).toBe(
      true,
    );
    expect(edits()).toBe(2);
  });

  it('is bounded: the oldest give way', () => {
    const { edit, kept, edits } = said();
    for (let n = 1; n <= MAX_REVISIONS + 2; n++) edit(n);
    expect(kept()).toHaveLength(MAX_REVISIONS);
    expect(kept()[0]).toBe('teks 2');
    expect(edits()).toBe(MAX_REVISIONS + 2);
  });

  it('is not kept where the company does not want that', () => {
    const { office, edit, kept, edits } = said();
    office.did('citra', 'workspace.set', { policy: { editHistory: false } });
    edit(1);
    expect(kept()).toEqual([]);
    expect(edits()).toBeUndefined();
  });

  it('S9: goes with its message, also where the company has changed its mind since', () => {
    const { office, channelId, messageId, edit, kept, edits } = said();
    edit(1);
    edit(2);
    office.did('citra', 'workspace.set', { policy: { editHistory: false } });
    office.did('budi', 'message.delete', { channelId, messageId });
    expect(kept()).toEqual([]);
    expect(edits()).toBeUndefined();
  });
});
