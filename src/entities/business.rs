//! What the words around a name say that only firms and bodies have or do. Absent here: what a body is called (`kinds`) and
//! described as (`sorts`).

use super::lexicon::class;
use super::names::{LONGEST, put};
use super::reading::{Name, Reading};
use super::sorts::{is_determiner, is_first, is_sort};
use super::told::{is_no_place, is_owner};
use super::vocabulary::Rule;
use super::{headings, kinds, known};
use crate::document::{Case, HashMap, TokenKind};
use crate::{EntityKind, TokenRange};

/// `Halden Marine ASA`: a firm with the form that the law gives it, which may be called by its first word, unless that is a
/// land or people; not `Corrin Steel Co Ltd`, as firms of eastern Asia are called, that begin with their town.
pub(super) fn is_limited(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let wide = matches!(reading.word(end - 1), "Company" | "Corporation" | "Corp" | "Corp." | "Group" | "Co" | "Co.");
    // `Denver Mining Inc`: that Denver is a town first.
    let first = if reading.has(start, class::TOWN) { 0 } else { class::FIRST };
    let taken = class::COUNTRY | class::PEOPLE | class::TITLE | first;
    // `Halden Marine A/S`
    let slashed = end > start + 3 && reading.word(end - 2) == "/" && reading.word(end - 1) == "S";
    end > start + 1
        && (slashed || reading.is(end - 1, Rule::Ending))
        && !wide
        && !matches!(reading.word(end - 2), "Co" | "Co." | "." | ",")
        && reading.is_capital(start)
        && !reading.has(start, taken)
        && ![Rule::Compass, Rule::Never].iter().any(|rule| reading.is(start, *rule))
}

/// `Corrin Foods`: a firm that is called by its first word alone, though that is a town's too; behind it stands nothing but
/// what it makes or deals in.
pub(super) fn is_dealer(reading: Reading, TokenRange { start, end }: TokenRange) -> bool {
    let sort = |at: u32| [Rule::Trade, Rule::Firm, Rule::Ending].iter().any(|rule| reading.is(at, *rule));
    let named = !reading.has(start, class::COMMON) || reading.has(start, class::LAST | class::TOWN);
    end > start + 1
        && named
        && !reading.has(start, class::COUNTRY | class::PEOPLE)
        && (start..end).all(|at| reading.is_capital(at) && (at == start || sort(at)))
}

/// `Hale & Berg`
pub(super) fn is_firm_of_two(reading: Reading, TokenRange { start, end }: TokenRange) -> bool {
    end == start + 3 && reading.word(start + 1) == "&" && !reading.has(start, class::FIRST)
}

/// `a Skoda Octavia`: who makes a car, and which.
pub(super) fn is_car(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let before = start.checked_sub(1).map_or("", |at| reading.word(at));
    let model = |at: u32| reading.is_capital(at) && !is_sort(reading, at, Rule::Enterprise);
    let sorts =
        [Rule::Body, Rule::Club, Rule::Ending, Rule::Firm, Rule::Trade, Rule::Gathering, Rule::House, Rule::Post];
    let sort =
        |at: u32| sorts.iter().any(|rule| reading.is(at, *rule)) || reading.has(at, class::TITLE | class::COMPANY);
    let behind = reading.token(end).is_none_or(|t| t.kind == TokenKind::Mark)
        || [Rule::Behind, Rule::Auxiliary, Rule::Joint].iter().any(|rule| reading.is(end, *rule));
    (2..4).contains(&tokens.len())
        && CARS.contains(&reading.word(start))
        && (start + 1..end).all(model)
        && !sort(end - 1)
        && behind
        && !matches!(before, "" | "at" | "of" | "by" | "for" | "from" | "with" | "and" | "," | "." | "to")
}

/// Makers of cars that are called by their maker and model.
const CARS: [&str; 36] = [
    "Alfa",
    "Audi",
    "BMW",
    "Bentley",
    "Buick",
    "Cadillac",
    "Chevrolet",
    "Chrysler",
    "Citroen",
    "Citroën",
    "Dacia",
    "Ferrari",
    "Fiat",
    "Ford",
    "Holden",
    "Honda",
    "Hyundai",
    "Isuzu",
    "Jaguar",
    "Kia",
    "Lexus",
    "Maruti",
    "Mazda",
    "Mercedes",
    "Mitsubishi",
    "Nissan",
    "Opel",
    "Peugeot",
    "Porsche",
    "Renault",
    "Seat",
    "Skoda",
    "Subaru",
    "Suzuki",
    "Toyota",
    "Vauxhall",
];

