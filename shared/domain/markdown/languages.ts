/** The words that may follow a fence to name the code's language. Any other word there is code. */
const LANGUAGES = new Set(
  (
    'bash sh shell zsh console sql json jsonc js javascript jsx ts typescript tsx css scss html xml ' +
    'python py java go golang yaml yml c cpp csharp cs php ruby rb rust rs kotlin kt swift diff ' +
    'ini toml dockerfile docker markdown md text txt plain powershell ps1 log graphql r perl lua'
  ).split(' '),
);

export const isLanguage = (word: string): boolean => LANGUAGES.has(word.toLowerCase());
