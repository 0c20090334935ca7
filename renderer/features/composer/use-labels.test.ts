import { describe, expect, it } from 'vitest';
import { idOf, person } from '../../testing/messages.ts';
import { showSource } from './use-labels.ts';
import { encode } from './visible-text.ts';

const AYU = idOf(1);
const OTHER_AYU = idOf(2);
const GONE = idOf(3);
const GUDANG = idOf(0xc1);
const core = {
  person: async ({ userId }: { userId: string }) =>
    userId === OTHER_AYU
      ? person({ id: OTHER_AYU, displayName: 'Ayu Kartika', name: 'ayu.k' })
      : null,
  channel: async () => null,
  group: async ({ groupId }: { groupId: string }) =>
    groupId === GUDANG
      ? { id: GUDANG, name: 'tim-gudang', about: '', userIds: [], people: [] }
      : null,
};
const known = {
  people: { [AYU]: 'Ayu Kartika' },
  channels: { [GUDANG]: { name: 'gudang', private: false } },
};

describe('a source shown for writing', () => {
  it('has names, tells two of one name apart, and keeps what nobody knows', async () => {
    const source = `<@${AYU}> <@${OTHER_AYU}> <@${GONE}> <#${GUDANG}> <!here> <!group:${GUDANG}> <@${AYU}>`;
    const { value, labels } = await showSource(source, known, core);
    expect(value.text).toBe(
      `@Ayu Kartika @Ayu Kartika (ayu.k) <@${GONE}> #gudang @here @tim-gudang @Ayu Kartika`,
    );
    expect(encode(value)).toBe(source);
    expect(labels).toEqual({
      '@Ayu Kartika': `<@${AYU}>`,
      '@Ayu Kartika (ayu.k)': `<@${OTHER_AYU}>`,
      '#gudang': `<#${GUDANG}>`,
      '@here': '<!here>',
      '@tim-gudang': `<!group:${GUDANG}>`,
    });
  });
});
