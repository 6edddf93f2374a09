//! Where the name of a people is that of its language. Absent here: peoples (`demonyms`).

use super::lexicon::class;
use super::peoples::is_demonym;
use super::reading::Reading;
use crate::TokenRange;
use crate::document::TokenKind;
use crate::lists::List;

/// Beasts whose breed is called after a people.
static BREEDS: List = List::new(
    "bulldog cow cows greyhound hound hounds mastiff pointer pony \
    retriever setter sheepdog spaniel terrier terriers wolfhound",
);

/// `speaks Ruritanian`, `the Ruritanian language`, `sang in Ruritanian.`: what is spoken, and nobody.
pub(super) fn is_language(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let tongue = |at: u32| reading.has(at, class::PEOPLE) && is_demonym(reading, TokenRange::new(at, at + 1));
    if tokens.len() > 1 || !tongue(start) {
        return false;
    }
    let before = |at: u32| at.checked_sub(1).map_or("", |at| reading.word(at));
    let spoken = |at: u32| matches!(before(at), "speak" | "speaks" | "spoke" | "spoken" | "speaking" | "fluent");
    let said = |at: u32| {
        spoken(at)
            || before(at) == "only" && spoken(at - 1)
            || matches!(before(at), "in" | "into") && {
                spoken(at - 1) || matches!(before(at - 1), "said" | "translated" | "written" | "wrote")
            }
            || at > 1 && matches!(before(at), "as" | "including" | "like") && {
                let lead = if before(at - 1) == "such" { 3 } else { 2 };
                reading.word(at.saturating_sub(lead)) == "languages"
            }
    };
    // `speaks Ruritanian and Corrinese`
    let list = |at: u32| matches!(before(at), "and" | "or" | ",") && at > 1 && tongue(at - 2);
    let first = (0..3).fold(start, |at, _| if list(at) { at - 2 } else { at });
    // `languages like Ruritanian, Latin, and Corrinese`: of whatever else
    let listed = |at: u32| {
        let and = at - u32::from(at > 0 && matches!(before(at), "and" | "or"));
        let comma = and - u32::from(and > 0 && before(and) == ",");
        (comma < at && comma > 0 && reading.is_capital(comma - 1)).then(|| comma - 1)
    };
    let opener = (0..6).fold(start, |at, _| listed(at).unwrap_or(at));
    // `in Ruritanian, Corrinese and other towns`
    let next = |end: u32| {
        let and = end + u32::from(reading.word(end) == "," && matches!(reading.word(end + 1), "and" | "or"));
        (matches!(reading.word(and), "," | "and" | "or") && tongue(and + 1)).then_some(and + 2)
    };
    let last = (0..3).fold(end, |end, _| next(end).unwrap_or(end));
    let closed = reading.token(last).is_none_or(|t| t.kind == TokenKind::Mark && !t.space_before);
    let alone = matches!(before(first), "in" | "In") && closed && reading.word(last) != "-";
    let noun = reading.is_capital(end) && reading.word(end).len() > 1;
    let taught = ["dictionary", "grammar", "language", "languages", "lesson", "lessons", "subtitles"];
    taught.contains(&reading.word(end))
        || reading.token(end).is_some_and(|t| BREEDS.hold(t.hash))
        || alone
        || (said(first) || said(opener)) && !noun
}
