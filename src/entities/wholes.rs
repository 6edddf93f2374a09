//! Names that are one though the model cut them, or saw only a part: `Pike & Hume Orchards Ltd`, `Popular Front for the
//! Liberation of Ardle`, `National Air and Space Museum`.
//!
//! Absent here: what a longer name says of a shorter one elsewhere (`alias`), names that the model did not see at all
//! (`fill`).

use super::alias::is_spaced_dash;
use super::initials::initials;
use super::kinds::{self, is_body};
use super::lexicon::class;
use super::names::{LONGEST, put};
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{demonyms, headings, heads, known};
use crate::document::{Case, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// Puts together what belongs together; names lie in order of the text.
pub(super) fn join(reading: Reading, names: &mut Vec<Name>) {
    super::business::ampersands(reading, names);
    slashes(reading, names);
    pairs(reading, names);
    super::abroad::waters(reading, names);
    tours(reading, names);
    links(reading, names);
    fields(reading, names);
    forces(reading, names);
    peoples(reading, names);
    super::lands::join(reading, names);
    again(reading, names);
    articles(reading, names);
    operations(reading, names);
    sections(reading, names);
    models(reading, names);
    storms(reading, names);
    hyphens(reading, names);
    works(reading, names);
    cases(reading, names);
    names.retain(|name| !name.tokens.is_empty());
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// Joins each name to the one before it where `whole` says what both are together.
pub(super) fn fold(reading: Reading, names: &mut Vec<Name>, whole: impl Fn(&Name, &Name) -> Option<EntityKind>) {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let near = joined.last().filter(|last| name.tokens.end - last.tokens.start <= LONGEST);
        match near.and_then(|last| whole(last, &name)) {
            Some(kind) => {
                let last = joined.pop().map_or(name.tokens, |last| last.tokens);
                joined.push(Name::new(reading, TokenRange::new(last.start, name.tokens.end), kind));
            }
            None => joined.push(name),
        }
    }
    *names = joined;
}

/// `Tour of` + `Corrin`: a race, of which the model saw where it leads.
fn tours(reading: Reading, names: &mut [Name]) {
    let mut end = 0;
    for name in names.iter_mut() {
        let TokenRange { start, end: last } = name.tokens;
        let of = start.checked_sub(1 + u32::from(start > 0 && reading.word(start - 1) == "the"));
        let tour = of.filter(|of| *of > end && reading.word(*of) == "of" && reading.word(of - 1) == "Tour");
        if let Some(of) = tour.filter(|_| name.kind == EntityKind::Place) {
            *name = Name::new(reading, TokenRange::new(of - 1, last), EntityKind::Event);
        }
        end = last;
    }
}

/// `National Air and Space Museum`: what stands before `and` is no name without the body behind. `Trinidad and Tobago`:
/// one land of the lists.
fn pairs(reading: Reading, names: &mut Vec<Name>) {
    fold(reading, names, |a, b| {
        let and = a.tokens.end;
        // `Washington, D.C.`
        let capital = reading.word(and) == "," && reading.word(and - 1) == "Washington";
        if capital && b.tokens.start == and + 1 && matches!(b.key.as_str(), "dc" | "d c") {
            return (a.tokens.len() == 1).then_some(EntityKind::Place);
        }
        if b.tokens.start != and + 1 || !matches!(reading.word(and), "and" | "&") {
            return None;
        }
        if is_joint(reading, TokenRange::new(a.tokens.start, b.tokens.end)) {
            return Some(EntityKind::Place);
        }
        // `the fund's Middle East and Central Asia Department`
        let owned = a.tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "'s" | "’s"));
        if owned && a.kind == EntityKind::Place && b.tokens.len() > 1 && is_body(reading, b.tokens.end - 1) {
            return Some(EntityKind::Organization);
        }
        let last = a.tokens.end - 1;
        let national = matches!(reading.word(a.tokens.start), "National" | "Royal" | "State");
        let firm = if national { 0 } else { class::COMPANY | class::PROPER };
        let complete = firm | class::COUNTRY | class::PEOPLE | class::TOWN;
        let ends = [Rule::Body, Rule::Club, Rule::Ground, Rule::Paper, Rule::Scheme];
        let cut = a.tokens.len() > 1
            && a.kind != EntityKind::Person
            && (national || reading.has(last, class::COMMON))
            && !reading.has(last, complete)
            && !ends.iter().any(|rule| reading.is(last, *rule))
            && b.tokens.len() > 1
            && (is_body(reading, b.tokens.end - 1) || reading.is(b.tokens.end - 1, Rule::House));
        let kind = if reading.word(b.tokens.end - 1) == "Museum" { b.kind } else { EntityKind::Organization };
        cut.then_some(kind)
    });
}

