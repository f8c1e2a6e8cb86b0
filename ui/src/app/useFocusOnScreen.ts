import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';

/**
 * When one has gone to another screen and nothing has the focus any more, the screen has it: the next Tab is in it, and it
 * is heard. A screen that begins with a field gives it the focus itself; a link of the navigation keeps it.
 */
export function useFocusOnScreen(main: RefObject<HTMLElement | null>): void {
  const [location] = useLocation();
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    let frame = 0;
    // The screen that was left is first hidden: what it held still has the focus, for a frame or two.
    const look = (left: number) => {
      frame = requestAnimationFrame(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body)
          main.current?.focus({ preventScroll: true });
        else if (left > 0 && activeElement.getClientRects().length === 0) look(left - 1);
      });
    };
    look(60);
    return () => cancelAnimationFrame(frame);
  }, [location, main]);
}
