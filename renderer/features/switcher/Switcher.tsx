import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { Dialog, Input, Modal, ModalOverlay } from 'react-aria-components';
import { useCore } from '../../app/core/core-context.tsx';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { openPanel } from '../../app/router/router.ts';
import { isMac } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { hitSections, type Hit, type HitSection } from './hits.ts';
import { HitRow } from './HitRow.tsx';
import { useOpenHit } from './use-open-hit.ts';
import css from './Switcher.module.css';
import { SwitcherFoot } from './SwitcherFoot.tsx';

const LIST = 'switcher-list';

/** One line that finds people, channels, messages and commands, and opens what is chosen. */
export function Switcher() {
  const t = useWords();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeOverlay();
      }}
      className={css.veil ?? ''}
    >
      <Modal className={css.switcher ?? ''}>
        <Dialog aria-label={t('switcher.label')} className={css.dialog ?? ''}>
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder() {
  const t = useWords();
  const core = useCore();
  const openHit = useOpenHit(core);
  const [query, setQuery] = useState('');
  /** By what it is and not by its place: another answer may come between an arrow and Enter. */
  const [chosen, setChosen] = useState<string | null>(null);
  const answer = useLive('switcher', { query: query.trim() }, ['sidebar', 'people']);
  const answered = answer !== undefined;
  const paused =
    useLivePick('sidebar', {}, ['sidebar'], (s) => s !== null && s.me.quietUntil !== null) ?? false;
  const result = useKept(answer);
  /** Enter came before the answer: what is listed still belongs to fewer letters. */
  const [hurried, setHurried] = useState(false);
  const sections = result === undefined ? undefined : hitSections(result, query, t, paused);
  const hits = sections?.flatMap((section) => section.hits) ?? [];
  const at = Math.max(
    0,
    hits.findIndex((hit) => hitId(hit) === chosen),
  );

  const open = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    closeOverlay();
    openHit(hit);
  };
  const openFirst = useEffectEvent(() => {
    setHurried(false);
    open(hits[at]);
  });
  useEffect(() => {
    if (hurried && answered) openFirst();
  }, [hurried, answered]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (step !== 0) {
      event.preventDefault();
      const next = hits[(at + step + hits.length) % hits.length];
      if (next !== undefined) setChosen(hitId(next));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isMac ? event.metaKey : event.ctrlKey) {
        closeOverlay();
        openPanel({ show: 'search', here: false, query: query.trim() });
      } else if (answered) open(hits[at]);
      else setHurried(true);
    }
  };
  return (
    <>
      <div className={css.query}>
        <Search />
        <Input
          autoFocus
          role="combobox"
          aria-label={t('switcher.label')}
          aria-expanded
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={hits[at] === undefined ? undefined : hitId(hits[at])}
          placeholder={t('switcher.label')}
          value={query}
          maxLength={200}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
            setHurried(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={LIST}
        role="listbox"
        aria-label={t('switcher.label')}
        // While it is asked for, what is listed still belongs to fewer letters.
        aria-busy={!answered}
        className={css.list}
      >
        {sections?.map((section) => (
          <Section
            key={section.name}
            section={section}
            query={query}
            chosen={hits[at]}
            result={result}
            onOpen={open}
          />
        ))}
      </div>
      {sections?.length === 0 ? (
        <EmptyState
          small
          icon={<Search />}
          title={t('switcher.emptyTitle', { query: query.trim() })}
          note={t('switcher.empty')}
        />
      ) : null}
      <SwitcherFoot typed={query.trim() !== ''} />
    </>
  );
}

const hitId = (hit: Hit): string => `hit-${hit.type}-${hit.id}`;

/** How far a key moves the choice: arrows and Tab. */
function stepOf(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.key === 'ArrowDown' || (event.key === 'Tab' && !event.shiftKey)) return 1;
  if (event.key === 'ArrowUp' || (event.key === 'Tab' && event.shiftKey)) return -1;
  return 0;
}

interface SectionProps {
  section: HitSection;
  query: string;
  chosen: Hit | undefined;
  result: Parameters<typeof HitRow>[0]['result'] | undefined;
  onOpen: (hit: Hit) => void;
}

function Section({ section, query, chosen, result, onOpen }: SectionProps) {
  const t = useWords();
  if (result === undefined) return null;
  return (
    <div role="group" aria-label={t(`switcher.${section.name}`)}>
      <div className={css.section} aria-hidden>
        {t(`switcher.${section.name}`)}
      </div>
      {section.hits.map((hit) => (
        <HitRow
          key={hitId(hit)}
          id={hitId(hit)}
          hit={hit}
          query={query}
          result={result}
          chosen={hit === chosen}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
}
