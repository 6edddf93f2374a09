//! Which land `the country` means, and which body `it` means behind a verb of saying. For the events alone, as pronouns are.
//!
//! In doubt it is none: where two lands were told of, and where `it` may be what was said itself (`says it is late`).

use super::alias::Group;
use super::demonyms;
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::HashMap;
use crate::{EntityKind, TokenRange, grammar};

/// The places in order of the text, each with the number of the group meant.
pub(super) fn find(reading: Reading, names: &[Name], groups: &[Group]) -> Vec<(TokenRange, usize)> {
    let asked = (0..reading.doc.tokens.len() as u32).any(|at| matches!(reading.word(at), "it" | "country" | "nation"));
    if !asked {
        return Vec::new();
    }
    let mut owner = vec![None; names.len()];
    let mut lands: Vec<Option<&'static str>> = vec![None; groups.len()];
    // Of a land and its people, the land.
    let mut of_land: HashMap<&'static str, usize> = HashMap::default();
    for (g, group) in groups.iter().enumerate() {
        group.names.iter().for_each(|n| owner[*n] = Some(g));
        if group.kind == EntityKind::Person {
            continue;
        }
        lands[g] = group.names.iter().take(8).find_map(|n| demonyms::land(&names[*n].key));
        if let Some(land) = lands[g] {
            let place = group.kind == EntityKind::Place;
            let known = of_land.get(land).is_some_and(|known| groups[*known].kind == EntityKind::Place);
            if place || !known {
                of_land.insert(land, g);
            }
        }
    }
    let mut finder = Finder { reading, names, groups, owner, lands, of_land, found: Vec::new() };
    // The lands last told of, and how many sentences ago.
    let (mut before, mut ago, mut next) = (Told::None, 0, 0);
    for (number, sentence) in reading.doc.sentences.iter().enumerate() {
        let first = next;
        next += names[first..].partition_point(|name| name.tokens.start < sentence.tokens.end);
        let told = finder.sentence(number, sentence.tokens, first..next, before);
        (before, ago) = if told == Told::None { (before, ago + 1) } else { (told, 0) };
        if ago > 2 || !reading.doc.block_of(number).kind.is_story() {
            before = Told::None;
        }
    }
    finder.found
}

/// The lands told of.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    None,
    One(&'static str),
    Many,
}

struct Finder<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    groups: &'a [Group],
    /// The group of each name.
    owner: Vec<Option<usize>>,
    /// The land of each group.
    lands: Vec<Option<&'static str>>,
    of_land: HashMap<&'static str, usize>,
    found: Vec<(TokenRange, usize)>,
}

impl Finder<'_> {
    /// Reads a sentence with its names; `before`: the lands told of before it.
    fn sentence(&mut self, number: usize, tokens: TokenRange, own: std::ops::Range<usize>, before: Told) -> Told {
        let reading = self.reading;
        let mut told = Told::None;
        let mut next = own.start;
        let mut at = tokens.start;
        while at < tokens.end {
            while next < own.end && self.names[next].tokens.start < at {
                next += 1;
            }
            if next < own.end && self.names[next].tokens.start == at {
                let land = self.owner[next].and_then(|g| self.lands[g]);
                told = match (land, told) {
                    (Some(land), Told::None) => Told::One(land),
                    (Some(land), Told::One(known)) if land != known => Told::Many,
                    _ => told,
                };
                at = self.names[next].tokens.end.max(at + 1);
                continue;
            }
            if matches!(reading.word(at), "country" | "nation") {
                let the = at > tokens.start && matches!(reading.word(at - 1), "the" | "The");
                let land = if told == Told::None { before } else { told };
                if let (true, Told::One(land)) = (the, land)
                    && let Some(g) = self.of_land.get(land)
                {
                    self.found.push((TokenRange::new(at - 1, at + 1), *g));
                }
            } else if reading.word(at) == "it"
                && let Some(name) = self.speaker(number, tokens, own.start..next, at)
                && let Some(g) = self.owner[name]
            {
                self.found.push((TokenRange::new(at, at + 1), g));
            }
            at += 1;
        }
        told
    }

    /// `Zarpex says it will …`, `The carmaker Zarpex said on Friday that it had …`: the body that says what `it` at `at` did.
    fn speaker(&self, number: usize, tokens: TokenRange, names: std::ops::Range<usize>, at: u32) -> Option<usize> {
        let reading = self.reading;
        let day = |at: u32| reading.has(at, class::CALENDAR);
        let verb =
            grammar::parse(reading.doc, number).verbs.iter().find(|v| (at + 1..at + 3).contains(&v.tokens.start))?;
        // `said it is late`, `said it was thought that`: nobody.
        let main = reading.word(verb.main);
        let blank =
            matches!(main, "is" | "was" | "be" | "been" | "appears" | "appeared" | "seems" | "seemed" | "remains");
        if blank || verb.passive && grammar::says(reading.doc, verb.main as usize) {
            return None;
        }
        let mut say = at.checked_sub(1).filter(|say| *say > tokens.start)?;
        say -= u32::from(reading.word(say) == "that");
        while day(say) && say > tokens.start + 2 {
            say -= 1;
            say -= u32::from(reading.word(say) == "on");
        }
        let says = reading.is(say, Rule::Say)
            || matches!(reading.word(say), "confirmed" | "reported" | "acknowledged" | "admitted");
        if !says {
            return None;
        }
        let mut end = say;
        while end > tokens.start
            && (day(end - 1) || matches!(reading.word(end - 1), "has" | "have" | "had" | "also" | "on"))
        {
            end -= 1;
        }
        let name = names.rev().take(4).find(|n| self.names[*n].tokens.end == end)?;
        let body = self.owner[name].map(|g| self.groups[g].kind);
        if !matches!(body, Some(EntityKind::Organization | EntityKind::Place)) {
            return None;
        }
        // Back to the beginning of its noun phrase: nothing may bind it to another.
        let start = self.names[name].tokens.start;
        let begins = |at: u32| {
            at < tokens.start || {
                let word = reading.word(at);
                matches!(
                    word,
                    "," | "as"
                        | "but"
                        | "while"
                        | "after"
                        | "because"
                        | "when"
                        | "“"
                        | "\""
                        | "—"
                        | "–"
                        | ";"
                        | ":"
                        | "-"
                )
            }
        };
        for at in (tokens.start..start).rev().take(8) {
            let word = reading.word(at);
            if begins(at) || day(at) {
                return Some(name);
            }
            if matches!(
                word,
                "and"
                    | "or"
                    | "of"
                    | "in"
                    | "for"
                    | "from"
                    | "with"
                    | "by"
                    | "at"
                    | "to"
                    | "on"
                    | "'s"
                    | "’s"
                    | "’"
                    | "'"
            ) {
                return None;
            }
        }
        (start.saturating_sub(8) <= tokens.start).then_some(name)
    }
}
