import type { routes } from '../../contract/routes/index.js';

/** Who calls, and whose the journey is that the call is about. */
export const callers = {
  anonymous: { journey: 'own' },
  'coach, own journey': { as: 'mara', journey: 'own' },
  'coach, a colleague’s in her commune': { as: 'mara', journey: 'colleagues' },
  'coach, nobody’s in her commune': { as: 'mara', journey: 'nobodys' },
  'coach, in a foreign commune': { as: 'mara', journey: 'foreign' },
  'coordinator, in scope': { as: 'karl', journey: 'own' },
  'coordinator, out of scope': { as: 'olga', journey: 'own' },
  admin: { as: 'root', journey: 'own' },
} as const satisfies Record<string, { as?: string; journey: JourneyOf }>;

export type JourneyOf = 'own' | 'colleagues' | 'nobodys' | 'foreign';
export type Caller = keyof typeof callers;

/** What each caller is answered, in the order of `callers`; `ok` is the route's own status. */
type Row = readonly ('ok' | 401 | 403 | 404 | 409)[];

const open: Row = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'];
const signedIn: Row = [401, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'];
const inFull: Row = [401, 'ok', 403, 'ok', 404, 'ok', 404, 403];
const alsoReduced: Row = [401, 'ok', 'ok', 'ok', 404, 'ok', 404, 403];
const byCoordinator: Row = [401, 403, 403, 403, 404, 'ok', 404, 403];
/** Not there for anybody: of a demonstration, or a file that is none. */
const nowhere: Row = [404, 404, 404, 404, 404, 404, 404, 404];
const list: Row = [401, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 403];
const coordinators: Row = [401, 403, 403, 403, 403, 'ok', 'ok', 403];
const ofImport: Row = [401, 403, 403, 403, 403, 'ok', 404, 403];
const admins: Row = [401, 403, 403, 403, 403, 403, 403, 'ok'];
const operators: Row = [401, 403, 403, 403, 403, 'ok', 'ok', 'ok'];

/** Who may do what (contract §3 „Who"), said once more and by hand: the table of routes is checked against it. */
export const permissionTable: Record<keyof typeof routes, Row> = {
  showOpenApi: open,
  showDocs: open,
  showSystem: admins,
  retryFailing: admins,
  showHome: open,
  showPage: open,
  showSubpage: open,
  // of a name that no file has
  showAsset: nowhere,
  showIcon: open,
  showMailPage: open,
  showMailScript: open,
  showMailStyle: open,
  showLive: open,
  showReady: open,
  // all of them on this machine
  showMetrics: open,
  signIn: open,
  signOut: signedIn,
  showSessionOptions: open,
  signInToDemonstration: nowhere,
  showMe: signedIn,
  changeMe: signedIn,
  listColleagues: list,
  listUsers: admins,
  addUser: admins,
  changeUser: admins,
  endUser: admins,
  reopenUser: admins,
  inviteUser: admins,
  // with a code that nobody was given
  acceptInvitation: nowhere,
  listTokens: admins,
  createToken: admins,
  revokeToken: admins,
  listProgrammes: signedIn,
  showProgramme: signedIn,
  showProgrammeWords: signedIn,
  showProgrammeTexts: signedIn,
  // into the commune in which that journey lies
  openJourney: [401, 'ok', 'ok', 'ok', 403, 'ok', 403, 403],
  listJourneys: list,
  showJourney: alsoReduced,
  listEvents: inFull,
  reachMilestone: inFull,
  recordDocument: inFull,
  closeJourney: inFull,
  reopenJourney: byCoordinator,
  assignCoach: byCoordinator,
  listDeadlinesOfJourney: inFull,
  listMessagesOfJourney: inFull,
  explainJourney: inFull,
  requestRenewal: inFull,
  proposeModule: inFull,
  changeModule: inFull,
  recordContact: inFull,
  withdrawConsent: inFull,
  setOverlay: inFull,
  clearOverlay: inFull,
  changeParticipant: inFull,
  pauseJourney: inFull,
  resumeJourney: inFull,
  withdrawRecord: inFull,
  listDeadlines: list,
  verifyDeadline: inFull,
  listTasks: list,
  doTask: inFull,
  reopenTask: inFull,
  listFlags: list,
  listMessages: list,
  snoozeFlag: inFull,
  countStuck: list,
  countHorizon: coordinators,
  countFlow: coordinators,
  countWorkload: coordinators,
  countPast: coordinators,
  // counts alone, and so an administrator's too
  countMessages: signedIn,
  previewMessage: inFull,
  // it is held back
  holdMessage: inFull,
  releaseMessage: inFull,
  tellMessageInPerson: inFull,
  // it has not failed
  resendMessage: [401, 409, 403, 409, 404, 409, 404, 403],
  listActs: inFull,
  wakeFlag: inFull,
  // that flag is put aside: nobody is reminded of it
  remindCoach: [401, 403, 403, 403, 404, 409, 404, 403],
  // of one journey; without it a list
  showToday: inFull,
  listViews: list,
  keepView: list,
  // of the coach's own, which everybody sees from then on
  changeView: [401, 'ok', 'ok', 'ok', 'ok', 403, 403, 403],
  // and then it is gone
  forgetView: [401, 'ok', 404, 404, 404, 404, 404, 403],
  listBulkActs: list,
  startBulkAct: list,
  // of the coordinator's own
  showBulkAct: [401, 404, 404, 404, 404, 'ok', 404, 403],
  undoBulkAct: [401, 404, 404, 404, 404, 'ok', 404, 403],
  followChanges: list,
  exportJourneys: list,
  startImport: coordinators,
  listImports: operators,
  // one of the coordinator's own; of others only whoever's scope holds every commune, and of an administrator counts
  showImport: [401, 403, 403, 403, 403, 'ok', 404, 'ok'],
  runImport: ofImport,
  // no row of it may be of somebody who is here
  compareRow: [401, 403, 403, 403, 403, 404, 404, 403],
  chooseForRow: [401, 403, 403, 403, 403, 404, 404, 403],
  showImportFile: ofImport,
  downloadRefusedRows: ofImport,
  listCaughtMails: list,
  // a mail that is about the journey: a colleague’s is none of hers, not even reduced
  showCaughtMail: [401, 'ok', 404, 'ok', 404, 'ok', 404, 403],
  decodePayloads: operators,
  encodePayloads: operators,
};

/** The answers of a row, by caller. */
export const answersOf = (row: Row, ok: number): Record<string, number | undefined> =>
  Object.fromEntries(Object.keys(callers).map((caller, at) => [caller, row[at] === 'ok' ? ok : row[at]]));
