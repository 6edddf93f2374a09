//! Where a name begins and ends: what the model cut is put together. Absent here: what it ran together (`splits`).

use super::alias::is_ordinal;
use super::kinds::is_body;
use super::known;
use super::lexicon::class;
use super::names::put;
use super::reading::{Name, Reading};
use super::splits::{self, is_dash};
use super::vocabulary::Rule;
use crate::document::{Case, HashMap, HashSet, sort_by_key};
use crate::{EntityKind, TokenRange};

/// Mends the edges of names that lie in order of the text.
pub(super) fn mend(reading: Reading, names: &mut Vec<Name>) {
    super::captions::part(reading, names);
    drop_lone_compass(reading, names);
    super::abroad::leave_out_titles(reading, names);
    pairs(reading, names);
    super::wholes::halves(reading, names);
    super::wholes::ships(reading, names);
    super::nicknames::mend(reading, names);
    take_in_first_names(reading, names);
    take_in_initials(reading, names);
    leave_out_teams(reading, names);
    leave_out_sorts(reading, names);
    take_in_places(reading, names);
    take_in_club(reading, names);
    take_in_field(reading, names);
    adjectives(reading, names);
    branches(reading, names);
    genitives(reading, names);
    days(reading, names);
    leave_out_days(reading, names);
    numbered(reading, names);
    of_days(reading, names);
    ministries(reading, names);
    papers(reading, names);
    super::tails::mend(reading, names);
    part_owners(reading, names);
    rest(reading, names);
    compounds(reading, names);
    super::initials::acronyms(reading, names);
    marked(reading, names);
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
        // `Éireann` of Met Éireann
        let lone = |name: &&Name| name.tokens == TokenRange::new(end - 1, end) && reading.word(end - 1) == "Éireann";
        let taken = names.get(next).filter(|name| name.tokens.start < end);
        if !is_body(reading, end - 1) && !paper || taken.is_some_and(|name| !lone(&name)) {
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

/// `OPEC+`: a mark that belongs to the name.
fn marked(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let free = names.get(n + 1).is_none_or(|next| next.tokens.start > end);
        if !free || spaced(reading, end) {
            continue;
        }
        let known = || names[n].tokens.len() == 1 && known::kind_of(&names[n].key).is_some();
        let upper = || reading.token(end - 1).is_some_and(|t| t.case == Case::Upper);
        let plus = reading.word(end) == "+" && spaced(reading, end + 1) && (upper() || known());
        if plus {
            names[n] = Name::new(reading, TokenRange::new(start, end + 1), names[n].kind);
        }
    }
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
    sort_by_key(names, |name| name.tokens.start.into());
}

fn spaced(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.space_before)
}

