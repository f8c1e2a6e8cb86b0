import { Button, Skeleton, Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { call, type CustomerFile } from '../../engine';
import { useRead } from '../../live/read';
import { FinderContext, type Finder } from '../../parts/finder';
import { IconUser } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as after from '../../words/after';
import * as words from '../../words/customer';
import { failureSentence } from '../../words/errors';
import { AfterSales } from './after/AfterSales';
import { Cards } from './Cards';
import { Consents } from './Consents';
import classes from './Customer.module.css';
import { Header } from './Header';
import { History } from './History';
import { Identity } from './Identity';
import { Invoices } from './Invoices';
import { Notes } from './Notes';
import { Rows } from './Rows';
import { Timeline } from './Timeline';

interface Tab {
  key: string;
  label: string;
  count?: number;
}

interface Props {
  reference: string;
  /** Which part of the file is open; the address says it. */
  part: string | null;
}

/** One customer and all that is theirs, every value edited where it stands. */
export default function CustomerScreen({ reference, part }: Props) {
  const file = useRead('customer.open', { ref: reference });
  const links = file.data?.links;
  const finder = useMemo<Finder>(
    () => ({
      find: async (text) => {
        const { hits } = await call('search.find', { text, limit: 8 });
        return hits.map(({ ref, label }) => ({ ref, label }));
      },
      nameOf: (ref) => links?.[ref] ?? ref,
    }),
    [links],
  );

  if (file.error?.code === 'not_found') return <NotFound />;
  if (file.error && !file.data) {
    return (
      <Trouble sentence={failureSentence(file.error.code)} onRetry={() => void file.refetch()} />
    );
  }
  if (!file.data) return <Loading />;
  return (
    <FinderContext value={finder}>
      <Opened file={file.data} part={part} />
    </FinderContext>
  );
}

function Opened({ file, part }: { file: CustomerFile; part: string | null }) {
  const company = file.customer.values['kind'] === 'company';
  const [, go] = useLocation();
  const address = `/clients/${file.customer.ref}`;
  const tabs: Tab[] = [
    { key: 'fiche', label: words.record },
    ...(company ? [{ key: 'contacts', label: words.contacts, count: file.contacts.length }] : []),
    { key: 'vehicules', label: words.vehicles, count: file.vehicles.length },
    { key: 'factures', label: words.invoices, count: file.invoices.length },
    { key: 'apres-vente', label: after.title },
    { key: 'suivi', label: words.timeline, count: file.timeline.length },
    { key: 'notes', label: words.notes },
    { key: 'consentements', label: words.consents, count: file.consents.length },
    { key: 'historique', label: words.history },
  ];
  const shown = tabs.some((tab) => tab.key === part) ? part : 'fiche';

  return (
    <div className={classes.screen}>
      <Header file={file} />
      <Tabs
        value={shown}
        onChange={(key) =>
          go(key && key !== 'fiche' ? `${address}/${key}` : address, { replace: true })
        }
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List aria-label={words.sections}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.key} value={tab.key}>
              {tab.label}
              {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="fiche">
          <Identity file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts">
          <Rows file={file} entity="contact" records={file.contacts} />
        </Tabs.Panel>
        <Tabs.Panel value="vehicules">
          <Cards file={file} entity="vehicle" records={file.vehicles} />
        </Tabs.Panel>
        <Tabs.Panel value="factures">
          <Invoices file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="apres-vente">
          <AfterSales file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="suivi">
          <Timeline file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <Notes file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="consentements">
          <Consents file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="historique">
          <History reference={file.customer.ref} links={file.links} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function NotFound() {
  const [, go] = useLocation();
  return (
    <Empty
      icon={<IconUser size={28} aria-hidden />}
      page
      title={words.notFound}
      action={
        <Button component={Link} href="/clients" onClick={() => go('/clients')}>
          {words.back}
        </Button>
      }
    >
      {words.notFoundHint}
    </Empty>
  );
}

function Loading() {
  return (
    <div className={classes.screen}>
      <Skeleton height={84} mb={12} />
      <Skeleton height={36} mb={12} />
      <Skeleton height={320} />
    </div>
  );
}
