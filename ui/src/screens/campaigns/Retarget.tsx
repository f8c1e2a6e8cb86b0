import { Button, Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import type { CampaignFile, Target, TargetNode } from '../../engine';
import { change } from '../../live/change';
import { campaignAddress, wholeOf } from '../../live/lists';
import { IconTarget } from '../../parts/icons';
import * as words from '../../words/campaigns';
import classes from './Campaigns.module.css';

/** Recipients by what they did, to be written to again. */
const STATES: Record<string, string[]> = {
  unanswered: ['opened', 'clicked'],
  silent: ['delivered', 'sent'],
  bounced: ['bounced'],
  answered: ['answered'],
  excluded: ['excluded'],
};

/** The customers whose state in a campaign is one of these, in the language of targetings. */
export function targetOf(campaign: string, states: string[]): Target {
  const value = (text: string) => ({ type: 'value' as const, value: text });
  const node: TargetNode = {
    type: 'all',
    of: [
      { type: 'field', field: 'campaign_id', is: { how: 'equals', to: value(campaign) } },
      { type: 'field', field: 'state', is: { how: 'one_of', values: states.map(value) } },
    ],
  };
  return {
    entity: 'customer',
    root: {
      type: 'related',
      relation: 'recipient.customer_id',
      quantity: { type: 'at_least', n: 1 },
      node,
    },
  };
}

/** A new targeting from the log, kept, then opened or written to. */
export function Retarget({ file }: { file: CampaignFile }) {
  const [, go] = useLocation();
  const { campaign } = file;

  async function keep(kind: string) {
    const what = words.retargetOf[kind] ?? kind;
    const name = words.retargetName(what, campaign.label).slice(0, 120);
    const target = targetOf(campaign.ref, STATES[kind] ?? []);
    const outcome = await change('targeting.save', {
      ref: null,
      name,
      description: '',
      target,
      sorts: [],
    });
    if ('done' in outcome) go(`/ciblage/${outcome.done.ref}`);
    // A targeting of this name is kept already: it is written to as it stands.
    else go(campaignAddress({ title: name, chosen: wholeOf(target) }));
  }

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTarget size={16} aria-hidden />}>
          {words.retarget}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {Object.keys(STATES).map((kind) => (
          <Menu.Item key={kind} onClick={() => void keep(kind)}>
            {words.retargetOf[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
