import { createContext, use } from 'react';
import type { Entity, EntityView, FieldView } from '../engine/types';

/** The field catalogue, read once before anything is drawn. */
export type Catalogue = ReadonlyMap<Entity, EntityView>;

export const CatalogueContext = createContext<Catalogue | null>(null);

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
