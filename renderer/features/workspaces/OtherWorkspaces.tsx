import { ArrowRight } from 'lucide-react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useWorkspaces, useWorkspaceWays } from './use-workspaces.ts';
import css from './OtherWorkspaces.module.css';

/** The way on from a door for somebody who is signed in elsewhere: nobody has to come in here. */
export function OtherWorkspaces() {
  const t = useWords();
  const ways = useWorkspaceWays();
  const others = useWorkspaces().filter(({ here, name }) => !here && name !== null);
  if (others.length === 0) return null;
  return (
    <section className={css.others} aria-labelledby="other-workspaces">
      <h2 id="other-workspaces" className={css.heading}>
        {t('workspaces.others')}
      </h2>
      {others.map((one) => (
        <Button
          key={one.id}
          wide
          icon={<ArrowRight data-mirror />}
          onPress={() => ways.open(one.id)}
        >
          {t('workspaces.open', { name: one.name ?? '' })}
        </Button>
      ))}
    </section>
  );
}

/** The way out of a workspace to which somebody has no access any more, where they have another. */
export function ForgetEnded() {
  const t = useWords();
  const ways = useWorkspaceWays();
  const all = useWorkspaces();
  const own = all.find(({ here }) => here);
  if (own?.problem !== 'revoked' || all.length < 2) return null;
  return (
    <Button look="link" onPress={ways.leave}>
      {t('workspaces.forget', { name: own.name ?? '' })}
    </Button>
  );
}
