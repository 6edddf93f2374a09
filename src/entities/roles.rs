//! What the article says a person is, right beside the name: `Russian President`, `mayor of York`.
//!
//! Absent here: what the role tells of who is meant (`described`).

mod words;

use super::alias::is_ordinal;
use super::lexicon::class;
use super::names::{Name, Reading};
use super::vocabulary::{self, Rule};
use crate::document::{Case, TokenKind, word_hash};
use crate::{EntityKind, TokenRange, grammar};
use std::ops::Range;
use words::{
    compound, is_article, is_field, is_grade, is_honorific, is_link, is_modifier, is_noun, is_of_several, is_plural,
    is_title, is_verbal, names_office, singular, titled_before,
};

/// What somebody is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub tokens: TokenRange,
    /// No more than a rank or a short title (`General`, `Rev.`): an office says more.
    pub rank: bool,
    /// The word in it that stands for several people (`Justices Lee, Berg and Shah`).
    plural: Option<u32>,
}

impl Role {
    /// The role as it stands in the article, but of one person, and without where that one is today.
    pub fn words(&self, reading: Reading) -> String {
        let words = reading.doc.words(self.tokens);
        let Some(at) = self.plural else {
            // Not a visiting professor, whose office it is.
            let guest = words.split_once("visiting ").filter(|(_, office)| {
                office.starts_with(char::is_uppercase)
                    && !["Prof", "Fellow", "Scholar"].iter().any(|o| office.starts_with(o))
            });
            return guest.map_or(words.to_string(), |(owner, office)| format!("{owner}{office}"));
        };
        let span = reading.doc.tokens[at as usize].span;
        let start = (span.start - reading.doc.span(self.tokens).start) as usize;
        let end = start + span.len() as usize;
        let one = singular(&words[start..end]).unwrap_or_default();
        format!("{}{one}{}", &words[..start], &words[end..])
    }
}

/// How far a noun phrase has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its title is still to come.
    Before,
    Title,
    /// A noun is still to come, behind `of` or `and`.
    Open,
    /// Behind that noun.
    Inside,
}

/// Reads the roles beside names, which must be asked for in order of the text.
pub(super) struct Roles<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    /// The sentence that was looked at last, with its verbs.
    sentence: TokenRange,
    number: usize,
    verbs: Option<Vec<grammar::VerbGroup>>,
}

/// The most persons of a list that share one title.
const LIST: usize = 8;

impl<'a> Roles<'a> {
    pub fn new(reading: Reading<'a>, names: &'a [Name]) -> Self {
        Roles { reading, names, sentence: TokenRange::new(0, 0), number: 0, verbs: None }
    }

    /// The role of the person that name `n` names.
    pub fn role(&mut self, n: usize) -> Option<Role> {
        self.enter(self.names[n].tokens.start);
        let whole = |tokens| Role { tokens, rank: false, plural: None };
        // What stands between the office and the name: `Dr.`, `General`.
        let end = self.without(self.names[n].tokens.start, is_honorific);
        let grade = self.without(end, is_grade);
        // `its spiritual leader, the Corrin Lama`
        let the = grade > self.sentence.start + 2 && self.reading.word(grade - 1) == "the";
        let grade = grade - u32::from(the && self.reading.word(grade - 2) == ",");
        let comma = grade > self.sentence.start + 1 && self.reading.word(grade - 1) == ",";
        let office = if comma { None } else { self.before(n, grade, false) };
        let short = |role: &TokenRange| role.len() == 1 && self.reading.word(role.start).ends_with('.');
        if let Some(office) = office.filter(|role| !short(role)) {
            return Some(whole(office));
        }
        // `The chairman is Ann Lee.`
        let is = grade > self.sentence.start + 1 && self.reading.word(grade - 1) == "is";
        let apposed = if comma || is { self.before(n, grade - 1, true) } else { None };
        if let Some(role) = apposed.or_else(|| self.behind(n)) {
            return Some(whole(role));
        }
        let ranked = if grade < end && office.is_none() { self.before(n, end, false) } else { None };
        if let Some(role) = office.or(ranked) {
            let start = if office.is_none() { role.start.min(grade) } else { role.start };
            return Some(Role { rank: true, ..whole(TokenRange::new(start, role.end)) });
        }
        self.shared(n).or_else(|| self.is(n).map(whole))
    }

