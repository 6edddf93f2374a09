//! Well-known dated events, as anchors for what is told around them.
//!
//! Doors: [`scan`] finds their names, [`settle`] chooses among events of one name. The facts stand in
//! `known/events.tsv`, `known/offices.tsv` and `known/keys.tsv`. Absent here: what hangs on an event (`a day after …`; see `joint`).

use super::calendar::Date;
use super::lexicon::{Class, Lexicon};
use super::names::long;
use super::pattern::View;
use super::value::Value;
use crate::TokenRange;
use crate::document::{Case, Document, WordMap, sort_by_key, word_hash};
use crate::lists::List;
use crate::lists::rows;
use crate::time::pattern::few;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// One row of the tables.
#[derive(Debug)]
pub struct Event {
    /// For a reader: `the fall of the Berlin Wall`.
    pub name: String,
    /// When it was, or began.
    pub start: Value,
    /// When it ended, where it lasted.
    pub end: Option<Value>,
    /// Words that tell it from others of the same name.
    tells: Vec<u64>,
    /// First names of whose it is.
    given: Vec<u64>,
}

/// Which time of an event its words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `the outbreak of`
    Start,
    /// `the end of`, `since`, `after`
    End,
    /// The event as a whole.
    Whole,
}

/// A place where an event is named.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The words, with `the` and what belongs to them.
    pub tokens: TokenRange,
    /// The sentence.
    pub sentence: u32,
    /// Which time is meant.
    pub side: Side,
    /// True where it is remembered, not news: an anniversary, `five years ago`.
    pub remembered: bool,
    /// True where a verb tells it: a day behind it is the event's own.
    pub verb: bool,
    /// True where single words tell it, not a name.
    keyed: bool,
    /// The events it can be: numbers in the table.
    candidates: Vec<u16>,
    /// Those of them that the words around tell for.
    told: Vec<u16>,
}

struct Phrase {
    words: Vec<u64>,
    event: u16,
    /// A person's name begins it.
    person: bool,
}

/// An event told in single words that stand near one another.
struct Key {
    event: u16,
    /// Of each group one word must stand near; the last is a name.
    groups: Vec<Vec<u64>>,
}

#[derive(Default)]
struct Table {
    events: Vec<Event>,
    phrases: WordMap<Vec<Phrase>>,
    /// By the word for what happened.
    keys: WordMap<Vec<Key>>,
}

/// What is said of who comes into an office: `*` is the surname, `+` the first names and the surname.
const OFFICE: &[(&str, &str)] = &[
    (
        "inauguration",
        "* 's inauguration|* 's swearing - in|* was inaugurated|* was sworn in|* took office|* 's second inauguration|\
         * 's first inauguration|inauguration of *|inauguration of +|inauguration of president *|\
         inauguration of president +|swearing - in of *|swearing - in of +|* returned to the white house|\
         * 's return to the white house|* 's return to office|* 's inauguration day",
    ),
    (
        "election",
        "* 's election victory|* 's election win|* 's reelection|* 's re - election|* was elected president|\
         * was re - elected|* was reelected|* won the presidential election|election of president *|election of +|\
         * 's election as president",
    ),
    ("term", "* became prime minister|* took office|* took over as prime minister|* entered downing street"),
];

/// Surnames too common to mean anyone without a first name or title before them.
const COMMON: &str = "ford johnson brown may bush clinton carter kennedy silva cameron blair truss milei";

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for row in rows!("known/events.tsv").map(columns) {
            let [date, name, phrases] = row[..] else { continue };
            let (start, end) = date.split_once('/').map_or((date, None), |(start, end)| (start, Some(end)));
            let Some(start) = value(start) else { continue };
            table.add(Event {
                name: name.into(),
                start,
                end: end.and_then(value),
                tells: Vec::new(),
                given: Vec::new(),
            });
            phrases.split('|').for_each(|phrase| table.phrase(phrase, false));
        }
        for row in rows!("known/offices.tsv").map(columns) {
            let [date, kind, given, surname, tells] = row[..] else { continue };
            let (Some(start), Some((_, forms))) = (value(date), OFFICE.iter().find(|o| o.0 == kind)) else { continue };
            let number = tells.split(' ').find(|t| {
                t.starts_with(|c: char| c.is_ascii_digit())
                    && t.len() == 4
                    && !t.ends_with(|c: char| c.is_ascii_digit())
            });
            let what = if kind == "term" { "coming into office" } else { kind };
            let name =
                format!("{surname}'s {what}{}", number.map(|n| format!(" as the {n} President")).unwrap_or_default());
            let hashes = |words: &str| words.split(' ').map(word_hash).collect::<Vec<_>>();
            table.add(Event { name, start, end: None, tells: hashes(tells), given: hashes(given) });
            let surname = surname.to_lowercase().replace('-', " - ");
            let given = given.to_lowercase();
            for form in forms.split('|') {
                let form = form.trim();
                let phrase = form.replace('*', &surname).replace('+', &format!("{given} {surname}"));
                table.phrase(&phrase, form.starts_with('*'));
            }
        }
        for row in rows!("known/keys.tsv").map(columns) {
            let [date, name, kinds, ref groups @ ..] = row[..] else { continue };
            let event = table.events.iter().position(|e| e.name == name).or_else(|| {
                let start = value(date)?;
                table.add(Event { name: name.into(), start, end: None, tells: Vec::new(), given: Vec::new() });
                Some(table.events.len() - 1)
            });
            let Some(event) = event.map(|e| e as u16) else { continue };
            let hashes = |words: &str| words.split('|').map(word_hash).collect::<Vec<_>>();
            for kind in hashes(kinds) {
                let groups = groups.iter().map(|g| hashes(g)).collect();
                table.keys.entry(kind).push(Key { event, groups });
            }
        }
        table.phrases.values_mut().for_each(|list| sort_by_key(list, |p| u64::MAX - p.words.len() as u64));
        table
    })
}

