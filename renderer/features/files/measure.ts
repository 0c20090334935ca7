import { hasLength, MAX_DURATION_MS } from '../../../shared/domain/kinds/file.ts';
import { isPicture } from './file-icon.ts';

/** What the page sees of a file before it is sent: pixels of a picture, ms of what plays. */
export interface Measured {
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
}

const NOTHING: Measured = { width: null, height: null, durationMs: null };
/** A film that says nothing of itself is not waited for, ms. */
const PATIENCE_MS = 3_000;

/** Nulls for what is neither, or cannot be opened here: it is a file like any other. */
export async function measure(file: File): Promise<Measured> {
  try {
    if (isPicture(file.type)) {
      const picture = await createImageBitmap(file);
      const { width, height } = picture;
      picture.close();
      return { ...NOTHING, width, height };
    }
    return hasLength(file.type) ? { ...NOTHING, durationMs: await lengthOf(file) } : NOTHING;
  } catch {
    return NOTHING;
  }
}

function lengthOf(file: File): Promise<number | null> {
  const address = URL.createObjectURL(file);
  const player = document.createElement('video');
  return new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    const end = (): void => {
      clearTimeout(timer);
      const ms = Math.round(player.duration * 1_000);
      resolve(ms > 0 && ms <= MAX_DURATION_MS ? ms : null);
    };
    player.addEventListener('loadedmetadata', end);
    player.addEventListener('error', end);
    player.preload = 'metadata';
    player.src = address;
  }).finally(() => {
    player.removeAttribute('src');
    URL.revokeObjectURL(address);
  });
}