/// `Ardle/Corrib Foods Company`: a firm called after two; `Maarbek/Marbeek`: one place, as two languages write it.
fn slashes(reading: Reading, names: &mut Vec<Name>) {
    fold(reading, names, |a, b| {
        let slash = a.tokens.end;
        let tight = b.tokens.start == slash + 1 && reading.word(slash) == "/" && !spaced(reading, slash + 1);
        if !tight || spaced(reading, slash) || a.tokens.len() > 1 {
            return None;
        }
        let last = b.tokens.end - 1;
        let firm = b.tokens.len() > 1
            && b.kind == EntityKind::Organization
            && [Rule::Firm, Rule::Ending, Rule::Trade].iter().any(|rule| reading.is(last, *rule));
        if firm {
            return Some(b.kind);
        }
        is_written_twice(reading, slash).then_some(b.kind)
    });
}

/// Two words around a slash that differ in a letter or two in their midst.
pub(super) fn is_written_twice(reading: Reading, slash: u32) -> bool {
    let (a, b) = (reading.word(slash - 1).as_bytes(), reading.word(slash + 1).as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let long = a.len().max(b.len());
    a != b && head > 1 && tail > 1 && head + tail + 2 >= long && long > 4
}

/// `Ministry of Harbours, Science and Trade`: a body that deals with several things, of which the model saw the first.
fn fields(reading: Reading, names: &mut Vec<Name>) {
    let named = class::FIRST | class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN;
    let word = |at: &u32| {
        let title = reading.token(*at).is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word);
        let body = [Rule::Chamber, Rule::Force, Rule::Body].iter().any(|rule| reading.is(*at, *rule));
        title
            && (reading.has(*at, class::COMMON) || reading.entry(*at).cluster != 0 && !reading.has(*at, class::COMPANY))
            && !reading.has(*at, named)
            && !body
    };
    let field = |at: u32| (at..at + 3).take_while(|at| word(at)).last().map(|last| last + 1);
    let mut wholes: Vec<Name> = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let TokenRange { start, end } = name.tokens;
        if name.kind != EntityKind::Organization || end < start + 3 {
            continue;
        }
        let head = heads::head(reading, name.tokens);
        let union = matches!(reading.word(head), "Association" | "Federation" | "Union");
        let sorts = ["Bureau", "Chamber", "Department", "Directorate", "Faculty", "Ministry", "Secretariat"];
        let sort = union || sorts.contains(&reading.word(head));
        if !sort
            || reading.word(head + 1) != "of"
            || !matches!(reading.word(end), "," | "and")
            || wholes.last().is_some_and(|w| w.tokens.end > start)
        {
            continue;
        }
        // `Union of Rail` + `Ferry and Harbour Workers`
        let rest = names.get(n + 1).filter(|rest| {
            let has = |words: &[&str]| rest.tokens.range().any(|at| words.contains(&reading.word(at as u32)));
            let next = rest.tokens.start == end + 1 && rest.kind == EntityKind::Organization;
            let joined = union && next && reading.word(end) == "," && rest.tokens.end - start <= LONGEST;
            joined && has(&["and", "&"]) && !has(&["of"])
        });
        if let Some(rest) = rest {
            wholes.push(Name::new(reading, TokenRange::new(start, rest.tokens.end), EntityKind::Organization));
            continue;
        }
        let mut at = end;
        let last = loop {
            let and = at + u32::from(reading.word(at) == ",");
            let closed = matches!(reading.word(and), "and" | "&");
            match field(and + u32::from(closed)).filter(|end| and > at && end - start <= LONGEST || closed) {
                Some(end) if closed => break Some(end).filter(|end| end - start <= LONGEST),
                Some(end) if end - start <= LONGEST => at = end,
                _ => break None,
            }
        };
        if let Some(last) = last.filter(|last| !reading.is_capital(*last)) {
            wholes.push(Name::new(reading, TokenRange::new(start, last), EntityKind::Organization));
        }
    }
    wholes.retain(|whole| {
        let n = names.partition_point(|name| name.tokens.end <= whole.tokens.end);
        names.get(n).is_none_or(|name| name.tokens.start >= whole.tokens.end)
    });
    put(names, wholes);
}

