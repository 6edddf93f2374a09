//! From what the model found to the mentions worth a chip: trimmed, split, filled in, of one mind about their kind.

use super::lexicon::class;
use super::memory::Memory;
use super::reading::{Name, Reading};
use super::tagger::Found;
use super::vocabulary::Rule;
use super::{
    catalogue, clipped, corps, craft, edges, fill, given, headings, heads, initials, kinds, offices, ordinary, signs,
    splits, wholes,
};
use crate::document::{BlockKind, Case, HashSet, TokenKind, sort_by_key, word_hash};
use crate::{EntityKind, TokenRange};

/// Words of the longest name that is believed; also what keeps the work linear.
pub(super) const LONGEST: u32 = 16;

/// The mentions of a document in order, from what the model found.
pub(super) fn names(reading: Reading, memory: &Memory, found: &[Found]) -> Vec<Name> {
    let mut names = Vec::with_capacity(found.len());
    for found in found {
        if let Some((body, person)) = splits::officer(reading, found.tokens, found.kind) {
            names.push(Name::new(reading, body, EntityKind::Organization));
            names.extend(person.map(|person| Name::new(reading, person, EntityKind::Person)));
            continue;
        }
        if let Some((party, person)) = splits::member(reading, found.tokens, found.kind) {
            names.push(Name::new(reading, party, EntityKind::Group));
            names.push(Name::new(reading, person, EntityKind::Person));
            continue;
        }
        if let Some((person, land)) = splits::ruler(reading, found.tokens, found.kind) {
            let person = trim(reading, person, EntityKind::Person);
            names.extend(person.map(|person| Name::new(reading, person, EntityKind::Person)));
            names.push(Name::new(reading, land, EntityKind::Place));
            continue;
        }
        if let Some(person) = splits::holder(reading, found.tokens, found.kind) {
            names.push(Name::new(reading, person, EntityKind::Person));
            continue;
        }
        if let Some((seat, person)) = splits::seated(reading, found.tokens, found.kind) {
            names.extend(seat.map(|seat| Name::new(reading, seat, EntityKind::Place)));
            names.push(Name::new(reading, person, EntityKind::Person));
            continue;
        }
        if let Some(school) = splits::studied(reading, found.tokens) {
            names.push(Name::new(reading, school, EntityKind::Organization));
            continue;
        }
        if let Some(two) = splits::leaguer(reading, found.tokens) {
            names.extend(two.map(|one| Name::new(reading, one, EntityKind::Organization)));
            continue;
        }
        for tokens in splits::split(reading, found.tokens, found.kind) {
            if tokens.len() > LONGEST {
                continue;
            }
            let Some(tokens) = trim(reading, tokens, found.kind) else { continue };
            // `Governments of Iraq and Iran`
            let lands = tokens.start == found.tokens.start + 2 && reading.word(found.tokens.start) == "Governments";
            // `Corrib Foods of Belfast`
            let town = tokens.start > found.tokens.start
                && reading.word(tokens.start - 1) == "of"
                && tokens.len() == 1
                && reading.has(tokens.start, class::TOWN);
            // `Ardle MLA`, `Ardle Sultan`
            let seat = tokens.end < found.tokens.end
                && (reading.is(tokens.end, Rule::Seat) || reading.is(tokens.end, Rule::Rank))
                && !(tokens.start..tokens.end).any(|at| reading.has(at, class::COMMON));
            let kind = if lands || town || seat && found.kind == EntityKind::Organization {
                EntityKind::Place
            } else {
                found.kind
            };
            let mut name = Name::new(reading, tokens, kind);
            name.kind = kinds::settle(reading, &name);
            names.pop_if(|last| last.tokens.end > tokens.start);
            names.push(name);
        }
    }
    edges::mend(reading, &mut names);
    wholes::join(reading, &mut names);
    craft::asteroids(reading, &mut names);
    clipped::parties(reading, &mut names);
    offices::find(reading, &mut names);
    fill::find(reading, &mut names);
    signs::drop(reading, &mut names);
    drop_starters(reading, memory, &mut names);
    headings::drop_words(reading, memory, &mut names);
    ordinary::drop(reading, memory, &mut names);
    kinds::agree(reading, &mut names);
    drop_titles(reading, &mut names);
    fill::fill_in(reading, memory, &mut names);
    signs::drop(reading, &mut names);
    names.retain(|name| !is_day(reading, name) && !offices::is_office(reading, name));
    drop_sorts_of_things(reading, &mut names);
    catalogue::find(reading, &mut names);
    drop_furniture(reading, &mut names);
    names
}

