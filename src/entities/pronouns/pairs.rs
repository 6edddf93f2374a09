//! Whom `the two leaders`, `both women`, `the pair` and `they` mean: two people told of together.

use super::{Finder, Place, Scene};
use crate::document::TokenKind;
use crate::entities::gender::Gender;
use crate::entities::lexicon::class;
use crate::entities::reading::Reading;
use crate::{TokenRange, grammar};

impl Finder<'_> {
    /// `Lee and the minister Piet Vos`; not `Berg, Lee and Vos`, who are more.
    pub(super) fn are_joined(&self, before: Option<&Place>, one: &Place, other: &Place) -> bool {
        let reading = self.reading;
        let word = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Word);
        let between = one.tokens.end..other.tokens.start;
        let listed = before.is_some_and(|b| b.tokens.end + 1 == one.head && reading.word(b.tokens.end) == ",");
        reading.word(between.start) == "and" && between.len() <= 5 && between.clone().all(word) && !listed
    }

    /// Whom `the two leaders` can mean: those of the sentence, or of the one before, if they are two or two of them were
    /// told of together.
    pub(super) fn two(&mut self, noun: &str, scene: &Scene, before: &Scene) -> Option<(usize, usize)> {
        let scene = if scene.people.is_empty() { before } else { scene };
        if self.quoted || scene.strangers != [false; 2] {
            return None;
        }
        let (one, other) = match (&scene.people[..], &scene.prior[..]) {
            ([(one, first), (other, second)], _) if *first || *second => (*one, *other),
            // Of the two told of before only one was told of again.
            ([(g, true)], [one, other]) if g == one || g == other => (*one, *other),
            _ => scene.joined?,
        };
        let not = match noun {
            "men" => Some(Gender::Woman),
            "women" => Some(Gender::Man),
            _ => None,
        };
        let fits = not.is_none_or(|not| [one, other].iter().all(|g| self.gender(*g).0 != Some(not)));
        fits.then_some((one, other))
    }

    /// Whom `they` at `at` means: the two whom the clause before is about together, where nothing else is told of in the
    /// plural.
    pub(super) fn both(
        &self,
        number: usize,
        tokens: TokenRange,
        at: u32,
        places: &[Place],
        scene: &Scene,
        before: &Scene,
    ) -> Option<(usize, usize)> {
        let doc = self.reading.doc;
        let here = scene.joined.filter(|_| scene.people.len() == 2).map(|pair| (pair, tokens.start));
        let earlier = || {
            let start = doc.sentences[number.checked_sub(1)?].tokens.start;
            let alone = scene.people.is_empty() && !before.kept && before.people.len() == 2 && self.leads(number, at);
            before.joined.filter(|_| alone && before.strangers == [false; 2]).map(|pair| (pair, start))
        };
        // Not of a line without end.
        let (pair, start) = here.or_else(earlier).filter(|(_, start)| at - start.min(&at) <= 80)?;
        let places = &places[places.len().saturating_sub(16)..];
        let role = |at: u32| places.iter().any(|place| place.who.is_some() && (place.head..place.end).contains(&at));
        // `They divorced`: no one else.
        let wed = matches!(self.reading.word(at + 1), "divorced" | "married" | "separated" | "wed");
        let more = !wed && (start..at).any(|at| self.is_plural(at) && !role(at));
        (!self.quoted && scene.strangers == [false; 2] && !more).then_some(pair)
    }

    /// `the miners`, `police`, `Danes`
    fn is_plural(&self, at: u32) -> bool {
        let word = self.reading.word(at);
        let ending = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
        let many = ending || matches!(word, "people" | "men" | "women" | "children" | "police" | "troops" | "others");
        let sentence = self.reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
        many && !MEASURES.contains(&word)
            && !self.reading.has(at, class::CALENDAR)
            && grammar::parse(self.reading.doc, sentence).verb_at(at).is_none()
    }
}

/// One past `the two leaders`, `both women` or `the pair` at `at`.
pub(super) fn pair(reading: Reading, at: u32) -> Option<u32> {
    let noun = match (reading.word(at), reading.word(at + 1)) {
        ("the" | "The", "pair" | "duo") => return Some(at + 2).filter(|end| reading.word(*end) != "of"),
        // `the two met`
        ("the" | "The", "two") if TOGETHER.contains(&reading.word(at + 2)) => return Some(at + 2),
        ("the" | "The", "two") => at + 2,
        ("both" | "Both", _) => at + 1,
        _ => return None,
    };
    PAIRS.contains(&reading.word(noun)).then_some(noun + 1)
}

/// What two people can be together.
const PAIRS: &[&str] = &[
    "candidates",
    "diplomats",
    "executives",
    "lawmakers",
    "leaders",
    "men",
    "ministers",
    "officials",
    "players",
    "politicians",
    "presidents",
    "rivals",
    "senators",
    "women",
];

/// What two people do, or what helps such a verb.
const TOGETHER: &[&str] = &[
    "agreed",
    "also",
    "are",
    "clashed",
    "discussed",
    "ended",
    "had",
    "have",
    "held",
    "met",
    "plan",
    "signed",
    "spoke",
    "talked",
    "were",
    "will",
];

/// Plural nouns that `they` never means: measures.
const MEASURES: &[&str] = &[
    "ages",
    "cents",
    "days",
    "decades",
    "degrees",
    "dollars",
    "euros",
    "hours",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "miles",
    "millions",
    "minutes",
    "months",
    "pounds",
    "seconds",
    "talks",
    "times",
    "weeks",
    "years",
];
