const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in a page, attributes included. */
export const htmlText = (value: string): string => value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
