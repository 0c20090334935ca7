import { officeHours } from '../../shared/domain/hours.ts';
import type { MessagePage, MessageView, PersonView } from '../../shared/rpc/views.ts';

/** A message for a test: id and time follow from the position where they are not given. */
export function message(fields: Partial<MessageView> & { position: number }): MessageView {
  const { position } = fields;
  return {
    id: idOf(position),
    channelId: idOf(0),
    rootId: null,
    broadcast: false,
    authorId: idOf(1_000_000),
    text: `message ${position}`,
    attachments: [],
    files: [],
    previews: [],
    forwarded: null,
    system: null,
    createdAt: Date.UTC(2026, 10, 19, 1) + position * 1_000,
    editedAt: null,
    deleted: false,
    gone: false,
    revisions: 0,
    ordinal: position,
    op: idOf(position),
    reactions: [],
    pinned: null,
    poll: null,
    task: null,
    checklist: null,
    saved: null,
    thread: null,
    mentionsMe: false,
    urgent: null,
    state: 'sent',
    refused: null,
    ...fields,
  };
}

/** A UUID that ends with this number. */
export const idOf = (number: number): string =>
  `0190a1b2-0000-7000-8000-${Math.trunc(number).toString(16).padStart(12, '0').slice(-12)}`;

export function person(fields: Partial<PersonView> & { id: string }): PersonView {
  return {
    name: 'somebody',
    displayName: 'Somebody',
    role: 'member',
    bot: false,
    title: '',
    department: '',
    location: '',
    timeZone: 'Asia/Jakarta',
    status: null,
    disabled: false,
    presence: 'offline',
    hours: officeHours,
    ownHours: false,
    manager: null,
    pronouns: '',
    skills: [],
    birthday: null,
    quietUntil: null,
    absence: null,
    off: null,
    ...fields,
  };
}

export function page(messages: MessageView[], fields: Partial<MessagePage> = {}): MessagePage {
  return {
    channelId: idOf(0),
    messages,
    holes: [],
    atOldest: true,
    atNewest: true,
    lastHere: true,
    unreadAfter: null,
    people: {},
    channels: {},
    ...fields,
  };
}
