//! Lands, states and counties by how they are written. Absent here: what the lists know as a place (`lexicon`).

use super::initials;
use super::lexicon::class;
use super::names::put;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// `Duluth, Minn.`: a state of the United States, written short behind a town.
pub(super) fn is_state(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && tokens.start > 1
        && reading.is(tokens.start, Rule::State)
        && reading.word(tokens.start - 1) == ","
        && reading.is_capital(tokens.start - 2)
        && (reading.word(tokens.start).ends_with('.') || reading.word(tokens.end) == ".")
}

/// `Akron, Ohio - `: a land or state behind a town, before a mark.
pub(super) fn is_land_behind(reading: Reading, tokens: TokenRange) -> bool {
    let mark = reading.token(tokens.end).is_none_or(|t| t.kind == TokenKind::Mark);
    tokens.len() == 1
        && tokens.start > 1
        && reading.has(tokens.start, class::COUNTRY)
        && !reading.has(tokens.start, class::FIRST | class::LAST)
        && reading.word(tokens.start - 1) == ","
        && reading.is_capital(tokens.start - 2)
        && mark
}

/// `S. Africa`
pub(super) fn is_side_of_land(reading: Reading, tokens: TokenRange) -> bool {
    let side = matches!(reading.word(tokens.start), "N" | "N." | "S" | "S.");
    side && tokens.len() < 4 && tokens.len() > 1 && reading.has(tokens.end - 1, class::COUNTRY)
}

/// `Ana Silva (POR)`: a land as results write it, behind a name that it does not shorten.
pub(super) fn is_code_of_land(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let code = || reading.is(start, Rule::Code) && reading.word(start).bytes().all(|b| b.is_ascii_uppercase());
    let bracketed = start > 1 && reading.word(start - 1) == "(" && matches!(reading.word(end), ")" | "," | ";" | "/");
    let shortens = || {
        let from = start.saturating_sub(8);
        let named = |at: &u32| !reading.is_capital(*at) && !reading.entry(*at).is_link();
        let first = (from..start - 1).rev().find(named).map_or(from, |at| at + 1);
        first < start - 1 && initials::is_acronym_of(reading, reading.word(start), TokenRange::new(first, start - 1))
    };
    tokens.len() == 1 && bracketed && code() && reading.is_capital(start - 2) && !shortens()
}

/// `County Kerry`, not `County Council`
pub(super) fn is_county(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    tokens.len() == 2
        && reading.word(tokens.start) == "County"
        && ![Rule::Body, Rule::Club, Rule::Force, Rule::House].iter().any(|rule| reading.is(last, *rule))
}

/// `Ardle, Victoria, has a school`: who stands so before a land or state is a town, wherever else the name is alone.
pub(super) fn towns(reading: Reading, names: &mut [Name]) {
    let lone = |name: &Name| name.kind == EntityKind::Person && name.tokens.len() == 1;
    let town = |two: &&[Name]| {
        let (name, land) = (&two[0], &two[1]);
        let TokenRange { start, end } = name.tokens;
        let behind = land.tokens.end + 1;
        let again = reading.word(behind) == reading.word(start);
        let goes_on = reading.token(behind).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            && !matches!(reading.word(behind), "and" | "or");
        lone(name)
            && land.kind == EntityKind::Place
            && land.tokens.start == end + 1
            && reading.word(end) == ","
            && reading.word(behind - 1) == ","
            && (again || goes_on)
            && !reading.has(start, class::FIRST)
            && start.checked_sub(1).is_none_or(|at| !reading.is_capital(at) && (again || reading.word(at) != ","))
    };
    let towns: HashSet<String> = names.windows(2).filter(town).map(|two| two[0].key.clone()).collect();
    if towns.is_empty() {
        return;
    }
    for name in names.iter_mut().filter(|name| lone(name) && towns.contains(&name.key)) {
        name.kind = EntityKind::Place;
    }
}

