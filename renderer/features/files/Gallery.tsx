import { ChevronLeft, ChevronRight, Download, ImageOff, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Dotted } from '../../ui/Dotted.tsx';
import css from './Gallery.module.css';
import { closeGallery, stepGallery, useGallery } from './gallery-store.ts';
import { SaveLink } from './SaveLink.tsx';

/** Pictures one at a time, as large as the window. Arrows go on, Esc closes; the focus goes back. */
export function Gallery() {
  const t = useWords();
  const format = useFormat();
  const gallery = useGallery((state) => state.gallery);
  const shown = gallery?.pictures[gallery.at];
  if (gallery === null || shown === undefined) return null;
  const many = gallery.pictures.length > 1;
  const place = t('files.place', { n: gallery.at + 1, of: gallery.pictures.length });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeGallery();
      }}
      className={css.veil ?? ''}
    >
      <Modal className={css.modal ?? ''}>
        <Dialog aria-label={t('files.gallery')} className={css.gallery ?? ''}>
          {/* Reading from right to left the next one is at the left; so are its key and its button. */}
          <div
            className={css.inside}
            onKeyDown={(event) => {
              const rtl = getComputedStyle(event.currentTarget).direction === 'rtl';
              if (event.key === 'ArrowRight') stepGallery(rtl ? -1 : 1);
              if (event.key === 'ArrowLeft') stepGallery(rtl ? 1 : -1);
            }}
          >
            <header className={css.head}>
              <p className={css.title}>
                <b>{shown.name}</b>
                <small aria-live="polite">
                  <Dotted parts={[...(many ? [place] : []), format.bytes(shown.size)]} />
                </small>
              </p>
              <SaveLink file={shown} label={t('files.downloadOf', { name: shown.name })}>
                <Download aria-hidden />
              </SaveLink>
              <IconButton autoFocus label={t('common.close')} onPress={closeGallery}>
                <X />
              </IconButton>
            </header>
            <div className={css.stage}>
              {many ? (
                <IconButton
                  label={t('files.previous')}
                  size="large"
                  isDisabled={gallery.at === 0}
                  onPress={() => stepGallery(-1)}
                >
                  <ChevronLeft data-mirror />
                </IconButton>
              ) : null}
              <Large key={shown.id} file={shown} />
              {many ? (
                <IconButton
                  label={t('files.next')}
                  size="large"
                  isDisabled={gallery.at === gallery.pictures.length - 1}
                  onPress={() => stepGallery(1)}
                >
                  <ChevronRight data-mirror />
                </IconButton>
              ) : null}
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Large({ file }: { file: FileView }) {
  const t = useWords();
  const [failed, setFailed] = useState(false);
  const { channelId, id, name } = file;
  if (failed) {
    return (
      <p className={css.failed}>
        <ImageOff aria-hidden />
        {t('files.notHere')}
      </p>
    );
  }
  return (
    <img
      className={css.picture}
      src={fileAddress({ channelId, fileId: id, part: 'original', save: false })}
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      alt={name}
      onError={() => setFailed(true)}
    />
  );
}
