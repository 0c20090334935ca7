import { ChartColumn, Check, Lock } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { PollView } from '../../../shared/rpc/poll-views.ts';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { useNow } from '../../ui/use-now.ts';
import { usePast } from '../../ui/use-past.ts';
import { Refused } from '../conversation/message/Refused.tsx';
import { WaitingMark } from '../conversation/message/WaitingMark.tsx';
import { chosenAfter } from './chosen-after.ts';
import css from './PollCard.module.css';

interface Props {
  message: MessageView;
  poll: PollView;
  names: TextNames;
  /** Writes here, so may vote. */
  mayVote: boolean;
  /** Is who asked. */
  mine: boolean;
}

/** What can be chosen, as bars of how many chose it; a press votes, changes or takes back. */
export function PollCard({ message, poll, names, mayVote, mine }: Props) {
  const t = useWords();
  const act = useAct();
  const past = usePast(poll.closesAt);
  const closed = poll.closed || past;
  const open = mayVote && !closed;
  const { id: messageId, channelId } = message;
  const press = (option: number): void =>
    void act((core) => core.vote({ channelId, messageId, choices: chosenAfter(poll, option) }));
  return (
    <div className={css.poll} role="group" aria-label={t('polls.poll')}>
      <p className={css.kind}>
        {closed ? <Lock aria-hidden /> : <ChartColumn aria-hidden />}
        {t(closed ? 'polls.closed' : poll.several ? 'polls.chooseSeveral' : 'polls.chooseOne')}
        {poll.anonymous ? <span>{t('polls.isAnonymous')}</span> : null}
      </p>
      <ul className={css.options}>
        {poll.options.map((option, index) => (
          <li key={index}>
            <Option
              option={option}
              share={poll.voters === 0 ? 0 : option.count / poll.voters}
              names={names}
              open={open}
              onPress={() => press(index)}
            />
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <Sum poll={poll} closed={closed} />
        {mine && !closed && message.state !== 'refused' ? (
          <button
            type="button"
            className={css.close}
            tabIndex={-1}
            data-stop
            onClick={() => void act((core) => core.closePoll({ channelId, messageId }))}
          >
            {t('polls.close')}
          </button>
        ) : null}
        {poll.waiting && message.state !== 'waiting' ? <WaitingMark /> : null}
      </div>
      {poll.refused === null ? null : (
        <Refused refused={poll.refused} unsent={false} mayWrite={mayVote} names={names} />
      )}
    </div>
  );
}

interface OptionProps {
  option: PollView['options'][number];
  /** 0..1 of those who voted. */
  share: number;
  names: TextNames;
  open: boolean;
  onPress: () => void;
}

function Option({ option, share, names, open, onPress }: OptionProps) {
  const t = useWords();
  const format = useFormat();
  const { text, count, mine, userIds } = option;
  const known = userIds.map((id, at) => {
    if (id === names.me) return t(at === 0 ? 'common.youFirst' : 'common.you');
    return names.people[id] ?? t('conversation.someone');
  });
  const more = count - known.length;
  const who =
    known.length === 0
      ? ''
      : format.list(more > 0 ? [...known, t('conversation.morePeople', { n: more })] : known);
  return (
    <button
      type="button"
      className={css.option}
      aria-pressed={mine}
      aria-label={
        who === ''
          ? t('polls.optionVotes', { option: text, n: count })
          : t('polls.optionVotesWho', { option: text, n: count, who })
      }
      title={who === '' ? undefined : who}
      disabled={!open}
      tabIndex={-1}
      data-stop
      style={{ '--share': share } as CSSProperties}
      // A press leaves the focus where one writes.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <span className={css.bar} aria-hidden />
      <span className={css.mark} aria-hidden>
        {mine ? <Check /> : null}
      </span>
      <span className={css.words}>
        <span dir="auto">{text}</span>
        {who === '' ? null : <span className={css.who}>{who}</span>}
      </span>
      <span className={css.count}>
        {t('polls.share', { count: format.number(count), percent: format.percent(share) })}
      </span>
    </button>
  );
}

function Sum({ poll, closed }: { poll: PollView; closed: boolean }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { voters, closesAt } = poll;
  return (
    <p className={css.sum}>
      {t('polls.voters', { n: voters })}
      {closed || closesAt === null ? null : (
        <time dateTime={new Date(closesAt).toISOString()} title={format.full(closesAt)}>
          {t('polls.closes', { when: format.until(closesAt, now) })}
        </time>
      )}
    </p>
  );
}
