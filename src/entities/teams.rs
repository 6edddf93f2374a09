//! Teams that are called like their town: what the words around one place of a name say of it.
//!
//! Absent here: clubs that their own words tell (`kinds`).

use super::demonyms;
use super::kinds::{is_listed_country, is_listed_place};
use super::lexicon::class;
use super::reading::Reading;
use super::sorts::is_first;
use super::told::{is_no_place, is_owner, is_where, sorted};
use super::vocabulary::Rule;
use crate::TokenRange;
use crate::document::{Case, TokenKind};

/// `plays for the Ardents`: a team, though it is no town's.
pub(super) fn is_played_for(reading: Reading, tokens: TokenRange) -> bool {
    let the = u32::from(tokens.start > 0 && reading.word(tokens.start - 1) == "the");
    let before = |n: u32| tokens.start.checked_sub(n + the).map_or("", |at| reading.word(at));
    before(1) == "for"
        && matches!(before(2), "debut" | "goals" | "play" | "played" | "playing" | "plays" | "scored" | "signed")
        && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
        && !demonyms::is_land(&reading.key(tokens))
}

/// `played for Brelling, Ardley and Corvey`: one of the clubs of a player.
fn is_of_career(reading: Reading, start: u32) -> bool {
    let listed = |at: &u32| reading.is_capital(*at) || matches!(reading.word(*at), "," | "and");
    let first = (start.saturating_sub(12)..start).rev().take_while(listed).last().unwrap_or(start);
    first > 1
        && reading.word(first - 1) == "for"
        && matches!(reading.word(first - 2), "play" | "played" | "playing" | "plays" | "scored" | "signed")
}

/// `Ardley lost to Brelling`, `Ardley striker Tom Berg`, `plays for Ardley`: the club of a town, not the town.
pub(super) fn is_playing(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let word = |at: u32| reading.word(at);
    if !is_town(reading, tokens) {
        return is_beaten(reading, tokens);
    }
    let before = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    let won = || {
        let verb = word(end);
        let other = end + 1 + u32::from(matches!(word(end + 1), "to" | "with" | "at"));
        let to = match verb {
            "lost" => "to",
            "drew" => word(end + 1),
            _ => "",
        };
        verb != "led" && verb != "won" && (to.is_empty() || word(end + 1) == to) && reading.is_capital(other)
    };
    let against = || match before(1) {
        "over" | "against" => matches!(before(2), "win" | "victory" | "defeat" | "draw" | "goal"),
        "to" => matches!(before(2), "lost" | "defeat"),
        "beat" | "edged" | "hammered" | "stun" | "stunned" | "thrashed" | "trounced" => !reading.is_capital(end),
        // `Fulham see off Brelling`
        "off" => {
            matches!(before(2), "saw" | "see" | "sees") && (reading.is_capital(start.max(3) - 3) || before(3) == "to")
        }
        // `Fulham host Brelling`, `Bundesliga side Brelling`
        "face" | "host" | "visit" => start > 1 && reading.is_capital(start - 2),
        "champions" | "club" | "leaders" | "outfit" | "side" | "strugglers" => true,
        _ => false,
    };
    // `Ardley have lost`, `Ardley, who lost`: a town would be one, and no one.
    let subject = || is_first(reading, start) || matches!(before(1), "while" | "but" | "when" | "where" | "because");
    let plays = |at: u32| reading.is(at, Rule::Match) || matches!(word(at), "host" | "play" | "sit" | "visit");
    let team = || {
        matches!(word(end), "have" | "are" | "were") && subject()
            || word(end) == "," && word(end + 1) == "who" && plays(end + 2)
    };
    reading.is(end, Rule::Match) && won()
        || matches!((word(end), word(end + 1)), ("saw" | "see" | "sees", "off")) && reading.is_capital(end + 2)
        || against()
        || team()
        || sorted(reading, tokens, Rule::Player)
        || is_scoring(reading, tokens)
        || matches!(before(1), "," | "and" | "for") && is_of_career(reading, start)
}

/// `Ardley defeated Brelling by 12 points`: both are clubs, though no list knows the towns.
fn is_beaten(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let beat = |at: u32| matches!(reading.word(at), "beat" | "defeated" | "thrashed" | "trounced");
    let unit = |at: u32| matches!(reading.word(at), "goal" | "goals" | "point" | "points" | "runs" | "wickets");
    let points = |by: u32| reading.word(by) == "by" && (unit(by + 2) || unit(by + 3));
    let other = (end + 1..end + 4).take_while(|at| reading.is_capital(*at)).last();
    tokens.len() == 1
        && !reading.has(start, class::COUNTRY | class::PEOPLE)
        && (start > 1 && beat(start - 1) && points(end) || beat(end) && other.is_some_and(|last| points(last + 1)))
}

/// `Ardley United`, `Brelling City`: a club that may be called by its town alone.
pub(super) fn is_side(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    (2..4).contains(&tokens.len())
        && is_sort_of_side(reading, last)
        && (reading.has(tokens.start, class::TOWN) || !reading.has(tokens.start, class::COMMON))
}

