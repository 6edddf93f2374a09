//! Offices that are bodies: `the Prime Minister's Office`, `the Office of the Attorney General`, and those that are none.
//! Absent here: who holds an office (`roles`).

use super::headings;
use super::lexicon::class;
use super::names::{is_noble, is_title, put};
use super::reading::{Name, Reading};
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

/// `Senior Superintendent of Police`: what somebody is, not who; an office of a country or body of its own name is kept.
pub(super) fn is_office(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    // `Tom, Prince of Ruritania`; `Mayor` of the Lord Mayor of Ardle
    let person = |at: u32| reading.is_capital(at) && reading.has(at, class::FIRST) && !reading.has(at, class::TOWN);
    let apposed = start > 1 && reading.word(start - 1) == "," && person(start - 2);
    // `the Team Manager`
    let sort = |at: u32| matches!(reading.word(at), "Team" | "Project" | "Section" | "Squad" | "Unit");
    let head = |at: u32| matches!(reading.word(at), "Manager" | "Leader" | "Captain" | "Director" | "Coordinator");
    if end == start + 1 && sort(start) && head(end) {
        return true;
    }
    let mayor = end == start + 1 && reading.word(start) == "Mayor" && reading.word(end) == "of";
    if apposed && is_noble(reading, name.tokens) || mayor || is_field_of_office(reading, name) {
        return true;
    }
    let Some(of) = (start + 1..end).find(|at| matches!(reading.word(*at), "of" | "de" | "for")) else {
        // `Home and Defence Secretaries`
        let several = matches!(reading.word(end - 1), "Secretaries" | "Ministers" | "Commissioners");
        let field = |at: u32| reading.has(at, class::COMMON | class::LINK) || reading.is(at, Rule::Modifier);
        return several && name.kind != EntityKind::Person && (start..end - 1).all(field);
    };
    let named = class::COUNTRY | class::PEOPLE | class::TOWN | class::KNOWN | class::FIRST;
    let common = |at: u32| {
        let rules = reading.rules(at);
        reading.has(at, class::COMMON | class::TITLE | class::LINK) && !reading.has(at, named)
            || [Rule::Force, Rule::Title, Rule::Modifier, Rule::Post].iter().any(|rule| rules.has(*rule))
    };
    // `the Commissioner of Police, CP Tom Berg`
    let apposed = matches!(reading.word(of), "of" | "for")
        && reading.word(start.max(1) - 1) != "and"
        && reading.word(end) == ","
        && reading.is_capital(end + 1);
    let titles =
        |at: u32| reading.is(at, Rule::Title) || reading.word(at) == "Chef" || apposed && reading.is(at, Rule::Post);
    let title = |at: u32| titles(at) && reading.is_capital(at);
    title(of - 1) && (start..end).all(common)
}

/// `Border Protection` of the Minister for Immigration and Border Protection.
fn is_field_of_office(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    if start < 5 || reading.word(start - 1) != "and" || name.kind == EntityKind::Person {
        return false;
    }
    let named = class::FIRST | class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY;
    let field = |at: u32| reading.is_capital(at) && !reading.has(at, named);
    let link = (start.saturating_sub(5)..start - 2).rev().find(|at| matches!(reading.word(*at), "for" | "of"));
    let office = |at: u32| matches!(reading.word(at), "Minister" | "Secretary" | "Commissioner");
    link.is_some_and(|at| at > 0 && office(at - 1) && (at + 1..start - 1).all(field)) && (start..end).all(field)
}
