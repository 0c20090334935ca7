import type { MessageView } from '../../../../shared/rpc/views.ts';

type Shown = Pick<MessageView, 'text' | 'forwarded' | 'attachments' | 'files'>;

/** The words that stand for a message in a list: its own, else those that it hands on, else what is attached. */
export const shownText = ({ text, forwarded, attachments, files }: Shown): string =>
  text ||
  forwarded?.text ||
  [...attachments.map((one) => one.title || one.url), ...files.map((one) => one.name)].join(', ');
