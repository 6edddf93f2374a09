//! What a word can be in a role: title, rank, noun, modifier; and plural titles made one.

use crate::TokenRange;
use crate::document::{Case, TokenKind};
use crate::entities::abroad::is_malay_title;
use crate::entities::given::is_constable;
use crate::entities::lexicon::class;
use crate::entities::reading::Reading;
use crate::entities::vocabulary::Rule;

/// A word in lower case that looks like a plural: `topics`, not `previous`.
pub(super) fn is_plural(word: &str) -> bool {
    word.starts_with(|c: char| c.is_lowercase())
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
}

/// `Senators`, `Secretaries`, `Coaches`, `Congressmen`: of one; none for a word that is no plural.
pub(super) fn singular(word: &str) -> Option<String> {
    let cut = |end: &str, one: &str| word.strip_suffix(end).map(|stem| format!("{stem}{one}"));
    cut("men", "man")
        .or_else(|| cut("ies", "y"))
        .or_else(|| cut("ches", "ch"))
        .or_else(|| cut("sses", "ss"))
        .or_else(|| cut("s", ""))
        .filter(|one| one.len() > 3)
}

/// `Mr`, `Dr.`: what says nothing of the person.
pub(super) fn is_honorific(reading: Reading, at: u32) -> bool {
    reading.is(at, Rule::Honorific) || reading.word(at) == "Doctor" || is_malay_title(reading, at)
}

/// `General`, `Sheikh`: a rank, that stands beside an office; not that of the Attorney General.
pub(super) fn is_grade(reading: Reading, at: u32) -> bool {
    let before = |n: u32| at.checked_sub(n).map_or("", |at| reading.word(at));
    let ranked = || reading.word(at).eq_ignore_ascii_case("general") && reading.is(at.max(1) - 1, Rule::Ranked);
    let office = || reading.is(at, Rule::Grade) && (before(1) == "-" || ranked());
    reading.is_capital(at) && reading.is(at, Rule::Grade) && !office()
}

pub(super) fn is_title(reading: Reading, at: u32) -> bool {
    let rules = reading.rules(at);
    // `King` before a king’s name.
    let crown = rules.has(Rule::Rank) && rules.has(Rule::Grade) && reading.is_capital(at);
    (reading.has(at, class::TITLE) || rules.has(Rule::Title))
        && !rules.has(Rule::Honorific)
        && !rules.has(Rule::Tie)
        // `Bill`, `King` as a first name in its own right.
        && !(reading.is_capital(at) && reading.has(at, class::FIRST) && !reading.has(at, class::COMMON))
        || rules.has(Rule::Post)
        || is_constable(reading, at)
        || crown
        // Not `5 PM`.
        || reading.word(at) == "PM" && at > 0 && reading.token(at - 1).is_some_and(|t| t.kind == TokenKind::Word)
}

/// The last word of `women’s`, `King’s`, `number one` before what somebody is.
pub(super) fn is_of_several(reading: Reading, at: u32) -> bool {
    let before = reading.word(at - 1);
    let whose = matches!(before, "women" | "men" | "girls" | "boys")
        || matches!(
            (before, reading.word(at + 1)),
            ("King" | "Queen" | "President", "Counsel") | ("State", "Attorney")
        );
    let whose = matches!(reading.word(at), "'s" | "’s") && whose;
    whose || reading.word(at) == "one" && before == "number"
}

/// True for a title right behind a title or one of its modifiers: `prime minister`, `vice president`.
pub(super) fn titled_before(reading: Reading, at: u32) -> bool {
    let before = |at: u32| is_title(reading, at) || is_modifier(reading, at) || reading.is(at, Rule::Desk);
    at > 0 && (before(at - 1) || reading.word(at - 1) == "-")
}

/// True for a name that is an office: `United Nations High Commissioner for Refugees`, `NATO Secretary General`.
pub(super) fn names_office(reading: Reading, tokens: TokenRange) -> bool {
    let of = (tokens.start + 1..tokens.end).find(|at| matches!(reading.word(*at), "of" | "for" | "to"));
    is_title(reading, of.unwrap_or(tokens.end) - 1)
}

/// `Culture` of `Culture Secretary`: a capitalised ordinary word, not one that only begins the sentence.
pub(super) fn is_field(reading: Reading, at: u32, sentence: u32) -> bool {
    let office = matches!(reading.word(at + 1), "Minister" | "Secretary" | "Commissioner");
    let names = class::FIRST | class::TOWN | class::COUNTRY | class::PEOPLE | class::KNOWN | class::CALENDAR;
    let word = reading.entry(at).cluster != 0 && !reading.has(at, names | class::PROPER);
    let field = at > sentence && reading.is_capital(at) && (word || reading.has(at, class::COMMON));
    // `Ardle MLA`
    let small = [Rule::Never, Rule::Loose, Rule::Joint].iter().any(|rule| reading.is(at, *rule));
    let seat = reading.is(at + 1, Rule::Seat) && reading.is_capital(at + 1) && reading.is_capital(at) && !small;
    let before = office || is_modifier(reading, at + 1) || is_title(reading, at + 1) || reading.is_capital(at + 1);
    seat && !reading.has(at, names & !class::TOWN)
        || field && before && reading.word(at) != "The" && !reading.is(at, Rule::Joint)
}

pub(super) fn is_modifier(reading: Reading, at: u32) -> bool {
    reading.is(at, Rule::Modifier) || reading.is(at, Rule::Desk) && !reading.is_capital(at)
}

pub(super) fn is_article(reading: Reading, at: u32) -> bool {
    matches!(
        reading.word(at),
        "a" | "an" | "the" | "A" | "An" | "The" | "its" | "his" | "her" | "their" | "Its" | "His" | "Her" | "Their"
    )
}

/// Who somebody is to one who has an office.
pub(super) fn is_near(reading: Reading, at: u32) -> bool {
    let near =
        ["ally", "associate", "confidant", "critic", "foe", "friend", "opponent", "relative", "rival", "supporter"];
    near.contains(&reading.word(at))
}

/// What joins a title to what it is for.
pub(super) fn is_link(word: &str) -> bool {
    matches!(word, "of" | "at" | "for" | "in" | "with" | "to" | "on" | "from")
}

/// `leading`, `elected`: what may be a verb.
pub(super) fn is_verbal(word: &str) -> bool {
    word.ends_with("ing") || word.ends_with("ed")
}

/// Where the words joined to `at` by hyphens begin.
pub(super) fn compound(reading: Reading, mut at: u32, first: u32) -> u32 {
    let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
    while at >= first + 2 && reading.word(at - 1) == "-" && tight(at) && tight(at - 1) {
        at -= 2;
    }
    at
}

/// A word in lower case that is no small word and no verb of saying.
pub(super) fn is_noun(reading: Reading, at: u32) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
        && !reading.is(at, Rule::Never)
        && !reading.is(at, Rule::Behind)
        && !reading.is(at, Rule::Say)
        && !reading.word(at).starts_with(['\'', '’'])
}
