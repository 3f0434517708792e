import { setTimeout } from 'node:timers/promises';
import { ConfigError, exitCodeForConfig } from '../config/config-error.js';
import { describeExit, NotReady, type Running } from '../embedded/running.js';
import { reasonOf, StartError } from '../embedded/start-error.js';
import { Backoff } from './backoff.js';
import { seconds } from './seconds.js';

/** Something that the supervisor keeps running. */
export interface Part {
  title: string;
  /** Starts it and waits until it is ready; called again each time it died. */
  start(signal: AbortSignal): Promise<Running>;
  /** Where its own words are. */
  logFile: string;
}

const attempts = 4;

/** Starts one part, starts it again whenever it dies, and stops it. */
export class Keeper {
  readonly #stopping = new AbortController();
  readonly #backoff = new Backoff();
  #running: Running | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly part: Part,
    private readonly say: (line: string) => void,
  ) {}

  /**
   * Starts it for the first time.
   * @throws StartError when it says why it can't, or fails again and again
   */
  async start(): Promise<void> {
    const first = this.#startFirst();
    this.#work = first.catch(() => undefined);
    await first;
    this.#work = this.#keep();
  }

  /** Stops it, also in the middle of a start; after this it is not running any more. */
  async stop(withinMs: number): Promise<void> {
    this.#stopping.abort();
    await this.#running?.stop(withinMs);
    await this.#work;
    await this.#running?.stop(withinMs);
  }

  async #startFirst(): Promise<void> {
    const { title, logFile } = this.part;
    const began = performance.now();
    for (let attempt = 1; ; attempt++) {
      try {
        this.#running = await this.part.start(this.#stopping.signal);
        return this.say(`  ${title} ${seconds(performance.now() - began)}`);
      } catch (error) {
        this.#stopping.signal.throwIfAborted();
        if (error instanceof StartError || error instanceof ConfigError) throw error;
        if (error instanceof NotReady && error.exit.code === exitCodeForConfig)
          throw new StartError(error.exit.lastLine);
        if (attempt === attempts)
          throw new StartError(`${title} could not be started (${reasonOf(error)}). More is in ${logFile}.`);
        await this.#pause(`${title} could not be started (${reasonOf(error)})`, 0);
      }
    }
  }

  async #keep(): Promise<void> {
    const { signal } = this.#stopping;
    let since = performance.now();
    while (this.#running && !signal.aborted) {
      const exit = await this.#running.exited;
      if (signal.aborted) return;
      this.#running = undefined;
      await this.#pause(`${this.part.title} ended (${describeExit(exit)})`, performance.now() - since);
      await this.#startAgain();
      since = performance.now();
    }
  }

  async #startAgain(): Promise<void> {
    const { signal } = this.#stopping;
    const began = performance.now();
    while (!signal.aborted) {
      try {
        this.#running = await this.part.start(signal);
        return this.say(`${this.part.title} is back ${seconds(performance.now() - began)}`);
      } catch (error) {
        if (signal.aborted) return;
        await this.#pause(`${this.part.title} could not be started (${reasonOf(error)})`, 0);
      }
    }
  }

  async #pause(why: string, aliveMs: number): Promise<void> {
    const wait = this.#backoff.after(aliveMs);
    this.say(`${why}; starting it again in ${wait / 1000} s.`);
    await setTimeout(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}
