//! What looks like a name and is a sign: a currency, a sum of money, an honour, a number, a piece of an address of the
//! web. Absent here: ordinary words (`ordinary`).

use super::lexicon::{Entry, class};
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use crate::document::{Case, TokenKind};
use crate::{EntityKind, TokenRange};

/// What sums of money begin with that are written without a space: the first few are no beginnings of roads or models.
const MONEY: [&str; 15] =
    ["Ksh", "KSh", "NKr", "RM", "Rp", "Rs", "SKr", "DKr", "Sh", "Tk", "Tsh", "TSh", "Ush", "USh", "Php"];

/// `RM177mil`, `N30bn`, `Rs500`
fn is_sum(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let large = matches!(unit, "mil" | "million" | "mn" | "bn" | "billion" | "tn" | "trillion" | "crore" | "lakh");
    let code = &word[..word.len() - digits.len()];
    digits.len() > unit.len()
        && (MONEY.contains(&code) && (unit.is_empty() || unit == "m" || large)
            || code.len() == 1 && large
            || matches!(code, "K" | "N" | "P" | "R") && unit == "m" && digits.len() > 2)
}

/// `Q3 2023`, `FY24`, in the head of a table
pub(super) fn is_quarter(word: &str) -> bool {
    let digits = word.trim_start_matches(['F', 'H', 'Q', 'Y']);
    let head = &word[..word.len() - digits.len()];
    matches!(head, "" | "FY" | "H" | "Q") && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `State` of `the Secretary of State`, `Republic` of `the President of the Republic`
pub(super) fn is_of_state(reading: Reading, at: u32) -> bool {
    let office = |at: u32| matches!(reading.word(at), "Secretary" | "Secretaries" | "Minister" | "Ministers");
    let head = |at: u32| matches!(reading.word(at), "President" | "Presidency" | "president" | "presidency");
    match reading.word(at) {
        "State" => at > 1 && reading.word(at - 1) == "of" && office(at - 2),
        "Republic" => at > 2 && reading.word(at - 1) == "the" && reading.word(at - 2) == "of" && head(at - 3),
        _ => false,
    }
}

/// `the average Joe`, `the 'Ardle chalo'`: anybody; a call in words that no list knows, in quotes with a place.
pub(super) fn is_byword(reading: Reading, name: &Name) -> bool {
    let TokenRange { start, end } = name.tokens;
    let Some(before) = start.checked_sub(1) else { return false };
    if name.kind == EntityKind::Person {
        let anybody = matches!(reading.word(start), "Jane" | "Joe" | "Joes");
        return anybody
            && end == start + 1
            && matches!(reading.word(before), "average" | "everyday" | "ordinary" | "regular");
    }
    let quote = |at: u32| matches!(reading.word(at), "'" | "\"" | "“" | "”" | "‘" | "’");
    let foreign = |at: &u32| {
        let small =
            reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before);
        small && reading.entry(*at) == Entry::NONE
    };
    let call = (end..end + 3).take_while(foreign).count() as u32;
    name.kind == EntityKind::Place && call > 0 && quote(before) && quote(end + call)
}

/// `XVII`: a number, up to where such numbers could be other things.
pub(super) fn is_roman(word: &str) -> bool {
    let ones = word.trim_start_matches('X');
    let known = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains(&ones);
    known && (2..7).contains(&word.len())
}

/// `the “History” section`
pub(super) fn is_label(reading: Reading, at: u32) -> bool {
    let quoted = |at: u32| matches!(reading.word(at), "'" | "\"" | "“" | "”" | "‘" | "’");
    let part = ["button", "category", "column", "folder", "link", "menu", "page", "section", "tab"];
    let label = quoted(at + 1) && at > 0 && quoted(at - 1) && part.contains(&reading.word(at + 2));
    label && reading.has(at, class::COMMON)
}

