/** Where a figure stands on the page. */
export type Group = 'side-by-side' | 'limits' | 'scale' | 'clock' | 'start' | 'other';

/** Which picture a figure belongs into, with others of its unit. */
export type Plot = 'accepted' | 'replanned' | 'processor' | 'bare' | 'reads';

export interface Words {
  words: string;
  group: Group;
  plot?: Plot;
  /** What its bar is called, where the picture's title says the rest. */
  bar?: string;
}

/** What a picture shows, in a sentence. */
export const plots: Readonly<Record<Plot, { group: Group; title: string }>> = {
  accepted: { group: 'side-by-side', title: 'Milestones accepted a second, 16 callers' },
  replanned: { group: 'side-by-side', title: 'Milestones a second whose timers have followed' },
  processor: { group: 'side-by-side', title: 'Processor time for a milestone, all processes together' },
  bare: { group: 'limits', title: 'What Temporal carries when nothing else is to be done, a second' },
  reads: { group: 'scale', title: 'Reads in a large installation: 99 of 100 are quicker' },
};

const one = (group: Group, words: string, plot?: Plot, bar?: string): Words => ({
  group,
  words,
  ...(plot && { plot }),
  ...(bar !== undefined && { bar }),
});

const candidates: Readonly<Record<string, string>> = {
  '': 'Lotse',
  _dbos: 'DBOS Transact',
  _textbook_temporal: 'Temporal by the book, activity',
  _textbook_temporal_local: 'Temporal by the book, local activity',
  _typeorm: 'NestJS with TypeORM and a cron',
};

/** Four figures for each who does the one job. */
const sideBySide = Object.entries(candidates).flatMap(([name, who]): [string, Words][] => [
  [`milestones_per_second${name}`, one('side-by-side', `accepted: ${who}`, 'accepted', who)],
  [
    `milestones_replanned_per_second${name}`,
    one('side-by-side', `timers followed: ${who}`, 'replanned', who),
  ],
  [`milestones_drain_s${name}`, one('side-by-side', `until the last timer followed: ${who}`)],
  [`milestone_cpu_ms${name || '_lotse'}`, one('side-by-side', `processor for one: ${who}`, 'processor', who)],
]);

const bare = Object.entries({ '': 'embedded', _postgresql: 'on PostgreSQL' }).flatMap(
  ([suffix, server]): [string, Words][] =>
    Object.entries({
      starts: 'starts',
      starts_with_timer: 'starts that set a timer',
      signals: 'signals',
      signals_with_timer: 'signals that set a timer',
      noop_updates: 'updates that do nothing',
    }).map(([name, what]) => [
      `bare_${name}_per_second${suffix}`,
      one('limits', `bare Temporal, ${server}: ${what}`, 'bare', `${server}: ${what}`),
    ]),
);

const reads = Object.entries({
  coach_list: 'a coach’s list by what is due next',
  flags: 'flags by severity',
  deadlines: 'deadlines of 14 days',
  deadlines_across: 'deadlines of 14 days, all communes',
  search: 'search by name',
  sorted_by_name: 'list sorted by name',
  journey: 'a journey of 200 events',
}).map(([name, what]): [string, Words] => [
  `read_${name}_p99_ms`,
  one('scale', `read, p99: ${what}`, 'reads', what),
]);

const steady = Object.entries({ 30: '30 a second', 100: '100 a second' }).flatMap(
  ([rate, words]): [string, Words][] => [
    [`steady_${rate}_per_second_p50_ms`, one('clock', `answered at ${words}, p50`)],
    [`steady_${rate}_per_second_p99_ms`, one('clock', `answered at ${words}, p99`)],
  ],
);

/** The processor's time for one of something, process by process: by the names of what is done, how it is called. */
const done = {
  milestone: 'a milestone at 100 a second',
  reminders: 'a reminder',
  replanned: 'a journey re-planned',
  replanned_bare: 'a bare signal',
  recover: 'a journey recovered',
  recover_bare: 'a bare start',
};
const parts = Object.entries({
  api: 'API',
  worker: 'worker',
  postgresql: 'PostgreSQL',
  temporal: 'Temporal',
  supervisor: 'supervisor',
  generator: 'whoever calls',
}).flatMap(([part, who]) =>
  Object.entries(done).map(([what, called]): [string, Words] => [
    `${what}_cpu_${part}_ms`,
    one('clock', `processor for ${called}: ${who}`),
  ]),
);

