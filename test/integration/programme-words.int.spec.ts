import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { programmeWords } from '../../contract/pages/words.js';
import { startApi, type Api } from '../support/api.js';

const path = '/api/v1/programmes/durchstarten/versions/1/words';
let api: Api;
beforeAll(async () => {
  api = await startApi({ mara: { role: 'coach' }, root: { role: 'admin' } });
});
afterAll(() => api?.close());

describe('the words of a programme', () => {
  it('are told in the reader’s language to every role, and may be kept by her browser for a while', async () => {
    for (const as of ['mara', 'root']) {
      const german = await api.call('GET', path, { as, headers: { 'accept-language': 'de-DE' } });
      expect(programmeWords.parse(german.json).moduleStates['active']).toBe('läuft');
      expect(german.json.languages['ti']).toBe('Tigrinya');
      expect(german.headers.get('cache-control')).toBe('private, max-age=300');
      expect(german.headers.get('vary')).toMatch(/\baccept-language\b/i);
      const english = await api.call('GET', path, { as, headers: { 'accept-language': 'en' } });
      expect(english.json.moduleStates['active']).toBe('active');
    }
  });

  it('are there for programmes and versions that exist', async () => {
    for (const other of [path.replace('/1/', '/2/'), path.replace('durchstarten', 'elsewhere')]) {
      expect((await api.call('GET', other, { as: 'mara' })).status).toBe(404);
    }
  });
});
