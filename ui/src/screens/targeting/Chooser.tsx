import { Select, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core';
import type { Entity, TargetEntity } from '../../engine';
import * as words from '../../words/targeting';
import { holdsWords } from '../../words/typed';
import { entityIn, useBoard } from './board';

interface Props {
  entity: Entity;
  onChoose: (entry: string) => void;
}

/** Chooses what a new condition bears on: a field, related records, a figure of them, another targeting. */
export function Chooser({ entity, onChoose }: Props) {
  const { vocabulary, saved } = useBoard();
  const known = entityIn(vocabulary, entity);
  const members = saved.filter((one) => one.entity === entity);
  return (
    <Select
      size="xs"
      w={230}
      searchable
      selectFirstOptionOnChange
      filter={byWords}
      // Chosen again and again: nothing stays in it.
      key={JSON.stringify(members)}
      value={null}
      aria-label={words.addCondition}
      placeholder={words.addCondition}
      nothingFoundMessage={words.nothingFound}
      withScrollArea={false}
      styles={{ options: { maxHeight: 320, overflowY: 'auto' } }}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      onChange={(entry) => entry && onChoose(entry)}
      data={[
        ...fieldGroups(known),
        {
          group: words.relatedGroup,
          items: known.relations.flatMap(({ key, name, many }) =>
            many
              ? [
                  { value: `has:${key}`, label: words.has(name) },
                  { value: `hasnot:${key}`, label: words.hasNot(name) },
                ]
              : [{ value: `has:${key}`, label: words.whose(name) }],
          ),
        },
        {
          group: words.figureGroup,
          items: known.relations
            .filter(({ many }) => many)
            .map(({ key, name }) => ({ value: `figure:${key}`, label: words.figureOf(name) })),
        },
        { group: words.firstGroup, items: [{ value: 'first:', label: words.firstOfAll }] },
        {
          group: words.memberGroup,
          items: members.map(({ ref, name }) => ({ value: `member:${ref}`, label: name })),
        },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

/** Entries that hold each word typed, accents and case aside. */
const byWords: OptionsFilter = ({ options, search }) => {
  const holds = (label: string) => holdsWords(label, search);
  return options.flatMap<ComboboxParsedItem>((option) => {
    if (!('group' in option)) return holds(option.label) ? [option] : [];
    const items = option.items.filter(({ label }) => holds(label));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};

/** Fields under the headings of forms; those without heading under the name of the records. */
export function fieldGroups(known: TargetEntity) {
  const groups = [...new Set(known.fields.map((field) => field.group))];
  return groups.map((group) => ({
    group: group === '' ? known.label : group,
    items: known.fields
      .filter((field) => field.group === group)
      .map(({ key, label }) => ({ value: `field:${key}`, label })),
  }));
}
