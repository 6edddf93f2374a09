//! The rules: a phrase as a pattern, what it means, and examples that the tests run.
//!
//! Doors: [`match_at`], [`date_at`]. Every rule carries sentences it must match (the expression in brackets, its value
//! behind `=`, read as published on Wednesday, 22 January 2025) and may carry sentences it must not match. A rule
//! without an example fails the tests.

mod clocks;
mod dates;
mod feasts;
mod firms;
mod lengths;
mod relative;
mod weekdays;

use super::calendar::Date;
use super::holidays;
use super::known;
use super::lexicon::{Class, Entry, Lexicon};
use super::meaning::{Dir, Meaning, Point};
use super::pattern::{Caps, Likeness, Opening, Pattern, Payload, View};
use super::readers::{Memo, Reader, digits};
use super::value::Value;
use crate::document::{Case, Document, TokenKind, word_hash};
use crate::time::pattern::few;
use std::sync::OnceLock;

/// Words before a match that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// None.
    Alone,
    /// `the`
    The,
    /// `about`, `at least`, `more than`, …, and `the` before those.
    About,
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// The phrase; see [`Pattern`].
    pub pattern: &'static str,
    /// What belongs to it on the left.
    pub left: Left,
    /// True where it can stand inside a longer expression, as `DATE`.
    pub date: bool,
    /// Its meaning; none where the words around it forbid it.
    pub make: fn(&Caps<'_>) -> Option<Meaning>,
    /// Sentences it must match. They are for the tests, and not shipped.
    #[cfg(test)]
    pub yes: &'static [&'static str],
    /// Sentences it must not match.
    #[cfg(test)]
    pub no: &'static [&'static str],
}

/// `rules! { date "MONTH YEAR" => |c| …; ["…"], ["…"] … }` makes a table of [`Rule`]s.
macro_rules! rules {
    ($( $left:ident $group:ident $pattern:literal => $make:expr; [$($yes:literal),* $(,)?], [$($no:literal),* $(,)?] )*) => {
        pub const RULES: &[$crate::time::rules::Rule] = &[$(
            $crate::time::rules::Rule {
                pattern: $pattern,
                left: $crate::time::rules::Left::$left,
                date: rules!(@ $group),
                make: $make,
                #[cfg(test)]
                yes: &[$($yes),*],
                #[cfg(test)]
                no: &[$($no),*],
            },
        )*];
    };
    (@ date) => { true };
    (@ other) => { false };
}
use rules;

/// A rule's find.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// What it means.
    pub meaning: Meaning,
    /// The number of the rule in [`all`].
    pub rule: u16,
}

