import { useEffect } from 'react';

/** What opens over a screen. */
const OVER = '[role="dialog"], [role="menu"], [role="listbox"]';

/** A dialog that goes away gives the focus back to what had it before, even when it is taken off at once. */
export function useFocusBack(): void {
  useEffect(() => {
    let before: HTMLElement | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(OVER)) before = target;
    };
    const watch = new MutationObserver((changes) => {
      const gone = changes.some(({ removedNodes }) => [...removedNodes].some(holdsDialog));
      if (!gone) return;
      requestAnimationFrame(() => {
        const lost = document.activeElement === document.body || !document.activeElement;
        if (lost && !document.querySelector('[role="dialog"]') && before?.isConnected)
          before.focus({ preventScroll: true });
      });
    });
    document.addEventListener('focusin', onFocus);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      watch.disconnect();
    };
  }, []);
}

const holdsDialog = (node: Node) =>
  node instanceof Element &&
  (node.matches('[role="dialog"]') || node.querySelector('[role="dialog"]') !== null);
