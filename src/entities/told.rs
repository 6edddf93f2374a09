//! What the words around one place of a name say of its kind. Absent here: the words of the name itself (`kinds`), what
//! other places of it say.

use super::craft::listed_behind;
use super::kinds::{is_listed_place, names_a_body};
use super::lexicon::class;
use super::reading::Reading;
use super::sorts::{self, is_described_as_settlement, is_introduced_as_settlement, is_sort};
use super::vocabulary::{self, Rule, Rules};
use super::{demonyms, known};
use crate::TokenRange;
use crate::document::{BlockKind, Case, TokenKind};

/// What stands right beside one place of a name, so that only the signs are looked at that can hold there: before it a
/// word that some rule knows or a mark,
pub(super) const BEFORE: u8 = 1;
/// behind it a word that some rule knows,
pub(super) const WORD: u8 = 2;
/// a possessive,
pub(super) const OWNER: u8 = 4;
/// a comma,
pub(super) const COMMA: u8 = 8;
/// another mark or a number.
pub(super) const MARK: u8 = 16;
/// Before it a noun that says what it is, or a word that leads from one to it.
pub(super) const NOUN: u8 = 32;
/// No matter what.
pub(super) const ANY: u8 = 64;

pub(super) fn around(reading: Reading, tokens: TokenRange) -> u8 {
    let known = |hash: u64| vocabulary::rules(hash).any();
    let before = tokens.start.checked_sub(1).and_then(|at| Some((at, reading.token(at)?)));
    let rules = before.map_or(Rules::default(), |(_, t)| vocabulary::rules(t.hash));
    let mark = before.is_some_and(|(_, t)| t.kind != TokenKind::Word);
    let nouns = [Rule::Enterprise, Rule::Maker, Rule::Settlement, Rule::Work];
    let leads = |at: u32| {
        matches!(
            reading.word(at),
            "like" | "including" | "as" | "itself" | "carrier" | "called" | "named" | "of" | "The" | "up"
        )
    };
    let noun = mark || nouns.iter().any(|rule| rules.has(*rule)) || before.is_some_and(|(at, _)| leads(at));
    let before = mark || rules.any();
    let behind = match reading.token(tokens.end) {
        _ if is_owner(reading, tokens) => OWNER,
        Some(t) if t.kind == TokenKind::Word && known(t.hash) => WORD,
        Some(t) if t.kind == TokenKind::Word => 0,
        Some(_) => match reading.word(tokens.end) {
            "," => COMMA,
            "." | ")" | "”" => 0,
            _ => MARK,
        },
        None => 0,
    };
    (if before { BEFORE } else { 0 }) | (if noun { NOUN } else { 0 }) | behind | ANY
}

/// `in Lisbon`
pub(super) fn is_where(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    match before(1) {
        "in" => !matches!(
            before(2),
            "shares"
                | "Shares"
                | "stake"
                | "stakes"
                | "stock"
                | "invest"
                | "invested"
                | "published"
                | "reported"
                | "wrote"
                | "writing"
        ),
        word => matches!(word, "near" | "off" | "In" | "Near" | "Off"),
    }
}

/// `attacks in Lisbon, Brelling and Ardle`: one of a list of words with capitals behind `in`, that no list knows otherwise.
pub(super) fn is_among_places(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let taken = class::FIRST | class::LAST | class::COMPANY | class::COMMON | class::KNOWN | class::PEOPLE;
    let plain = |at: u32| reading.is_capital(at) && !reading.has(at, taken);
    let before = |at: u32| at.checked_sub(1).map_or("", |at| reading.word(at));
    let link = |word: &str| matches!(word, "," | "and");
    if tokens.len() > 1
        || !plain(start)
        || !link(before(start))
        || reading.is(end, Rule::Say)
        || is_owner(reading, tokens)
    {
        return false;
    }
    // The list has an `and`, before this word or behind it; and who says something is in no place.
    let mut and = before(start) == "and";
    let mut at = end;
    while !and && at < end + 6 && reading.word(at) == "," && plain(at + 1) {
        at += 2;
    }
    if !and && reading.word(at) == "and" {
        let last = (at + 1..at + 4).take_while(|at| reading.is_capital(*at)).last();
        and = last.is_some_and(|last| !reading.is(last + 1, Rule::Say));
    }
    let mut at = start;
    while at > 2 && start - at < 8 && link(before(at)) && plain(at - 2) {
        at -= 2;
    }
    let noun = at.checked_sub(2).and_then(|at| reading.token(at));
    let within = noun.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.span.len() > 3);
    and && at < start && before(at) == "in" && within
}

