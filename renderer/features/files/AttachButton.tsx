import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { TrayButton } from '../composer/TrayButton.tsx';

/** Chooses files, several at once. */
export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <TrayButton label={t('files.attach')} onPress={() => input.current?.click()}>
        <Paperclip />
      </TrayButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach
        aria-label={t('files.attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </>
  );
}
