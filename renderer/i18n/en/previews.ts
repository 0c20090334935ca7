export const previews = {
  remove: 'Remove preview',
  policy: 'Previews of links',
  policyNote:
    'The server asks the page that a message links to and shows its title and a small picture below. The page never hears of a person’s computer. Previews that are there stay until they are removed.',
};
