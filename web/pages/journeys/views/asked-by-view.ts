import type { Me } from '../../../../contract/access.js';
import type { ListColumn } from '../../../../contract/pages/list-filters.js';
import type { NewView, View } from '../../../../contract/pages/views.js';
import { sameColumns } from '../columns.js';
import { everybodys, sameFilters, type Filters } from '../filters.js';
import type { Asked } from '../use-wanted.js';

/** What a view asks for. Without a coach it is everybody's, also for a coach, who otherwise begins with her own. */
export function askedBy(view: View, me: Pick<Me, 'role'>, usual: readonly ListColumn[]): Asked {
  const open: Filters = me.role === 'coach' ? { open: 'true', coach: everybodys } : { open: 'true' };
  return {
    filters: { ...open, ...view.filters },
    sort: view.sort,
    columns: view.columns.length > 0 ? view.columns : usual,
    view: view.id,
  };
}

/** Whether somebody sees something else than the view that she began with. */
export const isChanged = (asked: Asked, view: Asked): boolean =>
  !sameFilters(asked.filters, view.filters) ||
  asked.sort !== view.sort ||
  !sameColumns(asked.columns, view.columns);

/** The same as a view is kept: without what is said by saying nothing. */
export function keptFrom(
  { filters, sort, columns }: Asked,
  usual: readonly ListColumn[],
): Pick<NewView, 'filters' | 'sort' | 'columns'> {
  const { coach, ...others } = filters;
  return {
    filters: {
      ...others,
      ...(coach !== undefined && coach !== everybodys && { coach }),
    } as NewView['filters'],
    sort,
    columns: sameColumns(columns, usual) ? [] : [...columns],
  };
}