/// `Zarpex has grown into a global business`, `Zarpex is sold in 150 countries`: no founder, but what he founded.
pub(super) fn is_on_sale(reading: Reading, tokens: TokenRange) -> bool {
    let verb = tokens.end;
    let done = verb + 1 + u32::from(matches!(reading.word(verb + 1), "now" | "also" | "been" | "since"));
    match (reading.word(verb), reading.word(done)) {
        ("is" | "was", "sold" | "drunk" | "enjoyed" | "brewed" | "served" | "available" | "marketed" | "exported") => {
            let number = reading.token(done + 2).is_some_and(|t| t.kind == TokenKind::Number);
            let of = |at: u32| matches!(reading.word(at), "countries" | "nations" | "states" | "markets");
            matches!(reading.word(done + 1), "in" | "to") && number && of(done + 3)
        }
        ("has" | "had", "grown") => {
            let noun =
                |at: u32| is_sort(reading, at, Rule::Enterprise) || matches!(reading.word(at), "business" | "brand");
            let lower =
                |at: &u32| reading.token(*at).is_some_and(|t| t.case == Case::Lower || t.kind == TokenKind::Mark);
            let article = matches!(reading.word(done + 2), "a" | "an" | "the");
            matches!(reading.word(done + 1), "to" | "into")
                && article
                && (done + 3..done + 8).take_while(lower).any(noun)
        }
        _ => false,
    }
}

/// `a CBI probe`: capitals that look into something.
pub(super) fn is_probing(reading: Reading, tokens: TokenRange) -> bool {
    let upper = reading.token(tokens.start).is_some_and(|t| t.case == Case::Upper && (3..6).contains(&t.span.len()));
    let does = matches!(reading.word(tokens.end), "inquiry" | "investigation" | "probe" | "raid" | "raids" | "sleuths");
    tokens.len() == 1 && upper && does && is_no_place(reading, tokens)
}

/// `sold at Zarpex`: a shop, where no town is called so.
pub(super) fn is_selling(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let sold = matches!(before(1), "at" | "by") && matches!(before(2), "Sold" | "sold" | "stocked");
    tokens.len() == 1 && sold && is_no_place(reading, tokens) && !is_owner(reading, tokens)
}

/// `Zarpex shares`: what is called after the company that has it. Towns have a stock exchange, countries bonds.
pub(super) fn has_shares(reading: Reading, tokens: TokenRange) -> bool {
    let end = tokens.end;
    // Not `Brelling shares its name with a lake`.
    let verb = is_determiner(reading, end + 1) || reading.word(end + 1) == "with";
    reading.is(end, Rule::Asset) && !reading.is_capital(end) && !verb && is_no_place(reading, tokens)
}

/// `Zarpex’s shareholders`, `a stake in Zarpex`, `the takeover of Zarpex`, `Zarpex posted a profit`: what only a company
/// has or does.
pub(super) fn is_in_business(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let lower = |at: u32| !reading.is_capital(at);
    let owned = is_owner(reading, tokens);
    let office = |first: &str, last: &str| {
        let at = end + u32::from(owned);
        reading.word(at).eq_ignore_ascii_case(first) && reading.word(at + 1).eq_ignore_ascii_case(last)
    };
    // `spun off from Zarpex`
    let spun = start > 2
        && reading.word(start - 1) == "from"
        && reading.word(start - 2) == "off"
        && reading.word(start - 3) == "spun";
    let has = spun
        || owned
            && lower(end + 1)
            && (reading.is(end + 1, Rule::Owned)
                || reading.word(end + 1) == "co" && reading.word(end + 3).starts_with("founder"))
        || office("Chief", "Executive")
        || owned && is_board(reading, end + 1)
        || owned && office("general", "secretary");
    let before = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    let stake = start > 1
        && !owned
        && match before(1) {
            "in" => reading.is(start - 2, Rule::Stake),
            "of" => {
                let chief = matches!(before(3), "chief" | "Chief" | "executive" | "Executive");
                lower(start - 2) && reading.is(start - 2, Rule::Owned)
                    || matches!(before(2), "executive" | "CEO" | "Founder")
                    || chief && before(2) == "Executive"
                    || is_officer(reading, start - 2)
            }
            "at" => {
                // `director of strategy at Zarpex`
                let field = if before(3) == "of" && start > 3 { start - 4 } else { start - 2 };
                reading.is(field, Rule::Clerk) && !reading.is(end - 1, Rule::Ground)
                    || before(2) == "CEO"
                    || is_officer(reading, start - 2)
            }
            _ => false,
        };
    // `a rig operated by Zarpex`, `bought by Ruritania’s Hallan Zarpex`: nobody’s first name or surname.
    let home = start > 2 && matches!(before(1), "'s" | "’s") && reading.has(start - 2, class::COUNTRY | class::PEOPLE);
    let by = 1 + 2 * u32::from(home);
    let made = matches!(before(by + 1), "operated" | "manufactured" | "acquired" | "bought") && before(by) == "by";
    let human = |at: u32| reading.has(at, class::FIRST | class::LAST) || reading.is(at, Rule::Particle);
    let runs = made && !owned && (tokens.len() == 1 || home) && !(start..end).any(human);
    (has || stake || runs || reports(reading, end)) && is_no_place(reading, tokens)
}

