import type { Preferences } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';

/** Each language is called by its own name, so that one finds back from any other. */
const NAMES = { id: 'Bahasa Indonesia', en: 'English', ar: 'العربية' } as const;

export function LanguageField({
  value,
  onChange,
}: {
  value: Preferences['language'];
  onChange: (language: Preferences['language']) => void;
}) {
  const t = useWords();
  return (
    <Select
      label={t('settings.language')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'system', label: t('settings.languageSystem') },
        { value: 'id', label: NAMES.id },
        { value: 'en', label: NAMES.en },
        { value: 'ar', label: NAMES.ar },
        // For whoever looks at what longer words do; nobody works in it.
        ...(value === 'pseudo' || import.meta.env.DEV
          ? [{ value: 'pseudo' as const, label: t('settings.languagePseudo') }]
          : []),
      ]}
    />
  );
}