impl Table {
    fn add(&mut self, event: Event) {
        self.events.push(event);
    }

    /// A name of the event added last.
    fn phrase(&mut self, text: &str, person: bool) {
        let words: Vec<u64> = text.split_whitespace().map(word_hash).collect();
        let event = (self.events.len() - 1) as u16;
        self.phrases.entry(words[0]).push(Phrase { words, event, person });
    }
}

/// What stands in a row of a table.
fn columns(row: &'static str) -> Vec<&'static str> {
    row.split('\t').collect()
}

/// An ISO day, month or year.
fn value(text: &str) -> Option<Value> {
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|t| t.parse::<u8>().ok());
    match text.len() {
        4 => text.parse().ok().map(Value::Year),
        7 => Some(Value::Month { year: text[..4].parse().ok()?, month: number(5..7)? }),
        _ => Date::parse(text).map(Value::Day),
    }
}

/// Makes the first words of the names known to the lexicon.
pub fn teach(lexicon: &mut Lexicon) {
    table().phrases.keys().chain(table().keys.keys()).for_each(|hash| lexicon.know(hash, Class::Event));
}

/// The events named in a sentence.
pub fn scan(view: &View<'_>, sentence: u32, out: &mut Vec<Mention>) {
    let mut at = view.start;
    while at < view.end {
        // Every word that begins a name is known to the lexicon; most words of a text are not.
        if view.entry(at).is_none_or(|entry| entry.bits & Class::Event.bit() == 0) {
            at += 1;
            continue;
        }
        let free = out.last().map_or(0, |m| m.tokens.end as usize).max(view.start);
        match mention(view, at, sentence).or_else(|| keyed(view, at, free, sentence)) {
            Some(found) => {
                at = found.tokens.end as usize;
                out.push(found);
            }
            None => at += 1,
        }
    }
}

fn mention(view: &View<'_>, at: usize, sentence: u32) -> Option<Mention> {
    let hash = view.token(at)?.hash;
    let list = table().phrases.get(hash)?;
    let fits =
        |p: &&Phrase| p.words.iter().enumerate().all(|(n, hash)| view.token(at + n).is_some_and(|t| t.hash == *hash));
    let longest = list.iter().find(fits)?.words.len();
    let alike: Vec<&Phrase> = list.iter().filter(|p| p.words.len() == longest).filter(fits).collect();
    let end = at + longest;
    let mut start = at;
    let mut candidates: Vec<u16> = alike.iter().map(|p| p.event).collect();
    if alike[0].person {
        start = name_start(view, at, &mut candidates)?;
    } else if view.token(at)?.case == Case::Lower && longest == 1 {
        return None;
    }
    // `a full-scale invasion`, `the declaration of independence of Kosovo`: another one.
    let the = usize::from(view.is(end + 1, few!("the")));
    let of = view.is(end, few!("of"))
        && view.token(end + 1 + the).is_some_and(|t| t.case == Case::Title)
        && view.value(end + 1 + the, Class::Month).is_none();
    let named = !alike[0].person && view.word(at).parse::<u16>().is_err();
    if of || named && at > view.start && (view.is(at - 1, few!("a an another")) || is_owned(view, at, end)) {
        return None;
    }
    let event = &table().events[*candidates.first()? as usize];
    let (start, end, side) = if event.end.is_some() { side(view, start, end)? } else { (start, end, Side::Whole) };
    let the = start > view.start && view.is(start - 1, few!("the"));
    if is_in_name(view, start - usize::from(the), start) {
        return None;
    }
    let tokens = TokenRange::new((start - usize::from(the)) as u32, end as u32);
    let told = candidates.iter().copied().filter(|c| tells(view, at, end, &table().events[*c as usize])).collect();
    let remembered = remembered(view, start, end);
    Some(Mention { tokens, sentence, side, remembered, verb: false, keyed: false, candidates, told })
}