/// `Denver plans`: what firms do, where the article has one of that name; `surely` for what nobody else does.
pub(super) fn is_acting(reading: Reading, tokens: TokenRange, surely: bool) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let conjunction = matches!(before(1), "that" | "but" | "while" | "when" | "because" | "which" | "“");
    let subject = is_first(reading, tokens.start) || conjunction;
    let verb = tokens.end + u32::from(matches!(reading.word(tokens.end), "also" | "has" | "had" | "now"));
    let trades = matches!(reading.word(verb), "employs" | "makes" | "operates" | "sells" | "trades");
    let does = matches!(
        reading.word(verb),
        "cut"
            | "cuts"
            | "expects"
            | "expected"
            | "forecast"
            | "forecasts"
            | "lowered"
            | "plans"
            | "planned"
            | "raised"
            | "raises"
            | "sold"
    );
    let founded = is_founded(reading, TokenRange { end: verb, ..tokens });
    let shares = reading.is(tokens.end, Rule::Asset) && !reading.is_capital(tokens.end)
        || before(1) == "in" && tokens.start > 1 && reading.is(tokens.start - 2, Rule::Stake);
    let says = || does || [Rule::Say, Rule::Report].iter().any(|rule| reading.is(verb, *rule));
    // `Zarpex’s board`
    let owns = is_owner(reading, tokens) && (reading.is(verb + 1, Rule::Owned) || reading.word(verb + 1) == "board");
    shares || owns || subject && (trades || founded || !surely && says())
}

/// `Zarpex’s board`, `Zarpex’s finance director`
fn is_board(reading: Reading, at: u32) -> bool {
    let director = reading.word(at + 1) == "director"
        && matches!(reading.word(at), "commercial" | "finance" | "managing" | "operations" | "sales");
    director || matches!(reading.word(at), "board" | "chairman" | "chairwoman" | "workforce")
}

/// `Zarpex, which raised $20m`, `Zarpex, which makes pumps`, `Zarpex, controlled by the Berg family`, `Zarpex, set up by
/// residents`: what is no person, and does or is what firms do and are.
pub(super) fn is_which(reading: Reading, tokens: TokenRange) -> bool {
    let end = tokens.end;
    let made = match (reading.word(end + 1), reading.word(end + 2), reading.word(end + 3)) {
        ("controlled", "by", _) | ("set", "up", "by") => true,
        ("which", _, _) => {
            let verb = end + 2 + u32::from(matches!(reading.word(end + 2), "also" | "has" | "had" | "now"));
            let trades = ["bought", "employs", "makes", "operates", "owns", "raised", "sells", "sold", "trades"];
            trades.contains(&reading.word(verb))
        }
        _ => false,
    };
    reading.word(end) == "," && made && is_no_place(reading, tokens)
}

/// `a friend who joined from Zarpex`: who paid them before.
pub(super) fn is_left(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let joined = matches!(before(2), "joined" | "joining" | "poached" | "signing") && before(1) == "from";
    joined && tokens.len() < 4 && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
}

/// `Ann Lee at Zarpex Holt said`: for whom those work who are asked.
pub(super) fn is_asked(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let at = start > 2 && reading.word(start - 1) == "at" && (start - 3..start - 1).all(|at| reading.is_capital(at));
    let says = matches!(reading.word(end), "estimates" | "reckons" | "said" | "says");
    at && says && !reading.is(end - 1, Rule::Ground) && is_no_place(reading, tokens)
}

/// `Zarpex, founded by`, `Zarpex was founded`: what no person is.
pub(super) fn is_founded(reading: Reading, tokens: TokenRange) -> bool {
    let end = tokens.end;
    let comma = reading.word(end) == "," && reading.word(end + 2) == "by";
    (comma || reading.word(end) == "was") && matches!(reading.word(end + 1), "founded" | "incorporated")
}

/// `chief operating officer`
fn is_officer(reading: Reading, at: u32) -> bool {
    let chief = |at: u32| matches!(reading.word(at), "chief" | "Chief" | "executive" | "Executive");
    reading.word(at).eq_ignore_ascii_case("officer") && (at.saturating_sub(3)..at).any(chief)
}

