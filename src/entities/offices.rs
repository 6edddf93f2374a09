//! Offices that are bodies: `the Prime Minister's Office`, `the Office of the Attorney General`. Absent here: the offices
//! that people hold (`roles`).

use super::headings;
use super::names::{Name, Reading, is_title, put};
use super::vocabulary::Rule;
use crate::{EntityKind, TokenRange};

/// Adds what the model missed or saw in part.
pub(super) fn find(reading: Reading, names: &mut Vec<Name>) {
    let mut wholes: Vec<Name> = Vec::new();
    for at in 1..reading.doc.tokens.len() as u32 {
        if reading.word(at) != "Office" {
            continue;
        }
        let Some(tokens) = owned(reading, at).or_else(|| of_somebody(reading, at)) else { continue };
        let first = names.partition_point(|name| name.tokens.end <= tokens.start);
        let mut inside = names[first..].iter().take_while(|name| name.tokens.start < tokens.end);
        let apart = inside.all(|name| name.tokens.start >= tokens.start && name.tokens.end <= tokens.end);
        let free = wholes.last().is_none_or(|whole| whole.tokens.end <= tokens.start);
        if apart && free && !headings::is_titled_at(reading, at) {
            wholes.push(Name::new(reading, tokens, EntityKind::Organization));
        }
    }
    put(names, wholes);
}

/// Words of the longest title that is read.
const LONGEST: u32 = 6;

fn is_of_title(reading: Reading, at: u32) -> bool {
    let rules = [Rule::Modifier, Rule::Post, Rule::Ranked];
    reading.is_capital(at) && (is_title(reading, at) || rules.iter().any(|rule| reading.is(at, *rule)))
}

/// `the Prime Minister's Office`
fn owned(reading: Reading, at: u32) -> Option<TokenRange> {
    let owner = matches!(reading.word(at - 1), "'s" | "’s").then_some(at - 1)?;
    let title = (owner.saturating_sub(LONGEST)..owner).rev().take_while(|at| is_of_title(reading, *at)).last()?;
    Some(TokenRange::new(title, at + 1))
}

/// `the Office of the Attorney General`, `the Office of the High Commissioner for Ports and Roads`
fn of_somebody(reading: Reading, at: u32) -> Option<TokenRange> {
    let the = at + 2 + u32::from(reading.word(at + 2) == "the");
    let run = |from: u32| (from..from + LONGEST).take_while(|at| reading.is_capital(*at)).last().map(|last| last + 1);
    let mut end = run(the).filter(|_| reading.word(at + 1) == "of")?;
    if !is_of_title(reading, end - 1) {
        return None;
    }
    if reading.word(end) == "for" {
        end = run(end + 1).unwrap_or(end);
        end = run(end + 1).filter(|_| reading.word(end) == "and").unwrap_or(end);
    }
    Some(TokenRange::new(at, end))
}