/// `in Lisbon`, `Lisbon, Portugal`: here the town itself is meant.
pub(super) fn is_there(reading: Reading, tokens: TokenRange) -> bool {
    let land = reading.word(tokens.end) == "," && reading.has(tokens.end + 1, class::COUNTRY);
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let from = before(1) == "from" && matches!(before(2), "came" | "drove" | "flew" | "hails" | "travelled" | "walked");
    let town = from || is_described_as_settlement(reading, tokens) || is_introduced_as_settlement(reading, tokens);
    !is_owner(reading, tokens) && (is_where(reading, tokens) || is_residence(reading, tokens) || land || town)
}

/// `from Lisbon`: the words around say that a place is meant, or may do so.
pub(super) fn is_grounded(reading: Reading, tokens: TokenRange) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| reading.word(at));
    matches!(
        before,
        "in" | "In"
            | "near"
            | "Near"
            | "at"
            | "At"
            | "from"
            | "From"
            | "to"
            | "of"
            | "around"
            | "outside"
            | "across"
            | "throughout"
            | "through"
            | "towards"
            | "toward"
            | "via"
            | "between"
            | "and"
            | "or"
            | ","
    )
}

/// `Ms Lisbon`
pub(super) fn is_addressed(reading: Reading, tokens: TokenRange) -> bool {
    tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Honorific) && reading.is_capital(at))
}

/// No title before: not `Mr Lisbon`.
pub(super) fn is_free(reading: Reading, tokens: TokenRange) -> bool {
    !is_addressed(reading, tokens) && !behind_title(reading, tokens.start)
}

/// The town of a dateline (`ARDLE, England —`): the place a report comes from, whatever else bears its name.
pub(super) fn is_dateline(reading: Reading, tokens: TokenRange) -> bool {
    let at = |at: u32| reading.word(at);
    let sentences = &reading.doc.sentences;
    // `GENEVA/ARDLE`
    let mut first = tokens.start;
    while first > 1 && reading.word(first - 1) == "/" && reading.is_capital(first - 2) {
        first -= 2;
    }
    let sentence = sentences.partition_point(|s| s.tokens.end <= first);
    let Some(head) = sentences.get(sentence).map(|s| s.tokens.start) else { return false };
    // `BASEL, Switzerland and CAMBRIDGE, Mass., March 3 —`
    let and = |word: &str| matches!(word, "and" | "&");
    let led = |n: u32| reading.is_capital(n) || and(at(n)) || matches!(at(n), "," | ".");
    let shouts = || at(head).len() > 2 && at(head).chars().all(char::is_uppercase);
    if first > head && !(first < head + 8 && shouts() && (head..first).all(led)) {
        return false;
    }
    let capitals = reading.word(tokens.start).chars().all(|c| !c.is_lowercase());
    let dash = |word: &str| matches!(word, "—" | "–" | "--" | "-");
    let country = at(tokens.end) == "," && reading.has(tokens.end + 1, class::COUNTRY) && dash(at(tokens.end + 2));
    // What stands before the dash: a country, a state, a day, an agency in brackets.
    let within = |word: &str| word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "," | "." | "(" | ")");
    let line = capitals && matches!(at(tokens.end), "," | "(" | "-" | "–" | "—" | "--" | "and" | "&") && {
        let limit = sentences[sentence].tokens.end.min(tokens.end + 16);
        let stop = (tokens.end..limit).find(|n| {
            let word = at(*n);
            !(within(word) || and(word) || reading.is_capital(*n) || word.len() < 5 && at(*n + 1) == ")")
        });
        // `NASA and ESA — the two agencies —`
        let dated = |n: u32| (tokens.end..n).any(|at| reading.has(at, class::CALENDAR));
        stop.is_some_and(|n| dash(at(n)) && (dated(n) || first == head && !(head..n).any(|n| and(at(n)))))
    };
    let state = at(tokens.end) == "," && reading.is(tokens.end + 1, Rule::State) && {
        let behind = tokens.end + 2;
        dash(at(behind + u32::from(at(behind) == ".")))
    };
    country && first == head || state || line || first == head && is_colon_line(reading, tokens, sentence)
}

