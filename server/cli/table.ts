/** Rows under headings, in columns as wide as they need; numbers to the right. */
export function table(headings: readonly string[], rows: readonly (string | number)[][]): string {
  const lines = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  const right = headings.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - [...cell].length);
          return right[column] === true ? space + cell : cell + space;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