/// `their declaration of independence`, `the island's declaration of independence`: whose it is says which one, where the
/// words are no name by themselves.
fn is_owned(view: &View<'_>, at: usize, end: usize) -> bool {
    let small = (at..end).all(|at| view.token(at).is_some_and(|t| t.case == Case::Lower));
    small && view.is(at - 1, few!("'s ’s ' ’ its their his her our my your"))
}

/// `the High Council for the Islamic Revolution`: part of the name of a body, whose words before it end at `end`.
fn is_in_name(view: &View<'_>, end: usize, start: usize) -> bool {
    let title = |at: usize| view.token(at).is_some_and(|t| t.case == Case::Title);
    end >= view.start + 3 && view.is(end - 1, few!("of for")) && title(end - 2) && title(start)
}

/// How far before and behind the word for what happened the others may stand.
const BEFORE: usize = 6;
const BEHIND: usize = 10;

/// An event told in single words around `at` (`the embassy bombings in Nairobi`); its words begin at `free` or later.
fn keyed(view: &View<'_>, at: usize, free: usize, sentence: u32) -> Option<Mention> {
    let list = table().keys.get(view.token(at)?.hash)?;
    // `a similar bombing`, `another attack` is not the one everyone knows.
    if at > view.start && view.is(at - 1, few!("another similar possible new second future planned alleged copycat")) {
        return None;
    }
    let near = at.saturating_sub(BEFORE).max(free)..(at + BEHIND).min(view.end);
    let span = |key: &Key| {
        let (mut start, mut end) = (at, at + 1);
        for (number, group) in key.groups.iter().enumerate() {
            let name = number + 1 == key.groups.len();
            let fits =
                |n: &usize| view.token(*n).is_some_and(|t| group.contains(&t.hash) && !(name && t.case == Case::Lower));
            // Names behind `and` belong to it too (`in Kenya and Tanzania`).
            let (first, last) = (near.clone().find(fits)?, near.clone().rev().find(fits)?);
            (start, end) = (start.min(first), end.max(last + 1));
        }
        Some((start, end))
    };
    let mut found = list.iter().filter_map(|key| Some((key.event, span(key)?)));
    let (event, (start, end)) = found.next().filter(|_| found.next().is_none())?;
    // Another year near by tells of another event.
    let year = table().events[usize::from(event)].start.year()?;
    let another = |n: usize| {
        let number = view.word(n).parse::<i16>().ok().filter(|y| view.word(n).len() == 4 && (1800..2100).contains(y));
        number.is_some_and(|y| y != year)
    };
    if (start.saturating_sub(3).max(view.start)..(end + 3).min(view.end)).any(another) {
        return None;
    }
    let remembered = remembered(view, start, end);
    let passive = at > view.start && view.is(at - 1, few!("was were"));
    let verb = view.is(at, few!("exploded collapsed crashed vanished disappeared"))
        || passive && view.is(at, few!("bombed downed"));
    let the = start > free && view.is(start - 1, few!("the"));
    let tokens = TokenRange::new((start - usize::from(the)) as u32, end as u32);
    let (candidates, told) = (vec![event], Vec::new());
    Some(Mention { tokens, sentence, side: Side::Whole, remembered, verb, keyed: true, candidates, told })
}

/// True where the words around an event tell of it as long past.
fn remembered(view: &View<'_>, start: usize, end: usize) -> bool {
    const WORDS: &str = "anniversary anniversaries ago memorial commemorate commemorated commemorates remembered later";
    (start.saturating_sub(12).max(view.start)..(end + 12).min(view.end)).any(|at| view.is(at, WORDS))
}

