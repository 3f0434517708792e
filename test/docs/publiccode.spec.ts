import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { root, textOf } from './container-files.js';

/** What version 0.4 of the standard says of the keys that are used here. */
const standard = z.strictObject({
  publiccodeYmlVersion: z.literal('0.4'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  platforms: z.array(z.enum(['web', 'windows', 'mac', 'linux', 'ios', 'android'])).min(1),
  categories: z.array(z.string()).min(1),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum(['standalone/web', 'standalone/backend', 'standalone/other']),
  intendedAudience: z.strictObject({
    countries: z.array(z.string().regex(/^[a-z]{2}$/)),
    scope: z.array(z.string()),
  }),
  description: z.record(
    z.enum(['de', 'en']),
    z.strictObject({
      localisedName: z.string(),
      shortDescription: z.string().max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string()).min(5).max(20),
    }),
  ),
  legal: z.strictObject({ license: z.string() }),
  maintenance: z.strictObject({
    type: z.literal('internal'),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string()).min(1),
  }),
  dependsOn: z.strictObject({
    open: z.array(z.strictObject({ name: z.string(), versionMin: z.string().optional() })),
  }),
});

const said = standard.parse(parse(textOf('publiccode.yml')));

describe('publiccode.yml', () => {
  it('says what the package says', () => {
    const { license, engines } = JSON.parse(textOf('package.json')) as {
      license: string;
      engines: { node: string };
    };
    expect(said.legal.license).toBe(license);
    const node = said.dependsOn.open.find(({ name }) => name === 'Node.js');
    expect(`>=${node?.versionMin}`).toBe(engines.node);
  });

  it('counts the languages of the mails', () => {
    expect(readdirSync(new URL('programmes/durchstarten/texts/', root))).toHaveLength(10);
    expect(said.description.de.features.join()).toContain('in zehn Sprachen');
    expect(said.description.en.features.join()).toContain('in ten languages');
  });
});
