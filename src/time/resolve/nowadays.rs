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
        history && self.direction(found) != Direction::Past || self.is_of_many(found)
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