/// `LEEDS, March 14 (Northern Wire) —`: the agency of a dateline.
pub(super) fn is_wire(reading: Reading, tokens: TokenRange) -> bool {
    let dash = |at: u32| matches!(reading.word(at), "—" | "–" | "--" | "-");
    let bracketed = tokens.start > 1 && reading.word(tokens.start - 1) == "(" && reading.word(tokens.end) == ")";
    bracketed && dash(tokens.end + 1) && {
        let doc = reading.doc;
        let sentence = doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
        doc.sentences.get(sentence).is_some_and(|s| {
            let first = s.tokens.start;
            tokens.start - first < 16 && reading.word(first).chars().all(|c| !c.is_lowercase())
        })
    }
}

/// `BRELLING: The council voted …`: as newspapers of South Asia print the town; not a speaker, who speaks again, nor a name
/// that only people bear.
fn is_colon_line(reading: Reading, tokens: TokenRange, sentence: usize) -> bool {
    let capitals = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
    let human = reading.has(tokens.end - 1, class::FIRST | class::LAST);
    let place = reading.has(tokens.end - 1, class::TOWN | class::COUNTRY) || is_listed_place(reading, tokens);
    let block = reading.doc.sentences[sentence].block as usize;
    reading.word(tokens.end) == ":"
        && (tokens.start..tokens.end).all(capitals)
        && reading.is_capital(tokens.end + 1)
        && (place || !human)
        && reading.doc.blocks[block].kind == BlockKind::Paragraph
        && !reading.doc.blocks[..block].iter().rev().take(8).any(|block| block.kind == BlockKind::Paragraph)
}

/// Who wrote the article: a name of two to four words behind `By`, that no list knows as an organisation's.
pub(super) fn is_byline(reading: Reading, tokens: TokenRange) -> bool {
    if !tokens.start.checked_sub(1).is_some_and(|at| reading.word(at).eq_ignore_ascii_case("by")) {
        return false;
    }
    let sentence = reading.doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let Some(sentence) = reading.doc.sentences.get(sentence) else { return false };
    reading.doc.blocks[sentence.block as usize].kind == BlockKind::Byline
        && (2..=4).contains(&tokens.len())
        && tokens.start > sentence.tokens.start
        && !names_a_body(reading, tokens)
        && known::kind_of(&reading.key(tokens)).is_none()
}

/// `at 12 Harbourside, Leeds`
pub(super) fn is_street(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    let number =
        start > 1 && reading.word(start - 1).len() < 4 && reading.word(start - 1).bytes().all(|b| b.is_ascii_digit());
    let town = reading.word(tokens.end) == "," && reading.has(tokens.end + 1, class::TOWN);
    number && town && matches!(reading.word(start - 2), "at" | "of" | "outside" | "to" | "in")
}

/// `Ann Lee, 51, of Lower Tarrant`
pub(super) fn is_home(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    start > 3
        && matches!(reading.word(start - 1), "of" | "from")
        && reading.word(start - 2) == ","
        && reading.word(start - 3).bytes().all(|b| b.is_ascii_digit())
}

/// `Ann Lee, of Lower Tarrant,`
pub(super) fn is_origin(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    before(1) == "of" && before(2) == "," && reading.word(tokens.end) == ","
}

/// `the mayor of Lincoln`
pub(super) fn is_seat(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    // `Brelling South MP Ann Lee`
    let seat = reading.is(end, Rule::Seat) || reading.word(end) == "MCA";
    let sits = seat && reading.is_capital(end) && reading.is_capital(end + 1);
    sits && !(start..end).any(|at| reading.has(at, class::COMMON | class::FIRST))
        || start > 1
            && reading.word(start - 1) == "of"
            && matches!(
                reading.word(start - 2),
                "mayor" | "city" | "town" | "village" | "port" | "suburb" | "outskirts"
            )
}

/// `Zarpex’s`
pub(super) fn is_owner(reading: Reading, tokens: TokenRange) -> bool {
    reading.word(tokens.end).starts_with(['\'', '’'])
}

