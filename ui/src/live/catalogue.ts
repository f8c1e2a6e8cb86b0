import { createContext, use, useMemo } from 'react';
import type { EngineFailure } from '../engine';
import type { Entity, EntityView, FieldView } from '../engine/types';
import { useRead } from './read';

/** The field catalogue, read before anything is drawn, and again after each change: somebody may add a field to it. */
export type Catalogue = ReadonlyMap<Entity, EntityView>;

export const CatalogueContext = createContext<Catalogue | null>(null);

/** The catalogue itself; the same one as long as no field of it differs. */
export function useCatalogue(): { known: Catalogue | null; error: EngineFailure | null } {
  const { data, error } = useRead('catalogue.read', {});
  const known = useMemo(
    () => data && new Map(data.entities.map((entity) => [entity.entity, entity])),
    [data],
  );
  return { known: known ?? null, error };
}

export function useEntity(entity: Entity): EntityView {
  const found = use(CatalogueContext)?.get(entity);
  if (!found) throw new Error(`no entity ${entity} in the catalogue`);
  return found;
}

export function useFields(entity: Entity): FieldView[] {
  return useEntity(entity).fields;
}

/** A field that the screen needs by name; the catalogue is checked by the engine's tests. */
export function useField(entity: Entity, key: string): FieldView | undefined {
  return useFields(entity).find((field) => field.key === key);
}

/** The catalogue that the page stands on. */
export function useKnown(): Catalogue {
  const found = use(CatalogueContext);
  if (!found) throw new Error('no catalogue');
  return found;
}

interface Found {
  field: FieldView;
  /** The reference to follow first. */
  link: FieldView | null;
}

/** A field by its path: `issued_on`, or `customer_id.site` for that of a record referred to. */
export function fieldAt(catalogue: Catalogue, entity: Entity, path: string): Found | null {
  return fieldIn(catalogue, catalogue.get(entity)?.fields ?? [], path);
}

export function fieldIn(catalogue: Catalogue, fields: FieldView[], path: string): Found | null {
  const [first = '', far] = path.split('.');
  const own = fields.find((field) => field.key === first);
  if (!own || far === undefined) return own ? { field: own, link: null } : null;
  const beyond = own.target ? catalogue.get(own.target) : undefined;
  const field = beyond?.fields.find((found) => found.key === far);
  return field ? { field, link: own } : null;
}