/// `United States` + Army + `Air Force`: a force within another has the land's name too.
fn forces(reading: Reading, names: &mut Vec<Name>) {
    fold(reading, names, |a, b| {
        let force = b.tokens.start.checked_sub(1).filter(|at| *at == a.tokens.end)?;
        let land = a.kind == EntityKind::Place && demonyms::is_land(super::alias::plain(&a.key));
        let body = b.kind == EntityKind::Organization && reading.is_capital(b.tokens.start);
        let inner = reading.is_capital(force) && reading.is(force, Rule::Force);
        (land && body && inner && spaced(reading, force)).then_some(EntityKind::Organization)
    });
}

/// `Jammu and Kashmir`: one place that is called after two.
pub(super) fn is_joint(reading: Reading, tokens: TokenRange) -> bool {
    const JOINT: [&str; 13] = [
        "brighton and hove",
        "dadra and nagar haveli",
        "daman and diu",
        "dumfries and galloway",
        "heard and mcdonald islands",
        "jammu and kashmir",
        "newfoundland and labrador",
        "perth and kinross",
        "svalbard and jan mayen",
        "turks and caicos",
        "turks and caicos islands",
        "tyne and wear",
        "wallis and futuna",
    ];
    let key = reading.key(tokens);
    demonyms::is_land(&key) || JOINT.contains(&key.as_str())
}

/// `Popular Front` + `for the` + `Liberation of Ardle`; `National Museum of the` + `Ardle Air Force`: a body's name goes
/// on behind `for`, and none ends in a small word.
fn links(reading: Reading, names: &mut Vec<Name>) {
    let small = |at: u32| spaced(reading, at) && matches!(reading.word(at), "of" | "the" | "for" | "and" | "in" | "&");
    fold(reading, names, |a, b| {
        let (last, next) = (a.tokens.end - 1, b.tokens.start);
        if a.tokens.len() < 2 || b.kind == EntityKind::Person {
            return None;
        }
        if small(last) {
            return (next == a.tokens.end && spaced(reading, next)).then_some(a.kind);
        }
        let between = TokenRange::new(a.tokens.end, next);
        let goes_on = a.kind == EntityKind::Organization
            && reading.is_capital(last)
            && reading.is(last, Rule::Purpose)
            && matches!(between.len(), 1 | 2)
            && reading.word(between.start) == "for"
            && (between.len() == 1 || reading.word(between.end - 1) == "the")
            && matches!(b.kind, EntityKind::Organization | EntityKind::Other)
            && !kinds::names_a_body(reading, b.tokens);
        goes_on.then_some(EntityKind::Organization)
    });
    for name in names.iter_mut().filter(|name| name.tokens.len() > 1 && small(name.tokens.end - 1)) {
        let TokenRange { start, end } = name.tokens;
        let end = (start + 1..end).rev().find(|end| !small(*end - 1)).unwrap_or(end);
        *name = Name::new(reading, TokenRange::new(start, end), name.kind);
    }
}

/// `Palestinian-Americans`: many of one people, that is called after two.
fn peoples(reading: Reading, names: &mut Vec<Name>) {
    fold(reading, names, |a, b| {
        let hyphen = a.tokens.end;
        let tight = b.tokens.start == hyphen + 1 && !spaced(reading, hyphen) && !spaced(reading, hyphen + 1);
        let word = reading.word(b.tokens.start);
        let many = reading.has(b.tokens.start, class::PEOPLE) && word.ends_with('s') && !word.ends_with("ss");
        let groups = a.kind == EntityKind::Group && b.kind == EntityKind::Group && b.tokens.len() == 1;
        let whole = || known::kind_of(&reading.key(TokenRange::new(a.tokens.start, b.tokens.end)));
        let part = a.tokens.len() == 1 && reading.is(a.tokens.start, Rule::Compass);
        let hyphened = groups && tight && reading.word(hyphen) == "-";
        let one = hyphened && (many || part || whole() == Some(EntityKind::Group));
        one.then_some(EntityKind::Group)
    });
}

