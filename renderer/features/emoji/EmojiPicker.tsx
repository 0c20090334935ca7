import {
  Apple,
  Building2,
  Clock,
  Flag,
  Hand,
  Hash,
  Leaf,
  Lightbulb,
  Plane,
  Search,
  Smile,
  Trophy,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { OwnEmojiView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmojiGrid, type GridHandle } from './EmojiGrid.tsx';
import type { Emoji, EmojiIndex } from './emoji-index.ts';
import css from './EmojiPicker.module.css';
import { asEmoji, ownFound, useOwnEmoji } from './own-emoji.ts';
import {
  byGroup,
  emojiAt,
  firstCell,
  layPicker,
  stepCell,
  type Cell,
  type GroupName,
  type PickerRows,
} from './picker-rows.ts';
import { ToneChoice } from './ToneChoice.tsx';
import { countUse, useFrequentEmoji, useHabits } from './use-frequent.ts';
import { useEmoji } from './use-emoji.ts';

/** Most that a search shows. */
const FOUND = 90;
const FREQUENT = 18;
const NONE: readonly OwnEmojiView[] = [];

const TABS: readonly (readonly [GroupName, LucideIcon])[] = [
  ['frequent', Clock],
  ['workspace', Building2],
  ['smileys', Smile],
  ['people', Hand],
  ['nature', Leaf],
  ['food', Apple],
  ['travel', Plane],
  ['activities', Trophy],
  ['objects', Lightbulb],
  ['symbols', Hash],
  ['flags', Flag],
];

function lay(
  index: EmojiIndex,
  query: string,
  frequent: readonly string[],
  own: readonly OwnEmojiView[],
): PickerRows {
  if (query.trim() !== '') {
    const found = [...ownFound(own, query, FOUND), ...index.search(query, FOUND)];
    return layPicker([['found', found.slice(0, FOUND)]]);
  }
  const known = frequent.map((emoji) => index.find(emoji)).filter((emoji) => emoji !== undefined);
  return layPicker([['frequent', known], ['workspace', own.map(asEmoji)], ...byGroup(index.all)]);
}

interface Props {
  /** Whether emoji of the workspace are offered too; they are picked by their names. */
  own: boolean;
  onPick: (emoji: string) => void;
}

/** Emoji to choose from: a search, and a grid that the arrow keys walk while one types. */
export function EmojiPicker({ own: withOwn, onPick }: Props) {
  const t = useWords();
  const index = useEmoji(true);
  const tone = useHabits((habits) => habits.tone);
  const frequent = useFrequentEmoji(FREQUENT);
  const all = useOwnEmoji();
  const own = withOwn ? all : NONE;
  const [query, setQuery] = useState('');
  const laid = useMemo(
    () => (index === null ? layPicker([]) : lay(index, query, frequent, own)),
    [index, query, frequent, own],
  );
  const [moved, setMoved] = useState<{ laid: PickerRows; cell: Cell } | null>(null);
  const cell = moved?.laid === laid ? moved.cell : firstCell(laid);
  const grid = useRef<GridHandle>(null);
  const chosen = emojiAt(laid, cell);

  const pick = (emoji: Emoji): void => {
    if (emoji.picture === undefined) countUse(emoji.emoji);
    onPick(tone === 0 ? emoji.emoji : (emoji.skins[tone - 1] ?? emoji.emoji));
  };
  /** Enter came before the emoji did. */
  const [hurried, setHurried] = useState(false);
  const pickFirst = useEffectEvent(() => {
    setHurried(false);
    if (chosen !== undefined) pick(chosen);
  });
  const arrived = index !== null;
  useEffect(() => {
    if (hurried && arrived) pickFirst();
  }, [hurried, arrived]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const across = document.documentElement.dir === 'rtl' ? -1 : 1;
    const step = {
      ArrowUp: { y: -1 },
      ArrowDown: { y: 1 },
      ArrowLeft: { x: -across },
      ArrowRight: { x: across },
    }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = stepCell(laid, cell, step);
      setMoved({ laid, cell: next });
      grid.current?.reveal(next);
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === 'Enter' && index === null && query.trim() !== '') {
      event.preventDefault();
      setHurried(true);
    }
  };
  return (
    <div className={css.picker}>
      <label className={css.search}>
        <Search aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="emoji-grid"
          aria-activedescendant={
            chosen === undefined ? undefined : `emoji-${cell.row}-${cell.column}`
          }
          aria-label={t('emoji.search')}
          placeholder={t('emoji.search')}
          className={css.input}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setHurried(false);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div className={css.tabs}>
        {TABS.filter(([group]) => group !== 'workspace' || own.length > 0).map(([group, Icon]) => (
          <button
            key={group}
            type="button"
            className={css.tab}
            title={t(`emoji.group.${group}`)}
            aria-label={t(`emoji.group.${group}`)}
            tabIndex={-1}
            onClick={() => {
              setQuery('');
              grid.current?.toGroup(group);
            }}
          >
            <Icon />
          </button>
        ))}
      </div>
      <EmojiGrid
        ref={grid}
        laid={laid}
        cell={cell}
        tone={tone}
        onPoint={(next) => setMoved({ laid, cell: next })}
        onPick={pick}
      />
      {index !== null && laid.rows.length === 0 ? (
        <p className={css.nothing}>{t('emoji.nothing')}</p>
      ) : null}
      <footer className={css.foot}>
        <span className={css.shown} aria-hidden>
          {chosen?.picture === undefined ? (
            chosen?.emoji
          ) : (
            <img className={css.picture} src={chosen.picture} alt="" />
          )}
        </span>
        <span className={classNames(css.about)}>
          <b className={css.label}>{chosen?.label}</b>
          <small className={css.code}>
            <bdi dir="ltr">{chosen?.codes[0] === undefined ? '' : `:${chosen.codes[0]}:`}</bdi>
          </small>
        </span>
        <ToneChoice />
      </footer>
    </div>
  );
}
