import { useState, type SubmitEvent } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import { useSaveProfile } from '../settings/use-save-profile.ts';
import { dateOf, startOfDay } from './hours-fields.ts';

const DAY = 86_400_000;

/** Days on which the person is away, and who stands in for them. */
export function AbsenceSection({ me }: { me: PersonView }) {
  const t = useWords();
  const save = useSaveProfile();
  const { absence } = me;
  const [first, setFirst] = useState(absence === null ? '' : dateOf(absence.from));
  // It ends with the end of its last day.
  const [last, setLast] = useState(absence === null ? '' : dateOf(absence.until - DAY / 2));
  const [note, setNote] = useState(absence?.note ?? '');
  const [picked, setPicked] = useState<PersonView[] | null>(null);
  const substituteId = absence?.substituteId ?? null;
  const known = useLive('person', { userId: substituteId ?? me.id }, ['people']);
  const chosen = picked ?? (substituteId === null || !known ? [] : [known]);
  const from = startOfDay(first);
  const until = startOfDay(last, 1);
  const whole = from !== undefined && until !== undefined;
  const wrong = whole && until <= from;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!whole || wrong) return;
    save({ absence: { from, until, substituteId: chosen[0]?.id ?? null, note: note.trim() } });
  };
  return (
    <SettingsSection title={t('workTime.absence')} note={t('workTime.absenceNote')}>
      <form className={css.body} onSubmit={submit}>
        <div className={css.pair}>
          <MomentField of="day" label={t('workTime.firstDay')} value={first} onChange={setFirst} />
          <MomentField
            of="day"
            label={t('workTime.lastDay')}
            value={last}
            onChange={setLast}
            problem={wrong ? t('workTime.wrongDays') : undefined}
          />
        </div>
        <PeoplePicker
          label={t('workTime.substitute')}
          hint={t('workTime.substituteHint')}
          chosen={chosen}
          onChange={setPicked}
          without={[me.id]}
          most={1}
          optional
        />
        <TextField
          label={t('workTime.note')}
          value={note}
          onChange={setNote}
          maxLength={200}
          optional
        />
        <div className={css.actions}>
          <Button type="submit" look="primary" isDisabled={!whole || wrong}>
            {t('common.save')}
          </Button>
          {absence === null ? null : (
            <Button look="quiet" onPress={() => save({ absence: null })}>
              {t('workTime.endAbsence')}
            </Button>
          )}
        </div>
      </form>
    </SettingsSection>
  );
}