/// `Army engineers built a bridge`: an ordinary word at the start of a sentence, that the article has with a capital
/// nowhere else, is no name.
fn drop_starters(reading: Reading, memory: &Memory, names: &mut Vec<Name>) {
    let lists =
        class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY | class::KNOWN;
    let starts = |name: &Name| {
        let at = name.tokens.start;
        reading.doc.sentences.binary_search_by_key(&at, |s| s.tokens.start).is_ok()
    };
    // `Bushfire claims a life` of an article on bushfires
    let small = |at: u32| {
        let word = reading.word(at).to_lowercase();
        let one = word.strip_suffix('s').map_or_else(|| format!("{word}s"), str::to_string);
        memory.has_lower(reading.doc.tokens[at as usize].hash) || memory.has_lower(word_hash(&one))
    };
    // `Harbour bridge to close`
    let ground = |at: u32| {
        let word = reading.word(at);
        reading.is(at, Rule::Ground) && !matches!(word, "Cape" | "Forest" | "Gulf")
            || matches!(word, "Hospital" | "School")
    };
    let ordinary = |name: &Name| {
        let at = name.tokens.start;
        let unlisted = !reading.has(at, lists | class::PROPER);
        let plain = || match name.kind {
            EntityKind::Group => false,
            EntityKind::Person => unlisted && small(at),
            _ => {
                let known = reading.entry(at).cluster != 0;
                reading.is(at, Rule::Force) || unlisted && (known || small(at)) || ground(at)
            }
        };
        name.tokens.len() == 1
            && reading.token(at).is_some_and(|t| t.case == Case::Title)
            && reading.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            && !reading.is(at + 1, Rule::Say)
            && plain()
    };
    if !names.iter().any(|name| starts(name) && ordinary(name)) {
        return;
    }
    let hash = |at: u32| reading.doc.tokens[at as usize].hash;
    let within = names.iter().filter(|name| !starts(name)).flat_map(|name| name.tokens.start..name.tokens.end);
    let within: HashSet<u64> = within.map(hash).collect();
    // Of what ends the names of places a longer one says nothing (`the Harbour Inn`).
    let lone = names.iter().filter(|name| !starts(name) && name.tokens.len() == 1).map(|name| hash(name.tokens.start));
    let lone: HashSet<u64> = lone.collect();
    names.retain(|name| {
        let at = name.tokens.start;
        let named = if ground(at) { &lone } else { &within };
        !starts(name) || !ordinary(name) || named.contains(&hash(at))
    });
}

/// `Capt. Lee` who was not taken for a person at first.
fn drop_titles(reading: Reading, names: &mut [Name]) {
    let titled = |name: &&mut Name| {
        let start = name.tokens.start;
        name.kind == EntityKind::Person
            && name.tokens.len() > 1
            && is_title(reading, start)
            && !given::is_first_name(reading, name.tokens)
            && !is_noble(reading, name.tokens)
    };
    for name in names.iter_mut().filter(titled) {
        *name = Name::new(reading, TokenRange::new(name.tokens.start + 1, name.tokens.end), EntityKind::Person);
    }
}

/// Puts `wholes`, which lie in order, in the place of the names inside them.
pub(super) fn put(names: &mut Vec<Name>, wholes: Vec<Name>) {
    if wholes.is_empty() {
        return;
    }
    let mut at = 0;
    names.retain(|name| {
        while wholes.get(at).is_some_and(|whole| whole.tokens.end <= name.tokens.start) {
            at += 1;
        }
        wholes.get(at).is_none_or(|whole| name.tokens.end <= whole.tokens.start)
    });
    names.extend(wholes);
    sort_by_key(names, |name| name.tokens.start.into());
}

/// `Memorial Day`, `Christmas`: when, not who or what.
fn is_day(reading: Reading, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    // `Central European Time`
    let zone =
        |at: u32| matches!(reading.word(at), "Daylight" | "European" | "Mean" | "Standard" | "Summer" | "Universal");
    if name.tokens.len() > 1 && reading.word(last) == "Time" && zone(last - 1) {
        return true;
    }
    let day =
        name.tokens.len() > 1 && reading.is(last, Rule::Day) || name.tokens.len() == 1 && reading.is(last, Rule::Feast);
    // `Easter Monday`
    let moved = name.tokens.len() == 2 && reading.is(last - 1, Rule::Feast) && reading.has(last, class::CALENDAR);
    let day = day || moved;
    day && !matches!(name.kind, EntityKind::Person | EntityKind::Organization) || is_heirs_day(reading, name)
}

