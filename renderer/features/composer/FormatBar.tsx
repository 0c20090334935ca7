import {
  Bold,
  Code,
  Italic,
  List,
  ListOrdered,
  SquareCode,
  Strikethrough,
  TextQuote,
  type LucideIcon,
} from 'lucide-react';
import { labelKeys } from '../../app/shortcuts/keys.ts';
import { isMac } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import css from './Composer.module.css';
import { formatNames, formats, type Format } from './formats.ts';
import { TrayButton } from './TrayButton.tsx';

const ICONS: Readonly<Record<Format, LucideIcon>> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  code: Code,
  block: SquareCode,
  list: List,
  numbers: ListOrdered,
  quote: TextQuote,
};

/** The marks as buttons, for those who do not know their keys yet: each says them. */
export function FormatBar({ onFormat }: { onFormat: (format: Format) => void }) {
  const t = useWords();
  return (
    <div className={css.formats} role="toolbar" aria-label={t('composer.formatting')}>
      {formatNames.map((name) => {
        const Icon = ICONS[name];
        const keys = labelKeys(formats[name].keys, isMac, (key) => t(`shortcuts.key.${key}`));
        return (
          <TrayButton
            key={name}
            label={`${t(`composer.format.${name}`)} (${keys.join('+')})`}
            onPress={() => onFormat(name)}
          >
            <Icon />
          </TrayButton>
        );
      })}
    </div>
  );
}
