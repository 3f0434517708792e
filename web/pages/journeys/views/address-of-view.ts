import type { Me } from '../../../../contract/access.js';
import type { View } from '../../../../contract/pages/views.js';
import { sameColumns, usualColumns } from '../columns.js';
import { addressOf } from '../filters.js';
import { askedBy } from './asked-by-view.js';

/** Where a view is shown, from anywhere. */
export function addressOfView(view: View, me: Me): string {
  const usual = usualColumns(me.communes === null || me.communes.length > 1);
  const { filters, sort, columns } = askedBy(view, me, usual);
  const address = addressOf(filters, sort, me);
  if (!sameColumns(columns, usual)) address.set('spalten', columns.join(','));
  address.set('ansicht', view.id);
  return `/teilnehmende?${address.toString()}`;
}
