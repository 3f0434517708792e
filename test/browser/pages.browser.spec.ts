import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { administration } from './administration.js';
import { announcements } from './announcements.js';
import { arriving } from './arriving.js';
import { away } from './away.js';
import { budgets } from './budgets.js';
import { conflict } from './conflict.js';
import { english } from './english.js';
import { everyPage } from './every-page.js';
import { exporting } from './exporting.js';
import { importing } from './importing.js';
import { inGrey } from './in-grey.js';
import { keepingFocus } from './keeping-focus.js';
import { keys } from './keys.js';
import { leitstand } from './leitstand.js';
import { leitstandViews } from './leitstand-views.js';
import { live } from './live.js';
import { names } from './names.js';
import { numbers } from './numbers.js';
import { opened } from './opened.js';
import { participants } from './participants.js';
import { postOut } from './post-out.js';
import { privacy } from './privacy.js';
import { programme } from './programme.js';
import { samePerson } from './same-person.js';
import { signingIn } from './signing-in.js';
import { signingOut } from './signing-out.js';
import { steering } from './steering.js';
import { startWorld, type World } from './support/world.js';
import { tasksByKeyboard } from './tasks-by-keyboard.js';
import { tasks } from './tasks.js';
import { timeTravel } from './time-travel.js';
import { whatOpens } from './what-opens.js';

let world: World;

// one start for all: it takes the better part of a minute, and nothing here minds what another has recorded
beforeAll(async () => {
  world = await startWorld();
}, 240_000);
afterEach(() => world.tidy());
afterAll(() => world?.close(), 60_000);

describe('the pages, in a browser', () => {
  it('have one to run in', () => {
    expect(world.browser.isConnected()).toBe(true);
  });

  const its = (): World => world;
  describe('signing in', () => {
    signingIn(its);
  });
  describe('what coaches do most, within its clicks and keys', () => {
    tasks(its);
  });
  describe('the same by keyboard', () => {
    tasksByKeyboard(its);
  });
  describe('the participants', () => {
    participants(its);
    exporting(its);
  });
  describe('numbers and lists', () => {
    numbers(its);
  });
  describe('the overview of a region', () => {
    leitstand(its);
    leitstandViews(its);
  });
  describe('a day of the past', () => {
    timeTravel(its);
  });
  describe('two people at once', () => {
    live(its);
  });
  describe('two who change the same', () => {
    conflict(its);
  });
  describe('a server that is away', () => {
    away(its);
  });
  describe('a sign-out', () => {
    signingOut(its);
  });
  describe('a register', () => {
    importing(its);
    samePerson(its);
  });
  describe('the post out', () => {
    postOut(its);
    steering(its);
  });
  describe('the programme', () => {
    programme(its);
  });
  describe('whoever administers it', () => {
    administration(its);
  });
  describe('what is not given away', () => {
    privacy(its);
  });
  describe('every page', () => {
    everyPage(its);
  });
  describe('whatever is opened', () => {
    opened(its);
  });
  describe('arriving somewhere', () => {
    arriving(its);
  });
  describe('what is found while typing', () => {
    whatOpens(its);
  });
  describe('the focus', () => {
    keepingFocus(its);
  });
  describe('single keys', () => {
    keys(its);
  });
  describe('names', () => {
    names(its);
  });
  describe('announcements', () => {
    announcements(its);
  });
  describe('whatever has a colour', () => {
    inGrey(its);
  });
  describe('whoever reads English', () => {
    english(its);
  });
  describe('as fast as promised', () => {
    budgets(its);
  });
});
