import { Hash, Lock, SquareSlash, Users, UsersRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmojiSign } from '../emoji/EmojiSign.tsx';
import type { SlashCommand } from '../slash/command.ts';
import { nameIn } from '../slash/slash-commands.ts';
import type { Choice } from './choices.ts';
import css from './ChoiceList.module.css';

interface Props {
  id: string;
  choices: readonly Choice[];
  chosen: Choice | undefined;
  onTake: (choice: Choice) => void;
}

/** People, channels or emoji above the field. The keys stay with the field. */
export function ChoiceList({ id, choices, chosen, onTake }: Props) {
  const t = useWords();
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('composer.choices')}
      className={css.list}
      // A long list scrolls, and what scrolls must be within reach of the keys.
      tabIndex={0}
    >
      {choices.map((choice) => (
        <ChoiceRow
          key={choice.key}
          id={`${id}-${choice.key}`}
          choice={choice}
          chosen={choice === chosen}
          onTake={onTake}
        />
      ))}
    </div>
  );
}

interface RowProps {
  id: string;
  choice: Choice;
  chosen: boolean;
  onTake: (choice: Choice) => void;
}

function ChoiceRow({ id, choice, chosen, onTake }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classNames(css.choice, chosen && css.chosen)}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(choice)}
    >
      <Inside choice={choice} />
    </div>
  );
}

function CommandLine({ command }: { command: SlashCommand }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <>
      <span className={css.mark}>
        <SquareSlash aria-hidden />
      </span>
      <span className={css.name} dir="ltr">
        /{nameIn(command, language)}
      </span>
      <span className={css.note}>{t(command.words)}</span>
    </>
  );
}

function Inside({ choice }: { choice: Choice }) {
  const t = useWords();
  switch (choice.of) {
    case 'person': {
      const { person, here } = choice;
      return (
        <>
          <Avatar id={person.id} name={person.displayName} size="medium" bot={person.bot} />
          <span className={css.name}>{person.displayName}</span>
          <span className={css.note}>{person.title}</span>
          {here ? null : <span className={css.end}>{t('composer.notHere')}</span>}
        </>
      );
    }
    case 'everybody':
      return (
        <>
          <span className={css.mark}>
            <Users aria-hidden />
          </span>
          <span className={css.name}>@{choice.who}</span>
          <span className={css.note}>{t(`composer.everybody.${choice.who}`)}</span>
        </>
      );
    case 'command':
      return <CommandLine command={choice.command} />;
    case 'group':
      return (
        <>
          <span className={css.mark}>
            <UsersRound aria-hidden />
          </span>
          <span className={css.name}>@{choice.group.name}</span>
          <span className={css.note}>{choice.group.about}</span>
          <span className={css.end}>{t('groups.count', { n: choice.group.count })}</span>
        </>
      );
    case 'channel':
      return (
        <>
          <span className={css.mark}>
            {choice.private ? <Lock aria-hidden /> : <Hash aria-hidden />}
          </span>
          <span className={css.name}>{choice.name}</span>
          <span className={css.note}>{choice.topic}</span>
        </>
      );
    default:
      return (
        <>
          <span className={css.emoji}>
            <EmojiSign emoji={choice.emoji.emoji} />
          </span>
          <span className={css.name}>:{choice.emoji.codes[0] ?? choice.emoji.label}:</span>
          <span className={css.note}>{choice.emoji.label}</span>
        </>
      );
  }
}
