import { useQuery } from '@tanstack/react-query';
import type { programmeRoutes } from '../../../contract/routes/programmes.js';
import { read } from '../../api/request.js';

/** A programme's definition, as the API answers it. */
export type Programme = (typeof programmeRoutes)['showProgramme']['answer']['_output'];

/** The definition by which a journey goes: it says what leads where and on which law a day stands. */
export function useProgramme({ key, version }: { key: string; version: number }): Programme | undefined {
  return useQuery({
    queryKey: ['programme', key, version],
    queryFn: () => read<Programme>(`/api/v1/programmes/${key}/versions/${version}`),
    staleTime: Infinity,
  }).data;
}