/// `published in The Larch`: a paper has its article in its name.
pub(super) fn is_reporting(reading: Reading, tokens: TokenRange) -> bool {
    let the = reading.word(tokens.start) == "The";
    let start = tokens.start.saturating_sub(u32::from(!the));
    let before = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    let within = before(1) == "in" && matches!(before(2), "published" | "wrote" | "writing");
    let town = reading.has(tokens.end - 1, class::TOWN | class::COUNTRY | class::PEOPLE);
    // `broadcast by Zarpex`
    let by = tokens.start.checked_sub(1).map_or("", |at| reading.word(at)) == "by" && tokens.len() == 1;
    if by && tokens.start > 1 && !town && matches!(reading.word(tokens.start - 2), "aired" | "broadcast" | "published")
    {
        return true;
    }
    reading.word(start) == "The" && (within || before(1) == "told" && !town && !is_listed_place(reading, tokens))
}

/// `published in Nature`: a plain word with a capital, that is a journal there.
pub(super) fn is_journal(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE | class::CALENDAR;
    tokens.len() == 1
        && before(1) == "in"
        && matches!(before(2), "published" | "appear" | "appeared" | "appears")
        && (reading.has(tokens.start, class::COMMON) || reading.word(tokens.start) == "Science")
        && !reading.has(tokens.start, taken)
}

/// `told Savanna Verify on Monday`: called by a plain word that is nobody's surname.
pub(super) fn is_told(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    let taken =
        class::LAST | class::FIRST | class::TITLE | class::PEOPLE | class::TOWN | class::COUNTRY | class::PROPER;
    tokens.len() == 2
        && tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "told" | "tells"))
        && reading.has(last, class::COMMON)
        && !reading.has(last, taken)
        && !reading.is(last, Rule::Surname)
        && !super::names::is_title(reading, tokens.start)
}

/// `said Bright Berg, an epidemiologist at`: who says something, and what that one does.
pub(super) fn is_expert(reading: Reading, tokens: TokenRange) -> bool {
    let says = tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Say));
    let body = |noun: u32| [Rule::Enterprise, Rule::Maker, Rule::Unit].iter().any(|rule| reading.is(noun, *rule));
    let does = |noun: u32| (reading.is(noun, Rule::Post) || reading.has(noun, class::TITLE)) && !body(noun);
    says && tokens.len() > 1 && !names_a_body(reading, tokens) && sorts::described(reading, tokens).is_some_and(does)
}

/// `the MP for Brelling`
pub(super) fn is_represented(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    start > 1 && reading.word(start - 1) == "for" && reading.is(start - 2, Rule::Seat)
}

/// `planes bombed Brelling`
pub(super) fn is_raided(reading: Reading, tokens: TokenRange) -> bool {
    tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Raid)) && !is_owner(reading, tokens)
}

/// `Ruritania gained independence`, `the Federation of Ruritania, which became independent`: a land.
pub(super) fn is_freed(reading: Reading, tokens: TokenRange) -> bool {
    let word = |at: u32| reading.word(at);
    let which = u32::from(word(tokens.end) == "," && word(tokens.end + 1) == "which") * 2;
    let verb = tokens.end + which;
    let lands = ["Colony", "Federation", "Kingdom", "Protectorate", "Republic", "State", "Territory", "Union"];
    let land = || lands.contains(&word(tokens.start)) && word(tokens.start + 1) == "of";
    match word(verb) {
        "declared" | "gained" => {
            word(verb + 1) == "independence" || word(verb + 1) == "its" && word(verb + 2) == "independence"
        }
        "became" => word(verb + 1) == "independent" && land(),
        _ => false,
    }
}

/// True for a name that no list knows as a place or people.
pub(super) fn is_no_place(reading: Reading, tokens: TokenRange) -> bool {
    !reading.has(tokens.start, class::TOWN | class::COUNTRY | class::PEOPLE)
        && !is_listed_place(reading, tokens)
        && !demonyms::is_land(&reading.key(tokens))
}

