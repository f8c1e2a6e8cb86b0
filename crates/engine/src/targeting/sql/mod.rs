//! The one writer from a condition to SQL. What a person wrote is always bound; names of tables and columns come from the
//! catalogue.
//!
//! A related record is looked for in a list made once (`id IN (SELECT … )`) rather than anew for each record: nothing
//! inside then names what is outside, so that any relation may stand within any other, and a count reads each table once.

mod aggregates;
mod kept;
mod matchers;

use super::kinds::Class;
use super::names::{Lexicon, field_of};
use super::relations::{Relation, relation};
use super::rows::has_members;
use super::tree::{Sort, TargetMatcher, TargetMeasure, TargetNode, TargetQuantity};
use super::{TargetMode, members};
use crate::error::ApiError;
use crate::fields::{Entity, EntityFields};
use crate::reader::Reader;
use crate::records::rows::source_of;
use crate::values::Value;

/// A condition as SQL over the entity's table.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) sql: String,
    /// It names what is kept of each record, `facts`, beside the table.
    pub(crate) facts: bool,
    /// It names the table's own columns.
    pub(crate) own: bool,
}

/// Writes a condition that was checked; the values go behind those that are bound already, the first of which is the day of
/// use.
///
/// # Errors
/// `Internal` for a condition that was not checked.
pub(crate) fn write(
    reader: &Reader,
    entity: Entity,
    node: &TargetNode,
    parameters: &mut Vec<Value>,
) -> Result<Written, ApiError> {
    let mut writer = SqlWriter::new(reader, parameters)?;
    writer.within(entity, node, false)
}

/// The SQL of a figure over records of an entity, how it is compared, and whether it names the kept sums.
///
/// # Errors
/// `Internal` for a field that was not checked.
pub(crate) fn figure(
    reader: &Reader,
    entity: Entity,
    measured: (TargetMeasure, Option<&str>),
    parameters: &mut Vec<Value>,
) -> Result<(String, Class, bool), ApiError> {
    SqlWriter::new(reader, parameters)?.figure(entity, measured)
}

/// What related records fulfil, where it is asked: the outer table, and whether a null must count for no.
struct Scope {
    known: &'static EntityFields,
    facts: bool,
    own: bool,
    /// Under a NOT: null is not the contrary of true.
    strict: bool,
}

struct SqlWriter<'a, 'r> {
    reader: &'a Reader<'r>,
    lexicon: Lexicon,
    parameters: &'a mut Vec<Value>,
}

impl<'a, 'r> SqlWriter<'a, 'r> {
    fn new(reader: &'a Reader<'r>, parameters: &'a mut Vec<Value>) -> Result<Self, ApiError> {
        Ok(Self {
            reader,
            lexicon: Lexicon::of(reader)?,
            parameters,
        })
    }

    fn bind(&mut self, value: Value) -> String {
        self.parameters.push(value);
        format!("?{}", self.parameters.len())
    }

    fn within(&mut self, entity: Entity, node: &TargetNode, strict: bool) -> Result<Written, ApiError> {
        let mut scope = Scope {
            known: self.lexicon.fields(entity),
            facts: false,
            own: false,
            strict,
        };
        let sql = self.node(&mut scope, node)?;
        Ok(Written {
            sql,
            facts: scope.facts,
            own: scope.own,
        })
    }