/// Takes in first names and titles before a surname; drops whoever has another first name.
fn name_start(view: &View<'_>, at: usize, candidates: &mut Vec<u16>) -> Option<usize> {
    let mut start = at;
    let mut titled = false;
    while start > view.start && at - start < 4 {
        let token = view.token(start - 1)?;
        if view.is(start - 1, few!("president minister chancellor mr. president-elect")) {
            titled = true;
            start -= 1;
            continue;
        }
        if token.case != Case::Title
            || view.is(start - 1, few!("after before since when until as the in on and but while following"))
        {
            break;
        }
        candidates.retain(|c| table().events[*c as usize].given.contains(&token.hash));
        if candidates.is_empty() {
            // Another of the name, or a capital that opens the sentence.
            return None;
        }
        titled = true;
        start -= 1;
    }
    (titled || !view.is(at, COMMON)).then_some(start)
}

/// Which time of a lasting event is meant, with the words that say so; none where it is only named.
fn side(view: &View<'_>, start: usize, end: usize) -> Option<(usize, usize, Side)> {
    let the = start - usize::from(start > view.start && view.is(start - 1, few!("the")));
    if the >= view.start + 2 && view.is(the - 1, few!("of")) {
        if view.is(the - 2, few!("end close conclusion aftermath wake")) {
            return Some((the - 2, end, Side::End));
        }
        if view.is(the - 2, few!("start beginning outbreak onset eve")) {
            return Some((the - 2, end, Side::Start));
        }
    }
    if view.is(end, few!("ended")) {
        return Some((start, end + 1, Side::End));
    }
    if view.is(end, few!("'s ’s")) && view.is(end + 1, few!("end")) {
        return Some((start, end + 2, Side::End));
    }
    if view.is(end, few!("began started")) {
        return Some((start, end + 1, Side::Start));
    }
    if the == view.start {
        return None;
    }
    if view.is(the - 1, few!("since after following")) {
        return Some((start, end, Side::End));
    }
    if view.is(the - 1, few!("before until")) {
        return Some((start, end, Side::Start));
    }
    view.is(the - 1, few!("during in throughout at")).then_some((start, end, Side::Whole))
}

/// True where the words around the phrase tell for the event.
fn tells(view: &View<'_>, start: usize, end: usize, event: &Event) -> bool {
    (start.saturating_sub(6).max(view.start)..(end + 10).min(view.end)).any(|at| {
        let Some(token) = view.token(at) else { return false };
        let counted = !view.is(at, few!("first second third fourth fifth"))
            || view.is(at + 1, few!("inauguration term time mandate"));
        event.tells.contains(&token.hash) && counted
    })
}

/// The event each mention means, where that can be told: by the words around it, by another mention, by the
/// publication date (the last one before it), or because there is only one. `The 2020 election` of an article that names
/// nothing American is not the one of the United States.
pub fn settle(doc: &Document, mentions: &[Mention], published: Option<Date>) -> Vec<Option<&'static Event>> {
    static AMERICAN: List = List::new(
        "america american americans biden clinton democrats obama republican republicans trump u.s. usa washington",
    );
    let only = |list: &[u16]| if let [one] = list { Some(*one) } else { None };
    // What any mention of a name tells of it.
    let mut told: BTreeMap<&[u16], BTreeSet<u16>> = BTreeMap::new();
    for mention in mentions {
        told.entry(&mention.candidates).or_default().extend(&mention.told);
    }
    let begun = |number: u16| table().events[number as usize].start.first_day();
    let choose = |mention: &Mention| {
        let elsewhere = || told[mention.candidates.as_slice()].iter().copied().collect::<Vec<_>>();
        let before = || {
            let past = mention.candidates.iter().copied().filter(|c| begun(*c).is_some_and(|d| Some(d) <= published));
            past.max_by_key(|c| begun(*c))
        };
        let told = || only(&mention.told).or_else(|| only(&elsewhere()));
        let ahead = |number: &u16| published.is_some() && begun(*number) > published;
        only(&mention.candidates).filter(|e| !(mention.keyed && ahead(e))).or_else(told).or_else(before)
    };
    static UKRAINIAN: List = List::new("kiev kyiv moscow putin russia russian ukraine ukrainian ukrainians zelensky");
    let tells = |list: &List| doc.tokens.iter().any(|token| list.hold(token.hash));
    let fits = |event: &&Event| match event.name.as_str() {
        name if name.starts_with("the United States") => tells(&AMERICAN),
        name if name.ends_with("invasion of Ukraine") => tells(&UKRAINIAN),
        _ => true,
    };
    let event = |mention| {
        let event = choose(mention).map(|number| &table().events[number as usize]).filter(fits);
        event.filter(|event| year_beside(doc, mention).is_none_or(|year| event.holds(year)))
    };
    mentions.iter().map(event).collect()
}

