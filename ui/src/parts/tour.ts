import { driver, type DriveStep } from 'driver.js';
import 'driver.js/dist/driver.css';
import './tour.css';
import { everywhere, type Topic } from '../words/help';
import * as words from '../words/help';

/** Shows, one after the other, the things that a screen is worked with, then those of every screen. Esc leaves at once. */
export function startTour(topic: Topic): void {
  const stops = topic === everywhere ? everywhere.tour : [...topic.tour, ...everywhere.tour];
  const steps = stops.flatMap(({ named, text }): DriveStep[] => {
    const element = thingNamed(named);
    return element ? [{ element, popover: { title: named, description: text } }] : [];
  });
  const before = document.activeElement;
  driver({
    steps: [
      {
        element: () => document.querySelector('main h1') ?? document.body,
        popover: { title: topic.title, description: topic.purpose },
      },
      ...steps,
    ],
    showProgress: true,
    progressText: words.tourProgress,
    nextBtnText: words.tourNext,
    prevBtnText: words.tourBack,
    doneBtnText: words.tourDone,
    animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    overlayOpacity: 0.35,
    stagePadding: 4,
    stageRadius: 8,
    onPopoverRender: ({ closeButton, title, footer }) => {
      closeButton.setAttribute('aria-label', words.tourClose);
      // They are a header and a footer of their own, which would be read as those of the page.
      title.setAttribute('role', 'none');
      footer.setAttribute('role', 'group');
      footer.setAttribute('aria-label', words.startTour);
    },
    // What is shown is no button of the popover: a reader would announce it wrongly.
    onHighlighted: (element) => {
      if (element?.getAttribute('aria-controls') !== 'driver-popover-content') return;
      for (const name of ['aria-haspopup', 'aria-expanded', 'aria-controls']) {
        element.removeAttribute(name);
      }
    },
    onDestroyed: () => before instanceof HTMLElement && before.focus(),
  }).drive();
}

/** What bears this accessible name on the screen, where it is in sight. */
function thingNamed(name: string): Element | undefined {
  const labelled = [...document.querySelectorAll('[aria-label]')].filter(
    (element) => element.getAttribute('aria-label') === name,
  );
  const titled = [
    ...document.querySelectorAll('button, button span, a, h1, h2, h3, label, [role="tab"]'),
  ]
    .filter((element) => element.textContent?.trim() === name)
    .map((element) => element.closest('button') ?? element);
  const placeholders = [...document.querySelectorAll('[placeholder]')].filter(
    (element) => element.getAttribute('placeholder') === name,
  );
  return [...labelled, ...titled, ...placeholders].find(
    (element) => element.getClientRects().length > 0,
  );
}
