//! What an article says a name is: by a noun before it (`the exchange Zarpex`), or behind it and a comma (`Zarpex, an
//! exchange, …`).

use super::demonyms;
use super::kinds::names_a_body;
use super::lexicon::class;
use super::reading::Reading;
use super::told::{self, is_owner, is_where};
use super::vocabulary::{self, Rule};
use crate::TokenRange;
use crate::document::{Case, TokenKind, word_hash};

/// `Lleuad Tidal, a consortium of …`: the article says what sort of body it is.
pub(super) fn is_described_as_body(reading: Reading, tokens: TokenRange) -> bool {
    // Not `the Keys, a chain of islands`.
    let body = |noun: u32| {
        let sort = is_sort(reading, noun, Rule::Enterprise) || reading.is(noun, Rule::Unit);
        sort && !(reading.word(noun) == "chain" && reading.word(noun + 1) == "of")
    };
    let land = || reading.has(tokens.start, class::COUNTRY) || demonyms::is_land(&reading.key(tokens));
    // `Ann Berg, a contractor for the army`
    let human = tokens.len() > 1 && reading.has(tokens.start, class::FIRST) && reading.word(tokens.start + 1) != "-";
    let body =
        |noun: u32| body(noun) && !(human && matches!(reading.word(noun), "builder" | "contractor" | "developer"));
    // `Corrin, a small Sornish squad, …`
    let side = |noun: u32| !human && matches!(reading.word(noun), "outfit" | "squad" | "team");
    described(reading, tokens).is_some_and(|noun| body(noun) || side(noun)) && !is_where(reading, tokens) && !land()
}

/// `Corrin, a probe launched in May`, `a small capsule, Corrin,`: what flies or sails. A probe may be an inquiry, a
/// carrier an airline.
pub(super) fn is_described_as_craft(reading: Reading, tokens: TokenRange) -> bool {
    let other = |at: u32| matches!(reading.word(at), "carrier" | "comet" | "cutter" | "liner" | "shuttle" | "tug");
    let flies = |at: u32| matches!(reading.word(at), "capsule" | "probe" | "rocket" | "satellite" | "telescope");
    let craft = |at: u32| (reading.is(at, Rule::Vessel) || flies(at)) && !reading.is_capital(at) && !other(at);
    let inquiry = |noun: u32| matches!(reading.word(noun + 1), "by" | "into" | "of");
    let behind = described(reading, tokens).is_some_and(|noun| craft(noun) && !inquiry(noun));
    let human = tokens.len() > 1 && reading.has(tokens.start, class::FIRST);
    // `In Corrin, a rocket hit a house`
    let town = reading.has(tokens.start, class::TOWN | class::COUNTRY) || is_where(reading, tokens);
    !human && !town && (behind || is_apposed_to(reading, tokens, &craft))
}

/// `the Brelling region`, where a league of Brelling plays
pub(super) fn is_region(reading: Reading, tokens: TokenRange) -> bool {
    matches!(reading.word(tokens.end), "province" | "region") && told::is_sorted_as_settlement(reading, tokens)
}

/// `the Clear Water exercises`, `Clear Water, a naval exercise, …`
pub(super) fn is_exercise(reading: Reading, tokens: TokenRange) -> bool {
    let sort = |at: u32| matches!(reading.word(at), "drills" | "exercise" | "exercises" | "maneuvers" | "manoeuvres");
    tokens.len() > 1 && (sort(tokens.end) || described(reading, tokens).is_some_and(sort))
}

/// `Brelling, a village in the hills, …`
pub(super) fn is_described_as_settlement(reading: Reading, tokens: TokenRange) -> bool {
    described(reading, tokens).is_some_and(|noun| reading.is(noun, Rule::Settlement))
}