struct Engine {
    lexicon: Lexicon,
    rules: Vec<(&'static Rule, Pattern)>,
    /// Where to look for a rule of a date, and for any other.
    dates: Begins,
    others: Begins,
    /// The number of `the`, which may lead any date.
    the: u16,
}

/// What goes on with a number for the [`readers`](super::readers) and is no word of time itself.
const INSIDE: &str = "and of more local p a. p. past after to till o clock oclock o'clock o’clock a.m. p.m. am pm a.m p.m bc b.c b.c. \
                      bce b.c.e. b.c.e ad a.d a.d. ce c.e.";

/// The numbers of the rules by what they begin with: a list is walked for every word of time.
struct Begins {
    /// The rules a token of a class can begin, by the class's number.
    by_class: Vec<Vec<Group>>,
    /// The rules that begin with a word itself, by the word's number.
    by_word: Vec<Vec<Group>>,
    /// All the classes of their first tokens.
    classes: u32,
}

/// Rules whose beginning is taken in by one reader, or is one token: most often none of them can go on with what stands
/// behind it, and one look says so.
struct Group {
    lead: Option<(Reader, usize)>,
    /// What can stand behind the beginning; none where that can be anything.
    behind: Option<Likeness>,
    rules: Vec<(u16, Opening)>,
}

impl Begins {
    /// Of those rules that are `dates` or of the others; `DATE` can begin with the classes `of_dates`.
    fn new(rules: &[(&'static Rule, Pattern)], lexicon: &mut Lexicon, dates: bool, of_dates: u32) -> Self {
        let mut by_class: Vec<Vec<Group>> = (0..32).map(|_| Vec::new()).collect();
        let mut by_word = Vec::new();
        let mut classes = 0;
        for (number, (rule, pattern)) in rules.iter().enumerate() {
            if dates != rule.date {
                continue;
            }
            let any = pattern.opening.first == u32::MAX;
            let first = if any { of_dates | Class::Word.bit() } else { pattern.opening.first };
            let entry = (number as u16, Opening { first, ..pattern.opening });
            classes |= pattern.opening.first;
            (0..32)
                .filter(|class| first & (1 << class) != 0)
                .for_each(|class| Group::join(&mut by_class[class], entry));
            for hash in &pattern.words {
                let number = usize::from(lexicon.number(*hash));
                if by_word.len() <= number {
                    by_word.resize_with(number + 1, Vec::new);
                }
                Group::join(&mut by_word[number], entry);
            }
        }
        Begins { by_class, by_word, classes }
    }
}

impl Begins {
    /// The rules that begin with the word of this number.
    #[inline]
    fn of_word(&self, number: u16) -> &[Group] {
        self.by_word.get(usize::from(number)).map_or(&[], Vec::as_slice)
    }
}

impl Group {
    fn join(groups: &mut Vec<Group>, entry: (u16, Opening)) {
        let (lead, behind) = (entry.1.lead.and_then(|lead| Some((lead, lead.many()?))), entry.1.second);
        match groups.iter_mut().find(|g| g.lead == lead && g.behind.is_some() == behind.is_some()) {
            Some(group) => {
                group.behind = group.behind.zip(behind).map(|(all, one)| all.or(one));
                group.rules.push(entry);
            }
            None => groups.push(Group { lead, behind, rules: vec![entry] }),
        }
    }
}

/// The rules in the order they are tried; where two match equally far the first wins.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let tables =
        [dates::RULES, feasts::RULES, weekdays::RULES, firms::RULES, relative::RULES, clocks::RULES, lengths::RULES];
    tables.into_iter().flatten()
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut lexicon = Lexicon::new();
        holidays::teach(&mut lexicon);
        known::teach(&mut lexicon);
        let rules: Vec<_> = all().map(|rule| (rule, Pattern::compile(rule.pattern, &mut lexicon))).collect();
        // `DATE` can begin with whatever the date rules can begin with.
        let of_dates = Begins::new(&rules, &mut lexicon, true, 0).classes;
        let others = Begins::new(&rules, &mut lexicon, false, of_dates);
        let dates = Begins::new(&rules, &mut lexicon, true, of_dates);
        INSIDE.split(' ').for_each(|word| _ = lexicon.number(word_hash(word)));
        let the = lexicon.number(word_hash("the"));
        Engine { lexicon, rules, dates, others, the }
    })
}

/// A date may stand inside a date inside a date inside an expression, no deeper.
pub const DEPTH: u8 = 3;

/// What is kept while a text is read: what the tokens of the sentence are, and what readers have read.
#[derive(Default)]
pub struct Scratch {
    entries: Vec<Entry>,
    memo: Memo,
}

/// A view of the tokens `start..end` of a sentence.
pub fn view<'a>(doc: &'a Document, start: usize, end: usize, scratch: &'a mut Scratch) -> View<'a> {
    let lexicon = &engine().lexicon;
    scratch.entries.clear();
    scratch.entries.extend(doc.tokens[start..end].iter().map(|token| lexicon.read(doc, token)));
    View { doc, lexicon, start, end, depth: DEPTH, entries: &scratch.entries, memo: &scratch.memo }
}

/// The likeness of what stands at `at`.
pub fn likeness(view: &View<'_>, at: usize) -> Likeness {
    view.entry(at).map_or(Likeness::END, |entry| Likeness::new(entry.bits, entry.number))
}

/// The longest match at token `at`.
pub fn match_at(view: &View<'_>, at: usize) -> Option<Found> {
    let entry = view.entry(at)?;
    let (bits, behind) = opens(view, at, entry)?;
    let engine = engine();
    let of_date = engine.is_of_date(entry);
    let date = if of_date { dates_at(view, at, || Some((bits, behind))) } else { None };
    let (mut found, left) = longest(view, at, bits, behind, &engine.others, date, of_date)?;
    let long = matches!(
        found.meaning,
        Meaning::Point(Point::Known(Value::Decade(_) | Value::Century(_)) | Point::ShortDecade(_), _)
    );
    found.start = extend_left(view, found.start, if long { Left::The } else { left });
    Some(found)
}