    fn enter(&mut self, token: u32) {
        if self.sentence.range().contains(&(token as usize)) {
            return;
        }
        let sentences = &self.reading.doc.sentences;
        self.number = sentences.partition_point(|s| s.tokens.end <= token);
        self.sentence = sentences.get(self.number).map_or(TokenRange::new(0, 0), |s| s.tokens);
        self.verbs = None;
    }

    /// True inside a verb.
    fn is_verb(&mut self, at: u32) -> bool {
        let (doc, number) = (self.reading.doc, self.number);
        let verbs = self
            .verbs
            .get_or_insert_with(|| if number < doc.sentences.len() { grammar::verbs(doc, number) } else { Vec::new() });
        let after = verbs.partition_point(|verb| verb.tokens.start <= at);
        verbs[..after].last().is_some_and(|verb| at < verb.tokens.end)
    }

    /// Where words that are so begin, which end at `end`; with their stops.
    fn without(&self, mut end: u32, is: impl Fn(Reading, u32) -> bool) -> u32 {
        while end > self.sentence.start {
            let stop = u32::from(self.reading.word(end - 1) == "." && end > self.sentence.start + 1);
            if !is(self.reading, end - 1 - stop) {
                break;
            }
            end -= 1 + stop;
        }
        end
    }

    /// The office that ends at `end`: `Russian President`, or before a comma (`Acme’s chief executive, Ann Lee,`, `The prime
    /// minister of Ruritania, Ann Lee,`).
    fn before(&mut self, n: usize, end: u32, comma: bool) -> Option<TokenRange> {
        let reading = self.reading;
        // `Secretary of State-designate`
        let elect = end > self.sentence.start + 2
            && reading.word(end - 2) == "-"
            && matches!(reading.word(end - 1), "elect" | "designate" | "nominee");
        let bare = if elect { end - 2 } else { end };
        let head = match behind_head(reading, self.names, n, self.sentence.start..bare, comma) {
            Behind::Unclear => return None,
            Behind::Nothing => None,
            Behind::Title(at) => Some(at),
        };
        let core = self.phrase(n, head, end)?;
        if comma && !self.is_apposed(n, core) {
            return None;
        }
        let start = self.owner(n, core.start);
        Some(TokenRange::new(if comma { start } else { self.first_of_two(n, start) }, end))
    }

