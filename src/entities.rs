//! People, places, organisations, groups, named events and other names, with all the forms that mean the same one.
//!
//! Doors: [`find`], or [`Tagger`] where the work must be done in slices. A trained sequence model finds the names (its
//! card is MODEL.md), rules join them to entities. Absent here: words of time, pronouns.

mod abroad;
mod alias;
mod business;
mod captions;
mod catalogue;
mod clipped;
mod corps;
mod corrections;
mod craft;
mod demonyms;
mod described;
mod edges;
mod features;
mod fill;
mod gender;
mod given;
mod government;
mod headings;
mod heads;
mod homes;
mod initials;
mod kin;
mod kinds;
mod known;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod labels;
mod lands;
mod languages;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod lexicon;
#[cfg(feature = "eval")]
mod lists;
mod memory;
#[cfg_attr(not(feature = "train"), allow(dead_code))]
mod model;
mod names;
mod namesakes;
mod nicknames;
mod offices;
mod ordinary;
mod others;
mod parts;
mod people;
mod peoples;
mod pointed;
mod pronouns;
mod reading;
mod renamed;
mod roles;
mod salience;
mod scene;
mod shorts;
mod signs;
mod slips;
mod sorts;
mod splits;
mod stems;
mod tagger;
mod tails;
mod teams;
mod things;
mod told;
mod vocabulary;
mod wholes;

use crate::analysis::{Correction, Entity};
use crate::document::{Document, sort_by_key};
use crate::{EntityKind, Span, TokenRange};
use std::ops::Range;
use std::sync::OnceLock;

/// The parts that the trainer shares with the engine, so that both see the same features.
#[cfg(feature = "train")]
pub mod training {
    pub use super::features::{FEATURE_BITS, Feature, Sentence, feature, pair};
    pub use super::labels::*;
    pub use super::lexicon::{Entry, Lexicon, class, key, phrase};
    pub use super::memory::{Candidate, Memory};
    pub use super::model::{Model, Parts};
    pub use super::tagger::{Found, Labeller, Reader, Scored, best_path, mentions};
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
        let labels = tagger.0.labels(model());
        tagger::mentions(&tagger.0.scored.candidates, &labels)
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
    /// Every place where an entity is named, in order of the text; they do not overlap.
    pub mentions: Vec<Mention>,
    /// Every place where an entity is meant but not named (`the president`), in order of the text; they overlap neither
    /// each other nor the mentions.
    pub described: Vec<Mention>,
    /// Every `he` and `she` that can mean only one of the people, and what means somebody with a name in it (`the Cuban
    /// president`), in order of the text.
    pub pronouns: Vec<Mention>,
    /// The first tokens of the lands and peoples that only say whose office somebody has (`the Danish minister Piet Vos`), in
    /// order of the text.
    pub(crate) offices: Vec<u32>,
    /// Numbers of the corrections that fit nothing.
    pub misfits: Vec<usize>,
}

/// One place where an entity is named or described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name without titles, possessives or quotes around it.
    pub span: Span,
    /// The same in tokens.
    pub tokens: TokenRange,
    /// The entity's id.
    pub entity: u32,
}

/// Finds the entities of a document, without any reader's corrections.
pub fn find(doc: &Document) -> Entities {
    let mut tagger = Tagger::default();
    tagger.scan(doc, 0..doc.sentences.len());
    tagger.finish(doc, &[])
}

/// The trained model that the engine ships with.
fn model() -> &'static model::Model {
    static MODEL: OnceLock<model::Model> = OnceLock::new();
    MODEL.get_or_init(|| model::Parts::read(include_bytes!("entities/model.bin")).unwrap_or_default().model())
}

/// The same in slices: [`scan`](Tagger::scan) sentence ranges in order, then [`finish`](Tagger::finish).
#[derive(Debug, Default)]
pub struct Tagger(tagger::Labeller);

impl Tagger {
    /// Reads the sentences `range`.
    pub fn scan(&mut self, doc: &Document, range: Range<usize>) {
        range.for_each(|number| self.0.read(doc, number, model()));
    }

    /// Merges what was found into entities, as the reader corrected them.
    pub fn finish(mut self, doc: &Document, corrections: &[Correction]) -> Entities {
        let labels = self.0.labels(model());
        let found = tagger::mentions(&self.0.scored.candidates, &labels);
        let lexicon = &model().lexicon;
        let known = reading::Known::all(doc, lexicon);
        let reading = reading::Reading::new(doc, lexicon, &known);
        let names = names::names(reading, &self.0.memory, &found);
        let mut groups = alias::group(reading, &names);
        let misfits = corrections::apply(reading, &names, &mut groups, corrections);
        Entities { misfits, ..finished(reading, &names, &groups) }
    }
}

fn mention_of(doc: &Document, tokens: TokenRange, entity: u32) -> Mention {
    Mention { span: doc.span(tokens), tokens, entity }
}

