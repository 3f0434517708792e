// Takes the pictures in docs/pictures: a demonstration of a fixed day, seen through a browser. `npm run pictures`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const root = fileURLToPath(new URL('../', import.meta.url));
const pictures = join(root, 'docs/pictures');
const dataDir = mkdtempSync(join(tmpdir(), 'lotse-'));
const port = '3177';
const url = `http://127.0.0.1:${port}`;
const roles = { coach: 'als Coach', coordinator: 'als Koordination' };
const patienceMs = 180_000;

/** What is shown: by whom, where, how wide, in which colours. */
const shots = [
  { name: 'today', role: 'coach', path: '/heute', width: 1280 },
  { name: 'today-phone-dark', role: 'coach', path: '/heute', width: 360, colorScheme: 'dark' },
  { name: 'participant', role: 'coach', path: 'first', width: 1280 },
  { name: 'participants', role: 'coordinator', path: '/teilnehmende', width: 1280 },
  { name: 'overview', role: 'coordinator', path: '/leitstand', width: 1280 },
  { name: 'needs-attention', role: 'coordinator', path: '/hinweise', width: 1280 },
  { name: 'deadlines', role: 'coordinator', path: '/fristen', width: 1280 },
  { name: 'messages', role: 'coordinator', path: '/postausgang?liste=planned', width: 1280 },
  { name: 'programme', role: 'coordinator', path: '/programm', width: 1280 },
];

async function startDemonstration() {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/src/supervisor.js')], {
    cwd: root,
    env: { ...process.env, LOTSE_DATA_DIR: dataDir, LOTSE_PORT: port, LOTSE_NOW: '2026-11-26T08:30:00Z' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let screen = '';
  child.stdout.on('data', (text) => (screen += String(text)));
  const until = Date.now() + patienceMs;
  while (!screen.includes('Lotse is ready')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`No demonstration:\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return child;
}

async function take(browser, { name, role, path, width, colorScheme = 'light' }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: width < 500 ? 740 : 860 },
    colorScheme,
    locale: 'de-DE',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/anmelden');
  await page.getByRole('button', { name: roles[role] }).click();
  await page.getByRole('button', { name: /^Konto von/ }).waitFor();
  if (path === 'first') {
    await page.goto('/heute');
    await page.locator('[data-row] [data-open]').first().click();
  } else {
    await page.goto(path);
  }
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
  await context.close();
}

mkdirSync(pictures, { recursive: true });
const lotse = await startDemonstration();
try {
  const browser = await playwright.launch({
    executablePath: process.env.LOTSE_BROWSER ?? (await chromium.executablePath()),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
  for (const shot of shots) await take(browser, shot);
  await browser.close();
} finally {
  lotse.kill('SIGTERM');
  await once(lotse, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}
