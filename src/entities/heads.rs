//! What the words of a name say of what it is, its last one above all. Absent here: which of these signs decides (`kinds`).

use super::lexicon::class;
use super::reading::Reading;
use super::vocabulary::Rule;
use crate::TokenRange;

/// The word that says what a name of several words is: the last, or the one before `of` and its like (`Treaty of Lisbon`).
pub(super) fn head(reading: Reading, tokens: TokenRange) -> u32 {
    let of = |at: u32| matches!(reading.word(at), "of" | "for" | "on" | "against" | "between" | "in" | "to");
    (tokens.start + 1..tokens.end).find(|at| of(*at)).unwrap_or(tokens.end) - 1
}

/// True for a capitalised word that says what sort of body is meant, and what it is there for stands behind.
pub(super) fn heads_a_body(reading: Reading, at: u32) -> bool {
    let rules = reading.rules(at);
    reading.is_capital(at) && (rules.has(Rule::Purpose) || rules.has(Rule::Body))
}

pub(super) fn is_head(reading: Reading, tokens: TokenRange, rule: Rule) -> bool {
    let head = head(reading, tokens);
    tokens.len() > 1 && reading.is_capital(head) && reading.is(head, rule)
}

/// `Heron Bay`
pub(super) fn ends_in_ground(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Ground)
}

/// `at Heron Bridge`, `Heron Police Station`
pub(super) fn is_at_ground(reading: Reading, tokens: TokenRange) -> bool {
    let at = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "across" | "at" | "over"));
    let station = reading.word(tokens.end - 1) == "Station"
        && matches!(reading.word(tokens.end.max(2) - 2), "Fire" | "Police" | "Railway");
    at && tokens.len() == 2 && ends_in_ground(reading, tokens) || tokens.len() > 2 && station
}

/// `Zarpex SpA`: what the law of its land calls a firm.
pub(super) fn ends_in_form(reading: Reading, tokens: TokenRange) -> bool {
    let forms = ["AB", "AG", "ASA", "BV", "Berhad", "Bhd", "NV", "Oy", "Oyj", "PCL", "SA", "SE", "SpA", "Tbk"];
    let last = tokens.end - 1;
    tokens.len() > 1 && forms.contains(&reading.word(last)) && reading.token(last).is_some_and(|t| t.space_before)
}

/// `Rod Berg Arena`: where is played, whomever it is called after.
pub(super) fn ends_in_arena(reading: Reading, tokens: TokenRange) -> bool {
    match reading.word(tokens.end - 1) {
        // `Bruce Arena`
        "Arena" => tokens.len() > 2 || tokens.len() == 2 && !reading.has(tokens.start, class::FIRST),
        "Stadium" | "Velodrome" => tokens.len() > 1,
        _ => false,
    }
}

/// `HR 3962`, `S. 1679`: a bill by its chamber and number.
pub(super) fn is_bill(reading: Reading, tokens: TokenRange) -> bool {
    let number = reading.word(tokens.end - 1);
    let chamber = matches!(reading.word(tokens.start), "HR" | "H.R." | "S." | "S" | "HB" | "SB");
    let stop = tokens.len() == 3 && reading.word(tokens.start + 1) == ".";
    chamber && (tokens.len() == 2 || stop) && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// `Green HQ`: where a party or firm sits.
pub(super) fn ends_in_headquarters(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1 && matches!(reading.word(tokens.end - 1), "HQ" | "Headquarters" | "headquarters")
}

/// `the Storting`: a body that a country has one of, where the word means nothing else.
pub(super) fn is_chamber(reading: Reading, tokens: TokenRange) -> bool {
    let plain = matches!(reading.word(tokens.start), "Cabinet" | "Congress" | "Parliament" | "Senate");
    tokens.len() == 1 && !plain && reading.is_capital(tokens.start) && reading.is(tokens.start, Rule::Chamber)
}

/// `Vuelta a Murcia`, `Giro d'Italia Women`: a race, as other languages call it.
pub(super) fn is_race(reading: Reading, tokens: TokenRange) -> bool {
    let race = |at: u32| matches!(reading.word(at), "Clasica" | "Clásica" | "Giro" | "Vuelta" | "Volta");
    tokens.len() > 1
        && (race(tokens.start) || reading.word(tokens.end - 1) == "Vuelta" || is_tour(reading, tokens))
        && !reading.word(tokens.end - 1).eq_ignore_ascii_case("district")
}

/// `Tour of Corrin`, `Circuit of the Marches`: a race by where it leads. A rally may be a party.
fn is_tour(reading: Reading, TokenRange { start, end }: TokenRange) -> bool {
    let sort = matches!(reading.word(start), "Circuit" | "Tour");
    sort && reading.word(start + 1) == "of" && end > start + 2
}

/// `Corrin Puja`: a feast of the Hindus, as their languages call it.
pub(super) fn is_feast(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1
        && matches!(reading.word(tokens.end - 1), "Chaturthi" | "Jayanti" | "Navami" | "Puja" | "Purnima" | "Utsav")
}

/// `Farmers Union`
pub(super) fn ends_in_club(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Club)
}

