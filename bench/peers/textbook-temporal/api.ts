import 'reflect-metadata';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { ApiModule, serve } from '../api/serve.js';
import { peerSettings, ready } from '../settings.js';
import { JourneyStore } from '../store/journey-store.js';
import { TemporalJourneys } from './temporal-journeys.js';

// The first process: the API. Its argument is the type of workflow that it starts for a journey.
const [workflowType = 'journey'] = process.argv.slice(2);
const { databaseUrl, port, temporalAddress } = peerSettings();
const store = new JourneyStore(new pg.Pool({ connectionString: databaseUrl, max: 10 }));
const client = new Client({ connection: await Connection.connect({ address: temporalAddress }) });
await serve(ApiModule.for(new TemporalJourneys(client, workflowType, store), store), port);
ready();
