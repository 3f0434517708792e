import { useQuery } from '@tanstack/react-query';
import type { Programme } from '../../../domain/programme/schema/programme.js';
import { read } from '../../api/request.js';

/** The definition by which a journey goes: it says what leads where and on which law a day stands. */
export function useProgramme({ key, version }: { key: string; version: number }): Programme | undefined {
  return useQuery({
    queryKey: ['programme', key, version],
    queryFn: () => read<Programme>(`/api/v1/programmes/${key}/versions/${version}`),
    staleTime: Infinity,
  }).data;
}