/// `the Zarpex exchange`, `the Ansoro militia`: what sort of body it is stands behind the name.
pub(super) fn is_sorted_as_body(reading: Reading, tokens: TokenRange) -> bool {
    sorted(reading, tokens, Rule::Enterprise)
        && is_no_place(reading, tokens)
        && !(tokens.len() > 1 && reading.has(tokens.start, class::FIRST))
        && {
            // `the far-right Ansoro movement`
            let plain =
                |at: &u32| reading.token(*at).is_some_and(|t| t.case == Case::Lower) || reading.word(*at) == "-";
            let article = |at: &u32| matches!(reading.word(*at), "the" | "The");
            let near = tokens.start.saturating_sub(5)..tokens.start;
            near.rev().take_while(|at| plain(at) || article(at)).any(|at| article(&at))
        }
}

/// `Cwm Taf health board`: a body whose sort is two words.
pub(super) fn is_sorted_as_trust(reading: Reading, tokens: TokenRange) -> bool {
    let sort = matches!(
        (reading.word(tokens.end), reading.word(tokens.end + 1)),
        ("health", "board" | "trust" | "authority" | "service") | ("housing", "association") | ("building", "society")
    );
    sort && is_no_place(reading, tokens)
}

/// `the Ansoro candidate`: nobody has one, but a party.
pub(super) fn has_candidate(reading: Reading, tokens: TokenRange) -> bool {
    let one = matches!(
        reading.word(tokens.end),
        "candidate" | "candidates" | "councillor" | "councillors" | "lawmaker" | "lawmakers" | "senator" | "senators"
    );
    one && !reading.has(tokens.start, class::FIRST | class::LAST) && is_no_place(reading, tokens)
}

/// `Brelling province`, `Brelling residents`.
pub(super) fn is_sorted_as_settlement(reading: Reading, tokens: TokenRange) -> bool {
    let settlement = sorted(reading, tokens, Rule::Settlement) || sorted(reading, tokens, Rule::Dweller);
    settlement && tokens.len() < 3 && !names_a_body(reading, tokens)
}

/// `the Brelling air station`, `Brelling airstrip`, `the Sorna river`; an airport is run by a body of its name too.
pub(super) fn is_sorted_as_ground(reading: Reading, tokens: TokenRange) -> bool {
    let noun = tokens.end + u32::from(matches!(reading.word(tokens.end), "air" | "naval" | "army" | "military"));
    let lower = reading.token(noun).is_some_and(|t| t.case == Case::Lower && t.space_before);
    let base = matches!(reading.word(noun), "base" | "station") && noun > tokens.end;
    let ground = matches!(
        reading.word(noun),
        "airbase" | "airfield" | "airstrip" | "peninsula" | "residence" | "river" | "strait"
    );
    // `the Brelling local municipality`
    let local = matches!(reading.word(tokens.end), "district" | "local" | "metropolitan" | "rural");
    let ground = ground || local && reading.word(tokens.end + 1) == "municipality";
    lower && (ground || base) && tokens.len() < 3 && !names_a_body(reading, tokens)
}

pub(super) fn sorted(reading: Reading, tokens: TokenRange, sort: Rule) -> bool {
    let noun = tokens.end;
    is_sort(reading, noun, sort)
        && reading.token(noun).is_some_and(|t| t.space_before && t.case == Case::Lower)
        && !is_part(reading, noun + 1)
}

/// True for a noun that the noun before belongs to: `county council`, `party leader`.
fn is_part(reading: Reading, at: u32) -> bool {
    let parts = [Rule::Title, Rule::Desk, Rule::Sort, Rule::Enterprise, Rule::Body, Rule::Player, Rule::Part];
    reading.token(at).is_some_and(|t| t.space_before && t.case == Case::Lower)
        && (reading.has(at, class::TITLE) || parts.iter().any(|rule| reading.is(at, *rule)))
}

/// `took over from Lucky Berg`: no place of the lists.
pub(super) fn is_succeeded(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let over = before(1) == "from" && before(2) == "over" && matches!(before(3), "take" | "takes" | "taking" | "took");
    over && (2..4).contains(&tokens.len()) && is_no_place(reading, tokens)
}

