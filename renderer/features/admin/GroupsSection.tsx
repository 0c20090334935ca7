import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { GroupView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { groupWords } from '../groups/group-words.ts';
import { useGroups } from '../groups/use-groups.ts';
import settings from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import css from './admin.module.css';
import { GroupDialog } from './GroupDialog.tsx';

/** Groups of people that everybody can call by one name. */
export function GroupsSection() {
  const t = useWords();
  const format = useFormat();
  const act = useAct();
  const groups = useGroups();
  /** `new`: one is being made. */
  const [edited, setEdited] = useState<string | null>(null);
  const [removed, setRemoved] = useState<GroupView | null>(null);
  return (
    <SettingsSection title={t('groups.title')} note={t('groups.note')}>
      {groups.length === 0 ? (
        <p className={settings.quiet}>{t('groups.none')}</p>
      ) : (
        <ul className={css.list}>
          {groups.map((group) => (
            <li key={group.id} className={css.row}>
              <span className={css.words}>
                <b>
                  <bdi>@{group.name}</bdi>
                </b>
                {group.about === '' ? null : (
                  <>
                    {' · '}
                    <bdi>{group.about}</bdi>
                  </>
                )}
                <br />
                <span className={css.role}>{groupWords(group, format, t)}</span>
              </span>
              <IconButton
                label={t('groups.edit', { name: `@${group.name}` })}
                onPress={() => setEdited(group.id)}
              >
                <Pencil />
              </IconButton>
              <IconButton
                label={t('groups.remove', { name: `@${group.name}` })}
                onPress={() => setRemoved(group)}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon={<Plus />} onPress={() => setEdited('new')}>
          {t('groups.add')}
        </Button>
      </div>
      {edited === null ? null : (
        <GroupDialog
          groupId={edited === 'new' ? null : edited}
          others={groups.filter(({ id }) => id !== edited).map(({ name }) => name)}
          onClose={() => setEdited(null)}
        />
      )}
      {removed === null ? null : (
        <ConfirmDialog
          title={t('groups.removeTitle', { name: `@${removed.name}` })}
          note={t('groups.removeNote')}
          confirm={t('groups.removeConfirm')}
          onClose={() => setRemoved(null)}
          onConfirm={() => {
            void act((core) => core.removeGroup({ groupId: removed.id }));
            setRemoved(null);
          }}
        />
      )}
    </SettingsSection>
  );
}