/// The noun behind a name and a comma (or `is`) that says what it is: the last of the words in lower case behind an article, up to a
/// small word or a participle (`a company founded in 2010`); none where it owns something (`the company’s chairman`).
pub(super) fn described(reading: Reading, tokens: TokenRange) -> Option<u32> {
    let comma = reading.word(tokens.end) == ",";
    if !comma && !matches!(reading.word(tokens.end), "is" | "was" | "a" | "an" | "the") {
        return None;
    }
    let is = tokens.end + u32::from(comma);
    let article = is + u32::from(matches!(reading.word(is), "is" | "was"));
    // `Reybanpac, Ecuador’s biggest exporter`
    let owner = comma && reading.is_capital(article) && matches!(reading.word(article + 1), "'s" | "’s");
    let article = article + u32::from(owner);
    if article == tokens.end || !owner && !matches!(reading.word(article), "a" | "an" | "the") {
        return None;
    }
    let start = article + 1;
    let spaced = |at: u32| reading.token(at).is_some_and(|t| t.space_before);
    let lower = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower);
    // `London-based`, `Kenyan`
    let adjective = |at: u32| {
        let tight = reading.word(at + 1) == "-" || at > start && reading.word(at - 1) == "-";
        reading.is_capital(at) && (reading.has(at, class::PEOPLE) || tight) || reading.word(at) == "-" && !spaced(at)
    };
    // `a women’s collective`
    let whose =
        |at: u32| at > start && matches!(reading.word(at), "'s" | "’s") && !is_sort(reading, at - 1, Rule::Enterprise);
    // `a 2.9-tonne probe`; not `a 40-year-old builder`
    let measure = |at: u32| {
        let number = reading.token(at).is_some_and(|t| t.kind == TokenKind::Number);
        number && reading.word(at + 1) == "-" && !reading.word(at + 2).starts_with("year")
    };
    let part =
        |at: u32| adjective(at) || whose(at) || measure(at) || lower(at) && (spaced(at) || reading.word(at - 1) == "-");
    let participle =
        |at: u32| at > start && spaced(at) && (reading.word(at).ends_with("ed") || reading.is(at, Rule::Joined));
    // Behind `the` that is as often the verb (`after the vote in Oslo, the party formed …`).
    let clause = reading.word(article) == "the";
    let small = |at: u32| {
        spaced(at) && (reading.is(at, Rule::Behind) || matches!(reading.word(at), "of" | "that" | "which" | "who"))
    };
    let end =
        (start..start + 10).find(|at| !part(*at) || small(*at) || participle(*at) || is_determiner(reading, *at))?;
    let owns = is_determiner(reading, end)
        || clause && participle(end)
        || reading.word(end).starts_with(['\'', '’'])
        || reading.is_capital(end);
    (end > start && !owns).then(|| end - 1)
}

pub(super) fn is_determiner(reading: Reading, at: u32) -> bool {
    matches!(reading.word(at), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "this" | "some" | "many")
}

/// `the exchange Zarpex`, `the rebel group Ansoro`, `lenders such as Zarpex`, `the union (Tolmac)`: what sort of body it
/// is stands before the name.
pub(super) fn is_introduced_as_body(reading: Reading, tokens: TokenRange) -> bool {
    introduced(reading, tokens, Rule::Enterprise) || is_its_body(reading, tokens) || is_apposed_body(reading, tokens)
}

/// `a small firm, Zarpex, said`: of what nobody has heard yet the sort stands first and the name behind it.
fn is_apposed_body(reading: Reading, tokens: TokenRange) -> bool {
    is_apposed(reading, tokens, Rule::Enterprise)
}

/// The same of a sort of names; not `the head of a small firm, Ann Lee, said`.
fn is_apposed(reading: Reading, tokens: TokenRange, sort: Rule) -> bool {
    is_apposed_to(reading, tokens, &|noun| is_sort(reading, noun, sort))
}

fn is_apposed_to(reading: Reading, tokens: TokenRange, sort: &dyn Fn(u32) -> bool) -> bool {
    let TokenRange { start, end } = tokens;
    if start < 3 || reading.word(start - 1) != "," || !matches!(reading.word(end), "," | "." | ";" | ")" | "—" | "–")
    {
        return false;
    }
    let noun = start - 2;
    let begins = |at: &u32| matches!(reading.word(*at), "a" | "an" | "A" | "An" | "," | "the" | "its" | "his" | "her");
    let Some(article) = (noun.saturating_sub(5)..noun).rev().find(begins) else { return false };
    let new = matches!(reading.word(article), "a" | "an" | "A" | "An");
    let led = article > 0 && !is_first(reading, article) && {
        let before = article - 1;
        reading.is(before, Rule::Behind) && reading.word(before) != "by" || reading.word(before) == "of"
    };
    let words = |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Word) || reading.word(at) == "-";
    new && !led
        && !reading.is_capital(noun)
        && sort(noun)
        && (article + 1..noun).all(|at| words(at) && !reading.is(at, Rule::Behind) && reading.word(at) != "of")
}

