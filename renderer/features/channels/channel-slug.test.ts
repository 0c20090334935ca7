import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelName } from '../../../shared/domain/kinds/channel.ts';
import { finishSlug, nameProblem, typeSlug } from './channel-slug.ts';

const none = new Set<string>();

describe('a channel’s name', () => {
  it('is made right while it is typed', () => {
    expect(typeSlug('Proyek Baru 2027')).toBe('proyek-baru-2027');
    expect(typeSlug('#K3: Keselamatan')).toBe('k3-keselamatan');
    expect(typeSlug('倉庫')).toBe('倉庫');
    expect(typeSlug('مستودع')).toBe('مستودع');
  });

  it('keeps a dash at its end while more may follow, and drops it when it is sent', () => {
    expect(typeSlug('proyek ')).toBe('proyek-');
    expect(finishSlug('proyek ')).toBe('proyek');
  });

  it('is never one that the relay refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (typed) => {
        const name = finishSlug(typed);
        fc.pre(nameProblem(name, none) === undefined);
        expect(channelName.safeParse(name).success).toBe(true);
      }),
    );
  });

  it('says what is wrong with it', () => {
    expect(nameProblem('', none)).toBe('nameEmpty');
    expect(nameProblem('a'.repeat(81), none)).toBe('nameLong');
    expect(nameProblem('umum', new Set(['umum']))).toBe('nameKnown');
    expect(nameProblem('umum', none)).toBeUndefined();
  });
});
