import type { SectionView, SidebarChannel } from '../../../shared/rpc/views.ts';

/** Those that everybody has; `own`: one that the person has made. */
export type SectionName = 'unread' | 'starred' | 'own' | 'channels' | 'conversations';

export interface Section {
  readonly name: SectionName;
  /** Of the person's own. */
  readonly own: SectionView | null;
  readonly channels: readonly SidebarChannel[];
}

type Compare = (a: string, b: string) => number;

const isConversation = (channel: SidebarChannel): boolean =>
  channel.type === 'dm' || channel.type === 'group';

/** Whether it asks for attention: muted ones only do where somebody is named. */
export const isUnread = (channel: SidebarChannel): boolean =>
  channel.mentions > 0 || (channel.unread > 0 && !channel.muted);

/** Whether no section has a channel, or a conversation, where these are asked for. */
export const noneOf = (sections: readonly Section[], conversations: boolean): boolean =>
  !sections.some((section) =>
    section.channels.some((channel) => isConversation(channel) === conversations),
  );

const byTitle =
  (compare: Compare) =>
  (a: SidebarChannel, b: SidebarChannel): number =>
    Number(isConversation(a)) - Number(isConversation(b)) || compare(a.title, b.title);

/** What was unread when it was opened, and whether its reader was named in it. */
export interface Kept {
  readonly id: string;
  readonly named: boolean;
}

/**
 * The sidebar's sections, each channel in one of them: what is unread first, but for what stands in
 * a section of the person's own, which they know where to look for. `kept` stays in its
 * place among the unread although it is being read, so that the list does not move under the
 * pointer. An archived channel is only listed while it is open or unread.
 */
export function sectionsOf(
  channels: readonly SidebarChannel[],
  open: string | null,
  kept: Kept | null,
  compare: Compare,
  owned: readonly SectionView[] = [],
): Section[] {
  const own = new Map(owned.map(({ id }) => [id, [] as SidebarChannel[]]));
  const sections: Record<Exclude<SectionName, 'own'>, SidebarChannel[]> = {
    unread: [],
    starred: [],
    channels: [],
    conversations: [],
  };
  for (const channel of channels) {
    const unread = isUnread(channel);
    if (channel.archived && !unread && channel.id !== open) continue;
    const mine = channel.starred ? undefined : own.get(channel.sectionId ?? '');
    if (mine !== undefined) mine.push(channel);
    else if (unread || channel.id === kept?.id) sections.unread.push(channel);
    else if (channel.starred) sections.starred.push(channel);
    else sections[isConversation(channel) ? 'conversations' : 'channels'].push(channel);
  }
  const title = byTitle(compare);
  const named = ({ id, mentions }: SidebarChannel): number =>
    Number(mentions > 0 || (id === kept?.id && kept.named));
  sections.unread.sort((a, b) => named(b) - named(a) || title(a, b));
  sections.starred.sort(title);
  sections.channels.sort(title);
  sections.conversations.sort((a, b) => b.lastAt - a.lastAt || title(a, b));
  const listed = (name: Exclude<SectionName, 'own'>): Section => ({
    ...{ name, own: null, channels: sections[name] },
  });
  return [
    listed('unread'),
    listed('starred'),
    ...owned.map((one): Section => {
      const mine = (own.get(one.id) ?? []).sort(title);
      return { name: 'own', own: one, channels: mine };
    }),
    listed('channels'),
    listed('conversations'),
  ];
}