/// `al - Sorani`, printed with spaces around the hyphen, of which the model saw the second word or both by themselves.
fn articles(reading: Reading, names: &mut Vec<Name>) {
    let article = |at: u32| matches!(reading.word(at), "al" | "Al" | "el" | "El") && is_spaced_dash(reading, at + 1);
    let mut wholes: Vec<Name> = Vec::new();
    for at in (0..reading.doc.tokens.len() as u32).filter(|at| reading.is_capital(at + 2) && article(*at)) {
        let first = names.partition_point(|name| name.tokens.end <= at);
        let mut inside = names[first..].iter().take_while(|name| name.tokens.start < at + 3);
        let Some(last) = inside.clone().last().filter(|name| name.tokens.end > at + 2) else { continue };
        let whole = Name::new(reading, TokenRange::new(at, last.tokens.end), last.kind);
        let kind = known::kind_of(&whole.key).unwrap_or(whole.kind);
        if inside.all(|name| name.tokens.start >= at) {
            wholes.push(Name { kind, ..whole });
        }
    }
    put(names, wholes);
}

/// `Combined Task Force - Operation Clear Water`: a force is called after its operation.
fn operations(reading: Reading, names: &mut Vec<Name>) {
    fold(reading, names, |a, b| {
        let dash = a.tokens.end;
        let force = a.kind == EntityKind::Organization && matches!(reading.word(dash - 1), "Force" | "Command");
        let called = b.tokens.start == dash + 1 && is_spaced_dash(reading, dash);
        let operation = b.tokens.len() > 1 && reading.word(b.tokens.start) == "Operation";
        (force && called && operation).then_some(EntityKind::Organization)
    });
    // `CTF - OCW`
    let dash = |name: &Name| (name.tokens.start + 1..name.tokens.end).find(|at| is_spaced_dash(reading, *at));
    let part = |from: u32, to: u32| initials(reading, TokenRange::new(from, to), false);
    let bodies = names.iter().filter(|name| name.kind == EntityKind::Organization);
    let halves = |name: &Name| dash(name).map(|at| (part(name.tokens.start, at), part(at + 1, name.tokens.end)));
    let short: HashSet<(String, String)> =
        bodies.filter_map(halves).filter(|(a, b)| a.len() > 1 && b.len() > 1).collect();
    if short.is_empty() {
        return;
    }
    let upper = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Upper);
    let lower = |at: u32| reading.word(at).to_lowercase();
    let spots = (1..reading.doc.tokens.len() as u32).filter(|at| is_spaced_dash(reading, *at));
    let spots = spots.filter(|at| upper(at - 1) && upper(at + 1) && short.contains(&(lower(at - 1), lower(at + 1))));
    let whole = |at: u32| Name::new(reading, TokenRange::new(at - 1, at + 2), EntityKind::Organization);
    let apart = |whole: &Name| {
        let first = names.partition_point(|name| name.tokens.end <= whole.tokens.start);
        let mut inside = names[first..].iter().take_while(|name| name.tokens.start < whole.tokens.end);
        inside.all(|n| n.tokens.start >= whole.tokens.start && n.tokens.end <= whole.tokens.end)
    };
    let wholes = spots.map(whole).filter(apart).collect();
    put(names, wholes);
}

/// `CJTF - OIR`: a name of two words with a dash, which the model saw whole once, is whole wherever it stands.
fn again(reading: Reading, names: &mut Vec<Name>) {
    let dash = |at: u32| matches!(reading.word(at), "-" | "–");
    let hash = |at: u32| reading.token(at).map_or(0, |t| t.hash);
    let double = |name: &&Name| {
        let TokenRange { start, end } = name.tokens;
        end == start + 3 && dash(start + 1) && reading.is_capital(start) && reading.is_capital(end - 1)
    };
    let doubles = names.iter().filter(|name| name.kind == EntityKind::Organization).filter(double);
    let known: HashSet<(u64, u64)> = doubles.map(|name| (hash(name.tokens.start), hash(name.tokens.end - 1))).collect();
    if known.is_empty() {
        return;
    }
    let mut wholes: Vec<Name> = Vec::new();
    for at in (1..reading.doc.tokens.len() as u32).filter(|at| dash(*at)) {
        let tokens = TokenRange::new(at - 1, at + 2);
        let first = names.partition_point(|name| name.tokens.end <= tokens.start);
        let inside = names[first..].iter().take_while(|name| name.tokens.start < tokens.end);
        let apart = inside.map(|name| name.tokens).all(|n| n.start >= tokens.start && n.end <= tokens.end);
        let free = wholes.last().is_none_or(|whole| whole.tokens.end <= tokens.start);
        if free && apart && reading.is_capital(at - 1) && known.contains(&(hash(at - 1), hash(at + 1))) {
            wholes.push(Name::new(reading, tokens, EntityKind::Organization));
        }
    }
    put(names, wholes);
}

