//! Which mentions mean the same one.
//!
//! A full name stands for its surname, a long name for its initials, a country for its other names. Where two readings
//! are possible, the one named last before wins; people with different first names never become one.

use super::initials::{initials, is_acronym_of, is_bracketed};
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::stems::{level, stem};
use super::{catalogue, gender, kin, people, renamed, shorts};
use crate::document::{Case, HashMap};
use crate::lists::rows;
use crate::{EntityKind, TokenRange};
use std::sync::OnceLock;

/// Mentions that mean the same one: numbers into the list of names, in order.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub kind: EntityKind,
    pub names: Vec<usize>,
    /// The name that the reader gave it.
    pub given: Option<String>,
}

/// One of the forms of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    pub words: &'a str,
    tokens: TokenRange,
    /// How often it stands in the article.
    times: u32,
}

/// The forms of a group, each once, in order of their first place.
pub(super) fn forms<'a>(reading: Reading<'a>, names: &[Name], group: &Group) -> Vec<Form<'a>> {
    let mut forms: Vec<Form> = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::default();
    for name in group.names.iter().map(|n| &names[*n]) {
        let words = reading.doc.words(name.tokens);
        let at = *seen.entry(words).or_insert(forms.len());
        match forms.get_mut(at) {
            Some(form) => {
                form.times += 1;
                form.tokens = if is_former(reading, name.tokens) { name.tokens } else { form.tokens };
            }
            None => forms.push(Form { words, tokens: name.tokens, times: 1 }),
        }
    }
    forms
}

impl Group {
    /// What stands on the chip: what the reader gave, else the fullest natural form: the most words, but capitals only
    /// where there is no other form.
    pub fn title(&self, reading: Reading, forms: &[Form]) -> String {
        if let Some(given) = &self.given {
            return given.clone();
        }
        let fullness = |form: &Form| {
            let tokens = form.tokens.start..form.tokens.end;
            let words = tokens.filter(|at| reading.word(*at).starts_with(char::is_alphabetic)).count();
            // Nobody needs more to know which China is meant.
            let formal = self.kind == EntityKind::Place && form.words.contains("s Republic of ");
            let shouts = !form.words.chars().any(char::is_lowercase);
            let words = if self.kind == EntityKind::Group || formal { 0 } else { words.min(6) };
            // `Syria` of the Syrian Arab Republic, `North Korea` of N. Korea.
            let usual = self.kind == EntityKind::Place && {
                let key = reading.key(form.tokens);
                aliases().get(key.as_str()).is_some_and(|plain| *plain == key && !formal)
            };
            // `Democrats` rather than `Democratic`, `Paralympics` rather than `Paralympic`
            let named = matches!(self.kind, EntityKind::Event | EntityKind::Group);
            let usual = usual || named && !form.words.ends_with("ic");
            let quoted = form.words.contains(['“', '”', '"']);
            // `Falcon, whose real name is Juan Paz Alsina`: he is known by the other.
            let word = |n: u32| form.tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
            // `Prince Otto, Duke of Ardle`
            let noble = word(1) == "," && super::names::is_noble(reading, form.tokens);
            let real = matches!(word(1), "is" | "was") && word(2) == "name" && self.kind == EntityKind::Person;
            // Of a surname and its slip the one that others have too.
            let lone = self.kind == EntityKind::Person && form.tokens.len() == 1;
            let listed = !lone || reading.has(form.tokens.start, class::FIRST | class::LAST);
            (!real && !noble && !is_former(reading, form.tokens), !shouts, usual, words, !quoted, form.times, listed)
        };
        let best = forms.iter().enumerate().max_by_key(|(n, form)| (fullness(form), std::cmp::Reverse(*n)));
        let Some((_, form)) = best else { return String::new() };
        // `CORRAN BAY` at the head of a report; `USA` is written so.
        let length = |words: &str| words.chars().count();
        let whole = form.words.split([' ', '-']).all(|word| length(word) > 2)
            && (length(form.words) > 4 || reading.has(form.tokens.start, class::TOWN));
        let shouts = !form.words.contains(char::is_lowercase);
        let place =
            self.kind == EntityKind::Place && form.words.is_ascii() && !form.words.contains(['.', '&']) && whole;
        if shouts && place { capitalised(form.words) } else { form.words.to_string() }
    }
}