/// `North and South Korea`, `North, Central and South America`: the first halves of a pair are no names by themselves.
fn drop_lone_compass(reading: Reading, names: &mut Vec<Name>) {
    // Where a name with a compass word begins that the ones before it are halves of.
    let mut whole = None;
    for name in names.iter_mut().rev() {
        let TokenRange { start, end } = name.tokens;
        let compass = reading.is(start, Rule::Compass);
        let link = |word: &str| matches!(word, "and" | "or" | "&");
        let joined = whole.is_some_and(|(whole, last)| {
            let word = reading.word(end);
            whole == end + 1 && (link(word) || word == "," && last)
        });
        if compass && joined && name.tokens.len() == 1 {
            name.tokens.end = start;
            // Behind a comma only where the list has an `and` further on.
            whole = Some((start, true));
        } else {
            whole = (compass && name.tokens.len() > 1).then_some((start, false));
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

/// `Sornish haulier Corrin`: what it is, not its name; `Why Corrin` of a headline: not even that.
fn leave_out_sorts(reading: Reading, names: &mut [Name]) {
    let sorts = [Rule::Enterprise, Rule::Maker, Rule::Vessel];
    for name in names.iter_mut() {
        let TokenRange { start, end } = name.tokens;
        let lower = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower && t.space_before);
        let noun = (start + 1..end - 1)
            .rev()
            .find(|at| lower(*at) && reading.is_capital(at + 1) && sorts.iter().any(|rule| reading.is(*at, *rule)));
        // `Umm` + `Corrin`: whose mother she is called.
        let kin = start > 0 && name.kind == EntityKind::Person && matches!(reading.word(start - 1), "Abu" | "Umm");
        if kin && name.tokens.len() == 1 {
            *name = Name::new(reading, TokenRange::new(start - 1, end), name.kind);
            continue;
        }
        let asks = name.tokens.len() > 1
            && matches!(name.kind, EntityKind::Place | EntityKind::Person)
            && matches!(reading.word(start), "Why" | "How" | "When" | "Where");
        if let Some(last) = noun.or(Some(start).filter(|_| asks)) {
            *name = Name::new(reading, TokenRange::new(last + 1, end), name.kind);
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
        let tokens = TokenRange::new(body.tokens.start, place.tokens.end);
        if joined && !splits::is_adviser(reading, tokens, body.tokens.end) {
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

/// `the Scientific and Medical` + `League`, `Upper` + `House`: an adjective before `and`, and which of two chambers it is.
fn adjectives(reading: Reading, names: &mut [Name]) {
    let describes = |at: u32| {
        let word = reading.word(at);
        let taken = class::PEOPLE | class::COUNTRY | class::TOWN | class::TITLE | class::FIRST | class::LAST;
        let ends = ["al", "ed", "ic", "ive", "ary"].iter().any(|end| word.ends_with(end));
        reading.token(at).is_some_and(|t| t.case == Case::Title) && word.len() > 4 && ends && !reading.has(at, taken)
    };
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let free = n.checked_sub(1).map_or(0, |before| names[before].tokens.end);
        if names[n].kind != EntityKind::Organization || start < free + 1 {
            continue;
        }
        let house = reading.word(start) == "House" && matches!(reading.word(start - 1), "Lower" | "Upper");
        // `the Finance and National Planning Committee`
        let deals = matches!(reading.word(end - 1), "Commission" | "Committee" | "Department" | "Directorate");
        let pair = start >= free + 3
            && end > start + 1
            && reading.word(start - 1) == "and"
            && (describes(start - 2) || deals && reading.is(start - 2, Rule::Modifier))
            && matches!(reading.word(start - 3), "the" | "The" | "'s" | "’s");
        if house {
            names[n] = Name::new(reading, TokenRange::new(start - 1, end), EntityKind::Organization);
        } else if pair {
            names[n] = Name::new(reading, TokenRange::new(start - 2, end), EntityKind::Organization);
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

/// `Georgian Interior` + `ministry`, `Corrin Optics` + `plc`, printed small.
fn ministries(reading: Reading, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1) {
        let TokenRange { start, end } = name.tokens;
        let plc = reading.word(end) == "plc";
        if (plc || reading.word(end) == "ministry") && spaced(reading, end) && !is_body(reading, end - 1) {
            *name = Name::new(reading, TokenRange::new(start, end + 1), EntityKind::Organization);
        }
    }
}

/// `on the 24th Adler resigned`: a day before a name, where a verb stands behind it.
fn leave_out_days(reading: Reading, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| (2..=4).contains(&name.tokens.len())) {
        let TokenRange { start, end } = name.tokens;
        let led = start > 1 && reading.word(start - 1) == "the" && matches!(reading.word(start - 2), "on" | "On");
        let told = || reading.word(end).len() > 4 && reading.word(end).ends_with("ed") && spaced(reading, end);
        if led && is_ordinal(reading.word(start)) && told() && !is_body(reading, end - 1) {
            let kind = if name.kind == EntityKind::Organization { EntityKind::Person } else { name.kind };
            *name = Name::new(reading, TokenRange::new(start + 1, end), kind);
        }
    }
}

/// `the May 4th` + `Flood Victims Fund`: the day that a body is called after.
fn of_days(reading: Reading, names: &mut [Name]) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let sort =
            matches!(reading.word(end - 1), "Commission" | "Committee" | "Fund" | "Memorial" | "Museum" | "Trust");
        // The model may have seen the day, but not the month.
        let first = start + u32::from(is_ordinal(reading.word(start)));
        let Some(month) = first.checked_sub(2).filter(|at| sort && *at > 0 && end > start + 1) else { continue };
        let day = reading.word(first - 1).trim_end_matches(|c: char| c.is_ascii_lowercase());
        let day = day.parse::<u32>().is_ok_and(|day| (1..32).contains(&day));
        let free = n == 0 || names[n - 1].tokens.end <= month;
        if day && free && reading.has(month, class::CALENDAR) && matches!(reading.word(month - 1), "the" | "The") {
            names[n] = Name::new(reading, TokenRange::new(month, end), names[n].kind);
        }
    }
}

/// `407th` + `AEG`: the number of a unit belongs to its initials.
fn numbered(reading: Reading, names: &mut Vec<Name>) {
    for n in 0..names.len() {
        let TokenRange { start, end } = names[n].tokens;
        let Some(number) = start.checked_sub(1).filter(|at| is_ordinal(reading.word(*at))) else { continue };
        let upper = reading.token(start).is_some_and(|t| t.case == Case::Upper && (2..6).contains(&t.span.len()));
        let body = matches!(names[n].kind, EntityKind::Organization | EntityKind::Other);
        let unit = body && end == start + 1 && upper && spaced(reading, start);
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
    sort_by_key(names, |name| name.tokens.start.into());
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
