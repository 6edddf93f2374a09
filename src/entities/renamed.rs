//! Names that the text itself gives as second names of one thing: `also known as`, in brackets.

use super::initials;
use super::known;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};

/// The name before of which name `n` is a second one.
pub(super) fn long_form(reading: Reading, names: &[Name], n: usize) -> Option<usize> {
    let short = &names[n];
    let near = |long: &Name| short.tokens.start < long.tokens.end + 12;
    let before = n.checked_sub(1).filter(|n| near(&names[*n]))?;
    let long = &names[before];
    let named = is_in_brackets(reading, long, short) || is_also_known(reading, long, short);
    if named || is_storm(reading, long, short) || is_or(reading, long, short) || is_really(reading, long, short) {
        return Some(before);
    }
    if is_titled(reading, long, short) {
        return Some(before);
    }
    // `Corrin Front, also known by its Ruritanian acronym as …`: another name lies between.
    let far = before.checked_sub(1).filter(|n| near(&names[*n]) && names[*n].tokens.end <= long.tokens.start)?;
    is_also_known(reading, &names[far], short).then_some(far)
}

/// `Prince Otto, Duke of Ardle`: one person, and the title.
fn is_titled(reading: Reading, long: &Name, short: &Name) -> bool {
    let end = long.tokens.end;
    let crowned = |at: u32| matches!(reading.word(at), "Prince" | "Princess");
    let before = long.tokens.start.checked_sub(1).is_some_and(crowned) || crowned(long.tokens.start);
    let people = long.kind == EntityKind::Person && short.kind == EntityKind::Person;
    people
        && before
        && reading.word(end) == ","
        && short.tokens.start == end + 1
        && super::names::is_noble(reading, short.tokens)
}

/// `Construction Workers Union (Tolmac)`: a body’s short name right behind it, which need not be made of its letters.
fn is_in_brackets(reading: Reading, long: &Name, short: &Name) -> bool {
    let (end, at) = (long.tokens.end, short.tokens.start);
    // `USS Corrin (DDG 72)`
    let number = reading.word(short.tokens.end - 1).bytes().all(|b| b.is_ascii_digit());
    if reading.is(long.tokens.start, Rule::Ship) && number && at == end + 1 {
        return reading.word(end) == "(" && reading.word(short.tokens.end) == ")";
    }
    let owner = u32::from(reading.word(end).starts_with(['\'', '’']));
    let bracketed = at == end + owner + 1 && reading.word(at - 1) == "(" && reading.word(short.tokens.end) == ")";
    if !bracketed || !are_alike(long, short) || short.tokens.len() != 1 {
        return false;
    }
    let body = short.kind == EntityKind::Organization;
    let known = class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN;
    let own = || body && is_sorted(reading, long.tokens) && !reading.has(at, known);
    owner == 0 && (own() || is_capitals(reading, at, long.tokens)) || body && is_drawn_from(reading, at, long.tokens)
}

/// Two bodies, or two treaties and their like.
fn are_alike(long: &Name, short: &Name) -> bool {
    long.kind == short.kind && matches!(long.kind, EntityKind::Organization | EntityKind::Other)
}

/// `Armed Forces of Ardle (CAFA)`: capitals or a known name behind three words, from whichever language; not who wrote it
/// (`(AP)`).
fn is_capitals(reading: Reading, at: u32, long: TokenRange) -> bool {
    let word = reading.word(at);
    let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
    let land = class::TOWN | class::COUNTRY | class::PEOPLE;
    let wire = matches!(word, "AFP" | "AP" | "BBC" | "CNN" | "Reuters" | "TASS" | "UPI" | "Xinhua");
    long.len() > 2
        && (upper || reading.has(at, class::KNOWN))
        && !reading.has(at, land)
        && !reading.is(at, Rule::Code)
        && (!wire || reading.word(long.end - 1) == "Agency")
}

/// `Armed Front of Ardle, or CORA,`: capitals that need not be made of its letters, but must where there is no comma.
fn is_or(reading: Reading, long: &Name, short: &Name) -> bool {
    let (end, at) = (long.tokens.end, short.tokens.start);
    let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper && t.span.len() > 1);
    let closed = matches!(reading.word(short.tokens.end), "," | ")" | "." | ";") && short.tokens.len() == 1;
    let comma = u32::from(matches!(reading.word(end), "," | "("));
    let the = u32::from(reading.word(end + comma + 1) == "the");
    let or = reading.word(end + comma) == "or" && at == end + comma + 1 + the;
    or && upper
        && are_alike(long, short)
        && long.tokens.len() > 2
        && (comma > 0 && closed || comma == 0 && is_mixed(reading, at, long.tokens))
}

/// `CAFA` of the Armed Forces of Ardle County: its letters in another order.
fn is_mixed(reading: Reading, at: u32, long: TokenRange) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
        letters.sort_unstable();
        letters
    };
    sorted(reading.word(at)) == sorted(&initials::initials(reading, long, false))
}