/** What each figure is, in plain words; one that is not here is shown by its name among the others. */
export const words: ReadonlyMap<string, Words> = new Map<string, Words>([
  ...sideBySide,
  ['milestones_vs_dbos', one('side-by-side', 'Lotse against DBOS, accepted')],
  [
    'milestones_vs_textbook_temporal',
    one('side-by-side', 'Lotse against the faster Temporal by the book, accepted'),
  ],
  ['milestones_vs_typeorm', one('side-by-side', 'Lotse against TypeORM, accepted')],
  ['milestones_refused', one('side-by-side', 'refused')],
  ['milestones_not_shown', one('side-by-side', 'not shown by the next read')],
  ['milestones_miscounted', one('side-by-side', 'stored more or less than once')],
  ['milestones_vs_pgbench', one('limits', 'Lotse against pgbench with the statement that writes')],
  ['milestones_vs_pgbench_with_load', one('limits', 'Lotse against pgbench with both statements')],
  ['milestones_vs_clients', one('limits', 'Lotse against plain clients with the statement that writes')],
  ['pgbench_statement_per_second', one('limits', 'pgbench: the statement that writes', 'accepted')],
  ['pgbench_statement_cpu_ms', one('limits', 'PostgreSQL’s processor for it')],
  ['pgbench_milestone_per_second', one('limits', 'pgbench: the statement that reads, then it', 'accepted')],
  ['pgbench_milestone_cpu_ms', one('limits', 'PostgreSQL’s processor for both')],
  ['pgbench_commits_per_second', one('limits', 'pgbench: commits of one short row')],
  ['clients_statement_per_second', one('limits', 'plain clients: the statement that writes')],
  ['clients_statement_cpu_ms', one('limits', 'PostgreSQL’s processor for it, plain clients')],
  ['clients_milestone_per_second', one('limits', 'plain clients: the statement that reads, then it')],
  ['clients_milestone_cpu_ms', one('limits', 'PostgreSQL’s processor for both, plain clients')],
  ['fsyncs_per_second', one('limits', 'fsyncs, one after another')],
  ...bare,
  ['milestones_at_scale_ratio', one('scale', 'accepted with many journeys, against 100')],
  ['milestones_at_scale_per_second', one('scale', 'accepted with many journeys')],
  ['milestones_of_100_journeys_per_second', one('scale', 'accepted with 100 journeys')],
  ['milestones_at_scale_failed', one('scale', 'refused with many journeys')],
  ['scale_journeys', one('scale', 'open journeys')],
  ['scale_events', one('scale', 'events')],
  ['scale_fill_s', one('scale', 'time to make them')],
  ...reads,
  [
    'as_of_p99_ms',
    one(
      'scale',
      'as of an earlier day, journey of 1,000 events, p99',
      'reads',
      'as of an earlier day, 1,000 events',
    ),
  ],
  ['reads_refused', one('scale', 'reads refused')],
  ['rebuild_events_per_second', one('scale', 'rebuild of all read models with live traffic')],
  ['rebuild_written_events_per_second', one('scale', 'rebuild that writes every row')],
  ['rebuild_failed_calls', one('scale', 'calls that failed during a rebuild')],
  ['rebuild_failed_journeys', one('scale', 'journeys that a rebuild could not make')],
  ['rebuild_rows_written', one('scale', 'rows that a rebuild has written')],
  ['replanned_per_second', one('clock', 're-planned in bulk')],
  ['replanned_bare_signals_per_second', one('clock', 'bare signals that set a timer, beside it')],
  ['replanned_vs_bare_signals', one('clock', 're-planned against bare signals')],
  ['bulk_command_p99_ms', one('clock', 'a coach’s command under a bulk until its timers follow, p99')],
  ['bulk_command_answered_p99_ms', one('clock', 'a coach’s command under a bulk until it is answered, p99')],
  ['bulk_command_refused', one('clock', 'commands refused under a bulk')],
  ['recover_vs_bare', one('clock', 'recovered against bare starts')],
  ['recover_per_second', one('clock', 'journeys recovered')],
  ['recover_bare_starts_per_second', one('clock', 'bare starts that set a timer, beside it')],
  ['recover_command_p99_ms', one('clock', 'a command while journeys are recovered, p99')],
  ['recover_command_refused', one('clock', 'commands refused meanwhile')],
  ['reminders_per_second', one('clock', 'reminders of one morning handed to SMTP')],
  ['reminders_caught', one('clock', 'reminders that arrived')],
  ['reminders_missing', one('clock', 'reminders that did not')],
  ['reminders_twice', one('clock', 'reminders that arrived twice')],
  ['reminders_spread_share', one('clock', 'reminders handed over when they were planned')],
  ['reminders_read_p99_ms', one('clock', 'reads meanwhile, p99')],
  ['recover_100000_estimated_min', one('clock', '100,000 journeys recovered, reckoned from the sample')],
  ['worker_restart_due_done_s', one('clock', 'worker started again: until all that was due is done')],
  ['worker_restart_missing', one('clock', 'worker started again: acts that are missing')],
  ['worker_restart_sent_again', one('clock', 'worker started again: mails sent twice')],
  ['worker_restart_task_timeouts', one('clock', 'worker started again: tasks that timed out')],
  ['several_milestones_per_second', one('clock', 'accepted by two API processes and two workers')],
  ['several_ratio', one('clock', 'two of each against one')],
  ['several_told_per_second', one('clock', 'timers followed with two of each')],
  ['several_doubled', one('clock', 'recorded or sent twice')],
  ['several_refused', one('clock', 'refused by two of each')],
  ['history_events_two_years', one('clock', 'events of a run after two simulated years')],
  ['history_runs_two_years', one('clock', 'runs in two simulated years')],
  ['history_bytes_two_years', one('clock', 'history of a run after two simulated years')],
  ...steady,
  ['steady_refused', one('clock', 'refused at a steady rate')],
  ['steady_without_new_agenda', one('clock', 'answers without the new agenda')],
  ['steady_workflow_follows_ms', one('clock', 'until the workflow shows it, at 30 a second')],
  ['steady_untold_after_burst_s', one('clock', 'until every workflow was told, after 100 a second')],
  ...parts,
  ['api_ready_s', one('start', 'API ready with many names in the directory')],
  ['api_answers_s', one('start', 'API answers the first list of names')],
  ['rss_api_mb', one('start', 'memory of the API')],
  ['rss_worker_mb', one('start', 'memory of the worker')],
]);