    fn node(&mut self, scope: &mut Scope, node: &TargetNode) -> Result<String, ApiError> {
        if node.is_vacant() {
            return Ok("1".to_owned());
        }
        // What is asked of other records is asked of those whose id, or whose reference, is among theirs.
        scope.own |= matches!(
            node,
            TargetNode::Related { .. }
                | TargetNode::Aggregate { .. }
                | TargetNode::First { .. }
                | TargetNode::Member { .. }
        );
        match node {
            TargetNode::All { of } => self.group(scope, of, " AND "),
            TargetNode::Any { of } => self.group(scope, of, " OR "),
            TargetNode::Not { node } => {
                let strict = std::mem::replace(&mut scope.strict, true);
                let sql = self.node(scope, node)?;
                scope.strict = strict;
                Ok(format!("NOT {sql}"))
            }
            TargetNode::Field { field, is } => self.field(scope, field, is),
            TargetNode::Related {
                relation,
                quantity,
                node,
            } => self.related(scope, &asked(scope.known.entity, relation)?, *quantity, node),
            TargetNode::Aggregate {
                relation,
                measure,
                field,
                node,
                is,
            } => {
                let relation = asked(scope.known.entity, relation)?;
                self.aggregate(scope, &relation, (*measure, field.as_deref()), node, is)
            }
            TargetNode::First { n, sort, node } => self.first(scope.known.entity, *n, sort, node),
            TargetNode::Member { targeting } => self.member(scope, targeting),
        }
    }

    fn group(&mut self, scope: &mut Scope, of: &[TargetNode], link: &str) -> Result<String, ApiError> {
        let parts = of
            .iter()
            .filter(|node| !node.is_vacant())
            .map(|node| self.node(scope, node))
            .collect::<Result<Vec<String>, ApiError>>()?;
        Ok(format!("({})", parts.join(link)))
    }

    fn field(&mut self, scope: &mut Scope, key: &str, is: &TargetMatcher) -> Result<String, ApiError> {
        let (sql, class) = self.value(scope, key)?;
        let asked = self.matcher(&sql, class, is);
        Ok(certain(asked, scope.strict))
    }

    /// The SQL of a field's value.
    fn value(&mut self, scope: &mut Scope, key: &str) -> Result<(String, Class), ApiError> {
        let named = field_of(&self.lexicon, scope.known.entity, key).ok_or_else(|| unchecked(key))?;
        // Lists bind by number: the day of use is the first.
        let sql = named.sql(scope.known).replace(":today", "?1");
        scope.facts |= sql.contains("facts.");
        scope.own |= sql.contains(&format!("{}.", scope.known.table));
        Ok((sql, Class::of(named.field)))
    }

    /// Where the related records that fulfil a condition stand.
    fn source(
        &mut self,
        entity: Entity,
        node: &TargetNode,
        negated: bool,
    ) -> Result<(String, String), ApiError> {
        let inner = self.within(entity, node, negated)?;
        let known = entity.fields();
        let from = if inner.facts {
            source_of(known)
        } else {
            known.table
        };
        let sql = if negated {
            format!("NOT {}", inner.sql)
        } else {
            inner.sql
        };
        Ok((from.to_owned(), sql))
    }

    fn related(
        &mut self,
        scope: &mut Scope,
        relation: &Relation,
        quantity: TargetQuantity,
        node: &TargetNode,
    ) -> Result<String, ApiError> {
        if let Some(number) = kept::figure(relation, (TargetMeasure::Count, None), node)
            && let Some(asked) = kept::quantity(&number, quantity)
        {
            scope.facts = true;
            return Ok(asked);
        }
        if let (Some(latest), Some(sought)) = (kept::latest(relation, node), sought(quantity))
            && let Some(stretch) = self.stretch(latest.is)
        {
            scope.facts = true;
            let is_one = self.latest_within(relation, &latest, &stretch);
            return Ok(if sought { is_one } else { format!("NOT {is_one}") });
        }
        let (table, target) = (scope.known.table, relation.to.table());
        let key = relation.field.key;
        if !relation.many {
            let (from, inner) = self.source(relation.to, node, false)?;
            let is_one = format!("{table}.{key} IN (SELECT {target}.id FROM {from} WHERE {inner})");
            return Ok(match quantity {
                TargetQuantity::None => format!("NOT coalesce({is_one}, 0)"),
                _ => certain(is_one, scope.strict),
            });
        }
        let mut those = |node: &TargetNode, negated: bool, having: &str| -> Result<String, ApiError> {
            let (from, inner) = self.source(relation.to, node, negated)?;
            Ok(format!(
                "(SELECT {target}.{key} FROM {from} WHERE {target}.{key} IS NOT NULL AND {inner}{having})"
            ))
        };
        let counted = |how: &str, n: u32| format!(" GROUP BY {target}.{key} HAVING count(*) {how} {n}");
        let is_in = |list: String| format!("{table}.id IN {list}");
        let is_out = |list: String| format!("{table}.id NOT IN {list}");
        Ok(match quantity {
            TargetQuantity::AtLeast { n: 0 } => "1".to_owned(),
            TargetQuantity::AtLeast { n: 1 } => is_in(those(node, false, "")?),
            TargetQuantity::AtLeast { n } => is_in(those(node, false, &counted(">=", n))?),
            TargetQuantity::None | TargetQuantity::AtMost { n: 0 } | TargetQuantity::Exactly { n: 0 } => {
                is_out(those(node, false, "")?)
            }
            TargetQuantity::AtMost { n } => is_out(those(node, false, &counted(">", n))?),
            TargetQuantity::Exactly { n } => is_in(those(node, false, &counted("=", n))?),
            TargetQuantity::Every => format!(
                "({} AND {})",
                is_in(those(&TargetNode::everything(), false, "")?),
                is_out(those(node, true, "")?)
            ),
        })
    }

