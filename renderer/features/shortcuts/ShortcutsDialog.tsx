import { closeOverlay } from '../../app/overlays.ts';
import { shortcutGroups, shortcutNames, shortcutOf } from '../../app/shortcuts/registry.ts';
import { useKeyLabels } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Kbd.tsx';
import css from './ShortcutsDialog.module.css';

/** All shortcuts, from the registry that the listener reads. */
export function ShortcutsDialog() {
  const t = useWords();
  const keys = useKeyLabels();
  return (
    <Dialog title={t('shortcuts.title')} wide onClose={closeOverlay}>
      <div className={css.groups}>
        {shortcutGroups.map((group) => (
          <section key={group}>
            <h3 className={css.group}>{t(`shortcuts.group.${group}`)}</h3>
            <dl>
              {shortcutNames
                .filter((name) => shortcutOf(name).group === group)
                .map((name) => (
                  <div key={name} className={css.row}>
                    <dt>{t(shortcutOf(name).words)}</dt>
                    <dd>
                      <Keys keys={keys(name)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
