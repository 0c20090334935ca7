import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { MAX_EMOJI_LETTERS } from '../domain/kinds/emoji.ts';
import { emojiNameKey } from '../domain/kinds/name.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { Office, people } from '../testing/office.ts';
import { aGif, aPng } from '../testing/pictures.ts';
import { emojiAdd } from './emoji-add.ts';

const truck = { name: 'truk', picture: aPng };
const add = (office: Office, who: 'ayu' | 'citra' = 'ayu'): OpId =>
  office.did(who, 'emoji.add', truck) as OpId;
const row = (office: Office, id: string) => office.work.get(orgScope, 'emoji', id);

describe('emoji.add', () => {
  it('makes one, which is what its bytes say', () => {
    const office = new Office();
    const id = add(office);
    expect(row(office, id)).toMatchObject({
      ...{ name: 'truk', mediaType: 'image/png', picture: aPng, authorId: people.ayu },
    });
    const other = office.did('budi', 'emoji.add', { name: 'titik', picture: aGif });
    expect(row(office, other)?.mediaType).toBe('image/gif');
  });

  it('name_taken, until it is taken away', () => {
    const office = new Office();
    const emojiId = add(office);
    expect(office.do('budi', 'emoji.add', truck).refusal).toEqual({ code: 'name_taken' });
    office.did('ayu', 'emoji.remove', { emojiId });
    add(office);
  });

  it('forbidden: for members, where the company has it so', () => {
    const office = new Office();
    office.did('citra', 'workspace.set', { policy: { emojiBy: 'administrators' } });
    expect(office.do('ayu', 'emoji.add', truck).refusal).toEqual({ code: 'forbidden' });
    add(office, 'citra');
  });

  it('invalid: no picture, one that is too large, names that cannot be written', () => {
    const fits = (args: object) => emojiAdd.args.safeParse({ ...truck, ...args }).success;
    expect(fits({})).toBe(true);
    expect(fits({ picture: btoa('<svg></svg>') })).toBe(false);
    expect(fits({ picture: `${aPng}${'A'.repeat(MAX_EMOJI_LETTERS)}` })).toBe(false);
    // 600 x 3 pixels.
    const wide = atob(aPng).replace('\u0000\u0000\u0000\u0002', '\u0000\u0000\u0002\u0058');
    expect(fits({ picture: btoa(wide) })).toBe(false);
    for (const name of ['t', 'Truk', 'truk besar', ':truk:', '-truk', 'x'.repeat(41)]) {
      expect(fits({ name }), name).toBe(false);
    }
  });
});

describe('emoji.remove', () => {
  it('its author and administrators take it away, and nobody else', () => {
    const office = new Office();
    const emojiId = add(office);
    expect(office.do('budi', 'emoji.remove', { emojiId }).refusal).toEqual({ code: 'forbidden' });
    office.did('citra', 'emoji.remove', { emojiId });
    expect(row(office, emojiId)).toBeUndefined();
    expect(office.work.get(registryScope, 'name', emojiNameKey('truk'))).toBeUndefined();
    expect(office.do('ayu', 'emoji.remove', { emojiId }).refusal).toEqual({ code: 'not_found' });
  });
});