    fn first(&mut self, entity: Entity, n: u32, sort: &Sort, node: &TargetNode) -> Result<String, ApiError> {
        let table = entity.table();
        let (mut from, inner) = self.source(entity, node, false)?;
        let mut scope = Scope {
            known: self.lexicon.fields(entity),
            facts: false,
            own: false,
            strict: false,
        };
        let (sql, class) = self.value(&mut scope, &sort.field)?;
        if scope.facts {
            from = source_of(scope.known).to_owned();
        }
        let key = if class == Class::Words {
            format!("{sql} COLLATE fr")
        } else {
            sql
        };
        let way = if sort.descending { "DESC" } else { "ASC" };
        Ok(format!(
            "{table}.id IN (SELECT {table}.id FROM {from} WHERE {inner} ORDER BY {key} {way} NULLS LAST, {table}.id LIMIT {n})"
        ))
    }

    /// A frozen targeting has its members; a live one is its condition, and so is one that a workbook calls frozen and
    /// brings without members. Whoever was merged into another record is that one now.
    fn member(&mut self, scope: &mut Scope, targeting: &str) -> Result<String, ApiError> {
        let saved = members::saved(self.reader, targeting)?;
        if saved.mode == TargetMode::Frozen && has_members(self.reader, saved.id)? {
            let id = self.bind(Value::Int(saved.id));
            let record = match scope.known.entity {
                Entity::Customer => {
                    "coalesce((SELECT merged.into_id FROM merged_customer AS merged WHERE merged.id = record_id), record_id)"
                }
                _ => "record_id",
            };
            return Ok(format!(
                "{}.id IN (SELECT {record} FROM targeting_member WHERE targeting_id = {id})",
                scope.known.table
            ));
        }
        let target = saved.target(&self.lexicon)?;
        self.node(scope, &target.root)
    }
}

/// Is there to be one at least, or none? None when their number matters.
fn sought(quantity: TargetQuantity) -> Option<bool> {
    match quantity {
        TargetQuantity::AtLeast { n: 1 } => Some(true),
        TargetQuantity::None | TargetQuantity::AtMost { n: 0 } | TargetQuantity::Exactly { n: 0 } => {
            Some(false)
        }
        _ => None,
    }
}

/// A null counts for no where it would not be the contrary of true.
fn certain(sql: String, strict: bool) -> String {
    if strict {
        format!("coalesce({sql}, 0)")
    } else {
        sql
    }
}

fn asked(from: Entity, key: &str) -> Result<Relation, ApiError> {
    relation(from, key).ok_or_else(|| unchecked(key))
}

fn unchecked(word: &str) -> ApiError {
    ApiError::Internal {
        detail: format!("targeting not checked: {word}"),
    }
}