/// The longest match of a date rule at token `at`: one past its end, and its meaning.
pub fn date_at(view: &View<'_>, at: usize) -> Option<(usize, (Point, Dir))> {
    let entry = view.entry(at)?;
    let (found, _) = dates_at(view, at, || opens(view, at, entry).filter(|_| engine().is_of_date(entry)))?;
    Some((found.end, found.meaning.point()?))
}

/// The longest match of a date rule at token `at`, one level deeper, where the token `opens` one. Kept: every rule with a
/// date inside asks for it.
fn dates_at(view: &View<'_>, at: usize, opens: impl FnOnce() -> Option<(u32, Likeness)>) -> Option<(Found, Left)> {
    let view = &View { depth: view.depth.checked_sub(1)?, ..*view };
    let kept = &view.memo.dates[usize::from(view.depth)];
    if let Some((known, answer)) = kept.get()
        && known == at
    {
        return answer;
    }
    let answer = opens().and_then(|(bits, behind)| longest(view, at, bits, behind, &engine().dates, None, false));
    kept.set(Some((at, answer)));
    answer
}

/// What the token `at` can begin, as [`Class::bit`]s, and what stands behind it; none for most, where it can begin nothing.
fn opens(view: &View<'_>, at: usize, entry: &Entry) -> Option<(u32, Likeness)> {
    let bits = entry.bits;
    if bits == 0 {
        return None;
    }
    let behind = likeness(view, at + 1);
    // `the council`: a word that needs another one behind it.
    if bits == Class::Word.bit() && behind.is_nothing() {
        return None;
    }
    // `two men`, `9 people`, `12,400 homes`: most numbers tell of no time, and the word behind them says so.
    let number = Class::Number.bit() | Class::Vague.bit() | Class::Digits.bit();
    let article = || view.is(at, few!("a an"));
    if bits & !(number | Class::Word.bit()) == 0
        && bits & number != 0
        && (bits & Class::Digits.bit() == 0 || is_no_date(view.word(at).as_bytes()))
        && view.token(at + 1).is_some_and(|t| t.kind == TokenKind::Word)
        && behind.is_of_no_class()
        // `a` is the commonest of all.
        && if article() { !view.is(at + 1, few!("while")) } else { behind.is_nothing() }
    {
        return None;
    }
    Some((bits, behind))
}

/// True for digits that are neither a year nor a date: up to three, four that no year is written with, five, and
/// those with commas.
fn is_no_date(digits: &[u8]) -> bool {
    match digits.len() {
        ..4 => true,
        4 if !matches!(digits[0], b'1' | b'2') => digits.iter().all(|d| d.is_ascii_digit() || *d == b','),
        5 => digits.iter().all(|d| d.is_ascii_digit() || *d == b','),
        _ => digits.contains(&b','),
    }
}

impl Engine {
    /// True where a rule of a date can begin with the token.
    #[inline]
    fn is_of_date(&self, entry: &Entry) -> bool {
        entry.bits & self.dates.classes != 0 || entry.number == self.the || !self.dates.of_word(entry.number).is_empty()
    }
}

/// The longest match at token `at` of the rules of `begins`, or `best` where that goes further.
fn longest(
    view: &View<'_>,
    at: usize,
    mut bits: u32,
    behind: Likeness,
    begins: &Begins,
    mut best: Option<(Found, Left)>,
    of_date: bool,
) -> Option<(Found, Left)> {
    let engine = engine();
    // What stands behind what each reader takes in here: none where it was not asked, or takes in nothing.
    let mut leads: [Option<Option<Likeness>>; Reader::MANY] = [None; Reader::MANY];
    let mut list = if bits & Class::Word.bit() != 0 { begins.of_word(view.entry(at)?.number) } else { &[] };
    let (mut class, mut tried) = (0, 0);
    loop {
        for group in list {
            let next = match group.lead {
                Some((Reader::Date, _)) if !of_date => continue,
                Some((reader, many)) => *leads[many].get_or_insert_with(|| {
                    let end = reader.read(view, at)?.0;
                    Some(if end == at + 1 { behind } else { likeness(view, end) })
                }),
                None => Some(behind),
            };
            let Some(next) = next.filter(|next| group.behind.is_none_or(|all| all.meets(*next))) else { continue };
            for (number, opening) in &group.rules {
                // It was met already under an earlier class of the same token.
                if opening.first & tried != 0 || !opening.second.is_none_or(|second| second.meets(next)) {
                    continue;
                }
                let (rule, pattern) = &engine.rules[usize::from(*number)];
                let Some(caps) = pattern.matches(view, at) else { continue };
                let better =
                    best.as_ref().is_none_or(|(b, _)| caps.end > b.end || caps.end == b.end && *number < b.rule);
                if better && let Some(meaning) = (rule.make)(&caps) {
                    best = Some((Found { start: at, end: caps.end, meaning, rule: *number }, rule.left));
                }
            }
        }
        tried |= class;
        if bits == 0 {
            return best;
        }
        class = bits & bits.wrapping_neg();
        bits &= !class;
        list = &begins.by_class[class.trailing_zeros() as usize];
    }
}