/// `posted a net loss`, `has reported record profits`, `laid off 400 workers`
fn reports(reading: Reading, at: u32) -> bool {
    let verb = at + u32::from(matches!(reading.word(at), "has" | "had" | "also"));
    if reading.word(verb) == "laid" {
        return reading.word(verb + 1) == "off";
    }
    reading.is(verb, Rule::Report)
        && (verb + 1..verb + 8)
            .take_while(|at| reading.token(*at).is_some_and(|t| t.kind != TokenKind::Mark || t.span.len() == 1))
            .take_while(|at| !matches!(reading.word(*at), "." | "," | ";" | "that"))
            .any(|at| reading.is(at, Rule::Ledger))
}

/// `Boston & Maine`, `Pike & Hume Orchards Ltd`: in running text `&` stands inside the name of a firm, unless what it
/// joins stands alone elsewhere.
pub(super) fn ampersands(reading: Reading, names: &mut Vec<Name>) {
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    let marks: Vec<u32> = (1..reading.doc.tokens.len() as u32)
        .filter(|at| reading.word(*at) == "&" && spaced(*at) && spaced(*at + 1))
        .filter(|at| reading.is_capital(*at - 1) && reading.is_capital(*at + 1))
        .collect();
    if marks.is_empty() {
        return;
    }
    // Where what stands by itself is named first.
    let alone: HashMap<String, u32> = {
        let across = |tokens: TokenRange| {
            let first = marks.partition_point(|at| *at < tokens.start);
            marks.get(first).is_some_and(|at| *at < tokens.end)
        };
        let beside = |name: &&Name| {
            let mark = |at: u32| marks.binary_search(&at).is_ok();
            let TokenRange { start, end } = name.tokens;
            let partner = reading.word(end) == "," && (mark(end + 2) || reading.word(end + 2) == "," && mark(end + 4));
            !(mark(end) || partner || across(name.tokens) || start > 0 && mark(start - 1))
        };
        names.iter().rev().filter(beside).map(|name| (name.key.clone(), name.tokens.start)).collect()
    };
    let mut wholes: Vec<Name> = Vec::new();
    for at in marks {
        let n = names.partition_point(|name| name.tokens.end <= at);
        let before = wholes.last().filter(|whole| whole.tokens.end == at);
        let left = before.or(n.checked_sub(1).map(|n| &names[n]).filter(|name| name.tokens.end == at));
        // Of `Berg, Hume & Pike` the model may have seen the last two.
        let two = names.get(n).filter(|name| name.tokens == TokenRange::new(at - 1, at + 2));
        let taken = names.get(n).is_some_and(|name| name.tokens.start < at);
        if taken && two.is_none() || headings::is_titled_at(reading, at) {
            continue;
        }
        let right = names.get(n).filter(|name| name.tokens.start == at + 1);
        let body = right.is_some_and(|name| kinds::names_a_body(reading, name.tokens));
        // `Developer Berg & Pike`, at the start of a sentence
        let led = |name: &Name| {
            let first = name.tokens.start;
            name.tokens.len() == 2 && reading.is(first, Rule::Maker) && is_first(reading, first)
        };
        let lone = |name: &Name| name.kind != EntityKind::Person || name.tokens.len() == 1 || led(name);
        let open = |name: &Name| !alone.contains_key(&name.key) && lone(name);
        if two.is_none() && left.or(right).is_none() || !body && !left.into_iter().chain(right).all(open) {
            continue;
        }
        let mut start = left.map_or(at - 1, |name| name.tokens.start + u32::from(led(name)));
        // `Berg, Hume & Pike`: all partners are surnames, of whom none was named before.
        let partner = |at: u32| {
            let word = reading.token(at).is_some_and(|t| t.case == Case::Title && t.kind == TokenKind::Word);
            let taken = class::COMMON | class::TOWN | class::COUNTRY | class::PEOPLE | class::COMPANY | class::CALENDAR;
            word && (reading.has(at, class::LAST) || !reading.has(at, taken))
        };
        let known = |at: u32| {
            let key = reading.key(TokenRange::new(at, at + 1));
            known::kind_of(&key).is_some() || alone.get(&key).is_some_and(|first| *first < at)
        };
        let ends = right.map_or(at + 2, |name| name.tokens.end);
        let listed = reading.word(ends) == "and" && reading.is_capital(ends + 1);
        let lone = start + 1 == at && ends == at + 2 && partner(at + 1) && !listed;
        while lone && at - start < 8 && start > 2 && partner(start) && reading.word(start - 1) == "," {
            let first = start - 2;
            if first < wholes.last().map_or(0, |whole: &Name| whole.tokens.end)
                || !partner(first)
                || reading.is_capital(first - 1)
                || known(first)
            {
                break;
            }
            start = first;
        }
        if ends - start > LONGEST || two.is_some() && start + 1 == at {
            continue;
        }
        let whole = Name::new(reading, TokenRange::new(start, ends), EntityKind::Organization);
        if before.is_some() {
            wholes.pop();
        }
        wholes.push(whole);
    }
    put(names, wholes);
}
