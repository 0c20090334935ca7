import { SmilePlus } from 'lucide-react';
import { memo } from 'react';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import type { TextNames } from '../../../text/text-reader.ts';
import { EmojiSign } from '../../emoji/EmojiSign.tsx';
import { useMessageActions } from './message-actions.ts';
import css from './Reactions.module.css';

interface Props {
  message: MessageView;
  names: TextNames;
  mayReact: boolean;
}

/** Reactions under a message, and the way to add one. */
export const Reactions = memo(function Reactions({ message, names, mayReact }: Props) {
  const t = useWords();
  const format = useFormat();
  const actions = useMessageActions();
  if (message.reactions.length === 0) return null;
  return (
    // A press leaves the focus where one writes.
    <div className={css.line} onMouseDown={(event) => event.preventDefault()}>
      {message.reactions.map(({ emoji, count, mine, userIds }) => {
        const known = userIds.map((id) =>
          id === names.me ? t('common.you') : (names.people[id] ?? t('conversation.someone')),
        );
        const more = count - known.length;
        const who = format.list(
          more > 0 ? [...known, t('conversation.morePeople', { n: more })] : known,
        );
        return (
          <button
            key={emoji}
            type="button"
            className={css.reaction}
            aria-pressed={mine}
            aria-label={t('conversation.reactedWith', { emoji, n: count, who })}
            title={who}
            disabled={!mayReact}
            tabIndex={-1}
            data-stop
            onClick={() => actions.react(message, emoji, !mine)}
          >
            <span className={css.emoji} aria-hidden>
              <EmojiSign emoji={emoji} />
            </span>
            {format.number(count)}
          </button>
        );
      })}
      {mayReact ? (
        <button
          type="button"
          className={css.add}
          aria-label={t('conversation.addReaction')}
          tabIndex={-1}
          data-stop
          onClick={(event) => actions.pickReaction(message, event.currentTarget)}
        >
          <SmilePlus />
        </button>
      ) : null}
    </div>
  );
});
