import { useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Picker } from '../../ui/Picker.tsx';
import { pickable } from './pickable.ts';
import { PersonLine } from './PersonLine.tsx';

interface Props {
  label: string;
  hint?: string;
  problem?: string | undefined;
  chosen: readonly PersonView[];
  onChange: (chosen: PersonView[]) => void;
  /** People who cannot be chosen: they are there already. */
  without: readonly string[];
  most: number;
  /** Only people of this channel. */
  membersOf?: string;
  optional?: boolean;
  autoFocus?: boolean;
  /** Enter with nothing typed. */
  onDone?: () => void;
}

const SHOWN = 6;

/** Chooses people by name. */
export function PeoplePicker({ chosen, onChange, without, most, membersOf, ...rest }: Props) {
  const t = useWords();
  const [query, setQuery] = useState('');
  const asked = { query: query.trim(), limit: 30 };
  const found = useKept(
    useLive('people', membersOf === undefined ? asked : { ...asked, membersOf }, ['people']),
  );
  /** Once the field was gone into: a list that left with the focus would move what is clicked. */
  const [begun, setBegun] = useState(false);
  const full = chosen.length >= most;
  const listed = !full && (begun || query.trim() !== '');
  const people = !listed ? [] : pickable(found ?? [], chosen, without).slice(0, SHOWN);
  useLookAt(people.map((person) => person.id));
  return (
    <Picker
      {...rest}
      chosen={chosen.map(({ id, displayName: name, bot }) => ({
        ...{ id, name },
        mark: <Avatar id={id} name={name} size="small" bot={bot} />,
      }))}
      chosenLabel={t('people.chosen')}
      offered={people.map((person) => ({
        id: person.id,
        line: <PersonLine person={person} query={query} />,
      }))}
      offeredLabel={t('people.suggestions')}
      query={query}
      onQuery={setQuery}
      onBegin={() => setBegun(true)}
      onAdd={(id) => {
        const person = people.find((one) => one.id === id);
        if (person !== undefined) onChange([...chosen, person]);
      }}
      onRemove={(id) => onChange(chosen.filter((one) => one.id !== id))}
    />
  );
}
