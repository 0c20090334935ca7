import { useEffect, useState } from 'react';
import type { UrgentCounts } from '../../../shared/protocol/http.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { useNow } from '../../ui/use-now.ts';
import css from '../settings/settings.module.css';
import { SettingsSection } from '../settings/SettingsSection.tsx';
import list from './admin.module.css';
import { useAccountProblem } from './use-accounts.ts';

type Answer = Awaited<ReturnType<ReturnType<typeof useCore>['urgentCounts']>>;

/** Who rang others outside their working hours, how often, and why. */
export function UrgentSection() {
  const t = useWords();
  const core = useCore();
  const say = useAccountProblem();
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  const [answer, setAnswer] = useState<Answer>();
  // The relay alone knows it: asked when the page opens, and when a line comes back.
  useEffect(() => {
    let here = true;
    core.urgentCounts({}).then((next) => {
      // What was told once stays, though the line is gone meanwhile.
      if (here) setAnswer((before) => (before?.ok === true && !next.ok ? before : next));
    }, reportError);
    return () => {
      here = false;
    };
  }, [core, connected]);
  return (
    <SettingsSection title={t('admin.urgent')} note={t('admin.urgentNote')}>
      {answer === undefined ? null : answer.ok ? (
        <Counts counts={answer.value} />
      ) : (
        <p className={css.quiet}>
          {answer.code === 'no_relay' ? t('admin.urgentAway') : say(answer.code)}
        </p>
      )}
    </SettingsSection>
  );
}

function Counts({ counts: { people, newest } }: { counts: UrgentCounts }) {
  const t = useWords();
  if (people.length === 0) return <p className={css.quiet}>{t('admin.urgentNone')}</p>;
  return (
    <>
      <ul className={list.urgent} aria-label={t('admin.urgentPeople')}>
        {people.map(({ userId, count }) => (
          <li key={userId} className={list.urgentRow}>
            <Name userId={userId} />
            <span>{t('admin.urgentCount', { n: count })}</span>
          </li>
        ))}
      </ul>
      <ul className={list.urgent} aria-label={t('admin.urgentNewest')}>
        {newest.map(({ userId, reason, at }) => (
          <Reason key={`${userId} ${at}`} userId={userId} reason={reason} at={at} />
        ))}
      </ul>
    </>
  );
}

function Reason({ userId, reason, at }: UrgentCounts['newest'][number]) {
  const format = useFormat();
  const now = useNow();
  return (
    <li className={list.urgentRow}>
      <Name userId={userId} />
      <span className={list.urgentReason} dir="auto">
        {reason}
      </span>
      <time dateTime={new Date(at).toISOString()} title={format.full(at)}>
        {format.when(at, now)}
      </time>
    </li>
  );
}

function Name({ userId }: { userId: string }) {
  const person = useLive('person', { userId }, ['people']);
  return <b dir="auto">{person?.displayName ?? '…'}</b>;
}
