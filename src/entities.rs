//! People, places, organisations, groups, named events and other names, with all the forms that mean the same one.
//!
//! Doors: [`find`], or [`Tagger`] where the work must be done in slices. A trained sequence model finds the names (its
//! card is MODEL.md), rules join them to entities. Absent here: words of time, pronouns.

mod alias;
mod edges;
mod features;
mod fill;
mod headings;
mod kinds;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod labels;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod lexicon;
#[cfg(feature = "eval")]
mod lists;
mod memory;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod model;
mod names;
mod people;
mod roles;
mod salience;
mod tagger;
mod vocabulary;

use crate::analysis::Entity;
use crate::document::Document;
use crate::{EntityKind, Span, TokenRange};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// The parts that the trainer shares with the engine, so that both see the same features.
#[cfg(feature = "train")]
pub mod training {
    pub use super::features::{FEATURE_BITS, Feature, feature, pair};
    pub use super::labels::*;
    pub use super::lexicon::{Entry, Lexicon, class, key};
    pub use super::memory::{Candidate, Memory};
    pub use super::model::{Model, Parts};
    pub use super::tagger::{Found, Reader, Scored, best_path, mentions};
}

/// The parts of the stage by themselves, for measuring what each is worth.
#[cfg(feature = "eval")]
pub mod measure {
    pub use super::tagger::Found;
    use super::{Tagger, lists, model, tagger};
    use crate::document::Document;

    /// What the sequence model finds, before any rule.
    pub fn model_only(doc: &Document) -> Vec<Found> {
        let mut tagger = Tagger::default();
        tagger.scan(doc, 0..doc.sentences.len());
        let labels = tagger.scored.decode(model(), &tagger.memory);
        tagger::mentions(&tagger.scored.candidates, &labels)
    }

    /// What the lists alone find: countries, towns, companies, first names with the words behind them.
    pub fn lists_only(doc: &Document) -> Vec<Found> {
        lists::find(doc, &model().lexicon)
    }
}

/// What the entities stage finds.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    /// The entities, the most salient first; an entity's id is its place here.
    pub entities: Vec<Entity>,
    /// Every mention in order of the text; they do not overlap.
    pub mentions: Vec<Mention>,
}

/// One place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name without titles, possessives or quotes around it.
    pub span: Span,
    /// The same in tokens.
    pub tokens: TokenRange,
    /// The entity's id.
    pub entity: u32,
}

/// Finds the entities of a document.
pub fn find(doc: &Document) -> Entities {
    let mut tagger = Tagger::default();
    tagger.scan(doc, 0..doc.sentences.len());
    tagger.finish(doc)
}

/// The trained model that the engine ships with.
fn model() -> &'static model::Model {
    static MODEL: OnceLock<model::Model> = OnceLock::new();
    MODEL.get_or_init(|| model::Parts::read(include_bytes!("entities/model.bin")).unwrap_or_default().model())
}

/// The same in slices: [`scan`](Tagger::scan) sentence ranges in order, then [`finish`](Tagger::finish).
#[derive(Debug, Default)]
pub struct Tagger {
    reader: tagger::Reader,
    memory: memory::Memory,
    scored: tagger::Scored,
}

impl Tagger {
    /// Reads the sentences `range`.
    pub fn scan(&mut self, doc: &Document, range: Range<usize>) {
        let model = model();
        for number in range {
            let mut fresh = true;
            self.reader.read(doc, number, &model.lexicon, &mut self.memory, |candidate, features| {
                let mut row = [0.0; labels::LANES];
                model.score(features, &mut row);
                self.scored.push(candidate, row, fresh);
                fresh = false;
            });
        }
    }

    /// Merges what was found into entities.
    pub fn finish(mut self, doc: &Document) -> Entities {
        let labels = self.scored.decode(model(), &self.memory);
        let found = tagger::mentions(&self.scored.candidates, &labels);
        let reading = names::Reading { doc, lexicon: &model().lexicon };
        let names = names::names(reading, &self.memory, &found);
        join(reading, &names)
    }
}

/// Makes entities of the names that mean the same one.
fn join(reading: names::Reading, names: &[names::Name]) -> Entities {
    let doc = reading.doc;
    let groups = alias::group(reading, names);
    let shares = salience::shares(doc, names, &groups);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|a, b| shares[*b].total_cmp(&shares[*a]).then(a.cmp(b)));
    let mut entities = Vec::with_capacity(groups.len());
    let mut mentions = Vec::with_capacity(names.len());
    for (id, number) in (0u32..).zip(order) {
        let group = &groups[number];
        let mut forms: Vec<(&str, TokenRange, u32)> = Vec::new();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for name in group.names.iter().map(|n| &names[*n]) {
            let words = doc.words(name.tokens);
            let at = *seen.entry(words).or_insert(forms.len());
            match forms.get_mut(at) {
                Some(form) => form.2 += 1,
                None => forms.push((words, name.tokens, 1)),
            }
            mentions.push(Mention { span: doc.span(name.tokens), tokens: name.tokens, entity: id });
        }
        let best = alias::display(reading, group.kind, &forms);
        let name = forms.remove(best).0.to_string();
        let role = (group.kind == EntityKind::Person)
            .then(|| group.names.iter().find_map(|n| roles::role(reading, names, *n)))
            .flatten()
            .map(|tokens| doc.words(tokens).to_string());
        entities.push(Entity {
            id,
            name,
            kind: group.kind,
            aliases: forms.iter().map(|form| form.0.to_string()).collect(),
            role,
            salience: shares[number],
            mentions: group.names.iter().map(|n| doc.span(names[*n].tokens)).collect(),
        });
    }
    mentions.sort_by_key(|mention| mention.span.start);
    Entities { entities, mentions }
}