    /// `Former Ardle governor and Green nominee`: where the first of two offices of one person begins; `the governor and
    /// the nominee` are two people.
    fn first_of_two(&mut self, n: usize, start: u32) -> u32 {
        let (reading, first) = (self.reading, self.sentence.start);
        let Some(and) = start.checked_sub(1).filter(|at| *at > first && reading.word(*at) == "and") else {
            return start;
        };
        let lower = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower);
        if !is_title(reading, and - 1) || !lower(and - 1) || is_plural(reading.word(and - 1)) {
            return start;
        }
        let Some(other) = self.phrase(n, None, and) else { return start };
        let begins = self.owner(n, other.start);
        let article = begins > first && is_article(reading, begins - 1);
        let whose = reading.is_capital(begins) || begins < other.start;
        if whose && !article { begins } else { start }
    }

    /// The office without the body or country that has it.
    fn phrase(&mut self, n: usize, head: Option<u32>, end: u32) -> Option<TokenRange> {
        let (reading, names) = (self.reading, self.names);
        let first = self.sentence.start;
        let mut start = head.map_or(end, |at| compound(reading, at, first));
        let mut titled = head.is_some();
        // `Associated Press editor`: what owns the office is whole.
        let near = || names[..n].iter().rev().take(3);
        let owned = |start: u32| near().any(|other| other.tokens.end == start);
        let named = |at: u32| near().any(|other| other.tokens.end > at);
        // Where ordinary words began to be taken in.
        let (mut plain, mut bare) = (0, end);
        while start > first && !(titled && owned(start)) {
            let at = start - 1;
            let elect = at >= first + 2 && reading.word(at - 1) == "-" && is_title(reading, at - 2);
            if elect && matches!(reading.word(at), "elect" | "designate" | "nominee") {
                (start, titled) = (at - 2, true);
                continue;
            }
            // `co-founder`, `British-born`
            let word = compound(reading, at, first);
            let other =
                |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number) || reading.is(at, Rule::Tie);
            let numbers = word < at && (word..at).any(other);
            if is_title(reading, at) && (reading.is_capital(at) || !self.is_verb(at)) {
                (start, titled) = (word, true);
            } else if titled && numbers {
                break;
            } else if titled
                && (is_modifier(reading, at) || is_field(reading, at, first) && (head.is_some() || !named(at)))
            {
                start = word;
            } else if titled && reading.is_capital(start) && is_plural(reading.word(at)) {
                // `one of the topics President Amin raised`
                break;
            } else if titled && plain < 5 && (self.describes(at) || at == first && self.opens(at)) {
                // `critics praise Senators Lee and Berg`, but `appeals court Judge Lee`
                let sorts = [Rule::Sort, Rule::Post, Rule::Part, Rule::Desk];
                let noun = |at: u32| sorts.iter().any(|rule| reading.is(at, *rule)) || reading.word(at) == "suspect";
                let many = is_plural(&reading.word(at).to_lowercase()) && !noun(at + 1);
                if plain > 0 && reading.is_capital(end - 1) && many {
                    start = bare;
                    break;
                }
                bare = if plain == 0 { start } else { bare };
                plain += 1;
                start = word;
            } else if titled && self.both(at) {
                start = at - 1;
            } else if titled && at > first && is_of_several(reading, at) {
                // `women’s tennis player`, `world number one`
                start = at - 1;
            } else {
                break;
            }
            // `British-born`
            if let Some(name) = near().find(|name| name.tokens.start < start && start < name.tokens.end) {
                start = name.tokens.start;
                break;
            }
        }
        if plain > 0 && self.may_act(n, start, bare) {
            start = bare;
        }
        (titled && start < end).then(|| TokenRange::new(start, end))
    }

    /// True where the words from `start` to `end`, taken for those of a role, may be a verb that the grammar does not know:
    /// `Ortega visits` Imam Berg, to `topple` Prime Minister Berg.
    fn may_act(&self, n: usize, start: u32, end: u32) -> bool {
        let reading = self.reading;
        let before = self.names[..n].iter().rev().take(3).find(|name| name.tokens.end == start);
        let acts = reading.word(start).ends_with('s') && before.is_some();
        let helped = |at: u32| reading.word(at) == "to" || reading.is(at, Rule::Auxiliary);
        let to = start > self.sentence.start && helped(start - 1) && reading.is_capital(end);
        let determined = start > self.sentence.start
            && (is_article(reading, start - 1) || reading.word(start - 1).starts_with(['\'', '’']));
        let verbal = is_verbal(reading.word(start)) && !determined && before.is_none();
        before.is_some_and(|name| name.kind == EntityKind::Person) || acts || to || verbal
    }

    /// The first word of the sentence, that is no verb: `Ethical` fund manager.
    fn opens(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let small = [Rule::Never, Rule::Behind, Rule::Loose, Rule::Say, Rule::Auxiliary];
        let known = class::FIRST | class::TOWN | class::COUNTRY | class::CALENDAR;
        reading.has(at, class::COMMON)
            && !reading.has(at, known)
            && !small.iter().any(|rule| reading.is(at, *rule))
            && !reading.word(at).ends_with("ly")
            && !self.is_verb(at)
            && !super::headings::is_titled_at(reading, at)
    }

    /// `Chairman and CEO`: two offices of one person, unless they may be those of two (`the mayor and president`).
    fn both(&self, and: u32) -> bool {
        let (reading, first) = (self.reading, self.sentence.start);
        let title = |at: u32| is_title(reading, at);
        let one = and > first && matches!(reading.word(and), "and" | "&") && title(and - 1) && title(and + 1);
        let alike = one && reading.is_capital(and - 1) == reading.is_capital(and + 1);
        let the = and > first + 1 && is_article(reading, and - 2) && !reading.is_capital(and + 1);
        // A country has both, and each is somebody.
        let heads = ["president", "premier", "king", "queen", "emperor", "chancellor", "pope", "pm"];
        let minister = |at: u32| at > first && reading.word(at - 1).eq_ignore_ascii_case("prime");
        let head = |at: u32| heads.contains(&reading.word(at).to_lowercase().as_str());
        let two = one && (head(and - 1) || minister(and - 1)) && (head(and + 1) || minister(and + 1));
        alike && !the && !two
    }

    /// A word in lower case that tells more of the noun behind it: `presidential` candidate, `fund` manager.
    fn describes(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let word = reading.word(at);
        let adverb = word.ends_with("ly") && !matches!(word, "daily" | "weekly" | "family" | "monthly" | "elderly");
        is_noun(reading, at) && !reading.is(at, Rule::Loose) && !adverb && !self.is_verb(at)
    }

    /// Where the role begins with the country, people or body that has the office, and what it was before.
    fn owner(&self, n: usize, start: u32) -> u32 {
        let (reading, first) = (self.reading, self.sentence.start);
        let ends = |end: u32| {
            let near = self.names[..n].iter().rev().take(4);
            near.filter(|other| other.tokens.start >= first).find(|other| other.tokens.end == end)
        };
        let mut start = start;
        let owned = start > first + 1 && reading.word(start - 1).starts_with(['\'', '’']);
        let owner = ends(start - u32::from(owned)).filter(|owner| owned || owner.kind != EntityKind::Person);
        // `Olympic champion`
        let won = || matches!(reading.word(start), "champion" | "finalist" | "medalist" | "medallist" | "winner");
        let has = |o: &&Name| o.kind != EntityKind::Other && (o.kind != EntityKind::Event || won());
        if let Some(owner) = owner.filter(has) {
            start = owner.tokens.start;
            // `Texas Republican Senator`
            let land = ends(start).filter(|land| owner.kind == EntityKind::Group && land.kind == EntityKind::Place);
            start = land.map_or(start, |land| land.tokens.start);
        } else if matches!(reading.word(start), "current" | "new" | "Current" | "New") && !is_title(reading, start) {
            start += 1;
        }
        // `Former U.N. secretary-general`: without the word it would be false.
        loop {
            let often = |at: u32| {
                matches!(reading.word(at), "Double" | "double" | "Reigning" | "reigning" | "Triple" | "triple")
            };
            let before = start.checked_sub(1).filter(|at| *at >= first);
            match before {
                Some(at) if reading.is(at, Rule::Past) || often(at) => start = at,
                // `three-time`
                Some(at) if reading.word(at) == "time" && at > first + 1 && reading.word(at - 1) == "-" => {
                    start = at - 2
                }
                _ => return start,
            }
        }
    }

    /// True for an office before a comma that is surely that of the name behind: it has an article or owner, nobody else
    /// is named right before it, and the name is closed (`to Ann Lee, the mayor, Tom Berg, said` is not clear).
    fn is_apposed(&self, n: usize, office: TokenRange) -> bool {
        let (reading, first) = (self.reading, self.sentence.start);
        let behind = self.names[n].tokens.end;
        let closes = matches!(reading.word(behind), "," | "." | ";" | ")") || behind >= self.sentence.end;
        if office.start <= first {
            return closes && office.len() > 1;
        }
        let owner = office.start - 1;
        let article = is_article(reading, owner) || matches!(reading.word(owner), "current" | "new");
        let body = self.names[..n].iter().rev().take(4).find(|other| other.tokens.end == office.start);
        let owned = reading.word(owner).starts_with(['\'', '’']) || body.is_some_and(|b| b.kind != EntityKind::Person);
        let listed = owner > first && reading.word(owner - 1) == ",";
        // `The UK health secretary, Ann Lee has forecast more`, `In May, Ruritania’s president, Ann Lee said`
        let lord = self.names[..n].iter().rev().take(4).find(|other| owned && other.tokens.end == owner);
        let begins = match (body, lord) {
            (Some(body), _) => body.tokens.start.saturating_sub(1),
            (_, Some(lord)) => lord.tokens.start,
            _ => owner,
        };
        let begins = begins.max(first);
        let comma = begins > first && reading.word(begins - 1) == ",";
        let nobody = |end: u32| {
            !self.names[..n].iter().rev().take(5).any(|p| p.kind == EntityKind::Person && p.tokens.end == end)
        };
        let clause = begins <= first || comma && nobody(begins - 1);
        let subject = clause && (reading.is(behind, Rule::Auxiliary) || reading.is(behind, Rule::Say));
        (closes || subject) && (owned || article && !listed)
    }

    /// `, the mayor of York,`
    fn behind(&mut self, n: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let mut at = self.names[n].tokens.end;
        // `Ann Lee MP, the leader of …`, `Ann Lee MP as treasurer`
        let honour = |at: u32| reading.is(at, Rule::Honour) && reading.token(at).is_some_and(|t| t.case == Case::Upper);
        let behind = (at..at + 3).take_while(|at| honour(*at)).count() as u32;
        at += behind;
        if behind > 0 && reading.word(at) == "as" {
            return self.said(n, at + 1, true);
        }
        if reading.word(at) != "," {
            return None;
        }
        at += 1;
        // `Ann Lee, 43, a farmer`
        if reading.token(at).is_some_and(|t| t.kind == TokenKind::Number) && reading.word(at + 1) == "," {
            at += 2;
        }
        // `Ann Lee, who is a farmer`, `Ann Lee, now a farmer`
        at += match reading.word(at) {
            "now" | "currently" => 1,
            "who" if reading.word(at + 1) == "is" => 2,
            _ => 0,
        };
        self.said(n, at, false)
    }

    /// `Lee is a priest.`: of the one the sentence begins with.
    fn is(&mut self, n: usize) -> Option<TokenRange> {
        let TokenRange { start, end } = self.names[n].tokens;
        let is = self.reading.word(end) == "is" && self.without(start, is_honorific) == self.sentence.start;
        if is && is_article(self.reading, end + 1) { self.said(n, end + 1, false) } else { None }
    }

    /// The noun phrase at `at`, where it says what the person is; `bound` to that one and to nobody behind.
    fn said(&mut self, n: usize, at: u32, bound: bool) -> Option<TokenRange> {
        let reading = self.reading;
        let article = is_article(reading, at);
        let start = at + u32::from(article);
        let (mut at, mut part) = (start, Part::Before);
        // Whether `of` was read, and where the phrase was whole before a word that joins.
        let (mut deep, mut whole) = (false, start);
        let mut next = n + 1;
        while at < self.sentence.end.min(start + 20) {
            let word = reading.word(at);
            let behind = part != Part::Before;
            while self.names.get(next).is_some_and(|name| name.tokens.start < at) {
                next += 1;
            }
            let inside = self.names.get(next).filter(|name| name.tokens.start == at);
            let hyphen = word == "-" && reading.token(at).is_some_and(|t| !t.space_before);
            if let Some(name) = inside {
                // `Berg’s manager`, `aide to Berg`
                let owner = reading.word(name.tokens.end).starts_with(['\'', '’']);
                if name.kind == EntityKind::Person && part == Part::Open && reading.word(at - 1) == "and" {
                    break;
                }
                if name.kind == EntityKind::Person && !deep && !owner {
                    return None;
                }
                let office = name.tokens.len() > 1 && names_office(reading, name.tokens);
                part = match part {
                    Part::Before if office => Part::Title,
                    Part::Title => break,
                    Part::Open => Part::Inside,
                    _ => part,
                };
                at = name.tokens.end;
                next += 1;
                continue;
            } else if is_title(reading, at) && (!behind || part != Part::Title || titled_before(reading, at)) {
                part = if deep { Part::Inside } else { Part::Title };
            } else if behind && self.turns(at) {
                break;
            } else if behind && part != Part::Open && (is_link(word) || matches!(word, "and" | "&")) {
                deep |= is_link(word);
                (whole, part) = (at, Part::Open);
            } else if hyphen
                || word.starts_with(['\'', '’']) && at > start
                || part == Part::Open && is_article(reading, at)
            {
                // Belongs to what is around it.
            } else if behind && part != Part::Title && self.continues(at) {
                part = if deep { Part::Inside } else { Part::Open };
            } else if !behind && (is_modifier(reading, at) || at < start + 5 && self.begins(at, article))
                || at == start && is_ordinal(word) && reading.is_capital(at + 1)
            {
            } else {
                break;
            }
            at += 1;
        }
        if part == Part::Open {
            at = whole;
        }
        // `chief executive until 2010`
        let year = reading.token(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        at += if reading.word(at) == "until" && year { 2 } else { 0 };
        // `Ann Lee, director, Office of Ships, said`
        let office = self.names.get(next).filter(|name| name.tokens.start == at + 1);
        let office = office.filter(|name| name.kind == EntityKind::Organization && reading.word(at) == ",");
        if let Some(office) = office.filter(|name| !article && !deep && name.tokens.len() > 1) {
            at = office.tokens.end;
            next += 1;
        }
        // `in a letter to Ann Lee, the mayor, Tom Berg, said`: nobody knows whose role it is.
        let follows = self.names.get(next).filter(|name| name.tokens.start == at + 1);
        let shared = !bound && reading.word(at) == "," && follows.is_some_and(|name| name.kind == EntityKind::Person);
        let ends = part == Part::Open || self.is_end(n, at, article);
        (part != Part::Before && ends && !shared && at > start).then(|| TokenRange::new(start, at))
    }

    /// True where what was said of a person ends.
    fn is_end(&mut self, n: usize, at: u32, article: bool) -> bool {
        let (reading, word) = (self.reading, self.reading.word(at));
        let mark = matches!(word, "," | "." | ";" | ":" | ")" | "—" | "–");
        let day = reading.has(at, class::CALENDAR) && reading.is_capital(at);
        let relative = day || matches!(word, "who" | "whose" | "which" | "since" | "until");
        // `Ann Lee, the head of the union said`: she, not the head, where her name begins the clause.
        let before = self.names[n].tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let subject = before.is_none_or(|at| matches!(reading.word(at), "," | "”" | "\""));
        let mark = mark || self.turns(at);
        let says = reading.is(at, Rule::Say) && (!article || subject) || !article && reading.is(at, Rule::Auxiliary);
        // `Ann Lee, the president of Ruritania signed the law`: nobody else may have done so.
        let says = says || subject && !reading.is_capital(at) && self.is_verb(at);
        at >= self.sentence.end || mark || relative || says || word.ends_with("ing") && !reading.is_capital(at)
    }

    /// `the minister of defence in an interview`: what he did there, not what he is.
    fn turns(&self, at: u32) -> bool {
        matches!(self.reading.word(at), "in" | "at" | "on" | "during")
            && matches!(self.reading.word(at + 1), "a" | "an")
    }

    /// A word that may stand behind `of` in a role.
    fn continues(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let capital = reading.is_capital(at) && !reading.is(at, Rule::Never) && !reading.has(at, class::CALENDAR);
        // `standing committee`
        let sorts = [Rule::Sort, Rule::Body, Rule::Desk];
        let sort = || is_noun(reading, at) && sorts.iter().any(|rule| reading.is(at + 1, *rule));
        capital || self.describes(at) || is_verbal(reading.word(at)) && sort()
    }

    /// A word before the title of a role: `hurricane` forecaster, `Managing` Director.
    fn begins(&mut self, at: u32, article: bool) -> bool {
        let reading = self.reading;
        let capital = reading.is_capital(at) && reading.has(at, class::COMMON) && !reading.has(at, class::CALENDAR);
        let field = capital && !reading.is(at, Rule::Never) && reading.is_capital(at + 1);
        let participle = article && is_verbal(reading.word(at)) && is_noun(reading, at);
        field || participle || self.describes(at) && (article || !is_verbal(reading.word(at)))
    }

    /// `Justices Lee, Berg and Shah`: what a title of several says of each.
    fn shared(&mut self, n: usize) -> Option<Role> {
        let (reading, names) = (self.reading, self.names);
        let linked = |a: usize, b: usize| {
            let (end, start) = (names[a].tokens.end, names[b].tokens.start);
            let list = |at: u32| matches!(reading.word(at), "," | "and" | "&");
            let both = names[a].kind == EntityKind::Person && names[b].kind == EntityKind::Person;
            both && (start == end + 1 || start == end + 2) && (end..start).all(list)
        };
        let closed = |a: usize, b: usize| {
            (names[a].tokens.end..names[b].tokens.start).any(|at| matches!(reading.word(at), "and" | "&"))
        };
        let mut first = n;
        while first > 0 && n - first < LIST && linked(first - 1, first) {
            // `the analysts Lee and Berg, Shah lost support`
            if first < n && closed(first - 1, first) {
                return None;
            }
            first -= 1;
        }
        if first == n && !(n + 1 < names.len() && linked(n, n + 1)) {
            return None;
        }
        let plural = names[first].tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start)?;
        let one = singular(reading.word(plural)).map(|word| word_hash(&word))?;
        let title = vocabulary::is(one, Rule::Post)
            || vocabulary::is(one, Rule::Title)
            || reading.lexicon.word(one).bits & class::TITLE != 0;
        if !title || vocabulary::is(one, Rule::Honorific) || vocabulary::is(one, Rule::Tie) {
            return None;
        }
        let core = self.phrase(first, Some(plural), plural + 1)?;
        let tokens = TokenRange::new(self.owner(first, core.start), core.end);
        Some(Role { tokens, rank: false, plural: Some(plural) })
    }
}