/// `British Honduras`, `Western Europe`, `Guinea-Bissau`: one land or part of the world of two words or three, that the
/// model cut.
pub(super) fn join(reading: Reading, names: &mut Vec<Name>) {
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    let mut wholes: Vec<Name> = Vec::new();
    for name in names.iter() {
        let end = name.tokens.end;
        // The first word is a name by itself, or the word right before one.
        for start in [name.tokens.start, name.tokens.start.saturating_sub(1)] {
            let next = reading.is_capital(start + 1) || reading.word(start + 1) == "-";
            if !next || !reading.is_capital(start) || wholes.last().is_some_and(|whole| whole.tokens.end > start) {
                continue;
            }
            let len = length(reading.word(start), &|n| reading.word(start + n));
            let hyphen = reading.word(start + 1) == "-" && !spaced(start + 1) && !spaced(start + 2);
            let tight = |len: u32| (start + 1..start + len).all(spaced) || hyphen;
            // What is whole already, or longer, is left as it is.
            let whole = len.map(|len| TokenRange::new(start, start + len)).filter(|whole| tight(whole.len()));
            let Some(whole) = whole.filter(|whole| start < name.tokens.start || end < whole.end) else { continue };
            let first = names.partition_point(|name| name.tokens.end <= whole.start);
            let mut inside = names[first..].iter().take_while(|name| name.tokens.start < whole.end);
            if inside.all(|n| n.tokens.start >= whole.start && n.tokens.end <= whole.end) {
                wholes.push(Name::new(reading, whole, EntityKind::Place));
                break;
            }
        }
    }
    put(names, wholes);
}

/// `Baden-Württemberg`
pub(super) fn is_compound(reading: Reading, tokens: TokenRange) -> bool {
    length(reading.word(tokens.start), &|n| reading.word(tokens.start + n)) == Some(tokens.len())
}

/// How many words a land has that begins with this one, with what stands behind.
fn length<'a>(first: &str, behind: &dyn Fn(u32) -> &'a str) -> Option<u32> {
    let compass = |second: &str| matches!(second, "Africa" | "America" | "Asia" | "Europe");
    let second = behind(1);
    let two = match first {
        "British" => matches!(
            second,
            "Bechuanaland"
                | "Borneo"
                | "Cameroons"
                | "Ceylon"
                | "Guiana"
                | "Honduras"
                | "Malaya"
                | "Somaliland"
                | "Togoland"
        ),
        "Dutch" => matches!(second, "Antilles" | "Guiana"),
        "French" => matches!(
            second,
            "Cameroon" | "Guiana" | "Guinea" | "Indochina" | "Polynesia" | "Somaliland" | "Sudan" | "Togoland"
        ),
        "German" => matches!(second, "Kamerun" | "Samoa" | "Togoland"),
        "Portuguese" => matches!(second, "Guinea" | "India" | "Timor"),
        "Spanish" => matches!(second, "Guinea" | "Sahara"),
        "Italian" => matches!(second, "Eritrea" | "Libya" | "Somaliland"),
        "Belgian" => second == "Congo",
        "Northern" => matches!(second, "Ireland" | "Rhodesia") || compass(second),
        "Southern" => second == "Rhodesia" || compass(second),
        "Central" | "Eastern" | "Western" => compass(second),
        "East" | "North" | "South" | "West" => {
            compass(second) || matches!(second, "Germany" | "Korea" | "Sudan" | "Timor" | "Vietnam" | "Yemen")
        }
        _ => false,
    };
    let colony =
        matches!(first, "British" | "Danish" | "Dutch" | "French" | "German" | "Italian" | "Portuguese" | "Spanish");
    let three = match (second, behind(2)) {
        ("East" | "Equatorial" | "West", "Africa") | ("East" | "West", "Indies") | ("New", "Guinea") => colony,
        ("-", "Bissau") => first == "Guinea",
        ("-", "Württemberg") => first == "Baden",
        ("-", "Karabakh") => first == "Nagorno",
        ("-", "Romagna") => first == "Emilia",
        ("-", "Holstein") => first == "Schleswig",
        ("-", "Anhalt") => first == "Saxony",
        ("-", "Palatinate") => first == "Rhineland",
        _ => false,
    };
    match (two, three) {
        (_, true) => Some(3),
        (true, _) => Some(2),
        _ => None,
    }
}
