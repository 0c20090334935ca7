/** The files of an export, whether they lie in a folder or in a zip. */
export interface ExportSource {
  /** What to call it in a sentence. */
  readonly name: string;
  /** Path within the export, with `/`, and size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** @throws {ExportRefused} where it cannot be read as it should be */
  read(path: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** What no honest export exceeds. Sizes in bytes. */
export interface SourceLimits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const limits: SourceLimits = {
  files: 2_000_000,
  fileBytes: 256 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024 * 1024,
};