/// `its political wing, Ansoro,`: a body of the one spoken of, and its name between commas.
fn is_its_body(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    if start < 3 || reading.word(start - 1) != "," || !matches!(reading.word(end), "," | "." | ";" | ")") {
        return false;
    }
    let noun = start - 2;
    let part = matches!(reading.word(noun), "affiliate" | "arm" | "offshoot" | "predecessor" | "successor" | "wing");
    // `His team, Zarpex Mobility, said`, `his old team`
    let old = matches!(reading.word(noun - 1), "current" | "former" | "new" | "old" | "previous");
    let whose = (noun - 1).saturating_sub(u32::from(old));
    let team = reading.word(noun) == "team" && matches!(reading.word(whose), "His" | "his" | "Her" | "her");
    if team && !reading.has(start, class::FIRST) {
        return true;
    }
    // `The ferry operator, Rota Zarpex, said`
    let small = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower);
    let the = (noun.saturating_sub(2)..noun).rev().find(|at| matches!(reading.word(*at), "the" | "The"));
    // `executives of the operator, Rota Zarpex,`; not `the head of the operator, Ann Lee,`
    let many = |at: u32| at > 0 && reading.word(at) == "of" && reading.word(at - 1).ends_with('s');
    let led = |at: u32| reading.word(at) != "of" || many(at);
    let subject = |the: u32| is_first(reading, the) || led(the - 1);
    let human = matches!(reading.word(noun), "brewer" | "builder" | "miner");
    let the = the.filter(|the| !human && (the + 1..=noun).all(small) && subject(*the));
    if the.is_some() && is_sort(reading, noun, Rule::Enterprise) {
        return true;
    }
    let owner = |at: u32| {
        let own = matches!(reading.word(at), "His" | "Her" | "Their");
        own || matches!(reading.word(at), "its" | "Its" | "his" | "her" | "their" | "whose" | "'s" | "’s")
    };
    let near = (noun.saturating_sub(3)..noun).rev().find(|at| owner(*at));
    let company = is_sort(reading, noun, Rule::Enterprise) && !reading.is(noun, Rule::Maker);
    (company || part) && near.is_some_and(|near| (near + 1..=noun).all(small))
}

/// The same where the name is not made like a person's (`the film maker Ann Lee`).
pub(super) fn is_surely_introduced_as_body(reading: Reading, tokens: TokenRange) -> bool {
    let human = |at: u32| reading.has(at, class::FIRST | class::LAST) || reading.is(at, Rule::Particle);
    // `builder Sanjay Mehrotra`, which some people are too
    let trade = |noun: u32| {
        let word = noun.checked_sub(1).map_or("", |at| reading.word(at));
        matches!(word, "brewer" | "builder" | "carrier" | "contractor" | "developer" | "maker" | "miner")
    };
    let trade = || trade(tokens.start) || trade(tokens.start.max(1) - 1) && reading.word(tokens.start - 1) == ",";
    let own = || tokens.len() == 1 || !trade() && !(tokens.start..tokens.end).any(human);
    // `Her school, Scoil Corrin,`
    let school = |at: u32| matches!(reading.word(at), "church" | "college" | "school" | "university");
    let taught = || tokens.start > 1 && school(tokens.start - 2) && !reading.has(tokens.start, class::FIRST);
    let apposed = || !(trade() && (tokens.start..tokens.end).any(human)) && is_apposed_body(reading, tokens);
    (own() || taught()) && is_introduced_as_body(reading, tokens) || apposed()
}

/// `the town of Brelling`, `the island Brelling`, `villages such as Brelling`.
pub(super) fn is_introduced_as_settlement(reading: Reading, tokens: TokenRange) -> bool {
    let of = tokens.start > 2
        && reading.word(tokens.start - 1) == "of"
        && reading.word(tokens.start - 3) != "-"
        && reading.is(tokens.start - 2, Rule::Settlement)
        && !reading.is_capital(tokens.start - 2);
    let introduced = introduced(reading, tokens, Rule::Settlement) || is_apposed(reading, tokens, Rule::Settlement);
    (of || introduced) && !names_a_body(reading, tokens)
}

/// `works by Corrin`, `three novels by Corrin`: who made them.
pub(super) fn is_made_by(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let works = ["drawings", "novels", "paintings", "plays", "poems", "sculptures", "sonatas", "symphonies", "works"];
    tokens.len() < 3 && before(1) == "by" && works.contains(&before(2)) && !names_a_body(reading, tokens)
}

/// `the Ann Lee prize`, called after her.
pub(super) fn is_prize(reading: Reading, tokens: TokenRange) -> bool {
    let the = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"));
    the && tokens.len() > 1 && matches!(reading.word(tokens.end), "award" | "lecture" | "medal" | "prize" | "trophy")
}

