// Writes package-lock.json for every platform and without the places that packages came from.
//
// Two things that npm 11.19 alone does not give:
// - `omit-lockfile-registry-resolved` is a setting of a machine, not of the project: taken out here instead;
// - where a registry lacks the binary package of a foreign platform, npm leaves it out of the lock and then
//   `npm ci` refuses that same lock ("Missing: … from lock file"). Such a package is entered by name, version,
//   system and processor, so that it is skipped here and installed there.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

execFileSync('npm', ['install', '--package-lock-only', '--omit-lockfile-registry-resolved=false'], {
  stdio: 'inherit',
});
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const systems = { darwin: 'darwin', win32: 'win32', linux: 'linux', android: 'android', freebsd: 'freebsd' };
const processors = { x64: 'x64', arm64: 'arm64', ia32: 'ia32', ppc64: 'ppc64', s390x: 's390x', arm: 'arm' };

/** The `os` and `cpu` of a platform package, read off its name (`@swc/core-linux-arm64-musl`). */
function platformOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const system = words.find((word) => word in systems) ?? words.at(-2);
  const after = words[words.indexOf(system) + 1] ?? 'none';
  return { os: [system], cpu: [processors[after] ?? after] };
}

for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    lock.packages[`node_modules/${name}`] ??= { version, ...platformOf(name), optional: true };
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
