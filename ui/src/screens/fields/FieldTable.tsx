import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CustomFieldView, Entity } from '../../engine';
import { listAddress, listed } from '../../live/lists';
import { IconPencil, IconPlus, IconTrash } from '../../parts/icons';
import * as words from '../../words/addedFields';
import classes from './Fields.module.css';

interface Props {
  entity: Entity;
  fields: CustomFieldView[];
  onAdd: () => void;
  onEdit: (field: CustomFieldView) => void;
  onDelete: (field: CustomFieldView) => void;
}

/** The fields added to one kind of record, with what they hold. */
export function FieldTable({ entity, fields, onAdd, onEdit, onDelete }: Props) {
  const name = words.where(entity);
  const hasHeadings = fields.some((field) => field.heading !== '');
  return (
    <section className={classes.panel} aria-label={name}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{name}</h2>
        {listed.includes(entity) && <Link href={listAddress(entity)}>{words.seeList(entity)}</Link>}
        <Act label={words.addTo(name)} onClick={onAdd}>
          <IconPlus size={17} aria-hidden />
        </Act>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.label}</th>
              <th scope="col">{words.kind}</th>
              {hasHeadings && <th scope="col">{words.heading}</th>}
              <th scope="col">{words.choices}</th>
              <th scope="col">{words.held}</th>
              <th>
                <span className="visually-hidden">{words.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.ref}>
                <th scope="row">
                  <Link
                    href={`/valeurs/${entity}/${field.key}`}
                    title={words.seeValues(field.label)}
                  >
                    {field.label}
                  </Link>
                </th>
                <td>{words.kinds[field.kind]}</td>
                {hasHeadings && <td>{field.heading}</td>}
                <td>
                  <div className={classes.choices}>
                    {field.choices.map((choice) => (
                      <span key={choice.label} className={classes.choice}>
                        {choice.label}
                        {choice.held > 0 && (
                          <b title={words.choiceHeld(choice.held)}>{choice.held}</b>
                        )}
                      </span>
                    ))}
                  </div>
                </td>
                <td className={classes.held}>{words.heldOn(field.held)}</td>
                <td className={classes.acts}>
                  <Act label={words.edit(field.label)} onClick={() => onEdit(field)}>
                    <IconPencil size={16} aria-hidden />
                  </Act>
                  <Act label={words.remove(field.label)} onClick={() => onDelete(field)}>
                    <IconTrash size={16} aria-hidden />
                  </Act>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ActProps {
  label: string;
  onClick: () => void;
  children: ReactNode;
}

function Act({ label, onClick, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray.8" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