/// The body that `the agency’s chief` is of, where it was named last and its name ends so (`Corrin Harbour Agency`): by its
/// initials, if the article has them.
fn body_of(
    reading: reading::Reading,
    names: &[reading::Name],
    groups: &[alias::Group],
    homes: &[usize],
    sort: u32,
) -> Option<String> {
    let before = names.partition_point(|name| name.tokens.start < sort);
    let near = before.saturating_sub(alias::MOST)..before;
    let last = near.rev().find(|n| names[*n].kind == EntityKind::Organization)?;
    let own = || groups[homes[last]].names.iter().take(alias::MOST);
    let ends = |n: &usize| reading.word(names[*n].tokens.end - 1).eq_ignore_ascii_case(reading.word(sort));
    let whole = own().find(|n| names[**n].tokens.len() > 1 && ends(n))?;
    let short = |n: &&usize| {
        let name = &names[**n];
        let upper = reading.token(name.tokens.start).is_some_and(|t| t.case == crate::document::Case::Upper);
        name.tokens.len() == 1 && upper
    };
    let form = own().find(short).unwrap_or(whole);
    Some(reading.doc.words(names[*form].tokens).to_string())
}

/// Makes entities of groups of names.
fn finished(reading: reading::Reading, names: &[reading::Name], groups: &[alias::Group]) -> Entities {
    let doc = reading.doc;
    let shares = salience::shares(doc, names, groups);
    let mut roles = vec![None; names.len()];
    let people = groups.iter().filter(|group| group.kind == EntityKind::Person).flat_map(|group| &group.names);
    let mut people: Vec<usize> = people.copied().collect();
    sort_by_key(&mut people, |n| *n as u64);
    let mut beside = roles::Roles::new(reading, names);
    people.iter().for_each(|n| roles[*n] = beside.role(*n));
    let described = described::find(reading, names, groups, &roles);
    // Not with a name in it, which has its own mention: `the Cuban president`.
    let is_bare = |tokens: &TokenRange| {
        let next = names.partition_point(|name| name.tokens.end <= tokens.start);
        names.get(next).is_none_or(|name| name.tokens.start >= tokens.end)
    };
    let bare = |g: usize| described[g].iter().copied().filter(is_bare);
    let mut kinds: Vec<EntityKind> = names.iter().map(|name| name.kind).collect();
    let mut homes = vec![0; names.len()];
    for (number, group) in groups.iter().enumerate() {
        group.names.iter().for_each(|n| (kinds[*n], homes[*n]) = (group.kind, number));
    }
    let mut meant = pronouns::find(reading, names, groups, &roles, &described);
    let governs = government::find(reading, names, &kinds);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    // Floats that are not negative have the order of their bits.
    sort_by_key(&mut order, |n| (u32::MAX - shares[*n].to_bits()).into());
    let mut found = Entities::default();
    let mut ids = vec![0; groups.len()];
    for (id, number) in (0u32..).zip(order) {
        ids[number] = id;
        let group = &groups[number];
        let forms = alias::forms(reading, names, group);
        let name = group.title(reading, &forms);
        // The first office, else the first rank.
        let held = || group.names.iter().filter_map(|n| roles[*n].as_ref());
        let role = held().find(|role| !role.rank).or_else(|| held().next()).map(|role| {
            let body = role.whose(reading).and_then(|sort| body_of(reading, names, groups, &homes, sort));
            let words = role.words(reading);
            body.map_or(words.clone(), |body| format!("{body} {words}"))
        });
        let mention = |tokens: TokenRange| mention_of(doc, tokens, id);
        found.mentions.extend(group.names.iter().map(|n| mention(names[*n].tokens)));
        found.described.extend(bare(number).map(mention));
        found.entities.push(Entity {
            id,
            aliases: forms.iter().map(|form| form.words.to_string()).filter(|form| *form != name).collect(),
            name,
            kind: group.kind,
            role,
            place: None,
            salience: shares[number],
            mentions: group.names.iter().map(|n| doc.span(names[*n].tokens)).collect(),
            described: bare(number).map(|tokens| doc.span(tokens)).collect(),
            government: group.names.iter().filter(|n| governs[**n]).map(|n| doc.span(names[*n].tokens)).collect(),
        });
    }
    let mut lands = vec![false; names.len()];
    for group in groups {
        let land = group.names.iter().take(8).any(|n| demonyms::land(&names[*n].key).is_some());
        group.names.iter().for_each(|n| lands[*n] = land && group.kind != EntityKind::Person);
    }
    let held = roles.iter().flatten().flat_map(|role| {
        let first = names.partition_point(|name| name.tokens.start < role.tokens.start);
        (first..names.len()).take_while(|n| names[*n].tokens.end <= role.tokens.end)
    });
    found.offices = held.filter(|n| lands[*n]).map(|n| names[n].tokens.start).collect();
    sort_by_key(&mut found.offices, |at| (*at).into());
    sort_by_key(&mut found.mentions, |mention| mention.span.start.into());
    sort_by_key(&mut found.described, |mention| mention.span.start.into());
    let led = |(g, all): (usize, &Vec<TokenRange>)| {
        all.iter().filter(|tokens| !is_bare(tokens)).map(move |tokens| (*tokens, g)).collect::<Vec<_>>()
    };
    meant.extend(described.iter().enumerate().flat_map(led));
    meant.extend(pointed::find(reading, names, groups));
    sort_by_key(&mut meant, |(tokens, _)| tokens.start.into());
    found.pronouns.extend(meant.iter().map(|(tokens, group)| mention_of(doc, *tokens, ids[*group])));
    demonyms::link(&mut found.entities);
    found
}
