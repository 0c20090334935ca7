import { useState } from 'react';
import { officeHours } from '../../../shared/domain/hours.ts';
import type { SessionView } from '../../../shared/rpc/connection-views.ts';
import type { Preferences } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { LanguageField } from '../settings/LanguageField.tsx';
import { TimeZoneField } from '../settings/TimeZoneField.tsx';
import { ownTimeZone } from '../settings/time-zones.ts';
import { HoursFields } from '../work-time/HoursFields.tsx';
import { draftOf, hoursOf, sameHours, type HoursDraft } from '../work-time/hours-fields.ts';
import { DoorFrame } from './DoorFrame.tsx';

interface Props {
  session: SessionView;
  onDone: () => void;
}

/** The last step of the first run: what the computer can only guess. */
export function Welcome({ session, onDone }: Props) {
  const t = useWords();
  const act = useAct();
  // Their own row may still be on its way.
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  const [timeZone, setTimeZone] = useState(() => ownTimeZone());
  const language = useLivePick('preferences', {}, ['preferences'], (p) => p.language) ?? 'system';
  const speak = (next: Preferences['language']): void =>
    void act((core) => core.setPreferences({ language: next }));
  const usual = me?.hours ?? officeHours;
  /** Null while nothing was changed. */
  const [draft, setDraft] = useState<HoursDraft | null>(null);
  const hours = draft === null ? usual : hoursOf(draft);
  const wrong = hours === undefined || hours.from === hours.to;
  const open = (): void => {
    if (wrong) return;
    const changes = {
      ...(timeZone === me?.timeZone ? {} : { timeZone }),
      ...(sameHours(hours, usual) ? {} : { hours }),
    };
    if (Object.keys(changes).length > 0) void act((core) => core.setProfile(changes));
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
      <HoursFields draft={draft ?? draftOf(usual)} onChange={setDraft} />
      <LanguageField value={language} onChange={speak} />
      <Button look="primary" size="large" wide autoFocus isDisabled={wrong} onPress={open}>
        {t('door.start', { workspace: session.workspace ?? 'Balai' })}
      </Button>
    </DoorFrame>
  );
}
