//! What lists alone would find: the measure of what the model adds. Not part of the engine's answer.

use super::features::{Sentence, is_capital};
use super::lexicon::{Lexicon, class, phrase};
use super::tagger::Found;
use crate::document::Document;
use crate::{EntityKind, TokenRange};

/// Countries, towns, companies by the lists; a first name with the capitalised words behind it.
pub(super) fn find(doc: &Document, lexicon: &Lexicon) -> Vec<Found> {
    let mut sentence = Sentence::default();
    let mut found = Vec::new();
    for number in 0..doc.sentences.len() {
        sentence.read(doc, number, lexicon);
        let first = doc.sentences[number].tokens.start;
        let glimpses = &sentence.glimpses;
        let mut i = 0;
        while i < glimpses.len() {
            let g = &glimpses[i];
            let mut end = i + 1;
            let mut kind = None;
            if g.listed != 0 {
                while glimpses.get(end).is_some_and(|g| g.listed & 1 == 1) {
                    end += 1;
                }
                kind = match g.listed / 2 {
                    phrase::ORGANIZATION | phrase::KNOWN => Some(EntityKind::Organization),
                    phrase::PEOPLE => Some(EntityKind::Group),
                    _ => Some(EntityKind::Place),
                };
            } else if is_capital(g.form) && g.entry.bits & class::COMMON == 0 {
                let has = |bits: u16| g.entry.bits & bits != 0;
                let next = glimpses.get(i + 1).is_some_and(|n| is_capital(n.form));
                if has(class::FIRST) && next {
                    while glimpses.get(end).is_some_and(|g| is_capital(g.form)) {
                        end += 1;
                    }
                    kind = Some(EntityKind::Person);
                } else if has(class::KNOWN) && !next {
                    kind = Some(EntityKind::Organization);
                } else if has(class::COUNTRY | class::TOWN) && !next {
                    kind = Some(EntityKind::Place);
                } else if has(class::PEOPLE) {
                    kind = Some(EntityKind::Group);
                }
            }
            if let Some(kind) = kind {
                let tokens = TokenRange::new(first + i as u32, first + end as u32);
                found.push(Found { tokens, kind });
            }
            i = end;
        }
    }
    found
}
