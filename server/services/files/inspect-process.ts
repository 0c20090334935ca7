import { rename, rm } from 'node:fs/promises';
import { contentTypeOf } from './content-type.ts';
import { drawFirstPage } from './first-page.ts';
import type { Inspection, Told } from './inspector.ts';
import { drawPreview } from './picture.ts';

/**
 * A process of its own, since it opens what strangers made: it may crash, hang or be killed, and
 * the relay goes on. It tells what it finds as it finds it.
 */
const tell = (told: Told): void => void process.send?.(told);

async function look({ file, name, preview, as }: Inspection): Promise<void> {
  const { mediaType, ending } = await contentTypeOf(file, name);
  tell({ mediaType, ending });
  const part = `${preview}.part`;
  try {
    const picture =
      mediaType === 'application/pdf' && as === 'file'
        ? await drawFirstPage(file, part)
        : await drawPreview({ file, mediaType, preview: part, as });
    if (picture !== undefined) {
      await rename(part, preview);
      tell({ picture });
    }
  } catch {
    // Damaged, or too large to be opened: it stays a file.
    await rm(part, { force: true });
  }
}

process.on('message', (inspection: Inspection) => {
  void look(inspection)
    .catch(() => {})
    .then(() => tell({ end: true }));
});
// The relay is gone.
process.on('disconnect', () => process.exit());
