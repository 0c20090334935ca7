/**
 * Signs that leave little doubt. Guessing by keywords alone takes a packing list for a style sheet,
 * so code without such a sign stays in one colour.
 */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  [
    'sql',
    /^\s*(?:select\b[\s\S]+\bfrom\b|insert\s+into\b|update\b[\s\S]+\bset\b|delete\s+from\b|(?:create|alter|drop)\s+(?:table|index|view)\b)/i,
  ],
  ['json', /^\s*[[{]\s*(?:"[^"\n]*"\s*[:,\]]|[[{]\s*")/],
  [
    'bash',
    /^(?:#!.*sh\b|\s*\$ |\s*(?:sudo|cd|git|npm|npx|docker|kubectl|curl|ssh|systemctl|apt|pip)\s+\S)/,
  ],
  ['xml', /^\s*<(?:!doctype|\?xml|[a-z][\w-]*)[^<]*>/i],
  ['python', /^(?:import|from)\s+[\w.]+(?:\s+import\b.*)?$|^\s*def\s+\w+\(.*\):\s*$/m],
  ['typescript', /^\s*(?:const|let|export|import)\s+[\w{*].*(?:=|from\s+['"])/m],
];

/** The language of code that nobody named; null where it does not show. */
export const guessLanguage = (code: string): string | null =>
  SIGNS.find(([, sign]) => sign.test(code))?.[0] ?? null;
