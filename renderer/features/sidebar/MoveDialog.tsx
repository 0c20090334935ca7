import { Check, Plus } from 'lucide-react';
import type { SectionView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay, openOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceRow, ChoiceRows } from '../../ui/ChoiceRows.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useListedTitle } from '../channels/use-channel-title.ts';
import css from './MoveDialog.module.css';

const NONE: SectionView[] = [];

/** Which section of the sidebar a conversation stands in. */
export function MoveDialog({ channelId }: { channelId: string }) {
  const t = useWords();
  const act = useAct();
  const sections = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.sections) ?? NONE;
  const title = useListedTitle(channelId);
  const channel = useLivePick('sidebar', {}, ['sidebar'], (sidebar) =>
    sidebar?.channels.find(({ id }) => id === channelId),
  );
  const move = (sectionId: string | null): void => {
    closeOverlay();
    void act((core) => core.setMembership({ channelId, sectionId, starred: false }));
  };
  const now = channel?.starred === true ? undefined : (channel?.sectionId ?? null);
  const choices = [
    ...sections.map(({ id, name }) => ({ id, name })),
    { id: null, name: t('sections.none') },
  ];
  return (
    <Dialog
      title={t('sections.moveTitle', { name: title })}
      note={t('sections.note')}
      onClose={closeOverlay}
      footer={
        <Button
          icon={<Plus />}
          onPress={() => openOverlay({ open: 'section', sectionId: null, channelId })}
        >
          {t('sections.new')}
        </Button>
      }
    >
      <ChoiceRows label={t('sections.choose')}>
        {choices.map(({ id, name }, i) => (
          <ChoiceRow key={id ?? ''} taken={id === now} autoFocus={i === 0} onPress={() => move(id)}>
            <span className={css.name} dir="auto">
              {name}
            </span>
            {id === now ? <Check aria-hidden /> : null}
          </ChoiceRow>
        ))}
      </ChoiceRows>
    </Dialog>
  );
}
