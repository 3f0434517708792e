import type { Programme } from '../../domain/programme/schema/programme.js';

/** The programme as somebody sees it who may write in some communes only: rows of others are refused as unknown. */
export const programmeWithin = (programme: Programme, communes: readonly string[] | null): Programme =>
  communes === null
    ? programme
    : { ...programme, communes: programme.communes.filter(({ key }) => communes.includes(key)) };
