//! Other places that name an event of the timeline: the headline, and `the crash`, `the deal` further on.
//!
//! Absent here: clauses that tell of the same event ([`merge`](super::merge)).

use super::candidates::{Candidate, Reader, is_capital};
use super::lexicon::{Group, Sense, is_of, sense, sense_at};
use super::merge::{kinds_agree, stem};
use super::when;
use crate::TokenRange;
use crate::document::{BlockKind, Document, HashMap, HashSet, TokenKind, WordMap, sort_by_key, word_hash};
use crate::grammar::{self, VerbTense};
use crate::lists::rows;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// `the crash`, `their latest deal`: a noun that names an event told elsewhere.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    tokens: TokenRange,
    /// The noun.
    head: u32,
    /// The name behind it that says which one is meant: `the attacks in Paris`.
    of: Option<u32>,
}

/// How many of the first sentences that tell something the headline may be about.
const LEAD: u32 = 3;

/// How many days from the publication what a headline tells may lie.
const NEWS: u32 = 31;

/// How many words of a clause or headline are compared.
const WORDS: usize = 60;

impl Reader<'_> {
    /// The nouns of the sentence that name an event as known: `the crash`, not `a crash`, `the 2009 crash`.
    pub(super) fn named(&self, out: &mut Vec<Named>) {
        let sentence = self.doc.sentences[self.number].tokens;
        for at in sentence.start..sentence.end {
            let verb = |at: u32| self.parse.verb_at(at).is_some();
            if !is_event_noun(self.doc, at, verb(at + 1)) || verb(at) {
                continue;
            }
            let pointed = (sentence.start.max(at.saturating_sub(4))..at)
                .rev()
                .take_while(|&b| !self.is_mark(b) && !self.sense(b).is(Sense::STOP))
                .find(|&b| self.sense(b).is(Sense::DETERMINER));
            let Some(start) = pointed.filter(|&b| is_pointing(self.word(b))) else { continue };
            let other = |b: u32| {
                let token = &self.doc.tokens[b as usize];
                let which = matches!(
                    self.word(b),
                    "first"
                        | "second"
                        | "third"
                        | "last"
                        | "previous"
                        | "earlier"
                        | "next"
                        | "latest"
                        | "only"
                        | "other"
                        | "new"
                );
                // `the deadliest crash`
                let most = self.word(b).ends_with("iest") || self.word(b) == "worst";
                which || most || token.kind != TokenKind::Word || is_capital(self.doc, b)
            };
            let first = self.timexes.partition_point(|t| t.tokens.end <= start);
            // `the election of 2016`
            let of = u32::from(at + 1 < sentence.end && self.word(at + 1) == "of");
            let timed = self.timexes.get(first).is_some_and(|t| t.tokens.start <= at + 1 + of);
            // `nine years after the discovery of Charon`: another one, of then.
            let measured = start > sentence.start + 1
                && matches!(self.word(start - 1), "after" | "before" | "since")
                && matches!(self.word(start - 2), "years" | "decades" | "months" | "year" | "decade" | "century")
                && at + 1 < sentence.end
                && self.word(at + 1) == "of";
            // `a warning of the attack`: one that is feared.
            let feared = start > sentence.start + 1
                && matches!(self.word(start - 1), "of" | "about")
                && (self.sense(start - 2).is(Sense::DOUBT) || matches!(self.word(start - 2), "warning" | "warnings"));
            if !timed && !measured && !feared && !(start + 1..at).any(other) {
                out.push(Named { tokens: TokenRange::new(start, at + 1), head: at, of: self.named_behind(at + 1) });
            }
        }
    }
}

impl Reader<'_> {
    /// The name that a preposition at `at` leads, or what it is about: `in Paris`, `of the Boeing`, `on sending soldiers`.
    fn named_behind(&self, at: u32) -> Option<u32> {
        let end = self.doc.sentences[self.number].tokens.end;
        let about = at + 1 < end
            && matches!(self.word(at), "on" | "for" | "over" | "about")
            && self.doc.tokens[at as usize + 1].kind == TokenKind::Word
            && !self.sense(at + 1).is(Sense::STOP.with(Sense::DETERMINER).with(Sense::DAY).with(Sense::MONTH))
            && self.word(at + 1).len() > 3;
        if about {
            return Some(at + 1);
        }
        let leads = at < end && matches!(self.word(at), "in" | "of" | "on" | "at" | "against" | "near");
        let mut behind = (at + 1..end.min(at + 4)).skip_while(|&at| self.sense(at).is(Sense::DETERMINER));
        let name = behind.next().filter(|&at| leads && is_capital(self.doc, at))?;
        let timed = self.sense(name).is(Sense::MONTH.with(Sense::DAY));
        (!timed).then_some(name)
    }
}

