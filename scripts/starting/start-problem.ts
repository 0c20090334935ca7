export type StartProblemCode =
  | 'bad_option'
  | 'data_folder'
  | 'disk_full'
  | 'port_in_use'
  | 'bad_export'
  | 'unknown_person'
  | 'already_open'
  | 'build'
  | 'relay'
  | 'client';

/** Why Balai does not start. The message is a whole sentence, with what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly code: StartProblemCode;

  constructor(code: StartProblemCode, message: string) {
    super(message);
    this.code = code;
  }
}