/// `Typhoon “Kiko” (Corrin)`: one storm, as two lands call it; and `the Noble Temple (Old Mosque)`.
fn is_storm(reading: Reading, long: &Name, short: &Name) -> bool {
    let quote = u32::from(is_closing(reading.word(long.tokens.end)));
    let bracketed = reading.word(long.tokens.end + quote) == "("
        && long.tokens.end + quote + 1 == short.tokens.start
        && reading.word(short.tokens.end) == ")";
    let place = |name: &Name| name.kind == EntityKind::Place && name.tokens.len() > 1;
    let ground = || place(long) && place(short) && reading.is(short.tokens.end - 1, Rule::Ground);
    bracketed && (is_second_storm(reading, short.tokens) || ground())
}

/// `Corrin` of `Typhoon “Kiko” (Corrin)`, and `Kiko` too.
pub(super) fn is_second_storm(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    if start < 2 || tokens.len() > 1 || !reading.is_capital(start) {
        return false;
    }
    let storm = |at: u32| reading.is_capital(at) && reading.is(at, Rule::Storm);
    let before = |from: u32| {
        let quoted = from.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "“" | "‘" | "\"" | "'"));
        from.checked_sub(1 + u32::from(quoted)).is_some_and(storm)
    };
    let quoted = u32::from(is_closing(reading.word(end)));
    // `Typhoon Corrin, also known as Kiko,`
    let also = |at: u32| matches!(reading.word(at), "also" | "locally");
    let known = start > 4 && reading.word(start - 1) == "as" && reading.word(start - 2) == "known";
    let comma = || (start - 4..start - 2).rev().find(|at| !also(*at)).filter(|at| reading.word(*at) == ",");
    if known && comma().is_some_and(|comma| comma > 1 && reading.is_capital(comma - 1) && before(comma - 1)) {
        return true;
    }
    let named = before(start) && reading.word(end + quoted) == "(" && reading.word(end + quoted + 2) == ")";
    let last = start - 2;
    let own = last.checked_sub(u32::from(is_closing(reading.word(last)))).unwrap_or(last);
    named || reading.word(start - 1) == "(" && reading.word(end) == ")" && reading.is_capital(own) && before(own)
}

fn is_closing(word: &str) -> bool {
    matches!(word, "”" | "\"" | "’" | "'")
}

/// `Falcon, whose real name is Juan Paz Alsina`; `Lia Mar, born Amelia Marchetti in 1934`
fn is_really(reading: Reading, long: &Name, short: &Name) -> bool {
    let at = long.tokens.end;
    if matches!(reading.word(at), "," | "(") && matches!(reading.word(at + 1), "born" | "née" | "nee" | "né") {
        let people = long.kind == EntityKind::Person && short.kind == EntityKind::Person;
        return people && short.tokens.start == at + 2 && short.key.contains(' ');
    }
    let sort = |word: &str| matches!(word, "real" | "birth" | "full" | "given" | "legal");
    reading.word(at) == ","
        && reading.word(at + 1) == "whose"
        && sort(reading.word(at + 2))
        && reading.word(at + 3) == "name"
        && matches!(reading.word(at + 4), "is" | "was")
        && short.tokens.start == at + 5
        && long.kind == EntityKind::Person
        && short.kind == EntityKind::Person
}

/// `Construction Workers Union`, `Movement for Clean Harbours`: one of the words says what sort of body it is.
fn is_sorted(reading: Reading, tokens: TokenRange) -> bool {
    let sorts = [Rule::Body, Rule::Club, Rule::Purpose, Rule::House];
    let sort = |at: u32| reading.is_capital(at) && sorts.iter().any(|rule| reading.is(at, *rule));
    let first = tokens.start + u32::from(!matches!(reading.word(tokens.start + 1), "of" | "for" | "to" | "against"));
    tokens.len() > 1 && (first..tokens.end).any(sort)
}

/// `Movement for Clean Harbours (LHP)`: capitals in brackets right behind a body are its name, though in another language;
/// not those of a land, nor of somebody who is known so (`(AP)`).
pub(super) fn is_given(reading: Reading, long: &Name, at: u32) -> bool {
    let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper && (2..7).contains(&t.span.len()));
    let word = reading.key(TokenRange::new(at, at + 1));
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN;
    let of_its_own =
        || known::kind_of(&word).is_some() || super::alias::has_others(&word) || reading.is(at, Rule::State);
    is_code(reading, at) && !matches!(long.kind, EntityKind::Person | EntityKind::Place | EntityKind::Group)
        || upper
            && long.kind == EntityKind::Organization
            && is_sorted(reading, long.tokens)
            && !reading.has(at, taken)
            && !reading.is(at, Rule::Honour)
            && word.bytes().all(|b| b.is_ascii_alphabetic())
            && !of_its_own()
}

