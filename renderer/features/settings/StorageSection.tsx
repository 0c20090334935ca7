import type { Preferences } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';
import { SettingsSection } from './SettingsSection.tsx';

const MB = 1_000_000;
const BOUNDS = [250, 1_000, 5_000, 20_000];

/** What this computer keeps of files that it can fetch again. */
export function StorageSection({ preferences: { keptFilesMb } }: { preferences: Preferences }) {
  const t = useWords();
  const format = useFormat();
  const act = useAct();
  const bounds = [...new Set([...BOUNDS, keptFilesMb])].sort((a, b) => a - b);
  return (
    <SettingsSection title={t('settings.storage')}>
      <Select
        label={t('settings.keptFiles')}
        hint={t('settings.keptFilesNote')}
        value={String(keptFilesMb)}
        options={bounds.map((mb) => ({ value: String(mb), label: format.bytes(mb * MB) }))}
        onChange={(mb) => void act((core) => core.setPreferences({ keptFilesMb: Number(mb) }))}
      />
    </SettingsSection>
  );
}