/// `read “The Low Water”`: what has its article in quotes.
pub(super) fn is_titled_work(reading: Reading, tokens: TokenRange) -> bool {
    let the = u32::from(reading.word(tokens.start) != "The");
    let quote = |at: u32| matches!(reading.word(at), "“" | "”" | "\"");
    let Some(open) = tokens.start.checked_sub(1 + the).filter(|at| quote(*at)) else { return false };
    let before = |n: u32| open.checked_sub(n).map_or("", |at| reading.word(at));
    let called = matches!(before(1), "as" | "called" | "dubbed" | "nicknamed" | "named" | "the" | "so-called");
    let behind = tokens.end + u32::from(matches!(reading.word(tokens.end), "," | "."));
    reading.word(open + 1) == "The" && tokens.len() + the > 2 && !called && quote(behind)
}

/// `the film Low Water`, `her novel, Low Water,`
pub(super) fn is_work(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start - u32::from(tokens.start > 0 && reading.word(tokens.start - 1) == "The");
    let word = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    // `the film “Low Water”`
    let quote = matches!(word(1), "“" | "‘" | "\"" | "'");
    let comma = word(1 + u32::from(quote)) == ",";
    let noun = start.checked_sub(1 + u32::from(comma) + u32::from(quote));
    let one = noun.is_some_and(|at| reading.is(at, Rule::Work) && !reading.is_capital(at));
    // `the sitcoms Low Water`
    let of_many = !comma && noun.is_some_and(|at| !reading.is_capital(at) && is_plural(reading, at, Rule::Work));
    (one || of_many) && !is_owner(reading, tokens)
}

/// `the sitcoms Low Water and High Time`: the last of several.
pub(super) fn is_among_works(reading: Reading, tokens: TokenRange) -> bool {
    is_among(reading, tokens, Rule::Work, false)
}

/// `gods such as Corrin, Ardle and Sorna`, `the goddess Corrin`
pub(super) fn is_deity(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && (introduced(reading, tokens, Rule::Deity) || is_among(reading, tokens, Rule::Deity, true))
        && !reading.has(tokens.start, class::PEOPLE)
}

/// `firms like Zarpex, Corrin and Ardle`: not the first of several.
pub(super) fn is_among_bodies(reading: Reading, tokens: TokenRange) -> bool {
    is_among(reading, tokens, Rule::Enterprise, true) && !demonyms::is_land(&reading.key(tokens))
}

/// True for one behind the first of a list, before which stands what they are, with `like` or its like between or not.
fn is_among(reading: Reading, tokens: TokenRange, sort: Rule, led: bool) -> bool {
    let start = tokens.start;
    let item = |at: u32| reading.is_capital(at) || matches!(reading.word(at), "“" | "\"" | "‘");
    let part = |at: &u32| item(*at) || matches!(reading.word(*at), "and" | "or" | "," | "”" | "’" | "of" | "the");
    if !start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "and" | "or" | "," | "The")) {
        return false;
    }
    let noun = (start.saturating_sub(14)..start).rev().find(|at| !part(at));
    let Some(noun) = noun.filter(|at| item(at + 1)) else { return false };
    let lead = match reading.word(noun) {
        "like" | "including" => 1,
        "as" if noun > 0 && reading.word(noun - 1) == "such" => 2,
        _ => 0,
    };
    noun >= lead && (lead > 0) == led && is_plural(reading, noun - lead, sort) && !is_owner(reading, tokens)
}

/// The same with quotes around it.
pub(super) fn is_quoted_work(reading: Reading, tokens: TokenRange) -> bool {
    let quote = |at: u32| matches!(reading.word(at), "“" | "”" | "\"");
    let before = tokens.start.checked_sub(1).is_some_and(quote);
    // `a song by Ann Lee, known as “Low Water”`
    let word = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let known = word(2) == "as" && matches!(word(3), "known" | "released" | "published");
    let named = || (tokens.start.saturating_sub(12)..tokens.start).any(|at| reading.is(at, Rule::Work));
    before && (quote(tokens.end) || quote(tokens.end + 1)) && (is_work(reading, tokens) || known && named())
}

