import { Button, Select } from '@mantine/core';
import { Link } from 'wouter';
import type { CampaignStart } from '../../live/lists';
import { wholeOf } from '../../live/lists';
import { useRead } from '../../live/read';
import * as words from '../../words/campaigns';
import { formatCount } from '../../words/typography';
import classes from './Campaigns.module.css';
import type { Who } from './draft';

interface Props {
  start: CampaignStart | null;
  who: Who | null;
  onWho: (who: Who) => void;
  leftOut: number;
  onTakeBack: () => void;
}

/** Whom the campaign is for: a saved targeting, one of the trade, what was chosen in a list. */
export function AudiencePicker({ start, who, onWho, leftOut, onTakeBack }: Props) {
  const saved = useRead('targeting.list', {}, { keep: true });
  const ready = useRead('targeting.ready', {}, { keep: true });
  const options = new Map<string, { label: string; who: Who }>();
  if (start?.chosen) {
    const label = start.title;
    options.set('start', {
      label,
      who: { label, chosen: start.chosen, targeting: start.targeting ?? null },
    });
  }
  const mine: string[] = [];
  for (const one of saved.data?.saved ?? []) {
    if (!one.entity || one.count === null || one.ref === start?.targeting) continue;
    const chosen = wholeOf({
      entity: one.entity,
      root: { type: 'member', targeting: one.ref },
    });
    const label = `${one.name} (${formatCount(one.count)})`;
    options.set(one.ref, { label, who: { label: one.name, chosen, targeting: one.ref } });
    mine.push(one.ref);
  }
  const trade: string[] = [];
  for (const one of ready.data?.ready ?? []) {
    const label = `${one.name} (${formatCount(one.count)})`;
    options.set(one.key, {
      label,
      who: { label: one.name, chosen: wholeOf(one.target), targeting: null },
    });
    trade.push(one.key);
  }
  const item = (value: string) => ({ value, label: options.get(value)?.label ?? value });
  const value = [...options].find(([, option]) => option.who.label === who?.label)?.[0] ?? null;
  return (
    <div className={classes.field}>
      <Select
        label={words.who}
        placeholder={words.whoChoose}
        searchable
        maxDropdownHeight={340}
        allowDeselect={false}
        value={value}
        data={[
          ...(start?.chosen ? [item('start')] : []),
          { group: words.mine, items: mine.map(item) },
          { group: words.readyMade, items: trade.map(item) },
        ]}
        onChange={(key) => {
          const found = key && options.get(key);
          if (found) onWho(found.who);
        }}
      />
      <div className={classes.under}>
        {leftOut > 0 && (
          <>
            <span>{words.leftOut(leftOut)}</span>
            <Button size="compact-xs" variant="subtle" onClick={onTakeBack}>
              {words.takeBack}
            </Button>
          </>
        )}
        <Link href="/ciblage/nouveau">{words.newTargeting}</Link>
      </div>
    </div>
  );
}
