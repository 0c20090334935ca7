import type { MessageView } from '../../../../shared/rpc/views.ts';

type Shown = Pick<MessageView, 'text' | 'forwarded' | 'attachments' | 'files'>;

/** What is said in a message: its own words, else those that it hands on. */
export const saidWords = ({ text, forwarded }: Pick<Shown, 'text' | 'forwarded'>): string =>
  text || (forwarded?.text ?? '');

/** The words that stand for a message in a list: its own, else those that it hands on, else what is attached. */
export const shownText = ({ text, forwarded, attachments, files }: Shown): string =>
  saidWords({ text, forwarded }) ||
  [...attachments.map((one) => one.title || one.url), ...files.map((one) => one.name)].join(', ');