/// True where a noun of the class stands before the name, in apposition to it.
fn introduced(reading: Reading, tokens: TokenRange, sort: Rule) -> bool {
    let start = tokens.start;
    let word = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    if start < 2 || is_owner(reading, tokens) {
        return false;
    }
    // `Construction Workers Federation (Tolmac)`
    let body = |at: u32| sort == Rule::Enterprise && (reading.is(at, Rule::Body) || reading.is(at, Rule::Club));
    let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
    let comma = |at: u32| at - u32::from(at > 0 && reading.word(at) == ",");
    match word(1) {
        "like" | "including" => return is_plural(reading, comma(start - 2), sort),
        "as" if word(2) == "such" && start > 2 => return is_plural(reading, comma(start - 3), sort),
        "called" | "named" => return is_sort(reading, start - 2, sort),
        "itself" if word(2) == "calling" && start > 3 => return is_sort(reading, start - 3, sort),
        "as" if word(2) == "known" && start > 2 => {
            let noun = comma(start - 3);
            return is_sort(reading, noun, sort) || body(noun);
        }
        "(" | "“" | "‘" | "\"" if tight(start) && !tight(start - 1) => {
            return is_sort(reading, start - 2, sort) || body(start - 2);
        }
        _ => {}
    }
    let noun = start - 1;
    if !is_sort(reading, noun, sort) || tight(start) {
        return false;
    }
    // `Retailer Zarpex cut jobs`
    let begins = || reading.is(noun, Rule::Maker) && is_first(reading, noun);
    // `told the agency Berg had left`: two parts of a clause.
    let told = || (noun.saturating_sub(3)..noun).any(|at| reading.is(at, Rule::Say));
    // `the Sindh province Berg …`: the noun is part of a name itself.
    let home = class::PEOPLE | if reading.is(noun, Rule::Maker) { class::TOWN | class::COUNTRY } else { 0 };
    let small = |at: u32| reading.has(at, home) || reading.is(at, Rule::Never);
    // `the Sornish brewer Zarpex`
    let from = |at: u32| ["ian", "ish", "ese", "ean"].iter().any(|end| reading.word(at).ends_with(end));
    let from = || sort == Rule::Enterprise && from(noun - 1);
    let named = || reading.is_capital(noun - 1) && !small(noun - 1) && !from();
    (!reading.is_capital(noun) || reading.word(noun) == "NGO" || begins()) && !told() && !named()
}

/// True for the first word of a sentence.
pub(super) fn is_first(reading: Reading, at: u32) -> bool {
    reading.doc.sentences.binary_search_by_key(&at, |s| s.tokens.start).is_ok()
}

/// True for a word of the class; what makers and dealers are called is of the bodies.
pub(super) fn is_sort(reading: Reading, at: u32, sort: Rule) -> bool {
    // `the start-up Zarpex`
    let up = || reading.word(at) == "up" && at > 1 && reading.word(at - 1) == "-" && reading.word(at - 2) == "start";
    // `a dairy co-operative`
    let shared = || {
        let parted = at > 1 && reading.word(at - 1) == "-" && reading.word(at - 2).eq_ignore_ascii_case("co");
        reading.word(at) == "operative" && parted
    };
    reading.is(at, sort)
        || sort == Rule::Enterprise && (reading.is(at, Rule::Maker) || up() || shared() || is_line(reading, at))
}

/// `the private carrier`: who carries, no ship.
pub(super) fn is_line(reading: Reading, at: u32) -> bool {
    let before = at.checked_sub(1).map_or("", |at| reading.word(at));
    let whose = ["air", "budget", "cost", "flag", "freight", "national", "private", "rail", "regional", "wireless"];
    reading.word(at) == "carrier" && whose.contains(&before)
}

/// `the London solicitors Hale Corrin`: a firm of those who bear no first name; not `the solicitors Ann Hale and Tom Corrin`.
pub(super) fn is_firm_of(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let trade = |at: u32| {
        matches!(
            reading.word(at),
            "accountants"
                | "architects"
                | "auctioneers"
                | "auditors"
                | "brokers"
                | "jewellers"
                | "solicitors"
                | "surveyors"
        )
    };
    let more = matches!(reading.word(end), "and" | "&" | ",") && reading.is_capital(end + 1);
    start > 0 && trade(start - 1) && tokens.len() < 4 && !reading.has(start, class::FIRST) && !more
}

/// `lenders`, `universities` of `lender`, `university`.
fn is_plural(reading: Reading, at: u32, sort: Rule) -> bool {
    let word = reading.word(at);
    let of = |one: &str| {
        let rules = vocabulary::rules(word_hash(one));
        rules.has(sort) || sort == Rule::Enterprise && rules.has(Rule::Maker)
    };
    let Some(stem) = word.strip_suffix('s') else { return false };
    of(stem)
        || stem.strip_suffix('e').is_some_and(of)
        || stem.strip_suffix("ie").is_some_and(|stem| of(&format!("{stem}y")))
}
