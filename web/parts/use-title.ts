import { useEffect } from 'react';

/** The page's name and the product's: neither a person nor a number of hers. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} – Lotse`;
  }, [page]);
}
