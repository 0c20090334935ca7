import { useState } from 'react';
import { MAX_SECTION_NAME } from '../../../shared/domain/kinds/section.ts';
import type { SectionView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { lastPlace } from './own-sections.ts';

interface Props {
  /** Null: a new one. */
  sectionId: string | null;
  /** Moved into a new one at once. */
  channelId: string | null;
}

const NONE: SectionView[] = [];

/** Names a section of one's own. */
export function SectionDialog({ sectionId, channelId }: Props) {
  const t = useWords();
  const act = useAct();
  const sections = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.sections) ?? NONE;
  const before = sections.find(({ id }) => id === sectionId);
  const [name, setName] = useState(before?.name ?? '');
  const ready = name.trim() !== '';
  const save = (): void => {
    if (!ready) return;
    closeOverlay();
    void act(async (core) => {
      const place = before === undefined ? { place: lastPlace(sections) } : {};
      const made = await core.setSection({ sectionId, name: name.trim(), ...place });
      if (channelId === null) return;
      await core.setMembership({ channelId, sectionId: made.sectionId, starred: false });
    });
  };
  return (
    <FormDialog
      title={t(before === undefined ? 'sections.new' : 'sections.rename')}
      note={t('sections.note')}
      onClose={closeOverlay}
      confirm={t(before === undefined ? 'sections.create' : 'common.save')}
      ready={ready}
      onSubmit={save}
    >
      <TextField
        autoFocus
        label={t('sections.name')}
        value={name}
        onChange={setName}
        maxLength={MAX_SECTION_NAME}
      />
    </FormDialog>
  );
}
