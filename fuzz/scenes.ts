import type { ArgsOf, CommandName } from '../shared/commands/registry.ts';
import type {
  ChannelId,
  GroupId,
  MessageId,
  OpId,
  ScheduledId,
  TaskId,
} from '../shared/domain/ids.ts';
import type { FileAttachment, Message } from '../shared/domain/kinds/message.ts';
import { conversationId } from '../shared/domain/conversation.ts';
import { channelScope } from '../shared/domain/scope.ts';
import { anId } from '../shared/testing/office.ts';
import { aPng } from '../shared/testing/pictures.ts';
import type { Name, World } from './world.ts';

/** Where every scene begins: Citra, Ayu and Budi in two channels, Dewi and Eka in neither. */
export class Stage {
  readonly world: World;
  readonly umum: ChannelId;
  /** Private. */
  readonly gaji: ChannelId;
  /** Ayu's, in `umum`; it names Budi, has a reply by Citra and a reaction by Ayu. */
  readonly hello: MessageId;
  /** Ayu's, for `umum`, in a year. */
  readonly later: ScheduledId;

  private constructor(
    world: World,
    umum: ChannelId,
    gaji: ChannelId,
    hello: MessageId,
    later: ScheduledId,
  ) {
    this.world = world;
    this.umum = umum;
    this.gaji = gaji;
    this.hello = hello;
    this.later = later;
  }

  static async set(world: World): Promise<Stage> {
    const umum = await world.channel('citra', 'umum', 'public', ['ayu', 'budi']);
    const gaji = await world.channel('citra', 'gaji', 'private', ['ayu', 'budi']);
    const say = async (
      who: Name,
      channelId: ChannelId,
      text: string,
      rootId: MessageId | null = null,
    ) => {
      const args = { channelId, rootId, broadcast: false, text, attachments: [] };
      return (await world.did(who, 'message.send', args)) as MessageId;
    };
    for (const n of [1, 2, 3]) await say('citra', gaji, `angka ${n}`);
    const hello = await say('ayu', umum, `halo <@${world.id('budi')}>`);
    await say('citra', umum, 'halo juga', hello);
    await world.did('ayu', 'reaction.add', { channelId: umum, messageId: hello, emoji: '🎉' });
    await say('budi', umum, 'sudah makan?');
    const later = await world.did('ayu', 'scheduled.add', inAYear(world, umum));
    return new Stage(world, umum, gaji, hello, later as string as ScheduledId);
  }

  async message(channelId: ChannelId, id: MessageId): Promise<Message> {
    const key = { scope: channelScope(channelId), kind: 'message', id } as const;
    const [row] = await this.world.store.get([key]);
    return JSON.parse(row!.json) as Message;
  }
}

const photo: FileAttachment = {
  ...{ type: 'file', id: anId(0xf11e) as OpId, name: 'gudang.jpg' },
  ...{ mediaType: 'image/jpeg', size: 900 },
};
const inAYear = (world: World, channelId: ChannelId) => ({
  ...{ channelId, rootId: null, broadcast: false, text: 'Nanti', attachments: [] },
  ...{ at: world.timeline.now() + 365 * 86_400_000, why: 'chosen' as const },
});

const sectionId = anId(0x970) as OpId;
const finance = (world: World) => ({
  ...{ groupId: anId(0x960) as OpId, name: 'keuangan', about: '' },
  userIds: [world.id('ayu'), world.id('budi')],
});

/** Ayu's; what the others choose is theirs. */
const askLunch = async (world: World, channelId: ChannelId): Promise<MessageId> => {
  const words = { channelId, rootId: null, broadcast: false, text: 'Makan?', attachments: [] };
  const terms = { options: ['Soto', 'Nasi'], several: false, anonymous: true, closesAt: null };
  return (await world.did('ayu', 'message.send', { ...words, poll: terms })) as MessageId;
};

/** Of Ayu's to Budi. */
const giveBudi = async (world: World, channelId: ChannelId): Promise<TaskId> => {
  const what = { messageId: null, title: 'Cek stok', dueAt: null };
  const args = { channelId, ...what, assigneeId: world.id('budi') };
  return (await world.did('ayu', 'task.add', args)) as string as TaskId;
};

/** Ayu's, with one line that Citra has ticked off. */
const listPallets = async (world: World, channelId: ChannelId): Promise<TaskId> => {
  const words = { channelId, rootId: null, broadcast: false, text: 'Palet', attachments: [] };
  const checklist = ['Hitung', 'Susun'];
  const op = await world.did('ayu', 'message.send', { ...words, checklist });
  const ownerId = op as string as TaskId;
  await world.did('citra', 'checklist.tick', { channelId, ownerId, itemId: '0', done: true });
  return ownerId;
};

