import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Filter } from '../../engine';
import { useFields } from '../../live/catalogue';
import { useRead } from '../../live/read';
import { IconHelp } from '../../parts/icons';
import { formatValue } from '../../words/format';
import * as words from '../../words/campaigns';
import * as why from '../../words/why';
import classes from './Campaigns.module.css';
import { WhyDialog } from './WhyDialog';

const COLUMNS = ['customer_id', 'state', 'at', 'reaction', 'exclusion_reason', 'variant'];
const PAGE = 100;
/** Those to whom nothing left have nothing to explain. */
const UNSENT = ['excluded', 'selected'];

/** Who got the campaign, or did not, and what they did. */
export function Log({ campaign, channel }: { campaign: string; channel: string }) {
  const [state, setState] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [asked, setAsked] = useState<{ ref: string; name: string } | null>(null);
  const fields = useFields('recipient');
  const filters: Filter[] = [{ field: 'campaign_id', values: [campaign] }];
  if (state) filters.push({ field: 'state', values: [state] });
  const page = useRead(
    'list.page',
    {
      entity: 'recipient',
      columns: COLUMNS,
      sorts: [{ field: 'at', descending: true }],
      quick: '',
      filters,
      offset: 0,
      limit,
    },
    { keep: true },
  );
  const rows = page.data?.rows ?? [];
  const names = (page.data?.names ?? {}) as Record<string, string>;
  const nameOf = (customer: unknown) => names[String(customer)] ?? String(customer);
  const field = (key: string) => fields.find((one) => one.key === key);
  const shown = (key: string, value: Parameters<typeof formatValue>[1]) => {
    const known = field(key);
    return known ? formatValue(known, value, names) : '';
  };
  const states = (field('state')?.choices ?? []).filter(
    ({ value }) => channel === 'mail' || !['opened'].includes(value),
  );
  return (
    <section className={classes.side} aria-label={words.log}>
      <div className={classes.pager}>
        <h2>{words.log}</h2>
        <span className={classes.push} />
        <span role="status">{page.data && words.logCount(page.data.total)}</span>
        <NativeSelect
          size="xs"
          aria-label={words.filterLog}
          value={state}
          onChange={(event) => {
            setState(event.currentTarget.value);
            setLimit(PAGE);
          }}
          data={[{ value: '', label: words.all }, ...states]}
        />
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={words.logRows}>
        <table className={classes.table}>
          <thead>
            <tr>
              {['customer_id', 'state', 'at', 'reaction'].map((key) => (
                <th key={key} scope="col">
                  {field(key)?.label}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{why.column}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ ref, values: [customer, of, at, reaction, reason, variant] }) => (
              <tr key={ref}>
                <th scope="row">
                  <Link href={`/clients/${String(customer)}`}>{nameOf(customer)}</Link>
                  {variant && <span className={classes.variant}>{String(variant)}</span>}
                </th>
                <td>{shown('state', of)}</td>
                <td data-short>{shown('at', at)}</td>
                <td>{String((of === 'excluded' ? reason : reaction) ?? '')}</td>
                <td data-act>
                  {!UNSENT.includes(String(of)) && (
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      title={why.why}
                      aria-label={why.of(nameOf(customer))}
                      onClick={() => setAsked({ ref, name: nameOf(customer) })}
                    >
                      <IconHelp size={17} aria-hidden />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {page.data && page.data.total > rows.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit + PAGE * 4)}>
            {words.showMore}
          </Button>
        )}
      </div>
      {asked && <WhyDialog key={asked.ref} recipient={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}
