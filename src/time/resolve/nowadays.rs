//! What `today` and `overnight` are, where they are not the day of the publication.

use super::{Match, Resolver};
use crate::document::TokenKind;
use crate::grammar::{self, VerbTense};
use crate::lists::List;
use crate::time::calendar::Date;
use crate::time::meaning::Meaning;
use crate::time::tense::Direction;
use crate::time::value::Part;

/// Lead a number that nobody counts in a day.
static ROUGHLY: List = List::new("about almost approximately around nearly over roughly some");

/// Begin what is said of many.
static MANY: List = List::new("hundreds many millions most thousands tens");

impl Resolver<'_> {
    /// `Korea today is a democracy`, in a history that has no day of its own; `Today, about 9,000 people speak it`: nowadays.
    pub(super) fn is_nowadays(&self, found: &Match) -> bool {
        let history = self.frame.narrative && self.frame.published.is_none();
        history && self.direction(found) != Direction::Past || self.is_of_many(found) || self.is_lasting(found)
    }

    /// `More people live there today than ever`, `which she still owns today`, `It is one of the best known today`: what is so
    /// for long. Not `is still burning today`, `is still there today`.
    fn is_lasting(&self, found: &Match) -> bool {
        let sentence = self.doc.sentences[found.sentence as usize].tokens;
        let (start, end) = (found.tokens.start, found.tokens.end);
        if end - start != 1 || !self.doc.is(start as usize, &["today", "Today"]) {
            return false;
        }
        let word = |at: u32| if at < sentence.end { self.doc.word(at as usize) } else { "" };
        if word(end) == "than" && word(end + 1) != "yesterday" {
            return true;
        }
        let parse = grammar::parse(self.doc, found.sentence as usize);
        let clause = parse.clause_of(start).map(|clause| &parse.clauses[clause]);
        let Some(verb) = clause.and_then(|c| c.verb).map(|v| &parse.verbs[v as usize]) else { return false };
        if verb.tense != VerbTense::Present || verb.main + 16 < start {
            return false;
        }
        let still = verb.tokens.start > sentence.start && word(verb.tokens.start - 1) == "still"
            || verb.tokens.range().any(|at| self.doc.word(at) == "still");
        let be = verb.tokens.len() == 1 && matches!(word(verb.main), "is" | "are" | "remains" | "remain");
        // `is the largest in the land today`, `is one of the best known today`
        let (one, two) = (word(verb.main + 1), word(verb.main + 2));
        // `is a form of exercise today`
        let kind = |at: u32| matches!(word(at), "form" | "kind" | "sort" | "type" | "way") && word(at + 1) == "of";
        let kind = matches!(one, "a" | "an") && (kind(verb.main + 2) || kind(verb.main + 3));
        let most = kind
            || one == "the" && (two == "most" || two.len() > 5 && two.ends_with("est"))
            || one == "one" && two == "of";
        still && !be && !word(verb.main).ends_with("ing") || be && most
    }

    /// What goes on, said of a rough number: `Today, about 9,000 people speak it`, not `Today, nine ministers meet in York`.
    fn is_of_many(&self, found: &Match) -> bool {
        const FAR: u32 = 12;
        let sentence = self.doc.sentences[found.sentence as usize].tokens;
        let word = |at: u32| if at < sentence.end { self.doc.word(at as usize) } else { "" };
        if found.tokens.start != sentence.start || !word(sentence.start).eq_ignore_ascii_case("today") {
            return false;
        }
        let first = found.tokens.end + u32::from(word(found.tokens.end) == ",");
        let is = |at: u32, words: &List| at < sentence.end && words.hold(self.doc.tokens[at as usize].hash);
        let number = |at: u32| at < sentence.end && self.doc.tokens[at as usize].kind == TokenKind::Number;
        let than = matches!((word(first), word(first + 1)), ("more" | "fewer" | "less", "than"));
        let many = is(first, &MANY) || is(first, &ROUGHLY) && number(first + 1) || than && number(first + 2);
        let verbs = &grammar::parse(self.doc, found.sentence as usize).verbs;
        let verb = verbs.iter().find(|v| v.tense != VerbTense::None);
        // A verb that looks like a noun is none here: `Today, some 9,000 people fish there`.
        let goes_on = verb.is_none_or(|v| {
            let running = v.tokens.len() > 1 && self.doc.word(v.main as usize).ends_with("ing");
            v.tense == VerbTense::Present && !running && v.main < first + FAR
        });
        many && goes_on
    }

    /// `The storm struck overnight`, told in the morning: the night that is over.
    pub(super) fn last_night(&self, found: &Match, date: Option<Date>) -> Option<Date> {
        let night = matches!(found.meaning, Meaning::Part { part: Part::Night, .. }) && found.tokens.len() == 1;
        let overnight = night && self.doc.is(found.tokens.start as usize, &["overnight"]);
        let now = date.filter(|_| overnight && date == self.frame.published && !self.frame.narrative)?;
        (self.direction(found) == Direction::Past).then(|| now.plus_days(-1))?
    }
}
