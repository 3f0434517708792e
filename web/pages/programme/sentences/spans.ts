import { say } from '../../../texts/programme.js';

const units = { d: 'days', w: 'weeks', M: 'months' } as const;

/** `4M15d`: `4 Monate und 15 Tage`. */
export const spanSaid = (span: string): string =>
  [...span.matchAll(/(\d+)([dwM])/g)]
    .map(([, n, unit]) => say(units[unit as keyof typeof units], { n: Number(n) }))
    .join(say('and'));

/** `-8w`: `8 Wochen vorher`; `mid` lies halfway. */
export function offsetSaid(offset: string): string {
  if (offset === 'mid') return say('atMid');
  const span = offset.replace(/^[+-]/, '');
  if (/^0[dwM]$/.test(span)) return say('atDay');
  return say(offset.startsWith('-') ? 'atBefore' : 'atAfter', { span: spanSaid(span) });
}
