import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { z } from 'zod';

const base64 = z.base64();
export const sealed = z.strictObject({
  version: z.literal(2),
  /** Argon2id: memory in KiB, passes, lanes. */
  kdf: z.strictObject({
    m: z.number().int().min(1_024).max(1_048_576),
    t: z.number().int().min(1).max(64),
    p: z.number().int().min(1).max(16),
  }),
  salt: base64,
  /** AES-256-GCM. */
  iv: base64,
  tag: base64,
  data: base64,
});
export type Sealed = z.infer<typeof sealed>;

/** Above what OWASP asks of Argon2id; some 0.5 s in JavaScript. */
const KDF = { m: 32 * 1_024, t: 3, p: 1 };

/** The key that a passphrase gives, with what it takes to make it again. */
export interface PassphraseKey {
  readonly kdf: Sealed['kdf'];
  readonly salt: string;
  readonly key: Buffer;
}

async function derive(passphrase: string, kdf: Sealed['kdf'], salt: string): Promise<Buffer> {
  // The same letters typed on another keyboard may be composed otherwise.
  const text = passphrase.normalize('NFC');
  return Buffer.from(
    await argon2idAsync(text, Buffer.from(salt, 'base64'), { ...kdf, dkLen: 32, asyncTick: 20 }),
  );
}

export async function newPassphraseKey(passphrase: string): Promise<PassphraseKey> {
  const salt = randomBytes(16).toString('base64');
  return { kdf: KDF, salt, key: await derive(passphrase, KDF, salt) };
}

export function seal({ kdf, salt, key }: PassphraseKey, text: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    ...{ version: 2, kdf, salt, iv: iv.toString('base64') },
    ...{ tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') },
  };
}

/** @throws where the key is another, or the text was changed */
export function unseal({ key }: PassphraseKey, box: Sealed): string {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(box.iv, 'base64'));
  decipher.setAuthTag(Buffer.from(box.tag, 'base64'));
  const bytes = Buffer.concat([decipher.update(Buffer.from(box.data, 'base64')), decipher.final()]);
  return bytes.toString('utf8');
}

/** Undefined: a wrong passphrase. */
export async function passphraseKeyOf(
  passphrase: string,
  box: Sealed,
): Promise<PassphraseKey | undefined> {
  const { kdf, salt } = box;
  const made = { kdf, salt, key: await derive(passphrase, kdf, salt) };
  try {
    unseal(made, box);
    return made;
  } catch {
    return undefined;
  }
}
