import {
  Archive,
  File,
  FileCode,
  FileImage,
  FileMusic,
  FileSpreadsheet,
  FileText,
  FileVideoCamera,
  Globe,
  Presentation,
  type LucideIcon,
} from 'lucide-react';
import { attachmentKind, type AttachmentKind } from '../conversation/message/attachment-kind.ts';

export const FILE_ICONS: Readonly<Record<AttachmentKind, LucideIcon>> = {
  image: FileImage,
  video: FileVideoCamera,
  audio: FileMusic,
  pdf: FileText,
  sheet: FileSpreadsheet,
  document: FileText,
  slides: Presentation,
  archive: Archive,
  code: FileCode,
  text: FileText,
  file: File,
  link: Globe,
};

/** A page that was sent as a file is its source. */
export function fileKind(mediaType: string): AttachmentKind {
  const kind = attachmentKind(mediaType);
  return kind === 'link' ? 'code' : kind;
}

/** What a browser draws, and the core gives as a picture (main/core/files/gate.ts). */
export const isPicture = (mediaType: string): boolean =>
  /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mediaType);
