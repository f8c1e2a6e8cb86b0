//! How records are related: read off the references of the catalogue, both ways.

use crate::fields::{CATALOGUE, Entity, Field};

/// A way from one kind of records to another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Relation {
    pub(crate) from: Entity,
    pub(crate) to: Entity,
    /// The reference that makes it: of `to` when there are many, of `from` otherwise.
    pub(crate) field: &'static Field,
    /// From a record to several.
    pub(crate) many: bool,
}

/// What several records that refer to one of their own kind are called.
const OF_THEIR_OWN: [(&str, &str); 2] = [("parent_id", "Filiales"), ("household_id", "Membres du foyer")];

impl Relation {
    /// Its name on the wire.
    pub(crate) fn key(&self) -> String {
        if self.many {
            format!("{}.{}", self.to.table(), self.field.key)
        } else {
            self.field.key.to_owned()
        }
    }

    /// What people call it.
    pub(crate) fn name(&self) -> &'static str {
        if !self.many {
            return self.field.label;
        }
        OF_THEIR_OWN
            .iter()
            .find(|(key, _)| self.from == self.to && *key == self.field.key)
            .map_or(self.to.fields().plural, |(_, name)| name)
    }
}

/// Records that nobody looks for: what is to come, and what trainers planted.
pub(crate) fn is_hidden(entity: Entity) -> bool {
    matches!(entity, Entity::Anomaly | Entity::PendingEvent)
}

/// Every relation of a kind of records: those it refers to, then those that refer to it.
pub(crate) fn relations_of(from: Entity) -> Vec<Relation> {
    let to_one = from.fields().fields.iter().filter_map(|field| {
        Some(Relation {
            from,
            to: field.target()?,
            field,
            many: false,
        })
    });
    let to_many = CATALOGUE.iter().flat_map(|known| {
        known
            .fields
            .iter()
            .filter(move |field| field.target() == Some(from))
            .map(move |field| Relation {
                from,
                to: known.entity,
                field,
                many: true,
            })
    });
    to_one
        .chain(to_many)
        .filter(|relation| !is_hidden(relation.to) && relation.field.computed.is_none())
        .collect()
}

/// A relation by its key.
pub(crate) fn relation(from: Entity, key: &str) -> Option<Relation> {
    relations_of(from)
        .into_iter()
        .find(|relation| relation.key() == key)
}

/// The relations by which records lead to those of another kind: a reference, a reference of the record referred to, else
/// what refers to them. None when nothing does.
pub(crate) fn way(from: Entity, to: Entity) -> Option<Vec<Relation>> {
    let all = relations_of(from);
    let direct = |many: bool| {
        all.iter()
            .find(|one| one.to == to && one.many == many)
            .map(|one| vec![*one])
    };
    let beyond = || {
        all.iter()
            .filter(|one| !one.many && one.to != from)
            .find_map(|one| {
                let next = relations_of(one.to).into_iter();
                let last = next.filter(|next| !next.many).find(|next| next.to == to)?;
                Some(vec![*one, last])
            })
    };
    direct(false).or_else(beyond).or_else(|| direct(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::fold;
    use std::collections::HashSet;

    #[test]
    fn records_lead_to_those_of_another_kind_by_the_shortest_way() {
        let keys = |from, to| way(from, to).map(|way| way.iter().map(Relation::key).collect::<Vec<_>>());
        let told = |keys: &[&str]| Some(keys.iter().map(|key| (*key).to_owned()).collect());
        assert_eq!(keys(Entity::Invoice, Entity::Customer), told(&["customer_id"]));
        assert_eq!(
            keys(Entity::InvoiceLine, Entity::Customer),
            told(&["invoice_id", "customer_id"])
        );
        assert_eq!(
            keys(Entity::Customer, Entity::Vehicle),
            told(&["vehicle.customer_id"])
        );
        assert_eq!(keys(Entity::Consent, Entity::InvoiceLine), None);
    }

    #[test]
    fn every_relation_of_an_entity_has_a_key_and_a_name_of_its_own() {
        for known in CATALOGUE.iter().filter(|known| !is_hidden(known.entity)) {
            let relations = relations_of(known.entity);
            let keys: HashSet<String> = relations.iter().map(Relation::key).collect();
            let names: HashSet<String> = relations.iter().map(|one| fold(one.name())).collect();
            assert_eq!(
                (keys.len(), names.len()),
                (relations.len(), relations.len()),
                "{}",
                known.table
            );
        }
        let back = relation(Entity::Vehicle, "customer_id").unwrap();
        assert_eq!(
            (back.to, back.name(), back.many),
            (Entity::Customer, "Client", false)
        );
        let there = relation(Entity::Customer, "vehicle.customer_id").unwrap();
        assert_eq!(
            (there.to, there.name(), there.many),
            (Entity::Vehicle, "Véhicules", true)
        );
    }
}
