import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A browser: the one that `LOTSE_BROWSER` names, else the one that npm brought. Without any, whoever asks fails. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['LOTSE_BROWSER'] ?? (await chromium.executablePath());
  return playwright.launch({ executablePath, args: flags });
}
