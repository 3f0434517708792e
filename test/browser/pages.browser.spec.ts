import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibility } from './accessibility.js';
import { administration } from './administration.js';
import { away } from './away.js';
import { budgets } from './budgets.js';
import { conflict } from './conflict.js';
import { importing } from './importing.js';
import { leitstand } from './leitstand.js';
import { live } from './live.js';
import { numbers } from './numbers.js';
import { participants } from './participants.js';
import { postOut } from './post-out.js';
import { privacy } from './privacy.js';
import { programme } from './programme.js';
import { signingIn } from './signing-in.js';
import { startWorld, type World } from './support/world.js';
import { tasks } from './tasks.js';
import { timeTravel } from './time-travel.js';

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
  describe('the participants', () => {
    participants(its);
  });
  describe('numbers and lists', () => {
    numbers(its);
  });
  describe('the overview of a region', () => {
    leitstand(its);
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
  describe('a register', () => {
    importing(its);
  });
  describe('the post out', () => {
    postOut(its);
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
  describe('for everybody', () => {
    accessibility(its);
  });
  describe('as fast as promised', () => {
    budgets(its);
  });
});
