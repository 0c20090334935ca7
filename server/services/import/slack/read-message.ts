import {
  MAX_ATTACHMENTS,
  MAX_TEXT,
  type LinkAttachment,
} from '../../../../shared/domain/kinds/message.ts';
import { mentionedUsers } from '../../../../shared/domain/mentions.ts';
import type { ImportedMessage } from '../commands/import-messages.ts';
import { authorOf, type AppUsers } from './author.ts';
import { bodyOf } from './body.ts';
import { messageIdOf } from './ids.ts';
import { linkToFile, shownOf } from './links.ts';
import type { SlackPeople } from './people.ts';
import { reactionsOf, skipReactions } from './reactions.ts';
import type { SlackMessage } from './schema/message.ts';
import { systemEventOf } from './system-event.ts';
import type { Tally } from './tally.ts';
import { markdownOf, plainOf } from './text/mrkdwn.ts';
import type { SlackNames } from './text/names.ts';
import { shorten } from './text/shorten.ts';
import { splitText } from './text/split.ts';
import { microsOf, msOf } from './ts.ts';

export interface Reading {
  readonly people: SlackPeople;
  readonly apps: AppUsers;
  readonly names: SlackNames;
  readonly tally: Tally;
  readonly shift: number;
}

/** One line of a channel's day. */
export interface Line {
  readonly slackChannel: string;
  readonly message: SlackMessage;
  readonly micros: number;
  /** For the report: file and place in it. */
  readonly where: string;
}

/** What becomes of a line: one message, or several where its text was too long for one. */
export interface ReadLine {
  readonly messages: ImportedMessage[];
  readonly where: string;
  readonly reactions: number;
  readonly attachments: number;
}

/** Lines about other lines, as tools that record a workspace write them. */
const ABOUT_OTHERS = new Set(['message_changed', 'message_deleted', 'message_replied']);

/** Why a line is no message at all; undefined where it is one. */
export function notAMessage({ type, subtype }: SlackMessage): string | undefined {
  if (type !== undefined && type !== 'message') return `not a message: ${type}`;
  if (subtype !== undefined && ABOUT_OTHERS.has(subtype)) {
    return 'about a change to another line, which the export has as it is now';
  }
  return subtype === 'ekm_access_denied' ? "locked by the company's own key" : undefined;
}

const isDeleted = ({ subtype, hidden, text }: SlackMessage): boolean =>
  subtype === 'tombstone' || (hidden === true && text === 'This message was deleted.');

/** Undefined where there is nothing to import; the tally knows why. */
export function readMessage(line: Line, reading: Reading): ReadLine | undefined {
  const { message, micros, slackChannel } = line;
  const { people, names, tally, shift, apps } = reading;
  const at = (ts: string | undefined): number | null => {
    const found = microsOf(ts);
    return found === undefined ? null : Math.max(0, msOf(found) + shift);
  };
  const ts = message.ts ?? '';
  const inThread = microsOf(message.thread_ts) !== undefined && message.thread_ts !== ts;
  const createdAt = Math.max(0, msOf(micros) + shift);
  const plain = (text: string) => shorten(plainOf(text, names), 250);
  const happened = systemEventOf(message, people, plain);
  const deleted = isDeleted(message);
  const by = happened?.by;
  const base = {
    authorId: by === undefined ? people.authorId(authorOf(message, apps)) : people.idOf(by),
    rootId: inThread ? messageIdOf(slackChannel, message.thread_ts ?? '') : null,
    broadcast: inThread && /^(thread|reply)_broadcast$/.test(message.subtype ?? ''),
    ...{ system: happened?.event ?? null, createdAt },
    editedAt: deleted ? null : at(message.edited?.ts),
    deletedAt: deleted ? createdAt : null,
  };
  const { text, attachments, count } =
    happened !== undefined || deleted ? without(line, tally) : contents(line, reading);
  if (base.system === null && !deleted && text === '' && attachments.length === 0) {
    tally.skip('messages', 'nothing in it', line.where);
    skipReactions(message, tally, 'to a message with nothing in it', line.where);
    return undefined;
  }
  const parts = splitText(text, MAX_TEXT);
  if (parts.length > 1) tally.change('messages', 'its text takes several messages', line.where);
  const reactions = deleted
    ? skipReactions(message, tally, 'to a deleted message', line.where)
    : reactionsOf(message, people, tally, line.where);
  const messages = parts.map((part, index): ImportedMessage => ({
    ...base,
    id: messageIdOf(slackChannel, ts, index),
    text: part,
    attachments: index === parts.length - 1 ? attachments : [],
    reactions: index === 0 ? reactions : [],
    mentions: mentionedUsers(part),
  }));
  const { where } = line;
  return { messages, where, reactions: reactions.length, attachments: count };
}

interface Contents {
  readonly text: string;
  readonly attachments: LinkAttachment[];
  /** How many files and attachments these came from. */
  readonly count: number;
}

/** Of what was deleted, and of what only tells of an event, nothing below is kept. */
function without({ message, where }: Line, tally: Tally): Contents {
  const count = (message.files ?? []).length + (message.attachments ?? []).length;
  tally.read('attachments', count);
  tally.skip('attachments', 'of a deleted message or an event', where, count);
  return { text: '', attachments: [], count: 0 };
}

function contents({ message, where }: Line, { names, tally }: Reading): Contents {
  const files = message.files ?? (message.file === undefined ? [] : [message.file]);
  const below = message.attachments ?? [];
  tally.read('attachments', files.length + below.length);
  const texts = [bodyOf(message, names)];
  const links: LinkAttachment[] = [];
  let count = below.length;
  for (const file of files) {
    const link = linkToFile(file);
    if (link === undefined) {
      tally.skip(
        'attachments',
        `a file that the export has no address of (${file.mode ?? 'unknown'})`,
        where,
      );
    } else {
      links.push(link);
      count += 1;
    }
  }
  for (const attachment of below) {
    const { link, text } = shownOf(attachment, names);
    if (link !== undefined) links.push(link);
    texts.push(text);
  }
  for (const { title, url } of links.slice(MAX_ATTACHMENTS)) {
    texts.push(markdownOf(`<${url}|${title.replaceAll(/[<>|]/g, ' ')}>`, names));
    tally.change('attachments', 'one of more than twenty: a link in the text', where);
  }
  const text = texts
    .filter((part) => part.trim() !== '')
    .join('\n')
    .trim();
  return { text, attachments: links.slice(0, MAX_ATTACHMENTS), count };
}
