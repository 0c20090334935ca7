import { MAX_TEXT, type Forward, type Message } from './kinds/message.ts';

interface Said<Id extends string> {
  readonly authorId: Id;
  readonly text: string;
}

/**
 * What is handed on of a message. One that itself only hands on another passes that one along, with
 * the name of who said it; where both have words, the inner ones follow as a quote that names them.
 */
export function handedOn(channelId: string, message: Message): Forward {
  const { id, createdAt, forward } = message;
  if (forward !== undefined && message.text.trim() === '') return forward;
  const { authorId, text } = handedWords({ ...message, forward });
  return { channelId, messageId: id, authorId, text, createdAt };
}

/** Its words as they will stand there, and whose they are. */
export function handedWords<Id extends string>(
  message: Said<Id> & { readonly forward: Said<Id> | null | undefined },
): Said<Id> {
  const { authorId, text, forward } = message;
  if (forward == null) return { authorId, text: text.slice(0, MAX_TEXT) };
  if (text.trim() === '') return { authorId: forward.authorId, text: forward.text };
  const inner = quoted(`<@${forward.authorId}>:\n${forward.text}`);
  return { authorId, text: `${text}\n\n${inner}`.slice(0, MAX_TEXT) };
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
