import { useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { matchRanges } from '../../ui/mark-ranges.ts';
import { Picker } from '../../ui/Picker.tsx';
import { PersonLine } from '../people/PersonLine.tsx';
import { ChannelMark } from '../sidebar/ChannelMark.tsx';
import css from './Forward.module.css';
import { targetsOf, type Target } from './targets.ts';

interface Props {
  chosen: Target | null;
  onChange: (chosen: Target | null) => void;
  onDone: () => void;
}

/** Chooses one place, or one colleague. */
export function TargetPicker({ chosen, onChange, onDone }: Props) {
  const t = useWords();
  const [query, setQuery] = useState('');
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const found = useKept(useLive('switcher', { query: query.trim() }, ['sidebar', 'people']));
  const targets = found === undefined || chosen !== null ? [] : targetsOf(found, me);
  const directory = found?.directory ?? {};
  const chips =
    chosen === null
      ? []
      : [
          {
            id: chosen.id,
            // Its mark says what it is.
            name: nameOf(chosen).replace(/^#/, ''),
            mark: <Mark target={chosen} directory={directory} />,
          },
        ];
  return (
    <Picker
      label={t('forward.to')}
      autoFocus
      chosen={chips}
      chosenLabel={t('forward.chosen')}
      offered={targets.map((target) => ({
        id: target.id,
        line: <Line target={target} directory={directory} query={query} />,
      }))}
      offeredLabel={t('forward.places')}
      query={query}
      onQuery={setQuery}
      onBegin={() => undefined}
      onAdd={(id) => onChange(targets.find((one) => one.id === id) ?? null)}
      onRemove={() => onChange(null)}
      onDone={onDone}
    />
  );
}

/** As it is called in the list and in the notice afterwards. */
export const nameOf = (target: Target): string => {
  if (target.type === 'person') return target.person.displayName;
  const { type, title } = target.place;
  return type === 'public' || type === 'private' ? `#${title}` : title;
};

interface MarkProps {
  target: Target;
  directory: Record<string, PersonView>;
}

function Mark({ target, directory }: MarkProps) {
  if (target.type === 'person') {
    const { id, displayName, bot } = target.person;
    return <Avatar id={id} name={displayName} size="small" bot={bot} />;
  }
  const { type, people } = target.place;
  return <ChannelMark type={type} people={people} person={directory[people[0] ?? '']} />;
}

function Line({ target, directory, query }: MarkProps & { query: string }) {
  if (target.type === 'person') return <PersonLine person={target.person} query={query} />;
  const { type, people, title } = target.place;
  return (
    <span className={css.line}>
      <span className={css.mark}>
        <ChannelMark
          type={type}
          people={people}
          person={directory[people[0] ?? '']}
          size="medium"
        />
      </span>
      <span className={css.name} dir="auto">
        <Marked text={title} ranges={matchRanges(title, query)} />
      </span>
    </span>
  );
}
