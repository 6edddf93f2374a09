//! What a clause's tense and meaning allow: whether it may take a day that stands around it.
//!
//! Absent here: which day ([`context`](super::context), [`lead`](super::lead)).

use super::candidates::Candidate;
use super::lexicon::{Group, Sense, is_of, sense_at};
use super::{attach, when};
use crate::document::{Document, TokenKind};
use crate::grammar::{ClauseKind, VerbTense};

impl Candidate {
    /// True for a plain telling of something that happened.
    pub(super) fn is_plain_happening(&self) -> bool {
        self.is_telling() && (!self.sense.is(Sense::ONSET) || self.hour)
    }

    /// `has urged the king to give way`, `has claimed that the firm spied on her`: in a lead the saying is the news.
    pub(super) fn is_word_of_the_day(&self) -> bool {
        self.tense == Some(VerbTense::PresentPerfect)
            && self.sense.is(Sense::SAY)
            && !self.sense.is(Sense::STATE.with(Sense::FALSE).with(Sense::ORIGIN))
            && !(self.quoted || self.personal || self.hidden)
    }

    /// The same, or that something begins or ends.
    fn is_telling(&self) -> bool {
        let telling = !self.sense.is(Sense::SAY) || self.sense.is(Sense::ACT);
        telling
            && !self.sense.is(Sense::STATE.with(Sense::FALSE).with(Sense::ORIGIN))
            && !self.quoted
            && !self.personal
            && self.kind != ClauseKind::Relative
    }

    /// True where its words say that it is to come on the day it is told on: `would resign today`, `were due to vote later on
    /// Wednesday`, `today’s talks will help`.
    pub(super) fn is_to_come(&self, doc: &Document) -> bool {
        let word = |at: u32| doc.tokens.get(at as usize).map_or("", |_| doc.word(at as usize));
        let holds = |of: &str| self.tokens.range().any(|at| doc.word(at) == of);
        if self.tense.is_none() {
            // `a trip later this month`, `next May’s elections`
            // Not `his death five years later`.
            let unit = |word: &str| matches!(word, "day" | "decade" | "hour" | "month" | "week" | "year");
            let ago = |at: usize| at.checked_sub(1).map_or("", |at| doc.word(at).trim_end_matches('s'));
            let counted = |at: usize| doc.word(at) == "later" && unit(ago(at));
            let coming = |at: usize| is_of(doc, at as u32, Group::Coming) && !counted(at);
            return word(self.tokens.end) == "will" || self.tokens.range().any(coming);
        }
        // `has a vote planned for today`
        if self.is_appointed(doc) {
            return true;
        }
        // `I would like to thank them today`; `was due to land later on Friday but was turned back`
        let modal = self.tense == Some(VerbTense::Modal);
        if word(self.main) == "like" || holds("but") {
            return false;
        }
        let before = (1..=3).filter_map(|back| self.main.checked_sub(back));
        let mut before = before.take_while(|at| word(*at) != "have");
        // `was to speak later on Wednesday`
        let later = holds("later");
        let led = |at: u32| later && word(at + 1) == "to" && matches!(word(at), "was" | "were");
        let ahead = |at: u32| is_of(doc, at, Group::Ahead) && (modal || later && word(at + 1) == "to");
        before.any(|at| ahead(at) || led(at))
    }

    /// `a vote planned for`; not `was planned for`, `refused to attend talks planned for`, `talks set for May failed`.
    fn is_appointed(&self, doc: &Document) -> bool {
        let word = |at: u32| doc.tokens.get(at as usize).map_or("", |_| doc.word(at as usize));
        let (start, main) = (self.tokens.start, self.main);
        let off =
            |at: u32| is_of(doc, at, Group::Shunned) || word(at).ends_with("ed") && sense_at(doc, at).is(Sense::CANCEL);
        main > 0
            && matches!(word(main + 1), "for" | "on")
            && sense_at(doc, main).is(Sense::FIXED)
            && !matches!(word(main - 1), "be" | "been" | "first" | "had" | "he" | "she" | "they" | "was" | "were")
            && !(start.saturating_sub(4)..(self.tokens.end + 4).min(doc.tokens.len() as u32)).any(off)
    }

