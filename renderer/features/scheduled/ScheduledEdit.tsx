import { useRef, useState } from 'react';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import type { ScheduledView } from '../../../shared/rpc/list-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import composerCss from '../composer/Composer.module.css';
import { TextBox, type TextBoxHandle } from '../composer/TextBox.tsx';
import { useShown } from '../composer/use-labels.ts';
import { encode, noText } from '../composer/visible-text.ts';

const takeFocus = (field: HTMLElement): (() => void) => {
  field.focus();
  return () => undefined;
};

const nobody = { people: {}, channels: {} };

/** The text of a scheduled message, changed in its place. */
export function ScheduledEdit({ item, onDone }: { item: ScheduledView; onDone: () => void }) {
  const t = useWords();
  const act = useAct();
  const enterSends = useLivePick('preferences', {}, ['preferences'], (p) => p.enterSends) ?? true;
  // As it was when the person began.
  const [source] = useState(item.text);
  const shown = useShown(source, nobody);
  const box = useRef<TextBoxHandle>(null);
  const [length, setLength] = useState(source.length);
  const over = Math.max(0, length - MAX_TEXT);
  const { id, channelId } = item;
  const save = (): void => {
    const text = encode(box.current?.value() ?? noText).trim();
    if (text === '' || text.length > MAX_TEXT) return;
    if (text !== source) void act((core) => core.setScheduled({ id, channelId, text }));
    onDone();
  };
  return (
    <div className={`${composerCss.composer} ${composerCss.edit}`}>
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
          onChange={(value) => setLength(encode(value).trim().length)}
          onSubmit={save}
          onEscape={() => {
            onDone();
            return true;
          }}
        />
      )}
      <div className={composerCss.foot}>
        <span className={composerCss.hint}>
          {over > 0
            ? t('composer.tooLong', { n: over })
            : t(enterSends ? 'composer.editHint' : 'composer.editHintShift')}
        </span>
        <Button look="quiet" onPress={onDone}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" isDisabled={over > 0 || length === 0} onPress={save}>
          {t('common.save')}
        </Button>
      </div>
    </div>
  );
}
