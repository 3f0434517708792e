import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import type { Me } from '../../contract/access.js';
import { NotThere, NotYours } from '../pages/not-here/not-here.js';
import { Caught } from '../parts/caught.js';
import { Loading } from '../parts/block.js';
import { homeOf } from '../shell/pages.js';
import { Shell } from '../shell/shell.js';

const TodayPage = lazy(async () => ({ default: (await import('../pages/today/today-page.js')).TodayPage }));
const AttentionPage = lazy(async () => ({
  default: (await import('../pages/attention/attention-page.js')).AttentionPage,
}));
const JourneysPage = lazy(async () => ({
  default: (await import('../pages/journeys/journeys-page.js')).JourneysPage,
}));
const NewJourneyPage = lazy(async () => ({
  default: (await import('../pages/new-journey/new-journey-page.js')).NewJourneyPage,
}));
const JourneyPage = lazy(async () => ({
  default: (await import('../pages/journey/journey-page.js')).JourneyPage,
}));
const SystemPage = lazy(async () => ({
  default: (await import('../pages/system/system-page.js')).SystemPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('../pages/settings/settings-page.js')).SettingsPage,
}));

type Roles = readonly Me['role'][];
const staff: Roles = ['coach', 'coordinator'];
const technical: Roles = ['coordinator', 'admin'];
const everybody: Roles = ['coach', 'coordinator', 'admin'];

const entries: readonly { path: string; roles: Roles; page: ReactNode }[] = [
  { path: '/heute', roles: staff, page: <TodayPage /> },
  { path: '/hinweise', roles: staff, page: <AttentionPage /> },
  { path: '/teilnehmende', roles: staff, page: <JourneysPage /> },
  { path: '/teilnehmende/neu', roles: staff, page: <NewJourneyPage /> },
  { path: '/teilnehmende/:id', roles: staff, page: <JourneyPage /> },
  { path: '/system', roles: technical, page: <SystemPage /> },
  { path: '/ich', roles: everybody, page: <SettingsPage /> },
];

interface AppRoutesProps {
  me: Me;
  onSignedInAgain: (me: Me) => void;
  onSignOut: () => void;
}

/** Every page behind the sign-in with who may open it; the server asks again at each call. */
export function AppRoutes({ me, onSignedInAgain, onSignOut }: AppRoutesProps) {
  const home = <Navigate to={homeOf(me.role)} replace />;
  const loading = <Loading lines={8} retry={() => window.location.reload()} />;
  return (
    <Routes>
      <Route element={<Shell me={me} onSignedInAgain={onSignedInAgain} onSignOut={onSignOut} />}>
        <Route index element={home} />
        <Route path="/anmelden" element={home} />
        {entries.map(({ path, roles, page }) => (
          <Route
            key={path}
            path={path}
            element={
              roles.includes(me.role) ? (
                <Caught key={path}>
                  <Suspense fallback={loading}>{page}</Suspense>
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