    /// True when a clause without words of time may be of the day it is told under; `today`: that of the publication,
    /// `ahead`: one behind it.
    pub(super) fn is_of_day(&self, today: bool, ahead: bool) -> bool {
        let tense = match self.tense {
            // `Friday 12 September: The bank meets in York`
            Some(VerbTense::Present | VerbTense::Future) if ahead => !self.said && self.kind == ClauseKind::Main,
            _ if ahead => false,
            Some(VerbTense::Past) => true,
            // `By noon nine roads had been closed`
            Some(VerbTense::PastPerfect) => self.hour,
            Some(VerbTense::PresentPerfect) => today && !self.said,
            _ => false,
        };
        let told = if ahead { self.is_telling() } else { self.is_plain_happening() };
        tense && !self.elsewhen && self.kind != ClauseKind::Subordinate && told
    }

    /// True for a clause that goes back in time without words that say to when: `had bought`, `once made`, `under his
    /// predecessor`, a step in a life.
    pub(super) fn leaves_story(&self, doc: &Document) -> bool {
        // `When police came, he had fled`, `By the time they came the roof had fallen in`: on that day.
        let first = doc.sentences[self.sentence as usize].tokens.start;
        let by = || {
            doc.is(first as usize + 1, &["then"])
                || doc.is(first as usize + 1, &["the"]) && doc.is(first as usize + 2, &["time"])
        };
        let opener = doc.lower(first as usize);
        let met = self.tokens.start > first + 1 && (opener == "when" || opener == "by" && by());
        if met && self.tense == Some(VerbTense::PastPerfect) {
            return false;
        }
        let told =
            self.kind == ClauseKind::Main && !self.quoted && !self.said && !self.hour && !self.sense.is(Sense::SAY);
        let back = match self.tense {
            Some(VerbTense::PastPerfect) => true,
            Some(VerbTense::Past) => self.elsewhen && !self.earlier && !self.sense.is(Sense::STATE) || self.aside,
            _ => false,
        };
        told && back
    }

    /// True for a clause that goes back to the life of the one whose death is the story.
    pub(super) fn leaves_for_life(&self) -> bool {
        self.tense == Some(VerbTense::Past) && !self.hour && !self.quoted
    }

    /// `had waited for it since the race left York on Sunday`: from when or until when, where the story itself does not go.
    pub(super) fn is_bound(&self, doc: &Document) -> bool {
        let opener = (self.tokens.start as usize).checked_sub(1).map_or("", |at| doc.word(at));
        self.kind == ClauseKind::Subordinate && matches!(opener, "since" | "until")
    }

    /// True for what is told as over: what will be, behind it, is not of its time.
    pub(super) fn has_happened(&self) -> bool {
        matches!(self.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect))
    }

    /// `took over the show in 1991 and brought it to the top`: what someone did, or became, once there.
    pub(super) fn is_outcome_of(&self, first: &Candidate) -> bool {
        self.tense == Some(VerbTense::Past) && self.sense.is(Sense::GROWTH) && first.sense.is(Sense::ENTRY)
    }

    /// `took effect in May and was repealed by the next council`, `moved to York in 1971 and died there`: what began then, and
    /// its end, or what lies in another time by its own words.
    pub(super) fn is_end_of(&self, doc: &Document, first: &Candidate, date: &str) -> bool {
        let word = |at: u32| doc.tokens.get(at as usize).map_or("", |_| doc.word(at as usize));
        let ended = is_of(doc, self.main, Group::Ended);
        let object = sense_at(doc, self.main + 1).is(Sense::DETERMINER);
        let died =
            word(self.main) == "died" && when::grain(date) <= 3 && !first.sense.is(Sense::TOLL.with(Sense::DISASTER));
        let died = died && (when::grain(date) <= 2 || word(self.tokens.start.saturating_sub(1)) == "but");
        let other = self.tokens.range().take(24).any(|at| {
            let next = word(at as u32 + 1);
            match doc.word(at) {
                "successor" | "successors" => true,
                "first" | "last" => next == "day",
                "next" | "following" => {
                    matches!(next, "session" | "term" | "parliament" | "decade")
                    // `won six of its next eight games`, not `for the next three years`
                    || attach::is_counted(doc, at as u32 + 1) && !sense_at(doc, at as u32 + 2).is(Sense::UNIT)
                }
                // `were killed in the weeks that followed`
                "that" => next == "followed" && doc.tokens.get(at + 2).is_none_or(|t| t.kind == TokenKind::Mark),
                _ => false,
            }
        });
        self.tense == Some(VerbTense::Past) && (ended && !object || died || other)
    }

    /// True when a clause may share the date of the one it is joined with.
    pub(super) fn may_share(&self) -> bool {
        let tense = matches!(self.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::Future));
        let habit = self.elsewhen && self.kind == ClauseKind::Main;
        tense && !habit && !self.sense.is(Sense::STATE) && (!self.sense.is(Sense::SAY) || self.sense.is(Sense::ACT))
    }
}
