/** What a linked file is, for its icon and its name in words. */
export type AttachmentKind =
  | 'image'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'sheet'
  | 'document'
  | 'slides'
  | 'archive'
  | 'code'
  | 'text'
  | 'file'
  | 'link';

const BY_TYPE: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/pdf$/, 'pdf'],
  [/spreadsheet|ms-excel|csv$/, 'sheet'],
  [/presentation|powerpoint/, 'slides'],
  [/wordprocessing|msword|opendocument\.text|rtf$/, 'document'],
  [/zip|compressed|x-tar|gzip|x-7z/, 'archive'],
  [/json$|javascript|xml$|x-python|x-sh|sql$|yaml$/, 'code'],
  [/^text\//, 'text'],
];

/** By the media type that its source told; without one it is a page. */
export function attachmentKind(mediaType: string | null): AttachmentKind {
  if (mediaType === null || mediaType.startsWith('text/html')) return 'link';
  return BY_TYPE.find(([pattern]) => pattern.test(mediaType))?.[1] ?? 'file';
}
