import { draftSet } from '../../../shared/commands/draft-set.ts';
import { markerSet } from '../../../shared/commands/marker-set.ts';
import { membershipSet } from '../../../shared/commands/membership-set.ts';
import { conversationId } from '../../../shared/domain/conversation.ts';
import type { ChannelId, OpId, UserId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { channelNameKey, userNameKey } from '../../../shared/domain/kinds/name.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelOf, channelScope, orgScope, registryScope } from '../../../shared/domain/scope.ts';
import { uuidOf } from '../../../shared/domain/uuid.ts';
import type { Store, Submitted } from '../../store/port.ts';
import { eachRow, getRow } from '../../store/read-row.ts';
import { Passwords } from '../accounts/passwords.ts';
import { byActor, bySystem } from '../system-actor.ts';
import { workspaceSet } from '../workspace/workspace-set.ts';
import {
  DEMO_PASSWORD,
  DEMO_PERSON,
  DEMO_WORKSPACE,
  DRAFT,
  MUTED,
  STARRED,
  UNREAD_IN_CHANNELS,
  UNREAD_WITH,
} from './demo-state.ts';
import { dayBegins, upToMorning, withUnread } from './reading.ts';

/** In the store's settings: this workspace is a demo, and its password is known to everybody. */
const IS_DEMO = 'demo';

/** The data folder holds somebody's real workspace. */
export class NotADemo extends Error {
  override readonly name = 'NotADemo';
}

/**
 * Makes the imported demo look lived in: its people can sign in, what is older than the last
 * morning is read, and the main person has left things unread, starred, muted and half written.
 * A second time it changes nothing.
 *
 * @param now the relay's clock, ms
 * @throws {NotADemo} where the workspace has a name already that it did not get here
 */
export async function prepareDemo(store: Store, now: number): Promise<void> {
  const workspace = await getRow(store, orgScope, 'workspace', WORKSPACE_ROW);
  if (workspace !== undefined && (await store.accounts.setting(IS_DEMO)) === undefined) {
    throw new NotADemo(`"${workspace.name}" is no demo: its people would get a known password`);
  }
  await store.accounts.setSetting(IS_DEMO, 'yes');
  const people: User[] = [];
  for await (const user of eachRow(store, orgScope, 'user')) {
    if (!user.bot && user.disabledAt === null) people.push(user);
  }
  await openAccounts(store, people);
  const op = (...words: string[]): OpId => uuidOf('demo', ...words) as OpId;
  const commands = [
    bySystem(workspaceSet, op('workspace'), { name: DEMO_WORKSPACE }),
    ...(await markers(store, people, op)),
    ...(await habits(store, op)),
  ];
  await store.commit(commands, now);
}

/** S1: a second run is the same commands. */
type OpOf = (...words: string[]) => OpId;

const actorOf = ({ id, role }: User): Actor => ({ userId: id as UserId, role });

async function openAccounts(store: Store, people: readonly User[]): Promise<void> {
  const passwordHash = await new Passwords().hash(DEMO_PASSWORD);
  for (const { id, name } of people) {
    await store.accounts.addAccount({ userId: id as UserId, name, passwordHash });
  }
}

/** How far everybody has read, in every channel. */
async function markers(store: Store, people: readonly User[], op: OpOf): Promise<Submitted[]> {
  const said = new Map<ChannelId, Message[]>();
  const places: { user: User; channelId: ChannelId }[] = [];
  for (const user of people) {
    for (const scope of await store.scopesOf(user.id as UserId)) {
      const channelId = channelOf(scope);
      if (channelId === undefined) continue;
      places.push({ user, channelId });
      if (!said.has(channelId)) said.set(channelId, await messagesIn(store, channelId));
    }
  }
  const newest = Math.max(...[...said.values()].map((all) => all.at(-1)?.createdAt ?? 0));
  const morning = dayBegins(newest);
  const unread = await unreadOf(store);
  return places.map(({ user, channelId }) => {
    const messages = said.get(channelId) ?? [];
    const args =
      user.name === DEMO_PERSON
        ? withUnread(channelId, messages, unread.get(channelId) ?? 0)
        : upToMorning(channelId, messages, user.id, morning);
    return byActor(actorOf(user), markerSet, op('marker', user.id, channelId), args);
  });
}

async function messagesIn(store: Store, channelId: ChannelId): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const one of eachRow(store, channelScope(channelId), 'message')) messages.push(one);
  return messages.sort((a, b) => a.position - b.position);
}

async function unreadOf(store: Store): Promise<Map<ChannelId, number>> {
  const unread = new Map<ChannelId, number>();
  for (const [name, count] of Object.entries(UNREAD_IN_CHANNELS)) {
    unread.set(await channelCalled(store, name), count);
  }
  for (const { people, count } of UNREAD_WITH) {
    const ids: UserId[] = [];
    for (const name of [DEMO_PERSON, ...people]) ids.push(await personCalled(store, name));
    unread.set(conversationId(ids), count);
  }
  return unread;
}

/** What the main person has starred, muted and begun to write. */
async function habits(store: Store, op: OpOf): Promise<Submitted[]> {
  const userId = await personCalled(store, DEMO_PERSON);
  const user = await getRow(store, orgScope, 'user', userId);
  const actor: Actor = { userId, role: user?.role ?? 'member' };
  const commands: Submitted[] = [];
  for (const name of STARRED) {
    const channelId = await channelCalled(store, name);
    commands.push(byActor(actor, membershipSet, op('star', name), { channelId, starred: true }));
  }
  for (const name of MUTED) {
    const channelId = await channelCalled(store, name);
    commands.push(byActor(actor, membershipSet, op('mute', name), { channelId, muted: true }));
  }
  const channelId = await channelCalled(store, DRAFT.channel);
  const draft = { channelId, rootId: null, text: DRAFT.text };
  return [...commands, byActor(actor, draftSet, op('draft'), draft)];
}

async function holderOf(store: Store, key: string): Promise<string> {
  const held = await getRow(store, registryScope, 'name', key);
  if (held === undefined) throw new Error(`the demo lacks ${key}: import demo/nusa-mandiri first`);
  return held.holder;
}

const channelCalled = async (store: Store, name: string): Promise<ChannelId> =>
  (await holderOf(store, channelNameKey(name))) as ChannelId;
const personCalled = async (store: Store, name: string): Promise<UserId> =>
  (await holderOf(store, userNameKey(name))) as UserId;
