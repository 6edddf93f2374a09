//! What people are called besides their names: what stands in quotes or brackets inside a name (`Leo “Scooter” Berg`, `Ann (Holm)
//! Berg`), and short forms of first names. Absent here: whom a name means (`people`).

use super::lexicon::class;
use super::names::put;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{HashMap, word_hash};
use crate::lists::rows;
use crate::{EntityKind, TokenRange};
use std::sync::OnceLock;

/// Mends the edges of names that are parted by quotes or brackets.
pub(super) fn mend(reading: Reading, names: &mut Vec<Name>) {
    nicknames(reading, names);
    called(reading, names);
    parted(reading, names);
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// `“Buzz” Berg`, of which the model saw `Buzz” Berg`: the quote belongs to the name, or none of it.
fn nicknames(reading: Reading, names: &mut [Name]) {
    let quote = |at: u32| matches!(reading.word(at), "“" | "”" | "\"" | "‘");
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let cut = names[n].kind == EntityKind::Person && end == start + 3 && quote(start + 1);
        let free = n.checked_sub(1).map_or(0, |before| names[before].tokens.end) < start;
        if cut && free && quote(start - 1) {
            names[n] = Name::new(reading, TokenRange::new(start - 1, end), EntityKind::Person);
        }
    }
}

/// `Nordin “the Barber” Berg`, of which the model saw the first and the last words: one man, and what he is called between.
fn called(reading: Reading, names: &mut Vec<Name>) {
    let open =
        |at: u32| matches!(reading.word(at), "“" | "\"" | "‘") && spaced(reading, at) && !spaced(reading, at + 1);
    let close = |at: u32| matches!(reading.word(at), "”" | "\"" | "’") && !spaced(reading, at);
    let mut wholes: Vec<Name> = Vec::new();
    for name in names.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() < 3) {
        let TokenRange { start, end } = name.tokens;
        let Some(shut) = Some(end).filter(|at| open(*at)).and_then(|_| (end + 2..end + 5).find(|at| close(*at))) else {
            continue;
        };
        let small = |at: u32| !reading.is_capital(at);
        let last = names.partition_point(|name| name.tokens.end <= shut + 1);
        let Some(last) = names.get(last).filter(|last| last.tokens.start <= shut + 1) else { continue };
        let surname = last.tokens.end <= shut + 3 && reading.is_capital(shut + 1) && reading.is_capital(shut - 1);
        if surname && small(end + 1) && wholes.last().is_none_or(|whole| whole.tokens.end <= start) {
            wholes.push(Name::new(reading, TokenRange::new(start, last.tokens.end), EntityKind::Person));
        }
    }
    put(names, wholes);
}

/// `Leo ‘Scooter’ Berg`, of which the model saw `Leo ‘Scooter`, and `Ann (Holm) Berg`, of which it saw each by itself: one
/// person, and what she was called before.
fn parted(reading: Reading, names: &mut Vec<Name>) {
    let open = |at: u32| matches!(reading.word(at), "“" | "\"" | "‘" | "'") && spaced(reading, at);
    let close = |at: u32| matches!(reading.word(at), "”" | "\"" | "’" | "'") && !spaced(reading, at);
    let word = |at: u32| reading.is_capital(at) && spaced(reading, at);
    let mut wholes: Vec<Name> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let TokenRange { start, end } = name.tokens;
        let lone = name.tokens.len() == 1 && name.kind != EntityKind::Group;
        let person = name.kind == EntityKind::Person;
        if !person && !lone || wholes.last().is_some_and(|whole| whole.tokens.end > start) {
            continue;
        }
        let quoted = person && close(end) && (start + 1..end).any(open);
        let maiden = reading.word(end) == "(" && lone && spaced(reading, end);
        let shut = match () {
            _ if quoted => Some(end),
            _ if maiden && reading.is_capital(end + 1) && reading.word(end + 2) == ")" => Some(end + 2),
            _ => None,
        };
        let Some(last) = shut.map(|shut| shut + 1).filter(|last| word(*last)) else { continue };
        // What the model saw of the surname.
        let seen = names[n + 1..].iter().take(2).find(|next| next.tokens.start == last);
        let human = |next: &Name| next.kind == EntityKind::Person && next.tokens.len() < 3;
        let first = quoted || reading.has(start, class::FIRST);
        let surname = first && (!reading.has(last, class::COMMON | class::TITLE) || reading.has(last, class::LAST));
        let end = match seen {
            Some(next) if human(next) => next.tokens.end,
            Some(next) if next.tokens.len() > 1 => continue,
            _ if surname => last + 1,
            _ => continue,
        };
        wholes.push(Name::new(reading, TokenRange::new(start, end), EntityKind::Person));
    }
    put(names, wholes);
}

/// The short forms of the first names that are usual.
fn forms() -> &'static HashMap<&'static str, Vec<&'static str>> {
    static FORMS: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms: HashMap<&str, Vec<&str>> = HashMap::default();
        for line in rows!("gazetteer/short.txt") {
            let mut names = line.split(' ');
            forms.entry(names.next().unwrap_or(line)).or_default().extend(names);
        }
        forms
    })
}

/// True for a first name and its usual short form (`Lawrence`, `Larry`).
pub(super) fn is_short_for(a: &str, b: &str) -> bool {
    let of = |short: &str, whole: &str| forms().get(whole).is_some_and(|shorts| shorts.contains(&short));
    of(a, b) || of(b, a)
}

/// Whom a short form of a first name means that is nobody's whole name (`Win` of Winifred, `Alex` of Alexander), by that; none
/// where two have it.
pub(super) fn shorts<'a>(
    reading: Reading,
    firsts: impl Iterator<Item = (usize, &'a str)>,
) -> HashMap<String, Option<usize>> {
    let mut shorts: HashMap<String, Option<usize>> = HashMap::default();
    let mut add = |short: &str, f: usize| {
        let one = shorts.entry(short.to_string()).or_insert(Some(f));
        *one = one.filter(|one| *one == f);
    };
    for (f, first) in firsts {
        forms().get(first).into_iter().flatten().for_each(|short| add(short, f));
        let cuts = first.char_indices().map(|(at, _)| at).skip(3).take(4);
        for short in cuts.map(|at| &first[..at]) {
            if reading.lexicon.word(word_hash(short)).bits & (class::FIRST | class::LAST) == 0 {
                add(short, f);
            }
        }
    }
    shorts
}

/// True where a short form may mean whoever was `seen` last so far before: not in the same sentence (`Theodora Bell met Theo`),
/// nor as somebody’s kin (`his son Alex`).
pub(super) fn is_free(reading: Reading, name: &Name, seen: Option<u32>) -> bool {
    let sentence = |at: u32| reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
    let apart = |seen: u32| sentence(seen.saturating_sub(1)) < sentence(name.tokens.start);
    let kin = name.tokens.start.checked_sub(1).is_some_and(|at| {
        let at = at - u32::from(at > 0 && reading.word(at) == ",");
        reading.is(at, Rule::Tie)
    });
    seen.is_some_and(apart) && !kin && super::told::is_free(reading, name.tokens)
}
