import { create } from 'zustand';
import type { FileView } from '../../../shared/rpc/file-views.ts';

interface Gallery {
  readonly pictures: readonly FileView[];
  readonly at: number;
}

/** The pictures that are shown large, and which of them; null while none is. */
export const useGallery = create<{ gallery: Gallery | null }>(() => ({ gallery: null }));

export const openGallery = (pictures: readonly FileView[], file: FileView): void => {
  const at = Math.max(
    0,
    pictures.findIndex(({ id }) => id === file.id),
  );
  useGallery.setState({ gallery: { pictures, at } });
};
export const closeGallery = (): void => useGallery.setState({ gallery: null });

/** Stays where it is at either end. */
export const stepGallery = (by: 1 | -1): void =>
  useGallery.setState(({ gallery }) => {
    if (gallery === null) return {};
    const at = Math.min(gallery.pictures.length - 1, Math.max(0, gallery.at + by));
    return { gallery: { ...gallery, at } };
  });
