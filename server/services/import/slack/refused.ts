/** Why an export cannot be imported. Nothing was written. */
export type ExportProblem =
  | 'not_found'
  | 'not_an_export'
  | 'broken'
  | 'unsafe'
  | 'too_large'
  | 'encrypted';

/** The export was refused before anything was written; `message` is a sentence for an administrator. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
  readonly problem: ExportProblem;

  constructor(problem: ExportProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
