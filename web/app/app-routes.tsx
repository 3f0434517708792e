import { matchPath, Navigate, Route, Routes } from 'react-router';
import type { Me } from '../../contract/access.js';
import { NotThere, NotYours } from '../pages/not-here/not-here.js';
import { Caught } from '../parts/caught.js';
import { lazily, type Later } from '../parts/lazily.js';
import { Loading } from '../parts/block.js';
import { homeOf } from '../shell/pages.js';
import { Shell } from '../shell/shell.js';

const loading = <Loading lines={8} retry={() => window.location.reload()} />;

const TodayPage = lazily(async () => (await import('../pages/today/today-page.js')).TodayPage, loading);
const AttentionPage = lazily(
  async () => (await import('../pages/attention/attention-page.js')).AttentionPage,
  loading,
);
const LeitstandPage = lazily(
  async () => (await import('../pages/leitstand/leitstand-page.js')).LeitstandPage,
  loading,
);
const DeadlinesPage = lazily(
  async () => (await import('../pages/deadlines/deadlines-page.js')).DeadlinesPage,
  loading,
);
const JourneysPage = lazily(
  async () => (await import('../pages/journeys/journeys-page.js')).JourneysPage,
  loading,
);
const NewJourneyPage = lazily(
  async () => (await import('../pages/new-journey/new-journey-page.js')).NewJourneyPage,
  loading,
);
const JourneyPage = lazily(
  async () => (await import('../pages/journey/journey-page.js')).JourneyPage,
  loading,
);
const PostOutPage = lazily(
  async () => (await import('../pages/post-out/post-out-page.js')).PostOutPage,
  loading,
);
const ProgrammePage = lazily(
  async () => (await import('../pages/programme/programme-page.js')).ProgrammePage,
  loading,
);
const AdministrationPage = lazily(
  async () => (await import('../pages/administration/administration-page.js')).AdministrationPage,
  loading,
);
const ImportPage = lazily(async () => (await import('../pages/import/import-page.js')).ImportPage, loading);
const OneImportPage = lazily(
  async () => (await import('../pages/import/one-import-page.js')).OneImportPage,
  loading,
);
const SystemPage = lazily(async () => (await import('../pages/system/system-page.js')).SystemPage, loading);
const SettingsPage = lazily(
  async () => (await import('../pages/settings/settings-page.js')).SettingsPage,
  loading,
);

type Roles = readonly Me['role'][];
const staff: Roles = ['coach', 'coordinator'];
const coordinators: Roles = ['coordinator'];
const technical: Roles = ['coordinator', 'admin'];
const everybody: Roles = ['coach', 'coordinator', 'admin'];

const entries: readonly { path: string; roles: Roles; Page: Later<object> }[] = [
  { path: '/leitstand', roles: coordinators, Page: LeitstandPage },
  { path: '/heute', roles: staff, Page: TodayPage },
  { path: '/hinweise', roles: staff, Page: AttentionPage },
  { path: '/fristen', roles: staff, Page: DeadlinesPage },
  { path: '/teilnehmende', roles: staff, Page: JourneysPage },
  { path: '/teilnehmende/neu', roles: staff, Page: NewJourneyPage },
  { path: '/teilnehmende/:id', roles: staff, Page: JourneyPage },
  { path: '/postausgang', roles: everybody, Page: PostOutPage },
  { path: '/programm', roles: everybody, Page: ProgrammePage },
  { path: '/verwaltung', roles: ['admin'], Page: AdministrationPage },
  { path: '/verwaltung/:part', roles: ['admin'], Page: AdministrationPage },
  { path: '/import', roles: technical, Page: ImportPage },
  { path: '/import/:id', roles: technical, Page: OneImportPage },
  { path: '/system', roles: technical, Page: SystemPage },
  { path: '/ich', roles: everybody, Page: SettingsPage },
];

/** Fetches the page of an address, so that it is there when the frame is. */
export async function fetchPage(pathname: string): Promise<void> {
  await entries.find(({ path }) => matchPath(path, pathname))?.Page.fetch();
}

interface AppRoutesProps {
  me: Me;
  onSignedInAgain: (me: Me) => void;
  onSignOut: () => void;
}

/** Every page behind the sign-in with who may open it; the server asks again at each call. */
export function AppRoutes({ me, onSignedInAgain, onSignOut }: AppRoutesProps) {
  const home = <Navigate to={homeOf(me.role)} replace />;
  return (
    <Routes>
      <Route element={<Shell me={me} onSignedInAgain={onSignedInAgain} onSignOut={onSignOut} />}>
        <Route index element={home} />
        <Route path="/anmelden" element={home} />
        {entries.map(({ path, roles, Page }) => (
          <Route
            key={path}
            path={path}
            element={
              roles.includes(me.role) ? (
                <Caught key={path}>
                  <Page />
                </Caught>
              ) : (
                <NotYours />
              )
            }
          />
        ))}
        <Route path="*" element={<NotThere />} />
      </Route>
    </Routes>
  );
}
