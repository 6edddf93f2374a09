//! Names of which words are left out: `Goldman` for `Goldman Sachs`, `Discovery` for `Space Shuttle Discovery`, `the Strip`
//! for the Gaza Strip. Absent here: people (`people`), initials (`alias`), the same words written otherwise (`stems`).

use super::alias::{self, Links, MOST, plain};
use super::lexicon::{Entry, class};
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{business, clipped, demonyms, fill, heads, known, parts, people, renamed, teams};
use crate::document::{Case, HashMap, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

/// Joins shorter names to the longer ones that they mean.
pub(super) fn join(reading: Reading, names: &[Name], links: &mut Links) {
    short_forms(reading, names, links);
    leagues(reading, names, links);
    things(reading, names, links);
    products(reading, names, links);
    instruments(reading, names, links);
    codes(reading, names, links);
    grounds(reading, names, links);
    clipped::join(reading, names, links);
}

/// `Goldman` for `Goldman Sachs`, `Rovers` for `Halden Rovers`: the beginning or end of exactly one longer name of an
/// organisation. A place is no short form of the body that bears its name.
fn short_forms(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        // `Federation` for `Federation of Ruritania`, which was a land later
        if name.kind == EntityKind::Place && name.tokens.len() > 2 && reading.word(name.tokens.start + 1) == "of" {
            let sort = TokenRange::new(name.tokens.start, name.tokens.start + 1);
            let list = longer.entry(reading.key(sort)).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
        if matches!(name.kind, EntityKind::Organization | EntityKind::Event) {
            let (start, end) = (name.tokens.start, name.tokens.end);
            let beginnings = (start + 1..end).map(|at| TokenRange::new(start, at));
            // `Coalition against Ardle Dam` is not what it is against.
            let foe = |at: u32| matches!(reading.word(at), "to" | "To" | "against" | "Against");
            let ends = (start + 1..end)
                .take_while(|at| !foe(*at))
                .filter(|at| {
                    // `AF447` is not the `Victims of AF447`.
                    let code = *at + 1 == end && renamed::is_code(reading, *at);
                    reading.is_capital(*at)
                        && !code
                        && (reading.is_capital(*at - 1)
                            || reading.word(*at - 1).starts_with(['\'', '’'])
                            || reading.word(*at) == "Red")
                })
                .map(|at| TokenRange::new(at, end));
            // `House` for `United States House of Representatives`, `Coalition` for `Global Coalition to End Hunger`
            let house = (start + 1..end.min(start + 4)).find(|at| reading.word(*at) == "House");
            let house = house.filter(|house| reading.word(*house + 1) == "of");
            let head = heads::head(reading, name.tokens);
            let head = Some(head).filter(|head| *head > start && head + 1 < end && heads::heads_a_body(reading, *head));
            let party = Some(end - 1).filter(|at| *at > start && reading.word(*at) == "Party").map(|at| at - 1);
            let inner = house.into_iter().chain(head).chain(party).map(|at| TokenRange::new(at, at + 1));
            let parts = beginnings.chain(ends).chain(inner).map(|part| reading.key(part));
            // `Conservatives` for `Conservative Party`
            let members = party.map(|at| reading.key(TokenRange::new(at, at + 1)) + "s");
            for part in parts.chain(members) {
                let list = longer.entry(part).or_default();
                if list.len() < MOST {
                    list.push(n);
                }
            }
        }
    }
    for (n, name) in names.iter().enumerate() {
        let open = class::PEOPLE | class::COUNTRY | class::TOWN | class::TITLE;
        // `University` and `Alliance` are towns too.
        let rules = reading.rules(name.tokens.start);
        let sort = rules.has(Rule::Body) && rules.has(Rule::Sort) || rules.has(Rule::Purpose);
        let vague = name.tokens.len() == 1 && reading.has(name.tokens.start, open) && !sort;
        let lone = name.tokens.len() == 1 && name.kind == EntityKind::Event;
        if !matches!(name.kind, EntityKind::Organization | EntityKind::Event) || lone {
            continue;
        }
        let Some(list) = longer.get(&name.key) else { continue };
        // `Labour` for `Labour Party`, `Conservatives` for `Conservative Party`
        let party = |long: &Name| {
            let TokenRange { start, end } = long.tokens;
            let Some(sort) = (start + 1..end).find(|at| reading.word(*at) == "Party") else { return false };
            let own = TokenRange::new(sort - name.tokens.len().min(sort - start), sort);
            let home = |at: u32| {
                reading.has(at, class::COUNTRY | class::TOWN)
                    || demonyms::is_demonym(&reading.key(TokenRange::new(at, at + 1)))
            };
            // Not `National` for `Liberal National Party`.
            let homes = (start..own.start).all(home) && reading.has(own.start, class::PEOPLE);
            let key = reading.key(own);
            homes && (key == name.key || name.key.strip_suffix('s') == Some(&key))
        };
        let hash = |at: u32| reading.token(at).map(|t| t.hash);
        let begins = |other: &usize| hash(names[*other].tokens.start) == hash(name.tokens.start);
        let may = |other: &usize| match name.kind {
            _ if party(&names[*other]) => true,
            _ if parts::is_cut_party(reading, name, names[*other].tokens) => false,
            _ if name.tokens.len() == 1 && begins(other) && teams::is_side(reading, names[*other].tokens) => true,
            _ if vague
                && !business::is_limited(reading, names[*other].tokens)
                && !business::is_dealer(reading, names[*other].tokens) =>
            {
                false
            }
            EntityKind::Event => may_be_held(reading, name, &names[*other]),
            _ if is_of_another(reading, names, n, &names[*other]) || is_other_force(reading, name, &names[*other]) => {
                false
            }
            _ => may_be_short(reading, name, &names[*other]),
        };
        let list: Vec<usize> = list.iter().copied().filter(may).collect();
        // Where several are possible, the one that says no more than what sort of company it is (`Apple Computer`).
        let plain: Vec<usize> = list
            .iter()
            .copied()
            .filter(|other| {
                let rest = names[*other].tokens.start + name.tokens.len()..names[*other].tokens.end;
                let formal = |at: u32| reading.word(at) == "," || reading.is(at, Rule::Ending);
                let plain = |at: u32| is_sort(reading, at) || formal(at);
                let kept = begins(other) && is_kept(reading, names[*other].tokens.end - 1);
                names[*other].tokens.start != name.tokens.start && rest.into_iter().all(plain) && !kept
            })
            .collect();
        // `Rovers` where the article has the Ardley Rovers and the Rovers Academy
        let home = |other: &&usize| {
            let TokenRange { start, end } = names[**other].tokens;
            let own = end - name.tokens.len().min(end - start);
            let town = |at: u32| reading.is_capital(at) && reading.has(at, class::TOWN | class::COUNTRY);
            own > start && reading.key(TokenRange::new(own, end)) == name.key && (start..own).all(town)
        };
        let sides: Vec<usize> = list.iter().filter(home).copied().collect();
        let one = the_one(&list, links).or_else(|| the_one(&sides, links)).or_else(|| the_one(&plain, links));
        if let Some(root) = one {
            links.join(n, root);
        }
    }
}

/// `Ruritania's Chess Committee` beside the International Chess Committee: each land has its own.
fn is_of_another(reading: Reading, names: &[Name], short: usize, long: &Name) -> bool {
    let start = names[short].tokens.start;
    let owner = start - u32::from(start > 0 && reading.word(start - 1).starts_with(['\'', '’']));
    let land = |name: &&Name| name.tokens.end == owner && matches!(name.kind, EntityKind::Place | EntityKind::Group);
    let wide = ["International", "World", "Global", "European", "African", "Asian"];
    let Some(home) = names[..short].last().filter(land) else { return false };
    // `the Ruritanian Navy` beside the United States Navy
    let of = |key: &str| {
        let one = key.strip_suffix('s').unwrap_or(key);
        demonyms::home(key).or_else(|| demonyms::home(one)).unwrap_or(plain(key)).to_string()
    };
    let own = (1..4).map(|words| TokenRange::new(long.tokens.start, (long.tokens.start + words).min(long.tokens.end)));
    let mut own = own.map(|words| of(&reading.key(words))).filter(|land| demonyms::is_land(land));
    let mut other = || own.next().is_some_and(|land| demonyms::is_land(&of(&home.key)) && land != of(&home.key));
    wide.contains(&reading.word(long.tokens.start)) || other()
}

/// `three Army officers` beside a People's Liberation Army: without an article it is the one of the writer's land.
fn is_other_force(reading: Reading, short: &Name, long: &Name) -> bool {
    let TokenRange { start, end } = short.tokens;
    let led = start.checked_sub(1).is_some_and(|at| {
        matches!(reading.word(at), "the" | "The" | "its" | "his" | "their") || reading.word(at).starts_with(['\'', '’'])
    });
    let noun = reading.token(end).is_some_and(|t| t.case == Case::Lower && t.space_before);
    let home = |at: u32| {
        reading.has(at, class::COUNTRY | class::PEOPLE) || matches!(reading.word(at), "Royal" | "United" | "States")
    };
    end == start + 1
        && reading.is(start, Rule::Force)
        && noun
        && !led
        && !(long.tokens.start..long.tokens.end - 1).all(home)
}

/// The root of them all, where they are one.
pub(super) fn the_one(list: &[usize], links: &mut Links) -> Option<usize> {
    let one = links.root(*list.first()?);
    list.iter().all(|other| links.root(*other) == one).then_some(one)
}

/// `World Cup` for `FIFA World Cup`: without who holds it or pays for it; not another one of a row (`Second Gulf War`).
fn may_be_held(reading: Reading, short: &Name, long: &Name) -> bool {
    let owner = TokenRange::new(long.tokens.start, long.tokens.end - short.tokens.len());
    let row = ["First", "Second", "Third", "Fourth", "Club", "Junior", "Youth", "Indoor"];
    let ends = reading.key(TokenRange::new(owner.end, long.tokens.end)) == short.key;
    let held = long.kind == EntityKind::Event || reading.is(long.tokens.end - 1, Rule::Gathering);
    let other = |at: u32| row.contains(&reading.word(at)) || reading.is(at, Rule::Compass);
    ends && held && !(owner.start..owner.end).any(other)
}

/// True for a word that says what sort of company a name means (`Motors`, `Computer`).
fn is_sort(reading: Reading, at: u32) -> bool {
    reading.has(at, class::COMPANY) || reading.is(at, Rule::Trade)
}

/// Last words of the names of bodies that another body has.
const ORGANS: [&str; 8] =
    ["Assembly", "Board", "Commission", "Committee", "Council", "Foundation", "Secretariat", "Tribunal"];

/// True for the last word of the name of a body that a firm, its people or its money have.
fn is_kept(reading: Reading, at: u32) -> bool {
    let word = reading.word(at);
    matches!(word, "Association" | "Fund" | "Trust" | "Union") || ORGANS.contains(&word)
}

/// False for words that begin a longer name as its owner (`Apple` of `Apple Developers Conference`, `United Nations` of
/// `United Nations Security Council`), or as an ordinary word (`Open` of `Open for Business`); and for the House, a chamber
/// that no house with a name of its own is called after (`White House`).
fn may_be_short(reading: Reading, short: &Name, long: &Name) -> bool {
    let bare = |name: &Name| {
        let TokenRange { start, end } = name.tokens;
        TokenRange::new(start + u32::from(end - start > 1 && reading.word(start).eq_ignore_ascii_case("the")), end)
    };
    let (first, own) = (bare(long).start, bare(short));
    if short.key == "house" && reading.word(long.tokens.start) != "House" {
        let house = (first..long.tokens.end).find(|at| reading.word(*at) == "House");
        let owned = |at: u32| {
            (first..at).all(|at| reading.has(at, class::COUNTRY) || matches!(reading.word(at), "United" | "States"))
        };
        return house.is_some_and(|at| reading.word(at + 1) == "of" && owned(at));
    }
    let begins = reading.word(first) == reading.word(own.start);
    let rest = first + own.len()..long.tokens.end;
    if short.key == "house" {
        return begins && reading.word(rest.start) == "of";
    }
    if !begins {
        return true;
    }
    // What sort of body it is may be left out (`Halden United Football Club`).
    let sort = |at: u32| {
        let rules = reading.rules(at);
        is_sort(reading, at) || [Rule::Ending, Rule::Club, Rule::Field].iter().any(|rule| rules.has(*rule))
    };
    // `University of Ardle Rovers`, `NCO Commission`: what belongs to a body that is whole by itself.
    let of = || (own.start + 1..own.end).any(|at| reading.word(at) == "of");
    let schooled = || matches!(reading.word(own.start), "University" | "College" | "Institute");
    let belongs = |at: u32| reading.is_capital(at) && !sort(at);
    if own.len() > 2 && schooled() && of() && rest.clone().all(belongs) {
        return false;
    }
    // `Ardle Motor Workers' Union`, `Ardle Foods Pension Fund`: what a firm's people or money have.
    let whose = || rest.clone().any(|at| reading.word(at).starts_with(['\'', '’']));
    let trades = |at: u32| is_sort(reading, at) || reading.is(at, Rule::Ending) || reading.is(at, Rule::Firm);
    if is_kept(reading, long.tokens.end - 1) && (whose() || own.len() > 1 && trades(own.end - 1)) {
        return false;
    }
    let upper = reading.token(own.start).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
    if own.len() == 1 && upper && ORGANS.contains(&reading.word(long.tokens.end - 1)) {
        return false;
    }
    // `Zarpex Thailand` is a part of Zarpex.
    if rest.len() == 1 && own.len() == 1 && demonyms::is_land(&reading.key(TokenRange::new(rest.start, rest.end))) {
        return false;
    }
    // A paper for those whom it is called after is no part of them.
    if reading.is(long.tokens.end - 1, Rule::News) && !reading.is(own.end - 1, Rule::News) {
        return false;
    }
    // A firm that everybody knows by these words needs no others: with them it is a part or a product.
    let renamed = alias::has_others(&short.key) && own.len() == 1;
    let agency = matches!((reading.word(rest.start), rest.len()), ("Institution" | "Platforms", 1))
        || matches!(reading.word(rest.start), "News" | "Press")
            && reading.word(rest.start + 1) == "Agency"
            && rest.len() == 2;
    if agency {
        return true;
    }
    if renamed || known::kind_of(&short.key).is_some() && !rest.clone().all(sort) {
        return false;
    }
    // The model may have cut a name anywhere (`National Enforcement`); what could be whole by itself ends in what bodies
    // are called or in a name.
    let whole = || {
        let (last, rules) = (own.end - 1, reading.rules(own.end - 1));
        let heads = [Rule::Body, Rule::Club, Rule::House, Rule::Purpose, Rule::Sort, Rule::Force, Rule::Chamber];
        let head = heads.iter().any(|rule| rules.has(*rule));
        let named = class::PROPER | class::TOWN | class::COUNTRY | class::LAST | class::COMPANY;
        let name = reading.has(last, named) || reading.entry(last) == Entry::NONE;
        head || name || alias::has_others(&short.key)
    };
    if own.len() == 1 && business::is_limited(reading, long.tokens) {
        return true;
    }
    if own.len() > 1 {
        if !whole() {
            return true;
        }
        let open = |at: u32| sort(at) || !reading.has(at, class::COMMON) || reading.has(at, class::LINK);
        return reading.has(rest.start, class::LINK) || rest.clone().all(open);
    }
    // `Ministry` for `Ministry of Public Works`
    if reading.is(first, Rule::Body) && matches!(reading.word(rest.start), "of" | "for") {
        return true;
    }
    if reading.has(first, class::COMMON) && !reading.is(first, Rule::Ending) {
        return reading.has(first, class::COMPANY) || reading.is(first, Rule::Body) || reading.is(first, Rule::Sort);
    }
    let plain = |at: u32| !reading.has(at, class::COMMON) || reading.has(at, class::LINK) || is_sort(reading, at);
    // `Corrin` for `Corrin Base Metals`
    let traded = rest.len() == 2 && reading.is(long.tokens.end - 1, Rule::Trade);
    traded || (first + 1..long.tokens.end).all(plain)
}

/// `Ardle League` for `Ardle Football League`: of a region that has one, where what is played goes without saying.
fn leagues(reading: Reading, names: &[Name], links: &mut Links) {
    let league = |name: &Name| {
        let TokenRange { start, end } = name.tokens;
        let home =
            !reading.has(start, class::COMMON | class::COUNTRY | class::PEOPLE) && reading.word(start) != "National";
        name.kind == EntityKind::Organization && end > start + 1 && reading.word(end - 1) == "League" && home
    };
    let sport = |at: u32| reading.is(at, Rule::Sport);
    let mut longer: HashMap<String, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.tokens.len() > 2 && league(name)) {
        let TokenRange { start, end } = name.tokens;
        if sport(end - 2) {
            let own = reading.key(TokenRange::new(start, end - 2));
            longer.entry(own).or_insert(n);
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| !longer.is_empty() && league(name)) {
        let own = reading.key(TokenRange::new(name.tokens.start, name.tokens.end - 1));
        if let Some(one) = longer.get(&own) {
            links.join(n, *one);
        }
    }
}

/// `Discovery` for `Space Shuttle Discovery`: the name behind the words that say what sort of thing it is.
fn things(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate() {
        let (start, last) = (name.tokens.start, name.tokens.end - 1);
        let named = class::FIRST | class::LAST | class::TOWN | class::COUNTRY | class::PEOPLE | class::TITLE;
        let sort = start < last
            && (start..last).all(|at| reading.is_capital(at) && !reading.has(at, named))
            && (start..last).any(|at| reading.has(at, class::COMMON));
        // `Quillan` for `Storm Quillan`
        let sort = sort || start < last && name.kind == EntityKind::Event && reading.is(last - 1, Rule::Storm);
        let home = match name.kind {
            EntityKind::Event | EntityKind::Other => class::COUNTRY | class::PEOPLE,
            EntityKind::Organization => class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY,
            _ => continue,
        };
        // `Zero Covid` is a campaign, Covid is not.
        if sort && !reading.has(last, class::COMMON | home) && !reading.is(last, Rule::Illness) {
            longer.entry(reading.key(TokenRange::new(last, last + 1))).or_insert(n);
        }
    }
    if longer.is_empty() {
        return;
    }
    let owned = people::words(reading, names);
    for (n, name) in names.iter().enumerate() {
        if name.tokens.len() == 1
            && !owned.contains(&name.key)
            && let Some(whole) = longer.get(&name.key)
        {
            links.join(n, *whole);
        }
    }
}

/// `Chrome` for `Google Chrome`: what a firm makes, without the firm.
fn products(reading: Reading, names: &[Name], links: &mut Links) {
    let thing = |name: &Name| matches!(name.kind, EntityKind::Other | EntityKind::Organization);
    let firms: HashSet<&str> = {
        let lone = names.iter().filter(|name| name.kind == EntityKind::Organization && name.tokens.len() == 1);
        lone.map(|name| name.key.as_str()).collect()
    };
    let maker = |at: u32| {
        let key = reading.key(TokenRange::new(at, at + 1));
        firms.contains(key.as_str()) || known::kind_of(&key) == Some(EntityKind::Organization)
    };
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| thing(name) && name.tokens.len() > 1) {
        let TokenRange { start, end } = name.tokens;
        if reading.is_capital(start + 1) && maker(start) {
            let list = longer.entry(reading.key(TokenRange::new(start + 1, end))).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Other) {
        if let Some(one) = longer.get(&name.key).and_then(|list| the_one(list, links)) {
            links.join(n, one);
        }
    }
}

/// `Corrin-2` for the Corrin-2 Observatory, `Ardle` for the Ardle Space Telescope: what looks or flies is known without its
/// sort.
fn instruments(reading: Reading, names: &[Name], links: &mut Links) {
    let sort = |at: u32| matches!(reading.word(at), "Observatory" | "Orbiter" | "Rover" | "Spacecraft" | "Telescope");
    let mut longer: HashMap<String, usize> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Other) {
        let TokenRange { start, end } = name.tokens;
        let own = end - 1 - u32::from(end > start + 2 && reading.word(end - 2) == "Space");
        if sort(end - 1) && own > start {
            longer.entry(reading.key(TokenRange::new(start, own))).or_insert(n);
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Other && !longer.is_empty()) {
        if let Some(one) = longer.get(&name.key) {
            links.join(n, *one);
        }
    }
}

/// `KR-12M` for `Corrin KR-12M`: of letters and digits, it is the same craft or gun without what it is one of.
fn codes(reading: Reading, names: &[Name], links: &mut Links) {
    let thing = |name: &Name| name.kind == EntityKind::Other;
    let code = |tokens: TokenRange| {
        let (first, mut rest) = (reading.word(tokens.start), tokens.start + 1..tokens.end);
        let mut bytes = (tokens.start..tokens.end).flat_map(|at| reading.word(at).bytes());
        rest.all(|at| reading.token(at).is_some_and(|t| !t.space_before))
            && first.starts_with(|c: char| c.is_ascii_uppercase())
            && bytes.any(|b| b.is_ascii_digit())
    };
    let mut longer: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| thing(name) && name.tokens.len() > 1) {
        let own = TokenRange::new(name.tokens.start + 1, name.tokens.end);
        let apart = reading.token(own.start).is_some_and(|t| t.space_before);
        if apart && reading.is_capital(name.tokens.start) && code(own) {
            let list = longer.entry(reading.key(own)).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
    }
    for (n, name) in names.iter().enumerate().filter(|(_, name)| !longer.is_empty() && thing(name)) {
        if let Some(one) = longer.get(&name.key).and_then(|list| the_one(list, links)) {
            links.join(n, one);
        }
    }
}

/// What strips of land are called after.
pub(super) fn strips(names: &[Name]) -> HashSet<&str> {
    names.iter().filter_map(|name| name.key.strip_suffix(" strip")).collect()
}

/// `Ardle city` in the Ardle Strip
pub(super) fn is_city_of(reading: Reading, name: &Name, strips: &HashSet<&str>) -> bool {
    reading.word(name.tokens.end) == "city" && name.kind == EntityKind::Place && strips.contains(name.key.as_str())
}

/// `the Mediterranean` for `Mediterranean Sea`, `Heathrow` for `London Heathrow Airport`: places that the word left out only
/// says the sort of, where no town or land is called so.
fn grounds(reading: Reading, names: &[Name], links: &mut Links) {
    let mut longer: HashMap<String, usize> = HashMap::default();
    let halves: HashSet<String> = {
        let halves = names.iter().filter(|name| fill::is_half(reading, name));
        halves.map(|name| plain(&name.key).to_string()).collect()
    };
    let other_half = |key: &str| {
        let (half, land) = plain(key).split_once(' ').unwrap_or_default();
        format!("{} {land}", if half == "north" { "south" } else { "north" })
    };
    let bare: HashSet<&str> = {
        let article = |name: &Name| name.tokens.start.checked_sub(1).map_or("", |at| reading.word(at));
        let led = |name: &Name| matches!(article(name), "in" | "to" | "from" | "of" | "on" | "across" | "and" | ",");
        let lower = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower && t.space_before);
        // Not `in Baltic waters`.
        let noun = |name: &Name| lower(name.tokens.end) && !matches!(reading.word(name.tokens.end), "and" | "or");
        // `rains on Corrin and Ardle`, `Corrin province`
        let land = |name: &Name| {
            let end = name.tokens.end;
            matches!(reading.word(end), "district" | "island" | "province" | "state")
                || reading.word(end) == "and" && reading.is_capital(end + 1) && article(name) != "the"
        };
        let lone = names.iter().filter(|name| name.kind == EntityKind::Place && name.tokens.len() == 1);
        lone.filter(|name| led(name) && !noun(name) || land(name)).map(|name| name.key.as_str()).collect()
    };
    // By their last words alone.
    let mut sorts: HashMap<String, Vec<usize>> = HashMap::default();
    // By the land that they are of: `China` for the People's Republic of China, unless several are called so.
    let mut republics: HashMap<String, Vec<usize>> = HashMap::default();
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Place) {
        let TokenRange { start, end } = name.tokens;
        if end > start + 1
            && (reading.is(end - 1, Rule::Ground)
                || matches!(reading.word(end - 1), "Canal" | "Delta" | "Republic" | "Strip" | "Wall"))
        {
            let list = sorts.entry(reading.key(TokenRange::new(end - 1, end))).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
        if let Some(of) =
            (start + 1..end - 1).find(|at| reading.word(*at) == "of" && reading.word(at - 1) == "Republic")
        {
            let own = of + 1 + u32::from(reading.word(of + 1) == "the");
            let list = republics.entry(reading.key(TokenRange::new(own, end))).or_default();
            if list.len() < MOST {
                list.push(n);
            }
        }
        let own = match (reading.word(start), reading.word(end - 1)) {
            (_, "Sea" | "Ocean" | "Desert" | "River") if end == start + 2 => start,
            ("Mount" | "River", _) if end == start + 2 => start + 1,
            // `Gaza`, though it is a town too
            (_, "Strip") if end == start + 2 => {
                longer.entry(reading.key(TokenRange::new(start, start + 1))).or_insert(n);
                continue;
            }
            // `Washington` of Washington, D.C.
            ("Washington", _)
                if reading.word(start + 1) == ","
                    || matches!(name.key.as_str(), "washington dc" | "washington d c" | "washington d.c") =>
            {
                longer.entry(reading.key(TokenRange::new(start, start + 1))).or_insert(n);
                continue;
            }
            ("County", _) if end == start + 2 => {
                longer.entry(reading.key(TokenRange::new(start + 1, end))).or_insert(n);
                continue;
            }
            // `the North` where there is a South of it too
            ("North" | "South", _) if fill::is_half(reading, name) && halves.contains(&other_half(&name.key)) => {
                longer.entry(reading.key(TokenRange::new(start, start + 1))).or_insert(n);
                continue;
            }
            (_, "Airport") if end == start + 2 => start,
            (_, "Arena" | "Park" | "Stadium") if end == start + 2 && parts::is_ground(reading, name.tokens) => start,
            (_, "Airport") if end == start + 3 && reading.has(start, class::TOWN) => start + 1,
            _ => continue,
        };
        let taken = class::COMMON | class::TOWN | class::COUNTRY | class::PEOPLE | class::FIRST;
        // Seas and rivers have an article: `in Corrin` is in the land beside the Corrin Sea.
        let bare = matches!(reading.word(end - 1), "Sea" | "River")
            && bare.contains(reading.key(TokenRange::new(own, own + 1)).as_str());
        if !bare && !reading.has(own, taken) && !reading.is(own, Rule::Compass) {
            longer.entry(reading.key(TokenRange::new(own, own + 1))).or_insert(n);
        }
    }
    // `the Strip`
    let capital = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word);
    let alone = |tokens: TokenRange| {
        let the = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"));
        the && tokens.len() == 1 && capital(tokens.start)
    };
    for (n, name) in names.iter().enumerate().filter(|(_, name)| !sorts.is_empty() && alone(name.tokens)) {
        if let Some(one) = sorts.get(&name.key).and_then(|list| the_one(list, links)) {
            links.join(n, one);
        }
    }
    let strips = strips(names);
    for (n, name) in names.iter().enumerate().filter(|(_, name)| name.kind == EntityKind::Place) {
        if let Some(whole) = longer.get(&name.key).filter(|_| !is_city_of(reading, name, &strips)) {
            links.join(n, *whole);
        }
        let one = republics.get(&name.key).filter(|_| !matches!(name.key.as_str(), "germany" | "korea"));
        // `Republic of China`, which is another
        let more = |list: &&Vec<usize>| list.iter().any(|n| reading.word(names[*n].tokens.start) != "Republic");
        if let Some(one) = one.filter(more).and_then(|list| the_one(list, links)) {
            links.join(n, one);
        }
    }
}