/// A second day behind a month and a day (`-9, 1918`, `and 4`), of the same month.
pub fn day_behind(view: &View<'_>, at: usize, month: u8, first: u8) -> Option<(usize, usize, Meaning)> {
    // `May 3, 10 and 17`
    let more = |at: usize| {
        view.is(at, few!("and or ,")) && matches!(Reader::Day.read(view, at + 1), Some((_, Payload::Int(_))))
    };
    let listed = view.is(at, few!(",")) && more(at + 2);
    let led = view.is_dash(at) || listed || view.is(at, few!("and to or through until till"));
    let (start, second) = match Reader::Day.read(view, at + 1) {
        Some((_, Payload::Int(day))) if led && day > i32::from(first) => (at + 1, day),
        _ => return None,
    };
    let comma = usize::from(view.is(start + 1, few!(",")));
    if let Some((end, Payload::Int(year))) = Reader::Year.read(view, start + 1 + comma) {
        let date = Date::new(year, u32::from(month), second as u32)?;
        return Some((start, end, Meaning::known(Value::Day(date))));
    }
    let next = view.token(start + 1);
    let ends = next.is_none_or(|t| t.kind == TokenKind::Mark && !view.is(start + 1, few!(": % / $")))
        || listed
        || view.is(
            start + 1,
            few!("in at on for to and as with when where by of from but or was were is are before after"),
        );
    Date::new(2024, u32::from(month), second as u32)?;
    let point = Point::Month { month, day: Some(second as u8), weekday: None };
    ends.then_some((start, start + 1, Meaning::Point(point, Dir::Open)))
}

/// The second year of `2014–16`, behind the first: where it stands, and which it is.
pub fn year_behind(view: &View<'_>, at: usize, first: i16) -> Option<(usize, i16)> {
    let touches = |at: usize| view.token(at).is_some_and(|t| !t.space_before);
    let dash = view.is_dash(at);
    let joined = (dash || view.word(at) == "/") && touches(at) && touches(at + 1);
    // `2009 - 10` of a text whose dashes stand apart; `in 2009 - 10 people left` is an aside.
    let apart = dash && !touches(at) && !touches(at + 1);
    let alone = view.token(at + 2).is_none_or(|t| t.kind == TokenKind::Mark)
        || view.is(at + 2, few!("and in at to with season was is for when as but by on"));
    let ends = !touches(at + 2) || !(view.is_dash(at + 2) || view.is(at + 2, few!("/ : %")));
    let led = at >= view.start + 2 && view.is(at - 2, few!("in during between from of"));
    // `in 2006 - 7`, `the 2006-7 season`; not `case 2006-7`
    let the = at >= view.start + 2 && view.is(at - 2, few!("the since until period season"));
    let one = (apart && led && alone || joined && (led || the)) && view.word(at + 1).len() == 1;
    let last = i16::try_from(digits(view, at + 1, if one { 1..=1 } else { 2..=2 })?).ok()?;
    let whole = if one { 10 } else { 100 };
    let year = first - first % whole + last + if first % 100 == 99 && last == 0 { 100 } else { 0 };
    let bracketed = at >= view.start + 2 && view.word(at - 2) == "(" && view.word(at + 2) == ")";
    // `In 1931 - 32 Norway was`, `in 1996 - 98.`
    let named = led && view.token(at + 2).is_some_and(|t| t.case == Case::Title);
    let near = year == first + 1 || led && (first + 1..first + 12).contains(&year);
    let range = joined && year > first || apart && ((alone || named) && near || bracketed && year > first);
    (range && ends && first > 1000).then_some((at + 1, year))
}

