//! Names that the model did not see: those that stand again as they stand elsewhere, and those that can be nothing else
//! (`Parliament` within a sentence, `Transport Scotland`, one of a list of names).

use super::kinds::{self, AMBIGUOUS};
use super::lexicon::class;
use super::memory::Memory;
use super::names::put;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{demonyms, headings, heads, parts, teams};
use crate::document::{Case, HashMap, HashSet, TokenKind, sort_by_key};
use crate::{EntityKind, TokenRange};

/// Names that stand elsewhere in the text just as they stand here.
pub(super) fn fill_in(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    let known = known(reading, memory, names);
    let mut more = Vec::new();
    let mut taken = names.iter().map(|name| name.tokens).peekable();
    let tokens = &reading.doc.tokens;
    let mut at = 0;
    while at < tokens.len() as u32 {
        while taken.peek().is_some_and(|t| t.end <= at) {
            taken.next();
        }
        if let Some(inside) = taken.peek().filter(|t| t.start <= at) {
            at = inside.end;
            continue;
        }
        let limit = taken.peek().map_or(tokens.len() as u32, |t| t.start);
        let same = |form: &Form| {
            at + form.tokens.len() <= limit
                && (0..form.tokens.len()).all(|n| {
                    let (a, b) = (&tokens[(at + n) as usize], &tokens[(form.tokens.start + n) as usize]);
                    a.hash == b.hash && a.case == b.case
                })
        };
        let hit = known.get(&tokens[at as usize].hash);
        match hit.and_then(|list| list.iter().find(|form| same(form) && form.may_stand(reading, at))) {
            Some(form) => {
                let tokens = TokenRange::new(at, at + form.tokens.len());
                more.push(Name::new(reading, tokens, form.kind));
                at = tokens.end;
            }
            None => at += 1,
        }
    }
    names.extend(more);
    sort_by_key(names, |name| name.tokens.start.into());
}

/// `Resolution 12`, `Prop 8`, `COP29`
fn resolutions(reading: Reading, names: &mut Vec<Name>) {
    let number = |at: u32, least: usize| {
        (least..5).contains(&reading.word(at).len()) && reading.word(at).bytes().all(|b| b.is_ascii_digit())
    };
    let spots = reading.capitals().filter(|at| match reading.word(*at) {
        "Resolution" => number(at + 1, 2),
        "Prop" => number(at + 1, 1),
        _ => false,
    });
    let whole = |at: u32| Name::new(reading, TokenRange::new(at, at + 2), EntityKind::Other);
    let free = |whole: &Name| {
        let n = names.partition_point(|name| name.tokens.end <= whole.tokens.start);
        names.get(n).is_none_or(|name| {
            name.tokens.start >= whole.tokens.end
                || name.tokens.start == whole.tokens.start && name.tokens.end < whole.tokens.end
        })
    };
    // `COP29`, `Palme d’Or`
    let other = |at: u32| {
        let one = TokenRange::new(at, at + 1);
        let palm = reading.word(at) == "Palme" && reading.word(at + 1).starts_with('d');
        let or = (at + 1..at + 4).find(|at| palm && reading.word(*at).ends_with("Or"));
        let palm = or.map(|or| Name::new(reading, TokenRange::new(at, or + 1), EntityKind::Other));
        palm.or_else(|| kinds::is_climate_talks(reading, one).then(|| Name::new(reading, one, EntityKind::Event)))
    };
    let others = reading.capitals().filter_map(other);
    let mut wholes: Vec<Name> = spots.map(whole).chain(others).filter(free).collect();
    sort_by_key(&mut wholes, |name| name.tokens.start.into());
    put(names, wholes);
}

/// What is a name by its form and place alone.
pub(super) fn find(reading: Reading, names: &mut Vec<Name>) {
    chambers(reading, names);
    shortened(reading, names);
    bracketed(reading, names);
    agencies(reading, names);
    clubs(reading, names);
    listed(reading, names);
    peoples(reading, names);
    states(reading, names);
    sides(reading, names);
    elided(reading, names);
    resolutions(reading, names);
    speaking(reading, names);
}