/// `United Nations Environment Programme`: capitalised words right behind a body's name, of which the last says what sort of
/// body or scheme they name, name another.
fn sections(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        if names[n].kind != EntityKind::Organization || end - start > 8 {
            continue;
        }
        let limit = names.get(n + 1).map_or(u32::MAX, |next| next.tokens.start);
        let ordinary = |at: u32| {
            at < limit
                && spaced(reading, at)
                && reading.token(at).is_some_and(|t| t.case == Case::Title)
                && reading.has(at, class::COMMON)
                && !reading.has(at, class::TITLE)
        };
        // `climbed to third in League Two`
        if end - start == 1
            && reading.word(start) == "League"
            && matches!(reading.word(end), "One" | "Two")
            && end < limit
        {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
            continue;
        }
        let whole = (end..end + 5).take_while(|at| ordinary(*at)).last().map_or(end, |last| last + 1);
        let sort = whole > end + 1 && {
            let rules = reading.rules(whole - 1);
            [Rule::Scheme, Rule::Body, Rule::Purpose].iter().any(|rule| rules.has(*rule))
        };
        if sort && reading.word(whole) != "of" && !headings::is_titled_at(reading, start) {
            names[n] = Name::new(reading, TokenRange::new(start, whole), EntityKind::Organization);
        }
    }
}

/// `Boeing 747-400`: the number of a model goes on behind a hyphen.
fn models(reading: Reading, names: &mut [Name]) {
    let number = |at: u32| reading.word(at).len() > 2 && reading.word(at).bytes().all(|b| b.is_ascii_digit());
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let digits = reading.word(end - 1);
        let model = names[n].kind == EntityKind::Other
            && end > start + 1
            && digits.len() > 2
            && digits.trim_start_matches(|c: char| c.is_ascii_uppercase()).bytes().all(|b| b.is_ascii_digit());
        let joined = model
            && matches!(reading.word(end), "-" | "–")
            && !spaced(reading, end)
            && !spaced(reading, end + 1)
            && number(end + 1);
        if joined && names.get(n + 1).is_none_or(|next| next.tokens.start > end + 1) {
            names[n] = Name::new(reading, TokenRange::new(start, end + 2), EntityKind::Other);
        }
    }
}

/// `Hale v. Ross`: a case at law is called after both who are at law, where the sentence speaks of a court or case.
fn cases(reading: Reading, names: &mut Vec<Name>) {
    let legal = |at: u32| {
        let near = at.saturating_sub(12)..(at + 12).min(reading.doc.tokens.len() as u32);
        near.into_iter().any(|at| reading.is(at, Rule::Lawsuit))
    };
    fold(reading, names, |a, b| {
        let v = a.tokens.end;
        let stop = u32::from(reading.word(v) == "v" && reading.word(v + 1) == ".");
        let versus = stop == 1 || reading.word(v) == "v.";
        // `England v. Scotland`
        let game = a.kind == EntityKind::Place && b.kind == EntityKind::Place;
        let case = versus && b.tokens.start == v + 1 + stop && !game && legal(v);
        case.then_some(EntityKind::Other)
    });
}

