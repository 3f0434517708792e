// What lies beside the list when it is asked for: in one chunk, fetched as soon as the page has nothing else to do.
export { BulkDrawer } from './bulk/bulk-drawer.js';
export { ExportForm } from './export/export-form.js';
export { Peek } from './peek/peek.js';
export { ViewForm } from './views/view-form.js';
