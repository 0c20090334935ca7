import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useShell } from '../../app/core/core-context.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import { sayFileProblem } from './problem-words.ts';

/** Saves a file outside of the app, and says how that went; a browser says so by itself. */
export function useSaveFile(): (file: FileView) => void {
  const shell = useShell();
  const t = useWords();
  const open = async (key: string): Promise<void> => {
    if (!(await shell.openSaved({ key }))) notify(t('files.notOpened'), { bad: true });
  };
  const save = async ({ channelId, id: fileId, name }: FileView): Promise<void> => {
    const result = await shell.saveFile({ channelId, fileId, name });
    if (!result.ok) {
      if (result.code === 'cancelled') return;
      return notify(t('files.notSaved', { name, why: sayFileProblem(t, result.code) }), {
        bad: true,
      });
    }
    const saved = result.value;
    if (saved === null) return;
    const label = t(saved.opens ? 'files.openSaved' : 'files.showSaved');
    notify(t('files.saved', { name }), {
      action: { label, run: () => void open(saved.key).catch(reportError) },
    });
  };
  return (file) => void save(file).catch(reportError);
}
