import { describe, expect, it } from 'vitest';
import type { ChannelId, OpId } from '../domain/ids.ts';
import { channelScope, orgScope, registryScope, userScope } from '../domain/scope.ts';
import { Office, people, stranger } from '../testing/office.ts';
import { channelCreate } from './channel-create.ts';

const args = (name: string, type: 'public' | 'private' = 'public') => ({
  name,
  type,
  topic: 'Everything',
  userIds: [people.budi],
});

describe('channel.create', () => {
  it('makes the channel under the id of the command (S1), owned by its maker', () => {
    const office = new Office();
    const id = office.did('ayu', 'channel.create', args('umum')) as ChannelId;
    expect(office.work.get(orgScope, 'channel', id)).toMatchObject({
      type: 'public',
      name: 'umum',
      topic: 'Everything',
      creatorId: people.ayu,
      createdAt: office.now,
      archivedAt: null,
    });
    expect(office.work.get(channelScope(id), 'member', people.ayu)?.role).toBe('owner');
    expect(office.work.get(channelScope(id), 'member', people.budi)?.role).toBe('member');
    expect(office.work.get(userScope(people.budi), 'membership', id)?.notify).toBe('mentions');
    expect(office.work.all(channelScope(id), 'message').map((m) => m.system)).toEqual([
      { type: 'created' },
    ]);
  });

  it('keeps a private channel out of what everybody reads', () => {
    const office = new Office();
    const id = office.did('ayu', 'channel.create', args('gaji', 'private')) as ChannelId;
    expect(office.work.get(orgScope, 'channel', id)).toBeUndefined();
    expect(office.work.get(channelScope(id), 'channel', id)?.name).toBe('gaji');
  });

  it('passes over people who are not there or have left', () => {
    const office = new Office();
    const userIds = [people.dewi, stranger, people.ayu, people.budi, people.budi];
    const id = office.did('ayu', 'channel.create', { ...args('umum'), userIds }) as ChannelId;
    expect(office.work.all(channelScope(id), 'member').map((member) => member.id)).toEqual([
      people.ayu,
      people.budi,
    ]);
  });

  it('name_taken: refuses a name that some channel has, and changes nothing', () => {
    const office = new Office();
    office.channel('private', 'umum');
    const ran = office.do('budi', 'channel.create', args('umum'));
    expect(ran).toEqual({ refusal: { code: 'name_taken' }, wrote: [] });
    expect(office.work.all(registryScope, 'name')).toHaveLength(1);
  });

  it('id_taken: refuses the id of another channel', () => {
    const office = new Office();
    const id = office.channel();
    const ran = office.do('budi', 'channel.create', args('lain'), id as string as OpId);
    expect(ran.refusal).toEqual({ code: 'id_taken' });
  });

  it.each(['', 'Umum', 'dua kata', '-umum', 'a'.repeat(81), 'um/um'])(
    'invalid: takes no name like %j',
    (name) => {
      expect(channelCreate.args.safeParse(args(name)).success).toBe(false);
    },
  );

  it.each(['umum', 'tim-2', 'ひろば', 'مجلس', 'a_b'])('takes a name like %j', (name) => {
    expect(channelCreate.args.safeParse(args(name)).success).toBe(true);
  });
});