/// The film `Frost/Nixon`: two people’s names in one, once it is called a work, are its name wherever they stand so.
fn works(reading: Reading, names: &mut Vec<Name>) {
    let slash = |name: &Name| reading.word(name.tokens.end) == "/" && !spaced(reading, name.tokens.end);
    let pair = |a: &Name, b: &Name| {
        let people = a.kind == EntityKind::Person && b.kind == EntityKind::Person;
        people && b.tokens.start == a.tokens.end + 1 && slash(a) && !spaced(reading, b.tokens.start)
    };
    let work = |name: &Name| {
        let near = name.tokens.start.saturating_sub(3)..name.tokens.start;
        near.into_iter().any(|at| reading.is(at, Rule::Work))
    };
    let twos = names.windows(2).filter(|two| pair(&two[0], &two[1]) && work(&two[0]));
    let called: HashSet<(String, String)> = twos.map(|two| (two[0].key.clone(), two[1].key.clone())).collect();
    if called.is_empty() {
        return;
    }
    fold(reading, names, |a, b| {
        let named = pair(a, b) && called.contains(&(a.key.clone(), b.key.clone()));
        named.then_some(EntityKind::Other)
    });
}

/// `Luchmun-Roy`: a person's name does not begin behind a hyphen, unless somebody else's ends before it.
fn hyphens(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let free = n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        let hyphen = |at: u32| reading.word(at) == "-" && !spaced(reading, at) && !spaced(reading, at + 1);
        let joined = names[n].kind == EntityKind::Person
            && start >= free + 2
            && hyphen(start - 1)
            && reading.token(start - 2).is_some_and(|t| t.case == Case::Title)
            && !reading.has(start - 2, class::COMMON);
        if joined {
            names[n] = Name::new(reading, TokenRange::new(start - 2, end), EntityKind::Person);
        }
    }
}

/// `Storm Quillan`, `Hurricane Katrina`: a storm is an event, whatever its name is like; the name alone is the storm
/// too where nobody else bears it.
fn storms(reading: Reading, names: &mut Vec<Name>) {
    let mut called: HashSet<String> = HashSet::default();
    let mut wholes: Vec<Name> = Vec::new();
    for at in 0..(reading.doc.tokens.len() as u32).saturating_sub(1) {
        let name = at + 1;
        let storm = reading.is_capital(at)
            && reading.is(at, Rule::Storm)
            && reading
                .token(name)
                .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title && t.space_before)
            && !reading.has(name, class::COMMON | class::CALENDAR)
            && !headings::is_titled_at(reading, at);
        if !storm {
            continue;
        }
        let tropical = at > 0 && reading.is_capital(at - 1) && reading.word(at - 1) == "Tropical";
        let tokens = TokenRange::new(at - u32::from(tropical), name + 1);
        let first = names.partition_point(|name| name.tokens.end <= tokens.start);
        let mut inside = names[first..].iter().take_while(|name| name.tokens.start < tokens.end);
        let last = wholes.last().map_or(0, |whole| whole.tokens.end);
        if last <= tokens.start && inside.all(|n| n.tokens.start >= tokens.start && n.tokens.end <= tokens.end) {
            wholes.push(Name::new(reading, tokens, EntityKind::Event));
            called.insert(reading.key(TokenRange::new(name, name + 1)));
        }
    }
    put(names, wholes);
    for name in names.iter_mut().filter(|name| called.contains(&name.key)) {
        name.kind = EntityKind::Event;
    }
}

