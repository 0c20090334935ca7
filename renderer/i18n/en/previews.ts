export const previews = {
  remove: 'Remove preview',
  policy: 'Link previews',
  policyNote:
    'The server fetches the linked page and shows its title and a small picture below the message. The page never learns about anyone’s computer. Existing previews stay until they are removed.',
};