/// `Flemish-speaking Flanders`: the land where they speak so.
fn speaking(reading: Reading, names: &mut Vec<Name>) {
    let land = |at: &u32| {
        let title = reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title);
        reading.word(at - 1) == "speaking"
            && reading.word(at - 2) == "-"
            && reading.is_capital(at - 3)
            && title
            && !reading.has(*at, class::COMMON | class::PEOPLE | class::FIRST)
            && !reading.is_capital(at + 1)
    };
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1 && name.tokens.start > 2) {
        if name.kind != EntityKind::Group && land(&name.tokens.start) {
            name.kind = EntityKind::Place;
        }
    }
    let found = (3..reading.doc.tokens.len() as u32).filter(land).map(|at| TokenRange::new(at, at + 1));
    add(names, found.map(|at| Name::new(reading, at, EntityKind::Place)).collect());
}

/// `North Korea`: half of a land that is two.
pub(super) fn is_half(reading: Reading, name: &Name) -> bool {
    let start = name.tokens.start;
    name.kind == EntityKind::Place
        && name.tokens.len() == 2
        && matches!(reading.word(start), "North" | "South")
        && kinds::is_listed_country(reading, name.tokens)
}

/// `the North`, `the South`, where the article has both North and South Korea.
fn sides(reading: Reading, names: &mut Vec<Name>) {
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    let halves = names.iter().filter(|name| is_half(reading, name)).map(|name| name.tokens);
    let lands: HashSet<(&str, u64)> = halves.map(|t| (reading.word(t.start), hash(t.start + 1))).collect();
    if !lands.iter().any(|(side, land)| *side == "North" && lands.contains(&("South", *land))) {
        return;
    }
    let side = |at: &u32| {
        matches!(reading.word(*at), "North" | "South")
            && matches!(reading.word(at - 1), "the" | "The")
            && !reading.is_capital(at + 1)
            && !matches!(reading.word(at + 1), "of" | "-" | "and" | "or" | "&")
            && !headings::is_titled_at(reading, *at)
    };
    let found = (1..reading.doc.tokens.len() as u32).filter(side).map(|at| TokenRange::new(at, at + 1));
    add(names, found.map(|at| Name::new(reading, at, EntityKind::Place)).collect());
}

/// `Da ’ esh`: the mark inside has spaces around it.
fn elided(reading: Reading, names: &mut Vec<Name>) {
    let daesh = |at: &u32| {
        reading.word(*at) == "Da" && matches!(reading.word(at + 1), "'" | "’" | "‘") && reading.word(at + 2) == "esh"
    };
    let found = reading.capitals().filter(daesh).map(|at| TokenRange::new(at, at + 3));
    add(names, found.map(|at| Name::new(reading, at, EntityKind::Organization)).collect());
}

/// Adds names where none is yet.
fn add(names: &mut Vec<Name>, more: Vec<Name>) {
    if more.is_empty() {
        return;
    }
    let mut free = Vec::with_capacity(more.len());
    for name in more {
        let at = names.partition_point(|other| other.tokens.end <= name.tokens.start);
        if names.get(at).is_none_or(|other| other.tokens.start >= name.tokens.end) {
            free.push(name);
        }
    }
    names.extend(free);
    sort_by_key(names, |name| name.tokens.start.into());
}

/// True where a capitalised word stands right beside: it is of another name.
fn beside(reading: Reading, at: u32) -> bool {
    let joined = |a: u32, b: u32| {
        reading.is_capital(a) && reading.token(b).is_some_and(|t| t.space_before) && reading.is_capital(b)
    };
    at > 0 && joined(at - 1, at) || joined(at, at + 1)
}

/// `Parliament`, `Congress`: with a capital within a sentence they mean the country's own.
fn chambers(reading: Reading, names: &mut Vec<Name>) {
    let places: Vec<u32> = reading
        .capitals()
        .filter(|at| reading.is(*at, Rule::Chamber))
        .filter(|at| reading.word(*at + 1) != "of" && !headings::is_titled_at(reading, *at))
        .filter(|at| *at == 0 || reading.word(*at - 1) == "The" || !reading.is_capital(*at - 1))
        .filter(|at| !reading.is_capital(*at + 1))
        .collect();
    let hash = |at: &&u32| reading.doc.tokens[**at as usize].hash;
    let within = |at: &&u32| {
        let before = at.checked_sub(1).and_then(|at| reading.token(at));
        before.is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word)
    };
    let proved: HashSet<u64> = places.iter().filter(within).map(|at| hash(&at)).collect();
    let only = |at: u32| heads::is_chamber(reading, TokenRange::new(at, at + 1));
    let more = places.iter().filter(|at| proved.contains(&hash(at)) || only(**at));
    add(names, more.map(|at| Name::new(reading, TokenRange::new(*at, *at + 1), EntityKind::Organization)).collect());
}

