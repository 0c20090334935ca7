import { AtSign, Mic, SendHorizontal, Smile, Type } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useFormat, useLanguage, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import type { TextNames } from '../../text/text-reader.ts';
import { EmojiPopover } from '../emoji/EmojiPopover.tsx';
import { emojiOf } from '../emoji/emoji-of.ts';
import { loadEmoji } from '../emoji/load-emoji.ts';
import { OffBar } from '../work-time/OffBar.tsx';
import { SendLater } from '../scheduled/SendLater.tsx';
import { sendWords } from '../work-time/bar-words.ts';
import { useOffChoice } from '../work-time/use-off-choice.ts';
import css from './Composer.module.css';
import { AddMenu } from './AddMenu.tsx';
import { FormatBar } from './FormatBar.tsx';
import { MANY_RUNG, RingDialog } from './RingDialog.tsx';
import { replaceShortcodes } from './shortcodes.ts';
import type { Later, SendHow } from './send-how.ts';
import { takeFocusWhenFree } from '../../ui/take-focus.ts';
import { TextBox, type TextBoxHandle } from './TextBox.tsx';
import { TrayButton } from './TrayButton.tsx';
import { useDraftDesk } from './use-draft-desk.ts';
import { showSource, useShown, type Shown } from './use-labels.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { AttachButton } from '../files/AttachButton.tsx';
import { FileTray } from '../files/FileTray.tsx';
import { useVoice } from '../files/use-voice.ts';
import { VoiceBar } from '../files/VoiceBar.tsx';
import { readSlash, withoutEscape } from '../slash/read-slash.ts';
import { SlashLine } from '../slash/SlashLine.tsx';
import { useSlash } from '../slash/use-slash.ts';
import { useTray } from '../files/use-tray.ts';
import { useMoveTo } from './use-move-to.ts';
import { useTypingFinds } from './use-typing-finds.ts';
import { useSendWhenReady } from './use-send-when-ready.ts';
import { useTypingNotice } from './use-typing-notice.ts';
import { encode, noText, type VisibleText } from './visible-text.ts';

/** So near to the limit the rest is told, in UTF-16 units. */
const NEAR = 500;

export interface ComposerHandle {
  focus(): void;
  attach(files: readonly File[]): void;
  /** Takes a text back, after what is there; true once it stands there. */
  takeBack(source: string): Promise<boolean>;
}

interface Props {
  channelId: string;
  rootId: string | null;
  label: string;
  placeholder: string;
  names: TextNames;
  everybody: boolean;
  /** Below the field: "Also send to #channel". */
  children?: ReactNode;
  ref: Ref<ComposerHandle>;
  onSend: (source: string, how: SendHow) => void;
  onUp: () => boolean;
  onEscape?: () => boolean;
}

const namedIn = (source: string): string => mentionedUsers(source).join(' ');

/** Where messages are written. Nothing typed here draws the list again. */
export function Composer(props: Props) {
  const { channelId, rootId, names } = props;
  const desk = useDraftDesk();
  const [source, setSource] = useState(() => desk.text(channelId, rootId));
  const shown = useShown(source, names);
  // Until the draft is known the field is there and empty; it is a moment.
  useEffect(
    () => desk.subscribe(() => setSource((now) => now ?? desk.text(channelId, rootId))),
    [desk, channelId, rootId],
  );
  useEffect(() => () => desk.flush(), [desk]);
  if (shown === null) return <div className={css.composer} aria-busy />;
  return <Desk key={`${channelId} ${rootId ?? ''}`} {...props} shown={shown} />;
}

