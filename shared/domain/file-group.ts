/** What a list of files can be narrowed to. */
export const fileGroups = ['image', 'media', 'document', 'other'] as const;
export type FileGroup = (typeof fileGroups)[number];

const DOCUMENT =
  /^text\/|pdf$|spreadsheet|ms-excel|csv$|presentation|powerpoint|wordprocessing|msword|opendocument|rtf$/;

/** By the media type. */
export function fileGroup(mediaType: string): FileGroup {
  if (mediaType.startsWith('image/')) return 'image';
  if (/^(video|audio)\//.test(mediaType)) return 'media';
  return DOCUMENT.test(mediaType) ? 'document' : 'other';
}