/// `National Union of Dockers (Numda)`: what a body is called for short, that no list knows.
fn bracketed(reading: Reading, names: &mut Vec<Name>) {
    let found = names.iter().filter_map(|long| {
        let short = TokenRange::new(long.tokens.end + 1, long.tokens.end + 2);
        kinds::is_short_of(reading, long, short).then(|| Name::new(reading, short, EntityKind::Organization))
    });
    let found = found.collect();
    add(names, found);
}

/// `the special investigation team (SIT)`: capitals that write short what a body is called in small letters.
fn shortened(reading: Reading, names: &mut Vec<Name>) {
    let upper = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Upper && (2..6).contains(&t.span.len()));
    let lower = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word);
    let body = |at: u32| {
        let rules = reading.rules(at);
        let sorts = [Rule::Sort, Rule::Enterprise, Rule::Body, Rule::Club, Rule::Force];
        sorts.iter().any(|rule| rules.has(*rule)) || matches!(reading.word(at), "team" | "unit" | "force" | "panel")
    };
    let found = (3..reading.doc.tokens.len() as u32).filter(|at| {
        let word = reading.word(*at);
        let long = word.len() as u32;
        reading.word(*at - 1) == "("
            && reading.word(*at + 1) == ")"
            && upper(*at)
            && *at > long + 1
            && body(*at - 2)
            && word.chars().zip(*at - 1 - long..).all(|(letter, at)| {
                lower(at) && reading.word(at).chars().next().is_some_and(|c| c.to_ascii_uppercase() == letter)
            })
    });
    let found = found.map(|at| Name::new(reading, TokenRange::new(at, at + 1), EntityKind::Organization)).collect();
    add(names, found);
}

/// `Transport Scotland`: what an agency is for, with its land behind.
fn agencies(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let tokens = names[n].tokens;
        let Some(field) = tokens.start.checked_sub(1) else { continue };
        let free = n.checked_sub(1).is_none_or(|before| names[before].tokens.end <= field);
        let agency = matches!(names[n].kind, EntityKind::Place | EntityKind::Organization)
            && tokens.len() == 1
            && reading.has(tokens.start, class::COUNTRY)
            && free
            && reading.is_capital(field)
            && reading.is(field, Rule::Field)
            && reading.token(tokens.start).is_some_and(|t| t.space_before)
            && !(field > 0 && reading.is_capital(field - 1))
            && !headings::is_titled_at(reading, field);
        if agency {
            names[n] = Name::new(reading, TokenRange::new(field, tokens.end), EntityKind::Organization);
        }
    }
}

/// `Brelling Athletic`, of which the model saw the first word.
fn clubs(reading: Reading, names: &mut [Name]) {
    let open = |name: &Name| {
        let last = name.tokens.end;
        let club = TokenRange::new(name.tokens.start, last + 1);
        reading.is_capital(last)
            && reading.is(last, Rule::Side)
            && reading.token(last).is_some_and(|t| t.space_before)
            && !reading.is_capital(last + 1)
            && teams::is_town_side(reading, club)
    };
    for n in 0..names.len() {
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > names[n].tokens.end);
        if free && open(&names[n]) {
            let TokenRange { start, end } = names[n].tokens;
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
        }
    }
}

/// Most items of a list that are read; what keeps the work linear.
const LIST: usize = 40;

/// `Walmart, Uber, Boeing and Intel`: a lone capitalised word in a list of names of one kind is another of that kind.
fn listed(reading: Reading, names: &mut Vec<Name>) {
    let mut more = Vec::new();
    let link = |at: u32| matches!(reading.word(at), "," | "and" | "or");
    let mut n = 0;
    while n < names.len() {
        let kind = names[n].kind;
        let mut at = names[n].tokens.end;
        let (mut known, mut unknown) = (1, Vec::new());
        // `BT, ITV and Channel 4`: the list may begin with one.
        let start = names[n].tokens.start;
        let before = n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        if start >= before + 2 && reading.word(start - 1) == "," && may_begin_list(reading, start - 2) {
            unknown.push(Name::new(reading, TokenRange::new(start - 2, start - 1), kind));
        }
        n += 1;
        while link(at) && known + unknown.len() < LIST {
            let item = at + 1 + u32::from(reading.word(at) == "," && link(at + 1));
            match names.get(n).filter(|name| name.tokens.start == item) {
                Some(name) if name.kind == kind => {
                    (known, at) = (known + 1, name.tokens.end);
                    n += 1;
                }
                None if may_be_listed(reading, item) && names.get(n).is_none_or(|next| next.tokens.start > item) => {
                    unknown.push(Name::new(reading, TokenRange::new(item, item + 1), kind));
                    at = item + 1;
                }
                _ => break,
            }
        }
        if known > 1 && unknown.len() <= known && matches!(kind, EntityKind::Organization | EntityKind::Place) {
            more.extend(unknown);
        }
    }
    add(names, more);
}

