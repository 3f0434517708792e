import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ImportCounts } from '../../../contract/routes/imports.js';
import { reads } from '../../api/reads.js';

const lookEveryMs = 1000;

/** Whether more is still to come. */
export const isUnderWay = ({ state }: ImportCounts): boolean => state === 'queued' || state === 'running';

/** How many rows have become something. */
export const doneOf = ({ opened, updated, unchanged, rejected }: ImportCounts): number =>
  opened + updated + unchanged + rejected;

/** An import as far as it has come: asked again each second until it is over. */
export const useProgress = (id: string): UseQueryResult<ImportCounts> =>
  useQuery({
    ...reads.importCounts(id),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? lookEveryMs : false),
  });