/// What stands behind a title in words that end before a name or its comma.
enum Behind {
    Nothing,
    /// The title of `Ambassador to Japan`, `Minister of Public Works and Transport`, `prime minister of Ruritania`.
    Title(u32),
    /// `aide to the president`: whose of two the name is.
    Unclear,
}

fn behind_head(reading: Reading, names: &[Name], n: usize, words: Range<u32>, comma: bool) -> Behind {
    let first = words.start.max(words.end.saturating_sub(12));
    let mut at = words.end;
    let near = words.end > words.start && is_title(reading, words.end - 1);
    while at > first + 1 {
        // `Envoy for the Coalition to End Hunger Ann Lee`: a body is one word.
        let few = names[..n].iter().rev().take(3);
        let mut bodies = few.filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1);
        if let Some(body) = bodies.find(|name| name.tokens.end == at && name.tokens.start > first) {
            at = body.tokens.start;
            continue;
        }
        at -= 1;
        let word = reading.word(at);
        if at + 1 < words.end && matches!(word, "of" | "to" | "for" | "at" | "in") && is_title(reading, at - 1) {
            let person = |name: &&Name| name.kind == EntityKind::Person && name.tokens.end > at;
            if names[..n].iter().rev().take(4).any(|name| person(&name)) {
                return Behind::Nothing;
            }
            // `aide to Russian President Ann Lee`, but `Minister of Justice Ann Lee`.
            return match near && !(word == "of" && reading.is_capital(at - 1)) {
                true if comma => Behind::Unclear,
                true => Behind::Nothing,
                false => Behind::Title(at - 1),
            };
        }
        let links = matches!(word, "of" | "and" | "the" | "&" | "-") || word.starts_with(['\'', '’']);
        // `sheriff of Pell County, Iowa, …`
        let place = |holds: &dyn Fn(TokenRange) -> bool| {
            names[..n].iter().rev().take(3).any(|name| name.kind == EntityKind::Place && holds(name.tokens))
        };
        let part = word == "," && place(&|place| place.start == at + 1) && place(&|place| place.end == at);
        // `head of maintenance Ann Lee`
        let short = words.end - at < 4 && !reading.is(at, Rule::Loose) && !is_verbal(word);
        let plain = is_noun(reading, at) && (comma || short && (at + 1 == words.end || !reading.is_capital(at + 1)));
        if !(reading.is_capital(at) || at + 1 < words.end && (links || part) || plain) {
            return Behind::Nothing;
        }
    }
    Behind::Nothing
}