function Desk({
  channelId,
  rootId,
  label,
  placeholder,
  names,
  everybody,
  children,
  ref,
  onSend,
  onUp,
  onEscape,
  shown,
}: Props & { shown: Shown }) {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const core = useCore();
  const desk = useDraftDesk();
  const typing = useTypingNotice(channelId, rootId);
  const enterSends = useLivePick('preferences', {}, ['preferences'], (p) => p.enterSends) ?? true;
  const box = useRef<TextBoxHandle>(null);
  const card = useRef<HTMLDivElement>(null);
  useTypingFinds(card, () => box.current?.focus());
  const moveTo = useMoveTo();
  const [empty, setEmpty] = useState(shown.value.text.trim() === '');
  /** What is left to the limit, where that is near. */
  const [left, setLeft] = useState<number | null>(null);
  /** The people whom the text names. */
  const [named, setNamed] = useState(() => namedIn(encode(shown.value)));
  const off = useOffChoice(channelId, named === '' ? [] : named.split(' '));
  const minute = useNow();
  const tray = useTray(channelId, rootId);
  const voice = useVoice((file, durationMs) => {
    tray.add([file], { durationMs });
    box.current?.focus();
  });
  /** The command whose name stands at the beginning. */
  const [command, setCommand] = useState(() => readSlash(encode(shown.value))?.name ?? null);
  const slash = useSlash(channelId, rootId);
  /** What is asked about before it goes out: whom it would ring. */
  const [ringing, setRinging] = useState<{ count: number; later: Later | undefined } | null>(null);
  const [formatting, setFormatting] = useState(false);
  const [emojiBeside, setEmojiBeside] = useState<HTMLElement | null>(null);

  const arriving = tray.adding.length > 0;
  const recording = voice.state !== 'idle';
  const measure = (text: string): void => {
    setEmpty(text.trim() === '');
    setNamed(namedIn(text));
    setCommand(readSlash(text)?.name ?? null);
    setLeft(text.length > MAX_TEXT - NEAR ? MAX_TEXT - text.length : null);
  };
  const onChange = (value: VisibleText): void => {
    const text = encode(value);
    measure(text);
    desk.write(channelId, rootId, text);
    slash.forget();
    whenReady.forget();
    if (value.text !== '') typing();
  };
  const askAndSend = (later?: Later): void => {
    const value = box.current?.value() ?? noText;
    const text = encode(value).trim();
    const typed = later === undefined && tray.ids.length === 0 ? readSlash(text) : null;
    if (typed !== null) {
      return slash.run(typed, value.text, {
        taken() {
          box.current?.set(noText);
          desk.flush();
        },
        giveBack: () => desk.giveBack(channelId, rootId, text),
      });
    }
    if (!text.includes('<!') || text.length > MAX_TEXT) return send(later);
    core.rings({ channelId, text }).then(({ count }) => {
      if (count > MANY_RUNG) setRinging({ count, later });
      else send(later);
    }, reportError);
    return undefined;
  };
  const send = (later?: Later): void => {
    const text = withoutEscape(encode(box.current?.value() ?? noText).trim());
    slash.forget();
    const fileIds = [...tray.ids];
    if ((text === '' && fileIds.length === 0 && !arriving) || recording) return;
    if (text.length > MAX_TEXT) return;
    if (off.unexplained && later === undefined) return off.ask();
    if (arriving) return whenReady.ask(later);
    const how = { fileIds, ...(later === undefined ? off.how() : { later }) };
    box.current?.set(noText);
    desk.flush();
    off.reset();
    const give = (source: string): void => onSend(source, how);
    if (!/:[\w+-]+:/.test(text)) give(text);
    else {
      // Loaded long before somebody has typed a name; until then this waits for it.
      loadEmoji(language)
        .then(
          (index) => replaceShortcodes(text, (code) => index.byCode(code)?.emoji),
          () => text,
        )
        .then(give, reportError);
    }
  };
  const whenReady = useSendWhenReady({ arriving, failed: tray.failed.length > 0, send });

  // A draft that was changed on another device comes in where nobody is writing.
  useEffect(
    () =>
      desk.subscribe(() => {
        const now = encode(box.current?.value() ?? noText);
        const next = desk.text(channelId, rootId);
        if (next === undefined || next === now) return;
        void showSource(next, names, core).then(({ value }) => {
          if (encode(box.current?.value() ?? noText) === now) box.current?.set(value);
        }, reportError);
      }),
    [desk, channelId, rootId, names, core],
  );

  useImperativeHandle(ref, () => ({
    focus: () => box.current?.focus(),
    attach(files) {
      tray.add(files);
      box.current?.focus();
    },
    async takeBack(back) {
      const now = encode(box.current?.value() ?? noText);
      const between = now.trim() === '' || back === '' ? '' : '\n';
      const joined = `${now.trimEnd()}${between}${back}`;
      const { value } = await showSource(joined, names, core);
      if (box.current === null) return false;
      box.current.set(value);
      box.current.focus();
      desk.flush();
      return true;
    },
  }));

  /** What is written goes to who stands in: there, or by naming them here. */
  const handOver = (substituteId: string): void => {
    const text = encode(box.current?.value() ?? noText);
    if (off.conversation) return moveTo(substituteId, text, () => box.current?.set(noText));
    const joined = `${text.trimEnd()} <@${substituteId}> `.trimStart();
    showSource(joined, names, core).then(({ value }) => {
      box.current?.set(value);
      box.current?.focus();
    }, reportError);
  };
  const sends = sendWords(off, t, format, minute);
  const nothing = (empty && tray.ids.length === 0 && !arriving) || recording;
  const tooLong = left !== null && left < 0;
  const slashId = `slash-${channelId}-${rootId ?? ''}`;
  const limitId = `limit-${channelId}-${rootId ?? ''}`;
  return (
    <div
      ref={card}
      className={css.composer}
      onMouseDown={(event) => {
        // The whole card belongs to the field.
        if (event.target === event.currentTarget) {
          event.preventDefault();
          box.current?.focus();
        }
      }}
    >
      {off.off.length === 0 ? null : (
        <OffBar
          choice={off}
          onHandOver={handOver}
          onChosen={() => box.current?.focus()}
          onSubmit={() => {
            askAndSend();
            if (!off.unexplained) box.current?.focus();
          }}
        />
      )}
      <TextBox
        ref={box}
        label={label}
        placeholder={placeholder}
        initial={shown.value}
        labels={shown.labels}
        channelId={channelId}
        everybody={everybody}
        enterSends={enterSends}
        onAppear={takeFocusWhenFree}
        commands={slash.conversation ? 'conversation' : 'channel'}
        describedBy={`${slashId}${left === null ? '' : ` ${limitId}`}`}
        onChange={onChange}
        onSubmit={() => askAndSend()}
        onFiles={tray.add}
        onUp={onUp}
        {...(onEscape === undefined ? {} : { onEscape })}
      />
      <SlashLine
        id={slashId}
        typed={command}
        problem={slash.problem}
        onSendAsText={() => {
          send();
          box.current?.focus();
        }}
      />
      {children}
      {formatting ? <FormatBar onFormat={(name) => box.current?.format(name)} /> : null}
      <FileTray tray={tray} />
      <VoiceBar voice={voice} />
      <div className={css.tray}>
        <AddMenu channelId={channelId} rootId={rootId} />
        <AttachButton
          onFiles={(files) => {
            tray.add(files);
            box.current?.focus();
          }}
        />
        <TrayButton
          label={t('files.voice.record')}
          pressed={voice.state !== 'idle'}
          onPress={voice.state === 'idle' ? voice.start : voice.finish}
        >
          <Mic />
        </TrayButton>
        <TrayButton
          label={t('composer.formatting')}
          pressed={formatting}
          onPress={() => setFormatting(!formatting)}
        >
          <Type />
        </TrayButton>
        <TrayButton label={t('emoji.title')} onPress={setEmojiBeside}>
          <Smile />
        </TrayButton>
        <TrayButton label={t('composer.mention')} onPress={() => box.current?.insert('@')}>
          <AtSign />
        </TrayButton>
        {left === null ? null : (
          <span id={limitId} className={classNames(css.left, tooLong && css.tooLong)}>
            {tooLong
              ? t('composer.tooLong', { n: -left })
              : t('composer.left', { n: left, count: format.number(left) })}
          </span>
        )}
        <span className={css.sending}>
          <button
            type="button"
            className={css.send}
            aria-label={sends === null ? t('composer.send') : undefined}
            title={sends ?? t('composer.send')}
            disabled={nothing || tooLong}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => askAndSend()}
          >
            {sends}
            <SendHorizontal data-mirror />
          </button>
          <SendLater
            disabled={nothing || tooLong}
            onChoose={(at) => askAndSend({ at, why: 'chosen' })}
          />
        </span>
      </div>
      {ringing === null ? null : (
        <RingDialog
          count={ringing.count}
          onClose={() => setRinging(null)}
          onSend={() => {
            setRinging(null);
            send(ringing.later);
          }}
        />
      )}
      {emojiBeside === null ? null : (
        <EmojiPopover
          beside={emojiBeside}
          placement="top start"
          onPick={(emoji) => {
            // After the popover has given the focus back.
            requestAnimationFrame(() => box.current?.insert(emojiOf(emoji)));
          }}
          onClose={() => setEmojiBeside(null)}
        />
      )}
    </div>
  );
}
