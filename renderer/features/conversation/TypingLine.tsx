import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import css from './TypingLine.module.css';

/** Who is writing just now. The line is always there, so that nothing moves. */
export function TypingLine({ channelId, rootId }: { channelId: string; rootId: string | null }) {
  const typing = useLive('typing', { channelId, rootId }, [`typing:${channelId}`]);
  const [first, second, ...rest] = typing?.userIds ?? [];
  return (
    <div className={css.typing} aria-live="off">
      {first === undefined ? null : (
        <Words first={first} second={second ?? null} more={rest.length} />
      )}
    </div>
  );
}

function Words({ first, second, more }: { first: string; second: string | null; more: number }) {
  const t = useWords();
  const one = useFirstName(first);
  const two = useFirstName(second ?? first);
  if (second === null) return t('conversation.typing.one', { name: one });
  if (more === 0) return t('conversation.typing.two', { name: one, other: two });
  return t('conversation.typing.many', { n: more + 2 });
}

function useFirstName(userId: string): string {
  const t = useWords();
  const name = useLivePick('person', { userId }, ['people'], (person) => person?.displayName);
  return name?.split(' ')[0] ?? t('conversation.someone');
}
