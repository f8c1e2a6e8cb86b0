import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { call } from '../engine';
import { redo, undo } from '../live/change';
import { useFields } from '../live/catalogue';
import { useArrivals } from '../live/arrivals';
import { useRead } from '../live/read';
import { FinderContext, type Finder } from '../parts/finder';
import { counted } from '../words/inbox';
import * as words from '../words/shell';
import { formatCount } from '../words/typography';
import { Notices } from './Notices';
import { Palette } from './Palette';
import { sections, type Destination } from './navigation';
import classes from './Shell.module.css';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';
import { useFocusBack } from './useFocusBack';
import { useFocusOnScreen } from './useFocusOnScreen';
import { useTitle } from './useTitle';

/** Navigation at the left, who and where above, the screen in what remains. */
export function Shell({ children }: { children: ReactNode }) {
  const [, go] = useLocation();
  const [searching, setSearching] = useState(false);
  const customerFields = useFields('customer');
  const vehicleFields = useFields('vehicle');
  const invoiceFields = useFields('invoice');
  const search = useCallback(() => setSearching(true), []);
  useShortcuts(search, go);
  useArrivals();
  const main = useRef<HTMLElement>(null);
  useTitle(main);
  useFocusBack();
  useFocusOnScreen(main);

  const fieldLabel = (key: string) =>
    [...customerFields, ...vehicleFields, ...invoiceFields].find((field) => field.key === key)
      ?.label ?? '';

  const finder = useMemo<Finder>(
    () => ({
      find: async (text) => {
        const { hits } = await call('search.find', { text, limit: 8 });
        return hits.map(({ ref, label }) => ({ ref, label }));
      },
      nameOf: (ref) => ref,
    }),
    [],
  );

  return (
    <FinderContext value={finder}>
      <a
        className={classes.skip}
        href="#contenu"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('contenu')?.focus();
        }}
      >
        {words.skip}
      </a>
      <div className={classes.shell}>
        <TopBar onSearch={search} />
        <nav className={classes.nav} aria-label={words.navigation}>
          <div className={classes.sections}>
            <Navigation />
          </div>
          <Toasts />
        </nav>
        <main id="contenu" ref={main} tabIndex={-1} className={classes.main}>
          <Notices />
          {children}
          <div id="dessus" />
        </main>
      </div>
      <Palette
        opened={searching}
        onClose={() => setSearching(false)}
        onOpen={(ref) => go(`/clients/${ref}`)}
        fieldLabel={fieldLabel}
      />
    </FinderContext>
  );
}

function Navigation() {
  return sections.map(({ title, destinations }) => (
    <div key={title} className={classes.section}>
      {title && <span className={classes.heading}>{title}</span>}
      {destinations.map((destination) => (
        <NavLink key={destination.to} {...destination} />
      ))}
    </div>
  ));
}

function NavLink({ to, icon, label, deep, also = to, counts }: Destination) {
  const [exact] = useRoute(to);
  const [below] = useRoute(`${to}/*?`);
  const [elsewhere] = useRoute(`${also}/*?`);
  const current = exact || (deep && (below || elsewhere));
  return (
    <Link
      href={to}
      className={classes.link}
      title={label}
      aria-current={current ? 'page' : undefined}
    >
      {icon(20)}
      <span className={classes.label}>{label}</span>
      {counts && <Waiting />}
    </Link>
  );
}

/** How many answers of customers nobody has read; paler, how many wait when all were. */
function Waiting() {
  const state = useRead('replies.read', {}).data;
  if (!state || state.waiting === 0) return null;
  return (
    <span
      className={classes.waiting}
      title={counted(state)}
      data-bad={state.complaints > 0 || undefined}
      data-read={state.unread === 0 || undefined}
    >
      <span aria-hidden>{formatCount(state.unread || state.waiting)}</span>
      <span className="visually-hidden">{counted(state)}</span>
    </span>
  );
}

/** Ctrl+K everywhere; Ctrl+Z, Ctrl+Y outside of inputs; Alt+N for a new person. */
function useShortcuts(search: () => void, go: (to: string) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const ctrl = event.ctrlKey || event.metaKey;
      if (ctrl && key === 'k') {
        event.preventDefault();
        search();
      } else if (event.altKey && !ctrl && key === 'n') {
        event.preventDefault();
        go('/nouveau/particulier');
      } else if (ctrl && !event.altKey && !isTyping(event.target)) {
        if (key === 'z' && !event.shiftKey) {
          event.preventDefault();
          void undo();
        } else if (key === 'y' || (key === 'z' && event.shiftKey)) {
          event.preventDefault();
          void redo();
        }
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [search, go]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
