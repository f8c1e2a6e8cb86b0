import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { call, type Entity, type FieldView, type Filter, type ListPage } from '../../engine';
import { useEntity } from '../../live/catalogue';
import { sayFailure } from '../../live/change';
import { IconCheck } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/fill';
import { BackButton } from './BackButton';
import { FillOne } from './FillOne';

/** Rows gone through at one sitting. */
const MOST = 1_000;

interface Props {
  entity: Entity;
  field: string;
  /** The check one comes from, and goes back to. */
  check: string | null;
}

/** Records where a field is blank, one after the other, the field under the fingers. */
export default function FillScreen({ entity, field: key, check }: Props) {
  const { fields } = useEntity(entity);
  const field = fields.find((found) => found.key === key);
  const [, go] = useLocation();
  const [page, setPage] = useState<ListPage | null>(null);
  const [place, setPlace] = useState(0);
  const [filled, setFilled] = useState<ReadonlySet<string>>(new Set());
  const shown = columns(fields, key);

  useEffect(() => {
    if (!field) return;
    let wanted = true;
    // Asked once: a list that shrinks under the hand would lose the place.
    call('list.page', {
      entity,
      columns: columns(fields, key).map((column) => column.key),
      sorts: [],
      quick: '',
      filters: blanks(entity, field),
      offset: 0,
      limit: MOST,
    })
      .then((found) => wanted && setPage(found))
      .catch(sayFailure);
    return () => {
      wanted = false;
    };
  }, [entity, field, fields, key]);

  const back = check ? `/nettoyage/${check}` : `/valeurs/${entity}/${key}`;
  if (!field?.editable)
    return <Empty icon={null} title={words.wrong} action={<BackButton to={back} />} />;
  if (!page) return null;
  const row = page.rows[place];
  if (!row) {
    const none = page.rows.length === 0;
    return (
      <Empty
        icon={<IconCheck size={28} aria-hidden />}
        page
        title={none ? words.noneTitle : words.doneTitle}
        action={<BackButton to={back} />}
      >
        {none ? words.none(field.label) : words.doneHint(filled.size, entity, page.rows.length)}
      </Empty>
    );
  }
  return (
    <FillOne
      key={row.ref}
      entity={entity}
      field={field}
      row={row}
      columns={shown}
      names={page.names}
      place={place}
      all={page.rows.length}
      capped={page.total > page.rows.length}
      filled={filled.size}
      onFilled={() => setFilled(new Set([...filled, row.ref]))}
      onGo={setPlace}
      onStop={() => go(back)}
    />
  );
}

/** What tells the record: the columns of its list, but the one to fill. */
function columns(fields: FieldView[], key: string): FieldView[] {
  return fields.filter((field) => (field.listed || field.key === 'name') && field.key !== key);
}

/** Where nothing stands, among the customers that have the field. */
function blanks(entity: Entity, field: FieldView): Filter[] {
  const blank: Filter[] = [{ field: field.key, values: [null] }];
  if (entity === 'customer' && field.applies !== 'both')
    blank.push({ field: 'kind', values: [field.applies] });
  return blank;
}