/// A noun that names an event and is no part of another (`attack helicopters`); `verb`: a verb follows.
pub(super) fn is_event_noun(doc: &Document, at: u32, verb: bool) -> bool {
    let next = doc.tokens.get(at as usize + 1);
    let ends = verb || next.is_none_or(|t| t.kind != TokenKind::Word || sense(t.hash).is(Sense::STOP));
    sense_at(doc, at).is(Sense::EVENT) && !is_capital(doc, at) && ends
}

pub(super) fn is_pointing(word: &str) -> bool {
    const POINTING: &[&str] = &["the", "this", "that", "these", "those", "his", "her", "its", "their"];
    (3..6).contains(&word.len()) && POINTING.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// Further places for the groups of [`merge::same`](super::merge::same): numbers into `groups` with the words.
///
/// A noun stands for the event told before it that bears its name; where events of two days do, for none. `acts`: for each
/// candidate its [`names`].
pub(super) fn places(
    doc: &Document,
    candidates: &[Candidate],
    (groups, acts): (&[Vec<usize>], &[Vec<u64>]),
    named: &[Named],
    published: Option<&str>,
) -> Vec<(usize, TokenRange)> {
    let mut group_of = vec![usize::MAX; candidates.len()];
    for (group, members) in groups.iter().enumerate() {
        members.iter().for_each(|&n| group_of[n] = group);
    }
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&n| group_of[n] != usize::MAX).collect();
    sort_by_key(&mut order, |&n| candidates[n].tokens.start.into());
    let mut order = order.into_iter().peekable();
    // What bears each name; nothing where more than one does.
    let mut bearer: HashMap<u64, Option<usize>> = HashMap::default();
    let mut places = Vec::new();
    for mention in named {
        while let Some(number) = order.next_if(|&n| candidates[n].tokens.start <= mention.tokens.start) {
            let date = |n: usize| candidates[n].dated.as_ref().map(|d| d.date.as_str());
            // `attacks earlier this month`, of a month that nothing says: not those of 2001, which were told before.
            if candidates[number].tense.is_none()
                && date(number) == Some("")
                && let Some(known) = bearer.get_mut(&stem(doc, candidates[number].main as usize))
            {
                *known = None;
            }
            for &name in &acts[number] {
                let known = bearer.entry(name).or_insert(Some(number));
                *known = known.filter(|&k| date(k) == date(number));
            }
        }
        // A name used before anything on the timeline bears it belongs to something else.
        let Some(number) = *bearer.entry(stem(doc, mention.head as usize)).or_insert(None) else { continue };
        let group = group_of[number];
        // `the attacks in Paris`, where the one told was in Rome.
        let elsewhere = mention.of.is_some_and(|name| {
            let name = stem(doc, name as usize);
            let tells = |n: &usize| candidates[*n].tokens.range().take(WORDS).any(|at| stem(doc, at) == name);
            !groups[group].iter().take(8).any(tells)
        });
        // `the political crisis`, where the one told was of money.
        let other_kind = {
            let name = stem(doc, mention.head as usize);
            let tokens = candidates[number].tokens;
            let mut nouns = tokens.range().take(WORDS).map(|at| at as u32).filter(|&at| stem(doc, at as usize) == name);
            nouns.next().is_some_and(|at| at != candidates[number].main || candidates[number].tense.is_none())
                && tokens
                    .range()
                    .take(WORDS)
                    .map(|at| at as u32)
                    .filter(|&at| stem(doc, at as usize) == name)
                    .all(|at| !kinds_agree(doc, at, mention.head))
        };
        if elsewhere || other_kind {
            continue;
        }
        let inside = |n: &usize| {
            let tokens = candidates[*n].tokens;
            tokens.start < mention.tokens.end && mention.tokens.start < tokens.end
        };
        // A mention inside a place of its event stands in the first or in one told last.
        if !groups[group].iter().take(1).chain(groups[group].iter().rev().take(8)).any(inside) {
            places.push((group, mention.tokens));
        }
    }
    places.extend(headline(doc, candidates, (groups, acts), published));
    places
}

/// The names under which later words can speak of what `c` tells.
pub(super) fn names(doc: &Document, c: &Candidate) -> Vec<u64> {
    if c.dated.as_ref().is_none_or(|d| d.date.is_empty()) {
        return Vec::new();
    }
    let main = c.main as usize;
    if c.tense.is_none() {
        return vec![stem(doc, main)];
    }
    if c.sense.is(Sense::STATE) {
        return Vec::new();
    }
    let mut names = vec![stem(doc, main)];
    names.extend(acts().get(doc.tokens[main].hash).into_iter().flatten());
    // `found the firm not guilty`
    let found = matches!(doc.word(main), "found" | "finds" | "find");
    let guilty = (main + 1..doc.tokens.len()).take(6).find(|&at| found && doc.word(at) == "guilty");
    names.extend(guilty.and_then(|at| acts().get(doc.tokens[at].hash)).into_iter().flatten());
    let tells = !c.sense.is(Sense::SAY.with(Sense::PLAN)) && c.tense != Some(VerbTense::Modal);
    for at in c.tokens.range().take(WORDS).map(|at| at as u32).filter(|_| tells) {
        // `an explosion shook`, `signed a deal`: named for the first time here; `the call came`: what came is the call.
        let known = |b: u32| {
            sense_at(doc, b).is(Sense::DETERMINER)
                // `was damaged in a fire`
                && (b == c.tokens.start || b == c.main + 1 || doc.word(b as usize - 1) == "in")
                && (matches!(doc.lower(b as usize).as_ref(), "a" | "an" | "another")
                    || c.sense.is(Sense::LIGHT) && at < c.main)
        };
        if is_event_noun(doc, at, at + 1 == c.main) && (at.saturating_sub(4).max(c.tokens.start)..at).any(known) {
            names.push(stem(doc, at as usize));
        }
    }
    names
}