/// Takes in `the`, or `more than the`, …
fn extend_left(view: &View<'_>, start: usize, left: Left) -> usize {
    let the = |at: usize| if at > view.start && view.is(at - 1, few!("the")) { at - 1 } else { at };
    match left {
        Left::Alone => start,
        Left::The => the(start),
        Left::About => {
            let at = start;
            if at < view.start + 1 {
                return at;
            }
            const TWO: &[(&str, &str)] =
                &[("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("at", "most")];
            if at >= view.start + 3
                && view.is(at - 3, few!("no"))
                && view.is(at - 2, few!("more less fewer"))
                && view.is(at - 1, few!("than"))
            {
                return at - 3;
            }
            if at >= view.start + 2 && TWO.iter().any(|&(a, b)| view.is(at - 2, a) && view.is(at - 1, b)) {
                return at - 2;
            }
            if view.is(at - 1, few!("over"))
                && at >= view.start + 2
                && view.is(at - 2, few!("for after in just lasting of took"))
            {
                return at - 1;
            }
            const ONE: &str = "about around approximately nearly almost roughly some";
            if view.is(at - 1, ONE) { at - 1 } else { at }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{self, Reference};
    use crate::{Format, RawInput, document, input};

    /// The rule, words and value of every expression of a text.
    fn read(text: &str) -> Vec<(u16, String, String)> {
        let raw = RawInput { text: text.into(), format: Format::Text, ..RawInput::default() };
        let doc = document::parse(&input::read(&raw));
        let mut finder = time::Finder::default();
        finder.scan(&doc, 0..doc.sentences.len());
        let reference = Reference { given: Some("2025-01-22".into()), metadata: None };
        let times = time::find(&doc, &reference).timexes;
        finder.matches.iter().zip(times).map(|(m, t)| (m.rule, t.span.of(&doc.text).into(), t.value)).collect()
    }

    #[test]
    fn every_rule_has_an_example() {
        let bare: Vec<_> = all().filter(|r| r.yes.is_empty()).map(|r| r.pattern).collect();
        assert!(bare.is_empty(), "rules without an example: {bare:?}");
    }

    #[test]
    fn examples_match_their_rules() {
        let mut wrong = Vec::new();
        for (number, rule) in all().enumerate() {
            for example in rule.yes {
                let (text, value) = example.rsplit_once(" = ").unwrap_or((example, ""));
                let words = text.split_once('[').and_then(|t| t.1.split_once(']')).map_or("", |t| t.0);
                let found = read(&text.replace(['[', ']'], ""));
                let fits = |f: &&(u16, String, String)| f.1 == words && f.2 == value;
                match found.iter().find(fits) {
                    None => wrong.push(format!("{}: {example}\n    found {found:?}", rule.pattern)),
                    Some(_) if number == 0 => {}
                    // A date rule may do its part inside a longer one.
                    Some(f) if rule.date && all().nth(usize::from(f.0)).is_some_and(|r| r.pattern.contains("DATE")) => {
                    }
                    Some(f) if usize::from(f.0) != number => {
                        let other = all().nth(usize::from(f.0)).map_or("", |r| r.pattern);
                        wrong.push(format!("{}: {example}\n    is read by the rule {other}", rule.pattern));
                    }
                    Some(_) => {}
                }
            }
            for example in rule.no {
                if read(example).iter().any(|f| usize::from(f.0) == number) {
                    wrong.push(format!("{}: must not match in {example}", rule.pattern));
                }
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn work_grows_with_the_text() {
        let steps = |text: &str| {
            let before = crate::time::pattern::STEPS.with(|steps| steps.get());
            read(text);
            crate::time::pattern::STEPS.with(|steps| steps.get()) - before
        };
        for piece in [
            "second ",
            "May ",
            "late ",
            "early late ",
            "a day after ",
            "the end of the end of ",
            "a ",
            "12 ",
            "12:",
            "twenty-",
            "half ",
            "Monday, May ",
            "5 - ",
            "of the year ",
            "more than ",
            "Trump 's inauguration ",
            "a week after Trump's inauguration ",
            "every second ",
            "1990 and ",
            "q3 ",
            "January to ",
            "in ",
            "the first of the ",
            "next last this ",
            "'90s ",
            "on Tuesday ",
        ] {
            let (short, long) = (steps(&piece.repeat(300)), steps(&piece.repeat(3000)));
            assert!(long <= short * 11 + 1000, "{piece}: {short} steps, then {long}");
            let tokens = 3000 * piece.split([' ', '-', ':']).filter(|w| !w.is_empty()).count() as u64;
            assert!(long <= tokens * 3_000, "{piece}: {} steps a token", long / tokens);
        }
    }
}
