import { useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { shortcutGroups, shortcutNames, shortcutOf } from '../../app/shortcuts/registry.ts';
import { useLabelsOf } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Keys } from '../../ui/Kbd.tsx';
import { componentKeys } from './component-keys.ts';
import css from './ShortcutsDialog.module.css';

const GROUPS = [...shortcutGroups, 'message'] as const;

/** All shortcuts, from the registry that the listener reads, and the keys of the components. */
export function ShortcutsDialog() {
  const t = useWords();
  const labelsOf = useLabelsOf();
  const enterSends = useLivePick('preferences', {}, ['preferences'], (p) => p.enterSends) ?? true;
  const listed = [...shortcutNames.map(shortcutOf), ...componentKeys(enterSends)];
  return (
    <Dialog title={t('shortcuts.title')} wide onClose={closeOverlay}>
      <div className={css.groups}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className={css.group}>{t(`shortcuts.group.${group}`)}</h3>
            <dl>
              {listed
                .filter((one) => one.group === group)
                .map(({ keys, words }) => (
                  <div key={words} className={css.row}>
                    <dt>{t(words)}</dt>
                    <dd>
                      <Keys keys={labelsOf(keys)} />
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
