import type { Act } from '../act.js';
import type { Moment } from '../days.js';
import type { Kept } from './ladders.js';
import { nameOf, type MailBox } from './mail-box.js';
import { nextMorning } from './moments.js';

/** What the coach is told to do because of a mail: say in person what could not be said, or did not arrive. */
export class TaskBook {
  private readonly open = new Map<string, { what: string; at: Moment; isTold: boolean }>();

  /** The notices of one turn. A task whose reason is gone closes by itself; one that is back is told again. */
  passes(now: Moment, kept: readonly Kept[], { lastTold }: MailBox): Act[] {
    const wanted = new Map<string, string>();
    for (const deadline of kept) {
      const last = lastTold.get(nameOf(deadline));
      if (!last) continue;
      const { rule, value } = deadline;
      const kind = last.refused ? 'delivery_failed' : rule.isProtected ? 'tell_participant' : undefined;
      if (kind) wanted.set(`${nameOf(deadline)}|${kind}|${last.at}`, `${kind} ${rule.key} ${value}`);
    }
    for (const name of this.open.keys()) if (!wanted.has(name)) this.open.delete(name);
    for (const [name, what] of wanted) {
      const task = this.open.get(name);
      if (task) task.what = what;
      else this.open.set(name, { what, at: nextMorning(now), isTold: false });
    }
    return [...this.open.values()].flatMap((task): Act[] => {
      if (task.isTold || task.at > now) return [];
      task.isTold = true;
      return [{ act: 'notice', to: 'coach', what: task.what }];
    });
  }
}
