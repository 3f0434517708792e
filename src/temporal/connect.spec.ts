import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Config } from '../config/config.js';
import { lazyConnection } from './connect.js';

/** Nobody listens there: every call fails at once, as while Temporal is away. */
const away = { temporal: { address: '127.0.0.1:9', namespace: 'default' } } as Config;

describe('a connection that is closed while Temporal is away', () => {
  it('leaves no try behind that would end the process', async () => {
    const connection = lazyConnection(away);
    const asked = connection.withDeadline(Date.now() + 5000, () =>
      connection.workflowService.describeNamespace({ namespace: 'default' }),
    );
    const refused = asked.then(() => 'answered', String);
    await wait(50); // the SDK would be waiting for its second try
    await connection.close();
    expect(await refused).toContain('UNAVAILABLE');
    await wait(300);
  });
});
