//! Fixtures: `York host Leeds on Sunday`.

use super::REACH;
use super::view::View;
use super::words::*;
use crate::document::{Case, TokenKind};
use crate::grammar::VerbTense;

/// `Tuesday: Holme v Eastfield (7.45pm)`, where no score stands.
pub(super) fn is_listed(v: &View<'_>) -> bool {
    let title = |at: u32| v.doc.tokens[at as usize].case == Case::Title;
    let number = |at: u32| v.doc.tokens[at as usize].kind == TokenKind::Number;
    let versus = |at: u32| ["v", "vs"].contains(&v.word(at)) && title(at - 1) && title(at + 1);
    let score = |at: u32| number(at) && v.is(at + 1, &["-", "–"]) && number(at + 2);
    v.then(&[":"])
        && (v.tokens.end + 1..v.end - 1).take(8).any(versus)
        && !(v.start..v.end.saturating_sub(2)).take(40).any(score)
}

/// `The clocks go back on Sunday`, `York host Leeds on Sunday`: a short sentence without any verb that is surely one.
pub(super) fn is_fixture(v: &View<'_>) -> bool {
    let (start, end) = (v.start, v.tokens.start);
    let title = |at: u32| v.doc.tokens[at as usize].case == Case::Title;
    let verb = |at: u32| {
        let many = || title(at - 1) || v.word(at - 1).ends_with('s') && !v.is(at - 1, &["its", "his", "'s", "’s"]);
        // `Holme, bottom of the table, go to Eastfield on Sunday`
        let apart = || v.is(at - 1, &[","]) && title(start) && (start + 1..at - 1).take(3).any(|at| v.is(at, &[","]));
        v.of(at, &FIXTURES) && (many() || apart() && title(at + 2))
            || title(at - 1) && v.is(at, &["face"])
            || v.of(at, &FIXTURES_OF_ONE)
                && !v.of(at - 1, &ARTICLES)
                && at > start + u32::from(["The", "A"].contains(&v.word(start)))
            || v.is(at, &["runs", "run"]) && v.is(at + 1, &["from", "until", "till"])
            || v.of(at, &FIXTURES_OR_NOUNS) && title(at - 1) && (title(at + 1) || v.is(at + 1, &["to"]))
    };
    // Room for what is told of them between commas.
    let room = if (start + 1..end).take(3).any(|at| v.is(at, &[","])) { 6 } else { 0 };
    end - start <= REACH as u32 + room
        && v.verbs_before(end).iter().all(|v| v.tense == VerbTense::None)
        && (start + 1..end.saturating_sub(1)).any(verb)
}