/// `Ann Lee, 51,`, `Ann Lee, a 51-year-old teacher`
pub(super) fn is_aged(reading: Reading, tokens: TokenRange) -> bool {
    let word = |at: u32| reading.word(at);
    let number = |at: u32| matches!(word(at).len(), 1 | 2) && word(at).bytes().all(|b| b.is_ascii_digit());
    let behind = tokens.end + 1;
    // `Apollo 11, 12 and 14`
    if reading.word(tokens.end - 1).bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    // `In Oslo, a 51-year-old man died.`
    let within = tokens.start > 0 && reading.is(tokens.start - 1, Rule::Behind);
    word(tokens.end) == ","
        && (number(behind) && word(behind + 1) == ","
            || !within
                && !reading.has(tokens.start, class::COUNTRY)
                && matches!(word(behind), "a" | "an")
                && number(behind + 1)
                && word(behind + 2) == "-"
                && word(behind + 3).starts_with("year"))
}

/// `Berg, who`
pub(super) fn is_someone(reading: Reading, tokens: TokenRange) -> bool {
    reading.word(tokens.end) == "," && reading.word(tokens.end + 1) == "who"
}

/// `Berg’s widow`, `her husband, Tom Berg`, `Berg, whose sister`
pub(super) fn has_kin(reading: Reading, tokens: TokenRange) -> bool {
    let kin = |at: u32| !reading.is_capital(at) && reading.is(at, Rule::Tie) && !matches!(reading.word(at), "partner");
    let behind = reading.word(tokens.end).starts_with(['\'', '’']) && kin(tokens.end + 1);
    let whose = reading.word(tokens.end) == "," && reading.word(tokens.end + 1) == "whose";
    let behind = behind || whose && kin(tokens.end + 2);
    let comma = tokens.start.checked_sub(1).map_or(0, |at| u32::from(reading.word(at) == ","));
    let before = tokens.start > 1 + comma
        && kin(tokens.start - 1 - comma)
        && matches!(reading.word(tokens.start - 2 - comma), "his" | "her" | "His" | "Her" | "my" | "My");
    (behind || before) && is_no_place(reading, tokens)
}

/// `Her sister, Florence, said`, `two sons, Lincoln and Ardle`: who are kin are people, whatever else is called so.
pub(super) fn is_kin(reading: Reading, tokens: TokenRange) -> bool {
    let Some(noun) = listed_behind(reading, tokens) else { return false };
    let many = ["brothers", "children", "daughters", "grandchildren", "sisters", "sons", "twins"];
    let tie = |at: u32| reading.is(at, Rule::Tie) && !matches!(reading.word(at), "partner" | "saint");
    let acts = [Rule::Say, Rule::Human, Rule::Auxiliary].iter().any(|rule| reading.is(tokens.end, *rule));
    let closes = acts || matches!(reading.word(tokens.end), "," | "." | ";" | ")" | "(" | "and" | "who");
    let land = reading.has(tokens.start, class::COUNTRY) && !reading.has(tokens.start, class::FIRST);
    let one = |noun: u32| tokens.start == noun + 2 && noun > 0 && tie(noun);
    let kin = |noun: u32| !reading.is_capital(noun) && (many.contains(&reading.word(noun)) || one(noun));
    tokens.len() < 4 && closes && !land && kin(noun)
}

/// `Laura and I`, `me and Laura`
pub(super) fn is_with_me(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let behind = reading.word(tokens.end) == "and" && matches!(reading.word(tokens.end + 1), "I" | "me");
    let with = behind && before(1) != "the" || before(1) == "and" && matches!(before(2), "I" | "me");
    let known = class::COUNTRY | class::PEOPLE | class::COMPANY | class::KNOWN;
    let town = || reading.has(tokens.start, class::TOWN) && !reading.has(tokens.start, class::FIRST);
    tokens.len() < 3 && with && !names_a_body(reading, tokens) && !reading.has(tokens.start, known) && !town()
}

/// `told the agency Berg had left`: of whom it was told.
pub(super) fn is_reported(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    start > 2
        && tokens.len() == 1
        && matches!(reading.word(start - 3), "told" | "tells" | "informed")
        && reading.word(start - 2) == "the"
        && !reading.is_capital(start - 1)
        && reading.is(end, Rule::Auxiliary)
        && is_no_place(reading, tokens)
}