/// `It was Ardley’s first win`, `Ardley drop to ninth`: the club, where the article has it by its whole name.
pub(super) fn is_called(reading: Reading, tokens: TokenRange) -> bool {
    let end = tokens.end;
    let won = |at: u32| {
        let noun = matches!(
            reading.word(at),
            "defeat" | "draw" | "equaliser" | "equalizer" | "goal" | "goals" | "opener" | "penalty" | "victory" | "win"
        );
        noun || reading.is(at, Rule::Player)
    };
    let lower = |at: &u32| reading.token(*at).is_some_and(|t| t.case == Case::Lower && t.kind == TokenKind::Word);
    let owns = is_owner(reading, tokens) && (end + 1..end + 5).take_while(lower).any(won);
    // A town drops, a team drop.
    let plays = matches!(
        reading.word(end),
        "beat"
            | "climb"
            | "draw"
            | "drop"
            | "face"
            | "go"
            | "host"
            | "lose"
            | "move"
            | "play"
            | "remain"
            | "sit"
            | "slip"
            | "stay"
            | "survive"
            | "take"
            | "travel"
            | "visit"
            | "win"
    );
    let subject = is_first(reading, tokens.start)
        || tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "and" | "as" | "but" | "while"));
    owns || plays && subject
}

/// `Harrow` of Harrow Rovers, where nothing else tells what it is: no town that anybody knows.
pub(super) fn is_nothing_else(reading: Reading, tokens: TokenRange) -> bool {
    !reading.has(tokens.start, class::TOWN | class::COUNTRY)
}

/// `joined Ardley on loan from Brelling`, `his loan move to Ardley`: where players go; paintings are on loan too.
pub(super) fn is_signing(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let before = |n: u32| start.checked_sub(n).map_or("", |at| reading.word(at));
    let lent = before(2) == "loan" && before(3) == "on" && !matches!(before(4), "is" | "are" | "be" | "was" | "were");
    let loan = matches!(before(1), "at" | "from") && lent;
    let joined = before(1) == "joined" && reading.word(end) == "on" && reading.word(end + 1) == "loan";
    let moves = before(1) == "to"
        && matches!((before(3), before(2)), ("loan", "move" | "switch") | ("free" | "permanent", "transfer"));
    let known = class::COUNTRY | class::PEOPLE;
    tokens.len() < 3 && !reading.has(start, known) && (loan || joined || moves)
}

/// `The Zarpex Mobility rider`: a team in cycling.
pub(super) fn is_ridden_for(reading: Reading, tokens: TokenRange) -> bool {
    matches!(reading.word(tokens.end), "rider" | "riders") && !reading.has(tokens.start, class::PEOPLE | class::COUNTRY)
}

/// `The Magpies, who finished fourth`: a club by what it is called.
pub(super) fn is_nicknamed(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let the = start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The"));
    let who = reading.word(end) == "," && reading.word(end + 1) == "who";
    let plays = ["beat", "finished", "led", "lost", "trailed", "won"].contains(&reading.word(end + 2));
    the && tokens.len() == 1 && reading.word(start).ends_with('s') && who && plays
}

/// `bowled by Berg`: who plays against whom.
pub(super) fn is_bowling(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let bowled = matches!(before(2), "bowled" | "caught" | "dismissed" | "stumped" | "fouled");
    before(1) == "by" && bowled && tokens.len() < 3 && is_no_place(reading, tokens)
}

/// `Napoli`: a club that English calls otherwise than its town.
pub(super) fn is_by_itself(reading: Reading, tokens: TokenRange) -> bool {
    let home = sorted(reading, tokens, Rule::Settlement) || sorted(reading, tokens, Rule::Dweller);
    tokens.len() == 1
        && matches!(reading.word(tokens.start), "Lazio" | "Napoli" | "Sevilla" | "Torino")
        && !is_where(reading, tokens)
        && !home
}

/// `Ardley manager Tom Berg`: a club most likely, but a shop in Ardley has one too.
pub(super) fn is_followed(reading: Reading, tokens: TokenRange) -> bool {
    is_town(reading, tokens) && sorted(reading, tokens, Rule::Follower)
}

/// True for a town of the lists that is no country.
pub(super) fn is_town(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && reading.has(tokens.start, class::TOWN)
        && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
}