/// `Corran Bay` for `CORRAN BAY`. Of ASCII letters alone, so that its capitals are again what the text has.
fn capitalised(words: &str) -> String {
    let mut inside = false;
    let natural = words.chars().map(|c| {
        let c = if inside { c.to_ascii_lowercase() } else { c };
        inside = c.is_ascii_alphabetic();
        c
    });
    natural.collect()
}

/// `Juan Paz, formerly known as Ben Hale`, `Lia Mar, born Amelia Marchetti Ruiz`: no longer.
fn is_former(reading: Reading, tokens: TokenRange) -> bool {
    let word = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    // `German-born Paul Hale` is so still.
    matches!(word(1), "born" | "née" | "nee" | "né") && word(2) != "-"
        || word(1) == "as" && word(2) == "known" && matches!(word(3), "formerly" | "once" | "previously")
}

/// Most owners of one form that are weighed; what keeps the work linear.
pub(super) const MOST: usize = 32;

/// Groups the names. Every name is in exactly one group; groups stand in order of their first name.
pub(super) fn group(reading: Reading, names: &[Name]) -> Vec<Group> {
    let mut links = Links((0..names.len()).collect());
    same_words(reading, names, &mut links);
    acronyms(reading, names, &mut links);
    people::join(reading, names, &mut links);
    shorts::join(reading, names, &mut links);

    let mut groups: Vec<Group> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::default();
    for n in 0..names.len() {
        let root = links.root(n);
        let at = *place.entry(root).or_insert_with(|| {
            groups.push(Group { kind: names[root].kind, names: Vec::new(), given: None });
            groups.len() - 1
        });
        groups[at].names.push(n);
    }
    for group in &mut groups {
        // Longer forms say more of what a thing is than its initials.
        let mut votes = [0u32; 6];
        // A code says nothing: `AF447`.
        let code = |n: &&usize| names[**n].tokens.len() == 1 && renamed::is_code(reading, names[**n].tokens.start);
        let lone = group.names.iter().all(|n| code(&n));
        let words = group.names.iter().filter(|n| lone || !code(n));
        words.for_each(|n| votes[names[*n].kind as usize] += names[*n].tokens.len());
        let best = votes.iter().enumerate().max_by_key(|(n, votes)| (**votes, 6 - *n));
        group.kind = super::labels::KINDS[best.map_or(0, |b| b.0)];
    }
    for group in &mut groups {
        let name = &names[group.names[0]];
        if group.kind == EntityKind::Person && group.names.len() == 1 {
            group.given = catalogue::title(reading, name.tokens);
        }
        if is_one_of_two(reading, name) && group.names.iter().all(|n| is_one_of_two(reading, &names[*n])) {
            group.given = reading.doc.words(name.tokens).strip_suffix('s').map(str::to_string);
        }
    }
    gender::title(reading, names, &mut groups);
    kin::title(reading, names, &mut groups);
    groups
}

/// `Ardle Airports` of `the Corrin and Ardle Airports`: one of two that share what they are called.
fn is_one_of_two(reading: Reading, name: &Name) -> bool {
    const SORTS: [&str; 12] = [
        "Airports",
        "Avenues",
        "Bridges",
        "Colleges",
        "Counties",
        "Hospitals",
        "Islands",
        "Lakes",
        "Rivers",
        "Stations",
        "Streets",
        "Universities",
    ];
    let TokenRange { start, end } = name.tokens;
    let sort = reading.word(end - 1);
    // `Counties` is no `Countie`.
    SORTS.contains(&sort)
        && !sort.ends_with("ies")
        && end == start + 2
        && start > 1
        && reading.word(start - 1) == "and"
        && reading.is_capital(start - 2)
        && !reading.has(start - 2, class::FIRST)
}

/// Which names were found to be the same: a forest whose roots are the first of each tree.
pub(super) struct Links(Vec<usize>);

impl Links {
    pub fn root(&mut self, mut n: usize) -> usize {
        while self.0[n] != n {
            self.0[n] = self.0[self.0[n]];
            n = self.0[n];
        }
        n
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}

/// True for a name that is known under several.
pub(super) fn has_others(key: &str) -> bool {
    aliases().contains_key(key)
}

/// The plain form of a name that is known under several.
pub(super) fn plain(key: &str) -> &str {
    aliases().get(key).copied().unwrap_or(key)
}

/// The plain forms of names that are known under several.
fn aliases() -> &'static HashMap<&'static str, &'static str> {
    static TABLE: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = rows!("gazetteer/aliases.tsv");
        lines.flat_map(|l| l.split('\t').map(move |name| (name, l.split('\t').next().unwrap_or(name)))).collect()
    })
}

