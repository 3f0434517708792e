import { recordRoutes } from '../../../contract/routes/records.js';
import type { ClearOverlay, SetOverlay } from '../../../domain/journey/commands/pause-journey.js';
import type { Overlay } from '../../../domain/journey/events.js';
import type { Bench } from '../bench.js';
import type { Draft } from '../draft.js';
import { happenedOn, noteOf } from '../needs.js';
import { inWords, type Words } from '../words.js';

const labels: Record<Overlay, { set: Words; clear: Words; words: string[] }> = {
  unreachable: {
    set: { de: 'Als nicht erreichbar vermerken', en: 'Note as not reachable' },
    clear: { de: 'Wieder erreichbar', en: 'Reachable again' },
    words: ['nummer falsch', 'verschwunden', 'kontakt', 'unreachable'],
  },
  status_crisis: {
    set: { de: 'Dringend: Papier klären', en: 'Urgent: clear up the paper' },
    clear: { de: 'Papier ist geklärt', en: 'The paper is cleared up' },
    words: ['krise', 'ausreise', 'beratung', 'dringend', 'crisis', 'urgent'],
  },
};

/** What a person lays over the journey, or takes away. */
export const overlayDrafts = (bench: Bench): Draft[] =>
  (Object.keys(labels) as Overlay[]).map((overlay) => {
    const isSet = bench.state.plain.overlays.includes(overlay);
    const { set, clear, words } = labels[overlay];
    const base = {
      group: 'participant' as const,
      words,
      params: { id: bench.state.plain.journey, overlay },
      body: {},
    };
    return isSet
      ? {
          ...base,
          key: `overlay.${overlay}.clear`,
          label: inWords(bench, clear),
          route: recordRoutes.clearOverlay,
          needs: [],
          wish: (): ClearOverlay => ({ type: 'ClearOverlay', overlay }),
        }
      : {
          ...base,
          key: `overlay.${overlay}.set`,
          label: inWords(bench, set),
          route: recordRoutes.setOverlay,
          needs: [happenedOn(bench, '/since', 'since'), noteOf(bench)],
          wish: (body) => ({ type: 'SetOverlay', overlay, ...body }) as SetOverlay,
        };
  });