/// `Ardley 2-1 Brelling`, `beat Ardley 2-1`, `Ardley won 3-0`, `Ardley’s 2-1 win`: one score; more of them are a match
/// between two people.
pub(super) fn is_scoring(reading: Reading, tokens: TokenRange) -> bool {
    let word = |at: u32| reading.word(at);
    let digit = |at: u32| word(at).len() == 1 && word(at).starts_with(|c: char| c.is_ascii_digit());
    let score = |at: u32| {
        digit(at)
            && matches!(word(at + 1), "-" | "–")
            && digit(at + 2)
            && !digit(at + 3 + u32::from(word(at + 3) == ","))
    };
    let end = tokens.end;
    let before = |n: u32| tokens.start.checked_sub(n).map_or("", |at| reading.word(at));
    let drawn = matches!(before(1), "with" | "to" | "at" | "against" | "over") && tokens.start > 4;
    let beaten = matches!(before(1), "beat" | "thrashed" | "to" | "with" | "over" | "against");
    let ended = drawn && tokens.start > 5 && matches!(before(2), "defeat" | "draw" | "loss" | "victory" | "win");
    let scored = drawn && score(tokens.start - 4)
        || ended && score(tokens.start - 5)
        || score(end) && (beaten || reading.is_capital(end + 3))
        || tokens.start > 3 && score(tokens.start - 3) && reading.is_capital(tokens.start - 4)
        || reading.is(end, Rule::Match) && score(end + 1)
        || is_owner(reading, tokens)
            && score(end + 1)
            && matches!(word(end + 4), "win" | "defeat" | "victory" | "draw" | "loss");
    scored && !reading.has(tokens.start, class::COUNTRY | class::PEOPLE)
}

/// `Swindon Town`: a club, where no town is called so.
pub(super) fn is_town_side(reading: Reading, tokens: TokenRange) -> bool {
    // `Brelling Rovers`: no town that anybody knows has one either.
    let sort = reading.word(tokens.end - 1);
    let other = class::COMMON | class::COUNTRY | class::PEOPLE | if sort == "Albion" { class::FIRST } else { 0 };
    let unknown = || sort != "Town" && !reading.has(tokens.start, other);
    tokens.len() == 2
        && reading.is(tokens.end - 1, Rule::Side)
        && reading.is_capital(tokens.start)
        && (reading.has(tokens.start, class::TOWN) || unknown())
        && !is_listed_place(reading, tokens)
}

/// `beat Thornbury City 3-2`
pub(super) fn is_scoring_side(reading: Reading, tokens: TokenRange) -> bool {
    let side = is_sort_of_side(reading, tokens.end - 1) && is_scoring(reading, tokens);
    tokens.len() > 1 && (side || is_in_result(reading, tokens))
}

/// `Wednesday` of `Sheffield Wednesday`, which some towns end in too.
fn is_sort_of_side(reading: Reading, at: u32) -> bool {
    let sorts =
        ["City", "County", "End", "Hotspur", "Orient", "Rangers", "Thistle", "United", "Vale", "Villa", "Wednesday"];
    reading.is(at, Rule::Side) || sorts.contains(&reading.word(at))
}

/// `Ardley Vale 2 Brelling Rovers 1`: one of two, of which one is surely a club.
fn is_in_result(reading: Reading, TokenRange { start, end }: TokenRange) -> bool {
    let digit = |at: u32| reading.word(at).len() == 1 && reading.word(at).starts_with(|c: char| c.is_ascii_digit());
    let next = end + 1 + (end + 1..end + 4).take_while(|at| reading.is_capital(*at)).count() as u32;
    let first = next > end + 1 && digit(next) && is_sort_of_side(reading, next - 1);
    let last = start > 2 && digit(start - 1) && is_sort_of_side(reading, start - 2);
    let own = is_sort_of_side(reading, end - 1) && (next > end + 1 && digit(next) || start > 2 && digit(start - 1));
    digit(end) && (first || last || own)
}

/// `New Zealand Rugby`: who leads the sport in a land.
pub(super) fn is_of_land(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    end > start + 1 && reading.is_capital(end - 1) && reading.is(end - 1, Rule::Sport) && {
        let land = TokenRange::new(start, end - 1);
        land.len() == 1 && reading.has(start, class::COUNTRY) || is_listed_country(reading, land)
    }
}

/// `on Philippe Chatrier Court`: where tennis is played, called after somebody.
pub(super) fn is_court(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let before = start.checked_sub(1).map_or("", |at| reading.word(at));
    let courts =
        ["Appeal", "Circuit", "County", "Crown", "District", "Family", "Federal", "High", "Sheriff", "Supreme"];
    let law = |at: u32| {
        courts.contains(&reading.word(at))
            || reading.has(at, class::COMMON | class::TOWN | class::COUNTRY | class::PEOPLE)
    };
    end == start + 3
        && reading.word(end - 1) == "Court"
        && matches!(before, "on" | "onto")
        && !(start..end - 1).any(law)
}

/// `Al Hilal`, `Al-Ahly`: clubs of the Arab lands.
pub(super) fn is_gulf_side(reading: Reading, tokens: TokenRange) -> bool {
    let side = [
        "Ahly", "Ahli", "Duhail", "Ettifaq", "Faisaly", "Fateh", "Gharafa", "Hilal", "Ittihad", "Masry", "Nassr",
        "Rayyan", "Sadd", "Shabab", "Taawoun", "Wahda", "Wehda", "Zawraa",
    ];
    let article = matches!(reading.word(tokens.start), "Al" | "al" | "El");
    article && (2..4).contains(&tokens.len()) && side.contains(&reading.word(tokens.end - 1))
}