/// `Franco-Belgian`, of which the model saw the first half; `Security and Co-operation`, that it cut at the hyphen; the
/// `Polish-Lithuanian Commonwealth`, of which it saw the second half.
pub(super) fn halves(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let people = |at: u32| reading.has(at, class::PEOPLE) && !reading.has(at, class::COUNTRY);
        let joined =
            start > 1 && reading.word(start - 1) == "-" && (start - 1..start + 1).all(|at| !spaced(reading, at));
        let land = || kinds::is_listed_country(reading, names[n].tokens);
        if end > start + 1 && joined && people(start) && people(start - 2) && !land() {
            let kind = names[n].kind;
            names[n] = Name::new(reading, TokenRange::new(start - 2, end), kind);
            if let Some(before) = n.checked_sub(1).filter(|before| names[*before].tokens.end > start - 2) {
                names[before].tokens.end = names[before].tokens.start;
            }
            continue;
        }
        // `All-Rovia Youth Federation`
        let prefixed = joined && matches!(reading.word(start - 2), "All" | "Inter" | "Pan" | "Trans");
        let before = n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        if prefixed && before <= start - 2 {
            names[n] = Name::new(reading, TokenRange::new(start - 2, end), names[n].kind);
        }
        let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before && t.kind == TokenKind::Word);
        let hyphen = reading.word(end) == "-" && reading.token(end).is_some_and(|t| !t.space_before) && tight(end + 1);
        if !hyphen {
            continue;
        }
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > end);
        let lower = reading.token(end + 1).is_some_and(|t| t.case == Case::Lower);
        let bound = reading.is(start, Rule::Half) && !reading.has(start, class::PEOPLE);
        let half = end == start + 1 && bound && reading.has(end + 1, class::PEOPLE);
        let prefix = matches!(reading.word(end - 1), "Co" | "Non" | "Re") && lower && free && end > start + 1;
        // `Moon Jae-in`
        let syllable = lower && free && reading.token(end + 1).is_some_and(|t| t.span.len() < 4);
        let syllable = syllable && !reading.is(end + 1, Rule::Joined) && reading.word(end + 2) != "-";
        if names[n].kind == EntityKind::Person && end > start + 1 && syllable {
            names[n] = Name::new(reading, TokenRange::new(start, end + 2), EntityKind::Person);
        } else if half {
            names[n] = Name::new(reading, TokenRange::new(start, end + 2), EntityKind::Group);
            if let Some(next) = names.get_mut(n + 1).filter(|next| next.tokens.start == end + 1) {
                next.tokens.end = next.tokens.start;
            }
        } else if prefix && names[n].kind == EntityKind::Organization {
            let mut whole = end + 2;
            let place = |next: &&mut Name| next.kind == EntityKind::Place && next.tokens.start == whole + 1;
            if let Some(next) = names.get_mut(n + 1).filter(place).filter(|_| reading.word(whole) == "in") {
                whole = next.tokens.end;
                next.tokens.end = next.tokens.start;
            }
            names[n] = Name::new(reading, TokenRange::new(start, whole), EntityKind::Organization);
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `the Queen Elizabeth cruise ship`, `FS Corbin`, and `Corbin` alone then: ships that were taken for people.
pub(super) fn ships(reading: Reading, names: &mut [Name]) {
    let prefixed = |tokens: TokenRange| {
        let first = reading.token(tokens.start).is_some_and(|t| t.case == Case::Upper);
        tokens.len() > 1 && first && reading.is(tokens.start, Rule::Ship)
    };
    let mut ships: HashSet<String> = HashSet::default();
    for name in names.iter_mut() {
        let TokenRange { mut start, end } = name.tokens;
        while start > 0 && reading.is_capital(start - 1) && super::names::is_title(reading, start - 1) {
            start -= 1;
        }
        // `USS Corbin`, of which the model saw the second word.
        let prefix = |at: u32| reading.is(at, Rule::Ship) && reading.token(at).is_some_and(|t| t.case == Case::Upper);
        if name.tokens.len() < 3 && name.tokens.start > 0 && prefix(name.tokens.start - 1) {
            *name = Name::new(reading, TokenRange::new(name.tokens.start - 1, end), EntityKind::Other);
        }
        let vessel = |at: u32| reading.is(at, Rule::Vessel) && !reading.is_capital(at);
        let noun = vessel(end)
            || reading.token(end).is_some_and(|t| t.case == Case::Lower && t.space_before) && vessel(end + 1);
        let the = start > 0 && matches!(reading.word(start - 1), "the" | "The");
        if name.kind == EntityKind::Person && the && noun && !reading.is(end, Rule::Say) {
            *name = Name::new(reading, TokenRange::new(start, end), EntityKind::Other);
        } else if prefixed(name.tokens) && name.kind != EntityKind::Other {
            name.kind = EntityKind::Other;
        }
        if prefixed(name.tokens) {
            ships.insert(reading.key(TokenRange::new(name.tokens.start + 1, end)));
        }
    }
    // `USS Marsh (DDG 72)`
    for n in 1..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let digits = |at: u32| !reading.word(at).is_empty() && reading.word(at).bytes().all(|b| b.is_ascii_digit());
        let behind = start > 0 && reading.word(start - 1) == "(" && names[n - 1].tokens.end == start - 1;
        let hull = behind && end == start + 1 && digits(end) && reading.word(end + 1) == ")";
        if hull && prefixed(names[n - 1].tokens) {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Other);
        }
    }
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1 && ships.contains(&name.key)) {
        name.kind = EntityKind::Other;
    }
}