/// Capitals at the head of a sentence, or behind a word that lists follow.
fn may_begin_list(reading: Reading, at: u32) -> bool {
    let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper && (2..6).contains(&t.span.len()));
    let sentence = || reading.doc.sentences.binary_search_by_key(&at, |s| s.tokens.start).is_ok();
    let led = || at > 0 && matches!(reading.word(at - 1), "by" | "including" | "like" | "as" | "both" | "and" | "(");
    let known = class::COUNTRY | class::TITLE | class::CALENDAR | class::PEOPLE;
    upper
        && !reading.has(at, known)
        && ![Rule::Never, Rule::Plain, Rule::Honour, Rule::State].iter().any(|rule| reading.is(at, *rule))
        && (sentence() || led())
}

/// A capitalised word by itself that is no ordinary one.
fn may_be_listed(reading: Reading, at: u32) -> bool {
    let ordinary = class::COMMON | class::TITLE | class::CALENDAR | class::PEOPLE | class::FIRST;
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.span.len() > 2)
        && reading.is_capital(at)
        && !reading.has(at, ordinary)
        && !reading.is(at, Rule::Never)
        && !matches!(reading.word(at + 1), "the" | "of" | "for")
        && !beside(reading, at)
}

/// `Western leaders`, `Danish farmers`: at the start of a sentence too.
fn peoples(reading: Reading, names: &mut Vec<Name>) {
    let starts = reading.doc.sentences.iter().map(|s| TokenRange::new(s.tokens.start, s.tokens.start + 1));
    let people = starts.filter(|at| {
        let noun = |t: &crate::document::Token| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before;
        reading.is_capital(at.start)
            && reading.has(at.start, class::PEOPLE)
            && reading.token(at.end).is_some_and(noun)
            && demonyms::is_demonym(&reading.key(*at))
    });
    add(names, people.map(|at| Name::new(reading, at, EntityKind::Group)).collect());
}

/// `Duluth, Minn.`: the state behind a town.
fn states(reading: Reading, names: &mut Vec<Name>) {
    let behind = names.iter().map(|name| name.tokens.end + 1);
    let states = behind.map(|at| TokenRange::new(at, at + 1)).filter(|tokens| super::lands::is_state(reading, *tokens));
    let states = states.map(|tokens| Name::new(reading, tokens, EntityKind::Place)).collect();
    add(names, states);
}

/// A form that is looked for.
struct Form {
    tokens: TokenRange,
    kind: EntityKind,
    proof: Proof,
}

/// What must speak for a word where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// Nothing: it is hardly anything else.
    None,
    /// A capital within a sentence, or a verb of saying behind: `King` of `Martin King`.
    Case,
    /// A verb of saying behind: `Ban` of `Ban Ki-moon`.
    Says,
    /// The article before: `the Coalition` of `Global Coalition to End Hunger`.
    Article,
}

impl Form {
    fn may_stand(&self, reading: Reading, at: u32) -> bool {
        // A capitalised word right beside belongs to another name.
        let beside = |a: u32, b: u32| {
            reading.token(b).is_some_and(|t| t.space_before) && reading.is_capital(a) && reading.is_capital(b)
        };
        let end = at + self.tokens.len();
        let article = self.proof == Proof::Article && at > 0 && reading.word(at - 1) == "The";
        if self.tokens.len() == 1 && (at > 0 && !article && beside(at - 1, at) || beside(at, end)) {
            return false;
        }
        let says = || reading.is(end, Rule::Say);
        let inside = || {
            let before = at.checked_sub(1).and_then(|at| reading.token(at));
            before.is_some_and(|t| t.case == Case::Lower) && !headings::is_titled_at(reading, at)
        };
        match self.proof {
            Proof::None => true,
            Proof::Case => says() || inside(),
            Proof::Says => says(),
            Proof::Article => {
                let the = at > 0 && matches!(reading.word(at - 1), "the" | "The");
                the && reading.word(end) != "of" && !headings::is_titled_at(reading, at)
            }
        }
    }
}