fn same_words(reading: Reading, names: &[Name], links: &mut Links) {
    let mut first: HashMap<(String, EntityKind), usize> = HashMap::default();
    let strips = shorts::strips(names);
    for (n, name) in names.iter().enumerate() {
        if name.kind == EntityKind::Person && !name.key.contains(' ') {
            continue;
        }
        // `New York City, New York`, `the state of New York`: the state, which has a city of its name.
        let before = |words: u32| name.tokens.start.checked_sub(words).map_or("", |at| reading.word(at));
        let town = || {
            let town = n.checked_sub(1).map(|before| &names[before]);
            town.is_some_and(|town| town.kind == EntityKind::Place && town.tokens.end + 1 == name.tokens.start)
        };
        let state = name.kind == EntityKind::Place
            && match before(1) {
                "," => town(),
                "of" => matches!(before(2), "state" | "State" | "governor" | "Governor"),
                _ => matches!(reading.word(name.tokens.end), "state" | "State"),
            };
        let own = stem(name);
        let own = match () {
            _ if state && plain(&format!("{own} city")) == own => format!("state of {own}"),
            // `in Ardle city`, where the article has the Ardle Strip too
            _ if shorts::is_city_of(reading, name, &strips) => format!("{own} city"),
            _ => own,
        };
        let other = *first.entry((own, name.kind)).or_insert(n);
        links.join(n, other);
    }
    // `iPods` of which one is an iPod, but not the 4S, which is another than the 4; a `Paralympic` runner at the Paralympics.
    let many = |name: &Name| matches!(name.kind, EntityKind::Event | EntityKind::Other);
    for (n, name) in names.iter().enumerate().filter(|(_, name)| many(name)) {
        let one = name.key.strip_suffix('s').filter(|one| one.len() > 2 && one.ends_with(char::is_alphabetic));
        if let Some(other) = one.and_then(|one| first.get(&(level(one.to_string()), name.kind))) {
            links.join(n, *other);
        }
    }
}

/// What a name of two parts is written short as, when only one of them is: `507th ARW` for `507th Air Refueling Wing`,
/// `CJTF - OIR` for `Combined Joint Task Force - Operation Inherent Resolve`, `UKAD` for `UK Anti-Doping`.
fn in_parts(reading: Reading, tokens: TokenRange) -> impl Iterator<Item = String> {
    let TokenRange { start, end } = tokens;
    let part = |from: u32, to: u32| initials(reading, TokenRange::new(from, to), false);
    let numbered = is_ordinal(reading.word(start)).then(|| format!("{} {}", reading.word(start), part(start + 1, end)));
    let dash = (start + 1..end - 1).find(|at| is_spaced_dash(reading, *at));
    let dashed = dash.map(|at| format!("{} - {}", part(start, at), part(at + 1, end)));
    // `USAD` for the `U.S. Agency of Dams`
    let upper = reading.token(start).is_some_and(|t| t.case == Case::Upper && t.span.len() <= 4);
    let own = upper.then(|| reading.key(TokenRange::new(start, start + 1))).filter(|own| own.len() < 4);
    let kept = own.map(|own| own + &part(start + 1, end));
    numbered.into_iter().chain(dashed).chain(kept)
}

/// The initials of a body's name up to its `and`, which its short form leaves out with what stands behind: `OHS` for the
/// `Office for Harbour Safety and Training`.
fn before_and(reading: Reading, name: &Name) -> Option<String> {
    let TokenRange { start, end } = name.tokens;
    let and = (start + 3..end - 1).find(|at| reading.word(*at) == "and")?;
    let short = initials(reading, TokenRange::new(start, and), false);
    (name.kind == EntityKind::Organization && short.len() > 2).then_some(short)
}

/// True for a name that may be such a short form.
fn is_in_parts(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let upper = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Upper);
    let numbered = end == start + 2 && is_ordinal(reading.word(start));
    upper(end - 1) && (numbered || end == start + 3 && upper(start) && is_spaced_dash(reading, start + 1))
}

