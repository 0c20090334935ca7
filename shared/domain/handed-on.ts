import { MAX_TEXT, type Forward, type Message } from './kinds/message.ts';

/**
 * What is handed on of a message. One that itself only hands on another passes that one along, with
 * the name of who said it; where both have words, the inner ones follow as a quote.
 */
export function handedOn(channelId: string, message: Message): Forward {
  const { id, authorId, text, createdAt, forward } = message;
  if (forward !== undefined && text.trim() === '') return forward;
  const words = forward === undefined ? text : `${text}\n\n${quoted(forward.text)}`;
  return { channelId, messageId: id, authorId, text: words.slice(0, MAX_TEXT), createdAt };
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
