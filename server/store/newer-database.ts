/** The database was written by a newer relay than this one. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';

  constructor(found: number, known: number) {
    super(
      `the database is at schema ${found}, and this relay knows only up to ${known}: ` +
        'it was used by a newer version; install that version again, or restore a backup',
    );
  }
}
