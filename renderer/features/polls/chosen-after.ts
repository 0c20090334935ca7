import type { PollView } from '../../../shared/rpc/poll-views.ts';

/** What is chosen after a press on an option: a second press takes it back. */
export function chosenAfter(
  { options, several }: Pick<PollView, 'options' | 'several'>,
  pressed: number,
): number[] {
  const mine = options.flatMap((option, index) => (option.mine ? [index] : []));
  if (mine.includes(pressed)) return mine.filter((index) => index !== pressed);
  return several ? [...mine, pressed].sort((a, b) => a - b) : [pressed];
}
