//! Which way an expression without words of direction looks: back, or ahead.
//!
//! Door: [`Tenses::direction`]. Absent here: dates.

use crate::TokenRange;
use crate::document::Document;
use crate::grammar::{self, Parse, VerbTense};
use std::cell::RefCell;

/// Which way the clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what has happened.
    Past,
    /// To what is planned.
    Future,
    /// Not said.
    Open,
}

/// The verbs of the sentence asked about last, so that no sentence is read twice.
#[derive(Debug, Default)]
pub struct Tenses {
    last: RefCell<Option<(u32, Parse)>>,
}

/// Words right before an expression that look ahead whatever the verb.
const AHEAD: &[&str] = &["until", "till", "upcoming", "beginning", "starting"];
/// Words in the clause that make a plan of whatever the verb.
const PLANNED: &[&str] =
    &["scheduled", "expected", "due", "planned", "slated", "plans", "planning", "upcoming", "deadline"];

impl Tenses {
    /// The direction of the clause around `tokens`, which stand in sentence number `sentence`.
    pub fn direction(&self, doc: &Document, sentence: u32, tokens: TokenRange) -> Direction {
        let start = doc.sentences[sentence as usize].tokens.start;
        let is = |at: u32, words: &[&str]| words.iter().any(|w| doc.word(at as usize).eq_ignore_ascii_case(w));
        if tokens.start > start && is(tokens.start - 1, AHEAD) {
            return Direction::Future;
        }
        let planned = (start.max(tokens.start.saturating_sub(6))..tokens.start).any(|at| is(at, PLANNED));
        if planned {
            return Direction::Future;
        }
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(number, _)| *number != sentence) {
            *last = Some((sentence, grammar::parse(doc, sentence as usize)));
        }
        let governing = last.as_ref().and_then(|(_, parse)| parse.governing(tokens.start)).map(|verb| verb.tense);
        match governing {
            Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect) => Direction::Past,
            Some(VerbTense::Future) => Direction::Future,
            _ => Direction::Open,
        }
    }
}
