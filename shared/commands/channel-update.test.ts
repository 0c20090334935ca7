import { describe, expect, it } from 'vitest';
import { channelNameKey } from '../domain/kinds/name.ts';
import { channelScope, orgScope, registryScope } from '../domain/scope.ts';
import { nothing, Office } from '../testing/office.ts';

const told = (office: Office, channelId: ReturnType<Office['channel']>) =>
  office.work
    .all(channelScope(channelId), 'message')
    .map((message) => message.system)
    .filter((system) => system?.type !== 'created');

describe('channel.update', () => {
  it('changes topic and purpose for any member, and says so in the channel', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('budi', 'channel.update', { channelId, topic: 'Rapat', purpose: 'Semua orang' });
    expect(office.work.get(orgScope, 'channel', channelId)).toMatchObject({
      name: 'umum',
      topic: 'Rapat',
      purpose: 'Semua orang',
    });
    expect(told(office, channelId)).toEqual([
      { type: 'topic', topic: 'Rapat' },
      { type: 'purpose', purpose: 'Semua orang' },
    ]);
  });

  it('gives the channel a new name and sets the old one free', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.update', { channelId, name: 'balai' });
    expect(office.work.get(orgScope, 'channel', channelId)?.name).toBe('balai');
    const holder = (name: string) =>
      office.work.get(registryScope, 'name', channelNameKey(name))?.holder;
    expect(holder('balai')).toBe(channelId);
    expect(holder('umum')).toBeUndefined();
    expect(told(office, channelId)).toEqual([{ type: 'renamed', name: 'balai' }]);
  });

  it('says nothing in the channel where nothing has changed', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'channel.update', { channelId, name: 'umum', topic: '' });
    expect(told(office, channelId)).toEqual([]);
  });

  it('name_taken: refuses the name of another channel, and changes nothing', () => {
    const office = new Office();
    const channelId = office.channel();
    office.channel('private', 'gaji');
    const ran = office.do('ayu', 'channel.update', { channelId, name: 'gaji', topic: 'Rapat' });
    expect(ran).toEqual({ refusal: { code: 'name_taken' }, wrote: [] });
    expect(office.work.get(orgScope, 'channel', channelId)?.topic).toBe('');
  });

  it('forbidden: only owners and admins rename', () => {
    const office = new Office();
    const channelId = office.channel();
    const ran = office.do('budi', 'channel.update', { channelId, name: 'balai' });
    expect(ran.refusal).toEqual({ code: 'forbidden' });
    office.did('citra', 'channel.join', { channelId });
    expect(office.do('citra', 'channel.update', { channelId, name: 'balai' }).refusal).toBe(
      undefined,
    );
  });

  it('forbidden: a conversation has no name', () => {
    const office = new Office();
    const channelId = office.conversation('ayu', 'budi');
    const ran = office.do('ayu', 'channel.update', { channelId, topic: 'Rapat' });
    expect(ran.refusal).toEqual({ code: 'forbidden' });
  });

  it('not_member, not_found, archived', () => {
    const office = new Office();
    const channelId = office.channel();
    const by = (who: 'ayu' | 'eka', id = channelId) =>
      office.do(who, 'channel.update', { channelId: id, topic: 'Rapat' }).refusal?.code;
    expect(by('eka')).toBe('not_member');
    expect(by('ayu', nothing)).toBe('not_found');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(by('ayu')).toBe('archived');
  });
});
