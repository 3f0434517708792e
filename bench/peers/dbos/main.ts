import 'reflect-metadata';
import { DBOS } from '@dbos-inc/dbos-sdk';
import pg from 'pg';
import { ApiModule, serve } from '../api/serve.js';
import { peerSettings, ready } from '../settings.js';
import { JourneyStore } from '../store/journey-store.js';
import { DbosJourneys } from './dbos-journeys.js';
import { registerJourney } from './journey.workflow.js';

// API and workflows in one process, as the documentation of DBOS has it; interrupted workflows go on at the launch.
const { databaseUrl, port } = peerSettings();
const store = new JourneyStore(new pg.Pool({ connectionString: databaseUrl, max: 16 }));
const journey = registerJourney(store);
DBOS.setConfig({
  name: 'journeys',
  systemDatabaseUrl: databaseUrl,
  systemDatabasePoolSize: 32,
  // an answer is waited for: rather told at once than together with others ten milliseconds later
  notificationCoalesceMs: 1,
  applicationVersion: '1',
  logLevel: 'warn',
});
await DBOS.launch();
await serve(ApiModule.for(new DbosJourneys(journey, store), store), port);
ready();