/// `a fisherman, Jago, and`, `Ann Berg (née Trembath)`: a lone name beside what people are.
pub(super) fn is_apposed(reading: Reading, tokens: TokenRange) -> bool {
    let body = [Rule::Enterprise, Rule::Maker, Rule::Unit];
    let start = tokens.start;
    let taken = class::COUNTRY | class::PEOPLE | class::TOWN | class::COMPANY | class::KNOWN;
    let free = reading.has(start, class::FIRST) || !reading.has(start, taken);
    let post = |noun: u32| reading.is(noun, Rule::Post) && !body.iter().any(|rule| reading.is(noun, *rule));
    let apposed = start > 2 && reading.word(start - 1) == "," && matches!(reading.word(tokens.end), "," | ".") && {
        let noun = start - 2;
        let one = |at: u32| matches!(reading.word(at), "a" | "an" | "A" | "An");
        post(noun) && !reading.is_capital(noun) && (noun.saturating_sub(2)..noun).any(one)
    };
    let born = start > 0 && matches!(reading.word(start - 1), "née" | "nee" | "né");
    tokens.len() == 1 && (born || free && apposed)
}

/// `Berg smiled`
pub(super) fn is_human(reading: Reading, tokens: TokenRange) -> bool {
    let subject =
        tokens.start == 0 || !(reading.is(tokens.start - 1, Rule::Behind) || reading.word(tokens.start - 1) == "of");
    reading.is(tokens.end, Rule::Human) && subject && is_no_place(reading, tokens)
}

/// `She was born in Brelling`: where people live and firms sit.
pub(super) fn is_residence(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    match before(1) {
        "in" => {
            matches!(
                before(2),
                "born"
                    | "raised"
                    | "lives"
                    | "lived"
                    | "live"
                    | "living"
                    | "arrived"
                    | "headquartered"
                    | "based"
                    | "buried"
            ) || before(2) == "up" && matches!(before(3), "grew" | "grow" | "brought")
        }
        "off" => matches!(before(2), "coast" | "island" | "islands" | "km" | "miles" | "rocks" | "sank" | "waters"),
        "to" => matches!(before(2), "flew" | "travelled" | "traveled" | "drove" | "emigrated" | "flights" | "Flights"),
        "from" => matches!(before(2), "flights" | "Flights"),
        _ => false,
    }
}

/// `Brelling-based`
pub(super) fn is_base(reading: Reading, tokens: TokenRange) -> bool {
    let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
    reading.word(tokens.end) == "-"
        && tight(tokens.end)
        && tight(tokens.end + 1)
        && matches!(reading.word(tokens.end + 1), "based" | "born")
}

/// `Const. Priya Nair`: a first name, or a surname that is nothing else, behind a title.
pub(super) fn is_titled(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let taken = class::COMMON | class::COUNTRY | class::TOWN | class::COMPANY | class::PEOPLE | class::TITLE;
    // `Tika Ram Jully`
    let inner = |at: u32| at > start && at + 1 < end && reading.has(at, class::FIRST | class::LAST);
    let word = |at: u32| reading.is_capital(at) && (inner(at) || !reading.has(at, class::COMMON | class::COMPANY));
    let known = || reading.has(start, class::FIRST) || reading.has(end - 1, class::LAST);
    let unlisted = || (start..end).all(|at| inner(at) || !reading.has(at, taken));
    let named = tokens.len() > 1 && !reading.is(end - 1, Rule::Ground) && (known() || unlisted())
        || tokens.len() == 1 && reading.has(start, class::LAST) && !reading.has(start, taken);
    tokens.len() < 4 && behind_title(reading, start) && named && (start..end).all(word)
}

/// True behind a capitalised title, with its stop or without.
fn behind_title(reading: Reading, start: u32) -> bool {
    // `leader of opposition Ann Lee`
    if start > 2 && reading.word(start - 1) == "opposition" {
        let of = start - 2 - u32::from(reading.word(start - 2) == "the");
        return reading.word(of) == "of" && matches!(reading.word(of.max(1) - 1), "Leader" | "leader");
    }
    let stop = start > 1 && reading.word(start - 1) == "." && reading.token(start - 1).is_some_and(|t| !t.space_before);
    let title = start.checked_sub(1 + u32::from(stop));
    title.is_some_and(|at| super::names::is_title(reading, at) && reading.is_capital(at))
}
