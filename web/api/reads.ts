import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/access.js';
import type { FlagItem } from '../../contract/pages/flags.js';
import type { Message } from '../../contract/journeys/deadline.js';
import type { EventView } from '../../contract/journeys/event.js';
import type { Journey, JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { Acts } from '../../contract/pages/act.js';
import type { BulkAnswer, BulkOffer } from '../../contract/pages/bulk.js';
import type { StuckFigures } from '../../contract/pages/figures.js';
import type { Colleague } from '../../contract/pages/settings.js';
import type { Today } from '../../contract/pages/today.js';
import type { View } from '../../contract/pages/views.js';
import type { ProgrammeWords } from '../../contract/pages/words.js';
import { currentLanguage } from '../texts/language.js';
import { all, page } from './pages.js';
import { read } from './request.js';

/** A journey as a list shows it: in full, or what a coach sees of a colleague's. */
export type Listed = JourneyItem | ReducedJourney;

const base = '/api/v1';
const of = (id: string): string => `${base}/journeys/${id}`;

/** `?a=b`, without what is not said. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(values).filter((each): each is [string, string] => !!each[1]);
  return said.length === 0 ? '' : `?${new URLSearchParams(said).toString()}`;
}

/** Where a programme's words are. */
export const pathOfWords = ({ key, version }: Me['programme']): string =>
  `${base}/programmes/${key}/versions/${version}/words`;

/** What is asked for, and under which name it is kept: `changed` in `live.ts` goes by the first word. */
export const reads = {
  me: () => ({ queryKey: ['me'], queryFn: () => read<Me>(`${base}/me`), staleTime: Infinity }),
  words: ({ programme }: Me) => ({
    queryKey: ['words', programme.key, programme.version, currentLanguage()],
    queryFn: () => read<ProgrammeWords>(pathOfWords(programme)),
    staleTime: Infinity,
  }),
  colleagues: () => ({
    queryKey: ['colleagues'],
    queryFn: () => all<Colleague>(`${base}/colleagues`),
    staleTime: 300_000,
  }),
  today: () => ({
    queryKey: ['today'],
    queryFn: ({ signal }: Signalled) => read<Today>(`${base}/today`, signal),
  }),
  journeys: (filters: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['journeys', filters],
    queryFn: ({ signal }: Signalled) => all<Listed>(`${base}/journeys${queryOf(filters)}`, signal, 400),
    placeholderData: keepPreviousData,
  }),
  views: () => ({
    queryKey: ['views', currentLanguage()],
    queryFn: ({ signal }: Signalled) => all<View>(`${base}/views`, signal),
  }),
  /** What can be done to many at once. */
  bulkActs: () => ({
    queryKey: ['bulk-acts', currentLanguage()],
    queryFn: ({ signal }: Signalled) => all<BulkOffer>(`${base}/bulk-acts`, signal),
    staleTime: 300_000,
  }),
  /** An act on many; asked anew until it is over, the less often the larger it is. */
  bulk: (id: string) => ({
    queryKey: ['bulk', id],
    queryFn: ({ signal }: Signalled) => read<BulkAnswer>(`${base}/bulk/${id}`, signal),
    refetchInterval: ({ state: { data } }: { state: { data: BulkAnswer | undefined } }) =>
      data?.state === 'done' || data?.state === 'failed' ? false : pauseFor(data?.rows ?? 0),
  }),
  /** The first few that a text finds, for the palette. */
  found: (q: string) => ({
    queryKey: ['journeys', 'found', q],
    queryFn: async ({ signal }: Signalled) =>
      (await page<Listed>(`${base}/journeys${queryOf({ q, open: 'all', limit: '8', sort: 'name' })}`, signal))
        .items,
    placeholderData: keepPreviousData,
  }),
  journey: (id: string, asOf?: string) => ({
    queryKey: ['journey', id, 'itself', asOf ?? 'now'],
    queryFn: ({ signal }: Signalled) => read<Journey | ReducedJourney>(of(id) + queryOf({ asOf }), signal),
    placeholderData: keepPreviousData,
  }),
  acts: (id: string) => ({
    queryKey: ['journey', id, 'acts'],
    queryFn: ({ signal }: Signalled) => read<Acts>(`${of(id)}/acts`, signal),
  }),
  events: (id: string) => ({
    queryKey: ['journey', id, 'events'],
    queryFn: ({ signal }: Signalled) => all<EventView>(`${of(id)}/events`, signal),
  }),
  messages: (id: string) => ({
    queryKey: ['journey', id, 'messages'],
    queryFn: ({ signal }: Signalled) => all<Message>(`${of(id)}/messages`, signal),
  }),
  flags: (filters: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['flags', filters],
    queryFn: ({ signal }: Signalled) => all<FlagItem>(`${base}/flags${queryOf(filters)}`, signal),
    placeholderData: keepPreviousData,
  }),
  stuck: (filters: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['figures', filters],
    queryFn: ({ signal }: Signalled) =>
      read<StuckFigures>(`${base}/figures/stuck${queryOf(filters)}`, signal),
    placeholderData: keepPreviousData,
  }),
};

/** A dozen is over in a moment; thousands take their time, and their answer is long. */
const pauseFor = (rows: number): number => Math.min(3000, Math.max(250, rows * 2));

interface Signalled {
  signal: AbortSignal;
}

/** The account that is signed in. Only pages behind the sign-in ask. */
export function useMe(): Me {
  const { data } = useQuery(reads.me());
  if (!data) throw new Error('A page behind the sign-in was shown without an account.');
  return data;
}

const noWords: ProgrammeWords = {
  programme: '',
  phases: [],
  moves: {},
  requirements: [],
  modules: {},
  moduleStates: {},
  milestones: {},
  documentKinds: {},
  exitReasons: {},
  deadlines: {},
  flags: {},
  tasks: {},
  communes: {},
  overlays: {},
  messageStates: {},
  employmentNotes: {},
  languages: {},
  fields: {},
};

/** The programme's words; empty until they are there. */
export const useWords = (): ProgrammeWords => useQuery(reads.words(useMe())).data ?? noWords;
