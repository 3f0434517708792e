/**
 * The retention classes of personal data. Each is sealed under a key of its own, so that one can be destroyed
 * while the others stay readable: `status` and `contact` go 3 months after closing, `notes` after 6, `case` after 24.
 */
export const retentionClasses = ['case', 'status', 'contact', 'notes'] as const;

export type RetentionClass = (typeof retentionClasses)[number];
