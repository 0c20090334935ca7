import { useEffect, useRef, useState } from 'react';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import type { MessageView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { useMessageActions } from '../conversation/message/message-actions.ts';
import { loadEmoji } from '../emoji/load-emoji.ts';
import css from './Composer.module.css';
import { replaceShortcodes } from './shortcodes.ts';
import { TextBox, type TextBoxHandle } from './TextBox.tsx';
import { useDraftDesk } from './use-draft-desk.ts';
import { useShown } from './use-labels.ts';
import { encode, noText } from './visible-text.ts';

interface Props {
  message: MessageView;
  names: TextNames;
  onDone: () => void;
}

const takeFocus = (field: HTMLElement): (() => void) => {
  field.focus();
  return () => undefined;
};

/** A message's text, changed in its place. The edit names the text that the person saw (S9). */
export function InlineEdit({ message, names, onDone }: Props) {
  const t = useWords();
  const act = useAct();
  const language = useLanguage();
  const actions = useMessageActions();
  const enterSends = useLivePick('preferences', {}, ['preferences'], (p) => p.enterSends) ?? true;
  // As it was when the person began: what comes in meanwhile is a conflict, not a base.
  const desk = useDraftDesk();
  const [begun] = useState(() => desk.edit(message.id) ?? { from: message, source: message.text });
  const { text, op, id, channelId } = begun.from;
  const shown = useShown(begun.source, names);
  const box = useRef<TextBoxHandle>(null);
  const [over, setOver] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  const end = (): void => {
    desk.endEdit(id);
    onDone();
  };
  const change = (source: string): void => {
    desk.keepEdit({ from: begun.from, source });
    setOver(Math.max(0, source.trim().length - MAX_TEXT));
  };
  const save = async (): Promise<void> => {
    const typed = encode(box.current?.value() ?? noText).trim();
    if (typed.length > MAX_TEXT) return;
    end();
    if (typed === '') return actions.remove(message);
    const next = /:[\w+-]+:/.test(typed)
      ? await loadEmoji(language).then(
          (index) => replaceShortcodes(typed, (code) => index.byCode(code)?.emoji),
          () => typed,
        )
      : typed;
    if (next !== text) {
      await act((core) => core.edit({ channelId, messageId: id, base: op, text: next }));
    }
    return undefined;
  };
  const submit = (): void => void save();
  return (
    <div ref={card} className={`${css.composer} ${css.edit}`}>
      {shown === null ? null : (
        <TextBox
          ref={box}
          label={t('composer.editLabel')}
          placeholder={t('composer.editLabel')}
          initial={shown.value}
          labels={shown.labels}
          channelId={channelId}
          everybody
          enterSends={enterSends}
          onAppear={takeFocus}
          onChange={(value) => change(encode(value))}
          onSubmit={submit}
          onEscape={() => {
            end();
            return true;
          }}
        />
      )}
      <div className={css.foot}>
        {over === 0 ? (
          <span className={css.hint}>
            {t(enterSends ? 'composer.editHint' : 'composer.editHintShift')}
          </span>
        ) : (
          <span className={`${css.hint} ${css.tooLong}`}>{t('composer.tooLong', { n: over })}</span>
        )}
        <Button look="quiet" onPress={end}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" isDisabled={over > 0} onPress={submit}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}