/// Forms by their first word; the longest first.
fn known(reading: Reading, memory: &Memory, names: &[Name]) -> HashMap<u64, Vec<Form>> {
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    let mut known: HashMap<u64, Vec<Form>> = HashMap::default();
    let mut seen: HashSet<&str> = HashSet::default();
    let mut add = |tokens: TokenRange, kind: EntityKind, proof: Proof| {
        let first = reading.doc.tokens[tokens.start as usize].hash;
        known.entry(first).or_default().push(Form { tokens, kind, proof });
    };
    let lone: HashSet<u64> =
        names.iter().filter(|name| name.tokens.len() == 1).map(|name| hash(name.tokens.start)).collect();
    let alone_elsewhere = |at: u32| lone.contains(&hash(at));
    // What one body of the article alone is, with what it is there for behind.
    let head = |name: &Name| {
        let head = heads::head(reading, name.tokens);
        let inner = name.kind == EntityKind::Organization && head > name.tokens.start && head + 1 < name.tokens.end;
        (inner && heads::heads_a_body(reading, head)).then_some(head)
    };
    let mut heads: HashMap<u64, Option<&str>> = HashMap::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1) {
        let last = name.tokens.end - 1;
        for head in [head(name).unwrap_or(last), last] {
            let one = heads.entry(hash(head)).or_insert(Some(&name.key));
            *one = one.filter(|key| *key == name.key);
        }
    }
    let common = |at: u32| reading.has(at, class::COMMON) || reading.doc.tokens[at as usize].span.len() < 3;
    for name in names {
        let Name { tokens, kind, .. } = *name;
        let alone = tokens.len() == 1;
        if alone && (common(tokens.start) || !reading.is_capital(tokens.start)) || !seen.insert(&name.key) {
            continue;
        }
        add(tokens, kind, Proof::None);
        if alone {
            continue;
        }
        let (first, last) = (tokens.start, tokens.end - 1);
        if let Some(at) = head(name).filter(|at| heads.get(&hash(*at)).is_some_and(Option::is_some)) {
            add(TokenRange::new(at, at + 1), kind, Proof::Article);
        }
        match kind {
            // `Apple`, `Northlight` for `Apple Inc.`, `Northlight Energy Corp.`
            EntityKind::Organization if reading.is(last, Rule::Ending) => {
                add(TokenRange::new(first, last), kind, Proof::None);
                let taken = AMBIGUOUS | class::FIRST | class::LAST;
                if last > first + 1 && !reading.has(first, taken) && !common(first) {
                    add(TokenRange::new(first, first + 1), kind, Proof::None);
                }
            }
            // `Rovers` for `Halden Rovers`
            EntityKind::Organization
                if kinds::names_only_a_body(reading, last)
                    && !alone_elsewhere(last)
                    && !reading.is(last, Rule::Trade) =>
            {
                add(TokenRange::new(last, last + 1), kind, Proof::None);
            }
            EntityKind::Person if name.key.contains(' ') => {
                let end = tokens.end - u32::from(tokens.len() > 2 && reading.is(last, Rule::Generation));
                let surname = TokenRange::new(end - 1, end);
                if reading.is_capital(end - 1) && reading.doc.tokens[end as usize - 1].space_before {
                    // `Jobs` of Steve Jobs, where the article has no jobs.
                    let plain =
                        common(end - 1) && (memory.has_lower(hash(end - 1)) || reading.has(end - 1, class::CALENDAR));
                    add(surname, kind, if plain { Proof::Case } else { Proof::None });
                }
                // `Holm` of Ann Holm-Berg
                if let Some(half) = parts::half(reading, tokens).filter(|half| !common(*half)) {
                    add(TokenRange::new(half, half + 1), kind, Proof::None);
                }
                add(TokenRange::new(first, first + 1), kind, Proof::Says);
            }
            _ => {}
        }
    }
    for list in known.values_mut() {
        sort_by_key(list, |form| u64::from(u32::MAX - form.tokens.len()));
        list.truncate(16);
    }
    known
}
