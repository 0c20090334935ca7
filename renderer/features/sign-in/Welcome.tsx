import { useState } from 'react';
import type { Preferences, SessionView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { LanguageField } from '../settings/LanguageField.tsx';
import { TimeZoneField } from '../settings/TimeZoneField.tsx';
import { ownTimeZone } from '../settings/time-zones.ts';
import { DoorFrame } from './DoorFrame.tsx';

interface Props {
  session: SessionView;
  onDone: () => void;
}

/** The last step of the first run: two things that the computer can only guess. */
export function Welcome({ session, onDone }: Props) {
  const t = useWords();
  const act = useAct();
  // Their own row may still be on its way.
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const [timeZone, setTimeZone] = useState(ownTimeZone);
  const language = useLivePick('preferences', {}, ['preferences'], (p) => p.language) ?? 'system';
  const speak = (next: Preferences['language']): void =>
    void act((core) => core.setPreferences({ language: next }));
  const open = (): void => {
    if (timeZone !== me?.timeZone) void act((core) => core.setProfile({ timeZone }));
    onDone();
  };
  return (
    <DoorFrame
      step={3}
      title={
        me === undefined
          ? t('door.confirmTitleNew')
          : t('door.confirmTitle', { name: me.displayName })
      }
      note={t('door.confirmNote')}
    >
      <TimeZoneField value={timeZone} onChange={setTimeZone} />
      <LanguageField value={language} onChange={speak} />
      <Button look="primary" size="large" wide autoFocus onPress={open}>
        {t('door.start', { workspace: session.workspace ?? 'Balai' })}
      </Button>
    </DoorFrame>
  );
}
