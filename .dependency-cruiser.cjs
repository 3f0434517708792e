/**
 * Which folder may import which: domain ← contract ← web, domain ← activities ← src; workflows import the domain and
 * the activities' types. test and bench may import anything, and nobody imports them.
 */

/** A package by its name, wherever npm has put it; an unresolved name is caught as it is written. */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const spec = '\\.spec\\.tsx?$';

/** Everything in `folder` that is no test may import itself, what `allowed` lists, and nothing else. */
const only = (folder, allowed, comment) => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: spec },
  to: { pathNot: [`^${folder}/`, ...allowed] },
});

/** Nothing that can be reached from `folder`, over however many files, may be one of `banned`. */
const neverReaches = (folder, banned, comment) => ({
  name: `${folder}-stays-clear`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: spec },
  to: { reachable: true, path: banned },
});

const sockets = packages('@nestjs', 'typeorm', 'pg', 'nodemailer', 'smtp-server', 'fastify', '@fastify');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'domain',
      [packages('zod', 'feiertagejs')],
      'Rules are pure: no socket, no clock, no framework, not even what Node has built in.',
    ),
    only(
      'contract',
      ['^domain/', packages('zod')],
      'Requests and answers are data: zod and the domain, nothing else.',
    ),
    only(
      'workflows',
      ['^domain/', '^activities/', packages('@temporalio/workflow', '@temporalio/common')],
      'A workflow replays: what it imports must be as deterministic as itself.',
    ),
    {
      name: 'workflows-know-activities-as-types',
      comment: 'An activity runs elsewhere; importing its code would bundle sockets into the workflow.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: spec },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'activities',
      ['^domain/', packages('@temporalio/activity', '@temporalio/common')],
      'Activities name what they need in ports.ts; src provides it.',
    ),
    neverReaches(
      'workflows',
      `^src/|${sockets}`,
      'Nothing that leads from a workflow to the processes, Nest, TypeORM or PostgreSQL may be bundled.',
    ),
    neverReaches(
      'domain',
      `^src/|^activities/|^workflows/|${sockets}`,
      'However long the way: no process, no socket.',
    ),
    neverReaches('contract', `^src/|${sockets}`, 'The browser takes the contract too: no server in it.'),
    only(
      'web',
      [
        '^contract/',
        packages(
          'react',
          'react-dom',
          'react-router',
          '@mantine',
          '@tanstack',
          '@tabler',
          'intl-messageformat',
          'dayjs',
          'vite',
        ),
      ],
      'The pages know the server by its contract only.',
    ),
    {
      name: 'web-knows-the-contract-as-types',
      comment: 'The server checks and decides; its schemas would only make the pages heavier.',
      severity: 'error',
      from: { path: '^web/', pathNot: spec },
      to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-imports',
      comment: 'The processes stand on everything but the tests, the benches and the pages.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { path: '^(test|bench|scripts|web)/' },
    },
    {
      name: 'naive-is-its-own',
      comment: 'What the rules are compared with reckons by itself: nothing of what it judges may help it.',
      severity: 'error',
      from: { path: '^test/years/(naive|script|cast)/' },
      to: { pathNot: '^test/years/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other say one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-tools-at-run-time',
      comment: 'What runs must be a dependency, not a development dependency.',
      severity: 'error',
      from: { path: '^(domain|contract|workflows|activities|src)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that only another one brings along may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'require', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
