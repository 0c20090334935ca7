import {
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { MAX_DRAFT } from '../../../shared/domain/kinds/draft.ts';
import { classNames } from '../../ui/class-names.ts';
import { useLanguage } from '../../i18n/words-context.tsx';
import type { Language } from '../../i18n/words.ts';
import { emojiOf } from '../emoji/emoji-of.ts';
import { nameIn } from '../slash/slash-commands.ts';
import { applyEdit } from './apply-edit.ts';
import type { Choice } from './choices.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { askedAt, type Asked } from './completion.ts';
import { formatOfPress, runFormat, type Format } from './formats.ts';
import { isInOpenFence } from './code-ranges.ts';
import { continueLine, pasteLink } from './marks.ts';
import { Mirror } from './Mirror.tsx';
import css from './TextBox.module.css';
import { useChoices } from './use-choices.ts';
import { directionOf, edited, labelFor, type VisibleText } from './visible-text.ts';

/** What stands for everybody is known in every text. */
const EVERYBODY: readonly (readonly [string, string])[] = [
  ['@channel', '<!channel>'],
  ['@here', '<!here>'],
];

export interface TextBoxHandle {
  focus(): void;
  value(): VisibleText;
  /** Puts another text in the place of this one. */
  set(value: VisibleText): void;
  /** Types words at the caret. */
  insert(words: string): void;
  format(format: Format): void;
}

interface Props {
  label: string;
  placeholder: string;
  initial: VisibleText;
  /** Labels that the text began with, and what they stand for. */
  labels: Readonly<Record<string, string>>;
  channelId: string;
  /** Whether everybody can be called here; not in a conversation of two. */
  everybody: boolean;
  /** Whether commands behind a slash are offered, and those of a conversation or of a channel. */
  commands?: 'conversation' | 'channel';
  /** Enter sends and Shift+Enter breaks, or the other way round. */
  enterSends: boolean;
  describedBy?: string | undefined;
  /** As it appears: gives it the focus, at once or later; gives back what ends that. */
  onAppear?: (field: HTMLTextAreaElement) => () => void;
  className?: string | undefined;
  ref: Ref<TextBoxHandle>;
  onChange: (value: VisibleText) => void;
  onSubmit: () => void;
  /** Files were pasted; where it is missing they are not taken. */
  onFiles?: (files: readonly File[]) => void;
  /** True where it did something. */
  onEscape?: () => boolean;
  onUp?: () => boolean;
}

/** The field that messages are written in, with its lists of people, channels and emoji. */
export function TextBox(props: Props) {
  const { label, placeholder, channelId, everybody, enterSends, ref } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const labels = useRef<Map<string, string>>(null);
  labels.current ??= new Map([...EVERYBODY, ...Object.entries(props.labels)]);
  const [value, setValue] = useState(props.initial);
  const [asked, setAsked] = useState<Asked | null>(null);
  /** The place that was closed with Esc asks for nothing until it is left. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const listId = useId();
  const language = useLanguage();
  const choices = useChoices(asked, channelId, everybody, props.commands === 'conversation');
  const chosen = choices[Math.min(at, choices.length - 1)];

  const change = (next: VisibleText): void => {
    setValue(next);
    props.onChange(next);
  };
  const ask = (next: VisibleText, caret: number): void => {
    const found = askedAt(next, caret);
    const now = found?.of === 'command' && props.commands === undefined ? null : found;
    if (now?.start !== closedAt) setClosedAt(null);
    const shown = now === null || now.start === closedAt ? null : now;
    if (shown?.query !== asked?.query || shown?.of !== asked?.of) setAt(0);
    setAsked(shown);
  };
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    const { value: text, selectionStart } = event.target;
    const next = edited(value, text, selectionStart, labels.current ?? new Map());
    change(next);
    ask(next, selectionStart);
  };

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    value: () => value,
    set(next) {
      change(next);
      setAsked(null);
    },
    insert(words) {
      if (field.current === null) return;
      const { selectionStart: start, selectionEnd: end } = field.current;
      applyEdit(field.current, {
        start,
        end,
        words,
        from: start + words.length,
        to: start + words.length,
      });
    },
    format(format) {
      if (field.current !== null) runFormat(field.current, format);
    },
  }));

  const take = (choice: Choice): void => {
    if (field.current === null || asked === null) return;
    const { label: shown, token } = labelOf(choice, labels.current ?? new Map(), language);
    if (token !== null) labels.current?.set(shown, token);
    const words = `${shown} `;
    const end = asked.start + words.length;
    // A space that is there already is not doubled.
    const space = value.text[asked.end] === ' ' ? 1 : 0;
    applyEdit(field.current, {
      start: asked.start,
      end: asked.end + space,
      words,
      from: end,
      to: end,
    });
    setAsked(null);
  };

  const onListKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (asked === null || chosen === undefined) return false;
    const last = choices.length - 1;
    const now = Math.min(at, last);
    switch (event.key) {
      case 'ArrowDown':
        setAt(now === last ? 0 : now + 1);
        return true;
      case 'ArrowUp':
        setAt(now === 0 ? last : now - 1);
        return true;
      case 'Tab':
      case 'Enter':
        if (event.shiftKey || event.ctrlKey || event.metaKey) return false;
        // A command that is written out is carried out, not completed.
        if (event.key === 'Enter' && isWhole(chosen, asked.query)) return false;
        take(chosen);
        return true;
      case 'Escape':
        setClosedAt(asked.start);
        setAsked(null);
        return true;
      default:
        return false;
    }
  };

  const onEnter = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const area = event.currentTarget;
    const before = area.value.slice(0, area.selectionStart);
    const inCode = isInOpenFence(before);
    const command = event.ctrlKey || event.metaKey;
    const sends = command || (enterSends ? !event.shiftKey && !inCode : event.shiftKey);
    if (sends) {
      props.onSubmit();
      return true;
    }
    const edit =
      inCode || area.selectionStart !== area.selectionEnd
        ? null
        : continueLine(area.value, area.selectionStart);
    if (edit === null) return false;
    applyEdit(area, edit);
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While a word is being put together every key belongs to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const area = event.currentTarget;
    const format = formatOfPress(event);
    const handled =
      onListKey(event) ||
      (event.key === 'Enter' && !event.altKey && onEnter(event)) ||
      (event.key === 'Escape' && (props.onEscape?.() ?? false)) ||
      (isBareUp(event) && area.value === '' && (props.onUp?.() ?? false));
    if (handled) event.preventDefault();
    else if (format !== null) {
      event.preventDefault();
      runFormat(area, format);
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const area = event.currentTarget;
    const files = [...event.clipboardData.files];
    if (files.length > 0 && props.onFiles !== undefined) {
      // Cells of a sheet come as words and as a picture of them: the words were meant.
      if (event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      props.onFiles(files);
      return;
    }
    const pasted = event.clipboardData.getData('text/plain');
    const edit = pasteLink(area.value, area.selectionStart, area.selectionEnd, pasted);
    if (edit === null) return;
    event.preventDefault();
    applyEdit(area, edit);
  };

  const appear = useEffectEvent(() => {
    if (field.current === null) return undefined;
    field.current.setSelectionRange(field.current.value.length, field.current.value.length);
    return props.onAppear?.(field.current);
  });
  useEffect(() => appear(), []);

  const open = asked !== null && choices.length > 0;
  return (
    <div className={classNames(css.box, props.className)}>
      {open ? <ChoiceList id={listId} choices={choices} chosen={chosen} onTake={take} /> : null}
      <div className={css.stack}>
        <Mirror value={value} />
        <textarea
          ref={field}
          className={css.field}
          rows={1}
          maxLength={MAX_DRAFT}
          dir={directionOf(value.text)}
          value={value.text}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={props.describedBy}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={
            open && chosen !== undefined ? `${listId}-${chosen.key}` : undefined
          }
          onChange={onChange}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onSelect={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            if (selectionStart === selectionEnd) ask(value, selectionStart);
            else setAsked(null);
          }}
          onBlur={() => setAsked(null)}
        />
      </div>
    </div>
  );
}

const isWhole = (choice: Choice, query: string): boolean =>
  choice.of === 'command' && choice.command.names.includes(query.toLocaleLowerCase());

/** With Alt it goes to another channel. */
const isBareUp = (event: KeyboardEvent): boolean =>
  event.key === 'ArrowUp' && !event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey;

/** What a choice puts into the text, and what that stands for. */
function labelOf(
  choice: Choice,
  known: ReadonlyMap<string, string>,
  language: Language,
): { label: string; token: string | null } {
  switch (choice.of) {
    case 'person': {
      const token = `<@${choice.person.id}>`;
      const { displayName, name } = choice.person;
      return { label: labelFor(known, token, `@${displayName}`, name), token };
    }
    case 'everybody':
      return { label: `@${choice.who}`, token: `<!${choice.who}>` };
    case 'group': {
      const token = `<!group:${choice.group.id}>`;
      const { name, id } = choice.group;
      return { label: labelFor(known, token, `@${name}`, id.slice(0, 8)), token };
    }
    case 'command':
      return { label: `/${nameIn(choice.command, language)}`, token: null };
    case 'channel': {
      const token = `<#${choice.id}>`;
      return { label: labelFor(known, token, `#${choice.name}`, choice.id.slice(0, 8)), token };
    }
    default:
      return { label: emojiOf(choice.emoji.emoji), token: null };
  }
}
