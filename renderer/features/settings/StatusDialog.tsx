import { SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { EmojiPopover } from '../emoji/EmojiPopover.tsx';
import css from './settings.module.css';
import { expiries, expiryTime, type Expiry } from './status-expiry.ts';

const EMOJIS = ['💬', '📅', '🚗', '🎧', '🤒', '🌴', '☕', '🏠', '🚚', '🙏'] as const;

const SUGGESTIONS = [
  { words: 'meeting', emoji: '📅', expiry: 'hour' },
  { words: 'travel', emoji: '🚗', expiry: 'hour' },
  { words: 'focus', emoji: '🎧', expiry: 'fourHours' },
  { words: 'sick', emoji: '🤒', expiry: 'today' },
  { words: 'leave', emoji: '🌴', expiry: 'week' },
] as const;

/** Sets the status: a picture, a few words, and when it ends. */
export function StatusDialog() {
  const t = useWords();
  const act = useAct();
  const before = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.status) ?? null;
  const [emoji, setEmoji] = useState(before?.emoji ?? '💬');
  const [text, setText] = useState(before?.text ?? '');
  const [picking, setPicking] = useState<HTMLElement | null>(null);
  const [expiry, setExpiry] = useState<Expiry>('never');
  const save = (): void => {
    if (text.trim() === '') return;
    const status = { emoji, text: text.trim(), until: expiryTime(expiry, Date.now()) };
    void act((core) => core.setProfile({ status })).then(closeOverlay);
  };
  return (
    <FormDialog
      title={t('settings.statusSet')}
      onClose={closeOverlay}
      confirm={t('settings.statusSet')}
      ready={text.trim() !== ''}
      onSubmit={save}
    >
      <TextField
        label={t('settings.statusText')}
        start={<span className={css.emoji}>{emoji}</span>}
        value={text}
        onChange={setText}
        maxLength={120}
        autoFocus
      />
      <div className={css.emojis} role="group" aria-label={t('settings.statusEmoji')}>
        {EMOJIS.map((each) => (
          <button
            key={each}
            type="button"
            className={css.pick}
            aria-pressed={each === emoji}
            aria-label={each}
            onClick={() => setEmoji(each)}
          >
            {each}
          </button>
        ))}
        <button
          type="button"
          className={css.pick}
          aria-label={t('emoji.search')}
          title={t('emoji.search')}
          onClick={(event) => setPicking(event.currentTarget)}
        >
          <SmilePlus />
        </button>
      </div>
      {picking === null ? null : (
        <EmojiPopover
          beside={picking}
          own={false}
          onPick={setEmoji}
          onClose={() => setPicking(null)}
        />
      )}
      <Select
        label={t('settings.statusUntil')}
        value={expiry}
        onChange={setExpiry}
        options={expiries.map((value) => ({ value, label: t(`settings.expiry.${value}`) }))}
      />
      <div className={css.suggestions}>
        {SUGGESTIONS.map((suggestion) => (
          <button
            key={suggestion.words}
            type="button"
            className={css.suggestion}
            onClick={() => {
              setEmoji(suggestion.emoji);
              setText(t(`settings.suggestion.${suggestion.words}`));
              setExpiry(suggestion.expiry);
            }}
          >
            <span className={css.emoji}>{suggestion.emoji}</span>
            {t(`settings.suggestion.${suggestion.words}`)}
            <span className={css.quiet}>{t(`settings.lasting.${suggestion.expiry}`)}</span>
          </button>
        ))}
      </div>
    </FormDialog>
  );
}
