import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link, useLocation, useRoute } from 'wouter';
import { call } from '../engine';
import { redo, undo } from '../live/change';
import { useFields } from '../live/catalogue';
import { FinderContext, type Finder } from '../parts/finder';
import {
  IconCar,
  IconDatabase,
  IconFileInvoice,
  IconHome2,
  IconInbox,
  IconListCheck,
  IconPhone,
  IconUsers,
  IconUsersGroup,
} from '../parts/icons';
import * as listWords from '../words/lists';
import * as words from '../words/shell';
import { Notices } from './Notices';
import { Palette } from './Palette';
import classes from './Shell.module.css';
import { Toasts } from './Toasts';
import { TopBar } from './TopBar';

/** Navigation at the left, who and where above, the screen in what remains. */
export function Shell({ children }: { children: ReactNode }) {
  const [, go] = useLocation();
  const [searching, setSearching] = useState(false);
  const customerFields = useFields('customer');
  const vehicleFields = useFields('vehicle');
  const invoiceFields = useFields('invoice');
  const search = useCallback(() => setSearching(true), []);
  useShortcuts(search, go);

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
          <NavLink to="/" icon={<IconHome2 size={20} aria-hidden />} label={words.home} />
          <NavLink
            to="/clients"
            icon={<IconUsers size={20} aria-hidden />}
            label={words.clients}
            deep
          />
          <NavLink
            to="/liste/vehicules"
            icon={<IconCar size={20} aria-hidden />}
            label={listWords.title('vehicle')}
            deep
          />
          <NavLink
            to="/liste/factures"
            icon={<IconFileInvoice size={20} aria-hidden />}
            label={listWords.title('invoice')}
            deep
          />
          <NavLink
            to="/liste/activites"
            icon={<IconPhone size={20} aria-hidden />}
            label={listWords.title('activity')}
            deep
          />
          <NavLink
            to="/liste/leads"
            icon={<IconInbox size={20} aria-hidden />}
            label={listWords.title('lead')}
            deep
          />
          <NavLink
            to="/valeurs"
            icon={<IconListCheck size={20} aria-hidden />}
            label={listWords.valuesTitle}
            deep
          />
          <NavLink
            to="/doublons"
            icon={<IconUsersGroup size={20} aria-hidden />}
            label={words.doubles}
            deep
          />
          <NavLink to="/donnees" icon={<IconDatabase size={20} aria-hidden />} label={words.data} />
          <Toasts />
        </nav>
        <main id="contenu" tabIndex={-1} className={classes.main}>
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

interface NavProps {
  to: string;
  icon: ReactNode;
  label: string;
  deep?: boolean;
}

function NavLink({ to, icon, label, deep = false }: NavProps) {
  const [exact] = useRoute(to);
  const [below] = useRoute(`${to}/*?`);
  const current = exact || (deep && below);
  return (
    <Link href={to} className={classes.link} aria-current={current ? 'page' : undefined}>
      {icon}
      <span>{label}</span>
    </Link>
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
