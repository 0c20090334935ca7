import { Fragment } from 'react';

/**
 * Short facts with dots between them, each on its own: in Arabic a number would otherwise leave its
 * unit for the Latin name before it.
 */
export function Dotted({ parts }: { parts: readonly string[] }) {
  return parts.map((part, at) => (
    <Fragment key={at}>
      {at === 0 ? null : ' · '}
      <bdi>{part}</bdi>
    </Fragment>
  ));
}
