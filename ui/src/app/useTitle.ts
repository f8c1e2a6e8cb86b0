import { useEffect, type RefObject } from 'react';
import { brand } from './brand';

/** The title of the page is that of the screen: « Leads · Simulateur CRM ». */
export function useTitle(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const main = inside.current;
    if (!main) return;
    const tell = () => {
      const screen = main.querySelector('h1')?.textContent?.trim();
      const title = screen ? `${screen} · ${brand.name}` : brand.name;
      if (document.title !== title) document.title = title;
    };
    tell();
    const watch = new MutationObserver(tell);
    watch.observe(main, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [inside]);
}