/// `fled in 1991 during the Ruritanian war`, `during the Ruritanian war in 1991`, `the 1991 Ruritanian war`: the year that
/// the text gives it.
fn year_beside(doc: &Document, mention: &Mention) -> Option<i16> {
    let sentence = doc.sentences[mention.sentence as usize].tokens;
    let word = |at: u32| if sentence.range().contains(&(at as usize)) { doc.word(at as usize) } else { "" };
    let year = |at: u32| word(at).parse::<i16>().ok().filter(|year| word(at).len() == 4 && (1000..2100).contains(year));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = start.checked_sub(2).filter(|at| matches!(word(at + 1), "during" | "amid"));
    let before = before.map(|at| at - u32::from(at > 0 && word(at) == ","));
    let before = before.filter(|at| *at > 0 && word(at - 1).eq_ignore_ascii_case("in")).and_then(year);
    let behind = || year(end + 1).filter(|_| word(end) == "in" && word(end + 2) != "-");
    let led = start.checked_sub(1).and_then(year);
    before.or_else(behind).or(led)
}

/// `At the end of the war she won a prize, and two years later …`: the events that set the scene of a sentence, by the
/// token behind each, with the sentence and the day; what follows is counted from there.
pub fn scenes(doc: &Document, mentions: &[Mention], settled: &[Option<&'static Event>]) -> Vec<(u32, u32, Value)> {
    let scene = |(mention, event): (&Mention, &Option<&'static Event>)| {
        let value = event.as_ref()?.at(mention.side);
        let start = doc.sentences[mention.sentence as usize].tokens.start;
        let led = ["after", "at", "during", "in"].iter().any(|w| doc.word(start as usize).eq_ignore_ascii_case(w));
        let opens = led && mention.tokens.start <= start + 2 && !mention.remembered;
        opens.then_some((mention.tokens.end, mention.sentence, value))
    };
    mentions.iter().zip(settled).filter_map(scene).collect()
}

impl Event {
    /// The time that the words mean.
    pub fn at(&self, side: Side) -> Value {
        match (side, self.end) {
            (Side::End, Some(end)) => end,
            _ => self.start,
        }
    }

    /// True for a year that it lies in.
    fn holds(&self, year: i16) -> bool {
        let first = self.start.year();
        let last = self.end.and_then(|end| end.year()).or(first);
        first.zip(last).is_none_or(|(first, last)| (first..=last).contains(&year))
    }

    /// The date for a timeline.
    pub fn iso(&self, side: Side) -> Option<String> {
        match (side, self.end) {
            (Side::Whole, Some(end)) => Some(format!("{}/{}", self.start.iso()?, end.iso()?)),
            _ => self.at(side).iso(),
        }
    }

    /// The time for a reader.
    pub fn shown(&self, side: Side) -> String {
        let show = |v: Value| if let Value::Day(d) = v { long(d) } else { super::names::shown(v) };
        match (side, self.end) {
            (Side::Whole, Some(end)) => format!("{} to {}", show(self.start), show(end)),
            _ => show(self.at(side)),
        }
    }

    /// The name for a reader, with the side that is meant.
    pub fn called(&self, side: Side) -> String {
        match (side, self.end) {
            (Side::End, Some(_)) => format!("the end of {}", self.name),
            (Side::Start, Some(_)) => format!("the start of {}", self.name),
            _ => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_are_well_formed() {
        for (rows, count) in [(rows!("known/events.tsv"), 3), (rows!("known/offices.tsv"), 5)] {
            for row in rows.map(columns) {
                assert_eq!(row.len(), count, "{row:?}");
                for date in row[0].split('/') {
                    assert!(value(date).is_some_and(|v| v.first_day().is_some()), "{row:?}");
                }
            }
        }
        for event in &table().events {
            assert!(event.end.is_none_or(|end| end.last_day() > event.start.first_day()), "{event:?}");
        }
    }

    #[test]
    fn the_key_words_are_well_formed() {
        for row in rows!("known/keys.tsv").map(columns) {
            let event = table().events.iter().find(|e| e.name == row[1]);
            assert_eq!(event.map(|e| e.start), value(row[0]), "{row:?}");
            assert!(row.len() >= 5 && row.iter().all(|c| !c.is_empty()), "{row:?}");
        }
    }

    #[test]
    fn no_name_means_two_events_without_a_word_that_tells() {
        let phrases = || table().phrases.keys().filter_map(|hash| table().phrases.get(hash)).flatten();
        for phrase in phrases() {
            let alike: Vec<_> = phrases().filter(|p| p.words == phrase.words).collect();
            let told = alike.iter().all(|p| !table().events[p.event as usize].tells.is_empty());
            assert!(alike.len() == 1 || told, "{}", table().events[phrase.event as usize].name);
        }
    }
}
