import { isMac } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import css from './Switcher.module.css';

/** Which keys do what here; all results only of what was typed. */
export function SwitcherFoot({ typed }: { typed: boolean }) {
  const t = useWords();
  return (
    <footer className={css.foot} aria-hidden>
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t('switcher.move')}
      </span>
      <span>
        <Kbd>↵</Kbd>
        {t('switcher.open')}
      </span>
      {typed ? (
        <span>
          <Kbd>{isMac ? '⌘' : t('shortcuts.key.ctrl')}</Kbd>
          <Kbd>↵</Kbd>
          {t('switcher.allResults')}
        </span>
      ) : null}
    </footer>
  );
}