/// `AF447`: capitals with a number, that mean one thing.
pub(super) fn is_code(reading: Reading, at: u32) -> bool {
    let word = reading.word(at);
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && (1..5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase())
}

/// `NAVCENT` of `Naval Forces Central Command`: capitals that are beginnings of its words, in their order.
fn is_drawn_from(reading: Reading, at: u32, long: TokenRange) -> bool {
    let short = reading.word(at);
    if short.len() < 3 || reading.token(at).is_none_or(|t| t.case != Case::Upper) {
        return false;
    }
    let mut rest = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).peekable();
    let mut words = 0;
    for at in long.start..long.end {
        let mut letters = reading.word(at).chars().flat_map(char::to_lowercase);
        // The beginning of a word.
        let first = letters.next();
        if first.is_some() && first == rest.peek().copied() {
            words += 1;
            rest.next();
            while rest.peek().is_some_and(|letter| letters.next() == Some(*letter)) {
                rest.next();
            }
        }
    }
    rest.peek().is_none() && words > 1
}

/// `Tom Berg, known to his fans as Slate`: what somebody is called, in one word that no list knows as something else.
pub(super) fn is_byname(reading: Reading, long: &Name, short: TokenRange) -> bool {
    let quoted = matches!(reading.word(short.start.max(1) - 1), "\"" | "“" | "‘" | "'");
    let as_ = short.start.saturating_sub(1 + u32::from(quoted));
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE;
    reading.word(as_) == "as"
        && long.kind == EntityKind::Person
        && short.len() == 1
        && !reading.has(short.start, taken)
        && reading.word(long.tokens.end) == ","
        && !matches!(reading.word(long.tokens.end + 1), "formerly" | "previously")
        && is_also_known(reading, long, &Name::new(reading, short, EntityKind::Person))
}

/// `Treaty of Lisbon, also known as the Reform Treaty`.
fn is_also_known(reading: Reading, long: &Name, short: &Name) -> bool {
    let person = |name: &Name| name.kind == EntityKind::Person;
    let thing = |name: &Name| !matches!(name.kind, EntityKind::Person | EntityKind::Group | EntityKind::Place);
    let quote = |at: u32| matches!(reading.word(at), "\"" | "“" | "‘" | "'");
    // `Tom Berg, known as “Hard Hands”`: nothing else says what it is.
    let quoted = short.tokens.start.checked_sub(1).is_some_and(quote) && long.kind != EntityKind::Group;
    // Not `a song by Ann Lee, known as “Low Water”`.
    let part = |at: u32| matches!(reading.word(at), "by" | "of" | "in" | "near" | "from" | "for" | "with");
    let quoted = quoted
        && !(long.kind == EntityKind::Person && (long.tokens.start.saturating_sub(4)..long.tokens.start).any(part));
    if long.kind != short.kind && !(thing(long) && thing(short)) && !(quoted && thing(short)) {
        return false;
    }
    let mut at = long.tokens.end;
    // `Sans Frontières (MSF) — also known as …`
    if reading.word(at) == "(" && reading.word(at + 2) == ")" {
        at += 3;
    }
    at += u32::from(reading.word(at) == ")");
    at += u32::from(matches!(reading.word(at), "," | "(" | "—" | "–" | "-"));
    let also = matches!(
        reading.word(at),
        "also" | "better" | "commonly" | "formally" | "formerly" | "officially" | "popularly" | "sometimes"
    );
    at += u32::from(also);
    // `known online as`, `known by its Ruritanian acronym as`
    let plain = |at: &u32| reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word);
    // Not `a site in Ardle, known to pilgrims as …`: what of the two is meant?
    let open = also || long.kind != EntityKind::Place;
    let far = if open { at + 7 } else { at + 2 };
    // Not `known for parts such as`, `known to invest in firms such as`.
    let through = |at: &u32| plain(at) && !matches!(reading.word(*at), "for" | "in" | "such" | "well" | "is" | "was");
    let as_ = || (at + 1..far).take_while(through).find(|at| reading.word(*at) == "as");
    let behind = match reading.word(at) {
        "known" => as_().map(|at| at + 1),
        "called" if also => Some(at + 1),
        _ => None,
    };
    let known = behind.is_some();
    at = behind.unwrap_or(at);
    let aka = || matches!(reading.word(at), "aka" | "a.k.a" | "a.k.a." | "AKA" | "alias");
    let at = if known {
        at
    } else if aka() {
        at + 1
    } else {
        return false;
    };
    let at = at + u32::from(matches!(reading.word(at), "the" | "The"));
    let at = at + u32::from(quote(at));
    // `the Treaty establishing …`: the model saw no more of the name than its sort.
    let common = reading.has(at, class::COMMON) || reading.is(at, Rule::Paper) || reading.is(at, Rule::Body);
    let sort = short.tokens.len() == 1 && common && !person(short);
    at == short.tokens.start && !sort
}
