import type { WholePolicy } from '../../../shared/domain/kinds/workspace.ts';

/** `show`: inside the app. `save`: as a file on this computer, outside the encrypted cache. */
export type FileUse = 'show' | 'save';

/** What a page may draw or play by itself. Nothing in it can carry a script. */
const SHOWN =
  /^(image\/(png|jpeg|gif|webp|avif|bmp)|video\/(mp4|webm|ogg|quicktime)|audio\/(mpeg|mp4|aac|ogg|webm|wav|x-wav|flac|x-m4a))$/;

/**
 * The one gate that every file goes through on its way out of the core, to the page or to the
 * disk: whether it may, and as what. A program is never given as something that opens.
 */
export function passFile(
  file: { readonly name: string; readonly mediaType: string },
  use: FileUse,
  policy: Pick<WholePolicy, 'blockedFileTypes'>,
):
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false } {
  // What the company accepts no more is not handed out either.
  if (isBlocked(file.name, policy)) return { ok: false };
  const bare = file.mediaType.split(';')[0]!.trim().toLowerCase();
  // Words of a file are read by the page's own script, never drawn as a page.
  const type =
    use === 'save'
      ? 'application/octet-stream'
      : SHOWN.test(bare)
        ? bare
        : 'text/plain; charset=utf-8';
  return {
    ok: true,
    headers: {
      ...COMMON,
      'content-type': type,
      'content-disposition': use === 'save' ? saveAs(file.name) : 'inline',
    },
  };
}

const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  // Decrypted bytes stay out of the browser's own cache on the disk.
  'cache-control': 'no-store',
};

/** By the end of the name, as the policy lists them. Windows overlooks dots and spaces at the end. */
export function isBlocked(
  name: string,
  { blockedFileTypes }: Pick<WholePolicy, 'blockedFileTypes'>,
): boolean {
  const bare = name.toLowerCase().replace(/[. ]+$/, '');
  return blockedFileTypes.some((end) => bare.endsWith(`.${end}`));
}

/** RFC 6266: the name in UTF-8, and in ASCII for what cannot read that. */
function saveAs(name: string): string {
  const ascii = name.replaceAll(/[^\u0020-\u007e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