/// The event of the lead that the headline is about: both name the same act, have more words in common, and lie both
/// ahead or both behind.
fn headline(
    doc: &Document,
    candidates: &[Candidate],
    (groups, named): (&[Vec<usize>], &[Vec<u64>]),
    published: Option<&str>,
) -> Option<(usize, TokenRange)> {
    let number = doc.sentences.iter().take(8).position(|s| doc.blocks[s.block as usize].kind == BlockKind::Title)?;
    let title = doc.sentences[number].tokens;
    let telling = |tokens: TokenRange| -> HashSet<u64> {
        let plain = |at: &usize| {
            let token = &doc.tokens[*at];
            token.kind == TokenKind::Word && token.span.len() > 3 && !is_of(doc, *at as u32, Group::Common)
        };
        tokens.range().take(WORDS).filter(plain).map(|at| stem(doc, at)).collect()
    };
    let words = telling(title);
    // `Unrest goes on after the shooting`: not the headline of the shooting.
    let mut led = false;
    let acts: HashSet<u64> = title
        .range()
        .take(WORDS)
        .filter(|&at| {
            let word = doc.lower(at);
            led |= matches!(
                word.as_ref(),
                "after" | "following" | "over" | "amid" | "amidst" | "despite" | "before" | "since"
            );
            led &= !matches!(word.as_ref(), "," | ";" | ":" | "as" | "while" | "whilst");
            !led
        })
        .map(|at| stem(doc, at))
        .filter(|stem| words.contains(stem))
        .collect();
    // `Leeds to close a bridge`
    let to = (title.start + 1..title.end).find(|&at| doc.word(at as usize) == "to");
    let ahead = to.is_some_and(|to| {
        let infinitive = grammar::parse(doc, number).verbs.iter().any(|v| v.main == to + 1);
        infinitive && !(title.start + 1..to).any(|at| grammar::may_be_verb(doc, at as usize))
    });
    let first = candidates.iter().map(|c| c.sentence).min()?;
    let lead = |n: &usize| candidates[*n].sentence < first.saturating_add(LEAD);
    let score = |members: &Vec<usize>| {
        let date = candidates[members[0]].dated.as_ref().map_or("", |d| d.date.as_str());
        // News is of its day: a headline tells of no old event.
        let news = published.is_none_or(|p| {
            when::is_near(p, date, NEWS) && !ahead || when::compare(date, p) != Some(Ordering::Less) && ahead
        });
        let told = members.iter().filter(|n| !date.is_empty() && news && lead(n)).map(|&n| {
            let c = &candidates[n];
            let act = named[n].iter().any(|name| acts.contains(name));
            let common = if act { telling(c.tokens).iter().filter(|word| words.contains(*word)).count() } else { 0 };
            if common > 1 && 4 * common > words.len() && !went_on(doc, c) { common } else { 0 }
        });
        told.max().unwrap_or(0)
    };
    // The first of the best.
    let best = groups.iter().map(score).enumerate().max_by_key(|&(group, score)| (score, usize::MAX - group))?;
    (best.1 > 0).then_some((best.0, title))
}

/// `was challenging the vote`: went on while something else happened.
fn went_on(doc: &Document, c: &Candidate) -> bool {
    let main = c.main as usize;
    c.tense == Some(VerbTense::Past) && main > 0 && doc.word(main).ends_with("ing") && {
        (main.saturating_sub(2)..main).any(|at| matches!(doc.word(at), "was" | "were"))
    }
}

/// By the form of a verb, the stems of the nouns that name its act.
fn acts() -> &'static WordMap<Vec<u64>> {
    static TABLE: OnceLock<WordMap<Vec<u64>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: WordMap<Vec<u64>> = WordMap::default();
        for line in rows!("acts.txt") {
            let mut words = line.split_whitespace();
            let Some(verb) = words.next() else { continue };
            let nouns: Vec<u64> = words.map(super::merge::stem_of).collect();
            for form in grammar::forms(verb) {
                table.entry(word_hash(&form)).extend(&nouns);
            }
        }
        table
    })
}