/// `Martin Luther King, Jr. Day`, of which the model saw all or the first words.
fn is_heirs_day(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    let stop = |at: u32| at + u32::from(reading.word(at) == ".");
    let heir = |at: u32| reading.is(at, Rule::Generation);
    let comma = end + u32::from(reading.word(end) == "," && heir(end + 1));
    let heirs = (start + 1..=comma).rev().take(4).find(|at| heir(*at));
    name.kind == EntityKind::Person && heirs.is_some_and(|at| reading.word(stop(at + 1)) == "Day")
}

/// What is one of many and no name: the plural `UAVs` (not where capitals stand before its brackets), the step of a scale
/// `Category 4`, `Flood Warning`, the number `part XVII`, `the “History” section`, `an MNA`.
fn drop_sorts_of_things(reading: Reading, names: &mut Vec<Name>) {
    let plural = |word: &str| {
        let one = word.strip_suffix('s').filter(|one| one.len() > 1);
        one.is_some_and(|one| one.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let given = |name: &&Name| {
        let at = name.tokens.start;
        at > 1 && initials::is_bracketed(reading, at) && reading.is_capital(at - 2)
    };
    corps::drop_from_homes(reading, names);
    let given: HashSet<String> = names.iter().filter(given).map(|name| name.key.clone()).collect();
    names.retain(|name| {
        let TokenRange { start, end } = name.tokens;
        let (first, last) = (reading.word(start), reading.word(end - 1));
        let digit = |b: u8| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X');
        let number = |word: &str| word.bytes().all(digit) || matches!(word, "One" | "Two" | "Three" | "Four" | "Five");
        let storm =
            |at: u32| reading.is(at, Rule::Storm) || matches!(reading.word(at), "Flood" | "Tornado" | "Tsunami");
        let before = start.checked_sub(1).map_or("", |at| reading.word(at));
        let seat = name.tokens.len() == 1 && reading.is(start, Rule::Seat);
        let seat = seat && (name.kind == EntityKind::Person || matches!(before, "a" | "an" | "as" | "("))
            || signs::is_counted_day(reading, name.tokens)
            || signs::is_byword(reading, name);
        let of_many = match name.tokens.len() {
            _ if seat || (start..end).all(|at| signs::is_quarter(reading.word(at))) => true,
            _ if name.kind == EntityKind::Person => false,
            _ if corps::is_one(reading, name.tokens) => true,
            // `Labour unions`, at the start of a sentence
            1 if matches!(first, "Labour" | "Labor") => corps::LABOUR.contains(&reading.word(end)),
            // `a Ferris wheel`, `pole position` at the start of a sentence
            1 if first == "Ferris" => reading.word(end).starts_with("wheel"),
            1 if first == "Pole" => reading.word(end) == "position",
            1 if signs::is_of_state(reading, start) => true,
            1 if first == "Bill" && matches!(before, "The" | "the") => true,
            // `County emergency officials`, at the start of a sentence: which one is not said
            1 if matches!(first, "County" | "City" | "State" | "Town" | "Village")
                && name.kind == EntityKind::Place
                && super::sorts::is_first(reading, start)
                && reading.token(end).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower) =>
            {
                true
            }
            // `AI`, `a GP`
            1 if matches!(first, "AI" | "GP") => true,
            // `the railway station`
            1 if reading.token(start).is_some_and(|t| t.case == Case::Lower)
                && (reading.has(start, class::COMMON)
                    || reading.is(start, Rule::Ground)
                    || reading.is(start, Rule::Body)) =>
            {
                true
            }
            // `anti-Semitic`, `non-Muslims`: not those, or no longer a people's name
            1 if before == "-" && is_denied(reading, name) => true,
            1 => {
                plural(first) && !given.contains(&name.key) || signs::is_roman(first) || signs::is_label(reading, start)
            }
            // `Group B` of a cup
            2 if matches!(first, "Group" | "Pool") && last.trim_end_matches('.').len() == 1 => true,
            2 if number(last) => matches!(first, "Category" | "Grade" | "Level" | "Phase" | "Stage" | "Tier"),
            _ => {
                let prefix = matches!(first, "Mid" | "Post" | "Pre") && reading.word(start + 1) == "-";
                matches!(last, "Advisory" | "Warning" | "Watch") && storm(end - 2) || prefix && end == start + 3
            }
        };
        !of_many
    });
}

/// The people of `non-Ruritanians`, who are not meant; `Semitic` of `anti-Semitic`.
fn is_denied(reading: Reading, name: &Name) -> bool {
    let start = name.tokens.start;
    let prefix = start.checked_sub(2).filter(|_| reading.token(start).is_some_and(|t| !t.space_before));
    let prefix = prefix.map_or("", |at| reading.word(at));
    let semite = matches!(reading.word(start), "Semite" | "Semites" | "Semitic" | "Semitism");
    prefix.eq_ignore_ascii_case("anti") && semite
        || prefix.eq_ignore_ascii_case("non") && name.kind == EntityKind::Group
}

/// Names in lines that are not part of the article.
fn drop_furniture(reading: Reading, names: &mut Vec<Name>) {
    let (doc, mut block) = (reading.doc, 0);
    names.retain(|name| {
        let start = doc.tokens[name.tokens.start as usize].span.start;
        while doc.blocks.get(block).is_some_and(|b| b.span.end <= start) {
            block += 1;
        }
        doc.blocks.get(block).is_none_or(|b| b.kind != BlockKind::Furniture)
    });
}

/// What players are called in American games, with the capital of a sentence's first word.
const COURT: [&str; 13] = [
    "Catcher",
    "Center",
    "Cornerback",
    "Forward",
    "Guard",
    "Infielder",
    "Linebacker",
    "Outfielder",
    "Pitcher",
    "Quarterback",
    "Receiver",
    "Shortstop",
    "Tackle",
];

/// Without quotes, titles and possessives at the edges; none when no name is left.
fn trim(reading: Reading, mut tokens: TokenRange, kind: EntityKind) -> Option<TokenRange> {
    tokens.end = splits::day(reading, tokens).unwrap_or(tokens.end);
    let is_edge = |at: u32| {
        let token = &reading.doc.tokens[at as usize];
        token.kind == TokenKind::Mark || reading.word(at).starts_with(['\'', '’'])
    };
    while !tokens.is_empty() && is_edge(tokens.end - 1) && !matches!(reading.word(tokens.end - 1), ")" | "!") {
        tokens.end -= 1;
    }
    while !tokens.is_empty() && is_edge(tokens.start) {
        tokens.start += 1;
    }
    // `Ardle Airport The`: the words under a picture run into the text.
    while tokens.len() > 1 && matches!(reading.word(tokens.end - 1), "The" | "An") && tokens.len() != 2 {
        tokens.end -= 1;
    }
    if kind == EntityKind::Person {
        // `Berg’s ire`: what somebody has is not the name.
        let has = |at: u32| {
            let small = reading.token(at + 1).is_some_and(|t| t.case == Case::Lower && t.space_before);
            let tight = reading.token(at).is_some_and(|t| !t.space_before);
            tight && matches!(reading.word(at), "'" | "’" | "'s" | "’s") && small && !reading.is(at + 1, Rule::Particle)
        };
        if let Some(owner) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| has(*at)) {
            tokens.end = owner;
        }
        // `Enga Gov. Peter Ipatas`: what somebody governs stands before the title.
        let short = |at: u32| reading.word(at).ends_with('.') && is_title(reading, at);
        if let Some(title) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(|at| short(*at)) {
            tokens.start = title;
        }
        // `Lance Corporal`
        let ranked = |at: u32| reading.is(at, Rule::Modifier) && reading.is(at + 1, Rule::Title);
        let short = |at: u32| reading.is(at, Rule::Grade) && reading.token(at).is_some_and(|t| t.case == Case::Upper);
        let titled = |at: u32| is_title(reading, at) || ranked(at) || short(at);
        while tokens.len() > 1 && titled(tokens.start) && !given::is_first_name(reading, tokens) {
            tokens.start += 1;
        }
        tokens = given::take_in(reading, tokens);
    }
    // `Sliders Tom Berg and Ann Lee`: what several are, at the start of a sentence.
    if kind == EntityKind::Person && tokens.len() > 2 {
        let first = tokens.start;
        let starts = reading.doc.sentences.binary_search_by_key(&first, |s| s.tokens.start).is_ok();
        let several = reading.word(first).len() > 4 && reading.word(first).ends_with('s');
        let own = class::FIRST | class::LAST | class::TOWN;
        let maker = reading.is(first, Rule::Maker);
        // `Winger Tom Berg`
        let post = reading.is(first, Rule::Player);
        // `Center Tom Berg`, as Americans play
        let on_court = COURT.contains(&reading.word(first));
        let post = post || on_court;
        if (starts && (several || maker) || post)
            && !reading.has(first, if post { class::FIRST } else { own })
            && reading.is_capital(first + 1)
            && (post && !on_court || reading.has(first + 1, class::FIRST))
        {
            tokens.start += 1;
        }
    }
    // `the August World Games`: when they are held.
    let month = kind == EntityKind::Event && tokens.len() > 3 && reading.has(tokens.start, class::CALENDAR);
    if month && (tokens.start..tokens.end).any(|at| reading.is(at, Rule::Gathering)) {
        tokens.start += 1;
    }
    // `Tom Berg SC`
    if kind == EntityKind::Person {
        let capitals = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Upper && t.span.len() > 1);
        while tokens.len() > 2 && capitals(tokens.end - 1) && !capitals(tokens.end - 2) {
            if !reading.is(tokens.end - 1, Rule::Honour) {
                break;
            }
            tokens.end -= 1;
        }
    }
    // `NGO Clean Harbours`
    // `Low Water (Polity`: a bracket that is not closed.
    if let Some(open) = (tokens.start + 1..tokens.end).rev().find(|at| matches!(reading.word(*at), "(" | ")")) {
        tokens.end = if reading.word(open) == "(" { open } else { tokens.end };
    }
    // `Corrin Prize for Fiction for The Salt Road`
    let second = |at: &u32| reading.word(*at) == "for" && matches!(reading.word(at + 1), "The" | "A" | "“" | "\"");
    let given = (tokens.start..tokens.end).any(|at| matches!(reading.word(at), "Award" | "Medal" | "Prize"));
    if let Some(work) = (tokens.start + 1..tokens.end).find(second).filter(|_| given && kind == EntityKind::Other) {
        tokens.end = work;
    }
    let sorted = kind != EntityKind::Person && tokens.len() > 1 && reading.word(tokens.start) == "NGO";
    tokens.start += u32::from(sorted);
    // `Retailer Zarpex cut jobs`
    if kind == EntityKind::Organization && tokens.len() > 1 && reading.is(tokens.start, Rule::Maker) {
        let starts = reading.doc.sentences.binary_search_by_key(&tokens.start, |s| s.tokens.start).is_ok();
        tokens.start += u32::from(starts && reading.is_capital(tokens.start + 1));
    }
    // `Former Zarpex Bank`, where a sentence starts
    let first = tokens.start;
    if kind == EntityKind::Organization && tokens.len() > 2 && matches!(reading.word(first), "Former" | "Ex") {
        tokens.start += u32::from(reading.is_capital(first + 1));
    }
    // `Co-Founder of Zarmex`
    let leads =
        |at: &u32| matches!(reading.word(*at), "CEO" | "Chair" | "Chairman" | "Chairwoman" | "Co" | "Founder" | "-");
    let of = (tokens.start..tokens.end).find(|at| !leads(at)).unwrap_or(tokens.end);
    if kind == EntityKind::Organization && of > tokens.start && of + 1 < tokens.end && reading.word(of) == "of" {
        tokens.start = of + 1 + u32::from(reading.word(of + 1) == "the");
    }
    // `Ardle MLA quits`
    let seat = tokens.len() > 1 && reading.is(tokens.end - 1, Rule::Seat);
    tokens.end -= u32::from(seat && kind != EntityKind::Person && reading.is_capital(tokens.end - 1));
    // `Ex-MLA`, `Selangor Sultan`
    if seat && matches!(reading.word(tokens.start), "Ex" | "Former") {
        return None;
    }
    let town = tokens.len() == 2 && reading.has(tokens.start, class::TOWN | class::COUNTRY);
    tokens.end -= u32::from(town && kind != EntityKind::Person && reading.is(tokens.end - 1, Rule::Rank));
    // `MSP for Argyll`
    if tokens.len() > 2 && reading.is(tokens.start, Rule::Seat) && reading.word(tokens.start + 1) == "for" {
        tokens.start += 2;
    }
    if tokens.len() > 2 && reading.is(tokens.start, Rule::Office) && reading.word(tokens.start + 1) == "of" {
        tokens.start += 2 + u32::from(reading.word(tokens.start + 2) == "the");
    }
    if tokens.len() > 2 && reading.word(tokens.start) == "Governments" && reading.word(tokens.start + 1) == "of" {
        tokens.start += 2;
    }
    // `the Men and Women of the 407th AEG`
    let and = tokens.start + 1;
    let all = matches!((reading.word(tokens.start), reading.word(and + 1)), ("Men" | "men", "Women" | "women"));
    if tokens.len() > 4 && all && reading.word(and) == "and" && reading.word(and + 2) == "of" {
        tokens.start += 4 + u32::from(reading.word(and + 3) == "the");
    }
    // `U.S. Embassy Chargé d’Affaires`
    let charge =
        |at: &u32| matches!(reading.word(*at), "Chargé" | "Charge") && reading.word(at + 1).starts_with(['d', 'D']);
    if let Some(at) = (tokens.start..tokens.end).find(charge) {
        tokens.end = at;
    }
    // `ANG Airmen`: whose they are.
    let serves = |at: u32| reading.is(at, Rule::Serviceman) && reading.is_capital(at);
    if kind != EntityKind::Person && !tokens.is_empty() && serves(tokens.end - 1) {
        tokens.end -= 1;
        // `Reserve Airmen`, `Four Citizen Airmen`
        let force = |at: u32| matches!(reading.word(at), "Air" | "Army" | "Guard" | "Marine" | "National" | "Navy");
        if (tokens.start..tokens.end).all(|at| reading.has(at, class::COMMON) && !force(at)) {
            return None;
        }
    }
    let body = |at: u32| kinds::is_body(reading, at);
    let ends = |tokens: TokenRange| body(tokens.end - 1) || body(heads::head(reading, tokens));
    if tokens.len() > 2 && reading.word(tokens.start) == "The" && ends(tokens) {
        tokens.start += 1;
    }
    // `Apple Chief Executive Officer`: the office is not part of the company's name.
    if kind == EntityKind::Organization {
        let office = |at: u32| is_title(reading, at) || reading.is(at, Rule::Modifier);
        let start = (tokens.start..tokens.end).rev().take_while(|at| office(*at) && reading.is_capital(*at)).last();
        if let Some(start) =
            start.filter(|s| *s > tokens.start && tokens.end - *s > 1 && is_title(reading, tokens.end - 1))
        {
            tokens.end = start;
        }
    }
    if tokens.is_empty() {
        return None;
    }
    // `Const.` is no person.
    let abbreviated = |at: u32| {
        let stop = reading.word(at + 1) == "." && reading.token(at + 1).is_some_and(|t| !t.space_before);
        stop && (reading.is(at, Rule::Title) || reading.is(at, Rule::Honorific)) && reading.is_capital(at + 2)
    };
    if tokens.len() == 1 && abbreviated(tokens.start) {
        return None;
    }
    let words = || (tokens.start..tokens.end).filter(|at| reading.doc.tokens[*at as usize].kind != TokenKind::Mark);
    let never = |at: u32| {
        reading.has(at, class::CALENDAR) && kind != EntityKind::Event && kind != EntityKind::Person
            || reading.is(at, Rule::Never) && reading.word(at) != "IT" && reading.word(at) != "WHO"
            || reading.is(at, Rule::Plain)
            || kind == EntityKind::Person
                && tokens.len() == 1
                && reading.has(at, class::TITLE)
                && !reading.is_capital(at)
            || reading.word(at).starts_with(|c: char| c.is_ascii_digit()) && kind == EntityKind::Person
    };
    if words().all(never) {
        return None;
    }
    Some(tokens)
}

/// `Duke of Ardle`: whom a land gives a title.
pub(super) fn is_noble(reading: Reading, tokens: TokenRange) -> bool {
    let noble = matches!(
        reading.word(tokens.start),
        "Countess" | "Duchess" | "Duke" | "Earl" | "Marquess" | "Prince" | "Princess" | "Viscount"
    );
    noble && tokens.len() == 3 && reading.word(tokens.start + 1) == "of" && !reading.is_capital(tokens.end)
}

/// True for a title before a person's name.
pub(super) fn is_title(reading: Reading, at: u32) -> bool {
    let listed = reading.has(at, class::TITLE) && !reading.has(at, class::FIRST);
    let rules = reading.rules(at);
    listed
        || [Rule::Honorific, Rule::Rank, Rule::Title].iter().any(|rule| rules.has(*rule))
        || given::is_constable(reading, at)
}