/// `507th`
pub(super) fn is_ordinal(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() + 2 == word.len() && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A dash with a space on both sides.
pub(super) fn is_spaced_dash(reading: Reading, at: u32) -> bool {
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    matches!(reading.word(at), "-" | "–") && spaced(at) && spaced(at + 1)
}

/// Capitals that are the initials of a name; in brackets behind it, or anywhere when only one name has them.
fn acronyms(reading: Reading, names: &[Name], links: &mut Links) {
    let mut long: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() > 1 && name.kind != EntityKind::Person {
            let owned = reading.has(name.tokens.start, class::COUNTRY | class::PEOPLE | class::TOWN)
                || reading.word(name.tokens.start) == "The";
            let bare = TokenRange::new(name.tokens.start + u32::from(owned), name.tokens.end);
            // `IE6` for `Internet Explorer 6`; `IE` is no version of it.
            let number = reading.word(name.tokens.end - 1);
            let number = Some(number).filter(|number| number.bytes().all(|b| b.is_ascii_digit())).unwrap_or("");
            let made = [(name.tokens, true), (name.tokens, false), (bare, true), (bare, false)];
            let made = made.map(|(tokens, all)| initials(reading, tokens, all) + number);
            let first = before_and(reading, name).into_iter();
            for short in made.into_iter().chain(in_parts(reading, name.tokens)).chain(first) {
                let list = long.entry(short).or_default();
                if list.last() != Some(&n) && list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let capitals = name.tokens.len() == 1
            && reading.token(name.tokens.start).is_some_and(|t| matches!(t.case, Case::Upper | Case::Mixed))
            && name.key.chars().count() > 1
            // `U.S.` is no short form of `U.S. Steel`.
            && !reading.has(name.tokens.start, class::COUNTRY);
        if !capitals {
            // `Republic of Korea (ROK)`
            let land = || {
                let place = |name: &Name| name.kind == EntityKind::Place;
                let before = n.checked_sub(1).map(|n| &names[n]).filter(|long| place(long) && place(name));
                is_bracketed(reading, name.tokens.start)
                    && before.is_some_and(|long| {
                        let behind = long.tokens.end + 1 == name.tokens.start && name.tokens.len() == 1;
                        behind && is_acronym_of(reading, reading.word(name.tokens.start), long.tokens)
                    })
            };
            if let Some(long) = renamed::long_form(reading, names, n) {
                links.join(n, long);
            } else if land() {
                links.join(n, n - 1);
            } else if let Some(one) = long.get(&name.key).filter(|_| is_in_parts(reading, name.tokens)) {
                links.join(n, one[0]);
            } else if let Some(list) = long.get(&name.key).filter(|_| name.key.len() > 2 && name.tokens.len() == 1) {
                // `FSM` of the Federated States of Micronesia, which is a land's code
                let one = links.root(list[0]);
                let places = list.iter().all(|other| names[*other].kind == EntityKind::Place);
                if places && list.iter().all(|other| links.root(*other) == one) {
                    links.join(n, one);
                }
            }
            continue;
        }
        let bracketed = is_bracketed(reading, name.tokens.start)
            && n > 0
            && names[n - 1].tokens.end + 1 == name.tokens.start
            && (is_acronym_of(reading, reading.word(name.tokens.start), names[n - 1].tokens)
                || renamed::is_code(reading, name.tokens.start)
                    && !matches!(names[n - 1].kind, EntityKind::Person | EntityKind::Place));
        if bracketed {
            links.join(n, n - 1);
        } else if let Some(long) = renamed::long_form(reading, names, n) {
            links.join(n, long);
        } else if let Some(list) = long.get(&name.key) {
            let one = links.root(list[0]);
            let alike = |other: &&usize| names[**other].kind == name.kind;
            if list.iter().all(|other| links.root(*other) == one) || name.kind == EntityKind::Other {
                links.join(n, one);
            } else if let Some(other) = list.iter().find(alike) {
                links.join(n, *other);
            }
        }
    }
    // The same capitals are the same thing wherever they stand.
    let mut first: HashMap<&str, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() == 1 && reading.token(name.tokens.start).is_some_and(|t| t.case == Case::Upper) {
            let other = *first.entry(&name.key).or_insert(n);
            if names[other].kind == name.kind || links.root(other) != other {
                links.join(n, other);
            }
        }
    }
}