/// `the Thornbury Echo`
pub(super) fn ends_in_news(reading: Reading, tokens: TokenRange) -> bool {
    let the = |at: u32| reading.word(at).eq_ignore_ascii_case("the");
    let led = the(tokens.start) && tokens.len() > 2 || tokens.start > 0 && the(tokens.start - 1);
    let quoted = tokens.start > 0 && matches!(reading.word(tokens.start - 1), "\"" | "“" | "‘");
    led && !quoted && is_head(reading, tokens, Rule::News)
}

/// `National Library`
pub(super) fn ends_in_house(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::House)
}

/// `Central Bank of Kenya`, not the West Bank.
pub(super) fn is_bank(reading: Reading, tokens: TokenRange) -> bool {
    let head = head(reading, tokens);
    reading.word(head) == "Bank" && reading.word(head + 1) == "of" && head + 2 < tokens.end
}

/// `Glasgow School of Art`
pub(super) fn is_school_of(reading: Reading, tokens: TokenRange) -> bool {
    let head = head(reading, tokens);
    matches!(reading.word(head), "Academy" | "College" | "School")
        && reading.word(head + 1) == "of"
        && head + 2 < tokens.end
}

/// `Corrin High`: a school, as Americans call it, where that is no name of a person.
pub(super) fn is_high(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    let human = reading.has(start, class::FIRST) && !reading.has(start, class::LAST | class::TOWN);
    tokens.len() == 2
        && reading.word(start + 1) == "High"
        && !human
        && !reading.has(start, class::COMMON)
        && !reading.is_capital(tokens.end)
}

/// `the Lords`, `the Commons`: a house of parliament.
pub(super) fn is_lords(reading: Reading, tokens: TokenRange) -> bool {
    let the = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"));
    let alone = !matches!(reading.word(tokens.end), "of" | "'" | "’" | "'s" | "’s") && !reading.is_capital(tokens.end);
    tokens.len() == 1 && the && alone && matches!(reading.word(tokens.start), "Commons" | "Lords")
}

/// `Board of Inquiry`
pub(super) fn is_board(reading: Reading, tokens: TokenRange) -> bool {
    let head = head(reading, tokens);
    reading.word(head) == "Board" && reading.word(head + 1) == "of" && head + 2 < tokens.end
}

/// `Corrib Ferries`, `Hale Homes`: what a firm makes or deals in, where that is nobody's usual surname.
pub(super) fn ends_in_trade(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    let surname = reading.has(last, class::LAST) && !reading.word(last).ends_with('s');
    is_head(reading, tokens, Rule::Trade) && head(reading, tokens) == last && !surname
}

/// `Corrib Communications`
pub(super) fn ends_in_firm(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Firm) && head(reading, tokens) == tokens.end - 1
}

/// `Orthodox Christianity`
pub(super) fn ends_in_faith(reading: Reading, tokens: TokenRange) -> bool {
    let believed = class::PEOPLE | class::COMMON;
    is_head(reading, tokens, Rule::Faith) && tokens.len() == 2 && reading.has(tokens.start, believed)
}

/// `Inflation Reduction Act`: what was agreed, decreed or planned.
pub(super) fn ends_in_paper(reading: Reading, tokens: TokenRange) -> bool {
    // `Ardle War Logs`
    let leaked = || matches!(reading.word(tokens.end - 1), "Cables" | "Files" | "Logs" | "Papers") && tokens.len() > 1;
    is_head(reading, tokens, Rule::Paper) || leaked()
}

/// `Comprehensive Strategic Partnership`, but not one that says something: that is a body.
pub(super) fn ends_in_scheme(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Scheme) && !reading.is(tokens.end, Rule::Say) && !is_of_the_nations(reading, tokens)
}

/// `United Nations Development Programme`: what the United Nations have are bodies, however they are called.
pub(super) fn is_of_the_nations(reading: Reading, tokens: TokenRange) -> bool {
    let word = |at: u32| reading.word(tokens.start + at);
    let nations = matches!(word(0), "UN" | "U.N.") || word(0) == "United" && word(1) == "Nations";
    nations && (is_head(reading, tokens, Rule::Scheme) || is_head(reading, tokens, Rule::Purpose))
}

/// `Worldwide Developers Conference`, but not a conference of something, nor a forum: they are bodies.
pub(super) fn ends_in_gathering(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    is_head(reading, tokens, Rule::Gathering) && head(reading, tokens) == last && !reading.is(last, Rule::Club)
}
