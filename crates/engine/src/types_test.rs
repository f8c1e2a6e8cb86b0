//! The TypeScript types of the wire, made from the table of commands; committed, and checked to be so.

use crate::api;
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// Gathers a type and all it is made of, each once.
pub(crate) struct Declarations<'a> {
    config: &'a Config,
    seen: HashSet<TypeId>,
    found: BTreeMap<String, String>,
}

impl<'a> Declarations<'a> {
    pub(crate) fn new(config: &'a Config) -> Self {
        Self {
            config,
            seen: HashSet::new(),
            found: BTreeMap::new(),
        }
    }

    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declared = format!("{docs}export {}", T::decl(self.config));
            let name = T::ident(self.config);
            // Two types of one name would be one on the screens.
            if let Some(known) = self.found.insert(name.clone(), declared.clone()) {
                assert_eq!(known, declared, "two types named {name}");
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    pub(crate) fn done(self) -> BTreeMap<String, String> {
        self.found
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

fn types() -> String {
    let config = Config::new().with_large_int("number");
    let mut text = String::from(
        "// Generated from the engine's table of commands: `cargo xtask codegen`. Do not edit.\n\n\
         export type Value = null | boolean | number | string;\n\
         export type Values = Record<string, Value>;\n\n",
    );
    for declaration in api::declarations(&config).values() {
        text.push_str(declaration.trim_end());
        text.push_str("\n\n");
    }
    text.push_str("/** Every command: its input and its output. */\nexport interface Commands {\n");
    for (name, input, output) in api::types(&config) {
        text.push_str(&format!("  '{name}': {{ input: {input}; output: {output} }};\n"));
    }
    text.push_str("}\n\n/** The commands that only look. */\nexport const READS: ReadonlySet<keyof Commands> = new Set([\n");
    for (name, reads) in crate::COMMANDS {
        if *reads {
            text.push_str(&format!("  '{name}',\n"));
        }
    }
    text.push_str("]);\n");
    text
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test writes the committed file")]
fn the_committed_types_are_those_of_the_commands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/engine/types.ts");
    let made = types();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        made == kept,
        "ui/src/engine/types.ts is stale: run `cargo xtask codegen`"
    );
}
