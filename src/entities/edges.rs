//! Where a name begins and ends: what the model cut is put together. Absent here: what it ran together (`splits`).

use super::alias::is_ordinal;
use super::kinds::is_body;
use super::known;
use super::lexicon::class;
use super::names::{Name, Reading, put};
use super::splits::is_dash;
use super::vocabulary::Rule;
use crate::document::{Case, HashMap, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// Mends the edges of names that lie in order of the text.
pub(super) fn mend(reading: Reading, names: &mut Vec<Name>) {
    drop_lone_compass(reading, names);
    pairs(reading, names);
    super::wholes::halves(reading, names);
    super::wholes::ships(reading, names);
    take_in_first_names(reading, names);
    take_in_initials(reading, names);
    leave_out_teams(reading, names);
    take_in_places(reading, names);
    take_in_club(reading, names);
    take_in_field(reading, names);
    branches(reading, names);
    genitives(reading, names);
    days(reading, names);
    numbered(reading, names);
    papers(reading, names);
    part_owners(reading, names);
    rest(reading, names);
    compounds(reading, names);
    acronyms(reading, names);
    bodies(reading, names);
}

/// `World Trade Organization`, `Clean Harbour Act` where the model saw nothing: capitalised words of which the last says
/// what they name, in a sentence that is not all in capitals.
fn bodies(reading: Reading, names: &mut Vec<Name>) {
    let mut more = Vec::new();
    let mut next = 0;
    for end in 1..=reading.doc.tokens.len() as u32 {
        while names.get(next).is_some_and(|name| name.tokens.end < end) {
            next += 1;
        }
        let paper = reading.is_capital(end - 1) && reading.is(end - 1, Rule::Paper);
        if !is_body(reading, end - 1) && !paper || names.get(next).is_some_and(|name| name.tokens.start < end) {
            continue;
        }
        let (mut start, mut before) = (end - 1, next);
        while start > 0 && end - start < 6 && spaced(reading, start) && reading.is_capital(start - 1) {
            let name = before.checked_sub(1).map(|n| &names[n]).filter(|name| name.tokens.end >= start);
            // `Royal Canadian Mounted Police`: the people's name is part of it.
            let people = |name: &Name| name.tokens.len() == 1 && reading.has(name.tokens.start, class::PEOPLE);
            // `Victoria Police`: so is the place that it is the body of.
            let place = |name: &Name| name.kind == EntityKind::Place && end - start == 1;
            let part = |name: &Name| people(name) && name.kind != EntityKind::Person && end - start > 1 || place(name);
            match name {
                Some(name) if part(name) => before -= 1,
                Some(_) => break,
                None => {}
            }
            start -= 1;
        }
        while start < end && (reading.is(start, Rule::Never) || reading.has(start, class::TITLE)) {
            start += 1;
        }
        let open = reading.is_capital(end) && spaced(reading, end) || reading.word(end) == "of";
        if end > start + 1 && !open && !super::headings::is_titled_at(reading, start) {
            let kind = if paper { EntityKind::Other } else { EntityKind::Organization };
            more.push(Name::new(reading, TokenRange::new(start, end), kind));
        }
    }
    put(names, more);
}

/// `Sprint-T-Mobile`: two bodies that both have names of their own in the article, joined by a hyphen.
fn pairs(reading: Reading, names: &mut Vec<Name>) {
    let hyphen = |name: &Name| {
        let inside = name.tokens.start + 1..name.tokens.end.saturating_sub(1);
        let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
        inside.into_iter().find(|at| matches!(reading.word(*at), "-" | "–" | "/") && tight(*at) && tight(*at + 1))
    };
    let pair = |name: &Name| name.kind == EntityKind::Organization && hyphen(name).is_some();
    if !names.iter().any(pair) {
        return;
    }
    let alone: HashSet<String> = names.iter().map(|name| name.key.clone()).collect();
    let mut halves = Vec::new();
    for name in names.iter_mut().filter(|name| pair(name)) {
        let Some(at) = hyphen(name) else { continue };
        let parts = [TokenRange::new(name.tokens.start, at), TokenRange::new(at + 1, name.tokens.end)];
        let [first, second] = parts.map(|part| Name::new(reading, part, EntityKind::Organization));
        if alone.contains(&first.key) && alone.contains(&second.key) {
            *name = first;
            halves.push(second);
        }
    }
    names.extend(halves);
    names.sort_by_key(|name| name.tokens.start);
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// `North and South Korea`: the first half of a pair is no name by itself.
fn drop_lone_compass(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len().saturating_sub(1) {
        let (half, whole) = (&names[n], &names[n + 1]);
        let lone = half.tokens.len() == 1
            && reading.is(half.tokens.start, Rule::Compass)
            && matches!(reading.word(half.tokens.end), "and" | "or" | "&")
            && whole.tokens.start == half.tokens.end + 1
            && whole.tokens.len() > 1
            && reading.is(whole.tokens.start, Rule::Compass);
        if lone {
            names[n].tokens.end = names[n].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Georgia Brown`: a first name that was taken for a place, right before a person's one word, is that person's.
fn take_in_first_names(reading: Reading, names: &mut Vec<Name>) {
    for n in (1..names.len()).rev() {
        let (first, last) = (&names[n - 1], &names[n]);
        let joined = first.kind == EntityKind::Place
            && last.kind == EntityKind::Person
            && first.tokens.len() == 1
            && last.tokens.len() == 1
            && first.tokens.end == last.tokens.start
            && reading.has(first.tokens.start, class::FIRST);
        if joined {
            let tokens = TokenRange::new(first.tokens.start, last.tokens.end);
            names[n - 1] = Name::new(reading, tokens, EntityKind::Person);
            names[n].tokens.end = names[n].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `George H. W.` + `Bush`: a person's name does not end in an initial when another word of one follows.
fn take_in_initials(reading: Reading, names: &mut Vec<Name>) {
    for n in (1..names.len()).rev() {
        let (first, last) = (&names[n - 1], &names[n]);
        let initial = first.tokens.end - 1;
        let stop = u32::from(reading.word(first.tokens.end) == ".");
        let joined = first.kind == EntityKind::Person
            && last.kind == EntityKind::Person
            && first.tokens.end + stop == last.tokens.start
            && reading.is_capital(initial)
            && reading.word(initial).trim_end_matches('.').chars().count() == 1;
        if joined {
            let tokens = TokenRange::new(first.tokens.start, last.tokens.end);
            names[n - 1] = Name::new(reading, tokens, EntityKind::Person);
            names[n].tokens.end = names[n].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Tiger Don Kelly` of the Detroit Tigers: what he is, not his name.
fn leave_out_teams(reading: Reading, names: &mut [Name]) {
    let many = |name: &&Name| name.kind == EntityKind::Organization && name.tokens.len() > 1;
    let one = |name: &Name| reading.word(name.tokens.end - 1).strip_suffix('s').map(str::to_string);
    let teams: HashSet<String> = names.iter().filter(many).filter_map(one).collect();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 2) {
        let TokenRange { start, end } = name.tokens;
        if teams.contains(reading.word(start)) && reading.has(start + 1, class::FIRST) {
            *name = Name::new(reading, TokenRange::new(start + 1, end), EntityKind::Person);
        }
    }
}

/// `Episcopal Conference of Nicaragua`: a place behind `of` belongs to the body before it.
fn take_in_places(reading: Reading, names: &mut Vec<Name>) {
    for n in (1..names.len()).rev() {
        let (body, place) = (&names[n - 1], &names[n]);
        let joined = body.kind == EntityKind::Organization
            && body.tokens.len() > 1
            && place.kind == EntityKind::Place
            && place.tokens.start == body.tokens.end + 1
            && reading.word(body.tokens.end) == "of";
        if joined {
            let tokens = TokenRange::new(body.tokens.start, place.tokens.end);
            names[n - 1] = Name::new(reading, tokens, EntityKind::Organization);
            names[n].tokens.end = names[n].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Sorna Ferry Users' Group`, `St Bride's United`: the owner and the word behind are one body's name, unless the owner
/// is a country or people (`Britain's Labour Party`).
fn take_in_club(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let owner = &names[n];
        let club = owner.tokens.end + 1;
        let sainted = matches!(reading.word(owner.tokens.start), "St" | "St." | "Saint");
        let many =
            reading.has(owner.tokens.end - 1, class::COMMON) && reading.word(owner.tokens.end - 1).ends_with('s');
        if owner.tokens.len() < 2
            || !(sainted || many)
            || !reading.word(owner.tokens.end).starts_with(['\'', '’'])
            || !(reading.is_capital(club) && reading.is(club, Rule::Club))
        {
            continue;
        }
        let mut end = club + 1;
        if let Some(next) = names.get_mut(n + 1).filter(|next| next.tokens.start == club) {
            end = end.max(next.tokens.end);
            next.tokens.end = next.tokens.start;
        }
        names[n] = Name::new(reading, TokenRange::new(names[n].tokens.start, end), EntityKind::Organization);
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Police` + `Inspectors’ Association`: whose body it is begins with what they do.
fn take_in_field(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let owners =
            end > start + 2 && reading.word(start).ends_with('s') && matches!(reading.word(start + 1), "'" | "’");
        let free = start > n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        let field = |at: u32| {
            let small = [Rule::Never, Rule::Behind, Rule::Loose].iter().any(|rule| reading.is(at, *rule));
            let title = reading.token(at).is_some_and(|t| t.case == Case::Title);
            title && !small && spaced(reading, at + 1) && reading.is(at, Rule::Modifier)
        };
        let body = names[n].kind == EntityKind::Organization && owners && free;
        if body && field(start - 1) && !super::headings::is_titled_at(reading, start) {
            names[n] = Name::new(reading, TokenRange::new(start - 1, end), EntityKind::Organization);
        }
    }
}

/// `JD(U)`, `Janata Dal (United)`: which of the bodies of that name is meant stands in brackets and belongs to it.
fn branches(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        // The model may have taken in the first bracket.
        let Some(open) = [end, end - 1, end.saturating_sub(2)].into_iter().find(|at| reading.word(*at) == "(") else {
            continue;
        };
        let branch = open + 1;
        if open <= start || reading.word(branch + 1) != ")" {
            continue;
        }
        let word = reading.word(branch);
        let tight = reading.token(open).is_some_and(|t| !t.space_before);
        let letters = tight && word.len() < 3 && word.chars().all(char::is_uppercase);
        let sort =
            names[n].kind == EntityKind::Organization && reading.is_capital(branch) && reading.is(branch, Rule::Branch);
        if letters || sort {
            let whole = TokenRange::new(start, branch + 2);
            names[n] = Name::new(reading, whole, EntityKind::Organization);
            if let Some(next) = names.get_mut(n + 1).filter(|next| next.tokens.start < whole.end) {
                next.tokens.end = next.tokens.start;
            }
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Sotheby’s`, `Bishop’s Stortford`: the possessive is part of the name, where it is known so, where it does something
/// (`Varley’s said`), or where the article has the whole elsewhere.
fn genitives(reading: Reading, names: &mut Vec<Name>) {
    let genitive = |at: u32| matches!(reading.word(at), "'s" | "’s");
    let inside = |name: &&Name| (name.tokens.start + 1..name.tokens.end - 1).any(genitive);
    let wholes: HashSet<String> = names.iter().filter(inside).map(|name| name.key.clone()).collect();
    let mut own: HashSet<String> = HashSet::default();
    for name in names.iter().filter(|name| genitive(name.tokens.end)) {
        let behind = name.tokens.end + 1;
        let acts = reading.is(behind, Rule::Say) && !matches!(name.kind, EntityKind::Place | EntityKind::Group);
        let known = name.kind != EntityKind::Person && known::kind_of(&format!("{}'s", name.key)).is_some();
        if known || acts {
            own.insert(name.key.clone());
        }
    }
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        if genitive(end) && own.contains(&names[n].key) {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
        }
        if start < 2 || wholes.is_empty() || !genitive(start - 1) || !reading.is_capital(start - 2) {
            continue;
        }
        let whole = Name::new(reading, TokenRange::new(start - 2, end), names[n].kind);
        let before = n.checked_sub(1).filter(|before| names[*before].tokens.end > whole.tokens.start);
        // `Bishop’s Castle Heritage Centre` too
        let known = (start + 1..=end).any(|to| wholes.contains(&reading.key(TokenRange::new(start - 2, to))));
        if known && before.is_none_or(|b| names[b].tokens.start == whole.tokens.start) {
            if let Some(before) = before {
                names[before].tokens.end = names[before].tokens.start;
            }
            names[n] = whole;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `Corrin's Day`: a day that is called after somebody.
fn days(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let owner = matches!(reading.word(end), "'s" | "’s") && names[n].tokens.len() == 1;
        let whole = TokenRange::new(start, end + 2);
        if !owner || reading.word(end + 1) != "Day" || reading.is_capital(end + 2) || !reading.is_capital(start) {
            continue;
        }
        names[n] = Name::new(reading, whole, EntityKind::Event);
        if let Some(next) = names.get_mut(n + 1).filter(|next| next.tokens.start < whole.end) {
            next.tokens.end = next.tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// `407th` + `AEG`: the number of a unit belongs to its initials.
fn numbered(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let Some(number) = start.checked_sub(1).filter(|at| is_ordinal(reading.word(*at))) else { continue };
        let upper = reading.token(start).is_some_and(|t| t.case == Case::Upper && (2..6).contains(&t.span.len()));
        let unit = names[n].kind == EntityKind::Organization && end == start + 1 && upper && spaced(reading, start);
        let known = || known::kind_of(&names[n].key).is_some() || super::alias::has_others(&names[n].key);
        let before = n.checked_sub(1).filter(|before| names[*before].tokens.end > number);
        if !unit || known() || before.is_some_and(|before| names[before].tokens.start != number) {
            continue;
        }
        names[n] = Name::new(reading, TokenRange::new(number, end), EntityKind::Organization);
        if let Some(before) = before {
            names[before].tokens.end = names[before].tokens.start;
        }
    }
    names.retain(|name| !name.tokens.is_empty());
}

/// The local paper the `St Bride and Ardle Valley` + `Leader`: what a paper is called ends its name.
fn papers(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let the = u32::from(start > 0 && matches!(reading.word(start - 1), "the" | "The"));
        let noun = start.checked_sub(1 + the).map_or("", |at| reading.word(at));
        let last = reading.is_capital(end) && spaced(reading, end) && !reading.is_capital(end + 1);
        let called = reading.is(end, Rule::News) || reading.word(end) == "Leader";
        let paper = matches!(noun, "paper" | "newspaper" | "daily" | "weekly" | "tabloid" | "broadsheet");
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > end);
        let whole = reading.is(end - 1, Rule::News) || reading.word(end - 1) == "Leader";
        if paper && the == 1 && names[n].tokens.len() > 1 && whole {
            names[n].kind = EntityKind::Organization;
        } else if paper && the == 1 && last && called && free {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
        }
    }
}

/// `Apple's iTunes`: two names where the owner stands alone elsewhere.
fn part_owners(reading: Reading, names: &mut Vec<Name>) {
    let inside = |tokens: TokenRange| {
        (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| matches!(reading.word(*at), "'s" | "’s"))
    };
    if names.iter().all(|name| inside(name.tokens).is_none()) {
        return;
    }
    let kinds: HashMap<String, EntityKind> = names.iter().map(|name| (name.key.clone(), name.kind)).collect();
    let mut owners = Vec::new();
    for name in names.iter_mut() {
        let TokenRange { start, end } = name.tokens;
        let Some(at) = inside(name.tokens) else { continue };
        let owner = TokenRange::new(start, at);
        if let Some(kind) = kinds.get(&reading.key(owner)).filter(|_| reading.is_capital(at + 1)) {
            owners.push(Name::new(reading, owner, *kind));
            *name = Name::new(reading, TokenRange::new(at + 1, end), name.kind);
        }
    }
    names.extend(owners);
    names.sort_by_key(|name| name.tokens.start);
}

/// `Raw` of `Raw Mango` that the model left out here, though the article has the whole name elsewhere.
fn rest(reading: Reading, names: &mut [Name]) {
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    // Names of two words by their hashes.
    let long = names.iter().filter(|name| name.tokens.len() == 2 && name.kind != EntityKind::Person);
    let pair = |name: &Name| ((hash(name.tokens.start), hash(name.tokens.start + 1)), name.kind);
    let pairs: HashMap<(u64, u64), EntityKind> = long.map(pair).collect();
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let free = n.checked_sub(1).map_or(0, |before| names[before].tokens.end) < start;
        let part = names[n].tokens.len() == 1
            && free
            && reading.is_capital(start - 1)
            && reading.token(start).is_some_and(|t| t.space_before)
            && ![Rule::Never, Rule::Compass].iter().any(|rule| reading.is(start - 1, *rule));
        if let Some(kind) = part.then(|| pairs.get(&(hash(start - 1), hash(start)))).flatten() {
            names[n] = Name::new(reading, TokenRange::new(start - 1, end), *kind);
        }
    }
}

/// `China-Russia Comprehensive Strategic Partnership`: countries joined by a hyphen, and capitalised words behind of
/// which the last is an ordinary one, name one thing.
fn compounds(reading: Reading, names: &mut Vec<Name>) {
    let land = |at: u32| reading.is_capital(at) && reading.has(at, class::COUNTRY | class::PEOPLE);
    let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
    let mut n = 0;
    while n < names.len() {
        let (start, first) = (names[n].tokens.start, n);
        n += 1;
        let mut end = start + 1;
        while is_dash(reading, end) && reading.word(end) != "/" && tight(end) && tight(end + 1) && land(end + 1) {
            end += 2;
        }
        if end == start + 1 || !land(start) {
            continue;
        }
        let behind = end;
        while end < behind + 8 && reading.is_capital(end) && reading.token(end).is_some_and(|t| t.space_before) {
            end += 1;
        }
        let ordinary = end > behind && {
            let entry = reading.entry(end - 1);
            let names = class::TITLE | class::FIRST | class::COUNTRY | class::PEOPLE | class::TOWN;
            entry.bits & names == 0
        };
        if !ordinary || super::headings::is_titled_at(reading, start) {
            continue;
        }
        let last = first + names[first..].partition_point(|name| name.tokens.start < end);
        let inside = &names[first..last];
        if inside.iter().any(|name| name.tokens.end > end || name.kind == EntityKind::Person) {
            continue;
        }
        let of_tail = inside.iter().rev().map(|name| name.kind);
        let kind = of_tail.clone().find(|kind| matches!(kind, EntityKind::Organization | EntityKind::Event));
        let kind = match kind {
            _ if is_body(reading, end - 1) => EntityKind::Organization,
            _ if reading.is(end - 1, Rule::Gathering) => EntityKind::Event,
            _ if [Rule::Paper, Rule::Scheme].iter().any(|rule| reading.is(end - 1, *rule)) => EntityKind::Other,
            kind => kind.unwrap_or(EntityKind::Other),
        };
        names.splice(first..last, [Name::new(reading, TokenRange::new(start, end), kind)]);
    }
}

/// `Belt and Road Initiative (BRI)`: capitals in brackets are a name, and tell where the one before them begins.
fn acronyms(reading: Reading, names: &mut Vec<Name>) {
    let mut more = Vec::new();
    for n in 0..names.len() {
        // `Health Service` of `Health Service Executive (HSE)`
        let start = names[n].tokens.start;
        let more_words =
            (names[n].tokens.end..names[n].tokens.end + 3).take_while(|at| reading.is_capital(*at)).count();
        let whole = names[n].tokens.end + more_words as u32;
        let is_whole = more_words > 0
            && is_bracketed(reading, whole + 1)
            && is_acronym_of(reading, reading.word(whole + 1), TokenRange::new(start, whole));
        if is_whole && names.get(n + 1).is_none_or(|next| next.tokens.start >= whole) {
            names[n] = Name::new(reading, TokenRange::new(start, whole), names[n].kind);
        }
        let end = names[n].tokens.end;
        let at = end + 1;
        if !is_bracketed(reading, at) || names[n].kind == EntityKind::Person {
            continue;
        }
        let word = reading.word(at);
        let given = super::renamed::is_given(reading, &names[n], at);
        if !given && !is_acronym_of(reading, word, names[n].tokens) {
            // The words before it that make up the whole.
            let earliest =
                end.saturating_sub(2 * word.len() as u32).max(n.checked_sub(2).map_or(0, |b| names[b].tokens.end));
            let start = (earliest..names[n].tokens.start).rev().find(|start| {
                reading.is_capital(*start) && initials(reading, TokenRange::new(*start, end), true) == letters(word)
                    || reading.is_capital(*start)
                        && initials(reading, TokenRange::new(*start, end), false) == letters(word)
            });
            let crosses = |start: u32| n > 0 && names[n - 1].tokens.start < start && start < names[n - 1].tokens.end;
            let Some(start) = start.filter(|start| !crosses(*start)) else { continue };
            if n > 0 && names[n - 1].tokens.end > start {
                names[n - 1].tokens.end = names[n - 1].tokens.start;
            }
            names[n] = Name::new(reading, TokenRange::new(start, end), names[n].kind);
        }
        if names.get(n + 1).is_none_or(|next| next.tokens.start > at) {
            more.push(Name::new(reading, TokenRange::new(at, at + 1), names[n].kind));
        }
    }
    names.retain(|name| !name.tokens.is_empty());
    names.extend(more);
    names.sort_by_key(|name| name.tokens.start);
}

/// True for a word of capitals alone in brackets.
pub(super) fn is_bracketed(reading: Reading, at: u32) -> bool {
    at > 0
        && reading.word(at - 1) == "("
        && reading.word(at + 1) == ")"
        && reading.token(at).is_some_and(|t| t.case == Case::Upper || t.case == Case::Mixed)
}

fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first letters of a name's words, small words counted or not.
pub(super) fn initials(reading: Reading, name: TokenRange, all: bool) -> String {
    let words = (name.start..name.end).filter(|at| {
        let token = &reading.doc.tokens[*at as usize];
        token.kind == TokenKind::Word && (reading.is_capital(*at) || all)
    });
    words.filter_map(|at| reading.word(at).chars().next()).flat_map(char::to_lowercase).collect()
}

/// True when `word` is made of the first letters of the name's words: small words counted or not, and without a country
/// or owner before them (`U.S. Department of Energy (DOE)`); or when it writes the name's words short (`VTrans`).
pub(super) fn is_acronym_of(reading: Reading, word: &str, name: TokenRange) -> bool {
    // `Village Councils (VCs)`
    let many = reading.word(name.end - 1).ends_with('s');
    let one = word.strip_suffix('s').filter(|one| many && one.bytes().all(|b| b.is_ascii_uppercase()));
    let letters = letters(one.unwrap_or(word));
    if letters.chars().count() < 2 || name.len() < 2 {
        return false;
    }
    let made = |name: TokenRange| initials(reading, name, false) == letters || initials(reading, name, true) == letters;
    let owned = reading.has(name.start, class::COUNTRY | class::PEOPLE | class::TOWN) || letters.chars().count() > 3;
    let ended = name.len() > 2 && reading.is(name.end - 1, Rule::Ending);
    made(name)
        || ended && made(TokenRange::new(name.start, name.end - 1))
        || owned && name.len() > 2 && made(TokenRange::new(name.start + 1, name.end))
        || shortens(reading, word, name)
}

/// `VTrans` for `Virginia Department of Transportation`: each capital of a mixed word begins one of the name's words, the
/// letters behind it go on as that word does, and the first and last capitalised words are among them.
fn shortens(reading: Reading, word: &str, name: TokenRange) -> bool {
    if word.chars().all(char::is_uppercase) {
        return false;
    }
    let mut at = name.start;
    let (mut first, mut last) = (None, 0);
    let mut pieces = word.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(i, _)| i).peekable();
    while let Some(start) = pieces.next() {
        let piece = &word[start..pieces.peek().copied().unwrap_or(word.len())];
        let Some(hit) = (at..name.end).find(|at| reading.is_capital(*at) && reading.word(*at).starts_with(piece))
        else {
            return false;
        };
        (first, last, at) = (first.or(Some(hit)), hit, hit + 1);
    }
    first == Some(name.start) && last + 1 == name.end
}