/** Of Ayu's message, long from now. */
const remindBudi = async ({ world, umum, hello }: Stage) => {
  const at = 1_900_000_000_000;
  const saved = { channelId: umum, messageId: hello, state: 'open', remindAt: at } as const;
  await world.did('budi', 'saved.set', saved);
  return { of: 'saved', id: hello, at } as const;
};

interface Scene<N extends CommandName> {
  readonly by: Name;
  /** What it is done with; it must be carried out, and change something. */
  readonly args: (stage: Stage) => ArgsOf<N> | Promise<ArgsOf<N>>;
}

/** One scene for every command; the type fails the build where one has none. */
export const scenes: { readonly [N in CommandName]: Scene<N> } = {
  'activity.see': { by: 'ayu', args: () => ({ at: 1_000 }) },
  'channel.archive': { by: 'citra', args: ({ umum }) => ({ channelId: umum, archived: true }) },
  'channel.create': {
    by: 'ayu',
    args: ({ world }) => ({
      ...{ name: 'rahasia', type: 'private', topic: 'Baru' },
      userIds: [world.id('budi'), world.id('eka')],
    }),
  },
  'channel.invite': {
    by: 'ayu',
    args: ({ world, gaji }) => ({ channelId: gaji, userIds: [world.id('eka')] }),
  },
  'channel.join': { by: 'eka', args: ({ umum }) => ({ channelId: umum }) },
  'channel.leave': { by: 'budi', args: ({ gaji }) => ({ channelId: gaji }) },
  'channel.remove': {
    by: 'citra',
    args: ({ world, gaji }) => ({ channelId: gaji, userId: world.id('budi') }),
  },
  'channel.update': {
    by: 'citra',
    args: ({ umum }) => ({ channelId: umum, name: 'ramai', topic: 'Semua', purpose: 'Apa saja' }),
  },
  'checklist.set': {
    by: 'ayu',
    args: async ({ world, umum }) => ({
      ...{ channelId: umum, ownerId: await listPallets(world, umum) },
      ...{ itemId: '0', text: null },
    }),
  },
  'checklist.tick': {
    by: 'budi',
    args: async ({ world, umum }) => ({
      ...{ channelId: umum, ownerId: await listPallets(world, umum) },
      ...{ itemId: '1', done: true },
    }),
  },
  'conversation.open': {
    by: 'ayu',
    args: ({ world }) => ({ userIds: [world.id('budi'), world.id('eka')] }),
  },
  'draft.set': {
    by: 'ayu',
    args: ({ umum, hello }) => ({ channelId: umum, rootId: hello, text: 'Nanti' }),
  },
  'emoji.add': { by: 'ayu', args: () => ({ name: 'truk', picture: aPng }) },
  'emoji.remove': {
    by: 'ayu',
    async args({ world }) {
      const emojiId = await world.did('ayu', 'emoji.add', { name: 'truk', picture: aPng });
      return { emojiId: emojiId as OpId };
    },
  },
  'follow.read': {
    by: 'ayu',
    async args(stage) {
      const { position } = await stage.message(stage.umum, stage.hello);
      return { rootId: stage.hello, position: position + 2 };
    },
  },
  'follow.set': {
    by: 'budi',
    args: ({ umum, hello }) => ({ channelId: umum, rootId: hello, on: false, read: 0 }),
  },
  'group.set': { by: 'citra', args: ({ world }) => finance(world) },
  'group.remove': {
    by: 'citra',
    async args({ world }) {
      await world.did('citra', 'group.set', finance(world));
      return { groupId: finance(world).groupId as string as GroupId };
    },
  },
  'marker.set': {
    by: 'budi',
    async args(stage) {
      const { position, ordinal } = await stage.message(stage.umum, stage.hello);
      return { channelId: stage.umum, epoch: 1, position, ordinal };
    },
  },
  'membership.set': {
    by: 'ayu',
    args: ({ umum }) => ({ channelId: umum, starred: true, muted: true, notify: 'all' }),
  },
  'message.delete': {
    by: 'ayu',
    args: ({ umum, hello }) => ({ channelId: umum, messageId: hello }),
  },
  'message.edit': {
    by: 'ayu',
    args: ({ world, umum, hello }) => ({
      ...{ channelId: umum, messageId: hello, base: hello },
      text: `selamat pagi <@${world.id('citra')}>`,
    }),
  },
  'message.forward': {
    by: 'ayu',
    args: ({ world, umum, gaji, hello }) => ({
      ...{ channelId: gaji, from: { channelId: umum, messageId: hello }, files: [] },
      text: `untuk <@${world.id('citra')}>`,
    }),
  },
  'message.send': {
    by: 'ayu',
    args: ({ world, umum, hello }) => ({
      ...{ channelId: umum, rootId: hello, broadcast: true, attachments: [photo] },
      text: `<!channel> dan <@${world.id('citra')}>`,
    }),
  },
  'pin.add': { by: 'budi', args: ({ umum, hello }) => ({ channelId: umum, messageId: hello }) },
  'pin.remove': {
    by: 'ayu',
    async args({ world, umum, hello }) {
      const args = { channelId: umum, messageId: hello };
      await world.did('citra', 'pin.add', args);
      return args;
    },
  },
  'preview.remove': {
    by: 'ayu',
    async args({ world, umum }) {
      const what = { rootId: null, broadcast: false, text: 'https://a.id', attachments: [] };
      const id = await world.did('ayu', 'message.send', { channelId: umum, ...what });
      const messageId = id as MessageId;
      await world.preview(umum, messageId, 'https://a.id');
      return { channelId: umum, messageId, place: 0 };
    },
  },
  'poll.close': {
    by: 'ayu',
    args: async ({ world, umum }) => ({ channelId: umum, messageId: await askLunch(world, umum) }),
  },
  'poll.vote': {
    by: 'budi',
    args: async ({ world, umum }) => ({
      ...{ channelId: umum, messageId: await askLunch(world, umum), choices: [1] },
    }),
  },
  'profile.set': { by: 'ayu', args: () => ({ displayName: 'Ayu K', title: 'Gudang' }) },
  'reaction.add': {
    by: 'budi',
    args: ({ umum, hello }) => ({ channelId: umum, messageId: hello, emoji: '👍' }),
  },
  'reaction.remove': {
    by: 'ayu',
    args: ({ umum, hello }) => ({ channelId: umum, messageId: hello, emoji: '🎉' }),
  },
  'reminder.claim': {
    by: 'budi',
    args: async (stage) => ({ ...(await remindBudi(stage)), after: null }),
  },
  'reminder.told': { by: 'budi', args: remindBudi },
  'scheduled.add': { by: 'ayu', args: ({ world, gaji }) => inAYear(world, gaji) },
  'scheduled.remove': { by: 'ayu', args: ({ umum, later }) => ({ id: later, channelId: umum }) },
  'scheduled.send': { by: 'ayu', args: ({ umum, later }) => ({ id: later, channelId: umum }) },
  'scheduled.set': {
    by: 'ayu',
    args: ({ umum, later }) => ({ id: later, channelId: umum, text: 'Besok saja' }),
  },
  'saved.set': {
    by: 'budi',
    args: ({ umum, hello }) => ({
      ...{ channelId: umum, messageId: hello, state: 'open', remindAt: 1_900_000_000_000 },
    }),
  },
  'section.remove': {
    by: 'ayu',
    async args({ world }) {
      await world.did('ayu', 'section.set', { sectionId, name: 'Proyek' });
      return { sectionId };
    },
  },
  'section.set': { by: 'ayu', args: () => ({ sectionId, name: 'Proyek', place: 1 }) },
  'seen.set': {
    by: 'budi',
    async args({ world }) {
      const people = [world.id('ayu'), world.id('budi')];
      await world.did('ayu', 'conversation.open', { userIds: [world.id('budi')] });
      const channelId = conversationId(people);
      const what = { rootId: null, broadcast: false, text: 'halo', attachments: [] };
      await world.did('ayu', 'message.send', { channelId, ...what });
      return { channelId, position: 1_000 };
    },
  },
  'task.add': {
    by: 'ayu',
    args: ({ world, umum, hello }) => ({
      ...{ channelId: umum, messageId: hello, title: 'Cek stok' },
      ...{ assigneeId: world.id('budi'), dueAt: 1_900_000_000_000 },
    }),
  },
  'task.remove': {
    by: 'ayu',
    args: async ({ world, umum }) => ({ channelId: umum, taskId: await giveBudi(world, umum) }),
  },
  'task.set': {
    by: 'budi',
    args: async ({ world, umum }) => ({
      ...{ channelId: umum, taskId: await giveBudi(world, umum) },
      ...{ done: true, assigneeId: world.id('citra') },
    }),
  },
  'workspace.set': { by: 'citra', args: () => ({ policy: { offHours: 'quiet' } }) },
};
