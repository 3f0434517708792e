/** The languages in which staff read; participants' texts know more. */
export type Language = 'de' | 'en';

/** What `Accept-Language` prefers of German and English; German where it names neither. */
export function languageFrom(header: string | undefined): Language {
  const wished = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const qualityOf = (language: Language): number =>
    Math.max(0, ...wished.filter((wish) => wish.language === language).map(({ quality }) => quality || 0));
  return qualityOf('en') > qualityOf('de') ? 'en' : 'de';
}
