/** The parts of the definition, as the address names them. */
export const parts = ['map', 'milestones', 'modules', 'deadlines', 'flags', 'texts', 'sources'] as const;
export type Part = (typeof parts)[number];

export const partIn = (search: URLSearchParams): Part =>
  parts.find((part) => part === search.get('teil')) ?? 'map';

/** Where an entry of a part stands. */
export const addressOf = (part: Part, entry: string): { search: string } => ({
  search: new URLSearchParams({ teil: part, eintrag: entry }).toString(),
});
