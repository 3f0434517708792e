import { running } from '../support/processes.js';

/**
 * CPU seconds that a process and all below it have used since they began, with those that have ended and were waited
 * for. Zero where there is no `/proc`.
 */
export function treeSeconds(root: number): number {
  const processes = new Map(running().map((each) => [each.pid, each]));
  const isBelow = (pid: number): boolean => {
    for (let at = processes.get(pid); at; at = processes.get(at.parent)) if (at.pid === root) return true;
    return false;
  };
  return [...processes.values()]
    .filter(({ pid }) => isBelow(pid))
    .reduce((sum, { seconds, ofEnded }) => sum + seconds + ofEnded, 0);
}
