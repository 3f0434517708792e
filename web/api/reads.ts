import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Me } from '../../contract/access.js';
import type { FlagItem } from '../../contract/pages/flags.js';
import type { Message } from '../../contract/journeys/deadline.js';
import type { EventView } from '../../contract/journeys/event.js';
import type { Journey, JourneyItem, ReducedJourney } from '../../contract/journeys/journey.js';
import type { Acts } from '../../contract/pages/act.js';
import type { BulkAnswer, BulkOffer } from '../../contract/pages/bulk.js';
import type {
  FlowFigures,
  HorizonFigures,
  PastFigures,
  StuckFigures,
  WorkloadFigures,
} from '../../contract/pages/figures.js';
import type { DeadlineItem, TaskItem } from '../../contract/pages/lists.js';
import type { MessageFigures, MessageItem, MessagePreview } from '../../contract/pages/messages.js';
import type { Programme, ProgrammeTexts } from '../../contract/pages/programme.js';
import type { Colleague } from '../../contract/pages/settings.js';
import type { SystemState } from '../../contract/pages/system.js';
import type { Today } from '../../contract/pages/today.js';
import type { View } from '../../contract/pages/views.js';
import type { CaughtMail } from '../../contract/routes/caught-mails.js';
import type {
  ImportAnswer,
  ImportComparison,
  ImportCounts,
  ImportFile,
} from '../../contract/routes/imports.js';
import type { AccessToken, User } from '../../contract/routes/users.js';
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

const pathOfProgramme = ({ key, version }: Me['programme']): string =>
  `${base}/programmes/${key}/versions/${version}`;

/** Where a programme's words are. */
export const pathOfWords = (programme: Me['programme']): string => `${pathOfProgramme(programme)}/words`;

/** What is asked for, and under which name it is kept: `changed` in `live.ts` goes by the first word. */
export const reads = {
  me: () => ({ queryKey: ['me'], queryFn: () => read<Me>(`${base}/me`), staleTime: Infinity }),
  words: ({ programme }: Me) => ({
    queryKey: ['words', programme.key, programme.version, currentLanguage()],
    queryFn: () => read<ProgrammeWords>(pathOfWords(programme)),
    staleTime: Infinity,
  }),
  programme: ({ programme }: Me) => ({
    queryKey: ['programme', programme.key, programme.version],
    queryFn: ({ signal }: Signalled) => read<Programme>(pathOfProgramme(programme), signal),
    staleTime: Infinity,
  }),
  programmeTexts: ({ programme }: Me) => ({
    queryKey: ['programme', programme.key, programme.version, 'texts', currentLanguage()],
    queryFn: ({ signal }: Signalled) => read<ProgrammeTexts>(`${pathOfProgramme(programme)}/texts`, signal),
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
  horizon: (filters: Placed) => figures<HorizonFigures>('horizon', filters),
  flow: (filters: Placed) => figures<FlowFigures>('flow', filters),
  workload: (filters: Pick<Placed, 'commune'>) => figures<WorkloadFigures>('workload', filters),
  /** The numbers of a past day; asked anew until it has been reckoned, and then they stay as they are. */
  past: (filters: Placed & { day: string; by: string }) => ({
    queryKey: ['past', filters],
    queryFn: ({ signal }: Signalled) => read<PastFigures>(`${base}/figures/past${queryOf(filters)}`, signal),
    refetchInterval: ({ state: { data } }: { state: { data: PastFigures | undefined } }) =>
      data && data.figures === null ? 300 : (false as const),
    staleTime: 600_000,
  }),
  /** Deadlines, or the tasks that stand where a date is missing from which one would follow. */
  deadlines: (list: 'deadlines' | 'tasks', filters: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['deadlines', list, filters],
    queryFn: ({ signal }: Signalled) =>
      all<DeadlineItem | TaskItem>(`${base}/${list}${queryOf({ ...filters, actions: 'true' })}`, signal),
    placeholderData: keepPreviousData,
  }),
  messageFigures: (filters: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['figures', 'messages', filters],
    queryFn: ({ signal }: Signalled) =>
      read<MessageFigures>(`${base}/figures/messages${queryOf(filters)}`, signal),
    placeholderData: keepPreviousData,
  }),
  /** One page of messages across journeys. */
  post: (query: Readonly<Record<string, string | undefined>>) => ({
    queryKey: ['messages', query],
    queryFn: ({ signal }: Signalled) => page<MessageItem>(`${base}/messages${queryOf(query)}`, signal),
    placeholderData: keepPreviousData,
  }),
  preview: (id: string) => ({
    queryKey: ['messages', id, 'preview'],
    queryFn: ({ signal }: Signalled) => read<MessagePreview>(`${base}/messages/${id}/preview`, signal),
  }),
  caughtMail: (id: string) => ({
    queryKey: ['caught-mail', id],
    queryFn: ({ signal }: Signalled) =>
      read<CaughtMail>(`${base}/caught-mails/${encodeURIComponent(id)}`, signal),
    staleTime: Infinity,
  }),
  system: () => ({
    queryKey: ['system'],
    queryFn: ({ signal }: Signalled) => read<SystemState>(`${base}/system`, signal),
  }),
  users: () => ({
    queryKey: ['users'],
    queryFn: ({ signal }: Signalled) => all<User>(`${base}/users`, signal),
  }),
  tokens: () => ({
    queryKey: ['tokens'],
    queryFn: ({ signal }: Signalled) => all<AccessToken>(`${base}/tokens`, signal),
  }),
  imports: () => ({
    queryKey: ['imports'],
    queryFn: ({ signal }: Signalled) => all<ImportCounts>(`${base}/imports`, signal),
  }),
  /** How far an import has come, without its rows. */
  importCounts: (id: string) => ({
    queryKey: ['import', id, 'counts'],
    queryFn: ({ signal }: Signalled) =>
      read<ImportCounts>(`${base}/imports/${id}${queryOf({ outcomes: 'false' })}`, signal),
  }),
  /** What became of the rows of one that is over. */
  importRows: (id: string) => ({
    queryKey: ['import', id, 'rows'],
    queryFn: ({ signal }: Signalled) => read<ImportAnswer>(`${base}/imports/${id}`, signal),
    staleTime: Infinity,
  }),
  comparison: (id: string, line: number, journey: string) => ({
    queryKey: ['import', id, 'comparison', line, journey],
    queryFn: ({ signal }: Signalled) =>
      read<ImportComparison>(`${base}/imports/${id}/comparison?line=${line}&journey=${journey}`, signal),
  }),
  importFile: (id: string) => ({
    queryKey: ['import', id, 'file'],
    queryFn: ({ signal }: Signalled) => read<ImportFile>(`${base}/imports/${id}/file`, signal),
    staleTime: Infinity,
  }),
};

/** A dozen is over in a moment; thousands take their time, and their answer is long. */
const pauseFor = (rows: number): number => Math.min(3000, Math.max(250, rows * 2));

interface Signalled {
  signal: AbortSignal;
}

/** Of which journeys figures are. */
type Placed = Readonly<Partial<Record<'commune' | 'coach', string>>>;

function figures<Figures>(name: 'horizon' | 'flow' | 'workload', filters: Placed) {
  return {
    queryKey: ['figures', name, filters],
    queryFn: ({ signal }: Signalled) => read<Figures>(`${base}/figures/${name}${queryOf(filters)}`, signal),
    placeholderData: keepPreviousData,
  };
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
  deadlineKinds: {},
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
