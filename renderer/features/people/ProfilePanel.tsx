import { MessageSquare, Moon, Pencil, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { goTo, openPanel } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNow } from '../../ui/use-now.ts';
import { LocalTimeLine } from './LocalTimeLine.tsx';
import css from './ProfilePanel.module.css';
import { timeZoneLabel } from '../settings/time-zones.ts';
import { birthdayWords } from '../settings/personal-fields.ts';
import { hoursWords } from '../work-time/hours-words.ts';
import { offWords } from '../work-time/off-words.ts';
import { useTalkTo } from './use-talk-to.ts';

/** Who somebody is, what time it is for them, and the way to write to them. */
export function ProfilePanel({ userId }: { userId: string }) {
  const t = useWords();
  const person = useLive('person', { userId }, ['people']);
  useLookAt(useMemo(() => [userId], [userId]));
  return (
    <>
      <PanelHead title={t('people.profile')} />
      {person === null ? (
        <EmptyState
          small
          icon={<UserRound />}
          title={t('people.notFoundTitle')}
          note={t('people.notFound')}
        />
      ) : null}
      {person ? <Profile person={person} /> : null}
    </>
  );
}

function Profile({ person }: { person: PersonView }) {
  const t = useWords();
  const talkTo = useTalkTo();
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  return (
    <div className={css.body}>
      <Avatar id={person.id} name={person.displayName} size="huge" bot={person.bot} />
      <div>
        <h3 className={css.name}>{person.displayName}</h3>
        {person.pronouns === '' ? null : (
          <p className={css.title} dir="auto">
            {person.pronouns}
          </p>
        )}
        {person.title === '' ? null : <p className={css.title}>{person.title}</p>}
      </div>
      <Presence person={person} />
      <StatusLine person={person} />
      {person.disabled ? null : (
        <div>
          {person.id === myId ? (
            <Button icon={<Pencil />} onPress={() => goTo({ at: 'settings' })}>
              {t('people.editProfile')}
            </Button>
          ) : (
            <Button look="primary" icon={<MessageSquare />} onPress={() => talkTo([person.id])}>
              {t('people.message')}
            </Button>
          )}
        </div>
      )}
      <Facts person={person} />
    </div>
  );
}

function Presence({ person }: { person: PersonView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { off, absence } = person;
  if (person.disabled) return <p className={css.line}>{t('people.disabled')}</p>;
  return (
    <div className={css.line}>
      <span>{t(`people.presence.${person.presence}`)}</span>
      <LocalTimeLine timeZone={person.timeZone} />
      {off === null ? null : (
        <span className={css.off}>
          <Moon aria-hidden />
          {offWords(off, t, format, now)}
        </span>
      )}
      {off?.reason === 'absent' && absence?.substituteName != null ? (
        <span>{t('workTime.standsIn', { name: absence.substituteName })}</span>
      ) : null}
      {off?.reason === 'absent' && absence !== null && absence.note !== '' ? (
        <span dir="auto">{absence.note}</span>
      ) : null}
    </div>
  );
}

function StatusLine({ person: { status } }: { person: PersonView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  if (status === null || (status.until !== null && status.until <= now)) return null;
  return (
    <p className={css.status}>
      <span className={css.emoji}>{status.emoji}</span>
      <span dir="auto">{status.text}</span>
      {status.until === null ? null : (
        <span className={css.until}>
          {t('people.statusUntil', { when: format.until(status.until, now) })}
        </span>
      )}
    </p>
  );
}

function Facts({ person }: { person: PersonView }) {
  const t = useWords();
  const format = useFormat();
  const { locale } = format;
  const { birthday, manager } = person;
  /** What people wrote runs as its letters do, our words as the page. */
  const theirs = 'auto';
  const facts: [label: string, value: string, dir?: typeof theirs][] = [
    [t('people.department'), person.department, theirs],
    [t('people.location'), person.location, theirs],
    [t('people.timeZone'), timeZoneLabel(person.timeZone, locale)],
    [t('people.workHours'), person.bot ? '' : hoursWords(person.hours, t, format)],
    [t('people.birthday'), birthday === null ? '' : birthdayWords(birthday, locale)],
    [
      t('people.skills'),
      new Intl.ListFormat(locale, { type: 'unit' }).format(person.skills),
      theirs,
    ],
    [t('people.name'), person.name, theirs],
    [t('people.roleLabel'), person.bot ? t('people.bot') : t(`people.role.${person.role}`)],
  ];
  return (
    <dl className={css.facts}>
      {manager?.name == null ? null : (
        <div>
          <dt>{t('people.manager')}</dt>
          <dd dir="auto">
            <Button look="link" onPress={() => openPanel({ show: 'profile', userId: manager.id })}>
              {manager.name}
            </Button>
          </dd>
        </div>
      )}
      {facts
        .filter(([, value]) => value !== '')
        .map(([label, value, dir]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir={dir}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