/// What looks like a name and is a sign: the currency `US$`, the honour in `Ann Lee, MBE`, the place `No. 1`, a piece of
/// an address of the web.
pub(super) fn drop(reading: Reading, names: &mut Vec<Name>) {
    let mut person = 0;
    let mut address = Address { end: 0, is_one: false };
    names.retain(|name| {
        let TokenRange { start, end } = name.tokens;
        let tight_at = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
        let tight = tight_at(end);
        let currency = tight && matches!(reading.word(end), "$" | "£" | "€" | "¥");
        let number = |at: u32| reading.word(at).starts_with(|c: char| c.is_ascii_digit());
        let ranked = matches!(reading.word(start), "No" | "No." | "Nos.") && (start + 1..end).any(number);
        let honour = (start..end).all(|at| reading.is(at, Rule::Honour)) || name.key == "phd";
        let honoured =
            honour && !reading.word(end).starts_with(['\'', '’']) && person + 1 == start && reading.word(person) == ",";
        if name.kind == EntityKind::Person || honoured {
            person = end;
        }
        // `(Nasdaq: ACME)`, `Jane Roe, R-La.`
        let ticker = start > 2 && reading.word(start - 1) == ":" && reading.word(end) == ")" && {
            let open = (start.saturating_sub(5)..start - 1).any(|at| reading.word(at) == "(");
            open && (start..end).all(|at| !reading.word(at).contains(char::is_lowercase))
        };
        // `US $900 million`, `575 B. C.`
        let currency = currency
            || matches!(name.key.as_str(), "us" | "a" | "c" | "nz" | "hk")
                && reading.word(end) == "$"
                && reading.token(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let era = matches!(name.key.as_str(), "bc" | "b c" | "bce" | "b c e" | "ad" | "a d");
        let dated = start > 0 && reading.token(start - 1).is_some_and(|t| t.kind == TokenKind::Number);
        // `Jane Roe, R-La.`, `Jane Roe, D-Ohio`
        let party = reading.word(start).len() == 1
            && reading.word(start + 1) == "-"
            && (reading.is(start + 2, Rule::State)
                || matches!(reading.word(start), "D" | "I" | "R") && reading.is_capital(start + 2));
        let party = party
            || start > 1
                && reading.word(start - 1) == "-"
                && matches!(reading.word(start - 2), "D" | "I" | "R")
                && reading.is(start, Rule::State);
        // `lee.berg@example.org`
        let at = |at: u32| reading.word(at) == "@" && reading.token(at).is_some_and(|t| !t.space_before);
        let mail = at(end) || start > 0 && tight_at(start) && at(start - 1);
        // `N17.5m`, of which the model saw the first half.
        let parted = reading.word(end) == "." && tight && tight_at(end + 1) && number(end + 1);
        let whole = || format!("{}{}{}", reading.word(start), reading.word(end), reading.word(end + 1));
        let money = end == start + 1 && (is_sum(reading.word(start)) || parted && is_sum(&whole()));
        // `Ann Lee (SAN)`
        let honoured = honoured
            || honour && start > 1 && reading.word(start - 1) == "(" && reading.word(end) == ")" && person + 2 > start;
        let sign = money || currency || era && dated || ranked || honoured || ticker || party || mail;
        !sign && !address.holds(reading, start)
    });
}

/// The stretch without a space that was looked at last.
struct Address {
    end: u32,
    is_one: bool,
}

impl Address {
    /// True when the token stands inside an address of the web or of mail. Tokens must be asked for in order.
    fn holds(&mut self, reading: Reading, at: u32) -> bool {
        if at >= self.end {
            let tight = |at: u32| reading.token(at).is_some_and(|t| !t.space_before);
            let start = (self.end..at + 1).rev().find(|at| !tight(*at)).unwrap_or(self.end);
            self.end = (at + 1..).find(|at| !tight(*at)).unwrap_or(at + 1);
            let span = reading.doc.span(TokenRange::new(start, self.end));
            let words = span.of(&reading.doc.text);
            self.is_one = words.contains("://") || words.starts_with("www.");
        }
        self.is_one
    }
}

/// `20th Corrinese` of `the 20th Corrinese day`: when, not who.
pub(super) fn is_counted_day(reading: Reading, tokens: TokenRange) -> bool {
    let unit = matches!(reading.word(tokens.end), "day" | "days" | "hour" | "month" | "night" | "week" | "year");
    unit && tokens.len() == 2 && super::alias::is_ordinal(reading.word(tokens.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_no_names() {
        for sum in ["RM177mil", "N30bn", "NKr86", "Rs500", "Sh4.5bn"] {
            assert!(is_sum(sum), "{sum}");
        }
        for name in ["N6", "R2", "RM", "Rs", "K2", "Covid19", "P5m", "", "Ångström5bn"] {
            assert!(!is_sum(name), "{name}");
        }
    }
}
