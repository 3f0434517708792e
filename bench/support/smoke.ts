import type { Topic } from '../topic.js';

/**
 * Measures as little as possible, so that nothing rots: how fast it is says `npm run bench`.
 * @returns the figures by name
 * @throws Error where one is no number
 */
export async function smoke(topic: Topic): Promise<Readonly<Record<string, number>>> {
  const { measurements } = await topic.measure('smoke', () => undefined);
  const broken = measurements.filter(({ value }) => !Number.isFinite(value)).map(({ name }) => name);
  if (broken.length > 0) throw new Error(`No number: ${broken.join(', ')}`);
  return Object.fromEntries(measurements.map(({ name, value }) => [name, value]));
}
